//! Calendars as programs write them and as nobody should; and what goes out comes back.

mod round;

use super::*;
use crate::domain::commitment::Commitment;
use crate::domain::fields::Names;
use crate::domain::text::fold;
use crate::domain::{Kind, Side};
use crate::transfer::intake::Report;

/// A journal of a few people.
struct People(&'static [&'static str]);

impl People {
    fn id(name: &str) -> RecordId {
        RecordId::derived(&[name])
    }
}

impl Names for People {
    fn find(&self, words: &str) -> std::result::Result<RecordId, String> {
        let fits = |name: &&&str| {
            fold(name).split(' ').any(|w| w == fold(words)) || fold(name) == fold(words)
        };
        let found: Vec<_> = self.0.iter().filter(fits).collect();
        match found.as_slice() {
            [one] => Ok(Self::id(one)),
            _ => Err("nobody".to_owned()),
        }
    }
    fn name(&self, id: RecordId) -> Option<String> {
        self.0
            .iter()
            .find(|n| Self::id(n) == id)
            .map(|n| (*n).to_owned())
    }
    fn record(&self, _: Kind, _: &str) -> std::result::Result<RecordId, String> {
        Err("none".to_owned())
    }
}

const PEOPLE: People = People(&["Priya Nair", "Jonas Weber"]);

fn choice() -> Choice {
    Choice {
        now: "2026-11-22T10:00:00".parse().expect("a time"),
        ..Choice::default()
    }
}

fn read_with(text: &str, choice: &Choice, people: &People) -> (Vec<(RecordId, Record)>, Report) {
    let held = Held {
        names: people,
        record: &|_| None,
        erased: &|_| false,
    };
    let calendar =
        Calendar::open(&Source::held("a.ics", text.as_bytes()), choice).expect("a calendar");
    let mut watch = Watch {
        tick: &mut |_| true,
        refused: &mut |_, _| Ok(()),
    };
    let survey = calendar.survey(&held, &mut watch).expect("surveys");
    let report = survey.report.clone();
    let records = calendar.feed(survey).expect("feeds");
    (records.map(|r| r.expect("a record")).collect(), report)
}

fn read(text: &str) -> (Vec<(RecordId, Record)>, Report) {
    read_with(text, &choice(), &PEOPLE)
}

fn days(records: &[(RecordId, Record)]) -> Vec<String> {
    let notes = records.iter().filter_map(|(_, record)| match record {
        Record::Note(note) => Some(note.at.to_string()),
        _ => None,
    });
    notes.collect()
}

fn event(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

const TWO: &str = "ORGANIZER;CN=Me:mailto:me@example.com\r\nATTENDEE;CN=Me:mailto:me@example.com\r\nATTENDEE;CN=Priya Nair:mailto:priya@example.com\r\n";

#[test]
fn two_people_of_whom_one_is_known_are_a_one_on_one() {
    let (records, report) = read(&event(&format!(
        "UID:1\r\nSUMMARY:Catch-up\r\nDTSTART:20261124T100000\r\n{TWO}"
    )));
    assert_eq!(days(&records), ["2026-11-24 10:00"]);
    assert_eq!(records[0].1.noun().whos(), [People::id("Priya Nair")]);
    assert_eq!((report.new, report.skipped.len()), (1, 0));
    let (_, report) = read(&event(
        "UID:1\r\nSUMMARY:Planning\r\nDTSTART:20261124T100000\r\n",
    ));
    assert_eq!(report.skipped.get("nobody else in it"), Some(&1));
    let many = format!("UID:1\r\nDTSTART:20261124\r\n{TWO}ATTENDEE:mailto:x@example.com\r\n");
    assert_eq!(
        read(&event(&many)).1.skipped.get("more than two people"),
        Some(&1)
    );
    let room = format!(
        "UID:1\r\nDTSTART:20261124\r\n{TWO}ATTENDEE;CUTYPE=ROOM:mailto:room@example.com\r\n"
    );
    assert_eq!(days(&read(&event(&room)).0), ["2026-11-24"]);
    let stranger = TWO.replace("Priya Nair", "Sam").replace("priya@", "sam@");
    let stranger = event(&format!("UID:1\r\nDTSTART:20261124T100000\r\n{stranger}"));
    let (_, report) = read(&stranger);
    assert_eq!(report.skipped.get(who::NOBODY), Some(&1));
    assert!(report.notes.iter().any(|n| n.contains("--set who=NAME")));
    let mut with = choice();
    with.table.flags.set = vec!["who=Sam Ode".to_owned()];
    let (records, _) = read_with(&stranger, &with, &PEOPLE);
    let kinds: Vec<_> = records.iter().map(|(_, r)| r.kind()).collect();
    assert_eq!(kinds, [Kind::Relationship, Kind::Note]);
}

#[test]
fn of_two_who_are_known_the_flag_says_who_is_me() {
    let both = TWO.replace("CN=Me", "CN=Jonas Weber");
    let text = event(&format!("UID:1\r\nDTSTART:20261124T100000\r\n{both}"));
    assert_eq!(read(&text).1.skipped.len(), 1);
    let mut with = choice();
    with.me = vec!["ME@example.com".to_owned()];
    let (records, _) = read_with(&text, &with, &PEOPLE);
    assert_eq!(records[0].1.noun().whos(), [People::id("Priya Nair")]);
    with.me = vec!["other@example.com".to_owned()];
    let (_, report) = read_with(&text, &with, &PEOPLE);
    assert_eq!(report.skipped.get("people of whom none is you"), Some(&1));
}

#[test]
fn titles_alone_will_do() {
    for title in [
        "1:1 Priya",
        "Priya / Me",
        "One-on-one with Priya Nair",
        "Priya <> Lena",
    ] {
        let (records, report) = read(&event(&format!(
            "UID:1\r\nSUMMARY:{title}\r\nDTSTART:20261124T100000\r\n"
        )));
        assert_eq!(records.len(), 1, "{title}: {report}");
    }
}

#[test]
fn zones_become_local_time() {
    let at = |start: &str| {
        days(
            &read(&event(&format!(
                "UID:1\r\nSUMMARY:1:1 Priya\r\n{start}\r\n"
            )))
            .0,
        )
    };
    // without a clock to ask, local is UTC
    assert_eq!(
        at("DTSTART;TZID=Europe/Berlin:20260701T100000"),
        ["2026-07-01 08:00"]
    );
    assert_eq!(
        at("DTSTART;TZID=W. Europe Standard Time:20261201T100000"),
        ["2026-12-01 09:00"]
    );
    assert_eq!(at("DTSTART:20261201T100000Z"), ["2026-12-01 10:00"]);
    assert_eq!(at("DTSTART:20261201T100000"), ["2026-12-01 10:00"]);
    assert_eq!(at("DTSTART;VALUE=DATE:20261201"), ["2026-12-01"]);
    let (_, report) = read(&event(
        "UID:1\r\nSUMMARY:1:1 Priya\r\nDTSTART:20260230T100000\r\n",
    ));
    assert_eq!(report.refused, 1, "{report}");
}

#[test]
fn a_series_is_expanded_within_its_window_and_knows_its_days_again() {
    let series = |start: &str, more: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:s\r\nSEQUENCE:1\r\nSUMMARY:1:1 Priya\r\nDTSTART;TZID=Europe/Berlin:{start}\r\nRRULE:FREQ=WEEKLY\r\nEXDATE;TZID=Europe/Berlin:20261117T100000\r\nEND:VEVENT\r\n{more}END:VCALENDAR\r\n"
        )
    };
    let (records, report) = read(&series("20261103T100000", ""));
    let found = days(&records);
    assert_eq!(
        found[..3],
        ["2026-11-03 09:00", "2026-11-10 09:00", "2026-11-24 09:00"]
    );
    assert_eq!(found.last().map(String::as_str), Some("2027-02-16 09:00"));
    assert!(
        report
            .notes
            .iter()
            .any(|n| n.starts_with("1 series go on after")),
        "{report}"
    );
    // one day is moved, one is called off
    let moved = "BEGIN:VEVENT\r\nUID:s\r\nSEQUENCE:4\r\nRECURRENCE-ID:20261124T090000Z\r\nSUMMARY:1:1 Priya\r\nDTSTART;TZID=Europe/Berlin:20261125T140000\r\nEND:VEVENT\r\n\
         BEGIN:VEVENT\r\nUID:s\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261201T100000\r\nSTATUS:CANCELLED\r\nSUMMARY:1:1 Priya\r\nDTSTART;TZID=Europe/Berlin:20261201T100000\r\nEND:VEVENT\r\n";
    let (again, _) = read(&series("20261103T100000", moved));
    assert_eq!(
        days(&again)[..4],
        [
            "2026-11-03 09:00",
            "2026-11-10 09:00",
            "2026-11-25 13:00",
            "2026-12-08 09:00"
        ]
    );
    assert_eq!(again[2].0, records[2].0, "a moved meeting is the same one");
    // the whole series an hour later: the same meetings
    let (later, _) = read(&series("20261103T110000", "").replace("1117T100000", "1117T110000"));
    assert_eq!(later[0].0, records[0].0);
    // far back: only what the window holds
    let (old, report) = read(&series("20100105T100000", ""));
    assert!(old.len() < 120, "{}", old.len());
    assert!(
        report
            .notes
            .iter()
            .any(|n| n.contains("meetings of series were before 2024-11-21")),
        "{report}"
    );
}

#[test]
fn rules_that_never_end_do_no_harm() {
    for rule in [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=1000000000",
        "FREQ=DAILY;BYSECOND=0,1,2,3;BYMINUTE=1,2,3",
        "FREQ=HOURLY;UNTIL=99991231T000000Z",
    ] {
        let (records, report) = read(&event(&format!(
            "UID:1\r\nSUMMARY:1:1 Priya\r\nDTSTART:20261101T100000\r\nRRULE:{rule}\r\n"
        )));
        assert_eq!((records.len(), report.refused), (0, 1), "{rule}");
    }
    for rule in [
        "FREQ=DAILY;UNTIL=99991231T000000Z",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    ] {
        let (records, _) = read(&event(&format!(
            "UID:1\r\nSUMMARY:1:1 Priya\r\nDTSTART:20261101T100000\r\nRRULE:{rule}\r\n"
        )));
        assert!(records.len() <= 112, "{rule}: {}", records.len());
    }
}

#[test]
fn what_is_broken_is_refused_by_line_and_the_rest_is_read() {
    let nested = "BEGIN:X\r\n".repeat(200_000);
    let text = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:1:1 Priya\r\n{nested}BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:1:1 Priya \u{1b}\u{202e}\r\nDTSTART:20261101\r\nATTACH;ENCODING=BASE64:{}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:3\r\nSUMMARY:1:1 Priya\r\nEND:VEVENT\r\n",
        "A".repeat(2_000_000)
    );
    let (records, report) = read(&text);
    assert_eq!(days(&records), ["2026-11-01"]);
    assert!(!records[0].1.noun().title().contains(['\u{1b}', '\u{202e}']));
    let says = report.to_string();
    assert!(
        says.contains("line 2: begins here and is never ended"),
        "{says}"
    );
    assert!(says.contains("has no start (DTSTART)"), "{says}");
    let nothing = Calendar::open(
        &Source::held("a.ics", &b"BEGIN:VCALENDAR\nEND:VCALENDAR"[..]),
        &choice(),
    );
    assert!(nothing.is_err());
}

#[test]
fn foreign_tasks_are_promises_where_it_is_known_to_whom() {
    let task = |lines: &str| format!("BEGIN:VTODO\r\nUID:t\r\n{lines}END:VTODO\r\n");
    let (_, report) = read(&task("SUMMARY:Send it\r\n"));
    assert_eq!(report.skipped.get(who::NOBODY), Some(&1));
    let (records, _) = read(&task(
        "SUMMARY:Priya: send it\r\nDUE;VALUE=DATE:20261130\r\nCREATED:20261101T080000Z\r\nSTATUS:COMPLETED\r\nCOMPLETED:20261120T080000Z\r\n",
    ));
    let [(_, Record::Commitment(one))] = records.as_slice() else {
        panic!("{records:?}");
    };
    assert_eq!(one.who, People::id("Priya Nair"));
    assert_eq!(one.made.to_string(), "2026-11-01");
    assert_eq!(
        one.done.map(|d| d.to_string()).as_deref(),
        Some("2026-11-20")
    );
    assert_eq!(one.side, Side::Mine);
}
