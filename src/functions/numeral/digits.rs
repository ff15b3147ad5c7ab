//! A number as the digits that a template wants.

use super::super::arithmetic::out_of_range;
use super::template::Template;
use crate::error::SqlResult;
use crate::types::numeric::PgNumeric;

/// What a template is filled with.
pub struct Digits {
    /// Digits and a point, without a sign; with `EEEE` and `RN`, the whole text.
    pub text: String,
    /// `+`, `-`, or nothing with `EEEE` and `RN`.
    pub sign: Option<char>,
    /// Places before the point that the number leaves free.
    pub spaces: usize,
}

impl Digits {
    fn whole(text: String) -> Self {
        Self { text, sign: None, spaces: 0 }
    }

    /// The number as written, a minus before it; `#` in each place where it has too many digits.
    fn of(written: &str, template: &Template) -> Self {
        let (sign, text) = match written.strip_prefix('-') {
            Some(text) => ('-', text),
            None => ('+', written),
        };
        let length = text.find('.').unwrap_or(text.len());
        let text = if length > template.before {
            format!("{}.{}", "#".repeat(template.before), "#".repeat(template.after))
        } else {
            text.to_owned()
        };
        Self { text, sign: Some(sign), spaces: template.before.saturating_sub(length) }
    }
}

/// Powers of ten; no integer has room for so many digits as a template might shift by.
fn factor(shift: usize) -> SqlResult<PgNumeric> {
    let exponent = i32::try_from(shift).map_err(|_| out_of_range("value overflows numeric format"))?;
    PgNumeric::from(10).power(&PgNumeric::from(exponent))
}

pub fn of_int4(value: i32, template: &mut Template) -> SqlResult<Digits> {
    if template.exponent {
        return Ok(Digits::whole(scientific(value.into(), template.after)));
    }
    of_integer(value.into(), template, "integer out of range", i32::MIN.into(), i32::MAX.into())
}

pub fn of_int8(value: i64, template: &mut Template) -> SqlResult<Digits> {
    if template.exponent {
        return Ok(Digits::whole(numeric_scientific(&PgNumeric::from(value), template)?));
    }
    of_integer(value, template, "bigint out of range", i64::MIN, i64::MAX)
}

fn of_integer(value: i64, template: &mut Template, overflow: &str, least: i64, most: i64) -> SqlResult<Digits> {
    if template.roman {
        let value = i32::try_from(value).map_err(|_| out_of_range("integer out of range"))?;
        return Ok(Digits::whole(roman(value.into())));
    }
    let mut value = i128::from(value);
    if template.multiplied {
        let power = u32::try_from(template.shift).ok().and_then(|shift| 10i128.checked_pow(shift));
        let power = power.filter(|power| *power <= i128::from(most)).ok_or_else(|| out_of_range(overflow))?;
        value = value.checked_mul(power).unwrap_or(i128::MAX);
        template.before += template.shift;
    }
    if !(i128::from(least)..=i128::from(most)).contains(&value) {
        return Err(out_of_range(overflow));
    }
    let mut written = value.to_string();
    if template.after > 0 {
        written.push('.');
        written.push_str(&"0".repeat(template.after));
    }
    Ok(Digits::of(&written, template))
}

/// No more digits than the type has for certain.
pub fn of_float(value: f64, most: usize, template: &mut Template) -> SqlResult<Digits> {
    if template.roman {
        // As C converts a number to an integer on the machines that PostgreSQL runs on.
        let rounded = value.round_ties_even();
        return Ok(Digits::whole(roman(if (1.0..=3999.0).contains(&rounded) { whole(rounded) } else { 0 })));
    }
    if template.exponent {
        let text = if value.is_finite() { scientific(value, template.after) } else { hashes(template) };
        return Ok(Digits::whole(text));
    }
    let mut value = value;
    if template.multiplied {
        value *= 10f64.powi(i32::try_from(template.shift).unwrap_or(i32::MAX));
        template.before += template.shift;
    }
    let length = fixed(value.abs(), 0).len();
    template.after = template.after.min(most.saturating_sub(length));
    Ok(Digits::of(&fixed(value, template.after), template))
}

#[expect(clippy::cast_possible_truncation, reason = "the caller has checked the range")]
fn whole(value: f64) -> i64 {
    value as i64
}

fn fixed(value: f64, digits: usize) -> String {
    match value {
        _ if value.is_nan() => "NaN".to_owned(),
        f64::INFINITY => "Infinity".to_owned(),
        f64::NEG_INFINITY => "-Infinity".to_owned(),
        _ => format!("{value:.digits$}"),
    }
}

/// `1.5e+02`, with a blank where a minus would be.
fn scientific(value: f64, digits: usize) -> String {
    let written = format!("{value:.digits$e}");
    let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let blank = if mantissa.starts_with('-') { "" } else { " " };
    let (sign, exponent) = exponent.strip_prefix('-').map_or(('+', exponent), |exponent| ('-', exponent));
    format!("{blank}{mantissa}e{sign}{exponent:0>2}")
}

/// What has no exponent.
fn hashes(template: &Template) -> String {
    let behind = "#".repeat(template.after + 4);
    format!(" {}.{behind}", "#".repeat(template.before))
}

pub fn of_numeric(value: &PgNumeric, template: &mut Template) -> SqlResult<Digits> {
    if template.roman {
        return Ok(Digits::whole(roman(value.round(0)?.to_i32()?.into())));
    }
    if template.exponent {
        return Ok(Digits::whole(numeric_scientific(value, template)?));
    }
    let mut value = value.clone();
    if template.multiplied {
        value = value.try_mul(&factor(template.shift)?)?;
        template.before += template.shift;
    }
    let digits = i32::try_from(template.after).unwrap_or(i32::MAX);
    Ok(Digits::of(&value.round(digits)?.to_string(), template))
}

fn numeric_scientific(value: &PgNumeric, template: &Template) -> SqlResult<String> {
    if value.is_nan() || value.is_infinite() {
        return Ok(hashes(template));
    }
    let digits = i32::try_from(template.after).unwrap_or(i32::MAX);
    let exponent = exponent_of(value);
    // Where rounding makes one digit more, PostgreSQL leaves two before the point.
    let rounded = value.round(digits.saturating_sub(exponent))?;
    let significant: String = rounded.abs().to_string().chars().filter(char::is_ascii_digit).collect();
    let mut significant = significant.trim_start_matches('0').to_owned();
    let wanted = template.after + 1;
    significant.extend(std::iter::repeat_n('0', wanted.saturating_sub(significant.len())));
    let same = rounded.is_zero() || exponent_of(&rounded) == exponent;
    let before = if same { 1 } else { 2 };
    let (first, rest) = significant.split_at_checked(before).unwrap_or((&significant, ""));
    let rest = format!("{rest:0<width$}", width = template.after);
    let rest = rest.get(..template.after).unwrap_or(&rest);
    let sign = if rounded.is_negative() { "-" } else { " " };
    let point = if template.after > 0 { "." } else { "" };
    let exponent_sign = if exponent < 0 { '-' } else { '+' };
    Ok(format!("{sign}{first}{point}{rest}e{exponent_sign}{:02}", exponent.abs()))
}

/// The power of ten of the first digit that is not 0.
fn exponent_of(value: &PgNumeric) -> i32 {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.trim_start_matches('0');
    if whole.is_empty() {
        fraction.find(|digit| digit != '0').map_or(0, |zeros| -1 - i32::try_from(zeros).unwrap_or(i32::MAX - 1))
    } else {
        i32::try_from(whole.len()).unwrap_or(i32::MAX) - 1
    }
}

/// `#` beyond what Roman numerals have.
fn roman(number: i64) -> String {
    const NUMERALS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..=3999).contains(&number) {
        return "#".repeat(15);
    }
    let (mut rest, mut out) = (number, String::new());
    for (value, letters) in NUMERALS {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    out
}
