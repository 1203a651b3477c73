//! Packs, the weekly run for a team and coming back, keystroke by keystroke, and what the journal holds afterwards.

use chrono::NaiveDate;
use tempfile::TempDir;
use trustline::clock::Clock;
use trustline::domain::checkin::CheckIn;
use trustline::domain::commitment::Commitment;
use trustline::domain::feedback::{Feedback, FeedbackSort};
use trustline::domain::filter::Ask;
use trustline::domain::relationship::{Relationship, Role, Tending};
use trustline::domain::topic::TopicState;
use trustline::domain::view::Window;
use trustline::domain::{Act, Filter, Kind, Record, RecordId, Side};
use trustline::journal::{Change, Journal};
use trustline::tui::harness::Trial;
use trustline::tui::page::Place;
use trustline::tui::theme::Theme;

use crate::house::{add, clock, commitment, day, person};

/// A journal in a file and a folder for settings, on a day that can be chosen.
struct Room {
    folder: TempDir,
    journal: Journal,
    clock: Clock,
}

impl Room {
    /// Has something done to a record on a day.
    fn does(&mut self, id: RecordId, act: Act, on: NaiveDate) {
        let change = Change::Act { id, act, on };
        self.journal.tell(change).expect("told");
    }

    fn new() -> Self {
        Self::on(clock())
    }

    fn on(clock: Clock) -> Self {
        let folder = TempDir::new().expect("a folder");
        let journal =
            Journal::open(&folder.path().join("journal"), clock.clone()).expect("a journal");
        Self {
            folder,
            journal,
            clock,
        }
    }

    /// Time passes; what is open is opened again.
    fn later(self, at: &str) -> Self {
        let clock = clock_at(at);
        let journal = Journal::open(&self.folder.path().join("journal"), clock.clone());
        Self {
            journal: journal.expect("the same journal"),
            folder: self.folder,
            clock,
        }
    }

    fn screen(&self) -> Trial {
        self.sized(100, 40)
    }

    fn sized(&self, width: u16, height: u16) -> Trial {
        let path = self.folder.path();
        let journal =
            Journal::open(&path.join("journal"), self.clock.clone()).expect("the same journal");
        let journal = journal.with_settings(Some(path.to_owned()));
        Trial::over(journal, width, height)
    }

    fn packs(&self, text: &str) {
        std::fs::write(self.folder.path().join("packs.toml"), text).expect("a file");
    }

    fn all(&self, kind: Kind) -> Vec<Record> {
        let filter = Filter::default().and(Ask::Kind(vec![kind]));
        let slice = self.journal.entries(&filter, Window::top(200));
        let lines = slice.expect("a list").lines.into_iter();
        lines.map(|line| line.record).collect()
    }

    fn checkins(&self) -> Vec<CheckIn> {
        let one = |record| match record {
            Record::CheckIn(one) => one,
            other => panic!("a check-in was asked for, not {other:?}"),
        };
        self.all(Kind::CheckIn).into_iter().map(one).collect()
    }

    fn stored(&self, id: RecordId) -> Record {
        let found = self.journal.stored(id).expect("a journal");
        found.expect("a record").record
    }

    fn relationship(&self, id: RecordId) -> Relationship {
        match self.stored(id) {
            Record::Relationship(one) => one,
            other => panic!("a relationship, not {other:?}"),
        }
    }

    fn commitment(&self, id: RecordId) -> Commitment {
        match self.stored(id) {
            Record::Commitment(one) => one,
            other => panic!("a commitment, not {other:?}"),
        }
    }
}

fn clock_at(at: &str) -> Clock {
    let at = chrono::NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").expect("a moment");
    Clock::fixed(at)
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

fn shows(screen: &Trial, words: &str) {
    let text = screen.text();
    // wherever a line ends
    let words_of = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains(words) || words_of(&text).contains(&words_of(words)),
        "no \u{201c}{words}\u{201d} in\n{text}"
    );
}

fn hides(screen: &Trial, words: &str) {
    let text = screen.text();
    assert!(!text.contains(words), "\u{201c}{words}\u{201d} in\n{text}");
}

/// A finished check-in on a day, every question of the pack answered with one score.
fn checked(room: &mut Room, who: RecordId, on: &str, score: u8) {
    let sheet = room.journal.checkin_sheet(who).expect("a sheet");
    let answers = sheet.questions.iter();
    let one = CheckIn {
        who,
        day: day(on),
        written: Some(day(on)),
        pack: sheet.pack.role,
        version: sheet.pack.version,
        answers: answers.map(|q| q.answered(Some(score), "")).collect(),
        ..CheckIn::default()
    };
    let record = Box::new(Record::CheckIn(one));
    room.journal.tell(Change::Add(record)).expect("told");
}

/// Dev kept a promise lately: something to give thanks for.
fn dev_kept_the_release_notes(room: &mut Room) {
    let (made, due) = ("2026-10-01", "2026-11-18");
    let kept = commitment(
        &mut room.journal,
        "Dev",
        "theirs",
        "the release notes",
        made,
        due,
    );
    room.does(kept, Act::Keep, day(due));
}

/// How many keys a line of the harness's notation presses.
fn pressed(keys: &str) -> usize {
    let mut many = 0;
    for (n, part) in keys.split('"').enumerate() {
        many += if n % 2 == 1 {
            part.chars().count()
        } else {
            part.split_whitespace().count()
        };
    }
    many
}

// ---- packs -----------------------------------------------------------------------------------------------

#[test]
fn questions_of_my_own_are_asked_and_their_answers_outlive_them() {
    let mut room = Room::new();
    let ana = person(&mut room.journal, "Ana Costa");
    room.packs(
        "version = 4\n[[core]]\ncode = \"ABL\"\nwording = \"They can do this.\"\n[[pack]]\nrole = \"peer\"\n\
         replace = true\nquestions = [{ code = \"PAIR\", wording = \"Pairing went well.\" }]\n",
    );
    let mut screen = room.screen();
    screen.go(Place::CheckIn(Some(ana)));
    shows(&screen, "They can do this.");
    shows(&screen, "Pairing went well.");
    hides(&screen, "Credit went where it belonged.");
    // four of the core, one of my own making, one about my own part
    screen.keys("5 4 4 4 3 2 enter").expect("keys");
    let one = room.checkins().remove(0);
    assert_eq!((one.version, one.answers.len()), (4, 6));
    let pair = one.answer("PAIR").expect("an answer");
    assert_eq!(
        (pair.score, pair.asked.as_str()),
        (Some(3), "Pairing went well.")
    );
    assert_eq!(one.answer("BEN").map(|a| a.asked.as_str()), Some(""));

    // the file is gone: the built-in questions are asked, the answer keeps its words
    std::fs::remove_file(room.folder.path().join("packs.toml")).expect("gone");
    screen.go(Place::CheckIn(Some(ana)));
    shows(&screen, "They had what it takes for their part.");
    screen.keys("esc").expect("keys");
    assert_eq!(trustline::assets::wording(pair), "Pairing went well.");
}

#[test]
fn a_broken_pack_is_told_once_and_the_built_in_one_is_asked() {
    let mut room = Room::new();
    let ana = person(&mut room.journal, "Ana Costa");
    room.packs("version = 4\n\n[[pack]]\nrole = \"pear\"\n");
    let mut screen = room.sized(200, 40);
    screen.go(Place::CheckIn(Some(ana)));
    shows(
        &screen,
        "packs.toml, line 4: \u{201c}pear\u{201d} is no role",
    );
    shows(&screen, "They had what it takes for their part.");
    screen.keys("4").expect("keys");
    hides(&screen, "line 4");
    let built_in = trustline::assets::packs()[0].version;
    assert_eq!(room.checkins()[0].version, built_in);
}

// ---- one check-in ----------------------------------------------------------------------------------------

#[test]
fn a_kill_loses_nothing_that_was_answered() {
    let mut room = Room::new();
    let ana = person(&mut room.journal, "Ana Costa");
    let mut screen = room.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys(r#"4 n 5 t "the roadmap" enter f "thanks: the long evening" enter"#)
        .expect("keys");
    // dropped as a killed process would be: nothing is told on the way out
    drop(screen);
    let left = &room.checkins()[0];
    assert!(left.unfinished);
    let scores: Vec<_> = left.answers.iter().map(|a| a.score).collect();
    assert_eq!(scores, [Some(4), None, Some(5)]);

    let mut screen = room.screen();
    screen.go(Place::CheckIn(Some(ana)));
    shows(&screen, "Going on where it was left");
    shows(&screen, "the roadmap");
    screen.keys("4 3 3 3 2 ctrl-s").expect("keys");
    let all = room.checkins();
    assert_eq!(
        (all.len(), all[0].unfinished, all[0].answers.len()),
        (1, false, 8)
    );
    assert!(all[0].begun.is_empty());
    assert_eq!(room.all(Kind::Topic).len(), 1);
    assert_eq!(room.all(Kind::Feedback).len(), 1);
    // all of it is one step of undo, though it was written piece by piece
    screen.keys("u").expect("keys");
    assert_eq!(
        (
            room.checkins().len(),
            room.all(Kind::Topic).len(),
            room.all(Kind::Feedback).len()
        ),
        (0, 0, 0)
    );
    screen.keys("ctrl-r").expect("keys");
    assert_eq!((room.checkins().len(), room.all(Kind::Topic).len()), (1, 1));
}

#[test]
fn undo_within_a_check_in_shows_what_the_journal_holds() {
    let mut room = Room::new();
    let ana = person(&mut room.journal, "Ana Costa");
    let mut screen = room.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys("4 4 u")
        .expect("keys");
    shows(&screen, "0 of 8 answered");
    assert!(room.checkins().is_empty());
    screen.keys("ctrl-r").expect("keys");
    shows(&screen, "2 of 8 answered");
    screen.keys("3 3 3 3 3 3 enter").expect("keys");
    let all = room.checkins();
    assert_eq!(
        (all.len(), all[0].answers.len(), all[0].unfinished),
        (1, 8, false)
    );
}

#[test]
fn each_answer_stands_beside_last_times() {
    let mut room = Room::new();
    let ana = person(&mut room.journal, "Ana Costa");
    checked(&mut room, ana, "2026-11-01", 3);
    let mut screen = room.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys("4 2 3 n")
        .expect("keys");
    for shown in [
        "4 \u{2191} last 3",
        "2 \u{2193} last 3",
        "3 = last 3",
        "n   last 3",
    ] {
        shows(&screen, shown);
    }
    // the one under the cursor says it in words
    screen.keys("k k k").expect("keys");
    shows(&screen, "1 less than last time");

    // what is still open is taken over with one key, and shown as such; my part was not asked last time
    screen.keys("=").expect("keys");
    shows(&screen, "7 of 8 answered");
    shows(&screen, "(3)= last 3");
    screen.keys("k").expect("keys");
    shows(&screen, "as last time, taken over");
    screen.keys("5 2 enter").expect("keys");
    let one = &room.checkins()[0];
    assert!(!one.unfinished);
    assert!(!one.answer("ABL").is_some_and(|a| a.as_before));
    assert!(
        one.answer("REL")
            .is_some_and(|a| !a.as_before && a.score.is_none())
    );
    assert!(
        one.answer("PEER1")
            .is_some_and(|a| a.as_before && a.score == Some(3))
    );
    assert!(
        one.answer("PEER3")
            .is_some_and(|a| !a.as_before && a.score == Some(5))
    );
}

#[test]
fn the_first_one_has_no_last_time_to_take_over() {
    let mut room = Room::new();
    let ana = person(&mut room.journal, "Ana Costa");
    let mut screen = room.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys("=")
        .expect("keys");
    shows(&screen, "there is no last time");
    assert!(room.checkins().is_empty());
}

#[test]
fn the_end_of_a_check_in_says_the_level_and_whether_it_moved() {
    let mut room = Room::new();
    let ana = person(&mut room.journal, "Ana Costa");
    let mut screen = room.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys("4 4 4 4 4 4 4")
        .expect("keys");
    hides(&screen, "with this one");
    screen.keys("4").expect("keys");
    shows(
        &screen,
        "newest \u{25cf}\u{25cf}\u{25cf}\u{25cf}\u{25cb} of 1 check-in; a level needs 3",
    );
    screen.keys("u esc").expect("keys");
    for on in ["2026-10-01", "2026-10-15", "2026-11-01"] {
        checked(&mut room, ana, on, 4);
    }
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys("2 2 2 2 2 2 2 2")
        .expect("keys");
    shows(&screen, "moved \u{2193} down by 50, beyond its band of 16");
    screen.keys("enter").expect("keys");
    screen.go(Place::Relationship(ana)).keys("6").expect("keys");
    shows(&screen, "moved \u{2193} down by 50, beyond its band of 16");
}

#[test]
fn written_later_is_marked_wherever_it_stands() {
    let mut room = Room::new();
    let ana = person(&mut room.journal, "Ana Costa");
    let record = Box::new(Record::CheckIn(CheckIn {
        who: ana,
        day: day("2026-11-19"),
        ..CheckIn::default()
    }));
    room.journal.tell(Change::Add(record)).expect("told");
    let mut screen = room.screen();
    screen.keys(r#"/ "kind:check-in""#).expect("keys");
    shows(&screen, "written 3 days later");
    // what was not written yet could not be known
    room.journal.look_as_of(Some(day("2026-11-20")));
    assert!(room.checkins().is_empty());
}

#[test]
fn another_role_is_asked_its_own_questions_and_the_old_answers_stay() {
    let mut room = Room::new();
    let ana = person(&mut room.journal, "Ana Costa");
    checked(&mut room, ana, "2026-11-01", 4);
    let on = today();
    let act = Act::Role(Role::Leader);
    room.does(ana, act, on);
    let mut screen = room.screen();
    screen.go(Place::CheckIn(Some(ana)));
    shows(&screen, "I knew what was changing and why.");
    hides(&screen, "Credit went where it belonged.");
    screen.keys("=").expect("keys");
    // only the core was asked last time
    shows(&screen, "4 of 8 answered");
    screen.keys("3 3 3 3 enter").expect("keys");
    let all = room.checkins();
    assert_eq!((all[0].pack, all[1].pack), (Role::Leader, Role::Peer));
    assert_eq!(all[1].answer("PEER3").and_then(|a| a.score), Some(4));
}

// ---- the run ---------------------------------------------------------------------------------------------

/// Eight people whose check-in is due, each checked in with before.
fn team(room: &mut Room) -> Vec<RecordId> {
    let names = ["Ana", "Ben", "Cleo", "Dev", "Eli", "Fay", "Gus", "Hui"];
    let ids: Vec<_> = names
        .iter()
        .map(|name| {
            let texts = [
                ("name", *name),
                ("role", "team member"),
                ("since", "2026-01-05"),
            ];
            add(&mut room.journal, Kind::Relationship, &texts)
        })
        .collect();
    for id in &ids {
        checked(room, *id, "2026-11-10", 4);
    }
    ids
}

#[test]
fn eight_people_with_two_answers_changed_each_take_fewer_than_160_keys() {
    let mut room = Room::new();
    let ids = team(&mut room);
    let mut screen = room.screen();
    let mut keys = pressed("w");
    screen.keys("w").expect("keys");
    // for each person: the second and the last question of the other side changed, the rest as last time, my own
    // part answered (it was not asked last time), and on: 1 + 1 + 5 + 1 + 1 + 1 + 1 = 10 keys
    let each = "j 2 j j j j 5 = 3 enter";
    for nth in 1..=8 {
        shows(&screen, &format!("Check-in {nth} of 8"));
        screen.keys(each).expect("keys");
        keys += pressed(each);
    }
    shows(&screen, "Review of the week");
    assert!(keys < 160, "{keys} keys");
    assert_eq!(keys, 81, "one to start, ten a person");
    let now: Vec<_> = room
        .checkins()
        .into_iter()
        .filter(|c| c.day == today())
        .collect();
    assert_eq!(now.len(), 8);
    for one in &now {
        assert!(!one.unfinished && ids.contains(&one.who));
        let scores: Vec<_> = one.answers.iter().map(|a| a.score.unwrap_or(0)).collect();
        assert_eq!(scores, [4, 2, 4, 4, 4, 4, 5, 3]);
        let anew = one.answers.iter().filter(|a| !a.as_before).count();
        assert_eq!(
            anew, 3,
            "what was taken over is told from what was answered"
        );
    }
}

/// The weekly run over eight people, a digit for each question; how many keys it takes.
pub fn eight_people() -> usize {
    let mut room = Room::new();
    team(&mut room);
    let mut screen = room.screen();
    let mut keys = pressed("w");
    screen.keys("w").expect("keys");
    // nine keys a person: a digit for each of eight questions, and on
    for _ in 0..8 {
        let each = "4 4 4 4 2 4 5 3 enter";
        screen.keys(each).expect("keys");
        keys += pressed(each);
    }
    shows(&screen, "Review of the week");
    assert_eq!(
        room.checkins().iter().filter(|c| c.day == today()).count(),
        8
    );
    keys
}

#[test]
fn plain_digits_are_no_slower() {
    assert!(eight_people() <= 81);
}

#[test]
fn a_run_goes_on_after_a_kill_where_it_stood() {
    let mut room = Room::new();
    team(&mut room);
    let mut screen = room.screen();
    screen.keys("w = 3 enter = 3 enter 2 2 2").expect("keys");
    shows(&screen, "Check-in 3 of 8");
    drop(screen);
    // two are done, the third is half-way: nobody is asked twice
    let mut screen = room.screen();
    screen.keys("w").expect("keys");
    shows(&screen, "Check-in 3 of 8 \u{b7} Cleo");
    shows(&screen, "3 of 8 answered");
    screen.keys("= 3 enter").expect("keys");
    shows(&screen, "Check-in 4 of 8 \u{b7} Dev");
    assert_eq!(
        room.checkins().iter().filter(|c| c.day == today()).count(),
        3
    );
}

#[test]
fn who_is_away_is_passed_by_with_one_key_and_who_rests_with_a_few() {
    let mut room = Room::new();
    let ids = team(&mut room);
    let mut screen = room.screen();
    screen.keys("w z").expect("keys");
    shows(&screen, "Ana is away this time; asked again on 29 Nov");
    shows(&screen, "Check-in 2 of 8 \u{b7} Ben");
    assert_eq!(room.relationship(ids[0]).snoozed, Some(day("2026-11-29")));
    // paused from within the run: the menu of the relationship, and the next one comes up by itself
    screen.keys("Z p enter").expect("keys");
    shows(&screen, "Check-in 3 of 8 \u{b7} Cleo");
    assert_eq!(room.relationship(ids[1]).tending, Tending::Paused);
    // left out for today only: still due
    screen.keys(">").expect("keys");
    shows(&screen, "Check-in 4 of 8 \u{b7} Dev");
    screen.keys("esc").expect("keys");
    let due: Vec<_> = room.journal.run().expect("a run").due;
    let due: Vec<_> = due.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(due, ["Cleo", "Dev", "Eli", "Fay", "Gus", "Hui"]);
    screen.keys("u u").expect("keys");
    assert_eq!(room.relationship(ids[0]).snoozed, None);
}

#[test]
fn a_missed_week_never_piles_up_and_any_contact_counts() {
    let mut room = Room::new();
    let texts = [
        ("name", "Ana"),
        ("role", "team member"),
        ("since", "2024-01-05"),
    ];
    let ana = add(&mut room.journal, Kind::Relationship, &texts);
    let due = |room: &Room| room.journal.run().expect("a run").due.len();
    assert_eq!(due(&room), 1, "150 weeks were missed, one prompt");
    let contact: [(Kind, &[(&str, &str)]); 4] = [
        (
            Kind::Note,
            &[
                ("who", "Ana"),
                ("sort", "one-on-one"),
                ("at", "2026-11-20"),
                ("text", "met"),
            ],
        ),
        (
            Kind::Feedback,
            &[
                ("who", "Ana"),
                ("sort", "appreciation"),
                ("direction", "given"),
                ("state", "delivered"),
                ("day", "2026-11-20"),
                ("behaviour", "helped"),
            ],
        ),
        (
            Kind::Commitment,
            &[
                ("who", "Ana"),
                ("side", "theirs"),
                ("made", "2026-11-20"),
                ("agreed", "2026-11-20"),
                ("text", "x"),
            ],
        ),
        (Kind::CheckIn, &[("who", "Ana"), ("day", "2026-11-20")]),
    ];
    for (kind, texts) in contact {
        let mut record = kind.fresh(crate::house::now());
        let kept: Vec<_> = texts
            .iter()
            .filter(|(name, _)| *name != "state")
            .copied()
            .collect();
        record = trustline::domain::fields::parse(record, &kept, &room.journal.reading())
            .expect("fields");
        if let Record::Feedback(one) = &mut record {
            one.state = trustline::domain::feedback::FeedbackState::Delivered;
        }
        let told = room
            .journal
            .tell(Change::Add(Box::new(record)))
            .expect("told");
        assert_eq!(due(&room), 0, "{kind} is contact");
        let id = told.ids[0];
        room.journal.tell(Change::Erase { id }).expect("told");
        assert_eq!(due(&room), 1);
    }
    assert_eq!(room.relationship(ana).tending, Tending::Active);
}

#[test]
fn the_review_settles_what_is_overdue_and_suggests_two_people() {
    let mut room = Room::new();
    team(&mut room);
    let mine = commitment(
        &mut room.journal,
        "Ana",
        "mine",
        "the budget",
        "2026-10-01",
        "2026-11-12",
    );
    let theirs = commitment(
        &mut room.journal,
        "Ben",
        "theirs",
        "the draft",
        "2026-10-01",
        "2026-11-13",
    );
    let other = commitment(
        &mut room.journal,
        "Cleo",
        "theirs",
        "the list",
        "2026-10-01",
        "2026-11-14",
    );
    dev_kept_the_release_notes(&mut room);
    let mut screen = room.screen();
    screen.keys("g w").expect("keys");
    for shown in [
        "Review of the week",
        "I promised",
        "10 days late",
        "They promised",
        "7 still due: w goes on",
    ] {
        shows(&screen, shown);
    }
    shows(&screen, "kept on 18 Nov: the release notes");
    // kept on the day it was due; then two at once moved
    screen.keys("d enter").expect("keys");
    assert_eq!(room.commitment(mine).done, Some(day("2026-11-12")));
    screen.keys(r#"v v m ctrl-u "fri" enter"#).expect("keys");
    for id in [theirs, other] {
        let moved = room.commitment(id).current_due().map(|due| due.day);
        assert_eq!(moved, Some(day("2026-11-27")));
    }
    shows(&screen, "Nothing is overdue");
    // several at once are one step of undo
    screen.keys("u").expect("keys");
    assert_eq!(room.commitment(other).moves.len(), 0);
    screen.keys("ctrl-r").expect("keys");

    // the thank-you opens a form with who and what for; the rows with a key are the last but two
    screen.keys("G k k enter").expect("keys");
    for shown in ["appreciation", "Dev", "the release notes"] {
        shows(&screen, shown);
    }
    // what they did is the one thing left to say
    shows(&screen, "\u{25b8}Behaviour");
    screen.keys(r#""wrote them in time" ctrl-s"#).expect("keys");
    let given = room.all(Kind::Feedback);
    assert!(
        matches!(&given[..], [Record::Feedback(one)] if one.behaviour == "wrote them in time"
            && one.situation == "the release notes")
    );
}

#[test]
fn a_thank_you_that_was_given_is_suggested_no_more() {
    let mut room = Room::new();
    team(&mut room);
    dev_kept_the_release_notes(&mut room);
    let review = room.journal.review().expect("a review");
    let one = review.thanks.expect("somebody to thank");
    assert_eq!(one.name, "Dev");
    let record = Record::Feedback(Feedback {
        who: one.who,
        sort: FeedbackSort::Appreciation,
        day: today(),
        behaviour: "wrote the release notes".to_owned(),
        ..Feedback::default()
    });
    room.journal
        .tell(Change::Add(Box::new(record)))
        .expect("told");
    assert_eq!(room.journal.review().expect("a review").thanks, None);
}

#[test]
fn nobody_is_suggested_by_a_figure() {
    // whoever keeps everything and whoever keeps nothing come out the same, when they were met on the same days
    let suggested = |keeps: bool| {
        let mut room = Room::new();
        for name in ["Ana", "Ben"] {
            let texts = [
                ("name", name),
                ("role", "team member"),
                ("since", "2026-01-05"),
            ];
            add(&mut room.journal, Kind::Relationship, &texts);
        }
        for n in 1..=9 {
            let made = format!("2026-09-0{n}");
            let id = commitment(&mut room.journal, "Ana", "theirs", "x", &made, "2026-10-01");
            let act = if keeps {
                Act::Keep
            } else {
                Act::Release {
                    reason: String::new(),
                }
            };
            let on = day("2026-10-01");
            room.does(id, act, on);
            let id = commitment(&mut room.journal, "Ben", "theirs", "x", &made, "2026-10-01");
            let act = Act::Release {
                reason: String::new(),
            };
            room.does(id, act, on);
        }
        room.journal
            .review()
            .expect("a review")
            .invest
            .map(|one| one.name)
    };
    assert_eq!(suggested(true), suggested(false));
    assert_eq!(suggested(true).as_deref(), Some("Ana"));
}

// ---- coming back -----------------------------------------------------------------------------------------

/// A journal in which everything went stale: written in September, opened in November.
fn stale() -> (Room, [RecordId; 5]) {
    let mut room = Room::on(clock_at("2026-09-01 09:00"));
    let texts = [
        ("name", "Ana"),
        ("role", "team member"),
        ("since", "2026-01-05"),
    ];
    let ana = add(&mut room.journal, Kind::Relationship, &texts);
    let mine = commitment(
        &mut room.journal,
        "Ana",
        "mine",
        "the budget",
        "2026-08-01",
        "2026-09-04",
    );
    let theirs = commitment(
        &mut room.journal,
        "Ana",
        "theirs",
        "the draft",
        "2026-08-01",
        "2026-09-11",
    );
    let topic = add(
        &mut room.journal,
        Kind::Topic,
        &[("who", "Ana"), ("text", "the roadmap")],
    );
    let texts = [
        ("who", "Ana"),
        ("behaviour", "stayed late"),
        ("sort", "appreciation"),
    ];
    let feedback = add(&mut room.journal, Kind::Feedback, &texts);
    (
        room.later("2026-11-22 10:00"),
        [ana, mine, theirs, topic, feedback],
    )
}

#[test]
fn coming_back_is_one_line_one_screen_and_then_it_is_over() {
    let (room, [ana, mine, theirs, topic, feedback]) = stale();
    let mut screen = room.screen();
    shows(&screen, "g b  goes through what went stale");
    screen.keys("g b").expect("keys");
    for shown in [
        "Welcome back",
        "the budget",
        "the draft",
        "stayed late",
        "the roadmap",
        "Check-ins, one each",
    ] {
        shows(&screen, shown);
    }
    // nothing is done without a key
    assert!(room.commitment(mine).is_open() && room.commitment(theirs).is_open());
    // the check-in is put off; mine was kept on its day, theirs is released, the feedback closed, the topic let stand
    screen.keys("G k z").expect("keys");
    assert_eq!(room.relationship(ana).snoozed, Some(day("2026-11-29")));
    screen.keys("g g d enter").expect("keys");
    assert_eq!(room.commitment(mine).done, Some(day("2026-09-04")));
    screen.keys("r").expect("keys");
    assert_eq!(room.commitment(theirs).released, Some(today()));
    screen.keys("r").expect("keys");
    let Record::Feedback(closed) = room.stored(feedback) else {
        panic!("feedback")
    };
    assert_eq!(
        closed.state,
        trustline::domain::feedback::FeedbackState::Closed
    );
    hides(&screen, "That was all");
    screen.keys("l").expect("keys");
    shows(&screen, "That was all. Nothing else waits for you here.");
    let Record::Topic(stands) = room.stored(topic) else {
        panic!("a topic")
    };
    assert_eq!(stands.state, TopicState::Open);
    screen.keys("q").expect("keys");
    // over: Today offers it no more, though the topic stands
    hides(&screen, "went stale");
    let again = room.screen();
    hides(&again, "goes through what went stale");
}

#[test]
fn several_are_done_at_once_and_undone_at_once() {
    let (room, [_, mine, theirs, topic, _]) = stale();
    let mut screen = room.screen();
    screen.keys("g b A").expect("keys");
    shows(&screen, "[x]");
    screen.keys("r").expect("keys");
    shows(&screen, "it does not fit 1 of them");
    assert!(room.commitment(mine).released.is_some() && room.commitment(theirs).released.is_some());
    screen.keys("u").expect("keys");
    assert!(room.commitment(mine).is_open() && room.commitment(theirs).is_open());
    let Record::Topic(stands) = room.stored(topic) else {
        panic!("a topic")
    };
    assert_eq!(stands.state, TopicState::Open);
    // a day that nobody understands is asked again, with what was typed
    screen.keys(r#"d "smarch" enter"#).expect("keys");
    shows(&screen, "smarch");
    assert!(room.commitment(mine).is_open());
    // the whole menu is there, too
    screen.keys("esc s").expect("keys");
    shows(&screen, "excused");
}

#[test]
fn a_short_absence_and_an_empty_journal_offer_nothing() {
    let (room, _) = stale();
    let room = room.later("2026-09-20 10:00");
    hides(&room.screen(), "went stale");
    let empty = Room::new();
    let mut screen = empty.screen();
    hides(&screen, "went stale");
    screen.keys("g b").expect("keys");
    shows(&screen, "Nothing went stale");
    screen.keys("q g w").expect("keys");
    shows(&screen, "Nothing is overdue");
}

#[test]
fn the_palette_leads_there_and_small_screens_hold_it() {
    let (room, _) = stale();
    for (width, height) in [(40, 12), (80, 24), (120, 40)] {
        let mut screen = room.sized(width, height);
        screen.keys(r#": "went stale" enter"#).expect("keys");
        shows(&screen, "Coming back");
        shows(&screen, "the budget");
        screen.keys(r#"q : "weekly review" enter"#).expect("keys");
        shows(&screen, "Review of the week");
    }
}

#[test]
fn a_need_is_written_beside_the_answers_and_waits_for_its_own() {
    let mut room = Room::new();
    let ana = person(&mut room.journal, "Ana Costa");
    let mut screen = room.screen();
    screen.go(Place::CheckIn(Some(ana)));
    screen
        .keys(r#"4 e "theirs: a quiet hour before releases" enter"#)
        .expect("keys");
    // left half-way, it is still there
    let mut screen = room.screen();
    screen.go(Place::CheckIn(Some(ana)));
    shows(&screen, "theirs: a quiet hour before releases");
    screen.keys("ctrl-s").expect("keys");
    let needs = room.all(Kind::Need);
    let [Record::Need(need)] = needs.as_slice() else {
        panic!("one need, not {needs:?}")
    };
    assert_eq!(need.who, ana);
    assert_eq!(need.side, Side::Theirs);
    assert_eq!(need.text, "a quiet hour before releases");
    assert_eq!(need.raised, today());
    assert_eq!(room.checkins().len(), 1);
    // one step of undo takes back the person whole
    room.screen().keys("u").expect("keys");
    assert!(room.all(Kind::Need).is_empty() && room.checkins().is_empty());
}

// ---- what rests ------------------------------------------------------------------------------------------

#[test]
fn what_rests_is_grey_from_end_to_end() {
    let mut room = Room::new();
    let ids = team(&mut room);
    for (who, act) in [
        (ids[0], Act::Archive),
        (
            ids[1],
            Act::Pause {
                until: day("2026-12-24"),
            },
        ),
    ] {
        let on = today();
        room.does(who, act, on);
    }
    let path = room.folder.path().join("journal");
    let journal = Journal::open(&path, clock()).expect("the same journal");
    let theme = Theme::colours();
    let (dim, strong) = (theme.dim, theme.strong);
    let mut screen = Trial::dressed(journal, theme.into(), 100, 30);
    let styles = |screen: &Trial, name: &str| {
        let (buffer, text) = (screen.buffer(), screen.text());
        let row = text.lines().position(|line| line.contains(name));
        let y = u16::try_from(row.expect("a line")).expect("a row");
        let inked = (0..60).filter(|x| buffer[(*x, y)].symbol() != " ");
        inked.map(|x| buffer[(x, y)].style()).collect::<Vec<_>>()
    };
    let same = |one: ratatui::style::Style, other: ratatui::style::Style| {
        one.fg == other.fg.or(one.fg) && one.add_modifier == other.add_modifier
    };
    screen.keys("g r").expect("keys");
    let paused = styles(&screen, "Ben");
    assert!(styles(&screen, "Dev").iter().any(|one| same(*one, strong)));
    screen.keys("A").expect("keys");
    let archived = styles(&screen, "Ana");
    for style in [paused, archived] {
        // the bar of the cursor lies over the colours, not over the words
        let grey = style.iter().filter(|one| same(**one, dim)).count();
        assert!(!style.is_empty() && grey == style.len(), "{style:?}");
    }
    // nobody who rests is asked for, suggested or listed as stale
    let run = room.journal.run().expect("a run");
    assert!(!run.due.iter().any(|(id, _)| *id == ids[0] || *id == ids[1]));
}

#[test]
fn a_role_that_changes_half_way_is_asked_from_then_on() {
    let mut room = Room::new();
    let ana = person(&mut room.journal, "Ana Costa");
    let mut screen = room.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys("4 4 4 4 3 esc")
        .expect("keys");
    let on = today();
    let act = Act::Role(Role::Mentor);
    room.does(ana, act, on);
    screen.go(Place::CheckIn(Some(ana)));
    shows(&screen, "I could show what I do not know.");
    screen.keys("5 5 5 5 enter").expect("keys");
    let one = &room.checkins()[0];
    assert_eq!((one.pack, one.unfinished), (Role::Mentor, false));
    assert_eq!(one.answer("PEER1").and_then(|a| a.score), Some(3));
    assert_eq!(one.answer("MENT1").and_then(|a| a.score), Some(5));
}

#[test]
fn what_was_left_last_week_is_finished_as_of_now() {
    let mut room = Room::on(clock_at("2026-11-15 09:00"));
    let ana = person(&mut room.journal, "Ana Costa");
    let mut screen = room.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys("4 4 4 esc")
        .expect("keys");
    let room = room.later("2026-11-22 10:00");
    let mut screen = room.screen();
    // one prompt for it, not two
    shows(&screen, "Left half-way");
    hides(&screen, "suggests a check-in");
    screen.keys("w").expect("keys");
    shows(&screen, "Going on where it was left");
    screen.keys("3 3 3 3 3 enter").expect("keys");
    let one = &room.checkins()[0];
    assert_eq!((one.day, one.written_later()), (today(), None));
    assert!(room.journal.run().expect("a run").due.is_empty());
}
