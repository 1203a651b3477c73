//! Search: words and the query language as they are typed, with what was found below.

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::fields::Reading;
use crate::domain::filter::{Ask, Term};
use crate::domain::view::EntryLine;
use crate::domain::{Fault, Filter, Kind};
use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::feed::Feed;
use crate::tui::field::{self, Input};
use crate::tui::page::{Flow, Page, Place};
use crate::tui::paint;
use crate::tui::room::{self, Across};
use crate::tui::theme::Theme;

use super::preview::{Beside, Preview};

/// What can be asked, for an empty line.
const EXAMPLES: [(&str, &str); 7] = [
    (
        "budget numbers",
        "both words, anywhere; each may be the start of a longer one",
    ),
    ("\u{201c}exact words\u{201d}", "as they stand, in quotes"),
    ("who:priya is:open", "everything open with Priya"),
    (
        "kind:commitment is:overdue",
        "promises of either side past their day",
    ),
    ("side:mine due<fri", "mine, due before Friday"),
    ("kind:feedback is:draft", "feedback not yet delivered"),
    ("#budget -is:kept", "tagged budget, and not kept"),
];

/// The page.
pub struct Search {
    input: Input,
    /// The text that was read last, and what it was read as.
    read: Option<String>,
    filter: Filter,
    faults: Vec<Fault>,
    feed: Feed<EntryLine>,
    /// What is selected, on a vast page.
    preview: Preview,
    today: NaiveDate,
}

impl Search {
    /// Starting with a query.
    pub fn new(query: &str) -> Self {
        Self {
            input: Input::new(query),
            read: None,
            filter: Filter::default(),
            faults: Vec::new(),
            feed: Feed::default(),
            preview: Preview::default(),
            today: NaiveDate::default(),
        }
    }

    /// The list with its line, and what is selected beside them where there is room.
    fn sides(area: Rect) -> (Rect, Option<Rect>) {
        room::beside(area, Across::Vast, 96)
    }

    /// What is selected: the record, and whom it is about.
    fn beside(&self) -> Beside {
        self.feed.selected().map_or((None, None), |line| {
            let who = match line.kind {
                Kind::Relationship => Some(line.id),
                _ => line.who.as_ref().map(|(who, _)| *who),
            };
            (Some(line.id), who)
        })
    }

    /// The line, the space below it and the list.
    fn parts(&self, area: Rect) -> (Rect, Rect, Rect) {
        let (area, _) = Self::sides(area);
        let line = paint::row(area, 0);
        let told = u16::try_from(self.faults.len().clamp(1, 3))
            .unwrap_or(1)
            .min(area.height.saturating_sub(1));
        let faults = Rect {
            y: area.y + line.height,
            height: told,
            ..area
        };
        let list = Rect {
            y: faults.bottom(),
            height: area.bottom().saturating_sub(faults.bottom()),
            ..area
        };
        (line, faults, list)
    }

    /// Where the query is typed within its line.
    fn field(line: Rect) -> Rect {
        Rect {
            x: line.x + 2,
            width: line.width.saturating_sub(2),
            ..line
        }
    }

    fn asks(&self) -> bool {
        !self.filter.terms.is_empty()
    }

    fn examples(area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let wide = if area.width >= 72 { 28 } else { 0 };
        for (n, (query, says)) in EXAMPLES.iter().enumerate() {
            let row = paint::row(area, n + 1);
            if row.height == 0 {
                break;
            }
            paint::put(buffer, row.x, row.y, row.width, query, theme.key);
            if wide > 0 {
                paint::put(
                    buffer,
                    row.x + wide,
                    row.y,
                    row.width - wide,
                    says,
                    theme.dim,
                );
            }
        }
    }

    /// What is said when nothing was found; the word of a kind alone is likely meant for the kind.
    fn nothing(&self) -> String {
        let only = match self.filter.terms.as_slice() {
            [
                Term {
                    not: false,
                    ask: Ask::Words { text, .. },
                },
            ] => text.as_str(),
            _ => "",
        };
        match Kind::from_word(only) {
            Some(kind) => {
                format!("No record says \u{201c}{kind}\u{201d}. kind:{kind} finds every one.")
            }
            None => "Nothing found. Fewer words find more; F1 tells how to search.".to_owned(),
        }
    }

    fn told(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        if self.faults.is_empty() {
            let (_, below) = self.feed.more();
            let found = match (self.asks(), self.feed.lines().len()) {
                (false, _) => "Type words, or a query such as these:".to_owned(),
                (true, 0) => self.nothing(),
                (true, _) if below => "Newest first; more below".to_owned(),
                (true, n) => format!("{} found, newest first", paint::counted(n, "record")),
            };
            paint::put(buffer, area.x, area.y, area.width, &found, theme.dim);
        }
        for (n, fault) in self.faults.iter().enumerate() {
            let row = paint::row(area, n);
            if row.height > 0 {
                paint::put(buffer, row.x, row.y, row.width, &fault.says, theme.error);
            }
        }
    }
}

impl Page for Search {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Search]
    }

    fn title(&self) -> String {
        "Search".to_owned()
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        self.preview.reads(with);
        if self.read.as_deref() != Some(self.input.text()) {
            match Filter::parse(self.input.text(), with) {
                Ok(filter) => {
                    self.faults.clear();
                    if filter != self.filter {
                        self.filter = filter;
                        self.feed.reset();
                    }
                }
                // while a term is half typed, what was found before stays
                Err(faults) => self.faults = faults,
            }
            self.read = Some(self.input.text().to_owned());
        }
        Flow::Stay
    }

    fn query(&self, area: Rect) -> Vec<Question> {
        if !self.asks() {
            return Vec::new();
        }
        let (_, _, list) = self.parts(area);
        let found = Question::Entries {
            filter: self.filter.clone(),
            window: self.feed.window(usize::from(list.height)),
        };
        let beside = Self::sides(area)
            .1
            .map(|_| Preview::questions(self.beside()));
        std::iter::once(found)
            .chain(beside.into_iter().flatten())
            .collect()
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            if let Some(Answer::Entries(slice)) = self.preview.receive(answer) {
                self.feed.receive(slice);
            }
        }
    }

    fn act(&mut self, command: Command) -> Flow {
        if self.feed.act(command) {
            return Flow::Stay;
        }
        let Some(line) = self.feed.selected().filter(|_| self.asks()) else {
            return Flow::Stay;
        };
        match command {
            Command::Open => Flow::Go(match line.kind {
                Kind::Relationship => Place::Relationship(line.id),
                Kind::Plan => Place::Repair(line.id),
                _ => Place::Record(line.id),
            }),
            Command::Settle => Flow::Go(Place::Settle(line.id)),
            Command::Relationship => line
                .who
                .as_ref()
                .map_or(Flow::Stay, |(who, _)| Flow::Go(Place::Relationship(*who))),
            _ => Flow::Stay,
        }
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        self.input.key(key).then_some(Flow::Stay)
    }

    fn pasted(&mut self, text: &str) -> Flow {
        if self.input.insert(text.trim_end()) {
            Flow::Stay
        } else {
            Flow::Say(field::LINE_FULL.to_owned())
        }
    }

    fn is_line(&self, area: Rect, at: Position) -> bool {
        self.parts(area).2.contains(at)
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let (_, _, list) = self.parts(area);
        self.feed.click(list, at);
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let (line, told, list) = self.parts(area);
        paint::put(buffer, line.x, line.y, 2, "/ ", theme.focus);
        self.input.draw(Self::field(line), buffer, theme.text);
        self.told(told, buffer, theme);
        if !self.asks() {
            Self::examples(list, buffer, theme);
            return;
        }
        if let (_, Some(side)) = Self::sides(area) {
            let selected = self.beside();
            self.preview.draw(selected, side, buffer, self.today, theme);
        }
        paint::goes_on(buffer, list, self.feed.more(), theme);
        for (row, entry, selected) in self.feed.visible(list) {
            paint::entry(buffer, row, entry, self.today, true, selected, theme);
        }
        if !self.faults.is_empty() {
            // found by what stood there before
            paint::lay(buffer, list, theme.beneath);
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        Some(self.input.cursor(Self::field(self.parts(area).0)))
    }
}
