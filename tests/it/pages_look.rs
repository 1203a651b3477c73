//! What the deep pages look like over the sample journal, at the three sizes that everything must be readable at.

use crossterm::event::Event;
use trustline::tui::harness::{Trial, empty_screen};

const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

/// A page at every size, by the keys that lead to it.
fn look(name: &str, keys: &str) {
    let mut trial = Trial::sample(80, 24).expect("the sample");
    trial.keys(keys).expect("keys");
    for (width, height) in SIZES {
        let text = trial.event(Event::Resize(width, height)).text();
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), text);
    }
}

#[test]
fn a_relationship() {
    look("relationship", r#"/ "who:margit kind:commitment" ctrl-o"#);
}

#[test]
fn a_relationship_whose_side_is_folded() {
    look(
        "relationship_folded",
        r#"/ "who:tomas kind:commitment" ctrl-o"#,
    );
}

#[test]
fn a_year_of_it_with_a_cursor() {
    look(
        "relationship_year",
        r#"/ "who:margit kind:commitment" ctrl-o - h h h h h h h h"#,
    );
}

#[test]
fn its_card() {
    look(
        "relationship_card",
        r#"/ "who:samira kind:commitment" ctrl-o 6"#,
    );
}

#[test]
fn its_commitments() {
    look(
        "relationship_commitments",
        r#"/ "who:jonas kind:commitment" ctrl-o 2 f"#,
    );
}

#[test]
fn why_a_number() {
    look("explain", r#"/ "who:margit kind:commitment" ctrl-o x"#);
}

#[test]
fn a_search() {
    look("search", r#"/ "kind:commitment is:open budget""#);
}

#[test]
fn a_search_that_is_half_typed() {
    look("search_fault", r#"/ "due<3""#);
}

#[test]
fn before_a_one_on_one() {
    look("prep", r#"/ "who:jonas kind:commitment" ctrl-o p"#);
}

#[test]
fn a_repair_plan() {
    look("repair", r#"/ "who:margit kind:commitment" ctrl-o r"#);
}

#[test]
fn a_gate() {
    look(
        "repair_gate",
        r#"/ "who:margit kind:commitment" ctrl-o r n "Nine steps, all hers to see""#,
    );
}

#[test]
fn a_check_in() {
    look("checkin", r#"/ "who:jonas kind:commitment" ctrl-o i 4 3 n"#);
}

#[test]
fn nothing_to_repair_and_nobody_due() {
    look("repair_quiet", r#"/ "who:jonas kind:commitment" ctrl-o r"#);
    insta::assert_snapshot!("checkin_nobody", empty_screen("w", 80, 24));
    insta::assert_snapshot!("search_empty", empty_screen("/", 80, 24));
}
