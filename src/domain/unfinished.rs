//! What was typed and not saved, as lists tell it: what it is and when, and not a word of it.

use chrono::{NaiveDate, NaiveDateTime};

use super::dates;

/// A draft as lists tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Its place in the journal.
    pub place: String,
    /// What it is: `new commitment for Priya`.
    pub says: String,
    /// When the last letter of it was kept, in local time.
    pub at: NaiveDateTime,
    /// How many fields hold something.
    pub fields: usize,
}

impl Unfinished {
    /// When, beside today: `today 10:42`, `Fri 20 Nov 17:05`.
    pub fn when(&self, today: NaiveDate) -> String {
        when(self.at, today)
    }

    /// How many fields were typed in, in words.
    pub fn count(&self) -> String {
        match self.fields {
            0 => "as it began".to_owned(),
            1 => "1 field".to_owned(),
            many => format!("{many} fields"),
        }
    }
}

/// A moment that was, beside today: `10:42` of today, `yesterday 17:05`, `20 Nov 17:05`.
pub fn when(at: NaiveDateTime, today: NaiveDate) -> String {
    let time = at.format("%H:%M");
    match (today - at.date()).num_days() {
        0 => format!("today {time}"),
        1 => format!("yesterday {time}"),
        _ => format!("{} {time}", dates::short(at.date(), today)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_beside_today() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let at = |days: i64| {
            let day = today - chrono::Duration::days(days);
            when(day.and_hms_opt(10, 42, 0).expect("a moment"), today)
        };
        assert_eq!(at(0), "today 10:42");
        assert_eq!(at(1), "yesterday 10:42");
        assert_eq!(at(3), "19 Nov 10:42");
        assert_eq!(at(400), "18 Oct 2025 10:42");
    }
}
