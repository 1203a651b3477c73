//! In and out: JSON of every read, exported revisions, imported tables.

use super::{Place, snapshot, team};

#[test]
fn every_read_speaks_json() {
    let mut place = team();
    place.run("add commitment \"write alpha\" --who priya --made 2026-11-01 --agreed 2026-11-01 --due 2026-11-20");
    place
        .run("keep alpha --on 2026-11-19")
        .run("breach priya \"late\" --severity 2")
        .run("plan open late")
        .run("edit priya --teams core")
        .run("disclosure priya --depth 3 --side theirs")
        .run("disclosure priya --depth 4 --side theirs --confidence")
        .run("delegate priya releases --level 3")
        .run("agreement add priya \"no feedback in front of others\"")
        .run("band \"the outage\" --sort incident --from 2026-11-03");
    for line in [
        "today",
        "list",
        "list kind:topic",
        "relationships",
        "show priya",
        "show alpha",
        "explain priya",
        "log alpha",
        "timeline priya",
        "checkin",
        "checkin priya",
        "plan",
        "plan show priya",
        "plan steps priya",
        "ladder priya",
        "delegations",
        "delegations priya",
        "balance priya",
        "confidences",
        "confidences priya",
        "agreement",
        "agreement list",
        "band list",
        "team",
        "team core",
        "team core --by-weeks",
        "review",
        "comeback",
        "settings",
        "doctor",
        "where",
        "brief priya",
        "brief priya --for them",
        "undo",
    ] {
        let (out, err, code) = place.answer(&format!("{line} --json"), "");
        assert_eq!((code, err.as_str()), (0, ""), "{line}: {err}");
        let read: Result<serde_json::Value, _> = serde_json::from_str(&out);
        assert!(read.is_ok(), "{line}: {read:?}\n{out}");
    }
}

#[test]
fn a_figure_in_json_carries_all_that_made_it() {
    let mut place = team();
    place.run("add commitment \"write alpha\" --who priya --made 2026-11-01 --agreed 2026-11-01 --due 2026-11-20");
    place.run("keep alpha --on 2026-11-22");
    let (out, ..) = place.answer("show priya --json", "");
    let card: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    for side in ["mine", "theirs"] {
        for figure in ["kept_as_agreed", "follow_through"] {
            for name in [
                "alpha", "beta", "mean", "lo", "hi", "n", "n_eff", "show", "counts", "parts",
                "explain",
            ] {
                assert!(
                    !card[side][figure][name].is_null(),
                    "{side} {figure} {name}"
                );
            }
        }
    }
    // late against the agreed day: nothing in the headline, everything in follow-through
    let (kept, follow) = (
        &card["mine"]["kept_as_agreed"],
        &card["mine"]["follow_through"],
    );
    assert_eq!(kept["counts"]["late"], 1);
    assert_eq!(follow["alpha"], 2.5);
    assert_eq!(kept["parts"][0]["day"], "2026-11-20");
}

#[test]
fn export_and_import_are_the_same_journal() {
    let mut place = team();
    place.run("note \"one\"").run("export --output out.jsonl");
    let first = std::fs::read(place.path("out.jsonl")).expect("exported");
    let journal = place.path("other.db").display().to_string();
    let (out, err, code) = place.answer(&format!("--journal {journal} import out.jsonl"), "");
    assert_eq!(code, 0, "{out}{err}");
    let (again, ..) = place.answer(&format!("--journal {journal} export"), "");
    assert_eq!(String::from_utf8(first).expect("UTF-8"), again);
    place.said.clear();
    place
        .run("import out.jsonl")
        .run("export --output out.jsonl")
        .run("export --output out.jsonl --force");
    snapshot("export_and_import", &place);
}

#[test]
fn what_leaves_says_what_it_does_not_hold() {
    let mut place = team();
    place
        .run("export commitments --output c.csv")
        .run("export commitments --output c.csv")
        .run("import c.csv")
        .run("export figures")
        .run("export figures --who priya --since 2026-11-08 --output f.csv --json")
        .run("import f.csv")
        .run("export --who priya")
        .run("export check-ins --format jsonl")
        .run("export --output all.csv")
        .run("export commitments --output tasks.json")
        .run("import tasks.json")
        .run("export check-ins --format taskwarrior")
        .run("export --salvage --output s.jsonl");
    snapshot("what_leaves", &place);
}

#[test]
fn a_table_is_imported_once() {
    let mut place = Place::new();
    let rows = "assignee,summary,made,due,resolution,resolved\n\
                Ana Ruiz,Fix the login,2026-10-01,2026-10-09,Fixed,2026-10-08\n\
                Ana Ruiz,Write the notes,2026-10-01,2026-10-12,Fixed,2026-10-20\n\
                Bo Chen,Move the host,2026-10-03,32 March,,\n";
    std::fs::write(place.path("issues.csv"), rows).expect("written");
    let how = "--set side=theirs --map who=assignee --map text=summary --map made=made --map due=due --status resolution --settled resolved --word Fixed=done --word =open";
    place
        .run(&format!("import issues.csv {how} --dry-run"))
        .run("relationships")
        .run(&format!("import issues.csv {how}"))
        .run(&format!("import issues.csv {how}"))
        .run("list kind:commitment")
        .run("undo")
        .run("list")
        .run(&format!("import issues.csv {how} --delimiter ;"));
    snapshot("a_table_is_imported_once", &place);
}
