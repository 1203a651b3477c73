//! A check-in while it is being answered: the answers, the lines beside them, and the one change they become.

use chrono::NaiveDate;

use crate::domain::checkin::{Answer, CheckIn};
use crate::domain::commitment::Commitment;
use crate::domain::feedback::{Direction, Feedback, FeedbackSort};
use crate::domain::fields::Reading;
use crate::domain::line;
use crate::domain::topic::Topic;
use crate::domain::view::{CheckInSheet, Stamp};
use crate::domain::{Record, RecordId, Side};
use crate::journal::Change;

/// The lines under the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// A commitment that was made just now.
    Promise,
    /// Feedback to give, or that was received.
    Feedback,
    /// A topic for the next one-on-one.
    Topic,
    /// Anything the questions did not ask.
    Note,
    /// One thing to do next.
    Next,
}

impl Slot {
    /// In the order of the screen.
    pub const ALL: [Self; 5] = [
        Self::Promise,
        Self::Feedback,
        Self::Topic,
        Self::Note,
        Self::Next,
    ];

    /// The word beside the line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::Feedback => "feedback",
            Self::Topic => "topic",
            Self::Note => "note",
            Self::Next => "next",
        }
    }

    /// What the line is for.
    pub fn says(self) -> &'static str {
        match self {
            Self::Promise => "made just now: who, what, by when",
            Self::Feedback => "to give; begin with coaching:, concern:, request: or received:",
            Self::Topic => "something to bring up next time",
            Self::Note => "anything the questions did not ask",
            Self::Next => "one thing to do next",
        }
    }
}

/// A check-in that is not saved yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The answers so far.
    pub checkin: CheckIn,
    seen: Option<(RecordId, Stamp)>,
    name: String,
    order: Vec<String>,
    promise: String,
    /// What the promise was understood as, with its echo, or why not.
    understood: Option<Result<(Box<Commitment>, String), String>>,
    feedback: String,
    topic: String,
    /// Sentences to questions that have no answer yet: question and words.
    early: Vec<(String, String)>,
    untouched: CheckIn,
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
            ..CheckIn::default()
        };
        let (seen, checkin) = sheet
            .unfinished
            .clone()
            .map_or((None, fresh), |(id, stamp, left)| (Some((id, stamp)), left));
        Self {
            untouched: checkin.clone(),
            checkin,
            seen,
            name: sheet.card.relationship.name.clone(),
            order: sheet.questions.iter().map(|q| q.code.clone()).collect(),
            promise: String::new(),
            understood: None,
            feedback: String::new(),
            topic: String::new(),
            early: Vec::new(),
        }
    }

    /// With whom.
    pub fn who(&self) -> RecordId {
        self.checkin.who
    }

    /// Whether it goes on from where it was left.
    pub fn is_resumed(&self) -> bool {
        self.seen.is_some()
    }

    /// Whether anything was answered or written here and is not saved yet.
    pub fn is_touched(&self) -> bool {
        let lines = [&self.promise, &self.feedback, &self.topic];
        self.checkin != self.untouched
            || !self.early.is_empty()
            || lines.iter().any(|line| !line.is_empty())
    }

    /// Takes note of how the check-in it goes on from stands now; where that was finished or deleted
    /// elsewhere, this one is saved beside it.
    pub fn catch_up(&mut self, sheet: &CheckInSheet) {
        let now = sheet
            .unfinished
            .as_ref()
            .map(|(id, stamp, _)| (*id, *stamp));
        if let Some((id, _)) = self.seen {
            self.seen = now.filter(|(other, _)| *other == id);
        }
    }

    /// How many questions have an answer, "did not come up" included.
    pub fn answered(&self) -> usize {
        self.order
            .iter()
            .filter(|code| self.checkin.answer(code).is_some())
            .count()
    }

    /// Answers a question with 1 to 5, or `None`: did not come up. Its sentence stays.
    pub fn answer(&mut self, code: &str, score: Option<u8>) {
        let sentence = self.sentence(code).to_owned();
        self.early.retain(|(early, _)| early != code);
        self.checkin.set(Answer {
            question: code.to_owned(),
            score,
            sentence,
        });
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
            let score = answer.score;
            self.checkin.set(Answer {
                question: code.to_owned(),
                score,
                sentence: sentence.to_owned(),
            });
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

    /// The one change that saves it, finished or left half-way; `None` when nothing was answered or written.
    pub fn change(&self, unfinished: bool) -> Option<Change> {
        let worth = self.is_touched() || (self.is_resumed() && !unfinished);
        if !worth {
            return None;
        }
        let mut checkin = self.checkin.clone();
        checkin.unfinished = unfinished;
        // a sentence that never got its answer is kept: its question did not come up
        for (question, sentence) in self.early.clone() {
            checkin.set(Answer {
                question,
                score: None,
                sentence,
            });
        }
        let promise = self.understood.as_ref().and_then(|read| read.as_ref().ok());
        if promise.is_none() && !self.promise.is_empty() {
            // left before it could be understood: kept in the words it was typed in
            let gap = if checkin.note.is_empty() { "" } else { "\n" };
            checkin.note = format!("{}{gap}promise: {}", checkin.note, self.promise);
        }
        let place = |a: &Answer| self.order.iter().position(|code| *code == a.question);
        checkin
            .answers
            .sort_by_key(|a| place(a).unwrap_or(usize::MAX));
        let day = checkin.day;
        let record = Box::new(Record::CheckIn(checkin));
        let mut changes = vec![match self.seen {
            Some((id, seen)) => Change::Edit { id, seen, record },
            None => Change::Add(record),
        }];
        if let Some((commitment, _)) = promise {
            changes.push(Change::Add(Box::new(Record::Commitment(
                *commitment.clone(),
            ))));
        }
        if !self.feedback.is_empty() {
            let feedback = feedback(&self.feedback, self.who(), day);
            changes.push(Change::Add(Box::new(Record::Feedback(feedback))));
        }
        if !self.topic.is_empty() {
            let topic = Topic {
                who: self.who(),
                text: self.topic.clone(),
                raised: day,
                ..Topic::default()
            };
            changes.push(Change::Add(Box::new(Record::Topic(topic))));
        }
        let left = if unfinished { "left half-way: " } else { "" };
        let says = format!("{left}check-in with {}", self.name);
        Some(Change::All { says, changes })
    }
}

/// Feedback from one line: `concern: talked over me`, `received: slow down in reviews`; plain words are
/// appreciation. What is given waits as a draft; what was received has been delivered.
pub fn feedback(line: &str, who: RecordId, day: NaiveDate) -> Feedback {
    let mut one = Feedback {
        who,
        day,
        ..Feedback::default()
    };
    let mut rest = line.trim();
    while let Some((word, tail)) = rest.split_once(':') {
        let word = word.trim().to_lowercase();
        if word == "received" {
            one.direction = Direction::Received;
            one.state = crate::domain::feedback::FeedbackState::Delivered;
        } else if word == "thanks" {
            one.sort = FeedbackSort::Appreciation;
        } else if let Some(sort) = FeedbackSort::from_word(&word) {
            one.sort = sort;
        } else {
            break;
        }
        rest = tail.trim();
    }
    rest.clone_into(&mut one.behaviour);
    one
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::feedback::FeedbackState;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
    }

    #[test]
    fn a_line_of_feedback_says_its_sort_and_direction() {
        let read = |line| {
            let one = feedback(line, RecordId::default(), day());
            (one.direction, one.sort, one.state, one.behaviour)
        };
        let given = Direction::Given;
        assert_eq!(
            read("stayed late to help"),
            (
                given,
                FeedbackSort::Appreciation,
                FeedbackState::Draft,
                "stayed late to help".to_owned()
            )
        );
        assert_eq!(
            read("Concern: talked over me: twice"),
            (
                given,
                FeedbackSort::Concern,
                FeedbackState::Draft,
                "talked over me: twice".to_owned()
            )
        );
        assert_eq!(
            read("received: coaching: slow down"),
            (
                Direction::Received,
                FeedbackSort::Coaching,
                FeedbackState::Delivered,
                "slow down".to_owned()
            )
        );
        assert_eq!(read("note: to self").3, "note: to self");
    }
}
