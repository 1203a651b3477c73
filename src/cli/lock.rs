//! `lock`, `unlock` and `passphrase`: the journal under a passphrase, without one, under another.

mod asked;

use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use super::args::{is_set, switch};
use super::desk::keyring;
use super::desk::passphrase::no_keyring;
use super::{Desk, Verb};
use crate::error::{Error, Result};
use crate::journal::{Covering, Customs, Journal, Shelf};
use crate::secret::{self, Cost, Keys, Passphrase};
use crate::store::Lock;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "lock",
        command: lock_command,
        run: lock,
    },
    Verb {
        name: "unlock",
        command: unlock_command,
        run: unlock,
    },
    Verb {
        name: "passphrase",
        command: passphrase_command,
        run: passphrase,
    },
];

/// What is said once a journal is locked, of all that this could not reach.
const ELSEWHERE: &str = "Not touched: exports, briefs and copies that lie elsewhere, on other disks and in other programs' backups; delete what nobody should read. On a solid-state disk former bytes may outlast their overwriting; encrypting the whole disk helps there.";

fn lock_command(command: Command) -> Command {
    command
        .about("Lock the journal with a passphrase: all of it is encrypted where it lies")
        .args([
            switch("leave-backups", "leave the backups as they are, readable"),
            keyring_flag(),
        ])
        .after_help("The journal and its backups are written anew under the passphrase and checked; then the former bytes are overwritten. \
             Killed at any moment, the journal is as it was before, or locked.\n\n\
             The passphrase is asked for on the terminal. In scripts it comes from --passphrase-fd N, from \
             TRUSTLINE_PASSPHRASE, or from a command: TRUSTLINE_PASSPHRASE_COMMAND, or in config.toml\n  \
             passphrase_command = \"pass show trustline\"\n\n\
             Examples:\n  trustline lock\n  trustline lock --leave-backups\n  trustline --passphrase-fd 3 lock 3< FILE")
}

fn unlock_command(command: Command) -> Command {
    command
        .about("Take the passphrase off: everything is readable again for whoever gets at the file")
        .arg(switch("yes", "do not ask whether it is meant"))
        .after_help("The backups stay locked, and the passphrase opens them.\n\nExamples:\n  trustline unlock\n  trustline --passphrase-fd 3 unlock --yes 3< FILE")
}

fn passphrase_command(command: Command) -> Command {
    let new = Arg::new("new-passphrase-fd")
        .long("new-passphrase-fd")
        .value_name("N")
        .value_parser(clap::value_parser!(u32))
        .help("the new one is the first line of this descriptor; else it is asked for");
    command
        .about("Change the passphrase of a locked journal")
        .args([
            new,
            switch(
                "new-key",
                "encrypt everything anew, for when an old copy and its passphrase may be known",
            ),
            keyring_flag(),
        ])
        .after_help("The former passphrase opens nothing here any more; a copy that lies elsewhere, with its own header, it still opens.\n\n\
             Examples:\n  trustline passphrase\n  trustline passphrase --new-key\n  trustline --passphrase-fd 3 passphrase --new-passphrase-fd 4 3< OLD 4< NEW")
}

fn keyring_flag() -> Arg {
    switch(
        "keyring",
        "keep the passphrase in the system's keyring, which then opens the journal unasked",
    )
}

fn lock(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    desk.as_it_stands("the journal is locked as it stands")?;
    secret::needs_built()?;
    keyring_is_there(given)?;
    let place = desk.place()?;
    let customs = desk.customs_unopened()?;
    let mut shelf = Shelf::of(&place, desk.clock(), &customs);
    if Journal::locked(&place)?.is_some() {
        let keys = desk.keys(&customs)?;
        return lock_again(desk, &shelf.with_keys(keys), given);
    }
    let is_new = place.metadata().map_or(true, |there| there.len() == 0);
    if !is_new {
        shelf.can_recast()?;
    }
    let passphrase = desk.given_or_new(&customs)?;
    if is_new {
        let keys = made(desk, &place, customs, &passphrase)?;
        desk.say(format!("A new journal, locked: {}", place.display()))?;
        desk.say(header_says(&place))?;
        let lock = shelf.with_keys(keys).own_lock()?;
        return keep(desk, given, &lock, &passphrase);
    }
    desk.progress("locking the journal\u{2026}");
    let locked = shelf.lock(&passphrase, Cost::USUAL);
    desk.progress("");
    let lock = locked?;
    desk.say(format!("The journal is locked: {}", place.display()))?;
    desk.say(header_says(&place))?;
    keep(desk, given, &lock, &passphrase)?;
    backups(desk, &shelf, &lock, is_set(given, "leave-backups"))?;
    desk.say(ELSEWHERE)
}

/// Makes a new journal that is locked, and answers with its key: deriving that once more would take as long again.
fn made(desk: &Desk<'_>, place: &Path, customs: Customs, passphrase: &Passphrase) -> Result<Keys> {
    let clock = desk.clock().clone();
    let journal = Journal::make_locked(place, clock, customs, passphrase, Cost::USUAL)?;
    Ok(journal.customs().keys().clone())
}

fn header_says(place: &Path) -> String {
    let key = crate::store::key_file(place);
    let name = key
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    format!(
        "What opens it is the passphrase and the small file {name} beside it; without either nobody can. Keep {name} with every copy of the journal; backups carry it in themselves."
    )
}

/// A journal that is locked already: its backups may not be.
fn lock_again(desk: &mut Desk<'_>, shelf: &Shelf, given: &ArgMatches) -> Result<()> {
    let lock = shelf.own_lock()?;
    let plain = shelf.plain()?.len();
    if plain == 0 && !shelf.owes_backups()? && !is_set(given, "keyring") {
        return Err(
            Error::refused("the journal is locked already, and so are its backups")
                .hint("trustline passphrase changes its passphrase, trustline unlock takes it off"),
        );
    }
    desk.say("The journal is locked already.")?;
    if is_set(given, "keyring") {
        let what = desk.place()?.display().to_string();
        let header = lock.header.clone();
        let words = desk.passphrase_of(&what, &header)?;
        keep(desk, given, &lock, &words)?;
    }
    backups(desk, shelf, &lock, is_set(given, "leave-backups"))
}

/// Brings the backups under a lock, and says what became of each.
fn backups(desk: &mut Desk<'_>, shelf: &Shelf, lock: &Lock, leave: bool) -> Result<()> {
    if leave {
        let plain = shelf.plain()?;
        shelf.backups_are_settled()?;
        return match plain.len() {
            0 => Ok(()),
            many => desk.say(format!(
                "{} left as {}, readable without a passphrase, in {}. trustline lock locks them, too.",
                counted(many),
                if many == 1 { "it is" } else { "they are" },
                shelf.folder().display()
            )),
        };
    }
    let done = shelf.cover(lock, &mut |n, all| {
        desk.progress(&format!("backup {} of {all}\u{2026}", n + 1));
    });
    desk.progress("");
    let done = done?;
    say_covering(desk, &done)?;
    // what could not be locked is named each time somebody locks; it is not owed for ever
    shelf.backups_are_settled()
}

fn say_covering(desk: &mut Desk<'_>, done: &Covering) -> Result<()> {
    if done.locked > 0 {
        desk.say(format!(
            "{} locked with it and checked.",
            counted(done.locked)
        ))?;
    }
    if done.wrapped > 0 {
        desk.say(format!(
            "{} brought under the new passphrase.",
            counted(done.wrapped)
        ))?;
    }
    for (path, why) in &done.left {
        desk.say(format!("Left as it was: {}: {why}", path.display()))?;
    }
    Ok(())
}

fn counted(many: usize) -> String {
    format!("{many} backup{}", if many == 1 { "" } else { "s" })
}

fn unlock(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    desk.as_it_stands("the journal is unlocked as it stands")?;
    let (place, customs) = (desk.place()?, desk.customs_unopened()?);
    let header = locked(&place)?;
    secret::needs_built()?;
    let yes = is_set(given, "yes");
    if !yes && !desk.asks() {
        return Err(
            Error::usage("unlocking asks first, and the input is not a terminal").hint(
                "add --yes, and give the passphrase by --passphrase-fd or TRUSTLINE_PASSPHRASE",
            ),
        );
    }
    let keys = if yes {
        desk.keys(&customs)?
    } else {
        let words = desk.passphrase_of(&place.display().to_string(), &header)?;
        Keys::of(header.open(&words)?)
    };
    let shelf = Shelf::of(&place, desk.clock(), &customs).with_keys(keys);
    shelf.can_recast()?;
    if !yes
        && !desk.says_yes("Unlocked, whoever gets at the file can read all of it. Unlock it?")?
    {
        return desk.say("Nothing was changed.");
    }
    desk.progress("unlocking the journal\u{2026}");
    let unlocked = shelf.unlock();
    desk.progress("");
    unlocked?;
    desk.say(format!(
        "The journal is not locked any more: {}",
        place.display()
    ))?;
    if keyring::forget(header.id()) {
        desk.say("The passphrase is taken out of the keyring.")?;
    }
    let still = shelf
        .list(false)?
        .lines
        .len()
        .saturating_sub(shelf.plain()?.len());
    match still {
        0 => Ok(()),
        many => desk.say(format!(
            "{1} stayed locked; the passphrase opens {0}: remember it, or delete {0}.",
            if many == 1 { "it" } else { "them" },
            counted(many)
        )),
    }
}

fn locked(place: &Path) -> Result<secret::Header> {
    Journal::locked(place)?.ok_or_else(|| {
        Error::refused("the journal is not locked")
            .hint("trustline lock locks it with a passphrase")
    })
}

fn passphrase(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    desk.as_it_stands("the passphrase is that of the journal as it stands")?;
    keyring_is_there(given)?;
    let (place, customs) = (desk.place()?, desk.customs_unopened()?);
    let header = locked(&place)?;
    secret::needs_built()?;
    let former = desk.passphrase_of(&place.display().to_string(), &header)?;
    let mut shelf =
        Shelf::of(&place, desk.clock(), &customs).with_keys(Keys::of(header.open(&former)?));
    let anew = is_set(given, "new-key");
    if anew {
        shelf.can_recast()?;
    }
    let new = match given.get_one::<u32>("new-passphrase-fd") {
        Some(fd) => desk.of_descriptor(*fd)?,
        None => desk.new_passphrase()?,
    };
    desk.progress("changing the passphrase\u{2026}");
    let lock = if anew {
        shelf.lock(&new, Cost::USUAL)
    } else {
        shelf.rewrap(&new, Cost::USUAL)
    };
    desk.progress("");
    let lock = lock?;
    desk.say(if anew {
        "Everything in the journal is encrypted anew, under the new passphrase."
    } else {
        "The passphrase is changed; the former one opens the journal no more."
    })?;
    if keyring::forget(header.id()) && !is_set(given, "keyring") {
        desk.say("The former one is taken out of the keyring; --keyring keeps the new one there.")?;
    }
    keep(desk, given, &lock, &new)?;
    backups(desk, &shelf, &lock, false)?;
    desk.say("Copies that lie elsewhere keep the former passphrase; delete those that nobody should read.")
}

fn keyring_is_there(given: &ArgMatches) -> Result<()> {
    if is_set(given, "keyring") && !keyring::BUILT {
        return Err(no_keyring());
    }
    Ok(())
}

/// Keeps the passphrase in the keyring, where that was asked for.
fn keep(
    desk: &mut Desk<'_>,
    given: &ArgMatches,
    lock: &Lock,
    passphrase: &Passphrase,
) -> Result<()> {
    if !is_set(given, "keyring") {
        return Ok(());
    }
    keyring::keep(lock.header.id(), passphrase)?;
    desk.say("The system's keyring keeps the passphrase: whoever is logged in as you opens the journal unasked.")
}
