//! What a user's `keys.toml` means: every row looked over, all that is wrong told at once, what is sound in force.

use std::collections::HashMap;
use std::path::Path;

use super::{Press, sequence};
use crate::config::keys::{self, Bound, Fault, Written};
use crate::domain::text::nearest;
use crate::tui::command::force::{Manner, Own};
use crate::tui::command::{Command, Row, Scope, TABLE, meet, shown};
use crate::tui::edit;

/// What keys look like, for whoever wrote one that cannot be read.
const LOOK: &str = "keys look like \"j\", \"G\", \"ctrl-n\", \"alt-x\", \"shift-tab\", \"pagedown\", \"f5\", or \"g t\" for one after the other";

/// What a terminal sends for another key.
const SENT: [(&str, &str); 3] = [("ctrl-i", "Tab"), ("ctrl-m", "Enter"), ("ctrl-[", "Esc")];

/// A row of the table with the user's keys, and the line that says so.
struct Wish {
    line: usize,
    row: &'static Row,
    keys: Vec<String>,
}

/// Reads the file of a folder.
pub(super) fn read(folder: Option<&Path>) -> (Own, Vec<String>) {
    let written = folder.map(keys::read).unwrap_or_default();
    let (own, faults) = understood(written);
    (own, faults.iter().map(keys::told).collect())
}

fn understood(written: Written) -> (Own, Vec<Fault>) {
    let mut faults = written.faults;
    let manner = match written
        .text
        .as_ref()
        .map(|(line, word)| (line, word.as_str()))
    {
        None | Some((_, "emacs")) => Manner::Emacs,
        Some((_, "vi")) => Manner::Vi,
        Some((line, other)) => {
            let says = format!("text is \"emacs\" or \"vi\", not \u{201c}{other}\u{201d}");
            faults.push((*line, says));
            Manner::Emacs
        }
    };
    let mut wishes: Vec<Wish> = Vec::new();
    for bound in written.rows {
        match wish(&bound, &mut faults) {
            Ok(wish) if wishes.iter().any(|w| same(w.row, wish.row)) => {
                faults.push((
                    wish.line,
                    format!("{} has its keys above already", wish.row.name),
                ));
            }
            Ok(wish) => wishes.push(wish),
            Err(says) => faults.push((bound.line, says)),
        }
    }
    part(&mut wishes, &mut faults);
    faults.sort();
    let leaked = |keys: Vec<String>| -> &'static [&'static str] {
        // read once, and in force for as long as the process lives, as the table's own keys are
        let keys: Vec<&'static str> = keys.into_iter().map(|key| &*key.leak()).collect();
        keys.leak()
    };
    let keys: HashMap<_, _> = wishes
        .into_iter()
        .map(|wish| ((wish.row.scope, wish.row.command), leaked(wish.keys)))
        .collect();
    (Own { keys, manner }, faults)
}

/// The row that is meant, with the keys that can be read; those that cannot are told.
fn wish(bound: &Bound, faults: &mut Vec<Fault>) -> Result<Wish, String> {
    let scope = scope(&bound.scope)?;
    let row = command(scope, &bound.command)?;
    let mut keys = Vec::new();
    for written in &bound.keys {
        match key(scope, written) {
            Ok(key) if keys.contains(&key) => {}
            Ok(key) => keys.push(key),
            Err(says) => faults.push((bound.line, says)),
        }
    }
    if keys.is_empty() && !bound.keys.is_empty() {
        return Err(format!("so {} keeps {}", row.name, usual(row)));
    }
    if keys.is_empty() && needed(row) {
        return Err(format!(
            "{} must keep a key, or there is no way on; it keeps {}",
            row.name,
            usual(row)
        ));
    }
    let typed = |key: &String| sequence(key).is_some_and(|keys| keys.iter().all(|k| k.is_text()));
    if row.scope == Scope::Global && leads_out(row.command) && keys.iter().all(typed) {
        return Err(format!(
            "{} must keep a key that is no letter, for where text is typed; it keeps {}",
            row.name,
            usual(row)
        ));
    }
    Ok(Wish {
        line: bound.line,
        row,
        keys,
    })
}

fn scope(written: &str) -> Result<Scope, String> {
    let sought = written.trim().to_lowercase().replace([' ', '_'], "-");
    let known: Vec<(String, Scope)> = TABLE
        .iter()
        .map(|row| (row.scope.word(), row.scope))
        .collect();
    if let Some((_, scope)) = known.iter().find(|(word, _)| *word == sought) {
        return Ok(*scope);
    }
    let hint = match nearest(&sought, known.iter().map(|(word, _)| word.as_str())) {
        Some(near) => format!("did you mean [{near}]?"),
        None => "trustline keys lists them".to_owned(),
    };
    Err(format!("there is no scope [{written}]; {hint}"))
}

fn command(scope: Scope, written: &str) -> Result<&'static Row, String> {
    let sought = written.trim().to_lowercase().replace([' ', '_'], "-");
    let here = || TABLE.iter().filter(|row| row.scope == scope);
    if let Some(row) = here().find(|row| row.word() == sought) {
        return Ok(row);
    }
    let words: Vec<String> = here().map(Row::word).collect();
    let hint = match nearest(&sought, words.iter().map(String::as_str)) {
        Some(near) => format!("did you mean {near}?"),
        None => match TABLE.iter().find(|row| row.word() == sought) {
            Some(row) => format!("it is one of [{}]", row.scope.word()),
            None => format!("it has {}", words.join(", ")),
        },
    };
    Err(format!(
        "[{}] has no command \u{201c}{written}\u{201d}; {hint}",
        scope.word()
    ))
}

/// A key as the table writes it.
fn key(scope: Scope, written: &str) -> Result<String, String> {
    let words: Vec<String> = written.split_whitespace().map(folded).collect();
    let key = words.join(" ");
    if let Some((_, other)) = SENT
        .iter()
        .find(|(sent, _)| words.iter().any(|w| w == sent))
    {
        return Err(format!(
            "a terminal sends {other} for \u{201c}{written}\u{201d}; choose another key"
        ));
    }
    let Some(read) = sequence(&key) else {
        let apart: Vec<_> = written.chars().map(String::from).collect();
        let letters = written.chars().all(char::is_alphanumeric) && (2..=3).contains(&apart.len());
        let hint = if letters {
            format!("\"{}\" is one after the other", apart.join(" "))
        } else {
            LOOK.to_owned()
        };
        return Err(format!("\u{201c}{written}\u{201d} is no key; {hint}"));
    };
    if !scope.types() {
        return Ok(key);
    }
    match read.first() {
        Some(first) if first.is_text() => Err(format!(
            "\u{201c}{written}\u{201d} is text where text is typed; take one with ctrl or alt, or one that has a name"
        )),
        Some(first) => match edit::says(*first) {
            Some(says) if !usual_somewhere(scope, &key) => Err(format!(
                "\u{201c}{written}\u{201d} edits the text that is typed there: {says}"
            )),
            _ => Ok(key),
        },
        None => Ok(key),
    }
}

/// Whether the table itself has the key there.
fn usual_somewhere(scope: Scope, key: &str) -> bool {
    TABLE
        .iter()
        .any(|row| row.scope == scope && row.usual.contains(&key))
}

/// One key as the table writes it, from what people write: `^P`, `Ctrl-P`, `PgDn`, `Enter`.
fn folded(word: &str) -> String {
    if word.chars().count() == 1 {
        return word.to_owned();
    }
    if let Some(one) = word.strip_prefix('^') {
        return format!("ctrl-{}", one.to_lowercase());
    }
    let small = word.to_lowercase().replace('+', "-");
    let (head, one) = small.rsplit_once('-').unwrap_or(("", &small));
    let name = match one {
        "pgdn" => "pagedown",
        "pgup" => "pageup",
        "return" => "enter",
        "escape" => "esc",
        "del" => "delete",
        other => other,
    };
    match head {
        "" => name.to_owned(),
        "ctrl" | "c" | "control" => format!("ctrl-{name}"),
        // a letter with Alt keeps its height
        "alt" | "m" | "meta" => format!(
            "alt-{}",
            if one.chars().count() == 1 {
                &word[word.len() - one.len()..]
            } else {
                name
            }
        ),
        head => format!("{head}-{name}"),
    }
}

/// Takes back every wish whose key means something else already where it applies, until none is left.
fn part(wishes: &mut Vec<Wish>, faults: &mut Vec<Fault>) {
    while let Some((n, says)) = (0..wishes.len())
        .rev()
        .find_map(|n| Some((n, clash(wishes, n)?)))
    {
        let wish = wishes.remove(n);
        let says = format!("{says}; {} keeps {}", wish.row.name, usual(wish.row));
        faults.push((wish.line, says));
    }
}

/// Whether two are the same row of the table.
fn same(one: &Row, other: &Row) -> bool {
    (one.scope, one.command) == (other.scope, other.command)
}

/// What another row has that a wish takes.
fn clash(wishes: &[Wish], n: usize) -> Option<String> {
    let wish = &wishes[n];
    let keys = |row: &'static Row| -> Vec<String> {
        match wishes.iter().find(|wish| same(wish.row, row)) {
            Some(wish) => wish.keys.clone(),
            None => row.usual.iter().map(|key| (*key).to_owned()).collect(),
        }
    };
    for key in &wish.keys {
        let mine = sequence(key)?;
        for row in TABLE
            .iter()
            .filter(|row| !same(row, wish.row) && meet(row, wish.row))
        {
            for other in keys(row) {
                let Some(theirs) = sequence(&other) else {
                    continue;
                };
                let text = |scope: Scope, keys: &[Press]| scope.types() && keys[0].is_text();
                if text(wish.row.scope, &theirs) || text(row.scope, &mine) {
                    continue;
                }
                // what the table has twice already is told apart by the page
                if wish.row.usual.contains(&key.as_str()) && row.usual.contains(&other.as_str()) {
                    continue;
                }
                let where_ = place(row, wish.row);
                if mine == theirs {
                    return Some(format!(
                        "{} is {} already{where_}; take it away there first: {} = []",
                        shown(key),
                        row.name,
                        row.word()
                    ));
                }
                if theirs.starts_with(&mine) {
                    let (short, long) = (shown(key), shown(&other));
                    return Some(format!(
                        "{short} would hide {long}, which is {}{where_}",
                        row.name
                    ));
                }
                if mine.starts_with(&theirs) {
                    let (short, long) = (shown(&other), shown(key));
                    return Some(format!(
                        "{long} is hidden by {short}, which is {}{where_}",
                        row.name
                    ));
                }
            }
        }
    }
    None
}

fn place(row: &Row, wish: &Row) -> String {
    if row.scope == wish.scope {
        String::new()
    } else {
        format!(" in [{}]", row.scope.word())
    }
}

fn usual(row: &Row) -> String {
    let keys: Vec<_> = row.usual.iter().map(|key| shown(key)).collect();
    keys.join(" ")
}

/// Whether there is no way on or out without a row's key.
fn needed(row: &Row) -> bool {
    match row.command {
        Command::Back | Command::Quit | Command::Help => true,
        Command::Open => !matches!(row.scope, Scope::NobodyDue),
        Command::Save => row.scope.types(),
        _ => false,
    }
}

/// Whether it leads out of where text is typed.
fn leads_out(command: Command) -> bool {
    matches!(command, Command::Back | Command::Quit)
}

#[cfg(test)]
mod tests;
