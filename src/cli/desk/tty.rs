//! A passphrase typed on the terminal itself, where nothing of it is shown.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rustix::event::{PollFd, PollFlags};
use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr,
};
use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use zeroize::Zeroizing;

use crate::error::{Error, ErrorKind, Result};
use crate::secret::{LONGEST, Passphrase};

/// The terminal of this process, whichever way its streams lead.
const TERMINAL: &str = "/dev/tty";

/// Whether there is a terminal at which somebody could be asked.
pub fn is_there() -> bool {
    OpenOptions::new()
        .read(true)
        .write(true)
        .open(TERMINAL)
        .is_ok()
}

/// Asks for a passphrase; nothing is shown. `None`: the terminal has no more to say (ctrl-d).
///
/// # Errors
/// `Answer` when it was broken off (ctrl-c, a signal), `File` when the terminal cannot be used, `Usage` when what was
/// typed is too long or no text.
pub fn ask(question: &str) -> Result<Option<Passphrase>> {
    let broken = |e: std::io::Error| Error::file("ask on", TERMINAL.as_ref(), e);
    let terminal = OpenOptions::new().read(true).write(true).open(TERMINAL);
    let terminal = terminal.map_err(broken)?;
    // before anything is hidden: from here on every way out shows again what is typed
    let signals = Signals::watch()?;
    let quiet = Quiet::enter(&terminal)?;
    write!(&terminal, "{question} ").map_err(broken)?;
    let typed = line(&terminal, &signals);
    drop(quiet);
    writeln!(&terminal).map_err(broken)?;
    typed
}

/// The terminal without its echo, until this is dropped.
struct Quiet<'a> {
    terminal: &'a File,
    before: Termios,
}

impl<'a> Quiet<'a> {
    fn enter(terminal: &'a File) -> Result<Quiet<'a>> {
        let before = tcgetattr(terminal).map_err(std::io::Error::from)?;
        let mut quiet = before.clone();
        // its own keys too: ctrl-c would end us with the echo off
        quiet.local_modes -= LocalModes::ECHO
            | LocalModes::ECHONL
            | LocalModes::ICANON
            | LocalModes::ISIG
            | LocalModes::IEXTEN;
        quiet.special_codes[SpecialCodeIndex::VMIN] = 1;
        quiet.special_codes[SpecialCodeIndex::VTIME] = 0;
        let set = tcsetattr(terminal, OptionalActions::Flush, &quiet);
        set.map_err(std::io::Error::from)?;
        Ok(Self { terminal, before })
    }
}

impl Drop for Quiet<'_> {
    fn drop(&mut self) {
        let _ = tcsetattr(self.terminal, OptionalActions::Now, &self.before);
    }
}

/// The signals that end a process, kept until the terminal is as it was.
struct Signals {
    told: Arc<AtomicUsize>,
    free: Arc<AtomicBool>,
}

impl Signals {
    fn watch() -> Result<Self> {
        let told = Arc::new(AtomicUsize::new(0));
        let free = Arc::new(AtomicBool::new(false));
        for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
            // once the question is over they end the process as ever
            signal_hook::flag::register_conditional_default(signal, Arc::clone(&free))?;
            let number = usize::try_from(signal).unwrap_or(1);
            signal_hook::flag::register_usize(signal, Arc::clone(&told), number)?;
        }
        Ok(Self { told, free })
    }

    fn refuse(&self) -> Result<()> {
        match self.told.load(Ordering::Relaxed) {
            0 => Ok(()),
            signal => Err(Error::new(
                ErrorKind::Answer,
                format!("ended by signal {signal}"),
            )),
        }
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        self.free.store(true, Ordering::Relaxed);
    }
}

/// What is typed up to the end of the line.
fn line(mut terminal: &File, signals: &Signals) -> Result<Option<Passphrase>> {
    let mut typed = Typed::new();
    loop {
        let mut one = [PollFd::new(terminal, PollFlags::IN)];
        let waited = rustix::event::poll(&mut one, None);
        signals.refuse()?;
        if matches!(waited, Err(rustix::io::Errno::INTR)) {
            continue;
        }
        waited.map_err(std::io::Error::from)?;
        let mut byte = Zeroizing::new([0]);
        if terminal.read(&mut *byte)? == 0 {
            return Ok(None);
        }
        match typed.take(byte[0])? {
            Took::More => {}
            Took::Line => return typed.passphrase().map(Some),
            Took::End => return Ok(None),
        }
    }
}

/// What came of one byte.
#[derive(Debug, PartialEq, Eq)]
enum Took {
    More,
    Line,
    End,
}

/// What was typed so far, in a place that never moves: growing would leave copies behind.
struct Typed {
    bytes: Zeroizing<Vec<u8>>,
    escape: Escape,
}

/// Where in a sequence of a key or a paste it is: none of that is the passphrase's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Escape {
    Outside,
    Begun,
    Inside,
}

impl Typed {
    fn new() -> Self {
        Self {
            bytes: Zeroizing::new(Vec::with_capacity(LONGEST)),
            escape: Escape::Outside,
        }
    }

    fn take(&mut self, byte: u8) -> Result<Took> {
        if self.escape != Escape::Outside {
            self.escape = match (self.escape, byte) {
                (Escape::Begun, b'[' | b'O') | (Escape::Inside, ..=0x3f) => Escape::Inside,
                _ => Escape::Outside,
            };
            return Ok(Took::More);
        }
        match byte {
            b'\r' | b'\n' => return Ok(Took::Line),
            // ctrl-c, ctrl-backslash
            3 | 28 => return Err(Error::new(ErrorKind::Answer, "broken off")),
            // ctrl-d
            4 if self.bytes.is_empty() => return Ok(Took::End),
            8 | 127 => self.back(),
            // ctrl-u
            21 => self.bytes.clear(),
            27 => self.escape = Escape::Begun,
            b' '.. if self.bytes.len() == LONGEST => return Err(Passphrase::too_long()),
            b' '.. => self.bytes.push(byte),
            _ => {}
        }
        Ok(Took::More)
    }

    /// Takes the last letter back, whole.
    fn back(&mut self) {
        while self.bytes.pop().is_some_and(|byte| byte & 0xc0 == 0x80) {}
    }

    fn passphrase(mut self) -> Result<Passphrase> {
        Passphrase::of_bytes(Zeroizing::new(std::mem::take(&mut *self.bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(bytes: &[u8]) -> Result<Typed> {
        let mut typed = Typed::new();
        for byte in bytes {
            assert_eq!(typed.take(*byte)?, Took::More, "{byte}");
        }
        Ok(typed)
    }

    #[test]
    fn letters_are_taken_and_keys_are_not() {
        let words = |bytes: &[u8]| {
            let taken = typed(bytes)
                .and_then(Typed::passphrase)
                .expect("a passphrase");
            taken.words().to_owned()
        };
        assert_eq!(words("sedm divokých hus ".as_bytes()), "sedm divokých hus ");
        assert_eq!(words("ab\u{fd}\u{7f}c".as_bytes()), "abc");
        assert_eq!(words(b"wrong\x15right"), "right");
        assert_eq!(words(b"a\x1b[D\x1bOPb\x1b[200~c\x1b[201~\x07"), "abc");
        let mut one = typed(b"x").expect("typed");
        assert_eq!(one.take(b'\r').expect("a line"), Took::Line);
        assert_eq!(Typed::new().take(4).expect("the end"), Took::End);
        assert_eq!(one.take(4).expect("no end"), Took::More);
    }

    #[test]
    fn what_was_typed_never_moves() {
        let mut long = Typed::new();
        let place = long.bytes.as_ptr();
        for _ in 0..LONGEST {
            long.take(b'a').expect("room");
        }
        assert_eq!(long.bytes.as_ptr(), place);
        assert_eq!(
            long.take(b'a').expect_err("too long").kind(),
            ErrorKind::Usage
        );
        let passphrase = long.passphrase().expect("a passphrase");
        assert_eq!(passphrase.words().as_ptr(), place);
    }

    #[test]
    fn ctrl_c_breaks_it_off() {
        let broken = Typed::new().take(3).expect_err("broken off");
        assert_eq!(broken.kind(), ErrorKind::Answer);
    }
}
