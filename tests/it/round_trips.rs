//! What goes out and comes back is the same: every format, every record that it can hold, hostile words included.

use std::io::BufReader;

use chrono::{Duration, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use trustline::domain::checkin::{Answer, Begun, CheckIn};
use trustline::domain::commitment::{Cause, Commitment, Move, Stake};
use trustline::domain::relationship::{Party, Relationship, Role};
use trustline::domain::{Filter, Kind, Record, RecordId, Side, When};
use trustline::journal::{Export, Journal, Loaded};
use trustline::transfer::intake::{self, Choice, Format, Held, Report, Source, Watch};
use trustline::transfer::outgoing::{Form, What};

use crate::house::{clock, day, journal};

/// What a journal writes.
fn out(journal: &Journal, what: What, form: Form) -> Vec<u8> {
    let mut bytes = Vec::new();
    let export = Export {
        what,
        form,
        ..Export::default()
    };
    journal.write_out(&export, &mut bytes).expect("written");
    bytes
}

/// Brings a file in.
fn bring(journal: &mut Journal, bytes: Vec<u8>, update: bool) -> (Report, Loaded) {
    let is_calendar = bytes.starts_with(b"BEGIN:VCALENDAR");
    let mut choice = Choice {
        format: is_calendar.then_some(Format::Ics),
        now: journal.clock().now(),
        ..Choice::default()
    };
    choice.table.update = update;
    let incoming = intake::open(Source::held("it.csv", bytes), choice).expect("opened");
    let held = Held {
        names: &*journal,
        record: &|id| {
            journal
                .stored(id)
                .expect("read")
                .map(|stored| stored.record)
        },
        erased: &|id| journal.erased(id).expect("read"),
    };
    let mut watch = Watch {
        tick: &mut |_| true,
        refused: &mut |_, _| Ok(()),
    };
    let survey = incoming.survey(&held, &mut watch).expect("surveyed");
    let report = survey.report.clone();
    let mut records = incoming.feed(survey).expect("fed");
    let loaded = journal
        .load("imported", &mut records, &mut |_| true)
        .expect("loaded");
    (report, loaded)
}

/// All records of some kinds.
fn records(journal: &Journal, kinds: &[Kind]) -> Vec<(RecordId, Record)> {
    let mut all = Vec::new();
    journal
        .each(kinds, &Filter::default(), &mut |id, record| {
            all.push((id, record.clone()));
            Ok(())
        })
        .expect("read");
    all.sort_by_key(|(id, _)| *id);
    all
}

/// A journal that holds some records.
fn holding(records: &[(RecordId, Record)]) -> Journal {
    let mut journal = journal();
    let mut all = records.iter().cloned().map(Ok);
    journal
        .load("laid out", &mut all, &mut |_| true)
        .expect("loaded");
    journal
}

/// The sample journal.
fn sample() -> Journal {
    let mut journal = Journal::memory(clock()).expect("a journal");
    let sample = trustline::assets::sample::sample(journal.day());
    journal
        .furnish("the sample", &mut sample.into_iter().map(Ok))
        .expect("the sample");
    journal
}

/// Words as anybody may write them, and as nobody should.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{1,12}",
        "[=+@'-][=+@'\"a-z;,-]{0,8}",
        "[\\t\\r\\n'=,;|\"a-]{1,10}",
        "\\PC{1,16}",
        Just("\u{202e}\u{1b}[31m\u{7}x".to_owned()),
        Just("a\u{0}b and more words than nothing".to_owned()),
    ]
}

fn near() -> impl Strategy<Value = NaiveDate> {
    (0_i64..700).prop_map(|n| day("2025-01-01") + Duration::days(n))
}

fn a_when() -> impl Strategy<Value = When> {
    (near(), proptest::option::of((0_u32..24, 0_u32..60))).prop_map(|(day, time)| When {
        day,
        time: time.and_then(|(h, m)| chrono::NaiveTime::from_hms_opt(h, m, 0)),
    })
}

fn side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Mine), Just(Side::Theirs)]
}

fn a_move() -> impl Strategy<Value = Move> {
    let due = || proptest::option::of(a_when());
    (near(), due(), due(), side(), any::<bool>()).prop_map(|(on, from, to, asked, agreed)| Move {
        on,
        from,
        to,
        asked,
        agreed,
    })
}

/// Whom the generated records are with: two have the same name.
fn people() -> Vec<(RecordId, Record)> {
    let named = |key: &str, name: &str, party: Party| {
        let record = Record::Relationship(Relationship {
            name: name.to_owned(),
            party,
            role: if party == Party::Institution {
                Role::Institution
            } else {
                Role::default()
            },
            since: day("2024-01-01"),
            ..Relationship::default()
        });
        (RecordId::derived(&[key]), record)
    };
    vec![
        named("a", "Priya Nair", Party::Person),
        named("b", "Priya Nair", Party::Person),
        named("c", "=HYPERLINK(\"x\");'\"", Party::Person),
        named("d", "Claims, office", Party::Institution),
    ]
}

fn commitment() -> impl Strategy<Value = Record> {
    let who = (0_usize..3, proptest::option::of(Just(3_usize)));
    let texts = (words(), words(), words(), words());
    let days = (
        near(),
        proptest::option::of(near()),
        proptest::option::of(a_when()),
    );
    let more = (
        vec(words(), 0..3),
        vec(a_move(), 0..3),
        0_usize..5,
        any::<bool>(),
    );
    (who, side(), texts, days, more, 0_usize..3).prop_map(
        |((who, process), side, texts, (made, agreed, due), (tags, moves, ends, flag), stake)| {
            let people = people();
            let after = |n: usize| (ends == n).then(|| made + Duration::days(9));
            Record::Commitment(Commitment {
                who: people[who].0,
                process: process.filter(|_| ends == 4).map(|n| people[n].0),
                side,
                text: format!("x{}", texts.0),
                done_means: texts.1,
                said: texts.2,
                reason: texts.3,
                made,
                agreed,
                due: due.filter(|due| due.day >= made),
                check_by: agreed,
                stake: Stake::ALL[stake],
                cause: Cause::ALL[stake],
                tags,
                moves,
                done: after(1),
                broken: after(2),
                released: after(3),
                excused: after(4),
                warned: flag,
                visible: flag,
                follows: flag.then(|| RecordId::derived(&["before"])),
                snoozed: agreed,
                source: "a:1".to_owned(),
                ..Commitment::default()
            })
        },
    )
}

fn answer() -> impl Strategy<Value = Answer> {
    (
        "[A-Z]{3}[0-9]",
        proptest::option::of(1_u8..6),
        words(),
        words(),
        any::<bool>(),
    )
        .prop_map(|(question, score, sentence, asked, as_before)| Answer {
            question,
            score,
            sentence,
            asked,
            as_before,
        })
}

fn checkin() -> impl Strategy<Value = Record> {
    let begun = (words(), words()).prop_map(|(slot, words)| Begun { slot, words });
    let texts = (words(), words(), vec(begun, 0..3));
    let days = (near(), proptest::option::of(near()));
    (
        0_usize..3,
        side(),
        texts,
        days,
        vec(answer(), 0..12),
        any::<bool>(),
    )
        .prop_map(
            |(who, side, (note, next, begun), (day, written), answers, unfinished)| {
                Record::CheckIn(CheckIn {
                    who: people()[who].0,
                    day,
                    side,
                    version: 3,
                    note,
                    next,
                    answers,
                    unfinished,
                    written,
                    begun,
                    ..CheckIn::default()
                })
            },
        )
}

/// Records out of a journal and into an empty one are the same; into the same one they change nothing.
fn comes_back(what: What, form: Form, all: Vec<Record>) -> Result<(), TestCaseError> {
    let kinds = [what.kind().expect("a kind")];
    let own = (0..)
        .zip(all)
        .map(|(n, record)| (RecordId::derived(&["own", &n.to_string()]), record));
    let held: Vec<_> = people().into_iter().chain(own).collect();
    let mut journal = holding(&held);
    let bytes = out(&journal, what, form);
    let before = records(&journal, &kinds);
    let (report, loaded) = bring(&mut journal, bytes.clone(), true);
    prop_assert_eq!(
        (report.new, report.differing, report.refused),
        (0, 0, 0),
        "{:?}",
        report.faults
    );
    prop_assert_eq!((loaded.new, loaded.changed), (0, 0));
    let mut other = crate::house::journal();
    let (report, _) = bring(&mut other, bytes.clone(), false);
    prop_assert_eq!(report.refused, 0, "{:?}", report.faults);
    prop_assert_eq!(records(&other, &kinds), before);
    for (id, record) in records(&other, &[Kind::Relationship]) {
        let Record::Relationship(one) = record else {
            continue;
        };
        let was = people().into_iter().find(|(known, _)| *known == id);
        let Some((_, Record::Relationship(was))) = was else {
            return Err(TestCaseError::fail(format!("{} was made up", one.name)));
        };
        prop_assert_eq!((one.name, one.party), (was.name, was.party));
    }
    prop_assert_eq!(out(&other, what, form), bytes, "other bytes");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn commitments_come_back_from_a_table(all in vec(commitment(), 1..6)) {
        comes_back(What::Commitments, Form::Csv, all)?;
    }

    #[test]
    fn commitments_come_back_from_a_list_of_tasks(all in vec(commitment(), 1..6)) {
        let unlinked = all.into_iter().map(|record| match record {
            Record::Commitment(one) => Record::Commitment(Commitment { follows: None, process: None, ..one }),
            other => other,
        });
        comes_back(What::Commitments, Form::Taskwarrior, unlinked.collect())?;
    }

    #[test]
    fn checkins_come_back_from_a_table(all in vec(checkin(), 1..6)) {
        comes_back(What::CheckIns, Form::Csv, all)?;
    }
}

#[test]
fn the_sample_comes_back_from_every_table() {
    let sample = sample();
    for what in [What::Commitments, What::CheckIns] {
        let bytes = out(&sample, what, Form::Csv);
        let mut other = journal();
        let (report, loaded) = bring(&mut other, bytes.clone(), false);
        assert_eq!(report.refused, 0, "{:?}", report.faults);
        assert!(loaded.new > 50, "{loaded:?}");
        let kinds = [what.kind().expect("a kind")];
        assert_eq!(records(&other, &kinds), records(&sample, &kinds));
        let (again, loaded) = bring(&mut other, bytes, true);
        assert_eq!(
            (again.new, again.differing, loaded.new, loaded.changed),
            (0, 0, 0, 0)
        );
        other.undo().expect("undone").expect("a step");
        assert_eq!(
            records(&other, Kind::ALL),
            [],
            "one step takes all of it back"
        );
    }
}

#[test]
fn everything_comes_back_with_its_history_also_what_was_undone_and_deleted() {
    let mut one = sample();
    let first = records(&one, &[Kind::Commitment])[0].0;
    one.tell(trustline::journal::Change::Erase { id: first })
        .expect("deleted");
    let second = records(&one, &[Kind::Commitment])[0].0;
    one.tell(trustline::journal::Change::Erase { id: second })
        .expect("deleted");
    one.undo().expect("undone").expect("a step");
    let bytes = out(&one, What::Revisions, Form::Jsonl);
    let mut other = journal();
    other.unite(&mut BufReader::new(&*bytes)).expect("united");
    assert_eq!(out(&other, What::Revisions, Form::Jsonl), bytes);
    let (a, b) = (records(&one, Kind::ALL), records(&other, Kind::ALL));
    assert!(
        a == b && a.iter().all(|(id, _)| *id != first) && a.iter().any(|(id, _)| *id == second)
    );
}

#[test]
fn a_calendar_of_the_sample_comes_back_and_changes_nothing() {
    let mut sample = sample();
    let bytes = out(&sample, What::Calendar, Form::Ics);
    let text = String::from_utf8(bytes.clone()).expect("letters");
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains("BEGIN:VTODO"),
        "{text:.80}"
    );
    let before = records(&sample, Kind::ALL);
    let (report, loaded) = bring(&mut sample, bytes, false);
    assert!(report.same > 300, "{report}");
    assert_eq!(
        (report.new, report.refused, loaded.new, loaded.changed),
        (0, 0, 0, 0),
        "{report}"
    );
    assert_eq!(records(&sample, Kind::ALL), before);
}

#[test]
fn tasks_of_the_sample_come_back_but_for_the_links_that_are_counted() {
    let sample = sample();
    let mut bytes = Vec::new();
    let export = Export {
        what: What::Commitments,
        form: Form::Taskwarrior,
        ..Export::default()
    };
    let written = sample.write_out(&export, &mut bytes).expect("written");
    let mut other = journal();
    let (report, _) = bring(&mut other, bytes, false);
    assert_eq!(
        (
            report.kinds.get(&Kind::Commitment).copied().unwrap_or(0),
            report.refused
        ),
        (written.records, 0)
    );
    let mut links = 0;
    let unlinked = records(&sample, &[Kind::Commitment])
        .into_iter()
        .map(|(id, record)| {
            let Record::Commitment(one) = record else {
                panic!("a commitment")
            };
            let each = [
                one.process,
                one.follows,
                one.followed,
                one.plan,
                one.confidence,
            ];
            links += each.iter().flatten().count() as u64;
            let one = Commitment {
                process: None,
                follows: None,
                followed: None,
                plan: None,
                confidence: None,
                ..one
            };
            (id, Record::Commitment(one))
        });
    let unlinked: Vec<_> = unlinked.collect();
    assert_eq!(records(&other, &[Kind::Commitment]), unlinked);
    assert!(links > 0);
    // what keeps a confidence is not written, and counted
    let kept = written
        .lost
        .get("promises to keep what was told in confidence");
    let kept = kept.copied().unwrap_or_default();
    assert!(kept > 0);
    assert_eq!(written.lost.values().sum::<u64>(), links + kept);
}

#[test]
fn tasks_of_the_sample_come_back_and_change_nothing() {
    let mut sample = sample();
    let bytes = out(&sample, What::Commitments, Form::Taskwarrior);
    let kinds = [Kind::Commitment];
    let before = records(&sample, &kinds);
    assert!(before.len() > 50);
    let (report, loaded) = bring(&mut sample, bytes.clone(), true);
    assert_eq!(
        (report.new, report.refused, loaded.new, loaded.changed),
        (0, 0, 0, 0),
        "{report}"
    );
    assert_eq!(records(&sample, &kinds), before);
    let mut other = journal();
    let (report, _) = bring(&mut other, bytes.clone(), false);
    assert_eq!(report.refused, 0, "{report}");
    assert_eq!(records(&other, &kinds).len(), before.len());
    let again = out(&other, What::Commitments, Form::Taskwarrior);
    assert_eq!(again, bytes, "other bytes");
}

/// The first lines of a table of the sample, so that a change of its form is seen.
fn golden(what: What) -> String {
    let text = String::from_utf8(out(&sample(), what, Form::Csv)).expect("letters");
    let lines: Vec<_> = text.split("\r\n").take(9).collect();
    lines.join("\n")
}

#[test]
fn a_table_of_commitments_looks_like_this() {
    insta::assert_snapshot!(golden(What::Commitments));
}

#[test]
fn a_table_of_checkins_looks_like_this() {
    insta::assert_snapshot!(golden(What::CheckIns));
}

#[test]
fn a_table_of_figures_is_of_one_relationship_and_has_no_figure_below_the_minimum() {
    let sample = sample();
    let write = |who: Option<RecordId>, open| {
        let mut bytes = Vec::new();
        let export = Export {
            what: What::Figures,
            form: Form::Csv,
            who,
            open,
            span: (Some(day("2026-10-25")), None),
            ..Export::default()
        };
        let written = sample.write_out(&export, &mut bytes)?;
        let text = String::from_utf8(bytes).expect("letters");
        Ok::<_, trustline::error::Error>((text.replace("\r\n", "\n"), written))
    };
    let says = write(None, false).expect_err("of everybody");
    assert!(says.says().contains("one relationship only"), "{says}");
    for (id, record) in records(&sample, &[Kind::Relationship]) {
        let Record::Relationship(one) = &record else {
            continue;
        };
        let (text, written) = write(Some(id), false).expect("written");
        let (opened, _) = write(Some(id), true).expect("written");
        let lines: Vec<_> = text.lines().skip(1).collect();
        assert_eq!(lines.len() as u64, written.records);
        let theirs = |text: &str| text.lines().filter(|l| l.contains(",theirs,")).count();
        assert!(lines[0].contains(",mine,"), "my side first");
        assert_eq!(theirs(&opened), 10);
        if sample.card(id).expect("a card").folded {
            assert_eq!(theirs(&text), 0, "{}", one.name);
            assert!(
                written
                    .says_lost()
                    .is_some_and(|says| says.contains("folded"))
            );
        } else {
            assert_eq!(text, opened);
        }
    }
    let priya = sample.find_relationship("priya").expect("Priya");
    insta::assert_snapshot!(write(Some(priya), false).expect("written").0);
}

#[test]
fn hostile_tables_of_ours_are_refused_by_line() {
    let head = "id,who,who_id,day,side,question,score,sentence,asked,as_before,answer";
    let check = |rows: &str, expect: &[&str]| {
        let mut journal = journal();
        let (report, _) = bring(&mut journal, format!("{head}\n{rows}").into_bytes(), false);
        let faults: Vec<_> = report.faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults.len(), expect.len(), "{faults:?}");
        for (fault, expect) in faults.iter().zip(expect) {
            assert!(fault.contains(expect), "{fault}");
        }
        report.kinds.get(&Kind::CheckIn).copied().unwrap_or(0)
    };
    let row = |id: &str, answer: &str| format!("{id},Priya,,2026-11-02,mine,ABL,4,,,,{answer}\n");
    let (a, b) = (
        RecordId::derived(&["a"]).to_string(),
        RecordId::derived(&["b"]).to_string(),
    );
    let whole = row(&a, "1 of 2") + &row(&a, "2 of 2");
    assert_eq!(check(&whole, &[]), 1);
    let apart = row(&a, "1 of 2") + &row(&b, "1 of 1") + &row(&a, "2 of 2");
    assert_eq!(check(&apart, &["line 2, answer", "line 4, answer"]), 1);
    assert_eq!(check(&row(&a, "1 of 99"), &["only 1 stand together"]), 0);
    assert_eq!(check(&row(&a, "0 of 0"), &["which answer of how many"]), 0);
    assert_eq!(check(&row("x", "1 of 1"), &["line 2, id"]), 0);
    assert_eq!(
        check(
            &(row(&a, "1 of 1") + &row(&a, "1 of 1")),
            &["has the id of line 2"]
        ),
        1
    );
    assert_eq!(check(&row("", "1 of 1"), &[]), 1, "added by hand");
    let wrong = row(&a, "1 of 1").replace(",4,", ",9,");
    assert_eq!(check(&wrong, &["not between 1 and 5"]), 0);
    let day = row(&a, "1 of 1").replace("2026-11-02", "02/11/2026");
    assert_eq!(check(&day, &["line 2, day"]), 0, "it could be two days");
}
