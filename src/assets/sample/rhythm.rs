//! What happens every week or fortnight in the sample: check-ins, one-on-ones and the usual promises.

use serde::Deserialize;

use super::{Told, hash};
use crate::assets::packs;
use crate::domain::checkin::{Answer, CheckIn};
use crate::domain::commitment::{Cause, Commitment, Move};
use crate::domain::note::{Note, NoteSort};
use crate::domain::pack::Pack;
use crate::domain::{Record, RecordId, Side, When};

/// The rhythm of one relationship.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rhythm {
    who: String,
    #[serde(default)]
    checkins: Vec<CheckIns>,
    /// What was talked about; one-on-ones are held `every` days.
    talks: Option<Talks>,
    #[serde(default)]
    promises: Vec<Promises>,
}

/// A stretch of check-ins.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckIns {
    from: i64,
    until: i64,
    every: i64,
    /// The usual answer, by question code; `usual` for the others.
    usual: u8,
    #[serde(default)]
    answers: std::collections::BTreeMap<String, u8>,
    /// Sentences that are said now and then, by question code.
    #[serde(default)]
    sentences: std::collections::BTreeMap<String, Vec<String>>,
    #[serde(default)]
    notes: Vec<String>,
    #[serde(default)]
    next: Vec<String>,
}

/// The one-on-ones that were held.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Talks {
    from: i64,
    until: i64,
    every: i64,
    texts: Vec<String>,
}

/// A stretch of promises of one side.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Promises {
    side: String,
    from: i64,
    until: i64,
    every: i64,
    /// What became of each in turn: `k` kept, `l` late, `w` broken and warned, `b` broken, `m` moved ahead and kept,
    /// `s` moved one-sidedly, `r` released, `x` excused, `q` only requested.
    course: String,
    /// What was promised, in turn; `#words` become tags.
    texts: Vec<String>,
}

/// Words that any relationship may use.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    said: Vec<String>,
    released: Vec<String>,
    excused: Vec<String>,
    broken: Vec<String>,
    requested: Vec<String>,
}

/// Adds what the rhythms bring.
pub(super) fn play(rhythms: &[Rhythm], words: &Words, told: &mut Told) {
    let packs = packs();
    for rhythm in rhythms {
        let who = told.find(&rhythm.who);
        let role = told.records.iter().find_map(|(id, record)| match record {
            Record::Relationship(one) if *id == who => Some(one.role),
            _ => None,
        });
        if let Some(pack) = packs.iter().find(|pack| Some(pack.role) == role) {
            let mut nth = 0;
            for stretch in &rhythm.checkins {
                stretch.play(&rhythm.who, who, pack, &mut nth, told);
            }
        }
        if let Some(talks) = &rhythm.talks {
            talks.play(&rhythm.who, who, told);
        }
        for stretch in &rhythm.promises {
            stretch.play(&rhythm.who, who, words, told);
        }
    }
}

/// One of a list, in turn from a place that depends on a word.
fn pick<'a>(list: &'a [String], word: &str) -> &'a str {
    let at = below(word, 7, list.len().max(1) as u64);
    list.get(usize::try_from(at).unwrap_or(0))
        .map_or("", String::as_str)
}

/// A number below another that depends on a word.
fn below(word: &str, salt: u64, end: u64) -> u64 {
    hash(word, salt) % end
}

/// The days from one to another, so many days apart.
fn steps(from: i64, until: i64, every: i64) -> impl Iterator<Item = i64> {
    (0..)
        .map(move |n| from + n * every)
        .take_while(move |day| *day <= until)
}

impl CheckIns {
    fn play(&self, name: &str, who: RecordId, pack: &Pack, nth: &mut usize, told: &mut Told) {
        for offset in steps(self.from, self.until, self.every) {
            let word = format!("{name} check-in {offset}");
            // a week is missed now and then, as weeks are
            if below(&word, 3, 9) == 0 {
                continue;
            }
            let asked = pack.asked(*nth);
            *nth += 1;
            let answers = asked
                .iter()
                .map(|question| self.answer(&question.code, &word));
            let sometimes = |list: &[String], salt, odds| {
                let said = below(&word, salt, odds) == 0;
                if said {
                    pick(list, &word).to_owned()
                } else {
                    String::new()
                }
            };
            let checkin = CheckIn {
                who,
                day: told.day(offset),
                side: Side::Mine,
                pack: pack.role,
                version: pack.version,
                answers: answers.collect(),
                note: sometimes(&self.notes, 4, 5),
                next: sometimes(&self.next, 5, 7),
                written: Some(told.day(offset)),
                ..CheckIn::default()
            };
            told.records
                .push((told.id(&word, offset), Record::CheckIn(checkin)));
        }
    }

    fn answer(&self, question: &str, word: &str) -> Answer {
        let word = format!("{word} {question}");
        let usual = *self.answers.get(question).unwrap_or(&self.usual);
        let score = match below(&word, 11, 20) {
            0 | 1 => None,
            2 | 3 => Some(usual - 1),
            4 | 5 => Some(usual + 1),
            _ => Some(usual),
        };
        let said = self
            .sentences
            .get(question)
            .filter(|_| below(&word, 12, 8) == 0);
        Answer {
            question: question.to_owned(),
            score: score.map(|score| score.clamp(1, 5)),
            sentence: said.map_or_else(String::new, |list| pick(list, &word).to_owned()),
            ..Answer::default()
        }
    }
}

impl Talks {
    fn play(&self, name: &str, who: RecordId, told: &mut Told) {
        let texts = self.texts.iter().cycle();
        for (offset, text) in steps(self.from, self.until, self.every).zip(texts) {
            let note = Note {
                who: vec![who],
                sort: NoteSort::OneOnOne,
                at: When::day(told.day(offset)),
                text: text.clone(),
                tags: Vec::new(),
            };
            let id = told.id(&format!("{name} one-on-one {offset}"), offset);
            told.records.push((id, Record::Note(note)));
        }
    }
}

impl Promises {
    fn play(&self, name: &str, who: RecordId, words: &Words, told: &mut Told) {
        let days = steps(self.from, self.until, self.every);
        let texts = self.texts.iter().cycle();
        let course = self.course.chars().cycle();
        for ((from, text), course) in days.zip(texts).zip(course) {
            let word = format!("{name} {} {from}", self.side);
            let days = |salt, end| i64::try_from(below(&word, salt, end)).unwrap_or(0);
            let made = from + days(1, 3);
            let due = made + 5 + days(2, 6);
            let (what, tags) = tagged(text);
            let mut commitment = Commitment {
                who,
                side: Side::from_word(&self.side).unwrap_or_default(),
                text: what,
                tags,
                made: told.day(made),
                agreed: Some(told.day(made)),
                due: Some(When::day(told.day(due))),
                said: pick(&words.said, &word).to_owned(),
                ..Commitment::default()
            };
            become_of(&mut commitment, course, due, &word, words, told);
            let id = told.id(&word, made);
            told.records.push((id, Record::Commitment(commitment)));
        }
    }
}

/// Lets a promise that is due on a day take its course.
fn become_of(one: &mut Commitment, course: char, due: i64, word: &str, words: &Words, told: &Told) {
    let early = i64::try_from(below(word, 5, 4)).unwrap_or(0);
    let moved = |on: i64, to: i64, agreed: bool| Move {
        on: told.day(on),
        from: one.due,
        to: Some(When::day(told.day(to))),
        asked: one.side,
        agreed,
    };
    match course {
        'k' => one.done = Some(told.day(due - early)),
        'l' => one.done = Some(told.day(due + 3 + early)),
        'm' => {
            one.moves = vec![moved(due - 3, due + 7, true)];
            one.done = Some(told.day(due + 7 - early));
        }
        's' => {
            one.moves = vec![moved(due - 1, due + 7, false)];
            one.done = Some(told.day(due + 6));
        }
        'w' | 'b' => {
            let warned = course == 'w';
            one.broken = Some(told.day(if warned { due - 2 } else { due + 3 }));
            one.warned = warned;
            one.cause = if warned {
                Cause::Person
            } else {
                Cause::Unknown
            };
            pick(&words.broken, word).clone_into(&mut one.reason);
        }
        'r' => {
            one.released = Some(told.day(due - 1));
            pick(&words.released, word).clone_into(&mut one.reason);
        }
        'x' => {
            one.excused = Some(told.day(due));
            one.cause = Cause::Outside;
            pick(&words.excused, word).clone_into(&mut one.reason);
        }
        'q' => {
            one.agreed = None;
            one.released = Some(told.day(due + 2));
            pick(&words.requested, word).clone_into(&mut one.reason);
        }
        other => panic!("the sample has no course {other}"),
    }
}

/// A text without its `#tags`, and the tags.
fn tagged(text: &str) -> (String, Vec<String>) {
    let (tags, words): (Vec<&str>, Vec<&str>) = text
        .split_whitespace()
        .partition(|word| word.starts_with('#'));
    let tags = tags
        .iter()
        .map(|tag| tag.trim_start_matches('#').to_owned());
    (words.join(" "), tags.collect())
}
