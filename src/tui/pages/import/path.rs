//! A file's name as people type it: `~` is the home, quotes of a shell are dropped, Tab completes.

use std::path::{Path, PathBuf};

/// The file that is meant.
pub fn meant(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let bare = ['"', '\''].iter().find_map(|quote| {
        let inner = typed.strip_prefix(*quote)?;
        inner.strip_suffix(*quote)
    });
    let typed = bare.unwrap_or(typed);
    match (typed.strip_prefix('~'), std::env::var_os("HOME")) {
        (Some(""), Some(home)) => PathBuf::from(home),
        (Some(rest), Some(home)) if rest.starts_with('/') => Path::new(&home).join(&rest[1..]),
        _ => PathBuf::from(typed),
    }
}

/// What was typed, completed as far as the files that are there agree; `None`: nothing begins so.
pub fn completed(typed: &str) -> Option<String> {
    let (folder, start) = match typed.rfind('/') {
        Some(at) => typed.split_at(at + 1),
        None => ("", typed),
    };
    let place = if folder.is_empty() {
        PathBuf::from(".")
    } else {
        meant(folder)
    };
    let mut fits: Vec<String> = std::fs::read_dir(place)
        .ok()?
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let shown = name.starts_with(start) && (!start.is_empty() || !name.starts_with('.'));
            let folder = if entry.path().is_dir() { "/" } else { "" };
            shown.then(|| format!("{name}{folder}"))
        })
        .collect();
    fits.sort_unstable();
    let first = fits.first()?.clone();
    let last = fits.last()?;
    let same = first.chars().zip(last.chars()).take_while(|(a, b)| a == b);
    let same: String = same.map(|(letter, _)| letter).collect();
    Some(format!("{folder}{same}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tab_completes_as_far_as_the_files_agree() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["issues-1.csv", "issues-2.csv", "notes.json"] {
            std::fs::write(folder.path().join(name), "").expect("written");
        }
        std::fs::create_dir(folder.path().join("old")).expect("made");
        let at = |name: &str| format!("{}/{name}", folder.path().display());
        assert_eq!(completed(&at("iss")), Some(at("issues-")));
        assert_eq!(completed(&at("n")), Some(at("notes.json")));
        assert_eq!(completed(&at("ol")), Some(at("old/")));
        assert_eq!(completed(&at("x")), None);
    }

    #[test]
    fn quotes_of_a_shell_are_dropped() {
        assert_eq!(meant(" 'a b.csv' "), PathBuf::from("a b.csv"));
        assert_eq!(meant("a.csv"), PathBuf::from("a.csv"));
    }
}
