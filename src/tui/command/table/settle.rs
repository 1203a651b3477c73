//! The rows of the menus by which records are settled, a scope for each kind.

use super::super::{Command as C, Row, Scope};
use crate::domain::Kind;

commands! { ROWS:
    Scope::Settle(Kind::Commitment) => {
        C::Keep, "kept", "k", "Done today; kept or late follows from the dates.";
        C::KeepOn, "kept on …", "K", "Done on another day.";
        C::Move, "moved …", "m", "A new due date; agreed ahead, it keeps faith.";
        C::Break, "broken", "b", "Not done, known today.";
        C::BreakWhy, "broken, because …", "B", "Not done, and why. The cause is not weighed.";
        C::Release, "released", "r", "The receiver let it go.";
        C::Excuse, "excused …", "e", "An event nobody controls, or a process.";
        C::Snooze, "snooze …", "z", "Hide it from Today until a day.";
        C::Agree, "agreed", "a", "Its owner agreed today; from now on it counts.";
        C::Once, "no longer repeats", "n", "This time only: none follows when it is settled.";
        C::AddBreach, "name a breach …", "N", "It broke trust: write down what happened.";
        C::Reopen, "reopen", "o", "As if it had not ended.";
    }
    Scope::Settle(Kind::Feedback) => {
        C::Deliver, "delivered", "d", "It was said.";
        C::Heard, "heard", "h", "It was taken in.";
        C::ActedOn, "acted on", "a", "Something changed.";
        C::Close, "closed", "x", "Nothing more to do.";
        C::FollowUp, "follow up …", "f", "Come back to it on a day.";
        C::Snooze, "snooze …", "z", "Hide it from Today until a day.";
    }
    Scope::Settle(Kind::Topic) => {
        C::Discuss, "discussed …", "d", "It was talked about; what came of it.";
        C::Drop, "dropped …", "r", "Dropped on purpose; why.";
        C::Reopen, "reopen", "o", "Bring it up again.";
    }
    Scope::Settle(Kind::Breach) => {
        C::LetGo, "let go …", "l", "Let go on purpose, in your own words.";
        C::Accept, "accepted …", "a", "Accepted, with new boundaries.";
        C::Repair, "repair plan", "r", "Open its repair plan, or start one.";
        C::Snooze, "snooze …", "z", "Hide it from Today until a day.";
        C::Reopen, "reopen", "o", "It is open again.";
    }
    Scope::Settle(Kind::Plan) => {
        C::Repair, "open the plan", "r", "The stages, the gate's question and the steps.";
        C::Review, "reviewed", "v", "Looked at again today; the next look is in 7 days.";
        C::Snooze, "snooze …", "z", "Hide it from Today until a day.";
        C::Stop, "stop …", "x", "Stop the plan on purpose; why.";
        C::Reopen, "reopen", "o", "Open the plan again.";
    }
    Scope::Settle(Kind::CheckIn) => {
        C::CheckIn, "resume", "i", "Go on with the check-in where it was left.";
    }
    Scope::Settle(Kind::Note) => {
        C::MarkHeld, "held", "h", "The one-on-one was held; open topics are carried over.";
        C::Edit, "edit", "e", "Edit the note in its form.";
    }
    Scope::Settle(Kind::Disclosure) => {
        C::Care, "care", "c", "It was met with care.";
        C::Neutral, "neutral", "n", "It was met neither well nor badly.";
        C::Brushed, "brushed aside", "b", "It was brushed aside.";
        C::UsedAgainst, "used against …", "a", "It was used against whoever shared it; a breach is offered.";
        C::NoResponse, "no response", "-", "None came; it is not asked about again.";
        C::Confirmed, "confirmed", "f", "It holds in ordinary weeks; the safe depth may rise again.";
        C::Seal, "seal", "s", "Told in confidence: in no list, search or export.";
        C::Unseal, "unseal …", "U", "Let this one be seen again, after asking.";
        C::Snooze, "snooze …", "z", "Hide it from Today until a day.";
        C::Reopen, "reopen", "o", "As if nothing had been said of how it was met.";
        C::Edit, "edit", "e", "Edit it in its form.";
    }
    Scope::Settle(Kind::Agreement) => {
        C::Uphold, "upheld …", "u", "It was seen upheld; what was seen.";
        C::Breached, "breached …", "b", "It was seen breached; it stays open until that is addressed.";
        C::Address, "addressed …", "a", "How the oldest breach that waits was addressed, and how visibly.";
        C::Review, "reviewed", "r", "Looked at again today; the next look is in 90 days.";
        C::ReviewOn, "reviewed, next …", "R", "Looked at again today, and when to look next.";
        C::End, "end …", "x", "It ends, and why; a breach that waits is addressed first.";
        C::Snooze, "snooze …", "z", "Hide it from Today until a day.";
        C::Reopen, "reopen", "o", "It stands again.";
        C::Edit, "edit", "e", "Edit it in its form.";
    }
    Scope::Settle(Kind::Delegation) => {
        C::Review, "reviewed", "r", "Looked at again and left as it is; the next look is in 90 days.";
        C::ReviewOn, "reviewed, next …", "R", "Looked at again today, and when to look next.";
        C::Level, "level …", "l", "Another level, and why.";
        C::End, "end …", "x", "It ends; why.";
        C::Snooze, "snooze …", "z", "Hide it from Today until a day.";
        C::Reopen, "reopen", "o", "As if it had not ended.";
        C::Edit, "edit", "e", "Edit it in its form.";
    }
    Scope::Settle(Kind::Shortcut) => {
        C::Checked, "held …", "k", "Spot check: it held; what was looked at.";
        C::CheckFailed, "did not hold …", "b", "Spot check: it did not hold; what was looked at.";
        C::End, "end …", "x", "Relied on no more; why.";
        C::Snooze, "snooze …", "z", "Hide it from Today until a day.";
        C::Reopen, "reopen", "o", "As if it had not ended.";
        C::Edit, "edit", "e", "Edit it in its form.";
    }
    Scope::Settle(Kind::Need) => {
        C::BeingMet, "being met …", "b", "Somebody is at it; what was answered.";
        C::Met, "met …", "m", "It is met; how.";
        C::NotPossible, "not possible …", "n", "It is not possible, and they were told why.";
        C::Snooze, "snooze …", "z", "Hide it from Today until a day.";
        C::Reopen, "reopen", "o", "It waits for an answer again.";
        C::Edit, "edit", "e", "Edit it in its form.";
    }
    Scope::Settle(Kind::Band) => {
        C::End, "ended …", "x", "Its last day.";
        C::Reopen, "goes on", "o", "It has no last day after all.";
        C::Edit, "edit", "e", "Edit it in its form.";
    }
    Scope::Settle(Kind::Relationship) => {
        C::CheckIn, "check in", "i", "Check in now.";
        C::Snooze, "snooze …", "z", "Ask for the check-in again from a day on.";
        C::Pause, "pause …", "p", "Freeze it until a day: no nudges, figures greyed.";
        C::Resume, "resume", "r", "Its cadence runs again.";
        C::ContextHolds, "context holds", "c", "You looked at the context notes again, and they still hold.";
        C::Archive, "archive", "A", "Keep it for its history only.";
    }
}
