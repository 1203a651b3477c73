//! Parse, then the command line or the screen, then an exit code.

fn main() -> std::process::ExitCode {
    trustline::cli::main()
}
