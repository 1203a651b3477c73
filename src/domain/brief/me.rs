//! The brief for myself: counts first, then figures with my side first, then everything that is open or happened.

use super::{Section, day, joined, moment, owed, said, section, title};
use crate::domain::context::FOLDED;
use crate::domain::dates::against;
use crate::domain::ladder::Ladder;
use crate::domain::need::NeedState;
use crate::domain::record::{Kind, Record, Side};
use crate::domain::reliability::Show;
use crate::domain::trend::{self, Point};
use crate::domain::trust::Delegated;
use crate::domain::view::{EntryLine, PlanView, Prep, SideFigures, Timeline};

/// How much of what happened a brief lists: more than anybody reads before a talk.
const LISTED: usize = 200;

pub(super) fn sections(prep: &Prep, timeline: &Timeline) -> Vec<Section> {
    let (question, reason) = &prep.question;
    vec![
        section(&format!("Since {}", day(prep.since)), counts(prep)),
        section("My side", side(&prep.card.mine, &timeline.mine)),
        section("Their side", their_side(prep, timeline)),
        section(
            "I owe",
            prep.mine_open.iter().filter_map(|line| open(line, prep)),
        ),
        section(
            "They owe",
            prep.theirs_open.iter().filter_map(|line| open(line, prep)),
        ),
        section("Responses I owe", responses(prep)),
        section(
            "Needs without an answer",
            prep.trust.needs.iter().filter_map(need),
        ),
        section(
            "Feedback not yet given",
            prep.undelivered.iter().filter_map(said),
        ),
        section(
            "Feedback to come back to",
            prep.follow_up.iter().filter_map(follow_up),
        ),
        section("Topics", prep.topics.iter().filter_map(topic)),
        section("Shared in trust", shared(prep)),
        section(
            "Delegated, could go up",
            prep.trust.delegations.iter().filter_map(up),
        ),
        section("Repair", prep.plans.iter().map(plan)),
        section(
            "A question worth asking",
            [question.clone(), format!("why: {reason}")],
        ),
        section("What happened", newest(prep)),
    ]
}

/// What they shared and I have not responded to; of what is sealed only how much it is.
fn responses(prep: &Prep) -> Vec<String> {
    let waited = |line: &EntryLine| {
        let since = crate::domain::dates::beside(line.at.day, prep.as_of);
        joined([title(line).as_str(), &format!("shared {since}")])
    };
    let mut lines: Vec<_> = prep.trust.owed.iter().map(waited).collect();
    if prep.trust.owed_sealed > 0 {
        lines.push(format!(
            "{} told in confidence, sealed",
            prep.trust.owed_sealed
        ));
    }
    lines
}

/// A need, whose it is, and how long it has waited.
fn need(line: &EntryLine) -> Option<String> {
    let Record::Need(one) = &line.record else {
        return None;
    };
    let raised = format!("raised {}", day(one.raised));
    let state = if one.state == NeedState::Raised {
        ""
    } else {
        one.state.word()
    };
    Some(joined([
        one.text.as_str(),
        one.side.word(),
        state,
        &one.answer,
        &raised,
    ]))
}

/// The ladder, where anything was shared at all.
fn shared(prep: &Prep) -> Vec<String> {
    if prep.trust.ladder == Ladder::default() {
        return Vec::new();
    }
    prep.trust.ladder_lines()
}

fn up(one: &Delegated) -> Option<String> {
    Some(joined([title(&one.line).as_str(), &one.hint_line()?]))
}

/// `2 new promises: 1 mine, 1 theirs`.
fn made(prep: &Prep) -> Option<String> {
    let of = |side| {
        let new = |line: &&EntryLine| match &line.record {
            Record::Commitment(one) => one.side == side && one.made >= prep.since,
            _ => false,
        };
        prep.happened.iter().filter(new).count()
    };
    let (mine, theirs) = (of(Side::Mine), of(Side::Theirs));
    let promises = if mine + theirs == 1 {
        "promise"
    } else {
        "promises"
    };
    (mine + theirs > 0).then(|| {
        format!(
            "{} new {promises}: {mine} mine, {theirs} theirs",
            mine + theirs
        )
    })
}

/// The newest of what happened, and how many lie further back: the counts hold them all.
fn newest(prep: &Prep) -> Vec<String> {
    let mut lines: Vec<_> = prep.happened.iter().take(LISTED).map(happened).collect();
    if prep.happened.len() > LISTED {
        lines.push(format!("and {} before these", prep.happened.len() - LISTED));
    }
    lines
}

/// `3 commitments settled: 2 kept, 1 late`, `1 check-in`, …; commitments by side, mine first.
fn counts(prep: &Prep) -> Vec<String> {
    let sides = [Side::Mine, Side::Theirs];
    let mut lines: Vec<_> = sides
        .into_iter()
        .filter_map(|side| outcomes(side, prep))
        .collect();
    lines.extend(made(prep));
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Commitment) {
        match prep
            .happened
            .iter()
            .filter(|line| line.kind == *kind)
            .count()
        {
            0 => {}
            1 if *kind == Kind::Feedback => lines.push("1 piece of feedback".to_owned()),
            1 => lines.push(format!("1 {kind}")),
            count if *kind == Kind::Feedback => lines.push(format!("{count} pieces of feedback")),
            count if *kind == Kind::Breach => lines.push(format!("{count} breaches")),
            count => lines.push(format!("{count} {kind}s")),
        }
    }
    if lines.is_empty() {
        lines.push("nothing was written down".to_owned());
    }
    lines
}

/// `mine: 2 kept, 1 late`; `None`: nothing of that side settled.
fn outcomes(side: Side, prep: &Prep) -> Option<String> {
    let states: Vec<_> = prep
        .happened
        .iter()
        .filter_map(|line| settled(line, side, prep))
        .collect();
    let counted = |state: &&str| states.iter().filter(|s| *s == state).count();
    let words: Vec<_> = ["kept", "late", "broken", "released", "excused"]
        .iter()
        .filter(|state| counted(state) > 0)
        .map(|state| format!("{} {state}", counted(state)))
        .collect();
    (!words.is_empty()).then(|| format!("{side}: {}", words.join(", ")))
}

fn settled(line: &EntryLine, side: Side, prep: &Prep) -> Option<&'static str> {
    match &line.record {
        Record::Commitment(one) if one.side == side => {
            let since = one
                .settled()
                .is_some_and(|on| (prep.since..=prep.as_of).contains(&on));
            since.then(|| one.state_on(prep.as_of))
        }
        _ => None,
    }
}

/// Counts, then both figures, then where the first stood at the beginning, then a question if it shifted.
fn side(figures: &SideFigures, points: &[Point]) -> Vec<String> {
    let kept = &figures.kept;
    let mut lines = vec![kept.counts_text()];
    if kept.show != Show::Counts {
        lines.push(format!("kept as agreed: {}", trend::told(kept)));
        lines.push(format!("follow-through: {}", trend::told(&figures.follow)));
    } else if kept.n > 0 {
        lines.push(kept.text());
    }
    let before = points
        .iter()
        .find(|p| matches!(p.show, Show::Figure | Show::Firm));
    if let Some(then) = before.filter(|p| p.day < kept.as_of) {
        let [mean, lo, hi] = [then.mean, then.lo, then.hi].map(|share| share * 100.0);
        lines.push(format!(
            "on {}: {mean:.0} ({lo:.0} to {hi:.0})",
            day(then.day)
        ));
    }
    lines.extend(trend::ask(kept));
    lines
}

/// Theirs; when I hold the power it is folded, with a word about whose deadlines they are (A6).
fn their_side(prep: &Prep, timeline: &Timeline) -> Vec<String> {
    if prep.card.folded {
        return vec![FOLDED.to_owned()];
    }
    side(&prep.card.theirs, &timeline.theirs)
}

/// An open commitment, with how long it has been due and whether it was agreed to.
fn open(line: &EntryLine, prep: &Prep) -> Option<String> {
    let Record::Commitment(one) = &line.record else {
        return None;
    };
    let asked = one.agreed.is_none_or(|on| on > prep.as_of);
    let late = one
        .current_due()
        .filter(|due| due.day < prep.as_of && !asked)
        .map(|due| against(due.day, prep.as_of).replace(" late", " overdue"));
    let moved = match one.moves.len() {
        0 => String::new(),
        1 => "moved once".to_owned(),
        times => format!("moved {times} times"),
    };
    Some(joined([
        owed(line)?.as_str(),
        late.as_deref().unwrap_or_default(),
        &moved,
        if asked {
            "asked for, not agreed yet"
        } else {
            ""
        },
    ]))
}

fn follow_up(line: &EntryLine) -> Option<String> {
    let Record::Feedback(one) = &line.record else {
        return None;
    };
    let when = one
        .follow_up
        .map_or_else(String::new, |on| format!("look at it on {}", day(on)));
    Some(joined([
        said(line)?.as_str(),
        one.direction.word(),
        one.state.word(),
        &when,
    ]))
}

fn topic(line: &EntryLine) -> Option<String> {
    let Record::Topic(one) = &line.record else {
        return None;
    };
    let carried = match one.carried {
        0 => String::new(),
        1 => "carried over once".to_owned(),
        times => format!("carried over {times} times"),
    };
    let raised = if one.side == Side::Theirs {
        "raised by them"
    } else {
        ""
    };
    Some(joined([one.text.as_str(), raised, &carried]))
}

fn plan(view: &PlanView) -> String {
    let run = view
        .run
        .map_or_else(String::new, |run| format!("{} kept in a row", run.run));
    let next = format!("next: {}", view.next);
    joined([
        view.plan.record.noun().title().as_str(),
        view.plan.record.noun().state(),
        &view.of.rule,
        &run,
        &next,
    ])
}

fn happened(line: &EntryLine) -> String {
    let state = if line.state == line.kind.word() {
        ""
    } else {
        line.state
    };
    let whose = line.record.noun().side().map_or("", Side::word);
    joined([
        moment(line.at).as_str(),
        line.kind.word(),
        whose,
        state,
        &title(line),
    ])
}
