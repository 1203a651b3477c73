//! A filter as SQL: the most selective index leads, row values seek in it, the other terms are conditions.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;

use super::rows::{self, COLUMNS, JOINS, limit};
use crate::domain::filter::{Ask, Filter, Span};
use crate::domain::view::{From, Key, Window};
use crate::domain::{Kind, RecordId, text};

/// Which index leads: the most selective one that the filter names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Lead {
    /// Full text, the newest recorded first.
    Words(String),
    /// One relationship's timeline.
    Who(RecordId),
    /// One tag.
    Tag(String),
    /// One state.
    State(&'static str),
    /// One kind.
    Kind(Kind),
    /// Everything.
    All,
}

/// How typed words are asked of full text, and whether they are a phrase; `None`: there is no word in them.
pub(super) type Asked<'a> = &'a dyn Fn(&str, bool) -> Option<String>;

/// A query being put together.
pub(super) struct Query {
    pub(super) sql: String,
    pub(super) with: Vec<Sql>,
}

impl Query {
    fn mark(&mut self, value: impl Into<Sql>) -> String {
        self.with.push(value.into());
        format!("?{}", self.with.len())
    }
}

impl Lead {
    /// The lead of a filter, and which of its terms it answers by itself.
    fn of(filter: &Filter, asked: Asked<'_>) -> (Self, Option<usize>) {
        let mut lead = (Self::All, None);
        for (nth, term) in filter.terms.iter().enumerate().filter(|(_, t)| !t.not) {
            let other = match &term.ask {
                Ask::Words { text, phrase } => match asked(text, *phrase) {
                    Some(words) => Self::Words(words),
                    None => continue,
                },
                Ask::Who(id) => Self::Who(*id),
                Ask::Tag(tag) => Self::Tag(text::fold(tag)),
                Ask::State(states) if states.len() == 1 => Self::State(states[0]),
                Ask::Kind(kinds) if kinds.len() == 1 => Self::Kind(kinds[0]),
                Ask::Overdue => Self::State("open"),
                _ => continue,
            };
            if other.selects() > lead.0.selects() {
                // "overdue" asks for more than the state it is found by
                lead = (other, (term.ask != Ask::Overdue).then_some(nth));
            }
        }
        lead
    }

    /// How much it selects: more is better.
    fn selects(&self) -> u8 {
        match self {
            Self::Words(_) => 5,
            Self::Who(_) => 4,
            Self::Tag(_) => 3,
            Self::State(_) => 2,
            Self::Kind(_) => 1,
            Self::All => 0,
        }
    }

    /// The table it walks and what it is equal to; the names of the walk's two keys.
    fn walk(&self, query: &mut Query) -> (String, &'static str, &'static str) {
        match self {
            Self::Words(words) => {
                let mark = query.mark(words.clone());
                (
                    format!(
                        "fulltext x CROSS JOIN entry e ON e.n = x.rowid {JOINS} WHERE fulltext MATCH {mark}"
                    ),
                    "0",
                    "x.rowid",
                )
            }
            Self::Who(id) => {
                let mark = query.mark(id.bytes().to_vec());
                (
                    format!("place x CROSS JOIN entry e ON e.n = x.n {JOINS} WHERE x.who = {mark}"),
                    "x.at",
                    "x.n",
                )
            }
            Self::Tag(tag) => {
                let mark = query.mark(tag.clone());
                (
                    format!("tag x CROSS JOIN entry e ON e.n = x.n {JOINS} WHERE x.tag = {mark}"),
                    "x.at",
                    "x.n",
                )
            }
            Self::State(state) => {
                let mark = query.mark((*state).to_owned());
                (
                    format!("entry e INDEXED BY entry_state {JOINS} WHERE e.state = {mark}"),
                    "e.at",
                    "e.n",
                )
            }
            Self::Kind(kind) => {
                let mark = query.mark(kind.word().to_owned());
                (
                    format!("entry e INDEXED BY entry_kind {JOINS} WHERE e.kind = {mark}"),
                    "e.at",
                    "e.n",
                )
            }
            Self::All => (
                format!("entry e INDEXED BY entry_at {JOINS} WHERE 1"),
                "e.at",
                "e.n",
            ),
        }
    }
}

/// The query of a window, and whether it walks upward (its lines come back reversed).
pub(super) fn window_query(
    filter: &Filter,
    window: Window,
    today: NaiveDate,
    asked: Asked<'_>,
) -> (Query, bool) {
    let mut query = Query {
        sql: String::new(),
        with: Vec::new(),
    };
    let (lead, answered) = Lead::of(filter, asked);
    let (from, at, n) = lead.walk(&mut query);
    let backward = matches!(window.from, From::Before(_) | From::Bottom);
    let seek = match window.from {
        From::Top => Key {
            at: i64::MAX,
            n: i64::MAX,
        },
        From::Bottom => Key {
            at: i64::MIN,
            n: i64::MIN,
        },
        From::After(key) | From::Before(key) => key,
    };
    let (compare, order) = if backward {
        (">", "ASC")
    } else {
        ("<", "DESC")
    };
    let seek_n = query.mark(seek.n);
    let place = if at == "0" {
        format!("{n} {compare} {seek_n}")
    } else {
        let seek_at = query.mark(seek.at);
        format!("({at}, {n}) {compare} ({seek_at}, {seek_n})")
    };
    let conditions = conditions(filter, answered, (today, asked), &mut query);
    let limit = query.mark(limit(window.rows.saturating_add(1)));
    let by = if at == "0" {
        format!("{n} {order}")
    } else {
        format!("{at} {order}, {n} {order}")
    };
    query.sql = format!(
        "SELECT {COLUMNS} FROM {from} AND {place}{conditions} AND e.sealed = 0 ORDER BY {by} LIMIT {limit}"
    );
    (query, backward)
}

/// What each line must hold besides the walk.
fn conditions(
    filter: &Filter,
    answered: Option<usize>,
    by: (NaiveDate, Asked<'_>),
    query: &mut Query,
) -> String {
    let mut all = String::new();
    for (_, term) in filter
        .terms
        .iter()
        .enumerate()
        .filter(|(nth, _)| Some(*nth) != answered)
    {
        if let Some(one) = condition(&term.ask, by, query) {
            all.push_str(if term.not { " AND NOT (" } else { " AND (" });
            all.push_str(&one);
            all.push(')');
        }
    }
    all
}

fn condition(
    ask: &Ask,
    (today, asked): (NaiveDate, Asked<'_>),
    query: &mut Query,
) -> Option<String> {
    Some(match ask {
        Ask::Who(id) => {
            let mark = query.mark(id.bytes().to_vec());
            format!(
                "EXISTS (SELECT 1 FROM place p WHERE p.who = {mark} AND p.at = e.at AND p.n = e.n)"
            )
        }
        Ask::Kind(kinds) => format!(
            "e.kind IN ({})",
            marks(kinds.iter().map(|k| k.word()), query)
        ),
        Ask::State(states) => format!("e.state IN ({})", marks(states.iter().copied(), query)),
        Ask::Overdue => {
            let mark = query.mark(today.to_string());
            format!("e.kind = 'commitment' AND e.state = 'open' AND coalesce(e.due, '9') < {mark}")
        }
        Ask::Moved => "e.moved = 1".to_owned(),
        Ask::Side(side) => {
            let mark = query.mark(side.word().to_owned());
            format!("coalesce(e.side, '') = {mark}")
        }
        Ask::Stake(stake) => {
            let mark = query.mark(stake.word().to_owned());
            format!("coalesce(e.stake, '') = {mark}")
        }
        Ask::Due(span) => due_within(*span, query),
        Ask::Day(span) => day_within(*span, query),
        Ask::Tag(tag) => {
            let mark = query.mark(text::fold(tag));
            format!(
                "EXISTS (SELECT 1 FROM tag t WHERE t.tag = {mark} AND t.at = e.at AND t.n = e.n)"
            )
        }
        Ask::Words { text, phrase } => {
            let mark = query.mark(asked(text, *phrase)?);
            format!("e.n IN (SELECT rowid FROM fulltext WHERE fulltext MATCH {mark})")
        }
    })
}

fn marks<'a>(words: impl Iterator<Item = &'a str>, query: &mut Query) -> String {
    words
        .map(|word| query.mark(word.to_owned()))
        .collect::<Vec<_>>()
        .join(", ")
}

fn due_within(span: Span, query: &mut Query) -> String {
    let from = span
        .from
        .map(|day| format!(" AND e.due >= {}", query.mark(day.to_string())));
    let to = span
        .to
        .map(|day| format!(" AND e.due <= {}", query.mark(day.to_string())));
    format!(
        "e.due IS NOT NULL{}{}",
        from.unwrap_or_default(),
        to.unwrap_or_default()
    )
}

fn day_within(span: Span, query: &mut Query) -> String {
    let from = span
        .from
        .map(|day| format!(" AND e.at >= {}", query.mark(rows::millis(day.into()))));
    let next = span.to.and_then(|day| day.succ_opt());
    let to = next.map(|day| format!(" AND e.at < {}", query.mark(rows::millis(day.into()))));
    format!("1{}{}", from.unwrap_or_default(), to.unwrap_or_default())
}
