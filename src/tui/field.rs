//! Typed text: one line ([`Input`]) and many ([`Area`]), both safe to show whatever was pasted into them.
//!
//! # How a page uses it
//! `typed(key)`: `if self.input.key(key) { return Some(Flow::Stay) }` – it answers whether the key was
//! its own; Enter, Esc, Tab, arrows up and down and unknown control keys are not. What a key edits is told in
//! [`super::edit`]. `pasted(text)`:
//! [`Input::insert`]. `draw`: [`Input::draw`]; `cursor(area)`: [`Input::cursor`] with the same area.

mod line;
mod lines;

pub use line::Input;
pub use lines::Area;

/// The most that one line holds, in letters; more is refused, in words, by whoever inserts it.
pub const LINE: usize = 16_000;

/// The most that a text of several lines holds, in bytes, and in lines: where the cursor stands is counted in 16 bits.
pub const TEXT: usize = 1 << 20;
const LINES: usize = 20_000;

/// What is said when a paste does not fit into a line.
pub const LINE_FULL: &str = "not pasted: too long for a line, which holds up to 16,000 letters";

/// What is said when a paste does not fit into a text.
pub const TEXT_FULL: &str =
    "not pasted: too much for a field, which holds up to one megabyte in 20,000 lines";

/// What is said when something is pasted where a word of a list is chosen.
pub const CHOICE: &str = "not pasted: one of its words is chosen here";

/// What is said when something is pasted where nothing is typed.
pub const NOWHERE: &str = "not pasted: nothing is typed here, and none of it was taken as a key";

#[cfg(test)]
mod tests {
    use ratatui::layout::{Position, Rect};

    use super::*;
    use crate::tui::keymap::press;

    fn typed(keys: &str) -> Input {
        let mut input = Input::default();
        for word in keys.split(' ') {
            match press(word) {
                Some(key) => assert!(input.key(key.into()), "{word}"),
                None => assert!(input.insert(word)),
            }
        }
        input
    }

    #[test]
    fn one_line_is_edited() {
        assert_eq!(typed("draft home x").text(), "xdraft");
        assert_eq!(typed("draft left delete").text(), "draf");
        assert_eq!(typed("the space draft ctrl-w").text(), "the ");
        assert_eq!(typed("draft left left ctrl-k").text(), "dra");
        assert_eq!(typed("draft left left ctrl-u").text(), "ft");
        assert_eq!(typed("e\u{301}e\u{301} backspace").text(), "e\u{301}");
        assert_eq!(typed("draft ctrl-a right backspace").text(), "raft");
    }

    #[test]
    fn what_was_offered_gives_way_to_what_is_typed_unless_the_cursor_moves() {
        let offered = |keys: &[&str]| {
            let mut input = Input::offered("in 2 weeks");
            for key in keys {
                input.key(press(key).expect("a key").into());
            }
            input.text().to_owned()
        };
        assert_eq!(offered(&[]), "in 2 weeks");
        assert_eq!(offered(&["f", "r", "i"]), "fri");
        assert_eq!(offered(&["backspace"]), "in 2 week");
        assert_eq!(offered(&["end", "!"]), "in 2 weeks!");
        let mut pasted = Input::offered("in 2 weeks");
        assert!(pasted.insert("mon") && pasted.insert("day"));
        assert_eq!(pasted.text(), "monday");
    }

    #[test]
    fn pasted_text_is_safe_and_bounded() {
        let mut input = Input::default();
        assert!(input.insert("a\nb\x1b[31m\u{202e}"));
        assert_eq!(input.text(), "a b\u{241b}[31m\u{fffd}");
        assert!(!input.insert(&"x".repeat(LINE)));
        let mut area = Area::new("a");
        assert!(area.insert("b\r\nc\x07"));
        assert_eq!(area.text(), "ab\nc\u{2407}");
        assert!(!area.insert(&"x".repeat(TEXT)));
        assert!(!area.insert(&"\n".repeat(LINES)));
        assert!(input.insert("y") && area.insert("d\n"));
        assert_eq!(area.text(), "ab\nc\u{2407}d\n");
    }

    #[test]
    fn the_cursor_is_always_seen() {
        let input = Input::new("\u{4e2d}\u{6587}\u{5b57}".repeat(10));
        let area = Rect::new(3, 0, 7, 1);
        assert!(area.contains(input.cursor(area)));
        assert_eq!(Input::new("ab").cursor(area), Position::new(5, 0));
        assert_eq!(
            Input::new("ab").cursor(Rect::new(0, 0, 0, 0)),
            Position::new(0, 0)
        );
    }
}
