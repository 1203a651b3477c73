//! A journal in a synchronised folder: two copies of it are edited and united, and nothing of either is lost.

use super::acts::busy;
use super::place::{Place, said, tell};

/// Brings what another copy holds into a place.
fn unites(place: &Place, other: &Place) -> String {
    let told = other.does(&["export"]);
    std::fs::write(place.path("other.jsonl"), told).expect("written");
    place.does(&["import", "other.jsonl"])
}

/// What stands, without what differs by the machine.
fn list(place: &Place) -> String {
    let listed = place.does(&["list"]);
    let mut lines: Vec<&str> = listed.lines().collect();
    lines.sort_unstable();
    lines.join("\n")
}

#[test]
fn two_copies_that_went_their_own_ways_are_united_without_a_loss() {
    let (one, two) = (busy(), Place::new());
    std::fs::copy(one.journal(), two.journal()).expect("a copy");
    one.does_at("2026-11-22T11:00", &["keep", "draft 3"]);
    one.does_at("2026-11-22T11:01", &["note", "written on the first"]);
    one.does_at(
        "2026-11-22T11:02",
        &["edit", "draft 5", "--text", "the draft by one"],
    );
    two.does_at("2026-11-22T11:03", &["break", "draft 3"]);
    two.does_at("2026-11-22T11:04", &["note", "written on the second"]);
    two.does_at(
        "2026-11-22T11:05",
        &["edit", "draft 5", "--text", "the draft by two"],
    );
    let told = unites(&one, &two);
    assert!(told.contains("3 revisions new"), "{told}");
    assert!(
        told.contains("2 records were changed on both sides"),
        "{told}"
    );
    unites(&two, &one);
    assert_eq!(list(&one), list(&two), "both hold the same");
    for place in [&one, &two] {
        let listed = list(place);
        assert!(
            listed.contains("written on the first") && listed.contains("written on the second")
        );
        // the newest stands, and both values are in the history, named as a conflict
        let log = place.does(&["log", "draft by two"]);
        assert!(
            log.contains("draft by one") && log.contains("draft by two"),
            "{log}"
        );
        assert!(log.contains("another device changed it too"), "{log}");
        let log = place.does(&["log", "draft 3"]);
        assert!(log.contains("kept") && log.contains("broken"), "{log}");
        place.is_sound("united");
    }
    let told = unites(&one, &two);
    assert!(
        told.contains("0 revisions new"),
        "twice is the same as once: {told}"
    );
}

/// A clock that was ahead once leaves both copies with the same next stamp: what bears it is two things all the same.
#[test]
fn what_two_copies_stamped_alike_is_kept_twice() {
    let (one, two) = (busy(), Place::new());
    one.does_at("2036-01-01T09:00", &["note", "from a day to come"]);
    std::fs::copy(one.journal(), two.journal()).expect("a copy");
    one.does_at("2026-11-22T11:00", &["keep", "draft 3"]);
    one.does_at("2026-11-22T11:01", &["note", "written on the first"]);
    two.does_at("2026-11-22T11:02", &["break", "draft 3"]);
    two.does_at("2026-11-22T11:03", &["note", "written on the second"]);
    let told = unites(&one, &two);
    assert!(told.contains("2 revisions new"), "{told}");
    assert!(
        told.contains("1 record was changed on both sides"),
        "{told}"
    );
    let log = one.does(&["log", "draft 3"]);
    assert!(log.contains("kept") && log.contains("broken"), "{log}");
    assert!(log.contains("another device changed it too"), "{log}");
    let told = unites(&one, &two);
    assert!(
        told.contains("0 revisions new"),
        "twice is the same as once: {told}"
    );
    unites(&two, &one);
    for place in [&one, &two] {
        let listed = list(place);
        assert!(listed.contains("written on the first"), "{listed}");
        assert!(listed.contains("written on the second"), "{listed}");
        place.is_sound("united");
    }
    // back and forth comes to rest, and on the same
    for _ in 0..3 {
        unites(&one, &two);
        unites(&two, &one);
    }
    let told = unites(&one, &two);
    assert!(told.contains("0 revisions new"), "{told}");
    assert_eq!(list(&one), list(&two));
    tell("two copies: 10 edits, 3 conflicts, both values kept, 0 lost");
}

/// Deleted here and edited there is a conflict like any other.
#[test]
fn a_record_deleted_in_one_copy_and_edited_in_the_other_is_a_conflict() {
    let (one, two) = (busy(), Place::new());
    one.does_at("2036-01-01T09:00", &["note", "from a day to come"]);
    std::fs::copy(one.journal(), two.journal()).expect("a copy");
    one.does(&["delete", "draft 3", "--yes"]);
    two.does(&["edit", "draft 3", "--text", "the draft in other words"]);
    for (here, there) in [(&one, &two), (&two, &one)] {
        let told = unites(here, there);
        assert!(
            told.contains("1 record was changed on both sides"),
            "{told}"
        );
    }
    unites(&one, &two);
    assert_eq!(list(&one), list(&two));
    one.is_sound("united");
}

/// A service that copies the file while it is open leaves a copy without its log: that is never taken for the whole.
#[test]
fn a_conflicted_copy_beside_the_journal_can_be_brought_in() {
    let place = busy();
    std::fs::copy(place.journal(), place.path("journal (conflicted copy).db")).expect("a copy");
    place.does(&["note", "after the copy"]);
    let done = place.run(&["import", "journal (conflicted copy).db"]);
    let says = said(&done);
    // a journal is no export: it says how that is done
    assert_eq!(done.status.code(), Some(7), "{says}");
    assert!(says.contains("export"), "{says}");
    let told = place.does(&["--journal", "journal (conflicted copy).db", "export"]);
    std::fs::write(place.path("copy.jsonl"), told).expect("written");
    assert!(
        place
            .does(&["import", "copy.jsonl"])
            .contains("0 revisions new")
    );
}
