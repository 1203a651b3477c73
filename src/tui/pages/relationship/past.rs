//! The chart of a relationship as it is looked at: its stretch, its cursor, and what lies under the cursor in words.

use chrono::{Duration, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::head;
use super::span::{Bounds, Cursor, Span};
use crate::domain::view::{Card, KnownThen, Mark, Stretch, Timeline};
use crate::domain::{Kind, RecordId, dates};
use crate::journal::Question;
use crate::tui::chart::{self, Chart};
use crate::tui::command::Command;
use crate::tui::command::told;
use crate::tui::page::Flow;
use crate::tui::theme::Theme;
use crate::tui::{paint, room};

/// How many marks are named below the figures.
const NAMED: usize = 4;

/// The chart and where one stands on it.
#[derive(Debug, Default)]
pub struct Past {
    timeline: Timeline,
    span: Span,
    then: Option<Box<KnownThen>>,
}

impl Past {
    /// How much time is shown, after the key that changes it.
    pub fn word(&self) -> String {
        format!("z {}", self.span.zoom)
    }

    /// Whether the cursor stands on the chart, and not in the list.
    pub fn has_cursor(&self) -> bool {
        self.span.cursor.is_some()
    }

    /// Gives the cursor back to the list.
    pub fn leave(&mut self) {
        self.span.cursor = None;
    }

    /// Takes the days of the chart.
    pub fn receive(&mut self, timeline: Timeline) {
        self.timeline = timeline;
    }

    /// Takes what was known on the day under the cursor.
    pub fn then(&mut self, then: Box<KnownThen>) {
        self.then = Some(then);
    }

    /// The questions that fill a chart of this size, and the words under its cursor.
    pub fn questions(&self, card: &Card, area: Rect) -> Vec<Question> {
        let (who, columns) = (card.id, chart::points(area));
        let mut questions = vec![self.span.question(who, bounds(card), columns)];
        if let Some(Cursor { day, .. }) = self.span.cursor {
            questions.push(Question::KnownThen { who, day });
        }
        questions
    }

    /// Steps, walks or zooms; `None`: the command is none of the chart's.
    pub fn act(&mut self, command: Command, card: &Card) -> Option<Flow> {
        let (span, timeline, bounds) = (&mut self.span, &self.timeline, bounds(card));
        match command {
            Command::StepBack => span.stepped(-1, timeline, bounds),
            Command::StepForward => span.stepped(1, timeline, bounds),
            Command::TurnBack => span.turned(-1, bounds),
            Command::TurnForward => span.turned(1, bounds),
            Command::ZoomIn => span.zoomed(span.zoom.moved(-1), bounds),
            Command::ZoomOut => span.zoomed(span.zoom.moved(1), bounds),
            Command::NextZoom => span.zoomed(span.zoom.next(), bounds),
            Command::MarkBefore | Command::MarkAfter => {
                let by = if command == Command::MarkBefore {
                    -1
                } else {
                    1
                };
                if !span.walked(by, timeline, bounds) {
                    let way = if by < 0 { "earlier" } else { "later" };
                    return Some(Flow::Say(format!("There is no {way} mark")));
                }
            }
            _ => return None,
        }
        Some(Flow::Stay)
    }

    /// The marks under the cursor, the one walked to first, then the graver ones first. A step of the chart may hold
    /// several days: all of them count.
    fn marks(&self) -> Vec<&Mark> {
        let Some(Cursor { day, mark }) = self.span.cursor else {
            return Vec::new();
        };
        let step = Duration::days(self.span.step(&self.timeline));
        let marks = self.timeline.marks.iter();
        let mut under: Vec<_> = marks
            .filter(|one| one.day <= day && one.day > day - step)
            .collect();
        let walked = |one: &Mark| mark == Some((one.id, one.sort));
        under.sort_by_key(|one| (!walked(one), std::cmp::Reverse(one.sort.weight())));
        under
    }

    fn bands(&self) -> impl Iterator<Item = &Stretch> {
        let day = self.span.cursor.map(|at| at.day);
        let bands = self.timeline.bands.iter();
        bands.filter(move |band| day.is_some_and(|day| band.holds(day)))
    }

    /// The record under the cursor, its kind and its words: of a mark, else of a band.
    pub fn record(&self) -> Option<(RecordId, Kind, String)> {
        let mark = self.marks().into_iter().next();
        let mark = mark.map(|one| (one.id, one.sort.kind(), one.text.clone()));
        mark.or_else(|| {
            let band = self.bands().find(|band| band.kind != Kind::Relationship)?;
            Some((band.id, band.kind, band.text.clone()))
        })
    }

    fn chart(&self, theirs: bool) -> Chart<'_> {
        Chart {
            timeline: &self.timeline,
            theirs,
            cursor: self.span.cursor.map(|at| at.day),
        }
    }

    /// Draws the chart, greyed where the relationship rests.
    pub fn draw(
        &self,
        (card, theirs): (&Card, bool),
        area: Rect,
        buffer: &mut Buffer,
        theme: &Theme,
    ) {
        self.chart(theirs).draw(area, buffer, theme);
        if card.relationship.frozen().is_some() {
            buffer.set_style(area, theme.dim);
        }
    }

    /// Points at the day that was clicked.
    pub fn click(&mut self, card: &Card, area: Rect, at: Position) {
        if let Some(day) = self.chart(true).day_at(area, at) {
            self.span.points_at(day, None, bounds(card));
        }
    }

    /// Rows that the words under the cursor want.
    pub fn height(&self) -> u16 {
        if !self.has_cursor() {
            return 0;
        }
        let marks = self.marks().len().clamp(1, NAMED);
        u16::try_from(3 + marks).unwrap_or(u16::MAX)
    }

    /// Draws what lies under the cursor: the day and its bands, both sides as they were known then, the marks.
    pub fn draw_under(
        &self,
        (card, theirs): (&Card, bool),
        area: Rect,
        buffer: &mut Buffer,
        theme: &Theme,
    ) {
        let Some(Cursor { day, .. }) = self.span.cursor else {
            return;
        };
        let marks = self.marks();
        // where there is no room for a line of its own, the mark stands beside the day
        let beside = if area.height < 4 { marks.first() } else { None };
        let bands = self.bands().map(|band| said_band(band, card.as_of));
        let beside = beside.map(|mark| mark.said());
        let first: Vec<_> = [said_day(day, card.as_of, area.width)]
            .into_iter()
            .chain(beside)
            .chain(bands)
            .collect();
        let row = paint::row(area, 0);
        paint::put(
            buffer,
            row.x,
            row.y,
            row.width,
            &first.join(" \u{b7} "),
            theme.strong,
        );
        if let Some(then) = self.then.as_ref().filter(|then| then.day == day) {
            let figures = (&then.mine, &then.theirs);
            head::sides(figures, (theirs, false), inside(area, 1), buffer, theme);
        }
        let rows = (3..area.height).map(|n| paint::row(area, usize::from(n)));
        if marks.is_empty() {
            let words = "no mark on this day; < and > go from mark to mark";
            if let Some(row) = rows.into_iter().next() {
                paint::put(buffer, row.x, row.y, row.width, words, theme.dim);
            }
            return;
        }
        let opens = told!("{enter} opens it", enter = List.Open);
        for (n, (mark, row)) in marks.iter().zip(rows).enumerate() {
            let taken = if n == 0 {
                paint::put_right(buffer, row, &opens, theme.dim) + 1
            } else {
                0
            };
            let (sign, style) = (mark.sort.sign().to_string(), chart::style(mark.sort, theme));
            let room = Rect {
                width: row.width.saturating_sub(taken),
                ..row
            };
            paint::pieces(
                buffer,
                room,
                &[(&sign, style), (&format!(" {}", mark.said()), theme.text)],
            );
        }
    }
}

fn bounds(card: &Card) -> Bounds {
    Bounds {
        since: card.relationship.since,
        today: card.as_of,
    }
}

/// What is left of an area below so many rows.
fn inside(area: Rect, rows: u16) -> Rect {
    Rect {
        y: area.y + rows.min(area.height),
        height: area.height.saturating_sub(rows),
        ..area
    }
}

fn said_day(day: NaiveDate, today: NaiveDate, width: u16) -> String {
    if room::across(width) == room::Across::Narrow {
        return dates::short(day, today);
    }
    format!(
        "{}, {}",
        day.format("%a %-d %b %Y"),
        dates::beside(day, today)
    )
}

fn said_band(band: &Stretch, today: NaiveDate) -> String {
    let short = |day| dates::short(day, today);
    let days = match band.to {
        Some(to) => format!("{} to {}", short(band.from), short(to)),
        None => format!("since {}", short(band.from)),
    };
    format!("{}, {days}", band.said())
}
