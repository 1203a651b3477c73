//! What is drawn over everything at once: a screen that looks like ordinary work, and one that is empty.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint;
use super::theme::Theme;

/// What the terminal is called while ordinary work is shown.
pub const TITLE: &str = "make";

/// A build that has just ended: no name in it is anybody's.
const WORK: &[&str] = &[
    "$ make -j2 check",
    "[  2%] Building C object lib/CMakeFiles/core.dir/buffer.c.o",
    "[  5%] Building C object lib/CMakeFiles/core.dir/hash.c.o",
    "[  8%] Building C object lib/CMakeFiles/core.dir/list.c.o",
    "[ 11%] Building C object lib/CMakeFiles/core.dir/parse.c.o",
    "[ 14%] Building C object lib/CMakeFiles/core.dir/queue.c.o",
    "[ 17%] Building C object lib/CMakeFiles/core.dir/ring.c.o",
    "[ 20%] Building C object lib/CMakeFiles/core.dir/scan.c.o",
    "[ 22%] Linking C static library libcore.a",
    "[ 22%] Built target core",
    "[ 25%] Building C object net/CMakeFiles/wire.dir/accept.c.o",
    "[ 28%] Building C object net/CMakeFiles/wire.dir/frame.c.o",
    "[ 31%] Building C object net/CMakeFiles/wire.dir/poll.c.o",
    "[ 34%] Building C object net/CMakeFiles/wire.dir/retry.c.o",
    "[ 37%] Linking C static library libwire.a",
    "[ 37%] Built target wire",
    "[ 42%] Building C object src/CMakeFiles/serve.dir/args.c.o",
    "[ 48%] Building C object src/CMakeFiles/serve.dir/main.c.o",
    "[ 54%] Building C object src/CMakeFiles/serve.dir/route.c.o",
    "[ 60%] Linking C executable serve",
    "[ 60%] Built target serve",
    "[ 66%] Building C object test/CMakeFiles/check.dir/buffer_test.c.o",
    "[ 72%] Building C object test/CMakeFiles/check.dir/frame_test.c.o",
    "[ 78%] Building C object test/CMakeFiles/check.dir/hash_test.c.o",
    "[ 84%] Building C object test/CMakeFiles/check.dir/parse_test.c.o",
    "[ 90%] Building C object test/CMakeFiles/check.dir/ring_test.c.o",
    "[ 96%] Linking C executable check",
    "[100%] Built target check",
    "Running tests...",
    "    Start 1: buffer",
    "1/5 Test #1: buffer ...........................   Passed    0.02 sec",
    "    Start 2: frame",
    "2/5 Test #2: frame ............................   Passed    0.11 sec",
    "    Start 3: hash",
    "3/5 Test #3: hash .............................   Passed    0.04 sec",
    "    Start 4: parse",
    "4/5 Test #4: parse ............................   Passed    0.38 sec",
    "    Start 5: ring",
    "5/5 Test #5: ring .............................   Passed    0.03 sec",
    "",
    "100% tests passed, 0 tests failed out of 5",
    "",
    "Total Test time (real) =   0.61 sec",
    "$ ",
];

/// Paints ordinary work, as a terminal shows it that has scrolled to its end.
pub fn work(screen: Rect, buffer: &mut Buffer, theme: &Theme) {
    let first = WORK.len().saturating_sub(usize::from(screen.height));
    for (n, line) in WORK.iter().skip(first).enumerate() {
        let at = paint::row(screen, n);
        buffer.set_stringn(at.x, at.y, line, usize::from(at.width), theme.text);
    }
}

/// Where the cursor waits there.
pub fn prompt(screen: Rect) -> Option<Position> {
    let last = WORK.len().min(usize::from(screen.height)).checked_sub(1)?;
    let y = screen.y + u16::try_from(last).unwrap_or(0);
    (screen.width > 2).then(|| Position::new(screen.x + 2, y))
}

/// Paints an empty screen with a few words: how it comes back and, the first time, what it is not.
pub fn hidden(screen: Rect, buffer: &mut Buffer, theme: &Theme, first: bool) {
    let area = Rect {
        x: screen.x + 1.min(screen.width),
        y: screen.y + 1.min(screen.height),
        width: screen.width.saturating_sub(2).min(72),
        height: screen.height.saturating_sub(2),
    };
    let says = if first {
        "Hidden. Enter shows it again.\n\nThis only covers the screen: the journal is not locked, and whoever sits here can open it. trustline lock, in the shell, locks it with a passphrase."
    } else {
        "Hidden. Enter shows it again."
    };
    paint::paragraph(buffer, area, says, 0, theme.text);
}
