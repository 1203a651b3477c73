//! The map counts and never ranks; a summary needs five.

use super::*;
use crate::domain::checkin::Answer;
use crate::domain::relationship::Role;

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default() - Days::new(n)
}

fn packs() -> Vec<Pack> {
    let question = |code: &str, facet: &str| Question {
        code: code.into(),
        facet: facet.into(),
        wording: format!("about {facet}"),
        built_in: true,
    };
    let pack = |role| Pack {
        role,
        version: 1,
        core: 1,
        questions: vec![question("ABL", "ability"), question("LEAD2", "bad news")],
        own: vec![question("OWN1", "candour")],
    };
    // the core is the same in every pack, and each of its answers counts once
    vec![pack(Role::Leader), pack(Role::Peer)]
}

fn checkin(ago: u64, side: Side, answers: &[(&str, Option<u8>)]) -> CheckIn {
    let answer = |(code, score): &(&str, Option<u8>)| Answer {
        question: (*code).into(),
        score: *score,
        ..Answer::default()
    };
    CheckIn {
        day: day(ago),
        side,
        answers: answers.iter().map(answer).collect(),
        ..CheckIn::default()
    }
}

fn member(name: &str, checkins: Vec<CheckIn>) -> Member {
    Member {
        name: name.into(),
        checkins,
        ..Member::default()
    }
}

/// Weekly answers of mine, oldest first, the newest today.
fn weekly(scores: &[u8]) -> Vec<CheckIn> {
    let last = u64::try_from(scores.len()).unwrap_or(0) - 1;
    let ago = (0..=last).rev().map(|n| n * 7);
    let one = |(score, ago): (&u8, u64)| checkin(ago, Side::Mine, &[("ABL", Some(*score))]);
    scores.iter().zip(ago).map(one).collect()
}

#[test]
fn a_cell_counts_answers_and_says_what_moved() {
    let people = [
        member("Ana", weekly(&[4, 4, 4, 4, 2])),
        member("Bo", weekly(&[4, 4, 4, 4, 3])),
        member("Cem", weekly(&[1, 1, 5])),
        member("Dee", vec![checkin(0, Side::Mine, &[("ABL", None)])]),
    ];
    let map = map(&people, &packs(), day(0), 12);
    assert_eq!(map.facets, ["ability"]);
    let cell = |answered, moved| Cell { answered, moved };
    // one step is within chance; three check-ins are too few to say
    assert_eq!(
        map.people[0],
        [
            cell(5, Moved::Down),
            cell(5, Moved::No),
            cell(3, Moved::No),
            cell(0, Moved::No)
        ]
    );
    assert_eq!(map.held, [5, 5, 3, 1]);
    assert_eq!(map.weeks.len(), 12);
    let last = map.in_weeks[0].last().copied();
    assert_eq!(last, Some(cell(3, Moved::Down)));
    assert_eq!(map.in_weeks[0][10].answered, 3);
}

#[test]
fn only_the_weeks_that_are_asked_for_are_columns() {
    assert_eq!(first_day(day(0), 1), day(6));
    assert_eq!(first_day(day(0), 12), day(6 + 77));
    assert_eq!(first_day(day(0), 400), first_day(day(0), 12));
    let map = map(&[], &packs(), day(0), 3);
    assert_eq!(map.weeks, [day(20), day(13), day(6)]);
    assert!(map.facets.is_empty());
}

fn answering(scores: &[u8]) -> Vec<Member> {
    let one = |(n, score): (usize, &u8)| {
        let said = [("LEAD2", Some(*score)), ("OWN1", Some(5))];
        let before = checkin(20, Side::Theirs, &[("LEAD2", Some(1))]);
        member(
            &format!("{n}"),
            vec![checkin(3, Side::Theirs, &said), before],
        )
    };
    scores.iter().enumerate().map(one).collect()
}

#[test]
fn a_summary_needs_five_people_and_tells_counts() {
    let four = map(&answering(&[5, 4, 2, 4]), &packs(), day(0), 12);
    assert_eq!((four.answering, four.summary.len()), (4, 0));
    assert!(
        four.no_summary()
            .is_some_and(|says| says.starts_with("4 people's"))
    );
    let five = map(&answering(&[5, 4, 2, 4, 3]), &packs(), day(0), 12);
    let told: Vec<_> = five.summary.iter().map(Counted::text).collect();
    assert_eq!(
        told,
        ["3 of 5 answered 4 or 5 on \u{201c}about bad news\u{201d}"]
    );
    assert_eq!(five.no_summary(), None);
    // what the others say of me is no cell of the map
    assert!(five.facets.is_empty());
}
