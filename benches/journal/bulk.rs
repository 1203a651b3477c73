//! Imports, an export of the million and a backup: seconds of processor, each beside the bare library doing as much.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};
use trustline::journal::Shelf;

use crate::form::{Form, bare};
use crate::million;
use crate::processor::{run, seconds};
use crate::stopwatch::Reading;
use crate::table::{Act, Goal};

/// How many rows are imported.
const ROWS: usize = 100_000;

const TWO: Goal = Goal::new("≤ 2 × the floor", |row| row.over_floor() <= 2.0);
const NONE: Goal = Goal::NONE;

/// The acts of this room.
pub const ACTS: &[Act] = &[
    bulk("import CSV, 100,000 rows", "s", TWO, csv),
    bulk("import CSV, memory at most", "MB", NONE, |form| {
        Reading::of(import(form, &table(form)).1)
    }),
    bulk("import JSON Lines, the same records", "s", TWO, jsonl),
    bulk(
        "export of the million as JSON Lines",
        "s",
        Goal::new("≤ 1.0 × the floor", |row| row.over_floor() <= 1.0),
        export,
    ),
    bulk(
        "backup of the million, read back and checked",
        "s",
        NONE,
        backup,
    ),
];

const fn bulk(
    name: &'static str,
    unit: &'static str,
    goal: Goal,
    run: fn(&Form) -> Reading,
) -> Act {
    Act {
        name,
        unit,
        goal,
        run,
    }
}

/// A table as another program would write it: a hundred thousand promises over the thousand.
fn table(form: &Form) -> PathBuf {
    let path = form.folder().join("promises.csv");
    let mut text = String::from("text,who,side,made,due,done\n");
    for n in 0..ROWS {
        let made =
            million::LAST - chrono::Duration::days(1_000 - i64::try_from(n / 101).unwrap_or(0));
        let (due, done) = (
            made + chrono::Duration::days(7),
            made + chrono::Duration::days(5),
        );
        let whose = if n % 2 == 0 { "mine" } else { "theirs" };
        let _ = writeln!(
            text,
            "send the draft number {n},Person {},{whose},{made},{due},{done}",
            n % 1_000
        );
    }
    std::fs::write(&path, text).expect("a table");
    path
}

fn csv(form: &Form) -> Reading {
    let file = table(form);
    Reading::beside(import(form, &file).0, seconds(|| sketch(form, &file)))
}

/// Seconds of processor, and the most memory at a time in MB.
fn import(form: &Form, file: &Path) -> (f64, f64) {
    let journal = form.empty("import");
    run(form.program(&journal).arg("import").arg(file))
}

fn jsonl(form: &Form) -> Reading {
    let file = form.folder().join("part.jsonl");
    let journal = form.empty("part");
    run(form.program(&journal).arg("import").arg(table(form)));
    run(form
        .program(&journal)
        .args(["export", "--force", "--output"])
        .arg(&file));
    Reading::beside(import(form, &file).0, seconds(|| sketch(form, &file)))
}

/// The least program that keeps the same lines: one table with three indexes and full text, in one transaction.
fn sketch(form: &Form, file: &Path) {
    let path = form.folder().join("sketch.db");
    let _ = std::fs::remove_file(&path);
    let connection = bare(&path, &form.literal());
    let schema = "PRAGMA cache_size = -128000; BEGIN;
        CREATE TABLE entry (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, who TEXT, at TEXT, body TEXT);
        CREATE INDEX entry_at ON entry (at, n); CREATE INDEX entry_who ON entry (who, at, n);
        CREATE VIRTUAL TABLE words USING fts5 (body, content = 'entry', content_rowid = 'n', prefix = '2 3')";
    connection.execute_batch(schema).expect("a schema");
    for (n, line) in (1_i64..).zip(BufReader::new(File::open(file).expect("the file")).lines()) {
        keep(&connection, n, &line.expect("a line"));
    }
    connection.execute_batch("COMMIT").expect("kept");
}

fn keep(connection: &Connection, n: i64, line: &str) {
    let id = trustline::domain::RecordId::derived(&[line]);
    let parts: Vec<_> = line.split(',').collect();
    let (who, at) = (parts.get(1), parts.get(3));
    let entry = "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5)";
    let mut entry = connection.prepare_cached(entry).expect("a row");
    entry
        .execute(params![n, id.bytes(), who, at, line])
        .expect("a row");
    let words = "INSERT INTO words (rowid, body) VALUES (?1, ?2)";
    let mut words = connection.prepare_cached(words).expect("words");
    words.execute(params![n, parts[0]]).expect("words");
}

fn export(form: &Form) -> Reading {
    let file = form.folder().join("million.jsonl");
    let mut command = form.program(&form.path);
    let (took, _) = run(command.args(["export", "--force", "--output"]).arg(&file));
    let floor = seconds(|| bare_export(form, &file));
    let _ = std::fs::remove_file(&file);
    Reading::beside(took, floor)
}

/// The same rows in the same order, made JSON by the library itself, as its shell does.
fn bare_export(form: &Form, file: &Path) {
    let connection = form.bare();
    let mut out = BufWriter::new(File::create(file).expect("a file"));
    let sql = "SELECT json_object('record', hex(record), 'kind', kind, 'time', time, 'device', device, 'body', body)
               FROM revision ORDER BY time, device";
    let mut statement = connection.prepare(sql).expect("a query");
    let mut rows = statement.query([]).expect("rows");
    while let Some(row) = rows.next().expect("a row") {
        let text = row.get_ref(0).expect("a column");
        out.write_all(text.as_bytes().expect("text"))
            .expect("written");
        out.write_all(b"\n").expect("written");
    }
    out.into_inner()
        .expect("written")
        .sync_all()
        .expect("on the disk");
}

/// The shelf reads its copy back and checks every page; the bare library only copies.
fn backup(form: &Form) -> Reading {
    let shelf = Shelf::of(&form.path, &million::clock(), &form.customs());
    let (ours, floor) = (form.folder().join("ours.db"), form.folder().join("bare.db"));
    let took = seconds(|| drop(shelf.write(&ours, true).expect("a backup")));
    let bare_took = seconds(|| {
        let mut to = bare(&floor, &form.literal());
        let from = form.bare();
        let copy = rusqlite::backup::Backup::new(&from, &mut to).expect("a backup");
        copy.run_to_completion(i32::MAX, std::time::Duration::ZERO, None)
            .expect("copied");
    });
    for file in [ours, floor] {
        std::fs::remove_file(file).expect("taken away");
    }
    Reading::beside(took, bare_took)
}
