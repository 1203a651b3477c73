//! Each encoding is told, read, and never guessed at where it is damaged.

use super::*;

fn read(bytes: &[u8]) -> (Encoding, Option<u64>, String) {
    let found = find("a.csv", &mut &*bytes).expect("text");
    let mut out = Vec::new();
    let mut decoder = Decoder::new(bytes, found.encoding, found.mark).expect("opens");
    decoder.read_to_end(&mut out).expect("reads");
    (
        found.encoding,
        found.odd_line,
        String::from_utf8_lossy(&out).into_owned(),
    )
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2], mark: [u8; 2]) -> Vec<u8> {
    mark.into_iter()
        .chain(text.encode_utf16().flat_map(unit))
        .collect()
}

#[test]
fn each_encoding_is_told_and_read() {
    assert_eq!(
        read("a,é".as_bytes()),
        (Encoding::Utf8, None, "a,é".to_owned())
    );
    assert_eq!(
        read("\u{feff}a,é".as_bytes()),
        (Encoding::Utf8, None, "a,é".to_owned())
    );
    let text = "a,é😀\n";
    let le = utf16(text, u16::to_le_bytes, [0xff, 0xfe]);
    assert_eq!(read(&le), (Encoding::Utf16Le, None, text.to_owned()));
    let be = utf16(text, u16::to_be_bytes, [0xfe, 0xff]);
    assert_eq!(read(&be), (Encoding::Utf16Be, None, text.to_owned()));
    assert_eq!(
        read(b"a\nRen\xe9 \x80"),
        (Encoding::Windows1252, Some(2), "a\nRené €".to_owned())
    );
}

#[test]
fn damaged_utf8_is_not_guessed_at() {
    let (encoding, line, text) = read(b"a\n\xc3\xa9\nRen\xe9x\n");
    assert_eq!((encoding, line), (Encoding::Utf8, Some(3)));
    assert!(text.contains('é') && text.contains('\u{fffd}'));
}

#[test]
fn letters_across_pieces_stay_whole() {
    for pad in CHUNK - 4..CHUNK + 4 {
        let text = format!("{}é😀\n", "x".repeat(pad));
        assert_eq!(read(text.as_bytes()), (Encoding::Utf8, None, text.clone()));
        let le = utf16(&text, u16::to_le_bytes, [0xff, 0xfe]);
        assert_eq!(read(&le).2, text);
    }
}

#[test]
fn half_a_letter_is_marked_and_not_lost() {
    let mut bytes = utf16("a", u16::to_le_bytes, [0xff, 0xfe]);
    bytes.extend([0x00, 0xd8, 0x62, 0x00, 0x63]);
    assert_eq!(read(&bytes).2, "a\u{fffd}b\u{fffd}");
}

#[test]
fn a_workbook_is_no_table() {
    let says = find("a.xlsx", &mut &b"PK\x03\x04xx"[..]).expect_err("refused");
    assert_eq!(says.says(), "a.xlsx is not a table in plain text");
    assert!(find("a", &mut &[0u8; 100][..]).is_err());
}
