//! A check-in asked line by line: every question beside last time's answer, until all are answered or the input ends.

use super::{SCALE, answer_words, heading, score};
use crate::cli::Desk;
use crate::domain::checkin::{Answer, CheckIn};
use crate::domain::pack::Question;
use crate::domain::view::CheckInSheet;
use crate::error::Result;

/// Asks every question that has no answer yet; a blank line leaves it out, the end of the input leaves the rest.
pub fn run_through(desk: &mut Desk<'_>, sheet: &CheckInSheet, checkin: &mut CheckIn) -> Result<()> {
    heading(desk, sheet)?;
    desk.flush()?;
    desk.aside(format!(
        "{SCALE}, = as last time; a sentence may follow; Ctrl-D saves where you stand."
    ))?;
    checkin.unfinished = true;
    for question in &sheet.questions {
        if checkin.answer(&question.code).is_some() {
            continue;
        }
        match ask_one(desk, question, sheet)? {
            Asked::Answer(answer) => checkin.set(answer),
            Asked::AsLast(answer) => checkin.set(Answer {
                as_before: true,
                ..answer
            }),
            Asked::Skipped => {}
            Asked::Ended => return Ok(()),
        }
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
    Skipped,
    Ended,
}

/// Asks one question until the answer can be read.
fn ask_one(desk: &mut Desk<'_>, question: &Question, sheet: &CheckInSheet) -> Result<Asked> {
    let last = sheet
        .last
        .as_ref()
        .and_then(|last| last.answer(&question.code));
    let before = last.map(|a| question.answered(a.score, ""));
    let last = last.map_or_else(String::new, |a| format!(" (last time {})", answer_words(a)));
    loop {
        match desk.ask(&format!("{}{last}", question.wording))? {
            None => return Ok(Asked::Ended),
            Some(line) if line.is_empty() => return Ok(Asked::Skipped),
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
