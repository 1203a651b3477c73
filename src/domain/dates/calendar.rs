//! Days of the calendar: whether they exist, and which one is meant when the year or the month is left out.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::Lean;
use super::now::{Now, Trouble};
use super::vocabulary::Unit;

/// A day that was understood, and how it would come again if its time of day lies on the wrong side of now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) day: NaiveDate,
    pub(super) again: Again,
}

/// How a leaning day comes again.
#[derive(Debug, Clone, Copy)]
pub(super) enum Again {
    /// It is this day and no other.
    Never,
    /// Every week.
    Weekly,
    /// On this day of a month.
    Monthly(u32),
    /// On this month and day of a year.
    Yearly(u32, u32),
}

impl Found {
    /// A day that does not lean.
    pub(super) fn only(day: NaiveDate) -> Self {
        Self {
            day,
            again: Again::Never,
        }
    }

    /// The next one in the direction of the lean, when the one found is today and its time has passed (or not come).
    pub(super) fn next(self, lean: Lean) -> Option<NaiveDate> {
        let from = match lean {
            Lean::Future => self.day.succ_opt()?,
            Lean::Past => self.day.pred_opt()?,
        };
        match self.again {
            Again::Never => None,
            Again::Weekly => weekly(self.day.weekday(), from, lean),
            Again::Monthly(day) => monthly(day, from, lean),
            Again::Yearly(month, day) => yearly(month, day, from, lean),
        }
    }
}

/// The nearest such weekday, the day itself included.
pub(super) fn weekly(weekday: Weekday, from: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    nearest(from, lean, 7, |day| day.weekday() == weekday)
}

/// The nearest such day of a month.
pub(super) fn monthly(dom: u32, from: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    nearest(from, lean, 63, |day| day.day() == dom)
}

fn nearest(
    from: NaiveDate,
    lean: Lean,
    within: u64,
    fits: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let step = |n| match lean {
        Lean::Future => from.checked_add_days(Days::new(n)),
        Lean::Past => from.checked_sub_days(Days::new(n)),
    };
    (0..within).filter_map(step).find(|day| fits(*day))
}

/// The nearest year's such day; the 29th of February waits for its year.
pub(super) fn yearly(month: u32, day: u32, from: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let on = |year| NaiveDate::from_ymd_opt(year, month, day);
    match lean {
        Lean::Future => (0..=8)
            .filter_map(|n| on(from.year() + n))
            .find(|d| *d >= from),
        Lean::Past => (0..=8)
            .filter_map(|n| on(from.year() - n))
            .find(|d| *d <= from),
    }
}

/// A day of a year, or the sentence that says why there is none.
pub(super) fn exact(year: u32, month: u32, day: u32) -> Result<NaiveDate, Trouble> {
    let year = i32::try_from(year).unwrap_or(i32::MAX);
    bounds(year)?;
    exists(month, day)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        let says = format!(
            "{} {year} has no day {day}: it ends on the {}th",
            name(month),
            length(year, month)
        );
        Trouble::wrong(says)
    })
}

/// A day without its year, leaning.
pub(super) fn leaning(month: u32, day: u32, now: Now) -> Result<Found, Trouble> {
    exists(month, day)?;
    let found = yearly(month, day, now.today(), now.lean);
    let day_found = found.ok_or_else(|| Trouble::wrong("that day lies too far away"))?;
    Ok(Found {
        day: day_found,
        again: Again::Yearly(month, day),
    })
}

/// Whether some year has this day.
fn exists(month: u32, day: u32) -> Result<(), Trouble> {
    if !(1..=12).contains(&month) {
        return Err(Trouble::wrong(format!("there is no month {month}")));
    }
    // 2024 had a 29th of February
    if (1..=length(2024, month)).contains(&day) {
        return Ok(());
    }
    Err(Trouble::wrong(format!("{} has no day {day}", name(month))))
}

/// Refuses years before 1900 and after 2200.
pub(super) fn bounds(year: i32) -> Result<(), Trouble> {
    match year {
        1900..=2200 => Ok(()),
        0..=99 => Err(Trouble::wrong(format!(
            "write the year with four digits: {year:02} could be 19{year:02} or 20{year:02}"
        ))),
        _ => Err(Trouble::wrong("a year lies between 1900 and 2200")),
    }
}

/// A span from a day; months and years keep the day of the month where there is one, else take the last.
pub(super) fn shift(from: NaiveDate, n: i64, unit: Unit) -> Option<NaiveDate> {
    let size = n.unsigned_abs();
    let days = |each: u64| {
        let days = Days::new(size * each);
        if n < 0 {
            from.checked_sub_days(days)
        } else {
            from.checked_add_days(days)
        }
    };
    let months = |each: u64| {
        let months = Months::new(u32::try_from(size * each).ok()?);
        if n < 0 {
            from.checked_sub_months(months)
        } else {
            from.checked_add_months(months)
        }
    };
    match unit {
        Unit::Minute | Unit::Hour => None,
        Unit::Day => days(1),
        Unit::Week => days(7),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Year => months(12),
    }
}

/// The first and the last day of the week, month, quarter or year that a day lies in.
pub(super) fn around(day: NaiveDate, unit: Unit) -> Option<(NaiveDate, NaiveDate)> {
    let first = match unit {
        Unit::Minute | Unit::Hour => return None,
        Unit::Day => day,
        Unit::Week => day.week(Weekday::Mon).checked_first_day()?,
        Unit::Month => day.with_day(1)?,
        Unit::Quarter => day.with_day(1)?.with_month(day.month0() / 3 * 3 + 1)?,
        Unit::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1)?,
    };
    Some((first, shift(first, 1, unit)?.pred_opt()?))
}

/// The name of a month, 1 to 12.
pub(super) fn name(month: u32) -> &'static str {
    u8::try_from(month)
        .ok()
        .and_then(|m| chrono::Month::try_from(m).ok())
        .map_or("the month", |m| m.name())
}

fn length(year: i32, month: u32) -> u32 {
    NaiveDate::from_ymd_opt(year, month, 1)
        .and_then(|first| around(first, Unit::Month))
        .map_or(0, |(_, last)| last.day())
}
