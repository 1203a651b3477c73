//! The query language has one meaning: what the store's SQL finds is what `Filter::fits` says.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{TestRng, TestRunner};
use trustline::assets::sample::sample;
use trustline::domain::filter::Filter;
use trustline::domain::view::Window;
use trustline::domain::{Kind, Record, RecordId};
use trustline::journal::{Change, Journal};

use crate::house::{add, clock, day, journal, record};

/// The sample journal, and a note whose letters are hard to fold.
fn filled() -> (Journal, Vec<(RecordId, Record)>) {
    let mut journal = journal();
    let records = sample(day("2026-11-22"));
    journal
        .load("the sample", &mut records.into_iter().map(Ok), &mut |_| {
            true
        })
        .expect("the sample loads");
    add(
        &mut journal,
        Kind::Note,
        &[
            ("text", "Straße, Øre-café & Łódź: naïve Ideen #Größe"),
            ("tags", "Größe, Q4"),
        ],
    );
    let all = listed(&journal);
    assert!(all.len() > 100, "{} records", all.len());
    (journal, all)
}

/// Every record that is listed, as it is now.
fn listed(journal: &Journal) -> Vec<(RecordId, Record)> {
    let all = found(journal, &Filter::default()).into_iter();
    all.map(|id| {
        let stored = journal.stored(id).expect("it is read");
        (id, stored.expect("it is there").record)
    })
    .collect()
}

fn found(journal: &Journal, filter: &Filter) -> BTreeSet<RecordId> {
    let slice = journal
        .entries(filter, Window::top(100_000))
        .expect("the store answers");
    slice.lines.into_iter().map(|line| line.id).collect()
}

fn terms() -> impl Strategy<Value = String> {
    let term = proptest::sample::select(vec![
        "who:priya",
        "kind:commitment",
        "kind:note,topic",
        "kind:check-in",
        "is:open",
        "is:done",
        "is:settled",
        "is:overdue",
        "is:moved",
        "is:requested",
        "is:closed",
        "is:moment,one-on-one",
        "mine",
        "theirs",
        "due<today",
        "due>=today",
        "due:today..eom",
        "due<=2026-06-30",
        "since:4w",
        "before:2026-06-01",
        "on:2026-09-01..2026-10-31",
        "after:yesterday",
        "#q4",
        "#größe",
        "stake:major",
        "stake:normal",
        "plan",
        "re",
        "the",
        "\"the plan\"",
        "strasse",
        "straße",
        "STRASSE",
        "øre",
        "ore",
        "cafe",
        "café",
        "łódź",
        "lodz",
        "naive",
        "\"øre café\"",
        "ideen",
    ]);
    let term = (any::<bool>(), term)
        .prop_map(|(not, term)| format!("{}{term}", if not { "-" } else { "" }));
    proptest::collection::vec(term, 1..4).prop_map(|terms| terms.join(" "))
}

/// Asks what is drawn and compares the store's answers with what fits, as the journal is now.
fn finds_what_fits(journal: &Journal, terms: &impl Strategy<Value = String>, cases: u32) {
    let all = listed(journal);
    let config = ProptestConfig::with_cases(cases);
    let chance = TestRng::deterministic_rng(config.rng_algorithm);
    let mut runner = TestRunner::new_with_rng(config, chance);
    let held = runner.run(terms, |query| {
        let filter = Filter::parse(&query, &journal.reading()).expect("a query");
        let fits = all
            .iter()
            .filter(|(_, record)| filter.fits(record, journal.day()));
        let fits: BTreeSet<_> = fits.map(|(id, _)| *id).collect();
        prop_assert_eq!(found(journal, &filter), fits, "{}", query);
        Ok(())
    });
    assert!(held.is_ok(), "{held:?}");
}

#[test]
fn the_store_finds_what_fits() {
    let (journal, all) = filled();
    assert!(!all.is_empty());
    finds_what_fits(&journal, &terms(), 80);
}

/// Words that begin alike, some with few that do and some with hundreds, and how they go on in other letters.
const ALIKE: [&str; 16] = [
    "budget",
    "Budgets",
    "BUDGETARY",
    "büdget",
    "budgetäre",
    "budget²",
    "budge",
    "buddy",
    "notebook",
    "noteböök",
    "notes",
    "noté",
    "Note",
    "плано",
    "план",
    "x",
];

/// Beginnings and wholes of such words, alone, together, as phrases, and some of none.
fn beginnings() -> impl Strategy<Value = String> {
    let starts = vec![
        "budg",
        "BUDGE",
        "budget",
        "budgets",
        "budgetar",
        "budgetä",
        "büdg",
        "budgetzz",
        "budget²",
        "bud",
        "note",
        "notes",
        "notebo",
        "note1",
        "note11",
        "noteé",
        "план",
        "пл",
        "x",
        "gone",
        "goner",
        "seen",
        "\"budget notes\"",
        "\"note\"",
        "budget-note",
    ];
    let one = (any::<bool>(), proptest::sample::select(starts));
    let one = one.prop_map(|(not, word)| format!("{}{word}", if not { "-" } else { "" }));
    proptest::collection::vec(one, 1..4).prop_map(|terms| terms.join(" "))
}

#[test]
fn a_word_as_it_is_typed_finds_what_fits() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.db");
    let mut journal = Journal::open(&file, clock()).expect("a journal");
    let mut ids = Vec::new();
    for n in 0..240 {
        let word = |step: usize| ALIKE[(n * step + n / 7) % ALIKE.len()];
        let text = format!("{} {} note{n} goner{n}", word(3), word(5));
        ids.push(add(&mut journal, Kind::Note, &[("text", &text)]));
    }
    finds_what_fits(&journal, &beginnings(), 120);
    // typed over, erased and forgotten, by the connection that has looked the words up before
    for (n, id) in ids.iter().enumerate() {
        match n % 4 {
            0 => {
                let seen = journal.stored(*id).expect("it is read");
                let seen = seen.expect("it is there").stamp;
                let text = format!("seen {} note{n}", ALIKE[n % ALIKE.len()]);
                let record = Box::new(record(&journal, Kind::Note, &[("text", &text)]));
                let change = Change::Edit {
                    id: *id,
                    seen,
                    record,
                };
                journal.tell(change).expect("an edit");
            }
            1 => drop(journal.tell(Change::Erase { id: *id }).expect("erased")),
            2 if n % 60 == 2 => drop(journal.forget(*id, false).expect("forgotten")),
            _ => {}
        }
    }
    finds_what_fits(&journal, &beginnings(), 120);
}
