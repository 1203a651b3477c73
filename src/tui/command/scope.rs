//! Where commands apply: the scopes of pages, menus and what lies under a cursor.

use crate::domain::Kind;

/// Where a command applies. A page lists its scopes innermost first; the global one is added by the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere.
    Global,
    /// Any page with a list under a cursor.
    List,
    /// A record lies under the cursor: it can be opened, settled, edited, erased.
    Item,
    /// A relationship is in hand: of the page, or of the line under the cursor.
    About,
    /// What was typed and not saved lies under the cursor.
    Unfinished,
    /// Today.
    Today,
    /// The list of relationships.
    Relationships,
    /// One relationship.
    Relationship,
    /// A team as a map.
    Team,
    /// A check-in; it stands alone, without [`Scope::List`], [`Scope::Item`] and [`Scope::About`].
    CheckIn,
    /// The weekly run when nobody's check-in is due.
    NobodyDue,
    /// What lies loose: at the end of a run, and when coming back.
    Triage,
    /// Before and after a one-on-one.
    Prep,
    /// What is written for the next one-on-one.
    Brief,
    /// A repair plan.
    Repair,
    /// The steps that are proposed for a repair plan; it stands alone, without [`Scope::List`].
    Steps,
    /// Search.
    Search,
    /// One record.
    Record,
    /// Why a number is what it is.
    Explain,
    /// A form, any place where text is typed: no plain letter is a command there.
    Form,
    /// The quick line.
    Quick,
    /// A list to choose from by typing (palette): arrows only.
    Choose,
    /// The backups.
    Backups,
    /// The profiles.
    Profiles,
    /// The settings.
    Settings,
    /// One value is being typed.
    Value,
    /// The word that forgets for good is being typed.
    Forget,
    /// A question with yes and no.
    Confirm,
    /// Which kind to write, each one key.
    Add,
    /// How to settle a record of a kind, each way one key.
    Settle(Kind),
    /// A foreign file that was looked at.
    Import,
    /// Another journal's export that was looked at.
    Unite,
    /// No file in hand yet, or one that was brought in.
    Imported,
    /// A passphrase is being typed, while no journal is open.
    Gate,
    /// Whether a new journal should be locked.
    Offer,
    /// A page of help in words, which can be searched.
    Article,
    /// A page of text: help, a long note.
    Text,
}
