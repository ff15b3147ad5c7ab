//! Trigonometry in degrees, exact where an angle of a whole number of degrees has an exact answer.
//!
//! Comes in: columns of float8. Goes out: float8. Must never: let `sind(30)` be anything but 0.5: each arc is scaled so that it ends where it should.

use super::entry::Entry;
use super::kernel::Call;
use super::math::no_input;
use super::rows::{F8, map1, map2};
use crate::error::SqlResult;
use datafusion::arrow::array::ArrayRef;
use std::sync::LazyLock;

/// What the C library's functions give at the ends of the arcs that are computed with them.
struct Ends {
    sine_of_30: f64,
    one_minus_cosine_of_60: f64,
    arc_sine_of_half: f64,
    arc_cosine_of_half: f64,
    arc_tangent_of_one: f64,
    tangent_of_45: f64,
    cotangent_of_45: f64,
}

static ENDS: LazyLock<Ends> = LazyLock::new(|| {
    let mut ends = Ends {
        sine_of_30: radians(30.0).sin(),
        one_minus_cosine_of_60: 1.0 - radians(60.0).cos(),
        arc_sine_of_half: 0.5f64.asin(),
        arc_cosine_of_half: 0.5f64.acos(),
        arc_tangent_of_one: 1.0f64.atan(),
        tangent_of_45: 1.0,
        cotangent_of_45: 1.0,
    };
    ends.tangent_of_45 = ends.sine(45.0) / ends.cosine(45.0);
    ends.cotangent_of_45 = ends.cosine(45.0) / ends.sine(45.0);
    ends
});

fn radians(degrees: f64) -> f64 {
    degrees * (std::f64::consts::PI / 180.0)
}

/// The functions of the first quadrant.
impl Ends {
    /// From 0 to 30 degrees.
    fn low_sine(&self, degrees: f64) -> f64 {
        radians(degrees).sin() / self.sine_of_30 / 2.0
    }

    /// From 0 to 60 degrees.
    fn low_cosine(&self, degrees: f64) -> f64 {
        1.0 - (1.0 - radians(degrees).cos()) / self.one_minus_cosine_of_60 / 2.0
    }

    fn sine(&self, degrees: f64) -> f64 {
        if degrees <= 30.0 { self.low_sine(degrees) } else { self.low_cosine(90.0 - degrees) }
    }

    fn cosine(&self, degrees: f64) -> f64 {
        if degrees <= 60.0 { self.low_cosine(degrees) } else { self.low_sine(90.0 - degrees) }
    }

    fn arc_sine(&self, value: f64) -> f64 {
        if value <= 0.5 {
            value.asin() / self.arc_sine_of_half * 30.0
        } else {
            90.0 - value.acos() / self.arc_cosine_of_half * 60.0
        }
    }

    fn arc_cosine(&self, value: f64) -> f64 {
        if value <= 0.5 {
            90.0 - value.asin() / self.arc_sine_of_half * 30.0
        } else {
            value.acos() / self.arc_cosine_of_half * 60.0
        }
    }
}

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("sind(float8) float8", |call| angle(call, |turned| turned.sine_sign * ENDS.sine(turned.degrees))),
        Entry::kernel("cosd(float8) float8", |call| {
            angle(call, |turned| turned.cosine_sign * ENDS.cosine(turned.degrees))
        }),
        Entry::kernel("tand(float8) float8", |call| {
            angle(call, |turned| {
                let tangent = ENDS.sine(turned.degrees) / ENDS.cosine(turned.degrees) / ENDS.tangent_of_45;
                no_negative_zero(turned.sine_sign * turned.cosine_sign * tangent)
            })
        }),
        Entry::kernel("cotd(float8) float8", |call| {
            angle(call, |turned| {
                let cotangent = ENDS.cosine(turned.degrees) / ENDS.sine(turned.degrees) / ENDS.cotangent_of_45;
                no_negative_zero(turned.sine_sign * turned.cosine_sign * cotangent)
            })
        }),
        Entry::kernel("asind(float8) float8", |call| {
            part(call, |a| if a >= 0.0 { ENDS.arc_sine(a) } else { -ENDS.arc_sine(-a) })
        }),
        Entry::kernel("acosd(float8) float8", |call| {
            part(call, |a| if a >= 0.0 { ENDS.arc_cosine(a) } else { 90.0 + ENDS.arc_sine(-a) })
        }),
        Entry::kernel("atand(float8) float8", |call| {
            map1::<F8, f64>(call, |a| Ok(a.atan() / ENDS.arc_tangent_of_one * 45.0))
        }),
        Entry::kernel("atan2d(float8, float8) float8", |call| {
            map2::<F8, F8, f64>(call, |a, b| Ok(a.atan2(b) / ENDS.arc_tangent_of_one * 45.0))
        }),
    ]
}

/// An angle turned into the first quadrant, and what that does to the signs.
struct Turned {
    degrees: f64,
    sine_sign: f64,
    cosine_sign: f64,
}

impl Turned {
    fn of(angle: f64) -> Self {
        let (mut degrees, mut sine_sign, mut cosine_sign) = (angle % 360.0, 1.0, 1.0);
        if degrees < 0.0 {
            degrees = -degrees;
            sine_sign = -1.0;
        }
        if degrees > 180.0 {
            degrees = 360.0 - degrees;
            sine_sign = -sine_sign;
        }
        if degrees > 90.0 {
            degrees = 180.0 - degrees;
            cosine_sign = -1.0;
        }
        Self { degrees, sine_sign, cosine_sign }
    }
}

fn no_negative_zero(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value }
}

fn angle(call: &Call<'_>, function: fn(Turned) -> f64) -> SqlResult<ArrayRef> {
    map1::<F8, f64>(call, |value| match value {
        _ if value.is_nan() => Ok(f64::NAN),
        _ if value.is_infinite() => Err(no_input()),
        _ => Ok(function(Turned::of(value))),
    })
}

/// For what takes -1 to 1.
fn part(call: &Call<'_>, function: fn(f64) -> f64) -> SqlResult<ArrayRef> {
    map1::<F8, f64>(call, |value| match value {
        _ if value.is_nan() => Ok(f64::NAN),
        _ if (-1.0..=1.0).contains(&value) => Ok(function(value)),
        _ => Err(no_input()),
    })
}
