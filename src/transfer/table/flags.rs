//! A mapping's pieces as the command line gives them, laid over the mapping that was chosen.

use super::dates::DateOrder;
use super::mapping::{Mapping, Means, Rowed};
use crate::error::{Error, Result};

/// A mapping's pieces as flags give them, laid over the mapping that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flags {
    /// `field=column` (or `field={a} {b}`), each; `who=column` names the relationship.
    pub map: Vec<String>,
    /// `field=text`, each; `who=name` for one relationship, `role=` and `party=` for those that are made.
    pub set: Vec<String>,
    /// The column with the status.
    pub status: Option<String>,
    /// The column with the day of the status.
    pub settled: Option<String>,
    /// `status word=meaning`, each.
    pub words: Vec<String>,
    /// Columns that identify a row.
    pub key: Vec<String>,
    /// Columns without which a row is skipped.
    pub require: Vec<String>,
    /// `iso`, `dmy` or `mdy`.
    pub dates: Option<String>,
    /// `commitment` or `relationship`.
    pub kind: Option<String>,
}

impl Mapping {
    /// Lays flags over it.
    ///
    /// # Errors
    /// A flag that is not in its form.
    pub fn over(mut self, flags: &Flags) -> Result<Self> {
        for (field, column) in pairs("--map", &flags.map)? {
            match field.as_str() {
                "who" if self.kind == Rowed::Commitment => self.who.column = Some(column),
                "to" if self.kind == Rowed::Commitment => {
                    self.mine.get_or_insert_default().column = Some(column);
                }
                _ => _ = self.fields.insert(field, column),
            }
        }
        for (field, text) in pairs("--set", &flags.set)? {
            match field.as_str() {
                "who" => self.who.name = Some(text),
                "to" if self.kind == Rowed::Commitment => {
                    self.mine.get_or_insert_default().name = Some(text);
                }
                "role" if self.kind == Rowed::Commitment => self.who.role = text,
                "party" if self.kind == Rowed::Commitment => self.who.party = text,
                _ => _ = self.constants.insert(field, text),
            }
        }
        if let Some(column) = &flags.status {
            self.outcome
                .get_or_insert_default()
                .column
                .clone_from(column);
        }
        if let Some(column) = &flags.settled {
            self.outcome.get_or_insert_default().day = Some(column.clone());
        }
        self.take_words(&flags.words)?;
        if let Some(word) = &flags.dates {
            let order = DateOrder::from_word(word).ok_or_else(|| {
                Error::usage(format!("\u{201c}{word}\u{201d} is no order of dates"))
                    .hint("one of: iso, dmy, mdy")
            })?;
            self.dates = Some(order);
        }
        self.key = some_or(&flags.key, self.key);
        self.require = some_or(&flags.require, self.require);
        Ok(self)
    }

    fn take_words(&mut self, words: &[String]) -> Result<()> {
        for (word, means) in pairs("--word", words)? {
            let means = Means::from_word(&means).ok_or_else(|| {
                Error::usage(format!("\u{201c}{means}\u{201d} is no meaning of a status"))
                    .hint(format!("one of: {}", Means::WORDS))
            })?;
            let known = match &mut self.history {
                Some(history) => &mut history.words,
                None => &mut self.outcome.get_or_insert_default().words,
            };
            known.insert(word, means);
        }
        Ok(())
    }
}

impl Flags {
    /// Whether none is given.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The kind of record the rows are.
    ///
    /// # Errors
    /// When it is no kind that a table can bring.
    pub fn rowed(&self) -> Result<Option<Rowed>> {
        match self.kind.as_deref() {
            None => Ok(None),
            Some("commitment") => Ok(Some(Rowed::Commitment)),
            Some("relationship") => Ok(Some(Rowed::Relationship)),
            Some(other) => Err(Error::usage(format!(
                "a table cannot bring \u{201c}{other}\u{201d}"
            ))
            .hint("one of: commitment, relationship")),
        }
    }
}

fn some_or(given: &[String], else_: Vec<String>) -> Vec<String> {
    if given.is_empty() {
        else_
    } else {
        given.to_vec()
    }
}

/// `a=b`, parted at the first sign.
fn pairs(flag: &str, texts: &[String]) -> Result<Vec<(String, String)>> {
    let pair = |text: &String| {
        let (a, b) = text.split_once('=').ok_or_else(|| {
            Error::usage(format!(
                "{flag} \u{201c}{text}\u{201d} has no \u{201c}=\u{201d}"
            ))
            .hint(format!("write {flag} name=value"))
        })?;
        Ok((a.trim().to_owned(), b.trim().to_owned()))
    };
    texts.iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_lie_over_it() {
        let flags = Flags {
            map: vec!["who=Name".into(), "due=Due date".into()],
            set: vec!["side=theirs".into(), "role=client".into()],
            words: vec!["Won't Fix=released".into(), "=open".into()],
            dates: Some("dmy".into()),
            ..Flags::default()
        };
        let mapping = Mapping::default().over(&flags).expect("fits");
        assert_eq!(mapping.who.column.as_deref(), Some("Name"));
        assert_eq!(mapping.who.role, "client");
        assert_eq!(mapping.fields["due"], "Due date");
        assert_eq!(mapping.constants["side"], "theirs");
        assert_eq!(mapping.outcome.expect("made").words[""], Means::Open);
        let bad = |flags: Flags| {
            Mapping::default()
                .over(&flags)
                .expect_err("refused")
                .exit_code()
        };
        assert_eq!(
            bad(Flags {
                map: vec!["due".into()],
                ..Flags::default()
            }),
            2
        );
        assert_eq!(
            bad(Flags {
                words: vec!["x=fine".into()],
                ..Flags::default()
            }),
            2
        );
        assert_eq!(
            bad(Flags {
                dates: Some("ymd".into()),
                ..Flags::default()
            }),
            2
        );
    }
}
