//! The tabs of a relationship, what each lists and how it can be narrowed.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::filter::{Ask, Filter};
use crate::domain::view::EntryLine;
use crate::domain::{Kind, RecordId, Side, context, dates};
use crate::tui::command::told;
use crate::tui::feed::Feed;
use crate::tui::paint;
use crate::tui::theme::Theme;

/// A tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The chart and everything.
    Timeline,
    /// Commitments of both sides.
    Commitments,
    /// Check-ins.
    CheckIns,
    /// Feedback.
    Feedback,
    /// Breaches and plans.
    Repair,
    /// How to work with them.
    Card,
}

impl Tab {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Timeline, "timeline"),
        (Self::Commitments, "commitments"),
        (Self::CheckIns, "check-ins"),
        (Self::Feedback, "feedback"),
        (Self::Repair, "repair"),
        (Self::Card, "card"),
    ];

    /// By its number, from 1.
    pub fn numbered(n: u8) -> Self {
        let at = usize::from(n.clamp(1, 6) - 1);
        Self::ALL[at].0
    }

    /// The next one, or the one before, around.
    pub fn moved(self, by: isize) -> Self {
        let at = Self::ALL
            .iter()
            .position(|(tab, _)| *tab == self)
            .unwrap_or(0);
        let len = Self::ALL.len();
        Self::ALL[(at + len).saturating_add_signed(by) % len].0
    }

    /// How its list can be narrowed: a word, and what is asked besides; the first is everything. Across a power gap the
    /// timeline's last is the stronger side's own commitments, on which it opens.
    pub fn narrowings(self, gap: i8) -> Vec<(&'static str, Vec<Ask>)> {
        let kind = |kind: Kind| (kind.word(), vec![Ask::Kind(vec![kind])]);
        let own = |side: Side| {
            let asks = vec![Ask::Kind(vec![Kind::Commitment]), Ask::Side(side)];
            match side {
                Side::Mine => ("my own commitments", asks),
                Side::Theirs => ("their own commitments", asks),
            }
        };
        match self {
            Self::Timeline => {
                let repairs = vec![Ask::Kind(vec![Kind::Breach, Kind::Plan])];
                let relied = vec![Ask::Kind(vec![Kind::Delegation, Kind::Shortcut])];
                let mut all = vec![
                    ("everything", Vec::new()),
                    kind(Kind::Commitment),
                    kind(Kind::CheckIn),
                    kind(Kind::Feedback),
                    kind(Kind::Note),
                    kind(Kind::Topic),
                    kind(Kind::Agreement),
                    kind(Kind::Disclosure),
                    kind(Kind::Need),
                    kind(Kind::Agreement),
                    ("delegated and relied on", relied),
                    ("breaches and plans", repairs),
                ];
                all.extend(context::stronger(gap).map(own));
                all
            }
            Self::Commitments => vec![
                ("all", Vec::new()),
                ("open", vec![Ask::State(vec!["open", "requested"])]),
                ("mine", vec![Ask::Side(Side::Mine)]),
                ("theirs", vec![Ask::Side(Side::Theirs)]),
            ],
            _ => Vec::new(),
        }
    }

    /// What its list asks for; `None`: it has no list.
    pub fn filter(self, who: RecordId, narrow: usize, gap: i8) -> Option<Filter> {
        let kinds = match self {
            Self::Timeline => None,
            Self::Commitments => Some(vec![Kind::Commitment]),
            Self::CheckIns => Some(vec![Kind::CheckIn]),
            Self::Feedback => Some(vec![Kind::Feedback]),
            Self::Repair => Some(vec![Kind::Breach, Kind::Plan]),
            Self::Card => return None,
        };
        let mut filter = Filter::default().and(Ask::Who(who));
        if let Some(kinds) = kinds {
            filter = filter.and(Ask::Kind(kinds));
        }
        let asks = self.narrowings(gap).into_iter().nth(narrow);
        let asks = asks.map(|(_, asks)| asks).unwrap_or_default();
        Some(asks.into_iter().fold(filter, Filter::and))
    }

    /// What an empty list says, and which key starts it.
    pub fn empty(self, narrow: usize) -> String {
        if narrow > 0 {
            return told!(
                "Nothing of this kind. {f} shows the next kind, and at last everything again.",
                f = Relationship.FilterKind
            );
        }
        match self {
            Self::Timeline => {
                told!(
                    "Nothing written yet. {c} writes a commitment, {i} checks in, {a} offers everything else.",
                    c = About.Commit,
                    i = About.CheckIn,
                    a = About.Add
                )
            }
            Self::Commitments => {
                told!(
                    "No commitments yet. {c} writes one in a line: who promised what, by when.",
                    c = About.Commit
                )
            }
            Self::CheckIns => told!(
                "No check-ins yet. {i} asks the questions; it takes three minutes.",
                i = About.CheckIn
            ),
            Self::Feedback => told!(
                "No feedback yet. {a} then {f} writes some, given or received.",
                a = About.Add,
                f = Add.AddFeedback
            ),
            Self::Repair => {
                told!(
                    "No breach and no repair plan. If something happened, {a} then {b} writes it down.",
                    a = About.Add,
                    b = Add.AddBreach
                )
            }
            Self::Card => String::new(),
        }
    }
}

/// Draws the tabs with their numbers, and at the right how much time the chart shows or what the list is narrowed to.
pub fn draw(
    tab: Tab,
    (narrow, gap): (usize, i8),
    zoom: &str,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) {
    let narrowed = match tab.narrowings(gap).get(narrow) {
        Some((word, _)) if narrow > 0 => *word,
        _ => "",
    };
    let gap = if zoom.is_empty() || narrowed.is_empty() {
        ""
    } else {
        " \u{b7} "
    };
    let taken = paint::put_right(buffer, area, &format!("{narrowed}{gap}{zoom}"), theme.dim);
    let room = area.width.saturating_sub(taken + 1);
    let fits = |(_, (part, _)): &(_, (Rect, String))| part.right() <= area.x + room;
    let shown = Tab::ALL.into_iter().zip(places(tab, area)).take_while(fits);
    for ((one, _), (part, label)) in shown {
        let style = if one == tab { theme.text } else { theme.dim };
        paint::put(buffer, part.x, part.y, part.width, &label, style);
        if one == tab {
            paint::bar(buffer, Rect { height: 1, ..part }, theme);
        }
    }
}

/// The heading over the stronger side's own commitments.
pub fn first(gap: i8, width: u16) -> String {
    if width >= 76 {
        let words = context::first(gap).unwrap_or_default();
        return told!(
            "{words} \u{b7} {f} shows everything",
            f = Relationship.FilterKind
        );
    }
    let whose = match context::stronger(gap) {
        Some(Side::Mine) => "Your",
        _ => "Their",
    };
    told!(
        "{whose} own first \u{b7} {f} shows all",
        f = Relationship.FilterKind
    )
}

/// A tab's number and word; where not all six words have room, only the open one's.
fn label(n: usize, word: &str, open: bool, area: Rect) -> String {
    if open || area.width >= 76 {
        format!("{} {word}", n + 1)
    } else {
        format!("{}", n + 1)
    }
}

fn places(tab: Tab, area: Rect) -> Vec<(Rect, String)> {
    let mut x = area.x;
    let mut out = Vec::new();
    for (n, (one, word)) in Tab::ALL.into_iter().enumerate() {
        let label = label(n, word, one == tab, area);
        let width = u16::try_from(paint::width(&label)).unwrap_or(0);
        out.push((Rect { x, width, ..area }, label));
        // the bar of the open one takes a column of the air on both sides
        x = x.saturating_add(width + 2);
    }
    out
}

/// The tab that was clicked.
pub fn clicked(tab: Tab, area: Rect, at: Position) -> Option<Tab> {
    let n = places(tab, area)
        .iter()
        .position(|(part, _)| part.contains(at))?;
    Tab::ALL.get(n).map(|(tab, _)| *tab)
}

/// Draws the list, with its cursor or without; between what came after the last one-on-one and what was before it, a rule.
pub fn draw_feed(
    feed: &Feed<EntryLine>,
    area: Rect,
    buffer: &mut Buffer,
    (today, last): (NaiveDate, Option<NaiveDate>),
    has_cursor: bool,
    theme: &Theme,
) {
    // one row is kept for the rule, wherever it falls
    let last = last.filter(|_| area.height >= 4);
    let rows = area.height.saturating_sub(u16::from(last.is_some()));
    paint::goes_on(buffer, area, feed.more(), theme);
    let mut before: Option<NaiveDate> = None;
    let mut shift = 0;
    for (mut row, line, selected) in feed.visible(Rect {
        height: rows,
        ..area
    }) {
        let day = line.at.day;
        let before_it = before.or_else(|| above_of(feed, line));
        let crossed = |last: &NaiveDate| {
            day <= *last
                && before_it.map_or(day == *last || !feed.more().0, |before| before > *last)
        };
        if let Some(last) = last.filter(crossed).filter(|_| shift == 0) {
            let words = format!("last one-on-one {}", dates::beside(last, today));
            paint::heading(buffer, row, &words, theme);
            shift = 1;
        }
        row.y += shift;
        let selected = selected && has_cursor;
        paint::entry(buffer, row, line, today, true, selected, theme);
        before = Some(day);
    }
    // the row of a rule that falls elsewhere says where
    if let Some(last) = last.filter(|last| shift == 0 && before.is_some_and(|day| day > *last)) {
        let words = format!(
            "further down: last one-on-one {} (. goes there)",
            dates::beside(last, today)
        );
        let row = paint::row(area, usize::from(area.height.saturating_sub(1)));
        paint::put(buffer, row.x, row.y, row.width, &words, theme.dim);
    }
}

/// The day of the line above the first visible one, where it is held.
fn above_of(feed: &Feed<EntryLine>, line: &EntryLine) -> Option<NaiveDate> {
    let at = feed.lines().iter().position(|held| held.id == line.id)?;
    feed.lines().get(at.checked_sub(1)?).map(|held| held.at.day)
}
