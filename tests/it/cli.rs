//! The command line as a process: arguments and input in, output, errors and exit code out, told together.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A folder of its own with a journal in it, and everything that was said there.
struct Place {
    folder: tempfile::TempDir,
    now: &'static str,
    said: String,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            now: "2026-11-22T10:00",
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
            .current_dir(self.folder.path());
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

#[test]
fn the_first_day() {
    let mut place = Place::new();
    place
        .run("today")
        .run("relationships")
        .run("add relationship \"Priya Nair\" --role report --cadence weekly --teams payments")
        .run("add relationship \"Release process\" --party institution")
        .run("relationships")
        .run("show priya")
        .run("commit \"send Priya the budget numbers by thu noon #budget\"")
        .run(
            "add commitment \"review the draft\" --who priya --side theirs --due fri --stake major",
        )
        .run("today")
        .run("list")
        .run("list is:open side:mine")
        .run("keep budget numbers")
        .run("undo")
        .run("redo")
        .run("undo")
        .run("today --exit-code");
    snapshot("the_first_day", &place);
}

#[test]
fn what_becomes_of_a_commitment() {
    let mut place = team();
    for what in ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"] {
        place.run(&format!(
            "add commitment \"write {what}\" --who priya --made 2026-11-01 --agreed 2026-11-01 --due 2026-11-20"
        ));
    }
    place.said.clear();
    place
        .run("keep alpha --on 2026-11-19")
        .run("keep write beta")
        .run("break gamma --warned --cause process --reason \"the build was down\" --on 2026-11-18")
        .run("move delta --to 2026-12-01 --on 2026-11-19 --asked-by them")
        .run("renegotiate epsilon --to 2026-12-01 --not-agreed")
        .run("release zeta --reason \"no longer needed\"")
        .run("keep zeta")
        .run("reopen zeta")
        .run("excuse zeta")
        .run("excuse zeta --reason \"the office flooded\"")
        .run("list kind:commitment")
        .run("show delta")
        .run("log delta")
        .run("show priya")
        .run("explain priya --side mine")
        .run("explain priya --side mine --all")
        .run("show priya --as-of 2026-11-19");
    snapshot("what_becomes_of_a_commitment", &place);
}

#[test]
fn from_a_breach_to_a_plan_that_is_closed() {
    let mut place = team();
    place
        .run("edit priya --context \"a hard year; ask before judging\"")
        .run("breach priya \"the handover did not happen\" --sort missed --severity 2 --day yesterday")
        .run("plan")
        .run("plan open handover --aim \"handovers I can rely on\"")
        .run("plan advance priya")
        .run("plan advance priya --answer \"nobody had written the list\"")
        .run("plan acknowledge priya")
        .run("plan acknowledge priya --parts \"responsibility, offer\"")
        .run("plan show priya")
        .run("plan verdict priya --says maybe")
        .run("plan stop priya --reason \"she moved to another team\"")
        .run("close handover --as let-go --words \"talked it through\"")
        .run("show handover did");
    snapshot("from_a_breach_to_a_plan", &place);
}

#[test]
fn words_between_two_people() {
    let mut place = team();
    place
        .run("checkin")
        .run("checkin priya")
        .run("checkin priya --answer ABL=4 --answer \"rel=5 took the release alone\" --answer BEN=- --next \"ask about the rota\"")
        .run("checkin priya --answer XYZ=4")
        .run("checkin priya --answer ABL=9")
        .run("feedback priya \"explained the outage to the client herself\" --impact \"they stayed calm\"")
        .run("deliver explained")
        .run("deliver explained --as heard")
        .run("note \"@priya wants to lead the next release #growth\"")
        .run_with("moment -", "@priya told me she was stuck\nbefore I asked\n")
        .run("topic priya who covers on-call in December")
        .run("held priya --note \"agreed on the rota\"")
        .run("discuss on-call --outcome \"Tom and I share it\"")
        .run("list who:priya")
        .run("pause tom --until 2026-12-24")
        .run("resume tom")
        .run("archive tom")
        .run("relationships --archived");
    snapshot("words_between_two_people", &place);
}

/// Runs inside this process, as if somebody sat there and typed these lines.
fn typed(place: &mut Place, line: &str, lines: &str) {
    let mut args = words(line);
    args.insert(0, "trustline".to_owned());
    args.push(format!("--journal={}", place.path("journal.db").display()));
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

#[test]
fn a_check_in_is_asked_line_by_line_and_resumed() {
    let mut place = team();
    typed(
        &mut place,
        "checkin priya",
        "4\n7\n- never met\n5 said so early\n",
    );
    place.run("today");
    typed(
        &mut place,
        "checkin priya",
        "3\n\n2\n3\n4\n4 I said early\na good week\n\n",
    );
    typed(&mut place, "commit \"tidy the wiki by thu\"", "tom\n");
    typed(&mut place, "commit \"tidy the wiki by thu\"", "");
    typed(&mut place, "delete tidy wiki", "n\n");
    typed(&mut place, "delete tidy wiki", "y\n");
    place.run("checkin priya").run("list");
    snapshot("a_check_in_is_asked", &place);
}

#[test]
fn lines_from_the_input() {
    let mut place = team();
    place
        .run_with(
            "commit -",
            "send Priya the numbers by thu\n\nPriya -> me: review the draft by fri\n",
        )
        .run_with("commit -", "tidy the wiki by thu\n")
        .run("commit \"tidy the wiki by thu\" --about tom")
        .run("commit \"tidy the wiki by thu\" --about tom --dry-run --due 2026-12-01")
        .run("list kind:commitment");
    snapshot("lines_from_the_input", &place);
}

#[test]
fn deleting_names_the_thing_and_can_be_undone() {
    let mut place = team();
    place
        .run("note \"a first thought\"")
        .run("delete first thought")
        .run("delete first thought --yes")
        .run("list kind:note")
        .run("undo")
        .run("edit first thought --tags \"one, two\"")
        .run("edit first thought --due fri")
        .run("edit first thought")
        .run("log first thought");
    snapshot("deleting", &place);
}

#[test]
fn every_kind_of_fault_has_a_sentence_a_hint_and_a_code() {
    let mut place = team();
    place.run("add relationship \"Priya Shah\"");
    std::fs::write(
        place.path("text.db"),
        "not a database, just words, and long enough to be read as a page".repeat(20),
    )
    .expect("written");
    std::fs::create_dir(place.path("folder.db")).expect("made");
    place.said.clear();
    place
        .run("")
        .run("demo")
        .run("kep")
        .run("today --jsn")
        .run("keep")
        .run("timeline priya --weeks many")
        .run("show nobody")
        .run("show priya")
        .run("keep zzzzz")
        .run("add commitment \"x\" --who tom --due \"32 march\"")
        .run("add commitment \"x\" --who nobody")
        .run("add commitment \"x\"")
        .run("add relationship \"x\" --role king --cadence 999")
        .run("add commitment \"x\" --who tom --made 2026-11-20 --due 2026-11-01")
        .run("list is:opne due<never")
        .run("today --as-of neverday")
        .run("keep x --as-of yesterday")
        .run("--journal missing.db today")
        .run("--journal folder.db today")
        .run("--journal text.db today")
        .run("import missing.csv")
        .run("import folder.db")
        .run("export --output no/such/folder/out.jsonl")
        .run("brief tom --format pdf");
    snapshot("faults", &place);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = team();
    for verb in [
        vec!["list"],
        vec!["show", "tom", "--json"],
        vec!["export"],
        vec!["--help"],
        vec!["completions", "bash"],
    ] {
        let mut child = place
            .command()
            .args(&verb)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        drop(child.stdout.take());
        let done = child.wait_with_output().expect("it ends");
        assert_eq!(done.status.code(), Some(0), "{verb:?}");
        assert_eq!(String::from_utf8_lossy(&done.stderr), "", "{verb:?}");
    }
}

#[test]
fn a_read_makes_no_journal() {
    let place = Place::new();
    let (_, _, code) = place.answer("today", "");
    assert_eq!(code, 0);
    assert!(!place.path("journal.db").exists());
}

#[test]
fn hostile_text_reaches_no_terminal_raw() {
    let mut place = team();
    let evil = "Eve\u{1b}]52;c;aGk=\u{7}\u{202e}live";
    let add = place
        .command()
        .args(["add", "relationship", evil])
        .output()
        .expect("it runs");
    assert!(
        add.status.success(),
        "{}",
        String::from_utf8_lossy(&add.stderr)
    );
    for line in [
        "relationships",
        "show eve",
        "list",
        "log eve",
        "show \u{1b}[31mnobody",
    ] {
        let (out, err, _) = place.answer(line, "");
        place.said.push_str(&(out + &err));
    }
    assert!(!place.said.contains('\u{1b}'), "{}", place.said);
    assert!(!place.said.contains('\u{202e}'), "{}", place.said);
}

#[test]
fn every_read_speaks_json() {
    let mut place = team();
    place.run("add commitment \"write alpha\" --who priya --made 2026-11-01 --agreed 2026-11-01 --due 2026-11-20");
    place
        .run("keep alpha --on 2026-11-19")
        .run("breach priya \"late\" --severity 2")
        .run("plan open late");
    for line in [
        "today",
        "list",
        "list kind:topic",
        "relationships",
        "show priya",
        "show alpha",
        "explain priya",
        "log alpha",
        "timeline priya",
        "checkin",
        "checkin priya",
        "plan",
        "plan show priya",
        "doctor",
        "where",
        "brief priya",
        "undo",
    ] {
        let (out, err, code) = place.answer(&format!("{line} --json"), "");
        assert_eq!((code, err.as_str()), (0, ""), "{line}: {err}");
        let read: Result<serde_json::Value, _> = serde_json::from_str(&out);
        assert!(read.is_ok(), "{line}: {read:?}\n{out}");
    }
}

#[test]
fn a_figure_in_json_carries_all_that_made_it() {
    let mut place = team();
    place.run("add commitment \"write alpha\" --who priya --made 2026-11-01 --agreed 2026-11-01 --due 2026-11-20");
    place.run("keep alpha --on 2026-11-22");
    let (out, ..) = place.answer("show priya --json", "");
    let card: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    for side in ["mine", "theirs"] {
        for figure in ["kept_as_agreed", "follow_through"] {
            for name in [
                "alpha", "beta", "mean", "lo", "hi", "n", "n_eff", "show", "counts", "parts",
                "explain",
            ] {
                assert!(
                    !card[side][figure][name].is_null(),
                    "{side} {figure} {name}"
                );
            }
        }
    }
    // late against the agreed day: nothing in the headline, everything in follow-through
    let (kept, follow) = (
        &card["mine"]["kept_as_agreed"],
        &card["mine"]["follow_through"],
    );
    assert_eq!(kept["counts"]["late"], 1);
    assert_eq!(follow["alpha"], 2.5);
    assert_eq!(kept["parts"][0]["day"], "2026-11-20");
}

#[test]
fn export_and_import_are_the_same_journal() {
    let mut place = team();
    place.run("note \"one\"").run("export --output out.jsonl");
    let first = std::fs::read(place.path("out.jsonl")).expect("exported");
    let journal = place.path("other.db").display().to_string();
    let (out, err, code) = place.answer(&format!("--journal {journal} import out.jsonl"), "");
    assert_eq!(code, 0, "{out}{err}");
    let (again, ..) = place.answer(&format!("--journal {journal} export"), "");
    assert_eq!(String::from_utf8(first).expect("UTF-8"), again);
    place.said.clear();
    place
        .run("import out.jsonl")
        .run("export --output out.jsonl")
        .run("export --output out.jsonl --force");
    snapshot("export_and_import", &place);
}

#[test]
fn a_table_is_imported_once() {
    let mut place = Place::new();
    let rows = "assignee,summary,made,due,resolution,resolved\n\
                Ana Ruiz,Fix the login,2026-10-01,2026-10-09,Fixed,2026-10-08\n\
                Ana Ruiz,Write the notes,2026-10-01,2026-10-12,Fixed,2026-10-20\n\
                Bo Chen,Move the host,2026-10-03,32 March,,\n";
    std::fs::write(place.path("issues.csv"), rows).expect("written");
    let how = "--set side=theirs --map who=assignee --map text=summary --map made=made --map due=due --status resolution --settled resolved --word Fixed=done --word =open";
    place
        .run(&format!("import issues.csv {how} --dry-run"))
        .run("relationships")
        .run(&format!("import issues.csv {how}"))
        .run(&format!("import issues.csv {how}"))
        .run("list kind:commitment")
        .run("undo")
        .run("list")
        .run(&format!("import issues.csv {how} --delimiter ;"));
    snapshot("a_table_is_imported_once", &place);
}

#[test]
fn a_brief_before_the_one_on_one() {
    let mut place = team();
    place
        .run("add commitment \"send the numbers\" --who priya --due thu")
        .run("add commitment \"review the draft\" --who priya --side theirs --due fri")
        .run("feedback priya \"cut Tom off twice\" --sort coaching")
        .run("note \"@priya seemed tired\"")
        .run("topic priya December rota");
    place.said.clear();
    place
        .run("brief priya")
        .run("brief priya --for them --format md --output priya.md")
        .run("brief priya --for them --format md --output priya.md")
        .run("brief priya --since 2w --for them")
        .run("timeline priya --weeks 8");
    snapshot("a_brief", &place);
}

#[test]
fn the_default_place_is_needed_only_when_it_is_used() {
    let place = Place::new();
    let home = place.path("home");
    let mut command = place.command();
    command
        .env_remove("TRUSTLINE_JOURNAL")
        .env("HOME", &home)
        .arg("where");
    let out = command.output().expect("it runs");
    let shown = String::from_utf8_lossy(&out.stdout).trim().to_owned();
    assert!(shown.starts_with(&home.display().to_string()), "{shown}");
    assert!(!home.exists(), "looking made a folder");
    let mut command = place.command();
    command
        .env_remove("TRUSTLINE_JOURNAL")
        .env("HOME", &home)
        .args(["note", "hello"]);
    assert!(command.status().expect("it runs").success());
    assert!(std::path::Path::new(&shown).is_file());
}

/// Every example of a help text, with what a shell would do to it left out.
fn examples(command: &clap::Command, found: &mut Vec<String>) {
    let after = command.get_after_help().map(ToString::to_string);
    for line in after.unwrap_or_default().lines() {
        let Some(example) = line.trim().strip_prefix("trustline") else {
            continue;
        };
        let shell = [" | ", " > ", " < ", "   "];
        let ends = shell.iter().filter_map(|mark| example.find(mark));
        let end = ends.min().unwrap_or(example.len());
        found.push(example[..end].trim().to_owned());
    }
    for inner in command.get_subcommands() {
        examples(inner, found);
    }
}

#[test]
fn every_example_can_be_typed() {
    let mut found = Vec::new();
    examples(&trustline::cli::command(), &mut found);
    assert!(found.len() > 60, "{} examples", found.len());
    for example in found {
        let mut args = words(&example);
        args.insert(0, "trustline".to_owned());
        let read = trustline::cli::command().try_get_matches_from(args);
        assert!(read.is_ok(), "{example}: {read:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_output_that_is_full_is_told() {
    let place = team();
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else {
        return;
    };
    let done = place
        .command()
        .arg("list")
        .stdout(full)
        .stderr(Stdio::piped())
        .output();
    let done = done.expect("it runs");
    let err = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(5), "{err}");
    assert!(
        err.starts_with("Error: cannot write the output: no space left"),
        "{err}"
    );
}

#[cfg(unix)]
#[test]
fn the_demo_opens_in_a_place_that_is_gone_afterwards() {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::Read;
    let place = Place::new();
    let size = PtySize {
        rows: 24,
        cols: 80,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
    command.arg("demo");
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("TMPDIR", place.folder.path());
    command.env("TRUSTLINE_NOW", place.now);
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("an output");
    let mut writer = pair.master.take_writer().expect("an input");
    let (mut seen, mut some) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains("Today") {
        let read = reader.read(&mut some).expect("a screen");
        assert!(read > 0, "it ended: {}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&some[..read]);
    }
    assert_eq!(
        std::fs::read_dir(place.folder.path())
            .expect("listed")
            .count(),
        1
    );
    writer.write_all(b"q").expect("a key");
    // what is still drawn is taken, so that the program never waits for a reader
    std::thread::spawn(move || std::io::copy(&mut reader, &mut std::io::sink()));
    assert!(child.wait().expect("it ends").success());
    assert_eq!(
        std::fs::read_dir(place.folder.path())
            .expect("listed")
            .count(),
        0
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let mut place = Place::new();
    let folder = place.path("closed");
    std::fs::create_dir(&folder).expect("made");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o500)).expect("closed");
    // who may do everything (root) cannot see this fault
    if std::fs::write(folder.join("probe"), "").is_ok() {
        return;
    }
    place.run("--journal closed/j.db note hello");
    assert!(place.said.contains("= 5"), "{}", place.said);
}
