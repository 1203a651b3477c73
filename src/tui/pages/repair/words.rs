//! What a repair plan asks in words, and the changes the answers become.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Asking;
use crate::domain::agreement::Agreement;
use crate::domain::breach::{Breach, BreachState};
use crate::domain::course::BreachView;
use crate::domain::plan::{Stage, Verdict};
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
    /// What the injured side said to its verdict.
    Verdict(Verdict),
    /// How they tell it.
    Reading,
    /// The person or body in charge.
    Contact,
}

/// The question, in words.
pub fn question(wanted: Wanted, view: Option<&PlanView>) -> String {
    match wanted {
        Wanted::Gate => view.map_or_else(String::new, gate),
        Wanted::Stop => "Stop the plan, on purpose. Why? The answer is kept with it.".to_owned(),
        Wanted::LetGo => "Let the breach go, on purpose. In your own words: why?".to_owned(),
        Wanted::Accept => "Accept what happened, with new boundaries. Which ones?".to_owned(),
        Wanted::Verdict(verdict) => {
            format!("They said {verdict}. In which words? Enter alone keeps the word only.")
        }
        Wanted::Reading => "How do they tell it? Your own reading stays beside it.".to_owned(),
        Wanted::Contact => {
            "Who is in charge at your place, and how are they reached? Kept in the settings."
                .to_owned()
        }
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
pub fn change(wanted: Wanted, text: &str, view: &PlanView, on: NaiveDate) -> Option<Change> {
    let Record::Plan(plan) = &view.plan.record else {
        return None;
    };
    let of_plan = |act| Change::Act {
        id: view.plan.id,
        act,
        on,
    };
    let words = text.to_owned();
    match wanted {
        Wanted::Verdict(verdict) => Some(of_plan(Act::Verdict { verdict, words })),
        Wanted::Gate if text.is_empty() => None,
        Wanted::Gate => Some(of_plan(Act::Advance { answer: words })),
        Wanted::Stop => Some(of_plan(Act::Stop { reason: words })),
        Wanted::LetGo | Wanted::Accept => {
            let closing = of_breach(wanted, text, &view.of, on)?;
            if !plan.is_open() {
                return Some(closing);
            }
            let stop = of_plan(Act::Stop { reason: words });
            let says = format!("{} and the plan stopped", state(wanted).word());
            Some(Change::All {
                says,
                changes: vec![stop, closing],
            })
        }
        Wanted::Reading | Wanted::Contact => of_breach(wanted, text, &view.of, on),
    }
}

/// The change of a breach without a plan, or beside one.
pub fn of_breach(wanted: Wanted, text: &str, view: &BreachView, on: NaiveDate) -> Option<Change> {
    match (wanted, &view.breach.record) {
        (Wanted::Reading, Record::Breach(breach)) => Some(edit(
            view,
            Breach {
                their_reading: text.to_owned(),
                ..breach.clone()
            },
        )),
        (Wanted::LetGo | Wanted::Accept, _) if !text.is_empty() => Some(Change::Act {
            id: view.breach.id,
            act: Act::CloseBreach {
                state: state(wanted),
                words: text.to_owned(),
            },
            on,
        }),
        _ => None,
    }
}

/// A breach typed over.
pub fn edit(view: &BreachView, breach: Breach) -> Change {
    Change::Edit {
        id: view.breach.id,
        seen: view.breach.stamp,
        record: Box::new(Record::Breach(breach)),
    }
}

/// New boundaries as an agreement with them, still to be kept.
pub fn agreement(who: RecordId, words: &str, on: NaiveDate) -> Record {
    Record::Agreement(Agreement::from_boundaries(who, words, on))
}

fn state(wanted: Wanted) -> BreachState {
    match wanted {
        Wanted::Accept => BreachState::Accepted,
        _ => BreachState::LetGo,
    }
}

/// A question that one key answers, with its keys.
pub fn draw_asking(asking: Asking, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    let line = Rect {
        y: area.y + area.height.saturating_sub(1),
        height: 1.min(area.height),
        ..area
    };
    let (question, keys): (_, [(&str, &str); 4]) = match asking {
        Asking::Verdict => (
            "Repaired enough? ",
            [
                ("y", "yes"),
                ("p", "partly"),
                ("n", "no"),
                ("Esc", "not asked"),
            ],
        ),
        Asking::Account => (
            "Do both tell it alike? ",
            [
                ("a", "agreed"),
                ("d", "disputed"),
                ("n", "not discussed"),
                ("Esc", "back"),
            ],
        ),
    };
    let mut pieces = vec![(question.to_owned(), theme.focus)];
    for (key, word) in keys {
        pieces.push((key.to_owned(), theme.key));
        pieces.push((format!(" {word}  "), theme.text));
    }
    let blank = " ".repeat(usize::from(line.width));
    paint::put(buffer, line.x, line.y, line.width, &blank, theme.text);
    let pieces: Vec<_> = pieces
        .iter()
        .map(|(text, style)| (text.as_str(), *style))
        .collect();
    paint::pieces(buffer, line, &pieces);
}
