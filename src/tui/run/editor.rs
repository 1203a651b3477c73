//! The hand-off to `$EDITOR`: the screen is left, the text lies in an owner-only file, and is taken back and removed.

use std::io::{Read, Seek, Write};
use std::path::PathBuf;
use std::process::Command;

use super::{Screen, enter, fresh, leave};
use crate::error::{Error, Result};

/// Lets the user edit a text in `$VISUAL`, else `$EDITOR`, else `vi`.
///
/// # Errors
/// When the editor cannot be started, ends with a failure, or its file cannot be read back as text; the
/// text is as it was then.
pub fn edit(text: &str, screen: &mut Screen) -> Result<String> {
    let mut file = tempfile::Builder::new()
        .prefix("trustline-")
        .suffix(".md")
        .tempfile_in(place())?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    leave();
    let status = command(file.path()).status();
    enter()?;
    fresh(screen)?;
    let named = words().join(" ");
    let status = status.map_err(|source| {
        Error::refused(format!("cannot start the editor \u{201c}{named}\u{201d}"))
            .hint("set EDITOR to the name of one")
            .because(source)
    })?;
    if !status.success() {
        return Err(Error::refused(format!(
            "the editor \u{201c}{named}\u{201d} ended with a failure; the text is as it was"
        )));
    }
    read_back(file)
}

/// Reads the file as it lies there now: editors often write a new one in its place.
fn read_back(mut file: tempfile::NamedTempFile) -> Result<String> {
    let mut bytes = Vec::new();
    if let Ok(read) = std::fs::read(file.path()) {
        bytes = read;
    } else {
        file.rewind()?;
        file.read_to_end(&mut bytes)?;
    }
    String::from_utf8(bytes).map_err(|_| {
        Error::refused("the editor left a text that is not UTF-8; the text is as it was")
    })
}

/// Memory that is gone at log-out where there is one, else the folder for passing files.
fn place() -> PathBuf {
    std::env::var_os("XDG_RUNTIME_DIR")
        .map(PathBuf::from)
        .filter(|path| path.is_dir())
        .unwrap_or_else(std::env::temp_dir)
}

fn words() -> Vec<String> {
    let set = ["VISUAL", "EDITOR"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.trim().is_empty()));
    let set = set.unwrap_or_else(|| "vi".to_owned());
    set.split_whitespace().map(str::to_owned).collect()
}

fn command(path: &std::path::Path) -> Command {
    let words = words();
    let mut command = Command::new(words.first().map_or("vi", String::as_str));
    command.args(words.iter().skip(1)).arg(path);
    command
}
