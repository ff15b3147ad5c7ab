//! A governed relation in a text.
//!
//! Comes in: a relation under its window. Goes out: `(SELECT columns under their masks FROM table WHERE window AND row filter OFFSET 0) AS t0`, and its duty. Must never: leave the fence out where rows are hidden.
//!
//! `OFFSET 0` is the fence: PostgreSQL neither pulls up a sub-select that has one nor pushes a predicate into it, so nothing fallible of the user's is evaluated on a row that the row filter drops. Predicates that can't
//! fail and compare columns with constants stand beside the row filter, so that indexes serve them.

use super::dialect::{self, Dialect};
use super::select::{From, Item, Select};
use super::{Local, Result, Writer, filter, local, quoted};
use crate::plan::governed::{GovernedRelation, masked_type};
use crate::plan::leakproof::is_leakproof;
use crate::types::PgType;
use crate::window::bounds::DAY;
use crate::window::{Bounds, Range};
use datafusion::common::{Column, ScalarValue};
use datafusion::logical_expr::Expr;
use guard::policy::{Grain, Grant};
use guard::seal::{Duty, Side, Span};
use std::collections::BTreeSet;

/// A table with its predicates.
#[derive(Debug)]
pub(super) struct Table {
    relation: GovernedRelation,
    name: String,
    /// What is selected: expression and name.
    columns: Vec<(String, String)>,
    from: String,
    predicates: Vec<String>,
    fenced: bool,
    fence: &'static str,
    /// By column of the SELECT: which visible column it is.
    visible: Vec<usize>,
}

impl Table {
    /// As an item of FROM.
    pub(super) fn text(&self) -> String {
        format!("({}{}) AS {}", self.select(), if self.fenced { self.fence } else { "" }, self.name)
    }

    fn select(&self) -> String {
        let columns: Vec<String> = self.columns.iter().map(|(sql, name)| format!("{sql} AS {name}")).collect();
        let columns = if columns.is_empty() { "1 AS c0".to_owned() } else { columns.join(", ") };
        let mut text = format!("SELECT {columns} FROM {}", self.from);
        if !self.predicates.is_empty() {
            text.push_str(" WHERE ");
            text.push_str(&self.predicates.join(" AND "));
        }
        text
    }

    /// The table's column behind one of the columns of its SELECT, where it is shown as it is.
    pub(super) fn source_of(&self, sql: &str) -> Option<&str> {
        let (_, name) = sql.split_once('.')?;
        let index = self.columns.iter().position(|(_, column)| column == name)?;
        let visible = self.visible.get(index)?;
        self.relation.columns().get(*visible).map(|column| column.name.as_str())
    }

    pub(super) fn relation(&self) -> &GovernedRelation {
        &self.relation
    }

    pub(super) fn add(&mut self, predicate: String) {
        self.predicates.push(predicate);
    }
}

impl Writer {
    /// The relation as what a SELECT reads: these visible columns, under the names that the plan has for them.
    pub(super) fn table(
        &mut self,
        relation: &GovernedRelation,
        visible: &[usize],
        keys: Vec<Column>,
    ) -> Result<Select> {
        let table = self.open(relation, visible, false)?;
        let mut items = Vec::with_capacity(visible.len());
        for ((index, key), (_, name)) in visible.iter().zip(keys).zip(&table.columns) {
            let Some(column) = relation.columns().get(*index) else { return local("a column out of range") };
            items.push(Item { key, sql: format!("{}.{name}", table.name), ty: column.ty.clone() });
        }
        Ok(Select::over(From::Table(Box::new(table)), items, true))
    }

    /// The relation as a whole statement. Masks that the warehouse can't put on are left to the gateway: such a column comes as it is, in its type before the mask.
    pub(super) fn alone(
        &mut self,
        relation: &GovernedRelation,
        visible: &[usize],
        filters: &[Expr],
    ) -> Result<(String, Vec<PgType>)> {
        let mut table = self.open(relation, visible, true)?;
        for filter in filters {
            let plain = |name: &str| relation.plain_column(name).map(|column| column.ty.clone());
            if is_leakproof(filter, &plain) {
                // It only spares rows: it is decided above, too.
                let raw = |column: &Column| plain(&column.name).map(|ty| (quoted(&column.name), ty));
                if let Ok(predicate) = self.below(filter, &raw) {
                    table.add(predicate);
                }
            }
        }
        let mut types = Vec::with_capacity(visible.len());
        for index in visible {
            let Some(column) = relation.columns().get(*index) else { return local("a column out of range") };
            types.push(match masked_above(relation, &column.name) {
                true => raw_type(relation, &column.name)?,
                false => column.ty.clone(),
            });
        }
        Ok((table.select(), types))
    }

    fn open(&mut self, relation: &GovernedRelation, visible: &[usize], alone: bool) -> Result<Table> {
        let warehouse = relation.warehouse();
        if warehouse.remote().is_none() {
            return local(format!("warehouse \"{}\" takes no statements", warehouse.name()));
        }
        let name = warehouse.name();
        if self.warehouse.get_or_insert_with(|| name.to_owned()) != name {
            return local("it reads two warehouses");
        }
        let mut columns = Vec::with_capacity(visible.len());
        let mut above = BTreeSet::new();
        for index in visible {
            let Some(column) = relation.columns().get(*index) else { return local("a column out of range") };
            let sql = if masked_above(relation, &column.name) {
                if !alone {
                    return local(format!("the mask of column \"{}\"", column.name));
                }
                above.insert(column.name.clone());
                self.dialect.column(&quoted(&column.name), &raw_type(relation, &column.name)?)?
            } else {
                shown(relation, &column.name, &column.ty, self.dialect)?
            };
            columns.push((sql, self.column_name()));
        }
        let bounds = relation.window().map_or(Bounds::ALL, |window| window.bounds());
        let Window { mut predicates, time, days } = self.window_of(relation, bounds)?;
        if let Some(filter) = &relation.grant().rows {
            self.dialect.takes_row_filter(&filter.expr)?;
            predicates.push(filter::text(&filter.expr, relation, self.dialect)?);
        }
        let fenced = !predicates.is_empty();
        self.hides |= fenced;
        self.duties.push(Duty {
            grant: relation.grant().clone(),
            scan: relation.scan_number(),
            user: relation.user().to_owned(),
            moment: relation.moment(),
            time,
            days,
            masked_above: above,
        });
        let name = self.table_name();
        Ok(Table {
            relation: relation.clone(),
            name,
            columns,
            from: physical(relation.grant())?,
            predicates,
            fenced,
            fence: self.dialect.fence(),
            visible: visible.to_vec(),
        })
    }
}

/// The name that the warehouse has for the table.
pub(super) fn physical(grant: &Grant) -> Result<String> {
    let source = &grant.table.source;
    match source.split('.').collect::<Vec<_>>().as_slice() {
        [table] => Ok(format!("\"public\".{}", quoted(table))),
        [schema, table] => Ok(format!("{}.{}", quoted(schema), quoted(table))),
        _ => local("a table in another database"),
    }
}

fn raw_type(relation: &GovernedRelation, column: &str) -> Result<PgType> {
    relation.raw_type(column).cloned().ok_or_else(|| Local("a column outside its contract".to_owned()))
}

/// Whether the warehouse can't put the column's mask on: its secret stays here, or it could fail there.
pub(super) fn masked_above(relation: &GovernedRelation, column: &str) -> bool {
    let Some(mask) = relation.grant().masks.get(column) else { return false };
    let Ok(ty) = raw_type(relation, column) else { return true };
    let dialect = dialect::of(relation.warehouse().kind());
    matches!(dialect.masked(&quoted(column), mask, &masked_type(mask, &ty)), Ok(None))
}

/// A visible column, under its mask.
fn shown(relation: &GovernedRelation, column: &str, ty: &PgType, dialect: &dyn Dialect) -> Result<String> {
    let name = quoted(column);
    match relation.grant().masks.get(column) {
        None => dialect.column(&name, ty),
        Some(mask) => match dialect.masked(&name, mask, ty)? {
            Some(sql) => Ok(sql),
            None => local(format!("the mask of column \"{column}\"")),
        },
    }
}

/// A window as predicates on the time and the partition column, and what gate 3 is told of it.
#[derive(Default)]
struct Window {
    predicates: Vec<String>,
    time: Span,
    days: Span,
}

impl Writer {
    fn window_of(&mut self, relation: &GovernedRelation, bounds: Bounds) -> Result<Window> {
        let Some(partition) = &relation.grant().table.partition else { return Ok(Window::default()) };
        let (mut predicates, time) = self.range(relation, &partition.of, bounds.time)?;
        let mut days = Span::default();
        if partition.grain == Grain::Day {
            let midnights = Range {
                from: bounds.partition.from.map(|day| day.saturating_mul(DAY)),
                to: bounds.partition.to.map(|day| day.saturating_mul(DAY)),
            };
            let (more, span) = self.range(relation, &partition.column, midnights)?;
            predicates.extend(more);
            days = span;
        }
        Ok(Window { predicates, time, days })
    }

    fn range(&mut self, relation: &GovernedRelation, column: &str, range: Range) -> Result<(Vec<String>, Span)> {
        let ty = relation.raw_type(column).ok_or_else(|| Local("a column outside its contract".to_owned()))?;
        let mut predicates = Vec::new();
        let mut side = |operator: &str, micros: Option<i64>| -> Result<Option<Side>> {
            let Some(micros) = micros else { return Ok(None) };
            let (side, value) = if self.sends_windows {
                self.sent += 1;
                let number = self.parameters.len() + self.sent;
                (Side::Sent(number), self.dialect.parameter(number, ty)?)
            } else {
                let value = side_value(ty, micros).ok_or_else(|| Local("such a side of a window".to_owned()))?;
                (Side::At(micros), self.dialect.literal(&value, ty)?)
            };
            predicates.push(format!("({} {operator} {value})", quoted(column)));
            Ok(Some(side))
        };
        let span = Span { from: side(">=", range.from)?, to: side("<", range.to)? };
        Ok((predicates, span))
    }
}

/// A side of a window as a value of its column's type; none for a column that is neither date nor time.
pub(super) fn side_value(ty: &PgType, micros: i64) -> Option<ScalarValue> {
    Some(match ty {
        PgType::Timestamptz => ScalarValue::TimestampMicrosecond(Some(micros), Some("UTC".into())),
        PgType::Timestamp => ScalarValue::TimestampMicrosecond(Some(micros), None),
        // A date is within when its midnight is.
        PgType::Date => ScalarValue::Date32(Some(i32::try_from(-((-micros).div_euclid(DAY))).ok()?)),
        _ => return None,
    })
}
