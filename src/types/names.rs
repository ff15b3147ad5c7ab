//! The names by which SQL calls types, and type modifiers.
//!
//! Comes in: a type as the parser read it, or a spelling. Goes out: the type and its modifier in PostgreSQL's encoding, or `format_type`'s words. Must never: take another database's spelling for one of PostgreSQL's.

use super::PgType;
use super::input::Unit;
use super::numeric::precision_and_scale;
use crate::error::{SqlError, SqlResult};
use datafusion::sql::sqlparser::ast::{
    ArrayElemTypeDef, CharacterLength, DataType, ExactNumberInfo, IntervalFields, ObjectName, ObjectNamePart,
    TimezoneInfo,
};
use guard::SqlState;

/// Which fields an interval keeps: `interval day to second`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntervalRange(i32);

impl IntervalRange {
    pub const FULL: Self = Self(0x7fff);
    const MONTH: i32 = 1 << 1;
    const YEAR: i32 = 1 << 2;
    const DAY: i32 = 1 << 3;
    const HOUR: i32 = 1 << 10;
    const MINUTE: i32 = 1 << 11;
    const SECOND: i32 = 1 << 12;
    pub const MINUTE_TO_SECOND: Self = Self(Self::MINUTE | Self::SECOND);

    /// Of an interval's modifier.
    #[must_use]
    pub fn of(typmod: i32) -> Self {
        if typmod < 0 { Self::FULL } else { Self((typmod >> 16) & 0x7fff) }
    }

    fn from_ast(fields: &IntervalFields) -> Self {
        let (day, hour, minute, second) = (Self::DAY, Self::HOUR, Self::MINUTE, Self::SECOND);
        Self(match fields {
            IntervalFields::Year => Self::YEAR,
            IntervalFields::Month => Self::MONTH,
            IntervalFields::Day => day,
            IntervalFields::Hour => hour,
            IntervalFields::Minute => minute,
            IntervalFields::Second => second,
            IntervalFields::YearToMonth => Self::YEAR | Self::MONTH,
            IntervalFields::DayToHour => day | hour,
            IntervalFields::DayToMinute => day | hour | minute,
            IntervalFields::DayToSecond => day | hour | minute | second,
            IntervalFields::HourToMinute => hour | minute,
            IntervalFields::HourToSecond => hour | minute | second,
            IntervalFields::MinuteToSecond => minute | second,
        })
    }

    /// What a number without a unit is at the end of an interval.
    #[must_use]
    pub(super) fn last_unit(self) -> Unit {
        match self.0 {
            Self::YEAR => Unit::Year,
            bits if bits == Self::FULL.0 || bits & Self::SECOND != 0 => Unit::Second,
            bits if bits & Self::MINUTE != 0 => Unit::Minute,
            bits if bits & Self::HOUR != 0 => Unit::Hour,
            bits if bits & Self::DAY != 0 => Unit::Day,
            _ => Unit::Month,
        }
    }

    /// The smallest field that is kept.
    #[must_use]
    pub(super) fn smallest(self) -> Unit {
        if self == Self::FULL { Unit::Second } else { self.last_unit() }
    }

    fn words(self) -> &'static str {
        const NAMES: [(i32, &str); 6] = [
            (IntervalRange::YEAR, "year"),
            (IntervalRange::MONTH, "month"),
            (IntervalRange::DAY, "day"),
            (IntervalRange::HOUR, "hour"),
            (IntervalRange::MINUTE, "minute"),
            (IntervalRange::SECOND, "second"),
        ];
        let mut set = NAMES.iter().filter(|(bit, _)| self.0 & bit != 0).map(|(_, name)| *name);
        match (set.next(), set.next_back()) {
            _ if self == Self::FULL => "",
            (Some(only), None) => match only {
                "year" => " year",
                "month" => " month",
                "day" => " day",
                "hour" => " hour",
                "minute" => " minute",
                _ => " second",
            },
            (Some("year"), _) => " year to month",
            (Some("day"), Some("hour")) => " day to hour",
            (Some("day"), Some("minute")) => " day to minute",
            (Some("day"), _) => " day to second",
            (Some("hour"), Some("minute")) => " hour to minute",
            (Some("hour"), _) => " hour to second",
            (Some("minute"), _) => " minute to second",
            _ => "",
        }
    }
}

/// The digits of a second that a time, timestamp or interval keeps.
#[must_use]
pub fn time_precision(ty: &PgType, typmod: i32) -> Option<u32> {
    let digits = match ty {
        _ if typmod < 0 => return None,
        PgType::Interval => typmod & 0xffff,
        _ => typmod,
    };
    u32::try_from(digits).ok().filter(|digits| *digits <= 6)
}

impl PgType {
    /// As PostgreSQL calls it in messages: `integer`, `character varying`, `integer[]`.
    #[must_use]
    pub fn sql_name(&self) -> String {
        match self {
            PgType::Array(element) => format!("{}[]", element.sql_name()),
            other => other.row().map_or_else(String::new, |row| row.sql_name.to_string()),
        }
    }

    /// `format_type(oid, typmod)`: `character varying(10)`, `numeric(12,2)`, `timestamp(3) with time zone`.
    #[must_use]
    pub fn format_type(&self, typmod: i32) -> String {
        match self {
            PgType::Array(element) => format!("{}[]", element.format_type(typmod)),
            PgType::Bpchar if typmod < 4 => "bpchar".to_string(),
            _ if typmod < 0 => self.sql_name(),
            PgType::Bpchar | PgType::Varchar if typmod >= 4 => format!("{}({})", self.sql_name(), typmod - 4),
            PgType::Numeric => match precision_and_scale(typmod) {
                Some((precision, scale)) => format!("numeric({precision},{scale})"),
                None => self.sql_name(),
            },
            PgType::Time | PgType::Timestamp => {
                let name = self.name();
                format!("{name}({typmod}) without time zone")
            }
            PgType::Timestamptz => format!("timestamp({typmod}) with time zone"),
            PgType::Interval => {
                let fields = IntervalRange::of(typmod).words();
                match time_precision(self, typmod) {
                    Some(digits) => format!("interval{fields}({digits})"),
                    None => format!("interval{fields}"),
                }
            }
            _ => self.sql_name(),
        }
    }

    /// By any of its spellings: `int`, `integer`, `int4`, `double precision`, `timestamp with time zone`, `text[]`, `_text`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<PgType> {
        let name = name.trim();
        if let Some(element) = name.strip_suffix("[]") {
            return PgType::from_name(element).filter(|ty| ty.array_oid() != 0).map(|ty| ty.array());
        }
        if name == "\"char\"" {
            return Some(PgType::Char);
        }
        let folded = name.split_ascii_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase();
        let folded = folded.strip_prefix("pg_catalog.").unwrap_or(&folded);
        Some(match folded {
            "int" | "integer" => PgType::Int4,
            "smallint" => PgType::Int2,
            "bigint" => PgType::Int8,
            "real" => PgType::Float4,
            "float" | "double precision" => PgType::Float8,
            "decimal" | "dec" => PgType::Numeric,
            "boolean" => PgType::Bool,
            "character varying" | "char varying" => PgType::Varchar,
            "character" | "char" => PgType::Bpchar,
            "time without time zone" => PgType::Time,
            "timestamp without time zone" => PgType::Timestamp,
            "timestamp with time zone" => PgType::Timestamptz,
            other => return PgType::from_typname(other),
        })
    }

    /// The type that the parser read, with its modifier.
    ///
    /// # Errors
    /// 42704 if there is none such, 0A000 if PostgreSQL has it and Tollgate does not, 22023 for a modifier out of range.
    pub fn from_ast(ast: &DataType) -> SqlResult<(PgType, i32)> {
        let plain = |ty: PgType| Ok((ty, -1));
        match ast {
            DataType::Bool | DataType::Boolean => plain(PgType::Bool),
            DataType::SmallInt(None) | DataType::Int2(None) => plain(PgType::Int2),
            DataType::Int(None) | DataType::Integer(None) | DataType::Int4(None) => plain(PgType::Int4),
            DataType::BigInt(None) | DataType::Int8(None) => plain(PgType::Int8),
            DataType::Real | DataType::Float4 => plain(PgType::Float4),
            DataType::Float8 | DataType::DoublePrecision => plain(PgType::Float8),
            DataType::Float(info) => float(info),
            DataType::Numeric(info) | DataType::Decimal(info) | DataType::Dec(info) => {
                Ok((PgType::Numeric, numeric_typmod(info)?))
            }
            DataType::Text => plain(PgType::Text),
            DataType::Varchar(length) | DataType::CharacterVarying(length) | DataType::CharVarying(length) => {
                Ok((PgType::Varchar, length_typmod("varchar", *length)?.unwrap_or(-1)))
            }
            DataType::Char(length) | DataType::Character(length) => {
                Ok((PgType::Bpchar, length_typmod("char", *length)?.unwrap_or(1 + 4)))
            }
            DataType::Bytea => plain(PgType::Bytea),
            DataType::Uuid => plain(PgType::Uuid),
            DataType::JSON => plain(PgType::Json),
            DataType::JSONB => plain(PgType::Jsonb),
            DataType::Regclass => plain(PgType::Regclass),
            DataType::Date => plain(PgType::Date),
            DataType::Time(precision, zone) => match zone {
                TimezoneInfo::None | TimezoneInfo::WithoutTimeZone => {
                    Ok((PgType::Time, precision_typmod("TIME", *precision)))
                }
                TimezoneInfo::WithTimeZone | TimezoneInfo::Tz => Err(not_ours("time with time zone")),
            },
            DataType::Timestamp(precision, zone) => {
                let ty = match zone {
                    TimezoneInfo::None | TimezoneInfo::WithoutTimeZone => PgType::Timestamp,
                    TimezoneInfo::WithTimeZone | TimezoneInfo::Tz => PgType::Timestamptz,
                };
                Ok((ty, precision_typmod("TIMESTAMP", *precision)))
            }
            DataType::Interval { fields, precision } => Ok((PgType::Interval, interval_typmod(fields, *precision))),
            DataType::Array(ArrayElemTypeDef::SquareBracket(element, _)) => {
                let (element, typmod) = PgType::from_ast(element)?;
                match element {
                    // PostgreSQL's arrays have any number of dimensions under one type.
                    array @ PgType::Array(_) => Ok((array, typmod)),
                    element if element.array_oid() != 0 => Ok((element.array(), typmod)),
                    element => Err(undefined(&format!("{}[]", element.name()))),
                }
            }
            DataType::Bit(_) | DataType::BitVarying(_) | DataType::VarBit(_) => Err(not_ours("bit")),
            DataType::GeometricType(_) | DataType::TsVector | DataType::TsQuery => {
                Err(not_ours(&ast.to_string().to_ascii_lowercase()))
            }
            DataType::Custom(name, modifiers) => custom(name, modifiers),
            other => Err(undefined(&other.to_string().to_ascii_lowercase())),
        }
    }
}

fn undefined(name: &str) -> SqlError {
    SqlError::new(SqlState::UNDEFINED_OBJECT, format!("type \"{name}\" does not exist"))
}

fn not_ours(name: &str) -> SqlError {
    SqlError::unsupported(format!("type {name} is not supported"))
}

fn invalid(message: String) -> SqlError {
    SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message)
}

fn float(info: &ExactNumberInfo) -> SqlResult<(PgType, i32)> {
    match info {
        ExactNumberInfo::None | ExactNumberInfo::Precision(25..=53) => Ok((PgType::Float8, -1)),
        ExactNumberInfo::Precision(1..=24) => Ok((PgType::Float4, -1)),
        ExactNumberInfo::Precision(0) => Err(invalid("precision for type float must be at least 1 bit".into())),
        ExactNumberInfo::Precision(_) => Err(invalid("precision for type float must be less than 54 bits".into())),
        ExactNumberInfo::PrecisionAndScale(..) => {
            Err(SqlError::new(SqlState::SYNTAX_ERROR, "syntax error at or near \",\""))
        }
    }
}

fn numeric_typmod(info: &ExactNumberInfo) -> SqlResult<i32> {
    let (precision, scale) = match info {
        ExactNumberInfo::None => return Ok(-1),
        ExactNumberInfo::Precision(precision) => (*precision, 0),
        ExactNumberInfo::PrecisionAndScale(precision, scale) => (*precision, *scale),
    };
    let Some(digits) = i32::try_from(precision).ok().filter(|digits| (1..=1000).contains(digits)) else {
        return Err(invalid(format!("NUMERIC precision {precision} must be between 1 and 1000")));
    };
    let Some(scale) = i32::try_from(scale).ok().filter(|scale| (-1000..=1000).contains(scale)) else {
        return Err(invalid(format!("NUMERIC scale {scale} must be between -1000 and 1000")));
    };
    Ok(((digits << 16) | (scale & 0x7ff)) + 4)
}

fn length_typmod(name: &str, length: Option<CharacterLength>) -> SqlResult<Option<i32>> {
    const MOST: u64 = 10_485_760;
    match length {
        None => Ok(None),
        Some(CharacterLength::IntegerLength { length: 0, .. }) => {
            Err(invalid(format!("length for type {name} must be at least 1")))
        }
        Some(CharacterLength::IntegerLength { length, .. }) if length <= MOST => {
            Ok(i32::try_from(length).ok().map(|length| length + 4))
        }
        Some(CharacterLength::IntegerLength { .. }) => {
            Err(invalid(format!("length for type {name} cannot exceed {MOST}")))
        }
        Some(CharacterLength::Max) => Err(SqlError::new(SqlState::SYNTAX_ERROR, "syntax error at or near \"max\"")),
    }
}

/// More than six digits are six, with a warning in PostgreSQL.
fn precision_typmod(_name: &str, precision: Option<u64>) -> i32 {
    precision.map_or(-1, |digits| i32::try_from(digits.min(6)).unwrap_or(6))
}

fn interval_typmod(fields: &Option<IntervalFields>, precision: Option<u64>) -> i32 {
    if fields.is_none() && precision.is_none() {
        return -1;
    }
    let range = fields.as_ref().map_or(IntervalRange::FULL, IntervalRange::from_ast);
    let digits = precision.map_or(0xffff, |digits| i32::try_from(digits.min(6)).unwrap_or(6));
    (range.0 << 16) | digits
}

/// A name that the parser has no type for: PostgreSQL's own (`name`, `oid`, `"char"`, `regtype`, `pg_catalog.int4`).
fn custom(name: &ObjectName, modifiers: &[String]) -> SqlResult<(PgType, i32)> {
    let mut parts = Vec::new();
    for part in &name.0 {
        let ObjectNamePart::Identifier(ident) = part else { return Err(undefined(&name.to_string())) };
        parts.push(if ident.quote_style.is_some() { ident.value.clone() } else { ident.value.to_ascii_lowercase() });
    }
    let known = match parts.as_slice() {
        [only] => only,
        [schema, only] if schema == "pg_catalog" => only,
        other => return Err(undefined(&other.join("."))),
    };
    let refused = [
        "timetz",
        "bit",
        "varbit",
        "money",
        "xml",
        "cidr",
        "macaddr",
        "macaddr8",
        "tsvector",
        "tsquery",
        "point",
        "line",
        "lseg",
        "box",
        "path",
        "polygon",
        "circle",
        "int4range",
        "int8range",
        "numrange",
        "tsrange",
        "tstzrange",
        "daterange",
        "jsonpath",
        "pg_lsn",
        "xid8",
        "cid",
        "regcollation",
        "refcursor",
        "txid_snapshot",
        "int4multirange",
        "int8multirange",
        "nummultirange",
        "tsmultirange",
        "tstzmultirange",
        "datemultirange",
    ];
    if refused.contains(&known.as_str()) {
        return Err(not_ours(known));
    }
    let ty = PgType::from_typname(known).ok_or_else(|| undefined(known))?;
    if modifiers.is_empty() {
        return Ok((ty, -1));
    }
    let numbers: Vec<i64> = modifiers.iter().filter_map(|modifier| modifier.parse().ok()).collect();
    let length = |value: i64| {
        let length = u64::try_from(value).unwrap_or(0);
        Some(CharacterLength::IntegerLength { length, unit: None })
    };
    let typmod = match (&ty, numbers.as_slice()) {
        (PgType::Bpchar, [n]) => length_typmod("char", length(*n))?.unwrap_or(-1),
        (PgType::Varchar, [n]) => length_typmod("varchar", length(*n))?.unwrap_or(-1),
        (PgType::Numeric, [n]) => numeric_typmod(&ExactNumberInfo::Precision(u64::try_from(*n).unwrap_or(0)))?,
        (PgType::Numeric, [n, s]) => {
            numeric_typmod(&ExactNumberInfo::PrecisionAndScale(u64::try_from(*n).unwrap_or(0), *s))?
        }
        (PgType::Time | PgType::Timestamp | PgType::Timestamptz, [n]) => {
            precision_typmod("TIMESTAMP", u64::try_from(*n).ok())
        }
        (other, _) => {
            let message = format!("type modifier is not allowed for type \"{}\"", other.name());
            return Err(SqlError::new(SqlState::SYNTAX_ERROR, message));
        }
    };
    Ok((ty, typmod))
}
