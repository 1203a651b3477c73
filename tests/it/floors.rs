//! The house rules as laws: arrows go down only, every room keeps to its words, files and functions stay readable.

mod source;

use std::path::Path;

use source::{Source, functions, words};

/// The rooms by floor. The domain stands lowest: it knows nothing of the others, and errors and identities are
/// made of its words. The command line stands above the screen because it is the one that opens it.
const FLOORS: &[(&str, u8)] = &[
    ("domain", 0),
    ("error", 1),
    ("clock", 1),
    ("secret", 2),
    ("wire", 2),
    ("store", 3),
    ("transfer", 4),
    ("assets", 4),
    ("config", 4),
    ("journal", 5),
    ("tui", 6),
    ("cli", 7),
];

/// Words that belong into a few rooms: what begins with the word, and where it may stand.
const WORDS: &[(&str, &[&str])] = &[
    ("ratatui", &["tui"]),
    ("crossterm", &["tui"]),
    ("rusqlite", &["store"]),
    ("serde", &["wire", "transfer", "config", "assets"]),
    ("Utc::now", &["clock"]),
    ("Local::now", &["clock"]),
    ("SystemTime::now", &["clock"]),
    ("getrandom", &["clock", "secret"]),
    ("argon2", &["secret"]),
    ("chacha20poly1305", &["secret"]),
    ("Color::", &["tui/theme"]),
    ("clap", &["cli"]),
    // whatever is started must not inherit a passphrase
    ("process::Command", &["config"]),
];

/// What no pure room may touch.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "tempfile",
    "directories",
    "println!",
    "eprintln!",
    "print!",
    "eprint!",
];

/// What stands for work not done, or hides a warning.
const UNDONE: &[&str] = &["todo!", "unimplemented!", "#[allow", "#![allow"];

/// Names that say nothing of what a thing is.
const EMPTY_NAMES: &[&str] = &[
    "Manager", "Handler", "Helper", "Helpers", "Utils", "Util", "Common", "Info", "Data",
];

const LINES_OF_A_FILE: usize = 400;
const LINES_OF_A_FUNCTION: usize = 60;
const LINES_OF_MOST_FUNCTIONS: usize = 40;

fn sources() -> Vec<Source> {
    let sources = source::under(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(sources.len() > 20, "the sources are read");
    sources
}

/// Checks every source and shows every fault at once.
fn hold(law: impl Fn(&Source) -> Vec<String>) {
    let mut faults = Vec::new();
    for source in sources() {
        faults.extend(
            law(&source)
                .into_iter()
                .map(|f| format!("{}:{f}", source.path)),
        );
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn floor(room: &str) -> Option<u8> {
    FLOORS
        .iter()
        .find(|(name, _)| *name == room)
        .map(|(_, n)| *n)
}

fn arrows_up(source: &Source) -> Vec<String> {
    let Some(own) = floor(source.room()) else {
        return Vec::new();
    };
    let up = |(_, room): &(usize, String)| floor(room).is_some_and(|other| other > own);
    let says = |(line, room)| format!("{line} reaches up to {room}");
    source.arrows().into_iter().filter(up).map(says).collect()
}

fn words_out_of_place(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    let mut refuse = |word: &str, code: &[String]| {
        for (n, _) in code.iter().enumerate().filter(|(_, l)| words(l, word)) {
            faults.push(format!("{} says {word}", n + 1));
        }
    };
    for (word, rooms) in WORDS {
        if !rooms.iter().any(|room| source.is_in(room)) {
            refuse(word, &source.code);
        }
    }
    if source.is_in("domain") {
        for word in IMPURE {
            refuse(word, &source.code);
        }
    }
    if !source.is_in("config") {
        for (n, line) in source.code.iter().enumerate() {
            // among others in one line the word above is not seen
            if line.contains("std::process::{") && words(line, "Command") {
                faults.push(format!("{} starts programs by itself", n + 1));
            }
        }
    }
    faults
}

fn undone(source: &Source) -> Vec<String> {
    let lines = source.code.iter().enumerate();
    let says = |(n, line): (usize, &String)| {
        let word = UNDONE.iter().find(|word| line.contains(**word))?;
        Some(format!("{} says {word}", n + 1))
    };
    lines.filter_map(says).collect()
}

fn form(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    if !source.text.starts_with("//! ") {
        faults.push("1 does not open with a //! sentence".to_owned());
    }
    let most = if source.path == "main.rs" {
        40
    } else {
        LINES_OF_A_FILE
    };
    let lines = source.text.lines().count();
    if lines > most {
        faults.push(format!("{lines} is past the {most} lines of a file"));
    }
    faults
}

fn empty_names(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for (n, line) in source.code.iter().enumerate() {
        let mut tokens = line.split(|c: char| !c.is_alphanumeric() && c != '_');
        while let Some(token) = tokens.next() {
            if !matches!(token, "struct" | "enum" | "trait" | "type" | "mod") {
                continue;
            }
            let name = tokens.next().unwrap_or_default();
            let is = |empty: &&&str| name.ends_with(**empty) || name == empty.to_lowercase();
            if let Some(empty) = EMPTY_NAMES.iter().find(is) {
                faults.push(format!("{} names something {empty}", n + 1));
            }
        }
    }
    faults
}

fn long_functions(source: &Source) -> Vec<String> {
    functions(source)
        .into_iter()
        .filter(|f| f.lines > LINES_OF_A_FUNCTION)
        .map(|f| format!("{} {} has {} lines", f.starts, f.name, f.lines))
        .collect()
}

#[test]
fn arrows_go_down_only() {
    hold(arrows_up);
}

#[test]
fn every_room_keeps_to_its_words() {
    hold(words_out_of_place);
}

#[test]
fn nothing_is_left_undone() {
    hold(undone);
}

#[test]
fn every_file_opens_with_its_sentence_and_stays_short() {
    hold(form);
}

#[test]
fn names_say_what_a_thing_is() {
    hold(empty_names);
}

/// Whether 95 of 100 functions keep to the lines of most.
fn stay_in_sight(lines: &[usize]) -> bool {
    let long = lines.iter().filter(|n| **n > LINES_OF_MOST_FUNCTIONS);
    long.count() * 20 <= lines.len()
}

#[test]
fn functions_stay_in_sight() {
    hold(long_functions);
    let all: Vec<_> = sources().iter().flat_map(functions).collect();
    assert!(all.len() > 1_000, "the functions are found");
    let lines: Vec<_> = all.iter().map(|f| f.lines).collect();
    let mut long: Vec<_> = all.iter().map(|f| (f.lines, &f.name)).collect();
    long.retain(|(lines, _)| *lines > LINES_OF_MOST_FUNCTIONS);
    assert!(
        stay_in_sight(&lines),
        "{} of {} functions are longer than {LINES_OF_MOST_FUNCTIONS} lines: {long:?}",
        long.len(),
        all.len(),
    );
}

#[test]
fn every_room_has_its_floor() {
    for source in sources() {
        let known =
            floor(source.room()).is_some() || matches!(source.path.as_str(), "lib.rs" | "main.rs");
        assert!(known, "{} stands on no floor", source.path);
    }
}

/// The laws bite, and comments and strings do not set them off.
#[test]
fn the_laws_bite() {
    let read = |path: &str, text: &str| Source::new(path, text);
    let up = |path, text| arrows_up(&read(path, text)).len();
    assert_eq!(
        up(
            "domain/id.rs",
            "use crate::error::Error;\nlet x = crate::tui::run();"
        ),
        2
    );
    assert_eq!(
        up(
            "store/mod.rs",
            "use crate::{\n  domain::{Kind, cli},\n  journal::Journal, clock,\n};"
        ),
        1
    );
    assert_eq!(
        up(
            "domain/filter/read.rs",
            "use super::super::super::store;\nuse super::store;"
        ),
        1
    );
    assert_eq!(
        up(
            "domain/id.rs",
            "// use crate::tui\nlet x = \"crate::tui\"; /* crate::cli */"
        ),
        0
    );
    assert_eq!(
        up(
            "cli/mod.rs",
            "use crate::tui::run; use crate::journal::Journal;"
        ),
        0
    );

    let out = |path, text| words_out_of_place(&read(path, text)).len();
    assert_eq!(
        out(
            "cli/mod.rs",
            "let x = serde_json::json!({}); use ratatui::x;"
        ),
        2
    );
    assert_eq!(out("tui/app.rs", "let c = Color::Red; Utc::now()"), 2);
    assert_eq!(
        out("tui/theme.rs", "let c = Color::Red; r#\"Utc::now \"# "),
        0
    );
    assert_eq!(
        out(
            "domain/id.rs",
            "use std::fs; // std::io\nlet c = '\"'; use std::env;"
        ),
        2
    );
    assert_eq!(out("journal/mod.rs", "fn deserde() {} let clapper = 1;"), 0);

    let not_done = |text| undone(&read("domain/id.rs", text)).len();
    assert_eq!(
        not_done("todo!()\n#[allow(dead_code)]\n// todo!()\n\"todo!()\""),
        2
    );
    assert_eq!(form(&read("domain/id.rs", "use x;")).len(), 1);
    assert_eq!(form(&read("domain/id.rs", &"//! x\n".repeat(401))).len(), 1);
    let of = |lines: usize| {
        let text = format!(
            "//! x\nfn long() {{\n{}}}\n",
            "    x();\n".repeat(lines - 2)
        );
        let source = read("domain/id.rs", &text);
        (functions(&source)[0].lines, long_functions(&source).len())
    };
    assert_eq!(of(60), (60, 0));
    assert_eq!(of(61), (61, 1));
    let some = |long: usize, all: usize| {
        let lines = (0..all).map(|n| if n < long { 41 } else { 40 });
        stay_in_sight(&lines.collect::<Vec<_>>())
    };
    assert!(some(5, 100) && !some(6, 100));
    assert_eq!(
        empty_names(&read(
            "domain/id.rs",
            "struct FileManager; mod utils; struct Database;"
        ))
        .len(),
        2
    );
}
