//! The table of commands: the one place in which a key is written.

use super::{Command, Row, Scope};

/// Declares the rows of each scope: `Command, "name", "key" "other key", "sentence";`, a `*` after the
/// name puts it in the footer.
macro_rules! commands {
    ($part:ident: $($scope:expr => { $($command:expr, $name:literal $(* $footer:tt)?, $($key:literal)+, $says:literal;)+ })+) => {
        pub(super) const $part: &[Row] = &[$($(Row {
            command: $command,
            name: $name,
            scope: $scope,
            usual: &[$($key),+],
            says: $says,
            footer: commands!(@footer $($footer)?),
        },)+)+];
    };
    (@footer) => { false };
    (@footer $footer:tt) => { true };
}

mod settle;

use Command as C;

/// Every command of every scope, in the order in which footers and help tell them.
pub const TABLE: &[Row] = &joined::<{ HERE.len() + settle::ROWS.len() }>(HERE, settle::ROWS);

/// Two parts of the table as one.
const fn joined<const N: usize>(first: &[Row], second: &[Row]) -> [Row; N] {
    let mut all = [first[0]; N];
    let mut n = 0;
    while n < N {
        all[n] = if n < first.len() {
            first[n]
        } else {
            second[n - first.len()]
        };
        n += 1;
    }
    all
}

commands! { HERE:
    Scope::Today => {
        C::NextTab, "next part", "tab" "]", "Go to the next part of Today.";
        C::PrevTab, "part before", "shift-tab" "[", "Go to the part of Today before.";
    }
    Scope::Welcome => {
        C::Guide, "start empty" *f, "s", "Start with an empty journal and a guide of three steps; each can be left out.";
        C::Import, "import" *f, "i", "Bring in a file: a tracker's table, tasks, notes, contacts, a calendar.";
        C::LookAround, "look around" *f, "l", "Look around in a sample, in a throw-away place; F2 comes back.";
    }
    Scope::Keys => {
        C::Open, "in words" *f, "enter", "Read the page of help that belongs here.";
    }
    Scope::Pages => {
        C::Find, "find" *f, "/", "Look for words on all pages of help.";
    }
    Scope::Sealed => {
        C::Add, "add" *f, "a", "Add anything: a menu with one key for each kind.";
    }
    Scope::Relationships => {
        C::Archived, "archived too", "A", "Show archived relationships too, or leave them out again.";
    }
    Scope::Relationship => {
        C::NextTab, "tabs" *f, "tab", "Go to the next tab.";
        C::PrevTab, "tab before", "shift-tab", "Go to the tab before.";
        C::Tab(1), "timeline", "1", "The timeline and everything that happened.";
        C::Tab(2), "commitments", "2", "The commitments of both sides.";
        C::Tab(3), "check-ins", "3", "The check-ins.";
        C::Tab(4), "feedback", "4", "The feedback.";
        C::Tab(5), "repair", "5", "Breaches and repair plans.";
        C::Tab(6), "card", "6", "How to work with them, and what you know of them.";
        C::StepBack, "earlier" *f, "h" "left" "[", "Step the chart's cursor back in time; j or k gives it back to the list.";
        C::StepForward, "later", "l" "right" "]", "Step the chart's cursor forward in time.";
        C::MarkBefore, "mark before", "<", "Go to the mark before on the chart; Enter opens what is under it.";
        C::MarkAfter, "mark after", ">", "Go to the next mark on the chart.";
        C::NextZoom, "span", "z", "Show a week, a month, a quarter, a year or all on the chart: the next one.";
        C::TurnBack, "stretch before", "{", "Turn the chart back by all that it shows.";
        C::TurnForward, "stretch after", "}", "Turn the chart forward by all that it shows.";
        C::ZoomIn, "zoom in", "+" "=", "Show less time on the chart, in finer steps.";
        C::ZoomOut, "zoom out", "-", "Show more time on the chart, in coarser steps.";
        C::FilterKind, "filter" *f, "f", "Show only one kind in the list: the next one, and at last all again.";
        C::OtherSide, "their side", "v", "Show their side's figure and line where it is folded, or fold it again.";
        C::Team, "team", "m", "Open the map of the team: coverage and change.";
        C::SinceLast, "last one-on-one", ".", "Go to the line of the last one-on-one.";
        C::Forget, "forget", "ctrl-x", "Forget them for good, after a look at all that goes; no undo brings it back.";
    }
    Scope::Team => {
        C::StepBack, "column left" *f, "h" "left", "Go to the column before: a person, or a week.";
        C::StepForward, "column right", "l" "right", "Go to the next column.";
        C::ByWeeks, "× weeks" *f, "f", "Show weeks as columns instead of people, or people again.";
        C::Order, "order" *f, "n", "Order people by their next check-in, or by name again; never by an answer.";
        C::NextTab, "next part" *f, "tab" "]", "Go to the next part: the map, what they say of you, agreements, institutions.";
        C::PrevTab, "part before", "shift-tab" "[", "Go to the part before.";
    }
    Scope::CheckIn => {
        C::Answer(1), "not at all", "1", "Answer 1: not at all.";
        C::Answer(2), "a little", "2", "Answer 2: a little.";
        C::Answer(3), "partly", "3", "Answer 3: partly.";
        C::Answer(4), "mostly", "4", "Answer 4: mostly.";
        C::Answer(5), "fully", "5", "Answer 5: fully.";
        C::NotObserved, "did not come up" *f, "n", "It did not come up this time.";
        C::AsLastTime, "as last time" *f, "=" "a", "Take last time's answer over wherever there is none yet.";
        C::Open, "on" *f, "enter", "Go on: to the next question without an answer, then to the next person.";
        C::NextQuestion, "line down", "j" "down" "tab", "Go to the next line.";
        C::PrevQuestion, "line up", "k" "up" "shift-tab", "Go to the line before.";
        C::Sentence, "sentence" *f, "i", "Write a sentence to this answer.";
        C::Settle, "settle" *f, "s", "Settle the commitment under the cursor: kept, broken, moved and so on.";
        C::AddCommitment, "commit", "c", "Write a commitment that was made just now.";
        C::AddFeedback, "feedback", "f", "Write feedback, given or received.";
        C::AddNeed, "need", "e", "Write a need, of yours or of theirs, until it is answered.";
        C::AddTopic, "topic", "t", "Write a topic for the next one-on-one.";
        C::AddNote, "note", "m", "Write a note about this check-in.";
        C::SkipPerson, "skip", ">", "Leave this one out for today and go on to the next.";
        C::Away, "away" *f, "z", "They are away this time: ask again after their cadence, and go on to the next.";
        C::Rest, "pause", "Z", "Pause them until a day, archive them, or ask again on another day.";
        C::Save, "save", "ctrl-s", "Finish this check-in as it stands and go on.";
        C::Explain, "why", "x", "Show the records and weights behind the figures.";
    }
    Scope::NobodyDue => {
        C::Open, "check in all the same" *f, "enter", "Check in with everybody all the same, one screen each.";
        C::Add, "add" *f, "a", "Add anything: a menu with one key for each kind.";
    }
    Scope::Triage => {
        C::Keep, "done" *f, "d", "Kept, on a day that is asked for; feedback was said, a topic was talked about.";
        C::Break, "broken" *f, "b", "Not kept, known on a day that is asked for.";
        C::Move, "move" *f, "m", "A new due date that you agreed on.";
        C::Release, "release" *f, "r", "Let go: a promise is released, a topic dropped, feedback closed.";
        C::Snooze, "snooze" *f, "z", "Ask again in a week.";
        C::Stand, "let stand" *f, "l", "Leave it as it is; it only leaves this screen.";
        C::Mark, "mark" *f, "v", "Mark it: the next key is done to all that are marked.";
        C::MarkAll, "mark all", "A", "Mark every line, or none again.";
        C::CheckIn, "check in", "i", "Check in with them now.";
        C::Pause, "pause", "p", "Pause the relationship until a day.";
    }
    Scope::Prep => {
        C::MarkHeld, "held" *f, "m", "Note that the one-on-one was held, with a note; topics still open are carried over.";
        C::NextTab, "next part", "tab" "]", "Go to the next part.";
        C::PrevTab, "part before", "shift-tab" "[", "Go to the part before.";
    }
    Scope::Brief => {
        C::Take, "take or leave" *f, "space", "Take the line or the part in, or leave it out; on a name, put the alias in its place.";
        C::Audience, "for whom" *f, "tab" "f", "Write it for yourself, for them, or for a lead.";
        C::Since, "since" *f, "d", "Choose since when: a day, or a span like 2w.";
        C::Export, "write" *f, "b", "Write it to a file that you name; its ending says the form.";
        C::Copy, "copy" *f, "y", "Put it into the clipboard as plain text.";
        C::Pager, "pager" *f, "v", "Show what leaves in $PAGER.";
        C::NextTab, "next part", "]", "Go to the next part.";
        C::PrevTab, "part before", "[", "Go to the part before.";
    }
    Scope::Repair => {
        C::Advance, "go on" *f, "n", "Open the plan, or answer the gate's question and go on to the next stage.";
        C::Steps, "proposed steps", "T", "Take, change or leave out the steps that are proposed.";
        C::AddStep, "step" *f, "t", "Add a step: a commitment of this plan, with an owner and a date.";
        C::Acknowledge, "acknowledged", "m", "Mark which parts of the acknowledgement were made.";
        C::Verdict, "verdict", "v", "Write what the injured side says: repaired enough, partly, or not, and in which words.";
        C::TheirReading, "their reading", "y", "Write how they tell it, beside your own reading.";
        C::Account, "account", "d", "Whether both tell it alike: agreed, disputed, or not discussed.";
        C::Contact, "person in charge", "P", "Name the person or body in charge at your place.";
        C::LetGo, "let go", "L", "Let the breach go on purpose, in your own words.";
        C::Accept, "accept", "A", "Accept it, with new boundaries, in your own words.";
        C::Stop, "stop", "S", "Stop the plan on purpose, with the reason.";
        C::Reopen, "reopen", "O", "Open the plan or the breach again.";
        C::NextTab, "next part", "tab" "]", "Go to the next part.";
        C::PrevTab, "part before", "shift-tab" "[", "Go to the part before.";
    }
    Scope::Steps => {
        C::Save, "take them" *f, "ctrl-s", "Make commitments of the steps that are taken.";
        C::Take, "take or leave" *f, "space", "Take the step, or leave it out.";
        C::Sentence, "words" *f, "i" "enter", "Write the step in your own words.";
        C::ByWhen, "by when" *f, "d", "Give the step another day.";
        C::OtherSide, "whose" *f, "o", "Make it a step of the other side.";
        C::Visible, "visible" *f, "v", "Let the other side see it in a brief, or not.";
        C::AddStep, "add", "t", "Add a step of your own.";
        C::Down, "down", "j" "down", "One line down.";
        C::Up, "up", "k" "up", "One line up.";
        C::StartAnew, "start anew", "ctrl-x", "Back to the steps as they were proposed; again brings yours back.";
    }
    Scope::Record => {
        C::History, "history" *f, "h", "Show its history, or its fields again.";
        C::Forget, "forget", "ctrl-x", "Forget it for good, after a look at all that goes; no undo brings it back.";
    }
    Scope::Import => {
        C::Open, "bring in" *f, "enter", "Bring in what was found: one change, which undo takes back.";
        C::Order, "dates" *f, "d", "Read dates in numbers with the day first, the month first, or ask again.";
        C::Sentence, "my name" *f, "m", "Say your name as the file writes it: what is assigned to you is yours.";
        C::Take, "theirs or mine", "t", "Take the file's contents where the journal holds others, or leave them.";
        C::Edit, "another file" *f, "e", "Name another file.";
    }
    Scope::Unite => {
        C::Open, "unite" *f, "enter", "Unite the revisions of the file with this journal.";
        C::Edit, "another file" *f, "e", "Name another file.";
    }
    Scope::Imported => {
        C::Edit, "another file" *f, "e", "Name another file.";
    }
    Scope::Explain => {
        C::OtherSide, "other side" *f, "tab", "Explain the other side's figure.";
        C::Unfold, "open their side", "v", "Open their side's figure where it is folded, because you set their deadlines.";
        C::OtherMeasure, "other figure" *f, "f", "Explain the next number: a figure, the level of the check-ins, or what was shared.";
    }
    Scope::Item => {
        C::Settle, "settle" *f, "s", "Settle it: a menu of kept, broken, moved and so on, one key each.";
        C::Edit, "edit", "e", "Edit it in its form.";
        C::Erase, "delete", "D", "Delete it, after asking; undo brings it back.";
    }
    Scope::Unfinished => {
        C::Erase, "throw away" *f, "D", "Throw away what was typed and not saved, after asking.";
    }
    Scope::About => {
        C::Commit, "commit" *f, "c", "Write a commitment in one line.";
        C::Add, "add" *f, "a", "Add anything: a menu with one key for each kind.";
        C::CheckIn, "check in" *f, "i", "Check in on this relationship.";
        C::Prep, "prep" *f, "p", "Prepare the next one-on-one with them.";
        C::Brief, "brief", "b", "The brief for the next one-on-one: for you, for them, or for a lead.";
        C::Relationship, "relationship", "o", "Open the relationship's own page.";
        C::Repair, "repair", "r", "Open the repair plan, or start one for an open breach.";
        C::Explain, "why", "x", "Show the records and weights behind the figures.";
        C::MarkHeld, "held", "H", "Note that the one-on-one was held today; open topics are carried over.";
        C::Confidences, "confidences", "C", "What was told in confidence: sealed, to be unsealed one by one.";
    }
    Scope::List => {
        C::Open, "open" *f, "enter", "Open what is under the cursor.";
        C::Down, "down", "j" "down", "One line down.";
        C::Up, "up", "k" "up", "One line up.";
        C::PageDown, "page down", "ctrl-d" "pagedown", "One screen down.";
        C::PageUp, "page up", "ctrl-u" "pageup", "One screen up.";
        C::Top, "first", "g g" "home", "The first line.";
        C::Bottom, "last", "G" "end", "The last line.";
        C::Find, "find here", "'" "ctrl-f", "Look for words in this list: the cursor goes to the next line that holds them.";
        C::FindNext, "next found", ";", "Go to the next line that holds the words, around the end of the list.";
        C::FindBefore, "found before", ",", "Go to the line before that holds the words.";
    }
    Scope::Article => {
        C::Find, "find" *f, "/", "Look for words on this page.";
        C::FindNext, "next place", "n", "Go to the next place of the words.";
        C::FindBefore, "place before", "N", "Go to the place of the words before.";
    }
    Scope::Text => {
        C::Down, "down" *f, "j" "down", "One line down.";
        C::Up, "up", "k" "up", "One line up.";
        C::PageDown, "page down" *f, "ctrl-d" "pagedown" "space", "One screen down.";
        C::PageUp, "page up", "ctrl-u" "pageup", "One screen up.";
        C::Top, "first", "g g" "home", "The first line.";
        C::Bottom, "last", "G" "end", "The last line.";
    }
    Scope::Search => {
        C::Open, "open" *f, "enter", "Open what is under the cursor.";
        C::Down, "down", "down" "ctrl-n", "One line down.";
        C::Up, "up", "up", "One line up.";
        C::PageDown, "page down", "pagedown", "One screen down.";
        C::PageUp, "page up", "pageup", "One screen up.";
        C::Settle, "settle" *f, "ctrl-s", "Settle what is under the cursor.";
        C::Relationship, "relationship", "ctrl-o", "Open the relationship of what is under the cursor.";
    }
    Scope::Choose => {
        C::Open, "open" *f, "enter", "Do what is under the cursor.";
        C::Down, "down" *f, "down" "ctrl-n" "tab", "One line down.";
        C::Up, "up", "up" "shift-tab", "One line up.";
        C::PageDown, "page down", "pagedown", "One screen down.";
        C::PageUp, "page up", "pageup", "One screen up.";
    }
    Scope::Forget => {
        C::Save, "forget it" *f, "enter", "Forget it for good, once the word stands there.";
        C::Down, "down" *f, "down", "One line down.";
        C::Up, "up", "up", "One line up.";
        C::PageDown, "page down", "pagedown", "One screen down.";
        C::PageUp, "page up", "pageup", "One screen up.";
    }
    Scope::Form => {
        C::Save, "save" *f, "ctrl-s", "Save what is written.";
        C::NextField, "next field" *f, "tab" "down", "Go to the next field.";
        C::PrevField, "field before", "shift-tab" "up", "Go to the field before.";
        C::Editor, "editor" *f, "ctrl-e", "Write the long text in $EDITOR.";
        C::StartAnew, "start anew", "ctrl-x", "Throw away what was typed here and start anew; again brings it back.";
    }
    Scope::Quick => {
        C::Save, "save" *f, "enter" "ctrl-s", "Save it; what is still missing is asked for.";
        C::WholeForm, "whole form" *f, "tab", "Open the whole form with what was understood.";
        C::StartAnew, "start anew", "ctrl-x", "Throw away what was typed here and start anew; again brings it back.";
    }
    Scope::Add => {
        C::AddCommitment, "commitment", "c", "Who promised whom what, by when.";
        C::AddPerson, "person", "p", "A person you work with.";
        C::AddGroup, "group", "g", "A team or a community.";
        C::AddInstitution, "institution", "i", "An organisation, a system, a process.";
        C::AddFeedback, "feedback", "f", "Given, received or asked for.";
        C::AddNote, "note", "n", "Free text; @name links it, #tag tags it.";
        C::AddMoment, "moment", "m", "A moment that mattered.";
        C::AddTopic, "topic", "t", "Something to bring up next time.";
        C::AddOneOnOne, "one-on-one", "h", "A one-on-one that was held.";
        C::AddBreach, "breach", "b", "What happened, and another reading of it.";
        C::AddPlan, "repair plan", "r", "The repair of an open breach.";
        C::AddDisclosure, "disclosure", "d", "Something shared in trust, by you or by them.";
        C::AddNeed, "need", "e", "What somebody needs, until it is answered.";
        C::AddAgreement, "agreement", "a", "One sentence that both sides can check.";
        C::AddDelegation, "delegation", "l", "What you trust them to do without asking.";
        C::AddShortcut, "shortcut", "s", "An introduction, or a source relied on without checking.";
        C::AddBand, "band", "o", "A period that colours the chart: offsite, incident, leave.";
    }
    Scope::Backups => {
        C::BackUp, "back up" *f, "b", "Make a backup now, opened and checked before it counts.";
        C::CheckAll, "check all" *f, "v", "Open every backup and check every page of it.";
        C::Prune, "prune" *f, "P", "Delete the backups that the rule does not keep, after asking.";
    }
    Scope::Profiles => {
        C::AddProfile, "new profile" *f, "a", "Make a profile, with a journal and settings of its own.";
    }
    Scope::Settings => {
        C::Open, "change" *f, "enter" "space", "Change it: yes or no, the next word, or what is typed.";
        C::ToDefault, "default" *f, "x" "delete", "Take it out of the file: its default holds again.";
        C::TakeBack, "take back" *f, "u", "Take the newest change of a setting back.";
        C::OpenFile, "file" *f, "e", "Open config.toml in $EDITOR, at the line of the mistake under the cursor.";
        C::Down, "down", "j" "down", "One line down.";
        C::Up, "up", "k" "up", "One line up.";
        C::PageDown, "page down", "ctrl-d" "pagedown", "One screen down.";
        C::PageUp, "page up", "ctrl-u" "pageup", "One screen up.";
        C::Top, "first", "g g" "home", "The first line.";
        C::Bottom, "last", "G" "end", "The last line.";
    }
    Scope::Value => {
        C::Save, "take it" *f, "enter" "ctrl-s", "Take what was typed.";
    }
    Scope::Gate => {
        C::Open, "go on" *f, "enter", "Open the journal with the passphrase that was typed.";
        C::Back, "leave" *f, "esc", "Take back what was typed; then leave.";
    }
    Scope::Passphrase => {
        C::Open, "go on" *f, "enter", "Take the passphrase that was typed; it is asked for twice.";
        C::Back, "back" *f, "esc", "Take back what was typed; then go back to the question.";
    }
    Scope::Offer => {
        C::Lock, "lock it" *f, "l" "y", "Lock the new journal with a passphrase.";
        C::No, "not now" *f, "enter" "n", "Begin with a journal that is not locked.";
        C::Back, "leave" *f, "q" "esc", "Leave; nothing is made.";
    }
    Scope::Confirm => {
        C::Yes, "yes" *f, "y", "Do it.";
        C::No, "no" *f, "n" "enter", "Leave it as it is.";
    }
    Scope::Global => {
        C::Run, "weekly run" *f, "w", "The weekly check-in: everybody due, one screen each.";
        C::WeekReview, "weekly review", "g w", "The short review of the week: what is overdue, whom to invest in, whom to thank.";
        C::ComeBack, "comeback", "g b", "Coming back: everything that went stale, on one screen, each with one key.";
        C::Import, "import", "g i", "Bring in a file: a tracker's table, tasks, notes, contacts, a calendar.";
        C::Search, "search" *f, "/", "Search words and queries in everything.";
        C::Palette, "commands" *f, ":" "ctrl-p", "Find any command or relationship by name.";
        C::GoToday, "today", "g t", "Go to Today.";
        C::GoRelationships, "relationships" *f, "g r", "Go to the list of relationships.";
        C::GoTeams, "teams", "g m", "Go to the teams.";
        C::GoBackups, "backups", "g B", "Go to the backups of the journal.";
        C::GoSettings, "settings", "g ,", "Go to the settings: every one with its value and its default.";
        C::GoProfiles, "profiles", "g P", "Go over to another profile: another journal, with settings of its own.";
        C::Leaving, "export journal", "g x", "Write everything, commitments, check-ins, a calendar or figures to a file that you name.";
        C::Undo, "undo" *f, "u", "Take the newest change back.";
        C::Redo, "redo", "ctrl-r", "Do it again.";
        C::Mask, "mask names", "ctrl-g", "Show initials in place of names, or the names again.";
        C::Privacy, "privacy", "g p", "What lies where, what a lock covers and what not, and how to forget.";
        C::Help, "help" *f, "?", "All keys that apply here.";
        C::HelpPages, "help pages", "f1", "The pages of help in words, and search over all of them.";
        C::Welcome, "welcome", "f2", "The first page: start, import, or a sample; out of the sample and the guide, too.";
        C::Back, "back" *f, "q" "esc", "Go back; at home, q quits.";
        C::Lock, "lock", "ctrl-l", "Lock at once; the passphrase opens it again. A journal without one is hidden.";
        C::Cover, "cover", "ctrl-t" "f9", "At once a screen like ordinary work; the same key, and no other, goes back.";
        C::Suspend, "suspend", "ctrl-z", "Stop the program until the shell brings it back.";
        C::Quit, "quit", "ctrl-c", "Leave the program from anywhere.";
    }
}
