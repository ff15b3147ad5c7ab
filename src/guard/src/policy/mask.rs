//! Masks: their text form, and which types each can stand in for.

use super::Mask;
use sqlparser::ast::DataType;
use std::fmt;

/// The forms, for hints.
pub(super) const FORMS: &str = "sha256, hmac(secret), null, constant:'x', keep:4, day, bucket:100";

/// Reads `sha256`, `hmac(secret)`, `null`, `constant:'x'`, `keep:4`, `day`, `bucket:100`.
pub(super) fn read(text: &str) -> Option<Mask> {
    match text {
        "sha256" => return Some(Mask::Sha256),
        "null" => return Some(Mask::Null),
        "day" => return Some(Mask::Day),
        _ => {}
    }
    if let Some(secret) = text.strip_prefix("hmac(").and_then(|rest| rest.strip_suffix(')')) {
        let is_name = !secret.is_empty() && secret.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
        return is_name.then(|| Mask::Hmac { secret: secret.to_owned() });
    }
    let (word, argument) = text.split_once(':')?;
    match word {
        "constant" => unquote(argument).map(Mask::Constant),
        "keep" => whole_number(argument).and_then(|count| u32::try_from(count).ok()).map(Mask::Keep),
        "bucket" => whole_number(argument).filter(|size| (1..=1 << 53).contains(size)).map(Mask::Bucket),
        _ => None,
    }
}

/// As [`read`] reads it.
impl fmt::Display for Mask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mask::Sha256 => f.write_str("sha256"),
            Mask::Hmac { secret } => write!(f, "hmac({secret})"),
            Mask::Null => f.write_str("null"),
            Mask::Constant(text) => write!(f, "constant:'{}'", text.replace('\'', "''")),
            Mask::Keep(count) => write!(f, "keep:{count}"),
            Mask::Day => f.write_str("day"),
            Mask::Bucket(width) => write!(f, "bucket:{width}"),
        }
    }
}

/// `'it''s'` to `it's`
fn unquote(text: &str) -> Option<String> {
    let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let lone_quote = inner.replace("''", "").contains('\'');
    (!lone_quote && !inner.contains('\0')).then(|| inner.replace("''", "'"))
}

fn whole_number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Why this mask can't stand in for a column of this type; `None` if it can.
pub(super) fn unfit(mask: &Mask, ty: &DataType) -> Option<&'static str> {
    match mask {
        Mask::Null => None,
        Mask::Sha256 | Mask::Hmac { .. } if is_text(ty) || is_whole_number(ty) || matches!(ty, DataType::Uuid) => None,
        Mask::Sha256 | Mask::Hmac { .. } => Some("is for text, whole numbers and uuid"),
        Mask::Constant(_) | Mask::Keep(_) if is_text(ty) => None,
        Mask::Constant(_) | Mask::Keep(_) => Some("is for text"),
        Mask::Day if matches!(ty, DataType::Date | DataType::Timestamp(..)) => None,
        Mask::Day => Some("is for dates and timestamps"),
        Mask::Bucket(_) if is_whole_number(ty) || is_fractional(ty) => None,
        Mask::Bucket(_) => Some("is for numbers"),
    }
}

fn is_text(ty: &DataType) -> bool {
    match ty {
        DataType::Text
        | DataType::Char(_)
        | DataType::Character(_)
        | DataType::Varchar(_)
        | DataType::CharVarying(_)
        | DataType::CharacterVarying(_) => true,
        DataType::Custom(name, _) => matches!(name.to_string().as_str(), "name" | "bpchar"),
        _ => false,
    }
}

fn is_whole_number(ty: &DataType) -> bool {
    matches!(
        ty,
        DataType::Int2(_)
            | DataType::Int4(_)
            | DataType::Int8(_)
            | DataType::SmallInt(_)
            | DataType::Int(_)
            | DataType::Integer(_)
            | DataType::BigInt(_)
    )
}

fn is_fractional(ty: &DataType) -> bool {
    matches!(
        ty,
        DataType::Numeric(_)
            | DataType::Decimal(_)
            | DataType::Dec(_)
            | DataType::Real
            | DataType::Float(_)
            | DataType::Float4
            | DataType::Float8
            | DataType::DoublePrecision
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_reads() {
        assert_eq!(read("sha256"), Some(Mask::Sha256));
        assert_eq!(read("hmac(unit-key)"), Some(Mask::Hmac { secret: "unit-key".into() }));
        assert_eq!(read("null"), Some(Mask::Null));
        assert_eq!(read("constant:'it''s'"), Some(Mask::Constant("it's".into())));
        assert_eq!(read("constant:''"), Some(Mask::Constant(String::new())));
        assert_eq!(read("keep:4"), Some(Mask::Keep(4)));
        assert_eq!(read("day"), Some(Mask::Day));
        assert_eq!(read("bucket:100"), Some(Mask::Bucket(100)));
    }

    #[test]
    fn a_mask_reads_as_it_shows() {
        for text in ["sha256", "hmac(unit-key)", "null", "constant:'it''s'", "keep:4", "day", "bucket:100"] {
            assert_eq!(read(text).expect(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_not_a_form_does_not_read() {
        for text in [
            "",
            "SHA256",
            "hmac()",
            "hmac(a b)",
            "hmac",
            "constant:x",
            "constant:'a\0b'",
            "constant:'a'b'",
            "constant:'",
            "keep:",
            "keep:-1",
            "keep:x",
            "bucket:0",
            "bucket:1.5",
            "day:1",
            "sha256 ",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
