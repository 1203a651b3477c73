//! The verbs in groups, by what somebody wants to do: for `--help`, for the man page, for whoever listens.

use clap::Command;

/// Each group with its verbs, in the order in which somebody meets them.
const GROUPS: &[(&str, &[&str])] = &[
    (
        "Every day",
        &["today", "notice", "checkin", "review", "comeback", "drafts"],
    ),
    (
        "Writing down",
        &[
            "commit",
            "add",
            "feedback",
            "note",
            "moment",
            "topic",
            "need",
            "disclosure",
            "breach",
            "agreement",
            "delegate",
            "shortcut",
            "band",
            "meet",
            "held",
        ],
    ),
    (
        "What becomes of it",
        &[
            "keep",
            "break",
            "move",
            "release",
            "excuse",
            "agree",
            "once",
            "reopen",
            "respond",
            "answer",
            "deliver",
            "follow-up",
            "discuss",
            "drop",
            "snooze",
            "confirm",
            "check",
            "level",
            "reviewed",
            "end",
            "close",
            "plan",
        ],
    ),
    (
        "Looking",
        &[
            "list",
            "show",
            "log",
            "explain",
            "timeline",
            "ladder",
            "balance",
            "confidences",
            "delegations",
            "team",
        ],
    ),
    (
        "People",
        &[
            "relationships",
            "edit",
            "pause",
            "resume",
            "archive",
            "forget",
        ],
    ),
    ("In and out", &["brief", "import", "export"]),
    (
        "Nothing lost, nothing leaked",
        &[
            "undo",
            "redo",
            "delete",
            "backup",
            "backups",
            "restore",
            "lock",
            "unlock",
            "passphrase",
            "seal",
            "unseal",
            "doctor",
        ],
    ),
];

/// Where a verb stands that no group names.
const REST: &str = "The program";

/// The verbs of the program that are not hidden, group by group; none is left out.
pub fn of(root: &Command) -> Vec<(&'static str, Vec<&Command>)> {
    let shown = || root.get_subcommands().filter(|verb| !verb.is_hide_set());
    let named = |names: &[&str]| -> Vec<&Command> {
        let found = names
            .iter()
            .filter_map(|name| shown().find(|verb| verb.get_name() == *name));
        found.collect()
    };
    let mut groups: Vec<_> = GROUPS
        .iter()
        .map(|(head, names)| (*head, named(names)))
        .collect();
    let is_named = |verb: &&Command| {
        GROUPS
            .iter()
            .any(|(_, names)| names.contains(&verb.get_name()))
    };
    groups.push((REST, shown().filter(|verb| !is_named(verb)).collect()));
    groups
}

/// The groups as lines of at most so many columns: each verb with its sentence, wrapped beside it.
pub fn lines(root: &Command, width: usize) -> String {
    let groups = of(root);
    let names = groups
        .iter()
        .flat_map(|(_, verbs)| verbs)
        .map(|verb| verb.get_name().len());
    let edge = names.max().unwrap_or(0) + 4;
    let beside = width.saturating_sub(edge).max(24);
    let mut out = String::new();
    for (heading, verbs) in groups {
        out.extend([heading, ":\n"]);
        for verb in verbs {
            let about = verb
                .get_about()
                .map(ToString::to_string)
                .unwrap_or_default();
            let mut label = verb.get_name();
            for line in crate::tui::paint::wrap(&about, beside) {
                out += format!("  {label:<0$}{line}", edge - 2).trim_end();
                out.push('\n');
                label = "";
            }
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_a_group_is_a_verb_and_stands_in_one_group_only() {
        let root = crate::cli::command();
        let all: Vec<_> = GROUPS.iter().flat_map(|(_, names)| *names).collect();
        for name in &all {
            assert!(root.find_subcommand(name).is_some(), "{name} is no verb");
            let times = all.iter().filter(|other| other == &name).count();
            assert_eq!(times, 1, "{name} stands in {times} groups");
        }
    }

    #[test]
    fn no_verb_is_left_out_and_no_line_is_too_long() {
        let root = crate::cli::command();
        for width in [40, 80, 132] {
            let lines = lines(&root, width);
            let longest = lines.lines().map(|line| line.chars().count()).max();
            assert!(longest <= Some(width.max(44)), "{longest:?} of {width}");
            for verb in root.get_subcommands().filter(|verb| !verb.is_hide_set()) {
                let begins = format!("  {} ", verb.get_name());
                assert!(
                    lines.lines().any(|line| line.starts_with(&begins)),
                    "{begins}"
                );
            }
        }
    }
}
