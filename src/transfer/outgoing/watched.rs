//! An output that tells how many lines went through it, and ends when the work is to stop.

use std::io::Write;

/// An output over another one; `at` hears how many lines are written and says whether to go on.
pub struct Watched<'a, G> {
    out: &'a mut dyn Write,
    at: G,
    lines: u64,
}

impl<'a, G: FnMut(u64) -> bool> Watched<'a, G> {
    /// Over another output.
    pub fn new(out: &'a mut dyn Write, at: G) -> Self {
        Self { out, at, lines: 0 }
    }
}

impl<G: FnMut(u64) -> bool> Write for Watched<'_, G> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if !(self.at)(self.lines) {
            return Err(std::io::Error::other("stopped"));
        }
        let taken = self.out.write(bytes)?;
        self.lines += u64::from(taken > 0 && bytes[taken - 1] == b'\n');
        Ok(taken)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_and_nothing_is_written_after_the_stop() {
        let (mut out, mut heard) = (Vec::new(), Vec::new());
        let mut watched = Watched::new(&mut out, |lines| {
            heard.push(lines);
            lines < 2
        });
        for part in ["one ", "line\n", "two\n"] {
            watched.write_all(part.as_bytes()).expect("written");
        }
        assert!(watched.write_all(b"three\n").is_err());
        assert_eq!(
            (out.as_slice(), heard),
            (&b"one line\ntwo\n"[..], vec![0, 0, 1, 2])
        );
    }
}
