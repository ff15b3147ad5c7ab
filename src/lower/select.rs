//! A SELECT being written.
//!
//! Comes in: clauses, in the order in which they act. Goes out: its text. Must never: put a clause beside one that acts after it.

use super::dialect::Dialect;
use super::table::Table;
use super::{Result, Writer, local};
use crate::types::PgType;
use datafusion::common::Column;
use std::fmt::Write;

/// One column of a SELECT: which column of the plan it is, and how it is computed.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) key: Column,
    pub(super) sql: String,
    pub(super) ty: PgType,
}

/// What a SELECT reads.
#[derive(Debug)]
pub(super) enum From {
    Nothing,
    Text(String),
    /// A governed relation, not yet written: predicates can still go below its fence.
    Table(Box<Table>),
}

/// A SELECT, clause by clause.
#[derive(Debug)]
pub(super) struct Select {
    pub(super) items: Vec<Item>,
    pub(super) from: From,
    pub(super) wheres: Vec<String>,
    pub(super) group: Option<Vec<String>>,
    pub(super) distinct: bool,
    pub(super) order: Vec<String>,
    pub(super) limit: Option<String>,
    pub(super) offset: Option<String>,
    /// Each item is a column of what is read, unchanged.
    pub(super) plain: bool,
}

impl Select {
    pub(super) fn over(from: From, items: Vec<Item>, plain: bool) -> Self {
        Self {
            items,
            from,
            wheres: Vec::new(),
            group: None,
            distinct: false,
            order: Vec::new(),
            limit: None,
            offset: None,
            plain,
        }
    }

    pub(super) fn items(&self) -> &[Item] {
        &self.items
    }

    /// Whether a clause that acts on the rows read can still be put in.
    pub(super) fn is_open(&self) -> bool {
        self.plain && self.group.is_none() && !self.distinct && self.order.is_empty() && !self.is_limited()
    }

    /// Whether other columns can be computed from what is read.
    pub(super) fn is_projectable(&self) -> bool {
        self.plain && self.group.is_none() && !self.distinct
    }

    pub(super) fn is_limited(&self) -> bool {
        self.limit.is_some() || self.offset.is_some()
    }

    /// The columns as these types, where they are known.
    pub(super) fn as_types(&mut self, wanted: &[PgType], dialect: &dyn Dialect) -> Result<()> {
        for (item, wanted) in self.items.iter_mut().zip(wanted) {
            let (sql, ty) = as_type(std::mem::take(&mut item.sql), &item.ty, wanted, dialect)?;
            self.plain &= ty == item.ty;
            (item.sql, item.ty) = (sql, ty);
        }
        Ok(())
    }
}

/// A value under another type of the same form.
pub(super) fn as_type(sql: String, ty: &PgType, wanted: &PgType, dialect: &dyn Dialect) -> Result<(String, PgType)> {
    if ty == wanted || *wanted == PgType::Unknown {
        return Ok((sql, ty.clone()));
    }
    if ty.arrow() != wanted.arrow() {
        return local("a value of another form");
    }
    Ok((format!("({sql})::{}", dialect.type_name(wanted)?), wanted.clone()))
}

impl Writer {
    /// The text of a SELECT. Its columns get new names, in the order of its items.
    pub(super) fn text(&mut self, select: Select) -> Result<String> {
        self.named(select, false).map(|(text, _)| text)
    }

    /// The text, and the name of each item in it. `once`: what two items have in common is selected once.
    fn named(&mut self, select: Select, once: bool) -> Result<(String, Vec<String>)> {
        let Select { items, from, wheres, group, distinct, order, limit, offset, plain: _ } = select;
        let mut text = String::from(if distinct { "SELECT DISTINCT " } else { "SELECT " });
        let mut names: Vec<String> = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let known = items.iter().take(index).position(|other| other.sql == item.sql).filter(|_| once);
            if let Some(name) = known.and_then(|known| names.get(known)).cloned() {
                names.push(name);
                continue;
            }
            let name = self.column_name();
            let comma = if index == 0 { "" } else { ", " };
            push(&mut text, format_args!("{comma}{} AS {name}", item.sql));
            names.push(name);
        }
        if items.is_empty() {
            push(&mut text, format_args!("1 AS {}", self.column_name()));
        }
        match from {
            From::Nothing => {}
            From::Text(from) => push(&mut text, format_args!(" FROM {from}")),
            From::Table(table) => push(&mut text, format_args!(" FROM {}", table.text())),
        }
        if !wheres.is_empty() {
            push(&mut text, format_args!(" WHERE {}", wheres.join(" AND ")));
        }
        match group {
            None => {}
            Some(keys) if keys.is_empty() => {}
            Some(keys) => push(&mut text, format_args!(" GROUP BY {}", keys.join(", "))),
        }
        if !order.is_empty() {
            push(&mut text, format_args!(" ORDER BY {}", order.join(", ")));
        }
        if let Some(limit) = limit {
            push(&mut text, format_args!(" LIMIT {limit}"));
        }
        if let Some(offset) = offset {
            push(&mut text, format_args!(" OFFSET {offset}"));
        }
        Ok((text, names))
    }

    /// The SELECT as an item of FROM, and its columns there.
    pub(super) fn derived(&mut self, select: Select) -> Result<(String, Vec<Item>)> {
        // A table that nothing was done to yet stands in FROM as it is.
        if let (From::Table(table), true, true) = (&select.from, select.is_open(), select.wheres.is_empty()) {
            return Ok((table.text(), select.items));
        }
        let outputs: Vec<(Column, PgType)> =
            select.items.iter().map(|item| (item.key.clone(), item.ty.clone())).collect();
        let (text, names) = self.named(select, true)?;
        let table = self.table_name();
        let items = outputs
            .into_iter()
            .zip(names)
            .map(|((key, ty), name)| Item { key, sql: format!("{table}.{name}"), ty })
            .collect();
        Ok((format!("({text}) AS {table}"), items))
    }

    /// The SELECT as what another one reads.
    pub(super) fn wrapped(&mut self, select: Select) -> Result<Select> {
        let (from, items) = self.derived(select)?;
        Ok(Select::over(From::Text(from), items, true))
    }

    /// A SELECT into which a clause that acts on the rows read can be put.
    pub(super) fn opened(&mut self, select: Select) -> Result<Select> {
        if select.is_open() { Ok(select) } else { self.wrapped(select) }
    }
}

fn push(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a String can't fail.
    let _ = text.write_fmt(arguments);
}
