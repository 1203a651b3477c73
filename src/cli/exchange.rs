//! `import` and `export`: foreign tables in, revisions in and out, every file written whole or not at all.

use std::io::Write;
use std::path::Path;

use clap::{ArgMatches, Command};

use super::args::{is_set, one, switch, text_flag};
use super::{Desk, Verb};
use crate::error::{Error, Result};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "export",
        command: |c| {
            c.about("Every revision as JSON Lines: lossless, and importing it twice is the same as once")
                .args([
                    text_flag("output", "FILE", "write it there, readable for you only"),
                    switch("force", "replace the file if it is there"),
                ])
                .after_help("Examples:\n  trustline export --output journal.jsonl\n  trustline export | gzip > journal.jsonl.gz")
        },
        run: export,
    },
];

fn export(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    match one(given, "output") {
        None | Some("-") => journal.export(desk.out()).map(drop),
        Some(file) => {
            let mut revisions = 0;
            write_file(Path::new(file), is_set(given, "force"), &mut |out| {
                revisions = journal.export(out)?;
                Ok(())
            })?;
            desk.aside(format!("{revisions} revisions written to {file}."))
        }
    }
}

/// Writes a file whole or not at all, for its owner only; what is there is replaced only when that was asked for.
///
/// # Errors
/// `Refused` when it is there, `File` when it cannot be written.
pub fn write_file(
    path: &Path,
    force: bool,
    write: &mut dyn FnMut(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    if path.exists() && !force {
        return Err(Error::refused(format!("{} is there already", path.display()))
            .hint("choose another name, or add --force to replace it"));
    }
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let fail = |e: std::io::Error| Error::file("write", path, e);
    let mut file = tempfile::Builder::new()
        .prefix(".trustline-")
        .tempfile_in(folder)
        .map_err(fail)?;
    {
        let mut out = std::io::BufWriter::new(&mut file);
        write(&mut out)?;
        out.flush().map_err(fail)?;
    }
    file.as_file().sync_all().map_err(fail)?;
    file.persist(path).map_err(|e| fail(e.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_kept_unless_asked() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("brief.md");
        let mut say = |out: &mut dyn Write| Ok(out.write_all(b"one")?);
        write_file(&path, false, &mut say).expect("written");
        assert!(write_file(&path, false, &mut say).is_err());
        let mut fail = |_: &mut dyn Write| Err(Error::input("half-way"));
        assert!(write_file(&path, true, &mut fail).is_err());
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "one");
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1);
    }
}
