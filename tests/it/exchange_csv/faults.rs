//! Files that are broken in part or in whole: what is refused, with which words, and what still comes through.

use std::path::Path;

use proptest::prelude::*;
use trustline::domain::{Kind, Noun};
use trustline::transfer::intake::Source;
use trustline::transfer::table::{Choice, Encoding, Flags, Mapping, Table};

use super::{HEAD, all, choice, commitments, open, survey};

/// What refuses to open or to be surveyed, in words.
fn stop(bytes: &[u8], choice: Choice) -> (String, u8) {
    let found = open(bytes, choice).and_then(|table| survey(&table));
    let error = found.expect_err("stops");
    (error.says().to_owned(), error.exit_code())
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
    assert_eq!(fails.exit_code(), 5);
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
fn what_nothing_feeds_is_asked_for() {
    let (says, code) = stop(b"who,text\nAna,x\n", Choice::default());
    assert_eq!(
        (says.as_str(), code),
        (
            "nothing feeds “made” (when it was promised), “side” (mine: you to them; theirs: they to you)",
            2
        )
    );
    let (says, _) = stop(b"text,made,side\n", Choice::default());
    assert_eq!(says, "nothing says with whom");
    // all of it at once
    let (says, _) = stop(b"task,status\n", Choice::default());
    assert!(
        says.starts_with("nothing feeds “who” (with whom), “text” ("),
        "{says}"
    );
    let (lacks, columns) = Table::lacks(
        &Source::held("it.csv", b"task,made\n".to_vec()),
        &Choice::default(),
    )
    .expect("read");
    let fields: Vec<_> = lacks.iter().map(|lack| lack.field).collect();
    assert_eq!(fields, ["who", "text", "side"]);
    assert_eq!(columns, ["task", "made"]);
}

#[test]
fn a_text_is_no_table() {
    let (says, code) = stop(
        b"[2026-10-05 14:30] Talked with Priya.\n",
        Choice::default(),
    );
    assert_eq!(
        (says.as_str(), code),
        ("t.csv does not look like a table", 7)
    );
}

#[test]
fn own_words_for_a_status_mean_what_they_say_and_unread_columns_are_named() {
    let told = || Choice {
        flags: Flags {
            set: vec!["side=theirs".into(), "made=2026-01-05".into()],
            status: Some("state".into()),
            settled: Some("ended".into()),
            ..Flags::default()
        },
        ..Choice::default()
    };
    let text = b"who,text,state,ended,colour\nAna,a,done,2026-01-09,red\nAna,b,Open,,red\nAna,c,in review,,red\n";
    let (records, report) = all(text, told());
    let states: Vec<_> = commitments(&records)
        .iter()
        .map(|one| one.state())
        .collect();
    assert_eq!(states, ["kept", "open"]);
    assert_eq!(report.refused, 1);
    let report = survey(&open(text, told()).expect("opened")).expect("surveyed");
    let notes = report.notes.join("\n");
    assert!(
        notes.contains("--word WORD=MEANING")
            && notes.contains("columns that nothing reads: colour"),
        "{notes}"
    );
}

#[test]
fn fields_that_are_not_there_are_named() {
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
                prop_assert_eq!(report.kinds.get(&Kind::Commitment).copied().unwrap_or(0) + report.refused + report.repeated + skipped, report.rows);
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

/// A file that another program writes to between the look and the load: what would come is not what was told, so nothing
/// comes.
#[test]
fn a_file_that_changes_after_it_was_looked_at_is_not_loaded() {
    let rows = |n: usize| -> String {
        let each = (0..n).map(|n| format!("Ana,t{n},2026-01-05,\n"));
        each.collect::<Vec<_>>().concat()
    };
    for (before, after) in [(40, 20), (40, 60)] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("t.csv");
        std::fs::write(&path, format!("{HEAD}{}", rows(before))).expect("written");
        let source = Source::file(&path).expect("a file");
        let table = trustline::transfer::table::Table::open(source, choice()).expect("opens");
        let mut journal = crate::house::journal();
        let found = crate::tasks::surveyed(&journal, &table).expect("surveyed");
        let digest = journal.digest().expect("a digest");
        std::fs::write(&path, format!("{HEAD}{}", rows(after))).expect("written");
        let done = journal.take_in("t.csv", &table, found, &mut |_| true);
        let says = done.expect_err("refused").to_string();
        assert!(says.contains("written to while it was read"), "{says}");
        assert_eq!(journal.digest().expect("a digest"), digest);
    }
}
