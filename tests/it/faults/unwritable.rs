//! A folder or a file that may only be read: shown with the reason, refused in words, nothing changed.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use super::acts::busy;
use super::place::{PROGRAM, Place, said, tell};

fn allow(path: &Path, mode: u32) {
    std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).expect("its mode");
}

/// Runs the command line as somebody whom mode bits bind; `None`: nobody is to be had here, and that was said.
fn as_nobody(place: &Place, args: &[&str]) -> Option<Output> {
    let whoami = Command::new("id").arg("-u").output().ok()?;
    let root = whoami.stdout.starts_with(b"0\n");
    let mut command = Command::new(if root { "setpriv" } else { PROGRAM });
    if root {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "--"]);
        command.arg(PROGRAM);
    }
    command.args(args);
    place.at_home(command).output().ok()
}

/// Whether the program can be run so at all.
fn can_be_nobody(place: &Place) -> bool {
    allow(place.folder(), 0o755);
    let can = as_nobody(place, &["--version"]).is_some_and(|done| done.status.success());
    if !can {
        tell("skipped: the program cannot be run here as a user whom mode bits bind");
    }
    can
}

/// A journal on which nothing can be written is read, says why, and takes nothing.
fn only_read(place: &Place, why: &str) {
    let before = std::fs::read(place.journal()).expect("read");
    for verb in ["list", "today", "relationships", "export"] {
        let done = as_nobody(place, &[verb]).expect("it ran before");
        assert!(done.status.success(), "{why}, {verb}: {}", said(&done));
    }
    for args in [
        &["note", "hello"][..],
        &["keep", "draft 3"],
        &["undo"],
        &["forget", "Priya", "--yes"],
        &["doctor", "--rebuild"],
        &["import", "t.csv"],
    ] {
        let done = as_nobody(place, args).expect("it ran before");
        let says = said(&done);
        assert_eq!(done.status.code(), Some(5), "{why}, {args:?}: {says}");
        assert!(
            says.contains("not saved") || says.contains("reading only"),
            "{says}"
        );
    }
    assert!(
        std::fs::read(place.journal()).expect("read") == before,
        "{why}"
    );
}

#[test]
fn a_journal_that_may_only_be_read_is_read() {
    let place = busy();
    if !can_be_nobody(&place) {
        return;
    }
    // what root made here is the user's who runs it
    allow(&place.path("journal.db.backups"), 0o755);
    std::fs::write(
        place.path("t.csv"),
        "who,text,made,side\nAna,x,2026-11-01,mine\n",
    )
    .expect("written");
    allow(&place.path("t.csv"), 0o644);
    for (file, folder) in [(0o444, 0o755), (0o444, 0o555), (0o644, 0o555)] {
        allow(&place.journal(), file);
        allow(place.folder(), folder);
        only_read(&place, &format!("file {file:o} in folder {folder:o}"));
    }
    allow(&place.journal(), 0o600);
    allow(place.folder(), 0o755);
    place.is_sound("after all");
}

#[test]
fn what_may_not_even_be_read_is_refused_with_the_reason() {
    let place = busy();
    if !can_be_nobody(&place) {
        return;
    }
    allow(&place.journal(), 0o000);
    for verb in ["list", "today", "undo", "export", "doctor", "backup"] {
        let done = as_nobody(&place, &[verb]).expect("it ran before");
        let says = said(&done);
        assert_eq!(done.status.code(), Some(5), "{verb}: {says}");
        assert!(says.contains("permission denied"), "{verb}: {says}");
    }
    allow(&place.journal(), 0o600);
    place.is_sound("after all");
}

#[test]
fn a_new_journal_where_nothing_may_be_made_is_refused_with_the_reason() {
    let place = Place::new();
    if !can_be_nobody(&place) {
        return;
    }
    allow(place.folder(), 0o555);
    let done = as_nobody(&place, &["note", "hello"]).expect("it ran before");
    let says = said(&done);
    assert_eq!(done.status.code(), Some(5), "{says}");
    assert!(says.contains("permission denied"), "{says}");
    assert!(!place.journal().exists());
    allow(place.folder(), 0o755);
}
