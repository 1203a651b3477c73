//! Killed in the middle of what takes long: before or after, never between; the next start says which, and goes on.

use std::process::Output;

use super::acts::{Act, LONG, with_somebody};
use super::place::{Dice, Place, cases, in_order, said, tell};
use super::trace::{Instants, injected};

/// What a place holds: its export, or that it cannot be opened.
fn ends(act: &Act) -> (Option<String>, Option<String>) {
    let place = (act.stage)();
    // a look brings an earlier schema up to date: before is then as after
    let before = place.copied().held();
    place.does(act.args);
    (before, place.held())
}

/// A journal that was left by a kill is as before or as after, sound, and takes the act again.
fn is_before_or_after(
    act: &Act,
    place: &Place,
    (before, after): &(Option<String>, Option<String>),
    why: &str,
) {
    let next = place.run(&["list"]);
    in_order(&next, why);
    let held = place.held();
    assert!(held == *before || held == *after, "{why}: between");
    if held.is_some() {
        place.is_sound(why);
    }
    let again = place.run(act.args);
    in_order(&again, why);
    if act.again || held != *after {
        assert!(again.status.success(), "{why}: {}", said(&again));
        assert_eq!(place.held(), *after, "{why}: done again");
    }
    place.is_sound(why);
    let backups = place.run(&["backups", "--verify"]);
    assert!(backups.status.success(), "{why}: {}", said(&backups));
}

fn killed(act: &Act, many: usize) {
    let stage = (act.stage)();
    let both = ends(act);
    let Some(instants) = Instants::of(&stage, act.args) else {
        return;
    };
    assert!(instants.len() > 2, "{}: it changes something", act.name);
    let mut dice = Dice(0x51_7CC1 ^ u64::try_from(act.name.len()).expect("short"));
    let many = many.min(instants.len());
    for n in 0..many {
        // every one where there are no more than that
        let nth = if many == instants.len() {
            n
        } else {
            dice.below(instants.len())
        };
        let (name, count) = instants.at(nth);
        let why = format!(
            "{}, killed at {name} {count} of {}",
            act.name,
            instants.many(name)
        );
        let place = stage.copied();
        let fault = format!("{name}:signal=KILL:when={count}");
        let done: Output = injected(&place, &[fault], act.args).expect("strace");
        assert!(!done.status.success(), "{why}: it was not killed");
        is_before_or_after(act, &place, &both, &why);
    }
    let all = instants.len();
    tell(&format!(
        "{}: killed at {many} of {all} calls, 0 between",
        act.name
    ));
}

#[test]
fn what_takes_long_is_done_or_not_begun() {
    for act in LONG {
        killed(act, cases(5, 200));
    }
}

/// Without a way to stop at a call: killed after a random while, on every machine.
#[test]
fn an_import_that_is_killed_is_there_or_not() {
    let mut dice = Dice(99);
    let act = &LONG[0];
    let (stage, both) = ((act.stage)(), ends(act));
    for n in 0..cases(6, 200) {
        let place = stage.copied();
        let mut child = place.command(act.args).spawn().expect("it starts");
        for _ in 0..dice.below(6_000) {
            std::thread::yield_now();
        }
        let _ = child.kill();
        child.wait().expect("it ends");
        is_before_or_after(act, &place, &both, &format!("{n}"));
    }
}

/// Forgetting that was cut short is finished by the next start, which says so; then no file holds a word of it.
#[test]
fn what_was_being_forgotten_is_gone_after_the_next_start() {
    let stage = with_somebody();
    let args = ["forget", "Zephyrine", "--yes", "--prune-backups"];
    let Some(instants) = Instants::of(&stage, &args) else {
        return;
    };
    let (mut dice, mut finished, mut undone) = (Dice(3), 0, 0);
    let many = cases(12, 200);
    for _ in 0..many {
        let (name, count) = instants.at(dice.below(instants.len()));
        let why = format!("killed at {name} {count}");
        let place = stage.copied();
        let fault = format!("{name}:signal=KILL:when={count}");
        injected(&place, &[fault], &args);
        let next = place.run(&["list"]);
        assert!(next.status.success(), "{why}: {}", said(&next));
        finished +=
            usize::from(said(&next).contains("Forgetting had been cut short; it is finished now"));
        if place.does(&["list"]).contains("Zephyrine") {
            undone += 1;
            place.does(&args);
        }
        for end in ["", "-wal"] {
            let file = place.path(&format!("journal.db{end}"));
            let bytes = std::fs::read(file).unwrap_or_default();
            let there = bytes
                .windows(9)
                .any(|part| part.eq_ignore_ascii_case(b"zephyrine"));
            assert!(!there, "{why}: journal.db{end} still holds it");
        }
    }
    tell(&format!(
        "forget: {many} kills, {undone} before, {finished} finished by the next start"
    ));
}
