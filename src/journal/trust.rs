//! What stands in trust with one relationship: the ladder, responses owed, needs, what is delegated and its evidence.

use super::Journal;
use super::gather::{BATCH, GATHERED};
use crate::domain::balance::{self, Balance};
use crate::domain::breach::{Breach, BreachState};
use crate::domain::delegation::Delegation;
use crate::domain::disclosure::{Disclosure, Response};
use crate::domain::feedback::FeedbackState;
use crate::domain::filter::{Ask, Filter};
use crate::domain::ladder::{self, Sign};
use crate::domain::reliability::{Measure, Promise, Rules, figure};
use crate::domain::trust::{Delegated, Trust};
use crate::domain::view::{EntryLine, SideFigures};
use crate::domain::{Kind, Record, RecordId, Side, text};
use crate::error::Result;
use crate::store::Row;

/// What is severe enough to keep a hint back, while it is open.
const SERIOUS: u8 = 3;

impl Journal {
    /// What stands in trust with one relationship.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn trust(&self, who: RecordId) -> Result<Trust> {
        self.store.read(|| {
            let shared = self.shared(who)?;
            let disclosures: Vec<_> = shared.iter().map(|(_, one)| one).collect();
            let day = self.day();
            let owes = |one: &Disclosure| one.side == Side::Theirs && one.waits_for_response();
            let sealed = disclosures.iter().filter(|one| is_sealed(one) && owes(one));
            Ok(Trust {
                as_of: day,
                owed_sealed: sealed.count(),
                owed: self.open_lines(&shared, owes),
                holds: self
                    .open_lines(&shared, |one| {
                        one.response == Response::UsedAgainst && one.confirmed.is_none()
                    })
                    .pop(),
                ladder: ladder::ladder(&disclosures, day),
                needs: self.oldest(who, Kind::Need, &["raised", "being met"])?,
                delegations: self.delegations(who)?,
                shortcuts: self.oldest(who, Kind::Shortcut, &["standing"])?,
            })
        })
    }

    /// Everything that was shared in a relationship by the day looked at, sealed ones too, the oldest first.
    fn shared(&self, who: RecordId) -> Result<Vec<(Row, Disclosure)>> {
        let mut shared = Vec::new();
        for state in Response::WORDS {
            for row in self.store.kept(who, Kind::Disclosure, state, BATCH)? {
                let then = match self.as_of {
                    Some(day) => row.stored.record.stood_on(day),
                    None => Some(row.stored.record.clone()),
                };
                if let Some(Record::Disclosure(one)) = then {
                    shared.push((row, one));
                }
            }
        }
        shared.sort_by_key(|(row, one)| (one.day, row.key));
        Ok(shared)
    }

    /// Those that are not sealed and fit, as lines.
    fn open_lines(
        &self,
        shared: &[(Row, Disclosure)],
        fits: impl Fn(&Disclosure) -> bool,
    ) -> Vec<EntryLine> {
        let open = shared
            .iter()
            .filter(|(_, one)| !is_sealed(one) && fits(one));
        let lines = open.map(|(row, one)| {
            let mut row = row.clone();
            row.stored.record = Record::Disclosure(one.clone());
            self.line(row, &Filter::default())
        });
        lines.collect()
    }

    /// The records of a kind in some states, the oldest first.
    fn oldest(&self, who: RecordId, kind: Kind, states: &[&str]) -> Result<Vec<EntryLine>> {
        let mut lines = self.kept(who, kind, states, GATHERED)?;
        lines.sort_by_key(|line| (line.record.noun().since(), line.key));
        Ok(lines)
    }

    fn delegations(&self, who: RecordId) -> Result<Vec<Delegated>> {
        let lines = self.oldest(who, Kind::Delegation, &["standing"])?;
        if lines.is_empty() {
            return Ok(Vec::new());
        }
        let serious = self.has_serious_breach(who)?;
        let mut delegations = Vec::with_capacity(lines.len());
        for line in lines {
            let Record::Delegation(one) = &line.record else {
                continue;
            };
            let figures = self.on_topic(who, one)?;
            let hint = one.hint(&figures, serious, self.day());
            delegations.push(Delegated {
                line,
                figures,
                hint,
            });
        }
        Ok(delegations)
    }

    /// The figures of what they promised on the topics of a delegation.
    fn on_topic(&self, who: RecordId, one: &Delegation) -> Result<SideFigures> {
        let mut promises: Vec<Promise> = Vec::new();
        for topic in &one.topic {
            let tagged = Filter::default()
                .and(Ask::Who(who))
                .and(Ask::Kind(vec![Kind::Commitment]))
                .and(Ask::Side(Side::Theirs))
                .and(Ask::Tag(text::fold(topic)));
            for line in self.all(&tagged)? {
                let Record::Commitment(commitment) = &line.record else {
                    continue;
                };
                // one that only names them as a process is not their promise
                if commitment.who == who && promises.iter().all(|known| known.id != line.id) {
                    promises.push(Promise {
                        id: line.id,
                        ..commitment.promise()
                    });
                }
            }
        }
        let (day, rules) = (self.day(), Rules::default());
        Ok(SideFigures {
            kept: figure(&promises, Measure::KeptAsAgreed, day, &rules),
            follow: figure(&promises, Measure::FollowThrough, day, &rules),
        })
    }

    fn has_serious_breach(&self, who: RecordId) -> Result<bool> {
        let serious = |one: &Breach| one.state == BreachState::Open && one.severity >= SERIOUS;
        let lines = self.repairs(who)?;
        Ok(lines
            .iter()
            .any(|line| matches!(&line.record, Record::Breach(one) if serious(one))))
    }

    /// Feedback with one relationship, counted.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn balance(&self, who: RecordId) -> Result<Balance> {
        let lines = self
            .store
            .read(|| self.kept(who, Kind::Feedback, FeedbackState::WORDS, usize::MAX))?;
        let feedback = lines.iter().filter_map(|line| match &line.record {
            Record::Feedback(one) => Some(one),
            _ => None,
        });
        Ok(balance::balance(feedback, self.day()))
    }

    /// Why a disclosure, kept or about to be, may be more than there is room for.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn signs(&self, new: &Disclosure, id: Option<RecordId>) -> Result<Vec<Sign>> {
        let shared = self.store.read(|| self.shared(new.who))?;
        let own = shared.iter().position(|(row, _)| Some(row.stored.id) == id);
        let before = shared.iter().enumerate().filter(|(n, (_, one))| {
            one.day < new.day || (one.day == new.day && own.is_none_or(|own| *n < own))
        });
        let before: Vec<_> = before.map(|(_, (_, one))| one).collect();
        Ok(ladder::signs(&before, new))
    }

    /// What was told in confidence and is sealed: of one relationship the newest first, or of all, each with who it
    /// is about and how deep it was, and not a word of it.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn confidences(&self, who: Option<RecordId>) -> Result<Vec<EntryLine>> {
        let rows = self.store.read(|| self.store.sealed(who, GATHERED))?;
        let known = rows.into_iter().filter_map(|mut row| {
            let then = match self.as_of {
                Some(day) => row.stored.record.stood_on(day)?,
                None => row.stored.record,
            };
            row.stored.record = then;
            Some(row)
        });
        let mut lines = self.lines(known.collect());
        let name = |line: &EntryLine| line.who.as_ref().map(|(_, name)| text::fold(name));
        lines.sort_by_key(|line| (name(line), std::cmp::Reverse((line.at, line.key))));
        Ok(lines)
    }
}

fn is_sealed(one: &Disclosure) -> bool {
    one.confidence && one.unsealed.is_none()
}
