//! A breach without a plan: the offer of one, or where repair is not owed the person or body in charge.

use chrono::NaiveDate;

use super::rows;
use crate::domain::breach::{Breach, BreachState};
use crate::domain::course::BreachView;
use crate::domain::view::Card;
use crate::domain::{Record, context, dates};
use crate::tui::command::{self, Command, Scope, told};
use crate::tui::pages::outline::{Ink, Row};

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

/// A breach without a plan.
pub fn rows(view: &BreachView, today: NaiveDate, width: u16) -> Vec<Row> {
    let Record::Breach(breach) = &view.breach.record else {
        return Vec::new();
    };
    let mut rows = before(view);
    rows.extend(rows::what(view.breach.id, breach));
    rows.push(Row::under(view.course.words(today), DIM));
    rows.push(Row::blank());
    if breach.state == BreachState::Open {
        rows.extend(offered(breach, view));
    } else {
        rows.extend(closed(breach, today));
    }
    rows.extend(rows::story(view, breach, "", width));
    rows
}

/// What to remember before anything is named.
fn before(view: &BreachView) -> Vec<Row> {
    let (notes, age) = &view.context;
    let safety = matches!(&view.breach.record, Record::Breach(one) if one.safety);
    if notes.is_empty() || safety {
        return Vec::new();
    }
    let old = age.map(context::age_words);
    vec![
        Row::text(context::ANOTHER_READING, STRONG),
        Row::under(format!("{notes} {}", old.unwrap_or_default()), DIM),
        Row::blank(),
    ]
}

fn closed(breach: &Breach, today: NaiveDate) -> Vec<Row> {
    let on = breach.closed.map_or_else(String::new, |day| {
        format!(" on {}", dates::short(day, today))
    });
    let word = match breach.state {
        BreachState::Accepted => "accepted, with new boundaries,",
        state => state.word(),
    };
    vec![
        Row::text(format!("It was {word}{on}."), TEXT),
        Row::text(told!("{o} opens it again.", o = Repair.Reopen), DIM),
    ]
}

/// What can be done about an open breach.
fn offered(breach: &Breach, view: &BreachView) -> Vec<Row> {
    if breach.safety {
        let ways = told!(
            "{l} lets it go, {a} accepts it with new boundaries: both are yours to choose, neither is owed.",
            l = Repair.LetGo,
            a = Repair.Accept
        );
        let mut rows = rows::turn_to(view.contact.as_deref());
        rows.extend([Row::blank(), Row::text(ways, DIM)]);
        return rows;
    }
    let ways = told!(
        "Without a plan: {l} lets it go, {a} accepts it with new boundaries. Time alone never closes it.",
        l = Repair.LetGo,
        a = Repair.Accept
    );
    let mut rows = vec![
        Row::text(
            told!(
                "There is no repair plan yet. {n} opens one.",
                n = Repair.Advance
            ),
            STRONG,
        ),
        Row::under(format!("It would be verified by: {}", view.rule), TEXT),
        Row::under(ways, DIM),
        Row::blank(),
        Row::heading("It starts from these steps, to be taken, changed or left out"),
    ];
    rows.extend(rows::proposed(view));
    rows
}

/// A relationship in which nothing is to be repaired.
pub fn quiet(card: &Card) -> Vec<Row> {
    vec![
        Row::text(
            format!("Nothing is open to repair with {}.", card.relationship.name),
            STRONG,
        ),
        Row::blank(),
        Row::text(
            told!(
                "If something happened, {a} then {b} writes it down: facts first, both readings kept. A plan can be opened from there.",
                a = About.Add,
                b = Add.AddBreach
            ),
            DIM,
        ),
        Row::text(
            format!(
                "What was repaired before stands on the relationship's page: {}, then {}.",
                command::key(Scope::About, Command::Relationship),
                command::key(Scope::Relationship, Command::Tab(5)),
            ),
            DIM,
        ),
    ]
}
