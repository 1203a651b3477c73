//! Rough use of the screen: random keys, every size, hostile and endless text. Nothing panics, nothing raw reaches a cell.

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use trustline::domain::fields::Shape;
use trustline::domain::filter::{Ask, Filter};
use trustline::domain::reliability::Measure;
use trustline::domain::value::Value;
use trustline::domain::view::Window;
use trustline::domain::{Kind, Record, RecordId, Side, text};
use trustline::journal::{Change, Journal};
use trustline::tui::command::TABLE;
use trustline::tui::harness::{self, Trial};
use trustline::tui::page::Place;

/// A fixed sequence of numbers (xorshift).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 1_000_003).unwrap_or(0) % sides
    }
}

fn small(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

fn no_raw_text(trial: &Trial, after: &str) {
    let screen = trial.text();
    let raw = screen.chars().find(|c| *c != '\n' && text::is_hostile(*c));
    assert!(raw.is_none(), "{raw:?} on the screen after {after}");
}

/// How many keys are typed.
const KEYS: usize = 4_000;

/// Every key of the table but those that leave the program or stop it, and some that are typed.
pub fn keys() -> Vec<&'static str> {
    let mut keys: Vec<&str> = TABLE.iter().flat_map(|row| row.usual).copied().collect();
    keys.extend([
        "enter",
        "enter",
        "esc",
        "tab",
        "backspace",
        "left",
        "\"fri\"",
        "\"priya \"",
        "\"7\"",
        "\"\u{4e2d}\u{301}\"",
    ]);
    keys.retain(|keys| !["ctrl-c", "ctrl-z", "b"].contains(keys));
    keys
}

/// The records of a kind, newest first.
fn of_kind(journal: &Journal, kind: Kind) -> Vec<RecordId> {
    let filter = Filter::default().and(Ask::Kind(vec![kind]));
    let found = journal.entries(&filter, Window::top(500)).expect("a list");
    found.lines.iter().map(|line| line.id).collect()
}

/// Every page that random keys alone would seldom find: the maps of teams, the review and the triage, confidences, the
/// proposed steps, plans, charts, a form of each kind, and why a number is what it is.
pub fn places(journal: &Journal) -> Vec<Place> {
    let whos: Vec<RecordId> = journal
        .names_starting("", 100)
        .expect("names")
        .iter()
        .map(|(id, _)| *id)
        .collect();
    let mut places = vec![
        Place::Team(None),
        Place::Review,
        Place::ComingBack,
        Place::Confidences(None),
        Place::CheckIn(None),
    ];
    let teams = journal.teams().expect("teams");
    places.extend(teams.into_iter().map(|team| Place::Team(Some(team.name))));
    for who in whos {
        places.extend([
            Place::Relationship(who),
            Place::Relationship(who),
            Place::CheckIn(Some(who)),
            Place::Prep(who),
            Place::Confidences(Some(who)),
            Place::Forget(who),
            Place::Explain(who, Side::Mine, Measure::default()),
        ]);
    }
    for kind in Kind::ALL.iter().copied() {
        places.push(Place::New(kind, None));
        for id in of_kind(journal, kind).into_iter().take(3) {
            places.extend([Place::Settle(id), Place::Record(id), Place::Edit(id)]);
        }
    }
    for breach in of_kind(journal, Kind::Breach) {
        places.extend([
            Place::Repair(breach),
            Place::Steps(breach),
            Place::Steps(breach),
        ]);
    }
    places
}

/// An event that is no key: another size, a click, a turn of the wheel.
pub fn other_event(dice: &mut Dice, trial: &mut Trial) {
    if dice.roll(20) == 0 {
        let size = Event::Resize(small(1 + dice.roll(150)), small(1 + dice.roll(50)));
        trial.event(size);
    }
    if dice.roll(15) == 0 {
        trial.event(Event::Mouse(MouseEvent {
            kind: if dice.roll(2) == 0 {
                MouseEventKind::Down(MouseButton::Left)
            } else {
                MouseEventKind::ScrollDown
            },
            column: small(dice.roll(150)),
            row: small(dice.roll(50)),
            modifiers: KeyModifiers::NONE,
        }));
    }
}

#[test]
fn random_keys_at_random_sizes_never_panic() {
    let keys = keys();
    let mut dice = Dice(0x5eed);
    let mut trial = Trial::sample(80, 24).expect("the sample");
    for step in 0..KEYS {
        let key = keys[dice.roll(keys.len())];
        other_event(&mut dice, &mut trial);
        trial.keys(key).expect("keys");
        trial.buffer();
        if step % 100 == 0 {
            no_raw_text(&trial, key);
        }
    }
}

#[test]
fn random_keys_on_every_page_never_panic() {
    let keys = keys();
    let mut dice = Dice(0x0dd5);
    let journal = harness::sample().expect("the sample");
    let places = places(&journal);
    let mut trial = Trial::over(journal, 80, 24);
    for step in 0..KEYS {
        if step % 25 == 0 {
            trial.go(places[dice.roll(places.len())].clone());
        }
        let key = keys[dice.roll(keys.len())];
        other_event(&mut dice, &mut trial);
        trial.keys(key).expect("keys");
        trial.buffer();
        if step % 100 == 0 {
            no_raw_text(&trial, key);
        }
    }
}

#[test]
fn every_size_is_drawn() {
    for keys in [
        "",
        "g r",
        "s",
        "a c",
        "c",
        "?",
        ":",
        "enter",
        "D",
        "g r enter",
        "p",
        "w",
        "/",
    ] {
        let mut trial = Trial::sample(80, 24).expect("the sample");
        trial.keys(keys).expect("keys");
        for width in [1, 2, 3, 7, 19, 20, 21, 39, 40, 79, 200, 500] {
            for height in [1, 2, 4, 5, 6, 11, 12, 60, 200] {
                trial.event(Event::Resize(width, height));
                let screen = trial.text();
                if width < 20 || height < 5 {
                    assert!(screen.starts_with('t'), "{width}x{height}: {screen}");
                }
            }
        }
    }
}

#[test]
fn hostile_and_endless_text_stays_within_its_cells() {
    let hostile = format!(
        "\x1b]52;c;aGk=\x07\u{202e}{}\u{200b}{}",
        "e".to_owned() + &"\u{301}".repeat(400),
        "\u{4e2d}".repeat(60)
    );
    let mut trial = Trial::sample(80, 24).expect("the sample");
    trial.keys("a p").expect("keys");
    trial.event(Event::Paste(hostile.clone()));
    no_raw_text(&trial, "a name is pasted");
    trial.keys("ctrl-s g r").expect("keys");
    no_raw_text(&trial, "it is listed");
    trial.keys("g t a n").expect("keys");
    trial.event(Event::Paste(format!("{hostile}\n").repeat(200)));
    no_raw_text(&trial, "a note is pasted");
    trial.keys("ctrl-s g t c").expect("keys");
    trial.event(Event::Paste("x".repeat(10_000)));
    trial.buffer();
    trial.keys("enter").expect("keys");
    no_raw_text(&trial, "an endless line is saved");
}

/// Every text in a value made hostile, where its field takes that.
fn hostile_value(value: &Value) -> Value {
    let hostile =
        "\x1b]52;c;aGk=\x07\u{202e}\u{2066}\r\n\u{200b}e\u{301}\u{301}\u{4e2d} \t\u{9b}2J end";
    match value {
        Value::List(items) => Value::List(items.iter().map(hostile_value).collect()),
        Value::Row(fields) => Value::Row(
            fields
                .iter()
                .map(|(name, value)| (name.clone(), hostile_value(value)))
                .collect(),
        ),
        // an id, a day and a word of a list stay what they are
        Value::Text(text) if text.contains(' ') => Value::Text(hostile.to_owned()),
        Value::Nothing => Value::Text(hostile.to_owned()),
        other => other.clone(),
    }
}

/// A record with hostile words in every field that takes words; whether there was one.
fn made_hostile(record: &mut Record) -> bool {
    let mut any = false;
    for field in record.kind().fields() {
        let free = matches!(field.shape, Shape::Line | Shape::Text | Shape::Rows);
        if free && (field.set)(record, &hostile_value(&(field.get)(record))).is_ok() {
            any = true;
        }
    }
    any
}

#[test]
fn hostile_words_in_every_field_of_every_kind_never_reach_a_cell() {
    let mut journal = harness::sample().expect("the sample");
    for kind in Kind::ALL
        .iter()
        .copied()
        .filter(|k| *k != Kind::Relationship)
    {
        let mut written = 0;
        for id in of_kind(&journal, kind) {
            let stored = journal.stored(id).expect("a journal").expect("a record");
            let mut record = stored.record;
            let any = made_hostile(&mut record);
            let edit = Change::Edit {
                id,
                seen: stored.stamp,
                record: Box::new(record),
            };
            written += usize::from(any && journal.tell(edit).is_ok());
        }
        assert!(written > 0, "no {kind} took hostile words");
    }
    let places = places(&journal);
    let mut trial = Trial::over(journal, 120, 40);
    for place in places {
        trial.go(place.clone());
        no_raw_text(&trial, &format!("{place:?}"));
        for key in ["j", "tab", "?", "esc", "s", "esc", "h", "enter", "g t"] {
            trial.keys(key).expect("keys");
            no_raw_text(&trial, &format!("{key} on {place:?}"));
        }
    }
}

#[test]
fn a_paste_without_end_is_refused_in_words() {
    let mut trial = Trial::sample(80, 24).expect("the sample");
    trial.keys("a n").expect("keys");
    trial.event(Event::Paste("many words ".repeat(200_000)));
    let screen = trial.text();
    assert!(screen.contains("up to one megabyte"), "{screen}");
}
