//! How much time the chart shows, and which; and the cursor on it, which walks by days and by marks.

use chrono::{Duration, NaiveDate};

use crate::domain::RecordId;
use crate::domain::view::{Mark, MarkSort, Timeline};
use crate::domain::zoom::Zoom;
use crate::journal::Question;

/// What the chart's cursor points at: a day, and of its marks perhaps one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The day.
    pub day: NaiveDate,
    /// The mark that was walked to.
    pub mark: Option<(RecordId, MarkSort)>,
}

/// Between when and when a chart can be looked at.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// The first day of all.
    pub since: NaiveDate,
    /// The last.
    pub today: NaiveDate,
}

/// The stretch of time on the chart, and the cursor on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// How much.
    pub zoom: Zoom,
    /// Where the chart's cursor stands; `None`: the list has it.
    pub cursor: Option<Cursor>,
    /// The last day shown; `None`: today.
    ends: Option<NaiveDate>,
}

impl Span {
    /// The question that fills the chart.
    pub fn question(&self, who: RecordId, bounds: Bounds, columns: usize) -> Question {
        let ends = self.last(bounds.today);
        let (step, points) = self.zoom.grain(bounds.since, ends, columns);
        Question::Timeline {
            who,
            ends,
            step,
            points,
        }
    }

    /// The last day shown.
    fn last(&self, today: NaiveDate) -> NaiveDate {
        self.ends.unwrap_or(today)
    }

    fn days(&self, bounds: Bounds) -> i64 {
        self.zoom.days(bounds.since, self.last(bounds.today))
    }

    /// Days that one step of the cursor goes over: one where days can be told apart, else from point to point.
    pub fn step(&self, timeline: &Timeline) -> i64 {
        match (self.zoom, timeline.days.as_slice()) {
            (Zoom::Year | Zoom::All, [first, second, ..]) => (*second - *first).num_days().max(1),
            _ => 1,
        }
    }

    /// So many steps of the chart earlier (negative) or later, a day at the least; at its edges the stretch moves
    /// along, and after today the cursor goes away.
    pub fn stepped(&mut self, by: i64, timeline: &Timeline, bounds: Bounds) {
        let step = self.step(timeline);
        let day = match self.cursor {
            Some(cursor) => cursor.day + Duration::days(by * step),
            None if by < 0 => self.last(bounds.today),
            None => return,
        };
        if day > bounds.today {
            self.cursor = None;
        } else {
            // what is on the chart can be stepped to, also before the day on which all is said to have begun
            let shown = timeline.days.first().copied().unwrap_or(bounds.since);
            self.points_at(day.max(bounds.since.min(shown)), None, bounds);
        }
    }

    /// To the next mark before (negative) or after; `false`: there is none.
    pub fn walked(&mut self, by: i64, timeline: &Timeline, bounds: Bounds) -> bool {
        let marks = &timeline.marks;
        let place = |mark: &Mark| (mark.day, mark.sort, mark.id);
        let here = self.cursor.map(|at| (at.day, at.mark));
        let next = match (here, by < 0) {
            (None, true) => marks.last(),
            (None, false) => None,
            (Some((day, Some((id, sort)))), true) => {
                marks.iter().rfind(|mark| place(mark) < (day, sort, id))
            }
            (Some((day, Some((id, sort)))), false) => {
                marks.iter().find(|mark| place(mark) > (day, sort, id))
            }
            (Some((day, None)), true) => marks.iter().rfind(|mark| mark.day < day),
            (Some((day, None)), false) => marks.iter().find(|mark| mark.day > day),
        };
        if let Some(mark) = next {
            self.points_at(mark.day, Some((mark.id, mark.sort)), bounds);
            return true;
        }
        let beyond = if by < 0 {
            timeline.mark_before
        } else {
            timeline.mark_after
        };
        if let Some(day) = beyond {
            self.points_at(day, None, bounds);
        }
        beyond.is_some()
    }

    /// A whole stretch earlier (negative) or later; the cursor moves with it.
    pub fn turned(&mut self, by: i64, bounds: Bounds) {
        let days = self.days(bounds) * by.signum();
        let ends = self.last(bounds.today) + Duration::days(days);
        if self.zoom == Zoom::All || ends <= bounds.since {
            return;
        }
        self.ends = (ends < bounds.today).then_some(ends);
        if let Some(cursor) = &mut self.cursor {
            let day = cursor.day + Duration::days(days);
            *cursor = Cursor {
                day: day.clamp(bounds.since, bounds.today),
                mark: None,
            };
        }
    }

    /// Another amount of time: around the cursor where there is one, else with the same last day.
    pub fn zoomed(&mut self, zoom: Zoom, bounds: Bounds) {
        self.zoom = zoom;
        if zoom == Zoom::All {
            self.ends = None;
        }
        if let Some(Cursor { day, mark }) = self.cursor {
            self.points_at(day, mark, bounds);
        }
    }

    /// Puts the cursor on a day; a day that is not shown comes into the middle.
    pub fn points_at(
        &mut self,
        day: NaiveDate,
        mark: Option<(RecordId, MarkSort)>,
        bounds: Bounds,
    ) {
        self.cursor = Some(Cursor { day, mark });
        let days = self.days(bounds);
        let last = self.last(bounds.today);
        if self.zoom != Zoom::All && (day > last || day < last - Duration::days(days)) {
            let ends = day + Duration::days(days / 2);
            self.ends = (ends < bounds.today).then_some(ends);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day") + Duration::days(n)
    }

    const fn bounds(since: NaiveDate, today: NaiveDate) -> Bounds {
        Bounds { since, today }
    }

    fn mark(n: i64, sort: MarkSort, id: u8) -> Mark {
        Mark {
            day: day(n),
            sort,
            id: RecordId::from_bytes(&[id; 16]).expect("an id"),
            text: String::new(),
        }
    }

    /// The stretch that a span asks for, with marks within.
    fn seen(span: &Span, within: Bounds, marks: &[Mark]) -> Timeline {
        let Question::Timeline {
            ends, step, points, ..
        } = span.question(RecordId::default(), within, 70)
        else {
            panic!("asks for a timeline")
        };
        let back = |n: usize| ends - Duration::days(step * i64::try_from(n).expect("few"));
        let days: Vec<_> = (0..points).rev().map(back).collect();
        let shown = |mark: &&Mark| days[0] <= mark.day && mark.day <= ends;
        Timeline {
            marks: marks.iter().filter(shown).cloned().collect(),
            mark_before: marks.iter().map(|m| m.day).filter(|d| *d < days[0]).max(),
            mark_after: marks.iter().map(|m| m.day).filter(|d| *d > ends).min(),
            days,
            ..Timeline::default()
        }
    }

    #[test]
    fn the_cursor_walks_day_by_day_and_takes_the_stretch_along() {
        let within = bounds(day(-400), day(0));
        let mut span = Span {
            zoom: Zoom::Month,
            ..Span::default()
        };
        for _ in 0..40 {
            let timeline = seen(&span, within, &[]);
            span.stepped(-1, &timeline, within);
            let at = span.cursor.expect("on the chart").day;
            let timeline = seen(&span, within, &[]);
            assert!(timeline.days[0] <= at && at <= timeline.days[timeline.days.len() - 1]);
        }
        assert_eq!(span.cursor.map(|at| at.day), Some(day(-39)));
        for _ in 0..40 {
            span.stepped(1, &seen(&span, within, &[]), within);
        }
        assert_eq!((span.cursor, span.ends), (None, None));
        for _ in 0..900 {
            span.stepped(-1, &seen(&span, within, &[]), within);
        }
        // not beyond the stretch in which all began
        let first = span.cursor.expect("on the chart").day;
        assert!((day(-431)..=day(-400)).contains(&first), "{first}");
    }

    #[test]
    fn it_walks_from_mark_to_mark_also_beyond_what_is_shown() {
        let within = bounds(day(-400), day(0));
        let marks = [
            mark(-300, MarkSort::CheckIn, 1),
            mark(-20, MarkSort::Breach(2), 2),
            mark(-20, MarkSort::RepairOpened, 3),
            mark(-3, MarkSort::OneOnOne, 4),
        ];
        let mut span = Span::default();
        let mut walked = Vec::new();
        for by in [-1, -1, -1, -1, -1, 1, 1] {
            let found = span.walked(by, &seen(&span, within, &marks), within);
            let at = span.cursor.expect("on the chart");
            walked.push((found, (at.day - day(0)).num_days()));
        }
        let expected = [
            (true, -3),
            (true, -20),
            (true, -20),
            (true, -300),
            (false, -300),
            (true, -20),
            (true, -3),
        ];
        assert_eq!(walked, expected);
    }

    #[test]
    fn a_whole_stretch_is_turned_and_never_beyond_its_bounds() {
        let within = bounds(day(-200), day(0));
        let mut span = Span::default();
        span.turned(-1, within);
        assert_eq!(span.ends, Some(day(-92)));
        (0..9).for_each(|_| span.turned(-1, within));
        assert!(span.ends.is_some_and(|ends| ends > within.since));
        (0..9).for_each(|_| span.turned(1, within));
        assert_eq!(span.ends, None);
    }

    #[test]
    fn zooming_in_keeps_the_day_that_is_pointed_at() {
        let within = bounds(day(-900), day(0));
        let mut span = Span {
            zoom: Zoom::All,
            ..Span::default()
        };
        for _ in 0..30 {
            span.stepped(-1, &seen(&span, within, &[]), within);
        }
        let at = span.cursor.expect("on the chart").day;
        for zoom in [Zoom::Year, Zoom::Week, Zoom::All] {
            span.zoomed(zoom, within);
            let shown = seen(&span, within, &[]).days;
            assert_eq!(span.cursor.map(|cursor| cursor.day), Some(at));
            assert!(shown[0] <= at && at <= shown[shown.len() - 1], "{zoom}");
        }
    }
}
