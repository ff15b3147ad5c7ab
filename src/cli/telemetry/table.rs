//! Rows as a person reads them: psql's aligned form.

use crate::error::SqlResult;
use crate::types::text::ColumnWriter;
use crate::types::{Display, PgColumn, PgType};
use bytes::BytesMut;
use datafusion::arrow::array::RecordBatch;

/// The rows under their columns' names.
pub(super) fn table(columns: &[PgColumn], batches: &[RecordBatch]) -> SqlResult<String> {
    let display = Display::default();
    let mut body = Vec::new();
    for batch in batches {
        let writers = columns
            .iter()
            .zip(batch.columns())
            .map(|(column, array)| ColumnWriter::with_typmod(&column.ty, column.typmod, array.as_ref(), &display))
            .collect::<SqlResult<Vec<_>>>()?;
        for row in 0..batch.num_rows() {
            let mut cells = Vec::with_capacity(writers.len());
            for writer in &writers {
                let mut cell = BytesMut::new();
                if writer.is_null(row) {
                    cells.push(None);
                    continue;
                }
                writer.write(row, usize::MAX, &mut cell)?;
                cells.push(Some(String::from_utf8_lossy(&cell).into_owned()));
            }
            body.push(cells);
        }
    }
    let head: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    let numbers: Vec<bool> = columns.iter().map(|column| is_number(&column.ty)).collect();
    let mut text = aligned(&head, &numbers, &body);
    text.push_str(&format!("({} {})\n", body.len(), if body.len() == 1 { "row" } else { "rows" }));
    Ok(text)
}

fn is_number(ty: &PgType) -> bool {
    matches!(
        ty,
        PgType::Int2 | PgType::Int4 | PgType::Int8 | PgType::Float4 | PgType::Float8 | PgType::Numeric | PgType::Oid
    )
}

/// Columns as wide as their widest cell, numbers to the right. What would move the cursor is shown, not sent.
pub(super) fn aligned(head: &[String], numbers: &[bool], body: &[Vec<Option<String>>]) -> String {
    let shown = |cell: &Option<String>| -> String {
        let cell = cell.as_deref().unwrap_or_default();
        cell.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
    };
    let body: Vec<Vec<String>> = body.iter().map(|row| row.iter().map(shown).collect()).collect();
    let width = |text: &str| text.chars().count();
    let widths: Vec<usize> = head
        .iter()
        .enumerate()
        .map(|(at, name)| {
            body.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).fold(width(name), usize::max)
        })
        .collect();
    let mut text = String::new();
    let heads: Vec<String> = head.iter().zip(&widths).map(|(name, width)| format!(" {name:^width$} ")).collect();
    text.push_str(heads.join("|").trim_end());
    text.push('\n');
    let rules: Vec<String> = widths.iter().map(|width| "-".repeat(width + 2)).collect();
    text.push_str(&rules.join("+"));
    text.push('\n');
    for row in &body {
        let cells = row.iter().zip(&widths).zip(numbers).map(|((cell, width), number)| {
            if *number { format!(" {cell:>width$} ") } else { format!(" {cell:<width$} ") }
        });
        text.push_str(cells.collect::<Vec<_>>().join("|").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::aligned;

    #[test]
    fn cells_stand_under_their_names() {
        let head = ["name".to_owned(), "n".to_owned()];
        let row = |name: Option<&str>, n: &str| vec![name.map(str::to_owned), Some(n.to_owned())];
        let body = [row(Some("a"), "1"), row(None, "100"), row(Some("ünïcode\u{1b}[2J"), "7")];
        assert_eq!(
            aligned(&head, &[false, true], &body),
            "    name     |  n\n-------------+-----\n a           |   1\n             | 100\n ünïcode\u{fffd}[2J |   7\n"
        );
    }
}
