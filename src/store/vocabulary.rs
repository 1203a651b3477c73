//! What full text is asked for words as they are typed: each as the few whole words that begin with it.
//!
//! Full text hands out the entries of a whole word from the newest on, and a screenful is enough. The beginning of a word
//! it first puts together from all entries of all words that begin so: 8 ms where there are 166,000. Beginnings of two and
//! three letters have an index of their own; for a longer one the words are looked up first, which costs a step down an
//! index each.

use rusqlite::{CachedStatement, OptionalExtension};

use super::Store;

/// The words of full text, in their order; of this connection alone, and nothing of it lies in a file.
const MAKE: &str =
    "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, fulltext, instance)";

/// The first word from a letter on.
const NEXT: &str = "SELECT term FROM temp.vocabulary WHERE term >= ?1 LIMIT 1";

/// The longest beginning that full text has an index of, in letters.
const INDEXED: usize = 3;

/// The most words that are asked for in place of a beginning. More of them are seldom, and a step each.
const MOST: usize = 8;

/// The last thing that a word could go on with sorts after this.
const AFTER: char = '\u{1}';

impl Store {
    /// What FTS5 is asked: every word quoted, so that nothing typed is taken for its syntax; `None` without a word.
    /// Unless it is a phrase, a word stands for all that begin with it.
    pub(super) fn match_text(&self, text: &str, phrase: bool) -> Option<String> {
        let words: Vec<_> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .collect();
        if words.is_empty() {
            return None;
        }
        if phrase {
            return Some(format!("\"{}\"", words.join(" ")));
        }
        let begun: Vec<_> = words.iter().map(|word| self.begun(word)).collect();
        Some(begun.join(" AND "))
    }

    /// All words that begin with one, as FTS5 takes them.
    fn begun(&self, word: &str) -> String {
        // what its tokens fold is known for sure of these letters only
        let looked_up = word.is_ascii() && word.len() > INDEXED;
        match looked_up.then(|| self.words_from(&word.to_ascii_lowercase())) {
            Some(Some(whole)) if !whole.is_empty() => format!("(\"{}\")", whole.join("\" OR \"")),
            _ => format!("\"{word}\"*"),
        }
    }

    /// The words that begin with some letters; `None`: there are too many, or they cannot be read.
    fn words_from(&self, start: &str) -> Option<Vec<String>> {
        let mut next = self.vocabulary().ok()?;
        let mut words: Vec<String> = Vec::new();
        let mut from = start.to_owned();
        loop {
            let found = next.query_row([&from], |row| row.get::<_, String>(0));
            match found.optional().ok()? {
                Some(word) if word.starts_with(start) && words.len() == MOST => return None,
                Some(word) if word.starts_with(start) => {
                    from.clone_from(&word);
                    from.push(AFTER);
                    words.push(word);
                }
                _ => return Some(words),
            }
        }
    }

    fn vocabulary(&self) -> rusqlite::Result<CachedStatement<'_>> {
        self.connection.prepare_cached(NEXT).or_else(|_| {
            self.connection.execute_batch(MAKE)?;
            self.connection.prepare_cached(NEXT)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    fn store(words: &[&str]) -> Store {
        let store =
            Store::memory(&Clock::fixed(chrono::NaiveDateTime::default())).expect("a store");
        for (n, words) in (1..).zip(words) {
            let sql = "INSERT INTO fulltext (rowid, words) VALUES (?1, ?2)";
            let with = rusqlite::params![n, words];
            store.connection.execute(sql, with).expect("words");
        }
        store
    }

    #[test]
    fn a_word_stands_for_the_whole_words_that_begin_with_it() {
        let store = store(&["the Budget", "Büdgets of budgetary kind", "buddy"]);
        let asked = |text: &str| store.match_text(text, false);
        assert_eq!(
            asked("Budg").as_deref(),
            Some("(\"budget\" OR \"budgetary\" OR \"budgets\")")
        );
        assert_eq!(
            asked("budget, buddy").as_deref(),
            Some("(\"budget\" OR \"budgetary\" OR \"budgets\") AND (\"buddy\")")
        );
        // short ones have their index, of others it is not known how they are folded, and one that is not there is asked as it is
        assert_eq!(
            asked("bud büdget zebra").as_deref(),
            Some("\"bud\"* AND \"büdget\"* AND \"zebra\"*")
        );
        assert_eq!(asked(" - "), None);
        assert_eq!(
            store.match_text("the budget", true).as_deref(),
            Some("\"the budget\"")
        );
    }

    #[test]
    fn a_word_that_is_taken_out_is_looked_up_no_more() {
        let store = store(&["budget", "budgeteer"]);
        assert_eq!(store.words_from("budget").map(|words| words.len()), Some(2));
        let sql = "INSERT INTO fulltext (fulltext, rowid, words) VALUES ('delete', 2, 'budgeteer')";
        store.connection.execute(sql, []).expect("taken out");
        assert_eq!(store.words_from("budget"), Some(vec!["budget".to_owned()]));
    }

    #[test]
    fn a_beginning_of_many_words_is_asked_as_one() {
        let words: Vec<_> = (0..9).map(|n| format!("note{n}")).collect();
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let whole = store(&words[1..]).match_text("note", false);
        assert_eq!(whole.map(|asked| asked.matches(" OR ").count()), Some(7));
        assert_eq!(
            store(&words).match_text("note", false).as_deref(),
            Some("\"note\"*")
        );
    }
}
