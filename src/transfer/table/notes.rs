//! What a look at a table notes beside its counts: columns that nothing reads, and the flags that settle what was refused.

use super::bind::{Binding, mapped};
use super::mapping::Mapping;
use crate::transfer::intake::{Report, shown};

/// The most columns that are named.
const MOST_NAMED: usize = 8;

/// Notes what one should know before the table is brought in. What names a flag names it with its dashes.
pub(super) fn of(report: &mut Report, mapping: &Mapping, binding: &Binding) {
    let refused = |part: &str| report.faults.iter().any(|fault| fault.says.contains(part));
    let mut notes = Vec::new();
    if refused("the mapping does not say what") {
        notes.push("--word WORD=MEANING says what a status means, such as --word \u{201c}in review=open\u{201d}; * is any other word".to_owned());
    }
    if refused("the day it was settled is missing") {
        notes.push("--settled COLUMN names the column with the day of the status".to_owned());
    }
    // a ready mapping leaves out on purpose what it does not name
    let unread = unread(binding);
    if mapping.name.is_empty() && !unread.is_empty() {
        let named: Vec<_> = unread.iter().take(MOST_NAMED).map(|c| shown(c)).collect();
        let more = match unread.len() - named.len() {
            0 => String::new(),
            n => format!(" and {n} more"),
        };
        notes.push(format!(
            "columns that nothing reads: {}{more}",
            named.join(", ")
        ));
        notes.push(
            "--status COLUMN reads how a promise ended, --map FIELD=COLUMN feeds a field"
                .to_owned(),
        );
    }
    report.notes.extend(notes);
}

fn unread(binding: &Binding) -> Vec<&str> {
    let read = mapped(binding);
    let columns = binding.columns.iter().enumerate();
    columns
        .filter(|(at, name)| !read.contains(at) && !binding.key.contains(at) && !name.is_empty())
        .map(|(_, name)| name.as_str())
        .collect()
}
