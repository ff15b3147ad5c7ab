//! WITH RECURSIVE.
//!
//! Comes in: a WITH query that may name itself. Goes out: a recursive plan, or a plain one if it does not name itself. Must never: accept a form that PostgreSQL does not define.

use super::binder::Binder;
use super::query::{self};
use super::scope::{Cte, CteBody, Level, ScopeColumn};
use super::typed::Typed;
use super::{node, setop};
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, CastContext};
use datafusion::arrow::datatypes::{Field, Schema};
use datafusion::catalog::cte_worktable::CteWorkTable;
use datafusion::common::tree_node::TreeNode;
use datafusion::datasource::provider_as_source;
use datafusion::logical_expr::{LogicalPlan, LogicalPlanBuilder, RecursiveQuery};
use datafusion::sql::sqlparser::ast;
use guard::SqlState;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

type Finished = (LogicalPlan, Vec<ScopeColumn>);

pub fn bind(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    ctes: Option<Rc<Cte>>,
    name: &str,
    alias: &ast::TableAlias,
    query: &ast::Query,
) -> SqlResult<Finished> {
    let forbidden = Some(Rc::new(Cte { name: name.to_owned(), body: CteBody::Forbidden, next: ctes.clone() }));
    let plain =
        query.order_by.is_none() && query.limit_clause.is_none() && query.fetch.is_none() && query.with.is_none();
    let ast::SetExpr::SetOperation { left, op: ast::SetOperator::Union, set_quantifier, right } = query.body.as_ref()
    else {
        let bound = query::bind(binder, parent, forbidden, query).map_err(|error| match error.sqlstate() {
            SqlState::INVALID_RECURSION => SqlError::new(
                SqlState::INVALID_RECURSION,
                format!(
                    "recursive query \"{name}\" does not have the form non-recursive-term UNION [ALL] recursive-term"
                ),
            ),
            _ => error,
        })?;
        return binder.finish(bound);
    };
    let fixed = query::bind_body(binder, parent, forbidden.clone(), left)?;
    let (fixed, mut columns) = binder.finish(fixed)?;
    query::rename(&mut columns, alias, |available, given| {
        format!("WITH query \"{name}\" has {available} columns available but {given} columns specified")
    })?;
    let work = binder.name();
    let fields = columns.iter().map(|column| Field::new(&column.id, column.ty.arrow(), true)).collect::<Vec<_>>();
    let table = CteWorkTable::new(&work, Arc::new(Schema::new(fields)));
    let scan = LogicalPlanBuilder::scan(work.as_str(), provider_as_source(Arc::new(table)), None)?.build()?;
    let body = CteBody::Work { plan: scan, columns: columns.clone(), used: Cell::new(0) };
    let own = Rc::new(Cte { name: name.to_owned(), body, next: ctes });
    let step = query::bind_body(binder, parent, Some(Rc::clone(&own)), right)?;
    let CteBody::Work { used, .. } = &own.body else { return Err(SqlError::internal("a work table changed")) };
    if used.get() == 0 {
        let bound = query::bind(binder, parent, forbidden, query)?;
        return binder.finish(bound);
    }
    if used.get() > 1 {
        return Err(SqlError::new(
            SqlState::INVALID_RECURSION,
            format!("recursive reference to query \"{name}\" must not appear more than once"),
        ));
    }
    if !plain {
        return Err(SqlError::unsupported("ORDER BY in a recursive query is not implemented"));
    }
    if step.outputs.len() != columns.len() {
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, "each UNION query must have the same number of columns"));
    }
    refuse_aggregate(&step.plan, &work)?;
    let distinct = !setop::all(*set_quantifier)?;
    let mut expressions = Vec::with_capacity(columns.len());
    for (index, (output, column)) in step.outputs.into_iter().zip(&columns).enumerate() {
        let (overall, both) = functions::unify(vec![column.value(), output.value.clone()], "UNION", binder.context)?;
        let typmod = Typed::common_typmod(&both);
        if overall != column.ty || typmod != column.typmod {
            return Err(SqlError::new(
                SqlState::DATATYPE_MISMATCH,
                format!(
                    "recursive query \"{name}\" column {} has type {} in non-recursive term but type {} overall",
                    index + 1,
                    column.ty.format_type(column.typmod),
                    overall.format_type(typmod)
                ),
            )
            .hint("Cast the output of the non-recursive term to the correct type."));
        }
        if distinct && functions::comparison_key(&column.value())?.expr != column.value().expr {
            return Err(SqlError::unsupported(format!(
                "UNION in a recursive query over type {} is not supported",
                super::typename::of(&column.ty)
            ))
            .hint("Use UNION ALL."));
        }
        let value = functions::cast(output.value, &column.ty, -1, CastContext::Implicit, binder.context)?;
        expressions.push(value.expr.alias(&column.id));
    }
    let step = node::project(expressions, step.plan)?;
    let query = RecursiveQuery::try_new(work, Arc::new(fixed), Arc::new(step), distinct)?;
    Ok((LogicalPlan::RecursiveQuery(query), columns))
}

/// PostgreSQL has no aggregate over the rows of the step before: such a query might never end.
fn refuse_aggregate(plan: &LogicalPlan, work: &str) -> SqlResult<()> {
    let found = plan.exists(|node| {
        let LogicalPlan::Aggregate(aggregate) = node else { return Ok(false) };
        aggregate
            .input
            .exists(|below| Ok(matches!(below, LogicalPlan::TableScan(scan) if scan.table_name.table() == work)))
    })?;
    if found {
        return Err(SqlError::new(
            SqlState::INVALID_RECURSION,
            "aggregate functions are not allowed in a recursive query's recursive term",
        ));
    }
    Ok(())
}
