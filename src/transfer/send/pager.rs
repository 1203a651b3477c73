//! The pager of this machine: the program in `$PAGER`, else `less`, else `more`.

use std::io::Write;
use std::process::Stdio;

use crate::config::child::child;
use crate::error::{Error, Result};

/// A program that shows a text a screen at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pager {
    words: Vec<String>,
}

impl Pager {
    /// The one that is asked for, and those to try where none is.
    pub fn here() -> Vec<Self> {
        Self::of(std::env::var("PAGER").ok().as_deref())
    }

    fn of(set: Option<&str>) -> Vec<Self> {
        let words = |set: &str| set.split_whitespace().map(str::to_owned).collect();
        match set.filter(|set| !set.trim().is_empty()) {
            Some(set) => vec![Self { words: words(set) }],
            None => ["less", "more"]
                .map(|one| Self { words: words(one) })
                .to_vec(),
        }
    }

    /// Whether it leaves by itself when all of the text was shown: what it showed would be gone at once.
    pub fn leaves(&self) -> bool {
        let file = self.words.first().map(std::path::Path::new);
        let name = file.and_then(|file| file.file_name());
        name.is_none_or(|name| name != "less")
    }

    /// Shows a text, and waits until it was read. A reader that leaves before the end has read enough. `stay`: it
    /// stays even where the text is short, because the screen is cleared afterwards.
    ///
    /// # Errors
    /// `Refused` when it cannot be started or ends with a failure.
    pub fn show(&self, text: &str, stay: bool) -> Result<()> {
        let named = self.words.join(" ");
        let mut command = child(self.words.first().map_or("less", String::as_str));
        command
            .args(self.words.iter().skip(1))
            .stdin(Stdio::piped());
        let set = std::env::var("LESS").ok();
        match (set, stay) {
            (Some(set), true) => command.env("LESS", format!("{set} -+F")),
            (None, true) => command.env("LESS", "-+F"),
            (None, false) => command.env("LESS", "FX"),
            (Some(_), false) => &mut command,
        };
        let mut child = command.spawn().map_err(|source| {
            Error::refused(format!("cannot start the pager \u{201c}{named}\u{201d}"))
                .hint("set PAGER to the name of one")
                .because(source)
        })?;
        if let Some(mut input) = child.stdin.take() {
            // whoever leaves before the end closes it
            let _ = input.write_all(text.as_bytes());
        }
        let status = child.wait()?;
        if status.success() || status.code().is_none() {
            return Ok(());
        }
        let says = format!("the pager \u{201c}{named}\u{201d} ended with a failure");
        Err(Error::refused(says).hint("set PAGER to the name of another"))
    }

    /// Shows a text in the first of some that can be started.
    ///
    /// # Errors
    /// The one of the last, when none could.
    pub fn any(pagers: &[Self], text: &str, stay: bool) -> Result<Self> {
        let mut failed = Error::refused("there is no pager here");
        for pager in pagers {
            match pager.show(text, stay) {
                Ok(()) => return Ok(pager.clone()),
                Err(error) => failed = error,
            }
        }
        Err(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_that_is_set_comes_first_and_alone() {
        let named = |set| {
            let pagers = Pager::of(set).into_iter();
            pagers.map(|one| one.words.join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(named(Some("most -w")), ["most -w"]);
        assert_eq!(named(Some("  ")), ["less", "more"]);
        assert_eq!(named(None), ["less", "more"]);
        assert!(!Pager::of(Some("/usr/bin/less -R"))[0].leaves());
        assert!(Pager::of(Some("cat"))[0].leaves());
    }

    #[cfg(unix)]
    #[test]
    fn a_reader_that_leaves_early_is_no_failure_and_one_that_fails_is_named() {
        let pager = |words: &[&str]| Pager {
            words: words.iter().map(|&word| word.to_owned()).collect(),
        };
        let long = "x".repeat(1 << 20);
        pager(&["/bin/sh", "-c", "exit 0"])
            .show(&long, true)
            .expect("read enough");
        let failed = pager(&["/bin/sh", "-c", "cat > /dev/null; exit 2"]).show("x", false);
        assert!(failed.expect_err("failed").says().contains("/bin/sh"));
        let pagers = [
            pager(&["/nowhere/pager"]),
            pager(&["/bin/sh", "-c", "cat > /dev/null"]),
        ];
        let used = Pager::any(&pagers, "x", true).expect("the second one");
        assert_eq!(used, pagers[1]);
        assert!(Pager::any(&pagers[..1], "x", true).is_err());
    }
}
