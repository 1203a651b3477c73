//! What every record needs and nothing in a mapping feeds.

use super::bind::Look;
use super::mapping::{Mapping, Rowed};
use crate::error::{Error, Result};

/// Something that every record needs and that nothing feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lack {
    /// The field, as `--map` and `--set` call it; `who` is with whom.
    pub field: &'static str,
    /// What it says.
    pub says: &'static str,
}

/// What every row needs and nothing in a mapping feeds, each with what it says; an empty list: rows can be read.
///
/// # Errors
/// A field whose column is not there, or whose constant cannot be read.
pub(super) fn lacking(mapping: &Mapping, columns: &[String]) -> Result<Vec<Lack>> {
    let look = Look {
        columns,
        kind: mapping.kind.kind(),
        mapping: &mapping.name,
    };
    let names: &[&str] = match mapping.kind {
        Rowed::Commitment => &["text", "made", "side"],
        Rowed::Relationship => &["name", "since"],
    };
    // what was said already is to be right before more is asked
    look.constants(&mapping.constants, mapping.dates)?;
    if let Some(column) = &mapping.who.column {
        look.column(column)?;
    }
    let nobody = mapping.who.column.is_none() && mapping.who.name.is_none();
    let mut lacks = Vec::new();
    if nobody && mapping.kind == Rowed::Commitment {
        lacks.push(Lack {
            field: "who",
            says: "with whom",
        });
    }
    for name in names {
        let dated = mapping.history.is_some() && *name == "made";
        let fixed = mapping.constants.contains_key(*name)
            || mapping.when.iter().any(|c| c.constants.contains_key(*name));
        let field = look.field(name)?;
        let fed = match mapping.fields.get(*name) {
            Some(feed) => look.feed(feed, field.shape)?.is_some(),
            None => false,
        };
        if !(dated || fixed || fed) {
            let (field, says) = (field.name, field.help);
            lacks.push(Lack { field, says });
        }
    }
    Ok(lacks)
}

/// Says what nothing feeds, all of it at once.
///
/// # Errors
/// `Usage`: something is lacking.
pub(super) fn needed(mapping: &Mapping, columns: &[String]) -> Result<()> {
    let lacks = lacking(mapping, columns)?;
    let look = Look {
        columns,
        kind: mapping.kind.kind(),
        mapping: &mapping.name,
    };
    let hint = |name: &str, one: &str| {
        let each = if lacks.len() > 1 { ", and so on" } else { "" };
        format!(
            "--map {name}=COLUMN, or --set {name}={one}{each}; {}",
            look.hint()
        )
    };
    let says = |lack: &Lack| format!("\u{201c}{}\u{201d} ({})", lack.field, lack.says);
    match &lacks[..] {
        [] => Ok(()),
        [one] if one.field == "who" => {
            Err(Error::usage("nothing says with whom").hint(hint("who", "NAME")))
        }
        [first, ..] => {
            let all: Vec<_> = lacks.iter().map(says).collect();
            let one = if first.field == "who" {
                "NAME"
            } else {
                "VALUE"
            };
            Err(Error::usage(format!("nothing feeds {}", all.join(", ")))
                .hint(hint(first.field, one)))
        }
    }
}
