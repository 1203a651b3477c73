//! Days at the end of the calendar: they come from files that somebody else wrote, and stop nothing.

use std::io::BufReader;

use trustline::domain::{Act, Kind};
use trustline::journal::{Change, Journal};

use crate::house::{add, day, journal, person};

/// A journal with a weekly commitment, as it is exported, with another due day in it.
fn exported_with(due: &str) -> String {
    let mut one = journal();
    person(&mut one, "Ada Bly");
    let texts = [
        ("who", "Ada Bly"),
        ("side", "mine"),
        ("text", "the numbers"),
        ("due", "2026-11-30"),
        ("repeats", "weekly"),
    ];
    add(&mut one, Kind::Commitment, &texts);
    let mut bytes = Vec::new();
    one.export(&mut bytes).expect("an export");
    let text = String::from_utf8(bytes).expect("UTF-8");
    text.replace("2026-11-30", due)
}

fn bring(journal: &mut Journal, text: &str) -> Result<(), String> {
    let brought = journal.unite(&mut BufReader::new(text.as_bytes()));
    brought.map(|_| ()).map_err(|error| error.says().to_owned())
}

#[test]
fn a_day_without_neighbours_is_refused_when_it_comes_in() {
    for due in [
        "+262142-12-31",
        "-262143-01-01",
        "+10000-01-01",
        "0000-12-31",
    ] {
        let mut journal = journal();
        let says = bring(&mut journal, &exported_with(due)).expect_err("refused");
        assert!(says.contains("is not a day"), "{due}: {says}");
    }
}

#[test]
fn what_would_be_due_after_the_last_year_is_not_written() {
    let mut journal = journal();
    bring(&mut journal, &exported_with("9999-12-31")).expect("the last day there is");
    let id = journal
        .find_record(Some(Kind::Commitment), "the numbers")
        .expect("it");
    let kept = Change::Act {
        id,
        act: Act::Keep,
        on: day("2026-11-22"),
    };
    let refused = journal.tell(kept).expect_err("its next has no day");
    assert!(
        refused.says().contains("+10000-01-07"),
        "{}",
        refused.says()
    );
    assert!(
        journal.stands(id).expect("a journal"),
        "nothing was damaged"
    );
    journal.today(20).expect("today");
}
