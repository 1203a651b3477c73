//! What goes wrong outside: every kind of fault has a sentence, a hint and an exit code.

use std::process::Stdio;

use super::{snapshot, team};

#[test]
fn every_kind_of_fault_has_a_sentence_a_hint_and_a_code() {
    let mut place = team();
    place.run("add relationship \"Priya Shah\"");
    std::fs::write(
        place.path("text.db"),
        "not a database, just words, and long enough to be read as a page".repeat(20),
    )
    .expect("written");
    std::fs::create_dir(place.path("folder.db")).expect("made");
    place.said.clear();
    place
        .run("")
        .run("demo")
        .run("kep")
        .run("today --jsn")
        .run("keep")
        .run("timeline priya --weeks many")
        .run("show nobody")
        .run("plan reopen nobody")
        .run("show priya")
        .run("keep zzzzz")
        .run("add commitment \"x\" --who tom --due \"32 march\"")
        .run("add commitment \"x\" --who nobody")
        .run("add commitment \"x\"")
        .run("add relationship \"x\" --role king --cadence 999")
        .run("add commitment \"x\" --who tom --made 2026-11-20 --due 2026-11-01")
        .run("list is:opne due<never")
        .run("today --as-of neverday")
        .run("keep x --as-of yesterday")
        .run("--journal missing.db today")
        .run("--journal folder.db today")
        .run("--journal text.db today")
        .run("import missing.csv")
        .run("import folder.db")
        .run("export --output no/such/folder/out.jsonl")
        .run("brief tom --format pdf");
    snapshot("faults", &place);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = team();
    for verb in [
        vec!["list"],
        vec!["show", "tom", "--json"],
        vec!["export"],
        vec!["--help"],
        vec!["completions", "bash"],
    ] {
        let mut child = place
            .command()
            .args(&verb)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        drop(child.stdout.take());
        let done = child.wait_with_output().expect("it ends");
        assert_eq!(done.status.code(), Some(0), "{verb:?}");
        assert_eq!(String::from_utf8_lossy(&done.stderr), "", "{verb:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_output_that_is_full_is_told() {
    let place = team();
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else {
        return;
    };
    let done = place
        .command()
        .arg("list")
        .stdout(full)
        .stderr(Stdio::piped())
        .output();
    let done = done.expect("it runs");
    let err = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(5), "{err}");
    assert!(
        err.starts_with("Error: cannot write the output: no space left"),
        "{err}"
    );
    // a change that was saved is not told as if it had failed
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else {
        return;
    };
    let mut note = place.command();
    let done = note.args(["note", "saved"]).stdout(full).output();
    let err = String::from_utf8_lossy(&done.expect("it runs").stderr).into_owned();
    assert!(err.contains("is saved"), "{err}");
    assert!(place.answer("list", "").0.contains("saved"));
}

#[test]
fn hostile_text_reaches_no_terminal_raw() {
    let mut place = team();
    let evil = "Eve\u{1b}]52;c;aGk=\u{7}\u{202e}live";
    let add = place
        .command()
        .args(["add", "relationship", evil])
        .output()
        .expect("it runs");
    assert!(
        add.status.success(),
        "{}",
        String::from_utf8_lossy(&add.stderr)
    );
    for line in [
        "relationships",
        "show eve",
        "list",
        "list --json",
        "show eve --json",
        "log eve",
        "show \u{1b}[31mnobody",
    ] {
        let (out, err, _) = place.answer(line, "");
        place.said.push_str(&(out + &err));
    }
    assert!(!place.said.contains('\u{1b}'), "{}", place.said);
    assert!(!place.said.contains('\u{202e}'), "{}", place.said);
}
