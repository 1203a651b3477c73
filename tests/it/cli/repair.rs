//! Breach and repair on the command line: from what happened to the verdict, disputes, boundaries, the contact, what is folded.

use super::{snapshot, team, typed};

#[test]
fn a_breach_and_its_repair_from_end_to_end() {
    let mut place = team();
    place.now = "2026-09-01T10:00";
    place.run("commit \"Priya: send the handover notes by 2026-09-02 #handover\" --side theirs");
    place.now = "2026-09-04T10:00";
    place
        .run("breach priya \"The handover did not happen.\" --severity 2 --sort competence --commitments handover --day 2026-09-02 --account disputed --their-reading \"The date was never agreed.\"")
        .run("plan open handover --take none")
        .run("plan advance priya --answer \"late\"")
        .run("plan steps priya")
        .run("plan steps priya --take 2")
        .run("plan steps priya --take 9")
        .run("edit \"handover did not\" --account agreed")
        .run("plan advance priya --answer \"she did not know the new client\"")
        .run("plan step priya --take 4 --text \"a check half-way, on paper\" --due 2026-09-11 --by injured --hidden")
        .run("plan step priya")
        .run("plan acknowledge priya --parts responsibility,offer")
        .run("plan advance priya --answer \"said so to me\"")
        .run("plan advance priya --answer \"the client call\"")
        .run("plan verdict priya --says partly --words \"the dates hold; I still check\"")
        .run("plan show priya")
        .run("undo")
        .run("plan verdict priya --says yes --words \"it holds\"")
        .run("show \"handover did not\"")
        .run("plan reopen \"handover did not\"")
        .run("plan review priya")
        .run("plan review priya --next \"in 2 weeks\"")
        .run("list kind:plans,breaches")
        .run("undo")
        .run("plan show priya --json");
    snapshot("a_breach_and_its_repair", &place);
}

#[test]
fn accepted_with_new_boundaries_and_an_agreement() {
    let mut place = team();
    place
        .run("breach tom \"Feedback in front of the client.\" --sort boundary --severity 3")
        .run("close feedback --as accepted")
        .run("close feedback --as repaired")
        .run("close feedback --as accepted --words \"no feedback in front of others\"")
        .run("reopen feedback in front of the client")
        .run("close feedback in front of the client --as accepted --words \"no feedback in front of others\" --agreement")
        .run("list kind:agreement")
        .run("undo")
        .run("list kind:agreement");
    snapshot("accepted_with_an_agreement", &place);
}

#[test]
fn the_contact_is_named_and_shown_where_repair_is_not_owed() {
    let mut place = team();
    place
        .run("settings")
        .run("breach tom \"He threatened me.\" --safety")
        .run("today")
        .run("settings safety-contact \"Ines Roth, people office\"")
        .run("plan open threatened")
        .run("show threatened")
        .run("today")
        .run("snooze threatened --until \"in 2 weeks\"")
        .run("today")
        .run("settings --json");
    snapshot("the_contact", &place);
}

#[test]
fn a_fault_in_the_settings_is_told_and_the_defaults_hold() {
    let mut place = team();
    let config = place.path("config");
    std::fs::create_dir_all(&config).expect("a folder");
    let settings = "# ours\nsafety_kontact = \"Ines\"\nsafety_contact = 3\n";
    std::fs::write(config.join("config.toml"), settings).expect("written");
    std::fs::write(
        config.join("plans.toml"),
        "[[plan]]\nkind = \"trust\"\nsteps = []\n",
    )
    .expect("written");
    place
        .run("today")
        .run("settings")
        .run("settings safety-contact \"Ines Roth\"");
    let after = std::fs::read_to_string(config.join("config.toml")).expect("settings");
    place.said.push_str(&after);
    std::fs::write(config.join("config.toml"), "safety_contact = ").expect("written");
    place.run("settings safety-contact \"Ines Roth\"");
    snapshot("a_fault_in_the_settings", &place);
}

#[test]
fn their_side_is_folded_where_i_hold_the_power() {
    let mut place = team();
    for n in 1..=6 {
        place.now = "2026-09-01T10:00";
        place.run(&format!(
            "commit \"Priya: notes {n} by 2026-10-0{n}\" --side theirs"
        ));
        place.now = "2026-11-22T10:00";
        place.run(&format!("keep notes {n} --on 2026-10-0{n}"));
    }
    place.said.clear();
    place
        .run("show priya")
        .run("show priya --open")
        .run("explain priya --side theirs")
        .run("explain priya --side theirs --open")
        .run("timeline priya --weeks 8")
        .run("timeline priya --weeks 8 --open");
    let folded = |line: &str| {
        let (out, ..) = place.answer(line, "");
        let told: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        told
    };
    let card = folded("show priya --json");
    assert_eq!(card["theirs"]["folded"], true);
    assert_eq!(card["theirs"]["kept_as_agreed"]["n"], 6);
    assert_eq!(
        folded("show priya --json --open")["theirs"]["folded"],
        false
    );
    assert_eq!(folded("show tom --json")["theirs"]["folded"], false);
    assert_eq!(folded("explain priya --json")["theirs"]["folded"], true);
    assert_eq!(folded("explain priya --json")["mine"]["folded"], false);
    assert_eq!(folded("timeline priya --json")["folded"], true);
    let (svg, ..) = place.answer("timeline priya --svg", "");
    assert!(
        svg.contains("Their side: folded: you set their deadlines"),
        "{svg}"
    );
    snapshot("folded", &place);
}

#[test]
fn whoever_sits_there_is_asked_across_a_power_gap_and_for_each_step() {
    let mut place = team();
    typed(
        &mut place,
        "commit \"Priya: write the minutes by fri\" --side theirs",
        "",
    );
    typed(&mut place, "commit \"send Tom the numbers by fri\"", "");
    typed(&mut place, "breach priya \"late twice\" --severity 2", "");
    typed(
        &mut place,
        "plan open late twice",
        "\nfri\nat most three open\n\n-\n-\n",
    );
    place.run("list kind:commitment");
    snapshot("asked_across_a_gap", &place);
}
