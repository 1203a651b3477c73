//! What a migration proves before it is kept, tried with rebuilds that lose something.

use super::*;

/// A journal of the first schema with two notes, one of them edited.
fn first() -> Connection {
    let old = Connection::open_in_memory().expect("memory");
    old.execute_batch(MIGRATIONS[0].sql)
        .expect("the first schema");
    old.execute_batch(
        "PRAGMA user_version = 1;
         INSERT INTO revision VALUES (1, x'01', 'note', 10, 7, NULL, NULL, 1, 'one'),
             (2, x'02', 'note', 20, 7, NULL, NULL, 2, 'two'), (3, x'01', 'note', 30, 7, 10, 7, 3, 'one more'),
             (4, x'03', 'topic', 40, 7, NULL, NULL, 4, 'gone'), (5, x'03', 'topic', 50, 7, 40, 7, 5, NULL)",
    )
    .expect("revisions");
    old
}

/// What a true rebuild would show.
const SHOWS: &str = "INSERT INTO entry (n, id, seq, kind, at, since, state, moved, repair, short, words)
     VALUES (1, x'01', 3, 'note', 0, '', '', 0, 0, '', ''), (2, x'02', 2, 'note', 0, '', '', 0, 0, '', '')";

fn tried(connection: &Connection, rebuild: &str) -> Result<Option<Brought>> {
    let kept = || Ok(Some(PathBuf::from("/shelf/kept.db")));
    migrate(
        connection,
        |_| kept(),
        || Ok(connection.execute_batch(rebuild)?),
    )
}

#[test]
fn what_holds_the_same_is_kept_and_told() {
    let journal = first();
    let brought = tried(&journal, SHOWS).expect("proved").expect("older");
    let expect = format!(
        "The journal was brought from schema 1 to {}: 2 records in 5 revisions, the same as before; kept first as kept.db.",
        newest()
    );
    assert_eq!(brought.says(), expect);
    assert_eq!(version(&journal).expect("a number"), newest());
    assert_eq!(
        needs(&journal).as_deref(),
        Some(MIGRATIONS[newest() - 1].since)
    );
    assert_eq!(tried(&journal, "fails").expect("nothing to do"), None);
}

#[test]
fn what_would_not_hold_the_same_is_taken_back_and_named() {
    let check = |spoils: &str, expect: &str| {
        let journal = first();
        let held = Truth::of(&journal).expect("a look");
        let error = tried(&journal, &format!("{SHOWS}; {spoils}")).expect_err(spoils);
        assert!(error.says().ends_with(expect), "{spoils}: {}", error.says());
        let hint = error.hint_text().unwrap_or_default();
        assert!(hint.ends_with("kept once more as /shelf/kept.db"), "{hint}");
        assert_eq!(Truth::of(&journal).expect("a look"), held, "{spoils}");
        assert_eq!(version(&journal).expect("a number"), 1, "{spoils}");
    };
    check(
        "DELETE FROM revision WHERE seq = 2",
        "4 revisions in place of 5",
    );
    check(
        "UPDATE revision SET body = 'one mor' WHERE seq = 3",
        "the words of a revision differ",
    );
    check(
        "UPDATE revision SET seq = 9 WHERE seq = 3",
        "the words of a revision differ",
    );
    check(
        "UPDATE revision SET parent_time = 11 WHERE seq = 3",
        "the words of a revision differ",
    );
    check(
        "DELETE FROM entry WHERE n = 2",
        "1 of the kind note in place of 2",
    );
    check(
        "UPDATE entry SET kind = 'topic' WHERE n = 2",
        "1 of the kind note in place of 2",
    );
    check("DROP TABLE entry", "a part of it is missing");
}

#[test]
fn a_file_names_the_program_it_needs_in_numbers_only() {
    let check = |value: &str, expect: Option<&str>| {
        let file = Connection::open_in_memory().expect("memory");
        let sql = "CREATE TABLE setting (key, value); INSERT INTO setting VALUES ('needs', '";
        file.execute_batch(&format!("{sql}{value}')"))
            .expect("a setting");
        assert_eq!(needs(&file).as_deref(), expect, "{value}");
    };
    check("0.4.0", Some("0.4.0"));
    check("12.0", Some("12.0"));
    check("soon", None);
    check("1\u{1b}[31m", None);
    check("", None);
    check("1.1.1.1.1.1.1.1.1.1.1.1", None);
    assert_eq!(needs(&Connection::open_in_memory().expect("memory")), None);
}

/// Versions by their numbers.
fn numbers(version: &str) -> Vec<u32> {
    version
        .split('.')
        .map(|n| n.parse().expect("a number"))
        .collect()
}

#[test]
fn no_schema_is_newer_than_this_program() {
    let own = numbers(env!("CARGO_PKG_VERSION"));
    let since: Vec<_> = MIGRATIONS.iter().map(|one| numbers(one.since)).collect();
    assert!(
        since.is_sorted() && since.iter().all(|one| *one <= own),
        "{since:?}"
    );
}
