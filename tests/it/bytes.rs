//! What a move of the cursor costs on the wire: a few hundred bytes at most, on every page that is a list.

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use trustline::tui::harness::{self, Trial};
use trustline::tui::theme::Theme;

/// The sizes, each with the most that one line down may cost there. On a wide screen what is chosen stands beside the list,
/// and another card is other words.
const SIZES: [(u16, u16, usize); 3] = [(80, 24, 400), (120, 40, 3_000), (200, 60, 5_000)];

/// The bytes that bring a terminal from one screen to the next.
fn bytes(before: &Buffer, after: &Buffer) -> usize {
    let mut wire = Vec::new();
    let mut backend = CrosstermBackend::new(&mut wire);
    let changed = before.diff(after);
    backend.draw(changed.into_iter()).expect("into memory");
    Backend::flush(&mut backend).expect("into memory");
    wire.len()
}

/// The pages that are lists, by the keys that lead there from home.
const LISTS: [&str; 11] = [
    "",
    "g r",
    "g r enter",
    "g r enter tab",
    "g r enter tab tab",
    "g m",
    "/ \"a\" enter",
    ":",
    "g b",
    "g w",
    "g x",
];

#[test]
fn one_line_down_costs_few_bytes_on_every_list() {
    let mut dear = Vec::new();
    for (width, height, most) in SIZES {
        for keys in LISTS {
            let mut trial = Trial::dressed(
                harness::sample().expect("a sample"),
                Theme::colours().into(),
                width,
                height,
            );
            trial.keys(keys).expect("keys");
            for step in ["down", "down", "up"] {
                let before = trial.buffer();
                trial.keys(step).expect("keys");
                let cost = bytes(&before, &trial.buffer());
                if cost > most {
                    dear.push(format!("{width}x{height} {keys:?} {step}: {cost}"));
                }
            }
        }
    }
    assert!(dear.is_empty(), "{}", dear.join("\n"));
}
