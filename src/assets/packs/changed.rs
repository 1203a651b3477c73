//! What the user's file changes of the built-in packs: other wordings, questions of their own, a role's own list.
//!
//! What is broken in it stands alone: a pack with a fault is left as it was built in, the others are used. The
//! core four and the question about my own part can be worded anew and never left out.

use std::path::Path;

use toml::Spanned;

use super::written::{Asked, Asking, Written};
use crate::domain::checkin::APART;
use crate::domain::pack::{Pack, Question};
use crate::domain::relationship::Role;

/// The most questions a role may have besides the core four: a check-in takes minutes.
const MOST: usize = 12;
/// The longest wording, in characters: one that fits a screen.
const LONGEST: usize = 200;

/// What is wrong, and on which line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Counted from 1.
    line: usize,
    says: String,
}

impl Broken {
    /// In a sentence, with the file.
    pub fn told(&self, path: &Path) -> String {
        let (file, line, says) = (path.display(), self.line, &self.says);
        format!("{file}, line {line}: {says}; the built-in questions are asked instead")
    }
}

/// The packs with what a file changes, and what is broken in the file.
pub fn over(mut packs: Vec<Pack>, text: &str) -> (Vec<Pack>, Vec<Broken>) {
    // empty, or every line of it taken back by its owner: nothing is changed, and nothing is wrong
    if text
        .lines()
        .all(|line| line.split('#').next().unwrap_or_default().trim().is_empty())
    {
        return (packs, Vec::new());
    }
    let written: Written = match toml::from_str(text) {
        Ok(written) => written,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let says = error.message().lines().collect::<Vec<_>>().join(" ");
            return (packs, vec![Reading(text).broken(at, says)]);
        }
    };
    let reading = Reading(text);
    let built_in = packs.clone();
    let mut broken = Vec::new();
    match reading.core(&built_in, &written.core) {
        Ok(core) => packs.iter_mut().for_each(|pack| {
            let many = pack.core;
            pack.questions[..many].clone_from_slice(&core[..many]);
            if !written.core.is_empty() && many > 0 {
                pack.version = written.version;
            }
        }),
        Err(one) => broken.push(one),
    }
    match reading.own(&built_in[0].own, &written.own) {
        Ok(own) => packs.iter_mut().for_each(|pack| pack.own.clone_from(&own)),
        Err(one) => broken.push(one),
    }
    let mut told: Vec<Role> = Vec::new();
    for asked in &written.pack {
        let done = reading
            .role(asked, &mut told)
            .and_then(|role| reading.pack(asked, &packs, &built_in, role));
        match done {
            Ok(pack) => {
                if let Some(stands) = packs.iter_mut().find(|one| one.role == pack.role) {
                    *stands = Pack {
                        version: written.version,
                        ..pack
                    };
                }
            }
            Err(one) => broken.push(one),
        }
    }
    (packs, broken)
}

/// The text of the file, for the lines that faults stand on.
struct Reading<'a>(&'a str);

impl Reading<'_> {
    fn broken(&self, at: usize, says: impl Into<String>) -> Broken {
        let before = self.0.get(..at).unwrap_or_default();
        Broken {
            line: before.matches('\n').count() + 1,
            says: says.into(),
        }
    }

    fn wrong(&self, word: &Spanned<String>, says: impl Into<String>) -> Broken {
        self.broken(word.span().start, says)
    }

    /// A question, its code and its wording looked at.
    fn sound(&self, asking: &Asking) -> Result<Question, Broken> {
        let code = asking.code.get_ref();
        let letters = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        if !(2..=12).contains(&code.len()) || !code.chars().all(letters) {
            let says = format!(
                "the code \u{201c}{code}\u{201d} is not 2 to 12 capital letters and digits"
            );
            return Err(self.wrong(&asking.code, says));
        }
        let question = asking.question();
        if question.wording.is_empty() {
            return Err(self.wrong(&asking.wording, format!("{code} has no wording")));
        }
        if question.wording.chars().count() > LONGEST {
            let says = format!("the wording of {code} is longer than {LONGEST} characters");
            return Err(self.wrong(&asking.wording, says));
        }
        Ok(question)
    }

    /// The core four, some of them worded anew.
    fn core(&self, built_in: &[Pack], written: &[Asking]) -> Result<Vec<Question>, Broken> {
        let with_core = built_in.iter().find(|pack| pack.core > 0);
        let mut core = with_core.map_or_else(Vec::new, |pack| pack.questions[..pack.core].to_vec());
        for asking in written {
            let question = self.sound(asking)?;
            let codes: Vec<_> = core.iter().map(|one| one.code.clone()).collect();
            if !reword(&mut core, &question) {
                let says = format!(
                    "the core questions are {}; {} belongs to a role",
                    codes.join(", "),
                    question.code
                );
                return Err(self.wrong(&asking.code, says));
            }
        }
        Ok(core)
    }

    /// The questions about my own part, some worded anew, some added.
    fn own(&self, built_in: &[Question], written: &[Asking]) -> Result<Vec<Question>, Broken> {
        let mut own = built_in.to_vec();
        for asking in written {
            let question = self.sound(asking)?;
            if reword(&mut own, &question) {
                continue;
            }
            if !question.is_own() {
                let says = format!(
                    "the code {} of a question about my own part begins with OWN",
                    question.code
                );
                return Err(self.wrong(&asking.code, says));
            }
            own.push(question);
        }
        Ok(own)
    }

    fn role(&self, asked: &Asked, told: &mut Vec<Role>) -> Result<Role, Broken> {
        let word = asked.role.get_ref();
        let Some(role) = Role::from_word(word) else {
            let says = format!(
                "\u{201c}{word}\u{201d} is no role; the roles are {}",
                Role::WORDS.join(", ")
            );
            return Err(self.wrong(&asked.role, says));
        };
        if told.contains(&role) {
            return Err(self.wrong(&asked.role, format!("the role {role} has a pack already")));
        }
        told.push(role);
        Ok(role)
    }

    /// The pack of a role.
    fn pack(
        &self,
        asked: &Asked,
        stands: &[Pack],
        built_in: &[Pack],
        role: Role,
    ) -> Result<Pack, Broken> {
        let mut pack = stands
            .iter()
            .find(|pack| pack.role == role)
            .cloned()
            .ok_or_else(|| self.wrong(&asked.role, format!("the role {role} has no pack")))?;
        if asked.core == Some(false) && pack.core > 0 {
            return Err(self.wrong(&asked.role, "the core four are asked of every person"));
        }
        if asked.replace {
            pack.questions.truncate(pack.core);
        }
        let mut seen: Vec<&str> = Vec::new();
        for asking in &asked.questions {
            let question = self.sound(asking)?;
            if seen.contains(&asking.code.get_ref().as_str()) {
                let says = format!("{} is asked twice", question.code);
                return Err(self.wrong(&asking.code, says));
            }
            seen.push(asking.code.get_ref());
            if !reword(&mut pack.questions, &question) {
                self.new_code(asking, built_in, role)?;
                pack.questions.push(question);
            }
        }
        let many = pack.questions.len() - pack.core;
        if pack.questions.is_empty() || many > MOST {
            let says = format!("a pack asks 1 to {MOST} questions of its own, and this one {many}");
            return Err(self.wrong(&asked.role, says));
        }
        Ok(pack)
    }

    /// A code stands for one question for ever: it must not be another role's, nor one about my own part.
    fn new_code(&self, asking: &Asking, built_in: &[Pack], role: Role) -> Result<(), Broken> {
        let code = asking.code.get_ref();
        if let Some(apart) = APART.iter().find(|apart| code.starts_with(**apart)) {
            let says = format!(
                "{code} begins with {apart}, as only questions that are looked at apart do"
            );
            return Err(self.wrong(&asking.code, says));
        }
        let others = built_in.iter().filter(|pack| pack.role != role);
        match others
            .into_iter()
            .find(|pack| pack.question(code).is_some())
        {
            Some(pack) => {
                let says = format!("{code} is a question of the role {} already", pack.role);
                Err(self.wrong(&asking.code, says))
            }
            None => Ok(()),
        }
    }
}

/// Words a question anew; whether it is among them. What it is about stays, unless it is said anew too.
fn reword(questions: &mut [Question], with: &Question) -> bool {
    let Some(one) = questions.iter_mut().find(|one| one.code == with.code) else {
        return false;
    };
    let facet = if with.facet.is_empty() {
        one.facet.clone()
    } else {
        with.facet.clone()
    };
    *one = Question {
        facet,
        built_in: one.built_in && one.wording == with.wording,
        ..with.clone()
    };
    true
}
