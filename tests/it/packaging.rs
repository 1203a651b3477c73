//! What a package holds: the files that the manifest names are there or are made, the pages of the manual render without a
//! warning, the completions are understood by the shells that are there and complete what the journal holds.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::plain::{run, sample};

const MANIFEST: &str = include_str!("../../Cargo.toml");
const CHANGELOG: &str = include_str!("../../assets/debian/changelog");

/// Makes the files of a package in a folder.
fn made(folder: &Path) {
    let done = program(folder, &["package", &folder.display().to_string()]);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
}

fn program(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trustline"));
    command.env_clear().args(args).stdin(Stdio::null());
    command.env("TRUSTLINE_NOW", "2026-11-22T10:00");
    command.env("TRUSTLINE_JOURNAL", folder.join("journal.db"));
    command.env("TRUSTLINE_CONFIG", folder.join("config"));
    command.output().expect("the program runs")
}

/// What a program of this machine says, where it is there.
fn tool(name: &str, args: &[&str]) -> Option<Output> {
    let mut command = Command::new(name);
    command
        .env_remove("LC_ALL")
        .env("LANG", "C.UTF-8")
        .args(args);
    command.stdin(Stdio::null()).output().ok()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let each = std::fs::read_dir(folder).expect("a folder");
    let mut files: Vec<_> = each.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// The names of the verbs that are shown.
fn verbs() -> Vec<String> {
    let root = trustline::cli::command();
    let shown = root.get_subcommands().filter(|verb| !verb.is_hide_set());
    shown.map(|verb| verb.get_name().to_owned()).collect()
}

#[test]
fn every_file_that_the_package_names_is_there_or_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    made(folder.path());
    let manifest: toml::Table = MANIFEST.parse().expect("TOML");
    let deb = &manifest["package"]["metadata"]["deb"];
    let assets = deb["assets"].as_array().expect("assets");
    assert!(assets.len() > 5);
    for asset in assets {
        let source = asset[0].as_str().expect("a source");
        if source == "target/release/trustline" {
            continue;
        }
        let path = match source.strip_prefix("target/package/") {
            Some(made) => folder.path().join(made),
            None => Path::new(env!("CARGO_MANIFEST_DIR")).join(source),
        };
        let there = match path
            .file_name()
            .and_then(|name| name.to_str()?.strip_prefix('*'))
        {
            Some(ending) => files(path.parent().expect("a folder"))
                .iter()
                .any(|file| file.to_string_lossy().ends_with(ending)),
            None => path.is_file(),
        };
        assert!(there, "{source} is neither there nor made");
    }
    assert_eq!(deb["profile"].as_str(), Some("dist"));
    assert!(manifest["profile"].get("dist").is_some());
    let version = format!("trustline ({}-1) ", env!("CARGO_PKG_VERSION"));
    assert!(
        CHANGELOG.starts_with(&version),
        "the changelog begins with {version}"
    );
}

#[test]
fn there_is_a_page_of_the_manual_for_every_verb_and_none_has_a_warning() {
    let folder = tempfile::tempdir().expect("a folder");
    made(folder.path());
    let pages = files(&folder.path().join("man"));
    assert_eq!(pages.len(), verbs().len() + 1);
    let whole = std::fs::read_to_string(folder.path().join("man/trustline.1")).expect("a page");
    for verb in verbs() {
        let page = folder.path().join(format!("man/trustline-{verb}.1"));
        let page = std::fs::read_to_string(page).expect("its page");
        assert!(page.contains(".SH EXAMPLES"), "{verb} shows no example");
        let named = format!("trustline\\-{}", verb.replace('-', "\\-"));
        assert!(whole.contains(&named), "the index leaves {verb} out");
    }
    for page in &pages {
        let page = page.display().to_string();
        if let Some(done) = tool("man", &["--warnings=w", "-l", "-Tutf8", "-Z", &page]) {
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            assert!(said.trim().is_empty(), "{page}: {said}");
        }
        if let Some(done) = tool("mandoc", &["-T", "lint", "-W", "error", &page]) {
            let said = String::from_utf8_lossy(&done.stdout).into_owned();
            assert!(said.trim().is_empty(), "{page}: {said}");
        }
    }
}

#[test]
fn the_shells_that_are_there_understand_their_completions() {
    let folder = tempfile::tempdir().expect("a folder");
    made(folder.path());
    let file = |name: &str| {
        folder
            .path()
            .join("completions")
            .join(name)
            .display()
            .to_string()
    };
    for (shell, flag, name) in [
        ("bash", "-n", "bash/trustline"),
        ("zsh", "-n", "zsh/_trustline"),
        ("fish", "--no-execute", "fish/trustline.fish"),
    ] {
        let script = std::fs::read_to_string(file(name)).expect("a script");
        for verb in verbs() {
            assert!(script.contains(&verb), "{name} leaves {verb} out");
        }
        if let Some(done) = tool(shell, &[flag, &file(name)]) {
            assert!(
                done.status.success(),
                "{shell}: {}",
                String::from_utf8_lossy(&done.stderr)
            );
        }
    }
    let script = std::fs::read_to_string(file("powershell/_trustline.ps1")).expect("a script");
    for verb in verbs() {
        assert!(
            script.contains(&format!("'{verb}'")),
            "PowerShell's leaves {verb} out"
        );
    }
}

#[test]
fn bash_completes_what_the_journal_holds() {
    let folder = tempfile::tempdir().expect("a folder");
    sample(folder.path());
    made(folder.path());
    let program = Path::new(env!("CARGO_BIN_EXE_trustline"));
    let check = |line: &str, expect: &[&str]| {
        let script = format!(
            "source '{}'; COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _trustline_or_words trustline \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"; \
             printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            folder.path().join("completions/bash/trustline").display()
        );
        let path = program.parent().expect("a folder").display().to_string();
        let done = Command::new("bash")
            .args(["--norc", "-c", &script])
            .env_clear()
            .env("LANG", "C.UTF-8")
            .env("PATH", format!("{path}:/usr/bin:/bin"))
            .env("TRUSTLINE_NOW", "2026-11-22T10:00")
            .env("TRUSTLINE_JOURNAL", folder.path().join("journal.db"))
            .env("TRUSTLINE_CONFIG", folder.path().join("config"))
            .output();
        // where there is no bash there is nothing to complete in it
        let Ok(done) = done else { return };
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        let found: Vec<_> = said.lines().collect();
        assert_eq!(
            found,
            expect,
            "{line}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    };
    check("trustline show pri", &["Priya\\ Nair"]);
    check("trustline timeline 'Priya\\ N'", &["Priya\\ Nair"]);
    check("trustline --plain brief 'to'", &["Tom\u{e1}s\\ Ribeiro"]);
    check("trustline commit --who jonas", &["Jonas\\ Weber"]);
    check("trustline keep vp0", &["vp0fv"]);
    check("trustline help priv", &["privacy"]);
    check("trustline timel", &["timeline"]);
    check("trustline list --lim", &["--limit"]);
}

#[test]
fn a_journal_that_is_not_there_completes_nothing_and_is_not_made() {
    let folder = tempfile::tempdir().expect("a folder");
    for kind in ["who", "id"] {
        let done = program(folder.path(), &["words", kind]);
        assert!(done.status.success());
        assert!(done.stdout.is_empty() && done.stderr.is_empty());
    }
    assert!(!folder.path().join("journal.db").exists());
    sample(folder.path());
    let done = program(folder.path(), &["words", "who", "--mask"]);
    assert!(done.stdout.is_empty(), "a mask completes no name");
}

#[cfg(feature = "encryption")]
#[test]
fn a_locked_journal_completes_nothing_and_never_asks() {
    use trustline::journal::{Customs, Shelf};
    use trustline::secret::{Cost, Passphrase};

    let folder = tempfile::tempdir().expect("a folder");
    sample(folder.path());
    let file = folder.path().join("journal.db");
    let mut shelf = Shelf::of(&file, &super::house::clock(), &Customs::default());
    shelf
        .lock(
            &Passphrase::new(zeroize::Zeroizing::new(
                "seven steps to the harbour".to_owned(),
            )),
            Cost::LEAST,
        )
        .expect("locked");
    for kind in ["who", "id"] {
        let done = program(folder.path(), &["words", kind]);
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        assert!(done.stdout.is_empty() && done.stderr.is_empty());
    }
}

/// Splits a line as a shell would, for words with double quotes, up to a pipe or an arrow.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' => (quoted, begun) = (!quoted, true),
            '|' | '>' | '<' if !quoted => {
                // the number of a descriptor belongs to the arrow
                begun &= !word.chars().all(|c| c.is_ascii_digit());
                break;
            }
            ' ' if !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            c => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

/// Every example of every verb's help, as words after `trustline`.
fn examples(verb: &clap::Command, found: &mut Vec<Vec<String>>) {
    let text = verb
        .get_after_help()
        .map(|text| text.to_string().replace("\\\n", ""))
        .unwrap_or_default();
    let lines = text
        .lines()
        .filter_map(|line| line.strip_prefix("  trustline "));
    found.extend(lines.map(words));
    for inner in verb.get_subcommands() {
        examples(inner, found);
    }
}

#[test]
fn every_example_of_every_help_is_understood_over_the_sample() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = folder.path().join("whole");
    std::fs::create_dir(&whole).expect("a folder");
    sample(&whole);
    let mut found = Vec::new();
    for verb in trustline::cli::command().get_subcommands() {
        examples(verb, &mut found);
    }
    assert!(found.len() > 120, "only {} examples", found.len());
    let place = folder.path().join("place");
    for example in found {
        let told = example.join(" ");
        // these open a screen, ask, or write where they are told: that they are read is enough
        let by_hand = [
            "demo",
            "lock",
            "unlock",
            "passphrase",
            "package",
            "pictures",
            "words",
        ];
        let reads_only = example.iter().any(|word| by_hand.contains(&word.as_str()))
            || example.iter().any(|word| {
                word == "--run"
                    // the place of this test is named, and a profile names another
                    || word == "--profile"
                    // an editor would wait for somebody
                    || (word == "edit" && example[0] == "settings")
                    || word.starts_with("--output")
                    || word.starts_with("--all")
                    || word == "--copy"
                    || word == "-"
            });
        let typed = std::iter::once("trustline".to_owned()).chain(example.clone());
        if let Err(fault) = trustline::cli::command().try_get_matches_from(typed) {
            assert!(!fault.use_stderr(), "trustline {told}: {fault}");
        }
        if reads_only {
            continue;
        }
        let _ = std::fs::remove_dir_all(&place);
        std::fs::create_dir(&place).expect("a folder");
        std::fs::copy(whole.join("journal.db"), place.join("journal.db")).expect("a copy");
        let (code, _, err) = run(&place, &example, None, 80);
        assert!(![2, 6].contains(&code), "trustline {told}: {code}\n{err}");
    }
}
