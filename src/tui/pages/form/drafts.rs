//! What is typed in a form and not saved: kept, come up again, thrown away and brought back.

use super::{FormPage, Source};
use crate::domain::draft::Draft;
use crate::domain::fields::{self, Reading};
use crate::domain::{Fault, Record, text};
use crate::tui::command::told;
use crate::tui::page::Page;

impl FormPage {
    /// What is typed, as it stands; `None` when nothing would be lost.
    pub(super) fn as_typed(&self) -> Option<Draft> {
        let form = self.form.as_ref()?;
        let texts = form.typed();
        if texts.is_empty() && !self.typed {
            return None;
        }
        let (base, seen) = match (&self.source, &self.stored) {
            (Source::Draft(record, _), _) => (Some(record.clone()), None),
            (Source::Edit(_), Some((stamp, record))) => {
                (Some(Box::new(record.clone())), Some(*stamp))
            }
            _ => (None, None),
        };
        let sealed = form.text("confidence").is_some_and(|word| !word.is_empty());
        Some(Draft {
            spot: self.spot()?,
            who: form.who(),
            base,
            seen,
            texts,
            at: form.field().to_owned(),
            sealed,
        })
    }

    /// Comes up with what was typed; over a record that was changed since, what it says now is shown, too.
    pub(super) fn come_up(&mut self, draft: &Draft) -> bool {
        let Some(form) = &mut self.form else {
            return false;
        };
        form.take_up(&draft.texts, &draft.at);
        let stands = self.stored.as_ref().map(|(stamp, _)| *stamp);
        if draft.seen.is_some() && stands.is_some() && stands != draft.seen {
            self.meanwhile.clone_from(&draft.base);
            self.says = Some(told!(
                "it was changed since you typed this: what it says now stands beneath \u{b7} {x} starts anew",
                x = Form.StartAnew
            ));
        }
        if matches!(self.source, Source::Draft(..)) && draft.texts.is_empty() {
            self.typed = true;
        }
        true
    }

    /// Throws away what was typed, or brings it back when that was done before and nothing was typed since.
    pub(super) fn start_anew(&mut self) {
        if let Some(draft) = self.as_typed() {
            self.thrown = Some(draft);
            (self.form, self.typed) = (None, false);
            self.says = Some(told!(
                "what was typed is thrown away \u{b7} {x} brings it back",
                x = Form.StartAnew
            ));
        } else if let Some(thrown) = self.thrown.take() {
            self.come_up(&thrown);
            self.says = Some("brought back".to_owned());
        } else {
            self.says = Some("nothing is typed here yet".to_owned());
        }
    }
}

/// What a record says now in the fields that were typed over and were changed by somebody since.
pub(super) fn changed_since(
    base: &Record,
    now: &Record,
    typed: &[(String, String)],
    with: &Reading<'_>,
) -> Vec<Fault> {
    let fields = base.kind().fields().iter();
    let typed = fields.filter(|field| typed.iter().any(|(name, _)| name == field.name));
    let changed = typed.filter(|field| (field.get)(base) != (field.get)(now));
    let says = changed.map(|field| {
        let stands = fields::write(field, &(field.get)(now), with.names);
        let stands = text::line(&stands).into_owned();
        let words = if stands.is_empty() {
            "it was emptied since".to_owned()
        } else {
            format!("it was changed since, to: {stands}")
        };
        Fault::new(field.name, words)
    });
    says.collect()
}
