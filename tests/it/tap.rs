//! A real pseudo-terminal with the program in it: bytes in, every byte out kept and drawn.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take on a machine that is busy with something else.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A terminal with the program in it.
pub struct Tap {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    master: Box<dyn MasterPty + Send>,
    /// What is seen.
    pub screen: vt100::Parser,
    /// Every byte that came.
    pub all: Vec<u8>,
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

impl Tap {
    /// The program with some arguments, in a folder which is its home, its temporary place and where it stands.
    pub fn new(folder: &Path, args: &[&str], (cols, rows): (u16, u16)) -> Self {
        let pair = native_pty_system()
            .openpty(size(cols, rows))
            .expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
        command.args(args);
        command.env_clear();
        command.cwd(folder);
        for (name, value) in [
            ("TRUSTLINE_NOW", "2026-11-22T09:00"),
            ("TERM", "xterm-256color"),
            ("EDITOR", "true"),
            ("PAGER", "true"),
            ("PATH", "/usr/bin:/bin"),
        ] {
            command.env(name, value);
        }
        for name in ["HOME", "TMPDIR", "XDG_RUNTIME_DIR"] {
            command.env(name, folder);
        }
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let keys = pair.master.take_writer().expect("its input");
        let (send, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        let side = |n: u16| NonZero::new(n).expect("a side");
        Self {
            child,
            keys,
            bytes,
            master: pair.master,
            screen: vt100::Parser::new(side(rows), side(cols), 0),
            all: Vec::new(),
        }
    }

    /// Types bytes as they are. A program that has left takes none.
    pub fn types(&mut self, keys: &[u8]) {
        let _ = self.keys.write_all(keys).and_then(|()| self.keys.flush());
    }

    /// Takes what came, waiting so long for more.
    pub fn drains(&mut self, within: Duration) -> usize {
        let mut came = 0;
        while let Ok(bytes) = self.bytes.recv_timeout(within) {
            came += bytes.len();
            self.screen.process(&bytes);
            self.all.extend_from_slice(&bytes);
        }
        came
    }

    /// Waits until the screen shows some words.
    pub fn shows(&mut self, words: &str) {
        let start = Instant::now();
        while !self.sees(words) {
            assert!(
                start.elapsed() < PATIENCE && !self.is_gone(),
                "no {words:?} on:\n{}",
                self.screen.screen().contents()
            );
            self.drains(Duration::from_millis(20));
        }
    }

    /// Whether the screen shows some words.
    pub fn sees(&self, words: &str) -> bool {
        self.screen.screen().contents().contains(words)
    }

    /// Whether the program has left, and all that it wrote was taken.
    pub fn is_gone(&mut self) -> bool {
        let gone = matches!(self.child.try_wait(), Ok(Some(_)));
        gone && self.drains(Duration::from_millis(50)) == 0
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        self.master.resize(size(cols, rows)).expect("another size");
        let side = |n: u16| NonZero::new(n).expect("a side");
        self.screen.screen_mut().set_size(side(rows), side(cols));
    }

    /// Waits for the end; whether it ended well. The terminal must be as it was.
    pub fn ends(mut self) -> (bool, Vec<u8>) {
        let start = Instant::now();
        while !self.is_gone() {
            assert!(
                start.elapsed() < PATIENCE,
                "it does not end:\n{}",
                self.screen.screen().contents()
            );
            self.drains(Duration::from_millis(20));
        }
        crate::seat::given_back(self.screen.screen());
        let well = self.child.wait().expect("it ends").success();
        (well, std::mem::take(&mut self.all))
    }
}

/// What was drawn while the screen was the program's: before, after and while an editor or a pager has the terminal,
/// the terminal itself echoes what is typed.
pub fn drawn(bytes: &[u8]) -> Vec<u8> {
    let find = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).position(|one| one == what);
    let (mut rest, mut drawn) = (bytes, Vec::new());
    while let Some(start) = find(rest, b"\x1b[?1049h") {
        rest = &rest[start..];
        let end = find(rest, b"\x1b[?1049l").unwrap_or(rest.len());
        drawn.extend_from_slice(&rest[..end]);
        rest = &rest[end..];
    }
    drawn
}

/// The first stretch of an output that is none of what a screen of ours is made of: printable text, and the sequences
/// for the cursor, for colours, for erasing, for the modes that are set and given back, and for the clipboard.
pub fn foreign(bytes: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Some("what came is not UTF-8".to_owned());
    };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '\x1b' => sequence(&rest[1..]).map(|n| n + 1),
            '\r' | '\n' => Some(1),
            c if trustline::domain::text::is_hostile(c) => None,
            c => Some(c.len_utf8()),
        };
        let Some(taken) = taken else {
            return Some(rest.chars().take(40).collect());
        };
        rest = &rest[taken..];
    }
    None
}

/// How long the sequence is that begins after an escape; `None`: it is none of ours.
fn sequence(rest: &str) -> Option<usize> {
    if let Some(body) = rest.strip_prefix("]52;c;") {
        let end = body.find(['\x07', '\x1b'])?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
        let closing = if body[end..].starts_with("\x1b\\") {
            2
        } else {
            1
        };
        return body[..end].chars().all(plain).then_some(6 + end + closing);
    }
    // the cover's title, the one before it kept and given back
    if let Some(ours) = ["]0;make\x07", "[22;0t", "[23;0t"]
        .iter()
        .find(|ours| rest.starts_with(**ours))
    {
        return Some(ours.len());
    }
    let body = rest.strip_prefix('[')?;
    let end = body.find(|c: char| !matches!(c, '0'..='9' | ';' | ':' | '?'))?;
    let (values, last) = (&body[..end], body[end..].chars().next()?);
    let ours = match last {
        'H' | 'm' | 'J' | 'K' | 'G' | 'A'..='D' => !values.starts_with('?'),
        'h' | 'l' => {
            const MODES: &[&str] = &[
                "?25", "?1049", "?2004", "?1000", "?1002", "?1003", "?1004", "?1015", "?1006",
                "?2026",
            ];
            MODES.contains(&values)
        }
        // asks where the cursor stands
        'n' => values == "6",
        _ => false,
    };
    ours.then_some(1 + end + 1)
}

#[test]
fn what_a_terminal_echoes_is_not_what_was_drawn() {
    let all = b"^[echo\x1b[?1049hone\x1b[?1049l\x08 \x08\x1b[?1049htwo";
    assert_eq!(drawn(all), b"\x1b[?1049hone\x1b[?1049htwo");
}

#[test]
fn what_is_not_ours_is_recognised() {
    for ours in [
        "plain \u{5c71}\r\n",
        "\x1b[2J\x1b[1;1H\x1b[38;5;4m\x1b[?1049h",
        "\x1b]52;c;aGk=\x07",
        "\x1b[22;0t\x1b]0;make\x07\x1b[23;0t",
    ] {
        assert_eq!(foreign(ours.as_bytes()), None, "{ours:?}");
    }
    for other in [
        "\x07",
        "\x1b]0;t\x07",
        "\x1b]8;;http://x\x1b\\",
        "\x1bP1$r\x1b\\",
        "\x1bc",
        "\x1b[5i",
        "\x1b[?69h",
        "\u{9b}2J",
        "a\u{202e}",
        "\x1b]52;p;aGk=\x07",
        "\t",
        "\u{200b}",
        "\x1b[",
        "\x1b",
    ] {
        assert!(foreign(other.as_bytes()).is_some(), "{other:?}");
    }
    assert!(foreign(b"\xff").is_some());
}
