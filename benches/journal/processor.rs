//! What the system counts of a process: its memory, its wake-ups, its processor time. Only Linux tells; elsewhere it is 0.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A field of a process's status: kilobytes, or a count.
pub fn status(process: &Path, field: &str) -> f64 {
    let text = std::fs::read_to_string(process.join("status")).unwrap_or_default();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    number.unwrap_or_default()
}

/// The ticks of processor that a process took, hundredths of a second.
pub fn ticks(process: &Path) -> f64 {
    let text = std::fs::read_to_string(process.join("stat")).unwrap_or_default();
    // the name before them may hold spaces
    let rest = text.rsplit_once(')').map_or("", |(_, rest)| rest);
    let fields: Vec<f64> = rest
        .split_whitespace()
        .map(|f| f.parse().unwrap_or(0.0))
        .collect();
    fields.get(11..13).map_or(0.0, |both| both.iter().sum())
}

/// The seconds of processor that this thread took so far.
pub fn of_this_thread() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos: f64 = text
        .split(' ')
        .next()
        .and_then(|n| n.parse().ok())
        .unwrap_or_default();
    nanos / 1e9
}

/// The seconds of processor that some work on this thread takes: on a machine that is busy with something else, too.
pub fn seconds(work: impl FnOnce()) -> f64 {
    let before = of_this_thread();
    work();
    of_this_thread() - before
}

/// What a program took: seconds of processor, and the most memory at a time in MB.
pub fn run(command: &mut Command) -> (f64, f64) {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn().expect("the program");
    let place = format!("/proc/{}", child.id());
    let place = Path::new(&place);
    let (mut took, mut most) = (0.0, 0.0);
    while is_running(&mut child) {
        // what it took is read while it is there; a few milliseconds at its end are missed
        took = ticks(place).max(took);
        most = status(place, "VmHWM").max(most);
        std::thread::sleep(Duration::from_millis(5));
    }
    (took / 100.0, most / 1024.0)
}

fn is_running(child: &mut Child) -> bool {
    match child.try_wait().expect("its end") {
        Some(status) => {
            assert!(status.success(), "it failed: {status}");
            false
        }
        None => true,
    }
}
