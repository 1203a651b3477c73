//! The settings as a page shows them: every key with what holds, why, and what would hold without.

use std::path::PathBuf;

use super::Journal;
use crate::config::settings::{self, Fault, Source, TABLE};

/// One key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingLine {
    /// Its place in [`TABLE`].
    pub key: usize,
    /// What holds, as it would be written; `""`: nothing.
    pub holds: String,
    /// What holds, as somebody would type it.
    pub typed: String,
    /// What holds unless something is set.
    pub usual: String,
    /// Where the value comes from.
    pub source: Source,
    /// The same in words.
    pub says: String,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsSheet {
    /// Every key, in the order of [`TABLE`].
    pub lines: Vec<SettingLine>,
    /// What is wrong in the files.
    pub faults: Vec<Fault>,
    /// The file that is written; `None`: there is no folder for one.
    pub file: Option<PathBuf>,
}

impl Journal {
    /// The settings of its place.
    pub fn settings_sheet(&self) -> SettingsSheet {
        let customs = self.customs();
        let (found, folder) = (customs.found(), customs.folder());
        let line = |(n, key): (usize, &settings::Key)| {
            let source = found.source(key, customs.environment());
            SettingLine {
                key: n,
                holds: (key.get)(&found.settings),
                typed: key.typed(&found.settings),
                usual: key.usual(),
                says: source.says(folder),
                source,
            }
        };
        SettingsSheet {
            lines: TABLE.iter().enumerate().map(line).collect(),
            faults: found.faults.clone(),
            file: folder.map(settings::file),
        }
    }
}
