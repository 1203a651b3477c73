//! What stands for a group or an institution, where figures of its people would not: how many are known directly,
//! belonging apart from fitting in, agreements seen upheld, and the excused misses that name it.

use super::RecordId;
use super::agreement::{Agreement, Observed};
use super::pulse::Level;
use super::record::Record;
use super::relationship::Party;
use super::view::line::EntryLine;

/// The facet of being welcome as one is.
pub const BELONGING: &str = "belonging";
/// The facet of being tolerated while one plays a part; it is never blended with anything.
pub const FITTING_IN: &str = "fitting in";
/// How many days back the recent excused misses are counted.
pub const RECENT_DAYS: i64 = 60;

/// How much of a group is known directly.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// The persons of active relationships whose teams name the group, by name.
    pub known: Vec<(RecordId, String)>,
    /// How many belong to it, as far as that was noted.
    pub members: Option<u32>,
}

impl Coverage {
    /// `3 of 11 known directly`; `3 known directly` where nobody noted how many there are.
    pub fn text(&self) -> String {
        let known = self.known.len();
        match self.members.and_then(|n| usize::try_from(n).ok()) {
            Some(members) if members >= known => format!("{known} of {members} known directly"),
            Some(members) => format!("{known} known directly, {members} noted as members"),
            None => format!("{known} known directly"),
        }
    }
}

/// Two facets of my check-ins with a group, apart: neither is a part of any level besides its own.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Belonging {
    /// Welcome as I am.
    pub belonging: Option<Level>,
    /// Tolerated while I play a part.
    pub fitting_in: Option<Level>,
}

impl Belonging {
    /// Each facet in words, belonging first; empty while neither was ever answered.
    pub fn texts(&self) -> Vec<String> {
        let facets = [(BELONGING, self.belonging), (FITTING_IN, self.fitting_in)];
        let each = facets.into_iter().filter_map(|(facet, level)| {
            let level = level?;
            let answers = if level.n == 1 { "answer" } else { "answers" };
            Some(if level.shown {
                format!(
                    "{facet} {:.0} of 100 over {} {answers}",
                    level.level, level.n
                )
            } else {
                format!("{facet}: {} {answers}, too few for a level", level.n)
            })
        });
        each.collect()
    }
}

/// The excused misses that name an institution's process: its own record, whoever missed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ExcusedMisses {
    /// In the last sixty days.
    pub recent: usize,
    /// In all.
    pub all: usize,
    /// The newest of them, with whom they were.
    pub lines: Vec<EntryLine>,
}

impl ExcusedMisses {
    /// `5 in 60 days, 12 in all`; `none` without any.
    pub fn text(&self) -> String {
        match self.all {
            0 => "none".to_owned(),
            all => format!("{} in {RECENT_DAYS} days, {all} in all", self.recent),
        }
    }
}

/// What is known of a group or an institution besides its own promises.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Collective {
    /// Of a group: how many are known directly.
    pub coverage: Coverage,
    /// Of a group: belonging, and fitting in.
    pub belonging: Belonging,
    /// Of an institution: the excused misses that name it.
    pub excused: ExcusedMisses,
}

impl Collective {
    /// What its head says, the most important first: coverage or excused misses, agreements, belonging, fitting in.
    pub fn texts(&self, party: Party, agreements: &[EntryLine]) -> Vec<String> {
        let first = match party {
            Party::Institution => format!("excused misses: {}", self.excused.text()),
            _ => self.coverage.text(),
        };
        let seen = observed(agreements).map(|seen| format!("agreements: {}", seen.text()));
        std::iter::once(first)
            .chain(seen)
            .chain(self.belonging.texts())
            .collect()
    }
}

/// What was seen of some agreements; `None` where there are none.
pub fn observed(lines: &[EntryLine]) -> Option<Observed> {
    (!lines.is_empty()).then(|| Observed::of(agreements(lines)))
}

/// The agreements among some lines.
pub fn agreements(lines: &[EntryLine]) -> impl Iterator<Item = &Agreement> {
    lines.iter().filter_map(|line| match &line.record {
        Record::Agreement(one) => Some(one),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage_is_told_as_counts() {
        let known = |n: u8| {
            let one = |n| (RecordId::default(), format!("{n}"));
            (0..n).map(one).collect::<Vec<_>>()
        };
        let check = |n, members, says: &str| {
            let coverage = Coverage {
                known: known(n),
                members,
            };
            assert_eq!(coverage.text(), says);
        };
        check(3, Some(11), "3 of 11 known directly");
        check(0, None, "0 known directly");
        check(3, Some(2), "3 known directly, 2 noted as members");
    }

    #[test]
    fn belonging_and_fitting_in_are_two_sentences() {
        let day = |n: u32| chrono::NaiveDate::from_ymd_opt(2026, 11, n).unwrap_or_default();
        let level = |scores: &[u8]| {
            let asked = scores
                .iter()
                .zip(1..)
                .map(|(s, n)| (day(n), vec![Some(*s)]));
            crate::domain::pulse::level(&asked.collect::<Vec<_>>(), day(20))
        };
        let felt = Belonging {
            belonging: level(&[5, 5, 5]),
            fitting_in: level(&[1]),
        };
        assert_eq!(
            felt.texts(),
            [
                "belonging 100 of 100 over 3 answers",
                "fitting in: 1 answer, too few for a level"
            ]
        );
        assert!(Belonging::default().texts().is_empty());
    }
}
