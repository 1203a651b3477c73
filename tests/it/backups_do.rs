//! The page of backups under keys, and the command line around a backup: asked, refused, restored, pruned.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use chrono::NaiveDate;
use trustline::clock::Clock;
use trustline::journal::Journal;
use trustline::tui::backup_of_the_day;
use trustline::tui::harness::Trial;

/// A folder of its own with a journal in it.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        place.does(
            "2026-11-20",
            &["add", "relationship", "Priya Nair", "--since", "2026-01-05"],
        );
        place.does("2026-11-21", &["note", "the first word with @Priya"]);
        place.does("2026-11-22", &["note", "the second word with @Priya"]);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn names(&self) -> Vec<String> {
        crate::backups::names(&self.path("journal.db.backups"))
    }

    fn command(&self, day: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trustline"));
        command
            .env_clear()
            .env("TRUSTLINE_NOW", format!("{day}T09:00"))
            .env("TRUSTLINE_JOURNAL", self.path("journal.db"))
            .env("TRUSTLINE_CONFIG", self.path("config"))
            .args(args)
            .stdin(Stdio::null());
        command
    }

    fn run(&self, day: &str, args: &[&str]) -> Output {
        self.command(day, args).output().expect("it runs")
    }

    fn does(&self, day: &str, args: &[&str]) -> String {
        let done = self.run(day, args);
        assert!(done.status.success(), "{args:?}: {}", said(&done));
        String::from_utf8(done.stdout).expect("UTF-8")
    }

    fn fails(&self, args: &[&str], code: i32) -> String {
        let done = self.run("2026-11-22", args);
        assert_eq!(done.status.code(), Some(code), "{args:?}: {}", said(&done));
        said(&done)
    }

    /// The screen on this journal, with the page of backups open.
    fn page(&self, width: u16, height: u16) -> Trial {
        let mut trial = Trial::over(self.open(), width, height);
        keys(&mut trial, "g B");
        trial
    }

    fn open(&self) -> Journal {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(9, 0, 0));
        Journal::open(&self.path("journal.db"), Clock::fixed(day.expect("a day"))).expect("opened")
    }
}

fn said(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

/// Types keys, and lets what they began come to its end.
fn keys(trial: &mut Trial, keys: &str) {
    trial.keys(keys).expect("keys").finishes().finishes();
}

/// The screen, without the folder, which has another name in every run.
fn shown(trial: &Trial) -> String {
    let mut lines = Vec::new();
    let mut hidden = false;
    for line in trial.text().lines() {
        hidden = line.trim_start().starts_with("They lie in") || (hidden && !line.is_empty());
        if line.trim_start().starts_with("They lie in") {
            lines.push("They lie in [folder]".to_owned());
        } else if !hidden {
            lines.push(line.to_owned());
        }
    }
    lines.join("\n")
}

#[test]
fn the_page_of_backups_at_three_sizes() {
    let place = Place::new();
    for (width, height) in [(80, 24), (120, 40), (40, 12)] {
        let mut trial = place.page(width, height);
        insta::assert_snapshot!(format!("backups_{width}x{height}"), shown(&trial));
        keys(&mut trial, "G enter");
        insta::assert_snapshot!(format!("restoring_{width}x{height}"), shown(&trial));
    }
}

#[test]
fn a_backup_is_made_checked_and_gone_back_to_by_keys() {
    let place = Place::new();
    assert_eq!(place.names().len(), 2);
    let mut trial = place.page(80, 24);
    keys(&mut trial, "b");
    assert!(shown(&trial).contains("made by hand"), "{}", trial.text());
    assert!(
        shown(&trial).contains("backed up and checked: 3 records"),
        "{}",
        trial.text()
    );
    keys(&mut trial, "v");
    assert!(
        shown(&trial).contains("every page of every backup is sound"),
        "{}",
        trial.text()
    );
    // the oldest: before the first note
    keys(&mut trial, "G enter");
    assert!(
        shown(&trial).contains("note: 2 go away"),
        "{}",
        trial.text()
    );
    keys(&mut trial, "enter");
    assert!(
        place.does("2026-11-22", &["list"]).contains("second word"),
        "Enter leaves it"
    );
    keys(&mut trial, "enter");
    keys(&mut trial, "y");
    assert!(
        shown(&trial).contains("Restored and checked"),
        "{}",
        trial.text()
    );
    assert!(
        !place.does("2026-11-22", &["list"]).contains("word"),
        "it went back"
    );
    keys(&mut trial, "q");
    assert!(
        place
            .names()
            .iter()
            .any(|name| name.ends_with("before-restore.db"))
    );
}

#[test]
fn pruning_names_what_it_deletes_and_asks() {
    let place = Place::new();
    for day in ["2026-11-12", "2026-11-11"] {
        let from = place.path("journal.db.backups").join(&place.names()[0]);
        let to = place
            .path("journal.db.backups")
            .join(format!("{day}T090000-daily.db"));
        std::fs::copy(from, to).expect("copied");
    }
    std::fs::create_dir(place.path("config")).expect("a folder");
    let rule = "[backups]\ndaily = 2\nweekly = 0\nmonthly = 0\n";
    std::fs::write(place.path("config/config.toml"), rule).expect("written");
    let journal = place.open().with_settings(Some(place.path("config")));
    let mut trial = Trial::over(journal, 80, 24);
    keys(&mut trial, "g B");
    keys(&mut trial, "P");
    let text = shown(&trial);
    assert!(
        text.contains("Delete 2 backups") && text.contains("2026-11-11T090000-daily.db"),
        "{text}"
    );
    keys(&mut trial, "esc");
    assert_eq!(place.names().len(), 4, "leaving deletes nothing");
    keys(&mut trial, "P");
    keys(&mut trial, "y");
    assert_eq!(place.names().len(), 2);
}

#[test]
fn the_screen_backs_up_behind_what_is_done() {
    let place = Place::new();
    let day = NaiveDate::from_ymd_opt(2026, 11, 25).and_then(|day| day.and_hms_opt(9, 0, 0));
    let clock = Clock::fixed(day.expect("a day"));
    let journal = Journal::open(&place.path("journal.db"), clock).expect("opened");
    let mut trial = Trial::over(journal, 80, 24);
    let before = trial.text();
    trial.begin(backup_of_the_day()).finishes();
    assert_eq!(trial.text(), before, "it goes without a word");
    assert!(
        place
            .names()
            .contains(&"2026-11-25T090000-daily.db".to_owned())
    );
}

#[test]
fn a_restore_asks_and_a_damaged_journal_names_the_way_back() {
    let place = Place::new();
    let says = place.fails(&["restore", "newest"], 2);
    assert!(
        says.contains("not a terminal") && says.contains("--yes"),
        "{says}"
    );
    let dry = place.does("2026-11-22", &["restore", "2026-11-21", "--dry-run"]);
    assert!(
        dry.contains("note: 2 go away") && dry.contains("Nothing was changed"),
        "{dry}"
    );
    let file = std::fs::File::options()
        .write(true)
        .open(place.path("journal.db"));
    file.and_then(|file| file.set_len(20_000)).expect("cut");
    let says = place.fails(&["note", "a word"], 6);
    assert!(says.contains("2026-11-22T090000-daily.db"), "{says}");
    assert!(
        says.contains("trustline restore 2026-11-22T090000-daily --dry-run"),
        "{says}"
    );
    let done = place.does(
        "2026-11-22",
        &["restore", "2026-11-22T090000-daily", "--yes"],
    );
    assert!(done.contains("kept as it was"), "{done}");
    assert!(place.does("2026-11-22", &["list"]).contains("first word"));
    assert!(
        place
            .names()
            .contains(&"2026-11-22T090000.2-damaged.db".to_owned()),
        "{:?}",
        place.names()
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_backup_without_room_leaves_nothing_and_the_work_goes_on() {
    let place = Place::new();
    let names = place.names();
    let limited = |day: &str, words: &str| {
        let script = format!("ulimit -f 120; exec \"$0\" {words}");
        let mut command = Command::new("/bin/bash");
        let inner = place.command(day, &[]);
        command
            .args(["-c", &script, env!("CARGO_BIN_EXE_trustline")])
            .env_clear();
        command.envs(
            inner
                .get_envs()
                .filter_map(|(key, value)| Some((key, value?))),
        );
        command.stdin(Stdio::null()).output().expect("it runs")
    };
    let done = limited("2026-11-23", "backup");
    assert_eq!(done.status.code(), Some(5), "{}", said(&done));
    assert!(
        said(&done).contains("the backup cannot be written"),
        "{}",
        said(&done)
    );
    assert_eq!(place.names(), names, "nothing unfinished stays");
    let done = limited("2026-11-23", "note hello");
    assert!(done.status.success(), "{}", said(&done));
    assert!(
        said(&done).contains("No backup was made today"),
        "{}",
        said(&done)
    );
    let again = limited("2026-11-23", "note again");
    assert!(
        !said(&again).contains("No backup"),
        "it is told once a day: {}",
        said(&again)
    );
    assert_eq!(place.names(), names);
}

#[test]
fn the_newest_is_not_what_a_restore_that_was_cut_short_kept() {
    let place = Place::new();
    let folder = place.path("journal.db.backups");
    place.does("2026-11-22", &["note", "the third word with @Priya"]);
    place.does("2026-11-22", &["backup"]);
    let names = place.names();
    let by_hand = names.iter().find(|name| name.contains("by-hand"));
    let kept = folder.join(by_hand.expect("one by hand"));
    // cut short: what is there now is kept, and nothing was put back
    std::fs::rename(kept, folder.join("2026-11-22T100000-before-restore.db")).expect("named");
    let newest = ["restore", "newest", "--yes"];
    let done = place.does("2026-11-22", &newest);
    assert!(done.contains("2026-11-22T090000-daily.db"), "{done}");
    assert!(!place.does("2026-11-22", &["list"]).contains("third word"));
    // one that went through is what the newest goes back from
    let done = place.does("2026-11-22", &newest);
    assert!(done.contains("before-restore.db"), "{done}");
    assert!(place.does("2026-11-22", &["list"]).contains("third word"));
}

#[test]
fn what_a_restore_would_take_away_is_named_by_initials_under_the_mask() {
    let place = Place::new();
    place.does("2026-11-22", &["backup"]);
    place.does("2026-11-22", &["note", "a word with @Priya"]);
    let args = ["--mask", "restore", "newest", "--dry-run"];
    for json in [&[][..], &["--json"]] {
        let says = place.does("2026-11-22", &[&args[..], json].concat());
        assert!(says.contains("a word with @PN"), "{says}");
        assert!(!says.contains("Priya") && !says.contains("Nair"), "{says}");
    }
}
