//! Calls: only functions of the catalogue, by their own name or in `pg_catalog`.

use super::names::{dotted, identifier, idents};
use super::{Walk, not_offered, position};
use crate::{Refusal, SqlState};
use sqlparser::ast::{
    Function, FunctionArg, FunctionArgExpr, FunctionArgOperator, FunctionArgumentClause, FunctionArgumentList,
    FunctionArguments, ObjectName, WindowFrame, WindowFrameBound, WindowSpec, WindowType,
};

/// What the grammar itself knows by these names, whether or not the catalogue lists them.
const GRAMMAR: &[&str] = &["array", "coalesce", "greatest", "grouping", "least", "nullif"];

/// What may stand without parentheses.
const VALUES: &[&str] = &[
    "current_catalog",
    "current_date",
    "current_role",
    "current_schema",
    "current_time",
    "current_timestamp",
    "current_user",
    "localtime",
    "localtimestamp",
    "session_user",
    "user",
];

/// PostgreSQL's FUNC_MAX_ARGS.
const MOST_ARGUMENTS: usize = 100;

impl Walk<'_> {
    pub(super) fn function(&mut self, function: &Function) -> Result<(), Refusal> {
        let Function { name, uses_odbc_syntax, parameters, args, filter, null_treatment, over, within_group } =
            function;
        let at = idents(name)?.first().and_then(|first| position(first.span));
        if *uses_odbc_syntax || !matches!(parameters, FunctionArguments::None) || null_treatment.is_some() {
            return Err(not_offered("such a call", at));
        }
        match args {
            FunctionArguments::None => {
                value_name(name)?;
                self.may_call(&dotted(name))?;
            }
            FunctionArguments::Subquery(query) => {
                if dotted(name) != "array" {
                    return Err(not_offered("such a call", at));
                }
                self.query(query)?;
            }
            FunctionArguments::List(FunctionArgumentList { duplicate_treatment: _, args, clauses }) => {
                if is_value_with_precision(name) {
                    self.may_call(&dotted(name))?;
                } else {
                    self.function_name(name)?;
                }
                self.arguments(args).map_err(|refusal| match refusal.position {
                    None => refusal.at(at),
                    Some(_) => refusal,
                })?;
                clauses.iter().try_for_each(|clause| self.clause(clause, at))?;
            }
        }
        if let Some(filter) = filter {
            self.expr(filter)?;
        }
        self.order_by(within_group)?;
        match over {
            None => Ok(()),
            Some(WindowType::NamedWindow(name)) => identifier(name),
            Some(WindowType::WindowSpec(spec)) => self.window_spec(spec),
        }
    }

    fn clause(&mut self, clause: &FunctionArgumentClause, at: Option<usize>) -> Result<(), Refusal> {
        match clause {
            FunctionArgumentClause::OrderBy(exprs) => self.order_by(exprs),
            FunctionArgumentClause::IgnoreOrRespectNulls(_)
            | FunctionArgumentClause::Limit(_)
            | FunctionArgumentClause::OnOverflow(_)
            | FunctionArgumentClause::Having(_)
            | FunctionArgumentClause::Separator(_)
            | FunctionArgumentClause::JsonNullClause(_)
            | FunctionArgumentClause::JsonReturningClause(_) => Err(not_offered("such an argument", at)),
        }
    }

    /// Whether a name is in the catalogue. The binder says it with the arguments' types, where the name is known.
    pub(super) fn function_name(&self, name: &ObjectName) -> Result<(), Refusal> {
        let parts = idents(name)?;
        parts.iter().try_for_each(|part| identifier(part))?;
        let plain = match parts.as_slice() {
            // What information_schema has for itself is found there alone.
            [schema, name] if schema.value == "information_schema" && name.value.starts_with("_pg_") => Some(name),
            [.., name] if name.value.starts_with("_pg_") => None,
            [name] => Some(name),
            [schema, name] if schema.value == "pg_catalog" => Some(name),
            [database, schema, name] if database.value == self.asking.database && schema.value == "pg_catalog" => {
                Some(name)
            }
            _ => None,
        };
        let known = plain.is_some_and(|name| {
            GRAMMAR.contains(&name.value.as_str()) && parts.len() == 1 || self.asking.functions.contains(&name.value)
        });
        if let Some(name) = plain.filter(|_| known) {
            let at = parts.first().and_then(|first| position(first.span));
            return self.asking.role.revoked.call(&name.value).map_err(|refusal| refusal.at(at));
        }
        let message = format!("function {} does not exist", dotted(name));
        Err(Refusal::new("function", SqlState::UNDEFINED_FUNCTION, message)
            .detail("The function is not in Tollgate's catalogue.")
            .hint("No function matches the given name and argument types. You might need to add explicit type casts.")
            .at(parts.first().and_then(|first| position(first.span))))
    }

    /// Whether the function that a piece of syntax stands for is the role's to call.
    pub(super) fn may_call(&self, name: &str) -> Result<(), Refusal> {
        self.asking.role.revoked.call(name)
    }

    pub(super) fn arguments(&mut self, args: &[FunctionArg]) -> Result<(), Refusal> {
        if args.len() > MOST_ARGUMENTS {
            let message = format!("cannot pass more than {MOST_ARGUMENTS} arguments to a function");
            return Err(Refusal::new("limit-arguments", SqlState::TOO_MANY_ARGUMENTS, message));
        }
        args.iter().try_for_each(|arg| match arg {
            FunctionArg::Unnamed(arg) => self.argument(arg),
            FunctionArg::Named { name, arg, operator } => {
                identifier(name)?;
                match operator {
                    FunctionArgOperator::RightArrow | FunctionArgOperator::Assignment => self.argument(arg),
                    FunctionArgOperator::Equals | FunctionArgOperator::Colon | FunctionArgOperator::Value => {
                        Err(not_offered("such a named argument", position(name.span)))
                    }
                }
            }
            FunctionArg::ExprNamed { .. } => Err(not_offered("such a named argument", None)),
        })
    }

    fn argument(&mut self, arg: &FunctionArgExpr) -> Result<(), Refusal> {
        match arg {
            FunctionArgExpr::Expr(expr) => self.expr(expr),
            FunctionArgExpr::QualifiedWildcard(name) => idents(name)?.into_iter().try_for_each(identifier),
            FunctionArgExpr::Wildcard => Ok(()),
            FunctionArgExpr::WildcardWithOptions(_) => Err(not_offered("a changed *", None)),
        }
    }

    pub(super) fn window_spec(&mut self, spec: &WindowSpec) -> Result<(), Refusal> {
        let WindowSpec { window_name, partition_by, order_by, window_frame } = spec;
        window_name.as_ref().map_or(Ok(()), identifier)?;
        self.exprs(partition_by)?;
        self.order_by(order_by)?;
        let Some(WindowFrame { units: _, start_bound, end_bound }) = window_frame else { return Ok(()) };
        self.bound(start_bound)?;
        end_bound.as_ref().map_or(Ok(()), |bound| self.bound(bound))
    }

    fn bound(&mut self, bound: &WindowFrameBound) -> Result<(), Refusal> {
        match bound {
            WindowFrameBound::CurrentRow => Ok(()),
            WindowFrameBound::Preceding(distance) | WindowFrameBound::Following(distance) => {
                self.optional(distance.as_deref())
            }
        }
    }
}

/// `CURRENT_DATE` and its like.
fn value_name(name: &ObjectName) -> Result<(), Refusal> {
    match idents(name)?.as_slice() {
        [word] if word.quote_style.is_none() && VALUES.contains(&word.value.as_str()) => Ok(()),
        parts => Err(not_offered("such a value", parts.first().and_then(|first| position(first.span)))),
    }
}

/// `LOCALTIME(3)`
fn is_value_with_precision(name: &ObjectName) -> bool {
    matches!(dotted(name).as_str(), "current_time" | "current_timestamp" | "localtime" | "localtimestamp")
}
