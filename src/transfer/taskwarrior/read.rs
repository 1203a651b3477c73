//! One task into a commitment.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::history::{Change, History};
use super::times;
use super::whom::Whom;
use crate::clock::Zone;
use crate::domain::commitment::{Commitment, Move, Stake};
use crate::domain::fields::Shape;
use crate::domain::repeat::Repeat;
use crate::domain::{Kind, Record, Side, When};
use crate::transfer::elements::{self, Fields};
use crate::transfer::intake::{Item, identity, shown};
use crate::wire;

/// Fields that say nothing of a promise, or that are read with another.
const PASSED: [&str; 24] = [
    "id",
    "uuid",
    "urgency",
    "modified",
    "mask",
    "imask",
    "parent",
    "rtype",
    "template",
    "last",
    "description",
    "status",
    "entry",
    "due",
    "end",
    "wait",
    "tags",
    "project",
    "annotations",
    "priority",
    "recur",
    "who",
    "with",
    "contact",
];

/// Why a task was deleted, as far as a task list says.
pub(super) const DELETED: &str = "deleted in Taskwarrior";

/// What reading tasks needs to know, and what it counts on the way.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) zone: Zone,
    pub(super) whom: Whom,
    pub(super) history: History,
    /// Fields that were not carried over, by name.
    pub(super) left: BTreeMap<String, u64>,
    /// Changes of due dates that came with the history.
    pub(super) moved: u64,
    /// Tasks that were due or done before they were typed in.
    pub(super) late_typed: u64,
}

/// Which field is wrong, and a sentence.
pub(super) type Wrong = (&'static str, String);

impl Reader {
    /// The commitment that a task is; `None`: it only stands for those that recur from it.
    ///
    /// # Errors
    /// The field at fault and a sentence.
    pub(super) fn item(&mut self, line: u64, task: &Fields) -> Result<Option<Item>, Wrong> {
        let status = elements::words(task, "status").unwrap_or_else(|| "pending".to_owned());
        if status == "recurring" {
            return Ok(None);
        }
        let uuid = elements::words(task, "uuid").map(|uuid| uuid.to_lowercase());
        let mut one = self.commitment(task, &status, uuid.as_deref())?;
        let own = task.keys().any(|name| name.starts_with("trustline_"));
        let id = match uuid.as_deref() {
            Some(uuid) if own => uuid.parse().map_err(|says| ("uuid", says))?,
            Some(uuid) => identity(["task", uuid]),
            None => identity(["task", "", one.text.as_str(), &one.made.to_string()]),
        };
        if own {
            one = self.overlaid(one, task)?;
        } else {
            self.before_typed(&mut one);
            one.source = uuid.map_or_else(String::new, |uuid| format!("taskwarrior:{uuid}"));
        }
        self.count_left(task);
        Ok(Some(Item {
            line,
            id,
            with: self.whom.of(
                task,
                &one.text,
                &elements::tags(elements::list(task, "tags")),
            ),
            record: Record::Commitment(one),
        }))
    }

    /// What the fields of Taskwarrior itself say.
    fn commitment(
        &mut self,
        task: &Fields,
        status: &str,
        uuid: Option<&str>,
    ) -> Result<Commitment, Wrong> {
        let zone = self.zone;
        let time = |name: &'static str| time(task, name, zone);
        let made = time("entry")?.ok_or(("entry", "does not say when it was made".to_owned()))?;
        let mut one = Commitment {
            text: elements::one_line(&elements::words(task, "description").unwrap_or_default()),
            side: self.whom.side,
            made: made.day,
            agreed: Some(made.day),
            due: time("due")?,
            said: said(task),
            tags: elements::tags(elements::list(task, "tags")),
            stake: match elements::words(task, "priority").as_deref() {
                Some("H") => Stake::Major,
                Some("L") => Stake::Small,
                _ => Stake::Normal,
            },
            ..Commitment::default()
        };
        if !self.whom.takes("project")
            && let Some(project) = elements::words(task, "project")
        {
            for tag in elements::tags([project.as_str()]) {
                if !one.tags.contains(&tag) {
                    one.tags.push(tag);
                }
            }
        }
        self.stands(&mut one, task, status)?;
        if let Some(changes) = uuid.and_then(|uuid| self.history.get(uuid)) {
            one.moves = self
                .moves(&mut one, changes)
                .map_err(|says| ("due", says))?;
            let (due, modified) = (time("due")?, time("modified")?.unwrap_or(made));
            self.moved_on(&mut one, due, modified.day);
            self.moved += one.moves.len() as u64;
        }
        Ok(one)
    }

    /// How a task stands.
    fn stands(&mut self, one: &mut Commitment, task: &Fields, status: &str) -> Result<(), Wrong> {
        let end = || {
            let says = format!("is {status}, and does not say since when");
            time(task, "end", self.zone)?
                .map(|when| when.day)
                .ok_or(("end", says))
        };
        match status {
            "pending" | "waiting" => {
                one.snoozed = time(task, "wait", self.zone)?.map(|when| when.day);
                one.repeats = one.due.and_then(|_| self.rhythm(task));
            }
            "completed" => one.done = Some(end()?),
            // a task list does not say why: it was let go, which counts neither as kept nor as broken
            "deleted" => (one.released, one.reason) = (Some(end()?), DELETED.to_owned()),
            other => {
                let says = format!(
                    "\u{201c}{}\u{201d} is no status of Taskwarrior",
                    shown(other)
                );
                return Err(("status", says));
            }
        }
        Ok(())
    }

    /// The moves that changes of a due date are; the first date that was ever set is the one that was promised.
    ///
    /// A task list does not say whether the other side agreed. Unless the user says so, it is taken that nobody did:
    /// such a move is shown, and the promise is judged by the date before it (`figures.md` B2).
    fn moves(&self, one: &mut Commitment, changes: &[Change]) -> Result<Vec<Move>, String> {
        let when = |at: Option<i64>| at.map(|at| times::when(at, self.zone)).transpose();
        let first = changes.iter().find_map(|c| c.from.or(c.to));
        one.due = when(first)?;
        let mut due = one.due;
        let mut moves = Vec::new();
        for change in changes {
            let to = when(change.to)?;
            if to == due {
                continue;
            }
            let on = times::when(change.at, self.zone)?.day.max(one.made);
            moves.push(self.step(on, (due, to)));
            due = to;
        }
        Ok(moves)
    }

    fn step(&self, on: chrono::NaiveDate, (from, to): (Option<When>, Option<When>)) -> Move {
        Move {
            on,
            from,
            to,
            asked: Side::Mine,
            agreed: self.whom.agreed,
        }
    }

    /// Adds the move that nothing tells the day of, when the due that stands is not where the moves end.
    fn moved_on(&self, one: &mut Commitment, due: Option<When>, modified: chrono::NaiveDate) {
        let stands = one.current_due();
        if stands == due {
            return;
        }
        let last = one.moves.last().map_or(one.made, |step| step.on);
        let step = self.step(modified.max(last), (stands, due));
        one.moves.push(Move {
            agreed: false,
            ..step
        });
    }

    /// What was due or done before it was typed in was promised by then.
    fn before_typed(&mut self, one: &mut Commitment) {
        let days = [one.due.map(|w| w.day), one.done, one.released];
        let first = days.into_iter().flatten().min();
        if let Some(first) = first.filter(|first| *first < one.made) {
            (one.made, one.agreed) = (first, Some(first));
            self.late_typed += 1;
        }
    }

    fn rhythm(&mut self, task: &Fields) -> Option<Repeat> {
        let text = elements::words(task, "recur")?;
        let read = rhythm(&text);
        if read.is_none() {
            *self.left.entry("recur".to_owned()).or_default() += 1;
        }
        read
    }

    fn count_left(&mut self, task: &Fields) {
        let left = task.iter().filter(|(name, value)| {
            let empty = value.is_null() || value.as_str().is_some_and(str::is_empty);
            let known = PASSED.contains(&name.as_str()) || name.starts_with("trustline_");
            !empty && !known && !self.whom.takes(name)
        });
        for (name, _) in left {
            // what a file makes up is not kept by the thousand
            if self.left.len() < 50 || self.left.contains_key(name) {
                *self.left.entry(name.clone()).or_default() += 1;
            }
        }
    }

    /// The commitment with what our own export wrote beside Taskwarrior's fields laid over it; a due date that was
    /// changed in Taskwarrior since is one more move.
    fn overlaid(&self, native: Commitment, task: &Fields) -> Result<Commitment, Wrong> {
        let due = native.due;
        let body = wire::encode(&Record::Commitment(native));
        let mut body: Map<String, Value> = serde_json::from_str(&body).unwrap_or_default();
        for name in elements::list(task, "trustline_without") {
            body.remove(name);
        }
        for field in Kind::Commitment.fields() {
            let Some(Value::String(text)) = task.get(&format!("trustline_{}", field.name)) else {
                continue;
            };
            if field.name == "who" || matches!(field.shape, Shape::Link(_)) {
                continue;
            }
            let value = match field.shape {
                Shape::Flag | Shape::Rows | Shape::Tags => serde_json::from_str(text)
                    .map_err(|_| (field.name, "is not as it was exported".to_owned()))?,
                _ => Value::String(text.clone()),
            };
            body.insert(field.name.to_owned(), value);
        }
        let body = Value::Object(body).to_string();
        let read = wire::decode(Kind::Commitment, &body);
        let read = read.map_err(|error| ("", error.says().to_owned()))?;
        let Record::Commitment(mut one) = read else {
            return Err(("", "is no commitment".to_owned()));
        };
        let instant = |when: Option<When>| when.map(|when| times::instant(when, self.zone));
        if instant(one.current_due()) != instant(due) {
            let modified = time(task, "modified", self.zone)?.map_or(one.made, |when| when.day);
            self.moved_on(&mut one, due, modified);
        }
        Ok(one)
    }
}

/// The local day or time that a field of a task tells.
fn time(task: &Fields, name: &'static str, zone: Zone) -> Result<Option<When>, Wrong> {
    let read = |text: String| times::when(times::seconds(&text, zone)?, zone);
    let text = elements::words(task, name);
    text.map(read).transpose().map_err(|says| (name, says))
}

/// The annotations of a task, in one line.
fn said(task: &Fields) -> String {
    let Some(Value::Array(notes)) = task.get("annotations") else {
        return String::new();
    };
    let texts = notes.iter().filter_map(|note| {
        let text = elements::one_line(note.get("description")?.as_str()?);
        (!text.is_empty()).then_some(text)
    });
    texts.collect::<Vec<_>>().join("; ")
}

/// Taskwarrior's words for a rhythm: `weekly`, `2weeks`, `3d`, `P1W`, `biweekly`; `None`: ours cannot say it.
pub(super) fn rhythm(text: &str) -> Option<Repeat> {
    let word = text.to_lowercase();
    let named = match word.as_str() {
        "day" => "daily",
        "week" | "sennight" => "weekly",
        "month" => "monthly",
        "quarter" => "quarterly",
        "annual" | "year" => "yearly",
        "biweekly" | "fortnight" => "every 2 weeks",
        "bimonthly" => "every 2 months",
        "semiannual" => "every 6 months",
        "biannual" | "biyearly" => "every 2 years",
        other => other,
    };
    if let Ok(read) = Repeat::read(named) {
        return Some(read);
    }
    let bare = word.strip_prefix('p').unwrap_or(&word);
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (many, unit) = bare.split_at(digits);
    let unit = match unit.trim() {
        "d" | "day" | "days" => "days",
        "w" | "wk" | "wks" | "week" | "weeks" => "weeks",
        "m" | "mo" | "mos" | "mth" | "mths" | "month" | "months" => "months",
        "q" | "qtr" | "qtrs" | "quarter" | "quarters" => "quarters",
        "y" | "yr" | "yrs" | "year" | "years" => "years",
        _ => return None,
    };
    Repeat::read(&format!("every {many} {unit}")).ok()
}
