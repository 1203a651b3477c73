//! What is asked of every program: where it is, its own home, its entries, and the command line of an act.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What is measured of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Many entries from a file into an empty home.
    Import,
    /// What it shows first.
    Start,
    /// One entry more.
    Add,
    /// The newest fifty.
    Latest,
    /// Every entry that holds a word.
    Search,
    /// Everything as data.
    Export,
}

impl Deed {
    /// All of them, the import first.
    pub const ALL: [Self; 6] = [
        Self::Import,
        Self::Start,
        Self::Add,
        Self::Latest,
        Self::Search,
        Self::Export,
    ];

    /// As the table says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Start => "start",
            Self::Add => "add one",
            Self::Latest => "list the latest",
            Self::Search => "search a word",
            Self::Export => "export",
        }
    }
}

/// A program that keeps entries.
pub trait Peer {
    /// What it is called.
    fn name(&self) -> &'static str;

    /// Where it is; `None`: not on this machine.
    fn program(&self) -> Option<PathBuf>;

    /// Writes its settings and the file of entries into a home of its own.
    fn settle(&self, home: &Path, many: usize);

    /// Whether an act is told; one that is not only makes the others possible.
    fn tells(&self, _deed: Deed) -> bool {
        true
    }

    /// The arguments of an act over that home, and the environment that keeps it there; `None`: it has no such act.
    fn act(&self, home: &Path, deed: Deed) -> Option<Act>;
}

/// How an act is started.
pub struct Act {
    /// What stands after the program's name.
    pub arguments: Vec<String>,
    /// What it is told besides.
    pub environment: Vec<(&'static str, PathBuf)>,
    /// Whether it draws a screen, and the time is that to its first frame.
    pub draws: bool,
}

impl Act {
    /// A command with arguments parted by spaces; `HOME` among them stands for the home.
    pub fn of(home: &Path, words: &str) -> Self {
        let place = home.to_string_lossy();
        let words = words.split(' ').filter(|word| !word.is_empty());
        Self {
            arguments: words.map(|word| word.replace("HOME", &place)).collect(),
            environment: vec![
                ("HOME", home.to_owned()),
                ("XDG_CONFIG_HOME", home.to_owned()),
            ],
            draws: false,
        }
    }

    /// The same with one argument more, spaces and all.
    pub fn and(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    /// The same with a file of the home named in the environment.
    pub fn with(mut self, name: &'static str, file: PathBuf) -> Self {
        self.environment.push((name, file));
        self
    }

    /// The same, drawing a screen.
    pub fn drawn(mut self) -> Self {
        self.draws = true;
        self
    }

    /// As a process of a program.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.args(&self.arguments);
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// A program on the path.
pub fn found(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let places = std::env::split_paths(&path).map(|folder| folder.join(name));
    places.into_iter().find(|place| place.is_file())
}
