//! Pastes without end, notes and names of any length: accepted, or refused in words, and the screen goes on.
//!
//! No time is asserted; `cargo test --test it pastes -- --nocapture` says how long each took.

use std::time::{Duration, Instant};

use crossterm::event::Event;
use trustline::domain::note::Note;
use trustline::domain::relationship::Relationship;
use trustline::domain::{Record, RecordId};
use trustline::journal::{Change, Journal};
use trustline::tui::harness::{self, Trial};
use trustline::tui::page::Place;

use crate::every_page::every_page;

/// How long a slow one takes; only what is slower is said.
const SLOW: Duration = Duration::from_millis(250);

#[expect(
    clippy::print_stdout,
    reason = "figures of a long run, shown when they are asked for"
)]
fn timed(what: &str, act: impl FnOnce()) {
    let start = Instant::now();
    act();
    let took = start.elapsed();
    if took > SLOW {
        println!("{} ms: {what}", took.as_millis());
    }
}

fn ten_megabytes() -> [(&'static str, String); 3] {
    [
        ("words", "many words ".repeat(950_000)),
        ("lines", "a line\n".repeat(1_500_000)),
        ("one word", "x".repeat(10 << 20)),
    ]
}

#[test]
fn ten_megabytes_are_refused_in_words_wherever_they_are_pasted() {
    let journal = harness::sample().expect("the sample");
    let pages = every_page(&journal);
    let mut trial = Trial::over(journal, 80, 24);
    for (name, place) in pages {
        trial.go(place);
        trial.event(Event::Paste("abc".to_owned()));
        let before = trial.text();
        for (what, text) in ten_megabytes() {
            timed(&format!("10 MB of {what} on {name}"), || {
                trial.event(Event::Paste(text));
                let screen = trial.text();
                let last = screen.lines().last().unwrap_or_default();
                assert!(
                    last.trim_start().starts_with("not pasted: "),
                    "{what} on {name}:\n{screen}"
                );
            });
        }
        // what stood there before still stands there
        let after = trial.text();
        let body = |screen: &str| screen.rsplit_once('\n').map(|(body, _)| body.to_owned());
        assert_eq!(body(&before), body(&after), "{name}");
        trial.keys("esc esc esc esc g t").expect("keys");
    }
}

#[test]
fn a_prompt_refuses_them_as_well() {
    let ways = [
        "g r enter p m",
        "g i",
        "g x b",
        "g r enter ctrl-x",
        "w i",
        "g r enter s p",
        "?",
        "/",
        ":",
        "c",
    ];
    for keys in ways {
        let mut trial = Trial::sample(80, 24).expect("the sample");
        trial.keys(keys).expect("keys");
        for (what, text) in ten_megabytes() {
            timed(&format!("10 MB of {what} after {keys}"), || {
                let screen = trial.event(Event::Paste(text)).text();
                assert!(
                    screen.contains("not pasted: "),
                    "{what} after {keys}:\n{screen}"
                );
            });
        }
    }
}

#[test]
fn a_full_field_goes_on_being_typed_in_and_is_saved() {
    for (what, text) in [
        ("words", "many words ".repeat(90_000)),
        ("one word", "x".repeat(1_000_000)),
        ("lines", "a line\n".repeat(19_000)),
        ("wide", "\u{5c71}".repeat(300_000)),
    ] {
        let mut trial = Trial::sample(80, 24).expect("the sample");
        trial.keys("a n").expect("keys");
        timed(&format!("a field full of {what}"), || {
            trial.event(Event::Paste(text.clone())).text();
        });
        for key in ["y", "backspace", "end", "left", "enter"] {
            timed(&format!("{key} in a field full of {what}"), || {
                trial.keys(key).expect("keys").text();
            });
        }
        timed(&format!("{what} saved"), || {
            let screen = trial.keys("ctrl-s").expect("keys").text();
            assert!(screen.contains("added note"), "{what}:\n{screen}");
        });
    }
}

#[test]
fn a_full_line_goes_on_being_typed_in_and_is_saved() {
    for letter in ["x", "y ", "\u{5c71}", "e\u{301}"] {
        let full = letter.repeat(15_990 / letter.chars().count());
        for keys in ["a p", "c", "/", ":", "a t"] {
            let mut trial = Trial::sample(80, 24).expect("the sample");
            trial.keys(keys).expect("keys");
            timed(&format!("a line full of {letter:?} after {keys}"), || {
                trial.event(Event::Paste(full.clone())).text();
            });
            for key in [
                "z", "home", "right", "ctrl-w", "end", "ctrl-w", "enter", "ctrl-s",
            ] {
                timed(
                    &format!("{key} in a line full of {letter:?} after {keys}"),
                    || {
                        trial.keys(key).expect("keys").text();
                    },
                );
            }
        }
    }
}

#[test]
fn a_name_of_ten_thousand_letters_is_refused_in_words_and_stays_in_the_form() {
    let mut trial = Trial::sample(80, 24).expect("the sample");
    trial.keys("a p").expect("keys");
    trial.event(Event::Paste("Ne\u{301} ".repeat(3_333)));
    let screen = trial.keys("ctrl-s").expect("keys").text();
    assert!(
        screen.contains("a name has at most 200 characters"),
        "{screen}"
    );
    assert!(screen.contains("Ne\u{301} Ne\u{301}"), "{screen}");
}

/// A journal with a note and a name of a length, and who they are about.
fn long(note: String, name: String) -> (Journal, RecordId, RecordId) {
    let mut journal = harness::sample().expect("the sample");
    let mut add = |record| {
        let told = journal
            .tell(Change::Add(Box::new(record)))
            .expect("it is told");
        *told.ids.first().expect("an identity")
    };
    let who = add(Record::Relationship(Relationship {
        name,
        since: chrono::NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day"),
        ..Relationship::default()
    }));
    let id = add(Record::Note(Note {
        who: vec![who],
        text: note,
        ..Note::default()
    }));
    (journal, who, id)
}

#[test]
fn a_note_of_five_megabytes_and_the_longest_name_are_shown() {
    for (what, note) in [
        ("words", "many words ".repeat(480_000)),
        ("lines", "a line\n".repeat(750_000)),
        ("one word", "x".repeat(5 << 20)),
    ] {
        let (journal, who, id) = long(note, "N\u{e9}e ".repeat(49));
        let mut trial = Trial::over(journal, 80, 24);
        let places = [
            Place::Today,
            Place::Relationships,
            Place::Record(id),
            Place::Settle(id),
            Place::Edit(id),
            Place::Relationship(who),
            Place::Prep(who),
            Place::Brief(who),
            Place::CheckIn(Some(who)),
            Place::Edit(who),
            Place::Forget(who),
            Place::Forget(id),
            Place::Search("words".to_owned()),
            Place::Search("kind:note".to_owned()),
            Place::Palette(&[]),
        ];
        for place in places {
            let name = format!("{place:?}");
            timed(&format!("{name} with a note of {what}"), || {
                trial.go(place).text();
            });
            for key in ["down", "pagedown", "tab", "h"] {
                timed(&format!("{key} on {name} with a note of {what}"), || {
                    trial.keys(key).expect("keys").text();
                });
            }
            trial.keys("esc esc esc g t").expect("keys");
        }
    }
}
