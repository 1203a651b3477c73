//! What is done on the deep pages, keystroke by keystroke, and what the journal holds afterwards.

use chrono::NaiveDate;
use tempfile::TempDir;
use trustline::domain::breach::{BreachState, By};
use trustline::domain::checkin::CheckIn;
use trustline::domain::commitment::Commitment;
use trustline::domain::feedback::FeedbackSort;
use trustline::domain::filter::Ask;
use trustline::domain::plan::{Plan, Stage, Verdict};
use trustline::domain::topic::TopicState;
use trustline::domain::view::Window;
use trustline::domain::{Filter, Kind, Record, RecordId, Side};
use trustline::journal::{Change, Journal};
use trustline::tui::harness::Trial;
use trustline::tui::page::Place;

use crate::house::{self, add, clock, commitment, person};

/// A journal in a file that the screen writes and the test reads, as two windows would.
struct Desk {
    _folder: TempDir,
    path: std::path::PathBuf,
    journal: Journal,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("journal");
        let journal = Journal::open(&path, clock()).expect("a journal");
        Self {
            _folder: folder,
            path,
            journal,
        }
    }

    fn screen(&self) -> Trial {
        let journal = Journal::open(&self.path, clock()).expect("the same journal");
        Trial::over(journal, 100, 30)
    }

    fn all(&self, kind: Kind) -> Vec<(RecordId, Record)> {
        let filter = Filter::default().and(Ask::Kind(vec![kind]));
        let slice = self
            .journal
            .entries(&filter, Window::top(100))
            .expect("a list");
        slice
            .lines
            .into_iter()
            .map(|line| (line.id, line.record))
            .collect()
    }

    fn checkins(&self) -> Vec<CheckIn> {
        let one = |record| match record {
            Record::CheckIn(one) => one,
            _ => unreachable!("only check-ins were asked for"),
        };
        self.all(Kind::CheckIn)
            .into_iter()
            .map(|(_, record)| one(record))
            .collect()
    }

    fn plan(&self) -> (RecordId, Plan) {
        match self.all(Kind::Plan).pop() {
            Some((id, Record::Plan(plan))) => (id, plan),
            _ => panic!("there is no plan"),
        }
    }

    fn commitment(&self, id: RecordId) -> Commitment {
        match self
            .journal
            .stored(id)
            .expect("a journal")
            .expect("a record")
            .record
        {
            Record::Commitment(one) => one,
            _ => panic!("it is no commitment"),
        }
    }
}

fn stored(desk: &Desk, id: RecordId) -> Record {
    let found = desk.journal.stored(id).expect("a journal");
    found.expect("a record").record
}

fn today() -> NaiveDate {
    house::now().date()
}

#[test]
fn a_whole_run() {
    let mut desk = Desk::new();
    // the one that was let lie longest comes first
    let texts = [("name", "Ana Costa"), ("since", "2024-01-01")];
    add(&mut desk.journal, Kind::Relationship, &texts);
    person(&mut desk.journal, "Ben Okri");
    person(&mut desk.journal, "Cleo Park");
    let due = commitment(
        &mut desk.journal,
        "Ana",
        "theirs",
        "the draft",
        "2024-01-02",
        "2026-11-20",
    );
    let mut screen = desk.screen();
    screen.keys("w").expect("keys");
    assert!(
        screen.text().contains("Check-in 1 of 3"),
        "{}",
        screen.text()
    );

    // the first person: settle what fell due, answer by digits, write two lines, go on
    screen.keys("s k").expect("keys");
    assert_eq!(desk.commitment(due).done, Some(today()));
    screen
        .keys(r#"4 4 4 n 5 3 4 2 t "the roadmap" enter f "concern: talked over me" enter enter"#)
        .expect("keys");
    assert!(
        screen.text().contains("Check-in 2 of 3"),
        "{}",
        screen.text()
    );
    let first = &desk.checkins()[0];
    let scores: Vec<_> = first.answers.iter().map(|a| a.score).collect();
    assert_eq!(
        scores,
        [
            Some(4),
            Some(4),
            Some(4),
            None,
            Some(5),
            Some(3),
            Some(4),
            Some(2)
        ]
    );
    assert!(!first.unfinished && first.side == Side::Mine && first.day == today());
    assert_eq!(desk.all(Kind::Topic).len(), 1);
    let feedback = desk.all(Kind::Feedback).pop().expect("feedback").1;
    assert!(
        matches!(feedback, Record::Feedback(f) if f.sort == FeedbackSort::Concern && f.behaviour == "talked over me")
    );

    // the second one with a sentence; answers can be taken back
    screen
        .keys(r#"3 i "late, and said so" enter k k 5 4 3 3 3 3 3 3 3 enter"#)
        .expect("keys");
    assert!(
        screen.text().contains("Check-in 3 of 3"),
        "{}",
        screen.text()
    );
    assert_eq!(desk.checkins().len(), 2);

    // the third is left half-way, and the run with it
    screen.keys("5 5 esc").expect("keys");
    let left: Vec<_> = desk
        .checkins()
        .into_iter()
        .filter(|c| c.unfinished)
        .collect();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].answers.len(), 2);

    // each person is one step of undo
    screen.keys("u u").expect("keys");
    assert_eq!(desk.checkins().len(), 1);
    screen.keys("u").expect("keys");
    assert_eq!((desk.checkins().len(), desk.all(Kind::Topic).len()), (0, 0));
    assert_eq!(desk.commitment(due).done, Some(today()));
}

#[test]
fn a_check_in_is_resumed_where_it_was_left() {
    let mut desk = Desk::new();
    let ana = person(&mut desk.journal, "Ana Costa");
    let mut screen = desk.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys(r#"2 i "sees the work through" enter 4 esc"#)
        .expect("keys");
    screen.go(Place::CheckIn(Some(ana)));
    assert!(
        screen.text().contains("Going on where it was left"),
        "{}",
        screen.text()
    );
    assert!(
        screen.text().contains("3 of 8 answered") || screen.text().contains("2 of 8 answered"),
        "{}",
        screen.text()
    );
    screen.keys("ctrl-s").expect("keys");
    let all = desk.checkins();
    assert_eq!(all.len(), 1);
    assert!(!all[0].unfinished);
    assert!(
        all[0]
            .answers
            .iter()
            .any(|a| a.sentence == "sees the work through")
    );
}

#[test]
fn nothing_typed_is_lost_when_another_window_was_faster() {
    let mut desk = Desk::new();
    let ana = person(&mut desk.journal, "Ana Costa");
    let mut screen = desk.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys("2 2 esc")
        .expect("keys");
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys(r#"m "typed in this window" enter"#)
        .expect("keys");
    let (id, record) = desk.all(Kind::CheckIn).pop().expect("a check-in");
    let seen = desk
        .journal
        .stored(id)
        .expect("a journal")
        .expect("a record")
        .stamp;
    let Record::CheckIn(mut other) = record else {
        panic!("a check-in")
    };
    other.next = "written in the other".to_owned();
    let record = Box::new(Record::CheckIn(other));
    desk.journal
        .tell(Change::Edit { id, seen, record })
        .expect("told");
    screen.keys("ctrl-s").expect("keys");
    assert!(
        screen.text().contains("changed in another window"),
        "{}",
        screen.text()
    );
    assert!(
        screen.text().contains("typed in this window"),
        "{}",
        screen.text()
    );
    screen.keys("ctrl-s").expect("keys");
    let all = desk.checkins();
    assert_eq!((all.len(), all[0].unfinished), (1, false));
    assert_eq!(all[0].note, "typed in this window");
}

#[test]
fn nothing_answered_is_nothing_saved() {
    let mut desk = Desk::new();
    let ana = person(&mut desk.journal, "Ana Costa");
    let mut screen = desk.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys("ctrl-s")
        .expect("keys");
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys("j j esc")
        .expect("keys");
    assert_eq!(desk.checkins().len(), 0);
}

#[test]
fn a_one_on_one_is_prepared_and_held() {
    let mut desk = Desk::new();
    let ana = person(&mut desk.journal, "Ana Costa");
    for text in ["the roadmap", "the holiday plan"] {
        add(
            &mut desk.journal,
            Kind::Topic,
            &[("who", "Ana"), ("text", text), ("raised", "2026-11-10")],
        );
    }
    let mut screen = desk.screen();
    screen.go(Place::Prep(ana));
    assert!(screen.text().contains("the roadmap") && screen.text().contains("the holiday plan"));
    // put away and asked again, the note is still there
    screen
        .keys(r#"m "went through" esc m " the dates" enter"#)
        .expect("keys");
    let card = desk.journal.card(ana).expect("a card");
    assert_eq!(card.last_one_on_one, Some(today()));
    let notes = desk.all(Kind::Note);
    assert!(
        matches!(&notes[0].1, Record::Note(note) if note.text == "went through the dates"),
        "{notes:?}"
    );
    let carried = desk
        .all(Kind::Topic)
        .into_iter()
        .all(|(_, topic)| matches!(topic, Record::Topic(t) if t.carried == 1));
    assert!(carried);
    assert!(
        screen.text().contains("carried over once"),
        "{}",
        screen.text()
    );
    screen.keys("u").expect("keys");
    assert_eq!(
        desk.journal.card(ana).expect("a card").last_one_on_one,
        None
    );
}

#[test]
fn a_topic_is_settled_before_the_one_on_one_is_held() {
    let mut desk = Desk::new();
    let ana = person(&mut desk.journal, "Ana Costa");
    let topic = add(
        &mut desk.journal,
        Kind::Topic,
        &[
            ("who", "Ana"),
            ("text", "the roadmap"),
            ("raised", "2026-08-10"),
        ],
    );
    let mut screen = desk.screen();
    screen
        .go(Place::Prep(ana))
        .keys(r#"tab tab tab s d "agreed on March" enter"#)
        .expect("keys");
    let stored = desk
        .journal
        .stored(topic)
        .expect("a journal")
        .expect("a record");
    assert!(
        matches!(&stored.record, Record::Topic(t) if t.state == TopicState::Discussed && t.outcome == "agreed on March"),
        "{:?}\n{}",
        stored.record,
        screen.text()
    );
}

#[test]
fn a_repair_plan_from_breach_to_close() {
    let mut desk = Desk::new();
    person(&mut desk.journal, "Ana Costa");
    let breach = add(
        &mut desk.journal,
        Kind::Breach,
        &[
            ("who", "Ana"),
            ("happened", "I told the client before her"),
            ("by", "me"),
            ("sort", "communication"),
            ("severity", "2"),
        ],
    );
    let mut screen = desk.screen();
    screen.go(Place::Repair(breach));
    assert!(screen.text().contains("n opens one"), "{}", screen.text());
    // opened, and without the steps that are proposed
    screen.keys("n q").expect("keys");
    let (id, plan) = desk.plan();
    assert_eq!(
        (plan.breach, plan.owner, plan.stage),
        (breach, Side::Mine, Stage::Assess)
    );
    // an empty answer passes no gate
    screen.keys("n enter").expect("keys");
    assert_eq!(desk.plan().1.stage, Stage::Assess);
    screen
        .keys(r#"n "what and when" enter n "said it on Monday" enter"#)
        .expect("keys");
    let plan = desk.plan().1;
    assert_eq!(plan.stage, Stage::Account);
    assert_eq!(plan.gates[0].answer, "what and when");
    // parts of the acknowledgement
    screen.keys("m m j m").expect("keys");
    assert_eq!(
        desk.plan().1.acknowledged,
        ["responsibility", "offer of repair"]
    );
    screen.keys("m").expect("keys");
    assert_eq!(desk.plan().1.acknowledged, ["responsibility"]);
    screen
        .keys(r#"n "the client call" enter n "three steps" enter"#)
        .expect("keys");
    assert_eq!(desk.plan().1.stage, Stage::Verify);
    // what the injured side says repairs the breach; nothing else does
    screen.keys(r#"n "the notes since" enter"#).expect("keys");
    let plan = desk.plan().1;
    assert_eq!((plan.stage, plan.verdict), (Stage::Close, Verdict::None));
    let state = |desk: &Desk| match stored(desk, breach) {
        Record::Breach(one) => one.state,
        _ => panic!("a breach"),
    };
    assert_eq!(state(&desk), BreachState::Open);
    screen.keys("v p enter").expect("keys");
    assert_eq!(
        (desk.plan().1.verdict, state(&desk)),
        (Verdict::Partly, BreachState::Open)
    );
    screen.keys("v y enter").expect("keys");
    assert_eq!(
        (desk.plan().1.verdict, state(&desk)),
        (Verdict::Yes, BreachState::Repaired)
    );
    screen.keys("u").expect("keys");
    assert_eq!(
        (desk.plan().1.verdict, state(&desk)),
        (Verdict::Partly, BreachState::Open)
    );
    assert_eq!(desk.plan().0, id);
}

#[test]
fn a_step_of_a_plan_is_a_commitment() {
    let mut desk = Desk::new();
    person(&mut desk.journal, "Ana Costa");
    let breach = add(
        &mut desk.journal,
        Kind::Breach,
        &[("who", "Ana"), ("happened", "twice late"), ("by", "them")],
    );
    let mut screen = desk.screen();
    screen.go(Place::Repair(breach)).keys("n").expect("keys");
    // one of the proposed steps is taken, then one is added in its form
    screen.keys("j space j space j space ctrl-s").expect("keys");
    screen
        .keys(r#"t "a note on Fridays" ctrl-s"#)
        .expect("keys");
    let steps = desk.all(Kind::Commitment);
    let (plan, _) = desk.plan();
    let is_step = |record: &Record| matches!(record, Record::Commitment(one) if one.plan == Some(plan) && one.side == Side::Theirs && one.visible && !one.text.is_empty());
    assert_eq!(steps.len(), 2, "{}", screen.text());
    assert!(steps.iter().all(|(_, record)| is_step(record)), "{steps:?}");
}

#[test]
fn for_a_breach_of_safety_no_plan_is_offered() {
    let mut desk = Desk::new();
    person(&mut desk.journal, "Ana Costa");
    let breach = add(
        &mut desk.journal,
        Kind::Breach,
        &[("who", "Ana"), ("happened", "a threat"), ("safety", "yes")],
    );
    let mut screen = desk.screen();
    screen.go(Place::Repair(breach)).keys("n").expect("keys");
    assert!(!screen.text().contains("n opens one"), "{}", screen.text());
    assert!(desk.all(Kind::Plan).is_empty());
    // the boundary may be kept as an agreement, too: its form is offered, and Esc leaves it
    screen
        .keys(r#"A "no meetings alone" enter esc"#)
        .expect("keys");
    let stored = desk
        .journal
        .stored(breach)
        .expect("a journal")
        .expect("a breach");
    assert!(
        matches!(&stored.record, Record::Breach(one) if one.state == BreachState::Accepted && one.by == By::Them)
    );
    screen.keys("O").expect("keys");
    let stored = desk
        .journal
        .stored(breach)
        .expect("a journal")
        .expect("a breach");
    assert!(matches!(&stored.record, Record::Breach(one) if one.state == BreachState::Open));
}

#[test]
fn a_commitment_is_settled_from_its_relationship() {
    let mut desk = Desk::new();
    let ana = person(&mut desk.journal, "Ana Costa");
    let id = commitment(
        &mut desk.journal,
        "Ana",
        "mine",
        "the draft",
        "2026-11-01",
        "2026-11-25",
    );
    let mut screen = desk.screen();
    screen
        .go(Place::Relationship(ana))
        .keys("s k")
        .expect("keys");
    assert_eq!(desk.commitment(id).done, Some(today()));
    assert!(screen.text().contains("1 kept"), "{}", screen.text());
    screen.keys("u").expect("keys");
    assert_eq!(desk.commitment(id).done, None);
    // on the card, the same key is for the relationship itself
    screen.keys("6 s").expect("keys");
    assert!(screen.text().contains("archive"), "{}", screen.text());
}

#[test]
fn their_side_stays_folded_while_i_hold_the_power() {
    let mut desk = Desk::new();
    let texts = [
        ("name", "Dan Ito"),
        ("role", "team member"),
        ("since", "2026-01-01"),
    ];
    let dan = add(&mut desk.journal, Kind::Relationship, &texts);
    for n in 1..=6 {
        let id = commitment(
            &mut desk.journal,
            "Dan",
            "theirs",
            "a draft",
            "2026-10-01",
            &format!("2026-11-{:02}", n + 10),
        );
        let on = house::day(&format!("2026-11-{:02}", n + 10));
        desk.journal
            .tell(Change::Act {
                id,
                act: trustline::domain::Act::Keep,
                on,
            })
            .expect("told");
    }
    let mut screen = desk.screen();
    screen.go(Place::Relationship(dan));
    assert!(
        screen.text().contains("you set their deadlines") && !screen.text().contains("6 kept"),
        "{}",
        screen.text()
    );
    screen.keys("6").expect("keys");
    assert!(!screen.text().contains("6 kept"), "{}", screen.text());
    screen.keys("v").expect("keys");
    assert!(screen.text().contains("6 kept"), "{}", screen.text());
}

#[test]
fn search_opens_what_it_finds_and_keeps_its_line() {
    let mut desk = Desk::new();
    person(&mut desk.journal, "Ana Costa");
    commitment(
        &mut desk.journal,
        "Ana",
        "mine",
        "budget numbers",
        "2026-11-01",
        "2026-11-25",
    );
    let mut screen = desk.screen();
    screen.keys(r#"/ "budg" enter"#).expect("keys");
    assert!(
        screen.text().contains("budget numbers"),
        "{}",
        screen.text()
    );
    screen.keys("esc").expect("keys");
    assert!(screen.text().contains("/ budg"), "{}", screen.text());
    screen.keys(r#"" is:nonsense""#).expect("keys");
    assert!(screen.text().contains("nonsense"), "{}", screen.text());
}

#[test]
fn a_promise_made_just_now_is_part_of_the_check_in() {
    let mut desk = Desk::new();
    let ana = person(&mut desk.journal, "Ana Costa");
    let mut screen = desk.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys(r#"4 c "send her the numbers by 31 feb" enter ctrl-s"#)
        .expect("keys");
    // kept as it stands, and not finished
    assert!(desk.checkins().iter().all(|one| one.unfinished));
    assert!(screen.text().contains("31 feb"), "{}", screen.text());
    screen.keys(r#"c ctrl-w ctrl-w "fri" enter"#).expect("keys");
    assert!(
        screen.text().contains("I promise Ana Costa"),
        "{}",
        screen.text()
    );
    screen.keys("ctrl-s").expect("keys");
    assert_eq!(
        (desk.checkins().len(), desk.all(Kind::Commitment).len()),
        (1, 1)
    );
    screen.keys("u").expect("keys");
    assert_eq!(
        (desk.checkins().len(), desk.all(Kind::Commitment).len()),
        (0, 0)
    );
}

#[test]
fn what_is_being_typed_survives_leaving() {
    let mut desk = Desk::new();
    let ana = person(&mut desk.journal, "Ana Costa");
    let mut screen = desk.screen();
    // out of the middle of a sentence: saved half-way
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys(r#"c "send her the sum by 31 feb" enter m "half a thou" ctrl-c"#)
        .expect("keys");
    assert_eq!(screen.out, Some(trustline::tui::app::Out::Quit));
    let left = &desk.checkins()[0];
    let kept = |words: &str| left.note.contains(words);
    assert!(
        left.unfinished && kept("half a thou") && kept("31 feb"),
        "{left:?}"
    );
    // a note that was put away comes up again
    let mut screen = desk.screen();
    screen
        .go(Place::Prep(ana))
        .keys(r#"m "went well" esc q"#)
        .expect("keys");
    assert!(!screen.text().contains("Prep"), "{}", screen.text());
    screen.go(Place::Prep(ana)).keys("m").expect("keys");
    assert!(screen.text().contains("went well"), "{}", screen.text());
}

#[test]
fn a_brief_is_written_where_it_is_told_and_over_another_only_when_asked() {
    let mut desk = Desk::new();
    let ana = person(&mut desk.journal, "Ana Costa");
    let file = desk.path.with_file_name("brief.txt");
    let mut screen = desk.screen();
    let keys = format!(r#"b ctrl-u "{}" enter"#, file.display());
    screen.go(Place::Prep(ana)).keys("b").expect("keys");
    screen.keys(&keys).expect("keys");
    let text = std::fs::read_to_string(&file).expect("a brief");
    assert!(text.contains("Ana Costa"), "{text}");
    std::fs::write(&file, "mine").expect("written");
    screen.keys(&keys).expect("keys").keys("n").expect("keys");
    assert_eq!(std::fs::read_to_string(&file).expect("kept"), "mine");
    screen.keys(&keys).expect("keys").keys("y").expect("keys");
    assert_eq!(std::fs::read_to_string(&file).expect("a brief"), text);
}

#[test]
fn when_nobody_is_due_the_run_goes_over_everybody_active() {
    let mut desk = Desk::new();
    for name in ["Ana Costa", "Ben Okri"] {
        let texts = [("name", name), ("since", "2026-11-22")];
        add(&mut desk.journal, Kind::Relationship, &texts);
    }
    let mut screen = desk.screen();
    screen
        .keys(r#"g r j s p "15 jan" enter g t w"#)
        .expect("keys");
    let text = screen.text();
    assert!(text.contains("one after the other: Ana Costa."), "{text}");
    assert!(!text.contains("5 fully"), "{text}");
    screen.keys("enter 4 4").expect("keys");
    let text = screen.text();
    assert!(text.contains("Check-in 1 of 1 \u{b7} Ana Costa"), "{text}");
    assert!(text.contains("2 of 8 answered"), "{text}");
}

#[test]
fn a_sentence_written_first_waits_for_its_answer() {
    let mut desk = Desk::new();
    let ana = person(&mut desk.journal, "Ana Costa");
    let mut screen = desk.screen();
    screen
        .go(Place::CheckIn(Some(ana)))
        .keys(r#"i "late, and said so" enter"#)
        .expect("keys");
    let text = screen.text();
    assert!(text.contains("now: late, and said so"), "{text}");
    assert!(text.contains("0 of 8 answered"), "{text}");
    screen
        .keys(r#"4 i "in good shape" enter esc"#)
        .expect("keys");
    let answers = &desk.checkins()[0].answers;
    let said: Vec<_> = answers
        .iter()
        .map(|a| (a.score, a.sentence.as_str()))
        .collect();
    // what never got its answer is not lost
    assert_eq!(
        said,
        [(Some(4), "late, and said so"), (None, "in good shape")]
    );
}

#[test]
fn the_footer_names_only_keys_that_do_something() {
    let mut desk = Desk::new();
    let last = |screen: &Trial| screen.text().lines().last().unwrap_or_default().to_owned();
    let mut screen = desk.screen();
    assert!(!last(&screen).contains("settle"), "{}", last(&screen));
    assert!(last(&screen).ends_with("q quit"), "{}", last(&screen));
    let ana = person(&mut desk.journal, "Ana Costa");
    screen.waits().go(Place::CheckIn(Some(ana)));
    assert!(last(&screen).ends_with("q back"), "{}", last(&screen));
    // letters are text while a sentence is written
    screen.keys("i").expect("keys");
    assert!(!screen.text().contains("did not come up  Enter on"));
}

#[test]
fn undo_does_not_empty_the_sample_under_ones_hands() {
    let mut screen = Trial::sample(80, 24).expect("a sample");
    screen.keys("u").expect("keys");
    let text = screen.text();
    assert!(text.contains("Helen Marsh"), "{text}");
    assert!(!text.contains("undone"), "{text}");
}

#[test]
fn on_a_small_screen_the_welcome_does_not_write_into_the_footer() {
    let screen = Trial::empty(40, 12).expect("a journal");
    let text = screen.text();
    let last = text.lines().last().unwrap_or_default();
    assert!(last.trim_start().starts_with("c commit"), "{text}");
}
