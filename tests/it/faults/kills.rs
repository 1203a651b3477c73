//! Killed while it works: what was told as saved is there, whole, and nothing is there by half.

use std::process::Child;

use super::acts::busy;
use super::place::{Dice, Place, cases, tell};
use super::trace::{Instants, injected, tracer};

/// A journal at work under kills, and what must be in it.
struct Ledger {
    place: Place,
    dice: Dice,
    /// What it holds, as its export says.
    held: String,
    /// The commitments that were told as saved: their words, and whether they were told as kept.
    saved: Vec<(String, bool)>,
    kills: usize,
    told: usize,
}

/// What a hand does next.
enum Next {
    Add(String),
    Settle(usize),
    Undo,
}

impl Ledger {
    fn new(seed: u64) -> Self {
        let place = busy();
        let held = place.held().expect("a journal");
        Self {
            place,
            dice: Dice(seed),
            held,
            saved: Vec::new(),
            kills: 0,
            told: 0,
        }
    }

    fn next(&mut self, n: usize) -> Next {
        let open: Vec<usize> = (0..self.saved.len())
            .filter(|nth| !self.saved[*nth].1)
            .collect();
        match self.dice.below(5) {
            0 | 1 if !open.is_empty() => Next::Settle(open[self.dice.below(open.len())]),
            2 => Next::Undo,
            _ => Next::Add(format!("item{n}z")),
        }
    }

    /// Takes what is there now: as it was, or one revision more; of what was told as saved, that one is there.
    fn look(&mut self, next: Next, told: bool, why: &str) {
        let now = self.place.held().expect("it opens");
        let lines = |held: &str| held.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
        let (before, after) = (lines(&self.held), lines(&now));
        assert!(
            after.starts_with(&before),
            "{why}: what was there is there, in its order"
        );
        let more = after.len() - before.len();
        assert!(more <= 1, "{why}: {more} revisions of one act");
        assert!(more == 1 || !told, "{why}: told as saved, and lost");
        self.held = now;
        self.kills += usize::from(!told);
        self.told += usize::from(told);
        if more == 0 {
            return;
        }
        match next {
            Next::Add(text) => {
                assert!(after[before.len()].contains(&text), "{why}");
                self.saved.push((text, false));
            }
            Next::Settle(nth) => self.saved[nth].1 = true,
            // what an undo took back is what the list says
            Next::Undo => {
                let list = self.place.does(&["list", "kind:commitment"]);
                self.saved.retain(|(text, _)| list.contains(text));
                for (text, kept) in &mut self.saved {
                    let line = list.lines().find(|line| line.contains(&*text));
                    *kept = line.is_some_and(|line| line.contains("kept"));
                }
            }
        }
    }

    /// All that was told is in the list, and the journal is whole.
    fn ends(self, what: &str) {
        let list = self.place.does(&["list", "kind:commitment"]);
        for (text, kept) in &self.saved {
            let line = list.lines().find(|line| line.contains(text));
            let line = line.unwrap_or_else(|| panic!("{text} was lost"));
            assert_eq!(line.contains("kept"), *kept, "{line}");
        }
        self.place.is_sound(what);
        tell(&format!(
            "{what}: {} kills, {} acts told as saved between them, 0 lost",
            self.kills, self.told
        ));
    }
}

fn args(next: &Next, saved: &[(String, bool)]) -> Vec<String> {
    match next {
        Next::Add(text) => vec!["commit".into(), format!("send Priya the {text} by fri")],
        Next::Settle(nth) => vec!["keep".into(), saved[*nth].0.clone()],
        Next::Undo => vec!["undo".into()],
    }
}

/// Kills a writer after it was let go on so many times; whether it had ended well before.
fn killed_after(mut child: Child, turns: usize) -> bool {
    for _ in 0..turns {
        if let Some(status) = child.try_wait().expect("a child") {
            return status.success();
        }
        std::thread::yield_now();
    }
    child.kill().expect("killed");
    child.wait().expect("ended").success()
}

#[test]
fn what_was_told_as_saved_outlives_every_kill() {
    let mut ledger = Ledger::new(20_261_122);
    let kills = cases(25, 500);
    // how far a writer comes in a turn depends on the machine: the reach grows where kills come too early, shrinks
    // where they come too late
    let mut reach = 4_000;
    for n in 0..kills * 20 {
        if ledger.kills >= kills && ledger.told >= kills / 5 {
            break;
        }
        let next = ledger.next(n);
        let line = args(&next, &ledger.saved);
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        let turns = if n % 7 == 0 {
            usize::MAX
        } else {
            ledger.dice.below(reach)
        };
        let child = ledger.place.command(&line).spawn().expect("it starts");
        let told = killed_after(child, turns);
        if turns < usize::MAX {
            reach = if told {
                reach * 9 / 10
            } else {
                reach * 11 / 10
            }
            .clamp(50, 1_000_000);
        }
        ledger.look(next, told, &format!("{n} {line:?}"));
    }
    assert!(ledger.kills >= kills, "{} kills", ledger.kills);
    ledger.ends("killed after a random while");
}

#[test]
fn a_kill_at_any_call_loses_nothing_that_was_told() {
    if tracer().is_none() {
        return;
    }
    let mut ledger = Ledger::new(7);
    for n in 0..cases(25, 500) {
        let next = ledger.next(n);
        let line = args(&next, &ledger.saved);
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        let Some(done) = at_random_instant(&mut ledger, &line) else {
            return;
        };
        ledger.look(next, done, &format!("{n} {line:?}"));
        if n % 5 == 4 {
            // some are left alone, so that there is something to lose
            let next = Next::Add(format!("whole{n}z"));
            let line = args(&next, &ledger.saved);
            ledger.place.does(&[&line[0], &line[1]]);
            ledger.look(next, true, "left alone");
        }
    }
    ledger.ends("killed at a random call");
}

fn at_random_instant(ledger: &mut Ledger, line: &[&str]) -> Option<bool> {
    let instants = Instants::of(&ledger.place, line)?;
    let (name, nth) = instants.at(ledger.dice.below(instants.len()));
    let fault = format!("{name}:signal=KILL:when={nth}");
    let done = injected(&ledger.place, &[fault], line)?;
    // the answer on the output is what tells that it is saved
    Some(!done.stdout.is_empty())
}
