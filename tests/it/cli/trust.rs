//! What stands in trust, as transcripts: disclosures and confidences, delegations, shortcuts, needs and feedback.

use super::{Place, snapshot, team, typed};

/// The short id of the newest record that a query finds.
fn short(place: &Place, query: &str) -> String {
    let (out, ..) = place.answer(&format!("list {query} --limit 1"), "");
    out.split_whitespace().next().expect("a record").to_owned()
}

/// The short id of the only sealed record.
fn sealed(place: &Place) -> String {
    let (out, ..) = place.answer("confidences", "");
    let line = out.lines().nth(1).expect("a line");
    line.split_whitespace().next().expect("an id").to_owned()
}

#[test]
fn what_is_shared() {
    let mut place = team();
    place
        .run("ladder priya")
        .run("disclosure priya --depth 2 --response care --day 2026-11-01")
        .run("disclosure priya --depth 4")
        .run("disclosure priya --depth 4 --intense=yes --json")
        .run("disclosure priya \"the move\" --side theirs --depth 3 --asked --day 2026-11-14")
        .run("today");
    let owed = short(&place, "kind:disclosure theirs");
    place
        .run(&format!("respond {owed} kindly"))
        .run(&format!("respond {owed} care --on 2026-11-10"))
        .run(&format!("respond {owed} care"))
        .run("ladder priya")
        .run(&format!("reopen {owed}"))
        .run(&format!("respond {owed} used-against"))
        .run("list is:used-against")
        .run("ladder priya")
        .run(&format!("confirm {owed}"))
        .run("ladder priya --json")
        .run("undo")
        .run("ladder priya --as-of 2026-11-15")
        .run("show priya")
        .run("ladder nobody");
    snapshot("what_is_shared", &place);
}

#[test]
fn what_is_confided() {
    let mut place = team();
    place
        .run("confidences")
        .run("disclosure priya \"quartz\" --side theirs --depth 4 --confidence --may-know Tom --day 2026-10-01")
        .run("list")
        .run("list quartz")
        .run("today")
        .run("confidences")
        .run("confidences priya --json");
    let id = sealed(&place);
    place
        .run(&format!("show {id}"))
        .run(&format!("show {id} --json"))
        .run(&format!("log {id}"))
        .run(&format!("edit {id} --depth 2"))
        .run(&format!("unseal {id}"))
        .run("export --output journal.jsonl")
        .run("brief priya --since 2026-09-01");
    typed(&mut place, &format!("unseal {id}"), "n\n");
    typed(&mut place, &format!("unseal {id}"), "y\n");
    place
        .run("list quartz")
        .run(&format!("show {id}"))
        .run(&format!("seal {id}"))
        .run(&format!("log {id}"))
        .run("undo")
        .run("redo")
        .run("break \"keep what was told\"")
        .run(&format!("delete {id} --yes"))
        .run("export --output journal.jsonl --force");
    let said = std::fs::read_to_string(place.path("journal.jsonl")).expect("an export");
    assert!(
        !said.contains("quartz") && !said.contains("Tom\""),
        "{said}"
    );
    snapshot("what_is_confided", &place);
}

#[test]
fn what_is_left_to_them() {
    let mut place = team();
    place
        .run("delegations")
        .run("delegate priya releases --level 4 --conditions \"not on Fridays\" --since 2026-08-01")
        .run("delegations priya");
    for n in 1..=6 {
        place.answer(&format!("add commitment \"release {n}\" --who priya --side theirs --made 2026-10-01 --agreed 2026-10-01 --due 2026-11-0{n} --tags releases"), "");
        place.answer(&format!("keep \"release {n}\" --on 2026-11-0{n}"), "");
    }
    place
        .run("delegations")
        .run("delegations priya --open")
        .run("shortcut priya \"the weekly numbers\" --sort source --saves \"an hour a week\" --since 2026-06-01")
        .run("today")
        .run("breach priya \"told the client first\" --severity 3")
        .run("show \"told the client first\"")
        .run("delegations")
        .run("close \"told the client first\" --as let-go --words \"talked it through\"")
        .run("level releases 9")
        .run("level releases 4")
        .run("level releases 5 --why \"six clean releases\"")
        .run("delegations priya")
        .run("reviewed releases --next \"in 6 weeks\"")
        .run("reviewed priya --context")
        .run("edit priya --context \"the merger in spring\"")
        .run("reviewed priya --context")
        .run("undo")
        .run("check \"weekly numbers\"")
        .run("check \"weekly numbers\" --failed --words \"two figures were old\"")
        .run("end \"weekly numbers\" --words \"checked each time now\"")
        .run("reopen \"weekly numbers\"")
        .run("undo")
        .run("show priya");
    snapshot("what_is_left_to_them", &place);
}

#[test]
fn what_is_needed_and_said() {
    let mut place = team();
    place
        .run("need priya \"a quiet hour before releases\" --side theirs --raised 2026-11-10")
        .run("checkin priya --answer ABL=4 --need \"an hour a week to review\"")
        .run("list kind:need is:raised")
        .run("answer \"quiet hour\" not-possible")
        .run("answer \"quiet hour\" being-met --words \"from Monday\"")
        .run("answer \"quiet hour\" met --words \"Tuesdays\"")
        .run("feedback priya \"calm in the outage\" --state delivered")
        .run("feedback priya \"cut Tom off twice\" --sort coaching --state draft")
        .run("feedback priya \"asked early\" --direction received --state delivered --day 2026-06-01")
        .run("follow-up \"calm in the outage\" --to \"in 5 days\"")
        .run("balance priya")
        .run("balance priya --json")
        .run("brief priya --since 2026-11-01")
        .run("undo")
        .run("brief priya --for them --since 2026-11-01");
    snapshot("what_is_needed_and_said", &place);
}
