//! Agreements, groups, institutions, teams and bands, keystroke by keystroke from an empty journal to their end.

use chrono::{Days, NaiveDate};
use tempfile::TempDir;
use trustline::clock::Clock;
use trustline::domain::agreement::{Agreement, Scope, Visibility};
use trustline::domain::filter::Ask;
use trustline::domain::view::{TodaySort, Window};
use trustline::domain::{Filter, Kind, Noun, Record, RecordId};
use trustline::journal::Journal;
use trustline::tui::harness::{Trial, screen};

use crate::house::{add, clock, commitment, day, now, person};

/// A journal in a file that the screen writes and the test reads, as two windows would.
struct Desk {
    _folder: TempDir,
    path: std::path::PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("journal");
        let desk = Self {
            _folder: folder,
            path,
        };
        desk.journal();
        desk
    }

    fn journal(&self) -> Journal {
        Journal::open(&self.path, clock()).expect("a journal")
    }

    fn screen(&self) -> Trial {
        Trial::over(self.journal(), 100, 30)
    }

    /// The screen so many days later.
    fn later(&self, days: u64) -> Trial {
        let then = Clock::fixed(now() + Days::new(days));
        Trial::over(Journal::open(&self.path, then).expect("a journal"), 100, 30)
    }

    fn only(&self, kind: Kind) -> (RecordId, Record) {
        let filter = Filter::default().and(Ask::Kind(vec![kind]));
        let mut lines = self
            .journal()
            .entries(&filter, Window::top(9))
            .expect("a list")
            .lines;
        assert_eq!(lines.len(), 1, "{kind}");
        let line = lines.remove(0);
        (line.id, line.record)
    }

    fn agreement(&self) -> Agreement {
        match self.only(Kind::Agreement).1 {
            Record::Agreement(one) => one,
            _ => unreachable!("only agreements were asked for"),
        }
    }

    /// What Today says of agreements, so many days later.
    fn waits(&self, days: u64) -> Vec<String> {
        let then = Clock::fixed(now() + Days::new(days));
        let journal = Journal::open(&self.path, then).expect("a journal");
        let lines = journal.today(50).expect("today").lines.into_iter();
        let reviews = lines.filter(|line| line.sort == TodaySort::Review);
        reviews.map(|line| line.text).collect()
    }
}

fn shows(trial: &Trial, words: &[&str]) {
    let text = trial.text();
    for words in words {
        assert!(
            text.contains(words),
            "no \u{201c}{words}\u{201d} in\n{text}"
        );
    }
}

#[test]
fn an_agreement_lives_from_its_first_word_to_its_end() {
    let desk = Desk::new();
    let mut trial = desk.screen();
    trial
        .keys("a p \"Priya Nair\" ctrl-s g r a a")
        .expect("keys");
    shows(&trial, &["New agreement", "Priya Nair"]);
    trial
        .keys("\"no feedback in front of others\" ctrl-s")
        .expect("keys");
    assert_eq!(
        (desk.agreement().scope, desk.agreement().state()),
        (Scope::Pair, "standing")
    );

    // seen upheld yesterday, breached today: it waits on Today and on her page
    trial
        .keys("enter s u \"took it to a call\" tab ctrl-u \"today\" enter")
        .expect("keys");
    trial
        .keys("s b \"in the Monday round\" enter")
        .expect("keys");
    assert_eq!(
        desk.agreement().observed().text(),
        "upheld 1, breached 1, 1 waits"
    );
    shows(&trial, &["breached 22 Nov, to be addressed"]);
    trial.keys("g t").expect("keys");
    shows(
        &trial,
        &[
            "To look at again",
            "breached 22 Nov, to be addressed: no feedback",
        ],
    );

    // it does not end while it waits, and undo takes back one step
    trial.keys("G s x \"enough\" enter").expect("keys");
    shows(&trial, &["write how it was addressed first"]);
    trial.keys("ctrl-x esc esc").expect("keys");
    trial
        .keys("s a \"said sorry in the same round\" tab right enter")
        .expect("keys");
    let seen = &desk.agreement().observations[1];
    assert_eq!(
        (seen.addressed, seen.seen),
        (Some(day("2026-11-22")), Visibility::InTheGroup)
    );
    trial.keys("u").expect("keys");
    assert_eq!(desk.agreement().state(), "breached");
    trial.keys("ctrl-r").expect("keys");
    assert_eq!(desk.agreement().state(), "standing");
    assert!(desk.waits(0).is_empty());

    // ninety days on it is looked at with one key, and ends when it has done its work
    assert_eq!(
        desk.waits(90),
        ["to be looked at again: no feedback in front of others"]
    );
    let mut trial = desk.later(90);
    trial.keys("s r").expect("keys");
    assert_eq!(desk.agreement().reviewed, Some(day("2027-02-20")));
    let mut trial = desk.later(91);
    trial
        .keys("g r enter s x \"the team parted\" enter")
        .expect("keys");
    let ended = desk.agreement();
    assert_eq!(
        (ended.ended, ended.closing.as_str()),
        (Some(day("2027-02-21")), "the team parted")
    );
    trial.keys("s o").expect("keys");
    assert_eq!(desk.agreement().state(), "standing");
}

#[test]
fn time_never_closes_a_breach_of_an_agreement() {
    let desk = Desk::new();
    let mut trial = desk.screen();
    let keys =
        "a p \"Priya Nair\" ctrl-s g r a a \"no surprises\" ctrl-s enter s b \"a surprise\" enter";
    trial.keys(keys).expect("keys");
    for days in [0, 1, 30, 400, 4000] {
        assert_eq!(
            desk.waits(days),
            ["breached 22 Nov, to be addressed: no surprises"].map(|says| {
                if days < 400 {
                    says.to_owned()
                } else {
                    says.replace("22 Nov", "22 Nov 2026")
                }
            })
        );
    }
}

#[test]
fn who_may_see_what_is_asked_only_where_it_is_about_access() {
    let desk = Desk::new();
    let mut trial = desk.screen();
    trial
        .keys("a p \"Priya Nair\" ctrl-s g r a a")
        .expect("keys");
    assert!(!trial.text().contains("Who may see"));
    trial.keys("esc a i \"Payroll\" ctrl-s").expect("keys");
    trial.keys(": \"payroll\" enter a a").expect("keys");
    shows(&trial, &["access", "Who may see", "Why"]);
    trial
        .keys("\"salaries are seen by two\" tab tab tab tab \"payroll\" tab \"salaries\" tab \"to pay them\" ctrl-s")
        .expect("keys");
    let one = desk.agreement();
    assert_eq!(one.scope, Scope::Access);
    let access = [one.access_who, one.access_what, one.access_why];
    assert_eq!(access, ["payroll", "salaries", "to pay them"]);
}

#[test]
fn a_group_says_how_many_are_known_and_has_only_its_own_promises() {
    let desk = Desk::new();
    let mut trial = desk.screen();
    trial.keys("a g \"Circle\"").expect("keys");
    shows(&trial, &["Members"]);
    trial.keys("esc esc a p \"Ana Lima\"").expect("keys");
    assert!(!trial.text().contains("Members"));
    trial.keys("esc esc").expect("keys");
    let mut journal = desk.journal();
    let group = [
        ("name", "Circle"),
        ("party", "group"),
        ("role", "community"),
        ("members", "11"),
    ];
    add(&mut journal, Kind::Relationship, &group);
    for name in ["Ana Lima", "Bo Strand"] {
        add(
            &mut journal,
            Kind::Relationship,
            &[("name", name), ("teams", "circle")],
        );
    }
    let mut trial = desk.screen();
    trial.keys(": \"circle\" enter").expect("keys");
    shows(&trial, &["2 of 11 known directly", "nothing settled yet"]);
    // a check-in asks about belonging and about fitting in, and tells them apart
    trial.keys("i").expect("keys");
    shows(&trial, &["welcome as I am", "played a part"]);
    trial.keys("4 4 5 4 2 4 ctrl-s").expect("keys");
    trial.keys("g r : \"circle\" enter 6 G k").expect("keys");
    shows(
        &trial,
        &[
            "Belonging, apart from fitting in",
            "belonging: 1 answer",
            "fitting in: 1 answer",
        ],
    );
    // from its card to somebody of it, and from its page to its map
    trial.keys("g m enter").expect("keys");
    shows(&trial, &["Team \u{b7} Circle", "2 of 11 known directly"]);
}

#[test]
fn an_institution_carries_the_misses_that_name_it() {
    let desk = Desk::new();
    let mut journal = desk.journal();
    person(&mut journal, "Ana Lima");
    let desk_of = [
        ("name", "Release Desk"),
        ("party", "institution"),
        ("role", "institution"),
    ];
    add(&mut journal, Kind::Relationship, &desk_of);
    commitment(
        &mut journal,
        "ana",
        "theirs",
        "ship the finder",
        "2026-11-01",
        "2026-11-20",
    );
    let mut trial = desk.screen();
    trial
        .keys("s e \"no window\" tab \"release\" enter")
        .expect("keys");
    trial.keys(": \"release\" enter").expect("keys");
    shows(
        &trial,
        &["excused misses: 1 in 60 days, 1 in all", "Ana Lima"],
    );
    // it is a miss of neither: no figure of the institution moves
    shows(&trial, &["nothing settled yet"]);
    trial.keys("6 G").expect("keys");
    shows(
        &trial,
        &[
            "Excused misses that name it: 1 in 60 days, 1 in all",
            "ship the finder",
        ],
    );
    trial.keys("u").expect("keys");
    shows(&trial, &["power gap"]);
    assert!(!trial.text().contains("Excused misses that name it"));
}

#[test]
fn a_team_is_walked_by_columns_and_parts() {
    let desk = Desk::new();
    let mut journal = desk.journal();
    for name in ["Ana Lima", "Bo Strand"] {
        add(
            &mut journal,
            Kind::Relationship,
            &[("name", name), ("teams", "Booking")],
        );
    }
    let mut trial = desk.screen();
    trial.keys("g m").expect("keys");
    shows(&trial, &["Teams", "Booking", "2 known directly"]);
    trial.keys("enter").expect("keys");
    shows(&trial, &["No check-in in these weeks", "five people"]);
    trial
        .keys("g r enter i 4 4 4 4 4 4 4 n ctrl-s")
        .expect("keys");
    trial.keys("g m enter").expect("keys");
    shows(
        &trial,
        &[
            "Ana Lima",
            "Bo Strand",
            "ability",
            "\u{2591}1",
            "in 1 of 1 check-ins",
        ],
    );
    trial.keys("l").expect("keys");
    shows(&trial, &["Bo Strand \u{b7} ability: in 0 of 0"]);
    trial.keys("j f").expect("keys");
    shows(
        &trial,
        &[
            "week of 16 Nov \u{b7} benevolence: 1 answered",
            "weeks, from Monday",
        ],
    );
    trial.keys("f n").expect("keys");
    shows(&trial, &["people by their next check-in"]);
    trial.keys("n h enter").expect("keys");
    shows(&trial, &["Ana Lima", "last contact today"]);
    // and from a page of somebody to their team
    trial.keys("m").expect("keys");
    shows(&trial, &["Team \u{b7} Booking"]);
}

#[test]
fn a_band_is_written_ends_and_goes_on() {
    let desk = Desk::new();
    let mut trial = desk.screen();
    trial.keys("a p \"Priya Nair\" ctrl-s").expect("keys");
    trial
        .keys("a o \"parental leave\" tab \"leave\" tab \"mon\" ctrl-s")
        .expect("keys");
    let band = |desk: &Desk| match desk.only(Kind::Band).1 {
        Record::Band(one) => (one.from, one.to),
        _ => unreachable!("only bands were asked for"),
    };
    let from: NaiveDate = day("2026-11-16");
    assert_eq!(band(&desk), (from, None));
    trial.keys("/ \"parental\" enter").expect("keys");
    trial.keys("s x \"today\" enter").expect("keys");
    assert_eq!(band(&desk), (from, Some(day("2026-11-22"))));
    trial.keys("s o").expect("keys");
    assert_eq!(band(&desk), (from, None));
}

#[test]
fn every_kind_is_reached_on_the_smallest_screen() {
    let mut trial = Trial::empty(40, 12).expect("a screen");
    trial.keys("a").expect("keys");
    let rows = trustline::tui::command::rows(&[trustline::tui::command::Scope::Add]);
    for row in rows {
        shows(&trial, &[row.name]);
    }
}

#[test]
fn a_team_a_group_and_an_institution_look_so() {
    let pages = [
        ("team", "g m j enter j l l"),
        ("team_by_weeks", "g m j enter f"),
        ("teams", "g m"),
        ("group", ": \"circle\" enter"),
        ("group_card", ": \"circle\" enter 6 G"),
        ("institution", ": \"release desk\" enter"),
        ("agreement", "g m j enter tab tab enter"),
    ];
    for (name, keys) in pages {
        for (width, height) in [(40, 12), (80, 24), (120, 40)] {
            let name = format!("{name}_{width}x{height}");
            insta::assert_snapshot!(name, screen(keys, width, height));
        }
    }
}
