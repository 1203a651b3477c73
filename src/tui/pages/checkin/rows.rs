//! A check-in as rows: last time, what fell due, each question beside last time's answer, the lines to write.

use super::Line;
use super::draft::Draft;
use super::slots::Slot;
use crate::domain::checkin::{Answer, against};
use crate::domain::dates;
use crate::domain::marks;
use crate::domain::pack::Question;
use crate::domain::view::CheckInSheet;
use crate::domain::{RecordId, pulse};
use crate::tui::command::told;
use crate::tui::pages::outline::{Ink, Row};
use crate::tui::paint;

/// What the row under the cursor is marked with.
pub const HERE: &str = "here";

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

const SHORT_SCALE: &str = "1 not at all \u{2026} 5 fully";
const SCALE: &str = "1 not at all  2 a little  3 partly  4 mostly  5 fully  n did not come up";

/// One person's screen.
pub fn sheet(sheet: &CheckInSheet, draft: &Draft, here: Option<Line>, columns: u16) -> Vec<Row> {
    let mut rows = head(sheet, draft);
    if !sheet.fell_due.is_empty() {
        rows.push(Row::heading(told!(
            "Fell due \u{b7} {s} settles",
            s = CheckIn.Settle
        )));
        for line in &sheet.fell_due {
            let row = Row::entry(line);
            let focused = here == Some(Line::Fell(line.id));
            rows.push(if focused {
                row.word(HERE)
            } else {
                Row { id: None, ..row }
            });
        }
    }
    rows.push(Row::heading(match here {
        // the question under the cursor says the whole scale
        Some(Line::Ask(_)) => "Questions",
        _ => "Questions \u{b7} 1 not at all \u{2026} 5 fully",
    }));
    for (n, question) in sheet.questions.iter().enumerate() {
        rows.extend(asked(
            question,
            sheet,
            draft,
            (here == Some(Line::Ask(n)), columns),
        ));
    }
    if draft.is_whole() {
        rows.extend(level(sheet, draft).map(|words| Row::under(words, DIM)));
    }
    rows.push(Row::heading("And a line each, if you like"));
    for slot in Slot::ALL {
        rows.push(written(slot, draft, here == Some(Line::Write(slot))));
        if slot == Slot::Promise {
            rows.extend(draft.echo().map(|echo| Row::under(echo, |t| t.message)));
            rows.extend(draft.trouble().map(|says| Row::under(says, |t| t.error)));
        }
    }
    rows
}

/// The level with these answers, once all are given: before that it would lean on them.
fn level(sheet: &CheckInSheet, draft: &Draft) -> Option<String> {
    let mut heard = sheet.earlier.clone();
    heard.reverse();
    heard.push((draft.checkin.day, draft.checkin.scores()));
    let level = pulse::level(&heard, sheet.card.as_of)?;
    Some(format!("with this one: {}", level.text()))
}

/// Nobody is due; `None`: who else there is is not known yet.
pub fn nobody(others: Option<&[(RecordId, String)]>) -> Vec<Row> {
    let Some(others) = others else {
        return Vec::new();
    };
    let words = match others {
        [] => told!(
            "First add somebody you work with: {a}, then p.",
            a = About.Add
        ),
        others => {
            let names: Vec<_> = others.iter().map(|(_, name)| name.as_str()).collect();
            let names = names.join(", ");
            told!(
                "{enter} checks in all the same, one after the other: {names}. {w} goes to the review of the week.",
                enter = NobodyDue.Open,
                w = Global.WeekReview
            )
        }
    };
    vec![
        Row::text("Nobody's check-in is due.", STRONG),
        Row::blank(),
        Row::text(words, DIM),
    ]
}

fn head(sheet: &CheckInSheet, draft: &Draft) -> Vec<Row> {
    let (card, today) = (&sheet.card, sheet.card.as_of);
    let contact = card.last_contact.map_or_else(
        || "no contact noted yet".to_owned(),
        |day| format!("last contact {}", dates::beside(day, today)),
    );
    let answered = format!("{} of {} answered", draft.answered(), sheet.questions.len());
    let first = vec![(format!("{} \u{b7} {contact}", card.relationship.role), DIM)];
    let mut rows = vec![Row::ends(first, answered, TEXT)];
    if draft.is_resumed() {
        rows.push(Row::text("Going on where it was left.", |t| t.nudge));
    }
    if let Some(last) = &sheet.last {
        let said = [("", &last.note), ("next: ", &last.next)];
        let said: Vec<_> = said
            .iter()
            .filter(|(_, words)| !words.is_empty())
            .map(|(what, words)| format!("{what}{words}"))
            .collect();
        if !said.is_empty() {
            let day = dates::short(last.day, today);
            rows.push(Row::text(
                format!("Last time, {day}: {}", said.join(" \u{b7} ")),
                DIM,
            ));
        }
    }
    rows
}

/// A question with its answer and last time's; the one under the cursor in full, for so many columns.
fn asked(
    question: &Question,
    sheet: &CheckInSheet,
    draft: &Draft,
    (here, columns): (bool, u16),
) -> Vec<Row> {
    let now = draft.checkin.answer(&question.code);
    let last = sheet
        .last
        .as_ref()
        .and_then(|last| last.answer(&question.code));
    let own = if question.code.starts_with("OWN") {
        "my part: "
    } else {
        ""
    };
    let wording = format!("{own}{}", question.wording);
    let ink = if now.is_some() { TEXT } else { STRONG };
    let (right, right_ink) = answers(now, last, columns);
    if !here {
        return vec![Row::ends(
            vec![(format!("  {wording}"), ink)],
            right,
            right_ink,
        )];
    }
    let room = usize::from(columns).saturating_sub(right.chars().count() + 3);
    let short = paint::width(&wording) <= room;
    let mut rows = vec![
        Row::ends(
            vec![(format!("\u{25b8} {wording}"), STRONG)],
            right,
            right_ink,
        )
        .word(HERE),
    ];
    if !short {
        rows.push(Row::under(wording, TEXT));
    }
    let scale = if columns < 76 { SHORT_SCALE } else { SCALE };
    rows.push(Row::under(scale, |t| t.key));
    let said = last.map_or("", |a| a.sentence.as_str());
    if sheet.last.is_some() && (now.is_some() || !said.is_empty()) {
        let (_, words) = against(now, last);
        let taken = if now.is_some_and(|a| a.as_before) {
            ", taken over: a digit answers it anew"
        } else {
            ""
        };
        let gap = if said.is_empty() { "" } else { " \u{b7} " };
        rows.push(Row::under(format!("{words}{taken}{gap}{said}"), DIM));
    }
    let words = draft.sentence(&question.code);
    if !words.is_empty() {
        rows.push(Row::under(format!("now: {words}"), TEXT));
    }
    rows
}

/// The answer now beside the one last time, with an arrow where it differs.
fn answers(now: Option<&Answer>, last: Option<&Answer>, columns: u16) -> (String, Ink) {
    let score = |answer: Option<&Answer>| match answer {
        None => "_".to_owned(),
        Some(Answer { score: None, .. }) => "n".to_owned(),
        Some(Answer { score: Some(n), .. }) => n.to_string(),
    };
    let (arrow, _) = against(now, last);
    let ink: Ink = match now {
        Some(answer) if answer.as_before => |t| t.nudge,
        Some(_) => |t| t.text,
        None => |t| t.dim,
    };
    let before = last.map_or_else(|| " ".to_owned(), |a| score(Some(a)));
    // what was taken over stands in brackets until it is answered anew
    let shown = match now {
        Some(answer) if answer.as_before => format!("({})", score(now)),
        _ if columns < 60 => score(now),
        _ => format!("{} ", score(now)),
    };
    let words = match last {
        _ if columns < 60 => format!("{shown}{arrow}{before}"),
        Some(_) => format!("{shown}{arrow} last {before}"),
        None => format!("{shown}        "),
    };
    (words, ink)
}

fn written(slot: Slot, draft: &Draft, here: bool) -> Row {
    let text = draft.line(slot);
    let mark = if here { marks::HERE } else { " " };
    let (words, ink) = if text.is_empty() {
        (slot.says().to_owned(), DIM)
    } else {
        (text.lines().collect::<Vec<_>>().join(" "), TEXT)
    };
    let pieces = vec![
        (
            format!("{mark} {:<9}", slot.word()),
            if here { STRONG } else { DIM },
        ),
        (words, ink),
    ];
    let hint = if here {
        told!(
            "{i} writes \u{b7} {enter} finishes it",
            i = CheckIn.Sentence,
            enter = CheckIn.Open
        )
    } else {
        String::new()
    };
    let row = Row::ends(pieces, hint, |t| t.key);
    if here { row.word(HERE) } else { row }
}
