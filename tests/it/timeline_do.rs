//! The chart, the figures beside it, and what repeats, keystroke by keystroke from an empty journal to its end.

use trustline::domain::act::Act;
use trustline::domain::commitment::Cause;
use trustline::domain::reliability::Figure;
use trustline::domain::view::Window;
use trustline::domain::{Filter, Kind, Record, RecordId};
use trustline::journal::{Change, Journal};
use trustline::tui::harness::Trial;
use trustline::tui::page::Place;

use crate::house::{add, commitment, day, journal, person};

/// Does an act, which must succeed.
fn act(journal: &mut Journal, id: RecordId, act: Act, on: &str) {
    let on = day(on);
    journal.tell(Change::Act { id, act, on }).expect("an act");
}

fn broken(cause: Cause) -> Act {
    Act::Break {
        warned: false,
        cause,
        reason: String::new(),
    }
}

/// Fifteen weeks of promises kept by both, then six of theirs broken.
fn slipped(journal: &mut Journal) -> RecordId {
    let who = person(journal, "Priya Nair");
    let first = day("2026-06-02");
    for week in 0..21u64 {
        let on = (first + chrono::Days::new(7 * week)).to_string();
        for side in ["mine", "theirs"] {
            let late = week >= 15;
            if late && side == "mine" {
                continue;
            }
            let id = commitment(journal, "priya", side, &format!("week {week}"), &on, &on);
            let end = if late {
                broken(Cause::Unknown)
            } else {
                Act::Keep
            };
            act(journal, id, end, &on);
        }
    }
    who
}

#[test]
fn from_nothing_to_a_chart_that_is_walked_by_days_and_marks() {
    let mut screen = Trial::empty(80, 30).expect("an empty journal");
    screen.keys("a p \"Priya Nair\" ctrl-s").expect("a person");
    screen
        .keys("g t a o \"Spring offsite\" tab tab ctrl-u \"12 nov\" tab \"16 nov\" ctrl-s")
        .expect("a band");
    screen
        .keys("g t a m \"She said it in front of all @priya\" tab tab tab ctrl-u \"13 nov\" ctrl-s")
        .expect("a moment");
    screen.keys("g r enter").expect("her page");
    screen.keys("H").expect("a one-on-one today");
    let shown = screen.text();
    assert!(shown.contains("* moment"), "{shown}");
    assert!(shown.contains("* moment"), "{shown}");
    assert!(shown.contains("z quarter"), "{shown}");
    // one mark back is today's one-on-one, two are the moment within the offsite
    screen.keys("< <").expect("two marks back");
    let shown = screen.text();
    assert!(
        shown.contains("Fri 13 Nov 2026, 9 days ago")
            && shown.contains("offsite: Spring offsite, 12 Nov to 16 Nov"),
        "{shown}"
    );
    assert!(
        shown.contains("* moment: She said it in front of all") && shown.contains("Enter opens it"),
        "{shown}"
    );
    // a day earlier there is none, and it is said how to go on
    screen.keys("h").expect("a day back");
    let shown = screen.text();
    assert!(
        shown.contains("Thu 12 Nov 2026") && shown.contains("no mark on this day"),
        "{shown}"
    );
    screen.keys("enter").expect("opens the band");
    assert!(screen.text().contains("From                   2026-11-12"));
    screen.keys("esc > enter").expect("opens the moment");
    assert!(screen.text().contains("She said it in front of all"));
    // the list takes the cursor back
    screen.keys("esc j").expect("down");
    assert!(!screen.text().contains("Enter opens it"));
}

#[test]
fn one_key_goes_around_the_spans_and_keeps_the_day_pointed_at() {
    let mut journal = journal();
    let who = slipped(&mut journal);
    let mut screen = Trial::over(journal, 80, 30);
    screen.go(Place::Relationship(who));
    screen.keys("h h h").expect("to the day before yesterday");
    for span in ["z year", "z all", "z week", "z month", "z quarter"] {
        screen.keys("z").expect("the next span");
        let shown = screen.text();
        assert!(shown.contains(span), "{shown}");
        assert!(shown.contains("Fri 20 Nov 2026"), "{span}: {shown}");
    }
    // a whole quarter back, with the cursor
    screen.keys("{").expect("a stretch back");
    let shown = screen.text();
    assert!(shown.contains("Thu 20 Aug 2026"), "{shown}");
    // and what was known then: nothing of what came later
    assert!(shown.contains("theirs  12 kept"), "{shown}");
    screen.keys("}").expect("a stretch forward");
    assert!(screen.text().contains("15 kept, 6 broken"));
}

#[test]
fn a_figure_says_which_way_it_goes_and_asks_where_it_shifted() {
    let mut journal = journal();
    let who = slipped(&mut journal);
    let then = journal
        .known_then(who, day("2026-09-30"))
        .expect("what was known");
    assert_eq!(then.theirs.kept.counts_text(), "15 kept, 3 broken");
    let mut screen = Trial::over(journal, 100, 44);
    screen.go(Place::Relationship(who));
    let asks = "0 of the last 6 kept, 15 of 15 before. Worth asking what changed?";
    assert!(screen.text().contains(&format!("? theirs: {asks}")));
    screen.keys("x tab").expect("why, their side");
    let shown = screen.text().replace('\u{2503}', " ");
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        shown.contains("Against before") && shown.contains(asks) && shown.contains("not a verdict"),
        "{shown}"
    );
    assert!(
        shown.contains("What adds up to 62") && shown.contains("Biggest pulls"),
        "{shown}"
    );
    screen.keys("esc 6").expect("the card");
    assert!(screen.text().contains(asks));
    screen.keys("1").expect("the chart");
    let back = "h ".repeat(54);
    screen.keys(&back).expect("back to the end of September");
    let shown = screen.text();
    assert!(
        shown.contains("30 Sep 2026") && shown.contains("\u{2193} down"),
        "{shown}"
    );
}

#[test]
fn the_level_of_the_check_ins_shows_its_work() {
    let mut journal = journal();
    let who = person(&mut journal, "Priya Nair");
    let mut screen = Trial::over(journal, 100, 30);
    screen
        .go(Place::Relationship(who))
        .keys("i 4 4 4 4 4 4 4 ctrl-s esc")
        .expect("a check-in");
    screen
        .go(Place::Relationship(who))
        .keys("x f f")
        .expect("why, the level");
    let shown = screen.text();
    assert!(
        shown.contains(
            "newest \u{25cf}\u{25cf}\u{25cf}\u{25cf}\u{25cb} of 1 check-in; a level needs 3"
        ),
        "{shown}"
    );
    assert!(
        shown.contains("answered") && shown.contains("1.00"),
        "{shown}"
    );
    screen.keys("f f").expect("around again");
    assert!(screen.text().contains("Kept as agreed, my side"));
}

#[test]
fn the_ladder_shows_what_each_disclosure_counts_for() {
    let mut journal = journal();
    let who = person(&mut journal, "Priya Nair");
    for (day, depth, response, sealed) in [
        ("2026-10-01", "3", "care", "no"),
        ("2026-11-01", "2", "brushed aside", "no"),
        ("2026-11-10", "5", "care", "yes"),
    ] {
        let texts = [
            ("who", "priya"),
            ("side", "theirs"),
            ("depth", depth),
            ("day", day),
            ("response", response),
            ("confidence", sealed),
            ("content", "the words"),
        ];
        add(&mut journal, Kind::Disclosure, &texts);
    }
    let mut screen = Trial::over(journal, 100, 30);
    screen.go(Place::Relationship(who));
    screen.keys("x f f f").expect("why, what was shared");
    let shown = screen.text();
    for part in [
        "1 told in confidence, sealed",
        "depth 3  met care: safe depth 3 or deeper; in the 90 days' balance",
        "depth 2  brushed aside: leaves the safe depth as it is",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    // what is sealed is counted and shown nowhere
    assert!(
        !shown.contains("10 Nov") && !shown.contains("the words"),
        "{shown}"
    );
}

#[test]
fn what_repeats_goes_on_by_itself_until_one_key_stops_it() {
    let mut screen = Trial::empty(100, 30).expect("an empty journal");
    screen
        .keys("a p \"Priya Nair\" ctrl-s g r enter")
        .expect("a person");
    screen
        .keys("c \"send Priya the report every friday\"")
        .expect("a line");
    assert!(
        screen.text().contains("due Fri 27 Nov, in 5 days"),
        "{}",
        screen.text()
    );
    screen.keys("enter 2").expect("saved");
    assert!(
        screen.text().contains("\u{21bb} weekly  27 Nov"),
        "{}",
        screen.text()
    );
    screen.keys("s k").expect("kept");
    let shown = screen.text();
    assert!(
        shown.contains("\u{21bb} weekly   4 Dec") && shown.contains("kept"),
        "{shown}"
    );
    // one undo takes both back, one redo brings both again
    screen.keys("u").expect("undone");
    let shown = screen.text();
    assert!(
        shown.contains("weekly  27 Nov") && !shown.contains("weekly   4 Dec"),
        "{shown}"
    );
    screen.keys("ctrl-r").expect("done again");
    assert!(screen.text().contains("due 4 Dec"));
    // moved, it makes no next one
    screen.keys("g g s m \"8 dec\" enter").expect("moved");
    let shown = screen.text();
    assert_eq!(
        shown.matches("mine       send the report").count(),
        2,
        "{shown}"
    );
    // stopped with one key, and settled without a next one
    screen.keys("g g s n").expect("no longer repeats");
    assert!(!screen.text().contains('\u{21bb}'), "{}", screen.text());
    screen.keys("g g s b").expect("broken");
    let shown = screen.text();
    assert!(
        !shown.contains("due ") && shown.contains("broken"),
        "{shown}"
    );
}

#[test]
fn reopened_and_settled_again_it_has_its_next_one_already() {
    let mut journal = journal();
    person(&mut journal, "Priya Nair");
    let texts = [
        ("who", "priya"),
        ("side", "mine"),
        ("text", "send the report"),
        ("made", "2026-08-01"),
        ("agreed", "2026-08-01"),
        ("due", "2026-08-07"),
        ("repeats", "weekly"),
    ];
    let id = add(&mut journal, Kind::Commitment, &texts);
    act(&mut journal, id, broken(Cause::Unknown), "2026-08-09");
    act(&mut journal, id, Act::Reopen, "2026-11-22");
    act(
        &mut journal,
        id,
        Act::Release {
            reason: String::new(),
        },
        "2026-11-22",
    );
    let all = journal
        .entries(&Filter::default(), Window::top(20))
        .expect("all");
    let dues: Vec<_> = all
        .lines
        .iter()
        .filter_map(|line| match &line.record {
            Record::Commitment(one) => Some((one.current_due()?.day, one.follows, one.made)),
            _ => None,
        })
        .collect();
    // three months were missed, and one is made: the first after today
    let next = (day("2026-11-27"), Some(id), day("2026-11-22"));
    assert_eq!(dues.len(), 2, "{dues:?}");
    assert!(dues.contains(&next), "{dues:?}");
}

#[test]
fn a_rest_freezes_the_figures_on_its_first_day() {
    let mut journal = journal();
    let who = slipped(&mut journal);
    commitment(
        &mut journal,
        "priya",
        "mine",
        "left open",
        "2026-09-01",
        "2026-10-01",
    );
    let before = journal
        .known_then(who, day("2026-09-20"))
        .expect("then")
        .mine;
    let until = day("2027-01-10");
    act(&mut journal, who, Act::Pause { until }, "2026-09-20");
    let card = journal.card(who).expect("a card");
    // what fell due meanwhile lowers nothing, and nothing fades
    assert_eq!(card.mine, before);
    assert_eq!(card.mine.kept.as_of, day("2026-09-20"));
    let timeline = journal
        .timeline(who, day("2026-11-22"), 7, 12)
        .expect("a timeline");
    let newest = &timeline.mine[timeline.mine.len() - 1];
    assert!((newest.mean - before.kept.mean).abs() < 1e-12 && newest.day == day("2026-11-22"));
    assert!(timeline.bands.iter().any(|band| band.sort == "paused"));
    let mut screen = Trial::over(journal, 80, 24);
    let shown = screen.go(Place::Relationship(who)).text();
    assert!(
        shown.contains("paused") && !shown.contains("overdue"),
        "{shown}"
    );
}

#[test]
fn a_cause_never_changes_a_figure() {
    let figures: Vec<Figure> = Cause::ALL
        .iter()
        .map(|cause| {
            let mut journal = journal();
            let who = slipped(&mut journal);
            let made = "2026-11-01";
            let id = commitment(&mut journal, "priya", "theirs", "the last", made, made);
            act(&mut journal, id, broken(*cause), made);
            journal.card(who).expect("a card").theirs.kept
        })
        .collect();
    for other in &figures {
        assert_eq!(
            (other.alpha, other.beta),
            (figures[0].alpha, figures[0].beta)
        );
        assert_eq!(other.counts, figures[0].counts);
    }
}

#[test]
fn a_click_on_the_chart_points_at_its_day() {
    use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
    let mut journal = journal();
    let who = slipped(&mut journal);
    let mut screen = Trial::over(journal, 80, 30);
    screen.go(Place::Relationship(who));
    screen.event(Event::Mouse(MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: 6,
        row: 10,
        modifiers: KeyModifiers::NONE,
    }));
    let shown = screen.text();
    assert!(shown.contains("Sat 22 Aug 2026, 3 months ago"), "{shown}");
    assert!(shown.contains("theirs  12 kept"), "{shown}");
}
