//! A figure as JSON, with everything that made it.

use serde_json::{Map, json};

use super::{Json, day, list};
use crate::domain::pulse::Level;
use crate::domain::reliability::{Explanation, Figure, Part, Rules};
use crate::domain::trend::{self, Change};
use crate::domain::view::{SideFigures, Voices};

/// Both figures of one side: `{kept_as_agreed, follow_through}`.
pub fn side(figures: &SideFigures) -> Json {
    json!({
        "kept_as_agreed": figure(&figures.kept),
        "follow_through": figure(&figures.follow),
    })
}

/// Marks whether what is told stands folded on a screen: their figure where I hold the power.
pub fn folded(mut told: Json, folded: bool) -> Json {
    if let Some(pairs) = told.as_object_mut() {
        pairs.insert("folded".to_owned(), json!(folded));
    }
    told
}

/// A figure: shares of 1, counts by label, the evidence with its weights, and the account of it.
/// Below the evidence floor `show` says that the numbers are not to be shown as a figure.
pub fn figure(one: &Figure) -> Json {
    let counts: Map<String, Json> = one
        .counts
        .iter()
        .map(|(label, n)| (label.word().to_owned(), json!(n)))
        .collect();
    json!({
        "measure": one.measure.word(),
        "as_of": day(Some(one.as_of)),
        "alpha": one.alpha,
        "beta": one.beta,
        "mean": one.mean,
        "lo": one.lo,
        "hi": one.hi,
        "n": one.n,
        "n_eff": one.n_eff,
        "show": one.show.word(),
        "says": format!("{} \u{b7} {}", one.counts_text(), one.text()),
        "counts": counts,
        "parts": list(&one.parts, part),
        "not_counted": {
            "released": one.not_counted.released,
            "excused": one.not_counted.excused,
            "requested": one.not_counted.requested,
            "open": one.not_counted.open,
            "undated": one.not_counted.undated,
        },
        "trend": trend_of(one),
        "change": trend::change(one).map(|change| change_of(one, &change)),
        "rules": rules(&one.rules),
        "explain": explanation(&one.explain()),
    })
}

/// The last six weeks against the eighteen before.
fn trend_of(one: &Figure) -> Json {
    let trend = trend::trend(one);
    json!({
        "arrow": trend.arrow.word(),
        "p_up": trend.p_up,
        "recent": trend.mean_recent,
        "before": trend.mean_before,
        "n_recent": trend.n_recent,
        "n_before": trend.n_before,
    })
}

/// The strongest split of the evidence; `asks` only where it is worth asking about.
fn change_of(one: &Figure, change: &Change) -> Json {
    json!({
        "ln_bf": change.ln_bf,
        "split": change.split,
        "n_since": change.n_since,
        "kept_before": change.kept_before,
        "kept_since": change.kept_since,
        "flag": change.flag,
        "asks": change.flag.then(|| change.text(one.measure)),
    })
}

fn part(one: &Part) -> Json {
    json!({
        "id": one.id.to_string(),
        "short": one.id.short(),
        "label": one.label.word(),
        "day": day(Some(one.day)),
        "age": one.age,
        "w": one.w,
        "credit": one.credit,
    })
}

fn explanation(one: &Explanation) -> Json {
    json!({
        "plus_start": one.plus_start,
        "minus_start": one.minus_start,
        "shares": list(&one.shares, |(label, n, plus, missing)| json!({
            "label": label.word(), "n": n, "plus": plus, "missing": missing,
        })),
        "pulls": list(&one.pulls, |(id, points)| json!({
            "id": id.to_string(), "short": id.short(), "points": points,
        })),
    })
}

fn rules(one: &Rules) -> Json {
    json!({
        "alpha0": one.alpha0,
        "beta0": one.beta0,
        "half_life": one.half_life,
        "batch_exp": one.batch_exp,
        "late_credit": one.late_credit,
        "level": one.level,
        "lapse_days": one.lapse_days,
        "use_stakes": one.use_stakes,
    })
}

/// The level of check-ins, 0 to 100.
pub fn level(one: &Level) -> Json {
    json!({
        "n": one.n,
        "level": one.level,
        "latest": one.latest,
        "shown": one.shown,
        "previous": one.previous,
        "shift": one.shift,
        "band": one.band,
        "moved": one.moved,
        "says": one.text(),
    })
}

/// The level with every check-in that made it.
pub fn voices(one: &Voices) -> Json {
    json!({
        "level": one.level.as_ref().map(level),
        "voices": list(&one.voices, |(id, voice)| json!({
            "id": id.to_string(),
            "short": id.short(),
            "day": day(Some(voice.day)),
            "points": voice.points,
            "answered": voice.answered,
            "asked": voice.asked,
            "weight": voice.weight,
        })),
    })
}
