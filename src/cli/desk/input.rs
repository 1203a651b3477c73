//! The input: as the text of a field, or for a reader of its own.

use std::io::{BufRead, Read};

use super::Desk;
use crate::error::{Error, Result};

/// The most that `-` may bring as the text of a field.
const MOST_TYPED: u64 = 16 << 20;

impl Desk<'_> {
    /// Everything on the input, as text: what `-` stands for. Once only.
    ///
    /// # Errors
    /// When it was read already, or is not UTF-8.
    pub fn input_text(&mut self) -> Result<String> {
        self.take_input()?;
        let mut bytes = Vec::new();
        let mut some = (&mut *self.streams.input).take(MOST_TYPED + 1);
        some.read_to_end(&mut bytes)?;
        if bytes.len() as u64 > MOST_TYPED {
            return Err(Error::input("the input is longer than 16 MiB")
                .hint("a note holds words; keep the file and note where it lies"));
        }
        String::from_utf8(bytes).map_err(|e| {
            let at = e.utf8_error().valid_up_to();
            Error::input(format!("the input is not UTF-8 (byte {})", at + 1))
        })
    }

    /// The input itself, for a reader of its own. Once only.
    ///
    /// # Errors
    /// When it was read already.
    pub fn input(&mut self) -> Result<&mut dyn BufRead> {
        self.take_input()?;
        Ok(&mut *self.streams.input)
    }

    /// The input again, after a look at its first bytes.
    pub fn input_again(&mut self) -> &mut dyn BufRead {
        &mut *self.streams.input
    }

    fn take_input(&mut self) -> Result<()> {
        if std::mem::replace(&mut self.taken, true) {
            return Err(Error::usage(
                "the input can stand for one \u{201c}-\u{201d} only",
            ));
        }
        Ok(())
    }
}
