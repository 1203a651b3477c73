//! The reason or the words that are being typed: kept as a draft, come up again, thrown away and brought back.

use super::ask::Ask;
use super::{Settle, scopes};
use crate::domain::draft::{Draft, Spot};
use crate::tui::command;
use crate::tui::command::told;
use crate::tui::page::Flow;

impl Settle {
    pub(super) fn as_typed(&self) -> Option<Draft> {
        let ask = self.ask.as_ref()?;
        let texts = ask.typed_texts();
        let noun = self.record()?.noun();
        (!texts.is_empty()).then(|| Draft {
            spot: Spot::Settle(self.id, ask.word()),
            who: noun.whos().first().copied(),
            base: None,
            seen: None,
            texts,
            at: ask.field().to_owned(),
            sealed: noun.is_sealed(),
        })
    }

    /// Asks for it again, with what was typed. A way that is not open any more is not taken: the draft stays.
    pub(super) fn come_up(&mut self, draft: &Draft) -> bool {
        let (Some(record), Spot::Settle(_, word)) = (self.record(), &draft.spot) else {
            return self.gone;
        };
        if self.ask.is_none() {
            let mut rows = command::rows(scopes(record.kind()));
            let way = rows.find(|row| format!("{:?}", row.command) == *word);
            self.ask = way.and_then(|row| Ask::of(row.command, record));
        }
        if let Some(ask) = &mut self.ask {
            ask.take_up(draft);
        }
        true
    }

    /// Throws away what was typed, or brings it back.
    pub(super) fn start_anew(&mut self) -> Flow {
        let Some((ask, record)) = self.ask.as_ref().zip(self.record()) else {
            return Flow::Stay;
        };
        if ask.typed_texts().is_empty() {
            if self.thrown.is_some() {
                self.ask = self.thrown.take();
            }
            return Flow::Stay;
        }
        let fresh = ask.anew(record);
        self.thrown = std::mem::replace(&mut self.ask, fresh);
        Flow::Say(told!(
            "thrown away \u{b7} {x} brings it back",
            x = Form.StartAnew
        ))
    }
}
