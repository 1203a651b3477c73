//! A disclosure: something shared in trust, by me or by them, how deep it went and how it was met.
//!
//! What was said is optional and blank by default. A confidence is sealed: kept and counted, and shown nowhere
//! until it is unsealed (`figures.md` A5).

use chrono::{Days, NaiveDate};

use super::act::{self, Act};
use super::breach::{Breach, BreachSort, By};
pub use super::choice::Response;
use super::dates::Lean;
use super::fields::{Fault, Shape, fields};
use super::noun::{MarkSort, Noun, Side, TodaySort, known, snoozed_to};
use super::value::When;
use super::{Kind, RecordId};

/// A disclosure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Disclosure {
    /// With whom.
    pub who: RecordId,
    /// Who shared: `mine` I with them, `theirs` they with me.
    pub side: Side,
    /// 1 practical … 5 something that could really hurt if misused.
    pub depth: u8,
    /// The day.
    pub day: NaiveDate,
    /// Whether it was asked first if there was room for it.
    pub asked: bool,
    /// How it was met.
    pub response: Response,
    /// The day the response was set.
    pub response_on: Option<NaiveDate>,
    /// Where it was.
    pub setting: String,
    /// An intense setting (a retreat, a conference): it does not raise the safe depth until confirmed.
    pub intense: bool,
    /// The day it was confirmed in ordinary weeks.
    pub confirmed: Option<NaiveDate>,
    /// What was shared; blank by default.
    pub content: String,
    /// Told in confidence.
    pub confidence: bool,
    /// Who may be told, of a confidence.
    pub may_know: String,
    /// The day it was unsealed; sealed again, none.
    pub unsealed: Option<NaiveDate>,
    /// Hidden from Today until this day.
    pub snoozed: Option<NaiveDate>,
}

fields! { FIELDS for Disclosure {
    who, "With", Shape::Who, Must, "the relationship";
    side, "Who shared", Shape::Choice(Side::WORDS), Must, "mine: you with them; theirs: they with you";
    depth, "Depth", Shape::Number(1, 5), Must, "1 practical, 2 an opinion or doubt, 3 a mistake or need, 4 personal, 5 could really hurt";
    day, "Day", Shape::Day(Lean::Past), Must, "when it was shared";
    asked, "Asked first", Shape::Flag, May, "was it asked whether there was room for it";
    response, "Met with", Shape::Choice(Response::WORDS), Must, "how it was met; none yet while you wait";
    confidence, "In confidence", Shape::Flag, May, "sealed: shown in no list, search or export";
    may_know, "Who may know", Shape::Line, May, "of a confidence: who may be told";
    setting, "Setting", Shape::Line, May, "where it was";
    intense, "Intense setting", Shape::Flag, May, "a retreat or the like: counts for less until confirmed in ordinary weeks";
    content, "Content", Shape::Text, May, "better left blank: that it was shared is enough";
    response_on, "Met on", Shape::Day(Lean::Past), Kept, "the day the response was set";
    confirmed, "Confirmed on", Shape::Day(Lean::Past), Kept, "the day it held in ordinary weeks";
    unsealed, "Unsealed on", Shape::Day(Lean::Past), Kept, "the day it was unsealed";
    snoozed, "Snoozed until", Shape::Day(Lean::Future), Kept, "hidden from Today until this day";
} }

/// How long a response of theirs is waited for before it is asked about, once.
const ASKED_AFTER: Days = Days::new(7);

/// For how long it is asked about how they met what I shared; after that there is silence.
pub const ASKED_FOR: Days = Days::new(7);

/// A breach to be looked at, when I did not keep what was told to me in confidence: proposed, never made by itself.
pub fn not_kept(who: RecordId, on: NaiveDate) -> Breach {
    Breach {
        who,
        by: By::Me,
        sort: BreachSort::Boundary,
        severity: 1,
        day: on,
        happened: "what was told to me in confidence was not kept".to_owned(),
        ..Breach::default()
    }
}

/// The words for a depth of 1 to 5 (`figures.md` A5).
pub fn depth_words(depth: u8) -> &'static str {
    match depth {
        1 => "practical",
        2 => "an opinion or a doubt",
        3 => "a mistake, a gap or a need for help",
        4 => "personal circumstances or a fear",
        _ => "something that could really hurt",
    }
}

impl Disclosure {
    /// Itself without what was said, where, and who may know: what may be seen of it while it is sealed.
    #[must_use]
    pub fn veiled(mut self) -> Self {
        self.content.clear();
        self.may_know.clear();
        self.setting.clear();
        self
    }

    /// Whether nothing was said yet of how it was met.
    pub fn waits_for_response(&self) -> bool {
        self.response == Response::None && self.response_on.is_none()
    }

    /// A breach to be looked at, when it was used against the one who shared it: proposed, never made by itself.
    /// Not a word of what was shared is in it.
    pub fn breach(&self) -> Breach {
        Breach {
            who: self.who,
            by: match self.side {
                Side::Mine => By::Them,
                Side::Theirs => By::Me,
            },
            sort: BreachSort::Boundary,
            severity: 1,
            day: self.response_on.unwrap_or(self.day),
            happened: match self.side {
                Side::Mine => format!("what I shared in trust on {} was used against me", self.day),
                Side::Theirs => {
                    format!(
                        "what they shared in trust on {} was used against them",
                        self.day
                    )
                }
            },
            ..Breach::default()
        }
    }

    /// The response was typed over on a day.
    pub(super) fn responded(&mut self, on: NaiveDate) {
        self.response_on = (self.response != Response::None).then_some(on.max(self.day));
        if self.response == Response::UsedAgainst {
            self.confirmed = None;
        }
    }

    fn respond(&mut self, response: Response, on: NaiveDate) {
        self.response = response;
        // a response that never came is looked at as well, and then not asked about again
        self.response_on = Some(on);
        self.snoozed = None;
        if response == Response::UsedAgainst {
            self.confirmed = None;
        }
    }

    fn confirm(&mut self, on: NaiveDate) -> Result<(), Fault> {
        if !self.intense && self.response != Response::UsedAgainst {
            let says = "there is nothing to confirm: it was in no intense setting, and it was not used against anybody";
            return Err(Fault::new("confirmed", says));
        }
        self.confirmed = Some(on);
        Ok(())
    }
}

impl Noun for Disclosure {
    fn kind(&self) -> Kind {
        Kind::Disclosure
    }
    fn begin(&mut self, today: NaiveDate) {
        (self.day, self.depth) = (today, 1);
    }
    fn whos(&self) -> Vec<RecordId> {
        vec![self.who]
    }
    fn since(&self) -> When {
        When::day(self.day)
    }
    fn title(&self) -> String {
        if self.is_sealed() {
            return "told in confidence".to_owned();
        }
        let depth = format!("depth {}: {}", self.depth, depth_words(self.depth));
        match self.content.lines().next() {
            Some(first) => format!("{first} ({depth})"),
            None => depth,
        }
    }
    fn words(&self) -> String {
        if self.is_sealed() {
            return String::new();
        }
        format!("{} {}", self.content, self.setting)
    }
    fn state(&self) -> &'static str {
        self.response.word()
    }
    fn side(&self) -> Option<Side> {
        Some(self.side)
    }
    fn waits(&self) -> String {
        match self.side {
            Side::Theirs => format!("you owe a response \u{b7} {}", self.title()),
            Side::Mine => format!("how did they meet it? \u{b7} {}", self.title()),
        }
    }
    fn attention(&self) -> Option<NaiveDate> {
        if !self.waits_for_response() {
            return None;
        }
        let day = match self.side {
            Side::Theirs => self.day,
            Side::Mine => self.day + ASKED_AFTER,
        };
        Some(snoozed_to(day, self.snoozed))
    }
    fn part(&self) -> Option<TodaySort> {
        Some(TodaySort::Response)
    }
    fn marks(&self) -> Vec<(NaiveDate, MarkSort)> {
        if self.is_sealed() {
            return Vec::new();
        }
        vec![(self.day, MarkSort::Disclosure(self.depth))]
    }
    fn is_sealed(&self) -> bool {
        self.confidence && self.unsealed.is_none()
    }
    fn faults(&self) -> Vec<Fault> {
        match self.response_on {
            Some(day) if day < self.day => {
                vec![Fault::new("response", "met before it was shared")]
            }
            _ => Vec::new(),
        }
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        match act {
            Act::Respond(response) => self.respond(*response, on),
            Act::Confirm => self.confirm(on)?,
            Act::Seal if self.is_sealed() => {
                return Err(Fault::new("confidence", "it is sealed already"));
            }
            Act::Seal => (self.confidence, self.unsealed) = (true, None),
            Act::Unseal if !self.is_sealed() => {
                return Err(Fault::new("confidence", "it is not sealed"));
            }
            Act::Unseal => self.unsealed = Some(on),
            Act::Reopen => (self.response, self.response_on) = (Response::None, None),
            Act::Snooze { until } => self.snoozed = Some(*until),
            other => return Err(act::unfit(Kind::Disclosure, other)),
        }
        Ok(())
    }
    fn back_to(&mut self, day: NaiveDate) {
        if self.response_on.is_some() && known(self.response_on, day).is_none() {
            (self.response, self.response_on) = (Response::None, None);
        }
        self.confirmed = known(self.confirmed, day);
        // what is sealed today stays sealed when an earlier day is looked at, and what was sealed then is
        // open today because somebody opened it
        self.snoozed = None;
    }
}
