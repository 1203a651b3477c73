//! Lines and what they are understood as.

use super::people::TEAM;
use super::*;
use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;

/// Sunday, 22 November 2026, 10:00.
fn now() -> NaiveDateTime {
    let day: NaiveDate = "2026-11-22".parse().expect("it can be read");
    day.and_hms_opt(10, 0, 0).expect("it can be read")
}

fn read(line: &str, about: Option<&str>) -> Result<Understood, Fault> {
    let reading = Reading {
        now: now(),
        names: &TEAM,
    };
    commitment(line, about.map(|name| TEAM.id(name)), &reading)
}

/// The echo says everything that was understood.
fn check(line: &str, expect: &str) {
    match read(line, None) {
        Ok(one) => assert_eq!(one.echo, expect, "{line}"),
        Err(fault) => panic!("{line}: {fault:?}"),
    }
}

fn refused(line: &str, field: &str, parts: &[&str]) {
    let fault = read(line, None).expect_err(line);
    assert_eq!(fault.field, field, "{line}: {fault:?}");
    for part in parts {
        assert!(fault.says.contains(part), "{line}: {fault:?}");
    }
}

const THU_NOON: &str = "due Thu 26 Nov 12:00, in 4 days";

#[test]
fn little_words_name_nobody() {
    let priya = format!("I promise Priya Nair: send the notes · {THU_NOON}");
    check("I'll send Priya the notes by thu noon", &priya);
    check("I will send Priya the notes by thu noon", &priya);
    let open = format!("I promise (who?): a draft of the room plan · {THU_NOON}");
    check("a draft of the room plan by thu noon", &open);
    let for_ida = format!("I promise Ida the Third of Hill: book the room · {THU_NOON}");
    check("book the room for Ida by thu noon", &for_ida);
}

#[test]
fn what_repeats() {
    let friday =
        "I promise Priya Nair: send the report · due Fri 27 Nov, in 5 days · repeats weekly";
    check("send Priya the report every friday", friday);
    check("every fri send Priya the report", friday);
    check("send Priya the report by fri weekly", friday);
    check(
        "send Priya the report each week by fri #a",
        &format!("{friday} · #a"),
    );
    check("send Priya the report due fri · repeats weekly", friday);
    check(
        "Priya will send me the numbers every friday at 17:00",
        "Priya Nair promises me: send me the numbers · due Fri 27 Nov 17:00, in 5 days · repeats weekly",
    );
    check(
        "send Priya the notes every 2 weeks",
        "I promise Priya Nair: send the notes · due Sun 6 Dec, in 2 weeks · repeats every 2 weeks",
    );
    check(
        "write to Priya every weekday",
        "I promise Priya Nair: write to Priya · due Mon 23 Nov, tomorrow · repeats weekdays",
    );
    check(
        "pay Priya every 15th",
        "I promise Priya Nair: pay Priya · due Tue 15 Dec, in 3 weeks · repeats monthly",
    );
    check(
        "send Priya the figures every month on the 30th",
        "I promise Priya Nair: send the figures · due Mon 30 Nov, in 8 days · repeats monthly on the 30th",
    );
    // what is not a rhythm stays a word
    check(
        "thank every customer of Priya",
        "I promise Priya Nair: thank every customer of Priya · no due date",
    );
    check(
        "send Priya the weekly report by fri",
        "I promise Priya Nair: send the weekly report · due Fri 27 Nov, in 5 days",
    );
    refused("call Priya every mon and thu", "repeats", &["one weekday"]);
    refused(
        "call Priya every friday until eom",
        "repeats",
        &["no last day"],
    );
}

#[test]
fn what_i_promise() {
    let numbers = format!("I promise Priya Nair: send the budget numbers · {THU_NOON} · #budget");
    check(
        "send Priya the budget numbers by thu noon #budget",
        &numbers,
    );
    check(
        "send priya the budget numbers by thu noon #budget",
        &numbers,
    );
    check(
        "send the budget numbers to Priya Nair by thu at noon #budget",
        &numbers,
    );
    check(
        "me -> Priya: send the budget numbers by Thu noon #budget",
        &numbers,
    );
    check(
        "me->priya send the budget numbers #budget by thu noon",
        &numbers,
    );
    check(
        "I'll send Priya the budget numbers thu noon #budget",
        &numbers,
    );
    check(
        "I promised Priya to send the budget numbers by thu noon #budget",
        &numbers,
    );
    check(
        "to Priya: send the budget numbers by thu noon. #budget",
        &numbers,
    );
    check(
        "by thu noon send @priya the budget numbers #budget",
        &numbers,
    );
    check(
        "review Ana Silva's draft tomorrow",
        "I promise Ana Silva: review Ana Silva's draft · due Mon 23 Nov, tomorrow",
    );
    check("call Jon", "I promise Jon Ek: call Jon · no due date");
    check(
        "talk to Jon about the offsite",
        "I promise Jon Ek: talk to Jon about the offsite · no due date",
    );
    check(
        "plan the offsite with Jon by eom",
        "I promise Jon Ek: plan the offsite with Jon · due Mon 30 Nov, in 8 days",
    );
    check(
        "introduce Jon to Priya",
        "I promise Priya Nair: introduce Jon · no due date",
    );
    check(
        "write a reference for zoë by 3 jan",
        "I promise Zoë Nguyễn: write a reference · due Sun 3 Jan 2027, in 6 weeks",
    );
    check(
        "send dev003 the logs",
        "I promise dev003: send the logs · no due date",
    );
    check(
        "send Pri the logs",
        "I promise Priya Nair: send the logs · no due date",
    );
}

#[test]
fn what_they_promise() {
    let numbers = "Priya Nair promises me: send me the numbers · due Fri 27 Nov, in 5 days";
    check("Priya: send me the numbers by fri", numbers);
    check("priya nair: send me the numbers by fri", numbers);
    check("Priya will send me the numbers by fri", numbers);
    check("Priya Nair will, by fri, send me the numbers", numbers);
    check("Priya'll send me the numbers fri", numbers);
    check("priya -> me: send me the numbers by fri", numbers);
    check("Priya → me send me the numbers by fri", numbers);
    check("from priya: send me the numbers by fri", numbers);
    check("Priya promised to send me the numbers by fri", numbers);
    check("Priya send me the numbers by fri", numbers);
    check("Priya promises me: send me the numbers · due fri", numbers);
    check(
        "Jon owes me the report",
        "Jon Ek promises me: the report · no due date",
    );
}

#[test]
fn marks() {
    check(
        "Jon: fix the build by 1 dec !major #ci #Q4",
        "Jon Ek promises me: fix the build · due Tue 1 Dec, in 9 days · major · #ci · #Q4",
    );
    check(
        "Jon: fix the build (requested)",
        "I ask Jon Ek: fix the build · no due date · only requested",
    );
    check(
        "send Jon the plan by fri?",
        "Jon Ek asks me: send the plan · due Fri 27 Nov, in 5 days · only requested",
    );
    check(
        "send Jon the plan check by 1 dec !small",
        "I promise Jon Ek: send the plan · no due date · check by Tue 1 Dec, in 9 days · small",
    );
    check(
        "I ask Jon: fix the build",
        "I ask Jon Ek: fix the build · no due date · only requested",
    );
    check(
        "Jon asks me: fix the build",
        "Jon Ek asks me: fix the build · no due date · only requested",
    );
    let one = read("send Jon the plan !major #a #a", None)
        .expect("it can be read")
        .commitment;
    assert_eq!((one.tags.len(), one.agreed), (1, Some(now().date())));
    assert_eq!(
        read("send Jon it?", None)
            .expect("it can be read")
            .commitment
            .agreed,
        None
    );
}

#[test]
fn dates_that_are_text_stay_text() {
    for line in [
        "send Jon the report for friday",
        "send Jon the report of march 1",
        "send Jon version 1.2",
        "send Jon pages 3/4",
        "send Jon the plan of the next 2 weeks",
        "extend Jon's deadline by 2 weeks",
        "write a summary by hand",
        "raise the limit by 5",
        "summarise last week",
        "look at it at length",
    ] {
        let one = read(line, None).unwrap_or_else(|fault| panic!("{line}: {fault:?}"));
        assert_eq!(one.commitment.due, None, "{line}: {}", one.echo);
    }
    check(
        "send May the plan by May 3",
        "I promise May Lindqvist: send the plan · due Mon 3 May 2027, in 5 months",
    );
    check(
        "get it reviewed by May",
        "I promise May Lindqvist: get it reviewed by May · no due date",
    );
}

#[test]
fn the_date_is_the_longest_that_is_said() {
    check(
        "on monday decide with Jon by friday",
        "I promise Jon Ek: on monday decide with Jon · due Fri 27 Nov, in 5 days",
    );
    check(
        "send Jon the plan tomorrow by 5pm",
        "I promise Jon Ek: send the plan · due Mon 23 Nov 17:00, tomorrow",
    );
    check(
        "send Jon the plan in 2 weeks",
        "I promise Jon Ek: send the plan · due Sun 6 Dec, in 2 weeks",
    );
    check(
        "by fri, send Jon the plan",
        "I promise Jon Ek: send the plan · due Fri 27 Nov, in 5 days",
    );
    check(
        "send Jon the plan until the end of next month",
        "I promise Jon Ek: send the plan · due Thu 31 Dec, in 5 weeks",
    );
}

#[test]
fn what_is_missing_is_named() {
    let missing = |line| read(line, None).expect("it can be read").missing;
    assert_eq!(missing("send the numbers by fri"), ["who"]);
    assert_eq!(missing("Priya: by fri"), ["text"]);
    assert_eq!(missing(""), ["who", "text"]);
    assert_eq!(missing("by fri #x"), ["who", "text"]);
    check("", "I promise (who?): (what?) · no due date");
    // a word that only begins like names is no name
    assert_eq!(missing("send an update"), ["who"]);
    assert_eq!(missing("send the budget numbers"), ["who"]);
    assert_eq!(missing("Note the numbers"), ["who"]);
}

#[test]
fn somebody_may_be_meant_already() {
    let check = |line, about, expect: &str| {
        assert_eq!(
            read(line, Some(about)).expect("it can be read").echo,
            expect,
            "{line}"
        );
    };
    check(
        "send the numbers by fri",
        "Priya Nair",
        "I promise Priya Nair: send the numbers · due Fri 27 Nov, in 5 days",
    );
    check(
        "send Jon the numbers",
        "Priya Nair",
        "I promise Jon Ek: send the numbers · no due date",
    );
    check(
        "review Jon's draft",
        "Priya Nair",
        "I promise Priya Nair: review Jon's draft · no due date",
    );
    check(
        "send Ana the numbers",
        "Ana Silva",
        "I promise Ana Silva: send the numbers · no due date",
    );
    check(
        "Offsite: book rooms",
        "Jon Ek",
        "I promise Jon Ek: Offsite: book rooms · no due date",
    );
    check(
        "me: book rooms",
        "Jon Ek",
        "I promise Jon Ek: book rooms · no due date",
    );
}

#[test]
fn what_is_certain_and_cannot_be_read_is_a_fault() {
    refused(
        "send Jon the plan by 3/4",
        "due",
        &["2027-04-03", "2027-03-04"],
    );
    refused(
        "send Jon the plan by 31 feb",
        "due",
        &["February has no day 31"],
    );
    refused(
        "send Jon the plan by 32 march",
        "due",
        &["March has no day 32"],
    );
    refused("meet Jon tomorrow at 5", "due", &["05:00", "17:00"]);
    refused("meet Jon at 5 tomorrow", "due", &["05:00", "17:00"]);
    refused("send Jon the plan by tommorow", "due", &["tomorrow"]);
    refused(
        "send Jon the plan check by 31 feb",
        "check_by",
        &["February"],
    );
    refused(
        "send Ana the plan by fri",
        "who",
        &["Ana Costa", "Ana Silva"],
    );
    refused("Ana: send me the plan", "who", &["Ana Costa", "Ana Silva"]);
    refused(
        "Pryia: send me the plan",
        "who",
        &["nobody is called “Pryia”"],
    );
    refused("me -> Nobody: the plan", "who", &["nobody"]);
    refused("Jon -> Priya: the plan", "side", &["me -> Priya"]);
}

proptest! {
    #[test]
    fn no_line_breaks_it(line in any::<String>()) {
        if let Ok(one) = read(&line, Some("Jon Ek")) {
            prop_assert!(!one.echo.chars().any(char::is_control));
        }
    }

    #[test]
    fn no_sentence_breaks_it(line in proptest::collection::vec(proptest::sample::select(vec![
        "Ana", "Priya", "jon", "me", "->", "will", "Jon:", "to", "for", "by", "fri", "3/4", "check", "at", "5pm", "#x",
        "send", "the", "numbers", "Jon's", "in", "2", "weeks", "?", "!major", "from", "I", "promised", "owes", ":", "due",
    ]), 0..9)) {
        let line = line.join(" ");
        if let Ok(one) = read(&line, None) {
            prop_assert_eq!(one.missing.contains(&"text"), one.commitment.text.is_empty());
        }
    }
}
