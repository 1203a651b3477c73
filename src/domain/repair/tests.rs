//! Repair rules tried: runs, spans, care, and what a plan says comes next.

use chrono::{Days, NaiveDate};

use super::*;
use crate::domain::act::{Act, apply};
use crate::domain::breach::By;
use crate::domain::checkin::Answer;
use crate::domain::commitment::Move;
use crate::domain::{Record, RecordId, Side, When};

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

fn said(sort: BreachSort) -> String {
    rule_text(&rule(&breach(sort, 2)))
}

#[test]
fn every_sort_has_its_rule_in_words() {
    assert_eq!(
        said(BreachSort::Competence),
        "6 in a row kept, over at least 4 weeks"
    );
    assert_eq!(
        said(BreachSort::Missed),
        "6 in a row kept, over at least 4 weeks"
    );
    assert_eq!(
        said(BreachSort::Communication),
        "6 in a row kept, over at least 6 weeks"
    );
    assert_eq!(
        said(BreachSort::Boundary),
        "no repeat for 8 weeks, and benevolence at 4 or more in 2 check-ins running"
    );
    assert_eq!(
        said(BreachSort::Integrity),
        "at least 9 of the last 10 kept, the latest among them, over at least 8 weeks"
    );
    assert_eq!(
        said(BreachSort::Institutional),
        "at least 9 of the last 10 kept, the latest among them, over at least 12 weeks"
    );
    assert_eq!(
        rule_text(&rule(&breach(BreachSort::Missed, 1))),
        "one act kept"
    );
}

#[test]
fn deception_doubles_the_span() {
    let deceived = Breach {
        deception: Known::Yes,
        ..breach(BreachSort::Integrity, 3)
    };
    assert_eq!(rule(&deceived).weeks, 16);
    assert_eq!(rule(&breach(BreachSort::Integrity, 3)).weeks, 8);
}

#[test]
fn every_stage_asks_and_every_sort_begins_somewhere() {
    assert!(Stage::ALL.iter().all(|stage| !gate(*stage).is_empty()));
    assert!(BreachSort::ALL.iter().all(|sort| steps(*sort).len() >= 3));
}

#[test]
fn a_miss_resets_the_run_and_the_latest_must_be_kept() {
    let rule = Rule {
        n: 10,
        weeks: 1,
        allow: 1,
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
        care: false,
    };
    let settled = [(day(1), false), (day(5), true), (day(30), false)];
    let run = verify(day(3), &settled, &rule, day(10));
    assert_eq!((run.passed, run.run, run.of), (true, 1, 1));
    assert!(!verify(day(3), &[], &rule, day(10)).passed);
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

#[test]
fn a_plan_says_what_comes_next() {
    let breach = breach(BreachSort::Missed, 2);
    let at = |stage| Plan {
        stage,
        ..Plan::default()
    };
    let disputed = Breach {
        account: Account::Disputed,
        ..breach.clone()
    };
    assert!(next_step(&at(Stage::Assess), &disputed, None, 0).contains("facts together first"));
    assert_eq!(
        next_step(&at(Stage::Acknowledge), &breach, None, 0),
        "Acknowledge it to the injured side; still missing: responsibility."
    );
    let parts = ACKNOWLEDGEMENT[..5].iter().map(|part| (*part).to_owned());
    let acknowledged = Plan {
        acknowledged: parts.collect(),
        ..at(Stage::Acknowledge)
    };
    assert!(next_step(&acknowledged, &breach, None, 0).contains("pass the gate"));
    assert!(next_step(&at(Stage::Act), &breach, None, 0).contains("Agree on the next step"));
    let run = Run {
        run: 3,
        kept: 3,
        of: 4,
        need: 6,
        days: 20,
        days_needed: 28,
        passed: false,
    };
    assert_eq!(
        next_step(&at(Stage::Act), &breach, Some(&run), 2),
        "2 steps open: 3 of 6 kept so far, 8 days to go."
    );
    let passed = Run {
        passed: true,
        ..run
    };
    assert!(next_step(&at(Stage::Verify), &breach, Some(&passed), 0).contains("repaired enough?"));
    let partly = Plan {
        verdict: Verdict::Partly,
        ..at(Stage::Verify)
    };
    assert!(next_step(&partly, &breach, Some(&passed), 0).contains("said partly"));
}

#[test]
fn no_plan_is_offered_where_repair_is_not_owed() {
    assert_eq!(offers_plan(&breach(BreachSort::Boundary, 4)), Ok(()));
    let unsafe_one = Breach {
        safety: true,
        ..breach(BreachSort::Boundary, 1)
    };
    assert!(
        offers_plan(&unsafe_one)
            .expect_err("no plan")
            .contains("not owed")
    );
}

/// A plan is judged by its injured side only after steps, and goes on where it stopped.
#[test]
fn a_verdict_needs_steps_and_a_stopped_plan_goes_on_where_it_stopped() {
    let on = day(60);
    let act = |plan: &Plan, act: Act| match apply(&Record::Plan(plan.clone()), &act, on) {
        Ok(Record::Plan(next)) => Ok(next),
        Ok(other) => unreachable!("a plan became a {}", other.kind()),
        Err(fault) => Err(fault.field),
    };
    let answer = || Act::Advance {
        answer: "told".to_owned(),
    };
    let breach = Breach {
        who: RecordId::derived(&["who"]),
        by: By::Me,
        severity: 1,
        ..Breach::default()
    };
    let early = Plan::for_breach(RecordId::derived(&["breach"]), &breach, on);
    assert_eq!((early.owner, early.short), (Side::Mine, true));
    assert_eq!(act(&early, Act::Verdict(Verdict::Yes)), Err("verdict"));

    let snooze = |until| Act::Snooze { until };
    assert_eq!(act(&early, snooze(on)), Err("until"));
    assert!(act(&early, snooze(day(61))).is_ok());

    let stop = || Act::Stop {
        reason: "they left".to_owned(),
    };
    let stopped = act(&early, stop()).expect("stopped");
    let again = act(&stopped, Act::Reopen).expect("reopened");
    assert_eq!((again.stage, again.closed), (Stage::Assess, None));

    let acted = act(&act(&again, answer()).expect("on"), answer()).expect("on");
    assert_eq!((acted.stage, acted.verify_from), (Stage::Act, Some(on)));
    let said = act(&acted, Act::Verdict(Verdict::Yes)).expect("asked");
    assert_eq!(said.verdict, Verdict::Yes);
    let closed = act(&said, answer()).expect("closed");
    let again = act(&closed, Act::Reopen).expect("reopened");
    assert_eq!((again.stage, again.verdict), (Stage::Act, Verdict::None));
}
