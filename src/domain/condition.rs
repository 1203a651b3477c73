//! Fields that are asked for only where another says so: who may see what, of an access agreement; how many, of a group.

use super::Kind;

/// A kind, the field that may be left out, the field that decides, and the word it must hold.
const ONLY: &[(Kind, &str, &str, &str)] = &[
    (Kind::Agreement, "access_who", "scope", "access"),
    (Kind::Agreement, "access_what", "scope", "access"),
    (Kind::Agreement, "access_why", "scope", "access"),
    (Kind::Relationship, "members", "party", "group"),
];

/// Whether a form asks for a field, given what its other fields say.
pub fn is_asked(kind: Kind, field: &str, says: impl Fn(&str) -> String) -> bool {
    let mut rules = ONLY.iter().filter(|rule| rule.0 == kind && rule.1 == field);
    rules.all(|(_, _, by, word)| says(by) == *word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::field;

    #[test]
    fn the_rules_name_fields_and_words_that_are() {
        for (kind, name, by, word) in ONLY {
            assert!(field(*kind, name).is_some(), "{name}");
            let by = field(*kind, by).expect("a field that decides");
            let mut record = kind.blank();
            let value = crate::domain::value::Value::Text((*word).to_owned());
            assert_eq!((by.set)(&mut record, &value), Ok(()), "{word}");
        }
        assert!(is_asked(Kind::Agreement, "text", |_| String::new()));
        assert!(!is_asked(Kind::Agreement, "access_who", |_| "pair".to_owned()));
        assert!(is_asked(Kind::Agreement, "access_who", |_| "access".to_owned()));
    }
}
