//! The laws of the table of commands that need the pages: every row is acted on where it applies.

use std::fs;
use std::path::{Path, PathBuf};

use trustline::domain::Kind;
use trustline::tui::command::{Scope, TABLE};

/// The files that act on the commands of a scope.
fn files(scope: Scope) -> &'static [&'static str] {
    match scope {
        Scope::Global | Scope::Welcome => &["app"],
        Scope::Keys => &["pages/help"],
        Scope::Pages => &["pages/help_pages"],
        Scope::Sealed => &["pages/confidences"],
        // these say only where somebody is
        Scope::Leaving | Scope::Teams | Scope::Restoring => &[],
        Scope::List => &["feed", "pages/relationships", "pages/today", "app"],
        Scope::Article => &["pages/article"],
        Scope::Text => &["paint"],
        Scope::Item | Scope::About => &["hand"],
        Scope::Today | Scope::Unfinished => &["pages/today"],
        Scope::Relationships => &["pages/relationships"],
        Scope::Relationship => &["pages/relationship", "hand"],
        Scope::Team => &["pages/team", "pages/outline"],
        Scope::CheckIn | Scope::NobodyDue => &["pages/checkin"],
        Scope::Triage => &["pages/triage"],
        Scope::Brief => &["pages/brief"],
        Scope::Prep => &["pages/prep", "pages/outline"],
        Scope::Repair => &["pages/repair", "pages/outline"],
        Scope::Steps => &["pages/steps"],
        Scope::Search => &["pages/search", "feed"],
        Scope::Record => &["pages/record"],
        Scope::Explain => &["pages/explain", "pages/outline"],
        Scope::Import | Scope::Unite | Scope::Imported => &["pages/import"],
        Scope::Form => &["pages/form"],
        Scope::Forget => &["pages/forget", "pages/outline"],
        Scope::Quick => &["pages/quick"],
        Scope::Choose => &["pages/palette"],
        Scope::Backups => &["pages/backups"],
        Scope::Settings => &["pages/settings", "paint"],
        Scope::Profiles | Scope::Value => &["pages/profiles"],
        Scope::Gate | Scope::Passphrase | Scope::Offer => &["gate"],
        Scope::Confirm => &["pages/confirm"],
        Scope::Add => &["pages/add", "hand"],
        Scope::Settle(_) => &["pages/settle"],
    }
}

/// The sources of a room: its file and what lies in its folder.
fn sources(room: &str) -> String {
    let at = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/tui")
        .join(room);
    let mut paths: Vec<PathBuf> = vec![at.with_extension("rs")];
    if let Ok(folder) = fs::read_dir(&at) {
        paths.extend(folder.flatten().map(|entry| entry.path()));
    }
    let read = |path: &PathBuf| fs::read_to_string(path).unwrap_or_default();
    paths.iter().map(read).collect()
}

#[test]
fn every_command_is_acted_on_by_a_page_whose_scope_has_it() {
    for row in TABLE {
        let name = format!("{:?}", row.command);
        let name = name.split('(').next().unwrap_or_default();
        let said = format!("Command::{name}");
        let acted = files(row.scope).iter().any(|room| {
            let text = sources(room);
            text.match_indices(&said).any(|(at, _)| {
                let after = text[at + said.len()..].chars().next();
                !after.is_some_and(char::is_alphanumeric)
            })
        });
        assert!(acted, "nobody acts on {said} in {:?}", row.scope);
    }
}

#[test]
fn every_kind_can_be_settled() {
    for kind in Kind::ALL {
        assert!(
            TABLE.iter().any(|row| row.scope == Scope::Settle(*kind)),
            "{kind} has no way to be settled"
        );
    }
}
