//! What comes in from elsewhere when it is a pipe, cut short, hostile or deleted here already; names that look like orders.

use std::process::Command;

use super::place::{Place, said, tell};

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_is_no_journal_and_a_pipe_can_be_imported() {
    let place = Place::team();
    let pipe = place.path("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|made| made.success()) {
        tell("skipped: mkfifo is not installed here");
        return;
    }
    for file in ["pipe", "/dev/null"] {
        let says = place.fails(&["--journal", file, "note", "hello"], 5);
        assert!(
            says.contains("not a file that can hold a journal"),
            "{says}"
        );
    }
    let child = place
        .command(&["import", "pipe"])
        .spawn()
        .expect("it starts");
    let table = "who,text,made,due,side\nPriya Nair,the draft,2026-11-01,2026-11-05,theirs\n";
    std::fs::write(&pipe, table).expect("written");
    let done = child.wait_with_output().expect("it ends");
    assert!(done.status.success(), "{}", said(&done));
    assert!(place.does(&["list"]).contains("the draft"));
}

#[test]
fn an_export_that_is_cut_or_hostile_brings_nothing() {
    let place = Place::team();
    place.does(&["commit", "send Priya the first by fri"]);
    let whole = place.does(&["export"]);
    let lines: Vec<&str> = whole.lines().collect();
    let late = whole.replacen("\"time\":", "\"time\":9", 1);
    let cases = [
        (lines[..1].join("\n"), "cut short"),
        (lines[..2].join("\n"), "cut short"),
        (whole[..whole.len() - 20].to_owned(), "line 3"),
        (late.clone(), "line 2"),
        (
            whole.replace("\"trustline\":1", "\"trustline\":9"),
            "version 9",
        ),
        (
            whole.replace("\"kind\":\"comm", "\"kind\":\"com\\u001b[31m"),
            "line 3",
        ),
    ];
    for (text, why) in cases {
        std::fs::write(place.path("in.jsonl"), text).expect("written");
        for more in [
            &["import", "in.jsonl"][..],
            &["import", "in.jsonl", "--dry-run"],
        ] {
            let mut args = vec!["--journal", "new.db"];
            args.extend(more);
            let says = place.fails(&args, 7);
            assert!(
                says.contains(why) && !says.contains('\u{1b}'),
                "{why}: {says}"
            );
        }
    }
    let new = place.does(&["--journal", "new.db", "list"]);
    assert_eq!(new, "");
}

#[test]
fn an_import_brings_nothing_back_that_was_deleted() {
    let place = Place::new();
    let table = "who,text,made,due,side\nAda,one,2026-11-01,2026-11-05,theirs\nBen,two,2026-11-01,2026-11-05,theirs\n";
    std::fs::write(place.path("t.csv"), table).expect("written");
    place.does(&["import", "t.csv"]);
    place.does(&["delete", "one", "--yes"]);
    place.does(&["delete", "ben", "--yes"]);
    let before = place.does(&["export"]);
    let more = format!("{table}Ben,three,2026-11-02,2026-11-06,theirs\n");
    std::fs::write(place.path("t.csv"), more).expect("written");
    for args in [&["import", "t.csv"][..], &["import", "t.csv", "--update"]] {
        let told = place.does(args);
        assert!(
            told.contains("deleted in the journal: 4 records, left out"),
            "{told}"
        );
        assert!(told.contains("0 new, 0 changed"), "{told}");
        assert_eq!(place.does(&["export"]), before);
    }
    // what was undone was not deleted: it may come again
    place.does(&["undo"]);
    place.does(&["undo"]);
    place.does(&["undo"]);
    assert_eq!(place.does(&["list"]), "");
    let told = place.does(&["import", "t.csv"]);
    assert!(
        told.contains("0 new, 5 changed") || told.contains("5 new"),
        "{told}"
    );
    assert_eq!(place.does(&["list", "kind:commitment"]).lines().count(), 3);
    place.does(&["doctor"]);
}

#[test]
fn a_name_is_only_ever_a_name() {
    let place = Place::new();
    for name in [":memory:", "file:x?mode=memory", "a b?c#d%25", "x%00y"] {
        place.does(&["--journal", name, "note", "hello"]);
        let listed = place.does(&["--journal", name, "list"]);
        assert!(listed.contains("hello"), "{name}: {listed}");
        // on systems that allow it, it lies under just this name
        assert!(place.path(name).is_file(), "{name}");
    }
}

#[test]
fn a_day_before_everything_is_empty_and_not_a_lie() {
    let place = Place::team();
    for day in ["1900-01-01", "2025-12-31", "2200-12-31"] {
        for verb in ["today", "relationships", "list"] {
            place.does(&[verb, "--as-of", day]);
            place.does(&[verb, "--as-of", day, "--json"]);
        }
    }
    let says = place.fails(&["show", "priya", "--as-of", "2025-12-31"], 3);
    assert!(says.contains("was not there yet on 2025-12-31"), "{says}");
}
