//! What a theme's file holds: a look for each role, and the words in which it is written.

/// Every role with what it is for; a theme names them so.
pub const ROLES: &[(&str, &str)] = &[
    (
        "text",
        "plain words; its bg is the paper of the whole screen",
    ),
    ("dim", "words that matter less: dates, help, what is past"),
    ("strong", "what matters most in a line: a name"),
    ("title", "the header's title"),
    ("heading", "a heading within a page"),
    ("key", "a key in the footer and in help"),
    (
        "selected",
        "the line under the cursor, laid over the others",
    ),
    ("mine", "my side"),
    ("theirs", "their side"),
    ("mine_range", "my side's range on a chart"),
    ("theirs_range", "their side's range on a chart"),
    ("good", "kept, upheld, repaired"),
    ("warn", "due, late, waiting"),
    ("bad", "broken, a breach"),
    ("repair", "a repair on its way"),
    ("nudge", "a nudge of the program's own"),
    ("message", "a sentence of the program in the footer"),
    ("error", "an error, a fault beside a field"),
    ("label", "a field's label"),
    ("focus", "the label of the field under the cursor"),
    ("tag", "a tag"),
    ("hit", "what was searched, in a snippet"),
    ("line", "the frame of a popup, rules and axes"),
    ("beneath", "what lies beneath a popup"),
];

/// The names of the terminal's own sixteen colours, by their number.
pub const PALETTE: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

/// What can be true or false of a look, by name.
pub const FLAGS: [&str; 5] = ["bold", "dim", "italic", "underlined", "reversed"];

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The terminal's own.
    Own,
    /// A number of the 256 colours; below 16 one of the palette.
    Index(u8),
    /// Red, green and blue.
    Rgb(u8, u8, u8),
}

/// How a role looks; what is `None` stays as it is beneath.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// The colour of the letters.
    pub fg: Option<Ink>,
    /// The colour behind them.
    pub bg: Option<Ink>,
    /// In the order of [`FLAGS`].
    pub flags: [Option<bool>; 5],
}

/// A theme: a look for each role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// What it is, in a few words; empty: nobody said.
    pub says: String,
    /// In the order of [`ROLES`].
    pub looks: Vec<Look>,
}

impl Sheet {
    /// One in which every role looks as plain text.
    pub fn bare(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            says: String::new(),
            looks: vec![Look::default(); ROLES.len()],
        }
    }

    /// The look of a role by its name; plain, where there is no such role.
    pub fn look(&self, role: &str) -> Look {
        let at = ROLES.iter().position(|(name, _)| *name == role);
        at.and_then(|at| self.looks.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// Whether it names any colour.
    pub fn is_coloured(&self) -> bool {
        let inks = self.looks.iter().flat_map(|look| [look.fg, look.bg]);
        inks.flatten().any(|ink| ink != Ink::Own)
    }
}

impl Ink {
    /// As a theme's file writes it.
    pub fn word(self) -> String {
        match self {
            Self::Own => "own".to_owned(),
            Self::Index(n) => PALETTE
                .get(usize::from(n))
                .map_or_else(|| n.to_string(), |name| (*name).to_owned()),
            Self::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        }
    }
}

impl Look {
    /// As a theme's file writes it, without braces: `fg red, bold`; empty: as plain text.
    pub fn word(&self) -> String {
        let inks = [("fg", self.fg), ("bg", self.bg)];
        let inks = inks
            .into_iter()
            .filter_map(|(name, ink)| Some(format!("{name} {}", ink?.word())));
        let flags = FLAGS.iter().zip(self.flags).filter_map(|(name, set)| {
            let not = if set? { "" } else { "not " };
            Some(format!("{not}{name}"))
        });
        inks.chain(flags).collect::<Vec<_>>().join(", ")
    }
}
