//! The names of columns, looked up: as they are written, else without regard to case, else by letters and digits alone.

use crate::domain::text::fold;

/// The names of a table's columns.
#[derive(Clone, Copy)]
pub(super) struct Header<'a>(pub &'a [String]);

/// A column as a mapping names it: `due date|due?`.
struct Named<'a> {
    others: Vec<&'a str>,
    optional: bool,
}

impl<'a> Named<'a> {
    fn read(name: &'a str) -> Self {
        let (names, optional) = match name.strip_suffix('?') {
            Some(names) => (names, true),
            None => (name, false),
        };
        Self {
            others: names.split('|').map(str::trim).collect(),
            optional,
        }
    }
}

/// Whether a mapping can do without a column.
pub(super) fn is_optional(name: &str) -> bool {
    Named::read(name).optional
}

/// The first of a column's names, for sentences.
pub(super) fn first_of(name: &str) -> &str {
    Named::read(name).others.first().copied().unwrap_or(name)
}

impl Header<'_> {
    /// Whether a header has a column, or does not need it.
    pub fn has(self, name: &str) -> bool {
        is_optional(name) || !self.places(name).is_empty()
    }

    /// Where the columns of a name are: several when a table repeats it.
    pub fn places(self, name: &str) -> Vec<usize> {
        let exact = self.that(|c| c == name);
        if !exact.is_empty() {
            return exact;
        }
        let named = Named::read(name);
        let mut found = named.others.iter().map(|one| self.of(one));
        found.find(|places| !places.is_empty()).unwrap_or_default()
    }

    fn of(self, name: &str) -> Vec<usize> {
        let mut found = self.that(|c| c == name);
        if found.is_empty() {
            found = self.that(|c| fold(c) == fold(name));
        }
        if found.is_empty() && !letters(name).is_empty() {
            found = self.that(|c| letters(c) == letters(name));
        }
        found
    }

    fn that(self, same: impl Fn(&str) -> bool) -> Vec<usize> {
        let all = self.0.iter().enumerate();
        all.filter(|(_, column)| same(column))
            .map(|(n, _)| n)
            .collect()
    }
}

/// `createdAt`, `created_at` and `Created At` are one name.
fn letters(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_found_as_people_write_it() {
        let columns = [
            "Due date",
            "createdAt",
            "Labels",
            "Labels",
            "a|b",
            "\u{feff}Key",
        ];
        let columns = columns.map(str::to_owned);
        let check = |name: &str, expect: &[usize]| {
            assert_eq!(Header(&columns).places(name), expect, "{name}");
        };
        check("Due date", &[0]);
        check("due date", &[0]);
        check("due|due_date", &[0]);
        check("Created At|made?", &[1]);
        check("Labels", &[2, 3]);
        check("a|b", &[4]);
        check("key", &[5]);
        check("owner", &[]);
        check("?", &[]);
        assert!(Header(&columns).has("owner?") && !Header(&columns).has("owner"));
        assert_eq!(first_of("due date|due?"), "due date");
    }
}
