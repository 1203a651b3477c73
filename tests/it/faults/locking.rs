//! Killed, without room or without a disk that keeps while a journal is locked, unlocked or gets other words: before or
//! after, never between, and nothing readable is left of what is locked.

use std::path::Path;

use super::acts::busy;
use super::place::{Dice, Place, WORDS, cases, in_order, said, tell};
use super::trace::{Instants, injected, tracer};

/// The words of afterwards.
const OTHERS: &str = "eight tame geese";

/// One of the ways in which the lock of a journal changes.
struct Change {
    name: &'static str,
    args: &'static [&'static str],
    stage: fn() -> Place,
    /// The words that open it afterwards.
    after: &'static str,
    /// Whether it is locked before and after.
    locked: (bool, bool),
}

const CHANGES: [Change; 4] = [
    Change {
        name: "lock",
        args: &["lock"],
        stage: plain,
        after: WORDS,
        locked: (false, true),
    },
    Change {
        name: "unlock",
        args: &["unlock", "--yes"],
        stage: locked,
        after: WORDS,
        locked: (true, false),
    },
    Change {
        name: "passphrase",
        args: &["passphrase", "--new-passphrase-fd", "0"],
        stage: with_other_words,
        after: OTHERS,
        locked: (true, true),
    },
    Change {
        name: "passphrase with a new key",
        args: &["passphrase", "--new-key", "--new-passphrase-fd", "0"],
        stage: with_other_words,
        after: OTHERS,
        locked: (true, true),
    },
];

fn plain() -> Place {
    let place = busy();
    place.does(&["backup"]);
    place
}

fn locked() -> Place {
    let place = plain();
    place.does(&["lock"]);
    place
}

fn with_other_words() -> Place {
    let place = locked();
    std::fs::write(place.path("input"), format!("{OTHERS}\n")).expect("written");
    place
}

fn is_locked(place: &Place) -> bool {
    !std::fs::read(place.journal())
        .expect("read")
        .starts_with(b"SQLite format 3")
}

/// The files of a folder, and of those in it, that hold some bytes.
fn holding(folder: &Path, words: &[u8], found: &mut Vec<String>) {
    for entry in folder.read_dir().expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            holding(&path, words, found);
            continue;
        }
        let bytes = std::fs::read(&path).expect("read");
        if bytes.windows(words.len()).any(|part| part == words) {
            found.push(path.display().to_string());
        }
    }
}

/// Left-overs of work that was cut short lie nowhere after the next start.
fn nothing_left_over(place: &Place, why: &str) {
    for entry in place.folder().read_dir().expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let known = [
            "journal.db",
            "journal.db.key",
            "journal.db.backups",
            "input",
            "settings",
        ];
        let side = name.ends_with("-wal") || name.ends_with("-shm");
        // SQLite's own, of a page that was put back already: it begins with zeros, and nobody reads it
        let done = name == "journal.db-journal"
            && std::fs::read(entry.path())
                .is_ok_and(|bytes| bytes.iter().take(28).all(|b| *b == 0));
        assert!(
            known.contains(&&*name) || side || done,
            "{why}: {name} was left"
        );
    }
}

/// Opened by the words of before or, where these open it no more, by those of afterwards.
fn opened(place: Place, change: &Change, why: &str) -> (Place, String) {
    let next = place.run(&["list"]);
    in_order(&next, why);
    if next.status.success() {
        let says = said(&next);
        return (place, says);
    }
    assert_eq!(next.status.code(), Some(8), "{why}: {}", said(&next));
    let place = place.by(change.after);
    let next = place.run(&["list"]);
    assert!(next.status.success(), "{why}: {}", said(&next));
    let says = said(&next);
    (place, says)
}

/// The journal itself is whole; that its backups wait to be locked is what the doctor may say beside.
fn is_whole(place: &Place, why: &str) {
    let done = place.run(&["doctor", "--json"]);
    let (checks, says) = (String::from_utf8_lossy(&done.stdout), said(&done));
    let well = done.status.success() || says.contains("not well: open backups\n");
    assert!(
        well && checks.contains("equal to a rebuild"),
        "{why}: {checks} {says}"
    );
}

/// A journal that a fault left is as before or as after, and takes the change again.
fn is_before_or_after(change: &Change, place: Place, held: &str, why: &str) -> bool {
    let (place, _) = opened(place, change, why);
    let is = is_locked(&place);
    assert!(is == change.locked.0 || is == change.locked.1, "{why}");
    nothing_left_over(&place, why);
    assert_eq!(place.held().as_deref(), Some(held), "{why}: between");
    is_whole(&place, why);
    if is {
        // the backups may wait for the next run; the journal and what lies beside it may not
        let mut found = Vec::new();
        holding(place.folder(), b"send Priya", &mut found);
        holding(place.folder(), b"the draft 3", &mut found);
        found.retain(|path| !path.contains(".backups/"));
        assert!(found.is_empty(), "{why}: readable in {found:?}");
    }
    let again = place.run(change.args);
    in_order(&again, why);
    let code = again.status.code();
    // what is locked or unlocked already says so
    assert!(matches!(code, Some(0 | 4 | 8)), "{why}: {}", said(&again));
    let (place, _) = opened(place, change, why);
    assert_eq!(is_locked(&place), change.locked.1, "{why}: done again");
    assert_eq!(place.held().as_deref(), Some(held), "{why}: done again");
    if change.name == "lock" {
        let mut found = Vec::new();
        holding(place.folder(), b"the draft 3", &mut found);
        assert!(found.is_empty(), "{why}: readable in {found:?}");
    }
    is != change.locked.0
}

#[test]
fn a_lock_that_is_cut_short_is_done_or_not_begun() {
    if tracer().is_none() {
        return;
    }
    for change in &CHANGES {
        let stage = (change.stage)();
        let held = stage.held().expect("it opens");
        let Some(instants) = Instants::of(&stage, change.args) else {
            return;
        };
        let mut dice = Dice(0x10C_4ED);
        let (many, mut after) = (cases(2, 200), 0);
        for n in 0..many {
            let nth = if many >= instants.len() {
                n % instants.len()
            } else {
                dice.below(instants.len())
            };
            let (name, count) = instants.at(nth);
            let why = format!("{}, killed at {name} {count}", change.name);
            let place = stage.copied();
            let fault = format!("{name}:signal=KILL:when={count}");
            let done = injected(&place, &[fault], change.args).expect("strace");
            assert!(!done.status.success(), "{why}: it was not killed");
            after += usize::from(is_before_or_after(change, place, &held, &why));
        }
        let all = instants.len();
        tell(&format!(
            "{}: killed at {many} of {all} calls, {after} after, 0 between",
            change.name
        ));
    }
}

#[test]
fn a_lock_on_a_disk_that_fills_up_or_fails_is_refused_in_words() {
    if tracer().is_none() {
        return;
    }
    let mut dice = Dice(41);
    let (mut many, mut refused) = (0, 0);
    for change in &CHANGES {
        let stage = (change.stage)();
        let held = stage.held().expect("it opens");
        let Some(instants) = Instants::of(&stage, change.args) else {
            return;
        };
        for n in 0..cases(1, 30) {
            let (name, fault) = if n % 2 == 0 {
                ("pwrite64", "ENOSPC")
            } else {
                ("fsync", "EIO")
            };
            let all = instants.many(name);
            if all == 0 {
                continue;
            }
            let nth = 1 + dice.below(all);
            let why = format!("{}, {fault} from {name} {nth} of {all} on", change.name);
            let place = stage.copied();
            let faults = [format!("{name}:error={fault}:when={nth}+")];
            let done = injected(&place, &faults, change.args).expect("strace");
            in_order(&done, &why);
            let says = said(&done);
            let no = !done.status.success();
            assert!(!no || says.contains("Error: "), "{why}: {says}");
            let changed = is_before_or_after(change, place, &held, &why);
            assert!(
                no || changed || change.locked.0 == change.locked.1,
                "{why}: told as done: {says}"
            );
            refused += usize::from(no);
            many += 1;
        }
    }
    tell(&format!(
        "locks on a failing disk: {many}, {refused} refused in words, 0 between"
    ));
}
