//! jrnl: one text file, with its settings in a home of its own.

use std::path::{Path, PathBuf};

use crate::entries::{WORD, written};
use crate::peer::{Act, Deed, Peer, found};

/// jrnl.
pub struct Jrnl;

impl Peer for Jrnl {
    fn name(&self) -> &'static str {
        "jrnl"
    }

    fn program(&self) -> Option<PathBuf> {
        found("jrnl")
    }

    fn settle(&self, home: &Path, many: usize) {
        let place = home.to_string_lossy();
        let settings = format!(
            "journals:\n  default:\n    journal: {place}/journal.txt\neditor: ''\nencrypt: false\ntemplate: false\n\
             default_hour: 9\ndefault_minute: 0\ntimeformat: '%F %r'\ntagsymbols: '@'\nhighlight: true\n\
             linewrap: 79\nindent_character: '|'\ncolors:\n  body: none\n  date: none\n  tags: none\n  title: none\nversion: v4.2\n"
        );
        std::fs::write(home.join("jrnl.yaml"), settings).expect("settings");
        std::fs::write(home.join("journal.txt"), "").expect("a journal");
        let text = written(many, "", |e| {
            format!("[{} 09:00:00 AM] {}\nabout {}\n", e.day, e.says, e.who)
        });
        std::fs::write(home.join("entries.txt"), text).expect("entries");
    }

    fn act(&self, home: &Path, deed: Deed) -> Option<Act> {
        let act = match deed {
            Deed::Import => "--import --file HOME/entries.txt".to_owned(),
            Deed::Start => "-n 1".to_owned(),
            Deed::Add => "today: send the draft.".to_owned(),
            Deed::Latest => "-n 50".to_owned(),
            Deed::Search => format!("-contains {WORD}"),
            Deed::Export => "--format json".to_owned(),
        };
        let config = "--config-file HOME/jrnl.yaml";
        Some(Act::of(home, &format!("{config} {act}")))
    }
}
