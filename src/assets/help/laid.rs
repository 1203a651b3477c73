//! A page of help laid out for a width: headings, paragraphs, lists, bold and code, and nothing else.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How a piece of a line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Plain words.
    Plain,
    /// What matters in a sentence.
    Strong,
    /// What is typed, and names of files.
    Code,
    /// The heading of a part.
    Heading,
}

/// A line as it is shown: its pieces from left to right. A blank one has none.
pub type Laid = Vec<(Face, String)>;

/// Every so many columns of indent for what belongs to an item, and for code.
const INDENT: &str = "  ";

/// Lays a page out in lines of at most so many columns.
pub fn laid(text: &str, columns: usize) -> Vec<Laid> {
    let columns = columns.max(8);
    let mut lines = Vec::new();
    for block in blocks(text) {
        let apart = !(matches!(block, Block::Item(_)) && ends_in_item(&lines));
        if apart && !lines.is_empty() {
            lines.push(Vec::new());
        }
        match block {
            Block::Heading(says) => {
                lines.extend(filled(&pieces(&says, Face::Heading), "", "", columns));
            }
            Block::Words(says) => {
                lines.extend(filled(&pieces(&says, Face::Plain), "", "", columns));
            }
            Block::Item(says) => {
                lines.extend(filled(&pieces(&says, Face::Plain), "- ", INDENT, columns));
            }
            Block::Code(rows) => lines.extend(rows.iter().flat_map(|row| cut(row, columns))),
        }
    }
    lines
}

/// What stands between two blank lines, or begins an item.
enum Block {
    Heading(String),
    Words(String),
    Item(String),
    Code(Vec<String>),
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open = false;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let line = line.trim();
        let continued = std::mem::replace(&mut open, !line.is_empty());
        if line.starts_with("```") {
            let rows = lines.by_ref().take_while(|row| !row.starts_with("```"));
            blocks.push(Block::Code(rows.map(str::to_owned).collect()));
            open = false;
        } else if line.starts_with('#') {
            blocks.push(Block::Heading(
                line.trim_start_matches(['#', ' ']).to_owned(),
            ));
            open = false;
        } else if let Some(item) = line.strip_prefix("- ") {
            blocks.push(Block::Item(item.to_owned()));
        } else if line.is_empty() {
            // the end of what was open
        } else if let (true, Some(Block::Words(says) | Block::Item(says))) =
            (continued, blocks.last_mut())
        {
            says.push(' ');
            says.push_str(line);
        } else {
            blocks.push(Block::Words(line.to_owned()));
        }
    }
    blocks
}

/// Items stand close together.
fn ends_in_item(lines: &[Laid]) -> bool {
    let last = lines.last().and_then(|line| line.first());
    last.is_some_and(|(_, first)| first == "- " || first == INDENT)
}

/// A sentence by its marks: `**` turns bold on and off, a backtick code.
fn pieces(says: &str, plain: Face) -> Laid {
    let mut pieces = Laid::new();
    for (n, part) in says.split('`').enumerate() {
        if n % 2 == 1 {
            pieces.push((Face::Code, part.to_owned()));
            continue;
        }
        for (n, part) in part.split("**").enumerate() {
            let face = if n % 2 == 1 { Face::Strong } else { plain };
            pieces.push((face, part.to_owned()));
        }
    }
    pieces.retain(|(_, part)| !part.is_empty());
    pieces
}

/// Pieces as words between spaces; a word may have several faces.
fn words(pieces: &Laid) -> Vec<Laid> {
    let mut words = vec![Laid::new()];
    for (face, part) in pieces {
        for (n, word) in part.split(' ').enumerate() {
            if n > 0 {
                words.push(Laid::new());
            }
            if let (Some(last), false) = (words.last_mut(), word.is_empty()) {
                last.push((*face, word.to_owned()));
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn wide(pieces: &Laid) -> usize {
    pieces.iter().map(|(_, part)| part.width()).sum()
}

/// Words filled into lines, the first one begun by one text, the others by another.
fn filled(pieces: &Laid, first: &str, rest: &str, columns: usize) -> Vec<Laid> {
    let begun = |with: &str| {
        let some = !with.is_empty();
        some.then(|| (Face::Plain, with.to_owned()))
            .into_iter()
            .collect::<Laid>()
    };
    let mut lines = Vec::new();
    let mut line = begun(first);
    let mut empty = true;
    for word in words(pieces) {
        let room = columns.saturating_sub(wide(&line));
        if !empty && wide(&word) + 1 > room {
            lines.push(std::mem::replace(&mut line, begun(rest)));
            empty = true;
        }
        if !empty {
            join(
                &mut line,
                word.first().map_or(Face::Plain, |(face, _)| *face),
                " ",
            );
        }
        empty = false;
        for (face, part) in word {
            for letter in part.chars() {
                if wide(&line) + letter.width().unwrap_or(0) > columns {
                    lines.push(std::mem::replace(&mut line, begun(rest)));
                }
                join(&mut line, face, letter.encode_utf8(&mut [0; 4]));
            }
        }
    }
    lines.push(line);
    lines
}

/// Adds to a line, to its last piece where that has the same face.
fn join(line: &mut Laid, face: Face, more: &str) {
    match line.last_mut() {
        Some((last, part)) if *last == face && part != "- " && part != INDENT => {
            part.push_str(more);
        }
        Some((_, part)) if more == " " => part.push_str(more),
        _ => line.push((face, more.to_owned())),
    }
}

/// A row of code as it is, cut where there is no more room.
fn cut(row: &str, columns: usize) -> Vec<Laid> {
    let mut lines = vec![String::new()];
    let room = columns.saturating_sub(INDENT.len());
    for letter in row.chars() {
        let full = lines
            .last()
            .is_some_and(|line| line.width() + letter.width().unwrap_or(0) > room);
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(letter);
        }
    }
    let indented = |line| vec![(Face::Plain, INDENT.to_owned()), (Face::Code, line)];
    lines.into_iter().map(indented).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str, columns: usize) -> Vec<String> {
        let one = |line: Laid| line.into_iter().map(|(_, part)| part).collect();
        laid(text, columns).into_iter().map(one).collect()
    }

    #[test]
    fn blocks_stand_apart_and_items_together() {
        let text = "# Where\n\nOne line\nand on.\n\n- first\n  of two\n- second\n\n```sh\ntrustline  where\n```\n";
        let expect = [
            "Where",
            "",
            "One line and on.",
            "",
            "- first of two",
            "- second",
            "",
            "  trustline  where",
        ];
        assert_eq!(plain(text, 40), expect);
    }

    #[test]
    fn a_line_is_never_wider_than_it_may_be() {
        let text = "Words and `a name of a file`, **bold** and averyveryverylongwordwithoutend.\n\n- 日本語の長い言葉 in an item\n\n```\na row of code that is long\n```\n";
        for columns in 8..60 {
            for line in plain(text, columns) {
                assert!(line.width() <= columns, "{columns}: {line}");
            }
        }
        assert_eq!(plain("one two three", 8), ["one two", "three"]);
    }

    #[test]
    fn marks_are_faces_and_do_not_show() {
        let line = laid("Say **no** to `--force`, twice.", 80).remove(0);
        let faces: Vec<_> = line
            .iter()
            .map(|(face, part)| (*face, part.trim()))
            .collect();
        let expect = [
            (Face::Plain, "Say"),
            (Face::Strong, "no"),
            (Face::Plain, "to"),
            (Face::Code, "--force"),
            (Face::Plain, ", twice."),
        ];
        assert_eq!(faces, expect);
    }
}
