//! What is private waits to be ticked, what is withheld stays, and a timeline shows one side.

use super::*;

/// All of it as a reader may tick it: every line, private ones marked.
fn preview(brief: &Brief) -> String {
    let mut out = String::new();
    for section in &brief.sections {
        out.extend([format!("\n{} ({})\n", section.title, section.word)]);
        for line in &section.lines {
            let tick = if line.ticked { "x" } else { " " };
            let private = if line.may == May::Ticked { "~" } else { " " };
            let dotted = line.key.split_once('.').map_or("", |(_, rest)| rest);
            out.extend([format!("[{tick}]{private}{dotted} {}\n", line.text)]);
        }
    }
    out
}

#[test]
fn what_is_private_waits_to_be_ticked_one_by_one() {
    for audience in [Audience::Them, Audience::Lead] {
        let mut brief = compose(&prep(), &Timeline::default(), audience);
        for line in brief.sections.iter().flat_map(|section| &section.lines) {
            assert_eq!(line.ticked, line.may == May::Shown, "{line:?}");
        }
        assert_eq!(brief.private_told().count(), 0);
        insta::assert_snapshot!(format!("preview_{audience}"), preview(&brief));
        let reason = brief
            .keys()
            .into_iter()
            .find(|key| key.ends_with(".reason"));
        let reason = reason.expect("a reason").to_owned();
        assert!(!text(&brief).contains("PRIVATE"));
        assert!(brief.tick(&reason, true));
        assert_eq!(text(&brief).matches("PRIVATE").count(), 1);
        assert_eq!(brief.private_told().count(), 1);
        assert!(!brief.tick("nothing.reason", true) && !brief.pick("nothing", true));
    }
}

#[test]
fn a_relationship_that_withholds_more_is_told_less() {
    let mut prep = prep();
    prep.card.relationship.withhold = vec!["feedback".into(), "lead:commitment.due".into()];
    let told = |audience| text(&compose(&prep, &Timeline::default(), audience));
    let (them, lead) = (told(Audience::Them), told(Audience::Lead));
    assert!(
        !them.contains("ran the review") && them.contains("due 20 Mar 2026"),
        "{them}"
    );
    assert!(
        lead.contains("send the numbers") && !lead.contains("due 20 Mar"),
        "{lead}"
    );
    assert!(told(Audience::Me).contains("ran the review"));
    prep.card.relationship.withhold = vec!["them:relationship.name".into()];
    assert!(
        text(&compose(&prep, &Timeline::default(), Audience::Them)).starts_with("For somebody")
    );
}

#[test]
fn the_timeline_holds_only_what_its_reader_may_see() {
    use crate::domain::trend::Point;
    use crate::domain::view::{Mark, MarkSort};

    let point = |mean| Point {
        day: on("2026-03-31"),
        mean,
        lo: 0.1,
        hi: 0.9,
        show: crate::domain::reliability::Show::Firm,
    };
    let timeline = Timeline {
        days: vec![on("2026-03-31")],
        mine: vec![point(0.5)],
        theirs: vec![point(0.25)],
        marks: vec![Mark {
            day: on("2026-03-30"),
            sort: MarkSort::Breach(3),
            id: RecordId::default(),
            text: "PRIVATE mark".into(),
        }],
        ..Timeline::default()
    };
    let chart = |prep: &Prep, audience| {
        let brief = compose(prep, &timeline, audience);
        *brief.chart.expect("a chart")
    };
    let mut prep = prep();
    let mine = chart(&prep, Audience::Me);
    assert!(mine.both && mine.ticked && mine.timeline == timeline);
    prep.card.folded = true;
    let folded = chart(&prep, Audience::Me);
    assert!(!folded.both && folded.timeline.theirs[0].mean == 0.0);
    prep.card.folded = false;
    for audience in [Audience::Them, Audience::Lead] {
        let told = chart(&prep, audience);
        assert!(!told.both && !told.ticked && told.may == May::Ticked);
        assert!(told.timeline.marks.is_empty() && told.timeline.theirs[0].mean == 0.0);
        assert_eq!(told.card.theirs.kept.n, 0);
        assert_eq!(told.card.mine, prep.card.mine);
        assert!(!format!("{told:?}").contains("PRIVATE"));
        let mut brief = compose(&prep, &timeline, audience);
        assert!(brief.told_chart().is_none());
        assert!(brief.tick("chart", true) && brief.told_chart().is_some());
    }
}

/// Before a lead, what became of the other side's promises is no report: kept, late, broken and overdue wait alike to be
/// ticked, and so does every step of a repair. Mine are told.
#[test]
fn a_lead_reads_no_report_on_the_other_side() {
    let mut sheet = prep();
    sheet
        .theirs_open
        .push(promise(14, Side::Theirs, "their overdue", |_| {}));
    sheet.happened.extend([
        promise(20, Side::Theirs, "their broken", |c| {
            c.broken = Some(on("2026-03-21"));
        }),
        promise(21, Side::Mine, "my broken", |c| {
            c.broken = Some(on("2026-03-21"));
        }),
    ]);
    let mut brief = compose(&sheet, &Timeline::default(), Audience::Lead);
    let said = text(&brief);
    let waits = [
        "their overdue",
        "their broken",
        "booked the room",
        "weekly list",
    ];
    for words in waits {
        assert!(!said.contains(words), "{words} in {said}");
        let lines = || brief.sections.iter().flat_map(|section| &section.lines);
        let line = lines().find(|line| line.text.contains(words));
        let line = line.expect("a line to tick");
        assert_eq!(line.may, May::Ticked, "{words}");
        let key = line.key.clone();
        assert!(brief.tick(&key, true) && text(&brief).contains(words));
    }
    for words in ["my broken", "sent the draft", "read the plan"] {
        assert!(said.contains(words), "{words} not in {said}");
    }
    assert!(!said.contains("Steps of repair"), "{said}");
    let them = text(&compose(&sheet, &Timeline::default(), Audience::Them));
    assert!(
        them.contains("their broken") && them.contains("weekly list"),
        "{them}"
    );
}

/// A name that is withheld stands nowhere: not in a text, not on the timeline, and an alias made of it stays as it is.
#[test]
fn a_name_that_is_withheld_stands_nowhere() {
    let timeline = Timeline {
        days: vec![on("2026-03-31")],
        ..Timeline::default()
    };
    let mut sheet = prep();
    sheet.card.relationship.name = "Priya Nair".into();
    sheet.card.relationship.withhold = vec!["lead:relationship.name".into()];
    sheet
        .mine_open
        .push(promise(14, Side::Mine, "tell Priya, or nair", |_| {}));
    for (alias, shown) in [("", "somebody"), ("Priya N.", "Priya N.")] {
        sheet.card.relationship.alias = alias.into();
        let brief = compose(&sheet, &timeline, Audience::Lead);
        assert_eq!(brief.name, shown);
        let chart = brief.chart.as_ref().expect("a chart");
        assert_eq!(chart.card.relationship.name, shown);
        let said = text(&brief);
        assert!(
            said.contains(&format!("tell {shown}, or {shown}")),
            "{said}"
        );
        assert!(!format!("{brief:?}").contains("Nair"));
        let them = compose(&sheet, &timeline, Audience::Them);
        assert!(text(&them).contains("tell Priya, or nair"));
    }
}
