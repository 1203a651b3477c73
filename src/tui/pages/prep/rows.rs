//! What the next one-on-one should know, as rows: the sections in their order.

use crate::domain::ladder::Ladder;
use crate::domain::marks;
use crate::domain::view::{EntryLine, PlanView, Prep};
use crate::domain::{Noun, Record, dates, trend};
use crate::tui::command::told;
use crate::tui::pages::outline::{Ink, Row};
use crate::tui::pages::trust;

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

/// Everything, in its sections.
pub fn rows(prep: &Prep) -> Vec<Row> {
    let mut rows = head(prep);
    let since = dates::short(prep.since, prep.as_of);
    let none = |words: &str| vec![Row::under(words, DIM)];
    section(
        &mut rows,
        &format!("Since {since}"),
        entries(&prep.happened, || {
            none("Nothing was written since. What happens is written with a, a commitment with c.")
        }),
    );
    section(
        &mut rows,
        "Mine, open",
        entries(&prep.mine_open, || none("Nothing open.")),
    );
    section(
        &mut rows,
        "Theirs, open",
        entries(&prep.theirs_open, || none("Nothing open.")),
    );
    let owed = trust::owed(&prep.trust);
    section(
        &mut rows,
        &told!("You owe a response \u{b7} {s} settles it", s = Item.Settle),
        owed,
    );
    let needs = trust::needs(&prep.trust);
    section(&mut rows, "Needs without an answer", needs);
    section(
        &mut rows,
        "Feedback not yet delivered",
        entries(&prep.undelivered, Vec::new),
    );
    section(
        &mut rows,
        "Feedback to follow up",
        entries(&prep.follow_up, Vec::new),
    );
    let topics = prep.topics.iter().map(topic).collect();
    section(&mut rows, "Topics", topics);
    if prep.trust.ladder != Ladder::default() {
        section(&mut rows, "Shared in trust", trust::ladder(&prep.trust));
    }
    let up = trust::delegations(&prep.trust, true, prep.card.relationship.gap() >= 0);
    section(&mut rows, "Delegated, could go up", up);
    let plans = prep.plans.iter().flat_map(plan).collect();
    section(&mut rows, "Repair", plans);
    let (question, reason) = &prep.question;
    if !question.is_empty() {
        let lines = vec![
            Row::under(format!("{} {question}", marks::NUDGE), |t| t.nudge),
            Row::under(reason.clone(), DIM),
        ];
        section(&mut rows, "trustline suggests asking", lines);
    }
    rows
}

fn head(prep: &Prep) -> Vec<Row> {
    let card = &prep.card;
    let since = match card.last_one_on_one {
        Some(day) => format!(
            "last one-on-one {}, {}",
            dates::short(day, prep.as_of),
            dates::beside(day, prep.as_of)
        ),
        None => told!("no one-on-one noted yet; {m} notes one", m = Prep.MarkHeld),
    };
    let next = card.next_one_on_one.map(|at| {
        let words = format!("next one-on-one {}", dates::ahead(at, prep.as_of));
        Row::text(words, STRONG)
    });
    let mut rows: Vec<_> = next.into_iter().collect();
    rows.extend([
        Row::line(vec![
            (format!("{} \u{b7} ", card.relationship.role), DIM),
            (since, TEXT),
        ]),
        Row::line(vec![
            ("\u{2192} my side    ".to_owned(), |t| t.mine),
            (
                format!(
                    "{} \u{b7} {}",
                    card.mine.kept.counts_text(),
                    trend::told(&card.mine.kept)
                ),
                TEXT,
            ),
        ]),
    ]);
    rows.extend(trend::ask(&card.mine.kept).map(|says| Row::under(says, TEXT)));
    if !card.relationship.card.is_empty() {
        rows.push(Row::text(
            format!("How to work with them: {}", card.relationship.card),
            DIM,
        ));
    }
    rows
}

fn section(rows: &mut Vec<Row>, title: &str, lines: Vec<Row>) {
    if lines.is_empty() {
        return;
    }
    rows.push(Row::blank());
    rows.push(Row::heading(title));
    rows.extend(lines);
}

fn entries(lines: &[EntryLine], empty: impl Fn() -> Vec<Row>) -> Vec<Row> {
    if lines.is_empty() {
        return empty();
    }
    lines.iter().map(Row::entry).collect()
}

/// A topic with how often it was carried over.
fn topic(line: &EntryLine) -> Row {
    let Record::Topic(topic) = &line.record else {
        return Row::entry(line);
    };
    let raised = match topic.side {
        crate::domain::Side::Mine => None,
        crate::domain::Side::Theirs => Some("they raised it".to_owned()),
    };
    let carried = match topic.carried {
        0 => None,
        1 => Some("carried over once".to_owned()),
        n => Some(format!("carried over {n} times")),
    };
    let said: Vec<_> = raised.into_iter().chain(carried).collect();
    let carried = format!("   {}", said.join(" \u{b7} "));
    let pieces = vec![
        ("\u{25cb} ".to_owned(), TEXT),
        (topic.title(), TEXT),
        (carried, (|t| t.warn) as Ink),
    ];
    Row::line(pieces).about(line.id)
}

/// A running plan: its stage, its run, what is next.
fn plan(view: &PlanView) -> Vec<Row> {
    let Record::Plan(plan) = &view.plan.record else {
        return Vec::new();
    };
    let run = view.run.map_or_else(String::new, |run| {
        format!(" \u{b7} {} of {} kept", run.kept, run.need)
    });
    let first = vec![
        ("\u{21bb} ".to_owned(), (|t| t.repair) as Ink),
        (view.breach.record.noun().title(), TEXT),
        (format!("   {}{run}", plan.stage), DIM),
    ];
    vec![
        Row::line(first).about(view.plan.id),
        Row::under(format!("next: {}", view.next), DIM),
    ]
}
