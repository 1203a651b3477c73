//! The screen, the demo, the journal's place, the pictures of the README.

use clap::{Arg, ArgMatches};

use super::args::{json_flag, one};
use super::{Desk, Verb};
use crate::config::Aside;
use crate::config::profile::Profiles;
use crate::error::{Error, Result};
use crate::journal::{Customs, Journal};
use crate::secret::BUILT;
use crate::tui::{self, Door, Start};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "where",
        command: |c| {
            c.about("Where the journal lies")
                .arg(json_flag())
                .after_help("Examples:\n  trustline where\n  ls -l \"$(trustline where)\"")
        },
        run: place,
    },
    Verb {
        name: "demo",
        command: |c| {
            c.about("A sample journal in a throw-away place; nothing else is touched")
                .after_help("Examples:\n  trustline demo")
        },
        run: demo,
    },
    Verb {
        name: "pictures",
        command: |c| {
            let folder = Arg::new("folder")
                .value_name("FOLDER")
                .required(true)
                .help("where they are written");
            c.about("Draws the pictures of the README from the sample journal")
                .hide(true)
                .after_help("Examples:\n  trustline pictures assets/pictures")
                .arg(folder)
                .after_help("Examples:\n  trustline pictures assets/pictures")
        },
        run: pictures,
    },
];

/// Opens the screen on the journal; on one that is locked the gate is seen first, on none yet the question whether it
/// should be locked.
///
/// # Errors
/// When there is no terminal, or the journal cannot be opened.
pub fn screen(desk: &mut Desk<'_>) -> Result<()> {
    needs_screen(desk)?;
    desk.as_it_stands("the screen shows the journal as it stands")?;
    let place = desk.place()?;
    let start = if BUILT && Journal::is_new(&place)? {
        Start::New
    } else {
        let customs = Customs::of(desk.folder().map(ToOwned::to_owned));
        match desk.keys_unasked(&customs)? {
            None => Start::Locked,
            Some(_) => Start::Open(Box::new(desk.open()?)),
        }
    };
    // what locks on the screen leaves no key behind here
    desk.forget_keys();
    let folder = desk.folder().map(ToOwned::to_owned);
    let mut door = Door::new(place, desk.clock().clone(), folder);
    if let (Ok(profiles), Some(name)) = (desk.profiles(), desk.profile()) {
        door = door.in_profile(profiles.clone(), name.clone());
    }
    tui::run(door, start, None, Some(tui::backup_of_the_day()))
}

fn needs_screen(desk: &Desk<'_>) -> Result<()> {
    let says = if !desk.has_screen() {
        "the screen needs a terminal for its input and its output"
    } else if std::env::var_os("TERM").is_some_and(|name| name == "dumb") {
        "this terminal cannot draw a screen (TERM is dumb)"
    } else {
        return Ok(());
    };
    Err(Error::usage(says)
        .hint("trustline today says the same as text; trustline --help shows what else there is"))
}

fn place(desk: &mut Desk<'_>, _: &ArgMatches) -> Result<()> {
    let journal = desk.place()?;
    let shown = journal.display().to_string();
    // what cannot be read is told by whatever opens it
    let locked = journal.exists() && !matches!(Journal::locked(&journal), Ok(None));
    if desk.wants_json() {
        let settings = desk.folder().map(|path| path.display().to_string());
        let profile = desk.profile().map(|name| json::text(name.word()));
        return desk.say_json(&json::object([
            ("journal", json::text(&shown)),
            ("profile", profile.unwrap_or(json::Json::Null)),
            ("exists", json::flag(journal.exists())),
            ("locked", json::flag(locked)),
            (
                "settings",
                settings.map_or(json::Json::Null, |s| json::text(&s)),
            ),
        ]));
    }
    desk.say(shown)?;
    let named = desk
        .profile()
        .filter(|_| desk.profiles().is_ok_and(Profiles::are_several));
    if let Some(name) = named.filter(|_| desk.is_seen()) {
        let says = format!("Profile {name}.");
        desk.aside(says)?;
    }
    if locked && desk.is_seen() {
        desk.aside("It is locked; its passphrase opens it.")?;
    }
    Ok(())
}

fn demo(desk: &mut Desk<'_>, _: &ArgMatches) -> Result<()> {
    needs_screen(desk)?;
    let aside = Aside::new()?;
    let mut journal = Journal::open(&aside.journal(), desk.clock().clone())?;
    let sample = crate::assets::sample::sample(desk.clock().today());
    journal.furnish("the sample journal", &mut sample.into_iter().map(Ok))?;
    let folder = desk.folder().map(ToOwned::to_owned);
    let door = Door::new(aside.journal(), desk.clock().clone(), None).dressed_as_in(folder);
    tui::run(
        door,
        Start::Open(Box::new(journal)),
        Some("A sample, in a throw-away place: nothing here is kept".to_owned()),
        None,
    )
}

fn pictures(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let folder = std::path::PathBuf::from(one(given, "folder").unwrap_or_default());
    std::fs::create_dir_all(&folder).map_err(|e| Error::file("make the folder", &folder, e))?;
    for (name, drawn) in tui::picture::pictures()? {
        let file = folder.join(name);
        std::fs::write(&file, drawn).map_err(|e| Error::file("write", &file, e))?;
        desk.say(file.display().to_string())?;
    }
    Ok(())
}
