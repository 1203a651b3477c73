//! What is typed to a question at the foot and not answered yet: kept, and asked for again.

use super::words::Wanted;
use super::{Repair, Shown};
use crate::domain::draft::{Draft, Spot};
use crate::domain::plan::Verdict;

impl Repair {
    /// Where something is typed, while a question is asked; the contact is no part of the journal.
    pub(super) fn spot_of_prompt(&self) -> Option<Spot> {
        let wanted = self.prompt.as_ref()?.about;
        let (view, _) = self.breach()?;
        Some(Spot::Repair(view.breach.id, self.word_of(wanted)?))
    }

    /// Asks for it again, with what was typed.
    pub(super) fn come_up(&mut self, draft: &Draft) -> bool {
        let (Spot::Repair(_, word), false) = (&draft.spot, matches!(self.shown, Shown::Nothing))
        else {
            return false;
        };
        let Some(wanted) = wanted_of(word) else {
            return true;
        };
        if self
            .prompt
            .as_ref()
            .is_none_or(|prompt| prompt.about != wanted)
        {
            self.ask(wanted);
        }
        if let (Some(prompt), Some(typed)) = (&mut self.prompt, draft.text("answer")) {
            prompt.take_up(typed);
        }
        true
    }

    /// The gate is another one at each stage.
    fn word_of(&self, wanted: Wanted) -> Option<String> {
        Some(match wanted {
            Wanted::Gate => {
                let stage = self.plan().map_or("", |(_, plan)| plan.stage.word());
                format!("gate {stage}")
            }
            Wanted::Stop => "stop".to_owned(),
            Wanted::LetGo => "let-go".to_owned(),
            Wanted::Accept => "accept".to_owned(),
            Wanted::Verdict(verdict) => format!("verdict {}", verdict.word()),
            Wanted::Reading => "reading".to_owned(),
            Wanted::Contact => return None,
        })
    }
}

/// What was asked for. A gate that was passed meanwhile is the one that stands now: the words are shown, not lost.
fn wanted_of(word: &str) -> Option<Wanted> {
    Some(match word {
        "stop" => Wanted::Stop,
        "let-go" => Wanted::LetGo,
        "accept" => Wanted::Accept,
        "reading" => Wanted::Reading,
        _ if word.starts_with("gate") => Wanted::Gate,
        _ => Wanted::Verdict(Verdict::from_word(word.strip_prefix("verdict ")?)?),
    })
}
