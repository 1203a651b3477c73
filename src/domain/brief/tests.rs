//! What each reader finds in a brief, and what must never be there.

mod picking;

use chrono::{Days, NaiveDate};

use super::*;
use crate::domain::breach::Breach;
use crate::domain::checkin::CheckIn;
use crate::domain::commitment::Commitment;
use crate::domain::course::{BreachView, Course};
use crate::domain::feedback::{Direction, Feedback, FeedbackState};
use crate::domain::fields::Shape;
use crate::domain::note::Note;
use crate::domain::plan::Plan;
use crate::domain::relationship::Relationship;
use crate::domain::reliability::{Measure, Promise, Rules, figure};
use crate::domain::repair;
use crate::domain::topic::Topic;
use crate::domain::trust::{Delegated, Trust};
use crate::domain::value::Value;
use crate::domain::view::{Card, Key, PlanView, SideFigures, Stamp, Stored};
use crate::domain::{Kind, Record, RecordId, Side};

fn on(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn line(n: u8, record: Record) -> EntryLine {
    EntryLine {
        key: Key::default(),
        id: RecordId::from_bytes(&[n; 16]).expect("an id"),
        kind: record.kind(),
        who: None,
        at: record.noun().at(),
        state: record.noun().state(),
        record,
        snippet: Vec::new(),
    }
}

fn promise(n: u8, side: Side, text: &str, with: impl Fn(&mut Commitment)) -> EntryLine {
    let mut one = Commitment {
        side,
        text: text.into(),
        made: on("2026-03-01"),
        agreed: Some(on("2026-03-01")),
        due: Some(When::day(on("2026-03-20"))),
        reason: "PRIVATE reason".into(),
        said: "PRIVATE words".into(),
        ..Commitment::default()
    };
    with(&mut one);
    line(n, Record::Commitment(one))
}

fn feedback(n: u8, state: FeedbackState, text: &str) -> EntryLine {
    line(
        n,
        Record::Feedback(Feedback {
            direction: Direction::Given,
            behaviour: text.into(),
            state,
            day: on("2026-03-05"),
            ..Feedback::default()
        }),
    )
}

fn figures(kept: u64) -> SideFigures {
    let promises: Vec<_> = (0..kept)
        .map(|n| Promise {
            made: on("2026-01-01"),
            agreed: Some(on("2026-01-01")),
            due: Some(on("2026-03-30")),
            done: on("2026-03-01").checked_add_days(Days::new(n)),
            ..Promise::default()
        })
        .collect();
    let of = |measure| figure(&promises, measure, on("2026-03-31"), &Rules::default());
    SideFigures {
        kept: of(Measure::KeptAsAgreed),
        follow: of(Measure::FollowThrough),
    }
}

fn stored(record: Record) -> Stored {
    Stored {
        id: RecordId::default(),
        stamp: Stamp::default(),
        record,
    }
}

fn plan_view() -> PlanView {
    let plan = Some(RecordId::from_bytes(&[9; 16]).expect("an id"));
    let breach = Breach {
        severity: 3,
        happened: "PRIVATE breach".into(),
        ..Breach::default()
    };
    PlanView {
        plan: stored(Record::Plan(Plan {
            aim: "PRIVATE aim".into(),
            opened: on("2026-03-01"),
            ..Plan::default()
        })),
        rule: repair::rule(&breach),
        of: BreachView {
            breach: stored(Record::Breach(breach.clone())),
            name: "Priya".into(),
            plan,
            course: Course::of(&breach, []),
            rule: repair::rule_text(&breach),
            about: vec![promise(32, Side::Mine, "PRIVATE about", |_| {})],
            proposed: Vec::new(),
            area: Vec::new(),
            context: ("PRIVATE context".into(), None),
            gap: 0,
            contact: Some("PRIVATE contact".into()),
        },
        breach: stored(Record::Breach(breach)),
        name: "Priya".into(),
        steps: vec![
            promise(30, Side::Mine, "weekly list", |c| {
                (c.plan, c.visible) = (plan, true);
            }),
            promise(31, Side::Mine, "PRIVATE step", |c| c.plan = plan),
        ],
        run: None,
        next: "PRIVATE next".into(),
    }
}

fn prep() -> Prep {
    let plan = Some(RecordId::from_bytes(&[9; 16]).expect("an id"));
    let moment = Note {
        text: "PRIVATE note".into(),
        at: When::day(on("2026-03-08")),
        ..Note::default()
    };
    let topic = |side, text: &str, carried| Topic {
        side,
        text: text.into(),
        carried,
        raised: on("2026-03-01"),
        ..Topic::default()
    };
    Prep {
        trust: Trust::default(),
        card: Card {
            folded: false,
            id: RecordId::default(),
            stamp: Stamp::default(),
            relationship: Relationship {
                name: "Priya \u{1b}[31mNair".into(),
                context: "PRIVATE context".into(),
                ..Relationship::default()
            },
            as_of: on("2026-03-31"),
            mine: figures(8),
            theirs: figures(2),
            last_contact: None,
            last_one_on_one: None,
            next_one_on_one: None,
            checkin_due: None,
            level: None,
            open: Vec::new(),
            repairs: Vec::new(),
            agreements: Vec::new(),
            collective: None,
        },
        since: on("2026-03-03"),
        as_of: on("2026-03-31"),
        happened: vec![
            promise(1, Side::Mine, "sent the draft", |c| {
                c.done = Some(on("2026-03-19"));
            }),
            promise(2, Side::Theirs, "booked the room", |c| {
                c.done = Some(on("2026-03-25"));
            }),
            promise(3, Side::Theirs, "OLD settled", |c| {
                c.done = Some(on("2026-03-01"));
            }),
            promise(4, Side::Mine, "PRIVATE settled step", |c| {
                (c.plan, c.done) = (plan, Some(on("2026-03-19")));
            }),
            line(5, Record::Note(moment)),
            line(
                6,
                Record::CheckIn(CheckIn {
                    day: on("2026-03-09"),
                    note: "PRIVATE rating".into(),
                    ..CheckIn::default()
                }),
            ),
            line(
                7,
                Record::Breach(Breach {
                    day: on("2026-03-09"),
                    happened: "PRIVATE breach".into(),
                    ..Breach::default()
                }),
            ),
            feedback(8, FeedbackState::Heard, "you ran the review calmly"),
        ],
        mine_open: vec![
            promise(10, Side::Mine, "send the numbers", |_| {}),
            promise(11, Side::Mine, "PRIVATE hidden step", |c| c.plan = plan),
            promise(12, Side::Mine, "PRIVATE request", |c| c.agreed = None),
        ],
        theirs_open: vec![promise(13, Side::Theirs, "read the plan", |c| c.due = None)],
        undelivered: vec![feedback(14, FeedbackState::Draft, "PRIVATE draft")],
        follow_up: vec![feedback(
            8,
            FeedbackState::Heard,
            "you ran the review calmly",
        )],
        topics: vec![
            line(15, Record::Topic(topic(Side::Mine, "the road map", 2))),
            line(
                16,
                Record::Topic(topic(Side::Theirs, "PRIVATE their topic", 0)),
            ),
        ],
        plans: vec![plan_view()],
        question: ("PRIVATE question?".into(), "PRIVATE why".into()),
    }
}

fn text(brief: &Brief) -> String {
    let mut out = format!("{}\n{}\n", brief.heading(), brief.first_line);
    for section in brief.told() {
        out.extend([format!("\n{}\n", section.title)]);
        for line in section.told() {
            out.extend([format!("- {}\n", line.text)]);
        }
    }
    out
}

#[test]
fn theirs_holds_what_both_know_and_nothing_else() {
    let brief = compose(&prep(), &Timeline::default(), Audience::Them);
    let text = text(&brief);
    assert!(!text.contains("PRIVATE") && !text.contains("OLD"), "{text}");
    assert!(!text.contains('\u{1b}'));
    insta::assert_snapshot!(text);
}

#[test]
fn mine_begins_with_counts_and_my_side() {
    let brief = compose(&prep(), &Timeline::default(), Audience::Me);
    let text = text(&brief);
    assert!(!text.contains('\u{1b}'));
    assert!(text.contains("PRIVATE request") && text.contains("asked for, not agreed yet"));
    insta::assert_snapshot!(text);
}

/// A record of a kind with words in every field that holds some.
fn full(kind: Kind) -> Record {
    let mut record = kind.blank();
    for field in kind.fields() {
        if matches!(field.shape, Shape::Line | Shape::Text) {
            let them = Reader::of(Audience::Them, &Relationship::default(), on("2026-03-31"));
            let shared = them.piece(kind, field.name) == Some(May::Shown);
            let word = if shared { "SHARED" } else { "PRIVATE" };
            let value = Value::Text(format!("{word} {kind} {}", field.name));
            // a field of another sort of words, such as a rhythm, does not take these
            let _taken = (field.set)(&mut record, &value);
        }
    }
    match &mut record {
        Record::Commitment(one) => {
            (one.made, one.agreed) = (on("2026-03-01"), Some(on("2026-03-01")));
            one.done = Some(on("2026-03-19"));
        }
        Record::Feedback(one) => one.state = FeedbackState::Delivered,
        // what two agreed leaves only where it is ticked
        Record::Agreement(one) => one.text = "PRIVATE agreement".into(),
        _ => {}
    }
    record
}

/// Every kind there is, wherever a prep sheet may hold it: nothing but what is named is read by the other side.
#[test]
fn a_kind_that_nobody_let_in_stays_out() {
    let of = |kind: &Kind| line(40 + u8::try_from(*kind as usize).expect("few"), full(*kind));
    let all = || Kind::ALL.iter().map(of).collect::<Vec<_>>();
    let everywhere = Prep {
        happened: all(),
        mine_open: all(),
        theirs_open: all(),
        undelivered: all(),
        follow_up: all(),
        topics: all(),
        trust: Trust {
            owed: all(),
            needs: all(),
            shortcuts: all(),
            holds: all().pop(),
            delegations: all().into_iter().map(delegated).collect(),
            ..Trust::default()
        },
        ..prep()
    };
    let text = text(&compose(&everywhere, &Timeline::default(), Audience::Them));
    assert!(!text.contains("PRIVATE"), "{text}");
    for words in ["commitment text", "topic text", "feedback behaviour"] {
        assert!(text.contains(&format!("SHARED {words}")), "{text}");
    }
}

fn delegated(line: EntryLine) -> Delegated {
    let figures = figures(8);
    Delegated {
        line,
        figures,
        hint: Some(5),
    }
}
