//! Variance and regression over float8, by the Youngs-Cramer recurrences that PostgreSQL uses, so that the digits agree.

use super::fold::{Fold, Rows, at};
use super::sums::out_of_range;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, Float64Array, Int64Array};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::arrow::datatypes::{Float32Type, Float64Type};
use datafusion::common::Result;
use std::sync::Arc;

/// A result over one float8 column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Moment {
    Average,
    VarPop,
    VarSamp,
    StddevPop,
    StddevSamp,
}

impl Moment {
    pub(super) fn sample(self) -> bool {
        matches!(self, Moment::VarSamp | Moment::StddevSamp)
    }

    pub(super) fn root(self) -> bool {
        matches!(self, Moment::StddevPop | Moment::StddevSamp)
    }
}

/// avg, variance and stddev of float4 and float8.
#[derive(Debug)]
pub(super) struct Moments {
    pub(super) moment: Moment,
}

/// N, the sum of x, and the sum of squared differences from the mean.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spread {
    n: f64,
    sum: f64,
    squares: f64,
}

impl Spread {
    fn add(&mut self, value: f64) -> Result<()> {
        let before = *self;
        self.n += 1.0;
        self.sum += value;
        if before.n > 0.0 {
            let difference = value * self.n - self.sum;
            self.squares += difference * difference / (self.n * before.n);
            if self.sum.is_infinite() || self.squares.is_infinite() {
                if !before.sum.is_infinite() && !value.is_infinite() {
                    return Err(out_of_range("value out of range: overflow").into_datafusion());
                }
                self.squares = f64::NAN;
            }
        } else if !value.is_finite() {
            self.squares = f64::NAN;
        }
        Ok(())
    }

    fn merge(&mut self, other: Spread) -> Result<()> {
        if other.n == 0.0 {
            return Ok(());
        }
        if self.n == 0.0 {
            *self = other;
            return Ok(());
        }
        let n = self.n + other.n;
        let sum = self.sum + other.sum;
        let difference = self.sum / self.n - other.sum / other.n;
        let squares = self.squares + other.squares + self.n * other.n * difference * difference / n;
        let overflowed = (sum.is_infinite() && !self.sum.is_infinite() && !other.sum.is_infinite())
            || (squares.is_infinite() && !self.squares.is_infinite() && !other.squares.is_infinite());
        if overflowed {
            return Err(out_of_range("value out of range: overflow").into_datafusion());
        }
        *self = Spread { n, sum, squares };
        Ok(())
    }

    fn moment(&self, moment: Moment) -> Option<f64> {
        if self.n == 0.0 || (moment.sample() && self.n <= 1.0) {
            return None;
        }
        let variance = self.squares / if moment.sample() { self.n - 1.0 } else { self.n };
        Some(match moment {
            Moment::Average => self.sum / self.n,
            Moment::VarPop | Moment::VarSamp => variance,
            Moment::StddevPop | Moment::StddevSamp => variance.sqrt(),
        })
    }
}

impl Fold for Moments {
    type State = Spread;

    fn update(&self, states: &mut [Spread], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [column, ..] = columns else { return Ok(()) };
        if let Some(column) = column.as_primitive_opt::<Float32Type>() {
            rows.each(column.nulls(), |row, group| at(states, group)?.add(f64::from(column.value(row))))
        } else {
            let column = column.as_primitive::<Float64Type>();
            rows.each(column.nulls(), |row, group| at(states, group)?.add(column.value(row)))
        }
    }

    fn result(&self, states: &[Spread]) -> Result<ArrayRef> {
        Ok(Arc::new(states.iter().map(|state| state.moment(self.moment)).collect::<Float64Array>()))
    }

    fn save(&self, states: &[Spread]) -> Result<Vec<ArrayRef>> {
        let column = |field: fn(&Spread) -> f64| -> ArrayRef {
            Arc::new(Float64Array::from_iter_values(states.iter().map(field)))
        };
        Ok(vec![column(|s| s.n), column(|s| s.sum), column(|s| s.squares)])
    }

    fn merge(&self, states: &mut [Spread], saved: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [n, sum, squares] = saved else { return Ok(()) };
        let [n, sum, squares] = [n, sum, squares].map(|column| column.as_primitive::<Float64Type>());
        rows.each(None, |row, group| {
            at(states, group)?.merge(Spread { n: n.value(row), sum: sum.value(row), squares: squares.value(row) })
        })
    }
}

/// A result over pairs (y, x) of float8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Regression {
    Count,
    Sxx,
    Syy,
    Sxy,
    AvgX,
    AvgY,
    R2,
    Slope,
    Intercept,
    CovarPop,
    CovarSamp,
    Corr,
}

/// The regr_ family, covar_ and corr.
#[derive(Debug)]
pub(super) struct Pairs {
    pub(super) what: Regression,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fit {
    n: f64,
    sx: f64,
    sxx: f64,
    sy: f64,
    syy: f64,
    sxy: f64,
}

impl Fit {
    fn add(&mut self, y: f64, x: f64) -> Result<()> {
        let before = *self;
        self.n += 1.0;
        self.sx += x;
        self.sy += y;
        if before.n > 0.0 {
            let dx = x * self.n - self.sx;
            let dy = y * self.n - self.sy;
            let scale = 1.0 / (self.n * before.n);
            self.sxx += dx * dx * scale;
            self.syy += dy * dy * scale;
            self.sxy += dx * dy * scale;
            self.check(before, x, y)
        } else {
            if !x.is_finite() {
                self.sxx = f64::NAN;
                self.sxy = f64::NAN;
            }
            if !y.is_finite() {
                self.syy = f64::NAN;
                self.sxy = f64::NAN;
            }
            Ok(())
        }
    }

    /// Finite inputs that lead to an infinity are an error; infinite inputs make the squares NaN.
    fn check(&mut self, before: Fit, x: f64, y: f64) -> Result<()> {
        let known = |sum: f64, value: f64| !sum.is_infinite() && !value.is_infinite();
        let (fine_x, fine_y) = (known(before.sx, x), known(before.sy, y));
        let overflowed = ((self.sx.is_infinite() || self.sxx.is_infinite()) && fine_x)
            || ((self.sy.is_infinite() || self.syy.is_infinite()) && fine_y)
            || (self.sxy.is_infinite() && fine_x && fine_y);
        if overflowed {
            return Err(out_of_range("value out of range: overflow").into_datafusion());
        }
        for square in [&mut self.sxx, &mut self.syy, &mut self.sxy] {
            if square.is_infinite() {
                *square = f64::NAN;
            }
        }
        Ok(())
    }

    fn merge(&mut self, other: Fit) -> Result<()> {
        if other.n == 0.0 {
            return Ok(());
        }
        if self.n == 0.0 {
            *self = other;
            return Ok(());
        }
        let n = self.n + other.n;
        let dx = self.sx / self.n - other.sx / other.n;
        let dy = self.sy / self.n - other.sy / other.n;
        let weight = self.n * other.n;
        let merged = Fit {
            n,
            sx: self.sx + other.sx,
            sxx: self.sxx + other.sxx + weight * dx * dx / n,
            sy: self.sy + other.sy,
            syy: self.syy + other.syy + weight * dy * dy / n,
            sxy: self.sxy + other.sxy + weight * dx * dy / n,
        };
        let was_finite = [*self, other].iter().all(|fit| fit.values().iter().all(|value| !value.is_infinite()));
        if was_finite && merged.values().iter().any(|value| value.is_infinite()) {
            return Err(out_of_range("value out of range: overflow").into_datafusion());
        }
        *self = merged;
        Ok(())
    }

    fn values(&self) -> [f64; 6] {
        [self.n, self.sx, self.sxx, self.sy, self.syy, self.sxy]
    }

    fn end(&self, what: Regression) -> Option<f64> {
        if self.n < 1.0 || (what == Regression::CovarSamp && self.n < 2.0) {
            return None;
        }
        match what {
            Regression::Count => Some(self.n),
            Regression::Sxx => Some(self.sxx),
            Regression::Syy => Some(self.syy),
            Regression::Sxy => Some(self.sxy),
            Regression::AvgX => Some(self.sx / self.n),
            Regression::AvgY => Some(self.sy / self.n),
            Regression::CovarPop => Some(self.sxy / self.n),
            Regression::CovarSamp => Some(self.sxy / (self.n - 1.0)),
            Regression::Corr => (self.sxx != 0.0 && self.syy != 0.0).then(|| self.sxy / (self.sxx * self.syy).sqrt()),
            Regression::R2 if self.sxx == 0.0 => None,
            Regression::R2 if self.syy == 0.0 => Some(1.0),
            Regression::R2 => Some((self.sxy * self.sxy) / (self.sxx * self.syy)),
            Regression::Slope => (self.sxx != 0.0).then(|| self.sxy / self.sxx),
            Regression::Intercept => (self.sxx != 0.0).then(|| (self.sy - self.sx * self.sxy / self.sxx) / self.n),
        }
    }
}

impl Fold for Pairs {
    type State = Fit;

    fn update(&self, states: &mut [Fit], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [y, x, ..] = columns else { return Ok(()) };
        let (y, x) = (y.as_primitive::<Float64Type>(), x.as_primitive::<Float64Type>());
        let nulls = NullBuffer::union(y.nulls(), x.nulls());
        rows.each(nulls.as_ref(), |row, group| at(states, group)?.add(y.value(row), x.value(row)))
    }

    fn result(&self, states: &[Fit]) -> Result<ArrayRef> {
        #[expect(clippy::cast_possible_truncation, reason = "a count of rows")]
        Ok(match self.what {
            Regression::Count => Arc::new(Int64Array::from_iter_values(states.iter().map(|fit| fit.n as i64))),
            what => Arc::new(states.iter().map(|fit| fit.end(what)).collect::<Float64Array>()),
        })
    }

    fn save(&self, states: &[Fit]) -> Result<Vec<ArrayRef>> {
        Ok((0..6)
            .map(|number| -> ArrayRef {
                let value = |fit: &Fit| fit.values().get(number).copied().unwrap_or_default();
                Arc::new(Float64Array::from_iter_values(states.iter().map(value)))
            })
            .collect())
    }

    fn merge(&self, states: &mut [Fit], saved: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [n, sx, sxx, sy, syy, sxy] = saved else { return Ok(()) };
        let [n, sx, sxx, sy, syy, sxy] = [n, sx, sxx, sy, syy, sxy].map(|column| column.as_primitive::<Float64Type>());
        rows.each(None, |row, group| {
            at(states, group)?.merge(Fit {
                n: n.value(row),
                sx: sx.value(row),
                sxx: sxx.value(row),
                sy: sy.value(row),
                syy: syy.value(row),
                sxy: sxy.value(row),
            })
        })
    }
}
