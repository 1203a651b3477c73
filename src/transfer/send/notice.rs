//! A notice on its way: by the terminal (OSC 9, OSC 777, the bell), or by a command of the user's.
//!
//! The command is words, not a line of a shell: what comes from the journal is one argument of it, whatever is in it. A shell
//! that is asked for (`sh -c '…' sh {title} {body}`) gets it as `$1` and `$2`; within what a shell reads it is refused.

use std::process::{Child, Stdio};

use crate::config::child::child;
use crate::config::settings::notice::By;
use crate::domain::notice::Notice;
use crate::domain::text;
use crate::error::{Error, Result};

/// The longest body in letters: more is cut by whoever shows it.
const MOST: usize = 200;

/// Programs that read one of their arguments as a command.
const SHELLS: [&str; 10] = [
    "sh", "bash", "dash", "zsh", "ksh", "fish", "ash", "busybox", "csh", "tcsh",
];

/// What stands between the program and the terminal it writes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Through {
    /// Nothing.
    Nothing,
    /// tmux, which hands on what is wrapped for it (`allow-passthrough`).
    Tmux,
    /// GNU screen.
    Screen,
}

impl Through {
    /// As the environment tells.
    pub fn here() -> Self {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match (set("TMUX"), set("STY")) {
            (true, _) => Self::Tmux,
            (false, true) => Self::Screen,
            (false, false) => Self::Nothing,
        }
    }
}

/// What a terminal is sent for a notice; `None`: it is not the terminal that tells it.
pub fn sequence(by: By, notice: &Notice, through: Through) -> Option<String> {
    let (title, body) = (safe(&notice.title), safe(&notice.body));
    let plain = match by {
        By::Osc9 => format!("\u{1b}]9;{title} \u{2013} {body}\u{7}"),
        // a semicolon would end the title
        By::Osc777 => format!("\u{1b}]777;notify;{};{body}\u{7}", title.replace(';', ",")),
        // tmux and screen have a bell of their own
        By::Bell => return Some("\u{7}".to_owned()),
        By::None | By::Command => return None,
    };
    Some(match through {
        Through::Nothing => plain,
        Through::Tmux => {
            let wrapped = plain.replace('\u{1b}', "\u{1b}\u{1b}");
            format!("\u{1b}Ptmux;{wrapped}\u{1b}\\")
        }
        Through::Screen => format!("\u{1b}P{plain}\u{1b}\\"),
    })
}

/// A command of the user's, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    words: Vec<String>,
}

impl Sender {
    /// Reads a command as it is written: words, with quotes and backslashes as a shell has them, and nothing else of a shell.
    ///
    /// # Errors
    /// `Refused` when it is none, or would have a shell read words of the journal.
    pub fn of(command: &str) -> Result<Self> {
        let hint = "write it under [notice], such as command = \"notify-send {title} {body}\"";
        let words = words(command).ok_or_else(|| {
            Error::refused("a quote in the command of notices has no end").hint(hint)
        })?;
        let Some(first) = words.first() else {
            return Err(Error::refused("there is no command for notices").hint(hint));
        };
        let name = first.rsplit(['/', '\\']).next().unwrap_or_default();
        let is_shell = SHELLS.contains(&name);
        let inside = |word: &String| word.len() > "{title}".len() && has_place(word);
        let script = words.iter().skip_while(|word| !is_script_flag(word)).nth(1);
        if is_shell && (words.iter().any(inside) || script.is_some_and(|word| has_place(word))) {
            let says =
                "the command of notices would have a shell read words of your journal as commands";
            let way = "give them as arguments: sh -c 'notify-send \"$1\" \"$2\"' sh {title} {body}";
            return Err(Error::refused(says).hint(way));
        }
        Ok(Self { words })
    }

    /// The words that are run for a notice.
    pub fn filled(&self, notice: &Notice) -> Vec<String> {
        let (title, body) = (safe(&notice.title), safe(&notice.body));
        // one pass: what stands in a body is not looked at for places
        let fill = |word: &String| {
            let mut filled = String::new();
            let mut rest = word.as_str();
            while let Some(at) = rest.find('{') {
                let (before, place) = rest.split_at(at);
                filled.push_str(before);
                let (put, after) = if let Some(after) = place.strip_prefix("{title}") {
                    (title.as_str(), after)
                } else if let Some(after) = place.strip_prefix("{body}") {
                    (body.as_str(), after)
                } else {
                    place.split_at(1)
                };
                filled.push_str(put);
                rest = after;
            }
            filled + rest
        };
        self.words.iter().map(fill).collect()
    }

    /// Tells a notice, and waits for the command's end.
    ///
    /// # Errors
    /// `Refused` when it cannot be started or ends with a failure.
    pub fn tell(&self, notice: &Notice) -> Result<()> {
        let mut begun = self.start(notice)?;
        if begun.wait()?.success() {
            return Ok(());
        }
        let says = format!(
            "the command of notices, {}, ended with a failure",
            self.name()
        );
        Err(Error::refused(says).hint("try it by hand; the notice comes again at the next time"))
    }

    /// Tells a notice without waiting: a screen must not stand still because of it.
    ///
    /// # Errors
    /// `Refused` when it cannot be started.
    pub fn tell_aside(&self, notice: &Notice) -> Result<()> {
        let mut begun = self.start(notice)?;
        std::thread::spawn(move || begun.wait());
        Ok(())
    }

    fn start(&self, notice: &Notice) -> Result<Child> {
        let filled = self.filled(notice);
        let (program, arguments) = filled
            .split_first()
            .ok_or_else(|| Error::refused("there is no command for notices"))?;
        child(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|source| {
                let says = format!("cannot start the command of notices, {}", self.name());
                Error::refused(says)
                    .hint("look at command under [notice]: trustline settings says where that lies")
                    .because(source)
            })
    }

    fn name(&self) -> String {
        let name = self.words.first().map_or("", String::as_str);
        format!("\u{201c}{}\u{201d}", text::line(name))
    }
}

/// A text of one line that can do nothing to whoever shows it, and has no end that is too far.
fn safe(words: &str) -> String {
    let line = text::line(words);
    let short: String = line.chars().take(MOST).collect();
    if short.len() < line.len() {
        return format!("{short}\u{2026}");
    }
    short
}

fn has_place(word: &str) -> bool {
    word.contains("{title}") || word.contains("{body}")
}

/// `-c`, `-lc`: what comes after it is read as a command.
fn is_script_flag(word: &str) -> bool {
    word.starts_with('-') && !word.starts_with("--") && word.ends_with('c')
}

/// The words of a command; `None`: a quote has no end.
fn words(command: &str) -> Option<Vec<String>> {
    let (mut words, mut word) = (Vec::new(), None::<String>);
    let mut letters = command.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' | '"' => {
                let word = word.get_or_insert_default();
                loop {
                    match letters.next()? {
                        end if end == letter => break,
                        '\\' if letter == '"' => word.push(letters.next()?),
                        other => word.push(other),
                    }
                }
            }
            '\\' => word.get_or_insert_default().push(letters.next()?),
            space if space.is_whitespace() => words.extend(word.take()),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str =
        "Rob'); rm -rf ~ \"$(reboot)\" `id` {title} ;\u{1b}]0;x\u{7}\n&& -x \u{202e}gnp";

    fn notice(body: &str) -> Notice {
        Notice {
            title: "trustline: due at 12:00; now".to_owned(),
            body: body.to_owned(),
            nudge: false,
        }
    }

    fn filled(command: &str, body: &str) -> Vec<String> {
        Sender::of(command).expect(command).filled(&notice(body))
    }

    #[test]
    fn what_comes_from_the_journal_is_one_argument_whatever_is_in_it() {
        let title = "trustline: due at 12:00; now";
        assert_eq!(
            filled("notify-send {title} {body}", "a b"),
            ["notify-send", title, "a b"]
        );
        assert_eq!(filled("say '{body}'", "a"), ["say", "a"]);
        assert_eq!(
            filled("say \"it's {body}\" \\{x", "a"),
            ["say", "it's a", "{x"]
        );
        assert_eq!(filled("say ''", "a"), ["say", ""]);
        let words = filled("notify-send -u low {title} --text={body}", HOSTILE);
        assert_eq!(words.len(), 5);
        assert!(
            words[4].starts_with("--text=Rob'); rm -rf ~ \"$(reboot)\" `id` {title} ;"),
            "{words:?}"
        );
        assert!(!words.iter().any(|word| word.chars().any(text::is_hostile)));
        let words = filled("sh -c 'notify-send \"$1\"' sh {body}", HOSTILE);
        assert_eq!(words.len(), 5);
    }

    #[cfg(unix)]
    #[test]
    fn a_command_gets_the_words_as_they_are_and_its_failure_is_known() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("a file");
        let command = format!(
            "sh -c 'printf %s \"$1\" > \"$0\"' '{}' {{body}}",
            out.display()
        );
        let plain = "Rob'); touch x \"$(id)\" {title}";
        Sender::of(&command)
            .expect("sound")
            .tell(&notice(plain))
            .expect("told");
        assert_eq!(std::fs::read_to_string(&out).expect("written"), plain);
        assert!(
            Sender::of("false")
                .expect("sound")
                .tell(&notice("a"))
                .is_err()
        );
        let missing = Sender::of("/nowhere/at-all {body}")
            .expect("sound")
            .tell(&notice("a"));
        assert!(
            missing
                .expect_err("not there")
                .says()
                .contains("/nowhere/at-all")
        );
    }

    #[test]
    fn a_shell_never_reads_words_of_the_journal() {
        for command in [
            "sh -c 'notify-send {title} {body}'",
            "sh -c {body}",
            "/bin/bash -lc \"echo {body}\"",
            "zsh -c 'x' y '--a={body}'",
        ] {
            assert!(Sender::of(command).is_err(), "{command}");
        }
        assert!(Sender::of("sh -c 'echo \"$1\"' sh {body}").is_ok());
        for none in ["", "  ", "say 'x", "say \\"] {
            assert!(Sender::of(none).is_err(), "{none}");
        }
    }

    #[test]
    fn a_terminal_gets_one_sequence_and_nothing_that_ends_it() {
        let check = |by, through, expect: &str| {
            let told = sequence(by, &notice("To Tom: x\u{7}\u{1b}\\y"), through);
            assert_eq!(told.as_deref(), Some(expect));
        };
        let told = sequence(By::Osc9, &notice(HOSTILE), Through::Nothing).expect("told");
        assert_eq!(told.matches('\u{1b}').count(), 1, "{told:?}");
        assert_eq!(told.matches('\u{7}').count(), 1, "{told:?}");
        assert!(told.starts_with("\u{1b}]9;trustline: due") && told.ends_with('\u{7}'));
        let told = sequence(By::Osc777, &notice("To Tom"), Through::Nothing);
        assert_eq!(
            told.as_deref(),
            Some("\u{1b}]777;notify;trustline: due at 12:00, now;To Tom\u{7}")
        );
        check(By::Bell, Through::Tmux, "\u{7}");
        let told = sequence(By::Osc9, &notice("a"), Through::Tmux).expect("told");
        assert!(told.starts_with("\u{1b}Ptmux;\u{1b}\u{1b}]9;") && told.ends_with("\u{7}\u{1b}\\"));
        assert_eq!(sequence(By::None, &notice("a"), Through::Nothing), None);
        assert_eq!(sequence(By::Command, &notice("a"), Through::Nothing), None);
    }
}
