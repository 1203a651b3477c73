//! One key at a time, in files as people write them.

use super::super::{default_file, find, read, understood};
use super::*;
use crate::error::ErrorKind;

fn key(path: &str) -> &'static Key {
    find(path).expect(path)
}

fn set(before: &str, path: &str, value: Option<&str>, after: &str) {
    assert_eq!(with(before, key(path), value).expect("sound"), after);
}

#[test]
fn one_key_is_written_and_every_other_line_stays() {
    let ines = Some("'Ines \"the ear\" Roth'");
    let contact = |before: &str, after: &str| set(before, "safety_contact", ines, after);
    contact("", "safety_contact = 'Ines \"the ear\" Roth'\n");
    contact(
        "# a word",
        "# a word\nsafety_contact = 'Ines \"the ear\" Roth'\n",
    );
    contact(
        "# a word\nsafety_contact = \"Tom\" # old\n[keys]\nx = 1\n",
        "# a word\nsafety_contact = 'Ines \"the ear\" Roth' # old\n[keys]\nx = 1\n",
    );
    contact(
        "mask = true\n[keys]\n",
        "mask = true\nsafety_contact = 'Ines \"the ear\" Roth'\n[keys]\n",
    );
    contact(
        "# mine\n\n# how it looks\n[look]\n",
        "# mine\n\nsafety_contact = 'Ines \"the ear\" Roth'\n# how it looks\n[look]\n",
    );
}

#[test]
fn a_key_of_a_table_finds_its_table_or_makes_it() {
    let daily = |before: &str, after: &str| set(before, "backups.daily", Some("3"), after);
    daily("", "[backups]\ndaily = 3\n");
    daily("mask = true", "mask = true\n\n[backups]\ndaily = 3\n");
    daily(
        "[backups] # where\nweekly = 2 # two\n\n[look]\nglyphs = \"ascii\"\n",
        "[backups] # where\nweekly = 2 # two\ndaily = 3\n\n[look]\nglyphs = \"ascii\"\n",
    );
    daily(
        "[backups]\ndaily = 9 # nine\n",
        "[backups]\ndaily = 3 # nine\n",
    );
    daily(
        "backups.weekly = 2\n",
        "backups.weekly = 2\nbackups.daily = 3\n",
    );
    daily(
        "backups = { daily = 9, weekly = 2 }\n",
        "backups = { daily = 3, weekly = 2 }\n",
    );
    daily(
        "safety_contact = '''\n[backups]\n'''\n",
        "safety_contact = '''\n[backups]\n'''\n\n[backups]\ndaily = 3\n",
    );
    let inline = with(
        "backups = { weekly = 2 }\n",
        key("backups.daily"),
        Some("3"),
    );
    let refused = inline.expect_err("an inline table");
    assert_eq!(refused.kind(), ErrorKind::Refused);
}

#[test]
fn a_key_is_taken_away_with_its_line() {
    set("mask = true # why\n# a word\n", "mask", None, "# a word\n");
    set("[look]\ntheme = \"mono\"\n", "look.theme", None, "[look]\n");
    set("# a word\n", "mask", None, "# a word\n");
    set("mask = true", "mask", None, "");
    let inline = with("look = { theme = \"mono\" }\n", key("look.theme"), None);
    assert_eq!(inline.expect_err("inline").kind(), ErrorKind::Refused);
}

#[test]
fn in_the_documented_file_a_key_stands_below_its_default() {
    let file = default_file();
    let after = with(&file, key("look.theme"), Some("\"mono\"")).expect("sound");
    assert!(
        after.contains("#theme = \"terminal\"\ntheme = \"mono\"\n"),
        "{after}"
    );
    assert_eq!(understood(&after).0.look.theme, "mono");
    assert_eq!(with(&after, key("look.theme"), None).expect("sound"), file);
    let after = with(&file, key("mask"), Some("true")).expect("sound");
    assert!(after.contains("#mask = false\nmask = true\n"), "{after}");
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    set(
        "mask = true\r\n[look]\r\n",
        "safety_contact",
        Some("\"Ines\""),
        "mask = true\r\nsafety_contact = \"Ines\"\r\n[look]\r\n",
    );
    set(
        "\u{feff}mask = true\n",
        "mask",
        Some("false"),
        "\u{feff}mask = false\n",
    );
    let (settings, faults) = understood("\u{feff}mask = true\r\n[look]\r\ntheme = \"mono\"\r\n");
    assert!(settings.mask && settings.look.theme == "mono" && faults.is_empty());
}

#[test]
fn a_broken_file_is_left_as_it_is() {
    let refused = with("a = \n", key("mask"), Some("true")).expect_err("broken");
    assert!(
        refused.says().starts_with("config.toml, line 1: "),
        "{refused}"
    );
    let twice = with(
        "mask = true\nmask = false\n",
        key("look.theme"),
        Some("\"mono\""),
    );
    let twice = twice.expect_err("a key twice");
    assert!(twice.says().starts_with("config.toml, line 2: "), "{twice}");
}

#[test]
fn a_file_that_is_not_there_is_no_fault_and_writing_makes_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let deep = folder.path().join("not/there");
    assert_eq!(read(&deep), Default::default());
    write(&deep, key("mask"), None).expect("nothing to do");
    assert!(!deep.exists());
    write(&deep, key("safety_contact"), Some("\"Ines\"")).expect("written");
    assert_eq!(read(&deep).0.safety_contact.as_deref(), Some("Ines"));
    let refused = write_new(&deep, &default_file()).expect_err("there is one");
    assert_eq!(refused.kind(), ErrorKind::Refused);
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let in_the_way = folder.path().join("file");
    std::fs::write(&in_the_way, "x").expect("a file");
    let error = write(&in_the_way.join("settings"), key("mask"), Some("true"));
    let error = error.expect_err("no folder");
    assert_eq!(error.kind(), ErrorKind::File);
    assert!(error.says().contains("make the folder"), "{error}");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = tempfile::tempdir().expect("a folder");
    let (config, dots) = (
        folder.path().join("config"),
        folder.path().join("dots.toml"),
    );
    std::fs::create_dir(&config).expect("a folder");
    for there in [false, true] {
        if there {
            std::fs::write(&dots, "# mine\n").expect("a file");
        }
        let link = file(&config);
        let _ = std::fs::remove_file(&link);
        std::os::unix::fs::symlink("../dots.toml", &link).expect("a link");
        write(&config, key("mask"), Some("true")).expect("written");
        assert!(link.is_symlink());
        assert!(
            std::fs::read_to_string(&dots)
                .expect("read")
                .contains("mask = true\n")
        );
    }
}

#[test]
fn windows_that_write_at_once_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = ["mask", "backups.daily", "look.theme", "privacy.idle_lock"];
    let values = ["true", "3", "\"mono\"", "\"off\""];
    std::thread::scope(|scope| {
        for (path, value) in paths.iter().zip(values) {
            let folder = folder.path();
            scope.spawn(move || {
                for _ in 0..5 {
                    write(folder, key(path), Some(value)).expect("written");
                    write(folder, key(path), None).expect("taken away");
                    write(folder, key(path), Some(value)).expect("written");
                }
            });
        }
    });
    let (settings, faults) = read(folder.path());
    assert_eq!(faults, Vec::<String>::new());
    assert!(settings.mask && settings.look.theme == "mono");
    assert_eq!(settings.backups.rule.daily, 3);
    assert_eq!(settings.privacy.idle_lock.says(), "never");
}
