//! The command line of a locked journal: every source of the passphrase, and what each refusal says.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use trustline::store::{self, State};

use super::Room;
use crate::locked::WORDS;

impl Room {
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trustline"));
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("TRUSTLINE_NOW", "2026-11-22T10:00")
            .env("TRUSTLINE_JOURNAL", self.file())
            .env("TRUSTLINE_CONFIG", self.0.path().join("config"))
            .args(args);
        command
    }

    fn secret(&self, name: &str, words: &str) -> PathBuf {
        let file = self.0.path().join(name);
        std::fs::write(&file, format!("{words}\nanother line\n")).expect("written");
        file
    }
}

/// What a command said, and its exit code.
fn ran(mut command: Command, input: &str) -> (String, String, i32) {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("an input");
    // a command that refuses at once may be gone already
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let done = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (
        text(done.stdout),
        text(done.stderr),
        done.status.code().unwrap_or(-1),
    )
}

#[test]
fn every_source_opens_it_in_its_turn() {
    let room = Room::new();
    room.locked();
    let file = room.secret("words", WORDS);
    let descriptor = |args: &[&str]| {
        let mut command = Command::new("sh");
        let program = env!("CARGO_BIN_EXE_trustline");
        let line = format!("exec 3<'{}'; exec '{program}' \"$@\"", file.display());
        command.args(["-c", &line, "sh"]).args(args);
        for (name, value) in room.command(&[]).get_envs() {
            command.env(name, value.unwrap_or_default());
        }
        command
    };
    let (out, err, code) = ran(descriptor(&["--passphrase-fd", "3", "list"]), "");
    assert_eq!((code, out.contains("zinc roof")), (0, true), "{err}");
    // the descriptor comes before the environment
    let mut command = descriptor(&["--passphrase-fd", "3", "list"]);
    command.env("TRUSTLINE_PASSPHRASE", "wrong");
    assert_eq!(ran(command, "").2, 0);
    let mut command = room.command(&["list"]);
    command.env("TRUSTLINE_PASSPHRASE", WORDS);
    assert_eq!(ran(command, "").2, 0);
    let cat = format!("cat '{}'", file.display());
    let mut command = room.command(&["list"]);
    command.env("TRUSTLINE_PASSPHRASE_COMMAND", &cat);
    assert_eq!(ran(command, "").2, 0);
    let config = room.0.path().join("config");
    std::fs::create_dir(&config).expect("a folder");
    let settings = format!("passphrase_command = \"{cat}\"\n");
    std::fs::write(config.join("config.toml"), settings).expect("written");
    assert_eq!(ran(room.command(&["list"]), "").2, 0);
    // the first line of the input, and the rest of it is the note's
    let note = room.command(&["--passphrase-fd", "0", "note", "-"]);
    let (_, err, code) = ran(note, &format!("{WORDS}\nher zinc roof is done\n"));
    assert_eq!(code, 0, "{err}");
    let (out, ..) = ran(room.command(&["list", "kind:note"]), "");
    assert!(
        out.contains("her zinc roof is done") && !out.contains(WORDS),
        "{out}"
    );
    std::fs::remove_file(file).expect("gone");
    std::fs::remove_dir_all(config).expect("gone");
    room.nothing_shows();
}

#[test]
fn nothing_is_read_or_asked_before_the_passphrase() {
    let room = Room::new();
    room.locked();
    let (out, err, code) = ran(room.command(&["note", "-"]), "a long text");
    assert_eq!((out.as_str(), code), ("", 8), "{err}");
    assert!(
        err.contains("is locked") && err.contains("TRUSTLINE_PASSPHRASE"),
        "{err}"
    );
    let mut wrong = room.command(&["note", "-"]);
    wrong.env("TRUSTLINE_PASSPHRASE", "seven wild goose");
    let (_, err, code) = ran(wrong, "a long text");
    assert_eq!(code, 8);
    assert!(
        err.contains("TRUSTLINE_PASSPHRASE") && err.contains("not the passphrase"),
        "{err}"
    );
    assert!(
        !err.contains("goose"),
        "a wrong passphrase is shown nowhere: {err}"
    );
    let mut failing = room.command(&["today"]);
    failing.env("TRUSTLINE_PASSPHRASE_COMMAND", "echo 'no agent' >&2; false");
    let (_, err, code) = ran(failing, "");
    assert_eq!(code, 8);
    assert!(err.contains("no agent"), "{err}");
    let (_, err, code) = ran(room.command(&["--passphrase-fd", "77", "today"]), "");
    assert_eq!(code, 2, "{err}");
}

#[test]
fn lock_and_unlock_as_commands() {
    let room = Room::new();
    let before = room.told(trustline::secret::Keys::none());
    let with = |args: &[&str]| {
        let mut command = room.command(args);
        command.env("TRUSTLINE_PASSPHRASE", WORDS);
        ran(command, "")
    };
    let (_, err, code) = ran(room.command(&["lock"]), "");
    assert_eq!(code, 2, "{err}");
    let (out, err, code) = with(&["lock", "--leave-backups"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("readable without a passphrase"), "{out}");
    assert!(matches!(store::state(&room.backup()), Ok(State::Plain)));
    let (out, err, code) = with(&["lock"]);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("locked already") && out.contains("1 backup locked"),
        "{out}"
    );
    room.nothing_shows();
    assert_eq!(with(&["lock"]).2, 4);
    let (out, _, code) = ran(room.command(&["where", "--json"]), "");
    assert_eq!(code, 0);
    assert!(out.contains("\"locked\": true"), "{out}");
    let (_, err, code) = with(&["unlock"]);
    assert_eq!(code, 2, "{err}");
    let (_, err, code) = ran(room.command(&["unlock", "--yes"]), "");
    assert_eq!(code, 8, "{err}");
    let (out, err, code) = with(&["unlock", "--yes"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("1 backup stayed locked"), "{out}");
    assert_eq!(room.told(trustline::secret::Keys::none()), before);
    let (_, err, code) = with(&["unlock", "--yes"]);
    assert_eq!(code, 4, "{err}");
}

#[test]
fn a_passphrase_is_changed_by_two_descriptors() {
    let room = Room::new();
    room.locked();
    let (old, new) = (
        room.secret("old", WORDS),
        room.secret("new", "another one of mine"),
    );
    let line = format!(
        "exec '{}' --passphrase-fd 3 passphrase --new-passphrase-fd 4 3<'{}' 4<'{}'",
        env!("CARGO_BIN_EXE_trustline"),
        old.display(),
        new.display()
    );
    let mut command = Command::new("sh");
    command.args(["-c", &line]);
    for (name, value) in room.command(&[]).get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    let (out, err, code) = ran(command, "");
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("1 backup brought under the new passphrase"),
        "{out}"
    );
    assert!(room.keys_by(WORDS).is_err());
    assert!(room.keys_by("another one of mine").is_ok());
}
