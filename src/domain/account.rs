//! Why a figure is what it is: its additive account, and the pull of each piece of evidence (`figures.md` B10).

use super::RecordId;
use super::beta::Sums;
use super::reliability::{Figure, Label, Part};

/// The additive account of a figure and the pull of each piece (B10).
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What the starting assumption adds, as a share of 1.
    pub plus_start: f64,
    /// What the starting doubt takes.
    pub minus_start: f64,
    /// For each label: count, what it adds, what is missing by it.
    pub shares: Vec<(Label, usize, f64, f64)>,
    /// Leave-one-out, in points of 100 (positive lifts), the strongest first.
    pub pulls: Vec<(RecordId, f64)>,
}

impl Figure {
    /// Why it is what it is.
    pub fn explain(&self) -> Explanation {
        let whole = self.alpha + self.beta;
        let share = |&(label, n): &(Label, usize)| {
            let parts = self.parts.iter().filter(|part| part.label == label);
            let (adds, lacks) = parts.fold((0.0, 0.0), |(adds, lacks), part| {
                (
                    adds + part.w * part.credit,
                    lacks + part.w * (1.0 - part.credit),
                )
            });
            (label, n, adds / whole, lacks / whole)
        };
        Explanation {
            plus_start: self.rules.alpha0 / whole,
            minus_start: self.rules.beta0 / whole,
            shares: self.counts.iter().map(share).collect(),
            pulls: self.pulls(),
        }
    }

    /// What the figure would lose without each piece, the others of its day weighing as if it had never been.
    fn pulls(&self) -> Vec<(RecordId, f64)> {
        let all = self.sums(&self.parts);
        let mut pulls = Vec::with_capacity(self.parts.len());
        for same_day in self.parts.chunk_by(|a, b| a.day == b.day) {
            let m = same_day.len();
            let day = self.sums(same_day);
            let heavier = self.rules.batch((m - 1).max(1)) / self.rules.batch(m);
            for part in same_day {
                let one = self.weigh(part, m);
                let rest = |all: f64, day: f64, one: f64| all - day + (day - one) * heavier;
                let without = Sums {
                    weights: rest(all.weights, day.weights, one.weights),
                    squares: rest(all.squares, day.squares, one.squares),
                    kept: rest(all.kept, day.kept, one.kept),
                };
                pulls.push((part.id, 100.0 * (self.mean - without.mean(&self.rules))));
            }
        }
        pulls.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
        pulls
    }

    /// The sums of sorted parts.
    fn sums(&self, parts: &[Part]) -> Sums {
        let mut sums = Sums::default();
        for same_day in parts.chunk_by(|a, b| a.day == b.day) {
            for part in same_day {
                let one = self.weigh(part, same_day.len());
                sums.weights += one.weights;
                sums.squares += one.squares;
                sums.kept += one.kept;
            }
        }
        sums
    }

    /// What one of `m` parts of a day adds to the sums; its stake is what its weight holds beyond age and batch.
    fn weigh(&self, part: &Part, m: usize) -> Sums {
        let bare = self.rules.decay(part.age) * self.rules.batch(m);
        let stake = if bare > 0.0 { part.w / bare } else { 1.0 };
        Sums {
            weights: part.w,
            squares: part.w * stake,
            kept: part.w * part.credit,
        }
    }
}
