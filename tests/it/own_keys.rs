//! The user's own keys on the screen: footer, help, menus and sentences follow them; counts, the panel after a prefix, vi in
//! a form, the mouse on every hint; and no sentence that names a key outside the table.

use std::path::Path;

use chrono::NaiveDate;
use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use tempfile::TempDir;
use trustline::clock::Clock;
use trustline::journal::Journal;
use trustline::tui::Outfit;
use trustline::tui::harness::{TODAY, Trial, sample};
use trustline::tui::keymap::Keymap;
use trustline::tui::theme::Theme;

/// The sample journal on a screen, with these own keys.
fn with(keys: &str, width: u16, height: u16) -> Trial {
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("keys.toml"), keys).expect("written");
    let outfit = Outfit {
        keymap: Keymap::of(Some(folder.path())),
        ..Outfit::from(Theme::plain())
    };
    Trial::dressed(sample().expect("a sample"), outfit, width, height)
}

fn seen(trial: &mut Trial, keys: &str) -> String {
    trial
        .keys(keys)
        .expect("keys")
        .text()
        .trim_start()
        .to_owned()
}

/// The moment at which the sample stands.
fn clock() -> Clock {
    let (year, month, day) = TODAY;
    let day = NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    Clock::fixed(day.and_hms_opt(9, 0, 0).expect("a time"))
}

fn opened(file: &Path) -> Journal {
    Journal::open(file, clock()).expect("a journal")
}

/// The sample journal, in a file.
fn sample_in(file: &Path) {
    let mut journal = opened(file);
    let sample = trustline::assets::sample::sample(journal.day());
    let told = journal.furnish("the sample journal", &mut sample.into_iter().map(Ok));
    told.expect("furnished");
}

fn foot(text: &str) -> &str {
    text.lines().last().unwrap_or_default().trim_start()
}

#[test]
fn what_names_a_key_follows_the_keys_in_force() {
    let mut trial = with(
        "[everywhere]\nundo = \"ctrl-b\"\nmask-names = \"f3\"\n[list]\npage-up = \"pageup\"\n[item]\nsettle = \"x\"\n[about]\nwhy = []\n[settle-commitment]\nkept = \"j\"\n",
        120,
        40,
    );
    let first = seen(&mut trial, "");
    assert!(foot(&first).contains("x settle"), "{first}");
    assert!(seen(&mut trial, "x").contains(" j  kept"));
    let told = seen(&mut trial, "j");
    assert!(foot(&told).contains("^B undoes"), "{told}");
    assert!(foot(&seen(&mut trial, "f3")).contains("F3 shows the names again"));
    let help = seen(&mut trial, "ctrl-b ?");
    assert!(
        help.contains("x  ") && !help.contains("Show the records and weights"),
        "{help}"
    );
}

#[test]
fn a_command_without_a_key_is_still_done_by_its_name() {
    let mut trial = with("[about]\nprep = []\n", 80, 24);
    assert!(!foot(&seen(&mut trial, "")).contains("prep"));
    assert!(
        seen(&mut trial, ": \"prep\" enter")
            .trim_start()
            .starts_with("Prep")
    );
}

#[test]
fn a_fault_is_told_once_in_the_footer_and_what_is_sound_holds() {
    let mut trial = with(
        "[everywhere]\nundoo = \"z\"\n[list]\ndown = \"ctrl-n\"\n",
        100,
        24,
    );
    let first = seen(&mut trial, "");
    assert!(
        foot(&first).contains("keys.toml, line 2: [everywhere] has no command"),
        "{first}"
    );
    assert!(!foot(&seen(&mut trial, "ctrl-n")).contains("keys.toml"));
}

#[test]
fn counts_repeat_a_movement_and_go_to_a_line() {
    let at = |keys: &str| with("", 80, 24).keys(keys).expect("keys").buffer();
    assert_eq!(at("g r 3 j"), at("g r j j j"));
    assert_eq!(at("g r 4 G"), at("g r g g j j j"));
    assert_eq!(at("g r 1 0 j 2 k"), at("g r j j j j j j j j j j k k"));
    assert_eq!(at("g r 3 esc"), at("g r"));
    assert!(foot(&seen(&mut with("", 80, 24), "g r 1 2")).starts_with("12 \u{d7} a movement"));
    // on a relationship the digits are its tabs
    let tab = seen(&mut with("", 80, 24), "g r enter 2");
    assert!(!foot(&tab).contains("movement"), "{tab}");
}

#[test]
fn words_are_found_in_the_list_that_is_seen_around_its_end() {
    let mut trial = with("", 80, 24);
    let list = seen(&mut trial, "g r");
    assert!(list.contains("Mateo Silva"), "{list}");
    // in parts, in any order and case
    let asked = seen(&mut trial, "'");
    assert!(asked.contains(" Find in this list "), "{asked}");
    seen(&mut trial, "\"SILVA mat\" enter");
    assert!(seen(&mut trial, "enter").trim_start().starts_with("Mateo"));
    // the only one: said, and the cursor stays
    let only = seen(&mut trial, "q ;");
    assert!(foot(&only).contains("on this line only"), "{only}");
    let before = seen(&mut trial, "esc g r G");
    let none = seen(&mut trial, "ctrl-f \"zebra\" enter");
    assert!(
        foot(&none).contains("not in this list: \u{201c}zebra\u{201d}"),
        "{none}"
    );
    assert_eq!(
        none.lines().rev().skip(1).collect::<Vec<_>>(),
        before.lines().rev().skip(1).collect::<Vec<_>>()
    );
    // past the end it begins again at the first line
    let around = seen(&mut trial, "' \"a\" enter");
    assert!(foot(&around).contains("the list's end"), "{around}");
    // a page of one relationship, and Today
    let log = seen(
        &mut with("", 120, 40),
        "g r enter ' \"feedback\" enter enter",
    );
    assert!(log.to_lowercase().contains("feedback"), "{log}");
    let mut today = with("", 80, 24);
    assert!(!foot(&seen(&mut today, "' \"check\" enter")).contains("not in this list"));
    // where a line is typed already, the keys are text
    assert!(seen(&mut with("", 80, 24), "c \"it's; so, yes\"").contains("it's; so, yes"));
}

#[test]
fn after_a_prefix_a_panel_says_what_may_follow_and_takes_no_key() {
    let mut trial = with("", 80, 24);
    let panel = seen(&mut trial, "g");
    assert!(
        panel.contains("\u{250c} g \u{2026} ")
            && panel.contains("Go to the list of relationships."),
        "{panel}"
    );
    assert!(
        seen(&mut trial, "r")
            .trim_start()
            .starts_with("Relationships")
    );
    let mut trial = with("", 80, 24);
    let before = seen(&mut trial, "");
    assert_eq!(seen(&mut trial, "g esc"), before);
    let small = seen(&mut with("", 40, 12), "g");
    assert!(
        foot(&small).contains("weekly review") && !small.contains('\u{250c}'),
        "{small}"
    );
}

#[test]
fn vi_moves_in_a_form_and_its_mode_stands_in_the_footer() {
    let mut trial = with("text = \"vi\"\n", 80, 24);
    let typed = seen(&mut trial, "c \"send the draft\" esc");
    assert!(foot(&typed).starts_with("normal"), "{typed}");
    let changed = seen(&mut trial, "b b c w \"a\" esc");
    assert!(changed.contains("send a draft"), "{changed}");
    let left = seen(&mut trial, "esc");
    assert!(left.trim_start().starts_with("Today"), "{left}");
}

#[test]
fn what_holds_everywhere_comes_before_what_edits_a_text() {
    let mut trial = with("[everywhere]\nmask-names = \"ctrl-a\"\n", 80, 24);
    let masked = seen(&mut trial, "c \"draft\" ctrl-a");
    assert!(
        foot(&masked).contains("^A shows the names again"),
        "{masked}"
    );
}

fn click(x: u16, y: u16) -> Event {
    Event::Mouse(MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: x,
        row: y,
        modifiers: KeyModifiers::NONE,
    })
}

/// Keys from Today to the main pages, a menu, a form, a line and a sequence that has begun.
const PAGES: &[&str] = &[
    "",
    "g r",
    "g r enter",
    "s",
    "c",
    "/",
    "?",
    "g m enter",
    "g",
    "a n",
];

/// The keys of a hint, as the trial reads them.
fn keys_of(hint: &str) -> String {
    match hint {
        "\u{2193}" => "down".to_owned(),
        "Space" | "Enter" | "Esc" | "Tab" => hint.to_lowercase(),
        "Shift-Tab" => "shift-tab".to_owned(),
        chord if chord.starts_with('^') && chord.len() == 2 => {
            format!("ctrl-{}", chord[1..].to_lowercase())
        }
        letters if letters.chars().count() == 2 => {
            let letters: Vec<_> = letters.chars().map(String::from).collect();
            letters.join(" ")
        }
        one => one.to_owned(),
    }
}

#[test]
fn a_click_on_every_hint_of_the_main_pages_does_what_its_key_does() {
    let made = TempDir::new().expect("a folder");
    let file = made.path().join("sample.db");
    sample_in(&file);
    let folder = TempDir::new().expect("a folder");
    // every hint on a copy of one journal: what a key wrote is seen by no other
    let mut nth = 0;
    let mut fresh = |page: &str| {
        nth += 1;
        let copy = folder.path().join(format!("{nth}.db"));
        std::fs::copy(&file, &copy).expect("copied");
        let mut trial = Trial::dressed(opened(&copy), Outfit::from(Theme::plain()), 120, 30);
        trial.keys(page).expect("keys");
        trial
    };
    let mut clicked = 0;
    for page in PAGES {
        let text = fresh(page).text();
        let foot = foot(&text);
        let mut column = text.lines().last().map_or(0, str::len) - foot.len();
        for hint in foot.split("  ") {
            let x = u16::try_from(column).expect("a column");
            column += hint.chars().count() + 2;
            let Some((key, name)) = hint.split_once(' ') else {
                continue;
            };
            // the page of the backups names the file, which is another one in each try
            if name == "backups" {
                continue;
            }
            let key = keys_of(key);
            let pressed = if *page == "g" {
                key.trim_start_matches("g ")
            } else {
                &key
            };
            let mut by_key = fresh(page);
            by_key
                .keys(pressed)
                .expect("a key that can be read")
                .finishes();
            let mut by_mouse = fresh(page);
            by_mouse.event(click(x, 29)).finishes();
            assert_eq!(by_mouse.text(), by_key.text(), "{page}: {hint}");
            assert_eq!(by_mouse.out, by_key.out, "{page}: {hint}");
            clicked += 1;
        }
    }
    assert!(clicked > 60, "only {clicked} hints were clicked");
}

#[test]
fn a_line_is_opened_by_a_second_click_and_the_header_goes_back() {
    let mut trial = with("", 80, 24);
    trial.keys("g r").expect("keys").event(click(5, 4));
    let list = trial.text();
    assert!(list.trim_start().starts_with("Relationships"));
    trial.event(click(5, 4));
    assert!(
        !trial.text().trim_start().starts_with("Relationships"),
        "{}",
        trial.text()
    );
    trial.event(click(2, 0));
    assert_eq!(trial.text(), list);
    let asked = with("", 80, 24)
        .keys("s")
        .expect("keys")
        .event(click(1, 22))
        .text();
    assert_eq!(
        asked,
        with("", 80, 24).text(),
        "a click outside closes a popup"
    );
}

/// What a sentence says a key does.
const DOES: &str = "writes adds starts opens undoes goes leads shows takes brings settles does answers quits checks lets makes unites names edits offers notes asks replaces";

#[test]
fn no_sentence_names_a_key_outside_the_table() {
    let does: Vec<&str> = DOES.split(' ').collect();
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tui")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("sources").flatten() {
            let path = entry.path();
            let name = path.display().to_string();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if name.contains("command") || name.ends_with("tests.rs") {
                continue;
            }
            let source = std::fs::read_to_string(&path).expect("a source");
            let source = source.split("#[cfg(test)]").next().unwrap_or_default();
            for line in source
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
            {
                for text in line.split('"').skip(1).step_by(2) {
                    let words: Vec<&str> = text.split_whitespace().collect();
                    let key = |word: &str| {
                        let one =
                            word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
                        one && word != "I" || word.starts_with('^') && word.len() == 2
                    };
                    if words
                        .windows(2)
                        .any(|pair| key(pair[0]) && does.contains(&pair[1]))
                    {
                        found.push(format!("{name}: {text}"));
                    }
                }
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}
