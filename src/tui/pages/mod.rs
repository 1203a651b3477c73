//! The pages, one a file. They name places and never build one another; only `places` does.

pub mod add;
pub mod confirm;
pub mod form;
pub mod help;
pub mod palette;
pub mod quick;
pub mod record;
pub mod relationships;
pub mod settle;
pub mod today;
