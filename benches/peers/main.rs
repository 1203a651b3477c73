//! The same acts in trustline, tui-journal, jrnl and Taskwarrior, where they are installed, in the same run; times and ratios.
//!
//! Each program is looked for on the path and works in a throw-away home of its own; nothing is installed and no network
//! is asked. A time is that of the whole process, or to the first frame of a screen in a pseudo-terminal.
//! `cargo bench --bench peers -- PART …` measures the acts whose names hold one of the parts.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the table is the answer, and some acts take minutes: the bench says which"
)]

mod entries;
mod jrnl;
mod ours;
mod peer;
#[path = "../journal/seat.rs"]
mod seat;
mod taskwarrior;
mod tui_journal;

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;

use peer::{Act, Deed, Peer};
use seat::{FRAME, Seat};

/// How many entries.
const SIZES: [usize; 2] = [1_000, 10_000];

/// How often an act is repeated, and for how long at most.
const RUNS: usize = 9;
const LONG: Duration = Duration::from_secs(8);

fn main() {
    let parts: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with("--"))
        .collect();
    let wanted = |deed: Deed| {
        let named = |part: &String| deed.word().contains(part.as_str());
        deed == Deed::Import || parts.is_empty() || parts.iter().any(named)
    };
    let peers: [&dyn Peer; 5] = [
        &ours::Trustline,
        &ours::Screen,
        &tui_journal::TuiJournal,
        &jrnl::Jrnl,
        &taskwarrior::Taskwarrior,
    ];
    for peer in peers.iter().filter(|peer| peer.program().is_none()) {
        println!("{} is not there.", peer.name());
    }
    println!("\n| entries | act | program | ms | beside trustline |\n|--:|---|---|--:|--:|");
    for many in SIZES {
        let measured: Vec<_> = peers
            .iter()
            .map(|peer| measured(*peer, many, &wanted))
            .collect();
        for (nth, deed) in Deed::ALL.into_iter().enumerate() {
            told(many, deed, &peers, &measured, nth);
        }
    }
}

/// The rows of one act.
fn told(many: usize, deed: Deed, peers: &[&dyn Peer], measured: &[Vec<Option<f64>>], nth: usize) {
    let ours = measured[0].get(nth).copied().flatten();
    for (peer, times) in peers.iter().zip(measured) {
        let told = times.get(nth).copied().flatten();
        let Some(time) = told.filter(|_| peer.tells(deed)) else {
            continue;
        };
        let beside = ours.filter(|ours| *ours > 0.0);
        let beside = beside.map_or_else(String::new, |ours| format!("{:.1} ×", time / ours));
        println!(
            "| {many} | {} | {} | {time:.0} | {beside} |",
            deed.word(),
            peer.name()
        );
    }
}

/// What each act takes a program, in the order of the acts; `None`: it is not there, has no such act or failed at it.
fn measured(peer: &dyn Peer, many: usize, wanted: &dyn Fn(Deed) -> bool) -> Vec<Option<f64>> {
    let Some(program) = peer.program() else {
        return Vec::new();
    };
    let home = tempfile::tempdir().expect("a home");
    peer.settle(home.path(), many);
    let time = |deed: Deed| {
        let act = peer.act(home.path(), deed).filter(|_| wanted(deed))?;
        eprintln!("{}, {many} entries: {} …", peer.name(), deed.word());
        // a second import finds everything there
        let runs = if deed == Deed::Import { 1 } else { RUNS };
        let taken = median(runs, || run(&program, &act));
        if taken.is_none() {
            eprintln!("{} failed at it", peer.name());
        }
        taken
    };
    Deed::ALL.into_iter().map(time).collect()
}

/// The median of some runs; `None`: one of them failed.
fn median(runs: usize, mut act: impl FnMut() -> Option<f64>) -> Option<f64> {
    let start = Instant::now();
    let mut times = Vec::new();
    while times.len() < runs && (times.is_empty() || start.elapsed() < LONG) {
        times.push(act()?);
    }
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied()
}

/// One run, in milliseconds.
fn run(program: &Path, act: &Act) -> Option<f64> {
    if act.draws {
        return Some(first_frame(program, act));
    }
    let mut command = act.command(program);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status().ok()?;
    let took = start.elapsed().as_secs_f64() * 1e3;
    status.success().then_some(took)
}

fn first_frame(program: &Path, act: &Act) -> f64 {
    let mut command = CommandBuilder::new(program);
    command.args(&act.arguments);
    command.env("TERM", "xterm-256color");
    for (name, value) in &act.environment {
        command.env(name, value);
    }
    let mut seat = Seat::at(command);
    let began = seat.began;
    let took = (seat.settles(FRAME).0 - began).as_secs_f64() * 1e3;
    // a screen that asks back would stay
    let _ = seat.press("q");
    let _ = seat.child.kill();
    seat.leaves();
    took
}
