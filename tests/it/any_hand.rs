//! Any hand at the keys: random ones, every two commands after one another, every size while working. Nothing panics,
//! nothing is drawn wrong, the journal stays sound.
//!
//! What runs here is a sample with a fixed seed. `TRUSTLINE_KEYS=100000` types so many keys, `TRUSTLINE_KEYS_SEED=7`
//! others, `TRUSTLINE_PAIRS=all` tries every pair on every page.

mod seated;

use std::fmt::Write;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use trustline::domain::text;
use trustline::journal::Journal;
use trustline::transfer::extent;
use trustline::tui::harness::{self, Trial};
use trustline::tui::page::Place;

use crate::every_page::every_page;
use crate::hostile::hostile;
use crate::rough_hands::Dice;

/// A number that the environment may set for a long run.
fn set(name: &str, otherwise: usize) -> usize {
    let number = std::env::var(name).ok().and_then(|n| n.parse().ok());
    number.unwrap_or(otherwise)
}

/// How many keys are typed, and from which seed.
pub fn keys(otherwise: usize) -> (usize, Dice) {
    let seed = set("TRUSTLINE_KEYS_SEED", 0x5eed) as u64;
    (set("TRUSTLINE_KEYS", otherwise), Dice(seed.max(1)))
}

fn small(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// No hostile character in any cell, every row as wide as the screen.
fn sound(trial: &Trial, after: impl Fn() -> String) {
    let buffer = trial.buffer();
    for y in 0..buffer.area.height {
        let mut wide = 0;
        while wide < usize::from(buffer.area.width) {
            let symbol = buffer[(small(wide), y)].symbol();
            let hostile = symbol.chars().any(text::is_hostile);
            assert!(!hostile, "{symbol:?} after {}", after());
            wide += extent(symbol).max(1);
        }
        assert_eq!(
            wide,
            usize::from(buffer.area.width),
            "row {y} after {}",
            after()
        );
    }
}

/// A key of any terminal: letters of every script, named keys, function keys, each with any modifier.
fn any_key(dice: &mut Dice) -> KeyEvent {
    const LETTERS: &[char] = &[
        '\u{e9}',
        '\u{4e2d}',
        '\u{301}',
        '\u{200d}',
        '\u{202e}',
        '\u{1f469}',
        '\u{0}',
        '\u{7f}',
    ];
    const NAMED: &[KeyCode] = &[
        KeyCode::Enter,
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::Insert,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Null,
        KeyCode::CapsLock,
        KeyCode::Menu,
    ];
    let code = match dice.roll(10) {
        0..=5 => {
            let ascii = u8::try_from(0x20 + dice.roll(0x5f)).unwrap_or(b' ');
            KeyCode::Char(char::from(ascii))
        }
        6..=7 => NAMED[dice.roll(NAMED.len())],
        8 => KeyCode::Char(LETTERS[dice.roll(LETTERS.len())]),
        _ => KeyCode::F(u8::try_from(1 + dice.roll(24)).unwrap_or(1)),
    };
    let modifiers = match dice.roll(8) {
        0 => KeyModifiers::CONTROL,
        1 => KeyModifiers::ALT,
        2 => KeyModifiers::SHIFT,
        3 => KeyModifiers::from_bits_truncate(u8::try_from(dice.roll(64)).unwrap_or(0)),
        _ => KeyModifiers::NONE,
    };
    let kind = match dice.roll(12) {
        0 => KeyEventKind::Release,
        1 => KeyEventKind::Repeat,
        _ => KeyEventKind::Press,
    };
    KeyEvent::new_with_kind(code, modifiers, kind)
}

/// Anything that a terminal may send; mostly keys.
fn any_event(dice: &mut Dice) -> Event {
    const MICE: &[MouseEventKind] = &[
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Right),
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::ScrollDown,
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollLeft,
        MouseEventKind::Moved,
    ];
    match dice.roll(60) {
        0 => Event::Resize(small(1 + dice.roll(200)), small(1 + dice.roll(60))),
        1 => Event::Paste(hostile(dice.roll(1000))),
        2 => Event::Paste("word ".repeat(dice.roll(2000))),
        3 => Event::FocusLost,
        4 => Event::FocusGained,
        5..=9 => Event::Mouse(MouseEvent {
            kind: MICE[dice.roll(MICE.len())],
            column: small(dice.roll(220)),
            row: small(dice.roll(70)),
            modifiers: KeyModifiers::NONE,
        }),
        _ => Event::Key(any_key(dice)),
    }
}

#[test]
fn any_keys_on_every_page_never_panic() {
    let (many, mut dice) = keys(6_000);
    let journal = harness::sample().expect("the sample");
    let pages = every_page(&journal);
    let mut trial = Trial::over(journal, 80, 24);
    let mut typed = String::new();
    for step in 0..many {
        if step % 30 == 0 {
            let (name, place) = &pages[dice.roll(pages.len())];
            trial.go(place.clone());
            name.clone_into(&mut typed);
        }
        let event = any_event(&mut dice);
        if let Event::Key(key) = &event {
            let _ = write!(typed, " {:?}/{:?}", key.code, key.modifiers);
        }
        trial.event(event).finishes();
        sound(&trial, || typed.clone());
    }
}

/// Every pair of commands that can follow one another on a page; answers how many were tried.
fn pairs(
    trial: &mut Trial,
    (name, place): &(String, Place),
    takes: &mut dyn FnMut() -> bool,
) -> usize {
    let mut tried = 0;
    trial.go(place.clone());
    for first in trial.commands() {
        // what can follow is known once the first is done
        trial.keys("esc esc g t").expect("keys");
        trial.go(place.clone());
        trial.keys(first.keys()[0]).expect("keys").finishes();
        for second in trial.commands() {
            if !takes() {
                continue;
            }
            trial.keys("esc esc g t").expect("keys");
            trial.go(place.clone());
            trial.keys(first.keys()[0]).expect("keys").finishes();
            trial.keys(second.keys()[0]).expect("keys").finishes();
            for (width, height) in [(80, 24), (40, 12)] {
                trial.event(Event::Resize(width, height));
                sound(trial, || {
                    format!("{} then {} on {name}", first.name, second.name)
                });
            }
            tried += 1;
        }
    }
    tried
}

fn sample() -> Journal {
    harness::sample().expect("the sample")
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "figures of a long run, shown when they are asked for"
)]
fn every_two_commands_from_every_page_draw() {
    let all = std::env::var("TRUSTLINE_PAIRS").is_ok_and(|word| word == "all");
    let (_, mut dice) = keys(0);
    let journal = sample();
    let pages = every_page(&journal);
    let mut trial = Trial::over(journal, 80, 24);
    let mut tried = 0;
    for (n, page) in pages.iter().enumerate() {
        if n % 20 == 19 {
            // what was done so far is done to this journal; a fresh one has all that there is
            trial = Trial::over(sample(), 80, 24);
        }
        tried += pairs(&mut trial, page, &mut || all || dice.roll(120) == 0);
    }
    assert!(tried > 500, "only {tried} pairs were tried");
    println!("{tried} pairs of commands on {} pages", pages.len());
}

#[test]
fn every_size_while_working_is_drawn_as_if_it_had_been_so_from_the_start() {
    let mut dice = Dice(0x51_2e5);
    let journal = sample();
    let pages = every_page(&journal);
    let mut trial = Trial::over(journal, 80, 24);
    let each = 1_000_usize.div_ceil(pages.len());
    let mut sizes = 0;
    for (name, place) in &pages {
        trial.keys("esc esc g t").expect("keys");
        trial.go(place.clone());
        for _ in 0..each {
            let (width, height) = match dice.roll(6) {
                0 => (small(1 + dice.roll(24)), small(1 + dice.roll(8))),
                1 => (small(1 + dice.roll(500)), small(1 + dice.roll(200))),
                _ => (small(1 + dice.roll(140)), small(1 + dice.roll(50))),
            };
            trial.event(Event::Resize(width, height));
            sound(&trial, || format!("{name} at {width}x{height}"));
            let drawn = trial.buffer();
            if width < 20 || height < 5 {
                let said = trial.text().replace('\n', "");
                assert!(
                    "too small: 20\u{d7}5 at least".starts_with(said.get(..1).unwrap_or("t")),
                    "{said}"
                );
            }
            // a terminal that has another size already, while the event that says so is still on its way
            let (other_width, other_height) = (small(1 + dice.roll(160)), small(1 + dice.roll(60)));
            let other = trial.on(other_width, other_height);
            assert_eq!(
                (other.area.width, other.area.height),
                (other_width, other_height)
            );
            // drawn again it is the same: nothing of the size before is left in it
            assert_eq!(trial.buffer(), drawn, "{name} at {width}x{height}");
            sizes += 1;
        }
    }
    assert!(sizes >= 1_000, "only {sizes} sizes");
}
