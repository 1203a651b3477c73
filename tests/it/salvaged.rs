//! A damaged journal: what can still be read leaves, past the damage, and never what may be sealed.

use std::io::BufReader;
use std::path::Path;

use trustline::domain::{Act, Filter, Kind, RecordId};
use trustline::journal::{Change, Journal};

use crate::house::{add, clock, commitment, day, journal, person};

const SECRET: &str = "quartz yonder";

/// A journal in a file, with a sealed disclosure and an open one; the ids of both.
fn laid_out(file: &Path) -> (RecordId, RecordId) {
    let mut journal = Journal::open(file, clock()).expect("a journal");
    person(&mut journal, "Ada Bly");
    for n in 0..20 {
        let text = format!("send item {n}");
        commitment(
            &mut journal,
            "ada",
            "mine",
            &text,
            "2026-11-01",
            "2026-11-30",
        );
    }
    let share = |journal: &mut Journal, words: &str| {
        let texts = [("who", "Ada Bly"), ("content", words)];
        add(journal, Kind::Disclosure, &texts)
    };
    let (sealed, open) = (
        share(&mut journal, SECRET),
        share(&mut journal, "an open word"),
    );
    let (act, on) = (Act::Seal, day("2026-11-22"));
    let seal = Change::Act {
        id: sealed,
        act,
        on,
    };
    journal.tell(seal).expect("sealed");
    (sealed, open)
}

/// Damages revisions behind the program's back.
fn damage(file: &Path, sql: &str) {
    let base = rusqlite::Connection::open(file).expect("the file");
    assert!(base.execute(sql, []).expect("done") > 0);
}

/// What is salvaged: the text, how many revisions were damaged, how many records stayed.
fn salvaged(file: &Path) -> (String, u64, usize) {
    let journal = Journal::open(file, clock()).expect("it opens");
    let mut bytes = Vec::new();
    let found = journal.salvage(&mut bytes).expect("salvaged");
    let text = String::from_utf8(bytes).expect("letters");
    assert!(!text.contains(SECRET), "what is sealed left");
    assert_eq!(text.lines().count() as u64, found.sound + 1);
    (text, found.damaged, found.hidden.len())
}

/// How many commitments another journal has of it.
fn brought(text: &str) -> usize {
    let mut other = journal();
    other
        .unite(&mut BufReader::new(text.as_bytes()))
        .expect("united");
    let mut many = 0;
    let mut count = |_, _: &_| {
        many += 1;
        Ok(())
    };
    other
        .each(&[Kind::Commitment], &Filter::default(), &mut count)
        .expect("read");
    many
}

#[test]
fn a_revision_that_cannot_be_read_stops_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.db");
    laid_out(&file);
    let (text, damaged, hidden) = salvaged(&file);
    assert_eq!((damaged, hidden, brought(&text)), (0, 1, 20));
    let some = "kind = 'commitment' AND seq % 4 = 0";
    damage(
        &file,
        &format!("UPDATE revision SET body = substr(body, 3) WHERE {some}"),
    );
    let (text, damaged, hidden) = salvaged(&file);
    assert_eq!((damaged, hidden), (5, 1));
    assert_eq!(brought(&text), 15);
    assert!(text.contains("an open word"), "known not to be sealed");
}

#[test]
fn where_a_seal_may_be_lost_nothing_told_in_confidence_leaves() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.db");
    laid_out(&file);
    // the newest revision is the seal
    damage(
        &file,
        "UPDATE revision SET kind = 'quartz' WHERE seq = (SELECT max(seq) FROM revision)",
    );
    let (text, damaged, hidden) = salvaged(&file);
    assert_eq!(
        (damaged, hidden),
        (1, 2),
        "it cannot be known of what it was"
    );
    assert!(!text.contains("an open word"));
    assert_eq!(brought(&text), 20);
}

#[test]
fn a_seal_in_a_form_that_cannot_be_read_still_seals() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.db");
    laid_out(&file);
    damage(
        &file,
        "UPDATE revision SET body = '{' WHERE seq = (SELECT max(seq) FROM revision)",
    );
    let (text, damaged, hidden) = salvaged(&file);
    assert_eq!((damaged, hidden), (1, 1));
    assert!(text.contains("an open word"));
}
