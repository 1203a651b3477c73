//! How much time a timeline shows: a week, a month, a quarter, a year or everything; the same words on the screen and in flags.

use chrono::NaiveDate;

use super::value::choices;

choices! {
    /// How much time.
    pub enum Zoom {
        /// Seven days.
        Week = "week",
        /// Thirty-one days.
        Month = "month",
        /// Ninety-two days.
        #[default]
        Quarter = "quarter",
        /// A year.
        Year = "year",
        /// Everything since the beginning.
        All = "all",
    }
}

/// Everything is at least a week, however young it is.
const SHORTEST: i64 = 7;

impl Zoom {
    /// Days from the first shown to the last, given when all began and the last day.
    pub fn days(self, since: NaiveDate, ends: NaiveDate) -> i64 {
        match self {
            Self::Week => SHORTEST,
            Self::Month => 31,
            Self::Quarter => 92,
            Self::Year => 366,
            Self::All => (ends - since).num_days().max(SHORTEST),
        }
    }

    /// Days between two points and how many points, so that at most so many fit (at least two).
    pub fn grain(self, since: NaiveDate, ends: NaiveDate, most: usize) -> (i64, usize) {
        let days = self.days(since, ends);
        let gaps = i64::try_from(most.max(2) - 1).unwrap_or(1);
        let step = (days + gaps - 1) / gaps;
        (step, usize::try_from(days / step).unwrap_or(1) + 1)
    }

    /// So many steps towards more time (or less), stopping at both ends.
    #[must_use]
    pub fn moved(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|one| *one == self);
        let to = at.unwrap_or(0).saturating_add_signed(by);
        Self::ALL[to.min(Self::ALL.len() - 1)]
    }

    /// The next longer one; after everything, a week again.
    #[must_use]
    pub fn next(self) -> Self {
        if self == Self::All {
            Self::Week
        } else {
            self.moved(1)
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::*;

    fn day(n: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day") + Duration::days(n)
    }

    #[test]
    fn every_zoom_fits_its_columns() {
        for zoom in Zoom::ALL.iter().copied() {
            for columns in [2, 7, 33, 75, 195] {
                for age in [0, 3, 400, 9000] {
                    let (step, points) = zoom.grain(day(-age), day(0), columns);
                    assert!(
                        step >= 1 && (2..=columns).contains(&points),
                        "{zoom:?} {columns} {age}: {step} {points}"
                    );
                }
            }
        }
    }

    #[test]
    fn one_key_goes_around_and_two_stop_at_the_ends() {
        let around = std::iter::successors(Some(Zoom::Quarter), |zoom| Some(zoom.next()));
        assert_eq!(around.take(6).last(), Some(Zoom::Quarter));
        assert_eq!(Zoom::Week.moved(-1), Zoom::Week);
        assert_eq!(Zoom::Year.moved(3), Zoom::All);
    }
}
