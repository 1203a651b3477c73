//! Quiet hours: when no notice comes. `20:00-08:00, sat, sun` is every night and both days of the weekend.
//!
//! Parts stand between commas: hours of every day, a day or days (`sat`, `sat-sun`), or hours of some days
//! (`fri 17:00-24:00`). Hours that end before they begin go on over midnight, and belong to the day on which they began.

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// How far its end is looked for: beyond it, there is no end.
const FAR: u64 = 8;

/// Some hours of some days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    /// By the number of the day, Monday first.
    days: [bool; 7],
    /// From this minute of the day on.
    from: u32,
    /// Up to this one, which is not in it; beyond a day, it is one of the next day.
    to: u32,
}

/// When there is quiet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quiet {
    spans: Vec<Span>,
}

impl Quiet {
    /// Reads quiet hours as they are written; nothing written is no quiet.
    ///
    /// # Errors
    /// The part that is not understood.
    pub fn read(text: &str) -> Result<Self, String> {
        let parts = text.split(',').map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        let spans = parts.map(|part| span(part).ok_or_else(|| part.to_owned()));
        Ok(Self {
            spans: spans.collect::<Result<_, _>>()?,
        })
    }

    /// Whether it is quiet at a local time.
    pub fn holds(&self, at: NaiveDateTime) -> bool {
        let minute = at.hour() * 60 + at.minute();
        let before = at.date().pred_opt();
        self.spans.iter().any(|span| {
            let today = span.is_of(at.date()) && (span.from..span.to).contains(&minute);
            let over = before.is_some_and(|before| span.is_of(before))
                && (span.from..span.to).contains(&(minute + DAY));
            today || over
        })
    }

    /// The first local minute from a time on at which it is not quiet; `None`: it always is.
    pub fn ends(&self, at: NaiveDateTime) -> Option<NaiveDateTime> {
        if !self.holds(at) {
            return Some(at);
        }
        // quiet ends where one of its parts does
        let first = at.date().pred_opt()?;
        let days = (0..=FAR).filter_map(|n| first.checked_add_days(Days::new(n)));
        let ends = days.flat_map(|day| {
            let spans = self.spans.iter().filter(move |span| span.is_of(day));
            spans.map(move |span| midnight(day) + Duration::minutes(i64::from(span.to)))
        });
        ends.filter(|end| *end > at && !self.holds(*end)).min()
    }
}

impl Span {
    fn is_of(&self, day: NaiveDate) -> bool {
        let nth = day.weekday().num_days_from_monday();
        usize::try_from(nth).is_ok_and(|nth| self.days[nth])
    }
}

fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

fn span(part: &str) -> Option<Span> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let whole = (0, DAY);
    let (days, (from, to)) = match words.as_slice() {
        [one] => match (days(one), hours(one)) {
            (Some(days), _) => (days, whole),
            (None, Some(hours)) => ([true; 7], hours),
            (None, None) => return None,
        },
        [some, one] => (days(some)?, hours(one)?),
        _ => return None,
    };
    Some(Span { days, from, to })
}

/// Days of the week, Monday first: `sat`, or `sat-mon`, which goes on over the end of the week; `None`: these are none.
pub fn days(word: &str) -> Option<[bool; 7]> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    let (first, last): (Weekday, Weekday) = (first.parse().ok()?, last.parse().ok()?);
    let mut days = [false; 7];
    let mut day = first;
    loop {
        days[usize::try_from(day.num_days_from_monday()).ok()?] = true;
        if day == last {
            return Some(days);
        }
        day = day.succ();
    }
}

/// `20:00-08:00` in minutes; what ends before it begins ends on the next day.
fn hours(word: &str) -> Option<(u32, u32)> {
    let (from, to) = word.split_once('-')?;
    let (from, to) = (minute(from)?, minute(to)?);
    if from == to || from == DAY {
        return None;
    }
    Some((from, if to < from { to + DAY } else { to }))
}

/// `08:00`, `8:30`, `8`; a day ends at `24:00`.
fn minute(word: &str) -> Option<u32> {
    let (hour, minute) = word.split_once(':').unwrap_or((word, "00"));
    let number = |digits: &str| {
        let sound = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        sound.then(|| digits.parse::<u32>().ok()).flatten()
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    let at = hour * 60 + minute;
    (minute < 60 && at <= DAY).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time")
    }

    #[test]
    fn quiet_is_read_and_ends_where_it_says() {
        // the 22nd of November 2026 is a Sunday
        let check = |quiet: &str, now: &str, ends: &str| {
            let quiet_hours = Quiet::read(quiet).expect(quiet);
            let (now, ends) = (at(now), at(ends));
            assert_eq!(quiet_hours.holds(now), now != ends, "{quiet} at {now}");
            assert_eq!(quiet_hours.ends(now), Some(ends), "{quiet} at {now}");
        };
        check("", "2026-11-22 03:00", "2026-11-22 03:00");
        check("20:00-08:00", "2026-11-23 19:59", "2026-11-23 19:59");
        check("20:00-08:00", "2026-11-23 20:00", "2026-11-24 08:00");
        check("20:00-08:00", "2026-11-24 07:59", "2026-11-24 08:00");
        check("20:00-08:00", "2026-11-24 08:00", "2026-11-24 08:00");
        check("20-8", "2026-12-31 23:00", "2027-01-01 08:00");
        // Friday night runs into the weekend, and Sunday's into Monday morning
        check(
            "20:00-08:00, sat, sun",
            "2026-11-20 21:00",
            "2026-11-23 08:00",
        );
        check(
            "20:00-08:00, sat, sun",
            "2026-11-22 12:00",
            "2026-11-23 08:00",
        );
        check("sat, sun", "2026-11-22 12:00", "2026-11-23 00:00");
        check("Sat-Sun", "2026-11-21 00:00", "2026-11-23 00:00");
        check("sun-mon", "2026-11-22 12:00", "2026-11-24 00:00");
        check(
            "fri 17:00-24:00, sat",
            "2026-11-20 16:59",
            "2026-11-20 16:59",
        );
        check(
            "fri 17:00-24:00, sat",
            "2026-11-20 17:00",
            "2026-11-22 00:00",
        );
        // the hours of a Friday that go on over midnight are not those of a Saturday
        check("fri 22:00-02:00", "2026-11-21 01:00", "2026-11-21 02:00");
        check("fri 22:00-02:00", "2026-11-20 01:00", "2026-11-20 01:00");
        check(
            "12:00-13:00, 12:30-14:00",
            "2026-11-23 12:10",
            "2026-11-23 14:00",
        );
    }

    #[test]
    fn quiet_without_an_end_has_none() {
        let always = Quiet::read("mon-sun").expect("read");
        assert_eq!(always.ends(at("2026-11-22 12:00")), None);
        let always = Quiet::read("08:00-20:00, 20:00-08:00").expect("read");
        assert_eq!(always.ends(at("2026-11-22 12:00")), None);
    }

    #[test]
    fn what_is_no_quiet_is_named() {
        for (text, part) in [
            ("20:00-08:00, evening", "evening"),
            ("25:00-08:00", "25:00-08:00"),
            ("8:60-9:00", "8:60-9:00"),
            ("08:00", "08:00"),
            ("08:00-08:00", "08:00-08:00"),
            ("sat 08:00", "sat 08:00"),
            ("sat 08:00-09:00 x", "sat 08:00-09:00 x"),
            ("-", "-"),
            ("+8-9", "+8-9"),
        ] {
            assert_eq!(Quiet::read(text), Err(part.to_owned()), "{text}");
        }
    }
}
