//! The only room that asks what time it is, and the only one that asks for chance.
//!
//! Everything else is handed a [`Clock`], so a test, a demo and a picture for the README all see the
//! same day. `TRUSTLINE_NOW=2026-03-31T09:00` fixes the clock of a whole process; with a plus behind it the clock goes on
//! from there.

use chrono::{
    DateTime, Datelike, Duration, Local, NaiveDate, NaiveDateTime, TimeZone, Timelike, Utc,
};
use std::cell::Cell;
use std::time::{Instant, SystemTime};

use crate::domain::RecordId;

/// The environment variable that fixes the clock of a process.
pub const FIXED_BY: &str = "TRUSTLINE_NOW";

/// Where time and chance come from.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The system's clock, the user's zone, the operating system's randomness.
    System,
    /// The same, set to another time by so much.
    Set(Duration),
    /// A clock that stands still (one millisecond passes at each [`Clock::millis`]) and draws from a fixed sequence.
    Fixed(Standing),
}

/// The zone by which an instant of somebody else's file becomes a local day and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zone {
    /// Universal time: what a standing clock takes for local.
    #[default]
    Utc,
    /// The system's.
    System,
}

impl Zone {
    /// The local date and time of an instant in seconds since 1970 UTC; `None` outside the years 1 to 9999.
    pub fn local(self, seconds: i64) -> Option<NaiveDateTime> {
        let instant = DateTime::from_timestamp(seconds, 0)?;
        // a day of leeway on both sides, so that no zone can leave the calendar
        if !(2..=9998).contains(&instant.year()) {
            return None;
        }
        Some(match self {
            Self::Utc => instant.naive_utc(),
            Self::System => instant.with_timezone(&Local).naive_local(),
        })
    }

    /// The instant of a local date and time, in seconds since 1970 UTC: the first of two, and after a gap the hour later.
    pub fn seconds(self, local: NaiveDateTime) -> i64 {
        match self {
            Self::Utc => local.and_utc().timestamp(),
            Self::System => {
                let later = || {
                    Local
                        .from_local_datetime(&(local + Duration::hours(1)))
                        .earliest()
                };
                let at = Local.from_local_datetime(&local).earliest();
                at.or_else(later)
                    .map_or_else(|| local.and_utc().timestamp(), |at| at.timestamp())
            }
        }
    }
}

/// A clock that stands still, for tests, pictures and reproducible runs.
#[derive(Debug, Clone)]
pub struct Standing {
    now: NaiveDateTime,
    asked: Cell<u64>,
    drawn: Cell<u64>,
}

impl Clock {
    /// The system's clock unless [`FIXED_BY`] is set to a day, a minute or a second that can be read.
    pub fn from_env() -> Self {
        let read = |text: &str| {
            let forms = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"].into_iter();
            let mut read = forms.filter_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
            read.next().or_else(|| {
                text.parse::<NaiveDate>()
                    .ok()
                    .and_then(|day| day.and_hms_opt(9, 0, 0))
            })
        };
        let Ok(set) = std::env::var(FIXED_BY) else {
            return Self::System;
        };
        match set.strip_suffix('+') {
            Some(from) => read(from).map_or(Self::System, Self::from),
            None => read(&set).map_or(Self::System, Self::fixed),
        }
    }

    /// A clock that goes on from a local time.
    pub fn from(now: NaiveDateTime) -> Self {
        let at = Zone::System.seconds(now);
        Self::Set(Duration::seconds(at - instant().timestamp()))
    }

    /// A clock that stands at a local minute.
    pub fn fixed(now: NaiveDateTime) -> Self {
        Self::Fixed(Standing {
            now,
            asked: Cell::new(0),
            drawn: Cell::new(0x9E37_79B9_7F4A_7C15),
        })
    }

    /// Milliseconds since 1970 in UTC. A standing clock takes its local minute for UTC.
    pub fn millis(&self) -> i64 {
        match self {
            Self::System => instant().timestamp_millis(),
            Self::Set(by) => (instant() + *by).timestamp_millis(),
            Self::Fixed(at) => {
                at.asked.set(at.asked.get() + 1);
                at.now.and_utc().timestamp_millis() + i64::try_from(at.asked.get()).unwrap_or(0)
            }
        }
    }

    /// The local date and time.
    pub fn now(&self) -> NaiveDateTime {
        match self {
            Self::System => instant().with_timezone(&Local).naive_local(),
            Self::Set(by) => (instant() + *by).with_timezone(&Local).naive_local(),
            Self::Fixed(at) => at.now,
        }
    }

    /// A moment by which only waits are measured; it passes for a clock that stands still, too.
    pub fn moment(&self) -> Instant {
        Instant::now()
    }

    /// The local day.
    pub fn today(&self) -> NaiveDate {
        self.now().date()
    }

    /// The zone it tells the local time of.
    pub fn zone(&self) -> Zone {
        match self {
            Self::System | Self::Set(_) => Zone::System,
            Self::Fixed(_) => Zone::Utc,
        }
    }

    /// The local date and time of an instant in milliseconds since 1970 UTC.
    pub fn local(&self, millis: i64) -> NaiveDateTime {
        match self {
            Self::System | Self::Set(_) => Local
                .timestamp_millis_opt(millis)
                .earliest()
                .map_or_else(|| self.now(), |at| at.naive_local()),
            Self::Fixed(_) => DateTime::UNIX_EPOCH.naive_utc() + Duration::milliseconds(millis),
        }
    }

    /// How long until a local time; nothing where it is past. An hour that the zone leaves out or repeats is counted as it
    /// passes.
    pub fn until(&self, at: NaiveDateTime) -> std::time::Duration {
        let zone = self.zone();
        let now = self.now();
        let part = Duration::nanoseconds(i64::from(now.nanosecond() % 1_000_000_000));
        let left = Duration::seconds(zone.seconds(at) - zone.seconds(now)) - part;
        left.to_std().unwrap_or_default()
    }

    /// How long until the local day ends; a screen that shows "today" wakes then.
    pub fn until_midnight(&self) -> std::time::Duration {
        let now = self.now();
        let next = (now.date() + Duration::days(1)).and_time(chrono::NaiveTime::MIN);
        (next - now)
            .to_std()
            .unwrap_or(std::time::Duration::from_secs(60))
    }

    /// Sixty-four bits of chance (from the operating system, or the fixed sequence).
    pub fn draw(&self) -> u64 {
        match self {
            Self::System | Self::Set(_) => {
                getrandom::u64().unwrap_or_else(|_| u64::from(std::process::id()))
            }
            Self::Fixed(at) => {
                // xorshift64*: short, and the same on every machine
                let mut x = at.drawn.get();
                x ^= x >> 12;
                x ^= x << 25;
                x ^= x >> 27;
                at.drawn.set(x);
                x.wrapping_mul(0x2545_F491_4F6C_DD1D)
            }
        }
    }

    /// A new record's identity: UUID version 7.
    pub fn id(&self) -> RecordId {
        let mut chance = [0; 10];
        chance[..8].copy_from_slice(&self.draw().to_le_bytes());
        chance[8..].copy_from_slice(&self.draw().to_le_bytes()[..2]);
        let millis = u64::try_from(self.millis()).unwrap_or(0);
        RecordId::from(uuid::Builder::from_unix_timestamp_millis(millis, &chance).into_uuid())
    }
}

/// How long nothing happened. It goes on while the machine sleeps, and a clock that is set back does not stop it; the
/// day of a standing clock has nothing to do with it.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch {
    steady: Instant,
    wall: SystemTime,
}

impl Stopwatch {
    /// Begins now.
    pub fn start() -> Self {
        Self {
            steady: Instant::now(),
            wall: SystemTime::now(),
        }
    }

    /// How long it has run: the longer of what the two clocks say, of which one stands still while the machine sleeps and
    /// the other can be set.
    pub fn elapsed(&self) -> std::time::Duration {
        let wall = SystemTime::now().duration_since(self.wall);
        self.steady.elapsed().max(wall.unwrap_or_default())
    }
}

/// When the system's wall clock will have gone on for so long, since 1970: what an alarm is set to.
pub fn wall_after(wait: std::time::Duration) -> std::time::Duration {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.unwrap_or_default().saturating_add(wait)
}

/// The system's instant; a clock set to before 1970 stands at its beginning (chrono would panic).
fn instant() -> DateTime<Utc> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    DateTime::from(SystemTime::UNIX_EPOCH + since.unwrap_or_default())
}
