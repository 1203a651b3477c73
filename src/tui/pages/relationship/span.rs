//! How much time the chart shows, and which: week, month, quarter, year or all, stepped through with a cursor.

use chrono::{Duration, NaiveDate};

use crate::domain::RecordId;
use crate::journal::Question;

/// How much time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zoom {
    /// Seven days.
    Week,
    /// Thirty-one days.
    Month,
    /// Ninety-two days.
    Quarter,
    /// A year.
    Year,
    /// Everything since the beginning.
    All,
}

impl Zoom {
    const STEPS: [Self; 5] = [
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
        Self::All,
    ];

    /// The word for the header.
    pub fn word(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::All => "all",
        }
    }

    fn moved(self, by: isize) -> Self {
        let at = Self::STEPS.iter().position(|z| *z == self).unwrap_or(0);
        let to = at.saturating_add_signed(by).min(Self::STEPS.len() - 1);
        Self::STEPS[to]
    }
}

/// The stretch of time on the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// How much.
    pub zoom: Zoom,
    /// The point under the cursor, counted from the newest; `None`: no cursor.
    pub cursor: Option<usize>,
    /// The last day shown; `None`: today.
    ends: Option<NaiveDate>,
}

impl Default for Span {
    fn default() -> Self {
        Self {
            zoom: Zoom::Quarter,
            cursor: None,
            ends: None,
        }
    }
}

impl Span {
    /// Days shown, given when the relationship began.
    fn days(&self, since: NaiveDate, today: NaiveDate) -> i64 {
        match self.zoom {
            Zoom::Week => 7,
            Zoom::Month => 31,
            Zoom::Quarter => 92,
            Zoom::Year => 366,
            Zoom::All => (today - since).num_days().max(7),
        }
    }

    /// Days between two points and how many points, so that at most `columns` fit.
    fn grain(&self, since: NaiveDate, today: NaiveDate, columns: usize) -> (i64, usize) {
        let days = self.days(since, today);
        let gaps = i64::try_from(columns.max(2) - 1).unwrap_or(1);
        let step = (days + gaps - 1) / gaps;
        let points = usize::try_from(days / step).unwrap_or(1) + 1;
        (step, points)
    }

    /// The question that fills the chart.
    pub fn question(
        &self,
        who: RecordId,
        since: NaiveDate,
        today: NaiveDate,
        columns: usize,
    ) -> Question {
        let (step, points) = self.grain(since, today, columns);
        Question::Timeline {
            who,
            ends: self.ends.unwrap_or(today),
            step,
            points,
        }
    }

    /// The cursor as an index into so many points, oldest first.
    pub fn at(&self, points: usize) -> Option<usize> {
        self.cursor.and_then(|back| points.checked_sub(back + 1))
    }

    /// One point earlier; at the left edge the stretch moves by half its length.
    pub fn earlier(&mut self, points: usize, since: NaiveDate, today: NaiveDate) {
        let next = self.cursor.map_or(0, |back| back + 1);
        if next < points {
            self.cursor = Some(next);
            return;
        }
        let half = Duration::days(self.days(since, today) / 2);
        let ends = self.ends.unwrap_or(today) - half;
        if self.zoom != Zoom::All && ends > since {
            self.ends = Some(ends);
            self.cursor = Some(points / 2);
        }
    }

    /// One point later; at the right edge the stretch moves, and after today the cursor goes away.
    pub fn later(&mut self, points: usize, since: NaiveDate, today: NaiveDate) {
        match self.cursor {
            None => {}
            Some(0) => {
                let half = Duration::days(self.days(since, today) / 2);
                match self.ends.map(|day| day + half) {
                    None => self.cursor = None,
                    Some(day) => {
                        self.ends = (day < today).then_some(day);
                        self.cursor = Some(points / 2);
                    }
                }
            }
            Some(back) => self.cursor = Some(back - 1),
        }
    }

    /// Less time (`-1`) or more (`1`); the end of the stretch stays.
    pub fn zoomed(&mut self, by: isize) {
        let zoom = self.zoom.moved(by);
        if zoom != self.zoom {
            self.zoom = zoom;
            self.cursor = None;
            if zoom == Zoom::All {
                self.ends = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day") + Duration::days(n)
    }

    #[test]
    fn every_zoom_fits_its_columns() {
        for zoom in Zoom::STEPS {
            for columns in [2, 7, 33, 75, 195] {
                for age in [0, 3, 400, 9000] {
                    let span = Span {
                        zoom,
                        ..Span::default()
                    };
                    let (step, points) = span.grain(day(-age), day(0), columns);
                    assert!(
                        step >= 1 && (2..=columns).contains(&points),
                        "{zoom:?} {columns} {age}: {step} {points}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_cursor_walks_back_and_forth_through_time() {
        let (since, today) = (day(-400), day(0));
        let mut span = Span::default();
        span.earlier(10, since, today);
        assert_eq!(span.at(10), Some(9));
        for _ in 0..9 {
            span.earlier(10, since, today);
        }
        assert_eq!(span.at(10), Some(0));
        span.earlier(10, since, today);
        assert!(span.ends.is_some());
        for _ in 0..40 {
            span.earlier(10, since, today);
        }
        let Question::Timeline { ends, .. } = span.question(RecordId::default(), since, today, 70)
        else {
            panic!("asks for a timeline")
        };
        assert!(ends > since);
        for _ in 0..80 {
            span.later(10, since, today);
        }
        assert_eq!((span.ends.is_some(), span.cursor), (false, None));
    }

    #[test]
    fn zooming_stops_at_both_ends() {
        let mut span = Span::default();
        (0..9).for_each(|_| span.zoomed(1));
        assert_eq!(span.zoom, Zoom::All);
        (0..9).for_each(|_| span.zoomed(-1));
        assert_eq!(span.zoom, Zoom::Week);
    }
}
