//! Tables in: the shapes that files come in, the faults they have, and what neither may do to a journal.

mod faults;
mod loading;
mod trackers;

use std::path::Path;

use trustline::domain::commitment::Commitment;
use trustline::domain::fields::Names;
use trustline::domain::{Kind, Noun, Record, RecordId};
use trustline::transfer::intake::{Held, Incoming, Report, Source, Survey, Watch};
use trustline::transfer::table::{Choice, Flags, Table};

/// A journal that holds nothing.
struct Nobody;

impl Names for Nobody {
    fn find(&self, _: &str) -> Result<RecordId, String> {
        Err("nobody".to_owned())
    }
    fn name(&self, _: RecordId) -> Option<String> {
        None
    }
    fn record(&self, _: Kind, _: &str) -> Result<RecordId, String> {
        Err("nothing".to_owned())
    }
}

fn fixture(name: &str) -> Source {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/csv");
    Source::file(&folder.join(name)).expect(name)
}

/// Commitments by `what` and `when` of one person, dates in day-month order.
fn choice() -> Choice {
    let flags = Flags {
        map: vec![
            "who=who".into(),
            "text=what".into(),
            "made=made".into(),
            "due=due".into(),
        ],
        set: vec!["side=theirs".into()],
        ..Flags::default()
    };
    Choice {
        flags,
        ..Choice::default()
    }
}

fn open(bytes: &[u8], choice: Choice) -> trustline::error::Result<Table> {
    Table::open(Source::held("t.csv", bytes), choice)
}

/// Surveys with nobody looking on.
fn looked(table: &Table, held: &Held<'_>) -> trustline::error::Result<Survey> {
    let mut watch = Watch {
        tick: &mut |_| true,
        refused: &mut |_, _| Ok(()),
    };
    table.survey(held, &mut watch)
}

fn survey(table: &Table) -> trustline::error::Result<Report> {
    let held = Held {
        names: &Nobody,
        record: &|_| None,
        erased: &|_| false,
    };
    looked(table, &held).map(|survey| survey.report)
}

/// Everything that a table brings to an empty journal, and its report.
fn all(bytes: &[u8], choice: Choice) -> (Vec<(RecordId, Record)>, Report) {
    let table = open(bytes, choice).expect("opens");
    let held = Held {
        names: &Nobody,
        record: &|_| None,
        erased: &|_| false,
    };
    let found = looked(&table, &held).expect("surveys");
    let report = found.report.clone();
    let records = table
        .feed(found)
        .expect("feeds")
        .collect::<Result<_, _>>()
        .expect("no stop");
    (records, report)
}

fn commitments(records: &[(RecordId, Record)]) -> Vec<&Commitment> {
    let mut found = Vec::new();
    for (_, record) in records {
        if let Record::Commitment(one) = record {
            found.push(one);
        }
    }
    found
}

const HEAD: &str = "who,what,made,due\n";

#[test]
fn a_tracker_is_recognised_and_read() {
    let table = Table::open(fixture("tracker.csv"), Choice::default()).expect("opens");
    assert_eq!(table.mapping().name, "jira-due");
    insta::assert_snapshot!(survey(&table).expect("surveys"));
}

#[test]
fn promises_with_histories_are_recognised_and_read() {
    let table = Table::open(fixture("promises.csv"), Choice::default()).expect("opens");
    assert_eq!(table.mapping().name, "promise-tracker");
    insta::assert_snapshot!(survey(&table).expect("surveys"));
}

#[test]
fn a_relationship_begins_with_its_earliest_commitment_and_goes_before_it() {
    let table = Table::open(fixture("tracker.csv"), Choice::default()).expect("opens");
    let held = Held {
        names: &Nobody,
        record: &|_| None,
        erased: &|_| false,
    };
    let found = looked(&table, &held).expect("surveys");
    let records: Vec<_> = table
        .feed(found)
        .expect("feeds")
        .map(|r| r.expect("record"))
        .collect();
    let Record::Relationship(first) = &records[0].1 else {
        panic!("a relationship first")
    };
    assert_eq!(
        (first.name.as_str(), first.since.to_string()),
        ("dev101", "2024-01-02".to_owned())
    );
    assert_eq!(commitments(&records)[0].who, records[0].0);
    assert_eq!(commitments(&records)[0].source, "jira:Orchard/OAK-1");
    assert_eq!(
        records
            .iter()
            .filter(|(_, r)| r.kind() == Kind::Relationship)
            .count(),
        4
    );
}

#[test]
fn encodings_and_delimiters_come_out_alike() {
    let text = "who;what;made;due\nRenée;a|b, c;2026-01-05;2026-01-09\n";
    let (plain, report) = all(text.as_bytes(), choice());
    assert_eq!(report.kinds[&Kind::Commitment], 1, "{report}");
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    assert_eq!(all(&marked, choice()).0, plain);
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(all(&wide, choice()).0, plain);
    let (western, report) = all(
        &text
            .replace('é', "\u{1}")
            .bytes()
            .map(|b| if b == 1 { 0xe9 } else { b })
            .collect::<Vec<_>>(),
        choice(),
    );
    assert_eq!(western, plain);
    assert!(
        report.notes[0].starts_with("read as Windows-1252, because line 2"),
        "{report}"
    );
    let tabs = text.replace(';', "\t").replace('\n', "\r\n");
    assert_eq!(all(tabs.as_bytes(), choice()).0, plain);
}

#[test]
fn columns_called_as_fields_need_no_mapping() {
    let text = "With,What,side,Made on,Due,Done on,tags\nAna,send it,mine,2026-01-05,2026-01-09,2026-01-08,\"budget, big plan\"\n";
    let (records, _) = all(text.as_bytes(), Choice::default());
    let one = commitments(&records)[0];
    assert_eq!(
        (one.state(), one.tags.join(" ")),
        ("kept", "budget big-plan".to_owned())
    );
    let flags = Flags {
        kind: Some("relationship".into()),
        ..Flags::default()
    };
    let text = "name,since,role,teams\nAna,2026-01-05,mentor,north\nBo,2026-01-05,boss,\nCy,2026-01-05,wizard,\n";
    let (records, report) = all(
        text.as_bytes(),
        Choice {
            flags,
            ..Choice::default()
        },
    );
    assert_eq!(
        (
            records.len(),
            report.kinds[&Kind::Relationship],
            report.refused
        ),
        (2, 2, 1),
        "{report}"
    );
}
