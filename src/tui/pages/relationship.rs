//! One relationship: my side first, then theirs, the chart of both, and below it everything, newest first.

mod card;
mod first;
mod head;
mod parts;
mod past;
mod span;
mod tabs;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::{Outline, Spread};
use super::preview::{Beside, Preview};
use super::trust;
use crate::domain::balance::Balance;
use crate::domain::fields::Reading;
use crate::domain::relationship::Party;
use crate::domain::trust::Trust;
use crate::domain::view::{Card, EntryLine};
use crate::domain::{Kind, RecordId};
use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::feed::Feed;
use crate::tui::hand;
use crate::tui::page::{Flow, Page, Place, Standing};
use crate::tui::paint;
use crate::tui::theme::Theme;
use parts::{Needs, Parts, Vast};
use past::Past;
use tabs::Tab;

/// The page.
pub struct Relationship {
    id: RecordId,
    card: Option<Box<Card>>,
    past: Past,
    trust: Trust,
    balance: Balance,
    tab: Tab,
    /// Which narrowing of the tab's list is on, 0 for none.
    narrow: usize,
    /// Whether their side is open although I hold the power.
    unfolded: bool,
    /// The power gap, once it is known: the page then opens on the stronger side's own commitments.
    gap: Option<i8>,
    feed: Feed<EntryLine>,
    outline: Outline,
    preview: Preview,
    today: NaiveDate,
}

impl Relationship {
    /// Of one relationship.
    pub fn new(id: RecordId) -> Self {
        Self {
            id,
            card: None,
            past: Past::default(),
            trust: Trust::default(),
            balance: Balance::default(),
            tab: Tab::Timeline,
            narrow: 0,
            unfolded: false,
            gap: None,
            feed: Feed::default(),
            outline: Outline::spread(Spread::Two),
            preview: Preview::default(),
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

    fn parts(&self, area: Rect) -> Parts {
        let height = |card: &Card| head::height(card, self.theirs(), area);
        let needs = Needs {
            head: self.card.as_deref().map_or(2, height),
            chart: match self.tab {
                Tab::Timeline => parts::chart_height(area),
                // feedback as counts, above its list
                Tab::Feedback if !self.feed.is_empty() => {
                    trust::balance_height(&self.balance, area)
                }
                _ => 0,
            },
            under: if self.on_chart() {
                self.past.height()
            } else {
                0
            },
            first: self.is_first() && area.height > 7,
            vast: match self.tab {
                Tab::Timeline => Vast::Chart,
                Tab::Card => Vast::Whole,
                _ => Vast::Selected,
            },
        };
        Parts::of(area, &needs)
    }

    /// What is selected in a list.
    fn beside(&self) -> Beside {
        (self.feed.selected().map(|line| line.id), None)
    }

    /// Whether the chart has the cursor, and not the list.
    fn on_chart(&self) -> bool {
        self.tab == Tab::Timeline && self.past.has_cursor()
    }

    /// The record under the cursor of the chart or of the list: which, its kind and its words.
    fn chosen(&self) -> Option<(RecordId, Kind, String)> {
        if self.on_chart() {
            return self.past.record();
        }
        if self.tab == Tab::Card {
            let (card, id) = (self.card.as_ref()?, self.outline.record()?);
            return card::chosen(card, &self.trust, id);
        }
        let line = self.feed.selected()?;
        Some((line.id, line.kind, line.record.noun().title()))
    }

    /// The record under the cursor, else the relationship itself.
    fn record(&self) -> RecordId {
        self.chosen().map_or(self.id, |(id, ..)| id)
    }

    fn turn(&mut self, tab: Tab) {
        if self.tab != tab {
            self.tab = tab;
            self.narrow = 0;
            self.feed.reset();
        }
    }

    fn open(&self) -> Flow {
        match self.chosen() {
            Some((id, Kind::Plan, _)) => Flow::Go(Place::Repair(id)),
            Some((id, Kind::Relationship, _)) if id != self.id => Flow::Go(Place::Relationship(id)),
            // a change of role is told by the relationship's own fields
            Some((id, ..)) => Flow::Go(Place::Record(id)),
            None if self.on_chart() => {
                Flow::Say("No mark on this day; < and > go from mark to mark".to_owned())
            }
            None if self.tab == Tab::Card && self.outline.word() == Some(trust::SEALED) => {
                Flow::Go(Place::Confidences(Some(self.id)))
            }
            None => Flow::Stay,
        }
    }

    fn fill_card(&mut self) {
        if let Some(card) = &self.card {
            let rows = card::rows(card, &self.trust, self.theirs());
            self.outline.fill(rows);
        }
    }

    /// Does a command of the chart; the tab with the chart comes forward. `None`: it is another command.
    fn on_the_chart(&mut self, command: Command) -> Option<Flow> {
        let card = self.card.as_ref()?;
        let flow = self.past.act(command, card)?;
        self.turn(Tab::Timeline);
        Some(flow)
    }

    /// The map of a group, or of the team that somebody names first.
    fn team(&self) -> Flow {
        let Some(one) = self.card.as_ref().map(|card| &card.relationship) else {
            return Flow::Stay;
        };
        let name = match one.party {
            Party::Group => Some(&one.name),
            _ => one.teams.first(),
        };
        match name {
            Some(name) => Flow::Go(Place::Team(Some(name.clone()))),
            None => Flow::Say("no team is noted here; e then Teams names one".to_owned()),
        }
    }

    fn erase(&self) -> Flow {
        match self.chosen() {
            Some((id, kind, words)) if id != self.id => hand::erase(id, kind, &words),
            _ => self.card.as_ref().map_or(Flow::Stay, |card| {
                hand::erase(self.id, Kind::Relationship, &card.relationship.name)
            }),
        }
    }

    fn draw_list(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        if self.tab == Tab::Card {
            self.outline.draw(area, buffer, self.today, theme);
        } else if self.feed.is_empty() {
            paint::paragraph(buffer, area, &self.says_empty(), 0, theme.dim);
        } else {
            let last = self.card.as_ref().and_then(|card| card.last_one_on_one);
            let last = last.filter(|_| self.tab == Tab::Timeline && !self.is_first());
            let times = (self.today, last);
            tabs::draw_feed(&self.feed, area, buffer, times, !self.on_chart(), theme);
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
        self.preview.reads(with);
        Flow::Stay
    }

    fn query(&self, area: Rect) -> Vec<Question> {
        let parts = self.parts(area);
        let mut questions = vec![Question::Card(self.id)];
        match self.tab {
            Tab::Card => questions.push(Question::Trust(self.id)),
            Tab::Feedback => questions.push(Question::Balance(self.id)),
            _ => {}
        }
        let charted = self.tab == Tab::Timeline && parts.chart.height > 0;
        if let Some(card) = self.card.as_ref().filter(|_| charted) {
            questions.extend(self.past.questions(card, parts.chart));
        }
        if let Some(filter) = self.tab.filter(self.id, self.narrow, self.gap.unwrap_or(0)) {
            let window = self.feed.window(usize::from(parts.list.height));
            questions.push(Question::Entries { filter, window });
        }
        if parts.beside.is_some() {
            questions.extend(Preview::questions(self.beside()));
        }
        questions
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            match answer {
                Answer::Card(card) => {
                    self.outline
                        .fill(card::rows(&card, &self.trust, self.theirs()));
                    if self.card.is_none() {
                        // what the keys act on is the relationship, until the cursor goes to something of it
                        self.outline.moved(Command::Top);
                    }
                    self.today = card.as_of;
                    self.open_on(card.relationship.gap());
                    self.card = Some(card);
                }
                Answer::Timeline(timeline) => self.past.receive(timeline),
                Answer::KnownThen(then) => self.past.then(then),
                Answer::Trust(trust) => self.trust = *trust,
                Answer::Balance(balance) => self.balance = balance,
                Answer::Entries(mut slice) => {
                    // only a promise between others, which names this one, says with whom it was
                    let own = |line: &&mut EntryLine| {
                        line.kind != Kind::Commitment
                            || line.who.as_ref().is_some_and(|(id, _)| *id == self.id)
                    };
                    slice
                        .lines
                        .iter_mut()
                        .filter(own)
                        .for_each(|line| line.who = None);
                    self.feed.receive(slice);
                }
                record @ Answer::Record(_) => {
                    self.preview.receive(record);
                }
                _ => {}
            }
        }
        self.fill_card();
    }

    fn standing(&self) -> Option<Standing> {
        match self.tab {
            Tab::Card => self.outline.standing(),
            _ => self.feed.standing(),
        }
    }

    fn act(&mut self, command: Command) -> Flow {
        if let Some(flow) = self.on_the_chart(command) {
            return flow;
        }
        match command {
            Command::Tab(n) => self.turn(Tab::numbered(n)),
            Command::NextTab => self.turn(self.tab.moved(1)),
            Command::PrevTab => self.turn(self.tab.moved(-1)),
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
                self.fill_card();
            }
            Command::SinceLast => return self.since_last(),
            Command::Team => return self.team(),
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
                // one cursor at a time: whoever moves in the list has left the chart
                if moved {
                    self.past.leave();
                } else {
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
        self.clicked(area, at);
        Flow::Stay
    }

    fn is_line(&self, area: Rect, at: Position) -> bool {
        self.parts(area).list.contains(at)
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let Some(card) = &self.card else { return };
        let parts = self.parts(area);
        head::draw(card, self.theirs(), parts.head, buffer, theme);
        let shown = if self.tab == Tab::Timeline {
            self.past.word()
        } else {
            String::new()
        };
        // a heading says whose commitments come first, and the tabs keep their room
        let narrow = if self.is_first() { 0 } else { self.narrow };
        let narrowed = (narrow, self.gap.unwrap_or(0));
        tabs::draw(self.tab, narrowed, &shown, parts.tabs, buffer, theme);
        if let Some(gap) = self.gap.filter(|_| parts.first.height > 0) {
            let words = tabs::first(gap, parts.first.width);
            paint::heading(buffer, parts.first, &words, theme);
        }
        if self.tab == Tab::Feedback {
            trust::draw_balance(&self.balance, parts.chart, buffer, theme);
        } else if parts.chart.height > 0 {
            let whose = (card.as_ref(), self.theirs());
            self.past.draw(whose, parts.chart, buffer, theme);
            self.past.draw_under(whose, parts.under, buffer, theme);
        }
        self.draw_list(parts.list, buffer, theme);
        if let Some(side) = parts.beside {
            let selected = self.beside();
            self.preview.draw(selected, side, buffer, self.today, theme);
        }
    }
}
