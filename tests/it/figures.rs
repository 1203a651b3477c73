//! Laws of the figures, on random ledgers: fairness, bounds, the account that adds up, a timeline without hindsight.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use trustline::domain::commitment::Move;
use trustline::domain::reliability::{Measure, NotCounted, Promise, Rules, figure};
use trustline::domain::trend::timeline;
use trustline::domain::{RecordId, When};

/// The day that the random ledgers are looked at from.
const TODAY: u64 = 700;

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day") + Days::new(n)
}

fn id(n: u8) -> RecordId {
    RecordId::from_bytes(&[n; 16]).expect("sixteen bytes")
}

/// A random story of one promise; days are counted from 2024-01-01, some lie after [`TODAY`].
fn a_promise() -> impl Strategy<Value = Promise> {
    let base = (
        any::<u8>(),
        0..TODAY,
        proptest::option::weighted(0.9, 0..60u64),
        0..4u8,
    );
    let moves = proptest::collection::vec((0..90u64, 0..120u64, any::<bool>()), 0..3);
    let end = (0..6u8, 0..150u64, proptest::option::weighted(0.9, 0..20u64));
    (base, moves, end).prop_map(|((n, made, due, stake), moves, (end, after, agreed))| {
        let ended = |which| (end == which).then(|| day(made + after));
        let mut moves: Vec<_> = moves
            .into_iter()
            .map(|(on, to, agreed)| Move {
                on: day(made + on),
                to: Some(When::day(day(made + to))),
                agreed,
                ..Move::default()
            })
            .collect();
        moves.sort_by_key(|one| one.on);
        Promise {
            id: id(n),
            made: day(made),
            agreed: agreed.map(|after| day(made + after)),
            due: due.map(|after| day(made + after)),
            moves,
            done: ended(0).or(ended(1)),
            broken: ended(2),
            released: ended(3),
            excused: ended(4),
            stake_halves: [1, 2, 4, 0][usize::from(stake)],
        }
    })
}

fn a_ledger() -> impl Strategy<Value = Vec<Promise>> {
    proptest::collection::vec(a_promise(), 0..40)
}

fn settled(on: u64, kept: bool) -> Promise {
    Promise {
        id: id(0),
        made: day(on),
        agreed: Some(day(on)),
        due: Some(day(on)),
        done: kept.then(|| day(on)),
        broken: (!kept).then(|| day(on)),
        ..Promise::default()
    }
}

fn both() -> impl Strategy<Value = Measure> {
    prop_oneof![Just(Measure::KeptAsAgreed), Just(Measure::FollowThrough)]
}

proptest! {
    #[test]
    fn a_kept_one_never_lowers_and_a_broken_one_never_raises(
        ledger in a_ledger(), measure in both(), on in 0..TODAY, kept in any::<bool>(),
    ) {
        let (rules, as_of) = (Rules::default(), day(TODAY));
        let before = figure(&ledger, measure, as_of, &rules).mean;
        let mut more = ledger;
        more.push(settled(on, kept));
        let after = figure(&more, measure, as_of, &rules).mean;
        if kept {
            prop_assert!(after >= before - 1e-12);
        } else {
            prop_assert!(after <= before + 1e-12);
        }
    }

    #[test]
    fn a_figure_stays_within_its_bounds_and_its_account_adds_up(
        ledger in a_ledger(), measure in both(), use_stakes in any::<bool>(), late_credit in 0.0..0.5,
    ) {
        let rules = Rules { use_stakes, late_credit, ..Rules::default() };
        let figure = figure(&ledger, measure, day(TODAY), &rules);
        prop_assert!(0.0 < figure.mean && figure.mean < 1.0);
        prop_assert!(0.0 <= figure.lo && figure.lo < figure.hi && figure.hi <= 1.0);
        prop_assert!(figure.parts.iter().all(|part| part.age >= 0));
        prop_assert!((figure.parts.iter().map(|part| part.w).sum::<f64>() - figure.n_eff).abs() < 1e-9);
        let why = figure.explain();
        let (adds, lacks) = why.shares.iter().fold((0.0, 0.0), |sum, share| (sum.0 + share.2, sum.1 + share.3));
        prop_assert!((why.plus_start + adds - figure.mean).abs() < 1e-9);
        prop_assert!((why.plus_start + adds + why.minus_start + lacks - 1.0).abs() < 1e-9);
        prop_assert_eq!(why.pulls.len(), figure.n);
    }

    #[test]
    fn a_pull_is_what_leaving_it_out_would_change(
        mut ledger in a_ledger(), measure in both(), use_stakes in any::<bool>(),
    ) {
        for (n, promise) in ledger.iter_mut().enumerate() {
            promise.id = id(u8::try_from(n).expect("fewer than 256"));
        }
        let rules = Rules { use_stakes, ..Rules::default() };
        let whole = figure(&ledger, measure, day(TODAY), &rules);
        for (left_out, pull) in whole.explain().pulls {
            let rest: Vec<_> = ledger.iter().filter(|one| one.id != left_out).collect();
            let without = figure(rest, measure, day(TODAY), &rules);
            prop_assert!((100.0 * (whole.mean - without.mean) - pull).abs() < 1e-7);
        }
    }

    #[test]
    fn what_was_let_go_excused_or_only_requested_never_changes_a_figure(
        ledger in a_ledger(), more in a_ledger(), measure in both(), how in 0..3,
    ) {
        let (rules, as_of) = (Rules::default(), day(TODAY));
        let before = figure(&ledger, measure, as_of, &rules);
        let quiet = more.into_iter().map(|promise| {
            let let_go = Promise { done: None, broken: None, ..promise };
            let on = Some(let_go.made);
            match how {
                0 => Promise { released: on, ..let_go },
                1 => Promise { excused: on, ..let_go },
                _ => Promise { agreed: None, ..let_go },
            }
        });
        let all: Vec<_> = ledger.into_iter().chain(quiet).collect();
        let after = figure(&all, measure, as_of, &rules);
        prop_assert_eq!(before.parts, after.parts);
        prop_assert!((before.mean - after.mean).abs() < 1e-12);
    }

    #[test]
    fn before_the_first_promise_there_is_no_evidence(ledger in a_ledger(), measure in both()) {
        let Some(first) = ledger.iter().map(|one| one.made).min() else { return Ok(()) };
        let eve = first.pred_opt().expect("a day before");
        let figure = figure(&ledger, measure, eve, &Rules::default());
        prop_assert_eq!((figure.n, figure.not_counted), (0, NotCounted::default()));
    }

    #[test]
    fn a_timeline_is_the_figure_at_each_of_its_days(
        ledger in a_ledger(), measure in both(), step in 1..40usize, use_stakes in any::<bool>(), late_credit in 0.0..0.5,
    ) {
        let rules = Rules { use_stakes, late_credit, ..Rules::default() };
        let days: Vec<_> = (0..TODAY + 60).step_by(step).map(day).collect();
        let points = timeline(&ledger, measure, &days, &rules);
        prop_assert_eq!(points.len(), days.len());
        for (point, day) in points.iter().zip(days) {
            let then = figure(&ledger, measure, day, &rules);
            prop_assert_eq!((point.day, point.show), (day, then.show));
            for (got, wanted) in [(point.mean, then.mean), (point.lo, then.lo), (point.hi, then.hi)] {
                prop_assert!((got - wanted).abs() < 1e-9, "{} {} {}", day, got, wanted);
            }
        }
    }

    #[test]
    fn nothing_later_changes_what_was_known(ledger in a_ledger(), measure in both(), on in 0..TODAY) {
        let (rules, then) = (Rules::default(), day(on));
        let before = |day: Option<NaiveDate>| day.filter(|day| *day <= then);
        let known: Vec<_> = ledger.iter().filter(|one| one.made <= then).map(|one| Promise {
            agreed: before(one.agreed),
            moves: one.moves.iter().filter(|step| step.on <= then).cloned().collect(),
            done: before(one.done),
            broken: before(one.broken),
            released: before(one.released),
            excused: before(one.excused),
            ..one.clone()
        }).collect();
        prop_assert_eq!(figure(&ledger, measure, then, &rules), figure(&known, measure, then, &rules));
    }
}

#[test]
fn an_empty_timeline_has_no_points_and_an_empty_ledger_shows_counts_only() {
    let rules = Rules::default();
    assert!(timeline(&[], Measure::KeptAsAgreed, &[], &rules).is_empty());
    let points = timeline(&[], Measure::KeptAsAgreed, &[day(0), day(7)], &rules);
    assert_eq!(points.len(), 2);
    let none = figure(&[], Measure::KeptAsAgreed, day(0), &rules);
    assert_eq!(none.counts_text(), "nothing settled yet");
    assert_eq!(none.text(), "too few to say");
}

#[test]
fn a_figure_in_words_is_whole_numbers() {
    let rules = Rules::default();
    let at = |many: u64, every: u64| {
        let ledger: Vec<_> = (0..many)
            .map(|n| settled(TODAY - n * every, n % 4 != 3))
            .collect();
        figure(&ledger, Measure::KeptAsAgreed, day(TODAY), &rules)
    };
    assert_eq!(at(2, 7).text(), "2 settled, too few to say");
    assert_eq!(at(4, 7).text(), "somewhere from 53 to 95");
    assert_eq!(at(6, 7).text(), "early 81 (62 to 96)");
    let old: Vec<_> = (0..4).map(|n| settled(n, true)).collect();
    let stale = figure(&old, Measure::KeptAsAgreed, day(430), &rules);
    assert_eq!(stale.text(), "last settled 14 months ago");
    assert_eq!(at(24, 4).counts_text(), "18 kept, 6 broken");
    assert_eq!(at(24, 4).text(), "76 (63 to 88)");
}

/// What was kept or broken without a date is neither open nor evidence of dates: it is counted by itself.
#[test]
fn what_ended_without_a_date_is_not_open() {
    let rules = Rules::default();
    let undated = |n: u8, done: Option<u64>| Promise {
        id: id(n),
        due: None,
        done: done.map(day),
        ..settled(3, true)
    };
    let ledger = [undated(1, Some(4)), undated(2, Some(5)), undated(3, None)];
    let kept = figure(&ledger, Measure::KeptAsAgreed, day(TODAY), &rules);
    let not = kept.not_counted;
    assert_eq!((kept.n, not.undated, not.open), (0, 2, 1));
    assert_eq!(kept.counts_text(), "2 without a date");
    let follow = figure(&ledger, Measure::FollowThrough, day(TODAY), &rules);
    assert_eq!(follow.not_counted.undated, 0);
    assert_eq!(follow.counts_text(), "2 done");
}
