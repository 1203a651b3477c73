//! What binds beyond two people: bands behind a chart, agreements, groups and institutions, held to their laws.

use trustline::domain::agreement::Agreement;
use trustline::domain::checkin::{Answer, CheckIn};
use trustline::domain::{Act, Kind, Record};
use trustline::journal::{Change, Journal};

use crate::house::{add, commitment, day, journal, person};

#[test]
fn bands_and_roles_lie_behind_the_chart() {
    let mut journal = journal();
    let who = person(&mut journal, "Priya Nair");
    person(&mut journal, "Jonas Weber");
    let band = |about: &'static str, text: &'static str, from: &'static str, to: &'static str| {
        [("who", about), ("text", text), ("from", from), ("to", to)]
    };
    for texts in [
        band("", "spring offsite", "2026-04-14", "2026-04-16"),
        band("priya", "parental leave", "2026-10-01", ""),
        band("jonas", "his sabbatical", "2026-09-01", "2026-09-30"),
    ] {
        add(&mut journal, Kind::Band, &texts);
    }
    let role = Act::Role(trustline::domain::relationship::Role::Leader);
    let on = day("2026-10-12");
    let change = Change::Act {
        id: who,
        act: role,
        on,
    };
    journal.tell(change).expect("another role");
    let timeline = journal
        .timeline(who, day("2026-11-22"), 7, 12)
        .expect("a timeline");
    let behind: Vec<_> = timeline
        .bands
        .iter()
        .map(|one| (one.text.as_str(), one.to))
        .collect();
    assert_eq!(behind, [("parental leave", None), ("leader", None)]);
    assert_eq!(timeline.bands[1].sort, "role");
}

#[test]
fn what_members_promise_moves_no_figure_of_their_group() {
    let mut journal = journal();
    let group = [
        ("name", "Circle"),
        ("party", "group"),
        ("role", "community"),
        ("members", "11"),
        ("since", "2025-01-01"),
    ];
    let group = add(&mut journal, Kind::Relationship, &group);
    commitment(
        &mut journal,
        "circle",
        "theirs",
        "notes within a week",
        "2026-11-01",
        "2026-11-08",
    );
    let figures = |journal: &Journal| {
        let card = journal.card(group).expect("a card");
        let sides = [card.mine, card.theirs];
        sides.map(|side| {
            (
                side.kept.alpha.to_bits(),
                side.kept.beta.to_bits(),
                side.follow.n,
            )
        })
    };
    let before = figures(&journal);
    for (n, name) in ["Ana Lima", "Bo Strand", "Cem Dag"].into_iter().enumerate() {
        let texts = [("name", name), ("teams", "circle"), ("since", "2025-01-01")];
        add(&mut journal, Kind::Relationship, &texts);
        for side in ["mine", "theirs"] {
            let id = commitment(
                &mut journal,
                name,
                side,
                "a promise",
                "2026-10-01",
                "2026-10-20",
            );
            let act = if n == 0 { Act::Keep } else { broken() };
            let on = day("2026-10-19");
            journal.tell(Change::Act { id, act, on }).expect("settled");
        }
    }
    assert_eq!(figures(&journal), before);
    let card = journal.card(group).expect("a card");
    let known = card.collective.expect("a group").coverage;
    assert_eq!(known.text(), "3 of 11 known directly");
}

fn broken() -> Act {
    Act::Break {
        warned: false,
        cause: trustline::domain::commitment::Cause::Unknown,
        reason: String::new(),
    }
}

#[test]
fn an_institution_knows_its_misses_by_sixty_days_and_in_all_and_as_of_then() {
    let mut journal = journal();
    person(&mut journal, "Ana Lima");
    let texts = [
        ("name", "Desk"),
        ("party", "institution"),
        ("role", "institution"),
        ("since", "2025-01-01"),
    ];
    let desk = add(&mut journal, Kind::Relationship, &texts);
    for on in ["2026-03-01", "2026-09-23", "2026-09-24", "2026-11-20"] {
        let id = commitment(&mut journal, "ana", "theirs", "ship it", "2026-02-01", on);
        let act = Act::Excuse {
            reason: "no window".to_owned(),
            process: Some(desk),
        };
        journal
            .tell(Change::Act {
                id,
                act,
                on: day(on),
            })
            .expect("excused");
    }
    let excused = |journal: &Journal| {
        let card = journal.card(desk).expect("a card");
        let excused = card.collective.expect("an institution").excused;
        let whos = excused.lines.iter().filter_map(|line| line.who.clone());
        assert!(whos.into_iter().all(|(_, name)| name == "Ana Lima"));
        (excused.text(), excused.lines.len())
    };
    assert_eq!(excused(&journal), ("2 in 60 days, 4 in all".to_owned(), 4));
    // nothing of it is a promise of the institution, and nothing of it is contact with it
    let card = journal.card(desk).expect("a card");
    assert_eq!((card.theirs.kept.n, card.last_contact), (0, None));
    assert!(
        journal
            .prep(desk, None)
            .expect("a sheet")
            .happened
            .is_empty()
    );
    // rebuilt from the revisions it is the same
    journal.rebuild(&mut |_| {}).expect("rebuilt");
    assert_eq!(excused(&journal), ("2 in 60 days, 4 in all".to_owned(), 4));
    journal.undo().expect("undone");
    assert_eq!(excused(&journal), ("1 in 60 days, 3 in all".to_owned(), 3));
    journal.look_as_of(Some(day("2026-09-23")));
    assert_eq!(excused(&journal), ("1 in 60 days, 2 in all".to_owned(), 2));
}

/// A team of three in which each answered as told, three weeks in a row.
fn team(scores: [u8; 3]) -> Journal {
    let mut journal = journal();
    for (name, score) in ["Cem Dag", "Ana Lima", "Bo Strand"].into_iter().zip(scores) {
        let texts = [
            ("name", name),
            ("teams", "Booking"),
            ("since", "2025-01-01"),
        ];
        let who = add(&mut journal, Kind::Relationship, &texts);
        for on in ["2026-11-02", "2026-11-09", "2026-11-16"] {
            let answer = Answer {
                question: "ABL".to_owned(),
                score: Some(score),
                ..Answer::default()
            };
            let checkin = Record::CheckIn(CheckIn {
                who,
                day: day(on),
                answers: vec![answer],
                ..CheckIn::default()
            });
            journal
                .tell(Change::Add(Box::new(checkin)))
                .expect("a check-in");
        }
    }
    journal
}

#[test]
fn a_team_is_the_same_whatever_was_answered() {
    let seen = |scores| {
        let team = team(scores).team("booking", 12).expect("a team");
        let names: Vec<_> = team.members.iter().map(|one| one.name.clone()).collect();
        (names, team.map)
    };
    let (names, map) = seen([1, 5, 3]);
    assert_eq!(names, ["Ana Lima", "Bo Strand", "Cem Dag"]);
    assert_eq!(seen([5, 1, 4]), (names.clone(), map.clone()));
    assert_eq!(seen([3, 3, 3]), (names, map));
}

#[test]
fn a_boundary_accepted_becomes_an_agreement() {
    let mut journal = journal();
    let who = person(&mut journal, "Priya Nair");
    let on = day("2026-11-20");
    let one = Agreement::from_boundaries(who, "  no dates \n in chat ", on);
    assert_eq!((one.text.as_str(), one.agreed), ("no dates in chat", on));
    let told = journal.tell(Change::Add(Box::new(Record::Agreement(one))));
    assert_eq!(
        told.expect("added").says,
        "added agreement: no dates in chat"
    );
    assert_eq!(journal.card(who).expect("a card").agreements.len(), 1);
}
