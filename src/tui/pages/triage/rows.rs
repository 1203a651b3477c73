//! Loose ends as rows: marked or not, whose, what, since when; and the two people that are suggested.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::marks;
use crate::domain::review::{ComingBack, Loose, Review, Suggestion};
use crate::domain::{RecordId, dates};
use crate::tui::command::told;
use crate::tui::pages::outline::{Ink, Row};
use crate::tui::paint;

/// The row of the relationship to invest in.
pub const INVEST: &str = "invest";
/// The row of the thank-you to send.
pub const THANKS: &str = "thanks";

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;
const WARN: Ink = |t| t.warn;
const NUDGE: Ink = |t| t.nudge;

/// The loose ends that are shown.
pub struct Lines<'a> {
    /// What is still on the screen.
    pub loose: &'a [Loose],
    /// What is marked of it.
    pub marked: &'a BTreeSet<RecordId>,
    /// How many were let stand.
    pub stood: usize,
    /// The day.
    pub today: NaiveDate,
    /// How wide the page is.
    pub columns: u16,
}

impl Lines<'_> {
    /// The review at the end of a run.
    pub fn review(&self, review: &Review) -> Vec<Row> {
        let mut rows = vec![Row::text(stands(review), DIM), Row::blank()];
        if self.loose.is_empty() {
            let says = if self.stood == 0 {
                "Nothing is overdue."
            } else {
                "Nothing else is overdue."
            };
            rows.push(Row::heading("Overdue"));
            rows.push(Row::text(format!("  {says}"), DIM));
        }
        rows.extend(self.listed());
        rows.push(Row::blank());
        rows.push(Row::heading("trustline suggests investing in"));
        let nobody = "You met everybody as often as you meant to.";
        rows.extend(suggested(
            review.invest.as_ref(),
            INVEST,
            told!("{enter} opens", enter = List.Open),
            nobody,
        ));
        rows.push(Row::blank());
        rows.push(Row::heading("trustline suggests thanking"));
        let nobody = "Nothing lately that you did not give thanks for already.";
        rows.extend(suggested(
            review.thanks.as_ref(),
            THANKS,
            told!("{enter} writes it", enter = List.Open),
            nobody,
        ));
        rows.push(Row::blank());
        rows.push(Row::text(
            told!("That is all for this week: {q} goes back.", q = Global.Back),
            DIM,
        ));
        rows
    }

    /// What went stale.
    pub fn back(&self, back: &ComingBack) -> Vec<Row> {
        let welcome = match back.away_since {
            _ if self.columns < 60 => "Take what you like; the rest may stand.".to_owned(),
            Some(day) => format!(
                "Welcome back; the last word here was {}. What went stale stands here once. Take what you like, and let the rest stand.",
                dates::beside(day, self.today)
            ),
            None => "What went stale stands here once. Take what you like, and let the rest stand."
                .to_owned(),
        };
        if self.loose.is_empty() {
            let says = if self.stood == 0 && back.away_since.is_none() {
                "Nothing went stale: all that waits has waited for less than two weeks."
            } else {
                "That was all. Nothing else waits for you here."
            };
            return vec![
                Row::text(says, STRONG),
                Row::blank(),
                Row::text(
                    told!(
                        "{q} goes back; {w} starts the weekly run",
                        q = Global.Back,
                        w = Global.Run
                    ),
                    DIM,
                ),
            ];
        }
        let mut rows = vec![Row::text(welcome, DIM), Row::blank()];
        rows.extend(self.listed());
        rows
    }

    /// The loose ends, each part under its heading.
    fn listed(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut part = "";
        for one in self.loose {
            let heading = one.part();
            if heading != part {
                if !part.is_empty() {
                    rows.push(Row::blank());
                }
                rows.push(Row::heading(heading));
                part = heading;
            }
            rows.push(self.line(one));
        }
        rows
    }

    fn line(&self, one: &Loose) -> Row {
        let mark = match (self.marked.contains(&one.id), self.marked.is_empty()) {
            (true, _) => "[x] ",
            (false, false) => "[ ] ",
            (false, true) => "  ",
        };
        let name = one.who.as_ref().map_or("", |(_, name)| name.as_str());
        let narrow = self.columns < 60;
        let when = match one.due {
            _ if narrow => format!("{} d", (self.today - one.since).num_days()),
            Some(due) => dates::against(due, self.today),
            None => dates::beside(one.since, self.today),
        };
        let columns = usize::from(self.columns / 5).clamp(6, 18);
        let pieces = vec![
            (mark.to_owned(), STRONG),
            (paint::pad(name, columns) + " ", STRONG),
            (one.text.clone(), TEXT),
        ];
        let ink = if one.due.is_some() { WARN } else { DIM };
        Row::ends(pieces, when, ink).about(one.id)
    }
}

/// How the run stands.
fn stands(review: &Review) -> String {
    let (done, due) = (review.run.done.len(), review.run.due.len());
    let done = match done {
        0 => "No check-in this week yet".to_owned(),
        n => format!("{} this week", paint::counted(n, "check-in")),
    };
    match due {
        0 => told!(
            "{done}; nobody else is due: {w} checks in all the same.",
            w = Global.Run
        ),
        n => told!("{done}; {n} still due: {w} goes on.", w = Global.Run),
    }
}

fn suggested(one: Option<&Suggestion>, word: &'static str, key: String, nobody: &str) -> Vec<Row> {
    let Some(one) = one else {
        return vec![Row::text(format!("  {nobody}"), DIM)];
    };
    let name = vec![
        (format!("{} ", marks::NUDGE), NUDGE),
        (one.name.clone(), STRONG),
    ];
    vec![
        Row::ends(name, key, |t| t.key).word(word),
        Row::under(one.reason.clone(), NUDGE),
    ]
}
