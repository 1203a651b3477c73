//! The journal's health as JSON: what was checked, what was found, what mends it, what was mended.

use std::path::Path;

use serde_json::json;

use super::{Json, list, text};
use crate::domain::health::{Check, Fix, Health};

/// The health: `{well, checks, fixes}`; after something was mended also `{mended, backup}`.
pub fn health(one: &Health, mended: Option<(&[String], Option<&Path>)>) -> Json {
    let fixes = one.fixes();
    let mut told = json!({
        "well": one.is_well(),
        "checks": list(&one.checks, check),
        "fixes": list(&fixes, |fix: &Fix| text(fix.word())),
    });
    if let (Some((mended, backup)), Json::Object(object)) = (mended, &mut told) {
        object.insert("mended".into(), list(mended, |says| text(says)));
        let backup = backup.map_or(Json::Null, |path| text(&path.display().to_string()));
        object.insert("backup".into(), backup);
    }
    told
}

/// A check: `{part, what, found, state, well, mend, fix}`; `well` is false where `state` is `not well` only.
fn check(one: &Check) -> Json {
    json!({
        "part": one.part.word(),
        "what": one.what,
        "found": one.found,
        "state": one.state.word(),
        "well": one.is_well(),
        "mend": one.mend,
        "fix": one.fix.map(Fix::word),
    })
}
