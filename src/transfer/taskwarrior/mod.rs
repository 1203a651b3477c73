//! Taskwarrior's tasks, in and out: what `task export` writes, and what `task import` takes.
//!
//! A task is a promise of mine, agreed to on the day it was typed in: kept or late follows from its `due` and `end`.
//! A deleted one was let go. A list does not say why, and what is let go counts neither as kept nor as broken.
//! Times are universal in the file and local days here. The changes of due dates come as moves from the history that
//! Taskwarrior keeps beside the tasks (`history`).

mod history;
mod over;
mod read;
mod times;
mod whom;
mod write;

use std::collections::BTreeMap;

use super::elements;
use super::intake::{Choice, Parcel, RowFault, Source, shown};
use crate::error::Result;

pub use write::Tasks;

/// Reads a file of tasks: a list, or one task a line.
///
/// # Errors
/// `Input` with the line, when it is no JSON or its history is none; `Usage`: a flag that does not fit; `File`.
pub(super) fn open(source: &Source, choice: &Choice) -> Result<Parcel> {
    let text = elements::text(source)?;
    let mut reader = read::Reader {
        zone: choice.zone,
        whom: whom::Whom::read(&choice.table)?,
        ..read::Reader::default()
    };
    if let Some(history) = &choice.history {
        reader.history = history::read(history, choice.zone)?;
    }
    let tasks = elements::elements(source.name(), &text)?;
    let (mut items, mut refused) = (Vec::new(), Vec::new());
    let mut recurring = 0;
    for task in &tasks {
        let read = elements::fields(task.text).map_err(|says| ("", says));
        match read.and_then(|fields| reader.item(task.line, &fields)) {
            Ok(Some(item)) => items.push(item),
            Ok(None) => recurring += 1,
            Err((field, says)) => {
                let fault = RowFault::new(task.line, field, &says);
                refused.push((fault, elements::as_it_came(task.text)));
            }
        }
    }
    let rows = tasks.len() as u64;
    let many = if rows == 1 {
        "1 task"
    } else {
        &format!("{rows} tasks")
    };
    let skipped = (recurring > 0).then(|| {
        (
            "the status recurring (the tasks that come of it are read)".to_owned(),
            recurring,
        )
    });
    Ok(Parcel {
        says: format!(
            "{}: {many} as Taskwarrior exports them",
            shown(source.name())
        ),
        row: "task",
        rows,
        items,
        refused,
        skipped: skipped.into_iter().collect::<BTreeMap<_, _>>(),
        notes: notes(&reader, choice.history.is_some()),
        update: choice.table.update,
        over: over::over,
    })
}

/// What one should know of how the tasks were read.
fn notes(reader: &read::Reader, history: bool) -> Vec<String> {
    let mut notes = Vec::new();
    let changes = match reader.moved {
        1 => "1 change of a due date".to_owned(),
        n => format!("{n} changes of due dates"),
    };
    match (history, reader.moved, reader.whom.agreed) {
        (true, 1.., false) => notes.push(format!(
            "{changes} came as moves that nobody agreed to, because a task list does not say it: the first date counts; --set moves=agreed if they were agreed"
        )),
        (true, 1.., true) => notes.push(format!(
            "{changes} came as moves that were agreed to: those made by the day they replace count"
        )),
        (false, ..) => notes.push(
            "an export does not hold how due dates moved; --history FILE brings it (undo.data, or the operations of version 3)".to_owned(),
        ),
        _ => {}
    }
    if reader.late_typed > 0 {
        notes.push(format!(
            "due or done before they were typed in: {}; taken as promised on that day",
            reader.late_typed
        ));
    }
    if !reader.left.is_empty() {
        let left = reader.left.iter().take(12);
        let each = left.map(|(name, n)| format!("{} ({n})", shown(name)));
        let each = each.collect::<Vec<_>>().join(", ");
        notes.push(format!("fields that have no place here: {each}"));
    }
    notes
}
