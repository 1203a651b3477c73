//! Why a number is what it is: what was counted, with which weight, what pulls most, what was left out.

mod figure;
mod ladder;
mod level;

use std::collections::HashMap;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::{Outline, Row, Spread};
use crate::domain::context::FOLDED;
use crate::domain::filter::{Ask, Filter};
use crate::domain::reliability::{Figure, Measure};
use crate::domain::trust::Trust;
use crate::domain::view::{Card, EntryLine, SideFigures, Voices, Window};
use crate::domain::{Kind, RecordId, Side};
use crate::journal::{Answer, Question};
use crate::tui::command::told;
use crate::tui::command::{Command, Scope};
use crate::tui::page::{Flow, Page, Place, Standing};
use crate::tui::theme::Theme;

/// How many disclosures are looked at.
const SHARED: usize = 200;

/// The number that is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    Figure(Measure),
    Level,
    Shared,
}

/// The page.
pub struct Explain {
    who: RecordId,
    side: Side,
    number: Number,
    card: Option<Box<Card>>,
    voices: Option<Box<Voices>>,
    trust: Option<Box<Trust>>,
    shared: Vec<EntryLine>,
    titles: HashMap<RecordId, String>,
    outline: Outline,
    /// Whether their side was opened although I hold the power.
    unfolded: bool,
}

impl Explain {
    /// Of one figure of one side.
    pub fn new(who: RecordId, side: Side, measure: Measure) -> Self {
        Self {
            who,
            side,
            number: Number::Figure(measure),
            card: None,
            voices: None,
            trust: None,
            shared: Vec::new(),
            titles: HashMap::new(),
            outline: Outline::spread(Spread::Two),
            unfolded: false,
        }
    }

    /// Whether the figure that is asked for stays folded.
    fn is_folded(&self) -> bool {
        let folded = self.card.as_ref().is_some_and(|card| card.folded);
        let of_theirs = self.side == Side::Theirs && matches!(self.number, Number::Figure(_));
        folded && !self.unfolded && of_theirs
    }

    fn fill(&mut self) {
        let Some(card) = &self.card else { return };
        if self.is_folded() {
            let says = told!("Their side is {FOLDED}. {v} opens it.", v = Explain.Unfold);
            self.outline.fill(vec![Row::text(says, |t| t.strong)]);
            return;
        }
        let rows = match (self.number, &self.voices) {
            (Number::Figure(measure), _) => {
                let (one, other) = chosen(card, self.side, measure);
                let mut rows = figure::head(one, self.side, card.relationship.gap());
                rows.extend(figure::account(one));
                rows.extend(figure::pulls(one, &self.titles));
                rows.extend(figure::moved(one));
                rows.extend(figure::foot(one, other));
                rows.extend(figure::records(one, &self.titles));
                rows
            }
            (Number::Level, Some(voices)) => level::rows(voices, card.as_of),
            (Number::Shared, _) => self.trust.as_ref().map_or_else(Vec::new, |trust| {
                ladder::rows(trust, &self.shared, card.as_of)
            }),
            (Number::Level, None) => Vec::new(),
        };
        let first = self.outline.rows().is_empty();
        self.outline.fill(rows);
        if first {
            self.outline.moved(Command::Top);
        }
    }

    fn today(&self) -> NaiveDate {
        self.card
            .as_ref()
            .map_or_else(NaiveDate::default, |c| c.as_of)
    }
}

impl Page for Explain {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Explain, Scope::List]
    }

    fn title(&self) -> String {
        let name = self
            .card
            .as_ref()
            .map_or("", |c| c.relationship.name.as_str());
        format!("Why \u{b7} {name}")
    }

    fn query(&self, area: Rect) -> Vec<Question> {
        let mut questions = vec![Question::Card(self.who)];
        let measure = match self.number {
            Number::Figure(measure) => measure,
            Number::Level => {
                questions.push(Question::Voices(self.who));
                return questions;
            }
            Number::Shared => {
                let filter = Filter::default()
                    .and(Ask::Who(self.who))
                    .and(Ask::Kind(vec![Kind::Disclosure]));
                let window = Window::top(SHARED);
                questions.push(Question::Trust(self.who));
                questions.push(Question::Entries { filter, window });
                return questions;
            }
        };
        let open = self.card.iter().filter(|_| !self.is_folded());
        let strongest = open.flat_map(|card| {
            let (one, _) = chosen(card, self.side, measure);
            figure::shown_pulls(one).into_iter().map(|(id, _)| id)
        });
        let mut ids: Vec<_> = strongest.chain(self.outline.records_in(area)).collect();
        ids.sort_unstable();
        ids.dedup();
        questions.extend(ids.into_iter().map(Question::Record));
        questions
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            match answer {
                Answer::Card(card) => self.card = Some(card),
                Answer::Voices(voices) => self.voices = Some(voices),
                Answer::Trust(trust) => self.trust = Some(trust),
                Answer::Entries(slice) => self.shared = slice.lines,
                Answer::Record(Some(stored)) => {
                    self.titles.insert(stored.id, stored.record.noun().title());
                }
                _ => {}
            }
        }
        self.fill();
    }

    fn standing(&self) -> Option<Standing> {
        self.outline.standing()
    }

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::OtherSide if self.number == Number::Level => {
                let says = "The level is of your own answers; there is no other side";
                return Flow::Say(says.to_owned());
            }
            Command::OtherSide if self.number == Number::Shared => {
                return Flow::Say("Both sides are here, as two numbers".to_owned());
            }
            Command::OtherSide => {
                self.side = match self.side {
                    Side::Mine => Side::Theirs,
                    Side::Theirs => Side::Mine,
                };
                self.outline = Outline::spread(Spread::Two);
                self.fill();
            }
            Command::Unfold => {
                self.unfolded = true;
                self.outline = Outline::spread(Spread::Two);
                self.fill();
            }
            Command::OtherMeasure => {
                self.number = match self.number {
                    Number::Figure(Measure::KeptAsAgreed) => Number::Figure(Measure::FollowThrough),
                    Number::Figure(Measure::FollowThrough) => Number::Level,
                    Number::Level => Number::Shared,
                    Number::Shared => Number::Figure(Measure::KeptAsAgreed),
                };
                self.outline = Outline::spread(Spread::Two);
                self.fill();
            }
            Command::Open => {
                if let Some(id) = self.outline.record() {
                    return Flow::Go(Place::Record(id));
                }
            }
            other => {
                self.outline.moved(other);
            }
        }
        Flow::Stay
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        self.outline.click(area, at);
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        self.outline.draw(area, buffer, self.today(), theme);
    }
}

/// The figure that is explained, and the other one of the same side.
fn chosen(card: &Card, side: Side, measure: Measure) -> (&Figure, &Figure) {
    let SideFigures { kept, follow } = match side {
        Side::Mine => &card.mine,
        Side::Theirs => &card.theirs,
    };
    match measure {
        Measure::KeptAsAgreed => (kept, follow),
        Measure::FollowThrough => (follow, kept),
    }
}
