//! Taking out of the clipboard again what was put there, where it is still ours as far as that can be known.
//!
//! A program that can be read is read first, and another's text is left alone. A terminal alone cannot be asked: what
//! it holds is overwritten. Buffers of tmux that hold what was copied are deleted.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use super::clipboard::{Tool, escape};
use crate::config::child::child;

/// How long a program may take to answer: leaving does not hang on a clipboard whose owner is gone.
const PATIENCE: Duration = Duration::from_secs(1);

/// The most of a clipboard that is read: more than is ever copied.
const MOST: u64 = 64 << 20;

/// The newest buffers of tmux that are looked at.
const BUFFERS: usize = 20;

/// What was copied, by the sums of the texts: none of them is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copies {
    sums: Vec<(usize, u64)>,
    tool: Option<Tool>,
    terminal: bool,
}

/// A program that reads a clipboard: by the name of the one that writes it, its own name, its flags.
const READERS: [(&str, &str, &[&str]); 4] = [
    ("wl-copy", "wl-paste", &["--no-newline"]),
    ("xclip", "xclip", &["-selection", "clipboard", "-out"]),
    ("xsel", "xsel", &["--clipboard", "--output"]),
    ("pbcopy", "pbpaste", &[]),
];

impl Copies {
    /// Remembers a text that was copied, and the ways it went.
    pub fn add(&mut self, text: &str, tool: Option<&Tool>, terminal: bool) {
        self.sums.push(sum(text.as_bytes()));
        self.terminal |= terminal;
        self.tool = tool.cloned().or(self.tool.take());
    }

    /// Takes it out again; answers what the terminal is to be sent for that, if anything.
    pub fn clear(&self, tmux: Option<&Tool>) -> Option<String> {
        if self.sums.is_empty() {
            return None;
        }
        if let Some(tmux) = tmux {
            return self.clear_tmux(tmux);
        }
        let found = self.tool.as_ref().and_then(read);
        if found.is_some_and(|found| !self.sums.contains(&sum(&found))) {
            return None;
        }
        if let Some(tool) = &self.tool {
            empty(tool);
        }
        // a space first: there are terminals that take no empty text
        let space = escape(" ").unwrap_or_default();
        self.terminal
            .then(|| format!("{space}\u{1b}]52;c;\u{1b}\\"))
    }

    /// Within tmux: its buffers, the clipboard beyond it, and that of this machine.
    fn clear_tmux(&self, tmux: &Tool) -> Option<String> {
        let ask = |flags: &[&str]| answered(&tmux.file, flags, b"");
        let names = ask(&["list-buffers", "-F", "#{buffer_name}"]).unwrap_or_default();
        let mut any = false;
        for name in String::from_utf8_lossy(&names).lines().take(BUFFERS) {
            let held = ask(&["show-buffer", "-b", name]).unwrap_or_default();
            if self.sums.contains(&sum(&held)) {
                any = true;
                let _ = ask(&["delete-buffer", "-b", name]);
            }
        }
        let own = self.tool.as_ref().filter(|tool| tool.name != tmux.name);
        let found = own.and_then(read);
        let still = found.as_ref().map(|found| self.sums.contains(&sum(found)));
        if let Some(own) = own.filter(|_| still == Some(true)) {
            empty(own);
        }
        if any && still != Some(false) {
            // it hands a text on to the terminal beyond it, and takes no empty one
            let flags = ["load-buffer", "-b", "empty", "-w", "-"];
            let _ = answered(&tmux.file, &flags, b" ");
            let _ = ask(&["delete-buffer", "-b", "empty"]);
        }
        None
    }
}

/// What tells a text from another, of which nothing can be read back.
fn sum(bytes: &[u8]) -> (usize, u64) {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    (bytes.len(), hasher.finish())
}

/// What a program's clipboard holds; `None`: it cannot be asked.
fn read(tool: &Tool) -> Option<Vec<u8>> {
    let (_, name, flags) = READERS.iter().find(|(writer, ..)| *writer == tool.name)?;
    answered(&tool.file.with_file_name(name), flags, b"")
}

/// Empties a program's clipboard.
fn empty(tool: &Tool) {
    if tool.name == "wl-copy" {
        let _ = answered(&tool.file, &["--clear"], b"");
    } else {
        // one that stays to serve the clipboard would keep a pipe open
        let _ = tool.take("");
    }
}

/// What a program answers within [`PATIENCE`]; `None`: it cannot be started, or does not end in time.
fn answered(file: &std::path::Path, flags: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let mut child = child(file)
        .args(flags)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    if let Some(mut stdin) = child.stdin.take() {
        let _ = stdin.write_all(input);
    }
    let (tell, hear) = channel();
    let stdout = child.stdout.take();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(stdout) = stdout {
            let _ = stdout.take(MOST).read_to_end(&mut bytes);
        }
        let _ = tell.send(bytes);
    });
    let Ok(bytes) = hear.recv_timeout(PATIENCE) else {
        end(child);
        return None;
    };
    // the output has ended, and so the program has, or it went on by itself to serve what it was given
    let _ = child.try_wait();
    Some(bytes)
}

fn end(mut child: Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::path::{Path, PathBuf};

    use super::*;

    /// A folder with programs that keep their clipboard in a file of it.
    fn machine() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let held = folder.path().join("held").display().to_string();
        let program = |name: &str, script: &str| {
            let file = folder.path().join(name);
            std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).expect("a program");
            let runs = std::fs::Permissions::from_mode(0o700);
            std::fs::set_permissions(&file, runs).expect("a program");
        };
        program(
            "wl-copy",
            &format!("if [ \"$1\" = --clear ]; then : > {held}; else cat > {held}; fi"),
        );
        program("wl-paste", &format!("cat {held}"));
        let buffers = folder.path().join("buffers");
        std::fs::create_dir(&buffers).expect("a folder");
        program(
            "tmux",
            &format!(
                "cd {}\ncase $1 in\nlist-buffers) ls;;\nshow-buffer) cat \"$3\";;\ndelete-buffer) rm \"$3\";;\nload-buffer) cat > \"$3\"; cp \"$3\" {held};;\nesac",
                buffers.display()
            ),
        );
        folder
    }

    fn tool(folder: &Path, name: &'static str) -> Tool {
        Tool {
            name,
            file: folder.join(name),
            flags: &[],
        }
    }

    fn hold(folder: &Path, text: &str) -> PathBuf {
        let held = folder.join("held");
        std::fs::write(&held, text).expect("a file");
        held
    }

    #[test]
    fn what_is_still_ours_goes_and_another_text_stays() {
        let folder = machine();
        let tool = tool(folder.path(), "wl-copy");
        let mut copies = Copies::default();
        assert_eq!(copies.clear(None), None);
        copies.add("a brief for Ana", Some(&tool), true);
        let held = hold(folder.path(), "a word of somebody else");
        assert_eq!(copies.clear(None), None);
        let left = std::fs::read_to_string(&held).expect("a file");
        assert_eq!(left, "a word of somebody else");
        hold(folder.path(), "a brief for Ana");
        let sent = copies.clear(None).expect("the terminal is told");
        assert_eq!(std::fs::read_to_string(&held).expect("a file"), "");
        assert_eq!(sent, "\u{1b}]52;c;IA==\u{1b}\\\u{1b}]52;c;\u{1b}\\");
        assert!(!format!("{copies:?}").contains("Ana"));
    }

    #[test]
    fn a_terminal_alone_is_overwritten() {
        let mut copies = Copies::default();
        copies.add("a brief", None, true);
        assert!(copies.clear(None).is_some());
        let mut copies = Copies::default();
        copies.add("too long for a terminal", None, false);
        assert_eq!(copies.clear(None), None);
    }

    #[test]
    fn the_buffers_of_tmux_that_are_ours_are_deleted() {
        let folder = machine();
        let tmux = tool(folder.path(), "tmux");
        let buffers = folder.path().join("buffers");
        for (name, text) in [
            ("buffer0", "mine"),
            ("buffer1", "theirs"),
            ("buffer2", "mine"),
        ] {
            std::fs::write(buffers.join(name), text).expect("a buffer");
        }
        let held = hold(folder.path(), "mine");
        let mut copies = Copies::default();
        copies.add("mine", Some(&tmux), true);
        assert_eq!(copies.clear(Some(&tmux)), None);
        let left: Vec<_> = std::fs::read_dir(&buffers)
            .expect("a folder")
            .flatten()
            .map(|entry| entry.file_name())
            .collect();
        assert_eq!(left, ["buffer1"]);
        assert_eq!(std::fs::read_to_string(held).expect("a file"), " ");
    }
}
