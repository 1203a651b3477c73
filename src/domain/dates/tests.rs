//! The grammar as a table, and what must hold for every text.

use super::*;
use proptest::prelude::*;

/// Sunday, 22 November 2026, 10:00.
fn now() -> NaiveDateTime {
    on(2026, 11, 22)
        .and_hms_opt(10, 0, 0)
        .expect("it can be read")
}

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("it can be read")
}

fn reads(text: &str, lean: Lean) -> String {
    when(text, now(), lean).map_or_else(|says| says, |when| when.to_string())
}

fn check(text: &str, expect: &str) {
    assert_eq!(reads(text, Lean::Future), expect, "{text:?} as a due");
    assert_eq!(reads(text, Lean::Past), expect, "{text:?} as an event");
}

/// What leans: the reading of an event, then that of a due.
fn leans(text: &str, past: &str, future: &str) {
    assert_eq!(reads(text, Lean::Past), past, "{text:?} as an event");
    assert_eq!(reads(text, Lean::Future), future, "{text:?} as a due");
}

fn asks(text: &str, parts: &[&str]) {
    let says = when(text, now(), Lean::Future).expect_err(text);
    for part in parts {
        assert!(says.contains(part), "{text:?} says {says:?}");
    }
}

#[test]
fn days_by_name() {
    check("today", "2026-11-22");
    check(" Tomorrow ", "2026-11-23");
    check("yesterday", "2026-11-21");
    check("eod", "2026-11-22");
    check("end of day", "2026-11-22");
    check("tonight", "2026-11-22");
    check("the day after tomorrow", "2026-11-24");
    check("day before yesterday", "2026-11-20");
    check("next fri", "2026-11-27");
    check("fri next week", "2026-11-27");
    check("next sunday", "2026-11-29");
    check("last fri", "2026-11-20");
    check("last sun", "2026-11-15");
    check("mon last week", "2026-11-09");
    leans("fri", "2026-11-20", "2026-11-27");
    leans("Friday", "2026-11-20", "2026-11-27");
    leans("this fri", "2026-11-20", "2026-11-27");
    leans("by fri.", "2026-11-20", "2026-11-27");
    leans("eod fri", "2026-11-20", "2026-11-27");
    check("sun", "2026-11-22");
    check("due by the end of day tomorrow", "2026-11-23");
}

#[test]
fn next_friday_is_the_one_of_next_week() {
    let wednesday = on(2026, 11, 25)
        .and_hms_opt(9, 0, 0)
        .expect("it can be read");
    let read = |text| day(text, wednesday, Lean::Future).expect("it can be read");
    assert_eq!(read("fri"), on(2026, 11, 27));
    assert_eq!(read("next fri"), on(2026, 12, 4));
    assert_eq!(read("last wed"), on(2026, 11, 18));
    assert_eq!(read("wed"), on(2026, 11, 25));
}

#[test]
fn spans() {
    check("in 2 weeks", "2026-12-06");
    check("two weeks from now", "2026-12-06");
    check("in a month", "2026-12-22");
    check("3 days ago", "2026-11-19");
    check("a week ago", "2026-11-15");
    check("2w ago", "2026-11-08");
    check("-3d", "2026-11-19");
    check("+10d", "2026-12-02");
    check("next week", "2026-11-29");
    check("next month", "2026-12-22");
    check("last year", "2025-11-22");
    leans("2w", "2026-11-08", "2026-12-06");
    leans("3d", "2026-11-19", "2026-11-25");
    leans("1mo", "2026-10-22", "2026-12-22");
    leans("1y", "2025-11-22", "2027-11-22");
    leans("3 days", "2026-11-19", "2026-11-25");
    leans("this week", "2026-11-16", "2026-11-22");
    leans("this month", "2026-11-01", "2026-11-30");
    let leap = on(2028, 1, 31)
        .and_hms_opt(9, 0, 0)
        .expect("it can be read");
    assert_eq!(day("in 1 month", leap, Lean::Future), Ok(on(2028, 2, 29)));
}

#[test]
fn edges() {
    check("eow", "2026-11-22");
    check("eoww", "2026-11-20");
    check("eom", "2026-11-30");
    check("end of month", "2026-11-30");
    check("end of the month", "2026-11-30");
    check("end of next month", "2026-12-31");
    check("start of next month", "2026-12-01");
    check("beginning of next week", "2026-11-23");
    check("end of next week", "2026-11-29");
    check("end of year", "2026-12-31");
    check("eoy", "2026-12-31");
    check("end of next quarter", "2027-03-31");
    check("end of 2027", "2027-12-31");
    check("end of feb 2028", "2028-02-29");
    leans("end of march", "2026-03-31", "2027-03-31");
}

#[test]
fn days_of_the_calendar() {
    check("2026-03-01", "2026-03-01");
    check("20260301", "2026-03-01");
    check("2026/3/1", "2026-03-01");
    check("1 March 2026", "2026-03-01");
    check("march 1st, 2026", "2026-03-01");
    check("1-Mar-2026", "2026-03-01");
    check("1st of March 2026", "2026-03-01");
    check("24.12.2026", "2026-12-24");
    check("13/4/2026", "2026-04-13");
    check("4/13/2026", "2026-04-13");
    check("4/4/2026", "2026-04-04");
    check("Fri 27 Nov 2026", "2026-11-27");
    leans("1 mar", "2026-03-01", "2027-03-01");
    leans("mar 1st", "2026-03-01", "2027-03-01");
    leans("sept 3", "2026-09-03", "2027-09-03");
    leans("24.12.", "2025-12-24", "2026-12-24");
    leans("24.12", "2025-12-24", "2026-12-24");
    leans("13/4", "2026-04-13", "2027-04-13");
    leans("29 feb", "2024-02-29", "2028-02-29");
    leans("the 5th", "2026-11-05", "2026-12-05");
    leans("31st", "2026-10-31", "2026-12-31");
    check("22 nov", "2026-11-22");
}

#[test]
fn times_of_day() {
    check("2026-03-01 17:00", "2026-03-01 17:00");
    check("2026-03-01T17:00", "2026-03-01 17:00");
    check("tomorrow at 5pm", "2026-11-23 17:00");
    check("tomorrow 5:30 p.m.", "2026-11-23 17:30");
    check("5pm tomorrow", "2026-11-23 17:00");
    check("at 17 tomorrow", "2026-11-23 17:00");
    check("yesterday noon", "2026-11-21 12:00");
    check("12am 2026-03-01", "2026-03-01 00:00");
    check("10:00", "2026-11-22 10:00");
    check("now", "2026-11-22 10:00");
    check("in 3 hours", "2026-11-22 13:00");
    check("30 min ago", "2026-11-22 09:30");
    leans("5pm fri", "2026-11-20 17:00", "2026-11-27 17:00");
    leans("at 5 pm on fri", "2026-11-20 17:00", "2026-11-27 17:00");
    leans("by thu noon", "2026-11-19 12:00", "2026-11-26 12:00");
    leans("17:00", "2026-11-21 17:00", "2026-11-22 17:00");
    leans("9am", "2026-11-22 09:00", "2026-11-23 09:00");
    leans("midnight", "2026-11-22 00:00", "2026-11-23 00:00");
    // today counts, but not when its hour lies on the other side
    leans("sun 9:00", "2026-11-22 09:00", "2026-11-29 09:00");
    leans("sun 17:00", "2026-11-15 17:00", "2026-11-22 17:00");
    leans("22 nov 17:00", "2025-11-22 17:00", "2026-11-22 17:00");
}

#[test]
fn what_is_ambiguous_asks() {
    asks("3/4/2026", &["2026-04-03", "2026-03-04"]);
    asks("3/4", &["2027-04-03", "2027-03-04"]);
    asks("01-03-2026", &["2026-03-01", "2026-01-03"]);
    asks("at 5", &["05:00", "17:00"]);
    asks("fri midnight", &["2026-11-27 00:00", "2026-11-28 00:00"]);
    asks("3m", &["3min", "3mo"]);
    asks("1.3.26", &["1926", "2026", "four digits"]);
    asks("may", &["May is a month", "1 may"]);
}

#[test]
fn what_is_impossible_says_why() {
    asks("31 feb", &["February has no day 31"]);
    asks("32 March", &["March has no day 32"]);
    asks("2026-02-30", &["February has no day 30"]);
    asks("2026-02-29", &["February 2026 has no day 29", "28th"]);
    asks("2026-13-01", &["no month 13"]);
    asks("31/31", &["no month 31"]);
    asks("1 mar 1850", &["between 1900 and 2200"]);
    asks("in 9999 years", &["between 1900 and 2200"]);
    asks("99999y", &["1900"]);
    asks("25:00", &["25:00", "23:59"]);
    asks("13pm", &["between 1 and 12"]);
    asks("thu 27 nov 2026", &["2026-11-27 is a Friday"]);
    assert!(day("fri 17:00", now(), Lean::Future).is_err_and(|says| says.contains("17:00")));
}

#[test]
fn slips_and_other_words_are_refused() {
    asks("tommorow", &["did you mean tomorrow?"]);
    asks("next firday", &["did you mean next friday?"]);
    asks("soon", &["“soon” is not a day"]);
    asks("", &["a day is needed"]);
    asks("by", &["a day is needed"]);
    asks("5", &["only a number"]);
    asks("a\u{1b}[31mb", &["␛"]);
    asks(&"fri ".repeat(100), &["too long"]);
}

#[test]
fn previews() {
    let preview = |text| preview(text, now(), Lean::Future).expect("it can be read");
    assert_eq!(preview("fri"), "Fri 27 Nov 2026, in 5 days");
    assert_eq!(preview("by thu noon"), "Thu 26 Nov 2026 12:00, in 4 days");
    assert_eq!(preview("today"), "Sun 22 Nov 2026, today");
}

#[test]
fn distances() {
    for (text, expect) in [
        ("2026-11-22", "today"),
        ("2026-11-23", "tomorrow"),
        ("2026-11-21", "yesterday"),
        ("2026-11-27", "in 5 days"),
        ("2026-11-09", "13 days ago"),
        ("2026-11-08", "2 weeks ago"),
        ("2026-12-31", "in 5 weeks"),
        ("2026-09-23", "8 weeks ago"),
        ("2026-09-22", "2 months ago"),
        ("2025-09-22", "14 months ago"),
        ("2024-11-22", "2 years ago"),
        ("2030-01-01", "in 3 years"),
    ] {
        assert_eq!(
            beside(text.parse().expect("it can be read"), now().date()),
            expect,
            "{text}"
        );
    }
    let due = on(2026, 11, 22);
    assert_eq!(against(due, on(2026, 11, 25)), "3 days late");
    assert_eq!(against(due, on(2026, 11, 20)), "2 days early");
    assert_eq!(against(due, on(2026, 11, 23)), "1 day late");
    assert_eq!(against(due, due), "on the day");
    assert_eq!(short(on(2026, 11, 27), due), "27 Nov");
    assert_eq!(short(on(2025, 11, 27), due), "27 Nov 2025");
}

fn days_near() -> impl Strategy<Value = NaiveDate> {
    (0..109_000_u64).prop_map(|n| on(1900, 1, 1) + chrono::Days::new(n))
}

fn moments() -> impl Strategy<Value = NaiveDateTime> {
    // away from the edges of what is understood
    (20_000..90_000_u64, 0..1440_i64).prop_map(|(n, minute)| {
        (on(1900, 1, 1) + chrono::Days::new(n)).and_time(chrono::NaiveTime::MIN)
            + chrono::Duration::minutes(minute)
    })
}

fn phrases() -> impl Strategy<Value = String> {
    let words = proptest::sample::select(vec![
        "fri", "next", "last", "this", "in", "2", "weeks", "ago", "a", "month", "end", "start",
        "of", "the", "mar", "1st", "31", "2026", "at", "5", "pm", "17:00", "noon", "midnight",
        "3/4", "24.12.", "-3d", "2w", "eod", "eom", "by", "today", "day", "now", "29", "feb",
    ]);
    proptest::collection::vec(words, 0..6).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in any::<String>(), at in moments()) {
        for lean in [Lean::Past, Lean::Future] {
            if let Err(says) = when(&text, at, lean) {
                prop_assert!(!says.is_empty() && !says.chars().any(char::is_control));
            }
        }
    }

    #[test]
    fn no_phrase_breaks_it(text in phrases(), at in moments()) {
        for lean in [Lean::Past, Lean::Future] {
            if let Ok(found) = when(&text, at, lean) {
                prop_assert_eq!(when(&found.to_string(), at, Lean::Past), Ok(found));
            }
        }
    }

    #[test]
    fn a_day_written_is_the_day_read(day_written in days_near(), at in moments()) {
        for form in ["%Y-%m-%d", "%Y%m%d", "%-d %b %Y", "%A, %B %-d, %Y", "%-d.%-m.%Y"] {
            let text = day_written.format(form).to_string();
            prop_assert_eq!(day(&text, at, Lean::Past), Ok(day_written), "{}", text);
        }
    }

    #[test]
    fn a_distance_in_days_is_read_back(n in -13_i64..=13, at in moments()) {
        let there = at.date() + chrono::Duration::days(n);
        prop_assert_eq!(day(&beside(there, at.date()), at, Lean::Future), Ok(there));
    }

    #[test]
    fn a_distance_is_never_rounded_up(there in days_near(), at in moments()) {
        let today = at.date();
        let read = day(&beside(there, today), at, Lean::Future);
        if let Ok(read) = read {
            prop_assert!((read - today).num_days().abs() <= (there - today).num_days().abs() + 3);
        }
    }

    #[test]
    fn what_leans_stays_on_its_side(
        text in proptest::sample::select(vec![
            "mon", "tuesday", "this wed", "thu", "fri", "sat", "sun", "1 jan", "feb 29", "31.12.", "15th", "31st",
            "13/4", "17:00", "9am", "noon", "midnight", "fri 17:00", "1 jun at 5pm", "5th 10:30", "2w", "3 days",
            "1mo", "this month", "end of march",
        ]),
        at in moments(),
    ) {
        let read = |lean| when(text, at, lean).expect("it can be read");
        let moment = |found: When| found.time.map(|time| found.day.and_time(time));
        let past = read(Lean::Past);
        prop_assert!(past.day <= at.date() && moment(past).is_none_or(|m| m <= at));
        let future = read(Lean::Future);
        prop_assert!(future.day >= at.date() && moment(future).is_none_or(|m| m >= at));
    }
}
