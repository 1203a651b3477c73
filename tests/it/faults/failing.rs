//! A disk that is full or reports errors: refused in words, nothing lost, reading goes on, the next act works.

use std::process::{Command, Output};

use super::acts::{Act, DAILY, LONG, busy};
use super::place::{Dice, NOW, PROGRAM, Place, cases, in_order, said, tell};
use super::trace::{Instants, injected, tracer};
use crate::seat::Seat;

/// Writes a file beside the journal.
const EXPORT: Act = Act {
    name: "export to a file",
    args: &["export", "--output", "out.jsonl", "--force"],
    stage: busy,
    again: true,
};

fn every_write_path() -> impl Iterator<Item = &'static Act> {
    DAILY.iter().chain(LONG).chain([&EXPORT])
}

/// What a place holds before and after an act.
struct Ends {
    stage: Place,
    before: Option<String>,
    after: Option<String>,
}

impl Ends {
    fn of(act: &Act) -> Self {
        let stage = (act.stage)();
        let done = stage.copied();
        done.does(act.args);
        Self {
            before: stage.copied().held(),
            after: done.held(),
            stage,
        }
    }

    /// What was refused was said, and is as before; what was done is as after. Then there is room again, and it works.
    fn holds(&self, act: &Act, place: &Place, done: &Output, why: &str) -> bool {
        in_order(done, why);
        let (refused, says) = (!done.status.success(), said(done));
        let held = place.held();
        if refused {
            assert!(
                says.contains("Error: ") && says.contains("Hint: "),
                "{why}: {says}"
            );
            let words = [
                "not saved",
                "cannot ",
                "could not",
                "not changed",
                "not read",
            ];
            assert!(
                words.iter().any(|word| says.contains(word)),
                "{why}: {says}"
            );
            // forgotten is forgotten, and what is still owed is said; so is a file in its place that may not outlast a cut
            let owed =
                ["forget", "restore of a damaged one"].contains(&act.name) && held == self.after;
            assert!(held == self.before || owed, "{why}: {says}");
        } else {
            assert!(
                held == self.after,
                "{why}: told as done, and is not: {says}"
            );
        }
        if held.is_some() {
            place.is_sound(why);
        }
        if held != self.after || act.again {
            place.does(act.args);
            assert!(place.held() == self.after, "{why}: with room again");
        }
        refused
    }
}

/// Runs a command that may not make a file longer than so many blocks of 512 bytes.
fn limited(place: &Place, blocks: usize, args: &[&str]) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-c", "ulimit -f \"$1\"; shift; exec \"$@\"", "sh"]);
    shell.arg(blocks.to_string()).arg(PROGRAM).args(args);
    place.at_home(shell).output().expect("it runs")
}

#[cfg(unix)]
#[test]
fn without_room_nothing_is_lost_and_reading_goes_on() {
    let (mut many, mut refused) = (0, 0);
    for act in every_write_path() {
        let ends = Ends::of(act);
        for blocks in [0, 64, 200] {
            let place = ends.stage.copied();
            let why = format!("{} with files of {blocks} blocks at most", act.name);
            let done = limited(&place, blocks, act.args);
            if ends.before.is_some() && !act.name.starts_with("migration") {
                let list = limited(&place, blocks, &["list"]);
                assert!(list.status.success(), "{why}: {}", said(&list));
            }
            refused += usize::from(ends.holds(act, &place, &done, &why));
            many += 1;
        }
    }
    assert!(refused * 2 > many, "{refused} of {many} refused");
    tell(&format!(
        "no room: {many} acts, {refused} refused in words, 0 lost"
    ));
}

#[test]
fn a_disk_that_fills_up_at_any_write_loses_nothing() {
    if tracer().is_none() {
        return;
    }
    let (mut many, mut refused) = (0, 0);
    let mut dice = Dice(5);
    for act in every_write_path() {
        let ends = Ends::of(act);
        let Some(instants) = Instants::of(&ends.stage, act.args) else {
            return;
        };
        // what an export writes goes to a file and to the output alike: that one has a limit of its own above
        let writes = instants.many("pwrite64");
        for _ in 0..cases(2, 20).min(writes) {
            let nth = 1 + dice.below(writes);
            let place = ends.stage.copied();
            let why = format!("{}: full from write {nth} of {writes} on", act.name);
            let faults = [
                format!("pwrite64:error=ENOSPC:when={nth}+"),
                "fallocate:error=ENOSPC".to_owned(),
            ];
            let done = injected(&place, &faults, act.args).expect("strace");
            refused += usize::from(ends.holds(act, &place, &done, &why));
            many += 1;
        }
    }
    tell(&format!(
        "full at a write: {many} acts, {refused} refused in words, 0 lost"
    ));
}

#[test]
fn what_the_disk_would_not_keep_is_not_told_as_saved() {
    if tracer().is_none() {
        return;
    }
    let (mut many, mut refused) = (0, 0);
    for act in every_write_path() {
        let ends = Ends::of(act);
        let Some(instants) = Instants::of(&ends.stage, act.args) else {
            return;
        };
        let syncs = instants.many("fsync") + instants.many("fdatasync");
        assert!(syncs > 0, "{}: nothing is synced", act.name);
        for nth in (1..=syncs).take(cases(2, 40)) {
            let place = ends.stage.copied();
            let why = format!("{}: syncing fails from the {nth}. of {syncs} on", act.name);
            let faults = [format!("fsync,fdatasync:error=EIO:when={nth}+")];
            let done = injected(&place, &faults, act.args).expect("strace");
            let no = ends.holds(act, &place, &done, &why);
            assert!(no || nth > 1, "{why}: nothing is sure, and it says it is");
            refused += usize::from(no);
            many += 1;
        }
    }
    tell(&format!(
        "failing fsync: {many} acts, {refused} told at once as not saved, 0 told as saved and lost"
    ));
}

/// The text that was typed stays in the form while the disk is full, and is saved from there once there is room.
#[cfg(target_os = "linux")]
#[test]
fn what_is_typed_stays_in_the_form_until_there_is_room() {
    let prlimit = |id: &str, size: &str| {
        let mut command = Command::new("prlimit");
        command.args(["--pid", id, &format!("--fsize={size}:unlimited")]);
        command.output().is_ok_and(|done| done.status.success())
    };
    if !prlimit(&std::process::id().to_string(), "unlimited") {
        tell("skipped: prlimit is not installed here");
        return;
    }
    let place = busy();
    let mut command = portable_pty::CommandBuilder::new(PROGRAM);
    command.env("TRUSTLINE_NOW", NOW);
    command.env("TRUSTLINE_JOURNAL", place.journal());
    command.env("TRUSTLINE_CONFIG", place.path("settings"));
    command.env("TERM", "xterm-256color");
    let mut seat = Seat::with(command);
    seat.shows("q quit");
    seat.types("a");
    seat.shows("n  note");
    seat.types("n");
    seat.shows("^S save");
    seat.types("a thought nobody may lose");
    seat.shows("nobody may lose");
    let id = seat.child.process_id().expect("its number").to_string();
    assert!(prlimit(&id, "0"));
    seat.types("\x13");
    seat.shows("not saved");
    seat.line_of("a thought nobody may lose");
    assert!(!place.does(&["list"]).contains("a thought nobody may lose"));
    assert!(prlimit(&id, "unlimited"));
    seat.types("\x13");
    seat.hides("not saved");
    seat.types("\x03");
    seat.ends();
    assert!(place.does(&["list"]).contains("a thought nobody may lose"));
}
