//! What an aggregate gives for no rows, above the outer join that finds that there are none.

use crate::error::{SqlError, SqlResult};
use crate::plan::node;
use datafusion::arrow::datatypes::DataType;
use datafusion::functions::core::expr_fn::coalesce;
use datafusion::logical_expr::{Aggregate, Cast, Expr, GroupingSet, lit};
use std::collections::{BTreeMap, BTreeSet};

/// The columns of an aggregate that gives a row for no rows, above the outer join that makes this row: NULL in all but them is what the join itself gives.
pub struct OverNothing {
    pub columns: Vec<(String, Expr)>,
}

impl OverNothing {
    /// Of an aggregate without groups, and of grouping sets with an empty one among them.
    pub fn of(aggregate: &Aggregate) -> SqlResult<Option<Self>> {
        let sets = match aggregate.group_expr.as_slice() {
            [] => None,
            [Expr::GroupingSet(GroupingSet::GroupingSets(sets))] => Some(sets),
            _ => return Ok(None),
        };
        match sets.map_or(1, |sets| sets.iter().filter(|set| set.is_empty()).count()) {
            0 => return Ok(None),
            1 => {}
            _ => return Err(SqlError::unsupported("several empty grouping sets in a correlated sub-select")),
        }
        let mut values = BTreeMap::new();
        for call in &aggregate.aggr_expr {
            let (id, value) = over_nothing(call)?;
            values.insert(id, value);
        }
        if let Some(sets) = sets {
            let grouped: BTreeSet<String> = sets.iter().flatten().map(ToString::to_string).collect();
            let all = 1_i64.checked_shl(u32::try_from(grouped.len()).unwrap_or(u32::MAX)).map_or(-1, |bit| bit - 1);
            let id = Expr::Cast(Cast::new(Box::new(node::column(Aggregate::INTERNAL_GROUPING_ID)), DataType::Int64));
            let id = coalesce(vec![id, lit(all)]);
            values.insert(Aggregate::INTERNAL_GROUPING_ID.to_owned(), id);
        }
        let columns = aggregate.schema.columns().into_iter().map(|column| {
            let value = values.remove(&column.name).unwrap_or_else(|| Expr::Column(column.clone()));
            (column.name, value)
        });
        Ok(Some(Self { columns: columns.collect() }))
    }
}

/// An aggregate's column above an outer join, with its value over no rows where there is none.
pub fn over_nothing(call: &Expr) -> SqlResult<(String, Expr)> {
    let Expr::Alias(alias) = call else { return Err(SqlError::internal("an aggregate without a name")) };
    let column = node::column(&alias.name);
    let Expr::AggregateFunction(call) = alias.expr.as_ref() else { return Ok((alias.name.clone(), column)) };
    let nothing = match call.func.name() {
        "count" | "regr_count" | "approx_count_distinct" | "approx_distinct" => lit(0_i64),
        _ => return Ok((alias.name.clone(), column)),
    };
    Ok((alias.name.clone(), coalesce(vec![column, nothing])))
}
