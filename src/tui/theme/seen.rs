//! What a terminal can show, as far as the environment tells: colours, a light background, characters beyond ASCII.

use super::Depth;
use crate::domain::marks::Glyphs;

/// Looks up a variable of the environment; `None`: it is not set, or empty.
pub type Seen<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A variable of this process.
pub fn of_process(name: &str) -> Option<String> {
    std::env::var(name)
        .ok()
        .filter(|value| !value.trim().is_empty())
}

/// Terminals that show true colour and say so by their name alone.
const TRUE: &[&str] = &[
    "direct",
    "truecolor",
    "xterm-kitty",
    "alacritty",
    "foot",
    "wezterm",
    "xterm-ghostty",
    "contour",
];

/// Terminals without colours.
const BARE: &[&str] = &["dumb", "vt100", "vt102", "vt220", "vt52", "xterm-mono"];

/// How many colours there are, and by what that is known. `NO_COLOR` comes first, then what forces colours, then what
/// the terminal says of itself.
pub fn depth_seen(seen: Seen<'_>) -> (Depth, String) {
    let by = |name: &str| seen(name).map(|value| format!("{name}={value}"));
    if let Some(by) = by("NO_COLOR") {
        return (Depth::None, by);
    }
    let (own, why) = of_terminal(seen);
    let forced = ["FORCE_COLOR", "CLICOLOR_FORCE"]
        .iter()
        .find_map(|name| Some((*name, seen(name)?)));
    let forced = match forced {
        Some(("FORCE_COLOR", value)) => match value.as_str() {
            "0" | "false" => Some(Depth::None),
            "2" => Some(Depth::Many),
            "3" => Some(Depth::True),
            _ => Some(own.max(Depth::Sixteen)),
        },
        Some((_, value)) if value != "0" => Some(own.max(Depth::Sixteen)),
        _ => None,
    };
    let told = by("FORCE_COLOR").or_else(|| by("CLICOLOR_FORCE"));
    match (forced, told) {
        (Some(depth), Some(by)) => (depth, by),
        _ => match by("CLICOLOR") {
            Some(by) if by == "CLICOLOR=0" => (Depth::None, by),
            _ => (own, why),
        },
    }
}

fn of_terminal(seen: Seen<'_>) -> (Depth, String) {
    let term = seen("TERM").unwrap_or_default();
    let by = |name: &str, value: &str| format!("{name}={value}");
    if BARE.contains(&term.as_str()) {
        return (Depth::None, by("TERM", &term));
    }
    if let Some(many) = seen("COLORTERM").filter(|value| value == "truecolor" || value == "24bit") {
        return (Depth::True, by("COLORTERM", &many));
    }
    if TRUE.iter().any(|known| term.contains(known)) {
        return (Depth::True, by("TERM", &term));
    }
    if let Some(session) = seen("WT_SESSION") {
        return (Depth::True, by("WT_SESSION", &session));
    }
    if term.contains("256color") {
        return (Depth::Many, by("TERM", &term));
    }
    if term.is_empty() {
        return (Depth::Sixteen, "TERM is not set".to_owned());
    }
    (Depth::Sixteen, by("TERM", &term))
}

/// Whether the terminal's background is light, by `COLORFGBG` (the number of the palette behind its last `;`); `None`: it
/// does not say.
pub fn is_light(seen: Seen<'_>) -> Option<bool> {
    let said = seen("COLORFGBG")?;
    let ground: u8 = said.rsplit(';').next()?.trim().parse().ok()?;
    Some(matches!(ground, 7 | 9..=15))
}

/// Which marks can be shown, and by what that is known: ASCII where the locale names another encoding than UTF-8, and on
/// the console of Linux, whose fonts lack most of them. Where no locale is set at all, nothing speaks against Unicode.
pub fn glyphs_seen(seen: Seen<'_>) -> (Glyphs, String) {
    if let Some(term) =
        seen("TERM").filter(|term| matches!(term.as_str(), "linux" | "dumb" | "vt100" | "vt220"))
    {
        return (Glyphs::Ascii, format!("TERM={term}"));
    }
    if cfg!(windows) {
        return (Glyphs::Unicode, "this system".to_owned());
    }
    let named = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| Some((name, seen(name)?)));
    match named {
        None => (Glyphs::Unicode, "no locale says otherwise".to_owned()),
        Some((name, value)) => {
            let wide = value.to_lowercase().replace('-', "").contains("utf8");
            let glyphs = if wide { Glyphs::Unicode } else { Glyphs::Ascii };
            (glyphs, format!("{name}={value}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with<T>(pairs: &[(&str, &str)], look: impl Fn(Seen<'_>) -> T) -> T {
        look(&|name: &str| {
            let one = pairs.iter().find(|(known, _)| *known == name);
            one.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn colours_are_counted_by_the_environment() {
        let check = |pairs: &[(&str, &str)], depth, by: &str| {
            assert_eq!(with(pairs, depth_seen), (depth, by.to_owned()), "{pairs:?}");
        };
        check(&[], Depth::Sixteen, "TERM is not set");
        check(&[("TERM", "xterm")], Depth::Sixteen, "TERM=xterm");
        check(&[("TERM", "linux")], Depth::Sixteen, "TERM=linux");
        check(
            &[("TERM", "tmux-256color")],
            Depth::Many,
            "TERM=tmux-256color",
        );
        check(&[("TERM", "foot")], Depth::True, "TERM=foot");
        let both = [("TERM", "xterm-256color"), ("COLORTERM", "truecolor")];
        check(&both, Depth::True, "COLORTERM=truecolor");
        let none = [
            ("TERM", "xterm"),
            ("COLORTERM", "24bit"),
            ("NO_COLOR", "1"),
            ("FORCE_COLOR", "3"),
        ];
        check(&none, Depth::None, "NO_COLOR=1");
        check(&[("TERM", "dumb")], Depth::None, "TERM=dumb");
        check(
            &[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")],
            Depth::Sixteen,
            "CLICOLOR_FORCE=1",
        );
        check(
            &[("TERM", "xterm"), ("FORCE_COLOR", "2")],
            Depth::Many,
            "FORCE_COLOR=2",
        );
        check(
            &[("TERM", "xterm"), ("CLICOLOR", "0")],
            Depth::None,
            "CLICOLOR=0",
        );
        check(
            &[("TERM", "xterm"), ("CLICOLOR_FORCE", "0")],
            Depth::Sixteen,
            "TERM=xterm",
        );
    }

    #[test]
    fn a_light_background_is_told_by_its_number() {
        let light = |value: &str| with(&[("COLORFGBG", value)], is_light);
        assert_eq!(light("0;15"), Some(true));
        assert_eq!(light("15;0"), Some(false));
        assert_eq!(light("0;default;7"), Some(true));
        assert_eq!(light("15;8"), Some(false));
        assert_eq!(light("default;default"), None);
        assert_eq!(with(&[], is_light), None);
    }

    #[test]
    fn marks_follow_the_locale() {
        let glyphs = |pairs: &[(&str, &str)]| with(pairs, glyphs_seen).0;
        assert_eq!(glyphs(&[]), Glyphs::Unicode);
        assert_eq!(glyphs(&[("LANG", "de_DE.UTF-8")]), Glyphs::Unicode);
        assert_eq!(
            glyphs(&[("LANG", "C.utf8"), ("TERM", "linux")]),
            Glyphs::Ascii
        );
        if !cfg!(windows) {
            assert_eq!(glyphs(&[("LANG", "C")]), Glyphs::Ascii);
            assert_eq!(
                glyphs(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "POSIX")]),
                Glyphs::Ascii
            );
            assert_eq!(
                glyphs(&[("LANG", "C"), ("LC_CTYPE", "en_GB.UTF-8")]),
                Glyphs::Unicode
            );
        }
    }
}
