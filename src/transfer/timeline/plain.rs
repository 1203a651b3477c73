//! The timeline as plain lines: who, a sparkline a side, counts and figures, marks and bands, then a table by day, week or month.

use chrono::{Datelike, NaiveDate};
use unicode_segmentation::UnicodeSegmentation;

use super::{Theirs, figure, has_figure, has_range, whether_theirs};
use crate::domain::context::FOLDED;
use crate::domain::reliability::Show;
use crate::domain::text;
use crate::domain::trend::{self, Point};
use crate::domain::view::{Card, MarkSort, SideFigures, Timeline};
use crate::transfer::extent;

/// Days of a span that is told by day, and of one that is told by week; a longer one by month.
const MOST_DAYS: i64 = 14;
const MOST_WEEKS: i64 = 7 * 27;
const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// What stands where there is too little to say.
pub(super) const SILENT: &str = "\u{b7}";
/// At least this wide, however narrow the room.
const NARROWEST: usize = 42;

/// The timeline as lines of at most `width` columns (at least 42), ending with a line end. My side comes first.
pub fn text(timeline: &Timeline, card: &Card, width: usize) -> String {
    let width = width.max(NARROWEST);
    let seen = card.folded.then(|| timeline.folded());
    let timeline = seen.as_ref().unwrap_or(timeline);
    let name = text::line(&card.relationship.name).into_owned();
    let mut out = header(timeline, &name, card.as_of);
    let sides = [
        ("my side", &card.mine, &timeline.mine),
        ("their side", &card.theirs, &timeline.theirs),
    ];
    for (whose, figures, points) in sides {
        match whether_theirs(timeline, card) {
            Theirs::Folded if whose == "their side" => {
                out.extend([String::new(), format!("{whose:<11}{FOLDED}")]);
                continue;
            }
            Theirs::Absent if whose == "their side" => continue,
            _ => out.push(String::new()),
        }
        side(&mut out, whose, figures, points, width);
        // their record is not theirs alone when I hold the power over it (A6)
        if whose == "their side" && card.relationship.gap() < 0 && figures.kept.n > 0 {
            out.push("  you set their deadlines".to_owned());
        }
    }
    behind(&mut out, timeline, width);
    out.push(String::new());
    if timeline.days.is_empty() {
        out.push("no days to show".to_owned());
    } else {
        table(&mut out, timeline);
    }
    let legend = "▁ 0, █ 100, ╌ range only, · too little yet";
    out.extend([String::new(), legend.to_owned()]);
    let signs = MarkSort::legend(timeline.marks.iter().map(|mark| mark.sort), width);
    out.extend((!signs.is_empty()).then_some(signs));
    let mut lines = String::new();
    for line in out {
        lines += clipped(&line, width).trim_end();
        lines.push('\n');
    }
    lines
}

/// A side at a glance: whose, its blocks (at most so many), and what they say in words. Mine comes first; a side that
/// is folded or may not be told has none.
pub fn glance(
    timeline: &Timeline,
    card: &Card,
    room: usize,
) -> Vec<(&'static str, String, String)> {
    let one = |whose, figures: &SideFigures, points: &[Point]| {
        let kept = &figures.kept;
        let says = match kept.show {
            Show::Counts if kept.n == 0 => kept.counts_text(),
            Show::Counts => format!("{}; {}", kept.counts_text(), kept.text()),
            _ => format!("{}; kept as agreed: {}", kept.counts_text(), kept.text()),
        };
        (whose, sparkline(points, room), says)
    };
    let mut sides = vec![one("my side", &card.mine, &timeline.mine)];
    if whether_theirs(timeline, card) == Theirs::Told {
        sides.push(one("their side", &card.theirs, &timeline.theirs));
    }
    sides
}

fn header(timeline: &Timeline, name: &str, as_of: NaiveDate) -> Vec<String> {
    let span = match (timeline.days.first(), timeline.days.last()) {
        (Some(first), Some(last)) => format!("{} to {}", day(*first), day(*last)),
        _ => day(as_of),
    };
    vec![name.to_owned(), format!("reliability, {span}")]
}

fn side(out: &mut Vec<String>, whose: &str, figures: &SideFigures, points: &[Point], width: usize) {
    let line = sparkline(points, width.saturating_sub(12));
    out.push(format!("{whose:<11}{line}"));
    out.push(format!("  {}", figures.kept.counts_text()));
    match figures.kept.show {
        Show::Counts if figures.kept.n == 0 => {}
        Show::Counts => out.push(format!("  {}", figures.kept.text())),
        _ => {
            out.push(format!("  kept as agreed  {}", trend::told(&figures.kept)));
            out.push(format!(
                "  follow-through  {}",
                trend::told(&figures.follow)
            ));
        }
    }
    out.extend(trend::ask(&figures.kept).map(|says| format!("  {says}")));
}

/// Below the sparklines, in the same columns: the gravest mark of each, and each band with its days.
fn behind(out: &mut Vec<String>, timeline: &Timeline, width: usize) {
    let columns = columns(&timeline.days, width.saturating_sub(12));
    let line = |sign: &dyn Fn(NaiveDate, NaiveDate) -> char| -> String {
        columns.iter().map(|(from, to)| sign(*from, *to)).collect()
    };
    if !timeline.marks.is_empty() {
        let gravest = |from, to| {
            let marks = timeline.marks.iter();
            let within = marks.filter(|mark| from < mark.day && mark.day <= to);
            let gravest = within.max_by_key(|mark| mark.sort.weight());
            gravest.map_or(' ', |mark| mark.sort.sign())
        };
        out.extend([String::new(), format!("{:<11}{}", "marks", line(&gravest))]);
    }
    for (n, band) in timeline.bands.iter().enumerate() {
        if n == 0 {
            out.push(String::new());
        }
        let shade = |from: NaiveDate, to: NaiveDate| {
            let touches = band.from <= to && band.to.is_none_or(|end| end > from);
            if touches { '░' } else { ' ' }
        };
        out.push(format!("{:<11}{}", band.sort, line(&shade)));
        let days = match band.to {
            Some(to) => format!("{} to {}", day(band.from), day(to)),
            None => format!("since {}", day(band.from)),
        };
        out.push(format!("  {days}  {}", text::line(&band.text)));
    }
}

/// The days that each column of a sparkline stands for: after one, up to the other.
fn columns(days: &[NaiveDate], room: usize) -> Vec<(NaiveDate, NaiveDate)> {
    let stretch = days.len().div_ceil(room.max(1)).max(1);
    let mut ends: Vec<_> = days.iter().rev().step_by(stretch).copied().collect();
    ends.reverse();
    let before = days.first().and_then(NaiveDate::pred_opt);
    let starts = before.into_iter().chain(ends.iter().copied());
    starts.zip(ends.clone()).collect()
}

/// One block a point; where there is no room for all of them, the last of each stretch.
fn sparkline(points: &[Point], room: usize) -> String {
    let stretch = points.len().div_ceil(room.max(1)).max(1);
    // counted from the end, so that the newest point always stands there
    let shown: Vec<_> = points.iter().rev().step_by(stretch).map(block).collect();
    shown.into_iter().rev().collect()
}

fn block(point: &Point) -> char {
    if !has_range(point) {
        return '·';
    }
    if !has_figure(point) {
        return '╌';
    }
    // the height that the share reaches: 0 is the lowest block, 1 the highest
    let reached = (1..8).filter(|n| point.mean * 8.0 >= f64::from(*n)).count();
    BLOCKS[reached]
}

fn table(out: &mut Vec<String>, timeline: &Timeline) {
    let rows = lines(timeline);
    let wide = |cell: fn(&Line) -> &str, least: usize| {
        rows.iter()
            .map(|row| extent(cell(row)))
            .max()
            .unwrap_or(0)
            .max(least)
    };
    let (day, mine, theirs) = (
        wide(|r| &r.day, 4),
        wide(|r| &r.mine, 4),
        wide(|r| &r.theirs, 6),
    );
    let line = |a: &str, b: &str, c: &str| format!("{a:<day$}  {b:<mine$}  {c:<theirs$}");
    out.push(line("day", "mine", "theirs"));
    for stretch in rows.chunk_by(|a, b| a.is_silent() && b.is_silent()) {
        // a year of silence is one line, not fifty
        if let [first, .., last] = stretch {
            let many = stretch.len();
            out.push(format!(
                "{} to {}: {many} rows with too little to say",
                first.day, last.day
            ));
            continue;
        }
        for row in stretch {
            out.push(line(&row.day, &row.mine, &row.theirs));
            out.extend(row.marks.iter().map(|mark| format!("    {mark}")));
        }
    }
}

/// A line of the table: a day, what stood then, and below it what happened since the line before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The last day of its stretch.
    pub day: String,
    /// My side: `71 (52 to 88)`; a point in the middle where there is too little to say.
    pub mine: String,
    /// Their side, likewise.
    pub theirs: String,
    /// What happened: `11 Feb  breach, let-down: told too late`.
    pub marks: Vec<String>,
}

impl Line {
    /// Whether my side, or theirs where it is told, has a figure or a range.
    pub fn has_figure(&self, theirs: bool) -> bool {
        self.mine != SILENT || (theirs && self.theirs != SILENT)
    }

    /// Whether neither side may be told and nothing happened.
    fn is_silent(&self) -> bool {
        self.mine == SILENT && self.theirs == SILENT && self.marks.is_empty()
    }
}

/// The lines of the table: one a day up to a fortnight, one a week up to half a year, else one a month.
pub(super) fn lines(timeline: &Timeline) -> Vec<Line> {
    let days = &timeline.days;
    let ends = days.first().zip(days.last());
    let span = ends.map_or(0, |(a, b)| (*b - *a).num_days());
    let last = days.last().copied().unwrap_or_default();
    if span <= MOST_DAYS {
        stretches(timeline, |day| i64::from(day.num_days_from_ce()))
    } else if span <= MOST_WEEKS {
        stretches(timeline, |day| -((last - day).num_days() / 7))
    } else {
        months(timeline)
    }
}

/// The lines of the table, one a month.
pub fn months(timeline: &Timeline) -> Vec<Line> {
    stretches(timeline, |day| {
        i64::from(day.year()) * 12 + i64::from(day.month())
    })
}

/// A line a stretch of days of the same number, told by the last of them.
fn stretches(timeline: &Timeline, stretch: impl Fn(NaiveDate) -> i64) -> Vec<Line> {
    let days = &timeline.days;
    let ends = |n: usize| {
        let next = days.get(n + 1);
        next.is_none_or(|next| stretch(*next) != stretch(days[n]))
    };
    let mut from = NaiveDate::MIN;
    let mut lines = Vec::new();
    for n in (0..days.len()).filter(|n| ends(*n)) {
        let to = days[n];
        let marks = timeline
            .marks
            .iter()
            .filter(|m| m.day > from && m.day <= to);
        let said = marks.map(|m| format!("{}  {}", m.day.format("%-d %b"), m.said()));
        let cell = |points: &[Point]| match points.get(n).map(figure) {
            Some(words) if !words.is_empty() => words,
            _ => SILENT.to_owned(),
        };
        lines.push(Line {
            day: day(to),
            mine: cell(&timeline.mine),
            theirs: cell(&timeline.theirs),
            marks: said.collect(),
        });
        from = to;
    }
    lines
}

fn day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// A line cut to a number of columns, with a mark where something is missing.
fn clipped(line: &str, width: usize) -> String {
    if extent(line) <= width {
        return line.to_owned();
    }
    let (mut out, mut used) = (String::new(), 0);
    for letter in line.graphemes(true) {
        let wide = extent(letter);
        if used + wide > width - 1 {
            break;
        }
        out.push_str(letter);
        used += wide;
    }
    out.push('\u{2026}');
    out
}
