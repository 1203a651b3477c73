//! The daily acts, as transcripts: from an empty journal to a brief.

use super::{Place, snapshot, team, typed};

#[test]
fn the_first_day() {
    let mut place = Place::new();
    place
        .run("today")
        .run("relationships")
        .run("add relationship \"Priya Nair\" --role report --cadence weekly --teams payments")
        .run("add relationship \"Release process\" --party institution")
        .run("relationships")
        .run("show priya")
        .run("commit \"send Priya the budget numbers by thu noon #budget\"")
        .run(
            "add commitment \"review the draft\" --who priya --side theirs --due fri --stake major",
        )
        .run("today")
        .run("list")
        .run("list is:open side:mine")
        .run("keep budget numbers")
        .run("undo")
        .run("redo")
        .run("undo")
        .run("today --exit-code");
    snapshot("the_first_day", &place);
}

#[test]
fn what_becomes_of_a_commitment() {
    let mut place = team();
    for what in ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"] {
        place.run(&format!(
            "add commitment \"write {what}\" --who priya --made 2026-11-01 --agreed 2026-11-01 --due 2026-11-20"
        ));
    }
    place.said.clear();
    place
        .run("keep alpha --on 2026-11-19")
        .run("keep write beta")
        .run("break gamma --warned --cause process --reason \"the build was down\" --on 2026-11-18")
        .run("move delta --to 2026-12-01 --on 2026-11-19 --asked-by them")
        .run("renegotiate epsilon --to 2026-12-01 --not-agreed")
        .run("release zeta --reason \"no longer needed\"")
        .run("keep zeta")
        .run("reopen zeta")
        .run("excuse zeta")
        .run("excuse zeta --reason \"the office flooded\"")
        .run("list kind:commitment")
        .run("show delta")
        .run("log delta")
        .run("show priya")
        .run("explain priya --side mine")
        .run("explain priya --side mine --all")
        .run("show priya --as-of 2026-11-19");
    snapshot("what_becomes_of_a_commitment", &place);
}

#[test]
fn a_figure_is_accounted_for_once_there_is_enough() {
    let mut place = team();
    for (n, done) in [
        "2026-10-01",
        "2026-10-08",
        "2026-10-15",
        "2026-10-25",
        "2026-10-29",
        "2026-11-05",
    ]
    .iter()
    .enumerate()
    {
        let due = format!("2026-10-{:02}", 2 + 6 * n.min(4));
        place.run(&format!("add commitment \"write part {n}\" --who priya --made 2026-09-01 --agreed 2026-09-01 --due {due}"));
        place.run(&format!("keep \"part {n}\" --on {done}"));
    }
    place.said.clear();
    place
        .run("show priya")
        .run("explain priya --side mine")
        .run("timeline priya --weeks 6");
    snapshot("a_figure_is_accounted_for", &place);
}

#[test]
fn from_a_breach_to_a_plan_that_is_closed() {
    let mut place = team();
    place
        .run("edit priya --context \"a hard year; ask before judging\"")
        .run("breach priya \"the handover did not happen\" --sort missed --severity 2 --day yesterday")
        .run("plan")
        .run("plan open handover --aim \"handovers I can rely on\"")
        .run("plan advance priya")
        .run("plan advance priya --answer \"nobody had written the list\"")
        .run("plan acknowledge priya")
        .run("plan acknowledge priya --parts \"responsibility, offer\"")
        .run("plan show priya")
        .run("plan verdict priya --says maybe")
        .run("plan stop priya --reason \"she moved to another team\"")
        .run("close handover --as let-go --words \"talked it through\"")
        .run("show handover did");
    snapshot("from_a_breach_to_a_plan", &place);
}

#[test]
fn words_between_two_people() {
    let mut place = team();
    place
        .run("checkin")
        .run("checkin priya")
        .run("checkin priya --answer ABL=4 --answer \"rel=5 took the release alone\" --answer BEN=- --next \"ask about the rota\"")
        .run("checkin priya --answer XYZ=4")
        .run("checkin priya --answer ABL=9")
        .run("feedback priya \"explained the outage to the client herself\" --impact \"they stayed calm\"")
        .run("deliver explained")
        .run("deliver explained --as heard")
        .run("note \"@priya wants to lead the next release #growth\"")
        .run_with("moment -", "@priya told me she was stuck\nbefore I asked\n")
        .run("topic priya who covers on-call in December")
        .run("held priya --note \"agreed on the rota\"")
        .run("discuss on-call --outcome \"Tom and I share it\"")
        .run("list who:priya")
        .run("pause tom --until 2026-12-24")
        .run("resume tom")
        .run("archive tom")
        .run("relationships --archived");
    snapshot("words_between_two_people", &place);
}

#[test]
fn a_check_in_is_asked_line_by_line_and_resumed() {
    let mut place = team();
    typed(
        &mut place,
        "checkin priya",
        "4\n7\n- never met\n5 said so early\n",
    );
    place.run("today");
    typed(
        &mut place,
        "checkin priya",
        "3\n\n2\n3\n4\n4 I said early\na good week\n\n",
    );
    typed(&mut place, "commit \"tidy the wiki by thu\"", "tom\n");
    typed(&mut place, "commit \"tidy the wiki by thu\"", "");
    typed(&mut place, "delete tidy wiki", "n\n");
    typed(&mut place, "delete tidy wiki", "y\n");
    place.run("checkin priya").run("list");
    snapshot("a_check_in_is_asked", &place);
}

#[test]
fn lines_from_the_input() {
    let mut place = team();
    place
        .run_with(
            "commit -",
            "send Priya the numbers by thu\n\nPriya -> me: review the draft by fri\n",
        )
        .run_with("commit -", "tidy the wiki by thu\n")
        .run("commit \"tidy the wiki by thu\" --about tom")
        .run("commit \"tidy the wiki by thu\" --about tom --dry-run --due 2026-12-01")
        .run("list kind:commitment");
    snapshot("lines_from_the_input", &place);
}

#[test]
fn deleting_names_the_thing_and_can_be_undone() {
    let mut place = team();
    place
        .run("note \"a first thought\"")
        .run("delete first thought")
        .run("delete first thought --yes")
        .run("list kind:note")
        .run("undo")
        .run("edit first thought --tags \"one, two\"")
        .run("edit first thought --due fri")
        .run("edit first thought")
        .run("log first thought");
    snapshot("deleting", &place);
}

#[test]
fn a_brief_before_the_one_on_one() {
    let mut place = team();
    place
        .run("add commitment \"send the numbers\" --who priya --due thu")
        .run("add commitment \"review the draft\" --who priya --side theirs --due fri")
        .run("feedback priya \"cut Tom off twice\" --sort coaching")
        .run("note \"@priya seemed tired\"")
        .run("topic priya December rota");
    place.said.clear();
    place
        .run("brief priya")
        .run("brief priya --for them --format md --output priya.md")
        .run("brief priya --for them --format md --output priya.md")
        .run("brief priya --since 2w --for them")
        .run("timeline priya --weeks 8");
    snapshot("a_brief", &place);
}

#[test]
fn a_brief_hides_names_when_asked() {
    let mut place = team();
    place
        .run("commit \"send Priya the numbers that Tom asked for by fri\"")
        .run("brief priya --for them")
        .run("brief priya --for them --aliases")
        .run("edit priya --alias P.")
        .run("edit tom --alias T.")
        .run("brief priya --for them --alias tom")
        .run("brief priya --for lead --aliases");
    snapshot("a_brief_hides_names", &place);
}

#[test]
fn a_brief_is_looked_at_line_by_line_before_it_leaves() {
    let mut place = team();
    place
        .run("commit \"send Priya the numbers by fri\"")
        .run("note \"@priya seemed tired\"")
        .run("topic priya \"December rota\"")
        .run("brief priya --for them --preview")
        .run("brief priya --for them --sections topics,side --with side.1")
        .run("brief priya --for them --with zzzzz")
        .run("brief priya --for them --sections promissed")
        .run("brief priya --for them --until tomorrow")
        .run("edit priya --withhold \"comitment\"")
        .run("edit priya --withhold \"commitment, lead:note\"")
        .run("brief priya --for them")
        .run("brief priya --for them --format pdf")
        .run("brief")
        .run("edit priya --teams Booking")
        .run("brief --team booking --for lead")
        .run("brief --team booking --for them");
    snapshot("a_brief_is_picked", &place);
}

#[test]
fn whoever_sits_there_is_asked_before_words_are_kept() {
    let mut place = Place::new();
    typed(
        &mut place,
        "add relationship \"Priya Nair\" --role report",
        "",
    );
    typed(&mut place, "note \"@priya looked tired\"", "");
    typed(&mut place, "topic priya \"the rota\"", "");
    typed(
        &mut place,
        "breach priya \"the handover did not happen\"",
        "",
    );
    snapshot("the_reading_test", &place);
}

#[test]
fn what_is_not_safe_is_given_no_plan() {
    let mut place = team();
    place
        .run("breach tom \"shouted at me in the corridor\" --safety --severity 4")
        .run("plan open shouted")
        .run("add relationship Zed --role sorcerer");
    snapshot("no_plan_for_what_is_not_safe", &place);
}

/// Each read shows the journal as it stood on a day: what came later is not there yet.
#[test]
fn every_read_looks_back() {
    let mut place = team();
    for line in [
        "add commitment \"write alpha\" --who priya --made 2026-11-01 --agreed 2026-11-01 --due 2026-11-10",
        "add commitment \"write beta\" --who priya --side theirs --made 2026-11-02 --due 2026-11-20",
        "keep alpha --on 2026-11-12",
        "breach priya \"the handover did not happen\" --day 2026-11-09 --severity 2",
        "plan open handover --opened 2026-11-09",
        "plan advance handover --answer \"nobody owned it\" --on 2026-11-14",
        "note \"@priya was ill\" --at 2026-11-15",
        "topic priya \"the rota\" --raised 2026-11-15",
        "edit priya --teams core",
        "disclosure priya --depth 3 --side theirs --day 2026-11-15",
        "disclosure priya --depth 4 --side theirs --confidence --day 2026-11-10",
        "delegate priya releases --level 3 --since 2026-11-14",
        "agreement add priya \"no feedback in front of others\" --agreed 2026-11-10",
        "agreement breached no feedback --on 2026-11-16",
        "need priya \"an hour a week\" --side theirs --raised 2026-11-16",
        "feedback priya \"you ran the review calmly\" --day 2026-11-16 --state delivered",
        "band \"the outage\" --sort incident --from 2026-11-14",
        "checkin priya --answer ABL=4 --answer BEN=4 --answer INT=4 --answer REL=4 --on 2026-11-16",
    ] {
        place.run(line);
    }
    let trouble = place.said.contains("Error");
    assert!(!trouble, "{}", place.said);
    place.said.clear();
    for read in [
        "today",
        "relationships",
        "show priya",
        "show alpha",
        "list with:priya",
        "list is:open",
        "timeline priya --weeks 2",
        "explain priya",
        "brief priya",
        "brief priya --for them",
        "plan",
        "plan show priya",
        "log alpha",
        "ladder priya",
        "confidences",
        "delegations",
        "agreement",
        "balance priya",
        "band list",
        "team core",
        "checkin priya",
        "review",
        "comeback",
    ] {
        place.run(&format!("{read} --as-of 2026-11-11"));
    }
    snapshot("every_read_looks_back", &place);
}

/// A promise cannot be kept tomorrow, nor a check-in be of next week; a one-on-one to come may be noted.
#[test]
fn nothing_happens_on_a_day_to_come() {
    let mut place = team();
    place.run("add commitment \"write alpha\" --who priya --made 2026-11-01 --agreed 2026-11-01 --due 2026-12-10");
    for line in [
        "keep alpha --on 2026-12-05",
        "disclosure priya --depth 2 --day 2026-12-05",
        "checkin priya --answer ABL=4 --on 2026-12-05",
        "edit alpha --made 2026-12-05",
    ] {
        let (_, err, code) = place.answer(line, "");
        assert_eq!(code, 4, "{line}: {err}");
        assert!(err.contains("2026-12-05 has not come yet"), "{line}: {err}");
    }
    let (open, ..) = place.answer("list is:open kind:commitment,check-in,disclosure", "");
    assert!(
        open.contains("write alpha") && open.lines().count() == 1,
        "{open}"
    );
    let (_, err, code) = place.answer("note \"@priya the review\" --at 2026-12-05", "");
    assert_eq!((code, err.as_str()), (0, ""));
}
