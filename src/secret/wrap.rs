//! Wrapping a key with a passphrase, and opening it again.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use zeroize::Zeroizing;

use super::header::{Cost, Header};
use super::key::{Key, fill};
use super::passphrase::Passphrase;
use crate::error::{Error, ErrorKind, Result};

impl Header {
    /// Wraps a key so that a passphrase opens it.
    ///
    /// # Errors
    /// When the system gives no randomness, or not the memory that deriving takes.
    pub fn wrap(key: &Key, passphrase: &Passphrase, cost: Cost) -> Result<Self> {
        let mut header = Self {
            id: key.id(),
            cost,
            salt: [0; 16],
            nonce: [0; 24],
            wrapped: [0; 48],
        };
        fill(&mut header.salt)?;
        fill(&mut header.nonce)?;
        let told = header.told();
        let payload = Payload {
            msg: &*key.bytes,
            aad: told.as_bytes(),
        };
        let sealed = header
            .cipher(passphrase)?
            .encrypt(&header.nonce.into(), payload)
            .map_err(|_| broken("wrap"))?;
        header.wrapped = sealed.try_into().map_err(|_| broken("wrap"))?;
        Ok(header)
    }

    /// Opens the key with a passphrase.
    ///
    /// # Errors
    /// `Locked` when the passphrase is not the one.
    pub fn open(&self, passphrase: &Passphrase) -> Result<Key> {
        let told = self.told();
        let payload = Payload {
            msg: &self.wrapped,
            aad: told.as_bytes(),
        };
        let opened = self
            .cipher(passphrase)?
            .decrypt(&self.nonce.into(), payload)
            .map_err(|_| Error::new(ErrorKind::Locked, "this is not the passphrase"))?;
        let opened = Zeroizing::new(opened);
        let mut bytes = Zeroizing::new([0; 32]);
        if opened.len() != bytes.len() {
            return Err(broken("open"));
        }
        bytes.copy_from_slice(&opened);
        Ok(Key {
            id: self.id(),
            bytes,
        })
    }

    /// The cipher under what Argon2id makes of a passphrase.
    fn cipher(&self, passphrase: &Passphrase) -> Result<XChaCha20Poly1305> {
        let Cost {
            memory,
            passes,
            lanes,
        } = self.cost;
        let params = Params::new(memory, passes, lanes, Some(32)).map_err(|_| broken("derive"))?;
        let mut derived = Zeroizing::new([0; 32]);
        let mut memory = blocks(params.block_count())?;
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(
                passphrase.words().as_bytes(),
                &self.salt,
                &mut *derived,
                &mut *memory,
            )
            .map_err(|_| broken("derive"))?;
        XChaCha20Poly1305::new_from_slice(&*derived).map_err(|_| broken("derive"))
    }
}

/// The memory that deriving goes through. It is ours and wiped after use: whoever finds its last block can derive the rest.
fn blocks(many: usize) -> Result<Zeroizing<Vec<Block>>> {
    let mut memory = Zeroizing::new(Vec::new());
    memory
        .try_reserve_exact(many)
        .map_err(|_| broken("derive"))?;
    memory.resize(many, Block::new());
    Ok(memory)
}

fn broken(doing: &str) -> Error {
    Error::new(
        ErrorKind::File,
        format!("cannot {doing} the key of the journal"),
    )
    .hint("is there memory left? 64 MiB are needed for a moment")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &str) -> Passphrase {
        Passphrase::new(Zeroizing::new(words.to_owned()))
    }

    #[test]
    fn a_header_opens_by_its_passphrase_and_by_no_other() {
        let key = Key::draw().expect("a key");
        let header = Header::wrap(&key, &words("seven wild geese "), Cost::LEAST).expect("wrapped");
        let read = Header::read(&header.written()).expect("read again");
        assert_eq!(read, header);
        let opened = read.open(&words("seven wild geese ")).expect("opened");
        assert_eq!(opened.literal(), key.literal());
        for wrong in ["seven wild geese", "Seven wild geese ", ""] {
            let refused = read.open(&words(wrong)).expect_err(wrong);
            assert_eq!(refused.kind(), ErrorKind::Locked);
        }
    }

    #[test]
    fn the_same_key_is_never_wrapped_alike() {
        let key = Key::draw().expect("a key");
        let wrap = || Header::wrap(&key, &words("geese"), Cost::LEAST).expect("wrapped");
        let (one, two) = (wrap(), wrap());
        assert_eq!(one.id(), two.id());
        assert_ne!(one.written(), two.written());
    }

    #[test]
    fn what_was_changed_in_a_header_is_told() {
        let key = Key::draw().expect("a key");
        let text = Header::wrap(&key, &words("geese"), Cost::LEAST)
            .expect("wrapped")
            .written();
        for at in 0..text.trim_end().len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let read = String::from_utf8(bytes).map(|text| Header::read(&text));
            assert!(!matches!(read, Ok(Ok(_))), "a flip at {at} went unseen");
        }
        for cut in 0..text.len() - 1 {
            assert!(
                Header::read(&text[..cut]).is_err(),
                "a cut at {cut} went unseen"
            );
        }
    }
}
