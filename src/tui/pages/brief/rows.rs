//! The brief as it would leave, with what stays out in dim between its lines, each with its box.

use crate::domain::RecordId;
use crate::domain::brief::{Audience, Brief, CHART, Line, May, Mention, SOMEBODY, Section};
use crate::transfer;
use crate::tui::pages::outline::{Ink, Row};

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

/// What a row stands for, where it can be ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A line, by its key, with its record.
    Line(String, Option<RecordId>),
    /// A section, by its word.
    Section(String),
    /// Somebody who is named.
    Name(RecordId),
}

/// Rows, each with what it stands for.
#[derive(Default)]
pub struct Sheet {
    /// The rows.
    pub rows: Vec<Row>,
    /// What each stands for.
    pub targets: Vec<Option<Target>>,
}

impl Sheet {
    /// The brief with its boxes, and who is named in it. `since`: where it begins, in words.
    pub fn of(brief: &Brief, since: &str, mentions: &[Mention], replaced: &[RecordId]) -> Self {
        let mut sheet = Self::default();
        sheet.say(readers(brief.audience));
        sheet.say(Row::text(since, DIM));
        sheet.say(Row::blank());
        sheet.say(Row::text(brief.first_line.clone(), TEXT));
        sheet.say(Row::text(brief.heading(), STRONG));
        sheet.say(Row::text(brief.span(), TEXT));
        if let Some(chart) = &brief.chart {
            let ink = if chart.ticked { STRONG } else { DIM };
            let title = format!(
                "{}Reliability, drawn{}",
                square(chart.ticked),
                private(chart.may)
            );
            sheet.say(Row::blank());
            sheet.stop(Row::text(title, ink), Target::Line(CHART.to_owned(), None));
            let ink = if chart.ticked { TEXT } else { DIM };
            for side in transfer::brief::sides(chart) {
                sheet.say(Row::under(side, ink));
            }
        }
        for section in &brief.sections {
            sheet.section(section);
        }
        if brief.sections.is_empty() && brief.chart.is_none() {
            sheet.say(Row::blank());
            sheet.say(Row::text(nothing(brief.audience), DIM));
        }
        sheet.names(mentions, replaced);
        sheet
    }

    fn say(&mut self, row: Row) {
        self.rows.push(row);
        self.targets.push(None);
    }

    fn stop(&mut self, row: Row, target: Target) {
        self.rows.push(row.word("box"));
        self.targets.push(Some(target));
    }

    fn section(&mut self, section: &Section) {
        let tells = section.told().next().is_some();
        let ink = if tells { STRONG } else { DIM };
        // a part that may leave and has no line that does must not look as if it left
        let empty = if section.picked && !tells {
            " \u{b7} no line of it ticked"
        } else {
            ""
        };
        let title = format!("{}{}{empty}", square(section.picked), section.title);
        self.say(Row::blank());
        self.stop(Row::text(title, ink), Target::Section(section.word.clone()));
        for line in &section.lines {
            self.line(line, section.picked);
        }
    }

    fn line(&mut self, line: &Line, picked: bool) {
        let ink = if picked && line.ticked { TEXT } else { DIM };
        let text = format!("{}{}{}", square(line.ticked), line.text, private(line.may));
        let target = Target::Line(line.key.clone(), line.record);
        self.stop(Row::under(text, ink), target);
    }

    fn names(&mut self, mentions: &[Mention], replaced: &[RecordId]) {
        if mentions.is_empty() {
            return;
        }
        self.say(Row::blank());
        self.say(Row::text(
            "Names in it \u{b7} Space puts the alias in place of one",
            STRONG,
        ));
        for one in mentions {
            let alias = if one.alias.is_empty() {
                format!("\u{201c}{SOMEBODY}\u{201d} (no alias yet)")
            } else {
                one.alias.clone()
            };
            let times = match one.times {
                1 => "once".to_owned(),
                2 => "twice".to_owned(),
                n => format!("{n} times"),
            };
            let hidden = replaced.contains(&one.who);
            let text = format!("{}{}, {times} \u{2192} {alias}", square(hidden), one.name);
            let ink = if hidden { TEXT } else { DIM };
            self.stop(Row::under(text, ink), Target::Name(one.who));
        }
    }
}

/// For whom, each of the three, the chosen one marked by more than its style.
fn readers(chosen: Audience) -> Row {
    let mut pieces = vec![("For  ".to_owned(), DIM)];
    for (reader, words) in [
        (Audience::Me, "me"),
        (Audience::Them, "them"),
        (Audience::Lead, "my lead"),
    ] {
        if reader == chosen {
            pieces.push((format!("[{words}]  "), STRONG));
        } else {
            pieces.push((format!(" {words}   "), DIM));
        }
    }
    Row::line(pieces)
}

fn square(ticked: bool) -> &'static str {
    if ticked { "[x] " } else { "[ ] " }
}

fn private(may: May) -> &'static str {
    match may {
        May::Ticked => "  (private)",
        May::Shown => "",
    }
}

fn nothing(audience: Audience) -> &'static str {
    match audience {
        Audience::Me => "Nothing to tell since then. d chooses an earlier day.",
        Audience::Them => {
            "Nothing may be shown to them yet: only agreed commitments, feedback already given, open repair steps and topics are."
        }
        Audience::Lead => {
            "Nothing may be shown to a lead yet: only what the two of you agreed, and repair steps that may be seen."
        }
    }
}
