//! The journal's health as data: what was checked, what was found, how it is, and what mends it.

/// What a check looks at; checks are told part by part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The file itself, as the database that it is.
    File,
    /// What it holds, and what screens read of it.
    Records,
    /// Where it lies, who may read it, what lies beside it.
    Place,
    /// The copies of it.
    Backups,
    /// What the user set and changed.
    Settings,
    /// The terminal, as far as the environment tells.
    Terminal,
    /// Programs of others that are called, and those built in.
    Programs,
}

impl Part {
    /// The one word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Records => "records",
            Self::Place => "place",
            Self::Backups => "backups",
            Self::Settings => "settings",
            Self::Terminal => "terminal",
            Self::Programs => "programs",
        }
    }
}

/// How what was found is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be.
    Well,
    /// Worth knowing; nothing is wrong with the journal.
    Note,
    /// Not as it should be.
    Ill,
}

impl State {
    /// The one word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Well => "ok",
            Self::Note => "note",
            Self::Ill => "not well",
        }
    }
}

/// What the program can mend by itself, in the order in which it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fix {
    /// Files and folders of the journal are made their owner's alone.
    Permissions,
    /// What screens read is built again from the revisions.
    Rebuild,
    /// What was forgotten is overwritten where that is still owed.
    Overwrite,
    /// Unfinished files of a program that was cut short are taken away.
    LeftOvers,
}

impl Fix {
    /// The one word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Permissions => "permissions",
            Self::Rebuild => "rebuild",
            Self::Overwrite => "overwrite",
            Self::LeftOvers => "left-overs",
        }
    }

    /// What would be done, as part of a sentence.
    pub fn would(self) -> &'static str {
        match self {
            Self::Permissions => "make the files and folders yours alone",
            Self::Rebuild => "build what screens read again, from the revisions",
            Self::Overwrite => "overwrite what was forgotten",
            Self::LeftOvers => "take the unfinished files away",
        }
    }
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What it looks at.
    pub part: Part,
    /// Its name, which stays the same.
    pub what: &'static str,
    /// What was found, in a sentence without its full stop.
    pub found: String,
    /// How that is.
    pub state: State,
    /// What mends it: a sentence or a command.
    pub mend: Option<String>,
    /// How the program mends it, where it can.
    pub fix: Option<Fix>,
}

impl Check {
    /// A check that found all as it should be.
    pub fn new(part: Part, what: &'static str, found: impl Into<String>) -> Self {
        Self {
            part,
            what,
            found: found.into(),
            state: State::Well,
            mend: None,
            fix: None,
        }
    }

    /// It is worth knowing, and this is what one may do.
    #[must_use]
    pub fn note(mut self, mend: impl Into<String>) -> Self {
        self.state = State::Note;
        self.mend = Some(mend.into());
        self
    }

    /// It is not as it should be, and this is what mends it.
    #[must_use]
    pub fn ill(mut self, mend: impl Into<String>) -> Self {
        self.state = State::Ill;
        self.mend = Some(mend.into());
        self
    }

    /// The program can mend it by itself.
    #[must_use]
    pub fn by(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Whether nothing is wrong: a note is no fault.
    pub fn is_well(&self) -> bool {
        self.state < State::Ill
    }
}

/// What a look at the whole journal found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    /// The checks, part by part.
    pub checks: Vec<Check>,
}

impl Health {
    /// Whether nothing is wrong.
    pub fn is_well(&self) -> bool {
        self.checks.iter().all(Check::is_well)
    }

    /// What is not as it should be.
    pub fn ill(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(|check| !check.is_well())
    }

    /// The check of a name.
    pub fn check(&self, what: &str) -> Option<&Check> {
        self.checks.iter().find(|check| check.what == what)
    }

    /// What the program can mend by itself, each once, in the order in which it does.
    pub fn fixes(&self) -> Vec<Fix> {
        let mut fixes: Vec<_> = self.checks.iter().filter_map(|check| check.fix).collect();
        fixes.sort_unstable();
        fixes.dedup();
        fixes
    }

    /// Takes checks in, part by part in the order of parts.
    pub fn take(&mut self, checks: impl IntoIterator<Item = Check>) {
        self.checks.extend(checks);
        self.checks.sort_by_key(|check| check.part);
    }
}

/// A size in words: "312 KB", "4.2 MB", "1.5 GB".
pub fn size(bytes: u64) -> String {
    let kilo = bytes.div_ceil(1 << 10);
    let tenths = |unit: u64| {
        let tenths = u128::from(bytes) * 10 / u128::from(unit);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    if kilo < 1 << 10 {
        format!("{kilo} KB")
    } else if bytes < 1 << 30 {
        format!("{} MB", tenths(1 << 20))
    } else {
        format!("{} GB", tenths(1 << 30))
    }
}

/// Some things in a sentence: the first few by name, the rest counted.
pub fn some(names: &[String]) -> String {
    const NAMED: usize = 3;
    let (first, rest) = names.split_at(names.len().min(NAMED));
    match rest.len() {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

/// A number with its noun, whose plural ends in an s: "1 file", "3 files".
pub fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_no_fault_and_each_fix_is_told_once_in_its_order() {
        let mut health = Health::default();
        health.take([
            Check::new(Part::Backups, "backups", "none yet").note("trustline backup"),
            Check::new(Part::File, "file", "sound"),
        ]);
        assert!(health.is_well() && health.fixes().is_empty());
        assert_eq!(health.checks[0].what, "file", "part by part");
        let ill = |what, fix| {
            Check::new(Part::Records, what, "differ")
                .ill("mend")
                .by(fix)
        };
        health.take([
            ill("search", Fix::Rebuild),
            ill("projections", Fix::Rebuild),
            ill("permissions", Fix::Permissions),
        ]);
        assert!(!health.is_well());
        assert_eq!(health.ill().count(), 3);
        assert_eq!(health.fixes(), [Fix::Permissions, Fix::Rebuild]);
    }

    #[test]
    fn sizes_and_names_in_words() {
        let check = |bytes, expect: &str| assert_eq!(size(bytes), expect);
        check(0, "0 KB");
        check(1, "1 KB");
        check(4_404_019, "4.1 MB");
        check(3 << 29, "1.5 GB");
        check(u64::MAX, "17179869183.9 GB");
        let names = ["a", "b", "c", "d", "e"].map(str::to_owned);
        assert_eq!(some(&names), "a, b, c and 2 more");
        assert_eq!(some(&names[..2]), "a, b");
    }
}
