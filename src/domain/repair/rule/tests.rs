//! Repair rules tried: what each looks at, runs, spans, care, and that time alone passes nothing.

use chrono::{Days, NaiveDate};

use super::*;
use crate::domain::breach::By;
use crate::domain::checkin::Answer;
use crate::domain::commitment::Move;
use crate::domain::{Record, Side, When};

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day") + Days::new(n)
}

fn breach(sort: BreachSort, severity: u8) -> Breach {
    Breach {
        sort,
        severity,
        by: By::Them,
        ..Breach::default()
    }
}

fn id() -> RecordId {
    RecordId::derived(&["plan"])
}

fn said(sort: BreachSort) -> String {
    rule_text(&breach(sort, 2))
}

fn step_on(due: u64, done: Option<u64>) -> Commitment {
    Commitment {
        made: day(0),
        agreed: Some(day(0)),
        due: Some(When::day(day(due))),
        done: done.map(day),
        ..Commitment::default()
    }
}

#[test]
fn every_sort_has_its_rule_in_words() {
    let check = |sort, says: &str| assert_eq!(said(sort), says);
    check(
        BreachSort::Competence,
        "6 in a row kept, in this area, over at least 4 weeks",
    );
    check(
        BreachSort::Missed,
        "6 in a row kept, of all that was promised, over at least 4 weeks",
    );
    check(
        BreachSort::Communication,
        "6 updates in a row kept, over at least 6 weeks",
    );
    check(
        BreachSort::Boundary,
        "no repeat for 8 weeks, and benevolence at 4 or more in 2 check-ins running",
    );
    check(
        BreachSort::Integrity,
        "at least 9 of the last 10 kept, the latest among them, over at least 8 weeks",
    );
    check(
        BreachSort::Institutional,
        "10 cases with at most 1 exception, over at least 12 weeks",
    );
    let slip = breach(BreachSort::Missed, 1);
    assert_eq!(rule_text(&slip), "one act kept");
}

#[test]
fn deception_doubles_the_span_and_promises_no_full_return() {
    let deceived = Breach {
        deception: Known::Yes,
        ..breach(BreachSort::Integrity, 3)
    };
    assert_eq!(rule(&deceived).weeks, 16);
    assert_eq!(rule(&breach(BreachSort::Integrity, 3)).weeks, 8);
    let says = rule_text(&deceived);
    assert!(says.ends_with("over at least 16 weeks; after a deception it may not come back fully"));
    // every sort says so, a boundary too
    for sort in BreachSort::ALL {
        let deceived = Breach {
            sort: *sort,
            ..deceived.clone()
        };
        let says = rule_text(&deceived);
        assert!(says.ends_with("it may not come back fully"), "{says}");
    }
}

#[test]
fn a_miss_resets_the_run_and_the_latest_must_be_kept() {
    let rule = Rule {
        n: 10,
        weeks: 1,
        allow: 1,
        latest: true,
        care: false,
    };
    let at = |missed: u64| (0..10).map(|n| (day(n), n != missed)).collect::<Vec<_>>();
    assert!(verify(day(0), &at(3), &rule, day(20)).passed);
    let newest = verify(day(0), &at(9), &rule, day(20));
    assert_eq!((newest.passed, newest.run, newest.kept), (false, 0, 9));
    let too_few = verify(day(0), &at(99)[..9], &rule, day(20));
    assert_eq!((too_few.passed, too_few.of), (false, 9));
}

#[test]
fn steps_outside_the_span_are_left_out() {
    let rule = Rule {
        n: 1,
        weeks: 0,
        allow: 0,
        latest: true,
        care: false,
    };
    let settled = [(day(1), false), (day(5), true), (day(30), false)];
    let run = verify(day(3), &settled, &rule, day(10));
    assert_eq!((run.passed, run.run, run.of), (true, 1, 1));
    assert!(!verify(day(3), &[], &rule, day(10)).passed);
}

#[test]
fn a_run_is_read_from_the_steps() {
    let plan = Plan {
        verify_from: Some(day(0)),
        ..Plan::default()
    };
    let undated = Commitment {
        due: None,
        ..step_on(0, Some(20))
    };
    let ahead = Commitment {
        moves: vec![Move {
            on: day(9),
            to: Some(When::day(day(18))),
            agreed: true,
            ..Move::default()
        }],
        ..step_on(10, Some(17))
    };
    let steps = [
        step_on(5, Some(7)),
        step_on(9, Some(9)),
        ahead,
        undated,
        step_on(40, None),
    ];
    let steps: Vec<_> = steps.iter().collect();
    let witness = Witness {
        plan: id(),
        commitments: &steps,
        checkins: &[],
        breaches: &[],
    };
    let found = progress(&plan, &breach(BreachSort::Missed, 2), &witness, day(30)).expect("a run");
    assert_eq!((found.run, found.kept, found.of, found.days), (3, 3, 4, 30));
    // the open one breaks the run the day after it fell due
    let later = progress(&plan, &breach(BreachSort::Missed, 2), &witness, day(41)).expect("a run");
    assert_eq!((later.run, later.of), (0, 5));
    assert_eq!(
        progress(
            &Plan::default(),
            &breach(BreachSort::Missed, 2),
            &witness,
            day(30)
        ),
        None
    );
}

#[test]
fn a_boundary_heals_by_care_without_a_repeat() {
    let plan = Plan {
        owner: Side::Theirs,
        verify_from: Some(day(0)),
        ..Plan::default()
    };
    let felt = |on: u64, score: Option<u8>| CheckIn {
        day: day(on),
        answers: vec![Answer {
            question: "BEN".to_owned(),
            score,
            sentence: String::new(),
            ..Answer::default()
        }],
        ..CheckIn::default()
    };
    let checkins = [
        felt(10, Some(2)),
        felt(40, Some(4)),
        felt(47, None),
        felt(54, Some(5)),
    ];
    let checkins: Vec<_> = checkins.iter().collect();
    let first = breach(BreachSort::Boundary, 2);
    let witness = Witness {
        plan: id(),
        commitments: &[],
        checkins: &checkins,
        breaches: &[&first],
    };
    let first = Breach {
        day: day(0),
        ..first.clone()
    };
    assert!(
        progress(&plan, &first, &witness, day(56))
            .expect("a run")
            .passed
    );
    let again = Breach {
        day: day(30),
        ..first.clone()
    };
    let witness = Witness {
        breaches: &[&first, &again],
        ..witness
    };
    let run = progress(&plan, &first, &witness, day(56)).expect("a run");
    assert_eq!((run.passed, run.days, run.days_needed), (false, 26, 56));
}

/// What is looked at follows from the kind: an area, everything promised, or the injured side's check-ins.
#[test]
fn every_rule_looks_at_what_it_is_about() {
    let plan = Plan {
        owner: Side::Theirs,
        area: vec!["handover".to_owned()],
        verify_from: Some(day(0)),
        ..Plan::default()
    };
    let kept = |side, plan: Option<RecordId>, tag: &str| Commitment {
        side,
        plan,
        tags: vec![tag.to_owned()],
        ..step_on(5, Some(5))
    };
    let all = [
        kept(Side::Theirs, Some(id()), ""),
        kept(Side::Theirs, None, "handover"),
        kept(Side::Theirs, None, "budget"),
        kept(Side::Mine, Some(id()), ""),
        kept(Side::Mine, None, "handover"),
    ];
    let check = |sort, severity, counted: usize| {
        let witness = Witness {
            plan: id(),
            commitments: &all.iter().collect::<Vec<_>>(),
            checkins: &[],
            breaches: &[],
        };
        let run = progress(&plan, &breach(sort, severity), &witness, day(9)).expect("a run");
        assert_eq!(run.run, counted, "{sort} {severity}");
    };
    check(BreachSort::Competence, 2, 2);
    check(BreachSort::Communication, 2, 2);
    check(BreachSort::Missed, 2, 3);
    check(BreachSort::Integrity, 2, 3);
    check(BreachSort::Institutional, 2, 3);
    check(BreachSort::Competence, 1, 1);
    check(BreachSort::Boundary, 2, 0);
}

/// One exception is allowed among an institution's ten cases, the newest or not; integrity wants the newest kept.
#[test]
fn an_exception_may_be_the_newest_only_for_an_institution() {
    let newest_missed: Vec<_> = (0..10).map(|n| (day(n * 10), n != 9)).collect();
    let passes = |sort, settled: &[(NaiveDate, bool)]| {
        verify(day(0), settled, &rule(&breach(sort, 3)), day(100)).passed
    };
    assert!(passes(BreachSort::Institutional, &newest_missed));
    assert!(!passes(BreachSort::Integrity, &newest_missed));
    let two_missed: Vec<_> = (0..10).map(|n| (day(n * 10), n % 5 != 0)).collect();
    assert!(!passes(BreachSort::Institutional, &two_missed));
}

/// A boundary is judged by the injured side: where I crossed it, by what they told me, not by how I felt.
#[test]
fn the_injured_side_is_asked_about_a_boundary() {
    let felt = |side| CheckIn {
        side,
        day: day(40),
        answers: vec![Answer {
            question: "BEN".to_owned(),
            score: Some(5),
            sentence: String::new(),
            ..Answer::default()
        }],
        ..CheckIn::default()
    };
    let (mine, theirs) = (felt(Side::Mine), felt(Side::Theirs));
    let run = |owner, checkins: &[&CheckIn]| {
        let plan = Plan {
            owner,
            verify_from: Some(day(0)),
            ..Plan::default()
        };
        let witness = Witness {
            plan: id(),
            commitments: &[],
            checkins,
            breaches: &[],
        };
        progress(&plan, &breach(BreachSort::Boundary, 3), &witness, day(60))
            .expect("a run")
            .run
    };
    assert_eq!(run(Side::Theirs, &[&mine, &mine, &theirs]), 2);
    assert_eq!(run(Side::Mine, &[&mine, &mine, &theirs]), 1);
}

/// However far the clock is moved, nothing passes and nothing closes by itself.
#[test]
fn time_alone_never_closes_a_breach() {
    for sort in BreachSort::ALL {
        for years in [1, 5, 40] {
            let one = breach(*sort, 2);
            let plan = Plan {
                verify_from: Some(day(0)),
                ..Plan::default()
            };
            let witness = Witness {
                plan: id(),
                commitments: &[],
                checkins: &[],
                breaches: &[&one],
            };
            let later = day(years * 366);
            let run = progress(&plan, &one, &witness, later).expect("a run");
            assert!(!run.passed, "{sort} after {years} years: {run:?}");
            let stood = Record::Breach(one.clone())
                .stood_on(later)
                .expect("it happened");
            assert_eq!(stood.noun().state(), "open");
        }
    }
}
