//! Backups: made while others write, checked, kept by the rule, compared and put back; and what goes wrong on the way.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;
use trustline::clock::Clock;
use trustline::domain::backup::Why;
use trustline::domain::{Kind, Record, note::Note};
use trustline::error::ErrorKind;
use trustline::journal::{Before, Change, Customs, Journal, Shelf};

use crate::house;

/// What another window writes after the journal was kept, and before the backup takes its place, would be nowhere.
#[test]
fn what_is_written_while_a_backup_is_put_back_is_never_lost() {
    let room = Room::new(&["one"]);
    let shelf = room.shelf();
    let old = shelf.make(Why::ByHand).expect("a backup").path;
    room.write(&["two"]);
    let keeping = trustline::domain::backup::Keeping::default();
    let mut store = trustline::store::Store::open(
        &room.file(),
        &room.clock(),
        &keeping,
        &trustline::secret::Keys::none(),
    )
    .expect("a journal");
    let held = store.content().expect("what it holds");
    room.write(&["three"]);
    assert!(!store.put_back(&old, &room.clock(), &held).expect("a look"));
    let now = store.content().expect("what it holds");
    assert_eq!(now.records, 3, "as it was");
    assert!(store.put_back(&old, &room.clock(), &now).expect("put back"));
    assert_eq!(store.content().expect("what it holds").records, 1);
}

/// A journal with a few notes in a folder of its own.
struct Room {
    folder: TempDir,
    day: u32,
}

impl Room {
    fn new(notes: &[&str]) -> Self {
        let room = Self {
            folder: tempfile::tempdir().expect("a folder"),
            day: 22,
        };
        room.write(notes);
        room
    }

    fn clock(&self) -> Clock {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, self.day).expect("a day");
        Clock::fixed(day.and_hms_opt(10, 0, 0).expect("a time"))
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("journal.db")
    }

    fn open(&self) -> Journal {
        Journal::open(&self.file(), self.clock()).expect("a journal")
    }

    fn write(&self, notes: &[&str]) {
        let mut journal = self.open();
        for text in notes {
            note(&mut journal, text);
        }
    }

    fn shelf(&self) -> Shelf {
        Shelf::of(&self.file(), &self.clock(), &self.customs())
    }

    fn customs(&self) -> Customs {
        Customs::of(Some(self.folder.path().join("settings")))
    }

    fn settings(&self, text: &str) {
        let folder = self.folder.path().join("settings");
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("config.toml"), text).expect("settings");
    }

    fn digest(&self) -> String {
        self.open().digest().expect("a digest")
    }

    fn names(&self) -> Vec<String> {
        names(&self.shelf().folder())
    }

    /// Cuts the journal's file in the middle of a page.
    fn damage(&self) {
        let file = std::fs::File::options()
            .write(true)
            .open(self.file())
            .expect("the journal");
        file.set_len(30_000).expect("cut");
    }
}

/// The files of a folder, sorted; none where there is no folder.
pub fn names(folder: &Path) -> Vec<String> {
    let Ok(there) = folder.read_dir() else {
        return Vec::new();
    };
    let mut names: Vec<_> = there
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    names.sort();
    names
}

/// Writes a note.
fn note(journal: &mut Journal, text: &str) {
    let note = Note {
        text: text.to_owned(),
        at: journal.day().into(),
        ..Note::default()
    };
    journal
        .tell(Change::Add(Box::new(Record::Note(note))))
        .expect("a note");
}

fn quiet(_: u64) {}

#[test]
fn what_is_restored_is_the_journal_of_the_moment_and_the_way_back_is_kept() {
    let room = Room::new(&["one", "two"]);
    let then = room.digest();
    let made = room.shelf().make(Why::ByHand).expect("a backup");
    assert_eq!(made.records, Some(2));
    room.write(&["three"]);
    let later = room.digest();
    let restored = room.shelf().restore(&made.path).expect("restored");
    assert_eq!(room.digest(), then);
    let Some(Before::Kept(before)) = restored.before else {
        panic!("{restored:?}");
    };
    room.shelf().restore(&before).expect("back again");
    assert_eq!(room.digest(), later);
    let mut journal = room.open();
    let health = journal.health();
    assert!(health.is_well(), "{health:?}");
}

#[test]
fn what_was_forgotten_since_stays_so() {
    let room = Room::new(&["of the harvest"]);
    let who = {
        let mut journal = room.open();
        let told = house::person(&mut journal, "Zephyrine Quux");
        note(&mut journal, "Zephyrine saw the harvest");
        told
    };
    let made = room.shelf().make(Why::ByHand).expect("a backup");
    room.open().forget(who, true).expect("forgotten");
    room.shelf().restore(&made.path).expect("restored");
    let journal = room.open();
    assert!(journal.stored(who).expect("read").is_none());
    assert_eq!(
        journal.forgetting(who, true).expect_err("gone").kind(),
        ErrorKind::Refused
    );
    let mut out = Vec::new();
    journal.export(&mut out).expect("exported");
    drop(journal);
    let text = String::from_utf8(out).expect("text");
    assert!(
        text.contains("saw the harvest") && !text.contains("Zephyrine"),
        "{text}"
    );
    for entry in std::fs::read_dir(room.folder.path())
        .expect("the folder")
        .flatten()
    {
        if entry.path().is_file() {
            let bytes = std::fs::read(entry.path()).expect("a file");
            let found = bytes
                .windows(9)
                .any(|part| part.eq_ignore_ascii_case(b"zephyrine"));
            assert!(!found, "{}", entry.path().display());
        }
    }
}

#[test]
fn a_restore_is_seen_by_a_journal_that_is_open() {
    let mut room = Room::new(&["one"]);
    let made = room.shelf().make(Why::ByHand).expect("a backup");
    let mut open = room.open();
    room.write(&["two"]);
    let (version, digest) = (open.version().expect("read"), open.digest().expect("read"));
    room.shelf().restore(&made.path).expect("restored");
    // as many revisions as before the restore, and others
    room.day = 23;
    room.write(&["another two"]);
    assert_ne!(open.version().expect("read"), version);
    assert_ne!(open.digest().expect("read"), digest);
    note(&mut open, "three");
    assert_eq!(room.digest(), open.digest().expect("read"));
}

#[test]
fn the_daily_one_is_made_once_a_day_and_only_of_what_is_new() {
    let mut room = Room::new(&[]);
    assert_eq!(room.shelf().daily(&mut quiet).expect("looked"), None);
    assert!(
        room.names().is_empty(),
        "an empty journal has nothing to keep"
    );
    room.write(&["one"]);
    assert!(room.shelf().daily(&mut quiet).expect("made").is_some());
    room.write(&["two"]);
    assert_eq!(room.shelf().daily(&mut quiet).expect("looked"), None);
    room.day = 23;
    assert!(room.shelf().daily(&mut quiet).expect("made").is_some());
    room.day = 24;
    assert_eq!(room.shelf().daily(&mut quiet).expect("looked"), None);
    assert_eq!(
        room.names(),
        ["2026-11-22T100000-daily.db", "2026-11-23T100000-daily.db"]
    );
}

#[test]
fn the_settings_say_whether_where_and_how_many() {
    let mut room = Room::new(&["one"]);
    room.settings("[backups]\nautomatic = false");
    assert_eq!(room.shelf().daily(&mut quiet).expect("looked"), None);
    let elsewhere = room.folder.path().join("elsewhere");
    let text = format!("[backups]\nfolder = {elsewhere:?}\ndaily = 2\nweekly = 0\nmonthly = 0");
    room.settings(&text);
    let refused = room.shelf().daily(&mut quiet).expect_err("no such folder");
    assert!(refused.says().contains("is not there"), "{refused}");
    assert_eq!(
        room.shelf().daily(&mut quiet).expect("told once"),
        None,
        "it is tried once a day"
    );
    std::fs::create_dir(&elsewhere).expect("a folder");
    for day in [23, 24, 25, 26] {
        room.day = day;
        room.write(&["more"]);
        room.shelf().daily(&mut quiet).expect("made");
    }
    assert_eq!(names(&elsewhere), ["journal.db.backups"]);
    assert_eq!(
        room.names(),
        ["2026-11-25T100000-daily.db", "2026-11-26T100000-daily.db"]
    );
}

#[test]
fn pruning_leaves_alone_what_is_not_ours_or_not_sound() {
    let mut room = Room::new(&["one"]);
    room.settings("[backups]\ndaily = 1\nweekly = 0\nmonthly = 0");
    let folder = room.shelf().folder();
    room.shelf().make(Why::ByHand).expect("made");
    let other = Room::new(&["of somebody else"]);
    let foreign = other.shelf().make(Why::ByHand).expect("made");
    // the same words, and another device
    Connection::open(&foreign.path)
        .and_then(|raw| raw.execute("UPDATE setting SET value = '7' WHERE key = 'device'", []))
        .expect("another device");
    std::fs::copy(&foreign.path, folder.join("2026-11-01T100000-daily.db")).expect("copied");
    std::fs::write(folder.join("2026-11-02T100000-daily.db"), "torn").expect("written");
    std::fs::write(folder.join("notes.db"), "mine").expect("written");
    for day in [23, 24] {
        room.day = day;
        room.write(&["more"]);
        room.shelf().daily(&mut quiet).expect("made");
    }
    assert_eq!(room.shelf().prune(true).expect("looked"), []);
    assert_eq!(
        room.names(),
        [
            "2026-11-01T100000-daily.db",
            "2026-11-02T100000-daily.db",
            "2026-11-22T100000-by-hand.db",
            "2026-11-24T100000-daily.db",
            "notes.db",
        ]
    );
}

#[test]
fn a_preview_counts_what_comes_back_goes_away_and_changes() {
    let room = Room::new(&["one", "two", "three"]);
    let made = room.shelf().make(Why::ByHand).expect("a backup");
    assert!(
        room.shelf()
            .preview(&made.path, 9)
            .expect("looked")
            .is_same()
    );
    let mut journal = room.open();
    let lines = journal
        .entries(
            &trustline::domain::filter::Filter::default(),
            trustline::domain::view::Window::top(9),
        )
        .expect("a list")
        .lines;
    journal
        .tell(Change::Erase { id: lines[0].id })
        .expect("erased");
    let stored = journal.stored(lines[1].id).expect("read").expect("stands");
    let Record::Note(note) = stored.record else {
        panic!("a note");
    };
    journal
        .tell(Change::Edit {
            id: stored.id,
            seen: stored.stamp,
            record: Box::new(Record::Note(Note {
                text: "other words".to_owned(),
                ..note
            })),
        })
        .expect("edited");
    drop(journal);
    room.write(&["four", "five\u{202e}"]);
    let preview = room.shelf().preview(&made.path, 1).expect("looked");
    let (kind, moves) = preview.kinds[0];
    assert_eq!((kind, preview.kinds.len()), (Kind::Note, 1));
    assert_eq!((moves.back, moves.gone, moves.changed), (1, 2, 1));
    assert_eq!(preview.missing.len(), 1);
    let says = preview.says().join("\n");
    assert!(
        says.contains("note: 1 comes back, 2 go away, 1 is as it was again"),
        "{says}"
    );
    assert_eq!(room.names().len(), 1, "looking changes nothing");
}

#[test]
fn a_backup_is_whole_while_another_hand_writes() {
    let room = Room::new(&["one"]);
    let file = room.file();
    let writer = std::thread::spawn(move || {
        let mut journal = Journal::open(&file, house::clock()).expect("a journal");
        for n in 0..60 {
            note(&mut journal, &format!("note {n}"));
        }
    });
    let mut most = 0;
    for _ in 0..8 {
        let made = room.shelf().make(Why::ByHand).expect("a backup");
        assert!(made.is_good(), "{made:?}");
        let records = made.records.expect("counted");
        assert!(records >= most, "time runs one way");
        most = records;
    }
    writer.join().expect("it wrote");
    let list = room.shelf().list(true).expect("listed");
    assert_eq!(list.lines.len(), 8);
    assert!(
        list.lines
            .iter()
            .all(trustline::domain::backup::Backup::is_good)
    );
    assert_eq!(room.names().len(), 8, "nothing unfinished is left");
}

#[test]
fn a_torn_backup_is_refused_with_a_word_and_the_journal_stays() {
    let room = Room::new(&["one"]);
    let made = room.shelf().make(Why::ByHand).expect("a backup");
    let digest = room.digest();
    let whole = std::fs::read(&made.path).expect("read");
    for length in [0, 10, 100, 5000, whole.len() / 2, whole.len() - 4096] {
        std::fs::write(&made.path, &whole[..length]).expect("torn");
        let refused = room.shelf().restore(&made.path).expect_err("torn");
        assert_eq!(refused.kind(), ErrorKind::Journal, "{length}: {refused}");
        let list = room.shelf().list(true).expect("listed");
        assert!(list.lines[0].fault.is_some(), "{length}");
    }
    assert_eq!(room.digest(), digest);
    assert_eq!(
        room.names().len(),
        1,
        "nothing was kept of what was not done"
    );
}

#[test]
fn a_database_of_another_program_and_a_newer_journal_are_refused() {
    let room = Room::new(&["one"]);
    let made = room.shelf().make(Why::ByHand).expect("a backup");
    let newer = room.folder.path().join("newer.db");
    std::fs::copy(&made.path, &newer).expect("copied");
    Connection::open(&newer)
        .and_then(|raw| raw.pragma_update(None, "user_version", 99))
        .expect("newer");
    let refused = room.shelf().restore(&newer).expect_err("newer");
    assert!(refused.says().contains("schema 99"), "{refused}");
    let foreign = room.folder.path().join("foreign.db");
    Connection::open(&foreign)
        .and_then(|raw| raw.execute_batch("CREATE TABLE bookmarks (url TEXT)"))
        .expect("foreign");
    let refused = room.shelf().restore(&foreign).expect_err("foreign");
    assert!(refused.says().contains("another program"), "{refused}");
    let nothing = room.shelf().find("last year").expect_err("no such backup");
    assert_eq!(nothing.kind(), ErrorKind::NotFound);
}

#[test]
fn a_damaged_journal_is_kept_byte_for_byte_and_replaced() {
    let room = Room::new(&["one", "two"]);
    let digest = room.digest();
    let made = room.shelf().make(Why::Daily).expect("a backup");
    assert!(room.shelf().way_back().is_none(), "nothing is damaged");
    room.damage();
    let torn = std::fs::read(room.file()).expect("read");
    let back = room.shelf().way_back().expect("a way back");
    assert_eq!(back.path, made.path);
    let preview = room.shelf().preview(&made.path, 5).expect("looked");
    assert!(preview.unread.is_some());
    let restored = room.shelf().restore(&made.path).expect("restored");
    let Some(Before::Aside(aside)) = restored.before else {
        panic!("{restored:?}");
    };
    assert_eq!(std::fs::read(aside).expect("read"), torn);
    assert_eq!(room.digest(), digest);
    let list = room.shelf().list(true).expect("listed");
    assert_eq!(list.lines[0].name.expect("a name").why, Why::Damaged);
    assert!(!list.lines[0].is_good() && list.lines[0].fault.is_none());
}

#[test]
fn a_journal_that_is_gone_comes_back() {
    let room = Room::new(&["one"]);
    let digest = room.digest();
    let made = room.shelf().make(Why::ByHand).expect("a backup");
    std::fs::remove_file(room.file()).expect("deleted");
    let restored = room.shelf().restore(&made.path).expect("restored");
    assert_eq!(restored.before, None);
    assert_eq!(room.digest(), digest);
}

#[test]
fn a_migration_is_backed_up_first_and_can_be_gone_back_from() {
    let room = Room::new(&[]);
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/journals/1.db");
    std::fs::copy(&fixture, room.file()).expect("a copy");
    let digest = room.digest();
    let list = room.shelf().list(true).expect("listed");
    assert_eq!(list.lines.len(), 1, "{list:?}");
    let before = &list.lines[0];
    assert_eq!(before.schema, 1);
    assert!(
        before
            .file()
            .starts_with("2026-11-22T100000-before-migration-")
    );
    room.write(&["after it"]);
    room.shelf()
        .restore(&before.path)
        .expect("restored and brought up");
    assert_eq!(room.digest(), digest);
    let kept = room.names();
    assert_eq!(
        kept.len(),
        2,
        "the restore itself backs up what was there: {kept:?}"
    );
}

#[test]
fn a_migration_that_cannot_be_backed_up_is_not_begun() {
    let room = Room::new(&[]);
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/journals/1.db");
    std::fs::copy(&fixture, room.file()).expect("a copy");
    room.settings("[backups]\nfolder = \"/not/there\"");
    let refused = Journal::open_by(&room.file(), room.clock(), room.customs())
        .err()
        .expect("no place for the backup");
    assert!(refused.says().contains("/not/there"), "{refused}");
    let raw = Connection::open(room.file()).expect("a file");
    let schema: i64 = raw
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .expect("a number");
    assert_eq!(schema, 1);
}

#[cfg(unix)]
#[test]
fn backups_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new(&["one"]);
    let made = room.shelf().make(Why::ByHand).expect("a backup");
    let bits = |path: &Path| path.metadata().expect("there").permissions().mode() & 0o777;
    assert_eq!(bits(&made.path), 0o600);
    assert_eq!(bits(&room.shelf().folder()), 0o700);
    let restored = room.folder.path().join("copy.db");
    room.shelf().write(&restored, false).expect("written");
    assert_eq!(bits(&restored), 0o600);
    let refused = room.shelf().write(&restored, false).expect_err("there");
    assert_eq!(refused.kind(), ErrorKind::Refused);
    let itself = room.shelf().write(&room.file(), true).expect_err("itself");
    assert_eq!(itself.kind(), ErrorKind::Refused);
}
