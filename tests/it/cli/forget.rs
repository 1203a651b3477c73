//! Forgetting, as transcripts: the look, the refusal, the deed, what is left.

use super::{Place, snapshot};

#[test]
fn to_forget_for_good() {
    let mut place = Place::new();
    place
        .run("add relationship \"Priya Nair\" --alias P. --since 2026-01-05")
        .run("add relationship \"Marco Bauer\" --since 2026-01-05")
        .run("commit \"send Priya the numbers by thu noon\"")
        .run("commit \"ask Marco what Priya thinks by thu\"")
        .run("note \"met @Priya and @Marco\"")
        .run("forget priya --dry-run")
        .run("forget priya")
        .run("forget nobody --yes")
        .run("forget priya --yes")
        .run("list")
        .run("show priya")
        .run("forget numbers --yes")
        .run("undo")
        .run("undo")
        .doctor(&[
            "file",
            "holds",
            "search",
            "projections",
            "forgetting",
            "backups",
        ]);
    snapshot("to_forget_for_good", &place);
}

#[test]
fn a_look_as_json() {
    let place = {
        let mut place = Place::new();
        place.run("add relationship \"Priya Nair\" --since 2026-01-05");
        place
    };
    let (out, _, code) = place.answer("forget priya --dry-run --json", "");
    assert_eq!(code, 0);
    let told: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(told["done"], false);
    assert_eq!(told["forgotten"][0]["title"], "Priya Nair");
    assert_eq!(told["changed"].as_array().map(Vec::len), Some(0));
    let id = told["forgotten"][0]["short"]
        .as_str()
        .expect("an id")
        .to_owned();
    let (out, _, _) = place.answer("forget priya --yes --json", "");
    assert!(
        out.contains("\"done\": true") || out.contains("\"done\":true"),
        "{out}"
    );
    let (out, _, code) = place.answer(&format!("log {id}"), "");
    assert_eq!(code, 0);
    assert!(
        out.contains("forgotten on 2026-11-22") && !out.contains("Priya"),
        "{out}"
    );
}
