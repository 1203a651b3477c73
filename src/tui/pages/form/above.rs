//! What stands above a form: context notes, what is asked across a power gap, and before words are kept.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::FormPage;
use crate::domain::agreement::Scope as Whose;
use crate::domain::relationship::Relationship;
use crate::domain::{Kind, Record, Side, context, guardrail};
use crate::tui::paint;

impl FormPage {
    /// Who a new agreement is with is known now.
    pub(super) fn met(&mut self, record: &Record) {
        if let (Record::Relationship(one), Some(form)) = (record, &mut self.form) {
            form.begin_at("scope", Whose::likely(one.party, one.role).word());
        }
    }

    /// What is asked across a power gap, as the form stands.
    fn asked(&self) -> Option<&'static str> {
        let mut record = self.kind?.blank();
        if let (Record::Commitment(one), Some(form)) = (&mut record, &self.form) {
            let side = form.text("side");
            one.side = side
                .and_then(|word| Side::from_word(&word))
                .unwrap_or_default();
        }
        context::asked(&record, self.with.as_ref()?.gap())
    }

    /// The lines above a form about what somebody did: what to remember, and what to ask oneself first.
    pub(super) fn above(&self, area: Rect) -> (Vec<String>, u16) {
        let width = usize::from(area.width.saturating_sub(2));
        if let Some(lines) = self.sharing.lines(width) {
            let rows = u16::try_from(lines.len()).unwrap_or(0) + 1;
            return (lines, rows.min(area.height / 2));
        }
        // about harassment or safety nobody is asked for another reading
        let safety = self.form.as_ref().and_then(|form| form.text("safety"));
        if safety.is_some_and(|typed| !typed.is_empty()) {
            return (Vec::new(), 0);
        }
        let mut lines = Vec::new();
        if let (Some(Kind::Breach), Some(with)) = (self.kind, &self.with) {
            lines.extend(remembered(with, self.today, width, area.height / 4));
        }
        // one paragraph: on forty columns two would leave the form no room
        let reading = self.kind.and_then(guardrail::reading_test);
        let naming = (self.kind == Some(Kind::Breach)).then_some(context::ANOTHER_READING);
        let asks = [naming, self.asked(), reading];
        let asks: Vec<_> = asks.into_iter().flatten().collect();
        if asks.is_empty() {
            return (Vec::new(), 0);
        }
        lines.extend(paint::wrap(&asks.join(" "), width));
        let rows = u16::try_from(lines.len()).unwrap_or(0) + 1;
        (lines, rows.min(area.height / 2))
    }

    /// The record under the form's hands, sealed: nobody types over what they do not see.
    pub(super) fn is_sealed(&self) -> bool {
        self.stored
            .as_ref()
            .is_some_and(|(_, record)| record.noun().is_sealed())
    }
}

/// The context notes with their age, in at most so many lines.
fn remembered(with: &Relationship, today: NaiveDate, columns: usize, most: u16) -> Vec<String> {
    if with.context.is_empty() {
        return Vec::new();
    }
    let age = context::age_text(with, today).unwrap_or_default();
    let (most, wrapped) = (
        usize::from(most).max(1),
        paint::wrap(&with.context, columns),
    );
    let cut = wrapped.len() > most;
    let mut lines: Vec<_> = wrapped.into_iter().take(most).collect();
    if let Some(last) = lines.last_mut().filter(|_| cut) {
        last.push_str(" \u{2026}");
    }
    lines.extend((!age.is_empty()).then_some(age));
    lines
}
