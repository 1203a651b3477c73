//! Durable changes, through the journal and by the command line, beside a durable row of the bare library in the same folder.

use std::process::{Command, Stdio};

use trustline::domain::act::Act as Deed;
use trustline::domain::commitment::Commitment;
use trustline::domain::{Record, RecordId};
use trustline::journal::{Change, Journal};

use crate::bare;
use crate::form::{self, Form};
use crate::million::LAST;
use crate::stopwatch::{Reading, SLOW, against};
use crate::table::{Act, Goal};

const ONE: Goal = Goal::new("≤ 1.2 × the floor", |row| row.over_floor() <= 1.2);

/// The acts of this room.
pub const ACTS: &[Act] = &[
    Act {
        name: "add, through the journal",
        unit: "ms",
        goal: ONE,
        run: add,
    },
    Act {
        name: "settle, through the journal",
        unit: "ms",
        goal: ONE,
        run: settle,
    },
    Act {
        name: "add, by the command line",
        unit: "ms",
        goal: ONE,
        run: add_by_command,
    },
];

/// One row a time over an open connection: what one durable change costs at least.
fn beside_rows(form: &Form, act: impl FnMut()) -> Reading {
    let bare = form::bare(&bare::beside(form), &form.literal());
    against(SLOW, act, || bare::insert(&bare))
}

fn promise(journal: &Journal) -> Record {
    let found = journal.find_relationship("person 500");
    Record::Commitment(Commitment {
        who: found.expect("a relationship of the million"),
        text: "send the draft".to_owned(),
        made: LAST,
        agreed: Some(LAST),
        ..Commitment::default()
    })
}

fn add(form: &Form) -> Reading {
    let mut journal = form.at(form.copy());
    let record = promise(&journal);
    beside_rows(form, || {
        let change = Change::Add(Box::new(record.clone()));
        journal.tell(change).expect("added");
    })
}

fn settle(form: &Form) -> Reading {
    let mut journal = form.at(form.copy());
    let mut open = opened(&mut journal).into_iter();
    beside_rows(form, || {
        let change = Change::Act {
            id: open.next().expect("one more open commitment"),
            act: Deed::Keep,
            on: LAST,
        };
        journal.tell(change).expect("settled");
    })
}

/// As many open commitments as can be settled.
fn opened(journal: &mut Journal) -> Vec<RecordId> {
    let record = promise(journal);
    let one = || Change::Add(Box::new(record.clone()));
    let changes = std::iter::repeat_with(one).take(SLOW.most + 1).collect();
    let says = "commitments to settle".to_owned();
    let told = journal.tell(Change::All { says, changes });
    told.expect("added").ids
}

fn add_by_command(form: &Form) -> Reading {
    let (copy, beside) = (form.copy().to_owned(), bare::beside(form));
    against(
        SLOW,
        || {
            let mut command = form.program(&copy);
            done(command.args(["commit", "send Person 500 the draft by fri"]));
        },
        || done(&mut bare::process("insert", &beside, form)),
    )
}

fn done(command: &mut Command) {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null());
    let status = quiet.status().expect("the program");
    assert!(status.success(), "it failed: {status}");
}
