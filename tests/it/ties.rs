//! What binds beyond two people: bands behind a chart, agreements, groups and institutions, held to their laws.

use trustline::domain::{Act, Kind};
use trustline::journal::Change;

use crate::house::{add, day, journal, person};

#[test]
fn bands_and_roles_lie_behind_the_chart() {
    let mut journal = journal();
    let who = person(&mut journal, "Priya Nair");
    person(&mut journal, "Jonas Weber");
    let band = |about: &'static str, text: &'static str, from: &'static str, to: &'static str| {
        [("who", about), ("text", text), ("from", from), ("to", to)]
    };
    for texts in [
        band("", "spring offsite", "2026-04-14", "2026-04-16"),
        band("priya", "parental leave", "2026-10-01", ""),
        band("jonas", "his sabbatical", "2026-09-01", "2026-09-30"),
    ] {
        add(&mut journal, Kind::Band, &texts);
    }
    let role = Act::Role(trustline::domain::relationship::Role::Leader);
    let on = day("2026-10-12");
    let change = Change::Act {
        id: who,
        act: role,
        on,
    };
    journal.tell(change).expect("another role");
    let timeline = journal
        .timeline(who, day("2026-11-22"), 7, 12)
        .expect("a timeline");
    let behind: Vec<_> = timeline
        .bands
        .iter()
        .map(|one| (one.text.as_str(), one.to))
        .collect();
    assert_eq!(behind, [("parental leave", None), ("leader", None)]);
    assert_eq!(timeline.bands[1].sort, "role");
}
