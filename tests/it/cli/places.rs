//! Where things lie, what the help promises, and the demo that leaves nothing.

use std::io::Write;

use super::{Place, words};

#[test]
fn an_empty_variable_is_no_choice() {
    let place = Place::new();
    let home = place.path("home");
    let mut command = place.command();
    command
        .env("TRUSTLINE_JOURNAL", "")
        .env("HOME", &home)
        .arg("where");
    let shown = command.output().expect("it runs").stdout;
    assert!(String::from_utf8_lossy(&shown).starts_with(&home.display().to_string()));
}

#[test]
fn a_read_makes_no_journal() {
    let place = Place::new();
    let (_, _, code) = place.answer("today", "");
    assert_eq!(code, 0);
    assert!(!place.path("journal.db").exists());
}

#[test]
fn the_default_place_is_needed_only_when_it_is_used() {
    let place = Place::new();
    let home = place.path("home");
    let mut command = place.command();
    command
        .env_remove("TRUSTLINE_JOURNAL")
        .env("HOME", &home)
        .arg("where");
    let out = command.output().expect("it runs");
    let shown = String::from_utf8_lossy(&out.stdout).trim().to_owned();
    assert!(shown.starts_with(&home.display().to_string()), "{shown}");
    assert!(!home.exists(), "looking made a folder");
    let mut command = place.command();
    command
        .env_remove("TRUSTLINE_JOURNAL")
        .env("HOME", &home)
        .args(["note", "hello"]);
    assert!(command.output().expect("it runs").status.success());
    assert!(std::path::Path::new(&shown).is_file());
}

/// Every example of a help text, with what a shell would do to it left out.
fn examples(command: &clap::Command, found: &mut Vec<String>) {
    let after = command.get_after_help().map(ToString::to_string);
    let text = after.unwrap_or_default();
    for line in text
        .lines()
        .filter(|line| line.trim().starts_with("trustline "))
    {
        // broken by the page instead of by a backslash, an example could not be copied
        assert!(
            line.chars().count() <= 100,
            "too long for a help page: {line}"
        );
    }
    for line in text.replace(" \\\n      ", " ").lines() {
        let Some(example) = line.trim().strip_prefix("trustline") else {
            continue;
        };
        let shell = [" | ", " > ", " < ", " 3< ", "   "];
        let ends = shell.iter().filter_map(|mark| example.find(mark));
        let end = ends.min().unwrap_or(example.len());
        found.push(example[..end].trim().to_owned());
    }
    for inner in command.get_subcommands() {
        examples(inner, found);
    }
}

#[test]
fn every_example_can_be_typed() {
    let mut found = Vec::new();
    examples(&trustline::cli::command(), &mut found);
    assert!(found.len() > 60, "{} examples", found.len());
    for example in found {
        let mut args = words(&example);
        args.insert(0, "trustline".to_owned());
        let read = trustline::cli::command().try_get_matches_from(args);
        assert!(read.is_ok(), "{example}: {read:?}");
    }
}

#[cfg(unix)]
#[test]
fn the_demo_opens_in_a_place_that_is_gone_afterwards() {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::Read;
    let place = Place::new();
    let size = PtySize {
        rows: 24,
        cols: 80,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
    command.arg("demo");
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("TMPDIR", place.folder.path());
    command.env("TRUSTLINE_NOW", place.now);
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("an output");
    let mut writer = pair.master.take_writer().expect("an input");
    let (mut seen, mut some) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains("Today") {
        let read = reader.read(&mut some).expect("a screen");
        assert!(read > 0, "it ended: {}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&some[..read]);
    }
    assert_eq!(
        std::fs::read_dir(place.folder.path())
            .expect("listed")
            .count(),
        1
    );
    writer.write_all(b"q").expect("a key");
    // what is still drawn is taken, so that the program never waits for a reader
    std::thread::spawn(move || std::io::copy(&mut reader, &mut std::io::sink()));
    assert!(child.wait().expect("it ends").success());
    assert_eq!(
        std::fs::read_dir(place.folder.path())
            .expect("listed")
            .count(),
        0
    );
}
