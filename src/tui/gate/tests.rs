//! The gate by its keys, without a journal.

use super::*;
use crate::tui::keymap::{Keymap, sequence};

fn press(gate: &mut Gate, keys: &str) -> Step {
    let mut last = Step::Still;
    for press in sequence(keys).expect("keys") {
        last = gate.event(Event::Key(press.into()));
    }
    last
}

fn typed(gate: &mut Gate, words: &str) {
    for letter in words.chars() {
        let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE);
        assert_eq!(gate.event(Event::Key(key)), Step::Drawn);
    }
}

fn passphrase(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned().into())
}

#[test]
fn a_locked_journal_is_opened_with_what_was_typed_or_pasted() {
    let mut gate = Gate::locked(Path::new("journal.db"), Keymap::default());
    assert_eq!(press(&mut gate, "enter"), Step::Drawn);
    // every letter that is a key elsewhere is a letter here
    typed(&mut gate, "q u/ l?");
    assert_eq!(press(&mut gate, "backspace"), Step::Drawn);
    assert_eq!(
        gate.event(Event::Paste("geese\r\n".to_owned())),
        Step::Drawn
    );
    let opened = press(&mut gate, "enter");
    assert_eq!(opened, Step::Open(passphrase("q u/ lgeese")));
    gate.refuses("this is not the passphrase");
    assert!(gate.typed.is_empty());
    typed(&mut gate, "wrong");
    assert_eq!(press(&mut gate, "ctrl-u"), Step::Drawn);
    assert!(gate.typed.is_empty());
}

#[test]
fn esc_takes_back_what_was_typed_before_it_leaves() {
    let mut gate = Gate::locked(Path::new("journal.db"), Keymap::default());
    typed(&mut gate, "geese");
    assert_eq!(press(&mut gate, "esc"), Step::Drawn);
    assert_eq!(press(&mut gate, "esc"), Step::Leave);
    assert_eq!(press(&mut gate, "ctrl-c"), Step::Leave);
    assert_eq!(press(&mut gate, "ctrl-z"), Step::Suspend);
    for nothing in ["ctrl-p", "ctrl-r", "up", "tab", "f9"] {
        assert_eq!(press(&mut gate, nothing), Step::Still, "{nothing}");
    }
}

#[test]
fn a_new_journal_is_locked_only_with_two_alike() {
    let mut gate = Gate::fresh(Path::new("journal.db"), Keymap::default());
    for nothing in ["u", "x", "tab"] {
        assert_eq!(press(&mut gate, nothing), Step::Still, "{nothing}");
    }
    assert_eq!(press(&mut gate, "l"), Step::Drawn);
    typed(&mut gate, "geese");
    assert_eq!(press(&mut gate, "enter"), Step::Drawn);
    assert!(
        gate.wrong
            .as_ref()
            .is_some_and(|wrong| wrong.contains("fewer than eight"))
    );
    typed(&mut gate, " over Tartu");
    assert_eq!(press(&mut gate, "enter"), Step::Drawn);
    typed(&mut gate, "geese over tartu");
    assert_eq!(press(&mut gate, "enter"), Step::Drawn);
    assert!(matches!(gate.asks, Asks::Choose) && gate.wrong.is_some());
    typed(&mut gate, "geese");
    press(&mut gate, "enter");
    assert_eq!(press(&mut gate, "enter"), Step::Drawn);
    typed(&mut gate, "geese");
    let made = press(&mut gate, "enter");
    assert_eq!(made, Step::Make(passphrase("geese")));
}

#[test]
fn not_now_is_one_key_and_a_question_can_be_left() {
    for keys in ["enter", "n"] {
        let mut gate = Gate::fresh(Path::new("journal.db"), Keymap::default());
        assert_eq!(press(&mut gate, keys), Step::Plain);
    }
    for keys in ["q", "esc", "ctrl-c"] {
        let mut gate = Gate::fresh(Path::new("journal.db"), Keymap::default());
        assert_eq!(press(&mut gate, keys), Step::Leave);
    }
    let mut gate = Gate::fresh(Path::new("journal.db"), Keymap::default());
    press(&mut gate, "l esc");
    assert!(matches!(gate.asks, Asks::Offer));
}
