//! A paste that comes without brackets: keys that came at once, faster than hands, are one text and no commands.
//!
//! A terminal that does not bracket pastes sends them as keys: every line end is an Enter and, where nothing is typed,
//! every letter a command. Such a burst is told by how many keys lie ready at once and how many different ones: a held
//! key, or a few keys that were typed while the program was busy, are neither.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};

/// So many keys at once, or more, are a paste …
const MANY: usize = 32;
/// … when so many different ones are among them.
const DIFFERENT: usize = 8;
/// How long the library is asked for an event that may lie ready: given no time at all it would not look, and it reads
/// by what is there, not by what newly came (by that it left the rest of a large paste lying until the next key).
pub const AT_ONCE: Duration = Duration::from_micros(50);
/// How long the rest of a paste may take to come.
const REST: Duration = Duration::from_millis(40);
/// The most that is kept of one; no field holds as much, and it is refused there in words.
const MOST: usize = 4 << 20;

/// The next events of the terminal: one, or keys that came at once, or the paste that they are. Called when there is one.
pub fn next() -> io::Result<Vec<Event>> {
    let mut burst = Burst::default();
    loop {
        let event = event::read()?;
        match (
            letter(&event),
            burst.is_paste().then(|| raw(&event)).flatten(),
        ) {
            (Some(c), _) => burst.take(c, event),
            (None, Some(c)) => burst.text.push(c),
            (None, None) => return Ok(burst.ended(Some(event))),
        }
        let rest = if burst.is_paste() { REST } else { AT_ONCE };
        if !event::poll(rest)? {
            return Ok(burst.ended(None));
        }
    }
}

/// What a key would type; `None`: it types nothing.
fn letter(event: &Event) -> Option<char> {
    let Event::Key(key) = event else {
        return None;
    };
    let alone = KeyModifiers::NONE.union(KeyModifiers::SHIFT);
    // a line feed is sent for Ctrl-J as well
    let feeds = key.code == KeyCode::Char('j') && key.modifiers == KeyModifiers::CONTROL;
    if key.kind == KeyEventKind::Release || !(feeds || alone.contains(key.modifiers)) {
        return None;
    }
    match key.code {
        _ if feeds => Some('\n'),
        KeyCode::Char(c) => Some(c),
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab => Some('\t'),
        _ => None,
    }
}

/// What stood in a paste where a key came out that types nothing: it becomes a mark there, and does nothing.
fn raw(event: &Event) -> Option<char> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some('\u{1b}'),
        _ => None,
    }
}

/// Keys that came at once.
#[derive(Default)]
struct Burst {
    text: String,
    /// The keys themselves, as long as it may still be no paste.
    keys: Vec<Event>,
    different: Vec<char>,
}

impl Burst {
    fn take(&mut self, c: char, key: Event) {
        if self.text.len() < MOST {
            self.text.push(c);
        }
        if !self.is_paste() {
            self.keys.push(key);
            if !self.different.contains(&c) {
                self.different.push(c);
            }
        }
    }

    fn is_paste(&self) -> bool {
        self.keys.len() >= MANY && self.different.len() >= DIFFERENT
    }

    fn ended(self, last: Option<Event>) -> Vec<Event> {
        let mut events = if self.is_paste() {
            vec![Event::Paste(self.text)]
        } else {
            self.keys
        };
        events.extend(last);
        events
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::*;

    fn burst(text: &str) -> Vec<Event> {
        let mut burst = Burst::default();
        for c in text.chars() {
            let code = match c {
                '\n' => KeyCode::Enter,
                c => KeyCode::Char(c),
            };
            let key = Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
            let c = letter(&key).expect("it types");
            burst.take(c, key);
        }
        burst.ended(None)
    }

    #[test]
    fn many_different_keys_at_once_are_a_paste() {
        let pasted = "send the numbers to Priya by thursday\nand ask Tom\n".repeat(100);
        assert_eq!(burst(&pasted), [Event::Paste(pasted.clone())]);
    }

    #[test]
    fn a_held_key_and_a_few_typed_ahead_stay_keys() {
        assert_eq!(burst(&"j".repeat(500)).len(), 500);
        assert_eq!(burst("gr/priya\nsk").len(), 11);
    }

    #[test]
    fn what_types_nothing_ends_it() {
        let with = |code, modifiers| Event::Key(KeyEvent::new(code, modifiers));
        assert_eq!(
            letter(&with(KeyCode::Char('c'), KeyModifiers::CONTROL)),
            None
        );
        assert_eq!(letter(&with(KeyCode::Esc, KeyModifiers::NONE)), None);
        assert_eq!(letter(&with(KeyCode::Char('x'), KeyModifiers::ALT)), None);
        assert_eq!(
            letter(&with(KeyCode::Char('j'), KeyModifiers::CONTROL)),
            Some('\n')
        );
        assert_eq!(
            letter(&with(KeyCode::Char('A'), KeyModifiers::SHIFT)),
            Some('A')
        );
        assert_eq!(letter(&Event::Resize(3, 4)), None);
        let mut burst = Burst::default();
        burst.take('a', with(KeyCode::Char('a'), KeyModifiers::NONE));
        let ended = burst.ended(Some(Event::FocusGained));
        assert_eq!(ended.last(), Some(&Event::FocusGained));
        assert_eq!(ended.len(), 2);
    }
}
