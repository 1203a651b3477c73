//! One shape for the contents of every field, between typed records and text, JSON, flags and columns.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use std::fmt;
use std::str::FromStr;

use super::RecordId;

/// What a field holds, without its type: enough for a form, a flag, a column and a revision.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Value {
    /// Not given. Never written into a revision.
    #[default]
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// Words, a choice, a day (`2026-03-01`), a moment (`2026-03-01 17:00`) or an id.
    Text(String),
    /// Several of the same.
    List(Vec<Value>),
    /// A small record inside a record, fields in their table's order.
    Row(Vec<(String, Value)>),
}

impl Value {
    /// Whether nothing is held: no value, no text, no items, no "yes".
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Nothing | Self::Flag(false) => true,
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Row(fields) => fields.iter().all(|(_, v)| v.is_empty()),
            Self::Flag(true) | Self::Number(_) => false,
        }
    }

    /// The text, if it is text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A type that can lie in a field.
pub trait Piece: Sized {
    /// The value that stands for it.
    fn to_value(&self) -> Value;
    /// Back from a value; says what was expected when it is another.
    ///
    /// # Errors
    /// A sentence without the field's name.
    fn from_value(value: &Value) -> Result<Self, String>;
}

fn wanted<T>(what: &str, value: &Value) -> Result<T, String> {
    Err(match value {
        Value::Text(text) => format!("\u{201c}{text}\u{201d} is not {what}"),
        Value::Nothing => format!("needs {what}"),
        _ => format!("is not {what}"),
    })
}

impl Piece for String {
    fn to_value(&self) -> Value {
        if self.is_empty() {
            Value::Nothing
        } else {
            Value::Text(self.clone())
        }
    }
    fn from_value(value: &Value) -> Result<Self, String> {
        match value {
            Value::Text(text) => Ok(text.clone()),
            Value::Nothing => Ok(Self::new()),
            other => wanted("words", other),
        }
    }
}

impl Piece for bool {
    fn to_value(&self) -> Value {
        if *self {
            Value::Flag(true)
        } else {
            Value::Nothing
        }
    }
    fn from_value(value: &Value) -> Result<Self, String> {
        match value {
            Value::Flag(yes) => Ok(*yes),
            Value::Nothing => Ok(false),
            other => wanted("yes or no", other),
        }
    }
}

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl Piece for $kind {
            fn to_value(&self) -> Value {
                Value::Number(i64::from(*self))
            }
            fn from_value(value: &Value) -> Result<Self, String> {
                match value {
                    Value::Number(n) => Self::try_from(*n).map_err(|_| format!("{n} is out of range")),
                    Value::Nothing => Ok(0),
                    other => wanted("a number", other),
                }
            }
        }
    )+};
}
numbers!(u8, i8, u16, u32, i64);

macro_rules! by_text {
    ($($kind:ty, $what:literal;)+) => {$(
        impl Piece for $kind {
            fn to_value(&self) -> Value {
                Value::Text(self.to_string())
            }
            fn from_value(value: &Value) -> Result<Self, String> {
                let read: Option<Self> = value.text().and_then(|text| text.parse().ok());
                match read {
                    Some(read) if has_neighbours(read.into()) => Ok(read),
                    _ => wanted($what, value),
                }
            }
        }
    )+};
}
by_text! {
    NaiveDate, "a day";
    When, "a day or a day with a time";
}

/// Whether a day has a year of four digits. Days are added to it and taken from it everywhere; one at the end of
/// the calendar, from a file that somebody else wrote, would stop the program there.
fn has_neighbours(when: When) -> bool {
    (1..=9999).contains(&when.day.year())
}

impl Piece for RecordId {
    fn to_value(&self) -> Value {
        if *self == Self::default() {
            Value::Nothing
        } else {
            Value::Text(self.to_string())
        }
    }
    fn from_value(value: &Value) -> Result<Self, String> {
        match value {
            Value::Nothing => Ok(Self::default()),
            Value::Text(text) => text.parse(),
            other => wanted("the id of a record", other),
        }
    }
}

impl<T: Piece> Piece for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Nothing, Piece::to_value)
    }
    fn from_value(value: &Value) -> Result<Self, String> {
        if value.is_empty() {
            Ok(None)
        } else {
            T::from_value(value).map(Some)
        }
    }
}

impl<T: Piece> Piece for Vec<T> {
    fn to_value(&self) -> Value {
        if self.is_empty() {
            Value::Nothing
        } else {
            Value::List(self.iter().map(Piece::to_value).collect())
        }
    }
    fn from_value(value: &Value) -> Result<Self, String> {
        match value {
            Value::List(items) => items.iter().map(T::from_value).collect(),
            Value::Nothing => Ok(Self::new()),
            one => T::from_value(one).map(|item| vec![item]),
        }
    }
}

/// A day, or a day with a time of day, in the user's local calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct When {
    /// The local day.
    pub day: NaiveDate,
    /// The local time, to the minute, where one was given.
    pub time: Option<NaiveTime>,
}

impl When {
    /// A whole day.
    pub fn day(day: NaiveDate) -> Self {
        Self { day, time: None }
    }

    /// Whether it lies ahead of a local minute; of a whole day, whether it has not begun.
    pub fn is_to_come(&self, now: NaiveDateTime) -> bool {
        let begins = self.time.unwrap_or(NaiveTime::MIN);
        self.day.and_time(begins) > now
    }
}

impl From<NaiveDate> for When {
    fn from(day: NaiveDate) -> Self {
        Self::day(day)
    }
}

impl fmt::Display for When {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(out, "{} {}", self.day, time.format("%H:%M")),
            None => self.day.fmt(out),
        }
    }
}

impl FromStr for When {
    type Err = String;

    /// The written form only (`2026-03-01`, `2026-03-01 17:00`); human words are read by [`super::dates`].
    fn from_str(text: &str) -> Result<Self, String> {
        let (day, time) = text
            .split_once([' ', 'T'])
            .map_or((text, None), |(d, t)| (d, Some(t)));
        let day = day
            .parse()
            .map_err(|_| format!("\u{201c}{text}\u{201d} is not a day"))?;
        let time = time.map(|t| {
            NaiveTime::parse_from_str(t, "%H:%M")
                .map_err(|_| format!("\u{201c}{t}\u{201d} is not a time"))
        });
        Ok(Self {
            day,
            time: time.transpose()?,
        })
    }
}

/// Declares a closed list of words: the enum, its words, and how it lies in a field.
macro_rules! choices {
    ($(#[$outer:meta])* $vis:vis enum $name:ident { $($(#[$inner:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        $vis enum $name { $($(#[$inner])* $variant),+ }

        impl $name {
            /// Every one, in the order a form offers them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Their words, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that screens, flags and files use.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// From its word.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(self.word())
            }
        }

        impl $crate::domain::value::Piece for $name {
            fn to_value(&self) -> $crate::domain::value::Value {
                $crate::domain::value::Value::Text(self.word().to_owned())
            }
            fn from_value(value: &$crate::domain::value::Value) -> Result<Self, String> {
                match value {
                    $crate::domain::value::Value::Nothing => Ok(Self::default()),
                    other => other.text().and_then(Self::from_word).ok_or_else(|| {
                        format!("\u{201c}{}\u{201d} is not one of: {}", other.text().unwrap_or("?"), Self::WORDS.join(", "))
                    }),
                }
            }
        }
    };
}
pub(crate) use choices;

/// Declares a small record that lies inside a record (a move, an answer, a gate): the struct and its value.
macro_rules! row {
    ($(#[$outer:meta])* pub struct $name:ident { $($(#[$inner:meta])* pub $field:ident : $kind:ty),+ $(,)? }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $name { $($(#[$inner])* pub $field: $kind),+ }

        impl $crate::domain::value::Piece for $name {
            fn to_value(&self) -> $crate::domain::value::Value {
                let fields = [$((stringify!($field).to_owned(), self.$field.to_value())),+];
                $crate::domain::value::Value::Row(fields.into_iter().filter(|(_, v)| !v.is_empty()).collect())
            }
            fn from_value(value: &$crate::domain::value::Value) -> Result<Self, String> {
                let $crate::domain::value::Value::Row(fields) = value else { return Err("is not a small record".to_owned()) };
                let find = |name: &str| fields.iter().find(|(n, _)| n == name).map_or(&$crate::domain::value::Value::Nothing, |(_, v)| v);
                Ok(Self { $($field: $crate::domain::value::Piece::from_value(find(stringify!($field)))?),+ })
            }
        }
    };
}
pub(crate) use row;
