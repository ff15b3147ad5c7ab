//! What the warehouses' ways of writing the same thing have in common, and where they part.
//!
//! Comes in: a piece of a statement, its parts written already. Goes out: the piece in the words of one kind of warehouse. Must never: write a form that means something else there; what has none is refused, and runs in
//! the gateway.
//!
//! The default methods are PostgreSQL's own. Another warehouse is one file that says where it differs.

use super::literal;
use super::redshift::Redshift;
use super::{Result, local};
use crate::functions::registry;
use crate::types::PgType;
use crate::warehouse::Kind;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{WindowFrame, WindowFrameBound, WindowFrameUnits};
use guard::policy::Mask;
use guard::seal::Language;

/// A function's call, its arguments written.
pub(super) struct Call<'a> {
    /// PostgreSQL's name of the function, or its operator's symbol.
    pub(super) name: &'a str,
    pub(super) arguments: &'a [String],
    pub(super) types: &'a [PgType],
    pub(super) result: &'a PgType,
    /// Those of the arguments that are constants.
    pub(super) constants: &'a [Option<&'a ScalarValue>],
}

/// An aggregate's call.
pub(super) struct AggregateCall<'a> {
    pub(super) name: &'a str,
    pub(super) arguments: &'a [(String, PgType)],
    pub(super) distinct: bool,
    /// Sort keys with their direction.
    pub(super) order: &'a [String],
    pub(super) returns: &'a PgType,
}

pub(super) trait Dialect: Sync {
    /// As gate 3 reads it.
    fn language(&self) -> Language {
        Language::Postgres
    }

    /// A type as a cast names it.
    fn type_name(&self, ty: &PgType) -> Result<String> {
        literal::type_name(ty)
    }

    fn type_with(&self, ty: &PgType, typmod: i32) -> Result<String> {
        literal::type_with(ty, typmod)
    }

    /// A constant of that type.
    fn literal(&self, value: &ScalarValue, ty: &PgType) -> Result<String> {
        literal::literal(value, ty)
    }

    /// A value that is sent beside the text.
    fn parameter(&self, number: usize, ty: &PgType) -> Result<String> {
        Ok(format!("${number}::{}", self.type_name(ty)?))
    }

    /// A number of rows in LIMIT and OFFSET.
    fn row_count(&self, rows: i64) -> Result<String> {
        self.literal(&ScalarValue::Int64(Some(rows)), &PgType::Int8)
    }

    /// Text is ordered by its bytes, whatever the collation of the database is.
    fn by_bytes(&self, sql: String, ty: &PgType) -> String {
        match ty {
            ty if is_text(ty) || *ty == PgType::Unknown => format!("({sql} COLLATE \"C\")"),
            _ => sql,
        }
    }

    /// What was chosen by its bytes is text like any other afterwards: letters and cases are those of its database.
    fn by_bytes_no_more(&self, sql: String, ty: &PgType) -> String {
        let of_text = match ty {
            PgType::Array(element) => element.as_ref(),
            ty => ty,
        };
        if is_text(of_text) && sql.contains("COLLATE") { format!("({sql} COLLATE \"default\")") } else { sql }
    }

    /// `=`, `<>`, `<`, `<=`, `>`, `>=`, `IS [NOT] DISTINCT FROM` between values of one type.
    fn comparison(&self, operator: &str, left: &str, right: &str, ty: &PgType) -> Result<String> {
        let ordered = operator.starts_with(['<', '>']) && operator != "<>";
        let left = if ordered { self.by_bytes(left.to_owned(), ty) } else { left.to_owned() };
        Ok(format!("({left} {operator} {right})"))
    }

    /// `<<` and `>>` of a bigint, by an integer.
    fn shift(&self, value: &str, symbol: &str, distance: &str) -> Result<String> {
        Ok(format!("({value} {symbol} ({distance})::int4)"))
    }

    fn in_list(&self, value: &str, items: &[String], negated: bool, _ty: &PgType) -> Result<String> {
        let word = if negated { "NOT IN" } else { "IN" };
        Ok(format!("({value} {word} ({}))", items.join(", ")))
    }

    /// Whether a value of this type can be looked for among the rows of a sub-select.
    fn compares_with_rows(&self, _ty: &PgType) -> Result<()> {
        Ok(())
    }

    /// Whether EXISTS may compare with the outer rows by other than equality.
    fn looks_up_by_anything(&self) -> bool {
        true
    }

    /// What tells a value of this type from others, where rows are grouped by it.
    fn group_keys(&self, sql: &str, _ty: &PgType) -> Result<Vec<String>> {
        Ok(vec![sql.to_owned()])
    }

    /// What rows are ordered by where they are ordered by a value of this type.
    fn order_keys(&self, sql: String, ty: &PgType) -> Result<Vec<String>> {
        Ok(vec![self.by_bytes(sql, ty)])
    }

    /// One of two or more forms of a number.
    fn conversion(&self, sql: &str, _from: &PgType, to: &PgType) -> Result<String> {
        Ok(format!("({sql})::{}", self.type_name(to)?))
    }

    /// A time's microseconds since 1970, or since midnight; the infinities are the ends of a bigint.
    fn micros(&self, sql: &str, ty: &PgType) -> Result<String> {
        let counted = format!("((pg_catalog.extract('epoch'::text, {sql}) * 1000000::numeric))::int8");
        if *ty == PgType::Time {
            return Ok(counted);
        }
        let name = self.type_name(ty)?;
        Ok(format!(
            "(CASE WHEN ({sql} = 'infinity'::{name}) THEN '{}'::int8 WHEN ({sql} = '-infinity'::{name}) THEN '{}'::int8 ELSE {counted} END)",
            i64::MAX,
            i64::MIN
        ))
    }

    /// A cast that the statement has: its value may not have a counterpart.
    fn cast(&self, sql: &str, _from: &PgType, to: &PgType, typmod: i32) -> Result<String> {
        Ok(format!("({sql})::{}", self.type_with(to, typmod)?))
    }

    /// A scalar function or an operator.
    fn call(&self, call: &Call<'_>) -> Result<String> {
        let Call { name, arguments, types: _, result: _, constants: _ } = call;
        match (*name, *arguments) {
            (name, _) if !registry::is_portable(name) => local(name.to_owned()),
            (symbol, [value]) if registry::is_operator(symbol) => Ok(format!("({symbol} {value})")),
            (symbol, [left, right]) if registry::is_operator(symbol) => Ok(format!("({left} {symbol} {right})")),
            (name, _) => Ok(format!("pg_catalog.{name}({})", arguments.join(", "))),
        }
    }

    /// Whether an interval can be written; otherwise one that is constant is taken from [`Call::constants`].
    fn has_intervals(&self) -> bool {
        true
    }

    /// Whether the call can fail on some value, so that it must not see rows that are hidden where nothing keeps them from it.
    fn can_fail(&self, _name: &str) -> bool {
        true
    }

    fn aggregate(&self, call: &AggregateCall<'_>) -> Result<String> {
        let AggregateCall { name, arguments, distinct, order, returns: _ } = call;
        let keys = order.join(", ");
        Ok(match (*name, *arguments) {
            ("percentile_cont" | "percentile_disc", [_, (fraction, _)]) => {
                format!("pg_catalog.{name}({fraction}) WITHIN GROUP (ORDER BY {keys})")
            }
            ("mode", _) => format!("pg_catalog.mode() WITHIN GROUP (ORDER BY {keys})"),
            ("min" | "max", [(value, ty)]) => format!("pg_catalog.{name}({})", self.by_bytes(value.clone(), ty)),
            (name, arguments) => {
                let word = if *distinct { "DISTINCT " } else { "" };
                let order = if keys.is_empty() { String::new() } else { format!(" ORDER BY {keys}") };
                let values: Vec<&str> = arguments.iter().map(|(sql, _)| sql.as_str()).collect();
                format!("pg_catalog.{name}({word}{}{order})", values.join(", "))
            }
        })
    }

    /// `count(*)`, or of the values that are not NULL.
    fn count(&self, argument: Option<(&str, &PgType)>, distinct: bool) -> Result<String> {
        let word = if distinct { "DISTINCT " } else { "" };
        Ok(match argument {
            None => "pg_catalog.count(*)".to_owned(),
            Some((sql, _)) => format!("pg_catalog.count({word}{sql})"),
        })
    }

    /// About how many values there are.
    fn count_about(&self, sql: &str, ty: &PgType) -> Result<String> {
        self.count(Some((sql, ty)), true)
    }

    /// Any of the values that are not NULL, of those rows. PostgreSQL has `any_value` from version 16 on: the first will do.
    fn any_value(&self, sql: &str, filter: Option<&str>) -> Result<String> {
        let filter = filter.map(|filter| format!(" AND {filter}")).unwrap_or_default();
        Ok(format!("(pg_catalog.array_agg({sql}) FILTER (WHERE ({sql} IS NOT NULL){filter}))[1]"))
    }

    /// Whether aggregates can be told which rows to take; otherwise their argument is NULL on the others.
    fn has_filter(&self) -> bool {
        true
    }

    /// Which of the grouping columns a row is not grouped by, as a number.
    fn grouping(&self, groups: &[String]) -> String {
        format!("grouping({})", groups.join(", "))
    }

    /// The name of a window function.
    fn window_function(&self, name: &str, arguments: &[String]) -> Result<String> {
        Ok(format!("pg_catalog.{name}({})", arguments.join(", ")))
    }

    fn frame(&self, frame: &WindowFrame) -> Result<String> {
        let units = match frame.units {
            WindowFrameUnits::Rows => "ROWS",
            WindowFrameUnits::Range => "RANGE",
            WindowFrameUnits::Groups => "GROUPS",
        };
        let (start, end) =
            (self.frame_bound(&frame.start_bound, frame.units)?, self.frame_bound(&frame.end_bound, frame.units)?);
        Ok(format!("{units} BETWEEN {start} AND {end}"))
    }

    fn frame_bound(&self, bound: &WindowFrameBound, units: WindowFrameUnits) -> Result<String> {
        let distance = |value: &ScalarValue, word: &str| {
            if value.is_null() {
                return Ok(format!("UNBOUNDED {word}"));
            }
            let number = match (units, value) {
                (WindowFrameUnits::Rows | WindowFrameUnits::Groups, ScalarValue::UInt64(Some(number))) => {
                    number.to_string()
                }
                (WindowFrameUnits::Range, ScalarValue::Decimal128(Some(number), _, 0)) => format!("{number}::numeric"),
                (WindowFrameUnits::Range, ScalarValue::Float64(Some(_))) => self.literal(value, &PgType::Float8)?,
                _ => return local("a frame by such a distance"),
            };
            Ok(format!("{number} {word}"))
        };
        match bound {
            WindowFrameBound::CurrentRow => Ok("CURRENT ROW".to_owned()),
            WindowFrameBound::Preceding(value) => distance(value, "PRECEDING"),
            WindowFrameBound::Following(value) => distance(value, "FOLLOWING"),
        }
    }

    /// Rows of constants as an item of FROM.
    fn values(&self, rows: &[Vec<String>]) -> String {
        let rows: Vec<String> = rows.iter().map(|row| format!("({})", row.join(", "))).collect();
        format!("VALUES {}", rows.join(", "))
    }

    /// What keeps predicates of the user's from the rows that a row filter drops. Empty where there is nothing of the kind: then no such statement may compute anything that can fail.
    fn fence(&self) -> &'static str {
        " OFFSET 0"
    }

    /// A column of a table itself, in its type.
    fn column(&self, name: &str, ty: &PgType) -> Result<String> {
        Ok(format!("{name}::{}", self.type_name(ty)?))
    }

    /// A column under its mask, `ty` being what it shows; nothing where the gateway puts it on.
    fn masked(&self, name: &str, mask: &Mask, ty: &PgType) -> Result<Option<String>> {
        let ty_name = self.type_name(ty)?;
        Ok(Some(match mask {
            Mask::Sha256 => {
                format!("pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to({name}::text, 'UTF8')), 'hex')")
            }
            Mask::Null => format!("NULL::{ty_name}"),
            Mask::Constant(text) => format!("'{}'::text", text.replace('\'', "''")),
            Mask::Keep(count) => format!("pg_catalog.left({name}::text, {count})"),
            Mask::Day => match ty {
                PgType::Date => format!("{name}::date"),
                PgType::Timestamptz => format!("pg_catalog.date_trunc('day', {name}::timestamptz, 'UTC')"),
                _ => format!("pg_catalog.date_trunc('day', {name}::timestamp)"),
            },
            Mask::Bucket(width) => {
                let smallest = match ty {
                    PgType::Int2 => i64::from(i16::MIN),
                    PgType::Int4 => i64::from(i32::MIN),
                    PgType::Int8 => i64::MIN,
                    // It could fail there.
                    _ => return Ok(None),
                };
                let cut = format!("(pg_catalog.floor(({name}::numeric / {width}::numeric)) * {width}::numeric)");
                format!("greatest({cut}, ('{smallest}'::{ty_name}))::{ty_name}")
            }
            // Its secret stays here.
            Mask::Hmac { secret: _ } => return Ok(None),
        }))
    }

    /// Whether the policy's row filter means the same there.
    fn takes_row_filter(&self, _filter: &datafusion::sql::sqlparser::ast::Expr) -> Result<()> {
        Ok(())
    }
}

/// Text that PostgreSQL orders by a collation.
pub(super) fn is_text(ty: &PgType) -> bool {
    matches!(ty, PgType::Text | PgType::Varchar | PgType::Bpchar)
}

/// PostgreSQL itself.
pub(super) struct Postgres;

impl Dialect for Postgres {}

/// The dialect of a kind of warehouse; the embedded one has none, and nothing is written for it.
pub(super) fn of(kind: Kind) -> &'static dyn Dialect {
    match kind {
        Kind::Embedded | Kind::Postgres => &Postgres,
        Kind::Redshift => &Redshift,
    }
}
