//! Calls: scalar functions, aggregates, window functions, set-returning functions.
//!
//! Comes in: a call as written. Goes out: what the catalogue makes of it, or a captured column. Must never: call a name that the catalogue does not hold.

use super::aggregate::{allow_aggregate, allow_window, capture_aggregate, capture_series, capture_window};
use super::binder::Binder;
use super::scope::{Clause, Level, fold};
use super::typed::Typed;
use super::{aggregate, definition, expr, named, node, order, rows, subquery, window};
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, AggregateCall, Kind, SortKey};
use crate::types::PgType;
use datafusion::logical_expr::Expr;
use datafusion::sql::sqlparser::ast::{self, FunctionArg, FunctionArgExpr, FunctionArguments};
use guard::SqlState;

/// A function's name: alone, in pg_catalog, or one of information_schema's own.
pub fn name(name: &ast::ObjectName) -> SqlResult<String> {
    let parts: Vec<String> = name.0.iter().filter_map(|part| part.as_ident()).map(fold).collect();
    match parts.as_slice() {
        [name] => Ok(name.clone()),
        [schema, name] if schema == "pg_catalog" => Ok(name.clone()),
        [schema, name] if schema == "information_schema" && name.starts_with("_pg_") => Ok(name.clone()),
        other => {
            Err(SqlError::new(SqlState::UNDEFINED_FUNCTION, format!("function {} does not exist", other.join("."))))
        }
    }
}

/// `ROW(…)`, which the parser takes for a function.
pub fn is_row(function: &ast::Function) -> bool {
    match function.name.0.as_slice() {
        [part] => {
            part.as_ident().is_some_and(|ident| ident.quote_style.is_none() && ident.value.eq_ignore_ascii_case("row"))
        }
        _ => false,
    }
}

pub fn row_arguments(binder: &Binder<'_>, level: &Level<'_>, function: &ast::Function) -> SqlResult<Vec<Typed>> {
    match &function.args {
        FunctionArguments::List(list) => {
            if list
                .args
                .iter()
                .any(|argument| matches!(argument, FunctionArg::Unnamed(FunctionArgExpr::QualifiedWildcard(_))))
            {
                return Err(SqlError::unsupported("ROW of all columns of a relation is not supported"));
            }
            plain_arguments(binder, level, &list.args)
        }
        FunctionArguments::None | FunctionArguments::Subquery(_) => Ok(Vec::new()),
    }
}

/// Arguments without names and stars. A parameter that is declared `void` is no argument: JDBC sends one for the result of `{? = call f(…)}`.
pub fn plain_arguments(binder: &Binder<'_>, level: &Level<'_>, arguments: &[FunctionArg]) -> SqlResult<Vec<Typed>> {
    let mut bound = Vec::with_capacity(arguments.len());
    for argument in arguments {
        let value = plain_argument(binder, level, argument)?;
        if !(value.ty == PgType::Void && matches!(value.expr, Expr::Placeholder(_))) {
            bound.push(value);
        }
    }
    Ok(bound)
}

fn plain_argument(binder: &Binder<'_>, level: &Level<'_>, argument: &FunctionArg) -> SqlResult<Typed> {
    match argument {
        FunctionArg::Unnamed(FunctionArgExpr::Expr(value)) => expr::bind(binder, level, value),
        FunctionArg::Unnamed(FunctionArgExpr::QualifiedWildcard(name)) => expr::row_argument(binder, level, name),
        FunctionArg::Unnamed(FunctionArgExpr::Wildcard | FunctionArgExpr::WildcardWithOptions(_)) => {
            Err(SqlError::unsupported("* as an argument is not supported here"))
        }
        FunctionArg::Named { .. } | FunctionArg::ExprNamed { .. } => {
            Err(SqlError::unsupported("named arguments are not supported"))
        }
    }
}

/// A call's argument list, read.
struct Arguments<'a> {
    list: &'a [FunctionArg],
    star: bool,
    distinct: bool,
    order_by: &'a [ast::OrderByExpr],
}

fn read<'a>(function: &'a ast::Function, name: &str) -> SqlResult<Arguments<'a>> {
    let mut read = Arguments { list: &[], star: false, distinct: false, order_by: &[] };
    let list = match &function.args {
        FunctionArguments::None => return Ok(read),
        FunctionArguments::Subquery(_) => {
            return Err(SqlError::unsupported("a sub-select as argument list is not supported"));
        }
        FunctionArguments::List(list) => list,
    };
    let ast::FunctionArgumentList { duplicate_treatment, args, clauses } = list;
    read.distinct = matches!(duplicate_treatment, Some(ast::DuplicateTreatment::Distinct));
    for clause in clauses {
        match clause {
            ast::FunctionArgumentClause::OrderBy(keys) => read.order_by = keys,
            _ => return Err(SqlError::unsupported(format!("clause in the arguments of {name} is not supported"))),
        }
    }
    match args.as_slice() {
        [FunctionArg::Unnamed(FunctionArgExpr::Wildcard)] => read.star = true,
        other => read.list = other,
    }
    Ok(read)
}

pub fn bind(binder: &Binder<'_>, level: &Level<'_>, function: &ast::Function) -> SqlResult<Typed> {
    let ast::Function { name: written, uses_odbc_syntax, parameters, args, filter, null_treatment, over, within_group } =
        function;
    let position = written.0.first().and_then(|part| part.as_ident()).and_then(|ident| binder.position(ident.span));
    if *uses_odbc_syntax || !matches!(parameters, FunctionArguments::None) || null_treatment.is_some() {
        return Err(SqlError::unsupported("this form of call is not supported").at(position));
    }
    let name = name(written).map_err(|error| error.at(position))?;
    if is_row(function) {
        return rows::record(binder, row_arguments(binder, level, function)?);
    }
    if let (FunctionArguments::Subquery(query), "array") = (args, name.as_str()) {
        return subquery::array(binder, level, query);
    }
    let arguments = read(function, &name).map_err(|error| error.at(position))?;
    if name == "grouping" {
        return grouping(binder, level, &arguments);
    }
    let kinds = functions::kinds(&name);
    let aggregate = kinds.contains(&Kind::Aggregate);
    let call = Call { name: &name, arguments, filter: filter.as_deref(), over: over.as_ref(), within_group };
    let bound = if over.is_some() {
        if !aggregate && !kinds.contains(&Kind::Window) {
            if kinds.is_empty() {
                call.scalar(binder, level)
            } else {
                Err(not_a("OVER", &name, "a window function nor an aggregate function"))
            }
        } else {
            call.window(binder, level)
        }
    } else if aggregate && (!kinds.contains(&Kind::Scalar) || call.is_aggregate())
        || kinds.contains(&Kind::Window) && !within_group.is_empty()
    {
        call.aggregate(binder, level)
    } else if kinds.contains(&Kind::Window) {
        Err(SqlError::new(SqlState::WRONG_OBJECT_TYPE, format!("window function {name} requires an OVER clause")))
    } else if kinds.contains(&Kind::SetReturning) && !kinds.contains(&Kind::Scalar) {
        call.series(binder, level)
    } else {
        call.scalar(binder, level)
    };
    bound.map_err(|error| error.at(position))
}

fn not_a(what: &str, name: &str, kind: &str) -> SqlError {
    let verb = if what == "OVER" { "is not" } else { "is not an" };
    SqlError::new(SqlState::WRONG_OBJECT_TYPE, format!("{what} specified, but {name} {verb} {kind}"))
}

struct Call<'a> {
    name: &'a str,
    arguments: Arguments<'a>,
    filter: Option<&'a ast::Expr>,
    over: Option<&'a ast::WindowType>,
    within_group: &'a [ast::OrderByExpr],
}

impl Call<'_> {
    fn is_aggregate(&self) -> bool {
        self.arguments.star
            || self.arguments.distinct
            || !self.arguments.order_by.is_empty()
            || self.filter.is_some()
            || !self.within_group.is_empty()
    }

    fn only_plain(&self) -> SqlResult<()> {
        let name = self.name;
        if self.arguments.star {
            return Err(SqlError::new(SqlState::UNDEFINED_FUNCTION, format!("function {name}() does not exist")));
        }
        if self.arguments.distinct {
            return Err(not_a("DISTINCT", name, "aggregate function"));
        }
        if !self.arguments.order_by.is_empty() {
            return Err(not_a("ORDER BY", name, "aggregate function"));
        }
        if self.filter.is_some() {
            return Err(not_a("FILTER", name, "aggregate function"));
        }
        if !self.within_group.is_empty() {
            return Err(not_a("WITHIN GROUP", name, "aggregate function"));
        }
        Ok(())
    }

    fn scalar(self, binder: &Binder<'_>, level: &Level<'_>) -> SqlResult<Typed> {
        let arguments = self.arguments.list.iter().map(|argument| match argument {
            FunctionArg::Named { name, arg: FunctionArgExpr::Expr(value), operator: _ } => {
                Ok((Some(fold(name)), expr::bind(binder, level, value)?))
            }
            other => plain_argument(binder, level, other).map(|value| (None, value)),
        });
        let arguments = named::arranged(self.name, arguments.collect::<SqlResult<_>>()?)?;
        if !functions::kinds(self.name).is_empty() {
            self.only_plain()?;
        }
        functions::scalar(self.name, arguments, binder.context)
    }

    fn series(self, binder: &Binder<'_>, level: &Level<'_>) -> SqlResult<Typed> {
        self.only_plain()?;
        if definition::is_needed(self.name) {
            let message = "function returning record called in context that cannot accept type record";
            return Err(SqlError::unsupported(message));
        }
        let arguments = plain_arguments(binder, level, self.arguments.list)?;
        let call = functions::set_returning(self.name, arguments, binder.context)?;
        capture_series(binder, level, call)
    }

    fn aggregate(self, binder: &Binder<'_>, level: &Level<'_>) -> SqlResult<Typed> {
        let before = level.in_aggregate.replace(true);
        let call = self.read(binder, level);
        level.in_aggregate.set(before);
        let call = call?;
        // Of an ordered-set aggregate, what it sorts says whose it is.
        let direct = if call.within_group.is_empty() { &[][..] } else { &call.arguments };
        let counted = if call.within_group.is_empty() { &call.arguments[..] } else { &[] };
        let values = counted.iter().chain(call.order_by.iter().map(|key| &key.value));
        let values = values.chain(call.within_group.iter().map(|key| &key.value)).chain(&call.filter);
        let own = aggregate::level_of(level, values.map(|value| &value.expr))?;
        if !std::ptr::eq(own, level) && direct.iter().any(|value| value.expr.any_column_refs()) {
            return Err(SqlError::new(
                SqlState::GROUPING_ERROR,
                "outer-level aggregate cannot contain a lower-level variable in its direct arguments",
            ));
        }
        allow_aggregate(own)?;
        let value = functions::aggregate(call, binder.context)?;
        if std::ptr::eq(own, level) {
            capture_aggregate(binder, level, value)
        } else {
            aggregate::capture_outside(binder, own, value)
        }
    }

    fn window(self, binder: &Binder<'_>, level: &Level<'_>) -> SqlResult<Typed> {
        allow_window(level)?;
        let before = level.in_window.replace(true);
        let call = self.read(binder, level);
        level.in_window.set(before);
        let value = functions::aggregate(call?, binder.context)?;
        capture_window(binder, level, value)
    }

    fn read(&self, binder: &Binder<'_>, level: &Level<'_>) -> SqlResult<AggregateCall> {
        let keys = |items: &[ast::OrderByExpr]| {
            items
                .iter()
                .map(|item| {
                    order::plain_key(item)?;
                    let value = expr::bind(binder, level, &item.expr)?;
                    if value.ty == PgType::Unknown && matches!(self.name, "mode" | "percentile_disc") {
                        let message = "could not determine polymorphic type because input has type unknown";
                        return Err(SqlError::new(SqlState::DATATYPE_MISMATCH, message));
                    }
                    Ok(order::key(functions::settle(value, binder.context)?, &item.options))
                })
                .collect::<SqlResult<Vec<SortKey>>>()
        };
        let filter = match self.filter {
            Some(condition) => {
                Some(level.within(Clause::Filter, || expr::boolean(binder, level, condition, "FILTER"))?)
            }
            None => None,
        };
        Ok(AggregateCall {
            name: self.name.to_owned(),
            arguments: plain_arguments(binder, level, self.arguments.list)?,
            star: self.arguments.star,
            distinct: self.arguments.distinct,
            order_by: keys(self.arguments.order_by)?,
            within_group: keys(self.within_group)?,
            filter,
            over: match self.over {
                Some(over) => Some(window::over(binder, level, over)?),
                None => None,
            },
        })
    }
}

/// `GROUPING(…)`: a number made of one bit for each argument.
fn grouping(binder: &Binder<'_>, level: &Level<'_>, arguments: &Arguments<'_>) -> SqlResult<Typed> {
    allow_aggregate(level)?;
    if arguments.list.len() > 31 {
        return Err(SqlError::new(SqlState::TOO_MANY_ARGUMENTS, "GROUPING must have fewer than 32 arguments"));
    }
    let before = level.in_aggregate.replace(true);
    let values = plain_arguments(binder, level, arguments.list);
    level.in_aggregate.set(before);
    let values: Vec<Expr> = values?.into_iter().map(|value| value.expr).collect();
    // Which of them are written alike can't be told any more: constants are worked out as they are read.
    if values.iter().any(|value| value.column_refs().is_empty() && !value.contains_outer()) {
        return Err(SqlError::unsupported("GROUPING of a constant is not supported"));
    }
    if values.iter().any(Expr::contains_outer) {
        return Err(SqlError::unsupported("GROUPING of a query around this one is not supported"));
    }
    let id = binder.name();
    level.captured.borrow_mut().groupings.push((id.clone(), values));
    Ok(Typed::new(node::column(&id), PgType::Int4))
}
