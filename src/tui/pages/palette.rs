//! Every command, relationship and page of help by its name, and records by their words: typed, found, done.

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent};
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::assets::{HELP, HelpPage};
use crate::domain::fields::Reading;
use crate::domain::filter::Ask;
use crate::domain::view::{EntryLine, From, Window};
use crate::domain::{Filter, Kind, RecordId, text};
use crate::journal::{Answer, Question};
use crate::tui::command::{self, Command, Row, Scope};
use crate::tui::field::{self, Input};
use crate::tui::page::{Flow, Page, Place};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// The longest text for which commands are looked up, in bytes.
const LONGEST: usize = 200;

/// From so many letters on records are found by their words: fewer stand in almost every one.
const ENOUGH: usize = 3;

/// The most records that are told.
const RECORDS: usize = 8;

/// The palette.
pub struct Palette {
    rows: Vec<&'static Row>,
    names: Vec<(RecordId, String)>,
    /// Records whose words fit, newest first; none of them is sealed.
    records: Vec<EntryLine>,
    today: NaiveDate,
    input: Input,
    at: usize,
    matcher: std::cell::RefCell<Matcher>,
}

/// What can be chosen.
#[derive(Clone, Copy)]
enum Choice<'a> {
    Command(&'static Row),
    Name(&'a (RecordId, String)),
    Page(&'static HelpPage),
    Record(&'a EntryLine),
}

impl Choice<'_> {
    /// What it is called; a record is found by more than a name.
    fn name(&self) -> Option<&str> {
        match self {
            Self::Command(row) => Some(row.name),
            Self::Name((_, name)) => Some(name),
            Self::Page(page) => Some(page.name),
            Self::Record(_) => None,
        }
    }

    /// Where it stands: what is called so, what begins so, then relationships, commands, pages of help, records.
    fn rank(&self, typed: &str) -> u8 {
        let name = self.name().map(text::fold);
        match (name, self) {
            (Some(name), _) if name == typed => 0,
            (Some(name), _) if name.starts_with(typed) => 1,
            (_, Self::Name(_)) => 2,
            (_, Self::Command(_)) => 3,
            (_, Self::Page(_)) => 4,
            (_, Self::Record(_)) => 5,
        }
    }
}

impl Palette {
    /// Over a page with these scopes.
    pub fn new(scopes: &[Scope]) -> Self {
        let mut rows: Vec<&'static Row> = Vec::new();
        for row in command::rows(scopes).chain(command::rows(&[Scope::Global])) {
            let moves = matches!(row.scope, Scope::List | Scope::Text | Scope::Choose);
            if !moves && !rows.iter().any(|r| r.command == row.command) {
                rows.push(row);
            }
        }
        if scopes.contains(&Scope::About) {
            // what the menu of `a` offers is found by its name too
            rows.extend(command::rows(&[Scope::Add]));
        }
        Self {
            rows,
            names: Vec::new(),
            records: Vec::new(),
            today: NaiveDate::default(),
            input: Input::default(),
            at: 0,
            matcher: std::cell::RefCell::new(Matcher::new(Config::DEFAULT)),
        }
    }

    /// What fits, the best first; the order of the table among equals. Relationships and records keep the journal's order.
    fn choices(&self) -> Vec<Choice<'_>> {
        let typed = self.input.text().trim();
        let mut matcher = self.matcher.borrow_mut();
        let pattern = |kind| Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, kind);
        // letters of a name may be left out; in a sentence that would find almost anything
        let (loose, whole) = (pattern(AtomKind::Fuzzy), pattern(AtomKind::Substring));
        let mut letters = Vec::new();
        let mut score =
            |by: &Pattern, text: &str| by.score(Utf32Str::new(text, &mut letters), &mut matcher);
        // no name and no sentence is as long
        let rows = self.rows.iter().filter(|_| typed.len() <= LONGEST);
        let mut commands: Vec<_> = rows
            .filter_map(|row| {
                let name = score(&loose, row.name).map(|n| n * 2);
                let best = name.or_else(|| score(&whole, row.says))?;
                Some((best, Choice::Command(row)))
            })
            .collect();
        commands.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let names = self.names.iter().map(Choice::Name);
        let commands = commands.into_iter().map(|(_, choice)| choice);
        if typed.is_empty() {
            return commands.chain(names).collect();
        }
        let pages = HELP.iter().filter(|page| {
            let told = format!("{} {} {}", page.name, page.title(), page.says);
            typed.len() <= LONGEST && score(&whole, &told).is_some()
        });
        let pages: Vec<_> = pages.map(Choice::Page).collect();
        let records = self.records.iter().filter(|_| self.words().is_some());
        let mut all: Vec<_> = names
            .chain(commands)
            .chain(pages)
            .chain(records.map(Choice::Record))
            .collect();
        let folded = text::fold(typed);
        all.sort_by_cached_key(|choice| choice.rank(&folded));
        all
    }

    /// The words by which records are sought; `None`: too few letters, or more than anybody means.
    fn words(&self) -> Option<String> {
        let words = text::fold(self.input.text());
        let enough = words.chars().count() >= ENOUGH && words.len() <= LONGEST;
        (enough && !text::runs(&words).is_empty()).then_some(words)
    }

    fn choose(&self, n: usize) -> Flow {
        match self.choices().get(n) {
            Some(Choice::Command(row)) => Flow::Do(row.command),
            Some(Choice::Name((id, _))) => Flow::Instead(Place::Relationship(*id)),
            Some(Choice::Page(page)) => Flow::Instead(Place::Article(page)),
            Some(Choice::Record(line)) => Flow::Instead(match line.kind {
                Kind::Plan => Place::Repair(line.id),
                _ => Place::Record(line.id),
            }),
            None => Flow::Stay,
        }
    }

    fn draw_choice(&self, choice: &Choice<'_>, at: Rect, buffer: &mut Buffer, theme: &Theme) {
        let (mark, name, says) = match choice {
            Choice::Command(row) => {
                let first = if row.scope == Scope::Add {
                    command::key(Scope::About, Command::Add)
                } else {
                    String::new()
                };
                (format!("{first}{}", row.shown()), row.name, row.says)
            }
            Choice::Name((_, name)) => {
                let pieces = [("\u{25cf}    ", theme.dim), (name.as_str(), theme.strong)];
                paint::pieces(buffer, at, &pieces);
                return;
            }
            Choice::Page(page) => ("?".to_owned(), page.name, page.says),
            Choice::Record(line) => {
                let today = self.today;
                return paint::entry(buffer, at, line, today, true, false, theme);
            }
        };
        let (mark, name) = (paint::pad(&mark, 5), paint::pad(name, 18));
        let pieces = [
            (mark.as_str(), theme.key),
            (name.as_str(), theme.strong),
            (says, theme.dim),
        ];
        paint::pieces(buffer, at, &pieces);
    }

    fn first(&self, rows: usize) -> usize {
        (self.at + 1).saturating_sub(rows)
    }
}

impl Page for Palette {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choose]
    }

    fn title(&self) -> String {
        "Commands, relationships and records".to_owned()
    }

    fn place(&self, screen: Rect) -> Rect {
        paint::popup(screen, 72.min(screen.width.saturating_sub(2)), 18)
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        Flow::Stay
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        let names = Question::Names {
            start: text::fold(self.input.text()),
            rows: 20,
        };
        let records = self.words().map(|text| Question::Entries {
            filter: Filter::default().and(Ask::Words {
                text,
                phrase: false,
            }),
            window: Window {
                from: From::Top,
                rows: RECORDS,
            },
        });
        [names].into_iter().chain(records).collect()
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            match answer {
                Answer::Names(names) => self.names = names,
                Answer::Entries(slice) => {
                    self.records = slice.lines;
                    // they are told by name already
                    self.records.retain(|line| line.kind != Kind::Relationship);
                }
                _ => {}
            }
        }
    }

    fn act(&mut self, command: Command) -> Flow {
        let last = self.choices().len().saturating_sub(1);
        self.at = match command {
            Command::Open => return self.choose(self.at),
            Command::Up => self.at.saturating_sub(1),
            Command::Down => self.at + 1,
            Command::PageUp => self.at.saturating_sub(10),
            Command::PageDown => self.at + 10,
            _ => self.at,
        }
        .min(last);
        Flow::Stay
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        if matches!(key.code, KeyCode::Esc | KeyCode::Enter) || !self.input.key(key) {
            return None;
        }
        self.at = 0;
        Some(Flow::Stay)
    }

    fn pasted(&mut self, text: &str) -> Flow {
        self.at = 0;
        if self.input.insert(text.trim_end()) {
            Flow::Stay
        } else {
            Flow::Say(field::LINE_FULL.to_owned())
        }
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let rows = usize::from(area.height.saturating_sub(1));
        match usize::from(at.y.saturating_sub(area.y)).checked_sub(1) {
            Some(n) => self.choose(self.first(rows) + n),
            None => Flow::Stay,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        paint::put(buffer, area.x, area.y, area.width, ":", theme.focus);
        self.input.draw(input_area(area), buffer, theme.text);
        let list = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        let rows = usize::from(list.height);
        let first = self.first(rows);
        let choices = self.choices();
        if choices.is_empty() {
            paint::put(
                buffer,
                list.x,
                list.y,
                list.width,
                "nothing is called so",
                theme.dim,
            );
        }
        for (n, choice) in choices.iter().enumerate().skip(first).take(rows) {
            let at = paint::row(list, n - first);
            self.draw_choice(choice, at, buffer, theme);
            if n == self.at {
                paint::bar(buffer, at, theme);
            }
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        Some(self.input.cursor(input_area(area)))
    }
}

fn input_area(area: Rect) -> Rect {
    Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(2),
        ..paint::row(area, 0)
    }
}
