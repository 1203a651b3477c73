//! The table names what is there and nothing else, and what it does not name stays out.

use super::*;
use crate::domain::RecordId;
use crate::domain::breach::Breach;
use crate::domain::commitment::Commitment;
use crate::domain::disclosure::Disclosure;

fn on(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn reader(audience: Audience, withhold: &[&str]) -> Reader {
    let about = Relationship {
        withhold: withhold.iter().map(ToString::to_string).collect(),
        ..Relationship::default()
    };
    Reader::of(audience, &about, on("2026-03-31"))
}

/// Every piece that there is.
fn all() -> impl Iterator<Item = (Kind, &'static str)> {
    Kind::ALL.iter().flat_map(|kind| {
        let fields = kind.fields().iter().map(|field| field.name);
        fields
            .chain(derived(*kind).iter().copied())
            .map(|piece| (*kind, piece))
    })
}

#[test]
fn the_table_names_what_is_there_once_with_a_reason() {
    let mut seen = Vec::new();
    for row in rows() {
        let what = (row.kind, row.piece);
        assert!(all().any(|one| one == what), "{what:?} is no piece");
        assert!(!seen.contains(&what), "{what:?} stands twice");
        assert!(!row.why.is_empty() && (row.them.is_some() || row.lead.is_some()));
        seen.push(what);
    }
}

/// The whole table, to be read by eye: a new row, or a softer one, shows in this snapshot; a new field without a row
/// is denied.
#[test]
fn what_has_no_row_never_leaves() {
    let mut told = String::new();
    for (kind, piece) in all() {
        let row = rows().find(|row| (row.kind, row.piece) == (kind, piece));
        let said = [
            (Audience::Them, row.and_then(|row| row.them)),
            (Audience::Lead, row.and_then(|row| row.lead)),
        ];
        for (audience, may) in said {
            assert_eq!(reader(audience, &[]).piece(kind, piece), may);
        }
        assert_eq!(
            reader(Audience::Me, &[]).piece(kind, piece),
            Some(May::Shown)
        );
        if let Some(row) = row {
            let word = |may: Option<May>| may.map_or("never".to_owned(), |may| format!("{may:?}"));
            let line = format!(
                "{kind}.{piece}: them {}, lead {}\n",
                word(row.them),
                word(row.lead)
            );
            told.push_str(&line);
        }
    }
    for audience in [Audience::Me, Audience::Them, Audience::Lead] {
        assert_eq!(reader(audience, &[]).piece(Kind::Note, "secret"), None);
    }
    insta::assert_snapshot!(told);
}

#[test]
fn several_pieces_are_as_private_as_the_strictest() {
    let them = reader(Audience::Them, &[]);
    let may = |pieces: &[&str]| them.pieces(Kind::Commitment, pieces);
    assert_eq!(may(&["text", "due"]), Some(May::Shown));
    assert_eq!(may(&["text", "reason"]), Some(May::Ticked));
    assert_eq!(may(&["text", "source"]), None);
}

#[test]
fn a_relationship_takes_away_and_never_gives() {
    for audience in [Audience::Them, Audience::Lead] {
        for (kind, piece) in all() {
            let open = reader(audience, &[]).piece(kind, piece);
            let words = [format!("{kind}.{piece}"), format!("lead:{kind}")];
            for word in words {
                let less = reader(audience, &[&word]).piece(kind, piece);
                assert!(less.is_none() || less == open, "{word} gave {less:?}");
            }
        }
    }
    let said = |audience, word: &str| reader(audience, &[word]).piece(Kind::Commitment, "text");
    assert_eq!(said(Audience::Lead, "lead:commitment"), None);
    assert_eq!(said(Audience::Them, "lead:commitment"), Some(May::Shown));
    assert_eq!(said(Audience::Them, "commitment"), None);
    assert_eq!(said(Audience::Me, "commitment"), Some(May::Shown));
    assert_eq!(
        said(Audience::Them, "commitment.done-means"),
        Some(May::Shown)
    );
}

#[test]
fn a_word_that_withholds_nothing_is_named() {
    let fault = |word: &str| withhold::one(word).expect_err(word);
    let check = |word: &str, part: &str| assert!(fault(word).contains(part), "{}", fault(word));
    check(
        "comitment",
        "\u{201c}comitment\u{201d} is nothing to withhold: did you mean commitment?",
    );
    check("commitment.reasn", "did you mean reason?");
    check("lead:xyzzy", "name a kind");
    check("feedback.colour", "name a field of a feedback");
    check("me:feedback", "from them or from lead");
    check("boss:feedback", "from them or from lead");
    assert!(withhold::one("check-in.note").is_ok());
    assert!(withhold::one(" Them:Feedback ").is_ok());
    assert!(
        withhold::one("commitment.state").is_ok(),
        "derived pieces too"
    );
}

#[test]
fn what_is_sealed_or_kept_from_them_leaves_for_nobody() {
    let may = |audience, record: Record| reader(audience, &[]).whole(&record);
    let sealed = Disclosure {
        confidence: true,
        ..Disclosure::default()
    };
    let everybody = [Audience::Me, Audience::Them, Audience::Lead];
    for audience in everybody {
        assert_eq!(may(audience, Record::Disclosure(sealed.clone())), None);
    }
    let promise = Commitment {
        agreed: Some(on("2026-03-01")),
        ..Commitment::default()
    };
    let id = RecordId::from_bytes(&[1; 16]);
    let step = Commitment {
        plan: id,
        ..promise.clone()
    };
    let to_keep = Commitment {
        confidence: id,
        ..promise.clone()
    };
    let asked = Commitment {
        agreed: Some(on("2026-04-01")),
        ..promise.clone()
    };
    let harm = Breach {
        safety: true,
        ..Breach::default()
    };
    let of = Record::Commitment;
    for audience in [Audience::Them, Audience::Lead] {
        assert_eq!(may(audience, of(promise.clone())), Some(May::Shown));
        assert_eq!(may(audience, of(step.clone())), None);
        assert_eq!(may(audience, of(to_keep.clone())), None);
        assert_eq!(may(audience, of(asked.clone())), Some(May::Ticked));
    }
    assert_eq!(may(Audience::Them, Record::Breach(harm.clone())), None);
    assert_eq!(may(Audience::Lead, Record::Breach(harm)), Some(May::Ticked));
}

/// A kind that is withheld whole has no piece to be ticked, and the other way round.
#[test]
fn rows_and_wholes_agree() {
    for kind in Kind::ALL {
        for audience in [Audience::Them, Audience::Lead] {
            let mut record = kind.blank();
            if let Record::Commitment(one) = &mut record {
                one.agreed = Some(on("2026-03-01"));
            }
            let any = kind
                .fields()
                .iter()
                .any(|field| reader(audience, &[]).piece(*kind, field.name).is_some());
            let whole = reader(audience, &[]).whole(&record).is_some();
            assert_eq!(any, whole, "{kind} for {audience}");
        }
    }
}
