//! Agreements, groups, institutions, teams and bands on the command line, in text and as JSON.

use super::{Place, snapshot};

/// A small team in a group, and a process.
fn team() -> Place {
    let mut place = Place::new();
    for line in [
        "add relationship \"Ana Lima\" --teams Booking --since 2026-01-05",
        "add relationship \"Bob Strand\" --teams booking --since 2026-01-05",
        "add relationship \"Booking team\" --party group --handles booking --members 5 --since 2026-01-05",
        "add relationship \"Release Desk\" --party institution --handles release --since 2026-01-05",
    ] {
        place.run(line);
    }
    place.said.clear();
    place
}

#[test]
fn agreements() {
    let mut place = team();
    for line in [
        "agreement",
        "agreement add ana \"no feedback in front of others\" --agreed 2026-08-01",
        "agreement add booking \"no meetings before ten\" --scope team --agreed 2026-08-01",
        "agreement add release \"logs are opened by two\" --access-who \"the rota\" --access-what logs --access-why \"to find what broke\"",
        "agreement upheld no meetings --words \"moved the call\" --on 2026-11-02",
        "agreement breached no feedback --words \"in the Monday round\" --on 2026-11-16",
        "today",
        "agreement",
        "agreement end no feedback",
        "agreement address no feedback --how \"\"",
        "agreement address no feedback --how \"said sorry in the same round\" --seen in-the-group",
        "agreement address no feedback --how again",
        "agreement review no meetings --next \"in 6 weeks\"",
        "agreement end no feedback --words \"we know it by now\"",
        "agreement list ana",
        "list \"is:ended\"",
        "list \"Monday round\"",
        "undo",
        "show no feedback in front",
        "agreement list booking --json",
    ] {
        place.run(line);
    }
    snapshot("agreements", &place);
}

#[test]
fn groups_institutions_and_teams() {
    let mut place = team();
    for line in [
        "add commitment \"ship the finder\" --who ana --side theirs --made 2026-11-01 --due 2026-11-10",
        "excuse ship the finder --process release --reason \"no window\" --on 2026-11-10",
        "add commitment \"a demo every other Friday\" --who \"booking team\" --side theirs --made 2026-11-01 --due 2026-11-14",
        "keep a demo --on 2026-11-13",
        "checkin ana --answer ABL=4 --answer BEN=5 --on 2026-11-17",
        "checkin \"booking team\" --answer COMM3=5 --answer FIT1=2 --on 2026-11-19",
        "agreement add \"booking team\" \"no meetings before ten\" --agreed 2026-08-10",
    ] {
        place.run(line);
    }
    place.said.clear();
    for line in [
        "show booking team",
        "show release",
        "show release --as-of 2026-11-09",
        "team",
        "team book",
        "team book --by-weeks --weeks 3",
        "team platform",
        "team --json",
        "team book --json --weeks 2",
    ] {
        place.run(line);
    }
    snapshot("groups_institutions_and_teams", &place);
}

#[test]
fn bands() {
    let mut place = team();
    for line in [
        "band list",
        "band \"spring offsite\" --from 2026-04-20 --to 2026-04-23",
        "band \"Ana's leave\" --sort leave --from mon --who ana",
        "band \"the outage\" --sort incident --from 2026-11-03 --to 2026-11-01",
        "band list",
        "band end leave --on fri",
        "list \"kind:band is:leave\"",
        "band",
        "undo",
        "band list --json",
    ] {
        place.run(line);
    }
    snapshot("bands", &place);
}
