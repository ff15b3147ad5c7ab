//! generate_series and generate_subscripts.

use super::{LIMIT, lists, made, too_many};
use crate::error::{SqlError, SqlResult};
use crate::functions::datetime::arithmetic::{timestamp_plus, timestamptz_plus};
use crate::functions::datetime::calendar::{STAMP_INFINITY, STAMP_MINUS_INFINITY, is_finite};
use crate::functions::datetime::interval::span;
use crate::functions::entry::Entry;
use crate::functions::kernel::Call;
use crate::functions::rows::{
    Bool, Bytes, Column, I4, I8, List, Read, Span, Stamp, TimestampValue, TimestamptzValue, Write,
};
use crate::types::PgType;
use crate::types::numeric::PgNumeric;
use datafusion::arrow::array::{Array, ArrayRef};
use datafusion::arrow::datatypes::IntervalMonthDayNano;
use guard::SqlState;

type Rows = SqlResult<ArrayRef>;

pub(super) fn entries() -> Vec<Entry> {
    vec![
        Entry::set_returning("generate_series(int4, int4) int4", |a, c| {
            made("generate_series(int4, int4)", int4s, PgType::Int4, a, c)
        }),
        Entry::set_returning("generate_series(int4, int4, int4) int4", |a, c| {
            made("generate_series(int4, int4, int4)", int4s, PgType::Int4, a, c)
        }),
        Entry::set_returning("generate_series(int8, int8) int8", |a, c| {
            made("generate_series(int8, int8)", int8s, PgType::Int8, a, c)
        }),
        Entry::set_returning("generate_series(int8, int8, int8) int8", |a, c| {
            made("generate_series(int8, int8, int8)", int8s, PgType::Int8, a, c)
        }),
        Entry::set_returning("generate_series(numeric, numeric) numeric", |a, c| {
            made("generate_series(numeric, numeric)", numerics, PgType::Numeric, a, c)
        }),
        Entry::set_returning("generate_series(numeric, numeric, numeric) numeric", |a, c| {
            made("generate_series(numeric, numeric, numeric)", numerics, PgType::Numeric, a, c)
        }),
        Entry::set_returning("generate_series(timestamp, timestamp, interval) timestamp", |a, c| {
            made("generate_series(timestamp, timestamp, interval)", timestamps, PgType::Timestamp, a, c)
        }),
        Entry::set_returning("generate_series(timestamptz, timestamptz, interval) timestamptz", |a, c| {
            made("generate_series(timestamptz, timestamptz, interval)", timestamptzs, PgType::Timestamptz, a, c)
        }),
        Entry::set_returning("generate_subscripts(anyarray, int4) int4", |a, c| {
            made("generate_subscripts(anyarray, int4)", subscripts, PgType::Int4, a, c)
        }),
        Entry::set_returning("generate_subscripts(anyarray, int4, bool) int4", |a, c| {
            made("generate_subscripts(anyarray, int4, bool)", subscripts, PgType::Int4, a, c)
        }),
    ]
}

fn zero_step() -> SqlError {
    SqlError::new(SqlState::INVALID_PARAMETER_VALUE, "step size cannot equal zero")
}

/// The numbers from `start` to `stop`; one that would overflow ends the series.
fn whole_numbers(start: i64, stop: i64, step: i64, mut sink: impl FnMut(i64) -> SqlResult<()>) -> SqlResult<()> {
    if step == 0 {
        return Err(zero_step());
    }
    // Refused before the first row rather than after the last one that may be.
    let steps = (i128::from(stop) - i128::from(start)) / i128::from(step);
    if steps >= LIMIT as i128 {
        return Err(too_many());
    }
    let mut next = Some(start);
    while let Some(value) = next.filter(|&value| if step > 0 { value <= stop } else { value >= stop }) {
        sink(value)?;
        next = value.checked_add(step);
    }
    Ok(())
}

/// Start, stop, and the step if there is one.
type Steps<'a, R> = (<R as Read>::Value<'a>, <R as Read>::Value<'a>, Option<<R as Read>::Value<'a>>);

/// Start, stop and step of a row; `None` if one is NULL.
fn bounds<'a, R: Read>(columns: &'a [Column<'a, R>], row: usize) -> Option<Steps<'a, R>> {
    match columns {
        [start, stop] => Some((start.get(row)?, stop.get(row)?, None)),
        [start, stop, step] => Some((start.get(row)?, stop.get(row)?, Some(step.get(row)?))),
        _ => None,
    }
}

fn columns<'a, R: Read>(call: &'a Call<'_>) -> SqlResult<Vec<Column<'a, R>>> {
    (0..call.types.len()).map(|index| call.column::<R>(index)).collect()
}

fn int4s(call: &Call<'_>) -> Rows {
    let columns = columns::<I4>(call)?;
    lists::<i32>(call, |row, sink| {
        let Some((start, stop, step)) = bounds(&columns, row) else { return Ok(()) };
        whole_numbers(start.into(), stop.into(), step.unwrap_or(1).into(), |value| {
            sink(i32::try_from(value).map_err(|_| SqlError::internal("a series left its bounds"))?)
        })
    })
}

fn int8s(call: &Call<'_>) -> Rows {
    let columns = columns::<I8>(call)?;
    lists::<i64>(call, |row, sink| {
        let Some((start, stop, step)) = bounds(&columns, row) else { return Ok(()) };
        whole_numbers(start, stop, step.unwrap_or(1), sink)
    })
}

fn numerics(call: &Call<'_>) -> Rows {
    let columns = columns::<Bytes>(call)?;
    lists::<Vec<u8>>(call, |row, sink| {
        let Some((start, stop, step)) = bounds(&columns, row) else { return Ok(()) };
        let step = step.map_or(PgNumeric::ONE, PgNumeric::decode);
        let (mut value, stop) = (PgNumeric::decode(start), PgNumeric::decode(stop));
        for (number, what) in [(&value, "start"), (&stop, "stop"), (&step, "step")] {
            let kind = if number.is_nan() { "NaN" } else { "infinity" };
            if number.is_nan() || number.is_infinite() {
                let subject = if what == "step" { "step size" } else { what };
                let ending = if what == "step" { "" } else { " value" };
                let message = format!("{subject}{ending} cannot be {kind}");
                return Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message));
            }
        }
        if step.is_zero() {
            return Err(zero_step());
        }
        while if step.is_negative() { value >= stop } else { value <= stop } {
            sink(value.to_bytes())?;
            // One with too many digits is past the end, which has not.
            let Ok(next) = value.try_add(&step) else { break };
            value = next;
        }
        Ok(())
    })
}

fn moments<W: Write>(
    call: &Call<'_>,
    wrap: fn(i64) -> W,
    plus: impl Fn(i64, IntervalMonthDayNano) -> SqlResult<i64>,
) -> Rows {
    let (starts, stops, steps) = (call.column::<Stamp>(0)?, call.column::<Stamp>(1)?, call.column::<Span>(2)?);
    lists::<W>(call, |row, sink| {
        let (Some(mut value), Some(stop), Some(step)) = (starts.get(row), stops.get(row), steps.get(row)) else {
            return Ok(());
        };
        let direction = span(step);
        if direction == 0 {
            return Err(zero_step());
        }
        // PostgreSQL starts to give rows, and leaves it to a LIMIT to end.
        if is_finite(value) && stop == if direction > 0 { STAMP_INFINITY } else { STAMP_MINUS_INFINITY } {
            return Err(SqlError::unsupported("a series without an end is not supported"));
        }
        while if direction > 0 { value <= stop } else { value >= stop } {
            sink(wrap(value))?;
            if !is_finite(value) {
                return Err(too_many());
            }
            value = plus(value, step)?;
        }
        Ok(())
    })
}

fn timestamps(call: &Call<'_>) -> Rows {
    moments(call, TimestampValue, timestamp_plus)
}

fn timestamptzs(call: &Call<'_>) -> Rows {
    let zone = call.display.time_zone;
    moments(call, TimestamptzValue, |value, step| timestamptz_plus(value, step, zone))
}

/// Arrays have one dimension here.
fn subscripts(call: &Call<'_>) -> Rows {
    let (arrays, dimensions) = (call.column::<List>(0)?, call.column::<I4>(1)?);
    let backwards = if call.columns.len() > 2 { Some(call.column::<Bool>(2)?) } else { None };
    lists::<i32>(call, |row, sink| {
        let backwards = backwards.as_ref().map_or(Some(false), |flags| flags.get(row));
        let (Some(array), Some(1), Some(backwards)) = (arrays.get(row), dimensions.get(row), backwards) else {
            return Ok(());
        };
        let last = i32::try_from(array.len()).map_err(|_| too_many())?;
        if backwards { (1..=last).rev().try_for_each(sink) } else { (1..=last).try_for_each(sink) }
    })
}
