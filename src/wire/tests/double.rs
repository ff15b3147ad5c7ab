//! An engine without a warehouse: it answers a few statements, so that conversations can be tested by themselves.
//!
//! `SELECT n FROM generate_series(1, N)` gives N rows in batches of three, `SELECT $1` its text parameter, `SELECT pg_sleep(…)` never anything; a statement that says `hidden` is refused,
//! one that says `fails` fails after its first batch.

use crate::error::{SqlError, SqlResult};
use crate::pipeline::{Notice, StatementContext};
use crate::session::engine::{Decided, Engine, Flow};
use crate::types::{PgColumn, PgType};
use crate::users::Verifier;
use crate::wire::authentication::{Account, Credentials};
use async_trait::async_trait;
use datafusion::arrow::array::{Int32Array, RecordBatch};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::common::ScalarValue;
use datafusion::sql::sqlparser::ast::Expr;
use guard::SqlState;
use guard::parse::{Parsed, StatementLimits};
use guard::policy::RoleName;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

#[derive(Default)]
pub struct Double {
    pub version: AtomicUsize,
    /// How many flows were dropped or finished.
    pub ended: Arc<AtomicUsize>,
    /// What was audited by the session.
    pub audited: Mutex<Vec<String>>,
    /// The columns' name; a reload may change it.
    pub column: Mutex<Option<String>>,
}

fn column(name: &str, ty: PgType) -> PgColumn {
    PgColumn { name: name.to_owned(), ty, typmod: -1, table_oid: 0, attnum: 0 }
}

#[async_trait]
impl Engine for Double {
    fn limits(&self) -> StatementLimits {
        StatementLimits { bytes: 4096, ..StatementLimits::default() }
    }

    fn policy_version(&self) -> String {
        format!("v{}", self.version.load(Ordering::SeqCst))
    }

    async fn prepare(&self, parsed: Parsed, context: &StatementContext) -> SqlResult<Arc<dyn Decided>> {
        let text = parsed.text();
        if text.contains("hidden") {
            return Err(SqlError::new(SqlState::UNDEFINED_TABLE, "relation \"hidden\" does not exist").at(15));
        }
        let name = self.column.lock().unwrap().clone().unwrap_or_else(|| "n".to_owned());
        let declared = context.declared_parameters.first().cloned().filter(|ty| *ty != PgType::Unknown);
        let (kind, columns, parameters) = if text.contains("$1") {
            let ty = declared.unwrap_or(PgType::Text);
            (Kind::Echo, vec![column("echo", ty.clone())], vec![ty])
        } else if text.contains("pg_sleep") {
            (Kind::Sleep, vec![column("pg_sleep", PgType::Text)], vec![])
        } else if text.contains("now()") {
            (Kind::Now, vec![column("now", PgType::Text)], vec![])
        } else {
            let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok();
            let rows = text.split("(1, ").nth(1).and_then(digits).unwrap_or(1);
            (Kind::Series { rows, fails: text.contains("fails") }, vec![column(&name, PgType::Int4)], vec![])
        };
        let ended = Arc::clone(&self.ended);
        Ok(Arc::new(DoublePlan { kind, columns, parameters, version: self.policy_version(), ended }))
    }

    async fn arguments(
        &self,
        parsed: &Parsed,
        _types: &[PgType],
        _context: &StatementContext,
    ) -> SqlResult<Vec<ScalarValue>> {
        let arguments = &parsed.execution().unwrap().arguments;
        let text = |argument: &Expr| argument.to_string().trim_matches('\'').to_owned();
        Ok(arguments.iter().map(|argument| ScalarValue::Utf8View(Some(text(argument)))).collect())
    }

    async fn audit(&self, text: &str, outcome: Result<(), &SqlError>, _context: &StatementContext) -> SqlResult<()> {
        let outcome = outcome.map_or_else(|error| error.sqlstate().code(), |()| "00000");
        self.audited.lock().unwrap().push(format!("{outcome} {text}"));
        Ok(())
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Series { rows: i32, fails: bool },
    Echo,
    Sleep,
    Now,
}

struct DoublePlan {
    kind: Kind,
    columns: Vec<PgColumn>,
    parameters: Vec<PgType>,
    version: String,
    ended: Arc<AtomicUsize>,
}

#[async_trait]
impl Decided for DoublePlan {
    fn columns(&self) -> &[PgColumn] {
        &self.columns
    }

    fn parameters(&self) -> &[PgType] {
        &self.parameters
    }

    fn policy_version(&self) -> &str {
        &self.version
    }

    async fn run(&self, parameters: Vec<ScalarValue>, context: &StatementContext) -> SqlResult<Box<dyn Flow>> {
        let echo = match self.kind {
            Kind::Echo => parameters.into_iter().next(),
            Kind::Now => Some(ScalarValue::Utf8View(Some(context.transaction_time.to_rfc3339()))),
            _ => None,
        };
        Ok(Box::new(DoubleFlow { kind: self.kind, next: 1, echo, ended: Arc::clone(&self.ended) }))
    }
}

struct DoubleFlow {
    kind: Kind,
    next: i32,
    echo: Option<ScalarValue>,
    ended: Arc<AtomicUsize>,
}

#[async_trait]
impl Flow for DoubleFlow {
    async fn next(&mut self) -> Option<SqlResult<RecordBatch>> {
        match self.kind {
            Kind::Sleep => std::future::pending().await,
            Kind::Echo | Kind::Now => {
                let value = self.echo.take()?;
                let array = value.to_array().unwrap();
                let schema = Schema::new(vec![Field::new("echo", array.data_type().clone(), true)]);
                Some(Ok(RecordBatch::try_new(Arc::new(schema), vec![array]).unwrap()))
            }
            Kind::Series { rows, fails } => {
                if fails && self.next > 1 {
                    return Some(Err(SqlError::new(SqlState::DIVISION_BY_ZERO, "division by zero")));
                }
                let last = rows.min(self.next + 2);
                if self.next > last {
                    return None;
                }
                let array = Int32Array::from_iter_values(self.next..=last);
                self.next = last + 1;
                let schema = Schema::new(vec![Field::new("n", DataType::Int32, true)]);
                Some(Ok(RecordBatch::try_new(Arc::new(schema), vec![Arc::new(array)]).unwrap()))
            }
        }
    }

    fn take_notices(&mut self) -> Vec<Notice> {
        Vec::new()
    }

    fn window(&self) -> String {
        String::new()
    }

    async fn finish(self: Box<Self>) -> SqlResult<()> {
        Ok(())
    }
}

impl Drop for DoubleFlow {
    fn drop(&mut self) {
        self.ended.fetch_add(1, Ordering::SeqCst);
    }
}

/// `ann` with the roles analyst and engineer, `old` whose time is over, both with the password `secret`.
pub struct People {
    verifier: Verifier,
}

impl Default for People {
    fn default() -> Self {
        Self { verifier: Verifier::of_password("secret") }
    }
}

impl Credentials for People {
    fn find(&self, user: &str) -> Option<Account> {
        let valid_until = match user {
            "ann" => None,
            "old" => Some(chrono::DateTime::UNIX_EPOCH),
            _ => return None,
        };
        let roles = vec![RoleName("analyst".to_owned()), RoleName("engineer".to_owned())];
        Some(Account { verifier: Some(self.verifier.clone()), roles, valid_until })
    }

    fn mock(&self, user: &str) -> Verifier {
        Verifier { salt: user.bytes().chain([0; 16]).take(16).collect(), stored_key: [1; 32], ..self.verifier.clone() }
    }
}
