//! The level of check-ins (B8): the user's own voice over time, with no prior and no interval.

use chrono::NaiveDate;

use super::beta::float;

/// The level of a relationship's check-ins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// Check-ins with at least half of their questions answered.
    pub n: usize,
    /// 0 … 100, decayed by 90 days.
    pub level: f64,
    /// The newest check-in alone, 0 … 100.
    pub latest: f64,
    /// The newest check-ins as dots, 1 … 5 each, the newest first; 0 where there was none.
    pub dots: [u8; 2],
    /// Whether the level may be shown (three or more), else dots only.
    pub shown: bool,
    /// The level of the earlier ones, when there are four or more in all.
    pub previous: Option<f64>,
    /// `latest − previous`.
    pub shift: Option<f64>,
    /// The band within which a shift is noise, by the number of items answered.
    pub band: Option<f64>,
    /// Whether the shift is larger than the band.
    pub moved: bool,
}

impl Level {
    /// In words: dots until there are three check-ins, then the level, then whether the newest one moved.
    pub fn text(&self) -> String {
        let count = if self.n == 1 { "check-in" } else { "check-ins" };
        if !self.shown {
            let dots = |n: u8| {
                let full = usize::from(n.min(5));
                "\u{25cf}".repeat(full) + &"\u{25cb}".repeat(5 - full)
            };
            let before = if self.n > 1 {
                format!(", before {}", dots(self.dots[1]))
            } else {
                String::new()
            };
            return format!(
                "{}{before}; a level from the third check-in on",
                dots(self.dots[0])
            );
        }
        let level = format!("level {:.0} of 100 over {} {count}", self.level, self.n);
        let (Some(previous), Some(band)) = (self.previous, self.band) else {
            return level;
        };
        let shift = format!(
            "the newest {:.0}, the ones before {previous:.0}",
            self.latest
        );
        if self.moved {
            format!(
                "{level}; {shift}: more than the usual \u{b1}{band:.0}. Worth asking what changed?"
            )
        } else {
            format!("{level}; {shift}: within the usual \u{b1}{band:.0}")
        }
    }
}

/// Half-life in days.
const HALF_LIFE: f64 = 90.0;
/// Check-ins from which a level is shown, and from which a shift is looked for.
const NEEDS: (usize, usize) = (3, 4);

/// The level on a day, from check-ins as (day, scores), in any order. `None`: nothing answered enough.
///
/// Check-ins after the day, and those with fewer than half of their questions answered, are left out.
pub fn level(checkins: &[(NaiveDate, Vec<Option<u8>>)], as_of: NaiveDate) -> Option<Level> {
    let mut heard: Vec<Heard> = checkins
        .iter()
        .filter(|(day, _)| *day <= as_of)
        .filter_map(|(day, scores)| Heard::of((as_of - *day).num_days(), scores))
        .collect();
    // oldest first; check-ins of one day keep the order they came in
    heard.sort_by_key(|one| std::cmp::Reverse(one.age));
    let (newest, earlier) = heard.split_last()?;
    let enough = heard.len() >= NEEDS.1;
    let previous = enough.then(|| decayed(earlier));
    let shift = previous.map(|level| newest.points - level);
    // a shift is noise as wide as the thinnest of the answers compared
    let fewest = heard.iter().map(|one| one.answered).min().unwrap_or(1);
    let band = enough.then(|| band(fewest));
    Some(Level {
        n: heard.len(),
        level: decayed(&heard),
        latest: newest.points,
        dots: [heard.last(), heard.iter().rev().nth(1)].map(|one| one.map_or(0, Heard::dots)),
        shown: heard.len() >= NEEDS.0,
        previous,
        shift,
        band,
        moved: shift
            .zip(band)
            .is_some_and(|(shift, band)| shift.abs() > band),
    })
}

/// One check-in that was answered enough.
struct Heard {
    age: i64,
    /// 0 … 100.
    points: f64,
    answered: usize,
}

impl Heard {
    /// 1 … 5: the mean of the answers, to the nearest whole one.
    fn dots(&self) -> u8 {
        const ROUNDED: [(f64, u8); 4] = [(12.5, 1), (37.5, 2), (62.5, 3), (87.5, 4)];
        let below = ROUNDED.iter().find(|(end, _)| self.points < *end);
        below.map_or(5, |(_, dots)| *dots)
    }

    fn of(age: i64, scores: &[Option<u8>]) -> Option<Self> {
        let answered = scores.iter().flatten().count();
        if answered == 0 || answered * 2 < scores.len() {
            return None;
        }
        let sum: f64 = scores.iter().flatten().map(|score| f64::from(*score)).sum();
        let points = 25.0 * (sum / float(answered) - 1.0);
        Some(Self {
            age,
            points,
            answered,
        })
    }
}

fn decayed(heard: &[Heard]) -> f64 {
    // ages from the newest, so that an old journal does not divide nothing by nothing
    let newest = heard.iter().map(|one| one.age).min().unwrap_or(0);
    let weight = |one: &Heard| (-float(one.age - newest) / HALF_LIFE).exp2();
    let sum: f64 = heard.iter().map(|one| weight(one) * one.points).sum();
    sum / heard.iter().map(weight).sum::<f64>()
}

/// How far the newest may lie from the level by chance, in points, by the number of items answered.
fn band(answered: usize) -> f64 {
    match answered {
        0 | 1 => 30.0,
        2 => 24.0,
        3 => 20.0,
        4 => 18.0,
        _ => 16.0,
    }
}
