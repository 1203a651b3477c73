//! Names in fifteen scripts, in every column of every page and of the command line: columns stand straight, nothing is cut
//! within a letter, and a real terminal shows the same.

use chrono::NaiveDate;
use crossterm::event::Event;
use ratatui::buffer::Buffer;
use trustline::assets::sample::sample;
use trustline::clock::Clock;
use trustline::domain::value::Value;
use trustline::domain::{Kind, Record, RecordId};
use trustline::journal::Journal;
use trustline::transfer::extent;
use trustline::tui::harness::Trial;
use unicode_segmentation::UnicodeSegmentation;

use crate::every_page::every_page;
use crate::hostile::sound;
use crate::tap::Tap;

/// Names as people write them: combining marks (both composed and not), wide letters, letters of several characters,
/// right-to-left scripts, emoji with joiners, skin and flags, half-wide kana with sound marks.
const NAMES: &[&str] = &[
    "Zoe\u{308} Bruye\u{300}re-O\u{2019}Brien",
    "Nguy\u{1ec5}n Th\u{1ecb} Minh Khai",
    "\u{41c}\u{430}\u{440}\u{438}\u{44f} \u{428}\u{430}\u{440}\u{430}\u{43f}\u{43e}\u{432}\u{430}",
    "\u{395}\u{3bb}\u{3ad}\u{3bd}\u{3b7} \u{3a0}\u{3b1}\u{3c0}\u{3b1}\u{3b4}\u{3bf}\u{3c0}\u{3bf}\u{3cd}\u{3bb}\u{3bf}\u{3c5}",
    "\u{633}\u{645}\u{64a}\u{631}\u{629} \u{62d}\u{62f}\u{651}\u{627}\u{62f}",
    "\u{5e0}\u{5b9}\u{5e2}\u{5b8}\u{5d4} \u{5db}\u{5bc}\u{5b9}\u{5d4}\u{5b5}\u{5df}",
    "\u{905}\u{92e}\u{943}\u{924}\u{93e} \u{915}\u{94d}\u{937}\u{924}\u{94d}\u{930}\u{93f}\u{92f}",
    "\u{e2a}\u{e38}\u{e19}\u{e35}\u{e22}\u{e4c} \u{e19}\u{e49}\u{e33}\u{e1c}\u{e36}\u{e49}\u{e07}",
    "\u{738b}\u{96c5}\u{5a77}",
    "\u{ae40}\u{bbfc}\u{c900} \u{1107}\u{1161}\u{11a8}",
    "\u{305f}\u{304b}\u{306f}\u{3057} \u{ff8a}\u{ff9e}\u{ff9d}\u{ff8e}\u{ff9f}",
    "\u{ba4}\u{bae}\u{bbf}\u{bb4}\u{bcd}\u{b9a}\u{bcd}\u{b9a}\u{bc6}\u{bb2}\u{bcd}\u{bb5}\u{bbf}",
    "\u{12a0}\u{1260}\u{1260} \u{1262}\u{1242}\u{120b}",
    "\u{1f469}\u{200d}\u{1f52c} Ada \u{1f1e9}\u{1f1ea}\u{1f1ef}\u{1f1f5}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466} \u{1f44d}\u{1f3fd} \u{2764}\u{fe0f} 1\u{fe0f}\u{20e3}",
];

/// Where each family of names is told from: a name with one of these letters is drawn by some terminals part by part.
fn is_drawn_in_parts(name: &str) -> bool {
    name.contains(['\u{200d}', '\u{1f3fd}', '\u{fe0f}'])
}

fn clock() -> Clock {
    let at = NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(9, 0, 0));
    Clock::fixed(at.expect("a day"))
}

/// The sample in which people, teams and words are named by a list.
fn records(today: NaiveDate, names: &[&str], also_in_words: bool) -> Vec<(RecordId, Record)> {
    let mut records = sample(today);
    let put = |record: &mut Record, name: &str, value: Value| {
        let fields = record.kind().fields();
        if let Some(field) = fields.iter().find(|field| field.name == name) {
            (field.set)(record, &value).expect("a value");
        }
    };
    let mut n = 0;
    for (_, record) in &mut records {
        let name = names[n % names.len()];
        if record.kind() == Kind::Relationship {
            put(record, "name", Value::Text(name.to_owned()));
            n += 1;
        }
        if !also_in_words {
            continue;
        }
        match record.kind() {
            Kind::Relationship => {
                put(
                    record,
                    "teams",
                    Value::List(vec![Value::Text(names[n % 4].to_owned())]),
                );
                put(record, "alias", Value::Text(format!("{name} ii")));
            }
            Kind::Commitment => put(record, "what", Value::Text(format!("{name}: {name}"))),
            Kind::Feedback => put(record, "behaviour", Value::Text(format!("{name} {name}"))),
            Kind::Note => put(record, "text", Value::Text(format!("{name} #{name}"))),
            Kind::Topic => put(record, "text", Value::Text(name.repeat(9))),
            _ => {}
        }
        n += usize::from(record.kind() != Kind::Relationship);
    }
    records
}

fn furnished(mut journal: Journal, names: &[&str], also_in_words: bool) -> Journal {
    let records = records(journal.day(), names, also_in_words);
    journal
        .furnish("names", &mut records.into_iter().map(Ok))
        .expect("it is taken in");
    journal
}

fn memory(names: &[&str], also_in_words: bool) -> Journal {
    furnished(
        Journal::memory(clock()).expect("a journal"),
        names,
        also_in_words,
    )
}

const SIZES: [(u16, u16); 6] = [(20, 5), (33, 9), (40, 12), (80, 24), (120, 40), (200, 60)];

#[test]
fn every_row_of_every_page_is_as_wide_as_the_screen() {
    let journal = memory(NAMES, true);
    let pages = every_page(&journal);
    let mut trial = Trial::over(journal, 120, 40);
    for (name, place) in pages {
        trial.go(place);
        for (width, height) in SIZES {
            trial.event(Event::Resize(width, height));
            sound(&trial, &format!("{name} at {width}x{height}"));
        }
        trial.keys("j j").expect("keys");
        sound(&trial, &format!("j on {name}"));
        trial.keys("esc g t").expect("keys");
    }
}

/// The columns of a screen whose cells are not the same on two screens: the first, and the one behind the last.
fn differing(one: &Buffer, other: &Buffer) -> (u16, u16) {
    let (mut first, mut end) = (u16::MAX, 0);
    for at in one.area.positions() {
        if one[at].symbol() != other[at].symbol() {
            first = first.min(at.x);
            end = end.max(at.x + 1);
        }
    }
    (first, end)
}

#[test]
fn what_stands_behind_a_name_stands_where_it_did() {
    // the same journal with plain names, in the same order: only cells of the name's column may differ
    let plain: Vec<String> = (b'a'..b'p')
        .map(|c| format!("{0}{0} {0}{0}", char::from(c)))
        .collect();
    let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
    for (keys, sizes) in [
        ("", &[(40, 12), (80, 24), (120, 40)][..]),
        ("g r", &[(40, 12), (80, 24), (90, 30)]),
        (
            "/ \"is:open kind:commitment\"",
            &[(40, 12), (80, 24), (120, 40)],
        ),
        ("g b", &[(40, 12), (80, 24), (120, 40)]),
    ] {
        for &(width, height) in sizes {
            let screen = |names| {
                let mut trial = Trial::over(memory(names, false), width, height);
                trial.keys(keys).expect("keys");
                trial.buffer()
            };
            let (first, end) = differing(&screen(NAMES), &screen(&plain));
            assert!(first < end, "{keys:?} at {width}x{height} shows no name");
            let most = (width / 4).clamp(6, 20) + 4;
            assert!(
                end - first
                    <= most.max(if keys == "g r" {
                        width.saturating_sub(22).min(36)
                    } else {
                        0
                    }),
                "{keys:?} at {width}x{height}: columns {first} to {end} differ"
            );
        }
    }
}

/// The letters of a row from a column on, until it is cut or blank.
fn letters(buffer: &Buffer, mut x: u16, y: u16, end: u16) -> (Vec<String>, bool) {
    let mut letters = Vec::new();
    while x < end {
        let symbol = buffer[(x, y)].symbol().to_owned();
        if symbol == "\u{2026}" {
            return (letters, true);
        }
        x += u16::try_from(extent(&symbol)).expect("a width");
        letters.push(symbol);
    }
    while letters.last().is_some_and(|letter| letter == " ") {
        letters.pop();
    }
    (letters, false)
}

#[test]
fn a_name_is_cut_between_its_letters() {
    for (width, height) in [(26, 20), (33, 20), (40, 20), (50, 20), (80, 24), (120, 40)] {
        let mut trial = Trial::over(memory(NAMES, false), width, height);
        trial.keys("g r").expect("keys");
        let buffer = trial.buffer();
        let left = u16::from(width >= 60);
        let owes = (0..width).find(|x| {
            let word: String = (*x..width.min(x + 4))
                .map(|x| buffer[(x, 1)].symbol().to_owned())
                .collect();
            word == "role" || word == "last"
        });
        let end = owes.unwrap_or(width);
        let mut seen = 0;
        for y in 2..height - 1 {
            let (shown, cut) = letters(&buffer, left + 2, y, end);
            if shown.is_empty() {
                continue;
            }
            seen += 1;
            let stands = |name: &&str| {
                let all: Vec<&str> = name.graphemes(true).collect();
                let fits = shown
                    .iter()
                    .zip(&all)
                    .all(|(shown, letter)| shown == letter);
                fits && (cut && shown.len() < all.len() || shown.len() == all.len())
            };
            assert!(
                NAMES.iter().any(stands),
                "{shown:?} (cut: {cut}) at {width}x{height}:\n{}",
                trial.text()
            );
        }
        assert!(
            seen >= 10.min(usize::from(height) - 3),
            "{seen} names at {width}x{height}"
        );
    }
}

#[test]
fn a_real_terminal_shows_the_same_cells() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.db");
    drop(furnished(
        Journal::open(&path, clock()).expect("a journal"),
        NAMES,
        false,
    ));
    let path = path.display().to_string();
    let args = ["--journal", &path, "--config", "settings"];
    let mut seat = Tap::new(folder.path(), &args, (90, 30));
    seat.shows("I promised");
    seat.types(b"gr");
    seat.shows("12 weeks");
    seat.shows("q back");
    let mut trial = Trial::over(memory(NAMES, false), 90, 30);
    let buffer = trial.keys("g r").expect("keys").buffer();
    let mut alike = 0;
    for y in 1..28 {
        let row: String = (0..90)
            .map(|x| buffer[(x, y)].symbol().to_owned())
            .collect();
        let parts = is_drawn_in_parts(&row);
        // behind a name that the terminal draws in parts, every column stands where it stands in the others
        let from = if parts { 40 } else { 0 };
        let mut x = from;
        while x < 90 {
            let drawn = buffer[(x, y)].symbol();
            let wide = u16::try_from(extent(drawn)).expect("a width");
            // a letter of two columns may be one cell to the program and two to the terminal
            let screen = seat.screen.screen();
            let cells = (x..x + wide).map(|x| screen.cell(y, x).expect("a cell"));
            let seen: String = cells.map(|cell| cell.contents().to_owned()).collect();
            assert!(
                seen == drawn || (seen.is_empty() && drawn == " "),
                "{seen:?} for {drawn:?} at {x},{y} of {row:?}"
            );
            x += wide;
        }
        alike += usize::from(!row.trim().is_empty());
    }
    assert!(alike >= 15, "{alike} rows were compared");
    seat.types(b"\x03");
    seat.ends();
}
