//! Text from outside between the marks of HTML and SVG.

use crate::domain::text::line as clean;

/// Text as it may stand between the marks of HTML and SVG, and within their quotes.
pub fn marked(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    for c in clean(line).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // no XML may hold these two, not even escaped
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
