//! The table `[backups]` of the settings: where backups lie.

use std::path::{Path, PathBuf};

use directories::BaseDirs;

/// A whole path, or one from the home; `None`: nothing was written.
///
/// # Errors
/// Why it is neither.
pub(super) fn folder(typed: &str) -> Result<Option<PathBuf>, String> {
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(rest) = typed.strip_prefix("~/") {
        let home = BaseDirs::new().map(|homes| homes.home_dir().join(rest));
        return home
            .map(Some)
            .ok_or_else(|| "begins with ~ and there is no home".to_owned());
    }
    let path = Path::new(typed);
    if path.is_absolute() {
        Ok(Some(path.to_owned()))
    } else {
        Err("is a whole path such as /home/me/backups or ~/backups".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::super::understood;
    use crate::domain::backup::{Keeping, Rule};

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
                profile: None,
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
