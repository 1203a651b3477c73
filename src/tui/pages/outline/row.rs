//! The rows of an outline, and how each is drawn.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::RecordId;
use crate::domain::view::EntryLine;
use crate::tui::feed::Line as _;
use crate::tui::theme::Theme;
use crate::tui::{paint, room};

/// A style by its role.
pub type Ink = fn(&Theme) -> Style;

/// What stands in a row.
#[derive(Debug, Clone)]
pub enum Content {
    /// Nothing: air.
    Blank,
    /// A heading.
    Heading(String),
    /// One line in pieces, cut at the edge.
    Line(Vec<(String, Ink)>),
    /// One line in pieces, with something at the right edge that is never cut.
    Ends(Vec<(String, Ink)>, String, Ink),
    /// A text, broken into as many lines as it needs, after so many spaces.
    Text(String, Ink, u16),
    /// A record.
    Entry(Box<EntryLine>),
}

/// A row of an outline.
#[derive(Debug, Clone)]
pub struct Row {
    /// What stands there.
    pub content: Content,
    /// The record that Enter opens and `s` settles.
    pub id: Option<RecordId>,
    /// The word that it stands for, where a key acts on one that is no record.
    pub word: Option<&'static str>,
}

impl Row {
    fn of(content: Content) -> Self {
        Self {
            content,
            id: None,
            word: None,
        }
    }

    /// What can be found in it.
    pub fn words(&self) -> String {
        let joined = |pieces: &[(String, Ink)]| {
            let pieces: Vec<_> = pieces.iter().map(|(text, _)| text.as_str()).collect();
            pieces.concat()
        };
        match &self.content {
            Content::Blank => String::new(),
            Content::Heading(text) | Content::Text(text, ..) => text.clone(),
            Content::Line(pieces) => joined(pieces),
            Content::Ends(pieces, right, _) => format!("{} {right}", joined(pieces)),
            Content::Entry(line) => line.words(),
        }
    }

    /// Air.
    pub fn blank() -> Self {
        Self::of(Content::Blank)
    }
    /// A heading.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::of(Content::Heading(text.into()))
    }
    /// One line in pieces.
    pub fn line(pieces: Vec<(String, Ink)>) -> Self {
        Self::of(Content::Line(pieces))
    }
    /// One line in pieces, with something at the right edge.
    pub fn ends(pieces: Vec<(String, Ink)>, right: impl Into<String>, ink: Ink) -> Self {
        Self::of(Content::Ends(pieces, right.into(), ink))
    }
    /// A text in one style.
    pub fn text(text: impl Into<String>, ink: Ink) -> Self {
        Self::of(Content::Text(text.into(), ink, 0))
    }
    /// A text in one style, indented by two.
    pub fn under(text: impl Into<String>, ink: Ink) -> Self {
        Self::of(Content::Text(text.into(), ink, 2))
    }
    /// A record.
    pub fn entry(line: &EntryLine) -> Self {
        Self {
            id: Some(line.id),
            ..Self::of(Content::Entry(Box::new(line.clone())))
        }
    }
    /// The record it stands for.
    #[must_use]
    pub fn about(mut self, id: RecordId) -> Self {
        self.id = Some(id);
        self
    }

    /// The word it stands for.
    #[must_use]
    pub fn word(mut self, word: &'static str) -> Self {
        self.word = Some(word);
        self
    }

    pub(super) fn height(&self, width: u16) -> usize {
        match &self.content {
            Content::Text(text, _, indent) => {
                paint::wrap(text, usize::from(columns(width, *indent))).len()
            }
            _ => 1,
        }
    }

    /// Draws it into its line; a text, which may take several, is drawn by the outline.
    pub(super) fn draw(&self, place: Rect, buffer: &mut Buffer, today: NaiveDate, theme: &Theme) {
        let inked = |pieces: &[(String, Ink)], buffer: &mut Buffer, place: Rect| {
            let pieces: Vec<_> = pieces
                .iter()
                .map(|(text, ink)| (text.as_str(), ink(theme)))
                .collect();
            paint::pieces(buffer, place, &pieces);
        };
        match &self.content {
            Content::Blank | Content::Text(..) => {}
            Content::Heading(text) => paint::heading(buffer, place, text, theme),
            Content::Line(pieces) => inked(pieces, buffer, place),
            Content::Ends(pieces, right, ink) => {
                let taken = paint::put_right(buffer, place, right, ink(theme));
                let left = Rect {
                    width: place.width.saturating_sub(taken + 1),
                    ..place
                };
                inked(pieces, buffer, left);
            }
            Content::Entry(line) => {
                paint::entry(buffer, place, line, today, false, false, theme);
            }
        }
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.content, Content::Heading(_))
    }

    pub(super) fn is_stop(&self) -> bool {
        !matches!(self.content, Content::Blank | Content::Heading(_))
    }
}

/// How wide a text is laid out: no wider than one reads with ease.
pub(super) fn columns(width: u16, indent: u16) -> u16 {
    width.saturating_sub(indent).min(room::READING)
}
