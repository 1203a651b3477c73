//! Text into rows and cells, a row at a time, within bounds that a hostile file cannot lift.
//!
//! The rules are RFC 4180's, read kindly: rows end in CRLF, LF or CR, a quote inside an unquoted cell is a
//! quote, a blank line is no row. Done by hand rather than with a crate, because what matters here is what
//! the ready-made readers leave open: a quote that is never closed is named with the line it opened in,
//! and neither a cell nor a row can grow without end.

use std::io::Read;

/// The most bytes of one cell.
pub const MOST_IN_CELL: usize = 1 << 20;
/// The most bytes of one row.
pub const MOST_IN_ROW: usize = 4 << 20;
/// The most columns.
pub const MOST_COLUMNS: usize = 4096;
/// The delimiters that are looked for.
pub const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// One row's cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The line it begins in, from 1.
    pub line: u64,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// Its first fault of form, when it has one; its cells are cut short then.
    pub fault: Option<Malformed>,
}

impl Row {
    /// How many cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell's bytes; empty where there is none.
    pub fn cell(&self, n: usize) -> &[u8] {
        let start = n
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or(0);
        self.ends.get(n).map_or(&[], |end| &self.bytes[start..*end])
    }

    /// A cell as text; `None` when its bytes are no letters.
    pub fn text(&self, n: usize) -> Option<&str> {
        std::str::from_utf8(self.cell(n)).ok()
    }

    fn clear(&mut self, line: u64) {
        self.bytes.clear();
        self.ends.clear();
        self.fault = None;
        self.line = line;
    }

    fn cell_bytes(&self) -> usize {
        self.bytes.len() - self.ends.last().copied().unwrap_or(0)
    }
}

/// What can be wrong with the form of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Malformed {
    /// More than [`MOST_COLUMNS`].
    Columns,
    /// A cell over [`MOST_IN_CELL`] or a row over [`MOST_IN_ROW`].
    Long,
}

/// Why no further row can be read.
#[derive(Debug)]
pub(super) enum Stop {
    /// A quote opened in this line is never closed: where the rows after it begin cannot be known.
    Quote(u64),
    /// The source cannot be read.
    Io(std::io::Error),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    RowStart,
    CellStart,
    Plain,
    Quoted,
    /// After a quote within quotes: the cell's end, or the first half of a doubled one.
    Quote,
}

/// The rows of a text, one after the other.
pub(super) struct Rows<R> {
    from: R,
    delimiter: u8,
    piece: Vec<u8>,
    at: usize,
    have: usize,
    line: u64,
    after_return: bool,
}

impl<R: Read> Rows<R> {
    pub fn new(from: R, delimiter: u8) -> Self {
        Self {
            from,
            delimiter,
            piece: vec![0; 32 * 1024],
            at: 0,
            have: 0,
            line: 1,
            after_return: false,
        }
    }

    /// Reads the next row into `row`; `false`: there is none.
    ///
    /// # Errors
    /// When nothing after this can be read.
    pub fn next(&mut self, row: &mut Row) -> Result<bool, Stop> {
        row.clear(self.line);
        let mut at = At::RowStart;
        let mut quote_line = self.line;
        while let Some(byte) = self.byte().map_err(Stop::Io)? {
            let ends_row = matches!(byte, b'\n' | b'\r');
            at = match (at, byte) {
                (At::RowStart, _) if ends_row => {
                    row.line = self.line;
                    At::RowStart
                }
                (At::RowStart | At::CellStart, b'"') => {
                    quote_line = self.line;
                    At::Quoted
                }
                (At::Quoted, b'"') => At::Quote,
                (At::Quoted, _) => {
                    push(row, byte);
                    if row.fault == Some(Malformed::Long) {
                        return Err(Stop::Quote(quote_line));
                    }
                    At::Quoted
                }
                (At::Quote, b'"') => {
                    push(row, byte);
                    At::Quoted
                }
                (_, b'\n' | b'\r') => {
                    end_cell(row);
                    return Ok(true);
                }
                (_, byte) if byte == self.delimiter => {
                    end_cell(row);
                    At::CellStart
                }
                (_, byte) => {
                    push(row, byte);
                    At::Plain
                }
            };
        }
        match at {
            At::RowStart => Ok(false),
            At::Quoted => Err(Stop::Quote(quote_line)),
            _ => {
                end_cell(row);
                Ok(true)
            }
        }
    }

    fn byte(&mut self) -> std::io::Result<Option<u8>> {
        if self.at == self.have {
            self.have = loop {
                match self.from.read(&mut self.piece) {
                    Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
                    other => break other?,
                }
            };
            self.at = 0;
            if self.have == 0 {
                return Ok(None);
            }
        }
        let byte = self.piece[self.at];
        self.at += 1;
        // CR LF is one line's end, a CR alone is one too
        let second_half = self.after_return && byte == b'\n';
        if matches!(byte, b'\n' | b'\r') && !second_half {
            self.line += 1;
        }
        self.after_return = byte == b'\r';
        Ok(Some(byte))
    }
}

fn push(row: &mut Row, byte: u8) {
    if row.fault.is_some() {
        return;
    }
    if row.cell_bytes() >= MOST_IN_CELL || row.bytes.len() >= MOST_IN_ROW {
        row.fault = Some(Malformed::Long);
        return;
    }
    row.bytes.push(byte);
}

fn end_cell(row: &mut Row) {
    if row.fault.is_some() {
        return;
    }
    if row.ends.len() == MOST_COLUMNS {
        row.fault = Some(Malformed::Columns);
        return;
    }
    row.ends.push(row.bytes.len());
}

/// The delimiter that parts the first rows most evenly; a comma when none does.
pub(super) fn delimiter(sample: &[u8]) -> u8 {
    let mut best = (b',', (0, 0));
    for delimiter in DELIMITERS {
        let mut rows = Rows::new(sample, delimiter);
        let (mut row, mut header, mut alike) = (Row::default(), 0, 0);
        for n in 0..20 {
            if !rows.next(&mut row).unwrap_or(false) {
                break;
            }
            if n == 0 {
                header = row.len();
            }
            alike += usize::from(row.len() == header);
        }
        if header > 1 && (alike, header) > best.1 {
            best = (delimiter, (alike, header));
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &[u8], delimiter: u8) -> Result<Vec<(u64, Vec<String>)>, String> {
        let (mut reader, mut row, mut all) =
            (Rows::new(text, delimiter), Row::default(), Vec::new());
        loop {
            match reader.next(&mut row) {
                Ok(false) => return Ok(all),
                Ok(true) => {
                    let cells =
                        (0..row.len()).map(|n| String::from_utf8_lossy(row.cell(n)).into_owned());
                    all.push((row.line, cells.collect()));
                }
                Err(Stop::Quote(line)) => return Err(format!("quote {line}")),
                Err(Stop::Io(e)) => return Err(e.to_string()),
            }
        }
    }

    fn check(text: &str, expect: &[(u64, &[&str])]) {
        let expect: Vec<_> = expect
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(|c| (*c).to_owned()).collect()))
            .collect();
        assert_eq!(rows(text.as_bytes(), b','), Ok(expect), "{text:?}");
    }

    #[test]
    fn rows_and_cells() {
        check("", &[]);
        check("\n\r\n\n", &[]);
        check("a,b\n1,2", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a,b\r\n1,2\r\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a\rb\r", &[(1, &["a"]), (2, &["b"])]);
        check("a,\n\n,b\n", &[(1, &["a", ""]), (3, &["", "b"])]);
        check(
            "\"a,\"\"b\"\"\nc\",d\ne",
            &[(1, &["a,\"b\"\nc", "d"]), (3, &["e"])],
        );
        check("a\"b,\"c\"d\n", &[(1, &["a\"b", "cd"])]);
        check("\"\"\n", &[(1, &[""])]);
    }

    #[test]
    fn a_quote_never_closed_is_named_by_its_line() {
        assert_eq!(rows(b"a\nb\n\"c\nd\n", b','), Err("quote 3".to_owned()));
        let endless = [b"a\n\"".as_slice(), &vec![b'x'; MOST_IN_CELL + 10]].concat();
        assert_eq!(rows(&endless, b','), Err("quote 2".to_owned()));
    }

    #[test]
    fn nothing_grows_without_end() {
        let mut row = Row::default();
        let wide = ",".repeat(50_000) + "\nx\n";
        let mut reader = Rows::new(wide.as_bytes(), b',');
        assert!(reader.next(&mut row).expect("row"));
        assert_eq!(
            (row.fault, row.len()),
            (Some(Malformed::Columns), MOST_COLUMNS)
        );
        assert!(reader.next(&mut row).expect("row"));
        assert_eq!((row.fault, row.cell(0)), (None, &b"x"[..]));
        let long = "y".repeat(MOST_IN_CELL + 1) + "\nx\n";
        let mut reader = Rows::new(long.as_bytes(), b',');
        assert!(reader.next(&mut row).expect("row"));
        assert_eq!(row.fault, Some(Malformed::Long));
        assert!(row.bytes.len() <= MOST_IN_CELL);
        assert!(reader.next(&mut row).expect("row"));
        assert_eq!((row.line, row.cell(0)), (2, &b"x"[..]));
    }

    #[test]
    fn the_delimiter_is_the_one_that_parts_evenly() {
        assert_eq!(delimiter(b"a,b\n1,2\n"), b',');
        assert_eq!(delimiter(b"a;b\n1,5;2,5\n3,5;4\n"), b';');
        assert_eq!(delimiter(b"a\tb, c\n1\t2\n"), b'\t');
        assert_eq!(delimiter(b"a|b|c\n\"1,2\"|3|4\n"), b'|');
        assert_eq!(delimiter(b"a\n1\n"), b',');
        assert_eq!(delimiter(b""), b',');
    }
}
