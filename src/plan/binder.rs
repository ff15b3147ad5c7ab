//! What a binding carries with it: the statement's context, where relations come from, generated names, limits.
//!
//! Comes in: a query or an expression. Goes out: a plan and its columns. Must never: outgrow its limits.

use super::position::Positions;
use super::query::BoundQuery;
use super::scope::{Item, Leaves, Level};
use super::typed::{BindContext, Typed};
use super::weight::too_complex;
use super::{expr, node, query, unnest};
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, CastContext};
use crate::types::{PgColumn, PgType};
use datafusion::logical_expr::{Expr, LogicalPlan};
use datafusion::sql::sqlparser::ast;
use datafusion::sql::sqlparser::tokenizer::Span;
use guard::SqlState;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

/// Plan nodes and expression nodes that one statement may bind to, its CTEs counted as often as they are used.
const MAX_NODES: usize = 200_000;

/// How deep a chain of one operator may be (`1 + 1 + …`); AND and OR are balanced and not bound by this.
pub const MAX_CHAIN: usize = 400;

pub struct Binder<'a> {
    pub context: &'a BindContext,
    pub leaves: &'a dyn Leaves,
    positions: Positions,
    names: Cell<usize>,
    nodes: Cell<usize>,
    /// The names of relations whose rows as a whole the statement asks for, on a side of an outer join that may lack them.
    whole: RefCell<BTreeSet<String>>,
}

impl<'a> Binder<'a> {
    pub fn new(context: &'a BindContext, leaves: &'a dyn Leaves, text: &str) -> Self {
        let (names, nodes, whole) = (Cell::new(0), Cell::new(0), RefCell::default());
        Self { context, leaves, positions: Positions::new(text), names, nodes, whole }
    }

    /// A name that no other column of this statement has.
    pub fn name(&self) -> String {
        let next = self.names.get();
        self.names.set(next + 1);
        format!("c{next}")
    }

    pub fn position(&self, span: Span) -> Option<usize> {
        self.positions.of(span)
    }

    /// Counts work against the statement's limit.
    pub fn spend(&self, nodes: usize) -> SqlResult<()> {
        let spent = self.nodes.get().saturating_add(nodes);
        self.nodes.set(spent);
        if spent > MAX_NODES {
            return Err(too_complex(
                format!("It would need more than {MAX_NODES} plan nodes."),
                "A WITH query that is used several times counts as often as it is used.",
            ));
        }
        Ok(())
    }

    pub fn spent(&self) -> usize {
        self.nodes.get()
    }

    /// A whole statement: its plan, and its columns as the client sees them.
    pub fn statement(&self, query: &ast::Query) -> SqlResult<(LogicalPlan, Vec<PgColumn>)> {
        let (plan, columns) = loop {
            let known = self.whole.borrow().len();
            let bound = query::bind(self, None, None, query).and_then(|bound| self.finish(bound));
            // Rows that a join may lack are told from others by a column of its side, which only a statement that asks for such a row has: it is bound once more. What it has spent stays spent.
            if bound.is_ok() || self.whole.borrow().len() == known {
                break bound?;
            }
        };
        let plan = unnest::all(self, plan)?;
        let columns = columns
            .into_iter()
            .map(|column| PgColumn {
                name: column.name,
                ty: column.ty,
                typmod: column.typmod,
                table_oid: column.table_oid,
                attnum: column.attnum,
            })
            .collect();
        Ok((plan, columns))
    }

    /// Settles what is still untyped, and gives each output a column of its own.
    pub fn finish(&self, bound: BoundQuery) -> SqlResult<(LogicalPlan, Vec<super::scope::ScopeColumn>)> {
        let BoundQuery { plan, outputs, order: _ } = bound;
        let mut expressions = Vec::with_capacity(outputs.len());
        let mut columns = Vec::with_capacity(outputs.len());
        for output in outputs {
            let value = functions::settle(output.value, self.context)?;
            let id = self.name();
            expressions.push(value.expr.alias(&id));
            columns.push(super::scope::ScopeColumn {
                name: output.name,
                id,
                ty: value.ty,
                typmod: value.typmod,
                table_oid: output.table_oid,
                attnum: output.attnum,
            });
        }
        Ok((node::project(expressions, plan)?, columns))
    }

    /// Remembers that a row of this relation is wanted as a whole.
    pub fn want_presence(&self, item: &Item) {
        self.whole.borrow_mut().extend(item.name.iter().map(|(_, name)| name.clone()));
    }

    pub fn wants_presence(&self, item: &Item) -> bool {
        item.name.as_ref().is_some_and(|(_, name)| item.by_name && self.whole.borrow().contains(name))
    }

    /// The types found for `$1` …
    pub fn parameter_types(&self) -> SqlResult<Vec<PgType>> {
        let parameters = self.context.parameters.borrow().clone();
        for (index, ty) in parameters.iter().enumerate() {
            if *ty == PgType::Unknown {
                return Err(SqlError::new(
                    SqlState::INDETERMINATE_DATATYPE,
                    format!("could not determine data type of parameter ${}", index + 1),
                ));
            }
        }
        Ok(parameters)
    }

    pub fn over_table(&self, expr: &ast::Expr, columns: &[PgColumn]) -> SqlResult<Typed> {
        let level = Level::over_table(columns);
        let bound = expr::boolean(self, &level, expr, "WHERE")?;
        Ok(bound)
    }

    /// An implicit cast, with the position of what it is about.
    pub fn coerce(&self, value: Typed, target: &PgType) -> SqlResult<Typed> {
        functions::cast(value, target, -1, CastContext::Implicit, self.context)
    }

    /// A comparison by PostgreSQL's operator of that symbol.
    pub fn compare(&self, symbol: &str, left: &Typed, right: &Typed) -> SqlResult<Expr> {
        Ok(functions::operator(symbol, Some(left.clone()), right.clone(), self.context)?.expr)
    }
}
