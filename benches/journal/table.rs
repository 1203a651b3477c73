//! One row an act: plain, locked, the floor, how they stand to each other, the target and whether it is met.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::form::Form;
use crate::stopwatch::Reading;

/// Something that is measured over both forms of the million.
pub struct Act {
    /// What it is; `cargo bench -- PART` picks by it.
    pub name: &'static str,
    /// In what it is counted.
    pub unit: &'static str,
    /// What it is to reach.
    pub goal: Goal,
    /// Measures it.
    pub run: fn(&Form) -> Reading,
}

/// A target.
pub struct Goal {
    /// As it is written.
    pub says: &'static str,
    /// Whether a row reaches it; `None`: there is none.
    pub met: Option<fn(&Row) -> bool>,
}

impl Goal {
    /// What stands for itself.
    pub const NONE: Self = Self {
        says: "",
        met: None,
    };

    /// A target in words, and how it is looked at.
    pub const fn new(says: &'static str, met: fn(&Row) -> bool) -> Self {
        let met = Some(met);
        Self { says, met }
    }
}

/// An act, measured.
pub struct Row {
    /// The act's name and unit.
    name: String,
    /// Over the plain million.
    pub plain: Reading,
    /// Over the locked one.
    pub locked: Reading,
    goal: &'static Goal,
    /// Which of the two forms it could not be done over.
    failed: Vec<&'static str>,
}

impl Row {
    /// Measures an act over both forms. One that panics has failed, and the others are measured all the same.
    pub fn of(act: &'static Act, plain: &Form, locked: &Form) -> Self {
        let mut failed = Vec::new();
        let mut over = |name, form| {
            // of what it broke off nothing is used again: each act opens its own journals
            let reading = catch_unwind(AssertUnwindSafe(|| (act.run)(form)));
            reading.unwrap_or_else(|_| {
                failed.push(name);
                Reading::default()
            })
        };
        let (plain, locked) = (over("plain", plain), over("locked", locked));
        Self {
            name: format!("{}, {}", act.name, act.unit),
            plain,
            locked,
            goal: &act.goal,
            failed,
        }
    }

    /// Whether it could not be done over one of the forms.
    pub fn is_failed(&self) -> bool {
        !self.failed.is_empty()
    }

    /// How much more the plain act takes than its floor; 0 without one.
    pub fn over_floor(&self) -> f64 {
        ratio(self.plain.median, self.plain.floor).unwrap_or_default()
    }

    /// How much more the locked act takes than the plain one.
    pub fn over_plain(&self) -> f64 {
        ratio(self.locked.median, Some(self.plain.median)).unwrap_or_default()
    }

    /// Whether the target is reached; `None`: there is none, or it failed.
    pub fn is_met(&self) -> Option<bool> {
        self.goal
            .met
            .filter(|_| !self.is_failed())
            .map(|met| met(self))
    }

    /// The row by itself, told while the others are still measured.
    pub fn line(&self) -> String {
        self.cells().join(" | ")
    }

    fn cells(&self) -> [String; COLUMNS] {
        let three = |one: &Reading| {
            let told = |figure: Option<f64>| figure.map_or_else(String::new, number);
            [told(one.best), number(one.median), told(one.worst)]
        };
        let [plain_best, plain, plain_worst] = three(&self.plain);
        let [locked_best, locked, locked_worst] = three(&self.locked);
        let times = |ratio: Option<f64>| ratio.map_or_else(String::new, |r| format!("{r:.1} ×"));
        let floors = [self.plain.floor, self.locked.floor].map(|f| f.map(number));
        let met = match self.is_met() {
            _ if self.is_failed() => format!("FAILED {}", self.failed.join(" and ")),
            Some(true) => "yes".to_owned(),
            Some(false) => "NO".to_owned(),
            None => String::new(),
        };
        [
            self.name.clone(),
            plain_best,
            plain,
            plain_worst,
            locked_best,
            locked,
            locked_worst,
            floors.into_iter().flatten().collect::<Vec<_>>().join(" / "),
            times(ratio(self.plain.median, self.plain.floor)),
            times(ratio(self.locked.median, Some(self.plain.median))),
            self.goal.says.to_owned(),
            met,
        ]
    }
}

fn ratio(of: f64, to: Option<f64>) -> Option<f64> {
    to.filter(|to| *to > 0.0).map(|to| of / to)
}

/// A figure with three places that count.
pub fn number(figure: f64) -> String {
    match figure {
        f if f >= 100.0 => format!("{f:.0}"),
        f if f >= 10.0 => format!("{f:.1}"),
        f if f > 0.0 => format!("{f:.2}"),
        _ => "0".to_owned(),
    }
}

/// How many columns there are.
const COLUMNS: usize = 12;

/// What stands over the columns.
const HEAD: [&str; COLUMNS] = [
    "act",
    "plain, best",
    "p50",
    "p99",
    "locked, best",
    "p50",
    "p99",
    "floor (plain / locked)",
    "to floor",
    "to plain",
    "target",
    "met",
];

/// The rows as a table of Markdown, so that they can be put where they are quoted.
pub fn table(rows: &[Row]) -> String {
    let head = HEAD.map(str::to_owned);
    let cells: Vec<_> = std::iter::once(head)
        .chain(rows.iter().map(Row::cells))
        .collect();
    let width = |column: usize| {
        let widths = cells.iter().map(|row| row[column].chars().count());
        widths.max().unwrap_or_default()
    };
    let widths: [usize; COLUMNS] = std::array::from_fn(width);
    let mut lines: Vec<_> = cells.iter().map(|row| line(row, &widths)).collect();
    let rule: Vec<_> = widths.iter().map(|width| "-".repeat(*width)).collect();
    lines.insert(1, format!("| {} |", rule.join(" | ")));
    lines.join("\n")
}

fn line(row: &[String; COLUMNS], widths: &[usize; COLUMNS]) -> String {
    let cells = row
        .iter()
        .zip(widths)
        .enumerate()
        .map(|(n, (cell, width))| {
            if n == 0 || n == 10 {
                format!("{cell:<width$}")
            } else {
                format!("{cell:>width$}")
            }
        });
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}
