//! Putting text together: `||`, concat, format, quoting.

use super::super::CastContext;
use super::super::cast;
use super::super::entry::Entry;
use super::super::kernel::{Call, Invocation};
use super::super::rows::{Bytes, Str, build, map1, map2};
use super::within_limit;
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("||(text, text) text", |call| map2::<Str, Str, String>(call, join)),
        Entry::kernel("textcat(text, text) text", |call| map2::<Str, Str, String>(call, join)),
        Entry::kernel("||(bytea, bytea) bytea", |call| {
            map2::<Bytes, Bytes, Vec<u8>>(call, |a, b| {
                within_limit(a.len().checked_add(b.len()))?;
                Ok([a, b].concat())
            })
        }),
        Entry::special("||(text, anynonarray) text", join_any),
        Entry::special("||(anynonarray, text) text", join_any),
        Entry::special("concat(variadic any) text", |a, c| in_text(a, "concat(any) text", concat, c)),
        Entry::special("concat_ws(text, variadic any) text", |a, c| in_text(a, "concat_ws(any) text", concat_ws, c)),
        Entry::special("format(text, variadic any) text", |a, c| in_text(a, "format(any) text", format, c)),
        Entry::special("format(text) text", |a, c| in_text(a, "format(any) text", format, c)),
        Entry::kernel("quote_ident(text) text", |call| map1::<Str, String>(call, |text| Ok(quote_ident(text)))),
        Entry::kernel("quote_literal(text) text", |call| map1::<Str, String>(call, |text| Ok(quote_literal(text)))),
        Entry::special("quote_literal(anyelement) text", |a, c| as_text(a, "quote_literal", c)),
        Entry::kernel("quote_nullable(text) text", quote_nullable).on_null(),
        Entry::special("quote_nullable(anyelement) text", |a, c| as_text(a, "quote_nullable", c)),
    ]
}

pub fn join(a: &str, b: &str) -> SqlResult<String> {
    within_limit(a.len().checked_add(b.len()))?;
    Ok([a, b].concat())
}

/// As the output function writes it: a boolean is `t`, not `true`.
fn output(value: Typed, context: &BindContext) -> SqlResult<Typed> {
    if value.ty == PgType::Bool {
        let kernel =
            |call: &Call<'_>| map1::<super::super::rows::Bool, &str>(call, |value| Ok(if value { "t" } else { "f" }));
        return Ok(Invocation::new("boolout(any) text", kernel, PgType::Text).call(vec![value], context));
    }
    if value.ty == PgType::Bpchar {
        return Ok(super::padded(value, context));
    }
    cast(value, &PgType::Text, -1, CastContext::Explicit, context)
}

/// `||` casts a boolean as a cast does, since its definition in PostgreSQL is a cast.
fn join_any(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    let to_text = |value: Typed| cast(value, &PgType::Text, -1, CastContext::Explicit, context);
    let arguments = arguments.into_iter().map(to_text).collect::<SqlResult<Vec<_>>>()?;
    let kernel = |call: &Call<'_>| map2::<Str, Str, String>(call, join);
    Ok(Invocation::new("||(text, text) text", kernel, PgType::Text).call(arguments, context))
}

/// Calls a kernel with the text of each argument; NULLs too.
fn in_text(
    arguments: Vec<Typed>,
    name: &str,
    kernel: fn(&Call<'_>) -> SqlResult<ArrayRef>,
    context: &BindContext,
) -> SqlResult<Typed> {
    let arguments = arguments.into_iter().map(|value| output(value, context)).collect::<SqlResult<Vec<_>>>()?;
    let mut invocation = Invocation::new(name, kernel, PgType::Text);
    invocation.strict = false;
    Ok(invocation.call(arguments, context))
}

fn as_text(arguments: Vec<Typed>, name: &str, context: &BindContext) -> SqlResult<Typed> {
    let to_text = |value: Typed| cast(value, &PgType::Text, -1, CastContext::Explicit, context);
    super::super::scalar(name, arguments.into_iter().map(to_text).collect::<SqlResult<Vec<_>>>()?, context)
}

fn columns<'a>(call: &'a Call<'_>) -> SqlResult<Vec<super::super::rows::Column<'a, Str>>> {
    (0..call.columns.len()).map(|index| call.column::<Str>(index)).collect()
}

fn concat(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let columns = columns(call)?;
    build::<String>(call.rows, |row| {
        let mut out = String::new();
        for text in columns.iter().filter_map(|column| column.get(row)) {
            within_limit(out.len().checked_add(text.len()))?;
            out.push_str(text);
        }
        Ok(Some(out))
    })
}

fn concat_ws(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let columns = columns(call)?;
    let Some((separators, values)) = columns.split_first() else {
        return Err(SqlError::internal("concat_ws of nothing"));
    };
    build::<String>(call.rows, |row| {
        let Some(separator) = separators.get(row) else { return Ok(None) };
        let mut out = String::new();
        let mut first = true;
        for text in values.iter().filter_map(|column| column.get(row)) {
            within_limit(out.len().checked_add(text.len() + separator.len()))?;
            if !first {
                out.push_str(separator);
            }
            first = false;
            out.push_str(text);
        }
        Ok(Some(out))
    })
}

fn format(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let columns = columns(call)?;
    let Some((formats, values)) = columns.split_first() else {
        return Err(SqlError::internal("format of nothing"));
    };
    build::<String>(call.rows, |row| {
        let Some(template) = formats.get(row) else { return Ok(None) };
        let values: Vec<Option<&str>> = values.iter().map(|column| column.get(row)).collect();
        format_one(template, &values).map(Some)
    })
}

fn invalid(message: impl Into<String>) -> SqlError {
    SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message)
}

/// `%[position$][-][width]type`, of which type is `s`, `I` or `L`.
fn format_one(template: &str, values: &[Option<&str>]) -> SqlResult<String> {
    let mut out = String::new();
    let mut rest = template.chars().peekable();
    let mut next = 0;
    while let Some(character) = rest.next() {
        if character != '%' {
            out.push(character);
            continue;
        }
        if rest.next_if_eq(&'%').is_some() {
            out.push('%');
            continue;
        }
        let mut specifier = Specifier::read(&mut rest)?;
        if let Some(star) = specifier.star {
            let index = star.unwrap_or(next);
            let width = values.get(index).ok_or_else(|| invalid("too few arguments for format()"))?;
            next = index + 1;
            let width: i64 = width.map_or(Ok(0), str::parse).map_err(|_| invalid("width is no integer"))?;
            specifier.left |= width < 0;
            specifier.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
        }
        let index = specifier.position.unwrap_or(next);
        let value = values.get(index).ok_or_else(|| invalid("too few arguments for format()"))?;
        next = index + 1;
        specifier.write(*value, &mut out)?;
    }
    Ok(out)
}

#[derive(Default)]
struct Specifier {
    position: Option<usize>,
    left: bool,
    width: usize,
    /// The width is an argument: the next one, or this.
    star: Option<Option<usize>>,
    kind: char,
}

type Characters<'a> = std::iter::Peekable<std::str::Chars<'a>>;

impl Specifier {
    fn read(rest: &mut Characters<'_>) -> SqlResult<Self> {
        let unterminated = || invalid("unterminated format() type specifier").hint("For a single \"%\" use \"%%\".");
        let mut read = Self::default();
        let number = number(rest)?;
        if number.is_some() && rest.next_if_eq(&'$').is_some() {
            read.position = Some(position(number)?);
            read.flags(rest)?;
        } else if let Some(width) = number {
            read.width = width;
        } else {
            read.flags(rest)?;
        }
        read.kind = rest.next().ok_or_else(unterminated)?;
        Ok(read)
    }

    fn flags(&mut self, rest: &mut Characters<'_>) -> SqlResult<()> {
        while rest.next_if_eq(&'-').is_some() {
            self.left = true;
        }
        if rest.next_if_eq(&'*').is_some() {
            let number = number(rest)?;
            if number.is_some() && rest.next_if_eq(&'$').is_none() {
                return Err(invalid("width argument position must be ended by \"$\""));
            }
            self.star = Some(if number.is_some() { Some(position(number)?) } else { None });
        } else if let Some(width) = number(rest)? {
            self.width = width;
        }
        Ok(())
    }

    fn write(&self, value: Option<&str>, out: &mut String) -> SqlResult<()> {
        let text = match (self.kind, value) {
            ('s', value) => value.unwrap_or_default().to_owned(),
            ('I', Some(value)) => quote_ident(value),
            ('I', None) => {
                let message = "null values cannot be formatted as an SQL identifier";
                return Err(SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, message));
            }
            ('L', Some(value)) => quote_literal(value),
            ('L', None) => "NULL".to_owned(),
            (other, _) => {
                return Err(invalid(format!("unrecognized format() type specifier \"{other}\""))
                    .hint("For a single \"%\" use \"%%\"."));
            }
        };
        let padding = self.width.saturating_sub(text.chars().count());
        within_limit(out.len().checked_add(text.len()).and_then(|bytes| bytes.checked_add(padding)))?;
        if self.left {
            out.push_str(&text);
        }
        out.extend(std::iter::repeat_n(' ', padding));
        if !self.left {
            out.push_str(&text);
        }
        Ok(())
    }
}

fn position(number: Option<usize>) -> SqlResult<usize> {
    number
        .and_then(|number| number.checked_sub(1))
        .ok_or_else(|| invalid("format specifies argument 0, but arguments are numbered from 1"))
}

fn number(rest: &mut Characters<'_>) -> SqlResult<Option<usize>> {
    let mut digits = String::new();
    while let Some(digit) = rest.next_if(char::is_ascii_digit) {
        digits.push(digit);
    }
    if digits.is_empty() {
        return Ok(None);
    }
    let value: i32 = digits.parse().map_err(|_| super::super::arithmetic::out_of_range("number is out of range"))?;
    Ok(usize::try_from(value).ok())
}

/// Quoted unless it reads as the same identifier without.
fn quote_ident(text: &str) -> String {
    let plain = text.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if plain && !is_reserved(text) { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

/// Every key word of PostgreSQL 15 that is not unreserved.
fn is_reserved(word: &str) -> bool {
    RESERVED.split_ascii_whitespace().any(|reserved| reserved == word)
}

const RESERVED: &str = "all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean \
    both case cast char character check coalesce collate collation column concurrently constraint create \
    cross current_catalog current_date current_role current_schema current_time current_timestamp \
    current_user dec decimal default deferrable desc distinct do else end except exists extract false \
    fetch float for foreign freeze from full grant greatest group grouping having ilike in initially \
    inner inout int integer intersect interval into is isnull join lateral leading least left like limit \
    localtime localtimestamp national natural nchar none normalize not notnull null nullif numeric \
    offset on only or order out outer overlaps overlay placing position precision primary real \
    references returning right row select session_user setof similar smallint some substring symmetric \
    table tablesample then time timestamp to trailing treat trim true union unique user using values \
    varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists \
    xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable";

fn quote_literal(text: &str) -> String {
    let doubled = text.replace('\'', "''");
    if text.contains('\\') { format!("E'{}'", doubled.replace('\\', "\\\\")) } else { format!("'{doubled}'") }
}

fn quote_nullable(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let texts = call.column::<Str>(0)?;
    build::<String>(call.rows, |row| Ok(Some(texts.get(row).map_or_else(|| "NULL".to_owned(), quote_literal))))
}
