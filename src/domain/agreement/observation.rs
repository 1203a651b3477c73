//! What was seen of an agreement: upheld, or breached and then addressed.

use chrono::NaiveDate;

use super::Agreement;
pub use crate::domain::choice::Visibility;
use crate::domain::value::{Piece, Value, row};

row! {
    /// One observation: upheld, or breached and then addressed.
    pub struct Observation {
        /// The day.
        pub on: NaiveDate,
        /// Whether it was upheld.
        pub upheld: bool,
        /// What was seen.
        pub words: String,
        /// For a breach: the day it was addressed.
        pub addressed: Option<NaiveDate>,
        /// How.
        pub how: String,
        /// How visibly.
        pub seen: Visibility,
    }
}

impl Observation {
    /// It in a line: `2026-11-16 breached: in the Monday round; addressed 2026-11-22 in the group: said sorry`.
    pub fn text(&self) -> String {
        let with = |what: String, words: &str| {
            if words.is_empty() {
                what
            } else {
                format!("{what}: {words}")
            }
        };
        let seen = if self.upheld { "upheld" } else { "breached" };
        let seen = with(format!("{} {seen}", self.on), &self.words);
        match self.addressed {
            Some(on) => {
                let addressed = with(format!("addressed {on} {}", self.seen), &self.how);
                format!("{seen}; {addressed}")
            }
            None if self.waits() => format!("{seen}; to be addressed"),
            None => seen,
        }
    }

    /// Whether it is a breach that nobody addressed yet.
    pub fn waits(&self) -> bool {
        !self.upheld && self.addressed.is_none()
    }
}

/// What was seen of agreements, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Observed {
    /// Times seen upheld.
    pub upheld: usize,
    /// Times seen breached, addressed or not.
    pub breached: usize,
    /// Breaches that nobody addressed yet.
    pub waits: usize,
}

impl Observed {
    /// Several agreements together.
    pub fn of<'a>(agreements: impl IntoIterator<Item = &'a Agreement>) -> Self {
        let add = |sum: Self, one: Self| Self {
            upheld: sum.upheld + one.upheld,
            breached: sum.breached + one.breached,
            waits: sum.waits + one.waits,
        };
        let each = agreements.into_iter().map(Agreement::observed);
        each.fold(Self::default(), add)
    }

    /// `upheld 7, breached 2, 1 waits`; `not seen yet` without any observation.
    pub fn text(self) -> String {
        if self.upheld + self.breached == 0 {
            return "not seen yet".to_owned();
        }
        let counts = format!("upheld {}, breached {}", self.upheld, self.breached);
        match self.waits {
            0 => counts,
            1 => format!("{counts}, 1 waits"),
            n => format!("{counts}, {n} wait"),
        }
    }
}

/// An observation of an agreement, as a field holds it, in a line; `None`: it is none.
pub fn observation_told(value: &Value) -> Option<String> {
    Observation::from_value(value).ok().map(|one| one.text())
}
