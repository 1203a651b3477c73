//! Whose check-in is due, and with whom it was done this week.

use crate::cli::Desk;
use crate::domain::RecordId;
use crate::error::Result;
use crate::wire::json;

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
        desk.head("trustline suggests a check-in with")?;
        desk.table(&run.due.iter().map(row).collect::<Vec<_>>())?;
    }
    if !run.done.is_empty() {
        desk.head("Done this week")?;
        desk.table(&run.done.iter().map(row).collect::<Vec<_>>())?;
    }
    Ok(())
}
