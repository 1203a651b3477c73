//! The folders of settings one over another: a profile's own over the shared one in which it lies.

use std::path::{Path, PathBuf};

use super::name::Name;

/// The folder of the profiles, among the journals and among the settings.
pub const FOLDER: &str = "profiles";

/// The shared folder behind a profile's own, and the profile's name; `None`: the folder is no profile's.
pub fn shared_of(folder: &Path) -> Option<(&Path, Name)> {
    let name = Name::kept(folder.file_name()?.to_str()?)?;
    let above = folder.parent()?;
    (above.file_name()? == FOLDER).then_some((above.parent()?, name))
}

/// Where a file of the settings is read from: the folder's own, else, in a profile's folder, the shared one.
pub fn within(folder: &Path, file: &str) -> PathBuf {
    let own = folder.join(file);
    match shared_of(folder) {
        Some((shared, _)) if own.symlink_metadata().is_err() => shared.join(file),
        _ => own,
    }
}

/// Makes a folder for its owner only, and those above it.
pub(super) fn made(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
