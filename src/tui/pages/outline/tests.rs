//! The cursor of an outline, and what is seen of it.

use super::*;

fn id(n: u8) -> RecordId {
    RecordId::from_bytes(&[n; 16]).expect("sixteen bytes")
}

fn outline() -> Outline {
    let ink: Ink = |t| t.text;
    let mut one = Outline::default();
    one.fill(vec![
        Row::heading("mine"),
        Row::text("first", ink).about(id(1)),
        Row::text("second", ink).about(id(2)),
        Row::blank(),
        Row::heading("theirs"),
        Row::text("third", ink).about(id(3)),
    ]);
    one
}

#[test]
fn the_cursor_walks_over_headings_and_air() {
    let mut one = outline();
    assert_eq!(one.record(), Some(id(1)));
    one.moved(Command::Down);
    one.moved(Command::Down);
    assert_eq!(one.record(), Some(id(3)));
    one.moved(Command::Down);
    assert_eq!(one.record(), Some(id(3)));
    one.moved(Command::PrevTab);
    assert_eq!(one.record(), Some(id(1)));
    one.moved(Command::NextTab);
    assert_eq!(one.record(), Some(id(3)));
    one.moved(Command::Top);
    assert_eq!(one.record(), Some(id(1)));
}

#[test]
fn the_cursor_stays_on_its_record() {
    let mut one = outline();
    one.moved(Command::Bottom);
    let mut rows = one.rows().to_vec();
    rows.remove(1);
    one.fill(rows);
    assert_eq!(one.record(), Some(id(3)));
    one.fill(Vec::new());
    assert_eq!(one.record(), None);
    one.moved(Command::Down);
}

#[test]
fn what_is_seen_follows_the_cursor() {
    let mut one = outline();
    let area = Rect::new(0, 0, 20, 2);
    assert_eq!(one.records_in(area), [id(1)]);
    one.moved(Command::Bottom);
    assert_eq!(one.records_in(area), [id(3)]);
    assert!(one.click(area, Position::new(0, 1)));
}
