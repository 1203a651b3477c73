//! Who a record is: a UUID version 7, with a short form that people read and type.

use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The identity of a record, the same on every device for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RecordId(Uuid);

/// The letters of the short form: Crockford's base 32, without the look-alikes i, l, o, u.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many letters of the short form are kept for look-up; [`RecordId::short`] shows the first five.
pub const SHORT_LETTERS: usize = 8;

impl RecordId {
    /// The sixteen bytes.
    pub fn bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    /// From sixteen bytes; `None` for another length.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Uuid::from_slice(bytes).ok().map(Self)
    }

    /// The identity that follows from stable parts (the columns that make a row of a file itself): the same parts give
    /// the same identity on every machine, so importing twice changes nothing. A UUID version 8 over FNV-1a, 128 bits.
    pub fn derived(parts: &[&str]) -> Self {
        let mut hash = Fnv::default();
        for part in parts {
            hash.write(part.as_bytes());
            // a byte that no text holds keeps ("ab", "c") apart from ("a", "bc")
            hash.write(&[0xff]);
        }
        let mixed = hash.finish();
        // the short form is read from the tail: fold the well-mixed middle into it
        Self(
            uuid::Builder::from_custom_bytes((mixed ^ mixed.rotate_right(40)).to_be_bytes())
                .into_uuid(),
        )
    }

    /// The long short form, eight letters from the random tail, so that neighbours in time differ at the first letter.
    pub fn letters(&self) -> String {
        let tail = u64::from_be_bytes(self.bytes()[8..].try_into().unwrap_or_default());
        (0..SHORT_LETTERS)
            .map(|n| char::from(LETTERS[(tail >> (5 * n) & 31) as usize]))
            .collect()
    }

    /// What screens show: the first five letters. Any unique prefix of [`RecordId::letters`] is understood.
    pub fn short(&self) -> String {
        let mut letters = self.letters();
        letters.truncate(5);
        letters
    }

    /// Whether a word could be a short form or its prefix: three to eight of its letters.
    pub fn could_be_short(word: &str) -> bool {
        (3..=SHORT_LETTERS).contains(&word.len()) && word.bytes().all(|b| LETTERS.contains(&b))
    }
}

impl From<Uuid> for RecordId {
    fn from(id: Uuid) -> Self {
        Self(id)
    }
}

impl FromStr for RecordId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Uuid::try_parse(text)
            .map(Self)
            .map_err(|_| format!("\u{201c}{text}\u{201d} is not the id of a record"))
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(out)
    }
}

/// FNV-1a, 128 bits: a short, stable hash for identities and digests; not for secrets.
pub struct Fnv(u128);

impl Default for Fnv {
    fn default() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }
}

impl Fnv {
    /// Adds bytes.
    pub fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 ^= u128::from(*byte);
            self.0 = self
                .0
                .wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }

    /// The hash.
    pub fn finish(&self) -> u128 {
        self.0
    }
}
