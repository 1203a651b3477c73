//! Plans tried: what comes next, where repair is not owed, verdicts, stopping and going on.

use chrono::{Days, NaiveDate};

use super::*;
use crate::domain::act::Act;
use crate::domain::breach::{BreachSort, By};
use crate::domain::{Record, RecordId, Side};

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

#[test]
fn every_stage_asks() {
    assert!(Stage::ALL.iter().all(|stage| !gate(*stage).is_empty()));
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
    let act = |plan: &Plan, act: Act| match Record::Plan(plan.clone()).after(&act, on) {
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
    let early = Plan::for_breach(RecordId::derived(&["breach"]), &breach, &[], on);
    assert_eq!((early.owner, early.short), (Side::Mine, true));
    let yes = || Act::Verdict {
        verdict: Verdict::Yes,
        words: " it holds ".to_owned(),
    };
    assert_eq!(act(&early, yes()), Err("verdict"));

    let snooze = |until| Act::Snooze { until };
    assert_eq!(act(&early, snooze(on)), Err("until"));
    assert!(act(&early, snooze(day(61))).is_ok());

    let stop = || Act::Stop {
        reason: "they left".to_owned(),
    };
    let stopped = act(&early, stop()).expect("stopped");
    let again = act(&stopped, Act::Reopen).expect("reopened");
    assert_eq!((again.stage, again.closed), (Stage::Acknowledge, None));

    let acted = act(&again, answer()).expect("on");
    assert_eq!((acted.stage, acted.verify_from), (Stage::Act, Some(on)));
    let said = act(&acted, yes()).expect("asked");
    assert_eq!(
        (said.verdict, said.verdict_words.as_str()),
        (Verdict::Yes, "it holds")
    );
    let closed = act(&said, answer()).expect("closed");
    let again = act(&closed, Act::Reopen).expect("reopened");
    assert_eq!((again.stage, again.verdict), (Stage::Act, Verdict::None));
    assert_eq!(
        (again.verdict_words.as_str(), again.verify_from),
        ("", Some(on))
    );
}
