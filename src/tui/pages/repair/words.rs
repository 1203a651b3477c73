//! What a repair plan asks in words, and the changes the answers become.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::breach::BreachState;
use crate::domain::plan::Stage;
use crate::domain::view::PlanView;
use crate::domain::{Act, Record, RecordId, repair};
use crate::journal::Change;
use crate::tui::paint;
use crate::tui::theme::Theme;

/// What an answer at the foot is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The gate of the stage.
    Gate,
    /// Why the plan is stopped.
    Stop,
    /// Why the breach is let go.
    LetGo,
    /// Which new boundaries it is accepted with.
    Accept,
}

/// The question, in words.
pub fn question(wanted: Wanted, view: Option<&PlanView>) -> String {
    match wanted {
        Wanted::Gate => view.map_or_else(String::new, gate),
        Wanted::Stop => "Stop the plan, on purpose. Why? The answer is kept with it.".to_owned(),
        Wanted::LetGo => "Let the breach go, on purpose. In your own words: why?".to_owned(),
        Wanted::Accept => "Accept what happened, with new boundaries. Which ones?".to_owned(),
    }
}

fn gate(view: &PlanView) -> String {
    let Record::Plan(plan) = &view.plan.record else {
        return String::new();
    };
    let asks = repair::gate(plan.stage);
    let next = repair::after(plan.stage, plan.short);
    let short_of = view
        .run
        .filter(|run| !run.passed && next == Stage::Close)
        .map_or_else(String::new, |run| {
            format!(
                " The rule is not met yet ({}); closing now is your decision.",
                super::rows::run_words(&view.rule, &run)
            )
        });
    format!("{} \u{2192} {next}: {asks}{short_of}", plan.stage)
}

/// The change that an answer becomes; `None`: nothing was answered.
pub fn change(wanted: Wanted, text: String, view: &PlanView, on: NaiveDate) -> Option<Change> {
    let Record::Plan(plan) = &view.plan.record else {
        return None;
    };
    let of_plan = |act| Change::Act {
        id: view.plan.id,
        act,
        on,
    };
    match wanted {
        Wanted::Gate if text.is_empty() => None,
        Wanted::Gate => Some(of_plan(Act::Advance { answer: text })),
        Wanted::Stop => Some(of_plan(Act::Stop { reason: text })),
        Wanted::LetGo | Wanted::Accept => {
            let closing = close(wanted, text.clone(), view.breach.id, on)?;
            if !plan.is_open() {
                return Some(closing);
            }
            let stop = of_plan(Act::Stop { reason: text });
            let says = format!("{} and the plan stopped", state(wanted).word());
            Some(Change::All {
                says,
                changes: vec![stop, closing],
            })
        }
    }
}

/// The change that closes a breach without a plan, or beside one.
pub fn close(wanted: Wanted, words: String, breach: RecordId, on: NaiveDate) -> Option<Change> {
    if matches!(wanted, Wanted::Gate | Wanted::Stop) || words.is_empty() {
        return None;
    }
    let act = Act::CloseBreach {
        state: state(wanted),
        words,
    };
    Some(Change::Act {
        id: breach,
        act,
        on,
    })
}

fn state(wanted: Wanted) -> BreachState {
    match wanted {
        Wanted::Accept => BreachState::Accepted,
        _ => BreachState::LetGo,
    }
}

/// The question to the injured side, with its keys.
pub fn draw_verdict(area: Rect, buffer: &mut Buffer, theme: &Theme) {
    let line = Rect {
        y: area.bottom().saturating_sub(1),
        height: 1.min(area.height),
        ..area
    };
    let pieces = [
        ("Repaired enough? ", theme.focus),
        ("y", theme.key),
        (" yes  ", theme.text),
        ("p", theme.key),
        (" partly  ", theme.text),
        ("n", theme.key),
        (" no  ", theme.text),
        ("Esc", theme.key),
        (" not asked", theme.text),
    ];
    paint::put(
        buffer,
        line.x,
        line.y,
        line.width,
        &" ".repeat(usize::from(line.width)),
        theme.text,
    );
    paint::pieces(buffer, line, &pieces);
}
