//! Long lists in parts, for the operator that makes a row of each element: of one list it makes one batch, however long the list is.
//!
//! Comes in: batches with the lists that will be unnested. Goes out: the same, in which a row with a long list is several rows with parts of it. Must never: lose an element, or make a row of a list
//! that has none.

use datafusion::arrow::array::{Array, ArrayRef, AsArray, ListArray, RecordBatch, UInt32Array};
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer, ScalarBuffer};
use datafusion::arrow::compute::take;
use datafusion::common::Result;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::unnest::UnnestExec;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// The columns that are unnested together.
#[derive(Debug)]
pub(super) struct Lists {
    columns: BTreeSet<usize>,
    most: usize,
}

impl Lists {
    /// Of an operator that unnests lists of elements that are not unnested further; a part has at most so many elements.
    pub(super) fn of(node: &dyn ExecutionPlan, most: usize) -> Option<Self> {
        let lists = node.downcast_ref::<UnnestExec>()?.list_column_indices();
        if lists.is_empty() || lists.iter().any(|list| list.depth != 1) {
            return None;
        }
        Some(Self { columns: lists.iter().map(|list| list.index_in_input_schema).collect(), most })
    }

    /// The batch with no list longer than a part.
    pub(super) fn split(&self, batch: RecordBatch) -> Result<RecordBatch> {
        let lists: Option<Vec<&ListArray>> =
            self.columns.iter().map(|column| batch.columns().get(*column)?.as_list_opt::<i32>()).collect();
        // A list of another form is unnested whole.
        let Some(lists) = lists else { return Ok(batch) };
        let length = |list: &&ListArray, row| if list.is_valid(row) { elements(list, row).len() } else { 0 };
        let longest = |row| lists.iter().map(|list| length(list, row)).max().unwrap_or(0);
        if (0..batch.num_rows()).all(|row| longest(row) <= self.most) {
            return Ok(batch);
        }
        // Of each row that goes out: which row it is of, and where in its lists it begins.
        let mut parts: Vec<(usize, usize)> = Vec::new();
        for row in 0..batch.num_rows() {
            parts.push((row, 0));
            parts.extend((self.most..longest(row)).step_by(self.most).map(|from| (row, from)));
        }
        let rows: UInt32Array = parts.iter().map(|(row, _)| u32::try_from(*row).ok()).collect();
        let columns = batch.columns().iter().enumerate().map(|(number, column)| match column.as_list_opt::<i32>() {
            Some(list) if self.columns.contains(&number) => self.parts(list, &parts),
            _ => Ok(take(column, &rows, None)?),
        });
        Ok(RecordBatch::try_new(batch.schema(), columns.collect::<Result<_>>()?)?)
    }

    /// The elements stay where they are.
    fn parts(&self, list: &ListArray, parts: &[(usize, usize)]) -> Result<ArrayRef> {
        let first = list.value_offsets().first().copied().unwrap_or(0);
        let mut offsets = vec![first];
        for (row, from) in parts {
            let all = elements(list, *row);
            let end = if list.is_valid(*row) { all.end.min(all.start + from + self.most) } else { all.end };
            offsets.push(i32::try_from(end).unwrap_or(i32::MAX));
        }
        let nulls = list.nulls().map(|nulls| parts.iter().map(|(row, _)| nulls.is_valid(*row)).collect::<NullBuffer>());
        let field = match list.data_type() {
            datafusion::arrow::datatypes::DataType::List(field) => Arc::clone(field),
            other => return datafusion::common::internal_err!("a list of type {other}"),
        };
        let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
        Ok(Arc::new(ListArray::try_new(field, offsets, Arc::clone(list.values()), nulls)?))
    }
}

/// Where a row's elements are among all; a list that is NULL may have some that do not count, and keeps its place.
fn elements(list: &ListArray, row: usize) -> Range<usize> {
    let offset = |at: usize| list.value_offsets().get(at).and_then(|offset| usize::try_from(*offset).ok()).unwrap_or(0);
    offset(row)..offset(row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::arrow::array::{Int32Array, ListBuilder, StringViewArray};
    use datafusion::arrow::array::{Int32Builder, PrimitiveBuilder};
    use datafusion::arrow::datatypes::Int32Type;

    fn list(rows: &[Option<std::ops::Range<i32>>]) -> ArrayRef {
        let mut builder: ListBuilder<PrimitiveBuilder<Int32Type>> = ListBuilder::new(Int32Builder::new());
        for row in rows {
            builder.append_option(row.clone().map(|row| row.map(Some)));
        }
        Arc::new(builder.finish())
    }

    fn lengths(batch: &RecordBatch, column: usize) -> Vec<Option<usize>> {
        let list = batch.column(column).as_list::<i32>();
        list.iter().map(|row| row.map(|row| row.len())).collect()
    }

    #[test]
    fn a_long_list_is_several_rows_and_no_element_is_lost() {
        let (long, short) = (list(&[Some(0..3), None, Some(0..0), Some(10..35)]), list(&[Some(0..1); 0]));
        assert_eq!(short.len(), 0);
        let short = list(&[Some(7..8), Some(0..2), None, Some(0..12)]);
        let names: ArrayRef = Arc::new(StringViewArray::from(vec!["a", "b", "c", "d"]));
        let batch = RecordBatch::try_from_iter([("l", long), ("s", short), ("n", names)]).unwrap();
        // A batch may be a part of another.
        let batch =
            RecordBatch::try_new(batch.schema(), batch.columns().iter().map(|c| c.slice(1, 3)).collect()).unwrap();
        let lists = Lists { columns: [0, 1].into(), most: 10 };
        let split = lists.split(batch.clone()).unwrap();
        assert_eq!(lengths(&split, 0), [None, Some(0), Some(10), Some(10), Some(5)]);
        assert_eq!(lengths(&split, 1), [Some(2), None, Some(10), Some(2), Some(0)]);
        let names: Vec<&str> = split.column(2).as_string_view().iter().flatten().collect();
        assert_eq!(names, ["b", "c", "d", "d", "d"]);
        let all: Vec<i32> = (2..5)
            .flat_map(|row| split.column(0).as_list::<i32>().value(row).as_primitive::<Int32Type>().values().to_vec())
            .collect();
        assert_eq!(Int32Array::from(all), Int32Array::from_iter_values(10..35));
        let whole = Lists { columns: [0, 1].into(), most: 25 };
        assert_eq!(whole.split(batch.clone()).unwrap(), batch);
    }
}
