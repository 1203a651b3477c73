//! A feed walked in every way against a list that answers as the journal does.

use super::*;
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq)]
struct Number(i64);

impl Line for Number {
    fn key(&self) -> Key {
        Key {
            at: self.0,
            n: self.0,
        }
    }
    fn id(&self) -> RecordId {
        Uuid::from_u128(u128::try_from(self.0).unwrap_or(0)).into()
    }
    fn words(&self) -> String {
        format!("{:?}", Line::key(self))
    }
}

/// A list of numbers in falling order, answered as the journal does.
fn answer(list: &[i64], window: Window) -> Slice<Number> {
    let place = |key: Key| list.iter().position(|n| *n <= key.at).unwrap_or(list.len());
    let (start, end) = match window.from {
        From::Top => (0, window.rows.min(list.len())),
        From::Bottom => (list.len().saturating_sub(window.rows), list.len()),
        From::After(key) => {
            let at = place(key);
            let start = if list.get(at) == Some(&key.at) {
                at + 1
            } else {
                at
            };
            (start, (start + window.rows).min(list.len()))
        }
        From::Before(key) => (place(key).saturating_sub(window.rows), place(key)),
    };
    Slice {
        lines: list[start..end].iter().map(|n| Number(*n)).collect(),
        above: start > 0,
        below: end < list.len(),
    }
}

/// Asks until the window stays as it is.
fn ask(feed: &mut Feed<Number>, list: &[i64], rows: usize) {
    for _ in 0..4 {
        let window = feed.window(rows);
        feed.receive(answer(list, window));
        if feed.window(rows) == window {
            return;
        }
    }
    panic!("the window does not come to rest");
}

fn shown(feed: &Feed<Number>, rows: u16) -> Vec<i64> {
    feed.visible(Rect::new(0, 0, 9, rows))
        .map(|(_, n, _)| n.0)
        .collect()
}

#[test]
fn every_line_is_reached_in_both_directions() {
    let list: Vec<i64> = (0..1000).rev().collect();
    for rows in [1_usize, 2, 7, 40] {
        let mut feed = Feed::default();
        ask(&mut feed, &list, rows);
        for n in (0..1000).rev() {
            assert_eq!(feed.selected(), Some(&Number(n)), "down, {rows} rows");
            assert!(shown(&feed, u16::try_from(rows).unwrap_or(0)).contains(&n));
            feed.act(Command::Down);
            ask(&mut feed, &list, rows);
        }
        for n in 0..1000 {
            assert_eq!(feed.selected(), Some(&Number(n)), "up, {rows} rows");
            assert!(shown(&feed, u16::try_from(rows).unwrap_or(0)).contains(&n));
            feed.act(Command::Up);
            ask(&mut feed, &list, rows);
        }
    }
}

#[test]
fn pages_and_ends() {
    let list: Vec<i64> = (0..100).rev().collect();
    let mut feed = Feed::default();
    ask(&mut feed, &list, 10);
    for expected in [90, 81, 72, 63] {
        feed.act(Command::PageDown);
        ask(&mut feed, &list, 10);
        assert_eq!(feed.selected(), Some(&Number(expected)));
    }
    feed.act(Command::Bottom);
    ask(&mut feed, &list, 10);
    assert_eq!(feed.selected(), Some(&Number(0)));
    assert_eq!(shown(&feed, 10), (0..10).rev().collect::<Vec<_>>());
    feed.act(Command::Top);
    ask(&mut feed, &list, 10);
    assert_eq!(feed.selected(), Some(&Number(99)));
    assert_eq!(feed.more(), (false, true));
}

#[test]
fn the_selection_stays_when_the_list_changes() {
    let mut list: Vec<i64> = (0..100).rev().map(|n| n * 2).collect();
    let mut feed = Feed::default();
    ask(&mut feed, &list, 10);
    for _ in 0..4 {
        feed.act(Command::Down);
        ask(&mut feed, &list, 10);
    }
    assert_eq!(feed.selected(), Some(&Number(190)));
    list.insert(0, 199);
    ask(&mut feed, &list, 10);
    assert_eq!(feed.selected(), Some(&Number(190)));
    list.retain(|n| *n != 190);
    ask(&mut feed, &list, 10);
    assert_eq!(
        feed.selected(),
        Some(&Number(188)),
        "gone: its place is kept"
    );
    ask(&mut feed, &[], 10);
    assert_eq!(feed.selected(), None);
    ask(&mut feed, &[3], 10);
    assert_eq!(feed.selected(), Some(&Number(3)));
}
