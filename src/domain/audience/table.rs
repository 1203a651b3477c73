//! The table: kind × piece × audience, each row with its reason. What has no row never leaves.

use super::{Audience, May};
use crate::domain::Kind;

/// What one piece of a kind may do, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The kind.
    pub kind: Kind,
    /// The field, or a derived piece of [`derived`].
    pub piece: &'static str,
    /// For the other side; `None`: never.
    pub them: Option<May>,
    /// For a lead; `None`: never.
    pub lead: Option<May>,
    /// Why.
    pub why: &'static str,
}

/// It leaves unless it is taken out.
const SHOWN: Option<May> = Some(May::Shown);
/// It leaves only where that very line is ticked.
const TICKED: Option<May> = Some(May::Ticked);
/// It never leaves.
const NEVER: Option<May> = None;

/// What the rows of one kind say: piece, for them, for a lead, why.
type Said = (&'static str, Option<May>, Option<May>, &'static str);

/// Declares the rows of one kind: piece, for them, for a lead, why.
macro_rules! said {
    ($name:ident { $($piece:literal $them:ident $lead:ident $why:literal;)+ }) => {
        const $name: &[Said] = &[$(($piece, $them, $lead, $why)),+];
    };
}

said! { COMMITMENT {
    "text" SHOWN SHOWN "both know the words that were used";
    "side" SHOWN SHOWN "both know whose promise it is";
    "due" SHOWN SHOWN "both know by when";
    "repeats" SHOWN SHOWN "how often is a part of the promise";
    "state" SHOWN SHOWN "kept, late or released, and when: both saw it; of theirs a lead reads it only as the whole says";
    "moves" TICKED TICKED "how often a date moved invites a judgement";
    "check_by" TICKED TICKED "when I mean to ask is mine to say";
    "done_means" TICKED TICKED "my words for what done means may differ from theirs";
    "reason" TICKED TICKED "why something was missed may be private to either";
    "said" TICKED NEVER "quoted words belong to the two who spoke";
    "stake" TICKED NEVER "how much it matters to me";
    "cause" TICKED NEVER "a cause said of somebody is a judgement";
} }

said! { FEEDBACK {
    "sort" SHOWN NEVER "it was said to them; feedback is between two";
    "situation" SHOWN NEVER "it was said to them; feedback is between two";
    "behaviour" SHOWN NEVER "it was said to them; feedback is between two";
    "impact" SHOWN NEVER "it was said to them; feedback is between two";
    "ask" SHOWN NEVER "it was said to them; feedback is between two";
} }

said! { BREACH {
    "day" TICKED TICKED "facts, once I choose to bring them up";
    "happened" TICKED TICKED "facts, once I choose to bring them up";
    "effect" TICKED TICKED "what it did, once I choose to bring it up";
    "their_reading" TICKED TICKED "where mine is told, theirs may stand beside it";
    "severity" TICKED NEVER "how grave it is to me; before a lead it reads as a verdict";
    "intent" TICKED NEVER "what somebody meant is not known; before a lead it accuses";
    "closing" TICKED NEVER "how the two of us left it";
} }

said! { PLAN {
    "aim" TICKED TICKED "what is being repaired, once I choose to say it";
    "stage" TICKED TICKED "how far it is, once I choose to say it";
    "run" TICKED TICKED "how many steps were kept in a row";
    "gates" TICKED NEVER "what was admitted at a gate belongs to the two";
    "verdict" TICKED NEVER "what the injured side said of it belongs to the two";
    "verdict_words" TICKED NEVER "what the injured side said of it belongs to the two";
} }

said! { AGREEMENT {
    "text" SHOWN SHOWN "it was agreed together; which ones leave unasked is said of the whole";
    "observed" TICKED SHOWN "counts of what was seen, nobody named";
    "observations" TICKED TICKED "what was seen may name somebody";
    "access_who" TICKED TICKED "who may see what, as agreed with an institution";
    "access_what" TICKED TICKED "who may see what, as agreed with an institution";
    "access_why" TICKED TICKED "who may see what, as agreed with an institution";
} }

said! { DISCLOSURE {
    "day" TICKED NEVER "what is shared in trust stays between two, even that it was";
    "side" TICKED NEVER "what is shared in trust stays between two, even that it was";
    "depth" TICKED NEVER "what is shared in trust stays between two, even that it was";
    "content" TICKED NEVER "what is shared in trust stays between two";
    "setting" TICKED NEVER "what is shared in trust stays between two";
    "response" TICKED NEVER "how it was met is for the two to talk about";
} }

said! { CHECK_IN {
    "day" TICKED NEVER "that I write check-ins is mine to say";
    "side" TICKED NEVER "that I write check-ins is mine to say";
    "answers" TICKED NEVER "ratings start a talk of two; before a lead they rate a person";
    "note" TICKED NEVER "written for myself";
    "next" TICKED NEVER "written for myself";
} }

said! { DELEGATION {
    "topic" TICKED NEVER "said between two; a level read by a lead would be a grade";
    "level" TICKED NEVER "said between two; a level read by a lead would be a grade";
    "conditions" TICKED NEVER "said between two; a level read by a lead would be a grade";
} }

said! { NEED {
    "side" TICKED NEVER "a need is told to one person, not to their lead";
    "text" TICKED NEVER "a need is told to one person, not to their lead";
    "answer" TICKED NEVER "a need is told to one person, not to their lead";
} }

said! { TOPIC {
    "text" SHOWN NEVER "what I would like to talk about with them, and nobody else";
    "side" SHOWN NEVER "what I would like to talk about with them, and nobody else";
} }

said! { NOTE {
    "at" TICKED TICKED "written for myself";
    "text" TICKED TICKED "written for myself";
} }

said! { RELATIONSHIP {
    "name" SHOWN SHOWN "whom it is about; an alias may stand for it";
    "card" TICKED NEVER "what they told me about working with them";
    "context" TICKED NEVER "history and culture as I see them; before a lead it describes a person";
    "mine" TICKED TICKED "how reliable I was is mine to tell; theirs is not";
    "chart" TICKED TICKED "my side of the timeline is mine to tell; theirs is not";
    "coverage" NEVER SHOWN "of a team: how many are known, nobody named";
    "open" NEVER SHOWN "of a team: how many promises of mine are open";
    "summary" NEVER TICKED "of a team: what five or more said of me, as counts";
} }

/// The kinds that have rows. Shortcuts and bands have none: nobody has said yet who else may read of them.
const TABLE: &[(Kind, &[Said])] = &[
    (Kind::Relationship, RELATIONSHIP),
    (Kind::Commitment, COMMITMENT),
    (Kind::CheckIn, CHECK_IN),
    (Kind::Feedback, FEEDBACK),
    (Kind::Disclosure, DISCLOSURE),
    (Kind::Breach, BREACH),
    (Kind::Plan, PLAN),
    (Kind::Agreement, AGREEMENT),
    (Kind::Delegation, DELEGATION),
    (Kind::Need, NEED),
    (Kind::Topic, TOPIC),
    (Kind::Note, NOTE),
];

/// Every row of the table.
pub fn rows() -> impl Iterator<Item = Row> {
    TABLE.iter().flat_map(|(kind, said)| {
        said.iter().map(|(piece, them, lead, why)| Row {
            kind: *kind,
            piece,
            them: *them,
            lead: *lead,
            why,
        })
    })
}

/// The pieces of a kind that are no field of it but made of several, or of several records. `line` is its line in a list:
/// when, whose, in which state, its title.
pub fn derived(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Commitment => &["line", "state", "late"],
        Kind::Plan => &["line", "run", "rule", "next"],
        Kind::Agreement => &["line", "observed"],
        Kind::Delegation => &["line", "hint"],
        Kind::Relationship => &[
            "line", "counts", "mine", "theirs", "ladder", "question", "chart", "coverage", "open",
            "summary",
        ],
        _ => &["line"],
    }
}

/// Whether a kind has such a piece.
pub fn has(kind: Kind, piece: &str) -> bool {
    derived(kind).contains(&piece) || kind.fields().iter().any(|field| field.name == piece)
}

/// Whether a piece may leave for an audience; `None`: never. I see all there is.
pub fn may(kind: Kind, piece: &str, audience: Audience) -> Option<May> {
    let row = || rows().find(|row| row.kind == kind && row.piece == piece);
    match audience {
        Audience::Me => has(kind, piece).then_some(May::Shown),
        Audience::Them => row()?.them,
        Audience::Lead => row()?.lead,
    }
}
