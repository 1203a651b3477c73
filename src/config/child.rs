//! Programs that we start: none of them inherits a passphrase.

use std::ffi::OsStr;

pub use std::process::Command;

/// The environment variable that holds the passphrase of a locked journal.
pub const PASSPHRASE_BY: &str = "TRUSTLINE_PASSPHRASE";

/// The environment variable that holds the command which prints it.
pub const COMMAND_BY: &str = "TRUSTLINE_PASSPHRASE_COMMAND";

/// A program to be started: an editor, a pager, whatever takes a text. What says the passphrase is not handed on.
pub fn child(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.env_remove(PASSPHRASE_BY).env_remove(COMMAND_BY);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_the_passphrase_is_taken_out_of_the_environment() {
        let command = child("true");
        let taken: Vec<_> = command.get_envs().collect();
        assert_eq!(
            taken,
            [PASSPHRASE_BY, COMMAND_BY].map(|name| (OsStr::new(name), None))
        );
    }
}
