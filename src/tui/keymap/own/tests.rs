//! Files of keys, with what holds of them and what is told.

use super::*;
use crate::tui::keymap::{Found, Keymap, default_file};

/// A keymap of a file, and what is told.
fn of(written: &str) -> (Keymap, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(keys::file(folder.path()), written).expect("written");
    let keymap = Keymap::of(Some(folder.path()));
    let faults = keymap.faults().to_vec();
    (keymap, faults)
}

fn found(keymap: &Keymap, keys: &str, scopes: &[Scope]) -> Found {
    keymap.find(&sequence(keys).expect("keys"), scopes)
}

#[test]
fn what_is_written_holds_and_the_rest_stays() {
    let (keymap, faults) = of(
        "[everywhere]\nundo = [\"Ctrl-B\", \"u\"]\n[list]\npage-up = \"pgup\"\n[about]\nprep = []\n",
    );
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(found(&keymap, "ctrl-b", &[]), Found::Command(Command::Undo));
    assert_eq!(found(&keymap, "u", &[]), Found::Command(Command::Undo));
    assert_eq!(found(&keymap, "p", &[Scope::About]), Found::Nothing);
    assert_eq!(
        found(&keymap, "j", &[Scope::List]),
        Found::Command(Command::Down)
    );
}

#[test]
fn keys_can_change_places() {
    let (keymap, faults) = of("[list]\ndown = \"k\"\nup = \"j\"\n");
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(
        found(&keymap, "k", &[Scope::List]),
        Found::Command(Command::Down)
    );
}

#[test]
fn everything_that_is_wrong_is_told_at_once_and_what_is_sound_holds() {
    let (keymap, faults) = of("\
text = \"ed\"
[lst]
down = \"n\"
[list]
dwn = \"ctrl-n\"
down = [\"ctrl-n\", \"ctrl-flup\"]
up = \"gg\"
first = \"g\"
page-down = \"u\"
open = []
[form]
save = \"s\"
editor = \"ctrl-a\"
[everywhere]
back = \"q\"
help = []
undo = \"ctrl-i\"
today = \"f5 f6\"
redo = 4
");
    let begins = [
        "keys.toml, line 1: text is \"emacs\" or \"vi\", not \u{201c}ed\u{201d}",
        "keys.toml, line 3: there is no scope [lst]; did you mean [list]?",
        "keys.toml, line 5: [list] has no command \u{201c}dwn\u{201d}; did you mean down?",
        "keys.toml, line 6: \u{201c}ctrl-flup\u{201d} is no key; keys look like",
        "keys.toml, line 7: so up keeps k \u{2191}",
        "keys.toml, line 7: \u{201c}gg\u{201d} is no key; \"g g\" is one after the other",
        "keys.toml, line 8: g would hide ",
        "keys.toml, line 9: u is undo already in [everywhere]; take it away there first: undo = []; page down keeps",
        "keys.toml, line 10: open must keep a key",
        "keys.toml, line 12: so save keeps ^S",
        "keys.toml, line 12: \u{201c}s\u{201d} is text where text is typed",
        "keys.toml, line 13: so editor keeps ^E",
        "keys.toml, line 13: \u{201c}ctrl-a\u{201d} edits the text that is typed there: the start of the line",
        "keys.toml, line 15: back must keep a key that is no letter",
        "keys.toml, line 16: help must keep a key",
        "keys.toml, line 17: a terminal sends Tab for \u{201c}ctrl-i\u{201d}",
        "keys.toml, line 17: so undo keeps u",
        "keys.toml, line 19: keys are texts in quotes",
    ];
    assert_eq!(faults.len(), begins.len(), "{faults:#?}");
    for (fault, begin) in faults.iter().zip(begins) {
        assert!(fault.starts_with(begin), "{fault}\n{begin}");
    }
    assert_eq!(
        found(&keymap, "ctrl-n", &[Scope::List]),
        Found::Command(Command::Down)
    );
    assert_eq!(found(&keymap, "j", &[Scope::List]), Found::Nothing);
    assert_eq!(
        found(&keymap, "f5 f6", &[]),
        Found::Command(Command::GoToday)
    );
    assert_eq!(found(&keymap, "esc", &[]), Found::Command(Command::Back));
}

#[test]
fn the_file_as_it_is_given_out_changes_nothing_and_without_its_marks_neither() {
    let file = default_file();
    assert_eq!(understood_of(&file), (Own::default(), Vec::new()));
    let bare: String = file
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(row) if row.starts_with('[') || row.contains(" = ") => format!("{row}\n"),
            _ => String::new(),
        })
        .collect();
    let (own, faults) = understood_of(&bare);
    assert_eq!(faults, Vec::new());
    assert_eq!(own.keys.len(), TABLE.len());
    for row in TABLE {
        let keys = own.keys.get(&(row.scope, row.command)).expect(row.name);
        assert_eq!(*keys, row.usual, "{}", row.name);
    }
}

fn understood_of(text: &str) -> (Own, Vec<Fault>) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(keys::file(folder.path()), text).expect("written");
    understood(keys::read(folder.path()))
}
