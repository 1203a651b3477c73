//! Tests of the themes: the built-in ones are whole, and a user's file is told everything that is wrong in it.

use super::*;

#[test]
fn the_built_in_themes_are_whole() {
    for (name, text) in FILES {
        let (sheet, faults) = read::read(text, name, &Sheet::bare(name));
        assert_eq!(faults, [], "{name}");
        assert!(!sheet.says.is_empty(), "{name}");
        for (role, _) in ROLES {
            assert!(
                text.contains(&format!("\n{role} = ")),
                "{name} leaves {role} out"
            );
        }
    }
    assert!(!built_in("mono").expect("it").is_coloured());
    assert!(built_in("terminal").expect("it").look("text") == Look::default());
}

#[test]
fn a_users_theme_changes_a_few_roles_and_what_is_sound_holds() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join(FOLDER)).expect("a folder");
    let write = |name: &str, text: &str| {
        std::fs::write(
            folder.path().join(FOLDER).join(format!("{name}.toml")),
            text,
        )
        .expect("written");
    };
    write(
        "mine",
        "based_on = \"dark\"\n[roles]\nkey = { fg = 208, bold = true }\nbad = { fg = \"#F00000\" }\n",
    );
    let found = theme(Some(folder.path()), "mine").expect("a theme");
    assert_eq!(found.faults, [""; 0]);
    let dark = built_in("dark").expect("it");
    assert_eq!(found.sheet.look("key").word(), "fg 208, bold");
    assert_eq!(found.sheet.look("bad").word(), "fg #f00000");
    assert_eq!(found.sheet.look("text"), dark.look("text"));
    write(
        "broken",
        "based_on = \"drak\"\nsay = \"x\"\nkey = {}\n[roles]\nkee = { fg = \"red\" }\nbad = { fg = \"redd\", bold = 1, blink = true }\nwarn = \"red\"\ngood = { fg = \"#12345\", bg = 256 }\nmine = { fg = \"Bright Blue\" }\n",
    );
    let found = theme(Some(folder.path()), "broken").expect("a theme");
    assert_eq!(found.sheet.look("mine").fg, Some(Ink::Index(12)));
    assert_eq!(
        found.sheet.look("theirs"),
        built_in(USUAL).expect("it").look("theirs")
    );
    let expect = [
        "line 1: \u{201c}drak\u{201d} is no built-in theme and is left aside; did you mean dark?",
        "line 2: \u{201c}say\u{201d} is no key of a theme and is left aside; did you mean says?",
        "line 3: key is a role and stands under [roles]",
        "line 5: \u{201c}kee\u{201d} is no role and is left aside; did you mean key?",
        "line 6: bold is true or false",
        "line 6: \u{201c}blink\u{201d} is no part of a look and is left aside; there are fg, bg, bold, dim, italic, underlined, reversed",
        "line 6: \u{201c}redd\u{201d} is no colour and is left aside; did you mean red?",
        "line 7: warn is a table, such as { fg = \"cyan\", bold = true }",
        "line 8: a number of a colour is one from 0 to 255",
        "line 8: \u{201c}#12345\u{201d} is no colour; # and six digits of 0 to 9 and a to f, such as #7aa2f7",
    ];
    let expect: Vec<_> = expect
        .iter()
        .map(|says| format!("themes/broken.toml, {says}"))
        .collect();
    assert_eq!(found.faults, expect);
    assert_eq!(own_names(Some(folder.path())), ["broken", "mine"]);
}

#[test]
fn lines_that_are_no_toml_are_told_and_the_rest_holds() {
    let (sheet, faults) = read::read(
        "[roles]\nkey = { fg = \"red\" }\nbad = = 3\nwarn = { fg = \"blue\" }\n",
        "x",
        &Sheet::bare("x"),
    );
    assert_eq!(
        faults.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
        [3],
        "{faults:?}"
    );
    assert_eq!(sheet.look("key").word(), "fg red");
    assert_eq!(sheet.look("warn").word(), "fg blue");
}

#[test]
fn a_name_that_is_none_suggests_one_and_leads_nowhere_else() {
    let says = |name: &str| theme(None, name).expect_err("none");
    assert_eq!(
        says("darkk"),
        "there is no theme \u{201c}darkk\u{201d}; did you mean dark?"
    );
    assert!(says("solar").ends_with("there are terminal, light, dark, high-contrast, mono, auto"));
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("secret.toml"), "says = \"x\"").expect("written");
    assert!(theme(Some(folder.path()), "../secret").is_err());
}

#[test]
fn a_theme_starts_from_the_file_of_a_built_in_one() {
    for name in built_in_names() {
        let text = file_of(name).expect("a file");
        let (sheet, faults) = read::read(text, "own", &Sheet::bare("own"));
        assert_eq!(faults, []);
        assert_eq!(sheet.looks, built_in(name).expect("it").looks);
    }
}
