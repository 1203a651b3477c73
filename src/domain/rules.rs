//! The words and the constants of the figures: which there are, how much may be shown, what evidence is called (`figures.md` B1–B5).

use super::value::choices;

choices! {
    /// The two figures of each direction.
    pub enum Measure {
        /// The chance that the next agreed commitment is done by its agreed date.
        #[default]
        KeptAsAgreed = "kept as agreed",
        /// The chance that it gets done at all.
        FollowThrough = "follow-through",
    }
}

choices! {
    /// How much may be shown (B5).
    pub enum Show {
        /// Fewer than three settled: counts only.
        #[default]
        Counts = "counts",
        /// The evidence has faded: when it last settled.
        Stale = "stale",
        /// The range only, no point.
        Range = "range",
        /// The figure and its range, with the word "early".
        Figure = "figure",
        /// The figure and its range.
        Firm = "firm",
    }
}

/// The constants of B4. `Default` is the specification.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// Prior α0.
    pub alpha0: f64,
    /// Prior β0.
    pub beta0: f64,
    /// Half-life in days.
    pub half_life: f64,
    /// Exponent of the same-day rule.
    pub batch_exp: f64,
    /// Credit for late work in kept-as-agreed, 0 … 0.5.
    pub late_credit: f64,
    /// Level of the range.
    pub level: f64,
    /// Below this many settled: counts only.
    pub min_range: usize,
    /// Below this many settled: range only.
    pub min_settled: usize,
    /// Below this weight: range only.
    pub min_neff: f64,
    /// From this weight: firm.
    pub firm_neff: f64,
    /// Below this weight: stale.
    pub stale_neff: f64,
    /// Wider than this: range only.
    pub max_width: f64,
    /// Days after due at which an open promise lapses for follow-through.
    pub lapse_days: i64,
    /// Weigh by stake (small 0.5, normal 1, major 2), normalised. Off by advice (B9).
    pub use_stakes: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            alpha0: 1.5,
            beta0: 0.5,
            half_life: 90.0,
            batch_exp: 0.5,
            late_credit: 0.0,
            level: 0.8,
            min_range: 3,
            min_settled: 5,
            min_neff: 3.0,
            firm_neff: 10.0,
            stale_neff: 1.0,
            max_width: 0.5,
            lapse_days: 30,
            use_stakes: false,
        }
    }
}

choices! {
    /// What a piece of evidence is called.
    pub enum Label {
        /// Done by the agreed date.
        #[default]
        Kept = "kept",
        /// Done after it.
        Late = "late",
        /// Open and past it.
        Overdue = "overdue",
        /// Declared or found broken.
        Broken = "broken",
        /// Done at all (follow-through).
        Done = "done",
        /// Open thirty days past due (follow-through).
        Lapsed = "lapsed",
    }
}
