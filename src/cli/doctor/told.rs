//! What a look found, in lines: part by part, each with how it is, and beneath what is amiss the way to mend it.

use crate::cli::Columns;
use crate::domain::health::{Check, Health, State, counted};
use crate::tui::paint::wrap;

/// The least columns that a sentence gets beside its name; with less it stands beneath it.
const LEAST: usize = 24;

/// Checks that say nothing new where all is well: they are counted, and told only where something is amiss, so that the
/// rest fits a screen.
const QUIET: &[&str] = &["references", "forgetting", "left-overs", "open backups"];

/// What the cells of a check are called.
pub(super) const COLUMNS: Columns = Columns(&["part", "*check", "state", "found", "do"]);

/// The checks as cells, part by part: all of them, the quiet ones too.
pub(super) fn rows(health: &Health) -> Vec<Vec<String>> {
    let row = |check: &Check| {
        let cells = [
            check.part.word(),
            check.what,
            mark(check.state),
            &check.found,
        ];
        let mut cells = cells.map(str::to_owned).to_vec();
        cells.extend(check.mend.clone());
        cells
    };
    health.checks.iter().map(row).collect()
}

/// The checks as lines of at most so many columns.
pub(super) fn lines(health: &Health, width: usize) -> Vec<String> {
    let shown = |check: &&Check| check.state != State::Well || !QUIET.contains(&check.what);
    let checks: Vec<_> = health.checks.iter().filter(shown).collect();
    let widest =
        |each: &dyn Fn(&Check) -> usize| checks.iter().map(|check| each(check)).max().unwrap_or(0);
    let part = widest(&|check| check.part.word().len());
    let mark = widest(&|check| mark(check.state).len());
    let what = widest(&|check| check.what.len());
    let edge = part + mark + what + 6;
    if width < edge + LEAST {
        return checks
            .into_iter()
            .flat_map(|check| stacked(check, width))
            .collect();
    }
    let room = width - edge;
    let mut lines = Vec::new();
    let mut last = None;
    for check in checks {
        let word = if last == Some(check.part) {
            ""
        } else {
            check.part.word()
        };
        last = Some(check.part);
        let begins = format!(
            "{word:part$}  {:mark$}  {:what$}  ",
            self::mark(check.state),
            check.what
        );
        let found = wrap(&check.found, room);
        let way = check
            .mend
            .iter()
            .flat_map(|mend| wrap(&format!("\u{2192} {mend}"), room));
        for (nth, line) in found.into_iter().chain(way).enumerate() {
            let before = if nth == 0 {
                begins.clone()
            } else {
                " ".repeat(edge)
            };
            lines.push(format!("{before}{line}"));
        }
    }
    lines
}

/// A check on a narrow terminal: its name, and what was found beneath it.
fn stacked(check: &Check, width: usize) -> Vec<String> {
    const EDGE: &str = "  ";
    let room = width.saturating_sub(EDGE.len());
    let way = check
        .mend
        .iter()
        .flat_map(|mend| wrap(&format!("\u{2192} {mend}"), room));
    let beneath = wrap(&check.found, room).into_iter().chain(way);
    let name = format!("{}: {}", check.what, mark(check.state));
    std::iter::once(name)
        .chain(beneath.map(|line| format!("{EDGE}{line}")))
        .collect()
}

/// What it all comes to: what the program can mend, and what is the user's.
pub(super) fn closing(health: &Health) -> Vec<String> {
    let names = |of: &dyn Fn(&&Check) -> bool| {
        let names: Vec<_> = health
            .checks
            .iter()
            .filter(of)
            .map(|check| check.what)
            .collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let by_fix = names(&|check| check.fix.is_some());
    let by_user = names(&|check| check.fix.is_none() && !check.is_well());
    let notes = health
        .checks
        .iter()
        .filter(|check| check.state == State::Note)
        .count();
    let many = counted(health.checks.len(), "check");
    let mut lines = Vec::new();
    if health.is_well() {
        lines.push(match notes {
            0 => format!("All is well, by {many}."),
            1 => format!("All is well, by {many}; one note is worth a look."),
            n => format!("All is well, by {many}; {n} notes are worth a look."),
        });
    }
    lines.extend(
        by_fix.map(|names| format!("trustline doctor --fix mends, after a backup: {names}.")),
    );
    lines.extend(by_user.map(|names| format!("Yours to mend, as it says there: {names}.")));
    lines
}

fn mark(state: State) -> &'static str {
    match state {
        State::Well => "ok",
        State::Note => "note",
        State::Ill => "NOT WELL",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::health::{Fix, Part};

    #[test]
    fn what_is_amiss_stands_out_with_its_way_beneath_it() {
        let mut health = Health::default();
        health.take([
            Check::new(Part::File, "file", "sound"),
            Check::new(Part::File, "schema", "3 of 3"),
            Check::new(
                Part::Place,
                "permissions",
                "others may read journal.db, journal.db.key and 4 more of them",
            )
            .ill("trustline doctor --fix makes them yours alone")
            .by(Fix::Permissions),
            Check::new(Part::Place, "folder", "Dropbox keeps it alike").ill("keep it elsewhere"),
            Check::new(Part::Programs, "editor", "vi is not found").note("set EDITOR"),
        ]);
        let expect = "\
file      ok        file         sound
          ok        schema       3 of 3
place     NOT WELL  permissions  others may read journal.db,
                                 journal.db.key and 4 more
                                 of them
                                 \u{2192} trustline doctor --fix
                                 makes them yours alone
          NOT WELL  folder       Dropbox keeps it alike
                                 \u{2192} keep it elsewhere
programs  note      editor       vi is not found
                                 \u{2192} set EDITOR";
        assert_eq!(lines(&health, 60).join("\n"), expect);
        let closing = closing(&health);
        assert_eq!(
            closing,
            [
                "trustline doctor --fix mends, after a backup: permissions.",
                "Yours to mend, as it says there: folder."
            ]
        );
        let narrow = lines(&health, 30);
        assert!(
            narrow.iter().all(|line| line.chars().count() <= 30),
            "{narrow:?}"
        );
        assert_eq!(narrow[..2], ["file: ok", "  sound"]);
    }

    #[test]
    fn what_is_well_says_so() {
        let mut health = Health::default();
        health.take([Check::new(Part::File, "file", "sound")]);
        assert_eq!(closing(&health), ["All is well, by 1 check."]);
        health.take([
            Check::new(Part::Place, "left-overs", "none"),
            Check::new(Part::Programs, "pager", "none").note("set PAGER"),
        ]);
        let told = lines(&health, 80).join(" ");
        assert!(
            told.contains("pager") && !told.contains("left-overs"),
            "{told}"
        );
        assert_eq!(
            closing(&health),
            ["All is well, by 3 checks; one note is worth a look."]
        );
    }
}
