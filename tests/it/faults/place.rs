//! A folder of its own with a journal in it, and the command line at work there.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The moment at which the command line stands, unless a test says otherwise.
pub const NOW: &str = "2026-11-22T10:00";

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_trustline");

/// How many cases: few always, all of the matrix with `TRUSTLINE_FAULTS=long`.
pub fn cases(short: usize, long: usize) -> usize {
    let all = std::env::var_os("TRUSTLINE_FAULTS").is_some_and(|word| word == "long");
    if all { long } else { short }
}

/// Says how much was done, or why something was not.
pub fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "faults: {line}");
}

/// The words that open a locked journal, unless a test says otherwise; a journal that is not locked is none by them.
pub const WORDS: &str = "seven wild geese";

/// A folder of its own with a journal in it.
pub struct Place {
    folder: tempfile::TempDir,
    /// The words by which the command line opens it.
    words: &'static str,
}

impl Place {
    /// An empty one.
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            words: WORDS,
        }
    }

    /// One with somebody in the journal.
    pub fn team() -> Self {
        let place = Self::new();
        place.does(&["add", "relationship", "Priya Nair", "--since", "2026-01-05"]);
        place
    }

    /// A copy of all that lies there, as a killed process left it: what is in shared memory alone is not in it.
    pub fn copied(&self) -> Self {
        let copy = Self::new().by(self.words);
        copy_folder(self.folder(), copy.folder());
        copy
    }

    /// The same by other words.
    pub fn by(self, words: &'static str) -> Self {
        Self { words, ..self }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Something in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// The journal's file.
    pub fn journal(&self) -> PathBuf {
        self.path("journal.db")
    }

    /// The command line, not run yet.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(args);
        self.at_home(command)
    }

    /// Any program, in the surroundings of this place.
    pub fn at_home(&self, mut command: Command) -> Command {
        command
            .env_clear()
            .env("TRUSTLINE_NOW", NOW)
            .env("TRUSTLINE_JOURNAL", self.journal())
            .env("TRUSTLINE_CONFIG", self.path("settings"))
            .env("TRUSTLINE_PASSPHRASE", self.words)
            .current_dir(self.folder())
            .stdin(self.input())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// What is typed to a command: the lines of a file that lies there, if one does.
    fn input(&self) -> Stdio {
        File::open(self.path("input")).map_or_else(|_| Stdio::null(), Stdio::from)
    }

    /// Runs the command line.
    pub fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("it runs")
    }

    /// Runs what must succeed, and answers with its output.
    pub fn does(&self, args: &[&str]) -> String {
        let done = self.run(args);
        assert!(done.status.success(), "{args:?}: {}", said(&done));
        String::from_utf8(done.stdout).expect("UTF-8")
    }

    /// The same at another moment.
    pub fn does_at(&self, now: &str, args: &[&str]) -> String {
        let done = self.command(args).env("TRUSTLINE_NOW", now).output();
        let done = done.expect("it runs");
        assert!(done.status.success(), "{now} {args:?}: {}", said(&done));
        String::from_utf8(done.stdout).expect("UTF-8")
    }

    /// Runs what must fail with a code, and answers with what it says.
    pub fn fails(&self, args: &[&str], code: i32) -> String {
        let done = self.run(args);
        assert_eq!(done.status.code(), Some(code), "{args:?}: {}", said(&done));
        said(&done)
    }

    /// Everything the journal holds, as its export says it; `None` where it cannot be opened.
    pub fn held(&self) -> Option<String> {
        let done = self.run(&["export"]);
        done.status
            .success()
            .then(|| String::from_utf8_lossy(&done.stdout).into_owned())
    }

    /// The journal is whole: every page, the index of words, and projections that equal a rebuild's.
    pub fn is_sound(&self, why: &str) {
        let done = self.run(&["doctor", "--json"]);
        let checks = String::from_utf8_lossy(&done.stdout);
        assert!(done.status.success(), "{why}: {checks} {}", said(&done));
        assert!(
            checks.contains("\"well\": true") && checks.contains("equal to a rebuild"),
            "{why}: {checks}"
        );
    }
}

/// What a process said beside its output.
pub fn said(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

/// A process that ended in order: by itself, with a code of ours, and without a panic.
pub fn in_order(done: &Output, why: &str) {
    let says = said(done);
    let code = done.status.code();
    assert!(
        code.is_some_and(|code| (0..=8).contains(&code)) && !says.contains("panicked"),
        "{why}: {code:?} {says}"
    );
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in from.read_dir().expect("a folder").flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() {
            std::fs::create_dir(to.join(&name)).expect("a folder");
            copy_folder(&path, &to.join(&name));
        } else if !name.to_string_lossy().ends_with("-shm") {
            std::fs::copy(&path, to.join(&name)).expect("a copy");
        }
    }
}

/// Numbers that look random and are the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    /// A number below another, which is not zero.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % u64::try_from(end).expect("small")).expect("small")
    }

    /// Heads or tails.
    pub fn tossed(&mut self) -> bool {
        self.below(2) == 0
    }
}

/// Makes a file its owner's alone, as the program does.
pub fn own(file: &Path) {
    #[cfg(unix)]
    std::fs::set_permissions(file, std::os::unix::fs::PermissionsExt::from_mode(0o600))
        .expect("its mode");
    #[cfg(not(unix))]
    let _ = file;
}
