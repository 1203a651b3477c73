//! A repair plan as rows: the breach, what is next, the stages where there is no room for columns, steps, the run.

use chrono::NaiveDate;

use super::stages;
use crate::domain::breach::Breach;
use crate::domain::course::BreachView;
use crate::domain::marks;
use crate::domain::plan::{Plan, Stage, Verdict};
use crate::domain::repair::{self, ACKNOWLEDGEMENT, Rule, Run};
use crate::domain::template::Proposal;
use crate::domain::view::PlanView;
use crate::domain::{Record, RecordId, dates};
use crate::tui::command::told;
use crate::tui::page::Flow;
use crate::tui::pages::outline::{Content, Ink, Outline, Row};
use crate::tui::{hand, paint};

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

/// From how many columns on the two readings stand side by side.
const SIDE_BY_SIDE: u16 = 76;

/// A plan. Where it is wide the stages stand in columns above, and are left to them.
pub fn plan(view: &PlanView, today: NaiveDate, width: u16) -> Vec<Row> {
    let (Record::Plan(plan), Record::Breach(breach)) = (&view.plan.record, &view.breach.record)
    else {
        return Vec::new();
    };
    let columns = width >= super::WIDE;
    let mut rows = what(view.breach.id, breach);
    if breach.safety {
        rows.extend(turn_to(view.of.contact.as_deref()));
    }
    if !columns {
        rows.push(walk(plan));
    }
    rows.extend(next(view, plan, today));
    if plan.verify_from.is_some() {
        rows.push(Row::text(run_text(&view.rule, view.run.as_ref()), TEXT));
    }
    rows.push(Row::text(format!("The rule: {}", view.of.rule), DIM));
    rows.push(Row::text(view.of.course.words(today), DIM));
    if !columns && plan.is_open() {
        rows.push(Row::blank());
        let stage = plan.stage;
        rows.push(Row::heading(told!(
            "The gate of {stage} \u{b7} {n} answers it",
            n = Repair.Advance
        )));
        rows.push(Row::under(repair::gate(plan.stage), TEXT));
    }
    // what the stage is about comes first: the readings, then the acknowledgement, then the steps
    let story = || story(&view.of, breach, &plan.aim, width);
    match plan.stage {
        Stage::Assess => {
            rows.extend(story());
            rows.extend(steps(view, plan));
        }
        Stage::Acknowledge => {
            rows.extend(acknowledgement(plan));
            rows.extend(steps(view, plan));
            rows.extend(story());
        }
        _ => {
            rows.extend(steps(view, plan));
            rows.extend(acknowledgement(plan));
            rows.extend(story());
        }
    }
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
pub fn what(id: RecordId, breach: &Breach) -> Vec<Row> {
    let first = vec![
        ("\u{25b2} ".to_owned(), (|t| t.bad) as Ink),
        (breach.sort_text(), STRONG),
        (format!("  by {} \u{b7} {}", breach.by, breach.state), DIM),
    ];
    let happened = breach.happened.lines().next().unwrap_or_default();
    let words = if is_told_above(breach) {
        Row::under(happened, TEXT)
    } else {
        Row::line(vec![(format!("  {happened}"), TEXT)])
    };
    vec![Row::line(first).about(id), words]
}

/// Whether what happened is short enough to stand above everything in full.
fn is_told_above(breach: &Breach) -> bool {
    !breach.happened.contains('\n') && breach.happened.chars().count() <= 150
}

/// The course in days, both readings, what it did, which commitments it is about, and what the plan is for.
pub fn story(view: &BreachView, breach: &Breach, aim: &str, width: u16) -> Vec<Row> {
    let account = breach.account;
    let account = told!(
        "Two readings \u{b7} {y} writes theirs \u{b7} account {account} ({d})",
        y = Repair.TheirReading,
        d = Repair.Account
    );
    let mut rows = vec![Row::blank()];
    if breach.safety && breach.their_reading.is_empty() {
        // nobody is asked here to write the other side's reading
        rows.push(Row::heading("What happened"));
        rows.push(Row::under(breach.happened.clone(), TEXT).about(view.breach.id));
    } else {
        rows.push(Row::heading(account));
        rows.extend(readings(breach, view.breach.id, width));
    }
    let parts = [
        ("What it did: ", breach.effect.as_str()),
        ("Aim: ", aim),
        ("At the end: ", &breach.closing),
    ];
    for (what, words) in parts.iter().filter(|(_, words)| !words.is_empty()) {
        rows.push(Row::under(format!("{what}{words}"), TEXT));
    }
    if !view.about.is_empty() {
        rows.push(Row::blank());
        rows.push(Row::heading("About these commitments"));
        rows.extend(view.about.iter().map(Row::entry));
    }
    rows
}

/// Both readings, mine first: side by side where there is room for it.
fn readings(breach: &Breach, id: RecordId, width: u16) -> Vec<Row> {
    let theirs = if breach.their_reading.trim().is_empty() {
        "not written down yet"
    } else {
        &breach.their_reading
    };
    let labelled = |label: &str, words: &str| format!("{label}: {words}");
    let (mine, theirs) = (
        labelled("Mine", &breach.happened),
        labelled("Theirs", theirs),
    );
    if width < SIDE_BY_SIDE {
        return vec![Row::under(mine, TEXT).about(id), Row::under(theirs, TEXT)];
    }
    let room = usize::from(width / 2).saturating_sub(3);
    let (left, right) = (paint::wrap(&mine, room), paint::wrap(&theirs, room));
    let line = |lines: &[String], n: usize| lines.get(n).cloned().unwrap_or_default();
    let rows = (0..left.len().max(right.len())).map(|n| {
        let left = format!("  {}  ", paint::pad(&line(&left, n), room));
        Row::line(vec![(left, TEXT), (line(&right, n), TEXT)])
    });
    let mut rows: Vec<Row> = rows.collect();
    if let Some(first) = rows.first_mut() {
        first.id = Some(id);
    }
    rows
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
        let words = match plan.verdict_words.as_str() {
            "" => String::new(),
            words => format!(": {words}"),
        };
        let day = plan
            .verdict_on
            .map_or_else(String::new, |day| format!(", {}", dates::short(day, today)));
        rows.push(Row::text(
            format!("Repaired enough? {}{day}{words}", plan.verdict),
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
        marks::KEPT
    } else if plan.stage == stage {
        marks::HERE
    } else {
        marks::NOTE
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

/// The steps: real commitments; before there are any, what is proposed.
fn steps(view: &PlanView, plan: &Plan) -> Vec<Row> {
    let head = told!(
        "Steps \u{b7} {all} takes proposed ones, {one} adds one",
        all = Repair.Steps,
        one = Repair.AddStep
    );
    let mut rows = vec![Row::blank(), Row::heading(head)];
    rows.extend(view.steps.iter().map(Row::entry));
    if view.steps.is_empty() && plan.is_open() {
        let none = told!(
            "None yet. Proposed, to be taken, changed or left out with {all}:",
            all = Repair.Steps
        );
        rows.push(Row::under(none, DIM));
        rows.extend(proposed(&view.of));
    }
    rows
}

/// The steps that are proposed.
pub fn proposed(view: &BreachView) -> Vec<Row> {
    let row = |step: &Proposal| Row::under(format!("\u{25cb} {}", step.text), TEXT);
    view.proposed.iter().map(row).collect()
}

/// Where to turn instead of a plan.
pub fn turn_to(contact: Option<&str>) -> Vec<Row> {
    let owed = "This is about harassment, discrimination, a threat or safety: repair is not owed, and no plan is offered.";
    let key = match contact {
        Some(_) => told!("{p} names somebody else.", p = Repair.Contact),
        None => told!(
            "{p} names them here, once for all; only this machine knows.",
            p = Repair.Contact
        ),
    };
    vec![
        Row::text(format!("{}.", repair::contact_text(contact)), STRONG),
        Row::text(key, DIM),
        Row::text(owed, TEXT),
    ]
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

/// The part of the acknowledgement under the cursor.
pub fn part_at(outline: &Outline) -> Option<&'static str> {
    let word = outline.rows().get(outline.cursor())?.word?;
    ACKNOWLEDGEMENT.into_iter().find(|part| *part == word)
}

/// Puts the cursor on the first part.
pub fn select_part(outline: &mut Outline) {
    outline.go_to(|row| row.word == Some(ACKNOWLEDGEMENT[0]));
}

/// Asks before the record of a row is erased.
pub fn erase(row: &Row) -> Flow {
    match (&row.content, row.id) {
        (Content::Entry(line), Some(id)) => hand::erase(id, line.kind, &line.record.noun().title()),
        _ => Flow::Stay,
    }
}
