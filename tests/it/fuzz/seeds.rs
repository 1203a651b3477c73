//! What the fuzz starts from: files as people have them, one or more of each format.

use trustline::transfer::intake::Format;

const TABLES: &[&[u8]] = &[
    b"With,What,side,Made on,Due,Done on,tags\nAna Ruiz,send it,mine,2026-01-05,2026-01-09,2026-01-08,\"budget, big plan\"\nBo,\"a \"\"b\"\"\nc\",theirs,2026-02-03,,,\n",
    include_bytes!("../../fixtures/csv/tracker.csv"),
    include_bytes!("../../fixtures/csv/promises.csv"),
    b"With;What;side;Made on;Due\r\nAna Ruiz;caf\xe9;mine;5.1.2026;9.1.2026\r\n",
    b"\xff\xfew\0h\0o\0,\0t\0e\0x\0t\0\n\0A\0n\0a\0,\0x\0\n\0",
    b"Issue key,Summary,Assignee,Status,Resolution,Created,Due Date,Resolved\nOAK-1,Fix it,Bo Chen,Done,Fixed,12/Mar/26 9:41 AM,20/Mar/26 12:00 AM,19/Mar/26 4:00 PM\n",
    b"id,who,who_id,side,text,state,due_now,due,repeats,check_by,made,agreed,done_means,said,stake,tags,plan,visible,moves,done,broken,warned,released,excused,reason,cause,process,process_id,snoozed,confidence,follows,followed,source\n01a202b2-c502-7a48-a19a-e2b3830d679d,Ana Ruiz,01a202b2-c502-779d-bef1-794cc454780e,mine,send it,kept,2026-11-20,2026-11-20,,,2026-11-01,2026-11-01,,,normal,,,,,2026-11-19,,,,,,unknown,,,,,,,\n",
];

const TASKS: &[&[u8]] = &[
    br#"[
{"id":1,"description":"send the draft @ana","due":"20260910T000000Z","end":"20260909T173000Z","entry":"20260901T080000Z","modified":"20260909T173000Z","status":"completed","uuid":"a1b2c3d4-0000-4000-8000-000000000001","tags":["next","Bo"],"project":"Site","urgency":4.2},
{"description":"old","entry":"20260901T080000Z","end":"20260902T080000Z","status":"deleted","uuid":"a1b2c3d4-0000-4000-8000-000000000002","who":"Bo Chen","annotations":[{"entry":"20260901T080000Z","description":"said so"}]},
{"description":"weekly","entry":"20260901T080000Z","due":"20261201T235959Z","status":"pending","recur":"2weeks","priority":"H","uuid":"a1b2c3d4-0000-4000-8000-000000000003","contact":"Cy Dow","wait":"20261124T000000Z"}
]
"#,
    br#"{"description":"one a line @bo","entry":"20260901T080000Z","status":"pending","uuid":"a1b2c3d4-0000-4000-8000-000000000004"},
{"description":"two @cy","entry":"20260901T080000Z","status":"recurring","recur":"weekly","uuid":"a1b2c3d4-0000-4000-8000-000000000005"}
"#,
    br#"[{"uuid":"0198c3d4-0000-7000-8000-000000000001","description":"ours","status":"completed","entry":"20260302T000000Z","modified":"20260309T000000Z","due":"20260309T000000Z","end":"20260309T000000Z","tags":["budget"],"who":"Dee Eng","trustline_who":"0198c3d4-0000-7000-8000-00000000000a","trustline_due":"2026-03-06","trustline_moves":"[{\"on\":\"2026-03-05\",\"from\":\"2026-03-06\",\"to\":\"2026-03-09\",\"asked\":\"mine\",\"agreed\":true}]","trustline_side":"theirs","trustline_without":"agreed"}]"#,
];

/// How the due dates of the tasks moved, in both forms.
pub const HISTORIES: &[&[u8]] = &[
    b"time 1788249600\nnew [description:\"send\" due:\"1788652800\" uuid:\"a1b2c3d4-0000-4000-8000-000000000001\"]\n---\ntime 1788595200\nold [due:\"1788652800\" uuid:\"a1b2c3d4-0000-4000-8000-000000000001\"]\nnew [due:\"1788998400\" uuid:\"a1b2c3d4-0000-4000-8000-000000000001\"]\n---\n",
    br#"{"Create":{"uuid":"a1b2c3d4-0000-4000-8000-000000000003"}}
"UndoPoint"
{"Update":{"uuid":"a1b2c3d4-0000-4000-8000-000000000003","property":"due","old_value":null,"value":"1790000000","timestamp":"2026-09-01T08:00:00Z"}}
{"Update":{"uuid":"a1b2c3d4-0000-4000-8000-000000000003","property":"due","old_value":"1790000000","value":"1796169599","timestamp":"2026-10-01T08:00:00.5Z"}}
"#,
];

const ENTRIES: &[&[u8]] = &[
    br#"{"tags": {"@ana": 1}, "entries": [
{"title": "Lunch with @ana.", "body": "Good talk.\nMore.", "date": "2026-03-01", "time": "12:30", "tags": ["@ana", "plan"], "starred": true},
{"title": "Alone", "body": "", "date": "2026-03-02", "time": "09:00", "tags": [], "starred": false}
]}"#,
    br#"{"title": "One", "body": "entry", "date": "2026-03-01", "time": "12:30", "tags": [], "starred": false, "uuid": "X"}"#,
];

const KEPT: &[&[u8]] = &[
    br#"[{"id":0,"date":"2026-03-01T00:00:00Z","title":"Retro","content":"went well, @bo","tags":["team"],"folder":"work/q1","priority":2},{"id":1,"date":"2026-03-02T00:00:00Z","title":"Next","content":"","tags":[],"priority":null}]"#,
    br#"{"version":100,"entries":[{"date":"2026-03-01T00:00:00Z","title":"Retro","content":"went well","tags":["team"],"priority":null}]}"#,
];

const CARDS: &[&[u8]] = &[
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ruiz;Ana;;;\r\nFN:Ana Ruiz\r\nEMAIL;TYPE=INTERNET:ana@example.org\r\nORG:Oak;North\r\nTITLE:Lead\r\nBDAY:1980-02-03\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\nVERSION:4.0\nFN:Cy Dow\nKIND:individual\nNICKNAME:cy\nUID:urn:uuid:a1b2c3d4-0000-4000-8000-000000000009\nPHOTO:data:image/png;base64,iVBORw0KGgo=\nNOTE:met at\\n the fair\\, twice\nEND:VCARD\n",
];

const EVENTS: &[&[u8]] = &[
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTART:20260302T090000Z\r\nDTEND:20260302T093000Z\r\nSUMMARY:1:1 Ana\r\nATTENDEE;CN=Ana Ruiz:mailto:ana@example.org\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\nEXDATE:20260309T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:2@x\r\nDTSTART;TZID=Europe/Berlin:20261123T090000\r\nSUMMARY:One-on-one Bo\r\nORGANIZER;CN=Bo Chen:mailto:bo@example.org\r\nSTATUS:CONFIRMED\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261123T090000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
];

/// The seeds of a format, by its word.
const ALL: &[(&str, &[&[u8]])] = &[
    ("csv", TABLES),
    ("taskwarrior", TASKS),
    ("jrnl", ENTRIES),
    ("tui-journal", KEPT),
    ("vcard", CARDS),
    ("ics", EVENTS),
];

/// The seeds of a format; one that has none of its own is tried on those of a table.
pub fn of(format: Format) -> &'static [&'static [u8]] {
    let found = ALL.iter().find(|(word, _)| *word == format.word());
    found.map_or(TABLES, |(_, seeds)| seeds)
}
