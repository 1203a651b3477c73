//! What the page cache is worth: pages of lists at random places, read bare, with caches of several sizes.
//!
//! `store` sets its cache at rest by these figures. In a locked journal each page that is not in it costs a decryption.

use std::hint::black_box;

use crate::bare::bodies;
use crate::form::Form;
use crate::million;
use crate::stopwatch::{Reading, Rounds, alone};
use crate::table::{Act, Goal};

/// Enough pages to fill the largest cache as far as it will be.
const ROUNDS: Rounds = Rounds {
    within: std::time::Duration::from_secs(3),
    least: 400,
    most: 3_000,
};

/// The acts of this room.
pub const ACTS: &[Act] = &[
    act("cache of 2 MB: a page anywhere", |form| anywhere(form, 2)),
    act("cache of 4 MB: a page anywhere", |form| anywhere(form, 4)),
    act("cache of 10 MB: a page anywhere", |form| anywhere(form, 10)),
    act("cache of 64 MB: a page anywhere", |form| anywhere(form, 64)),
    act("cache of 2 MB: the same ten pages", |form| again(form, 2)),
    act("cache of 4 MB: the same ten pages", |form| again(form, 4)),
    act("cache of 10 MB: the same ten pages", |form| again(form, 10)),
    act("cache of 64 MB: the same ten pages", |form| again(form, 64)),
];

const fn act(name: &'static str, run: fn(&Form) -> Reading) -> Act {
    let (unit, goal) = ("ms", Goal::NONE);
    Act {
        name,
        unit,
        goal,
        run,
    }
}

fn anywhere(form: &Form, megabytes: u32) -> Reading {
    pages(form, megabytes, u64::MAX)
}

fn again(form: &Form, megabytes: u32) -> Reading {
    pages(form, megabytes, 10)
}

/// Forty entries of one of the thousand from one of so many places on, over and over.
fn pages(form: &Form, megabytes: u32, places: u64) -> Reading {
    let bare = form.bare();
    let cache = i64::from(megabytes) * -1_000;
    bare.pragma_update(None, "cache_size", cache)
        .expect("a cache");
    let ids = bodies(&bare, "SELECT hex(id) FROM relationship ORDER BY n");
    let sql = "SELECT r.body FROM place p CROSS JOIN entry e ON e.n = p.n JOIN revision r ON r.seq = e.seq
               WHERE p.who = unhex(?1) AND p.at < ?2 ORDER BY p.at DESC LIMIT 40";
    let mut statement = bare.prepare(sql).expect("a query");
    let mut turn = 0_u64;
    alone(ROUNDS, || {
        turn += 1;
        let place = turn % places;
        let who = &ids[usize::try_from(place * 7_919 % 1_000).unwrap_or(0)];
        let at = million::moment(i64::try_from(place * 104_729 % 1_500).unwrap_or(0));
        let rows = statement
            .query_map(rusqlite::params![who, at], |row| row.get::<_, String>(0))
            .expect("rows");
        black_box(rows.filter_map(Result::ok).count());
    })
}
