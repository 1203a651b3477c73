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
