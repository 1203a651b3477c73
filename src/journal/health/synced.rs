//! Whether a program copies the journal's folder between machines, and whether it left a second version beside it.

use std::path::{Path, PathBuf};

use crate::domain::health::{Check, Part, some};

/// Programs by the name of the folder that they keep alike everywhere.
const NAMES: &[(&str, &str)] = &[
    ("Dropbox", "Dropbox"),
    ("OneDrive", "OneDrive"),
    ("iCloud Drive", "iCloud Drive"),
    ("iCloudDrive", "iCloud Drive"),
    ("Mobile Documents", "iCloud Drive"),
    ("Google Drive", "Google Drive"),
    ("GoogleDrive", "Google Drive"),
    ("My Drive", "Google Drive"),
    ("Nextcloud", "Nextcloud"),
    ("ownCloud", "ownCloud"),
    ("Seafile", "Seafile"),
    ("MEGA", "MEGA"),
    ("MEGAsync", "MEGA"),
    ("pCloudDrive", "pCloud"),
    ("pCloud Drive", "pCloud"),
    ("pCloud Sync", "pCloud"),
    ("Box Sync", "Box"),
    ("Proton Drive", "Proton Drive"),
    ("SynologyDrive", "Synology Drive"),
    ("Yandex.Disk", "Yandex Disk"),
    ("Tresorit", "Tresorit"),
];

/// The same, where the folder's name goes on with an account's or a firm's.
const BEGINNINGS: &[(&str, &str)] = &[
    ("Dropbox (", "Dropbox"),
    ("Dropbox-", "Dropbox"),
    ("OneDrive - ", "OneDrive"),
    ("OneDrive-", "OneDrive"),
    ("GoogleDrive-", "Google Drive"),
    ("Nextcloud-", "Nextcloud"),
    ("ProtonDrive-", "Proton Drive"),
];

/// Files by which such a folder is known, whatever its name.
const FILES: &[(&str, &str)] = &[
    // the folder of this name in a home holds the program's own settings
    (".dropbox", "Dropbox"),
    (".owncloudsync.log", "ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".megaignore", "MEGA"),
    (".sync/ID", "Resilio Sync"),
];

/// Folders by which it is known.
const FOLDERS: &[(&str, &str)] = &[
    (".stfolder", "Syncthing"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".SynologyWorkingDirectory", "Synology Drive"),
];

/// What is to say of the folder in which a journal lies.
pub(super) fn check(journal: &Path) -> Check {
    let whole = journal
        .canonicalize()
        .or_else(|_| std::path::absolute(journal));
    let whole = whole.unwrap_or_else(|_| journal.to_owned());
    let service = whole.parent().and_then(service);
    let check = |found: String| Check::new(Part::Place, "folder", found);
    let copies = second_versions(&whole, service.is_some());
    let lies = service
        .as_ref()
        .map(|(name, at)| format!("{name} keeps {} alike on other machines", at.display()));
    if !copies.is_empty() {
        let beside = format!("a second version lies beside it: {}", some(&copies));
        let found = lies.map_or_else(|| beside.clone(), |lies| format!("{lies}, and {beside}"));
        return check(found).ill(
            "bring what only that one holds here: trustline export --journal COPY --output FILE, then trustline import \
             FILE. What was told in confidence stays in the copy: trustline confidences --journal COPY. Then take it away",
        );
    }
    match lies {
        None => check("of this machine alone, as far as its names tell".to_owned()),
        Some(lies) => check(lies).note(
            "keep the journal outside of it (--journal FILE, or TRUSTLINE_JOURNAL): opened on two machines at once it \
             can be damaged. To carry it over: trustline export there, trustline import here",
        ),
    }
}

/// The program that keeps a folder, or one around it, alike on other machines; with that folder.
fn service(folder: &Path) -> Option<(&'static str, PathBuf)> {
    folder
        .ancestors()
        .find_map(|at| Some((named(at).or_else(|| marked(at))?, at.to_owned())))
}

fn named(folder: &Path) -> Option<&'static str> {
    let name = folder.file_name()?.to_str()?;
    let whole = NAMES.iter().find(|(known, _)| *known == name);
    let begins = || BEGINNINGS.iter().find(|(known, _)| name.starts_with(known));
    whole.or_else(begins).map(|(_, service)| *service)
}

fn marked(folder: &Path) -> Option<&'static str> {
    let file = FILES.iter().find(|(name, _)| folder.join(name).is_file());
    let inside = || FOLDERS.iter().find(|(name, _)| folder.join(name).is_dir());
    file.or_else(inside).map(|(_, service)| *service)
}

/// The files beside a journal that such a program made of it where two machines had written; in a folder that is kept
/// alike (`alike`) those with a number or a machine's name, too.
fn second_versions(journal: &Path, alike: bool) -> Vec<String> {
    let text =
        |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned());
    let (Some(stem), Some(own)) = (text(journal.file_stem()), text(journal.file_name())) else {
        return Vec::new();
    };
    let end = journal
        .extension()
        .map_or_else(String::new, |end| format!(".{}", end.to_string_lossy()));
    let there = journal.parent().and_then(|folder| folder.read_dir().ok());
    let mut found: Vec<_> = there
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|sort| sort.is_file()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| *name != own && is_second(name, &stem, &end, alike))
        .collect();
    found.sort();
    found
}

fn is_second(name: &str, stem: &str, end: &str, alike: bool) -> bool {
    let Some(rest) = name.strip_prefix(stem) else {
        return false;
    };
    // the name of a side file or of a backup's folder
    let Some(between) = rest.strip_suffix(end) else {
        return rest.to_lowercase().contains("conflict");
    };
    between.to_lowercase().contains("conflict")
        || alike && between.starts_with([' ', '-', '_', '('])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::health::State;

    #[test]
    fn a_folder_is_known_by_its_name_wherever_it_stands_above() {
        let check = |path: &str, expect: Option<&str>| {
            let found = Path::new(path).ancestors().find_map(named);
            assert_eq!(found, expect, "{path}");
        };
        check("/home/ada/Dropbox/work", Some("Dropbox"));
        check("/home/ada/Dropbox (Personal)", Some("Dropbox"));
        check(
            "/Users/ada/Library/Mobile Documents/com~apple~CloudDocs",
            Some("iCloud Drive"),
        );
        check(
            "/Users/ada/Library/CloudStorage/GoogleDrive-ada@x.org/My Drive",
            Some("Google Drive"),
        );
        check(
            "/mnt/c/Users/ada/OneDrive - Contoso/journal",
            Some("OneDrive"),
        );
        check("/home/ada/Nextcloud", Some("Nextcloud"));
        check("/home/ada/pCloudDrive/x", Some("pCloud"));
        check("/home/ada/MEGA", Some("MEGA"));
        check("/home/ada/Seafile/lib", Some("Seafile"));
        check("/home/dropbox/.local/share/trustline", None);
        check("/home/ada/my dropbox notes", None);
    }

    #[test]
    fn a_folder_is_known_by_what_lies_in_it() {
        for (name, is_folder) in [
            (".stfolder", true),
            (".dropbox.cache", true),
            (".dropbox", false),
            (".nextcloudsync.log", false),
        ] {
            let place = tempfile::tempdir().expect("a folder");
            let inside = place.path().join("deep/er");
            std::fs::create_dir_all(&inside).expect("folders");
            assert_eq!(check(&inside.join("journal.db")).state, State::Well);
            let mark = place.path().join(name);
            if is_folder {
                std::fs::create_dir(&mark).expect("a mark");
            } else {
                std::fs::write(&mark, "").expect("a mark");
            }
            let found = check(&inside.join("journal.db"));
            assert_eq!(found.state, State::Note, "{name}: {}", found.found);
            assert!(found.mend.expect("a way").contains("outside of it"));
        }
        // what such a program keeps in a home is no folder that it keeps alike
        let home = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(home.path().join(".dropbox")).expect("a folder");
        std::fs::create_dir_all(home.path().join(".sync")).expect("a folder");
        assert_eq!(check(&home.path().join("journal.db")).state, State::Well);
    }

    #[test]
    fn second_versions_are_known_by_their_names() {
        let check = |name: &str, anywhere: bool, alike: bool| {
            let found = |alike| is_second(name, "journal", ".db", alike);
            assert_eq!((found(false), found(true)), (anywhere, alike), "{name}");
        };
        check("journal (Ada's conflicted copy 2026-11-22).db", true, true);
        check(
            "journal.sync-conflict-20261122-101500-ABCDEFG.db",
            true,
            true,
        );
        check(
            "journal (SFConflict ada@x.org 2026-11-22-10-15-00).db",
            true,
            true,
        );
        check("journal (conflicted copy 2026-11-22 101500).db", true, true);
        check(
            "journal.db.sync-conflict-20261122-101500-ABCDEFG",
            true,
            true,
        );
        check("journal 2.db", false, true);
        check("journal (1).db", false, true);
        check("journal-LAPTOP.db", false, true);
        check("journal.db-wal", false, false);
        check("journal.db.key", false, false);
        check("journals.db", false, false);
        check("other (conflicted copy).db", false, false);
    }

    #[test]
    fn a_second_version_is_not_well_and_the_way_to_unite_is_told() {
        let place = tempfile::tempdir().expect("a folder");
        let file = |name: &str| std::fs::write(place.path().join(name), "x").expect("a file");
        file("journal.db");
        file("journal (conflicted copy 2026-11-22).db");
        let found = check(&place.path().join("journal.db"));
        assert_eq!(found.state, State::Ill);
        assert!(
            found
                .found
                .ends_with("journal (conflicted copy 2026-11-22).db"),
            "{}",
            found.found
        );
        assert!(found.mend.expect("a way").contains("trustline import FILE"));
    }
}
