//! The change flag (B7): the strongest split of the evidence in two stretches, asked about and never judged by.

use statrs::function::beta::ln_beta;

use crate::domain::reliability::{Figure, Measure, Part};

/// The strongest split of the evidence in two stretches (B7). A question, never a verdict.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// ln of the Bayes factor.
    pub ln_bf: f64,
    /// How many pieces lie before the split.
    pub split: usize,
    /// Weighted share kept before.
    pub before: f64,
    /// Weighted share kept since.
    pub since: f64,
    /// How many pieces lie since the split.
    pub n_since: usize,
    /// How many of those before it were kept.
    pub kept_before: usize,
    /// How many of those since it were kept.
    pub kept_since: usize,
    /// Whether to ask about it (Bayes factor of 30 or more).
    pub flag: bool,
}

/// How many pieces a change needs before it, and since it at least and at most.
const CHANGE_NEEDS: (usize, usize, usize) = (4, 3, 20);
/// The Bayes factor from which a change is asked about.
const ASK: f64 = 30.0;

/// The strongest change in a figure's evidence, if there is enough to look for one.
pub fn change(figure: &Figure) -> Option<Change> {
    let (least_before, least_since, most_since) = CHANGE_NEEDS;
    let upto = running(figure);
    let n = figure.parts.len();
    let (credit, missed) = upto[n];
    let one_rate = ln_beta(1.0 + credit, 1.0 + missed) + ln_beta(1.0, 1.0);
    let at = |split: usize| {
        let before = upto[split];
        let since = ((credit - before.0).max(0.0), (missed - before.1).max(0.0));
        let [before_rate, since_rate] = [before, since].map(|(s, f)| ln_beta(1.0 + s, 1.0 + f));
        let ln_bf = before_rate + since_rate - one_rate;
        Change {
            ln_bf,
            split,
            before: before.0 / (before.0 + before.1),
            since: since.0 / (since.0 + since.1),
            n_since: n - split,
            kept_before: kept(&figure.parts[..split]),
            kept_since: kept(&figure.parts[split..]),
            flag: ln_bf >= ASK.ln(),
        }
    };
    let first = least_before.max(n.saturating_sub(most_since));
    (first..=n.saturating_sub(least_since))
        .map(at)
        .reduce(|best, next| if next.ln_bf > best.ln_bf { next } else { best })
}

impl Change {
    /// What may be asked about it, from plain counts: `1 of the last 7 kept, 15 of 15 before. Worth asking what changed?`
    /// `done` for follow-through.
    pub fn text(&self, measure: Measure) -> String {
        let word = match measure {
            Measure::KeptAsAgreed => "kept",
            Measure::FollowThrough => "done",
        };
        format!(
            "{} of the last {} {word}, {} of {} before. Worth asking what changed?",
            self.kept_since, self.n_since, self.kept_before, self.split
        )
    }
}

/// What is worth asking about a figure, when its evidence may have shifted (B7): a question, which alters nothing.
pub fn ask(figure: &Figure) -> Option<String> {
    let change = change(figure).filter(|change| change.flag)?;
    Some(change.text(figure.measure))
}

/// How many pieces have their whole credit.
fn kept(parts: &[Part]) -> usize {
    parts.iter().filter(|part| part.credit >= 1.0).count()
}

/// Running sums of kept and missed, same-day weights and no decay: the nth covers the first n pieces.
fn running(figure: &Figure) -> Vec<(f64, f64)> {
    let (mut kept, mut missed) = (0.0, 0.0);
    let mut upto = vec![(kept, missed)];
    for same_day in figure.parts.chunk_by(|a, b| a.day == b.day) {
        let weight = figure.rules.batch(same_day.len());
        for part in same_day {
            kept += weight * part.credit;
            missed += weight * (1.0 - part.credit);
            upto.push((kept, missed));
        }
    }
    upto
}
