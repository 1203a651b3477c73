//! How each kind is told to somebody else than me: all its pieces, the private ones each in a line of its own.
//!
//! Nothing here decides what may leave: that is the table's, which every piece goes through by its name.

use super::telling::Telling;
use super::{Line, day, moment};
use crate::domain::agreement::{Agreement, Observation, Observed};
use crate::domain::audience::{Audience, Reader};
use crate::domain::breach::Breach;
use crate::domain::checkin::{Answer, CheckIn};
use crate::domain::choice::severity_word;
use crate::domain::commitment::{Cause, Commitment, Stake};
use crate::domain::delegation::{Delegation, level_words};
use crate::domain::disclosure::{Disclosure, depth_words};
use crate::domain::feedback::Feedback;
use crate::domain::need::Need;
use crate::domain::note::Note;
use crate::domain::plan::{Plan, Verdict};
use crate::domain::topic::Topic;
use crate::domain::view::PlanView;
use crate::domain::{Record, RecordId, Side};

/// A promise to keep a confidence: that there is one, and no more.
pub(super) const CONFIDED: &str = "a promise to keep a confidence";

/// Of what nobody agreed to yet.
pub(super) const ASKED: &str = "asked for, not agreed yet";

/// Whose, as the reader would say it: of their side `you`, for a lead `they`.
pub(super) fn whose(reader: &Reader, side: Side, words: [&'static str; 3]) -> &'static str {
    match (side, reader.audience) {
        (Side::Mine, _) => words[0],
        (Side::Theirs, Audience::Them) => words[1],
        (Side::Theirs, _) => words[2],
    }
}

/// A record with all its pieces; empty where it may not leave.
pub(super) fn told(reader: &Reader, id: RecordId, record: &Record) -> Vec<Line> {
    let Some(telling) = Telling::of(reader, id, record) else {
        return Vec::new();
    };
    let telling = match record {
        // whoever may read of it at all reads only that there is one
        Record::Commitment(one) if one.confidence.is_some() => telling.head(&["line"], CONFIDED),
        Record::Commitment(one) => commitment(telling, one, reader),
        Record::Feedback(one) => feedback(telling, one),
        Record::Disclosure(one) => disclosure(telling, one, reader),
        Record::Breach(one) => breach(telling, one),
        Record::Agreement(one) => agreement(telling, one),
        Record::Delegation(one) => delegation(telling, one),
        Record::Need(one) => need(telling, one, reader),
        Record::Topic(one) => topic(telling, one, reader),
        Record::Note(one) => note(telling, one),
        Record::CheckIn(one) => checkin(telling, one, reader),
        Record::Plan(one) => gates(plan(telling, one), one),
        Record::Relationship(one) => telling
            .named(&["card"], "how to work with them", &one.card)
            .named(&["context"], "context", &one.context),
        // nobody has said yet what may leave of these: the table has no row for them either
        Record::Shortcut(_) | Record::Band(_) => return Vec::new(),
    };
    telling.lines()
}

/// A promise: open with its day, settled with what became of it.
fn commitment<'a>(telling: Telling<'a>, one: &Commitment, reader: &Reader) -> Telling<'a> {
    let telling = match (one.settled(), one.plan) {
        (Some(_), _) => {
            telling.before("side", whose(reader, one.side, ["mine", "yours", "theirs"]))
        }
        (None, Some(_)) => telling.before("side", whose(reader, one.side, ["I", "you", "they"])),
        (None, None) => telling,
    };
    let telling = telling.head(&["text"], &one.text);
    let telling = match one.settled() {
        Some(on) => telling.piece(&["state"], became(one, on, reader)),
        None => telling.piece(&["due"], due(one)),
    };
    // what is only asked for must not read as a promise
    let asked = one.is_open() && one.agreed.is_none_or(|on| on > reader.as_of);
    let telling = telling.piece(&["state"], if asked { ASKED } else { "" });
    let rhythm = one.repeats.as_ref().map(ToString::to_string);
    let moves = match one.moves.len() {
        0 => String::new(),
        1 => "its date moved once".to_owned(),
        times => format!("its date moved {times} times"),
    };
    let check_by = one.check_by.map(day).unwrap_or_default();
    telling
        .piece(&["repeats"], rhythm.unwrap_or_default())
        .piece(&["moves"], moves)
        .named(&["check_by"], "I ask about it on", check_by)
        .named(&["done_means"], "done means", &one.done_means)
        .named(&["said"], "as it was said", &one.said)
        .named(&["reason"], "reason", &one.reason)
        .named(&["cause"], "cause", cause(one))
        .named(&["stake"], "stakes", stake(one))
}

fn cause(one: &Commitment) -> &'static str {
    if one.cause == Cause::default() {
        ""
    } else {
        one.cause.word()
    }
}

fn stake(one: &Commitment) -> &'static str {
    if one.stake == Stake::default() {
        ""
    } else {
        one.stake.word()
    }
}

fn became(one: &Commitment, on: chrono::NaiveDate, reader: &Reader) -> String {
    let state = match one.state_on(reader.as_of) {
        "late" => "done late",
        state => state,
    };
    format!("{state} on {}", day(on))
}

/// By when: `due 3 Mar 2026`, `no date`.
pub(super) fn due(one: &Commitment) -> String {
    one.current_due().map_or_else(
        || "no date".to_owned(),
        |due| format!("due {}", moment(due)),
    )
}

fn feedback<'a>(telling: Telling<'a>, one: &Feedback) -> Telling<'a> {
    telling
        .before("sort", one.sort.word())
        .piece(&["situation"], &one.situation)
        .head(&["behaviour"], &one.behaviour)
        .piece(&["impact"], &one.impact)
        .named(&["ask"], "ask", &one.ask)
}

fn disclosure<'a>(telling: Telling<'a>, one: &Disclosure, reader: &Reader) -> Telling<'a> {
    let who = whose(reader, one.side, ["I", "you", "they"]);
    let what = depth_words(one.depth);
    let shared = format!(
        "{who} shared on {}, depth {}: {what}",
        day(one.day),
        one.depth
    );
    telling
        .head(&["day", "side", "depth"], shared)
        .named(&["content"], "what was shared", &one.content)
        .named(&["setting"], "where", &one.setting)
        .named(&["response"], "met with", one.response.word())
}

fn breach<'a>(telling: Telling<'a>, one: &Breach) -> Telling<'a> {
    let severity = format!("{}, {}", one.severity, severity_word(one.severity));
    telling
        .head(
            &["day", "happened"],
            format!("{}: {}", day(one.day), one.happened),
        )
        .named(&["effect"], "what it did", &one.effect)
        .named(&["their_reading"], "another reading", &one.their_reading)
        .named(&["severity"], "how serious it is to me", severity)
        .named(&["intent"], "whether it was meant", one.intent.word())
        .named(&["closing"], "how it was left", &one.closing)
}

fn agreement<'a>(telling: Telling<'a>, one: &Agreement) -> Telling<'a> {
    let seen = one.observations.iter().map(Observation::text);
    telling
        .head(&["text"], &one.text)
        .piece(&["observed"], Observed::of([one]).text())
        .named(&["access_who"], "who may see", &one.access_who)
        .named(&["access_what"], "what", &one.access_what)
        .named(&["access_why"], "why", &one.access_why)
        .named(
            &["observations"],
            "seen",
            seen.collect::<Vec<_>>().join(" \u{b7} "),
        )
}

fn delegation<'a>(telling: Telling<'a>, one: &Delegation) -> Telling<'a> {
    let (topic, words) = (one.topic.join(", "), level_words(one.level));
    telling
        .head(
            &["topic", "level"],
            format!("{topic}: {} {words}", one.level),
        )
        .named(&["conditions"], "conditions", &one.conditions)
}

fn need<'a>(telling: Telling<'a>, one: &Need, reader: &Reader) -> Telling<'a> {
    let who = whose(reader, one.side, ["I need", "you need", "they need"]);
    telling
        .head(&["side", "text"], format!("{who}: {}", one.text))
        .named(&["answer"], "answer", &one.answer)
}

fn topic<'a>(telling: Telling<'a>, one: &Topic, reader: &Reader) -> Telling<'a> {
    let raised = whose(reader, one.side, ["", "raised by you", "raised by them"]);
    telling.head(&["text"], &one.text).piece(&["side"], raised)
}

fn note<'a>(telling: Telling<'a>, one: &Note) -> Telling<'a> {
    let words = if one.text.trim().is_empty() {
        one.sort.word()
    } else {
        one.text.trim()
    };
    telling.head(&["at", "text"], format!("{}: {words}", moment(one.at)))
}

fn checkin<'a>(telling: Telling<'a>, one: &CheckIn, reader: &Reader) -> Telling<'a> {
    let who = whose(
        reader,
        one.side,
        ["my answers", "your answers", "their answers"],
    );
    let answers = one.answers.iter().filter_map(answer);
    telling
        .head(
            &["day", "side"],
            format!("check-in of {}, {who}", day(one.day)),
        )
        .named(
            &["answers"],
            "answers",
            answers.collect::<Vec<_>>().join("; "),
        )
        .named(&["note"], "note", &one.note)
        .named(&["next"], "next", &one.next)
}

/// `Credit went where it belonged: 4 (a sentence)`, by its code where the question is not known; `None` where a question did not come up.
fn answer(one: &Answer) -> Option<String> {
    let asked = if one.asked.is_empty() {
        &one.question
    } else {
        &one.asked
    };
    let sentence = match one.sentence.trim() {
        "" => String::new(),
        words => format!(" ({words})"),
    };
    let colon = if one.asked.is_empty() { "" } else { ":" };
    let score = one.score.map(|score| format!("{colon} {score}"));
    let says = score.is_some() || !sentence.is_empty();
    says.then(|| format!("{asked}{}{sentence}", score.unwrap_or_default()))
}

/// A running plan, with its run.
pub(super) fn plan_view(reader: &Reader, view: &PlanView) -> Vec<Line> {
    let Record::Plan(one) = &view.plan.record else {
        return Vec::new();
    };
    let Some(telling) = Telling::of(reader, view.plan.id, &view.plan.record) else {
        return Vec::new();
    };
    let run = view.run.map(|run| format!("{} kept in a row", run.run));
    let telling = plan(telling, one).piece(&["run"], run.unwrap_or_default());
    gates(telling, one).lines()
}

fn plan<'a>(telling: Telling<'a>, one: &Plan) -> Telling<'a> {
    let aim = if one.aim.trim().is_empty() {
        "repair plan"
    } else {
        &one.aim
    };
    telling
        .head(&["aim"], aim)
        .named(&["stage"], "stage", one.stage.word())
}

fn gates<'a>(telling: Telling<'a>, one: &Plan) -> Telling<'a> {
    let passed = one
        .gates
        .iter()
        .map(|gate| format!("{}: {}", gate.stage, gate.answer));
    let verdict = if one.verdict == Verdict::None {
        ""
    } else {
        one.verdict.word()
    };
    telling
        .named(
            &["gates"],
            "gates",
            passed.collect::<Vec<_>>().join(" \u{b7} "),
        )
        .named(&["verdict"], "said of it", verdict)
        .named(&["verdict_words"], "in words", &one.verdict_words)
}
