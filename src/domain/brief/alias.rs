//! Others' names in what leaves: found as whole words, the longest name first, and replaced one by one or all of
//! them, on request (`figures.md` A9.8).

mod called;
mod gone;
mod initials;

use std::collections::BTreeMap;

use super::{Audience, Brief};
use crate::domain::RecordId;
use crate::domain::relationship::{Party, Relationship};

use called::{Called, begins, called, first, unspaced};

/// Who may be named in a text, and what stands for each. A name that two people share stands for "somebody".
#[derive(Debug, Clone, Default)]
pub struct Aliases {
    people: Vec<Person>,
    /// What each is called, by its first letter, the longest name first.
    names: Vec<(Called, Vec<usize>)>,
}

/// Somebody with the word that stands for them.
#[derive(Debug, Clone)]
struct Person {
    id: RecordId,
    name: String,
    alias: String,
}

/// Somebody who is named in what leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Which relationship.
    pub who: RecordId,
    /// Their name; safe to show.
    pub name: String,
    /// Their alias, safe to show; blank: none was chosen, and "somebody" would stand for them.
    pub alias: String,
    /// How often they are named; a name that two share counts for both.
    pub times: usize,
}

/// What stands for a person who has no alias.
pub const SOMEBODY: &str = "somebody";

impl Aliases {
    /// Of relationships: their names and handles and, of people, each word of the name. Whoever reads the text is left
    /// out. A group or an institution without an alias keeps its name, which names no person.
    pub fn of<'a>(
        everybody: impl IntoIterator<Item = (RecordId, &'a Relationship)>,
        reader: Option<RecordId>,
    ) -> Self {
        let mut names: BTreeMap<Called, Vec<usize>> = BTreeMap::new();
        let mut people = Vec::new();
        for (id, one) in everybody {
            let alias = one.alias.trim();
            if reader == Some(id) || (alias.is_empty() && one.party != Party::Person) {
                continue;
            }
            for called in called(one) {
                let bearers = names.entry(called).or_default();
                if bearers.last() != Some(&people.len()) {
                    bearers.push(people.len());
                }
            }
            people.push(Person {
                id,
                name: one.name.clone(),
                alias: alias.to_owned(),
            });
        }
        let names = names.into_iter().collect();
        Self { people, names }.in_order()
    }

    /// By the first letter, so that few are compared with a word; the longest of each first.
    fn in_order(mut self) -> Self {
        self.names.sort_by_cached_key(|(called, _)| {
            let long = called.words.chars().count();
            (first(&called.words), std::cmp::Reverse(long))
        });
        self
    }

    /// A text with every name replaced.
    pub fn hide(&self, text: &str) -> String {
        self.hide_some(text, &|_| true)
    }

    /// A text with the names of some replaced.
    fn hide_some(&self, text: &str, chosen: &dyn Fn(RecordId) -> bool) -> String {
        let mut hidden = String::with_capacity(text.len());
        self.walk(text, &mut |said, bearers| {
            let asked = bearers.iter().any(|nth| chosen(self.people[*nth].id));
            match self.standing(bearers).filter(|_| asked) {
                Some(alias) => hidden.push_str(alias),
                None => hidden.push_str(said),
            }
        });
        hidden
    }

    /// What stands for whoever bears a name; `None`: nobody does.
    fn standing(&self, bearers: &[usize]) -> Option<&str> {
        let mut aliases = bearers.iter().map(|nth| self.people[*nth].alias.as_str());
        let first = aliases.next()?;
        let same = !first.is_empty() && aliases.all(|alias| alias == first);
        Some(if same { first } else { SOMEBODY })
    }

    /// Goes through a text piece by piece: each name with those who bear it, each letter between with nobody.
    fn walk<'a>(&self, text: &'a str, take: &mut dyn FnMut(&'a str, &[usize])) {
        let mut within = false;
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let found = (!within || unspaced(c)).then(|| self.at(rest)).flatten();
            let (bytes, bearers) = found.unwrap_or((c.len_utf8(), &[]));
            take(&rest[..bytes], bearers);
            within = found.is_none() && c.is_alphanumeric();
            rest = &rest[bytes..];
        }
    }

    /// The name that a text begins with: its bytes and who bears it.
    fn at(&self, text: &str) -> Option<(usize, &[usize])> {
        let letter = first(text);
        let from = self
            .names
            .partition_point(|(called, _)| first(&called.words) < letter);
        self.names[from..]
            .iter()
            .take_while(|(called, _)| first(&called.words) == letter)
            .find_map(|one| begins(text, &one.0).map(|n| (n, one.1.as_slice())))
    }
}

impl Brief {
    /// Who reads it, where that is somebody of the journal: their own name is no secret from them.
    pub fn reader(&self, about: RecordId) -> Option<RecordId> {
        (self.audience == Audience::Them).then_some(about)
    }

    /// Who is named in what leaves, the heading too; by name.
    pub fn mentions(&self, names: &Aliases) -> Vec<Mention> {
        let mut times = vec![0; names.people.len()];
        let lines = self.told().flat_map(|section| {
            let lines = section.told().map(|line| line.text.as_str());
            std::iter::once(section.title.as_str()).chain(lines)
        });
        for text in std::iter::once(self.name.as_str()).chain(lines) {
            names.walk(text, &mut |_, bearers| {
                for nth in bearers {
                    times[*nth] += 1;
                }
            });
        }
        let shown = |text: &str| crate::domain::text::line(text).into_owned();
        let counted = names.people.iter().zip(times);
        let mut mentions: Vec<_> = counted
            .filter(|(_, times)| *times > 0)
            .map(|(person, times)| Mention {
                who: person.id,
                name: shown(&person.name),
                alias: shown(&person.alias),
                times,
            })
            .collect();
        mentions.sort_by(|a, b| (&a.name, a.who).cmp(&(&b.name, b.who)));
        mentions
    }

    /// The brief with every name replaced, wherever it stands, in what does not leave too.
    #[must_use]
    pub fn hidden(self, names: &Aliases) -> Self {
        self.hide(names, &|_| true)
    }

    /// The brief with the names of some replaced.
    #[must_use]
    pub fn replaced(self, names: &Aliases, who: &[RecordId]) -> Self {
        self.hide(names, &|id| who.contains(&id))
    }

    fn hide(mut self, names: &Aliases, chosen: &dyn Fn(RecordId) -> bool) -> Self {
        let safe = |text: &str| {
            let hidden = names.hide_some(text, chosen);
            crate::domain::text::line(&hidden).into_owned()
        };
        self.name = safe(&self.name);
        for section in &mut self.sections {
            section.title = safe(&section.title);
            for line in &mut section.lines {
                line.text = safe(&line.text);
            }
        }
        if let Some(chart) = &mut self.chart {
            let about = &mut chart.card.relationship;
            about.name = safe(&about.name);
            let marks = chart.timeline.marks.iter_mut().map(|mark| &mut mark.text);
            let bands = chart.timeline.bands.iter_mut().map(|band| &mut band.text);
            for text in marks.chain(bands) {
                *text = safe(text);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::brief::{Line, May, Section};

    fn person(name: &str, alias: &str) -> Relationship {
        Relationship {
            name: name.into(),
            alias: alias.into(),
            handles: vec![format!("@{}01", name[..1].to_lowercase())],
            ..Relationship::default()
        }
    }

    fn id(n: usize) -> RecordId {
        RecordId::from_bytes(&[u8::try_from(n).expect("few"); 16]).expect("an id")
    }

    fn aliases(team: &[Relationship], reader: Option<RecordId>) -> Aliases {
        Aliases::of(team.iter().enumerate().map(|(n, one)| (id(n), one)), reader)
    }

    fn team() -> [Relationship; 5] {
        let process = Relationship {
            name: "Release process".into(),
            party: Party::Institution,
            ..Relationship::default()
        };
        [
            person("Priya Nair", "P."),
            person("Ana Costa", "A."),
            person("Ana Silva", "S."),
            person("May Lindqvist", ""),
            process,
        ]
    }

    #[test]
    fn whole_names_and_their_words_are_replaced() {
        let aliases = aliases(&team(), None);
        let check = |text: &str, expect: &str| assert_eq!(aliases.hide(text), expect, "{text}");
        check("send Priya Nair the draft", "send P. the draft");
        check("PRIYA NAIR and @p01", "P. and @P.");
        check("Priya's draft, for Nair.", "P.'s draft, for P..");
        check("ask priya about it", "ask P. about it");
        check("what ana asked for", "what somebody asked for");
        check(
            "Ana said it, Ana Silva heard it",
            "somebody said it, S. heard it",
        );
        check("May may come in may", "somebody may come in may");
        check(
            "the release process is slow; release it",
            "the release process is slow; release it",
        );
        check(
            "Priyanka stays, so does Mayor",
            "Priyanka stays, so does Mayor",
        );
        check("", "");
    }

    fn brief(lines: &[(&str, bool)]) -> Brief {
        let line = |(text, ticked): &(&str, bool)| Line {
            key: String::new(),
            record: None,
            text: (*text).to_owned(),
            may: May::Shown,
            ticked: *ticked,
        };
        Brief {
            name: "Priya Nair".into(),
            sections: vec![Section {
                word: "topics".into(),
                title: "Topics".into(),
                picked: true,
                lines: lines.iter().map(line).collect(),
            }],
            ..Brief::blank(Audience::Them)
        }
    }

    #[test]
    fn who_is_named_in_what_leaves_is_told_and_replaced_one_by_one() {
        let brief = brief(&[
            ("Ana Silva and May met Priya", true),
            ("Ana knows", true),
            ("May stays here", false),
        ]);
        let all = aliases(&team(), brief.reader(id(0)));
        let told = |brief: &Brief| {
            let each = brief.mentions(&all).into_iter();
            each.map(|one| format!("{} {} {}", one.name, one.alias, one.times))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            told(&brief),
            ["Ana Costa A. 1", "Ana Silva S. 2", "May Lindqvist  1"],
            "the reader's own name is no mention"
        );
        let some = brief.clone().replaced(&all, &[id(2)]);
        let text = |brief: &Brief| brief.sections[0].lines[0].text.clone();
        assert_eq!(text(&some), "S. and May met Priya");
        assert_eq!(some.sections[0].lines[1].text, "somebody knows");
        assert_eq!(text(&brief.hidden(&all)), "S. and somebody met Priya");
    }
}
