//! A small team for the tests of lines and queries, found as a journal finds its relationships.

use crate::domain::fields::Names;
use crate::domain::{Kind, RecordId, text};

/// A team of so many names.
pub(in crate::domain) struct People(&'static [&'static str]);

/// Two of them share a first name, one is a month, one a handle.
pub(in crate::domain) static TEAM: People = People(&[
    "Priya Nair",
    "Ana Costa",
    "Ana Silva",
    "Jon Ek",
    "May Lindqvist",
    "Budget Office",
    "Zoë Nguyễn",
    "dev003",
    "Ida the Third of Hill",
]);

impl People {
    /// The identity of a whole name.
    pub(in crate::domain) fn id(&self, name: &str) -> RecordId {
        let n = self
            .0
            .iter()
            .position(|n| *n == name)
            .expect("a known name");
        RecordId::from_bytes(&[u8::try_from(n + 1).expect("a small team"); 16]).expect("16 bytes")
    }

    fn fitting(&self, words: &str) -> Vec<&'static str> {
        let words = text::fold(words.trim_start_matches('@'));
        let whole = self.0.iter().find(|name| text::fold(name) == words);
        if words.is_empty() || whole.is_some() {
            return whole.copied().into_iter().collect();
        }
        let fits = |name: &&&str| {
            let name = text::fold(name);
            name.starts_with(&words) || name.split(' ').any(|word| word.starts_with(&words))
        };
        self.0.iter().filter(fits).copied().collect()
    }
}

impl Names for People {
    fn find(&self, words: &str) -> Result<RecordId, String> {
        let by_id = || {
            let is = |name: &&&str| self.id(name).letters() == words;
            self.0.iter().find(is).map(|name| self.id(name))
        };
        match self.fitting(words).as_slice() {
            [name] => Ok(self.id(name)),
            [] => by_id().ok_or_else(|| format!("nobody is called \u{201c}{words}\u{201d}")),
            several => Err(format!(
                "\u{201c}{words}\u{201d} could be {}",
                several.join(" or ")
            )),
        }
    }

    fn fits_several(&self, words: &str) -> bool {
        self.fitting(words).len() > 1
    }

    fn name(&self, id: RecordId) -> Option<String> {
        let is = |name: &&&str| self.id(name) == id;
        self.0.iter().find(is).map(|name| (*name).to_owned())
    }

    fn record(&self, _kind: Kind, words: &str) -> Result<RecordId, String> {
        self.find(words)
    }
}
