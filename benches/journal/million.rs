//! Builds a journal of a million entries over a thousand relationships, and a locked copy of it, once, and keeps both.

use std::path::{Path, PathBuf};

use chrono::{Duration, NaiveDate};
use trustline::clock::Clock;
use trustline::domain::agreement::{Agreement, Observation};
use trustline::domain::checkin::{Answer, CheckIn};
use trustline::domain::commitment::Commitment;
use trustline::domain::disclosure::{Disclosure, Response};
use trustline::domain::feedback::{Feedback, FeedbackState};
use trustline::domain::need::{Need, NeedState};
use trustline::domain::note::Note;
use trustline::domain::relationship::{Relationship, Role};
use trustline::domain::{Record, RecordId, Side};
use trustline::journal::{Customs, Journal, Shelf};
use trustline::secret::{Cost, Keys};

use crate::form::{Form, passphrase};

/// The day on which the million ends and every bench stands.
pub const LAST: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 22) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The name of the locked one in its folder.
const FILE: &str = "journal.db";

const PEOPLE: i64 = 1_000;
const EACH: i64 = 1_000;
const DAYS: i64 = 5 * 365;
const NOUNS: [&str; 12] = [
    "budget",
    "roadmap",
    "release notes",
    "quarterly budget",
    "on-call rota",
    "interview plan",
    "draft",
    "design review",
    "numbers",
    "migration",
    "contract",
    "offsite",
];
const VERBS: [&str; 8] = [
    "send", "review", "prepare", "share", "finish", "discuss", "check", "book",
];

/// The folder of the build's products, where both are kept.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target"),
        PathBuf::from,
    )
}

/// The clock of every bench.
pub fn clock() -> Clock {
    Clock::fixed(LAST.and_hms_opt(10, 0, 0).expect("a moment"))
}

/// The first moment of the day so many days before the last one: local milliseconds, as the journal orders by.
pub fn moment(days: i64) -> i64 {
    let day = LAST - Duration::days(days);
    day.and_time(chrono::NaiveTime::MIN)
        .and_utc()
        .timestamp_millis()
}

/// The plain one, built if it is not there.
pub fn plain() -> Form {
    let path = target().join("bench-million-5.db");
    if !path.exists() {
        built(&path);
    }
    Form::of(path, Keys::none())
}

/// The locked one: the plain one, copied and then locked by the program's own way if it is not there.
pub fn locked(plain: &Form) -> Form {
    let folder = target().join("bench-million-5-locked");
    if !folder.exists() {
        eprintln!("locking a copy of it, once …");
        let half = target().join("bench-million-5-locking");
        let _ = std::fs::remove_dir_all(&half);
        std::fs::create_dir(&half).expect("a folder");
        let copy = half.join(FILE);
        std::fs::copy(&plain.path, &copy).expect("a copy");
        let mut shelf = Shelf::of(&copy, &clock(), &Customs::default());
        shelf.lock(&passphrase(), Cost::LEAST).expect("locked");
        std::fs::rename(&half, &folder).expect("kept");
    }
    let path = folder.join(FILE);
    let header = Journal::locked(&path).expect("a state").expect("a header");
    let key = header.open(&passphrase()).expect("its key");
    Form::of(path, Keys::of(key))
}

fn built(path: &Path) {
    eprintln!("building a journal of {} entries, once …", PEOPLE * EACH);
    let half = path.with_extension("half");
    for old in ["half", "half-wal", "half-shm"] {
        let _ = std::fs::remove_file(path.with_extension(old));
    }
    let start = std::time::Instant::now();
    let mut journal = Journal::open(&half, clock()).expect("a new journal");
    journal
        .load("a million", &mut records().map(Ok), &mut |_| true)
        .expect("a load");
    drop(journal);
    std::fs::rename(&half, path).expect("kept");
    eprintln!("built in {:.0?}", start.elapsed());
}

/// A small generator of numbers, the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u8) -> u8 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u8::try_from((self.0 >> 33) % u64::from(sides)).unwrap_or(0)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let sides = u8::try_from(from.len()).unwrap_or(u8::MAX);
        from[usize::from(self.roll(sides))]
    }
}

fn records() -> impl Iterator<Item = (RecordId, Record)> {
    let person = |n: i64| RecordId::derived(&["person", &n.to_string()]);
    let people = (0..PEOPLE).map(move |n| {
        let role = Role::ALL[usize::try_from(n).unwrap_or(0) % 6];
        let one = Relationship {
            name: format!("Person {n}"),
            role,
            teams: vec![format!("Team {}", n / 8)],
            since: LAST - Duration::days(DAYS),
            ..Default::default()
        };
        (person(n), Record::Relationship(one))
    });
    let mut dice = Dice(42);
    let entries = (0..PEOPLE * EACH).map(move |n| {
        let who = person(n % PEOPLE);
        let day = LAST - Duration::days(DAYS - n * DAYS / (PEOPLE * EACH));
        (
            RecordId::derived(&["entry", &n.to_string()]),
            entry(&mut dice, who, day),
        )
    });
    people.chain(entries)
}

fn entry(dice: &mut Dice, who: RecordId, day: NaiveDate) -> Record {
    let text = format!("{} the {}", dice.pick(&VERBS), dice.pick(&NOUNS));
    match dice.roll(20) {
        0..14 => Record::Commitment(commitment(dice, who, day, text)),
        14..17 => Record::Note(Note {
            who: vec![who],
            at: day.into(),
            text,
            ..Default::default()
        }),
        17..19 => {
            let answers = ["ABL", "BEN", "INT", "REL"].map(|q| Answer {
                question: q.to_owned(),
                score: Some(1 + dice.roll(5)),
                sentence: String::new(),
                ..Answer::default()
            });
            Record::CheckIn(CheckIn {
                who,
                day,
                answers: answers.to_vec(),
                note: text,
                version: 1,
                ..Default::default()
            })
        }
        _ => rarer(dice, who, day, text),
    }
}

/// What a journal holds less of: feedback, what was shared, what was needed and met, agreements seen upheld.
fn rarer(dice: &mut Dice, who: RecordId, day: NaiveDate, text: String) -> Record {
    match dice.roll(4) {
        0 => Record::Feedback(Feedback {
            who,
            day,
            behaviour: text,
            state: FeedbackState::Closed,
            state_on: Some(day),
            ..Default::default()
        }),
        1 => Record::Disclosure(Disclosure {
            who,
            day,
            depth: 1 + dice.roll(3),
            response: Response::Care,
            response_on: Some(day),
            ..Default::default()
        }),
        2 => Record::Need(Need {
            who,
            raised: day,
            text,
            state: NeedState::Met,
            state_on: Some(day),
            ..Default::default()
        }),
        _ => Record::Agreement(Agreement {
            who,
            agreed: day,
            text,
            observations: vec![Observation {
                on: day,
                upheld: true,
                ..Default::default()
            }],
            ended: Some(day),
            ..Default::default()
        }),
    }
}

fn commitment(dice: &mut Dice, who: RecordId, made: NaiveDate, text: String) -> Commitment {
    let due = made + Duration::days(7);
    let side = if dice.roll(2) == 0 {
        Side::Mine
    } else {
        Side::Theirs
    };
    let mut one = Commitment {
        who,
        side,
        text,
        made,
        agreed: Some(made),
        due: Some(due.into()),
        ..Default::default()
    };
    let settled = |day: NaiveDate| (day <= LAST).then_some(day);
    match dice.roll(10) {
        0..8 => one.done = settled(due - Duration::days(i64::from(dice.roll(5)))),
        8 => one.done = settled(due + Duration::days(3)),
        _ => one.broken = settled(due),
    }
    one
}
