//! Which page of help belongs to which page of the program: one table.

use super::command::Scope;
use crate::assets::{
    BEFORE_A_ONE_ON_ONE, FIGURES_EXPLAINED, GETTING_STARTED, HelpPage, KEYS, PRIVACY, REPAIR,
    WEEKLY_RUN,
};

/// The page of help that belongs to a page with these scopes: that of the innermost scope that has one.
pub fn belongs(scopes: &[Scope]) -> &'static HelpPage {
    let mut own = scopes.iter().filter_map(|scope| page(*scope));
    own.next().unwrap_or(&KEYS)
}

/// The page of one scope; `None`: it applies on pages of every sort.
fn page(scope: Scope) -> Option<&'static HelpPage> {
    Some(match scope {
        Scope::Global | Scope::List | Scope::Item | Scope::About | Scope::Text => return None,
        Scope::Welcome
        | Scope::Today
        | Scope::Relationships
        | Scope::Record
        | Scope::Import
        | Scope::Unite
        | Scope::Imported
        | Scope::Unfinished
        | Scope::Quick
        | Scope::Add => &GETTING_STARTED,
        Scope::CheckIn | Scope::NobodyDue | Scope::Triage => &WEEKLY_RUN,
        Scope::Prep | Scope::Brief => &BEFORE_A_ONE_ON_ONE,
        Scope::Repair | Scope::Steps => &REPAIR,
        Scope::Relationship | Scope::Team | Scope::Teams | Scope::Explain => &FIGURES_EXPLAINED,
        Scope::Sealed
        | Scope::Leaving
        | Scope::Restoring
        | Scope::Backups
        | Scope::Forget
        | Scope::Gate
        | Scope::Passphrase
        | Scope::Profiles
        | Scope::Value
        | Scope::Offer => &PRIVACY,
        Scope::Search
        | Scope::Form
        | Scope::Choose
        | Scope::Confirm
        | Scope::Settle(_)
        | Scope::Article
        | Scope::Keys
        | Scope::Settings
        | Scope::Pages => &KEYS,
    })
}
