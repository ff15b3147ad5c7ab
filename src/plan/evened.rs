//! Rows that a row filter left, as if there had been no others.
//!
//! Comes in: batches of those rows, each as long as the filter happened to make it. Goes out: the same rows in the same order, in batches whose lengths are the same for all data, in memory of their own. Must
//! never: let a batch end, or keep memory, where a hidden row was.
//!
//! Where partitions take turns, the length of a batch is told by the order of rows: it would tell how many rows of a page are hidden. What an operator keeps is told by errors over memory.

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, BinaryViewArray, ListArray, RecordBatch, RecordBatchOptions, StringViewArray, UInt32Array,
};
use datafusion::arrow::compute::{concat_batches, take};
use datafusion::arrow::datatypes::{DataType, SchemaRef};
use datafusion::common::Result;
use datafusion::execution::SendableRecordBatchStream;
use futures::Stream;
use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

/// Rows of the first batch: a statement that wants few does not wait for many.
const FIRST: usize = 64;
/// So many times the rows each time.
const FASTER: usize = 8;

/// The stream of even batches.
pub(super) struct Evened {
    rows: SendableRecordBatchStream,
    waiting: VecDeque<RecordBatch>,
    /// Rows that wait.
    count: usize,
    /// Rows of the next batch.
    next: usize,
    most: usize,
    has_ended: bool,
}

impl Evened {
    pub(super) fn over(rows: SendableRecordBatchStream, most: usize) -> Self {
        Self { rows, waiting: VecDeque::new(), count: 0, next: FIRST.min(most), most, has_ended: false }
    }

    /// So many of the rows that wait.
    fn batch(&mut self, rows: usize) -> Result<RecordBatch> {
        let mut parts = Vec::new();
        let mut missing = rows;
        while missing > 0
            && let Some(first) = self.waiting.pop_front()
        {
            let taken = missing.min(first.num_rows());
            if taken < first.num_rows() {
                self.waiting.push_front(first.slice(taken, first.num_rows() - taken));
            }
            parts.push(first.slice(0, taken));
            missing -= taken;
        }
        self.count -= rows;
        self.next = self.next.saturating_mul(FASTER).min(self.most);
        cut_out(&self.rows.schema(), &parts)
    }
}

impl Stream for Evened {
    type Item = Result<RecordBatch>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let rows = self.count.min(self.next);
            if rows > 0 && (rows == self.next || self.has_ended) {
                return Poll::Ready(Some(self.batch(rows)));
            }
            if self.has_ended {
                return Poll::Ready(None);
            }
            match ready!(self.rows.as_mut().poll_next(context)) {
                Some(Ok(batch)) => {
                    self.count += batch.num_rows();
                    if batch.num_rows() > 0 {
                        self.waiting.push_back(batch);
                    }
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => self.has_ended = true,
            }
        }
    }
}

/// The rows in memory of their own. A text that points into its page keeps the page, which has the texts of hidden rows too.
fn cut_out(schema: &SchemaRef, parts: &[RecordBatch]) -> Result<RecordBatch> {
    let rows = parts.iter().map(RecordBatch::num_rows).sum();
    let columns = match parts {
        // One part alone would be taken as it is, with all that it was cut from.
        [one] => {
            let all = UInt32Array::from_iter_values((0_u32..).take(rows));
            one.columns().iter().map(|column| Ok(take(column, &all, None)?)).collect::<Result<Vec<_>>>()?
        }
        parts => concat_batches(schema, parts)?.columns().to_vec(),
    };
    let columns = columns.iter().map(own).collect();
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    Ok(RecordBatch::try_new_with_options(Arc::clone(schema), columns, &options)?)
}

/// Where there is no value, another row's may stand behind it.
fn own(column: &ArrayRef) -> ArrayRef {
    match column.data_type() {
        DataType::Utf8View => {
            let texts = column.as_string_view();
            let own = if texts.null_count() == 0 { texts.gc() } else { texts.iter().collect::<StringViewArray>() };
            Arc::new(own)
        }
        DataType::BinaryView => {
            let values = column.as_binary_view();
            let own = if values.null_count() == 0 { values.gc() } else { values.iter().collect::<BinaryViewArray>() };
            Arc::new(own)
        }
        DataType::List(field) => {
            let list = column.as_list::<i32>();
            let (offsets, nulls) = (list.offsets().clone(), list.nulls().cloned());
            Arc::new(ListArray::new(Arc::clone(field), offsets, own(list.values()), nulls))
        }
        _ => Arc::clone(column),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::arrow::array::{BooleanArray, Int64Array};
    use datafusion::arrow::compute::filter_record_batch;
    use datafusion::arrow::datatypes::{Field, Schema};
    use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
    use futures::{FutureExt, StreamExt};

    const SHOWN: &str = "a value that is too long to stand in its view";

    /// The memory of the one row that a filter leaves of these, before and after it is cut out.
    fn room<T>(values: T, is_shown: &[bool]) -> (usize, usize)
    where
        T: Array + 'static,
    {
        let schema = Arc::new(Schema::new(vec![Field::new("x", values.data_type().clone(), true)]));
        let batch = RecordBatch::try_new(schema, vec![Arc::new(values)]).unwrap();
        let kept = filter_record_batch(&batch, &BooleanArray::from(is_shown.to_vec())).unwrap();
        let own = cut_out(&kept.schema(), std::slice::from_ref(&kept)).unwrap();
        assert_eq!(own, kept);
        (kept.get_array_memory_size(), own.get_array_memory_size())
    }

    /// What operators reserve for rows is told in errors, so that it must not count what the rows stood beside.
    #[test]
    fn rows_take_the_room_of_what_is_shown_and_of_nothing_else() {
        let long = "another value that is too long to stand in its view".repeat(100);
        let (alone, among) = (vec![SHOWN], vec![SHOWN, &long, &long, &long]);
        let texts = |values: &[&str]| {
            let is_shown: Vec<bool> = values.iter().map(|value| *value == SHOWN).collect();
            let bytes: Vec<&[u8]> = values.iter().map(|value| value.as_bytes()).collect();
            [room(StringViewArray::from(values.to_vec()), &is_shown), room(BinaryViewArray::from(bytes), &is_shown)]
        };
        for ((with, own_with), (without, own_without)) in texts(&among).into_iter().zip(texts(&alone)) {
            assert!(with > without, "the engine keeps what was hidden: there is something to prove");
            assert_eq!(own_with, own_without);
        }
    }

    #[test]
    fn a_piece_of_a_page_keeps_no_page() {
        let room = |numbers: Int64Array, at: usize| {
            let schema = Arc::new(Schema::new(vec![Field::new("x", DataType::Int64, true)]));
            let batch = RecordBatch::try_new(schema, vec![Arc::new(numbers)]).unwrap().slice(at, 2);
            cut_out(&batch.schema(), std::slice::from_ref(&batch)).unwrap().get_array_memory_size()
        };
        assert_eq!(room((0..10_000).collect(), 5_000), room((0..2).collect(), 0));
    }

    /// A NULL's view may point to what a hidden row has.
    #[test]
    fn nothing_stands_behind_a_null() {
        use datafusion::arrow::array::StringViewArray;
        use datafusion::arrow::buffer::NullBuffer;
        let hidden = StringViewArray::from(vec!["a value that is too long to stand in its view".repeat(100)]);
        let null = StringViewArray::new(
            hidden.views().clone(),
            hidden.data_buffers().to_vec(),
            Some(NullBuffer::from(vec![false])),
        );
        let list = ListArray::new(
            Arc::new(Field::new("item", DataType::Utf8View, true)),
            datafusion::arrow::buffer::OffsetBuffer::from_lengths([1]),
            Arc::new(null.clone()),
            None,
        );
        let bytes = null.clone().to_binary_view();
        for column in [Arc::new(null) as ArrayRef, Arc::new(bytes), Arc::new(list)] {
            assert!(column.get_array_memory_size() > 4_500);
            assert!(own(&column).get_array_memory_size() < 1_000, "{}", column.data_type());
        }
    }

    /// The lengths of the batches that come of batches of such lengths, and the sum of all numbers in them.
    fn lengths(of: &[usize], most: usize) -> (Vec<usize>, Vec<i64>) {
        let schema: SchemaRef = Arc::new(Schema::new(vec![Field::new("n", DataType::Int64, false)]));
        let mut numbers = 0..;
        let batches: Vec<_> = of
            .iter()
            .map(|length| {
                let column: Int64Array = numbers.by_ref().take(*length).collect();
                Ok(RecordBatch::try_new(Arc::clone(&schema), vec![Arc::new(column)]).unwrap())
            })
            .collect();
        let rows = RecordBatchStreamAdapter::new(Arc::clone(&schema), futures::stream::iter(batches));
        let even = Evened::over(Box::pin(rows), most).map(|batch| batch.unwrap());
        let even: Vec<RecordBatch> = even.collect().now_or_never().unwrap();
        let numbers = even.iter().flat_map(|batch| {
            batch.column(0).as_primitive::<datafusion::arrow::datatypes::Int64Type>().values().to_vec()
        });
        (even.iter().map(RecordBatch::num_rows).collect(), numbers.collect())
    }

    #[test]
    fn batches_end_where_the_number_of_visible_rows_says_and_no_row_is_lost() {
        let even = vec![64, 512, 1_000, 1_000, 424];
        for of in [vec![3_000], vec![1; 3_000], vec![0, 63, 1, 2, 700, 0, 2_234], vec![64, 512, 1_000, 1_000, 424]] {
            let (lengths, numbers) = lengths(&of, 1_000);
            assert_eq!((lengths, numbers), (even.clone(), (0..3_000).collect()), "{of:?}");
        }
        assert_eq!(lengths(&[], 1_000).0, Vec::<usize>::new());
        assert_eq!(lengths(&[5], 1_000).0, [5]);
        assert_eq!(lengths(&[70], 10).0, [10; 7]);
    }

    #[test]
    fn rows_without_columns_are_counted() {
        let options = RecordBatchOptions::new().with_row_count(Some(70));
        let schema: SchemaRef = Arc::new(Schema::empty());
        let batch = RecordBatch::try_new_with_options(Arc::clone(&schema), Vec::new(), &options).unwrap();
        let rows = RecordBatchStreamAdapter::new(schema, futures::stream::iter([Ok(batch.clone()), Ok(batch)]));
        let even = Evened::over(Box::pin(rows), 8_192).map(|batch| batch.unwrap().num_rows());
        assert_eq!(even.collect::<Vec<_>>().now_or_never().unwrap(), [64, 76]);
    }
}
