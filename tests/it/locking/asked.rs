//! The question for the passphrase in a real pseudo-terminal.

use std::io::{Read, Write};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::Room;
use crate::locked::WORDS;

#[test]
fn it_is_asked_for_without_being_shown_and_a_wrong_one_costs_nothing() {
    let room = Room::new();
    room.locked();
    let pair = native_pty_system()
        .openpty(PtySize::default())
        .expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
    command.env("TRUSTLINE_JOURNAL", room.file());
    command.env("TRUSTLINE_CONFIG", room.0.path().join("config"));
    command.env("TRUSTLINE_NOW", "2026-11-22T10:00");
    for source in ["TRUSTLINE_PASSPHRASE", "TRUSTLINE_PASSPHRASE_COMMAND"] {
        command.env_remove(source);
    }
    command.arg("list");
    let mut child = pair.slave.spawn_command(command).expect("the program");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("its output");
    let mut keys = pair.master.take_writer().expect("its input");
    let mut seen = Vec::new();
    let mut until = |words: &str| {
        let mut buffer = [0; 4096];
        let all = |seen: &[u8]| String::from_utf8_lossy(seen).into_owned();
        while !all(&seen).contains(words) {
            let read = reader.read(&mut buffer).expect("more to see");
            assert!(read > 0, "no {words:?} in {}", all(&seen));
            seen.extend_from_slice(&buffer[..read]);
        }
        let mut shown = all(&seen);
        let end = shown.find(words).map_or(0, |at| at + words.len());
        // what came after the words is for the next look
        seen = shown.split_off(end).into_bytes();
        shown
    };
    until("Passphrase of");
    keys.write_all(b"seven wild goose\r").expect("typed");
    let shown = until("try again");
    assert!(
        shown.contains("not the passphrase") && !shown.contains("goose"),
        "{shown}"
    );
    until("Passphrase of");
    keys.write_all(format!("{WORDS}\r").as_bytes())
        .expect("typed");
    let shown = until("zinc roof");
    assert!(!shown.contains("geese"), "{shown}");
    // to its end: what it still says must not meet a closed terminal
    let mut rest = [0; 4096];
    while matches!(reader.read(&mut rest), Ok(1..)) {}
    assert!(child.wait().expect("an end").success());
}
