//! The journal itself: what is told stands, survives, can be undone, rebuilt, united and found.

use std::io::BufReader;

use trustline::domain::filter::{Ask, Filter};
use trustline::domain::view::{From, TodaySort, Window};
use trustline::domain::{Act, Kind, Record, Side};
use trustline::error::ErrorKind;
use trustline::journal::{Change, Journal};

use crate::house::{add, clock, commitment, day, journal, now, person, record};

fn export(journal: &Journal) -> String {
    let mut out = Vec::new();
    journal.export(&mut out).expect("an export");
    String::from_utf8(out).expect("UTF-8")
}

/// A journal with a little of everything.
fn lived_in() -> Journal {
    let mut journal = journal();
    person(&mut journal, "Priya Nair");
    person(&mut journal, "Tomás Vega");
    let kept = commitment(
        &mut journal,
        "priya",
        "mine",
        "send the numbers",
        "2026-11-01",
        "2026-11-10",
    );
    commitment(
        &mut journal,
        "priya",
        "theirs",
        "review the draft",
        "2026-11-05",
        "2026-11-15",
    );
    commitment(
        &mut journal,
        "tomás",
        "mine",
        "book the room",
        "2026-11-10",
        "2026-11-25",
    );
    journal
        .tell(Change::Act {
            id: kept,
            act: Act::Keep,
            on: day("2026-11-09"),
        })
        .expect("kept");
    add(
        &mut journal,
        Kind::Note,
        &[
            ("text", "a good talk with @priya and @tomás #offsite"),
            ("at", "2026-11-12"),
        ],
    );
    add(
        &mut journal,
        Kind::Topic,
        &[("who", "priya"), ("text", "on-call load")],
    );
    journal
}

#[test]
fn what_was_told_is_there_and_counts() {
    let journal = lived_in();
    let priya = journal
        .find_relationship("pri")
        .expect("found by the start of the name");
    let card = journal.card(priya).expect("a card");
    assert_eq!(card.mine.kept.counts_text(), "1 kept");
    assert_eq!(card.theirs.kept.counts_text(), "1 overdue");
    assert_eq!(
        card.last_contact,
        Some(day("2026-11-12")),
        "the note about both is the newest contact"
    );
    let today = journal.today(50).expect("today");
    let sorts: Vec<_> = today.lines.iter().map(|line| line.sort).collect();
    assert_eq!(
        sorts,
        [TodaySort::TheirsDue],
        "only the review is overdue, and nobody's check-in is due yet"
    );
    assert_eq!(
        today
            .soon
            .iter()
            .map(|l| l.text.as_str())
            .collect::<Vec<_>>(),
        ["book the room"]
    );
}

#[test]
fn undo_and_redo_reach_every_step_and_survive_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.db");
    let mut journal = Journal::open(&path, clock()).expect("a new journal");
    let priya = person(&mut journal, "Priya Nair");
    let id = commitment(
        &mut journal,
        "priya",
        "mine",
        "send the numbers",
        "2026-11-01",
        "2026-11-10",
    );
    journal
        .tell(Change::Act {
            id,
            act: Act::Keep,
            on: day("2026-11-09"),
        })
        .expect("kept");
    drop(journal);

    let mut journal = Journal::open(&path, clock()).expect("the same journal");
    assert_eq!(
        journal.undo().expect("undo").expect("a step").says,
        "undone: kept: send the numbers"
    );
    assert_eq!(
        journal.card(priya).expect("card").mine.kept.n,
        1,
        "open and overdue again"
    );
    journal.undo().expect("undo").expect("the commitment");
    journal.undo().expect("undo").expect("the person");
    assert_eq!(journal.undo().expect("undo"), None);
    assert!(journal.stored(priya).expect("read").is_none());
    for _ in 0..3 {
        journal.redo().expect("redo").expect("a step");
    }
    assert_eq!(journal.redo().expect("redo"), None);
    assert_eq!(
        journal
            .stored(id)
            .expect("read")
            .expect("there")
            .record
            .noun()
            .state(),
        "kept"
    );
    assert_eq!(
        journal.card(priya).expect("card").mine.kept.counts_text(),
        "1 kept"
    );
    assert_eq!(
        journal.history(id).expect("history").len(),
        6,
        "every step is a revision: nothing was taken away"
    );
}

#[test]
fn a_new_step_ends_what_could_be_redone() {
    let mut journal = lived_in();
    journal.undo().expect("undo").expect("the topic");
    person(&mut journal, "Ana");
    assert_eq!(journal.redo().expect("redo"), None);
}

#[test]
fn a_rebuild_gives_the_same_projections() {
    let mut journal = lived_in();
    journal.undo().expect("undo");
    let before = journal.digest().expect("a digest");
    journal.rebuild(&mut |_| {}).expect("a rebuild");
    assert_eq!(journal.digest().expect("a digest"), before);
    let health = journal.health();
    assert!(health.is_well(), "{:?}", health.checks);
}

#[test]
fn export_import_export_gives_the_same_bytes_and_twice_is_once() {
    let mut journal = lived_in();
    journal
        .undo()
        .expect("undo")
        .expect("an erased topic travels too");
    let first = export(&journal);
    let mut other = crate::house::journal();
    let brought = other
        .unite(&mut BufReader::new(first.as_bytes()))
        .expect("a union");
    assert_eq!(
        (brought.new > 5, brought.same, brought.conflicts),
        (true, 0, 0)
    );
    assert_eq!(export(&other), first);
    let again = other
        .unite(&mut BufReader::new(first.as_bytes()))
        .expect("a union");
    assert_eq!((again.new, again.same), (0, brought.new));
    assert_eq!(export(&other), first);
}

#[test]
fn two_devices_unite_to_the_same_and_a_conflict_is_shown() {
    let base = lived_in();
    let start = export(&base);
    let mut devices = [
        crate::house::journal(),
        Journal::memory(trustline::clock::Clock::fixed(
            now() + chrono::Duration::hours(1),
        ))
        .expect("another"),
    ];
    for (device, text) in devices
        .iter_mut()
        .zip(["on-call load, again", "pager load"])
    {
        device
            .unite(&mut BufReader::new(start.as_bytes()))
            .expect("a union");
        let id = device
            .find_record(Some(Kind::Topic), "on-call")
            .expect("the topic");
        let stored = device.stored(id).expect("read").expect("there");
        let Record::Topic(mut topic) = stored.record else {
            panic!("a topic")
        };
        topic.text = text.to_owned();
        device
            .tell(Change::Edit {
                id,
                seen: stored.stamp,
                record: Box::new(Record::Topic(topic)),
            })
            .expect("edited");
    }
    let [mut one, mut two] = devices;
    let (a, b) = (export(&one), export(&two));
    assert_eq!(
        one.unite(&mut BufReader::new(b.as_bytes()))
            .expect("a union")
            .conflicts,
        1
    );
    two.unite(&mut BufReader::new(a.as_bytes()))
        .expect("a union");
    assert_eq!(export(&one), export(&two));
    let id = one
        .find_record(Some(Kind::Topic), "pager")
        .expect("the newest stands");
    let history = one.history(id).expect("history");
    assert_eq!(
        history.iter().filter(|v| v.conflict).count(),
        2,
        "both values are kept and marked"
    );
}

#[test]
fn an_edit_over_a_newer_value_is_refused() {
    let mut journal = lived_in();
    let id = journal
        .find_record(Some(Kind::Commitment), "book the room")
        .expect("found");
    let seen = journal.stored(id).expect("read").expect("there");
    journal
        .tell(Change::Act {
            id,
            act: Act::Move {
                to: Some(day("2026-12-01").into()),
                asked: Side::Mine,
                agreed: true,
            },
            on: day("2026-11-22"),
        })
        .expect("moved");
    let refused = journal
        .tell(Change::Edit {
            id,
            seen: seen.stamp,
            record: Box::new(seen.record),
        })
        .expect_err("stale");
    assert_eq!(refused.kind(), ErrorKind::Conflict);
}

#[test]
fn all_or_nothing() {
    let mut journal = lived_in();
    let before = export(&journal);
    let good = record(&journal, Kind::Topic, &[("who", "priya"), ("text", "fine")]);
    let bad = Change::Act {
        id: clock().id(),
        act: Act::Keep,
        on: day("2026-11-22"),
    };
    let told = journal.tell(Change::All {
        says: "both".to_owned(),
        changes: vec![Change::Add(Box::new(good)), bad],
    });
    assert_eq!(
        told.expect_err("one part fails").kind(),
        ErrorKind::NotFound
    );
    assert_eq!(export(&journal), before);
}

#[test]
fn windows_walk_a_list_both_ways_and_meet() {
    let mut journal = journal();
    person(&mut journal, "Ana");
    for n in 0..23 {
        add(
            &mut journal,
            Kind::Note,
            &[
                ("text", &format!("note {n}")),
                ("who", "ana"),
                (
                    "at",
                    if n % 2 == 0 {
                        "2026-11-01"
                    } else {
                        "2026-11-02"
                    },
                ),
            ],
        );
    }
    let filter = Filter::default().and(Ask::Kind(vec![Kind::Note]));
    let all = journal
        .entries(&filter, Window::top(100))
        .expect("all")
        .lines;
    assert_eq!(all.len(), 23);
    let mut down = Vec::new();
    let mut window = Window::top(5);
    loop {
        let slice = journal.entries(&filter, window).expect("a window");
        window.from = From::After(slice.lines.last().expect("a line").key);
        down.extend(slice.lines);
        if !slice.below {
            break;
        }
    }
    assert_eq!(down, all);
    let bottom = journal
        .entries(
            &filter,
            Window {
                from: From::Bottom,
                rows: 5,
            },
        )
        .expect("the end");
    assert_eq!(bottom.lines, all[18..]);
    let before = journal
        .entries(
            &filter,
            Window {
                from: From::Before(all[18].key),
                rows: 5,
            },
        )
        .expect("before the end");
    assert_eq!(
        (before.lines.as_slice(), before.above, before.below),
        (&all[13..18], true, true)
    );
}

#[test]
fn deleting_a_person_takes_their_records_and_undo_brings_all_back() {
    let mut journal = lived_in();
    let priya = journal.find_relationship("priya").expect("found");
    let before = journal
        .entries(&Filter::default(), Window::top(100))
        .expect("all")
        .lines
        .len();
    journal.tell(Change::Erase { id: priya }).expect("erased");
    assert!(journal.find_relationship("priya").is_err());
    let left = journal
        .entries(&Filter::default(), Window::top(100))
        .expect("what is left")
        .lines;
    assert!(
        left.iter()
            .all(|line| line.who.as_ref().is_none_or(|(id, _)| *id != priya))
    );
    journal.undo().expect("undo").expect("the step");
    assert_eq!(
        journal
            .entries(&Filter::default(), Window::top(100))
            .expect("all")
            .lines
            .len(),
        before
    );
}

#[test]
fn a_one_on_one_that_was_held_carries_open_topics() {
    let mut journal = lived_in();
    let who = journal.find_relationship("priya").expect("found");
    journal
        .tell(Change::Held {
            who,
            on: day("2026-11-22"),
            note: String::new(),
        })
        .expect("held");
    let prep = journal.prep(who, None).expect("prep");
    assert_eq!(prep.since, day("2026-11-22"));
    let Record::Topic(topic) = &prep.topics[0].record else {
        panic!("a topic")
    };
    assert_eq!(topic.carried, 1);
}

#[test]
fn a_second_process_writes_and_the_first_sees_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.db");
    let mut one = Journal::open(&path, clock()).expect("a journal");
    let mut two = Journal::open(&path, clock()).expect("the same journal");
    let version = one.version().expect("a version");
    person(&mut two, "Ana");
    assert_ne!(one.version().expect("a version"), version);
    person(&mut one, "Ben");
    assert_eq!(two.names_starting("", 10).expect("names").len(), 2);
}

#[cfg(unix)]
#[test]
fn the_file_and_its_folder_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("deep").join("er").join("journal.db");
    let mut journal = Journal::open(&path, clock()).expect("a journal");
    person(&mut journal, "Ana");
    drop(Journal::open(&path, clock()).expect("the room that is there is kept"));
    for file in std::fs::read_dir(path.parent().expect("a parent")).expect("a folder") {
        let file = file.expect("an entry");
        assert_eq!(
            file.metadata().expect("metadata").permissions().mode() & 0o777,
            0o600,
            "{:?}",
            file.file_name()
        );
    }
    for made in path.ancestors().skip(1).take(2) {
        let mode = made.metadata().expect("metadata").permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "{}", made.display());
    }
}

#[test]
fn what_is_no_journal_is_named_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = folder.path().join("notes.txt");
    std::fs::write(&text, "these are my notes, not a database").expect("written");
    let refused = |path: &std::path::Path| Journal::open(path, clock()).err().expect("refused");
    assert_eq!(refused(&text).kind(), ErrorKind::Journal);
    assert_eq!(
        std::fs::read_to_string(&text).expect("read"),
        "these are my notes, not a database"
    );
    assert_eq!(refused(folder.path()).kind(), ErrorKind::File);
    let newer = folder.path().join("newer.db");
    drop(Journal::open(&newer, clock()).expect("a journal"));
    let mut bytes = std::fs::read(&newer).expect("read");
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes()); // user_version in SQLite's file header
    std::fs::write(&newer, bytes).expect("written");
    assert!(refused(&newer).says().contains("schema 99"));
}
