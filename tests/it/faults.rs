//! The command line under faults: killed at any instant, a disk without room, many writers, files that are no journals.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A folder of its own with a journal in it.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn team() -> Self {
        let place = Self::new();
        place.does(&["add", "relationship", "Priya Nair", "--since", "2026-01-05"]);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trustline"));
        command
            .env_clear()
            .env("TRUSTLINE_NOW", "2026-11-22T10:00")
            .env("TRUSTLINE_JOURNAL", self.path("journal.db"))
            .current_dir(self.0.path())
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("it runs")
    }

    /// Runs what must succeed, and answers with its output.
    fn does(&self, args: &[&str]) -> String {
        let done = self.run(args);
        assert!(done.status.success(), "{args:?}: {}", said(&done));
        String::from_utf8(done.stdout).expect("UTF-8")
    }

    /// Runs what must fail with a code, and answers with what it says.
    fn fails(&self, args: &[&str], code: i32) -> String {
        let done = self.run(args);
        assert_eq!(done.status.code(), Some(code), "{args:?}: {}", said(&done));
        said(&done)
    }
}

fn said(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

/// Numbers that look random and are the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).expect("small")).expect("small")
    }
}

/// Kills a writer as soon as the journal's log has grown to a length; whether it had ended well before.
fn killed_at(mut child: Child, log: &Path, length: u64) -> bool {
    loop {
        if let Some(status) = child.try_wait().expect("a child") {
            return status.success();
        }
        if log.metadata().is_ok_and(|log| log.len() >= length) {
            child.kill().expect("killed");
            return child.wait().expect("ended").success();
        }
        std::thread::yield_now();
    }
}

#[test]
fn what_was_told_as_saved_outlives_every_kill() {
    let place = Place::team();
    let log = place.path("journal.db-wal");
    let mut dice = Dice(20_261_122);
    let mut saved: Vec<(String, bool)> = Vec::new();
    let mut kills = 0;
    // how far a writer comes before its log has grown depends on the machine: as many as it takes, within bounds
    for n in 0..400 {
        if kills >= 20 && saved.len() >= 10 {
            break;
        }
        // some are left alone, so that there is something to lose
        let grown = if n % 4 == 0 {
            usize::MAX
        } else {
            dice.below(120_000)
        };
        let length = log.metadata().map_or(0, |log| log.len());
        let length = length.saturating_add(u64::try_from(grown).expect("small"));
        let open = saved
            .iter()
            .position(|(_, kept)| !kept)
            .filter(|_| n % 3 == 2);
        let text = open.map_or_else(|| format!("item{n}z"), |nth| saved[nth].0.clone());
        let line = format!("send Priya the {text} by fri");
        let args = if open.is_some() {
            ["keep", &text]
        } else {
            ["commit", &line]
        };
        let child = place.command(&args).spawn().expect("it starts");
        match (killed_at(child, &log, length), open) {
            (true, Some(nth)) => saved[nth].1 = true,
            (true, None) => saved.push((text, false)),
            (false, Some(nth)) => {
                // the kill may have come after the change was kept and before it was told
                saved.remove(nth);
                kills += 1;
            }
            (false, None) => kills += 1,
        }
    }
    assert!(
        kills >= 20 && saved.len() >= 10,
        "{kills} kills, {} saved",
        saved.len()
    );
    let listed = place.does(&["list", "kind:commitment"]);
    for (text, kept) in saved {
        let line = listed
            .lines()
            .find(|line| line.contains(&format!("the {text}")));
        let line = line.unwrap_or_else(|| panic!("{text} was lost"));
        assert!(!kept || line.contains("kept"), "{line}");
    }
    place.does(&["doctor"]);
}

#[test]
fn writers_at_once_lose_nothing() {
    let place = Place::new();
    let names = ["Ada Bly", "Ben Cox", "Cem Dag", "Dee Eng"];
    let all = |lines: Vec<[String; 3]>| {
        let start = |line: &[String; 3]| {
            let args: Vec<&str> = line.iter().map(String::as_str).collect();
            place.command(&args).spawn().expect("it starts")
        };
        let children: Vec<Child> = lines.iter().map(start).collect();
        for child in children {
            let done = child.wait_with_output().expect("it ends");
            assert!(done.status.success(), "{}", said(&done));
        }
    };
    // the journal itself is made by all of them at once
    all(names
        .map(|name| ["add".to_owned(), "relationship".to_owned(), name.to_owned()])
        .into());
    for round in 0..6 {
        let line = |name: &str| format!("send {name} thing{round} by fri");
        all(names
            .map(|name| ["commit".to_owned(), line(name), "--json".to_owned()])
            .into());
    }
    let listed = place.does(&["list", "kind:commitment"]);
    assert_eq!(listed.lines().count(), 24, "{listed}");
    place.does(&["doctor"]);
}

#[test]
fn a_damaged_file_is_named_and_left_as_it_is() {
    let place = Place::team();
    for n in 0..20 {
        place.does(&["commit", &format!("send Priya the item{n} by fri")]);
    }
    let journal = place.path("journal.db");
    let whole = std::fs::read(&journal).expect("read");
    let mut dice = Dice(7);
    for nth in 0..40 {
        let mut bytes = whole.clone();
        match nth % 4 {
            0 => bytes.truncate(dice.below(whole.len() - 1) + 1),
            1 => bytes[dice.below(whole.len())] ^= 1 << dice.below(8),
            2 => bytes[dice.below(100)] ^= 1 << dice.below(8),
            _ => (0..50).for_each(|_| bytes[dice.below(whole.len())] ^= 1 << dice.below(8)),
        }
        for side in ["journal.db-wal", "journal.db-shm"] {
            let _ = std::fs::remove_file(place.path(side));
        }
        std::fs::write(&journal, &bytes).expect("written");
        for args in [&["list"][..], &["show", "priya"], &["doctor"]] {
            let done = place.run(args);
            let code = done.status.code();
            assert!(
                matches!(code, Some(0 | 3 | 6)),
                "{nth} {args:?}: {code:?} {}",
                said(&done)
            );
        }
        assert!(
            std::fs::read(&journal).expect("read") == bytes,
            "{nth} was changed"
        );
    }
}

#[cfg(unix)]
#[test]
fn without_room_nothing_is_lost_and_reading_goes_on() {
    let place = Place::team();
    place.does(&["commit", "send Priya the first by fri"]);
    let limited = |blocks: u32, args: &str| {
        let binary = env!("CARGO_BIN_EXE_trustline");
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -f {blocks}; exec {binary} {args}")]);
        shell.env("TRUSTLINE_NOW", "2026-11-22T10:00");
        shell.env("TRUSTLINE_JOURNAL", place.path("journal.db"));
        shell.output().expect("it runs")
    };
    for blocks in [0, 4, 64, 100] {
        let done = limited(blocks, "commit 'send Priya the second by fri'");
        assert_eq!(done.status.code(), Some(5), "{blocks}: {}", said(&done));
        assert!(said(&done).contains("not saved"), "{}", said(&done));
        let done = limited(blocks, "list kind:commitment");
        assert_eq!(done.status.code(), Some(0), "{blocks}: {}", said(&done));
        assert_eq!(String::from_utf8_lossy(&done.stdout).lines().count(), 1);
    }
    place.does(&["commit", "send Priya the third by fri"]);
    assert_eq!(place.does(&["list", "kind:commitment"]).lines().count(), 2);
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

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_is_no_journal_and_a_pipe_can_be_imported() {
    let place = Place::team();
    let pipe = place.path("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|made| made.success()) {
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
