//! Tables into a journal: once and only once, in one step, and never over what somebody typed.

use trustline::domain::fields::Names;
use trustline::domain::{Act, Kind, Record, RecordId};
use trustline::journal::{Change, Journal, Loaded};
use trustline::transfer::intake::{Held, Incoming, Report, Survey};
use trustline::transfer::table::{Choice, Table};

use super::{HEAD, Nobody, choice, commitments, fixture, open};
use crate::house::{day, journal};

/// Imports a table as the command does: surveyed against the journal, then loaded in one step.
fn import(journal: &mut Journal, table: &Table) -> (Report, Loaded) {
    let record = |id| {
        journal
            .stored(id)
            .expect("read")
            .map(|stored| stored.record)
    };
    let found = super::looked(
        table,
        &Held {
            names: journal,
            record: &record,
            erased: &|_| false,
        },
    )
    .expect("surveys");
    let report = found.report.clone();
    let loaded = journal
        .load(
            "imported",
            &mut table.feed(found).expect("feeds"),
            &mut |_| true,
        )
        .expect("loads");
    (report, loaded)
}

#[test]
fn a_journal_takes_a_table_once_and_only_once() {
    for (fixture_name, records, who) in [
        ("tracker.csv", 10, "dev101"),
        ("promises.csv", 6, "president"),
    ] {
        let mut journal = journal();
        let table = Table::open(fixture(fixture_name), Choice::default()).expect("opens");
        let (report, loaded) = import(&mut journal, &table);
        assert_eq!(
            (report.new, loaded.new),
            (records, records),
            "the survey said what came"
        );
        let before = journal.digest().expect("digest");
        let (report, loaded) = import(&mut journal, &table);
        assert_eq!((report.new, report.differing), (0, 0));
        assert_eq!((loaded.new, loaded.changed), (0, 0));
        assert_eq!(journal.digest().expect("digest"), before, "nothing changed");
        let id = journal.find_relationship(who).expect("found by name");
        let prep = journal.prep(id, None).expect("prep");
        assert!(prep.card.theirs.kept.n > 0);
        assert!(journal.undo().expect("undone").is_some());
        assert!(
            journal.find_relationship(who).is_err(),
            "one step took all of it back"
        );
    }
}

#[test]
fn what_was_settled_by_hand_is_not_undone_by_importing_again() {
    let mut journal = journal();
    let table = Table::open(fixture("tracker.csv"), Choice::default()).expect("opens");
    import(&mut journal, &table);
    let open = journal
        .find_record(Some(Kind::Commitment), "OAK-3")
        .expect("the open one");
    let act = Act::Keep;
    journal
        .tell(Change::Act {
            id: open,
            act,
            on: day("2026-11-20"),
        })
        .expect("kept");
    let (report, loaded) = import(&mut journal, &table);
    assert_eq!((report.differing, loaded.changed), (1, 0));
    let update = Choice {
        update: true,
        ..Choice::default()
    };
    let (_, loaded) = import(
        &mut journal,
        &Table::open(fixture("tracker.csv"), update).expect("opens"),
    );
    assert_eq!(loaded.changed, 1);
}

#[test]
fn a_quote_never_closed_leaves_the_journal_as_it_was() {
    let mut journal = journal();
    let before = journal.digest().expect("digest");
    let text = format!("{HEAD}Ana,x,2026-01-05,\nAna,\"y,2026-01-05,\n");
    let table = open(text.as_bytes(), choice()).expect("opens");
    let held = Held {
        names: &Nobody,
        record: &|_| None,
        erased: &|_| false,
    };
    assert!(super::looked(&table, &held).is_err());
    let mut feed = table.feed(Survey::default()).expect("feeds");
    let fails = journal
        .load("imported", &mut feed, &mut |_| true)
        .expect_err("stops");
    assert_eq!(
        (fails.exit_code(), fails.says()),
        (
            7,
            "t.csv, line 3: a quote opens in this line and is never closed"
        )
    );
    assert_eq!(journal.digest().expect("digest"), before);
}

#[test]
fn twice_is_once_and_what_was_typed_stays() {
    let table = Table::open(fixture("tracker.csv"), Choice::default()).expect("opens");
    let held = Held {
        names: &Nobody,
        record: &|_| None,
        erased: &|_| false,
    };
    let found = super::looked(&table, &held).expect("surveys");
    let mut journal: std::collections::HashMap<_, _> = table
        .feed(found)
        .expect("feeds")
        .map(|r| r.expect("record"))
        .collect();
    // somebody renamed a relationship and rewrote a commitment
    for record in journal.values_mut() {
        match record {
            Record::Relationship(one) if one.name == "dev101" => one.name = "Ada".into(),
            Record::Commitment(one) if one.source.ends_with("OAK-3") => one.text = "mine".into(),
            _ => {}
        }
    }
    let held = Held {
        names: &Nobody,
        record: &|id| journal.get(&id).cloned(),
        erased: &|_| false,
    };
    let again = super::looked(&table, &held).expect("surveys");
    let report = &again.report;
    assert_eq!((report.new, report.differing), (0, 1));
    let fed: Vec<_> = table
        .feed(again)
        .expect("feeds")
        .map(|r| r.expect("record"))
        .collect();
    assert!(
        fed.iter()
            .all(|(id, record)| journal.get(id) == Some(record)),
        "nothing changes"
    );
    let update = Choice {
        update: true,
        ..Choice::default()
    };
    let table = Table::open(fixture("tracker.csv"), update).expect("opens");
    let again = super::looked(&table, &held).expect("surveys");
    let fed = table
        .feed(again)
        .expect("feeds")
        .map(|r| r.expect("record"));
    assert_eq!(
        fed.filter(|(id, record)| journal.get(id) != Some(record))
            .count(),
        1
    );
}

#[test]
fn names_join_only_when_they_are_the_same() {
    struct Journal(RecordId);
    impl Names for Journal {
        fn find(&self, _: &str) -> Result<RecordId, String> {
            Ok(self.0)
        }
        fn name(&self, _: RecordId) -> Option<String> {
            None
        }
        fn record(&self, _: Kind, _: &str) -> Result<RecordId, String> {
            Err("nothing".to_owned())
        }
    }
    let id: RecordId = "018f0000-0000-7000-8000-000000000001".parse().expect("id");
    let there = trustline::domain::relationship::Relationship {
        name: "Ana Lopez".into(),
        handles: vec!["@ana".into()],
        ..Default::default()
    };
    let record = |asked| (asked == id).then(|| Record::Relationship(there.clone()));
    let held = Held {
        names: &Journal(id),
        record: &record,
        erased: &|_| false,
    };
    let table = open(
        format!("{HEAD}ana lopez,a,2026-01-05,\nAna,b,2026-01-05,\nAna L,c,2026-01-05,\n")
            .as_bytes(),
        choice(),
    )
    .expect("opens");
    let found = super::looked(&table, &held).expect("surveys");
    let records: Vec<_> = table
        .feed(found)
        .expect("feeds")
        .map(|r| r.expect("record"))
        .collect();
    let whos: Vec<_> = commitments(&records).iter().map(|c| c.who == id).collect();
    assert_eq!(
        whos,
        [true, true, false],
        "by name, by handle, not by its beginning"
    );
    assert_eq!(records.len(), 4);
}

#[test]
fn an_update_lays_the_table_over_and_keeps_the_rest() {
    let mut journal = journal();
    let rows = |due: &str| format!("{HEAD}Ana,send it,2026-01-05,{due}\n");
    let keyed = |update| {
        let mut choice = Choice { update, ..choice() };
        choice.flags.key = vec!["what".into()];
        choice
    };
    import(
        &mut journal,
        &open(rows("2026-01-09").as_bytes(), keyed(false)).expect("opens"),
    );
    let id = journal
        .find_record(Some(Kind::Commitment), "send it")
        .expect("found");
    let edit = |journal: &mut Journal,
                change: fn(&mut trustline::domain::commitment::Commitment)| {
        let stored = journal.stored(id).expect("read").expect("there");
        let Record::Commitment(mut one) = stored.record else {
            panic!("a commitment")
        };
        change(&mut one);
        let record = Box::new(Record::Commitment(one));
        journal
            .tell(Change::Edit {
                id,
                seen: stored.stamp,
                record,
            })
            .expect("edited");
    };
    edit(&mut journal, |one| one.tags = vec!["budget".into()]);
    let (report, loaded) = import(
        &mut journal,
        &open(rows("2026-01-09").as_bytes(), keyed(true)).expect("opens"),
    );
    assert_eq!(
        (report.same, report.differing, loaded.changed),
        (1, 0, 0),
        "a tag is no column"
    );
    let (report, loaded) = import(
        &mut journal,
        &open(rows("2026-01-30").as_bytes(), keyed(true)).expect("opens"),
    );
    assert_eq!((report.differing, loaded.changed), (1, 1));
    edit(&mut journal, |one| {
        assert_eq!(one.tags, ["budget"]);
        assert_eq!(one.due.expect("due").to_string(), "2026-01-30");
        one.stake = trustline::domain::commitment::Stake::Major;
    });
}

#[test]
fn a_relationship_that_is_there_is_not_made_again() {
    let mut journal = journal();
    crate::house::person(&mut journal, "Ana Lopez");
    let flags = trustline::transfer::table::Flags {
        kind: Some("relationship".into()),
        ..Default::default()
    };
    let table = open(
        b"name,since,teams\nana lopez,2026-01-05,north\nBo,2026-01-05,\n",
        Choice {
            flags,
            ..Choice::default()
        },
    )
    .expect("opens");
    let (report, loaded) = import(&mut journal, &table);
    assert_eq!((report.new, report.differing, loaded.new), (1, 1, 1));
    assert_eq!(journal.names_starting("ana", 9).expect("names").len(), 1);
    let (report, _) = import(&mut journal, &table);
    assert_eq!((report.new, report.same, report.differing), (0, 1, 1));
}
