//! Bytes made strange: flipped, cut, spliced, repeated, nested, their tokens swapped, their numbers blown up.

/// Numbers that look random and are the same on every machine.
pub struct Dice(u64);

impl Dice {
    /// The dice of one case of a seed.
    pub fn new(seed: u64, case: u64) -> Self {
        let mut mixed = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)
            ^ case.wrapping_add(1).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^= mixed >> 31;
        Self(mixed | 1)
    }

    /// A number below another (which is not zero).
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let end = u64::try_from(end).expect("small");
        usize::try_from((self.0 >> 11) % end).expect("small")
    }

    /// One of several.
    pub fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// A range of bytes of a text that is not empty.
    fn range(&mut self, len: usize, most: usize) -> std::ops::Range<usize> {
        let start = self.below(len);
        let end = (start + 1 + self.below(most)).min(len);
        start..end
    }
}

/// Put in anywhere: what confuses terminals, parsers, spreadsheets and calendars.
const STRANGE: &[&str] = &[
    "\0",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{200b}",
    "\u{301}\u{301}\u{301}",
    "\r",
    "\r\n",
    "\n",
    "\t",
    "\"",
    "'",
    "\\",
    "\\u0000",
    "\\ud800",
    ",",
    ";",
    ":",
    "{",
    "}",
    "[",
    "]",
    "=1+1",
    "@",
    "#",
    "\u{1F469}\u{200d}\u{1F4BB}",
    "null",
    "true",
    "-1",
    "1e999",
    "0",
    "9999-12-31",
    "0000-00-00",
    "-0001-01-01",
    "10000-01-01",
    "99991231T235959Z",
    "00000101T000000Z",
    "2026-02-30",
    "Ana Ruiz",
    "@ana",
    "who",
    "BEGIN:VCARD\r\n",
    "END:VEVENT\r\n",
    "RRULE:FREQ=SECONDLY\r\n",
    "TZID=Nowhere/Land:",
    "\u{e9}",
    "\u{130}",
    "\u{df}",
];

/// Numbers that do not fit.
const NUMBERS: &[&str] = &[
    "0",
    "-1",
    "99999999999999999999",
    "4294967296",
    "9223372036854775807",
    "1e308",
    "0.1",
    "00",
    "13",
    "31",
];

/// One of the seeds, changed a little: most of the time so little that it can still be read.
pub fn mutated(dice: &mut Dice, seeds: &[&[u8]]) -> Vec<u8> {
    let mut bytes = dice.one_of(seeds).to_vec();
    let times = [0, 1, 1, 1, 2, 2, 3, 6][dice.below(8)];
    for _ in 0..times {
        change(dice, &mut bytes, seeds);
        bytes.truncate(64 * 1024);
    }
    if dice.below(100) == 0 {
        // nothing of what it was
        let len = dice.below(400);
        bytes = (0..len)
            .map(|_| u8::try_from(dice.below(256)).unwrap_or(0))
            .collect();
    }
    bytes
}

fn change(dice: &mut Dice, bytes: &mut Vec<u8>, seeds: &[&[u8]]) {
    if bytes.is_empty() {
        bytes.extend_from_slice(dice.one_of(seeds));
        return;
    }
    let len = bytes.len();
    match dice.below(10) {
        0 => {
            let at = dice.below(len);
            bytes[at] ^= 1 << dice.below(8);
        }
        1 => drop(bytes.drain(dice.range(len, 40))),
        2 => {
            let other = dice.one_of(seeds);
            let piece = other[dice.range(other.len(), 120)].to_vec();
            let at = dice.below(len);
            bytes.splice(at..at, piece);
        }
        3 => {
            let range = dice.range(len, 200);
            let many = [1, 1, 2, 30][dice.below(4)];
            let piece = bytes[range.clone()].repeat(many);
            bytes.splice(range.end..range.end, piece);
        }
        4 => {
            let (open, close) =
                dice.one_of(&[("[", "]"), ("{\"a\":", "}"), ("\"", "\""), ("(", ")")]);
            let many = [1, 2, 200, 5000][dice.below(4)];
            let at = dice.below(len);
            let nested = format!("{}{}", open.repeat(many), close.repeat(many));
            bytes.splice(at..at, nested.into_bytes());
        }
        5 => swap(dice, bytes),
        6 => number(dice, bytes),
        7 | 8 => {
            let at = dice.below(len);
            let strange = dice.one_of(STRANGE);
            bytes.splice(at..at, strange.bytes());
        }
        _ => {
            let keep = dice.below(len);
            bytes.truncate(keep);
        }
    }
}

/// Two words change places.
fn swap(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let words = tokens(bytes, |b| b.is_ascii_alphanumeric());
    if words.len() < 2 {
        return;
    }
    let (a, b) = (dice.one_of(&words), dice.one_of(&words));
    let (first, last) = if a.start <= b.start { (a, b) } else { (b, a) };
    if first.end > last.start {
        return;
    }
    let (one, two) = (bytes[first.clone()].to_vec(), bytes[last.clone()].to_vec());
    bytes.splice(last, one);
    bytes.splice(first, two);
}

/// A number becomes another.
fn number(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let numbers = tokens(bytes, |b| b.is_ascii_digit());
    if !numbers.is_empty() {
        let at = dice.one_of(&numbers);
        let other = dice.one_of(NUMBERS);
        bytes.splice(at, other.bytes());
    }
}

/// The runs of bytes of a sort.
fn tokens(bytes: &[u8], of: impl Fn(u8) -> bool) -> Vec<std::ops::Range<usize>> {
    let (mut found, mut start) = (Vec::new(), None);
    for (at, byte) in bytes.iter().enumerate() {
        match (of(*byte), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    found.extend(start.map(|from| from..bytes.len()));
    found
}
