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
        "f1" | "f2" | "f9" => key.to_uppercase(),
        key => key
            .strip_prefix("ctrl-")
            .map_or_else(|| key.to_owned(), |c| format!("^{}", c.to_uppercase())),
    };
    keys.split(' ').map(one).collect()
}
