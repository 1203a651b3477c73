//! The law of forgetting: no byte of what is forgotten is in any file of the journal, and no union brings it back.

mod page;
mod stays;
mod unions;

use std::io::BufReader;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use trustline::domain::fields::{Field, Shape};
use trustline::domain::value::Value;
use trustline::domain::{Act, Kind, Record, RecordId};
use trustline::journal::{Change, Journal};

use crate::house::{self, add, day, now};

/// Begins every text that must go; no word of any language.
const MARKER: &str = "Zqv";
/// Stands in many of them, as the journal and as JSON with escapes write it.
const ARABIC: &str = "سريزقو";
const NAME: &str = "Zqvname Zqvlast";

/// A journal in a folder of its own.
fn in_folder() -> (TempDir, PathBuf, Journal) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.db");
    let journal = Journal::open(&file, house::clock()).expect("a journal");
    (folder, file, journal)
}

/// Which of some bytes a folder's files hold, each with the file.
fn found_in(folder: &Path, needles: &[Vec<u8>]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in walk(folder) {
        let bytes = std::fs::read(&entry).expect("a file");
        for needle in needles {
            if bytes.windows(needle.len()).any(|window| window == needle) {
                let name = entry.display();
                found.push(format!("{name}: {}", String::from_utf8_lossy(needle)));
            }
        }
    }
    found
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let each = entries.map(|entry| entry.expect("an entry").path());
    each.flat_map(|path| {
        if path.is_dir() {
            walk(&path)
        } else {
            vec![path]
        }
    })
    .collect()
}

/// A text in every way in which a file could hold it.
fn ways(text: &str) -> Vec<Vec<u8>> {
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect();
    let units: Vec<_> = text
        .encode_utf16()
        .map(|unit| format!("\\u{unit:04x}"))
        .collect();
    let escaped = units.concat();
    vec![
        text.as_bytes().to_vec(),
        text.to_lowercase().into_bytes(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        escaped.into_bytes(),
    ]
}

fn needles() -> Vec<Vec<u8>> {
    [MARKER, ARABIC]
        .iter()
        .flat_map(|text| ways(text))
        .collect()
}

/// A record of a kind about somebody, with a text of its own in every field that takes one.
fn full(kind: Kind, who: RecordId, others: &[RecordId]) -> Record {
    let mut record = kind.fresh(now());
    let mut stands = record.clone();
    for (nth, field) in kind.fields().iter().enumerate() {
        let text = format!("{MARKER}{nth}{} {ARABIC} \"said\"", field.name);
        let id = Value::Text(who.to_string());
        let value = match field.shape {
            Shape::Line | Shape::Text => Value::Text(text),
            Shape::Tags => Value::List(vec![Value::Text(format!("{MARKER}tag{nth}"))]),
            Shape::Who => id,
            Shape::Whos => Value::List(vec![id]),
            Shape::Link(of) => match linked(of, others) {
                Some(id) => Value::Text(id.to_string()),
                None => continue,
            },
            _ => continue,
        };
        // what must be one of a few words, or asks for more, stays as it was
        if (field.set)(&mut record, &value).is_err()
            || record.faults().len() > stands.faults().len()
        {
            record = stands.clone();
        }
        stands = record.clone();
    }
    record
}

fn linked(of: Kind, others: &[RecordId]) -> Option<RecordId> {
    others.first().copied().filter(|_| of == Kind::Breach)
}

fn set(record: &mut Record, field: &Field, value: &Value) {
    (field.set)(record, value).expect("a value of its shape");
}

/// Somebody with a record of every kind, each edited, one deleted, one undone.
fn lived_with(journal: &mut Journal) -> RecordId {
    let alias = format!("{MARKER}alias");
    let handle = format!("{MARKER}handle");
    let texts = [
        ("name", NAME),
        ("since", "2025-01-01"),
        ("alias", alias.as_str()),
        ("handles", handle.as_str()),
    ];
    let who = add(journal, Kind::Relationship, &texts);
    let mut before = Vec::new();
    let breach = tell_add(journal, full(Kind::Breach, who, &[]));
    before.push(breach);
    for kind in Kind::ALL
        .iter()
        .filter(|k| !matches!(k, Kind::Relationship | Kind::Breach))
    {
        before.push(tell_add(journal, full(*kind, who, &[breach])));
    }
    for id in &before {
        rewrite(journal, *id);
    }
    journal.undo().expect("an undo").expect("a step");
    let gone = tell_add(journal, full(Kind::Note, who, &[]));
    journal.tell(Change::Erase { id: gone }).expect("deleted");
    rewrite(journal, who);
    let acts = [Act::Keep, Act::Reopen];
    let promise = before
        .iter()
        .find(|id| kind_of(journal, **id) == Some(Kind::Commitment))
        .expect("a commitment");
    for act in acts {
        let change = Change::Act {
            id: *promise,
            act,
            on: day("2026-11-22"),
        };
        journal.tell(change).expect("an act");
    }
    who
}

fn kind_of(journal: &Journal, id: RecordId) -> Option<Kind> {
    let stored = journal.stored(id).expect("a read");
    stored.map(|stored| stored.record.kind())
}

fn tell_add(journal: &mut Journal, record: Record) -> RecordId {
    let kind = record.kind();
    let told = journal.tell(Change::Add(Box::new(record)));
    told.unwrap_or_else(|error| panic!("{kind}: {}", error.says()))
        .ids[0]
}

/// Types another text into the first field that takes one.
fn rewrite(journal: &mut Journal, id: RecordId) {
    let stored = journal.stored(id).expect("a read").expect("it is here");
    let mut record = stored.record;
    let takes = |f: &&Field| matches!(f.shape, Shape::Line | Shape::Text) && f.is_typed();
    let Some(field) = record.kind().fields().iter().rfind(takes) else {
        return;
    };
    let text = Value::Text(format!("{MARKER}again {ARABIC}"));
    set(&mut record, field, &text);
    if record.faults().is_empty() {
        let change = Change::Edit {
            id,
            seen: stored.stamp,
            record: Box::new(record),
        };
        // what is sealed is not typed over
        let _ = journal.tell(change);
    }
}

fn export(journal: &Journal) -> String {
    let mut out = Vec::new();
    journal.export(&mut out).expect("an export");
    String::from_utf8(out).expect("UTF-8")
}

fn unite(journal: &mut Journal, text: &str) {
    journal
        .unite(&mut BufReader::new(text.as_bytes()))
        .expect("a union");
}

/// A fresh journal that holds what an export holds.
fn brought(text: &str) -> Journal {
    let mut fresh = house::journal();
    unite(&mut fresh, text);
    fresh
}

fn is_sound(journal: &mut Journal) {
    let before = journal.digest().expect("a digest");
    journal.rebuild(&mut |_| {}).expect("a rebuild");
    assert_eq!(journal.digest().expect("a digest"), before);
    let health = journal.health();
    let ill: Vec<_> = health.ill().collect();
    assert!(ill.is_empty(), "{ill:?}");
}

#[test]
fn no_byte_of_what_is_forgotten_is_in_any_file() {
    let (folder, file, mut journal) = in_folder();
    let other = house::person(&mut journal, "Ada Bly");
    house::commitment(
        &mut journal,
        "Ada Bly",
        "mine",
        "send the draft",
        "2026-11-01",
        "2026-11-20",
    );
    let who = lived_with(&mut journal);
    let window = Journal::open(&file, house::clock()).expect("another window");
    let seen = window.version().expect("a number");
    assert!(!found_in(folder.path(), &needles()).is_empty());

    let told = journal.forget(who, true).expect("forgotten");
    assert_eq!(told.gone.len(), Kind::ALL.len() + 1, "{:?}", told.counts());
    assert_eq!(found_in(folder.path(), &needles()), Vec::<String>::new());

    assert_ne!(
        window.version().expect("a number"),
        seen,
        "the other window follows"
    );
    assert!(window.card(other).is_ok());
    assert!(window.find_relationship(NAME).is_err());
    is_sound(&mut journal);
    let exported = export(&journal);
    let mut fresh = brought(&exported);
    assert_eq!(export(&fresh), exported);
    is_sound(&mut fresh);
    drop((journal, window));
    assert_eq!(found_in(folder.path(), &needles()), Vec::<String>::new());
}

#[test]
fn neither_undo_nor_redo_brings_it_back() {
    let (folder, _, mut journal) = in_folder();
    house::person(&mut journal, "Ada Bly");
    let who = lived_with(&mut journal);
    journal
        .undo()
        .expect("an undo")
        .expect("something waits to be done again");
    journal.forget(who, true).expect("forgotten");
    while journal.redo().expect("a redo").is_some() {}
    let mut says = Vec::new();
    while let Some(told) = journal.undo().expect("an undo") {
        says.push(told.says);
    }
    // what was written of others alone is all there is to take back
    assert_eq!(says, ["undone: added relationship: Ada Bly"]);
    assert_eq!(found_in(folder.path(), &needles()), Vec::<String>::new());
}

#[test]
fn what_was_cut_short_is_finished_by_the_next_start() {
    let (folder, file, mut journal) = in_folder();
    let who = lived_with(&mut journal);
    drop(journal);
    let raw = rusqlite::Connection::open(&file).expect("the file");
    // as it lies when the program ends between the two: taken out, and not yet overwritten
    raw.execute_batch(
        "PRAGMA secure_delete = OFF; UPDATE revision SET body = NULL; UPDATE step SET says = '';
         DELETE FROM entry; DELETE FROM name; DELETE FROM relationship; DELETE FROM tag;
         INSERT INTO fulltext (fulltext) VALUES ('delete-all'); INSERT INTO setting VALUES ('overwriting', '1');",
    )
    .expect("cut short");
    drop(raw);
    assert!(!found_in(folder.path(), &needles()).is_empty());
    let journal = Journal::open(&file, house::clock()).expect("opens");
    let says = journal.finished().expect("it is said").to_owned();
    assert!(says.contains("finished now"), "{says}");
    assert_eq!(found_in(folder.path(), &needles()), Vec::<String>::new());
    assert!(journal.stored(who).expect("a read").is_none());
    drop(journal);
    let again = Journal::open(&file, house::clock()).expect("opens");
    assert_eq!(again.finished(), None, "once is enough");
}

#[test]
fn history_says_when_and_nothing_of_what() {
    let mut journal = house::journal();
    let who = lived_with(&mut journal);
    journal.forget(who, true).expect("forgotten");
    let history = journal.history(who).expect("a history");
    let says: Vec<_> = history.iter().map(|one| one.says.as_str()).collect();
    assert_eq!(says, ["forgotten on 2026-11-22; nothing of it is kept"]);
    assert!(history[0].record.is_none());
    let again = journal.forgetting(who, true).expect_err("there is nothing");
    assert!(
        again.says().contains("forgotten already"),
        "{}",
        again.says()
    );
    assert_eq!(
        journal.find_forgotten(&who.short()).expect("a read"),
        Some(who)
    );
}

#[test]
fn backups_that_hold_it_are_named_and_pruned() {
    let (folder, file, mut journal) = in_folder();
    let backups = folder.path().join("journal.db.backups");
    std::fs::create_dir(&backups).expect("a folder");
    house::person(&mut journal, "Ada Bly");
    let copy = |name: &str, journal: &Journal| {
        let path = backups.join(name);
        let text = export(journal);
        let mut copied = Journal::open(&path, house::clock()).expect("a copy");
        unite(&mut copied, &text);
        path
    };
    let without = copy("1.db", &journal);
    let who = lived_with(&mut journal);
    let with = copy("2.db", &journal);
    let looked = journal.forgetting(who, true).expect("a look");
    assert_eq!(looked.backups, std::slice::from_ref(&with));
    assert_eq!(
        journal.forget(who, true).expect("forgotten").backups,
        std::slice::from_ref(&with)
    );
    assert!(
        !found_in(folder.path(), &needles()).is_empty(),
        "the backup holds it"
    );
    assert_eq!(
        journal.prune_backups().expect("pruned"),
        std::slice::from_ref(&with)
    );
    assert!(without.exists() && !with.exists() && file.exists());
    assert_eq!(
        journal.backups_holding().expect("a look"),
        Vec::<PathBuf>::new()
    );
    assert_eq!(found_in(folder.path(), &needles()), Vec::<String>::new());
}

/// A journal that was kept aside as damaged may hold it: it is named, and left, because it may be all that there is of
/// somebody's journal. A link leads out of the folder, and what it leads to is not touched; a database of another program is nobody's backup.
#[cfg(unix)]
#[test]
fn pruning_leaves_what_cannot_be_read_and_never_touches_what_a_link_leads_to() {
    let (folder, _, mut journal) = in_folder();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let backups = folder.path().join("journal.db.backups");
    std::fs::create_dir(&backups).expect("a folder");
    let who = lived_with(&mut journal);
    let at = |name: &str| backups.join(name);
    let holds = format!("what was damaged: {NAME}");
    let damaged = at("2026-11-20T080000-damaged.db");
    std::fs::write(&damaged, &holds).expect("written");
    let log = at("2026-11-20T080000-damaged.db-wal");
    std::fs::write(&log, &holds).expect("written");
    let other = at("notes.db");
    std::fs::write(&other, "nothing of ours").expect("written");
    let target = elsewhere.path().join("theirs.db");
    std::fs::write(&target, &holds).expect("written");
    let link = at("2026-11-21T080000-daily.db");
    std::os::unix::fs::symlink(&target, &link).expect("a link");

    std::fs::create_dir(at("2026-11-22T080000-daily.db")).expect("a folder");

    let done = journal.forget(who, true).expect("forgotten");
    assert_eq!(done.backups, [damaged.clone(), link.clone()]);
    assert_eq!(
        journal.prune_backups().expect("pruned"),
        Vec::<std::path::PathBuf>::new()
    );
    assert!(damaged.exists() && log.exists() && other.exists());
    assert_eq!(std::fs::read_to_string(&target).expect("read"), holds);
    assert_eq!(
        journal.backups_holding().expect("a look"),
        [damaged.clone(), link.clone()]
    );
    for file in [&link, &damaged, &log] {
        std::fs::remove_file(file).expect("gone");
    }
    assert_eq!(found_in(folder.path(), &needles()), Vec::<String>::new());
}

#[test]
fn the_contact_in_the_settings_goes_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("settings");
    let file = folder.path().join("journal.db");
    let mut journal = Journal::open(&file, house::clock())
        .expect("a journal")
        .with_settings(Some(settings));
    let who = house::person(&mut journal, NAME);
    journal
        .name_contact(&format!("{NAME}, head of people"))
        .expect("named");
    assert!(journal.forgetting(who, true).expect("a look").contact);
    journal.forget(who, true).expect("forgotten");
    assert_eq!(found_in(folder.path(), &needles()), Vec::<String>::new());
}
