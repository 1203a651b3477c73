//! What trustline believes, as laws over made-up journals: nobody is sorted by a figure, time closes nothing by itself,
//! a cause weighs nothing, and no figure passes from one person to another.

use chrono::{Days, NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use trustline::clock::Clock;
use trustline::domain::commitment::Cause;
use trustline::domain::review::Loose;
use trustline::domain::view::{Card, Window};
use trustline::domain::{Act, Kind, RecordId};
use trustline::journal::{Change, Journal};

use crate::house::{add, commitment, day, journal, now, person};

const NAMES: [&str; 4] = ["Ada Bly", "Ben Cox", "Cem Dag", "Dee Eng"];

/// A promise: whose, from which side, made so many days ago, due and settled so many days later, kept or not.
#[derive(Debug, Clone)]
struct Story {
    who: usize,
    mine: bool,
    ago: u64,
    after: u64,
    kept: bool,
}

fn stories() -> impl Strategy<Value = Vec<Story>> {
    let one = (
        0..4usize,
        any::<bool>(),
        30..300u64,
        1..20u64,
        any::<bool>(),
    );
    let one = one.prop_map(|(who, mine, ago, after, kept)| Story {
        who,
        mine,
        ago,
        after,
        kept,
    });
    proptest::collection::vec(one, 1..24)
}

/// A journal in which every promise ended on the day it was due, kept or broken as `kept` says.
fn told(stories: &[Story], kept: impl Fn(&Story) -> bool) -> (Journal, Vec<RecordId>) {
    let mut journal = journal();
    let whos = NAMES.map(|name| {
        let of_core = [("name", name), ("since", "2025-01-01"), ("teams", "core")];
        add(&mut journal, Kind::Relationship, &of_core)
    });
    for story in stories {
        let made = now().date() - Days::new(story.ago);
        let due = made + Days::new(story.after);
        let side = if story.mine { "mine" } else { "theirs" };
        let (from, to) = (made.to_string(), due.to_string());
        let id = commitment(
            &mut journal,
            NAMES[story.who],
            side,
            "a promise",
            &from,
            &to,
        );
        let act = if kept(story) {
            Act::Keep
        } else {
            broken(Cause::Unknown)
        };
        settle(&mut journal, id, act, due);
    }
    (journal, whos.to_vec())
}

fn broken(cause: Cause) -> Act {
    Act::Break {
        warned: false,
        cause,
        reason: String::new(),
    }
}

fn settle(journal: &mut Journal, id: RecordId, act: Act, on: NaiveDate) {
    journal
        .tell(Change::Act { id, act, on })
        .expect("a settled promise");
}

/// Every list of people that the journal gives.
fn lists(journal: &Journal) -> Vec<Vec<String>> {
    let lines = journal
        .relationships(false, Window::top(50))
        .expect("the relationships");
    let named = |names: Vec<(RecordId, String)>| names.into_iter().map(|(_, name)| name).collect();
    let today = journal.today(50).expect("today");
    let teams = journal.teams().expect("the teams").into_iter();
    let team = journal.team("core", 12).expect("the team");
    let review = journal.review().expect("the review");
    let loose = |lines: Vec<Loose>| lines.into_iter().filter_map(|line| line.who);
    vec![
        teams.map(|line| line.name).collect(),
        team.members.into_iter().map(|one| one.name).collect(),
        named(team.coverage.known),
        named(loose(review.overdue).collect()),
        review.invest.into_iter().map(|one| one.name).collect(),
        named(review.run.due),
        named(review.run.done),
        lines.lines.into_iter().map(|line| line.name).collect(),
        named(journal.checkins_due().expect("those due")),
        named(journal.names_starting("", 50).expect("the names")),
        today
            .lines
            .into_iter()
            .filter_map(|line| line.who.map(|(_, name)| name))
            .collect(),
    ]
}

fn card(journal: &Journal, who: RecordId) -> Card {
    journal.card(who).expect("a card")
}

/// The figures of both sides, as bits: equal or not, with no tolerance.
fn figures(journal: &Journal, who: RecordId) -> Vec<(u64, u64, usize)> {
    let card = card(journal, who);
    let sides = [&card.mine, &card.theirs];
    let each = sides
        .into_iter()
        .flat_map(|side| [&side.kept, &side.follow]);
    each.map(|one| (one.alpha.to_bits(), one.beta.to_bits(), one.parts.len()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_list_of_people_depends_on_what_was_kept(stories in stories()) {
        let (as_it_was, _) = told(&stories, |story| story.kept);
        let (the_other_way, _) = told(&stories, |story| !story.kept);
        prop_assert_eq!(lists(&as_it_was), lists(&the_other_way));
    }

    #[test]
    fn no_figure_passes_from_one_person_to_another(stories in stories()) {
        let (all, whos) = told(&stories, |story| story.kept);
        for (nth, who) in whos.iter().enumerate() {
            let own: Vec<_> = stories.iter().filter(|story| story.who == nth).cloned().collect();
            let (alone, alone_whos) = told(&own, |story| story.kept);
            prop_assert_eq!(figures(&all, *who), figures(&alone, alone_whos[nth]));
        }
    }

    #[test]
    fn a_cause_weighs_nothing(stories in stories(), nth in any::<prop::sample::Index>()) {
        let one = nth.get(&stories).clone();
        let told_why = |cause| {
            let (mut journal, whos) = told(&stories, |story| story.kept);
            let made = now().date() - Days::new(one.ago);
            let due = made + Days::new(one.after);
            let (from, to) = (made.to_string(), due.to_string());
            let id = commitment(&mut journal, NAMES[one.who], "mine", "one more", &from, &to);
            settle(&mut journal, id, broken(cause), due);
            figures(&journal, whos[one.who])
        };
        let unsaid = told_why(Cause::Unknown);
        for cause in Cause::ALL {
            prop_assert_eq!(&told_why(*cause), &unsaid);
        }
    }

    #[test]
    fn what_was_excused_or_released_lowers_nothing(stories in stories(), nth in any::<prop::sample::Index>()) {
        let one = nth.get(&stories).clone();
        let (mut journal, whos) = told(&stories, |story| story.kept);
        let before = figures(&journal, whos[one.who]);
        for act in [
            Act::Release { reason: String::new() },
            Act::Excuse { reason: "the building was closed".to_owned(), process: None },
        ] {
            let id = commitment(&mut journal, NAMES[one.who], "mine", "let go", "2026-10-01", "2026-10-05");
            settle(&mut journal, id, act, day("2026-10-20"));
        }
        prop_assert_eq!(figures(&journal, whos[one.who]), before);
    }
}

fn years_later(years: i32) -> NaiveDateTime {
    use chrono::Datelike;
    now().with_year(now().year() + years).expect("a later year")
}

#[test]
fn time_alone_closes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.db");
    let open = |at| Journal::open(&file, Clock::fixed(at)).expect("a journal");
    let mut journal = open(now());
    person(&mut journal, "Ada Bly");
    let breach = add(
        &mut journal,
        Kind::Breach,
        &[
            ("who", "Ada Bly"),
            ("happened", "shared it"),
            ("severity", "3"),
        ],
    );
    let agreement = add(
        &mut journal,
        Kind::Agreement,
        &[
            ("who", "Ada Bly"),
            ("text", "no feedback in front of others"),
        ],
    );
    let seen = Act::Observe {
        upheld: false,
        words: "in the stand-up".to_owned(),
    };
    settle(&mut journal, agreement, seen, now().date());
    let need = add(
        &mut journal,
        Kind::Need,
        &[
            ("who", "Ada Bly"),
            ("text", "a quiet hour"),
            ("side", "theirs"),
        ],
    );
    let promise = commitment(
        &mut journal,
        "Ada Bly",
        "mine",
        "the numbers",
        "2026-11-01",
        "2026-11-20",
    );
    drop(journal);
    for years in [1, 5, 20] {
        let mut journal = open(years_later(years));
        journal.rebuild(&mut |_| {}).expect("a rebuild");
        for (id, state) in [
            (breach, "open"),
            (agreement, "breached"),
            (need, "raised"),
            (promise, "open"),
        ] {
            let stored = journal.stored(id).expect("a read").expect("a record");
            assert_eq!(stored.record.noun().state(), state, "after {years} years");
        }
        let waiting = journal.today(50).expect("today").lines;
        for id in [agreement, need, promise] {
            assert!(
                waiting.iter().any(|line| line.id == id),
                "after {years} years"
            );
        }
    }
}
