//! Tests of text: nothing hostile is left, names of every script stay as they are written, look-up folds.

use std::borrow::Cow;

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
fn a_mark_without_a_letter_does_not_settle_on_what_stands_to_the_left() {
    for (input, expect) in [
        ("\u{301}e", "\u{fffd}e"),
        ("to \u{301}", "to \u{fffd}"),
        // a vowel of Hangul alone; a whole syllable in its letters stays
        ("\u{1161}", "\u{fffd}"),
        ("\u{1112}\u{1161}\u{11ab}", "\u{1112}\u{1161}\u{11ab}"),
    ] {
        assert_eq!(line(input), expect, "{input:?}");
    }
    assert_eq!(lines("a\n\u{301}"), "a\n\u{fffd}");
}

#[test]
fn piles_of_every_script_end() {
    for mark in [
        '\u{5b0}',
        '\u{e49}',
        '\u{1161}',
        '\u{1dc4}',
        '\u{a8e2}',
        '\u{1e8d0}',
        '\u{94d}',
    ] {
        let tower: String = std::iter::once('\u{1112}')
            .chain(std::iter::repeat_n(mark, 50))
            .collect();
        assert_eq!(line(&tower).chars().count(), 9, "{mark:?}");
    }
    // a sentence without a space is no pile
    let thai = "\u{e01}\u{e33}".repeat(50);
    assert_eq!(line(&thai), thai);
}

#[test]
fn variants_stay_where_there_are_some_and_hide_nothing() {
    for stays in [
        "\u{2764}\u{fe0f}",
        "1\u{fe0f}\u{20e3}",
        "\u{8fbb}\u{e0100}\u{4e95}",
        "\u{a9}\u{fe0e}",
    ] {
        assert_eq!(line(stays), stays, "{stays:?}");
    }
    for (input, expect) in [
        ("a\u{fe0f}", "a\u{fffd}"),
        ("1\u{fe0f}", "1\u{fffd}"),
        ("a\u{e0100}", "a\u{fffd}"),
        (
            "\u{1f600}\u{fe0f}\u{fe01}\u{fe02}",
            "\u{1f600}\u{fe0f}\u{fffd}\u{fffd}",
        ),
    ] {
        assert_eq!(line(input), expect, "{input:?}");
    }
}

#[test]
fn an_emoji_has_so_many_parts_and_no_more() {
    let kiss =
        "\u{1f469}\u{1f3fd}\u{200d}\u{2764}\u{fe0f}\u{200d}\u{1f48b}\u{200d}\u{1f468}\u{1f3fe}";
    assert_eq!(line(kiss), kiss);
    assert_eq!(line(&kiss.repeat(9)), kiss.repeat(9));
    let chain = vec!["\u{1f469}"; 40].join("\u{200d}");
    let shown = line(&chain);
    assert!(
        shown
            .split('\u{fffd}')
            .all(|part| part.chars().count() <= 7),
        "{shown}"
    );
    // a word of joined letters has as many as it needs
    let word = "\u{645}\u{200c}".repeat(20) + "\u{645}";
    assert_eq!(line(&word), word);
}

#[test]
fn what_is_typed_letter_by_letter_is_what_is_meant() {
    let persian = "\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645}";
    let typed: String = persian
        .chars()
        .map(|c| typed(&c.to_string(), false).into_owned())
        .collect();
    assert_eq!(typed, persian);
    assert_eq!(super::typed("a\tb\n\u{1b}\u{202e}", false), "a b ␛\u{fffd}");
    assert_eq!(super::typed("a\nb", true), "a\nb");
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
    fn nothing_hostile_is_left_of_what_is_made_of_it(
        text in "[a\u{1112}\u{1161}\u{301}\u{94d}\u{915}\u{200c}\u{200d}\u{fe0f}\u{e0100}\u{1f469}\u{1f3fd}\u{4e95}\u{202e}\u{1b} \n]{0,40}"
    ) {
        let once = line(&text).into_owned();
        prop_assert!(!once.chars().any(is_hostile));
        prop_assert_eq!(line(&once).into_owned(), once);
        let several = lines(&text).into_owned();
        prop_assert_eq!(lines(&several).into_owned(), several);
        prop_assert!(!typed(&text, false).chars().any(is_hostile));
    }

    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}
