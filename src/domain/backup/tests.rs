//! Names that are read and written, and the rule tried on made-up days.

use super::*;

fn name(text: &str) -> Name {
    Name::read(text).unwrap_or_else(|| panic!("{text} is no name"))
}

#[test]
fn a_name_is_read_as_it_is_written_and_nothing_else_is() {
    for text in [
        "2026-11-22T101500-daily.db",
        "2026-11-22T101500.2-by-hand.db",
        "2026-11-22T101500-before-migration-2.db",
        "2026-11-22T101500.13-before-restore.db",
        "2026-11-22T101500-damaged.db",
    ] {
        assert_eq!(name(text).to_string(), text);
    }
    for text in [
        "journal.db",
        "2026-11-22T101500-daily.db-wal",
        "2026-11-22T101500-weekly.db",
        "2026-11-22T101500.1-daily.db",
        "2026-11-22T101500-before-migration-02.db",
        "2026-13-22T101500-daily.db",
        "2026-11-22T101500\u{e9}daily.db",
        "my 2026-11-22T101500-daily.db",
        "",
    ] {
        assert_eq!(Name::read(text), None, "{text}");
    }
}

#[test]
fn names_sort_by_time() {
    let mut names = [
        "2026-11-22T101500.2-daily.db",
        "2026-11-22T101501-by-hand.db",
        "2026-11-22T101500-daily.db",
        "2025-12-31T235959-before-restore.db",
    ];
    names.sort_unstable();
    let order: Vec<_> = names.iter().map(|text| name(text).order()).collect();
    assert!(order.is_sorted(), "{names:?}");
}

/// The days on which a backup was made ("11-22", or with its reason), and those of them that stay.
fn check(made: &str, rule: (usize, usize, usize, usize), stay: &str) {
    let names: Vec<_> = made
        .split_whitespace()
        .map(|word| {
            let (day, why) = word.split_once('=').unwrap_or((word, "daily"));
            name(&format!("2026-{day}T090000-{why}.db"))
        })
        .collect();
    let (daily, weekly, monthly, migrations) = rule;
    let rule = Rule {
        automatic: true,
        daily,
        weekly,
        monthly,
        migrations,
    };
    let keep = kept(&names, &rule);
    let left: Vec<_> = made
        .split_whitespace()
        .zip(keep)
        .filter_map(|(word, keep)| keep.then_some(word))
        .collect();
    assert_eq!(left.join(" "), stay, "{made}");
}

#[test]
fn the_rule_keeps_days_then_weeks_then_months() {
    // 2026-11-22 is a Sunday; its week began on the 16th
    let days = "11-22 11-21 11-20 11-19 11-15 11-14 11-08 10-31 10-30 09-30";
    check(days, (2, 0, 0, 0), "11-22 11-21");
    check(days, (2, 3, 0, 0), "11-22 11-21 11-15 11-08");
    check(days, (1, 0, 3, 0), "11-22 10-31 09-30");
    check(days, (2, 2, 3, 0), "11-22 11-21 11-15 10-31 09-30");
    check(days, (99, 0, 0, 0), days);
    // a rule of nothing never takes the last one
    check(days, (0, 0, 0, 0), "11-22");
    check("", (7, 5, 12, 3), "");
}

#[test]
fn days_without_a_backup_use_up_no_place() {
    check("11-22 03-01 01-05", (3, 0, 0, 0), "11-22 03-01 01-05");
    check("11-22 03-02 03-01 01-05", (0, 0, 2, 0), "11-22 03-02");
}

#[test]
fn the_order_in_which_a_folder_lists_them_does_not_matter() {
    check("11-20 11-22 11-21", (2, 0, 0, 0), "11-22 11-21");
}

#[test]
fn what_was_made_by_hand_stays_and_large_steps_are_counted_by_themselves() {
    check(
        "11-22 11-21=by-hand 11-20=damaged 11-19=before-migration-3 11-18=before-restore \
         11-17=before-migration-2 11-16=before-restore 11-15=by-hand 11-14",
        (1, 0, 0, 1),
        "11-22 11-21=by-hand 11-20=damaged 11-19=before-migration-3 11-18=before-restore 11-15=by-hand",
    );
}

#[test]
fn the_rule_is_a_sentence() {
    let usual = Rule::default();
    assert!(usual.says_when().contains("the first change of a day"));
    let says = usual.says_which();
    assert!(
        says.contains("one of 7 days, 5 weeks and 12 months;"),
        "{says}"
    );
    let quiet = Rule {
        automatic: false,
        daily: 1,
        ..usual
    };
    assert!(quiet.says_when().contains("none is made daily"));
    assert!(quiet.says_which().contains("one of 1 day, 5 weeks"));
}

#[test]
fn sizes_are_told_in_words() {
    let sized = |bytes| {
        let backup = Backup {
            path: "x".into(),
            name: None,
            bytes,
            records: None,
            schema: 1,
            newest: None,
            fault: None,
            locked: false,
        };
        backup.size()
    };
    assert_eq!(sized(1), "1 KB");
    assert_eq!(sized(312 << 10), "312 KB");
    assert_eq!(sized((4 << 20) + 250_000), "4.2 MB");
}
