//! A terminal that hangs up ends the program, even where the terminal library reads its end for ever.
//!
//! The loop looks for a terminal that is gone before each read. One that goes away between the look and the read
//! is beyond its reach: the library's read then never returns, at full speed. So the system's own word for it is
//! listened to by a thread of its own, which sleeps until it comes and costs nothing.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use signal_hook::consts::signal::SIGHUP;

/// How long the loop has to end by itself, and to tidy up, once the terminal is gone.
const GRACE: Duration = Duration::from_secs(3);

/// What a shell says of a process that ended by a hang-up.
const CODE: i32 = 128 + SIGHUP;

/// Ends the process some seconds after the terminal hung up, if it has not ended by then. What was told to the
/// journal is durable already; a transaction under way is taken back when the journal is opened again.
pub fn watch() -> io::Result<()> {
    let (mut told, tells) = UnixStream::pair()?;
    signal_hook::low_level::pipe::register(SIGHUP, tells)?;
    let wait = move || {
        if told.read_exact(&mut [0]).is_ok() {
            std::thread::sleep(GRACE);
            std::process::exit(CODE);
        }
    };
    std::thread::Builder::new()
        .name("hang-up".to_owned())
        .spawn(wait)?;
    Ok(())
}
