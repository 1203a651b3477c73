//! A repair plan as rows: the breach, what is next, the stages where there is no room for columns, steps, the run.

use chrono::NaiveDate;

use super::stages;
use crate::domain::breach::{Breach, BreachState, severity_word};
use crate::domain::plan::{Plan, Stage, Verdict};
use crate::domain::repair::{self, ACKNOWLEDGEMENT, Rule, Run};
use crate::domain::view::{Card, PlanView, Stored};
use crate::domain::{Record, dates};
use crate::tui::hand;
use crate::tui::page::Flow;
use crate::tui::pages::outline::{Content, Ink, Outline, Row};

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

/// A plan. With columns above, the stages are left to them.
pub fn plan(view: &PlanView, today: NaiveDate, columns: bool) -> Vec<Row> {
    let (Record::Plan(plan), Record::Breach(breach)) = (&view.plan.record, &view.breach.record)
    else {
        return Vec::new();
    };
    let mut rows = what(breach, view.breach.id, today);
    if !columns {
        rows.push(walk(plan));
    }
    rows.extend(next(view, plan, today));
    if !plan.short {
        rows.push(Row::text(run_text(&view.rule, view.run.as_ref()), TEXT));
        rows.push(Row::text(
            format!("The rule: {}", view.of.rule),
            DIM,
        ));
    }
    if !columns && plan.is_open() {
        rows.push(Row::blank());
        rows.push(Row::heading(format!(
            "The gate of {} \u{b7} n answers it",
            plan.stage
        )));
        rows.push(Row::under(repair::gate(plan.stage), TEXT));
    }
    rows.extend(steps(view, plan, breach));
    rows.extend(acknowledgement(plan));
    rows.extend(story(breach, plan));
    if !columns {
        rows.extend(answers(plan, today));
    }
    rows
}

/// The stages in one line, each with its mark.
fn walk(plan: &Plan) -> Row {
    let mut pieces: Vec<(String, Ink)> = Vec::new();
    for stage in stages(plan) {
        let ink: Ink = if plan.stage == stage {
            |t| t.focus
        } else {
            |t| t.dim
        };
        pieces.push((format!("{} {stage}  ", mark(stage, plan)), ink));
    }
    Row::line(pieces)
}

/// What happened, above everything else: what it was, and its first words.
fn what(breach: &Breach, id: crate::domain::RecordId, today: NaiveDate) -> Vec<Row> {
    let first = vec![
        ("\u{25b2} ".to_owned(), (|t| t.bad) as Ink),
        (
            format!("{} \u{b7} {}", severity_word(breach.severity), breach.sort),
            STRONG,
        ),
        (
            format!(
                "  by {} \u{b7} {} \u{b7} {}",
                breach.by,
                dates::short(breach.day, today),
                breach.state
            ),
            DIM,
        ),
    ];
    let happened = breach.happened.lines().next().unwrap_or_default();
    let words = if is_told_above(breach) {
        Row::under(happened, TEXT)
    } else {
        Row::line(vec![(format!("  {happened}"), TEXT)])
    };
    vec![Row::line(first).about(id), words]
}

/// Whether what happened is short enough to stand above everything in full, and is not told again below.
fn is_told_above(breach: &Breach) -> bool {
    !breach.happened.contains('\n') && breach.happened.chars().count() <= 150
}

/// What happened in full, both readings, and what the plan is for.
fn story(breach: &Breach, plan: &Plan) -> Vec<Row> {
    let parts = [
        ("", &breach.happened),
        ("What it did: ", &breach.effect),
        ("Their reading: ", &breach.their_reading),
        ("Aim: ", &plan.aim),
    ];
    let told = usize::from(is_told_above(breach));
    let parts = parts.iter().skip(told);
    let rows: Vec<_> = parts
        .filter(|(_, words)| !words.is_empty())
        .map(|(what, words)| Row::under(format!("{what}{words}"), TEXT))
        .collect();
    if rows.is_empty() {
        return rows;
    }
    let head = [Row::blank(), Row::heading("What happened")];
    head.into_iter().chain(rows).collect()
}

/// The answers that were given at the gates.
fn answers(plan: &Plan, today: NaiveDate) -> Vec<Row> {
    if plan.gates.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![Row::blank(), Row::heading("What was answered at the gates")];
    for gate in &plan.gates {
        rows.push(Row::under(
            format!("{}, {}", gate.stage, dates::short(gate.on, today)),
            DIM,
        ));
        rows.push(Row::under(gate.answer.clone(), TEXT));
    }
    rows
}

fn next(view: &PlanView, plan: &Plan, today: NaiveDate) -> Vec<Row> {
    let mut rows = Vec::new();
    let when = plan.next_review().map_or_else(String::new, |day| {
        format!(
            " Looked at again {}, {}.",
            dates::short(day, today),
            dates::beside(day, today)
        )
    });
    let ended = plan.closed.filter(|_| !plan.is_open());
    rows.push(Row::blank());
    rows.push(match ended {
        Some(day) => Row::text(
            format!(
                "The plan is {} since {}.",
                ended_word(plan.stage),
                dates::short(day, today)
            ),
            STRONG,
        ),
        None => Row::text(
            format!("Next: {}.{when}", view.next.trim_end_matches('.')),
            STRONG,
        ),
    });
    if ended.is_some() && !view.next.is_empty() {
        rows.push(Row::text(view.next.clone(), TEXT));
    }
    if plan.verdict != Verdict::None {
        let day = plan
            .verdict_on
            .map_or_else(String::new, |day| format!(", {}", dates::short(day, today)));
        rows.push(Row::text(
            format!("Repaired enough? {}{day}", plan.verdict),
            TEXT,
        ));
    }
    rows
}

fn ended_word(stage: Stage) -> &'static str {
    if stage == Stage::Stopped {
        "stopped"
    } else {
        "closed"
    }
}

/// The mark of a stage beside where the plan stands.
pub fn mark(stage: Stage, plan: &Plan) -> &'static str {
    if plan.gates.iter().any(|gate| gate.stage == stage) && plan.stage != stage {
        "\u{2713}"
    } else if plan.stage == stage {
        "\u{25b8}"
    } else {
        "\u{b7}"
    }
}

/// The parts of an acknowledgement, each marked or not.
fn acknowledgement(plan: &Plan) -> Vec<Row> {
    let mut rows = vec![
        Row::blank(),
        Row::heading("The acknowledgement \u{b7} m marks a part"),
    ];
    for (n, part) in ACKNOWLEDGEMENT.iter().enumerate() {
        let made = plan.acknowledged.iter().any(|p| p == part);
        let weight = match n {
            0 | 1 => "  carries most weight",
            5 => "  optional",
            _ => "",
        };
        let pieces = vec![
            (
                format!("  [{}] ", if made { "x" } else { " " }),
                if made { (|t| t.good) as Ink } else { DIM },
            ),
            ((*part).to_owned(), TEXT),
            (weight.to_owned(), DIM),
        ];
        rows.push(Row::line(pieces).word(part));
    }
    rows
}

/// The steps: real commitments; before there are any, what this kind of breach starts from.
fn steps(view: &PlanView, plan: &Plan, breach: &Breach) -> Vec<Row> {
    let mut rows = vec![Row::blank(), Row::heading("Steps \u{b7} t adds one")];
    rows.extend(view.steps.iter().map(Row::entry));
    if view.steps.is_empty() && plan.is_open() {
        rows.push(Row::under("None yet. A plan for this starts from these; t writes the one under the cursor as a commitment:", DIM));
        for step in repair::steps(breach.sort) {
            rows.push(Row::line(vec![(format!("  \u{25cb} {step}"), TEXT)]).word(step));
        }
    }
    rows
}

/// How far the run has come, in words and as a bar.
pub fn run_text(rule: &Rule, run: Option<&Run>) -> String {
    let Some(run) = run else {
        return "The run begins when the steps do.".to_owned();
    };
    let done = if rule.allow == 0 { run.run } else { run.kept };
    let done = done.min(run.need);
    let bar = "\u{25a0}".repeat(done) + &"\u{25a1}".repeat(run.need - done);
    let words = run_words(rule, run);
    let days = run.days.min(run.days_needed);
    let passed = if run.passed {
        " \u{b7} passed: ask whether it is repaired enough (v)"
    } else {
        ""
    };
    format!(
        "{bar} {words} \u{b7} day {days} of {}{passed}",
        run.days_needed
    )
}

/// How far a run has come: `4 of 6 kept in a row`.
pub fn run_words(rule: &Rule, run: &Run) -> String {
    let done = run.run.min(run.need);
    if rule.allow == 0 {
        format!("{done} of {} kept in a row", run.need)
    } else {
        format!(
            "{} of the last {} kept, {} needed",
            run.kept, run.of, run.need
        )
    }
}

/// A breach without a plan: the offer of one, or why there is none.
pub fn offer(stored: &Stored, context: &str, today: NaiveDate) -> Vec<Row> {
    let Record::Breach(breach) = &stored.record else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    if !context.is_empty() {
        rows.push(Row::text(
            "Before naming this: is there another reading?",
            STRONG,
        ));
        rows.push(Row::under(context, DIM));
        rows.push(Row::blank());
    }
    rows.extend(what(breach, stored.id, today));
    rows.extend(story(breach, &Plan::default()));
    rows.push(Row::blank());
    if breach.state != BreachState::Open {
        let closed = breach.closed.map_or_else(String::new, |day| {
            format!(" on {}", dates::short(day, today))
        });
        rows.push(Row::text(
            format!(
                "It was {}{closed}. {}",
                closed_word(breach.state),
                breach.closing
            ),
            TEXT,
        ));
        rows.push(Row::text("O opens it again.", DIM));
        return rows;
    }
    rows.extend(offered(breach));
    rows
}

/// What can be done about an open breach.
fn offered(breach: &Breach) -> Vec<Row> {
    if let Err(why) = repair::offers_plan(breach) {
        let ways = "L lets it go, A accepts it with new boundaries: both are yours to choose, neither is owed.";
        return vec![Row::text(why, STRONG), Row::blank(), Row::text(ways, DIM)];
    }
    let rule = repair::rule_text(&repair::rule(breach));
    let mut rows = vec![
        Row::text("There is no repair plan yet. n opens one.", STRONG),
        Row::under(format!("It would be verified by: {rule}"), TEXT),
        Row::blank(),
        Row::heading("It starts from these steps"),
    ];
    let step = |step: &&'static str| super::plain(format!("\u{25cb} {step}"));
    rows.extend(repair::steps(breach.sort).iter().map(step));
    rows.push(Row::blank());
    let ways = "Without a plan: L lets it go, A accepts it with new boundaries. Time alone never closes it.";
    rows.push(Row::text(ways, DIM));
    rows
}

fn closed_word(state: BreachState) -> &'static str {
    match state {
        BreachState::Accepted => "accepted, with new boundaries,",
        state => state.word(),
    }
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
            "If something happened, a then b writes it down: facts first, both readings kept. A plan can be opened from there.",
            DIM,
        ),
        Row::text(
            "What was repaired before stands on the relationship's page: o, then 5.",
            DIM,
        ),
    ]
}

/// The part of the acknowledgement under the cursor.
pub fn part_at(outline: &Outline) -> Option<&'static str> {
    let word = outline.rows().get(outline.cursor())?.word?;
    ACKNOWLEDGEMENT.into_iter().find(|part| *part == word)
}

/// Puts the cursor on the first part.
pub fn select_part(outline: &mut Outline) {
    outline.go_to(|row| row.word == Some(ACKNOWLEDGEMENT[0]));
}

/// The step under the cursor that is only proposed so far.
pub fn step_at(outline: &Outline) -> Option<&'static str> {
    let word = outline.rows().get(outline.cursor())?.word?;
    (!ACKNOWLEDGEMENT.contains(&word)).then_some(word)
}

/// Asks before the record of a row is erased.
pub fn erase(row: &Row) -> Flow {
    match (&row.content, row.id) {
        (Content::Entry(line), Some(id)) => hand::erase(id, line.kind, &line.record.noun().title()),
        _ => Flow::Stay,
    }
}
