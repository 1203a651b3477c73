//! A reader that fails as soon as somebody says that it is to stop.

use std::io::{BufRead, Read};

/// A reader that asks before every piece whether to go on, and fails when not.
pub struct Watched<R, G> {
    from: R,
    goes_on: G,
}

impl<R: BufRead, G: Fn() -> bool> Watched<R, G> {
    /// Over another reader.
    pub fn new(from: R, goes_on: G) -> Self {
        Self { from, goes_on }
    }
}

impl<R: BufRead, G: Fn() -> bool> Read for Watched<R, G> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        self.from.read(room)
    }
}

impl<R: BufRead, G: Fn() -> bool> BufRead for Watched<R, G> {
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
