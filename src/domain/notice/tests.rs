//! What of a day is told, when, and in which words.

use super::*;
use crate::domain::value::When;
use crate::domain::{Kind, RecordId};

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn line(n: u8, sort: TodaySort, who: &str, text: &str, due: &str) -> TodayLine {
    let due = due.split_once(' ').map_or_else(
        || When::day(day(due)),
        |_| When {
            day: at(due).date(),
            time: Some(at(due).time()),
        },
    );
    TodayLine {
        sort,
        id: RecordId::from_bytes(&[n; 16]).expect("an id"),
        kind: Kind::Commitment,
        who: Some((
            RecordId::from_bytes(&[99; 16]).expect("an id"),
            who.to_owned(),
        )),
        text: text.to_owned(),
        since: due.day,
        due: Some(due),
        side: None,
    }
}

fn monday() -> Today {
    let mut suggested = line(5, TodaySort::CheckIn, "Olu", "check-in", "2026-11-20");
    suggested.due = None;
    let mut told_in_trust = line(6, TodaySort::Response, "Olu", "a secret", "2026-11-20");
    told_in_trust.due = None;
    Today {
        lines: vec![
            line(
                1,
                TodaySort::OneOnOne,
                "Priya",
                "one-on-one",
                "2026-11-23 14:00",
            ),
            line(
                2,
                TodaySort::MineDue,
                "Tom",
                "the numbers",
                "2026-11-23 12:00",
            ),
            line(3, TodaySort::TheirsDue, "Ana", "a review", "2026-11-23"),
            line(4, TodaySort::MineDue, "Ana", "a plan", "2026-11-22 21:30"),
            told_in_trust,
            suggested,
        ],
        ..Today::default()
    }
}

fn rule(quiet: &str) -> Rule {
    Rule {
        quiet: Quiet::read(quiet).expect(quiet),
        ..Rule::default()
    }
}

/// What is told when the program looks at each of some times, once each.
fn through(today: &Today, rule: &Rule, times: &[&str]) -> Vec<String> {
    let mut known = std::collections::BTreeSet::new();
    let mut all = Vec::new();
    for time in times {
        let now = at(time);
        let ready = ready(&occasions(today, now.date(), rule), now, &rule.quiet);
        let new: Vec<_> = ready
            .into_iter()
            .filter(|one| known.insert(one.key.clone()))
            .collect();
        for notice in told(new, now, &rule.quiet) {
            all.push(format!(
                "{} {} | {}",
                now.format("%H:%M"),
                notice.title,
                notice.body
            ));
        }
    }
    all
}

#[test]
fn a_day_is_told_at_its_times_and_once() {
    let times = [
        "2026-11-23 07:59",
        "2026-11-23 08:00",
        "2026-11-23 08:01",
        "2026-11-23 11:59",
        "2026-11-23 12:00",
        "2026-11-23 12:30",
        "2026-11-23 13:00",
        "2026-11-23 14:00",
        "2026-11-23 23:59",
    ];
    assert_eq!(
        through(&monday(), &rule(""), &times),
        [
            "08:00 trustline: today | 2 due, 1 over since yesterday, Priya 14:00, 1 more waiting",
            "08:00 trustline suggests | a check-in with Olu",
            "12:00 trustline: due at 12:00 | To Tom: the numbers",
            "13:00 trustline: one-on-one at 14:00 | With Priya",
        ]
    );
}

#[test]
fn what_fell_into_quiet_hours_comes_once_when_they_are_over() {
    let times = [
        "2026-11-23 07:00",
        "2026-11-23 08:59",
        "2026-11-23 09:00",
        "2026-11-23 09:01",
    ];
    let mut no_morning = rule("20:00-09:00");
    no_morning.morning = None;
    no_morning.nudges = false;
    assert_eq!(
        through(&monday(), &no_morning, &times),
        ["09:00 trustline: due at 21:30 | To Ana: a plan"]
    );
    // the line of the morning holds it already
    assert_eq!(
        through(&monday(), &rule("20:00-09:00"), &times),
        [
            "09:00 trustline: today | 2 due, 1 over since yesterday, Priya 14:00, 1 more waiting",
            "09:00 trustline suggests | a check-in with Olu",
        ]
    );
    let mut evening = monday();
    for n in 20..23 {
        let due = line(n, TodaySort::MineDue, "Ana", "more", "2026-11-21 10:00");
        evening.lines.push(due);
    }
    let mut weekend = rule("20:00-08:00, sat, sun");
    weekend.morning = None;
    assert_eq!(
        through(
            &evening,
            &weekend,
            &["2026-11-23 07:59", "2026-11-23 08:00"]
        ),
        [
            "08:00 trustline: while it was quiet | 4 fell due",
            "08:00 trustline suggests | a check-in with Olu",
        ]
    );
}

#[test]
fn a_one_on_one_that_has_begun_is_not_told_and_one_after_midnight_is() {
    assert_eq!(
        through(&monday(), &rule("08:00-15:00"), &["2026-11-23 15:00"]),
        [
            "15:00 trustline: today | 2 due, 1 over since yesterday, Priya 14:00, 1 more waiting",
            "15:00 trustline suggests | a check-in with Olu",
        ]
    );
    let today = Today {
        lines: vec![line(
            1,
            TodaySort::OneOnOne,
            "Priya",
            "one-on-one",
            "2026-11-24 00:30",
        )],
        ..Today::default()
    };
    assert_eq!(
        through(
            &today,
            &rule(""),
            &["2026-11-23 23:29", "2026-11-23 23:30", "2026-11-24 00:00"]
        ),
        [
            "23:30 trustline: one-on-one at 00:30 | With Priya",
            "00:00 trustline: today | Priya 00:30",
        ][..1]
    );
}

#[test]
fn the_next_time_is_one_that_is_still_to_come() {
    let check = |quiet: &str, after: &str, expect: Option<&str>| {
        let rule = rule(quiet);
        let all = occasions(&monday(), day("2026-11-23"), &rule);
        let found = next(&all, at(after), &rule.quiet);
        assert_eq!(found, expect.map(at), "{quiet} after {after}");
    };
    check("", "2026-11-23 00:00", Some("2026-11-23 08:00"));
    check("", "2026-11-23 08:00", Some("2026-11-23 12:00"));
    check("", "2026-11-23 12:00", Some("2026-11-23 13:00"));
    check("", "2026-11-23 13:00", None);
    check("20:00-09:00", "2026-11-23 00:00", Some("2026-11-23 09:00"));
    check("mon", "2026-11-23 00:00", None);
    // an hour that the clock leaves out is a time like any other: it is over when the clock stands behind it
    check("11:00-12:30", "2026-11-23 09:00", Some("2026-11-23 12:30"));
}

#[test]
fn suggestions_can_be_turned_off_and_never_repeat() {
    let mut quiet = rule("");
    quiet.nudges = false;
    let said = through(&monday(), &quiet, &["2026-11-23 08:00"]);
    assert_eq!(said.len(), 1, "{said:?}");
    let days = ["2026-11-23 08:00", "2026-11-24 08:00", "2026-11-30 08:00"];
    let said = through(&monday(), &rule(""), &days);
    let suggested = said.iter().filter(|one| one.contains("suggests"));
    assert_eq!(suggested.count(), 1, "{said:?}");
}

#[test]
fn nothing_waiting_says_nothing_and_nothing_told_in_trust_is_said() {
    assert_eq!(
        Tally::of(&Today::default(), day("2026-11-23")).says(true),
        None
    );
    let all = occasions(&monday(), day("2026-11-23"), &rule(""));
    assert!(!all.iter().any(|one| one.body.contains("secret")));
    let tally = Tally::of(&monday(), day("2026-11-23"));
    assert_eq!(
        tally.says(false).as_deref(),
        Some("2 due, 1 over, Priya 14:00, 1 more waiting")
    );
    assert_eq!(tally.count(), 5);
    let only = Today {
        lines: monday().lines.split_off(4),
        ..Today::default()
    };
    assert_eq!(
        Tally::of(&only, day("2026-11-23")).says(true).as_deref(),
        Some("1 waiting")
    );
}
