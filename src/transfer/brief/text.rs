//! A brief as plain text: to be read in a terminal, in a mail, aloud.

use super::{NOTHING, ROOM};
use crate::domain::brief::{Brief, Chart};
use crate::domain::text::line as clean;
use crate::transfer::timeline;

/// A brief as plain text.
pub fn text(brief: &Brief) -> String {
    let mut out = format!(
        "{}\n\n{}\n{}\n",
        clean(&brief.first_line),
        clean(&brief.heading()),
        brief.span()
    );
    if let Some(chart) = super::told_chart(brief) {
        out += &told(&chart);
    }
    for section in brief.told() {
        out.extend([format!("\n{}\n", clean(&section.title))]);
        for line in section.told() {
            out.extend([format!("  - {}\n", clean(&line.text))]);
        }
    }
    if super::is_empty(brief) {
        out.extend(["\n", NOTHING, "\n"]);
    }
    out
}

fn told(chart: &Chart) -> String {
    let mut out = "\nReliability\n".to_owned();
    for (whose, blocks, says) in timeline::glance(&chart.timeline, &chart.card, ROOM) {
        if !blocks.is_empty() {
            out.extend([format!("  {whose:<11}{blocks}\n")]);
        }
        out.extend([format!("  - {whose}: {}\n", clean(&says))]);
    }
    out
}
