//! A year of two sides, as lines and as a picture; text that would break either.

use chrono::{Days, NaiveDate};
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::domain::RecordId;
use crate::domain::relationship::Relationship;
use crate::domain::reliability::{Measure, Promise, Rules, figure};
use crate::domain::trend;
use crate::domain::view::{Card, Mark, MarkSort, SideFigures, Stamp, Timeline};

fn on(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A promise a week, every third one late, from a day on.
fn promises(from: &str, count: u64) -> Vec<Promise> {
    let day = |n: u64| on(from) + Days::new(n);
    let one = |n: u64| Promise {
        id: RecordId::from_bytes(&[u8::try_from(n).unwrap_or(0); 16]).expect("an id"),
        made: day(7 * n),
        agreed: Some(day(7 * n)),
        due: Some(day(7 * n + 4)),
        done: Some(day(7 * n + if n % 3 == 2 { 6 } else { 3 })),
        ..Promise::default()
    };
    (0..count).map(one).collect()
}

/// A year of two sides, and whose it is.
pub fn year(name: &str, weeks: u64) -> (Timeline, Card) {
    let rules = Rules::default();
    let (mine, theirs) = (promises("2025-04-01", 50), promises("2025-09-01", 12));
    let days: Vec<_> = (0..weeks)
        .map(|n| on("2026-03-31") - Days::new(7 * (weeks - 1 - n)))
        .collect();
    let points =
        |promises: &[Promise]| trend::timeline(promises, Measure::KeptAsAgreed, &days, &rules);
    let of = |promises: &[Promise]| {
        let of = |measure| figure(promises, measure, on("2026-03-31"), &rules);
        SideFigures {
            kept: of(Measure::KeptAsAgreed),
            follow: of(Measure::FollowThrough),
        }
    };
    let mark = |day: &str, sort, text: &str| Mark {
        day: on(day),
        sort,
        id: RecordId::default(),
        text: text.into(),
    };
    let timeline = Timeline {
        mine: points(&mine),
        theirs: points(&theirs),
        days: days.clone(),
        marks: vec![
            mark(
                "2026-02-11",
                MarkSort::Breach(2),
                "told too late <&> \u{1b}[1m",
            ),
            mark("2026-02-18", MarkSort::RepairOpened, ""),
            mark("2026-03-30", MarkSort::OneOnOne, ""),
        ],
        ..Timeline::default()
    };
    let card = Card {
        folded: false,
        id: RecordId::default(),
        stamp: Stamp::default(),
        relationship: Relationship {
            name: name.into(),
            ..Relationship::default()
        },
        as_of: on("2026-03-31"),
        mine: of(&mine),
        theirs: of(&theirs),
        last_contact: None,
        last_one_on_one: None,
        next_one_on_one: None,
        checkin_due: None,
        level: None,
        open: Vec::new(),
        agreements: Vec::new(),
        collective: None,
        repairs: Vec::new(),
    };
    (timeline, card)
}

#[test]
fn weeks_are_told_one_by_one_and_a_year_by_month() {
    let (timeline, card) = year("Priya Nair", 9);
    insta::assert_snapshot!("weeks", text(&timeline, &card, 80));
    let (timeline, card) = year("Priya Nair", 53);
    insta::assert_snapshot!("year", text(&timeline, &card, 60));
}

#[test]
fn no_line_is_wider_than_the_room() {
    let (timeline, card) = year("山田太郎 山田太郎 山田太郎 山田太郎 山田太郎 山田太郎", 53);
    for width in [0, 1, 42, 43, 60, 80, 200] {
        let told = text(&timeline, &card, width);
        assert!(
            told.lines().all(|line| line.width() <= width.max(42)),
            "{told}"
        );
        assert!(told.chars().all(|c| c == '\n' || !c.is_control()));
    }
}

#[test]
fn a_picture_holds_no_script_and_nothing_illegal() {
    let (timeline, card) = year("Ana <script>alert(1)</script> \u{0}\u{b}\u{fffe}", 53);
    let picture = svg(&timeline, &card);
    assert!(!picture.contains("<script") && !picture.contains("href"));
    let illegal = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(!picture.contains(illegal));
    assert!(picture.contains("breach, let-down: told too late &lt;&amp;&gt;"));
    insta::assert_snapshot!(
        "picture",
        svg(&year("Priya Nair", 9).0, &card)
            .lines()
            .take(24)
            .collect::<Vec<_>>()
            .join("\n")
    );
}

#[test]
fn nothing_to_show_is_said() {
    let (_, card) = year("Ana", 2);
    let told = text(&Timeline::default(), &card, 80);
    assert!(told.contains("no days to show"), "{told}");
    assert!(svg(&Timeline::default(), &card).ends_with("</svg>\n"));
}
