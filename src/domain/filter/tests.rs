//! The query language as a table, and what must hold for every text.

use super::*;
use crate::domain::breach::{Breach, BreachState};
use crate::domain::commitment::{Commitment, Move};
use crate::domain::line::people::TEAM;
use crate::domain::note::Note;
use chrono::NaiveDateTime;
use proptest::prelude::*;

fn on(text: &str) -> NaiveDate {
    text.parse().expect("it can be read")
}

/// Sunday, 22 November 2026, 10:00.
fn now() -> NaiveDateTime {
    on("2026-11-22")
        .and_hms_opt(10, 0, 0)
        .expect("it can be read")
}

fn parse(text: &str) -> Result<Filter, Vec<Fault>> {
    let reading = Reading {
        now: now(),
        names: &TEAM,
    };
    Filter::parse(text, &reading)
}

/// What a query reads as, written out.
fn check(text: &str, expect: &str) {
    match parse(text) {
        Ok(filter) => assert_eq!(filter.text(&TEAM), expect, "{text}"),
        Err(faults) => panic!("{text}: {faults:?}"),
    }
}

fn refused(text: &str, field: &str, parts: &[&str]) {
    let faults = parse(text).expect_err(text);
    assert_eq!(faults[0].field, field, "{text}: {faults:?}");
    for part in parts {
        assert!(faults[0].says.contains(part), "{text}: {faults:?}");
    }
}

#[test]
fn every_term_reads_and_writes_back() {
    check("", "");
    check(
        "who:priya is:open due<fri",
        "who:\"Priya Nair\" is:open due<=2026-11-26",
    );
    check("who:\"priya nair\"", "who:\"Priya Nair\"");
    check("-who:“ana costa”", "-who:\"Ana Costa\"");
    check(
        "kind:Promises,checkin,repair",
        "kind:commitment,check-in,plan",
    );
    check("is:done", "is:kept,late,done");
    check("is:acted_on IS:\"Let go\"", "is:acted-on is:let-go");
    check("is:one-on-one,moment", "is:one-on-one,moment");
    check(
        "is:settled -is:overdue status:moved",
        "is:kept,late,broken,released,excused -is:overdue is:moved",
    );
    check("mine -Theirs side:me", "mine -theirs mine");
    check(
        "due>fri due>=fri due<=fri due:today",
        "due>=2026-11-28 due>=2026-11-27 due<=2026-11-27 due:2026-11-22",
    );
    check(
        "due:\"next fri\" due=today..eom",
        "due:2026-11-27 due:2026-11-22..2026-11-30",
    );
    check(
        "on:fri before:fri after:fri",
        "on:2026-11-20 until:2026-11-19 since:2026-11-21",
    );
    check(
        "since:2w until:yesterday",
        "since:2026-11-08 until:2026-11-21",
    );
    check(
        "#Budget tag:\"näxt year\" -#x",
        "tag:budget tag:\"naxt year\" -tag:x",
    );
    check("stake:Major", "stake:major");
    check("Budget -draft q3-plan 10:30", "budget -draft q3-plan 10-30");
    check(
        "\"Send the numbers\" \"mine\"",
        "\"send the numbers\" \"mine\"",
    );
}

#[test]
fn what_cannot_be_read_says_what_it_could_be() {
    refused("wo:ana", "", &["“wo” is no key", "who"]);
    refused("kidn:note", "", &["did you mean kind?"]);
    refused("https://example.org", "", &["quotes"]);
    refused("is:opne", "is", &["did you mean open?"]);
    refused("is:zzz", "is", &["it is one of", "overdue"]);
    refused("is:open,overdue", "is", &["stands alone"]);
    refused("kind:nose", "kind", &["did you mean note?"]);
    refused("who:ana", "who", &["Ana Costa", "Ana Silva"]);
    refused("who:", "who", &["needs a value"]);
    refused("kind<note", "kind", &["colon"]);
    refused("due<3/4", "due", &["2027-04-03", "2027-03-04"]);
    refused("since:tommorow", "since", &["tomorrow"]);
    refused("on:fri..2026-11-01", "on", &["earlier day first"]);
    refused("\"not closed", "", &["quote"]);
    refused("...", "", &["no word"]);
    refused("#", "tag", &["tag"]);
    refused("due<fri:", "due", &["not a day"]);
    assert_eq!(parse("is:opne wo:ana").expect_err("two").len(), 2);
}

fn promise(change: impl FnOnce(&mut Commitment)) -> Record {
    let mut one = Commitment {
        who: TEAM.id("Priya Nair"),
        text: "send the budget numbers".to_owned(),
        made: on("2026-11-02"),
        agreed: Some(on("2026-11-02")),
        due: Some(on("2026-11-20").into()),
        tags: vec!["Q3".to_owned()],
        ..Commitment::default()
    };
    change(&mut one);
    Record::Commitment(one)
}

fn fits(query: &str, record: &Record) -> bool {
    parse(query)
        .expect("it can be read")
        .fits(record, now().date())
}

#[test]
fn what_fits() {
    let open = promise(|_| {});
    for query in [
        "",
        "who:priya",
        "kind:commitment",
        "is:open",
        "is:overdue",
        "mine",
        "due<today",
        "due:last-fri",
        "#q3",
        "stake:normal",
        "bud",
        "BUDGET num",
        "\"the budget\"",
        "-\"budget the\"",
        "-theirs",
        "-is:moved",
        "on:2026-11-02",
        "since:3w",
        "-kind:note",
        "send q3",
    ] {
        let query = query.replace("last-fri", "2026-11-20");
        assert!(fits(&query, &open), "{query}");
        if !query.is_empty() && !query.contains(' ') {
            let not = query
                .strip_prefix('-')
                .map_or_else(|| format!("-{query}"), str::to_owned);
            assert!(!fits(&not, &open), "{not}");
        }
    }
    for query in [
        "udget",
        "\"budg\"",
        "who:jon",
        "is:done",
        "since:1w",
        "stake:major",
        "due>today",
    ] {
        assert!(!fits(query, &open), "{query}");
    }
}

#[test]
fn overdue_counts_the_due_that_stands_and_only_promises() {
    let moved = promise(|one| {
        one.moves.push(Move {
            on: on("2026-11-19"),
            from: one.due,
            to: Some(on("2026-11-24").into()),
            ..Move::default()
        });
    });
    assert!(fits("is:moved -is:overdue due:2026-11-24", &moved));
    let due_today = promise(|one| one.due = Some(on("2026-11-22").into()));
    assert!(!fits("is:overdue", &due_today));
    let requested = promise(|one| one.agreed = None);
    assert!(fits("is:requested -is:overdue", &requested));
    let kept = promise(|one| one.done = Some(on("2026-11-21")));
    assert!(fits("is:late is:done -is:overdue on:2026-11-21", &kept));
    let undated = promise(|one| one.due = None);
    assert!(!fits("due<2200-01-01", &undated));
}

#[test]
fn other_nouns_fit_by_their_own_words() {
    let breach = Record::Breach(Breach {
        who: TEAM.id("Jon Ek"),
        happened: "the café plan was dropped".to_owned(),
        state: BreachState::LetGo,
        ..Breach::default()
    });
    assert!(fits(
        "is:let-go who:jon cafe -mine -theirs -stake:normal",
        &breach
    ));
    let note = Record::Note(Note {
        text: "Offsite went well".to_owned(),
        ..Note::default()
    });
    assert!(fits("kind:note is:note \"offsite went\"", &note));
}

fn typed() -> impl Strategy<Value = String> {
    let terms = proptest::sample::select(vec![
        "who:priya",
        "-who:\"jon ek\"",
        "is:open",
        "is:closed",
        "-is:done,let-go",
        "kind:notes,topic",
        "mine",
        "-theirs",
        "due<fri",
        "due>=1/13",
        "due:today..fri",
        "on:yesterday",
        "since:2w",
        "after:31.12.",
        "#Über",
        "tag:\"a b\"",
        "stake:small",
        "(mine)",
        "Grüße",
        "-q3-plan",
        "\"as it  stands\"",
        "is:overdue",
        "--x",
        "tag:a\"b",
        "#\"q\"",
    ]);
    proptest::collection::vec(terms, 0..6).prop_map(|terms| terms.join(" "))
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in any::<String>()) {
        if let Ok(filter) = parse(&text) {
            prop_assert_eq!(parse(&filter.text(&TEAM)), Ok(filter));
        }
    }

    #[test]
    fn what_was_read_is_read_again(text in typed()) {
        let filter = parse(&text).expect("it can be read");
        prop_assert_eq!(parse(&filter.text(&TEAM)), Ok(filter));
    }

    #[test]
    fn no_key_breaks_it(key in proptest::sample::select(vec!["who", "is", "due", "on", "tag", "kind"]), value in any::<String>()) {
        if let Ok(filter) = parse(&format!("{key}:{value}")) {
            prop_assert_eq!(parse(&filter.text(&TEAM)), Ok(filter));
        }
    }
}
