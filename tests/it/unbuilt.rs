//! A program without encryption before a locked journal: it says what it would need, changes nothing, and locks nothing.

use std::path::Path;
use std::process::{Command, Output};

/// The header of a journal that a program with encryption locked.
const HEADER: &str = "\
trustline key 1
# Without this file and its passphrase the journal beside it cannot be opened, by anybody. Keep the two together.
key 5d0ee92eaafa4e9b
argon2id memory=65536 passes=3 lanes=1
salt a61541b7fd72ee191c889c4310c000b0
nonce ddb5111f9fc004141b10b75fa5634182e452a56ca92c2cd0
wrapped c8ef6517f4442a2a55703ab69f8322480559d89acc9894ec645a3e246a248768ecc4c172b22f0163f14aa981e6f05b02
sum 8836a8c24f089ba5
";

/// Its first bytes, and others that nobody can read.
fn ciphertext() -> Vec<u8> {
    let mut bytes = b"trustlok\x5d\x0e\xe9\x2e\xaa\xfa\x4e\x9b".to_vec();
    bytes.extend((0..8176_u32).map(|n| n.wrapping_mul(167).to_le_bytes()[1]));
    bytes
}

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(args)
        .env("TRUSTLINE_JOURNAL", folder.join("j.db"))
        .env("TRUSTLINE_CONFIG", folder.join("c"))
        .env("TRUSTLINE_PASSPHRASE", "seven wild geese")
        .stdin(std::process::Stdio::null())
        .output()
        .expect("it runs")
}

#[test]
fn a_locked_journal_is_refused_in_words_and_stays_as_it_is() {
    let home = tempfile::tempdir().expect("a folder");
    let (file, key) = (home.path().join("j.db"), home.path().join("j.db.key"));
    std::fs::write(&file, ciphertext()).expect("a journal");
    std::fs::write(&key, HEADER).expect("its header");
    for args in [
        &["list"][..],
        &["today"],
        &["note", "hello"],
        &["unlock", "--yes"],
        &["passphrase"],
        &["lock"],
        &["export"],
        &["backup"],
    ] {
        let done = run(home.path(), args);
        let says = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(8), "{args:?}: {says}");
        assert!(
            says.contains("built without encryption"),
            "{args:?}: {says}"
        );
        assert!(done.stdout.is_empty(), "{args:?}");
    }
    assert_eq!(std::fs::read(&file).expect("still there"), ciphertext());
    assert_eq!(std::fs::read_to_string(&key).expect("still there"), HEADER);
}

#[test]
fn a_journal_is_never_taken_for_locked() {
    let home = tempfile::tempdir().expect("a folder");
    let done = run(home.path(), &["lock"]);
    assert_eq!(done.status.code(), Some(8));
    assert!(!home.path().join("j.db").exists());
    let done = run(home.path(), &["note", "hello"]);
    assert!(done.status.success());
    let bytes = std::fs::read(home.path().join("j.db")).expect("a journal");
    assert!(bytes.starts_with(b"SQLite format 3"));
}
