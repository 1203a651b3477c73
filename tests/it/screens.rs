//! Keystrokes in, screens out: every daily page at three sizes, and what the keys do.

use trustline::domain::commitment::Commitment;
use trustline::domain::{Record, Side, When};
use trustline::journal::{Change, Journal};
use trustline::tui::harness::{Trial, empty_screen, sample, screen};
use trustline::tui::theme::Theme;

use crate::house::{clock, day};

/// A snapshot of the same keys at the three sizes that must be usable, comfortable and wide.
macro_rules! at_three_sizes {
    ($($name:ident: $keys:expr;)+) => {$(
        #[test]
        fn $name() {
            for (width, height) in [(40, 12), (80, 24), (120, 40)] {
                let name = format!("{}_{width}x{height}", stringify!($name));
                insta::assert_snapshot!(name, screen($keys, width, height));
            }
        }
    )+};
}

at_three_sizes! {
    today: "";
    today_last_line: "G";
    relationships: "g r j j";
    settle_menu: "s";
    settle_move: "s m \"in 2 weeks\"";
    add_menu: "a";
    quick_line: "c \"send Priya the budget numbers by thu noon #budget\"";
    commitment_form: "a c \"the notes\" tab \"next fri\"";
    breach_form: "g r j j j j a b \"told nobody\"";
    form_with_faults: "a p ctrl-s";
    record: "enter";
    record_history: "enter e tab tab \" twice\" ctrl-s h";
    palette: ": \"rel\"";
    help: "?";
    confirm_delete: "D";
}

#[test]
fn an_empty_journal_says_how_to_start() {
    for (width, height) in [(40, 12), (80, 24)] {
        insta::assert_snapshot!(
            format!("empty_today_{width}x{height}"),
            empty_screen("", width, height)
        );
        insta::assert_snapshot!(
            format!("empty_relationships_{width}x{height}"),
            empty_screen("g r", width, height)
        );
    }
}

/// Types keys over the sample and gives back the screen.
fn typed(keys: &str) -> String {
    screen(keys, 100, 30)
}

#[test]
fn settling_takes_two_keys_and_is_undone_by_one() {
    assert!(typed("").contains("one page on what we stop doing"));
    let kept = typed("s k");
    assert!(kept.contains("\u{2713} kept: one page"), "{kept}");
    assert!(!typed("s k down").contains("one page on what we stop doing"));
    assert!(typed("s k u down").contains("one page on what we stop doing"));
    assert!(!typed("s k u ctrl-r down").contains("one page on what we stop doing"));
}

#[test]
fn the_help_is_read_to_its_last_line_on_the_smallest_screen() {
    let end = screen("? G", 40, 12);
    assert!(end.contains("contact, not"), "{end}");
    let first = screen("? G g g", 40, 12);
    assert!(first.contains("Here"), "{first}");
    let of_the_run = screen("w ?", 100, 60);
    assert!(of_the_run.contains("no psychometric test"), "{of_the_run}");
}

#[test]
fn a_commitment_takes_two_keys_besides_its_words() {
    let told = typed("c \"send Priya the seating plan tomorrow\" enter");
    assert!(
        told.contains("\u{2713} added commitment: send the seating plan"),
        "{told}"
    );
    let keys = "c \"send Priya the seating plan tomorrow\" enter down";
    let due = screen(keys, 100, 60);
    assert!(
        due.contains("send the seating plan") && due.contains("tomorrow"),
        "{due}"
    );
}

#[test]
fn what_a_quick_line_lacks_is_asked_for_in_the_form() {
    let screen = empty_screen("c \"send the plan by fri\" enter", 80, 24);
    assert!(
        screen.contains("New commitment") && screen.contains("\u{25b8}With*"),
        "{screen}"
    );
    assert!(
        screen.contains("send the plan") && screen.contains("2026-11-27"),
        "{screen}"
    );
}

#[test]
fn a_form_keeps_what_was_typed_until_it_is_thrown_away_on_purpose() {
    let left = typed("a n \"half a thought\" esc");
    assert!(
        left.contains("kept as a draft") && left.contains("Unfinished"),
        "{left}"
    );
    let back = typed("a n \"half a thought\" esc a n \"s\"");
    assert!(back.contains("half a thoughts"), "{back}");
    let thrown = typed("a n \"half a thought\" ctrl-x");
    assert!(
        thrown.contains("thrown away") && !thrown.contains("half a thought"),
        "{thrown}"
    );
    let again = typed("a n \"half a thought\" ctrl-x ctrl-x");
    assert!(again.contains("half a thought"), "{again}");
    let gone = typed("a n \"half a thought\" ctrl-x esc");
    assert!(!gone.contains("Unfinished"), "{gone}");
}

#[test]
fn a_person_is_added_from_nothing() {
    let screen = empty_screen("a p \"Ana Prieto\" tab tab \"lead\" ctrl-s g r", 80, 24);
    assert!(
        screen.contains("Ana Prieto") && screen.contains("leader"),
        "{screen}"
    );
}

#[test]
fn names_are_completed_and_dates_are_previewed() {
    let form = "a c shift-tab shift-tab ctrl-u \"pri\"";
    let offered = typed(form);
    assert!(offered.contains("Priya Nair"), "{offered}");
    let taken = typed(&format!("{form} right tab tab \"notes\" tab \"next fri\""));
    assert!(
        taken.contains("With                   Priya Nair"),
        "{taken}"
    );
    assert!(
        taken.contains("= Fri 4 Dec 2026") || taken.contains("= Fri 27 Nov 2026"),
        "{taken}"
    );
}

#[test]
fn deleting_names_the_thing_and_enter_leaves_it() {
    let asks = typed("D");
    assert!(
        asks.contains("Delete the commitment \u{201c}one page on what"),
        "{asks}"
    );
    assert!(typed("D enter").contains("one page on what"));
    assert!(!typed("D y down").contains("one page on what we stop"));
    assert!(typed("D y u down").contains("one page on what we stop"));
}

#[test]
fn a_record_is_edited_and_its_history_tells_it() {
    let screen = typed("enter e tab tab \" and more\" ctrl-s h");
    assert!(
        screen.contains("and more") && screen.contains("added commitment"),
        "{screen}"
    );
}

#[test]
fn q_goes_back_and_quits_only_at_home() {
    let mut trial = Trial::sample(80, 24).expect("the sample");
    trial.keys("g r q").expect("keys");
    assert!(trial.text().trim_start().starts_with("Today") && trial.out.is_none());
    trial.keys("esc").expect("keys");
    assert!(trial.text().ends_with("q quits") && trial.out.is_none());
    trial.keys("q").expect("keys");
    assert_eq!(trial.out, Some(trustline::tui::app::Out::Quit));
}

#[test]
fn the_palette_does_what_is_chosen() {
    assert!(
        typed(": \"today\" esc g r : \"today\" enter")
            .trim_start()
            .starts_with("Today")
    );
    assert!(
        typed("ctrl-p \"jonas\" enter")
            .trim_start()
            .starts_with("Jonas Weber")
    );
    assert!(typed(": \"settle\" enter").contains("kept on"));
    assert!(
        typed(": \"comeback\" enter")
            .trim_start()
            .starts_with("Coming back")
    );
    // letters of a name may be left out, those of a sentence may not
    assert!(!typed(": \"xylo\"").contains("commands  "));
}

#[test]
fn the_palette_finds_every_kind_that_can_be_added() {
    let offered = typed(": \"disclosure\"");
    assert!(offered.contains("ad   disclosure"), "{offered}");
    let form = typed(": \"disclosure\" enter");
    assert!(form.trim_start().starts_with("New disclosure"), "{form}");
    // from a relationship's own page it is about them
    let form = typed("g r enter : \"need\" enter");
    assert!(
        form.trim_start().starts_with("New need") && !form.contains(" With*"),
        "{form}"
    );
}

#[test]
fn where_nothing_is_to_be_done_no_key_for_it_is_named() {
    // the stronger side promised nothing: that is said, and how to see the rest
    let page = typed(": \"noor\" enter");
    assert!(page.contains("You promised them nothing yet"), "{page}");
    let quiet = typed(": \"noor\" enter r");
    assert!(quiet.contains("Nothing is open to repair"), "{quiet}");
    assert!(
        !quiet.contains("n go on") && quiet.contains("a add"),
        "{quiet}"
    );
    let mut trial = Trial::empty(80, 24).expect("an empty journal");
    for (keys, says, key) in [
        ("g b", "Nothing went stale", "d done"),
        ("q C", "Nothing is sealed", "s settle"),
    ] {
        trial.keys(keys).expect("keys");
        let page = trial.text();
        assert!(page.contains(says) && !page.contains(key), "{page}");
    }
}

#[test]
fn the_word_of_a_kind_that_finds_nothing_leads_to_the_kind() {
    let page = typed("/ \"delegation\"");
    assert!(page.contains("kind:delegation finds every one"), "{page}");
    let page = typed("/ \"kind:delegation\"");
    assert!(page.contains("found, newest first"), "{page}");
}

#[test]
fn a_narrow_form_says_its_help_whole() {
    let mut trial = Trial::sample(40, 12).expect("the sample");
    trial.keys("a d tab tab").expect("keys");
    let screen = trial.text().replace('\n', " ");
    let said = "1 practical, 2 an opinion or doubt, 3";
    assert!(screen.contains(said), "{}", trial.text());
    assert!(
        screen.contains("▸Depth") && !screen.contains("needed: 1"),
        "{}",
        trial.text()
    );
}

#[test]
fn a_fault_that_does_not_fit_beneath_its_field_is_told_at_the_foot() {
    let mut trial = Trial::sample(40, 12).expect("the sample");
    trial
        .keys("a l \"ops\" tab tab \"far\" ctrl-s")
        .expect("keys");
    let rows = trial.text();
    let foot: Vec<_> = rows.lines().rev().skip(1).take(2).collect();
    let foot = foot.iter().rev().copied().collect::<Vec<_>>().join(" ");
    assert!(foot.contains("is not a whole number"), "{rows}");
}

#[test]
fn text_from_an_editor_comes_back_into_its_field() {
    let mut trial = Trial::sample(80, 24).expect("the sample");
    trial.keys("a n \"short\" ctrl-e").expect("keys");
    assert_eq!(
        trial.out,
        Some(trustline::tui::app::Out::Editor("short".to_owned()))
    );
    trial.edited("long and\nwide\n");
    let screen = trial.text();
    assert!(
        screen.contains("long and") && screen.contains("wide"),
        "{screen}"
    );
}

#[test]
fn the_screen_follows_another_process_and_the_cursor_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.db");
    let mut here = Journal::open(&path, clock()).expect("a journal");
    let today = here.day();
    let mut sample = trustline::assets::sample::sample(today).into_iter().map(Ok);
    here.load("the sample", &mut sample, &mut |_| true)
        .expect("the sample");
    let helen = here.find_relationship("helen").expect("Helen");
    let mut trial = Trial::over(here, 80, 24);
    trial.keys("j j").expect("keys");
    let mut there = Journal::open(&path, clock()).expect("the same journal");
    let promise = Commitment {
        who: helen,
        side: Side::Mine,
        text: "written by another process".to_owned(),
        made: day("2026-11-02"),
        agreed: Some(day("2026-11-02")),
        due: Some(When::day(day("2026-11-03"))),
        ..Commitment::default()
    };
    let change = Change::Add(Box::new(Record::Commitment(promise)));
    there.tell(change).expect("it is told");
    assert!(!trial.text().contains("another process"));
    let screen = trial.waits().text();
    assert!(screen.contains("written by another process"), "{screen}");
    let settles = trial.keys("s").expect("keys").text();
    assert!(
        settles.contains("\u{250c} send Priya the refund rules"),
        "{settles}"
    );
}

#[test]
fn no_meaning_hangs_on_colour() {
    for keys in [
        "",
        "g r",
        "g r j enter",
        "s",
        "a c",
        "?",
        "D",
        "g r j j j j j j r",
        "p",
    ] {
        let mut plain = Trial::sample(100, 30).expect("the sample");
        let journal = sample().expect("the sample");
        let mut coloured = Trial::dressed(journal, Theme::colours().into(), 100, 30);
        plain.keys(keys).expect("keys");
        coloured.keys(keys).expect("keys");
        assert_eq!(plain.text(), coloured.text(), "after {keys:?}");
    }
}
