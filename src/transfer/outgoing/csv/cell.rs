//! One cell of a table that goes out: what a spreadsheet would run is defused, and restored when it comes back.

use std::io::Write;

use crate::error::Result;

/// The marks that end a row (RFC 4180).
pub(super) const ROW_END: &[u8] = b"\r\n";

/// What a spreadsheet takes for the beginning of a formula, also as letters of full width; a tab or a line's end in
/// front of all is dropped by some, so that what follows it is the beginning.
fn runs(letter: char, in_front: bool) -> bool {
    match letter {
        '=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}' => true,
        '\t' | '\r' | '\n' => in_front,
        _ => false,
    }
}

/// What may part cells where the table is opened, whatever parted them here: a semicolon does in much of Europe.
fn parts(letter: char) -> bool {
    matches!(letter, ',' | ';' | '|' | '"' | '\t' | '\r' | '\n')
}

/// A text with a `'` before whatever a spreadsheet would run: at its beginning, and after everything that may part
/// cells. One more `'` goes before those that stand there already, so that [`restored`] gives back every text as it was.
pub fn defused(text: &str) -> String {
    at_beginnings(text, |out, quotes, armed| {
        out.extend(std::iter::repeat_n('\'', quotes + usize::from(armed)));
    })
}

/// The text that [`defused`] was given.
pub fn restored(cell: &str) -> String {
    at_beginnings(cell, |out, quotes, armed| {
        out.extend(std::iter::repeat_n(
            '\'',
            quotes - usize::from(armed && quotes > 0),
        ));
    })
}

/// Copies a text; `quotes` writes the run of `'` at each place where a cell could begin: how many there are, and
/// whether what follows them would be run.
fn at_beginnings(text: &str, quotes: impl Fn(&mut String, usize, bool)) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    let (mut begins, mut in_front, mut run) = (true, true, 0);
    for letter in text.chars() {
        if begins && letter == '\'' {
            run += 1;
            continue;
        }
        if begins {
            quotes(&mut out, run, runs(letter, in_front));
            in_front = false;
        }
        run = 0;
        out.push(letter);
        begins = parts(letter);
    }
    out.extend(std::iter::repeat_n('\'', run));
    out
}

/// Writes one row: cells parted by commas, in quotes where anything could part or trim them.
///
/// # Errors
/// When the output cannot be written.
pub(super) fn row<'a>(out: &mut dyn Write, cells: impl IntoIterator<Item = &'a str>) -> Result<()> {
    for (nth, cell) in cells.into_iter().enumerate() {
        if nth > 0 {
            out.write_all(b",")?;
        }
        let quoted = cell.contains(parts) || cell.trim().len() != cell.len();
        if quoted {
            write!(out, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            out.write_all(cell.as_bytes())?;
        }
    }
    Ok(out.write_all(ROW_END)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_would_be_run_gets_a_mark_before_it() {
        let check = |text: &str, expect: &str| {
            assert_eq!(defused(text), expect);
            assert_eq!(restored(expect), text);
        };
        check("=1+1", "'=1+1");
        check("@sum", "'@sum");
        check("-5 degrees", "'-5 degrees");
        check("\tx", "'\tx");
        check("a;=1", "a;'=1");
        check("a\"=1", "a\"'=1");
        check("a\n- item", "a\n'- item");
        check("one\n\ntwo", "one\n\ntwo");
        check("'=1", "''=1");
        check("'tis", "'tis");
        check("''", "''");
        check("a-b", "a-b");
        check("\u{ff1d}1", "'\u{ff1d}1");
        // typed into the table by hand, and never defused
        assert_eq!(restored("-5"), "-5");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "([=+@;,|\"'\t\r\nab -]|\\PC){0,20}") {
            prop_assert_eq!(restored(&defused(&text)), text);
        }

        #[test]
        fn no_cell_begins_with_a_formula_wherever_it_is_parted(text in "[=+@;,|\"'\t\r\nab-]{0,20}") {
            for piece in defused(&text).split([',', ';', '|', '"', '\t', '\r', '\n']) {
                let first = piece.chars().next();
                prop_assert!(first.is_none_or(|c| !matches!(c, '=' | '+' | '-' | '@')), "{piece:?}");
            }
        }
    }
}
