//! Names, places, what falls back and what does not.

use super::*;
use crate::config::layers::{shared_of, within};
use crate::error::ErrorKind;

fn roots() -> (tempfile::TempDir, Profiles) {
    let place = tempfile::tempdir().expect("a folder");
    let profiles = Profiles::new(place.path().join("data"), place.path().join("config"));
    (place, profiles)
}

fn words(profiles: &Profiles) -> Vec<String> {
    profiles.names().iter().map(ToString::to_string).collect()
}

#[test]
fn a_name_is_one_word_and_can_be_a_folder_anywhere() {
    for (typed, name) in [
        ("work", "work"),
        (" Work ", "work"),
        ("side-job_2", "side-job_2"),
        ("Zürich", "zürich"),
        ("私用", "私用"),
        ("हिन्दी", "हिन्दी"),
        ("default", "default"),
    ] {
        let read = Name::read(typed).expect(typed);
        assert_eq!(read.word(), name);
    }
    for (typed, why) in [
        ("", "it is empty"),
        ("  ", "it is empty"),
        ("a/b", "holds a path"),
        ("..\\up", "holds a path"),
        (".hidden", "holds a dot"),
        ("..", "holds a dot"),
        ("two words", "more than one word"),
        ("-x", "does not begin with a letter"),
        ("a\u{202e}b", "it holds"),
        ("a\u{1b}[0m", "it holds"),
        ("a:b", "it holds :"),
        ("nul", "for a device"),
        ("COM1", "for a device"),
        (&"x".repeat(41), "longer than 40"),
    ] {
        let error = Name::read(typed).expect_err(typed);
        assert_eq!(error.kind(), ErrorKind::Usage);
        assert!(error.says().contains(why), "{typed:?}: {error}");
        assert!(!error.says().contains(['\u{1b}', '\u{202e}']), "{error:?}");
    }
}

#[test]
fn an_accent_written_in_another_way_is_the_same_name() {
    let (_place, profiles) = roots();
    profiles.add("priv\u{e9}").expect("made");
    assert_eq!(
        profiles.find("prive\u{301}").expect("found").word(),
        "priv\u{e9}"
    );
    let error = profiles.add("Prive\u{301}").expect_err("there is one");
    assert_eq!(error.kind(), ErrorKind::Refused);
    assert_eq!(words(&profiles), ["default", "priv\u{e9}"]);
}

#[test]
fn the_first_one_lies_where_the_journal_always_lay() {
    let (place, profiles) = roots();
    assert_eq!(words(&profiles), ["default"]);
    assert!(!profiles.are_several());
    let first = Name::first();
    assert_eq!(
        profiles.journal(&first),
        place.path().join("data/journal.db")
    );
    assert_eq!(profiles.folder(&first), place.path().join("config"));
    let work = profiles.add("work").expect("made");
    assert!(profiles.are_several());
    assert_eq!(
        profiles.journal(&work),
        place.path().join("data/profiles/work/journal.db")
    );
    assert!(profiles.folder(&work).is_dir());
    assert!(!profiles.journal(&work).exists());
}

#[cfg(unix)]
#[test]
fn its_folders_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (_place, profiles) = roots();
    let work = profiles.add("work").expect("made");
    let journal = profiles.journal(&work);
    for folder in [journal.parent().expect("a folder"), &profiles.folder(&work)] {
        let mode = folder.metadata().expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "{}", folder.display());
    }
}

#[test]
fn a_name_that_is_none_is_found_nowhere_and_the_nearest_is_named() {
    let (_place, profiles) = roots();
    profiles.add("private").expect("made");
    let error = profiles.find("privat").expect_err("none");
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(error.hint_text(), Some("did you mean private?"));
    let error = profiles.find("club").expect_err("none");
    assert!(
        error
            .hint_text()
            .is_some_and(|hint| hint.contains("profiles add club"))
    );
}

#[test]
fn one_is_renamed_with_all_that_is_its_own_or_not_at_all() {
    let (place, profiles) = roots();
    let work = profiles.add("work").expect("made");
    std::fs::write(profiles.journal(&work), "x").expect("a file");
    let elsewhere = place.path().join("disk");
    std::fs::create_dir_all(elsewhere.join("work-journal.db.backups")).expect("a folder");
    let config = format!("[backups]\nfolder = '{}'\n", elsewhere.display());
    std::fs::write(profiles.folder(&work).join(FILE), config).expect("settings");

    let log = profiles.journal(&work).with_file_name("journal.db-wal");
    std::fs::write(&log, "").expect("a log");
    let error = profiles.rename(&work, "office").expect_err("open");
    assert!(error.says().contains("open in another window"), "{error}");
    std::fs::remove_file(&log).expect("gone");

    // what is in the way of the last one takes the first ones back
    std::fs::create_dir_all(elsewhere.join("office-journal.db.backups")).expect("in the way");
    let error = profiles.rename(&work, "office").expect_err("in the way");
    assert_eq!(error.hint_text(), Some("nothing was renamed"));
    assert_eq!(words(&profiles), ["default", "work"]);
    std::fs::remove_dir(elsewhere.join("office-journal.db.backups")).expect("gone");

    let office = profiles.rename(&work, "office").expect("renamed");
    assert_eq!(words(&profiles), ["default", "office"]);
    assert!(
        profiles.journal(&office).is_file() && elsewhere.join("office-journal.db.backups").is_dir()
    );
    let error = profiles
        .rename(&Name::first(), "home")
        .expect_err("the first");
    assert_eq!(error.kind(), ErrorKind::Refused);
    profiles.add("work").expect("free again");
    let taken = profiles.rename(&office, "work").expect_err("taken");
    assert_eq!(taken.kind(), ErrorKind::Refused);
}

#[test]
fn what_a_profile_does_not_hold_is_taken_from_the_shared_folder() {
    let (_place, profiles) = roots();
    let work = profiles.add("work").expect("made");
    let (own, shared) = (profiles.folder(&work), profiles.shared().to_owned());
    assert_eq!(
        shared_of(&own).map(|(folder, name)| (folder.to_owned(), name)),
        Some((shared.clone(), work))
    );
    assert_eq!(shared_of(&shared), None);
    assert_eq!(within(&own, "packs.toml"), shared.join("packs.toml"));
    std::fs::write(own.join("packs.toml"), "").expect("a file");
    assert_eq!(within(&own, "packs.toml"), own.join("packs.toml"));
    assert_eq!(within(&shared, "packs.toml"), shared.join("packs.toml"));
}

#[test]
fn a_broken_file_is_never_taken_for_another_profile() {
    let (_place, profiles) = roots();
    std::fs::create_dir_all(profiles.shared()).expect("a folder");
    let write = |text: &str| std::fs::write(profiles.shared().join(FILE), text).expect("written");
    assert_eq!(profiles.usual().expect("none"), None);
    write("profile = \n");
    assert_eq!(profiles.usual().expect("there is only one"), None);
    profiles.add("work").expect("made");
    let error = profiles.usual().expect_err("broken");
    assert!(error.says().starts_with("config.toml, line 1: "), "{error}");
    assert!(error.says().contains("which profile is meant"), "{error}");
    write("profile = \"work\"");
    assert_eq!(
        profiles.usual().expect("sound"),
        Some(Name::read("work").expect("a name"))
    );
    write("profile = \"wrok\"");
    let error = profiles.usual().expect_err("none of that name");
    assert_eq!(error.hint_text(), Some("did you mean work?"));
    write("profile = 3");
    assert!(
        profiles
            .usual()
            .expect_err("a number")
            .says()
            .contains("a name in quotes")
    );
}
