//! The pure middle: the nouns of trust at work, their fields, dates, queries, figures and rules of repair.
//!
//! No clock, file, SQL, serde or terminal in here. It cannot fail; it only finds fault ([`Fault`]).
//!
//! | rooms | what lies there |
//! |---|---|
//! | [`relationship`] [`commitment`] [`checkin`] [`feedback`] [`disclosure`] [`breach`] [`plan`] [`agreement`] [`delegation`] [`shortcut`] [`need`] [`topic`] [`note`] [`band`] | the nouns, one a room, each with its rows in the table of fields |
//! | `record` `noun` `id` [`value`] | a record of any kind, what all of them can say of themselves, who one is, what a field holds |
//! | [`fields`] [`condition`] `synonym` [`dates`] [`repeat`] [`mod@line`] [`filter`] [`text`] | what people type, understood: fields, days, rhythms, a commitment in one line, queries; and made safe to show |
//! | [`act`] [`choice`] `ending` | what can be done to a record, the closed lists of words that this takes, and how what stands ends |
//! | `rules` [`evidence`] `beta` [`reliability`] `account` [`trend`] [`plot`] [`zoom`] [`pulse`] | from promises to figures: what counts, the weights, the figure, why it is so, how it moved, how a chart draws it, how much time it shows, and the level of check-ins |
//! | [`collective`] [`team`] | what stands for a group or an institution, where figures of its people would not; a team as a map of coverage and change |
//! | [`repair`] [`template`] [`pack`] [`question`] [`review`] [`guardrail`] [`context`] | stages and rules of repair, what a plan starts from, what a check-in asks, a question worth asking, whom to invest in and to thank, what is said before words are kept |
//! | [`ladder`] [`balance`] [`trust`] | how deep sharing met care, feedback as counts, and what stands in trust with one relationship |
//! | [`backup`] | backups by name, which of them are kept, and what a restore would change |
//! | [`health`] | what a look at the whole journal found, and what mends it |
//! | [`draft`] [`unfinished`] | what is being typed and is not saved yet |
//! | [`notice`] [`quiet`] | what of a day is worth a notice and when, and when nothing is |
//! | [`forget`] | what goes for good with somebody or something that is forgotten, and what is taken out of the rest |
//! | [`view`] [`course`] | what questions to the journal bring back |
//! | [`audience`] [`brief`] | who may read what of it, and the summary before a one-on-one |

mod account;
pub mod act;
pub mod agreement;
pub mod audience;
pub mod backup;
pub mod balance;
pub mod band;
mod beta;
pub mod breach;
pub mod brief;
pub mod checkin;
pub mod choice;
pub mod collective;
pub mod commitment;
pub mod condition;
pub mod context;
pub mod course;
pub mod dates;
pub mod delegation;
pub mod disclosure;
pub mod draft;
mod ending;
pub mod evidence;
pub mod feedback;
pub mod fields;
pub mod filter;
pub mod forget;
pub mod guardrail;
pub mod health;
mod id;
pub mod ladder;
pub mod line;
pub mod marks;
pub mod mask;
pub mod need;
pub mod note;
pub mod notice;
mod noun;
pub mod pack;
pub mod plan;
pub mod plot;
pub mod pulse;
pub mod question;
pub mod quiet;
mod record;
pub mod relationship;
pub mod reliability;
pub mod repair;
pub mod repeat;
pub mod review;
mod rules;
pub mod shortcut;
mod synonym;
pub mod team;
pub mod template;
pub mod text;
pub mod topic;
pub mod trend;
pub mod trust;
pub mod unfinished;
pub mod value;
pub mod view;
pub mod zoom;

pub use act::Act;
pub use fields::Fault;
pub use filter::Filter;
pub use id::{Fnv, RecordId};
pub use noun::{Noun, Side};
pub use record::{Kind, Record};
pub use value::When;
