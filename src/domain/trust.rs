//! What stands in trust with one relationship: the ladder of what was shared, responses owed, needs without an
//! answer, what is delegated with its evidence, and what is relied on without checking.

use chrono::NaiveDate;

use super::dates::short;
use super::delegation::{self, level_words};
use super::disclosure::depth_words;
use super::ladder::Ladder;
use super::reliability::SideFigures;
use super::view::line::EntryLine;
use super::{Record, RecordId};

/// All of it, a screenful.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trust {
    /// The day it is told for.
    pub as_of: NaiveDate,
    /// Where the two stand on the ladder.
    pub ladder: Ladder,
    /// What they shared and I have not responded to, the longest waiting first; sealed ones are counted, not listed.
    pub owed: Vec<EntryLine>,
    /// How many sealed ones wait for a response of mine.
    pub owed_sealed: usize,
    /// The one that holds the safe depth at 1, unless it is sealed.
    pub holds: Option<EntryLine>,
    /// Needs without an answer, or being met, the longest waiting first.
    pub needs: Vec<EntryLine>,
    /// What is delegated, with its evidence.
    pub delegations: Vec<Delegated>,
    /// Introductions and sources relied on.
    pub shortcuts: Vec<EntryLine>,
}

/// A delegation with the commitments on its topic: their figures, and whether it could go up.
#[derive(Debug, Clone, PartialEq)]
pub struct Delegated {
    /// The delegation.
    pub line: EntryLine,
    /// What they kept of what they promised on the topic.
    pub figures: SideFigures,
    /// One level up, where the evidence says that it could; never down.
    pub hint: Option<u8>,
}

impl Trust {
    /// Whether there is anything to tell.
    pub fn is_empty(&self) -> bool {
        *self
            == Self {
                as_of: self.as_of,
                ..Self::default()
            }
    }

    /// The ladder in words: safe depth, next step, the balance of 90 days as two numbers.
    pub fn ladder_lines(&self) -> Vec<String> {
        let one = &self.ladder;
        let mut lines = vec![match one.held {
            Some(since) => format!(
                "safe depth 1: since {} something that was used against the one who shared it holds it there, until you raise it",
                short(since, self.as_of)
            ),
            None => format!("safe depth {}: {}", one.safe, depth_words(one.safe)),
        }];
        if let Some(next) = one.next.filter(|_| one.held.is_none()) {
            lines.push(format!(
                "one step further would be {next} ({}); for information, not a goal",
                depth_words(next)
            ));
        }
        lines.push(format!(
            "shared in 90 days, depth 2 or more: mine {}, theirs {}",
            one.mine, one.theirs
        ));
        lines
    }

    /// How much is sealed, in words; `None`: nothing.
    pub fn sealed_line(&self) -> Option<String> {
        let many = self.ladder.sealed;
        (many > 0).then(|| format!("{many} told in confidence, sealed"))
    }

    /// The line of a record among all of it.
    pub fn line(&self, id: RecordId) -> Option<&EntryLine> {
        let lists = [&self.owed, &self.needs, &self.shortcuts];
        let delegated = self.delegations.iter().map(|one| &one.line);
        let mut all = lists
            .into_iter()
            .flatten()
            .chain(delegated)
            .chain(&self.holds);
        all.find(|line| line.id == id)
    }

    /// What to look at again after a breach: what is delegated to them and relied on without checking.
    pub fn look_again(&self) -> Vec<&EntryLine> {
        let delegated = self.delegations.iter().map(|one| &one.line);
        delegated.chain(&self.shortcuts).collect()
    }
}

impl Delegated {
    /// The evidence in words: counts, and unless their side is folded the figure with its range where there is
    /// enough, and follow-through.
    pub fn evidence(&self, folded: bool) -> String {
        let (kept, follow) = (&self.figures.kept, &self.figures.follow);
        let pending = kept.not_counted.open;
        if kept.n + follow.n + pending == 0 {
            return format!("no promise of theirs has the tag {} yet", self.tags());
        }
        let open = match pending {
            0 => String::new(),
            n => format!(", {n} open"),
        };
        if folded {
            return format!(
                "{}{open} \u{b7} the figure is folded: you set their deadlines",
                kept.counts_text()
            );
        }
        let words = format!(
            "{}{open} \u{b7} kept as agreed {}",
            kept.counts_text(),
            kept.text()
        );
        if follow.n > 0 {
            return format!("{words} \u{b7} follow-through {}", follow.text());
        }
        words
    }

    /// The hint in words.
    pub fn hint_line(&self) -> Option<String> {
        let to = self.hint?;
        Some(format!(
            "trustline suggests: could go up to {to} ({}): what they promised on {} bears it",
            level_words(to),
            self.tags()
        ))
    }

    fn tags(&self) -> String {
        match &self.line.record {
            Record::Delegation(one) => delegation::tags(one),
            _ => String::new(),
        }
    }
}
