//! Every command, told once: its name, its scopes, its keys, its sentence. Footer, help, palette and README derive from it.

/// Where a command applies. A page lists its scopes innermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere.
    Global,
    /// Any page with a list under a cursor.
    List,
    /// Today.
    Today,
    /// The list of relationships.
    Relationships,
    /// One relationship.
    Relationship,
    /// A check-in.
    CheckIn,
    /// Before and after a one-on-one.
    Prep,
    /// A repair plan.
    Repair,
    /// Search.
    Search,
    /// One record.
    Record,
    /// Why a number is what it is.
    Explain,
    /// A form, the quick line.
    Form,
    /// A menu in which each line has its key (settle, add, confirm).
    Menu,
}

/// A command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Back, or quit at home.
    Back,
}
