//! Which statements an act runs, and how `SQLite` would search for each: what the tests pin.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::Store;
use crate::error::Result;

/// The statements heard so far.
pub struct Heard(Arc<Mutex<Vec<String>>>);

impl Store {
    /// Listens to the statements that run from now on.
    pub fn listen(&mut self) -> Result<Heard> {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ear = Arc::clone(&heard);
        let hear = move |event: TraceEvent<'_>| {
            if let TraceEvent::Stmt(_, sql) = event {
                ear.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(sql.to_owned());
            }
        };
        self.connection
            .trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(hear))?;
        Ok(Heard(heard))
    }

    /// Stops to listen; answers every different statement that read something, each with its plan.
    pub fn explain(&mut self, heard: &Heard) -> Result<Vec<(String, Vec<String>)>> {
        self.connection
            .trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>)?;
        let mut plans: Vec<(String, Vec<String>)> = Vec::new();
        for sql in heard
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .drain(..)
        {
            let folded = sql.split_whitespace().collect::<Vec<_>>().join(" ");
            if folded.starts_with("SELECT") && plans.iter().all(|(known, _)| *known != folded) {
                let plan = self.plan(&folded)?;
                plans.push((folded, plan));
            }
        }
        Ok(plans)
    }

    /// How `SQLite` would search for a statement's rows: the lines of its plan.
    fn plan(&self, sql: &str) -> Result<Vec<String>> {
        let mut statement = self
            .connection
            .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let mut found = statement.raw_query();
        let mut plan = Vec::new();
        while let Some(row) = found.next()? {
            plan.push(row.get(3)?);
        }
        Ok(plan)
    }
}
