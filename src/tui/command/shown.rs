//! Keys as people read them: in footers, help, the palette and the README.

/// A key sequence as people read it.
pub fn shown(keys: &str) -> String {
    let one = |key: &str| match key {
        "enter" => "Enter".to_owned(),
        "esc" => "Esc".to_owned(),
        "tab" => "Tab".to_owned(),
        "shift-tab" => "Shift-Tab".to_owned(),
        "space" => "Space".to_owned(),
        "up" => "\u{2191}".to_owned(),
        "down" => "\u{2193}".to_owned(),
        "left" => "\u{2190}".to_owned(),
        "right" => "\u{2192}".to_owned(),
        "pageup" => "PgUp".to_owned(),
        "pagedown" => "PgDn".to_owned(),
        "home" => "Home".to_owned(),
        "end" => "End".to_owned(),
        "backspace" => "Backspace".to_owned(),
        "delete" => "Del".to_owned(),
        "insert" => "Ins".to_owned(),
        key => chord(key),
    };
    let keys: Vec<_> = keys.split(' ').map(one).collect();
    // letters one after the other are read as they are typed; names would run into each other
    let apart = keys.iter().any(|key| key.chars().count() > 2);
    keys.join(if apart { " " } else { "" })
}

/// A key with what is held beside it: `^P`, `Alt-x`, `^Left`, `F5`.
fn chord(key: &str) -> String {
    if let Some(rest) = key.strip_prefix("ctrl-") {
        return match rest.chars().count() {
            1 => format!("^{}", rest.to_uppercase()),
            _ => format!("^{}", capital(rest)),
        };
    }
    match key.strip_prefix("alt-") {
        Some(rest) if rest.chars().count() == 1 => format!("Alt-{rest}"),
        Some(rest) => format!("Alt-{}", capital(rest)),
        None if key.starts_with('f') && key.len() > 1 => key.to_uppercase(),
        None => key.to_owned(),
    }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
