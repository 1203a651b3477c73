//! Whose check-in is due, and with whom it was done this week.

use super::{asked, begin, tell, warn};
use crate::cli::{Columns, Desk};
use crate::domain::RecordId;
use crate::error::{Error, Result};
use crate::wire::json;

/// What the cells of a line are called.
const COLUMNS: Columns = Columns(&["id", "*name"]);

/// Who is due, the longest due first, and with whom it was done this week.
///
/// # Errors
/// When the journal cannot be read.
pub fn say(desk: &mut Desk<'_>) -> Result<()> {
    let journal = desk.read()?;
    let run = journal.run()?;
    if desk.wants_json() {
        return desk.say_json(&json::list(&run.due, |(id, name)| json::who(*id, name)));
    }
    let row = |(id, name): &(RecordId, String)| vec![format!("  {}", id.short()), name.clone()];
    if run.due.is_empty() {
        desk.say("No check-in is due.")?;
    } else {
        let due: Vec<_> = run.due.iter().map(row).collect();
        desk.part("trustline suggests a check-in with", COLUMNS, &due)?;
    }
    if !run.done.is_empty() {
        let done: Vec<_> = run.done.iter().map(row).collect();
        desk.part("Done this week", COLUMNS, &done)?;
    }
    Ok(())
}

/// The weekly run, line by line: each who is due is asked about in turn; each check-in is saved before the next begins.
///
/// # Errors
/// When there is nobody to ask, or the journal cannot be read or written.
pub fn run(desk: &mut Desk<'_>) -> Result<()> {
    if !desk.asks() {
        return Err(
            Error::usage("the run asks, and the input is not a terminal").hint(
                "trustline checkin lists who is due; trustline checkin WHO --answer CODE=N answers",
            ),
        );
    }
    let mut journal = desk.write()?;
    let due = journal.run()?.due;
    if due.is_empty() {
        return desk.say("No check-in is due.");
    }
    let many = due.len();
    for (nth, (id, name)) in due.into_iter().enumerate() {
        let place = nth + 1;
        let asks = format!(
            "{place} of {many}: {name}. Enter begins, n passes to the next, q ends the run."
        );
        match desk.ask(&asks)?.as_deref() {
            Some("q") | None => break,
            Some("n") => continue,
            Some(_) => {}
        }
        let sheet = journal.checkin_sheet(id)?;
        warn(desk, &sheet)?;
        let mut checkin = begin(&sheet, &journal);
        asked::run_through(desk, &sheet, &mut checkin)?;
        tell(desk, &mut journal, &sheet, checkin, &[])?;
        desk.flush()?;
    }
    desk.say("That is the run. trustline review says what the week comes to.")
}
