//! From a file's own Arrow types to the one form that each PostgreSQL type has inside a plan.
//!
//! Comes in: expressions over the contract's columns, and a file's schema. Goes out: the same expressions over the file's columns, converted. Must never: change a value, or read a column as
//! a type that can't hold it.

use crate::error::{SqlError, SqlResult};
use crate::plan::governed::RawTable;
use crate::types::numeric::PgNumeric;
use crate::types::{PgType, json};
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, BinaryBuilder, FixedSizeBinaryBuilder, RecordBatch, StringViewBuilder,
    TimestampMicrosecondArray, new_null_array,
};
use datafusion::arrow::datatypes::{
    DataType, Decimal128Type, Decimal256Type, Field, FieldRef, Int64Type, IntervalUnit, Schema, SchemaRef, TimeUnit,
    TimestampNanosecondType,
};
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode};
use datafusion::common::{DataFusionError, Result, ScalarValue};
use datafusion::logical_expr::ColumnarValue;
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_expr::expressions::{CastExpr, Column, Literal};
use datafusion::physical_expr_adapter::{PhysicalExprAdapter, PhysicalExprAdapterFactory};
use guard::SqlState;
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// How a file's column becomes a contract's column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Reading {
    /// It has the canonical form already.
    AsIs,
    /// Arrow's own cast changes the form and not the value, and keeps the order, so that statistics stay usable.
    Cast,
    /// A conversion of ours.
    Convert(Conversion),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Conversion {
    /// Decimals and whole numbers to the order-preserving form.
    Numeric,
    /// Text to sixteen bytes.
    Uuid,
    /// JSON text to jsonb's canonical text.
    Jsonb,
    /// Text to bpchar, which has no trailing blanks.
    Bpchar,
    /// Nanoseconds to microseconds, downwards. Not a plain cast: it makes values equal, and a predicate must not be moved past it to a file's statistics.
    Micros,
}

/// How a column of this Arrow type reads as that PostgreSQL type; `None` if it does not.
pub(super) fn reading(physical: &DataType, ty: &PgType) -> Option<Reading> {
    let canonical = ty.arrow();
    if let DataType::Dictionary(_, value) = physical {
        // Unpacking a dictionary changes no value; what is in it must read by a plain cast.
        return match reading(value, ty)? {
            Reading::AsIs | Reading::Cast => Some(Reading::Cast),
            Reading::Convert(_) => None,
        };
    }
    if *physical == canonical && !matches!(ty, PgType::Numeric | PgType::Jsonb | PgType::Bpchar) {
        return Some(Reading::AsIs);
    }
    let castable = match ty {
        PgType::Text | PgType::Varchar | PgType::Name | PgType::Json => is_text(physical),
        PgType::Int2 => matches!(physical, DataType::Int8 | DataType::UInt8),
        PgType::Int4 => matches!(physical, DataType::Int8 | DataType::Int16 | DataType::UInt8 | DataType::UInt16),
        PgType::Int8 => physical.is_integer() && *physical != DataType::UInt64,
        PgType::Float4 => *physical == DataType::Float16,
        PgType::Float8 => matches!(physical, DataType::Float16 | DataType::Float32),
        PgType::Bytea => {
            matches!(physical, DataType::LargeBinary | DataType::BinaryView | DataType::FixedSizeBinary(_))
        }
        PgType::Date => *physical == DataType::Date64,
        PgType::Time => matches!(physical, DataType::Time32(_) | DataType::Time64(_)),
        // A file's time without zone is UTC; one with a zone is UTC inside.
        PgType::Timestamp | PgType::Timestamptz => {
            matches!(physical, DataType::Timestamp(unit, _) if *unit != TimeUnit::Nanosecond)
        }
        PgType::Interval => matches!(physical, DataType::Interval(IntervalUnit::DayTime | IntervalUnit::YearMonth)),
        PgType::Array(element) => match physical {
            DataType::List(field) | DataType::LargeList(field) => {
                matches!(reading(field.data_type(), element)?, Reading::AsIs | Reading::Cast)
            }
            _ => false,
        },
        _ => false,
    };
    if castable {
        return Some(Reading::Cast);
    }
    match ty {
        PgType::Numeric if physical.is_integer() && *physical != DataType::UInt64 => {
            Some(Reading::Convert(Conversion::Numeric))
        }
        PgType::Numeric if physical.is_decimal() => Some(Reading::Convert(Conversion::Numeric)),
        PgType::Uuid if is_text(physical) => Some(Reading::Convert(Conversion::Uuid)),
        PgType::Jsonb if is_text(physical) => Some(Reading::Convert(Conversion::Jsonb)),
        PgType::Bpchar if is_text(physical) => Some(Reading::Convert(Conversion::Bpchar)),
        PgType::Timestamp | PgType::Timestamptz if matches!(physical, DataType::Timestamp(_, _)) => {
            Some(Reading::Convert(Conversion::Micros))
        }
        _ => None,
    }
}

fn is_text(ty: &DataType) -> bool {
    matches!(ty, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
}

/// The PostgreSQL types that a column of this Arrow type reads as, the nearest first.
pub(super) fn reads_as(physical: &DataType) -> Vec<PgType> {
    const CANDIDATES: [PgType; 17] = [
        PgType::Bool,
        PgType::Int2,
        PgType::Int4,
        PgType::Int8,
        PgType::Float4,
        PgType::Float8,
        PgType::Date,
        PgType::Time,
        PgType::Timestamptz,
        PgType::Timestamp,
        PgType::Interval,
        PgType::Text,
        PgType::Varchar,
        PgType::Jsonb,
        PgType::Json,
        PgType::Bytea,
        PgType::Uuid,
    ];
    let mut found: Vec<PgType> =
        CANDIDATES.into_iter().chain([PgType::Numeric]).filter(|ty| reading(physical, ty).is_some()).collect();
    if let DataType::List(field) | DataType::LargeList(field) = physical {
        found.extend(reads_as(field.data_type()).into_iter().map(|element| PgType::Array(Box::new(element))));
    }
    if let DataType::Timestamp(_, None) = physical {
        // A time without zone is a `timestamp` first.
        found.sort_by_key(|ty| *ty != PgType::Timestamp);
    }
    found
}

/// Makes the adapters of one table's files.
#[derive(Debug)]
pub(super) struct CanonicalColumns {
    pub(super) table: Arc<RawTable>,
}

impl PhysicalExprAdapterFactory for CanonicalColumns {
    fn create(
        &self,
        _logical_file_schema: SchemaRef,
        physical_file_schema: SchemaRef,
    ) -> Result<Arc<dyn PhysicalExprAdapter>> {
        Ok(Arc::new(FileColumns { table: Arc::clone(&self.table), file: physical_file_schema }))
    }
}

/// The columns of one file.
#[derive(Debug)]
struct FileColumns {
    table: Arc<RawTable>,
    file: SchemaRef,
}

impl PhysicalExprAdapter for FileColumns {
    fn rewrite(&self, expr: Arc<dyn PhysicalExpr>) -> Result<Arc<dyn PhysicalExpr>> {
        expr.transform_up(|expr| match expr.downcast_ref::<Column>() {
            Some(column) => self.column(column.name()).map(Transformed::yes).map_err(SqlError::into_datafusion),
            None => Ok(Transformed::no(expr)),
        })
        .data()
    }
}

impl FileColumns {
    fn column(&self, name: &str) -> SqlResult<Arc<dyn PhysicalExpr>> {
        let mismatch = |what: &str| contract_mismatch(&self.table, name, what);
        let index = self.table.index_of(name).ok_or_else(|| mismatch("is not in the contract"))?;
        let ty = self.table.columns().get(index).map(|column| &column.ty).ok_or_else(|| mismatch("is out of range"))?;
        let Some((position, field)) = self.file.column_with_name(name) else {
            if !self.table.is_nullable(index) {
                return Err(mismatch("is missing from a file"));
            }
            let null = ScalarValue::try_from(&ty.arrow())?;
            return Ok(Arc::new(Literal::new(null)));
        };
        let column: Arc<dyn PhysicalExpr> = Arc::new(Column::new(name, position));
        match reading(field.data_type(), ty) {
            Some(Reading::AsIs) => Ok(column),
            Some(Reading::Cast) => Ok(Arc::new(CastExpr::new(column, ty.arrow(), None))),
            Some(Reading::Convert(conversion)) => Ok(Arc::new(Converted { column, conversion, ty: ty.clone() })),
            None => Err(mismatch(&format!("is {} in a file and {} in the contract", field.data_type(), ty.name()))),
        }
    }
}

/// What the client may see of a contract that the data break: nothing of them.
pub(super) fn contract_mismatch(table: &RawTable, column: &str, what: &str) -> SqlError {
    SqlError::new(SqlState::IO_ERROR, "the warehouse's data do not match the table's contract")
        .caused_by(format!("table {}: column {column} {what}", table.contract().name))
}

/// A column in canonical form, by a conversion of ours.
#[derive(Debug, Eq)]
struct Converted {
    column: Arc<dyn PhysicalExpr>,
    conversion: Conversion,
    ty: PgType,
}

impl PartialEq for Converted {
    fn eq(&self, other: &Self) -> bool {
        self.column.eq(&other.column) && self.conversion == other.conversion && self.ty == other.ty
    }
}

impl Hash for Converted {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.column.hash(state);
        self.conversion.hash(state);
        self.ty.hash(state);
    }
}

impl fmt::Display for Converted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "canonical({})", self.column)
    }
}

impl PhysicalExpr for Converted {
    fn evaluate(&self, batch: &RecordBatch) -> Result<ColumnarValue> {
        let array = self.column.evaluate(batch)?.into_array(batch.num_rows())?;
        let converted = match self.conversion {
            Conversion::Numeric => numeric(&array)?,
            Conversion::Uuid => uuid(&array)?,
            Conversion::Jsonb => jsonb(&array)?,
            Conversion::Bpchar => text(&array, |text| Some(text.trim_end_matches(' ').into()))?,
            Conversion::Micros => micros(&array, &self.ty)?,
        };
        Ok(ColumnarValue::Array(converted))
    }

    fn return_field(&self, _input_schema: &Schema) -> Result<FieldRef> {
        Ok(Arc::new(Field::new(self.to_string(), self.ty.arrow(), true)))
    }

    fn children(&self) -> Vec<&Arc<dyn PhysicalExpr>> {
        vec![&self.column]
    }

    fn with_new_children(self: Arc<Self>, mut children: Vec<Arc<dyn PhysicalExpr>>) -> Result<Arc<dyn PhysicalExpr>> {
        match (children.pop(), children.is_empty()) {
            (Some(column), true) => Ok(Arc::new(Self { column, conversion: self.conversion, ty: self.ty.clone() })),
            _ => Err(DataFusionError::Internal("a conversion has one argument".to_owned())),
        }
    }

    fn fmt_sql(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Decimals and whole numbers to the numeric form.
fn numeric(array: &ArrayRef) -> Result<ArrayRef> {
    use datafusion::arrow::compute::cast;
    let mut builder = BinaryBuilder::with_capacity(array.len(), array.len() * 12);
    let mut bytes = Vec::new();
    let mut append = |value: Option<SqlResult<PgNumeric>>| -> Result<()> {
        match value.transpose().map_err(SqlError::into_datafusion)? {
            None => builder.append_null(),
            Some(value) => {
                bytes.clear();
                value.encode(&mut bytes);
                builder.append_value(&bytes);
            }
        }
        Ok(())
    };
    match array.data_type() {
        DataType::Decimal128(_, scale) => {
            for value in array.as_primitive::<Decimal128Type>() {
                append(value.map(|value| PgNumeric::from_decimal128(value, *scale)))?;
            }
        }
        DataType::Decimal256(_, scale) => {
            for value in array.as_primitive::<Decimal256Type>() {
                append(value.map(|value| PgNumeric::from_decimal256(value, *scale)))?;
            }
        }
        DataType::Decimal32(precision, scale) | DataType::Decimal64(precision, scale) => {
            let wide = cast(array, &DataType::Decimal128(*precision, *scale))?;
            for value in wide.as_primitive::<Decimal128Type>() {
                append(value.map(|value| PgNumeric::from_decimal128(value, *scale)))?;
            }
        }
        DataType::Null => return Ok(new_null_array(&PgType::Numeric.arrow(), array.len())),
        _ => {
            let wide = cast(array, &DataType::Int64)?;
            for value in wide.as_primitive::<Int64Type>() {
                append(value.map(|value| Ok(PgNumeric::from_i128(i128::from(value), 0))))?;
            }
        }
    }
    Ok(Arc::new(builder.finish()))
}

/// Each text once: a file's repeated values are views of the same bytes.
fn jsonb(array: &ArrayRef) -> Result<ArrayRef> {
    let text = datafusion::arrow::compute::cast(array, &DataType::Utf8View)?;
    let text = text.as_string_view();
    let mut builder = StringViewBuilder::with_capacity(text.len());
    let (mut converted, mut known) = (String::new(), HashMap::new());
    for (value, view) in text.iter().zip(text.views().iter()) {
        let Some(value) = value else {
            builder.append_null();
            continue;
        };
        let place = match known.entry(*view) {
            Entry::Occupied(place) => *place.get(),
            Entry::Vacant(new) => {
                let start = converted.len();
                json::append_canonical(value, &mut converted)
                    .map_err(|_| unreadable("text that its type can't hold"))?;
                *new.insert((start, converted.len()))
            }
        };
        builder.append_value(converted.get(place.0..place.1).unwrap_or_default());
    }
    Ok(Arc::new(builder.finish()))
}

/// Text to text; what the conversion has no answer for breaks the contract.
fn text(array: &ArrayRef, convert: impl Fn(&str) -> Option<Cow<'_, str>>) -> Result<ArrayRef> {
    let text = datafusion::arrow::compute::cast(array, &DataType::Utf8View)?;
    let mut builder = StringViewBuilder::with_capacity(text.len());
    for value in text.as_string_view() {
        match value.map(&convert) {
            None => builder.append_null(),
            Some(Some(value)) => builder.append_value(value),
            Some(None) => return Err(unreadable("text that its type can't hold")),
        }
    }
    Ok(Arc::new(builder.finish()))
}

fn unreadable(what: &str) -> DataFusionError {
    SqlError::new(SqlState::IO_ERROR, "the warehouse's data do not match the table's contract")
        .caused_by(format!("a column holds {what}"))
        .into_datafusion()
}

fn micros(array: &ArrayRef, ty: &PgType) -> Result<ArrayRef> {
    let micros: TimestampMicrosecondArray =
        array.as_primitive::<TimestampNanosecondType>().unary(|nanos| nanos.div_euclid(1_000));
    Ok(datafusion::arrow::compute::cast(&micros, &ty.arrow())?)
}

/// Text to sixteen bytes.
fn uuid(array: &ArrayRef) -> Result<ArrayRef> {
    let text = datafusion::arrow::compute::cast(array, &DataType::Utf8View)?;
    let mut builder = FixedSizeBinaryBuilder::with_capacity(array.len(), 16);
    for value in text.as_string_view() {
        match value {
            None => builder.append_null(),
            Some(value) => {
                let id = uuid::Uuid::try_parse(value).map_err(|_| unreadable("text that is no uuid"))?;
                builder.append_value(id.as_bytes())?;
            }
        }
    }
    Ok(Arc::new(builder.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::arrow::array::{Decimal128Array, StringArray};

    #[test]
    fn a_column_reads_only_as_a_type_that_holds_it() {
        assert_eq!(reading(&DataType::Utf8, &PgType::Text), Some(Reading::Cast));
        assert_eq!(reading(&DataType::Utf8View, &PgType::Text), Some(Reading::AsIs));
        assert_eq!(reading(&DataType::Int64, &PgType::Int4), None);
        assert_eq!(reading(&DataType::UInt64, &PgType::Int8), None);
        assert_eq!(reading(&DataType::Float64, &PgType::Numeric), None);
        assert_eq!(reading(&DataType::Float64, &PgType::Float4), None);
        assert_eq!(reading(&DataType::Binary, &PgType::Numeric), None);
        let nanos = DataType::Timestamp(TimeUnit::Nanosecond, None);
        assert_eq!(reading(&nanos, &PgType::Timestamptz), Some(Reading::Convert(Conversion::Micros)));
        let dictionary = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
        assert_eq!(reading(&dictionary, &PgType::Text), Some(Reading::Cast));
    }

    #[test]
    fn the_nearest_type_comes_first() {
        assert_eq!(reads_as(&DataType::Int32).first(), Some(&PgType::Int4));
        assert_eq!(reads_as(&DataType::Decimal128(12, 2)), vec![PgType::Numeric]);
        assert_eq!(reads_as(&DataType::Timestamp(TimeUnit::Microsecond, None)).first(), Some(&PgType::Timestamp));
        assert_eq!(
            reads_as(&DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()))).first(),
            Some(&PgType::Timestamptz)
        );
    }

    #[test]
    fn decimals_keep_value_and_scale() {
        let array: ArrayRef =
            Arc::new(Decimal128Array::from(vec![Some(1250), None, Some(-5)]).with_precision_and_scale(12, 2).unwrap());
        let converted = numeric(&array).unwrap();
        let converted = converted.as_binary::<i32>();
        assert_eq!(PgNumeric::decode(converted.value(0)).to_string(), "12.50");
        assert!(converted.is_null(1));
        assert_eq!(PgNumeric::decode(converted.value(2)).to_string(), "-0.05");
    }

    #[test]
    fn text_that_is_no_uuid_is_not_quoted() {
        let array: ArrayRef = Arc::new(StringArray::from(vec!["hidden value"]));
        let error = SqlError::from(uuid(&array).unwrap_err());
        assert_eq!(error.sqlstate(), SqlState::IO_ERROR);
        assert!(!error.report().message.contains("hidden"));
    }
}
