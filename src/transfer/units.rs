//! A timer that runs this program, in the forms of systemd, cron and launchd: text, installed by nobody but the user.
//!
//! Each form quotes in its own way. systemd takes `%` for a specifier, `$` for a variable and `\` for an escape, in quotes,
//! too; cron ends a command at a bare `%`; a property list is XML.

use std::fmt::Write as _;

use chrono::{NaiveTime, Timelike};

use crate::error::{Error, Result};

/// What is run and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What it is called: `trustline-notice`.
    pub name: String,
    /// What it is for, in a few words.
    pub says: String,
    /// The program, by its whole path, and its arguments.
    pub words: Vec<String>,
    /// The name of the file in the user's runtime folder that takes what it says; `None`: nothing does.
    pub output: Option<String>,
    /// The days of the week, Monday first.
    pub days: [bool; 7],
    /// The times of a day.
    pub times: Vec<NaiveTime>,
}

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl Plan {
    /// The same, where every word can be written into a line.
    ///
    /// # Errors
    /// `Refused` when a path holds what ends a line.
    pub fn checked(self) -> Result<Self> {
        if self
            .words
            .iter()
            .any(|word| word.contains(char::is_control))
        {
            let says = "a path with a line break or another control character cannot be written into a timer";
            return Err(Error::refused(says).hint("move it, or make a link to it"));
        }
        Ok(self)
    }

    /// The service of systemd.
    pub fn service(&self) -> String {
        let mut words: Vec<_> = self.words.iter().map(|word| systemd(word)).collect();
        if self
            .words
            .first()
            .is_some_and(|program| program.contains('$'))
        {
            // a variable is not looked for in the program's own path, and two of the sign stay two there
            words.insert(0, "/usr/bin/env".to_owned());
        }
        let output = self.output.as_ref().map_or_else(
            || "null".to_owned(),
            |file| format!("truncate:%t/{}", file.replace('%', "%%")),
        );
        // a oneshot has no limit of its own: one command that hangs would keep the timer silent for good
        format!(
            "[Unit]\nDescription={}\n\n[Service]\nType=oneshot\nTimeoutStartSec=15min\nExecStart={}\nStandardOutput={output}\n",
            self.says.replace('%', "%%"),
            words.join(" ")
        )
    }

    /// The timer of systemd.
    pub fn timer(&self) -> String {
        let mut timer = format!(
            "[Unit]\nDescription={}\n\n[Timer]\n",
            self.says.replace('%', "%%")
        );
        let days = if self.is_daily() {
            String::new()
        } else {
            let named = self.which_days().map(|day| DAYS[day]);
            format!("{} ", named.collect::<Vec<_>>().join(","))
        };
        for time in &self.times {
            let _ = writeln!(timer, "OnCalendar={days}*-*-* {}:00", time.format("%H:%M"));
        }
        timer.push_str("Persistent=true\n\n[Install]\nWantedBy=timers.target\n");
        timer
    }

    /// Lines of a crontab.
    pub fn cron(&self) -> String {
        let days = if self.is_daily() {
            "*".to_owned()
        } else {
            let named = self.which_days().map(|day| (day + 1).to_string());
            named.collect::<Vec<_>>().join(",")
        };
        let words: Vec<_> = self.words.iter().map(|word| cron(word)).collect();
        let line = |time: &NaiveTime| {
            let (hour, minute) = (time.hour(), time.minute());
            format!("{minute} {hour} * * {days} {}\n", words.join(" "))
        };
        self.times.iter().map(line).collect()
    }

    /// A property list of launchd.
    pub fn launchd(&self) -> String {
        let mut list = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">\n<dict>\n",
        );
        let _ = writeln!(
            list,
            "  <key>Label</key>\n  <string>{}</string>",
            xml(&self.name)
        );
        list.push_str("  <key>ProgramArguments</key>\n  <array>\n");
        for word in &self.words {
            let _ = writeln!(list, "    <string>{}</string>", xml(word));
        }
        list.push_str("  </array>\n  <key>StartCalendarInterval</key>\n  <array>\n");
        for time in &self.times {
            for day in self.which_days() {
                let _ = writeln!(
                    list,
                    "    <dict>\n      <key>Weekday</key>\n      <integer>{}</integer>\n      <key>Hour</key>\n      <integer>{}</integer>\n      <key>Minute</key>\n      <integer>{}</integer>\n    </dict>",
                    day + 1,
                    time.hour(),
                    time.minute()
                );
            }
        }
        list.push_str("  </array>\n</dict>\n</plist>\n");
        list
    }

    fn is_daily(&self) -> bool {
        self.days.iter().all(|day| *day)
    }

    fn which_days(&self) -> impl Iterator<Item = usize> {
        let days = self.days;
        (0..days.len()).filter(move |day| days[*day])
    }
}

/// A word as systemd reads it.
fn systemd(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-=:+,@".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    let mut quoted = String::from("\"");
    for letter in word.chars() {
        match letter {
            '\\' => quoted.push_str("\\\\"),
            '"' => quoted.push_str("\\\""),
            '%' => quoted.push_str("%%"),
            '$' => quoted.push_str("$$"),
            other => quoted.push(other),
        }
    }
    quoted + "\""
}

/// A word as the shell reads it, behind cron's own reading.
fn cron(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-=:+,@".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    let quoted = word.replace('\'', "'\\''").replace('%', "\\%");
    format!("'{quoted}'")
}

fn xml(word: &str) -> String {
    let mut safe = String::new();
    for letter in word.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    const HARD: &str = "/home/an a/50% \"done\"/$HOME/back\\slash/it's <&>/j.db";

    fn plan(words: &[&str]) -> Plan {
        let time = |hour| NaiveTime::from_hms_opt(hour, 30, 0).expect("a time");
        Plan {
            name: "trustline-notice".to_owned(),
            says: "what trustline has to tell".to_owned(),
            words: words.iter().map(|&word| word.to_owned()).collect(),
            output: None,
            days: [true, true, true, true, true, false, false],
            times: vec![time(8), time(13)],
        }
    }

    /// Reads a command line as systemd does (`systemd.service(5)`, "Command lines"): quotes, escapes, specifiers, variables.
    fn read_as_systemd(line: &str) -> Vec<String> {
        let (mut words, mut word) = (Vec::new(), None::<String>);
        let mut quoted = false;
        let mut letters = line.chars();
        while let Some(letter) = letters.next() {
            let word_now = || -> String { String::new() };
            match letter {
                '"' => {
                    quoted = !quoted;
                    word.get_or_insert_with(word_now);
                }
                ' ' if !quoted => words.extend(word.take()),
                '\\' | '%' | '$' => {
                    let next = letters.next().expect("something behind it");
                    assert!(
                        letter == '\\' || next == letter,
                        "{letter}{next} means something else"
                    );
                    word.get_or_insert_with(word_now).push(next);
                }
                other => word.get_or_insert_with(word_now).push(other),
            }
        }
        words.extend(word);
        words
    }

    #[test]
    fn a_service_is_read_back_as_the_words_it_runs() {
        let words = ["/opt/my tools/trustline", "--journal", HARD, "notice", ""];
        let service = plan(&words).service();
        let line = service
            .lines()
            .find_map(|line| line.strip_prefix("ExecStart="));
        assert_eq!(read_as_systemd(line.expect("a command")), words);
        assert!(service.contains("StandardOutput=null"));
        let odd = plan(&["/opt/$x/trustline"]).service();
        assert!(
            odd.contains("ExecStart=/usr/bin/env \"/opt/$$x/trustline\""),
            "{odd}"
        );
        let plain = plan(&["/usr/bin/trustline", "notice"]).service();
        assert!(plain.contains("ExecStart=/usr/bin/trustline notice\n"));
    }

    #[test]
    fn a_timer_names_its_days_and_times() {
        let timer = plan(&["/t"]).timer();
        assert!(timer.contains("OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 08:30:00\nOnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 13:30:00\n"));
        let mut daily = plan(&["/t"]);
        daily.days = [true; 7];
        assert!(daily.timer().contains("OnCalendar=*-*-* 08:30:00\n"));
        assert!(daily.cron().starts_with("30 8 * * * /t\n"));
    }

    #[cfg(unix)]
    #[test]
    fn a_line_of_a_crontab_is_read_back_by_a_shell() {
        let line = plan(&["printf", "%s|", HARD, "a b"]).cron();
        let first = line.lines().next().expect("a line");
        let command = first
            .strip_prefix("30 8 * * 1,2,3,4,5 ")
            .expect("its times");
        // cron takes the backslash off, and would end the command at a bare sign
        assert!(!command.replace("\\%", "").contains('%'));
        let shell = crate::config::child::child("/bin/sh")
            .args(["-c", &command.replace("\\%", "%")])
            .output()
            .expect("a shell");
        assert_eq!(
            String::from_utf8_lossy(&shell.stdout),
            format!("{HARD}|a b|")
        );
    }

    #[test]
    fn a_property_list_is_xml() {
        let list = plan(&["/t", HARD]).launchd();
        assert!(list.contains("it's &lt;&amp;&gt;/j.db</string>"));
        assert_eq!(list.matches("<key>Weekday</key>").count(), 10);
    }

    #[test]
    fn what_ends_a_line_is_refused() {
        assert!(plan(&["/a\nExecStart=/bin/rm"]).checked().is_err());
        assert!(plan(&["/a b"]).checked().is_ok());
    }
}
