//! What was chosen and typed of the steps and not taken yet: kept, come up again, thrown away and brought back.
//!
//! Each step is a text by its number: `x mine visible 2026-12-01`, then its words on the next line; what is being typed
//! at the foot stands under what it is for.

use super::{Line, Steps, Wanted};
use crate::domain::Side;
use crate::domain::commitment::Commitment;
use crate::domain::draft::{Draft, Spot};
use crate::tui::command::told;
use crate::tui::page::Flow;

impl Steps {
    pub(super) fn as_chosen(&self) -> Option<Draft> {
        let (_, plan) = self.plan()?;
        let typed = self
            .prompt
            .as_ref()
            .and_then(|prompt| Some((word(prompt.about).to_owned(), prompt.typed()?)));
        if !self.touched && typed.is_none() {
            return None;
        }
        let lines = self.lines.iter().enumerate();
        let lines = lines.map(|(n, line)| ((n + 1).to_string(), written(line)));
        Some(Draft {
            spot: Spot::Steps(self.breach),
            who: Some(plan.who),
            base: None,
            seen: None,
            texts: lines.chain(typed).collect(),
            at: (self.at + 1).to_string(),
            sealed: false,
        })
    }

    pub(super) fn come_up(&mut self, draft: &Draft) -> bool {
        if self.plan().is_none() {
            return false;
        }
        let numbered = |name: &str| name.parse::<usize>().ok()?.checked_sub(1);
        let steps = draft
            .texts
            .iter()
            .filter(|(name, _)| numbered(name).is_some());
        for (n, (_, text)) in steps.enumerate() {
            if n >= self.lines.len() {
                self.add(String::new());
            }
            if let Some(line) = self.lines.get_mut(n) {
                read(text, line);
            }
        }
        self.touched = true;
        self.at = numbered(&draft.at)
            .unwrap_or(0)
            .min(self.lines.len().saturating_sub(1));
        for wanted in [Wanted::Words, Wanted::Day, Wanted::New] {
            if let Some(typed) = draft.text(word(wanted)) {
                self.ask(wanted);
                if let Some(prompt) = &mut self.prompt {
                    prompt.take_up(typed);
                }
            }
        }
        true
    }

    /// The proposals as they are again, or what was chosen before that.
    pub(super) fn start_anew(&mut self) -> Flow {
        if let Some(draft) = self.as_chosen() {
            self.thrown = Some(draft);
            self.propose();
            return Flow::Say(told!(
                "the steps are as they were proposed \u{b7} {x} brings yours back",
                x = Steps.StartAnew
            ));
        }
        if let Some(thrown) = self.thrown.take() {
            self.come_up(&thrown);
        }
        Flow::Stay
    }
}

/// The name of what is typed at the foot.
pub(super) fn word(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Words => "words",
        Wanted::Day => "day",
        Wanted::New => "new",
    }
}

fn written(line: &Line) -> String {
    let taken = if line.taken { "x" } else { "-" };
    let seen = if line.step.visible {
        "visible"
    } else {
        "hidden"
    };
    let due = line
        .step
        .due
        .map_or_else(String::new, |due| due.to_string());
    format!(
        "{taken} {} {seen} {due}\n{}",
        line.step.side.word(),
        line.step.text
    )
}

fn read(text: &str, line: &mut Line) {
    let (marks, words) = text.split_once('\n').unwrap_or((text, ""));
    let mut marks = marks.splitn(4, ' ');
    line.taken = marks.next() == Some("x");
    let side = marks.next().and_then(Side::from_word);
    line.step = Commitment {
        side: side.unwrap_or(line.step.side),
        visible: marks.next() == Some("visible"),
        due: marks.next().and_then(|due| due.parse().ok()),
        text: words.to_owned(),
        ..line.step.clone()
    };
}
