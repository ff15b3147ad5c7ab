//! Frames that the engine can't find: RANGE by a distance that no number of its own measures, such as a month.
//!
//! Comes in: the arguments of an aggregate, the one sort key, and for each row the first and last key of its frame, all as columns of a partition in its order. Goes out: the aggregate over each row's
//! frame. Must never: take a row for a peer that the sort key tells apart.

use super::udaf::PgAggregate;
use crate::error::SqlError;
use crate::interrupt;
use crate::types::PgType;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, UInt64Array, new_empty_array};
use datafusion::arrow::compute::{SortOptions, filter, take};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::arrow::row::{RowConverter, Rows, SortField};
use datafusion::common::{Result, ScalarValue, internal_err};
use datafusion::logical_expr::function::{PartitionEvaluatorArgs, WindowUDFFieldArgs};
use datafusion::logical_expr::{Accumulator, PartitionEvaluator, Signature, Volatility, WindowUDFImpl};
use std::ops::Range;
use std::sync::Arc;

/// Where a frame starts or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Edge {
    Unbounded,
    /// With the row's peers.
    Peers,
    /// At a key that is one of the columns.
    Key,
}

/// What is made of a frame's rows.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) enum Over {
    Aggregate(Box<PgAggregate>),
    First,
    Last,
    /// From 1.
    Nth(usize),
}

/// A function over such frames. Its columns: the arguments, the filter if there is one, the sort key, the keys of the edges that have one.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct PgFramed {
    pub(super) over: Over,
    pub(super) arguments: usize,
    pub(super) filtered: bool,
    pub(super) start: Edge,
    pub(super) end: Edge,
    pub(super) ascending: bool,
    pub(super) nulls_first: bool,
    result: DataType,
    signature: Signature,
}

impl PgFramed {
    pub(super) fn new(
        over: Over,
        (arguments, filtered): (usize, bool),
        (start, end): (Edge, Edge),
        (ascending, nulls_first): (bool, bool),
        result: &PgType,
    ) -> Self {
        let signature = Signature::variadic_any(Volatility::Immutable);
        Self { over, arguments, filtered, start, end, ascending, nulls_first, result: result.arrow(), signature }
    }

    /// The PostgreSQL name.
    #[must_use]
    pub fn postgres_name(&self) -> &str {
        match &self.over {
            Over::Aggregate(aggregate) => aggregate.postgres_name(),
            Over::First => "first_value",
            Over::Last => "last_value",
            Over::Nth(_) => "nth_value",
        }
    }

    fn frames(&self, columns: &[ArrayRef], rows: usize) -> Result<Vec<Range<usize>>> {
        let Some((key, edges)) = columns.split_first() else { return internal_err!("a frame without a key") };
        let options = SortOptions { descending: !self.ascending, nulls_first: self.nulls_first };
        let converter = RowConverter::new(vec![SortField::new_with_options(key.data_type().clone(), options)])?;
        let keys = converter.convert_columns(std::slice::from_ref(key))?;
        let mut edges = edges.iter().map(|edge| converter.convert_columns(std::slice::from_ref(edge)));
        let start = if self.start == Edge::Key { edges.next().transpose()? } else { None };
        let end = if self.end == Edge::Key { edges.next().transpose()? } else { None };
        let mut frames = Vec::with_capacity(rows);
        for row in 0..rows {
            let first = match (self.start, &start) {
                (Edge::Unbounded, _) => 0,
                (Edge::Key, Some(start)) => before(&keys, start, row, false),
                (Edge::Peers | Edge::Key, _) => before(&keys, &keys, row, false),
            };
            let last = match (self.end, &end) {
                (Edge::Unbounded, _) => rows,
                (Edge::Key, Some(end)) => before(&keys, end, row, true),
                (Edge::Peers | Edge::Key, _) => before(&keys, &keys, row, true),
            };
            frames.push(first..last.max(first));
        }
        Ok(frames)
    }
}

/// How many of the sorted keys are before the edge of this row; with `equal`, those that are at it count too.
fn before(keys: &Rows, edges: &Rows, row: usize, equal: bool) -> usize {
    let edge = edges.row(row);
    let (mut low, mut high) = (0, keys.num_rows());
    while low < high {
        let middle = low + (high - low) / 2;
        let key = keys.row(middle);
        if key < edge || equal && key == edge {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

impl WindowUDFImpl for PgFramed {
    fn name(&self) -> &str {
        "pg_framed"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn partition_evaluator(&self, _arguments: PartitionEvaluatorArgs) -> Result<Box<dyn PartitionEvaluator>> {
        let over = match &self.over {
            Over::Aggregate(aggregate) => Over::Aggregate(Box::new(aggregate.copy())),
            Over::First => Over::First,
            Over::Last => Over::Last,
            Over::Nth(number) => Over::Nth(*number),
        };
        let (result, signature) = (self.result.clone(), self.signature.clone());
        let framed = Self { over, result, signature, ..*self };
        Ok(Box::new(Evaluator { framed }))
    }

    fn field(&self, arguments: WindowUDFFieldArgs) -> Result<FieldRef> {
        Ok(Arc::new(Field::new(arguments.name(), self.result.clone(), true)))
    }
}

#[derive(Debug)]
struct Evaluator {
    framed: PgFramed,
}

impl PartitionEvaluator for Evaluator {
    fn evaluate_all(&mut self, values: &[ArrayRef], num_rows: usize) -> Result<ArrayRef> {
        let framed = &self.framed;
        let Some((arguments, rest)) = values.split_at_checked(framed.arguments) else {
            return internal_err!("a frame without its arguments");
        };
        let Some((conditions, keys)) = rest.split_at_checked(usize::from(framed.filtered)) else {
            return internal_err!("a frame without its filter");
        };
        let arguments = arguments.iter().map(|column| whole(column, num_rows)).collect::<Result<Vec<_>>>()?;
        let keys = keys.iter().map(|column| whole(column, num_rows)).collect::<Result<Vec<_>>>()?;
        let frames = framed.frames(&keys, num_rows)?;
        let (arguments, frames) = match conditions.first() {
            Some(condition) => kept(&arguments, &whole(condition, num_rows)?, frames)?,
            None => (arguments, frames),
        };
        let aggregate = match &framed.over {
            Over::Aggregate(aggregate) => aggregate,
            Over::First => return picked(&arguments, &frames, |frame| Some(frame.start)),
            Over::Last => return picked(&arguments, &frames, |frame| frame.end.checked_sub(1)),
            Over::Nth(number) => return picked(&arguments, &frames, |frame| frame.start.checked_add(number - 1)),
        };
        aggregated(aggregate, &arguments, frames, &framed.result)
    }
}

/// A constant comes as one row.
fn whole(column: &ArrayRef, rows: usize) -> Result<ArrayRef> {
    if column.len() == rows {
        return Ok(Arc::clone(column));
    }
    ScalarValue::try_from_array(column, 0)?.to_array_of_size(rows)
}

/// The rows that pass the filter, and the frames among them.
fn kept(
    columns: &[ArrayRef],
    condition: &ArrayRef,
    frames: Vec<Range<usize>>,
) -> Result<(Vec<ArrayRef>, Vec<Range<usize>>)> {
    let condition = condition.as_boolean();
    let mut places = Vec::with_capacity(condition.len() + 1);
    let mut count = 0;
    places.push(count);
    for row in 0..condition.len() {
        count += usize::from(condition.is_valid(row) && condition.value(row));
        places.push(count);
    }
    let columns = columns.iter().map(|column| filter(column, condition)).collect::<std::result::Result<_, _>>()?;
    let place = |row: usize| places.get(row).copied().unwrap_or(count);
    Ok((columns, frames.into_iter().map(|frame| place(frame.start)..place(frame.end)).collect()))
}

/// A value of each frame by its place.
fn picked(
    columns: &[ArrayRef],
    frames: &[Range<usize>],
    place: impl Fn(&Range<usize>) -> Option<usize>,
) -> Result<ArrayRef> {
    let Some(column) = columns.first() else { return internal_err!("a frame's value without a column") };
    let place = |frame: &Range<usize>| place(frame).filter(|row| frame.contains(row)).map(|row| row as u64);
    Ok(take(column, &frames.iter().map(place).collect::<UInt64Array>(), None)?)
}

fn aggregated(
    aggregate: &PgAggregate,
    columns: &[ArrayRef],
    frames: Vec<Range<usize>>,
    result: &DataType,
) -> Result<ArrayRef> {
    let mut sliding = Sliding { aggregate, columns, current: 0..0, accumulator: aggregate.single()? };
    let mut results: Vec<ScalarValue> = Vec::with_capacity(frames.len());
    let mut before: Option<Range<usize>> = None;
    for frame in frames {
        interrupt::check().map_err(SqlError::into_datafusion)?;
        // Peers have one frame.
        let known = if before.as_ref() == Some(&frame) { results.last().cloned() } else { None };
        results.push(match known {
            Some(value) => value,
            None => sliding.over(&frame)?,
        });
        before = Some(frame);
    }
    if results.is_empty() {
        return Ok(new_empty_array(result));
    }
    ScalarValue::iter_to_array(results)
}

/// An accumulator that goes with the frames, where it can give rows back and they move one way; else it starts anew.
struct Sliding<'a> {
    aggregate: &'a PgAggregate,
    columns: &'a [ArrayRef],
    current: Range<usize>,
    accumulator: Box<dyn Accumulator>,
}

impl Sliding<'_> {
    fn rows(&self, rows: Range<usize>) -> Vec<ArrayRef> {
        self.columns.iter().map(|column| column.slice(rows.start, rows.len())).collect()
    }

    fn over(&mut self, frame: &Range<usize>) -> Result<ScalarValue> {
        let grows =
            frame.start >= self.current.start && frame.end >= self.current.end && frame.start <= self.current.end;
        let leaves = frame.start > self.current.start;
        if !grows || leaves && !self.accumulator.supports_retract_batch() {
            self.accumulator = self.aggregate.single()?;
            self.current = frame.start..frame.start;
        }
        if frame.end > self.current.end {
            let more = self.rows(self.current.end..frame.end);
            self.accumulator.update_batch(&more)?;
        }
        if frame.start > self.current.start {
            let less = self.rows(self.current.start..frame.start);
            self.accumulator.retract_batch(&less)?;
        }
        self.current = frame.clone();
        self.accumulator.evaluate()
    }
}
