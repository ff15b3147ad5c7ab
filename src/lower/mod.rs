//! Lowering: from a governed plan to one statement of a warehouse.
//!
//! Comes in: a plan whose every scan is governed and under its window. Goes out: the text of one SELECT that reads the same, and the duties of its scans, which gate 3 proves. Must never: write what a client typed, leave a
//! predicate out, or lower what has no rule.
//!
//! One node of the plan is one SELECT, with generated names; only merges that can't change a meaning are made. What has no rule runs in the gateway, and says why.
//!
//! | file | what |
//! |---|---|
//! | `node` | a node of the plan |
//! | `select` | a SELECT being written |
//! | `table`, `filter` | a governed relation: granted columns under their masks, row filter and window, fence |
//! | `expression`, `call`, `aggregate`, `window`, `subquery` | expressions |
//! | `literal` | constants by their type |
//! | `dialect`, `redshift` | what each kind of warehouse writes in its own way |
//! | `fragments` | which parts of a plan a warehouse can run |

mod aggregate;
mod call;
mod dialect;
mod expression;
mod filter;
pub mod fragments;
mod join;
mod literal;
mod node;
mod redshift;
mod select;
mod subquery;
mod table;
mod window;

use crate::error::{SqlError, SqlResult};
use crate::functions::{self, registry};
use crate::plan::governed::GovernedRelation;
use crate::types::PgType;
use crate::warehouse::Kind;
use datafusion::common::ScalarValue;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::logical_expr::{Expr, LogicalPlan};
use dialect::Dialect;
use guard::seal::{Duties, Duty, Language, SealedSql, seal};
use std::collections::BTreeMap;
use std::fmt;

/// The functions that a warehouse may be sent: those that are about values alone. What knows the session, the catalogs or the clock is not among them.
struct Sendable;

impl guard::admit::FunctionNames for Sendable {
    fn contains(&self, name: &str) -> bool {
        let over_rows = |kind: &functions::Kind| matches!(kind, functions::Kind::Aggregate | functions::Kind::Window);
        registry::is_portable(name) || functions::kinds(name).iter().any(over_rows)
    }
}

/// Why a part of a plan runs in the gateway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Local(pub String);

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

type Result<T> = std::result::Result<T, Local>;

fn local<T>(why: impl Into<String>) -> Result<T> {
    Err(Local(why.into()))
}

/// A plan as a statement of one warehouse.
#[derive(Debug)]
pub struct Lowered {
    text: String,
    /// The type of each column of the result.
    types: Vec<PgType>,
    warehouse: String,
    language: Language,
    parameters: usize,
    duties: Vec<Duty>,
}

impl Lowered {
    #[must_use]
    pub fn types(&self) -> &[PgType] {
        &self.types
    }

    /// Gate 3: reads the text again.
    ///
    /// # Errors
    /// XX000 if it is not proved; the text is then never sent.
    pub fn seal(self) -> SqlResult<(SealedSql, Vec<PgType>)> {
        let Self { text, types, warehouse, language, parameters, duties } = self;
        let duties = Duties { warehouse: &warehouse, language, parameters, scans: &duties, functions: &Sendable };
        match seal(text, &duties) {
            Ok(sealed) => Ok((sealed, types)),
            Err(broken) => Err(SqlError::internal(broken).rule("gate-emission")),
        }
    }
}

/// Lowers a whole plan. `wanted` are the types of its columns, as far as they are known.
///
/// # Errors
/// The first thing that has no rule.
pub fn lower(plan: &LogicalPlan, wanted: &[PgType]) -> Result<Lowered> {
    whole(Writer::new(kind_of(plan)?), plan, wanted)
}

/// As [`lower`], with parameters of these types left open, and the sides of its windows too: their parameters come after the statement's own.
///
/// # Errors
/// As [`lower`].
pub fn lower_open(plan: &LogicalPlan, wanted: &[PgType], parameters: &[PgType]) -> Result<Lowered> {
    let writer = Writer { parameters: parameters.to_vec(), sends_windows: true, ..Writer::new(kind_of(plan)?) };
    whole(writer, plan, wanted)
}

fn whole(mut writer: Writer, plan: &LogicalPlan, wanted: &[PgType]) -> Result<Lowered> {
    let mut select = writer.node(plan, None, wanted)?;
    select.as_types(wanted, writer.dialect)?;
    for (item, (_, field)) in select.items().iter().zip(plan.schema().iter()) {
        if item.ty.arrow() != *field.data_type() {
            return local("a column of another form");
        }
    }
    let types = select.items().iter().map(|item| item.ty.clone()).collect();
    let text = writer.text(select)?;
    writer.finish(text, types)
}

/// Lowers one scan of a relation alone: these visible columns, and rows for which these leakproof predicates hold, which name visible columns.
///
/// # Errors
/// What of the relation has no rule.
pub fn scan(relation: &GovernedRelation, columns: &[usize], filters: &[Expr]) -> Result<Lowered> {
    let mut writer = Writer::new(relation.warehouse().kind());
    let (text, types) = writer.alone(relation, columns, filters)?;
    writer.finish(text, types)
}

/// Whether the warehouse can't put the mask of this visible column on, so that [`scan`] gives the column as it is.
#[must_use]
pub(crate) fn masked_above(relation: &GovernedRelation, column: &str) -> bool {
    table::masked_above(relation, column)
}

/// The kind of warehouse that a plan reads first; another one in it is refused where it is met.
fn kind_of(plan: &LogicalPlan) -> Result<Kind> {
    let mut found = None;
    let walked = plan.apply_with_subqueries(|node| {
        if let LogicalPlan::TableScan(scan) = node
            && let Some(relation) = GovernedRelation::of_source(&scan.source)
        {
            found = Some(relation.warehouse().kind());
            return Ok(TreeNodeRecursion::Stop);
        }
        Ok(TreeNodeRecursion::Continue)
    });
    match (walked, found) {
        (Ok(_), Some(kind)) => Ok(kind),
        _ => local("it reads no warehouse"),
    }
}

/// What one lowering carries with it.
struct Writer {
    dialect: &'static dyn Dialect,
    /// Of those that are left open.
    parameters: Vec<PgType>,
    /// Whether the sides of windows are sent beside the text, and how many are by now.
    sends_windows: bool,
    sent: usize,
    warehouse: Option<String>,
    /// A table in it hides rows.
    hides: bool,
    /// The first expression that can fail on a value.
    can_fail: Option<String>,
    duties: Vec<Duty>,
    tables: usize,
    columns: usize,
}

impl Writer {
    fn new(kind: Kind) -> Self {
        Self {
            dialect: dialect::of(kind),
            parameters: Vec::new(),
            sends_windows: false,
            sent: 0,
            warehouse: None,
            hides: false,
            can_fail: None,
            duties: Vec::new(),
            tables: 0,
            columns: 0,
        }
    }

    /// What a try gives, without a trace of what it wrote: only text that is kept may leave duties behind.
    fn tried<T>(&mut self, attempt: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let Self { sent, hides, .. } = *self;
        let (warehouse, can_fail, duties) = (self.warehouse.clone(), self.can_fail.clone(), self.duties.len());
        let given = attempt(self);
        (self.sent, self.hides, self.warehouse, self.can_fail) = (sent, hides, warehouse, can_fail);
        self.duties.truncate(duties);
        given
    }

    /// Remembers that this can fail on a value.
    fn can_fail(&mut self, what: &str) {
        self.can_fail.get_or_insert_with(|| what.to_owned());
    }

    /// The name of the next derived table.
    fn table_name(&mut self) -> String {
        self.tables += 1;
        format!("t{}", self.tables - 1)
    }

    /// The name of the next column.
    fn column_name(&mut self) -> String {
        self.columns += 1;
        format!("c{}", self.columns - 1)
    }

    /// Whether the text has each scan in one place: a form that needs a value twice writes a sub-select in it twice.
    fn reads_each_once(&self, text: &str) -> Result<bool> {
        let mut scans: BTreeMap<String, usize> = BTreeMap::new();
        for duty in &self.duties {
            *scans.entry(format!(" FROM {}", table::physical(&duty.grant)?)).or_default() += 1;
        }
        Ok(scans.iter().all(|(from, scans)| text.matches(from.as_str()).count() == *scans))
    }

    fn finish(self, text: String, types: Vec<PgType>) -> Result<Lowered> {
        if !self.reads_each_once(&text)? {
            return local("a sub-select that would be written twice");
        }
        let Some(warehouse) = self.warehouse else { return local("it reads no warehouse") };
        if let (true, true, Some(what)) = (self.hides, self.dialect.fence().is_empty(), self.can_fail) {
            return local(format!("{what}, which could fail on rows that are hidden"));
        }
        let (language, parameters) = (self.dialect.language(), self.parameters.len());
        Ok(Lowered { text, types, warehouse, language, parameters, duties: self.duties })
    }
}

/// A side of a window as the parameter that it is sent as.
pub(crate) fn side_value(ty: &PgType, micros: i64) -> Option<ScalarValue> {
    table::side_value(ty, micros)
}

/// A name as it stands in a text.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
