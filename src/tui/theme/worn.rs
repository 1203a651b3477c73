//! The theme that is worn: chosen by the settings, held to what the terminal can show, and why.
//!
//! Decided: without colours `mono` is worn, unless the chosen theme names none itself. With sixteen colours a theme
//! whose paper they cannot show gives way to `terminal`: half a theme on a background that nobody knows cannot be read.
//! `auto` follows `COLORFGBG` to `light` or `dark`, and is `terminal` where that does not say. The terminal's own palette is
//! its owner's choice: `terminal` never looks at its background.

use std::path::Path;

use super::{Depth, Seen, Theme, depth_seen, glyphs_seen, is_light};
use crate::assets::themes::{self, AUTO, Found, USUAL};
use crate::config::settings::look as settings;
use crate::domain::marks::Glyphs;

/// The theme that is worn, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worn {
    /// The theme.
    pub theme: Theme,
    /// Its name.
    pub name: String,
    /// Why this one.
    pub why: String,
    /// The colours, and why so many.
    pub depth: (Depth, String),
    /// Why these marks.
    pub why_glyphs: String,
    /// What is wrong with the theme that was chosen, a sentence each.
    pub faults: Vec<String>,
}

impl Worn {
    /// In one line: theme, colours and marks, each with its reason.
    pub fn says(&self) -> String {
        format!(
            "theme {} ({}); {} ({}); {} marks ({})",
            self.name,
            self.why,
            self.depth.0.says(),
            self.depth.1,
            self.theme.glyphs.word(),
            self.why_glyphs
        )
    }
}

/// What is worn in a place with these settings, on a terminal with this environment. `NO_COLOR` wins over the settings.
pub fn worn(folder: Option<&Path>, look: &settings::Look, seen: Seen<'_>) -> Worn {
    let set = |what: &str| format!("look.{what} in the settings");
    let depth = match look.colour {
        settings::Depth::Auto => None,
        settings::Depth::None => Some(Depth::None),
        settings::Depth::Sixteen => Some(Depth::Sixteen),
        settings::Depth::Many => Some(Depth::Many),
        settings::Depth::Full => Some(Depth::True),
    };
    let depth = match depth.filter(|_| seen("NO_COLOR").is_none()) {
        Some(depth) => (depth, set("colour")),
        None => depth_seen(seen),
    };
    let (glyphs, why_glyphs) = glyphs(look.glyphs, seen);
    let (name, why) = match look.theme.as_str() {
        USUAL => (USUAL, "the usual one".to_owned()),
        AUTO => by_ground(seen),
        name => (name, set("theme")),
    };
    let (found, mut faults) = match themes::theme(folder, name) {
        Ok(found) => (Some(found), Vec::new()),
        Err(says) => (None, vec![format!("look.theme: {says}; {USUAL} is worn")]),
    };
    faults.extend(found.iter().flat_map(|found| found.faults.iter().cloned()));
    let (theme, name, why) = held(found, why, depth.0);
    Worn {
        theme: theme.with_glyphs(glyphs),
        name,
        why,
        depth,
        why_glyphs,
        faults,
    }
}

/// The set of marks that is drawn, and why.
pub fn glyphs(set: settings::Glyphs, seen: Seen<'_>) -> (Glyphs, String) {
    let by = || "look.glyphs in the settings".to_owned();
    match set {
        settings::Glyphs::Auto => glyphs_seen(seen),
        settings::Glyphs::Unicode => (Glyphs::Unicode, by()),
        settings::Glyphs::Ascii => (Glyphs::Ascii, by()),
    }
}

fn by_ground(seen: Seen<'_>) -> (&'static str, String) {
    let said = || {
        format!(
            "auto, by COLORFGBG={}",
            seen("COLORFGBG").unwrap_or_default()
        )
    };
    match is_light(seen) {
        Some(true) => ("light", said()),
        Some(false) => ("dark", said()),
        None => (USUAL, "auto, and COLORFGBG does not say more".to_owned()),
    }
}

/// A theme held to so many colours, its name, and why this one.
fn held(found: Option<Found>, why: String, depth: Depth) -> (Theme, String, String) {
    let Some(Found { sheet, .. }) = found else {
        let why = "the one that is set is not there".to_owned();
        let name = if depth == Depth::None { "mono" } else { USUAL };
        return (Theme::built_in(name, depth), name.to_owned(), why);
    };
    if depth == Depth::None && sheet.is_coloured() {
        let why = format!("{} without colours", sheet.name);
        return (Theme::built_in("mono", depth), "mono".to_owned(), why);
    }
    let paper = sheet.look("text").bg;
    if paper.is_some_and(|paper| !depth.holds(paper)) && depth == Depth::Sixteen {
        let why = format!("16 colours cannot show the paper of {}", sheet.name);
        return (Theme::built_in(USUAL, depth), USUAL.to_owned(), why);
    }
    (Theme::of(&sheet, depth), sheet.name, why)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)], look: &settings::Look) -> Worn {
        worn(None, look, &|name: &str| {
            let one = pairs.iter().find(|(known, _)| *known == name);
            one.map(|(_, value)| (*value).to_owned())
        })
    }

    fn themed(theme: &str) -> settings::Look {
        settings::Look {
            theme: theme.to_owned(),
            ..settings::Look::default()
        }
    }

    #[test]
    fn a_theme_is_held_to_what_the_terminal_shows() {
        let check = |pairs: &[(&str, &str)], theme: &str, name: &str, why: &str| {
            let worn = with(pairs, &themed(theme));
            assert_eq!(
                (worn.name.as_str(), worn.why.as_str()),
                (name, why),
                "{pairs:?}"
            );
            assert_eq!(worn.faults, [""; 0]);
            worn.theme
        };
        let many = ("TERM", "xterm-256color");
        let set = "look.theme in the settings";
        assert_eq!(
            check(&[many], "terminal", "terminal", "the usual one"),
            Theme::colours()
        );
        check(&[many], "dark", "dark", set);
        check(
            &[("TERM", "xterm")],
            "dark",
            "terminal",
            "16 colours cannot show the paper of dark",
        );
        check(&[("TERM", "xterm")], "high-contrast", "high-contrast", set);
        check(
            &[many, ("COLORFGBG", "0;15")],
            AUTO,
            "light",
            "auto, by COLORFGBG=0;15",
        );
        check(
            &[many, ("COLORFGBG", "15;0")],
            AUTO,
            "dark",
            "auto, by COLORFGBG=15;0",
        );
        check(
            &[many],
            AUTO,
            "terminal",
            "auto, and COLORFGBG does not say more",
        );
        check(
            &[many, ("COLORFGBG", "0;15")],
            "terminal",
            "terminal",
            "the usual one",
        );
        let bare = check(
            &[("NO_COLOR", "1")],
            "terminal",
            "mono",
            "terminal without colours",
        );
        assert_eq!(bare, Theme::plain());
        check(&[("NO_COLOR", "1")], "mono", "mono", set);
    }

    #[test]
    fn a_theme_that_is_not_there_is_told_and_the_usual_one_is_worn() {
        let worn = with(&[], &themed("drak"));
        assert_eq!(worn.theme, Theme::built_in(USUAL, Depth::Sixteen));
        assert_eq!(
            worn.faults,
            [
                "look.theme: there is no theme \u{201c}drak\u{201d}; did you mean dark?; terminal is worn"
            ]
        );
    }

    #[test]
    fn the_settings_come_before_the_environment_and_say_so() {
        let look = settings::Look {
            colour: settings::Depth::Many,
            glyphs: settings::Glyphs::Ascii,
            ..settings::Look::default()
        };
        let worn = with(&[("LANG", "C.UTF-8")], &look);
        assert_eq!(
            worn.says(),
            "theme terminal (the usual one); 256 colours (look.colour in the settings); ascii marks (look.glyphs in the settings)"
        );
        let worn = with(&[("NO_COLOR", "1")], &look);
        assert_eq!(worn.depth, (Depth::None, "NO_COLOR=1".to_owned()));
    }
}
