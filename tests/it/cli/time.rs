//! The timeline by span and end, why a level is what it is, and what repeats, as transcripts.

use super::{Place, snapshot};

/// Two months between two, with a band and a change of role.
fn two_months() -> Place {
    let mut place = Place::new();
    place
        .run("add relationship \"Priya Nair\" --role peer --since 2026-01-05")
        .run("add band \"Spring offsite\" --from 2026-09-10 --to 2026-09-18")
        .run("add band \"her leave\" --sort leave --from 2026-11-02 --who priya")
        .run("moment \"she spoke up for me\" --who priya --at 2026-09-12");
    for week in ["09-01", "09-08", "09-15", "09-22", "09-29", "10-06"] {
        place.run(&format!(
            "add commitment \"report {week}\" --who priya --side theirs --made 2026-{week} --agreed 2026-{week} --due 2026-{week}"
        ));
        place.run(&format!("keep report {week} --on 2026-{week}"));
    }
    place.said.clear();
    place
}

#[test]
fn a_quarter_as_it_was_known_at_its_end() {
    let mut place = two_months();
    place
        .run("timeline priya --span quarter --ends 2026-09-30")
        .run("timeline priya --span month")
        .run("timeline priya --span fortnight")
        .run("timeline priya --span week --weeks 3");
    snapshot("a_quarter_as_it_was_known_at_its_end", &place);
}

#[test]
fn bands_and_marks_are_in_the_picture_and_in_the_data() {
    let place = two_months();
    let (svg, _, code) = place.answer("timeline priya --span quarter --svg", "");
    assert_eq!(code, 0);
    for part in [
        "class=\"band\"",
        "offsite: Spring offsite",
        "\u{2605} moment",
        "leave: her leave",
    ] {
        assert!(svg.contains(part), "{part}: {svg}");
    }
    let (json, _, _) = place.answer("timeline priya --span year --json", "");
    for part in [
        "\"sort\": \"offsite\"",
        "\"to\": \"2026-09-18\"",
        "\"sort\": \"moment\"",
    ] {
        assert!(json.contains(part), "{part}: {json}");
    }
    let (json, _, _) = place.answer("explain priya --json", "");
    assert!(
        json.contains("\"trend\"") && json.contains("\"check_ins\""),
        "{json}"
    );
}

#[test]
fn what_repeats_on_the_command_line() {
    let mut place = two_months();
    place
        .run("commit \"send Priya the summary every friday #ops\"")
        .run("commit \"pay the invoice\" --about priya --due 2026-11-30 --repeats monthly")
        .run("commit \"water the plants\" --about priya --repeats weekly")
        .run("commit \"call Priya every mon and thu\"")
        .run("add commitment \"ask\" --who priya --side mine --due fri --repeats sometimes")
        .run("list is:open")
        .run("keep summary")
        .run("list weekly")
        .run("undo")
        .run("list weekly")
        .run("redo")
        .run("once summary")
        .run("once summary")
        .run("list is:open");
    snapshot("what_repeats_on_the_command_line", &place);
    let (json, _, _) = place.answer("list invoice --json", "");
    assert!(json.contains("\"repeats\":\"monthly\""), "{json}");
    let (export, _, code) = place.answer("export", "");
    assert_eq!(code, 0);
    assert!(export.contains("\"follows\":") && export.contains("\"followed\":"));
}

#[test]
fn a_level_shows_each_check_in() {
    let mut place = two_months();
    for day in ["2026-10-01", "2026-10-15", "2026-11-01"] {
        place.run(&format!(
            "checkin priya --on {day} --answer ABL=4 --answer BEN=4 --answer INT=3 --answer REL=5"
        ));
        if day == "2026-10-15" {
            place.run("explain priya --side mine");
        }
    }
    place
        .run("explain priya --side mine")
        .run("commit \"I lend Priya the book\"")
        .run("keep \"the book\"")
        .run("explain priya --side mine")
        .run("show priya");
    snapshot("a_level_shows_each_check_in", &place);
}
