//! The million-entry journal, plain and locked, act by act beside the floor measured in the same run; one table at the end.
//!
//! Both journals are built once and kept in `target/`. A floor is the bare library on the same file under the same key,
//! or, for a whole process, a bare process that does so. Quote ratios: machines are noisy. What takes seconds is counted
//! in seconds of processor, so that a machine that is busy with something else tells nearly the same.
//!
//! `cargo bench --bench journal -- PART …` measures the acts whose names hold one of the parts. The measuring loop is our
//! own: what is told are ratios between two forms and a floor, over processes and files too, and the benching libraries
//! tell times of functions, one by one.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the table is the answer, and building the million takes minutes: the bench says so"
)]

mod bare;
mod bulk;
mod cache;
mod form;
mod lists;
mod million;
mod processor;
mod screen;
mod seat;
mod stopwatch;
mod table;
mod terminal;
mod writing;

use std::process::ExitCode;

use table::{Act, Row};

/// Every act, in the order of the table.
fn acts() -> impl Iterator<Item = &'static Act> {
    let rooms: [&'static [Act]; 6] = [
        screen::ACTS,
        terminal::ACTS,
        lists::ACTS,
        writing::ACTS,
        bulk::ACTS,
        cache::ACTS,
    ];
    rooms.into_iter().flatten()
}

fn main() -> ExitCode {
    if bare::is_asked() {
        return ExitCode::SUCCESS;
    }
    let parts: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with("--"))
        .collect();
    let wanted = |act: &&Act| parts.is_empty() || parts.iter().any(|part| act.name.contains(part));
    let plain = million::plain();
    let locked = million::locked(&plain);
    let mut rows = Vec::new();
    for act in acts().filter(wanted) {
        let row = Row::of(act, &plain, &locked);
        eprintln!("{}", row.line());
        rows.push(row);
    }
    let missed = rows
        .iter()
        .filter(|row| row.is_met() == Some(false))
        .count();
    println!("\n{}\n", table::table(&rows));
    let failed = rows.iter().filter(|row| row.is_failed()).count();
    println!(
        "{missed} of {} acts miss their target; {failed} failed.",
        rows.len()
    );
    ExitCode::from(u8::from(failed > 0))
}
