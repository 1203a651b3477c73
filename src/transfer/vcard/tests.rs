//! Contacts as programs write them, and as nobody should.

use super::*;
use crate::domain::relationship::Party;
use crate::transfer::intake::{Nobody, Report};

fn cards(text: &str) -> Result<Cards> {
    let choice = Choice {
        now: "2026-11-22T10:00:00".parse().expect("a time"),
        ..Choice::default()
    };
    Cards::open(&Source::held("people.vcf", text.as_bytes()), &choice)
}

/// What an empty journal gets, and the report.
fn brought(text: &str) -> (Vec<Relationship>, Report) {
    let held = Held {
        names: &Nobody,
        record: &|_| None,
        erased: &|_| false,
    };
    let cards = cards(text).expect("cards");
    let mut watch = Watch {
        tick: &mut |_| true,
        refused: &mut |_, _| Ok(()),
    };
    let survey = cards.survey(&held, &mut watch).expect("surveys");
    let report = survey.report.clone();
    let records = cards.feed(survey).expect("feeds");
    let people = records.map(|r| match r.expect("a record").1 {
        Record::Relationship(one) => one,
        other => panic!("a {}", other.kind()),
    });
    (people.collect(), report)
}

#[test]
fn cards_of_every_version_become_relationships() {
    let photo = "A".repeat(3_000_000);
    let text = format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Nair;Priya;;;\r\nFN:Priya Nair\r\nNICKNAME:pri\r\nitem1.EMAIL;TYPE=work:priya@example.com\r\nTEL:+44 1\r\nORG:Acme;Booking\r\nTITLE:Staff engineer\r\nCATEGORIES:myContacts,platform\r\nBDAY:1990-02-30\r\nPHOTO;ENCODING=b;TYPE=JPEG:{photo}\r\nNOTE:private\r\nUID:u-1\r\nEND:VCARD\r\n\
         BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Travel desk\r\nIMPP:xmpp:desk@example.com\r\nEND:VCARD\r\n\
         BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\r\nEND:VCARD\r\n\
         BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anneliese Sch\r\n warz\r\nKIND:individual\r\nEND:VCARD\r\n\
         BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Printer\r\nKIND:device\r\nEND:VCARD\r\n\
         BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\r\nORG:Initech\r\nEND:VCARD\r\n"
    );
    let (people, report) = brought(&text);
    let names: Vec<_> = people
        .iter()
        .map(|one| (one.name.as_str(), one.party))
        .collect();
    assert_eq!(
        names,
        [
            ("Priya Nair", Party::Person),
            ("Travel desk", Party::Institution),
            ("J\u{f6}rg M\u{fc}ller", Party::Person),
            ("Anneliese Schwarz", Party::Person),
            ("Initech", Party::Institution),
        ]
    );
    let priya = &people[0];
    assert_eq!(priya.handles, ["pri", "priya@example.com"]);
    assert_eq!(priya.teams, ["Booking", "platform"]);
    assert_eq!(priya.card, "Title: Staff engineer");
    assert_eq!(people[1].handles, ["desk@example.com"]);
    assert_eq!((report.rows, report.new, report.refused), (6, 5, 0));
    assert_eq!(
        report
            .skipped
            .get("kind \u{201c}DEVICE\u{201d}")
            .copied()
            .or(report.skipped.get("kind \u{201c}device\u{201d}").copied()),
        Some(1)
    );
    let note = report.notes.join(" ");
    assert!(
        note.contains("birthdays (1), notes (1), pictures (1), telephone numbers (1)"),
        "{note}"
    );
}

#[test]
fn what_cannot_be_a_card_is_refused_by_line_and_the_rest_comes() {
    let text = format!(
        "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:Lost\nBEGIN:VCARD\nFN:Bo\u{1b}[31m\u{202e}x\nEND:VCARD\n{}",
        "n".repeat(10_000),
        "BEGIN:VCARD\n".repeat(3000)
    );
    let (people, report) = brought(&text);
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].name, "Bo\u{241b}[31m\u{fffd}x");
    let faults: Vec<_> = report.faults.iter().map(ToString::to_string).collect();
    let says = faults.join("\n");
    assert!(
        says.contains("line 1, FN: a name has at most 200 characters"),
        "{says}"
    );
    assert!(says.contains("line 5, FN: has no name"), "{says}");
    assert!(
        says.contains("line 9: begins here and is never ended"),
        "{says}"
    );
    assert_eq!(report.refused, 3003);
    assert!(cards("no card at all").is_err());
    assert!(cards("").is_err());
}

#[test]
fn whom_the_journal_knows_is_met_and_only_joined() {
    let there = Record::Relationship(Relationship {
        name: "Priya Nair".to_owned(),
        card: "writes first".to_owned(),
        handles: vec!["@pnair".to_owned()],
        ..Relationship::default()
    });
    let id = RecordId::derived(&["priya"]);
    let known = (id, &there);
    let names = One(known);
    let held = Held {
        names: &names,
        record: &|asked| (asked == id).then(|| there.clone()),
        erased: &|_| false,
    };
    let text = "BEGIN:VCARD\nFN:Priya Nair\nEMAIL:p@example.com\nTITLE:Lead\nEND:VCARD\nBEGIN:VCARD\nFN:Priya Nair\nEND:VCARD\n";
    let mut cards = cards(text).expect("cards");
    cards.parcel.update = true;
    let mut watch = Watch {
        tick: &mut |_| true,
        refused: &mut |_, _| Ok(()),
    };
    let survey = cards.survey(&held, &mut watch).expect("surveys");
    assert_eq!((survey.report.new, survey.report.differing), (0, 1));
    assert_eq!(survey.report.skipped.len(), 1);
    let fed: Vec<_> = cards
        .feed(survey)
        .expect("feeds")
        .map(|r| r.expect("a record"))
        .collect();
    let [(who, Record::Relationship(one))] = fed.as_slice() else {
        panic!("{fed:?}");
    };
    assert_eq!(*who, id);
    assert_eq!(one.handles, ["@pnair", "p@example.com"]);
    assert_eq!(one.card, "writes first");
}

struct One<'a>((RecordId, &'a Record));

impl crate::domain::fields::Names for One<'_> {
    fn find(&self, words: &str) -> std::result::Result<RecordId, String> {
        let named = fold(&self.0.1.noun().title()) == fold(words);
        named.then_some(self.0.0).ok_or_else(|| "nobody".to_owned())
    }
    fn name(&self, id: RecordId) -> Option<String> {
        (id == self.0.0).then(|| self.0.1.noun().title())
    }
    fn record(&self, _: Kind, _: &str) -> std::result::Result<RecordId, String> {
        Err("none".to_owned())
    }
}
