//! Where the system tells of nothing that the loop could wait for together with a key.

use std::convert::Infallible;
use std::os::fd::{AsFd, BorrowedFd};
use std::path::Path;
use std::time::Duration;

/// What was heard since the last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// Nothing of the journal.
    Nothing,
    /// The folder is not watched any more.
    Gone,
}

/// A watch on the folder of a journal: there is none.
pub(super) struct Sentry(Infallible);

impl Sentry {
    /// None.
    pub(super) fn of(_: &Path) -> Option<Self> {
        None
    }

    /// Never asked.
    pub(super) fn heard(&self) -> Heard {
        match self.0 {}
    }
}

impl AsFd for Sentry {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self.0 {}
    }
}

/// An alarm by the wall clock: there is none.
pub(super) struct Alarm(Infallible);

impl Alarm {
    /// None.
    pub(super) fn new() -> Option<Self> {
        None
    }

    /// Never asked.
    pub(super) fn ring_after(&self, _: Duration) {
        match self.0 {}
    }
}

impl AsFd for Alarm {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self.0 {}
    }
}
