//! Window functions.
//!
//! Comes in: a call over its window. Goes out: `f(…) OVER (PARTITION BY … ORDER BY … frame)`. Must never: leave the frame to a default.

use super::expression::{Scope, Sql};
use super::{Result, Writer, local};
use crate::functions::{PgAggregate, PgWindow};
use crate::types::PgType;
use datafusion::arrow::datatypes::DataType;
use datafusion::logical_expr::expr::{Alias, WindowFunctionParams};
use datafusion::logical_expr::{Cast, Expr, WindowFunctionDefinition};

impl Writer {
    pub(super) fn window(&mut self, expr: &Expr, scope: &Scope<'_>) -> Result<Sql> {
        let call = match expr {
            Expr::Alias(Alias { expr, relation: _, name: _, metadata: _ }) => return self.window(expr, scope),
            // Ranks are counted in PostgreSQL's bigint.
            Expr::Cast(Cast { expr, field }) if *field.data_type() == DataType::Int64 => {
                return self.window(expr, scope);
            }
            Expr::WindowFunction(call) => call,
            _ => return local("a window function of another shape"),
        };
        let WindowFunctionParams {
            args,
            partition_by,
            order_by,
            window_frame,
            filter,
            null_treatment: None,
            distinct: false,
        } = &call.params
        else {
            return local("a window function with DISTINCT");
        };
        let filtered = self.filtered(args, filter.as_deref());
        let args = filtered.as_deref().unwrap_or(args);
        let (call, ty, framed) = match &call.fun {
            WindowFunctionDefinition::AggregateUDF(func) => {
                let (call, ty) = match func.inner().as_ref().downcast_ref::<PgAggregate>() {
                    Some(ours) => {
                        let parts = ours.parts();
                        if parts.distinct || !parts.sort.is_empty() && !matches!(parts.name, "min" | "max") {
                            return local("an ordered aggregate over a window");
                        }
                        self.ours(ours, args, scope)?
                    }
                    None => self.engines(func.name(), args, false, scope)?,
                };
                (format!("{call}{}", self.filter_clause(filter.as_deref(), scope)?), ty, true)
            }
            WindowFunctionDefinition::WindowUDF(func) => {
                let name = match func.inner().as_ref().downcast_ref::<PgWindow>() {
                    Some(_) => func.name().strip_prefix("pg_").unwrap_or(func.name()),
                    None => func.name(),
                };
                let (sql, ty) = self.window_function(name, args, scope)?;
                (sql, ty, matches!(name, "first_value" | "last_value" | "nth_value"))
            }
        };
        let mut window = Vec::new();
        if !partition_by.is_empty() {
            let mut keys = Vec::with_capacity(partition_by.len());
            for key in partition_by {
                let (sql, ty) = self.expression(key, scope, None)?;
                keys.extend(self.dialect.group_keys(&sql, &ty)?);
            }
            window.push(format!("PARTITION BY {}", keys.join(", ")));
        }
        if !order_by.is_empty() {
            window.push(format!("ORDER BY {}", self.sort_keys(order_by, scope)?.join(", ")));
        }
        if framed {
            window.push(self.dialect.frame(window_frame)?);
        }
        let call = format!("({call} OVER ({}))", window.join(" "));
        Ok((self.dialect.by_bytes_no_more(call, &ty), ty))
    }

    fn window_function(&mut self, name: &str, args: &[Expr], scope: &Scope<'_>) -> Result<Sql> {
        let mut sqls = Vec::with_capacity(args.len());
        for (index, argument) in args.iter().enumerate() {
            let want = match (name, index) {
                ("ntile", 0) | ("lag" | "lead", 1) => Some(PgType::Int4),
                ("lag" | "lead", 2) => sqls.first().map(|(_, ty): &Sql| ty.clone()),
                _ => None,
            };
            sqls.push(self.expression(argument, scope, want.as_ref())?);
        }
        let ty = match name {
            "row_number" | "rank" | "dense_rank" => PgType::Int8,
            "percent_rank" | "cume_dist" => PgType::Float8,
            "ntile" => PgType::Int4,
            "lag" | "lead" | "first_value" | "last_value" | "nth_value" => match sqls.first() {
                Some((_, ty)) => ty.clone(),
                None => return local("a window function of nothing"),
            },
            name => return local(name.to_owned()),
        };
        let list: Vec<String> = sqls
            .into_iter()
            .enumerate()
            // PostgreSQL counts rows in an integer here.
            .map(|(index, (sql, _))| if name == "nth_value" && index == 1 { format!("({sql})::int4") } else { sql })
            .collect();
        Ok((self.dialect.window_function(name, &list)?, ty))
    }
}
