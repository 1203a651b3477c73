//! What stands for a group or an institution, as JSON.

use serde_json::json;

use super::{Json, entry, level, list, who};
use crate::domain::agreement::Observed;
use crate::domain::collective::{Collective, observed as seen_of};
use crate::domain::view::EntryLine;

/// Coverage and belonging of a group, excused misses of an institution, and what was seen of their agreements.
pub fn collective(one: &Collective, agreements: &[EntryLine]) -> Json {
    json!({
        "coverage": {
            "known": one.coverage.known.len(),
            "members": one.coverage.members,
            "who": list(&one.coverage.known, |(id, name)| who(*id, name)),
        },
        "belonging": one.belonging.belonging.as_ref().map(level),
        "fitting_in": one.belonging.fitting_in.as_ref().map(level),
        "excused": {
            "in_60_days": one.excused.recent,
            "in_all": one.excused.all,
            "lines": list(&one.excused.lines, entry),
        },
        "observed": seen_of(agreements).map(observed),
    })
}

/// How often agreements were seen upheld and breached, and how many breaches wait.
pub fn observed(one: Observed) -> Json {
    json!({"upheld": one.upheld, "breached": one.breached, "waits": one.waits})
}
