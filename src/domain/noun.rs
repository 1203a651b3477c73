//! What every kind of record can say of itself, and whose it is.

use chrono::NaiveDate;

use super::RecordId;
use super::fields::Fault;
use super::value::{When, choices};

choices! {
    /// Whose: every commitment, disclosure and check-in has a direction.
    pub enum Side {
        /// Mine, toward them.
        #[default]
        Mine = "mine",
        /// Theirs, toward me.
        Theirs = "theirs",
    }
}

/// What every kind of record can say of itself. All of it is derived from the record alone.
pub trait Noun {
    /// The relationships it belongs to, the main one first; empty for a note about nobody.
    fn whos(&self) -> Vec<RecordId>;
    /// The moment it first belongs to (made, held, happened); reads as of an earlier day leave it out.
    fn since(&self) -> When;
    /// The moment it stands at in a timeline: its latest event (settled, delivered, closed), else [`Noun::since`].
    fn at(&self) -> When {
        self.since()
    }
    /// One line, without who and when.
    fn title(&self) -> String;
    /// All words that search finds it by.
    fn words(&self) -> String;
    /// Its state in one word (`open`, `kept`, `draft`, …); `""` where a kind has none.
    fn state(&self) -> &'static str {
        ""
    }
    /// Whose it is, where it has a direction.
    fn side(&self) -> Option<Side> {
        None
    }
    /// When it is due, where it can be.
    fn due(&self) -> Option<When> {
        None
    }
    /// The day from which it wants attention on Today, if it wants any.
    fn attention(&self) -> Option<NaiveDate> {
        None
    }
    /// Whether it shows real contact with the other side: the cadence of check-ins counts from the newest such.
    fn is_contact(&self) -> bool {
        true
    }
    /// Its tags.
    fn tags(&self) -> &[String] {
        &[]
    }
    /// What is wrong with it as a whole (dates that run backwards, …), besides missing fields.
    fn faults(&self) -> Vec<Fault> {
        Vec::new()
    }
}
