//! The same brief in every format; text that would break one; nothing that stays in any.

use super::*;
use crate::domain::brief::{Audience, Brief, Chart, Line, May, Section};
use crate::transfer::timeline::tests::year;

const FORMATS: [Format; 4] = [Format::Markdown, Format::Text, Format::Html, Format::Json];

fn line(n: usize, text: &str) -> Line {
    Line {
        key: format!("topics.{n}"),
        record: None,
        text: text.to_owned(),
        may: May::Shown,
        ticked: true,
    }
}

fn brief(name: &str, lines: &[&str]) -> Brief {
    Brief {
        name: name.into(),
        since: "2026-03-03".parse().expect("a day"),
        as_of: "2026-03-31".parse().expect("a day"),
        sections: vec![Section {
            word: "topics".into(),
            title: "Topics".into(),
            picked: true,
            lines: (1..).zip(lines).map(|(n, l)| line(n, l)).collect(),
        }],
        ..Brief::blank(Audience::Them)
    }
}

#[test]
fn what_is_taken_out_is_no_mark_on_the_timeline() {
    let mut brief = with_chart(brief("Priya", &["the handover"]), 8);
    let chart = brief.chart.as_mut().expect("a chart");
    let id = crate::domain::RecordId::from_bytes(&[7; 16]).expect("an id");
    chart.timeline.marks = vec![crate::domain::view::Mark {
        day: chart.timeline.days[0],
        sort: crate::domain::view::MarkSort::Breach(3),
        id,
        text: "handover missed".into(),
    }];
    brief.sections[0].lines[0].record = Some(id);
    brief.sections[0].lines[0].key = "k3f9a".into();
    let told =
        |brief: &Brief| FORMATS.map(|format| write(brief, format).contains("handover missed"));
    let marked = told(&brief);
    assert_eq!(marked, [false, false, true, true], "{marked:?}");
    assert!(brief.tick("k3f9a", false));
    assert_eq!(told(&brief), [false; 4]);
}

fn with_chart(mut brief: Brief, weeks: u64) -> Brief {
    let (timeline, card) = year(&brief.name, weeks);
    brief.chart = Some(Box::new(Chart {
        timeline,
        card,
        both: true,
        may: May::Ticked,
        ticked: true,
    }));
    brief
}

#[test]
fn each_format_says_the_same() {
    let lines = ["the \"road\" map \u{b7} due 27 Nov 2026", "a * b\u{1b}[1m"];
    let brief = with_chart(brief("Ana <b>", &lines), 9);
    insta::assert_snapshot!("brief_md", markdown(&brief));
    insta::assert_snapshot!("brief_text", text(&brief));
    insta::assert_snapshot!("brief_html", html(&brief));
    insta::assert_snapshot!("brief_json", json(&brief));
}

#[test]
fn every_format_begins_with_the_side_it_is_written_from() {
    let brief = brief("Ana", &["the road map"]);
    for format in FORMATS {
        let page = write(&brief, format);
        let said = page.find("Written from one side").expect("said");
        assert!(said < page.find("the road map").expect("told"), "{page}");
        assert!(
            page.ends_with('\n') && page.contains("not for pay, promotion, dismissal or hiring")
        );
    }
}

#[test]
fn what_stays_is_in_no_format() {
    let mut brief = with_chart(brief("Ana", &["leaves", "stays within"]), 9);
    brief.tick("topics.2", false);
    brief.chart.as_mut().expect("a chart").ticked = false;
    for format in FORMATS {
        let page = write(&brief, format);
        assert!(
            page.contains("leaves") && !page.contains("stays within"),
            "{page}"
        );
        assert!(
            !page.contains("my side") && !page.contains("breach"),
            "{page}"
        );
    }
    brief.pick("topics", false);
    for format in [Format::Markdown, Format::Text, Format::Html] {
        let page = write(&brief, format);
        assert!(!page.contains("leaves") && page.contains(NOTHING), "{page}");
    }
}

#[test]
fn a_side_that_the_reader_may_not_see_is_not_even_named() {
    let mut brief = with_chart(brief("Ana", &[]), 9);
    let chart = brief.chart.as_mut().expect("a chart");
    chart.both = false;
    let theirs = chart.card.theirs.kept.counts_text();
    assert!(!theirs.is_empty() && theirs != chart.card.mine.kept.counts_text());
    for format in FORMATS {
        let page = write(&brief, format);
        assert!(page.contains("my side"), "{page}");
        assert!(!page.to_lowercase().contains("their side"), "{page}");
        assert!(!page.contains(&theirs), "{page}");
    }
}

#[test]
fn a_side_that_is_folded_keeps_its_figures_to_itself() {
    let mut brief = with_chart(brief("Ana", &[]), 9);
    let chart = brief.chart.as_mut().expect("a chart");
    chart.card.folded = true;
    let theirs = chart.card.theirs.kept.counts_text();
    for format in FORMATS {
        assert!(!write(&brief, format).contains(&theirs));
    }
    let value = value(&brief);
    assert_eq!(
        value["timeline"]["theirs"].as_array().map(Vec::len),
        Some(0)
    );
}

#[test]
fn html_holds_no_mark_that_came_from_outside() {
    let hostile = ["</li><script>x</script>", "\" onload='x'", "&lt;"];
    let page = html(&with_chart(brief("Ana <b>", &hostile), 53));
    assert!(!page.contains("<script") && !page.contains("onload='"));
    assert!(page.contains("&amp;lt;") && page.contains("<bdi>Ana &lt;b&gt;</bdi>"));
    for asks in ["href", "src=", "url(", "@import", "http://", "https://"] {
        assert!(!page.contains(asks), "{asks}");
    }
}

#[test]
fn html_is_read_aloud_in_order() {
    let page = html(&with_chart(brief("Ana", &["one"]), 9));
    let order = [
        "<html lang=\"en\">",
        "<header>",
        "<h1>",
        "</header>",
        "<main>",
        "<h2 id=\"reliability\">",
        "role=\"img\"",
        "<section aria-labelledby=\"part-0\">",
        "<h2 id=\"part-0\"",
        "<h2 id=\"figures\">",
        "<caption>",
        "<th scope=\"col\">",
        "<h3>",
        "</main>",
    ];
    let mut at = 0;
    for mark in order {
        at += page[at..]
            .find(mark)
            .unwrap_or_else(|| panic!("{mark} is not where it should be"));
    }
    for id in [
        "timeline-title",
        "timeline-says",
        "reliability",
        "figures",
        "part-0",
    ] {
        assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}
