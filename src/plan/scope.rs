//! Which names are visible where: the range table of each query level, the levels around it, and the CTEs.
//!
//! Comes in: names as written. Goes out: a column of the plan, or PostgreSQL's error. Must never: name in a message what the role can't see.

use super::aggregate::Captured;
use super::binder::Binder;
use super::typed::Typed;
use super::{Relations, node};
use crate::error::{SqlError, SqlResult};
use crate::types::{PgColumn, PgType};
use datafusion::arrow::datatypes::Field;
use datafusion::common::Column;
use datafusion::logical_expr::{Expr, LogicalPlan, TableSource};
use datafusion::sql::sqlparser::ast::Ident;
use guard::SqlState;
use guard::admit::Permit;
use guard::policy::RelationName;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// A column as a query level sees it.
#[derive(Clone, Debug)]
pub struct ScopeColumn {
    /// As the statement names it.
    pub name: String,
    /// As the plan names it.
    pub id: String,
    pub ty: PgType,
    pub typmod: i32,
    pub table_oid: u32,
    pub attnum: i16,
}

impl ScopeColumn {
    pub fn value(&self) -> Typed {
        Typed { expr: node::column(&self.id), ty: self.ty.clone(), typmod: self.typmod }
    }
}

/// What stands in FROM under one name, as PostgreSQL's ParseNamespaceItem.
#[derive(Clone, Debug)]
pub struct Item {
    /// The schema, unless it has an alias; the name. A join without alias has none.
    pub name: Option<(Option<String>, String)>,
    pub columns: Vec<ScopeColumn>,
    /// Columns that only their name finds, never `*`: a system catalog's `tableoid`; and what [`Item::presence`] tells.
    pub system: Vec<ScopeColumn>,
    /// Of a catalog that has columns which nobody may read: there is no `*` of it.
    pub withholds: bool,
    /// Whether `name.column` finds it.
    pub by_name: bool,
    /// Whether `column` alone finds it.
    pub by_column: bool,
    /// A function in FROM that gives one value: its name alone is that value.
    pub scalar: bool,
    /// Seen by LATERAL, but on the side of a join where it may not be used.
    pub blocked: bool,
    /// On a side of an outer join that a row may lack: its row as a whole may be NULL, which a record of NULLs is not.
    pub optional: bool,
}

/// The name, which no statement can write, of a column of [`Item::system`] that is true where there is a row.
const PRESENT: &str = "";

impl Item {
    /// Its columns, with those that `*` leaves out.
    pub fn every_column(&self) -> impl Iterator<Item = &ScopeColumn> {
        self.columns.iter().chain(&self.system)
    }

    /// What tells a missing row from one of NULLs, where it was asked for.
    pub fn presence(&self) -> Option<&ScopeColumn> {
        self.system.iter().find(|column| column.name == PRESENT)
    }

    /// Says that this column is true in all of its rows.
    pub fn mark_presence(&mut self, id: String) {
        let name = PRESENT.to_owned();
        self.system.push(ScopeColumn { name, id, ty: PgType::Bool, typmod: -1, table_oid: 0, attnum: 0 });
    }
}

/// Where in a query an expression stands: what may not be there is an error, in PostgreSQL's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    Select,
    From,
    JoinOn,
    Where,
    GroupBy,
    Having,
    OrderBy,
    DistinctOn,
    Limit,
    Offset,
    Values,
    WindowPartition,
    WindowOrder,
    WindowFrame,
    Filter,
    Table,
}

impl Clause {
    /// As PostgreSQL's messages name it.
    pub fn words(self) -> &'static str {
        match self {
            Clause::Select => "SELECT",
            Clause::From => "functions in FROM",
            Clause::JoinOn => "JOIN conditions",
            Clause::Where | Clause::Table => "WHERE",
            Clause::GroupBy => "GROUP BY",
            Clause::Having => "HAVING",
            Clause::OrderBy => "ORDER BY",
            Clause::DistinctOn => "DISTINCT ON",
            Clause::Limit => "LIMIT",
            Clause::Offset => "OFFSET",
            Clause::Values => "VALUES",
            Clause::WindowPartition => "window PARTITION BY",
            Clause::WindowOrder => "window ORDER BY",
            Clause::WindowFrame => "window ROWS",
            Clause::Filter => "FILTER",
        }
    }
}

/// One query level: its range table, and where it stands.
pub struct Level<'p> {
    pub parent: Option<&'p Level<'p>>,
    pub items: Vec<Item>,
    pub ctes: Option<Rc<Cte>>,
    pub clause: Cell<Clause>,
    /// Inside an aggregate's arguments.
    pub in_aggregate: Cell<bool>,
    pub in_window: Cell<bool>,
    pub captured: RefCell<Captured>,
    /// The WINDOW clause, as written.
    pub windows: Vec<(String, super::window::Definition)>,
}

impl<'p> Level<'p> {
    pub fn new(parent: Option<&'p Level<'p>>, ctes: Option<Rc<Cte>>, items: Vec<Item>, clause: Clause) -> Self {
        Self {
            parent,
            items,
            ctes,
            clause: Cell::new(clause),
            in_aggregate: Cell::new(false),
            in_window: Cell::new(false),
            captured: RefCell::default(),
            windows: Vec::new(),
        }
    }

    pub fn over_table(columns: &[PgColumn]) -> Level<'static> {
        let columns = columns
            .iter()
            .map(|column| ScopeColumn {
                name: column.name.clone(),
                id: column.name.clone(),
                ty: column.ty.clone(),
                typmod: column.typmod,
                table_oid: column.table_oid,
                attnum: column.attnum,
            })
            .collect();
        let system = Vec::new();
        let item = Item {
            name: None,
            columns,
            system,
            withholds: false,
            by_name: false,
            by_column: true,
            scalar: false,
            blocked: false,
            optional: false,
        };
        Level::new(None, None, vec![item], Clause::Table)
    }

    /// Runs `bind` as a part of that clause.
    pub fn within<T>(&self, clause: Clause, bind: impl FnOnce() -> SqlResult<T>) -> SqlResult<T> {
        let before = self.clause.replace(clause);
        let result = bind();
        self.clause.set(before);
        result
    }

    /// The statement's name of a column of the plan at this level: `t.x`.
    pub fn display_name(&self, id: &str) -> Option<String> {
        let mut unnamed = None;
        for item in &self.items {
            for column in item.every_column().filter(|column| column.id == id) {
                match &item.name {
                    Some((_, name)) => return Some(format!("{name}.{}", column.name)),
                    None => unnamed = Some(column.name.clone()),
                }
            }
        }
        unnamed
    }
}

/// A WITH query in sight, and those around it.
pub struct Cte {
    pub name: String,
    pub body: CteBody,
    pub next: Option<Rc<Cte>>,
}

pub enum CteBody {
    Query {
        plan: LogicalPlan,
        columns: Vec<ScopeColumn>,
        size: usize,
    },
    /// The query itself, inside its own recursive term.
    Work {
        plan: LogicalPlan,
        columns: Vec<ScopeColumn>,
        used: Cell<usize>,
    },
    /// The query itself where it may not be named.
    Forbidden,
    /// One that follows under WITH RECURSIVE, where each query may name all others.
    Later,
}

/// Looks a WITH query up; the nearest hides the others.
pub fn find_cte<'c>(mut ctes: Option<&'c Rc<Cte>>, name: &str) -> Option<&'c Rc<Cte>> {
    while let Some(cte) = ctes {
        if cte.name == name {
            return Some(cte);
        }
        ctes = cte.next.as_ref();
    }
    None
}

/// A base relation for the plan.
pub struct Leaf {
    pub name: RelationName,
    /// A table of the system's, which has system columns.
    pub is_system_table: bool,
    /// Whether it has columns that nobody may read.
    pub withholds: bool,
    pub columns: Vec<PgColumn>,
    pub source: Arc<dyn TableSource>,
}

/// Where base relations come from.
pub trait Leaves {
    /// `None`: it does not exist for this role.
    fn leaf(&self, schema: Option<&str>, name: &str, search_path: &[String]) -> SqlResult<Option<Leaf>>;
}

/// The relations that a permit holds.
pub struct Granted<'p> {
    pub permit: &'p Permit,
    pub relations: &'p dyn Relations,
    /// The system relations that were handed out, for gate 2 to know them by.
    pub handed: RefCell<Vec<(RelationName, Arc<dyn TableSource>)>>,
}

impl Leaves for Granted<'_> {
    fn leaf(&self, schema: Option<&str>, name: &str, search_path: &[String]) -> SqlResult<Option<Leaf>> {
        match schema {
            Some(schema) => self.exact(schema, name),
            None => {
                // pg_catalog comes first unless the path names it.
                let implied = (!search_path.iter().any(|schema| schema == "pg_catalog")).then_some("pg_catalog");
                for schema in implied.into_iter().chain(search_path.iter().map(String::as_str)) {
                    if let Some(leaf) = self.exact(schema, name)? {
                        return Ok(Some(leaf));
                    }
                }
                Ok(None)
            }
        }
    }
}

impl Granted<'_> {
    fn exact(&self, schema: &str, name: &str) -> SqlResult<Option<Leaf>> {
        let relation = RelationName { schema: schema.to_owned(), name: name.to_owned() };
        if self.permit.grants().contains_key(&relation) {
            let governed = self.relations.governed(&relation, self.permit)?;
            let columns = governed.columns().to_vec();
            return Ok(Some(Leaf {
                name: relation,
                is_system_table: false,
                withholds: false,
                columns,
                source: governed.into_source(),
            }));
        }
        if self.permit.system_relations().contains(&relation) {
            let system = self.relations.system(&relation, self.permit)?;
            self.handed.borrow_mut().push((relation.clone(), Arc::clone(&system.source)));
            return Ok(Some(Leaf {
                name: relation,
                is_system_table: system.is_table,
                withholds: system.withholds,
                columns: system.columns,
                source: system.source,
            }));
        }
        Ok(None)
    }
}

/// For an expression over one table: there is nothing else.
pub struct NoRelations;

impl Leaves for NoRelations {
    fn leaf(&self, _schema: Option<&str>, _name: &str, _search_path: &[String]) -> SqlResult<Option<Leaf>> {
        Ok(None)
    }
}

/// An identifier as PostgreSQL folds and cuts it.
pub fn fold(ident: &Ident) -> String {
    let mut name = match ident.quote_style {
        Some(_) => ident.value.clone(),
        None => ident.value.to_ascii_lowercase(),
    };
    if name.len() > 63 {
        let cut = (0..=63).rev().find(|&index| name.is_char_boundary(index)).unwrap_or(0);
        name.truncate(cut);
    }
    name
}

/// What a name in an expression turned out to be.
pub enum Found<'l> {
    Column(Typed),
    /// A whole row: the item, and how many levels up.
    Row(&'l Item, usize),
}

impl Binder<'_> {
    /// A name alone.
    pub fn lookup<'l>(&self, level: &'l Level<'_>, ident: &Ident) -> SqlResult<Found<'l>> {
        let name = fold(ident);
        let position = self.position(ident.span);
        let mut depth = 0;
        let mut current = Some(level);
        while let Some(at) = current {
            let mut found: Option<&ScopeColumn> = None;
            for item in at.items.iter().filter(|item| item.by_column) {
                for column in item.every_column().filter(|column| column.name == name) {
                    if found.is_some() {
                        return Err(ambiguous(&name).at(position));
                    }
                    if item.blocked {
                        return Err(blocked(item).at(position));
                    }
                    found = Some(column);
                }
            }
            if let Some(column) = found {
                return Ok(Found::Column(reference(column, depth)?));
            }
            depth += 1;
            current = at.parent;
        }
        if let Some((item, depth)) = find_item(level, None, &name) {
            return Ok(match item.columns.as_slice() {
                [column] if item.scalar => Found::Column(reference(column, depth)?),
                _ => Found::Row(item, depth),
            });
        }
        Err(unseen(no_column(&name)).at(position).hint_column(level, None, &name))
    }

    /// A relation of FROM by its name, and how many levels up it is.
    pub fn item<'l>(&self, level: &'l Level<'_>, relation: &Ident) -> SqlResult<(&'l Item, usize)> {
        let name = fold(relation);
        let position = self.position(relation.span);
        match find_item(level, None, &name) {
            Some((item, _)) if item.blocked => Err(blocked(item).at(position)),
            Some((_, depth)) if is_twice(level, depth, None, &name) => {
                let message = format!("table reference \"{name}\" is ambiguous");
                Err(SqlError::new(SqlState::AMBIGUOUS_ALIAS, message).at(position))
            }
            Some(found) => Ok(found),
            None => Err(missing_entry(level, &name).at(position)),
        }
    }

    /// `relation.column`, or `schema.relation.column`.
    pub fn lookup_qualified(
        &self,
        level: &Level<'_>,
        schema: Option<&Ident>,
        relation: &Ident,
        column: &Ident,
    ) -> SqlResult<Typed> {
        let (schema, relation_name, name) = (schema.map(fold), fold(relation), fold(column));
        let position = self.position(relation.span);
        let Some((item, depth)) = find_item(level, schema.as_deref(), &relation_name) else {
            return Err(missing_entry(level, &relation_name).at(position));
        };
        if item.blocked {
            return Err(blocked(item).at(position));
        }
        if is_twice(level, depth, schema.as_deref(), &relation_name) {
            let message = format!("table reference \"{relation_name}\" is ambiguous");
            return Err(SqlError::new(SqlState::AMBIGUOUS_ALIAS, message).at(position));
        }
        let mut matches = item.every_column().filter(|candidate| candidate.name == name);
        match (matches.next(), matches.next()) {
            (Some(found), None) => reference(found, depth),
            (Some(_), Some(_)) => Err(ambiguous(&name).at(position)),
            (None, _) => {
                let message = format!("column {relation_name}.{name} does not exist");
                Err(unseen(SqlError::new(SqlState::UNDEFINED_COLUMN, message)).at(position).hint_column(
                    level,
                    Some(&relation_name),
                    &name,
                ))
            }
        }
    }
}

trait HintColumn {
    fn hint_column(self, level: &Level<'_>, relation: Option<&str>, name: &str) -> Self;
}

impl HintColumn for SqlError {
    /// As PostgreSQL does, offers the nearest visible column, if one is near.
    fn hint_column(self, level: &Level<'_>, relation: Option<&str>, name: &str) -> Self {
        let mut best: Option<(usize, String)> = None;
        let mut exact = None;
        let mut tied = false;
        for item in &level.items {
            let Some((_, item_name)) = &item.name else { continue };
            let penalty = usize::from(relation.is_some_and(|relation| relation != item_name));
            for column in &item.columns {
                if column.name == name && !(item.by_column && relation.is_none()) {
                    exact = Some(format!(
                        "There is a column named \"{name}\" in table \"{item_name}\", but it cannot be referenced from this part of the query."
                    ));
                }
                let distance = strsim::levenshtein(&column.name, name) + penalty;
                if distance <= 3.min(name.chars().count() / 2) {
                    let candidate = format!("{item_name}.{}", column.name);
                    match &best {
                        Some((least, known)) if *least < distance || *known == candidate => {}
                        Some((least, _)) if *least == distance => tied = true,
                        _ => {
                            best = Some((distance, candidate));
                            tied = false;
                        }
                    }
                }
            }
        }
        match (exact, best) {
            (Some(hint), _) if relation.is_none() => self.hint(hint),
            (_, Some((_, candidate))) if !tied => {
                self.hint(format!("Perhaps you meant to reference the column \"{candidate}\"."))
            }
            _ => self,
        }
    }
}

fn find_item<'l>(level: &'l Level<'_>, schema: Option<&str>, name: &str) -> Option<(&'l Item, usize)> {
    let mut depth = 0;
    let mut current = Some(level);
    while let Some(at) = current {
        for item in at.items.iter().filter(|item| item.by_name) {
            if let Some((item_schema, item_name)) = &item.name
                && item_name == name
                && (schema.is_none() || schema == item_schema.as_deref())
            {
                return Some((item, depth));
            }
        }
        depth += 1;
        current = at.parent;
    }
    None
}

/// Whether two items of that level, which is so far out, have this name: a table of the whole FROM and one of a join within it.
fn is_twice(level: &Level<'_>, depth: usize, schema: Option<&str>, name: &str) -> bool {
    let mut at = Some(level);
    for _ in 0..depth {
        at = at.and_then(|level| level.parent);
    }
    let is_it = |item: &&Item| {
        item.name.as_ref().is_some_and(|(item_schema, item_name)| {
            item_name == name && (schema.is_none() || schema == item_schema.as_deref())
        })
    };
    at.is_some_and(|level| level.items.iter().filter(|item| item.by_name).filter(is_it).count() > 1)
}

fn reference(column: &ScopeColumn, depth: usize) -> SqlResult<Typed> {
    match depth {
        0 => Ok(column.value()),
        _ => Ok(outer(column)),
    }
}

/// A column of an outer level.
pub fn outer(column: &ScopeColumn) -> Typed {
    let field = Arc::new(Field::new(&column.id, column.ty.arrow(), true));
    Typed {
        expr: Expr::OuterReferenceColumn(field, Column::new_unqualified(&column.id)),
        ty: column.ty.clone(),
        typmod: column.typmod,
    }
}

fn no_column(name: &str) -> SqlError {
    SqlError::new(SqlState::UNDEFINED_COLUMN, format!("column \"{name}\" does not exist"))
}

/// What is said of a column that is not there and of one that the role may not see, alike.
pub fn unseen(error: SqlError) -> SqlError {
    error
        .rule("column")
        .detail("There is no column of that name here, or the role may not see it.")
        .hint("information_schema.columns lists the columns that the role may see.")
}

fn ambiguous(name: &str) -> SqlError {
    SqlError::new(SqlState::AMBIGUOUS_COLUMN, format!("column reference \"{name}\" is ambiguous"))
}

fn blocked(item: &Item) -> SqlError {
    let name = item.name.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default();
    SqlError::new(
        SqlState::INVALID_COLUMN_REFERENCE,
        format!("invalid reference to FROM-clause entry for table \"{name}\""),
    )
    .detail("The combining JOIN type must be INNER or LEFT for a LATERAL reference.")
}

/// `missing FROM-clause entry`, or that the entry is there but hidden by its alias or out of reach.
pub fn missing_entry(level: &Level<'_>, relation: &str) -> SqlError {
    let hidden = level.items.iter().any(|item| item.name.as_ref().is_some_and(|(_, name)| name == relation));
    if hidden {
        return SqlError::new(
            SqlState::UNDEFINED_TABLE,
            format!("invalid reference to FROM-clause entry for table \"{relation}\""),
        )
        .detail(format!(
            "There is an entry for table \"{relation}\", but it cannot be referenced from this part of the query."
        ));
    }
    SqlError::new(SqlState::UNDEFINED_TABLE, format!("missing FROM-clause entry for table \"{relation}\""))
}
