//! The rows that a way of settling asks for, and what was typed into them.

use chrono::NaiveDate;

use crate::domain::dates::{self, Lean};
use crate::domain::fields::Reading;
use crate::tui::field::Input;

/// One row: a label, and what is typed or chosen.
pub enum Row {
    Day(&'static str, Input, Lean),
    Words(&'static str, Input),
    Name(&'static str, Input),
    Choice(&'static str, &'static [&'static str], usize),
}

impl Row {
    /// Its label, and what stands in it.
    pub fn named(&self) -> (&'static str, String) {
        match self {
            Self::Day(label, input, _) | Self::Words(label, input) | Self::Name(label, input) => {
                (label, input.text().to_owned())
            }
            Self::Choice(label, words, at) => (
                label,
                words.get(*at).copied().unwrap_or_default().to_owned(),
            ),
        }
    }

    /// Puts a text where another stands.
    pub fn put(&mut self, text: &str) {
        match self {
            Self::Day(_, input, _) | Self::Words(_, input) | Self::Name(_, input) => {
                input.set(text);
            }
            Self::Choice(_, words, at) => {
                *at = words.iter().position(|word| *word == text).unwrap_or(*at);
            }
        }
    }
}

/// Some rows with what was typed and chosen.
#[derive(Clone, Copy)]
pub struct Typed<'a>(pub &'a [Row]);

impl Typed<'_> {
    /// The text of the first row in which one is typed.
    pub fn words(&self) -> String {
        let typed = self.0.iter().find_map(|row| match row {
            Row::Day(_, input, _) | Row::Words(_, input) => Some(input.text().trim()),
            _ => None,
        });
        typed.unwrap_or_default().to_owned()
    }

    /// The day of the row that asks for one, else today.
    pub fn day(&self, with: &Reading<'_>) -> Result<NaiveDate, String> {
        let asked = self.0.iter().find_map(|row| match row {
            Row::Day(_, input, lean) => Some((input.text().trim(), *lean)),
            _ => None,
        });
        match asked {
            Some((text, lean)) if !text.is_empty() || self.0.len() == 1 => {
                dates::day(text, with.now, lean)
            }
            _ => Ok(with.now.date()),
        }
    }

    /// What was chosen in the nth choice.
    pub fn chosen(&self, n: usize) -> usize {
        let choices = self.0.iter().filter_map(|row| match row {
            Row::Choice(_, _, at) => Some(*at),
            _ => None,
        });
        choices.into_iter().nth(n).unwrap_or(0)
    }
}
