//! What a phrase counts from and which way it leans, and why a phrase is not a day.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::Lean;

/// Why a phrase is not a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::domain) struct Trouble {
    /// A sentence.
    pub(in crate::domain) says: String,
    /// Whether it is certainly meant as a date, and impossible or ambiguous; otherwise it may be any words.
    pub(in crate::domain) is_date: bool,
}

impl Trouble {
    /// It means a date, and cannot be one (or could be two).
    pub(super) fn wrong(says: impl Into<String>) -> Self {
        Self {
            says: says.into(),
            is_date: true,
        }
    }

    /// It may be anything.
    pub(super) fn unknown(says: impl Into<String>) -> Self {
        Self {
            says: says.into(),
            is_date: false,
        }
    }
}

/// What phrases count from, and which way they lean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now {
    pub(super) at: NaiveDateTime,
    pub(super) lean: Lean,
}

impl Now {
    pub(super) fn today(self) -> NaiveDate {
        self.at.date()
    }

    /// A count of a span without a direction, in the direction of the lean.
    pub(super) fn signed(self, n: i64) -> i64 {
        match self.lean {
            Lean::Past => -n,
            Lean::Future => n,
        }
    }

    /// Whether a time of today lies on the side that the lean asks for; this very minute does.
    pub(super) fn admits(self, time: NaiveTime) -> bool {
        let now = self.at.time();
        let minute = now.with_second(0).and_then(|t| t.with_nanosecond(0));
        match self.lean {
            Lean::Past => time <= now,
            Lean::Future => time >= minute.unwrap_or(now),
        }
    }
}
