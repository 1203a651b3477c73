//! Task lists in and out: promises with the moves of their dates, and the same records after a way out and back.

mod back;

use trustline::domain::commitment::Commitment;
use trustline::domain::fields::Names as _;
use trustline::domain::{Kind, Record};
use trustline::error::Result;
use trustline::journal::{Journal, Loaded};
use trustline::transfer::intake::{self, Choice, Format, Held, Report, Source, Survey, Watch};

use crate::house::{add, journal};

/// Tasks, to be read with flags laid over.
fn choice(set: &[&str], map: &[&str], history: &str) -> Choice {
    let mut choice = Choice {
        format: Some(Format::Taskwarrior),
        history: (!history.is_empty()).then(|| Source::held("undo.data", history.as_bytes())),
        ..Choice::default()
    };
    choice.table.flags.set = set.iter().map(|one| (*one).to_owned()).collect();
    choice.table.flags.map = map.iter().map(|one| (*one).to_owned()).collect();
    choice
}

/// Surveys a file against a journal and loads it.
pub fn import(journal: &mut Journal, text: &[u8], choice: Choice) -> Result<(Report, Loaded)> {
    let file = intake::open(Source::held("tasks.json", text), choice)?;
    let survey = surveyed(journal, file.as_ref())?;
    let report = survey.report.clone();
    let mut records = file.feed(survey)?;
    let loaded = journal.load("imported", &mut records, &mut |_| true)?;
    Ok((report, loaded))
}

/// Surveys a file against a journal.
pub fn surveyed(journal: &Journal, file: &dyn intake::Incoming) -> Result<Survey> {
    let held = Held {
        names: journal,
        record: &|id| journal.stored(id).ok().flatten().map(|one| one.record),
        erased: &|id| journal.erased(id).unwrap_or(false),
    };
    let mut watch = Watch {
        tick: &mut |_| true,
        refused: &mut |_, _| Ok(()),
    };
    file.survey(&held, &mut watch)
}

/// The commitments of a journal, by what was promised.
fn promises(journal: &Journal, file: &[u8], with: Choice) -> Vec<Commitment> {
    let file = intake::open(Source::held("tasks.json", file), with).expect("opens");
    let survey = surveyed(journal, file.as_ref()).expect("surveys");
    let records = file.feed(survey).expect("feeds");
    let mut found = Vec::new();
    for (_, record) in records.map(|one| one.expect("a record")) {
        if let Record::Commitment(one) = record {
            found.push(one);
        }
    }
    found
}

fn task(uuid: u32, rest: &str) -> String {
    format!(
        "{{\"uuid\":\"00000000-0000-4000-8000-{uuid:012}\",\"entry\":\"20260901T080000Z\",{rest}}}"
    )
}

#[test]
fn kept_late_and_let_go_follow_from_the_days() {
    let rows = [
        r#""description":"send  the draft","status":"completed","due":"20260910T000000Z","end":"20260910T213000Z","project":"Site","tags":["next"],"priority":"H""#,
        r#""description":"book the room","status":"completed","due":"20260910T120000Z","end":"20260911T080000Z","annotations":[{"entry":"20260902T080000Z","description":"said in the stand-up"}]"#,
        r#""description":"old idea","status":"deleted","end":"20260915T080000Z""#,
        r#""description":"report","status":"pending","due":"20261201T235959Z","recur":"weekly","parent":"x","estimate":3"#,
        r#""description":"wait","status":"waiting","wait":"20261224T000000Z""#,
        r#""description":"every week","status":"recurring","recur":"weekly""#,
        r#""description":"logged","status":"completed","due":"20260820T000000Z","end":"20260825T000000Z""#,
        r#""description":"odd","status":"completed""#,
        r#""description":"","status":"pending""#,
        r#""description":"odd","status":"lost""#,
    ];
    let rows: Vec<_> = (1..).zip(rows).map(|(n, row)| task(n, row)).collect();
    let text = format!("[\n{}\n]", rows.join(",\n"));
    let mut journal = journal();
    let (report, loaded) = import(
        &mut journal,
        text.as_bytes(),
        choice(&["who=Ana Ruiz", "role=manager"], &[], ""),
    )
    .expect("imports");
    insta::assert_snapshot!(report);
    assert_eq!((loaded.new, report.new), (7, 7));
    // older versions write one task a line
    let (report, loaded) = import(
        &mut journal,
        rows.join("\n").as_bytes(),
        choice(&["who=Ana Ruiz"], &[], ""),
    )
    .expect("imports");
    assert_eq!(
        (loaded.new, loaded.changed, report.same, report.refused),
        (0, 0, 6, 3)
    );
}

#[test]
fn a_date_that_moved_credits_nobody_unless_it_is_said_that_it_was_agreed() {
    let text = task(
        1,
        r#""description":"draft","status":"completed","due":"20260920T000000Z","end":"20260919T080000Z""#,
    );
    let uuid = "00000000-0000-4000-8000-000000000001";
    let seconds = |day: &str| {
        let day: chrono::NaiveDate = day.parse().expect("a day");
        day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp()
    };
    let (first, second) = (seconds("2026-09-10"), seconds("2026-09-20"));
    let history = format!(
        "time {}\nnew [uuid:\"{uuid}\" due:\"{first}\"]\n---\ntime {}\nold [uuid:\"{uuid}\" due:\"{first}\"]\nnew [uuid:\"{uuid}\" due:\"{second}\"]\n---\n",
        seconds("2026-09-01"),
        seconds("2026-09-08"),
    );
    let journal = journal();
    let state = |set: &[&str], history: &str| {
        let set = [&["who=Ana"], set].concat();
        let found = promises(&journal, text.as_bytes(), choice(&set, &[], history));
        let due = found[0].due.expect("a due").to_string();
        (
            due,
            found[0].moves.len(),
            found[0].state_on(chrono::NaiveDate::MAX),
        )
    };
    assert_eq!(state(&[], ""), ("2026-09-20".to_owned(), 0, "kept"));
    assert_eq!(state(&[], &history), ("2026-09-10".to_owned(), 1, "late"));
    assert_eq!(
        state(&["moves=agreed"], &history),
        ("2026-09-10".to_owned(), 1, "kept")
    );
    // moved after it was due: agreed or not, the first date counts
    let after = history.replace(
        &seconds("2026-09-08").to_string(),
        &seconds("2026-09-12").to_string(),
    );
    assert_eq!(
        state(&["moves=agreed"], &after),
        ("2026-09-10".to_owned(), 1, "late")
    );
}

#[test]
fn a_date_that_moved_between_two_imports_is_a_move_and_no_credit() {
    let row = |due: &str, end: &str| {
        let rest = format!(r#""description":"draft","status":"{end},"due":"{due}T000000Z""#);
        task(1, &rest)
    };
    let with = || {
        let mut choice = choice(&["who=Ana"], &[], "");
        choice.table.update = true;
        choice
    };
    let mut journal = journal();
    import(
        &mut journal,
        row("20260910", "pending\"").as_bytes(),
        with(),
    )
    .expect("imports");
    let done = row("20260920", "completed\",\"end\":\"20260919T000000Z\"");
    let (report, _) = import(&mut journal, done.as_bytes(), with()).expect("imports");
    assert_eq!(report.differing, 1);
    let id = journal
        .find_record(Some(Kind::Commitment), "draft")
        .expect("there");
    let stored = journal.stored(id).expect("reads").expect("there");
    let Record::Commitment(one) = &stored.record else {
        panic!("a commitment")
    };
    assert_eq!(
        (one.moves.len(), one.state_on(chrono::NaiveDate::MAX)),
        (1, "late")
    );
    let (report, loaded) = import(&mut journal, done.as_bytes(), with()).expect("imports");
    assert_eq!((report.same, loaded.changed), (1, 0), "{report}");
}

#[test]
fn who_is_told_by_a_flag_a_field_a_tag_or_a_mention() {
    let mut journal = journal();
    add(
        &mut journal,
        Kind::Relationship,
        &[("name", "Priya Nair"), ("since", "2026-01-05")],
    );
    add(
        &mut journal,
        Kind::Relationship,
        &[("name", "Tom Okoye"), ("since", "2026-01-05")],
    );
    let who = |rest: &str, map: &[&str], set: &[&str]| {
        let text = task(
            1,
            &format!("\"description\":\"draft\",\"status\":\"pending\",{rest}"),
        );
        let file = intake::open(
            Source::held("t.json", text.as_bytes()),
            choice(set, map, ""),
        );
        let file = file.expect("opens");
        let report = surveyed(&journal, file.as_ref()).expect("surveys");
        let faults: Vec<_> = report
            .report
            .faults
            .iter()
            .map(ToString::to_string)
            .collect();
        let mut found = promises(&journal, text.as_bytes(), choice(set, map, ""));
        let one = found.pop();
        one.map_or(faults.join(""), |one| {
            journal.name(one.who).unwrap_or("made".to_owned())
        })
    };
    assert_eq!(
        who(r#""project":"Priya Nair""#, &["who=project"], &[]),
        "Priya Nair"
    );
    assert_eq!(who(r#""project":"Zed""#, &["who=project"], &[]), "made");
    assert_eq!(
        who(r#""tags":["next","for-Tom_Okoye"]"#, &["who=tag:for-"], &[]),
        "Tom Okoye"
    );
    assert_eq!(who(r#""contact":"tom okoye""#, &[], &[]), "Tom Okoye");
    assert_eq!(who(r#""tags":["next","priya"]"#, &[], &[]), "Priya Nair");
    assert_eq!(
        who(r#""description":"send @tom, the draft""#, &[], &[]),
        "Tom Okoye"
    );
    assert_eq!(
        who(r#""tags":["pri"]"#, &[], &["who=Tom Okoye"]),
        "Tom Okoye"
    );
    let says = "line 1, who: does not say whom it is with: --map who=FIELD names what tells it, --set who=NAME says it for all";
    assert_eq!(who(r#""tags":["pri"]"#, &[], &[]), says);
    assert_eq!(who(r#""tags":["priya","tom"]"#, &[], &[]), says);
}

#[test]
fn what_was_settled_here_and_who_it_is_with_stay() {
    let mut journal = journal();
    add(
        &mut journal,
        Kind::Relationship,
        &[("name", "Priya Nair"), ("since", "2026-01-05")],
    );
    let text = task(
        1,
        r#""description":"draft","status":"pending","tags":["priya"]"#,
    );
    import(&mut journal, text.as_bytes(), choice(&[], &[], "")).expect("imports");
    // another Priya comes: the tag is no longer hers alone, and the task stays with whom it was
    add(
        &mut journal,
        Kind::Relationship,
        &[("name", "Priya Shah"), ("since", "2026-01-05")],
    );
    let (report, _) = import(&mut journal, text.as_bytes(), choice(&[], &[], "")).expect("imports");
    assert_eq!((report.same, report.refused), (1, 0), "{report}");
    let id = journal
        .find_record(Some(Kind::Commitment), "draft")
        .expect("there");
    let stored = journal.stored(id).expect("reads").expect("there");
    assert_eq!(
        journal.name(stored.record.noun().whos()[0]).as_deref(),
        Some("Priya Nair")
    );
}
