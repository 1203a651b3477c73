//! Journals of every released schema: opened, they hold what they held; what cannot be brought up is left as it was.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;
use trustline::domain::Kind;
use trustline::domain::filter::Filter;
use trustline::domain::view::{TodaySort, Window};
use trustline::journal::Journal;

use crate::house;

/// A journal that the program of the first schema wrote, and what it exported of it.
const FIRST: &str = "1";
/// The same of the second.
const SECOND: &str = "2";

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
