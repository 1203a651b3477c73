//! A revision as a line of an export: JSON Lines, the body kept to the letter.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::domain::forget::Mark;
use crate::domain::view::Stamp;
use crate::domain::{Kind, RecordId};
use crate::error::{Error, ErrorKind, Result};

/// The newest version of the export as a whole; its first line says it. The second knows marks of forgetting, and is
/// written only where there are some.
pub const FORMAT: u32 = 2;

/// No stamp is so late (the year 4199): whatever comes after it must still find a number of its own.
const LATEST: i64 = 1 << 62;

/// The first line of an export.
#[derive(Serialize, Deserialize)]
struct Heading {
    trustline: u32,
    revisions: u64,
}

/// One revision, as it travels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Of which record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// When and by which device.
    pub stamp: Stamp,
    /// The revision it replaced.
    pub parent: Option<Stamp>,
    /// The body, or `None`: erased.
    pub body: Option<String>,
    /// What forgetting left in it.
    pub mark: Option<Mark>,
}

#[derive(Serialize)]
struct Out<'a> {
    record: String,
    kind: &'static str,
    time: i64,
    device: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<(i64, String)>,
    body: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<&'static str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct In {
    record: String,
    kind: String,
    time: i64,
    device: String,
    #[serde(default)]
    parent: Option<(i64, String)>,
    body: Option<Box<RawValue>>,
    #[serde(default)]
    mark: Option<String>,
}

/// What is wrong with a line of JSON, and where in it.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.split_once(" at line ") {
        Some((says, _)) => format!("{says}, at byte {}", error.column()),
        None => text,
    }
}

/// The first line, of an export with or without marks of forgetting: without them, earlier programs read it too.
pub fn heading(revisions: u64, marked: bool) -> String {
    serde_json::to_string(&Heading {
        trustline: if marked { FORMAT } else { 1 },
        revisions,
    })
    .unwrap_or_default()
}

/// Whether a text is the first line of an export, of a version that can be read.
///
/// # Errors
/// `Input` when it is a newer export, or none.
pub fn read_heading(line: &str) -> Result<u64> {
    let heading: Heading = serde_json::from_str(line)
        .map_err(|_| Error::input("line 1: this is not an export of a trustline journal"))?;
    if heading.trustline > FORMAT {
        let says = format!(
            "this export is of version {}; this program knows {FORMAT}",
            heading.trustline
        );
        return Err(Error::new(ErrorKind::Input, says).hint("upgrade trustline, then import again"));
    }
    Ok(heading.revisions)
}

/// Writes a revision as a line, without its line end.
///
/// # Errors
/// `Journal` when the body is not JSON.
pub fn write(revision: &Revision) -> Result<String> {
    let damaged = |e: serde_json::Error| {
        Error::new(
            ErrorKind::Journal,
            format!("a revision of {} is damaged", revision.record),
        )
        .because(e)
    };
    let body = revision
        .body
        .as_deref()
        .map(serde_json::from_str::<&RawValue>)
        .transpose()
        .map_err(damaged)?;
    let device = |stamp: &Stamp| format!("{:016x}", stamp.device);
    let line = Out {
        record: revision.record.to_string(),
        kind: revision.kind.word(),
        time: revision.stamp.time,
        device: device(&revision.stamp),
        parent: revision.parent.as_ref().map(|p| (p.time, device(p))),
        body,
        mark: revision.mark.map(Mark::word),
    };
    serde_json::to_string(&line).map_err(damaged)
}

/// Reads a line. The body must be one that this program can read.
///
/// # Errors
/// `Input` with what is wrong, without the line's number.
pub fn read(line: &str) -> Result<Revision> {
    let wrong = |why: String| Error::input(format!("this is not a revision: {why}"));
    let read: In = serde_json::from_str(line).map_err(|e| wrong(plain(&e)))?;
    let kind = Kind::from_word(&read.kind).ok_or_else(|| {
        wrong(format!(
            "\u{201c}{}\u{201d} is not a kind of record that this version knows",
            read.kind
        ))
    })?;
    let stamp = |time: i64, device: &str| -> Result<Stamp> {
        if !(0..LATEST).contains(&time) {
            return Err(wrong(format!("{time} is no time of this clock")));
        }
        let device = u64::from_str_radix(device, 16)
            .map_err(|_| wrong("its device is not a number".to_owned()))?;
        Ok(Stamp {
            time,
            device: device.cast_signed(),
        })
    };
    let known = |word: String| {
        Mark::from_word(&word)
            .ok_or_else(|| wrong("it has a mark that this version does not know".to_owned()))
    };
    let mark = read.mark.map(known).transpose()?;
    let body = read.body.map(|raw| raw.get().to_owned());
    if mark.is_some_and(Mark::is_gone) && body.is_some() {
        return Err(wrong(
            "it is marked as forgotten and holds something".to_owned(),
        ));
    }
    if let Some(body) = &body {
        super::decode(kind, body)?;
    }
    Ok(Revision {
        record: read.record.parse().map_err(wrong)?,
        kind,
        stamp: stamp(read.time, &read.device)?,
        parent: read
            .parent
            .map(|(time, device)| stamp(time, &device))
            .transpose()?,
        body,
        mark,
    })
}
