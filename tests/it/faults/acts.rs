//! What is done to a journal in the matrix: each act with the place in which it is done.

use std::fmt::Write;

use super::place::{Place, own};

/// Something that is done to a journal.
pub struct Act {
    /// Its name.
    pub name: &'static str,
    /// The command.
    pub args: &'static [&'static str],
    /// The place as it is before.
    pub stage: fn() -> Place,
    /// Whether doing it again ends in the same.
    pub again: bool,
}

const fn act(
    name: &'static str,
    args: &'static [&'static str],
    stage: fn() -> Place,
    again: bool,
) -> Act {
    Act {
        name,
        args,
        stage,
        again,
    }
}

/// What is done every day: one revision, one transaction.
pub const DAILY: &[Act] = &[
    act(
        "add",
        &["commit", "send Priya the other thing by fri"],
        busy,
        false,
    ),
    act("settle", &["keep", "draft 3"], busy, false),
    act("undo", &["undo"], busy, false),
    act(
        "edit",
        &["edit", "draft 4", "--text", "the draft in other words"],
        busy,
        false,
    ),
    act(
        "check-in",
        &["checkin", "priya", "--answer", "ABL=4"],
        busy,
        false,
    ),
    act("delete", &["delete", "draft 5", "--yes"], busy, false),
];

/// What takes longer, and touches more than one page or one file.
pub const LONG: &[Act] = &[
    act("import", &["import", "t.csv"], with_table, true),
    act(
        "union",
        &["import", "other.jsonl"],
        with_other_journal,
        true,
    ),
    act("migration from 1", &["list"], of_first_schema, true),
    act("migration from 2", &["list"], of_second_schema, true),
    act("backup", &["backup"], busy, true),
    act(
        "restore",
        &["restore", "2026-11-22T100000.2-by-hand", "--yes"],
        with_backup,
        true,
    ),
    act(
        "restore of a damaged one",
        &["restore", "2026-11-22T100000.2-by-hand", "--yes"],
        with_damage,
        true,
    ),
    act(
        "forget",
        &["forget", "Zephyrine", "--yes"],
        with_somebody,
        false,
    ),
    act("rebuild", &["doctor", "--rebuild"], busy, true),
];

/// A journal at work.
pub fn busy() -> Place {
    let place = Place::team();
    for n in 0..6 {
        place.does(&["commit", &format!("send Priya the draft {n} by fri")]);
    }
    place.does(&["keep", "draft 0"]);
    place
}

fn with_table() -> Place {
    let place = busy();
    let mut table = "who,text,made,due,side\n".to_owned();
    for n in 0..60 {
        let _ = writeln!(table, "Ana Ruiz,item {n},2026-11-01,2026-11-05,theirs");
    }
    std::fs::write(place.path("t.csv"), table).expect("written");
    place
}

fn with_other_journal() -> Place {
    let other = Place::new();
    other.does_at("2026-10-01T09:00", &["add", "relationship", "Bo Chen"]);
    for n in 0..20 {
        let line = format!("send Bo the other {n} by fri");
        other.does_at("2026-10-01T09:01", &["commit", &line]);
    }
    let place = busy();
    let told = other.does(&["export"]);
    std::fs::write(place.path("other.jsonl"), told).expect("written");
    place
}

fn of_schema(name: &str) -> Place {
    let place = Place::new();
    let kept = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/journals");
    std::fs::copy(kept.join(name), place.journal()).expect("a copy");
    own(&place.journal());
    place
}

fn of_first_schema() -> Place {
    of_schema("1.db")
}

fn of_second_schema() -> Place {
    of_schema("2.db")
}

fn with_backup() -> Place {
    let place = busy();
    place.does(&["backup"]);
    for n in 0..4 {
        place.does(&["commit", &format!("send Priya the later {n} by fri")]);
    }
    place
}

/// As with a backup, and a page of the journal is zeros.
fn with_damage() -> Place {
    let place = with_backup();
    let mut bytes = std::fs::read(place.journal()).expect("read");
    bytes[..100].fill(0);
    std::fs::write(place.journal(), bytes).expect("written");
    place
}

/// Somebody of whom nothing is to be left.
pub fn with_somebody() -> Place {
    let place = busy();
    place.does(&[
        "add",
        "relationship",
        "Zephyrine Quux",
        "--since",
        "2026-01-05",
    ]);
    for n in 0..4 {
        place.does(&["commit", &format!("send Zephyrine the secret {n} by fri")]);
    }
    place.does(&["note", "Zephyrine saw the harvest"]);
    place
}
