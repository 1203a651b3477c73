//! The level of check-ins (B8): the user's own voice over time, with no prior and no interval.

use chrono::NaiveDate;

/// The level of a relationship's check-ins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// Check-ins with at least half of their questions answered.
    pub n: usize,
    /// 0 … 100, decayed by 90 days.
    pub level: f64,
    /// The newest check-in alone, 0 … 100.
    pub latest: f64,
    /// Whether the level may be shown (three or more), else dots only.
    pub shown: bool,
    /// The level of the earlier ones, when there are four or more in all.
    pub previous: Option<f64>,
    /// `latest − previous`.
    pub shift: Option<f64>,
    /// The band within which a shift is noise, by the number of items answered.
    pub band: Option<f64>,
    /// Whether the shift is larger than the band.
    pub moved: bool,
}

/// The level on a day, from check-ins as (day, scores), in any order. `None`: nothing answered enough.
pub fn level(checkins: &[(NaiveDate, Vec<Option<u8>>)], as_of: NaiveDate) -> Option<Level> {
    let _ = (checkins, as_of);
    todo!()
}
