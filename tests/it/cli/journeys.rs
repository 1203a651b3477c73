//! Whole journeys: what somebody kept elsewhere comes in, is looked at over a year, and can be taken back.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

use super::{Place, snapshot};

/// So many days after New Year's Day of 2026, as Taskwarrior writes midnight of it.
fn midnight(days: u64) -> String {
    day(days).format("%Y%m%dT000000Z").to_string()
}

fn day(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day") + Days::new(days)
}

/// Three hundred tasks with three people, made day after day: most done in time, some late, some open, some deleted.
fn tasks() -> String {
    let rows = (0..300_u64).map(|n| {
        let who = ["priya", "tom", "ana"][usize::try_from(n % 3).expect("small")];
        let (due, late) = (n + 4 + n % 5, if n % 7 == 0 { 3 } else { 0 });
        let (entry, end) = (midnight(n), midnight(due - 1 + late));
        let rest = match n % 11 {
            10 => format!(r#""status":"deleted","end":"{}""#, midnight(n + 2)),
            5 if n > 280 => r#""status":"pending""#.to_owned(),
            _ => format!(r#""status":"completed","end":"{end}""#),
        };
        format!(
            r#"{{"id":0,"uuid":"00000000-0000-4000-8000-{n:012}","description":"task {n} @{who}","entry":"{entry}","modified":"{end}","due":"{}",{rest},"urgency":1.5}}"#,
            midnight(due)
        )
    });
    format!("[\n{}\n]\n", rows.collect::<Vec<_>>().join(",\n"))
}

/// Every twenty-first task was put off by two days on the day before it was due.
fn history() -> String {
    let mut text = String::new();
    for n in (0..300_u64).step_by(21) {
        let due = n + 4 + n % 5;
        let seconds = |days: u64| {
            day(days)
                .and_time(chrono::NaiveTime::MIN)
                .and_utc()
                .timestamp()
        };
        let uuid = format!("uuid:\"00000000-0000-4000-8000-{n:012}\"");
        let (made, moved) = (seconds(n), seconds(due.saturating_sub(3)));
        let (first, then) = (seconds(due - 2), seconds(due));
        writeln!(
            text,
            "time {made}\nnew [due:\"{first}\" {uuid}]\n---\ntime {moved}\nold [due:\"{first}\" {uuid}]\nnew [due:\"{then}\" {uuid}]\n---"
        )
        .expect("written");
    }
    text
}

#[test]
fn hundreds_of_tasks_come_in_once_and_can_be_taken_back() {
    let mut place = Place::new();
    for name in ["Priya Nair", "Tom Okoye", "Ana Ruiz"] {
        place.run(&format!(
            "add relationship \"{name}\" --role peer --since 2025-06-01"
        ));
    }
    place.said.clear();
    std::fs::write(place.path("tasks.json"), tasks()).expect("written");
    std::fs::write(place.path("undo.data"), history()).expect("written");
    place
        .run("import tasks.json --history undo.data --dry-run")
        .run("list kind:commitment")
        .run("import tasks.json --history undo.data")
        .run("import tasks.json --history undo.data")
        .run("timeline priya --weeks 52")
        .run("undo")
        .run("list kind:commitment")
        .run("import tasks.json --format taskwarrior --history undo.data --set moves=agreed")
        .run("import tasks.json --map text=description");
    snapshot("hundreds_of_tasks", &place);
}

/// A year of issues of a team, as a tracker writes them.
fn issues() -> String {
    let mut text = "Key,Owner,Title,Opened,Promised,Outcome,Closed\n".to_owned();
    for n in 0..180_u64 {
        let who = ["Priya Nair", "Tom Okoye"][usize::try_from(n % 2).expect("small")];
        let (made, due) = (day(n * 2 - n % 3), day(n * 2 + 7));
        let open = due >= NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let (outcome, closed) = match (open, n % 9) {
            (true, _) => ("", String::new()),
            (_, 4) => ("Won't do", due.to_string()),
            (_, 7) => ("Done", day(n * 2 + 12).min(day(324)).to_string()),
            _ => ("Done", day(n * 2 + 6).to_string()),
        };
        if made <= day(320) {
            writeln!(
                text,
                "OAK-{n},{who},Issue {n},{made},{due},{outcome},{closed}"
            )
            .expect("written");
        }
    }
    text
}

#[test]
fn a_tracker_becomes_a_year_of_timelines_and_a_brief() {
    let mut place = Place::new();
    std::fs::write(place.path("issues.csv"), issues()).expect("written");
    let how = "--set side=theirs --map who=Owner --map text=Title --map made=Opened --map due=Promised --status Outcome --settled Closed --word Done=done --word \"Won't do=released\" --word =open --key Key";
    place
        .run(&format!("import issues.csv {how}"))
        .run("timeline priya --weeks 52")
        .run("timeline tom --weeks 52");
    let (brief, err, code) = place.answer("brief priya --for lead --format md", "");
    assert_eq!(code, 0, "{err}");
    assert!(
        !brief.contains("Tom Okoye"),
        "another's name in a brief\n{brief}"
    );
    place.run("undo").run("list kind:commitment");
    snapshot("a_year_of_a_tracker", &place);
}
