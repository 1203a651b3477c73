//! The page of the brief with keys: what is ticked leaves, what is dim stays, names are replaced, files are asked for.

use trustline::tui::app::Out;
use trustline::tui::harness::{Trial, screen};

/// The keys to the brief of Priya, in the sample.
const BRIEF: &str = r#"/ "who:priya kind:commitment" ctrl-o b"#;

fn at_brief(keys: &str) -> Trial {
    let mut trial = Trial::sample(100, 60).expect("a screen");
    trial.keys(BRIEF).expect("keys").keys(keys).expect("keys");
    trial
}

/// What would be copied: all that leaves, as plain text.
fn leaves(trial: &mut Trial) -> String {
    trial.keys("y").expect("keys");
    match trial.out.take() {
        Some(Out::Copy(text)) => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn it_is_seen_at_three_sizes() {
    for (width, height) in [(40, 12), (80, 24), (120, 40)] {
        for (name, keys) in [("me", ""), ("them", "tab"), ("since", r#"d ctrl-u "3w""#)] {
            insta::assert_snapshot!(
                format!("brief_{name}_{width}x{height}"),
                screen(&format!("{BRIEF} {keys}"), width, height)
            );
        }
    }
}

#[test]
fn what_is_unticked_stays_and_what_is_dim_leaves_only_when_ticked() {
    let mut trial = at_brief("tab");
    let before = leaves(&mut trial);
    let shown = before.lines().filter(|line| line.starts_with("  - "));
    let first = shown.map(str::to_owned).next().expect("a line");
    let row = trial.text();
    assert!(row.contains(&format!("[x] {}", &first[4..20])), "{row}");
    // the cursor stands on a box from the start; down to the first line that leaves
    for _ in 0..40 {
        trial.keys("space").expect("keys");
        let now = leaves(&mut trial);
        if !now.contains(&first) {
            trial.keys("space").expect("keys");
            assert_eq!(leaves(&mut trial), before, "a second time it is back");
            return;
        }
        trial.keys("space j").expect("keys");
    }
    panic!("no box takes {first} out");
}

#[test]
fn another_reader_begins_with_what_that_one_may_have() {
    let mut trial = at_brief("tab");
    let them = leaves(&mut trial);
    trial.keys("space tab tab tab").expect("keys");
    assert!(trial.text().contains("[them]"), "{}", trial.text());
    assert_eq!(leaves(&mut trial), them);
    assert!(them.starts_with("Written from one side."), "{them}");
}

#[test]
fn since_is_understood_while_it_is_typed_and_days_ahead_are_not_taken() {
    let mut trial = at_brief(r#"d "2w""#);
    let text = trial.text();
    assert!(text.contains("\u{2192} Sun 8 Nov 2026"), "{text}");
    trial.keys("enter").expect("keys");
    assert!(
        trial.text().contains("8 Nov 2026 to 22 Nov 2026"),
        "{}",
        trial.text()
    );
    trial.keys(r#"d ctrl-u "2027-01-01" enter"#).expect("keys");
    assert!(trial.text().contains("lies ahead"), "{}", trial.text());
    trial.keys("ctrl-u enter").expect("keys");
    assert!(
        trial.text().contains("Since the last one-on-one"),
        "{}",
        trial.text()
    );
}

#[test]
fn a_file_is_written_by_its_ending_and_replaced_only_after_a_yes() {
    let mut trial = at_brief(r#"b ctrl-u "brief.html" enter"#);
    assert!(
        trial.text().contains("written to brief.html"),
        "{}",
        trial.text()
    );
    let page = trial.file("brief.html").expect("a file");
    assert!(page.starts_with("<!doctype html>") && page.contains("Priya Nair"));
    // the name that was typed last is offered again; the answer is no unless it is yes
    trial.keys("tab b enter").expect("keys");
    assert!(trial.text().contains("Replace it?"), "{}", trial.text());
    trial.keys("enter").expect("keys");
    assert_eq!(trial.file("brief.html").as_ref(), Some(&page));
    trial.keys("b enter y").expect("keys");
    let other = trial.file("brief.html").expect("a file");
    assert!(
        other != page && other.contains("(for them)"),
        "{}",
        trial.text()
    );
}

#[test]
fn a_file_that_cannot_be_written_keeps_the_name_that_was_typed() {
    let mut trial = at_brief(r#"b ctrl-u "nowhere/brief.md" enter"#);
    let text = trial.text();
    assert!(
        text.contains("cannot write") || text.contains("cannot make"),
        "{text}"
    );
    assert!(text.contains("\u{203a} nowhere/brief.md"), "{text}");
    trial.keys(r#"ctrl-u "brief.doc" enter"#).expect("keys");
    assert!(
        trial.text().contains("ending says the form"),
        "{}",
        trial.text()
    );
    assert_eq!(trial.file("brief.doc"), None);
}

#[test]
fn a_name_is_replaced_by_its_alias_wherever_it_stands() {
    let mut trial = at_brief("");
    let before = leaves(&mut trial);
    assert!(before.contains("Priya"), "{before}");
    trial.keys("G").expect("keys");
    let row = trial.text();
    let last = row
        .lines()
        .rev()
        .find(|line| line.contains('\u{2192}'))
        .expect("a name");
    let alias = last.rsplit("\u{2192} ").next().unwrap_or_default();
    let alias = if alias.contains("no alias yet") {
        "somebody"
    } else {
        // the thumb of a long page may stand in the margin behind it
        alias.trim_end_matches('\u{2503}').trim()
    };
    trial.keys("space").expect("keys");
    let after = leaves(&mut trial);
    let often = |text: &str| text.matches(alias).count();
    assert!(often(&after) > often(&before), "{alias}: {after}");
    trial.keys("space").expect("keys");
    assert_eq!(leaves(&mut trial), before);
}

#[test]
fn the_pager_gets_what_leaves_and_the_parts_are_walked() {
    let mut trial = at_brief("v");
    let Some(Out::Pager(text)) = trial.out.take() else {
        panic!("no pager");
    };
    assert_eq!(text, leaves(&mut trial));
    trial.keys("] ] space").expect("keys");
    assert_ne!(text, leaves(&mut trial), "a part was taken out");
    trial.keys("space [ [ [ [").expect("keys");
    assert_eq!(text, leaves(&mut trial));
}
