//! An expression with its PostgreSQL type, the coin between the binder and the function catalogue.

use crate::catalog::{Activity, CatalogView};
use crate::error::SqlResult;
use crate::functions::settings::SessionSettings;
use crate::types::{Display, PgType};
use chrono::{DateTime, Utc};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Expr;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

/// A bound expression. Its Arrow type is always `ty.arrow()`.
#[derive(Clone, Debug)]
pub struct Typed {
    pub expr: Expr,
    pub ty: PgType,
    /// PostgreSQL's type modifier; -1 is none.
    pub typmod: i32,
}

impl Typed {
    #[must_use]
    pub fn new(expr: Expr, ty: PgType) -> Self {
        Self { expr, ty, typmod: -1 }
    }

    /// The type modifier that all of them share; -1 if they don't, or have types of their own.
    #[must_use]
    pub fn common_typmod(values: &[Self]) -> i32 {
        match values.split_first() {
            Some((first, rest)) if rest.iter().all(|value| value.typmod == first.typmod && value.ty == first.ty) => {
                first.typmod
            }
            _ => -1,
        }
    }

    /// An untyped string literal; its context decides what it is.
    #[must_use]
    pub fn unknown(text: impl Into<String>) -> Self {
        Self::new(Expr::Literal(ScalarValue::Utf8View(Some(text.into())), None), PgType::Unknown)
    }

    /// NULL of a type.
    pub fn null(ty: PgType) -> SqlResult<Self> {
        let value = ScalarValue::try_from(&ty.arrow())?;
        Ok(Self::new(Expr::Literal(value, None), ty))
    }

    /// The text of an untyped string literal, if it is one; `Some(None)` is an untyped NULL.
    #[must_use]
    pub fn unknown_literal(&self) -> Option<Option<&str>> {
        match (&self.ty, &self.expr) {
            (PgType::Unknown, Expr::Literal(ScalarValue::Utf8View(text), _)) => Some(text.as_deref()),
            _ => None,
        }
    }
}

/// What the binder and the catalogue may know of the statement beside its tree.
#[derive(Debug)]
pub struct BindContext {
    /// When the transaction and the statement started; remembers whether the statement asked.
    pub clock: Clock,
    /// How literals are read and values written.
    pub display: Display,
    /// `current_user`
    pub user: String,
    pub role: String,
    pub database: String,
    /// `current_schemas`, in order.
    pub search_path: Vec<String>,
    /// `$1` … as declared or found so far; `Unknown` is not yet decided.
    pub parameters: RefCell<Vec<PgType>>,
    /// Every setting as SHOW prints it, by lower-case name.
    pub settings: std::collections::BTreeMap<String, String>,
    /// This session's process id on the wire.
    pub backend_pid: i32,
    /// What the role's catalogs know by name and number: for `regclass`, `obj_description` and their kin.
    pub catalog: Arc<CatalogView>,
    /// The user's sessions, for `pg_cancel_backend` and its kin.
    pub activity: Arc<dyn Activity>,
    /// The session's settings, for `current_setting` and `set_config` when they run.
    pub session: Arc<dyn SessionSettings>,
}

/// The two moments that a statement may know. Whoever reads them makes the plan one of that moment, which [`Clock::is_read`] tells, so that a prepared statement is bound anew.
#[derive(Debug)]
pub struct Clock {
    transaction: DateTime<Utc>,
    statement: DateTime<Utc>,
    read: Cell<bool>,
}

impl Clock {
    #[must_use]
    pub fn new(transaction: DateTime<Utc>, statement: DateTime<Utc>) -> Self {
        Self { transaction, statement, read: Cell::new(false) }
    }

    /// When the transaction started: `now()`.
    pub fn transaction_time(&self) -> DateTime<Utc> {
        self.read.set(true);
        self.transaction
    }

    /// When the statement started: `statement_timestamp()`.
    pub fn statement_time(&self) -> DateTime<Utc> {
        self.read.set(true);
        self.statement
    }

    /// Both moments, transaction's and statement's, without making the plan depend on them.
    pub(crate) fn peek(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        (self.transaction, self.statement)
    }

    /// Whether the plan depends on the moment.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.read.get()
    }
}
