//! The timeline within a brief, with nothing in it that its reader may not see.

use chrono::NaiveDate;

use super::{Chart, called};
use crate::domain::Kind;
use crate::domain::audience::{Audience, May, Reader};
use crate::domain::relationship::Relationship;
use crate::domain::reliability::{Measure, Rules, Show, figure};
use crate::domain::trend::Point;
use crate::domain::view::{Card, Prep, SideFigures, Timeline};

/// The timeline, where there is one and its reader may see it. I see both sides, unless theirs is folded; everybody
/// else sees mine alone, without marks and bands: those tell of breaches, of what was shared, of who was away.
pub(super) fn chart(prep: &Prep, timeline: &Timeline, reader: &Reader) -> Option<Box<Chart>> {
    let may = reader.piece(Kind::Relationship, "chart")?;
    if timeline.days.is_empty() {
        return None;
    }
    let own = reader.audience == Audience::Me;
    let both = own && !prep.card.folded;
    let mut timeline = timeline.clone();
    let mut card = prep.card.clone();
    if !both {
        card.theirs = nothing(card.as_of);
        timeline.theirs = timeline.days.iter().map(|day| blank(*day)).collect();
    }
    if !own {
        timeline = Timeline {
            days: timeline.days,
            mine: timeline.mine,
            theirs: timeline.theirs,
            ..Timeline::default()
        };
        card = outward(card, reader);
    }
    Some(Box::new(Chart {
        timeline,
        card,
        both,
        may,
        ticked: may == May::Shown,
    }))
}

/// A card with what they are called there and the figures of my side, and nothing else.
fn outward(card: Card, reader: &Reader) -> Card {
    Card {
        relationship: Relationship {
            name: called(&card.relationship, reader).to_owned(),
            party: card.relationship.party,
            ..Relationship::default()
        },
        last_contact: None,
        last_one_on_one: None,
        checkin_due: None,
        level: None,
        open: Vec::new(),
        repairs: Vec::new(),
        agreements: Vec::new(),
        collective: None,
        folded: true,
        ..card
    }
}

/// The figures of a side of which nothing is said.
fn nothing(as_of: NaiveDate) -> SideFigures {
    let of = |measure| figure(&[], measure, as_of, &Rules::default());
    SideFigures {
        kept: of(Measure::KeptAsAgreed),
        follow: of(Measure::FollowThrough),
    }
}

fn blank(day: NaiveDate) -> Point {
    Point {
        day,
        mean: 0.0,
        lo: 0.0,
        hi: 0.0,
        show: Show::Counts,
    }
}
