//! Every page over a hostile journal: no hostile character in a cell, every row exactly as wide as the screen.

use crossterm::event::Event;
use trustline::domain::text;
use trustline::transfer::extent;
use trustline::tui::harness::Trial;

use super::{hostile, journal};
use crate::every_page::every_page;

/// The most characters that one cell may hold: an emoji of four people with skin and signs.
const MOST: usize = 24;

/// Looks at every cell of a screen.
pub fn sound(trial: &Trial, after: &str) {
    let buffer = trial.buffer();
    let area = buffer.area;
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let symbol = buffer[(x, y)].symbol();
            let hostile = symbol.chars().find(|c| text::is_hostile(*c));
            assert!(hostile.is_none(), "{hostile:?} in {symbol:?} after {after}");
            let many = symbol.chars().count();
            assert!(many <= MOST, "{many} characters in a cell after {after}");
            let wide = u16::try_from(extent(symbol)).expect("a width");
            assert!(wide > 0, "a cell without width after {after}");
            for behind in x + 1..(x + wide).min(area.width) {
                let hidden = buffer[(behind, y)].symbol();
                assert!(
                    hidden == " ",
                    "{symbol:?} at {x},{y} hides {hidden:?} after {after}:\n{}",
                    trial.text()
                );
            }
            x += wide;
        }
        assert_eq!(
            x,
            area.width,
            "row {y} is too wide after {after}:\n{}",
            trial.text()
        );
    }
}

#[test]
fn no_page_lets_hostile_words_through() {
    let journal = journal();
    let pages = every_page(&journal);
    let mut trial = Trial::over(journal, 120, 40);
    for (name, place) in pages {
        trial.go(place);
        sound(&trial, &name);
        for (width, height) in [(80, 24), (40, 12), (27, 9), (120, 40)] {
            trial.event(Event::Resize(width, height));
            sound(&trial, &format!("{name} at {width}x{height}"));
        }
        for key in [
            "j", "j", "tab", "right", "?", "esc", "s", "esc", "h", "v", "enter", ":", "esc", "g t",
        ] {
            trial.keys(key).expect("keys");
            sound(&trial, &format!("{key} on {name}"));
        }
        trial.finishes();
    }
}

#[test]
fn what_is_pasted_anywhere_is_shown_as_marks() {
    let journal = journal();
    let pages = every_page(&journal);
    let mut trial = Trial::over(journal, 80, 24);
    for (name, place) in pages {
        trial.go(place);
        let all: Vec<String> = (0..super::HOSTILE.len()).map(hostile).collect();
        for (n, text) in [all.concat(), all.join("\n")].into_iter().enumerate() {
            trial.event(Event::Paste(text));
            sound(&trial, &format!("paste {n} on {name}"));
        }
        trial.keys("end left tab").expect("keys");
        sound(&trial, &format!("pastes on {name}"));
        trial.keys("esc esc g t").expect("keys");
    }
}
