//! Calls of the catalogue's functions: PostgreSQL has them all, by the same names.
//!
//! Comes in: a kernel and its arguments. Goes out: the call in PostgreSQL's words. Must never: send a function that knows the session, the catalogs or the clock, or whose answer depends on a setting that the warehouse does
//! not share.

use super::dialect::{Call, is_text};
use super::expression::{Scope, Sql};
use super::{Result, Writer, local};
use crate::functions::kernel::KernelUdf;
use crate::types::{Display, PgType};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{Expr, ScalarUDFImpl, Volatility};

impl Writer {
    pub(super) fn call(&mut self, kernel: &KernelUdf, args: &[Expr], scope: &Scope<'_>) -> Result<Sql> {
        let (types, result) = kernel.resolved();
        let name = kernel.postgres_name();
        if kernel.signature().volatility == Volatility::Volatile {
            return local(format!("{name}, which is volatile"));
        }
        if depends_on_settings(kernel) && !has_common_settings(kernel.display()) {
            return local(format!("{name} under this session's settings"));
        }
        if name.starts_with("comparison_key_") {
            // What the engine compares by a key, PostgreSQL compares as it is.
            let ([argument], [ty]) = (args, types) else { return local("a key of other than one value") };
            return self.typed(argument, scope, ty);
        }
        // Values first, then their keys.
        let args = if matches!(name, "greatest" | "least") { args.get(..args.len() / 2).unwrap_or(args) } else { args };
        let mut sqls = Vec::with_capacity(args.len());
        for (argument, ty) in args.iter().zip(types) {
            let taken_apart = *ty == PgType::Interval && constant(argument).is_some() && !self.dialect.has_intervals();
            sqls.push(if taken_apart { String::new() } else { self.typed(argument, scope, ty)?.0 });
        }
        let sql = match (name, sqls.as_slice()) {
            (name, [value]) if name.starts_with("cast_") || name.starts_with("length_explicit_") => {
                self.can_fail(name);
                let from = types.first().unwrap_or(&PgType::Unknown);
                self.dialect.cast(value, from, result, kernel.typmod())?
            }
            ("boolout", [value]) => {
                format!("(CASE WHEN {value} THEN 't' WHEN (NOT {value}) THEN 'f' END)")
            }
            // It would be of another collation than the text that it came from.
            ("greatest" | "least", _) if is_text(result) => return local(format!("{name} of text")),
            ("greatest" | "least", [first, rest @ ..]) => {
                self.dialect.comparison("<", first, first, result)?;
                let first = self.dialect.by_bytes(first.clone(), result);
                let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
                format!("{name}({})", [&[first.as_str()], rest.as_slice()].concat().join(", "))
            }
            (name, arguments) => {
                if self.dialect.can_fail(name) {
                    self.can_fail(name);
                }
                let constants: Vec<Option<&ScalarValue>> = args.iter().map(constant).collect();
                self.dialect.call(&Call { name, arguments, types, result, constants: &constants })?
            }
        };
        self.dialect.type_name(result)?;
        Ok((sql, result.clone()))
    }
}

fn constant(expr: &Expr) -> Option<&ScalarValue> {
    match expr {
        Expr::Literal(value, _) => Some(value),
        _ => None,
    }
}

/// Times, floats and bytes are written and read by settings, and their zone is one.
fn depends_on_settings(kernel: &KernelUdf) -> bool {
    fn one(ty: &PgType) -> bool {
        match ty {
            PgType::Date
            | PgType::Time
            | PgType::Timestamp
            | PgType::Timestamptz
            | PgType::Interval
            | PgType::Float4
            | PgType::Float8
            | PgType::Bytea
            | PgType::Record(_) => true,
            PgType::Array(element) => one(element),
            _ => false,
        }
    }
    let (types, result) = kernel.resolved();
    types.iter().any(one) || one(result) || kernel.signature().volatility != Volatility::Immutable
}

/// Every session at a warehouse has the default settings.
fn has_common_settings(display: &Display) -> bool {
    Display { known: None, ..display.clone() } == Display::default()
}
