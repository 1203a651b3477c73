//! The whole record is shown: every kind, every state of each, and a team of whom a summary may be told.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use crate::assets::packs;
use crate::assets::sample::sample;
use crate::domain::agreement::Scope;
use crate::domain::band::BandSort;
use crate::domain::disclosure::Response;
use crate::domain::need::NeedState;
use crate::domain::relationship::Tending;
use crate::domain::team::{ANSWERING, Member, map};
use crate::domain::{Kind, Record, RecordId, Side};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn states(records: &[(RecordId, Record)], kind: Kind) -> HashSet<&'static str> {
    let of_kind = records.iter().filter(|(_, one)| one.kind() == kind);
    of_kind.map(|(_, one)| one.noun().state()).collect()
}

#[test]
fn every_kind_is_there_in_every_state() {
    let records = sample(today());
    for kind in Kind::ALL {
        assert!(
            records.iter().any(|(_, one)| one.kind() == *kind),
            "no {kind}"
        );
    }
    let check = |kind, words: &[&str]| {
        let found = states(&records, kind);
        for word in words {
            assert!(found.contains(word), "no {kind} is {word}");
        }
    };
    check(Kind::Relationship, Tending::WORDS);
    check(Kind::Disclosure, Response::WORDS);
    check(Kind::Need, NeedState::WORDS);
    check(Kind::Band, BandSort::WORDS);
    check(Kind::Agreement, &["standing", "breached", "ended"]);
    check(Kind::Delegation, &["standing", "ended"]);
    check(Kind::Shortcut, &["standing", "ended"]);
}

#[test]
fn what_comes_again_is_there_with_the_one_before() {
    let records = sample(today());
    let again = |one: &Record| match one {
        Record::Commitment(one) => one.repeats.is_some().then_some(one.follows),
        _ => None,
    };
    let all: Vec<_> = records.iter().filter_map(|(_, one)| again(one)).collect();
    assert_eq!(all.len(), 3);
    let before = all
        .iter()
        .flatten()
        .next()
        .expect("one that follows another");
    assert!(records.iter().any(|(id, _)| id == before));
}

#[test]
fn what_waits_is_waiting() {
    let records = sample(today());
    let has = |what: &dyn Fn(&Record) -> bool| records.iter().any(|(_, one)| what(one));
    for scope in Scope::ALL {
        assert!(
            has(&|one| matches!(one, Record::Agreement(a) if a.scope == *scope)),
            "{scope}"
        );
    }
    let addressed = |one: &Record| match one {
        Record::Agreement(a) => a.observations.iter().any(|seen| seen.addressed.is_some()),
        _ => false,
    };
    assert!(has(&addressed));
    for side in Side::ALL {
        assert!(has(
            &|one| matches!(one, Record::Disclosure(d) if d.side == *side)
        ));
    }
    let owed = |one: &Record| matches!(one, Record::Disclosure(d) if d.side == Side::Theirs && d.response == Response::None);
    assert!(has(&owed));
    let sealed = records.iter().find(|(_, one)| one.noun().is_sealed());
    let (sealed, _) = sealed.expect("a confidence");
    let kept = |one: &Record| matches!(one, Record::Commitment(c) if c.confidence == Some(*sealed) && c.is_open());
    assert!(has(&kept));
    let due = |one: &Record| {
        one.kind() == Kind::Shortcut
            && one.noun().attention() <= Some(today())
            && one.noun().attention().is_some()
    };
    assert!(has(&due));
    assert!(has(
        &|one| matches!(one, Record::Relationship(r) if !r.roles.is_empty())
    ));
}

#[test]
fn the_process_carries_five_in_sixty_days() {
    let records = sample(today());
    let since = today() - Days::new(60);
    let carried = records.iter().filter(|(_, one)| match one {
        Record::Commitment(c) => c.process.is_some() && c.excused > Some(since),
        _ => false,
    });
    assert_eq!(carried.count(), 5);
}

#[test]
fn the_team_is_large_enough_for_a_summary() {
    let records = sample(today());
    let mut members: Vec<Member> = Vec::new();
    for (id, record) in &records {
        if let Record::Relationship(one) = record
            && one.teams.iter().any(|team| team == "Booking")
        {
            let checkins = records.iter().filter_map(|(_, one)| match one {
                Record::CheckIn(c) if c.who == *id && c.day > today() - Days::new(80) => {
                    Some(c.clone())
                }
                _ => None,
            });
            members.push(Member {
                id: *id,
                name: one.name.clone(),
                due: None,
                checkins: checkins.collect(),
            });
        }
    }
    let map = map(&members, &packs(), today(), 12);
    assert_eq!((members.len(), map.answering), (5, ANSWERING));
    assert_eq!(map.summary.len(), 3);
}
