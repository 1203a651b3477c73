//! The documented default file: every key with its sentence and its default, each behind a `#`.

use super::key::Sort;
use super::table::TABLE;

/// The lines above all keys.
const HEAD: &str = "\
# The settings of trustline. What stands here behind a # is the default: take the # away and change the value.
# trustline settings check looks for mistakes, trustline settings list shows what holds and why.
";

/// The text of the file.
pub fn default_file() -> String {
    let mut lines = vec![HEAD.trim_end().to_owned()];
    let mut table = "";
    for key in TABLE {
        lines.push(String::new());
        if key.table != table {
            table = key.table;
            lines.push(format!("[{table}]"));
        }
        lines.push(format!("# {}", key.says));
        match key.sort {
            Sort::Choice(words) => lines.push(format!("# One of: {}.", words.join(", "))),
            Sort::Form(like) => lines.push(format!("# It is {like}.")),
            Sort::Words | Sort::Flag | Sort::Count => {}
        }
        let usual = key.usual();
        let usual = if usual.is_empty() { "\"\"" } else { &usual };
        lines.push(format!("#{} = {usual}", key.name));
    }
    lines.push(String::new());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::{Settings, understood};
    use super::*;

    #[test]
    fn it_holds_exactly_the_defaults_and_names_every_key_once() {
        let file = default_file();
        assert_eq!(understood(&file), (Settings::default(), Vec::new()));
        let mut section = "";
        let mut named = Vec::new();
        for line in file.lines() {
            if let Some(table) = line.strip_prefix('[') {
                section = table.trim_end_matches(']');
            } else if let Some((name, _)) = line.strip_prefix('#').and_then(|l| l.split_once(" = "))
                && !name.starts_with(' ')
            {
                named.push((section, name));
            }
        }
        let keys: Vec<_> = TABLE.iter().map(|key| (key.table, key.name)).collect();
        assert_eq!(named, keys);
    }

    #[test]
    fn each_of_its_lines_is_accepted_as_soon_as_it_counts() {
        let file = default_file();
        let default = |line: &str| line.starts_with('#') && !line.starts_with("# ");
        let lines = file.lines().filter(|line| default(line)).count();
        assert_eq!(lines, TABLE.len());
        for n in 0..lines {
            let mut at = 0;
            let one: Vec<_> = file
                .lines()
                .map(|line| {
                    at += usize::from(default(line));
                    let this = default(line) && at == n + 1;
                    if this {
                        line.trim_start_matches('#')
                    } else {
                        line
                    }
                })
                .collect();
            let (_, faults) = understood(&one.join("\n"));
            assert_eq!(faults, Vec::<String>::new(), "line {n}");
        }
    }
}
