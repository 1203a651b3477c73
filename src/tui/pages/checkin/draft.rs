//! A check-in while it is being answered: the answers, the lines beside them, and the change they become.
//!
//! It is kept at every answer, as unfinished; each piece joins the one before, so that undo takes back one person.

use chrono::NaiveDate;

use super::slots::{Slot, feedback, need};
use crate::domain::checkin::{Answer, Begun, CheckIn};
use crate::domain::commitment::Commitment;
use crate::domain::fields::Reading;
use crate::domain::line;
use crate::domain::pack::Question;
use crate::domain::topic::Topic;
use crate::domain::view::{CheckInSheet, Stamp};
use crate::domain::{Record, RecordId, Side};
use crate::journal::Change;

/// A check-in that is not finished yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The answers so far.
    pub checkin: CheckIn,
    seen: Option<(RecordId, Stamp)>,
    name: String,
    asked: Vec<Question>,
    promise: String,
    /// What the promise was understood as, with its echo, or why not.
    understood: Option<Result<(Box<Commitment>, String), String>>,
    feedback: String,
    need: String,
    topic: String,
    /// Sentences to questions that have no answer yet: question and words.
    early: Vec<(String, String)>,
    /// What lies in the journal of it, and what lay there before it was kept last.
    kept: CheckIn,
    kept_before: CheckIn,
    resumed: bool,
    today: NaiveDate,
}

impl Draft {
    /// From a sheet: where it was left half-way, else empty.
    pub fn new(sheet: &CheckInSheet) -> Self {
        let fresh = CheckIn {
            who: sheet.card.id,
            day: sheet.card.as_of,
            side: Side::Mine,
            pack: sheet.pack.role,
            version: sheet.pack.version,
            unfinished: true,
            ..CheckIn::default()
        };
        let (seen, checkin) = sheet
            .unfinished
            .clone()
            .map_or((None, fresh), |(id, stamp, left)| (Some((id, stamp)), left));
        let mut draft = Self {
            kept: checkin.clone(),
            kept_before: checkin.clone(),
            seen,
            name: sheet.card.relationship.name.clone(),
            asked: sheet.questions.clone(),
            promise: String::new(),
            understood: None,
            feedback: String::new(),
            need: String::new(),
            topic: String::new(),
            early: Vec::new(),
            resumed: seen.is_some(),
            today: sheet.card.as_of,
            checkin,
        };
        // their role may have changed since it was begun: what is asked now is the pack of now
        (draft.checkin.pack, draft.checkin.version) = (sheet.pack.role, sheet.pack.version);
        for line in std::mem::take(&mut draft.checkin.begun) {
            match Slot::of(&line.slot) {
                Some(slot) => draft.write(slot, &line.words),
                None => draft.early.push((line.slot, line.words)),
            }
        }
        draft
    }

    /// With whom.
    pub fn who(&self) -> RecordId {
        self.checkin.who
    }

    /// Whether it goes on from where it was left.
    pub fn is_resumed(&self) -> bool {
        self.resumed
    }

    /// Whether anything was answered or written here and does not lie in the journal yet.
    pub fn is_touched(&self) -> bool {
        self.as_it_stands() != self.kept
    }

    /// Meets what the journal holds now. What was kept here is known again by its stamp; what was undone, or
    /// changed in another window, is shown, unless something here would be lost by it.
    pub fn meet(&mut self, sheet: &CheckInSheet) {
        self.today = sheet.card.as_of;
        match &sheet.unfinished {
            Some((id, stamp, stored)) if same(stored, &self.kept) => {
                // the day of writing was noted by the journal
                self.checkin.written = stored.written;
                self.kept.written = stored.written;
                self.seen = Some((*id, *stamp));
            }
            _ if self.is_touched() => {}
            None if self.seen.is_none() => {}
            _ => *self = Self::new(sheet),
        }
    }

    /// After a refusal: takes note of how the check-in it goes on from stands now; where that was finished or
    /// deleted elsewhere, this one is saved beside it.
    pub fn catch_up(&mut self, sheet: &CheckInSheet) {
        let now = sheet
            .unfinished
            .as_ref()
            .map(|(id, stamp, _)| (*id, *stamp));
        if let Some((id, _)) = self.seen {
            self.seen = now.filter(|(other, _)| *other == id);
        }
    }

    /// The journal refused what was to be kept.
    pub fn not_kept(&mut self) {
        self.kept.clone_from(&self.kept_before);
    }

    /// How many questions have an answer, "did not come up" included.
    pub fn answered(&self) -> usize {
        let has = |question: &&Question| self.checkin.answer(&question.code).is_some();
        self.asked.iter().filter(has).count()
    }

    /// Whether every question has an answer.
    pub fn is_whole(&self) -> bool {
        self.answered() == self.asked.len()
    }

    /// Answers a question with 1 to 5, or `None`: did not come up. Its sentence stays.
    pub fn answer(&mut self, question: &Question, score: Option<u8>) {
        let sentence = self.sentence(&question.code).to_owned();
        self.early.retain(|(early, _)| *early != question.code);
        self.checkin.set(question.answered(score, &sentence));
    }

    /// Takes last time's answer over for every question that has none yet; how many there were.
    pub fn as_last_time(&mut self, last: &CheckIn) -> usize {
        let taken = self.checkin.take_over(&self.asked, last);
        for (code, words) in std::mem::take(&mut self.early) {
            // its sentence was typed before its answer
            self.say(&code, &words);
        }
        taken
    }

    /// The sentence to a question.
    pub fn sentence(&self, code: &str) -> &str {
        let early = self.early.iter().find(|(early, _)| early == code);
        let said = self.checkin.answer(code).map(|a| a.sentence.as_str());
        said.or(early.map(|(_, words)| words.as_str()))
            .unwrap_or_default()
    }

    /// Writes a sentence to a question; its answer stays. Whether it has one.
    pub fn say(&mut self, code: &str, sentence: &str) -> bool {
        if let Some(answer) = self.checkin.answer(code) {
            let answer = Answer {
                sentence: sentence.to_owned(),
                ..answer.clone()
            };
            self.checkin.set(answer);
            return true;
        }
        self.early.retain(|(early, _)| early != code);
        if !sentence.is_empty() {
            self.early.push((code.to_owned(), sentence.to_owned()));
        }
        false
    }

    /// What stands in a line.
    pub fn line(&self, slot: Slot) -> &str {
        match slot {
            Slot::Promise => &self.promise,
            Slot::Feedback => &self.feedback,
            Slot::Need => &self.need,
            Slot::Topic => &self.topic,
            Slot::Note => &self.checkin.note,
            Slot::Next => &self.checkin.next,
        }
    }

    /// Writes a line.
    pub fn write(&mut self, slot: Slot, text: &str) {
        let line = match slot {
            Slot::Promise => &mut self.promise,
            Slot::Feedback => &mut self.feedback,
            Slot::Need => &mut self.need,
            Slot::Topic => &mut self.topic,
            Slot::Note => &mut self.checkin.note,
            Slot::Next => &mut self.checkin.next,
        };
        text.trim().clone_into(line);
        if slot == Slot::Promise {
            self.understood = None;
        }
    }

    /// Reads the promise, if it was written since it was read last; whether it was.
    pub fn read(&mut self, with: &Reading<'_>) -> bool {
        if self.promise.is_empty() || self.understood.is_some() {
            return false;
        }
        let read = line::commitment(&self.promise, Some(self.who()), with);
        self.understood = Some(match read {
            Ok(one) if one.missing.is_empty() => Ok((Box::new(one.commitment), one.echo)),
            Ok(one) => Err(format!("still needed: {}", one.missing.join(", "))),
            Err(fault) => Err(fault.says),
        });
        true
    }

    /// What the promise was understood as.
    pub fn echo(&self) -> Option<&str> {
        self.understood
            .as_ref()?
            .as_ref()
            .ok()
            .map(|(_, echo)| echo.as_str())
    }

    /// Why the promise cannot be saved as it stands.
    pub fn trouble(&self) -> Option<&str> {
        self.understood.as_ref()?.as_ref().err().map(String::as_str)
    }

    /// The change that keeps it as it stands, unfinished; `None` when the journal holds it so already.
    pub fn keep(&mut self) -> Option<Change> {
        let stands = self.as_it_stands();
        if stands == self.kept {
            return None;
        }
        self.kept_before = std::mem::replace(&mut self.kept, stands.clone());
        Some(self.told(stands, Vec::new()))
    }

    /// The change that saves it, finished or left half-way, with what the lines beside it became; `None` when
    /// nothing was answered or written.
    pub fn change(&self, unfinished: bool) -> Option<Change> {
        let fresh = CheckIn {
            who: self.who(),
            day: self.checkin.day,
            side: self.checkin.side,
            pack: self.checkin.pack,
            version: self.checkin.version,
            unfinished: true,
            ..CheckIn::default()
        };
        let mut checkin = self.as_it_stands();
        if checkin == fresh {
            return None;
        }
        checkin.begun.clear();
        checkin.unfinished = unfinished;
        // a sentence that never got its answer is kept: its question did not come up
        for (code, sentence) in &self.early {
            if let Some(question) = self.asked.iter().find(|q| q.code == *code) {
                checkin.set(question.answered(None, sentence));
            }
        }
        if !unfinished && checkin.written.is_none_or(|written| written == checkin.day) {
            // begun on an earlier day and finished now: it is about now
            checkin.day = self.today;
        }
        if !self.promise.is_empty() && self.echo().is_none() {
            // left before it could be understood: kept in the words it was typed in
            let gap = if checkin.note.is_empty() { "" } else { "\n" };
            checkin.note = format!("{}{gap}promise: {}", checkin.note, self.promise);
        }
        checkin.sort(&self.asked);
        Some(self.told(checkin, self.beside()))
    }

    /// The records that the lines beside the questions become.
    fn beside(&self) -> Vec<Record> {
        let mut beside = Vec::new();
        if let (Some(Ok((commitment, _))), false) = (&self.understood, self.promise.is_empty()) {
            beside.push(Record::Commitment(*commitment.clone()));
        }
        if !self.feedback.is_empty() {
            let feedback = feedback(&self.feedback, self.who(), self.today);
            beside.push(Record::Feedback(feedback));
        }
        if !self.need.is_empty() {
            beside.push(Record::Need(need(&self.need, self.who(), self.today)));
        }
        if !self.topic.is_empty() {
            beside.push(Record::Topic(Topic {
                who: self.who(),
                text: self.topic.clone(),
                raised: self.today,
                ..Topic::default()
            }));
        }
        beside
    }

    /// The check-in with the lines begun beside it.
    fn as_it_stands(&self) -> CheckIn {
        let mut checkin = self.checkin.clone();
        let lines = [Slot::Promise, Slot::Feedback, Slot::Need, Slot::Topic];
        let lines = lines.map(|s| (s.word(), self.line(s)));
        let early = self
            .early
            .iter()
            .map(|(code, words)| (code.as_str(), words.as_str()));
        checkin.begun = lines
            .into_iter()
            .chain(early)
            .filter(|(_, words)| !words.is_empty())
            .map(|(slot, words)| Begun {
                slot: slot.to_owned(),
                words: words.to_owned(),
            })
            .collect();
        checkin.unfinished = true;
        checkin.sort(&self.asked);
        checkin
    }

    fn told(&self, checkin: CheckIn, beside: Vec<Record>) -> Change {
        let left = if checkin.unfinished {
            "left half-way: "
        } else {
            ""
        };
        let says = format!("{left}check-in with {}", self.name);
        let record = Box::new(Record::CheckIn(checkin));
        let first = match self.seen {
            Some((id, seen)) => Change::Edit { id, seen, record },
            None => Change::Add(record),
        };
        let beside = beside
            .into_iter()
            .map(|record| Change::Add(Box::new(record)));
        Change::Onward {
            draft: self.seen.map(|(id, _)| id),
            says,
            changes: std::iter::once(first).chain(beside).collect(),
        }
    }
}

/// Whether two are the same but for the day of writing, which the journal notes.
fn same(one: &CheckIn, other: &CheckIn) -> bool {
    let written = one.written;
    *one == CheckIn {
        written,
        ..other.clone()
    }
}
