//! Where a document goes: the output, a file, the clipboard, the pager. Nothing else leaves.

use std::path::Path;

use clap::{Arg, ArgMatches};

use super::Desk;
use super::args::{is_set, one, switch, text_flag};
use crate::error::{Error, Result};
use crate::transfer::send::{Copied, MOST, Pager, Tool, escape};
use crate::transfer::write_file;

/// The flags by which a document is sent somewhere.
pub fn flags() -> [Arg; 4] {
    [
        text_flag("output", "FILE", "write it there, readable for you only"),
        switch("force", "replace the file if it is there"),
        switch("copy", "put it into the clipboard").conflicts_with_all(["output", "pager"]),
        switch("pager", "show it in $PAGER").conflicts_with("output"),
    ]
}

/// Sends a document where the flags say; to the output unless they do.
///
/// # Errors
/// `Refused` when a file is there and may not be replaced, or the clipboard or the pager cannot be had; `File` when it
/// cannot be written.
pub fn send(desk: &mut Desk<'_>, given: &ArgMatches, text: &str) -> Result<()> {
    if is_set(given, "copy") {
        return copy(desk, text);
    }
    if is_set(given, "pager") && desk.has_screen() {
        desk.flush()?;
        return Pager::any(&Pager::here(), text, false).map(drop);
    }
    match one(given, "output") {
        None | Some("-") => desk.document(text),
        Some(file) => to_file(desk, Path::new(file), is_set(given, "force"), text),
    }
}

fn to_file(desk: &mut Desk<'_>, path: &Path, force: bool, text: &str) -> Result<()> {
    let shown = path.display();
    let mut force = force;
    if !force && path.symlink_metadata().is_ok() && desk.asks() {
        if !desk.says_yes(&format!("{shown} is there already. Replace it?"))? {
            return Err(Error::refused(format!(
                "{shown} is left as it is; nothing was written"
            )));
        }
        force = true;
    }
    write_file(path, force, &mut |out| Ok(out.write_all(text.as_bytes())?))?;
    desk.aside(format!("Written to {shown}."))
}

fn copy(desk: &mut Desk<'_>, text: &str) -> Result<()> {
    let tool = Tool::here().filter(|tool| tool.take(text));
    let terminal = match escape(text) {
        Some(sequence) => desk.tell_terminal(&sequence)?,
        None => false,
    };
    let copied = Copied {
        tool: tool.map(|tool| tool.name),
        terminal,
        long: text.len() > MOST,
    };
    match copied.says() {
        Ok(says) => desk.aside(format!("{says}.")),
        Err((says, _)) => Err(Error::refused(says).hint("--output FILE writes it to a file")),
    }
}
