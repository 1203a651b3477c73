//! The clipboard: by a program that is here for it, and by the terminal itself (OSC 52), which works through `ssh`, too.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use crate::config::child::child;

/// The longest text in bytes that a terminal is asked to take: in base64 about 75 kB, which most of them still do.
pub const MOST: usize = 56_000;

/// The sequence by which a terminal takes a text into its clipboard; `None`: it is longer than [`MOST`].
pub fn escape(text: &str) -> Option<String> {
    (text.len() <= MOST).then(|| format!("\u{1b}]52;c;{}\u{1b}\\", base64(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |n: usize| u32::from(three.get(n).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for n in 0..4 {
            let six = (word >> (18 - 6 * n)) & 63;
            let letter = usize::try_from(six).map_or(b'=', |six| LETTERS[six]);
            // two bytes are three letters, one byte is two
            out.push(char::from(if n <= three.len() { letter } else { b'=' }));
        }
    }
    out
}

/// A program that takes a text into the clipboard from its standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    pub(super) file: PathBuf,
    pub(super) flags: &'static [&'static str],
}

/// Each program, where it makes sense (the variable that says so), and how it is called.
const TOOLS: [(&str, Option<&str>, &[&str]); 6] = [
    (
        "wl-copy",
        Some("WAYLAND_DISPLAY"),
        &["--type", "text/plain"],
    ),
    (
        "xclip",
        Some("DISPLAY"),
        &["-selection", "clipboard", "-in"],
    ),
    ("xsel", Some("DISPLAY"), &["--clipboard", "--input"]),
    ("pbcopy", None, &[]),
    ("clip.exe", None, &[]),
    ("tmux", Some("TMUX"), &["load-buffer", "-w", "-"]),
];

impl Tool {
    /// The first of this machine's programs that can work here, if there is one.
    pub fn here() -> Option<Self> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<_> = std::env::split_paths(&path).collect();
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        Self::among(&folders, &set)
    }

    /// The tmux in which this runs, if it does.
    pub fn tmux() -> Option<Self> {
        std::env::var_os("TMUX").filter(|value| !value.is_empty())?;
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<_> = std::env::split_paths(&path).collect();
        let (name, _, flags) = TOOLS.iter().find(|(name, ..)| *name == "tmux")?;
        Self::at(&folders, name, flags)
    }

    fn at(folders: &[PathBuf], name: &'static str, flags: &'static [&'static str]) -> Option<Self> {
        let mut files = folders.iter().map(|folder| folder.join(name));
        let file = files.find(|file| file.is_file())?;
        Some(Self { name, file, flags })
    }

    fn among(folders: &[PathBuf], set: &dyn Fn(&str) -> bool) -> Option<Self> {
        TOOLS.iter().find_map(|(name, where_set, flags)| {
            if !where_set.is_none_or(set) {
                return None;
            }
            Self::at(folders, name, flags)
        })
    }

    /// Hands it a text and waits until it has it; whether it took it. A program that stays to serve the clipboard does so by itself.
    pub fn take(&self, text: &str) -> bool {
        let fed = self.start().map(|child| feed(child, text));
        fed.unwrap_or(false)
    }

    /// Hands it a text without waiting: a screen must not stand still because of it. Whether it could be started.
    pub fn take_aside(&self, text: String) -> bool {
        let Ok(child) = self.start() else {
            return false;
        };
        std::thread::spawn(move || feed(child, &text));
        true
    }

    fn start(&self) -> std::io::Result<Child> {
        start(&self.file, self.flags)
    }
}

fn start(file: &Path, flags: &[&str]) -> std::io::Result<Child> {
    child(file)
        .args(flags)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
}

fn feed(mut child: Child, text: &str) -> bool {
    let fed = child
        .stdin
        .take()
        .is_some_and(|mut input| input.write_all(text.as_bytes()).is_ok());
    child.wait().is_ok_and(|status| status.success()) && fed
}

/// What came of copying, to be told in one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copied {
    /// The program that took it.
    pub tool: Option<&'static str>,
    /// Whether the terminal was asked, too.
    pub terminal: bool,
    /// Whether it is too long to ask a terminal.
    pub long: bool,
}

impl Copied {
    /// What was done; `Err`: nothing was, and why.
    ///
    /// # Errors
    /// The sentence for whoever wanted it copied, and what to do instead.
    pub fn says(&self) -> Result<String, (String, &'static str)> {
        match (self.tool, self.terminal) {
            (Some(tool), true) => Ok(format!("Copied with {tool}, and handed to the terminal")),
            (Some(tool), false) => Ok(format!("Copied with {tool}")),
            (None, true) => Ok(
                "Handed to the terminal\u{2019}s clipboard; some terminals do not take it"
                    .to_owned(),
            ),
            (None, false) if self.long => {
                let says = format!(
                    "this is too long for a terminal\u{2019}s clipboard (over {} kB), and no program for the clipboard is here",
                    MOST / 1000
                );
                Err((says, "write it to a file"))
            }
            (None, false) => {
                let says = "there is no clipboard here: no program for it, and no terminal";
                Err((says.to_owned(), "write it to a file"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_asked_in_base64_and_only_for_what_it_can_take() {
        let check =
            |text: &str, expect: &str| assert_eq!(base64(text.as_bytes()), expect, "{text}");
        check("", "");
        check("f", "Zg==");
        check("fo", "Zm8=");
        check("foo", "Zm9v");
        check("foobar", "Zm9vYmFy");
        check("M\u{fc}ller \u{2192} 1", "TcO8bGxlciDihpIgMQ==");
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
        assert_eq!(escape("hi").as_deref(), Some("\u{1b}]52;c;aGk=\u{1b}\\"));
        assert!(escape(&"x".repeat(MOST)).is_some() && escape(&"x".repeat(MOST + 1)).is_none());
    }

    #[test]
    fn a_program_is_taken_only_where_it_can_work() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["xclip", "tmux"] {
            std::fs::write(folder.path().join(name), "").expect("a file");
        }
        let folders = [folder.path().to_path_buf()];
        let found =
            |set: &[&str]| Tool::among(&folders, &|name| set.contains(&name)).map(|tool| tool.name);
        assert_eq!(found(&[]), None);
        assert_eq!(found(&["DISPLAY", "TMUX"]), Some("xclip"));
        assert_eq!(found(&["WAYLAND_DISPLAY", "TMUX"]), Some("tmux"));
    }

    #[cfg(unix)]
    #[test]
    fn a_program_is_fed_and_its_refusal_is_known() {
        let tool =
            |script: &'static str| start(Path::new("/bin/sh"), &["-c", script]).expect("a shell");
        assert!(feed(tool("test \"$(cat)\" = 'a text'"), "a text"));
        assert!(!feed(tool("cat > /dev/null; exit 3"), "a text"));
        assert!(!feed(tool("exit 1"), &"x".repeat(1 << 20)));
    }

    #[test]
    fn what_was_done_is_told() {
        let says = |tool, terminal, long| {
            Copied {
                tool,
                terminal,
                long,
            }
            .says()
        };
        assert_eq!(
            says(Some("xclip"), true, false).expect("done"),
            "Copied with xclip, and handed to the terminal"
        );
        assert_eq!(
            says(Some("xclip"), false, true).expect("done"),
            "Copied with xclip"
        );
        assert!(
            says(None, true, false)
                .expect("done")
                .contains("some terminals do not take it")
        );
        assert!(
            says(None, false, true)
                .expect_err("too long")
                .0
                .contains("over 56 kB")
        );
        assert!(
            says(None, false, false)
                .expect_err("none")
                .0
                .contains("no clipboard")
        );
    }
}
