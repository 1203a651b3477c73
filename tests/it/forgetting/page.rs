//! Forgetting on the screen and on the command line: what is shown, what is typed, what is left.

use crossterm::event::Event;
use trustline::journal::Journal;
use trustline::tui::harness::Trial;

use crate::house::{self, add, commitment, person};
use trustline::domain::Kind;

fn journal() -> Journal {
    let mut journal = house::journal();
    person(&mut journal, "Ada Bly");
    person(&mut journal, "Priya Nair");
    commitment(
        &mut journal,
        "Priya",
        "mine",
        "send the numbers",
        "2026-11-01",
        "2026-11-20",
    );
    add(
        &mut journal,
        Kind::Note,
        &[("who", "Priya, Ada"), ("text", "Priya and Ada met")],
    );
    journal
}

fn at_priya() -> Trial {
    let mut trial = Trial::over(journal(), 80, 24);
    trial
        .keys("/ \"who:priya kind:commitment\" ctrl-o ctrl-x")
        .expect("keys");
    trial
}

#[test]
fn the_page_shows_what_goes_at_every_size() {
    let mut trial = at_priya();
    for (width, height) in [(40, 12), (80, 24), (120, 40)] {
        let text = trial.event(Event::Resize(width, height)).text();
        insta::assert_snapshot!(format!("forget_{width}x{height}"), text);
    }
}

#[test]
fn nothing_but_the_name_forgets() {
    let mut trial = at_priya();
    trial.keys("\"y\" enter").expect("keys");
    assert!(
        trial.text().contains("nothing was forgotten"),
        "{}",
        trial.text()
    );
    trial.keys("esc g r").expect("keys");
    assert!(trial.text().contains("Priya Nair"), "{}", trial.text());
}

#[test]
fn the_name_forgets_and_the_way_back_is_home() {
    let mut trial = at_priya();
    trial.keys("\"priya nair\" enter").expect("keys");
    insta::assert_snapshot!("forget_done", trial.text());
    trial.keys("q").expect("keys");
    assert!(
        trial.text().trim_start().starts_with("Today"),
        "{}",
        trial.text()
    );
    trial.keys("g r").expect("keys");
    assert!(!trial.text().contains("Priya"), "{}", trial.text());
    trial.keys("/ \"met\"").expect("keys");
    assert!(
        trial.text().contains("somebody and Ada met"),
        "{}",
        trial.text()
    );
}

#[test]
fn it_is_found_by_its_name_among_the_commands() {
    let mut trial = Trial::over(journal(), 80, 24);
    trial
        .keys("/ \"who:priya kind:commitment\" ctrl-o : \"forget\" enter")
        .expect("keys");
    assert!(
        trial.text().trim_start().starts_with("Forget Priya Nair"),
        "{}",
        trial.text()
    );
}

#[test]
fn one_record_is_confirmed_by_its_id() {
    let mut trial = Trial::over(journal(), 80, 24);
    trial
        .keys("/ \"kind:commitment\" enter ctrl-x")
        .expect("keys");
    let text = trial.text();
    assert!(
        text.trim_start().starts_with("Forget send the numbers"),
        "{text}"
    );
    let word = text
        .split('\u{201c}')
        .nth(1)
        .and_then(|rest| rest.split('\u{201d}').next());
    let word = word.expect("the word").to_owned();
    trial.keys(&format!("\"{word}\" enter")).expect("keys");
    assert!(
        trial.text().contains("Forgotten for good: 1 commitment."),
        "{}",
        trial.text()
    );
}
