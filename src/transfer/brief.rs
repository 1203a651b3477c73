//! A brief as a document: Markdown, plain text, one self-contained HTML file, or JSON.
//!
//! What the lines say came from outside. In Markdown every character that could begin structure is
//! escaped, in HTML everything is; neither can hold a link, a picture or a script that nobody put there.

use serde_json::{Value, json};

use crate::domain::brief::{Audience, Brief};
use crate::domain::text::line as clean;

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

/// A brief as JSON, ending with a line end.
pub fn json(brief: &Brief) -> String {
    format!("{:#}\n", value(brief))
}

/// A brief as a JSON value: `name`, `audience`, `since`, `as_of`, `first_line`, `sections` of `title` and `lines`.
pub fn value(brief: &Brief) -> Value {
    let sections = brief.told().map(|section| {
        let lines: Vec<_> = section.told().map(|line| clean(&line.text)).collect();
        json!({ "title": clean(&section.title), "lines": lines })
    });
    json!({
        "name": clean(&brief.name),
        "audience": brief.audience.word(),
        "since": brief.since.to_string(),
        "as_of": brief.as_of.to_string(),
        "first_line": brief.first_line,
        "sections": sections.collect::<Vec<_>>(),
    })
}

/// A brief as plain text.
pub fn text(brief: &Brief) -> String {
    let heading = clean(&brief.heading()).into_owned();
    let mut out = format!("{}\n\n{heading}\n{}\n", brief.first_line, brief.span());
    for section in brief.told() {
        out.extend([format!("\n{}\n", clean(&section.title))]);
        for line in section.told() {
            out.extend([format!("  - {}\n", clean(&line.text))]);
        }
    }
    out
}

/// A brief as Markdown (`CommonMark`).
pub fn markdown(brief: &Brief) -> String {
    let mut out = format!(
        "*{}*\n\n# {}\n\n{}\n",
        escaped(&brief.first_line),
        escaped(&brief.heading()),
        brief.span()
    );
    for section in brief.told() {
        out.extend([format!("\n## {}\n\n", escaped(&section.title))]);
        for line in section.told() {
            out.extend([format!("- {}\n", escaped(&line.text))]);
        }
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

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.5rem;margin-bottom:0}h2{font-size:1.1rem;margin:1.5rem 0 .25rem}\
ul{margin:0;padding-left:1.25rem}li{overflow-wrap:anywhere}\
.from{font-style:italic}.span{margin-top:0;opacity:.75}\
@media print{body{margin:0;max-width:none}}";

/// A brief as one HTML file with nothing beside it: no script, no link, its style within.
pub fn html(brief: &Brief) -> String {
    let heading = marked(&brief.heading());
    let mut body = String::new();
    for section in brief.told() {
        body.extend([format!("<h2>{}</h2>\n<ul>\n", marked(&section.title))]);
        for line in section.told() {
            body.extend([format!("<li dir=\"auto\">{}</li>\n", marked(&line.text))]);
        }
        body += "</ul>\n";
    }
    let reader = match brief.audience {
        Audience::Me => "for me",
        Audience::Them => "for them",
        Audience::Lead => "for a lead",
    };
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{heading} ({reader})</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <p class=\"from\">{}</p>\n<h1 dir=\"auto\">{heading}</h1>\n<p class=\"span\">{}</p>\n{body}</body>\n</html>\n",
        marked(&brief.first_line),
        brief.span(),
    )
}

/// Text as it may stand between the marks of HTML and SVG, and within their quotes.
pub(super) fn marked(line: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::brief::{Line, May, Section};

    fn line(text: &str) -> Line {
        Line {
            key: String::new(),
            record: None,
            text: text.to_owned(),
            may: May::Shown,
            ticked: true,
        }
    }

    fn brief(lines: &[&str]) -> Brief {
        Brief {
            name: "Ana <b>".into(),
            since: "2026-03-03".parse().expect("a day"),
            as_of: "2026-03-31".parse().expect("a day"),
            first_line: "Written from one side.".into(),
            sections: vec![Section {
                word: "topics".into(),
                title: "Topics".into(),
                picked: true,
                lines: lines.iter().map(|l| line(l)).collect(),
            }],
            ..Brief::blank(Audience::Them)
        }
    }

    #[test]
    fn each_format_says_the_same() {
        let brief = brief(&["the \"road\" map \u{b7} due 27 Nov 2026", "a * b\u{1b}[1m"]);
        insta::assert_snapshot!("brief_md", markdown(&brief));
        insta::assert_snapshot!("brief_text", text(&brief));
        insta::assert_snapshot!("brief_html", html(&brief));
        insta::assert_snapshot!("brief_json", json(&brief));
    }

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

    #[test]
    fn html_holds_no_mark_that_came_from_outside() {
        let page = html(&brief(&[
            "</li><script>x</script>",
            "\" onload='x'",
            "&lt;",
        ]));
        assert!(!page.contains("<script") && !page.contains("onload='"));
        assert!(page.contains("&amp;lt;") && page.contains("Ana &lt;b&gt;"));
    }
}
