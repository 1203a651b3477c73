//! A journal whose file is taken away under an open window: nothing is said to be kept that is not.

use trustline::domain::Kind;
use trustline::error::ErrorKind;
use trustline::journal::{Change, Journal};

use crate::house::{clock, person, record};

#[test]
fn what_would_go_into_a_file_without_a_name_is_refused_and_kept_once_it_is_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    std::fs::create_dir(&home).expect("made");
    let mut journal = Journal::open(&home.join("journal.db"), clock()).expect("a journal");
    person(&mut journal, "Ada Bly");
    let away = folder.path().join("away");
    std::fs::rename(&home, &away).expect("moved");
    let texts = [("name", "Bo Dee"), ("since", "2025-01-01")];
    let bo = record(&journal, Kind::Relationship, &texts);
    let refused = journal
        .tell(Change::Add(Box::new(bo.clone())))
        .expect_err("there is no file to keep it in");
    assert_eq!(refused.kind(), ErrorKind::File);
    assert!(
        refused
            .says()
            .starts_with("not saved: the journal is no longer at")
            && refused.hint_text().is_some(),
        "{refused:?}"
    );
    std::fs::rename(&away, &home).expect("moved back");
    journal
        .tell(Change::Add(Box::new(bo)))
        .expect("the form's words were not lost");
}
