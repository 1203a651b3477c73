//! The brief in a real browser: desktop, phone, paper; nothing in the console, nothing asked of any network.
//!
//! Skipped, with a word, where no Chromium is installed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use trustline::domain::brief::{self, Audience, Chart, May};
use trustline::transfer::brief::html;
use trustline::tui::harness;

/// The names under which it is installed.
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// A browser with a home of its own, whose every request goes to a port at which nobody listens.
struct Browser {
    program: PathBuf,
    folder: tempfile::TempDir,
}

/// What the browser told while a page was open.
struct Heard {
    /// The lines of the console.
    console: Vec<String>,
    /// What the page asked for beside itself; what the browser asks for on its own account is not its.
    asked: Vec<String>,
    /// What went to the standard output.
    output: String,
}

impl Browser {
    /// `None`: there is none here, and that was said.
    fn here() -> Option<Self> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let found = std::env::split_paths(&path)
            .flat_map(|folder| NAMES.map(|name| folder.join(name)))
            .find(|program| program.is_file());
        let Some(program) = found else {
            let mut err = std::io::stderr();
            let _ = writeln!(err, "skipped: no Chromium is installed here");
            return None;
        };
        Some(Self {
            program,
            folder: tempfile::tempdir().expect("a folder"),
        })
    }

    /// Writes a page and answers where it lies.
    fn page(&self, name: &str, html: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, html).expect("written");
        path
    }

    /// Opens a page and listens.
    fn open(&self, page: &Path, flags: &[&str]) -> Heard {
        let (home, log) = (
            self.folder.path().join("home"),
            self.folder.path().join("log"),
        );
        let output = Command::new(&self.program)
            .args(["--headless", "--no-sandbox", "--disable-gpu"])
            .args(["--no-first-run", "--disable-background-networking"])
            .args(["--disable-component-update", "--disable-sync"])
            .args(["--disable-extensions", "--disable-default-apps"])
            .args(["--disable-dev-shm-usage", "--hide-scrollbars"])
            .args(["--enable-logging=stderr", "--v=0"])
            .args([
                "--proxy-server=127.0.0.1:1",
                "--proxy-bypass-list=<-loopback>",
            ])
            .arg(format!("--user-data-dir={}", home.display()))
            .arg(format!("--log-net-log={}", log.display()))
            .args(flags)
            .arg(format!("file://{}", page.display()))
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .output()
            .expect("the browser starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        let log = std::fs::read_to_string(log).expect("what it did on the network");
        let events = log.lines().filter(|line| line.contains("\"url\":\""));
        let of_page = |line: &&str| {
            let own = line.contains("\"initiator\":\"not an origin\"");
            let for_page = line.contains("\"initiator\":") || line.contains("file:// [internally");
            for_page && !own && !line.contains("\"url\":\"file:")
        };
        Heard {
            console: said
                .lines()
                .filter(|line| line.contains("CONSOLE"))
                .map(str::to_owned)
                .collect(),
            asked: events.filter(of_page).map(str::to_owned).collect(),
            output: String::from_utf8_lossy(&output.stdout).into_owned(),
        }
    }

    /// Opens a page, which may neither say a word to the console nor ask anybody for anything.
    fn opens_silently(&self, page: &Path, flags: &[&str]) {
        let heard = self.open(page, flags);
        assert_eq!(heard.console, Vec::<String>::new(), "the console");
        assert_eq!(heard.asked, Vec::<String>::new(), "the network");
    }

    /// How many pixels a page stands out of a window of so many, in a copy that may measure itself.
    fn stands_out(&self, html: &str, width: u32) -> i64 {
        let policy = "<meta http-equiv=\"Content-Security-Policy\"";
        assert!(html.contains(policy) && !html.contains("<iframe"));
        let inner = html.replace(policy, "<meta name=\"was-policy\"");
        let quoted = inner.replace('&', "&amp;").replace('"', "&quot;");
        let measures = format!(
            "<!doctype html><iframe style=\"width:{width}px;height:800px;border:0\" srcdoc=\"{quoted}\" \
             onload=\"var e=this.contentDocument.documentElement;document.title='out='+(e.scrollWidth-e.clientWidth)+';'\"></iframe>"
        );
        let page = self.page("measures.html", &measures);
        let heard = self.open(&page, &["--window-size=1300,900", "--dump-dom"]);
        let told = heard
            .output
            .split("out=")
            .nth(1)
            .and_then(|rest| rest.split(';').next());
        told.and_then(|n| n.parse().ok())
            .expect("it measured itself")
    }
}

/// A brief with everything in it, about somebody with a name that is hard to set.
fn page(audience: Audience, name: &str) -> String {
    let journal = harness::sample().expect("a journal");
    let id = journal.find_relationship("Priya").expect("somebody");
    let mut prep = journal.prep(id, None).expect("a sheet");
    name.clone_into(&mut prep.card.relationship.name);
    let timeline = journal
        .timeline(id, journal.day(), 7, 26)
        .expect("a timeline");
    let mut brief = brief::compose(&prep, &timeline, audience);
    brief.chart = Some(Box::new(Chart {
        timeline,
        card: prep.card,
        both: true,
        may: May::Shown,
        ticked: true,
    }));
    for section in &mut brief.sections {
        for line in &mut section.lines {
            line.ticked = true;
        }
    }
    html(&brief)
}

const LONG: &str = "\u{5e8}\u{5d5}\u{5e0}\u{5d9} Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafewarenwohlgepflege";

#[test]
fn it_opens_on_a_desktop_a_phone_and_paper_without_a_word_and_without_a_request() {
    let Some(browser) = Browser::here() else {
        return;
    };
    for (name, html) in [
        ("me.html", page(Audience::Me, "Priya Nair")),
        ("them.html", page(Audience::Them, LONG)),
    ] {
        for width in [320, 390, 768, 1280] {
            assert_eq!(browser.stands_out(&html, width), 0, "{name} at {width}");
        }
        let page = browser.page(name, &html);
        for size in ["1280,900", "390,844"] {
            let file = browser.folder.path().join(format!("{name}-{size}.png"));
            let picture = format!("--screenshot={}", file.display());
            let size = format!("--window-size={size}");
            browser.opens_silently(&page, &[&size, &picture]);
            let bytes = std::fs::metadata(&file).expect("a picture").len();
            assert!(bytes > 10_000, "the picture is empty: {bytes}");
        }
        let file = browser.folder.path().join(format!("{name}.pdf"));
        let print = format!("--print-to-pdf={}", file.display());
        browser.opens_silently(&page, &["--no-pdf-header-footer", &print]);
        let paper = std::fs::read(&file).expect("a document");
        assert!(paper.starts_with(b"%PDF-"));
    }
    let wide = browser.stands_out(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"\"><div style=\"width:2000px\">x</div>",
        390,
    );
    assert!(wide > 1000, "it measures what there is to measure: {wide}");
    let loud = "<!doctype html><img src=\"http://example.invalid/x.png\"><script>console.log('a word')</script>";
    let heard = browser.open(&browser.page("loud.html", loud), &["--dump-dom"]);
    assert!(
        !heard.console.is_empty() && !heard.asked.is_empty(),
        "it hears what there is to hear"
    );
    if let Some(keep) = std::env::var_os("TRUSTLINE_KEEP") {
        for entry in std::fs::read_dir(browser.folder.path())
            .expect("files")
            .flatten()
        {
            if entry.path().is_file() {
                let _ = std::fs::copy(entry.path(), Path::new(&keep).join(entry.file_name()));
            }
        }
    }
}
