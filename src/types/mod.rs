//! PostgreSQL's types: their identity (OID, name, category), their Arrow form, their text and binary forms.
//!
//! Comes in: Arrow values, text, wire bytes. Goes out: the same value in another form, or an error with PostgreSQL's SQLSTATE. Must never: change a value.
//!
//! # The Arrow form
//!
//! Inside a plan each PostgreSQL type has exactly one Arrow form ([`PgType::arrow`]); several types share one, which is why the binder carries the [`PgType`] beside each expression.
//!
//! | type | Arrow |
//! |---|---|
//! | text, varchar, bpchar, name, "char", json, jsonb, unknown | `Utf8View`; jsonb in its canonical text form, bpchar without its trailing blanks |
//! | numeric | `Binary`: [`numeric`]'s order-preserving form, of any precision, with the display scale in the last two bytes |
//! | date | `Date32`, `i32::MAX` and `i32::MIN` are `infinity` and `-infinity` |
//! | timestamp, timestamptz | microseconds, without zone and in UTC; `i64::MAX` and `i64::MIN` are the infinities |
//! | interval | `IntervalMonthDayNano`, whole microseconds only |
//! | oid and the reg* types | `UInt32` |
//! | inet | `Utf8View`, in one spelling |
//! | arrays | `List` of the element's form; arrays of more than one dimension are refused (0A000) |

pub mod binary;
pub mod catalog;
pub mod datetime;
pub mod inet;
pub mod input;
pub mod json;
pub mod names;
pub mod numeric;
pub mod text;

use datafusion::arrow::datatypes::{DataType, Field, IntervalUnit, TimeUnit};
use std::sync::Arc;

/// A type that Tollgate can name, hold and send.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PgType {
    /// An untyped literal or parameter, before its context decides.
    Unknown,
    Bool,
    Int2,
    Int4,
    Int8,
    Float4,
    Float8,
    Numeric,
    Text,
    Varchar,
    Bpchar,
    /// The one-byte `"char"` of the catalogs.
    Char,
    Name,
    Bytea,
    Date,
    Time,
    Timestamp,
    Timestamptz,
    Interval,
    Json,
    Jsonb,
    Uuid,
    Oid,
    Regclass,
    Regtype,
    Regproc,
    Regprocedure,
    Regnamespace,
    Regrole,
    Regoper,
    Regoperator,
    Regconfig,
    Regdictionary,
    Int2Vector,
    OidVector,
    /// The catalogs' own: xid, cid, tid, pg_node_tree, aclitem, carried as text.
    Xid,
    Tid,
    PgNodeTree,
    AclItem,
    /// An address in PostgreSQL's own spelling, carried as text.
    Inet,
    Void,
    /// An anonymous row: its columns' names and types.
    Record(Arc<[(String, PgType)]>),
    Array(Box<PgType>),
}

impl PgType {
    /// The one Arrow form that values of this type have inside a plan.
    #[must_use]
    pub fn arrow(&self) -> DataType {
        match self {
            PgType::Unknown
            | PgType::Text
            | PgType::Varchar
            | PgType::Bpchar
            | PgType::Char
            | PgType::Name
            | PgType::Json
            | PgType::Jsonb
            | PgType::Tid
            | PgType::PgNodeTree
            | PgType::AclItem
            | PgType::Inet
            | PgType::Void => DataType::Utf8View,
            PgType::Bool => DataType::Boolean,
            PgType::Int2 => DataType::Int16,
            PgType::Int4 => DataType::Int32,
            PgType::Int8 => DataType::Int64,
            PgType::Float4 => DataType::Float32,
            PgType::Float8 => DataType::Float64,
            PgType::Numeric | PgType::Bytea => DataType::Binary,
            PgType::Date => DataType::Date32,
            PgType::Time => DataType::Time64(TimeUnit::Microsecond),
            PgType::Timestamp => DataType::Timestamp(TimeUnit::Microsecond, None),
            PgType::Timestamptz => DataType::Timestamp(TimeUnit::Microsecond, Some(Arc::from("UTC"))),
            PgType::Interval => DataType::Interval(IntervalUnit::MonthDayNano),
            PgType::Uuid => DataType::FixedSizeBinary(16),
            PgType::Oid
            | PgType::Regclass
            | PgType::Regtype
            | PgType::Regproc
            | PgType::Regprocedure
            | PgType::Regnamespace
            | PgType::Regrole
            | PgType::Regoper
            | PgType::Regoperator
            | PgType::Regconfig
            | PgType::Regdictionary
            | PgType::Xid => DataType::UInt32,
            PgType::Int2Vector => list_of(DataType::Int16),
            PgType::OidVector => list_of(DataType::UInt32),
            PgType::Record(fields) => {
                DataType::Struct(fields.iter().map(|(name, ty)| Arc::new(Field::new(name, ty.arrow(), true))).collect())
            }
            PgType::Array(element) => list_of(element.arrow()),
        }
    }
}

fn list_of(element: DataType) -> DataType {
    DataType::List(Arc::new(Field::new_list_field(element, true)))
}

/// One column of a result, as RowDescription tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PgColumn {
    pub name: String,
    pub ty: PgType,
    /// PostgreSQL's type modifier; -1 is none.
    pub typmod: i32,
    /// The relation it comes from unchanged, and its number there; 0 is none.
    pub table_oid: u32,
    pub attnum: i16,
}

/// What of the session changes how a value is written or read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Display {
    pub date_style: DateStyle,
    pub date_order: DateOrder,
    pub interval_style: IntervalStyle,
    pub time_zone: TimeZone,
    /// -15 to 3; 1 and more is the shortest form that reads back the same.
    pub extra_float_digits: i32,
    pub bytea_hex: bool,
    /// What the names of numbers and the numbers of names are: for `regclass` and its kin.
    pub known: Option<std::sync::Arc<crate::catalog::Known>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateStyle {
    Iso,
    Sql,
    Postgres,
    German,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateOrder {
    Mdy,
    Dmy,
    Ymd,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntervalStyle {
    Postgres,
    PostgresVerbose,
    SqlStandard,
    Iso8601,
}

/// A session's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeZone {
    Named(chrono_tz::Tz),
    /// Seconds east of Greenwich.
    Fixed(i32),
}

impl Default for Display {
    fn default() -> Self {
        Self {
            date_style: DateStyle::Iso,
            date_order: DateOrder::Mdy,
            interval_style: IntervalStyle::Postgres,
            time_zone: TimeZone::Named(chrono_tz::Tz::UTC),
            extra_float_digits: 1,
            bytea_hex: true,
            known: None,
        }
    }
}
