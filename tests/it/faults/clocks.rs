//! Clocks that jump, zones that change, the hour that comes twice and the one that never does.

use std::process::Output;

use super::place::{Place, in_order, said, tell};

/// Runs at the system's own clock in a zone, as `faketime` has it; `None`: that is not installed.
fn faked(place: &Place, zone: &str, utc: &str, args: &[&str]) -> Option<Output> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join("faketime"));
    let program = found.into_iter().find(|program| program.is_file())?;
    let mut command = std::process::Command::new(program);
    command
        .arg("-f")
        .arg(utc)
        .arg(super::place::PROGRAM)
        .args(args);
    let mut command = place.at_home(command);
    command.env_remove("TRUSTLINE_NOW").env("TZ", zone);
    Some(command.output().expect("it runs"))
}

/// Every read says something sensible: no panic, no negative age.
fn reads(place: &Place, now: &str) {
    for verb in [
        "today",
        "relationships",
        "list",
        "timeline",
        "brief",
        "show",
        "explain",
    ] {
        let args: &[&str] = match verb {
            "today" | "relationships" | "list" => &[verb],
            _ => &[verb, "priya"],
        };
        for json in [false, true] {
            let mut args = args.to_vec();
            if json && verb != "brief" {
                args.push("--json");
            }
            let done = place.command(&args).env("TRUSTLINE_NOW", now).output();
            let done = done.expect("it runs");
            let why = format!("{now} {args:?}");
            in_order(&done, &why);
            assert!(
                matches!(done.status.code(), Some(0 | 3 | 4)),
                "{why}: {}",
                said(&done)
            );
            let says = String::from_utf8_lossy(&done.stdout);
            let words: Vec<&str> = says.split_whitespace().collect();
            for pair in words.windows(2) {
                let less = pair[0].parse::<f64>().is_ok_and(|n| n < 0.0 || n.is_nan());
                let age = ["day", "week", "month", "year", "hour", "minute"]
                    .iter()
                    .any(|unit| pair[1].starts_with(unit));
                assert!(!(less && age), "{why}: {pair:?}");
                assert!(
                    !["NaN", "inf", "-inf"].contains(&pair[0]),
                    "{why}: {pair:?}"
                );
            }
        }
    }
}

#[test]
fn order_stays_as_recorded_whatever_the_clock_says() {
    let place = Place::team();
    let moments = [
        "2026-11-22T10:00",
        "2025-11-22T10:00",
        "2036-11-22T10:00",
        "2026-11-23T10:00",
        "1970-01-01T00:00",
        "2026-11-24T10:00",
        "9999-12-31T23:59",
        "2026-11-25T10:00",
    ];
    for (n, now) in moments.iter().enumerate() {
        place.does_at(now, &["note", &format!("word {n} of @Priya")]);
        place.does_at(
            now,
            &["edit", "word 0", "--text", &format!("word 0 in form {n}")],
        );
        reads(&place, now);
    }
    let log = place.does(&["log", "word 0"]);
    let forms: Vec<usize> = log
        .lines()
        .filter_map(|line| line.split("in form ").nth(1)?.chars().next()?.to_digit(10))
        .map(|n| n as usize)
        .collect();
    let newest_first: Vec<usize> = (0..moments.len()).rev().collect();
    assert_eq!(forms, newest_first, "{log}");
    // undo goes back by the order of the hands, not of the clocks
    for n in (0..moments.len()).rev() {
        let told = place.does(&["undo"]);
        assert!(told.contains(&format!("word 0 in form {n}")), "{told}");
        let told = place.does(&["undo"]);
        assert!(told.contains(&format!("word {n} of")), "{told}");
    }
    place.is_sound("after all");
    tell("clocks: 8 jumps of up to 8,000 years, order as recorded");
}

#[test]
fn a_promise_made_under_a_clock_that_was_ahead_has_no_negative_age() {
    let place = Place::team();
    let ahead = "2036-11-22T10:00";
    place.does_at(ahead, &["commit", "send Priya the numbers by fri"]);
    place.does_at(ahead, &["checkin", "priya", "--answer", "ABL=4"]);
    place.does_at(ahead, &["moment", "Priya stayed late"]);
    for now in [
        "2026-11-22T10:00",
        "2036-11-21T23:59",
        "1990-01-01T09:00",
        "2046-01-01T09:00",
    ] {
        reads(&place, now);
    }
    place.is_sound("after all");
}

/// The day is the one of whoever writes: on an island a day ahead, in half an hour's zone, in the hours of the change.
#[test]
fn days_are_local_days_in_every_zone_and_in_the_hours_of_the_change() {
    let probe = Place::new();
    let works = faked(&probe, "UTC", "@2026-11-22 23:30:00", &["note", "x"]);
    if !works.is_some_and(|done| done.status.success()) {
        tell("skipped: faketime is not installed here, or does not work");
        return;
    }
    // the zone, the moment in it, the day that the note must be of
    let cases = [
        ("Pacific/Kiritimati", "2026-11-22 00:10:00", "2026-11-22"),
        ("Pacific/Pago_Pago", "2026-11-22 23:50:00", "2026-11-22"),
        ("America/St_Johns", "2026-11-22 23:59:59", "2026-11-22"),
        ("Europe/Berlin", "2026-10-25 02:30:00", "2026-10-25"),
        ("Europe/Berlin", "2026-03-29 03:00:01", "2026-03-29"),
        ("Europe/Berlin", "2026-03-29 01:59:59", "2026-03-29"),
        ("America/Sao_Paulo", "2018-11-04 01:00:00", "2018-11-04"),
        ("Asia/Kathmandu", "2026-01-01 00:00:00", "2026-01-01"),
    ];
    let place = Place::new();
    for (n, (zone, local, day)) in cases.iter().enumerate() {
        let at = format!("@{local}");
        let text = format!("word {n}");
        let done = faked(&place, zone, &at, &["note", &text]).expect("it ran before");
        assert!(done.status.success(), "{zone}: {}", said(&done));
        for verb in ["today", "list", "doctor", "log"] {
            let args: &[&str] = if verb == "log" {
                &[verb, &text]
            } else {
                &[verb]
            };
            let done = faked(&place, zone, &at, args).expect("it ran before");
            in_order(&done, &format!("{zone} {local} {verb}"));
            assert!(
                done.status.success(),
                "{zone} {local} {verb}: {}",
                said(&done)
            );
        }
        let json = place.does(&["list", &format!("\"{text}\""), "--json"]);
        assert!(
            json.contains(&format!("\"at\":\"{day}\"")),
            "{zone} {local}: {json}"
        );
    }
    // the hour that comes twice keeps its order
    let twice = Place::new();
    for (n, at) in ["@2026-10-25 02:30:00", "@2026-10-25 02:10:00"]
        .iter()
        .enumerate()
    {
        let text = format!("turn {n}");
        let done = faked(&twice, "Europe/Berlin", at, &["note", &text]).expect("it ran");
        assert!(done.status.success(), "{}", said(&done));
    }
    let told = twice.does(&["undo"]);
    assert!(told.contains("turn 1"), "{told}");
    place.is_sound("after all");
    tell(&format!(
        "zones: {} moments in 7 zones, days as local",
        cases.len()
    ));
}
