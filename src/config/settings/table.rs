//! The table of the settings: every key that `config.toml` may hold. Reading, the verb, the page and the default file follow it.

use super::backups::folder;
use super::key::{Key, Sort, Value, quoted};
use super::look::{Depth, Glyphs};
use super::notice::{By, morning};
use super::privacy::idle_lock;
use crate::config::name::Name;
use crate::domain::quiet::Quiet;
use crate::domain::text;
use crate::error::{Error, Result};

/// Every key, table by table, in the order in which they are told.
pub const TABLE: &[Key] = &[
    Key {
        table: "",
        name: "safety_contact",
        sort: Sort::Words,
        says: "The person or body in charge at your place, shown where harassment, discrimination, a threat or safety is written down.",
        unset: "write safety_contact = \"\u{2026}\"",
        set: |settings, value| {
            settings.safety_contact = worded(value);
            Ok(())
        },
        get: |settings| written(settings.safety_contact.as_deref()),
    },
    Key {
        table: "",
        name: "mask",
        sort: Sort::Flag,
        says: "Show initials in place of names, on the screen and in what commands say.",
        unset: "",
        set: |settings, value| {
            settings.mask = value.flag();
            Ok(())
        },
        get: |settings| settings.mask.to_string(),
    },
    Key {
        table: "",
        name: "profile",
        sort: Sort::Words,
        says: "The profile that is opened unless --profile or TRUSTLINE_PROFILE names another; unless set, the first.",
        unset: "the first one is opened",
        set: |settings, value| {
            let named = worded(value).map(|typed| Name::read(&typed)).transpose();
            let named = named.map_err(|error| format!("is the name of one; {}", error.says()))?;
            settings.profile = named.map(|name| name.to_string());
            Ok(())
        },
        get: |settings| written(settings.profile.as_deref()),
    },
    Key {
        table: "",
        name: "passphrase_command",
        sort: Sort::Words,
        says: "A command that prints the passphrase of a locked journal as its first line, such as \"pass show trustline\".",
        unset: "write passphrase_command = \"\u{2026}\"",
        set: |settings, value| {
            settings.passphrase_command = worded(value);
            Ok(())
        },
        get: |settings| written(settings.passphrase_command.as_deref()),
    },
    Key {
        table: "backups",
        name: "folder",
        sort: Sort::Words,
        says: "The folder in which the folder of backups lies, as a whole path; unless set, beside the journal.",
        unset: "backups lie beside the journal",
        set: |settings, value| {
            settings.backups.folder = folder(value.text())?;
            Ok(())
        },
        get: |settings| {
            let folder = settings.backups.folder.as_ref();
            written(folder.map(|path| path.display().to_string()).as_deref())
        },
    },
    Key {
        table: "backups",
        name: "automatic",
        sort: Sort::Flag,
        says: "Make a backup before the first change of a day.",
        unset: "",
        set: |settings, value| {
            settings.backups.rule.automatic = value.flag();
            Ok(())
        },
        get: |settings| settings.backups.rule.automatic.to_string(),
    },
    Key {
        table: "backups",
        name: "daily",
        sort: Sort::Count,
        says: "How many days keep their newest backup.",
        unset: "",
        set: |settings, value| {
            settings.backups.rule.daily = value.count();
            Ok(())
        },
        get: |settings| settings.backups.rule.daily.to_string(),
    },
    Key {
        table: "backups",
        name: "weekly",
        sort: Sort::Count,
        says: "How many weeks keep their newest backup.",
        unset: "",
        set: |settings, value| {
            settings.backups.rule.weekly = value.count();
            Ok(())
        },
        get: |settings| settings.backups.rule.weekly.to_string(),
    },
    Key {
        table: "backups",
        name: "monthly",
        sort: Sort::Count,
        says: "How many months keep their newest backup.",
        unset: "",
        set: |settings, value| {
            settings.backups.rule.monthly = value.count();
            Ok(())
        },
        get: |settings| settings.backups.rule.monthly.to_string(),
    },
    Key {
        table: "backups",
        name: "migrations",
        sort: Sort::Count,
        says: "How many backups made before a migration are kept.",
        unset: "",
        set: |settings, value| {
            settings.backups.rule.migrations = value.count();
            Ok(())
        },
        get: |settings| settings.backups.rule.migrations.to_string(),
    },
    Key {
        table: "privacy",
        name: "idle_lock",
        sort: Sort::Form("a time from 1 s to 24 h in quotes, such as \"10 min\", or \"off\""),
        says: "After how long without a key the screen locks by itself; unless set, only where the journal is locked.",
        unset: "10 min holds",
        set: |settings, value| {
            let read = idle_lock(value.text());
            settings.privacy.idle_lock = read.ok_or("")?;
            Ok(())
        },
        get: |settings| quoted(&settings.privacy.idle_lock.written()),
    },
    Key {
        table: "privacy",
        name: "clear_clipboard",
        sort: Sort::Flag,
        says: "Take what the screen copied out of the clipboard when it is left.",
        unset: "",
        set: |settings, value| {
            settings.privacy.clear_clipboard = value.flag();
            Ok(())
        },
        get: |settings| settings.privacy.clear_clipboard.to_string(),
    },
    Key {
        table: "look",
        name: "theme",
        sort: Sort::Words,
        says: "The theme: terminal, light, dark, high-contrast, mono, or the name of a file in the folder themes.",
        unset: "",
        set: |settings, value| {
            value.text().clone_into(&mut settings.look.theme);
            Ok(())
        },
        get: |settings| quoted(&settings.look.theme),
    },
    Key {
        table: "look",
        name: "glyphs",
        sort: Sort::Choice(Glyphs::WORDS),
        says: "With which marks the screen is drawn.",
        unset: "",
        set: |settings, value| {
            settings.look.glyphs = Glyphs::of(value.text());
            Ok(())
        },
        get: |settings| quoted(settings.look.glyphs.word()),
    },
    Key {
        table: "look",
        name: "colour",
        sort: Sort::Choice(Depth::WORDS),
        says: "How many colours the terminal is taken to have; NO_COLOR wins over it.",
        unset: "",
        set: |settings, value| {
            settings.look.colour = Depth::of(value.text());
            Ok(())
        },
        get: |settings| quoted(settings.look.colour.word()),
    },
    Key {
        table: "notice",
        name: "by",
        sort: Sort::Choice(By::WORDS),
        says: "How the program makes itself heard.",
        unset: "",
        set: |settings, value| {
            settings.notice.by = By::of(value.text());
            Ok(())
        },
        get: |settings| quoted(settings.notice.by.word()),
    },
    Key {
        table: "notice",
        name: "command",
        sort: Sort::Words,
        says: "The command of a notice, such as \"notify-send {title} {body}\".",
        unset: "write command = \"\u{2026}\"",
        set: |settings, value| {
            value.text().clone_into(&mut settings.notice.command);
            Ok(())
        },
        get: |settings| quoted_unless_empty(&settings.notice.command),
    },
    Key {
        table: "notice",
        name: "quiet",
        sort: Sort::Form("hours and days in quotes, such as \"20:00-08:00, sat, sun\""),
        says: "When there is no notice, such as \"20:00-08:00, sat, sun\"; what falls there comes afterwards.",
        unset: "there is no quiet",
        set: |settings, value| {
            Quiet::read(value.text())?;
            value.text().clone_into(&mut settings.notice.quiet);
            Ok(())
        },
        get: |settings| quoted_unless_empty(&settings.notice.quiet),
    },
    Key {
        table: "notice",
        name: "morning",
        sort: Sort::Form("a time in quotes, such as \"08:00\", or \"off\""),
        says: "When one line tells what the day holds, or \"off\".",
        unset: "",
        set: |settings, value| {
            settings.notice.morning = morning(value.text())?;
            Ok(())
        },
        get: |settings| {
            let at = settings.notice.morning;
            at.map_or_else(
                || quoted("off"),
                |at| quoted(&at.format("%H:%M").to_string()),
            )
        },
    },
    Key {
        table: "notice",
        name: "nudges",
        sort: Sort::Flag,
        says: "Tell what the program itself suggests, too, such as a check-in that is due.",
        unset: "",
        set: |settings, value| {
            settings.notice.nudges = value.flag();
            Ok(())
        },
        get: |settings| settings.notice.nudges.to_string(),
    },
];

/// The key of a name in a table; `""`: in none.
pub fn key(table: &str, name: &str) -> Option<&'static Key> {
    let mut keys = TABLE.iter();
    keys.find(|key| key.table == table && key.name == name)
}

/// The key of a path such as `look.theme`; a name that stands in one table only is enough.
///
/// # Errors
/// `NotFound` with the nearest one.
pub fn find(path: &str) -> Result<&'static Key> {
    let typed = path.trim().to_lowercase().replace('-', "_");
    if let Some(key) = TABLE.iter().find(|key| key.path() == typed) {
        return Ok(key);
    }
    let mut named = TABLE.iter().filter(|key| key.name == typed);
    if let (Some(key), None) = (named.next(), named.next()) {
        return Ok(key);
    }
    let paths: Vec<_> = TABLE.iter().map(Key::path).collect();
    let near = text::nearest(&typed, paths.iter().map(String::as_str));
    let near = near.or_else(|| text::nearest(&typed, TABLE.iter().map(|key| key.name)));
    let says = format!("\u{201c}{typed}\u{201d} is no setting");
    Err(Error::not_found(says).hint(near.map_or_else(
        || "trustline settings list names them all".to_owned(),
        |near| format!("did you mean {near}?"),
    )))
}

/// A text; nothing but spaces is none.
fn worded(value: Value<'_>) -> Option<String> {
    Some(value.text().to_owned()).filter(|text| !text.is_empty())
}

fn written(text: Option<&str>) -> String {
    text.map_or_else(String::new, quoted)
}

fn quoted_unless_empty(text: &str) -> String {
    written(Some(text).filter(|text| !text.is_empty()))
}
