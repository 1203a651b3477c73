//! Forgetting wins every union: an old export, another device, either order.

use chrono::Duration;
use proptest::prelude::*;
use trustline::clock::Clock;
use trustline::domain::Kind;
use trustline::journal::{Change, Journal};

use super::{
    ARABIC, MARKER, brought, export, found_in, in_folder, is_sound, lived_with, needles, unite,
};
use crate::house::{self, add, now, person};

/// The newest first line that says so.
const NEWER: &str = "{\"trustline\":2,";

#[test]
fn an_old_export_does_not_bring_it_back_in_either_order() {
    let (folder, _, mut journal) = in_folder();
    person(&mut journal, "Ada Bly");
    let who = lived_with(&mut journal);
    let old = export(&journal);
    journal.forget(who, true).expect("forgotten");
    let new = export(&journal);
    assert!(new.starts_with(NEWER) && !old.starts_with(NEWER));
    for text in [MARKER, ARABIC] {
        assert!(old.contains(text) && !new.contains(text));
    }
    unite(&mut journal, &old);
    assert_eq!(found_in(folder.path(), &needles()), Vec::<String>::new());
    assert_eq!(export(&journal), new);

    let (other, _, mut device) = in_folder();
    unite(&mut device, &old);
    assert!(!found_in(other.path(), &needles()).is_empty());
    unite(&mut device, &new);
    assert_eq!(found_in(other.path(), &needles()), Vec::<String>::new());
    is_sound(&mut device);
    assert_eq!(
        brought(&export(&device)).digest().expect("a digest"),
        brought(&new).digest().expect("a digest")
    );
}

#[test]
fn what_another_device_wrote_about_them_meanwhile_goes_too() {
    let mut one = house::journal();
    person(&mut one, "Ada Bly");
    let who = person(&mut one, "Priya Nair");
    let mut two = later(1);
    unite(&mut two, &export(&one));
    add(
        &mut two,
        Kind::Note,
        &[("who", "Priya"), ("text", "words of the other device")],
    );
    add(
        &mut two,
        Kind::Note,
        &[("who", "Priya, Ada"), ("text", "both of them")],
    );
    one.forget(who, true).expect("forgotten");
    unite(&mut one, &export(&two));
    unite(&mut two, &export(&one));
    unite(&mut one, &export(&two));
    for journal in [&mut one, &mut two] {
        let text = export(journal);
        assert!(!text.contains("words of the other") && text.contains("both of them"));
        assert!(!text.contains("Priya"));
        is_sound(journal);
    }
    assert_eq!(
        brought(&export(&one)).digest().expect("a digest"),
        brought(&export(&two)).digest().expect("a digest")
    );
}

/// Another device: its clock runs some hours ahead, so that its stamps are its own.
fn later(hours: i64) -> Journal {
    Journal::memory(Clock::fixed(now() + Duration::hours(hours))).expect("a journal")
}

const NAMES: [&str; 3] = ["Ada Bly", "Ben Cox", "Cyd Dow"];

#[derive(Debug, Clone, Copy)]
enum Deed {
    Note(usize),
    Shared(usize, usize),
    Mention(usize, usize),
    Forget(usize),
    Delete(usize),
    Undo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let who = 0..NAMES.len();
    let deed = prop_oneof![
        3 => who.clone().prop_map(Deed::Note),
        2 => (who.clone(), who.clone()).prop_map(|(a, b)| Deed::Shared(a, b)),
        2 => (who.clone(), who.clone()).prop_map(|(a, b)| Deed::Mention(a, b)),
        2 => who.clone().prop_map(Deed::Forget),
        1 => who.prop_map(Deed::Delete),
        1 => Just(Deed::Undo),
    ];
    proptest::collection::vec(deed, 0..8)
}

/// Does what can still be done; answers who was forgotten.
fn live(journal: &mut Journal, deeds: &[Deed]) -> Vec<usize> {
    let mut forgotten = Vec::new();
    for deed in deeds {
        let here = |who: usize| journal.find_relationship(NAMES[who]).ok();
        match *deed {
            Deed::Note(who) if here(who).is_some() => {
                add(
                    journal,
                    Kind::Note,
                    &[("who", NAMES[who]), ("text", "alone")],
                );
            }
            Deed::Shared(a, b) if here(a).is_some() && here(b).is_some() => {
                let who = format!("{}, {}", NAMES[a], NAMES[b]);
                add(journal, Kind::Note, &[("who", &who), ("text", "together")]);
            }
            Deed::Mention(a, b) if here(a).is_some() && here(b).is_some() => {
                let text = format!("spoke of {}", NAMES[b]);
                add(journal, Kind::Note, &[("who", NAMES[a]), ("text", &text)]);
            }
            Deed::Forget(who) => {
                if let Some(id) = here(who) {
                    journal.forget(id, true).expect("forgotten");
                    forgotten.push(who);
                }
            }
            Deed::Delete(who) => {
                if let Some(id) = here(who) {
                    journal.tell(Change::Erase { id }).expect("deleted");
                }
            }
            Deed::Undo => {
                journal.undo().expect("an undo");
            }
            Deed::Note(_) | Deed::Shared(..) | Deed::Mention(..) => {}
        }
    }
    forgotten
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_union_with_forgetting_is_the_same_in_either_order(common in deeds(), one in deeds(), two in deeds()) {
        let mut base = house::journal();
        for name in NAMES {
            person(&mut base, name);
        }
        live(&mut base, &common);
        let start = export(&base);
        let (mut a, mut b) = (later(2), later(4));
        unite(&mut a, &start);
        unite(&mut b, &start);
        let mut forgotten = live(&mut a, &one);
        forgotten.extend(live(&mut b, &two));
        let (of_a, of_b) = (export(&a), export(&b));
        // whichever begins, both come to the same
        for texts in [[&of_a, &of_b], [&of_b, &of_a]] {
            let (mut first, mut second) = (brought(texts[0]), brought(texts[1]));
            for _ in 0..2 {
                unite(&mut first, &export(&second));
                unite(&mut second, &export(&first));
            }
            prop_assert_eq!(
                brought(&export(&first)).digest().expect("a digest"),
                brought(&export(&second)).digest().expect("a digest")
            );
            for who in &forgotten {
                prop_assert!(first.find_relationship(NAMES[*who]).is_err());
                prop_assert!(second.find_relationship(NAMES[*who]).is_err());
            }
            is_sound(&mut first);
            is_sound(&mut second);
        }
    }
}
