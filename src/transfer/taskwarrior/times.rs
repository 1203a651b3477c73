//! The times of a task list: instants in universal time, which become local days and times.

use chrono::{DateTime, NaiveDateTime, Timelike};

use crate::clock::Zone;
use crate::domain::When;
use crate::transfer::intake::shown;

/// Seconds since 1970 UTC of `20261124T170000Z`, `2026-11-24T17:00:00Z`, either without its zone (then local), or a
/// plain number of seconds.
///
/// # Errors
/// A sentence.
pub(super) fn seconds(text: &str, zone: Zone) -> Result<i64, String> {
    let text = text.trim();
    let bare = text.strip_suffix(['Z', 'z']);
    let local = |text: &str| {
        ["%Y%m%dT%H%M%S", "%Y-%m-%dT%H:%M:%S%.f"]
            .iter()
            .find_map(|shape| NaiveDateTime::parse_from_str(text, shape).ok())
    };
    let found = if let Some(bare) = bare {
        local(bare).map(|at| at.and_utc().timestamp())
    } else if text.len() <= 12 && text.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().ok()
    } else {
        let zoned = DateTime::parse_from_rfc3339(text).ok();
        zoned
            .map(|at| at.timestamp())
            .or_else(|| local(text).map(|at| zone.seconds(at)))
    };
    let found = found.filter(|at| zone.local(*at).is_some());
    found.ok_or_else(|| {
        format!(
            "\u{201c}{}\u{201d} is not a time as Taskwarrior writes it (20261124T170000Z)",
            shown(text)
        )
    })
}

/// The local day and time of an instant. Midnight and the last second of a day mean the day: that is how
/// Taskwarrior understands `due:2026-11-24` and `due:eod`.
///
/// # Errors
/// A sentence, outside the years of the calendar.
pub(super) fn when(seconds: i64, zone: Zone) -> Result<When, String> {
    let local = zone
        .local(seconds)
        .ok_or_else(|| "lies outside the calendar".to_owned())?;
    let clock = (local.hour(), local.minute(), local.second());
    let time = match clock {
        (0, 0, 0) | (23, 59, 59) => None,
        (hour, minute, _) => chrono::NaiveTime::from_hms_opt(hour, minute, 0),
    };
    Ok(When {
        day: local.date(),
        time,
    })
}

/// The instant that stands for a day or a time, as [`when`] reads it.
pub(super) fn instant(when: When, zone: Zone) -> i64 {
    zone.seconds(when.day.and_time(when.time.unwrap_or_default()))
}

/// An instant as Taskwarrior writes it.
pub(super) fn written(when: When, zone: Zone) -> String {
    let at = DateTime::from_timestamp(instant(when, zone), 0).unwrap_or_default();
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_become_local_days() {
        let check = |text: &str, expect: &str| {
            let found = seconds(text, Zone::Utc).and_then(|at| when(at, Zone::Utc));
            let found = found.map_or_else(|says| says, |when| when.to_string());
            assert!(found.starts_with(expect), "{text}: {found}");
        };
        check("20261124T170000Z", "2026-11-24 17:00");
        check("20261124T000000Z", "2026-11-24");
        check("20261124T235959Z", "2026-11-24");
        check("2026-11-24T17:00:00Z", "2026-11-24 17:00");
        check("2026-11-24T17:00:00.123456789+02:00", "2026-11-24 15:00");
        check("20261124T170000", "2026-11-24 17:00");
        check("1795539600", "2026-11-24 17:00");
        for wrong in [
            "",
            "Z",
            "99999999999999999999",
            "999999999999",
            "20261324T000000Z",
            "tomorrow",
            "99991231T235959Z",
        ] {
            check(wrong, "\u{201c}");
        }
    }
}
