//! Notices from end to end: at their time, once whoever asks, by the terminal or by a command, and never from behind a lock.

use std::path::Path;
use std::process::{Command, Output};
use std::time::Instant;

use portable_pty::CommandBuilder;
use trustline::journal::Journal;

use crate::house;
use crate::seat::{PATIENCE, Seat};

/// A journal of Sunday the 22nd with a promise due at noon and a one-on-one at three.
fn place(settings: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.db");
    let mut journal = Journal::open(&file, house::clock()).expect("a journal");
    house::person(&mut journal, "Priya Nair");
    drop(journal);
    std::fs::create_dir(folder.path().join("settings")).expect("made");
    std::fs::write(folder.path().join("settings/config.toml"), settings).expect("settings");
    let done = trustline(
        folder.path(),
        "2026-11-22T09:00",
        &["commit", "send Priya the numbers by today 12:00"],
    );
    assert!(done.status.success(), "{done:?}");
    folder
}

fn trustline(folder: &Path, now: &str, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(args)
        .env("TRUSTLINE_NOW", now)
        .env("TRUSTLINE_JOURNAL", folder.join("journal.db"))
        .env("TRUSTLINE_CONFIG", folder.join("settings"))
        .env_remove("TMUX")
        .env_remove("STY")
        .output()
        .expect("it runs")
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_day_is_told_once_whoever_asks() {
    let folder = place("");
    let at = |now, args: &[&str]| said(&trustline(folder.path(), now, args));
    let morning = "trustline: today \u{2013} 1 due\n";
    assert_eq!(at("2026-11-22T09:00", &["notice", "--dry-run"]), morning);
    assert_eq!(at("2026-11-22T09:00", &["notice"]), morning);
    assert_eq!(at("2026-11-22T09:01", &["notice"]), "");
    assert_eq!(at("2026-11-22T11:59", &["notice"]), "");
    let noon = "trustline: due at 12:00 \u{2013} To Priya Nair: send the numbers\n";
    let initials = "trustline: due at 12:00 \u{2013} To P.N.: send the numbers\n";
    let masked = at("2026-11-22T12:00", &["notice", "--dry-run", "--mask"]);
    assert!(masked == initials || !masked.contains("Priya"), "{masked}");
    // two timers at the same minute: one of them tells it
    let both: Vec<_> = std::thread::scope(|scope| {
        let ask = || scope.spawn(|| at("2026-11-22T12:00", &["notice"]));
        [ask(), ask()]
            .map(|one| one.join().expect("it runs"))
            .into()
    });
    assert_eq!(both.concat(), noon);
    let json = at("2026-11-22T12:01", &["notice", "--json"]);
    assert!(json.contains("\"told\": []"), "{json}");
}

#[test]
fn quiet_hours_hold_it_back_and_it_comes_afterwards() {
    let folder = place("[notice]\nquiet = \"11:00-14:00\"\nmorning = \"off\"\n");
    let at = |now, args: &[&str]| said(&trustline(folder.path(), now, args));
    assert_eq!(at("2026-11-22T12:30", &["notice"]), "");
    let json = at("2026-11-22T12:30", &["notice", "--json", "--dry-run"]);
    assert!(
        json.contains("\"quiet_until\": \"2026-11-22T14:00\""),
        "{json}"
    );
    let after = at("2026-11-22T14:00", &["notice"]);
    assert_eq!(
        after,
        "trustline: due at 12:00 \u{2013} To Priya Nair: send the numbers\n"
    );
}

#[cfg(unix)]
#[test]
fn a_command_that_fails_is_told_and_the_notice_comes_again() {
    let folder = place("[notice]\nby = \"command\"\ncommand = \"false\"\n");
    let failed = trustline(folder.path(), "2026-11-22T12:00", &["notice"]);
    assert_eq!(failed.status.code(), Some(4), "{failed:?}");
    let out = folder.path().join("it came");
    let settings = format!(
        "[notice]\nby = \"command\"\ncommand = '''sh -c 'printf \"%s|%s\" \"$1\" \"$2\" > \"$0\"' \"{}\" {{title}} {{body}}'''\n",
        out.display()
    );
    std::fs::write(folder.path().join("settings/config.toml"), settings).expect("settings");
    assert_eq!(
        said(&trustline(folder.path(), "2026-11-22T12:00", &["notice"])),
        ""
    );
    let came = std::fs::read_to_string(out).expect("it came");
    assert_eq!(came, "trustline: today|1 due");
}

#[test]
fn a_prompt_gets_one_line_a_number_or_nothing() {
    let folder = place("");
    let at = |now, args: &[&str]| said(&trustline(folder.path(), now, args));
    assert_eq!(at("2026-11-22T09:00", &["today", "--line"]), "1 due\n");
    assert_eq!(at("2026-11-23T09:00", &["today", "--line"]), "1 over\n");
    assert_eq!(at("2026-11-23T09:00", &["today", "--count"]), "1\n");
    assert_eq!(at("2026-11-20T09:00", &["today", "--line"]), "");
    assert_eq!(at("2026-11-20T09:00", &["today", "--count"]), "0\n");
    let waits = trustline(
        folder.path(),
        "2026-11-23T09:00",
        &["today", "--line", "--exit-code"],
    );
    assert_eq!(waits.status.code(), Some(1));
    assert_eq!(waits.stdout, b"1 over\n");
}

/// Waits until some bytes came, and answers all that did.
fn bytes_until(seat: &mut Seat, end: &str) -> String {
    let begun = Instant::now();
    let mut all = String::new();
    while !all.contains(end) {
        let left = PATIENCE.saturating_sub(begun.elapsed());
        let bytes = seat.bytes.recv_timeout(left);
        let bytes = bytes.unwrap_or_else(|_| panic!("no {end:?}"));
        seat.screen.process(&bytes);
        all.push_str(&String::from_utf8_lossy(&bytes));
    }
    all
}

fn open(folder: &Path, now: &str, tmux: bool) -> Seat {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
    command.env("TRUSTLINE_NOW", now);
    command.env("TRUSTLINE_JOURNAL", folder.join("journal.db"));
    command.env("TRUSTLINE_CONFIG", folder.join("settings"));
    command.env("TERM", "xterm-256color");
    command.env("TZ", "UTC");
    for name in ["TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY"] {
        command.env_remove(name);
    }
    if tmux {
        command.env("TMUX", "/tmp/none,1,0");
    }
    Seat::with(command)
}

#[test]
fn an_open_screen_tells_it_at_its_time_and_no_timer_after_it() {
    let told = "trustline: due at 12:00 \u{2013} To Priya Nair: send the numbers";
    for (by, tmux, expect) in [
        ("osc9", false, format!("\x1b]9;{told}\x07")),
        (
            "osc777",
            false,
            "\x1b]777;notify;trustline: due at 12:00;To Priya Nair: send the numbers\x07"
                .to_owned(),
        ),
        (
            "osc9",
            true,
            format!("\x1bPtmux;\x1b\x1b]9;{told}\x07\x1b\\"),
        ),
    ] {
        let folder = place(&format!("[notice]\nby = \"{by}\"\n"));
        let mut seat = open(folder.path(), "2026-11-22T11:59:57+", tmux);
        let came = bytes_until(&mut seat, &expect);
        assert!(
            !came.contains("trustline: today"),
            "what the screen shows is not told"
        );
        seat.types("\x03");
        assert!(seat.ends().success());
        let after = trustline(folder.path(), "2026-11-22T12:05", &["notice"]);
        assert!(!said(&after).contains("due at 12:00"), "{after:?}");
    }
}

#[cfg(feature = "encryption")]
#[test]
fn a_locked_journal_tells_nothing_and_asks_nobody() {
    let room = crate::locked::Room::new();
    drop(room.make());
    for args in [
        &["notice"][..],
        &["today", "--line"],
        &["today", "--count"],
        &["today", "--exit-code"],
    ] {
        let done = Command::new(env!("CARGO_BIN_EXE_trustline"))
            .args(args)
            .env("TRUSTLINE_JOURNAL", room.file())
            .env("TRUSTLINE_CONFIG", room.folder().join("settings"))
            .output()
            .expect("it runs");
        assert_eq!(done.status.code(), Some(8), "{args:?}: {done:?}");
        assert!(done.stdout.is_empty(), "{args:?}: {done:?}");
    }
}

#[test]
fn a_timer_is_written_where_it_is_asked_for_and_runs_what_it_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let hard = folder.path().join("50% of $HOME \"x\"");
    std::fs::create_dir(&hard).expect("made");
    let out = hard.join("units");
    std::fs::create_dir(&out).expect("made");
    let units = |args: &[&str]| {
        let all = [
            &["units", "--output", out.to_str().expect("a path")][..],
            args,
        ]
        .concat();
        trustline(&hard, "2026-11-22T09:00", &all)
    };
    let done = units(&[]);
    assert!(done.status.success(), "{done:?}");
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(
        told.contains("Nothing is installed")
            && told.contains("systemctl --user enable --now trustline-notice.timer"),
        "{told}"
    );
    let service = std::fs::read_to_string(out.join("trustline-notice.service")).expect("a service");
    assert!(
        service.contains("50%% of $$HOME \\\"x\\\"/journal.db\""),
        "{service}"
    );
    assert!(service.contains(" notice\n"), "{service}");
    let timer = std::fs::read_to_string(out.join("trustline-notice.timer")).expect("a timer");
    assert!(
        timer.contains("OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 08:30:00"),
        "{timer}"
    );
    assert_eq!(
        units(&[]).status.code(),
        Some(4),
        "what is there is not replaced unasked"
    );
    assert!(units(&["--force", "--at", "07:15"]).status.success());
    assert_eq!(units(&["--at", "25:00"]).status.code(), Some(2));
    assert_eq!(units(&["--days", "someday"]).status.code(), Some(2));
}
