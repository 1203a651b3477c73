//! The figures of both sides in words: counts first, then what may be shown of a figure.

use super::Desk;
use crate::domain::context::FOLDED;
use crate::domain::reliability::{Figure, Show};
use crate::domain::trend;
use crate::domain::view::{Card, SideFigures};
use crate::error::Result;

/// Says both sides, mine first.
///
/// # Errors
/// When the output cannot be written.
pub fn both(desk: &mut Desk<'_>, card: &Card) -> Result<()> {
    let name = &card.relationship.name;
    let mut rows = Vec::new();
    rows.extend(side("Mine to them", &card.mine));
    let theirs = format!("{name} to me");
    if card.folded {
        rows.push(vec![theirs, format!("{FOLDED} (--open shows it)")]);
        return desk.facts(&rows);
    }
    rows.extend(side(&theirs, &card.theirs));
    desk.facts(&rows)?;
    match card.relationship.gap() {
        gap if gap < 0 => desk.say("You set their deadlines: read their side with that in mind."),
        gap if gap > 0 => desk.say("They set your deadlines: read both sides with that in mind."),
        _ => Ok(()),
    }
}

fn side(whose: &str, figures: &SideFigures) -> Vec<Vec<String>> {
    let open = figures.kept.not_counted.open;
    let still = match open {
        0 => String::new(),
        n => format!(", {n} open"),
    };
    let counts = format!("{}{still}", figures.kept.counts_text());
    let few = |figure: &Figure| figure.show == Show::Counts;
    let mut rows = vec![vec![whose.to_owned(), counts]];
    if few(&figures.kept) && few(&figures.follow) {
        rows.push(vec![String::new(), figures.kept.text()]);
    } else {
        rows.push(vec![String::new(), measured(&figures.kept)]);
        rows.push(vec![String::new(), measured(&figures.follow)]);
    }
    rows.extend(trend::ask(&figures.kept).map(|says| vec![String::new(), says]));
    rows
}

fn measured(figure: &Figure) -> String {
    format!("{}: {}", figure.measure, trend::told(figure))
}
