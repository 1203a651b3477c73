//! Two revisions that bear one stamp: a journal that was copied has one number of its device, and where its clock was
//! ahead once, both copies go on from the same stamp. Neither is lost: the one that comes in gets a stamp of its own.

use super::revisions::{WHOLE, revision};
use super::{Store, rows};
use crate::domain::view::Stamp;
use crate::error::Result;
use crate::wire::revision::Revision;

/// What two revisions of one stamp are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alike {
    /// One and the same.
    Same,
    /// Two, written apart.
    Twin,
    /// One of them holds nothing: it was deleted apart from the other, or forgotten.
    Emptied,
}

impl Store {
    /// The revision that bears a stamp, and its place.
    pub(super) fn stamped(&self, stamp: Stamp) -> Result<Option<(i64, Revision)>> {
        let sql = format!("SELECT {WHOLE}, seq FROM revision WHERE time = ?1 AND device = ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut found = statement.query([stamp.time, stamp.device])?;
        let row = found.next()?;
        row.map(|row| Ok((row.get(8)?, revision(row)?))).transpose()
    }

    /// Whether a revision is here, be it under a stamp of its own; changes nothing.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn knows(&self, one: &Revision) -> Result<bool> {
        let Some((_, stands)) = self.stamped(one.stamp)? else {
            return Ok(false);
        };
        match alike(&stands, one) {
            Alike::Same | Alike::Emptied => Ok(true),
            Alike::Twin => Ok(self.stamped(apart(one).stamp)?.is_some()),
        }
    }
}

/// Compares what stands with what comes in under the same stamp. What forgetting left of either is the same still.
pub(super) fn alike(stands: &Revision, comes: &Revision) -> Alike {
    if stands.record != comes.record {
        return Alike::Twin;
    }
    if stands.mark.is_some() || comes.mark.is_some() || stands.body == comes.body {
        return Alike::Same;
    }
    let (Some(here), Some(there)) = (&stands.body, &comes.body) else {
        return Alike::Emptied;
    };
    // an earlier program may have written the same value in other letters
    let value = |body: &str| rows::decode(stands.kind, body).ok();
    match (value(here), value(there)) {
        (Some(here), Some(there)) if here == there => Alike::Same,
        _ => Alike::Twin,
    }
}

/// The revision under the stamp by which it is told from the other one: the same wherever it comes in, and later than
/// both, so that every copy takes the same of the two for the newest.
pub(super) fn apart(one: &Revision) -> Revision {
    let mut told = one.clone();
    let room = i64::MAX.abs_diff(one.stamp.device).max(1);
    let step = sum(one) % room;
    told.stamp.device = one.stamp.device.saturating_add_unsigned(1 + step);
    told
}

/// A number that follows from what a revision is (FNV-1a): two that differ have two, but for chance.
fn sum(one: &Revision) -> u64 {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let parent = one.parent.map_or((0, 0), |at| (at.time, at.device));
    let record = one.record.to_string();
    let parts: [&[u8]; 5] = [
        record.as_bytes(),
        one.kind.word().as_bytes(),
        &parent.0.to_le_bytes(),
        &parent.1.to_le_bytes(),
        one.body.as_deref().unwrap_or_default().as_bytes(),
    ];
    parts
        .iter()
        .flat_map(|part| part.iter())
        .fold(START, |sum, byte| {
            (sum ^ u64::from(*byte)).wrapping_mul(PRIME)
        })
}
