//! The keys in force: what the user wrote over the table's own keys, and the manner in which text is edited.
//!
//! Whoever names a key asks here, and so does the keymap. It is put in force by whoever is about to do or draw something
//! ([`put`]), on the one thread that draws; what was read at the start stands for as long as the process lives.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::{Command, Row, Scope};

/// How text is edited where it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Manner {
    /// Letters are typed; the arrows and the motions of Emacs move.
    #[default]
    Emacs,
    /// The same, and Esc leads to a mode in which letters move and change, as in vi.
    Vi,
}

/// What the user wrote over the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Own {
    /// The keys of a row, instead of its usual ones; none: it has no key.
    pub keys: HashMap<(Scope, Command), &'static [&'static str]>,
    /// How text is edited.
    pub manner: Manner,
}

thread_local! {
    static FORCE: RefCell<Rc<Own>> = RefCell::default();
}

/// Puts them in force on this thread.
pub fn put(own: &Rc<Own>) {
    FORCE.with_borrow_mut(|force| {
        if !Rc::ptr_eq(force, own) {
            *force = Rc::clone(own);
        }
    });
}

/// The user's keys of a row; `None`: the usual ones stand.
pub fn own(row: &Row) -> Option<&'static [&'static str]> {
    FORCE.with_borrow(|force| force.keys.get(&(row.scope, row.command)).copied())
}

/// How text is edited.
pub fn manner() -> Manner {
    FORCE.with_borrow(|force| force.manner)
}
