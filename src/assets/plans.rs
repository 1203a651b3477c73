//! What repair plans start from, read from `assets/plans.toml` and from a `plans.toml` in the folder of the settings.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use crate::config::{within, written};
use crate::domain::breach::BreachSort;
use crate::domain::template::{Part, Proposal, Templates};
use crate::domain::text;

/// The name of the file that overrides, in the folder of the settings.
pub const FILE: &str = "plans.toml";

/// The built-in templates, one for each kind of breach, in the order of [`BreachSort::ALL`].
///
/// # Panics
/// If the compiled-in file cannot be read, which a test rules out.
pub fn plans() -> Templates {
    let written = include_str!("../../assets/plans.toml");
    let file: Written = toml::from_str(written).expect("the compiled-in plans are read by a test");
    let mut templates = Templates::default();
    over(&mut templates, file).expect("the compiled-in plans are read by a test");
    templates.plans.sort_by_key(|(sort, _)| *sort);
    templates
}

/// The templates as a folder overrides them, by kind; where its file is broken, the built-in ones and what is wrong,
/// with its line. No file is no fault.
///
/// # Panics
/// As [`plans`].
pub fn plans_of(folder: &Path) -> (Templates, Option<String>) {
    let path = within(folder, FILE);
    let written = match written(&path) {
        Ok(Some(written)) => written,
        Ok(None) => return (plans(), None),
        Err(error) => {
            let told = format!("{}; the built-in plans are used", error.says());
            return (plans(), Some(told));
        }
    };
    let mut templates = plans();
    let read = toml::from_str(&written).map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        (at, error.message().replace('\n', " "))
    });
    match read.and_then(|file| over(&mut templates, file)) {
        Ok(()) => (templates, None),
        Err((at, says)) => {
            let line = text::line_at(&written, at);
            let told = format!("{FILE}, line {line}: {says}; the built-in plans are used");
            (plans(), Some(told))
        }
    }
}

/// Puts what a file holds over the templates. A fault is a byte of the file and a sentence.
fn over(templates: &mut Templates, file: Written) -> Result<(), (usize, String)> {
    if let Some(disputed) = file.disputed {
        merge(&mut templates.disputed, disputed)?;
    }
    for plan in file.plan {
        let word = plan.kind.get_ref();
        let sort = BreachSort::from_word(word).ok_or_else(|| {
            let words = BreachSort::WORDS.join(", ");
            let says =
                format!("\u{201c}{word}\u{201d} is no kind of breach; it is one of: {words}");
            (plan.kind.span().start, says)
        })?;
        let at = templates.plans.iter().position(|(kind, _)| *kind == sort);
        let at = at.unwrap_or_else(|| {
            templates.plans.push((sort, Vec::new()));
            templates.plans.len() - 1
        });
        let steps = Steps {
            extend: plan.extend,
            steps: plan.steps,
        };
        merge(&mut templates.plans[at].1, steps)?;
    }
    Ok(())
}

fn merge(steps: &mut Vec<Proposal>, over: Steps) -> Result<(), (usize, String)> {
    if !over.extend {
        steps.clear();
    }
    for step in over.steps {
        let at = step.span().start;
        let step = step.into_inner();
        let by = Part::from_word(&step.by)
            .ok_or_else(|| format!("\u{201c}{}\u{201d} is neither owner nor injured", step.by));
        let blank = step.text.trim().is_empty();
        let by = if blank {
            Err("a step needs its text".to_owned())
        } else {
            by
        };
        steps.push(Proposal {
            by: by.map_err(|says| (at, says))?,
            text: step.text.trim().to_owned(),
            within: step.within,
            visible: step.visible,
        });
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    disputed: Option<Steps>,
    #[serde(default)]
    plan: Vec<Plan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Steps {
    #[serde(default)]
    extend: bool,
    steps: Vec<Spanned<Step>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    kind: Spanned<String>,
    #[serde(default)]
    extend: bool,
    steps: Vec<Spanned<Step>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    text: String,
    #[serde(default = "owner")]
    by: String,
    #[serde(default = "week")]
    within: u16,
    #[serde(default = "yes")]
    visible: bool,
}

fn owner() -> String {
    Part::Owner.word().to_owned()
}

fn week() -> u16 {
    7
}

fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over_of(text: &str) -> (Templates, Option<String>) {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(FILE), text).expect("written");
        plans_of(folder.path())
    }

    #[test]
    fn every_kind_of_breach_has_its_steps() {
        let templates = plans();
        let sorts: Vec<_> = templates.plans.iter().map(|(sort, _)| *sort).collect();
        assert_eq!(sorts, BreachSort::ALL);
        let sound = |step: &Proposal| (1..=90).contains(&step.within) && step.visible;
        assert!(
            templates
                .plans
                .iter()
                .all(|(_, steps)| (3..=4).contains(&steps.len()))
        );
        let all = templates.plans.iter().flat_map(|(_, steps)| steps);
        assert!(all.chain(&templates.disputed).all(sound));
        assert!(!templates.disputed.is_empty());
    }

    #[test]
    fn a_folder_replaces_or_extends_by_kind() {
        let (templates, fault) = over_of(
            "[[plan]]\nkind = \"boundary\"\nsteps = [{ text = \"say it\", by = \"injured\", within = 2, visible = false }]\n\
             [[plan]]\nkind = \"integrity\"\nextend = true\nsteps = [{ text = \"tell the board\" }]\n",
        );
        assert_eq!(fault, None);
        let [only] = templates.of(BreachSort::Boundary) else {
            panic!("one step")
        };
        assert_eq!(
            (only.by, only.within, only.visible),
            (Part::Injured, 2, false)
        );
        let integrity = templates.of(BreachSort::Integrity);
        assert_eq!(integrity.len(), plans().of(BreachSort::Integrity).len() + 1);
        let last = integrity.last().expect("a step");
        assert_eq!((last.text.as_str(), last.within), ("tell the board", 7));
        let untouched = BreachSort::Competence;
        assert_eq!(templates.of(untouched), plans().of(untouched));
    }

    #[test]
    fn a_broken_file_names_its_line_and_the_built_in_plans_are_used() {
        let check = |text: &str, says: &str| {
            let (templates, fault) = over_of(text);
            assert_eq!(templates, plans());
            assert_eq!(fault.as_deref(), Some(says));
        };
        check(
            "\n[[plan]]\nkind = \"bounds\"\nsteps = []\n",
            "plans.toml, line 3: \u{201c}bounds\u{201d} is no kind of breach; it is one of: competence, missed commitments, communication, boundary, integrity, institutional; the built-in plans are used",
        );
        check(
            "[[plan]]\nkind = \"boundary\"\nsteps = [\n  { text = \"say it\", by = \"boss\" },\n]\n",
            "plans.toml, line 4: \u{201c}boss\u{201d} is neither owner nor injured; the built-in plans are used",
        );
        check(
            "[[plan]]\nkind = \"boundary\"\nsteps = [\n\n  { text = \" \" },\n]\n",
            "plans.toml, line 5: a step needs its text; the built-in plans are used",
        );
        let (_, fault) = over_of("[[plan]]\nkind = \"boundary\"\nsteps = [{ txt = \"say\" }]\n");
        let fault = fault.expect("a fault");
        assert!(
            fault.starts_with("plans.toml, line 3: unknown field"),
            "{fault}"
        );
        assert_eq!(plans_of(Path::new("/nowhere/at/all")), (plans(), None));
    }
}
