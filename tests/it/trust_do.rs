//! What stands in trust, keystroke by keystroke from an empty journal: disclosures and confidences, delegations and
//! shortcuts, needs and feedback; and what the journal holds afterwards.

use chrono::NaiveDate;
use tempfile::TempDir;
use trustline::clock::Clock;
use trustline::domain::breach::{Breach, BreachSort, By};
use trustline::domain::commitment::Commitment;
use trustline::domain::delegation::Delegation;
use trustline::domain::disclosure::{Disclosure, Response};
use trustline::domain::feedback::FeedbackState;
use trustline::domain::filter::Ask;
use trustline::domain::need::NeedState;
use trustline::domain::shortcut::Shortcut;
use trustline::domain::view::Window;
use trustline::domain::{Filter, Kind, Record, RecordId, Side};
use trustline::journal::Journal;
use trustline::tui::harness::Trial;

use crate::house::{add, commitment, day, now};

/// A journal in a file that the screen writes and the test reads, as two windows would.
struct Desk {
    _folder: TempDir,
    path: std::path::PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("journal");
        Self {
            _folder: folder,
            path,
        }
    }

    fn journal(&self, day: NaiveDate) -> Journal {
        let at = day.and_time(now().time());
        Journal::open(&self.path, Clock::fixed(at)).expect("a journal")
    }

    fn screen_on(&self, day: NaiveDate) -> Trial {
        Trial::over(self.journal(day), 100, 34)
    }

    fn screen(&self) -> Trial {
        self.screen_on(now().date())
    }

    fn all(&self, kind: Kind) -> Vec<(RecordId, Record)> {
        let filter = Filter::default().and(Ask::Kind(vec![kind]));
        let journal = self.journal(now().date());
        let slice = journal.entries(&filter, Window::top(100)).expect("a list");
        let lines = slice.lines.into_iter();
        lines.map(|line| (line.id, line.record)).collect()
    }

    fn one(&self, kind: Kind) -> Record {
        let mut all = self.all(kind);
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0).1
    }

    fn ana(&self) -> RecordId {
        let journal = self.journal(now().date());
        journal.find_relationship("ana").expect("Ana")
    }
}

fn disclosure(record: Record) -> Disclosure {
    match record {
        Record::Disclosure(one) => one,
        other => panic!("no disclosure: {other:?}"),
    }
}

fn breach(record: Record) -> Breach {
    match record {
        Record::Breach(one) => one,
        other => panic!("no breach: {other:?}"),
    }
}

fn promise(record: Record) -> Commitment {
    match record {
        Record::Commitment(one) => one,
        other => panic!("no commitment: {other:?}"),
    }
}

fn delegation(record: Record) -> Delegation {
    match record {
        Record::Delegation(one) => one,
        other => panic!("no delegation: {other:?}"),
    }
}

fn shortcut(record: Record) -> Shortcut {
    match record {
        Record::Shortcut(one) => one,
        other => panic!("no shortcut: {other:?}"),
    }
}

/// Types keys and looks for words on the screen.
fn sees(screen: &mut Trial, keys: &str, words: &[&str]) {
    let text = screen.keys(keys).expect("keys").text();
    for word in words {
        assert!(
            text.contains(word),
            "no \u{201c}{word}\u{201d} after {keys}:\n{text}"
        );
    }
}

fn hides(screen: &mut Trial, keys: &str, words: &[&str]) {
    let text = screen.keys(keys).expect("keys").text();
    for word in words {
        assert!(
            !text.contains(word),
            "\u{201c}{word}\u{201d} after {keys}:\n{text}"
        );
    }
}

const PERSON: &str = "a p \"Ana Costa\" ctrl-s";

#[test]
fn a_disclosure_is_met_with_care_and_the_ladder_grows() {
    let desk = Desk::new();
    let mut screen = desk.screen();
    screen.keys(PERSON).expect("keys");
    // they shared a mistake with me, asked first
    sees(
        &mut screen,
        "a d \"ana\" tab t tab 3 tab tab y ctrl-s",
        &[
            "Shared in trust, a response waits",
            "you owe a response",
            "today",
        ],
    );
    // two keys, and it is off Today
    hides(&mut screen, "s c", &["you owe a response"]);
    let one = disclosure(desk.one(Kind::Disclosure));
    assert_eq!((one.side, one.depth, one.asked), (Side::Theirs, 3, true));
    assert_eq!(
        (one.response, one.response_on),
        (Response::Care, Some(now().date()))
    );
    assert!(one.content.is_empty(), "blank by default");
    sees(
        &mut screen,
        "g r enter 6",
        &[
            "safe depth 3",
            "one step further would be 4",
            "mine 0, theirs 1",
        ],
    );
    // undo reaches it, and the form asks gently before too much is shared
    hides(&mut screen, "u", &["safe depth 3"]);
    sees(&mut screen, "ctrl-r", &["safe depth 3"]);
    sees(
        &mut screen,
        "a d tab tab 5",
        &["This may be more than they have room for just now. Did you ask first?"],
    );
    // in an intense setting it is not asked, and asked first it is not either
    hides(&mut screen, "tab tab y", &["more than they have room for"]);
}

#[test]
fn what_is_used_against_somebody_offers_a_breach_and_holds_the_ladder() {
    let desk = Desk::new();
    let mut screen = desk.screen();
    screen.keys(PERSON).expect("keys");
    screen.keys("a d \"ana\" tab tab 2 ctrl-s").expect("keys");
    // the response to what I shared is not owed by me: it is on the relationship's page, in the list
    sees(&mut screen, "g r enter", &["disclosure"]);
    screen.keys("s c").expect("keys");
    screen.keys("a d tab tab 3 ctrl-s g g s a").expect("keys");
    sees(
        &mut screen,
        "",
        &[
            "New breach",
            "boundary",
            "what I shared in trust on 2026-11-22 was used against me",
        ],
    );
    // leaving the form writes none
    screen.keys("esc").expect("keys");
    assert!(desk.all(Kind::Breach).is_empty());
    // the same way again, and saved this time
    screen.keys("s o s a ctrl-s").expect("keys");
    let named = breach(desk.one(Kind::Breach));
    assert_eq!((named.by, named.sort), (By::Them, BreachSort::Boundary));
    sees(
        &mut screen,
        "6",
        &[
            "safe depth 1",
            "until you raise it",
            "s then f raises it again",
        ],
    );
    let trust = desk.journal(now().date()).trust(desk.ana()).expect("trust");
    assert_eq!(
        (trust.ladder.safe, trust.ladder.held),
        (1, Some(now().date()))
    );
    // care later does not raise it; the explicit act does
    let held = trust.holds.expect("the one that holds it").id;
    let mut journal = desk.journal(now().date());
    add(
        &mut journal,
        Kind::Disclosure,
        &[("who", "ana"), ("depth", "4"), ("response", "care")],
    );
    assert_eq!(journal.trust(desk.ana()).expect("trust").ladder.safe, 1);
    let change = trustline::journal::Change::Act {
        id: held,
        act: trustline::domain::Act::Confirm,
        on: now().date(),
    };
    journal.tell(change).expect("confirmed");
    assert_eq!(journal.trust(desk.ana()).expect("trust").ladder.safe, 4);
    sees(&mut desk.screen(), "g r enter 6", &["safe depth 4"]);
}

#[test]
fn theirs_is_asked_about_once_after_a_week_and_then_there_is_silence() {
    let desk = Desk::new();
    let today = now().date();
    let mut screen = desk.screen();
    screen.keys(PERSON).expect("keys");
    screen.keys("a d \"ana\" tab tab 2 ctrl-s").expect("keys");
    let asks = "how did they meet it?";
    let after = |days| today + chrono::Days::new(days);
    hides(&mut desk.screen_on(after(6)), "g t", &["a response waits"]);
    sees(
        &mut desk.screen_on(after(7)),
        "g t",
        &[asks, "a response waits"],
    );
    sees(&mut desk.screen_on(after(14)), "g t", &[asks]);
    hides(&mut desk.screen_on(after(15)), "g t", &[asks]);
    // said to have had none, it is silent at once
    let mut asked = desk.screen_on(after(8));
    hides(&mut asked, "g t tab", &["nothing here"]);
    while !asked.text().contains("no response") {
        let before = asked.text();
        asked.keys("s").expect("keys");
        if !asked.text().contains("no response") {
            asked.keys("esc j").expect("keys");
            assert_ne!(before, asked.text(), "the line is not there");
        }
    }
    hides(&mut asked, "-", &[asks]);
    let one = disclosure(desk.one(Kind::Disclosure));
    assert_eq!(
        (one.response, one.response_on),
        (Response::None, Some(after(8)))
    );
}

/// Told to me in confidence, with words.
const CONFIDED: &str =
    "a d \"ana\" tab t tab 4 tab tab tab tab y tab \"only Ben\" tab tab tab \"quartz\" ctrl-s";

#[test]
fn a_confidence_is_sealed_kept_and_unsealed_by_itself() {
    let desk = Desk::new();
    let mut screen = desk.screen();
    screen.keys(PERSON).expect("keys");
    hides(&mut screen, CONFIDED, &["quartz", "only Ben"]);
    sees(&mut screen, "", &["told in confidence"]);
    assert!(desk.all(Kind::Disclosure).is_empty(), "in no list");
    // it came with a promise of mine to keep it
    let kept = promise(desk.one(Kind::Commitment));
    assert_eq!((kept.side, kept.due), (Side::Mine, None));
    assert_eq!(kept.check_by, Some(now().date() + chrono::Days::new(30)));
    // one undo takes both back
    hides(&mut screen, "u", &["quartz"]);
    assert!(desk.all(Kind::Commitment).is_empty());
    screen.keys("ctrl-r").expect("keys");
    sees(
        &mut screen,
        "g r enter 6",
        &["1 told in confidence, sealed"],
    );
    sees(
        &mut screen,
        "C",
        &["Told in confidence", "by them", "depth 4"],
    );
    hides(&mut screen, "enter", &["quartz", "only Ben"]);
    hides(&mut screen, "e", &["quartz"]);
    sees(&mut screen, "", &["is sealed"]);
    hides(&mut screen, "esc h", &["quartz"]);
    hides(
        &mut screen,
        "g t / \"quartz\"",
        &["told in confidence", "(depth"],
    );
    // unsealing is asked for, and Enter leaves it
    screen.keys("esc g r enter C s U").expect("keys");
    sees(&mut screen, "enter", &["depth 4"]);
    sees(
        &mut screen,
        "s U y",
        &["Nothing between you and them is sealed"],
    );
    assert_eq!(disclosure(desk.one(Kind::Disclosure)).content, "quartz");
    sees(
        &mut screen,
        "g t / \"quartz\" enter",
        &["quartz", "only Ben"],
    );
    hides(&mut screen, "s s", &["quartz", "only Ben"]);
}

#[test]
fn whether_i_kept_it_is_asked_and_counts_as_a_promise_of_mine() {
    let desk = Desk::new();
    desk.screen()
        .keys(PERSON)
        .expect("keys")
        .keys(CONFIDED)
        .expect("keys");
    let later = now().date() + chrono::Days::new(30);
    let mut screen = desk.screen_on(later);
    sees(
        &mut screen,
        "g t",
        &["did you keep what was told in confidence?"],
    );
    // not kept: a breach of mine is offered, and left
    sees(
        &mut screen,
        "s b",
        &[
            "New breach",
            "what was told to me in confidence was not kept",
        ],
    );
    screen.keys("esc").expect("keys");
    assert!(desk.all(Kind::Breach).is_empty());
    let card = |desk: &Desk| desk.journal(later).card(desk.ana()).expect("a card");
    assert_eq!(card(&desk).mine.follow.counts_text(), "1 broken");
    screen.keys("u").expect("keys");
    screen.keys("g t g g s k").expect("keys");
    assert_eq!(card(&desk).mine.follow.counts_text(), "1 done");
    // nobody else reads that something was confided
    let mut journal = desk.journal(later);
    add(
        &mut journal,
        Kind::Disclosure,
        &[("who", "ana"), ("side", "theirs"), ("confidence", "yes")],
    );
    let prep = journal.prep(desk.ana(), None).expect("a sheet");
    let timeline = journal
        .timeline(desk.ana(), later, 7, 4)
        .expect("a timeline");
    let them = trustline::domain::brief::compose(
        &prep,
        &timeline,
        trustline::domain::brief::Audience::Them,
    );
    assert!(!format!("{them:?}").contains("confidence"), "{them:?}");
}

#[test]
fn a_delegation_shows_its_evidence_and_goes_up_by_hand() {
    let desk = Desk::new();
    let mut screen = desk.screen();
    screen.keys(PERSON).expect("keys");
    // topic, to whom, level; since long enough ago
    screen
        .keys("a l \"releases\" tab \"ana\" tab 4 tab tab \"2026-09-01\" ctrl-s")
        .expect("keys");
    sees(
        &mut screen,
        "g r enter 6",
        &[
            "releases: 4 act after telling me",
            "no promise of theirs has the tag #releases yet",
        ],
    );
    let mut journal = desk.journal(now().date());
    for n in 1..=6 {
        let due = format!("2026-11-0{n}");
        let texts = [
            ("who", "ana"),
            ("side", "theirs"),
            ("text", "a release"),
            ("made", "2026-10-01"),
            ("agreed", "2026-10-01"),
            ("due", &due),
            ("tags", "releases"),
        ];
        let id = add(&mut journal, Kind::Commitment, &texts);
        let change = trustline::journal::Change::Act {
            id,
            act: trustline::domain::Act::Keep,
            on: day(&due),
        };
        journal.tell(change).expect("kept");
    }
    screen.waits();
    sees(
        &mut screen,
        "",
        &["6 kept", "could go up to 5 (act, then tell me)"],
    );
    // a serious breach keeps the hint back, and asks to look at it again
    screen
        .keys("a b \"told the client first\" tab tab tab 3 ctrl-s")
        .expect("keys");
    assert_eq!(breach(desk.one(Kind::Breach)).severity, 3);
    hides(&mut screen, "", &["could go up"]);
    sees(&mut screen, "5 enter", &["Look at again", "releases: 4"]);
    screen.keys("esc u 6").expect("keys");
    // up by hand, in the settle menu: a digit chooses the step
    let down_to = |screen: &mut Trial| {
        for _ in 0..12 {
            screen.keys("s").expect("keys");
            if screen.text().contains("level \u{2026}") {
                return;
            }
            screen.keys("esc j").expect("keys");
        }
        panic!("the delegation is not under the cursor:\n{}", screen.text());
    };
    down_to(&mut screen);
    screen
        .keys("l 5 tab \"clean releases\" enter")
        .expect("keys");
    let one = delegation(desk.one(Kind::Delegation));
    assert_eq!((one.level, one.changes[0].from), (5, 4));
    assert_eq!(one.changes[0].why, "clean releases");
    // 28 days at least between two hints
    hides(&mut screen, "", &["could go up"]);
    screen.keys("s r enter").expect("keys");
    let one = delegation(desk.one(Kind::Delegation));
    assert_eq!(one.next_review(), now().date() + chrono::Days::new(90));
    screen
        .keys("s x \"another team took it over\" enter")
        .expect("keys");
    assert!(delegation(desk.one(Kind::Delegation)).ended.is_some());
    screen.keys("u").expect("keys");
    assert!(delegation(desk.one(Kind::Delegation)).ended.is_none());
}

#[test]
fn what_is_relied_on_asks_for_a_spot_check_after_ninety_days() {
    let desk = Desk::new();
    let mut screen = desk.screen();
    screen.keys(PERSON).expect("keys");
    screen
        .keys("a s \"ana\" tab \"the weekly numbers\" tab s ctrl-s")
        .expect("keys");
    let later = now().date() + chrono::Days::new(90);
    let mut screen = desk.screen_on(later);
    sees(&mut screen, "g t", &["spot check: the weekly numbers"]);
    while !screen.text().contains("did not hold") {
        let before = screen.text();
        screen.keys("s").expect("keys");
        if !screen.text().contains("did not hold") {
            screen.keys("esc j").expect("keys");
            assert_ne!(before, screen.text(), "the line is not there");
        }
    }
    hides(
        &mut screen,
        "k \"three against the source\" enter",
        &["spot check"],
    );
    let one = shortcut(desk.one(Kind::Shortcut));
    assert!(one.checks[0].held);
    assert_eq!(one.checks[0].words, "three against the source");
}

#[test]
fn a_need_is_in_every_prep_sheet_until_it_is_answered() {
    let desk = Desk::new();
    let mut screen = desk.screen();
    screen.keys(PERSON).expect("keys");
    screen
        .keys("a e \"ana\" tab \"a quiet hour\" tab t ctrl-s")
        .expect("keys");
    sees(
        &mut screen,
        "g t",
        &["Needs without an answer", "a quiet hour"],
    );
    sees(
        &mut screen,
        "g r enter p",
        &[
            "Needs without an answer",
            "theirs",
            "You said you need \u{201c}a quiet hour\u{201d}. What would meet it?",
        ],
    );
    let to_need = |screen: &mut Trial| {
        for _ in 0..12 {
            screen.keys("s").expect("keys");
            if screen.text().contains("not possible") {
                return;
            }
            screen.keys("esc j").expect("keys");
        }
        panic!("the need is not under the cursor:\n{}", screen.text());
    };
    to_need(&mut screen);
    sees(&mut screen, "b \"from Monday\" enter", &["being met"]);
    // held, and back again
    sees(
        &mut screen,
        "H",
        &["Needs without an answer", "a quiet hour"],
    );
    to_need(&mut screen);
    // what is not possible is told why
    sees(&mut screen, "n enter", &["told why"]);
    screen
        .keys("\"the window is the client's\" enter")
        .expect("keys");
    hides(&mut screen, "", &["Needs without an answer"]);
    match desk.one(Kind::Need) {
        Record::Need(one) => assert_eq!(
            (one.state, one.answer.as_str()),
            (NeedState::NotPossible, "the window is the client's")
        ),
        other => panic!("{other:?}"),
    }
    sees(&mut screen, "u", &["Needs without an answer"]);
}

#[test]
fn feedback_waits_is_delivered_and_comes_back_on_its_day() {
    let desk = Desk::new();
    let mut screen = desk.screen();
    screen.keys(PERSON).expect("keys");
    let ana = desk.ana();
    let mut journal = desk.journal(now().date());
    let texts = [
        ("who", "ana"),
        ("behaviour", "stayed calm"),
        ("sort", "coaching"),
        ("state", "draft"),
    ];
    add(&mut journal, Kind::Feedback, &texts);
    screen.waits();
    sees(
        &mut screen,
        "g r enter p",
        &["Feedback not yet delivered", "stayed calm"],
    );
    let to_it = |screen: &mut Trial| {
        for _ in 0..12 {
            screen.keys("s").expect("keys");
            if screen.text().contains("follow up \u{2026}") {
                return;
            }
            screen.keys("esc j").expect("keys");
        }
        panic!("the feedback is not under the cursor:\n{}", screen.text());
    };
    to_it(&mut screen);
    hides(&mut screen, "d", &["Feedback not yet delivered"]);
    to_it(&mut screen);
    screen.keys("f \"in 5 days\" enter").expect("keys");
    let later = now().date() + chrono::Days::new(5);
    let mut after = desk.screen_on(later);
    sees(
        &mut after,
        "g t",
        &["Feedback to give or follow up", "stayed calm"],
    );
    hides(&mut after, "s h", &["Feedback to give or follow up"]);
    match desk.one(Kind::Feedback) {
        Record::Feedback(one) => assert_eq!(one.state, FeedbackState::Heard),
        other => panic!("{other:?}"),
    }
    sees(
        &mut after,
        "g r enter 4",
        &[
            "given: 1 in 90 days, 1 in all (coaching 1 of 1)",
            "received: none yet",
        ],
    );
    let balance = desk.journal(later).balance(ana).expect("counts");
    assert_eq!(balance.lines().len(), 2);
}

#[test]
fn no_evidence_passes_from_one_person_to_another() {
    let desk = Desk::new();
    let mut journal = desk.journal(now().date());
    let (ana, ben) = (
        crate::house::person(&mut journal, "Ana Costa"),
        crate::house::person(&mut journal, "Ben Okri"),
    );
    for (who, topic) in [("ana", "releases"), ("ben", "releases")] {
        add(
            &mut journal,
            Kind::Delegation,
            &[("who", who), ("topic", topic), ("since", "2026-01-01")],
        );
    }
    let texts = [
        ("who", "ben"),
        ("text", "a good reviewer"),
        ("by", "Ana Costa"),
    ];
    add(&mut journal, Kind::Shortcut, &texts);
    let told = |journal: &Journal, who| {
        let card = journal.card(who).expect("a card");
        let trust = journal.trust(who).expect("trust");
        (card.mine, card.theirs, trust)
    };
    let before = told(&journal, ben);
    for n in 1..=8 {
        let due = format!("2026-11-0{n}");
        let id = commitment(
            &mut journal,
            "ana",
            "theirs",
            "a release #releases",
            "2026-10-01",
            &due,
        );
        let change = trustline::journal::Change::Act {
            id,
            act: trustline::domain::Act::Keep,
            on: day(&due),
        };
        journal.tell(change).expect("kept");
        let texts = [
            ("who", "ana"),
            ("side", "theirs"),
            ("depth", "4"),
            ("response", "care"),
        ];
        add(&mut journal, Kind::Disclosure, &texts);
    }
    assert_eq!(
        told(&journal, ben),
        before,
        "introduced by Ana, and nothing of hers is his"
    );
    assert_ne!(told(&journal, ana).1.kept.n, 0);
}
