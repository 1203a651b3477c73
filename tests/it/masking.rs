//! The law of the mask: while it is worn no page, no read, no brief and no export names anybody, and nothing is written back masked.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use trustline::clock::Clock;
use trustline::domain::filter::Filter;
use trustline::domain::relationship::{Party, Relationship};
use trustline::domain::reliability::Measure;
use trustline::domain::view::Window;
use trustline::domain::{Kind, RecordId, Side};
use trustline::journal::{Answer, Journal, Question};
use trustline::tui::harness::{Trial, sample};
use trustline::tui::page::Place;

/// The fewest letters of a part of a name that would tell whose it is.
const TELLS: usize = 3;

/// Everything that anybody is called, in small letters.
fn called(everybody: &[(RecordId, Relationship)]) -> Vec<String> {
    let mut called = Vec::new();
    for (_, one) in everybody {
        called.push(one.name.to_lowercase());
        called.push(one.alias.to_lowercase());
        called.extend(one.handles.iter().map(|handle| handle.to_lowercase()));
        if one.party == Party::Person {
            let words = one.name.split_whitespace().map(str::to_lowercase);
            called.extend(words.filter(|word| word.chars().count() >= TELLS));
        }
    }
    called.retain(|name| !name.is_empty());
    called.sort();
    called.dedup();
    called
}

/// Whether letters begin a longer ordinary word of the sample, which may be cut short, too.
fn begins_a_word(letters: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        let sample = include_str!("../../assets/sample.toml");
        sample.split(|c: char| !c.is_alphanumeric()).collect()
    });
    let mut from = WORDS
        .range(letters..)
        .take_while(|word| word.starts_with(letters));
    from.any(|word| word.len() > letters.len())
}

/// The beginnings of names as they stand where a text is cut short, without those that begin ordinary words of the sample.
fn cut_short(called: &[String]) -> Vec<String> {
    let mut cuts = BTreeSet::new();
    for name in called {
        let letters: Vec<_> = name.chars().collect();
        cuts.extend((TELLS..letters.len()).map(|n| letters[..n].iter().collect::<String>()));
    }
    cuts.retain(|cut| !begins_a_word(cut));
    cuts.into_iter().map(|cut| cut + "\u{2026}").collect()
}

/// The names that stand in a text as whole words, or cut short.
fn named<'a>(text: &str, called: &'a [String]) -> Vec<&'a str> {
    let text = text.to_lowercase();
    let stands = |name: &&String| {
        text.match_indices(name.as_str()).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + name.len()..].chars().next();
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let spaced = name.chars().all(|c| c < '\u{3000}');
            let cut = after == Some('\u{2026}') && begins_a_word(name);
            !spaced || !(letter(before) || letter(after) || cut)
        })
    };
    called.iter().filter(stands).map(String::as_str).collect()
}

fn everybody(journal: &Journal) -> Vec<(RecordId, Relationship)> {
    match journal.ask(&Question::Everybody) {
        Ok(Answer::Everybody(all)) => all,
        other => panic!("{other:?}"),
    }
}

fn records(journal: &Journal) -> Vec<(RecordId, Kind)> {
    let window = Window::top(usize::MAX);
    let all = journal
        .entries(&Filter::default(), window)
        .expect("entries");
    all.lines.iter().map(|line| (line.id, line.kind)).collect()
}

/// Every place of a relationship.
fn places(who: RecordId) -> Vec<Place> {
    let mut places = vec![
        Place::Relationship(who),
        Place::CheckIn(Some(who)),
        Place::Prep(who),
        Place::Brief(who),
        Place::Repair(who),
        Place::Record(who),
        Place::Settle(who),
        Place::Confidences(Some(who)),
        Place::Add(Some(who)),
    ];
    for side in [Side::Mine, Side::Theirs] {
        for measure in [Measure::KeptAsAgreed, Measure::FollowThrough] {
            places.push(Place::Explain(who, side, measure));
        }
    }
    places
}

/// What keys reach from home, and down to the end of what is long.
const REACHED: &[&str] = &[
    "g t",
    "g t G",
    "g t tab",
    "g t tab tab",
    "g r",
    "g r A G",
    "g m",
    "g m enter",
    "g m enter f",
    "g m enter tab",
    "g m enter tab tab",
    "g m enter tab tab tab",
    "g w",
    "g b",
    "g x",
    "g i",
    "g B",
    "w",
    "?",
    ":",
    ": \"pri\"",
    "/ \"priya\"",
    "/ \"nair\"",
    "/ \"the\"",
    "/ \"release\"",
    "c",
    "g t s",
    "g t a",
    "g t D",
    "g r enter 2",
    "g r enter 3",
    "g r enter 4",
    "g r enter 5",
    "g r enter 6",
    "g r enter z z",
    "g r enter <",
    "g p",
];

/// A screen with the mask on, and what it showed nevertheless.
struct Watch {
    trial: Trial,
    called: Vec<String>,
    faults: Vec<String>,
}

impl Watch {
    fn look(&mut self, place: &str) {
        let text = self.trial.text();
        // what is typed is seen as it is typed
        let typed = |line: &&str| line.trim_start().starts_with("/ ") || line.contains(": pri");
        let shown: Vec<_> = text.lines().filter(|line| !typed(line)).collect();
        let found = named(&shown.join("\n"), &self.called);
        if !found.is_empty() {
            self.faults.push(format!("{place}: {found:?}\n{text}"));
        }
        assert!(text.contains("masked"), "{place}: it says so\n{text}");
    }

    fn keys(&mut self, keys: &str) {
        self.trial.keys(keys).expect(keys);
    }

    fn size(&mut self, width: u16, height: u16) {
        self.trial
            .event(crossterm::event::Event::Resize(width, height));
    }

    fn go(&mut self, place: Place) {
        let name = format!("{place:?}");
        self.trial.go(place);
        self.look(&name);
        self.keys("G");
        self.look(&name);
        self.keys("esc g t esc");
        let text = self.trial.text();
        assert!(
            text.trim_start().starts_with("Today"),
            "{name}: still at\n{text}"
        );
    }
}

#[test]
fn no_page_at_any_size_names_anybody() {
    let journal = sample().expect("the sample");
    let (people, records) = (everybody(&journal), records(&journal));
    let mut called = called(&people);
    called.extend(cut_short(&called));
    assert!(called.len() > 40 && records.len() > 200, "it is there");
    let mut trial = Trial::over(journal, 80, 24);
    // the test itself finds names where there is no mask
    let bare = trial.text();
    assert!(!named(&bare, &called).is_empty(), "{bare}");
    trial.keys("ctrl-g").expect("keys");
    let mut watch = Watch {
        trial,
        called,
        faults: Vec::new(),
    };
    let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)];
    for (nth, (width, height)) in sizes.into_iter().enumerate() {
        watch.size(width, height);
        for keys in REACHED {
            watch.keys(keys);
            watch.look(&format!("{width}x{height} {keys}"));
            watch.keys("esc esc esc esc g t");
        }
        for (who, _) in people.iter().skip(nth).step_by(sizes.len()) {
            for place in places(*who) {
                watch.go(place);
            }
        }
    }
    watch.size(80, 24);
    for (id, _) in &records {
        watch.trial.go(Place::Record(*id));
        watch.look(&format!("{id}"));
        watch.keys("s");
        watch.look(&format!("{id} settling"));
        watch.keys("esc g t");
    }
    let many = watch.faults.len();
    let some = watch.faults[..many.min(12)].join("\n\n");
    assert!(many == 0, "{many} places:\n{some}");
}

#[test]
fn a_form_shows_what_is_kept_and_saves_it_unmasked() {
    let journal = sample().expect("the sample");
    let people = everybody(&journal);
    let (priya, before) = people
        .iter()
        .find(|(_, one)| one.name == "Priya Nair")
        .expect("in the sample");
    let mut trial = Trial::over(journal, 120, 40);
    trial.keys("ctrl-g").expect("keys");
    trial.go(Place::Edit(*priya));
    let text = trial.text();
    assert!(text.contains("Priya Nair"), "{text}");
    assert!(text.contains("masked, but for what is typed"), "{text}");
    trial.keys("tab tab tab").expect("keys");
    trial.keys("ctrl-s").expect("keys");
    trial.keys("ctrl-g").expect("keys");
    trial.go(Place::Record(*priya));
    assert!(trial.text().contains("Priya Nair"), "{}", trial.text());
    // a settled promise, a check-in begun and left, an undo: the words stay as they were
    trial.keys("esc g t ctrl-g").expect("keys");
    trial.go(Place::CheckIn(Some(*priya)));
    trial
        .keys("4 4 i \"Priya said so\" enter esc")
        .expect("keys");
    trial.keys("g t ctrl-g").expect("keys");
    trial.go(Place::CheckIn(Some(*priya)));
    assert!(trial.text().contains("Priya"), "{}", trial.text());
    trial.keys("esc").expect("keys");
    trial.go(Place::Relationship(*priya));
    assert!(trial.text().contains(&before.name), "{}", trial.text());
}

/// A journal's file with the sample, and a settings' folder.
struct Masked {
    folder: tempfile::TempDir,
}

impl Masked {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 22)
            .and_then(|day| day.and_hms_opt(9, 0, 0))
            .expect("a moment");
        let clock = Clock::fixed(at);
        let mut journal = Journal::open(&folder.path().join("journal.db"), clock).expect("opened");
        let sample = trustline::assets::sample::sample(journal.day());
        journal
            .furnish("the sample", &mut sample.into_iter().map(Ok))
            .expect("furnished");
        Self { folder }
    }

    fn journal(&self) -> Journal {
        Journal::open(&self.folder.path().join("journal.db"), Clock::from_env()).expect("opened")
    }

    /// What a command says on both streams, and its exit code.
    fn says(&self, words: &[&str]) -> (String, i32) {
        let done = Command::new(env!("CARGO_BIN_EXE_trustline"))
            .env_clear()
            .env("TRUSTLINE_NOW", "2026-11-22T10:00")
            .env("TRUSTLINE_JOURNAL", self.folder.path().join("journal.db"))
            .env("TRUSTLINE_CONFIG", self.folder.path().join("config"))
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .args(words)
            .output()
            .expect("it runs");
        let said = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
        (said.concat(), done.status.code().unwrap_or(-1))
    }
}

/// Every read there is, of Priya where it is of somebody.
const READS: &[&str] = &[
    "today",
    "today --json",
    "list",
    "list --json",
    "list who:priya",
    "relationships",
    "relationships --json",
    "relationships --archived",
    "show priya",
    "show priya --json",
    "log priya",
    "explain priya",
    "explain priya --json",
    "timeline priya",
    "timeline priya --json",
    "timeline priya --svg",
    "review",
    "comeback",
    "team",
    "brief priya --for me",
    "brief priya --for me --format html",
    "brief priya --for me --format md",
    "brief priya --for me --format json",
    "brief priya --for them",
    "brief priya --for lead --preview",
    "brief tom --for lead --format html",
    "export commitments --format csv --output -",
    "export commitments --format ics --output -",
    "export commitments --format taskwarrior --output -",
    "export check-ins --output -",
    "export calendar --output -",
    "export figures --who priya --output -",
    "checkin",
    "forget nobody-at-all --dry-run",
    "show ana-nobody",
    "backups",
    "doctor",
];

#[test]
fn no_read_no_brief_and_no_export_names_anybody() {
    let place = Masked::new();
    let called = called(&everybody(&place.journal()));
    let mut faults = Vec::new();
    let mut bare = 0;
    for line in READS {
        let words: Vec<_> = line.split(' ').collect();
        let (plain, before) = place.says(&words);
        bare += usize::from(!named(&plain, &called).is_empty());
        let (text, code) = place.says(&[&words[..], &["--mask"]].concat());
        assert_eq!(code, before, "{line}: {text:.600}");
        // a calendar folds its lines
        let mut text = text.replace("\r\n ", "");
        // the names of members are the program's own
        text = text
            .split(',')
            .map(|part| part.split_once("\":").map_or(part, |(_, value)| value))
            .collect::<Vec<_>>()
            .join(",");
        // what was typed is in the line itself, and in the names of members
        let found = named(&text, &called);
        if !found.is_empty() {
            let at = text
                .lines()
                .find(|l| !named(l, &called).is_empty())
                .unwrap_or_default();
            faults.push(format!("{line}: {found:?} {at:.300}"));
        }
    }
    assert!(bare > 25, "without the mask names are said: {bare}");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_settings_put_it_on_and_what_must_be_whole_is_refused() {
    let place = Masked::new();
    let (whole, _) = place.says(&["show", "priya"]);
    assert!(whole.contains("Priya Nair"), "{whole}");
    let config = place.folder.path().join("config");
    std::fs::create_dir_all(&config).expect("made");
    std::fs::write(config.join("config.toml"), "mask = true\n").expect("written");
    let (masked, code) = place.says(&["show", "priya"]);
    assert!(
        code == 0 && masked.contains("PN") && !masked.contains("Priya"),
        "{masked}"
    );
    let (refused, code) = place.says(&["export", "--output", "all.jsonl"]);
    assert!(code != 0 && refused.contains("without loss"), "{refused}");
    assert!(!place.folder.path().join("all.jsonl").exists());
    // what is written is written as it was typed
    let (told, code) = place.says(&["commit", "send Priya the plan by fri"]);
    assert_eq!(code, 0, "{told}");
    assert!(!told.contains("Priya"), "{told}");
    std::fs::write(config.join("config.toml"), "mask = \"yes\"\n").expect("written");
    let (bare, _) = place.says(&["list", "plan", "who:priya"]);
    assert!(
        bare.contains("Priya Nair") && bare.contains("send the plan"),
        "{bare}"
    );
    assert!(bare.contains("mask is true or false"), "{bare}");
}
