//! Where the list of a relationship begins: on the stronger side's own commitments, or at the last one-on-one.

use ratatui::layout::{Position, Rect};

use super::Relationship;
use super::tabs::{self, Tab};
use crate::domain::view::Key;
use crate::domain::{Side, context};
use crate::tui::command::told;
use crate::tui::page::Flow;

impl Relationship {
    /// Whether the list is narrowed to the stronger side's own commitments.
    pub(super) fn is_first(&self) -> bool {
        let gap = self.gap.unwrap_or(0);
        self.tab == Tab::Timeline
            && context::stronger(gap).is_some()
            && self.narrow + 1 == self.tab.narrowings(gap).len()
    }

    /// Opens on the stronger side's own commitments, once it is known who that is.
    pub(super) fn open_on(&mut self, gap: i8) {
        if self.gap.replace(gap).is_none() && context::stronger(gap).is_some() {
            self.narrow = self.tab.narrowings(gap).len() - 1;
            self.feed.reset();
        }
    }

    /// What an empty list says. Where the stronger side promised nothing yet, that is no "kind" that is missing.
    pub(super) fn says_empty(&self) -> String {
        match context::stronger(self.gap.unwrap_or(0)) {
            Some(Side::Mine) if self.is_first() => {
                told!(
                    "You promised them nothing yet: {c} writes it down, {f} shows everything.",
                    c = About.Commit,
                    f = Relationship.FilterKind
                )
            }
            Some(Side::Theirs) if self.is_first() => {
                told!(
                    "They promised you nothing yet: {c} writes it down, {f} shows everything.",
                    c = About.Commit,
                    f = Relationship.FilterKind
                )
            }
            _ => self.tab.empty(self.narrow),
        }
    }

    /// To the newest line that is not after the last one-on-one.
    pub(super) fn since_last(&mut self) -> Flow {
        let Some(day) = self.card.as_ref().and_then(|card| card.last_one_on_one) else {
            return Flow::Say(told!(
                "No one-on-one is noted yet; {h} notes one",
                h = About.MarkHeld
            ));
        };
        let next = (day + chrono::Duration::days(1)).and_time(chrono::NaiveTime::MIN);
        self.feed.seek(Key {
            at: next.and_utc().timestamp_millis(),
            n: i64::MIN,
        });
        Flow::Stay
    }

    /// A click: a tab, a mark on the chart, or a line.
    pub(super) fn clicked(&mut self, area: Rect, at: Position) {
        let parts = self.parts(area);
        if parts.tabs.contains(at) {
            if let Some(tab) = tabs::clicked(self.tab, parts.tabs, at) {
                self.turn(tab);
            }
        } else if let Some(card) = self.card.as_ref().filter(|_| parts.chart.contains(at)) {
            self.past.click(card, parts.chart, at);
        } else if self.tab == Tab::Card {
            self.outline.click(parts.list, at);
        } else if parts.list.contains(at) {
            self.past.leave();
            self.feed.click(parts.list, at);
        }
    }
}
