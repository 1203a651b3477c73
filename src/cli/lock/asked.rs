//! What is asked while a journal is locked or unlocked: the passphrase it has, one it is to have, whether it is to have one.

use super::super::Desk;
use super::{header_says, made};
use crate::domain::guardrail::FIRST_RUN;
use crate::domain::text;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::Customs;
use crate::secret::{self, Passphrase};

impl Desk<'_> {
    /// What the settings say, without a key of the journal.
    pub(super) fn customs_unopened(&mut self) -> Result<Customs> {
        let customs = Customs::of(self.folder().map(ToOwned::to_owned));
        for fault in customs.faults() {
            self.aside(fault)?;
        }
        Ok(customs)
    }

    /// A passphrase to lock with: what a source gives, else a new one, typed twice.
    pub(super) fn given_or_new(&mut self, customs: &Customs) -> Result<Passphrase> {
        match self.given(customs)? {
            Some((_, words)) => {
                if let Some(warning) = words.warning() {
                    self.aside(warning)?;
                }
                Ok(words)
            }
            None => self.new_passphrase(),
        }
    }

    /// The passphrase of a header, from a source or typed, whatever the keyring keeps.
    pub(super) fn passphrase_of(
        &mut self,
        what: &str,
        header: &secret::Header,
    ) -> Result<Passphrase> {
        let customs = self.customs_unopened()?;
        match self.given(&customs)? {
            Some((source, words)) => match header.open(&words) {
                Ok(_) => Ok(words),
                Err(error) if error.kind() == ErrorKind::Locked => Err(Error::new(
                    ErrorKind::Locked,
                    format!(
                        "what {source} gives is not the passphrase of {}",
                        text::line(what)
                    ),
                )
                .hint("nothing was changed")),
                Err(error) => Err(error),
            },
            None => self.asked(what, &mut |words| header.open(words).map(|_| words.clone())),
        }
    }

    /// Asks whoever sits there once, before the first record of a new journal, whether it is to be locked; makes it
    /// locked then.
    ///
    /// # Errors
    /// When no passphrase was typed after a yes, or it cannot be made.
    pub(in crate::cli) fn offer_a_lock(&mut self) -> Result<()> {
        let place = self.place()?;
        if place.exists() || !secret::BUILT || !self.asks() || !self.can_ask_secretly() {
            return Ok(());
        }
        let question =
            "Lock this new journal with a passphrase? trustline lock does it later, too.";
        if !self.says_yes(question)? {
            return Ok(());
        }
        self.aside(FIRST_RUN)?;
        let passphrase = self.new_passphrase()?;
        let customs = self.customs_unopened()?;
        let keys = made(self, &place, customs, &passphrase)?;
        self.know(keys);
        self.aside(header_says(&place))
    }
}
