//! The question packs, read from `assets/packs.toml`.

use serde::Deserialize;

use crate::domain::pack::{Pack, Question};
use crate::domain::relationship::Role;

/// The built-in question packs, one a role, in the order of [`Role::ALL`].
///
/// # Panics
/// If the compiled-in file cannot be read, which a test rules out.
pub fn packs() -> Vec<Pack> {
    let file: Written = toml::from_str(include_str!("../../assets/packs.toml"))
        .expect("the compiled-in packs are read by a test");
    let core: Vec<Question> = file.core.into_iter().map(Question::from).collect();
    let own: Vec<Question> = file.own.into_iter().map(Question::from).collect();
    let pack = |written: Asked| {
        let before = if written.core { core.as_slice() } else { &[] };
        let asked = written.questions.into_iter().map(Question::from);
        Pack {
            role: Role::from_word(&written.role).unwrap_or_default(),
            version: file.version,
            questions: before.iter().cloned().chain(asked).collect(),
            own: own.clone(),
        }
    };
    let mut packs: Vec<Pack> = file.pack.into_iter().map(pack).collect();
    packs.sort_by_key(|pack| pack.role);
    packs
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u16,
    core: Vec<Asking>,
    own: Vec<Asking>,
    pack: Vec<Asked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    role: String,
    core: bool,
    questions: Vec<Asking>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asking {
    code: String,
    facet: String,
    wording: String,
}

impl From<Asking> for Question {
    fn from(written: Asking) -> Self {
        Self {
            code: written.code,
            facet: written.facet,
            wording: written.wording,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::packs;
    use crate::domain::relationship::Role;

    #[test]
    fn every_role_has_exactly_one_pack() {
        let roles: Vec<_> = packs().iter().map(|pack| pack.role).collect();
        assert_eq!(roles, Role::ALL);
    }

    #[test]
    fn a_code_stands_for_one_question() {
        let packs = packs();
        let own = &packs[0].own;
        assert!(
            packs.iter().all(|pack| &pack.own == own),
            "my own part is the same for all"
        );
        let core = ["ABL", "BEN", "INT", "REL"];
        let roles = packs.iter().flat_map(|pack| &pack.questions);
        let mut codes: Vec<_> = roles.chain(own).map(|one| one.code.as_str()).collect();
        codes.retain(|code| !core.contains(code));
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
        assert!(own.iter().all(|one| one.code.starts_with("OWN")));
    }

    #[test]
    fn persons_are_asked_the_core_four_and_groups_only_their_own() {
        for pack in packs() {
            let codes: Vec<_> = pack.questions.iter().map(|one| one.code.as_str()).collect();
            let core = codes.starts_with(&["ABL", "BEN", "INT", "REL"]);
            let is_person = !matches!(pack.role, Role::Community | Role::Institution);
            assert_eq!(core, is_person, "{}", pack.role);
            let own = if pack.role == Role::Community { 5 } else { 4 };
            assert_eq!(codes.len(), if is_person { 7 } else { own });
        }
    }

    #[test]
    fn my_own_part_takes_turns() {
        let pack = &packs()[0];
        let last = |nth| pack.asked(nth).last().map(|one| one.code.clone());
        assert_eq!(pack.own.len(), 6);
        assert_eq!(last(0).as_deref(), Some("OWN1"));
        assert_eq!(last(6), last(0));
        assert_ne!(last(1), last(0));
    }
}
