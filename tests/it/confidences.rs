//! The law of confidences, over made-up journals: no byte of what is sealed leaves by any way out until it is unsealed.

use std::io::BufReader;

use proptest::prelude::*;
use trustline::domain::brief::{self, Audience};
use trustline::domain::filter::{Ask, Filter};
use trustline::domain::view::Window;
use trustline::domain::{Act, Kind, Record, RecordId, Side};
use trustline::journal::{Change, Journal};
use trustline::transfer::{self, brief::Format};
use trustline::tui::harness::Trial;
use trustline::tui::page::Place;
use trustline::wire::json;

use crate::house::{add, day, journal, person};
use crate::rough_hands;

const NAMES: [&str; 2] = ["Ada Bly", "Ben Cox"];
/// Stands in every text that a seal covers.
const SECRET: &str = "zyxquartz";
/// Who may know.
const KNOWER: &str = "vintagemoth";

/// Something that was shared, and what was done to it, step by step.
#[derive(Debug, Clone)]
struct Story {
    who: usize,
    theirs: bool,
    depth: u8,
    confidence: bool,
    steps: Vec<Step>,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Respond,
    Seal,
    Unseal,
    Erase,
    Undo,
}

fn stories() -> impl Strategy<Value = Vec<Story>> {
    let step = prop_oneof![
        Just(Step::Respond),
        Just(Step::Seal),
        Just(Step::Unseal),
        Just(Step::Erase),
        Just(Step::Undo),
    ];
    let steps = proptest::collection::vec(step, 0..5);
    let one = (0..2usize, any::<bool>(), 1..6u8, any::<bool>(), steps);
    let one = one.prop_map(|(who, theirs, depth, confidence, steps)| Story {
        who,
        theirs,
        depth,
        confidence,
        steps,
    });
    proptest::collection::vec(one, 1..6)
}

/// What every step said, and the records that were made.
struct Told {
    journal: Journal,
    whos: Vec<RecordId>,
    ids: Vec<RecordId>,
    said: String,
}

/// The journal of some stories; in the end, everything that was shared is sealed or gone.
fn told(stories: &[Story]) -> Told {
    let mut journal = journal();
    let whos = NAMES.map(|name| person(&mut journal, name)).to_vec();
    let (mut ids, mut said) = (Vec::new(), String::new());
    let note = |told: &str, said: &mut String| {
        said.push_str(told);
        said.push('\n');
    };
    for (n, story) in stories.iter().enumerate() {
        let side = if story.theirs { "theirs" } else { "mine" };
        let (depth, content) = (
            story.depth.to_string(),
            format!("{SECRET}{n} told\nmore {SECRET}"),
        );
        let texts = [
            ("who", NAMES[story.who]),
            ("side", side),
            ("depth", &depth),
            ("day", "2026-11-10"),
            ("content", &content),
            ("setting", SECRET),
            ("may_know", KNOWER),
            ("confidence", if story.confidence { "yes" } else { "no" }),
        ];
        let id = add(&mut journal, Kind::Disclosure, &texts);
        ids.push(id);
        let mut done = 1;
        for step in &story.steps {
            let on = day("2026-11-20");
            let act = |act| Change::Act { id, act, on };
            let told = match step {
                Step::Respond => journal.tell(act(Act::Respond(
                    trustline::domain::disclosure::Response::Care,
                ))),
                Step::Seal => journal.tell(act(Act::Seal)),
                Step::Unseal => journal.tell(act(Act::Unseal)),
                Step::Erase => journal.tell(Change::Erase { id }),
                // what was there before this story stays
                Step::Undo if done == 0 => continue,
                Step::Undo => journal.undo().map(Option::unwrap_or_default),
            };
            match told {
                Ok(told) => {
                    note(&told.says, &mut said);
                    done = if matches!(step, Step::Undo) {
                        done - 1
                    } else {
                        done + 1
                    };
                }
                Err(error) => note(error.says(), &mut said),
            }
        }
        // whatever stands open is sealed at last
        let on = day("2026-11-21");
        if let Ok(told) = journal.tell(Change::Act {
            id,
            act: Act::Seal,
            on,
        }) {
            note(&told.says, &mut said);
        }
    }
    Told {
        journal,
        whos,
        ids,
        said,
    }
}

/// What is gone and was open when it was deleted is not sealed: those are left out of what is looked at.
fn is_sealed_or_was(told: &Told, id: RecordId) -> bool {
    let history = told.journal.history(id).expect("a history");
    let last = history.iter().find_map(|version| version.record.as_ref());
    last.is_some_and(|record| record.noun().is_sealed())
}

/// Everything that the journal says of itself, in one text.
fn everything(told: &Told) -> String {
    let journal = &told.journal;
    let mut all = vec![told.said.clone()];
    let filters = [
        Filter::default(),
        Filter::default().and(Ask::Kind(vec![Kind::Disclosure])),
        Filter::default().and(Ask::State(vec!["care"])),
        Filter::default().and(Ask::Side(Side::Theirs)),
        Filter::default().and(Ask::Words {
            text: SECRET.to_owned(),
            phrase: false,
        }),
        Filter::default().and(Ask::Words {
            text: KNOWER.to_owned(),
            phrase: true,
        }),
    ];
    for filter in filters {
        let found = journal.entries(&filter, Window::top(500)).expect("a list");
        for line in &found.lines {
            assert_ne!(line.kind, Kind::Disclosure, "a sealed one in a list");
            all.push(format!("{line:?} {}\n", json::entry(line)));
        }
    }
    all.push(format!("{:?}\n", journal.today(100).expect("today")));
    all.push(format!(
        "{:?}\n",
        journal.confidences(None).expect("a list")
    ));
    for who in &told.whos {
        all.push(of_relationship(journal, *who));
    }
    for id in &told.ids {
        if let Some(stored) = journal.stored(*id).expect("a journal") {
            all.push(format!("{stored:?} {}\n", json::stored(&stored)));
        }
        for version in journal.history(*id).expect("a history") {
            all.push(format!("{version:?} {}\n", json::version(&version)));
        }
    }
    for words in [SECRET, KNOWER] {
        if let Err(error) = journal.find_record(None, words) {
            // the sentence repeats what was typed, and nothing else
            all.push(error.says().replace(words, "…"));
        }
    }
    all.concat()
}

fn of_relationship(journal: &Journal, who: RecordId) -> String {
    let prep = journal.prep(who, Some(day("2026-01-01"))).expect("a sheet");
    let timeline = journal
        .timeline(who, journal.day(), 7, 20)
        .expect("a timeline");
    let trust = journal.trust(who).expect("what stands in trust");
    let mut all = format!("{prep:?} {timeline:?} {trust:?} {}\n", json::trust(&trust));
    all.push_str(&json::card(&journal.card(who).expect("a card"), &trust).to_string());
    for audience in [Audience::Me, Audience::Them] {
        let brief = brief::compose(&prep, &timeline, audience);
        for format in [Format::Text, Format::Markdown, Format::Html, Format::Json] {
            all.push_str(&transfer::brief::write(&brief, format));
        }
    }
    all
}

fn export(journal: &Journal) -> String {
    let mut bytes = Vec::new();
    journal.export(&mut bytes).expect("an export");
    String::from_utf8(bytes).expect("UTF-8")
}

fn says_nothing(text: &str) -> Result<(), TestCaseError> {
    for word in [SECRET, KNOWER] {
        let at = text.find(word);
        let around = at.map(|at| {
            text[at.saturating_sub(200)..]
                .chars()
                .take(300)
                .collect::<String>()
        });
        prop_assert!(at.is_none(), "{word} was told: {around:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_byte_of_what_is_sealed_is_told(stories in stories()) {
        let told = told(&stories);
        let all_sealed = told.ids.iter().all(|id| is_sealed_or_was(&told, *id));
        prop_assume!(all_sealed);
        says_nothing(&everything(&told))?;
        says_nothing(&export(&told.journal))?;
        let mut other = crate::house::journal();
        let brought = other.unite(&mut BufReader::new(export(&told.journal).as_bytes()));
        prop_assert!(brought.is_ok(), "{brought:?}");
        prop_assert_eq!(export(&other), export(&told.journal), "other bytes");
    }
}

#[test]
fn an_export_leaves_out_every_revision_and_says_how_many_records() {
    let mut journal = journal();
    person(&mut journal, "Ada Bly");
    let secret = |journal: &mut Journal, confidence| {
        let texts = [
            ("who", "Ada Bly"),
            ("content", SECRET),
            ("confidence", confidence),
        ];
        add(journal, Kind::Disclosure, &texts)
    };
    let (open, sealed, gone) = (
        secret(&mut journal, "no"),
        secret(&mut journal, "yes"),
        secret(&mut journal, "yes"),
    );
    journal.tell(Change::Erase { id: gone }).expect("deleted");
    assert_eq!(journal.left_out().expect("a count"), 2);
    let text = export(&journal);
    assert_eq!(text.matches(SECRET).count(), 1, "only the open one: {text}");
    // unsealed one by one, each comes with all of its past; what was deleted sealed stays out
    let on = day("2026-11-22");
    journal
        .tell(Change::Act {
            id: sealed,
            act: Act::Unseal,
            on,
        })
        .expect("unsealed");
    assert_eq!(journal.left_out().expect("a count"), 1);
    assert_eq!(export(&journal).matches(SECRET).count(), 3);
    journal
        .tell(Change::Act {
            id: open,
            act: Act::Seal,
            on,
        })
        .expect("sealed");
    assert_eq!(
        export(&journal).matches(SECRET).count(),
        2,
        "its open past is out too"
    );
}

#[test]
fn a_file_without_them_leaves_a_journal_unharmed() {
    let mut journal = journal();
    person(&mut journal, "Ada Bly");
    let texts = [
        ("who", "Ada Bly"),
        ("side", "theirs"),
        ("content", SECRET),
        ("confidence", "yes"),
    ];
    let id = add(&mut journal, Kind::Disclosure, &texts);
    let (before, digest) = (export(&journal), journal.digest().expect("a digest"));
    journal
        .unite(&mut BufReader::new(before.as_bytes()))
        .expect("a union");
    assert_eq!(journal.digest().expect("a digest"), digest);
    assert!(journal.stands(id).expect("a journal"));
}

#[test]
fn what_is_sealed_is_not_typed_over() {
    let mut journal = journal();
    person(&mut journal, "Ada Bly");
    let texts = [
        ("who", "Ada Bly"),
        ("content", SECRET),
        ("confidence", "yes"),
    ];
    let id = add(&mut journal, Kind::Disclosure, &texts);
    let stored = journal.stored(id).expect("a journal").expect("a record");
    let change = Change::Edit {
        id,
        seen: stored.stamp,
        record: Box::new(stored.record),
    };
    let refused = journal.tell(change).expect_err("refused");
    assert!(refused.says().contains("sealed"), "{}", refused.says());
    let on = day("2026-11-22");
    journal
        .tell(Change::Act {
            id,
            act: Act::Unseal,
            on,
        })
        .expect("unsealed");
    let stored = journal.stored(id).expect("a journal").expect("a record");
    assert!(
        matches!(&stored.record, Record::Disclosure(one) if one.content == SECRET),
        "its words are as they were"
    );
}

#[test]
fn the_index_of_words_forgets_what_is_sealed_to_the_last_letter() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.db");
    let mut journal = Journal::open(&file, crate::house::clock()).expect("a journal");
    person(&mut journal, "Ada Bly");
    let texts = [("who", "Ada Bly"), ("content", SECRET), ("setting", SECRET)];
    let id = add(&mut journal, Kind::Disclosure, &texts);
    let on = day("2026-11-22");
    let pieces = || {
        let base = rusqlite::Connection::open(&file).expect("the file");
        let mut rows = base.prepare("SELECT block FROM fulltext_data").expect("it");
        let blocks = rows
            .query_map([], |row| row.get::<_, Vec<u8>>(0))
            .expect("rows");
        let holds = |block: Vec<u8>| String::from_utf8_lossy(&block).contains("yxquartz");
        blocks.flatten().filter(|b| holds(b.clone())).count()
    };
    assert!(pieces() > 0, "open, it is found by its words");
    for act in [Act::Seal, Act::Unseal, Act::Seal] {
        let sealed = act == Act::Seal;
        journal.tell(Change::Act { id, act, on }).expect("done");
        assert_eq!(pieces() == 0, sealed);
    }
    journal.undo().expect("unsealed again");
    assert!(pieces() > 0);
    journal.redo().expect("sealed again");
    assert_eq!(pieces(), 0);
    let health = journal.health();
    assert!(health.is_well(), "{health:?}");
}

#[test]
fn no_screen_shows_what_is_sealed() {
    let mut journal = journal();
    let who = person(&mut journal, "Ada Bly");
    let texts = [
        ("who", "Ada Bly"),
        ("side", "theirs"),
        ("depth", "5"),
        ("content", SECRET),
        ("may_know", KNOWER),
        ("confidence", "yes"),
    ];
    let id = add(&mut journal, Kind::Disclosure, &texts);
    let mut screen = Trial::over(journal, 100, 30);
    let places = [
        Place::Today,
        Place::Relationships,
        Place::Relationship(who),
        Place::Prep(who),
        Place::Record(id),
        Place::Edit(id),
        Place::Settle(id),
        Place::Confidences(None),
        Place::Search("kind:disclosure".to_owned()),
        Place::CheckIn(Some(who)),
    ];
    for place in places {
        let text = screen.go(place.clone()).text();
        assert!(
            !text.contains(SECRET) && !text.contains(KNOWER),
            "{place:?}: {text}"
        );
    }
    let text = screen.go(Place::Record(id)).keys("h").expect("keys").text();
    assert!(
        !text.contains(SECRET) && text.contains("told in confidence"),
        "{text}"
    );
}

#[test]
fn no_key_on_any_page_shows_what_is_sealed() {
    let mut journal = trustline::tui::harness::sample().expect("the sample");
    let whos = journal.names_starting("", 100).expect("names");
    let mut own = Vec::new();
    for (n, (_, name)) in whos.iter().enumerate() {
        let texts = [
            ("who", name.as_str()),
            ("side", if n % 2 == 0 { "theirs" } else { "mine" }),
            ("depth", "5"),
            ("content", SECRET),
            ("setting", SECRET),
            ("may_know", KNOWER),
            ("confidence", "yes"),
        ];
        let id = add(&mut journal, Kind::Disclosure, &texts);
        own.extend([Place::Record(id), Place::Settle(id), Place::Edit(id)]);
        own.push(Place::Confirm(
            "Delete it?".to_owned(),
            Box::new(Change::Erase { id }),
        ));
    }
    own.push(Place::Search(SECRET.chars().take(3).collect()));
    own.push(Place::Search("kind:disclosure".to_owned()));
    own.extend(rough_hands::places(&journal));
    // all but the one key that asks whether it may be seen
    let mut keys = rough_hands::keys();
    keys.retain(|key| *key != "U");
    let mut dice = rough_hands::Dice(0x5ea1);
    let mut trial = Trial::over(journal, 110, 40);
    for step in 0..1_200 {
        if step % 12 == 0 {
            trial.go(own[dice.roll(own.len())].clone());
        }
        let key = keys[dice.roll(keys.len())];
        trial.keys(key).expect("keys");
        let text = trial.text();
        assert!(
            !text.contains(SECRET) && !text.contains(KNOWER),
            "after {key}:\n{text}"
        );
    }
}
