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

/// One check-in as the level hears it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Voice {
    /// Which of the check-ins that were handed in.
    pub nth: usize,
    /// Its day.
    pub day: NaiveDate,
    /// How many questions were answered.
    pub answered: usize,
    /// How many were asked.
    pub asked: usize,
    /// 25 · (mean − 1), 0 … 100; `None`: fewer than half were answered, and it is left out.
    pub points: Option<f64>,
    /// What age leaves of its weight, 0 … 1; 0 where it is left out.
    pub weight: f64,
}

impl Level {
    /// What may be shown: dots below three, else `level 72 of 100 over 5 check-ins`, and when the newest moved,
    /// by how much and beyond which band.
    pub fn text(&self) -> String {
        if !self.shown {
            let many = if self.n == 1 { "" } else { "s" };
            return format!(
                "newest {} of {} check-in{many}; a level needs {}",
                dots(self.latest),
                self.n,
                NEEDS.0
            );
        }
        let level = format!("level {:.0} of 100 over {} check-ins", self.level, self.n);
        match (self.shift, self.band) {
            (Some(shift), Some(band)) if self.moved => {
                let way = if shift > 0.0 {
                    "\u{2191} up"
                } else {
                    "\u{2193} down"
                };
                format!(
                    "{level}; moved {way} by {:.0}, beyond its band of {band:.0}",
                    shift.abs()
                )
            }
            (Some(_), Some(band)) => format!("{level}; the newest is within its band of {band:.0}"),
            _ => level,
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
        shown: heard.len() >= NEEDS.0,
        previous,
        shift,
        band,
        moved: shift
            .zip(band)
            .is_some_and(|(shift, band)| shift.abs() > band),
    })
}

/// Every check-in up to a day with what it adds to the level, in the order in which they came.
pub fn voices(checkins: &[(NaiveDate, Vec<Option<u8>>)], as_of: NaiveDate) -> Vec<Voice> {
    let voice = |(nth, (day, scores)): (usize, &(NaiveDate, Vec<Option<u8>>))| {
        let age = (as_of - *day).num_days();
        let heard = Heard::of(age, scores);
        Voice {
            nth,
            day: *day,
            answered: scores.iter().flatten().count(),
            asked: scores.len(),
            weight: if heard.is_some() { fade(age) } else { 0.0 },
            points: heard.map(|one| one.points),
        }
    };
    let known = checkins
        .iter()
        .enumerate()
        .filter(|(_, (day, _))| *day <= as_of);
    known.map(voice).collect()
}

/// A check-in as dots, `●●●●○`: one to five by its mean, for when a level would say too much.
pub fn dots(points: f64) -> String {
    let full = 1
        + (1..5)
            .filter(|n| points >= 25.0 * f64::from(*n) - 12.5)
            .count();
    "\u{25cf}".repeat(full) + &"\u{25cb}".repeat(5 - full)
}

/// What age leaves of a weight.
fn fade(age: i64) -> f64 {
    (-float(age) / HALF_LIFE).exp2()
}

/// One check-in that was answered enough.
struct Heard {
    age: i64,
    /// 0 … 100.
    points: f64,
    answered: usize,
}

impl Heard {
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
    let weight = |one: &Heard| fade(one.age - newest);
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
