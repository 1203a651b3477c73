//! The closed lists of words that acts carry: whose, what they are to me, and how things end.

use super::value::choices;

choices! {
    /// Whose: every commitment, disclosure and check-in has a direction.
    pub enum Side {
        /// Mine, toward them.
        #[default]
        Mine = "mine",
        /// Theirs, toward me.
        Theirs = "theirs",
    }
}

choices! {
    /// What somebody is to me (and, in `my_role`, what I am to them). Picks the question pack and the defaults.
    pub enum Role {
        /// Leads me.
        Leader = "leader",
        /// I lead them.
        TeamMember = "team member",
        /// Works with me across teams, or runs the project.
        Collaborator = "collaborator",
        /// Receives what we make.
        Client = "client",
        /// Advises me.
        Mentor = "mentor",
        /// Works beside me.
        #[default]
        Peer = "peer",
        /// A community I belong to, or who keeps it.
        Community = "community",
        /// An institution or a process I depend on.
        Institution = "institution",
    }
}

impl Role {
    /// Days between check-ins unless the relationship says otherwise (`figures.md` A4).
    pub fn cadence(self) -> u16 {
        match self {
            Self::Leader | Self::TeamMember | Self::Client => 7,
            Self::Peer | Self::Collaborator => 14,
            Self::Mentor | Self::Community => 30,
            Self::Institution => 90,
        }
    }

    /// The power gap to start from: positive when they can affect my pay, work or standing.
    pub fn power_gap(self) -> i8 {
        match self {
            Self::Leader | Self::Institution => 1,
            Self::TeamMember => -1,
            _ => 0,
        }
    }
}

choices! {
    /// What a miss came from; it never changes a figure.
    pub enum Cause {
        /// Not said.
        #[default]
        Unknown = "unknown",
        /// Whoever promised.
        Person = "person",
        /// A process or a system.
        Process = "process",
        /// Something outside.
        Outside = "outside",
    }
}

choices! {
    /// What happened to it.
    pub enum FeedbackState {
        /// Written and not yet said: waits for the next one-on-one.
        #[default]
        Draft = "draft",
        /// Said.
        Delivered = "delivered",
        /// Taken in.
        Heard = "heard",
        /// Something changed.
        ActedOn = "acted on",
        /// Nothing more to do.
        Closed = "closed",
    }
}

choices! {
    /// Where it stands. Time alone never changes it.
    pub enum BreachState {
        /// Open.
        #[default]
        Open = "open",
        /// A plan closed and the injured side said "enough".
        Repaired = "repaired",
        /// Let go on purpose.
        LetGo = "let go",
        /// Accepted, with new boundaries.
        Accepted = "accepted",
    }
}

choices! {
    /// What the injured side says to "Is this repaired enough?".
    pub enum Verdict {
        /// Not asked, or not answered.
        #[default]
        None = "not asked",
        /// Yes.
        Yes = "yes",
        /// Partly.
        Partly = "partly",
        /// No.
        No = "no",
    }
}

choices! {
    /// How what was shared was met.
    pub enum Response {
        /// Not yet.
        #[default]
        None = "none yet",
        /// With care.
        Care = "care",
        /// Neither.
        Neutral = "neutral",
        /// Brushed aside.
        Brushed = "brushed aside",
        /// Used against the one who shared it.
        UsedAgainst = "used against",
    }
}

choices! {
    /// What became of it.
    pub enum NeedState {
        /// Said, and not answered.
        #[default]
        Raised = "raised",
        /// Somebody is at it.
        BeingMet = "being met",
        /// Met.
        Met = "met",
        /// Not possible, and told why.
        NotPossible = "not possible",
    }
}

choices! {
    /// How visibly a breach was addressed.
    pub enum Visibility {
        /// Between those concerned.
        #[default]
        Privately = "privately",
        /// So that the group could see it.
        InTheGroup = "in the group",
        /// So that anybody could see it.
        Publicly = "publicly",
    }
}

/// The word for a severity of 1 to 4 (`figures.md` A7).
pub fn severity_word(severity: u8) -> &'static str {
    match severity {
        1 => "slip",
        2 => "let-down",
        3 => "serious",
        _ => "rupture",
    }
}
