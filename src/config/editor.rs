//! The user's editor, on a file that stays where it is.

use std::path::Path;

use super::child::{Command, child};

/// The words that call it: `$VISUAL`, else `$EDITOR`, else `vi`.
pub fn words() -> Vec<String> {
    let set = ["VISUAL", "EDITOR"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.trim().is_empty()));
    let set = set.unwrap_or_else(|| "vi".to_owned());
    set.split_whitespace().map(str::to_owned).collect()
}

/// The editor on a file, at a line where it is known how that is said to it; 0: anywhere.
pub fn on(path: &Path, line: usize) -> Command {
    called(&words(), path, line)
}

fn called(words: &[String], path: &Path, line: usize) -> Command {
    let name = words.first().map_or("vi", String::as_str);
    let mut command = child(name);
    command.args(words.iter().skip(1));
    let file = Path::new(name).file_name().and_then(|name| name.to_str());
    match file {
        Some(
            "vi" | "vim" | "nvim" | "nano" | "emacs" | "emacsclient" | "micro" | "kak" | "joe"
            | "ne",
        ) if line > 0 => {
            command.arg(format!("+{line}")).arg(path);
        }
        Some("hx" | "helix") if line > 0 => {
            command.arg(format!("{}:{line}", path.display()));
        }
        _ => {
            command.arg(path);
        }
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_that_knows_lines_is_told_one() {
        let told = |words: &str, line| {
            let words: Vec<_> = words.split(' ').map(str::to_owned).collect();
            let command = called(&words, Path::new("config.toml"), line);
            let args = command
                .get_args()
                .map(|arg| arg.to_string_lossy().into_owned());
            args.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told("vim", 3), "+3 config.toml");
        assert_eq!(told("/usr/bin/nano -w", 3), "-w +3 config.toml");
        assert_eq!(told("hx", 3), "config.toml:3");
        assert_eq!(told("vim", 0), "config.toml");
        assert_eq!(told("gedit", 3), "config.toml");
    }
}
