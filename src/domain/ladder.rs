//! The ladder of what is shared in trust: how deep it has met care, what the next step would be, and when it may
//! be more than the other has room for (`figures.md` A5). A ladder, no number that is judged.

use chrono::{Days, NaiveDate};

use super::disclosure::{Disclosure, Response};
use super::noun::Side;
use super::value::choices;

choices! {
    /// Why something that is shared may be more than there is room for.
    pub enum Sign {
        /// Two steps or more below what met care so far, and not asked first.
        #[default]
        TwoSteps = "two steps unasked",
        /// Depth 3 or more, right after a response that brushed aside or used against.
        PoorResponse = "after poor response",
        /// The third of depth 3 or more by the same person within 14 days, not asked first.
        Fortnight = "three in a fortnight",
    }
}

/// The deepest step there is.
pub const DEEPEST: u8 = 5;
/// From this depth on, something counts in the balance.
const COUNTED: u8 = 2;
/// From this depth on, something may be too much.
const DEEP: u8 = 3;
/// Days that the balance looks back.
const BALANCE: Days = Days::new(90);
/// Days within which three of depth 3 or more are many.
const FORTNIGHT: Days = Days::new(14);

/// Where two people stand on the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ladder {
    /// The deepest level that met care, 1 to 5; 1 if none did.
    pub safe: u8,
    /// One step deeper, as information and never a goal; `None` at the deepest.
    pub next: Option<u8>,
    /// Since when it is held at 1, because something was used against the one who shared it.
    pub held: Option<NaiveDate>,
    /// How often I shared something of depth 2 or more in 90 days.
    pub mine: usize,
    /// How often they did. The two are never made into one.
    pub theirs: usize,
    /// How many of all are sealed.
    pub sealed: usize,
}

impl Default for Ladder {
    fn default() -> Self {
        ladder(&[], NaiveDate::default())
    }
}

/// Where a relationship stands on a day, from everything that was shared in it by then.
pub fn ladder(shared: &[&Disclosure], as_of: NaiveDate) -> Ladder {
    let safe = safe_depth(shared);
    let from = as_of.checked_sub_days(BALANCE).unwrap_or(NaiveDate::MIN);
    let counted = |side: Side| {
        let lately = |one: &&&Disclosure| {
            one.side == side && one.depth >= COUNTED && from < one.day && one.day <= as_of
        };
        shared.iter().filter(lately).count()
    };
    Ladder {
        safe,
        next: (safe < DEEPEST).then_some(safe + 1),
        held: shared.iter().filter_map(|one| held_since(one)).max(),
        mine: counted(Side::Mine),
        theirs: counted(Side::Theirs),
        sealed: shared
            .iter()
            .filter(|one| one.confidence && one.unsealed.is_none())
            .count(),
    }
}

/// The deepest level that met care, 1 if none. What was shared in an intense setting counts once it is confirmed in
/// ordinary weeks; after something was used against somebody it is 1, until that is confirmed to be over.
pub fn safe_depth(shared: &[&Disclosure]) -> u8 {
    if shared.iter().any(|one| held_since(one).is_some()) {
        return 1;
    }
    let met = |one: &&&Disclosure| {
        one.response == Response::Care && (!one.intense || one.confirmed.is_some())
    };
    let depths = shared.iter().filter(met).map(|one| one.depth);
    depths.max().unwrap_or(1).clamp(1, DEEPEST)
}

/// What one disclosure counts for on a day, in words: for the safe depth, and for the balance.
pub fn counts_for(one: &Disclosure, as_of: NaiveDate) -> String {
    let response = match (held_since(one), one.response) {
        (Some(_), _) => "used against: holds the safe depth at 1 until confirmed".to_owned(),
        (None, Response::Care) if one.intense && one.confirmed.is_none() => {
            "met care in an intense setting: not confirmed, not counted".to_owned()
        }
        (None, Response::Care) => format!("met care: safe depth {} or deeper", one.depth),
        (None, Response::None) => "no response yet".to_owned(),
        (None, other) => format!("{other}: leaves the safe depth as it is"),
    };
    let from = as_of.checked_sub_days(BALANCE).unwrap_or(NaiveDate::MIN);
    if one.depth >= COUNTED && from < one.day && one.day <= as_of {
        format!("{response}; in the 90 days' balance")
    } else {
        response
    }
}

/// Since when one of them holds the safe depth at 1.
fn held_since(one: &Disclosure) -> Option<NaiveDate> {
    (one.response == Response::UsedAgainst && one.confirmed.is_none())
        .then(|| one.response_on.unwrap_or(one.day))
}

/// Why a disclosure may be more than there is room for, given what was shared before it; empty: nothing says so.
/// In an intense setting the question is not asked.
pub fn signs(before: &[&Disclosure], new: &Disclosure) -> Vec<Sign> {
    if new.intense {
        return Vec::new();
    }
    let own = || before.iter().filter(|one| one.side == new.side);
    let last = own().max_by_key(|one| one.day);
    let poor =
        last.is_some_and(|one| matches!(one.response, Response::Brushed | Response::UsedAgainst));
    let from = new
        .day
        .checked_sub_days(FORTNIGHT)
        .unwrap_or(NaiveDate::MIN);
    let lately = |one: &&&Disclosure| one.depth >= DEEP && from <= one.day;
    let found = [
        (
            !new.asked && new.depth >= safe_depth(before) + 2,
            Sign::TwoSteps,
        ),
        (new.depth >= DEEP && poor, Sign::PoorResponse),
        (
            !new.asked && new.depth >= DEEP && own().filter(lately).count() >= 2,
            Sign::Fortnight,
        ),
    ];
    let told = found.into_iter().filter(|(is, _)| *is);
    told.map(|(_, sign)| sign).collect()
}

impl Sign {
    /// Its reason, in words.
    pub fn says(self) -> &'static str {
        match self {
            Self::TwoSteps => {
                "two steps or more beyond what has met care so far, and not asked first"
            }
            Self::PoorResponse => "right after something was brushed aside or used against",
            Self::Fortnight => "the third of depth 3 or more within a fortnight, not asked first",
        }
    }
}

/// What is asked, gently, when there is a sign; it is about whoever shared, and only its keeper sees it.
pub fn gently(side: Side) -> &'static str {
    match side {
        Side::Mine => "This may be more than they have room for just now. Did you ask first?",
        Side::Theirs => "This may be more than you have room for just now. Were you asked first?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day") - Days::new(n)
    }

    fn shared(side: Side, ago: u64, depth: u8, response: Response) -> Disclosure {
        Disclosure {
            side,
            day: day(ago),
            depth,
            response,
            ..Disclosure::default()
        }
    }

    #[test]
    fn the_safe_depth_is_the_deepest_that_met_care() {
        let check = |all: &[Disclosure], safe, next| {
            let all: Vec<_> = all.iter().collect();
            let found = ladder(&all, day(0));
            assert_eq!((found.safe, found.next), (safe, next), "{all:?}");
        };
        let care = |depth| shared(Side::Mine, 9, depth, Response::Care);
        check(&[], 1, Some(2));
        check(
            &[
                care(2),
                care(4),
                shared(Side::Theirs, 3, 5, Response::Neutral),
            ],
            4,
            Some(5),
        );
        check(&[care(5)], 5, None);
        let retreat = Disclosure {
            intense: true,
            ..care(4)
        };
        check(&[care(2), retreat.clone()], 2, Some(3));
        check(
            &[Disclosure {
                confirmed: Some(day(1)),
                ..retreat
            }],
            4,
            Some(5),
        );
    }

    #[test]
    fn what_was_used_against_somebody_holds_it_at_one_until_it_is_raised() {
        let care = shared(Side::Mine, 90, 4, Response::Care);
        let hurt = shared(Side::Mine, 30, 3, Response::UsedAgainst);
        let later = shared(Side::Mine, 2, 3, Response::Care);
        let held = ladder(&[&care, &hurt, &later], day(0));
        assert_eq!((held.safe, held.held), (1, Some(day(30))));
        let raised = Disclosure {
            confirmed: Some(day(0)),
            ..hurt
        };
        let now = ladder(&[&care, &raised, &later], day(0));
        assert_eq!((now.safe, now.held), (4, None));
    }

    #[test]
    fn the_balance_is_two_counts_over_ninety_days() {
        let all = [
            shared(Side::Mine, 90, 3, Response::Care),
            shared(Side::Mine, 89, 2, Response::None),
            shared(Side::Mine, 1, 1, Response::Care),
            shared(Side::Theirs, 1, 5, Response::None),
            shared(Side::Theirs, 0, 2, Response::None),
        ];
        let found = ladder(&all.iter().collect::<Vec<_>>(), day(0));
        assert_eq!((found.mine, found.theirs), (1, 2));
    }

    #[test]
    fn a_fortnight_is_fourteen_days_and_of_one_person_only() {
        let third = |first: u64, side: Side, asked: bool| {
            let deep = |side, ago| shared(side, ago, 3, Response::Neutral);
            let care = shared(Side::Mine, 90, 5, Response::Care);
            let before = [care, deep(side, first), deep(Side::Mine, 3)];
            let new = Disclosure {
                asked,
                ..shared(Side::Mine, 0, 3, Response::None)
            };
            signs(&before.iter().collect::<Vec<_>>(), &new)
        };
        assert_eq!(third(14, Side::Mine, false), [Sign::Fortnight]);
        assert_eq!(third(15, Side::Mine, false), []);
        assert_eq!(third(14, Side::Theirs, false), []);
        assert_eq!(third(14, Side::Mine, true), []);
    }

    #[test]
    fn the_signs_are_about_the_one_who_shares_and_silent_where_it_is_intense() {
        let poor = shared(Side::Theirs, 5, 3, Response::Brushed);
        let mine = Disclosure {
            asked: true,
            ..shared(Side::Mine, 0, 3, Response::None)
        };
        assert_eq!(signs(&[&poor], &mine), []);
        let theirs = Disclosure {
            side: Side::Theirs,
            ..mine
        };
        assert_eq!(signs(&[&poor], &theirs), [Sign::PoorResponse]);
        let away = Disclosure {
            intense: true,
            asked: false,
            depth: 5,
            ..theirs
        };
        assert_eq!(signs(&[&poor], &away), []);
    }
}
