//! One-on-ones to come: no contact and no "last time" until they were held; and calendars and contacts into a journal.

use trustline::domain::note::{Note, NoteSort};
use trustline::domain::view::TodaySort;
use trustline::domain::{Kind, Record};
use trustline::journal::{Change, Journal, Loaded};
use trustline::transfer::ics::{Calendar, Writer};
use trustline::transfer::intake::{Choice, Held, Incoming, Report, Source, Watch};
use trustline::transfer::outgoing::Outgoing;
use trustline::transfer::vcard::Cards;
use trustline::tui::harness::Trial;

use crate::house::{add, commitment, day, journal, now, person};

fn meeting(journal: &mut Journal, at: &str) -> trustline::domain::RecordId {
    let texts = [
        ("text", "rota"),
        ("who", "priya"),
        ("sort", "one-on-one"),
        ("at", at),
    ];
    add(journal, Kind::Note, &texts)
}

#[test]
fn a_meeting_to_come_is_no_contact_and_no_last_time() {
    let mut journal = journal();
    let who = person(&mut journal, "Priya Nair");
    meeting(&mut journal, "2026-11-02");
    meeting(&mut journal, "2026-11-24 10:00");
    let today_at_noon = meeting(&mut journal, "2026-11-22 12:00");
    let card = journal.card(who).expect("a card");
    assert_eq!(card.last_one_on_one, Some(day("2026-11-02")));
    assert_eq!(card.last_contact, Some(day("2026-11-02")));
    assert_eq!(
        card.next_one_on_one.map(|at| at.to_string()).as_deref(),
        Some("2026-11-22 12:00")
    );
    let all = journal
        .relationships(false, trustline::domain::view::Window::top(9))
        .expect("all");
    assert_eq!(all.lines[0].last_contact, Some(day("2026-11-02")));
    let prep = journal.prep(who, None).expect("prep");
    assert_eq!(prep.since, day("2026-11-02"));
    let today = journal.today(20).expect("today");
    assert_eq!(today.lines[0].sort, TodaySort::OneOnOne);
    assert_eq!(today.lines[0].id, today_at_noon);
    // said to be held, it counts, and the note that was planned is the note of it
    let held = Change::Held {
        who,
        on: day("2026-11-22"),
        note: "went well".to_owned(),
    };
    journal.tell(held).expect("held");
    let card = journal.card(who).expect("a card");
    assert_eq!(card.last_one_on_one, Some(day("2026-11-22")));
    assert_eq!(card.last_contact, Some(day("2026-11-22")));
    assert_eq!(
        card.next_one_on_one.map(|at| at.day),
        Some(day("2026-11-24"))
    );
    let Some(Record::Note(note)) = journal
        .stored(today_at_noon)
        .expect("read")
        .map(|s| s.record)
    else {
        panic!("no note");
    };
    assert_eq!(note.text, "rota\nwent well");
    journal.look_as_of(Some(day("2026-11-10")));
    assert_eq!(journal.card(who).expect("a card").next_one_on_one, None);
}

#[test]
fn today_leads_to_prep_and_says_that_it_was_held() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal");
    let open = || Journal::open(&path, crate::house::clock()).expect("a journal");
    let mut journal = open();
    let who = person(&mut journal, "Priya Nair");
    let note = |at: &str| Note {
        who: vec![who],
        sort: NoteSort::Planned,
        at: at.parse().expect("a time"),
        text: "rota".to_owned(),
        tags: Vec::new(),
    };
    for at in ["2026-11-21 10:00", "2026-11-22 09:00", "2026-11-23 10:00"] {
        let planned = Change::Add(Box::new(Record::Note(note(at))));
        journal.tell(planned).expect("told");
    }
    let mut screen = Trial::over(open(), 80, 24);
    assert!(
        screen.text().contains("yesterday: was it held?"),
        "{}",
        screen.text()
    );
    assert!(
        screen.text().contains("tomorrow, 10:00"),
        "{}",
        screen.text()
    );
    screen.keys("enter").expect("keys");
    assert!(
        screen.text().contains("next one-on-one today 09:00"),
        "{}",
        screen.text()
    );
    assert!(!screen.text().contains("planned"), "{}", screen.text());
    screen.keys("esc H").expect("keys");
    assert!(!screen.text().contains("was it held?"), "{}", screen.text());
    let card = open().card(who).expect("a card");
    assert_eq!(card.last_one_on_one, Some(day("2026-11-21")));
    screen.keys("s h").expect("keys");
    let card = open().card(who).expect("a card");
    assert_eq!(card.last_one_on_one, Some(day("2026-11-22")));
}

/// Imports as the command does.
fn import(journal: &mut Journal, incoming: &dyn Incoming) -> (Report, Loaded) {
    let record = |id| {
        journal
            .stored(id)
            .expect("read")
            .map(|stored| stored.record)
    };
    let held = Held {
        names: journal,
        record: &record,
        erased: &|id| journal.erased(id).unwrap_or(false),
    };
    let mut watch = Watch {
        tick: &mut |_| true,
        refused: &mut |_, _| Ok(()),
    };
    let survey = incoming.survey(&held, &mut watch).expect("surveys");
    let report = survey.report.clone();
    let loaded = journal
        .load(
            "imported",
            &mut incoming.feed(survey).expect("feeds"),
            &mut |_| true,
        )
        .expect("loads");
    (report, loaded)
}

fn choice(update: bool) -> Choice {
    let mut choice = Choice {
        now: now(),
        ..Choice::default()
    };
    choice.table.update = update;
    choice
}

fn calendar(text: &str, update: bool) -> Calendar {
    Calendar::open(&Source::held("a.ics", text.as_bytes()), &choice(update)).expect("a calendar")
}

const SERIES: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:s\r\nSUMMARY:1:1 Priya\r\nDTSTART:20261103T100000\r\nRRULE:FREQ=WEEKLY;COUNT=6\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn a_calendar_comes_once_and_a_moved_meeting_is_a_changed_one() {
    let mut journal = journal();
    let who = person(&mut journal, "Priya Nair");
    let (_, loaded) = import(&mut journal, &calendar(SERIES, false));
    assert_eq!(loaded.new, 6);
    let card = journal.card(who).expect("a card");
    assert_eq!(card.last_one_on_one, Some(day("2026-11-17")));
    assert_eq!(
        card.next_one_on_one.map(|at| at.day),
        Some(day("2026-11-24"))
    );
    let before = journal.digest().expect("a digest");
    let (report, loaded) = import(&mut journal, &calendar(SERIES, true));
    assert_eq!((report.same, loaded.new, loaded.changed), (6, 0, 0));
    assert_eq!(journal.digest().expect("a digest"), before);
    let moved = SERIES.replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\r\nUID:s\r\nRECURRENCE-ID:20261124T100000\r\nSUMMARY:1:1 Priya\r\nDTSTART:20261126T150000\r\nEND:VEVENT\r\nEND:VCALENDAR",
    );
    let (report, loaded) = import(&mut journal, &calendar(&moved, false));
    assert_eq!(
        (report.differing, loaded.changed),
        (1, 0),
        "left as it is unless asked"
    );
    let (_, loaded) = import(&mut journal, &calendar(&moved, true));
    assert_eq!((loaded.new, loaded.changed), (0, 1));
    let card = journal.card(who).expect("a card");
    assert_eq!(
        card.next_one_on_one.map(|at| at.to_string()).as_deref(),
        Some("2026-11-26 15:00")
    );
    journal.undo().expect("undone");
    let card = journal.card(who).expect("a card");
    assert_eq!(
        card.next_one_on_one.map(|at| at.day),
        Some(day("2026-11-24"))
    );
}

#[test]
fn contacts_come_once_and_never_twice() {
    let mut journal = journal();
    let who = person(&mut journal, "Priya Nair");
    let text = "BEGIN:VCARD\nFN:Priya Nair\nEMAIL:p@example.com\nEND:VCARD\nBEGIN:VCARD\nFN:Sam Ode\nUID:7\nEND:VCARD\n";
    let cards = |update| {
        Cards::open(&Source::held("a.vcf", text.as_bytes()), &choice(update)).expect("cards")
    };
    let (report, loaded) = import(&mut journal, &cards(false));
    assert_eq!((report.new, report.differing, loaded.new), (1, 1, 1));
    let (report, loaded) = import(&mut journal, &cards(false));
    assert_eq!(
        (report.new, report.same, loaded.new + loaded.changed),
        (0, 1, 0)
    );
    import(&mut journal, &cards(true));
    assert_eq!(
        journal.find_relationship("p@example.com").expect("found"),
        who
    );
    let (report, loaded) = import(&mut journal, &cards(true));
    assert_eq!((report.same, loaded.new + loaded.changed), (2, 0));
}

#[test]
fn what_is_due_goes_out_and_comes_back_into_any_journal() {
    let mut journal = journal();
    person(&mut journal, "Priya Nair");
    let promise = commitment(
        &mut journal,
        "priya",
        "mine",
        "send; the, draft",
        "2026-11-01",
        "2026-11-30 17:00",
    );
    let meets = meeting(&mut journal, "2026-11-24 10:00");
    let mut out = Vec::new();
    let mut writer = Writer::new(&mut out, &journal, now()).with_events(true);
    for id in [promise, meets] {
        let stored = journal.stored(id).expect("read").expect("there");
        writer.take(id, &stored.record).expect("written");
    }
    assert_eq!(writer.end().expect("ended").says_lost(), None);
    let text = String::from_utf8(out).expect("text");
    let (report, loaded) = import(&mut journal, &calendar(&text, true));
    assert_eq!(
        (report.same, loaded.new + loaded.changed),
        (2, 0),
        "{report}"
    );
    let mut other = crate::house::journal();
    let (report, loaded) = import(&mut other, &calendar(&text, false));
    assert_eq!((loaded.new, report.refused), (3, 0), "{report}");
    for id in [promise, meets] {
        let records =
            [&journal, &other].map(|j| j.stored(id).expect("read").expect("there").record);
        assert_eq!(records[0], records[1]);
    }
}
