//! Calendars as programs write them and as nobody should; and what goes out comes back.

use proptest::prelude::*;

use super::*;
use crate::domain::commitment::Commitment;
use crate::domain::fields::Names;
use crate::domain::text::fold;
use crate::domain::{Kind, Side};
use crate::transfer::intake::Report;
use crate::transfer::outgoing::Outgoing;

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

fn written(
    records: &[(RecordId, Record)],
    events: bool,
) -> (String, crate::transfer::outgoing::Written) {
    let mut out = Vec::new();
    let mut writer = Writer::new(&mut out, &PEOPLE, choice().now).with_events(events);
    for (id, record) in records {
        writer.take(*id, record).expect("written");
    }
    let written = writer.end().expect("ended");
    (String::from_utf8(out).expect("text"), written)
}

fn day() -> impl Strategy<Value = chrono::NaiveDate> {
    (0_u64..4000).prop_map(|n| {
        chrono::NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day") + chrono::Days::new(n)
    })
}

fn when() -> impl Strategy<Value = When> {
    (day(), proptest::option::of(0_u32..1440)).prop_map(|(day, minute)| When {
        day,
        time: minute.and_then(|m| chrono::NaiveTime::from_hms_opt(m / 60, m % 60, 0)),
    })
}

fn words() -> impl Strategy<Value = String> {
    let letters = proptest::collection::vec(
        prop_oneof![
            any::<char>(),
            Just('\\'),
            Just(','),
            Just(';'),
            Just(':'),
            Just('"'),
            Just('n')
        ],
        1..90,
    );
    letters
        .prop_map(|letters| {
            let text: String = letters.into_iter().collect();
            crate::domain::text::line(&text).trim().to_owned()
        })
        .prop_filter("words", |w| !w.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_goes_out_comes_back(
        text in words(), done_means in words(), tag in "[a-z]{1,8}", mine in any::<bool>(),
        made in day(), due in proptest::option::of(when()), done in proptest::option::of(0_u64..500),
        meets in when(), said in words(), events in any::<bool>(),
    ) {
        let made = due.map_or(made, |due| made.min(due.day));
        let done = done.map(|days| made + chrono::Days::new(days));
        let commitment = Record::Commitment(Commitment {
            who: People::id("Priya Nair"),
            side: if mine { Side::Mine } else { Side::Theirs },
            text, done_means, tags: vec![tag], made, agreed: Some(made), due, done,
            check_by: Some(made), visible: mine,
            ..Commitment::default()
        });
        let to_come = meets.is_to_come(choice().now);
        let note = Record::Note(Note {
            who: vec![People::id("Jonas Weber")],
            sort: if to_come { NoteSort::Planned } else { NoteSort::OneOnOne },
            at: meets,
            text: if to_come { said } else { "one-on-one".to_owned() },
            tags: Vec::new(),
        });
        let records = vec![(RecordId::derived(&["a"]), commitment), (RecordId::derived(&["b"]), note)];
        let (calendar, _) = written(&records, events);
        for line in calendar.split("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
        }
        let (mut back, report) = read(&calendar);
        // people whom a journal lacks are made by their names
        back.retain(|(_, record)| record.kind() != Kind::Relationship);
        for (_, record) in &mut back {
            let name = match record.kind() { Kind::Note => "Jonas Weber", _ => "Priya Nair" };
            match record {
                Record::Note(one) => one.who = vec![People::id(name)],
                Record::Commitment(one) => one.who = People::id(name),
                _ => {}
            }
        }
        prop_assert_eq!(back, records, "{}\n{}", calendar, report);
    }

    #[test]
    fn any_bytes_are_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..400), lines in proptest::collection::vec("(BEGIN|END|DTSTART|RRULE|UID|SUMMARY|ATTENDEE)[:;](VEVENT|VTODO|VCALENDAR|FREQ=DAILY|1:1 Priya|2026[0-9]{4}T[0-9]{6}Z?|[ -~]{0,20})", 0..30)) {
        for bytes in [bytes, lines.join("\r\n").into_bytes()] {
            if let Ok(calendar) = Calendar::open(&Source::held("a.ics", bytes), &choice()) {
                let held = Held { names: &PEOPLE, record: &|_| None, erased: &|_| false };
                let mut watch = Watch { tick: &mut |_| true, refused: &mut |_, _| Ok(()) };
                let survey = calendar.survey(&held, &mut watch);
                prop_assert!(survey.is_ok());
            }
        }
    }
}

#[test]
fn what_a_calendar_cannot_hold_is_said() {
    let one = Record::Commitment(Commitment {
        who: People::id("Priya Nair"),
        text: "send, it; now".to_owned(),
        reason: "ill".to_owned(),
        due: Some("2026-11-30 17:00".parse().expect("a time")),
        agreed: Some("2026-11-01".parse().expect("a day")),
        ..Commitment::default()
    });
    let (text, lost) = written(&[(RecordId::derived(&["a"]), one)], true);
    assert!(
        text.contains("SUMMARY:To Priya Nair: send\\, it\\; now\r\n"),
        "{text}"
    );
    assert!(text.contains("DUE:20261130T170000\r\n"), "{text}");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    assert_eq!(lost.records, 1);
    assert_eq!(
        lost.says_lost().as_deref(),
        Some("This format could not hold: reasons and causes (1).")
    );
}
