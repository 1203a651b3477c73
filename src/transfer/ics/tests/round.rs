//! What goes out comes back, and any bytes are an answer.

use proptest::prelude::*;

use super::*;
use crate::transfer::outgoing::Outgoing;

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
