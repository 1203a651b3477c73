//! Hundreds of random acts, undone, redone and deleted among them: the journal comes out of an export as it went in.

use std::io::BufReader;

use chrono::Duration;
use trustline::domain::agreement::Visibility;
use trustline::domain::breach::BreachState;
use trustline::domain::commitment::Cause;
use trustline::domain::disclosure::Response;
use trustline::domain::feedback::FeedbackState;
use trustline::domain::need::NeedState;
use trustline::domain::relationship::Role;
use trustline::domain::{Act, Kind, Record, RecordId, Side};
use trustline::journal::{Change, Journal};

use crate::house::{day, journal, person, record};

/// Numbers that look random and are the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).expect("small")).expect("small")
    }

    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }
}

const NAMES: [&str; 4] = ["Ada Bly", "Ben Cox", "Cem Dag", "Dee Eng"];
const TEXTS: [&str; 6] = [
    "the draft #plan",
    "two\nlines \u{1b}[31m \u{202e}back",
    "\u{1F469}\u{200d}\u{1F4BB} with @Ada",
    "=1+1",
    "\"quoted\" \\ back/slash",
    "a\u{0301}\u{0301}\u{0301} \u{2028} end",
];

fn export(journal: &Journal) -> String {
    let mut bytes = Vec::new();
    journal.export(&mut bytes).expect("an export");
    String::from_utf8(bytes).expect("UTF-8")
}

/// Something new, of some kind, with somebody.
fn add(journal: &mut Journal, dice: &mut Dice) -> Option<RecordId> {
    let (who, text) = (dice.one_of(&NAMES), dice.one_of(&TEXTS));
    if journal.find_relationship(who).is_err() {
        // undone, or deleted: somebody of that name comes again
        return Some(person(journal, who));
    }
    if NAMES[..2]
        .iter()
        .any(|name| journal.find_relationship(name).is_err())
    {
        return None;
    }
    let on = (day("2026-01-05") + Duration::days(i64::try_from(dice.below(300)).expect("small")))
        .to_string();
    let fresh = match dice.below(11) {
        0 => record(journal, Kind::Note, &[("text", text), ("at", &on)]),
        1 => record(journal, Kind::Topic, &[("who", who), ("text", text)]),
        2 => record(
            journal,
            Kind::Feedback,
            &[("who", who), ("behaviour", text), ("day", &on)],
        ),
        3 => record(
            journal,
            Kind::Breach,
            &[("who", who), ("happened", text), ("day", &on)],
        ),
        4 => record(
            journal,
            Kind::Disclosure,
            &[
                ("who", who),
                ("depth", "3"),
                ("day", &on),
                ("content", text),
            ],
        ),
        5 => record(
            journal,
            Kind::Agreement,
            &[("who", who), ("text", text), ("agreed", &on)],
        ),
        6 => record(
            journal,
            Kind::Delegation,
            &[
                ("who", who),
                ("topic", "plan"),
                ("since", &on),
                ("conditions", text),
            ],
        ),
        7 => record(
            journal,
            Kind::Shortcut,
            &[("who", who), ("text", text), ("since", &on)],
        ),
        8 => record(
            journal,
            Kind::Need,
            &[("who", who), ("text", text), ("raised", &on)],
        ),
        9 => record(
            journal,
            Kind::Band,
            &[("who", "Ada Bly, Ben Cox"), ("text", text), ("from", &on)],
        ),
        _ => {
            let side = dice.one_of(&["mine", "theirs"]);
            let rhythm = dice.one_of(&["", "weekly", "monthly", "weekdays"]);
            let texts = [
                ("who", who),
                ("side", side),
                ("text", text),
                ("made", &on),
                ("agreed", &on),
                ("due", "2026-11-20"),
                ("repeats", rhythm),
            ];
            record(journal, Kind::Commitment, &texts)
        }
    };
    journal
        .tell(Change::Add(Box::new(fresh)))
        .ok()
        .map(|told| told.ids[0])
}

/// An act that may be refused: a refusal must leave nothing behind either.
fn act(dice: &mut Dice) -> Act {
    let text = dice.one_of(&TEXTS).to_owned();
    let next = day("2026-12-24");
    match dice.below(26) {
        0 => Act::Break {
            warned: true,
            cause: Cause::default(),
            reason: text,
        },
        1 => Act::Move {
            to: Some(next.into()),
            asked: Side::Mine,
            agreed: dice.below(2) == 0,
        },
        2 => Act::Release { reason: text },
        3 => Act::Reopen,
        4 => Act::Discuss { outcome: text },
        5 => Act::Drop { reason: text },
        6 => Act::Carry,
        7 => Act::Snooze { until: next },
        8 => Act::Agree,
        9 => Act::Respond(dice.one_of(Response::ALL)),
        10 => Act::Confirm,
        11 => Act::Observe {
            upheld: dice.below(2) == 0,
            words: text,
        },
        12 => Act::Address {
            how: text,
            seen: dice.one_of(Visibility::ALL),
        },
        13 => Act::Review {
            next: (dice.below(2) == 0).then_some(next),
        },
        14 => Act::Level {
            to: u8::try_from(dice.below(9)).expect("small"),
            why: text,
        },
        15 => Act::Check {
            held: dice.below(2) == 0,
            words: text,
        },
        16 => Act::End { words: text },
        17 => Act::Need {
            state: dice.one_of(NeedState::ALL),
            words: text,
        },
        18 => Act::Role(dice.one_of(Role::ALL)),
        19 => Act::Pause { until: next },
        20 => Act::Resume,
        21 => Act::Feedback(dice.one_of(FeedbackState::ALL)),
        22 => Act::CloseBreach {
            state: dice.one_of(BreachState::ALL),
            words: text,
        },
        23 => Act::Once,
        _ => Act::Keep,
    }
}

fn lives(seed: u64) -> (Journal, usize) {
    let (mut journal, mut dice) = (journal(), Dice(seed));
    for name in NAMES {
        person(&mut journal, name);
    }
    let (mut ids, mut done) = (Vec::new(), 0);
    for _ in 0..300 {
        let before = export(&journal);
        let went = match dice.below(10) {
            0 => journal.undo().expect("undo").is_some(),
            1 => journal.redo().expect("redo").is_some(),
            2 if !ids.is_empty() => {
                let id = dice.one_of(&ids);
                journal.tell(Change::Erase { id }).is_ok()
            }
            3..=5 => add(&mut journal, &mut dice)
                .map(|id| ids.push(id))
                .is_some(),
            _ if !ids.is_empty() => {
                let (id, on) = (dice.one_of(&ids), day("2026-11-22"));
                // most acts do not fit most kinds
                (0..8).any(|_| {
                    let act = self::act(&mut dice);
                    journal.tell(Change::Act { id, act, on }).is_ok()
                })
            }
            _ => false,
        };
        if !went {
            assert_eq!(export(&journal), before, "a refusal left something behind");
        }
        done += usize::from(went);
    }
    (journal, done)
}

#[test]
fn after_random_acts_an_export_gives_the_same_journal() {
    for seed in [3, 1_234_567, 20_261_122] {
        let (mut lived, done) = lives(seed);
        assert!(done > 150, "only {done} acts were taken");
        let (first, digest) = (export(&lived), lived.digest().expect("a digest"));
        let mut other = journal();
        let brought = other
            .unite(&mut BufReader::new(first.as_bytes()))
            .expect("a union");
        assert_eq!(brought.conflicts, 0, "seed {seed}");
        assert!(export(&other) == first, "seed {seed}: other bytes");
        assert_eq!(other.digest().expect("a digest"), digest, "seed {seed}");
        lived.rebuild(&mut |_| {}).expect("a rebuild");
        assert_eq!(
            lived.digest().expect("a digest"),
            digest,
            "seed {seed}: rebuilt"
        );
    }
}

/// What of a record follows from days alone, and so can be known again for any day that was.
fn lasting(record: &Record) -> Record {
    let mut record = record.clone();
    match &mut record {
        Record::Agreement(one) => (one.reviewed, one.review) = (None, None),
        Record::Delegation(one) => (one.reviewed, one.review) = (None, None),
        Record::Plan(one) => one.review = None,
        _ => {}
    }
    record
}

#[test]
fn a_record_stood_on_a_day_as_that_day_left_it() {
    let mut dice = Dice(42);
    let mut journal = journal();
    let ada = person(&mut journal, "Ada Bly");
    person(&mut journal, "Ben Cox");
    for _ in 0..200 {
        let Some(id) = add(&mut journal, &mut dice) else {
            continue;
        };
        let id = if dice.below(8) == 0 { ada } else { id };
        let stored = journal.stored(id).expect("a read").expect("a record");
        let mut record = stored.record;
        let mut on = day("2026-11-22");
        let mut days = Vec::new();
        for _ in 0..6 {
            on += Duration::days(2);
            let act = self::act(&mut dice);
            // what is taken back leaves no day behind, nor does a rhythm that stops, and of a state that is set again only the newest keeps its day
            if matches!(
                act,
                Act::Reopen
                    | Act::Carry
                    | Act::Snooze { .. }
                    | Act::Resume
                    | Act::Pause { .. }
                    | Act::Confirm
                    | Act::Respond(_)
                    | Act::Need { .. }
                    | Act::Feedback(_)
                    | Act::CloseBreach { .. }
                    | Act::Agree
                    | Act::Once
            ) {
                continue;
            }
            if let Ok(next) = record.after(&act, on) {
                record = next;
            }
            days.push((on, lasting(&record)));
        }
        for (on, left) in days {
            let then = record.stood_on(on).expect("it was there already");
            assert_eq!(lasting(&then), left, "on {on}");
        }
    }
}
