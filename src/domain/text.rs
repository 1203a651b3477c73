//! Text from outside, made safe to show: control, escape, zero-width and bidirectional characters become marks.

use std::borrow::Cow;

/// Whether a character could move the cursor, colour the screen, hide or reorder what stands beside it.
///
/// The two joiners (U+200C, U+200D) are not in this list: what they do depends on their neighbours, and
/// [`line()`] and [`lines`] look at those.
pub fn is_hostile(c: char) -> bool {
    let invisible = matches!(c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}');
    c.is_control() || invisible
}

/// One line, safe to show: every hostile character becomes a mark; line ends and tabs become spaces.
/// At most eight combining marks follow one another; a joiner stays only between characters that it joins
/// (inside an emoji, between letters of a script that needs it).
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

/// A text folded for look-up: lower case, without diacritics of Latin letters, single spaces.
pub fn fold(text: &str) -> String {
    folded(text, &[MARKED, OTHER])
}

/// The number of the line, from 1, in which a byte of a text lies.
pub fn line_at(text: &str, byte: usize) -> usize {
    let before = text.get(..byte).unwrap_or(text);
    before.matches('\n').count() + 1
}

/// The words of a text as search sees them: runs of letters and digits, in small letters, without accents.
///
/// A letter that is one of its own (`ø`, `ł`, `ß`) stays, as it does in the full-text index, so that a query
/// means the same wherever it is answered.
pub fn runs(text: &str) -> Vec<String> {
    folded(text, &[MARKED])
        .split(|c: char| !c.is_alphanumeric())
        .filter(|run| !run.is_empty())
        .map(str::to_owned)
        .collect()
}

fn folded(text: &str, tables: &[&[(&str, &str)]]) -> String {
    let plain = |c: char| {
        let mut rows = tables.iter().copied().flatten();
        rows.find(|(letters, _)| letters.contains(c))
            .map(|(_, plain)| *plain)
    };
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for c in word.chars().flat_map(char::to_lowercase) {
            match plain(c).filter(|_| !c.is_ascii()) {
                Some(plain) => folded.push_str(plain),
                None if matches!(c, '\u{0300}'..='\u{036f}') => {}
                None => folded.push(c),
            }
        }
    }
    folded
}

/// The known word that a typed one most likely means: one slip away, two for words of six letters or more.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = typed.chars().take(LONGEST_TYPO + 1).collect();
    if typed.len() < 3 || typed.len() > LONGEST_TYPO {
        return None;
    }
    let reach = if typed.len() < 6 { 1 } else { 2 };
    known
        .into_iter()
        .map(|word| (slips(&typed, &word.chars().collect::<Vec<_>>()), word))
        .filter(|(slips, _)| *slips <= reach)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, word)| word)
}

/// No known word is near this length; it bounds the work on what was pasted by mistake.
const LONGEST_TYPO: usize = 24;

/// Letters added, dropped, changed or swapped with their neighbour between two words.
fn slips(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let best = changed.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best.min(rows[i - 2][j - 2] + 1)
                } else {
                    best
                }
            };
        }
    }
    rows[a.len()][b.len()]
}

/// The mark that stands for a hostile character: the control pictures where there is one, else `\u{fffd}`.
fn mark(c: char) -> char {
    match u32::from(c) {
        n @ 0..=0x1f => char::from_u32(0x2400 + n).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        _ => '\u{fffd}',
    }
}

/// Characters that take no room of their own and pile up on the one before.
fn is_piled(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05bd}' | '\u{0610}'..='\u{061a}'
        | '\u{064b}'..='\u{065f}' | '\u{06d6}'..='\u{06dc}' | '\u{0e34}'..='\u{0e3a}' | '\u{0e47}'..='\u{0e4e}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}'..='\u{200d}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether a joiner has something to do beside this character: emoji and scripts beyond Latin, Greek and Cyrillic.
fn is_joined(c: Option<char>) -> bool {
    c.is_some_and(|c| c >= '\u{0530}' && !is_hostile(c) && !c.is_whitespace() && !is_joiner(c))
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// What each character becomes: `None` where a pile is too high, else itself or its mark.
fn cleaned(
    text: &str,
    replace: impl Fn(char) -> Option<char>,
) -> impl Iterator<Item = (char, Option<char>)> {
    const PILE: usize = 8;
    let mut before = None;
    let mut pile = 0;
    let mut rest = text.chars();
    std::iter::from_fn(move || {
        let c = rest.next()?;
        pile = if is_piled(c) { pile + 1 } else { 0 };
        let after = rest.clone().next();
        let lone = is_joiner(c) && !(is_joined(before) && is_joined(after));
        before = Some(c);
        let shown = if pile > PILE {
            None
        } else if lone {
            Some('\u{fffd}')
        } else {
            Some(replace(c).unwrap_or(c))
        };
        Some((c, shown))
    })
}

fn clean(text: &str, replace: impl Fn(char) -> Option<char>) -> Cow<'_, str> {
    if cleaned(text, &replace).all(|(c, shown)| shown == Some(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        cleaned(text, replace)
            .filter_map(|(_, shown)| shown)
            .collect(),
    )
}

/// Lower-case Latin letters with marks and what they are without. Short on purpose: a letter that is missing
/// here is found by typing it as it is written.
const MARKED: &[(&str, &str)] = &[
    ("àáâãäåāăąǎȁȃạảấầẩẫậắằẳẵặ", "a"),
    ("çćĉċč", "c"),
    ("ď", "d"),
    ("èéêëēĕėęěȅȇẹẻẽếềểễệ", "e"),
    ("ĝğġģǧ", "g"),
    ("ĥ", "h"),
    ("ìíîïĩīĭįǐȉȋỉị", "i"),
    ("ĵ", "j"),
    ("ķǩ", "k"),
    ("ĺļľ", "l"),
    ("ñńņň", "n"),
    ("òóôõöōŏőơǒǫȍȏọỏốồổỗộớờởỡợ", "o"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ţťț", "t"),
    ("ùúûüũūŭůűųưǔȕȗụủứừửữự", "u"),
    ("ŵ", "w"),
    ("ýÿŷỳỵỷỹ", "y"),
    ("źżž", "z"),
];

/// Letters of their own that people type as others.
const OTHER: &[(&str, &str)] = &[
    ("æǽ", "ae"),
    ("đð", "d"),
    ("ħ", "h"),
    ("ı", "i"),
    ("ł", "l"),
    ("ø", "o"),
    ("œ", "oe"),
    ("ß", "ss"),
    ("ŧ", "t"),
    ("þ", "th"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_could_harm_a_terminal_becomes_a_mark() {
        let check = |input: &str, expect: &str| {
            assert_eq!(line(input), expect, "line of {input:?}");
            assert_eq!(lines(input), expect, "lines of {input:?}");
        };
        check("plain words", "plain words");
        check("\u{0}\u{7}\u{8}\u{1b}\u{7f}", "␀␇␈␛␡");
        check("a\u{1b}[31mred\u{1b}[0m", "a␛[31mred␛[0m");
        // an OSC 52 sequence would write the clipboard
        check("\u{1b}]52;c;cm0gLXJm\u{7}", "␛]52;c;cm0gLXJm␇");
        check(
            "\u{9b}31m\u{9d}0;title\u{9c}",
            "\u{fffd}31m\u{fffd}0;title\u{fffd}",
        );
        check(
            "abc\u{202e}cba\u{2066}x\u{2069}",
            "abc\u{fffd}cba\u{fffd}x\u{fffd}",
        );
        check(
            "pay\u{200b}pal\u{2060}\u{feff}\u{ad}",
            "pay\u{fffd}pal\u{fffd}\u{fffd}\u{fffd}",
        );
        check("hidden\u{e0041}\u{e0042}", "hidden\u{fffd}\u{fffd}");
        check("tab\there", "tab here");
    }

    #[test]
    fn line_ends_stay_only_where_there_are_lines() {
        assert_eq!(line("one\r\ntwo\u{2028}three"), "one  two\u{fffd}three");
        assert_eq!(lines("one\ntwo\r"), "one\ntwo␍");
    }

    #[test]
    fn a_joiner_stays_where_it_joins() {
        let family = "👩\u{200d}👩\u{200d}👧 and 🏳\u{fe0f}\u{200d}🌈";
        assert_eq!(line(family), family);
        let persian = "می\u{200c}خواهم";
        assert_eq!(line(persian), persian);
        for (input, expect) in [
            ("pay\u{200d}pal", "pay\u{fffd}pal"),
            ("👩\u{200d}", "👩\u{fffd}"),
            ("\u{200d}👩", "\u{fffd}👩"),
            ("👩\u{200d}\u{200d}👧", "👩\u{fffd}\u{fffd}👧"),
            ("é\u{200c}é", "é\u{fffd}é"),
        ] {
            assert_eq!(line(input), expect, "{input:?}");
        }
    }

    #[test]
    fn marks_do_not_pile_up_for_ever() {
        let tower = format!("a{}b", "\u{0301}".repeat(50));
        assert_eq!(line(&tower), format!("a{}b", "\u{0301}".repeat(8)));
        let usual = "Việt e\u{0301}t\u{0302}\u{0323}";
        assert!(matches!(line(usual), Cow::Borrowed(_)));
    }

    #[test]
    fn folding_finds_names_as_they_are_typed() {
        for (input, expect) in [
            ("  Zoë   Åkesson ", "zoe akesson"),
            ("Łukasz Müller", "lukasz muller"),
            ("Straße", "strasse"),
            ("Nguyễn Văn Ánh", "nguyen van anh"),
            ("e\u{0301}t\u{0301}", "et"),
            ("İstanbul", "istanbul"),
            ("Ærø", "aero"),
            ("王 Ольга", "王 ольга"),
        ] {
            assert_eq!(fold(input), expect);
        }
        assert_eq!(
            runs("Q3-plan: “naïve”, v2.1"),
            ["q3", "plan", "naive", "v2", "1"]
        );
    }

    #[test]
    fn search_keeps_the_letters_that_its_index_keeps() {
        assert_eq!(
            runs("Straße Øre café İzmir"),
            ["straße", "øre", "cafe", "izmir"]
        );
    }

    #[test]
    fn a_slip_of_the_finger_finds_its_word() {
        let known = ["open", "overdue", "kept", "friday"];
        assert_eq!(nearest("oevrdue", known), Some("overdue"));
        assert_eq!(nearest("opne", known), Some("open"));
        assert_eq!(nearest("frydai", known), Some("friday"));
        assert_eq!(nearest("xyz", known), None);
        assert_eq!(nearest(&"o".repeat(100_000), known), None);
    }

    proptest! {
        #[test]
        fn nothing_hostile_is_left(text in any::<String>()) {
            prop_assert!(!line(&text).chars().any(is_hostile));
            prop_assert!(!lines(&text).chars().any(|c| c != '\n' && is_hostile(c)));
            let once = line(&text).into_owned();
            let twice = line(&once);
            prop_assert_eq!(twice.as_ref(), once.as_str());
        }

        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
