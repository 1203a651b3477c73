//! Tables in: the shapes that files come in, the faults they have, and what neither may do to a journal.

use std::path::Path;

use proptest::prelude::*;
use trustline::domain::commitment::Commitment;
use trustline::domain::fields::Names;
use trustline::domain::{Kind, Noun, Record, RecordId};
use trustline::transfer::table::{Choice, Encoding, Flags, Held, Mapping, Report, Source, Table};

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

fn survey(table: &Table) -> trustline::error::Result<Report> {
    let held = Held {
        names: &Nobody,
        record: &|_| None,
    };
    table.survey(&held).map(|survey| survey.report)
}

/// Everything that a table brings to an empty journal, and its report.
fn all(bytes: &[u8], choice: Choice) -> (Vec<(RecordId, Record)>, Report) {
    let table = open(bytes, choice).expect("opens");
    let held = Held {
        names: &Nobody,
        record: &|_| None,
    };
    let found = table.survey(&held).expect("surveys");
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

/// What refuses to open or to be surveyed, in words.
fn stop(bytes: &[u8], choice: Choice) -> (String, u8) {
    let found = open(bytes, choice).and_then(|table| survey(&table));
    let error = found.expect_err("stops");
    (error.says().to_owned(), error.exit_code())
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
    };
    let found = table.survey(&held).expect("surveys");
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
fn twice_is_once_and_what_was_typed_stays() {
    let table = Table::open(fixture("tracker.csv"), Choice::default()).expect("opens");
    let held = Held {
        names: &Nobody,
        record: &|_| None,
    };
    let found = table.survey(&held).expect("surveys");
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
    };
    let again = table.survey(&held).expect("surveys");
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
    let again = table.survey(&held).expect("surveys");
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
fn encodings_and_delimiters_come_out_alike() {
    let text = "who;what;made;due\nRenée;a|b, c;2026-01-05;2026-01-09\n";
    let (plain, report) = all(text.as_bytes(), choice());
    assert_eq!(report.commitments, 1, "{report}");
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
fn damaged_utf8_is_refused_by_line_and_the_rest_stands() {
    let bytes = [
        HEAD.as_bytes(),
        "Ana,café,2026-01-05,\nBo,".as_bytes(),
        b"caf\xe9,2026-01-05,\nBo,tea,2026-01-05,\n",
    ]
    .concat();
    let (records, report) = all(&bytes, choice());
    assert_eq!(commitments(&records).len(), 2);
    assert_eq!(
        report.faults[0].to_string(),
        "line 3, what: holds bytes that are no letters in the encoding of this file"
    );
    assert!(
        report.notes[0].starts_with("line 3 is the first"),
        "{report}"
    );
    let forced = Choice {
        encoding: Some(Encoding::Windows1252),
        ..choice()
    };
    assert_eq!(all(&bytes, forced).1.refused, 0);
}

#[test]
fn faulty_rows_are_refused_one_by_one() {
    let rows = "Ana,short\nAna,long,2026-01-05,,,\nAna,date,32 March,\nAna,ambiguous,03/04/2026,\nAna,early,2026-01-05,2026-01-02\n,nobody,2026-01-05,\nAna,,2026-01-05,\nAna,undated,,\nAna,good,2026-01-05,2026-01-09\n";
    let (records, report) = all(format!("{HEAD}{rows}").as_bytes(), choice());
    assert_eq!(
        commitments(&records)
            .iter()
            .map(|c| c.text.as_str())
            .collect::<Vec<_>>(),
        ["good"]
    );
    insta::assert_snapshot!(report);
}

#[test]
fn a_wrong_delimiter_names_the_columns_it_found() {
    let choice = Choice {
        delimiter: Some(b';'),
        ..choice()
    };
    let (says, code) = stop(format!("{HEAD}Ana,x,2026-01-05,\n").as_bytes(), choice);
    assert_eq!((says.as_str(), code), ("the table has no column “due”", 7));
}

#[test]
fn what_cannot_be_a_table_says_so() {
    assert_eq!(stop(b"", choice()), ("t.csv is empty".to_owned(), 7));
    assert_eq!(stop(b"\n\n\n", choice()), ("t.csv is empty".to_owned(), 7));
    assert_eq!(
        stop(b"PK\x03\x04\0\0", choice()).0,
        "t.csv is not a table in plain text"
    );
    let wide = ",".repeat(50_000);
    assert_eq!(
        stop(wide.as_bytes(), choice()).0,
        "t.csv, line 1: has more than 4096 columns"
    );
    let quote = format!("{HEAD}Ana,\"never closed,2026-01-05,\nBo,x,2026-01-05,\n");
    let says = "t.csv, line 2: a quote opens in this line and is never closed";
    assert_eq!(stop(quote.as_bytes(), choice()).0, says);
    let endless = format!("{HEAD}Ana,\"{}", "x".repeat(3 << 20));
    assert_eq!(stop(endless.as_bytes(), choice()).0, says);
    assert_eq!(
        stop(b"who,due,due\n", choice()).0,
        "2 columns are called “due”"
    );
    let fails = Source::file(Path::new(env!("CARGO_MANIFEST_DIR"))).expect_err("a folder");
    assert_eq!(fails.exit_code(), 7);
    let fails = Source::file(Path::new("no/such/file.csv")).expect_err("missing");
    assert_eq!(fails.exit_code(), 5);
}

#[test]
fn rows_without_bounds_are_refused_and_the_next_one_stands() {
    let rows = format!(
        "{}\nAna,{},2026-01-05,\nAna,good,2026-01-05,\n",
        ",".repeat(50_000),
        "x".repeat(2 << 20)
    );
    let (records, report) = all(format!("{HEAD}{rows}").as_bytes(), choice());
    assert_eq!(commitments(&records).len(), 1);
    let says: Vec<_> = report.faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        says,
        [
            "line 2: has more than 4096 columns",
            "line 3: has a cell of more than 1 MiB, or more than 4 MiB in all"
        ]
    );
}

#[test]
fn a_header_alone_brings_nothing_and_says_so() {
    let (records, report) = all(HEAD.as_bytes(), choice());
    assert!(records.is_empty());
    assert_eq!(
        report.notes,
        ["there is no row below the names of the columns"]
    );
}

#[test]
fn formulas_and_hostile_characters_are_text() {
    let rows = "Ana,\"=cmd|' /C calc'!A0\",2026-01-05,\nAna,\u{1b}[31mred\u{202e}\u{0},2026-01-05,\nAna,x,\u{1b}]8;;\u{7},\n";
    let (records, report) = all(format!("{HEAD}{rows}").as_bytes(), choice());
    let found = commitments(&records);
    assert_eq!(found[0].text, "=cmd|' /C calc'!A0");
    assert_eq!(
        found[1].text, "\u{1b}[31mred\u{202e}\u{0}",
        "kept as it is, shown as marks"
    );
    assert!(
        !report
            .to_string()
            .chars()
            .any(|c| c != '\n' && c.is_control()),
        "{report}"
    );
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
    let text = "name,since,role,teams\nAna,2026-01-05,mentor,north\nBo,2026-01-05,boss,\n";
    let (records, report) = all(
        text.as_bytes(),
        Choice {
            flags,
            ..Choice::default()
        },
    );
    assert_eq!(
        (records.len(), report.relationships, report.refused),
        (1, 1, 1),
        "{report}"
    );
}

#[test]
fn what_nothing_feeds_is_asked_for() {
    let (says, code) = stop(b"who,text\nAna,x\n", Choice::default());
    assert_eq!(
        (says.as_str(), code),
        ("nothing feeds “made” (when it was promised)", 2)
    );
    let (says, _) = stop(b"text,made\n", Choice::default());
    assert_eq!(says, "nothing says with whom");
    let flags = Flags {
        map: vec!["colour=who".into()],
        ..choice().flags
    };
    let (says, _) = stop(
        HEAD.as_bytes(),
        Choice {
            flags,
            ..Choice::default()
        },
    );
    assert_eq!(
        says,
        "a commitment has no field “colour” that a column can feed"
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
    };
    let table = open(
        format!("{HEAD}ana lopez,a,2026-01-05,\nAna,b,2026-01-05,\nAna L,c,2026-01-05,\n")
            .as_bytes(),
        choice(),
    )
    .expect("opens");
    let found = table.survey(&held).expect("surveys");
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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600), named in any::<bool>()) {
        let choice = if named { Choice { mapping: Mapping::named("jira-due").ok(), ..Choice::default() } } else { choice() };
        if let Ok(table) = open(&bytes, choice) {
            let _ = survey(&table);
        }
    }

    #[test]
    fn arbitrary_cells_under_a_sound_header_never_panic(cells in "[-,;\"'=\r\n\t|a-dA-D0-9/:. é\u{0}\u{202e}]{0,300}") {
        for choice in [choice(), Choice { delimiter: Some(b','), ..choice() }] {
            let table = open(format!("{HEAD}{cells}").as_bytes(), choice);
            if let Ok(report) = table.and_then(|table| survey(&table)) {
                let skipped = report.skipped.values().sum::<u64>();
                prop_assert_eq!(report.commitments + report.refused + report.repeated + skipped, report.rows);
            }
        }
        let table = open(format!("src,key,assignee,created,due,resolved,resolution\n{cells}").as_bytes(), Choice::default());
        if let Ok(table) = table {
            let _ = survey(&table);
        }
    }

    #[test]
    fn arbitrary_mappings_never_panic(text in "[a-z\\[\\]=\"{} \n.]{0,200}") {
        let _ = Mapping::read("x", &text);
    }
}
