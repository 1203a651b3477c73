//! Why a number is what it is: what was counted, with which weight, what pulls most, what was left out.

use std::collections::HashMap;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::{Ink, Outline, Row};
use crate::domain::context::FOLDED;
use crate::domain::reliability::{Figure, Label, Measure, Part, Show};
use crate::domain::view::{Card, SideFigures};
use crate::domain::{RecordId, Side, dates};
use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::page::{Flow, Page, Place};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// How many of the strongest pulls are named.
const PULLS: usize = 5;

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

/// The page.
pub struct Explain {
    who: RecordId,
    side: Side,
    measure: Measure,
    card: Option<Box<Card>>,
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
            measure,
            card: None,
            titles: HashMap::new(),
            outline: Outline::default(),
            unfolded: false,
        }
    }

    /// Whether the figure that is asked for stays folded.
    fn is_folded(&self) -> bool {
        let folded = self.card.as_ref().is_some_and(|card| card.folded);
        folded && !self.unfolded && self.side == Side::Theirs
    }

    fn fill(&mut self) {
        let Some(card) = &self.card else { return };
        if self.is_folded() {
            let says = format!("Their side is {FOLDED}. v opens it.");
            self.outline.fill(vec![Row::text(says, STRONG)]);
            return;
        }
        let (figure, other) = chosen(card, self.side, self.measure);
        let mut rows = head(figure, self.side);
        rows.extend(account(figure));
        rows.extend(pulls(figure, &self.titles));
        rows.extend(foot(figure, other));
        rows.extend(records(figure, &self.titles));
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
        let open = self.card.iter().filter(|_| !self.is_folded());
        let strongest = open.flat_map(|card| {
            let (figure, _) = chosen(card, self.side, self.measure);
            shown_pulls(figure).into_iter().map(|(id, _)| id)
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
                Answer::Record(Some(stored)) => {
                    self.titles.insert(stored.id, stored.record.noun().title());
                }
                _ => {}
            }
        }
        self.fill();
    }

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::OtherSide => {
                self.side = match self.side {
                    Side::Mine => Side::Theirs,
                    Side::Theirs => Side::Mine,
                };
                self.outline = Outline::default();
                self.fill();
            }
            Command::Unfold => {
                self.unfolded = true;
                self.outline = Outline::default();
                self.fill();
            }
            Command::OtherMeasure => {
                self.measure = match self.measure {
                    Measure::KeptAsAgreed => Measure::FollowThrough,
                    Measure::FollowThrough => Measure::KeptAsAgreed,
                };
                self.outline = Outline::default();
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

/// Whether the figure itself may be shown; shares of a figure below the floor would give it away.
fn is_shown(figure: &Figure) -> bool {
    matches!(figure.show, Show::Figure | Show::Firm)
}

fn name(measure: Measure) -> &'static str {
    match measure {
        Measure::KeptAsAgreed => "Kept as agreed",
        Measure::FollowThrough => "Follow-through",
    }
}

fn head(figure: &Figure, side: Side) -> Vec<Row> {
    let whose = match side {
        Side::Mine => "my side",
        Side::Theirs => "their side",
    };
    let what = match figure.measure {
        Measure::KeptAsAgreed => {
            "the chance that the next agreed commitment is done by its agreed date"
        }
        Measure::FollowThrough => "the chance that the next agreed commitment gets done at all",
    };
    let mut rows = vec![
        Row::text(
            format!("{}, {whose}: {}", name(figure.measure), figure.text()),
            STRONG,
        ),
        Row::text(what, DIM),
        Row::text(
            format!(
                "{} \u{b7} {} settled, worth about {:.1} recent ones",
                figure.counts_text(),
                figure.n,
                figure.n_eff
            ),
            TEXT,
        ),
    ];
    if !is_shown(figure) {
        rows.push(Row::blank());
        rows.push(Row::text(floor_text(figure), TEXT));
    }
    rows
}

/// Why no figure is shown.
fn floor_text(figure: &Figure) -> String {
    let rules = &figure.rules;
    match figure.show {
        Show::Counts => format!(
            "No figure below {} settled commitments: they could say anything.",
            rules.min_range
        ),
        Show::Stale => {
            "No figure: what was settled lies too far back to say anything about today.".to_owned()
        }
        _ => format!(
            "No figure yet, only its range: a figure needs {} settled, worth {:.0} recent ones, and a range narrower than {:.0} points.",
            rules.min_settled,
            rules.min_neff,
            rules.max_width * 100.0
        ),
    }
}

/// The additive account: what every label adds and what is missing by it.
fn account(figure: &Figure) -> Vec<Row> {
    if !is_shown(figure) {
        return Vec::new();
    }
    let why = figure.explain();
    let line = |what: String, points: f64, missing: bool| {
        let amount = if missing {
            format!("{:>6.1} missing", points * 100.0)
        } else {
            format!("{:>+6.1}", points * 100.0)
        };
        Row::line(vec![
            (format!("  {:<22}", paint::fit(&what, 22)), TEXT),
            (amount, if missing { DIM } else { STRONG }),
        ])
    };
    let mut rows = vec![
        Row::blank(),
        Row::heading(format!("What adds up to {:.0}", figure.mean * 100.0)),
        line("starting assumption".to_owned(), why.plus_start, false),
    ];
    for (label, count, adds, missing) in &why.shares {
        if *adds > 0.0 {
            rows.push(line(format!("{label} ({count})"), *adds, false));
        }
        if *missing > 0.0 {
            rows.push(line(format!("{label} ({count})"), *missing, true));
        }
    }
    rows.push(line("starting doubt".to_owned(), why.minus_start, true));
    rows
}

fn shown_pulls(figure: &Figure) -> Vec<(RecordId, f64)> {
    if is_shown(figure) {
        figure.explain().pulls.into_iter().take(PULLS).collect()
    } else {
        Vec::new()
    }
}

/// The records without which the figure would differ most.
fn pulls(figure: &Figure, titles: &HashMap<RecordId, String>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (id, points) in shown_pulls(figure) {
        let Some(part) = figure.parts.iter().find(|p| p.id == id) else {
            continue;
        };
        let title = titles.get(&id).map_or("\u{2026}", String::as_str);
        let pieces = vec![
            (format!("  {points:>+5.1}  "), STRONG as Ink),
            (format!("{:<9}", part.label.word()), ink(part.label)),
            (format!("{:<12}", dates::short(part.day, figure.as_of)), DIM),
            (title.to_owned(), TEXT),
        ];
        rows.push(Row::line(pieces).about(id));
    }
    if !rows.is_empty() {
        rows.insert(0, Row::blank());
        rows.insert(1, Row::heading("Biggest pulls, in points"));
    }
    rows
}

/// What was not counted, the other figure, and the constants.
fn foot(figure: &Figure, other: &Figure) -> Vec<Row> {
    let out = figure.not_counted;
    let rules = &figure.rules;
    let left = [
        (out.released, "released"),
        (out.excused, "excused"),
        (out.requested, "requested"),
        (out.open, "not due yet"),
    ];
    let left = left.iter().filter(|(n, _)| *n > 0);
    let left: Vec<_> = left.map(|(n, word)| format!("{n} {word}")).collect();
    let left = if left.is_empty() {
        "nothing".to_owned()
    } else {
        left.join(", ")
    };
    let constants = format!(
        "Starts from {} to {}; what is {:.0} days old weighs half; settled on one day, each weighs less; late counts {} here; the range holds {:.0} in 100; as of {}.",
        rules.alpha0,
        rules.beta0,
        rules.half_life,
        if figure.measure == Measure::KeptAsAgreed {
            rules.late_credit.to_string()
        } else {
            "as done".to_owned()
        },
        rules.level * 100.0,
        figure.as_of
    );
    vec![
        Row::blank(),
        Row::heading("Not counted, and lowers nothing"),
        Row::under(left, TEXT),
        Row::blank(),
        Row::heading("Made with"),
        Row::under(
            format!("{}: {}", name(other.measure).to_lowercase(), other.text()),
            TEXT,
        ),
        Row::under(constants, DIM),
    ]
}

/// Every record that was counted, the newest first.
fn records(figure: &Figure, titles: &HashMap<RecordId, String>) -> Vec<Row> {
    let mut rows = vec![
        Row::blank(),
        Row::heading("The records, newest first: what, how old, how much it weighs"),
    ];
    if figure.parts.is_empty() {
        rows.push(Row::under(
            "Nothing settled yet. Settle a commitment with s, and it is counted here.",
            DIM,
        ));
    }
    let row = |part: &Part| {
        let title = titles.get(&part.id).map_or("\u{2026}", String::as_str);
        Row::line(vec![
            (format!("  {:<9}", part.label.word()), ink(part.label)),
            (format!("{:>5} d  {:.2}  ", part.age, part.w), DIM),
            (title.to_owned(), TEXT),
        ])
        .about(part.id)
    };
    rows.extend(figure.parts.iter().rev().map(row));
    rows
}

fn ink(label: Label) -> Ink {
    match label {
        Label::Kept | Label::Done => |t| t.good,
        Label::Late | Label::Overdue | Label::Lapsed => |t| t.warn,
        Label::Broken => |t| t.bad,
    }
}
