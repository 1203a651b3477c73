//! The table `[privacy]` of the settings: when the screen locks by itself, and what is left in the clipboard.

use std::time::Duration;

/// After how long without a key a locked journal locks itself again, unless something else is set.
const USUAL: Duration = Duration::from_secs(10 * 60);

/// The longest that can be set: a day.
const MOST: Duration = Duration::from_secs(24 * 60 * 60);

/// Each unit by its names, with its seconds.
const UNITS: &[(&[&str], u64)] = &[
    (&["s", "sec", "second", "seconds"], 1),
    (&["m", "min", "minute", "minutes"], 60),
    (&["h", "hour", "hours"], 60 * 60),
];

/// When the screen locks by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IdleLock {
    /// Ten minutes where the journal is locked, never where it is plain.
    #[default]
    Usual,
    /// After so long, also where the journal is plain: there the screen is hidden.
    After(Duration),
    /// Never.
    Off,
}

impl IdleLock {
    /// How long without a key; `None`: never.
    pub fn after(self, locked: bool) -> Option<Duration> {
        match self {
            Self::Usual => locked.then_some(USUAL),
            Self::After(time) => Some(time),
            Self::Off => None,
        }
    }

    /// As it is written.
    pub(super) fn written(self) -> String {
        match self {
            Self::Usual => told(USUAL),
            Self::After(time) => told(time),
            Self::Off => "off".to_owned(),
        }
    }

    /// In words: "after 10 min".
    pub fn says(self) -> String {
        match self {
            Self::Usual => "after 10 min, where the journal is locked".to_owned(),
            Self::After(time) => format!("after {}", told(time)),
            Self::Off => "never".to_owned(),
        }
    }
}

/// What the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Privacy {
    /// When the screen locks by itself.
    pub idle_lock: IdleLock,
    /// Whether what was copied is taken out of the clipboard at leaving.
    pub clear_clipboard: bool,
}

impl Default for Privacy {
    fn default() -> Self {
        Self {
            idle_lock: IdleLock::default(),
            clear_clipboard: true,
        }
    }
}

/// Reads when the screen locks by itself; `None`: it cannot be read.
pub(super) fn idle_lock(typed: &str) -> Option<IdleLock> {
    if typed == "off" {
        return Some(IdleLock::Off);
    }
    time(typed).map(IdleLock::After)
}

/// Reads a time such as `10 min`; `None`: it is none, or beyond a day.
fn time(typed: &str) -> Option<Duration> {
    let end = typed.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = typed.split_at(end);
    let (_, seconds) = UNITS
        .iter()
        .find(|(names, _)| names.contains(&unit.trim()))?;
    let time = Duration::from_secs(number.parse::<u64>().ok()?.checked_mul(*seconds)?);
    (Duration::from_secs(1)..=MOST)
        .contains(&time)
        .then_some(time)
}

/// A time in the largest unit that tells it whole.
fn told(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        s if s % 3600 == 0 => format!("{} h", s / 3600),
        s if s % 60 == 0 => format!("{} min", s / 60),
        s => format!("{s} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::understood;
    use super::*;

    #[test]
    fn what_is_understood_holds_and_every_fault_names_its_line() {
        let check = |written: &str, privacy: Privacy, faults: &[&str]| {
            let (settings, told) = understood(written);
            assert_eq!(settings.privacy, privacy, "{written}");
            assert_eq!(told, faults, "{written}");
        };
        let usual = Privacy::default();
        let after = |seconds| Privacy {
            idle_lock: IdleLock::After(Duration::from_secs(seconds)),
            ..usual
        };
        let wrong = "idle_lock is a time from 1 s to 24 h in quotes, such as \"10 min\", or \"off\"; 10 min holds";
        check("", usual, &[]);
        for (typed, seconds) in [
            ("10 min", 600),
            ("1 s", 1),
            ("90s", 90),
            ("2 hours", 7200),
            (" 5 minutes ", 300),
        ] {
            check(
                &format!("[privacy]\nidle_lock = \"{typed}\""),
                after(seconds),
                &[],
            );
        }
        let off = Privacy {
            idle_lock: IdleLock::Off,
            clear_clipboard: false,
        };
        check(
            "[privacy]\nidle_lock = \"off\"\nclear_clipboard = false",
            off,
            &[],
        );
        for typed in [
            "\"\"",
            "\"10\"",
            "10",
            "\"0 s\"",
            "\"25 h\"",
            "\"ten min\"",
            "\"-1 s\"",
            "\"99999999999999999999 h\"",
            "\"9999999999999999999 h\"",
        ] {
            let told = format!("config.toml, line 2: {wrong}");
            check(&format!("[privacy]\nidle_lock = {typed}"), usual, &[&told]);
        }
        check(
            "[privacy]\nclear_clipboard = \"no\"\nidel_lock = \"1 h\"\n",
            usual,
            &[
                "config.toml, line 2: clear_clipboard is true or false, not a string; true holds",
                "config.toml, line 3: \u{201c}idel_lock\u{201d} is no setting of privacy and is left aside; did you mean idle_lock?",
            ],
        );
        check(
            "privacy = 1",
            usual,
            &["config.toml, line 1: privacy is a table; write [privacy] and its keys under it"],
        );
    }

    #[test]
    fn a_plain_journal_locks_by_itself_only_where_that_was_set() {
        assert_eq!(IdleLock::Usual.after(true), Some(USUAL));
        assert_eq!(IdleLock::Usual.after(false), None);
        let set = IdleLock::After(Duration::from_secs(90));
        assert_eq!(set.after(false), Some(Duration::from_secs(90)));
        assert_eq!(set.says(), "after 90 s");
        assert_eq!(IdleLock::Off.after(true), None);
    }
}
