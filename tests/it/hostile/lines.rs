//! Every verb of the command line over a hostile journal, and with hostile arguments: what it says is safe to see.

use std::ffi::OsString;
use std::path::Path;

use trustline::cli::{self, Streams, Terminals};
use trustline::domain::filter::{Ask, Filter};
use trustline::domain::view::Window;
use trustline::domain::{Kind, RecordId};
use trustline::journal::Journal;

use super::{HOSTILE, clock, hostile, journal_at, raw};

/// Runs a line of arguments in this process, as if somebody saw the output; what it said on both streams.
fn said(folder: &Path, args: &[&str]) -> String {
    let mut all = vec![OsString::from("trustline")];
    all.extend(args.iter().map(OsString::from));
    if !args.iter().any(|arg| arg.starts_with("--journal")) {
        all.push(format!("--journal={}", folder.join("journal.db").display()).into());
    }
    all.push(format!("--config={}", folder.join("config").display()).into());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let streams = Streams {
        input: &mut &b""[..],
        out: &mut out,
        err: &mut err,
        terminals: Terminals {
            input: false,
            out: true,
            err: false,
        },
        plain: true,
        width: 80,
    };
    cli::run(all, streams, clock());
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    text(out) + "\n" + &text(err)
}

fn check(folder: &Path, args: &[&str]) -> String {
    let said = said(folder, args);
    assert_eq!(raw(&said), None, "trustline {args:?} says:\n{said:?}");
    said
}

fn ids(journal: &Journal) -> Vec<(Kind, RecordId)> {
    let mut ids = Vec::new();
    for kind in Kind::ALL.iter().copied() {
        let filter = Filter::default().and(Ask::Kind(vec![kind]));
        let found = journal.entries(&filter, Window::top(100)).expect("a list");
        ids.extend(found.lines.iter().take(1).map(|line| (kind, line.id)));
    }
    let names = journal.names_starting("", 100).expect("names");
    ids.extend(
        names
            .into_iter()
            .take(3)
            .map(|(id, _)| (Kind::Relationship, id)),
    );
    ids
}

/// Every verb that reads, of everything.
const READS: &[&str] = &[
    "today",
    "review",
    "comeback",
    "list",
    "relationships",
    "relationships --archived",
    "confidences",
    "delegations",
    "plan",
    "agreement",
    "agreement list",
    "band list",
    "team",
    "backups",
    "backups --verify",
    "settings",
    "doctor",
    "where",
    "list kind:note",
    "list is:open",
    "export commitments",
    "export check-ins",
    "export calendar",
    "export figures",
    "export commitments --format taskwarrior",
    "undo",
    "redo",
    "man",
    "completions bash",
    "completions zsh",
];

/// Every verb that reads, of one relationship.
const OF_ONE: &[&str] = &[
    "show",
    "log",
    "explain",
    "timeline",
    "timeline --weeks 20",
    "ladder",
    "balance",
    "delegations",
    "confidences",
    "checkin",
    "brief",
    "brief --for them",
    "brief --for lead",
    "brief --aliases",
    "brief --for them --preview",
    "brief --format md",
    "brief --format html",
    "brief --format json",
    "brief --format text",
];

#[test]
fn every_read_of_a_hostile_journal_is_safe_to_see() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = journal_at(&folder.path().join("journal.db"));
    let ids = ids(&journal);
    let teams = journal.teams().expect("teams");
    drop(journal);
    let mut spoken = 0;
    let mut both = |line: Vec<&str>| {
        spoken += check(folder.path(), &line).len();
        let json = [line, vec!["--json"]].concat();
        spoken += check(folder.path(), &json).len();
    };
    for line in READS {
        both(line.split(' ').collect());
    }
    for team in &teams {
        both(vec!["team", &team.name]);
        both(vec!["team", &team.name, "--weeks"]);
        both(vec!["brief", "--team", &team.name, "--for", "lead"]);
    }
    let mut whos = 0;
    for (kind, id) in ids {
        let short = id.letters();
        for verb in ["show", "log"] {
            both(vec![verb, &short]);
        }
        if kind == Kind::Relationship && whos < 2 {
            whos += 1;
            for line in OF_ONE {
                let words: Vec<_> = line.split(' ').collect();
                both([vec![words[0], short.as_str()], words[1..].to_vec()].concat());
            }
        }
        if kind == Kind::Plan {
            both(vec!["plan", "show", &short]);
        }
    }
    assert!(spoken > 100_000, "only {spoken} bytes were said");
}

/// The verbs that would write a file where an argument says.
const WRITES_FILES: &[&str] = &["pictures", "package", "backup", "restore", "demo", "help"];

#[test]
fn every_verb_says_hostile_arguments_as_marks() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(journal_at(&folder.path().join("journal.db")));
    let root = cli::command();
    let mut n = 0;
    for verb in root.get_subcommands() {
        let name = verb.get_name();
        check(folder.path(), &[name, "--help"]);
        if WRITES_FILES.contains(&name) {
            continue;
        }
        for words in [1, 2] {
            n += 1;
            let hostile: Vec<String> = (0..words).map(|k| hostile(n + k)).collect();
            let mut line = vec![name];
            line.extend(hostile.iter().map(String::as_str));
            check(folder.path(), &line);
        }
        let flag = format!("--{}", HOSTILE[n % HOSTILE.len()]);
        check(folder.path(), &[name, &flag]);
        for arg in verb.get_arguments().filter_map(|arg| arg.get_long()) {
            n += 1;
            if ["output", "all", "journal", "config", "copy", "pager"].contains(&arg) {
                continue;
            }
            let set = format!("--{arg}={}", hostile(n));
            check(folder.path(), &[name, &set]);
            check(folder.path(), &[name, "priya", &set]);
        }
    }
    for text in HOSTILE {
        check(folder.path(), &[text]);
        check(folder.path(), &["list", &format!("who:{text}")]);
        check(folder.path(), &["list", &format!("due<{text}")]);
        check(folder.path(), &["list", text]);
    }
    // no verb took an argument for a place to write to: the tests stand among the sources
    let mut beside = std::fs::read_dir(".").expect("the folder of the sources");
    let written = beside.find(|one| {
        let name = one.as_ref().expect("an entry").file_name();
        name.to_string_lossy().contains("\u{301}\u{489}")
    });
    assert!(written.is_none(), "{written:?}");
}

#[test]
fn names_of_files_are_said_as_marks() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(journal_at(&folder.path().join("journal.db")));
    // what a file's name can hold: all but the slash and the zero byte
    let name = "j\u{1b}]0;x\u{7}\u{202e}\u{9b}2J.db";
    let path = folder.path().join(name);
    let shown = path.display().to_string();
    let journal = format!("--journal={shown}");
    for line in [
        vec!["today", &journal],
        vec!["where", &journal],
        vec!["where", "--json", &journal],
        vec!["import", &shown],
        vec!["restore", &shown],
    ] {
        check(folder.path(), &line);
    }
    std::fs::write(&path, "no journal at all").expect("a file");
    for line in [
        vec!["today", journal.as_str()],
        vec!["doctor", &journal],
        vec!["import", &shown],
        vec!["import", &shown, "--dry-run"],
        vec!["export", "commitments", "--output", &shown],
        vec!["brief", "a", "--output", &shown],
        vec!["restore", &shown],
    ] {
        check(folder.path(), &line);
    }
    let other = folder.path().join(format!("{name}.csv"));
    let said = check(
        folder.path(),
        &[
            "export",
            "commitments",
            "--output",
            &other.display().to_string(),
        ],
    );
    assert!(other.exists(), "{said}");
    check(
        folder.path(),
        &["import", &other.display().to_string(), "--dry-run"],
    );
    check(folder.path(), &["backup", "--json"]);
    check(folder.path(), &["backups"]);
}

#[test]
fn broken_settings_are_quoted_as_marks() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = folder.path().join("config");
    std::fs::create_dir(&config).expect("a folder");
    for file in ["config.toml", "packs.toml", "plans.toml"] {
        for text in HOSTILE {
            let quoted = text
                .replace('\\', "")
                .replace(|c: char| c.is_control(), "\\u001b");
            for written in [
                format!("\"{quoted}\" = 1\n"),
                format!("safety_contact = {text}\n"),
                format!("[[plan]]\nkind = \"{quoted}\"\n"),
                format!("version = 2\n[[pack]]\nrole = \"{quoted}\"\nquestions = []\n"),
                (*text).to_owned(),
            ] {
                std::fs::write(config.join(file), written).expect("written");
                check(folder.path(), &["settings"]);
                check(folder.path(), &["settings", "--json"]);
                check(folder.path(), &["today"]);
            }
        }
        std::fs::remove_file(config.join(file)).expect("removed");
    }
}
