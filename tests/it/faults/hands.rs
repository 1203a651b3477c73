//! Two to eight hands at once on one journal, and a screen open on it: all that was told is there, nobody is turned away.

use std::time::Instant;

use portable_pty::CommandBuilder;

use super::place::{NOW, PROGRAM, Place, cases, said, tell};
use crate::seat::Seat;

/// How long anybody may be kept waiting by the others before that is a failure (the program's own patience).
const PATIENCE: u128 = 5_000;

const NAMES: [&str; 8] = [
    "Ada Bly",
    "Ben Cox",
    "Cem Dag",
    "Dee Eng",
    "Eva Fox",
    "Finn Gray",
    "Gus Hill",
    "Hal Ives",
];

/// Lets each of some hands do so many acts, one after the other; answers the longest that one of them took.
fn at_once(place: &Place, hands: usize, each: usize, round: usize) -> u128 {
    let work = |hand: usize| {
        let mut longest = 0;
        for n in 0..each {
            let name = NAMES[hand];
            let line = format!("send {name} thing{round}x{n} by fri");
            let begun = Instant::now();
            let done = place.run(&["commit", &line, "--json"]);
            assert!(done.status.success(), "{line}: {}", said(&done));
            longest = longest.max(begun.elapsed().as_millis());
        }
        longest
    };
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..hands)
            .map(|hand| scope.spawn(move || work(hand)))
            .collect();
        let took = hands.into_iter().map(|hand| hand.join().expect("it wrote"));
        took.max().unwrap_or(0)
    })
}

fn all_there(place: &Place, hands: usize, each: usize, round: usize) {
    let listed = place.does(&["list", "kind:commitment"]);
    for name in &NAMES[..hands] {
        for n in 0..each {
            let words = format!("thing{round}x{n} ");
            let there = |line: &&str| line.contains(name) && line.contains(&words);
            assert_eq!(listed.lines().filter(there).count(), 1, "{name} {words}");
        }
    }
}

#[test]
fn writers_at_once_lose_nothing() {
    let place = Place::new();
    // the journal itself is made by all of them at once
    std::thread::scope(|scope| {
        for name in NAMES {
            let place = &place;
            scope.spawn(move || place.does(&["add", "relationship", name]));
        }
    });
    let (mut many, mut longest) = (0, 0);
    for (round, hands) in [2, 4, 8].into_iter().enumerate() {
        let each = cases(10, 715);
        longest = longest.max(at_once(&place, hands, each, round));
        all_there(&place, hands, each, round);
        many += hands * each;
    }
    place.is_sound("after all");
    let settled = place.does(&["export"]).lines().count() - 1;
    assert_eq!(settled, many + NAMES.len(), "a revision each");
    tell(&format!(
        "hands at once: {many} writes by two, four and eight, 0 lost, 0 turned away; the longest took {longest} ms"
    ));
}

/// Reading verbs, backups and imports go on among the writers.
#[test]
fn readers_backups_and_imports_go_on_among_writers() {
    let place = Place::new();
    for name in NAMES {
        place.does(&["add", "relationship", name]);
    }
    std::fs::write(
        place.path("t.csv"),
        "who,text,made,due,side\nAda Bly,brought in,2026-11-01,2026-11-05,theirs\n",
    )
    .expect("written");
    let others: [&[&str]; 6] = [
        &["backup"],
        &["export"],
        &["import", "t.csv"],
        &["today"],
        &["doctor"],
        &["relationships"],
    ];
    let longest = std::thread::scope(|scope| {
        for args in others {
            let place = &place;
            scope.spawn(move || {
                for _ in 0..cases(3, 100) {
                    place.does(args);
                }
            });
        }
        at_once(&place, 2, cases(8, 300), 9)
    });
    all_there(&place, 2, cases(8, 300), 9);
    place.is_sound("after all");
    assert!(longest < PATIENCE * 12, "{longest} ms: they were kept out");
    place.does(&["backups", "--verify"]);
}

/// What others write appears on an open screen, and the line under the cursor stays under it.
#[test]
fn a_screen_follows_what_others_write_and_keeps_its_place() {
    let place = Place::new();
    for name in NAMES {
        place.does(&["add", "relationship", name, "--since", "2026-11-21"]);
    }
    for n in 0..4 {
        place.does(&[
            "commit",
            &format!("send Ada early{n} by 2026-11-2{}", 3 + n),
        ]);
    }
    let mut command = CommandBuilder::new(PROGRAM);
    command.env("TRUSTLINE_NOW", NOW);
    command.env("TRUSTLINE_JOURNAL", place.journal());
    command.env("TRUSTLINE_CONFIG", place.path("settings"));
    command.env("TERM", "xterm-256color");
    let mut seat = Seat::with(command);
    seat.shows("early0");
    seat.types("jj");
    // the one under the cursor is the one that is opened
    seat.types("\r");
    seat.shows("early2");
    seat.hides("early0");
    seat.types("q");
    seat.shows("early0");
    at_once(&place, 2, cases(4, 50), 1);
    place.does(&["commit", "send Ben aboveall by 2026-11-22"]);
    seat.shows("aboveall");
    seat.types("\r");
    seat.shows("early2");
    seat.hides("aboveall");
    seat.types("q");
    seat.shows("aboveall");
    // it writes, too
    seat.types("sk");
    seat.shows("u undoes");
    seat.types("q");
    assert!(seat.ends().success());
    let listed = place.does(&["list", "early2"]);
    assert!(listed.contains("kept"), "{listed}");
    place.is_sound("after all");
}
