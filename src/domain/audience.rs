//! Who reads what leaves, and what may leave for them: one table, default deny (`figures.md` A9.8).

use super::value::choices;

choices! {
    /// Who reads it.
    pub enum Audience {
        /// Me: everything since last time.
        #[default]
        Me = "me",
        /// Them: agreed commitments both ways, feedback already given, open repair steps, topics of mine.
        Them = "them",
        /// My lead: what the two of us agreed, without a word about how they are.
        Lead = "lead",
    }
}

/// Whether a line may leave for its reader. What may never leave is no line at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum May {
    /// It may, unless it is taken out.
    Shown,
    /// It is private: it stays out unless this very line is ticked.
    Ticked,
}
