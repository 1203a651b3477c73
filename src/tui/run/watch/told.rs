//! What Linux tells: writes to a folder, and that the wall clock came to a time, was set, or went on while the machine slept.

use std::ffi::OsString;
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::time::Duration;

use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
use rustix::time::{
    Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
    timerfd_settime,
};

use crate::clock;

/// Kinds of file systems that others write to without this system's knowledge (the numbers are those of `statfs(2)`).
const ELSEWHERE: [u32; 9] = [
    0x6969,      // NFS
    0x517b,      // SMB
    0xfe53_4d42, // SMB 2
    0xff53_4d42, // CIFS
    0x0102_1997, // 9P: the folders of Windows beneath WSL, shared folders of virtual machines
    0x6573_5546, // FUSE: sshfs and the like
    0x786f_4256, // shared folders of VirtualBox
    0x5346_414f, // AFS
    0x00c3_6400, // Ceph
];

/// What was heard since the last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// Nothing of the journal.
    Nothing,
    /// It, or its log, was written to, made, moved or taken away.
    Written,
    /// The folder is not watched any more.
    Gone,
}

/// A watch on the folder of a journal.
pub(super) struct Sentry {
    events: OwnedFd,
    /// The names of the journal and its log.
    names: [OsString; 2],
}

impl Sentry {
    /// Over a journal's file; `None`: the system does not tell of it.
    pub(super) fn of(journal: &Path) -> Option<Self> {
        // a link lies in another folder than what is written to
        let journal = journal.canonicalize().ok()?;
        let (folder, name) = (journal.parent()?, journal.file_name()?);
        let kind = rustix::fs::statfs(folder).ok()?.f_type;
        if ELSEWHERE
            .iter()
            .any(|one| u64::try_from(kind).is_ok_and(|kind| kind & 0xffff_ffff == u64::from(*one)))
        {
            return None;
        }
        let events = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK).ok()?;
        let told = WatchFlags::MODIFY
            | WatchFlags::CREATE
            | WatchFlags::DELETE
            | WatchFlags::MOVED_TO
            | WatchFlags::MOVED_FROM
            | WatchFlags::DELETE_SELF
            | WatchFlags::MOVE_SELF
            | WatchFlags::ONLYDIR;
        inotify::add_watch(&events, folder, told).ok()?;
        let mut log = name.to_owned();
        log.push("-wal");
        Some(Self {
            events,
            names: [name.to_owned(), log],
        })
    }

    /// Takes everything that was told.
    pub(super) fn heard(&self) -> Heard {
        let mut room = [MaybeUninit::uninit(); 4096];
        let mut told = inotify::Reader::new(&self.events, &mut room);
        let mut heard = Heard::Nothing;
        let gone =
            ReadFlags::IGNORED | ReadFlags::UNMOUNT | ReadFlags::DELETE_SELF | ReadFlags::MOVE_SELF;
        loop {
            let event = match told.next() {
                Ok(event) => event,
                Err(rustix::io::Errno::INTR) => continue,
                Err(rustix::io::Errno::AGAIN) => return heard,
                Err(_) => return Heard::Gone,
            };
            if event.events().intersects(gone) {
                return Heard::Gone;
            }
            let ours = event.file_name().is_some_and(|name| {
                self.names
                    .iter()
                    .any(|one| one.as_bytes() == name.to_bytes())
            });
            if ours || event.events().contains(ReadFlags::QUEUE_OVERFLOW) {
                heard = Heard::Written;
            }
        }
    }
}

impl AsFd for Sentry {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.events.as_fd()
    }
}

/// An alarm by the wall clock: it rings late by no more than the machine slept, and when the clock was set.
pub(super) struct Alarm(OwnedFd);

impl Alarm {
    /// One that is not set; `None`: the system has none.
    pub(super) fn new() -> Option<Self> {
        let flags = TimerfdFlags::CLOEXEC | TimerfdFlags::NONBLOCK;
        timerfd_create(TimerfdClockId::Realtime, flags)
            .ok()
            .map(Self)
    }

    /// Sets it anew, whatever it was set to, and takes its ringing back.
    pub(super) fn ring_after(&self, wait: Duration) {
        // that the clock was set is an error of the read; what rang is silent after it either way
        let _ = rustix::io::read(&self.0, &mut [0_u8; 8]);
        let at = Itimerspec {
            it_interval: Timespec::default(),
            it_value: Timespec::try_from(clock::wall_after(wait)).unwrap_or_default(),
        };
        let flags = TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET;
        // where it cannot be set, the wait has its own end
        let _ = timerfd_settime(&self.0, flags, &at);
    }
}

impl AsFd for Alarm {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::event::{PollFd, PollFlags};

    #[test]
    fn what_is_written_to_the_journal_and_its_log_is_heard_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let journal = folder.path().join("journal.db");
        let put = |name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).expect("written");
        };
        assert!(Sentry::of(&journal).is_none(), "there is none yet");
        put("journal.db", "a");
        let sentry = Sentry::of(&journal).expect("a watch");
        assert_eq!(sentry.heard(), Heard::Nothing);
        put("notes.txt", "a");
        put("journal.db-shm", "a");
        assert_eq!(sentry.heard(), Heard::Nothing);
        put("journal.db-wal", "a");
        assert_eq!(sentry.heard(), Heard::Written);
        assert_eq!(sentry.heard(), Heard::Nothing);
        // the log goes when the last connection does
        std::fs::remove_file(folder.path().join("journal.db-wal")).expect("removed");
        assert_eq!(sentry.heard(), Heard::Written);
        // a backup takes its place
        put("new", "b");
        std::fs::rename(folder.path().join("new"), &journal).expect("renamed");
        assert_eq!(sentry.heard(), Heard::Written);
        put("journal.db", "c");
        assert_eq!(sentry.heard(), Heard::Written);
    }

    #[test]
    fn a_folder_that_goes_away_is_told() {
        let above = tempfile::tempdir().expect("a folder");
        let folder = above.path().join("here");
        std::fs::create_dir(&folder).expect("made");
        let journal = folder.join("journal.db");
        std::fs::write(&journal, "a").expect("written");
        let sentry = Sentry::of(&journal).expect("a watch");
        std::fs::rename(&folder, above.path().join("there")).expect("moved");
        assert_eq!(sentry.heard(), Heard::Gone);
        assert!(Sentry::of(&journal).is_none());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_to_what_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let (real, link) = (folder.path().join("real"), folder.path().join("link.db"));
        std::fs::create_dir(&real).expect("made");
        std::fs::write(real.join("j.db"), "a").expect("written");
        std::os::unix::fs::symlink(real.join("j.db"), &link).expect("linked");
        let sentry = Sentry::of(&link).expect("a watch");
        std::fs::write(real.join("j.db-wal"), "a").expect("written");
        assert_eq!(sentry.heard(), Heard::Written);
    }

    #[test]
    fn an_alarm_rings_at_its_time_and_is_silent_once_it_is_set_anew() {
        let alarm = Alarm::new().expect("an alarm");
        let rings = |most: i64| {
            let mut all = [PollFd::new(&alarm, PollFlags::IN)];
            let most = Timespec {
                tv_sec: most,
                tv_nsec: 0,
            };
            rustix::event::poll(&mut all, Some(&most)).is_ok_and(|n| n == 1)
        };
        alarm.ring_after(Duration::ZERO);
        assert!(rings(60));
        alarm.ring_after(Duration::from_secs(3600));
        assert!(!rings(0));
    }
}
