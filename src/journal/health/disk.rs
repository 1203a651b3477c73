//! The disk: how much room there is beside the journal, and whether another machine may write on it, too.

use std::path::Path;

use crate::domain::health::{Check, Part, State, size};

/// What must stay free besides one more copy of the journal.
const LEAST: u64 = 1 << 20;

/// File systems that lie on another machine, by the names under which Linux mounts them.
const REMOTE: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "coda",
    "ncpfs",
    "glusterfs",
    "lustre",
    "beegfs",
    "gpfs",
    "davfs",
    "virtiofs",
    "vboxsf",
    "prl_fs",
    // by a program of its own
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.gvfsd-fuse",
    "fuse.glusterfs",
    "fuse.davfs2",
    "fuse.cephfs",
    "fuse.google-drive-ocamlfuse",
    "fuse.onedriver",
    "fuse.curlftpfs",
    "fuse.vmhgfs-fuse",
];

/// File systems in memory.
const FLEETING: &[&str] = &["tmpfs", "ramfs"];

/// Whether one more copy of the journal finds room; `None`: this system does not tell.
pub(super) fn room(journal: &Path, folder: &Path, backups: &Path) -> Option<Check> {
    let (disk, free) = free(folder)?;
    let file = journal.metadata().map_or(0, |there| there.len());
    let mut found = format!("{} free, and the journal takes {}", size(free), size(file));
    let mut least = free;
    if let Some((_, room)) = self::free(backups).filter(|(other, _)| *other != disk) {
        found = format!("{found}; {} free where its backups lie", size(room));
        least = least.min(room);
    }
    let check = Check::new(Part::Place, "room", found);
    Some(match judged(file, least) {
        State::Well => check,
        State::Note => check.note("there is room for two more copies at the most: make some"),
        State::Ill => check.ill("make room: not one more copy of the journal fits"),
    })
}

/// How much room is enough for a file of a size.
fn judged(file: u64, free: u64) -> State {
    if free < file.saturating_add(LEAST) {
        State::Ill
    } else if free < file.saturating_mul(3).saturating_add(8 * LEAST) {
        State::Note
    } else {
        State::Well
    }
}

/// Which disk a folder lies on, and how many bytes its owner may still write there.
#[cfg(unix)]
fn free(folder: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let disk = folder.metadata().ok()?.dev();
    let room = rustix::fs::statvfs(folder).ok()?;
    Some((disk, room.f_bavail.saturating_mul(room.f_frsize)))
}

#[cfg(not(unix))]
fn free(_: &Path) -> Option<(u64, u64)> {
    None
}

/// What sort of disk it is; `None`: this system does not tell.
pub(super) fn sort(folder: &Path) -> Option<Check> {
    let whole = folder.canonicalize().ok()?;
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    Some(told(mounted_as(&mounts, &whole)?))
}

fn told(sort: &str) -> Check {
    let check = |found: String| Check::new(Part::Place, "disk", found);
    if REMOTE.contains(&sort) {
        return check(format!("{sort}: it lies on another machine"))
            .note("open the journal from one machine at a time: two that write at once can damage it there");
    }
    if FLEETING.contains(&sort) {
        return check(format!(
            "{sort}: it lies in memory, and is gone when this machine is switched off"
        ))
        .note("keep the journal on a disk: --journal FILE, or TRUSTLINE_JOURNAL");
    }
    check(format!("{sort}, of this machine"))
}

/// How the place of a folder is mounted, by the list that Linux keeps.
fn mounted_as<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    let mut found: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let mut words = line.split(' ');
        let point = words.nth(4).unwrap_or_default();
        let sort = words.skip_while(|word| *word != "-").nth(1);
        let point = point
            .replace("\\040", " ")
            .replace("\\011", "\t")
            .replace("\\134", "\\");
        let point = Path::new(&point);
        let deep = point.components().count();
        // a later one of the same place lies over the earlier
        let nearer = found.is_none_or(|(before, _)| before <= deep);
        if let Some(sort) = sort.filter(|_| nearer && folder.starts_with(point)) {
            found = Some((deep, sort));
        }
    }
    found.map(|(_, sort)| sort)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:26 / /run rw - tmpfs tmpfs rw
41 22 0:40 / /home/ada/team\\040share rw,relatime shared:9 master:1 - cifs //host/share rw
42 22 0:41 / /mnt rw - ext4 /dev/sdb1 rw
43 22 0:42 / /mnt rw - fuse.sshfs ada@host: rw
";

    #[test]
    fn the_nearest_and_newest_mount_counts() {
        let check = |folder: &str, expect| {
            assert_eq!(
                mounted_as(MOUNTS, Path::new(folder)),
                Some(expect),
                "{folder}"
            );
        };
        check("/home/ada", "ext4");
        check("/home/ada/team share/journals", "cifs");
        check("/home/ada/team sharing", "ext4");
        check("/run/user/1000", "tmpfs");
        check("/mnt/x", "fuse.sshfs");
        assert_eq!(mounted_as("", Path::new("/")), None);
        assert_eq!(mounted_as("nonsense - x\n", Path::new("/")), None);
    }

    #[test]
    fn a_disk_of_another_machine_and_one_in_memory_are_told() {
        let state = |sort| told(sort).state;
        assert_eq!(state("ext4"), State::Well);
        assert_eq!(state("btrfs"), State::Well);
        assert_eq!(state("nfs4"), State::Note);
        assert_eq!(state("fuse.rclone"), State::Note);
        assert_eq!(state("tmpfs"), State::Note);
        assert!(
            told("nfs4")
                .mend
                .expect("a way")
                .contains("one machine at a time")
        );
    }

    #[test]
    fn room_is_measured_in_copies_of_the_journal() {
        const MB: u64 = 1 << 20;
        let check = |file, free, expect| assert_eq!(judged(file, free), expect, "{file} {free}");
        check(100 * MB, 90 * MB, State::Ill);
        check(100 * MB, 100 * MB, State::Ill);
        check(100 * MB, 101 * MB, State::Note);
        check(100 * MB, 307 * MB, State::Note);
        check(100 * MB, 308 * MB, State::Well);
        check(0, 0, State::Ill);
        check(u64::MAX, u64::MAX - 1, State::Ill);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_is_there_has_room_or_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let check = room(
            &folder.path().join("journal.db"),
            folder.path(),
            folder.path(),
        )
        .expect("it is told");
        assert!(
            check.found.contains("free, and the journal takes 0 KB"),
            "{}",
            check.found
        );
        assert!(free(Path::new("/nowhere/at/all")).is_none());
    }
}
