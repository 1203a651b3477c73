//! `checkin`: who is due, the sheet with last time's answers, and the answers by flags or line by line.

mod asked;
mod due;
mod needs;

use clap::{Arg, ArgMatches, Command};

use super::args::{is_set, json_flag, on, one, switch, text_flag};
use super::{Columns, Desk, Verb, entry};
use crate::domain::checkin::{Answer, CheckIn, against};
use crate::domain::dates::{self, Lean};
use crate::domain::guardrail::NO_TEST;
use crate::domain::pack::Question;
use crate::domain::view::CheckInSheet;
use crate::domain::{Record, Side};
use crate::error::{Error, Result};
use crate::journal::{Change, Journal};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "checkin",
    command,
    run,
}];

const SCALE: &str = "1 not at all, 2 a little, 3 partly, 4 mostly, 5 fully, - did not come up";

fn command(command: Command) -> Command {
    let who = Arg::new("who")
        .value_name("WHO")
        .help("the relationship; without it, who is due is listed");
    let answer = Arg::new("answer")
        .long("answer")
        .value_name("CODE=1..5|-")
        .action(clap::ArgAction::Append)
        .help("an answer by its question's code; a sentence may follow the score");
    command
        .about("A check-in: the questions, each beside last time's answer")
        .args([
            who,
            answer,
            switch(
                "as-last",
                "take last time's answer over wherever no other is given",
            ),
            text_flag("note", "TEXT", "anything the questions did not ask"),
            text_flag("next", "TEXT", "one thing to do next"),
            needs::flag(),
            on(),
            switch("run", "everybody whose check-in is due, one after the other, question by question")
                .conflicts_with_all(["who", "answer", "as-last", "note", "next", "need", "json"]),
            json_flag(),
        ])
        .after_help(format!(
            "Examples:\n  trustline checkin\n  trustline checkin priya\n  trustline checkin --run\n  \
             trustline checkin priya --as-last --answer OWN2=4 --need \"an hour a week to review\"\n  \
             trustline checkin priya --answer ABL=4 --answer \"REL=5 took the release alone\" --answer BEN=-\n\n\
             {NO_TEST}",
        ))
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let Some(who) = one(given, "who") else {
        return if is_set(given, "run") {
            due::run(desk)
        } else {
            due::say(desk)
        };
    };
    let answers = given.get_many::<String>("answer");
    let typed: Vec<String> = answers.map_or_else(Vec::new, |a| a.cloned().collect());
    let said = |name| one(given, name).is_some();
    let needs = needs::typed(given);
    let words = said("note") || said("next") || is_set(given, "as-last") || !needs.is_empty();
    if typed.is_empty() && !words && (desk.wants_json() || !desk.asks()) {
        return show(desk, who);
    }
    let mut journal = desk.write()?;
    let sheet = journal.checkin_sheet(journal.find_relationship(who)?)?;
    warn(desk, &sheet)?;
    let mut checkin = begin(&sheet, &journal);
    if let Some(day) = one(given, "on") {
        checkin.day = desk.day("--on", day, Lean::Past)?;
    }
    for answer in &typed {
        checkin.set(read_answer(answer, &sheet)?);
    }
    if is_set(given, "as-last") {
        take_over(&sheet, &mut checkin)?;
    }
    if let Some(note) = one(given, "note") {
        checkin.note = if note == "-" {
            desk.input_text()?.trim_end().to_owned()
        } else {
            note.to_owned()
        };
    }
    if let Some(next) = one(given, "next") {
        next.clone_into(&mut checkin.next);
    }
    if typed.is_empty() && !words {
        asked::run_through(desk, &sheet, &mut checkin)?;
    } else {
        checkin.unfinished = false;
    }
    tell(desk, &mut journal, &sheet, checkin, &needs)
}

/// Takes last time's answers over where no other was given.
fn take_over(sheet: &CheckInSheet, checkin: &mut CheckIn) -> Result<()> {
    let taken = sheet
        .last
        .as_ref()
        .map_or(0, |last| checkin.take_over(&sheet.questions, last));
    if taken == 0 {
        return Err(
            Error::refused("there is no answer of last time to take over")
                .hint("leave --as-last out, and give --answer CODE=N"),
        );
    }
    Ok(())
}

/// What of the user's own questions cannot be asked.
fn warn(desk: &mut Desk<'_>, sheet: &CheckInSheet) -> Result<()> {
    sheet.trouble.iter().try_for_each(|says| desk.aside(says))
}

/// The sheet, to be answered with flags.
fn show(desk: &mut Desk<'_>, who: &str) -> Result<()> {
    let journal = desk.read()?;
    let sheet = journal.checkin_sheet(journal.find_relationship(who)?)?;
    warn(desk, &sheet)?;
    if desk.wants_json() {
        return desk.say_json(&json::checkin_sheet(&sheet));
    }
    heading(desk, &sheet)?;
    let begun = sheet.unfinished.as_ref().map(|(_, _, one)| one);
    let rows: Vec<_> = sheet
        .questions
        .iter()
        .map(|q| {
            let last = sheet.last.as_ref().and_then(|last| last.answer(&q.code));
            let now = begun.and_then(|one| one.answer(&q.code));
            vec![
                format!("  {}", q.code),
                now.map_or_else(String::new, |a| match &sheet.last {
                    Some(_) => beside_last(a, last, desk.is_plain()),
                    None => answer_words(a),
                }),
                last.map_or_else(String::new, |a| format!("last: {}", answer_words(a))),
                q.wording.clone(),
            ]
        })
        .collect();
    desk.list(Columns(&["code", "now", "", "*question"]), &rows)?;
    desk.say(format!("Answer with --answer CODE=N: {SCALE}."))
}

fn heading(desk: &mut Desk<'_>, sheet: &CheckInSheet) -> Result<()> {
    let name = &sheet.card.relationship.name;
    let last = sheet.last.as_ref().map_or_else(
        || "the first one".to_owned(),
        |last| format!("last time {}", dates::beside(last.day, sheet.card.as_of)),
    );
    desk.head(format!("Check-in with {name} \u{b7} {last}"))?;
    let today = sheet.card.as_of;
    let rows: Vec<_> = sheet
        .fell_due
        .iter()
        .map(|line| {
            let mut cells = entry::cells_of_one(line, today);
            cells.insert(0, " ".to_owned());
            cells
        })
        .collect();
    if !rows.is_empty() {
        desk.say("Fell due, settle each with keep, break or move:")?;
        desk.list(Columns(&["", "id", "day", "kind", "state", "*what"]), &rows)?;
    }
    Ok(())
}

/// The check-in that was left half-way, or a new one.
fn begin(sheet: &CheckInSheet, journal: &Journal) -> CheckIn {
    sheet.unfinished.as_ref().map_or_else(
        || CheckIn {
            who: sheet.card.id,
            day: journal.clock().today(),
            side: Side::Mine,
            pack: sheet.pack.role,
            version: sheet.pack.version,
            ..CheckIn::default()
        },
        |(_, _, one)| one.clone(),
    )
}

fn tell(
    desk: &mut Desk<'_>,
    journal: &mut Journal,
    sheet: &CheckInSheet,
    mut one: CheckIn,
    needs: &[String],
) -> Result<()> {
    one.sort(&sheet.questions);
    let answered = !(one.answers.is_empty() && one.note.is_empty() && one.next.is_empty());
    if !answered && needs.is_empty() {
        return desk.say("Nothing was answered, so nothing was saved.");
    }
    let raised: Vec<_> = needs
        .iter()
        .map(|text| needs::raised(text, sheet, &one))
        .collect();
    let record = Box::new(Record::CheckIn(one));
    let change = match &sheet.unfinished {
        Some((id, seen, _)) => Change::Edit {
            id: *id,
            seen: *seen,
            record,
        },
        None => Change::Add(record),
    };
    let told = journal.tell(needs::with(change, answered, raised))?;
    let card = journal.card(sheet.card.id)?;
    if desk.wants_json() {
        let level = card.level.as_ref().map_or(json::Json::Null, json::level);
        return desk.say_json(&json::told_with(&told.says, &told.ids, "level", level));
    }
    entry::say_told(desk, &told)?;
    let (Some(id), Some(last)) = (told.ids.first(), &sheet.last) else {
        return Ok(());
    };
    if let Some(Record::CheckIn(now)) = journal.stored(*id)?.map(|stored| stored.record) {
        let each = now.answers.iter().map(|answer| {
            let before = last.answer(&answer.question);
            let wording = crate::assets::wording(answer).to_owned();
            vec![
                format!("  {}", answer.question),
                beside_last(answer, before, desk.is_plain()),
                wording,
            ]
        });
        let rows: Vec<_> = each.collect();
        desk.list(Columns(&["code", "now", "*question"]), &rows)?;
    }
    card.level.map_or(Ok(()), |level| {
        desk.say(format!("Check-ins: {}", level.text()))
    })
}

/// An answer with its arrow, and the same in words.
fn beside_last(now: &Answer, last: Option<&Answer>, plain: bool) -> String {
    let score = now.score.map_or_else(|| "-".to_owned(), |n| n.to_string());
    // the words say what the arrow shows
    let (arrow, words) = match against(Some(now), last) {
        (_, words) if plain => (",", words),
        told => told,
    };
    let taken = if now.as_before { ", taken over" } else { "" };
    format!("{score} {arrow} {words}{taken}")
}

/// `ABL=4`, `ABL=-`, `ABL=4 because …`.
fn read_answer(text: &str, sheet: &CheckInSheet) -> Result<Answer> {
    let codes = || {
        let codes: Vec<_> = sheet.questions.iter().map(|q| q.code.as_str()).collect();
        format!("this check-in asks {}", codes.join(", "))
    };
    let Some((code, answer)) = text.split_once('=') else {
        let says = format!("--answer: \u{201c}{text}\u{201d} is not CODE=SCORE");
        return Err(Error::usage(says).hint(codes()));
    };
    let code = code.trim().to_uppercase();
    let asked = sheet.questions.iter().find(|q| q.code == code);
    let Some(question) = asked.or_else(|| sheet.pack.question(&code)) else {
        let says = format!("--answer: no question has the code \u{201c}{code}\u{201d}");
        return Err(Error::usage(says).hint(codes()));
    };
    score(question, answer).map_err(|says| Error::usage(format!("--answer {code}: {says}")))
}

/// A score, with a sentence after it if there is one.
fn score(question: &Question, text: &str) -> std::result::Result<Answer, String> {
    let text = text.trim();
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let score = match first {
        "-" | "n" => None,
        digit => match digit.parse() {
            Ok(n @ 1..=5) => Some(n),
            _ => return Err(format!("\u{201c}{digit}\u{201d} is not one of {SCALE}")),
        },
    };
    Ok(question.answered(score, rest.trim()))
}

fn answer_words(answer: &Answer) -> String {
    let score = answer
        .score
        .map_or_else(|| "did not come up".to_owned(), |n| n.to_string());
    if answer.sentence.is_empty() {
        score
    } else {
        format!("{score}, {}", answer.sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::score;
    use crate::domain::pack::Question;

    fn question() -> Question {
        Question {
            code: "ABL".to_owned(),
            facet: String::new(),
            wording: "Ability.".to_owned(),
            built_in: true,
        }
    }

    #[test]
    fn a_score_may_have_a_sentence() {
        let check = |text: &str, expect: (Option<u8>, &str)| {
            let answer = score(&question(), text).expect(text);
            assert_eq!((answer.score, answer.sentence.as_str()), expect, "{text}");
        };
        check("4", (Some(4), ""));
        check(" 5  took it alone ", (Some(5), "took it alone"));
        check("-", (None, ""));
        check("n not this week", (None, "not this week"));
        for wrong in ["0", "6", "four", ""] {
            assert!(score(&question(), wrong).is_err(), "{wrong}");
        }
    }
}
