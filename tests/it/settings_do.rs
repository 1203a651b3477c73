//! The settings as a user meets them: listed with their sources, read, set, taken back, checked, written whole, edited.

use std::path::PathBuf;
use std::process::Command;

/// A folder of settings of its own.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("config/config.toml")
    }

    fn write(&self, text: &str) {
        std::fs::create_dir_all(self.0.path().join("config")).expect("a folder");
        std::fs::write(self.file(), text).expect("written");
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.file()).expect("read")
    }

    fn run_in(&self, args: &[&str], set: &[(&str, &str)]) -> (String, i32) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trustline"));
        command
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("TRUSTLINE_JOURNAL", self.0.path().join("journal.db"))
            .env("TRUSTLINE_CONFIG", self.0.path().join("config"))
            .env("TRUSTLINE_NOW", "2026-11-22T10:00")
            .envs(set.iter().copied())
            .arg("settings")
            .args(args);
        let done = command.output().expect("it runs");
        let said = [done.stdout, done.stderr].concat();
        let said = String::from_utf8(said).expect("UTF-8");
        let said = said.replace(&self.0.path().display().to_string(), "[folder]");
        (said, done.status.code().expect("a code"))
    }

    fn run(&self, args: &[&str]) -> String {
        let (said, code) = self.run_in(args, &[]);
        assert_eq!(code, 0, "{args:?}: {said}");
        said
    }
}

#[test]
fn a_key_is_read_set_and_taken_back() {
    let place = Place::new();
    assert_eq!(place.run(&["get", "privacy.idle_lock"]), "10 min\n");
    let said = place.run(&["set", "privacy.idle_lock", "5", "min"]);
    assert_eq!(
        said,
        "privacy.idle_lock is \"5 min\" (config.toml, line 2)\n"
    );
    assert_eq!(place.run(&["get", "idle-lock"]), "5 min\n");
    place.run(&["set", "mask", "yes"]);
    place.run(&["set", "backups.daily", "14"]);
    assert_eq!(
        place.text(),
        "mask = true\n[privacy]\nidle_lock = \"5 min\"\n\n[backups]\ndaily = 14\n"
    );
    let said = place.run(&["unset", "privacy.idle_lock"]);
    assert_eq!(said, "privacy.idle_lock is \"10 min\" (default)\n");
    let list = place.run(&["list"]);
    let line = |key: &str| {
        list.lines()
            .find(|line| line.starts_with(key))
            .unwrap_or_default()
    };
    assert!(
        line("mask ").contains("true") && line("mask ").contains("config.toml, line 1"),
        "{list}"
    );
    assert!(line("backups.daily").contains("default 7"), "{list}");
    let (list, _) = place.run_in(&["list"], &[("NO_COLOR", "1")]);
    let colour = list.lines().find(|line| line.starts_with("look.colour"));
    assert!(
        colour.is_some_and(|line| line.contains("NO_COLOR")),
        "{list}"
    );
    let json: serde_json::Value =
        serde_json::from_str(&place.run(&["get", "mask", "--json"])).expect("JSON");
    assert_eq!(
        (&json["value"], &json["default"]),
        (&"true".into(), &"false".into())
    );
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_written() {
    let place = Place::new();
    for (args, says, exit) in [
        (
            &["set", "look.glyphs", "unicod"][..],
            "did you mean unicode?",
            2,
        ),
        (&["set", "backups.daily", "-1"], "a whole number from 0", 2),
        (&["set", "mask", "perhaps"], "true or false", 2),
        (
            &["set", "privacy.idle_lock", "soon"],
            "a time from 1 s to 24 h",
            2,
        ),
        (&["set", "backups.folder", "up/there"], "a whole path", 2),
        (&["set", "profile", "a/b"], "holds a path", 2),
        (&["set", "look.them", "dark"], "did you mean look.theme?", 3),
        (&["get", "volume"], "settings list names them all", 3),
        (&["unset", "volume"], "is no setting", 3),
    ] {
        let (said, code) = place.run_in(args, &[]);
        assert_eq!(code, exit, "{args:?}: {said}");
        assert!(said.contains(says), "{args:?}: {said}");
    }
    assert!(!place.file().exists());
}

#[test]
fn every_mistake_is_told_at_once() {
    let place = Place::new();
    assert!(place.run(&["check"]).contains("as it is built in"));
    place.write(
        "volume = 1\nmask = \"yes\"\n[look]\nglyphs = \"unicod\"\ndaily = 3\n[bakups]\nx = 1\n",
    );
    let (said, code) = place.run_in(&["check"], &[]);
    assert_eq!(code, 7, "{said}");
    insta::assert_snapshot!("every_mistake_of_the_settings", said);
    place.write("mask = \nlook = 3\nmask = true\n");
    let (said, code) = place.run_in(&["check"], &[]);
    assert_eq!(code, 7, "{said}");
    for line in ["line 1: ", "line 2: look is a table"] {
        assert!(said.contains(line), "{said}");
    }
    let (said, code) = place.run_in(&["check", "nothing.toml"], &[]);
    assert_eq!(code, 3, "{said}");
}

#[test]
fn the_documented_default_is_written_once_and_means_nothing_else() {
    let place = Place::new();
    let printed = place.run(&["default"]);
    insta::assert_snapshot!("the_documented_default", printed);
    assert!(!place.file().exists());
    place.run(&["default", "--write"]);
    assert_eq!(place.text(), printed);
    assert!(place.run(&["check"]).contains("No mistake"));
    let (said, code) = place.run_in(&["default", "--write"], &[]);
    assert_eq!(code, 4, "{said}");
    let list = place.run(&["list"]);
    assert!(!list.contains("config.toml"), "{list}");
}

#[cfg(unix)]
#[test]
fn the_editor_writes_and_a_mistake_does_not_count() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let editor = place.0.path().join("editor");
    let writes = |text: &str| {
        let script = format!("#!/bin/sh\nfor file; do :; done\nprintf '{text}' > \"$file\"\n");
        std::fs::write(&editor, script).expect("written");
        std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o700)).expect("set");
    };
    let named = editor.display().to_string();
    let set = [("EDITOR", named.as_str())];
    writes("mask = true\\n");
    let (said, code) = place.run_in(&["edit"], &set);
    assert_eq!(
        (code, place.text().as_str()),
        (0, "mask = true\n"),
        "{said}"
    );
    let (said, _) = place.run_in(&["edit"], &set);
    assert!(said.contains("Nothing was changed"), "{said}");
    writes("mask = perhaps\\n");
    let (said, code) = place.run_in(&["edit"], &set);
    assert_eq!(
        (code, place.text().as_str()),
        (7, "mask = true\n"),
        "{said}"
    );
    let kept = std::fs::read_to_string(place.file().with_file_name("config.toml.edited"));
    assert_eq!(kept.expect("kept"), "mask = perhaps\n");
    let (said, code) = place.run_in(&["edit"], &[("EDITOR", "no-such-editor")]);
    assert_eq!(code, 4, "{said}");
}
