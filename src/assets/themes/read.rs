//! A theme's file, understood: what is sound holds, and every mistake is told with its line, all at once.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::sheet::{FLAGS, Ink, Look, PALETTE, ROLES, Sheet};
use super::{built_in, built_in_names};
use crate::domain::text;

/// The keys of the file beside its roles.
const KEYS: [&str; 3] = ["says", "based_on", "roles"];

/// The file's keys of a role.
const LOOKS: [&str; 7] = ["fg", "bg", FLAGS[0], FLAGS[1], FLAGS[2], FLAGS[3], FLAGS[4]];

/// A mistake: the byte at which it stands, and a sentence.
type Fault = (usize, String);

/// Reads a theme of a name; what it does not say is as in `usual`, or in the built-in theme that it is based on. Each
/// mistake with its line, from 1.
pub fn read(written: &str, name: &str, usual: &Sheet) -> (Sheet, Vec<(usize, String)>) {
    let (table, broken) = DeTable::parse_recoverable(written);
    let broken = broken.iter().map(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (at, error.message().replace('\n', " "))
    });
    let broken: Vec<Fault> = broken.collect();
    let mut faults: Vec<Fault> = Vec::new();
    let table = table.get_ref();
    let mut sheet = based(table, usual, &mut faults);
    name.clone_into(&mut sheet.name);
    for (key, value) in table {
        let at = key.span().start;
        match key.get_ref().as_ref() {
            "based_on" => {}
            "says" => match value.get_ref().as_str() {
                Some(says) => text::line(says).trim().clone_into(&mut sheet.says),
                None => faults.push((at, "says is a text in quotes".to_owned())),
            },
            "roles" => match value.get_ref().as_table() {
                Some(table) => roles(&mut sheet, table, &mut faults),
                None => faults.push((
                    at,
                    "roles is a table; write [roles] and the roles under it".to_owned(),
                )),
            },
            role if ROLES.iter().any(|(name, _)| *name == role) => {
                faults.push((at, format!("{role} is a role and stands under [roles]")));
            }
            unknown => faults.push((at, strange(unknown, "no key of a theme", &KEYS))),
        }
    }
    let line = |(byte, says)| (text::line_at(written, byte), says);
    let mut told: Vec<_> = faults.into_iter().map(line).collect();
    // of a line that is no TOML the first fault is the one that helps
    let mut once = std::collections::BTreeSet::new();
    let mut broken: Vec<_> = broken.into_iter().map(line).collect();
    broken.retain(|(line, _)| once.insert(*line));
    told.retain(|(line, _)| !once.contains(line));
    told.extend(broken);
    told.sort();
    (sheet, told)
}

/// The sheet that the file starts from.
fn based(table: &DeTable<'_>, usual: &Sheet, faults: &mut Vec<Fault>) -> Sheet {
    let Some((key, value)) = table.get_key_value("based_on") else {
        return usual.clone();
    };
    let names: Vec<_> = built_in_names().collect();
    let says = match value.get_ref().as_str() {
        None => format!(
            "based_on is the name of a built-in theme in quotes: {}",
            names.join(", ")
        ),
        Some(other) => match built_in(other) {
            Some(sheet) => {
                return Sheet {
                    says: String::new(),
                    ..sheet.clone()
                };
            }
            None => strange(other, "no built-in theme", &names),
        },
    };
    faults.push((key.span().start, says));
    usual.clone()
}

fn roles(sheet: &mut Sheet, table: &DeTable<'_>, faults: &mut Vec<Fault>) {
    for (key, value) in table {
        let (at, named) = (key.span().start, key.get_ref().as_ref());
        let Some(n) = ROLES.iter().position(|(name, _)| *name == named) else {
            let known: Vec<_> = ROLES.iter().map(|(name, _)| *name).collect();
            faults.push((at, strange(named, "no role", &known)));
            continue;
        };
        match value.get_ref().as_table() {
            Some(table) => look(&mut sheet.looks[n], table, faults),
            None => faults.push((
                at,
                format!("{named} is a table, such as {{ fg = \"cyan\", bold = true }}"),
            )),
        }
    }
}

fn look(look: &mut Look, table: &DeTable<'_>, faults: &mut Vec<Fault>) {
    for (key, value) in table {
        let (at, named) = (key.span().start, key.get_ref().as_ref());
        let done = match named {
            "fg" => ink(value).map(|ink| look.fg = Some(ink)),
            "bg" => ink(value).map(|ink| look.bg = Some(ink)),
            _ => match FLAGS.iter().position(|flag| *flag == named) {
                Some(n) => flag(named, value).map(|set| look.flags[n] = Some(set)),
                None => Err(strange(named, "no part of a look", &LOOKS)),
            },
        };
        faults.extend(done.err().map(|says| (at, says)));
    }
}

fn flag(name: &str, value: &Spanned<DeValue<'_>>) -> Result<bool, String> {
    value
        .get_ref()
        .as_bool()
        .ok_or_else(|| format!("{name} is true or false"))
}

fn ink(value: &Spanned<DeValue<'_>>) -> Result<Ink, String> {
    if let Some(number) = value.get_ref().as_integer() {
        return number
            .as_str()
            .parse()
            .map(Ink::Index)
            .map_err(|_| "a number of a colour is one from 0 to 255".to_owned());
    }
    let Some(typed) = value.get_ref().as_str() else {
        return Err("a colour is a name, \"#rrggbb\" or a number from 0 to 255".to_owned());
    };
    if let Some(digits) = typed.strip_prefix('#') {
        return hex(digits).ok_or_else(|| {
            format!("\u{201c}{}\u{201d} is no colour; # and six digits of 0 to 9 and a to f, such as #7aa2f7", text::line(typed))
        });
    }
    if typed == "own" {
        return Ok(Ink::Own);
    }
    let named = typed
        .to_lowercase()
        .replace(['_', ' '], "-")
        .replace("gray", "grey");
    let named = if named == "grey" {
        PALETTE[8]
    } else {
        named.as_str()
    };
    let at = PALETTE.iter().position(|name| *name == named);
    let known: Vec<_> = PALETTE.into_iter().chain(["own"]).collect();
    at.and_then(|at| u8::try_from(at).ok())
        .map(Ink::Index)
        .ok_or_else(|| strange(typed, "no colour", &known))
}

fn hex(digits: &str) -> Option<Ink> {
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let part = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
    Some(Ink::Rgb(part(0)?, part(2)?, part(4)?))
}

/// What is not known, with what was most likely meant.
fn strange(typed: &str, what: &str, known: &[&str]) -> String {
    let hint = text::nearest(typed, known.iter().copied()).map_or_else(
        || format!("there are {}", known.join(", ")),
        |near| format!("did you mean {near}?"),
    );
    format!(
        "\u{201c}{}\u{201d} is {what} and is left aside; {hint}",
        text::line(typed)
    )
}
