//! A brief as one HTML file with nothing beside it: no script, no link, no request; its style and its picture within.
//!
//! It is read on a screen, light or dark, wide or narrow, on paper (A4 or Letter, whichever lies in the printer), and aloud: landmarks, headings
//! in their order, the picture with a title and words, and at the end what it shows in figures.

use super::{NOTHING, STYLE};
use crate::domain::brief::{Audience, Brief, Chart, Section};
use crate::domain::context::FOLDED;
use crate::domain::text::line as clean;
use crate::transfer::markup::marked;
use crate::transfer::timeline::{self, Line};

/// A brief as one HTML file.
pub fn html(brief: &Brief) -> String {
    let reader = match brief.audience {
        Audience::Me => "for me",
        Audience::Them => "for them",
        Audience::Lead => "for a lead",
    };
    let drawn = super::told_chart(brief);
    let mut body = drawn.as_ref().map_or_else(String::new, chart);
    for (n, section) in brief.told().enumerate() {
        body += &part(n, section);
    }
    if let Some(chart) = &drawn {
        body += &figures(chart);
    }
    if super::is_empty(brief) {
        body.extend(["<p>", NOTHING, "</p>\n"]);
    }
    let drawn = drawn.map_or("", |_| timeline::STYLE);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{} ({reader})</title>\n<style>{drawn}{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<p class=\"from\">{}</p>\n<h1>{}</h1>\n<p class=\"span\">{}</p>\n</header>\n<main>\n{body}</main>\n</body>\n</html>\n",
        marked(&brief.heading()),
        marked(&brief.first_line),
        heading(brief),
        brief.span(),
    )
}

/// The heading, with the name in a place of its own: one that runs from right to left turns nothing around it.
fn heading(brief: &Brief) -> String {
    let (whole, name) = (brief.heading(), clean(&brief.name));
    match whole.strip_suffix(name.as_ref()) {
        Some(before) => format!("{}<bdi>{}</bdi>", marked(before), marked(&name)),
        None => marked(&whole),
    }
}

fn part(n: usize, section: &Section) -> String {
    let mut out = format!(
        "<section aria-labelledby=\"part-{n}\">\n<h2 id=\"part-{n}\" dir=\"auto\">{}</h2>\n<ul>\n",
        marked(&section.title)
    );
    for line in section.told() {
        out.extend([format!("<li dir=\"auto\">{}</li>\n", marked(&line.text))]);
    }
    out + "</ul>\n</section>\n"
}

/// The picture, and each side in words.
fn chart(chart: &Chart) -> String {
    let (drawn, card) = (&chart.timeline, &chart.card);
    let mut out = "<section aria-labelledby=\"reliability\">\n<h2 id=\"reliability\">Reliability</h2>\n<figure>\n".to_owned();
    out += &timeline::inline(drawn, card);
    out += "<figcaption>Kept as agreed, 0 to 100, with its range. A comparison with one\u{2019}s own past only.</figcaption>\n</figure>\n<ul class=\"sides\">\n";
    for (whose, _, says) in timeline::glance(drawn, card, 0) {
        let class = if whose == "my side" { "mine" } else { "theirs" };
        out.extend([format!(
            "<li class=\"{class}\"><span>{whose}</span>: {}</li>\n",
            marked(&says)
        )]);
    }
    if card.folded {
        out.extend([format!(
            "<li class=\"theirs\"><span>their side</span>: {FOLDED}</li>\n"
        )]);
    }
    out + "</ul>\n</section>\n"
}

/// What the picture shows, for whoever cannot see it: the figures month by month, and what happened.
fn figures(chart: &Chart) -> String {
    let drawn = &chart.timeline;
    let theirs = !chart.card.folded && !drawn.theirs.is_empty();
    let rows = timeline::months(drawn);
    let told: Vec<_> = rows.iter().filter(|row| row.has_figure(theirs)).collect();
    let mut out =
        "<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">The picture in figures</h2>\n"
            .to_owned();
    if told.is_empty() {
        out += "<p>There is too little yet for a figure.</p>\n";
    } else {
        out += &table(&told, theirs);
    }
    if !drawn.marks.is_empty() {
        out += "<h3>What happened</h3>\n<ul>\n";
        for mark in &drawn.marks {
            out.extend([format!(
                "<li><time datetime=\"{}\">{}</time> <bdi>{}</bdi></li>\n",
                mark.day,
                mark.day.format("%-d %b %Y"),
                marked(&mark.said())
            )]);
        }
        out += "</ul>\n";
    }
    out + "</section>\n"
}

/// The months that say something: a day, and what stood then.
fn table(rows: &[&Line], theirs: bool) -> String {
    let head = if theirs {
        "<th scope=\"col\">their side</th>"
    } else {
        ""
    };
    let mut out = format!(
        "<table>\n<caption>Kept as agreed, 0 to 100</caption>\n<thead><tr><th scope=\"col\">as of</th><th scope=\"col\">my side</th>{head}</tr></thead>\n<tbody>\n"
    );
    for row in rows {
        let other = if theirs {
            format!("<td>{}</td>", cell(&row.theirs))
        } else {
            String::new()
        };
        out.extend([format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td>{other}</tr>\n",
            row.day,
            cell(&row.mine),
        )]);
    }
    out + "</tbody>\n</table>\n"
}

/// A figure; in words where there is none, for whoever listens.
fn cell(figure: &str) -> String {
    if figure == "\u{b7}" {
        return "<span class=\"none\">too little</span>".to_owned();
    }
    marked(figure)
}
