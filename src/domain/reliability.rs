//! From what was promised and what happened to a figure with its range and its explanation (`figures.md` B1–B5, B10).

use chrono::NaiveDate;

use super::RecordId;
use super::beta::Sums;
use super::dates::beside;
use super::evidence::{Evidence, Standing};

pub use super::account::Explanation;
pub use super::beta::quantile;
pub use super::commitment::Promise;
pub use super::rules::{Label, Measure, Rules, Show};

/// One piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The commitment.
    pub id: RecordId,
    /// What happened.
    pub label: Label,
    /// The evidence day.
    pub day: NaiveDate,
    /// Whole days before `as_of`.
    pub age: i64,
    /// Its weight, 0 … 1 (more only with stakes).
    pub w: f64,
    /// Its credit, 0 … 1.
    pub credit: f64,
}

/// What is counted in the footer and lowers nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NotCounted {
    /// Let go by the receiver.
    pub released: usize,
    /// Excused.
    pub excused: usize,
    /// Requested, not agreed.
    pub requested: usize,
    /// Open and not due, or undated, or pending for follow-through.
    pub open: usize,
    /// Done or broken without a date: evidence for follow-through only.
    pub undated: usize,
}

/// A figure with everything that made it. Recomputed from the rows on each view; never stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Which figure.
    pub measure: Measure,
    /// The day it is for.
    pub as_of: NaiveDate,
    /// α of the Beta distribution.
    pub alpha: f64,
    /// β of the Beta distribution.
    pub beta: f64,
    /// α / (α + β), 0 … 1.
    pub mean: f64,
    /// The lower end of the range, 0 … 1.
    pub lo: f64,
    /// The upper end of the range, 0 … 1.
    pub hi: f64,
    /// Pieces of evidence.
    pub n: usize,
    /// Their weight: "worth about this many recent ones".
    pub n_eff: f64,
    /// How much of it may be shown.
    pub show: Show,
    /// How many of each label, in [`Label::ALL`]'s order, labels without any left out.
    pub counts: Vec<(Label, usize)>,
    /// The evidence, in the order of day, then id.
    pub parts: Vec<Part>,
    /// What was not counted.
    pub not_counted: NotCounted,
    /// The constants it was made with.
    pub rules: Rules,
}

/// The two figures of one side.
#[derive(Debug, Clone, PartialEq)]
pub struct SideFigures {
    /// Kept as agreed.
    pub kept: Figure,
    /// Follow-through.
    pub follow: Figure,
}

/// The figure of one side for a day, from that side's promises in any order.
pub fn figure<'a>(
    promises: impl IntoIterator<Item = &'a Promise>,
    measure: Measure,
    as_of: NaiveDate,
    rules: &Rules,
) -> Figure {
    let mut not_counted = NotCounted::default();
    let mut found = Vec::new();
    for promise in promises {
        match promise.standing(measure, as_of, rules) {
            Standing::Unmade => {}
            Standing::Requested => not_counted.requested += 1,
            Standing::Released => not_counted.released += 1,
            Standing::Excused => not_counted.excused += 1,
            Standing::Open => not_counted.open += 1,
            Standing::Undated => not_counted.undated += 1,
            Standing::Counts(evidence) => found.push((promise, evidence)),
        }
    }
    found.sort_by_key(|(promise, evidence)| (evidence.day, promise.id));
    let (parts, sums) = weigh(&found, as_of, rules);
    let shape = sums.shape(rules);
    Figure {
        measure,
        as_of,
        alpha: shape.alpha,
        beta: shape.beta,
        mean: shape.mean(),
        lo: shape.lo,
        hi: shape.hi,
        n: parts.len(),
        n_eff: sums.n_eff(),
        show: shape.show(parts.len(), sums.n_eff(), rules),
        counts: count(&parts),
        parts,
        not_counted,
        rules: *rules,
    }
}

/// The parts of sorted evidence, each with its weight, and their sums.
fn weigh(found: &[(&Promise, Evidence)], as_of: NaiveDate, rules: &Rules) -> (Vec<Part>, Sums) {
    let mut parts = Vec::with_capacity(found.len());
    let mut sums = Sums::default();
    for same_day in found.chunk_by(|a, b| a.1.day == b.1.day) {
        let age = (as_of - same_day[0].1.day).num_days();
        let weight = rules.decay(age) * rules.batch(same_day.len());
        for (promise, evidence) in same_day {
            let stake = rules.stake(promise.stake_halves);
            let w = weight * stake;
            sums.weights += w;
            sums.squares += w * stake;
            sums.kept += w * evidence.credit;
            parts.push(Part {
                id: promise.id,
                label: evidence.label,
                day: evidence.day,
                age,
                w,
                credit: evidence.credit,
            });
        }
    }
    if rules.use_stakes {
        let scale = sums.scale();
        for part in &mut parts {
            part.w *= scale;
        }
    }
    (parts, sums)
}

fn count(parts: &[Part]) -> Vec<(Label, usize)> {
    let of = |label: &Label| {
        let n = parts.iter().filter(|part| part.label == *label).count();
        (*label, n)
    };
    Label::ALL.iter().map(of).filter(|(_, n)| *n > 0).collect()
}

impl Figure {
    /// Counts first, in words: `8 kept, 1 late, 1 broken`; `nothing settled yet` when there are none. What ended
    /// without a date is told apart: `2 without a date`.
    pub fn counts_text(&self) -> String {
        let each = |(label, n): &(Label, usize)| format!("{n} {label}");
        let mut counts: Vec<_> = self.counts.iter().map(each).collect();
        if self.not_counted.undated > 0 {
            counts.push(format!("{} without a date", self.not_counted.undated));
        }
        if counts.is_empty() {
            return "nothing settled yet".to_owned();
        }
        counts.join(", ")
    }

    /// What may be shown of the figure, after the counts: `71 (52 to 88)`, `early 71 (52 to 88)`, `somewhere from 40 to 90`,
    /// `2 settled, too few to say`, `last settled 14 months ago`. Whole numbers, never decimals.
    pub fn text(&self) -> String {
        let (mean, lo, hi) = (self.mean * 100.0, self.lo * 100.0, self.hi * 100.0);
        match self.show {
            Show::Counts if self.n == 0 => "too few to say".to_owned(),
            Show::Counts => format!("{} settled, too few to say", self.n),
            Show::Stale => {
                let last = self.parts.last().map_or(self.as_of, |part| part.day);
                format!("last settled {}", beside(last, self.as_of))
            }
            Show::Range => format!("somewhere from {lo:.0} to {hi:.0}"),
            Show::Figure => format!("early {mean:.0} ({lo:.0} to {hi:.0})"),
            Show::Firm => format!("{mean:.0} ({lo:.0} to {hi:.0})"),
        }
    }
}
