//! The table `[backups]` of the settings: where backups lie and how they are kept.

use std::path::{Path, PathBuf};

use directories::BaseDirs;
use toml::Spanned;
use toml::de::DeValue;

use super::with_article;
use crate::domain::backup::{Keeping, Rule};
use crate::domain::text;

/// The name of the table.
pub const TABLE: &str = "backups";

/// Its keys.
const KEYS: &[&str] = &[
    "folder",
    "automatic",
    "daily",
    "weekly",
    "monthly",
    "migrations",
];

/// The most of anything: more than a lifetime of days.
const MOST: i64 = 100_000;

/// Reads the table: what holds, and what is wrong in it, each with the byte at which it stands.
pub fn read(value: &Spanned<DeValue<'_>>) -> (Keeping, Vec<(usize, String)>) {
    let mut keeping = Keeping::default();
    let Some(table) = value.get_ref().as_table() else {
        let says = "backups is a table; write [backups] and its keys under it".to_owned();
        return (keeping, vec![(value.span().start, says)]);
    };
    let mut faults = Vec::new();
    for (key, value) in table {
        if let Err(says) = set(&mut keeping, key.get_ref(), value.get_ref()) {
            faults.push((key.span().start, says));
        }
    }
    (keeping, faults)
}

fn set(keeping: &mut Keeping, key: &str, value: &DeValue<'_>) -> Result<(), String> {
    let rule = &mut keeping.rule;
    let usual = Rule::default();
    match key {
        "folder" => keeping.folder = folder(value)?,
        "automatic" => {
            rule.automatic = value.as_bool().ok_or_else(|| {
                let found = with_article(value.type_str());
                format!("automatic is true or false, not {found}; true holds")
            })?;
        }
        "daily" => rule.daily = count(key, value, usual.daily)?,
        "weekly" => rule.weekly = count(key, value, usual.weekly)?,
        "monthly" => rule.monthly = count(key, value, usual.monthly)?,
        "migrations" => rule.migrations = count(key, value, usual.migrations)?,
        unknown => {
            let hint = text::nearest(unknown, KEYS.iter().copied()).map_or_else(
                || format!("the keys are {}", KEYS.join(", ")),
                |near| format!("did you mean {near}?"),
            );
            return Err(format!(
                "\u{201c}{unknown}\u{201d} is no setting of backups and is left aside; {hint}"
            ));
        }
    }
    Ok(())
}

fn count(key: &str, value: &DeValue<'_>, usual: usize) -> Result<usize, String> {
    let wrong =
        || format!("{key} is a whole number from 0 to {MOST}, without quotes; {usual} holds");
    let whole = value
        .as_integer()
        .filter(|n| n.radix() == 10)
        .ok_or_else(wrong)?;
    let number: i64 = whole
        .as_str()
        .replace('_', "")
        .parse()
        .map_err(|_| wrong())?;
    usize::try_from(number)
        .ok()
        .filter(|_| number <= MOST)
        .ok_or_else(wrong)
}

/// A whole path, or one from the home.
fn folder(value: &DeValue<'_>) -> Result<Option<PathBuf>, String> {
    let wrong = |why: &str| format!("folder {why}; backups lie beside the journal");
    let typed = value.as_str().ok_or_else(|| {
        wrong(&format!(
            "is a text in quotes, not {}",
            with_article(value.type_str())
        ))
    })?;
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(rest) = typed.strip_prefix("~/") {
        let home = BaseDirs::new().map(|homes| homes.home_dir().join(rest));
        return home
            .map(Some)
            .ok_or_else(|| wrong("begins with ~ and there is no home"));
    }
    let path = Path::new(typed);
    if path.is_absolute() {
        Ok(Some(path.to_owned()))
    } else {
        Err(wrong(
            "is a whole path such as /home/me/backups or ~/backups",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::super::understood;
    use super::*;

    #[test]
    fn what_is_understood_holds_and_every_fault_names_its_line() {
        let check = |written: &str, keeping: &Keeping, faults: &[&str]| {
            let (settings, told) = understood(written);
            assert_eq!(&settings.backups, keeping, "{written}");
            assert_eq!(told, faults, "{written}");
        };
        check("", &Keeping::default(), &[]);
        let rule = Rule {
            automatic: false,
            daily: 3,
            weekly: 0,
            monthly: 24,
            migrations: 1,
        };
        check(
            "[backups]\nfolder = \"/mnt/disk\"\nautomatic = false\ndaily = 3\nweekly = 0\nmonthly = 24\nmigrations = 1",
            &Keeping {
                folder: Some("/mnt/disk".into()),
                rule,
            },
            &[],
        );
        check(
            "[backups]\ndaily = -1\nweekly = \"5\"\nmonthly = 2.5\nautomatic = 1\nfolder = \"up/there\"\ndayly = 2",
            &Keeping::default(),
            &[
                "config.toml, line 2: daily is a whole number from 0 to 100000, without quotes; 7 holds",
                "config.toml, line 3: weekly is a whole number from 0 to 100000, without quotes; 5 holds",
                "config.toml, line 4: monthly is a whole number from 0 to 100000, without quotes; 12 holds",
                "config.toml, line 5: automatic is true or false, not an integer; true holds",
                "config.toml, line 6: folder is a whole path such as /home/me/backups or ~/backups; backups lie beside the journal",
                "config.toml, line 7: \u{201c}dayly\u{201d} is no setting of backups and is left aside; did you mean daily?",
            ],
        );
        check(
            "backups = 3",
            &Keeping::default(),
            &["config.toml, line 1: backups is a table; write [backups] and its keys under it"],
        );
    }
}
