//! Import on the screen: a file is named, looked at and brought in, and one key takes it back.

use std::path::Path;

use trustline::clock::Clock;
use trustline::journal::Journal;
use trustline::tui::harness::Trial;

fn clock() -> Clock {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22);
    Clock::fixed(
        day.and_then(|day| day.and_hms_opt(9, 0, 0))
            .expect("a time"),
    )
}

/// A folder with a tracker's export, and an empty journal in it.
fn place(width: u16, height: u16) -> (tempfile::TempDir, Trial) {
    let folder = tempfile::tempdir().expect("a folder");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/csv/jira.csv");
    std::fs::copy(fixture, folder.path().join("jira.csv")).expect("copied");
    let journal = Journal::open(&folder.path().join("journal.db"), clock()).expect("opens");
    (folder, Trial::over(journal, width, height))
}

/// Names a file of the folder on the Import page, and waits for the look at it.
fn names(trial: &mut Trial, folder: &tempfile::TempDir, file: &str) {
    let path = folder.path().join(file);
    trial.keys("g i").expect("keys");
    trial.event(crossterm::event::Event::Paste(path.display().to_string()));
    trial.keys("enter").expect("keys");
    trial.finishes();
}

fn see(trial: &Trial, words: &str) {
    let text = trial.text();
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(words), "{words} is not in\n{text}");
}

#[test]
fn a_file_is_looked_at_brought_in_and_taken_back() {
    let (folder, mut trial) = place(120, 40);
    names(&mut trial, &folder, "jira.csv");
    see(&trial, "7 rows: 4 commitments, 2 relationships");
    see(
        &trial,
        "line 8, Resolution: the mapping does not say what \u{201c}Shipped\u{201d} means",
    );
    see(&trial, "d 1 row with a date that could be two days");
    see(&trial, "Enter brings in 6 new.");
    assert!(
        !folder.path().join("jira.csv.refused.csv").exists(),
        "a look writes nothing"
    );
    trial.keys("d").expect("keys");
    trial.finishes();
    see(&trial, "Dates in numbers are read with the day first.");
    trial.keys("d").expect("keys");
    trial.finishes();
    see(&trial, "Dates in numbers are read with the month first.");
    trial.keys("m \"Ana Ruiz\" enter").expect("keys");
    trial.finishes();
    see(&trial, "You are Ana Ruiz in it.");
    see(&trial, "Enter brings in 5 new.");
    trial.keys("enter").expect("keys");
    trial.finishes();
    see(&trial, "Brought in: 5 new, 0 changed, 0 as they were.");
    see(&trial, "u takes all of it back.");
    let refused = std::fs::read_to_string(folder.path().join("jira.csv.refused.csv"));
    assert!(refused.expect("written").contains("Shipped"));
    trial.keys("g r").expect("keys");
    see(&trial, "Bo Chen");
    trial.keys("u").expect("keys");
    assert!(!trial.text().contains("Bo Chen"), "{}", trial.text());
}

#[test]
fn twice_is_the_same_as_once() {
    let (folder, mut trial) = place(80, 24);
    names(&mut trial, &folder, "jira.csv");
    trial.keys("enter").expect("keys");
    trial.finishes();
    trial.keys("esc").expect("keys");
    names(&mut trial, &folder, "jira.csv");
    see(&trial, "Nothing of it is new here. q goes back.");
    trial.keys("esc").expect("keys");
    assert!(
        trial.text().trim_start().starts_with("Today"),
        "{}",
        trial.text()
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_asked_for_again() {
    let (folder, mut trial) = place(80, 24);
    names(&mut trial, &folder, "issues.csv");
    see(&trial, "! cannot read");
    see(&trial, "Which file?");
    std::fs::write(folder.path().join("odd.csv"), "who,what,made,side\n\"open,").expect("written");
    trial.keys("esc").expect("keys");
    names(&mut trial, &folder, "odd.csv");
    see(&trial, "!");
    see(&trial, "Which file?");
}

#[test]
fn another_journal_is_united() {
    let (folder, mut trial) = place(80, 24);
    let mut other = trustline::tui::harness::sample().expect("the sample");
    let mut export = Vec::new();
    other.export(&mut export).expect("exported");
    other.undo().expect("nothing to undo");
    std::fs::write(folder.path().join("other.jsonl"), &export).expect("written");
    names(&mut trial, &folder, "other.jsonl");
    see(&trial, "revisions new, 0 here already.");
    trial.keys("enter").expect("keys");
    trial.finishes();
    see(&trial, "United:");
    trial.keys("g r").expect("keys");
    see(&trial, "Priya");
}

#[test]
fn tab_completes_the_name_and_escape_leaves() {
    let (folder, mut trial) = place(80, 24);
    trial.keys("g i").expect("keys");
    let start = folder.path().join("jir").display().to_string();
    trial.event(crossterm::event::Event::Paste(start));
    trial.keys("tab enter").expect("keys");
    trial.finishes();
    see(&trial, "read with the mapping jira");
    trial.keys("e esc esc").expect("keys");
    assert!(
        trial.text().trim_start().starts_with("Today"),
        "{}",
        trial.text()
    );
}

#[test]
fn the_page_at_three_sizes() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let (folder, mut trial) = place(width, height);
        trial.keys("g i").expect("keys");
        insta::assert_snapshot!(format!("import_before_{width}"), trial.text());
        trial.keys("esc").expect("keys");
        names(&mut trial, &folder, "jira.csv");
        insta::assert_snapshot!(format!("import_seen_{width}"), trial.text());
        trial.keys("enter").expect("keys");
        trial.finishes();
        let folder = folder.path().display().to_string();
        let text = trial.text();
        // the folder is made anew each time, and its name may be broken over lines
        let told = text.split("The refused rows").next().unwrap_or_default();
        assert!(!told.contains(&folder));
        insta::assert_snapshot!(format!("import_done_{width}"), told.trim_end());
    }
}

#[test]
fn what_a_table_does_not_say_is_asked_for_one_by_one() {
    let (folder, mut trial) = place(80, 24);
    let text = "task,person,day\nSend the contract,Sam Okafor,2026-12-04\n";
    std::fs::write(folder.path().join("plain.csv"), text).expect("written");
    names(&mut trial, &folder, "plain.csv");
    see(&trial, "Which column says \u{201c}who\u{201d} (with whom)?");
    see(&trial, "There are: task, person, day.");
    let mut answers = |answer: &str| {
        trial.keys(&format!("{answer} enter")).expect("keys");
        trial.finishes();
        trial
            .text()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let again = answers("\"colour\"");
    assert!(
        again.contains("the table has no column \u{201c}colour\u{201d}"),
        "{again}"
    );
    assert!(
        again.contains("Which column says \u{201c}who\u{201d}"),
        "{again}"
    );
    let next = answers("ctrl-u \"person\"");
    assert!(
        next.contains("Which column says \u{201c}text\u{201d}"),
        "{next}"
    );
    let next = answers("\"task\"");
    assert!(
        next.contains("Which column says \u{201c}made\u{201d}"),
        "{next}"
    );
    let next = answers("\"=2026-11-02\"");
    assert!(
        next.contains("Which column says \u{201c}side\u{201d}"),
        "{next}"
    );
    let again = answers("\"=somebody\"");
    assert!(
        again.contains("Which column says \u{201c}side\u{201d}"),
        "{again}"
    );
    let seen = answers("ctrl-u \"=theirs\"");
    assert!(seen.contains("Enter brings in 2 new."), "{seen}");
    assert!(seen.contains("columns that nothing reads: day"), "{seen}");
}
