//! Check-ins beside last time's, packs of one's own, the review and coming back, as transcripts.

use super::{Place, snapshot, team, typed};

fn with_packs(place: &mut Place, text: &str) {
    std::fs::write(place.path("packs.toml"), text).expect("a file");
}

#[test]
fn each_answer_is_said_beside_last_times() {
    let mut place = team();
    let all = "--answer ABL=3 --answer BEN=3 --answer INT=3 --answer REL=3 --answer TEAM1=3 --answer TEAM2=- --answer TEAM3=3";
    place
        .run(&format!("checkin priya {all} --answer OWN1=4 --on 2026-11-10"))
        .run("checkin priya")
        .run("checkin priya --as-last --answer ABL=5 --answer \"BEN=2 cut me short\" --answer OWN2=4")
        .run("list kind:check-in")
        .run("list kind:check-in --json")
        .run("checkin")
        .run("checkin tom --as-last")
        .run("checkin priya --answer ABL=4 --json");
    snapshot("checkins_beside_last_time", &place);
}

#[test]
fn an_equal_sign_takes_last_times_answer_line_by_line() {
    let mut place = team();
    typed(&mut place, "checkin priya", "3\n3\n3\n3\n3\n3\n3\n4\n\n\n");
    typed(
        &mut place,
        "checkin priya",
        "=\n5\n=\n=\n=\n=\n=\n=\n2\n\n\n",
    );
    snapshot("checkins_taken_over", &place);
}

#[test]
fn packs_of_ones_own() {
    let mut place = team();
    let folder = place.path("").display().to_string();
    with_packs(
        &mut place,
        "version = 7\n[[pack]]\nrole = \"team member\"\nreplace = true\nquestions = [{ code = \"PAIR\", wording = \"Pairing went well.\" }]\n",
    );
    place.settings = Some(folder.clone());
    place
        .run("checkin priya")
        .run("checkin priya --answer PAIR=4 --answer ABL=4 --answer BEN=4 --answer INT=4 --answer REL=4")
        .doctor(&["packs.toml"]);
    with_packs(
        &mut place,
        "version = 7\n[[pack]]\nrole = \"team mebmer\"\n",
    );
    place
        .run("checkin priya")
        .doctor(&["packs.toml"])
        .run("list kind:check-in");
    // the question is gone, its words are not
    let (id, ..) = place.answer("list kind:check-in", "");
    let id = id.split_whitespace().next().unwrap_or_default().to_owned();
    let (shown, _, code) = place.answer(&format!("show {id}"), "");
    assert_eq!(code, 0);
    assert!(shown.contains("Pairing went well: 4 mostly"), "{shown}");
    snapshot("packs_of_ones_own", &place);
}

#[test]
fn the_review_of_the_week() {
    let mut place = team();
    place
        .run("review")
        .run("commit \"send Priya the numbers by 2026-11-12\" --made 2026-11-01 --agreed 2026-11-01")
        .run("add commitment \"the release notes\" --who priya --side theirs --made 2026-11-01 --agreed 2026-11-01 --due 2026-11-20")
        .run("keep release notes --on 2026-11-19")
        .run("review")
        .run("review --json");
    snapshot("the_review_of_the_week", &place);
}

#[test]
fn coming_back_after_weeks() {
    let mut place = Place::new();
    place.now = "2026-09-01T10:00";
    place
        .run("add relationship \"Priya Nair\" --role report --since 2026-01-05")
        .run("add commitment \"the numbers\" --who priya --side mine --made 2026-08-01 --agreed 2026-08-01 --due 2026-09-04")
        .run("topic priya the roadmap")
        .run("comeback");
    place.now = "2026-11-22T10:00";
    place
        .run("today")
        .run("comeback")
        .run("comeback --json")
        .run("release numbers")
        .run("comeback");
    snapshot("coming_back_after_weeks", &place);
}
