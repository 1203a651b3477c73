//! trustline itself, beside the others: over a plain journal, by its command line.

use std::path::{Path, PathBuf};

use crate::entries::{WORD, written};
use crate::peer::{Act, Deed, Peer};

/// By its command line.
pub struct Trustline;

/// By its screen.
pub struct Screen;

impl Peer for Trustline {
    fn name(&self) -> &'static str {
        "trustline"
    }

    fn program(&self) -> Option<PathBuf> {
        Some(PathBuf::from(env!("CARGO_BIN_EXE_trustline")))
    }

    fn settle(&self, home: &Path, many: usize) {
        let head = "text,who,side,made\n";
        let table = written(many, head, |e| {
            format!("{},{},mine,{}", e.says, e.who, e.day)
        });
        std::fs::write(home.join("entries.csv"), table).expect("a table");
        let settings = "[backups]\nautomatic = false\n";
        std::fs::write(home.join("config.toml"), settings).expect("settings");
    }

    fn act(&self, home: &Path, deed: Deed) -> Option<Act> {
        let act = match deed {
            Deed::Import => Act::of(home, "import HOME/entries.csv"),
            Deed::Start => Act::of(home, "today"),
            Deed::Add => Act::of(home, "commit").and("send Person 7 the draft by fri"),
            Deed::Latest => Act::of(home, "list --limit 50"),
            Deed::Search => Act::of(home, &format!("list {WORD} --limit 1000")),
            Deed::Export => Act::of(home, "export"),
        };
        Some(at(act, home))
    }
}

impl Peer for Screen {
    fn name(&self) -> &'static str {
        "trustline's screen"
    }

    fn program(&self) -> Option<PathBuf> {
        Trustline.program()
    }

    fn settle(&self, home: &Path, many: usize) {
        Trustline.settle(home, many);
    }

    fn tells(&self, deed: Deed) -> bool {
        deed == Deed::Start
    }

    fn act(&self, home: &Path, deed: Deed) -> Option<Act> {
        match deed {
            Deed::Import => Trustline.act(home, deed),
            Deed::Start => Some(at(Act::of(home, ""), home).drawn()),
            _ => None,
        }
    }
}

fn at(act: Act, home: &Path) -> Act {
    act.with("TRUSTLINE_JOURNAL", home.join("journal.db"))
        .with("TRUSTLINE_CONFIG", home.to_owned())
}
