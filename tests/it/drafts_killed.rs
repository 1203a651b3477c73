//! Typing in a real pseudo-terminal that is killed, hung up or told to end: what was typed is there at the next start.

use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use trustline::domain::Kind;
use trustline::journal::Journal;

use crate::house::{add, clock};

/// How long anything may take on a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program in a terminal, over a journal.
struct Seat {
    child: Box<dyn portable_pty::Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Seat {
    fn over(folder: &Path, editor: &str) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
        command.env("TRUSTLINE_JOURNAL", folder.join("j.db"));
        command.env("TRUSTLINE_CONFIG", folder.join("c"));
        command.env("XDG_RUNTIME_DIR", folder.join("run"));
        command.env("TMPDIR", folder.join("run"));
        command.env("TRUSTLINE_NOW", "2026-11-22T10:00");
        command.env("TERM", "xterm-256color");
        command.env("VISUAL", editor);
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("its output");
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(1..) = reader.read(&mut buffer) {}
        });
        let keys = pair.master.take_writer().expect("its input");
        Self {
            child,
            keys,
            _master: pair.master,
        }
    }

    fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("keys go in");
        self.keys.flush().expect("keys go in");
    }

    fn told(&mut self, signal: &str) {
        let id = self.child.process_id().expect("its number").to_string();
        let kill = Command::new("kill").args([signal, &id]).status();
        assert!(kill.expect("kill runs").success());
        self.child.wait().expect("an end");
    }
}

fn home() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut journal = open(folder.path());
    let texts = [
        ("name", "Priya Nair"),
        ("role", "team member"),
        ("since", "2026-01-01"),
    ];
    add(&mut journal, Kind::Relationship, &texts);
    std::fs::create_dir(folder.path().join("run")).expect("a folder");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(folder.path().join("run"), mode).expect("for its owner");
    folder
}

fn open(folder: &Path) -> Journal {
    Journal::open(&folder.join("j.db"), clock()).expect("the journal")
}

/// What is typed in the newest draft.
fn typed(folder: &Path) -> Option<String> {
    let journal = open(folder);
    let drafts = journal.drafts().expect("drafts");
    let kept = journal.draft(&drafts.first()?.place).expect("read")?;
    Some(kept.draft.texts.first()?.1.clone())
}

/// Waits until something is so.
fn until(what: &str, so: impl Fn() -> bool) {
    let start = Instant::now();
    while !so() {
        assert!(start.elapsed() < PATIENCE, "{what} did not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn what_was_typed_is_there_after_a_kill() {
    let home = home();
    let mut seat = Seat::over(home.path(), "true");
    // nothing is pressed but letters: it is kept while they stand there
    seat.types("can\u{1b}cn send the numbers");
    until("the draft", || {
        typed(home.path()).is_some_and(|text| text.ends_with("numbers"))
    });
    seat.told("-KILL");
    assert!(typed(home.path()).is_some_and(|text| text.ends_with("send the numbers")));
}

#[test]
fn a_signal_keeps_the_last_letter() {
    for signal in ["-TERM", "-HUP", "-INT"] {
        let home = home();
        let mut seat = Seat::over(home.path(), "true");
        seat.types("can");
        seat.types("send the numbers");
        until("the form", || typed(home.path()).is_some());
        seat.types(" and more");
        // the keys are read before the signal is looked at, or the signal first: what was read is kept
        seat.told(signal);
        let kept = typed(home.path()).expect("a draft");
        assert!(
            kept.ends_with("numbers") || kept.contains("numbers "),
            "{signal}: {kept}"
        );
    }
}

/// The folders of texts that editors have.
fn lent(folder: &Path) -> Vec<std::path::PathBuf> {
    let there = std::fs::read_dir(folder.join("run")).expect("the folder");
    there.flatten().map(|entry| entry.path()).collect()
}

#[test]
fn what_an_editor_had_comes_back_when_both_are_ended_and_after_a_kill() {
    for signal in ["-TERM", "-KILL"] {
        let home = home();
        let editor = home.path().join("editor.sh");
        std::fs::write(
            &editor,
            "#!/bin/sh\nprintf 'written in the editor' > \"$1\"\nexec sleep 600\n",
        )
        .expect("an editor");
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(&editor, mode).expect("to be run");
        let mut seat = Seat::over(home.path(), &editor.display().to_string());
        seat.types("an");
        seat.types("a thought\u{5}");
        let written = || {
            let folders = lent(home.path());
            let text = folders
                .first()
                .map(|one| std::fs::read_to_string(one.join("text.md")));
            text.is_some_and(|text| text.is_ok_and(|text| text == "written in the editor"))
        };
        until("the editor", written);
        // the text so far was kept before the editor had it
        assert!(typed(home.path()).is_some(), "{signal}");
        seat.told(signal);
        if signal == "-KILL" {
            assert_eq!(
                lent(home.path()).len(),
                1,
                "nobody was there to take it away"
            );
            let mut again = Seat::over(home.path(), "true");
            until("the next start", || lent(home.path()).is_empty());
            again.told("-TERM");
        }
        assert_eq!(
            typed(home.path()).as_deref(),
            Some("written in the editor"),
            "{signal}"
        );
        assert!(
            lent(home.path()).is_empty(),
            "{signal}: nothing of it is left"
        );
    }
}
