//! Profiles as a user meets them: chosen, listed, made, renamed, gone over to; nothing of one is seen in another.

use std::path::PathBuf;
use std::process::Command;

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use trustline::config::profile::{Name, Profiles};
use trustline::journal::Journal;
use trustline::tui::app::Out;
use trustline::tui::hall::Hall;
use trustline::tui::keymap;
use trustline::tui::theme::Theme;
use trustline::tui::{Door, Start};

use crate::house;

/// A home of its own.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn profiles(&self) -> Profiles {
        Profiles::new(self.0.path().join("data/trustline"), self.settings())
    }

    fn settings(&self) -> PathBuf {
        self.0.path().join("config")
    }

    fn run_in(&self, line: &str, set: &[(&str, &str)]) -> (String, i32) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trustline"));
        command
            .env_clear()
            .env("HOME", self.0.path())
            .env("XDG_DATA_HOME", self.0.path().join("data"))
            .env("TRUSTLINE_CONFIG", self.settings())
            .env("TRUSTLINE_NOW", "2026-11-22T10:00")
            .current_dir(self.0.path())
            .envs(set.iter().copied())
            .args(line.split(' '));
        let done = command.output().expect("it runs");
        let said = [done.stdout, done.stderr].concat();
        let said = String::from_utf8(said).expect("UTF-8");
        (said, done.status.code().expect("a code"))
    }

    fn run(&self, line: &str) -> String {
        let (said, code) = self.run_in(line, &[]);
        assert_eq!(code, 0, "{line}: {said}");
        said
    }

    fn refused(&self, line: &str, set: &[(&str, &str)], with: i32) -> String {
        let (said, code) = self.run_in(line, set);
        assert_eq!(code, with, "{line}: {said}");
        said
    }
}

#[test]
fn each_profile_has_a_journal_and_settings_of_its_own() {
    let home = Home::new();
    assert!(
        home.run("profiles add work")
            .contains("made when it is first opened")
    );
    home.run("note in-the-first-one");
    home.run("--profile work note only-at-work");
    assert!(home.run("list kind:note").contains("in-the-first-one"));
    for seen in [
        home.run("--profile work list kind:note"),
        home.run("list kind:note --profile work"),
        home.run_in("list kind:note", &[("TRUSTLINE_PROFILE", "Work")])
            .0,
    ] {
        assert!(
            seen.contains("only-at-work") && !seen.contains("in-the-first-one"),
            "{seen}"
        );
    }
    let list = home.run("profiles");
    assert!(list.contains("*  default  not locked  1 record"), "{list}");
    assert!(list.contains("   work     not locked  1 record"), "{list}");
    let place = home.run("--profile work where --json");
    assert!(place.contains("\"profile\": \"work\"") && place.contains("profiles/work/journal.db"));

    // key by key: what the profile does not set is as in the shared file
    home.run("settings set backups.daily 3");
    home.run("settings set look.theme dark");
    home.run("--profile work settings set look.theme light");
    assert_eq!(home.run("settings get look.theme"), "dark\n");
    assert_eq!(
        home.run("--profile work settings get look.theme"),
        "light\n"
    );
    assert_eq!(home.run("--profile work settings get backups.daily"), "3\n");
    let list = home.run("--profile work settings list");
    assert!(
        list.contains("shared config.toml, line 2") && list.contains("\"light\""),
        "{list}"
    );

    // which one is opened is the shared file's to say, from wherever it is set
    home.run("--profile work settings set profile work");
    assert!(home.run("list kind:note").contains("only-at-work"));
    assert!(
        home.run("--profile default list kind:note")
            .contains("in-the-first-one")
    );
    home.run("settings unset profile");
    assert!(home.run("list kind:note").contains("in-the-first-one"));
}

#[test]
fn a_name_that_is_wrong_opens_no_other_journal() {
    let home = Home::new();
    home.run("profiles add work");
    let said = home.refused("--profile wrok today", &[], 3);
    assert!(said.contains("did you mean work?"), "{said}");
    let said = home.refused("today", &[("TRUSTLINE_PROFILE", "home")], 3);
    assert!(
        said.contains("TRUSTLINE_PROFILE: there is no profile"),
        "{said}"
    );
    home.refused("--profile wrok settings list", &[], 3);
    home.refused("profiles add ../up", &[], 2);
    home.refused("profiles add nul", &[], 2);
    home.refused("profiles add WORK", &[], 4);
    home.refused("profiles rename default home", &[], 4);
    // two journals at once are a contradiction; a file goes before what merely stands somewhere
    home.refused("--profile work --journal x.db today", &[], 2);
    home.refused("--profile work today", &[("TRUSTLINE_JOURNAL", "x.db")], 2);
    let set = [("TRUSTLINE_JOURNAL", "x.db"), ("TRUSTLINE_PROFILE", "work")];
    let (place, _) = home.run_in("where --json", &set);
    assert!(
        place.contains("\"journal\": \"x.db\"") && place.contains("\"profile\": null"),
        "{place}"
    );

    // settings that cannot be read must not lead into another journal, and can be put right
    std::fs::write(home.settings().join("config.toml"), "profile = work\n").expect("written");
    let said = home.refused("note lost", &[], 7);
    assert!(
        said.contains("nobody knows which profile is meant"),
        "{said}"
    );
    assert!(!home.profiles().journal(&Name::first()).exists());
    home.refused("settings check", &[], 7);
    home.run("profiles");
    home.run("--profile work today");
}

#[test]
fn one_is_renamed_with_its_journal_and_nothing_is_ever_deleted() {
    let home = Home::new();
    home.run("profiles add work");
    home.run("--profile work note only-at-work");
    home.run("settings set profile work");
    let said = home.run("profiles rename work office");
    assert!(said.contains("settings set profile office"), "{said}");
    assert!(
        home.run("--profile office list kind:note")
            .contains("only-at-work")
    );
    let said = home.run("profiles remove office");
    assert!(
        said.contains("Nothing is deleted here") && said.contains("profiles/office"),
        "{said}"
    );
    assert!(
        home.run("--profile office list kind:note")
            .contains("only-at-work")
    );
}

#[test]
fn backups_of_profiles_in_one_folder_are_kept_apart() {
    let home = Home::new();
    home.run("profiles add work");
    let disk = home.0.path().join("disk");
    std::fs::create_dir_all(&disk).expect("a disk");
    home.run(&format!("settings set backups.folder {}", disk.display()));
    home.run("note in-the-first-one");
    home.run("--profile work note only-at-work");
    home.run("backup");
    let made = home.run("--profile work backup");
    assert!(made.contains("disk/work-journal.db.backups"), "{made}");
    let list = home.run("backups --json");
    let work = home.run("--profile work backups --json");
    let files = |text: &str| text.matches("\"made\"").count();
    assert_eq!((files(&list), files(&work)), (1, 1), "{list}{work}");
    home.run("profiles rename work office");
    assert_eq!(files(&home.run("--profile office backups --json")), 1);
}

/// Somebody in front of the program, without its terminal.
struct Visit {
    hall: Hall,
    size: Rect,
}

impl Visit {
    fn at(home: &Home) -> Self {
        let profiles = home.profiles();
        let first = Name::first();
        let journal = profiles.journal(&first);
        let open = Journal::open(&journal, house::clock()).expect("a journal");
        let door = Door::new(journal, house::clock(), Some(profiles.folder(&first)));
        let door = door.in_profile(profiles, first);
        let size = Rect::new(0, 0, 80, 24);
        let start = Start::Open(Box::new(open));
        let outfit = Theme::plain().into();
        Self {
            hall: Hall::new(door, start, None, None, outfit, size),
            size,
        }
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for (n, part) in keys.split('"').enumerate() {
            let words: Vec<String> = match n % 2 {
                1 => part
                    .chars()
                    .map(|c| {
                        if c == ' ' {
                            "space".into()
                        } else {
                            c.to_string()
                        }
                    })
                    .collect(),
                _ => part.split_whitespace().map(str::to_owned).collect(),
            };
            for word in words {
                let press = keymap::press(&word).expect("a key");
                self.hall.event(Event::Key(press.into()));
                if let Some(Out::Switch(name)) = self.hall.take_out() {
                    self.hall.switch(&name);
                }
                while self.hall.seen().expect("it goes on") {}
            }
        }
        self
    }

    fn text(&self) -> String {
        let mut buffer = Buffer::empty(self.size);
        self.hall.draw(&mut buffer);
        let row = |y| {
            (0..80)
                .map(|x| buffer[(x, y)].symbol().to_owned())
                .collect::<String>()
        };
        (0..24)
            .map(|y| row(y).trim_end().to_owned() + "\n")
            .collect()
    }
}

#[test]
fn one_goes_over_to_another_profile_and_comes_back_to_where_one_was() {
    let home = Home::new();
    home.profiles().add("work").expect("made");
    drop(Journal::open(
        &home
            .profiles()
            .journal(&Name::read("work").expect("a name")),
        house::clock(),
    ));
    let mut visit = Visit::at(&home);
    let header = |visit: &Visit| {
        visit
            .text()
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start()
            .to_owned()
    };
    assert!(header(&visit).contains("default"), "{}", visit.text());
    // half a thought stays where it was typed
    visit.keys("g r a n \"half a thought\" esc g P");
    assert!(
        visit.text().contains("Profiles") && visit.text().contains("open here"),
        "{}",
        visit.text()
    );
    visit.keys("j enter");
    assert!(
        header(&visit).starts_with("Welcome") && header(&visit).contains("work"),
        "{}",
        visit.text()
    );
    // nothing was ever written there
    visit.keys("esc");
    assert!(header(&visit).starts_with("Today"), "{}", visit.text());
    assert!(!visit.text().contains("half a thought"), "{}", visit.text());
    visit.keys("u");
    assert!(visit.text().contains("nothing to undo"), "{}", visit.text());
    visit.keys("/ \"thought\"");
    assert!(!visit.text().contains("half a"), "{}", visit.text());
    visit.keys("esc esc g P k enter");
    assert!(
        header(&visit).starts_with("Relationships"),
        "{}",
        visit.text()
    );
    visit.keys("g t enter");
    assert!(visit.text().contains("half a thought"), "{}", visit.text());
}

#[test]
fn the_mask_goes_along_and_a_new_profile_is_asked_whether_it_is_locked() {
    let home = Home::new();
    home.profiles().add("work").expect("made");
    drop(Journal::open(
        &home
            .profiles()
            .journal(&Name::read("work").expect("a name")),
        house::clock(),
    ));
    let mut visit = Visit::at(&home);
    visit.keys("ctrl-g g P j enter");
    let header = visit
        .text()
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start()
        .to_owned();
    assert!(
        header.contains("masked") && header.contains("work"),
        "{header}"
    );
    visit.keys("g P a \"two words\" enter");
    assert!(visit.text().contains("one word"), "{}", visit.text());
    visit.keys("ctrl-u \"club\" enter");
    if trustline::secret::BUILT {
        assert!(!visit.hall.is_open(), "{}", visit.text());
        // away from the gate is back to where one came from, and nothing was made
        visit.keys("esc");
        assert!(visit.hall.is_open(), "{}", visit.text());
    }
    let club = Name::read("club").expect("a name");
    assert!(home.profiles().names().contains(&club));
    assert_eq!(
        home.profiles().journal(&club).exists(),
        !trustline::secret::BUILT
    );
}

#[cfg(feature = "encryption")]
#[test]
fn a_locked_profile_stands_behind_its_gate_and_is_locked_again_when_it_is_left() {
    use crate::locked::{WORDS, passphrase};
    use trustline::journal::Customs;
    use trustline::secret::Cost;
    let home = Home::new();
    let work = home.profiles().add("work").expect("made");
    let file = home.profiles().journal(&work);
    let words = passphrase(WORDS);
    let made = Journal::make_locked(
        &file,
        house::clock(),
        Customs::default(),
        &words,
        Cost::LEAST,
    );
    let mut journal = made.expect("a locked journal");
    house::person(&mut journal, "Margarethe Winterbottom");
    drop(journal);
    let mut visit = Visit::at(&home);
    visit.keys("g P");
    assert!(
        visit.text().contains("locked") && !visit.text().contains("Winter"),
        "{}",
        visit.text()
    );
    visit.keys("j enter");
    assert!(
        visit.text().trim_start().starts_with("Locked journal"),
        "{}",
        visit.text()
    );
    visit.keys(&format!("\"{WORDS}\" enter g r"));
    assert!(visit.text().contains("Winterbottom"), "{}", visit.text());
    visit.keys("g P k enter");
    assert!(!visit.text().contains("Winter"), "{}", visit.text());
    // its key went with it: the gate asks again
    visit.keys("g P j enter");
    assert!(
        visit.text().trim_start().starts_with("Locked journal"),
        "{}",
        visit.text()
    );
    visit.keys(&format!("\"{WORDS}\" enter"));
    assert!(
        visit.text().trim_start().starts_with("Relationships"),
        "{}",
        visit.text()
    );
}
