//! EXPLAIN: what was decided, and how a statement would run.
//!
//! Comes in: a decided query. Goes out: rows that tell of it. Must never: show a row filter, a mask's secret, or a value that the client did not write.

use super::accounting::Accounting;
use super::decide::{Explained, text_column, windowed};
use super::{Prepared, StatementContext, role};
use crate::error::{SqlError, SqlResult};
use crate::plan::deadline::{Patience, on_large_stack};
use crate::plan::governed::GovernedRelation;
use crate::types::{PgColumn, PgType};
use crate::window::Governed;
use crate::world::World;
use datafusion::arrow::array::{ArrayRef, RecordBatch, StringViewArray};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{Join, JoinType, LogicalPlan, TableScan};
use guard::parse::statement::{ExplainFormat, ExplainOptions};
use std::fmt::Write;
use std::sync::Arc;

/// The columns of EXPLAIN's result.
pub fn columns(options: ExplainOptions) -> Vec<PgColumn> {
    if options.policy {
        return vec![text_column("item", PgType::Text), text_column("value", PgType::Text)];
    }
    let ty = match options.format {
        ExplainFormat::Json => PgType::Json,
        ExplainFormat::Text | ExplainFormat::Xml | ExplainFormat::Yaml => PgType::Text,
    };
    vec![text_column("QUERY PLAN", ty)]
}

/// The rows of EXPLAIN's result.
pub async fn rows(
    explained: &Explained,
    prepared: &Arc<Prepared>,
    parameters: Vec<ScalarValue>,
    world: &Arc<World>,
    statement: &StatementContext,
    accounting: &mut Accounting,
) -> SqlResult<Vec<RecordBatch>> {
    let patience = Patience::new(statement.time(role(world, &statement.role)?));
    let governed = {
        let (prepared, statement) = (Arc::clone(prepared), statement.clone());
        on_large_stack(patience, move || windowed(&prepared.subject, parameters, &prepared.parsed, &statement)).await
    };
    if explained.options.policy {
        return policy(governed, world, statement, patience, accounting).await;
    }
    let governed = governed?;
    match explained.options.format {
        ExplainFormat::Text | ExplainFormat::Json => {}
        ExplainFormat::Xml => return Err(SqlError::unsupported("EXPLAIN (FORMAT XML) is not supported")),
        ExplainFormat::Yaml => return Err(SqlError::unsupported("EXPLAIN (FORMAT YAML) is not supported")),
    }
    let role = role(world, &statement.role)?;
    let engine = world.engine().statement_for(role.limits.memory, patience, super::pushdown::tag(statement))?;
    let planned = engine.plan(&governed).await?;
    let estimate = planned.estimate().await?;
    accounting.allowed(|record| {
        record.tables = planned.tables();
        record.columns = planned.columns();
        record.estimated_bytes = Some(estimate.bytes);
    });
    // Bytes are of all that is read; where some of it is hidden, its size is nobody's business.
    let tree = Node::of(governed.plan(), if planned.conceals() { 0 } else { estimate.bytes });
    let lines = match explained.options.format {
        ExplainFormat::Json => vec![json(&tree)],
        ExplainFormat::Text | ExplainFormat::Xml | ExplainFormat::Yaml => {
            let mut lines = Vec::new();
            tree.write(0, explained.options.costs_off, &mut lines);
            lines
        }
    };
    Ok(vec![batch(&[("QUERY PLAN", lines)])?])
}

/// `EXPLAIN (POLICY)`: a refusal is an answer, too.
async fn policy(
    governed: SqlResult<Governed>,
    world: &Arc<World>,
    statement: &StatementContext,
    patience: Patience,
    accounting: &mut Accounting,
) -> SqlResult<Vec<RecordBatch>> {
    let mut items: Vec<(&str, String)> = Vec::new();
    let role = role(world, &statement.role)?;
    let who = |items: &mut Vec<(&str, String)>| {
        items.push(("role", role.name.to_string()));
        items.push(("policy_version", world.version().to_owned()));
    };
    match governed {
        Err(error) => {
            if error.report().cause.is_some() {
                return Err(error);
            }
            let report = error.report();
            items.push(("decision", "refused".to_owned()));
            who(&mut items);
            items.push(("sqlstate", report.sqlstate.code().to_owned()));
            items.push(("message", report.message.clone()));
            let more = [
                ("rule", report.rule.map(str::to_owned)),
                ("detail", report.detail.clone()),
                ("hint", report.hint.clone()),
            ];
            items.extend(more.into_iter().filter_map(|(name, text)| Some((name, text?))));
        }
        Ok(governed) => {
            let engine = world.engine().statement_for(role.limits.memory, patience, super::pushdown::tag(statement))?;
            let planned = engine.plan(&governed).await?;
            let estimate = planned.estimate().await?;
            accounting.allowed(|record| {
                record.tables = planned.tables();
                record.columns = planned.columns();
            });
            items.push(("decision", "allowed".to_owned()));
            who(&mut items);
            items.push(("window", governed.window_text()));
            items.push(("warehouse", planned.warehouse().unwrap_or_default()));
            if planned.conceals() && !statement.is_operator {
                // INVARIANT: what is hidden weighs what it weighs, and is on the days that it is on; both is nobody's business.
                items.push(("estimated_bytes", "not told, since the role does not see all that is read".to_owned()));
                items.push(("partitions", governed.days_text(statement.statement_time)));
            } else {
                items.push(("estimated_bytes", format!("{} ({})", estimate.bytes, estimate.precision)));
                items.push(("partitions", estimate.reach.to_string()));
            }
            items.push(("pushed_sql", planned.pushed_sql().join(";\n")));
            items.push(("runs_locally", super::pushdown::local_operators(&planned).join(", ")));
            items.extend(planned.why_local().map(|why| ("runs_locally_for", why.to_owned())));
        }
    }
    let (names, values): (Vec<String>, Vec<String>) =
        items.into_iter().map(|(name, value)| (name.to_owned(), value)).unzip();
    Ok(vec![batch(&[("item", names), ("value", values)])?])
}

/// The operators above the scans, each kind once: what the gateway's own engine does.
pub fn local_operators(plan: &LogicalPlan) -> Vec<String> {
    let mut names = Vec::new();
    let mut waiting = vec![Node::of(plan, 0)];
    while let Some(node) = waiting.pop() {
        if node.relation.is_none() && !node.is_remote && !names.contains(&node.name) {
            names.push(node.name.clone());
        }
        waiting.extend(node.children);
    }
    names
}

/// One node of the plan as PostgreSQL would show it.
struct Node {
    name: String,
    relation: Option<(String, String)>,
    cost: f64,
    rows: u64,
    width: usize,
    /// A warehouse runs it.
    is_remote: bool,
    children: Vec<Node>,
}

/// PostgreSQL's page, in whose reads costs are counted.
const PAGE: u64 = 8192;
/// The rows that PostgreSQL assumes of a table it knows nothing of; how many there are is not told, since a filter may hide some.
const UNKNOWN_ROWS: u64 = 1000;

impl Node {
    fn of(plan: &LogicalPlan, bytes: u64) -> Node {
        let name = match plan {
            // What only renames or computes is no node of its own in PostgreSQL.
            LogicalPlan::Projection(_) | LogicalPlan::SubqueryAlias(_) | LogicalPlan::Filter(_) => {
                let mut inputs = plan.inputs();
                if let (Some(input), true) = (inputs.pop(), inputs.is_empty()) {
                    return Node::of(input, bytes);
                }
                "Result".to_owned()
            }
            LogicalPlan::Window(_) => "WindowAgg".to_owned(),
            LogicalPlan::Aggregate(aggregate) if aggregate.group_expr.is_empty() => "Aggregate".to_owned(),
            LogicalPlan::Aggregate(_) | LogicalPlan::Distinct(_) => "HashAggregate".to_owned(),
            LogicalPlan::Sort(_) => "Sort".to_owned(),
            LogicalPlan::Join(join) => join_name(join),
            LogicalPlan::Union(_) => "Append".to_owned(),
            LogicalPlan::Limit(_) => "Limit".to_owned(),
            LogicalPlan::Values(_) => "Values Scan".to_owned(),
            LogicalPlan::Unnest(_) => "ProjectSet".to_owned(),
            LogicalPlan::RecursiveQuery(_) => "Recursive Union".to_owned(),
            LogicalPlan::TableScan(_) if crate::lower::fragments::is_fragment(plan) => "Foreign Scan".to_owned(),
            LogicalPlan::TableScan(_) => "Seq Scan".to_owned(),
            LogicalPlan::EmptyRelation(_) => "Result".to_owned(),
            _ => "Custom Scan".to_owned(),
        };
        let children: Vec<Node> = plan.inputs().into_iter().map(|input| Node::of(input, bytes)).collect();
        let rows = match plan {
            LogicalPlan::EmptyRelation(_) | LogicalPlan::Limit(_) => 1,
            LogicalPlan::Values(values) => values.values.len() as u64,
            LogicalPlan::Aggregate(aggregate) if aggregate.group_expr.is_empty() => 1,
            _ => children.iter().map(|child| child.rows).max().unwrap_or(UNKNOWN_ROWS),
        };
        let below: f64 = children.iter().map(|child| child.cost).sum();
        let own = if matches!(plan, LogicalPlan::TableScan(_)) { bytes.div_ceil(PAGE) as f64 } else { 0.0 };
        Node {
            name,
            relation: relation(plan),
            cost: below + own + rows as f64 * 0.01,
            rows,
            width: plan.schema().fields().len() * 8,
            is_remote: crate::lower::fragments::is_fragment(plan),
            children,
        }
    }

    fn label(&self) -> String {
        match &self.relation {
            Some((schema, name)) => format!("{} on {schema}.{name}", self.name),
            None => self.name.clone(),
        }
    }

    fn write(&self, depth: usize, costs_off: bool, lines: &mut Vec<String>) {
        let mut line = match depth {
            0 => self.label(),
            depth => format!("{}->  {}", " ".repeat(depth * 6 - 4), self.label()),
        };
        if !costs_off {
            let _ = write!(line, "  (cost=0.00..{:.2} rows={} width={})", self.cost, self.rows, self.width);
        }
        lines.push(line);
        for child in &self.children {
            child.write(depth + 1, costs_off, lines);
        }
    }

    fn json(&self) -> serde_json::Value {
        let mut node = serde_json::Map::new();
        node.insert("Node Type".into(), self.name.clone().into());
        if let Some((schema, name)) = &self.relation {
            node.insert("Relation Name".into(), name.clone().into());
            node.insert("Schema".into(), schema.clone().into());
            node.insert("Alias".into(), name.clone().into());
        }
        node.insert("Startup Cost".into(), 0.0.into());
        node.insert("Total Cost".into(), ((self.cost * 100.0).round() / 100.0).into());
        node.insert("Plan Rows".into(), self.rows.into());
        node.insert("Plan Width".into(), self.width.into());
        if !self.children.is_empty() {
            node.insert("Plans".into(), self.children.iter().map(Node::json).collect::<Vec<_>>().into());
        }
        node.into()
    }
}

fn json(tree: &Node) -> String {
    let mut top = serde_json::Map::new();
    top.insert("Plan".into(), tree.json());
    // A map of strings and numbers is always JSON.
    serde_json::to_string_pretty(&[top]).unwrap_or_default()
}

fn join_name(join: &Join) -> String {
    let way = if join.on.is_empty() { "Nested Loop" } else { "Hash" };
    let kind = match join.join_type {
        JoinType::Inner => "",
        JoinType::Left => " Left",
        JoinType::Right => " Right",
        JoinType::Full => " Full",
        JoinType::LeftSemi | JoinType::RightSemi => " Semi",
        JoinType::LeftAnti | JoinType::RightAnti => " Anti",
        JoinType::LeftMark | JoinType::RightMark => " Mark",
    };
    if kind.is_empty() && way == "Nested Loop" { way.to_owned() } else { format!("{way}{kind} Join") }
}

/// Schema and name of what a scan reads.
fn relation(plan: &LogicalPlan) -> Option<(String, String)> {
    let LogicalPlan::TableScan(TableScan { source, table_name, .. }) = plan else { return None };
    match GovernedRelation::of_source(source) {
        Some(governed) => Some((governed.name().schema.clone(), governed.name().name.clone())),
        None => Some(("pg_catalog".to_owned(), table_name.table().to_owned())),
    }
}

fn batch(columns: &[(&str, Vec<String>)]) -> SqlResult<RecordBatch> {
    let schema =
        Schema::new(columns.iter().map(|(name, _)| Field::new(*name, DataType::Utf8View, true)).collect::<Vec<_>>());
    let arrays: Vec<ArrayRef> =
        columns.iter().map(|(_, values)| Arc::new(StringViewArray::from_iter_values(values)) as ArrayRef).collect();
    RecordBatch::try_new(Arc::new(schema), arrays).map_err(SqlError::internal)
}
