//! Backups as JSON: what lies there, what would change, what was done.

use std::path::Path;

use serde_json::json;

use super::{Json, list};
use crate::domain::backup::{Backup, Backups, Preview};

/// A backup: `{file, name, made, why, bytes, records, schema, newest, sound, fault}`.
pub fn backup(one: &Backup) -> Json {
    json!({
        "file": one.path.display().to_string(),
        "name": one.file(),
        "made": one.name.map(|name| name.at.format("%Y-%m-%dT%H:%M:%S").to_string()),
        "why": one.name.map(|name| name.why.to_string()),
        "bytes": one.bytes,
        "records": one.records,
        "schema": one.schema,
        "newest": one.newest.map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string()),
        "sound": one.is_good(),
        "fault": one.fault,
    })
}

/// The list with its rule; `verified`: every page of every one was checked now, not only when it was made.
pub fn backups(all: &Backups, verified: bool) -> Json {
    let rule = &all.rule;
    json!({
        "folder": all.folder.display().to_string(),
        "rule": {
            "automatic": rule.automatic,
            "daily": rule.daily,
            "weekly": rule.weekly,
            "monthly": rule.monthly,
            "migrations": rule.migrations,
            "says": format!("{} {}", rule.says_when(), rule.says_which()),
        },
        "verified": verified,
        "backups": list(&all.lines, backup),
    })
}

/// What was pruned, or would be.
pub fn pruned(gone: &[Backup], dry: bool) -> Json {
    json!({"dry_run": dry, "deleted": list(gone, backup)})
}

/// What a restore would change.
pub fn restoring(preview: &Preview) -> Json {
    let kinds: Vec<_> = preview
        .kinds
        .iter()
        .map(|(kind, moves)| {
            json!({"kind": kind.word(), "back": moves.back, "gone": moves.gone, "changed": moves.changed})
        })
        .collect();
    let missing = list(
        &preview.missing,
        |one| json!({"kind": one.kind.word(), "day": one.day.to_string(), "who": one.who, "title": one.title}),
    );
    json!({
        "backup": backup(&preview.backup),
        "now": preview.now.map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string()),
        "kinds": kinds,
        "missing": missing,
        "not_compared": preview.unread,
    })
}

/// What was restored, and where what was there before is kept.
pub fn restored(from: &Backup, before: Option<&Path>) -> Json {
    json!({"restored": backup(from), "before": before.map(|path| path.display().to_string())})
}
