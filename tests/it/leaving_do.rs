//! The page of what leaves: counted, named, written where it says, never over a file without asking.

use trustline::tui::harness::{Trial, empty_screen, screen};

/// The page after some keys, in a folder of its own.
fn trial(keys: &str) -> Trial {
    let mut trial = Trial::sample(100, 30).expect("the sample");
    trial.keys(keys).expect("keys");
    trial
}

/// Takes the name away that is offered, and types another.
fn named(path: &std::path::Path) -> String {
    format!("ctrl-u \"{}\" enter", path.display())
}

#[test]
fn the_page_looks_like_this() {
    insta::assert_snapshot!("leaving_80", screen("g x", 80, 24));
    insta::assert_snapshot!("leaving_120", screen("g x", 120, 40));
    insta::assert_snapshot!("leaving_40", screen("g x", 40, 12));
    insta::assert_snapshot!("leaving_file", screen("g x j enter", 80, 24));
    insta::assert_snapshot!("leaving_empty", empty_screen("g x", 80, 24));
}

#[test]
fn commitments_are_written_where_the_page_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("c.csv");
    let mut trial = trial("g x j enter");
    trial.keys(&named(&path)).expect("keys");
    let text = std::fs::read_to_string(&path).expect("written");
    assert!(text.starts_with("id,who,who_id,side,text,"), "{text:.60}");
    let screen = trial.text().replace(['\n', ' '], "");
    assert!(
        screen.contains(&path.display().to_string()),
        "{}",
        trial.text()
    );
    assert!(screen.contains("Writtenfromoneside"), "{}", trial.text());
}

#[test]
fn the_end_of_the_name_says_the_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut trial = trial("g x j enter");
    let path = folder.path().join("c.json");
    trial.keys(&named(&path)).expect("keys");
    let text = std::fs::read_to_string(&path).expect("written");
    assert!(text.starts_with("[\n{\"uuid\":"), "{text:.60}");
    // a name that would lie about what is in the file is asked for again
    let path = folder.path().join("all.csv");
    trial.keys("g g").expect("keys");
    trial.keys("q g x enter").expect("keys");
    trial.keys(&named(&path)).expect("keys");
    assert!(
        trial.text().contains("csv cannot hold everything"),
        "{}",
        trial.text()
    );
    assert!(!path.exists());
}

#[test]
fn a_name_alone_lies_in_the_folder_of_the_screen() {
    let mut trial = trial("g x j enter");
    trial.keys("ctrl-u \"mine.csv\" enter").expect("keys");
    let text = trial.file("mine.csv").expect("written there");
    assert!(text.starts_with("id,who,who_id,side,text,"), "{text:.60}");
    assert!(!std::path::Path::new("mine.csv").exists());
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_that_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("all.jsonl");
    std::fs::write(&path, "mine").expect("written");
    let mut trial = trial("g x enter");
    trial.keys(&named(&path)).expect("keys");
    let kept = || std::fs::read_to_string(&path).expect("read");
    assert!(trial.text().contains("Replace it?"), "{}", trial.text());
    assert_eq!(kept(), "mine");
    trial.keys("n").expect("keys");
    assert_eq!(kept(), "mine");
    assert!(trial.text().contains("to which file?"), "{}", trial.text());
    trial.keys("enter").expect("keys");
    assert!(trial.text().contains("Replace it?"), "{}", trial.text());
    trial.keys("esc").expect("keys");
    assert!(!trial.text().contains("Replace it?"), "{}", trial.text());
    assert_eq!(kept(), "mine");
    trial.keys("enter").expect("keys");
    trial.keys(&named(&path)).expect("keys");
    trial.keys("y").expect("keys");
    assert!(kept().starts_with("{\"trustline\":1,"), "{}", kept());
    assert!(
        trial.text().contains("told in confidence"),
        "{}",
        trial.text()
    );
}

#[test]
fn figures_ask_whose_and_are_of_one_relationship() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("f.csv");
    let mut trial = trial("g x j j j j enter \"nobody at all\" enter");
    assert!(trial.text().contains("Whose figures?"), "{}", trial.text());
    trial.keys("ctrl-u \"priya\" enter").expect("keys");
    trial.keys(&named(&path)).expect("keys");
    let text = std::fs::read_to_string(&path).expect("written");
    let others = text
        .lines()
        .skip(1)
        .filter(|line| !line.starts_with("Priya Nair,"));
    assert_eq!(others.count(), 0, "{text}");
    assert!(text.lines().count() > 50, "{text}");
}

#[test]
fn what_cannot_be_written_says_why_and_the_page_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("no/such/c.csv");
    let mut trial = trial("g x j enter");
    trial.keys(&named(&path)).expect("keys");
    assert!(trial.text().contains("cannot write"), "{}", trial.text());
    assert!(trial.text().contains("Check-ins"), "{}", trial.text());
}
