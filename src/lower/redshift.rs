//! Amazon Redshift: an engine that forked from PostgreSQL 8.
//!
//! Comes in: a piece of a statement. Goes out: the piece as Redshift reads it. Must never: write what Redshift answers otherwise than PostgreSQL, as far as its documentation tells: what is not known to be the same runs in
//! the gateway.
//!
//! - Text: blanks at the end do not count when it is compared, so lengths are compared, too. A backslash in a constant is an escape: such a constant is not sent. `text` is 256 bytes long: the longest there is is named.
//! - `numeric` without a precision has none behind its point, so numbers of that type are only handed on, counted and compared.
//! - No `FILTER`, arrays, LATERAL, `VALUES` in FROM, frames by `RANGE`, `IS DISTINCT FROM`; times are added to by `DATEADD`.
//! - Nothing keeps a predicate from being worked out on rows that a row filter drops, so that nothing that can fail is sent over hidden rows.

use super::dialect::{AggregateCall, Call, Dialect};
use super::literal;
use super::{Result, local};
use crate::types::PgType;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{WindowFrame, WindowFrameBound, WindowFrameUnits};
use datafusion::sql::sqlparser::ast;
use guard::policy::Mask;
use guard::seal::Language;

/// The longest text.
const TEXT: &str = "varchar(65535)";

pub(super) struct Redshift;

fn is_text(ty: &PgType) -> bool {
    matches!(ty, PgType::Text | PgType::Varchar | PgType::Unknown)
}

fn is_integer(ty: &PgType) -> bool {
    matches!(ty, PgType::Int2 | PgType::Int4 | PgType::Int8)
}

fn is_time(ty: &PgType) -> bool {
    matches!(ty, PgType::Date | PgType::Timestamp | PgType::Timestamptz)
}

/// Values of which Redshift and PostgreSQL know the order and the equality alike.
fn has_one_order(ty: &PgType) -> bool {
    is_integer(ty) || is_time(ty) || matches!(ty, PgType::Bool | PgType::Numeric | PgType::Float4 | PgType::Float8)
}

fn text_constant<'a>(call: &Call<'a>, index: usize) -> Option<&'a str> {
    match call.constants.get(index) {
        Some(Some(ScalarValue::Utf8View(Some(text)))) => Some(text),
        _ => None,
    }
}

fn integer_constant(call: &Call<'_>, index: usize) -> Option<i64> {
    match call.constants.get(index) {
        Some(Some(ScalarValue::Int32(Some(number)))) => Some(i64::from(*number)),
        Some(Some(ScalarValue::Int64(Some(number)))) => Some(*number),
        _ => None,
    }
}

impl Dialect for Redshift {
    fn language(&self) -> Language {
        Language::Redshift
    }

    fn type_name(&self, ty: &PgType) -> Result<String> {
        Ok(match ty {
            PgType::Text | PgType::Varchar | PgType::Unknown => TEXT.to_owned(),
            PgType::Bool
            | PgType::Int2
            | PgType::Int4
            | PgType::Int8
            | PgType::Float4
            | PgType::Float8
            | PgType::Date
            | PgType::Timestamp
            | PgType::Timestamptz => literal::type_name(ty)?,
            other => return local(format!("values of type {}", other.sql_name())),
        })
    }

    fn type_with(&self, ty: &PgType, typmod: i32) -> Result<String> {
        if typmod >= 0 { local("a cast with a length or a precision") } else { self.type_name(ty) }
    }

    fn literal(&self, value: &ScalarValue, ty: &PgType) -> Result<String> {
        if let (PgType::Numeric, false) = (ty, value.is_null()) {
            return numeric(&literal::literal(value, ty)?);
        }
        let name = self.type_name(ty)?;
        let text = literal::literal(value, ty)?;
        if text.contains('\\') {
            return local("a constant with a backslash");
        }
        if matches!(value, ScalarValue::Utf8View(Some(text)) if text.len() > 65_535) {
            return local("a constant that is too long");
        }
        if is_time(ty) && (text.contains("infinity") || text.contains("BC")) {
            return local("a time without an end, or before Christ");
        }
        Ok(match text.rsplit_once("::") {
            Some((value, _)) => format!("{value}::{name}"),
            None => text,
        })
    }

    /// Its cursors take none.
    fn parameter(&self, _number: usize, _ty: &PgType) -> Result<String> {
        local("a parameter without its value")
    }

    fn row_count(&self, rows: i64) -> Result<String> {
        Ok(rows.to_string())
    }

    fn by_bytes(&self, sql: String, _ty: &PgType) -> String {
        sql
    }

    fn comparison(&self, operator: &str, left: &str, right: &str, ty: &PgType) -> Result<String> {
        if !is_text(ty) && !has_one_order(ty) {
            return local(format!("a comparison of values of type {}", ty.sql_name()));
        }
        let same = if is_text(ty) {
            format!("(({left} = {right}) AND (len({left}) = len({right})))")
        } else {
            format!("({left} = {right})")
        };
        Ok(match operator {
            "=" => same,
            "<>" if is_text(ty) => format!("(({left} <> {right}) OR (len({left}) <> len({right})))"),
            "IS DISTINCT FROM" | "IS NOT DISTINCT FROM" => {
                let known = format!("(({left} IS NOT NULL) AND ({right} IS NOT NULL))");
                let alike = format!("(({same} AND {known}) OR (({left} IS NULL) AND ({right} IS NULL)))");
                if operator == "IS DISTINCT FROM" { format!("(NOT {alike})") } else { alike }
            }
            _ if is_text(ty) => {
                let strict = operator.trim_end_matches('=');
                format!("(({left} {strict} {right}) OR (({left} = {right}) AND (len({left}) {operator} len({right}))))")
            }
            operator => format!("({left} {operator} {right})"),
        })
    }

    /// The parser that gate 3 reads its text with knows none.
    fn shift(&self, _value: &str, symbol: &str, _distance: &str) -> Result<String> {
        local(symbol)
    }

    fn in_list(&self, value: &str, items: &[String], negated: bool, ty: &PgType) -> Result<String> {
        if !is_text(ty) {
            let word = if negated { "NOT IN" } else { "IN" };
            return Ok(format!("({value} {word} ({}))", items.join(", ")));
        }
        let each = items.iter().map(|item| self.comparison("=", value, item, ty)).collect::<Result<Vec<_>>>()?;
        let any = format!("({})", each.join(" OR "));
        Ok(if negated { format!("(NOT {any})") } else { any })
    }

    fn compares_with_rows(&self, ty: &PgType) -> Result<()> {
        if has_one_order(ty) { Ok(()) } else { local("a value that is looked for among the rows of a sub-select") }
    }

    fn looks_up_by_anything(&self) -> bool {
        false
    }

    fn group_keys(&self, sql: &str, ty: &PgType) -> Result<Vec<String>> {
        match ty {
            ty if is_text(ty) => Ok(vec![sql.to_owned(), format!("len({sql})")]),
            ty if has_one_order(ty) => Ok(vec![sql.to_owned()]),
            ty => local(format!("groups by values of type {}", ty.sql_name())),
        }
    }

    fn order_keys(&self, sql: String, ty: &PgType) -> Result<Vec<String>> {
        self.group_keys(&sql, ty)
    }

    fn micros(&self, _sql: &str, _ty: &PgType) -> Result<String> {
        local("a frame by a time")
    }

    fn cast(&self, sql: &str, from: &PgType, to: &PgType, typmod: i32) -> Result<String> {
        let alike = match (from, to) {
            (from, to) if from == to => true,
            (PgType::Int2, PgType::Int4 | PgType::Int8) | (PgType::Int4, PgType::Int8) => true,
            (from, PgType::Float8) if is_integer(from) => true,
            (from, to) if is_integer(from) && is_text(to) => true,
            (from, to) if is_text(from) && is_text(to) => true,
            // Every session is in UTC.
            (PgType::Timestamp | PgType::Timestamptz, PgType::Date) => true,
            (PgType::Date, PgType::Timestamp | PgType::Timestamptz) => true,
            (PgType::Timestamp, PgType::Timestamptz) | (PgType::Timestamptz, PgType::Timestamp) => true,
            _ => false,
        };
        if !alike {
            return local(format!("a cast of {} to {}", from.sql_name(), to.sql_name()));
        }
        Ok(format!("({sql})::{}", self.type_with(to, typmod)?))
    }

    fn call(&self, call: &Call<'_>) -> Result<String> {
        let Call { name, arguments, types, result, constants: _ } = call;
        let whole = |ty: &PgType| is_integer(ty) || *ty == PgType::Float8;
        match (*name, *arguments) {
            (symbol @ ("+" | "-" | "*"), [left, right]) if types.iter().all(whole) && types.first() == types.get(1) => {
                Ok(format!("({left} {symbol} {right})"))
            }
            (symbol @ ("/" | "%"), [left, right]) if types.iter().all(is_integer) && types.first() == types.get(1) => {
                Ok(format!("({left} {symbol} {right})"))
            }
            ("||", [left, right]) if types.iter().all(is_text) => Ok(format!("({left} || {right})")),
            ("~~" | "!~~" | "~~*" | "!~~*", [text, pattern]) => {
                // The escape is the same, and is not sent.
                let Some(_) = text_constant(call, 1) else { return local("LIKE with a pattern that is computed") };
                let word = match *name {
                    "~~" => "LIKE",
                    "!~~" => "NOT LIKE",
                    "~~*" => "ILIKE",
                    _ => "NOT ILIKE",
                };
                Ok(format!("({text} {word} {pattern})"))
            }
            ("lower" | "upper", [text]) => Ok(format!("{name}({text})")),
            ("length" | "char_length" | "character_length", [text]) if types.iter().all(is_text) => {
                Ok(format!("len({text})"))
            }
            ("btrim" | "ltrim" | "rtrim", [text]) => Ok(format!("{name}({text})")),
            ("left" | "right", [text, count]) if integer_constant(call, 1).is_some_and(|count| count >= 0) => {
                Ok(format!("{name}({text}, {count})"))
            }
            ("replace", [text, from, to]) if text_constant(call, 1).is_some_and(|from| !from.is_empty()) => {
                Ok(format!("replace({text}, {from}, {to})"))
            }
            ("date_trunc", [unit, time]) if is_time(result) => {
                let unit_known = text_constant(call, 0).is_some_and(|unit| {
                    matches!(unit, "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year")
                });
                let unit = unit.split_once("::").map_or(unit.as_str(), |(unit, _)| unit);
                if unit_known { Ok(format!("date_trunc({unit}, {time})")) } else { local("date_trunc by such a unit") }
            }
            (sign @ ("+" | "-"), [time, _]) if types.get(1) == Some(&PgType::Interval) && is_time(result) => {
                added(time, sign, call)
            }
            (sign @ ("+" | "-"), [date, days]) if types == &[PgType::Date, PgType::Int4] => {
                let sign = if sign == "-" { "-" } else { "" };
                Ok(format!("dateadd(day, {sign}({days}), {date})::date"))
            }
            ("-", [left, right]) if types.iter().all(|ty| *ty == PgType::Date) => {
                Ok(format!("datediff(day, {right}, {left})::int4"))
            }
            (name, _) => local(name.to_owned()),
        }
    }

    fn has_intervals(&self) -> bool {
        false
    }

    fn can_fail(&self, name: &str) -> bool {
        let total = [
            "||",
            "~~",
            "!~~",
            "~~*",
            "!~~*",
            "lower",
            "upper",
            "length",
            "char_length",
            "character_length",
            "btrim",
            "ltrim",
            "rtrim",
            "left",
            "right",
            "date_trunc",
        ];
        !total.contains(&name)
    }

    fn aggregate(&self, call: &AggregateCall<'_>) -> Result<String> {
        let AggregateCall { name, arguments, distinct, order, returns } = call;
        let word = if *distinct { "DISTINCT " } else { "" };
        let keys = order.join(", ");
        match (*name, *arguments) {
            // Its sum of integers is a bigint there, too, and that of bigints a whole numeric.
            ("sum", [(value, ty)]) if is_integer(ty) || *ty == PgType::Float8 => Ok(format!("sum({word}{value})")),
            ("avg", [(value, PgType::Float8)]) => Ok(format!("avg({word}{value})")),
            ("min" | "max", [(value, ty)]) if has_one_order(ty) => Ok(format!("{name}({value})")),
            ("bool_and" | "bool_or", [(value, _)]) => Ok(format!("{name}({value})")),
            ("every", [(value, _)]) => Ok(format!("bool_and({value})")),
            (
                "stddev" | "stddev_samp" | "stddev_pop" | "variance" | "var_samp" | "var_pop",
                [(value, PgType::Float8)],
            ) => {
                let name = match *name {
                    "stddev" => "stddev_samp",
                    "variance" => "var_samp",
                    name => name,
                };
                Ok(format!("{name}({word}{value})"))
            }
            ("string_agg", [(value, ty), (separator, _)]) if is_text(ty) && !*distinct => {
                if !separator.starts_with('\'') {
                    return local("string_agg with a separator that is computed");
                }
                let order = if keys.is_empty() { String::new() } else { format!(" WITHIN GROUP (ORDER BY {keys})") };
                Ok(format!("listagg({value}, {separator}){order}"))
            }
            ("percentile_cont", [_, (fraction, _)]) if **returns == PgType::Float8 => {
                Ok(format!("percentile_cont({fraction}) WITHIN GROUP (ORDER BY {keys})"))
            }
            (name, _) => local(name.to_owned()),
        }
    }

    fn count(&self, argument: Option<(&str, &PgType)>, distinct: bool) -> Result<String> {
        Ok(match (argument, distinct) {
            (None, _) => "count(*)".to_owned(),
            (Some((sql, _)), false) => format!("count({sql})"),
            // With a letter at its end no blank is.
            (Some((sql, ty)), true) if is_text(ty) => format!("count(DISTINCT ({sql} || '.'::{TEXT}))"),
            (Some((sql, ty)), true) if has_one_order(ty) => format!("count(DISTINCT {sql})"),
            (Some((_, ty)), true) => return local(format!("DISTINCT of values of type {}", ty.sql_name())),
        })
    }

    fn count_about(&self, sql: &str, _ty: &PgType) -> Result<String> {
        Ok(format!("hll({sql})"))
    }

    fn any_value(&self, sql: &str, filter: Option<&str>) -> Result<String> {
        Ok(match filter {
            None => format!("any_value({sql})"),
            Some(filter) => format!("any_value((CASE WHEN {filter} THEN {sql} END))"),
        })
    }

    fn has_filter(&self) -> bool {
        false
    }

    /// It knows `grouping` of one column only.
    fn grouping(&self, groups: &[String]) -> String {
        let bits = groups.iter().rev().enumerate();
        let bits: Vec<String> = bits.map(|(bit, key)| format!("(grouping({key}) * {})", 1_i64 << bit)).collect();
        format!("({})::int4", bits.join(" + "))
    }

    fn window_function(&self, name: &str, arguments: &[String]) -> Result<String> {
        match (name, arguments.len()) {
            ("lag" | "lead", 3) => local(format!("{name} with a value for no row")),
            _ => Ok(format!("{name}({})", arguments.join(", "))),
        }
    }

    /// By rows alone: a frame that ends with a row's equals has no other form.
    fn frame(&self, frame: &WindowFrame) -> Result<String> {
        use WindowFrameBound::{Following, Preceding};
        let whole = matches!((&frame.start_bound, &frame.end_bound), (Preceding(from), Following(to)) if from.is_null() && to.is_null());
        if frame.units != WindowFrameUnits::Rows && !whole {
            return local("a frame that is not of rows");
        }
        let (start, end) = (
            self.frame_bound(&frame.start_bound, WindowFrameUnits::Rows)?,
            self.frame_bound(&frame.end_bound, WindowFrameUnits::Rows)?,
        );
        Ok(format!("ROWS BETWEEN {start} AND {end}"))
    }

    fn values(&self, rows: &[Vec<String>]) -> String {
        let rows: Vec<String> = rows
            .iter()
            .map(|row| {
                let items: Vec<String> = row.iter().zip(0..).map(|(sql, index)| format!("{sql} AS c{index}")).collect();
                format!("(SELECT {})", items.join(", "))
            })
            .collect();
        rows.join(" UNION ALL ")
    }

    fn fence(&self) -> &'static str {
        ""
    }

    /// As it is where a cast would cut it: its sort keys serve then, too.
    fn column(&self, name: &str, ty: &PgType) -> Result<String> {
        match ty {
            ty if is_text(ty) => Ok(name.to_owned()),
            // As what they are kept: texts.
            PgType::Numeric | PgType::Json | PgType::Jsonb | PgType::Uuid => Ok(name.to_owned()),
            ty => Ok(format!("{name}::{}", self.type_name(ty)?)),
        }
    }

    fn masked(&self, name: &str, mask: &Mask, ty: &PgType) -> Result<Option<String>> {
        Ok(match mask {
            Mask::Sha256 => Some(format!("sha2({name}::{TEXT}, 256)")),
            // What is kept as text is no text of its own.
            Mask::Null => Some(format!("NULL::{}", self.type_name(ty).unwrap_or_else(|_| TEXT.to_owned()))),
            Mask::Constant(text) if text.contains('\\') => return local("a mask with a backslash"),
            Mask::Constant(text) => Some(format!("'{}'::{TEXT}", text.replace('\'', "''"))),
            Mask::Keep(count) => Some(format!("left({name}::{TEXT}, {count})")),
            Mask::Day => match ty {
                PgType::Date => Some(format!("{name}::date")),
                ty => Some(format!("date_trunc('day', {name}::{})", self.type_name(ty)?)),
            },
            Mask::Bucket(_) | Mask::Hmac { secret: _ } => None,
        })
    }

    /// Comparisons, and what puts them together.
    fn takes_row_filter(&self, filter: &ast::Expr) -> Result<()> {
        use ast::Expr;
        let all = |parts: &[&Expr]| parts.iter().try_for_each(|part| self.takes_row_filter(part));
        match filter {
            Expr::Identifier(_) => Ok(()),
            Expr::Value(value) if value.value.to_string().contains('\\') => local("a row filter with a backslash"),
            Expr::Value(_) => Ok(()),
            Expr::Nested(inner)
            | Expr::IsNull(inner)
            | Expr::IsNotNull(inner)
            | Expr::IsTrue(inner)
            | Expr::IsNotTrue(inner)
            | Expr::IsFalse(inner)
            | Expr::IsNotFalse(inner)
            | Expr::UnaryOp { op: ast::UnaryOperator::Not, expr: inner } => self.takes_row_filter(inner),
            Expr::BinaryOp { left, op, right } => {
                use ast::BinaryOperator as B;
                match op {
                    B::And | B::Or | B::Eq | B::NotEq | B::Lt | B::LtEq | B::Gt | B::GtEq => all(&[left, right]),
                    _ => local("the row filter"),
                }
            }
            Expr::InList { expr, list, negated: _ } => {
                self.takes_row_filter(expr)?;
                list.iter().try_for_each(|item| self.takes_row_filter(item))
            }
            Expr::Between { expr, negated: _, low, high } => all(&[expr, low, high]),
            Expr::Function(call) if super::filter::is_user(call) || super::filter::clock(call).is_some() => Ok(()),
            _ => local("the row filter"),
        }
    }
}

/// A number as it is written, without the type that would cut it.
fn numeric(text: &str) -> Result<String> {
    let digits = text.trim_end_matches("::numeric").trim_matches('\'');
    let plain = digits.strip_prefix('-').unwrap_or(digits);
    let count = plain.bytes().filter(u8::is_ascii_digit).count();
    if !plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') || count == 0 || count > 38 {
        return local("such a numeric constant");
    }
    Ok(if digits.starts_with('-') { format!("({digits})") } else { digits.to_owned() })
}

/// A time and a constant interval: months, then days, then the rest, as PostgreSQL adds them.
fn added(time: &str, sign: &str, call: &Call<'_>) -> Result<String> {
    let Some(Some(ScalarValue::IntervalMonthDayNano(Some(interval)))) = call.constants.get(1) else {
        return local("an interval that is computed");
    };
    let sign = if sign == "-" { -1 } else { 1 };
    let parts = [
        ("month", i64::from(interval.months)),
        ("day", i64::from(interval.days)),
        ("microsecond", interval.nanoseconds / 1000),
    ];
    let mut text = time.to_owned();
    for (unit, count) in parts.into_iter().filter(|(_, count)| *count != 0) {
        text = format!("dateadd({unit}, {}, {text})", count * sign);
    }
    Ok(text)
}
