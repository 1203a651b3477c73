//! A parcel is surveyed and fed by the rules of every import.

use chrono::NaiveDate;

use super::*;
use crate::domain::commitment::Commitment;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn parcel() -> Parcel {
    let promise = |n: u64, text: &str, made: &str| Item {
        line: n,
        id: identity(["commitment", text]),
        record: Record::Commitment(Commitment {
            text: text.to_owned(),
            made: day(made),
            agreed: Some(day(made)),
            ..Commitment::default()
        }),
        with: vec![Named {
            name: "Ana".to_owned(),
            ..Named::default()
        }],
    };
    Parcel {
        says: "two tasks".to_owned(),
        row: "task",
        rows: 3,
        items: vec![
            promise(1, "later", "2026-03-02"),
            promise(2, "earlier", "2026-01-05"),
            promise(3, "", "2026-01-05"),
        ],
        refused: Vec::new(),
        skipped: std::collections::BTreeMap::new(),
        notes: Vec::new(),
        update: false,
        over: |_, new| new.clone(),
    }
}

#[test]
fn what_is_named_is_made_once_and_begins_with_the_earliest() {
    let held = Held {
        names: &Nobody,
        record: &|_| None,
        erased: &|_| false,
    };
    let parcel = parcel();
    let mut refused = Vec::new();
    let survey = parcel
        .survey(
            &held,
            &mut Watch {
                tick: &mut |_| true,
                refused: &mut |fault, _| {
                    refused.push(fault.to_string());
                    Ok(())
                },
            },
        )
        .expect("surveys");
    assert_eq!((survey.report.new, survey.report.refused), (3, 1));
    assert_eq!(refused.len(), 1, "{refused:?}");
    let records: Vec<_> = parcel
        .feed(survey)
        .expect("feeds")
        .map(|r| r.expect("a record"))
        .collect();
    let kinds: Vec<_> = records.iter().map(|(_, r)| r.kind()).collect();
    assert_eq!(
        kinds,
        [Kind::Relationship, Kind::Commitment, Kind::Commitment]
    );
    let Record::Relationship(ana) = &records[0].1 else {
        panic!("not a relationship")
    };
    assert_eq!((ana.name.as_str(), ana.since), ("Ana", day("2026-01-05")));
    assert!(
        records[1..]
            .iter()
            .all(|(_, r)| r.noun().whos() == [records[0].0])
    );
}

#[test]
fn a_survey_can_be_stopped() {
    let held = Held {
        names: &Nobody,
        record: &|_| None,
        erased: &|_| false,
    };
    let stopped = parcel().survey(
        &held,
        &mut Watch {
            tick: &mut |_| false,
            refused: &mut |_, _| Ok(()),
        },
    );
    assert!(stopped.expect_err("stopped").says().starts_with("stopped"));
}
