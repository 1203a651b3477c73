//! Weights of evidence and the Beta distribution they make: age, same-day rule, stakes, range and floor (`figures.md` B3, B5).

use super::rules::{Rules, Show};

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
    pub(super) fn scale(&self) -> f64 {
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
    pub(super) fn shape(&self, rules: &Rules) -> Shape {
        let (alpha, beta) = self.shapes(rules);
        let tail = (1.0 - rules.level) / 2.0;
        let (lo, hi) = (
            quantile(alpha, beta, tail),
            quantile(alpha, beta, 1.0 - tail),
        );
        Shape {
            alpha,
            beta,
            lo,
            hi,
        }
    }
}

/// A Beta distribution and its range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shape {
    pub alpha: f64,
    pub beta: f64,
    pub lo: f64,
    pub hi: f64,
}

impl Shape {
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
