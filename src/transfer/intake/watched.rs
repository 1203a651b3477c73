//! A reader that fails as soon as somebody says that it is to stop.

use std::io::{BufRead, Read};

/// A reader that asks before every piece whether to go on, and fails when not.
pub struct Watched<'a> {
    from: &'a mut dyn BufRead,
    goes_on: &'a dyn Fn() -> bool,
}

impl<'a> Watched<'a> {
    /// Over another reader.
    pub fn new(from: &'a mut dyn BufRead, goes_on: &'a dyn Fn() -> bool) -> Self {
        Self { from, goes_on }
    }
}

impl Read for Watched<'_> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        self.from.read(room)
    }
}

impl BufRead for Watched<'_> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if (self.goes_on)() {
            self.from.fill_buf()
        } else {
            Err(std::io::Error::other("stopped"))
        }
    }

    fn consume(&mut self, used: usize) {
        self.from.consume(used);
    }
}
