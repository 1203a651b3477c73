//! The key of a journal, and the ring of keys that a process knows.

use std::fmt::{self, Write as _};
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::error::{Error, ErrorKind, Result};

/// How every locked file begins; the identity of its key follows.
const MARK: &[u8; 8] = b"trustlok";

/// Which key something was locked with: random, and no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyId(pub(super) [u8; 8]);

impl KeyId {
    /// The key that a locked file names in its first 16 bytes; `None`: it is no locked file.
    pub fn of(head: &[u8]) -> Option<Self> {
        let named = head.strip_prefix(MARK)?.first_chunk::<8>()?;
        Some(Self(*named))
    }

    /// The first 16 bytes of every file locked with this key. They are the cipher's salt, which has nothing to hide: the
    /// key itself is drawn, not derived.
    pub fn head(self) -> [u8; 16] {
        let mut head = [0; 16];
        head[..8].copy_from_slice(MARK);
        head[8..].copy_from_slice(&self.0);
        head
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&hex(&self.0))
    }
}

/// The data key of a journal: 256 bits for the cipher, wiped when it is dropped, shown nowhere.
pub struct Key {
    pub(super) id: KeyId,
    pub(super) bytes: Zeroizing<[u8; 32]>,
}

impl Key {
    /// Draws a new one from the system's randomness.
    ///
    /// # Errors
    /// When the system gives none.
    pub fn draw() -> Result<Self> {
        let mut key = Self {
            id: KeyId([0; 8]),
            bytes: Zeroizing::new([0; 32]),
        };
        fill(&mut key.id.0)?;
        fill(&mut *key.bytes)?;
        Ok(key)
    }

    /// Which one it is.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The key as the cipher takes it: `x'`, 64 hexadecimal digits, 32 of the file's first bytes, and `'`.
    pub fn literal(&self) -> Zeroizing<String> {
        // as long as it will be from the start: a text that grows leaves copies behind
        let mut literal = Zeroizing::new(String::with_capacity(99));
        literal.push_str("x'");
        for byte in self.bytes.iter().chain(&self.id.head()) {
            let _ = write!(literal, "{byte:02x}");
        }
        literal.push('\'');
        literal
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Key({})", self.id)
    }
}

/// The keys that this process knows; the last clone that is dropped wipes them.
#[derive(Debug, Clone, Default)]
pub struct Keys(Vec<Arc<Key>>);

impl Keys {
    /// No key: only what is not locked can be opened.
    pub fn none() -> Self {
        Self::default()
    }

    /// One key.
    pub fn of(key: Key) -> Self {
        Self(vec![Arc::new(key)])
    }

    /// Takes one more onto the ring.
    pub fn add(&mut self, key: Key) {
        self.share(&Arc::new(key));
    }

    /// Takes one onto the ring that others hold, too.
    pub fn share(&mut self, key: &Arc<Key>) {
        if self.find(key.id).is_none() {
            self.0.push(Arc::clone(key));
        }
    }

    /// The key with an identity.
    pub fn find(&self, id: KeyId) -> Option<&Arc<Key>> {
        self.0.iter().find(|key| key.id == id)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Fills a place with the system's randomness.
pub(super) fn fill(place: &mut [u8]) -> Result<()> {
    getrandom::fill(place).map_err(|e| {
        Error::new(
            ErrorKind::File,
            format!("the system gives no randomness for a key: {e}"),
        )
    })
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_finds_its_keys_and_shows_none() {
        let (one, two) = (Key::draw().expect("a key"), Key::draw().expect("a key"));
        let (first, second) = (one.id(), two.id());
        let literal = one.literal();
        assert_eq!(literal.len(), 99);
        assert_eq!(KeyId::of(&first.head()), Some(first));
        assert_eq!(KeyId::of(b"SQLite format 3\0"), None);
        assert_ne!(literal, two.literal());
        let mut keys = Keys::of(one);
        assert!(keys.find(second).is_none());
        keys.add(two);
        assert_eq!(keys.find(second).map(|key| key.id()), Some(second));
        let shown = format!("{keys:?}");
        assert!(shown.contains(&first.to_string()) && !shown.contains(&literal[2..66]));
    }
}
