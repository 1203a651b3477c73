//! One relationship: my side first, then theirs, the chart of both, and below it everything, newest first.

mod card;
mod head;
mod span;
mod tabs;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::Outline;
use crate::domain::fields::Reading;
use crate::domain::view::{Card, EntryLine, Key, Timeline};
use crate::domain::{Kind, RecordId, context};
use crate::journal::{Answer, Question};
use crate::tui::chart::{self, Chart};
use crate::tui::command::{Command, Scope};
use crate::tui::feed::Feed;
use crate::tui::hand;
use crate::tui::page::{Flow, Page, Place};
use crate::tui::paint;
use crate::tui::theme::Theme;
use span::Span;
use tabs::Tab;

/// The page.
pub struct Relationship {
    id: RecordId,
    card: Option<Box<Card>>,
    timeline: Timeline,
    span: Span,
    tab: Tab,
    /// Which narrowing of the tab's list is on, 0 for none.
    narrow: usize,
    /// Whether their side is open although I hold the power.
    unfolded: bool,
    /// The power gap, once it is known: the page then opens on the stronger side's own commitments.
    gap: Option<i8>,
    feed: Feed<EntryLine>,
    outline: Outline,
    today: NaiveDate,
}

/// The parts of the page, top to bottom.
struct Parts {
    head: Rect,
    chart: Rect,
    tabs: Rect,
    /// Whose commitments are listed first, where the page opened on them.
    first: Rect,
    list: Rect,
}

impl Relationship {
    /// Of one relationship.
    pub fn new(id: RecordId) -> Self {
        Self {
            id,
            card: None,
            timeline: Timeline::default(),
            span: Span::default(),
            tab: Tab::Timeline,
            narrow: 0,
            unfolded: false,
            gap: None,
            feed: Feed::default(),
            outline: Outline::default(),
            today: NaiveDate::default(),
        }
    }

    /// Whether their side is shown: folded while I hold the power, until it is opened.
    fn theirs(&self) -> bool {
        self.unfolded
            || self
                .card
                .as_ref()
                .is_some_and(|card| card.relationship.gap() >= 0)
    }

    /// Whether the list is narrowed to the stronger side's own commitments.
    fn is_first(&self) -> bool {
        let gap = self.gap.unwrap_or(0);
        self.tab == Tab::Timeline
            && context::stronger(gap).is_some()
            && self.narrow + 1 == self.tab.narrowings(gap).len()
    }

    /// Opens on the stronger side's own commitments, once it is known who that is.
    fn open_on(&mut self, gap: i8) {
        if self.gap.replace(gap).is_none() && context::stronger(gap).is_some() {
            self.narrow = self.tab.narrowings(gap).len() - 1;
            self.feed.reset();
        }
    }

    fn parts(&self, area: Rect) -> Parts {
        let head = head::height(area).min(area.height);
        let chart = if self.tab == Tab::Timeline {
            chart_height(area)
        } else {
            0
        };
        let mut y = area.y;
        let mut take = |height: u16| {
            let part = Rect {
                y,
                height: height.min(area.bottom() - y),
                ..area
            };
            y += part.height;
            part
        };
        Parts {
            head: take(head),
            tabs: take(1),
            chart: take(chart),
            first: take(u16::from(self.is_first() && area.height > 7)),
            list: take(u16::MAX),
        }
    }

    /// The record under the cursor, else the relationship itself.
    fn record(&self) -> RecordId {
        let line = self.feed.selected().filter(|_| self.tab != Tab::Card);
        line.map_or(self.id, |line| line.id)
    }

    fn turn(&mut self, tab: Tab) {
        if self.tab != tab {
            self.tab = tab;
            self.narrow = 0;
            self.feed.reset();
        }
    }

    fn open(&self) -> Flow {
        let Some(line) = self.feed.selected().filter(|_| self.tab != Tab::Card) else {
            return Flow::Stay;
        };
        Flow::Go(match line.kind {
            Kind::Plan => Place::Repair(line.id),
            _ => Place::Record(line.id),
        })
    }

    /// To the newest line that is not after the last one-on-one.
    fn since_last(&mut self) -> Flow {
        let Some(day) = self.card.as_ref().and_then(|card| card.last_one_on_one) else {
            return Flow::Say("No one-on-one is noted yet; H notes one".to_owned());
        };
        let next = (day + chrono::Duration::days(1)).and_time(chrono::NaiveTime::MIN);
        self.feed.seek(Key {
            at: next.and_utc().timestamp_millis(),
            n: i64::MIN,
        });
        Flow::Stay
    }

    fn step(&mut self, command: Command) {
        let Some(card) = &self.card else { return };
        let (points, since, today) = (
            self.timeline.days.len(),
            card.relationship.since,
            card.as_of,
        );
        match command {
            Command::StepBack => self.span.earlier(points, since, today),
            Command::StepForward => self.span.later(points, since, today),
            Command::ZoomIn => self.span.zoomed(-1),
            _ => self.span.zoomed(1),
        }
    }

    fn erase(&self) -> Flow {
        match self.feed.selected().filter(|_| self.tab != Tab::Card) {
            Some(line) => hand::erase(line.id, line.kind, &line.record.noun().title()),
            None => self.card.as_ref().map_or(Flow::Stay, |card| {
                hand::erase(self.id, Kind::Relationship, &card.relationship.name)
            }),
        }
    }

    fn draw_list(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        if self.tab == Tab::Card {
            self.outline.draw(area, buffer, self.today, theme);
        } else if self.feed.is_empty() {
            paint::paragraph(buffer, area, self.tab.empty(self.narrow), 0, theme.dim);
        } else {
            let last = self.card.as_ref().and_then(|card| card.last_one_on_one);
            let last = last.filter(|_| self.tab == Tab::Timeline && !self.is_first());
            tabs::draw_feed(&self.feed, area, buffer, (self.today, last), theme);
        }
    }
}

impl Page for Relationship {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Relationship, Scope::Item, Scope::About, Scope::List]
    }

    fn title(&self) -> String {
        self.card
            .as_ref()
            .map_or_else(String::new, |card| card.relationship.name.clone())
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        Flow::Stay
    }

    fn query(&self, area: Rect) -> Vec<Question> {
        let parts = self.parts(area);
        let mut questions = vec![Question::Card(self.id)];
        if let Some(card) = self.card.as_ref().filter(|_| parts.chart.height > 0) {
            let columns = chart::points(parts.chart);
            questions.push(self.span.question(
                self.id,
                card.relationship.since,
                card.as_of,
                columns,
            ));
        }
        if let Some(filter) = self.tab.filter(self.id, self.narrow, self.gap.unwrap_or(0)) {
            let window = self.feed.window(usize::from(parts.list.height));
            questions.push(Question::Entries { filter, window });
        }
        questions
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            match answer {
                Answer::Card(card) => {
                    self.outline.fill(card::rows(&card, self.theirs()));
                    self.today = card.as_of;
                    self.open_on(card.relationship.gap());
                    self.card = Some(card);
                }
                Answer::Timeline(timeline) => self.timeline = timeline,
                Answer::Entries(slice) => self.feed.receive(slice),
                _ => {}
            }
        }
    }

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::Tab(n) => self.turn(Tab::numbered(n)),
            Command::NextTab => self.turn(self.tab.moved(1)),
            Command::PrevTab => self.turn(self.tab.moved(-1)),
            Command::StepBack | Command::StepForward | Command::ZoomIn | Command::ZoomOut => {
                self.step(command);
            }
            Command::FilterKind => {
                let all = self.tab.narrowings(self.gap.unwrap_or(0)).len();
                self.narrow = (self.narrow + 1) % all.max(1);
                self.feed.reset();
            }
            Command::OtherSide => {
                let shown = self.theirs();
                self.unfolded = !self.unfolded;
                if shown == self.theirs() {
                    return Flow::Say("Their side is not folded here".to_owned());
                }
                if let Some(card) = &self.card {
                    self.outline.fill(card::rows(card, self.theirs()));
                }
            }
            Command::SinceLast => return self.since_last(),
            Command::Open => return self.open(),
            Command::Settle => return Flow::Go(Place::Settle(self.record())),
            Command::Edit => return Flow::Go(Place::Edit(self.record())),
            Command::Erase => return self.erase(),
            Command::Relationship => {}
            other => {
                let moved = if self.tab == Tab::Card {
                    self.outline.moved(other)
                } else {
                    self.feed.act(other)
                };
                if !moved {
                    let repair = |line: &&EntryLine| matches!(line.kind, Kind::Plan | Kind::Breach);
                    let under = self.feed.selected().filter(repair).map(|line| line.id);
                    if other == Command::Repair {
                        return Flow::Go(Place::Repair(under.unwrap_or(self.id)));
                    }
                    return hand::about(other, Some(self.id), self.today).unwrap_or(Flow::Stay);
                }
            }
        }
        Flow::Stay
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let parts = self.parts(area);
        if parts.tabs.contains(at) {
            if let Some(tab) = tabs::clicked(self.tab, parts.tabs, at) {
                self.turn(tab);
            }
        } else if self.tab == Tab::Card {
            self.outline.click(parts.list, at);
        } else {
            self.feed.click(parts.list, at);
        }
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let Some(card) = &self.card else { return };
        let parts = self.parts(area);
        head::draw(card, self.theirs(), parts.head, buffer, theme);
        let shown = if self.tab == Tab::Timeline {
            self.span.zoom.word()
        } else {
            ""
        };
        // a heading says whose commitments come first, and the tabs keep their room
        let narrow = if self.is_first() { 0 } else { self.narrow };
        let narrowed = (narrow, self.gap.unwrap_or(0));
        tabs::draw(self.tab, narrowed, shown, parts.tabs, buffer, theme);
        if let Some(gap) = self.gap.filter(|_| parts.first.height > 0) {
            let words = tabs::first(gap, parts.first.width);
            paint::heading(buffer, parts.first, &words, theme);
        }
        if parts.chart.height > 0 {
            let chart = Chart {
                timeline: &self.timeline,
                theirs: self.theirs(),
                cursor: self.span.at(self.timeline.days.len()),
            };
            chart.draw(parts.chart, buffer, theme);
        }
        self.draw_list(parts.list, buffer, theme);
    }
}

/// Rows of the chart: about half of the page, bars where there is little.
fn chart_height(area: Rect) -> u16 {
    match area.height {
        0..=9 => 2,
        10..=15 => 4,
        16..=22 => 10,
        23..=34 => area.height / 2,
        more => (more * 2 / 5).max(16),
    }
}
