//! The floors that are processes: this program started again, doing with the bare library only what the act cannot do without.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use rusqlite::Connection;

use crate::form::{Form, bare, with_end};

/// The word that makes this program a floor.
const WORD: &str = "--bare";

/// The variable that holds the key.
const KEY: &str = "TRUSTLINE_BENCH_KEY";

/// Forty bodies, the newest first: what a first frame shows at most.
pub const NEWEST: &str = "SELECT r.body FROM entry e JOIN revision r ON r.seq = e.seq ORDER BY e.at DESC, e.n DESC LIMIT 40";

/// What the command line asks of a floor, if it does: it is done then.
pub fn is_asked() -> bool {
    let args: Vec<String> = std::env::args().collect();
    let Some(place) = args.iter().position(|arg| arg == WORD) else {
        return false;
    };
    let key = std::env::var(KEY).unwrap_or_default();
    let connection = bare(Path::new(&args[place + 2]), &key);
    match args[place + 1].as_str() {
        "show" => show(&connection),
        _ => insert(&connection),
    }
    true
}

/// Prints forty rows in one piece.
fn show(connection: &Connection) {
    let mut out = Vec::new();
    for body in bodies(connection, NEWEST) {
        out.extend_from_slice(body.as_bytes());
        out.extend_from_slice(b"\r\n");
    }
    std::io::stdout().write_all(&out).expect("rows");
}

/// The first column of every row.
pub fn bodies(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare_cached(sql).expect("a query");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

/// Adds one durable row.
pub fn insert(connection: &Connection) {
    let sql = "INSERT INTO bare (words) VALUES ('send the draft')";
    connection
        .execute_batch("PRAGMA synchronous = full")
        .expect("full sync");
    connection.execute(sql, []).expect("a row");
}

/// A bare file beside the journal that is written to, under the same key.
pub fn beside(form: &Form) -> PathBuf {
    let path = with_end(form.copy(), ".bare");
    if !path.exists() {
        let connection = bare(&path, &form.literal());
        let sql =
            "PRAGMA journal_mode = wal; CREATE TABLE bare (n INTEGER PRIMARY KEY, words TEXT)";
        connection.execute_batch(sql).expect("a table");
    }
    path
}

/// The arguments of a floor.
pub fn arguments(what: &str, path: &Path) -> [String; 3] {
    [
        WORD.to_owned(),
        what.to_owned(),
        path.to_string_lossy().into_owned(),
    ]
}

/// This program.
pub fn own() -> PathBuf {
    std::env::current_exe().expect("this program")
}

/// The variable with the key.
pub fn key(form: &Form) -> (&'static str, String) {
    (KEY, form.literal())
}

/// A floor as a process.
pub fn process(what: &str, path: &Path, form: &Form) -> Command {
    let (name, value) = key(form);
    let mut command = Command::new(own());
    command.args(arguments(what, path)).env(name, value);
    command
}
