//! The programs of others that are called: the editor and the pager, found or not.

use std::path::{Path, PathBuf};

use crate::domain::health::{Check, Part};

/// Looks up a variable of the environment; `None`: it is not set, or empty.
type Set<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The checks, by the environment.
pub(super) fn checks(set: Set<'_>) -> Vec<Check> {
    let folders: Vec<_> = std::env::split_paths(&set("PATH").unwrap_or_default()).collect();
    vec![editor(set, &folders), pager(set, &folders)]
}

fn check(what: &'static str, found: String) -> Check {
    Check::new(Part::Programs, what, found)
}

fn editor(set: Set<'_>, folders: &[PathBuf]) -> Check {
    let named = ["VISUAL", "EDITOR"]
        .into_iter()
        .find_map(|name| Some((name, set(name)?)));
    let (by, words) = named.map_or((None, "vi".to_owned()), |(name, words)| (Some(name), words));
    let by = by.map_or_else(
        || "EDITOR is not set".to_owned(),
        |name| format!("by {name}"),
    );
    if is_here(&words, folders) {
        return check("editor", format!("{words} ({by})"));
    }
    check("editor", format!("{words} is not found ({by})"))
        .note("set EDITOR to the name of one; every text can be typed in its field without")
}

fn pager(set: Set<'_>, folders: &[PathBuf]) -> Check {
    if let Some(words) = set("PAGER") {
        if is_here(&words, folders) {
            return check("pager", format!("{words} (by PAGER)"));
        }
        return check("pager", format!("{words} is not found (by PAGER)"))
            .note("set PAGER to the name of another");
    }
    match ["less", "more"]
        .into_iter()
        .find(|name| is_here(name, folders))
    {
        Some(name) => check("pager", format!("{name} (PAGER is not set)")),
        None => check("pager", "neither less nor more is found".to_owned())
            .note("set PAGER to the name of one; everything can be read on the screen without"),
    }
}

/// Whether the program that some words call is here.
fn is_here(words: &str, folders: &[PathBuf]) -> bool {
    let Some(name) = words.split_whitespace().next() else {
        return false;
    };
    if name.contains('/') {
        return Path::new(name).is_file();
    }
    let ends: &[&str] = if cfg!(windows) {
        &["", ".exe", ".cmd"]
    } else {
        &[""]
    };
    folders.iter().any(|folder| {
        ends.iter()
            .any(|end| folder.join(format!("{name}{end}")).is_file())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::health::State;

    #[test]
    fn a_program_is_found_where_it_lies_or_told_as_missing() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["vi", "more", "ed"] {
            std::fs::write(folder.path().join(name), "").expect("a file");
        }
        let folders = [folder.path().to_owned()];
        let whole = folder.path().join("ed").display().to_string();
        let check = |look: fn(Set<'_>, &[PathBuf]) -> Check,
                     pairs: &[(&str, &str)],
                     expect: &str,
                     state| {
            let set = |name: &str| {
                let one = pairs.iter().find(|(known, _)| *known == name);
                one.map(|(_, value)| (*value).to_owned())
            };
            let check = look(&set, &folders);
            assert_eq!(
                (check.found.as_str(), check.state),
                (expect, state),
                "{pairs:?}"
            );
        };
        check(editor, &[], "vi (EDITOR is not set)", State::Well);
        check(
            editor,
            &[("EDITOR", "ed -s")],
            "ed -s (by EDITOR)",
            State::Well,
        );
        check(
            editor,
            &[("EDITOR", "ed"), ("VISUAL", "nano")],
            "nano is not found (by VISUAL)",
            State::Note,
        );
        check(
            editor,
            &[("EDITOR", &whole)],
            &format!("{whole} (by EDITOR)"),
            State::Well,
        );
        check(
            editor,
            &[("EDITOR", "/nowhere/ed")],
            "/nowhere/ed is not found (by EDITOR)",
            State::Note,
        );
        check(pager, &[], "more (PAGER is not set)", State::Well);
        check(
            pager,
            &[("PAGER", "less -R")],
            "less -R is not found (by PAGER)",
            State::Note,
        );
    }
}
