//! Drafts: what is typed and not saved comes up again as it was, whatever ended the window it was typed in.

use std::path::Path;

use trustline::domain::{Act, Filter, Kind, RecordId, Side};
use trustline::journal::Journal;
use trustline::tui::harness::Trial;
use trustline::tui::page::Place;

use crate::house::{add, clock};

/// A journal in a throw-away place, with one person in it.
struct Home {
    folder: tempfile::TempDir,
    priya: RecordId,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut journal = open(&folder.path().join("j.db"));
        let priya = add(
            &mut journal,
            Kind::Relationship,
            &[
                ("name", "Priya Nair"),
                ("role", "team member"),
                ("since", "2026-01-01"),
            ],
        );
        Self { folder, priya }
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("j.db")
    }

    fn journal(&self) -> Journal {
        open(&self.path())
    }

    /// A window on it.
    fn window(&self) -> Trial {
        Trial::over(self.journal(), 80, 24)
    }

    /// A window at a place, in which some keys are typed; a second later it is killed.
    fn killed(&self, place: Place, keys: &str) -> String {
        let mut trial = self.window();
        trial.go(place);
        trial.keys(keys).expect("keys");
        trial.waits();
        trial.text()
    }

    /// What lies unfinished, as lists tell it.
    fn unfinished(&self) -> Vec<String> {
        let drafts = self.journal().drafts().expect("drafts");
        drafts.into_iter().map(|draft| draft.says).collect()
    }

    /// The titles of all commitments.
    fn promises(&self) -> Vec<String> {
        let journal = self.journal();
        let filter = Filter::parse("kind:commitment", &journal.reading()).expect("a filter");
        let window = trustline::domain::view::Window::top(50);
        let all = journal.entries(&filter, window).expect("entries");
        all.lines
            .into_iter()
            .map(|line| line.record.noun().title())
            .collect()
    }
}

fn open(path: &Path) -> Journal {
    Journal::open(path, clock()).expect("the journal")
}

#[test]
fn a_new_commitment_comes_up_as_it_was_and_is_saved_as_if_nothing_had_happened() {
    let home = Home::new();
    let form = Place::New(Kind::Commitment, Some(home.priya));
    home.killed(form.clone(), "\"send the numbers\"");
    assert_eq!(home.unfinished(), ["new commitment for Priya Nair"]);
    let mut trial = home.window();
    assert!(trial.text().contains("Unfinished"), "{}", trial.text());
    trial.keys("enter").expect("keys");
    let screen = trial.text();
    assert!(
        screen.contains("send the numbers") && screen.contains("taken up from today"),
        "{screen}"
    );
    trial.keys("\" on time\" ctrl-s").expect("keys");
    assert_eq!(
        home.promises(),
        ["send the numbers on time"],
        "{}",
        trial.text()
    );
    assert!(
        home.unfinished().is_empty(),
        "the draft went with what it became"
    );
    assert!(!trial.text().contains("Unfinished"), "{}", trial.text());
}

/// A draft of a place: typed, killed, taken up from Today, finished; what comes out is what it would have been.
fn comes_up(home: &Home, place: Place, keys: &str, called: &str, shows: &[&str], ends: &str) {
    home.killed(place, keys);
    assert_eq!(home.unfinished(), [called]);
    let mut trial = home.window();
    trial.keys("g g enter").expect("keys");
    for words in shows {
        assert!(
            trial.text().contains(words),
            "no {words:?}\n{}",
            trial.text()
        );
    }
    trial.keys(ends).expect("keys");
    assert!(
        home.unfinished().is_empty(),
        "{:?}\n{}",
        home.unfinished(),
        trial.text()
    );
}

#[test]
fn every_place_where_text_is_typed_comes_up_as_it_was() {
    let home = Home::new();
    let priya = home.priya;
    comes_up(
        &home,
        Place::Quick(Some(priya)),
        "\"send the slides by fri\"",
        "a promise in one line for Priya Nair",
        &["send the slides by fri", "taken up from today 10:00"],
        "enter",
    );
    assert_eq!(home.promises(), ["send the slides"]);
    let id = home
        .journal()
        .find_record(Some(Kind::Commitment), "slides")
        .expect("it");
    comes_up(
        &home,
        Place::Edit(id),
        "tab tab \" and notes\"",
        "edit of the commitment \u{201c}send the slides\u{201d}",
        &["send the slides and notes"],
        "ctrl-s",
    );
    assert_eq!(home.promises(), ["send the slides and notes"]);
    comes_up(
        &home,
        Place::Settle(id),
        "B \"too much at once\" tab right",
        "how to settle the commitment \u{201c}send the slides and notes\u{201d}",
        &["too much at once", "\u{2039} person"],
        "enter",
    );
    comes_up(
        &home,
        Place::CheckIn(Some(priya)),
        "i \"she was early\"",
        "a line of the check-in with Priya Nair",
        &["she was early", "A sentence to"],
        "enter",
    );
    comes_up(
        &home,
        Place::CheckIn(Some(priya)),
        "m \"a note to it\"",
        "a line of the check-in with Priya Nair",
        &["a note to it"],
        "enter",
    );
    comes_up(
        &home,
        Place::Prep(priya),
        "m \"we spoke of the launch\"",
        "a note to the one-on-one with Priya Nair",
        &["we spoke of the launch"],
        "enter",
    );
    let journal = home.journal();
    let Some(note) = journal.find_record(Some(Kind::Note), "launch").ok() else {
        panic!("the one-on-one was held");
    };
    drop(journal);
    assert!(home.journal().stored(note).expect("read").is_some());
}

#[test]
fn a_repair_comes_up_where_it_was_typed() {
    let home = Home::new();
    let mut journal = home.journal();
    let breach = add(
        &mut journal,
        Kind::Breach,
        &[
            ("who", "Priya"),
            ("happened", "the numbers were wrong"),
            ("by", "me"),
            ("sort", "integrity"),
        ],
    );
    drop(journal);
    comes_up(
        &home,
        Place::Repair(breach),
        "y \"she tells it otherwise\"",
        "an answer in the repair with Priya Nair",
        &["she tells it otherwise", "How do they tell it?"],
        "enter",
    );
    let mut trial = home.window();
    trial.go(Place::Repair(breach)).keys("n").expect("keys");
    trial.keys("i \" today\"").expect("keys");
    trial.waits();
    drop(trial);
    assert_eq!(home.unfinished(), ["steps of the repair with Priya Nair"]);
    let mut trial = home.window();
    trial.keys("g g enter").expect("keys");
    assert!(trial.text().contains(" today"), "{}", trial.text());
    trial.keys("enter ctrl-s").expect("keys");
    assert!(home.unfinished().is_empty(), "{}", trial.text());
    assert!(
        home.promises().iter().any(|text| text.ends_with(" today")),
        "{:?}",
        home.promises()
    );
}

#[test]
fn a_whole_form_after_the_quick_line_is_one_draft_even_before_anything_is_typed_over_it() {
    let home = Home::new();
    home.killed(Place::Quick(None), "\"send the plan by fri\" tab");
    assert_eq!(home.unfinished(), ["new commitment"]);
    let mut trial = home.window();
    trial.keys("g g enter").expect("keys");
    assert!(trial.text().contains("send the plan"), "{}", trial.text());
    trial.keys("\"Priya\" ctrl-s").expect("keys");
    assert_eq!(home.promises(), ["send the plan"], "{}", trial.text());
    assert!(home.unfinished().is_empty());
}

#[test]
fn an_edit_of_what_was_changed_since_shows_both() {
    let home = Home::new();
    let mut journal = home.journal();
    let texts = [
        ("who", "Priya"),
        ("text", "send the numbers"),
        ("due", "fri"),
    ];
    let id = add(&mut journal, Kind::Commitment, &texts);
    home.killed(Place::Edit(id), "tab tab \" of May\"");
    let mut other = home.window();
    other.go(Place::Edit(id));
    // the other window takes the draft up, throws it away for itself and says something else
    other
        .keys("ctrl-x tab tab ctrl-a ctrl-k \"send the report\" ctrl-s")
        .expect("keys");
    assert_eq!(home.promises(), ["send the report"], "{}", other.text());
    drop(other);
    home.killed(Place::Edit(id), "tab tab \" of June\"");
    let mut third = home.journal();
    let stored = third.stored(id).expect("read").expect("it stands");
    let mut record = stored.record;
    if let trustline::domain::Record::Commitment(one) = &mut record {
        one.text = "send the budget".to_owned();
    }
    let seen = stored.stamp;
    third
        .tell(trustline::journal::Change::Edit {
            id,
            seen,
            record: Box::new(record),
        })
        .expect("an edit");
    let mut trial = home.window();
    trial.go(Place::Edit(id));
    let screen = trial.text();
    assert!(screen.contains("send the report of June"), "{screen}");
    assert!(
        screen.contains("it was changed since, to: send the budget"),
        "{screen}"
    );
    assert!(
        screen.contains("both are shown") || screen.contains("changed since you typed"),
        "{screen}"
    );
    trial.keys("ctrl-s").expect("keys");
    assert_eq!(home.promises(), ["send the report of June"]);
}

#[test]
fn what_is_thrown_away_is_gone_and_what_is_left_is_not() {
    let home = Home::new();
    let form = Place::New(Kind::Note, Some(home.priya));
    let mut trial = home.window();
    trial
        .go(form.clone())
        .keys("\"half a thought\" esc")
        .expect("keys");
    assert!(trial.text().contains("kept as a draft"), "{}", trial.text());
    assert_eq!(home.unfinished(), ["new note for Priya Nair"]);
    trial.go(form.clone()).keys("ctrl-x").expect("keys");
    assert!(trial.text().contains("thrown away"), "{}", trial.text());
    trial.waits();
    assert!(home.unfinished().is_empty());
    trial.keys("ctrl-x").expect("keys");
    trial.waits();
    assert_eq!(home.unfinished(), ["new note for Priya Nair"]);
    trial.keys("esc").expect("keys");
    // from Today it asks first
    trial.keys("g g D").expect("keys");
    assert!(
        trial.text().contains("Throw away what was typed"),
        "{}",
        trial.text()
    );
    trial.keys("n").expect("keys");
    assert_eq!(home.unfinished().len(), 1);
    trial.keys("D y").expect("keys");
    assert!(home.unfinished().is_empty(), "{}", trial.text());
    assert!(!trial.text().contains("Unfinished"), "{}", trial.text());
    // a form in which nothing was typed leaves nothing
    trial.go(form).keys("esc").expect("keys");
    trial.waits();
    assert!(home.unfinished().is_empty());
}

#[test]
fn two_windows_at_one_form_keep_two_drafts() {
    let home = Home::new();
    let form = Place::New(Kind::Note, Some(home.priya));
    let (mut one, mut other) = (home.window(), home.window());
    one.go(form.clone()).keys("\"one thought\"").expect("keys");
    other
        .go(form.clone())
        .keys("\"another thought\"")
        .expect("keys");
    one.waits();
    other.waits();
    assert_eq!(home.unfinished().len(), 2);
    one.keys("\" goes on\"").expect("keys").waits();
    other.keys("\" too\"").expect("keys").waits();
    let drafts = home.journal().drafts().expect("drafts");
    let texts: Vec<_> = drafts
        .iter()
        .map(|one| {
            let kept = home.journal().draft(&one.place).expect("read").expect("it");
            kept.draft.text("text").unwrap_or_default().to_owned()
        })
        .collect();
    assert!(
        texts.contains(&"one thought goes on".to_owned()),
        "{texts:?}"
    );
    assert!(
        texts.contains(&"another thought too".to_owned()),
        "{texts:?}"
    );
    // one is saved, the other stays
    one.keys("ctrl-s").expect("keys");
    assert_eq!(home.unfinished().len(), 1);
    // a third takes it up and saves it, while the window that typed it is still open and types on
    let mut third = home.window();
    third.keys("g g enter ctrl-s").expect("keys");
    assert!(home.unfinished().is_empty(), "{}", third.text());
    other.keys("\" and on\"").expect("keys").waits();
    assert_eq!(home.unfinished().len(), 1);
}

#[test]
fn a_writer_that_holds_the_journal_does_not_hold_whoever_types() {
    let home = Home::new();
    let mut trial = home.window();
    trial
        .go(Place::New(Kind::Note, Some(home.priya)))
        .keys("\"a thought\"")
        .expect("keys");
    let busy = rusqlite::Connection::open(home.path()).expect("another hand");
    busy.execute_batch("BEGIN IMMEDIATE").expect("it writes");
    // it would wait five seconds for a change; for a draft it does not wait at all
    trial.keys("esc").expect("keys");
    drop(busy);
    trial.waits();
    assert_eq!(home.unfinished().len(), 1, "{}", trial.text());
}

#[test]
fn a_confidence_is_not_told_by_its_draft() {
    let home = Home::new();
    let mut trial = home.window();
    trial.go(Place::New(Kind::Disclosure, Some(home.priya)));
    trial.keys("\"nobody may know\"").expect("keys");
    for _ in 0..30 {
        if trial.text().contains("\u{25b8}In confidence") {
            break;
        }
        trial.keys("tab").expect("keys");
    }
    assert!(
        trial.text().contains("\u{25b8}In confidence"),
        "{}",
        trial.text()
    );
    trial.keys("y").expect("keys").waits();
    drop(trial);
    assert_eq!(home.unfinished(), ["a confidence"]);
    let screen = home.window().text();
    let line = screen.lines().find(|line| line.contains("a confidence"));
    assert!(line.is_some_and(|line| !line.contains("Priya")), "{screen}");
    assert!(!screen.contains("nobody may know"), "{screen}");
}

#[test]
fn whoever_is_forgotten_is_forgotten_in_drafts() {
    let home = Home::new();
    home.killed(
        Place::New(Kind::Note, Some(home.priya)),
        "\"zzyzx about them\"",
    );
    home.killed(
        Place::New(Kind::Note, None),
        "\"what Priya Nair said, qqfoo\"",
    );
    home.killed(Place::New(Kind::Topic, None), "\"something else\"");
    assert_eq!(home.unfinished().len(), 3);
    let mut journal = home.journal();
    let told = journal.forget(home.priya, true).expect("forgotten");
    assert_eq!(told.in_numbers(), "1 relationship, 2 drafts");
    drop(journal);
    assert_eq!(home.unfinished(), ["new topic"]);
    for end in ["", "-wal"] {
        let mut name = home.path().into_os_string();
        name.push(end);
        let bytes = std::fs::read(&name).unwrap_or_default();
        for words in [&b"zzyzx"[..], b"qqfoo", b"Priya"] {
            let found = bytes.windows(words.len()).any(|some| some == words);
            assert!(!found, "{words:?} in {name:?}");
        }
    }
}

#[test]
fn a_draft_is_no_record_and_leaves_with_nothing() {
    let home = Home::new();
    let out = || {
        let mut bytes = Vec::new();
        home.journal().export(&mut bytes).expect("an export");
        bytes
    };
    let (before, content) = (out(), home.journal().version().expect("a number"));
    home.killed(
        Place::New(Kind::Note, Some(home.priya)),
        "\"half a thought\"",
    );
    assert_eq!(home.unfinished().len(), 1);
    assert!(before == out(), "an export holds no draft");
    assert_eq!(home.journal().version().expect("a number"), content);
    // undo takes back what was told, not what is typed
    let mut journal = home.journal();
    journal.undo().expect("undone");
    assert_eq!(journal.drafts().expect("drafts").len(), 1);
}

#[test]
fn a_journal_that_can_only_be_read_says_that_nothing_typed_is_kept() {
    let home = Home::new();
    let mut mode = std::fs::metadata(home.path()).expect("it").permissions();
    mode.set_readonly(true);
    std::fs::set_permissions(home.path(), mode).expect("read-only");
    let mut trial = home.window();
    if home.journal().read_only().is_none() {
        // mode bits do not bind the superuser
        crate::faults::place::tell("skipped: run by the superuser, who writes all the same");
        return;
    }
    trial
        .go(Place::New(Kind::Note, Some(home.priya)))
        .keys("\"a\"")
        .expect("keys");
    trial.go(Place::New(Kind::Topic, Some(home.priya)));
    trial.keys("\"a thought\" esc").expect("keys");
    assert!(
        trial.text().contains("kept only until you leave"),
        "{}",
        trial.text()
    );
    trial.go(Place::New(Kind::Topic, Some(home.priya)));
    assert!(trial.text().contains("a thought"), "{}", trial.text());
}

#[test]
fn forty_columns_show_a_draft_and_take_it_up() {
    let home = Home::new();
    home.killed(
        Place::New(Kind::Commitment, Some(home.priya)),
        "\"send it\"",
    );
    let mut trial = Trial::over(home.journal(), 40, 12);
    assert!(
        trial.text().contains("Unfinished") && trial.text().contains("new commitment"),
        "{}",
        trial.text()
    );
    trial.keys("enter").expect("keys");
    assert!(
        trial.text().contains("send it") && trial.text().contains("taken up from today 10:00"),
        "{}",
        trial.text()
    );
}

#[test]
fn the_command_line_lists_drafts_and_throws_them_away() {
    let home = Home::new();
    let does = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_trustline"));
        let path = home.path();
        let done = command
            .env_clear()
            .envs([
                ("TRUSTLINE_NOW", "2026-11-22T10:00"),
                ("TRUSTLINE_JOURNAL", path.to_str().expect("a name")),
            ])
            .args(args)
            .stdin(std::process::Stdio::null())
            .output()
            .expect("it runs");
        let said = [done.stdout, done.stderr].concat();
        (done.status.code(), String::from_utf8(said).expect("UTF-8"))
    };
    assert_eq!(
        does(&["drafts"]),
        (Some(0), "Nothing is unfinished.\n".to_owned())
    );
    home.killed(
        Place::New(Kind::Note, Some(home.priya)),
        "\"half a thought\"",
    );
    let (code, list) = does(&["drafts"]);
    assert_eq!(code, Some(0));
    assert!(
        list.starts_with("1  new note for Priya Nair  today 10:00  1 field\n"),
        "{list}"
    );
    assert!(
        does(&["today"])
            .1
            .starts_with("1 unfinished: trustline opens it\n")
    );
    let (_, json) = does(&["drafts", "--json"]);
    assert!(
        json.contains("\"what\": \"new note for Priya Nair\"") && !json.contains("thought"),
        "{json}"
    );
    let (code, said) = does(&["drafts", "drop", "7", "--yes"]);
    assert!(
        code == Some(3) && said.contains("no draft"),
        "{code:?} {said}"
    );
    let (code, said) = does(&["drafts", "drop", "1"]);
    assert!(code == Some(2) && said.contains("--yes"), "{code:?} {said}");
    assert_eq!(home.unfinished().len(), 1);
    let (code, said) = does(&["drafts", "drop", "1", "--yes"]);
    assert!(
        code == Some(0) && said.starts_with("thrown away: new note"),
        "{code:?} {said}"
    );
    assert!(home.unfinished().is_empty());
}

#[cfg(feature = "encryption")]
#[test]
fn a_draft_in_a_locked_journal_is_in_no_file_in_clear() {
    let room = crate::locked::Room::new();
    let mut trial = Trial::over(room.make(), 80, 24);
    trial
        .keys("c \"Winterbottom gets the numbers\"")
        .expect("keys")
        .waits();
    let clear = || crate::locked::holding(room.folder(), "Winterbottom");
    assert!(clear().is_empty(), "while it is open: {:?}", clear());
    drop(trial);
    assert!(clear().is_empty(), "{:?}", clear());
    let journal = room.open(room.keys()).expect("with its key");
    assert_eq!(journal.drafts().expect("drafts").len(), 1);
}

#[test]
fn a_reason_half_typed_goes_when_it_was_settled_another_way() {
    let home = Home::new();
    let mut journal = home.journal();
    let promise = add(
        &mut journal,
        Kind::Commitment,
        &[
            ("who", "Priya Nair"),
            ("text", "send the numbers"),
            ("made", "2026-03-01"),
            ("due", "2026-03-02"),
        ],
    );
    drop(journal);
    home.killed(Place::Settle(promise), "B \"the list came late\"");
    let draft = "how to settle the commitment \u{201c}send the numbers\u{201d}";
    assert_eq!(home.unfinished(), [draft]);
    let told = |act, on| {
        let change = trustline::journal::Change::Act {
            id: promise,
            act,
            on,
        };
        home.journal().tell(change).expect("told");
    };
    let today = clock().today();
    let to = Some((today + chrono::Duration::days(7)).into());
    told(
        Act::Move {
            to,
            asked: Side::Mine,
            agreed: true,
        },
        today,
    );
    assert_eq!(home.unfinished(), [draft], "it can still be broken");
    told(Act::Keep, today);
    assert!(home.unfinished().is_empty());
}
