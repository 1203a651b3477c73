//! Broken files of settings: each mistake is told with its line, the defaults hold, nothing is written over, nothing hangs.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use chrono::NaiveDate;
use trustline::cli::{self, Streams, Terminals};
use trustline::clock::Clock;
use trustline::journal::Journal;

use crate::hostile::raw;
use crate::rough_hands::Dice;

const FILES: [&str; 3] = ["config.toml", "packs.toml", "plans.toml"];

/// Runs a line of arguments in this process; what it said, and its exit code.
fn said(folder: &Path, line: &str) -> (String, u8) {
    let mut args: Vec<OsString> = vec!["trustline".into()];
    args.extend(line.split(' ').map(OsString::from));
    args.push(format!("--journal={}", folder.join("journal.db").display()).into());
    args.push(format!("--config={}", folder.display()).into());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let streams = Streams {
        input: &mut &b""[..],
        out: &mut out,
        err: &mut err,
        terminals: Terminals::default(),
        plain: true,
        width: 200,
    };
    let code = cli::run(args, streams, clock());
    let all = [out, err].concat();
    (String::from_utf8(all).expect("UTF-8"), code)
}

/// A folder of settings with an empty journal beside them.
fn place() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Journal::open(&folder.path().join("journal.db"), clock()).expect("a journal"));
    folder
}

fn clock() -> Clock {
    let at = NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(9, 0, 0));
    Clock::fixed(at.expect("a day"))
}

/// What is said of a file with a mistake: its name and the line, and the defaults hold.
fn told(folder: &Path, file: &str) -> String {
    let (says, code) = said(folder, "settings");
    assert_eq!(code, 0, "{says}");
    assert_eq!(raw(&says), None, "{says:?}");
    let (today, code) = said(folder, "today");
    assert_eq!(code, 0, "{file}: {today}");
    says
}

#[test]
fn every_mistake_is_told_with_its_line_and_stays_as_it_was_written() {
    for file in FILES {
        let folder = place();
        let path = folder.path().join(file);
        for (written, line) in [
            ("# mine\n= 3\n", 2),
            ("# mine\n\n[unclosed\n", 3),
            ("a = \"never closed\n", 1),
            ("# mine\nnothing_of_ours = 1\n", 2),
            ("[[pack]]\nrole = 4\n[[plan]]\nkind = 4\n", 0),
        ] {
            std::fs::write(&path, written).expect("written");
            let says = told(folder.path(), file);
            let name = format!("{file}, line ");
            assert!(says.contains(&name), "{written:?}: {says}");
            let at = format!("{file}, line {line}: ");
            assert!(line == 0 || says.contains(&at), "{written:?}: {says}");
            let kept = std::fs::read_to_string(&path).expect("read");
            assert_eq!(kept, written);
        }
    }
}

#[test]
fn what_is_no_text_or_no_file_is_told_and_never_waited_for() {
    for file in FILES {
        let folder = place();
        let path = folder.path().join(file);
        let says = |why: &str| {
            let says = told(folder.path(), file);
            assert!(says.contains(file) && says.contains(why), "{file}: {says}");
        };
        std::fs::write(&path, b"# mine\nx = \xff\xfe\n").expect("written");
        says("line 2 is not UTF-8");
        std::fs::write(&path, "# words\n".repeat(10 << 17)).expect("written");
        says("larger than one megabyte");
        std::fs::remove_file(&path).expect("removed");
        std::fs::create_dir(&path).expect("a folder");
        says("no file");
        std::fs::remove_dir(&path).expect("removed");
        let made = Command::new("mkfifo").arg(&path).status();
        if made.is_ok_and(|status| status.success()) {
            says("no file");
        }
    }
}

#[test]
fn a_key_is_not_written_into_a_file_that_is_broken() {
    let folder = place();
    let path = folder.path().join("config.toml");
    for written in [&b"safety_contact = \n"[..], b"\xff", b"[backups\n"] {
        std::fs::write(&path, written).expect("written");
        let (says, code) = said(folder.path(), "settings safety-contact Ines");
        assert_ne!(code, 0, "{says}");
        assert_eq!(std::fs::read(&path).expect("read"), written, "{says}");
    }
}

#[test]
fn arbitrary_bytes_break_nothing() {
    const PIECES: &[&[u8]] = &[
        b"safety_contact",
        b" = ",
        b"\"",
        b"\n",
        b"[",
        b"]",
        b"[[pack]]\n",
        b"[[plan]]\n",
        b"role = \"peer\"\n",
        b"1979-05-27",
        b"\xff",
        b"\x00",
        b"\x1b",
        b"#",
        b"{",
        b"}",
        b"9999999999999999999999",
        b"\\u0000",
        b"'''",
        b"kind",
        b"steps = []\n",
        b".",
    ];
    let mut dice = Dice(0xb0_0b5);
    let folder = place();
    for _ in 0..300 {
        let file = FILES[dice.roll(FILES.len())];
        let many = dice.roll(30);
        let bytes: Vec<u8> = (0..many)
            .flat_map(|_| PIECES[dice.roll(PIECES.len())].to_vec())
            .collect();
        std::fs::write(folder.path().join(file), &bytes).expect("written");
        told(folder.path(), file);
        assert_eq!(
            std::fs::read(folder.path().join(file)).expect("read"),
            bytes
        );
    }
}
