//! jsonb's order: Object > Array > Boolean > Number > String > Null; by count first, then by what is inside.
//!
//! Comes in: jsonb's canonical text. Goes out: a key. Must never: meet text that is not JSON.

use super::encode::escaped;
use crate::error::{SqlError, SqlResult};
use crate::functions::json::{known, value::Json};
use crate::types::numeric::PgNumeric;

pub fn append(text: &str, out: &mut Vec<u8>) -> SqlResult<()> {
    write(&known(text)?, out)
}

fn write(value: &Json, out: &mut Vec<u8>) -> SqlResult<()> {
    match value {
        // An empty array comes before all else: a quirk that PostgreSQL keeps.
        Json::Array(items) if items.is_empty() => out.push(0),
        Json::Null => out.push(1),
        Json::String(text) => {
            out.push(2);
            escaped(text.as_bytes(), out);
        }
        Json::Number(text) => {
            out.push(3);
            let number: PgNumeric = text.parse().map_err(|_| SqlError::internal("stored jsonb does not read"))?;
            escaped(crate::types::numeric::key(&number.to_bytes()), out);
        }
        Json::Bool(value) => out.extend([4, u8::from(*value)]),
        Json::Array(items) => {
            out.push(5);
            out.extend((items.len() as u64).to_be_bytes());
            for item in items {
                write(item, out)?;
            }
        }
        Json::Object(members) => {
            out.push(6);
            out.extend((members.len() as u64).to_be_bytes());
            for (key, item) in members {
                escaped(key.as_bytes(), out);
                write(item, out)?;
            }
        }
    }
    Ok(())
}
