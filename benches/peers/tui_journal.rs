//! tui-journal: `tjournal` over its file of JSON; it has a screen and an import, and no command line beside them.

use std::path::{Path, PathBuf};

use crate::entries::entries;
use crate::peer::{Act, Deed, Peer, found};

/// tui-journal.
pub struct TuiJournal;

impl Peer for TuiJournal {
    fn name(&self) -> &'static str {
        "tui-journal"
    }

    fn program(&self) -> Option<PathBuf> {
        found("tjournal")
    }

    fn settle(&self, home: &Path, many: usize) {
        let all: Vec<_> = entries(many)
            .enumerate()
            .map(|(n, e)| {
                format!(
                    "{{\"id\":{n},\"date\":\"{}T00:00:00Z\",\"title\":\"{}\",\"content\":\"about {}\",\"tags\":[]}}",
                    e.day, e.says, e.who
                )
            })
            .collect();
        let exported = format!("{{\"version\":100,\"entries\":[{}]}}", all.join(","));
        std::fs::write(home.join("entries.json"), exported).expect("entries");
    }

    fn act(&self, home: &Path, deed: Deed) -> Option<Act> {
        let file = "--backend-type json --json-file-path HOME/journal.json";
        match deed {
            Deed::Import => Some(Act::of(
                home,
                &format!("{file} import-journals --path HOME/entries.json"),
            )),
            Deed::Start => Some(Act::of(home, file).drawn()),
            _ => None,
        }
    }
}
