//! From what was promised and what happened to a figure with its range and its explanation (`figures.md` B1–B5, B10).

use chrono::NaiveDate;

use super::RecordId;
use super::commitment::Move;
use super::dates::beside;
use super::evidence::{Evidence, Standing};
use super::value::choices;

pub use super::account::Explanation;

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

/// What the figures need of a commitment, and nothing else: they cannot see a cause or a word.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Promise {
    /// Which one.
    pub id: RecordId,
    /// Made on.
    pub made: NaiveDate,
    /// Agreed on; `None` while only requested.
    pub agreed: Option<NaiveDate>,
    /// Due, as first agreed.
    pub due: Option<NaiveDate>,
    /// Moves, oldest first.
    pub moves: Vec<Move>,
    /// Done on.
    pub done: Option<NaiveDate>,
    /// Broken on.
    pub broken: Option<NaiveDate>,
    /// Released on.
    pub released: Option<NaiveDate>,
    /// Excused on.
    pub excused: Option<NaiveDate>,
    /// 0.5, 1 or 2 halves: the stake as small 1, normal 2, major 4.
    pub stake_halves: u8,
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
            Standing::Counts(evidence) => found.push((promise, evidence)),
        }
    }
    found.sort_by_key(|(promise, evidence)| (evidence.day, promise.id));
    let (parts, sums) = weigh(&found, as_of, rules);
    let beta = sums.beta(rules);
    Figure {
        measure,
        as_of,
        alpha: beta.alpha,
        beta: beta.beta,
        mean: beta.mean(),
        lo: beta.lo,
        hi: beta.hi,
        n: parts.len(),
        n_eff: sums.n_eff(),
        show: beta.show(parts.len(), sums.n_eff(), rules),
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
        parts.iter_mut().for_each(|part| part.w *= scale);
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

impl Rules {
    /// What age leaves of a weight: 2^(−age / half-life), age in whole days.
    pub(super) fn decay(&self, age: i64) -> f64 {
        (-float(age) / self.half_life).exp2()
    }

    /// What each of `m` pieces on one day keeps of its weight: m^(−exponent).
    pub(super) fn batch(&self, m: usize) -> f64 {
        float(m).powf(-self.batch_exp)
    }

    /// The factor of a stake; 1 unless stakes are on. A promise without one counts as normal.
    pub(super) fn stake(&self, halves: u8) -> f64 {
        if self.use_stakes && halves > 0 {
            f64::from(halves) / 2.0
        } else {
            1.0
        }
    }
}

/// A count or a number of days as a float; anything past four billion counts as that.
pub(super) fn float(n: impl TryInto<u32>) -> f64 {
    f64::from(n.try_into().unwrap_or(u32::MAX))
}

/// Weighted sums over evidence.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Sums {
    /// Of weights times stakes.
    pub weights: f64,
    /// Of weights times stakes squared.
    pub squares: f64,
    /// Of weights times stakes times credits.
    pub kept: f64,
}

impl Sums {
    /// What brings the staked weights back to their effective number, so that stakes never add certainty; 1 without stakes.
    fn scale(&self) -> f64 {
        if self.squares > 0.0 {
            self.weights / self.squares
        } else {
            1.0
        }
    }

    /// The effective number: "worth about this many recent ones".
    pub(super) fn n_eff(&self) -> f64 {
        self.scale() * self.weights
    }

    /// The mean of the figure they make.
    pub(super) fn mean(&self, rules: &Rules) -> f64 {
        let (alpha, beta) = self.shapes(rules);
        alpha / (alpha + beta)
    }

    fn shapes(&self, rules: &Rules) -> (f64, f64) {
        let scale = self.scale();
        let missed = (self.weights - self.kept).max(0.0);
        let kept = self.kept.max(0.0);
        (rules.alpha0 + scale * kept, rules.beta0 + scale * missed)
    }

    /// The Beta distribution they make of the prior, with its range.
    pub(super) fn beta(&self, rules: &Rules) -> Beta {
        let (alpha, beta) = self.shapes(rules);
        let tail = (1.0 - rules.level) / 2.0;
        let (lo, hi) = (
            quantile(alpha, beta, tail),
            quantile(alpha, beta, 1.0 - tail),
        );
        Beta {
            alpha,
            beta,
            lo,
            hi,
        }
    }
}

/// A Beta distribution and its range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Beta {
    pub alpha: f64,
    pub beta: f64,
    pub lo: f64,
    pub hi: f64,
}

impl Beta {
    pub(super) fn mean(&self) -> f64 {
        self.alpha / (self.alpha + self.beta)
    }

    /// The evidence floor (B5).
    pub(super) fn show(&self, n: usize, n_eff: f64, rules: &Rules) -> Show {
        if n < rules.min_range {
            Show::Counts
        } else if n_eff < rules.stale_neff {
            Show::Stale
        } else if n < rules.min_settled
            || n_eff < rules.min_neff
            || self.hi - self.lo > rules.max_width
        {
            Show::Range
        } else if n_eff >= rules.firm_neff {
            Show::Firm
        } else {
            Show::Figure
        }
    }
}

/// The `p` quantile of the Beta distribution with shapes `alpha` and `beta` (both above 0), `p` in 0 … 1.
pub fn quantile(alpha: f64, beta: f64, p: f64) -> f64 {
    statrs::function::beta::inv_beta_reg(alpha, beta, p.clamp(0.0, 1.0))
}

impl Figure {
    /// Counts first, in words: `8 kept, 1 late, 1 broken`; `nothing settled yet` when there are none.
    pub fn counts_text(&self) -> String {
        if self.counts.is_empty() {
            return "nothing settled yet".to_owned();
        }
        let each = |(label, n): &(Label, usize)| format!("{n} {label}");
        self.counts.iter().map(each).collect::<Vec<_>>().join(", ")
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
