//! The lines beside the questions: what each is for, and what feedback in one line says.

use chrono::NaiveDate;

use crate::domain::RecordId;
use crate::domain::feedback::{Direction, Feedback, FeedbackSort};

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

    /// From its word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|slot| slot.word() == word)
    }

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
