//! Floats as text: the shortest digits that read back the same, laid out as PostgreSQL does, or a number of digits that the session asks for.

use bytes::{BufMut, BytesMut};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, Zero};

pub(in crate::types) fn float8(out: &mut BytesMut, value: f64, extra_digits: i32) {
    if special(out, value) {
        return;
    }
    if extra_digits > 0 {
        let mut buffer = ryu::Buffer::new();
        let text = buffer.format_finite(value);
        match open_interval(
            text,
            value.abs(),
            value.to_bits(),
            &MIDPOINTS_8,
            value.abs().next_down(),
            value.abs().next_up(),
        ) {
            Some(digits) => layout(out, &format!("{value:.digits$e}"), 15),
            None => layout(out, text, 15),
        }
    } else {
        general(out, value, 15 + extra_digits);
    }
}

pub(in crate::types) fn float4(out: &mut BytesMut, value: f32, extra_digits: i32) {
    if special(out, f64::from(value)) {
        return;
    }
    if extra_digits > 0 {
        let mut buffer = ryu::Buffer::new();
        let text = buffer.format_finite(value);
        let size = value.abs();
        let (below, above) = (f64::from(size.next_down()), f64::from(size.next_up()));
        match open_interval(text, f64::from(size), u64::from(value.to_bits()), &MIDPOINTS_4, below, above) {
            Some(digits) => layout(out, &format!("{value:.digits$e}"), 6),
            None => layout(out, text, 6),
        }
    } else {
        general(out, f64::from(value), 6 + extra_digits);
    }
}

/// Where a number half way between two neighbours can be a decimal of as few digits as a shortest form has.
const MIDPOINTS_8: std::ops::Range<f64> = 1e15..1e41;
const MIDPOINTS_4: std::ops::Range<f64> = 1e6..1e22;

/// PostgreSQL wants the shortest digits that lie strictly between the midpoints to both neighbours. The common algorithm takes a midpoint too where that reads back (the last bit is zero).
/// Then one digit more is needed: how many stand behind the point.
fn open_interval(
    text: &str,
    size: f64,
    bits: u64,
    midpoints: &std::ops::Range<f64>,
    below: f64,
    above: f64,
) -> Option<usize> {
    if bits & 1 == 1 || !midpoints.contains(&size) {
        return None;
    }
    let mantissa = text.trim_start_matches('-').split('e').next()?;
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0').trim_end_matches('0').len();
    // In sixteenths, as numbers of this size have three binary places at most and their midpoints one more.
    let written = sixteenths(text.trim_start_matches('-'))?;
    let middle = |neighbour: f64| eighths(size) + eighths(neighbour);
    let half_way = written == middle(below) || written == middle(above);
    half_way.then_some(digits)
}

/// A float times 8, exactly, if it has no more than three binary places.
fn eighths(value: f64) -> BigInt {
    BigInt::from_f64(value * 8.0).unwrap_or_default()
}

/// A decimal text times 16, exactly, if it is a multiple of a sixteenth.
fn sixteenths(text: &str) -> Option<BigInt> {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: BigInt = [whole, fraction].concat().parse().ok()?;
    let exponent = exponent.parse::<i32>().ok()? - i32::try_from(fraction.len()).ok()?;
    let power = BigInt::from(10u8).pow(exponent.unsigned_abs());
    let scaled = digits * 16u8;
    if exponent >= 0 {
        return Some(scaled * power);
    }
    let (quotient, rest) = scaled.div_rem(&power);
    rest.is_zero().then_some(quotient)
}

fn special(out: &mut BytesMut, value: f64) -> bool {
    if value.is_nan() {
        out.put_slice(b"NaN");
    } else if value.is_infinite() {
        out.put_slice(if value > 0.0 { b"Infinity".as_slice() } else { b"-Infinity" });
    } else {
        return false;
    }
    true
}

/// Lays the digits of a shortest form out: plain if the exponent is from -4 to below `limit`, else with an exponent of two digits or more.
fn layout(out: &mut BytesMut, shortest: &str, limit: i32) {
    let (negative, text) = shortest.strip_prefix('-').map_or((false, shortest), |rest| (true, rest));
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits: String = [whole, fraction].concat();
    let leading = digits.len() - digits.trim_start_matches('0').len();
    let point = i32::try_from(whole.len()).unwrap_or(0) - i32::try_from(leading).unwrap_or(0);
    digits.drain(..leading);
    digits.truncate(digits.trim_end_matches('0').len());
    let exponent = exponent.parse::<i32>().unwrap_or(0) + point - 1;
    if negative {
        out.put_u8(b'-');
    }
    if digits.is_empty() {
        return out.put_u8(b'0');
    }
    arrange(out, &digits, exponent, (-4..limit).contains(&exponent));
}

/// `digits` as d.ddd × 10^exponent.
fn arrange(out: &mut BytesMut, digits: &str, exponent: i32, plain: bool) {
    if plain {
        match usize::try_from(exponent) {
            Ok(exponent) => {
                let whole = exponent + 1;
                match digits.split_at_checked(whole) {
                    Some((before, "")) => out.put_slice(before.as_bytes()),
                    Some((before, after)) => {
                        out.put_slice(before.as_bytes());
                        out.put_u8(b'.');
                        out.put_slice(after.as_bytes());
                    }
                    None => {
                        out.put_slice(digits.as_bytes());
                        out.put_bytes(b'0', whole - digits.len());
                    }
                }
            }
            Err(_) => {
                out.put_slice(b"0.");
                out.put_bytes(b'0', usize::try_from(-exponent - 1).unwrap_or(0));
                out.put_slice(digits.as_bytes());
            }
        }
        return;
    }
    let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, ""));
    out.put_slice(first.as_bytes());
    if !rest.is_empty() {
        out.put_u8(b'.');
        out.put_slice(rest.as_bytes());
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    out.put_slice(format!("e{sign}{:02}", exponent.unsigned_abs()).as_bytes());
}

/// C's `%.*g`.
fn general(out: &mut BytesMut, value: f64, precision: i32) {
    let precision = precision.max(1);
    let digits = usize::try_from(precision - 1).unwrap_or(0);
    let text = format!("{value:.digits$e}");
    layout(out, &text, precision);
}
