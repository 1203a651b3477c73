//! Places where much is missing: no home, no editor, no terminal, nobody who reads.

use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;

use super::acts::busy;
use super::place::{PROGRAM, Place, in_order, said, tell};
use crate::seat::Seat;

/// Every verb that only reads, with what it needs.
const READS: &[&[&str]] = &[
    &["today"],
    &["list"],
    &["relationships"],
    &["show", "priya"],
    &["show", "draft 3"],
    &["log", "draft 3"],
    &["explain", "priya"],
    &["timeline", "priya"],
    &["brief", "priya"],
    &["prep", "priya"],
    &["export"],
    &["export", "commitments"],
    &["backups"],
    &["settings"],
    &["doctor"],
    &["where"],
    &["balance", "priya"],
    &["ladder", "priya"],
    &["delegations"],
    &["confidences"],
    &["team"],
    &["plan", "runs"],
    &["agreement"],
    &["man"],
    &["completions", "bash"],
    &["--help"],
    &["commit", "--help"],
    &["--version"],
];

/// Runs a line of the shell with the program as `$1`.
fn shell(place: &Place, line: &str, args: &[&str]) -> std::process::Output {
    let mut shell = Command::new("sh");
    shell.args(["-c", line, "sh", PROGRAM]).args(args);
    let mut shell = place.at_home(shell);
    shell.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    shell.output().expect("it runs")
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = busy();
    let line = "{ \"$@\"; echo \"code $?\" >&2; } | head -c 1 >/dev/null";
    for args in READS {
        let done = shell(&place, line, args);
        let says = said(&done);
        assert!(
            !says.contains("panicked") && !says.contains("Broken pipe"),
            "{args:?}: {says}"
        );
        let code = says.lines().last().unwrap_or_default();
        let fine = ["code 0", "code 1", "code 2", "code 3"].contains(&code);
        assert!(fine, "{args:?}: {says}");
        assert!(
            code != "code 1" || !says.contains("Error"),
            "{args:?}: {says}"
        );
    }
    tell(&format!("a reader that goes away: {} verbs", READS.len()));
}

#[test]
fn without_an_output_a_read_fails_in_words_and_a_write_is_saved() {
    let place = busy();
    for args in READS {
        let done = shell(&place, "\"$@\" >&-", args);
        in_order(&done, &format!("{args:?}"));
        let done = shell(&place, "\"$@\" >/dev/full", args);
        in_order(&done, &format!("{args:?} to a full device"));
        // without an output at all nobody can be told; one that is full is told
        let nothing_said = done.status.success() && !args.contains(&"log");
        assert!(!nothing_said, "{args:?}: told as done: {}", said(&done));
    }
    let done = shell(&place, "\"$@\" >/dev/full", &["note", "into the void"]);
    let says = said(&done);
    assert_eq!(done.status.code(), Some(5), "{says}");
    assert!(says.contains("is saved"), "{says}");
    assert!(place.does(&["list"]).contains("into the void"));
    // nor without an error stream
    let done = shell(
        &place,
        "\"$@\" >&- 2>&- <&-",
        &["note", "without any stream"],
    );
    assert!(done.status.code().is_some());
    assert!(place.does(&["list"]).contains("without any stream"));
}

#[test]
fn without_a_home_it_says_what_is_missing() {
    let place = Place::new();
    let lost = |home: Option<&str>, args: &[&str]| {
        let mut command = Command::new(PROGRAM);
        command.args(args).env_clear().current_dir(place.folder());
        if let Some(home) = home {
            command.env("HOME", home);
        }
        command.stdin(Stdio::null()).output().expect("it runs")
    };
    let missing = place.path("no/such/home").display().to_string();
    let homes = [None, Some(""), Some(&*missing), Some("/dev/null")];
    for home in homes {
        for args in [
            &["where"][..],
            &["settings"],
            &["list"],
            &["note", "hello"],
            &["doctor"],
        ] {
            // where the variable names none the system's own list may: what lies there is nobody's to touch here
            if home.is_none_or(str::is_empty) && args != ["where"] {
                continue;
            }
            let done = lost(home, args);
            let why = format!("HOME={home:?} {args:?}");
            in_order(&done, &why);
            let says = said(&done);
            assert!(
                done.status.success() || says.contains("Hint: "),
                "{why}: {says}"
            );
            let takes = home == Some(&*missing) || args[0] != "note";
            assert!(takes || done.status.code() == Some(5), "{why}: {says}");
        }
    }
    assert!(
        place.path("no/such/home").is_dir(),
        "the first record makes its place"
    );
}

#[test]
fn a_pipe_for_a_terminal_is_told_what_to_do_instead() {
    let place = busy();
    for args in [&[][..], &["demo"]] {
        let says = place.fails(args, 2);
        assert!(
            says.contains("needs a terminal") && says.contains("trustline today"),
            "{says}"
        );
    }
}

fn seated(place: &Place, environment: &[(&str, &str)]) -> CommandBuilder {
    let mut command = CommandBuilder::new(PROGRAM);
    command.env_clear();
    command.env("TRUSTLINE_NOW", super::place::NOW);
    command.env("TRUSTLINE_JOURNAL", place.journal());
    command.env("TRUSTLINE_CONFIG", place.path("settings"));
    for (name, value) in environment {
        command.env(name, value);
    }
    command
}

/// Without `TERM` it draws as any terminal of today understands; one that says it is dumb is believed.
#[test]
fn without_a_term_it_opens_and_a_dumb_one_is_told_so() {
    let place = busy();
    let mut seat = Seat::with(seated(&place, &[]));
    seat.shows("draft 3");
    seat.types("q");
    assert!(seat.ends().success());
    let mut seat = Seat::with(seated(&place, &[("TERM", "dumb")]));
    seat.shows("TERM is dumb");
    assert_eq!(seat.ends().exit_code(), 2);
}

/// Without an editor that can be started the text is as it was, and the reason is said.
#[test]
fn without_an_editor_the_text_stays_in_the_form() {
    let place = busy();
    let environment = [
        ("TERM", "xterm-256color"),
        ("EDITOR", "/nonexistent/editor"),
        ("PATH", ""),
    ];
    for environment in [
        &environment[..],
        &[("TERM", "xterm-256color"), ("PATH", "")],
    ] {
        let mut seat = Seat::with(seated(&place, environment));
        seat.shows("? help");
        seat.types("an");
        seat.shows("^S save");
        seat.types("words to keep");
        seat.shows("words to keep");
        seat.types("\x05");
        seat.shows("cannot start the editor");
        seat.line_of("words to keep");
        seat.types("\x13");
        seat.shows("u undoes");
        seat.types("\x03");
        seat.ends();
        assert!(place.does(&["list"]).contains("words to keep"));
        place.does(&["undo"]);
    }
}
