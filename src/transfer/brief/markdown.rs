//! A brief as Markdown (`CommonMark`): every character of the text that could begin structure is escaped.

use super::{NOTHING, ROOM};
use crate::domain::brief::{Brief, Chart};
use crate::domain::text::line as clean;
use crate::transfer::timeline;

/// A brief as Markdown.
pub fn markdown(brief: &Brief) -> String {
    let mut out = format!(
        "*{}*\n\n# {}\n\n{}\n",
        escaped(&brief.first_line),
        escaped(&brief.heading()),
        brief.span()
    );
    if let Some(chart) = super::told_chart(brief) {
        out += &told(&chart);
    }
    for section in brief.told() {
        out.extend([format!("\n## {}\n\n", escaped(&section.title))]);
        for line in section.told() {
            out.extend([format!("- {}\n", escaped(&line.text))]);
        }
    }
    if super::is_empty(brief) {
        out.extend(["\n", NOTHING, "\n"]);
    }
    out
}

/// The timeline: a side a bullet, its blocks as code, so that they keep their widths.
fn told(chart: &Chart) -> String {
    let mut out = "\n## Reliability\n\n".to_owned();
    for (whose, blocks, says) in timeline::glance(&chart.timeline, &chart.card, ROOM) {
        let blocks = if blocks.is_empty() {
            String::new()
        } else {
            format!(" `{blocks}`")
        };
        out.extend([format!("- {whose}:{blocks} {}\n", escaped(&says))]);
    }
    out
}

/// Text as Markdown that means just that text: no emphasis, link, picture, heading, list, code, table, HTML or formula.
fn escaped(line: &str) -> String {
    let shown = clean(line);
    let mut out = String::with_capacity(shown.len() + 8);
    let trimmed = shown.trim();
    // at the start of a line a number with a point is a list, and so is a sign with a space
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in trimmed.char_indices() {
        let anywhere = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$'
        );
        let at_start = at == 0 && matches!(c, '#' | '+' | '-' | '=' | ':');
        let after_number = at == digits && digits > 0 && matches!(c, '.' | ')');
        // a bare address would become a link where the reader's program makes them
        let address = c == ':' && trimmed[at..].starts_with("://");
        if anywhere || at_start || after_number || address {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_outside_is_never_structure() {
        let check = |line: &str, expect: &str| assert_eq!(escaped(line), expect, "{line:?}");
        check("# heading", "\\# heading");
        check("- item", "\\- item");
        check("  12. item", "12\\. item");
        check("2026 was good.", "2026 was good.");
        check("![x](http://evil)", "!\\[x\\](http\\://evil)");
        check(
            "<script>alert(1)</script>",
            "\\<script\\>alert(1)\\</script\\>",
        );
        check(
            "*a* _b_ `c` ~~d~~ |e| $f$ &amp; \\",
            "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\|e\\| \\$f\\$ \\&amp; \\\\",
        );
        check("a\n\n# b", "a  # b");
        check("===", "\\===");
        check("---", "\\---");
        check(": x", "\\: x");
    }
}
