//! One key of the settings: where it stands, how it is written, what it is for, and how its value is taken over.

use toml::de::DeValue;

use super::Settings;
use crate::domain::text;

/// The most that is counted: more than a lifetime of days.
pub const MOST: usize = 100_000;

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A text in quotes, in one's own words.
    Words,
    /// A text in quotes of a form of its own, told in words: `a time from 1 s to 24 h in quotes, such as "10 min"`.
    Form(&'static str),
    /// One of these words, in quotes.
    Choice(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 to [`MOST`], without quotes.
    Count,
}

/// A value that was written as its sort wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text, without the spaces around it.
    Text(&'a str),
    /// True or false.
    Flag(bool),
    /// A whole number.
    Count(usize),
}

impl<'a> Value<'a> {
    /// The text; nothing of any other sort, which the table never hands over for one.
    pub fn text(self) -> &'a str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// The flag.
    pub fn flag(self) -> bool {
        self == Self::Flag(true)
    }

    /// The number.
    pub fn count(self) -> usize {
        match self {
            Self::Count(count) => count,
            _ => 0,
        }
    }
}

/// A key.
pub struct Key {
    /// The table in which it stands; `""`: in none.
    pub table: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How its value is written.
    pub sort: Sort,
    /// What it is for, in one sentence.
    pub says: &'static str,
    /// What is the case where it is not set, if no value says that: `backups lie beside the journal`.
    pub unset: &'static str,
    /// Takes a value of its sort over; why it cannot, as the end of a sentence that begins with the key's name.
    pub(super) set: fn(&mut Settings, Value<'_>) -> Result<(), String>,
    /// What holds, as it would be written after the `=`; `""`: it is not set.
    pub get: fn(&Settings) -> String,
}

impl Key {
    /// `backups.daily`, or `mask` where there is no table.
    pub fn path(&self) -> String {
        if self.table.is_empty() {
            self.name.to_owned()
        } else {
            format!("{}.{}", self.table, self.name)
        }
    }

    /// From when on a change of it holds in a window that is open.
    pub fn holds_from(&self) -> &'static str {
        match (self.table, self.name) {
            ("", "profile") => "A change holds from the next start.",
            ("", "passphrase_command") => "A change holds when a locked journal is opened next.",
            _ => "A change holds at once.",
        }
    }

    /// What holds unless something is set, as it would be written; `""`: nothing.
    pub fn usual(&self) -> String {
        (self.get)(&Settings::default())
    }

    /// What was typed as it is written after the `=`, read by the same reader as the file.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence.
    pub fn literal(&self, typed: &str) -> Result<String, String> {
        let typed = typed.trim();
        let plain = typed.to_lowercase();
        let literal = match (self.sort, plain.as_str()) {
            (Sort::Flag, "true" | "yes" | "on") => "true".to_owned(),
            (Sort::Flag, "false" | "no" | "off") => "false".to_owned(),
            (Sort::Count, digits)
                if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) =>
            {
                let number = digits.trim_start_matches('0');
                if number.is_empty() { "0" } else { number }.to_owned()
            }
            (Sort::Choice(_), word) => quoted(word),
            _ => quoted(typed),
        };
        let value = DeValue::parse(&literal).map_err(|error| error.message().replace('\n', " "))?;
        self.checked(&mut Settings::default(), value.get_ref())
            .map_err(|why| format!("{} {why}", self.name))?;
        Ok(literal)
    }

    /// What holds as somebody would type it: a text without its quotes.
    pub fn typed(&self, settings: &Settings) -> String {
        bare(&(self.get)(settings))
    }

    /// Takes over what was written, or says in a sentence what is wrong with it and what holds instead.
    pub(super) fn take(
        &self,
        settings: &mut Settings,
        written: &DeValue<'_>,
    ) -> Result<(), String> {
        self.checked(settings, written)
            .map_err(|why| format!("{} {why}; {}", self.name, self.instead()))
    }

    fn checked(&self, settings: &mut Settings, written: &DeValue<'_>) -> Result<(), String> {
        let taken = self
            .read(written)
            .and_then(|value| (self.set)(settings, value));
        taken.map_err(|why| match self.sort {
            // a form is told whole, whatever is wrong with what was written
            Sort::Form(like) => format!("is {like}"),
            _ => why,
        })
    }

    fn read<'v>(&self, written: &'v DeValue<'_>) -> Result<Value<'v>, String> {
        let found = || with_article(written.type_str());
        match self.sort {
            Sort::Flag => {
                let flag = written.as_bool().map(Value::Flag);
                flag.ok_or_else(|| format!("is true or false, not {}", found()))
            }
            Sort::Count => {
                let wrong = format!("is a whole number from 0 to {MOST}, without quotes");
                count(written).map(Value::Count).ok_or(wrong)
            }
            Sort::Words => typed(written, "a text in quotes"),
            Sort::Form(like) => typed(written, like),
            Sort::Choice(words) => {
                let value = typed(written, &format!("one of {}", words.join(", ")))?;
                chosen(value.text(), words).map(|()| value)
            }
        }
    }

    /// What holds where the value is not understood.
    fn instead(&self) -> String {
        if self.unset.is_empty() {
            format!("{} holds", self.usual())
        } else {
            self.unset.to_owned()
        }
    }
}

fn typed<'v>(written: &'v DeValue<'_>, like: &str) -> Result<Value<'v>, String> {
    let found = || format!("is {like}, not {}", with_article(written.type_str()));
    let text = written.as_str().ok_or_else(found)?;
    Ok(Value::Text(text.trim()))
}

/// Whether a word is one of those that can be chosen.
fn chosen(typed: &str, words: &[&'static str]) -> Result<(), String> {
    if words.contains(&typed) {
        return Ok(());
    }
    let near = text::nearest(typed, words.iter().copied())
        .map_or_else(String::new, |near| format!(" (did you mean {near}?)"));
    Err(format!(
        "is one of {}, not \u{201c}{typed}\u{201d}{near}",
        words.join(", ")
    ))
}

fn count(written: &DeValue<'_>) -> Option<usize> {
    let whole = written.as_integer().filter(|n| n.radix() == 10)?;
    let number: usize = whole.as_str().replace('_', "").parse().ok()?;
    (number <= MOST).then_some(number)
}

fn with_article(word: &str) -> String {
    let vowel = word.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {word}", if vowel { "an" } else { "a" })
}

/// A text as it is written after the `=`.
pub fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// What is written after the `=` as somebody would type it.
fn bare(literal: &str) -> String {
    let read = DeValue::parse(literal).ok();
    let text = read.as_ref().and_then(|value| value.get_ref().as_str());
    text.unwrap_or(literal).to_owned()
}
