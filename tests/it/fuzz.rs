//! Every importer on bytes that nobody meant to write: a clear error or a correct import, never a panic, never a part of one.
//!
//! `TRUSTLINE_FUZZ_CASES` says how many cases (a short run unless said), `TRUSTLINE_FUZZ_SEED` where the dice begin.
//! A case that fails tells its number, its seed and its bytes; the same seed makes the same cases on every machine.

mod mutate;
mod seeds;

use std::panic::{AssertUnwindSafe, catch_unwind};

use trustline::domain::{Kind, Record, RecordId};
use trustline::error::Result;
use trustline::journal::Journal;
use trustline::transfer::intake::{self, Choice, Format, Source};
use trustline::transfer::table::Mapping;

use crate::house::{add, clock, journal};
use crate::tasks::surveyed;
use mutate::Dice;

/// So many imports may have gone into a journal before a new one is begun.
const WORN: u32 = 24;

/// A journal to import into, and how often that was done.
struct Bench {
    journal: Journal,
    used: u32,
    digest: String,
}

impl Bench {
    fn new() -> Self {
        let mut journal = journal();
        for name in ["Ana Ruiz", "Bo Chen", "Anabel Lee"] {
            add(
                &mut journal,
                Kind::Relationship,
                &[("name", name), ("since", "2026-01-05")],
            );
        }
        let digest = journal.digest().expect("a digest");
        Self {
            journal,
            used: 0,
            digest,
        }
    }
}

/// What one case is made of.
struct Case {
    format: Format,
    bytes: Vec<u8>,
    history: Option<Vec<u8>>,
    mapping: Option<&'static str>,
    set: Vec<String>,
    update: bool,
    /// After how many records the load is stopped.
    stop: Option<u64>,
}

impl Case {
    fn drawn(dice: &mut Dice) -> Self {
        let format = dice.one_of(Format::ALL);
        let all = seeds::of(format);
        let tables = format == Format::Csv;
        let mappings: Vec<&'static str> = Mapping::ready();
        Self {
            format,
            bytes: mutate::mutated(dice, all),
            history: (format == Format::Taskwarrior && dice.below(3) == 0)
                .then(|| mutate::mutated(dice, seeds::HISTORIES)),
            mapping: (tables && dice.below(2) == 0).then(|| dice.one_of(&mappings)),
            set: if dice.below(2) == 0 && !tables {
                vec!["who=Bo Chen".to_owned()]
            } else {
                Vec::new()
            },
            update: dice.below(4) == 0,
            stop: (dice.below(8) == 0).then(|| dice.below(4) as u64),
        }
    }

    fn choice(&self) -> Choice {
        let mut choice = Choice {
            format: Some(self.format),
            now: clock().now(),
            history: self
                .history
                .as_deref()
                .map(|bytes| Source::held("undo.data", bytes)),
            ..Choice::default()
        };
        choice.table.update = self.update;
        choice.table.flags.set.clone_from(&self.set);
        choice.table.mapping = self.mapping.and_then(|name| Mapping::named(name).ok());
        choice
    }

    fn open(&self) -> Result<Box<dyn intake::Incoming>> {
        intake::open(Source::held("fuzz", self.bytes.as_slice()), self.choice())
    }

    /// Imports it twice. An error leaves the journal as it was; a success is whole, sound, and complete at once.
    fn run(&self, bench: &mut Bench) -> bool {
        let Ok(file) = self.open() else { return false };
        let Ok(survey) = surveyed(&bench.journal, file.as_ref()) else {
            return false;
        };
        let report = survey.report.clone();
        assert!(
            !report
                .to_string()
                .chars()
                .any(|c| c.is_control() && c != '\n'),
            "{report}"
        );
        let records: Vec<_> = file.feed(survey).expect("feeds").collect();
        for (id, record) in records.iter().filter_map(|one| one.as_ref().ok()) {
            sound(*id, record);
        }
        let many = records.len();
        let mut seen = 0;
        let loaded = bench
            .journal
            .load("fuzz", &mut records.into_iter(), &mut |done| {
                seen = done;
                self.stop.is_none_or(|stop| done < stop)
            });
        let Ok(loaded) = loaded else {
            assert_eq!(
                bench.journal.digest().expect("a digest"),
                bench.digest,
                "a part was kept: {report}"
            );
            return false;
        };
        assert!(seen <= many as u64);
        assert_eq!(loaded.new, report.new, "as many as were told\n{report}");
        assert!(
            self.update || loaded.changed == 0,
            "changed unasked\n{report}"
        );
        let file = self.open().expect("it opened before");
        let survey = surveyed(&bench.journal, file.as_ref()).expect("it was surveyed before");
        let again = survey.report.clone();
        assert_eq!(again.new, 0, "twice is once\n{report}\n{again}");
        let mut records = file.feed(survey).expect("feeds");
        let twice = bench
            .journal
            .load("fuzz", &mut records, &mut |_| true)
            .expect("loads again");
        assert_eq!(
            (twice.new, twice.changed),
            (0, 0),
            "twice is once\n{report}\n{again}"
        );
        loaded.new + loaded.changed > 0
    }
}

fn sound(id: RecordId, record: &Record) {
    let faults = record.faults();
    assert!(faults.is_empty(), "{id}: {faults:?} in {record:?}");
}

fn number(name: &str, otherwise: u64) -> u64 {
    let told = std::env::var(name).ok();
    told.and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// What a panic said.
fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_default()
}

#[test]
fn no_bytes_break_an_importer() {
    let seed = number("TRUSTLINE_FUZZ_SEED", 1);
    let cases = number("TRUSTLINE_FUZZ_CASES", 2_000);
    let mut bench = Bench::new();
    let mut taken = 0;
    for n in 0..cases {
        let mut dice = Dice::new(seed, n);
        let case = Case::drawn(&mut dice);
        match catch_unwind(AssertUnwindSafe(|| case.run(&mut bench))) {
            Ok(true) => {
                taken += 1;
                bench.used += 1;
                bench.digest = bench.journal.digest().expect("a digest");
            }
            Ok(false) => {}
            Err(panic) => panic!(
                "case {n} of seed {seed}, {} {:?} set {:?} update {} stop {:?}: {}\nbytes: {}\nhistory: {}",
                case.format,
                case.mapping,
                case.set,
                case.update,
                case.stop,
                said(panic.as_ref()),
                case.bytes.escape_ascii(),
                case.history.unwrap_or_default().escape_ascii(),
            ),
        }
        if bench.used >= WORN {
            bench = Bench::new();
        }
    }
    // mutated, not destroyed: a good part of what is drawn can still be read
    assert!(taken * 20 > cases, "only {taken} of {cases} were read");
}

#[test]
fn no_bytes_break_the_union_of_two_journals() {
    let seed = number("TRUSTLINE_FUZZ_SEED", 1);
    let cases = number("TRUSTLINE_FUZZ_CASES", 2_000) / 8;
    let mut export = Vec::new();
    Bench::new().journal.export(&mut export).expect("exports");
    let whole: &[&[u8]] = &[&export];
    let mut bench = Bench::new();
    for n in 0..cases {
        let mut dice = Dice::new(seed ^ 0x5eed, n);
        let bytes = mutate::mutated(&mut dice, whole);
        let ran = catch_unwind(AssertUnwindSafe(|| {
            if bench.journal.unite(&mut bytes.as_slice()).is_err() {
                let digest = bench.journal.digest().expect("a digest");
                assert_eq!(digest, bench.digest, "a part was kept");
            } else {
                let again = bench.journal.unite(&mut bytes.as_slice());
                assert_eq!(again.expect("twice").new, 0, "twice is once");
                bench.digest = bench.journal.digest().expect("a digest");
            }
        }));
        if let Err(panic) = ran {
            panic!(
                "case {n} of seed {seed}: {}\nbytes: {}",
                said(panic.as_ref()),
                bytes.escape_ascii()
            );
        }
    }
}
