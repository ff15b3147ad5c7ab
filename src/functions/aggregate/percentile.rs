//! percentile_cont and percentile_disc: the rows arrive sorted; the fraction is the same in all of a group's rows.

use super::finish::{pick, spans};
use super::gather::{Finish, list};
use super::sums::out_of_range;
use crate::error::SqlError;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, Float64Array, Float64Builder, IntervalMonthDayNanoArray};
use datafusion::arrow::datatypes::{Float64Type, IntervalMonthDayNanoType};
use datafusion::common::Result;
use std::sync::Arc;

/// Both percentile aggregates; the arguments are the value and the fraction, or an array of fractions.
#[derive(Debug)]
pub(super) struct Percentile {
    pub(super) continuous: bool,
    pub(super) several: bool,
}

/// One group's rows, and one fraction asked for; `None` gives NULL.
type Ask = Option<(std::ops::Range<usize>, f64)>;

impl Finish for Percentile {
    fn finish(&self, columns: &[ArrayRef], offsets: &[usize]) -> Result<ArrayRef> {
        let [values, fractions, ..] = columns else {
            return datafusion::common::internal_err!("a percentile takes a fraction");
        };
        if !self.several {
            let fractions = fractions.as_primitive::<Float64Type>();
            let asks = spans(offsets)
                .map(|rows| match rows.is_empty() || fractions.is_null(rows.start) {
                    true => Ok(None),
                    false => Ok(Some((rows.clone(), checked(fractions.value(rows.start))?))),
                })
                .collect::<Result<Vec<Ask>>>()?;
            return self.answers(values, asks);
        }
        let fractions = fractions.as_list::<i32>();
        let mut asks: Vec<Ask> = Vec::new();
        let mut ends = vec![0];
        let mut known = Vec::new();
        for rows in spans(offsets) {
            let asked = !rows.is_empty() && fractions.is_valid(rows.start);
            known.push(asked);
            if asked {
                let wanted = fractions.value(rows.start);
                for fraction in wanted.as_primitive::<Float64Type>() {
                    asks.push(fraction.map(checked).transpose()?.map(|fraction| (rows.clone(), fraction)));
                }
            }
            ends.push(asks.len());
        }
        let lists = list(self.answers(values, asks)?, &ends, false)?;
        let nulls = datafusion::arrow::array::BooleanArray::from(known.iter().map(|known| !known).collect::<Vec<_>>());
        Ok(datafusion::arrow::compute::nullif(&lists, &nulls)?)
    }
}

fn checked(fraction: f64) -> Result<f64> {
    if (0.0..=1.0).contains(&fraction) {
        return Ok(fraction);
    }
    Err(out_of_range("percentile value is not between 0 and 1").into_datafusion())
}

impl Percentile {
    fn answers(&self, values: &ArrayRef, asks: Vec<Ask>) -> Result<ArrayRef> {
        if !self.continuous {
            return pick(values, asks.into_iter().map(|ask| ask.map(|(rows, fraction)| discrete(rows, fraction))));
        }
        if let Some(values) = values.as_primitive_opt::<IntervalMonthDayNanoType>() {
            let answers = asks
                .into_iter()
                .map(|ask| {
                    ask.map(|ask| {
                        let (low, high, share) = between(ask);
                        super::super::datetime::interval::between(values.value(low), values.value(high), share)
                    })
                    .transpose()
                })
                .collect::<std::result::Result<IntervalMonthDayNanoArray, SqlError>>();
            return Ok(Arc::new(answers.map_err(SqlError::into_datafusion)?));
        }
        let values: &Float64Array = values.as_primitive();
        let mut answers = Float64Builder::with_capacity(asks.len());
        for ask in asks {
            answers.append_option(ask.map(|ask| {
                let (low, high, share) = between(ask);
                let (low, high) = (values.value(low), values.value(high));
                if share == 0.0 { low } else { low + share * (high - low) }
            }));
        }
        Ok(Arc::new(answers.finish()))
    }
}

/// The row whose cumulative share reaches the fraction.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "row numbers")]
fn discrete(rows: std::ops::Range<usize>, fraction: f64) -> usize {
    let number = (fraction * rows.len() as f64).ceil() as usize;
    rows.start + number.saturating_sub(1)
}

/// The two rows around the fraction, and how far it is from the first to the second.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "row numbers")]
fn between((rows, fraction): (std::ops::Range<usize>, f64)) -> (usize, usize, f64) {
    let place = fraction * (rows.len() - 1) as f64;
    let (low, high) = (place.floor(), place.ceil());
    let share = if low == high { 0.0 } else { place - low };
    (rows.start + low as usize, rows.start + high as usize, share)
}
