//! What the rooms that write have in common: a record from its flags, and what is asked beside it.

use clap::{ArgMatches, Command};

use super::args::json_flag;
use super::flags::{self, Texts};
use super::{Desk, entry};
use crate::domain::relationship::{Party, Role};
use crate::domain::{Kind, Record, RecordId, context, guardrail};
use crate::error::Result;
use crate::journal::{Change, Journal, Told};

/// Writes a record of a kind from its flags.
///
/// # Errors
/// As every change, and what the flags say.
pub fn record(desk: &mut Desk<'_>, given: &ArgMatches, kind: Kind) -> Result<()> {
    let mut texts = flags::texts(kind, given, desk)?;
    if kind == Kind::Relationship {
        texts = with_role_of_party(texts);
    }
    let mut journal = desk.write()?;
    let told = tell(&mut journal, kind.fresh(desk.clock().now()), &texts)?;
    entry::say_told(desk, &told)?;
    across_a_gap(desk, &journal, &told)?;
    would_they_mind(desk, kind)
}

/// A group or an institution without a role is asked about as one: a peer's questions would not fit it.
fn with_role_of_party(mut texts: Texts) -> Texts {
    let typed = |name: &str| {
        texts
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, t)| t.as_str())
    };
    if typed("role").is_none() {
        let party = typed("party").unwrap_or_default().to_lowercase();
        let starts = |party_word: &str| !party.is_empty() && party_word.starts_with(&party);
        if starts(Party::Institution.word()) {
            texts.push(("role", Role::Institution.word().to_owned()));
        } else if starts(Party::Group.word()) {
            texts.push(("role", Role::Community.word().to_owned()));
        }
    }
    texts
}

pub fn tell(journal: &mut Journal, base: Record, texts: &Texts) -> Result<Told> {
    let record = flags::record(base, texts, journal)?;
    journal.tell(Change::Add(Box::new(record)))
}

/// What is asked across a power gap, for whoever sits there.
pub fn across_a_gap(desk: &mut Desk<'_>, journal: &Journal, told: &Told) -> Result<()> {
    for id in told
        .ids
        .iter()
        .filter(|_| desk.asks())
        .copied()
        .collect::<Vec<_>>()
    {
        let Some(record) = journal.stored(id)?.map(|stored| stored.record) else {
            continue;
        };
        let who = record.noun().whos().first().copied();
        let with = who.map(|who| journal.stored(who)).transpose()?.flatten();
        let gap = match with.map(|stored| stored.record) {
            Some(Record::Relationship(one)) => one.gap(),
            _ => 0,
        };
        if let Some(asks) = context::asked(&record, gap) {
            desk.aside(asks)?;
        }
    }
    Ok(())
}

/// The reading test, for whoever sits there: a question, and the way back.
pub fn would_they_mind(desk: &mut Desk<'_>, kind: Kind) -> Result<()> {
    match guardrail::reading_test(kind).filter(|_| desk.asks()) {
        Some(question) => desk.aside(format!("{question} If not: trustline undo")),
        None => Ok(()),
    }
}

/// What a breach asks to be looked at again: what is delegated to them and relied on without checking.
pub fn say_look_again(desk: &mut Desk<'_>, journal: &Journal, who: Option<RecordId>) -> Result<()> {
    let Some(who) = who.filter(|_| !desk.wants_json()) else {
        return Ok(());
    };
    let trust = journal.trust(who)?;
    entry::say_lines(desk, "Worth looking at again", &trust.look_again())
}

/// WHO and the main field as words, the rest as flags.
pub fn about_somebody(
    command: Command,
    kind: Kind,
    main: &'static str,
    value: &'static str,
) -> Command {
    let command = command
        .arg(flags::word(kind, "who", "WHO"))
        .arg(flags::words(kind, main, value))
        .arg(json_flag());
    flags::with(command, kind, &["who", main])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_institution_is_asked_as_one() {
        let role = |party: &str| with_role_of_party(vec![("party", party.to_owned())]);
        assert_eq!(role("inst")[1], ("role", "institution".to_owned()));
        assert_eq!(role("group")[1], ("role", "community".to_owned()));
        assert_eq!(role("person").len(), 1);
    }
}
