//! The trend arrow (B6): the last six weeks against the eighteen before.

use std::f64::consts::SQRT_2;
use std::ops::Range;

use statrs::function::erf::erfc;

use crate::domain::beta::float;
use crate::domain::reliability::{Figure, Show};
use crate::domain::value::choices;

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

impl Arrow {
    /// Its sign with its word, never one alone; empty when there is too little to say.
    pub fn text(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Up => "\u{2191} up",
            Self::Down => "\u{2193} down",
            Self::Flat => "\u{2194} steady or cannot tell",
        }
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

/// Days of the recent window, and of the window before it.
const WINDOWS: (i64, i64) = (42, 126);
/// How many settled each window needs.
const WINDOW_NEEDS: (usize, usize) = (3, 5);
/// The chance from which an arrow is shown.
const SURE: f64 = 0.95;

/// The trend at a figure's day.
pub fn trend(figure: &Figure) -> Trend {
    let recent = Span::of(figure, 0..WINDOWS.0);
    let before = Span::of(figure, WINDOWS.0..WINDOWS.0 + WINDOWS.1);
    let mut trend = Trend {
        n_recent: recent.n,
        n_before: before.n,
        ..Trend::default()
    };
    if recent.n >= WINDOW_NEEDS.0 && before.n >= WINDOW_NEEDS.1 {
        let spread = (recent.variance + before.variance).sqrt();
        let p_up = normal((recent.mean - before.mean) / spread);
        trend.arrow = match p_up {
            p if p >= SURE => Arrow::Up,
            p if p <= 1.0 - SURE => Arrow::Down,
            _ => Arrow::Flat,
        };
        trend.p_up = Some(p_up);
        trend.mean_recent = Some(recent.mean);
        trend.mean_before = Some(before.mean);
    }
    trend
}

/// The arrow that may stand beside a figure: none where not even its range is shown.
pub fn arrow(figure: &Figure) -> Arrow {
    match figure.show {
        Show::Range | Show::Figure | Show::Firm => trend(figure).arrow,
        Show::Counts | Show::Stale => Arrow::None,
    }
}

/// What may be shown of a figure with its arrow beside it: `71 (52 to 88) ↓ down`.
pub fn told(figure: &Figure) -> String {
    match arrow(figure).text() {
        "" => figure.text(),
        words => format!("{} {words}", figure.text()),
    }
}

/// The evidence of a window, unweighed, over the prior.
struct Span {
    n: usize,
    mean: f64,
    variance: f64,
}

impl Span {
    fn of(figure: &Figure, ages: Range<i64>) -> Self {
        let within = figure.parts.iter().filter(|part| ages.contains(&part.age));
        let (n, kept) = within.fold((0, 0.0), |(n, kept), part| (n + 1, kept + part.credit));
        let alpha = figure.rules.alpha0 + kept;
        let beta = figure.rules.beta0 + float(n) - kept;
        let mean = alpha / (alpha + beta);
        let variance = mean * (1.0 - mean) / (alpha + beta + 1.0);
        Self { n, mean, variance }
    }
}

/// The standard normal distribution up to `z`.
fn normal(z: f64) -> f64 {
    0.5 * erfc(-z / SQRT_2)
}
