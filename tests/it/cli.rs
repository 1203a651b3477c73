//! The command line as a process: arguments and input in, output, errors and exit code out, told together.

mod acts;
mod exchange;
mod faults;
mod forget;
mod journeys;
mod places;
mod repair;
mod run;
mod ties;
mod time;
mod trust;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A folder of its own with a journal in it, and everything that was said there.
struct Place {
    folder: tempfile::TempDir,
    now: &'static str,
    settings: Option<String>,
    said: String,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            now: "2026-11-22T10:00",
            settings: None,
            said: String::new(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trustline"));
        command
            .env_clear()
            .env("TRUSTLINE_NOW", self.now)
            .env("TRUSTLINE_JOURNAL", self.path("journal.db"))
            .env("TRUSTLINE_CONFIG", self.path("config"))
            .current_dir(self.folder.path());
        if let Some(folder) = &self.settings {
            command.env("TRUSTLINE_CONFIG", folder);
        }
        command
    }

    /// Runs one line of arguments (quotes keep words together) and tells what it said.
    fn run(&mut self, line: &str) -> &mut Self {
        self.run_with(line, "")
    }

    fn run_with(&mut self, line: &str, input: &str) -> &mut Self {
        let (out, err, code) = self.answer(line, input);
        let told = format!("$ trustline {line}\n{out}{}", marked(&err));
        let end = if code == 0 {
            String::new()
        } else {
            format!("= {code}\n")
        };
        self.said.push_str(&self.hidden(&format!("{told}{end}\n")));
        self
    }

    /// Tells what the doctor says of some checks: the others are of this machine.
    fn doctor(&mut self, checks: &[&str]) -> &mut Self {
        let (out, err, code) = self.answer("doctor --json", "");
        let health: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        let word = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
        let all = health["checks"].as_array().expect("checks").iter();
        let some = all.filter(|check| checks.contains(&word(&check["what"]).as_str()));
        let lines = some.map(|check| {
            let (what, state) = (word(&check["what"]), word(&check["state"]));
            format!(
                "{what}: {state}: {} / {}\n",
                word(&check["found"]),
                word(&check["mend"])
            )
        });
        let told = format!(
            "$ trustline doctor\n{}{}= {code}\n\n",
            lines.collect::<String>(),
            marked(&err)
        );
        let told = self.hidden(&told);
        self.said.push_str(&told);
        self
    }

    fn answer(&self, line: &str, input: &str) -> (String, String, i32) {
        let mut child = self
            .command()
            .args(words(line))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut stdin = child.stdin.take().expect("an input");
        // a command that does not read its input may be gone already
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let done = child.wait_with_output().expect("it ends");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        let code = done.status.code().expect("an exit code");
        (text(done.stdout), text(done.stderr), code)
    }

    fn hidden(&self, text: &str) -> String {
        text.replace(&self.folder.path().display().to_string(), "[folder]")
    }
}

fn marked(err: &str) -> String {
    let lines: Vec<String> = err.lines().map(|l| format!("! {l}\n")).collect();
    lines.concat()
}

/// Splits at spaces; double quotes keep words together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut quoted, mut begun) = (String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' => (quoted, begun) = (!quoted, true),
            ' ' if !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            c => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

fn snapshot(name: &str, place: &Place) {
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!(name, place.said);
    });
}

/// A journal with two people and something between them.
fn team() -> Place {
    let mut place = Place::new();
    for line in [
        "add relationship \"Priya Nair\" --role report --cadence weekly --since 2026-01-05",
        "add relationship \"Tom Okoye\" --role manager --since 2026-01-05",
    ] {
        place.run(line);
    }
    place.said.clear();
    place
}

/// Runs inside this process, as if somebody sat there and typed these lines.
fn typed(place: &mut Place, line: &str, lines: &str) {
    let mut args = words(line);
    args.insert(0, "trustline".to_owned());
    args.push(format!("--journal={}", place.path("journal.db").display()));
    args.push(format!("--config={}", place.path("config").display()));
    let now = chrono::NaiveDateTime::parse_from_str(place.now, "%Y-%m-%dT%H:%M").expect("a minute");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let streams = trustline::cli::Streams {
        input: &mut lines.as_bytes(),
        out: &mut out,
        err: &mut err,
        terminals: trustline::cli::Terminals {
            input: true,
            out: false,
            err: true,
        },
        plain: true,
        width: 80,
    };
    let args = args.into_iter().map(std::ffi::OsString::from);
    let code = trustline::cli::run(args, streams, trustline::clock::Clock::fixed(now));
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let told = format!(
        "$ trustline {line}\n{}{}= {code}\n\n",
        text(out),
        marked(&text(err))
    );
    let told = place.hidden(&told);
    place.said.push_str(&told);
}
