//! The plain way of saying things, for a screen reader and a Braille line: one fact a line, each with its label.
//!
//! This is the one room where that is decided. A verb says what it has (a heading, facts, a list with the names of its
//! columns) and never asks which way it is said.

mod words;

use super::Desk;
use crate::cli::columns;
use crate::error::Result;

pub use words::{document, words};

/// The columns of a list: what each cell of a row is called, the first of them being what a row is about.
///
/// A name that begins with `*` is that of the cell that leads when a row is said plainly.
#[derive(Debug, Clone, Copy)]
pub struct Columns(pub &'static [&'static str]);

impl Columns {
    /// The place of the cell that leads.
    fn lead(self) -> usize {
        let found = self.0.iter().position(|name| name.starts_with('*'));
        found.unwrap_or(0)
    }

    /// What a cell is called.
    fn name(self, n: usize) -> &'static str {
        self.0
            .get(n)
            .map_or("", |name| name.trim_start_matches('*'))
    }

    /// A row as its leading fact, and each other with its label.
    fn facts(self, cells: &[String]) -> (String, Vec<String>) {
        let said: Vec<_> = cells.iter().map(|cell| words(cell)).collect();
        let empty = |n: usize| said.get(n).is_none_or(String::is_empty);
        let lead = if empty(self.lead()) {
            (0..said.len()).find(|n| !empty(*n)).unwrap_or(0)
        } else {
            self.lead()
        };
        let rest = (0..said.len()).filter(|n| *n != lead && !empty(*n));
        let rest = rest.map(|n| match self.name(n) {
            "" => said[n].clone(),
            name => format!("{name}: {}", said[n]),
        });
        let rest = rest.collect();
        (said.get(lead).cloned().unwrap_or_default(), rest)
    }
}

/// Whether things are said plainly, and where the last of them ended.
#[derive(Debug, Default)]
pub(super) struct Manner {
    /// Whether they are.
    pub plain: bool,
    /// Whether something was said already, and whether a blank line was the last of it.
    said: bool,
    blank: bool,
}

impl Desk<'_> {
    /// Takes the flag that every command has.
    pub fn wants_plain(&mut self, asked: bool) {
        self.manner.plain = asked;
    }

    /// Whether everything is said as one fact a line.
    pub fn is_plain(&self) -> bool {
        self.manner.plain
    }

    /// A line beside the output, in the manner of all others.
    pub(super) fn in_its_manner(&self, line: String) -> String {
        if self.manner.plain {
            words(&line)
        } else {
            line
        }
    }

    /// A line, plainly; of several blank ones only the first, and none at the start.
    pub(super) fn say_plainly(&mut self, line: &str) -> Result<()> {
        let line = words(&self.shown(line));
        let line = crate::domain::text::line(&line).into_owned();
        let blank = line.is_empty();
        if blank && (self.manner.blank || !self.manner.said) {
            return Ok(());
        }
        self.manner.blank = blank;
        self.manner.said = true;
        self.put(&format!("{line}\n"))
    }

    /// A heading, plainly: a blank line before it, a colon after it.
    pub(super) fn head_plainly(&mut self, line: &str) -> Result<()> {
        self.say_plainly("")?;
        let line = words(&self.shown(line));
        let end = if line.ends_with([':', '.', '?', '!']) {
            ""
        } else {
            ":"
        };
        self.say_plainly(&format!("{line}{end}"))
    }

    /// Facts: a label and what it says; where the label is blank, more of the same.
    ///
    /// # Errors
    /// When the output cannot be written; so all of these.
    pub fn facts(&mut self, rows: &[Vec<String>]) -> Result<()> {
        if !self.manner.plain {
            return self.table(rows);
        }
        for row in rows {
            let said = row.iter().map(|cell| words(&self.shown(cell)));
            let said: Vec<_> = said.filter(|cell| !cell.is_empty()).collect();
            let labelled = row.first().is_some_and(|label| !label.trim().is_empty());
            match said.split_first() {
                Some((label, rest)) if labelled && !rest.is_empty() => {
                    self.say_plainly(&format!(
                        "{}: {}",
                        label.trim_end_matches(':'),
                        rest.join(", ")
                    ))?;
                }
                Some(_) => self.say_plainly(&said.join(", "))?,
                None => {}
            }
        }
        Ok(())
    }

    /// A moment: as a date that sorts, plainly as one that is said.
    pub fn moment(&self, at: chrono::NaiveDateTime) -> String {
        let form = if self.manner.plain {
            "%-d %b %Y %H:%M"
        } else {
            "%Y-%m-%d %H:%M"
        };
        at.format(form).to_string()
    }

    /// A list under its heading; plainly, how many there are comes first, and each is numbered.
    pub fn part(&mut self, heading: &str, columns: Columns, rows: &[Vec<String>]) -> Result<()> {
        if self.manner.plain {
            self.head_plainly(&counted(rows.len(), heading))?;
        } else {
            self.head(heading)?;
        }
        self.list(columns, rows)
    }

    /// A list without a heading.
    pub fn list(&mut self, columns: Columns, rows: &[Vec<String>]) -> Result<()> {
        if !self.manner.plain {
            return self.table(rows);
        }
        let mut each = rows.iter().enumerate();
        each.try_for_each(|(n, row)| self.numbered(n + 1, columns, row))
    }

    /// A list whose first line names its columns.
    pub fn headed(&mut self, columns: Columns, rows: &[Vec<String>]) -> Result<()> {
        if self.manner.plain {
            return self.list(columns, rows);
        }
        let names = (0..columns.0.len()).map(|n| match n {
            0 => format!("  {}", columns.name(n)),
            n => columns.name(n).to_owned(),
        });
        let mut all = vec![names.collect()];
        all.extend_from_slice(rows);
        self.table(&all)
    }

    /// A list without a heading, each row cut where the terminal ends.
    pub fn list_in_width(&mut self, columns: Columns, rows: &[Vec<String>]) -> Result<()> {
        if self.manner.plain {
            return self.list(columns, rows);
        }
        let width = self.width();
        for row in columns::rows(rows) {
            let cut: String = row.chars().take(width).collect();
            self.say(cut)?;
        }
        Ok(())
    }

    /// A map: the first row names the columns, the first cell of each other row names that row; a point where nothing was
    /// answered. Plainly, row by row: each cell that says something with its column, then the columns of those that do not.
    pub fn grid(&mut self, rows: &[Vec<String>]) -> Result<()> {
        if !self.manner.plain {
            return self.table(rows);
        }
        let Some((heads, rows)) = rows.split_first() else {
            return Ok(());
        };
        for (n, row) in rows.iter().enumerate() {
            let row: Vec<_> = row.iter().map(|cell| words(cell)).collect();
            let name = row.first().map_or("", String::as_str);
            self.say_plainly(&format!("{}. {name}", n + 1))?;
            let cells = || heads.iter().zip(&row).skip(1);
            for (head, cell) in cells().filter(|(_, cell)| !cell.is_empty()) {
                self.say_plainly(&format!("{head}: {cell}"))?;
            }
            let silent = cells().filter(|(_, cell)| cell.is_empty());
            let silent: Vec<_> = silent.map(|(head, _)| head.as_str()).collect();
            if !silent.is_empty() {
                self.say_plainly(&format!("not answered: {}", silent.join("; ")))?;
            }
        }
        Ok(())
    }

    /// One row of a list that comes line by line: the how-many-th it is, from 1, and the least widths of its columns.
    pub fn row(
        &mut self,
        nth: usize,
        columns: Columns,
        least: &[usize],
        cells: Vec<String>,
    ) -> Result<()> {
        if self.manner.plain {
            return self.numbered(nth, columns, &cells);
        }
        let cells = self.shown_cells(cells);
        self.say(columns::line(&cells, least))
    }

    /// After a list that came line by line, so that nobody knew before how long it is: plainly, how many there were.
    pub fn in_all(&mut self, many: usize) -> Result<()> {
        if !self.manner.plain || many == 0 {
            return Ok(());
        }
        self.say_plainly(&format!("{many} in all."))
    }

    fn numbered(&mut self, nth: usize, columns: Columns, cells: &[String]) -> Result<()> {
        let cells = self.shown_cells(cells.to_vec());
        let (lead, rest) = columns.facts(&cells);
        self.say_plainly(&format!("{nth}. {lead}"))?;
        rest.iter().try_for_each(|fact| self.say_plainly(fact))
    }
}

/// How many, and of what: `2 mine, due`, `1 agreement`.
pub fn counted(many: usize, heading: &str) -> String {
    let (first, rest) = heading.split_once(' ').unwrap_or((heading, ""));
    // the one who writes is never written small
    let first = if first == "I" {
        first.to_owned()
    } else {
        first.to_lowercase()
    };
    let first = match first.strip_suffix('s') {
        Some(one) if many == 1 => one.to_owned(),
        _ => first,
    };
    format!("{many} {first} {rest}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_what_it_is_about_and_facts_with_labels() {
        let columns = Columns(&["id", "with", "due", "*what"]);
        let cells = ["  k3f9a", "Priya Nair", "", "send it \u{b7} now"].map(str::to_owned);
        let (lead, rest) = columns.facts(&cells);
        assert_eq!(lead, "send it, now");
        assert_eq!(rest, ["id: k3f9a", "with: Priya Nair"]);
        let nothing_leads = ["k3f9a", "Priya Nair", "", ""].map(str::to_owned);
        assert_eq!(columns.facts(&nothing_leads).0, "k3f9a");
    }

    #[test]
    fn a_heading_tells_how_many_first() {
        assert_eq!(counted(2, "Mine, due"), "2 mine, due");
        assert_eq!(counted(1, "Theirs, due"), "1 theirs, due");
        assert_eq!(
            counted(1, "Needs without an answer"),
            "1 need without an answer"
        );
        assert_eq!(counted(3, "I promised"), "3 I promised");
    }
}
