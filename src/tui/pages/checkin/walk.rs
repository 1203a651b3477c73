//! The walk through a check-in: answers, on to the next line and the next person, and back when the journal refuses.

use super::draft::Draft;
use super::slots::Slot;
use super::{CheckIn, Line};
use crate::domain::pack;
use crate::tui::command::told;
use crate::tui::page::Flow;
use crate::tui::pages::outline::Outline;

impl CheckIn {
    /// Answers the question under the cursor, or the first one that has no answer yet, and goes on.
    pub(super) fn answer(&mut self, score: Option<u8>) -> Flow {
        if self.question().is_none() {
            self.stand_on_unanswered();
        }
        match (self.question(), &mut self.draft) {
            (Some(question), Some(draft)) => {
                draft.answer(&question, score);
                self.stand(self.focus + 1);
                self.keep()
            }
            _ => Flow::Say(told!(
                "Every question has its answer; {k} goes back to one",
                k = CheckIn.PrevQuestion
            )),
        }
    }

    /// Takes last time's answer over wherever there is none yet, and goes to what is still open.
    pub(super) fn as_last_time(&mut self) -> Flow {
        let last = self.sheet.as_ref().and_then(|sheet| sheet.last.as_ref());
        let Some((last, draft)) = last.zip(self.draft.as_mut()) else {
            return Flow::Say(
                "This is the first check-in with them: there is no last time".to_owned(),
            );
        };
        if draft.as_last_time(last) == 0 {
            return Flow::Say("What is still open was not asked last time".to_owned());
        }
        self.stand_on(Line::Write(Slot::Promise));
        self.stand_on_unanswered();
        self.keep()
    }

    /// Keeps the check-in as it stands, so that nothing but what is being typed can be lost.
    pub(super) fn keep(&mut self) -> Flow {
        let change = self.draft.as_mut().and_then(Draft::keep);
        change.map_or(Flow::Stay, |change| Flow::Keep(Box::new(change)))
    }

    /// What was left half-way goes on at the first question that is open.
    pub(super) fn resume(&mut self) {
        if self.draft.as_ref().is_some_and(Draft::is_resumed) {
            self.stand_on_unanswered();
        }
    }

    fn stand_on_unanswered(&mut self) {
        let (Some(sheet), Some(draft)) = (&self.sheet, &self.draft) else {
            return;
        };
        let open = |question: &pack::Question| draft.checkin.answer(&question.code).is_none();
        if let Some(n) = sheet.questions.iter().position(open) {
            self.stand_on(Line::Ask(n));
        }
    }

    /// On to the next question without an answer below, then to the lines, then to the next person.
    pub(super) fn go_on(&mut self) -> Flow {
        let Some((sheet, draft)) = self.sheet.as_ref().zip(self.draft.as_ref()) else {
            return self.start_all_the_same();
        };
        let lines = self.lines();
        if matches!(lines.get(self.focus), Some(Line::Write(_))) {
            return self.finish();
        }
        let wants = |line: &Line| match line {
            Line::Ask(n) => draft.checkin.answer(&sheet.questions[*n].code).is_none(),
            Line::Fell(_) | Line::Write(_) => true,
        };
        let next = (self.focus + 1..lines.len()).find(|n| wants(&lines[*n]));
        self.stand(next.unwrap_or(lines.len()));
        Flow::Stay
    }

    /// Saves this one as finished and goes on to the next person.
    pub(super) fn finish(&mut self) -> Flow {
        if let Some(says) = self.draft.as_ref().and_then(|draft| draft.trouble()) {
            let says = format!("The promise is not understood yet: {says}");
            self.stand_on(Line::Write(Slot::Promise));
            return Flow::Say(says);
        }
        let change = self.draft.as_ref().map(|draft| draft.change(false));
        match change {
            None => Flow::Back,
            Some(Some(change)) => self.tell_and_go_on(change),
            Some(None) if self.is_last() => self.end(),
            Some(None) => {
                self.next();
                Flow::Say("Nothing was answered, so nothing was saved".to_owned())
            }
        }
    }

    /// After a refusal, the draft is told how the check-in it goes on from stands now.
    pub(super) fn catch_up(&mut self) {
        if let (true, Some(sheet), Some(draft)) = (self.refused, &self.sheet, &mut self.draft)
            && sheet.card.id == draft.who()
        {
            draft.catch_up(sheet);
        }
    }

    /// Comes back to what the journal refused.
    pub(super) fn restore(&mut self) {
        if let Some(before) = self.before.take() {
            if before.at != self.at {
                self.sheet = None;
                self.outline = Outline::default();
            }
            self.at = before.at;
            self.focus = before.focus;
            self.draft = Some(before.draft);
        } else if let Some(draft) = &mut self.draft {
            draft.not_kept();
        }
        self.refused = true;
        self.catch_up();
    }
}
