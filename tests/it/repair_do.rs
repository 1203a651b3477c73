//! Breach and repair, keystroke by keystroke, from an empty journal to the end: what is on the screen, and what is kept.

use chrono::{Days, NaiveDate};
use tempfile::TempDir;
use trustline::clock::Clock;
use trustline::domain::breach::{Account, Breach, BreachState, By};
use trustline::domain::commitment::Commitment;
use trustline::domain::filter::Ask;
use trustline::domain::plan::{Plan, Stage, Verdict};
use trustline::domain::view::Window;
use trustline::domain::{Act, Filter, Kind, Record, RecordId, Side, When};
use trustline::journal::{Change, Customs, Journal};
use trustline::tui::harness::Trial;
use trustline::tui::page::Place;

use crate::house;

/// A journal in a file, and a folder of settings beside it; the day can be moved on.
struct Room {
    folder: TempDir,
    day: NaiveDate,
}

impl Room {
    fn new() -> Self {
        Self {
            folder: TempDir::new().expect("a folder"),
            day: house::now().date(),
        }
    }

    fn journal(&self) -> Journal {
        let clock = Clock::fixed(self.day.and_hms_opt(9, 0, 0).expect("nine"));
        let journal = Journal::open(&self.folder.path().join("journal"), clock);
        let customs = Customs::of(Some(self.folder.path().join("config")));
        journal.expect("a journal").with(customs)
    }

    /// The screen as it opens on that day.
    fn screen(&self) -> Trial {
        Trial::over(self.journal(), 100, 40)
    }

    fn all(&self, kind: Kind) -> Vec<(RecordId, Record)> {
        let filter = Filter::default().and(Ask::Kind(vec![kind]));
        let lines = self.journal().entries(&filter, Window::top(100));
        let lines = lines.expect("a list").lines;
        lines.into_iter().map(|l| (l.id, l.record)).collect()
    }

    fn breach(&self) -> (RecordId, Breach) {
        match self.all(Kind::Breach).pop() {
            Some((id, Record::Breach(one))) => (id, one),
            other => panic!("no breach: {other:?}"),
        }
    }

    fn plan(&self) -> (RecordId, Plan) {
        match self.all(Kind::Plan).pop() {
            Some((id, Record::Plan(one))) => (id, one),
            other => panic!("no plan: {other:?}"),
        }
    }

    fn steps(&self) -> Vec<Commitment> {
        let each = self.all(Kind::Commitment).into_iter();
        let one = |(_, record)| match record {
            Record::Commitment(one) => one,
            other => panic!("not a commitment: {other:?}"),
        };
        each.map(one).collect()
    }

    fn add(&self, kind: Kind, texts: &[(&str, &str)]) -> RecordId {
        house::add(&mut self.journal(), kind, texts)
    }

    /// Releases whatever is open.
    fn release_all(&self) {
        for (id, record) in self.all(Kind::Commitment) {
            if record.noun().state() == "open" {
                let act = Act::Release {
                    reason: String::new(),
                };
                let on = self.day;
                let told = self.journal().tell(Change::Act { id, act, on });
                told.expect("released");
            }
        }
    }

    /// A promise of theirs with a tag, made and settled on two days counted from today.
    fn kept(&self, from: u64, done: Option<u64>, broken: Option<u64>) {
        let day = |n: u64| self.day - Days::new(n);
        let who = self.journal().find_relationship("ana").expect("ana");
        let one = Commitment {
            who,
            side: Side::Theirs,
            text: format!("handover {from}"),
            made: day(from),
            agreed: Some(day(from)),
            due: Some(When::day(day(done.or(broken).unwrap_or(0)))),
            tags: vec!["handover".to_owned()],
            done: done.map(day),
            broken: broken.map(day),
            ..Commitment::default()
        };
        let add = Change::Add(Box::new(Record::Commitment(one)));
        self.journal().tell(add).expect("told");
    }
}

/// Whether a screen says some words, wherever its lines end.
fn says(text: &str, words: &str) -> bool {
    let words_of = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    words_of(text).contains(&words_of(words))
}

fn seen(screen: &Trial, words: &str) {
    let text = screen.text();
    assert!(says(&text, words), "no {words:?} in\n{text}");
}

fn unseen(screen: &Trial, words: &str) {
    let text = screen.text();
    assert!(!says(&text, words), "{words:?} in\n{text}");
}

/// From an empty journal to a breach that is named from a missed promise, and weighed as more than a slip.
fn named_from_a_missed_promise() -> (Room, RecordId) {
    let mut room = Room::new();
    room.day = NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day");
    let mut screen = room.screen();
    screen.keys(r#"a p "Ana Costa" ctrl-s"#).expect("keys");
    // a promise that was missed, and the breach named from it
    screen
        .keys(r#"c "Ana will send the handover by 2026-09-02 #handover" enter"#)
        .expect("keys");
    room.day = NaiveDate::from_ymd_opt(2026, 9, 4).expect("a day");
    let mut screen = room.screen();
    screen.keys("s N").expect("keys");
    seen(&screen, "Before naming this: is there another reading?");
    seen(
        &screen,
        "Promised by 2026-09-02: send the handover. It is not done on 2026-09-04.",
    );
    screen.keys("ctrl-s").expect("keys");
    let (id, breach) = room.breach();
    assert_eq!((breach.by, breach.commitments.len()), (By::Them, 1));
    assert_eq!(breach.named, Some(room.day));
    // more than a slip: it gets the whole plan
    screen.go(Place::Edit(id));
    screen.keys("tab tab tab tab").expect("keys");
    screen.keys(r#""2" ctrl-s"#).expect("keys");
    assert_eq!(room.breach().1.severity, 2, "{}", screen.text());
    (room, id)
}

/// From an empty journal to a closed breach: every key that a person would press.
#[test]
fn from_an_empty_journal_to_a_closed_breach_with_its_verdict() {
    let (mut room, id) = named_from_a_missed_promise();
    let mut screen = room.screen();
    screen.go(Place::Repair(id));
    seen(&screen, "About these commitments");
    seen(&screen, "6 in a row kept, of all that was promised");
    // opened; one step left out, one in one's own words with a day, one hidden
    screen.keys("n").expect("keys");
    seen(&screen, "4 of 4 steps taken");
    screen.keys("space j").expect("keys");
    screen
        .keys(r#"i " at once" enter d "2026-09-11" enter j v"#)
        .expect("keys");
    seen(&screen, "by 11 Sep, in 7 days \u{b7} they may see it");
    seen(&screen, "hidden from them");
    screen.keys("ctrl-s").expect("keys");
    seen(&screen, "3 steps taken");
    let (plan_id, plan) = room.plan();
    assert_eq!(
        (plan.owner, &plan.area),
        (Side::Theirs, &vec!["handover".to_owned()])
    );
    let steps: Vec<_> = room
        .steps()
        .into_iter()
        .filter(|one| one.plan == Some(plan_id))
        .collect();
    assert_eq!(steps.len(), 3);
    assert_eq!(steps.iter().filter(|one| one.visible).count(), 2);
    let own = steps
        .iter()
        .find(|one| one.text.ends_with(" at once"))
        .expect("in own words");
    assert_eq!(
        own.due.map(|due| due.day),
        NaiveDate::from_ymd_opt(2026, 9, 11)
    );
    // the gates ask and keep
    screen
        .keys(r#"n "the date was never agreed" enter n "said so on Friday" enter"#)
        .expect("keys");
    screen
        .keys(r#"n "the client call" enter n "three steps" enter"#)
        .expect("keys");
    assert_eq!(room.plan().1.stage, Stage::Verify);
    // before the rule is met the question may be asked, and nothing closes by itself
    room.day = NaiveDate::from_ymd_opt(2026, 10, 20).expect("a day");
    room.release_all();
    for n in 0..6 {
        room.kept(40, Some(30 - n), None);
    }
    let mut screen = room.screen();
    screen.go(Place::Repair(id));
    seen(&screen, "6 of 6 kept in a row");
    seen(&screen, "is this repaired enough?");
    assert_eq!(room.breach().1.state, BreachState::Open);
    screen.keys(r#"v y "the dates hold" enter"#).expect("keys");
    let (_, plan) = room.plan();
    assert_eq!(
        (plan.verdict, plan.verdict_words.as_str()),
        (Verdict::Yes, "the dates hold")
    );
    let (_, breach) = room.breach();
    assert_eq!(
        (breach.state, breach.closed),
        (BreachState::Repaired, Some(room.day))
    );
    assert_eq!(breach.closing, "the injured side said: the dates hold");
    seen(
        &screen,
        "named after 2 days \u{b7} acknowledged after 2 days \u{b7} closed after 48 days",
    );
    screen.keys(r#"n "they said yes" enter"#).expect("keys");
    assert_eq!(room.plan().1.stage, Stage::Close);
    // opened again, the breach is open again, and the run begins anew; one undo takes both back
    screen.keys("O").expect("keys");
    assert_eq!(room.breach().1.state, BreachState::Open);
    assert_eq!(
        (room.plan().1.stage, room.plan().1.verify_from),
        (Stage::Act, Some(room.day))
    );
    screen.keys("u").expect("keys");
    assert_eq!(room.breach().1.state, BreachState::Repaired);
}

/// A room with Ana and a breach of hers.
fn with_breach(texts: &[(&str, &str)]) -> (Room, RecordId) {
    let room = Room::new();
    room.add(
        Kind::Relationship,
        &[("name", "Ana Costa"), ("since", "2026-01-05")],
    );
    let mut all = vec![
        ("who", "ana"),
        ("happened", "the handover did not happen"),
        ("severity", "2"),
    ];
    all.extend_from_slice(texts);
    let id = room.add(Kind::Breach, &all);
    (room, id)
}

#[test]
fn a_disputed_account_stays_in_assess_until_the_facts_are_found() {
    let (room, id) = with_breach(&[]);
    let mut screen = room.screen();
    screen.go(Place::Repair(id));
    seen(&screen, "not written down yet");
    screen
        .keys(r#"y "the date was never agreed" enter d d"#)
        .expect("keys");
    let (_, breach) = room.breach();
    assert_eq!(
        (breach.account, breach.their_reading.as_str()),
        (Account::Disputed, "the date was never agreed")
    );
    // both readings stand side by side, and the facts come first
    let text = screen.text();
    let both = text
        .lines()
        .find(|line| line.contains("Mine: the handover"));
    assert!(
        both.is_some_and(|line| line.contains("Theirs: the date was never agreed")),
        "{text}"
    );
    screen.keys("n").expect("keys");
    seen(&screen, "find the facts together");
    screen.keys("ctrl-s").expect("keys");
    assert_eq!(room.steps().len(), 2);
    screen.keys(r#"n "she was late" enter"#).expect("keys");
    seen(&screen, "the account is disputed");
    assert_eq!(room.plan().1.stage, Stage::Assess);
    // told alike, the gate opens with the answer that was kept
    screen.keys("esc d a n enter").expect("keys");
    assert_eq!(room.breach().1.account, Account::Agreed);
    let plan = room.plan().1;
    assert_eq!(
        (plan.stage, plan.gates[0].answer.as_str()),
        (Stage::Acknowledge, "she was late")
    );
}

#[test]
fn a_plan_is_stopped_and_goes_on_where_it_stopped() {
    let (room, id) = with_breach(&[]);
    let mut screen = room.screen();
    screen.go(Place::Repair(id));
    screen
        .keys(r#"n q n "late twice" enter S "she is away" enter"#)
        .expect("keys");
    let plan = room.plan().1;
    assert_eq!((plan.stage, plan.closed), (Stage::Stopped, Some(room.day)));
    seen(&screen, "The plan is stopped");
    seen(&screen, "she is away");
    screen.keys("O").expect("keys");
    assert_eq!(room.plan().1.stage, Stage::Acknowledge);
    assert_eq!(room.breach().1.state, BreachState::Open);
    // let go ends both at once, and one undo brings both back
    screen
        .keys(r#"L "it was small after all" enter"#)
        .expect("keys");
    assert_eq!(room.breach().1.state, BreachState::LetGo);
    assert_eq!(room.plan().1.stage, Stage::Stopped);
    screen.keys("u").expect("keys");
    assert_eq!(room.breach().1.state, BreachState::Open);
    assert_eq!(room.plan().1.stage, Stage::Acknowledge);
}

#[test]
fn a_breach_has_one_running_plan_at_a_time() {
    let (room, id) = with_breach(&[]);
    let open = || {
        let breach = room.breach().1;
        let plan = Plan::for_breach(id, &breach, &[], room.day);
        let add = Change::Add(Box::new(Record::Plan(plan)));
        room.journal().tell(add).map(|told| told.ids[0])
    };
    let first = open().expect("a plan");
    let refused = open().expect_err("a second one");
    assert!(
        refused.says().contains("runs already"),
        "{}",
        refused.says()
    );
    let stop = Change::Act {
        id: first,
        act: Act::Stop {
            reason: "she is away".to_owned(),
        },
        on: room.day,
    };
    room.journal().tell(stop).expect("stopped");
    open().expect("another, now that the first is stopped");
    // the one that was stopped does not run beside it
    let again = Change::Act {
        id: first,
        act: Act::Reopen,
        on: room.day,
    };
    let refused = room.journal().tell(again).expect_err("two would run");
    assert!(
        refused.says().contains("runs already"),
        "{}",
        refused.says()
    );
}

#[test]
fn it_is_accepted_with_new_boundaries_which_may_become_an_agreement() {
    let (room, id) = with_breach(&[]);
    let mut screen = room.screen();
    screen.go(Place::Repair(id));
    // no boundary, no acceptance
    screen.keys("A enter").expect("keys");
    assert_eq!(room.breach().1.state, BreachState::Open);
    screen
        .keys(r#"A "handovers in writing only" enter"#)
        .expect("keys");
    let (_, breach) = room.breach();
    assert_eq!(
        (breach.state, breach.closing.as_str()),
        (BreachState::Accepted, "handovers in writing only")
    );
    seen(&screen, "New agreement");
    screen.keys("ctrl-s").expect("keys");
    let agreements = room.all(Kind::Agreement);
    assert!(
        matches!(&agreements[..], [(_, Record::Agreement(one))] if one.text == "handovers in writing only" && one.who == breach.who),
        "{agreements:?}"
    );
    seen(&screen, "It was accepted, with new boundaries");
}

#[test]
fn where_repair_is_not_owed_the_contact_is_shown_or_named() {
    let (room, id) = with_breach(&[("safety", "yes")]);
    let mut screen = room.screen();
    // Today turns to the person in charge, without saying what happened
    seen(&screen, "talk to the person or body in charge");
    unseen(&screen, "the handover did not happen");
    screen.keys("enter").expect("keys");
    seen(&screen, "repair is not owed, and no plan is");
    seen(&screen, "P names them here");
    screen.keys("n").expect("keys");
    assert!(room.all(Kind::Plan).is_empty());
    screen
        .keys(r#"P "Ines Roth, people office" enter"#)
        .expect("keys");
    seen(&screen, "in charge at your place: Ines Roth, people office");
    let written = std::fs::read_to_string(room.folder.path().join("config/config.toml"));
    assert_eq!(
        written.expect("settings"),
        "safety_contact = \"Ines Roth, people office\"\n"
    );
    screen.keys("q").expect("keys");
    seen(&screen, "Ines Roth, people office");
    // it can rest until a day, and it is kept from Today once it is closed
    screen.keys(r#"s z "in 2 weeks" enter"#).expect("keys");
    unseen(&screen, "Ines Roth");
    assert!(room.breach().1.snoozed.is_some());
    // another window knows the contact, too
    let mut again = room.screen();
    again.go(Place::Repair(id));
    seen(&again, "Ines Roth, people office");
    // a plan that ran before it was named so goes no further
    let (room, id) = with_breach(&[]);
    let mut screen = room.screen();
    screen.go(Place::Repair(id)).keys("n q").expect("keys");
    let mut journal = room.journal();
    let stored = journal.stored(id).expect("a journal").expect("a breach");
    let breach = Breach {
        safety: true,
        ..room.breach().1
    };
    let record = Box::new(Record::Breach(breach));
    journal
        .tell(Change::Edit {
            id,
            seen: stored.stamp,
            record,
        })
        .expect("told");
    screen.waits();
    seen(&screen, "Repair is not owed here");
    screen.keys(r#"n "facts" enter"#).expect("keys");
    assert_eq!(room.plan().1.stage, Stage::Assess);
}

#[test]
fn after_a_deception_it_takes_twice_as_long_and_may_not_come_back_fully() {
    let (room, id) = with_breach(&[("sort", "integrity"), ("deception", "yes")]);
    let mut screen = room.screen();
    screen.go(Place::Repair(id));
    seen(&screen, "over at least 16");
    seen(&screen, "after a deception it may not come back fully");
    let (plain, id) = with_breach(&[("sort", "integrity")]);
    let mut screen = plain.screen();
    screen.go(Place::Repair(id));
    seen(&screen, "over at least 8");
    unseen(&screen, "may not come back");
    drop(room);
}

/// A miss resets the run, not the plan; years alone pass nothing.
#[test]
fn a_miss_resets_the_run_and_time_alone_closes_nothing() {
    let (mut room, id) = with_breach(&[("day", "2026-09-01"), ("sort", "competence")]);
    let (breach_id, breach) = room.breach();
    let plan = Plan {
        stage: Stage::Act,
        verify_from: NaiveDate::from_ymd_opt(2026, 9, 20),
        ..Plan::for_breach(breach_id, &breach, &["handover".to_owned()], breach.day)
    };
    room.journal()
        .tell(Change::Add(Box::new(Record::Plan(plan))))
        .expect("a plan");
    for n in 0..5 {
        room.kept(50, Some(20 + n), None);
    }
    let run = |room: &Room| {
        room.journal()
            .plan(room.plan().0)
            .expect("a plan")
            .run
            .expect("a run")
    };
    assert_eq!((run(&room).run, run(&room).passed), (5, false));
    room.kept(50, None, Some(10));
    assert_eq!((run(&room).run, run(&room).of), (0, 6));
    assert_eq!(room.plan().1.stage, Stage::Act);
    for years in [1, 10, 50] {
        room.day = house::now().date() + Days::new(366 * years);
        assert!(!run(&room).passed);
        assert_eq!(room.breach().1.state, BreachState::Open);
    }
    let mut screen = room.screen();
    screen.go(Place::Repair(id));
    seen(&screen, "0 of 6 kept in a row");
}

/// The steps of a place are its own; a broken file is told, and the built-in ones are used.
#[test]
fn the_steps_of_the_folder_are_proposed() {
    let (room, id) = with_breach(&[("sort", "boundary")]);
    let config = room.folder.path().join("config");
    std::fs::create_dir_all(&config).expect("a folder");
    let own = "[[plan]]\nkind = \"boundary\"\nsteps = [{ text = \"ask Ines to sit in\", by = \"injured\", within = 2 }]\n";
    std::fs::write(config.join("plans.toml"), own).expect("written");
    let mut screen = room.screen();
    screen.go(Place::Repair(id)).keys("n").expect("keys");
    seen(&screen, "ask Ines to sit in");
    seen(&screen, "\u{2192} mine \u{b7} by 24 Nov, in 2 days");
    std::fs::write(config.join("plans.toml"), "[[plan]]\nkind = 4\n").expect("written");
    let mut screen = room.screen();
    seen(&screen, "plans.toml, line 2:");
    screen.go(Place::Repair(id)).keys("T").expect("keys");
    seen(&screen, "say the boundary back in your own words");
}

/// With a power gap the page opens on the stronger side's own commitments; theirs are folded while I hold the power.
#[test]
fn the_stronger_side_comes_first_and_theirs_is_folded() {
    let (room, _) = with_breach(&[]);
    for (side, text) in [("mine", "the budget"), ("theirs", "the draft")] {
        let texts = [
            ("who", "ana"),
            ("side", side),
            ("text", text),
            ("due", "2026-12-01"),
        ];
        room.add(Kind::Commitment, &texts);
    }
    let ana = room.journal().find_relationship("ana").expect("ana");
    let gap = |gap: &str| {
        let mut journal = room.journal();
        let stored = journal.stored(ana).expect("a journal").expect("ana");
        let reading = journal.reading();
        let record =
            trustline::domain::fields::parse(stored.record, &[("power_gap", gap)], &reading);
        let record = Box::new(record.expect("sound"));
        let seen = stored.stamp;
        journal
            .tell(Change::Edit {
                id: ana,
                seen,
                record,
            })
            .expect("told");
        let mut screen = room.screen();
        screen.go(Place::Relationship(ana));
        screen
    };
    let mut screen = gap("-1");
    seen(
        &screen,
        "Your own commitments first: you hold the power here",
    );
    seen(&screen, "folded: you set their deadlines");
    seen(&screen, "the budget");
    unseen(&screen, "the draft");
    screen.keys("f").expect("keys");
    seen(&screen, "the draft");
    screen.keys("x tab").expect("keys");
    seen(
        &screen,
        "Their side is folded: you set their deadlines. v opens it.",
    );
    screen.keys("v").expect("keys");
    unseen(&screen, "folded");
    screen
        .keys(r#"q c "Ana will write the minutes by fri""#)
        .expect("keys");
    seen(&screen, "Could they have said no?");
    screen.keys("tab").expect("keys");
    seen(&screen, "Could they have said no?");
    let screen = gap("2");
    seen(
        &screen,
        "Their own commitments first: they hold the power here",
    );
    seen(&screen, "the draft");
    unseen(&screen, "the budget");
    let screen = gap("0");
    unseen(&screen, "commitments first");
    seen(&screen, "the budget");
}

/// A plan that runs is looked at every seven days until it is closed: each look sets the next, and undo takes it back.
#[test]
fn a_plan_is_looked_at_every_week_until_it_is_closed() {
    let (mut room, breach) = with_breach(&[("sort", "competence")]);
    let plan = Plan::for_breach(breach, &room.breach().1, &[], room.day);
    let add = Change::Add(Box::new(Record::Plan(plan)));
    room.journal().tell(add).expect("told");
    let (id, _) = room.plan();
    let due = |room: &Room| room.plan().1.next_review();
    let on = |n: u64| Some(house::now().date() + Days::new(n));
    assert_eq!(due(&room), on(7));
    room.day = house::now().date() + Days::new(9);
    let mut screen = room.screen();
    screen.go(Place::Settle(id)).keys("v").expect("keys");
    assert_eq!(due(&room), on(16));
    screen.keys("u").expect("keys");
    assert_eq!(due(&room), on(7));
    screen.go(Place::Settle(id)).keys("v").expect("keys");
    // a gate that is passed is a look as well
    room.day = house::now().date() + Days::new(16);
    let tell = |act| {
        let on = room.day;
        room.journal().tell(Change::Act { id, act, on })
    };
    let answer = "the facts".to_owned();
    tell(Act::Advance { answer }).expect("told");
    assert_eq!(due(&room), on(23));
    let reason = "moved on".to_owned();
    tell(Act::Stop { reason }).expect("told");
    assert_eq!(due(&room), None);
}

/// Context notes stand above the form of a breach with their age, and ask to be looked at again after half a year.
#[test]
fn context_notes_are_looked_at_again_after_half_a_year() {
    let mut room = Room::new();
    room.day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let mut screen = room.screen();
    screen.keys(r#"a p "Ana Costa" ctrl-s"#).expect("keys");
    let ana = room.journal().find_relationship("ana").expect("ana");
    let mut journal = room.journal();
    let stored = journal.stored(ana).expect("a journal").expect("ana");
    let texts = [("context", "the merger in spring"), ("power_gap", "1")];
    let record = trustline::domain::fields::parse(stored.record, &texts, &journal.reading());
    let record = Box::new(record.expect("sound"));
    journal
        .tell(Change::Edit {
            id: ana,
            seen: stored.stamp,
            record,
        })
        .expect("told");
    room.day = NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day");
    let mut screen = room.screen();
    screen.go(Place::New(Kind::Breach, Some(ana)));
    for words in [
        "the merger in spring",
        "does it still hold?",
        "is there another reading?",
        "Who else had a say?",
    ] {
        seen(&screen, words);
    }
    screen.keys("esc").expect("keys");
    screen.go(Place::Settle(ana)).keys("c").expect("keys");
    screen.go(Place::New(Kind::Breach, Some(ana)));
    seen(&screen, "noted today");
    unseen(&screen, "does it still hold?");
}
