//! Aggregates.
//!
//! Comes in: a call. Goes out: the call with its DISTINCT, ORDER BY, WITHIN GROUP and FILTER. Must never: drop one of these.

use super::dialect::AggregateCall;
use super::expression::{Scope, Sql};
use super::{Result, Writer, local};
use crate::functions::{AggregateParts, PgAggregate};
use crate::plan::single_value_name;
use crate::types::PgType;
use datafusion::logical_expr::expr::{AggregateFunction, AggregateFunctionParams, Alias};
use datafusion::logical_expr::{Case, Expr};

impl Writer {
    /// `groups` are the keys that the rows are grouped by.
    pub(super) fn aggregate(&mut self, expr: &Expr, scope: &Scope<'_>, groups: &[String]) -> Result<Sql> {
        let AggregateFunction { func, params } = match expr {
            Expr::Alias(Alias { expr, relation: _, name: _, metadata: _ }) => {
                return self.aggregate(expr, scope, groups);
            }
            Expr::Cast(_) => return local("an approximate count"),
            Expr::AggregateFunction(call) => call,
            _ => return local("an aggregate of another shape"),
        };
        let AggregateFunctionParams { args, distinct, filter, order_by, null_treatment: None } = params else {
            return local("an aggregate with a treatment of NULL");
        };
        let filtered = self.filtered(args, filter.as_deref());
        let args = filtered.as_deref().unwrap_or(args);
        let (call, ty) = match func.inner().as_ref().downcast_ref::<PgAggregate>() {
            Some(ours) if ours.parts().name == "any_value" => {
                return self.any_value(ours, args, filter.as_deref(), scope);
            }
            Some(ours) => self.ours(ours, args, scope)?,
            None => match func.name() {
                "first_value" => return self.one_of_equals(args, scope, groups),
                "approx_distinct" => self.count_about(args, scope)?,
                name if name == single_value_name() => return local("a sub-select as a value, within another"),
                name if !order_by.is_empty() => return local(format!("{name} with an order")),
                name => self.engines(name, args, *distinct, scope)?,
            },
        };
        let call = format!("{call}{}", self.filter_clause(filter.as_deref(), scope)?);
        Ok((self.dialect.by_bytes_no_more(call, &ty), ty))
    }

    /// The arguments as they are on the rows that the filter takes, and NULL on the others, where the warehouse has no filters.
    pub(super) fn filtered(&mut self, args: &[Expr], filter: Option<&Expr>) -> Option<Vec<Expr>> {
        let filter = filter.filter(|_| !self.dialect.has_filter())?;
        let taken = |expr: &Expr| {
            let when_then = vec![(Box::new(filter.clone()), Box::new(expr.clone()))];
            Expr::Case(Case { expr: None, when_then_expr: when_then, else_expr: None })
        };
        let (first, rest) = args.split_first()?;
        Some(std::iter::once(taken(first)).chain(rest.iter().cloned()).collect())
    }

    fn count_about(&mut self, args: &[Expr], scope: &Scope<'_>) -> Result<Sql> {
        let [argument] = args else { return local("an approximate count of several values") };
        let (sql, ty) = self.expression(argument, scope, None)?;
        Ok((self.dialect.count_about(&sql, &ty)?, PgType::Int8))
    }

    pub(super) fn filter_clause(&mut self, filter: Option<&Expr>, scope: &Scope<'_>) -> Result<String> {
        let Some(filter) = filter.filter(|_| self.dialect.has_filter()) else { return Ok(String::new()) };
        let (filter, _) = self.expression(filter, scope, Some(&PgType::Bool))?;
        Ok(format!(" FILTER (WHERE {filter})"))
    }

    /// The engine's own, where it means the same.
    pub(super) fn engines(&mut self, name: &str, args: &[Expr], distinct: bool, scope: &Scope<'_>) -> Result<Sql> {
        match (name, args) {
            ("count", [Expr::Literal(value, _)]) if !value.is_null() && !distinct => {
                Ok((self.dialect.count(None, false)?, PgType::Int8))
            }
            ("count", [argument]) => {
                let (sql, ty) = self.expression(argument, scope, None)?;
                if distinct && ty == PgType::Json {
                    return local("DISTINCT of json");
                }
                Ok((self.dialect.count(Some((&sql, &ty)), distinct)?, PgType::Int8))
            }
            ("min" | "max", [argument]) if !distinct => {
                let (sql, ty) = self.expression(argument, scope, None)?;
                // PostgreSQL has none for varchar and name.
                let ty = if matches!(ty, PgType::Varchar | PgType::Name) { PgType::Text } else { ty };
                let arguments = [(sql, ty.clone())];
                let call = AggregateCall { name, arguments: &arguments, distinct: false, order: &[], returns: &ty };
                Ok((self.dialect.aggregate(&call)?, ty))
            }
            _ => local(format!("the engine's {name}")),
        }
    }

    /// One of ours: arguments, sort keys, and what tells distinct rows.
    pub(super) fn ours(&mut self, aggregate: &PgAggregate, args: &[Expr], scope: &Scope<'_>) -> Result<Sql> {
        let AggregateParts { name, arguments, sort, distinct, input, returns } = aggregate.parts();
        if *returns != PgType::Numeric {
            self.dialect.type_name(returns)?;
        }
        let mut sqls = Vec::with_capacity(arguments);
        for (index, argument) in args.iter().take(arguments).enumerate() {
            sqls.push(match (index, input) {
                // Its values stand on lines of their own.
                (0, PgType::Array(_) | PgType::Record(_)) if name == "json_agg" => {
                    return local("json_agg of arrays and rows");
                }
                // The value that is chosen, under the type that the result has; the fraction comes after it.
                (0, _) if !sort.is_empty() && matches!(name, "percentile_disc" | "percentile_cont" | "mode") => {
                    let chosen = match returns {
                        PgType::Array(element) => element,
                        returns => returns,
                    };
                    self.first_argument(argument, scope, chosen)?
                }
                (0, input) if *input != PgType::Unknown && !name.starts_with("json") => {
                    self.first_argument(argument, scope, input)?
                }
                // What is gathered as JSON was made JSON before, its constants too; the keys are text.
                (0, _) if name.ends_with("object_agg") => self.expression(argument, scope, Some(&PgType::Text))?,
                (_, _) if name.starts_with("json") => self.expression(argument, scope, Some(returns))?,
                _ => self.expression(argument, scope, None)?,
            });
        }
        // PostgreSQL wants the keys of a distinct aggregate to be among its arguments, as they are written.
        if distinct {
            for (sql, ty) in &mut sqls {
                *sql = self.dialect.by_bytes(std::mem::take(sql), ty);
            }
        }
        let mut keys = Vec::with_capacity(sort.len());
        for (key, (ascending, nulls_first)) in args.iter().skip(arguments).zip(&sort) {
            let argument = args.iter().take(arguments).position(|argument| argument == key).filter(|_| distinct);
            let parts = match argument.and_then(|index| sqls.get(index)) {
                Some((sql, _)) => vec![sql.clone()],
                None => {
                    let (sql, ty) = self.expression(key, scope, None)?;
                    self.dialect.order_keys(sql, &ty)?
                }
            };
            let direction = if *ascending { "ASC" } else { "DESC" };
            let nulls = if *nulls_first { "FIRST" } else { "LAST" };
            keys.extend(parts.into_iter().map(|sql| format!("{sql} {direction} NULLS {nulls}")));
        }
        if let (Some((_, ty)), true) = (sqls.first_mut(), matches!(name, "min" | "max")) {
            *ty = input.clone();
        }
        let call = AggregateCall { name, arguments: &sqls, distinct, order: &keys, returns };
        Ok((self.dialect.aggregate(&call)?, returns.clone()))
    }
    fn first_argument(&mut self, argument: &Expr, scope: &Scope<'_>, input: &PgType) -> Result<Sql> {
        let found = self.expression(argument, scope, Some(input))?;
        super::select::as_type(found.0, &found.1, input, self.dialect)
    }

    /// PostgreSQL has `any_value` from version 16 on: the first of all that are not NULL will do.
    fn any_value(
        &mut self,
        aggregate: &PgAggregate,
        args: &[Expr],
        filter: Option<&Expr>,
        scope: &Scope<'_>,
    ) -> Result<Sql> {
        let AggregateParts { sort, distinct: false, input, returns, .. } = aggregate.parts() else {
            return local("a distinct any_value");
        };
        let ([argument], true) = (args, sort.is_empty()) else { return local("any_value in an order") };
        if matches!(input, PgType::Array(_)) {
            return local("any_value of arrays");
        }
        let (sql, _) = self.first_argument(argument, scope, input)?;
        let filter = match filter {
            None => None,
            Some(filter) => Some(self.expression(filter, scope, Some(&PgType::Bool))?.0),
        };
        Ok((self.dialect.any_value(&sql, filter.as_deref())?, returns.clone()))
    }

    /// One of values that are equal and may look different: where rows are grouped by that very value, it is the key.
    fn one_of_equals(&mut self, args: &[Expr], scope: &Scope<'_>, groups: &[String]) -> Result<Sql> {
        let [value] = args else { return local("a first value of several") };
        let (sql, ty) = self.expression(value, scope, None)?;
        if groups.contains(&sql) { Ok((sql, ty)) } else { local("a first value") }
    }
}
