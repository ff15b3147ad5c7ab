//! Aggregates that need all their rows at the end: DISTINCT, ORDER BY and WITHIN GROUP, arrays, strings, percentiles.
//!
//! Comes in: columns of arguments and sort keys. Goes out: each group's rows, sorted and without duplicates, to a [`Finish`]. Must never: depend on the order in which partitions deliver where an
//! order was asked for.

use super::fold::Rows;
use crate::error::{SqlError, SqlResult};
use crate::functions::rows::bytes_of;
use crate::interrupt;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, BooleanArray, ListArray};
use datafusion::arrow::buffer::{OffsetBuffer, ScalarBuffer};
use datafusion::arrow::compute::{SortOptions, interleave};
use datafusion::arrow::datatypes::{DataType, Field, Float32Type, Float64Type};
use datafusion::arrow::row::{RowConverter, SortField};
use datafusion::common::{Result, ScalarValue};
use datafusion::logical_expr::{Accumulator, EmitTo, GroupsAccumulator};
use std::fmt::Debug;
use std::sync::Arc;

/// Rows that are sorted between two looks at whether the statement still wants them.
const RUN: usize = 1 << 14;

/// What happens with a group's rows once they are all there, in their order.
pub(super) trait Finish: Debug + Send + Sync + 'static {
    /// Whether a group's first row is enough, in an order that was not asked for.
    const FIRST: bool = false;

    /// Group `g` has the rows `offsets[g]..offsets[g + 1]` of the columns. One result per group.
    fn finish(&self, columns: &[ArrayRef], offsets: &[usize]) -> Result<ArrayRef>;
}

/// How the rows are laid out and ordered. The columns are the arguments, then the sort keys, then the keys that tell distinct rows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Layout {
    pub(super) arguments: usize,
    pub(super) sort: Vec<Direction>,
    /// How many columns after the sort keys tell distinct rows; 0 if duplicates stay.
    pub(super) distinct: usize,
    /// The rows that have NULL in the first argument do not count.
    pub(super) strict: bool,
}

/// A sort key's direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Direction {
    pub(super) ascending: bool,
    pub(super) nulls_first: bool,
}

/// The grouped and the single accumulator of a [`Finish`].
#[derive(Debug)]
pub(super) struct Gathered<F: Finish> {
    finish: F,
    layout: Layout,
    types: Vec<DataType>,
    batches: Vec<Vec<ArrayRef>>,
    /// Per group the rows it has: batch and row in it.
    groups: Vec<Vec<(usize, usize)>>,
    /// Bytes of the batches and of the row numbers.
    bytes: usize,
}

impl<F: Finish> Gathered<F> {
    pub(super) fn new(finish: F, layout: Layout, types: Vec<DataType>, single: bool) -> Self {
        let groups = if single { vec![Vec::new()] } else { Vec::new() };
        Self { finish, layout, types, batches: Vec::new(), groups, bytes: 0 }
    }

    fn only_first(&self) -> bool {
        F::FIRST && self.layout.sort.is_empty() && self.layout.distinct == 0
    }

    fn add(&mut self, columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let batch = self.batches.len();
        let nulls = columns.first().filter(|_| self.layout.strict).and_then(|column| column.logical_nulls());
        let only_first = self.only_first();
        let groups = &mut self.groups;
        let mut taken = 0;
        rows.each(nulls.as_ref(), |row, group| {
            let group = super::fold::at(groups, group)?;
            if !only_first || group.is_empty() {
                group.push((batch, row));
                taken += 1;
            }
            Ok(())
        })?;
        if taken > 0 {
            self.bytes += columns.iter().map(|column| column.get_array_memory_size()).sum::<usize>();
            self.bytes += taken * size_of::<(usize, usize)>();
            self.batches.push(columns.to_vec());
        }
        Ok(())
    }

    fn add_lists(&mut self, lists: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let Some(first) = lists.first().and_then(|list| list.as_list_opt::<i32>()) else {
            return datafusion::common::internal_err!("a gathered state is made of lists");
        };
        let children: Vec<ArrayRef> =
            lists.iter().filter_map(|list| list.as_list_opt::<i32>()).map(|list| Arc::clone(list.values())).collect();
        let batch = self.batches.len();
        let only_first = self.only_first();
        let groups = &mut self.groups;
        let mut taken = 0;
        rows.each(None, |row, group| {
            let (start, end) = bounds(first.value_offsets(), row);
            let group = super::fold::at(groups, group)?;
            let end = match only_first {
                true if group.is_empty() => end.min(start + 1),
                true => start,
                false => end,
            };
            group.extend((start..end).map(|child| (batch, child)));
            taken += end - start;
            Ok(())
        })?;
        if taken > 0 {
            self.bytes += children.iter().map(|column| column.get_array_memory_size()).sum::<usize>();
            self.bytes += taken * size_of::<(usize, usize)>();
            self.batches.push(children);
        }
        Ok(())
    }

    /// The columns with the rows of these groups one after another, in the order in which they came.
    fn columns(&self, groups: &[Vec<(usize, usize)>]) -> Result<(Vec<ArrayRef>, Vec<usize>)> {
        let mut offsets = vec![0];
        let mut total = 0;
        for group in groups {
            total += group.len();
            offsets.push(total);
        }
        interrupt::making(self.copies(total)).map_err(SqlError::into_datafusion)?;
        let rows: Vec<(usize, usize)> = groups.iter().flatten().copied().collect();
        let columns = self
            .types
            .iter()
            .enumerate()
            .map(|(number, ty)| {
                let parts: Vec<&dyn Array> =
                    self.batches.iter().filter_map(|batch| batch.get(number)).map(AsRef::as_ref).collect();
                if rows.is_empty() {
                    return Ok(datafusion::arrow::array::new_empty_array(ty));
                }
                Ok(interleave(&parts, &rows)?)
            })
            .collect::<Result<Vec<_>>>()?;
        Ok((columns, offsets))
    }

    /// Bytes of so many rows one after another: text is shared, all else is copied.
    fn copies(&self, rows: usize) -> usize {
        let copy = |(number, ty): (usize, &DataType)| {
            if *ty == DataType::Utf8View {
                return rows.saturating_mul(size_of::<u128>());
            }
            let (bytes, all) = self
                .batches
                .iter()
                .filter_map(|batch| batch.get(number))
                .fold((0, 0), |(bytes, all), column| (bytes + bytes_of(column.as_ref()), all + column.len()));
            rows.saturating_mul(bytes).checked_div(all).unwrap_or(0)
        };
        self.types.iter().enumerate().map(copy).sum()
    }

    fn results(&self, groups: &[Vec<(usize, usize)>]) -> Result<ArrayRef> {
        let (columns, offsets) = self.columns(groups)?;
        let (columns, offsets) = self.layout.arrange(columns, offsets)?;
        self.finish.finish(&columns, &offsets)
    }

    fn lists(&self, groups: &[Vec<(usize, usize)>]) -> Result<Vec<ArrayRef>> {
        let (columns, offsets) = self.columns(groups)?;
        columns.into_iter().map(|column| list(column, &offsets, false)).collect()
    }

    /// Gives back what no group needs any more.
    fn shrink(&mut self) {
        if self.groups.iter().all(Vec::is_empty) {
            self.batches.clear();
            self.bytes = 0;
        }
    }

    fn take(&mut self, emit_to: EmitTo) -> Vec<Vec<(usize, usize)>> {
        emit_to.take_needed(&mut self.groups)
    }
}

/// One list per group; with `empty_is_null`, a group without rows gives NULL.
pub(super) fn list(values: ArrayRef, offsets: &[usize], empty_is_null: bool) -> Result<ArrayRef> {
    let offsets32 = offsets
        .iter()
        .map(|&offset| i32::try_from(offset))
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(|_| too_large("array"))?;
    let nulls = empty_is_null
        .then(|| offsets.windows(2).map(|pair| matches!(pair, [start, end] if start < end)).collect::<Vec<bool>>());
    let field = Arc::new(Field::new_list_field(values.data_type().clone(), true));
    let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets32));
    Ok(Arc::new(ListArray::try_new(field, offsets, values, nulls.map(Into::into))?))
}

/// 54000: a result that is too large to be made.
pub(super) fn too_large(what: &str) -> datafusion::common::DataFusionError {
    crate::error::SqlError::new(guard::SqlState::PROGRAM_LIMIT_EXCEEDED, format!("{what} is too large"))
        .into_datafusion()
}

pub(super) fn bounds(offsets: &[i32], row: usize) -> (usize, usize) {
    match offsets.get(row..row + 2) {
        Some([start, end]) => (usize::try_from(*start).unwrap_or(0), usize::try_from(*end).unwrap_or(0)),
        _ => (0, 0),
    }
}

impl Layout {
    /// Sorts each group by the sort keys, then by the distinct keys, and drops the rows that repeat the one before them.
    fn arrange(&self, columns: Vec<ArrayRef>, offsets: Vec<usize>) -> Result<(Vec<ArrayRef>, Vec<usize>)> {
        if self.sort.is_empty() && self.distinct == 0 {
            return Ok((columns, offsets));
        }
        let sort_keys = columns.get(self.arguments..self.arguments + self.sort.len()).unwrap_or_default();
        let same_keys = columns.get(self.arguments + self.sort.len()..).unwrap_or_default();
        let sort_rows = comparable(sort_keys, &self.sort)?;
        let default = vec![Direction { ascending: true, nulls_first: false }; same_keys.len()];
        let same_rows = comparable(same_keys, &default)?;
        let key = |row: usize| (sort_rows.get(row), same_rows.get(row));
        let mut order: Vec<u32> = Vec::new();
        let mut ends = vec![0];
        for pair in offsets.windows(2) {
            let &[start, end] = pair else { continue };
            let mut rows: Vec<usize> = (start..end).collect();
            sort(&mut rows, |a, b| key(*a).cmp(&key(*b))).map_err(SqlError::into_datafusion)?;
            if self.distinct > 0 {
                rows.dedup_by(|a, b| same_rows.get(*a) == same_rows.get(*b));
            }
            for row in rows {
                order.push(u32::try_from(row).map_err(|_| too_large("aggregate"))?);
            }
            ends.push(order.len());
        }
        let order = datafusion::arrow::array::UInt32Array::from(order);
        let arguments = columns
            .iter()
            .take(self.arguments)
            .map(|column| Ok(datafusion::arrow::compute::take(column, &order, None)?))
            .collect::<Result<Vec<_>>>()?;
        Ok((arguments, ends))
    }
}

/// A stable sort that can be ended: of runs, and of the runs when they are sorted, which such a sort is quick with.
fn sort(rows: &mut [usize], order: impl Fn(&usize, &usize) -> std::cmp::Ordering) -> SqlResult<()> {
    let mut run = RUN;
    while run < rows.len() {
        for runs in rows.chunks_mut(run) {
            interrupt::check()?;
            runs.sort_by(&order);
        }
        run = run.saturating_mul(16);
    }
    interrupt::check()?;
    rows.sort_by(&order);
    Ok(())
}

/// Keys as bytes that compare as the values do; `None` where there are no keys.
struct Comparable(Option<datafusion::arrow::row::Rows>);

impl Comparable {
    fn get(&self, row: usize) -> Option<datafusion::arrow::row::Row<'_>> {
        self.0.as_ref().map(|rows| rows.row(row))
    }
}

fn comparable(keys: &[ArrayRef], directions: &[Direction]) -> Result<Comparable> {
    if keys.is_empty() {
        return Ok(Comparable(None));
    }
    let fields = keys
        .iter()
        .zip(directions)
        .map(|(key, direction)| {
            let options = SortOptions { descending: !direction.ascending, nulls_first: direction.nulls_first };
            SortField::new_with_options(key.data_type().clone(), options)
        })
        .collect();
    let keys: Vec<ArrayRef> = keys.iter().map(one_zero_one_nan).collect();
    Ok(Comparable(Some(RowConverter::new(fields)?.convert_columns(&keys)?)))
}

/// One ascending key as bytes that compare as the values do.
pub(super) fn comparable_rows(key: &ArrayRef) -> Result<datafusion::arrow::row::Rows> {
    let converter = RowConverter::new(vec![SortField::new(key.data_type().clone())])?;
    Ok(converter.convert_columns(&[one_zero_one_nan(key)])?)
}

/// PostgreSQL has one zero and one NaN, the greatest value; the row format tells them apart by sign.
pub(super) fn one_zero_one_nan(key: &ArrayRef) -> ArrayRef {
    match key.data_type() {
        DataType::Float32 => Arc::new(
            key.as_primitive::<Float32Type>()
                .unary::<_, Float32Type>(|value| if value.is_nan() { f32::NAN } else { value + 0.0 }),
        ),
        DataType::Float64 => Arc::new(
            key.as_primitive::<Float64Type>()
                .unary::<_, Float64Type>(|value| if value.is_nan() { f64::NAN } else { value + 0.0 }),
        ),
        _ => Arc::clone(key),
    }
}

impl<F: Finish> GroupsAccumulator for Gathered<F> {
    fn update_batch(
        &mut self,
        values: &[ArrayRef],
        group_indices: &[usize],
        opt_filter: Option<&BooleanArray>,
        total_num_groups: usize,
    ) -> Result<()> {
        self.groups.resize_with(total_num_groups, Vec::new);
        self.add(values, &Rows::grouped(group_indices, opt_filter))
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let groups = self.take(emit_to);
        let results = self.results(&groups)?;
        self.shrink();
        Ok(results)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let groups = self.take(emit_to);
        let lists = self.lists(&groups)?;
        self.shrink();
        Ok(lists)
    }

    fn merge_batch(&mut self, values: &[ArrayRef], group_indices: &[usize], total_num_groups: usize) -> Result<()> {
        self.groups.resize_with(total_num_groups, Vec::new);
        self.add_lists(values, &Rows::grouped(group_indices, None))
    }

    fn convert_to_state(&self, values: &[ArrayRef], opt_filter: Option<&BooleanArray>) -> Result<Vec<ArrayRef>> {
        let length = values.first().map_or(0, |column| column.len());
        let groups: Vec<usize> = (0..length).collect();
        let mut kept: Vec<Vec<u32>> = vec![Vec::new(); length];
        let nulls = values.first().filter(|_| self.layout.strict).and_then(|column| column.logical_nulls());
        Rows::grouped(&groups, opt_filter).each(nulls.as_ref(), |row, group| {
            super::fold::at(&mut kept, group)?.push(u32::try_from(row).unwrap_or(u32::MAX));
            Ok(())
        })?;
        let mut offsets = vec![0];
        let mut total = 0;
        for group in &kept {
            total += group.len();
            offsets.push(total);
        }
        let order = datafusion::arrow::array::UInt32Array::from_iter_values(kept.into_iter().flatten());
        values
            .iter()
            .map(|column| list(datafusion::arrow::compute::take(column, &order, None)?, &offsets, false))
            .collect()
    }

    fn size(&self) -> usize {
        size_of::<Self>() + self.bytes + self.groups.capacity() * size_of::<Vec<(usize, usize)>>()
    }
}

impl<F: Finish> Accumulator for Gathered<F> {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let length = values.first().map_or(0, |column| column.len());
        self.add(values, &Rows::all(length))
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        ScalarValue::try_from_array(&self.results(&self.groups)?, 0)
    }

    fn size(&self) -> usize {
        GroupsAccumulator::size(self)
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        self.lists(&self.groups)?.iter().map(|column| ScalarValue::try_from_array(column, 0)).collect()
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        let length = states.first().map_or(0, |column| column.len());
        self.add_lists(states, &Rows::all(length))
    }
}
