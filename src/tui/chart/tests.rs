//! What a chart looks like, and what it must never draw.

use chrono::{Duration, NaiveDate};

use super::*;
use crate::domain::Kind;
use crate::domain::RecordId;
use crate::domain::view::{Mark, MarkSort, Stretch};
use crate::tui::theme::Theme;

fn day(n: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 31).expect("fits") + Duration::days(n)
}

fn point(n: i64, mean: f64, show: Show) -> Point {
    Point {
        day: day(n),
        mean,
        lo: (mean - 0.15).max(0.0),
        hi: (mean + 0.1).min(1.0),
        show,
    }
}

fn sample() -> Timeline {
    let shows = |n: i64| match n {
        0..=10 => Show::Counts,
        11..=20 => Show::Range,
        21..=30 => Show::Figure,
        _ => Show::Firm,
    };
    let wave = |n: i64| f64::from(i32::try_from((n * 7) % 40).expect("fits")) / 400.0;
    let mark = |n, sort, text: &str| Mark {
        day: day(n),
        sort,
        id: RecordId::default(),
        text: text.to_owned(),
    };
    Timeline {
        days: (0..=70).map(|n| day(n * 2)).collect(),
        mine: (0..=70)
            .map(|n| point(n * 2, 0.8 + wave(n), shows(n)))
            .collect(),
        theirs: (0..=70)
            .map(|n| {
                point(
                    n * 2,
                    0.9 - 0.006 * f64::from(i32::try_from(n).expect("fits")),
                    shows(n),
                )
            })
            .collect(),
        marks: vec![
            mark(14, MarkSort::CheckIn, "5 answers"),
            mark(
                60,
                MarkSort::Breach(3),
                "told the client\u{1b}[31m before me",
            ),
            mark(64, MarkSort::RepairOpened, ""),
            mark(110, MarkSort::RepairClosed, ""),
            mark(111, MarkSort::OneOnOne, ""),
            mark(140, MarkSort::Breach(1), "late to the review"),
        ],
        ..Timeline::default()
    }
}

fn drawn(chart: &Chart<'_>, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    chart.draw(area, &mut buffer, &Theme::plain());
    let row = |y| {
        (0..width)
            .map(|x| buffer[(x, y)].symbol())
            .collect::<String>()
    };
    (0..height)
        .map(|y| row(y).trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn both_sides_with_marks_and_a_cursor() {
    let timeline = sample();
    let chart = Chart {
        timeline: &timeline,
        theirs: true,
        cursor: Some(day(60)),
    };
    insta::assert_snapshot!("rich", drawn(&chart, 76, 16));
    insta::assert_snapshot!("compact", drawn(&chart, 38, 6));
}

#[test]
fn theirs_stays_folded() {
    let timeline = sample();
    let chart = Chart {
        timeline: &timeline,
        theirs: false,
        cursor: Some(day(60)),
    };
    let text = drawn(&chart, 60, 14);
    let plot: String = text.lines().take(9).collect();
    assert!(
        !plot.contains('\u{b7}') && !text.contains("theirs"),
        "{text}"
    );
    assert!(!drawn(&chart, 38, 6).contains("theirs"));
}

#[test]
fn nothing_is_drawn_below_the_evidence_floor() {
    let mut timeline = sample();
    for point in timeline.mine.iter_mut().chain(&mut timeline.theirs) {
        point.show = if point.day < day(60) {
            Show::Counts
        } else {
            Show::Stale
        };
    }
    let chart = Chart {
        timeline: &timeline,
        theirs: true,
        cursor: Some(day(80)),
    };
    let text = drawn(&chart, 76, 14);
    let plot: String = text.lines().take(9).collect();
    assert!(
        !plot
            .chars()
            .any(|c| ('\u{2801}'..='\u{28ff}').contains(&c) || "\u{254c}\u{b7}".contains(c)),
        "{text}"
    );
    assert!(text.contains("too little settled"), "{text}");
    timeline.mine.iter_mut().for_each(|p| p.show = Show::Range);
    let text = drawn(
        &Chart {
            timeline: &timeline,
            theirs: false,
            cursor: None,
        },
        76,
        14,
    );
    let plot: String = text.lines().take(9).collect();
    assert!(
        plot.contains('\u{254c}') && !plot.chars().any(|c| ('\u{2801}'..='\u{28ff}').contains(&c)),
        "{text}"
    );
}

#[test]
fn a_mark_is_said_without_what_would_harm_a_terminal() {
    let words: Vec<_> = sample().marks.iter().map(Mark::said).collect();
    assert_eq!(
        words[1],
        "breach, serious: told the client\u{241b}[31m before me"
    );
    assert!(
        words.iter().all(|words| !words.contains('\u{1b}')),
        "{words:?}"
    );
}

#[test]
fn bands_lie_behind_and_are_named_above() {
    let mut timeline = sample();
    let band = |from, to, sort, kind| Stretch {
        from: day(from),
        to,
        sort,
        text: "Lisbon".to_owned(),
        id: RecordId::default(),
        kind,
    };
    timeline.bands = vec![
        band(20, Some(day(48)), "offsite", Kind::Note),
        band(90, None, "role", Kind::Relationship),
        band(-90, Some(day(-80)), "leave", Kind::Note),
    ];
    let chart = Chart {
        timeline: &timeline,
        theirs: true,
        cursor: None,
    };
    insta::assert_snapshot!("bands", drawn(&chart, 76, 16));
}

#[test]
fn any_size_is_drawn_without_a_panic() {
    let timeline = sample();
    for (width, height) in [(1, 1), (6, 2), (7, 9), (8, 3), (40, 12), (200, 60), (40, 5)] {
        for cursor in [None, Some(day(0)), Some(day(140)), Some(day(999))] {
            drawn(
                &Chart {
                    timeline: &timeline,
                    theirs: true,
                    cursor,
                },
                width,
                height,
            );
            drawn(
                &Chart {
                    timeline: &Timeline::default(),
                    theirs: true,
                    cursor,
                },
                width,
                height,
            );
        }
    }
}
