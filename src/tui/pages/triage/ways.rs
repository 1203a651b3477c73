//! What one key does to each kind of loose end, and what is asked first.

use chrono::{Duration, NaiveDate};

use crate::domain::act::Act;
use crate::domain::commitment::Cause;
use crate::domain::dates::{self, Lean};
use crate::domain::feedback::FeedbackState;
use crate::domain::fields::Reading;
use crate::domain::review::Loose;
use crate::domain::{Kind, Side, When, text};
use crate::journal::Change;
use crate::tui::command::{self, Command, Scope};
use crate::tui::paint;

/// A snooze from here is for so many days.
const SNOOZE: i64 = 7;

/// What a way asks before it is done to some, and what is offered; `None`: nothing.
pub fn asks(way: Command, chosen: &[&Loose]) -> Option<(String, &'static str)> {
    let promises = chosen.iter().any(|one| one.kind == Kind::Commitment);
    let (question, offered) = match way {
        Command::Keep if promises => ("kept on which day? Blank: the day it was due", ""),
        Command::Break if promises => ("broken on which day? Blank: the day it was due", ""),
        Command::Move if promises => ("which new due date did you agree on?", "next fri"),
        Command::Pause => ("paused until which day?", "in 4 weeks"),
        _ => return None,
    };
    let about = match chosen {
        [one] if way == Command::Pause => one.who.as_ref().map_or("", |(_, name)| name).to_owned(),
        [one] => text::line(&one.text).into_owned(),
        several => paint::counted(several.len(), "line"),
    };
    Some((format!("{about}: {question}"), offered))
}

/// Reads the day that was typed.
///
/// # Errors
/// With what could not be understood.
pub fn read(way: Command, text: &str, with: &Reading<'_>) -> Result<Option<When>, String> {
    match way {
        Command::Keep | Command::Break if text.is_empty() => Ok(None),
        Command::Keep | Command::Break => {
            dates::day(text, with.now, Lean::Past).map(|d| Some(d.into()))
        }
        Command::Move => dates::when(text, with.now, Lean::Future).map(Some),
        _ => dates::day(text, with.now, Lean::Future).map(|d| Some(d.into())),
    }
}

/// The one change that does a way to all that it fits.
///
/// # Errors
/// A sentence, when it fits none of them.
pub fn change(
    way: Command,
    chosen: &[&Loose],
    day: Option<When>,
    today: NaiveDate,
) -> Result<Change, String> {
    let fitting = chosen.iter().filter_map(|one| {
        let (id, act) = act(way, one, day, today)?;
        let on = match act {
            Act::Keep | Act::Break { .. } => done_on(one, day, today),
            _ => today,
        };
        Some((*one, Change::Act { id, act, on }))
    });
    let (ones, mut changes): (Vec<&Loose>, Vec<Change>) = fitting.unzip();
    let left = chosen.len() - ones.len();
    match ones.as_slice() {
        [] => Err(format!(
            "{}; {} lets it stand, {} shows every way",
            unfit(way),
            command::key(Scope::Triage, Command::Stand),
            command::key(Scope::Item, Command::Settle),
        )),
        [_] if left == 0 => Ok(changes.remove(0)),
        _ => Ok(Change::All {
            says: said(way, ones.len(), left),
            changes,
        }),
    }
}

/// On the day that was typed, else on the day it was due.
fn done_on(one: &Loose, day: Option<When>, today: NaiveDate) -> NaiveDate {
    day.map(|when| when.day)
        .or(one.due)
        .unwrap_or(today)
        .min(today)
}

/// What a way is for a loose end; `None`: it does not fit.
fn act(
    way: Command,
    one: &Loose,
    day: Option<When>,
    today: NaiveDate,
) -> Option<(crate::domain::RecordId, Act)> {
    let id = one.id;
    let act = match (way, one.kind) {
        (Command::Keep, Kind::Commitment) => Act::Keep,
        (Command::Keep, Kind::Feedback) => Act::Feedback(FeedbackState::Delivered),
        (Command::Keep, Kind::Topic) => Act::Discuss {
            outcome: String::new(),
        },
        (Command::Break, Kind::Commitment) => Act::Break {
            warned: false,
            cause: Cause::Unknown,
            reason: String::new(),
        },
        (Command::Move, Kind::Commitment) => Act::Move {
            to: day,
            asked: one.side.unwrap_or(Side::Mine),
            agreed: true,
        },
        (Command::Release, Kind::Commitment) => Act::Release {
            reason: String::new(),
        },
        (Command::Release, Kind::Topic) => Act::Drop {
            reason: String::new(),
        },
        (Command::Release, Kind::Feedback) => Act::Feedback(FeedbackState::Closed),
        (Command::Snooze, Kind::Topic | Kind::CheckIn) => return None,
        (Command::Snooze, _) => Act::Snooze {
            until: today + Duration::days(SNOOZE),
        },
        (Command::Pause, _) => {
            let (who, _) = one.who.as_ref()?;
            let until = day?.day;
            return Some((*who, Act::Pause { until }));
        }
        _ => return None,
    };
    Some((id, act))
}

fn said(way: Command, many: usize, left: usize) -> String {
    let what = match way {
        Command::Keep => "done",
        Command::Break => "broken",
        Command::Move => "moved",
        Command::Release => "released",
        Command::Pause => "paused",
        _ => "snoozed for a week",
    };
    let rest = if left == 0 {
        String::new()
    } else {
        format!("; it does not fit {left} of them")
    };
    format!("{what}: {}{rest}", paint::counted(many, "line"))
}

fn unfit(way: Command) -> &'static str {
    match way {
        Command::Keep => "only promises, feedback and topics are done with here",
        Command::Break => "only a promise is broken",
        Command::Move => "only a promise is moved to another day",
        Command::Release => "only promises, feedback and topics are let go",
        Command::Snooze => "a topic and a check-in left half-way have no day to be asked again",
        _ => "this line belongs to nobody who could be paused",
    }
}
