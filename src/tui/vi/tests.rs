//! Whole texts edited in the manner of vi, in one line and in many.

use super::*;
use crate::tui::field::{Area, Input};
use crate::tui::keymap::press;

/// Keys with spaces between them.
fn keys(words: &str) -> impl Iterator<Item = KeyEvent> + '_ {
    words.split(' ').map(|word| press(word).expect(word).into())
}

fn turned(vi: &mut Vi, key: KeyEvent) -> Vec<KeyEvent> {
    match vi.key(key) {
        Turned::Same => vec![key],
        Turned::Into(keys) => keys,
    }
}

fn line(text: &str, words: &str) -> String {
    let (mut vi, mut input) = (Vi::default(), Input::new(text));
    for key in keys(words) {
        for key in turned(&mut vi, key) {
            input.key(key);
        }
    }
    input.text().to_owned()
}

fn lines(text: &str, words: &str) -> String {
    let (mut vi, mut area) = (Vi::default(), Area::new(text));
    for key in keys(words) {
        for key in turned(&mut vi, key) {
            area.key(key);
        }
    }
    area.text()
}

#[test]
fn one_line_is_edited_by_letters() {
    for (text, words, after) in [
        ("send the draft", "esc 0 w d w", "send draft"),
        ("send the draft", "esc 0 w c w a space esc", "send a  draft"),
        ("send the draft", "esc b b D", "send "),
        ("send the draft", "esc 0 2 d w", "draft"),
        ("send the draft", "esc d d p", "send the draft"),
        ("send the draft", "esc d d u", "send the draft"),
        ("send the draft", "esc 0 x x x i S esc", "Sd the draft"),
        ("send the draft", "esc I w e space", "we send the draft"),
        ("send the draft", "esc 0 e a !", "send! the draft"),
        ("send", "esc A !", "send!"),
        ("send", "esc a !", "send!"),
        ("send", "esc 0 3 l x", "sen"),
        ("send it", "esc 0 C n o", "no"),
        ("send", "esc z q :", "send"),
        ("send", "esc d esc x", "sen"),
    ] {
        assert_eq!(line(text, words), after, "{text} {words}");
    }
}

#[test]
fn lines_are_edited_by_letters() {
    for (text, words, after) in [
        ("one\ntwo\nthree", "esc k d d", "one\nthree"),
        ("one\ntwo\nthree", "esc g g d d p", "two\none\nthree"),
        ("one\ntwo", "esc g g o m o r e", "one\nmore\ntwo"),
        ("one\ntwo", "esc O m o r e", "one\nmore\ntwo"),
        ("one\ntwo", "esc g g D G A !", "\ntwo!"),
        ("one two\nthree", "esc g g w d w", "one \nthree"),
        ("one\ntwo", "esc d d u", "one\ntwo"),
        ("one\ntwo", "esc d d d d", ""),
        ("one\ntwo", "esc k c c n o esc", "no\ntwo"),
    ] {
        assert_eq!(lines(text, words), after, "{text:?} {words}");
    }
}

#[test]
fn esc_leads_to_the_mode_and_then_it_is_nobodys() {
    let mut vi = Vi::default();
    let esc = KeyEvent::from(press("esc").expect("a key"));
    assert!(matches!(vi.key(esc), Turned::Into(_)) && vi.says().is_some());
    assert_eq!(vi.says().as_deref(), Some("normal"));
    for key in keys("1 2 d") {
        vi.key(key);
    }
    assert_eq!(vi.says().as_deref(), Some("normal 12d"));
    assert_eq!(vi.key(esc), Turned::Into(Vec::new()));
    assert_eq!(vi.key(esc), Turned::Same);
    let enter = KeyEvent::from(press("enter").expect("a key"));
    assert_eq!(vi.key(enter), Turned::Same);
}
