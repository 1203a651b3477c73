//! Measuring: warmed up, often enough, the act and its floor in turn, so that both meet the same machine.

use std::time::{Duration, Instant};

/// How long one act is repeated, and how often at most.
#[derive(Debug, Clone, Copy)]
pub struct Rounds {
    /// Until so much time has gone.
    pub within: Duration,
    /// At least so often.
    pub least: usize,
    /// At most so often.
    pub most: usize,
}

/// For what takes less than some milliseconds.
pub const QUICK: Rounds = Rounds {
    within: Duration::from_millis(600),
    least: 30,
    most: 2_000,
};

/// For whole processes and durable writes.
pub const SLOW: Rounds = Rounds {
    within: Duration::from_secs(4),
    least: 15,
    most: 60,
};

/// What was measured of an act: in milliseconds, or in the act's own unit.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading {
    /// Half of all runs were no worse.
    pub median: f64,
    /// 99 of 100 runs were no worse, where there were many.
    pub worst: Option<f64>,
    /// The median of the floor.
    pub floor: Option<f64>,
}

impl Reading {
    /// Of one figure without runs.
    pub fn of(median: f64) -> Self {
        Self {
            median,
            ..Self::default()
        }
    }

    /// The same beside a floor.
    pub fn beside(median: f64, floor: f64) -> Self {
        Self {
            floor: Some(floor),
            ..Self::of(median)
        }
    }
}

/// Measures an act by itself.
pub fn alone(rounds: Rounds, mut act: impl FnMut()) -> Reading {
    let runs = times(rounds, &mut [&mut act]);
    reading(&runs[0], None)
}

/// Measures an act and its floor in turn.
pub fn against(rounds: Rounds, mut act: impl FnMut(), mut floor: impl FnMut()) -> Reading {
    let runs = times(rounds, &mut [&mut act, &mut floor]);
    reading(&runs[0], Some(&runs[1]))
}

/// Of what was measured elsewhere, run by run.
pub fn reading(act: &[f64], floor: Option<&Vec<f64>>) -> Reading {
    Reading {
        median: share(act, 50),
        worst: (act.len() >= 50).then(|| share(act, 99)),
        floor: floor.map(|floor| share(floor, 50)),
    }
}

/// Each act's times in milliseconds, one of each in turn.
fn times(rounds: Rounds, acts: &mut [&mut dyn FnMut()]) -> Vec<Vec<f64>> {
    let mut runs = vec![Vec::new(); acts.len()];
    for act in acts.iter_mut() {
        // the first finds everything cold
        act();
    }
    let start = Instant::now();
    for round in 0..rounds.most {
        if round >= rounds.least && start.elapsed() > rounds.within {
            break;
        }
        for (act, runs) in acts.iter_mut().zip(&mut runs) {
            let start = Instant::now();
            act();
            runs.push(millis(start.elapsed()));
        }
    }
    runs
}

/// A time in milliseconds.
pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// What so many of a hundred runs did not pass.
fn share(runs: &[f64], hundredths: usize) -> f64 {
    let mut sorted = runs.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len() * hundredths / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or_default()
}
