//! Work beside the screen: on a journal in a file it runs on a thread, on one in memory in place.

use std::sync::mpsc::channel;

use chrono::NaiveDate;

use super::*;
use crate::clock::Clock;
use crate::domain::Record;
use crate::domain::relationship::Relationship;
use crate::journal::Change;
use crate::tui::harness::Trial;

fn clock() -> Clock {
    let at = NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(9, 0, 0));
    Clock::fixed(at.expect("a time"))
}

fn ana() -> Change {
    Change::Add(Box::new(Record::Relationship(Relationship {
        name: "Ana".to_owned(),
        since: NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day"),
        ..Relationship::default()
    })))
}

/// A screen over a journal in a file of a folder.
fn trial(folder: &tempfile::TempDir) -> Trial {
    let journal = Journal::open(&folder.path().join("journal.db"), clock()).expect("opens");
    Trial::over(journal, 80, 24)
}

#[test]
fn what_a_job_writes_is_seen_when_it_ends_and_no_key_is_taken_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut trial = trial(&folder);
    let (go, gone) = channel::<()>();
    let (job, outcome) = Job::new("reading people.csv", move |journal, progress| {
        progress.out_of(7);
        progress.at(3);
        gone.recv().expect("told to go on");
        journal.tell(ana())
    });
    trial.begin(job);
    trial.keys("g r").expect("keys");
    assert!(
        trial.text().trim_start().starts_with("Today"),
        "{}",
        trial.text()
    );
    assert!(trial.text().contains("reading people.csv\u{2026}"));
    assert!(trial.text().contains("Esc stops it"));
    assert!(outcome.take().is_none(), "it has not ended");
    go.send(()).expect("heard");
    trial.finishes();
    let told = outcome.take().expect("ended").expect("told");
    assert_eq!(told.ids.len(), 1);
    trial.keys("g r").expect("keys");
    assert!(trial.text().contains("Ana"), "{}", trial.text());
}

#[test]
fn escape_stops_what_runs_in_front() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut trial = trial(&folder);
    let (job, outcome) = Job::new("reading", |_, progress| {
        let mut done = 0;
        while progress.at(done) {
            done += 1;
            std::thread::yield_now();
        }
        Err::<(), _>(Error::refused("stopped; nothing was kept"))
    });
    trial.begin(job);
    trial.keys("esc").expect("keys");
    trial.finishes();
    let error = outcome.take().expect("ended").expect_err("stopped");
    assert_eq!(error.says(), "stopped; nothing was kept");
}

#[test]
fn what_stands_behind_leaves_the_keys_and_says_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut trial = trial(&folder);
    let (go, gone) = channel::<()>();
    trial.begin(Job::behind("a copy", move |_, _| {
        gone.recv().expect("told to go on");
        Ok(Some("the copy is made".to_owned()))
    }));
    trial.keys("g r").expect("keys");
    assert!(
        trial.text().trim_start().starts_with("Relationships"),
        "{}",
        trial.text()
    );
    go.send(()).expect("heard");
    trial.finishes();
    assert!(
        trial.text().contains("the copy is made"),
        "{}",
        trial.text()
    );
}

#[test]
fn a_journal_in_memory_does_it_in_place() {
    let mut trial = Trial::empty(80, 24).expect("opens");
    let (job, outcome) = Job::new("reading", |journal, _| journal.tell(ana()));
    trial.begin(job);
    assert!(outcome.take().expect("ended").is_ok());
}

#[test]
fn progress_counts_what_is_known() {
    let progress = Progress::default();
    assert_eq!(progress.says(), "");
    assert!(progress.at(12));
    assert_eq!(progress.says(), "12");
    progress.out_of(40);
    assert!(progress.at(41));
    assert_eq!(progress.says(), "40 of 40");
}
