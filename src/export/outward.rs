//! The Arrow form that other programs expect, from the one that plans have.
//!
//! `numeric(p,s)` of up to 38 digits becomes a decimal; a numeric without them has no fixed scale and becomes text, digit for digit. What has no Arrow type of its own (uuid, interval, rows, the reg* types) becomes PostgreSQL's text.

use super::ExportError;
use crate::types::numeric::PgNumeric;
use crate::types::text::ColumnWriter;
use crate::types::{Display, PgColumn, PgType};
use bytes::BytesMut;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, Decimal128Builder, ListArray, StringViewBuilder};
use datafusion::arrow::compute::{cast, max, min};
use datafusion::arrow::datatypes::{DataType, Date32Type, Field, TimestampMicrosecondType};
use std::sync::Arc;

/// The most digits that a 128-bit decimal holds.
const DIGITS: i32 = 38;

/// One column on its way out.
#[derive(Debug)]
pub(super) struct Outward<'a> {
    column: &'a PgColumn,
    display: &'a Display,
    format: &'static str,
}

impl<'a> Outward<'a> {
    pub fn new(column: &'a PgColumn, display: &'a Display, format: &'static str) -> Self {
        Self { column, display, format }
    }

    pub fn field(&self) -> Field {
        Field::new(&self.column.name, self.data_type(&self.column.ty), true)
    }

    fn data_type(&self, ty: &PgType) -> DataType {
        match ty {
            PgType::Numeric => match self.decimal() {
                Some((precision, scale)) => DataType::Decimal128(precision, scale),
                None => DataType::Utf8View,
            },
            PgType::Array(element) => DataType::List(Arc::new(Field::new_list_field(self.data_type(element), true))),
            PgType::Bool
            | PgType::Int2
            | PgType::Int4
            | PgType::Int8
            | PgType::Float4
            | PgType::Float8
            | PgType::Bytea
            | PgType::Date
            | PgType::Time
            | PgType::Timestamp
            | PgType::Timestamptz
            | PgType::Oid
            | PgType::Xid
            | PgType::Int2Vector
            | PgType::OidVector => ty.arrow(),
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
            | PgType::Void
            | PgType::Interval
            | PgType::Uuid
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
            | PgType::Record(_) => DataType::Utf8View,
        }
    }

    /// Precision and scale of `numeric(p,s)`, as its modifier has them.
    fn decimal(&self) -> Option<(u8, i8)> {
        let modifier = self.column.typmod.checked_sub(4).filter(|modifier| *modifier >= 0)?;
        let (precision, scale) = ((modifier >> 16) & 0xffff, modifier & 0x7ff);
        ((1..=DIGITS).contains(&precision) && scale <= precision)
            .then(|| Some((u8::try_from(precision).ok()?, i8::try_from(scale).ok()?)))
            .flatten()
    }

    pub fn array(&self, array: &ArrayRef) -> Result<ArrayRef, ExportError> {
        self.converted(&self.column.ty, array)
    }

    fn converted(&self, ty: &PgType, array: &ArrayRef) -> Result<ArrayRef, ExportError> {
        match ty {
            PgType::Date => {
                let dates = array.as_primitive::<Date32Type>();
                self.finite(min(dates) == Some(i32::MIN) || max(dates) == Some(i32::MAX))?;
            }
            PgType::Timestamp | PgType::Timestamptz => {
                let times = array.as_primitive::<TimestampMicrosecondType>();
                self.finite(min(times) == Some(i64::MIN) || max(times) == Some(i64::MAX))?;
            }
            PgType::Numeric => {
                return match self.decimal() {
                    Some((precision, scale)) => self.decimals(array, precision, scale),
                    None => self.text(ty, array),
                };
            }
            PgType::Array(element) => return self.list(element, array),
            _ if self.data_type(ty) != ty.arrow() => return self.text(ty, array),
            PgType::Bpchar => return self.text(ty, array),
            _ => {}
        }
        Ok(Arc::clone(array))
    }

    fn finite(&self, infinite: bool) -> Result<(), ExportError> {
        if infinite { Err(self.fails("an infinite date or time")) } else { Ok(()) }
    }

    fn fails(&self, what: &'static str) -> ExportError {
        ExportError::Value { column: self.column.name.clone(), what, format: self.format }
    }

    fn decimals(&self, array: &ArrayRef, precision: u8, scale: i8) -> Result<ArrayRef, ExportError> {
        let encoded = array.as_binary::<i32>();
        let mut decimals = Decimal128Builder::with_capacity(encoded.len())
            .with_precision_and_scale(precision, scale)
            .map_err(format_error)?;
        for value in encoded {
            let scaled = match value {
                None => None,
                Some(value) => {
                    let number = PgNumeric::decode(value);
                    let scaled = number.as_i128().and_then(|(whole, from)| {
                        let missing = u32::try_from(scale).ok()?.checked_sub(from)?;
                        whole.checked_mul(10_i128.checked_pow(missing)?)
                    });
                    Some(scaled.ok_or_else(|| self.fails("a number that is not finite or of another scale"))?)
                }
            };
            decimals.append_option(scaled);
        }
        Ok(Arc::new(decimals.finish()))
    }

    fn text(&self, ty: &PgType, array: &ArrayRef) -> Result<ArrayRef, ExportError> {
        let writer = ColumnWriter::with_typmod(ty, self.column.typmod, array.as_ref(), self.display)?;
        let mut texts = StringViewBuilder::with_capacity(array.len());
        let mut value = BytesMut::new();
        for row in 0..array.len() {
            if writer.is_null(row) {
                texts.append_null();
                continue;
            }
            value.clear();
            writer.write(row, usize::MAX, &mut value)?;
            texts.append_value(String::from_utf8_lossy(&value));
        }
        Ok(Arc::new(texts.finish()))
    }

    fn list(&self, element: &PgType, array: &ArrayRef) -> Result<ArrayRef, ExportError> {
        let (_, offsets, values, nulls) = array.as_list::<i32>().clone().into_parts();
        let field = Arc::new(Field::new_list_field(self.data_type(element), true));
        let values = self.converted(element, &values)?;
        Ok(Arc::new(ListArray::try_new(field, offsets, values, nulls).map_err(format_error)?))
    }
}

/// Views are younger than many readers of Arrow files: they get plain strings.
pub(super) fn without_views(ty: &DataType) -> DataType {
    match ty {
        DataType::Utf8View => DataType::Utf8,
        DataType::List(element) => {
            DataType::List(Arc::new(Field::new_list_field(without_views(element.data_type()), true)))
        }
        other => other.clone(),
    }
}

pub(super) fn plain(array: &ArrayRef) -> Result<ArrayRef, ExportError> {
    let ty = without_views(array.data_type());
    if ty == *array.data_type() { Ok(Arc::clone(array)) } else { cast(array, &ty).map_err(format_error) }
}

pub(super) fn format_error(error: impl std::fmt::Display) -> ExportError {
    ExportError::Format(error.to_string())
}
