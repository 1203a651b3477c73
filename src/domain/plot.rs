//! Where a day and a value lie on a grid of cells: one layout for the screen's chart and the plain one.

use chrono::{Datelike, Duration, NaiveDate};

/// A grid of cells: days from left to right, 100 at the top and 0 at the bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    /// The day of the first column.
    pub first: NaiveDate,
    /// The day of the last column.
    pub last: NaiveDate,
    /// Columns, at least one.
    pub columns: usize,
    /// Rows, at least one.
    pub rows: usize,
}

impl Grid {
    /// Days from the first column to the last, at least one.
    pub fn span(&self) -> i64 {
        (self.last - self.first).num_days().max(1)
    }

    /// The column of a day; `None` outside of the grid.
    pub fn column(&self, day: NaiveDate) -> Option<usize> {
        let from = (day - self.first).num_days();
        if from < 0 || day > self.last {
            return None;
        }
        let wide = i64::try_from(self.columns.saturating_sub(1)).unwrap_or(0);
        usize::try_from((from * wide + self.span() / 2) / self.span()).ok()
    }

    /// The day that a column stands for; the last one beyond it.
    pub fn day(&self, column: usize) -> NaiveDate {
        let wide = i64::try_from(self.columns.saturating_sub(1))
            .unwrap_or(0)
            .max(1);
        let column = i64::try_from(column).unwrap_or(0);
        let from = (column * self.span() + wide / 2) / wide;
        (self.first + Duration::days(from)).min(self.last)
    }

    /// The row of a share of 0 … 1, counted from the top.
    pub fn row(&self, share: f64) -> usize {
        let top = self.rows.saturating_sub(1);
        top - steps(share, top)
    }

    /// Labels for the days, left to right, none over another: the column where each starts and its words.
    pub fn ticks(&self) -> Vec<(usize, String)> {
        let mut out: Vec<(usize, String)> = Vec::new();
        for (day, label) in self.candidates() {
            let Some(column) = self.column(day) else {
                continue;
            };
            let free = out
                .last()
                .map_or(0, |(at, text)| at + text.chars().count() + 1);
            if column >= free && column + label.chars().count() <= self.columns {
                out.push((column, label));
            }
        }
        out
    }

    fn candidates(&self) -> Vec<(NaiveDate, String)> {
        let span = self.span();
        let days = self.first.iter_days().take_while(|day| *day <= self.last);
        if span <= 14 {
            return days
                .map(|day| (day, day.format("%a %-d").to_string()))
                .collect();
        }
        if span <= 70 {
            let weeks = days.filter(|day| (self.last - *day).num_days() % 7 == 0);
            return weeks
                .map(|day| (day, day.format("%-d %b").to_string()))
                .collect();
        }
        let every = if span > 1200 { 12 } else { 1 };
        self.months(every)
    }

    /// The first days of months: every one, or every January.
    fn months(&self, every: u32) -> Vec<(NaiveDate, String)> {
        let mut day = self.first.with_day(1).unwrap_or(self.first);
        let mut out = Vec::new();
        while day <= self.last {
            if day >= self.first && day.month0().is_multiple_of(every) {
                let label = if day.month() == 1 { "%Y" } else { "%b" };
                out.push((day, day.format(label).to_string()));
            }
            day = (day + Duration::days(31))
                .with_day(1)
                .unwrap_or(self.last + Duration::days(1));
        }
        out
    }
}

/// A share of 0 … 1 as so many whole steps.
pub fn steps(share: f64, of: usize) -> usize {
    let share = share.clamp(0.0, 1.0);
    // a chart has fewer rows than a float has whole numbers; counting avoids a cast that could cut
    let edge = |n: usize| {
        (f64::from(u32::try_from(n).unwrap_or(u32::MAX)) - 0.5)
            / f64::from(u32::try_from(of.max(1)).unwrap_or(u32::MAX))
    };
    (1..=of).take_while(|n| share >= edge(*n)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(days: i64, columns: usize) -> Grid {
        let last = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        Grid {
            first: last - Duration::days(days),
            last,
            columns,
            rows: 11,
        }
    }

    #[test]
    fn days_reach_both_edges() {
        for (days, columns) in [(7, 60), (365, 60), (30, 7), (0, 5)] {
            let grid = grid(days, columns);
            assert_eq!(grid.column(grid.first), Some(0));
            if days > 0 {
                assert_eq!(grid.column(grid.last), Some(columns - 1));
            }
            assert_eq!(grid.column(grid.last + Duration::days(1)), None);
            assert_eq!(grid.column(grid.first - Duration::days(1)), None);
        }
    }

    #[test]
    fn a_column_gives_its_day_back() {
        for (days, columns) in [(7, 60), (365, 60), (30, 7), (92, 75)] {
            let grid = grid(days, columns);
            for column in 0..columns {
                let back = grid.column(grid.day(column)).expect("within");
                assert!(back.abs_diff(column) <= columns / usize::try_from(days).expect("few"));
            }
        }
    }

    #[test]
    fn values_reach_both_edges() {
        let grid = grid(7, 10);
        let rows: Vec<_> = [1.0, 0.0, 0.5, 2.0, -1.0].map(|v| grid.row(v)).into();
        assert_eq!(rows, [0, 10, 5, 0, 10]);
    }

    #[test]
    fn labels_never_touch() {
        for days in [0, 1, 7, 14, 31, 70, 92, 365, 900, 5000] {
            for columns in [1, 10, 30, 70, 190] {
                let ticks = grid(days, columns).ticks();
                for pair in ticks.windows(2) {
                    assert!(
                        pair[0].0 + pair[0].1.chars().count() < pair[1].0,
                        "{ticks:?}"
                    );
                }
                assert!(
                    ticks
                        .last()
                        .is_none_or(|(at, text)| at + text.len() <= columns)
                );
            }
        }
    }
}
