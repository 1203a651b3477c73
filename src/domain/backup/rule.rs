//! Which backups are kept: the newest of each of the last days, weeks and months, and the last before large steps.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::Datelike;

use super::{Name, Why};

/// The rule by which backups are made and kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Whether one is made before the first change of a day. Those before a migration or a restore are always made.
    pub automatic: bool,
    /// Of how many days the newest daily one is kept.
    pub daily: usize,
    /// Of how many weeks.
    pub weekly: usize,
    /// Of how many months.
    pub monthly: usize,
    /// How many from before a migration are kept, and how many from before a restore.
    pub migrations: usize,
}

impl Default for Rule {
    fn default() -> Self {
        Self {
            automatic: true,
            daily: 7,
            weekly: 5,
            monthly: 12,
            migrations: 3,
        }
    }
}

impl Rule {
    /// When one is made, as a sentence.
    pub fn says_when(&self) -> &'static str {
        if self.automatic {
            "A backup is made before the first change of a day, before a migration and before a restore."
        } else {
            "A backup is made before a migration and before a restore; none is made daily."
        }
    }

    /// Which ones are kept, as a sentence.
    pub fn says_which(&self) -> String {
        let (days, weeks, months) = (self.daily, self.weekly, self.monthly);
        format!(
            "Kept: the newest daily one of {}, {} and {}; the last {} before a migration and the last {} before a \
             restore; all that were made by hand.",
            counted(days, "day"),
            counted(weeks, "week"),
            counted(months, "month"),
            self.migrations,
            self.migrations,
        )
    }
}

/// Where backups lie and how they are kept, as far as the settings say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keeping {
    /// The folder in which the folder of backups lies; `None`: beside the journal.
    pub folder: Option<PathBuf>,
    /// The profile whose name stands before that of its backups' folder in the chosen one; `None`: there is no other's beside them.
    pub profile: Option<String>,
    /// The rule.
    pub rule: Rule,
}

impl Keeping {
    /// The folder of a journal's backups: named after its file, beside it or in the folder that was chosen.
    pub fn shelf(&self, journal: &Path) -> PathBuf {
        let mut name = journal.file_name().unwrap_or_default().to_owned();
        name.push(".backups");
        match &self.folder {
            Some(folder) => {
                let profile = self.profile.as_ref();
                let mut whose = std::ffi::OsString::new();
                if let Some(profile) = profile {
                    whose.push(format!("{profile}-"));
                }
                whose.push(name);
                folder.join(whose)
            }
            None => journal.with_file_name(name),
        }
    }
}

/// Which of some backups the rule keeps, in their order. A day, a week or a month without a backup does not use
/// up a place. What was made by hand or kept aside is never touched, and neither is the newest of all.
pub fn kept(names: &[Name], rule: &Rule) -> Vec<bool> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&n| std::cmp::Reverse(names[n].order()));
    let mut keep = vec![false; names.len()];
    let mut piles = Piles::default();
    for (place, &n) in order.iter().enumerate() {
        keep[n] = piles.keeps(&names[n], rule) || place == 0;
    }
    keep
}

/// The days, weeks and months that have one already, and how many of each other sort are kept.
#[derive(Default)]
struct Piles {
    days: BTreeSet<i32>,
    weeks: BTreeSet<(i32, u32)>,
    months: BTreeSet<(i32, u32)>,
    migrations: usize,
    restores: usize,
}

impl Piles {
    /// Whether one is kept; called from the newest to the oldest.
    fn keeps(&mut self, name: &Name, rule: &Rule) -> bool {
        match name.why {
            Why::ByHand | Why::Damaged => true,
            Why::BeforeMigration(_) => counts(&mut self.migrations, rule.migrations),
            Why::BeforeRestore => counts(&mut self.restores, rule.migrations),
            Why::Daily => {
                let day = name.at.date();
                let week = (day.iso_week().year(), day.iso_week().week());
                let month = (day.year(), day.month());
                let of_day = opens(&mut self.days, day.num_days_from_ce(), rule.daily);
                let of_week = opens(&mut self.weeks, week, rule.weekly);
                let of_month = opens(&mut self.months, month, rule.monthly);
                of_day || of_week || of_month
            }
        }
    }
}

fn counts(so_far: &mut usize, most: usize) -> bool {
    *so_far += 1;
    *so_far <= most
}

/// Whether it is the newest of its day (week, month), while there is room for another.
fn opens<T: Ord>(seen: &mut BTreeSet<T>, one: T, most: usize) -> bool {
    seen.len() < most && seen.insert(one)
}

fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}
