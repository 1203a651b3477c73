//! The one error of the house: what kind it is, one sentence, one hint, one exit code.

use std::fmt;

/// What went wrong, coarsely enough to choose an exit code by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The words of a command, a field or a query cannot be understood.
    Usage,
    /// A record, a relationship or a file that was named does not exist.
    NotFound,
    /// What was named fits more than one thing.
    Ambiguous,
    /// The change is understood and not allowed ("done before it was made").
    Refused,
    /// Somebody else changed the record since it was read.
    Conflict,
    /// A file or a folder cannot be read or written.
    File,
    /// The journal's file is damaged, foreign or of a newer version.
    Journal,
    /// The journal is locked, and no passphrase was given, or not the one.
    Locked,
    /// Data that came from outside (CSV, JSON Lines) is not in its form.
    Input,
    /// The reader of our output went away; not a failure.
    BrokenPipe,
    /// A question was answered with "no" by design (`today --exit-code`).
    Answer,
    /// The process was told to end by the signal of this number; not a failure of its own.
    Ended(u8),
}

/// The one error type. Private fields; built with [`Error::new`] and [`Error::hint`].
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    says: String,
    hint: Option<String>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// The exit codes, as the command line and the README tell them.
pub const EXIT_CODES: &str = "0 done, 1 a \"no\" by design, 2 a misunderstood command, 3 not found or ambiguous, 4 refused or changed meanwhile, 5 a file, 6 the journal itself, 7 data from outside, 8 a locked journal and no passphrase that opens it; 128 and its number for a signal";

/// What every fallible function of the house returns.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of a kind that says one sentence (no full stop at the end, no control characters).
    pub fn new(kind: ErrorKind, says: impl Into<String>) -> Self {
        Self {
            kind,
            says: says.into(),
            hint: None,
            source: None,
        }
    }

    /// Adds what the user can do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Keeps the cause for `std::error::Error::source`.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// A usage error.
    pub fn usage(says: impl Into<String>) -> Self {
        Self::new(ErrorKind::Usage, says)
    }

    /// A not-found error.
    pub fn not_found(says: impl Into<String>) -> Self {
        Self::new(ErrorKind::NotFound, says)
    }

    /// A refusal: understood, and not allowed.
    pub fn refused(says: impl Into<String>) -> Self {
        Self::new(ErrorKind::Refused, says)
    }

    /// Input from outside that is not in its form.
    pub fn input(says: impl Into<String>) -> Self {
        Self::new(ErrorKind::Input, says)
    }

    /// A file that cannot be read or written; says which one and what was tried.
    pub fn file(doing: &str, path: &std::path::Path, source: std::io::Error) -> Self {
        if source.kind() == std::io::ErrorKind::BrokenPipe {
            return Self::new(ErrorKind::BrokenPipe, "the reader went away");
        }
        let why = plain_io(&source);
        let says = format!("cannot {doing} {}: {why}", path.display());
        let error = Self::new(ErrorKind::File, says);
        match way_out(&source) {
            Some(hint) => error.hint(hint).because(source),
            None => error.because(source),
        }
    }

    /// The kind.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The sentence, without "Error:".
    pub fn says(&self) -> &str {
        &self.says
    }

    /// The hint, without "Hint:".
    pub fn hint_text(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    /// Whether its exit code says all there is to say.
    pub fn is_silent(&self) -> bool {
        use ErrorKind::{Answer, BrokenPipe, Ended};
        matches!(self.kind, BrokenPipe | Answer | Ended(_))
    }

    /// The exit code: 0 broken pipe, 1 an answer of "no", 2 usage, 3 not found or ambiguous, 4 refused
    /// or conflict, 5 file, 6 journal, 7 input, 8 locked; 128 and its number
    /// for a signal.
    pub fn exit_code(&self) -> u8 {
        match self.kind {
            ErrorKind::BrokenPipe => 0,
            ErrorKind::Answer => 1,
            // as a shell says it
            ErrorKind::Ended(signal) => signal.saturating_add(128),
            ErrorKind::Usage => 2,
            ErrorKind::NotFound | ErrorKind::Ambiguous => 3,
            ErrorKind::Refused | ErrorKind::Conflict => 4,
            ErrorKind::File => 5,
            ErrorKind::Journal => 6,
            ErrorKind::Input => 7,
            ErrorKind::Locked => 8,
        }
    }
}

/// What helps where the disk or the system refuses; `None`: that depends on what was done.
fn way_out(error: &std::io::Error) -> Option<&'static str> {
    use std::io::ErrorKind as Kind;
    const EIO: i32 = 5;
    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => {
            Some("make room, then do it again")
        }
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => {
            Some("look at the permissions of the file and of its folder")
        }
        Kind::NotADirectory => Some("a part of the path is a file; choose another place"),
        _ if error.raw_os_error() == Some(EIO) => Some("look at the disk, then do it again"),
        _ => None,
    }
}

/// What an I/O error says to a person: the system's sentence without its number.
fn plain_io(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |c| {
        c.to_lowercase().collect::<String>() + letters.as_str()
    })
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.says)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source
            .as_ref()
            .map(|s| s.as_ref() as &(dyn std::error::Error + 'static))
    }
}

impl From<std::io::Error> for Error {
    fn from(source: std::io::Error) -> Self {
        if source.kind() == std::io::ErrorKind::BrokenPipe {
            return Self::new(ErrorKind::BrokenPipe, "the reader went away");
        }
        Self::new(ErrorKind::File, plain_io(&source)).because(source)
    }
}

impl From<crate::domain::Fault> for Error {
    fn from(fault: crate::domain::Fault) -> Self {
        Self::refused(fault.says)
    }
}
