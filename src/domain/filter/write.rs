//! From a filter to its plain text, which reads back to the same terms whatever day it is.

use super::{Ask, Filter, Span};
use crate::domain::RecordId;
use crate::domain::fields::Names;

pub(super) fn filter(filter: &Filter, names: &dyn Names) -> String {
    let terms = filter.terms.iter().map(|term| {
        let minus = if term.not { "-" } else { "" };
        format!("{minus}{}", ask(&term.ask, names))
    });
    terms.collect::<Vec<_>>().join(" ")
}

fn ask(ask: &Ask, names: &dyn Names) -> String {
    match ask {
        Ask::Who(id) => format!("who:{}", quoted(&who(*id, names))),
        Ask::Kind(kinds) => {
            let words: Vec<_> = kinds.iter().map(|k| k.word()).collect();
            format!("kind:{}", words.join(","))
        }
        Ask::State(states) => format!("is:{}", states.join(",").replace(' ', "-")),
        Ask::Overdue => "is:overdue".to_owned(),
        Ask::Moved => "is:moved".to_owned(),
        Ask::Side(side) => side.to_string(),
        Ask::Due(span) => due(*span),
        Ask::Day(span) => stands(*span),
        Ask::Tag(tag) => format!("tag:{}", quoted(tag)),
        Ask::Stake(stake) => format!("stake:{stake}"),
        Ask::Words { text, phrase: true } => format!("\"{text}\""),
        // one typed word with marks inside, such as "q3-plan", is several words of one term
        Ask::Words { text, .. } => text.replace(' ', "-"),
    }
}

/// The name where it finds its relationship again, else the short id.
fn who(id: RecordId, names: &dyn Names) -> String {
    let finds =
        |name: &String| !name.contains(['"', '\u{201c}', '\u{201d}']) && names.find(name) == Ok(id);
    names.name(id).filter(finds).unwrap_or_else(|| id.letters())
}

fn quoted(words: &str) -> String {
    if words.contains(char::is_whitespace) {
        format!("\"{words}\"")
    } else {
        words.to_owned()
    }
}

fn due(span: Span) -> String {
    match (span.from, span.to) {
        (Some(from), Some(to)) if from == to => format!("due:{from}"),
        (Some(from), Some(to)) => format!("due:{from}..{to}"),
        (None, Some(to)) => format!("due<={to}"),
        (Some(from), None) => format!("due>={from}"),
        (None, None) => "due>=1900-01-01".to_owned(),
    }
}

fn stands(span: Span) -> String {
    match (span.from, span.to) {
        (Some(from), Some(to)) if from == to => format!("on:{from}"),
        (Some(from), Some(to)) => format!("on:{from}..{to}"),
        (None, Some(to)) => format!("until:{to}"),
        (from, None) => format!(
            "since:{}",
            from.map_or_else(|| "1900-01-01".to_owned(), |d| d.to_string())
        ),
    }
}
