//! The million-entry journal: windows at any depth, the relationships list, a timeline, search and the first draw.
//!
//! The journal is built once and kept in `target/`. Next to each act stands its floor, measured in the same run:
//! the bare query that `SQLite` needs for the same rows. Quote ratios: machines are noisy.

#![expect(
    clippy::print_stderr,
    reason = "building the million takes minutes: the bench says so"
)]

mod million;

use divan::{Bencher, black_box};
use trustline::domain::filter::{Ask, Filter};
use trustline::domain::view::{From, Key, Window};
use trustline::domain::{Kind, RecordId, When};
use trustline::journal::Journal;
use trustline::tui::harness::Trial;

fn main() {
    drop(million::open());
    divan::main();
}

/// A screenful.
const ROWS: usize = 40;

fn who(journal: &Journal) -> RecordId {
    journal
        .find_relationship("person 500")
        .expect("a relationship of the million")
}

/// A key in the middle of the whole list.
fn deep() -> Key {
    let day = million::LAST - chrono::Duration::days(900);
    let at = When::day(day)
        .day
        .and_time(chrono::NaiveTime::MIN)
        .and_utc()
        .timestamp_millis();
    Key { at, n: 0 }
}

#[divan::bench]
fn open_and_ask_for_today(bencher: Bencher) {
    bencher.bench_local(|| black_box(million::open().today(ROWS).expect("today")));
}

/// From nothing to the first full frame, without the process's own start.
#[divan::bench]
fn first_frame(bencher: Bencher) {
    bencher.bench_local(|| black_box(Trial::over(million::open(), 120, 40).buffer()));
}

/// One line down in a list of the million, to the end of its frame.
#[divan::bench(args = ["relationships", "search"])]
fn key_down(bencher: Bencher, page: &str) {
    let mut trial = Trial::over(million::open(), 120, 40);
    let open = if page == "search" {
        "/ \"budget\" "
    } else {
        "g r"
    };
    trial.keys(open).expect("a page");
    let key = if page == "search" { "down" } else { "j" };
    bencher.bench_local(|| {
        trial.keys(key).expect("a key");
        black_box(trial.buffer())
    });
}

#[divan::bench]
fn today(bencher: Bencher) {
    let journal = million::open();
    bencher.bench_local(|| black_box(journal.today(ROWS).expect("today")));
}

#[divan::bench]
fn relationships(bencher: Bencher) {
    let journal = million::open();
    bencher.bench_local(|| {
        black_box(
            journal
                .relationships(false, Window::top(ROWS))
                .expect("a window"),
        )
    });
}

#[divan::bench]
fn card_of_a_thousand_entries(bencher: Bencher) {
    let journal = million::open();
    let who = who(&journal);
    bencher.bench_local(|| black_box(journal.card(who).expect("a card")));
}

#[divan::bench]
fn timeline_of_five_years(bencher: Bencher) {
    let journal = million::open();
    let who = who(&journal);
    bencher.bench_local(|| {
        black_box(
            journal
                .timeline(who, million::LAST, 7, 260)
                .expect("a timeline"),
        )
    });
}

#[divan::bench(args = ["top", "deep", "bottom"])]
fn window_on_everything(bencher: Bencher, place: &str) {
    let journal = million::open();
    let from = match place {
        "top" => From::Top,
        "deep" => From::After(deep()),
        _ => From::Bottom,
    };
    let window = Window { from, rows: ROWS };
    bencher.bench_local(|| {
        black_box(
            journal
                .entries(&Filter::default(), window)
                .expect("a window"),
        )
    });
}

#[divan::bench(args = ["top", "deep"])]
fn window_on_a_relationship(bencher: Bencher, place: &str) {
    let journal = million::open();
    let filter = Filter::default().and(Ask::Who(who(&journal)));
    let from = if place == "top" {
        From::Top
    } else {
        From::After(deep())
    };
    bencher.bench_local(|| {
        black_box(
            journal
                .entries(&filter, Window { from, rows: ROWS })
                .expect("a window"),
        )
    });
}

#[divan::bench]
fn window_on_a_kind(bencher: Bencher) {
    let journal = million::open();
    let filter = Filter::default().and(Ask::Kind(vec![Kind::Feedback]));
    bencher.bench_local(|| {
        black_box(
            journal
                .entries(&filter, Window::top(ROWS))
                .expect("a window"),
        )
    });
}

#[divan::bench(args = ["budget", "bu", "quarterly budget", "zebra"])]
fn search_as_typed(bencher: Bencher, words: &str) {
    let journal = million::open();
    let filter = Filter::default().and(Ask::Words {
        text: words.to_owned(),
        phrase: false,
    });
    bencher.bench_local(|| {
        black_box(
            journal
                .entries(&filter, Window::top(ROWS))
                .expect("a window"),
        )
    });
}

#[divan::bench(args = ["floor: top 40 of a table", "floor: 40 of one key"])]
fn floor(bencher: Bencher, query: &str) {
    let sql = if query.contains("top") {
        "SELECT r.body FROM entry e JOIN revision r ON r.seq = e.seq ORDER BY e.at DESC, e.n DESC LIMIT 40"
    } else {
        "SELECT r.body FROM place p CROSS JOIN entry e ON e.n = p.n JOIN revision r ON r.seq = e.seq
         WHERE p.who = (SELECT id FROM relationship LIMIT 1 OFFSET 500) ORDER BY p.at DESC LIMIT 40"
    };
    let connection = rusqlite::Connection::open(million::path()).expect("the file");
    let mut statement = connection.prepare(sql).expect("a query");
    bencher.bench_local(|| {
        let rows = statement
            .query_map([], |row| row.get::<_, String>(0))
            .expect("rows");
        black_box(
            rows.filter_map(Result::ok)
                .map(|body| body.len())
                .sum::<usize>(),
        )
    });
}
