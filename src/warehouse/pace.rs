//! How many rows an operator is handed at a time, so that what its functions make of them stays small.
//!
//! Comes in: batches, and the bytes that functions made of the rows so far. Goes out: parts of the batches. Must never: change a row, or the order of rows.
//!
//! `repeat(name, 100000)` makes 800 MB of a batch of 8,192 rows, and a few MB of one of twenty. What a row will become is not known before it was tried, so an operator with functions gets few rows at first.

use datafusion::arrow::array::{Array, ArrayRef, AsArray, RecordBatch, UInt32Array};
use datafusion::arrow::compute::take;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::Result;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Rows at first.
const FIRST: usize = 64;
/// So many times the rows each time, while they stay small.
const FASTER: usize = 8;
/// Bytes that functions may make of one part.
const TARGET: usize = 16 << 20;

/// The pace of one operator.
#[derive(Debug)]
pub(super) struct Pace {
    most: usize,
    /// By partition: each is fed by itself.
    steps: Mutex<BTreeMap<usize, Step>>,
}

#[derive(Debug)]
struct Step {
    next: usize,
    /// Rows that were handed out, and what was made of them.
    rows: usize,
    made: usize,
}

impl Pace {
    /// At most so many rows.
    pub(super) fn new(most: usize) -> Self {
        Self { most, steps: Mutex::default() }
    }

    fn step<T>(&self, partition: usize, work: impl FnOnce(&mut Step) -> T) -> T {
        let mut steps = self.steps.lock().unwrap_or_else(PoisonError::into_inner);
        work(steps.entry(partition).or_insert(Step { next: FIRST.min(self.most), rows: 0, made: 0 }))
    }

    /// So many bytes were made of the rows that were handed out.
    pub(super) fn made(&self, partition: usize, bytes: usize) {
        self.step(partition, |step| step.made = step.made.saturating_add(bytes));
    }

    /// The rows to hand out now, of so many that there are.
    pub(super) fn rows(&self, partition: usize, there: usize) -> usize {
        self.step(partition, |step| {
            if step.rows > 0 {
                let fitting = step.rows.saturating_mul(TARGET).checked_div(step.made).unwrap_or(usize::MAX).max(1);
                step.next = fitting.min(step.next.saturating_mul(FASTER)).min(self.most);
            }
            step.made = 0;
            step.rows = step.next.min(there);
            step.rows
        })
    }
}

/// A part of a batch, with memory of its own: what keeps it should not be taken to keep the whole.
pub(super) fn part(batch: &RecordBatch, from: usize, rows: usize) -> Result<RecordBatch> {
    let slice = batch.slice(from, rows);
    if slice.num_columns() == 0 || rows == batch.num_rows() {
        return Ok(slice);
    }
    let columns = slice.columns().iter().map(own).collect::<Result<Vec<_>>>()?;
    Ok(RecordBatch::try_new(slice.schema(), columns)?)
}

fn own(column: &ArrayRef) -> Result<ArrayRef> {
    Ok(match column.data_type() {
        DataType::Utf8View => Arc::new(column.as_string_view().gc()),
        DataType::BinaryView => Arc::new(column.as_binary_view().gc()),
        _ => {
            let rows = UInt32Array::from_iter_values((0_u32..).take(column.len()));
            take(column, &rows, None)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::arrow::array::{Int32Array, StringViewArray};

    #[test]
    fn an_operator_gets_more_rows_while_it_makes_little_of_them() {
        let pace = Pace::new(8192);
        let handed: Vec<usize> = (0..5).map(|_| pace.rows(0, 10_000)).collect();
        assert_eq!(handed, [64, 512, 4096, 8192, 8192]);
        // A hundred thousand bytes of each row.
        pace.made(0, 8192 * 100_000);
        assert_eq!(pace.rows(0, 10_000), 167);
        pace.made(0, 167 * 100_000_000);
        assert_eq!(pace.rows(0, 10_000), 1);
        pace.made(0, 0);
        assert_eq!((pace.rows(0, 10_000), pace.rows(0, 3)), (8, 3));
        assert_eq!(pace.rows(1, 10_000), 64);
    }

    #[test]
    fn a_part_has_memory_of_its_own() {
        let texts: ArrayRef = Arc::new(StringViewArray::from_iter_values((0..1000).map(|n| format!("{n:0>100}"))));
        let numbers: ArrayRef = Arc::new(Int32Array::from_iter_values(0..1000));
        let batch = RecordBatch::try_from_iter([("t", texts), ("n", numbers)]).unwrap();
        let part = part(&batch, 500, 2).unwrap();
        assert_eq!(part.column(0).as_string_view().value(1), format!("{:0>100}", 501));
        assert_eq!(part.column(1).as_ref(), &Int32Array::from(vec![500, 501]) as &dyn Array);
        assert!(part.get_array_memory_size() < 2000, "{}", part.get_array_memory_size());
    }
}
