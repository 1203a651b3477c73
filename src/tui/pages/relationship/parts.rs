//! Where the parts of a relationship's page stand: one below the other, on a vast page the list beside the chart.

use ratatui::layout::Rect;

use crate::tui::room::{self, Across};

/// The parts of the page.
pub struct Parts {
    /// Who they are, both sides, what is asked about them.
    pub head: Rect,
    /// The tabs.
    pub tabs: Rect,
    /// The chart, or the counts above a list.
    pub chart: Rect,
    /// What stands under the chart's cursor.
    pub under: Rect,
    /// Whose commitments are listed first, where the page opened on them.
    pub first: Rect,
    /// The list.
    pub list: Rect,
    /// What is selected, where there is room for it beside the list.
    pub beside: Option<Rect>,
}

/// What a page needs: rows of each part, and how a vast page is used.
pub struct Needs {
    /// Rows of the head.
    pub head: u16,
    /// Rows above the list: a chart, counts.
    pub chart: u16,
    /// Rows below the chart.
    pub under: u16,
    /// Whether a heading stands above the list.
    pub first: bool,
    /// What a vast page is used for.
    pub vast: Vast,
}

/// What stands beside what on a vast page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vast {
    /// The list beside the chart.
    Chart,
    /// What is selected beside the list.
    Selected,
    /// The page uses its width by itself.
    Whole,
}

/// The columns of the list beside the chart.
const LIST: u16 = 92;

impl Parts {
    /// The parts of an area.
    pub fn of(area: Rect, needs: &Needs) -> Self {
        let (head, rest) = cut(area, needs.head);
        let (tabs, rest) = cut(rest, 1);
        let vast = room::across(area.width) == Across::Vast;
        let (left, right, beside) = match needs.vast {
            Vast::Chart if vast => {
                let (left, right) = room::with(rest, LIST);
                (left, right, None)
            }
            Vast::Selected => {
                let (list, beside) = room::beside(rest, Across::Vast, 96);
                (list, list, beside)
            }
            _ => (rest, rest, None),
        };
        let aside = left != right;
        // beside the list the chart is as high as it is read with ease
        let height = if aside {
            left.height.saturating_sub(needs.under).min(30)
        } else {
            needs.chart
        };
        let (chart, below) = cut(left, height);
        let (under, below) = cut(below, needs.under);
        let list = if aside { right } else { below };
        let (first, list) = cut(list, u16::from(needs.first));
        Self {
            head,
            tabs,
            chart,
            under,
            first,
            list,
            beside,
        }
    }
}

/// So many rows of an area, and what is left below them.
fn cut(area: Rect, rows: u16) -> (Rect, Rect) {
    let height = rows.min(area.height);
    let below = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    (Rect { height, ..area }, below)
}

/// Rows of the chart above a list: about half of the page, bars where there is little.
pub fn chart_height(area: Rect) -> u16 {
    match area.height {
        0..=9 => 2,
        10..=15 => 4,
        16..=22 => 10,
        23..=34 => area.height / 2,
        more => (more * 2 / 5).max(16),
    }
}
