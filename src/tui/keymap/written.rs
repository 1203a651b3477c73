//! The table of commands as a `keys.toml`: every row with its usual keys, commented out.

use std::fmt::Write;

use crate::config::keys::FILE;
use crate::tui::command::{Scope, TABLE};

/// A documented `keys.toml` in which every row is commented out: as it stands it changes nothing.
pub fn default_file() -> String {
    let mut file = format!(
        "# {FILE}: your own keys of trustline, beside config.toml (trustline settings says where).\n\
         #\n\
         # Take the # away before a row to change it; what is not written here keeps its usual keys.\n\
         # A row is a command and its keys; the first one is shown. [] takes all of them away.\n\
         # Keys: \"j\", \"G\", \"ctrl-n\", \"alt-x\", \"shift-tab\", \"enter\", \"esc\", \"space\", \"backspace\", \"delete\", \"insert\",\n\
         # \"up\", \"down\", \"left\", \"right\", \"home\", \"end\", \"pageup\", \"pagedown\", \"f1\" to \"f12\"; \"g t\" is g, then t.\n\
         # Where text is typed letters are text; what edits it stands under Text in: trustline keys.\n\
         # trustline keys --check names everything that is wrong; what is sound holds.\n\
         \n\
         # How text is edited: \"emacs\" (arrows and Ctrl and Alt motions), or \"vi\" (the same, and Esc leads to normal mode).\n\
         # text = \"emacs\"\n"
    );
    for scope in scopes() {
        let _ = writeln!(file, "\n# {}\n# [{}]", scope.says(), scope.word());
        for row in TABLE.iter().filter(|row| row.scope == scope) {
            let keys: Vec<_> = row.usual.iter().map(|key| format!("{key:?}")).collect();
            let _ = writeln!(
                file,
                "# {} = [{}]  # {}",
                row.word(),
                keys.join(", "),
                row.says
            );
        }
    }
    file
}

/// Every scope once, what holds everywhere first, then in the order of the table.
pub fn scopes() -> Vec<Scope> {
    let mut scopes = vec![Scope::Global];
    for row in TABLE {
        if !scopes.contains(&row.scope) {
            scopes.push(row.scope);
        }
    }
    scopes
}
