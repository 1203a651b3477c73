//! One key written into the file of a folder, or taken out of it: every other line stays as it is.
//!
//! Where a key stands is found in the text, and what came of it is read again before it counts: a file that writes its
//! keys in a way of its own is refused, never spoilt.

use std::fs::File;
use std::path::{Path, PathBuf};

use toml::Table;
use toml::de::DeTable;

use super::found::{bare, said};
use super::{FILE, Key, file};
use crate::config::layers::made;
use crate::config::written::written;
use crate::domain::text;
use crate::error::{Error, Result};

/// Writes a key with a value as it stands after the `=`, or takes it away (`None`). The folder and the file are made where
/// they are missing; a file that is a link stays one; two windows that write at once wait for each other.
///
/// # Errors
/// When the file there cannot be read as it is (then nothing is written), or the disk refuses.
pub fn write(folder: &Path, key: &Key, value: Option<&str>) -> Result<()> {
    let path = file(folder);
    let absent = path.symlink_metadata().is_err();
    if absent && value.is_none() {
        return Ok(());
    }
    made(folder).map_err(|e| Error::file("make the folder", folder, e))?;
    let _alone = alone(folder);
    let before = written(&path)?.unwrap_or_default();
    let after = with(&before, key, value)?;
    if after == before && !absent {
        return Ok(());
    }
    let real = real(&path).map_err(|e| Error::file("write", &path, e))?;
    replaced(&real, &after).map_err(|e| Error::file("write", &path, e))
}

/// Puts a whole text in the place of the file of a folder; a file that is a link stays one.
///
/// # Errors
/// When the disk refuses.
pub fn write_all(folder: &Path, text: &str) -> Result<()> {
    let path = file(folder);
    made(folder).map_err(|e| Error::file("make the folder", folder, e))?;
    let _alone = alone(folder);
    let real = real(&path).map_err(|e| Error::file("write", &path, e))?;
    replaced(&real, text).map_err(|e| Error::file("write", &path, e))
}

/// Writes a whole file of settings where there is none.
///
/// # Errors
/// `Refused` when there is one, `File` when the disk refuses.
pub fn write_new(folder: &Path, text: &str) -> Result<PathBuf> {
    let path = file(folder);
    made(folder).map_err(|e| Error::file("make the folder", folder, e))?;
    let _alone = alone(folder);
    if path.symlink_metadata().is_ok() {
        let says = format!("{} is there already, and is not replaced", path.display());
        return Err(Error::refused(says)
            .hint("trustline settings default prints what could be copied into it"));
    }
    replaced(&path, text).map_err(|e| Error::file("write", &path, e))?;
    Ok(path)
}

/// The text of a file with one key set, or without it.
fn with(before: &str, key: &Key, value: Option<&str>) -> Result<String> {
    let text = bare(before);
    let mark = &before[..before.len() - text.len()];
    let table = DeTable::parse(text).map_err(|error| {
        let line = text::line_at(text, error.span().map_or(0, |span| span.start));
        Error::input(format!("{FILE}, line {line}: {}", said(&error)))
            .hint("put that line right first; nothing was written")
    })?;
    let ways = match (spans(table.get_ref(), key), value) {
        (None, None) => return Ok(before.to_owned()),
        (Some((_, old)), Some(value)) => vec![spliced(text, old.0, old.1, value)],
        (Some((name, old)), None) => vec![without(text, name, old.1)],
        (None, Some(value)) => inserted(text, key, value),
    };
    let wanted = changed(text, key, value);
    let sound = ways
        .into_iter()
        .find(|after| wanted.is_some() && toml::from_str::<Table>(after).ok() == wanted);
    match sound {
        Some(after) => Ok(format!("{mark}{after}")),
        None => Err(Error::refused(format!(
            "{FILE} writes {} in a way of its own; nothing was written",
            key.path()
        ))
        .hint("change that line by hand: trustline settings edit")),
    }
}

/// Where the name of a key begins, and where its value begins and ends.
fn spans(root: &DeTable<'_>, key: &Key) -> Option<(usize, (usize, usize))> {
    let table = if key.table.is_empty() {
        root
    } else {
        root.get(key.table)?.get_ref().as_table()?
    };
    let mut keys = table.iter();
    let (name, value) = keys.find(|(name, _)| name.get_ref() == key.name)?;
    Some((name.span().start, (value.span().start, value.span().end)))
}

/// What the file is to say.
fn changed(text: &str, key: &Key, value: Option<&str>) -> Option<Table> {
    let mut all: Table = toml::from_str(text).ok()?;
    let value = match value {
        Some(value) => Some(
            toml::from_str::<Table>(&format!("x = {value}"))
                .ok()?
                .remove("x")?,
        ),
        None => None,
    };
    let table = if key.table.is_empty() {
        &mut all
    } else {
        let table = all.entry(key.table).or_insert_with(|| Table::new().into());
        table.as_table_mut()?
    };
    match value {
        Some(value) => table.insert(key.name.to_owned(), value),
        None => table.remove(key.name),
    };
    Some(all)
}

fn spliced(text: &str, from: usize, to: usize, with: &str) -> String {
    let mut after = text.to_owned();
    after.replace_range(from..to, with);
    after
}

/// Without the lines from a key's name to the end of its value.
fn without(text: &str, name: usize, end: usize) -> String {
    let from = text[..name].rfind('\n').map_or(0, |at| at + 1);
    let to = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    spliced(text, from, to, "")
}

/// The ways to write a key that is not there yet, the best one first.
fn inserted(text: &str, key: &Key, value: &str) -> Vec<String> {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let line = format!("{} = {value}{end}", key.name);
    let put = |at: usize, line: &str| {
        let gap = if at == 0 || text[..at].ends_with('\n') {
            ""
        } else {
            end
        };
        spliced(text, at, at, &format!("{gap}{line}"))
    };
    if key.table.is_empty() {
        return vec![put(place(text, 0, key.name), &line), put(0, &line)];
    }
    let mut ways = Vec::new();
    if let Some(body) = body(text, key.table) {
        ways.push(put(place(text, body, key.name), &line));
        ways.push(put(body, &line));
    }
    let gap = if text.trim().is_empty() { "" } else { end };
    ways.push(put(text.len(), &format!("{gap}[{}]{end}{line}", key.table)));
    let dotted = format!("{}.{line}", key.table);
    ways.push(put(place(text, 0, &dotted), &dotted));
    ways
}

/// Where the keys of a table begin.
fn body(text: &str, table: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        let head = line.trim_start().strip_prefix('[');
        let head = head.and_then(|rest| rest.split_once(']'));
        if head.is_some_and(|(name, _)| name.trim() == table) {
            return Some(at);
        }
    }
    None
}

/// Where a key belongs among those of a table: below its default behind a `#`, else below the last key, else above what
/// is said of the next table.
fn place(text: &str, from: usize, name: &str) -> usize {
    let (mut at, mut best, mut told) = (from, None, None);
    // where the remarks begin that stand right above the next table
    let mut remarks = None;
    for line in text[from..].split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.starts_with('[') {
            return told.or(best).or(remarks).unwrap_or(at);
        }
        let next = at + line.len();
        if let Some(remark) = trimmed.strip_prefix('#') {
            remarks = remarks.or(Some(at));
            let named = remark.trim_start().strip_prefix(name);
            if named.is_some_and(|rest| rest.trim_start().starts_with('=')) {
                told = Some(next);
            }
        } else {
            remarks = None;
            if !trimmed.is_empty() {
                best = Some(next);
            }
        }
        at = next;
    }
    told.or(best).unwrap_or(at)
}

/// Keeps other windows from writing meanwhile; where a system cannot, whoever writes last wins.
fn alone(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    folder.lock().ok().map(|()| folder)
}

/// The file that a name leads to.
fn real(path: &Path) -> std::io::Result<PathBuf> {
    if !path.is_symlink() {
        return Ok(path.to_owned());
    }
    path.canonicalize().or_else(|_| {
        // it leads to a file that is to be made
        let to = std::fs::read_link(path)?;
        Ok(path.parent().unwrap_or(Path::new(".")).join(to))
    })
}

/// Replaces a file whole or not at all.
fn replaced(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    std::io::Write::write_all(&mut new, text.as_bytes())?;
    new.as_file().sync_all()?;
    new.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests;
