//! What stands in trust with one relationship, as rows: for the card, for prep, and above the list of feedback.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::outline::{Ink, Row};
use crate::domain::balance::Balance;
use crate::domain::ladder::Ladder;
use crate::domain::marks;
use crate::domain::need::NeedState;
use crate::domain::trust::{Delegated, Trust};
use crate::domain::view::EntryLine;
use crate::domain::{Noun, Record, Side, dates};
use crate::tui::command::{self, Command, Scope, told};
use crate::tui::paint;
use crate::tui::theme::Theme;

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const WARN: Ink = |t| t.warn;

/// The word of the row that leads to the confidences.
pub const SEALED: &str = "confidences";

/// The sections of the card.
/// The figures of what they promised are told where their side is shown.
pub fn sections(trust: &Trust, theirs: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut section = |title: &str, lines: Vec<Row>| {
        if !lines.is_empty() {
            rows.push(Row::blank());
            rows.push(Row::heading(title));
            rows.extend(lines);
        }
    };
    let shared = if trust.ladder == Ladder::default() {
        Vec::new()
    } else {
        ladder(trust)
    };
    section("Shared in trust", shared);
    section(
        &told!("You owe a response \u{b7} {s} settles it", s = Item.Settle),
        owed(trust),
    );
    section("Needs without an answer", needs(trust));
    section(
        "Delegated \u{b7} evidence is what they promised on the topic",
        delegations(trust, false, theirs),
    );
    let shortcuts = trust.shortcuts.iter().map(|line| shortcut(line, trust));
    section("Relied on without checking", shortcuts.collect());
    rows
}

/// The ladder in words, what holds it, and how much is sealed.
pub fn ladder(trust: &Trust) -> Vec<Row> {
    let lines = trust.ladder_lines();
    let mut rows: Vec<_> = lines
        .into_iter()
        .map(|line| Row::under(line, TEXT))
        .collect();
    if let Some(line) = &trust.holds {
        let words = vec![
            ("  \u{2661} ".to_owned(), WARN),
            (line.record.noun().title(), TEXT),
            (
                format!(
                    "   {} then {} raises it again",
                    command::key(Scope::Item, Command::Settle),
                    command::key(Scope::Settle(line.kind), Command::Confirmed),
                ),
                DIM,
            ),
        ];
        rows.push(Row::line(words).about(line.id));
    }
    if let Some(sealed) = trust.sealed_line() {
        let words = vec![
            (format!("  {sealed}"), TEXT),
            (
                told!("   {list} opens the list", list = About.Confidences),
                DIM,
            ),
        ];
        rows.push(Row::line(words).word(SEALED));
    }
    rows
}

/// What they shared and I have not responded to, with how long ago.
pub fn owed(trust: &Trust) -> Vec<Row> {
    let each = trust.owed.iter().map(|line| {
        let words = vec![
            ("\u{2661} ".to_owned(), WARN),
            (line.record.noun().title(), TEXT),
        ];
        Row::ends(words, dates::beside(line.at.day, trust.as_of), DIM).about(line.id)
    });
    each.collect()
}

/// Needs, whose they are and what became of them so far.
pub fn needs(trust: &Trust) -> Vec<Row> {
    trust.needs.iter().map(|line| need(line, trust)).collect()
}

fn need(line: &EntryLine, trust: &Trust) -> Row {
    let Record::Need(one) = &line.record else {
        return Row::entry(line);
    };
    let whose = match one.side {
        Side::Mine => "mine  ",
        Side::Theirs => "theirs",
    };
    let state = match one.state {
        NeedState::BeingMet => format!(
            "being met \u{b7} {}",
            dates::beside(one.raised, trust.as_of)
        ),
        _ => dates::beside(one.raised, trust.as_of),
    };
    let words = vec![
        ("\u{25cb} ".to_owned(), WARN),
        (format!("{whose} "), DIM),
        (one.title(), TEXT),
    ];
    Row::ends(words, state, DIM).about(line.id)
}

/// Delegations with their evidence and hint; only those that could go up, where that is asked.
pub fn delegations(trust: &Trust, up: bool, theirs: bool) -> Vec<Row> {
    let shown = trust
        .delegations
        .iter()
        .filter(|one| !up || one.hint.is_some());
    shown
        .flat_map(|one| delegation(one, trust, theirs))
        .collect()
}

fn delegation(one: &Delegated, trust: &Trust, theirs: bool) -> Vec<Row> {
    let review = one
        .line
        .record
        .noun()
        .due()
        .map_or_else(String::new, |due| {
            format!("review {}", dates::beside(due.day, trust.as_of))
        });
    let words = vec![
        ("\u{21b7} ".to_owned(), DIM),
        (one.line.record.noun().title(), TEXT),
    ];
    let mut rows = vec![
        Row::ends(words, review, DIM).about(one.line.id),
        Row::under(one.evidence(!theirs), DIM),
    ];
    let hint = one.hint_line();
    rows.extend(hint.map(|hint| Row::under(format!("{} {hint}", marks::NUDGE), |t| t.nudge)));
    rows
}

fn shortcut(line: &EntryLine, trust: &Trust) -> Row {
    let Record::Shortcut(one) = &line.record else {
        return Row::entry(line);
    };
    let last = match one.checks.last() {
        None => "not checked yet".to_owned(),
        Some(check) => {
            let how = if check.held { "held" } else { "did not hold" };
            format!("{how} {}", dates::beside(check.on, trust.as_of))
        }
    };
    let words = vec![
        ("\u{21b7} ".to_owned(), DIM),
        (format!("{}: ", one.sort), DIM),
        (one.title(), TEXT),
    ];
    Row::ends(words, last, DIM).about(line.id)
}

/// How many rows the counts of feedback take above their list: none where there is no room.
pub fn balance_height(balance: &Balance, area: Rect) -> u16 {
    let lines: usize = balance
        .lines()
        .iter()
        .map(|line| paint::wrap(line, usize::from(area.width)).len())
        .sum();
    match u16::try_from(lines + 1) {
        Ok(rows) if rows + 8 <= area.height => rows,
        _ => 0,
    }
}

/// Paints the counts of feedback: given, received, asked for.
pub fn draw_balance(balance: &Balance, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    let mut next = 0;
    for line in balance.lines() {
        let from = paint::row(area, next);
        let rest = Rect {
            height: area.bottom().saturating_sub(from.y),
            ..from
        };
        next += paint::paragraph(buffer, rest, &line, 0, theme.dim);
    }
}
