//! The query language has one meaning: what the store's SQL finds is what `Filter::fits` says.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{TestRng, TestRunner};
use trustline::assets::sample::sample;
use trustline::domain::filter::Filter;
use trustline::domain::view::Window;
use trustline::domain::{Kind, Record, RecordId};
use trustline::journal::Journal;

use crate::house::{add, day, journal};

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
    let all = found(&journal, &Filter::default());
    let all = all.into_iter().map(|id| {
        let stored = journal
            .stored(id)
            .expect("it is read")
            .expect("it is there");
        (id, stored.record)
    });
    let all: Vec<_> = all.collect();
    assert!(all.len() > 100, "{} records", all.len());
    (journal, all)
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

#[test]
fn the_store_finds_what_fits() {
    let (journal, all) = filled();
    let config = ProptestConfig::with_cases(80);
    let chance = TestRng::deterministic_rng(config.rng_algorithm);
    let mut runner = TestRunner::new_with_rng(config, chance);
    let held = runner.run(&terms(), |query| {
        let filter = Filter::parse(&query, &journal.reading()).expect("a query");
        let fits = all
            .iter()
            .filter(|(_, record)| filter.fits(record, journal.day()));
        let fits: BTreeSet<_> = fits.map(|(id, _)| *id).collect();
        prop_assert_eq!(found(&journal, &filter), fits, "{}", query);
        Ok(())
    });
    assert!(held.is_ok(), "{held:?}");
}
