//! What the program says where trust is written down or handed on (`figures.md` A9), each sentence once.

use super::Kind;

/// What every brief says before anything else, and every export beside it (A9.8, A9.11).
pub const ONE_SIDE: &str = "Written from one side. It is for talking with each other, \
    not for pay, promotion, dismissal or hiring.";

/// What a first run says (A9.11): what this is not for, and whom the notes are about.
pub const FIRST_RUN: &str = "What you note here is one side of it: not for pay, promotion, dismissal or hiring. \
    Notes about colleagues can fall under data-protection law, and they may ask to see them.";

/// What the help of a check-in says of its questions (A4).
pub const NO_TEST: &str = "The questions start a conversation: they are no psychometric test, and the answers are your own voice.";

/// The question before words about somebody are kept (A9.10); `None`: this kind holds no such words.
pub fn reading_test(kind: Kind) -> Option<&'static str> {
    matches!(kind, Kind::Breach | Kind::Note).then_some("Would you be all right if they read this?")
}
