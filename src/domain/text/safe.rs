//! What becomes of a text before it reaches a terminal: which characters are shown as marks, and which stay because
//! names and sentences need them.
//!
//! # What is decided, and why
//! | characters | shown |
//! |---|---|
//! | controls (Cc), line and paragraph separators, format characters (Cf) that reorder, hide or do nothing that can be seen; every other character that Unicode lets a program ignore (Hangul fillers, tags, soft hyphen, \u{34f}) | a mark |
//! | the number signs of Arabic, Syriac and Kaithi (Cf as well) | as they are: they can be seen |
//! | joiners (\u{200c}, \u{200d}) | stay between characters that they join: parts of an emoji, letters beyond Latin, Greek and Cyrillic (Persian and Indic names cannot be written without). Elsewhere a mark, and from the fifth part of one emoji on: a terminal that draws the parts one by one would run out of its column |
//! | variation selectors | stay after one character that can vary: a sign, an emoji, a digit that becomes a keycap; those of ideographs (Japanese names) after an ideograph. Elsewhere a mark: they could hide a message |
//! | combining marks, inner letters of Hangul | at most eight on a letter, the others are left out; without a letter beneath them a mark, so that they do not settle on what stands to the left |
//! | letters of scripts that run from right to left | in the order in which they are read. No isolates are put around them: most terminals do not reorder and would show such a character as a box or not at all. Those that do (mlterm, Konsole, some of VTE) turn such a name round in its own columns, because words of the program, from left to right, stand between any two of them |
//! | the blank of Braille, spaces of every width | as they are: they take room and move nothing |

use std::borrow::Cow;

use super::piled::is_piled;

/// The mark of what has no picture of its own.
const MARK: char = '\u{fffd}';

/// How many characters may stand on one.
const PILE: usize = 8;

/// How many joiners one emoji may have: a family of four, or two people and a kiss, have three.
const JOINS: usize = 3;

/// Whether a character could move the cursor, colour the screen, hide or reorder what stands beside it.
///
/// Joiners, variation selectors and combining marks are not in this list: what they do depends on their neighbours,
/// and [`line()`] and [`lines`] look at those.
pub fn is_hostile(c: char) -> bool {
    let invisible = matches!(c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}');
    c.is_control() || invisible
}

/// One line, safe to show: every hostile character becomes a mark; line ends and tabs become spaces. What depends on
/// its neighbours (joiners, marks on a letter, variation selectors) stays where it has something to do.
pub fn line(text: &str) -> Cow<'_, str> {
    clean(text, |c| match c {
        '\n' | '\r' | '\t' => Some(' '),
        c => is_hostile(c).then(|| mark(c)),
    })
}

/// Several lines, safe to show: as [`line()`], but line ends stay and a tab becomes a space.
pub fn lines(text: &str) -> Cow<'_, str> {
    clean(text, |c| match c {
        '\n' => None,
        '\t' => Some(' '),
        c => is_hostile(c).then(|| mark(c)),
    })
}

/// What is typed or pasted, as a field holds it: as [`lines`] (or [`line()`], where `ends` is false) for every character
/// alone. What depends on its neighbours stays: they may not be typed yet.
pub fn typed(text: &str, ends: bool) -> Cow<'_, str> {
    let replaced = |c: char| match c {
        '\n' if ends => None,
        '\n' | '\r' if !ends => Some(' '),
        '\t' => Some(' '),
        c => is_hostile(c).then(|| mark(c)),
    };
    if text.chars().all(|c| replaced(c).is_none()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| replaced(c).unwrap_or(c)).collect())
}

/// The mark that stands for a hostile character: the control pictures where there is one, else `\u{fffd}`.
fn mark(c: char) -> char {
    match u32::from(c) {
        n @ 0..=0x1f => char::from_u32(0x2400 + n).unwrap_or(MARK),
        0x7f => '\u{2421}',
        _ => MARK,
    }
}

fn clean(text: &str, replace: impl Fn(char) -> Option<char>) -> Cow<'_, str> {
    let plain = |c: char| matches!(c, ' '..='~');
    if text.chars().all(plain) || cleaned(text, &replace).all(|(c, shown)| shown == Some(c)) {
        return Cow::Borrowed(text);
    }
    let shown = cleaned(text, replace).filter_map(|(_, shown)| shown);
    Cow::Owned(shown.collect())
}

/// What each character becomes: `None` where a pile is too high, else itself or its mark.
fn cleaned(
    text: &str,
    replace: impl Fn(char) -> Option<char>,
) -> impl Iterator<Item = (char, Option<char>)> {
    let mut left = Left::default();
    let mut rest = text.chars();
    std::iter::from_fn(move || {
        let c = rest.next()?;
        let shown = if c < '\u{300}' {
            Some(replace(c).unwrap_or(c))
        } else {
            left.allows(c, rest.clone().next()).map(|allowed| {
                if allowed {
                    replace(c).unwrap_or(c)
                } else {
                    MARK
                }
            })
        };
        left.goes_on(c, shown);
        Some((c, shown))
    })
}

/// What stands to the left, as it is shown.
#[derive(Default)]
struct Left {
    before: Option<char>,
    pile: usize,
    joins: usize,
}

impl Left {
    /// Whether a character may stay after what was shown so far; `None`: it is left out.
    fn allows(&self, c: char, after: Option<char>) -> Option<bool> {
        if !is_piled(c) {
            return Some(true);
        }
        if self.pile >= PILE {
            return None;
        }
        Some(match c {
            '\u{200c}'..='\u{200d}' => {
                // what follows must not be left out, or it would join something else
                let high = after.is_some_and(is_piled) && self.pile + 1 >= PILE;
                let joins = is_joined(self.before) && is_joined(after);
                joins && !high && !after.is_some_and(is_selector) && self.joins < JOINS
            }
            '\u{fe00}'..='\u{fe0f}' => self.before.is_some_and(|before| {
                let keycap = before.is_ascii_digit() || matches!(before, '#' | '*');
                keycap && after == Some('\u{20e3}') || before >= '\u{a9}' && is_base(before)
            }),
            '\u{e0100}'..='\u{e01ef}' => self.before.is_some_and(is_ideograph),
            _ => self.before.is_some_and(|before| !before.is_whitespace()),
        })
    }

    fn goes_on(&mut self, c: char, shown: Option<char>) {
        let Some(shown) = shown else {
            return;
        };
        let joined = self.before.is_some_and(is_joiner);
        if shown != c || !is_piled(c) {
            self.pile = 0;
            let skin = matches!(c, '\u{1f3fb}'..='\u{1f3ff}');
            if !(skin || joined && is_picture(c)) {
                self.joins = 0;
            }
        } else {
            self.pile += 1;
            self.joins += usize::from(is_joiner(c));
        }
        self.before = Some(shown);
    }
}

/// Whether a joiner has something to do beside this character: emoji and scripts beyond Latin, Greek and Cyrillic.
fn is_joined(c: Option<char>) -> bool {
    c.is_some_and(|c| {
        c >= '\u{0530}' && c != MARK && !is_hostile(c) && !c.is_whitespace() && !is_joiner(c)
    })
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether something of its own stands there, that could be drawn in another way.
fn is_base(c: char) -> bool {
    c != MARK && !c.is_whitespace() && !is_piled(c)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Signs and emoji, of which one picture may be joined.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1ffff}')
}
