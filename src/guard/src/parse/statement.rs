//! The kinds of statement that there are. A kind without a variant here does not exist for Tollgate.

use sqlparser::ast;

/// One statement.
#[derive(Clone, Debug)]
pub enum Statement {
    /// Nothing between two semicolons.
    Empty,
    /// `SELECT`, `VALUES`, `TABLE`, `WITH …`
    Query(Box<ast::Query>),
    Explain(Explain),
    /// `COPY … TO STDOUT`
    Copy(CopyOut),
    Declare(DeclareCursor),
    Fetch(Fetch),
    /// `CLOSE name`; `None` is `ALL`
    Close(Option<String>),
    Prepare(Prepare),
    Execute(Execute),
    /// `DEALLOCATE name`; `None` is `ALL`
    Deallocate(Option<String>),
    Set(SetParameter),
    /// `SHOW name`; `None` is `ALL`
    Show(Option<String>),
    /// `RESET name`; `None` is `ALL`
    Reset(Option<String>),
    /// `SET [SESSION | LOCAL] ROLE name`; `None` is `NONE` (also `RESET ROLE`)
    SetRole {
        local: bool,
        role: Option<String>,
    },
    /// `BEGIN`, `START TRANSACTION`
    Begin(TransactionModes),
    /// `SET TRANSACTION …`, or with `session` `SET SESSION CHARACTERISTICS AS TRANSACTION …`
    SetTransaction {
        session: bool,
        modes: TransactionModes,
    },
    /// `COMMIT`, `END`
    Commit {
        chain: bool,
    },
    /// `ROLLBACK`, `ABORT`
    Rollback {
        chain: bool,
    },
    Savepoint(String),
    Release(String),
    RollbackTo(String),
    Discard(Discard),
    /// `UNLISTEN`, accepted without effect (pools send it)
    Unlisten,
}

/// `EXPLAIN [(option …)] statement`
#[derive(Clone, Debug)]
pub struct Explain {
    pub options: ExplainOptions,
    /// What is explained: a query, or `EXECUTE` of a prepared one.
    pub target: ExplainTarget,
}

#[derive(Clone, Debug)]
pub enum ExplainTarget {
    Query(Box<ast::Query>),
    Execute(Execute),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExplainOptions {
    /// `POLICY`, Tollgate's own
    pub policy: bool,
    pub verbose: bool,
    /// `COSTS`, on unless switched off
    pub costs_off: bool,
    pub format: ExplainFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExplainFormat {
    #[default]
    Text,
    Json,
    Xml,
    Yaml,
}

/// `COPY (query) TO STDOUT` or `COPY table [(columns)] TO STDOUT`, the second already turned into a query.
#[derive(Clone, Debug)]
pub struct CopyOut {
    pub query: Box<ast::Query>,
    pub options: CopyOptions,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyOptions {
    pub format: CopyFormat,
    pub delimiter: u8,
    pub null: String,
    pub header: bool,
    pub quote: u8,
    pub escape: u8,
    /// `FORCE_QUOTE`: these columns, or all
    pub force_quote: ForceQuote,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ForceQuote {
    #[default]
    None,
    All,
    Columns(Vec<String>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    Text,
    Csv,
    Binary,
}

#[derive(Clone, Debug)]
pub struct DeclareCursor {
    pub name: String,
    pub binary: bool,
    /// `SCROLL`, `NO SCROLL` or neither
    pub scroll: Option<bool>,
    pub hold: bool,
    pub query: Box<ast::Query>,
}

/// `FETCH` or `MOVE`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetch {
    pub cursor: String,
    pub direction: FetchDirection,
    /// `MOVE`: go there, send nothing
    pub moves: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchDirection {
    /// `NEXT`, `FORWARD n`, `n`: `i64::MAX` is ALL; a negative number goes back
    Forward(i64),
    Absolute(i64),
    Relative(i64),
}

#[derive(Clone, Debug)]
pub struct Prepare {
    pub name: String,
    pub types: Vec<ast::DataType>,
    /// The prepared query's own text.
    pub text: String,
    pub query: Box<ast::Query>,
}

#[derive(Clone, Debug)]
pub struct Execute {
    pub name: String,
    pub arguments: Vec<ast::Expr>,
}

/// `SET [SESSION | LOCAL] name = value`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetParameter {
    pub local: bool,
    /// Folded to lower case, dots kept: `tollgate.notices`. `SET TIME ZONE x` is `timezone`, `SET NAMES x` is `client_encoding`.
    pub name: String,
    pub value: SetValue,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetValue {
    Default,
    /// The list as PostgreSQL joins it: `a, b`
    Text(String),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TransactionModes {
    pub read_write: Option<bool>,
    pub isolation: Option<Isolation>,
    pub deferrable: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Isolation {
    ReadUncommitted,
    ReadCommitted,
    RepeatableRead,
    Serializable,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discard {
    All,
    Plans,
    Sequences,
    Temp,
}
