//! The pure middle: the nouns of trust at work, their fields, dates, queries, figures and rules of repair.
//!
//! No clock, file, SQL, serde or terminal in here. It cannot fail; it only finds fault ([`Fault`]).

mod account;
pub mod act;
mod asof;
mod beta;
pub mod breach;
pub mod brief;
pub mod checkin;
pub mod commitment;
pub mod dates;
pub mod evidence;
pub mod feedback;
pub mod fields;
pub mod filter;
pub mod guardrail;
mod id;
pub mod line;
pub mod note;
mod noun;
pub mod pack;
pub mod plan;
pub mod plot;
pub mod pulse;
pub mod question;
mod record;
pub mod relationship;
pub mod reliability;
pub mod repair;
mod rules;
mod synonym;
pub mod text;
pub mod topic;
pub mod trend;
pub mod value;
pub mod view;

pub use act::Act;
pub use fields::Fault;
pub use filter::Filter;
pub use id::{Fnv, RecordId};
pub use noun::{Noun, Side};
pub use record::{Kind, Record};
pub use value::When;
