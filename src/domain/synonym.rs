//! Words that people use for a choice or a number, beside the ones that the table of fields has.

/// The table's word for what was typed into a field; `None`: it is no synonym, and is read as it stands.
///
/// Whole words only, in any case, `-` and `_` as spaces: `Direct-Report` for a role is `team member`, `weekly`
/// for a cadence is `7`. Forms, flags and files all read through here.
pub fn synonym(field: &str, typed: &str) -> Option<&'static str> {
    let typed = typed.trim().to_lowercase().replace(['-', '_'], " ");
    Some(match (field, typed.as_str()) {
        ("role", "report" | "direct report" | "team") => "team member",
        ("role", "lead" | "manager" | "boss") => "leader",
        ("role", "customer") => "client",
        ("role", "colleague") => "peer",
        ("cadence", "daily") => "1",
        ("cadence", "weekly") => "7",
        ("cadence", "fortnightly" | "biweekly" | "every two weeks") => "14",
        ("cadence", "monthly") => "30",
        ("cadence", "quarterly") => "90",
        ("cadence", "yearly") => "365",
        ("side" | "owner" | "asked_by", "me" | "i") => "mine",
        ("side" | "owner" | "asked_by", "them" | "they") => "theirs",
        ("by", "i") => "me",
        ("by", "they") => "them",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::Kind;
    use crate::domain::fields::{self, Reading};
    use crate::domain::line::people::TEAM;
    use crate::domain::value::Value;

    #[test]
    fn what_people_say_is_read_as_the_tables_word() {
        let check = |kind, name, typed, expect: Value| {
            let field = fields::field(kind, name).expect("a field");
            let with = Reading {
                now: chrono::NaiveDateTime::default(),
                names: &TEAM,
            };
            assert_eq!(fields::read(field, typed, &with), Ok(expect), "{typed}");
        };
        let word = |w: &str| Value::Text(w.to_owned());
        check(Kind::Relationship, "role", "Report", word("team member"));
        check(
            Kind::Relationship,
            "role",
            "direct-report",
            word("team member"),
        );
        check(
            Kind::Relationship,
            "role",
            "team-member",
            word("team member"),
        );
        check(Kind::Relationship, "role", "manager", word("leader"));
        check(Kind::Relationship, "cadence", "weekly", Value::Number(7));
        check(Kind::Relationship, "cadence", "10", Value::Number(10));
        check(Kind::Commitment, "side", "me", word("mine"));
        check(Kind::Breach, "by", "I", word("me"));
        check(Kind::Breach, "by", "they", word("them"));
        check(Kind::Note, "sort", "one_on_one", word("one-on-one"));
    }
}
