//! With whom a task is: as flags say, as fields of the task say, or as its words mention.

use crate::domain::fields::{self, Reading};
use crate::domain::relationship::{Party, Role};
use crate::domain::{Kind, Side};
use crate::error::{Error, Result};
use crate::transfer::elements::{self, Fields};
use crate::transfer::intake::{Named, Nobody};
use crate::transfer::table;

/// Fields that people define themselves to note with whom a task is.
const FIELDS: [&str; 3] = ["who", "with", "contact"];

/// What the flags of an import say of a task list.
#[derive(Debug, Clone, Default)]
pub(super) struct Whom {
    field: Option<String>,
    name: Option<String>,
    role: Role,
    party: Party,
    /// Whose promises they are.
    pub(super) side: Side,
    /// Whether the other side agreed to the changes of due dates.
    pub(super) agreed: bool,
}

impl Whom {
    /// Reads the flags.
    ///
    /// # Errors
    /// `Usage`: a flag that says nothing for a task list.
    pub(super) fn read(choice: &table::Choice) -> Result<Self> {
        let flags = &choice.flags;
        let of_tables = choice.mapping.is_some()
            || choice.delimiter.is_some()
            || flags.status.is_some()
            || flags.settled.is_some()
            || flags.dates.is_some()
            || flags.kind.is_some()
            || !(flags.words.is_empty() && flags.key.is_empty() && flags.require.is_empty());
        if of_tables {
            return Err(unfit("a task list needs no mapping of columns"));
        }
        let mut whom = Self::default();
        for flag in &flags.map {
            match parted(flag) {
                Some(("who", field)) if !field.is_empty() => whom.field = Some(field.to_owned()),
                _ => return Err(unfit(&format!("--map {flag} says nothing for a task list"))),
            }
        }
        for flag in &flags.set {
            let known = parted(flag).is_some_and(|(field, text)| whom.set(field, text));
            if !known {
                return Err(unfit(&format!("--set {flag} says nothing for a task list")));
            }
        }
        Ok(whom)
    }

    fn set(&mut self, field: &str, text: &str) -> bool {
        let side = meant(Kind::Commitment, "side", text).and_then(|word| Side::from_word(&word));
        let of = |field| meant(Kind::Relationship, field, text);
        let role = of("role").and_then(|word| Role::from_word(&word));
        let party = of("party").and_then(|word| Party::from_word(&word));
        match field {
            "who" => self.name = Some(elements::one_line(text)).filter(|name| !name.is_empty()),
            "role" => self.role = role.unwrap_or_default(),
            "party" => self.party = party.unwrap_or_default(),
            "side" => self.side = side.unwrap_or_default(),
            "moves" => self.agreed = text == "agreed",
            _ => return false,
        }
        match field {
            "who" => self.name.is_some(),
            "role" => role.is_some(),
            "party" => party.is_some(),
            "side" => side.is_some(),
            _ => matches!(text, "agreed" | "one-sided"),
        }
    }

    /// Whether a field of tasks tells who, so that it is nothing else.
    pub(super) fn takes(&self, field: &str) -> bool {
        self.field.as_deref() == Some(field)
    }

    /// Those a task is with: one by its name, or all that its tags and words mention.
    pub(super) fn of(&self, task: &Fields, text: &str, tags: &[String]) -> Vec<Named> {
        let flagged = self.field.as_deref().and_then(|field| told(task, field));
        if let Some(name) = flagged.or_else(|| self.name.clone()) {
            return vec![self.named(name, None)];
        }
        let id = elements::words(task, "trustline_who").and_then(|id| id.parse().ok());
        if let Some(name) = FIELDS.iter().find_map(|field| told(task, field)) {
            return vec![self.named(name, id)];
        }
        let at = text.split_whitespace().filter_map(|word| {
            let name = word.strip_prefix('@')?;
            Some(name.trim_end_matches(|c: char| !c.is_alphanumeric()))
        });
        at.chain(tags.iter().map(String::as_str))
            .filter(|name| !name.is_empty())
            .map(Named::mention)
            .collect()
    }

    fn named(&self, name: String, id: Option<crate::domain::RecordId>) -> Named {
        Named {
            name,
            id,
            role: self.role,
            party: self.party,
            ..Named::default()
        }
    }
}

/// What a field says, or the rest of the first tag that begins as `tag:` says.
fn told(task: &Fields, field: &str) -> Option<String> {
    let text = match field.strip_prefix("tag:") {
        Some(start) => elements::list(task, "tags")
            .into_iter()
            .find_map(|tag| tag.trim().strip_prefix(start))
            .map(|rest| rest.replace('_', " "))?,
        None => elements::words(task, field)?,
    };
    Some(elements::one_line(&text)).filter(|name| !name.is_empty())
}

/// The word of a closed list that is meant, read as a form reads it.
fn meant(kind: Kind, field: &str, text: &str) -> Option<String> {
    let with = Reading {
        now: chrono::NaiveDateTime::default(),
        names: &Nobody,
    };
    let read = fields::read(fields::field(kind, field)?, text, &with).ok()?;
    read.text().map(str::to_owned)
}

fn parted(flag: &str) -> Option<(&str, &str)> {
    let (field, text) = flag.split_once('=')?;
    Some((field.trim(), text.trim()))
}

fn unfit(says: &str) -> Error {
    Error::usage(says).hint("what can be said: --map who=FIELD (or tag:PREFIX), --set who=NAME, --set side=theirs, --set role=ROLE, --set moves=agreed")
}
