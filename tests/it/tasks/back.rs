//! Out as tasks and back: the same records, in the journal they came from and in an empty one.

use chrono::{Days, NaiveDate, NaiveTime};
use proptest::prelude::*;
use trustline::clock::Zone;
use trustline::domain::commitment::{Cause, Commitment, Move, Stake};
use trustline::domain::relationship::Relationship;
use trustline::domain::repeat::Repeat;
use trustline::domain::{Record, RecordId, Side, When};
use trustline::journal::Journal;
use trustline::transfer::outgoing::{Outgoing as _, Written};
use trustline::transfer::taskwarrior::Tasks;

use super::{choice, import};
use crate::house::{day, journal};

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z\"\\\\@#=+,;:'\u{e9}\u{202e}\u{1b}\u{1f600} ]{1,24}",
        1 => Just("plain words".to_owned()),
    ]
    .prop_map(|text| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            "x".to_owned()
        } else {
            text
        }
    })
}

fn when(from: NaiveDate) -> impl Strategy<Value = When> {
    (0..400u64, proptest::option::of(0..1440u32)).prop_map(move |(days, minute)| When {
        day: from + Days::new(days),
        time: minute.and_then(|m| NaiveTime::from_hms_opt(m / 60, m % 60, 0)),
    })
}

/// How something ended: in so many days, and in which of the ways.
fn ended(one: &mut Commitment, way: u8, days: u64, reason: String) {
    let on = Some(one.made + Days::new(days));
    match way {
        1 => one.done = on,
        2 => (one.broken, one.warned, one.cause) = (on, true, Cause::Outside),
        3 => one.released = on,
        4 => one.excused = on,
        _ => return,
    }
    if way != 1 {
        one.reason = reason;
    }
}

fn commitments() -> impl Strategy<Value = Commitment> {
    let made = || day("2025-02-03");
    let step = (0..300u64, proptest::option::of(when(made())), any::<bool>());
    let texts = (
        words(),
        words(),
        words(),
        proptest::collection::vec("[a-z\u{e9}]{1,5}( [a-z])?", 0..3),
    );
    let days = (
        0..20u64,
        any::<bool>(),
        proptest::option::of(when(made())),
        proptest::option::of(0..90u64),
    );
    let more = (any::<bool>(), 0..3u8, 0..5u8, 0..400u64, any::<bool>());
    (texts, days, proptest::collection::vec(step, 0..3), more).prop_map(
        move |((text, said, reason, tags), (shift, agreed, due, snoozed), steps, more)| {
            let (theirs, stake, way, end, repeats) = more;
            let made = made() - Days::new(shift);
            let mut one = Commitment {
                side: if theirs { Side::Theirs } else { Side::Mine },
                text,
                said: if shift % 2 == 0 { said } else { String::new() },
                tags,
                made,
                agreed: agreed.then_some(made),
                due,
                stake: [Stake::Small, Stake::Normal, Stake::Major][usize::from(stake)],
                repeats: due.filter(|_| repeats).map(|_| Repeat::WEEKLY),
                snoozed: snoozed.map(|days| made + Days::new(days)),
                visible: shift == 3,
                check_by: (shift == 5).then_some(made),
                source: if shift % 3 == 0 {
                    "jira:OAK-7".to_owned()
                } else {
                    String::new()
                },
                ..Commitment::default()
            };
            for (days, to, agreed) in steps {
                one.moves.push(Move {
                    on: made + Days::new(days),
                    from: one.current_due(),
                    to,
                    asked: Side::Theirs,
                    agreed,
                });
            }
            ended(&mut one, way, end, reason);
            one
        },
    )
}

fn written(journal: &Journal, records: &[(RecordId, Record)]) -> (Vec<u8>, Written) {
    use trustline::domain::fields::Names as _;
    let mut out = Vec::new();
    let name = |id| journal.name(id);
    let mut tasks = Tasks::new(&mut out, &name, Zone::Utc);
    for (id, record) in records {
        tasks.take(*id, record).expect("written");
    }
    let written = tasks.end().expect("ended");
    (out, written)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn commitments_come_back_as_they_were(all in proptest::collection::vec(commitments(), 1..6)) {
        let mut here = journal();
        let ana = here.clock().id();
        let person = Relationship { name: "Ana Ruiz".to_owned(), since: day("2024-01-01"), ..Relationship::default() };
        let mut records = vec![(ana, Record::Relationship(person))];
        for mut one in all {
            one.who = ana;
            records.push((here.clock().id(), Record::Commitment(one)));
        }
        prop_assume!(records.iter().all(|(_, record)| record.faults().is_empty()));
        here.load("told", &mut records.iter().cloned().map(Ok), &mut |_| true).expect("loads");
        let (tasks, told) = written(&here, &records);
        prop_assert_eq!(told.records + 1, records.len() as u64);
        prop_assert_eq!(told.says_lost(), None);
        let text = String::from_utf8_lossy(&tasks).into_owned();
        // into the journal they came from: nothing new, nothing changed
        let (report, loaded) = import(&mut here, &tasks, choice(&[], &[], "")).expect("imports");
        prop_assert_eq!((report.new, report.differing, loaded.changed, report.refused), (0, 0, 0, 0), "{}\n{}", report, text);
        // into an empty one: the same records, with the same person
        let mut there = journal();
        let (report, _) = import(&mut there, &tasks, choice(&[], &[], "")).expect("imports");
        prop_assert_eq!(report.refused, 0, "{}\n{}", report, text);
        for (id, record) in &records[1..] {
            let stored = there.stored(*id).expect("reads").expect("it came");
            prop_assert_eq!(&stored.record, record, "{}", text);
        }
    }
}

#[test]
fn what_taskwarrior_takes_and_what_it_cannot_hold() {
    let mut here = journal();
    let ana = here.clock().id();
    let person = Relationship {
        name: "Ana Ruiz".to_owned(),
        since: day("2024-01-01"),
        ..Relationship::default()
    };
    let one = Commitment {
        who: ana,
        text: "send the draft".to_owned(),
        made: day("2026-03-02"),
        agreed: Some(day("2026-03-02")),
        due: Some(When::day(day("2026-03-06"))),
        moves: vec![Move {
            on: day("2026-03-05"),
            from: Some(When::day(day("2026-03-06"))),
            to: Some(When::day(day("2026-03-09"))),
            asked: Side::Mine,
            agreed: true,
        }],
        done: Some(day("2026-03-09")),
        tags: vec!["budget".to_owned()],
        plan: Some(ana),
        ..Commitment::default()
    };
    let id = here.clock().id();
    let records = [
        (ana, Record::Relationship(person)),
        (id, Record::Commitment(one)),
    ];
    here.load("told", &mut records.iter().cloned().map(Ok), &mut |_| true)
        .expect("loads");
    let (tasks, told) = written(&here, &records);
    let lost = told.says_lost().unwrap_or_default();
    insta::assert_snapshot!(format!("{}{lost}", String::from_utf8_lossy(&tasks)));
    // what links it to a plan stays with the one that is here
    let (report, _) = import(&mut here, &tasks, choice(&[], &[], "")).expect("imports");
    assert_eq!(
        (report.same, report.new, report.differing),
        (1, 0, 0),
        "{report}"
    );
    // a task that was put off in Taskwarrior since is a move here, which nobody agreed to
    let off = String::from_utf8_lossy(&tasks).replace("\"due\":\"20260309", "\"due\":\"20260401");
    let mut there = journal();
    import(&mut there, off.as_bytes(), choice(&[], &[], "")).expect("imports");
    let Record::Commitment(one) = there.stored(id).expect("reads").expect("it came").record else {
        panic!("a commitment")
    };
    assert_eq!(
        one.moves.iter().map(|step| step.agreed).collect::<Vec<_>>(),
        [true, false]
    );
    assert_eq!(one.state_on(NaiveDate::MAX), "kept");
}
