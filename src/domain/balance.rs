//! Feedback between two people as counts: given, received and asked for, by kind, lately and in all. No ratio, no rank.

use chrono::{Days, NaiveDate};

use super::feedback::{Direction, Feedback, FeedbackSort, FeedbackState};

/// Days that "lately" looks back.
const LATELY: Days = Days::new(90);

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// In the last 90 days.
    pub lately: usize,
    /// In all.
    pub all: usize,
}

/// The feedback of one relationship, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Balance {
    /// Every direction and kind that there is any of, in the order of [`Direction::ALL`] and [`FeedbackSort::ALL`].
    pub counts: Vec<(Direction, FeedbackSort, Count)>,
}

/// Counts what was said by a day; drafts are not said yet.
pub fn balance<'a>(feedback: impl IntoIterator<Item = &'a Feedback>, as_of: NaiveDate) -> Balance {
    let from = as_of.checked_sub_days(LATELY).unwrap_or(NaiveDate::MIN);
    let mut table = [[Count::default(); FeedbackSort::ALL.len()]; Direction::ALL.len()];
    let said = |one: &&Feedback| one.state != FeedbackState::Draft && one.day <= as_of;
    for one in feedback.into_iter().filter(said) {
        let row = Direction::ALL.iter().position(|d| *d == one.direction);
        let column = FeedbackSort::ALL.iter().position(|s| *s == one.sort);
        let count = &mut table[row.unwrap_or(0)][column.unwrap_or(0)];
        count.all += 1;
        count.lately += usize::from(one.day > from);
    }
    let mut counts = Vec::new();
    for (direction, row) in Direction::ALL.iter().zip(table) {
        let each = FeedbackSort::ALL.iter().zip(row);
        counts.extend(
            each.filter(|(_, count)| count.all > 0)
                .map(|(sort, count)| (*direction, *sort, count)),
        );
    }
    Balance { counts }
}

impl Balance {
    /// All of one direction.
    pub fn of(&self, direction: Direction) -> Count {
        let own = self.counts.iter().filter(|(d, ..)| *d == direction);
        own.fold(Count::default(), |sum, (.., count)| Count {
            lately: sum.lately + count.lately,
            all: sum.all + count.all,
        })
    }

    /// One direction in a line: `given: 4 in 90 days, 9 in all (appreciation 3 of 5, coaching 1 of 4)`; what I gave
    /// and received is told even when it is nothing.
    pub fn line(&self, direction: Direction) -> Option<String> {
        let sum = self.of(direction);
        if sum.all == 0 {
            return (direction != Direction::Asked).then(|| format!("{direction}: none yet"));
        }
        let each = self
            .counts
            .iter()
            .filter(|(d, ..)| *d == direction)
            .map(|(_, sort, count)| format!("{sort} {} of {}", count.lately, count.all));
        let each: Vec<_> = each.collect();
        Some(format!(
            "{direction}: {} in 90 days, {} in all ({})",
            sum.lately,
            sum.all,
            each.join(", ")
        ))
    }

    /// Every direction that has something to tell, in a line each.
    pub fn lines(&self) -> Vec<String> {
        let lines = Direction::ALL.iter().filter_map(|d| self.line(*d));
        lines.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts_both_ways_by_kind() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let one = |direction, sort, ago, state| Feedback {
            direction,
            sort,
            state,
            day: today - Days::new(ago),
            ..Feedback::default()
        };
        let (said, draft) = (FeedbackState::Delivered, FeedbackState::Draft);
        let all = [
            one(Direction::Given, FeedbackSort::Appreciation, 1, said),
            one(Direction::Given, FeedbackSort::Appreciation, 90, said),
            one(Direction::Given, FeedbackSort::Concern, 2, said),
            one(Direction::Given, FeedbackSort::Coaching, 2, draft),
        ];
        let found = balance(&all, today);
        assert_eq!(
            found.lines(),
            [
                "given: 2 in 90 days, 3 in all (appreciation 1 of 2, concern 1 of 1)",
                "received: none yet"
            ]
        );
        assert_eq!(found.of(Direction::Given), Count { lately: 2, all: 3 });
    }
}
