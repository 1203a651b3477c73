//! Where a passphrase comes from: a descriptor, the environment, a command, the keyring, else whoever sits there.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::process::Stdio;

use zeroize::Zeroizing;

use super::{Desk, tty};
use crate::config::child::{COMMAND_BY, PASSPHRASE_BY, child};
use crate::domain::text;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::Customs;
use crate::secret::{LONGEST, Passphrase};

/// How often a passphrase is asked for.
const TRIES: usize = 3;

/// What gave a passphrase without anybody being asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// `--passphrase-fd`.
    Descriptor(u32),
    /// The environment.
    Environment,
    /// The command that the environment or the settings name.
    Command(String),
}

impl fmt::Display for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Descriptor(fd) => write!(out, "--passphrase-fd {fd}"),
            Self::Environment => out.write_str(PASSPHRASE_BY),
            Self::Command(command) => write!(out, "the command \u{201c}{command}\u{201d}"),
        }
    }
}

impl Desk<'_> {
    /// What the first of the sources gives; `None`: there is none. Each is used once, and what it gave is kept until the
    /// end of the command.
    ///
    /// # Errors
    /// When a source is named and gives none.
    pub fn given(&mut self, customs: &Customs) -> Result<Option<(Source, Passphrase)>> {
        if self.given.is_none() {
            self.given = self.first_source(customs)?;
        }
        Ok(self.given.clone())
    }

    fn first_source(&mut self, customs: &Customs) -> Result<Option<(Source, Passphrase)>> {
        if let Some(fd) = self.chosen.passphrase_fd {
            let passphrase = self.of_descriptor(fd)?;
            return Ok(Some((Source::Descriptor(fd), passphrase)));
        }
        if let Some(words) = std::env::var_os(PASSPHRASE_BY).filter(|words| !words.is_empty()) {
            let bytes = Zeroizing::new(words.into_encoded_bytes());
            return Ok(Some((Source::Environment, Passphrase::of_bytes(bytes)?)));
        }
        let set = std::env::var(COMMAND_BY).ok();
        let command = set.or_else(|| customs.settings().passphrase_command.clone());
        let Some(command) = command.filter(|command| !command.trim().is_empty()) else {
            return Ok(None);
        };
        let passphrase = from_command(&command, self.streams.terminals.input)?;
        let shown = text::line(&command).into_owned();
        Ok(Some((Source::Command(shown), passphrase)))
    }

    /// The first line of a descriptor that whoever started the program opened.
    ///
    /// # Errors
    /// `Usage` when it cannot be read or is empty.
    pub(in crate::cli) fn of_descriptor(&mut self, fd: u32) -> Result<Passphrase> {
        let wrong = |why: String| {
            Error::usage(format!("--passphrase-fd {fd}: {why}"))
                .hint("for example: trustline --passphrase-fd 3 today 3< FILE")
        };
        let read = if fd == 0 {
            // the same reader as of everything else that is typed there: not a byte of the rest is lost
            first_line(&mut *self.streams.input)
        } else {
            let path = format!("/dev/fd/{fd}");
            File::open(path).and_then(|mut file| first_line(&mut file))
        };
        let bytes = read.map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => wrong("it is not open".to_owned()),
            _ => wrong(text::line(&e.to_string()).into_owned()),
        })?;
        let passphrase = Passphrase::of_bytes(bytes)?;
        if passphrase.is_empty() {
            return Err(wrong("it holds no passphrase in its first line".to_owned()));
        }
        Ok(passphrase)
    }

    /// Whether somebody can be asked for a passphrase, whatever the input and the output are.
    pub fn can_ask_secretly(&self) -> bool {
        let seen = self.streams.terminals;
        (seen.input || seen.out || seen.err) && tty::is_there()
    }

    /// Asks for the passphrase of something until it opens that; nothing typed is shown.
    ///
    /// # Errors
    /// `Locked` when nobody can be asked, or none of the tries opened it.
    pub fn asked<T>(
        &mut self,
        what: &str,
        open: &mut dyn FnMut(&Passphrase) -> Result<T>,
    ) -> Result<T> {
        if !self.can_ask_secretly() {
            return Err(nobody_to_ask(what));
        }
        for left in (0..TRIES).rev() {
            let question = format!("Passphrase of {}:", text::line(what));
            let typed = tty::ask(&question)?.ok_or_else(|| not_typed(what))?;
            match open(&typed) {
                Err(error) if error.kind() == ErrorKind::Locked && left > 0 => {
                    self.aside("This is not the passphrase. Nothing was changed; try again.")?;
                }
                Err(error) if error.kind() == ErrorKind::Locked => return Err(not_it(what)),
                other => return other,
            }
        }
        Err(not_it(what))
    }

    /// A new passphrase, asked for twice.
    ///
    /// # Errors
    /// `Usage` when nobody can be asked or nothing was typed, or twice not the same.
    pub fn new_passphrase(&mut self) -> Result<Passphrase> {
        if !self.can_ask_secretly() {
            return Err(
                Error::usage("a new passphrase is asked for, and there is no terminal").hint(
                    format!(
                        "give it by --passphrase-fd N or {PASSPHRASE_BY}, or run this in a terminal"
                    ),
                ),
            );
        }
        self.aside(HOW_TO_CHOOSE)?;
        for _ in 0..TRIES {
            let first = tty::ask("New passphrase:")?.ok_or_else(nothing_typed)?;
            if first.is_empty() {
                self.aside("Nothing was typed. A passphrase has at least one letter.")?;
                continue;
            }
            if let Some(warning) = first.warning() {
                self.aside(warning)?;
            }
            let again = tty::ask("The same once more:")?.ok_or_else(nothing_typed)?;
            if first == again {
                return Ok(first);
            }
            self.aside("The two are not the same. Once more from the start.")?;
        }
        Err(Error::usage("no new passphrase was given").hint("nothing was changed"))
    }
}

/// What is said before a new passphrase is chosen.
const HOW_TO_CHOOSE: &str = "Four or five words that have nothing to do with each other are good, and easy to remember: \u{201c}copper lantern eight geese\u{201d}, but not these. Every space and letter counts as you type it. Nobody can open the journal without it, not even the makers of trustline.";

/// The first line that a reader gives, as bytes in a place that never moves.
fn first_line<R: Read + ?Sized>(from: &mut R) -> std::io::Result<Zeroizing<Vec<u8>>> {
    let mut line = Zeroizing::new(Vec::with_capacity(LONGEST + 1));
    let mut byte = Zeroizing::new([0]);
    // byte by byte: what comes after the line is somebody else's
    while line.len() <= LONGEST && from.read(&mut *byte)? == 1 && byte[0] != b'\n' {
        line.push(byte[0]);
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(line)
}

/// The first line that a command prints; `seen`: the input is a terminal, where it may ask.
fn from_command(command: &str, seen: bool) -> Result<Passphrase> {
    let shown = text::line(command);
    let failed = |why: &str| {
        let why = text::line(why.trim());
        let says = format!("the command for the passphrase, \u{201c}{shown}\u{201d}, failed");
        let says = if why.is_empty() {
            says
        } else {
            format!("{says}: {why}")
        };
        Error::new(ErrorKind::Locked, says).hint(format!(
            "it is set by {COMMAND_BY} or by passphrase_command in config.toml; it prints the passphrase as its first line"
        ))
    };
    // what is piped in is a text for the journal, not for this
    let input = if seen {
        Stdio::inherit()
    } else {
        Stdio::null()
    };
    let started = child("sh")
        .args(["-c", command])
        .stdin(input)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut running = started.map_err(|e| failed(&e.to_string()))?;
    let complaints = running.stderr.take().map(|mut from| {
        std::thread::spawn(move || {
            let mut said = Vec::new();
            let _ = (&mut from).take(4096).read_to_end(&mut said);
            let _ = std::io::copy(&mut from, &mut std::io::sink());
            String::from_utf8_lossy(&said).into_owned()
        })
    });
    let mut line = Ok(Zeroizing::new(Vec::new()));
    if let Some(mut out) = running.stdout.take() {
        line = first_line(&mut out);
        // an agent that it leaves running may hold this open for good: nobody waits for its end
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
    }
    let ended = running.wait().map_err(|e| failed(&e.to_string()))?;
    if !ended.success() {
        let said = complaints.and_then(|said| said.join().ok());
        let said = said.unwrap_or_default();
        return Err(failed(said.lines().next().unwrap_or_default()));
    }
    let passphrase = Passphrase::of_bytes(line?)?;
    if passphrase.is_empty() {
        return Err(failed("it printed nothing"));
    }
    Ok(passphrase)
}

/// The refusal where nobody can be asked: every way to give the passphrase.
fn nobody_to_ask(what: &str) -> Error {
    let says = format!("{what} is locked, and there is no terminal to ask for its passphrase");
    Error::new(ErrorKind::Locked, says).hint(format!(
        "give it by --passphrase-fd N, {PASSPHRASE_BY}, {COMMAND_BY} or passphrase_command in config.toml"
    ))
}

/// The refusal of a keyring in a program without one.
pub(in crate::cli) fn no_keyring() -> Error {
    Error::usage("this trustline was built without the system's keyring")
        .hint("build it with: cargo install --path . --features keyring; or use passphrase_command in config.toml")
}

fn not_it(what: &str) -> Error {
    Error::new(
        ErrorKind::Locked,
        format!("this is not the passphrase of {what}"),
    )
    .hint("nothing was changed; nobody can open it without the passphrase")
}

fn not_typed(what: &str) -> Error {
    Error::new(
        ErrorKind::Locked,
        format!("{what} is locked, and no passphrase was typed"),
    )
    .hint("nothing was changed")
}

fn nothing_typed() -> Error {
    Error::usage("no new passphrase was typed").hint("nothing was changed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_gives_its_first_line_and_nothing_of_its_failure_reaches_the_terminal_raw() {
        let given = from_command("printf 'seven wild geese \\r\\nuser: me\\n'", false);
        assert_eq!(given.expect("a passphrase").words(), "seven wild geese ");
        let refused = from_command("printf '\\033[31mno such entry\\n' >&2; exit 3", false);
        let refused = refused.expect_err("it failed");
        assert_eq!(refused.kind(), ErrorKind::Locked);
        assert!(refused.says().contains("no such entry"), "{refused}");
        assert!(!refused.says().contains('\u{1b}'));
        let refused = from_command("true", false).expect_err("nothing");
        assert!(refused.says().contains("it printed nothing"));
        // an agent that was started on the way does not hold us up
        let given = from_command("echo geese; sleep 20 &", false);
        assert_eq!(given.expect("a passphrase").words(), "geese");
        let long = from_command("head -c 200000 /dev/zero | tr '\\0' a", false);
        assert_eq!(long.expect_err("too long").kind(), ErrorKind::Usage);
    }

    #[test]
    fn a_command_does_not_eat_what_is_piped_in_and_does_not_know_the_passphrase() {
        let given = from_command("cat; echo end", false).expect("a passphrase");
        assert_eq!(given.words(), "end");
    }

    #[test]
    fn a_line_is_read_to_its_end_and_no_further() {
        let mut from = &b"words of mine\nthe rest"[..];
        let line = first_line(&mut from).expect("a line");
        assert_eq!(
            (line.as_slice(), from),
            (&b"words of mine"[..], &b"the rest"[..])
        );
    }
}
