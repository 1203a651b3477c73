//! Commitments tried: moves, states, and the evidence they make.

use super::*;
use crate::domain::fields::{self, Reading};
use crate::domain::line::people::TEAM;
use crate::domain::reliability::{Measure, Rules};
use crate::domain::{Kind, Record};

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, n).expect("a day of March")
}

fn due(on: u32, moves: &[(u32, u32, bool)]) -> Commitment {
    let step = |&(on, to, agreed): &(u32, u32, bool)| Move {
        on: day(on),
        to: Some(When::day(day(to))),
        agreed,
        ..Move::default()
    };
    Commitment {
        made: day(1),
        agreed: Some(day(1)),
        due: Some(When::day(day(on))),
        moves: moves.iter().map(step).collect(),
        ..Commitment::default()
    }
}

#[test]
fn a_move_counts_when_it_is_ahead_and_agreed() {
    let check = |moves: &[(u32, u32, bool)], as_of, expect| {
        let found = due(10, moves).agreed_due(day(as_of));
        assert_eq!(found, Some(day(expect)), "{moves:?} on {as_of}");
    };
    check(&[], 30, 10);
    check(&[(8, 20, true)], 30, 20);
    check(&[(10, 20, true)], 30, 20);
    check(&[(8, 20, true)], 7, 10);
    check(&[(11, 20, true)], 30, 10);
    check(&[(8, 20, false)], 30, 10);
    check(&[(8, 20, true), (19, 25, true)], 30, 25);
    check(&[(8, 20, true), (21, 25, true)], 30, 20);
    check(&[(8, 20, false), (15, 25, true)], 30, 10);
    check(&[(5, 7, true)], 30, 7);
}

#[test]
fn its_state_and_its_evidence_tell_the_same_story() {
    let rules = Rules::default();
    let check = |one: &Commitment, as_of, state, label: Option<&str>| {
        assert_eq!(one.state_on(day(as_of)), state);
        let standing = one
            .promise()
            .standing(Measure::KeptAsAgreed, day(as_of), &rules);
        assert_eq!(standing.evidence().map(|found| found.label.word()), label);
    };
    let open = due(10, &[]);
    check(&open, 10, "open", None);
    check(&open, 11, "open", Some("overdue"));
    let done = |on, one: Commitment| Commitment {
        done: Some(day(on)),
        ..one
    };
    check(&done(10, open.clone()), 12, "kept", Some("kept"));
    check(&done(12, open.clone()), 12, "late", Some("late"));
    check(&done(12, open.clone()), 11, "open", Some("overdue"));
    check(
        &done(18, due(10, &[(9, 18, true)])),
        20,
        "kept",
        Some("kept"),
    );
    check(
        &done(18, due(10, &[(9, 18, false)])),
        20,
        "late",
        Some("late"),
    );
    check(
        &Commitment {
            broken: Some(day(8)),
            ..open.clone()
        },
        9,
        "broken",
        Some("broken"),
    );
    check(
        &Commitment {
            released: Some(day(12)),
            ..open.clone()
        },
        11,
        "open",
        Some("overdue"),
    );
    check(
        &Commitment {
            released: Some(day(12)),
            ..open.clone()
        },
        12,
        "released",
        None,
    );
    check(
        &Commitment {
            excused: Some(day(9)),
            ..open.clone()
        },
        30,
        "excused",
        None,
    );
    check(
        &Commitment {
            agreed: None,
            ..open.clone()
        },
        30,
        "requested",
        None,
    );
    check(
        &Commitment {
            cause: Cause::Outside,
            ..open
        },
        30,
        "open",
        Some("overdue"),
    );
}

#[test]
fn a_promise_is_agreed_on_the_day_it_was_made_unless_another_was_typed() {
    let now = day(20).and_hms_opt(10, 0, 0).expect("a time");
    let with = Reading { now, names: &TEAM };
    let base = || Kind::Commitment.fresh(now);
    let agreed = |base: Record, texts: &[(&str, &str)]| {
        let mut all = vec![("text", "x"), ("who", "Priya Nair")];
        all.extend(texts);
        match fields::parse(base, &all, &with) {
            Ok(Record::Commitment(one)) => one.agreed,
            other => unreachable!("{other:?}"),
        }
    };
    assert_eq!(agreed(base(), &[]), Some(day(20)));
    assert_eq!(agreed(base(), &[("made", "2026-03-02")]), Some(day(2)));
    let both = [("made", "2026-03-02"), ("agreed", "2026-03-05")];
    assert_eq!(agreed(base(), &both), Some(day(5)));
    let asked = [("made", "2026-03-02"), ("agreed", "")];
    assert_eq!(agreed(base(), &asked), None);
    let later = Record::Commitment(Commitment {
        made: day(1),
        agreed: Some(day(4)),
        ..Commitment::default()
    });
    assert_eq!(agreed(later, &[("made", "2026-03-02")]), Some(day(4)));
}

#[test]
fn the_next_one_keeps_the_promise_and_not_what_became_of_it() {
    let repeats = Some(Repeat::WEEKLY);
    let one = Commitment {
        text: "send the report".to_owned(),
        tags: vec!["ops".to_owned()],
        agreed: Some(day(1)),
        repeats,
        // moved by three days, which is no new rhythm
        ..due(6, &[(5, 9, true)])
    };
    assert_eq!(one.next_one(day(6)), None, "it is open");
    let settled = Commitment {
        done: Some(day(9)),
        reason: "late, and said so".to_owned(),
        snoozed: Some(day(8)),
        source: "row 7".to_owned(),
        ..one.clone()
    };
    let next = settled.next_one(day(9)).expect("a next one");
    let expected = Commitment {
        made: day(9),
        agreed: Some(day(9)),
        due: Some(When::day(day(13))),
        moves: Vec::new(),
        ..one.clone()
    };
    assert_eq!(next, expected);
    // only asked for, the next one is only asked for
    let asked = Commitment {
        agreed: None,
        released: Some(day(7)),
        ..one
    };
    assert_eq!(asked.next_one(day(7)).and_then(|next| next.agreed), None);
    let single = Commitment {
        repeats: None,
        ..settled
    };
    assert_eq!(single.next_one(day(9)), None);
}

#[test]
fn what_repeats_needs_a_due_date() {
    let one = Commitment {
        repeats: Some(Repeat::WEEKLY),
        ..Commitment::default()
    };
    assert_eq!(
        one.faults().iter().map(|f| f.field).collect::<Vec<_>>(),
        ["repeats"]
    );
}
