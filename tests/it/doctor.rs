//! The doctor: each check well and ill, by damage done on purpose; what `--fix` mends, and what keeps it from mending.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rusqlite::Connection;
use serde_json::Value;
use trustline::domain::backup::Why;
use trustline::domain::health::{Fix, State};
use trustline::journal::{Customs, Shelf};
use trustline::secret::Keys;

use crate::house;
#[cfg(feature = "encryption")]
use crate::locked;

/// A folder with a journal of a few records in it.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        place.does(&["add", "relationship", "Priya Nair", "--since", "2026-01-05"]);
        place.does(&["commit", "send Priya the numbers by fri"]);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn journal(&self) -> PathBuf {
        self.path("journal.db")
    }

    fn command(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_trustline"))
            .env_clear()
            .env("TRUSTLINE_NOW", "2026-11-22T10:00")
            .env("TRUSTLINE_JOURNAL", self.journal())
            .env("TRUSTLINE_CONFIG", self.path("config"))
            .current_dir(self.0.path())
            .args(args)
            .output()
            .expect("it runs")
    }

    fn does(&self, args: &[&str]) -> String {
        let done = self.command(args);
        assert!(done.status.success(), "{args:?}: {}", told(&done));
        String::from_utf8(done.stdout).expect("UTF-8")
    }

    /// What `doctor --json` says with more flags, and its exit code.
    fn doctor(&self, flags: &[&str]) -> (Value, i32) {
        let mut args = vec!["doctor", "--json"];
        args.extend(flags);
        let done = self.command(&args);
        let code = done.status.code().expect("an exit code");
        let read = serde_json::from_slice(&done.stdout);
        (
            read.unwrap_or_else(|e| panic!("{e}: {}", told(&done))),
            code,
        )
    }

    /// Runs SQL on the journal's file.
    fn damage(&self, sql: &str) {
        let raw = Connection::open(self.journal()).expect("the file");
        raw.execute_batch(sql).expect(sql);
    }

    fn settings(&self, text: &str) {
        std::fs::create_dir_all(self.path("config")).expect("a folder");
        std::fs::write(self.path("config/config.toml"), text).expect("settings");
        #[cfg(unix)]
        mode(&self.path("config/config.toml"), 0o600);
    }

    fn backups(&self) -> Vec<String> {
        crate::backups::names(&self.path("journal.db.backups"))
    }
}

fn told(done: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!("{}{}", text(&done.stdout), text(&done.stderr))
}

#[cfg(unix)]
fn mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("its bits");
}

/// A file of that name, and no journal.
fn unreadable(path: &Path) {
    std::fs::write(path, "not a journal").expect("written");
    #[cfg(unix)]
    mode(path, 0o600);
}

/// The check of a name.
fn check<'a>(told: &'a Value, what: &str) -> &'a Value {
    let checks = told["checks"].as_array().expect("checks");
    let found = checks.iter().find(|check| check["what"] == what);
    found.unwrap_or_else(|| panic!("{what} is not checked: {told:#}"))
}

/// The names of what is not well.
fn ill(told: &Value) -> Vec<&str> {
    let checks = told["checks"].as_array().expect("checks").iter();
    checks
        .filter(|check| check["well"] == false)
        .filter_map(|check| check["what"].as_str())
        .collect()
}

#[test]
fn a_journal_that_is_well_says_so_under_names_that_stay() {
    let place = Place::new();
    let (told, code) = place.doctor(&[]);
    assert_eq!((code, &told["well"]), (0, &Value::Bool(true)), "{told:#}");
    let names: Vec<_> = told["checks"]
        .as_array()
        .expect("checks")
        .iter()
        .map(|check| check["what"].as_str())
        .collect();
    let mut expect = vec![
        "file",
        "schema",
        "references",
        "gaps",
        "holds",
        "search",
        "projections",
        "clock",
        "forgetting",
        "lock",
        "room",
        "disk",
        "folder",
        "left-overs",
        "backups",
        "settings",
        "terminal",
        "size",
        "look",
        "letters",
        "clipboard",
        "engine",
        "editor",
        "pager",
    ];
    if cfg!(unix) {
        expect.insert(10, "permissions");
    } else {
        expect.retain(|name| *name != "room");
    }
    if !Path::new("/proc/self/mountinfo").exists() {
        expect.retain(|name| *name != "disk");
    }
    assert_eq!(names.into_iter().flatten().collect::<Vec<_>>(), expect);
    for one in told["checks"].as_array().expect("checks") {
        let keys: Vec<_> = one
            .as_object()
            .expect("an object")
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(
            keys,
            ["part", "what", "found", "state", "well", "mend", "fix"]
        );
        let state = one["state"].as_str().expect("a state");
        assert!(["ok", "note"].contains(&state), "{one}");
        assert_eq!(one["mend"].is_string(), state == "note", "{one}");
    }
    assert_eq!(check(&told, "holds")["found"], "2 records in 2 revisions");
    assert_eq!(told["fixes"], serde_json::json!([]));
    let lines = place.does(&["doctor"]);
    assert!(lines.contains("\nAll is well, by "), "{lines}");
}

/// What projections and search lost is mended by a rebuild, after a backup; what the revisions say is as it was.
#[test]
fn what_screens_read_is_built_again_after_a_backup() {
    let cases = [
        (
            "UPDATE entry SET short = 'another' WHERE kind = 'commitment'",
            "projections",
        ),
        ("DELETE FROM place", "projections"),
        (
            "INSERT INTO fulltext (fulltext) VALUES ('delete-all')",
            "search",
        ),
        (
            "UPDATE entry SET seq = 99 WHERE kind = 'commitment'",
            "references",
        ),
    ];
    for (sql, what) in cases {
        let place = Place::new();
        let truth = place.does(&["export"]);
        let had = place.backups().len();
        place.damage(sql);
        let (told, code) = place.doctor(&[]);
        assert_eq!(code, 6, "{what}");
        assert!(ill(&told).contains(&what), "{sql}: {told:#}");
        assert_eq!(check(&told, what)["fix"], "rebuild");
        assert_eq!(told["fixes"], serde_json::json!(["rebuild"]));
        let (told, code) = place.doctor(&["--fix"]);
        assert_eq!((code, ill(&told).len()), (0, 0), "{sql}: {told:#}");
        assert_eq!(
            told["mended"][0],
            "what screens read was built again from the revisions"
        );
        let backup = told["backup"].as_str().expect("a backup");
        assert!(Path::new(backup).is_file() && backup.ends_with("-by-hand.db"));
        assert_eq!(place.backups().len(), had + 1);
        assert_eq!(place.does(&["export"]), truth);
        assert!(place.does(&["list"]).contains("send the numbers"));
    }
}

#[cfg(unix)]
#[test]
fn files_that_others_may_read_are_closed() {
    let place = Place::new();
    place.does(&["backup"]);
    mode(&place.journal(), 0o644);
    let backup = place.path("journal.db.backups").join(&place.backups()[0]);
    mode(&backup, 0o604);
    let (told, code) = place.doctor(&[]);
    assert_eq!((code, ill(&told)), (6, vec!["permissions"]));
    let found = check(&told, "permissions")["found"]
        .as_str()
        .expect("a sentence")
        .to_owned();
    assert!(
        found.starts_with("others may read journal.db, ") && found.ends_with(" and 1 more"),
        "{found}"
    );
    let said = place.does(&["doctor", "--fix"]);
    assert!(
        said.contains("Mended: 4 files and folders made yours alone."),
        "{said}"
    );
    assert!(said.starts_with("Backed up first: "), "{said}");
    let (told, _) = place.doctor(&[]);
    assert_eq!(check(&told, "permissions")["found"], "yours alone");
}

#[cfg(unix)]
#[test]
fn nothing_is_mended_where_no_backup_can_be_made() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    mode(&place.journal(), 0o644);
    place.damage("DELETE FROM place");
    place.settings("[backups]\nfolder = \"/nowhere/at/all\"\n");
    let then = std::fs::read(place.journal()).expect("read");
    let done = place.command(&["doctor", "--fix", "--yes"]);
    assert_eq!(done.status.code(), Some(5), "{}", told(&done));
    let says = told(&done);
    assert!(
        says.contains("nothing was mended, because no backup could be made first: "),
        "{says}"
    );
    assert!(says.contains("Hint: "), "{says}");
    let bits = place
        .journal()
        .metadata()
        .expect("there")
        .permissions()
        .mode();
    assert_eq!(bits & 0o777, 0o644, "not even the permissions");
    assert!(std::fs::read(place.journal()).expect("read") == then);
}

#[test]
fn a_journal_without_a_record_has_nothing_to_lose() {
    let place = Place(tempfile::tempdir().expect("a folder"));
    place.does(&["add", "relationship", "Priya Nair"]);
    place.does(&["undo"]);
    std::fs::remove_file(place.journal()).expect("removed");
    let done = place.command(&["doctor"]);
    assert_eq!(done.status.code(), Some(3));
    assert!(
        told(&done).contains("trustline restore newest"),
        "{}",
        told(&done)
    );
    drop(
        trustline::journal::Journal::open(&place.journal(), house::clock())
            .expect("an empty journal"),
    );
    let (told, code) = place.doctor(&["--fix"]);
    assert_eq!((code, &told["backup"]), (0, &Value::Null), "{told:#}");
}

#[test]
fn what_surrounds_the_journal_is_told_and_left_to_its_owner() {
    let place = Place::new();
    // written by a clock that was two years ahead
    let ahead = (1_859_000_000_000_i64) << 16;
    place.damage(&format!(
        "INSERT INTO revision (record, kind, time, device, step, body) SELECT record, kind, {ahead}, device, step, body FROM revision WHERE kind = 'commitment'"
    ));
    let (told, code) = place.doctor(&[]);
    let clock = check(&told, "clock");
    assert_eq!(
        (&clock["state"], code),
        (&Value::from("note"), 6),
        "{told:#}"
    );
    assert!(
        clock["found"]
            .as_str()
            .is_some_and(|found| found.contains("yet to come")),
        "{clock}"
    );

    let place = Place::new();
    std::fs::create_dir(place.path(".stfolder")).expect("a mark");
    let (told, code) = place.doctor(&[]);
    assert_eq!(
        (code, &check(&told, "folder")["state"]),
        (0, &Value::from("note"))
    );
    let copy = "journal.sync-conflict-20261122-101500-ABCDEFG.db";
    std::fs::copy(place.journal(), place.path(copy)).expect("a copy");
    let (told, code) = place.doctor(&["--fix"]);
    assert_eq!((code, ill(&told)), (6, vec!["folder"]));
    assert!(place.path(copy).exists());
    let said = place.command(&["doctor"]);
    assert!(
        self::told(&said).contains("Yours to mend, as it says there: folder."),
        "{}",
        self::told(&said)
    );

    let place = Place::new();
    place.settings("daly = 3\n");
    let (told, code) = place.doctor(&[]);
    assert_eq!((code, ill(&told)), (6, vec!["settings"]));
    assert!(
        check(&told, "settings")["found"]
            .as_str()
            .is_some_and(|found| found.contains("line 1"))
    );
}

#[test]
fn backups_are_told_by_their_age_and_by_what_can_be_opened() {
    let place = Place::new();
    let folder = place.path("journal.db.backups");
    let backup = |told: &Value| check(told, "backups").clone();
    let rename = |name: &str| {
        std::fs::rename(folder.join(&place.backups()[0]), folder.join(name)).expect("renamed");
    };
    // older than a week, and the journal changed since
    rename("2026-11-12T100000-daily.db");
    let found = backup(&place.doctor(&[]).0);
    assert_eq!(found["state"], "note");
    assert!(
        found["found"]
            .as_str()
            .is_some_and(|found| found.ends_with("10 days old, and the journal changed since")),
        "{found}"
    );
    // a week is not yet too old
    rename("2026-11-15T090000-daily.db");
    assert_eq!(backup(&place.doctor(&[]).0)["state"], "ok");
    // as old, and the journal is the same
    let made = place.does(&["backup"]);
    let made = made.lines().last().expect("a file").to_owned();
    std::fs::remove_file(folder.join("2026-11-15T090000-daily.db")).expect("removed");
    std::fs::rename(&made, folder.join("2026-10-12T100000-by-hand.db")).expect("renamed");
    assert_eq!(backup(&place.doctor(&[]).0)["state"], "ok");
    // one that cannot be read: a note beside a sound one, not well as the newest
    unreadable(&folder.join("2026-10-01T100000-daily.db"));
    let (told, code) = place.doctor(&[]);
    assert_eq!(
        (code, &check(&told, "older backups")["state"]),
        (0, &Value::from("note")),
        "{told:#}"
    );
    unreadable(&folder.join("2026-11-22T093000-daily.db"));
    let (told, code) = place.doctor(&[]);
    assert_eq!((code, ill(&told)), (6, vec!["backups"]), "{told:#}");
    std::fs::remove_dir_all(&folder).expect("removed");
    let found = backup(&place.doctor(&[]).0);
    assert_eq!(
        (&found["state"], &found["found"]),
        (&Value::from("note"), &Value::from("none yet"))
    );
}

/// What cannot be opened is looked at from outside, named for what it is, and never written to.
fn looked_at_from_outside(damage: impl Fn(&Place), found: &str, mend: &str) {
    let place = Place::new();
    for end in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(place.path(&format!("journal.db{end}")));
    }
    damage(&place);
    let then = std::fs::read(place.journal()).expect("read");
    for flags in [&[][..], &["--fix"], &["--fix", "--yes"]] {
        let (told, code) = place.doctor(flags);
        assert_eq!(code, 6, "{found}: {told:#}");
        let file = check(&told, "file");
        let says =
            |key: &str, words: &str| file[key].as_str().is_some_and(|says| says.contains(words));
        assert!(says("found", found) && says("mend", mend), "{file}");
        // what can be known from outside is there
        for what in [
            "lock",
            "folder",
            "left-overs",
            "backups",
            "terminal",
            "engine",
            "editor",
        ] {
            check(&told, what);
        }
        let now = std::fs::read(place.journal()).expect("read");
        assert!(now == then, "{found} was changed");
    }
    let said = told(&place.command(&["doctor", "--fix"]));
    let refused = "nothing was mended, because no backup could be made first";
    assert!(said.contains(refused), "{said}");
    assert_eq!(place.backups(), ["2026-11-22T100000-daily.db"]);
}

const WAY_BACK: &str = "trustline restore 2026-11-22T100000-daily --dry-run";

#[test]
fn a_journal_that_was_cut_is_looked_at_from_outside() {
    let cut = |place: &Place| {
        let mut file = std::fs::File::options();
        let file = file.write(true).open(place.journal());
        file.and_then(|file| file.set_len(30_000)).expect("cut");
    };
    looked_at_from_outside(cut, "damaged", WAY_BACK);
}

#[test]
fn a_foreign_file_is_looked_at_from_outside() {
    let foreign = |place: &Place| {
        let words = "Dear diary, today I was replaced by a text.";
        std::fs::write(place.journal(), words).expect("written");
    };
    looked_at_from_outside(foreign, "not a trustline journal", WAY_BACK);
}

#[test]
fn a_journal_of_a_newer_program_is_looked_at_from_outside() {
    let newer = |place: &Place| {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/journals");
        std::fs::copy(fixtures.join("newer.db"), place.journal()).expect("a copy");
    };
    looked_at_from_outside(newer, "schema 99", "trustline 0.9.0 or newer");
}

#[cfg(feature = "encryption")]
#[test]
fn a_locked_journal_is_looked_at_from_outside_and_with_its_key_from_inside() {
    let room = locked::Room::new();
    let mut journal = room.make();
    house::person(&mut journal, "Priya Nair");
    drop(journal);
    let done = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .env_clear()
        .env("TRUSTLINE_NOW", "2026-11-22T10:00")
        .args(["doctor", "--json", "--journal"])
        .arg(room.file())
        .stdin(std::process::Stdio::null())
        .output()
        .expect("it runs");
    assert_eq!(done.status.code(), Some(8), "{}", told(&done));
    let outside: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!(check(&outside, "file")["state"], "note");
    let lock = check(&outside, "lock")["found"]
        .as_str()
        .expect("a sentence")
        .to_owned();
    assert!(
        lock.starts_with("locked; a try at the passphrase takes"),
        "{lock}"
    );

    let mut journal = room.open(room.keys()).expect("its key fits");
    let health = journal.health();
    assert!(health.is_well(), "{health:?}");
    let open = |health: &trustline::domain::health::Health| {
        health.check("open backups").expect("checked").clone()
    };
    assert_eq!(open(&health).state, State::Well);
    journal
        .shelf()
        .expect("a shelf")
        .make(Why::ByHand)
        .expect("a locked backup");
    assert_eq!(open(&journal.health()).state, State::Well);
    // a plain one beside it is a leak
    let plain = Place::new();
    let name = "2026-11-20T100000-daily.db";
    let folder = journal.shelf().expect("a shelf").folder();
    std::fs::copy(plain.journal(), folder.join(name)).expect("a copy");
    let health = journal.health();
    assert_eq!(open(&health).state, State::Ill);
    assert!(open(&health).found.contains(name));
    drop(journal);
    // without its header it is nobody's to open: that is told, and the locked backup still is one
    std::fs::remove_file(trustline::store::key_file(&room.file())).expect("removed");
    let customs = Customs::default().with_keys(Keys::none());
    let shelf = Shelf::of(&room.file(), &house::clock(), &customs);
    let why = room.open(Keys::none()).err().expect("it cannot be opened");
    let health = shelf.health_of_closed(&why, &customs);
    assert_eq!(health.check("lock").expect("checked").state, State::Ill);
    assert!(!health.is_well());
}

#[test]
fn unfinished_files_are_taken_away() {
    let place = Place::new();
    let left = place.path("journal.db.backups/.unfinished-abc.db");
    std::fs::write(&left, [0; 2048]).expect("a file");
    #[cfg(unix)]
    mode(&left, 0o600);
    let (told, _) = place.doctor(&[]);
    assert_eq!(
        check(&told, "left-overs")["state"],
        "ok",
        "somebody may be at work on it"
    );
    let file = std::fs::File::options()
        .write(true)
        .open(&left)
        .expect("a file");
    let then = file
        .metadata()
        .and_then(|there| there.modified())
        .expect("a moment");
    file.set_modified(then - std::time::Duration::from_secs(7200))
        .expect("dated");
    let (told, code) = place.doctor(&[]);
    assert_eq!(
        (code, &check(&told, "left-overs")["fix"]),
        (0, &Value::from("left-overs"))
    );
    let (told, _) = place.doctor(&["--fix"]);
    assert_eq!(check(&told, "left-overs")["found"], "none", "{told:#}");
    assert!(!left.exists());
}

/// Answers what was said, with what was typed at the question.
fn asked(place: &Place, typed: &str) -> String {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let streams = trustline::cli::Streams {
        input: &mut typed.as_bytes(),
        out: &mut out,
        err: &mut err,
        terminals: trustline::cli::Terminals {
            input: true,
            out: false,
            err: true,
        },
        plain: true,
        width: 80,
    };
    let journal = format!("--journal={}", place.journal().display());
    let config = format!("--config={}", place.path("config").display());
    let args = ["trustline", "doctor", "--fix", &journal, &config].map(std::ffi::OsString::from);
    trustline::cli::run(args, streams, house::clock());
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    format!("{}{}", text(out), text(err))
}

#[test]
fn on_a_terminal_it_asks_first() {
    let place = Place::new();
    place.damage("DELETE FROM place");
    let had = place.backups();
    for typed in ["n\n", "\n", ""] {
        let said = asked(&place, typed);
        assert!(
            said.contains("Mend it now? [y/N]") && said.contains("Nothing was mended."),
            "{said}"
        );
        assert!(
            said.contains("  build what screens read again, from the revisions"),
            "{said}"
        );
        assert_eq!(place.backups(), had);
    }
    let said = asked(&place, "y\n");
    assert!(
        said.contains("Mended: what screens read was built again"),
        "{said}"
    );
    assert_eq!(place.doctor(&[]).1, 0);
}

#[test]
fn forgetting_that_is_owed_is_told_and_done() {
    let place = Place::new();
    let mut journal =
        trustline::journal::Journal::open(&place.journal(), house::clock()).expect("a journal");
    place.damage("INSERT INTO setting VALUES ('overwriting', '1')");
    let health = journal.health();
    let owed = health.check("forgetting").expect("checked");
    assert_eq!((owed.state, owed.fix), (State::Ill, Some(Fix::Overwrite)));
    journal.mend(Fix::Overwrite, &mut |_| {}).expect("done");
    assert!(journal.health().is_well());
}
