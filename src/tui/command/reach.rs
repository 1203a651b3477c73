//! Which rows of the table apply at the same time: no key may mean two things there, and none may begin another.

use super::{Command, Row, Scope};

/// Whether two rows may apply at the same time.
pub fn meet(one: &Row, other: &Row) -> bool {
    // the same command of an inner scope stands in for that of an outer one
    (one.scope == other.scope || one.command != other.command)
        && (reaches(one, other) || reaches(other, one))
}

/// Whether a row applies where another one does that is of a page, a menu, or of what lies under its cursor.
fn reaches(from: &Row, other: &Row) -> bool {
    if other.scope == from.scope {
        return true;
    }
    // while text is typed, and in a menu, what holds everywhere is little, and letters are none of it
    if other.scope == Scope::Global && stands_alone(from.scope) {
        return other.command.stays();
    }
    beside(from.scope).contains(&other.scope)
}

/// Whether little of what holds everywhere applies.
fn stands_alone(scope: Scope) -> bool {
    scope.types()
        || matches!(
            scope,
            Scope::Confirm | Scope::Offer | Scope::Add | Scope::Settle(_)
        )
}

/// The scopes that apply beside one.
fn beside(scope: Scope) -> &'static [Scope] {
    use Scope as S;
    match scope {
        S::CheckIn | S::NobodyDue | S::Text | S::Steps => &[S::Global],
        S::Item | S::About | S::List | S::Global => &[S::Item, S::About, S::List, S::Global],
        S::Triage => &[S::Item, S::List, S::Global],
        // a page of values, no record among them, with motions and an undo of its own
        S::Settings => &[],
        // a page of help is searched where it stands, not the journal
        S::Article => &[S::Text],
        S::Pages => &[S::List],
        // what was typed and not saved is no record yet
        S::Unfinished => &[S::About, S::List, S::Global],
        // neither what leaves nor a file is a record that something could be done about
        S::Brief | S::Backups | S::Explain | S::Welcome | S::Profiles => &[S::List, S::Global],
        S::Keys | S::Import | S::Unite | S::Imported => &[S::Text, S::Global],
        S::Record => &[S::Item, S::About, S::Text, S::Global],
        alone if stands_alone(alone) => &[],
        _ => &[S::Item, S::About, S::List, S::Global],
    }
}

impl Command {
    /// Whether a command of everywhere is done in a menu and while text is typed, too.
    pub fn stays(self) -> bool {
        matches!(
            self,
            Self::Back
                | Self::Quit
                | Self::Suspend
                | Self::Palette
                | Self::Mask
                | Self::Lock
                | Self::Cover
                | Self::HelpPages
                | Self::Welcome
        )
    }
}
