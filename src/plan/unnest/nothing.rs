//! What an aggregate gives for no rows, above the outer join that finds that there are none.

use crate::error::{SqlError, SqlResult};
use crate::functions::PgAggregate;
use crate::plan::node;
use datafusion::arrow::datatypes::DataType;
use datafusion::functions::core::expr_fn::coalesce;
use datafusion::logical_expr::{Aggregate, Cast, Expr, GroupingSet, lit};
use std::collections::{BTreeMap, HashSet};

/// The columns of an aggregate that gives a row for no rows (one without groups, or with an empty grouping set among others), with their values in this row; `None` if it gives none.
pub fn lone_row(aggregate: &Aggregate) -> SqlResult<Option<Vec<(String, Expr)>>> {
    let sets: &[Vec<Expr>] = match aggregate.group_expr.as_slice() {
        [] => &[vec![]],
        [Expr::GroupingSet(GroupingSet::GroupingSets(sets))] => sets,
        _ => return Ok(None),
    };
    match sets.iter().filter(|set| set.is_empty()).count() {
        0 => return Ok(None),
        1 => {}
        _ => return Err(SqlError::unsupported("several empty grouping sets in a correlated sub-select")),
    }
    let mut values = BTreeMap::new();
    for call in &aggregate.aggr_expr {
        let (id, value) = over_nothing(call)?;
        values.insert(id, value);
    }
    let grouped: HashSet<&Expr> = sets.iter().flatten().collect();
    let all = 1_i64.checked_shl(u32::try_from(grouped.len()).unwrap_or(u32::MAX)).map_or(-1, |bit| bit - 1);
    let columns = aggregate.schema.columns().into_iter().map(|column| {
        let value = values.remove(&column.name).unwrap_or_else(|| match column.name.as_str() {
            Aggregate::INTERNAL_GROUPING_ID => {
                let id = Expr::Cast(Cast::new(Box::new(Expr::Column(column.clone())), DataType::Int64));
                coalesce(vec![id, lit(all)])
            }
            // The outer join makes it NULL.
            _ => Expr::Column(column.clone()),
        });
        (column.name, value)
    });
    Ok(Some(columns.collect()))
}

/// An aggregate's column above an outer join, with its value over no rows where there is none.
pub fn over_nothing(call: &Expr) -> SqlResult<(String, Expr)> {
    let Expr::Alias(alias) = call else { return Err(SqlError::internal("an aggregate without a name")) };
    let column = node::column(&alias.name);
    let Expr::AggregateFunction(call) = alias.expr.as_ref() else { return Ok((alias.name.clone(), column)) };
    let ours = call.func.inner().downcast_ref::<PgAggregate>();
    let nothing = match ours.map_or_else(|| call.func.name(), PgAggregate::postgres_name) {
        "count" | "regr_count" | "approx_count_distinct" | "approx_distinct" => lit(0_i64),
        _ => return Ok((alias.name.clone(), column)),
    };
    Ok((alias.name.clone(), coalesce(vec![column, nothing])))
}
