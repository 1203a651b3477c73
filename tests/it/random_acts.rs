//! Hundreds of random acts, undone, redone and deleted among them: the journal comes out of an export as it went in.

use std::io::BufReader;

use chrono::Duration;
use trustline::domain::commitment::Cause;
use trustline::domain::{Act, Kind, RecordId, Side};
use trustline::journal::{Change, Journal};

use crate::house::{commitment, day, journal, person, record};

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
    let on = (day("2026-01-05") + Duration::days(i64::try_from(dice.below(300)).expect("small")))
        .to_string();
    let fresh = match dice.below(5) {
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
        _ => {
            let side = dice.one_of(&["mine", "theirs"]);
            return Some(commitment(journal, who, side, text, &on, "2026-11-20"));
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
    match dice.below(10) {
        0 => Act::Break {
            warned: true,
            cause: Cause::default(),
            reason: text,
        },
        1 => Act::Move {
            to: Some(day("2026-12-24").into()),
            asked: Side::Mine,
            agreed: dice.below(2) == 0,
        },
        2 => Act::Release { reason: text },
        3 => Act::Reopen,
        4 => Act::Discuss { outcome: text },
        5 => Act::Drop { reason: text },
        6 => Act::Carry,
        7 => Act::Snooze {
            until: day("2026-12-01"),
        },
        8 => Act::Agree,
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
                let (id, act) = (dice.one_of(&ids), act(&mut dice));
                let on = day("2026-11-22");
                journal.tell(Change::Act { id, act, on }).is_ok()
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
