//! The marks of the program, each by name, in Unicode and in ASCII of the same width; nothing is told by a mark alone.
//!
//! What is drawn is written in Unicode, and brought to ASCII at the edge ([`ascii`], [`Glyphs::spell`]) where the terminal
//! cannot show it. Letters of no script are touched: a name stays as it was written. The drawing characters and the
//! typographic signs below change wherever they stand, as a terminal that cannot show one cannot show the other.

use std::borrow::Cow;

/// The set of marks that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Glyphs {
    /// As they are written.
    #[default]
    Unicode,
    /// Nothing but ASCII.
    Ascii,
}

/// One mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Its name.
    pub name: &'static str,
    /// As it is written.
    pub unicode: &'static str,
    /// Where only ASCII is shown; one column, as the other.
    pub ascii: &'static str,
}

/// Names the marks and makes the table of them.
macro_rules! marks {
    ($($(#[$says:meta])* $name:ident $unicode:literal $ascii:literal;)+) => {
        $($(#[$says])* pub const $name: &str = $unicode;)+
        /// Every mark, in the order in which help would tell of them.
        pub const MARKS: &[Mark] = &[$(Mark { name: stringify!($name), unicode: $unicode, ascii: $ascii }),+];
    };
}

marks! {
    /// My side.
    MINE "\u{2192}" ">";
    /// Their side.
    THEIRS "\u{2190}" "<";
    /// Something wants attention.
    WANTED "\u{2022}" ":";
    /// Open.
    OPEN "\u{25cb}" "o";
    /// Kept, done, heard.
    KEPT "\u{2713}" "+";
    /// After the agreed day.
    LATE "\u{2248}" "~";
    /// Broken.
    BROKEN "\u{2717}" "x";
    /// Released, excused, closed.
    CLOSED "\u{2013}" "-";
    /// A breach.
    BREACH "\u{25b2}" "!";
    /// A breach that is closed.
    CLOSED_BREACH "\u{25b3}" "^";
    /// A repair, a rhythm.
    REPAIR "\u{21bb}" "@";
    /// A draft.
    DRAFT "\u{270e}" "/";
    /// A moment.
    MOMENT "\u{2605}" "*";
    /// A one-on-one that was held.
    MET "\u{25c6}" "#";
    /// A one-on-one to come.
    PLANNED "\u{25c7}" "%";
    /// A note; nothing here; between two facts.
    NOTE "\u{b7}" ".";
    /// What the program itself suggests: nobody promised it.
    NUDGE "\u{25e6}" "?";
    /// Paused.
    PAUSED "\u{2016}" "=";
    /// Archived.
    ARCHIVED "\u{25aa}" "_";
    /// Told in confidence.
    CARE "\u{2661}" "&";
    /// Given out of hand.
    HANDED "\u{21b7}" ")";
    /// More than before.
    UP "\u{2191}" "^";
    /// Less than before.
    DOWN "\u{2193}" "v";
    /// Steady.
    STEADY "\u{2194}" "=";
    /// Some more, some less.
    BOTH "\u{2195}" "|";
    /// Where one is.
    HERE "\u{25b8}" ">";
    /// Choices to the left.
    LEFT "\u{2039}" "<";
    /// Choices to the right; what is typed comes behind.
    RIGHT "\u{203a}" ">";
    /// A full dot.
    FULL "\u{25cf}" "*";
    /// A step that is done.
    DONE_STEP "\u{25a0}" "#";
    /// A step that is still wanted.
    LACKING_STEP "\u{25a1}" ".";
    /// One of four shades, the lightest: some; only a range.
    SHADE "\u{2591}" ":";
    /// More.
    SHADE_MORE "\u{2592}" "=";
    /// Many.
    SHADE_MANY "\u{2593}" "%";
    /// The edge of my range.
    RANGE "\u{254c}" "-";
    /// The lowest of eight bars.
    BAR_1 "\u{2581}" "_";
    /// The second.
    BAR_2 "\u{2582}" ",";
    /// The third.
    BAR_3 "\u{2583}" ";";
    /// The fourth.
    BAR_4 "\u{2584}" "=";
    /// The fifth.
    BAR_5 "\u{2585}" "+";
    /// The sixth.
    BAR_6 "\u{2586}" "*";
    /// The seventh.
    BAR_7 "\u{2587}" "%";
    /// The highest; the darkest shade.
    BAR_8 "\u{2588}" "#";
    /// More than there is room for.
    CUT "\u{2026}" "~";
    /// By.
    TIMES "\u{d7}" "x";
    /// Less.
    MINUS "\u{2212}" "-";
    /// A rule.
    RULE "\u{2500}" "-";
    /// Beside the part of a long text that is seen.
    THUMB "\u{2503}" "|";
    /// A list goes on above what is seen.
    MORE_ABOVE "\u{25b4}" "^";
    /// A list goes on below what is seen.
    MORE_BELOW "\u{25be}" "v";
    /// A frame's side, an axis.
    WALL "\u{2502}" "|";
}

/// The eight bars, the lowest first.
pub const BARS: [&str; 8] = [BAR_1, BAR_2, BAR_3, BAR_4, BAR_5, BAR_6, BAR_7, BAR_8];

/// The signs of typography beside the marks.
const TYPOGRAPHY: &[(char, char)] = &[
    ('\u{a0}', ' '),
    ('\u{202f}', ' '),
    ('\u{b1}', '~'),
    ('\u{2264}', '<'),
    ('\u{2265}', '>'),
    ('\u{2014}', '-'),
    ('\u{2018}', '\''),
    ('\u{2019}', '\''),
    ('\u{201c}', '"'),
    ('\u{201d}', '"'),
];

/// A character of drawing or typography in ASCII, of the same width; `None`: it stays as it is.
pub fn ascii(c: char) -> Option<char> {
    if c.is_ascii() || c.is_alphanumeric() {
        return None;
    }
    let mark = MARKS.iter().find(|mark| mark.unicode.starts_with(c));
    mark.and_then(|mark| mark.ascii.chars().next())
        .or_else(|| {
            TYPOGRAPHY
                .iter()
                .find(|(from, _)| *from == c)
                .map(|(_, to)| *to)
        })
        .or(match c {
            '\u{2190}'..='\u{21ff}' => Some('>'),
            // the pictures of what controls a terminal
            '\u{2400}'..='\u{2426}' => Some('^'),
            '\u{2500}' | '\u{2501}' | '\u{2504}' | '\u{2505}' | '\u{2508}' | '\u{2509}'
            | '\u{254c}' | '\u{254d}' | '\u{2550}' | '\u{2574}' | '\u{2576}' => Some('-'),
            '\u{2503}' | '\u{2506}' | '\u{2507}' | '\u{250a}' | '\u{250b}' | '\u{254e}'
            | '\u{254f}' | '\u{2551}' | '\u{2575}' | '\u{2577}' => Some('|'),
            '\u{2502}'..='\u{257f}' => Some('+'),
            '\u{2580}'..='\u{259f}' => Some('#'),
            '\u{25a0}'..='\u{25fc}' | '\u{2800}'..='\u{28ff}' => Some('*'),
            _ => None,
        })
}

impl Glyphs {
    /// A mark of the table as this set shows it.
    pub fn show(self, mark: &'static str) -> &'static str {
        match self {
            Self::Unicode => mark,
            Self::Ascii => MARKS
                .iter()
                .find(|known| known.unicode == mark)
                .map_or(mark, |known| known.ascii),
        }
    }

    /// Lines of text as this set shows them; what was left out is told by three dots, as there is room for them.
    pub fn spell(self, text: &str) -> Cow<'_, str> {
        if self == Self::Unicode || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let mut spelt = String::with_capacity(text.len());
        for c in text.chars() {
            match ascii(c) {
                Some(_) if CUT.starts_with(c) => spelt.push_str("..."),
                Some(plain) => spelt.push(plain),
                None => spelt.push(c),
            }
        }
        Cow::Owned(spelt)
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unicode => "unicode",
            Self::Ascii => "ascii",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks that stand in one column or for one thing: none of them may look like another.
    const KINDS: &[(&str, &[&str])] = &[
        (
            "states",
            &[
                OPEN,
                KEPT,
                LATE,
                BROKEN,
                CLOSED,
                BREACH,
                CLOSED_BREACH,
                REPAIR,
                DRAFT,
                MOMENT,
                MET,
                PLANNED,
                NOTE,
                PAUSED,
                ARCHIVED,
                "?",
            ],
        ),
        (
            "today",
            &[
                MINE, THEIRS, PLANNED, REPAIR, DRAFT, CARE, OPEN, HANDED, CUT, NUDGE,
            ],
        ),
        ("ways", &[UP, DOWN, STEADY, BOTH]),
        ("stages", &[KEPT, HERE, NOTE]),
        ("steps", &[DONE_STEP, LACKING_STEP]),
        ("dots", &[FULL, OPEN]),
        ("shades", &[SHADE, SHADE_MORE, SHADE_MANY, BAR_8, NOTE]),
        (
            "bars",
            &[
                BAR_1, BAR_2, BAR_3, BAR_4, BAR_5, BAR_6, BAR_7, BAR_8, NOTE, SHADE, RANGE,
            ],
        ),
        ("choices", &[LEFT, RIGHT]),
        (
            "help",
            &[
                MINE, THEIRS, WANTED, PAUSED, OPEN, KEPT, LATE, BROKEN, CLOSED, BREACH, REPAIR,
                MOMENT, MET, PLANNED,
            ],
        ),
    ];

    #[test]
    fn no_two_marks_of_a_kind_look_alike_in_either_set() {
        for (kind, marks) in KINDS {
            for set in [Glyphs::Unicode, Glyphs::Ascii] {
                let mut shown: Vec<_> = marks.iter().map(|mark| set.show(mark)).collect();
                shown.sort_unstable();
                let many = shown.len();
                shown.dedup();
                assert_eq!(shown.len(), many, "{kind} in {}: {shown:?}", set.word());
            }
        }
    }

    #[test]
    fn every_mark_is_one_character_in_both_sets_and_named_once() {
        for (n, mark) in MARKS.iter().enumerate() {
            assert_eq!(mark.unicode.chars().count(), 1, "{}", mark.name);
            assert!(
                mark.ascii.len() == 1 && mark.ascii.is_ascii(),
                "{}",
                mark.name
            );
            let c = mark.unicode.chars().next().expect("one");
            assert_eq!(ascii(c).map(String::from).as_deref(), Some(mark.ascii));
            assert!(
                MARKS[..n].iter().all(|other| other.unicode != mark.unicode),
                "{}",
                mark.name
            );
        }
    }

    #[test]
    fn letters_stay_and_drawing_is_brought_to_ascii() {
        let check = |text: &str, expect: &str| assert_eq!(Glyphs::Ascii.spell(text), expect);
        check(
            "\u{2713} kept: Zo\u{eb} \u{5c71}\u{7530}",
            "+ kept: Zo\u{eb} \u{5c71}\u{7530}",
        );
        check("\u{201c}so\u{201d}\u{2026}", "\"so\"...");
        check("\u{256d}\u{2500}\u{256e}\u{2502}\u{28ff}", "+-+|*");
        assert_eq!(Glyphs::Unicode.spell("\u{2713}"), "\u{2713}");
        assert_eq!(ascii('e'), None);
    }
}
