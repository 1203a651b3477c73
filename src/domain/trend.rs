//! Evidence over time: the points of a timeline without hindsight, the trend arrow (B6) and the change flag (B7).

use chrono::NaiveDate;

use super::reliability::{Figure, Measure, Promise, Rules, Show};
use super::value::choices;

/// One point of a timeline: the figure as it could have been known on that day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The day.
    pub day: NaiveDate,
    /// The figure, 0 … 1.
    pub mean: f64,
    /// The lower end of its range.
    pub lo: f64,
    /// The upper end of its range.
    pub hi: f64,
    /// How much of it may be shown.
    pub show: Show,
}

choices! {
    /// Which way it goes.
    pub enum Arrow {
        /// Too little to say.
        #[default]
        None = "none",
        /// Up.
        Up = "up",
        /// Down.
        Down = "down",
        /// Steady, or cannot tell.
        Flat = "flat",
    }
}

/// The last six weeks against the eighteen before (B6).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Trend {
    /// The arrow.
    pub arrow: Arrow,
    /// Chance that recent is better, 0 … 1, when there is enough.
    pub p_up: Option<f64>,
    /// Mean of the recent window.
    pub mean_recent: Option<f64>,
    /// Mean of the window before.
    pub mean_before: Option<f64>,
    /// Settled in the recent window.
    pub n_recent: usize,
    /// Settled in the window before.
    pub n_before: usize,
}

/// The strongest split of the evidence in two stretches (B7). A question, never a verdict.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// ln of the Bayes factor.
    pub ln_bf: f64,
    /// How many pieces lie before the split.
    pub split: usize,
    /// Weighted share kept before.
    pub before: f64,
    /// Weighted share kept since.
    pub since: f64,
    /// How many pieces lie since the split.
    pub n_since: usize,
    /// Whether to ask about it (Bayes factor of 30 or more).
    pub flag: bool,
}

/// The figure at each of some days, oldest first, each with what was known then.
pub fn timeline(
    promises: &[Promise],
    measure: Measure,
    days: &[NaiveDate],
    rules: &Rules,
) -> Vec<Point> {
    let _ = (promises, measure, days, rules);
    todo!()
}

/// The trend at a figure's day.
pub fn trend(figure: &Figure) -> Trend {
    let _ = figure;
    todo!()
}

/// The strongest change in a figure's evidence, if there is enough to look for one.
pub fn change(figure: &Figure) -> Option<Change> {
    let _ = figure;
    todo!()
}
