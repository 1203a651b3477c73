//! What wakes the loop besides a key: a signal, a write to the journal by another process, a deadline of the wall clock.
//!
//! # A write
//! The system tells of writes to the journal's folder; those to the journal and its log are listened to. It tells of a write
//! when the bytes go out, and a change is to be seen a moment later, once they are on the disk and the log's index names
//! them: so the journal is looked at again a few times after the last write, at growing distances, and then not any more.
//! Where the system tells of nothing (another system than Linux, a folder on a network or of another machine, no watch left
//! to be had), the journal is looked at once a second, as long as it is open.

#[cfg(target_os = "linux")]
mod told;
#[cfg(not(target_os = "linux"))]
#[path = "watch/untold.rs"]
mod told;

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec};
use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};

use crate::clock::Stopwatch;
use crate::error::{Error, ErrorKind, Result};
use told::{Alarm, Heard, Sentry};

/// How long it sleeps at most: the zone of the user may be another one meanwhile, and the day with it.
pub(super) const LONG: Duration = Duration::from_secs(60 * 60);

/// How often the journal is looked at where nothing tells of a write.
const GLANCE: Duration = Duration::from_secs(1);

/// When the journal is looked at again after a write, each counted from the look before: during the first of them nothing
/// is listened to, so that somebody who writes without a pause is followed a few times a second.
const AGAIN: [Duration; 4] = [
    Duration::from_millis(100),
    Duration::from_millis(400),
    Duration::from_millis(1500),
    Duration::from_secs(4),
];

/// Whether the folder is watched.
enum Ears {
    /// Nothing is to be followed: there is no open journal.
    Closed,
    /// It is.
    Open(Sentry),
    /// It was, and the watch is gone: it may be had again.
    Lost,
    /// It cannot be.
    Deaf,
}

/// What the loop listens to.
pub(super) struct Watch {
    journal: PathBuf,
    ears: Ears,
    alarm: Option<Alarm>,
    signals: UnixStream,
    /// Which of [`AGAIN`] comes next; all of them did when it is their number.
    next: usize,
    /// Since the last look.
    looked: Stopwatch,
}

impl Watch {
    /// Over a journal's file, which is not listened to yet.
    ///
    /// # Errors
    /// When the signals cannot be listened to.
    pub(super) fn new(journal: &Path) -> Result<Self> {
        let (signals, tells) = UnixStream::pair()?;
        signals.set_nonblocking(true)?;
        // a signal that comes between a look at its flag and the sleep would else be heard of at the next wake only
        for signal in [SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGWINCH] {
            signal_hook::low_level::pipe::register(signal, tells.try_clone()?)?;
        }
        Ok(Self {
            journal: journal.to_owned(),
            ears: Ears::Closed,
            alarm: Alarm::new(),
            signals,
            next: AGAIN.len(),
            looked: Stopwatch::start(),
        })
    }

    /// Listens as long as the journal is open: a locked one is nobody's to follow.
    pub(super) fn follow(&mut self, open: bool) {
        match (&self.ears, open) {
            (Ears::Closed | Ears::Lost, true) => {
                let lost = matches!(self.ears, Ears::Lost);
                self.ears = match Sentry::of(&self.journal) {
                    Some(sentry) => Ears::Open(sentry),
                    None if lost => Ears::Lost,
                    None => Ears::Deaf,
                };
                // what was written before it listened
                self.next = 0;
            }
            (Ears::Open(_) | Ears::Deaf, true) => {}
            (_, false) => self.ears = Ears::Closed,
        }
    }

    /// Sleeps until there is something to read, or at most for so long; whether it may be a key.
    ///
    /// # Errors
    /// When the terminal went away.
    pub(super) fn sleep(&mut self, most: Duration) -> Result<bool> {
        let most = most.min(self.until_look());
        if let Some(alarm) = &self.alarm {
            // the wait below stands still while the machine sleeps; the wall clock does not
            alarm.ring_after(most);
        }
        let came = {
            let input = rustix::stdio::stdin();
            let mut all = vec![
                PollFd::new(&input, PollFlags::IN),
                PollFd::new(&self.signals, PollFlags::IN),
            ];
            if let Some(alarm) = &self.alarm {
                all.push(PollFd::new(alarm, PollFlags::IN));
            }
            if let Ears::Open(sentry) = &self.ears
                && self.next > 0
            {
                all.push(PollFd::new(sentry, PollFlags::IN));
            }
            wait(&mut all, most)?
        };
        if came == Came::Signal {
            let mut drained = [0; 64];
            while (&self.signals)
                .read(&mut drained)
                .is_ok_and(|n| n == drained.len())
            {}
            // a hang-up is such a signal: it is looked at before anything is read
            ready()?;
        }
        Ok(came != Came::Nothing)
    }

    /// Listens to what came; whether the journal is to be looked at because of it, or because it is time.
    pub(super) fn heard(&mut self) -> bool {
        let heard = match &self.ears {
            Ears::Open(sentry) => sentry.heard(),
            _ => Heard::Nothing,
        };
        if heard == Heard::Gone {
            self.ears = Ears::Lost;
        }
        let time = self.until_look().is_zero();
        if heard == Heard::Nothing && !time {
            return false;
        }
        self.next = if heard == Heard::Nothing {
            (self.next + 1).min(AGAIN.len())
        } else {
            0
        };
        self.looked = Stopwatch::start();
        true
    }

    /// How long until the journal is looked at unasked.
    fn until_look(&self) -> Duration {
        let after = match (&self.ears, AGAIN.get(self.next)) {
            (Ears::Deaf | Ears::Lost, _) => GLANCE,
            (Ears::Open(_), Some(again)) => *again,
            (Ears::Closed, _) | (Ears::Open(_), None) => return LONG,
        };
        after.saturating_sub(self.looked.elapsed())
    }
}

/// What ended a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Came {
    /// Its time, or a word that is no key.
    Nothing,
    /// Something can be read from the terminal.
    Key,
    /// A signal.
    Signal,
}

/// Whether the terminal has something to read now.
///
/// This stands before crossterm's own wait because that one, on a terminal that hung up, reads nothing for ever at
/// full speed: a process whose window was closed would never end.
///
/// # Errors
/// When the terminal went away.
pub(super) fn ready() -> Result<bool> {
    let input = rustix::stdio::stdin();
    let came = wait(&mut [PollFd::new(&input, PollFlags::IN)], Duration::ZERO)?;
    Ok(came != Came::Nothing)
}

/// Waits for the first of some; the terminal is the first of them, the signals the second.
fn wait(all: &mut [PollFd<'_>], most: Duration) -> Result<Came> {
    let most = Timespec::try_from(most).unwrap_or_default();
    match rustix::event::poll(all, Some(&most)) {
        Err(rustix::io::Errno::INTR) => return Ok(Came::Signal),
        Err(error) => return Err(io::Error::from(error).into()),
        Ok(_) => {}
    }
    let terminal = all[0].revents();
    if terminal.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
        return Err(Error::new(ErrorKind::Answer, "the terminal went away"));
    }
    if all
        .get(1)
        .is_some_and(|signals| !signals.revents().is_empty())
    {
        return Ok(Came::Signal);
    }
    if terminal.contains(PollFlags::IN) {
        return Ok(Came::Key);
    }
    Ok(Came::Nothing)
}
