//! What stays when somebody is forgotten: the records of others, without the name and without a link that leads nowhere.

use trustline::domain::fields::{self};
use trustline::domain::filter::Filter;
use trustline::domain::view::Window;
use trustline::domain::{Act, Kind, Record, RecordId};
use trustline::journal::{Change, Journal};

use super::{export, is_sound};
use crate::house::{self, add, commitment, day, person};

fn record(journal: &Journal, id: RecordId) -> Record {
    let stored = journal.stored(id).expect("a read");
    stored.expect("it stays").record
}

fn text(journal: &Journal, id: RecordId, name: &str) -> String {
    let record = record(journal, id);
    let field = record.kind().fields().iter().find(|f| f.name == name);
    let field = field.expect("a field");
    fields::write(field, &(field.get)(&record), journal)
}

#[test]
fn the_name_gives_way_in_every_value_of_what_others_share() {
    let mut journal = house::journal();
    let texts = [
        ("name", "Priya Nair"),
        ("since", "2025-01-01"),
        ("alias", "P."),
        ("handles", "@pnair"),
    ];
    let priya = add(&mut journal, Kind::Relationship, &texts);
    let ada = person(&mut journal, "Ada Bly");
    let note = add(
        &mut journal,
        Kind::Note,
        &[
            ("who", "Priya Nair, Ada Bly"),
            ("text", "Priya told Ada; @pnair agreed"),
        ],
    );
    let promise = commitment(
        &mut journal,
        "Ada Bly",
        "theirs",
        "ask Priya Nair first",
        "2026-11-01",
        "2026-11-20",
    );
    let stored = journal.stored(promise).expect("a read").expect("there");
    let Record::Commitment(mut one) = stored.record else {
        panic!("a commitment")
    };
    one.text = "ask her first".to_owned();
    journal
        .tell(Change::Edit {
            id: promise,
            seen: stored.stamp,
            record: Box::new(Record::Commitment(one)),
        })
        .expect("edited");
    let figure = |journal: &Journal| {
        let card = journal.card(ada).expect("a card");
        format!("{:?} {:?}", card.mine, card.theirs)
    };
    let before = figure(&journal);

    let looked = journal.forgetting(priya, true).expect("a look");
    assert_eq!(looked.gone.len(), 1);
    let named: Vec<_> = looked.stays.iter().map(|one| one.id).collect();
    assert_eq!(named.len(), 2);
    assert!(named.contains(&note) && named.contains(&promise));
    assert!(
        looked.is_confirmed("priya nair")
            && !looked.is_confirmed("priya")
            && !looked.is_confirmed("")
    );

    journal.forget(priya, true).expect("forgotten");
    assert_eq!(text(&journal, note, "text"), "P. told Ada; @P. agreed");
    assert_eq!(record(&journal, note).noun().whos(), [ada]);
    assert!(!export(&journal).contains("Priya") && !export(&journal).contains("pnair"));
    let history = journal.history(promise).expect("a history");
    let first = history
        .last()
        .and_then(|one| one.record.as_ref())
        .expect("its first value");
    assert_eq!(first.noun().title(), "ask P. first");
    assert_eq!(figure(&journal), before);
    let told = journal.undo().expect("an undo").expect("a step");
    assert_eq!(told.says, "undone: edited: ask her first");
    assert_eq!(text(&journal, promise, "text"), "ask P. first");
    is_sound(&mut journal);
}

#[test]
fn mentions_stay_where_that_is_wanted() {
    let mut journal = house::journal();
    let priya = person(&mut journal, "Priya Nair");
    let note = add(&mut journal, Kind::Note, &[("text", "Priya is away")]);
    let shared = add(
        &mut journal,
        Kind::Note,
        &[("who", "Priya"), ("text", "alone with her")],
    );
    let told = journal.forget(priya, false).expect("forgotten");
    assert_eq!((told.gone.len(), told.stays.len()), (2, 0));
    assert_eq!(text(&journal, note, "text"), "Priya is away");
    assert!(journal.stored(shared).expect("a read").is_none());
    assert_eq!(
        export(&journal).matches("forgotten, mentions kept").count(),
        2
    );
}

#[test]
fn a_name_that_others_share_is_theirs_too() {
    let mut journal = house::journal();
    let costa = person(&mut journal, "Ana Costa");
    let silva = person(&mut journal, "Ana Silva");
    let note = add(
        &mut journal,
        Kind::Note,
        &[(
            "text",
            "Ana Costa and Ana Silva; Ana was late, Costa was not",
        )],
    );
    journal.forget(costa, true).expect("forgotten");
    assert_eq!(
        text(&journal, note, "text"),
        "somebody and Ana Silva; Ana was late, somebody was not"
    );
    assert_eq!(text(&journal, silva, "name"), "Ana Silva");
}

#[test]
fn an_institution_leaves_the_excused_miss_without_a_link() {
    let mut journal = house::journal();
    let texts = [
        ("name", "Release process"),
        ("party", "institution"),
        ("role", "institution"),
        ("since", "2025-01-01"),
    ];
    let process = add(&mut journal, Kind::Relationship, &texts);
    person(&mut journal, "Ada Bly");
    let promise = commitment(
        &mut journal,
        "Ada Bly",
        "theirs",
        "ship it",
        "2026-11-01",
        "2026-11-20",
    );
    let act = Act::Excuse {
        reason: "the release process stood still".to_owned(),
        process: Some(process),
    };
    let change = Change::Act {
        id: promise,
        act,
        on: day("2026-11-21"),
    };
    journal.tell(change).expect("excused");
    let told = journal.forget(process, true).expect("forgotten");
    assert_eq!((told.gone.len(), told.stays.len()), (1, 1));
    let Record::Commitment(one) = record(&journal, promise) else {
        panic!("a commitment")
    };
    assert_eq!(
        (one.process, one.reason.as_str()),
        (None, "the something stood still")
    );
    assert_eq!(one.excused, Some(day("2026-11-21")), "it stays excused");
    is_sound(&mut journal);
}

#[test]
fn one_record_goes_with_what_belongs_to_it() {
    let mut journal = house::journal();
    person(&mut journal, "Ada Bly");
    let promise = commitment(
        &mut journal,
        "Ada Bly",
        "theirs",
        "ship it",
        "2026-11-01",
        "2026-11-20",
    );
    let ids = promise.short();
    let breach = add(
        &mut journal,
        Kind::Breach,
        &[
            ("who", "Ada"),
            ("happened", "slipped unsaid"),
            ("commitments", ids.as_str()),
        ],
    );
    let of = breach.short();
    let plan = add(
        &mut journal,
        Kind::Plan,
        &[
            ("who", "Ada"),
            ("breach", of.as_str()),
            ("aim", "say it early"),
        ],
    );
    let of = plan.short();
    let step = add(
        &mut journal,
        Kind::Commitment,
        &[
            ("who", "Ada"),
            ("side", "mine"),
            ("text", "ask weekly"),
            ("plan", of.as_str()),
        ],
    );
    let looked = journal.forgetting(breach, true).expect("a look");
    assert!(looked.is_confirmed(&breach.short()) && !looked.is_confirmed("slipped unsaid"));
    let told = journal.forget(breach, true).expect("forgotten");
    let gone: Vec<_> = told.gone.iter().map(|one| one.id).collect();
    assert_eq!(gone[0], breach);
    assert!(gone.contains(&plan) && gone.contains(&step) && gone.len() == 3);
    assert!(journal.stored(promise).expect("a read").is_some());
    let left = journal
        .entries(&Filter::default(), Window::top(10))
        .expect("a list");
    assert_eq!(left.lines.len(), 2, "the person and the promise");
    is_sound(&mut journal);
}

#[test]
fn what_was_deleted_before_is_found_and_goes_too() {
    let mut journal = house::journal();
    let ada = person(&mut journal, "Ada Bly");
    add(
        &mut journal,
        Kind::Note,
        &[("who", "Ada"), ("text", "kept words")],
    );
    journal.tell(Change::Erase { id: ada }).expect("deleted");
    assert_eq!(
        journal.find_deleted("ada bly").expect("a search"),
        Some(ada)
    );
    journal.forget(ada, true).expect("forgotten");
    assert!(journal.undo().expect("an undo").is_none());
    assert!(!export(&journal).contains("kept words"));
}

#[test]
fn links_of_another_to_a_forgotten_record_are_made_blank() {
    let mut journal = house::journal();
    person(&mut journal, "Ada Bly");
    let promise = commitment(
        &mut journal,
        "Ada Bly",
        "theirs",
        "ship it",
        "2026-11-01",
        "2026-11-20",
    );
    let ids = promise.short();
    let breach = add(
        &mut journal,
        Kind::Breach,
        &[
            ("who", "Ada"),
            ("happened", "slipped unsaid"),
            ("commitments", ids.as_str()),
        ],
    );
    journal.forget(promise, true).expect("forgotten");
    let Record::Breach(one) = record(&journal, breach) else {
        panic!("a breach")
    };
    assert!(one.commitments.is_empty());
}
