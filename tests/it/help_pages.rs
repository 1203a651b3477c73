//! Holds the pages of help to the program: every key, command, query and line on them works, every example is computed.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use trustline::assets::{FIGURES_EXPLAINED, HELP, HelpPage, PRIVACY, found};
use trustline::domain::filter::Filter;
use trustline::domain::reliability::{Measure, Promise, Rules, figure};
use trustline::domain::{RecordId, Side, line, pulse};
use trustline::tui::command::{TABLE, shown};
use trustline::tui::harness::Trial;

use crate::every_page::every_page;
use crate::house;

/// What stands between backticks in sentences: keys, commands, names.
fn codes(page: &HelpPage) -> Vec<String> {
    let mut fenced = false;
    let mut words = String::new();
    for line in page.text.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            words.push_str(line);
            words.push('\n');
        }
    }
    let parts = words.split('`').skip(1).step_by(2);
    parts.map(|part| part.replace('\n', " ")).collect()
}

/// The lines of the blocks of code.
fn blocks(page: &HelpPage) -> Vec<String> {
    let mut fenced = false;
    let mut lines = Vec::new();
    for line in page.text.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            lines.push(line.to_owned());
        }
    }
    lines
}

/// The words of a command line, as a shell splits them.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (n, part) in line.split('"').enumerate() {
        if n % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

fn pages() -> impl Iterator<Item = &'static HelpPage> {
    // the page on privacy has a test of its own, which holds it to the files that are written
    HELP.iter().filter(|page| **page != PRIVACY)
}

#[test]
fn every_key_that_a_page_names_is_in_the_table_of_commands() {
    let keys: BTreeSet<_> = TABLE
        .iter()
        .flat_map(|row| row.keys().iter().map(|key| shown(key)))
        .collect();
    let journal = house::journal();
    let mut looked = 0;
    for page in pages() {
        for code in codes(page) {
            looked += 1;
            if code.starts_with("trustline ") {
                continue;
            }
            if code.contains(':') && code.len() > 1 {
                let query = Filter::parse(&code, &journal.reading());
                assert!(
                    query.is_ok() || code.starts_with("who:"),
                    "{}: {code}",
                    page.name
                );
                continue;
            }
            let is_figure = code.starts_with("early ")
                || code.starts_with("somewhere ")
                || code.starts_with("level ");
            let is_file = code.contains('.') && code.len() > 1;
            assert!(
                keys.contains(&code) || is_figure || is_file,
                "{}: there is no key {code}",
                page.name
            );
        }
    }
    assert!(looked > 60, "{looked}");
}

#[test]
fn every_command_line_is_taken_by_the_parser() {
    let mut looked = 0;
    for page in pages() {
        let inline = codes(page);
        let lines = inline.into_iter().chain(blocks(page));
        for line in lines.filter(|line| line.starts_with("trustline ")) {
            let parsed = trustline::cli::command().try_get_matches_from(split(&line));
            assert!(parsed.is_ok(), "{}: {line}: {:?}", page.name, parsed.err());
            looked += 1;
        }
    }
    assert!(looked > 12, "{looked}");
}

#[test]
fn every_line_of_a_promise_is_understood_as_the_page_says() {
    let mut journal = house::journal();
    house::person(&mut journal, "Priya Nair");
    house::person(&mut journal, "Ana Silva");
    let mut sides = Vec::new();
    for page in pages() {
        let lines = blocks(page);
        for text in lines.iter().filter(|line| !line.starts_with("trustline ")) {
            let one = line::commitment(text, None, &journal.reading());
            let one = one.unwrap_or_else(|fault| panic!("{text}: {}", fault.says));
            assert!(one.missing.is_empty(), "{text}: {:?}", one.missing);
            sides.push(one.commitment.side);
        }
    }
    assert_eq!(
        sides,
        [Side::Mine, Side::Theirs, Side::Mine, Side::Theirs],
        "as the page tells them"
    );
}

#[test]
fn every_page_is_short_and_leads_with_one_heading() {
    for page in HELP {
        assert!(page.text.starts_with("# "), "{}", page.name);
        assert_eq!(
            page.text.lines().filter(|l| l.starts_with("# ")).count(),
            1,
            "{}",
            page.name
        );
        let words = page.text.split_whitespace().count();
        let most = if *page == PRIVACY { 2600 } else { 1000 };
        assert!((120..most).contains(&words), "{}: {words}", page.name);
    }
}

fn today() -> NaiveDate {
    house::day("2026-11-22")
}

/// A promise that was due some days ago, and done so many days late.
fn promise(n: u8, ago: u64, late: u64) -> Promise {
    let due = today() - Days::new(ago);
    Promise {
        id: RecordId::from_bytes(&[n; 16]).expect("sixteen bytes"),
        made: due - Days::new(3),
        agreed: Some(due - Days::new(3)),
        due: Some(due),
        done: Some(due + Days::new(late)),
        ..Promise::default()
    }
}

fn shows(words: &str) {
    let page = FIGURES_EXPLAINED
        .text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(page.contains(words), "the page does not say {words}");
}

#[test]
fn the_examples_of_the_figures_are_computed() {
    let weekly = |late: &[(u64, u64)]| -> Vec<Promise> {
        let each = (0..5u8).map(|n| {
            let nth = u64::from(n);
            let late = late.iter().find(|(at, _)| *at == nth);
            promise(n, 7 * nth, late.map_or(0, |(_, days)| *days))
        });
        each.collect()
    };
    let rules = Rules::default();
    let of = |ledger: &[Promise], measure| figure(ledger.iter(), measure, today(), &rules);

    let kept = of(&weekly(&[]), Measure::KeptAsAgreed);
    let weights: Vec<_> = kept
        .parts
        .iter()
        .rev()
        .map(|p| format!("{:.2}", p.w))
        .collect();
    let (last, first) = weights.split_last().expect("five");
    shows(&format!("{} and {last}", first.join(", ")));
    shows(&format!("together {:.2}", kept.n_eff));
    shows(&format!(
        "(2 + {:.2}) is {:.0}",
        kept.n_eff,
        kept.mean * 100.0
    ));
    shows(&format!("`{}`", kept.text()));

    let late = of(&weekly(&[(2, 1)]), Measure::KeptAsAgreed);
    let credit: f64 = late.parts.iter().map(|p| p.w * p.credit).sum();
    shows(&format!(
        "(1.5 + {credit:.2}) / (2 + {:.2}) is {:.0}",
        late.n_eff,
        late.mean * 100.0
    ));
    shows(&format!(
        "`{}`, when",
        of(&weekly(&[(2, 1)]), Measure::FollowThrough).text()
    ));
    shows(&format!("shown as `{}`. \"Early\"", late.text()));

    let same: Vec<_> = (0..5).map(|n| promise(n, 0, 0)).collect();
    let same = of(&same, Measure::KeptAsAgreed);
    shows(&format!("as much as about {:.2}", same.n_eff));
    shows(&format!("`{}`", same.text()));
    shows(&format!(
        "until the evidence weighs as much as {} promises",
        if (rules.firm_neff - 10.0).abs() < 1e-9 {
            "ten"
        } else {
            "other"
        }
    ));
    shows(&format!(
        "fewer than {} settled: counts only",
        rules.min_range
    ));
    shows(&format!(
        "fewer than {} settled, or a weight below {:.0}, or a range wider than {:.0}",
        rules.min_settled,
        rules.min_neff,
        rules.max_width * 100.0
    ));
    shows(&format!("waits for {} days", rules.lapse_days));
    shows(&format!("half as much every {:.0} days", rules.half_life));
}

#[test]
fn the_example_of_the_level_is_computed() {
    let answers = |ago: u64, scores: [u8; 4]| {
        (
            today() - Days::new(ago),
            scores.into_iter().map(Some).collect::<Vec<_>>(),
        )
    };
    let heard = [
        answers(0, [4, 4, 5, 3]),
        answers(14, [4, 4, 4, 4]),
        answers(28, [3, 4, 4, 3]),
    ];
    let points: Vec<_> = pulse::voices(&heard, today())
        .iter()
        .filter_map(|one| one.points)
        .collect();
    assert_eq!(points, [75.0, 75.0, 62.5]);
    shows("75, 75 and 62.5 points");
    let level = pulse::level(&heard, today()).expect("a level");
    shows(&format!("`{}`", level.text()));
}

#[test]
fn the_pages_are_listed_opened_and_searched() {
    for open in ["f1", "g h"] {
        let mut trial = Trial::sample(80, 24).expect("a screen");
        trial.keys(open).expect("keys");
        let text = trial.text();
        for page in HELP {
            assert!(text.contains(page.name), "{text}");
        }
        trial.keys("/ \"never counts\" enter").expect("keys");
        let text = trial.text();
        assert!(text.contains("figures-explained"), "{text}");
        trial.keys("enter").expect("keys");
        let text = trial.text();
        assert!(text.contains("What never counts"), "{text}");
        assert!(text.contains("open and not due yet"), "{text}");
        trial.keys("q q q").expect("keys");
        assert!(trial.text().starts_with(" Today") || trial.text().starts_with("Today"));
    }
    assert!(
        found("passphrase recovered", 88)
            .iter()
            .all(|one| *one.page == PRIVACY)
    );
    assert!(found("   ", 88).is_empty());
}

#[test]
fn every_page_of_the_program_names_the_page_of_help_that_belongs_to_it() {
    let journal = trustline::tui::harness::sample().expect("the sample");
    let places = every_page(&journal);
    assert!(places.len() > 60);
    for (name, place) in places {
        let mut trial = Trial::sample(120, 40).expect("a screen");
        trial.go(place);
        let scopes: Vec<_> = trial.commands().iter().map(|row| row.scope).collect();
        trial.keys("?").expect("keys");
        let text = trial.text();
        if text.contains("In words") {
            let named = HELP.iter().any(|page| text.contains(page.title()));
            assert!(named, "{name}: {text}");
            trial.keys("enter").expect("keys");
            let text = trial.text();
            let read = HELP.iter().any(|page| {
                text.lines()
                    .next()
                    .unwrap_or_default()
                    .contains(page.title())
            });
            assert!(read, "{name}: {text}");
        } else {
            // where letters are typed, and in menus, the question mark is no key
            assert!(!scopes.is_empty() || text.len() > 10, "{name}: {text}");
        }
    }
}
