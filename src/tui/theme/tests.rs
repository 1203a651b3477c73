//! Tests of the themes as they are drawn: no colour where none is wanted, and inks that can be read on their paper.

use super::*;

#[test]
fn without_colour_no_colour_is_left() {
    for name in themes::built_in_names() {
        for (role, style) in Theme::built_in(name, Depth::None).roles() {
            for colour in [style.fg, style.bg].into_iter().flatten() {
                assert_eq!(colour, Color::Reset, "{name}: {role}");
            }
        }
    }
}

#[test]
fn a_theme_has_the_roles_that_its_file_names() {
    let names: Vec<_> = Theme::plain()
        .roles()
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    let written: Vec<_> = themes::ROLES.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, written);
}

#[test]
fn the_background_is_the_terminals_own() {
    for theme in [Theme::colours(), Theme::plain()] {
        assert_eq!(theme.ground(), (None, None));
        for (role, style) in theme.roles() {
            assert_eq!(style.bg, None, "{role}");
        }
    }
}

/// The least contrast that a role has in a theme.
fn least(theme: &str, role: &str) -> f64 {
    match (theme, role) {
        // rules, frames and the grain of ranges are no words
        (_, "line" | "beneath" | "mine_range" | "theirs_range") => 3.0,
        ("high-contrast", _) => 7.0,
        _ => 4.5,
    }
}

#[test]
fn inks_can_be_read_on_their_paper() {
    for name in ["light", "dark", "high-contrast"] {
        for depth in [Depth::True, Depth::Many] {
            let theme = Theme::built_in(name, depth);
            let (ink, paper) = theme.ground();
            for (role, style) in theme.roles() {
                let of = |colour: Option<Color>| colour.and_then(rgb);
                let fg = of(style.fg).or(of(ink)).expect("an ink");
                let bg = of(style.bg).or(of(paper)).expect("a paper");
                let ratio = contrast(fg, bg);
                let least = least(name, role);
                assert!(
                    ratio >= least,
                    "{name}, {role}: {ratio:.2} on {depth:?}, {least} at least"
                );
                // how dim a terminal makes it cannot be measured
                assert!(
                    !style.add_modifier.contains(Modifier::DIM),
                    "{name}: {role}"
                );
            }
        }
    }
}

#[test]
fn what_has_a_hue_of_its_own_keeps_it_in_every_depth() {
    for name in ["light", "dark", "high-contrast"] {
        for depth in [Depth::True, Depth::Many, Depth::Sixteen] {
            // with sixteen colours a theme whose paper they cannot show is not worn
            let paper = themes::built_in(name).and_then(|sheet| sheet.look("text").bg);
            if paper.is_some_and(|paper| !depth.holds(paper)) && depth == Depth::Sixteen {
                continue;
            }
            let theme = Theme::built_in(name, depth);
            let apart = [
                ("mine, theirs", theme.mine.fg, theme.theirs.fg),
                ("good, bad", theme.good.fg, theme.bad.fg),
                ("warn, bad", theme.warn.fg, theme.bad.fg),
                ("good, warn", theme.good.fg, theme.warn.fg),
            ];
            for (both, one, other) in apart {
                assert_ne!(one, other, "{name}, {both}, {depth:?}");
            }
        }
    }
}
