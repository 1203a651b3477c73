//! Evidence over time: the points of a timeline without hindsight, the trend arrow (B6) and the change flag (B7).

mod arrow;
mod change;

use chrono::{Datelike, NaiveDate};

pub use arrow::{Arrow, Trend, arrow, told, trend};
pub use change::{Change, ask, change};

use super::beta::{Shape, Sums};
use super::evidence::Evidence;
use super::reliability::{Measure, Promise, Rules, Show};

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
