//! Why a figure is what it is, as rows: its account, its strongest pulls, how it moved, what was left out, every record.

use std::collections::HashMap;

use crate::domain::reliability::{Figure, Label, Measure, Part, Show};
use crate::domain::{RecordId, Side, dates, trend};
use crate::tui::pages::outline::{Ink, Row};
use crate::tui::paint;

/// How many of the strongest pulls are named.
const PULLS: usize = 5;

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;
const WARN: Ink = |t| t.warn;

/// Whether the figure itself may be shown; shares of a figure below the floor would give it away.
fn is_shown(figure: &Figure) -> bool {
    matches!(figure.show, Show::Figure | Show::Firm)
}

fn name(measure: Measure) -> &'static str {
    match measure {
        Measure::KeptAsAgreed => "Kept as agreed",
        Measure::FollowThrough => "Follow-through",
    }
}

/// Which figure of which side, what may be shown of it, its counts; a word where I hold the power.
pub fn head(figure: &Figure, side: Side, gap: i8) -> Vec<Row> {
    let whose = match side {
        Side::Mine => "my side",
        Side::Theirs => "their side",
    };
    let what = match figure.measure {
        Measure::KeptAsAgreed => {
            "the chance that the next agreed commitment is done by its agreed date"
        }
        Measure::FollowThrough => "the chance that the next agreed commitment gets done at all",
    };
    let mut rows = vec![
        Row::text(
            format!("{}, {whose}: {}", name(figure.measure), trend::told(figure)),
            STRONG,
        ),
        Row::text(what, DIM),
        Row::text(
            format!(
                "{} \u{b7} {} settled, worth about {:.1} recent ones",
                figure.counts_text(),
                figure.n,
                figure.n_eff
            ),
            TEXT,
        ),
    ];
    if side == Side::Theirs && gap < 0 {
        rows.push(Row::text(
            "You set their deadlines: read their side with that in mind.",
            WARN,
        ));
    }
    if !is_shown(figure) {
        rows.push(Row::blank());
        rows.push(Row::text(floor_text(figure), TEXT));
    }
    rows
}

/// How it moved: the last six weeks against the eighteen before, and a question where its evidence may have shifted.
pub fn moved(figure: &Figure) -> Vec<Row> {
    let trend = trend::trend(figure);
    let counts = format!(
        "{} settled in the last six weeks, {} in the eighteen before",
        trend.n_recent, trend.n_before
    );
    let words = match trend.arrow.text() {
        "" => format!("No arrow: {counts}; it needs 3 and 5."),
        words => format!("{words}: {counts}."),
    };
    let mut rows = vec![
        Row::blank(),
        Row::heading("Against before"),
        Row::under(words, TEXT),
    ];
    rows.extend(trend::ask(figure).map(|says| {
        Row::under(
            format!("{says} A question, not a verdict; it changes nothing in the figure."),
            TEXT,
        )
    }));
    rows
}

/// Why no figure is shown.
fn floor_text(figure: &Figure) -> String {
    let rules = &figure.rules;
    match figure.show {
        Show::Counts => format!(
            "No figure below {} settled commitments: they could say anything.",
            rules.min_range
        ),
        Show::Stale => {
            "No figure: what was settled lies too far back to say anything about today.".to_owned()
        }
        _ => format!(
            "No figure yet, only its range: a figure needs {} settled, worth {:.0} recent ones, and a range narrower than {:.0} points.",
            rules.min_settled,
            rules.min_neff,
            rules.max_width * 100.0
        ),
    }
}

/// The additive account: what every label adds and what is missing by it.
pub fn account(figure: &Figure) -> Vec<Row> {
    if !is_shown(figure) {
        return Vec::new();
    }
    let why = figure.explain();
    let line = |what: String, points: f64, missing: bool| {
        let amount = if missing {
            format!("{:>6.1} missing", points * 100.0)
        } else {
            format!("{:>+6.1}", points * 100.0)
        };
        Row::line(vec![
            (format!("  {:<22}", paint::fit(&what, 22)), TEXT),
            (amount, if missing { DIM } else { STRONG }),
        ])
    };
    let mut rows = vec![
        Row::blank(),
        Row::heading(format!("What adds up to {:.0}", figure.mean * 100.0)),
        line("starting assumption".to_owned(), why.plus_start, false),
    ];
    for (label, count, adds, missing) in &why.shares {
        if *adds > 0.0 {
            rows.push(line(format!("{label} ({count})"), *adds, false));
        }
        if *missing > 0.0 {
            rows.push(line(format!("{label} ({count})"), *missing, true));
        }
    }
    rows.push(line("starting doubt".to_owned(), why.minus_start, true));
    rows
}

/// The strongest pulls, where the figure itself may be shown.
pub fn shown_pulls(figure: &Figure) -> Vec<(RecordId, f64)> {
    if is_shown(figure) {
        figure.explain().pulls.into_iter().take(PULLS).collect()
    } else {
        Vec::new()
    }
}

/// The records without which the figure would differ most.
pub fn pulls(figure: &Figure, titles: &HashMap<RecordId, String>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (id, points) in shown_pulls(figure) {
        let Some(part) = figure.parts.iter().find(|p| p.id == id) else {
            continue;
        };
        let title = titles.get(&id).map_or("\u{2026}", String::as_str);
        let pieces = vec![
            (format!("  {points:>+5.1}  "), STRONG as Ink),
            (format!("{:<9}", part.label.word()), ink(part.label)),
            (format!("{:<12}", dates::short(part.day, figure.as_of)), DIM),
            (title.to_owned(), TEXT),
        ];
        rows.push(Row::line(pieces).about(id));
    }
    if !rows.is_empty() {
        rows.insert(0, Row::blank());
        rows.insert(1, Row::heading("Biggest pulls, in points"));
    }
    rows
}

/// What was not counted, the other figure, and the constants.
pub fn foot(figure: &Figure, other: &Figure) -> Vec<Row> {
    let out = figure.not_counted;
    let rules = &figure.rules;
    let left = [
        (out.released, "released"),
        (out.excused, "excused"),
        (out.requested, "requested"),
        (out.open, "not due yet"),
        (
            out.undated,
            "without a date, which count for follow-through",
        ),
    ];
    let left = left.iter().filter(|(n, _)| *n > 0);
    let left: Vec<_> = left.map(|(n, word)| format!("{n} {word}")).collect();
    let left = if left.is_empty() {
        "nothing".to_owned()
    } else {
        left.join(", ")
    };
    let constants = format!(
        "Starts from {} to {}; what is {:.0} days old weighs half; settled on one day, each weighs less; late counts {} here; the range holds {:.0} in 100; as of {}.",
        rules.alpha0,
        rules.beta0,
        rules.half_life,
        if figure.measure == Measure::KeptAsAgreed {
            rules.late_credit.to_string()
        } else {
            "as done".to_owned()
        },
        rules.level * 100.0,
        figure.as_of
    );
    vec![
        Row::blank(),
        Row::heading("Not counted, and lowers nothing"),
        Row::under(left, TEXT),
        Row::blank(),
        Row::heading("Made with"),
        Row::under(
            format!("{}: {}", name(other.measure).to_lowercase(), other.text()),
            TEXT,
        ),
        Row::under(constants, DIM),
    ]
}

/// Every record that was counted, the newest first.
pub fn records(figure: &Figure, titles: &HashMap<RecordId, String>) -> Vec<Row> {
    let mut rows = vec![
        Row::blank(),
        Row::heading("The records, newest first: what, how old, how much it weighs"),
    ];
    if figure.parts.is_empty() {
        rows.push(Row::under(
            "Nothing settled yet. Settle a commitment with s, and it is counted here.",
            DIM,
        ));
    }
    let row = |part: &Part| {
        let title = titles.get(&part.id).map_or("\u{2026}", String::as_str);
        Row::line(vec![
            (format!("  {:<9}", part.label.word()), ink(part.label)),
            (format!("{:>5} d  {:.2}  ", part.age, part.w), DIM),
            (title.to_owned(), TEXT),
        ])
        .about(part.id)
    };
    rows.extend(figure.parts.iter().rev().map(row));
    rows
}

fn ink(label: Label) -> Ink {
    match label {
        Label::Kept | Label::Done => |t| t.good,
        Label::Late | Label::Overdue | Label::Lapsed => |t| t.warn,
        Label::Broken => |t| t.bad,
    }
}
