//! Today, and home: what is due on both sides, what waits, and the program's own nudges, visibly different.

mod lines;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::Cell;

use crate::domain::RecordId;
use crate::domain::fields::Reading;
use crate::domain::unfinished::Unfinished;
use crate::domain::view::{Today as View, TodayLine, TodaySort};
use crate::journal::{Answer, Change, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::page::{Flow, Page, Place, Standing};
use crate::tui::room::{self, Across};
use crate::tui::theme::Theme;
use crate::tui::{hand, paint};

use super::preview::{Beside, Preview};

/// The page.
#[derive(Default)]
pub struct Today {
    view: Option<View>,
    /// What is selected, on a vast page.
    preview: Preview,
    day: NaiveDate,
    /// The selected line: all of them, the week's after the others.
    at: usize,
    /// How many screens of lines are asked for.
    screens: usize,
    rows: Cell<usize>,
    top: Cell<usize>,
}

/// What one row of the page shows.
enum Row {
    /// After weeks away: the one screen that goes through what went stale.
    Back(NaiveDate),
    Heading(&'static str),
    Blank,
    Line(usize),
}

impl Today {
    /// The list, and what is selected beside it where there is room.
    fn parts(area: Rect) -> (Rect, Option<Rect>) {
        room::beside(area, Across::Vast, 96)
    }

    /// What is selected: the record, and whom it is about.
    fn beside(&self) -> Beside {
        (self.line().map(|line| line.id), self.who())
    }

    fn lines(&self) -> impl Iterator<Item = &TodayLine> {
        let view = self.view.as_ref();
        view.into_iter()
            .flat_map(|view| view.lines.iter().chain(&view.soon))
    }

    /// What was typed and not saved: above everything else.
    fn drafts(&self) -> &[Unfinished] {
        self.view.as_ref().map_or(&[], |view| &view.drafts)
    }

    fn line(&self) -> Option<&TodayLine> {
        self.lines().nth(self.at.checked_sub(self.drafts().len())?)
    }

    fn draft(&self) -> Option<&Unfinished> {
        self.drafts().get(self.at)
    }

    fn count(&self) -> usize {
        self.drafts().len() + self.lines().count()
    }

    /// The part of the page that a line belongs to: those of Today by what they are about, then the week.
    fn part(&self, n: usize) -> &'static str {
        let Some(n) = n.checked_sub(self.drafts().len()) else {
            return lines::UNFINISHED;
        };
        let due = self.view.as_ref().map_or(0, |view| view.lines.len());
        if n >= due {
            return lines::SOON;
        }
        self.lines()
            .nth(n)
            .map_or("", |line| lines::heading(line.sort))
    }

    fn layout(&self) -> Vec<Row> {
        let away = self.view.as_ref().and_then(|view| view.away_since);
        let mut rows: Vec<Row> = away.map(Row::Back).into_iter().collect();
        let mut last = "";
        for n in 0..self.count() {
            let part = self.part(n);
            if part != last {
                if !rows.is_empty() {
                    rows.push(Row::Blank);
                }
                rows.push(Row::Heading(part));
                last = part;
            }
            rows.push(Row::Line(n));
        }
        rows
    }

    /// The first row that is seen: the cursor's line with its heading lies within.
    fn first(&self, layout: &[Row], rows: usize) -> usize {
        let is_at = |row: &Row| matches!(row, Row::Line(n) if *n == self.at);
        let at = layout.iter().position(is_at).unwrap_or(0);
        let above = if self.at == 0 {
            0
        } else if matches!(layout.get(at.wrapping_sub(1)), Some(Row::Heading(_))) {
            at - 1
        } else {
            at
        };
        let top = self
            .top
            .get()
            .min(above)
            .max((at + 1).saturating_sub(rows.max(1)));
        self.top.set(top);
        top
    }

    fn moves(&mut self, command: Command) -> bool {
        let last = self.count().saturating_sub(1);
        let page = self.rows.get().saturating_sub(2).max(1);
        self.at = match command {
            Command::NextTab => (self.at..=last)
                .find(|n| self.part(*n) != self.part(self.at))
                .unwrap_or(0),
            Command::PrevTab => self.part_before(),
            other => match paint::moved(other, self.at, last, page) {
                Some(at) => at,
                None => return false,
            },
        };
        if self.at == last && self.view.as_ref().is_some_and(|view| view.more) {
            self.screens += 1;
        }
        true
    }

    fn part_before(&self) -> usize {
        let start_of = |n: usize| {
            (0..=n)
                .rev()
                .take_while(|m| self.part(*m) == self.part(n))
                .last()
                .unwrap_or(0)
        };
        let start = start_of(self.at);
        start_of(
            start
                .checked_sub(1)
                .unwrap_or(self.count().saturating_sub(1)),
        )
    }

    fn who(&self) -> Option<RecordId> {
        let line = self.line()?;
        match line.sort {
            TodaySort::CheckIn => Some(line.id),
            _ => line.who.as_ref().map(|(id, _)| *id),
        }
    }

    /// The one-on-one of the line was held, on its own day.
    fn held(&self) -> Option<Flow> {
        let line = self
            .line()
            .filter(|line| line.sort == TodaySort::OneOnOne)?;
        let on = line.due?.day;
        let (who, _) = line.who.clone()?;
        (on <= self.day).then(|| {
            Flow::Tell(Box::new(Change::Held {
                who,
                on,
                note: String::new(),
            }))
        })
    }

    /// Asks before what was typed is thrown away.
    fn throw_away(&self) -> Option<Flow> {
        let draft = self.draft()?;
        let says = format!(
            "Throw away what was typed: {}, {} ({})? Nothing brings it back.",
            draft.says,
            draft.when(self.day),
            draft.count()
        );
        let place = draft.place.clone();
        Some(Flow::Confirm(says, Box::new(Change::DropDraft { place })))
    }

    fn open(&self) -> Flow {
        if let Some(draft) = self.draft() {
            return Flow::Go(Place::Unfinished(draft.place.clone()));
        }
        let Some(line) = self.line() else {
            return Flow::Stay;
        };
        Flow::Go(match line.sort {
            TodaySort::Repair => Place::Repair(line.id),
            TodaySort::CheckIn => Place::CheckIn(Some(line.id)),
            TodaySort::Unfinished => Place::CheckIn(self.who()),
            TodaySort::OneOnOne => self.who().map_or(Place::Record(line.id), Place::Prep),
            _ => Place::Record(line.id),
        })
    }
}

impl Page for Today {
    fn scopes(&self) -> &'static [Scope] {
        if self.count() == 0 {
            // no line, so nothing to open or settle
            &[Scope::About, Scope::Today]
        } else if self.draft().is_some() {
            &[Scope::List, Scope::Unfinished, Scope::About, Scope::Today]
        } else {
            &[Scope::List, Scope::Item, Scope::About, Scope::Today]
        }
    }

    fn title(&self) -> String {
        "Today".to_owned()
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.day = with.now.date();
        self.preview.reads(with);
        Flow::Stay
    }

    fn query(&self, area: Rect) -> Vec<Question> {
        self.rows.set(usize::from(area.height));
        let rows = usize::from(area.height).max(20) * (self.screens + 1);
        let beside = Self::parts(area)
            .1
            .map(|_| Preview::questions(self.beside()));
        std::iter::once(Question::Today { rows })
            .chain(beside.into_iter().flatten())
            .collect()
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        let seen = self.line().map(|line| (line.sort, line.id));
        let typed = self.draft().map(|draft| draft.place.clone());
        let first = self.view.is_none();
        for answer in answers {
            if let Some(Answer::Today(view)) = self.preview.receive(answer) {
                self.view = Some(view);
            }
        }
        // the cursor stays on its line; when that is settled, on the next one
        let found = self
            .lines()
            .position(|line| Some((line.sort, line.id)) == seen);
        let found = found.map(|n| n + self.drafts().len());
        let drafts = self.drafts().iter();
        let again = drafts
            .map(|draft| &draft.place)
            .position(|place| Some(place) == typed.as_ref());
        let at = found.or(again).unwrap_or(if first { 0 } else { self.at });
        self.at = at.min(self.count().saturating_sub(1));
    }

    fn standing(&self) -> Option<Standing> {
        let line = self.line().map(|line| {
            let who = line.who.as_ref().map_or("", |(_, name)| name.as_str());
            format!("{} {who} {}", line.kind, line.text)
        });
        let words = line.or_else(|| self.draft().map(|draft| draft.says.clone()))?;
        Some(Standing::nth(self.at, words))
    }

    fn act(&mut self, command: Command) -> Flow {
        if self.moves(command) {
            return Flow::Stay;
        }
        if command == Command::Open {
            return self.open();
        }
        if let (Command::Erase, Some(flow)) = (command, self.throw_away()) {
            return flow;
        }
        if let (Command::Repair, Some(line)) = (command, self.line())
            && line.sort == TodaySort::Repair
        {
            return Flow::Go(Place::Repair(line.id));
        }
        if let (Command::MarkHeld, Some(held)) = (command, self.held()) {
            return held;
        }
        let record = self.line().map(|line| {
            let name = line.who.as_ref().map_or("", |(_, name)| name.as_str());
            let words = if line.sort == TodaySort::CheckIn {
                name
            } else {
                &line.text
            };
            (line.id, line.kind, words)
        });
        hand::item(command, record)
            .or_else(|| hand::about(command, self.who(), self.day))
            .unwrap_or(Flow::Stay)
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let (area, _) = Self::parts(area);
        let row = self.top.get() + usize::from(at.y.saturating_sub(area.y));
        if !area.contains(at) {
            return Flow::Stay;
        }
        if let Some(Row::Line(n)) = self.layout().get(row) {
            self.at = *n;
        }
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let Some(view) = &self.view else {
            return;
        };
        if !view.any_relationship && view.drafts.is_empty() {
            return lines::welcome(buffer, area, theme);
        }
        if self.count() == 0 && view.away_since.is_none() {
            return lines::nothing_due(buffer, area, theme);
        }
        let (area, side) = Self::parts(area);
        if let Some(side) = side {
            let selected = self.beside();
            self.preview.draw(selected, side, buffer, self.day, theme);
        }
        let layout = self.layout();
        let rows = usize::from(area.height);
        let first = self.first(&layout, rows);
        paint::thumb(
            buffer,
            area,
            (first, area.height.into()),
            layout.len(),
            theme,
        );
        for (n, row) in layout.iter().skip(first).take(rows).enumerate() {
            let at = paint::row(area, n);
            match row {
                Row::Blank => {}
                Row::Back(since) => lines::back(buffer, at, *since, self.day, theme),
                Row::Heading(words) => paint::heading(buffer, at, words, theme),
                Row::Line(n) => {
                    let (here, above) = (*n == self.at, self.drafts());
                    let line = n.checked_sub(above.len()).and_then(|n| self.lines().nth(n));
                    if let Some(line) = line {
                        lines::line(buffer, at, line, self.day, here, theme);
                    } else if let Some(draft) = above.get(*n) {
                        lines::draft(buffer, at, draft, self.day, here, theme);
                    }
                }
            }
        }
    }
}
