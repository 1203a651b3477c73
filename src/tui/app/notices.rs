//! Notices while the screen is open: at their time, once, and none for what the screen showed when it was opened.

use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime};

use super::App;
use crate::config::settings::notice::{By, Notice as Way};
use crate::domain::notice::{self, Notice, Occasion, Rule};

/// What is to be told of the day, as it was last read.
pub(super) struct Herald {
    rule: Rule,
    /// What came before it is on the screen, or was told.
    since: NaiveDateTime,
    all: Vec<Occasion>,
    /// The version of the journal and the day that they were read for.
    read: Option<(i64, NaiveDate)>,
}

impl App {
    /// How long until something is to be told; `None`: nothing is, as far as can be seen.
    pub fn until_notice(&mut self) -> Option<Duration> {
        self.read_occasions()?;
        let herald = self.herald.as_ref()?;
        let next = notice::next(&herald.all, herald.since, &herald.rule.quiet)?;
        Some(self.journal.clock().until(next))
    }

    /// What is to be told now. It is taken on in the journal first: no other window tells it.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        if self.until_notice().is_none_or(|wait| !wait.is_zero()) {
            return Vec::new();
        }
        let now = self.journal.clock().now();
        let Some(herald) = &mut self.herald else {
            return Vec::new();
        };
        let quiet = &herald.rule.quiet;
        let mut ready = notice::ready(&herald.all, now, quiet);
        ready.retain(|one| quiet.ends(one.at).is_some_and(|comes| comes > herald.since));
        herald.since = now;
        let mine = match self.journal.tells(ready) {
            Ok(mine) => mine,
            Err(error) => {
                self.fails(&error);
                return Vec::new();
            }
        };
        let told = notice::told(mine, now, &herald.rule.quiet);
        match &self.mask {
            Some(masked) => {
                let hide = |text: &str| masked.mask.hide(text).into_owned();
                told.into_iter().map(|one| one.reworded(hide)).collect()
            }
            None => told,
        }
    }

    /// How it is told.
    pub fn speaks(&self) -> &Way {
        &self.journal.customs().settings().notice
    }

    /// Begins to tell, where the settings ask for it.
    pub(super) fn herald(&mut self) {
        let notice = &self.journal.customs().settings().notice;
        self.herald = (notice.by != By::None).then(|| Herald {
            rule: notice.rule(),
            since: self.journal.clock().now(),
            all: Vec::new(),
            read: None,
        });
    }

    /// Reads the day again, where the journal moved or the day is another one; `None`: nothing is told.
    fn read_occasions(&mut self) -> Option<()> {
        let herald = self.herald.as_mut()?;
        let now = (self.journal.version().ok()?, self.journal.day());
        if herald.read != Some(now) {
            herald.read = Some(now);
            // what cannot be read is said by the page that shows it
            herald.all = self.journal.occasions(&herald.rule).unwrap_or_default();
        }
        Some(())
    }
}
