//! Evidence over time: the points of a timeline without hindsight, the trend arrow (B6) and the change flag (B7).

use std::f64::consts::SQRT_2;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use statrs::function::beta::ln_beta;
use statrs::function::erf::erfc;

use super::beta::{Shape, Sums, float};
use super::evidence::Evidence;
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
///
/// Equal to [`super::reliability::figure`] at each day, but every promise is judged once per turn of its
/// story and every day of evidence is one sum, so five years of weeks cost about as much as one figure.
pub fn timeline(
    promises: &[Promise],
    measure: Measure,
    days: &[NaiveDate],
    rules: &Rules,
) -> Vec<Point> {
    let Some(last) = days.last() else {
        return Vec::new();
    };
    let mut turns = turns(promises, measure, *last, rules)
        .into_iter()
        .peekable();
    let mut ledger = Ledger::new(turns.clone(), *last, rules);
    let mut points: Vec<Point> = Vec::with_capacity(days.len());
    let mut newest: Option<(Sums, Shape)> = None;
    for day in days {
        while let Some(turn) = turns.next_if(|turn| turn.from <= *day) {
            ledger.enter(&turn);
        }
        let sums = ledger.sums(*day);
        let shape = match newest {
            Some((same, shape)) if same == sums => shape,
            _ => sums.shape(rules),
        };
        newest = Some((sums, shape));
        points.push(Point {
            day: *day,
            mean: shape.mean(),
            lo: shape.lo,
            hi: shape.hi,
            show: shape.show(ledger.n, sums.n_eff(), rules),
        });
    }
    points
}

/// One turn in a promise's story: from this day it is evidence otherwise than before.
#[derive(Clone, Copy)]
struct Turn {
    from: NaiveDate,
    before: Option<Evidence>,
    after: Option<Evidence>,
    stake: f64,
}

/// All turns up to a day, oldest first.
fn turns(promises: &[Promise], measure: Measure, last: NaiveDate, rules: &Rules) -> Vec<Turn> {
    let mut turns = Vec::with_capacity(promises.len() * 2);
    for promise in promises {
        let stake = rules.stake(promise.stake_halves);
        let mut before = None;
        for from in promise.turns(rules).into_iter().filter(|day| *day <= last) {
            let after = promise.standing(measure, from, rules).evidence();
            if after != before {
                turns.push(Turn {
                    from,
                    before,
                    after,
                    stake,
                });
            }
            before = after;
        }
    }
    turns.sort_by_key(|turn| turn.from);
    turns
}

/// The evidence of one day: how many pieces, the sums of their stakes, of the squares, and of stakes times credits.
#[derive(Clone, Copy, Default)]
struct Daily {
    day: i32,
    n: usize,
    stakes: f64,
    squares: f64,
    kept: f64,
    weighed: Sums,
}

/// Ages past this many days are not worth a table: what is left of them is near nothing.
const TABLE: i32 = 20_000;

/// The evidence known so far, by its day.
struct Ledger<'a> {
    rules: &'a Rules,
    days: Vec<Daily>,
    /// What age leaves of a weight, by age in days.
    decay: Vec<f64>,
    n: usize,
}

impl<'a> Ledger<'a> {
    /// An empty ledger with room for all evidence that turns will bring up to a day.
    fn new(turns: impl Iterator<Item = Turn>, last: NaiveDate, rules: &'a Rules) -> Self {
        let number = |evidence: Evidence| evidence.day.num_days_from_ce();
        let mut numbers: Vec<i32> = turns.filter_map(|turn| turn.after).map(number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let span = numbers
            .first()
            .map_or(0, |first| last.num_days_from_ce() - first);
        let empty = |day| Daily {
            day,
            ..Daily::default()
        };
        Self {
            rules,
            days: numbers.into_iter().map(empty).collect(),
            decay: (0..=i64::from(span.min(TABLE)))
                .map(|age| rules.decay(age))
                .collect(),
            n: 0,
        }
    }

    fn enter(&mut self, turn: &Turn) {
        if let Some(gone) = turn.before {
            self.change(gone, |daily| {
                daily.n -= 1;
                daily.stakes -= turn.stake;
                daily.squares -= turn.stake * turn.stake;
                daily.kept -= turn.stake * gone.credit;
            });
            self.n -= 1;
        }
        if let Some(come) = turn.after {
            self.change(come, |daily| {
                daily.n += 1;
                daily.stakes += turn.stake;
                daily.squares += turn.stake * turn.stake;
                daily.kept += turn.stake * come.credit;
            });
            self.n += 1;
        }
    }

    fn change(&mut self, evidence: Evidence, change: impl FnOnce(&mut Daily)) {
        let day = evidence.day.num_days_from_ce();
        let Ok(at) = self.days.binary_search_by_key(&day, |daily| daily.day) else {
            return;
        };
        let daily = &mut self.days[at];
        change(daily);
        daily.weighed = if daily.n == 0 {
            Sums::default()
        } else {
            let batch = self.rules.batch(daily.n);
            Sums {
                weights: batch * daily.stakes,
                squares: batch * daily.squares,
                kept: batch * daily.kept,
            }
        };
    }

    /// The sums on a day, from the days of evidence up to it.
    fn sums(&self, day: NaiveDate) -> Sums {
        let today = day.num_days_from_ce();
        let known = self.days.partition_point(|daily| daily.day <= today);
        let mut sums = Sums::default();
        for daily in &self.days[..known] {
            let age = today - daily.day;
            let table = usize::try_from(age)
                .ok()
                .and_then(|age| self.decay.get(age));
            let decay = table
                .copied()
                .unwrap_or_else(|| self.rules.decay(age.into()));
            sums.weights += decay * daily.weighed.weights;
            sums.squares += decay * daily.weighed.squares;
            sums.kept += decay * daily.weighed.kept;
        }
        sums
    }
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

/// How many pieces a change needs before it, and since it at least and at most.
const CHANGE_NEEDS: (usize, usize, usize) = (4, 3, 20);
/// The Bayes factor from which a change is asked about.
const ASK: f64 = 30.0;

/// The strongest change in a figure's evidence, if there is enough to look for one.
pub fn change(figure: &Figure) -> Option<Change> {
    let (least_before, least_since, most_since) = CHANGE_NEEDS;
    let upto = running(figure);
    let n = figure.parts.len();
    let (kept, missed) = upto[n];
    let one_rate = ln_beta(1.0 + kept, 1.0 + missed) + ln_beta(1.0, 1.0);
    let at = |split: usize| {
        let before = upto[split];
        let since = ((kept - before.0).max(0.0), (missed - before.1).max(0.0));
        let [before_rate, since_rate] = [before, since].map(|(s, f)| ln_beta(1.0 + s, 1.0 + f));
        let ln_bf = before_rate + since_rate - one_rate;
        Change {
            ln_bf,
            split,
            before: before.0 / (before.0 + before.1),
            since: since.0 / (since.0 + since.1),
            n_since: n - split,
            flag: ln_bf >= ASK.ln(),
        }
    };
    let first = least_before.max(n.saturating_sub(most_since));
    (first..=n.saturating_sub(least_since))
        .map(at)
        .reduce(|best, next| if next.ln_bf > best.ln_bf { next } else { best })
}

/// Running sums of kept and missed, same-day weights and no decay: the nth covers the first n pieces.
fn running(figure: &Figure) -> Vec<(f64, f64)> {
    let (mut kept, mut missed) = (0.0, 0.0);
    let mut upto = vec![(kept, missed)];
    for same_day in figure.parts.chunk_by(|a, b| a.day == b.day) {
        let weight = figure.rules.batch(same_day.len());
        for part in same_day {
            kept += weight * part.credit;
            missed += weight * (1.0 - part.credit);
            upto.push((kept, missed));
        }
    }
    upto
}
