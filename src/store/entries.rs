//! Windows on records: a filter becomes one index seek with row values, never an offset, never a count.

use chrono::NaiveDate;
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params, params_from_iter};

use super::Store;
use super::rows::{self, COLUMNS, JOINS, Row};
use crate::domain::filter::{Ask, Filter, Span};
use crate::domain::view::{From, Key, Slice, Window};
use crate::domain::{Kind, RecordId, Side, text};
use crate::error::Result;

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

/// A query being put together.
struct Query {
    sql: String,
    with: Vec<Sql>,
}

impl Query {
    fn mark(&mut self, value: impl Into<Sql>) -> String {
        self.with.push(value.into());
        format!("?{}", self.with.len())
    }
}

impl Lead {
    /// The lead of a filter, and which of its terms it answers by itself.
    fn of(filter: &Filter) -> (Self, Option<usize>) {
        let mut lead = (Self::All, None);
        for (nth, term) in filter.terms.iter().enumerate().filter(|(_, t)| !t.not) {
            let other = match &term.ask {
                Ask::Words { text, phrase } => match match_text(text, *phrase) {
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

impl Store {
    /// A window on the records that fit, newest first (with words: the newest recorded first).
    pub fn entries(&self, filter: &Filter, window: Window, today: NaiveDate) -> Result<Slice<Row>> {
        let (query, backward) = window_query(filter, window, today);
        let mut statement = self.connection.prepare_cached(&query.sql)?;
        let mut found = statement.query(params_from_iter(query.with))?;
        let mut lines = Vec::with_capacity(window.rows + 1);
        while let Some(row) = found.next()? {
            lines.push(rows::row(row)?);
        }
        Ok(slice(lines, window, backward))
    }

    /// One record as a line.
    pub fn entry(&self, id: RecordId) -> Result<Option<Row>> {
        let sql = format!("SELECT {COLUMNS} FROM entry e {JOINS} WHERE e.id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut found = statement.query([id.bytes()])?;
        found.next()?.map(rows::row).transpose()
    }

    /// Open commitments of one side of a relationship, the nearest due first, undated ones last.
    pub fn open_commitments(&self, who: RecordId, side: Side, rows: usize) -> Result<Vec<Row>> {
        let dated = format!(
            "SELECT {COLUMNS} FROM entry e INDEXED BY entry_open {JOINS}
             WHERE e.who = ?1 AND e.side = ?2 AND e.kind = 'commitment' AND e.state = 'open' AND e.due >= '' ORDER BY e.due, e.n LIMIT ?3"
        );
        let undated = dated.replace("e.due >= ''", "e.due IS NULL");
        let mut lines = self.rows(&dated, params![who.bytes(), side.word(), limit(rows)])?;
        let left = rows.saturating_sub(lines.len());
        lines.extend(self.rows(&undated, params![who.bytes(), side.word(), limit(left)])?);
        Ok(lines)
    }

    /// Open breaches and running plans of a relationship, newest first.
    pub fn repairs(&self, who: RecordId) -> Result<Vec<Row>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM entry e INDEXED BY entry_repair {JOINS} WHERE e.who = ?1 AND e.repair = 1 ORDER BY e.at DESC, e.n DESC LIMIT 50"
        );
        self.rows(&sql, params![who.bytes()])
    }

    /// What belongs to a record: the steps of a plan, the plans of a breach, oldest first.
    pub fn belonging(&self, plan: RecordId) -> Result<Vec<Row>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM entry e INDEXED BY entry_plan {JOINS} WHERE e.plan = ?1 ORDER BY e.n"
        );
        self.rows(&sql, params![plan.bytes()])
    }

    /// Every record whose main relationship is this one, with its kind.
    pub fn whole_of(&self, who: RecordId) -> Result<Vec<(RecordId, Kind)>> {
        let sql = "SELECT e.id, e.kind FROM place x CROSS JOIN entry e ON e.n = x.n WHERE x.who = ?1 AND x.main = 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([who.bytes()])?;
        let mut whole = Vec::new();
        while let Some(row) = found.next()? {
            whole.push((
                rows::id(row, 0)?,
                rows::kind(row.get_ref(1)?.as_str().unwrap_or_default())?,
            ));
        }
        Ok(whole)
    }

    /// The records of one kind (and state) of a relationship, newest first.
    pub fn kept(&self, who: RecordId, kind: Kind, state: &str, rows: usize) -> Result<Vec<Row>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM kept x CROSS JOIN entry e ON e.n = x.n {JOINS}
             WHERE x.who = ?1 AND x.kind = ?2 AND x.state = ?3 ORDER BY x.at DESC, x.n DESC LIMIT ?4"
        );
        self.rows(&sql, params![who.bytes(), kind.word(), state, limit(rows)])
    }

    /// The newest day of real contact with a relationship on or before a day.
    pub fn last_contact(&self, who: RecordId, day: NaiveDate) -> Result<Option<NaiveDate>> {
        let sql = "SELECT max(at) FROM place WHERE who = ?1 AND contact = 1 AND at < ?2";
        let until = rows::millis((day + chrono::Duration::days(1)).into());
        let at: Option<i64> = self
            .connection
            .prepare_cached(sql)?
            .query_row(params![who.bytes(), until], |row| row.get(0))
            .optional()?
            .flatten();
        Ok(at.map(rows::day_of))
    }

    pub(super) fn rows(&self, sql: &str, with: impl rusqlite::Params) -> Result<Vec<Row>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query(with)?;
        let mut lines = Vec::new();
        while let Some(row) = found.next()? {
            lines.push(rows::row(row)?);
        }
        Ok(lines)
    }
}

pub(super) fn limit(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// The query of a window, and whether it walks upward (its lines come back reversed).
fn window_query(filter: &Filter, window: Window, today: NaiveDate) -> (Query, bool) {
    let mut query = Query {
        sql: String::new(),
        with: Vec::new(),
    };
    let (lead, answered) = Lead::of(filter);
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
    let conditions = conditions(filter, answered, today, &mut query);
    let limit = query.mark(limit(window.rows.saturating_add(1)));
    let by = if at == "0" {
        format!("{n} {order}")
    } else {
        format!("{at} {order}, {n} {order}")
    };
    query.sql =
        format!("SELECT {COLUMNS} FROM {from} AND {place}{conditions} ORDER BY {by} LIMIT {limit}");
    (query, backward)
}

/// What each line must hold besides the walk.
fn conditions(
    filter: &Filter,
    answered: Option<usize>,
    today: NaiveDate,
    query: &mut Query,
) -> String {
    let mut all = String::new();
    for (_, term) in filter
        .terms
        .iter()
        .enumerate()
        .filter(|(nth, _)| Some(*nth) != answered)
    {
        if let Some(one) = condition(&term.ask, today, query) {
            all.push_str(if term.not { " AND NOT (" } else { " AND (" });
            all.push_str(&one);
            all.push(')');
        }
    }
    all
}

fn condition(ask: &Ask, today: NaiveDate, query: &mut Query) -> Option<String> {
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
            let mark = query.mark(match_text(text, *phrase)?);
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

/// What FTS5 is asked: every word quoted, so that nothing typed is taken for its syntax; `None` without a word.
pub(super) fn match_text(text: &str, phrase: bool) -> Option<String> {
    let words: Vec<_> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    if words.is_empty() {
        return None;
    }
    if phrase {
        return Some(format!("\"{}\"", words.join(" ")));
    }
    Some(
        words
            .iter()
            .map(|w| format!("\"{w}\"*"))
            .collect::<Vec<_>>()
            .join(" "),
    )
}

/// Puts a window's lines in the list's order and says whether there are more on either side.
pub(super) fn slice<T>(mut lines: Vec<T>, window: Window, backward: bool) -> Slice<T> {
    let more = lines.len() > window.rows;
    lines.truncate(window.rows);
    if backward {
        lines.reverse();
    }
    match window.from {
        From::Top => Slice {
            lines,
            above: false,
            below: more,
        },
        From::After(_) => Slice {
            lines,
            above: true,
            below: more,
        },
        From::Before(_) => Slice {
            lines,
            above: more,
            below: true,
        },
        From::Bottom => Slice {
            lines,
            above: more,
            below: false,
        },
    }
}
