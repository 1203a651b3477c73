//! One question worth asking in the next one-on-one, and why: the first rule that applies, never a verdict.

use super::dates::beside;
use super::need::NeedState;
use super::reliability::Label;
use super::text;
use super::trend;
use super::view::{Card, EntryLine};
use super::{Record, Side};

/// What the rules look at.
pub struct Seen<'a> {
    /// The relationship at a glance.
    pub card: &'a Card,
    /// Topics, the most often carried first.
    pub topics: &'a [EntryLine],
    /// My open commitments.
    pub mine_open: &'a [EntryLine],
    /// Theirs.
    pub theirs_open: &'a [EntryLine],
    /// Feedback not yet delivered.
    pub undelivered: &'a [EntryLine],
    /// Needs without an answer, the longest waiting first.
    pub needs: &'a [EntryLine],
}

/// A rule: the question and its reason, when it applies.
type Rule = fn(&Seen<'_>) -> Option<(String, String)>;

/// The question and its reason.
pub fn suggest(seen: &Seen<'_>) -> (String, String) {
    const RULES: [Rule; 8] = [
        running_repair,
        my_overdue,
        their_overdue,
        a_raised_need,
        a_change,
        a_moved_level,
        a_carried_topic,
        a_draft,
    ];
    RULES.iter().find_map(|rule| rule(seen)).unwrap_or_else(|| {
        (
            "What would make the next two weeks easier for you?".to_owned(),
            "nothing presses; a good moment to ask what is needed".to_owned(),
        )
    })
}

fn title(line: &EntryLine) -> String {
    text::line(&line.record.noun().title()).into_owned()
}

fn running_repair(seen: &Seen<'_>) -> Option<(String, String)> {
    let plan = seen
        .card
        .repairs
        .iter()
        .find(|line| matches!(line.record, Record::Plan(_)))?;
    Some((
        "How is the repair going for you, so far?".to_owned(),
        format!("a repair plan is in its {} stage", plan.state),
    ))
}

fn overdue<'a>(lines: &'a [EntryLine], seen: &Seen<'_>) -> Option<&'a EntryLine> {
    lines.iter().find(|line| {
        line.record
            .noun()
            .due()
            .is_some_and(|due| due.day < seen.card.as_of)
    })
}

fn my_overdue(seen: &Seen<'_>) -> Option<(String, String)> {
    let line = overdue(seen.mine_open, seen)?;
    Some((
        format!(
            "I have not done \u{201c}{}\u{201d} yet. What would help you most now?",
            title(line)
        ),
        "a promise of yours is overdue; say it before they ask".to_owned(),
    ))
}

fn their_overdue(seen: &Seen<'_>) -> Option<(String, String)> {
    let line = overdue(seen.theirs_open, seen)?;
    Some((
        format!(
            "What is in the way of \u{201c}{}\u{201d}? Keep, move or release it?",
            title(line)
        ),
        "a promise of theirs is overdue; silence is not an answer either way".to_owned(),
    ))
}

fn a_raised_need(seen: &Seen<'_>) -> Option<(String, String)> {
    let waits = |line: &&EntryLine| matches!(&line.record, Record::Need(one) if one.side == Side::Theirs && one.state == NeedState::Raised);
    let line = seen.needs.iter().find(waits)?;
    let raised = beside(line.record.noun().since().day, seen.card.as_of);
    Some((
        format!(
            "You said you need \u{201c}{}\u{201d}. What would meet it?",
            title(line)
        ),
        format!("it was raised {raised}, and there is no answer yet"),
    ))
}

fn a_change(seen: &Seen<'_>) -> Option<(String, String)> {
    let figure = &seen.card.theirs.kept;
    let change = trend::change(figure).filter(|c| c.flag && c.since < c.before)?;
    let since = &figure.parts[figure.parts.len().saturating_sub(change.n_since)..];
    let kept = since.iter().filter(|p| p.label == Label::Kept).count();
    let reason = format!(
        "{kept} of the last {} kept as agreed; before that it was more. This is a question, not a verdict",
        change.n_since
    );
    Some((
        "Something may have shifted. What changed for you?".to_owned(),
        reason,
    ))
}

fn a_moved_level(seen: &Seen<'_>) -> Option<(String, String)> {
    let level = seen.card.level.filter(|l| l.moved)?;
    let way = if level.shift.unwrap_or(0.0) < 0.0 {
        "lower"
    } else {
        "higher"
    };
    Some((
        "Last time felt different to me. How was it for you?".to_owned(),
        format!("your last check-in was clearly {way} than the ones before"),
    ))
}

fn a_carried_topic(seen: &Seen<'_>) -> Option<(String, String)> {
    let (line, carried) = seen.topics.iter().find_map(|line| match &line.record {
        Record::Topic(topic) if topic.carried >= 2 => Some((line, topic.carried)),
        _ => None,
    })?;
    Some((
        format!(
            "Shall we talk about \u{201c}{}\u{201d} first today, or drop it?",
            title(line)
        ),
        format!("it was carried over {carried} times"),
    ))
}

fn a_draft(seen: &Seen<'_>) -> Option<(String, String)> {
    let line = seen.undelivered.first()?;
    Some((
        "May I tell you something I noticed?".to_owned(),
        format!("feedback waits to be said: {}", title(line)),
    ))
}
