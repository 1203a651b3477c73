//! Holds the page on privacy to the program: every file that is written is named there, and every part that is compiled in.

use std::collections::BTreeSet;
use std::path::Path;

use trustline::assets::{PACKS, PLANS, PRIVACY};
use trustline::config::{FOLDER_BY, JOURNAL_BY, settings};
use trustline::domain::backup::{Keeping, Name, Why};
use trustline::store::KEY_END;
use trustline::tui::harness::Trial;

/// Every quoted name of a file, or of its beginning or its end, by which the sources open, make or look for one.
fn written() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("listed").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name != "tests.rs") {
                let text = std::fs::read_to_string(&path).expect("read");
                let code = text.split("#[cfg(test)]").next().unwrap_or_default();
                names_in(code, &mut found);
            }
        }
    }
    found
}

/// What is handed to a maker of temporary files, and what is put at the end of a journal's name.
fn names_in(code: &str, found: &mut BTreeSet<String>) {
    for before in [
        ".prefix(\"",
        ".suffix(\"",
        "UNFINISHED: &str = \".",
        "LOCKING: &str = \"",
        "const FOLDER: &str = \"",
    ] {
        for (at, _) in code.match_indices(before) {
            let rest = &code[at + before.len()..];
            found.extend(rest.split('"').next().map(str::to_owned));
        }
    }
    for (at, _) in code.match_indices("\"-wal\"") {
        assert!(at > 0);
        found.insert("-wal".to_owned());
        found.insert("-shm".to_owned());
    }
}

#[test]
fn every_file_that_is_written_is_named() {
    let page = PRIVACY.text;
    let mut names = written();
    assert!(
        names.contains(".trustline-") && names.contains("-wal"),
        "{names:?}"
    );
    names.extend([settings::FILE, PACKS, PLANS, JOURNAL_BY, FOLDER_BY].map(str::to_owned));
    names.insert(format!("journal.db{KEY_END}"));
    names.insert(".refused.csv".to_owned());
    names.insert("text.md".to_owned());
    // the folder of the backups and the name of one, as the code makes them
    let shelf = Keeping::default().shelf(Path::new("journal.db"));
    names.insert(shelf.display().to_string());
    let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 22)
        .and_then(|day| day.and_hms_opt(10, 15, 0))
        .expect("a moment");
    let name = |why| Name { at, nth: 1, why }.to_string();
    names.insert(name(Why::Daily));
    let damaged = name(Why::Damaged);
    names.extend(damaged.split_once("101500").map(|(_, end)| end.to_owned()));
    let missing: Vec<_> = names
        .iter()
        .filter(|name| !page.contains(name.as_str()))
        .collect();
    assert!(missing.is_empty(), "the page does not name {missing:?}");
}

#[test]
fn every_part_that_is_compiled_in_is_told_with_its_reason() {
    let manifest = include_str!("../../Cargo.toml");
    let parts = manifest
        .split("[dependencies]")
        .nth(1)
        .expect("the dependencies");
    let parts: BTreeSet<_> = parts
        .lines()
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name)
        .collect();
    let told = PRIVACY
        .text
        .split("## What it is built from")
        .nth(1)
        .expect("the list");
    let lines = told.lines().filter_map(|line| line.strip_prefix("- "));
    let mut named = BTreeSet::new();
    for line in lines {
        let (parts, why) = line.split_once(": ").expect(line);
        assert!(why.len() > 10, "{line}");
        named.extend(parts.split(", ").map(|name| name.trim_matches('`')));
    }
    assert_eq!(named, parts, "the list on the page and Cargo.toml differ");
    assert!(
        manifest.contains("unsafe_code = \"forbid\""),
        "as the page says"
    );
}

#[test]
fn every_command_that_the_page_names_is_there() {
    let verbs = trustline::cli::command();
    let named = PRIVACY.text.split('`').skip(1).step_by(2);
    let verbs: BTreeSet<_> = verbs
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    for words in named.filter_map(|code| code.strip_prefix("trustline ")) {
        let verb = words.split_whitespace().next().unwrap_or_default();
        assert!(verbs.contains(verb), "there is no verb {verb}: {words}");
    }
}

#[test]
fn the_page_is_read_searched_and_left() {
    let mut trial = Trial::sample(80, 24).expect("a screen");
    trial.keys("g p").expect("keys");
    let first = trial.text();
    assert!(first.contains("Where each byte lies"), "{first}");
    trial
        .keys("/ \"forgotten passphrase\" enter")
        .expect("keys");
    let found = trial.text();
    assert!(found.contains("cannot be recovered by anybody"), "{found}");
    trial.keys("/ \"no such words\"").expect("keys");
    assert!(
        trial.text().contains("not on this page"),
        "{}",
        trial.text()
    );
    // out of the search, then out of the page
    trial.keys("esc").expect("keys");
    assert!(
        trial.text().trim_start().starts_with("Privacy"),
        "{}",
        trial.text()
    );
    trial.keys("esc").expect("keys");
    assert!(
        trial.text().trim_start().starts_with("Today"),
        "{}",
        trial.text()
    );
}

#[test]
fn the_page_fits_every_width() {
    for (width, height) in [(20, 5), (40, 12), (80, 24), (200, 60)] {
        let mut trial = Trial::sample(width, height).expect("a screen");
        trial.keys(": \"privacy\" enter G").expect("keys");
        let text = trial.text();
        assert!(text.contains("rustix") || width < 40, "{width}: {text}");
        trial.keys("g g").expect("keys");
        assert!(
            trial.text().contains("network"),
            "{width}: {}",
            trial.text()
        );
    }
}
