//! Every page that there is, each with a name: for the laws that hold on all of them.

use std::path::PathBuf;

use trustline::assets::{FIGURES_EXPLAINED, KEYS};
use trustline::domain::filter::{Ask, Filter};
use trustline::domain::reliability::Measure;
use trustline::domain::view::Window;
use trustline::domain::{Kind, RecordId, Side};
use trustline::journal::{Change, Journal};
use trustline::tui::command::Scope;
use trustline::tui::page::Place;

fn of_kind(journal: &Journal, kind: Kind) -> Vec<RecordId> {
    let filter = Filter::default().and(Ask::Kind(vec![kind]));
    let found = journal.entries(&filter, Window::top(500)).expect("a list");
    found.lines.iter().map(|line| line.id).collect()
}

/// The pages that stand for themselves.
fn alone(journal: &Journal) -> Vec<Place> {
    let mut places = vec![
        Place::Today,
        Place::Welcome("/nowhere/\u{1b}[31mjournal.db".to_owned()),
        Place::HelpPages(&[Scope::Team]),
        Place::Found(&KEYS, "ctrl".to_owned(), 3),
        Place::Article(&FIGURES_EXPLAINED),
        Place::Relationships,
        Place::CheckIn(None),
        Place::Team(None),
        Place::Review,
        Place::ComingBack,
        Place::Import,
        Place::Search(String::new()),
        Place::Search("a".to_owned()),
        Place::Quick(None),
        Place::Confidences(None),
        Place::Add(None),
        Place::Palette(&[Scope::Today, Scope::List]),
        Place::Help(&[Scope::Today, Scope::List]),
        Place::Backups,
        Place::Restoring(PathBuf::from("/nowhere/\u{1b}[31mjournal.db")),
        Place::Export,
        Place::Replace {
            name: "\u{1b}]0;x\u{7}brief.md".to_owned(),
            text: "\u{202e}text".to_owned(),
        },
    ];
    let teams = journal.teams().expect("teams");
    places.extend(
        teams
            .into_iter()
            .take(1)
            .map(|team| Place::Team(Some(team.name))),
    );
    places
}

/// The pages of a relationship.
fn of(who: RecordId) -> Vec<Place> {
    vec![
        Place::Relationship(who),
        Place::CheckIn(Some(who)),
        Place::Prep(who),
        Place::Brief(who),
        Place::Quick(Some(who)),
        Place::Confidences(Some(who)),
        Place::Forget(who),
        Place::Record(who),
        Place::Settle(who),
        Place::Edit(who),
        Place::Explain(who, Side::Mine, Measure::default()),
        Place::Explain(who, Side::Theirs, Measure::default()),
    ]
}

/// Every page over a journal: those of two relationships, and for each kind its form, and of one record its page, its
/// menu, its form.
pub fn every_page(journal: &Journal) -> Vec<(String, Place)> {
    let mut places = alone(journal);
    let whos = journal.names_starting("", 100).expect("names");
    let first = whos.first().expect("somebody").0;
    let last = whos.last().expect("somebody").0;
    places.extend(of(first));
    places.extend(of(last));
    for kind in Kind::ALL.iter().copied() {
        places.push(Place::New(kind, Some(first)));
        if let Some(id) = of_kind(journal, kind).first().copied() {
            let record = journal
                .stored(id)
                .expect("a journal")
                .expect("a record")
                .record;
            let title = record.noun().title();
            places.extend([
                Place::Settle(id),
                Place::Record(id),
                Place::Edit(id),
                Place::Draft(Box::new(record)),
                Place::Confirm(title, Box::new(Change::Erase { id })),
            ]);
        }
    }
    for breach in of_kind(journal, Kind::Breach).into_iter().take(2) {
        places.extend([Place::Repair(breach), Place::Steps(breach)]);
    }
    let named = |place: Place| {
        let name = format!("{place:?}");
        (name.chars().take(60).collect(), place)
    };
    places.into_iter().map(named).collect()
}
