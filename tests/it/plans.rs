//! Pins the query plans: every question is a search of an index, never a walk over the journal.

use trustline::domain::filter::{Ask, Filter, Span};
use trustline::domain::view::{From, Key, Window};
use trustline::domain::{Kind, RecordId, Side};
use trustline::journal::{Journal, Question};
use trustline::transfer::outgoing::What;

use crate::house::{add, commitment, day, journal, person};

/// Every shape of query that screens and commands ask.
fn filters(who: RecordId) -> Vec<Filter> {
    let words = |text: &str| Ask::Words {
        text: text.to_owned(),
        phrase: false,
    };
    let all = Filter::default;
    vec![
        all(),
        all().and(Ask::Who(who)),
        all()
            .and(Ask::Who(who))
            .and(Ask::State(vec!["open"]))
            .and(Ask::Side(Side::Mine)),
        all()
            .and(Ask::Who(who))
            .and(Ask::Who(RecordId::derived(&["another"]))),
        all().and(Ask::Kind(vec![Kind::Breach])),
        all().and(Ask::Kind(vec![Kind::Breach, Kind::Plan])),
        all().and(Ask::State(vec!["broken"])),
        all().and(Ask::Overdue),
        all().and(Ask::Tag("budget".to_owned())),
        all().and(Ask::Due(Span {
            from: None,
            to: Some(day("2026-11-22")),
        })),
        all().and(Ask::Day(Span {
            from: Some(day("2026-11-01")),
            to: Some(day("2026-11-22")),
        })),
        all().and(words("budget numbers")),
        all().and(words("budget")).and(Ask::Who(who)),
    ]
}

/// Every question of every page, in every direction a window is asked for.
fn ask_everything(journal: &Journal, who: RecordId, id: RecordId) -> trustline::error::Result<()> {
    let key = Key { at: 5, n: 5 };
    for from in [From::Top, From::After(key), From::Before(key), From::Bottom] {
        let window = Window { from, rows: 40 };
        for filter in filters(who) {
            journal.ask(&Question::Entries { filter, window })?;
        }
        journal.ask(&Question::Relationships {
            archived: false,
            window,
        })?;
    }
    for question in [
        Question::Today { rows: 40 },
        Question::Card(who),
        Question::Timeline {
            who,
            ends: day("2026-11-22"),
            step: 7,
            points: 26,
        },
        Question::KnownThen {
            who,
            day: day("2026-10-01"),
        },
        Question::Voices(who),
        Question::Prep { who, since: None },
        Question::CheckIn(who),
        Question::Trust(who),
        Question::Balance(who),
        Question::Confidences(Some(who)),
        Question::Confidences(None),
        Question::Run,
        Question::Review,
        Question::ComingBack,
        Question::Record(id),
        Question::History(id),
        Question::Names {
            start: "pri".to_owned(),
            rows: 8,
        },
    ] {
        journal.ask(&question)?;
    }
    for name in ["booking", "desk"] {
        journal.card(journal.find_relationship(name)?)?;
    }
    journal.find_relationship("priya")?;
    let everything = Filter::default();
    for filter in [everything.clone(), everything.and(Ask::Who(who))] {
        let kinds = [Kind::Commitment];
        journal.each(&kinds, &filter, &mut |_, _| Ok(()))?;
    }
    journal.how_many(What::Commitments)?;
    journal.find_record(None, "numbers")?;
    journal.find_record(None, &id.short())?;
    journal.version()?;
    Ok(())
}

#[test]
fn every_question_is_an_index_search() {
    let mut journal = journal();
    let who = person(&mut journal, "Priya Nair");
    for (name, party) in [("Booking", "group"), ("Desk", "institution")] {
        let texts = [("name", name), ("party", party)];
        add(&mut journal, Kind::Relationship, &texts);
    }
    let texts = [("name", "Jonas"), ("teams", "Booking")];
    add(&mut journal, Kind::Relationship, &texts);
    let id = commitment(
        &mut journal,
        "priya",
        "mine",
        "send the numbers",
        "2026-11-01",
        "2026-11-10",
    );
    let plans = journal
        .plans_of(|journal| ask_everything(journal, who, id))
        .expect("plans");
    assert!(
        plans.len() > 40,
        "only {} statements were heard",
        plans.len()
    );
    for (sql, plan) in &plans {
        // whether there is anything at all is answered by its first row
        let first_row_only = sql == "SELECT 1 FROM relationship LIMIT 1";
        for step in plan {
            let searched =
                (step.starts_with("SEARCH") && step.contains("USING")) || step == "SEARCH revision";
            let full_text = step.starts_with("SCAN") && step.contains("VIRTUAL TABLE INDEX");
            let around = [
                "CORRELATED SCALAR",
                "LIST SUBQUERY",
                "CREATE BLOOM",
                "SCALAR SUBQUERY",
            ]
            .iter()
            .any(|w| step.starts_with(w));
            let few = step.contains("TEMP B-TREE FOR")
                && (sql.contains("FROM name") || sql.contains("coalesce(s.says"));
            assert!(
                searched || full_text || around || few || first_row_only,
                "{step}\n  in {plan:#?}\n  of {sql}"
            );
        }
    }
}
