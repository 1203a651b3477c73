//! A relationship: a person, a group or an institution, their role to me and mine to them.

use chrono::{Duration, NaiveDate};

use super::act::{self, Act};
use super::audience::withhold;
pub use super::choice::Role;
use super::dates::Lean;
use super::fields::{Fault, Shape, fields};
use super::noun::{MarkSort, Noun, known, snoozed_to};
use super::value::{When, choices, row};
use super::{Kind, RecordId};

choices! {
    /// What the other side is.
    pub enum Party {
        /// One human being.
        #[default]
        Person = "person",
        /// A team or a community.
        Group = "group",
        /// An organisation, a system, a process.
        Institution = "institution",
    }
}

choices! {
    /// Whether the relationship is being tended.
    pub enum Tending {
        /// Its cadence runs.
        #[default]
        Active = "active",
        /// Frozen until a day: no nudges, figures greyed.
        Paused = "paused",
        /// Kept for its history only.
        Archived = "archived",
    }
}

row! {
    /// A change of what they are to me: the history stays, and a band begins.
    pub struct RoleChange {
        /// The day of the change.
        pub on: NaiveDate,
        /// What they were until then.
        pub from: Role,
    }
}

/// A working relationship.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Relationship {
    /// The name that screens show.
    pub name: String,
    /// Person, group or institution.
    pub party: Party,
    /// What they are to me.
    pub role: Role,
    /// Every change of the role, oldest first.
    pub roles: Vec<RoleChange>,
    /// What I am to them, in my own words; blank is the plain counterpart.
    pub my_role: String,
    /// −2 … +2: positive when they hold power over my pay, work or standing, negative when I hold it over theirs. `None`: the role's default.
    pub power_gap: Option<i8>,
    /// Teams they belong to.
    pub teams: Vec<String>,
    /// For a group: how many belong to it, known to me or not.
    pub members: Option<u32>,
    /// Days between check-ins; `None`: the role's default.
    pub cadence: Option<u16>,
    /// Since when.
    pub since: NaiveDate,
    /// Other names and handles that find them (`priya`, `@pnair`, `dev003`).
    pub handles: Vec<String>,
    /// The name that exports use on request.
    pub alias: String,
    /// What briefs about them leave out besides what they always do, in words of [`super::audience::withhold`].
    pub withhold: Vec<String>,
    /// Introduced by whom.
    pub introduced: String,
    /// How to work with them, as far as they said.
    pub card: String,
    /// Context (history, culture, circumstances) shown above any breach form.
    pub context: String,
    /// The day on which the context was last written or looked at.
    pub context_on: Option<NaiveDate>,
    /// Tended, paused or archived.
    pub tending: Tending,
    /// The day it was paused or archived: from then on its figures are frozen.
    pub tending_on: Option<NaiveDate>,
    /// The day a pause ends.
    pub paused_until: Option<NaiveDate>,
    /// The day from which the next check-in is asked for again, after a snooze.
    pub snoozed: Option<NaiveDate>,
}

fields! { FIELDS for Relationship {
    name, "Name", Shape::Line, Must, "the name you use for them";
    party, "Kind", Shape::Choice(Party::WORDS), Must, "person, group or institution";
    role, "Their role to me", Shape::Choice(Role::WORDS), Must, "picks the questions and the cadence";
    my_role, "My role to them", Shape::Line, May, "in your own words, if it is not the plain counterpart";
    cadence, "Cadence in days", Shape::Number(1, 365), May, "days between check-ins; blank takes the role's";
    power_gap, "Power gap", Shape::Number(-2, 2), May, "+2 they hold power over your work, -2 you over theirs";
    teams, "Teams", Shape::Tags, May, "with commas";
    members, "Members", Shape::Number(1, 10_000_000), May, "for a group: how many belong to it";
    since, "Since", Shape::Day(Lean::Past), Must, "when you began to work together";
    handles, "Handles", Shape::Tags, May, "other names that should find them, with commas";
    alias, "Alias", Shape::Line, May, "a name for exports that hide who it is";
    withhold, "Withhold", Shape::Tags, May, "what briefs leave out besides, with commas: feedback, commitment.said, lead:note";
    introduced, "Introduced by", Shape::Line, May, "who recommended them, as text";
    card, "How to work with them", Shape::Text, May, "what they told you about working with them";
    context, "Context", Shape::Text, May, "history and culture to remember before naming a breach; private";
    context_on, "Context as of", Shape::Day(Lean::Past), Kept, "when the context was last written or looked at";
    roles, "Roles before", Shape::Rows, Kept, "what they were to you, until when";
    tending, "Tending", Shape::Choice(Tending::WORDS), Kept, "active, paused or archived";
    tending_on, "Since then", Shape::Day(Lean::Past), Kept, "the day it was paused or archived";
    paused_until, "Paused until", Shape::Day(Lean::Future), Kept, "the day the pause ends";
    snoozed, "Snoozed until", Shape::Day(Lean::Future), Kept, "the check-in is asked for again from this day";
} }

impl Relationship {
    /// Days between check-ins: its own, else the role's.
    pub fn cadence_days(&self) -> u16 {
        self.cadence.unwrap_or_else(|| self.role.cadence())
    }

    /// The power gap: its own, else the role's default.
    pub fn gap(&self) -> i8 {
        self.power_gap.unwrap_or_else(|| self.role.power_gap())
    }

    /// The day on which its figures froze, while it is paused or archived: silence after it says nothing.
    pub fn frozen(&self) -> Option<NaiveDate> {
        self.tending_on.filter(|_| self.tending != Tending::Active)
    }

    /// What they were to me on a day.
    pub fn role_on(&self, day: NaiveDate) -> Role {
        let later = self.roles.iter().find(|change| change.on > day);
        later.map_or(self.role, |change| change.from)
    }

    /// Keeps the role that was, from a day on. Two changes on one day are one; back to what it was, none.
    pub(super) fn changed_role(&mut self, from: Role, on: NaiveDate) {
        let same_day = self.roles.last().is_some_and(|last| last.on == on);
        if !same_day {
            self.roles.push(RoleChange { on, from });
        }
        if self
            .roles
            .last()
            .is_some_and(|last| last.on == on && last.from == self.role)
        {
            self.roles.pop();
        }
    }

    fn change_role(&mut self, to: Role, on: NaiveDate) -> Result<(), Fault> {
        if to == self.role {
            return Err(Fault::new("role", format!("they are your {to} already")));
        }
        if self.roles.last().is_some_and(|last| on < last.on) || on < self.since {
            let says = format!("a role changes after the one before began, and {on} is earlier");
            return Err(Fault::new("role", says));
        }
        let from = std::mem::replace(&mut self.role, to);
        self.changed_role(from, on);
        Ok(())
    }

    /// How many days ago the context was last looked at, where there is one.
    pub fn context_age(&self, today: NaiveDate) -> Option<i64> {
        let looked = self.context_on.filter(|_| !self.context.is_empty())?;
        Some((today - looked).num_days().max(0))
    }

    /// The context was written or looked at on a day.
    pub(super) fn looked_at_context(&mut self, on: NaiveDate) {
        self.context_on = (!self.context.is_empty()).then_some(on);
    }

    /// When the next check-in is due, counted from the last real contact of any kind (or from its start).
    pub fn checkin_due(&self, last_contact: Option<NaiveDate>) -> Option<NaiveDate> {
        let due =
            last_contact.unwrap_or(self.since) + Duration::days(i64::from(self.cadence_days()));
        let due = snoozed_to(due, self.snoozed);
        match self.tending {
            Tending::Active => Some(due),
            Tending::Paused => self.paused_until.map(|until| due.max(until)),
            Tending::Archived => None,
        }
    }
}

impl Noun for Relationship {
    fn kind(&self) -> Kind {
        Kind::Relationship
    }
    fn begin(&mut self, today: NaiveDate) {
        self.since = today;
    }
    fn whos(&self) -> Vec<RecordId> {
        Vec::new()
    }
    fn since(&self) -> When {
        When::day(self.since)
    }
    fn title(&self) -> String {
        self.name.clone()
    }
    fn words(&self) -> String {
        let parts = [&self.name, &self.my_role, &self.introduced, &self.card];
        let lists = self.handles.iter().chain(&self.teams);
        parts
            .into_iter()
            .chain(lists)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }
    fn is_contact(&self) -> bool {
        false
    }
    fn state(&self) -> &'static str {
        self.tending.word()
    }
    fn tags(&self) -> &[String] {
        &self.teams
    }
    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.name.chars().count() > 200 {
            faults.push(Fault::new("name", "a name has at most 200 characters"));
        }
        let withheld = withhold::faults(&self.withhold).into_iter();
        faults.extend(withheld.map(|says| Fault::new("withhold", says)));
        faults
    }
    fn marks(&self) -> Vec<(NaiveDate, MarkSort)> {
        let changes = self.roles.iter();
        changes
            .map(|change| (change.on, MarkSort::RoleChange))
            .collect()
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        match act {
            Act::Pause { until } if *until <= on => {
                let says = format!("a pause ends after today, and {until} does not");
                return Err(Fault::new("paused_until", says));
            }
            Act::Pause { until } => {
                self.tending = Tending::Paused;
                (self.paused_until, self.tending_on) = (Some(*until), Some(on));
            }
            Act::Resume => {
                self.tending = Tending::Active;
                (self.paused_until, self.tending_on) = (None, None);
            }
            Act::Archive => {
                self.tending = Tending::Archived;
                self.tending_on = Some(on);
            }
            Act::Review { .. } if self.context.is_empty() => {
                return Err(Fault::new(
                    "context",
                    "there are no context notes to look at",
                ));
            }
            Act::Review { .. } => self.looked_at_context(on),
            Act::Role(role) => self.change_role(*role, on)?,
            Act::Snooze { until } => self.snoozed = Some(*until),
            other => return Err(act::unfit(Kind::Relationship, other)),
        }
        Ok(())
    }
    fn back_to(&mut self, day: NaiveDate) {
        self.role = self.role_on(day);
        self.roles.retain(|change| change.on <= day);
        self.context_on = known(self.context_on, day);
        if self.tending_on.is_some_and(|on| on > day) {
            self.tending = Tending::Active;
            (self.paused_until, self.tending_on) = (None, None);
        }
    }
}
