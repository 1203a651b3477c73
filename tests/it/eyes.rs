//! Themes and marks over every page: words never hang on colour, ASCII is ASCII, and a change of styling shows.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use trustline::assets::themes::{self, Found};
use trustline::domain::marks::{self, Glyphs};
use trustline::tui::harness::{Trial, sample};
use trustline::tui::theme::{Depth, Theme};

use crate::every_page::every_page;

/// The pages that are met every day, each with the keys that lead to it.
const DAILY: &[(&str, &str)] = &[
    ("today", ""),
    ("relationships", "g r j"),
    ("relationship", "/ \"who:margit kind:commitment\" ctrl-o"),
    ("record", "enter"),
    ("settle", "s"),
    ("form", "a c \"the notes\" tab"),
    ("search", "/ \"kind:commitment is:open budget\""),
    ("team", "g t"),
    ("repair", "/ \"who:margit kind:commitment\" ctrl-o r"),
    ("help", "?"),
];

/// A screen's words, without what they look like.
fn words(buffer: &Buffer) -> String {
    let wide = usize::from(buffer.area.width);
    let lines = buffer.content.chunks(wide);
    let line = |cells: &[ratatui::buffer::Cell]| {
        let line: String = cells.iter().map(ratatui::buffer::Cell::symbol).collect();
        line.trim_end().to_owned()
    };
    lines.map(line).collect::<Vec<_>>().join("\n")
}

fn over(theme: Theme, width: u16, height: u16) -> Trial {
    Trial::dressed(sample().expect("the sample"), theme.into(), width, height)
}

/// Every theme that is built in.
fn built_in() -> Vec<(&'static str, Theme)> {
    themes::built_in_names()
        .map(|name| (name, Theme::built_in(name, Depth::True)))
        .collect()
}

#[test]
fn every_page_says_the_same_in_every_theme() {
    let places = every_page(&sample().expect("the sample"));
    let mut plain = over(Theme::plain(), 80, 24);
    let mut dressed: Vec<_> = built_in()
        .into_iter()
        .map(|(name, theme)| (name, over(theme, 80, 24)))
        .collect();
    assert!(
        dressed.len() >= 5 && places.len() > 60,
        "themes and pages are found"
    );
    for (name, place) in places {
        let expect = words(&plain.go(place.clone()).buffer());
        assert!(!expect.trim().is_empty(), "{name}");
        for (theme, trial) in &mut dressed {
            assert_eq!(
                words(&trial.go(place.clone()).buffer()),
                expect,
                "{name} in {theme}"
            );
        }
        plain.keys("esc").expect("a key");
        for (_, trial) in &mut dressed {
            trial.keys("esc").expect("a key");
        }
    }
}

#[test]
fn every_page_is_drawn_in_ascii_but_for_letters() {
    for (width, height) in [(40, 12), (120, 40)] {
        let mut plain = over(Theme::plain(), width, height);
        let mut bare = over(Theme::plain().with_glyphs(Glyphs::Ascii), width, height);
        for (name, place) in every_page(&sample().expect("the sample")) {
            let unicode = words(&plain.go(place.clone()).buffer());
            let ascii = words(&bare.go(place).buffer());
            for c in ascii.chars().filter(|c| !c.is_ascii()) {
                assert!(c.is_alphabetic(), "{name} at {width}: {c:?}\n{ascii}");
            }
            // every word stands where it stood
            for (n, (one, other)) in unicode.lines().zip(ascii.lines()).enumerate() {
                let wide = |line: &str| line.chars().count();
                assert_eq!(
                    wide(one),
                    wide(other),
                    "{name} at {width}, line {n}\n{one}\n{other}"
                );
                let letters =
                    |line: &str| -> String { line.chars().filter(|c| c.is_alphabetic()).collect() };
                if !is_chart(one) {
                    assert!(
                        holds(&letters(other), &letters(one)),
                        "{name} at {width}\n{one}\n{other}"
                    );
                }
            }
            plain.keys("esc").expect("a key");
            bare.keys("esc").expect("a key");
        }
    }
}

/// Whether a line holds braille: there the chart draws strokes of its own.
fn is_chart(line: &str) -> bool {
    line.chars().any(|c| ('\u{2800}'..='\u{28ff}').contains(&c))
}

/// Whether all letters stand in a text in their order; a mark in ASCII may be a letter more.
fn holds(text: &str, letters: &str) -> bool {
    let mut text = text.chars();
    letters.chars().all(|letter| text.any(|c| c == letter))
}

#[test]
fn a_letter_that_somebody_wrote_is_never_lost_to_ascii() {
    let theme = Theme::plain().with_glyphs(Glyphs::Ascii);
    let mut trial = over(theme, 100, 30);
    trial.keys("c \"send Zo\u{eb} \u{5c71}\u{7530}\u{592a}\u{90ce} \u{645}\u{631}\u{62d}\u{628}\u{627}\"").expect("keys");
    let text = trial.text();
    assert!(
        text.contains("Zo\u{eb} \u{5c71}\u{7530}\u{592a}\u{90ce}"),
        "{text}"
    );
}

#[test]
fn the_chart_can_be_read_in_ascii() {
    let theme = Theme::plain().with_glyphs(Glyphs::Ascii);
    let mut trial = over(theme, 100, 36);
    trial
        .keys("/ \"who:margit kind:commitment\" ctrl-o - -")
        .expect("keys");
    insta::assert_snapshot!("eyes_chart_in_ascii", trial.text());
}

#[test]
fn help_tells_the_marks_of_the_set_in_force() {
    let mut trial = over(Theme::plain().with_glyphs(Glyphs::Ascii), 100, 80);
    let help = trial.keys("? G").expect("keys").text();
    for (mark, says) in [
        (marks::KEPT, "kept, done"),
        (marks::BROKEN, "broken"),
        (marks::MOMENT, "a moment"),
    ] {
        let told = format!("{} ", Glyphs::Ascii.show(mark));
        assert!(
            help.lines()
                .any(|line| line.trim_start().starts_with(&told) && line.contains(says)),
            "{told}{says}\n{help}"
        );
    }
}

#[test]
fn a_theme_with_a_paper_of_its_own_leaves_no_cell_to_the_terminal() {
    for name in ["light", "dark", "high-contrast"] {
        let theme = Theme::built_in(name, Depth::True);
        for keys in ["", "?", ": \"rel\"", "s", "a"] {
            let mut trial = over(theme.clone(), 80, 24);
            let buffer = trial.keys(keys).expect("keys").buffer();
            let own = |colour: Color| colour == Color::Reset;
            let left = buffer
                .content
                .iter()
                .filter(|cell| own(cell.fg) || own(cell.bg));
            assert_eq!(left.count(), 0, "{name} after {keys}");
        }
    }
}

#[test]
fn a_terminal_of_few_colours_is_sent_no_others() {
    let places = [("", 80), ("g r", 120), ("?", 40)];
    for (name, _) in built_in() {
        for (depth, most) in [(Depth::None, 0), (Depth::Sixteen, 16), (Depth::Many, 256)] {
            for (keys, width) in places {
                let mut trial = over(Theme::built_in(name, depth), width, 24);
                for cell in &trial.keys(keys).expect("keys").buffer().content {
                    for colour in [cell.fg, cell.bg] {
                        assert!(within(colour, most), "{name} in {most}: {colour:?}");
                    }
                }
            }
        }
    }
}

fn within(colour: Color, most: u16) -> bool {
    match colour {
        Color::Reset => true,
        Color::Rgb(..) => most > 256,
        Color::Indexed(n) => u16::from(n) < most,
        _ => most >= 16,
    }
}

/// The look of a style in a word: `fg red, bold`.
fn look(style: Style) -> String {
    let ink = |name: &str, colour: Option<Color>| colour.map(|c| format!("{name} {c}"));
    let mut said: Vec<_> = [ink("fg", style.fg), ink("bg", style.bg)]
        .into_iter()
        .flatten()
        .collect();
    if !style.add_modifier.is_empty() {
        said.push(format!("{:?}", style.add_modifier).to_lowercase());
    }
    if !style.sub_modifier.is_empty() {
        said.push(format!("not {:?}", style.sub_modifier).to_lowercase());
    }
    if said.is_empty() {
        "plain".to_owned()
    } else {
        said.join(", ")
    }
}

/// Each style of a screen with how many cells wear it, and a number that changes when one of them moves.
fn worn(buffer: &Buffer) -> (u64, BTreeMap<String, usize>) {
    // FNV-1a: the same on every machine and in every version
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut many = BTreeMap::new();
    for cell in &buffer.content {
        let said = look(Style {
            fg: Some(cell.fg),
            bg: Some(cell.bg),
            add_modifier: cell.modifier,
            sub_modifier: Modifier::empty(),
            ..Style::new()
        });
        for byte in said.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        *many.entry(said).or_insert(0) += 1;
    }
    (hash, many)
}

#[test]
fn the_styles_of_every_theme_are_known() {
    for (name, theme) in built_in() {
        let mut told = String::new();
        for (role, style) in theme.roles() {
            let _ = writeln!(told, "{role:<13} {}", look(style));
        }
        for (page, keys) in DAILY {
            let mut trial = over(theme.clone(), 80, 24);
            let (hash, many) = worn(&trial.keys(keys).expect("keys").buffer());
            let _ = writeln!(told, "\n{page}: {hash:016x}");
            for (said, cells) in many {
                let _ = writeln!(told, "  {cells:>5} {said}");
            }
        }
        insta::assert_snapshot!(format!("eyes_style_{name}"), told);
    }
}

#[test]
fn daily_pages_stand_at_four_sizes() {
    for (page, keys) in DAILY {
        let mut told = String::new();
        for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
            let mut trial = over(Theme::plain(), width, height);
            let text = trial.keys(keys).expect("keys").text();
            let _ = writeln!(told, "{page} at {width}x{height}\n{text}\n");
        }
        insta::assert_snapshot!(format!("eyes_page_{page}"), told);
    }
}

#[test]
fn a_theme_of_ones_own_is_worn_and_its_mistakes_are_told_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join(themes::FOLDER)).expect("a folder");
    let file = folder.path().join(themes::FOLDER).join("mine.toml");
    std::fs::write(&file, "based_on = \"light\"\n[roles]\nkey = { fg = \"#ff00ff\" }\nbadd = {}\nwarn = { fg = 999 }\n").expect("written");
    let Found { sheet, faults, .. } = themes::theme(Some(folder.path()), "mine").expect("a theme");
    assert_eq!(
        faults,
        [
            "themes/mine.toml, line 4: \u{201c}badd\u{201d} is no role and is left aside; did you mean bad?",
            "themes/mine.toml, line 5: a number of a colour is one from 0 to 255",
        ]
    );
    let mut trial = over(Theme::of(&sheet, Depth::True), 80, 24);
    let buffer = trial.keys("").expect("keys").buffer();
    let foot = &buffer.content[80 * 23 + 1];
    assert_eq!(
        (foot.fg, foot.bg),
        (Color::Rgb(255, 0, 255), Color::Rgb(0xfb, 0xfa, 0xf7))
    );
}

/// Each character beyond ASCII that a source writes outside comments and tests, with its line.
fn written(text: &str) -> Vec<(usize, char)> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for (n, line) in code.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        let escaped = line.split("\\u{").skip(1).filter_map(|rest| {
            let digits = rest.split('}').next()?;
            char::from_u32(u32::from_str_radix(digits, 16).ok()?)
        });
        let plain = line.chars();
        let beyond = plain.chain(escaped).filter(|c| !c.is_ascii());
        found.extend(beyond.map(|c| (n + 1, c)));
    }
    found
}

fn sources(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
}

#[test]
fn whatever_the_program_draws_has_a_form_in_ascii() {
    // what stands for a letter that cannot be shown at all
    const LOST: char = '\u{fffd}';
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for room in ["tui", "cli", "assets", "journal"] {
        sources(&root.join(room), &mut files);
    }
    assert!(files.len() > 100, "the sources are found");
    let mut faults = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source");
        let bare = |c: char| c != LOST && !c.is_alphanumeric() && marks::ascii(c).is_none();
        let left = written(&text).into_iter().filter(|(_, c)| bare(*c));
        faults.extend(
            left.map(|(line, c)| format!("{}:{line} {c:?} {:04x}", file.display(), u32::from(c))),
        );
    }
    assert!(
        faults.is_empty(),
        "no form in ASCII:\n{}",
        faults.join("\n")
    );
}
