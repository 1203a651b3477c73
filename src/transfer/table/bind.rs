//! A mapping laid over a header: every column found, every constant read, or one sentence about what does not fit.

use std::collections::{BTreeMap, HashMap};

use super::cell::{is_fed, value};
use super::dates::DateOrder;
use super::feed::{Feed, Piece};
use super::header::{Header, first_of, is_optional};
use super::mapping::{Case, Mapping, Means, Rowed};
use crate::domain::Kind;
use crate::domain::fields::{self, Field, Shape};
use crate::domain::relationship::{Party, Role};
use crate::domain::text::fold;
use crate::domain::value::Value;
use crate::error::{Error, Result};
use crate::transfer::intake::shown;

/// With whom.
pub(super) enum With {
    Column(usize),
    Name(String),
}

/// What the row's status means.
pub(super) enum Ending {
    Status {
        word: Feed,
        day: Option<usize>,
        words: Words,
    },
    History {
        column: usize,
        between: String,
        sign: String,
        words: Words,
    },
}

/// Status words, folded.
pub(super) type Words = HashMap<String, Means>;

/// A constant that is read already.
pub(super) type Constant = (&'static Field, Value);

/// Everything that reading a row needs.
pub(super) struct Binding {
    pub rowed: Rowed,
    pub columns: Vec<String>,
    pub order: Option<DateOrder>,
    pub source: String,
    pub key: Vec<usize>,
    pub own_key: bool,
    pub require: Vec<usize>,
    pub with: Option<With>,
    /// What parts several names in a cell.
    pub between: String,
    /// My own names, folded.
    pub me: Vec<String>,
    /// To whom rows are promised that name me.
    pub to: Option<With>,
    pub role: Role,
    pub party: Party,
    pub constants: Vec<Constant>,
    pub cells: Vec<(&'static Field, Feed)>,
    pub cases: Vec<(usize, String, Vec<Constant>)>,
    pub ending: Option<Ending>,
}

impl Binding {
    /// The column that feeds a field by itself.
    pub fn column_of(&self, field: &str) -> Option<usize> {
        self.cells.iter().find_map(|(f, feed)| match feed {
            Feed::Column(n) if f.name == field => Some(*n),
            _ => None,
        })
    }
}

/// Lays a mapping over a header.
///
/// # Errors
/// The first thing of the mapping that does not fit: a column that is not there or is there twice, a field
/// that does not exist, a constant that cannot be read.
pub(super) fn bind(mapping: &Mapping, columns: Vec<String>, me: &[String]) -> Result<Binding> {
    let look = Look {
        columns: &columns,
        kind: mapping.kind.kind(),
        mapping: &mapping.name,
    };
    let order = mapping.dates;
    let mut cells = Vec::new();
    for (name, feed) in &mapping.fields {
        let field = look.field(name)?;
        cells.extend(look.feed(feed, field.shape)?.map(|feed| (field, feed)));
    }
    let cases = mapping.when.iter().map(|case| look.case(case, order));
    let cases = cases.collect::<Result<_>>()?;
    let constants = look.constants(&mapping.constants, order)?;
    let ending = look.ending(mapping)?;
    let with = look.with(mapping)?;
    let key = look.columns(&mapping.key)?;
    let require = look.columns(&mapping.require)?;
    let mut binding = Binding {
        rowed: mapping.kind,
        order,
        source: mapping.source.clone(),
        own_key: !key.is_empty(),
        key,
        require,
        with,
        between: mapping.who.between.clone(),
        me: me.iter().map(|name| fold(name)).collect(),
        to: look.to(mapping)?,
        role: word("role", &mapping.who.role, Role::WORDS, Role::from_word)?,
        party: word("party", &mapping.who.party, Party::WORDS, Party::from_word)?,
        constants,
        cells,
        cases,
        ending,
        columns: Vec::new(),
    };
    if !binding.own_key {
        binding.key = mapped(&binding);
    }
    binding.columns = columns;
    Ok(binding)
}

/// A header, asked for the columns that a mapping names.
pub(super) struct Look<'a> {
    pub columns: &'a [String],
    pub kind: Kind,
    /// The name of the mapping; blank: none was made ready.
    pub mapping: &'a str,
}

impl Look<'_> {
    /// A column that has to be there.
    pub(super) fn column(&self, name: &str) -> Result<usize> {
        match Header(self.columns).places(name)[..] {
            [place] => Ok(place),
            [] => Err(Error::input(format!(
                "the table has no column \u{201c}{}\u{201d}{}",
                shown(first_of(name)),
                self.asked_by()
            ))
            .hint(self.hint())),
            ref several => Err(Error::input(format!(
                "{} columns are called \u{201c}{}\u{201d}",
                several.len(),
                shown(first_of(name))
            ))
            .hint("give each its own name in the first row")),
        }
    }

    fn asked_by(&self) -> String {
        match self.mapping {
            "" => String::new(),
            name => format!(", which the mapping {} reads", shown(name)),
        }
    }

    /// A column that may be missing, when its name says so.
    fn maybe(&self, name: &str) -> Result<Option<usize>> {
        if is_optional(name) && Header(self.columns).places(name).is_empty() {
            return Ok(None);
        }
        self.column(name).map(Some)
    }

    fn columns(&self, names: &[String]) -> Result<Vec<usize>> {
        let places = names.iter().map(|name| self.maybe(name).transpose());
        places.flatten().collect()
    }

    fn case(
        &self,
        case: &Case,
        order: Option<DateOrder>,
    ) -> Result<(usize, String, Vec<Constant>)> {
        let constants = self.constants(&case.constants, order)?;
        Ok((self.column(&case.column)?, fold(&case.is), constants))
    }

    pub(super) fn hint(&self) -> String {
        let some: Vec<_> = self.columns.iter().take(20).map(|c| shown(c)).collect();
        let more = self.columns.len().saturating_sub(some.len());
        let more = if more == 0 {
            String::new()
        } else {
            format!(" and {more} more")
        };
        format!(
            "its columns are: {}{more}; --delimiter says how they are parted",
            some.join(", ")
        )
    }

    pub(super) fn field(&self, name: &str) -> Result<&'static Field> {
        let field = fields::field(self.kind, name).filter(|f| is_fed(f));
        field.ok_or_else(|| {
            let names: Vec<_> = self
                .kind
                .fields()
                .iter()
                .filter(|f| is_fed(f))
                .map(|f| f.name)
                .collect();
            Error::usage(format!(
                "{} has no field \u{201c}{}\u{201d} that a column can feed",
                self.kind.one(),
                shown(name)
            ))
            .hint(format!("one of: {}", names.join(", ")))
        })
    }

    /// What a mapping feeds a field from; `None`: a column that may be missing is.
    pub(super) fn feed(&self, text: &str, shape: Shape) -> Result<Option<Feed>> {
        let places = Header(self.columns).places(text);
        if places.len() > 1 && matches!(shape, Shape::Tags) {
            // a tracker repeats the column, once for each
            let pieces = places.into_iter().map(Piece::Column);
            let comma = |piece| [piece, Piece::Text(",".to_owned())];
            return Ok(Some(Feed::Pattern(pieces.flat_map(comma).collect())));
        }
        if !places.is_empty() || !text.contains('{') {
            return Ok(self.maybe(text)?.map(Feed::Column));
        }
        self.pattern(text).map(Some)
    }

    /// Text with the names of columns in braces.
    fn pattern(&self, text: &str) -> Result<Feed> {
        let (mut pieces, mut rest) = (Vec::new(), text);
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}').ok_or_else(|| {
                Error::usage(format!(
                    "\u{201c}{}\u{201d} opens a {{ and does not close it",
                    shown(text)
                ))
            })?;
            pieces.push(Piece::Text(before.to_owned()));
            pieces.extend(self.maybe(name.trim())?.map(Piece::Column));
            rest = behind;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Ok(Feed::Pattern(pieces))
    }

    pub(super) fn constants(
        &self,
        given: &BTreeMap<String, String>,
        order: Option<DateOrder>,
    ) -> Result<Vec<Constant>> {
        let one = |(name, text): (&String, &String)| {
            let field = self.field(name)?;
            let value = value(field, text, order)
                .map_err(|says| Error::usage(format!("{}: {says}", field.name)))?;
            Ok((field, value))
        };
        given.iter().map(one).collect()
    }

    fn ending(&self, mapping: &Mapping) -> Result<Option<Ending>> {
        let folded =
            |words: &BTreeMap<String, Means>| words.iter().map(|(w, m)| (fold(w), *m)).collect();
        let or = |text: &str, usual: &str| if text.is_empty() { usual } else { text }.to_owned();
        if let Some(history) = &mapping.history {
            return Ok(Some(Ending::History {
                column: self.column(&history.column)?,
                between: or(&history.between, ";"),
                sign: or(&history.sign, "="),
                words: folded(&history.words),
            }));
        }
        let Some(outcome) = &mapping.outcome else {
            return Ok(None);
        };
        let word = self.feed(&outcome.column, Shape::Line)?;
        let mut words: Words = folded(&outcome.words);
        if mapping.name.is_empty() && !words.contains_key("*") {
            // a word of ours means what it says, unless a mapping knows the words of a tracker
            for (own, means) in Means::OWN {
                words.entry(own.to_owned()).or_insert(means);
            }
        }
        let day = outcome.day.as_deref().map(|c| self.maybe(c)).transpose()?;
        Ok(word.map(|word| Ending::Status {
            word,
            day: day.flatten(),
            words,
        }))
    }

    /// To whom rows of mine are promised.
    fn to(&self, mapping: &Mapping) -> Result<Option<With>> {
        let Some(mine) = &mapping.mine else {
            return Ok(None);
        };
        let column = mine.column.as_deref().map(|c| self.maybe(c)).transpose()?;
        let named = mine.name.clone().map(With::Name);
        Ok(column.flatten().map(With::Column).or(named))
    }

    fn with(&self, mapping: &Mapping) -> Result<Option<With>> {
        match (mapping.kind, &mapping.who.column, &mapping.who.name) {
            (Rowed::Relationship, _, _) | (_, None, None) => Ok(None),
            (_, Some(column), _) => self.column(column).map(|c| Some(With::Column(c))),
            (_, None, Some(name)) => Ok(Some(With::Name(name.clone()))),
        }
    }
}

/// Every column that is mapped to anything, in the table's order.
pub(super) fn mapped(binding: &Binding) -> Vec<usize> {
    let mut all: Vec<usize> = binding.cases.iter().map(|(column, _, _)| *column).collect();
    for (_, feed) in &binding.cells {
        all.extend(feed.columns());
    }
    if let Some(With::Column(n)) = binding.with {
        all.push(n);
    }
    match &binding.ending {
        Some(Ending::Status { word, day, .. }) => {
            all.extend(word.columns().into_iter().chain(*day));
        }
        Some(Ending::History { column, .. }) => all.push(*column),
        None => {}
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn word<T: Default>(
    what: &str,
    text: &str,
    words: &[&str],
    from: fn(&str) -> Option<T>,
) -> Result<T> {
    if text.is_empty() {
        return Ok(T::default());
    }
    from(&fold(text)).ok_or_else(|| {
        Error::usage(format!("\u{201c}{}\u{201d} is no {what}", shown(text)))
            .hint(format!("one of: {}", words.join(", ")))
    })
}
