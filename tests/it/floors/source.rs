//! A source file as the laws read it: its code without comments and strings, its arrows, its functions.

use std::fs;
use std::path::Path;

/// One file under `src/`.
pub(super) struct Source {
    /// Its path below `src/`, with forward slashes.
    pub(super) path: String,
    /// As it is written.
    pub(super) text: String,
    /// Line by line, comments and the contents of strings blanked.
    pub(super) code: Vec<String>,
}

/// A function with a body, tests left out.
pub(super) struct Function {
    pub(super) name: String,
    /// The number of its first line.
    pub(super) starts: usize,
    /// From `fn` to the closing brace.
    pub(super) lines: usize,
}

/// Every Rust file under a folder.
pub(super) fn under(folder: &Path) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("the sources can be listed") {
            let path = entry.expect("the sources can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).expect("a source is UTF-8");
                let below = path.strip_prefix(folder).expect("it lies below");
                sources.push(Source::new(
                    &below.to_string_lossy().replace('\\', "/"),
                    &text,
                ));
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

impl Source {
    /// A file by its path below `src/` and its text.
    pub(super) fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code: code(text).lines().map(str::to_owned).collect(),
        }
    }

    /// The first part of its path: the room it lies in.
    pub(super) fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Whether it is a room's file or lies in its folder (`tui/theme` is `tui/theme.rs` and `tui/theme/…`).
    pub(super) fn is_in(&self, room: &str) -> bool {
        let rest = self.path.strip_prefix(room);
        rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    }

    /// The rooms it names from the root of the crate, with the line.
    pub(super) fn arrows(&self) -> Vec<(usize, String)> {
        let mut arrows = Vec::new();
        let all = self.code.join("\n");
        let up = "super::".repeat(self.depth());
        for root in ["crate::", up.as_str()] {
            for (at, _) in all.match_indices(root) {
                let before = all[..at].chars().next_back();
                let whole =
                    before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '_' | ':' | '$'));
                if whole {
                    let line = all[..at].matches('\n').count() + 1;
                    let rooms = named(&all[at + root.len()..]);
                    arrows.extend(rooms.into_iter().map(|room| (line, room)));
                }
            }
        }
        arrows
    }

    /// How many `super::` lead to the root of the crate.
    fn depth(&self) -> usize {
        let parts = self.path.trim_end_matches(".rs").trim_end_matches("/mod");
        parts.split('/').count()
    }
}

/// The first names of a path: `store::Store` is `store`, `{domain::Kind, clock}` is both.
fn named(path: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        let letters = text.trim_start().chars();
        letters
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let mut names = vec![name(group)];
    let mut depth = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&group[at + 1..])),
            _ => {}
        }
    }
    names
}

/// Whether a line has a word that begins so (`serde` is in `serde_json::Value`, not in `deserde`).
pub(super) fn words(line: &str, start: &str) -> bool {
    let begins = |at: usize| {
        let before = line[..at].chars().next_back();
        let after = line[at + start.len()..].chars().next();
        let open = start.ends_with([':', '!']) || !after.is_some_and(char::is_alphanumeric);
        open && before.is_none_or(|c| !c.is_alphanumeric() && c != '_')
    };
    line.match_indices(start).any(|(at, _)| begins(at))
}

/// The functions of a file, those of its tests left out.
pub(super) fn functions(source: &Source) -> Vec<Function> {
    let mut found = Vec::new();
    if source.path.ends_with("tests.rs") {
        return found;
    }
    for (n, line) in source.code.iter().enumerate() {
        if line.trim() == "#[cfg(test)]"
            && source
                .code
                .get(n + 1)
                .is_some_and(|l| l.contains("mod tests {"))
        {
            break;
        }
        let words: Vec<_> = line.split_whitespace().collect();
        let Some(at) = words.iter().position(|w| *w == "fn") else {
            continue;
        };
        if let Some(lines) = length(&source.code[n..]) {
            let name = words.get(at + 1).unwrap_or(&"").split(['(', '<']).next();
            found.push(Function {
                name: name.unwrap_or_default().to_owned(),
                starts: n + 1,
                lines,
            });
        }
    }
    found
}

/// Lines until the body closes; `None`: it has no body.
fn length(code: &[String]) -> Option<usize> {
    let (mut depth, mut round) = (0_usize, 0_usize);
    for (n, line) in code.iter().enumerate() {
        for c in line.chars() {
            match c {
                '(' | '[' => round += 1,
                ')' | ']' => round = round.saturating_sub(1),
                ';' if depth == 0 && round == 0 => return None,
                '{' => depth += 1,
                '}' if depth == 1 => return Some(n + 1),
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    None
}

/// The text with comments and the contents of strings and characters blanked; lines stay where they are.
fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skip = skipped(rest, out.chars().next_back());
        if skip == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            let (gone, left) = rest.split_at(skip);
            out.push(' ');
            out.extend(gone.chars().filter(|c| *c == '\n'));
            rest = left;
        }
    }
    out
}

/// How many bytes of a comment, a string or a character begin here.
fn skipped(text: &str, before: Option<char>) -> usize {
    let until = |end: &str, from: usize| {
        text[from..]
            .find(end)
            .map_or(text.len(), |n| from + n + end.len())
    };
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if text.starts_with("/*") {
        return until("*/", 2);
    }
    let in_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if let Some(raw) = text
        .strip_prefix('r')
        .filter(|_| !in_word || before == Some('b'))
    {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            return until(&format!("\"{}", "#".repeat(hashes)), hashes + 2);
        }
    }
    if text.starts_with('"') {
        return quoted(text, '"');
    }
    let mut letters = text.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some('\''), Some('\\'), _) => quoted(text, '\''),
        (Some('\''), Some(c), Some('\'')) => c.len_utf8() + 2,
        _ => 0,
    }
}

/// The length of a quoted text with its escapes.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}
