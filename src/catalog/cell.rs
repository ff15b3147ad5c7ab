//! Rows of a system catalog, cell by cell, and their Arrow form.

use super::definition::Definition;
use crate::error::{SqlError, SqlResult};
use crate::types::PgType;
use datafusion::arrow::array::{
    ArrayRef, BooleanBuilder, Float32Builder, Float64Builder, Int16Builder, Int32Builder, Int64Builder, ListArray,
    RecordBatch, RecordBatchOptions, StringViewBuilder, TimestampMicrosecondBuilder, UInt32Builder, new_null_array,
};
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer};
use datafusion::arrow::datatypes::DataType;
use std::sync::Arc;

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Null,
    Bool(bool),
    Int(i64),
    Oid(u32),
    Float(f64),
    Text(String),
    /// Microseconds since 1970, UTC.
    Time(i64),
    List(Vec<Cell>),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Text(text)
    }
}

impl From<bool> for Cell {
    fn from(value: bool) -> Self {
        Cell::Bool(value)
    }
}

impl From<i64> for Cell {
    fn from(value: i64) -> Self {
        Cell::Int(value)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Null, Into::into)
    }
}

impl Cell {
    /// Reads PostgreSQL's text form, as COPY wrote it.
    pub fn read(text: &str, ty: &PgType) -> Cell {
        match ty {
            PgType::Bool => Cell::Bool(text == "t"),
            PgType::Int2 | PgType::Int4 | PgType::Int8 => text.parse().map_or(Cell::Null, Cell::Int),
            PgType::Float4 | PgType::Float8 => text.parse().map_or(Cell::Null, Cell::Float),
            PgType::Array(element) => {
                let inner = text.trim_start_matches('{').trim_end_matches('}');
                Cell::List(
                    inner.split(',').filter(|item| !item.is_empty()).map(|item| Cell::read(item, element)).collect(),
                )
            }
            PgType::Int2Vector => {
                Cell::List(text.split_whitespace().map(|item| Cell::read(item, &PgType::Int2)).collect())
            }
            PgType::OidVector => {
                Cell::List(text.split_whitespace().map(|item| Cell::read(item, &PgType::Oid)).collect())
            }
            other if matches!(other.arrow(), DataType::UInt32) => text.parse().map_or(Cell::Null, Cell::Oid),
            _ => Cell::Text(text.to_owned()),
        }
    }

    /// What a column holds where a row says nothing of it.
    fn absent(ty: &PgType, not_null: bool) -> Cell {
        if !not_null {
            return Cell::Null;
        }
        match ty {
            PgType::Bool => Cell::Bool(false),
            PgType::Int2 | PgType::Int4 | PgType::Int8 => Cell::Int(0),
            PgType::Float4 | PgType::Float8 => Cell::Float(0.0),
            PgType::Array(_) | PgType::Int2Vector | PgType::OidVector => Cell::List(Vec::new()),
            other if matches!(other.arrow(), DataType::UInt32) => Cell::Oid(0),
            _ => Cell::Text(String::new()),
        }
    }
}

/// The rows of one relation while they are made.
#[derive(Debug)]
pub struct Rows {
    definition: &'static Definition,
    columns: Vec<Vec<Cell>>,
    count: usize,
}

impl Rows {
    pub fn of(definition: &'static Definition) -> Self {
        Self { definition, columns: vec![Vec::new(); definition.columns.len()], count: 0 }
    }

    /// Adds a row of these cells; the columns that it does not name are NULL, or zero where the catalog has no NULL.
    pub fn push(&mut self, cells: Vec<(&'static str, Cell)>) {
        for (column, values) in self.definition.columns.iter().zip(&mut self.columns) {
            let found = cells.iter().find(|(name, _)| *name == column.column.name).map(|(_, cell)| cell.clone());
            values.push(found.unwrap_or_else(|| Cell::absent(&column.column.ty, column.not_null)));
        }
        self.count += 1;
    }

    /// Adds a row of a cell for each column, in order.
    pub fn push_all(&mut self, cells: Vec<Cell>) {
        let mut cells = cells.into_iter();
        for values in &mut self.columns {
            values.push(cells.next().unwrap_or(Cell::Null));
        }
        self.count += 1;
    }

    pub fn finish(self) -> SqlResult<RecordBatch> {
        let arrays: SqlResult<Vec<ArrayRef>> = self
            .definition
            .columns
            .iter()
            .zip(self.columns)
            .map(|(column, cells)| array(&column.column.ty, cells))
            .collect();
        let options = RecordBatchOptions::new().with_row_count(Some(self.count));
        RecordBatch::try_new_with_options(Arc::clone(&self.definition.schema), arrays?, &options)
            .map_err(SqlError::internal)
    }
}

macro_rules! build {
    ($builder:expr, $cells:expr, $pattern:pat => $value:expr) => {{
        let mut builder = $builder;
        for cell in $cells {
            match cell {
                $pattern => builder.append_option($value),
                _ => builder.append_null(),
            }
        }
        Ok(Arc::new(builder.finish()) as ArrayRef)
    }};
}

fn array(ty: &PgType, cells: Vec<Cell>) -> SqlResult<ArrayRef> {
    match ty {
        PgType::Bool => build!(BooleanBuilder::new(), cells, Cell::Bool(value) => Some(value)),
        PgType::Int2 => build!(Int16Builder::new(), cells, Cell::Int(value) => i16::try_from(value).ok()),
        PgType::Int4 => build!(Int32Builder::new(), cells, Cell::Int(value) => i32::try_from(value).ok()),
        PgType::Int8 => build!(Int64Builder::new(), cells, Cell::Int(value) => Some(value)),
        PgType::Float4 => build!(Float32Builder::new(), cells, Cell::Float(value) => Some(value as f32)),
        PgType::Float8 => build!(Float64Builder::new(), cells, Cell::Float(value) => Some(value)),
        PgType::Timestamptz => {
            build!(TimestampMicrosecondBuilder::new().with_timezone("UTC"), cells, Cell::Time(value) => Some(value))
        }
        PgType::Array(_) | PgType::Int2Vector | PgType::OidVector => list(ty, cells),
        other => match other.arrow() {
            DataType::UInt32 => {
                build!(UInt32Builder::new(), cells, Cell::Oid(value) => Some(value))
            }
            DataType::Utf8View => {
                build!(StringViewBuilder::new(), cells, Cell::Text(value) => Some(value))
            }
            // No catalog of ours has a value of another type.
            arrow => Ok(new_null_array(&arrow, cells.len())),
        },
    }
}

fn list(ty: &PgType, cells: Vec<Cell>) -> SqlResult<ArrayRef> {
    let element = ty.element().unwrap_or(PgType::Text);
    let mut lengths = Vec::with_capacity(cells.len());
    let mut valid = Vec::with_capacity(cells.len());
    let mut flat = Vec::new();
    for cell in cells {
        match cell {
            Cell::List(items) => {
                lengths.push(items.len());
                valid.push(true);
                flat.extend(items);
            }
            _ => {
                lengths.push(0);
                valid.push(false);
            }
        }
    }
    let DataType::List(field) = ty.arrow() else {
        return Err(SqlError::internal("a list type without a list form"));
    };
    let values = array(&element, flat)?;
    let offsets = OffsetBuffer::from_lengths(lengths);
    let nulls = NullBuffer::from(valid);
    let list = ListArray::try_new(field, offsets, values, Some(nulls)).map_err(SqlError::internal)?;
    Ok(Arc::new(list))
}
