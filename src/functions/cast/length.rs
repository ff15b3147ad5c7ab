//! Type modifiers: `varchar(10)`, `numeric(12,2)`, `timestamp(3)`.
//!
//! Comes in: a value of the type, and the modifier. Goes out: the value as a column so declared would hold it. Must never: cut off anything but blanks unless the cast was asked for.

use super::super::CastContext;
use super::super::kernel::{Call, Invocation, KernelFn};
use super::super::names;
use super::super::rows::{
    IntervalValue, Num, Span, Stamp, Str, Time, TimeValue, TimestampValue, TimestamptzValue, build, map1,
};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use crate::types::numeric::PgNumeric;
use datafusion::arrow::array::ArrayRef;
use datafusion::arrow::datatypes::IntervalMonthDayNano;
use guard::SqlState;

/// Applies a modifier; a type that has none is left alone.
pub fn apply(value: Typed, typmod: i32, when: CastContext, context: &BindContext) -> SqlResult<Typed> {
    let Some(kernel) = find(&value.ty, when) else {
        return Ok(match value.ty {
            PgType::Array(_) => Typed { typmod, ..elements(value, typmod, when, context) },
            _ => Typed { typmod, ..value },
        });
    };
    let mut invocation = Invocation::new(name(&value.ty, when), kernel, value.ty.clone());
    invocation.typmod = typmod;
    // A constant that does not fit is told now, as PostgreSQL tells it when it reads the statement.
    Ok(invocation.call(vec![value], context))
}

fn name(ty: &PgType, when: CastContext) -> String {
    let manner = if when == CastContext::Explicit { "explicit" } else { "assignment" };
    format!("length_{manner}_{}(any) any", names::of(ty))
}

fn find(ty: &PgType, when: CastContext) -> Option<KernelFn> {
    Some(match ty {
        PgType::Varchar if when == CastContext::Explicit => |call| characters(call, true, false),
        PgType::Varchar => |call| characters(call, false, false),
        PgType::Bpchar if when == CastContext::Explicit => |call| characters(call, true, true),
        PgType::Bpchar => |call| characters(call, false, true),
        PgType::Numeric => |call| map1::<Num, PgNumeric>(call, |value| value.apply_typmod(call.typmod)),
        PgType::Time => |call| map1::<Time, _>(call, |value| Ok(TimeValue(seconds(value, call.typmod)))),
        PgType::Timestamp => |call| map1::<Stamp, _>(call, |value| Ok(TimestampValue(moment(value, call.typmod)))),
        PgType::Timestamptz => |call| map1::<Stamp, _>(call, |value| Ok(TimestamptzValue(moment(value, call.typmod)))),
        PgType::Interval => |call| map1::<Span, _>(call, |value| Ok(IntervalValue(span(value, call.typmod)))),
        _ => return None,
    })
}

fn elements(value: Typed, typmod: i32, when: CastContext, context: &BindContext) -> Typed {
    let PgType::Array(element) = &value.ty else { return value };
    if find(element, when).is_none() {
        return value;
    }
    let kernel: KernelFn = match when {
        CastContext::Explicit => |call| inside(call, CastContext::Explicit),
        _ => |call| inside(call, CastContext::Assignment),
    };
    let mut invocation = Invocation::new(name(&value.ty, when), kernel, value.ty.clone());
    invocation.typmod = typmod;
    invocation.call(vec![value], context)
}

fn inside(call: &Call<'_>, when: CastContext) -> SqlResult<ArrayRef> {
    super::arrays::map_elements(call, |element, _, inner| match find(element, when) {
        Some(kernel) => kernel(inner),
        None => Err(SqlError::internal("an element without a modifier")),
    })
}

/// `varchar(n)` and `char(n)`: the modifier is n + 4. A bpchar's trailing blanks are not stored.
fn characters(call: &Call<'_>, cut: bool, padded: bool) -> SqlResult<ArrayRef> {
    let most = usize::try_from(call.typmod - 4).unwrap_or(0);
    let texts = call.column::<Str>(0)?;
    build::<&str>(call.rows, |row| {
        let Some(text) = texts.get(row) else { return Ok(None) };
        let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
        let (kept, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        if !cut && rest.bytes().any(|byte| byte != b' ') {
            let ty = if padded { "character" } else { "character varying" };
            return Err(SqlError::new(
                SqlState::STRING_DATA_RIGHT_TRUNCATION,
                format!("value too long for type {ty}({most})"),
            ));
        }
        Ok(Some(if padded { kept.trim_end_matches(' ') } else { kept }))
    })
}

/// Rounds microseconds to `typmod` digits, half away from zero.
fn seconds(micros: i64, typmod: i32) -> i64 {
    let digits = u32::try_from(typmod.clamp(0, 6)).unwrap_or(6);
    let step = 10_i64.pow(6 - digits);
    let half = step / 2;
    if micros >= 0 {
        micros.saturating_add(half) / step * step
    } else {
        -(micros.saturating_neg().saturating_add(half) / step * step)
    }
}

fn moment(micros: i64, typmod: i32) -> i64 {
    /// PostgreSQL counts from 2000, and so rounds away from that year.
    const EPOCH: i64 = 946_684_800_000_000;
    match micros {
        i64::MAX | i64::MIN => micros,
        _ => micros.checked_sub(EPOCH).map_or(micros, |since| seconds(since, typmod) + EPOCH),
    }
}

/// The modifier of interval: fields above, precision in the low 16 bits.
fn span(value: IntervalMonthDayNano, typmod: i32) -> IntervalMonthDayNano {
    const YEAR: i32 = 1 << 2;
    const MONTH: i32 = 1 << 1;
    const DAY: i32 = 1 << 3;
    const HOUR: i32 = 1 << 10;
    const MINUTE: i32 = 1 << 11;
    const SECOND: i32 = 1 << 12;
    let (fields, precision) = ((typmod >> 16) & 0x7fff, typmod & 0xffff);
    let mut micros = value.nanoseconds / 1_000;
    let (mut months, mut days) = (value.months, value.days);
    let finest = [SECOND, MINUTE, HOUR, DAY, MONTH, YEAR].into_iter().find(|field| fields & field != 0);
    match finest {
        Some(YEAR) => (months, days, micros) = (months / 12 * 12, 0, 0),
        Some(MONTH) => (days, micros) = (0, 0),
        Some(DAY) => micros = 0,
        Some(HOUR) => micros = micros / 3_600_000_000 * 3_600_000_000,
        Some(MINUTE) => micros = micros / 60_000_000 * 60_000_000,
        _ => {}
    }
    if precision <= 6 {
        micros = seconds(micros, precision);
    }
    IntervalMonthDayNano::new(months, days, micros.saturating_mul(1_000))
}
