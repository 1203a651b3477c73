//! The exports of trackers as they come: Jira, GitHub and Asana, each known by its header; what is mine told by my name.

use trustline::domain::{Noun, Record, Side};
use trustline::transfer::intake::{Held, Incoming, Report};
use trustline::transfer::table::{Choice, Flags, Mapping, Table};

use super::{Nobody, fixture, looked};

/// The commitments of a tracker's export, a line each, its people and its report.
fn read(file: &str, me: &[&str], flags: Flags) -> (Vec<String>, Vec<String>, Report) {
    let choice = Choice {
        flags,
        me: me.iter().map(|name| (*name).to_owned()).collect(),
        ..Choice::default()
    };
    let table = Table::open(fixture(file), choice).expect("opens");
    let held = Held {
        names: &Nobody,
        record: &|_| None,
        erased: &|_| false,
    };
    let found = looked(&table, &held).expect("surveys");
    let report = found.report.clone();
    let records: Vec<_> = table
        .feed(found)
        .expect("feeds")
        .map(|one| one.expect("a record"))
        .collect();
    let name = |id| {
        records.iter().find_map(|(other, record)| match record {
            Record::Relationship(one) if *other == id => Some(one.name.clone()),
            _ => None,
        })
    };
    let line = |record: &Record| match record {
        Record::Commitment(one) => {
            let side = if one.side == Side::Mine { "to" } else { "from" };
            let due = one.due.map_or_else(String::new, |due| due.to_string());
            let who = name(one.who).unwrap_or_default();
            Some(format!(
                "{} | {side} {who} | {due} | {}",
                one.text,
                one.state()
            ))
        }
        _ => None,
    };
    let lines = records
        .iter()
        .filter_map(|(_, record)| line(record))
        .collect();
    let people = records.iter().filter_map(|(id, _)| name(*id)).collect();
    (lines, people, report)
}

#[test]
fn jira_gives_their_promises_and_mine() {
    let (lines, people, report) = read("jira.csv", &["ana ruiz"], Flags::default());
    assert_eq!(
        lines,
        [
            "Send the load figures (OAK-7) | to Bo Chen | 2026-03-12 | kept",
            "Move the host, finally (OAK-8) | from Bo Chen | 2026-03-20 | open",
            "Look at the report (OAK-9) | from Bo Chen | 2026-03-20 | released",
        ]
    );
    assert_eq!(people, ["Bo Chen"]);
    assert_eq!((report.refused, report.undecided), (2, 1));
    assert_eq!(report.skipped["your name on both sides"], 1);
    assert_eq!(report.skipped["no Due date"], 1);
    let says = report.to_string();
    assert!(says.contains("read with the mapping jira"), "{says}");
    assert!(says.contains("line 7, Created: \u{201c}03/04/26 10:00 AM\u{201d} could be 3 April 2026 or 4 March 2026"), "{says}");
    assert!(says.contains("--dates dmy"), "{says}");
    assert!(
        says.contains(
            "line 8, Resolution: the mapping does not say what \u{201c}Shipped\u{201d} means"
        ),
        "{says}"
    );
}

#[test]
fn without_my_name_everybody_is_somebody_else_and_that_is_said() {
    let (lines, people, report) = read("jira.csv", &[], Flags::default());
    assert_eq!(
        lines[0],
        "Send the load figures (OAK-7) | from Ana Ruiz | 2026-03-12 | kept"
    );
    assert_eq!(people, ["Ana Ruiz", "Bo Chen"]);
    assert!(report.to_string().contains("--me NAME"), "{report}");
    let (.., report) = read("jira.csv", &["Dee"], Flags::default());
    assert!(
        report
            .to_string()
            .contains("no row that was taken is assigned to dee"),
        "{report}"
    );
}

#[test]
fn flags_settle_what_the_mapping_leaves_open() {
    let flags = Flags {
        dates: Some("mdy".into()),
        words: vec!["Shipped=done".into()],
        map: vec!["tags=Sprint".into()],
        ..Flags::default()
    };
    let mut choice = Choice {
        flags,
        mapping: Some(Mapping::named("jira").expect("ready")),
        ..Choice::default()
    };
    choice.me = vec!["Ana Ruiz".to_owned()];
    let table = Table::open(fixture("jira.csv"), choice).expect("opens");
    let rows: Vec<_> = table
        .rows()
        .expect("opens")
        .filter_map(Result::ok)
        .collect();
    let tags: Vec<_> = rows
        .iter()
        .filter_map(|(_, record)| match record {
            Record::Commitment(one) => Some((one.made.to_string(), one.tags.join(","))),
            _ => None,
        })
        .collect();
    // the two columns called Sprint are one list of tags
    assert_eq!(tags[0], ("2026-03-02".to_owned(), "Sprint-4".to_owned()));
    assert!(
        tags.contains(&("2026-03-04".to_owned(), String::new())),
        "{tags:?}"
    );
    assert_eq!(tags.len(), 5);
}

#[test]
fn each_of_several_assignees_owes_an_issue() {
    let (lines, people, report) = read("github.csv", &[], Flags::default());
    assert_eq!(
        lines,
        [
            "Fix the login (#12) | from ana-r | 2026-03-12 | kept",
            "Fix the login (#12) | from bo-c | 2026-03-12 | kept",
            "Write the notes (#13) | from bo-c | 2026-03-12 | open",
            "Not now (#14) | from bo-c | 2026-03-12 | released",
        ]
    );
    assert_eq!(people, ["ana-r", "bo-c"]);
    assert_eq!(report.refused, 0);
    let (lines, ..) = read("github.csv", &["bo-c"], Flags::default());
    assert_eq!(
        lines[1],
        "Fix the login (#12) | to cy-o | 2026-03-12 | kept"
    );
    assert_eq!(
        lines[2],
        "Write the notes (#13) | to ana-r | 2026-03-12 | open"
    );
}

#[test]
fn asana_does_not_say_to_whom_and_is_told() {
    let (lines, ..) = read("asana.csv", &[], Flags::default());
    assert_eq!(
        lines,
        [
            "Book the room | from Ana Ruiz | 2026-03-12 | kept",
            "Ask the caterer | from Bo Chen | 2026-03-20 | open",
        ]
    );
    let (lines, _, report) = read("asana.csv", &["Ana Ruiz"], Flags::default());
    assert_eq!(lines.len(), 1);
    let why = "your name and nobody it was promised to (--map to=COLUMN or --set to=NAME)";
    assert_eq!(report.skipped[why], 1);
    let flags = Flags {
        set: vec!["to=Offsite team".into()],
        ..Flags::default()
    };
    let (lines, ..) = read("asana.csv", &["Ana Ruiz"], flags);
    assert_eq!(
        lines[0],
        "Book the room | to Offsite team | 2026-03-12 | kept"
    );
}

#[test]
fn letters_that_were_said_are_not_guessed() {
    use trustline::transfer::intake::Source;
    use trustline::transfer::table::Encoding;
    let text = "who,what,made,due\nRen\u{e9},x,2026-03-02,2026-03-12\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let choice = Choice {
        encoding: Encoding::from_word("utf-16"),
        ..super::choice()
    };
    let table = Table::open(Source::held("t.csv", bytes), choice).expect("opens");
    assert_eq!(table.columns(), ["who", "what", "made", "due"]);
    assert_eq!(table.rows().expect("opens").flatten().count(), 2);
}
