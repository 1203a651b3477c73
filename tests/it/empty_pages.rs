//! Pages without content teach: each says what belongs there and names a key, and that key does what it says.

use trustline::domain::{Kind, RecordId};
use trustline::journal::Journal;
use trustline::tui::harness::Trial;
use trustline::tui::page::Place;

use crate::house;

/// A page without content: how it is reached, what it says, the keys that it names, and what these show.
struct Empty {
    place: fn(RecordId) -> Place,
    keys: &'static str,
    says: &'static [&'static str],
    pressed: &'static str,
    shows: &'static str,
}

const fn empty(
    place: fn(RecordId) -> Place,
    keys: &'static str,
    says: &'static [&'static str],
    pressed: &'static str,
    shows: &'static str,
) -> Empty {
    Empty {
        place,
        keys,
        says,
        pressed,
        shows,
    }
}

/// Over a journal in which nobody is.
const NOBODY: &[Empty] = &[
    empty(
        |_| Place::Today,
        "",
        &["Nobody is here yet", "a p", "add the first person"],
        "a p",
        "New relationship",
    ),
    empty(
        |_| Place::Today,
        "",
        &["F2", "the first page"],
        "f2",
        "Welcome to trustline",
    ),
    empty(
        |_| Place::Today,
        "",
        &["g i", "bring in"],
        "g i",
        "Which file?",
    ),
    empty(
        |_| Place::Relationships,
        "",
        &["Nobody is here yet", "a p", "adds a person"],
        "a p",
        "New relationship",
    ),
    empty(
        |_| Place::Relationships,
        "",
        &["a g", "adds a team"],
        "a g",
        "New relationship",
    ),
    empty(
        |_| Place::Relationships,
        "",
        &["a i", "adds an institution"],
        "a i",
        "New relationship",
    ),
    empty(
        |_| Place::CheckIn(None),
        "",
        &["First add somebody", "a, then p"],
        "a p",
        "New relationship",
    ),
    empty(
        |_| Place::Team(None),
        "",
        &["No team yet", "a g"],
        "a g",
        "New relationship",
    ),
    empty(
        |_| Place::Team(None),
        "",
        &["No team yet", "g r"],
        "g r",
        "Relationships",
    ),
    empty(
        |_| Place::Review,
        "",
        &["Nothing is overdue", "w checks in all the same"],
        "w",
        "Check-in",
    ),
    empty(
        |_| Place::ComingBack,
        "",
        &["Nothing went stale", "w starts the weekly run"],
        "w",
        "Check-in",
    ),
    empty(
        |_| Place::Import,
        "",
        &["Which file?", "Enter"],
        "\"nowhere.csv\" enter",
        "nowhere.csv",
    ),
    empty(
        |_| Place::Search(String::new()),
        "",
        &["Type words, or a query"],
        "\"zzqq\"",
        "Nothing found",
    ),
    empty(
        |_| Place::Search("zzqq".to_owned()),
        "",
        &["Nothing found", "F1 tells how"],
        "f1",
        "keys",
    ),
    empty(
        |_| Place::Confidences(None),
        "",
        &["Nothing is sealed", "with a, then d"],
        "a d",
        "New disclosure",
    ),
    empty(|_| Place::Export, "", &["Enter writes"], "enter", "file"),
];

/// Over a journal of one relationship without a record.
const ONE: &[Empty] = &[
    empty(
        |_| Place::Today,
        "",
        &["Nothing is due", "c", "write down a promise"],
        "c",
        "A promise in one line",
    ),
    empty(
        |_| Place::Today,
        "",
        &["w", "check in all the same"],
        "w",
        "Nobody's check-in is due",
    ),
    empty(
        |_| Place::Today,
        "",
        &["g r", "relationships"],
        "g r",
        "Priya Nair",
    ),
    empty(
        |_| Place::CheckIn(None),
        "",
        &["Nobody's check-in is due", "Enter checks in"],
        "enter",
        "of 8 answered",
    ),
    empty(
        Place::Relationship,
        "1",
        &["too little settled", "c writes a commitment"],
        "c",
        "A promise in one line",
    ),
    empty(
        Place::Relationship,
        "1",
        &["Nothing written yet", "i checks in"],
        "i",
        "of 8 answered",
    ),
    empty(
        Place::Relationship,
        "1",
        &["a offers everything"],
        "a",
        "Who promised whom",
    ),
    empty(
        Place::Relationship,
        "2",
        &["No commitments yet", "c writes one"],
        "c",
        "A promise in one line",
    ),
    empty(
        Place::Relationship,
        "3",
        &["No check-ins yet", "i asks the questions"],
        "i",
        "of 8 answered",
    ),
    empty(
        Place::Relationship,
        "4",
        &["No feedback yet", "a then f"],
        "a f",
        "New feedback",
    ),
    empty(
        Place::Relationship,
        "5",
        &["No breach", "a then b"],
        "a b",
        "New breach",
    ),
    empty(
        Place::Relationship,
        "6",
        &["Nothing noted yet", "e edits the card"],
        "e",
        "Edit relationship",
    ),
    empty(
        Place::Prep,
        "",
        &["Nothing was written since", "a commitment with c"],
        "c",
        "A promise in one line",
    ),
    empty(
        Place::Prep,
        "",
        &["no one-on-one noted yet", "m notes one"],
        "m",
        "held",
    ),
    empty(
        Place::Repair,
        "",
        &["Nothing is open to repair", "a then b"],
        "a b",
        "New breach",
    ),
    empty(
        |who| Place::Confidences(Some(who)),
        "",
        &["Nothing between you", "a, then d"],
        "a d",
        "New disclosure",
    ),
    empty(
        |who| {
            Place::Explain(
                who,
                trustline::domain::Side::Mine,
                trustline::domain::reliability::Measure::default(),
            )
        },
        "",
        &["No figure below 3", "Nothing settled yet"],
        "q",
        "Today",
    ),
    empty(
        Place::Record,
        "h",
        &["Nothing was changed since", "h"],
        "h",
        "name",
    ),
];

fn look(journal: impl Fn() -> (Journal, RecordId), pages: &[Empty]) {
    for page in pages {
        let (journal, who) = journal();
        let place = (page.place)(who);
        let name = format!("{place:?} {}", page.keys);
        let mut trial = Trial::over(journal, 80, 24);
        if place != Place::Today {
            trial.go(place);
        }
        trial.keys(page.keys).expect("keys");
        let text = trial
            .text()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        for words in page.says {
            assert!(
                text.contains(words),
                "{name}: no {words:?} in {}",
                trial.text()
            );
        }
        let before = trial.text();
        trial.keys(page.pressed).expect("keys");
        trial.finishes();
        let after = trial.text();
        assert!(
            after.contains(page.shows),
            "{name}: {} leads to {after}",
            page.pressed
        );
        assert_ne!(before, after, "{name}: {} does nothing", page.pressed);
    }
}

#[test]
fn every_page_of_an_empty_journal_names_a_key_that_does_what_it_says() {
    look(|| (house::journal(), RecordId::default()), NOBODY);
}

#[test]
fn every_page_of_a_relationship_without_records_names_a_key_that_does_what_it_says() {
    let one = || {
        let mut journal = house::journal();
        let texts = [("name", "Priya Nair"), ("since", "2026-11-22")];
        let who = house::add(&mut journal, Kind::Relationship, &texts);
        (journal, who)
    };
    look(one, ONE);
}
