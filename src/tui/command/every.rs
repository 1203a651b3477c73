//! Every command by its name; what it is called on screens, and its keys, stand in the table.

/// A command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    // everywhere; the app acts on these
    /// Every command and every relationship by name.
    Palette,
    /// The keys that apply here.
    Help,
    /// Search.
    Search,
    /// Take the newest step back.
    Undo,
    /// Do it again.
    Redo,
    /// Back, or quit at home.
    Back,
    /// Leave the program.
    Quit,
    /// Go to Today.
    GoToday,
    /// Go to the relationships.
    GoRelationships,
    /// Go to the teams.
    GoTeams,
    /// Go to the backups.
    GoBackups,
    /// Go over to another profile.
    GoProfiles,
    /// Make a profile.
    AddProfile,
    /// Go to the settings.
    GoSettings,
    /// Back to the default.
    ToDefault,
    /// The newest change of a setting is taken back.
    TakeBack,
    /// The file itself, in `$EDITOR`.
    OpenFile,
    /// The weekly check-in run.
    Run,
    /// The short review at the end of a run.
    WeekReview,
    /// What went stale while nothing was written.
    ComeBack,
    /// Bring in a file.
    Import,
    /// What leaves the journal.
    Leaving,
    /// The first page of all; out of the sample, and out of the guide.
    Welcome,
    /// The first relationship, promise and check-in, one after the other.
    Guide,
    /// The sample, in a throw-away place.
    LookAround,
    /// The pages of help.
    HelpPages,
    /// Lock at once.
    Lock,
    /// A harmless screen over everything, at once.
    Cover,
    /// Initials in place of names, or the names again.
    Mask,
    /// What lies where, what is locked and what is not.
    Privacy,
    /// Stop the program until the shell brings it back.
    Suspend,

    // a page of help, and lists
    /// Words on the page.
    Find,
    /// The next place of them.
    FindNext,
    /// The place of them before.
    FindBefore,

    // moving
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// The first line.
    Top,
    /// The last line.
    Bottom,
    /// Open what is under the cursor. Opens only.
    Open,

    // a record
    /// How to settle it: a menu.
    Settle,
    /// Edit it in its form.
    Edit,
    /// Erase it, after asking.
    Erase,
    /// Forget it for good, after a look.
    Forget,
    /// Its history.
    History,

    // a relationship
    /// A commitment in one quick line.
    Commit,
    /// Which kind to add: a menu.
    Add,
    /// Its own page.
    Relationship,
    /// Before the next one-on-one.
    Prep,
    /// Its check-in.
    CheckIn,
    /// Its repair plan.
    Repair,
    /// Why a number is what it is.
    Explain,
    /// The one-on-one was held.
    MarkHeld,
    /// What was told in confidence.
    Confidences,

    // pages with parts
    /// The next tab or part.
    NextTab,
    /// The tab or part before.
    PrevTab,
    /// A tab by its number, from 1.
    Tab(u8),
    /// Back in time.
    StepBack,
    /// Forward in time.
    StepForward,
    /// Less time on the chart.
    ZoomIn,
    /// More time on the chart.
    ZoomOut,
    /// The next amount of time on the chart, around.
    NextZoom,
    /// A whole stretch of the chart back.
    TurnBack,
    /// A whole stretch of the chart forward.
    TurnForward,
    /// The chart's cursor to the mark before.
    MarkBefore,
    /// The chart's cursor to the mark after.
    MarkAfter,
    /// Only one kind in the list, the next one.
    FilterKind,
    /// Columns of people, or of weeks.
    ByWeeks,
    /// People by name, or by the next check-in.
    Order,
    /// The team's map.
    Team,
    /// To the last one-on-one.
    SinceLast,
    /// My side, or theirs.
    OtherSide,
    /// Their side, where it is folded.
    Unfold,
    /// The other of the two figures.
    OtherMeasure,
    /// Archived ones too, or not.
    Archived,
    /// Write it to a file.
    Export,
    /// For whom it is written.
    Audience,
    /// What is written for the next one-on-one, picked line by line.
    Brief,
    /// Since when.
    Since,
    /// Into the clipboard.
    Copy,
    /// In the pager.
    Pager,

    // a check-in
    /// An answer, 1 to 5.
    Answer(u8),
    /// Did not come up.
    NotObserved,
    /// Last time's answer, wherever there is none yet.
    AsLastTime,
    /// The next question, or on.
    NextQuestion,
    /// The question before.
    PrevQuestion,
    /// A sentence to the answer.
    Sentence,
    /// Leave this one out for today.
    SkipPerson,
    /// They are away this time: asked again after their cadence.
    Away,
    /// How the relationship rests for longer: a menu.
    Rest,
    /// Write a commitment here.
    AddCommitment,
    /// Write feedback here.
    AddFeedback,
    /// Write a topic here.
    AddTopic,
    /// Write a note here.
    AddNote,

    // a repair plan
    /// Answer the gate's question and pass it.
    Advance,
    /// A step: a commitment of the plan.
    AddStep,
    /// A part of the acknowledgement was made.
    Acknowledge,
    /// What the injured side says.
    Verdict,
    /// How they tell it.
    TheirReading,
    /// Whether both tell it alike.
    Account,
    /// The steps that are proposed.
    Steps,
    /// The person or body in charge.
    Contact,

    // the steps that are proposed
    /// Take it, or leave it out.
    Take,
    /// By when.
    ByWhen,
    /// Whether the other side may see it.
    Visible,

    // going through what lies loose
    /// Mark it, to be done with others at once.
    Mark,
    /// Mark everything, or nothing.
    MarkAll,
    /// Let it stand as it is.
    Stand,

    // settling
    /// Kept, today.
    Keep,
    /// Kept, on another day.
    KeepOn,
    /// Broken, today.
    Break,
    /// Broken, with its reason.
    BreakWhy,
    /// A new due date.
    Move,
    /// Let go by the receiver.
    Release,
    /// An event nobody controls, or a process.
    Excuse,
    /// Hidden from Today until a day.
    Snooze,
    /// Its owner agreed.
    Agree,
    /// It no longer repeats.
    Once,
    /// As if it had not ended.
    Reopen,
    /// Said.
    Deliver,
    /// Taken in.
    Heard,
    /// Something changed.
    ActedOn,
    /// Nothing more to do.
    Close,
    /// Talked about.
    Discuss,
    /// Dropped on purpose.
    Drop,
    /// Let go on purpose.
    LetGo,
    /// Accepted, with new boundaries.
    Accept,
    /// Stopped on purpose.
    Stop,
    /// Frozen until a day.
    Pause,
    /// Its cadence runs again.
    Resume,
    /// The context notes were looked at again.
    ContextHolds,
    /// Kept for its history only.
    Archive,
    /// Come back to it on a day.
    FollowUp,
    /// Met with care.
    Care,
    /// Met neither well nor badly.
    Neutral,
    /// Brushed aside.
    Brushed,
    /// Used against whoever shared it.
    UsedAgainst,
    /// No response came.
    NoResponse,
    /// It holds in ordinary weeks.
    Confirmed,
    /// Told in confidence.
    Seal,
    /// To be seen again.
    Unseal,
    /// Another level.
    Level,
    /// A spot check: it held.
    Checked,
    /// A spot check: it did not hold.
    CheckFailed,
    /// Somebody is at it.
    BeingMet,
    /// Met.
    Met,
    /// Not possible, and told why.
    NotPossible,
    /// Seen upheld.
    Uphold,
    /// Seen breached.
    Breached,
    /// How a breach was addressed.
    Address,
    /// Looked at again.
    Review,
    /// Looked at again, and when to look next.
    ReviewOn,
    /// It ends.
    End,

    // the menu of kinds
    /// A person.
    AddPerson,
    /// A team or a community.
    AddGroup,
    /// An organisation, a system, a process.
    AddInstitution,
    /// A breach.
    AddBreach,
    /// A repair plan, for an open breach.
    AddPlan,
    /// Write something shared in trust.
    AddDisclosure,
    /// Write a need.
    AddNeed,
    /// Write an agreement.
    AddAgreement,
    /// Write a delegation.
    AddDelegation,
    /// Write a shortcut.
    AddShortcut,
    /// Write a band.
    AddBand,
    /// A moment that mattered.
    AddMoment,
    /// A one-on-one that was held.
    AddOneOnOne,

    // while typing
    /// Save the form.
    Save,
    /// The next field.
    NextField,
    /// The field before.
    PrevField,
    /// The text in `$EDITOR`.
    Editor,
    /// The whole form instead of the quick line.
    WholeForm,
    /// Throw away what was typed here, or bring it back.
    StartAnew,

    // backups
    /// Make one now.
    BackUp,
    /// Check every page of all of them.
    CheckAll,
    /// Delete what the rule does not keep, after asking.
    Prune,

    // answering
    /// Yes, do it.
    Yes,
    /// No, leave it.
    No,
}
