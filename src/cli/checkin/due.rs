//! Whose check-in is due, and with whom it was done this week.

use crate::cli::{Columns, Desk};
use crate::domain::RecordId;
use crate::error::Result;
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
        desk.part("Check-ins due", COLUMNS, &due)?;
    }
    if !run.done.is_empty() {
        let done: Vec<_> = run.done.iter().map(row).collect();
        desk.part("Done this week", COLUMNS, &done)?;
    }
    Ok(())
}
