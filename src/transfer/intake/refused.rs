//! Refused rows, written to a table of their own while they are met: line, column, reason, and the row as it came.
//!
//! The file comes to be with the first of them and takes its name at the end, for its owner only; a file of somebody
//! else's is never written over. What a spreadsheet would run stands behind an apostrophe.

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::RowFault;
use crate::domain::text;
use crate::error::{Error, Result};
use crate::transfer::outgoing::csv::defused;

/// The first row: by it a file of ours is known, and may be replaced.
const HEADER: &str = "line,column,reason,row";
/// The most letters of a row that are kept.
const MOST_OF_ROW: usize = 64 * 1024;

/// A table of refused rows that is being written.
#[derive(Debug)]
pub struct Refusals {
    path: PathBuf,
    out: Option<BufWriter<NamedTempFile>>,
}

impl Refusals {
    /// At the place that was named.
    ///
    /// # Errors
    /// `Refused` when another file lies there.
    pub fn at(path: &Path) -> Result<Self> {
        if path.symlink_metadata().is_ok() && !is_ours(path) {
            let says = format!("{} is there already", super::shown(&path.to_string_lossy()));
            return Err(Error::refused(says).hint("choose another name for the refused rows"));
        }
        Ok(Self {
            path: path.to_owned(),
            out: None,
        })
    }

    /// Beside the file that is imported: `issues.csv.refused.csv`, or with a number where another file has that name.
    pub fn beside(file: &Path) -> Option<Self> {
        let name = file.file_name()?.to_string_lossy().into_owned();
        let named = |n: u32| match n {
            1 => format!("{name}.refused.csv"),
            n => format!("{name}.refused-{n}.csv"),
        };
        let free = |n: u32| Self::at(&file.with_file_name(named(n))).ok();
        (1..100).find_map(free)
    }

    /// Writes one.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn take(&mut self, fault: &RowFault, row: &str) -> Result<()> {
        let fail = |e: std::io::Error| Error::file("write", &self.path, e);
        if self.out.is_none() {
            let folder = self.path.parent().filter(|f| !f.as_os_str().is_empty());
            let file = tempfile::Builder::new()
                .prefix(".trustline-")
                .tempfile_in(folder.unwrap_or(Path::new(".")))
                .map_err(fail)?;
            let mut out = BufWriter::new(file);
            write!(out, "{HEADER}\r\n").map_err(fail)?;
            self.out = Some(out);
        }
        let Some(out) = &mut self.out else {
            return Ok(());
        };
        let line = match fault.line {
            0 => String::new(),
            n => n.to_string(),
        };
        let row: String = row.chars().take(MOST_OF_ROW).collect();
        let cells = [&fault.column, &fault.says, &row].map(|text| cell(text));
        write!(out, "{line},{}\r\n", cells.join(",")).map_err(fail)
    }

    /// Gives the file its name; answers where it lies, when there is one.
    ///
    /// # Errors
    /// When it cannot be written to its end.
    pub fn end(self) -> Result<Option<PathBuf>> {
        let Some(out) = self.out else {
            return Ok(None);
        };
        let fail = |e: std::io::Error| Error::file("write", &self.path, e);
        let file = out.into_inner().map_err(|e| fail(e.into_error()))?;
        file.as_file().sync_all().map_err(fail)?;
        file.persist(&self.path).map_err(|e| fail(e.error))?;
        Ok(Some(self.path))
    }
}

/// Whether a file is one of refused rows.
fn is_ours(path: &Path) -> bool {
    let is_file = path.metadata().is_ok_and(|about| about.is_file());
    let first = || {
        let mut line = Vec::new();
        let file = std::fs::File::open(path).ok()?;
        let most = HEADER.len() as u64 + 2;
        let mut start = BufReader::new(std::io::Read::take(file, most));
        start.read_until(b'\n', &mut line).ok()?;
        Some(line.trim_ascii_end() == HEADER.as_bytes())
    };
    is_file && first().unwrap_or(false)
}

/// A text as a cell: clean, quoted, and nothing that a spreadsheet would run.
fn cell(text: &str) -> String {
    let clean = text::line(text);
    format!("\"{}\"", defused(&clean).replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(line: u64) -> RowFault {
        RowFault::new(line, "due", "is no date")
    }

    #[test]
    fn refused_rows_lie_beside_the_file_and_never_over_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("issues.csv");
        let named = |name: &str| folder.path().join(name);
        std::fs::write(named("issues.csv.refused.csv"), "mine").expect("written");
        let mut one = Refusals::beside(&file).expect("a name");
        one.take(&fault(7), "=cmd|x\t\"b\"\u{1b}[2J")
            .expect("taken");
        let path = one.end().expect("written").expect("there was one");
        assert_eq!(path, named("issues.csv.refused-2.csv"));
        let text = std::fs::read_to_string(&path).expect("read");
        assert_eq!(
            text,
            "line,column,reason,row\r\n7,\"due\",\"is no date\",\"'=cmd|x \"\"b\"\"\u{241b}[2J\"\r\n"
        );
        let other = std::fs::read_to_string(named("issues.csv.refused.csv")).expect("read");
        assert_eq!(other, "mine");
        // our own is replaced
        let mut again = Refusals::beside(&file).expect("a name");
        again.take(&fault(8), "x").expect("taken");
        assert_eq!(again.end().expect("written"), Some(path));
    }

    #[test]
    fn without_a_refused_row_there_is_no_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let none = Refusals::at(&folder.path().join("r.csv")).expect("free");
        assert_eq!(none.end().expect("nothing"), None);
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 0);
        let taken = folder.path().join("mine.txt");
        std::fs::write(&taken, "mine").expect("written");
        assert!(Refusals::at(&taken).is_err());
    }
}
