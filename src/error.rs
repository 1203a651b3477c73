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
}

/// The one error type. Private fields; built with [`Error::new`] and [`Error::hint`].
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    says: String,
    hint: Option<String>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

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
        Self::new(
            ErrorKind::File,
            format!("cannot {doing} {}: {why}", path.display()),
        )
        .because(source)
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

    /// The exit code: 0 broken pipe, 1 an answer of "no", 2 usage, 3 not found or ambiguous, 4 refused
    /// or conflict, 5 file, 6 journal, 7 input, 8 locked.
    pub fn exit_code(&self) -> u8 {
        match self.kind {
            ErrorKind::BrokenPipe => 0,
            ErrorKind::Answer => 1,
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
