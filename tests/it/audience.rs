//! The law of audiences: over journals in which every text of every record is a word of its own, no word reaches an
//! output that its reader may not see, and every word of what leaves is there.

use std::collections::BTreeSet;

use proptest::prelude::*;
use trustline::domain::agreement::{Observation, Scope};
use trustline::domain::audience::{Audience, May, Reader, rows};
use trustline::domain::brief::{self, Brief};
use trustline::domain::checkin::{Answer, Begun};
use trustline::domain::delegation::LevelChange;
use trustline::domain::feedback::{Direction, FeedbackState};
use trustline::domain::fields::Shape;
use trustline::domain::plan::{Gate, Stage};
use trustline::domain::shortcut::Check;
use trustline::domain::value::Value;
use trustline::domain::{Kind, Record, RecordId, Side, When};
use trustline::journal::{Change, Journal};
use trustline::transfer::{self, brief::Format};

use crate::house::{day, journal};

const FORMATS: [Format; 4] = [Format::Text, Format::Markdown, Format::Html, Format::Json];
const AUDIENCES: [Audience; 3] = [Audience::Me, Audience::Them, Audience::Lead];
/// Fields whose texts are not free words.
const SET: [&str; 4] = ["repeats", "withhold", "acknowledged", "name"];

/// A word that stands in one field of one record and nowhere else.
struct Marker {
    word: String,
    record: RecordId,
    field: &'static str,
}

/// A journal of two people with its words.
struct Marked {
    journal: Journal,
    markers: Vec<Marker>,
    who: RecordId,
    other: RecordId,
    plans: [RecordId; 2],
    words: usize,
}

impl Marked {
    fn new() -> Self {
        let nobody = RecordId::default();
        let mut marked = Self {
            journal: journal(),
            markers: Vec::new(),
            who: nobody,
            other: nobody,
            plans: [nobody; 2],
            words: 0,
        };
        let [who, other] = ["Ada Bly", "Ben Cox"].map(|name| {
            let mut record = Kind::Relationship.blank();
            if let Record::Relationship(one) = &mut record {
                name.clone_into(&mut one.name);
                one.since = day("2025-01-01");
            }
            marked.add(record)
        });
        (marked.who, marked.other) = (who, other);
        marked.plans = [who, other].map(|who| {
            let breach = marked.of(Kind::Breach, who, 0);
            let mut plan = Kind::Plan.blank();
            if let Record::Plan(one) = &mut plan {
                (one.who, one.breach, one.opened) = (who, breach, day("2026-11-10"));
            }
            marked.add(plan)
        });
        marked
    }

    /// Adds a record with a word of its own in every text of it.
    fn add(&mut self, mut record: Record) -> RecordId {
        let mut words = Vec::new();
        let mut next = self.words;
        let mut word = |field: &'static str| {
            next += 1;
            let word = format!("zq{next:05}zq");
            words.push((field, word.clone()));
            word
        };
        for field in record.kind().fields() {
            let value = match field.shape {
                Shape::Line | Shape::Text => Value::Text(word(field.name)),
                Shape::Tags => Value::List(vec![Value::Text(word(field.name))]),
                _ => continue,
            };
            if !SET.contains(&field.name) {
                (field.set)(&mut record, &value).expect("a field takes words");
            }
        }
        inside(&mut record, &mut word);
        self.words = next;
        let told = self.journal.tell(Change::Add(Box::new(record.clone())));
        let id = told
            .unwrap_or_else(|error| panic!("{error:?}: {record:?}"))
            .ids[0];
        let free = words.into_iter().filter(|(field, _)| !SET.contains(field));
        self.markers.extend(free.map(|(field, word)| Marker {
            word,
            record: id,
            field,
        }));
        id
    }

    /// Adds a record of a kind, with somebody, in one of its states.
    fn of(&mut self, kind: Kind, who: RecordId, state: u8) -> RecordId {
        let mut record = kind.fresh(day("2026-11-15").and_hms_opt(9, 0, 0).expect("a time"));
        let id = Value::Text(who.to_string());
        let link = kind.fields().iter().find(|field| field.name == "who");
        let id = match link.expect("a relationship").shape {
            Shape::Whos => Value::List(vec![id]),
            _ => id,
        };
        (link.expect("a relationship").set)(&mut record, &id).expect("a relationship");
        let plan = self.plans[usize::from(who != self.who)];
        stand(&mut record, state, plan);
        self.add(record)
    }

    fn record(&self, id: RecordId) -> Record {
        let stored = self.journal.stored(id).expect("a journal");
        stored.expect("a record").record
    }

    /// Has the relationship withhold something.
    fn withhold(&mut self, word: &str) {
        let stored = self.journal.stored(self.who).expect("a journal");
        let stored = stored.expect("a relationship");
        let mut record = stored.record;
        if let Record::Relationship(one) = &mut record {
            one.withhold = vec![word.to_owned()];
        }
        let edit = Change::Edit {
            id: self.who,
            seen: stored.stamp,
            record: Box::new(record),
        };
        self.journal.tell(edit).expect("an edit");
    }

    fn brief(&self, audience: Audience) -> Brief {
        let since = Some(day("2026-11-01"));
        let prep = self.journal.prep(self.who, since).expect("a sheet");
        let ends = self.journal.day();
        let timeline = self
            .journal
            .timeline(self.who, ends, 7, 8)
            .expect("a timeline");
        brief::compose(&prep, &timeline, audience)
    }
}

/// Puts a kind into one of its states.
fn stand(record: &mut Record, state: u8, plan: RecordId) {
    let on = day("2026-11-16");
    let side = if state.is_multiple_of(2) {
        Side::Mine
    } else {
        Side::Theirs
    };
    match record {
        Record::Commitment(one) => {
            one.side = side;
            one.made = day("2026-11-15");
            one.agreed = (state % 7 != 1).then_some(one.made);
            one.due = Some(When::day(day("2026-12-01")));
            match state % 7 {
                2 => one.done = Some(on),
                3 => one.plan = Some(plan),
                4 => (one.plan, one.visible) = (Some(plan), true),
                5 => one.released = Some(on),
                _ => {}
            }
        }
        Record::Feedback(one) => {
            one.direction = Direction::ALL[usize::from(state) % 3];
            one.state = FeedbackState::ALL[usize::from(state / 3) % 2];
        }
        Record::Disclosure(one) => {
            (one.side, one.depth) = (side, 3);
            one.confidence = !state.is_multiple_of(3);
            one.unsealed = (state % 3 == 2).then_some(on);
        }
        Record::Breach(one) => (one.severity, one.safety) = (2, state % 4 == 3),
        Record::Agreement(one) => one.scope = Scope::ALL[usize::from(state) % 4],
        Record::Topic(one) => one.side = side,
        Record::Need(one) => one.side = side,
        Record::CheckIn(one) => (one.side, one.unfinished) = (side, state % 5 == 4),
        _ => {}
    }
}

/// Puts a word into each small record inside a record.
fn inside(record: &mut Record, word: &mut dyn FnMut(&'static str) -> String) {
    let on = day("2026-11-16");
    match record {
        Record::CheckIn(one) => {
            one.answers.push(Answer {
                question: "ABL".into(),
                score: Some(4),
                sentence: word("answers"),
                asked: String::new(),
                as_before: false,
            });
            let words = word("begun");
            one.begun.push(Begun {
                slot: "topic".into(),
                words,
            });
        }
        Record::Agreement(one) => one.observations.push(Observation {
            on,
            upheld: true,
            words: word("observations"),
            ..Observation::default()
        }),
        Record::Plan(one) => {
            one.stage = Stage::Acknowledge;
            one.gates.push(Gate {
                stage: Stage::Assess,
                on,
                answer: word("gates"),
            });
        }
        Record::Delegation(one) => one.changes.push(LevelChange {
            on,
            from: 2,
            why: word("changes"),
        }),
        Record::Shortcut(one) => one.checks.push(Check {
            on,
            held: true,
            words: word("checks"),
        }),
        _ => {}
    }
}

/// Whether a word may leave at all, asked of the table; `None`: never.
fn may(all: &Marked, marker: &Marker, audience: Audience) -> Option<May> {
    let record = all.record(marker.record);
    let whos = record.noun().whos();
    let about = marker.record == all.who || whos.contains(&all.who);
    let kept = matches!(&record, Record::Commitment(one) if one.confidence.is_some());
    if !about || record.noun().is_sealed() || kept {
        return None;
    }
    let Record::Relationship(one) = all.record(all.who) else {
        return None;
    };
    let reader = Reader::of(audience, &one, all.journal.day());
    let piece = reader.piece(record.kind(), marker.field)?;
    Some(piece.max(reader.whole(&record)?))
}

/// Every word of every output against the table and the ticks.
fn hold(marked: &Marked, brief: &Brief) -> Result<(), TestCaseError> {
    let lines = || {
        brief
            .sections
            .iter()
            .flat_map(|s| s.lines.iter().map(move |l| (s, l)))
    };
    for format in FORMATS {
        let out = transfer::brief::write(brief, format);
        for marker in &marked.markers {
            let (kind, field) = (marked.record(marker.record).kind(), marker.field);
            let is_out = out.contains(&marker.word);
            let holding: Vec<_> = lines()
                .filter(|(_, l)| l.text.contains(&marker.word))
                .collect();
            let leaves = holding
                .iter()
                .any(|(section, line)| section.picked && line.ticked);
            prop_assert_eq!(is_out, leaves, "{} {}: {}", kind, field, out);
            match may(marked, marker, brief.audience) {
                None => prop_assert!(holding.is_empty(), "{kind}.{field} has a line"),
                Some(May::Ticked) => {
                    let private = holding.iter().all(|(_, line)| line.may == May::Ticked);
                    prop_assert!(private, "{kind}.{field} would leave unasked");
                }
                Some(May::Shown) => {}
            }
        }
        let first = "Written from one side";
        let starts = match format {
            Format::Text | Format::Markdown => out.trim_start_matches('*').starts_with(first),
            Format::Html | Format::Json => out.contains(first),
        };
        prop_assert!(starts, "{}", out);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_word_reaches_whom_it_may_not(
        made in proptest::collection::vec((1..Kind::ALL.len(), any::<bool>(), any::<u8>()), 1..24),
        ticks in proptest::collection::vec(any::<bool>(), 64),
        withhold in proptest::sample::select(vec!["", "feedback", "lead:commitment", "commitment.reason", "note.text"]),
    ) {
        let mut marked = Marked::new();
        for (kind, theirs, state) in made {
            let who = if theirs { marked.other } else { marked.who };
            if Kind::ALL[kind] != Kind::Plan {
                marked.of(Kind::ALL[kind], who, state);
            }
        }
        if !withhold.is_empty() {
            marked.withhold(withhold);
        }
        for audience in AUDIENCES {
            let mut brief = marked.brief(audience);
            hold(&marked, &brief)?;
            let keys: Vec<_> = brief.keys().into_iter().map(str::to_owned).collect();
            for (key, tick) in keys.iter().zip(ticks.iter().cycle()) {
                brief.tick(key, *tick);
            }
            if let Some(word) = brief.sections.first().map(|one| one.word.clone()) {
                brief.pick(&word, ticks[0]);
            }
            hold(&marked, &brief)?;
        }
    }
}

/// Every text that the table lets leave can be ticked: nothing is promised there that no line holds.
#[test]
fn every_row_of_the_table_has_its_line() {
    let mut marked = Marked::new();
    for kind in Kind::ALL.iter().skip(1).filter(|kind| **kind != Kind::Plan) {
        for state in 0..12 {
            marked.of(*kind, marked.who, state);
        }
    }
    for audience in [Audience::Them, Audience::Lead] {
        let brief = marked.brief(audience);
        let mut held = BTreeSet::new();
        for line in brief.sections.iter().flat_map(|section| &section.lines) {
            for marker in marked
                .markers
                .iter()
                .filter(|m| line.text.contains(&m.word))
            {
                held.insert((marked.record(marker.record).kind(), marker.field));
            }
        }
        let texts: BTreeSet<_> = marked
            .markers
            .iter()
            .map(|marker| (marked.record(marker.record).kind(), marker.field))
            .collect();
        for row in rows() {
            let may = match audience {
                Audience::Lead => row.lead,
                _ => row.them,
            };
            let what = (row.kind, row.piece);
            if texts.contains(&what) {
                assert_eq!(
                    held.contains(&what),
                    may.is_some(),
                    "{what:?} for {audience}"
                );
            }
        }
    }
}
