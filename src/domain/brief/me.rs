//! The brief for myself: counts first, then figures with my side first, then everything that is open or happened.

use super::kinds::ASKED;
use super::telling::{Telling, loose, section, told};
use super::{Line, Section, day, joined, moment, owed, said, title};
use crate::domain::audience::Reader;
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

pub(super) fn sections(prep: &Prep, timeline: &Timeline, reader: &Reader) -> Vec<Section> {
    let (question, reason) = &prep.question;
    let loose = |word: &str, title: &str, piece: &str, texts: Vec<String>| {
        section(word, title, loose(reader, word, piece, texts))
    };
    let list = |word: &str, title: &str, lines: &[EntryLine], tell: &Tell<'_>| {
        let lines = lines
            .iter()
            .flat_map(|line| told(reader, line, &["line"], tell(line)));
        section(word, title, lines.collect())
    };
    let trust = &prep.trust;
    let since = format!("Since {}", day(prep.since));
    let open = |line: &EntryLine| open(line, prep);
    let asks = vec![question.clone(), format!("why: {reason}")];
    vec![
        loose("since", &since, "counts", counts(prep)),
        loose(
            "mine",
            "My side",
            "mine",
            side(&prep.card.mine, &timeline.mine),
        ),
        loose("theirs", "Their side", "theirs", their_side(prep, timeline)),
        list("owe", "I owe", &prep.mine_open, &open),
        list("owed", "They owe", &prep.theirs_open, &open),
        section("responses", "Responses I owe", responses(prep, reader)),
        list("needs", "Needs without an answer", &trust.needs, &need),
        list("unsaid", "Feedback not yet given", &prep.undelivered, &said),
        list(
            "followup",
            "Feedback to come back to",
            &prep.follow_up,
            &follow_up,
        ),
        list("topics", "Topics", &prep.topics, &topic),
        loose("shared", "Shared in trust", "ladder", shared(prep)),
        section("delegated", "Delegated, could go up", ups(prep, reader)),
        section("repair", "Repair", plans(prep, reader)),
        loose("question", "A question worth asking", "question", asks),
        section("happened", "What happened", newest(prep, reader)),
    ]
}

/// What a line of a list says of its record; `None`: nothing.
type Tell<'a> = dyn Fn(&EntryLine) -> Option<String> + 'a;

/// My side as counts and figures, for whoever I let read it.
pub(super) fn side_of_mine(prep: &Prep) -> Vec<String> {
    settled_and_figures(&prep.card.mine)
}

/// What they shared and I have not responded to; of what is sealed only how much it is.
fn responses(prep: &Prep, reader: &Reader) -> Vec<Line> {
    let waited = |line: &EntryLine| {
        let since = crate::domain::dates::beside(line.at.day, prep.as_of);
        Some(joined([title(line).as_str(), &format!("shared {since}")]))
    };
    let owed = prep.trust.owed.iter();
    let mut lines: Vec<_> = owed
        .flat_map(|line| told(reader, line, &["line"], waited(line)))
        .collect();
    if prep.trust.owed_sealed > 0 {
        let sealed = format!("{} told in confidence, sealed", prep.trust.owed_sealed);
        lines.extend(loose(reader, "responses", "ladder", [sealed]));
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

/// What is delegated and could go up.
fn ups(prep: &Prep, reader: &Reader) -> Vec<Line> {
    let up = |one: &Delegated| Some(joined([title(&one.line).as_str(), &one.hint_line()?]));
    let each = prep.trust.delegations.iter();
    each.flat_map(|one| told(reader, &one.line, &["line", "hint"], up(one)))
        .collect()
}

/// The running plans.
fn plans(prep: &Prep, reader: &Reader) -> Vec<Line> {
    let pieces = ["line", "rule", "run", "next"];
    let each = prep.plans.iter().filter_map(|view| {
        let telling = Telling::of(reader, view.plan.id, &view.plan.record)?;
        Some(telling.head(&pieces, plan(view)).lines())
    });
    each.flatten().collect()
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
fn newest(prep: &Prep, reader: &Reader) -> Vec<Line> {
    let listed = prep.happened.iter().take(LISTED);
    let mut lines: Vec<_> = listed
        .flat_map(|line| told(reader, line, &["line"], Some(happened(line))))
        .collect();
    if prep.happened.len() > LISTED {
        let before = format!("and {} before these", prep.happened.len() - LISTED);
        lines.extend(loose(reader, "happened", "counts", [before]));
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
    let mut lines = settled_and_figures(figures);
    let before = points
        .iter()
        .find(|p| matches!(p.show, Show::Figure | Show::Firm));
    if let Some(then) = before.filter(|p| p.day < kept.as_of) {
        let [mean, lo, hi] = [then.mean, then.lo, then.hi].map(|share| share * 100.0);
        lines.push(format!(
            "kept as agreed on {}: {mean:.0} ({lo:.0} to {hi:.0})",
            day(then.day)
        ));
    }
    lines.extend(trend::ask(kept));
    lines
}

/// Counts, then both figures where there is enough for one.
fn settled_and_figures(figures: &SideFigures) -> Vec<String> {
    let kept = &figures.kept;
    let mut lines = vec![kept.counts_text()];
    if kept.show != Show::Counts {
        lines.push(format!("kept as agreed: {}", trend::told(kept)));
        lines.push(format!("follow-through: {}", trend::told(&figures.follow)));
    } else if kept.n > 0 {
        lines.push(kept.text());
    }
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
    if one.confidence.is_some() {
        return Some(title(line));
    }
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
        if asked { ASKED } else { "" },
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
