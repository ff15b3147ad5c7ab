//! Ranges of time, and what of a table they leave to read.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use std::fmt;

/// A half-open range of whole numbers: microseconds since 1970 for a time, days since 1970 for a partition. `None` is unbounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Range {
    /// Inclusive.
    pub from: Option<i64>,
    /// Exclusive.
    pub to: Option<i64>,
}

impl Range {
    /// Everything.
    pub const ALL: Range = Range { from: None, to: None };
    /// Nothing.
    pub const EMPTY: Range = Range { from: Some(0), to: Some(0) };

    #[must_use]
    pub fn is_empty(self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if from >= to)
    }

    #[must_use]
    pub fn is_all(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    #[must_use]
    pub fn contains(self, value: i64) -> bool {
        self.from.is_none_or(|from| from <= value) && self.to.is_none_or(|to| value < to)
    }

    /// What is in both.
    #[must_use]
    pub fn intersect(self, other: Range) -> Range {
        let both = Range {
            from: self.from.max(other.from),
            to: match (self.to, other.to) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
        };
        if both.is_empty() { Range::EMPTY } else { both }
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn hull(self, other: Range) -> Range {
        if self.is_empty() {
            return other;
        }
        if other.is_empty() {
            return self;
        }
        Range {
            from: self.from.zip(other.from).map(|(a, b)| a.min(b)),
            to: self.to.zip(other.to).map(|(a, b)| a.max(b)),
        }
    }
}

/// Microseconds in a day.
pub const DAY: i64 = 86_400_000_000;

/// What of a table a scan may read: rows outside are not wanted, partitions outside are not opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// On the time column, in microseconds since 1970 in UTC.
    pub time: Range,
    /// On the partition column: days since 1970 where the grain is a day. Where the warehouse prunes on the time itself it is unbounded, and `time` says all.
    pub partition: Range,
}

impl Bounds {
    pub const ALL: Bounds = Bounds { time: Range::ALL, partition: Range::ALL };
    pub const NOTHING: Bounds = Bounds { time: Range::EMPTY, partition: Range::EMPTY };

    /// These times, and the days in UTC that they fall on.
    #[must_use]
    pub fn of_time(time: Range, by_day: bool) -> Self {
        Self { time, partition: if by_day { days_of(time) } else { Range::ALL } }
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.time.is_empty() || self.partition.is_empty()
    }

    #[must_use]
    pub fn intersect(self, other: Bounds) -> Bounds {
        Bounds { time: self.time.intersect(other.time), partition: self.partition.intersect(other.partition) }
    }

    #[must_use]
    pub fn hull(self, other: Bounds) -> Bounds {
        if self.is_empty() {
            return other;
        }
        if other.is_empty() {
            return self;
        }
        Bounds { time: self.time.hull(other.time), partition: self.partition.hull(other.partition) }
    }

    /// The span of time that holds every row within, as far as partition and time column agree.
    #[must_use]
    pub fn span(self) -> Range {
        let of_days = Range {
            from: self.partition.from.and_then(|day| day.checked_mul(DAY)),
            to: self.partition.to.and_then(|day| day.checked_mul(DAY)),
        };
        self.time.intersect(of_days)
    }
}

/// The days in UTC that hold these times.
#[must_use]
pub fn days_of(time: Range) -> Range {
    if time.is_empty() {
        return Range::EMPTY;
    }
    Range {
        from: time.from.map(|from| from.div_euclid(DAY)),
        to: time.to.map(|to| to.saturating_sub(1).div_euclid(DAY).saturating_add(1)),
    }
}

/// The days in UTC whose midnights are among these times: those of a date, which is its midnight.
#[must_use]
pub fn days_that_begin_in(time: Range) -> Range {
    Range { from: time.from.map(ceil_day), to: time.to.map(ceil_day) }
}

/// The first day that does not begin before this time.
#[must_use]
pub fn ceil_day(micros: i64) -> i64 {
    micros.div_euclid(DAY) + i64::from(micros.rem_euclid(DAY) != 0)
}

/// Days since 1970.
#[must_use]
pub fn day_number(date: NaiveDate) -> i64 {
    date.signed_duration_since(NaiveDate::default()).num_days()
}

/// The date of a day since 1970, where the calendar reaches it.
#[must_use]
pub fn date_of(day: i64) -> Option<NaiveDate> {
    NaiveDate::default().checked_add_signed(chrono::Duration::try_days(day)?)
}

impl fmt::Display for Range {
    /// As `SHOW tollgate.window` tells a range of time: `[2026-11-14T00:00:00Z, 2026-11-21T09:30:00Z)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("empty");
        }
        f.write_str("[")?;
        if let Some(from) = self.from {
            write_time(f, from)?;
        }
        f.write_str(", ")?;
        if let Some(to) = self.to {
            write_time(f, to)?;
        }
        f.write_str(")")
    }
}

fn write_time(f: &mut fmt::Formatter<'_>, micros: i64) -> fmt::Result {
    match DateTime::<Utc>::from_timestamp_micros(micros) {
        Some(time) => f.write_str(&time.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
        None => f.write_str(if micros < 0 { "-infinity" } else { "infinity" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(from: i64, to: i64) -> Range {
        Range { from: Some(from), to: Some(to) }
    }

    #[test]
    fn hull_with_an_unbounded_side_is_unbounded_there() {
        let half = Range { from: Some(5), to: None };
        assert_eq!(range(1, 3).hull(half), Range { from: Some(1), to: None });
        assert_eq!(range(1, 3).hull(Range::ALL), Range::ALL);
        assert_eq!(range(1, 3).hull(Range::EMPTY), range(1, 3));
        assert_eq!(range(1, 3).hull(range(7, 9)), range(1, 9));
    }

    #[test]
    fn nothing_with_something_is_that() {
        assert_eq!(Range::EMPTY.hull(range(1, 3)), range(1, 3));
        let some = Bounds::of_time(range(0, DAY), true);
        let none = Bounds { partition: Range::EMPTY, ..Bounds::ALL };
        assert_eq!((none.hull(some), some.hull(none)), (some, some));
        assert!(none.is_empty() && !some.is_empty());
        assert_eq!(none.span(), Range::EMPTY);
        let never = Bounds { time: Range::EMPTY, ..Bounds::ALL };
        assert_eq!((never.is_empty(), never.span(), never.hull(some)), (true, Range::EMPTY, some));
        assert_eq!(days_of(Range::EMPTY), Range::EMPTY);
    }

    #[test]
    fn times_tell_partitions_only_where_those_are_days() {
        let times = range(DAY, DAY + 1);
        assert_eq!(Bounds::of_time(times, true), Bounds { time: times, partition: range(1, 2) });
        assert_eq!(Bounds::of_time(times, false), Bounds { time: times, partition: Range::ALL });
    }

    #[test]
    fn a_range_holds_its_beginning_and_not_its_end() {
        let (one, half) = (range(1, 3), Range { from: None, to: Some(3) });
        assert_eq!([0, 1, 2, 3].map(|value| one.contains(value)), [false, true, true, false]);
        assert_eq!([i64::MIN, 2, 3].map(|value| half.contains(value)), [true, true, false]);
        assert!(Range::ALL.contains(i64::MAX) && !Range::EMPTY.contains(0));
        let other_half = Range { from: Some(1), to: None };
        assert!(Range::ALL.is_all() && !half.is_all() && !other_half.is_all() && !one.is_all());
    }

    #[test]
    fn intersection_takes_the_narrower_side_each() {
        assert_eq!(range(1, 8).intersect(Range { from: Some(3), to: None }), range(3, 8));
        assert_eq!(range(1, 3).intersect(range(3, 8)), Range::EMPTY);
        assert_eq!(Range::ALL.intersect(range(1, 2)), range(1, 2));
    }

    #[test]
    fn days_of_a_time_range_hold_its_ends() {
        assert_eq!(days_of(range(0, 1)), range(0, 1));
        assert_eq!(days_of(range(DAY - 1, DAY + 1)), range(0, 2));
        assert_eq!(days_of(range(-1, DAY)), range(-1, 1));
    }

    #[test]
    fn a_day_begins_in_a_time_range_when_its_midnight_is_there() {
        assert_eq!(days_that_begin_in(range(0, 1)), range(0, 1));
        assert_eq!(days_that_begin_in(range(1, DAY)), range(1, 1));
        assert_eq!(days_that_begin_in(range(-DAY, DAY + 1)), range(-1, 2));
        assert_eq!(days_that_begin_in(Range { from: Some(1), to: None }), Range { from: Some(1), to: None });
    }

    #[test]
    fn a_range_is_written_as_utc() {
        assert_eq!(range(0, DAY).to_string(), "[1970-01-01T00:00:00Z, 1970-01-02T00:00:00Z)");
        assert_eq!(Range { from: Some(0), to: None }.to_string(), "[1970-01-01T00:00:00Z, )");
        assert_eq!(Range { from: None, to: Some(DAY) }.to_string(), "[, 1970-01-02T00:00:00Z)");
        assert_eq!(range(5, 5).to_string(), "empty");
        // Beyond the calendar.
        assert_eq!(range(i64::MIN, i64::MAX).to_string(), "[-infinity, infinity)");
    }
}
