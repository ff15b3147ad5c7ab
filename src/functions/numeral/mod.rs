//! to_char of numbers, and to_number: PostgreSQL's template language for numbers, in the C locale.
//!
//! | file | what |
//! |---|---|
//! | `template` | reads a template |
//! | `digits` | a number as the digits that a template wants |
//! | `write` | digits and a template into text |
//! | `read` | text and a template into a number |
//!
//! Comes in: a number and a template, or a text and a template. Goes out: the other. Must never: read a template of more than [`LIMIT`] bytes.

mod digits;
mod read;
mod template;
mod write;

use super::entry::Entry;
use super::kernel::Call;
use super::rows::{F4, F8, I4, I8, Num, Read, Str, build};
use crate::error::{SqlError, SqlResult};
use crate::types::numeric::PgNumeric;
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;
use template::Template;

/// The longest template that is read, in bytes.
const LIMIT: usize = 65_536;

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("to_char(int4, text) text", |call| to_char::<I4>(call, digits::of_int4)).stable(),
        Entry::kernel("to_char(int8, text) text", |call| to_char::<I8>(call, digits::of_int8)).stable(),
        Entry::kernel("to_char(float4, text) text", |call| {
            to_char::<F4>(call, |value, template| digits::of_float(value.into(), 6, template))
        })
        .stable(),
        Entry::kernel("to_char(float8, text) text", |call| {
            to_char::<F8>(call, |value, template| digits::of_float(value, 15, template))
        })
        .stable(),
        Entry::kernel("to_char(numeric, text) text", |call| {
            to_char::<Num>(call, |value, template| digits::of_numeric(&value, template))
        })
        .stable(),
        Entry::kernel("to_number(text, text) numeric", to_number).stable(),
    ]
}

/// The last template that was read, which is all that a constant one needs.
#[derive(Default)]
struct Templates {
    last: Option<(String, Template)>,
}

impl Templates {
    fn read(&mut self, text: &str) -> SqlResult<Template> {
        if let Some((known, template)) = &self.last
            && known == text
        {
            return Ok(template.clone());
        }
        if text.len() > LIMIT {
            return Err(SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, "the template is too long"));
        }
        let template = Template::parse(text)?;
        self.last = Some((text.to_owned(), template.clone()));
        Ok(template)
    }
}

fn to_char<R: Read>(
    call: &Call<'_>,
    digits: impl for<'a> Fn(R::Value<'a>, &mut Template) -> SqlResult<digits::Digits>,
) -> SqlResult<ArrayRef> {
    let (values, formats) = (call.column::<R>(0)?, call.column::<Str>(1)?);
    let mut templates = Templates::default();
    build::<String>(call.rows, |row| {
        let (Some(value), Some(format)) = (values.get(row), formats.get(row)) else { return Ok(None) };
        let mut template = templates.read(format)?;
        if format.is_empty() {
            return Ok(Some(String::new()));
        }
        let digits = digits(value, &mut template)?;
        write::write(template, digits).map(Some)
    })
}

fn to_number(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (texts, formats) = (call.column::<Str>(0)?, call.column::<Str>(1)?);
    let mut templates = Templates::default();
    build::<PgNumeric>(call.rows, |row| match (texts.get(row), formats.get(row)) {
        (Some(text), Some(format)) if !format.is_empty() => read::read(templates.read(format)?, text).map(Some),
        _ => Ok(None),
    })
}
