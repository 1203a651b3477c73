//! The sample tried: nothing at fault, the same every time, and every kind of story in it.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use super::sample;
use crate::domain::breach::BreachState;
use crate::domain::commitment::Commitment;
use crate::domain::feedback::FeedbackState;
use crate::domain::note::NoteSort;
use crate::domain::plan::{Plan, Stage, Verdict};
use crate::domain::relationship::{Party, Relationship, Role, Tending};
use crate::domain::reliability::{Measure, Promise, Rules, Show, figure};
use crate::domain::repair::{Witness, progress};
use crate::domain::topic::TopicState;
use crate::domain::{Kind, Noun, Record, RecordId, Side, trend};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn every<T>(
    records: &[(RecordId, Record)],
    take: fn(&Record) -> Option<&T>,
) -> Vec<(RecordId, &T)> {
    records
        .iter()
        .filter_map(|(id, record)| Some((*id, take(record)?)))
        .collect()
}

fn relationship(record: &Record) -> Option<&Relationship> {
    if let Record::Relationship(one) = record {
        Some(one)
    } else {
        None
    }
}

fn commitment(record: &Record) -> Option<&Commitment> {
    if let Record::Commitment(one) = record {
        Some(one)
    } else {
        None
    }
}

fn plan(record: &Record) -> Option<&Plan> {
    if let Record::Plan(one) = record {
        Some(one)
    } else {
        None
    }
}

fn whose(records: &[(RecordId, Record)], handle: &str) -> RecordId {
    let all = every(records, relationship);
    all.iter()
        .find(|(_, one)| one.handles.iter().any(|h| h == handle))
        .expect("it is told")
        .0
}

fn promises(records: &[(RecordId, Record)], handle: &str, side: Side) -> Vec<Promise> {
    let who = whose(records, handle);
    let all = every(records, commitment).into_iter();
    all.filter(|(_, one)| one.who == who && one.side == side)
        .map(|(id, one)| Promise {
            id,
            ..one.promise()
        })
        .collect()
}

#[test]
fn nothing_in_it_is_at_fault_whatever_the_day() {
    for later in 0..7 {
        let today = today() + Days::new(later);
        for (id, record) in sample(today) {
            let noun = record.noun();
            assert_eq!(record.faults(), [], "{id} {}", noun.title());
            let to_come = matches!(&record, Record::Note(n) if n.sort == NoteSort::Planned);
            assert_eq!(
                noun.since().day > today,
                to_come,
                "{} begins after today",
                noun.title()
            );
        }
    }
}

#[test]
fn it_is_the_same_every_time_and_every_id_stands_once() {
    let records = sample(today());
    assert_eq!(records, sample(today()));
    let ids: HashSet<_> = records.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids.len(), records.len());
    assert!(
        (350..=700).contains(&records.len()),
        "{} records",
        records.len()
    );
    let shorts: HashSet<_> = ids.iter().map(RecordId::letters).collect();
    assert_eq!(shorts.len(), ids.len());
}

#[test]
fn relationships_come_first_and_time_runs_forward() {
    let records = sample(today());
    let first = records
        .iter()
        .take_while(|(_, one)| one.kind() == Kind::Relationship)
        .count();
    assert_eq!(first, every(&records, relationship).len());
    assert!(records[first..].is_sorted_by_key(|(_, one)| one.noun().since()));
    let known: HashSet<_> = records[..first].iter().map(|(id, _)| *id).collect();
    assert!(
        records
            .iter()
            .flat_map(|(_, one)| one.noun().whos())
            .all(|who| known.contains(&who))
    );
}

#[test]
fn the_people_of_the_story_are_there() {
    let records = sample(today());
    let all = every(&records, relationship);
    let has = |what: &dyn Fn(&Relationship) -> bool| all.iter().any(|(_, one)| what(one));
    assert!((14..=17).contains(&all.len()));
    for role in Role::ALL {
        assert!(has(&|one| one.role == *role), "no {role}");
    }
    for party in Party::ALL {
        assert!(has(&|one| one.party == *party), "no {party}");
    }
    assert!(has(&|one| one.role == Role::TeamMember && one.gap() == -2));
    assert!(has(
        &|one| one.tending == Tending::Paused && one.paused_until > Some(today())
    ));
    assert!(has(&|one| one
        .name
        .chars()
        .any(|c| ('\u{600}'..='\u{6ff}').contains(&c))));
    assert!(has(&|one| one
        .name
        .chars()
        .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))));
}

#[test]
fn one_is_steady_and_one_is_slipping() {
    let (records, rules) = (sample(today()), Rules::default());
    let of = |handle| {
        let promises = promises(&records, handle, Side::Theirs);
        figure(&promises, Measure::KeptAsAgreed, today(), &rules)
    };
    let (steady, slipping) = (of("priya"), of("jonas"));
    assert_eq!(steady.show, Show::Firm);
    assert!(steady.mean > 0.9, "{}", steady.text());
    assert!(!trend::change(&steady).expect("evidence").flag);
    let change = trend::change(&slipping).expect("evidence");
    assert!(change.flag && change.since < change.before, "{change:?}");
}

#[test]
fn one_breach_is_repaired_and_one_repair_is_under_way() {
    let records = sample(today());
    let plans = every(&records, plan);
    let step_of = |id: RecordId| {
        let all = every(&records, commitment).into_iter();
        all.filter(|(_, one)| one.plan == Some(id))
            .map(|(_, one)| one)
            .collect::<Vec<_>>()
    };
    let breach_of = |plan: &Plan| {
        let found = records.iter().find(|(id, _)| *id == plan.breach);
        if let Some((_, Record::Breach(breach))) = found {
            breach.clone()
        } else {
            panic!("no breach")
        }
    };
    let run_of = |id: RecordId, plan: &Plan, as_of| {
        let steps = step_of(id);
        let witness = Witness {
            plan: id,
            commitments: &steps,
            checkins: &[],
            breaches: &[],
        };
        progress(plan, &breach_of(plan), &witness, as_of).expect("it is told")
    };

    let (id, repaired) = plans
        .iter()
        .find(|(_, one)| one.stage == Stage::Close)
        .expect("it is told");
    assert_eq!((repaired.verdict, repaired.gates.len()), (Verdict::Yes, 5));
    assert_eq!(breach_of(repaired).state, BreachState::Repaired);
    let run = run_of(*id, repaired, repaired.closed.expect("a day"));
    assert!(run.passed && run.run == 6, "{run:?}");

    let (id, running) = plans
        .iter()
        .find(|(_, one)| one.stage == Stage::Act)
        .expect("it is told");
    assert!(step_of(*id).iter().any(|one| one.is_open()));
    let run = run_of(*id, running, today());
    assert!(!run.passed && run.run >= 3, "{run:?}");
}

#[test]
fn commitments_go_both_ways_and_end_in_every_way() {
    let records = sample(today());
    let all = every(&records, commitment);
    for side in Side::ALL {
        let mine = all.iter().filter(|(_, one)| one.side == *side);
        let states: HashSet<_> = mine.map(|(_, one)| one.state()).collect();
        for state in ["requested", "open", "kept", "late"] {
            assert!(states.contains(state), "no {state} one of {side}");
        }
    }
    let has = |what: &dyn Fn(&Commitment) -> bool| all.iter().any(|(_, one)| what(one));
    let due = |one: &Commitment| {
        one.is_open()
            .then(|| one.current_due())
            .flatten()
            .map(|w| w.day)
    };
    assert!(has(&|one| one.broken.is_some() && one.warned));
    assert!(has(&|one| one.broken.is_some() && !one.warned));
    assert!(has(
        &|one| one.state() == "kept" && one.moves.iter().any(|step| step.agreed)
    ));
    assert!(has(&|one| one.released.is_some()));
    assert!(has(
        &|one| one.excused.is_some() && one.process == Some(whose(&records, "desk"))
    ));
    assert!(has(&|one| due(one) == Some(today())));
    assert!(has(&|one| due(one) < Some(today()) && due(one).is_some()));
    assert!(has(&|one| due(one) > Some(today())));
    assert!(has(&|one| one.is_open()
        && one.due.is_none()
        && one.check_by.is_some()));
    assert!(!has(
        &|one| due(one).is_some_and(|day| day < today() - Days::new(14))
    ));
}

#[test]
fn talk_and_feedback_are_in_every_state() {
    let records = sample(today());
    let feedback = |state| {
        records
            .iter()
            .any(|(_, one)| matches!(one, Record::Feedback(f) if f.state == state))
    };
    assert!(FeedbackState::ALL.iter().all(|state| feedback(*state)));
    let topic = |state| {
        records
            .iter()
            .any(|(_, one)| matches!(one, Record::Topic(t) if t.state == state))
    };
    assert!(TopicState::ALL.iter().all(|state| topic(*state)));
    assert!(
        records
            .iter()
            .any(|(_, one)| matches!(one, Record::Topic(t) if t.carried >= 3))
    );
    let note = |sort| {
        records
            .iter()
            .any(|(_, one)| matches!(one, Record::Note(n) if n.sort == sort))
    };
    assert!(NoteSort::ALL.iter().all(|sort| note(*sort)));
    let answered = |with: fn(&crate::domain::checkin::Answer) -> bool| {
        records
            .iter()
            .any(|(_, one)| matches!(one, Record::CheckIn(c) if c.answers.iter().any(with)))
    };
    assert!(answered(|one| one.score.is_none()));
    assert!(answered(|one| !one.sentence.is_empty()));
    assert!(
        records
            .iter()
            .any(|(_, one)| matches!(one, Record::CheckIn(c) if c.unfinished))
    );
}

mod whole;
