//! Power and context: whose side is shown first and whose is folded, what is asked where one can hardly say no, and the
//! notes on history and culture that are remembered before anything is named (`figures.md` A4, A6).

use chrono::NaiveDate;

use super::relationship::Relationship;
use super::{Record, Side};

/// After how many days context notes are looked at again (`figures.md` A4).
pub const REVIEW_AFTER: i64 = 180;

/// Who can affect whose pay, work or standing: `theirs` above 0, `mine` below; nobody at 0.
pub fn stronger(gap: i8) -> Option<Side> {
    match gap {
        0 => None,
        n if n > 0 => Some(Side::Theirs),
        _ => Some(Side::Mine),
    }
}

/// Whether their figure is folded until it is opened: I hold the power.
pub fn folds(gap: i8) -> bool {
    stronger(gap) == Some(Side::Mine)
}

/// What stands in the place of a figure that is folded.
pub const FOLDED: &str = "folded: you set their deadlines";

/// Whose commitments come first, and why; `None`: there is no gap.
pub fn first(gap: i8) -> Option<&'static str> {
    Some(match stronger(gap)? {
        Side::Mine => "Your own commitments first: you hold the power here",
        Side::Theirs => "Their own commitments first: they hold the power here",
    })
}

/// What is asked before a breach is named.
pub const ANOTHER_READING: &str = "Before naming this: is there another reading?";

const WHO_ELSE: &str = "Who else had a say?";

/// What is asked when a record is written across a power gap; `None`: nothing.
pub fn asked(record: &Record, gap: i8) -> Option<&'static str> {
    match (record, stronger(gap)?) {
        (Record::Commitment(one), Side::Mine) if one.side == Side::Theirs => {
            Some("Could they have said no? You hold the power here.")
        }
        (Record::Breach(one), _) if one.safety => None,
        (Record::Breach(_) | Record::Agreement(_) | Record::Delegation(_), _) => Some(WHO_ELSE),
        _ => None,
    }
}

/// What stands above any breach form: the context notes with their age, and what to ask oneself first. About harassment
/// or safety nobody is asked for another reading.
pub fn before_naming(with: &Relationship, safety: bool, today: NaiveDate) -> Vec<String> {
    if safety {
        return Vec::new();
    }
    let mut lines = Vec::new();
    if !with.context.trim().is_empty() {
        lines.push(with.context.trim().to_owned());
        lines.extend(age_text(with, today));
    }
    lines.push(ANOTHER_READING.to_owned());
    if stronger(with.gap()).is_some() {
        lines.push(WHO_ELSE.to_owned());
    }
    lines
}

/// How old the context notes are, and that they are due for a look; `None`: there are none, or it is not known.
pub fn age_text(with: &Relationship, today: NaiveDate) -> Option<String> {
    with.context_age(today).map(age_words)
}

/// The same for an age in whole days.
pub fn age_words(days: i64) -> String {
    let age = match days {
        0 => "noted today".to_owned(),
        1 => "noted yesterday".to_owned(),
        2..=60 => format!("noted {days} days ago"),
        _ => format!("noted {} months ago", days / 30),
    };
    if days >= REVIEW_AFTER {
        format!("({age}: does it still hold?)")
    } else {
        format!("({age})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;
    use crate::domain::commitment::Commitment;

    #[test]
    fn the_stronger_side_comes_first_and_mine_folds_theirs() {
        let check = |gap: i8, whose: Option<Side>, folded: bool| {
            assert_eq!((stronger(gap), folds(gap)), (whose, folded), "{gap}");
            assert_eq!(first(gap).is_some(), whose.is_some());
        };
        check(2, Some(Side::Theirs), false);
        check(1, Some(Side::Theirs), false);
        check(0, None, false);
        check(-1, Some(Side::Mine), true);
        check(-2, Some(Side::Mine), true);
    }

    #[test]
    fn across_a_gap_the_weaker_side_could_hardly_say_no() {
        let promise = |side| {
            Record::Commitment(Commitment {
                side,
                ..Commitment::default()
            })
        };
        let starts = |record: &Record, gap| asked(record, gap).map(|says| &says[..10]);
        assert_eq!(starts(&promise(Side::Theirs), -1), Some("Could they"));
        assert_eq!(starts(&promise(Side::Mine), -1), None);
        assert_eq!(starts(&promise(Side::Mine), 1), None);
        assert_eq!(starts(&promise(Side::Theirs), 0), None);
        assert_eq!(starts(&Kind::Breach.blank(), 1), Some("Who else h"));
        assert_eq!(starts(&Kind::Breach.blank(), 0), None);
        assert_eq!(starts(&Kind::Note.blank(), -2), None);
    }

    #[test]
    fn context_notes_say_their_age_and_ask_after_half_a_year() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let mut with = Relationship {
            context: "a reorganisation in spring".to_owned(),
            ..Relationship::default()
        };
        assert_eq!(age_text(&with, today), None);
        let mut said = |days: u64| {
            with.context_on = today.checked_sub_days(chrono::Days::new(days));
            age_text(&with, today).expect("an age")
        };
        assert_eq!(said(0), "(noted today)");
        assert_eq!(said(179), "(noted 5 months ago)");
        assert_eq!(said(180), "(noted 6 months ago: does it still hold?)");
        let above = before_naming(&with, false, today);
        assert_eq!(above.len(), 3);
        assert_eq!(above[2], "Before naming this: is there another reading?");
        with.power_gap = Some(-1);
        assert_eq!(before_naming(&with, false, today)[3], "Who else had a say?");
        with.context.clear();
        assert_eq!(before_naming(&with, false, today).len(), 2);
        assert!(before_naming(&with, true, today).is_empty());
    }
}
