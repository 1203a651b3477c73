//! The first five minutes by keys: the first page, the guide over the pages that are there, the sample and the way back.

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use trustline::journal::{Customs, Journal};
use trustline::tui::app::Out;
use trustline::tui::hall::Hall;
use trustline::tui::harness::{Trial, presses};
use trustline::tui::theme::Theme;
use trustline::tui::{Door, Start};

use crate::house;

/// Somebody in front of a journal in a folder of its own, without a terminal.
struct Visit {
    hall: Hall,
    size: Rect,
    folder: tempfile::TempDir,
}

impl Visit {
    fn new(width: u16, height: u16) -> Self {
        Self::at(tempfile::tempdir().expect("a folder"), width, height)
    }

    fn at(folder: tempfile::TempDir, width: u16, height: u16) -> Self {
        let file = folder.path().join("journal.db");
        let journal = Journal::open_by(&file, house::clock(), Customs::of(None));
        let start = Start::Open(Box::new(journal.expect("a journal")));
        let size = Rect::new(0, 0, width, height);
        let door = Door::new(file, house::clock(), None);
        Self {
            hall: Hall::new(door, start, None, None, Theme::plain().into(), size),
            size,
            folder,
        }
    }

    fn keys(&mut self, keys: &str) -> String {
        for press in presses(keys).expect("keys") {
            self.hall.event(Event::Key(press.into()));
            while self.hall.seen().expect("it goes on") {}
        }
        self.text()
    }

    fn text(&self) -> String {
        let mut buffer = Buffer::empty(self.size);
        self.hall.draw(&mut buffer);
        let line = |y| {
            let cells = (0..self.size.width).map(|x| buffer[(x, y)].symbol());
            cells.collect::<String>().trim_end().to_owned()
        };
        let lines: Vec<_> = (0..self.size.height).map(line).collect();
        lines.join("\n")
    }

    /// Leaves, and starts again.
    fn again(self) -> Self {
        let Self { hall, size, folder } = self;
        drop(hall);
        Self::at(folder, size.width, size.height)
    }
}

#[test]
fn the_first_page_at_three_sizes() {
    for (width, height) in [(40, 12), (80, 24), (120, 40)] {
        let text = Visit::new(width, height).text();
        assert!(text.contains("Nothing leaves this machine"), "{text}");
        assert!(text.contains("Esc goes straight to Today"), "{text}");
        let lines: Vec<_> = text.lines().map(str::trim_start).collect();
        for key in ["s ", "i ", "l "] {
            assert!(
                lines.iter().any(|line| line.starts_with(key)),
                "{key}: {text}"
            );
        }
    }
}

#[test]
fn it_is_gone_as_soon_as_something_is_written() {
    let mut visit = Visit::new(80, 24);
    let today = visit.keys("esc");
    assert!(today.contains("Nobody is here yet"), "{today}");
    assert!(visit.keys("f2").contains("Welcome to trustline"));
    visit.keys("esc a p \"Priya Nair\" ctrl-s");
    let mut visit = visit.again();
    assert!(!visit.text().contains("Welcome"), "{}", visit.text());
    assert!(visit.keys("g r").contains("Priya Nair"));
}

#[test]
fn the_guide_leads_over_three_steps_and_each_can_be_undone() {
    let mut visit = Visit::new(80, 24);
    let first = visit.keys("s");
    assert!(
        first.contains("1 of 3") && first.contains("New relationship"),
        "{first}"
    );
    let second = visit.keys("\"Priya Nair\" ctrl-s");
    assert!(second.contains("2 of 3"), "{second}");
    assert!(
        second.contains("I promise Priya Nair"),
        "an example is understood: {second}"
    );
    let third = visit.keys("\"send the budget numbers by thu noon\" enter");
    assert!(
        third.contains("3 of 3") && third.contains("Check-in"),
        "{third}"
    );
    let today = visit.keys("4 5 n 4 ctrl-s");
    assert!(today.contains("That is all it takes"), "{today}");
    assert!(today.contains("send the budget numbers"), "{today}");
    for key in ["c a promise", "w the weekly", "? every key"] {
        assert!(today.contains(key), "{key}: {today}");
    }
    // nobody asks again
    let mut visit = visit.again();
    let today = visit.text();
    assert!(
        !today.contains("Welcome") && !today.contains("1 of 3"),
        "{today}"
    );
    assert!(today.contains("send the budget numbers"), "{today}");
    // undo takes each step back
    let list = visit.keys("u u g r");
    assert!(list.contains("Priya Nair"), "{list}");
    assert!(!visit.keys("g t").contains("budget"), "{}", visit.text());
    visit.keys("u");
    assert!(
        visit.text().contains("Nobody is here yet"),
        "{}",
        visit.text()
    );
}

#[test]
fn each_step_can_be_skipped_and_the_guide_be_left() {
    let mut visit = Visit::new(80, 24);
    let today = visit.keys("s esc");
    assert!(
        today.contains("Nobody is here yet") && !today.contains("of 3"),
        "{today}"
    );
    visit.keys("f2 s \"Ana\" ctrl-s");
    assert!(visit.text().contains("2 of 3"), "{}", visit.text());
    assert!(visit.keys("esc").contains("3 of 3"), "{}", visit.text());
    let today = visit.keys("esc");
    assert!(
        today.contains("That is all it takes") && today.contains("Ana"),
        "{today}"
    );
    // the strip goes with the next page
    assert!(
        !visit.keys("g r q").contains("That is all"),
        "{}",
        visit.text()
    );
    let mut visit = Visit::new(40, 12);
    visit.keys("s \"Ana\" ctrl-s");
    assert!(visit.text().contains("2 of 3"), "{}", visit.text());
    let left = visit.keys("f2");
    assert!(!left.contains("of 3"), "{left}");
}

#[test]
fn the_sample_is_looked_at_and_left_by_one_key() {
    let mut visit = Visit::new(80, 24);
    let sample = visit.keys("l");
    assert!(sample.contains("They promised"), "{sample}");
    assert!(sample.contains("F2 leaves it"), "it says so: {sample}");
    // something is written there
    visit.keys("a p \"Nobody Real\" ctrl-s");
    assert!(visit.keys("g r").contains("F2 leaves it"));
    let back = visit.keys("f2");
    assert!(back.contains("Welcome to trustline"), "{back}");
    // q at home leads back, too
    assert!(visit.keys("l").contains("leave sample"));
    assert!(visit.keys("q").contains("Welcome to trustline"));
    let mut visit = visit.again();
    assert!(
        visit.text().contains("Welcome to trustline"),
        "nothing of it is in the journal"
    );
    assert!(!visit.keys("esc g r").contains("Nobody Real"));
}

#[test]
fn without_a_hall_the_sample_is_asked_of_it() {
    let mut trial = Trial::empty(80, 24).expect("a screen");
    trial.keys("f2 l").expect("keys");
    assert_eq!(trial.out, Some(Out::LookAround));
}

#[test]
fn the_shelf_without_a_backup_says_how_one_is_made() {
    let mut visit = Visit::new(80, 24);
    let shelf = visit.keys("esc g B");
    assert!(shelf.contains("No backup yet. b makes one now"), "{shelf}");
    visit.keys("b");
    visit.hall.app().expect("an app").wait_for_jobs();
    assert!(
        !visit.keys("j").contains("No backup yet"),
        "{}",
        visit.text()
    );
}

#[test]
fn an_import_leads_to_today() {
    let mut visit = Visit::new(80, 24);
    let csv = visit.folder.path().join("tracker.csv");
    std::fs::write(&csv, include_str!("../fixtures/csv/tracker.csv")).expect("written");
    let import = visit.keys("i");
    assert!(import.contains("Import"), "{import}");
    let looked = visit.keys(&format!("\"{}\" enter", csv.display()));
    let work = |text: &str| text.contains("reading");
    assert!(work(&looked) || looked.contains("bring in"), "{looked}");
    visit.hall.app().expect("an app").wait_for_jobs();
    let read = visit.keys("j");
    assert!(read.contains("Enter bring in"), "{read}");
    visit.keys("enter");
    visit.hall.app().expect("an app").wait_for_jobs();
    let done = visit.keys("j");
    assert!(done.contains("Brought in"), "{done}");
    // the first page has done its work: the way back leads to Today
    let today = visit.keys("esc");
    assert!(today.starts_with("Today"), "{today}");
}
