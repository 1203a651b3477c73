//! Text from outside, made safe to show: control, escape, zero-width and bidirectional characters become marks.

use std::borrow::Cow;

/// Whether a character could move the cursor, colour the screen, hide or reorder what stands beside it.
pub fn is_hostile(c: char) -> bool {
    let invisible = matches!(c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}');
    c.is_control() || invisible
}

/// The mark that stands for a hostile character: the control pictures where there is one, else `\u{fffd}`.
fn mark(c: char) -> char {
    match u32::from(c) {
        n @ 0..=0x1f => char::from_u32(0x2400 + n).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        _ => '\u{fffd}',
    }
}

/// One line, safe to show: every hostile character becomes a mark; line ends and tabs become spaces.
/// At most eight combining marks follow one another.
pub fn line(text: &str) -> Cow<'_, str> {
    let plain = |c: char| {
        if matches!(c, '\n' | '\r' | '\t') {
            ' '
        } else {
            mark(c)
        }
    };
    clean(text, |c| is_hostile(c).then(|| plain(c)))
}

/// Several lines, safe to show: as [`line`], but line ends stay and a tab becomes a space.
pub fn lines(text: &str) -> Cow<'_, str> {
    clean(text, |c| match c {
        '\n' => None,
        '\t' => Some(' '),
        c => is_hostile(c).then(|| mark(c)),
    })
}

fn clean(text: &str, replace: impl Fn(char) -> Option<char>) -> Cow<'_, str> {
    const STACK: usize = 8;
    let combining = |c: char| matches!(c, '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}');
    let mut stack = 0;
    let mut tall = |c: char| {
        stack = if combining(c) { stack + 1 } else { 0 };
        stack > STACK
    };
    if !text.chars().any(|c| tall(c) || replace(c).is_some()) {
        return Cow::Borrowed(text);
    }
    stack = 0;
    let mut tall = |c: char| {
        stack = if combining(c) { stack + 1 } else { 0 };
        stack > STACK
    };
    Cow::Owned(
        text.chars()
            .filter(|c| !tall(*c))
            .map(|c| replace(c).unwrap_or(c))
            .collect(),
    )
}

/// A text folded for look-up: lower case, without diacritics of Latin letters, single spaces.
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}
