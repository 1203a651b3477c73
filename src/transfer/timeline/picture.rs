//! The timeline as a picture: both sides as lines with their range as a shade, bands behind, marks, a legend; no script, light and dark.

use chrono::NaiveDate;

use super::{Theirs, figure, has_figure, has_range, whether_theirs};
use crate::domain::Kind;
use crate::domain::context::FOLDED;
use crate::domain::guardrail::ONE_SIDE;
use crate::domain::trend::Point;
use crate::domain::view::{Card, MarkSort, SideFigures, Stretch, Timeline};
use crate::transfer::markup::marked;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 320.0;
const LEFT: f64 = 40.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 76.0;

/// How a picture looks, light and dark: for the picture alone, or once for the page that it stands in. Every rule is bound to the picture, so
/// that it changes nothing around it.
pub const STYLE: &str = "\
.timeline{color:#222;background:#fff;font:12px system-ui,sans-serif}\
.timeline text{fill:currentColor}.timeline .grid{stroke:currentColor;stroke-opacity:.15}\
.timeline .mine{stroke:#0057b7}.timeline .theirs{stroke:#b35900;stroke-dasharray:6 3}\
.timeline .line{fill:none;stroke-width:2}.timeline .dot.mine{fill:#0057b7}.timeline .dot.theirs{fill:#b35900}\
.timeline .range{stroke:none;fill-opacity:.15}.timeline .range.mine{fill:#0057b7}.timeline .range.theirs{fill:#b35900}\
.timeline .mark{stroke:currentColor;stroke-opacity:.5}.timeline .band{fill:currentColor;fill-opacity:.08}\
.timeline .name{font-size:10px}\
@media screen and (prefers-color-scheme:dark){.timeline{color:#ddd;background:#111}\
.timeline .mine{stroke:#6cb2ff}.timeline .theirs{stroke:#ffab5e}\
.timeline .dot.mine{fill:#6cb2ff}.timeline .dot.theirs{fill:#ffab5e}\
.timeline .range{stroke:none}.timeline .range.mine{fill:#6cb2ff}.timeline .range.theirs{fill:#ffab5e}}";

/// The timeline as one SVG document that needs nothing beside it. A line stands only where a figure may be shown;
/// the shade also where only a range may.
pub fn svg(timeline: &Timeline, card: &Card) -> String {
    let name = marked(&card.relationship.name);
    let within = format!(
        "<style>{STYLE}</style>\n<text x=\"{LEFT}\" y=\"18\" font-weight=\"bold\">{name}</text>\n"
    );
    drawn(
        timeline,
        card,
        "xmlns=\"http://www.w3.org/2000/svg\" ",
        &within,
    )
}

/// The same to stand in a page of HTML that has [`STYLE`] in its own and tells beside it whose picture it is.
pub fn inline(timeline: &Timeline, card: &Card) -> String {
    drawn(timeline, card, "", "")
}

fn drawn(timeline: &Timeline, card: &Card, names: &str, within: &str) -> String {
    let seen = card.folded.then(|| timeline.folded());
    let timeline = seen.as_ref().unwrap_or(timeline);
    let mut body = bands(timeline) + &axis(timeline);
    // theirs first, so that mine is drawn over it
    body += &side("theirs", &timeline.theirs, timeline);
    body += &side("mine", &timeline.mine, timeline);
    body += &marks(timeline);
    body += &signs(timeline);
    let said =
        |figures: &SideFigures| format!("{}; {}", figures.kept.counts_text(), figures.kept.text());
    let theirs = match whether_theirs(timeline, card) {
        Theirs::Told => format!(" Their side: {}.", said(&card.theirs)),
        Theirs::Folded => format!(" Their side: {FOLDED}."),
        Theirs::Absent => String::new(),
    };
    let describes = format!(
        "{ONE_SIDE} Kept as agreed, 0 to 100. My side: {}.{theirs}",
        said(&card.mine),
    );
    format!(
        "<svg {names}class=\"timeline\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"timeline-title timeline-says\">\n\
         <title id=\"timeline-title\">Reliability with {}</title>\n<desc id=\"timeline-says\">{}</desc>\n{within}{}{body}</svg>\n",
        marked(&card.relationship.name),
        marked(&describes),
        legend(timeline, card),
    )
}

/// Whose line is which, each with its newest figure.
fn legend(timeline: &Timeline, card: &Card) -> String {
    let entry = |x: f64, class: &str, whose: &str, points: &[Point]| {
        let newest = points.last().map(figure).unwrap_or_default();
        format!(
            "<g class=\"legend\"><line class=\"line {class}\" x1=\"{x:.1}\" y1=\"32\" x2=\"{:.1}\" y2=\"32\"/><text x=\"{:.1}\" y=\"36\">{}</text></g>\n",
            x + 24.0,
            x + 30.0,
            format!("{whose} {newest}").trim_end()
        )
    };
    let mut out = entry(LEFT, "mine", "my side", &timeline.mine);
    if whether_theirs(timeline, card) != Theirs::Absent {
        out += &entry(LEFT + 200.0, "theirs", "their side", &timeline.theirs);
    }
    out
}

/// Where a day and a share lie.
struct Plane {
    first: NaiveDate,
    days: f64,
}

impl Plane {
    fn of(timeline: &Timeline) -> Option<Self> {
        let (first, last) = (timeline.days.first()?, timeline.days.last()?);
        Some(Self {
            first: *first,
            days: whole((*last - *first).num_days()).max(1.0),
        })
    }

    fn x(&self, day: NaiveDate) -> f64 {
        let share = whole((day - self.first).num_days()) / self.days;
        LEFT + share.clamp(0.0, 1.0) * (WIDTH - LEFT - RIGHT)
    }

    fn corner(&self, day: NaiveDate, share: f64) -> String {
        format!("{:.1},{:.1}", self.x(day), y(share))
    }
}

fn y(share: f64) -> f64 {
    HEIGHT - BOTTOM - share.clamp(0.0, 1.0) * (HEIGHT - TOP - BOTTOM)
}

/// A number of days, which no timeline has too many of for an exact share.
fn whole(days: i64) -> f64 {
    i32::try_from(days).map_or(0.0, f64::from)
}

fn axis(timeline: &Timeline) -> String {
    let mut out = String::new();
    for percent in [0, 25, 50, 75, 100] {
        let y = y(f64::from(percent) / 100.0);
        out.extend([format!(
            "<line class=\"grid\" x1=\"{LEFT}\" y1=\"{y:.1}\" x2=\"{:.1}\" y2=\"{y:.1}\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{percent}</text>\n",
            WIDTH - RIGHT,
            LEFT - 6.0,
            y + 4.0
        )]);
    }
    let Some(plane) = Plane::of(timeline) else {
        return out;
    };
    let last = timeline.days.len() - 1;
    let mut ticks = vec![0, last / 4, last / 2, last * 3 / 4, last];
    ticks.dedup();
    for tick in ticks {
        let day = timeline.days[tick];
        let anchor = match tick {
            0 => "start",
            n if n == last => "end",
            _ => "middle",
        };
        out.extend([format!(
            "<text class=\"day {anchor}\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{}</text>\n",
            plane.x(day),
            HEIGHT - BOTTOM + 18.0,
            day.format("%-d %b %Y")
        )]);
    }
    out
}

/// A side's shade, then its line; both break where too little is known.
fn side(class: &str, points: &[Point], timeline: &Timeline) -> String {
    let Some(plane) = Plane::of(timeline) else {
        return String::new();
    };
    let shades = runs(points, has_range).map(|run| shade(class, run, &plane));
    let lines = runs(points, has_figure).map(|run| line(class, run, &plane));
    shades.chain(lines).collect()
}

/// The stretches whose every point will do.
fn runs(points: &[Point], will_do: fn(&Point) -> bool) -> impl Iterator<Item = &[Point]> {
    points
        .chunk_by(move |a, b| will_do(a) && will_do(b))
        .filter(move |run| run.iter().all(will_do))
}

fn shade(class: &str, run: &[Point], plane: &Plane) -> String {
    let upper = run.iter().map(|p| plane.corner(p.day, p.hi));
    let lower = run.iter().rev().map(|p| plane.corner(p.day, p.lo));
    let corners = upper.chain(lower).collect::<Vec<_>>().join(" ");
    format!("<polygon class=\"range {class}\" points=\"{corners}\"/>\n")
}

/// A line, or a dot where there is only one point to draw.
fn line(class: &str, run: &[Point], plane: &Plane) -> String {
    if let [one] = run {
        let (x, y) = (plane.x(one.day), y(one.mean));
        return format!("<circle class=\"dot {class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.5\"/>\n");
    }
    let corners = run.iter().map(|p| plane.corner(p.day, p.mean));
    let corners = corners.collect::<Vec<_>>().join(" ");
    format!("<polyline class=\"line {class}\" points=\"{corners}\"/>\n")
}

/// What lies behind: a shade for a band, a line where a role or a pause began; each with its name.
fn bands(timeline: &Timeline) -> String {
    let Some(plane) = Plane::of(timeline) else {
        return String::new();
    };
    timeline
        .bands
        .iter()
        .map(|band| one_band(band, &plane))
        .collect()
}

fn one_band(band: &Stretch, plane: &Plane) -> String {
    let (from, to) = (
        plane.x(band.from),
        plane.x(band.to.unwrap_or(NaiveDate::MAX)),
    );
    let days = match band.to {
        Some(to) => format!("{} to {}", band.from, to),
        None => format!("since {}", band.from),
    };
    let (low, wide) = (HEIGHT - BOTTOM, (to - from).max(1.0));
    let shape = if band.kind == Kind::Band {
        let tall = low - TOP;
        format!(
            "<rect class=\"band\" x=\"{from:.1}\" y=\"{TOP}\" width=\"{wide:.1}\" height=\"{tall:.1}\"/>"
        )
    } else {
        format!(
            "<line class=\"mark\" x1=\"{from:.1}\" y1=\"{TOP}\" x2=\"{from:.1}\" y2=\"{low:.1}\"/>"
        )
    };
    // as many letters as lie over its days; the title has the rest
    let letters = (1..60u8)
        .take_while(|n| f64::from(*n) * 5.5 < wide - 4.0)
        .count();
    let name: String = band.said().chars().take(letters).collect();
    let (x, y) = (from + 3.0, TOP + 10.0);
    format!(
        "<g><title>{}</title>{shape}<text class=\"name\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text></g>\n",
        marked(&format!("{}, {days}", band.said())),
        marked(&name)
    )
}

/// What the signs that stand there mean, in one line at the foot.
fn signs(timeline: &Timeline) -> String {
    let mut sorts: Vec<MarkSort> = timeline.marks.iter().map(|one| one.sort).collect();
    sorts.sort_by_key(|sort| std::cmp::Reverse(sort.weight()));
    let mut meanings: Vec<String> = Vec::new();
    for sort in sorts {
        let what = sort.words();
        let what = what.split(',').next().unwrap_or_default();
        let meaning = format!("{} {what}", sign(sort));
        if !meanings.contains(&meaning) {
            meanings.push(meaning);
        }
    }
    if meanings.is_empty() {
        return String::new();
    }
    let y = HEIGHT - 10.0;
    let words = marked(&meanings.join("   "));
    format!("<text class=\"name signs\" x=\"{LEFT}\" y=\"{y:.1}\">{words}</text>\n")
}

fn sign(sort: MarkSort) -> &'static str {
    match sort {
        MarkSort::Breach(_) => "✕",
        MarkSort::RepairOpened => "◇",
        MarkSort::RepairClosed => "◆",
        MarkSort::RoleChange => "▷",
        MarkSort::AgreementBreached => "✗",
        MarkSort::Disclosure(_) => "♡",
        MarkSort::OneOnOne => "○",
        MarkSort::CheckIn => "·",
        MarkSort::Moment => "★",
    }
}

/// Each mark: a stroke through the plane, a sign below it, its words on pointing.
fn marks(timeline: &Timeline) -> String {
    let Some(plane) = Plane::of(timeline) else {
        return String::new();
    };
    let mut out = String::new();
    for one in &timeline.marks {
        let x = plane.x(one.day);
        let words = format!("{}, {}", one.day.format("%-d %b %Y"), one.said());
        out.extend([format!(
            "<g><title>{}</title><line class=\"mark\" x1=\"{x:.1}\" y1=\"{TOP}\" x2=\"{x:.1}\" y2=\"{:.1}\" stroke-dasharray=\"1 4\"/>\
             <text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text></g>\n",
            marked(words.trim()),
            HEIGHT - BOTTOM,
            HEIGHT - BOTTOM + 38.0,
            sign(one.sort)
        )]);
    }
    out
}
