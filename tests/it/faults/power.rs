//! The power cut: a command's writes are recorded and played again up to a random point, as a disk that was cut off
//! may hold them.
//!
//! What was synced is there. Of what was not, each write is there, is not, or is there up to a sector; names are there
//! up to some point, in their order, as file systems with a log keep them.

mod disk;

use super::acts::{Act, DAILY, LONG};
use super::place::{Dice, Place, cases, in_order, said, tell};
use super::trace::record;
use disk::{Disk, read};

/// What the journal of an act may be after the cut, and whether it was told as done by then.
fn cut(act: &Act, many: usize, dice: &mut Dice) -> Option<usize> {
    let stage = (act.stage)();
    let before = stage.copied().held();
    let place = stage.copied();
    let calls = read(
        &record(&place, act.args)?,
        place.folder(),
        &Disk::of(stage.folder()),
    );
    let after = place.held();
    // what it says last; what an import says first is what it found in the file
    let answered = calls.iter().rposition(disk::Call::tells);
    let (mut lost, mut said_done) = (0, 0);
    for n in 0..many {
        // every third one after it was told as done, where that is to be lost
        let from = answered.filter(|_| n % 3 == 2).map_or(0, |nth| nth + 1);
        let until = from + dice.below(calls.len() + 1 - from);
        let told = answered.is_some_and(|nth| nth < until);
        let mut disk = Disk::of(stage.folder());
        let dropped = disk.play(&calls, until, dice);
        let left = Place::new();
        disk.write_to(left.folder());
        let why = format!(
            "{} {n}: cut after {until} of {} calls",
            act.name,
            calls.len()
        );
        let next = left.run(&["list"]);
        in_order(&next, &why);
        let held = left.held();
        assert!(
            held == before || held == after,
            "{why}: between: {}",
            said(&next)
        );
        assert!(!told || held == after, "{why}: told as done, and lost");
        if held.is_some() && left.journal().exists() {
            left.is_sound(&why);
        }
        if !left.journal().exists() {
            continue;
        }
        let backups = left.run(&["backups", "--verify"]);
        assert!(backups.status.success(), "{why}: {}", said(&backups));
        lost += usize::from(dropped > 0);
        said_done += usize::from(told);
    }
    tell(&format!(
        "{}: {many} power cuts ({lost} with writes that never reached the disk, {said_done} after it was told as done), 0 between",
        act.name
    ));
    Some(many)
}

#[test]
fn a_power_cut_is_as_a_kill() {
    let mut dice = Dice(0xB0_0B5);
    for act in DAILY.iter().chain(LONG) {
        if cut(act, cases(3, 15), &mut dice).is_none() {
            return;
        }
    }
}

/// The first record of all makes the folder, the journal and its log: all of it is durable when it is told.
#[test]
fn the_first_record_survives_a_power_cut_too() {
    let act = Act {
        name: "the first record",
        args: &["note", "the first"],
        stage: Place::new,
        again: false,
    };
    let mut dice = Dice(77);
    cut(&act, cases(8, 60), &mut dice);
}
