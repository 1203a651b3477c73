//! Long work on a thread of its own, with its own connection to the journal, watched and stopped through atomics.
//!
//! A page begins one with [`super::page::Flow::Job`] and keeps the [`Outcome`]; when the work ended, the page reads
//! again and finds it there. While work is in front, the footer tells how far it is and Esc stops it; work that stands
//! behind leaves every key as it is and says at most a sentence when it is done. The loop looks ten times a second
//! while something runs, and does not tick otherwise. A journal in memory has one hand only: there the work is done in
//! place, at once.

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::error::{Error, ErrorKind, Result};
use crate::journal::Journal;
use crate::transfer;

/// How long the loop waits for a key while something runs.
pub const GLANCE: Duration = Duration::from_millis(100);

/// The name of a thread that does such work.
pub const THREAD: &str = "trustline job";

/// The work itself; what it answers is a sentence for the footer, if there is one to say.
type Work = Box<dyn FnOnce(&mut Journal, &Progress) -> Result<Option<String>> + Send>;

/// How far work is, and whether it is to go on: seen from both threads.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    of: AtomicU64,
    stop: AtomicBool,
    folder: PathBuf,
}

impl Progress {
    /// How much is done; answers whether to go on.
    pub fn at(&self, done: u64) -> bool {
        self.done.store(done, Ordering::Relaxed);
        !self.is_stopped()
    }

    /// How much there is to do, once that is known; counting begins again.
    pub fn out_of(&self, all: u64) {
        self.done.store(0, Ordering::Relaxed);
        self.of.store(all, Ordering::Relaxed);
    }

    /// Where a file lies whose name was typed: in the user's own folder where it begins with `~/`, else, where it names
    /// no folder, in the one in which files are written.
    pub fn place(&self, name: &str) -> PathBuf {
        transfer::place(&self.folder, name)
    }

    /// Whether the work was told to stop.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// How far it is: `1200`, `1200 of 5000`; blank before the first count.
    pub fn says(&self) -> String {
        let (done, of) = (
            self.done.load(Ordering::Relaxed),
            self.of.load(Ordering::Relaxed),
        );
        match (done, of) {
            (0, 0) => String::new(),
            (done, 0) => format!("{done}"),
            (done, of) => format!("{} of {of}", done.min(of)),
        }
    }
}

/// Work that waits to be done, once: copies of it are the same work.
#[derive(Clone)]
pub struct Job {
    says: String,
    front: bool,
    work: Arc<Mutex<Option<Work>>>,
}

impl fmt::Debug for Job {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Job({})", self.says)
    }
}

impl PartialEq for Job {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.work, &other.work)
    }
}

impl Job {
    /// Work in front: `says` stands in the footer while it runs ("reading issues.csv"), keys wait, Esc stops it. What it
    /// answers comes by the [`Outcome`].
    pub fn new<T: Send + 'static>(
        says: impl Into<String>,
        work: impl FnOnce(&mut Journal, &Progress) -> Result<T> + Send + 'static,
    ) -> (Self, Outcome<T>) {
        let (tell, hear) = channel();
        let work: Work = Box::new(move |journal, progress| {
            // a page that is gone hears nothing any more
            let _ = tell.send(work(journal, progress));
            Ok(None)
        });
        (Self::of(says.into(), true, work), Outcome(hear))
    }

    /// Work behind: keys go on as ever. What it answers is said in the footer, an error as a warning.
    pub fn behind(
        says: impl Into<String>,
        work: impl FnOnce(&mut Journal, &Progress) -> Result<Option<String>> + Send + 'static,
    ) -> Self {
        Self::of(says.into(), false, Box::new(work))
    }

    fn of(says: String, front: bool, work: Work) -> Self {
        Self {
            says,
            front,
            work: Arc::new(Mutex::new(Some(work))),
        }
    }

    /// Begins it; a journal in memory does it here and now. `folder`: where files are written that name none.
    ///
    /// # Errors
    /// When there is no thread to be had; what the work says, where it was done at once.
    pub fn begin(self, journal: &mut Journal, folder: &Path) -> Result<Begun> {
        let work = self
            .work
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let progress = Arc::new(Progress {
            folder: folder.to_owned(),
            ..Progress::default()
        });
        let Some(work) = work else {
            return Ok(Begun::Ended(None));
        };
        let Some(beside) = journal.beside() else {
            return work(journal, &progress).map(Begun::Ended);
        };
        let shared = Arc::clone(&progress);
        let thread = std::thread::Builder::new()
            .name(THREAD.to_owned())
            .spawn(move || work(&mut beside.open()?, &shared))?;
        Ok(Begun::Running(Running {
            says: self.says,
            front: self.front,
            progress,
            thread: Some(thread),
        }))
    }
}

/// What the work of a job will have answered.
#[derive(Debug)]
pub struct Outcome<T>(Receiver<Result<T>>);

impl<T> Outcome<T> {
    /// What it answered, when it has ended: to be asked until then, and not after.
    pub fn take(&self) -> Option<Result<T>> {
        match self.0.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                let says = "this ended without an answer; nothing of it is kept";
                Some(Err(Error::new(ErrorKind::Journal, says)))
            }
        }
    }
}

/// What came of beginning a job.
#[derive(Debug)]
pub enum Begun {
    /// It runs.
    Running(Running),
    /// It is done already; a sentence to say, if there is one.
    Ended(Option<String>),
}

/// Work that runs. Dropped, it is told to stop and waited for.
#[derive(Debug)]
pub struct Running {
    says: String,
    /// Whether keys wait for it.
    pub front: bool,
    progress: Arc<Progress>,
    thread: Option<JoinHandle<Result<Option<String>>>>,
}

impl Running {
    /// What it does and how far it is.
    pub fn says(&self) -> String {
        let far = self.progress.says();
        match (self.progress.is_stopped(), far.as_str()) {
            (true, _) => format!("{}: stopping\u{2026}", self.says),
            (false, "") => format!("{}\u{2026}", self.says),
            (false, far) => format!("{}\u{2026} {far}", self.says),
        }
    }

    /// Tells it to stop; it ends when it next looks.
    pub fn stop(&self) {
        self.progress.stop.store(true, Ordering::Relaxed);
    }

    /// Whether it has ended.
    pub fn is_ended(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Waits for its end, and answers what it said.
    ///
    /// # Errors
    /// What the work says.
    pub fn end(mut self) -> Result<Option<String>> {
        self.wait()
    }

    fn wait(&mut self) -> Result<Option<String>> {
        let failed = |_| {
            let says = format!(
                "{}: this ended without an answer; nothing of it is kept",
                self.says
            );
            Error::new(ErrorKind::Journal, says)
        };
        self.thread
            .take()
            .map_or(Ok(None), |thread| thread.join().map_err(failed)?)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
        let _ = self.wait();
    }
}
