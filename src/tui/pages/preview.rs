//! What is selected, beside a list on a vast page: the record with its fields, and below it whom it is about.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::record;
use crate::domain::fields::Reading;
use crate::domain::view::{Card, Stored};
use crate::domain::{Kind, RecordId};
use crate::journal::{Answer, Question};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// What is seen beside a list: the record under the cursor, and the relationship that it belongs to.
pub type Beside = (Option<RecordId>, Option<RecordId>);

/// The columns of a field's label.
const LABEL: usize = 18;

/// A look at what is selected.
#[derive(Default)]
pub struct Preview {
    stored: Option<Box<Stored>>,
    card: Option<Box<Card>>,
    /// Label and text of every field that holds something.
    lines: Vec<(String, String)>,
}

impl Preview {
    /// What is asked for it.
    pub fn questions((record, who): Beside) -> impl Iterator<Item = Question> {
        let record = record.filter(|id| Some(*id) != who).map(Question::Record);
        record.into_iter().chain(who.map(Question::Card))
    }

    /// Takes an answer; one that is not for it is handed back.
    pub fn receive(&mut self, answer: Answer) -> Option<Answer> {
        match answer {
            Answer::Record(stored) => self.stored = stored,
            Answer::Card(card) => self.card = Some(card),
            other => return Some(other),
        }
        None
    }

    /// Reads the fields in words.
    pub fn reads(&mut self, with: &Reading<'_>) {
        let stored = self.stored.as_ref();
        self.lines = stored.map_or_else(Vec::new, |stored| record::lines(&stored.record, with));
    }

    /// Draws what is known of it; what was answered for another line is not shown.
    pub fn draw(
        &self,
        (id, who): Beside,
        area: Rect,
        buffer: &mut Buffer,
        today: NaiveDate,
        theme: &Theme,
    ) {
        let mut below = area;
        let stored = self.stored.as_ref();
        let stored = stored
            .filter(|stored| Some(stored.id) == id && stored.record.kind() != Kind::Relationship);
        if let Some(stored) = stored {
            let used = self.record(stored, area, buffer, theme);
            below = paint::row(area, used + 1);
            below.height = area.bottom().saturating_sub(below.y);
        }
        if let Some(card) = self.card.as_ref().filter(|card| Some(card.id) == who) {
            paint::card(buffer, below, card, today, theme);
        }
    }

    /// Draws the record; how many rows it took.
    fn record(&self, stored: &Stored, area: Rect, buffer: &mut Buffer, theme: &Theme) -> usize {
        let noun = stored.record.noun();
        let (symbol, style) = paint::symbol_of(stored.record.kind(), noun.state(), theme);
        let kind = stored.record.kind().word();
        let head = [
            (symbol, style),
            (" ", style),
            (kind, theme.heading),
            ("  ", theme.text),
            (noun.state(), style),
        ];
        paint::pieces(buffer, area, &head);
        let mut next = 1;
        let room = usize::from(area.width).saturating_sub(LABEL);
        for (label, text) in &self.lines {
            for (n, line) in paint::wrap(text, room).iter().enumerate() {
                let label = paint::pad(if n == 0 { label } else { "" }, LABEL);
                let pieces = [(label.as_str(), theme.label), (line.as_str(), theme.text)];
                paint::pieces(buffer, paint::row(area, next), &pieces);
                next += 1;
            }
        }
        next
    }
}
