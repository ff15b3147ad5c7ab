//! UNION, INTERSECT and EXCEPT, by which NULL equals NULL.
//!
//! Comes in: a tree of set operations. Goes out: one plan. Must never: confuse ALL with DISTINCT, or recurse once for each arm of a flat chain.

use super::binder::Binder;
use super::query::{self, BoundQuery, Output};
use super::scope::{Cte, Level, ScopeColumn};
use super::typed::Typed;
use super::{node, order};
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, CastContext};
use crate::types::PgType;
use datafusion::logical_expr::{
    Expr, ExprFunctionExt, JoinType, LogicalPlan, WindowFunctionDefinition, expr::WindowFunction,
};
use datafusion::sql::sqlparser::ast::{SetExpr, SetOperator, SetQuantifier};
use guard::SqlState;
use std::rc::Rc;

/// Arms that are put together by UNION ALL, not yet cast to their common types.
struct Arms {
    arms: Vec<BoundQuery>,
    /// What stands for each column when the next arm is unified with it.
    common: Vec<Typed>,
}

pub fn bind(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    ctes: Option<Rc<Cte>>,
    body: &SetExpr,
) -> SqlResult<BoundQuery> {
    let mut chain = Vec::new();
    let mut leftmost = body;
    while let SetExpr::SetOperation { left, op, set_quantifier, right } = leftmost {
        chain.push((*op, all(*set_quantifier)?, right.as_ref()));
        leftmost = left;
    }
    let first = query::bind_body(binder, parent, ctes.clone(), leftmost)?;
    let mut arms =
        Arms { common: first.outputs.iter().map(|output| output.value.clone()).collect(), arms: vec![first] };
    for (operator, all, right) in chain.into_iter().rev() {
        let right = query::bind_body(binder, parent, ctes.clone(), right)?;
        let name = words(operator);
        let types = common_types(binder, &mut arms.common, &right, name)?;
        match operator {
            SetOperator::Union => {
                arms.arms.push(right);
                if !all {
                    let bound = union_all(binder, arms, &types)?;
                    arms = single(distinct(binder, bound)?);
                }
            }
            SetOperator::Intersect | SetOperator::Except | SetOperator::Minus => {
                let left = union_all(binder, arms, &types)?;
                let right = cast_outputs(binder, right, &types)?;
                arms = single(matching(binder, left, right, operator, all)?);
            }
        }
    }
    let types: Vec<PgType> = arms.common.iter().map(|value| value.ty.clone()).collect();
    union_all(binder, arms, &types)
}

fn single(bound: BoundQuery) -> Arms {
    Arms { common: bound.outputs.iter().map(|output| output.value.clone()).collect(), arms: vec![bound] }
}

pub fn all(quantifier: SetQuantifier) -> SqlResult<bool> {
    match quantifier {
        SetQuantifier::All => Ok(true),
        SetQuantifier::Distinct | SetQuantifier::None => Ok(false),
        SetQuantifier::ByName | SetQuantifier::AllByName | SetQuantifier::DistinctByName => {
            Err(SqlError::unsupported("BY NAME is not supported"))
        }
    }
}

fn words(operator: SetOperator) -> &'static str {
    match operator {
        SetOperator::Union => "UNION",
        SetOperator::Intersect => "INTERSECT",
        SetOperator::Except | SetOperator::Minus => "EXCEPT",
    }
}

/// Decides each column's type from those so far and the next arm's, pair by pair as PostgreSQL does.
fn common_types(binder: &Binder<'_>, common: &mut [Typed], right: &BoundQuery, name: &str) -> SqlResult<Vec<PgType>> {
    if common.len() != right.outputs.len() {
        return Err(SqlError::new(
            SqlState::SYNTAX_ERROR,
            format!("each {name} query must have the same number of columns"),
        ));
    }
    let mut types = Vec::with_capacity(common.len());
    for (left, output) in common.iter_mut().zip(&right.outputs) {
        let (ty, mut values) = functions::unify(vec![left.clone(), output.value.clone()], name, binder.context)?;
        values.truncate(1);
        if let Some(value) = values.pop() {
            *left = value;
        }
        types.push(ty);
    }
    Ok(types)
}

fn cast_outputs(binder: &Binder<'_>, bound: BoundQuery, types: &[PgType]) -> SqlResult<BoundQuery> {
    let BoundQuery { plan, outputs, order: _ } = bound;
    let outputs = outputs
        .into_iter()
        .zip(types)
        .map(|(output, ty)| {
            let same = output.value.ty == *ty;
            let typmod = output.value.typmod;
            let value = functions::cast(output.value, ty, -1, CastContext::Implicit, binder.context)?;
            Ok(Output {
                value: if same { Typed { typmod, ..value } } else { value },
                table_oid: 0,
                attnum: 0,
                ..output
            })
        })
        .collect::<SqlResult<Vec<_>>>()?;
    Ok(BoundQuery { plan, outputs, order: Vec::new() })
}

fn union_all(binder: &Binder<'_>, arms: Arms, types: &[PgType]) -> SqlResult<BoundQuery> {
    let Arms { arms, common } = arms;
    let arms = match <[BoundQuery; 1]>::try_from(arms) {
        Ok([only]) => {
            let mut bound = cast_outputs(binder, only, types)?;
            for (output, common) in bound.outputs.iter_mut().zip(common) {
                output.value.typmod = common.typmod;
            }
            return Ok(bound);
        }
        Err(arms) => arms,
    };
    let names: Vec<String> =
        arms.first().map(|arm| arm.outputs.iter().map(|output| output.name.clone()).collect()).unwrap_or_default();
    let ids: Vec<String> = types.iter().map(|_| binder.name()).collect();
    if ids.is_empty() {
        return Err(SqlError::unsupported("a set operation without columns is not supported"));
    }
    let mut plans = Vec::with_capacity(arms.len());
    for arm in arms {
        let arm = cast_outputs(binder, arm, types)?;
        let expressions =
            arm.outputs.into_iter().zip(&ids).map(|(output, id)| output.value.expr.alias(id)).collect::<Vec<_>>();
        plans.push(node::project(expressions, arm.plan)?);
    }
    let outputs = names
        .into_iter()
        .zip(&ids)
        .zip(types.iter().zip(common))
        .map(|((name, id), (ty, common))| Output {
            name,
            value: Typed { expr: node::column(id), ty: ty.clone(), typmod: common.typmod },
            table_oid: 0,
            attnum: 0,
        })
        .collect();
    Ok(BoundQuery { plan: node::union_all(plans)?, outputs, order: Vec::new() })
}

fn distinct(binder: &Binder<'_>, bound: BoundQuery) -> SqlResult<BoundQuery> {
    let (plan, columns) = binder.finish(bound)?;
    let plan = order::distinct(binder, plan, &columns)?;
    Ok(BoundQuery { plan, outputs: columns.iter().map(Output::of_column).collect(), order: Vec::new() })
}

/// INTERSECT and EXCEPT: a semi or anti join by which NULL equals NULL. ALL numbers equal rows on both sides and compares the numbers too.
fn matching(
    binder: &Binder<'_>,
    left: BoundQuery,
    right: BoundQuery,
    operator: SetOperator,
    all: bool,
) -> SqlResult<BoundQuery> {
    let kind = if operator == SetOperator::Intersect { JoinType::LeftSemi } else { JoinType::LeftAnti };
    let (mut left, columns) = binder.finish(left)?;
    let (right, right_columns) = binder.finish(right)?;
    if columns.is_empty() {
        return Err(SqlError::unsupported("a set operation without columns is not supported"));
    }
    if !all {
        left = order::distinct(binder, left, &columns)?;
    }
    for column in &columns {
        order::require_equality(binder, &column.value())?;
    }
    let (left, mut left_keys) = order::with_keys(binder, left, &columns)?;
    let (right, mut right_keys) = order::with_keys(binder, right, &right_columns)?;
    let (left, right) = if all {
        (numbered(binder, left, &mut left_keys)?, numbered(binder, right, &mut right_keys)?)
    } else {
        (left, right)
    };
    let pairs: Vec<(String, String)> = left_keys.into_iter().zip(right_keys).collect();
    let plan = node::match_rows(left, right, kind, &pairs)?;
    let plan = node::project(columns.iter().map(|column| node::column(&column.id)).collect(), plan)?;
    Ok(BoundQuery {
        plan,
        order: Vec::new(),
        outputs: columns.iter().map(ScopeColumn::clone).map(|column| Output::of_column(&column)).collect(),
    })
}

fn numbered(binder: &Binder<'_>, plan: LogicalPlan, keys: &mut Vec<String>) -> SqlResult<LogicalPlan> {
    use datafusion::functions_window::row_number::row_number_udwf;
    let id = binder.name();
    let call = Expr::from(WindowFunction::new(WindowFunctionDefinition::WindowUDF(row_number_udwf()), vec![]));
    let call = call.partition_by(keys.iter().map(|key| node::column(key)).collect()).build()?.alias(&id);
    keys.push(id);
    node::window(vec![call], plan)
}
