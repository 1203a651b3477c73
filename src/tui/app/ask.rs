//! Pages read and ask: again only when their questions, the journal or the day changed.

use chrono::NaiveDate;

use super::App;
use crate::error::{Error, ErrorKind};
use crate::journal::{Answer, Journal, Question};
use crate::tui::page::Flow;

/// What was asked, at which version of the journal, on which day, and what came back: a page that moves its window
/// asks anew for the window only.
pub(super) struct Asked {
    questions: Vec<Question>,
    answers: Vec<Answer>,
    version: i64,
    day: NaiveDate,
}

impl Asked {
    /// The answer to a question that was asked when the journal was as it is now.
    fn known(&self, question: &Question, version: i64, day: NaiveDate) -> Option<&Answer> {
        if (self.version, self.day) != (version, day) {
            return None;
        }
        let nth = self.questions.iter().position(|asked| asked == question)?;
        self.answers.get(nth)
    }
}

impl App {
    /// Whether another process wrote to the journal, or the day has changed, since the screen was asked for.
    pub fn is_stale(&self) -> bool {
        let Some(asked) = self.stack.last().and_then(|open| open.asked.as_ref()) else {
            return false;
        };
        let moved = self.version().is_ok_and(|now| now != asked.version);
        moved || self.journal.day() != asked.day
    }

    /// The journal's number, moved by drafts that came or went, too: they are none of its revisions.
    fn version(&self) -> crate::error::Result<i64> {
        Ok(self.journal.version()?.wrapping_add(self.drafts.moved))
    }

    /// Lets the page on top read and ask, and those that are seen beneath it, until nothing changes any more; then looks
    /// what is being typed.
    pub fn refresh(&mut self) {
        self.renew_mask();
        let _worn = self.worn();
        self.come_to_rest();
        if self.look_at_typing() {
            self.come_to_rest();
        }
    }

    fn come_to_rest(&mut self) {
        for _ in 0..6 {
            let Some(top) = self.stack.len().checked_sub(1) else {
                return;
            };
            let flow = self.stack[top].page.reads(&self.journal.reading());
            let still = flow == Flow::Stay;
            self.follow(flow);
            let mut heard = false;
            for n in self.lowest()..self.stack.len() {
                heard |= self.ask(n);
            }
            if still && !heard {
                return;
            }
        }
    }

    /// Asks what a page queries, if that or the journal has changed; whether it was answered anything.
    fn ask(&mut self, n: usize) -> bool {
        let (mut heard, mut gone) = (false, false);
        for _ in 0..4 {
            let area = self.inner(n);
            let version = match self.version() {
                Ok(version) => version,
                Err(error) => {
                    self.fails(&error);
                    return heard;
                }
            };
            let day = self.journal.day();
            let open = &mut self.stack[n];
            let questions = open.page.query(area);
            let before = open.asked.take();
            let stands = |asked: &Asked| {
                (&asked.questions, asked.version, asked.day) == (&questions, version, day)
            };
            if before.as_ref().is_some_and(stands) {
                open.asked = before;
                return heard;
            }
            let (answers, failed) = answered(&self.journal, &questions, |question| {
                before
                    .as_ref()
                    .and_then(|b| b.known(question, version, day))
            });
            // a question that failed is not asked again until something changes
            let kept = if failed.is_none() {
                answers.clone()
            } else {
                Vec::new()
            };
            open.asked = Some(Asked {
                questions,
                answers: kept,
                version,
                day,
            });
            // what a page shows beside its list may be gone since: it hears of the list, and asks anew by that
            let some = !answers.is_empty() && !gone;
            gone = failed
                .as_ref()
                .is_some_and(|e| e.kind() == ErrorKind::NotFound);
            match failed {
                Some(error) if !(gone && some) => {
                    self.fails(&error);
                    return heard;
                }
                _ => {
                    open.page.receive(answers);
                    heard = true;
                }
            }
        }
        heard
    }
}

/// The answers to questions, those that are known as they are, up to the first that fails.
fn answered<'a>(
    journal: &Journal,
    questions: &[Question],
    known: impl Fn(&Question) -> Option<&'a Answer>,
) -> (Vec<Answer>, Option<Error>) {
    let mut answers = Vec::new();
    for question in questions {
        match known(question).map_or_else(|| journal.ask(question), |one| Ok(one.clone())) {
            Ok(one) => answers.push(one),
            Err(error) => return (answers, Some(error)),
        }
    }
    (answers, None)
}
