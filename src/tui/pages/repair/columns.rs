//! The stages of a plan side by side, each with its gate's question and the answer that was kept.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

use super::{rows, stages};
use crate::domain::plan::{Plan, Stage};
use crate::domain::repair;
use crate::domain::view::PlanView;
use crate::tui::command::told;
use crate::tui::paint;
use crate::tui::theme::Theme;

/// Rows that the columns need on a page of a width, the head and a row of air among them.
pub fn height(view: &PlanView, plan: &Plan, width: u16) -> u16 {
    let theme = Theme::plain();
    let stages = stages(plan);
    let gaps = 2 * u16::try_from(stages.len().saturating_sub(1)).unwrap_or(0);
    let each = usize::from(width.saturating_sub(gaps)) / stages.len().max(1);
    let lines = |stage: Stage| {
        let texts = texts(stage, view, plan, &theme);
        texts
            .iter()
            .map(|(text, _)| paint::wrap(text, each).len())
            .sum::<usize>()
    };
    let most = stages.into_iter().map(lines).max().unwrap_or(0);
    u16::try_from(most + 2).unwrap_or(u16::MAX)
}

/// Draws every stage as a column.
pub fn draw(view: &PlanView, plan: &Plan, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    let stages = stages(plan);
    let columns = Layout::horizontal(vec![Constraint::Fill(1); stages.len()])
        .spacing(2)
        .split(area);
    for (stage, column) in stages.into_iter().zip(columns.iter()) {
        let current = plan.stage == stage;
        let title = format!("{} {stage}", rows::mark(stage, plan));
        let head = paint::row(*column, 0);
        paint::heading(buffer, head, &title, theme);
        if current {
            let width = u16::try_from(paint::width(&title))
                .unwrap_or(0)
                .min(head.width);
            paint::lay(buffer, Rect { width, ..head }, theme.focus);
        }
        let mut y = column.y + 1;
        for (text, style) in texts(stage, view, plan, theme) {
            let rest = Rect {
                y,
                height: column.bottom().saturating_sub(y + 1),
                ..*column
            };
            let lines = paint::paragraph(buffer, rest, &text, 0, style);
            y = y
                .saturating_add(u16::try_from(lines).unwrap_or(u16::MAX))
                .min(column.bottom());
        }
    }
}

/// What stands under the head of a stage.
fn texts(
    stage: Stage,
    view: &PlanView,
    plan: &Plan,
    theme: &Theme,
) -> Vec<(String, ratatui::style::Style)> {
    let mut out = vec![(repair::gate(stage).to_owned(), theme.dim)];
    for gate in plan.gates.iter().filter(|gate| gate.stage == stage) {
        let on = gate.on.format("%-d %b");
        out.push((format!("{} ({on})", gate.answer), theme.text));
    }
    match stage {
        Stage::Acknowledge => {
            let made = plan.acknowledged.len();
            out.push((
                format!("{made} of {} parts made", repair::ACKNOWLEDGEMENT.len()),
                theme.text,
            ));
        }
        Stage::Act => {
            let open = view
                .steps
                .iter()
                .filter(|step| step.state == "open")
                .count();
            let all = paint::counted(view.steps.len(), "step");
            out.push((format!("{all}, {open} open"), theme.text));
        }
        Stage::Verify => out.push((rows::run_text(&view.rule, view.run.as_ref()), theme.text)),
        _ => {}
    }
    if plan.stage == stage && plan.is_open() {
        out.push((
            told!("{n} answers it and goes on", n = Repair.Advance),
            theme.key,
        ));
    }
    out
}
