//! Columns that stand straight: padding by display width, whatever script a name is in.

use crate::domain::text;
use crate::transfer::extent;

/// Between two columns.
const GAP: &str = "  ";

/// Rows of cells as lines: each column as wide as its widest cell, the last one as it is.
pub fn rows(rows: &[Vec<String>]) -> Vec<String> {
    let clean: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|cell| text::line(cell).into_owned())
                .collect()
        })
        .collect();
    let many = clean.iter().map(Vec::len).max().unwrap_or(0);
    let wide = |n: usize| {
        let widths = clean.iter().filter_map(|row| row.get(n)).map(|c| extent(c));
        widths.max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..many).map(wide).collect();
    clean.iter().map(|row| line(row, &widths)).collect()
}

/// One row as a line, made safe, its cells at least as wide as the widths.
pub fn line(cells: &[String], widths: &[usize]) -> String {
    let last = cells.len().saturating_sub(1);
    let mut line = String::new();
    for (n, cell) in cells.iter().enumerate() {
        // as wide as it is shown: a mark takes a column where an invisible letter takes none
        let cell = text::line(cell);
        line.push_str(&cell);
        if n < last {
            let width = widths.get(n).copied().unwrap_or(0);
            line.push_str(&" ".repeat(width.saturating_sub(extent(&cell))));
            // a column nobody uses takes no room
            if width > 0 {
                line.push_str(GAP);
            }
        }
    }
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &[&str]) -> Vec<String> {
        row.iter().map(|&c| c.to_owned()).collect()
    }

    #[test]
    fn wide_and_combining_letters_stand_straight() {
        let table = [
            cells(&["山田太郎", "x"]),
            cells(&["Zoe\u{301}", "y"]),
            cells(&["e\u{1b}[31m", ""]),
        ];
        let lines = rows(&table);
        assert_eq!(lines[0], "山田太郎  x");
        assert_eq!(lines[1], "Zoe\u{301}       y");
        assert_eq!(lines[2], "e\u{241b}[31m");
    }

    #[test]
    fn a_column_nobody_uses_takes_no_room() {
        assert_eq!(rows(&[cells(&["a", "", "b"])]), ["a  b"]);
    }
}
