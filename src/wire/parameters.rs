//! The parameters of a Bind message.
//!
//! Comes in: bytes, a format and the type that the statement has for them. Goes out: a value in the type's Arrow form. Must never: take text that is not UTF-8, or has a NUL in it.

use super::rows::Format;
use crate::error::{SqlError, SqlResult};
use crate::types::{Display, PgType, binary, input};
use chrono::{DateTime, Utc};
use datafusion::common::ScalarValue;
use guard::SqlState;

/// Reads one parameter; `None` is NULL.
///
/// # Errors
/// 22P02 and its kin for text, 22P03 for binary, 22021 for what is not text.
pub fn decode(
    value: Option<&[u8]>,
    format: Format,
    ty: &PgType,
    display: &Display,
    now: DateTime<Utc>,
) -> SqlResult<ScalarValue> {
    match (value, format) {
        (None, _) => Ok(ScalarValue::try_from(&ty.arrow())?),
        (Some(bytes), Format::Text) => {
            let text = binary::checked_utf8(bytes)?;
            input::parse_constant(text, ty, -1, display, now)
        }
        (Some(bytes), Format::Binary) => binary::receive(bytes, ty),
    }
}

/// Reads all parameters of a Bind message; `codes` are its format codes.
///
/// # Errors
/// 08P01 if the numbers of parameters, formats and types disagree; else as [`decode`].
pub fn decode_all<'a>(
    values: impl ExactSizeIterator<Item = Option<&'a [u8]>>,
    codes: &[i16],
    types: &[PgType],
    statement: &str,
    display: &Display,
    now: DateTime<Utc>,
) -> SqlResult<Vec<ScalarValue>> {
    let protocol = |message: String| SqlError::new(SqlState::PROTOCOL_VIOLATION, message);
    let count = values.len();
    if codes.len() > 1 && codes.len() != count {
        let formats = codes.len();
        return Err(protocol(format!("bind message has {formats} parameter formats but {count} parameters")));
    }
    if count != types.len() {
        let needed = types.len();
        return Err(protocol(format!(
            "bind message supplies {count} parameters, but prepared statement \"{statement}\" requires {needed}"
        )));
    }
    let formats = Format::resolve(codes, count)?;
    values.zip(formats).zip(types).map(|((value, format), ty)| decode(value, format, ty, display, now)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], format: Format, ty: PgType) -> Result<ScalarValue, &'static str> {
        decode(Some(bytes), format, &ty, &Display::default(), DateTime::UNIX_EPOCH)
            .map_err(|error| error.sqlstate().code())
    }

    #[test]
    fn text_and_binary() {
        assert_eq!(read(b"42", Format::Text, PgType::Int4), Ok(ScalarValue::Int32(Some(42))));
        assert_eq!(read(&[0, 0, 0, 42], Format::Binary, PgType::Int4), Ok(ScalarValue::Int32(Some(42))));
        assert_eq!(read(&[0, 42], Format::Binary, PgType::Int4), Err("08P01"));
        assert_eq!(read(&[0, 0, 0, 0, 42], Format::Binary, PgType::Int4), Err("22P03"));
        assert_eq!(read(b"x", Format::Text, PgType::Int4), Err("22P02"));
        assert_eq!(read(&[0xff], Format::Text, PgType::Text), Err("22021"));
        assert_eq!(read(b"a\0b", Format::Text, PgType::Text), Err("22021"));
        assert_eq!(read(b"a\0b", Format::Binary, PgType::Text), Err("22021"));
    }
}
