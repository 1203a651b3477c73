//! Journals of every released schema: opened, they hold what they held, proved; what cannot be brought up is left as it was.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;
use trustline::domain::Kind;
use trustline::domain::filter::Filter;
use trustline::domain::view::{TodaySort, Window};
use trustline::error::ErrorKind;
use trustline::journal::Journal;
use trustline::secret::Keys;

use crate::house;

/// A journal that the program of the first schema wrote, and what it exported of it.
const FIRST: &str = "1";
/// The same of the second.
const SECOND: &str = "2";
/// A journal of a schema that is not there yet; it names the program it needs.
const NEWER: &str = "newer";

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/journals")
        .join(name)
}

/// A copy of a kept journal, to be opened.
fn copied(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.db");
    std::fs::copy(fixture(&format!("{name}.db")), &file).expect("a copy");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let own = std::fs::Permissions::from_mode(0o600);
        std::fs::set_permissions(&file, own).expect("its owner's alone");
    }
    (folder, file)
}

fn open(file: &Path) -> Journal {
    Journal::open(file, house::clock()).expect("an older journal is brought up")
}

fn schema(file: &Path) -> i64 {
    let raw = Connection::open(file).expect("a file");
    raw.query_row("PRAGMA user_version", [], |row| row.get(0))
        .expect("a number")
}

/// The newest schema: the one of a journal that is made now.
fn newest() -> i64 {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.db");
    drop(open(&file));
    schema(&file)
}

/// The journals of every schema before the newest.
fn older() -> impl Iterator<Item = String> {
    (1..newest()).map(|schema| schema.to_string())
}

/// The files of the folder of backups beside a journal.
fn kept(file: &Path) -> Vec<PathBuf> {
    let mut folder = file.as_os_str().to_owned();
    folder.push(".backups");
    let there = Path::new(&folder).read_dir().expect("backups");
    there.map(|entry| entry.expect("an entry").path()).collect()
}

/// Every row of the truth, whatever columns it had then.
fn truth(file: &Path, columns: &str) -> Vec<Vec<rusqlite::types::Value>> {
    let raw = Connection::open(file).expect("a file");
    let mut all = raw
        .prepare(&format!("SELECT {columns} FROM revision ORDER BY seq"))
        .expect("revisions");
    let many = all.column_count();
    let rows = all.query_map([], |row| (0..many).map(|n| row.get(n)).collect());
    rows.expect("rows").map(|row| row.expect("a row")).collect()
}

/// The same export as the program of then wrote, and projections that equal a rebuild's.
fn holds_what_it_held(journal: &mut Journal, name: &str) {
    let mut exported = Vec::new();
    journal.export(&mut exported).expect("an export");
    let then = std::fs::read(fixture(&format!("{name}.jsonl"))).expect("the export of then");
    assert_eq!(
        String::from_utf8_lossy(&exported),
        String::from_utf8_lossy(&then)
    );
    let as_opened = journal.digest().expect("a digest");
    journal.rebuild(&mut |_| {}).expect("a rebuild");
    assert_eq!(journal.digest().expect("a digest"), as_opened);
}

#[test]
fn a_journal_of_the_first_schema_holds_what_it_held() {
    let (_folder, file) = copied(FIRST);
    let mut journal = open(&file);
    holds_what_it_held(&mut journal, FIRST);
    let lines = journal
        .entries(&Filter::default(), Window::top(50))
        .expect("a list");
    assert_eq!(lines.lines.len(), 11);
    let today = journal.today(20).expect("today");
    let sorts: Vec<_> = today.lines.iter().map(|line| line.sort).collect();
    // a miss that names a process is no contact with it, as the first schema had it
    assert_eq!(sorts, [TodaySort::Feedback, TodaySort::CheckIn]);
}

#[test]
fn a_journal_of_the_second_schema_holds_what_it_held() {
    let (_folder, file) = copied(SECOND);
    assert_eq!(schema(&file), 2);
    let mut journal = open(&file);
    holds_what_it_held(&mut journal, SECOND);
    let plan = journal
        .find_record(Some(Kind::Plan), "say early")
        .expect("the plan");
    let priya = journal.find_relationship("pnair").expect("by her handle");
    let record = journal.stored(plan).expect("a read").expect("it is here");
    assert_eq!(record.record.noun().whos(), [priya]);
    let told = journal.undo().expect("an undo").expect("a step");
    assert!(told.says.starts_with("undone: edited"), "{}", told.says);
}

#[test]
fn undo_reaches_back_over_the_migration() {
    let (_folder, file) = copied(FIRST);
    drop(open(&file));
    let mut journal = open(&file);
    let told = journal.undo().expect("an undo").expect("a step");
    assert!(told.says.starts_with("undone: "), "{}", told.says);
    assert!(journal.redo().expect("a redo").is_some());
}

#[test]
fn what_cannot_be_brought_up_is_left_as_it_was() {
    let (_folder, file) = copied(FIRST);
    let raw = Connection::open(&file).expect("a file");
    raw.execute("UPDATE revision SET body = '{' WHERE kind = 'topic'", [])
        .expect("a damaged body");
    drop(raw);
    let error = Journal::open(&file, house::clock())
        .err()
        .expect("it cannot be read");
    assert!(error.says().contains("damaged"), "{}", error.says());
    assert_eq!(schema(&file), 1, "nothing was kept of the migration");
}

#[test]
fn every_schema_before_the_newest_has_its_journal() {
    let missing: Vec<_> = older()
        .flat_map(|name| [format!("{name}.db"), format!("{name}.jsonl")])
        .filter(|name| !fixture(name).is_file())
        .collect();
    assert!(
        missing.is_empty(),
        "tests/fixtures/journals lacks {missing:?}: keep a journal of a schema, and its export, before the next one is added"
    );
    for name in older() {
        assert_eq!(schema(&fixture(&format!("{name}.db"))).to_string(), name);
    }
}

#[test]
fn a_journal_of_every_schema_is_kept_first_brought_up_and_proved() {
    const COLUMNS: &str =
        "seq, hex(record), kind, time, device, parent_time, parent_device, step, body";
    for name in older() {
        let (_folder, file) = copied(&name);
        let then = truth(&file, COLUMNS);
        let mut journal = open(&file);
        let says = journal.finished().expect("it is told").to_owned();
        let records = journal.entries(&Filter::default(), Window::top(1_000));
        let records = records.expect("a list").lines.len();
        let begins = format!(
            "The journal was brought from schema {name} to {}: ",
            newest()
        );
        assert!(says.starts_with(&begins), "{says}");
        let ends = format!(
            " in {} revisions, the same as before; kept first as 2026",
            then.len()
        );
        assert!(says.contains(&ends), "{says}");
        holds_what_it_held(&mut journal, &name);
        let health = journal.health();
        assert!(health.is_well(), "{name}: {health:?}");
        drop(journal);
        assert_eq!(truth(&file, COLUMNS), then, "{name}");
        let [kept] = kept(&file).try_into().expect("one backup");
        assert_eq!(schema(&kept).to_string(), name, "as it was");
        assert_eq!(truth(&kept, COLUMNS), then, "{name}");
        let journal = open(&file);
        assert_eq!(journal.finished(), None, "once");
        // what is sealed is counted, and stands in no list
        let sealed = journal.left_out().expect("a count");
        assert!(
            says.contains(&format!(" {} records in ", records + sealed)),
            "{says}: {records} {sealed}"
        );
    }
}

#[test]
fn a_newer_journal_is_refused_with_the_program_it_needs_and_left_as_it_is() {
    let (_folder, file) = copied(NEWER);
    let then = std::fs::read(&file).expect("read");
    let refused = |error: trustline::error::Error| {
        assert_eq!(error.kind(), ErrorKind::Journal);
        let says = error.says();
        let own = env!("CARGO_PKG_VERSION");
        let expect = format!(
            "has schema 99; this program (trustline {own}) knows up to {}",
            newest()
        );
        assert!(says.contains(&expect), "{says}");
        let hint = error.hint_text().unwrap_or_default();
        assert!(hint.contains("needs trustline 0.9.0 or newer"), "{hint}");
    };
    refused(Journal::open(&file, house::clock()).err().expect("refused"));
    refused(trustline::store::look(&file, true, &Keys::none()).expect_err("refused"));
    let names = crate::backups::names(file.parent().expect("a folder"));
    assert_eq!(names, ["journal.db"], "nothing was made beside it");
    assert_eq!(std::fs::read(&file).expect("read"), then);
    // one that does not say which is told by its number
    let raw = Connection::open(&file).expect("a file");
    raw.execute_batch("DROP TABLE setting").expect("dropped");
    drop(raw);
    let error = Journal::open(&file, house::clock()).err().expect("refused");
    let hint = error.hint_text().unwrap_or_default();
    assert!(hint.starts_with("a newer trustline wrote it"), "{hint}");
}
