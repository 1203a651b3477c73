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
    /// The first page of all.
    Welcome,
    /// The keys that apply somewhere.
    Keys,
    /// The pages of help, and what was found in them.
    Pages,
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
    /// A passphrase of a new journal is being chosen.
    Passphrase,
    /// Whether a new journal should be locked.
    Offer,
    /// What was told in confidence.
    Sealed,
    /// What leaves the journal.
    Leaving,
    /// The teams.
    Teams,
    /// Going back to a backup.
    Restoring,
    /// A page of help in words, which can be searched.
    Article,
    /// A page of text: help, a long note.
    Text,
}

impl Scope {
    /// Its name as `keys.toml` writes it.
    pub fn word(self) -> String {
        let word = match self {
            Self::Global => "everywhere",
            Self::List => "list",
            Self::Item => "item",
            Self::About => "about",
            Self::Unfinished => "unfinished",
            Self::Today => "today",
            Self::Welcome => "welcome",
            Self::Settings => "settings",
            Self::Profiles => "profiles",
            Self::Value => "value",
            Self::Keys => "keys",
            Self::Pages => "help-pages",
            Self::Sealed => "confidences",
            Self::Leaving => "export",
            Self::Teams => "teams",
            Self::Restoring => "restore",
            Self::Relationships => "relationships",
            Self::Relationship => "relationship",
            Self::Team => "team",
            Self::CheckIn => "check-in",
            Self::NobodyDue => "nobody-due",
            Self::Triage => "triage",
            Self::Prep => "prep",
            Self::Brief => "brief",
            Self::Repair => "repair",
            Self::Steps => "steps",
            Self::Search => "search",
            Self::Record => "record",
            Self::Explain => "explain",
            Self::Form => "form",
            Self::Quick => "quick-line",
            Self::Choose => "palette",
            Self::Backups => "backups",
            Self::Forget => "forgetting",
            Self::Confirm => "question",
            Self::Add => "add",
            Self::Settle(kind) => return format!("settle-{}", kind.word().replace(' ', "-")),
            Self::Import => "import",
            Self::Unite => "unite",
            Self::Imported => "file",
            Self::Gate => "gate",
            Self::Passphrase => "passphrase",
            Self::Offer => "new-journal",
            Self::Article => "help-page",
            Self::Text => "reading",
        };
        word.to_owned()
    }

    /// Where it applies, in words: what stands above its keys in a list of all.
    pub fn says(self) -> String {
        let says = match self {
            Self::Global => "everywhere",
            Self::List => "in a list",
            Self::Item => "on a record under the cursor",
            Self::About => {
                "about a relationship: the page\u{2019}s, or the line\u{2019}s under the cursor"
            }
            Self::Unfinished => "on what was typed and not saved",
            Self::Today => "on Today",
            Self::Welcome => "on the first page",
            Self::Settings => "on the settings",
            Self::Profiles => "on the profiles",
            Self::Value => "in the value of a setting or the name of a profile, while it is typed",
            Self::Keys => "on the page of the keys",
            Self::Pages => "on the list of help pages",
            Self::Sealed => "on what was told in confidence",
            Self::Leaving => "on what leaves the journal",
            Self::Teams => "on the list of teams",
            Self::Restoring => "before a backup is restored",
            Self::Relationships => "in the list of relationships",
            Self::Relationship => "on the page of a relationship",
            Self::Team => "on the map of a team",
            Self::CheckIn => "in a check-in",
            Self::NobodyDue => "in the weekly run, when nobody is due",
            Self::Triage => "in the review of the week and when coming back",
            Self::Prep => "before a one-on-one",
            Self::Brief => "on a brief",
            Self::Repair => "on a repair plan",
            Self::Steps => "on the steps proposed for a plan",
            Self::Search => "in search, while text is typed",
            Self::Record => "on the page of a record",
            Self::Explain => "on why a number is what it is",
            Self::Form => "in a form, while text is typed",
            Self::Quick => "in the quick line, while text is typed",
            Self::Choose => "in the palette, while text is typed",
            Self::Backups => "on the backups",
            Self::Forget => "where a word confirms what is forgotten, while it is typed",
            Self::Confirm => "in a question with yes and no",
            Self::Add => "in the menu of kinds to add",
            Self::Settle(kind) => return format!("in the menu that settles a {kind}"),
            Self::Import => "on a file that was looked at",
            Self::Unite => "on another journal\u{2019}s export",
            Self::Imported => "before a file is named, and after one was brought in",
            Self::Gate => "before a locked journal, while text is typed",
            Self::Passphrase => "while the passphrase of a new journal is chosen",
            Self::Offer => "where a new journal is made",
            Self::Article => "on a page of help",
            Self::Text => "on a page of text",
        };
        says.to_owned()
    }

    /// Whether text is typed wherever it applies: a plain letter is no key there.
    pub fn types(self) -> bool {
        matches!(
            self,
            Self::Form
                | Self::Forget
                | Self::Quick
                | Self::Choose
                | Self::Search
                | Self::Gate
                | Self::Passphrase
                | Self::Value
        )
    }
}
