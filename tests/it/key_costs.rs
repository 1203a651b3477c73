//! What daily acts cost in keys: each is played from Today through the harness, counted, and compared with the README.

use std::fmt::Write;

use trustline::tui::harness::Trial;

const README: &str = include_str!("../../README.md");

/// An act, its keys from Today (what stands in quotes is typed as words), and what is seen when it is done.
struct Act {
    what: &'static str,
    keys: &'static str,
    seen: &'static str,
}

/// The acts of a day, over the sample journal.
const ACTS: &[Act] = &[
    Act {
        what: "note a promise",
        keys: "c \"send the agenda by fri\" enter",
        seen: "\u{2713} added commitment: send the agenda",
    },
    Act {
        what: "settle the one under the cursor as kept",
        keys: "s k",
        seen: "\u{2713} kept",
    },
    Act {
        what: "renegotiate it to next Tuesday",
        keys: "s m \"next tue\" enter",
        seen: "\u{2713} moved: one page",
    },
    Act {
        what: "prepare the next one-on-one",
        keys: "p",
        seen: "Prep \u{b7} Helen Marsh",
    },
    Act {
        what: "hold it, with a note",
        keys: "p m \"went well\" enter",
        seen: "\u{2713} one-on-one held",
    },
    Act {
        what: "give feedback",
        keys: "a f \"asked the hard question\" ctrl-s",
        seen: "\u{2713} added feedback",
    },
    Act {
        what: "record a moment",
        keys: "a m \"stood up for the team\" ctrl-s",
        seen: "\u{2713} added note",
    },
    Act {
        what: "answer what was shared in trust, six lines down",
        keys: "6 j s c",
        seen: "\u{2713} met with care",
    },
    Act {
        what: "find what was said about refunds, and open it",
        keys: "/ \"refund\" enter",
        seen: "planned  the refund rules",
    },
    Act {
        what: "take the last change back",
        keys: "u",
        seen: "\u{2713} undone",
    },
    Act {
        what: "add a person",
        keys: "a p \"Zoe Park\" ctrl-s",
        seen: "\u{2713} added relationship: Zoe Park",
    },
    Act {
        what: "write the brief for a one-on-one to a file",
        keys: "b b enter",
        seen: "\u{2713} written to brief-helen-marsh",
    },
    Act {
        what: "add a step to somebody\u{2019}s repair",
        keys: ": \"margit\" enter r t \"show the new plan\" ctrl-s",
        seen: "\u{2713} added commitment: show the new plan",
    },
    Act {
        what: "check in with eight people, two answers changed each",
        keys: "w",
        seen: "Check-in",
    },
];

/// The keys of the weekly run, which is played by its own test.
const RUN: (&str, usize) = ("`w`, then for each a digit a question and `Enter`", 73);

/// How many keys are pressed, without the letters of words.
fn cost(keys: &str) -> usize {
    keys.split('"')
        .step_by(2)
        .map(|part| part.split_whitespace().count())
        .sum()
}

/// The keys as the README names them: words in place of what is typed.
fn named(keys: &str) -> String {
    let mut named = Vec::new();
    for (n, part) in keys.split('"').enumerate() {
        if n % 2 == 1 {
            named.push("the words".to_owned());
            continue;
        }
        for key in part.split_whitespace() {
            named.push(format!("`{}`", trustline::tui::command::shown(key)));
        }
    }
    named.join(" ")
}

fn table() -> String {
    let mut table = String::from("| from Today | keys | presses |\n|---|---|---|\n");
    for act in ACTS {
        let (keys, presses) = if act.keys == "w" {
            (RUN.0.to_owned(), RUN.1)
        } else {
            (named(act.keys), cost(act.keys))
        };
        let _ = writeln!(table, "| {} | {keys} | {presses} |", act.what);
    }
    table
}

#[test]
fn every_act_is_done_by_the_keys_that_it_is_said_to_cost() {
    for act in ACTS {
        let mut trial = Trial::sample(80, 24).expect("a sample");
        if act.keys == "u" {
            trial.keys("s k").expect("keys");
        }
        let text = trial.keys(act.keys).expect("keys").text();
        assert!(text.contains(act.seen), "{}\n{text}", act.what);
    }
    assert_eq!(crate::run_do::eight_people(), RUN.1);
}

#[test]
fn the_readme_says_what_daily_acts_cost() {
    let kept = README
        .split("<!-- /costs -->")
        .next()
        .and_then(|text| text.split("<!-- costs: counted by a test -->").nth(1));
    let table = table();
    assert_eq!(
        kept.map(str::trim),
        Some(table.trim()),
        "put this between the README's marks of the costs:\n{table}"
    );
}
