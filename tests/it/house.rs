//! A journal to test with: in memory or in a temporary folder, its clock standing at Sunday 22 November 2026, ten o'clock.

use chrono::{NaiveDate, NaiveDateTime};
use trustline::clock::Clock;
use trustline::domain::fields::parse;
use trustline::domain::{Kind, Record, RecordId};
use trustline::journal::{Change, Journal, Told};

/// The moment at which every test stands.
pub fn now() -> NaiveDateTime {
    day("2026-11-22").and_hms_opt(10, 0, 0).expect("a moment")
}

/// A day from its ISO form.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("an ISO day")
}

/// A clock that stands at [`now`].
pub fn clock() -> Clock {
    Clock::fixed(now())
}

/// An empty journal in memory.
pub fn journal() -> Journal {
    Journal::memory(clock()).expect("a journal in memory")
}

/// A record from the texts of its fields, through the one parser.
pub fn record(journal: &Journal, kind: Kind, texts: &[(&str, &str)]) -> Record {
    parse(kind.fresh(journal.clock().now()), texts, &journal.reading())
        .expect("fields without a fault")
}

/// Adds a record and answers its id.
pub fn add(journal: &mut Journal, kind: Kind, texts: &[(&str, &str)]) -> RecordId {
    let record = record(journal, kind, texts);
    let told: Told = journal
        .tell(Change::Add(Box::new(record)))
        .expect("an added record");
    told.ids[0]
}

/// Adds a person.
pub fn person(journal: &mut Journal, name: &str) -> RecordId {
    add(
        journal,
        Kind::Relationship,
        &[("name", name), ("since", "2025-01-01")],
    )
}

/// Adds a commitment that was made on a day and is due on another.
pub fn commitment(
    journal: &mut Journal,
    who: &str,
    side: &str,
    text: &str,
    made: &str,
    due: &str,
) -> RecordId {
    let texts = [
        ("who", who),
        ("side", side),
        ("text", text),
        ("made", made),
        ("agreed", made),
        ("due", due),
    ];
    add(journal, Kind::Commitment, &texts)
}
