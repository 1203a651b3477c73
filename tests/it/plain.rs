//! What is said plainly: every verb over the sample, beside what it says richly. No sign that must be guessed, no room that only
//! aligns, and nothing left out.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;

use trustline::cli::{self, Streams, Terminals};
use trustline::clock::Clock;
use trustline::journal::Journal;

use super::house::{clock, now};

/// The sample in a folder, as `trustline demo` furnishes it.
pub fn sample(folder: &Path) {
    let mut journal = Journal::open(&folder.join("journal.db"), clock()).expect("a journal");
    let sample = trustline::assets::sample::sample(now().date());
    let furnished = journal.furnish("the sample journal", &mut sample.into_iter().map(Ok));
    furnished.expect("the sample");
}

/// Runs a line of arguments in this process; its exit code and what it said on both streams.
pub fn run(
    folder: &Path,
    line: &[String],
    typed: Option<&str>,
    width: usize,
) -> (u8, String, String) {
    let mut args: Vec<_> = vec![OsString::from("trustline")];
    args.extend(line.iter().map(OsString::from));
    if !line.iter().any(|arg| arg.starts_with("--journal")) {
        args.push(format!("--journal={}", folder.join("journal.db").display()).into());
    }
    args.push(format!("--config={}", folder.join("config").display()).into());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let streams = Streams {
        input: &mut typed.unwrap_or_default().as_bytes(),
        out: &mut out,
        err: &mut err,
        terminals: Terminals {
            input: typed.is_some(),
            out: false,
            err: typed.is_some(),
        },
        plain: true,
        width,
    };
    let code = cli::run(args, streams, Clock::fixed(now()));
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (code, text(out), text(err))
}

fn words(line: &str) -> Vec<String> {
    line.split_whitespace().map(str::to_owned).collect()
}

/// Every read, over the sample.
const READS: &[&str] = &[
    "today",
    "review",
    "comeback",
    "drafts",
    "checkin",
    "checkin priya",
    "checkin margit",
    "list",
    "list kind:breach",
    "list is:open",
    "relationships",
    "relationships --archived",
    "show priya",
    "show margit",
    "show helen",
    "show booking",
    "show release",
    "log priya",
    "explain priya",
    "explain priya --all",
    "explain helen --open",
    "timeline priya",
    "timeline margit --weeks 52",
    "timeline jonas --span quarter",
    "ladder priya",
    "balance priya",
    "confidences",
    "delegations",
    "plan",
    "plan show margit",
    "plan steps margit",
    "plan acknowledge margit",
    "agreement list",
    "band list",
    "team",
    "team Booking",
    "team Booking --by-weeks",
    "brief priya",
    "brief priya --for them",
    "brief priya --preview",
    "brief --team Booking --for lead",
    "backups",
    "settings",
    "where",
    "doctor",
    "help",
    "help privacy",
    "help commit",
    "show nobody-at-all",
    "forget priya --dry-run",
];

/// What the program itself writes beyond letters and digits, where it speaks plainly.
fn is_ordinary(c: char) -> bool {
    c.is_alphanumeric() || c.is_ascii_graphic() || c == ' ' || c == '\n'
}

#[test]
fn what_is_said_plainly_has_no_sign_that_must_be_guessed_and_no_columns() {
    let folder = tempfile::tempdir().expect("a folder");
    sample(folder.path());
    let (_, export, _) = run(folder.path(), &words("export"), None, 80);
    let written: BTreeSet<char> = export.chars().collect();
    for line in READS {
        let mut args = words(line);
        args.push("--plain".to_owned());
        let (_, out, err) = run(folder.path(), &args, None, 80);
        for said in [&out, &err] {
            let odd = said
                .chars()
                .find(|c| !is_ordinary(*c) && !written.contains(c));
            assert_eq!(odd, None, "trustline {line} says:\n{said}");
            let drawn = said.chars().find(
                |c| matches!(c, '\u{2500}'..='\u{25ff}' | '\u{b7}' | '\u{2190}'..='\u{21ff}'),
            );
            assert_eq!(drawn, None, "trustline {line} says:\n{said}");
            for one in said.lines() {
                assert!(
                    !one.contains("  ") && one.trim() == one,
                    "trustline {line}: {one:?}"
                );
            }
        }
        assert!(
            !out.contains("\n\n\n") && !out.starts_with('\n'),
            "trustline {line}:\n{out}"
        );
        assert!(
            !(out.is_empty() && err.is_empty()),
            "trustline {line} says nothing"
        );
    }
}

/// Every word of a text, in small letters.
fn all_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.map(str::to_lowercase).collect()
}

/// The numbers and the names of a text: words with a digit or a capital.
fn values(text: &str) -> BTreeSet<String> {
    let told = text.lines().filter(|line| !line.contains('\u{2581}'));
    let words = told.flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
    let says = |word: &&str| word.chars().any(|c| c.is_numeric() || c.is_uppercase());
    words.filter(says).map(str::to_lowercase).collect()
}

#[test]
fn what_is_said_plainly_leaves_nothing_out() {
    let folder = tempfile::tempdir().expect("a folder");
    sample(folder.path());
    for line in READS {
        let mut args = words(line);
        let (rich_code, rich, rich_err) = run(folder.path(), &args, None, 200);
        args.push("--plain".to_owned());
        let (code, plain, plain_err) = run(folder.path(), &args, None, 200);
        assert_eq!(code, rich_code, "trustline {line}");
        // a moment that sorts is said as a date
        let rich = if line.starts_with("log") {
            rich.replace("2026-11-22 10:00", "22 Nov 2026 10:00")
        } else {
            rich
        };
        let there = all_words(&format!("{plain}{plain_err}"));
        let lost: Vec<_> = values(&format!("{rich}{rich_err}"))
            .into_iter()
            .filter(|word| !there.contains(word) && !there.contains(word.trim_end_matches('s')))
            .collect();
        assert!(
            lost.is_empty(),
            "trustline {line} leaves out {lost:?}:\n{rich}\n---\n{plain}"
        );
    }
}

#[test]
fn the_width_of_a_terminal_is_nothing_to_what_is_said_plainly() {
    let folder = tempfile::tempdir().expect("a folder");
    sample(folder.path());
    for line in [
        "today",
        "timeline priya",
        "help privacy",
        "settings",
        "help",
    ] {
        let mut args = words(line);
        args.push("--plain".to_owned());
        let (_, narrow, _) = run(folder.path(), &args, None, 40);
        let (_, wide, _) = run(folder.path(), &args, None, 200);
        assert_eq!(narrow, wide, "trustline {line}");
    }
}

#[test]
fn json_is_the_same_plainly_or_not() {
    let folder = tempfile::tempdir().expect("a folder");
    sample(folder.path());
    for line in [
        "today --json",
        "show priya --json",
        "timeline priya --json",
        "list --limit 5 --json",
    ] {
        let mut args = words(line);
        let rich = run(folder.path(), &args, None, 80);
        args.push("--plain".to_owned());
        assert_eq!(
            run(folder.path(), &args, None, 80),
            rich,
            "trustline {line}"
        );
    }
}

#[test]
fn today_is_told_in_counted_parts_with_labels() {
    let folder = tempfile::tempdir().expect("a folder");
    sample(folder.path());
    let (_, out, _) = run(folder.path(), &words("today --plain"), None, 80);
    for line in [
        "3 mine, due:",
        "3. send Priya the refund rules we agreed on",
        "with: Priya Nair",
        "when: 22 Nov, today",
        "1 need without an answer:",
    ] {
        assert!(
            out.lines().any(|said| said == line),
            "no {line:?} in:\n{out}"
        );
    }
}

#[test]
fn a_check_in_is_asked_question_by_question_with_a_way_back() {
    let folder = tempfile::tempdir().expect("a folder");
    sample(folder.path());
    let typed = "4\n?\n<\n5 took it alone\n\n=\n";
    let (code, out, err) = run(
        folder.path(),
        &words("checkin helen --plain"),
        Some(typed),
        80,
    );
    assert_eq!(code, 0, "{err}");
    for says in [
        "Question 1 of ",
        "(now 4;",
        "2: a little",
        "n: it did not come up",
    ] {
        assert!(err.contains(says), "no {says:?} in:\n{err}");
    }
    let first: Vec<_> = err
        .lines()
        .filter(|line| line.contains("Question 1 of"))
        .collect();
    assert!(!first.is_empty(), "{err}");
    assert!(out.contains("now: 5"), "{out}");
}

#[test]
fn the_run_goes_from_one_to_the_next_and_saves_each() {
    let folder = tempfile::tempdir().expect("a folder");
    sample(folder.path());
    let (_, before, _) = run(folder.path(), &words("checkin --json"), None, 80);
    // the first is passed over, the second answered with one score and left there
    let (code, _, err) = run(
        folder.path(),
        &words("checkin --run --plain"),
        Some("n\n\n4\n"),
        80,
    );
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("1 of ") && err.contains("2 of "), "{err}");
    let due: serde_json::Value = serde_json::from_str(&before).expect("JSON");
    let second = due[1]["name"].as_str().expect("a second one is due");
    let (_, shown, _) = run(
        folder.path(),
        &[
            "checkin".to_owned(),
            second.to_owned(),
            "--plain".to_owned(),
        ],
        None,
        80,
    );
    assert!(
        shown.lines().any(|line| line.starts_with("now: 4")),
        "{shown}"
    );
    let (code, ..) = run(folder.path(), &words("checkin --run"), None, 80);
    assert_eq!(code, 2, "nobody is there to be asked");
}
