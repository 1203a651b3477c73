//! The backups of the journal: what lies there, one made now, all checked, the rule and what it would delete.
//!
//! Everything here is work on files and so a job: the page begins it and finds what it answered when it reads next.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::backup::{Backup, Backups, Why};
use crate::error::{Error, Result};
use crate::journal::{Answer, Journal, Question, Shelf};
use crate::tui::command::told;
use crate::tui::command::{Command, Scope};
use crate::tui::job::{Job, Outcome};
use crate::tui::page::{Flow, Page, Place, Standing};
use crate::tui::theme::Theme;
use crate::tui::{paint, room};

/// Lines that a page key moves by in this short list.
const PAGE: usize = 10;

/// From this size on the backup of the day says that it was made: it may have been felt.
const LARGE: u64 = 64 << 20;

/// What is said where there is none yet.
fn nothing() -> String {
    told!(
        "No backup yet. {b} makes one now: a copy of the whole journal, beside it, for you only.",
        b = Backups.BackUp
    )
}

/// What the page waits for.
#[derive(Default)]
enum Waits {
    /// Nothing.
    #[default]
    None,
    /// The list, and whether every page was checked.
    List(Outcome<Backups>, bool),
    /// One that is being made.
    Made(Outcome<Backup>),
    /// What the rule does not keep.
    Spare(Outcome<Vec<Backup>>),
    /// What was deleted.
    Gone(Outcome<Vec<Backup>>),
}

/// The page.
#[derive(Default)]
pub struct BackupsPage {
    list: Option<Backups>,
    checked: bool,
    at: usize,
    waits: Waits,
    /// What would be deleted, while that is asked.
    spare: Vec<Backup>,
    /// The last answer was an error: it is not asked again by itself.
    failed: bool,
}

/// The shelf of the journal that a job works at.
///
/// # Errors
/// When the journal is in memory.
pub fn shelf(journal: &Journal) -> Result<Shelf> {
    journal.shelf().ok_or_else(|| {
        Error::refused("this journal lies in memory, and nothing of it is kept")
            .hint("there is nothing to back up")
    })
}

/// The backup that is made before the first change of a day, behind the screen.
pub fn backup_of_the_day() -> Job {
    Job::behind("backing up", |journal, _| {
        let mut bytes = 0;
        let made = shelf(journal)?.daily(&mut |size| bytes = size);
        let made = made.map_err(|error| {
            let says = format!("no backup was made today: {}", error.says());
            Error::new(error.kind(), says).hint("the work goes on; g B, then b, tries again")
        })?;
        let large = made.filter(|_| bytes > LARGE);
        Ok(large.map(|one| {
            format!(
                "backed up {}, as on every first change of a day",
                one.size()
            )
        }))
    })
}

impl BackupsPage {
    fn lines(&self) -> &[Backup] {
        self.list.as_ref().map_or(&[], |list| &list.lines)
    }

    /// Begins to look at what lies there.
    fn look(&mut self, wholly: bool) -> Flow {
        let says = if wholly {
            "checking every page"
        } else {
            "looking at the backups"
        };
        let (job, outcome) = Job::new(says, move |journal, _| shelf(journal)?.list(wholly));
        self.waits = Waits::List(outcome, wholly);
        Flow::Job(job)
    }

    fn back_up(&mut self) -> Flow {
        let (job, outcome) = Job::new("backing up", |journal, _| shelf(journal)?.make(Why::ByHand));
        self.waits = Waits::Made(outcome);
        Flow::Job(job)
    }

    fn prune(&mut self, dry: bool) -> Flow {
        let (job, outcome) = Job::new("pruning", move |journal, _| shelf(journal)?.prune(dry));
        self.waits = if dry {
            Waits::Spare(outcome)
        } else {
            Waits::Gone(outcome)
        };
        Flow::Job(job)
    }

    /// Takes what the work answered, if it has ended.
    fn hear(&mut self) -> Flow {
        let waits = std::mem::take(&mut self.waits);
        match waits {
            Waits::None => Flow::Stay,
            Waits::List(outcome, wholly) => match outcome.take() {
                None => self.still(Waits::List(outcome, wholly)),
                Some(list) => self.listed(list, wholly),
            },
            Waits::Made(outcome) => match outcome.take() {
                None => self.still(Waits::Made(outcome)),
                Some(made) => self.done(made, |one| {
                    let records = one.records.map_or(0, |n| usize::try_from(n).unwrap_or(0));
                    let many = paint::counted(records, "record");
                    format!("backed up and checked: {many}, {}", one.size())
                }),
            },
            Waits::Spare(outcome) => match outcome.take() {
                None => self.still(Waits::Spare(outcome)),
                Some(Err(error)) => wrong(&error),
                Some(Ok(spare)) if spare.is_empty() => {
                    Flow::Say("the rule keeps every backup there is".to_owned())
                }
                Some(Ok(spare)) => {
                    self.spare = spare;
                    Flow::Stay
                }
            },
            Waits::Gone(outcome) => match outcome.take() {
                None => self.still(Waits::Gone(outcome)),
                Some(gone) => self.done(gone, |gone| {
                    format!("{} deleted", paint::counted(gone.len(), "backup"))
                }),
            },
        }
    }

    fn still(&mut self, waits: Waits) -> Flow {
        self.waits = waits;
        Flow::Stay
    }

    /// Says what was done, and looks again.
    fn done<T>(&mut self, answer: Result<T>, says: impl Fn(&T) -> String) -> Flow {
        self.list = None;
        answer.map_or_else(|error| wrong(&error), |done| Flow::Say(says(&done)))
    }

    fn listed(&mut self, list: Result<Backups>, wholly: bool) -> Flow {
        match list {
            Ok(list) => {
                let ill = list.lines.iter().filter(|one| one.fault.is_some()).count();
                self.at = self.at.min(list.lines.len().saturating_sub(1));
                self.list = Some(list);
                self.checked = wholly;
                match (wholly, ill) {
                    (false, _) => Flow::Stay,
                    (true, 0) => Flow::Say("every page of every backup is sound".to_owned()),
                    (true, ill) => {
                        Flow::Say(format!("{} not sound", paint::counted(ill, "backup")))
                    }
                }
            }
            Err(error) => {
                self.failed = true;
                wrong(&error)
            }
        }
    }

    fn moved(&mut self, command: Command) -> bool {
        let last = self.lines().len().saturating_sub(1);
        let Some(at) = paint::moved(command, self.at, last, PAGE) else {
            return false;
        };
        self.at = at;
        true
    }

    fn first(&self, area: Rect) -> usize {
        (self.at + 1).saturating_sub(usize::from(area.height).max(1))
    }

    /// One line: when, why, how much, how it was checked.
    fn line(&self, one: &Backup, row: Rect, buffer: &mut Buffer, theme: &Theme) {
        let narrow = room::is_narrow(row);
        let when = if narrow {
            "%d %b %H:%M  "
        } else {
            "%Y-%m-%d %H:%M  "
        };
        let when = one
            .name
            .map_or_else(String::new, |name| name.at.format(when).to_string());
        let why = one.name.map_or_else(String::new, |name| name.why.says());
        let why = paint::pad(&why, if narrow { 18 } else { 22 });
        let holds = one.records.map_or_else(String::new, |n| {
            paint::counted(usize::try_from(n).unwrap_or(0), "record")
        });
        let holds = paint::pad(&holds, 16);
        let (state, ink) = match &one.fault {
            Some(_) => ("not sound", theme.bad),
            None if self.checked && one.is_good() => ("sound", theme.good),
            None => ("", theme.dim),
        };
        let size = format!("{:>9}  ", one.size());
        let pieces = [
            (&*when, theme.text),
            (&*why, theme.strong),
            (if narrow { "" } else { &*size }, theme.dim),
            (if narrow { "" } else { &*holds }, theme.dim),
            (state, ink),
        ];
        paint::pieces(buffer, row, &pieces);
    }

    /// What is asked before something is deleted.
    fn question(&self) -> Vec<String> {
        let mut says = vec![format!(
            "Delete {}, which the rule does not keep? This cannot be undone.",
            paint::counted(self.spare.len(), "backup")
        )];
        says.extend(self.spare.iter().map(Backup::file));
        says
    }
}

/// An error, as a sentence in the footer.
pub fn wrong(error: &Error) -> Flow {
    let hint = error
        .hint_text()
        .map_or_else(String::new, |hint| format!(" \u{b7} {hint}"));
    Flow::Say(format!("{}{hint}", error.says()))
}

/// Sentences one under another; how many lines they took.
pub fn sentences(buffer: &mut Buffer, area: Rect, says: &[String], theme: &Theme) -> usize {
    let mut lines = 0;
    for one in says {
        for line in paint::wrap(one, usize::from(area.width)) {
            if lines < usize::from(area.height) {
                paint::pieces(buffer, paint::row(area, lines), &[(&*line, theme.text)]);
            }
            lines += 1;
        }
    }
    lines
}

impl Page for BackupsPage {
    fn scopes(&self) -> &'static [Scope] {
        if !self.spare.is_empty() {
            &[Scope::Confirm]
        } else if self.lines().is_empty() {
            &[Scope::Backups]
        } else {
            &[Scope::Backups, Scope::List]
        }
    }

    fn title(&self) -> String {
        "Backups".to_owned()
    }

    fn reads(&mut self, _: &crate::domain::fields::Reading<'_>) -> Flow {
        if self.list.is_none() && !self.failed && matches!(self.waits, Waits::None) {
            return self.look(false);
        }
        self.hear()
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn standing(&self) -> Option<Standing> {
        let one = self.lines().get(self.at)?;
        Some(Standing::nth(self.at, one.file()))
    }

    fn act(&mut self, command: Command) -> Flow {
        if self.moved(command) {
            return Flow::Stay;
        }
        match command {
            Command::BackUp => self.back_up(),
            Command::CheckAll => self.look(true),
            Command::Prune => self.prune(true),
            Command::Yes => {
                self.spare.clear();
                self.prune(false)
            }
            Command::No => {
                self.spare.clear();
                Flow::Stay
            }
            Command::Open => match self.lines().get(self.at) {
                Some(one) if one.is_good() => Flow::Go(Place::Restoring(one.path.clone())),
                Some(one) => Flow::Say(one.fault.clone().map_or_else(
                    || {
                        "this is the damaged journal, kept as it was; it cannot be restored"
                            .to_owned()
                    },
                    |fault| format!("this one cannot be restored: {fault}"),
                )),
                None => Flow::Stay,
            },
            _ => Flow::Stay,
        }
    }

    fn leave(&mut self) -> Flow {
        if self.spare.is_empty() {
            return Flow::Back;
        }
        self.spare.clear();
        Flow::Stay
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let line = self.first(area) + usize::from(at.y.saturating_sub(area.y));
        if self.spare.is_empty() && line < self.lines().len() {
            self.at = line;
        }
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let Some(list) = &self.list else { return };
        if !self.spare.is_empty() {
            sentences(buffer, area, &self.question(), theme);
            return;
        }
        let first = self.first(area);
        for (n, one) in list
            .lines
            .iter()
            .enumerate()
            .skip(first)
            .take(area.height.into())
        {
            let row = paint::row(area, n - first);
            self.line(one, row, buffer, theme);
            if n == self.at {
                paint::bar(buffer, row, theme);
            }
        }
        let mut says = vec![
            list.rule.says_when().to_owned(),
            list.rule.says_which(),
            format!("They lie in {}", list.folder.display()),
        ];
        if list.lines.is_empty() {
            says.insert(0, nothing());
        }
        let used = u16::try_from(list.lines.len() - first).unwrap_or(u16::MAX);
        let gap = u16::from(used > 0);
        let top = used.saturating_add(gap).min(area.height);
        let rest = Rect {
            y: area.y + top,
            height: area.height - top,
            ..area
        };
        let width = usize::from(area.width);
        // whole sentences only: half of one says something else
        while says
            .iter()
            .map(|one| paint::wrap(one, width).len())
            .sum::<usize>()
            > usize::from(rest.height)
            && says.pop().is_some()
        {}
        sentences(buffer, rest, &says, theme);
    }
}
