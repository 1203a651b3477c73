//! Random keys in a real pseudo-terminal: no panic, nothing foreign drawn, the terminal given back, the journal sound.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::keys;
use crate::hostile::journal_at;
use crate::rough_hands::Dice;
use crate::tap::{self, Tap, foreign};

/// How many keys are typed before it is looked what came.
const AT_ONCE: usize = 8;

/// What a terminal sends for any key: letters, controls, named keys, function keys, the mouse, a paste.
fn any_bytes(dice: &mut Dice) -> Vec<u8> {
    const NAMED: &[&str] = &[
        "\r",
        "\r",
        "\r",
        "\x1b",
        "\x1b",
        "\t",
        "\t",
        "\x1b[Z",
        "\x7f",
        "\x1b[3~",
        "\x1b[2~",
        "\x1b[A",
        "\x1b[B",
        "\x1b[B",
        "\x1b[C",
        "\x1b[D",
        "\x1b[H",
        "\x1b[F",
        "\x1b[5~",
        "\x1b[6~",
        "\x1bOP",
        "\x1b[15~",
        "\x1b[24~",
        "\x1b[1;5C",
        "\x1b[1;3A",
        "gt",
        "gr",
        "\u{e9}",
        "\u{4e2d}",
        "\u{1f469}\u{200d}\u{1f467}",
        "\u{301}",
        "\u{202e}",
        "\x1b[200~pasted \u{9b} words\nand more\x1b[201~",
        "\x1b[<0;10;5M",
        "\x1b[<0;10;5m",
        "\x1b[<64;3;3M",
        "\x1b[<65;3;3M",
        "\x1b[I",
        "\x1b[O",
        "\x1bx",
        "\x1b[99;99R",
        "\x1b[?1;2c",
    ];
    match dice.roll(10) {
        0..=5 => vec![u8::try_from(0x20 + dice.roll(0x5f)).unwrap_or(b' ')],
        6 => {
            // Ctrl-C leaves and Ctrl-Z stops the process, which is another test
            let control = u8::try_from(1 + dice.roll(31)).unwrap_or(1);
            vec![if [3, 26].contains(&control) {
                1
            } else {
                control
            }]
        }
        7 if dice.roll(8) == 0 => vec![u8::try_from(0x80 + dice.roll(0x80)).unwrap_or(0x80)],
        _ => NAMED[dice.roll(NAMED.len())].as_bytes().to_vec(),
    }
}

fn opened(folder: &Path) -> Tap {
    let args = ["--journal", "journal.db", "--config", "settings"];
    let mut seat = Tap::new(folder, &args, (80, 24));
    seat.shows("Today");
    seat
}

fn doctor(folder: &Path) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(["doctor", "--journal", "journal.db", "--config", "settings"])
        .current_dir(folder)
        .env("HOME", folder)
        .output()
        .expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&done.stdout) + &text(&done.stderr)
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "figures of a long run, shown when they are asked for"
)]
fn random_keys_in_a_terminal_leave_the_journal_sound_and_the_terminal_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(journal_at(&folder.path().join("journal.db")));
    let (many, mut dice) = keys(5_000);
    let (mut typed, mut left, mut drawn) = (0, 0, 0);
    while typed < many {
        let mut seat = opened(folder.path());
        while typed < many && !seat.is_gone() {
            let keys: Vec<u8> = (0..AT_ONCE).flat_map(|_| any_bytes(&mut dice)).collect();
            typed += AT_ONCE;
            seat.types(&keys);
            if dice.roll(40) == 0 {
                let side = |dice: &mut Dice, most| u16::try_from(1 + dice.roll(most)).unwrap_or(1);
                let (cols, rows) = (side(&mut dice, 200), side(&mut dice, 60));
                seat.resize(cols, rows);
            }
            // more at once would be taken for a paste
            seat.drains(Duration::from_millis(12));
        }
        left += usize::from(seat.is_gone());
        // the end of a sequence that was left open, and then the way out; where something is typed, the first only says so
        seat.types(b"mM~");
        for keys in [
            "\x1b", "\x1b", "\x1b", "\x03", "\x1b", "\x03", "\x03", "\x03",
        ] {
            seat.types(keys.as_bytes());
            seat.drains(Duration::from_millis(120));
        }
        let (well, all) = seat.ends();
        assert!(
            well,
            "it ended badly:\n{}",
            String::from_utf8_lossy(&all[all.len().saturating_sub(2000)..])
        );
        assert_eq!(foreign(&tap::drawn(&all)), None);
        drawn += all.len();
    }
    let health = doctor(folder.path());
    assert!(
        !health.contains("NOT WELL") && !health.contains("Error"),
        "{health}"
    );
    println!("{typed} keys, {drawn} bytes drawn, left by itself {left} times");
}
