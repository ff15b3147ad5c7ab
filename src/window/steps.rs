//! What a predicate does to a column before it compares it, as far as the order is kept or turned round.
//!
//! Comes in: an expression over one scan's columns. Goes out: the partition's column that it is made of, and how to come from a range of its values to one of the column's. Must never: give a range that
//! lacks a row whose value is in the range that came in.

use super::bounds::{Bounds, DAY, Range, ceil_day, days_that_begin_in};
use crate::functions::datetime::trunc::{longest, timestamp_trunc};
use crate::functions::kernel::KernelUdf;
use crate::plan::governed::PartitionColumns;
use crate::types::datetime::zone_or_abbreviation;
use crate::types::{PgColumn, PgType, TimeZone};
use datafusion::arrow::datatypes::IntervalMonthDayNano;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Expr;

/// The furthest that the clock of a place was ever from UTC, and a margin: Manila's stood 15:56 behind until 1844, Alaska's 15:13 before until 1867.
const PLACES_REACH: i64 = 18 * 3_600_000_000;

/// Days that a month has at least and at most.
const MONTH: [i64; 2] = [28, 31];

/// A column of the partition, perhaps under casts, AT TIME ZONE, date_trunc, sums and differences, none of which moves a value by more than it says.
pub(super) struct Reached {
    is_time: bool,
    is_partition: bool,
    by_day: bool,
    /// The type after the steps.
    pub(super) ty: PgType,
    /// From the column outwards.
    steps: Vec<Step>,
}

/// What is done to a time.
enum Step {
    Moved(Moved),
    Cut(Cut),
    Turned(Turned),
}

impl Step {
    /// From a range of what comes out to one that holds all that went in.
    fn before(&self, after: Range) -> Range {
        match self {
            Step::Moved(moved) => moved.before(after),
            Step::Cut(cut) => cut.before(after),
            Step::Turned(turned) => turned.before(after),
        }
    }
}

/// A cast between date and time, by itself or as AT TIME ZONE, or a sum with a constant. The infinities stay where they are, which no finite bound tells from a move.
#[derive(Clone, Copy)]
struct Moved {
    /// By how many microseconds at least, and at most.
    by: [i64; 2],
    /// What it is given are midnights.
    of_date: bool,
}

impl Moved {
    /// Cutting a time to its date needs nothing: a range of midnights holds the same times.
    fn before(self, after: Range) -> Range {
        let [least, most] = self.by;
        let wide = Range {
            from: after.from.and_then(|from| from.checked_sub(most)),
            to: after.to.and_then(|to| to.checked_sub(least)),
        };
        if self.of_date { midnights(wide) } else { wide }
    }
}

/// The midnights of a range.
///
/// INVARIANT: a range of dates begins and ends at midnights, else the cut of a time to its date that may stand below would lose the rest of the last day.
fn midnights(range: Range) -> Range {
    let midnight = |micros: i64| ceil_day(micros).saturating_mul(DAY);
    Range { from: range.from.map(midnight), to: range.to.map(midnight) }
}

/// `date_trunc` by the wall clock of a place.
struct Cut {
    unit: String,
    /// The longest that the unit is, in microseconds.
    longest: i64,
    /// How far the clock is from UTC at most.
    reach: i64,
}

impl Cut {
    /// What is cut is as late as what comes of it or later, and before the next beginning of a unit.
    fn before(&self, after: Range) -> Range {
        let next = |to: i64| {
            let last = timestamp_trunc(&self.unit, to.checked_sub(1)?.checked_add(self.reach)?).ok()?;
            timestamp_trunc(&self.unit, last.checked_add(self.longest)?).ok()?.checked_add(self.reach)
        };
        Range { from: after.from.map(|from| from.saturating_sub(2 * self.reach)), to: after.to.and_then(next) }
    }
}

/// How long before a constant: `now() - "timestamp"`. An infinite value has no answer.
struct Turned {
    /// In microseconds.
    constant: i64,
    /// What it is given are midnights.
    of_date: bool,
}

impl Turned {
    fn before(&self, after: Range) -> Range {
        // What is within [from, to) before the constant is within (constant - to, constant - from].
        let since = |length: i64| self.constant.checked_sub(length)?.checked_add(1);
        let turned = Range { from: after.to.and_then(since), to: after.from.and_then(since) };
        if self.of_date { midnights(turned) } else { turned }
    }
}

impl Reached {
    /// From a range of times (of midnights, for a date; of microseconds, for what lies between two) to bounds of the column itself.
    pub(super) fn bounds(&self, range: Range) -> Bounds {
        let range = self.steps.iter().rev().fold(range, |range, step| step.before(range));
        let mut bounds = Bounds::ALL;
        if self.is_time {
            // The days are told here and not at the end, so that an OR of a time and a day bounds the days.
            bounds = Bounds::of_time(range, self.by_day);
        }
        if self.is_partition && self.by_day {
            // A day is wanted when its midnight may be in the range.
            bounds.partition = days_that_begin_in(range);
        }
        bounds
    }
}

/// The column that an expression is made of, if its order is known.
pub(super) fn reach(expr: &Expr, columns: PartitionColumns<'_>) -> Option<Reached> {
    match expr {
        Expr::Alias(alias) => reach(&alias.expr, columns),
        Expr::Column(column) => {
            let named = |candidate: Option<&PgColumn>| candidate.is_some_and(|known| known.name == column.name);
            let (is_time, is_partition) = (named(columns.time), named(columns.partition));
            let found = if is_time { columns.time } else { columns.partition.filter(|_| is_partition) };
            let ty = found?.ty.clone();
            if !matches!(ty, PgType::Date | PgType::Timestamp | PgType::Timestamptz) {
                return None;
            }
            Some(Reached { is_time, is_partition, by_day: columns.by_day, ty, steps: Vec::new() })
        }
        Expr::ScalarFunction(call) => {
            let kernel = call.func.inner().downcast_ref::<KernelUdf>()?;
            let (from, inner, step) = step(kernel, &call.args)?;
            let mut reached = reach(inner, columns)?;
            if *from != reached.ty {
                return None;
            }
            reached.steps.push(step);
            Some(Reached { ty: kernel.resolved().1.clone(), ..reached })
        }
        _ => None,
    }
}

/// What a call does, to which of its arguments, and of which type that has to be.
fn step<'a>(kernel: &'a KernelUdf, arguments: &'a [Expr]) -> Option<(&'a PgType, &'a Expr, Step)> {
    let (types, result) = kernel.resolved();
    let own = kernel.display().time_zone;
    Some(match (kernel.postgres_name(), types, arguments) {
        (name, [from], [inner]) if name.starts_with("cast_") => (from, inner, cast(from, result, own)?),
        ("timezone", [PgType::Text, from], [zone, inner]) => (from, inner, cast(from, result, written(zone)?)?),
        ("date_trunc", [PgType::Text, from], [unit, inner]) => (from, inner, cut(unit, from, own)?),
        ("date_trunc", [PgType::Text, from, PgType::Text], [unit, inner, zone]) => {
            (from, inner, cut(unit, from, written(zone)?)?)
        }
        ("+", [from, _], [inner, Expr::Literal(value, _)]) | ("+", [_, from], [Expr::Literal(value, _), inner]) => {
            (from, inner, moved(from, sum(from, value, own)?))
        }
        ("-", [from, by], [inner, Expr::Literal(value, _)]) => {
            let [least, most] = if by == from { [micros_of(value)?; 2] } else { sum(from, value, own)? };
            (from, inner, moved(from, [most.checked_neg()?, least.checked_neg()?]))
        }
        ("-", [constant, from], [Expr::Literal(value, _), inner]) if constant == from => {
            (from, inner, Step::Turned(Turned { constant: micros_of(value)?, of_date: *from == PgType::Date }))
        }
        // Its key orders an interval by its length.
        ("comparison_key_bytes", [PgType::Interval], [inner]) => {
            (&PgType::Interval, inner, moved(&PgType::Interval, [0, 0]))
        }
        _ => return None,
    })
}

fn moved(from: &PgType, by: [i64; 2]) -> Step {
    Step::Moved(Moved { by, of_date: *from == PgType::Date })
}

/// What a cast between date and time does to a value; `None` where it does not keep the order.
fn cast(from: &PgType, to: &PgType, zone: TimeZone) -> Option<Step> {
    let moves = match (from, to) {
        (PgType::Date, PgType::Timestamp) | (PgType::Timestamp, PgType::Date) => 0,
        (PgType::Date | PgType::Timestamp, PgType::Timestamptz)
        | (PgType::Timestamptz, PgType::Timestamp | PgType::Date) => zone_reach(zone),
        _ => return None,
    };
    Some(moved(from, [-moves, moves]))
}

/// By how much a sum with a constant moves a value: days, or an interval.
fn sum(to: &PgType, constant: &ScalarValue, zone: TimeZone) -> Option<[i64; 2]> {
    match (to, constant) {
        (PgType::Date, ScalarValue::Int32(Some(days))) => Some([i64::from(*days).checked_mul(DAY)?; 2]),
        (PgType::Date | PgType::Timestamp, ScalarValue::IntervalMonthDayNano(Some(span))) => length(*span, 0),
        (PgType::Timestamptz, ScalarValue::IntervalMonthDayNano(Some(span))) => length(*span, zone_strays(zone)),
        _ => None,
    }
}

/// How long an interval is at least, and at most, from wherever it begins, by a clock that is put on or back by so much at most.
fn length(span: IntervalMonthDayNano, strays: i64) -> Option<[i64; 2]> {
    // Months, and then days, are counted by the clock; hours are not.
    let strays = (i64::from(span.months != 0) + i64::from(span.days != 0)).checked_mul(strays)?;
    let long = |month: i64| {
        let days = i64::from(span.months).checked_mul(month)?.checked_add(i64::from(span.days))?;
        days.checked_mul(DAY)?.checked_add(span.nanoseconds / 1_000)
    };
    let [short, long] = [long(MONTH[0])?, long(MONTH[1])?];
    Some([short.min(long).checked_sub(strays)?, short.max(long).checked_add(strays)?])
}

/// A constant date or time that is finite.
fn micros_of(constant: &ScalarValue) -> Option<i64> {
    match constant {
        ScalarValue::Date32(Some(day)) if !matches!(*day, i32::MIN | i32::MAX) => i64::from(*day).checked_mul(DAY),
        ScalarValue::TimestampMicrosecond(Some(micros), _) if !matches!(*micros, i64::MIN | i64::MAX) => Some(*micros),
        _ => None,
    }
}

/// The zone of that name.
fn written(zone: &Expr) -> Option<TimeZone> {
    zone_or_abbreviation(zone.as_literal()?.try_as_str()??)
}

fn cut(unit: &Expr, of: &PgType, zone: TimeZone) -> Option<Step> {
    let unit = unit.as_literal()?.try_as_str()??.to_owned();
    let reach = match of {
        PgType::Timestamp => 0,
        PgType::Timestamptz => zone_reach(zone),
        _ => return None,
    };
    Some(Step::Cut(Cut { longest: longest(&unit)?, unit, reach }))
}

/// How far the zone's clock is from UTC at most. One that is given as an offset may be a week away.
fn zone_reach(zone: TimeZone) -> i64 {
    match zone {
        TimeZone::Named(chrono_tz::Tz::UTC) => 0,
        TimeZone::Named(_) => PLACES_REACH,
        TimeZone::Fixed(seconds) => i64::from(seconds).saturating_abs().saturating_mul(1_000_000),
    }
}

/// How far apart the zone's clock may be from UTC at two moments.
fn zone_strays(zone: TimeZone) -> i64 {
    match zone {
        TimeZone::Named(chrono_tz::Tz::UTC) | TimeZone::Fixed(_) => 0,
        TimeZone::Named(_) => 2 * PLACES_REACH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Offset, TimeZone as _};

    #[test]
    fn no_place_is_further_from_utc_than_is_reckoned_with() {
        let mut furthest = 0;
        for zone in chrono_tz::TZ_VARIANTS {
            // Twice a year from 1800 to 2100: offsets stay for longer than that, but for those that are near others.
            for half_year in -340i64..260 {
                let moment = chrono::DateTime::from_timestamp(half_year * 15_778_476, 0).unwrap().naive_utc();
                let offset = i64::from(zone.offset_from_utc_datetime(&moment).fix().local_minus_utc());
                furthest = furthest.max(offset.abs());
            }
        }
        assert!((15 * 3_600..18 * 3_600).contains(&furthest), "{furthest} seconds");
    }

    #[test]
    fn a_zone_of_an_offset_reaches_as_far_as_it_says() {
        assert_eq!(zone_reach(TimeZone::Fixed(0)), 0);
        assert_eq!(zone_reach(TimeZone::Fixed(-604_799)), 604_799_000_000);
        assert_eq!(zone_reach(TimeZone::Named(chrono_tz::Asia::Kabul)), PLACES_REACH);
        assert_eq!(zone_strays(TimeZone::Fixed(-604_799)), 0);
        assert_eq!(zone_strays(TimeZone::Named(chrono_tz::Asia::Kabul)), 2 * PLACES_REACH);
    }
}
