//! The form of one record, new or edited: what is typed stays a draft until it is saved, nothing is changed unseen.

mod above;
mod drafts;
mod sharing;

use chrono::{NaiveDate, NaiveDateTime};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::draft::{Draft, Spot};
use crate::domain::fields::{Reading, Shape};
use crate::domain::relationship::Relationship;
use crate::domain::value::Value;
use crate::domain::view::Stamp;
use crate::domain::{Kind, Record, RecordId};
use crate::journal::{Answer, Change, Question};
use crate::tui::command::{self, Command, Scope, told};
use crate::tui::field;
use crate::tui::form::{Did, Form};
use crate::tui::page::{Flow, Page};
use crate::tui::paint;
use crate::tui::theme::Theme;
use crate::wire;
use sharing::Sharing;

/// Where the record comes from.
enum Source {
    Fresh(Kind, Option<RecordId>),
    /// It starts from a record, which has an identity by what it says.
    Draft(Box<Record>, RecordId),
    Edit(RecordId),
}

/// The page.
pub struct FormPage {
    source: Source,
    form: Option<Form>,
    kind: Option<Kind>,
    /// The record being edited, as it was read.
    stored: Option<(Stamp, Record)>,
    gone: bool,
    saving: bool,
    /// What it starts from was typed already, in a line.
    typed: bool,
    /// What was thrown away, to be brought back.
    thrown: Option<Draft>,
    /// What an edit started from, when the record was changed since.
    meanwhile: Option<Box<Record>>,
    says: Option<String>,
    /// With whom, as soon as that is known: its context is remembered before naming a breach, its power gap asks.
    with: Option<Box<Relationship>>,
    today: NaiveDate,
    sharing: Sharing,
}

impl FormPage {
    /// A new record of a kind, about a relationship.
    pub fn fresh(kind: Kind, who: Option<RecordId>) -> Self {
        Self::from(Source::Fresh(kind, who), Some(kind))
    }

    /// A new record that starts from this one.
    pub fn draft(record: Record) -> Self {
        let kind = record.kind();
        let begun = RecordId::derived(&[&wire::encode(&record)]);
        Self::from(Source::Draft(Box::new(record), begun), Some(kind))
    }

    /// The same, from what was typed in a line.
    pub fn typed(record: Record) -> Self {
        Self {
            typed: true,
            ..Self::draft(record)
        }
    }

    /// A record that is there.
    pub fn edit(id: RecordId) -> Self {
        Self::from(Source::Edit(id), None)
    }

    fn from(source: Source, kind: Option<Kind>) -> Self {
        Self {
            source,
            form: None,
            kind,
            stored: None,
            gone: false,
            saving: false,
            typed: false,
            thrown: None,
            meanwhile: None,
            says: None,
            with: None,
            today: NaiveDate::default(),
            sharing: Sharing::default(),
        }
    }

    /// The record that the form starts from, as soon as it is known.
    fn base(&self, now: NaiveDateTime) -> Option<Record> {
        match &self.source {
            Source::Fresh(kind, who) => {
                let mut record = kind.fresh(now);
                if let Some(who) = who {
                    about(&mut record, *who);
                }
                Some(record)
            }
            Source::Draft(record, _) => Some((**record).clone()),
            Source::Edit(_) => self.stored.as_ref().map(|(_, record)| record.clone()),
        }
    }

    fn change(&self, record: Record) -> Change {
        let record = Box::new(record);
        match (&self.source, &self.stored) {
            (Source::Edit(id), Some((seen, _))) => Change::Edit {
                id: *id,
                seen: *seen,
                record,
            },
            _ => Change::Add(record),
        }
    }

    fn form_area(&self, area: Rect) -> Rect {
        let (_, above) = self.above(area);
        Rect {
            y: area.y + above,
            height: area.height - above,
            ..area
        }
    }
}

/// Makes a record one about a relationship, whatever its field for that is.
fn about(record: &mut Record, who: RecordId) {
    for field in record.kind().fields() {
        let id = Value::Text(who.to_string());
        let value = match field.shape {
            Shape::Who if field.name == "who" => id,
            Shape::Whos => Value::List(vec![id]),
            _ => continue,
        };
        // an id is always what these fields take
        let _ = (field.set)(record, &value);
    }
}

impl Page for FormPage {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Form]
    }

    fn title(&self) -> String {
        let kind = self.kind.map_or("record", Kind::word);
        match self.source {
            Source::Edit(_) => format!("Edit {kind}"),
            _ => format!("New {kind}"),
        }
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        if self.is_sealed() {
            return Flow::Stay;
        }
        if self.form.is_none()
            && let Some(base) = self.base(with.now)
        {
            self.form = Some(Form::new(base, with));
        }
        let Some(form) = &mut self.form else {
            return Flow::Stay;
        };
        form.look(with);
        if let Some((base, (_, now))) = self.meanwhile.take().zip(self.stored.as_ref()) {
            form.fault(drafts::changed_since(&base, now, &form.typed(), with));
        }
        if self.kind == Some(Kind::Disclosure) {
            self.sharing.look(form.draft(with));
        }
        if std::mem::take(&mut self.saving) {
            let Some(mut record) = form.parse(with) else {
                let n = form.faults();
                return Flow::Say(format!(
                    "not saved yet: {} to put right",
                    paint::counted(n, "thing")
                ));
            };
            if !form.is_touched() && matches!(self.source, Source::Edit(_)) {
                return Flow::Back;
            }
            record.link(with.names);
            return Flow::TellAndBack(Box::new(self.change(record)));
        }
        self.says.take().map_or(Flow::Stay, Flow::Say)
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        let mut questions = Vec::new();
        if let (Source::Edit(id), None) = (&self.source, &self.stored) {
            questions.push(Question::Record(*id));
        }
        let Some(form) = &self.form else {
            return questions;
        };
        if let Some(start) = form.name_typed() {
            questions.push(Question::Names {
                start: crate::domain::text::fold(start),
                rows: 4,
            });
        }
        let id = match self.source {
            Source::Edit(id) => Some(id),
            _ => None,
        };
        questions.extend(self.sharing.question(id));
        let across = [
            Kind::Breach,
            Kind::Commitment,
            Kind::Agreement,
            Kind::Delegation,
        ];
        if let Some(who) = form
            .who()
            .filter(|_| self.kind.is_some_and(|k| across.contains(&k)))
        {
            questions.push(Question::Record(who));
        }
        questions
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            match answer {
                Answer::Record(Some(stored)) if self.form.is_some() => {
                    if matches!(self.source, Source::Fresh(..))
                        && self.kind == Some(Kind::Agreement)
                    {
                        self.met(&stored.record);
                    }
                    if let Record::Relationship(one) = stored.record {
                        self.with = Some(Box::new(one));
                    }
                }
                Answer::Record(Some(stored)) => {
                    self.kind = Some(stored.record.kind());
                    self.stored = Some((stored.stamp, stored.record));
                }
                Answer::Record(None) if self.form.is_none() => self.gone = true,
                Answer::Names(names) => {
                    if let Some(form) = &mut self.form {
                        form.offer(names.into_iter().map(|(_, name)| name).collect());
                    }
                }
                Answer::Signs(signs) => self.sharing.signs = signs,
                _ => {}
            }
        }
    }

    fn act(&mut self, command: Command) -> Flow {
        let Some(form) = &mut self.form else {
            return Flow::Stay;
        };
        match command {
            Command::NextField => form.step(true),
            Command::PrevField => form.step(false),
            Command::Save => self.saving = true,
            Command::StartAnew => self.start_anew(),
            Command::Editor => {
                return match form.long_text() {
                    Some(text) => Flow::Editor(text),
                    None => {
                        Flow::Say("this field is one line; the editor is for long texts".to_owned())
                    }
                };
            }
            _ => {}
        }
        Flow::Stay
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        if key.code == KeyCode::Esc {
            return None;
        }
        match self.form.as_mut()?.key(key) {
            Did::Nothing => None,
            Did::Typed => Some(Flow::Stay),
            Did::Save => {
                self.saving = true;
                Some(Flow::Stay)
            }
        }
    }

    fn pasted(&mut self, text: &str) -> Flow {
        let says = match &mut self.form {
            Some(form) => form.paste(text),
            None => Some(field::NOWHERE),
        };
        says.map_or(Flow::Stay, |says| Flow::Say(says.to_owned()))
    }

    fn edited(&mut self, text: String) {
        if let Some(form) = &mut self.form {
            form.set_text(text.trim_end_matches('\n'));
        }
    }

    fn refused(&mut self, _: &str) {
        self.saving = false;
    }

    fn spot(&self) -> Option<Spot> {
        self.form.as_ref().filter(|_| !self.is_sealed())?;
        Some(match &self.source {
            Source::Fresh(kind, who) => Spot::New(*kind, *who),
            Source::Draft(record, begun) => Spot::Begun(record.kind(), *begun),
            Source::Edit(id) => Spot::Edit(*id),
        })
    }

    fn draft(&self) -> Option<Draft> {
        self.as_typed()
    }

    fn field(&self) -> Option<String> {
        Some(self.form.as_ref()?.field().to_owned())
    }

    fn take_up(&mut self, draft: &Draft) -> bool {
        self.come_up(draft)
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let area = self.form_area(area);
        if let Some(form) = &mut self.form {
            form.click(area, at);
        }
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        if self.gone {
            paint::paragraph(
                buffer,
                area,
                &told!(
                    "This record was deleted. {u} brings it back.",
                    u = Global.Undo
                ),
                0,
                theme.text,
            );
            return;
        }
        if self.is_sealed() {
            paint::paragraph(buffer, area, &sealed(), 0, theme.text);
            return;
        }
        let (lines, _) = self.above(area);
        let last = lines.len().saturating_sub(1);
        for (n, line) in lines.iter().enumerate() {
            let at = paint::row(area, n);
            let style = if n == last { theme.strong } else { theme.dim };
            paint::put(
                buffer,
                at.x + 1,
                at.y,
                at.width.saturating_sub(1),
                line,
                style,
            );
        }
        if let Some(form) = &self.form {
            form.draw(self.form_area(area), buffer, theme);
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.form.as_ref()?.cursor(self.form_area(area))
    }
}

/// What stands in place of the form of a sealed record.
fn sealed() -> String {
    let unseals = command::key(Scope::Settle(Kind::Disclosure), Command::Unseal);
    told!(
        "This was told in confidence and is sealed.\n\nEsc goes back; there {s} and then {unseals} unseals it, after asking.",
        s = Item.Settle
    )
}
