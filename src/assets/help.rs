//! The pages of help that are compiled in: plain words under headings, for the screen and for the command line.

mod laid;

use crate::domain::text::fold;

pub use laid::{Face, Laid, laid};

/// A page of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HelpPage {
    /// What it is asked for by: `trustline help privacy`.
    pub name: &'static str,
    /// What it is about, in one line.
    pub says: &'static str,
    /// Its words, in the few marks that [`laid`] reads.
    pub text: &'static str,
}

/// The first five minutes.
pub const GETTING_STARTED: HelpPage = HelpPage {
    name: "getting-started",
    says: "the first five minutes: somebody, a promise, a check-in, and bringing in what there is",
    text: include_str!("../../assets/help/getting-started.md"),
};

/// The check-in of the week.
pub const WEEKLY_RUN: HelpPage = HelpPage {
    name: "weekly-run",
    says: "the check-in of the week over everybody, the review after it, and coming back",
    text: include_str!("../../assets/help/weekly-run.md"),
};

/// Five minutes before a one-on-one, and after it.
pub const BEFORE_A_ONE_ON_ONE: HelpPage = HelpPage {
    name: "before-a-one-on-one",
    says: "the sheet before a one-on-one, the brief for them, and what to note after it",
    text: include_str!("../../assets/help/before-a-one-on-one.md"),
};

/// When something broke.
pub const REPAIR: HelpPage = HelpPage {
    name: "repair",
    says: "when something broke: writing it down, the plan, its gates, and the ways to end it",
    text: include_str!("../../assets/help/repair.md"),
};

/// Every figure and its formula.
pub const FIGURES_EXPLAINED: HelpPage = HelpPage {
    name: "figures-explained",
    says: "each figure in words with an example, when there is none, and what never counts",
    text: include_str!("../../assets/help/figures-explained.md"),
};

/// Where everything lies, what is locked and what is not.
pub const PRIVACY: HelpPage = HelpPage {
    name: "privacy",
    says: "what lies where, what a lock covers and what not, and how to forget",
    text: include_str!("../../assets/help/privacy.md"),
};

/// How keys work.
pub const KEYS: HelpPage = HelpPage {
    name: "keys",
    says: "how keys, typing, search, the palette and the mouse work",
    text: include_str!("../../assets/help/keys.md"),
};

/// Every page, in the order in which they are told.
pub const HELP: &[HelpPage] = &[
    GETTING_STARTED,
    WEEKLY_RUN,
    BEFORE_A_ONE_ON_ONE,
    REPAIR,
    FIGURES_EXPLAINED,
    PRIVACY,
    KEYS,
];

impl HelpPage {
    /// The page of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        HELP.iter().find(|page| page.name == name)
    }

    /// Its first heading.
    pub fn title(&self) -> &'static str {
        let first = self.text.lines().next().unwrap_or_default();
        first.trim_start_matches(['#', ' '])
    }

    /// What stands below its first heading, in lines of at most so many columns.
    pub fn lines(&self, columns: usize) -> Vec<Laid> {
        let text = self.text.split_once('\n').map_or("", |(_, rest)| rest);
        laid(text, columns)
    }
}

/// A place on a page where some words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The page.
    pub page: &'static HelpPage,
    /// Its line, as [`HelpPage::lines`] counts them.
    pub line: usize,
    /// What stands in that line.
    pub says: String,
}

/// Every paragraph, item and heading of all pages that holds each of some words, in lines of at most so many columns.
pub fn found(words: &str, columns: usize) -> Vec<Found> {
    let phrase = fold(words.trim());
    let words: Vec<_> = phrase.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let holds = |text: &str| words.iter().filter(|word| text.contains(**word)).count();
    let mut all = Vec::new();
    for page in HELP {
        let lines = page.lines(columns);
        let lines: Vec<_> = lines.iter().map(plain).collect();
        let mut from = 0;
        while from < lines.len() {
            let begins = |line: &String| line.is_empty() || line.starts_with("- ");
            let more = lines[from + 1..].iter().position(begins);
            let to = more.map_or(lines.len(), |n| from + 1 + n);
            let whole = fold(&lines[from..to].join(" "));
            if holds(&whole) == words.len() {
                // the line of the paragraph that says most of it
                let best = (from..to).rev().max_by_key(|n| holds(&fold(&lines[*n])));
                let line = best.unwrap_or(from);
                let says = lines[line].trim().to_owned();
                let one = Found { page, line, says };
                all.push((!whole.contains(&phrase), one));
            }
            from = to;
        }
    }
    // the words as they were typed come before the same words here and there
    all.sort_by_key(|(apart, _)| *apart);
    all.into_iter().map(|(_, one)| one).collect()
}

/// A line without its faces.
pub fn plain(line: &Laid) -> String {
    line.iter().map(|(_, part)| part.as_str()).collect()
}
