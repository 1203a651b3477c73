//! One line understood as a commitment, with a live echo of who, what, due and direction.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::draft::{Draft, Spot};
use crate::domain::fields::Reading;
use crate::domain::line::{self, Understood};
use crate::domain::{Record, RecordId, context};
use crate::journal::{Answer, Change, Question};
use crate::tui::command::told;
use crate::tui::command::{Command, Scope};
use crate::tui::field::{self, Input};
use crate::tui::page::{Flow, Page, Place};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// The name of its one field.
const LINE: &str = "line";

/// The line.
pub struct Quick {
    about: Option<RecordId>,
    /// Their name, once known.
    name: String,
    input: Input,
    understood: Option<Result<Understood, String>>,
    /// What was thrown away, to be brought back.
    thrown: Option<String>,
    /// The power gap with whoever is meant.
    gap: i8,
    /// How the example is understood, where it is known whom the line is about.
    example: Option<String>,
}

/// A line as somebody would say it.
const EXAMPLE: &str = "send the numbers by thu noon #budget";

impl Quick {
    /// About a relationship, when the line names nobody.
    pub fn new(about: Option<RecordId>) -> Self {
        Self {
            about,
            name: String::new(),
            input: Input::default(),
            understood: None,
            thrown: None,
            gap: 0,
            example: None,
        }
    }

    /// What is asked across a power gap.
    fn asked(&self) -> Option<&'static str> {
        match &self.understood {
            Some(Ok(one)) => context::asked(&Record::Commitment(one.commitment.clone()), self.gap),
            _ => None,
        }
    }

    /// The whole form, with what was understood.
    fn whole(&self) -> Flow {
        let record = match &self.understood {
            Some(Ok(one)) => Record::Commitment(one.commitment.clone()),
            _ => return Flow::Say("first write a few words".to_owned()),
        };
        Flow::Instead(Place::Typed(Box::new(record)))
    }

    /// Throws away what was typed, or brings it back.
    fn start_anew(&mut self) -> Flow {
        let typed = self.input.text().to_owned();
        if !typed.trim().is_empty() {
            self.thrown = Some(typed);
            self.input = Input::default();
            return Flow::Say(told!(
                "thrown away \u{b7} {x} brings it back",
                x = Quick.StartAnew
            ));
        }
        if let Some(thrown) = self.thrown.take() {
            self.input.set(thrown);
        }
        Flow::Stay
    }

    fn save(&self) -> Flow {
        match &self.understood {
            Some(Ok(one)) if one.missing.is_empty() => Flow::TellAndBack(Box::new(Change::Add(
                Box::new(Record::Commitment(one.commitment.clone())),
            ))),
            // what is missing is asked for in the form, and nothing else
            Some(Ok(_)) => self.whole(),
            Some(Err(says)) => Flow::Say(says.clone()),
            None => Flow::Back,
        }
    }
}

impl Page for Quick {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Quick]
    }

    fn title(&self) -> String {
        "A promise in one line".to_owned()
    }

    fn place(&self, screen: Rect) -> Rect {
        paint::popup(screen, 90.min(screen.width.saturating_sub(2)), 7)
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        if let Some(name) = self.about.and_then(|id| with.names.name(id)) {
            self.name = name;
        }
        let example = self
            .about
            .and_then(|who| line::commitment(EXAMPLE, Some(who), with).ok());
        self.example = example.map(|one| one.echo);
        let text = self.input.text();
        self.understood = (!text.trim().is_empty())
            .then(|| line::commitment(text, self.about, with).map_err(|fault| fault.says));
        Flow::Stay
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        match &self.understood {
            Some(Ok(one)) if one.commitment.who != RecordId::default() => {
                vec![Question::Record(one.commitment.who)]
            }
            _ => Vec::new(),
        }
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        self.gap = 0;
        for answer in answers {
            if let Answer::Record(Some(stored)) = answer
                && let Record::Relationship(one) = &stored.record
            {
                self.gap = one.gap();
            }
        }
    }

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::Save => self.save(),
            Command::WholeForm => self.whole(),
            Command::StartAnew => self.start_anew(),
            _ => Flow::Stay,
        }
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        if key.code == KeyCode::Esc {
            return None;
        }
        self.input.key(key).then_some(Flow::Stay)
    }

    fn pasted(&mut self, text: &str) -> Flow {
        if self.input.insert(text.trim_end()) {
            Flow::Stay
        } else {
            Flow::Say(field::LINE_FULL.to_owned())
        }
    }

    fn spot(&self) -> Option<Spot> {
        Some(Spot::Quick(self.about))
    }

    fn draft(&self) -> Option<Draft> {
        let text = self.input.text();
        let meant = match &self.understood {
            Some(Ok(one)) => Some(one.commitment.who).filter(|who| *who != RecordId::default()),
            _ => None,
        };
        let who = meant.or(self.about);
        let spot = self.spot().filter(|_| !text.trim().is_empty())?;
        Some(Draft::line(spot, who, LINE, text.to_owned()))
    }

    fn take_up(&mut self, draft: &Draft) -> bool {
        self.input.set(draft.text(LINE).unwrap_or_default());
        true
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let prompt = paint::row(area, 0);
        paint::put(buffer, prompt.x, prompt.y, 2, "\u{203a} ", theme.focus);
        self.input.draw(line_area(area), buffer, theme.text);
        let below = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        match &self.understood {
            None => {
                let to = if self.name.is_empty() {
                    "Priya"
                } else {
                    &self.name
                };
                let says = match &self.example {
                    // understood as it would be if it were typed
                    Some(echo) => format!(
                        "as you would say it: {EXAMPLE}\n= {echo}\n\u{201c}{to} will \u{2026}\u{201d} is their promise"
                    ),
                    None => format!(
                        "as you would say it: {EXAMPLE}\nto {to}, unless the line names somebody; \u{201c}Ana will \u{2026}\u{201d} is their promise"
                    ),
                };
                paint::paragraph(buffer, below, &says, 0, theme.dim);
            }
            Some(Err(says)) => {
                paint::paragraph(buffer, below, &format!("! {says}"), 0, theme.error);
            }
            Some(Ok(one)) => {
                let used = paint::paragraph(buffer, below, &one.echo, 0, theme.text);
                if !one.missing.is_empty() {
                    let says = format!(
                        "still needed: {} (Enter asks for it)",
                        one.missing.join(", ")
                    );
                    let at =
                        paint::row(below, used.min(usize::from(below.height).saturating_sub(1)));
                    paint::put(buffer, at.x, at.y, at.width, &says, theme.warn);
                } else if let Some(asked) = self.asked() {
                    let at =
                        paint::row(below, used.min(usize::from(below.height).saturating_sub(1)));
                    paint::put(buffer, at.x, at.y, at.width, asked, theme.dim);
                }
            }
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        Some(self.input.cursor(line_area(area)))
    }
}

fn line_area(area: Rect) -> Rect {
    Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(2),
        ..paint::row(area, 0)
    }
}
