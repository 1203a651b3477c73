//! Rhythms, their words, and the dates that follow.

use proptest::prelude::*;

use super::*;

fn on(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn rhythm(words: &str) -> Repeat {
    Repeat::read(words).expect(words)
}

/// Settled on its due each time, the dues that follow.
fn dues(words: &str, from: &str, count: usize) -> String {
    let (mut repeat, mut due) = (rhythm(words), When::day(on(from)));
    let mut days = Vec::new();
    for _ in 0..count {
        (due, repeat) = repeat.next(due, due.day).expect("the calendar goes on");
        days.push(due.day.format("%-d %b %y").to_string());
    }
    days.join(", ")
}

#[test]
fn each_rhythm_goes_on() {
    assert_eq!(
        dues("daily", "2026-12-30", 3),
        "31 Dec 26, 1 Jan 27, 2 Jan 27"
    );
    assert_eq!(dues("every 3 days", "2026-11-27", 2), "30 Nov 26, 3 Dec 26");
    assert_eq!(dues("weekdays", "2026-11-26", 2), "27 Nov 26, 30 Nov 26");
    assert_eq!(dues("weekly", "2026-11-27", 2), "4 Dec 26, 11 Dec 26");
    assert_eq!(
        dues("every 2 weeks", "2026-11-27", 2),
        "11 Dec 26, 25 Dec 26"
    );
    assert_eq!(dues("monthly", "2026-11-15", 2), "15 Dec 26, 15 Jan 27");
    assert_eq!(dues("quarterly", "2026-11-15", 2), "15 Feb 27, 15 May 27");
}

#[test]
fn a_short_month_takes_its_last_day_and_the_next_has_its_own_again() {
    assert_eq!(
        dues("monthly", "2027-01-31", 4),
        "28 Feb 27, 31 Mar 27, 30 Apr 27, 31 May 27"
    );
    assert_eq!(dues("monthly", "2028-01-30", 2), "29 Feb 28, 30 Mar 28");
    assert_eq!(
        dues("yearly", "2028-02-29", 4),
        "28 Feb 29, 28 Feb 30, 28 Feb 31, 29 Feb 32"
    );
    assert_eq!(dues("monthly on the 31st", "2027-02-28", 1), "31 Mar 27");
}

#[test]
fn a_missed_stretch_does_not_pile_up() {
    let next = |words, due, settled| {
        let (when, _) = rhythm(words)
            .next(When::day(on(due)), on(settled))
            .expect("goes on");
        when.day
    };
    assert_eq!(next("weekly", "2026-08-07", "2026-11-22"), on("2026-11-27"));
    assert_eq!(next("weekly", "2026-08-07", "2026-11-27"), on("2026-12-04"));
    assert_eq!(
        next("monthly", "2026-05-31", "2026-11-22"),
        on("2026-11-30")
    );
    assert_eq!(
        next("monthly", "2026-05-20", "2026-11-22"),
        on("2026-12-20")
    );
    // done ahead of its date, the next is still the one after it
    assert_eq!(next("weekly", "2026-11-27", "2026-11-23"), on("2026-12-04"));
}

#[test]
fn the_hour_stays_when_the_clocks_change() {
    let due: When = "2026-10-23 17:00".parse().expect("a moment");
    let (next, _) = Repeat::WEEKLY.next(due, due.day).expect("goes on");
    assert_eq!(next.to_string(), "2026-10-30 17:00");
}

#[test]
fn words_are_read_back_and_wrong_ones_are_told() {
    for words in [
        "daily",
        "weekdays",
        "weekly",
        "monthly",
        "quarterly",
        "yearly",
        "every 2 weeks",
        "every 10 days",
        "every 5 months",
        "monthly on the 31st",
    ] {
        assert_eq!(rhythm(words).to_string(), words);
        assert_eq!(rhythm(&format!("repeats {words}")), rhythm(words));
    }
    assert_eq!(rhythm("Every other week").to_string(), "every 2 weeks");
    assert_eq!(rhythm("each month"), Repeat::MONTHLY);
    assert_eq!(rhythm("every weekday").to_string(), "weekdays");
    for wrong in [
        "",
        "sometimes",
        "every 0 weeks",
        "every 9999 days",
        "weekly on the 3rd",
    ] {
        assert!(Repeat::read(wrong).expect_err(wrong).contains("no rhythm"));
    }
    let says = Repeat::read("every friday").expect_err("a weekday");
    assert!(says.contains("write weekly"), "{says}");
}

proptest! {
    #[test]
    fn the_next_one_lies_ahead_and_no_date_of_its_series_before_it(
        due in 0..4000u64, late in 0..900u64, n in 1..40u16, unit in 0..4usize,
    ) {
        let unit = [Unit::Days, Unit::Weeks, Unit::Months(None), Unit::Weekdays][unit];
        let every = if unit == Unit::Weekdays { 1 } else { n };
        let repeat = Repeat::of(every, unit);
        let due = on("2020-01-01") + Days::new(due);
        let settled = due + Days::new(late);
        let (next, on) = repeat.next(When::day(due), settled).expect("goes on");
        prop_assert!(next.day > settled);
        // walked date by date from the due, the first one past the day is the same
        let (mut step, mut walked) = (repeat, When::day(due));
        while walked.day <= settled {
            (walked, step) = step.next(walked, walked.day).expect("goes on");
        }
        prop_assert_eq!(walked.day, next.day);
        prop_assert_eq!(Repeat::read(&on.to_string()), Ok(on));
    }
}
