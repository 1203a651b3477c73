//! The keys that apply, told from the table, and what the marks mean.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::Cell;

use crate::assets::HelpPage;
use crate::domain::guardrail::NO_TEST;
use crate::domain::marks;
use crate::journal::{Answer, Question};
use crate::tui::belongs::belongs;
use crate::tui::command::{self, Command, Scope};
use crate::tui::page::{Flow, Page, Place};
use crate::tui::theme::Theme;
use crate::tui::{paint, room};

/// The page.
pub struct Help {
    lines: Vec<(String, String)>,
    top: Cell<usize>,
    rows: Cell<usize>,
    /// The page in words that belongs there.
    page: &'static HelpPage,
    /// How many lines there were when they were last drawn, wrapped as they are.
    all: Cell<usize>,
}

/// What the marks in lists mean; the words beside them say the same.
const MARKS: &[(&str, &str)] = &[
    ("\u{2192} I", "my side: what I promised"),
    ("\u{2190} they", "their side: what they promised"),
    (
        marks::WANTED,
        "in the list of relationships: something wants attention",
    ),
    (marks::PAUSED, "paused"),
    (marks::OPEN, "open"),
    (marks::KEPT, "kept, done, heard, discussed"),
    (marks::LATE, "late: done after the agreed day"),
    (marks::BROKEN, "broken"),
    (marks::CLOSED, "released, excused, closed: lowers nothing"),
    (marks::BREACH, "an open breach"),
    (marks::REPAIR, "a repair on its way"),
    (marks::MOMENT, "a moment that mattered"),
    (marks::MET, "a one-on-one that was held"),
    (marks::PLANNED, "a one-on-one to come"),
    (marks::NUDGE, "trustline suggests it; nobody promised it"),
    (
        "\u{2581}\u{2584}\u{2588}",
        "entries in each of the last twelve weeks: contact, not worth",
    ),
];

impl Help {
    /// For the page with these scopes.
    pub fn new(scopes: &[Scope]) -> Self {
        let page = belongs(scopes);
        let words = |key: &str, says: String| (key.to_owned(), says);
        let mut lines = vec![
            words("In words", String::new()),
            words("Enter", format!("{}: {}.", page.title(), page.says)),
            words("F1", "All pages of help, and search over them.".to_owned()),
            words("", String::new()),
            words("Here", String::new()),
        ];
        let mut taken = Vec::new();
        lines.extend(told(scopes, &mut taken));
        if scopes.contains(&Scope::CheckIn) {
            lines.push((String::new(), NO_TEST.to_owned()));
        }
        lines.extend([
            (String::new(), String::new()),
            ("Everywhere".to_owned(), String::new()),
        ]);
        lines.extend(told(&[Scope::Global], &mut taken));
        lines.extend([
            (String::new(), String::new()),
            ("Marks".to_owned(), String::new()),
        ]);
        lines.extend(
            MARKS
                .iter()
                .map(|(mark, says)| ((*mark).to_owned(), (*says).to_owned())),
        );
        Self {
            lines,
            page,
            top: Cell::new(0),
            rows: Cell::new(1),
            // not known before it is drawn, which then brings the top back within it
            all: Cell::new(usize::MAX),
        }
    }
}

impl Page for Help {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Keys, Scope::Text]
    }

    fn title(&self) -> String {
        "Help".to_owned()
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        if command == Command::Open {
            return Flow::Go(Place::Article(self.page));
        }
        paint::scroll(&self.top, self.rows.get(), self.all.get(), command);
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let label = if room::is_narrow(area) { 12 } else { 22 };
        let mut lines = Vec::new();
        for (keys, says) in &self.lines {
            let room = usize::from(area.width).saturating_sub(label + 1).max(8);
            for (n, says) in paint::wrap(says, room).into_iter().enumerate() {
                lines.push((if n == 0 { keys.as_str() } else { "" }, says));
            }
        }
        self.rows.set(usize::from(area.height));
        self.all.set(lines.len());
        let top = self
            .top
            .get()
            .min(lines.len().saturating_sub(usize::from(area.height)));
        self.top.set(top);
        paint::thumb(buffer, area, (top, area.height.into()), lines.len(), theme);
        for (n, (keys, says)) in lines
            .iter()
            .skip(top)
            .take(usize::from(area.height))
            .enumerate()
        {
            let at = paint::row(area, n);
            if says.is_empty() && !keys.is_empty() {
                paint::heading(buffer, at, keys, theme);
                continue;
            }
            let keys = paint::pad(keys, label) + " ";
            paint::pieces(buffer, at, &[(&keys, theme.key), (says, theme.text)]);
        }
    }
}

/// The rows of some scopes with the keys that reach them; `taken`: keys that mean something else already.
fn told(scopes: &[Scope], taken: &mut Vec<&'static str>) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for scope in scopes {
        let mut here = Vec::new();
        for row in command::rows(&[*scope]) {
            let free = |key: &&'static str| !taken.contains(key);
            let keys: Vec<&'static str> = row.keys().iter().copied().filter(free).collect();
            here.extend_from_slice(&keys);
            if !keys.is_empty() {
                let keys: Vec<_> = keys.iter().map(|key| command::shown(key)).collect();
                lines.push((keys.join("  "), row.says.to_owned()));
            }
        }
        taken.extend(here);
    }
    lines
}
