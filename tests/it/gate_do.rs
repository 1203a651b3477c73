//! The gate, the covers and the locks, by keys and without a terminal: what is seen, and what is still there when it is not.

use std::path::Path;
use std::sync::{Arc, Weak, mpsc};
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use trustline::journal::{Customs, Journal};
use trustline::secret::{Cost, Key};
use trustline::store::{self, State};
use trustline::tui::app::Out;
use trustline::tui::gate::Gate;
use trustline::tui::hall::Hall;
use trustline::tui::job::Job;
use trustline::tui::keymap::{self, Keymap};
use trustline::tui::theme::Theme;
use trustline::tui::{Door, Start};

use crate::house;
use crate::locked::{Room, WORDS, passphrase};

const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

const NAME: &str = "Margarethe Winterbottom";

fn text(buffer: &Buffer) -> String {
    let row = |y| {
        let cells = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol());
        cells.collect::<String>().trim_end().to_owned()
    };
    (0..buffer.area.height)
        .map(row)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Keys as the table writes them; what stands in double quotes is typed.
fn presses(keys: &str) -> Vec<KeyEvent> {
    let mut presses = Vec::new();
    for (n, part) in keys.split('"').enumerate() {
        if n % 2 == 1 {
            let letter = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
            presses.extend(part.chars().map(letter));
        } else {
            let words = part.split_whitespace();
            presses.extend(words.map(|word| KeyEvent::from(keymap::press(word).expect(word))));
        }
    }
    presses
}

/// Somebody in front of the program, without its terminal.
struct Visit {
    hall: Hall,
    size: Rect,
}

impl Visit {
    fn at(room: &Room, start: Start) -> Self {
        let size = Rect::new(0, 0, 80, 24);
        let folder = Some(room.folder().join("settings"));
        let door = Door::new(room.file(), house::clock(), folder).at_cost(Cost::LEAST);
        Self {
            hall: Hall::new(door, start, None, None, Theme::plain().into(), size),
            size,
        }
    }

    /// At a locked journal with somebody in it, that was opened with its passphrase.
    fn inside(room: &Room) -> Self {
        let mut journal = room.make();
        house::person(&mut journal, NAME);
        drop(journal);
        let mut visit = Self::at(room, Start::Locked);
        visit.keys(&format!("\"{WORDS}\" enter"));
        assert!(visit.hall.is_open(), "{}", visit.text());
        visit
    }

    fn keys(&mut self, keys: &str) {
        for key in presses(keys) {
            self.hall.event(Event::Key(key));
            self.seen();
        }
    }

    /// The screen is drawn, and what waited for that is done.
    fn seen(&mut self) {
        while self.hall.seen().expect("it goes on") {
            self.text();
        }
    }

    fn text(&self) -> String {
        let mut buffer = Buffer::empty(self.size);
        self.hall.draw(&mut buffer);
        text(&buffer)
    }
}

/// The files of a folder that this process has open.
fn open_in(folder: &Path) -> usize {
    let folder = folder.canonicalize().expect("a folder");
    let Ok(open) = std::fs::read_dir("/proc/self/fd") else {
        return 0;
    };
    let links = open.flatten().filter_map(|fd| fd.path().read_link().ok());
    links.filter(|file| file.starts_with(&folder)).count()
}

fn faces(name: &str, gate: &Gate) {
    for (width, height) in SIZES {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        gate.draw(area, &mut buffer, &Theme::plain());
        insta::assert_snapshot!(format!("gate_{name}_{width}x{height}"), text(&buffer));
    }
}

#[test]
fn every_face_of_the_gate_says_what_to_do() {
    let file = Path::new("/home/me/.local/share/trustline/journal.db");
    let press = |gate: &mut Gate, keys: &str| {
        for key in presses(keys) {
            gate.event(Event::Key(key));
        }
    };
    let mut gate = Gate::locked(file, Keymap::default());
    press(&mut gate, "\"seven geese\"");
    faces("locked", &gate);
    press(&mut gate, "enter");
    faces("opening", &gate);
    gate.refuses("This is not the passphrase. Nothing was changed; try again.");
    faces("wrong", &gate);
    let mut gate = Gate::fresh(file, Keymap::default());
    faces("new", &gate);
    press(&mut gate, "l");
    faces("choose", &gate);
    press(&mut gate, "\"geese\" enter");
    faces("short", &gate);
    press(&mut gate, "enter \"goose\"");
    faces("again", &gate);
}

#[test]
fn every_size_is_drawn() {
    let gate = Gate::locked(Path::new("/home/me/journal.db"), Keymap::default());
    for width in [0, 1, 2, 5, 11, 12, 13, 20, 500] {
        for height in [0, 1, 2, 3, 4, 5, 14, 15, 200] {
            let area = Rect::new(0, 0, width, height);
            gate.draw(area, &mut Buffer::empty(area), &Theme::plain());
            assert!(gate.cursor(area).is_none_or(|at| area.contains(at)));
        }
    }
    let room = Room::new();
    let mut visit = Visit::inside(&room);
    for keys in ["ctrl-t", "ctrl-t ctrl-l"] {
        visit.keys(keys);
        for (width, height) in [(1, 1), (2, 3), (20, 5), (200, 60)] {
            visit.hall.event(Event::Resize(width, height));
            visit.size = Rect::new(0, 0, width, height);
            visit.text();
            let inside = |at| visit.size.contains(at);
            assert!(visit.hall.cursor().is_none_or(inside));
        }
    }
}

#[test]
fn a_locked_journal_opens_with_its_passphrase_only_and_locks_again() {
    let room = Room::new();
    let mut visit = Visit::inside(&room);
    visit.keys("g r");
    assert!(visit.text().contains(NAME), "{}", visit.text());
    visit.keys("ctrl-l");
    let gate = visit.text();
    assert!(
        gate.starts_with("Locked journal") && !gate.contains(NAME),
        "{gate}"
    );
    assert!(visit.hall.take_wiped());
    for _ in 0..12 {
        visit.keys("\"wrong\" enter");
        assert!(visit.text().contains("This is not the passphrase"));
    }
    visit.keys(&format!("\"{WORDS}\" enter"));
    let page = visit.text();
    assert!(
        page.trim_start().starts_with("Relationships") && page.contains(NAME),
        "{page}"
    );
}

#[test]
fn after_locking_neither_the_journal_nor_its_key_is_there() {
    let room = Room::new();
    let mut journal = room.make();
    house::person(&mut journal, NAME);
    drop(journal);
    let keys = room.keys();
    let header = Journal::locked(&room.file())
        .expect("read")
        .expect("locked");
    let key: Weak<Key> = Arc::downgrade(keys.find(header.id()).expect("its key"));
    let opened = room.open(keys).expect("opened");
    let mut visit = Visit::at(&room, Start::Open(Box::new(opened)));
    visit.keys("g r");
    assert!(key.upgrade().is_some());
    #[cfg(target_os = "linux")]
    assert!(open_in(room.folder()) > 0);
    visit.keys("ctrl-l");
    assert!(!visit.hall.is_open());
    assert!(key.upgrade().is_none(), "the key was wiped");
    assert_eq!(open_in(room.folder()), 0, "no file of it is open");
}

#[test]
fn what_was_being_typed_is_there_again_after_locking() {
    let room = Room::new();
    let mut visit = Visit::inside(&room);
    visit.keys("a n \"half a thought about geese\"");
    assert!(visit.text().contains("half a thought"), "{}", visit.text());
    visit.keys("ctrl-l");
    assert!(!visit.hall.is_open() && !visit.text().contains("thought"));
    visit.keys(&format!("\"{WORDS}\" enter"));
    let form = visit.text();
    assert!(form.contains("half a thought about geese"), "{form}");
    visit.keys("ctrl-s g r /");
    visit.keys("\"thought\"");
    assert!(
        visit.text().contains("half a thought about geese"),
        "{}",
        visit.text()
    );
}

#[test]
fn a_rest_locks_a_locked_journal_after_ten_minutes_and_a_plain_one_never() {
    let minutes = |n: u64| Duration::from_secs(60 * n);
    let room = Room::new();
    let mut visit = Visit::inside(&room);
    assert_eq!(visit.hall.until_lock(minutes(3)), Some(minutes(7)));
    assert!(!visit.hall.rests(Duration::from_millis(599_999)));
    assert!(visit.hall.is_open());
    assert!(visit.hall.rests(minutes(10)));
    assert!(!visit.hall.is_open() && visit.text().starts_with("Locked journal"));
    assert_eq!(visit.hall.until_lock(minutes(10)), None);
    // what stands half-typed at the gate is wiped by the same rest
    visit.keys("\"seven\"");
    assert!(visit.hall.rests(minutes(11)) && !visit.text().contains('\u{2022}'));

    let room = Room::new();
    let plain = Journal::open(&room.file(), house::clock()).expect("a journal");
    let mut visit = Visit::at(&room, Start::Open(Box::new(plain)));
    assert_eq!(visit.hall.until_lock(minutes(600)), None);
    assert!(!visit.hall.rests(minutes(600)) && visit.hall.is_open());
}

#[test]
fn the_rest_can_be_set_and_hides_a_plain_journal() {
    let room = Room::new();
    let settings = room.folder().join("settings");
    std::fs::create_dir(&settings).expect("a folder");
    std::fs::write(
        settings.join("config.toml"),
        "[privacy]\nidle_lock = \"90 s\"\n",
    )
    .expect("settings");
    let plain = Journal::open(&room.file(), house::clock()).expect("a journal");
    let mut visit = Visit::at(&room, Start::Open(Box::new(plain)));
    assert!(!visit.hall.rests(Duration::from_secs(89)));
    assert!(visit.hall.rests(Duration::from_secs(90)));
    assert!(visit.text().contains("Hidden. Enter shows it again."));
    assert_eq!(visit.hall.until_lock(Duration::from_secs(90)), None);
    std::fs::write(
        settings.join("config.toml"),
        "[privacy]\nidle_lock = \"off\"\n",
    )
    .expect("settings");
    let room = Room::new();
    std::fs::create_dir(room.folder().join("settings")).expect("a folder");
    let file = room.folder().join("settings/config.toml");
    std::fs::copy(settings.join("config.toml"), file).expect("settings");
    let mut visit = Visit::inside(&room);
    assert!(!visit.hall.rests(Duration::from_secs(1 << 20)) && visit.hall.is_open());
}

#[test]
fn a_plain_journal_is_hidden_and_that_it_is_not_locked_is_said_once() {
    let room = Room::new();
    let mut plain = Journal::open(&room.file(), house::clock()).expect("a journal");
    house::person(&mut plain, NAME);
    let mut visit = Visit::at(&room, Start::Open(Box::new(plain)));
    visit.keys("g r c \"a half line\" ctrl-l");
    let hidden = visit.text();
    assert!(
        hidden.contains("the journal is not locked") && !hidden.contains(NAME),
        "{hidden}"
    );
    visit.keys("q x ctrl-c ctrl-t ctrl-t");
    assert_eq!(visit.text(), hidden);
    visit.keys("enter");
    assert!(visit.text().contains("a half line"), "{}", visit.text());
    visit.keys("ctrl-l");
    assert_eq!(visit.text().trim(), "Hidden. Enter shows it again.");
}

#[test]
fn ordinary_work_covers_everything_and_one_key_takes_it_away() {
    let room = Room::new();
    let mut visit = Visit::inside(&room);
    visit.keys("g r");
    for before in ["", "a n \"a word\"", "esc : ", "esc ?", "esc s"] {
        visit.keys(before);
        let page = visit.text();
        for key in ["ctrl-t", "f9"] {
            visit.keys(key);
            let cover = visit.text();
            assert!(cover.contains("100% tests passed"), "{cover}");
            assert!(!cover.to_lowercase().contains("trust") && !cover.contains("Winter"));
            assert_eq!(visit.hall.title(), Some("make"));
            visit.hall.take_used();
            visit.keys("q esc enter ctrl-c \"hello\" up");
            visit.hall.event(Event::Paste("words".to_owned()));
            assert_eq!(visit.text(), cover);
            assert!(!visit.hall.take_used(), "nobody is taken to be here");
            assert_eq!(visit.hall.take_out(), None);
            visit.keys(key);
            assert_eq!(visit.text(), page);
            assert_eq!(visit.hall.title(), None);
        }
    }
    // it locks beneath: by a rest, and by the key
    visit.keys("ctrl-t");
    assert!(visit.hall.rests(Duration::from_secs(600)) && !visit.hall.is_open());
    assert!(visit.text().contains("100% tests passed"));
    visit.keys("ctrl-t");
    assert!(
        visit.text().starts_with("Locked journal"),
        "{}",
        visit.text()
    );
    visit.keys(&format!("\"{WORDS}\" enter ctrl-t ctrl-l"));
    assert!(!visit.hall.is_open() && visit.text().contains("100% tests passed"));
}

#[test]
fn work_in_front_is_brought_to_its_end_behind_the_gate() {
    let room = Room::new();
    let mut visit = Visit::inside(&room);
    let (finish, wait) = mpsc::channel::<()>();
    let (job, outcome) = Job::new("reading issues.csv", move |_, _| {
        wait.recv().expect("the word to end");
        Ok(7)
    });
    visit.hall.app().expect("an app").begin(job);
    assert!(
        !visit.hall.rests(Duration::from_secs(600)),
        "a rest waits for it"
    );
    visit.keys("ctrl-l");
    let gate = visit.text();
    assert!(
        gate.contains("reading issues.csv") && visit.hall.is_open(),
        "{gate}"
    );
    // meanwhile the passphrase leads back to it
    visit.keys("\"wrong\" enter");
    assert!(visit.text().starts_with("Locked journal"));
    visit.keys(&format!("\"{WORDS}\" enter"));
    assert!(
        visit.text().trim_start().starts_with("Today"),
        "{}",
        visit.text()
    );
    visit.keys("ctrl-l");
    finish.send(()).expect("it listens");
    let begun = Instant::now();
    while visit.hall.is_open() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never ends");
        visit.hall.hear();
        std::thread::yield_now();
    }
    assert_eq!(outcome.take().expect("an answer").expect("done"), 7);
    assert!(!visit.text().contains("reading issues.csv"));
}

#[test]
fn a_journal_whose_header_is_gone_is_not_let_go_of() {
    let room = Room::new();
    let mut visit = Visit::inside(&room);
    let key = store::key_file(&room.file());
    let kept = std::fs::read(&key).expect("a header");
    std::fs::remove_file(&key).expect("gone");
    visit.keys("g r ctrl-l");
    assert!(visit.hall.is_open() && visit.text().contains("Hidden"));
    std::fs::write(&key, kept).expect("a header");
    visit.keys("enter ctrl-l");
    assert!(!visit.hall.is_open());
}

#[test]
fn a_new_journal_is_locked_or_not_as_it_was_answered() {
    let room = Room::new();
    let mut visit = Visit::at(&room, Start::New);
    visit.keys("n");
    assert!(
        visit.text().contains("Welcome to trustline"),
        "{}",
        visit.text()
    );
    assert_eq!(store::state(&room.file()).expect("read"), State::Plain);

    let room = Room::new();
    let mut visit = Visit::at(&room, Start::New);
    visit.keys(&format!("l \"{WORDS}\" enter \"{WORDS}\" enter"));
    assert!(
        visit.text().contains("Welcome to trustline"),
        "{}",
        visit.text()
    );
    let header = Journal::locked(&room.file())
        .expect("read")
        .expect("locked");
    assert!(header.open(&passphrase(WORDS)).is_ok());
    visit.keys("ctrl-l");
    assert!(!visit.hall.is_open(), "it locks at once");

    // the question can be answered with yes, too
    let room = Room::new();
    let mut visit = Visit::at(&room, Start::New);
    visit.keys("y enter");
    assert!(
        visit.text().contains("Type the passphrase first"),
        "{}",
        visit.text()
    );

    let room = Room::new();
    let mut visit = Visit::at(&room, Start::New);
    visit.keys("q");
    assert_eq!(visit.hall.take_out(), Some(Out::Quit));
    assert_eq!(
        std::fs::read_dir(room.folder()).expect("a folder").count(),
        0
    );
    assert!(Journal::is_new(&room.file()).expect("read"));
    let locked = room.open(trustline::secret::Keys::none()).expect("made");
    drop(locked.with(Customs::default()));
    assert!(!Journal::is_new(&room.file()).expect("read"));
}

#[test]
fn names_that_were_hidden_stay_hidden_behind_a_lock() {
    let room = Room::new();
    let mut visit = Visit::inside(&room);
    visit.keys("g r ctrl-g ctrl-l");
    visit.keys(&format!("\"{WORDS}\" enter"));
    let screen = visit.text();
    assert!(
        screen.contains("Relationships") && screen.contains("masked"),
        "{screen}"
    );
    assert!(!screen.contains(NAME), "{screen}");
    // and names that were shown are shown again
    visit.keys("ctrl-g ctrl-l");
    visit.keys(&format!("\"{WORDS}\" enter"));
    assert!(visit.text().contains(NAME), "{}", visit.text());
}

#[test]
fn a_check_in_that_was_being_answered_is_where_it_was_behind_a_lock() {
    let room = Room::new();
    let mut visit = Visit::inside(&room);
    visit.keys("g r i 4 i \"calmer than before\" ctrl-l");
    assert!(!visit.hall.is_open(), "{}", visit.text());
    visit.keys(&format!("\"{WORDS}\" enter"));
    let screen = visit.text();
    assert!(
        screen.contains("Check-in") && screen.contains(NAME),
        "{screen}"
    );
    assert!(
        screen.contains("calmer than before") && screen.contains("1 of 8 answered"),
        "{screen}"
    );
    assert!(!screen.contains("not there any more"), "{screen}");
}
