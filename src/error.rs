//! What a client is told when a statement fails.
//!
//! One type for all rooms, so that a failure keeps its SQLSTATE, DETAIL, HINT and position on its way to the client. A foreign error (DataFusion's, a driver's, the operating system's)
//! never becomes text for a client: it becomes [`SqlError::internal`], whose source goes to the log.

use datafusion::error::DataFusionError;
use guard::{Refusal, SqlState};
use std::fmt;
use std::sync::Arc;

/// A failure with what the client may see of it.
#[derive(Clone, Debug)]
pub struct SqlError(Box<Report>);

/// What the client sees, and what only the log sees.
#[derive(Clone, Debug)]
pub struct Report {
    pub sqlstate: SqlState,
    pub message: String,
    pub detail: Option<String>,
    pub hint: Option<String>,
    /// In characters from 1.
    pub position: Option<usize>,
    /// The rule that refused, for the audit record.
    pub rule: Option<&'static str>,
    /// For the log alone.
    pub cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// What most functions here return.
pub type SqlResult<T> = Result<T, SqlError>;

impl SqlError {
    pub fn new(sqlstate: SqlState, message: impl Into<String>) -> Self {
        Self(Box::new(Report {
            sqlstate,
            message: message.into(),
            detail: None,
            hint: None,
            position: None,
            rule: None,
            cause: None,
        }))
    }

    /// PostgreSQL has it and Tollgate does not (0A000).
    pub fn unsupported(what: impl Into<String>) -> Self {
        Self::new(SqlState::FEATURE_NOT_SUPPORTED, what)
    }

    /// A failure of ours: the client gets a fixed sentence, the log gets the cause.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        let mut error = Self::new(SqlState::INTERNAL_ERROR, "internal error");
        error.0.cause = Some(Arc::from(cause.into()));
        error
    }

    /// The statement's own limit on memory (53200), not that of the machine.
    #[must_use]
    pub fn out_of_memory() -> Self {
        Self::new(SqlState::OUT_OF_MEMORY, "the statement needs more memory than it may use").rule("limit-memory")
    }

    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.0.detail = Some(detail.into());
        self
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn rule(mut self, rule: &'static str) -> Self {
        self.0.rule = Some(rule);
        self
    }

    /// Sets the position unless a nearer one is known already.
    #[must_use]
    pub fn at(mut self, position: impl Into<Option<usize>>) -> Self {
        self.0.position = self.0.position.or(position.into());
        self
    }

    /// What the log may know of it and the client may not.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.cause = Some(Arc::from(cause.into()));
        self
    }

    #[must_use]
    pub fn report(&self) -> &Report {
        &self.0
    }

    #[must_use]
    pub fn sqlstate(&self) -> SqlState {
        self.0.sqlstate
    }

    /// For an implementation inside DataFusion: wraps the failure so that [`SqlError::from`] finds it again.
    #[must_use]
    pub fn into_datafusion(self) -> DataFusionError {
        DataFusionError::External(Box::new(self))
    }
}

impl fmt::Display for SqlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.0.message, self.0.sqlstate)
    }
}

impl std::error::Error for SqlError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.cause.as_deref().map(|cause| cause as &(dyn std::error::Error + 'static))
    }
}

impl From<Refusal> for SqlError {
    fn from(refusal: Refusal) -> Self {
        let Refusal { rule, sqlstate, message, detail, hint, position } = refusal;
        Self(Box::new(Report { sqlstate, message, detail, hint, position, rule: Some(rule), cause: None }))
    }
}

impl From<DataFusionError> for SqlError {
    /// Finds our own failure inside, knows the few of DataFusion's and Arrow's that have a PostgreSQL meaning, and hides the rest.
    fn from(error: DataFusionError) -> Self {
        classify(&error).unwrap_or_else(|| Self::internal(error))
    }
}

impl From<datafusion::arrow::error::ArrowError> for SqlError {
    fn from(error: datafusion::arrow::error::ArrowError) -> Self {
        Self::from(DataFusionError::from(error))
    }
}

fn classify(error: &DataFusionError) -> Option<SqlError> {
    use datafusion::arrow::error::ArrowError;
    match error {
        DataFusionError::External(inner) => external(inner.as_ref()),
        DataFusionError::ArrowError(arrow, _) => match arrow.as_ref() {
            ArrowError::DivideByZero => Some(SqlError::new(SqlState::DIVISION_BY_ZERO, "division by zero")),
            ArrowError::ArithmeticOverflow(_) => {
                Some(SqlError::new(SqlState::NUMERIC_VALUE_OUT_OF_RANGE, "value out of range"))
            }
            ArrowError::ExternalError(inner) => external(inner.as_ref()),
            _ => None,
        },
        DataFusionError::ResourcesExhausted(_) => Some(SqlError::out_of_memory()),
        DataFusionError::NotImplemented(_) => {
            Some(SqlError::unsupported("this form of statement is not supported by the embedded engine"))
        }
        DataFusionError::Context(_, inner) | DataFusionError::Diagnostic(_, inner) => classify(inner),
        DataFusionError::Shared(inner) => classify(inner),
        DataFusionError::Collection(errors) => errors.iter().find_map(classify),
        _ => None,
    }
}

fn external(inner: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<SqlError> {
    if let Some(ours) = inner.downcast_ref::<SqlError>() {
        return Some(ours.clone());
    }
    inner.downcast_ref::<DataFusionError>().and_then(classify)
}
