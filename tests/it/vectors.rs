//! The figures and rules against worked examples: every vector of `tests/fixtures/figures.vectors.json`, to four decimals.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;
use trustline::domain::commitment::Move;
use trustline::domain::disclosure::{Disclosure, Response};
use trustline::domain::ladder;
use trustline::domain::reliability::{Figure, Measure, Promise, Rules, figure, quantile};
use trustline::domain::repair::{Rule, verify};
use trustline::domain::{RecordId, When, pulse, trend};

const TOLERANCE: f64 = 1e-4;

#[test]
fn beta_quantiles() {
    let all = fixture();
    let rows = list(&all["beta_quantiles"]);
    assert_eq!(rows.len(), 14);
    for row in rows {
        let x = quantile(number(&row["a"]), number(&row["b"]), number(&row["q"]));
        assert!((x - number(&row["x"])).abs() < 1e-6, "{row}: {x}");
    }
}

#[test]
fn every_vector() {
    let all = fixture();
    let mut ran = BTreeMap::new();
    for vector in list(&all["vectors"]) {
        let kind = text(&vector["kind"]);
        match kind {
            "figure" => check_figure(vector),
            "explain" => check_explain(vector),
            "influence" => check_influence(vector),
            "trend" => check_trend(vector),
            "change" => check_change(vector),
            "pulse" => check_pulse(vector),
            "verify" => check_verify(vector),
            "overshare" => check_overshare(vector),
            other => panic!("a vector of a kind that nobody checks: {other}"),
        }
        *ran.entry(kind).or_insert(0) += 1;
    }
    let counted = [
        ("change", 2),
        ("explain", 1),
        ("figure", 20),
        ("influence", 1),
        ("overshare", 5),
        ("pulse", 4),
        ("trend", 3),
        ("verify", 4),
    ];
    assert_eq!(ran.into_iter().collect::<Vec<_>>(), counted);
}

fn check_figure(vector: &Value) {
    let (name, expect) = (text(&vector["name"]), &vector["expect"]);
    let figure = figure_of(vector);
    for (field, got) in [
        ("alpha", figure.alpha),
        ("beta", figure.beta),
        ("mean", figure.mean),
        ("lo", figure.lo),
        ("hi", figure.hi),
        ("n_eff", figure.n_eff),
    ] {
        close(name, field, got, &expect[field]);
    }
    assert_eq!(
        figure.n as u64,
        expect["n"].as_u64().expect("a whole number"),
        "{name}"
    );
    assert_eq!(figure.show.word(), text(&expect["show"]), "{name}");
    let counts: BTreeMap<_, _> = figure
        .counts
        .iter()
        .map(|(l, n)| (l.word(), *n as u64))
        .collect();
    let wanted: BTreeMap<_, _> = pairs(&expect["counts"])
        .map(|(l, n)| (l, n.as_u64().expect("a whole number")))
        .collect();
    assert_eq!(counts, wanted, "{name}");
    let parts = list(&expect["parts"]);
    assert_eq!(figure.parts.len(), parts.len(), "{name}");
    for (got, wanted) in figure.parts.iter().zip(parts) {
        assert_eq!(got.id, id(text(&wanted["id"])), "{name}");
        assert_eq!(got.label.word(), text(&wanted["label"]), "{name}");
        assert_eq!(
            got.age,
            wanted["age"].as_i64().expect("a whole number"),
            "{name}"
        );
        close(name, "w", got.w, &wanted["w"]);
        close(name, "credit", got.credit, &wanted["credit"]);
    }
}

fn check_explain(vector: &Value) {
    let name = text(&vector["name"]);
    let figure = figure_of(vector);
    let why = figure.explain();
    for (field, wanted) in pairs(&vector["expect"]) {
        let share = |label: &str| {
            why.shares
                .iter()
                .find(|s| s.0.word() == label)
                .expect("as the vector says")
        };
        let got = match (field, field.strip_prefix('+'), field.strip_prefix('-')) {
            ("figure", ..) => figure.mean,
            ("plus_start", ..) => why.plus_start,
            ("minus_start", ..) => why.minus_start,
            (_, Some(label), _) => share(label).2,
            (_, _, Some(label)) => share(label).3,
            _ => panic!("{name} expects {field}"),
        };
        close(name, field, got, wanted);
    }
}

fn check_influence(vector: &Value) {
    let name = text(&vector["name"]);
    let pulls = figure_of(vector).explain().pulls;
    assert_eq!(pulls.len(), pairs(&vector["expect"]).count());
    for (key, wanted) in pairs(&vector["expect"]) {
        let got = pulls
            .iter()
            .find(|(pulled, _)| *pulled == id(key))
            .expect("as the vector says");
        close(name, key, got.1, wanted);
    }
    assert!(pulls.is_sorted_by(|a, b| a.1.abs() >= b.1.abs()));
}

fn check_trend(vector: &Value) {
    let (name, expect) = (text(&vector["name"]), &vector["expect"]);
    let got = trend::trend(&figure_of(vector));
    assert_eq!(got.arrow.word(), text(&expect["arrow"]), "{name}");
    assert_eq!(
        got.n_recent as u64,
        expect["n_recent"].as_u64().expect("a whole number"),
        "{name}"
    );
    assert_eq!(
        got.n_before as u64,
        expect["n_before"].as_u64().expect("a whole number"),
        "{name}"
    );
    maybe(name, "p_up", got.p_up, &expect["p_up"]);
    maybe(name, "mean_recent", got.mean_recent, &expect["mean_recent"]);
    maybe(name, "mean_before", got.mean_before, &expect["mean_before"]);
}

fn check_change(vector: &Value) {
    let (name, expect) = (text(&vector["name"]), &vector["expect"]);
    let got = trend::change(&figure_of(vector)).expect("enough to look at");
    close(name, "ln_bf", got.ln_bf, &expect["ln_bf"]);
    assert!(
        (got.ln_bf.exp() / number(&expect["bf"]) - 1.0).abs() < TOLERANCE,
        "{name}"
    );
    assert_eq!(
        got.split as u64,
        expect["split"].as_u64().expect("a whole number"),
        "{name}"
    );
    assert_eq!(
        got.n_since as u64,
        expect["n_since"].as_u64().expect("a whole number"),
        "{name}"
    );
    close(name, "before", got.before, &expect["before"]);
    close(name, "since", got.since, &expect["since"]);
    assert_eq!(
        got.flag,
        expect["flag"].as_bool().expect("yes or no"),
        "{name}"
    );
    let direction = if got.since < got.before { "down" } else { "up" };
    assert_eq!(direction, text(&expect["direction"]), "{name}");
}

fn check_pulse(vector: &Value) {
    let (name, expect) = (text(&vector["name"]), &vector["expect"]);
    let score = |v: &Value| {
        v.as_u64()
            .map(|n| u8::try_from(n).expect("as the vector says"))
    };
    let checkin = |v: &Value| (day(&v[0]), list(&v[1]).iter().map(score).collect());
    let checkins: Vec<_> = list(&vector["checkins"]).iter().map(checkin).collect();
    let Some(got) = pulse::level(&checkins, day(&vector["as_of"])) else {
        return assert!(expect.is_null(), "{name}");
    };
    assert_eq!(
        got.n as u64,
        expect["n"].as_u64().expect("a whole number"),
        "{name}"
    );
    close(name, "level", got.level, &expect["level"]);
    close(name, "latest", got.latest, &expect["latest"]);
    assert_eq!(
        if got.shown { "level" } else { "dots" },
        text(&expect["show"]),
        "{name}"
    );
    maybe(name, "previous", got.previous, &expect["previous"]);
    maybe(name, "shift", got.shift, &expect["shift"]);
    maybe(name, "band", got.band, &expect["band"]);
    assert_eq!(
        got.moved,
        expect["moved"].as_bool().unwrap_or(false),
        "{name}"
    );
}

fn check_verify(vector: &Value) {
    let (name, rule) = (text(&vector["name"]), &vector["rule"]);
    let size = |v: &Value| {
        usize::try_from(v.as_u64().expect("a whole number")).expect("as the vector says")
    };
    let rule = Rule {
        n: size(&rule["n"]),
        weeks: rule["weeks"].as_i64().expect("a whole number"),
        allow: size(&rule["allow"]),
        latest: true,
        care: false,
    };
    let settled = list(&vector["settled"])
        .iter()
        .map(|v| (day(&v[0]), number(&v[1]) > 0.5));
    let settled: Vec<_> = settled.collect();
    let got = verify(
        day(&vector["start"]),
        &settled,
        &rule,
        day(&vector["as_of"]),
    );
    let got = serde_json::json!({
        "passed": got.passed, "run": got.run, "kept": got.kept, "of": got.of, "need": got.need,
        "days": got.days, "days_needed": got.days_needed,
    });
    assert_eq!(got, vector["expect"], "{name}");
}

fn check_overshare(vector: &Value) {
    let (name, expect) = (text(&vector["name"]), &vector["expect"]);
    let depth = |v: &Value| u8::try_from(v.as_u64().expect("a whole number")).expect("1 to 5");
    let response = |v: &Value| match text(v) {
        "brushed" => Response::Brushed,
        "used" => Response::UsedAgainst,
        word => Response::from_word(word).expect("a response"),
    };
    let before = list(&vector["history"]).iter().map(|v| Disclosure {
        day: day(&v[0]),
        depth: depth(&v[1]),
        response: response(&v[2]),
        response_on: Some(day(&v[0])),
        ..Disclosure::default()
    });
    let before: Vec<_> = before.collect();
    let before: Vec<_> = before.iter().collect();
    let new = &vector["new"];
    let new = Disclosure {
        day: day(&new["day"]),
        depth: depth(&new["depth"]),
        asked: new["asked"].as_bool().expect("yes or no"),
        ..Disclosure::default()
    };
    let signs = ladder::signs(&before, &new);
    let why = signs.iter().map(|sign| sign.word().replace(' ', "_"));
    let stands = ladder::ladder(&before, new.day);
    let got = serde_json::json!({
        "signal": !signs.is_empty(), "why": why.collect::<Vec<_>>(),
        "safe_depth": stands.safe, "next_step": stands.next,
    });
    assert_eq!(got, *expect, "{name}");
}

fn figure_of(vector: &Value) -> Figure {
    let measure = match text(&vector["figure"]) {
        "on_time" => Measure::KeptAsAgreed,
        "follow_through" => Measure::FollowThrough,
        other => panic!("no figure {other}"),
    };
    let mut rules = Rules::default();
    for (key, value) in pairs(&vector["params"]) {
        match key {
            "late_credit" => rules.late_credit = number(value),
            "use_stakes" => rules.use_stakes = value.as_bool().expect("yes or no"),
            other => panic!("no rule {other}"),
        }
    }
    let promises: Vec<_> = list(&vector["commitments"]).iter().map(promise).collect();
    figure(&promises, measure, day(&vector["as_of"]), &rules)
}

fn promise(v: &Value) -> Promise {
    let made = day(&v["made"]);
    let status = v["status"].as_str().unwrap_or_default();
    let moves = v["moves"].as_array().into_iter().flatten().map(|m| Move {
        on: day(&m["on"]),
        to: Some(When::day(day(&m["to"]))),
        agreed: m["agreed"].as_bool().expect("yes or no"),
        ..Move::default()
    });
    Promise {
        id: id(text(&v["id"])),
        made,
        agreed: (status != "requested").then_some(made),
        due: may_day(&v["due"]),
        moves: moves.collect(),
        done: may_day(&v["done"]),
        broken: may_day(&v["broken_on"]),
        released: (status == "released").then_some(made),
        excused: (status == "excused").then_some(made),
        stake_halves: match v["stake"].as_u64() {
            None | Some(2) => 2,
            Some(1) => 1,
            Some(3) => 4,
            Some(other) => panic!("no stake {other}"),
        },
    }
}

/// An id that sorts as its word does.
fn id(word: &str) -> RecordId {
    let mut bytes = [0; 16];
    bytes[..word.len()].copy_from_slice(word.as_bytes());
    RecordId::from_bytes(&bytes).expect("sixteen bytes")
}

fn close(name: &str, field: &str, got: f64, wanted: &Value) {
    let wanted = number(wanted);
    assert!(
        (got - wanted).abs() <= TOLERANCE,
        "{name}: {field} is {got}, not {wanted}"
    );
}

fn maybe(name: &str, field: &str, got: Option<f64>, wanted: &Value) {
    match got {
        None => assert!(wanted.is_null(), "{name}: no {field}"),
        Some(got) => close(name, field, got, wanted),
    }
}

fn fixture() -> Value {
    serde_json::from_str(include_str!("../fixtures/figures.vectors.json")).expect("the fixture")
}

fn list(v: &Value) -> &[Value] {
    v.as_array().expect("a list")
}

fn pairs(v: &Value) -> impl Iterator<Item = (&str, &Value)> {
    v.as_object()
        .expect("an object")
        .iter()
        .map(|(key, value)| (key.as_str(), value))
}

fn text(v: &Value) -> &str {
    v.as_str().expect("a text")
}

fn number(v: &Value) -> f64 {
    v.as_f64().expect("a number")
}

fn day(v: &Value) -> NaiveDate {
    text(v).parse().expect("an ISO day")
}

fn may_day(v: &Value) -> Option<NaiveDate> {
    v.as_str().map(|text| text.parse().expect("an ISO day"))
}
