//! What a move of the cursor costs on the way to the terminal: a slow line carries a few hundred bytes without a wait.

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use trustline::tui::harness::{self, Trial};
use trustline::tui::theme::Theme;

/// The bytes that turn one screen into another.
fn bytes(before: &Buffer, after: &Buffer) -> usize {
    let mut out = Vec::new();
    CrosstermBackend::new(&mut out)
        .draw(before.diff(after).into_iter())
        .expect("drawn");
    out.len()
}

/// The most bytes of a few moves down and up on a page.
fn most(keys: &str, (width, height): (u16, u16), down: &str, up: &str) -> usize {
    let journal = harness::sample().expect("the sample");
    let mut trial = Trial::dressed(journal, Theme::colours().into(), width, height);
    trial.keys(keys).expect("keys");
    let mut most = 0;
    let mut before = trial.buffer();
    for key in [down, down, down, up, up, down] {
        let after = trial.keys(key).expect("keys").buffer();
        most = most.max(bytes(&before, &after));
        before = after;
    }
    most
}

/// Lists of one column: their names, and the keys that lead there.
const LISTS: &[(&str, &str)] = &[
    ("today", ""),
    ("commitments", ": \"jonas\" enter 2"),
    ("timeline", ": \"jonas\" enter"),
    ("card", ": \"priya\" enter 6"),
    ("prep", ": \"priya\" enter p"),
    ("brief", ": \"priya\" enter b"),
    ("repair", ": \"margit\" enter r"),
    ("review", "g w"),
    ("comeback", "g b"),
    ("teams", "g m"),
    ("export", "g x"),
    ("check-in", "w 4"),
];

#[test]
fn a_move_of_the_cursor_costs_a_few_hundred_bytes_on_every_list() {
    for (name, keys) in LISTS {
        for size in [(80, 24), (120, 40)] {
            let most = most(keys, size, "j", "k");
            assert!(
                (1..=400).contains(&most),
                "{most} bytes on {name} at {size:?}"
            );
        }
    }
    let most = most("/ \"the\"", (120, 40), "down", "up");
    assert!((1..=400).contains(&most), "{most} bytes in a search");
}

#[test]
fn what_stands_beside_a_list_costs_less_than_the_screen() {
    // the card beside the list is another one for every line
    for (keys, size, limit) in [("g r", (120, 40), 2_500), ("", (200, 60), 5_000)] {
        let most = most(keys, size, "j", "k");
        assert!(
            (1..=limit).contains(&most),
            "{most} bytes after {keys:?} at {size:?}"
        );
    }
}
