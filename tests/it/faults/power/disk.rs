//! A disk that keeps what was synced, and of the rest what chance leaves.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::super::place::{Dice, own};
use super::super::trace::called;

/// What a file system may tear.
const SECTOR: usize = 512;

/// A file or a folder, whatever its name is by now.
type Node = usize;

/// One call that changes the disk or asks it to be sure.
#[derive(Debug, Clone)]
pub enum Call {
    /// A file is made under a name.
    Make(PathBuf, Node),
    /// A folder is made.
    Folder(PathBuf),
    /// Bytes are written.
    Write(Node, usize, Vec<u8>),
    /// It gets a length.
    Length(Node, usize),
    /// A name is given to what has another one.
    Rename(PathBuf, PathBuf),
    /// One more name.
    Link(PathBuf, PathBuf),
    /// A name is taken away.
    Unlink(PathBuf),
    /// A file's bytes are on the disk.
    Sync(Node),
    /// A folder's names are on the disk.
    SyncNames(PathBuf),
    /// The command says something on its output.
    Tell,
}

impl Call {
    /// Whether it tells that the command is done.
    pub fn tells(&self) -> bool {
        matches!(self, Self::Tell)
    }

    /// The name that it gives or takes away.
    fn path(&self) -> Option<&Path> {
        match self {
            Self::Make(path, _)
            | Self::Folder(path)
            | Self::Rename(_, path)
            | Self::Link(_, path)
            | Self::Unlink(path) => Some(path),
            _ => None,
        }
    }

    fn names(&self) -> bool {
        self.path().is_some()
    }
}

/// The files of a folder while a log is read: which node a name leads to, how far each open file was written.
struct Reading<'a> {
    folder: &'a Path,
    nodes: BTreeMap<PathBuf, Node>,
    folders: BTreeSet<PathBuf>,
    next: Node,
    at: BTreeMap<(String, PathBuf), usize>,
    calls: Vec<Call>,
}

/// Reads what `strace -f -xx -y` recorded of a command in a folder that held what a disk holds.
pub fn read(log: &str, folder: &Path, before: &Disk) -> Vec<Call> {
    let mut reading = Reading {
        folder,
        nodes: before.names.clone(),
        folders: before.folders.iter().cloned().collect(),
        next: 0,
        at: BTreeMap::new(),
        calls: Vec::new(),
    };
    for line in log.lines() {
        if let Some(name) = called(line)
            && !line.contains(") = -1 ")
        {
            reading.line(name, line);
        }
    }
    reading.calls
}

impl Reading<'_> {
    fn node(&mut self, path: &Path) -> Node {
        if let Some(node) = self.nodes.get(path) {
            return *node;
        }
        self.next += 1;
        self.nodes.insert(path.to_owned(), self.next);
        self.calls.push(Call::Make(path.to_owned(), self.next));
        self.next
    }

    /// The path within the folder; `None`: it is elsewhere, or in shared memory alone.
    fn within(&self, path: &str) -> Option<PathBuf> {
        let path = self.folder.join(path);
        let ours = path.starts_with(self.folder) && !path.to_string_lossy().ends_with("-shm");
        ours.then(|| path.strip_prefix(self.folder).expect("within").to_owned())
    }

    fn line(&mut self, name: &str, line: &str) {
        let texts = quoted(line);
        let texts: Vec<String> = texts
            .iter()
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
            .collect();
        let path = |nth: usize| texts.get(nth).and_then(|text| self.within(text));
        match name {
            "openat" if line.contains("O_CREAT") || line.contains("O_RDWR") => {
                if let Some(path) = path(0) {
                    let fd = line.rsplit(" = ").next().unwrap_or_default();
                    let fd = fd.split('<').next().unwrap_or_default().to_owned();
                    self.at.insert((fd, path.clone()), 0);
                    if line.contains("O_CREAT") {
                        self.node(&path);
                    }
                }
            }
            "mkdir" | "mkdirat" => {
                if let Some(path) = path(0) {
                    self.folders.insert(path.clone());
                    self.calls.push(Call::Folder(path));
                }
            }
            "rename" | "renameat" | "renameat2" => {
                if let (Some(from), Some(to)) = (path(0), path(1)) {
                    self.node(&from);
                    if let Some(node) = self.nodes.remove(&from) {
                        self.nodes.insert(to.clone(), node);
                    }
                    self.calls.push(Call::Rename(from, to));
                }
            }
            "link" | "linkat" => {
                if let (Some(from), Some(to)) = (path(0), path(1)) {
                    let node = self.node(&from);
                    self.nodes.insert(to.clone(), node);
                    self.calls.push(Call::Link(from, to));
                }
            }
            "unlink" | "unlinkat" => {
                if let Some(path) = path(0) {
                    self.nodes.remove(&path);
                    self.calls.push(Call::Unlink(path));
                }
            }
            _ => self.of_open_file(name, line),
        }
    }

    fn of_open_file(&mut self, name: &str, line: &str) {
        let call = line.split_once('(').map_or("", |(_, rest)| rest);
        let fd = call.split('<').next().unwrap_or_default().to_owned();
        if name == "write" && fd == "1" {
            self.calls.push(Call::Tell);
            return;
        }
        let shown = call
            .split_once('<')
            .and_then(|(_, rest)| rest.split_once('>'));
        let Some((shown, rest)) = shown else { return };
        let shown = String::from_utf8_lossy(&unescaped(shown)).into_owned();
        let Some(path) = self.within(&shown) else {
            return;
        };
        let numbers = |text: &str| -> Vec<usize> {
            let text = text.split(") = ").next().unwrap_or_default();
            text.split(", ").filter_map(|n| n.parse().ok()).collect()
        };
        let tail = rest.rsplit_once('"').map_or(rest, |(_, tail)| tail);
        match name {
            "fsync" | "fdatasync"
                if path.as_os_str().is_empty() || self.folders.contains(&path) =>
            {
                self.calls.push(Call::SyncNames(path));
            }
            "fsync" | "fdatasync" => {
                let node = self.node(&path);
                self.calls.push(Call::Sync(node));
            }
            "ftruncate" => {
                let node = self.node(&path);
                self.calls.push(Call::Length(node, numbers(rest)[0]));
            }
            "pwrite64" | "write" => {
                let node = self.node(&path);
                let bytes = quoted(line).into_iter().next().unwrap_or_default();
                let at = match numbers(tail).as_slice() {
                    [_, at] => *at,
                    _ => *self.at.entry((fd.clone(), path.clone())).or_default(),
                };
                self.at.insert((fd, path), at + bytes.len());
                self.calls.push(Call::Write(node, at, bytes));
            }
            _ => {}
        }
    }
}

/// The texts between quotes, their bytes as they were.
fn quoted(line: &str) -> Vec<Vec<u8>> {
    line.split('"').skip(1).step_by(2).map(unescaped).collect()
}

/// `\x41` for every byte.
fn unescaped(text: &str) -> Vec<u8> {
    text.split("\\x")
        .skip(1)
        .map(|byte| u8::from_str_radix(&byte[..2], 16).expect("a byte"))
        .collect()
}

/// What lies on the disk.
pub struct Disk {
    names: BTreeMap<PathBuf, Node>,
    files: BTreeMap<Node, Vec<u8>>,
    folders: Vec<PathBuf>,
}

impl Disk {
    /// As a folder is now, all of it synced.
    pub fn of(folder: &Path) -> Self {
        let mut disk = Self {
            names: BTreeMap::new(),
            files: BTreeMap::new(),
            folders: Vec::new(),
        };
        disk.take(folder, folder);
        disk
    }

    fn take(&mut self, root: &Path, folder: &Path) {
        for entry in folder.read_dir().expect("a folder").flatten() {
            let path = entry.path();
            let name = path.strip_prefix(root).expect("within").to_owned();
            if path.is_dir() {
                self.folders.push(name);
                self.take(root, &path);
            } else if !name.to_string_lossy().ends_with("-shm") {
                let node = usize::MAX - self.names.len();
                self.files.insert(node, std::fs::read(&path).expect("read"));
                self.names.insert(name, node);
            }
        }
    }

    /// Plays calls up to one, then the power is gone; answers how many of them never reached the disk.
    pub fn play(&mut self, calls: &[Call], until: usize, dice: &mut Dice) -> usize {
        let calls = &calls[..until];
        let sure = sure_names(calls);
        // names are there in their order, up to somewhere
        let named: Vec<usize> = (0..calls.len()).filter(|nth| calls[*nth].names()).collect();
        let open = named.iter().filter(|nth| **nth >= sure).count();
        let last = named.len() - open + dice.below(open + 1);
        let names_end = named.get(last).copied().unwrap_or(calls.len());
        let mut dropped = 0;
        for (nth, call) in calls.iter().enumerate() {
            let reached = match call {
                call if call.names() => {
                    if nth < names_end {
                        self.name(call);
                    }
                    nth < names_end
                }
                Call::Write(node, ..) | Call::Length(node, _) => {
                    let mut later = calls[nth..].iter();
                    let synced = later.any(|call| matches!(call, Call::Sync(one) if one == node));
                    self.data(call, *node, synced, dice)
                }
                _ => true,
            };
            dropped += usize::from(!reached);
        }
        dropped
    }

    fn name(&mut self, call: &Call) {
        match call {
            Call::Make(path, node) => {
                self.files.entry(*node).or_default();
                self.names.insert(path.clone(), *node);
            }
            Call::Folder(path) => self.folders.push(path.clone()),
            Call::Rename(from, to) => {
                if let Some(node) = self.names.remove(from) {
                    self.names.insert(to.clone(), node);
                }
            }
            Call::Link(from, to) => {
                if let Some(node) = self.names.get(from).copied() {
                    self.names.insert(to.clone(), node);
                }
            }
            Call::Unlink(path) => {
                self.names.remove(path);
            }
            _ => {}
        }
    }

    /// Whether all of it reached the disk.
    fn data(&mut self, call: &Call, node: Node, synced: bool, dice: &mut Dice) -> bool {
        if !synced && dice.tossed() {
            return false;
        }
        let file = self.files.entry(node).or_default();
        match call {
            Call::Length(_, length) => file.resize(*length, 0),
            Call::Write(_, at, bytes) => {
                let torn = !synced && dice.below(4) == 0;
                let sectors = bytes.len() / SECTOR;
                let many = if torn && sectors > 0 {
                    dice.below(sectors) * SECTOR
                } else {
                    bytes.len()
                };
                if file.len() < at + many {
                    file.resize(at + many, 0);
                }
                file[*at..at + many].copy_from_slice(&bytes[..many]);
                return many == bytes.len();
            }
            _ => {}
        }
        true
    }

    /// Puts what is on it into an empty folder.
    pub fn write_to(&self, folder: &Path) {
        for name in &self.folders {
            std::fs::create_dir_all(folder.join(name)).expect("a folder");
        }
        for (name, node) in &self.names {
            std::fs::write(folder.join(name), &self.files[node]).expect("written");
            own(&folder.join(name));
        }
    }
}

/// Up to where every name is on the disk: past the newest call whose folder was synced after it, or, where it made a
/// file, that file.
fn sure_names(calls: &[Call]) -> usize {
    let sure = (0..calls.len()).rev().find(|nth| {
        let call = &calls[*nth];
        let Some(path) = call.path() else {
            return false;
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        calls[*nth..].iter().any(|later| match (later, call) {
            (Call::SyncNames(synced), _) => synced == folder,
            (Call::Sync(one), Call::Make(_, node)) => one == node,
            _ => false,
        })
    });
    sure.map_or(0, |nth| nth + 1)
}
