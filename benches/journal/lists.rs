//! Windows on lists at any depth, the relationships, a card, a timeline and search, beside the bare queries for the same rows.

use std::hint::black_box;

use trustline::domain::filter::{Ask, Filter};
use trustline::domain::view::{From, Key, Window};
use trustline::domain::{Kind, RecordId};
use trustline::journal::Journal;

use crate::bare::{NEWEST, bodies};
use crate::form::Form;
use crate::million;
use crate::stopwatch::{QUICK, Reading, against};
use crate::table::{Act, Goal};

/// A screenful.
const ROWS: usize = 40;

const WARM: Goal = Goal::new("locked ≤ 1.2 × plain", |row| row.over_plain() <= 1.2);
const FIVE: Goal = Goal::new("≤ 5 ms", |row| row.plain.median <= 5.0);

/// The acts of this room.
pub const ACTS: &[Act] = &[
    page("everything, top", |form| everything(form, From::Top)),
    page("everything, deep", |form| {
        everything(form, From::After(deep()))
    }),
    page("everything, bottom", |form| everything(form, From::Bottom)),
    page("one relationship, top", |form| one(form, From::Top)),
    page("one relationship, deep", |form| {
        one(form, From::After(deep()))
    }),
    page("one kind, top", |form| kind(form, From::Top)),
    page("one kind, deep", |form| kind(form, From::After(deep()))),
    Act {
        name: "relationships with sparklines, first 40",
        unit: "ms",
        goal: Goal::new("≤ 10 ms", |row| row.plain.median <= 10.0),
        run: relationships,
    },
    act("one relationship at a glance", Goal::NONE, card),
    act("timeline of five years", FIVE, timeline),
    act("search: two letters", FIVE, |form| {
        search(form, "bu", "bu*")
    }),
    act("search: a rare word", FIVE, |form| {
        search(form, "zebra", "zebra")
    }),
    act("search: a word of 166,000 entries", FIVE, |form| {
        search(form, "budget", "budget")
    }),
    act("search: half of that word", FIVE, |form| {
        search(form, "budg", "budget")
    }),
    act("search: two words", FIVE, |form| {
        search(form, "quarterly budget", "quarterly AND budget")
    }),
];

const fn act(name: &'static str, goal: Goal, run: fn(&Form) -> Reading) -> Act {
    let unit = "ms";
    Act {
        name,
        unit,
        goal,
        run,
    }
}

const fn page(name: &'static str, run: fn(&Form) -> Reading) -> Act {
    act(name, WARM, run)
}

/// Somebody in the middle of the thousand.
fn who(journal: &Journal) -> RecordId {
    let found = journal.find_relationship("person 500");
    found.expect("a relationship of the million")
}

/// A key in the middle of the whole list.
fn deep() -> Key {
    Key {
        at: million::moment(900),
        n: 0,
    }
}

/// A window of the journal beside the bare query for as many rows.
fn window(form: &Form, filter: &Filter, from: From, sql: &str) -> Reading {
    let (journal, bare) = (form.journal(), form.bare());
    let window = Window { from, rows: ROWS };
    against(
        QUICK,
        || {
            drop(black_box(
                journal.entries(filter, window).expect("a window"),
            ));
        },
        || drop(black_box(bodies(&bare, sql))),
    )
}

fn everything(form: &Form, from: From) -> Reading {
    let sql = match from {
        From::Bottom => NEWEST.replace(" DESC", ""),
        From::After(key) => NEWEST.replace("ORDER", &format!("WHERE e.at < {} ORDER", key.at)),
        _ => NEWEST.to_owned(),
    };
    window(form, &Filter::default(), from, &sql)
}

fn one(form: &Form, from: From) -> Reading {
    let who = who(&form.journal());
    let before = if from == From::Top {
        i64::MAX
    } else {
        deep().at
    };
    let sql = format!(
        "SELECT r.body FROM place p CROSS JOIN entry e ON e.n = p.n JOIN revision r ON r.seq = e.seq
         WHERE p.who = x'{}' AND p.at < {before} ORDER BY p.at DESC LIMIT 40",
        hex(who)
    );
    window(form, &Filter::default().and(Ask::Who(who)), from, &sql)
}

fn kind(form: &Form, from: From) -> Reading {
    let before = if from == From::Top {
        i64::MAX
    } else {
        deep().at
    };
    let sql = format!(
        "SELECT r.body FROM entry e JOIN revision r ON r.seq = e.seq
         WHERE e.kind = 'feedback' AND e.at < {before} ORDER BY e.at DESC LIMIT 40"
    );
    let filter = Filter::default().and(Ask::Kind(vec![Kind::Feedback]));
    window(form, &filter, from, &sql)
}

fn search(form: &Form, words: &str, asked: &str) -> Reading {
    let sql = format!(
        "SELECT r.body FROM fulltext x CROSS JOIN entry e ON e.n = x.rowid JOIN revision r ON r.seq = e.seq
         WHERE fulltext MATCH '{asked}' ORDER BY x.rowid DESC LIMIT 40"
    );
    let words = Ask::Words {
        text: words.to_owned(),
        phrase: false,
    };
    window(form, &Filter::default().and(words), From::Top, &sql)
}

/// The rows and the twelve weeks of each, one by one.
fn relationships(form: &Form) -> Reading {
    let (journal, bare) = (form.journal(), form.bare());
    let rows = "SELECT hex(id) FROM relationship WHERE archived = 0 ORDER BY rank, n LIMIT 40";
    let weeks = "SELECT many FROM week WHERE who = unhex(?1) ORDER BY week DESC LIMIT 12";
    let mut weeks = bare.prepare(weeks).expect("a query");
    let window = Window::top(ROWS);
    against(
        QUICK,
        || {
            drop(black_box(
                journal.relationships(false, window).expect("a window"),
            ));
        },
        || {
            for id in bodies(&bare, rows) {
                let many = weeks
                    .query_map([id], |row| row.get::<_, i64>(0))
                    .expect("weeks");
                black_box(many.filter_map(Result::ok).sum::<i64>());
            }
        },
    )
}

fn card(form: &Form) -> Reading {
    let (journal, bare) = (form.journal(), form.bare());
    let who = who(&journal);
    let sql = promises(who);
    against(
        QUICK,
        || drop(black_box(journal.card(who).expect("a card"))),
        || drop(black_box(bodies(&bare, &sql))),
    )
}

fn timeline(form: &Form) -> Reading {
    let (journal, bare) = (form.journal(), form.bare());
    let who = who(&journal);
    let sql = promises(who);
    let ask = || journal.timeline(who, million::LAST, 7, 260);
    against(
        QUICK,
        || drop(black_box(ask().expect("a timeline"))),
        || drop(black_box(bodies(&bare, &sql))),
    )
}

/// Everything that the figures of somebody are made of: one range of an index.
fn promises(who: RecordId) -> String {
    format!(
        "SELECT made || coalesce(due, '') || coalesce(done, '') FROM promise WHERE who = x'{}'",
        hex(who)
    )
}

fn hex(id: RecordId) -> String {
    use std::fmt::Write as _;
    id.bytes().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
