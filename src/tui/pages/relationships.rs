//! The relationships in the order of attention needed, never of score; beside the list the selected one's card.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::fields::Reading;
use crate::domain::marks;
use crate::domain::relationship::Tending;
use crate::domain::view::{Card, RelationshipLine};
use crate::domain::{Kind, RecordId, dates};
use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope, told};
use crate::tui::feed::Feed;
use crate::tui::page::{Flow, Page, Place, Standing};
use crate::tui::theme::Theme;
use crate::tui::{hand, paint, room};

/// The page.
#[derive(Default)]
pub struct Relationships {
    feed: Feed<RelationshipLine>,
    archived: bool,
    asked: bool,
    card: Option<Box<Card>>,
    today: NaiveDate,
}

/// The least columns of the list where the card stands beside it: what leaves a name enough.
const LIST: u16 = 74;
/// The most columns of a name: beyond it, what stands behind it would be far away.
const NAME: usize = 36;

impl Relationships {
    fn selected(&self) -> Option<RecordId> {
        self.feed.selected().map(|line| line.id)
    }

    /// The list, and the card where there is room.
    fn parts(area: Rect) -> (Rect, Option<Rect>) {
        room::beside(area, room::Across::Wide, LIST)
    }

    fn list(area: Rect) -> Rect {
        let (list, _) = Self::parts(area);
        Rect {
            y: list.y + 1.min(list.height),
            height: list.height.saturating_sub(1),
            ..list
        }
    }
}

impl Page for Relationships {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List, Scope::About, Scope::Item, Scope::Relationships]
    }

    fn title(&self) -> String {
        if self.archived {
            "Relationships, archived ones too"
        } else {
            "Relationships"
        }
        .to_owned()
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        Flow::Stay
    }

    fn query(&self, area: Rect) -> Vec<Question> {
        let window = self.feed.window(usize::from(Self::list(area).height));
        let list = Question::Relationships {
            archived: self.archived,
            window,
        };
        let card = self.selected().map(Question::Card);
        std::iter::once(list).chain(card).collect()
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            match answer {
                Answer::Relationships(slice) => {
                    self.feed.receive(slice);
                    self.asked = true;
                }
                Answer::Card(card) => self.card = Some(card),
                _ => {}
            }
        }
    }

    fn standing(&self) -> Option<Standing> {
        self.feed.standing()
    }

    fn act(&mut self, command: Command) -> Flow {
        if self.feed.act(command) {
            return Flow::Stay;
        }
        let who = self.selected();
        let card = self.card.as_ref().filter(|card| Some(card.id) == who);
        match (command, who) {
            (Command::Archived, _) => {
                self.archived = !self.archived;
                self.feed.reset();
                return Flow::Stay;
            }
            (Command::Open, Some(who)) => return Flow::Go(Place::Relationship(who)),
            (Command::Repair, Some(_)) => {
                if let Some(flow) = card.and_then(|card| hand::repair(&card.repairs)) {
                    return flow;
                }
            }
            _ => {}
        }
        let record = self
            .feed
            .selected()
            .map(|line| (line.id, Kind::Relationship, line.name.as_str()));
        hand::item(command, record)
            .or_else(|| hand::about(command, who, self.today))
            .unwrap_or(Flow::Stay)
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        self.feed.click(Self::list(area), at);
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        if self.feed.is_empty() {
            if self.asked {
                let says = told!(
                    "Nobody is here yet.\n\n{a} {p}  adds a person you work with\n{a} {g}  adds a team or a community\n{a} {i}  adds an institution",
                    a = About.Add,
                    p = Add.AddPerson,
                    g = Add.AddGroup,
                    i = Add.AddInstitution
                );
                paint::paragraph(buffer, area, &says, 0, theme.text);
            }
            return;
        }
        let (list, side) = Self::parts(area);
        let columns = Columns::of(list.width);
        columns.head(buffer, paint::row(list, 0), theme);
        paint::goes_on(buffer, Self::list(area), self.feed.more(), theme);
        for (row, line, selected) in self.feed.visible(Self::list(area)) {
            columns.line(buffer, row, line, self.today, theme);
            if selected {
                paint::bar(buffer, row, theme);
            }
        }
        let card = self
            .card
            .as_ref()
            .filter(|card| Some(card.id) == self.selected());
        if let (Some(side), Some(card)) = (side, card) {
            paint::card(buffer, side, card, self.today, theme);
        }
    }
}

/// How wide each column is; 0 leaves it out.
struct Columns {
    name: usize,
    role: usize,
    contact: usize,
    open: usize,
    weeks: usize,
}

impl Columns {
    fn of(width: u16) -> Self {
        let width = usize::from(width);
        let role = if width >= 70 { 13 } else { 0 };
        let weeks = if width >= 56 { 14 } else { 0 };
        let contact = if width >= 48 { 13 } else { 8 };
        let open = 10;
        // a mark before the name, a mark for repair after all
        let name = width.saturating_sub(2 + role + weeks + contact + open + 2);
        Self {
            name: name.clamp(6, NAME),
            role,
            contact,
            open,
            weeks,
        }
    }

    fn head(&self, buffer: &mut Buffer, area: Rect, theme: &Theme) {
        let contact = if self.contact < 13 {
            "last"
        } else {
            "last contact"
        };
        let words = [
            paint::pad("  name", self.name + 2),
            paint::pad("role", self.role),
            paint::pad(contact, self.contact),
            paint::pad("I/they owe", self.open),
            paint::pad(" 12 weeks", self.weeks),
        ];
        paint::put(
            buffer,
            area.x,
            area.y,
            area.width,
            &words.concat(),
            theme.dim,
        );
    }

    fn line(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        line: &RelationshipLine,
        today: NaiveDate,
        theme: &Theme,
    ) {
        let quiet = line.tending != Tending::Active;
        // what rests is grey from end to end
        let ink = |style| if quiet { theme.dim } else { style };
        let name_style = ink(theme.strong);
        let contact = line.last_contact.map_or("never".to_owned(), |day| {
            if self.contact < 13 {
                dates::short(day, today)
            } else {
                dates::beside(day, today)
            }
        });
        let waits = line.attention.is_some_and(|day| day <= today) && !quiet;
        let mark = match (quiet, waits) {
            (true, _) => paint::state_mark(line.tending.word(), theme).0,
            (false, true) => marks::WANTED,
            (false, false) => "",
        };
        let open = format!("{:>3} / {}", line.mine_open, line.theirs_open);
        let weeks = format!(" {}", paint::sparkline(&line.weeks));
        let repair = if line.repairs > 0 { marks::REPAIR } else { "" };
        let fill = |text: &str, columns: usize| {
            if columns == 0 {
                String::new()
            } else {
                paint::pad(text, columns - 1) + " "
            }
        };
        paint::pieces(
            buffer,
            area,
            &[
                (
                    &paint::pad(mark, 2),
                    if waits { theme.warn } else { theme.dim },
                ),
                (&fill(&line.name, self.name), name_style),
                (&fill(line.role.word(), self.role), theme.dim),
                (
                    &fill(&contact, self.contact),
                    if waits { theme.warn } else { theme.dim },
                ),
                (&fill(&open, self.open), ink(theme.text)),
                (&fill(&weeks, self.weeks), theme.dim),
                (repair, ink(theme.repair)),
            ],
        );
    }
}
