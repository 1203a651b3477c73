//! The rows of a team's page: the head that stays, the map's facets, then counts, agreements and institutions.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::grid::Grid;
use crate::domain::collective::observed;
use crate::domain::dates;
use crate::domain::marks;
use crate::domain::team::{Cell, Moved, Team};
use crate::tui::command::told;
use crate::tui::pages::outline::{Ink, Row};
use crate::tui::theme::Theme;
use crate::tui::{paint, room};

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

/// Rows that the head takes: the team, what lies under the cursor, and the names of the columns.
pub fn head_height(area: Rect) -> u16 {
    if room::is_low(area) { 2 } else { 3 }
}

/// The shade of a cell, by how many check-ins answered.
fn shade(answered: usize) -> &'static str {
    match answered {
        0 => marks::NOTE,
        1..=2 => marks::SHADE,
        3..=5 => marks::SHADE_MORE,
        6..=8 => marks::SHADE_MANY,
        _ => marks::BAR_8,
    }
}

fn ink(answered: usize) -> Ink {
    match answered {
        0 => DIM,
        1..=2 => |t| t.mine_range,
        3..=8 => |t| t.mine,
        _ => |t| t.mine.patch(t.strong),
    }
}

fn cell(one: Cell) -> String {
    match one.answered {
        0 => shade(0).to_owned(),
        n => format!("{}{n}{}", shade(n), one.moved.arrow()),
    }
}

/// Draws what stays while the rest scrolls.
pub fn draw_head(
    team: &Team,
    grid: &Grid,
    facet: Option<usize>,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) {
    let height = usize::from(head_height(area));
    if height > 2 {
        let columns = match (grid.weeks, grid.by_due) {
            (true, _) => "weeks, from Monday",
            (false, true) => "people by their next check-in",
            (false, false) => "people by name",
        };
        let known = team.coverage.text();
        let weeks = team.map.weeks.len();
        let says = format!(" \u{b7} {columns} \u{b7} {weeks} weeks");
        let pieces = [(known.as_str(), theme.strong), (says.as_str(), theme.dim)];
        paint::pieces(buffer, paint::row(area, 0), &pieces);
    }
    let short = room::is_narrow(area);
    let under = facet.map_or_else(
        // on a small screen no line above tells it
        || {
            if height > 2 {
                String::new()
            } else {
                team.coverage.text()
            }
        },
        |facet| named(team, grid, facet, short),
    );
    let row = paint::row(area, height - 2);
    paint::put(buffer, row.x, row.y, row.width, &under, theme.text);
    draw_names(team, grid, paint::row(area, height - 1), buffer, theme);
}

/// The names of the columns; a mark at either end where there are more.
fn draw_names(team: &Team, grid: &Grid, row: Rect, buffer: &mut Buffer, theme: &Theme) {
    if team.map.facets.is_empty() {
        return;
    }
    let room = grid.room(team, row.width);
    for n in 0..room.many {
        let column = room.from + n;
        let x = row.x + room.left + room.width * u16::try_from(n).unwrap_or(0);
        let style = if column == grid.column() {
            theme.focus
        } else {
            theme.dim
        };
        let name = grid.name(team, column);
        paint::put(buffer, x, row.y, room.width.saturating_sub(1), &name, style);
    }
    if room.from > 0 {
        paint::put(
            buffer,
            row.x + room.left.saturating_sub(2),
            row.y,
            1,
            marks::LEFT,
            theme.key,
        );
    }
    let all = if grid.weeks {
        team.map.weeks.len()
    } else {
        team.members.len()
    };
    if room.from + room.many < all {
        paint::put_right(buffer, row, marks::RIGHT, theme.key);
    }
}

/// What lies under the cursor, in words.
fn named(team: &Team, grid: &Grid, facet: usize, short: bool) -> String {
    let one = grid.cell(team, facet, grid.column());
    let name = grid.name(team, grid.column());
    let facet = team.map.facets.get(facet).map_or("", String::as_str);
    if grid.weeks {
        let moved = match one.moved {
            Moved::No => "",
            Moved::Up => ", somebody's moved up",
            Moved::Down => ", somebody's moved down",
            Moved::Both => ", some moved up and some down",
        };
        let day = team.map.weeks.get(grid.column()).copied();
        let day = day.unwrap_or_default().format("%-d %b");
        let says = format!("{day} \u{b7} {facet}: {} answered", one.answered);
        return if short {
            format!("{says} {}", one.moved.arrow())
        } else {
            format!("week of {says}{moved}")
        };
    }
    let moved = match one.moved {
        Moved::No => "",
        Moved::Up => ", the newest moved up",
        _ => ", the newest moved down",
    };
    let held = grid.held(team);
    if short {
        let arrow = one.moved.arrow();
        return format!("{name} \u{b7} {facet} {} of {held} {arrow}", one.answered);
    }
    format!(
        "{name} \u{b7} {facet}: in {} of {held} check-ins{moved}",
        one.answered
    )
}

/// Paints the cells of a facet over its row; the one under the cursor stands out.
pub fn draw_cells(
    (team, grid): (&Team, &Grid),
    facet: usize,
    (row, selected): (Rect, bool),
    buffer: &mut Buffer,
    theme: &Theme,
) {
    let room = grid.room(team, row.width);
    // the name of a facet that is too long ends where the cells begin
    let rest = row.width.saturating_sub(room.left.saturating_sub(1));
    let blank = " ".repeat(usize::from(rest));
    paint::put(
        buffer,
        row.x + room.left.saturating_sub(1),
        row.y,
        rest,
        &blank,
        theme.text,
    );
    for n in 0..room.many {
        let column = room.from + n;
        let one = grid.cell(team, facet, column);
        let x = row.x + room.left + room.width * u16::try_from(n).unwrap_or(0);
        let taken = paint::put(
            buffer,
            x,
            row.y,
            room.width - 1,
            &cell(one),
            ink(one.answered)(theme),
        );
        if selected && column == grid.column() {
            let width = taken.max(1);
            paint::lay(buffer, Rect { x, width, ..row }, theme.selected);
        }
    }
}

/// The rows below the head.
pub fn rows(team: &Team) -> Vec<Row> {
    let mut rows: Vec<Row> = team
        .map
        .facets
        .iter()
        .map(|name| Row::line(vec![(name.clone(), TEXT)]))
        .collect();
    if rows.is_empty() {
        rows.push(Row::text(nothing(team), TEXT));
    } else {
        rows.push(Row::text(
            "\u{2591}1 \u{2592}3 \u{2593}6 \u{2588}9 or more \u{b7} \u{2191}\u{2193} beyond chance",
            DIM,
        ));
    }
    rows.extend(said(team));
    rows.extend(agreed(team));
    rows.extend(blamed(team));
    rows
}

fn nothing(team: &Team) -> String {
    if team.members.is_empty() {
        told!(
            "Nobody of it is known directly yet: name the team in the Teams of a person. {a} adds what the group itself promised, agreed or went through.",
            a = About.Add
        )
    } else {
        told!(
            "No check-in in these weeks. {w} checks in with everybody due, {r} then {i} with one of them.",
            w = Global.Run,
            r = Global.GoRelationships,
            i = About.CheckIn
        )
    }
}

/// What they say of me: counts of five and more, or why there are none.
fn said(team: &Team) -> Vec<Row> {
    let mut rows = vec![Row::blank(), Row::heading("What they say of me, as counts")];
    match team.map.no_summary() {
        Some(why) => rows.push(Row::under(why, DIM)),
        None => rows.extend(
            team.map
                .summary
                .iter()
                .map(|told| Row::under(told.text(), TEXT)),
        ),
    }
    rows
}

fn agreed(team: &Team) -> Vec<Row> {
    let Some(seen) = observed(&team.agreements) else {
        let none = if team.group.is_some() {
            told!(
                "None yet. {a} {then} writes one: a sentence that everybody can check.",
                a = About.Add,
                then = Add.AddAgreement
            )
        } else {
            told!(
                "None yet. A team agrees as a group: {a} {g} adds one of this name, then {a} {then} writes the sentence.",
                a = About.Add,
                g = Add.AddGroup,
                then = Add.AddAgreement
            )
        };
        return vec![
            Row::blank(),
            Row::heading("Agreements"),
            Row::under(none, DIM),
        ];
    };
    let mut rows = vec![
        Row::blank(),
        Row::heading(format!("Agreements: {}", seen.text())),
    ];
    for (line, one) in team
        .agreements
        .iter()
        .zip(crate::domain::collective::agreements(&team.agreements))
    {
        let (mark, ink): (_, Ink) = match one.waiting().next() {
            Some(_) => ("\u{25b2} ", |t| t.warn),
            None => ("\u{25cb} ", TEXT),
        };
        let pieces = vec![(mark.to_owned(), ink), (one.text.clone(), TEXT)];
        rows.push(Row::line(pieces).about(line.id));
        let asks = one.asks(team.as_of).unwrap_or_else(|| {
            let next = dates::beside(one.next_review(), team.as_of);
            format!("review {next}")
        });
        let seen = one.observed().text();
        rows.push(Row::under(format!("{seen} \u{b7} {asks}"), DIM));
    }
    rows
}

fn blamed(team: &Team) -> Vec<Row> {
    if team.institutions.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![
        Row::blank(),
        Row::heading("Institutions that excused misses name"),
    ];
    for one in &team.institutions {
        let name = vec![(format!("  {}", one.name), STRONG)];
        rows.push(Row::ends(name, one.text(), TEXT).about(one.id));
    }
    rows
}
