//! COALESCE, NULLIF, GREATEST, LEAST, and the counting of NULLs.
//!
//! Comes in: values of any types. Goes out: one of them, of their common type. Must never: evaluate what COALESCE need not.

use super::entry::Entry;
use super::kernel::{Call, Invocation};
use super::key::comparison_key;
use super::rows::build;
use super::{operator, unify};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::Display;
use datafusion::arrow::array::{Array, ArrayRef, make_comparator};
use datafusion::arrow::compute::{SortOptions, interleave};

use datafusion::logical_expr::{Case, Expr};
use std::cmp::Ordering;

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::special("coalesce(variadic any) any", coalesce),
        Entry::special("nullif(any, any) any", nullif),
        Entry::special("greatest(variadic any) any", |a, c| extreme(a, "GREATEST", greatest, c)),
        Entry::special("least(variadic any) any", |a, c| extreme(a, "LEAST", least, c)),
        Entry::kernel("num_nulls(variadic any) int4", |call| count(call, true)).on_null(),
        Entry::kernel("num_nonnulls(variadic any) int4", |call| count(call, false)).on_null(),
    ]
}

/// CASE evaluates its branches only where it needs them.
fn coalesce(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    let (ty, values) = unify(arguments, "COALESCE", context)?;
    let typmod = Typed::common_typmod(&values);
    let mut exprs: Vec<Expr> = values.into_iter().map(|value| value.expr).collect();
    let last = exprs.pop().ok_or_else(|| SqlError::internal("COALESCE of nothing"))?;
    if exprs.is_empty() {
        return Ok(Typed { expr: last, ty, typmod });
    }
    let branches = exprs.into_iter().map(|expr| (Box::new(expr.clone().is_not_null()), Box::new(expr))).collect();
    Ok(Typed { expr: Expr::Case(Case::new(None, branches, Some(Box::new(last)))), ty, typmod })
}

/// The first value, unless the two are equal by `=`.
fn nullif(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    let [first, second]: [Typed; 2] =
        arguments.try_into().map_err(|_| SqlError::internal("NULLIF of other than two"))?;
    // The result has the type that `=` takes on its left: that of `nullif(1, 2.5)` is numeric.
    let typmod = first.typmod;
    let of = first.ty.clone();
    let (_, _, taken) = super::operands("=", vec![first.clone(), second.clone()], context)?;
    let equal = operator("=", Some(first), second, context)?;
    let first = taken.into_iter().next().ok_or_else(|| SqlError::internal("an operator without its left side"))?;
    let first = super::settle(first, context)?;
    let typmod = if first.ty == of { typmod } else { -1 };
    let null = Typed::null(first.ty.clone())?;
    let case = Case::new(None, vec![(Box::new(equal.expr), Box::new(null.expr))], Some(Box::new(first.expr)));
    Ok(Typed { expr: Expr::Case(case), ty: first.ty, typmod })
}

fn extreme(
    arguments: Vec<Typed>,
    construct: &str,
    kernel: fn(&Call<'_>) -> SqlResult<ArrayRef>,
    context: &BindContext,
) -> SqlResult<Typed> {
    let (ty, values) = unify(arguments, construct, context)?;
    let typmod = Typed::common_typmod(&values);
    if let [_] = values.as_slice() {
        return values.into_iter().next().ok_or_else(|| SqlError::internal("an extreme of nothing"));
    }
    // Values first, then what to compare them by.
    let keys = values.iter().map(comparison_key).collect::<SqlResult<Vec<_>>>()?;
    let arguments = values.into_iter().chain(keys).collect();
    let mut invocation = Invocation::new(format!("{}(any) any", construct.to_lowercase()), kernel, ty);
    invocation.strict = false;
    let mut typed = invocation.with(arguments, Display::default().into());
    typed.typmod = typmod;
    Ok(typed)
}

fn greatest(call: &Call<'_>) -> SqlResult<ArrayRef> {
    choose(call, Ordering::Greater)
}

fn least(call: &Call<'_>) -> SqlResult<ArrayRef> {
    choose(call, Ordering::Less)
}

/// The first of the best; NULLs do not count.
fn choose(call: &Call<'_>, better: Ordering) -> SqlResult<ArrayRef> {
    let half = call.columns.len() / 2;
    let (values, keys) = call.columns.split_at_checked(half).ok_or_else(|| SqlError::internal("half of nothing"))?;
    let mut comparators = Vec::with_capacity(half * half);
    for left in keys {
        for right in keys {
            comparators.push(make_comparator(left.as_ref(), right.as_ref(), SortOptions::default())?);
        }
    }
    let at = |array: &ArrayRef, row: usize| if array.len() == 1 { 0 } else { row };
    let null = datafusion::arrow::array::new_null_array(&call.result.arrow(), 1);
    let mut picks = Vec::with_capacity(call.rows);
    for row in 0..call.rows {
        let mut best: Option<(usize, usize)> = None;
        for (index, key) in keys.iter().enumerate() {
            let position = at(key, row);
            if key.is_null(position) {
                continue;
            }
            let beats = best.is_none_or(|(held, place)| {
                comparators.get(index * half + held).is_some_and(|compare| compare(position, place) == better)
            });
            if beats {
                best = Some((index, position));
            }
        }
        picks.push(best.unwrap_or((half, 0)));
    }
    let sources: Vec<&dyn Array> = values.iter().map(|value| value.as_ref()).chain([null.as_ref()]).collect();
    Ok(interleave(&sources, &picks)?)
}

fn count(call: &Call<'_>, nulls: bool) -> SqlResult<ArrayRef> {
    build(call.rows, |row| {
        let is_null = |array: &ArrayRef| array.is_null(if array.len() == 1 { 0 } else { row });
        let found = call.columns.iter().filter(|array| is_null(array) == nulls).count();
        Ok(i32::try_from(found).ok())
    })
}
