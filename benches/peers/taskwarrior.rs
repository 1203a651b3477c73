//! Taskwarrior: `task`, with its settings and data in a home of its own.

use std::path::{Path, PathBuf};

use crate::entries::{WORD, entries};
use crate::peer::{Act, Deed, Peer, found};

/// Taskwarrior.
pub struct Taskwarrior;

impl Peer for Taskwarrior {
    fn name(&self) -> &'static str {
        "Taskwarrior"
    }

    fn program(&self) -> Option<PathBuf> {
        found("task")
    }

    fn settle(&self, home: &Path, many: usize) {
        let settings = "confirmation=off\nverbose=nothing\nhooks=off\n";
        std::fs::write(home.join("taskrc"), settings).expect("settings");
        let tasks: Vec<_> = entries(many)
            .map(|e| {
                let day = e.day.format("%Y%m%dT090000Z");
                format!(
                    "{{\"description\":\"{}\",\"project\":\"{}\",\"entry\":\"{day}\"}}",
                    e.says, e.who
                )
            })
            .collect();
        let tasks = format!("[{}]", tasks.join(",\n"));
        std::fs::write(home.join("entries.json"), tasks).expect("tasks");
    }

    fn act(&self, home: &Path, deed: Deed) -> Option<Act> {
        let act = match deed {
            Deed::Import => Act::of(home, "import HOME/entries.json"),
            Deed::Start => Act::of(home, "next"),
            Deed::Add => Act::of(home, "add send the draft project:Person7 due:friday"),
            Deed::Latest => Act::of(home, "newest limit:50"),
            Deed::Search => Act::of(home, &format!("description.contains:{WORD} list")),
            Deed::Export => Act::of(home, "export"),
        };
        Some(
            act.with("TASKRC", home.join("taskrc"))
                .with("TASKDATA", home.join("data")),
        )
    }
}
