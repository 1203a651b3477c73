//! A brief as a document: Markdown, plain text, one self-contained HTML file, or JSON.
//!
//! What the lines say came from outside. In Markdown every character that could begin structure is
//! escaped, in HTML everything is; neither can hold a link, a picture or a script that nobody put there.

mod html;
mod json;
mod markdown;
#[cfg(test)]
mod tests;
mod text;

pub use html::html;
pub use json::{json, value};
pub use markdown::markdown;
pub use text::text;

use crate::domain::brief::{Brief, Chart};
use crate::transfer::timeline;

/// How a page looks; in one piece, as it stands in the page.
const STYLE: &str = include_str!("style.css");

/// How many blocks a side of the timeline takes where there is no picture.
const ROOM: usize = 40;

/// What stands where no line leaves.
const NOTHING: &str = "There is nothing in it for these days.";

/// The formats of a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown (`CommonMark`).
    Markdown,
    /// Plain text.
    Text,
    /// One HTML file with nothing beside it.
    Html,
    /// JSON.
    Json,
}

impl Format {
    /// The words that a command offers.
    pub const WORDS: [&'static str; 4] = ["md", "text", "html", "json"];

    /// From its word, or the ending of a file's name; `None`: there is no such format.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "md" | "markdown" => Some(Self::Markdown),
            "text" | "txt" => Some(Self::Text),
            "html" | "htm" => Some(Self::Html),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// Writes a brief in a format; ends with a line end.
pub fn write(brief: &Brief, format: Format) -> String {
    match format {
        Format::Markdown => markdown(brief),
        Format::Text => text(brief),
        Format::Html => html(brief),
        Format::Json => json(brief),
    }
}

/// Whether nothing at all leaves.
fn is_empty(brief: &Brief) -> bool {
    brief.told().next().is_none() && brief.told_chart().is_none()
}

/// The timeline, when it leaves, with nothing of a side that its reader may not see, and no mark or band of what was taken out.
fn told_chart(brief: &Brief) -> Option<Chart> {
    let mut chart = brief.told_chart().map(shown)?;
    chart.timeline.marks.retain(|mark| !brief.stays(mark.id));
    chart.timeline.bands.retain(|band| !brief.stays(band.id));
    Some(chart)
}

fn shown(chart: &Chart) -> Chart {
    let mut chart = chart.clone();
    if !chart.both {
        chart.timeline.theirs.clear();
        chart.card.folded = false;
    }
    chart
}

/// What the timeline says of each side where there is no picture: its blocks and its words, mine first.
pub fn sides(chart: &Chart) -> Vec<String> {
    let chart = shown(chart);
    let glance = timeline::glance(&chart.timeline, &chart.card, ROOM);
    let lines = glance
        .into_iter()
        .map(|(whose, blocks, says)| format!("{whose} {blocks} {says}"));
    lines.collect()
}
