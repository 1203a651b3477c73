//! The versioned form of a draft: what was typed, and what it started from.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::domain::Kind;
use crate::domain::draft::Draft;
use crate::domain::view::Stamp;
use crate::error::{Error, ErrorKind, Result};

/// The newest version of the form.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Form {
    v: u32,
    spot: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    who: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    base: Option<(String, Box<RawValue>)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seen: Option<(i64, i64)>,
    texts: Vec<(String, String)>,
    #[serde(default)]
    at: String,
    #[serde(default)]
    sealed: bool,
}

/// Writes a draft.
pub fn encode(draft: &Draft) -> String {
    let base = draft.base.as_ref().and_then(|record| {
        let body = RawValue::from_string(super::encode(record)).ok()?;
        Some((record.kind().word().to_owned(), body))
    });
    let form = Form {
        v: VERSION,
        spot: draft.spot.to_string(),
        who: draft.who.map(|id| id.to_string()),
        base,
        seen: draft.seen.map(|stamp| (stamp.time, stamp.device)),
        texts: draft.texts.clone(),
        at: draft.at.clone(),
        sealed: draft.sealed,
    };
    serde_json::to_string(&form).unwrap_or_default()
}

/// Reads a draft.
///
/// # Errors
/// `Input` when it is none, or of a newer version.
pub fn decode(body: &str) -> Result<Draft> {
    let wrong = |why: String| Error::input(format!("a draft is not in its form: {why}"));
    let form: Form = serde_json::from_str(body).map_err(|e| wrong(e.to_string()))?;
    if form.v > VERSION {
        let says = format!("a draft of version {} cannot be read", form.v);
        return Err(Error::new(ErrorKind::Input, says)
            .hint("it was written by a newer trustline: upgrade this one"));
    }
    let base = match form.base {
        Some((kind, body)) => {
            let kind = Kind::from_word(&kind).ok_or_else(|| wrong(format!("{kind} is no kind")))?;
            Some(Box::new(super::decode(kind, body.get())?))
        }
        None => None,
    };
    Ok(Draft {
        spot: form.spot.parse().map_err(wrong)?,
        who: form.who.map(|id| id.parse()).transpose().map_err(wrong)?,
        base,
        seen: form.seen.map(|(time, device)| Stamp { time, device }),
        texts: form.texts,
        at: form.at,
        sealed: form.sealed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::RecordId;
    use crate::domain::draft::Spot;

    #[test]
    fn a_draft_comes_back_as_it_was() {
        let now = chrono::DateTime::UNIX_EPOCH.naive_utc();
        let id = RecordId::derived(&["one"]);
        let line = Draft::line(
            Spot::Quick(None),
            None,
            "line",
            "send \u{201c}it\u{201d}\n".to_owned(),
        );
        let form = Draft {
            spot: Spot::Edit(id),
            who: Some(id),
            base: Some(Box::new(Kind::Disclosure.fresh(now))),
            seen: Some(Stamp {
                time: 7,
                device: -3,
            }),
            sealed: true,
            ..line.clone()
        };
        for draft in [line, form] {
            assert_eq!(decode(&encode(&draft)).expect("its own form"), draft);
        }
    }

    #[test]
    fn what_is_no_draft_or_a_newer_one_is_refused() {
        for wrong in ["", "{}", r#"{"v":1,"spot":"nowhere","texts":[]}"#] {
            assert!(decode(wrong).is_err(), "{wrong}");
        }
        let newer = decode(r#"{"v":2,"spot":"line -","texts":[]}"#);
        assert!(newer.expect_err("newer").says().contains("version 2"));
    }
}
