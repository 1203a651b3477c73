//! The sentence or line that is being typed: the answers are saved already, this one is kept as a draft until it is done.

use super::slots::Slot;
use super::{CheckIn, Line};
use crate::domain::RecordId;
use crate::domain::draft::{Draft, Spot};

impl CheckIn {
    /// Where a sentence or a line is typed.
    pub(super) fn spot_of_prompt(&self) -> Option<Spot> {
        let (who, word) = self.line_of_prompt()?;
        Some(Spot::CheckIn(who, word))
    }

    pub(super) fn line_of_prompt(&self) -> Option<(RecordId, String)> {
        let word = match self.prompt.as_ref()?.about {
            Line::Ask(n) => self.sheet.as_ref()?.questions.get(n)?.code.clone(),
            Line::Write(slot) => slot.word().to_owned(),
            Line::Fell(_) => return None,
        };
        Some((self.person()?, word))
    }

    pub(super) fn as_typed(&self) -> Option<Draft> {
        let typed = self.prompt.as_ref()?.typed()?;
        let (who, word) = self.line_of_prompt()?;
        let spot = Spot::CheckIn(who, word.clone());
        Some(Draft::line(spot, Some(who), &word, typed))
    }

    /// Asks for the line again, with what was typed; a question that is not asked any more gives its words to the note.
    pub(super) fn come_up(&mut self, draft: &Draft) -> bool {
        let (Some(sheet), Spot::CheckIn(who, word)) = (&self.sheet, &draft.spot) else {
            return false;
        };
        if sheet.card.id != *who || self.draft.is_none() {
            return false;
        }
        let asked = sheet.questions.iter().position(|one| one.code == *word);
        let slot = Slot::of(word).unwrap_or(Slot::Note);
        let line = asked.map_or(Line::Write(slot), Line::Ask);
        if self
            .prompt
            .as_ref()
            .is_none_or(|prompt| prompt.about != line)
        {
            self.write(line);
        }
        if let (Some(prompt), Some(typed)) = (&mut self.prompt, draft.text(word)) {
            prompt.take_up(typed);
        }
        self.fill();
        true
    }

    /// Puts what was typed where it belongs; whether its line has now all it needs.
    pub(super) fn put(&mut self, line: Line, text: &str) -> bool {
        let question = self.question();
        let Some(draft) = &mut self.draft else {
            return true;
        };
        match (line, question) {
            (Line::Ask(_), Some(question)) => return draft.say(&question.code, text.trim()),
            (Line::Write(slot), _) => draft.write(slot, text),
            _ => {}
        }
        true
    }
}
