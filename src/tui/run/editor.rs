//! The hand-off to `$EDITOR`: the screen is left, the text is lent, and comes back also when this program is told to end.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec};
use signal_hook::consts::signal::{SIGCHLD, SIGHUP, SIGTERM};
use signal_hook::low_level::{pipe, unregister};

use super::lent::Lent;
use super::{Screen, enter, fresh, leave};
use crate::config::child::{Command, child};
use crate::config::editor::{self as of_user, words};
use crate::error::{Error, Result};
use crate::tui::app::Origin;

/// How long an editor has to write what it holds, once this program is told to end.
const GRACE: Duration = Duration::from_millis(1500);

/// Lets the user edit a text in `$VISUAL`, else `$EDITOR`, else `vi`. When this program is told to end meanwhile, the
/// editor is told so, too, and what it wrote is taken.
///
/// # Errors
/// When the editor cannot be started, ends with a failure, or its file cannot be read back as text; the
/// text is as it was then.
pub fn edit(
    text: &str,
    origin: Option<&Origin>,
    screen: &mut Screen,
    signal: &AtomicUsize,
) -> Result<String> {
    let lent = Lent::new(text, origin)?;
    leave();
    let status = ended(command(&lent.path()), signal);
    // the text first: the terminal may be gone
    let edited = lent.back();
    let shown = enter().and_then(|()| fresh(screen));
    if is_to_end(signal) {
        return edited;
    }
    signal.store(0, Ordering::Relaxed);
    shown?;
    let named = words().join(" ");
    let status = status.map_err(|source| cannot_start(&named, source))?;
    if !status.success() {
        return Err(Error::refused(format!(
            "the editor \u{201c}{named}\u{201d} ended with a failure; the text is as it was"
        )));
    }
    edited
}

/// Lets the user edit a file where it lies, at a line; 0: anywhere.
///
/// # Errors
/// When the editor cannot be started or ends with a failure.
pub fn file(path: &Path, line: usize, screen: &mut Screen, signal: &AtomicUsize) -> Result<()> {
    leave();
    let status = ended(of_user::on(path, line), signal);
    let shown = enter().and_then(|()| fresh(screen));
    if is_to_end(signal) {
        return Ok(());
    }
    signal.store(0, Ordering::Relaxed);
    shown?;
    let named = words().join(" ");
    let status = status.map_err(|source| cannot_start(&named, source))?;
    if status.success() {
        return Ok(());
    }
    Err(Error::refused(format!(
        "the editor \u{201c}{named}\u{201d} ended with a failure; what it wrote counts"
    )))
}

fn cannot_start(named: &str, source: io::Error) -> Error {
    Error::refused(format!("cannot start the editor \u{201c}{named}\u{201d}"))
        .hint("set EDITOR to the name of one")
        .because(source)
}

/// Starts an editor and waits for its end, or for this program's.
fn ended(mut command: Command, signal: &AtomicUsize) -> io::Result<ExitStatus> {
    let (mut woken, wakes) = UnixStream::pair()?;
    woken.set_nonblocking(true)?;
    let mut watched = Vec::new();
    // before it starts: none of their words is missed
    for number in [SIGCHLD, SIGTERM, SIGHUP] {
        watched.push(pipe::register(number, wakes.try_clone()?)?);
    }
    let done = command
        .spawn()
        .and_then(|mut child| waited(&mut child, &mut woken, signal));
    for id in watched {
        unregister(id);
    }
    done
}

fn waited(
    child: &mut Child,
    woken: &mut UnixStream,
    signal: &AtomicUsize,
) -> io::Result<ExitStatus> {
    let mut asked = false;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if !asked && is_to_end(signal) {
            ask_to_end(child);
            asked = true;
        }
        let within = asked.then(|| Timespec::try_from(GRACE).unwrap_or_default());
        let mut told = [PollFd::new(&*woken, PollFlags::IN)];
        match rustix::event::poll(&mut told, within.as_ref()) {
            Ok(0) if asked => child.kill()?,
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let mut bytes = [0; 64];
        while woken.read(&mut bytes).is_ok_and(|read| read > 0) {}
    }
}

/// Whether this program is to end. An interrupt that was typed while the editor had the terminal was meant for it.
fn is_to_end(signal: &AtomicUsize) -> bool {
    let told = signal.load(Ordering::Relaxed);
    [SIGTERM, SIGHUP]
        .iter()
        .any(|one| usize::try_from(*one) == Ok(told))
}

/// Tells an editor to end, by the system's own program: it may write what it holds.
fn ask_to_end(editor: &Child) {
    let id = editor.id().to_string();
    let mut kill = child("kill");
    let quiet = kill
        .args(["-TERM", &id])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // where there is no such program it is ended without asking, a moment later
    let _ = quiet.status();
}

/// What is said to an editor that is known to keep copies elsewhere, unless the user says something to it already: no
/// swap file, no history of undo, no backup, nothing in the list of what was edited last.
fn discretion(words: &[String]) -> &'static [&'static str] {
    let name = words.first().map(Path::new).and_then(Path::file_name);
    match name.and_then(|name| name.to_str()) {
        Some("vim" | "nvim") if words.len() == 1 => &[
            "-n",
            "-i",
            "NONE",
            "-c",
            "set noswapfile noundofile nobackup nowritebackup",
        ],
        _ => &[],
    }
}

fn command(path: &Path) -> Command {
    let words = words();
    let mut command = child(words.first().map_or("vi", String::as_str));
    command
        .args(words.iter().skip(1))
        .args(discretion(&words))
        .arg(path);
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::child::{COMMAND_BY, PASSPHRASE_BY};

    #[test]
    fn an_editor_that_keeps_copies_is_told_not_to_unless_the_user_tells_it_something() {
        let told = |words: &[&str]| {
            let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
            !discretion(&words).is_empty()
        };
        assert!(told(&["vim"]) && told(&["/usr/bin/nvim"]));
        assert!(!told(&["vim", "-u", "NONE"]) && !told(&["nano"]) && !told(&[]));
    }

    #[test]
    fn an_editor_is_told_no_passphrase() {
        let command = command(Path::new("text.md"));
        for secret in [PASSPHRASE_BY, COMMAND_BY] {
            let removed = command
                .get_envs()
                .any(|(name, value)| name == secret && value.is_none());
            assert!(removed, "{secret}");
        }
    }

    #[test]
    fn an_editor_ends_with_this_program() {
        let mut sleeps = child("sleep");
        sleeps.arg("600");
        let told = AtomicUsize::new(usize::try_from(SIGTERM).expect("a number"));
        assert!(!ended(sleeps, &told).expect("an end").success());
        let still = AtomicUsize::new(0);
        assert!(ended(child("true"), &still).expect("an end").success());
    }
}
