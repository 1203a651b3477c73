//! The lines beside the questions: what each is for, and what feedback in one line says.

use chrono::NaiveDate;

use crate::domain::feedback::{Direction, Feedback, FeedbackSort};
use crate::domain::need::Need;
use crate::domain::{RecordId, Side};

/// The lines under the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// A commitment that was made just now.
    Promise,
    /// Feedback to give, or that was received.
    Feedback,
    /// What somebody needs, until it is answered.
    Need,
    /// A topic for the next one-on-one.
    Topic,
    /// Anything the questions did not ask.
    Note,
    /// One thing to do next.
    Next,
}

impl Slot {
    /// In the order of the screen.
    pub const ALL: [Self; 6] = [
        Self::Promise,
        Self::Feedback,
        Self::Need,
        Self::Topic,
        Self::Note,
        Self::Next,
    ];

    /// From its word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|slot| slot.word() == word)
    }

    /// The word beside the line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::Feedback => "feedback",
            Self::Need => "need",
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
            Self::Need => "what you need of them; begin with theirs: when it is their need",
            Self::Topic => "something to bring up next time",
            Self::Note => "anything the questions did not ask",
            Self::Next => "one thing to do next",
        }
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

/// A need from one line: mine, or theirs when it begins so.
pub fn need(line: &str, who: RecordId, day: NaiveDate) -> Need {
    let line = line.trim();
    let begins = line
        .split_once(':')
        .filter(|(_, tail)| !tail.trim().is_empty());
    let (side, text) = match begins {
        Some((word, tail)) if word.trim().eq_ignore_ascii_case("theirs") => (Side::Theirs, tail),
        Some((word, tail)) if word.trim().eq_ignore_ascii_case("mine") => (Side::Mine, tail),
        _ => (Side::Mine, line),
    };
    Need {
        who,
        text: text.trim().to_owned(),
        side,
        raised: day,
        ..Need::default()
    }
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

    #[test]
    fn a_line_of_need_says_whose_it_is() {
        let read = |line| {
            let one = need(line, RecordId::default(), day());
            (one.side, one.text)
        };
        let hour = || "a quiet hour".to_owned();
        assert_eq!(read("a quiet hour"), (Side::Mine, hour()));
        assert_eq!(read("Theirs: a quiet hour"), (Side::Theirs, hour()));
        assert_eq!(read("mine: a quiet hour"), (Side::Mine, hour()));
        assert_eq!(
            read("one thing: a quiet hour"),
            (Side::Mine, "one thing: a quiet hour".to_owned())
        );
    }
}
