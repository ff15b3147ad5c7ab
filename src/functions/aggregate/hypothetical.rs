//! Hypothetical-set aggregates: where a row that is not there would stand among those that are.
//!
//! Comes in: `rank(2) WITHIN GROUP (ORDER BY x)`, its arguments and keys bound. Goes out: an expression over counts of the rows that come before that row. Must never: take an argument that is
//! not the same for all rows of a group.

use super::aggregate;
use crate::error::{SqlError, SqlResult};
use crate::functions::{AggregateCall, CastContext, SortKey, cast, comparison_key, unify};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::datatypes::DataType;
use datafusion::logical_expr::{Cast, Expr, Operator, binary_expr, lit, when};
use guard::SqlState;

/// Whether the call is one of these: a window function's name with WITHIN GROUP.
pub(super) fn is_one(call: &AggregateCall) -> bool {
    matches!(call.name.as_str(), "rank" | "dense_rank" | "percent_rank" | "cume_dist") && !call.within_group.is_empty()
}

/// Resolves the call.
pub(super) fn resolve(call: AggregateCall, context: &BindContext) -> SqlResult<Typed> {
    let AggregateCall { name, arguments, star: _, distinct, order_by: _, within_group, filter, over } = call;
    if distinct {
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, "cannot use DISTINCT with WITHIN GROUP"));
    }
    if over.is_some() {
        return Err(SqlError::unsupported(format!("OVER is not supported for ordered-set aggregate {name}")));
    }
    if arguments.len() != within_group.len() {
        let (direct, ordered) = (arguments.len(), within_group.len());
        let message =
            format!("function {name} with {direct} direct arguments and {ordered} ordering columns does not exist");
        return Err(SqlError::new(SqlState::UNDEFINED_FUNCTION, message).hint(format!(
            "To use the hypothetical-set aggregate {name}, the number of hypothetical direct arguments (here {direct}) must match the number of ordering columns (here {ordered})."
        )));
    }
    if arguments.iter().any(|argument| argument.expr.any_column_refs()) {
        return Err(SqlError::unsupported(format!("a column as direct argument of {name} is not supported")));
    }
    let place = Place::of(arguments, &within_group, context)?;
    let counts = Counts { filter, context };
    let expr = match name.as_str() {
        "rank" => plus_one(counts.rows(Some(place.before))?),
        "dense_rank" => plus_one(counts.distinct(&place)?),
        "percent_rank" => {
            let all = counts.rows(None)?;
            let share = divided(counts.rows(Some(place.before))?, all.clone());
            when(all.eq(lit(0_i64)), lit(0.0_f64)).otherwise(share)?
        }
        _ => {
            let upto = place.before.or(place.equal);
            divided(plus_one(counts.rows(Some(upto))?), plus_one(counts.rows(None)?))
        }
    };
    let ty = if matches!(name.as_str(), "rank" | "dense_rank") { PgType::Int8 } else { PgType::Float8 };
    Ok(Typed::new(expr, ty))
}

/// What a row is to the hypothetical one.
struct Place {
    before: Expr,
    equal: Expr,
    keys: Vec<Typed>,
}

impl Place {
    fn of(arguments: Vec<Typed>, within_group: &[SortKey], context: &BindContext) -> SqlResult<Self> {
        let mut place = Self { before: lit(false), equal: lit(true), keys: Vec::new() };
        for (argument, key) in arguments.into_iter().zip(within_group) {
            let (ty, _) = unify(vec![argument.clone(), key.value.clone()], "WITHIN GROUP", context)?;
            let argument = comparison_key(&cast(argument, &ty, -1, CastContext::Implicit, context)?)?.expr;
            let own = cast(key.value.clone(), &ty, -1, CastContext::Implicit, context)?;
            let value = comparison_key(&own)?.expr;
            place.keys.push(own);
            let order = if key.ascending { Operator::Lt } else { Operator::Gt };
            let before = when(value.clone().is_null(), lit(key.nulls_first).and(argument.clone().is_not_null()))
                .when(argument.clone().is_null(), lit(!key.nulls_first))
                .otherwise(binary_expr(value.clone(), order, argument.clone()))?;
            place.before = place.before.or(place.equal.clone().and(before));
            place.equal = place.equal.and(binary_expr(value, Operator::IsNotDistinctFrom, argument));
        }
        Ok(place)
    }
}

/// Counts of the call's rows.
struct Counts<'a> {
    filter: Option<Typed>,
    context: &'a BindContext,
}

impl Counts<'_> {
    fn call(&self, arguments: Vec<Typed>, distinct: bool, condition: Option<Expr>) -> SqlResult<Expr> {
        let own = self.filter.as_ref().map(|filter| filter.expr.clone());
        let filter = match (own, condition) {
            (Some(own), Some(condition)) => Some(own.and(condition)),
            (own, condition) => own.or(condition),
        };
        let call = AggregateCall {
            name: "count".to_owned(),
            star: arguments.is_empty(),
            arguments,
            distinct,
            order_by: Vec::new(),
            within_group: Vec::new(),
            filter: filter.map(|filter| Typed::new(filter, PgType::Bool)),
            over: None,
        };
        Ok(aggregate(call, self.context)?.expr)
    }

    fn rows(&self, condition: Option<Expr>) -> SqlResult<Expr> {
        self.call(Vec::new(), false, condition)
    }

    /// Of the rows before it, how many different ones; NULL is one of them.
    fn distinct(&self, place: &Place) -> SqlResult<Expr> {
        let [key] = place.keys.as_slice() else {
            return Err(SqlError::unsupported("dense_rank over several ordering columns is not supported"));
        };
        let values = self.call(vec![key.clone()], true, Some(place.before.clone()))?;
        let nulls = self.rows(Some(place.before.clone().and(key.expr.clone().is_null())))?;
        let null = when(nulls.gt(lit(0_i64)), lit(1_i64)).otherwise(lit(0_i64))?;
        Ok(binary_expr(values, Operator::Plus, null))
    }
}

fn plus_one(count: Expr) -> Expr {
    binary_expr(count, Operator::Plus, lit(1_i64))
}

fn divided(part: Expr, whole: Expr) -> Expr {
    let double = |expr| Expr::Cast(Cast::new(Box::new(expr), DataType::Float64));
    binary_expr(double(part), Operator::Divide, double(whole))
}
