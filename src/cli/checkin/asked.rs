//! A check-in asked line by line: every question beside last time's answer, until all are answered or the input ends.

use super::{SCALE, answer_words, heading, score};
use crate::cli::Desk;
use crate::domain::checkin::{Answer, CheckIn};
use crate::domain::pack::Question;
use crate::domain::view::CheckInSheet;
use crate::error::Result;

/// What each answer means, one a line.
const MEANS: [&str; 6] = [
    "1: not at all",
    "2: a little",
    "3: partly",
    "4: mostly",
    "5: fully",
    "n: it did not come up, which counts for nothing",
];

/// Asks every question that has no answer yet; a blank line leaves it out, `<` goes back to the one before, the end of the
/// input leaves the rest.
pub fn run_through(desk: &mut Desk<'_>, sheet: &CheckInSheet, checkin: &mut CheckIn) -> Result<()> {
    heading(desk, sheet)?;
    desk.flush()?;
    desk.aside(format!(
        "{SCALE}, = as last time; a sentence may follow; Enter leaves it out; ? says what a number means; < goes back; \
         Ctrl-D saves where you stand."
    ))?;
    checkin.unfinished = true;
    let open = |one: &&Question| checkin.answer(&one.code).is_none();
    let questions: Vec<_> = sheet.questions.iter().filter(open).collect();
    let mut nth = 0;
    while let Some(question) = questions.get(nth) {
        let place = format!("Question {} of {}.", nth + 1, questions.len());
        match ask_one(desk, question, sheet, checkin, &place)? {
            Asked::Answer(answer) => checkin.set(answer),
            Asked::AsLast(answer) => checkin.set(Answer {
                as_before: true,
                ..answer
            }),
            Asked::Back => {
                nth = nth.saturating_sub(1);
                continue;
            }
            Asked::Skipped => {}
            Asked::Ended => return Ok(()),
        }
        nth += 1;
    }
    if checkin.note.is_empty() {
        checkin.note = desk.ask("Anything else:")?.unwrap_or_default();
    }
    if checkin.next.is_empty() {
        checkin.next = desk.ask("One thing to do next:")?.unwrap_or_default();
    }
    checkin.unfinished = false;
    Ok(())
}

enum Asked {
    Answer(Answer),
    AsLast(Answer),
    Back,
    Skipped,
    Ended,
}

/// Asks one question until the answer can be read.
fn ask_one(
    desk: &mut Desk<'_>,
    question: &Question,
    sheet: &CheckInSheet,
    checkin: &CheckIn,
    place: &str,
) -> Result<Asked> {
    let last = sheet
        .last
        .as_ref()
        .and_then(|last| last.answer(&question.code));
    let before = last.map(|a| question.answered(a.score, ""));
    let now = checkin.answer(&question.code);
    let known = [
        now.map(|a| format!("now {}", answer_words(a))),
        last.map(|a| format!("last time {}", answer_words(a))),
    ];
    let known: Vec<_> = known.into_iter().flatten().collect();
    let known = match known.as_slice() {
        [] => String::new(),
        known => format!(" ({})", known.join("; ")),
    };
    let place = if desk.is_plain() {
        format!("{place} ")
    } else {
        String::new()
    };
    loop {
        match desk.ask(&format!("{place}{}{known}", question.wording))? {
            None => return Ok(Asked::Ended),
            Some(line) if line.is_empty() => return Ok(Asked::Skipped),
            Some(line) if line == "<" => return Ok(Asked::Back),
            Some(line) if line == "?" => MEANS.iter().try_for_each(|says| desk.aside(says))?,
            Some(line) if line == "=" => match &before {
                Some(before) => return Ok(Asked::AsLast(before.clone())),
                None => desk.aside("this was not asked last time")?,
            },
            Some(line) => match score(question, &line) {
                Ok(answer) => return Ok(Asked::Answer(answer)),
                Err(says) => desk.aside(says)?,
            },
        }
    }
}
