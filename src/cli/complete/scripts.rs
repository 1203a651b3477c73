//! The scripts: what clap writes for each shell, and beside it the places where the journal's own words stand.

use std::fmt::Write;

use clap::{Arg, Command};
use clap_complete::Shell;

/// The verb that scripts ask.
pub const COMMAND: &str = "words";

/// The completions of a shell.
pub fn script(shell: Shell) -> String {
    let mut root = crate::cli::command();
    // into memory first: the generator panics where a pipe closes
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut root, "trustline", &mut bytes);
    let made = String::from_utf8_lossy(&bytes).into_owned();
    match shell {
        Shell::Bash => bash(&made, &root),
        Shell::Zsh => zsh(&made),
        Shell::Fish => fish(&made, &root),
        _ => made,
    }
}

/// Which words of the journal an argument takes.
fn kind(arg: &Arg) -> Option<&'static str> {
    let named = |name: &str| {
        arg.get_value_names()
            .is_some_and(|names| names.iter().any(|n| n.as_str() == name))
    };
    match arg.get_id().as_str() {
        "who" => Some("who"),
        "which" if named("ID|WORDS") => Some(of_record(&arg.get_help().map(ToString::to_string)?)),
        "words" if named("PAGE|VERB") => Some("page"),
        "key" if arg.is_positional() => Some("key"),
        _ if named("WHO") => Some("who"),
        _ if named("ID") => Some("id"),
        _ => None,
    }
}

/// Where any record may be named, so may a relationship.
fn of_record(help: &str) -> &'static str {
    let any = help.contains("any record") || help.contains("relationship");
    if any { "any" } else { "id" }
}

/// The verbs whose first word is of a kind, kind by kind.
fn verbs_by_kind(root: &Command) -> Vec<(&'static str, Vec<&str>)> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for verb in root.get_subcommands().filter(|verb| !verb.is_hide_set()) {
        let Some(kind) = verb.get_positionals().next().and_then(kind) else {
            continue;
        };
        match found.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, verbs)) => verbs.push(verb.get_name()),
            None => found.push((kind, vec![verb.get_name()])),
        }
    }
    found
}

/// The flags that take a word of a kind, kind by kind.
fn flags_by_kind(root: &Command) -> Vec<(&'static str, Vec<String>)> {
    let mut found: Vec<(&str, Vec<String>)> = Vec::new();
    let args = root.get_subcommands().flat_map(Command::get_arguments);
    for (kind, long) in args.filter_map(|arg| Some((kind(arg)?, arg.get_long()?))) {
        let long = format!("--{long}");
        match found.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, flags)) if flags.contains(&long) => {}
            Some((_, flags)) => flags.push(long),
            None => found.push((kind, vec![long])),
        }
    }
    found
}

fn bash(made: &str, root: &Command) -> String {
    let cases = |each: Vec<(&'static str, String)>| -> String {
        let case = |(kind, words): &(&str, String)| format!("        {words}) kind={kind} ;;\n");
        each.iter().map(case).collect()
    };
    let flags = cases(
        flags_by_kind(root)
            .into_iter()
            .map(|(kind, flags)| (kind, flags.join("|")))
            .collect(),
    );
    let verbs = cases(
        verbs_by_kind(root)
            .into_iter()
            .map(|(kind, verbs)| (kind, verbs.join("|")))
            .collect(),
    );
    let own = BASH
        .replace("        FLAGS\n", &flags)
        .replace("        VERBS\n", &verbs);
    made.replace(
        "complete -F _trustline ",
        "complete -F _trustline_or_words ",
    ) + &own
}

/// Words of the journal where they fit, else what clap knows. A name may hold spaces, so it is quoted.
const BASH: &str = r#"
_trustline_or_words() {
    local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}"
    local verb="" kind="" word n typed
    local -a where=()
    for ((n = 1; n < COMP_CWORD; n++)); do
        word="${COMP_WORDS[n]}"
        case "$word" in
        --journal|--config|--profile) where+=("$word" "${COMP_WORDS[n+1]}"); n=$((n + 1)) ;;
        --as-of|--passphrase-fd) n=$((n + 1)) ;;
        -*) ;;
        *) verb="$word"; break ;;
        esac
    done
    case "$prev" in
        FLAGS
    esac
    if [[ -z $kind && -n $verb && $n -eq $((COMP_CWORD - 1)) && $cur != -* ]]; then
        case "$verb" in
        VERBS
        esac
    fi
    if [[ -n $kind ]]; then
        COMPREPLY=()
        typed="${cur//\\/}"
        typed="${typed#[\"\']}"
        while IFS=$'\t' read -r word _; do
            [[ "${word,,}" == "${typed,,}"* ]] && COMPREPLY+=("$(printf '%q' "$word")")
        done < <(trustline words "$kind" "${where[@]}" 2>/dev/null </dev/null)
        [[ ${#COMPREPLY[@]} -gt 0 ]] && return 0
    fi
    _trustline "$@"
}
"#;

/// Where clap leaves a word open, and the name of its value says which one is meant.
fn zsh(made: &str) -> String {
    let mut script = String::new();
    for line in made.lines() {
        let open = line.contains(":_default'");
        let kind = if line.contains("who -- ") || line.contains(":WHO:") {
            Some("who")
        } else if line.contains("which -- ") {
            Some(of_record(line))
        } else if line.contains(":ID:") {
            Some("id")
        } else if line.contains("words -- a page") {
            Some("page")
        } else {
            None
        };
        if line.starts_with("if [ \"$funcstack[1]\"") {
            script.push_str(ZSH);
        }
        match kind.filter(|_| open) {
            Some(kind) => {
                script.push_str(&line.replace(":_default'", &format!(":_trustline_words_{kind}'")));
            }
            None => script.push_str(line),
        }
        script.push('\n');
    }
    script
}

/// The words of the journal, each with what it is.
const ZSH: &str = r#"_trustline_words() {
    local -a found
    local line
    for line in "${(@f)$(trustline words $1 2>/dev/null </dev/null)}"; do
        [[ -n $line ]] && found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done
    _describe -t words "$2" found -M 'm:{[:lower:]}={[:upper:]}'
}
_trustline_words_who() { _trustline_words who 'relationship' }
_trustline_words_any() { _trustline_words any 'relationship or what waits' }
_trustline_words_id() { _trustline_words id 'what waits' }
_trustline_words_page() { _trustline_words page 'page of help' }

"#;

fn fish(made: &str, root: &Command) -> String {
    let mut script = made.to_owned();
    script.push_str("\n# words of the journal itself\n");
    for (kind, verbs) in verbs_by_kind(root) {
        for verb in verbs {
            let _ = writeln!(
                script,
                "complete -c trustline -n \"__fish_trustline_using_subcommand {verb}\" -f -a \"(trustline words {kind} 2>/dev/null </dev/null)\""
            );
        }
    }
    for (kind, flags) in flags_by_kind(root) {
        for flag in flags {
            let long = flag.trim_start_matches('-');
            let _ = writeln!(
                script,
                "complete -c trustline -l {long} -x -a \"(trustline words {kind} 2>/dev/null </dev/null)\""
            );
        }
    }
    script
}
