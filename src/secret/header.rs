//! The header of a locked journal: how its key is derived and wrapped, as a small text of its own.
//!
//! It lies beside the journal, and at the end of every copy. Nothing in it is secret but to guessing: whoever has it can
//! try passphrases, each at the cost that it names.

use super::key::{KeyId, hex};
use crate::error::{Error, ErrorKind, Result};

/// The first line of every header; the number is that of its form.
const FIRST: &str = "trustline key 1";

/// What a person who opens the file is told.
const TOLD: &str = "\
# Without this file and its passphrase the journal beside it cannot be opened, by anybody. Keep the two together.";

/// What one try of a passphrase costs (Argon2id).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// The usual cost: 64 MiB in three passes, the second choice of RFC 9106, with one lane: about 0.2 s on a laptop.
    pub const USUAL: Self = Self {
        memory: 64 * 1024,
        passes: 3,
        lanes: 1,
    };
    /// The least there is: for tests, which guess nothing.
    pub const LEAST: Self = Self {
        memory: 8,
        passes: 1,
        lanes: 1,
    };

    /// Whether it is one that an honest program writes: a header from outside must not take all memory.
    fn is_sane(self) -> bool {
        (8..=1 << 20).contains(&self.memory)
            && (1..=64).contains(&self.passes)
            && (1..=16).contains(&self.lanes)
    }
}

/// The header: which key, how it is derived, the key wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub(super) id: KeyId,
    pub(super) cost: Cost,
    pub(super) salt: [u8; 16],
    pub(super) nonce: [u8; 24],
    /// The key under the cipher, and its 16 bytes of proof.
    pub(super) wrapped: [u8; 48],
}

impl Header {
    /// Which key it wraps.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// What a try costs.
    pub fn cost(&self) -> Cost {
        self.cost
    }

    /// The whole text of a header, with its sum.
    pub fn written(&self) -> String {
        let body = format!(
            "{FIRST}\n{TOLD}\n{}wrapped {}\n",
            self.told(),
            hex(&self.wrapped)
        );
        format!("{body}sum {:016x}\n", sum(body.as_bytes()))
    }

    /// What is proved together with the key: changing any of it makes the passphrase wrong.
    pub(super) fn told(&self) -> String {
        let Cost {
            memory,
            passes,
            lanes,
        } = self.cost;
        format!(
            "key {}\nargon2id memory={memory} passes={passes} lanes={lanes}\nsalt {}\nnonce {}\n",
            self.id,
            hex(&self.salt),
            hex(&self.nonce),
        )
    }

    /// Whether a text is a header in a form that this program does not know: not damaged, but not to be read here.
    pub fn is_newer(text: &str) -> bool {
        let first = text.lines().next().unwrap_or_default();
        first != FIRST && first.starts_with("trustline key ")
    }

    /// Reads a text.
    ///
    /// # Errors
    /// `Journal` when it is no header, damaged, or of a form that this program does not know.
    pub fn read(text: &str) -> Result<Self> {
        let first = text.lines().next().unwrap_or_default();
        if first != FIRST {
            return Err(if Self::is_newer(text) {
                Error::new(
                    ErrorKind::Journal,
                    "the journal is locked in a form of a newer trustline",
                )
                .hint("upgrade this one; nothing was changed")
            } else {
                damaged("it does not begin as one")
            });
        }
        let (body, given) = text
            .rsplit_once("sum ")
            .ok_or_else(|| damaged("its end is missing"))?;
        if u64::from_str_radix(given.trim_end(), 16) != Ok(sum(body.as_bytes())) {
            return Err(damaged("its sum is not the one that it was written with"));
        }
        let header = Self {
            id: KeyId(bytes(body, "key ")?),
            cost: cost(body)?,
            salt: bytes(body, "salt ")?,
            nonce: bytes(body, "nonce ")?,
            wrapped: bytes(body, "wrapped ")?,
        };
        if header.cost.is_sane() {
            Ok(header)
        } else {
            Err(damaged(
                "it asks for more memory or time than any journal does",
            ))
        }
    }
}

fn damaged(why: &str) -> Error {
    Error::new(
        ErrorKind::Journal,
        format!("the header of the locked journal is damaged: {why}"),
    )
    .hint("put the file ending in .key back from a copy, or go back to a backup: trustline backups")
}

/// The value of a line.
fn line<'a>(body: &'a str, name: &str) -> Result<&'a str> {
    let found = body.lines().find_map(|line| line.strip_prefix(name));
    found.ok_or_else(|| {
        damaged(&format!(
            "the line \u{201c}{}\u{201d} is missing",
            name.trim()
        ))
    })
}

fn bytes<const N: usize>(body: &str, name: &str) -> Result<[u8; N]> {
    let text = line(body, name)?;
    let wrong = || {
        damaged(&format!(
            "the line \u{201c}{}\u{201d} is not whole",
            name.trim()
        ))
    };
    let mut bytes = [0; N];
    if text.len() != 2 * N || !text.is_ascii() {
        return Err(wrong());
    }
    for (n, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * n..2 * n + 2], 16).map_err(|_| wrong())?;
    }
    Ok(bytes)
}

fn cost(body: &str) -> Result<Cost> {
    let text = line(body, "argon2id ")?;
    let one = |name: &str| {
        let found = text.split(' ').find_map(|part| part.strip_prefix(name));
        found
            .and_then(|number| number.parse().ok())
            .ok_or_else(|| damaged("its cost cannot be read"))
    };
    Ok(Cost {
        memory: one("memory=")?,
        passes: one("passes=")?,
        lanes: one("lanes=")?,
    })
}

/// A sum that tells damage from a wrong passphrase (FNV-1a, 64 bits); it proves nothing against a forger, the cipher does.
fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
