//! Whom the rules suggest, and why; and what counts as stale.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn tended(name: &str, cadence: u16, met: Option<&str>) -> Tended {
    Tended {
        id: RecordId::derived(&[name]),
        name: name.to_owned(),
        cadence,
        since: day("2026-01-01"),
        met: met.map(day),
    }
}

fn good(name: &str, on: &str, what: Deed, thanked: Option<&str>) -> Good {
    Good {
        who: RecordId::derived(&[name]),
        name: name.to_owned(),
        day: day(on),
        what,
        thanked: thanked.map(day),
    }
}

fn seen(tended: Vec<Tended>, good: Vec<Good>) -> Seen {
    Seen {
        as_of: day("2026-11-22"),
        tended,
        good,
    }
}

#[test]
fn the_longest_without_contact_for_their_cadence_is_suggested() {
    let check = |tended: Vec<Tended>, expect: Option<&str>| {
        let found = invest(&seen(tended, Vec::new()));
        assert_eq!(found.as_ref().map(|s| s.name.as_str()), expect, "{found:?}");
    };
    // three weeks weigh more where every week was meant than where every quarter was
    check(
        vec![
            tended("Quarter", 90, Some("2026-08-30")),
            tended("Week", 7, Some("2026-11-01")),
        ],
        Some("Week"),
    );
    // equal ones by name
    check(
        vec![
            tended("Bea", 7, Some("2026-11-01")),
            tended("Abe", 7, Some("2026-11-01")),
        ],
        Some("Abe"),
    );
    check(vec![tended("Near", 7, Some("2026-11-20"))], None);
    check(vec![tended("Never", 7, None)], Some("Never"));
    check(Vec::new(), None);
    let told = invest(&seen(
        vec![tended("Week", 7, Some("2026-11-01"))],
        Vec::new(),
    ));
    let reason = told.map(|s| s.reason).unwrap_or_default();
    assert_eq!(
        reason,
        "last real contact 3 weeks ago; you meant every 7 days"
    );
}

#[test]
fn a_thank_you_goes_to_the_newest_kept_promise_then_to_a_full_answer() {
    let kept = |words: &str| Deed::Kept(words.to_owned());
    let fully = |words: &str| Deed::Fully(words.to_owned());
    let check = |good: Vec<Good>, expect: Option<&str>| {
        let found = thanks(&seen(Vec::new(), good));
        assert_eq!(found.as_ref().map(|s| s.name.as_str()), expect, "{found:?}");
    };
    check(
        vec![
            good("Ana", "2026-11-10", kept("the draft"), None),
            good("Ben", "2026-11-20", kept("the sum"), None),
            good("Cleo", "2026-11-22", fully("They offered help."), None),
        ],
        Some("Ben"),
    );
    // thanked since: the one before
    check(
        vec![
            good("Ana", "2026-11-10", kept("the draft"), Some("2026-11-01")),
            good("Ben", "2026-11-20", kept("the sum"), Some("2026-11-21")),
        ],
        Some("Ana"),
    );
    check(
        vec![good(
            "Cleo",
            "2026-11-22",
            fully("They offered help."),
            Some("2026-11-02"),
        )],
        None,
    );
    check(
        vec![good(
            "Cleo",
            "2026-11-22",
            fully("They offered help."),
            Some("2026-09-02"),
        )],
        Some("Cleo"),
    );
    check(
        vec![good("Old", "2026-09-01", kept("long ago"), None)],
        None,
    );
}

#[test]
fn stale_is_more_than_two_weeks_and_for_check_ins_more_than_two_cadences() {
    let today = day("2026-11-22");
    let check = |sort, since: &str, cadence, expect| {
        assert_eq!(
            is_stale(sort, day(since), cadence, today),
            expect,
            "{sort} {since}"
        );
    };
    check(TodaySort::MineDue, "2026-11-08", 0, false);
    check(TodaySort::MineDue, "2026-11-07", 0, true);
    check(TodaySort::CheckIn, "2026-11-08", 7, false);
    check(TodaySort::CheckIn, "2026-11-07", 7, true);
    check(TodaySort::CheckIn, "2026-11-07", 30, false);
    assert!(was_away(day("2026-11-01"), today) && !was_away(day("2026-11-02"), today));
}
