//! What the terminal can do, as far as the environment tells: nothing is sent to it, and nothing asked of it.

use crate::domain::health::{Check, Part};
use crate::transfer::send::Tool;
use crate::tui::theme::Worn;

/// Looks up a variable of the environment; `None`: it is not set, or empty.
type Set<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The least size at which every page can be used.
const LEAST: (u16, u16) = (40, 12);

/// What begins the names of terminals that take a text into the clipboard (OSC 52).
const TAKING: &[&str] = &[
    "xterm-kitty",
    "alacritty",
    "foot",
    "wezterm",
    "xterm-ghostty",
    "rio",
    "contour",
];

/// What such terminals call themselves.
const TAKING_BY_NAME: &[&str] = &["WezTerm", "iTerm.app", "ghostty", "vscode", "rio", "Tabby"];

/// The checks; `size`: of the terminal, where there is one, else lines have `width` columns; `worn`: what the
/// screen wears.
pub(super) fn checks(
    set: Set<'_>,
    size: Option<(u16, u16)>,
    width: usize,
    worn: &Worn,
) -> Vec<Check> {
    vec![
        sort(set),
        room(size, width),
        look(worn),
        letters(set),
        clipboard(set, Tool::here().map(|tool| tool.name)),
    ]
}

fn check(what: &'static str, found: impl Into<String>) -> Check {
    Check::new(Part::Terminal, what, found)
}

fn sort(set: Set<'_>) -> Check {
    const MEND: &str =
        "set TERM to what the terminal is, xterm-256color for most; the command line works without";
    match set("TERM").as_deref() {
        None => check("terminal", "TERM is not set: the screen cannot be drawn").note(MEND),
        Some("dumb") => check("terminal", "dumb: the screen cannot be drawn").note(MEND),
        Some(name) => {
            let within = [
                ("TMUX", ", in tmux"),
                ("STY", ", in screen"),
                ("SSH_CONNECTION", ", over ssh"),
            ];
            let within = within.iter().filter(|(name, _)| set(name).is_some());
            let within: String = within.map(|(_, says)| *says).collect();
            check("terminal", format!("{name}{within}"))
        }
    }
}

fn room(size: Option<(u16, u16)>, width: usize) -> Check {
    let Some((columns, lines)) = size else {
        return check(
            "size",
            format!("the output is no terminal: lines of {width} columns"),
        );
    };
    let found = check("size", format!("{columns}\u{d7}{lines}"));
    if columns >= LEAST.0 && lines >= LEAST.1 {
        return found;
    }
    found.note(format!(
        "make it {}\u{d7}{} or larger: less shows only a part of each page",
        LEAST.0, LEAST.1
    ))
}

/// What the screen wears, in one line: the theme, the colours and the marks, each with its reason.
fn look(worn: &Worn) -> Check {
    let found = check("look", worn.says());
    match worn.faults.as_slice() {
        [] => found,
        faults => found.note(faults.join("; ")),
    }
}

fn letters(set: Set<'_>) -> Check {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| Some((name, set(name)?)));
    match named {
        _ if cfg!(windows) => check("letters", "UTF-8"),
        Some((name, value)) if value.to_lowercase().replace('-', "").contains("utf8") => {
            check("letters", format!("UTF-8, by {name}={value}"))
        }
        named => {
            let by = named.map_or_else(
                || "no locale is set".to_owned(),
                |(name, value)| format!("{name}={value}"),
            );
            check("letters", format!("perhaps not UTF-8: {by}")).note(
                "where letters or lines come out garbled, set LANG to one that ends in UTF-8, such as C.UTF-8",
            )
        }
    }
}

fn clipboard(set: Set<'_>, tool: Option<&str>) -> Check {
    let term = set("TERM").unwrap_or_default();
    let name = set("TERM_PROGRAM").unwrap_or_default();
    let takes = TAKING.iter().any(|known| term.starts_with(known))
        || TAKING_BY_NAME.contains(&name.as_str())
        || set("WT_SESSION").is_some()
        || set("KITTY_WINDOW_ID").is_some();
    let inside = set("TMUX").is_some();
    match (tool, takes || inside) {
        (Some(tool), _) => check(
            "clipboard",
            format!("by {tool}, and the terminal is asked, too"),
        ),
        (None, true) if inside => check(
            "clipboard",
            "by the terminal, where tmux hands it on (set -s set-clipboard on)",
        ),
        (None, true) => check("clipboard", "by the terminal (OSC 52)"),
        (None, false) => check(
            "clipboard",
            "by the terminal, if it takes a text; that is not known",
        )
        .note("where copying does nothing, install wl-copy, xclip or xsel"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::health::State;

    /// What a check finds in an environment.
    fn found(look: impl Fn(Set<'_>) -> Check, pairs: &[(&str, &str)]) -> (String, State) {
        let set = |name: &str| {
            let one = pairs.iter().find(|(known, _)| *known == name);
            one.map(|(_, value)| (*value).to_owned())
        };
        let check = look(&set);
        (check.found, check.state)
    }

    #[test]
    fn the_terminal_is_named_with_what_lies_between() {
        let check = |pairs: &[(&str, &str)], expect: &str, state| {
            assert_eq!(found(sort, pairs), (expect.to_owned(), state), "{pairs:?}");
        };
        check(&[("TERM", "xterm-256color")], "xterm-256color", State::Well);
        let both = [
            ("TERM", "tmux-256color"),
            ("TMUX", "/tmp/x"),
            ("SSH_CONNECTION", "1 2"),
        ];
        check(&both, "tmux-256color, in tmux, over ssh", State::Well);
        check(
            &[],
            "TERM is not set: the screen cannot be drawn",
            State::Note,
        );
        check(
            &[("TERM", "dumb")],
            "dumb: the screen cannot be drawn",
            State::Note,
        );
    }

    #[test]
    fn letters_and_size_are_told() {
        let check =
            |pairs: &[(&str, &str)], state| assert_eq!(found(letters, pairs).1, state, "{pairs:?}");
        if !cfg!(windows) {
            check(&[("LANG", "de_DE.UTF-8")], State::Well);
            check(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")], State::Note);
            check(&[("LC_CTYPE", "C.utf8")], State::Well);
            check(&[], State::Note);
        }
        assert_eq!(room(Some((80, 24)), 80).state, State::Well);
        assert_eq!(room(Some((39, 24)), 80).state, State::Note);
        assert_eq!(
            room(None, 72).found,
            "the output is no terminal: lines of 72 columns"
        );
    }

    #[test]
    fn the_clipboard_is_told_by_what_is_there() {
        let check = |pairs: &[(&str, &str)], tool, expect: &str, state| {
            let (says, is) = found(|set| clipboard(set, tool), pairs);
            assert!(says.contains(expect) && is == state, "{pairs:?}: {says}");
        };
        check(&[("TERM", "xterm")], Some("xclip"), "by xclip", State::Well);
        check(
            &[("TERM", "xterm-kitty")],
            None,
            "by the terminal",
            State::Well,
        );
        check(&[("WT_SESSION", "x")], None, "by the terminal", State::Well);
        check(
            &[("TERM", "tmux"), ("TMUX", "x")],
            None,
            "tmux hands it on",
            State::Well,
        );
        check(&[("TERM", "linux")], None, "not known", State::Note);
    }
}
