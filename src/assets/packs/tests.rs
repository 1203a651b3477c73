//! What the built-in packs hold, and what a user's file does to them.

use std::collections::BTreeSet;

use super::{FILE, Packs, packs, packs_in, wording};
use crate::domain::checkin::Answer;
use crate::domain::pack::Pack;
use crate::domain::relationship::Role;

fn with(text: &str) -> Packs {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(FILE), text).expect("a file");
    let mut read = packs_in(Some(folder.path()));
    for says in &mut read.trouble {
        *says = says.replace(&folder.path().display().to_string(), "[folder]");
    }
    read
}

fn of(packs: &Packs, role: Role) -> &Pack {
    packs
        .packs
        .iter()
        .find(|pack| pack.role == role)
        .expect("a pack")
}

fn codes(pack: &Pack) -> Vec<&str> {
    pack.questions.iter().map(|one| one.code.as_str()).collect()
}

#[test]
fn every_role_has_exactly_one_pack() {
    let roles: Vec<_> = packs().iter().map(|pack| pack.role).collect();
    assert_eq!(roles, Role::ALL);
}

#[test]
fn a_file_of_which_nothing_is_left_is_no_fault() {
    for text in ["", "\n", "# version = 3\n  # [[pack]]\n"] {
        let read = with(text);
        assert_eq!((read.packs, read.trouble), (packs(), Vec::new()));
    }
    assert_eq!(with("[[pack]]").trouble.len(), 1);
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
        let codes = codes(&pack);
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

#[test]
fn a_file_words_anew_adds_and_replaces() {
    let read = with(
        r#"
version = 3
[[core]]
code = "ABL"
wording = "They can do this."
[[own]]
code = "OWN7"
wording = "I said no where I meant no."
[[pack]]
role = "peer"
questions = [
  { code = "PEER2", wording = "We were straight with each other." },
  { code = "PAIR", facet = "pairing", wording = "Pairing went well." },
]
[[pack]]
role = "institution"
replace = true
questions = [{ code = "DESK", wording = "The desk answered." }]
"#,
    );
    assert_eq!(read.trouble, [""; 0]);
    let peer = of(&read, Role::Peer);
    assert_eq!(
        codes(peer),
        [
            "ABL", "BEN", "INT", "REL", "PEER1", "PEER2", "PEER3", "PAIR"
        ]
    );
    let abl = &peer.questions[0];
    assert_eq!(
        (abl.wording.as_str(), abl.facet.as_str()),
        ("They can do this.", "ability")
    );
    assert!(!abl.built_in && peer.questions[1].built_in);
    assert_eq!((peer.version, peer.own.len()), (3, 7));
    assert_eq!(codes(of(&read, Role::Institution)), ["DESK"]);
    assert_eq!(codes(of(&read, Role::Leader)).len(), 7);
}

#[test]
fn what_is_broken_names_its_line_and_the_rest_is_used() {
    let trouble = |text: &str| with(text).trouble.join("\n");
    let check = |text: &str, line: usize, says: &str| {
        let told = trouble(text);
        let starts = format!("[folder]/packs.toml, line {line}: ");
        assert!(told.starts_with(&starts) && told.contains(says), "{told}");
        assert!(
            told.ends_with("the built-in questions are asked instead"),
            "{told}"
        );
    };
    check("version = 1\n\n[[pack]\nrole = 3", 3, "");
    check("version = 1\nflavour = 2", 2, "flavour");
    check("[[pack]]\nrole = \"peer\"", 1, "version");
    check(
        "version = 1\n[[pack]]\nrole = \"boss\"",
        3,
        "leader, team member",
    );
    check(
        "version = 1\n[[core]]\ncode = \"FUN\"\nwording = \"x\"",
        3,
        "ABL, BEN, INT, REL",
    );
    check(
        "version = 1\n[[own]]\ncode = \"MINE\"\nwording = \"x\"",
        3,
        "begins with OWN",
    );
    let pack = |question: &str| {
        format!("version = 1\n[[pack]]\nrole = \"peer\"\n[[pack.questions]]\n{question}")
    };
    check(
        &pack("code = \"pair\"\nwording = \"x\""),
        5,
        "capital letters",
    );
    check(&pack("code = \"PAIR\"\nwording = \" \""), 6, "no wording");
    check(&pack("code = \"LEAD1\"\nwording = \"x\""), 5, "role leader");
    check(
        &pack("code = \"OWN9\"\nwording = \"x\""),
        5,
        "looked at apart",
    );
    check(
        "version = 1\n[[pack]]\nrole = \"peer\"\ncore = false",
        3,
        "every person",
    );

    let read = with(
        "version = 2\n[[pack]]\nrole = \"peer\"\nquestions = [{ code = \"x\", wording = \"x\" }]\n\
         [[pack]]\nrole = \"client\"\nquestions = [{ code = \"PAID\", wording = \"They paid.\" }]",
    );
    assert_eq!(read.trouble.len(), 1);
    assert_eq!(codes(of(&read, Role::Peer)).len(), 7);
    assert_eq!(codes(of(&read, Role::Client)).last(), Some(&"PAID"));
}

#[test]
fn my_own_part_cannot_be_turned_off() {
    let read =
        with("version = 2\nown = []\n[[pack]]\nrole = \"peer\"\nreplace = true\nquestions = []");
    assert_eq!(of(&read, Role::Peer).own.len(), 6);
    assert_eq!(codes(of(&read, Role::Peer)), ["ABL", "BEN", "INT", "REL"]);
}

#[test]
fn an_answer_keeps_its_wording_when_its_question_is_gone() {
    let answer = |question: &str, asked: &str| Answer {
        question: question.to_owned(),
        asked: asked.to_owned(),
        ..Answer::default()
    };
    assert_eq!(
        wording(&answer("PAIR", "Pairing went well.")),
        "Pairing went well."
    );
    assert_eq!(
        wording(&answer("INT", "")),
        "What they did matched what they said."
    );
    assert_eq!(wording(&answer("GONE", "")), "GONE");
}
