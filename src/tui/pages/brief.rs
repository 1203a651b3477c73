//! What is written for the next one-on-one: for whom, since when, line by line; what is plain leaves, what is dim stays.

mod chosen;
mod rows;

use chrono::{NaiveDate, NaiveDateTime};
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::chosen::{Chosen, text_of};
use self::rows::{Sheet, Target};
use super::outline::{Outline, Spread};
use super::prompt::{Prompt, Typed};
use crate::domain::RecordId;
use crate::domain::brief::{self, Aliases, Audience, Brief, CHART};
use crate::domain::dates::{self, Lean};
use crate::domain::fields::Reading;
use crate::domain::relationship::Relationship;
use crate::domain::view::{Prep, Timeline};
use crate::journal::{Answer, Question};
use crate::transfer::{self, brief::Format};
use crate::tui::command::{Command, Scope};
use crate::tui::mask;
use crate::tui::page::{Flow, Page, Place, Standing, Typing};
use crate::tui::theme::Theme;

/// Weeks of the timeline that a brief may tell of.
const WEEKS: usize = 26;

/// What is asked for at the foot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Since when it tells.
    Since,
    /// The name of the file.
    File,
}

/// The page.
pub struct BriefPage {
    who: RecordId,
    audience: Audience,
    since: Option<NaiveDate>,
    sheet: Option<Box<Prep>>,
    timeline: Timeline,
    everybody: Vec<(RecordId, Relationship)>,
    chosen: Chosen,
    /// As it was picked, with every name.
    plain: Option<Brief>,
    /// As it leaves.
    brief: Option<Brief>,
    outline: Outline,
    targets: Vec<Option<Target>>,
    now: NaiveDateTime,
    prompt: Option<Prompt<Wanted>>,
    /// The file's name as it was typed last.
    file: String,
}

impl BriefPage {
    /// Of one relationship, for me, since the last one-on-one.
    pub fn new(who: RecordId) -> Self {
        Self {
            who,
            audience: Audience::Me,
            since: None,
            sheet: None,
            timeline: Timeline::default(),
            everybody: Vec::new(),
            chosen: Chosen::default(),
            plain: None,
            brief: None,
            outline: Outline::spread(Spread::Two),
            targets: Vec::new(),
            now: NaiveDateTime::default(),
            prompt: None,
            file: String::new(),
        }
    }

    fn fill(&mut self) {
        let Some(prep) = &self.sheet else { return };
        let mut plain = brief::compose(prep, &self.timeline, self.audience);
        self.chosen.apply(&mut plain);
        let everybody = self.everybody.iter().map(|(id, one)| (*id, one));
        let names = Aliases::of(everybody, plain.reader(self.who));
        let mentions = plain.mentions(&names);
        let brief = plain.clone().replaced(&names, self.chosen.names());
        let since = dates::short(prep.since, prep.as_of);
        let since = match (self.since, prep.card.last_one_on_one) {
            (Some(_), _) => format!("Since {since}, as you chose"),
            (None, Some(_)) => format!("Since the last one-on-one, {since}"),
            (None, None) => format!("Since {since}; no one-on-one is noted yet"),
        };
        let sheet = Sheet::of(&brief, &since, &mentions, self.chosen.names());
        let first = self.targets.is_empty();
        self.outline.fill(sheet.rows);
        self.targets = sheet.targets;
        if first {
            let stop = self.targets.iter().position(Option::is_some);
            self.outline.put(stop.unwrap_or(0));
        }
        (self.plain, self.brief) = (Some(plain), Some(brief));
    }

    fn target(&self) -> Option<&Target> {
        self.targets.get(self.outline.cursor())?.as_ref()
    }

    /// Takes what is under the cursor in, or leaves it out.
    fn take(&mut self) {
        let Some((target, plain)) = self.target().cloned().zip(self.plain.as_ref()) else {
            return;
        };
        match target {
            Target::Line(key, _) if key == CHART => {
                let ticked = plain.told_chart().is_some();
                self.chosen.line(CHART, "", !ticked);
            }
            Target::Line(key, _) => {
                let mut lines = plain.sections.iter().flat_map(|section| &section.lines);
                let ticked = lines.any(|line| line.key == key && line.ticked);
                let text = text_of(plain, &key);
                self.chosen.line(&key, &text, !ticked);
            }
            Target::Section(word) => {
                let picked = plain
                    .sections
                    .iter()
                    .any(|one| one.word == word && one.picked);
                self.chosen.section(&word, !picked);
            }
            Target::Name(who) => self.chosen.name(who),
        }
        self.fill();
    }

    fn open(&self) -> Flow {
        match self.target() {
            Some(Target::Line(_, Some(id)) | Target::Name(id)) => Flow::Go(Place::Record(*id)),
            _ => Flow::Stay,
        }
    }

    /// To the next box of a section, or the one before.
    fn part(&mut self, onward: bool) {
        let here = self.outline.cursor();
        let starts = |row: &usize| {
            let target = self.targets[*row].as_ref();
            let before = row.checked_sub(1).and_then(|n| self.targets[n].as_ref());
            target.is_some() && before.is_none()
        };
        let mut rows = (0..self.targets.len()).filter(starts);
        let found = if onward {
            rows.find(|row| *row > here)
        } else {
            rows.rfind(|row| *row < here)
        };
        if let Some(row) = found {
            self.outline.put(row);
        }
    }

    fn ask_since(&mut self) {
        let typed = self.since.map_or_else(String::new, |day| day.to_string());
        self.prompt = Some(Prompt::new(Wanted::Since, String::new(), &typed));
        self.understand();
    }

    /// Says what was understood so far of the day that is being typed.
    fn understand(&mut self) {
        let now = self.now;
        let Some(prompt) = self
            .prompt
            .as_mut()
            .filter(|one| one.about == Wanted::Since)
        else {
            return;
        };
        let understood = match since(&prompt.text(), now) {
            Ok(None) => "empty is the last one-on-one".to_owned(),
            Ok(Some(day)) => {
                let words = dates::preview(&day.to_string(), now, Lean::Past);
                format!("\u{2192} {}", words.unwrap_or_else(|says| says))
            }
            Err(says) => says,
        };
        prompt.asks(format!("Since when, a day or a span like 2w? {understood}"));
    }

    fn ask_file(&mut self) {
        let Some(brief) = &self.brief else { return };
        let whose = match self.audience {
            Audience::Me => "for you",
            Audience::Them => "for them",
            Audience::Lead => "for a lead",
        };
        let question = format!(
            "Write the brief ({whose}) to which file? Its ending says the form: md, txt, html or json; html prints well, to PDF too."
        );
        let name = if self.file.is_empty() {
            file_name(brief)
        } else {
            self.file.clone()
        };
        self.prompt = Some(Prompt::new(Wanted::File, question, &name));
    }

    /// What was typed is finished.
    fn done(&mut self, about: Wanted, text: String) -> Flow {
        match about {
            Wanted::Since => match since(&text, self.now) {
                Ok(day) => {
                    (self.since, self.prompt) = (day, None);
                    Flow::Stay
                }
                Err(says) => Flow::Say(says),
            },
            Wanted::File => self.write(text),
        }
    }

    fn write(&mut self, name: String) -> Flow {
        let ending = std::path::Path::new(&name).extension();
        let format = ending
            .and_then(|end| end.to_str())
            .and_then(|end| Format::from_word(&end.to_lowercase()));
        let Some((format, brief)) = format.zip(self.brief.as_ref()) else {
            return Flow::Say(
                "the file\u{2019}s ending says the form: md, txt, html or json".to_owned(),
            );
        };
        let text = transfer::brief::write(&mask::brief(brief.clone()), format);
        self.prompt = None;
        self.file.clone_from(&name);
        Flow::Write { name, text }
    }

    /// What leaves, as plain text.
    fn text(&self) -> Option<String> {
        let brief = self.brief.clone()?;
        Some(transfer::brief::text(&mask::brief(brief)))
    }
}

impl Page for BriefPage {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Brief, Scope::List]
    }

    fn title(&self) -> String {
        let prep = self.sheet.as_ref();
        let name = prep.map_or("", |p| p.card.relationship.name.as_str());
        let reader = match self.audience {
            Audience::Me => "me",
            Audience::Them => "them",
            Audience::Lead => "my lead",
        };
        format!("Brief for {reader} \u{b7} {name}")
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.now = with.now;
        self.understand();
        Flow::Stay
    }

    fn query(&self, _area: Rect) -> Vec<Question> {
        let mut questions = vec![
            Question::Prep {
                who: self.who,
                since: self.since,
            },
            Question::Everybody,
        ];
        if let Some(prep) = &self.sheet {
            questions.push(Question::Timeline {
                who: self.who,
                ends: prep.as_of,
                step: 7,
                points: WEEKS,
            });
        }
        questions
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            match answer {
                Answer::Prep(prep) => self.sheet = Some(prep),
                Answer::Everybody(everybody) => self.everybody = everybody,
                Answer::Timeline(timeline) => self.timeline = timeline,
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
            Command::Take => self.take(),
            Command::Audience => {
                self.audience = match self.audience {
                    Audience::Me => Audience::Them,
                    Audience::Them => Audience::Lead,
                    Audience::Lead => Audience::Me,
                };
                self.chosen.forget_lines();
                self.targets.clear();
                self.fill();
            }
            Command::Since => self.ask_since(),
            Command::Export => self.ask_file(),
            Command::Copy => return self.text().map_or(Flow::Stay, Flow::Copy),
            Command::Pager => return self.text().map_or(Flow::Stay, Flow::Pager),
            Command::Open => return self.open(),
            Command::NextTab => self.part(true),
            Command::PrevTab => self.part(false),
            other => {
                self.outline.moved(other);
            }
        }
        Flow::Stay
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let prompt = self.prompt.as_mut()?;
        let about = prompt.about;
        Some(match prompt.key(key) {
            Typed::On => Flow::Stay,
            Typed::Not => return None,
            Typed::Done(text) => self.done(about, text),
            Typed::Editor(text) => Flow::Editor(text),
            Typed::Away(_) => {
                self.prompt = None;
                Flow::Stay
            }
        })
    }

    fn typing(&mut self) -> Option<&mut dyn Typing> {
        self.prompt.as_mut().map(|prompt| prompt as &mut dyn Typing)
    }

    fn refused(&mut self, _says: &str) {
        // the name that could not be written stays to be changed
        self.ask_file();
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        self.outline.click(area, at);
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let prompt = self.prompt.as_ref();
        let rest = prompt.map_or(area, |prompt| prompt.split(area).0);
        self.outline.draw(rest, buffer, self.now.date(), theme);
        if let Some(prompt) = prompt {
            prompt.draw(area, buffer, theme);
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.prompt.as_ref().map(|prompt| prompt.cursor(area))
    }
}

/// Since when: a day that is not ahead; `None`: nothing was typed.
fn since(typed: &str, now: NaiveDateTime) -> Result<Option<NaiveDate>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let day = dates::day(typed.trim(), now, Lean::Past)?;
    if day > now.date() {
        return Err("that day lies ahead: a brief tells what was".to_owned());
    }
    Ok(Some(day))
}

/// The file a brief is written to: `brief-priya-nair-2026-11-22.md`.
fn file_name(brief: &Brief) -> String {
    let mut name = String::new();
    for letter in mask::hide(&brief.name).to_lowercase().chars().take(60) {
        if letter.is_alphanumeric() {
            name.push(letter);
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_matches('-');
    let name = if name.is_empty() { "one-on-one" } else { name };
    format!("brief-{name}-{}.md", brief.as_of)
}
