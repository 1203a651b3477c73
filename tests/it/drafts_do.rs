//! Drafts: what is typed and not saved comes up again as it was, whatever ended the window it was typed in.

use std::path::Path;

use trustline::domain::{Filter, Kind, RecordId};
use trustline::journal::Journal;
use trustline::tui::harness::Trial;
use trustline::tui::page::Place;

use crate::house::{add, clock};

/// A journal in a throw-away place, with one person in it.
struct Home {
    folder: tempfile::TempDir,
    priya: RecordId,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut journal = open(&folder.path().join("j.db"));
        let priya = add(
            &mut journal,
            Kind::Relationship,
            &[
                ("name", "Priya Nair"),
                ("role", "team member"),
                ("since", "2026-01-01"),
            ],
        );
        Self { folder, priya }
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("j.db")
    }

    fn journal(&self) -> Journal {
        open(&self.path())
    }

    /// A window on it.
    fn window(&self) -> Trial {
        Trial::over(self.journal(), 80, 24)
    }

    /// A window at a place, in which some keys are typed; a second later it is killed.
    fn killed(&self, place: Place, keys: &str) -> String {
        let mut trial = self.window();
        trial.go(place);
        trial.keys(keys).expect("keys");
        trial.waits();
        trial.text()
    }

    /// What lies unfinished, as lists tell it.
    fn unfinished(&self) -> Vec<String> {
        let drafts = self.journal().drafts().expect("drafts");
        drafts.into_iter().map(|draft| draft.says).collect()
    }

    /// The titles of all commitments.
    fn promises(&self) -> Vec<String> {
        let journal = self.journal();
        let filter = Filter::parse("kind:commitment", &journal.reading()).expect("a filter");
        let window = trustline::domain::view::Window::top(50);
        let all = journal.entries(&filter, window).expect("entries");
        all.lines
            .into_iter()
            .map(|line| line.record.noun().title())
            .collect()
    }
}

fn open(path: &Path) -> Journal {
    Journal::open(path, clock()).expect("the journal")
}

#[test]
fn a_new_commitment_comes_up_as_it_was_and_is_saved_as_if_nothing_had_happened() {
    let home = Home::new();
    let form = Place::New(Kind::Commitment, Some(home.priya));
    home.killed(form.clone(), "\"send the numbers\"");
    assert_eq!(home.unfinished(), ["new commitment for Priya Nair"]);
    let mut trial = home.window();
    assert!(trial.text().contains("Unfinished"), "{}", trial.text());
    trial.keys("enter").expect("keys");
    let screen = trial.text();
    assert!(
        screen.contains("send the numbers") && screen.contains("taken up from today"),
        "{screen}"
    );
    trial.keys("\" on time\" ctrl-s").expect("keys");
    assert_eq!(
        home.promises(),
        ["send the numbers on time"],
        "{}",
        trial.text()
    );
    assert!(
        home.unfinished().is_empty(),
        "the draft went with what it became"
    );
    assert!(!trial.text().contains("Unfinished"), "{}", trial.text());
}
