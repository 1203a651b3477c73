//! `strace`: what a command asks of the system, and faults put exactly there.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::OnceLock;

use super::place::{PROGRAM, Place, tell};

/// The calls by which a command changes what lies on the disk.
pub const CHANGES: &str = "pwrite64,write,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,openat,rmdir";

/// The instants of one command: each call that changes something, by its name and its number among those of the name.
pub struct Instants(Vec<(String, usize)>);

impl Instants {
    /// Watches a command in a copy of a place.
    pub fn of(place: &Place, args: &[&str]) -> Option<Self> {
        let calls = record(&place.copied(), args)?;
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let numbered = calls.lines().filter_map(|line| {
            let name = called(line)?;
            let nth = seen.entry(name.to_owned()).or_default();
            *nth += 1;
            Some((name.to_owned(), *nth, line.contains("O_RDONLY")))
        });
        let changing = numbered.filter(|(.., only_reads)| !only_reads);
        Some(Self(changing.map(|(name, nth, _)| (name, nth)).collect()))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// One of them.
    pub fn at(&self, nth: usize) -> (&str, usize) {
        let (name, n) = &self.0[nth];
        (name, *n)
    }

    /// How many calls of a name there are.
    pub fn many(&self, name: &str) -> usize {
        self.0.iter().filter(|(called, _)| called == name).count()
    }
}

/// The name of the call in a line of `strace -f`.
pub fn called(line: &str) -> Option<&str> {
    let call = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let name = call.split('(').next()?;
    (call.contains('(') && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'))
        .then_some(name)
}

/// Where `strace` lies, when it may be used here; that it may not is said once.
pub fn tracer() -> Option<&'static PathBuf> {
    static FOUND: OnceLock<Option<PathBuf>> = OnceLock::new();
    let look = || {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let program = std::env::split_paths(&path)
            .map(|folder| folder.join("strace"))
            .find(|program| program.is_file());
        let works = program.filter(|program| {
            let mut probe = Command::new(program);
            probe.args(["-f", "-qq", "-o", "/dev/null", "-e"]);
            probe.args(["inject=fsync:error=EIO", PROGRAM, "--version"]);
            probe.output().is_ok_and(|done| done.status.success())
        });
        if works.is_none() {
            tell("skipped: strace is not installed here, or may not watch a process");
        }
        works
    };
    FOUND.get_or_init(look).as_ref()
}

/// Runs a command with faults put into its calls, each as `strace` writes one: `fsync:error=EIO:when=2+`.
pub fn injected(place: &Place, faults: &[String], args: &[&str]) -> Option<Output> {
    let mut command = Command::new(tracer()?);
    command.args(["-f", "-qq", "-o", "/dev/null"]);
    for fault in faults {
        command.arg("-e").arg(format!("inject={fault}"));
    }
    command.arg(PROGRAM).args(args);
    Some(place.at_home(command).output().expect("it runs"))
}

/// What a command asks of the system, a call a line, every byte of it; it must succeed.
pub fn record(place: &Place, args: &[&str]) -> Option<String> {
    let log = tempfile::NamedTempFile::new().expect("a file");
    let mut command = Command::new(tracer()?);
    command.args(["-f", "-qq", "-xx", "-y", "-s", "10000000", "-e"]);
    command.arg(format!("trace={CHANGES}"));
    command.arg("-o").arg(log.path()).arg(PROGRAM).args(args);
    let done = place.at_home(command).output().expect("it runs");
    let says = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{args:?}: {says}");
    Some(std::fs::read_to_string(log.path()).expect("its log"))
}
