//! The promise to keep a confidence, whose words somebody may have changed: it leaves for no other program.

use trustline::domain::filter::{Ask, Filter};
use trustline::domain::view::{From, Window};
use trustline::domain::{Kind, Record};
use trustline::journal::{Change, Export};
use trustline::transfer::outgoing::{Form, What};

use crate::house::{add, commitment, journal, person};

/// What was told, written into the promise to keep it.
const SECRET: &str = "zyxquartz";

#[test]
fn a_promise_to_keep_a_confidence_stays_out_of_tables_and_calendars() {
    let mut journal = journal();
    person(&mut journal, "Ada Bly");
    commitment(
        &mut journal,
        "Ada Bly",
        "mine",
        "send it",
        "2026-11-01",
        "2026-12-01",
    );
    let texts = [
        ("who", "Ada Bly"),
        ("side", "theirs"),
        ("confidence", "yes"),
    ];
    add(&mut journal, Kind::Disclosure, &texts);
    let all = Filter::default().and(Ask::Kind(vec![Kind::Commitment]));
    let window = Window {
        from: From::Top,
        rows: 9,
    };
    let lines = journal.entries(&all, window).expect("a list").lines;
    let kept = lines.iter().find_map(|line| match &line.record {
        Record::Commitment(one) if one.confidence.is_some() => Some((line.id, one.clone())),
        _ => None,
    });
    let (id, mut promise) = kept.expect("a promise came with it");
    promise.text = format!("tell nobody of the {SECRET}");
    promise.done_means = SECRET.into();
    let seen = journal.stored(id).expect("a journal").expect("it").stamp;
    let record = Box::new(Record::Commitment(promise));
    journal
        .tell(Change::Edit { id, seen, record })
        .expect("an edit");

    for (what, form) in [
        (What::Commitments, Form::Csv),
        (What::Commitments, Form::Ics),
        (What::Commitments, Form::Taskwarrior),
        (What::Calendar, Form::Ics),
    ] {
        let mut out = Vec::new();
        let export = Export {
            what,
            form,
            ..Export::default()
        };
        let written = journal.write_out(&export, &mut out).expect("written");
        let text = String::from_utf8(out).expect("text");
        assert!(!text.contains(SECRET), "{what} as {form}: {text}");
        assert!(text.contains("send it"), "{what} as {form}: {text}");
        let lost = "promises to keep what was told in confidence";
        assert_eq!(written.lost.get(lost), Some(&1), "{what} as {form}");
    }
    let many = journal.how_many(What::Commitments).expect("a count");
    assert_eq!(many, Some(1));
}
