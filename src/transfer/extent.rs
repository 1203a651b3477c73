//! How many columns a text takes where it is drawn: letter by letter, as terminals do it.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes. Counted by letters (with what stands on them), never by the text as a whole: two
/// letters that a script could draw as one (lam and alef) are two columns in a terminal.
pub fn extent(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(letter).sum()
}

/// One letter, as terminals lay it out: the half-wide sound marks of Japanese have a column of their own there (the C library
/// and tmux give \u{ff76}\u{ff9e} two), though the tables count them as marks on the letter before.
fn letter(letter: &str) -> usize {
    let beside = letter.matches(['\u{ff9e}', '\u{ff9f}']).count();
    letter.width() + beside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_as_they_are_drawn() {
        for (text, wide) in [
            ("budget", 6),
            ("\u{5c71}\u{7530}", 4),
            ("e\u{301}", 1),
            ("\u{644}\u{627}", 2),
            ("\u{1f469}\u{200d}\u{1f467}", 2),
            ("\u{ff76}\u{ff9e}", 3),
            ("\u{1112}\u{1161}\u{11ab}", 2),
        ] {
            assert_eq!(extent(text), wide, "{text}");
        }
    }
}
