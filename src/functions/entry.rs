//! What one line of the catalogue is, and the parser of its signature.
//!
//! Comes in: `"left(text, int4) text"` and an implementation. Goes out: an [`Entry`], and its [`Signature`] once the registry has read it. Must never: decide anything about a call.

use super::kernel::KernelFn;
use super::{AggregateCall, Kind, SetReturning};
use crate::error::SqlResult;
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::logical_expr::{Expr, Volatility};

/// A parameter's or a result's declared type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ArgType {
    Exact(PgType),
    /// `"any"`: taken as it is.
    Any,
    AnyElement,
    AnyArray,
    AnyNonArray,
    AnyCompatible,
    AnyCompatibleArray,
    /// Any anonymous row.
    Record,
}

impl ArgType {
    /// Reads a type name of the catalogue's own spelling, such as `int4` or `text[]`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "any" => Self::Any,
            "anyelement" => Self::AnyElement,
            "anyarray" => Self::AnyArray,
            "anynonarray" => Self::AnyNonArray,
            "anycompatible" => Self::AnyCompatible,
            "anycompatiblearray" => Self::AnyCompatibleArray,
            "record" => Self::Record,
            _ => Self::Exact(plain_type(name)?),
        })
    }

    #[must_use]
    pub fn is_polymorphic(&self) -> bool {
        !matches!(self, Self::Exact(_) | Self::Any | Self::Record)
    }
}

/// A type by its internal name, `int4` and not `integer`; `[]` after it makes the array.
#[must_use]
pub fn plain_type(name: &str) -> Option<PgType> {
    if let Some(element) = name.strip_suffix("[]") {
        return Some(PgType::Array(Box::new(plain_type(element)?)));
    }
    Some(match name {
        "unknown" => PgType::Unknown,
        "bool" => PgType::Bool,
        "int2" => PgType::Int2,
        "int4" => PgType::Int4,
        "int8" => PgType::Int8,
        "float4" => PgType::Float4,
        "float8" => PgType::Float8,
        "numeric" => PgType::Numeric,
        "text" => PgType::Text,
        "varchar" => PgType::Varchar,
        "bpchar" => PgType::Bpchar,
        "char" => PgType::Char,
        "name" => PgType::Name,
        "bytea" => PgType::Bytea,
        "date" => PgType::Date,
        "time" => PgType::Time,
        "timestamp" => PgType::Timestamp,
        "timestamptz" => PgType::Timestamptz,
        "interval" => PgType::Interval,
        "json" => PgType::Json,
        "jsonb" => PgType::Jsonb,
        "uuid" => PgType::Uuid,
        "oid" => PgType::Oid,
        "regclass" => PgType::Regclass,
        "regtype" => PgType::Regtype,
        "regproc" => PgType::Regproc,
        "regprocedure" => PgType::Regprocedure,
        "regnamespace" => PgType::Regnamespace,
        "regrole" => PgType::Regrole,
        "regoper" => PgType::Regoper,
        "regoperator" => PgType::Regoperator,
        "regconfig" => PgType::Regconfig,
        "regdictionary" => PgType::Regdictionary,
        "int2vector" => PgType::Int2Vector,
        "oidvector" => PgType::OidVector,
        "xid" => PgType::Xid,
        "tid" => PgType::Tid,
        "pg_node_tree" => PgType::PgNodeTree,
        "aclitem" => PgType::AclItem,
        "inet" => PgType::Inet,
        "void" => PgType::Void,
        _ => return None,
    })
}

/// A declared signature. The last parameter of a variadic one repeats, once or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub name: &'static str,
    pub parameters: Vec<ArgType>,
    pub variadic: bool,
    pub result: ArgType,
}

impl Signature {
    /// Reads `name(type, variadic type) result`.
    #[must_use]
    pub fn parse(text: &'static str) -> Option<Self> {
        let (name, rest) = text.split_once('(')?;
        let (list, result) = rest.split_once(')')?;
        let mut parameters = Vec::new();
        let mut variadic = false;
        for parameter in list.split(',').map(str::trim).filter(|parameter| !parameter.is_empty()) {
            let one = parameter.strip_prefix("variadic ");
            variadic |= one.is_some();
            parameters.push(ArgType::parse(one.unwrap_or(parameter))?);
        }
        Some(Self { name, parameters, variadic, result: ArgType::parse(result.trim())? })
    }

    /// The parameter that the argument at `index` of `count` is for, if that many arguments fit at all.
    #[must_use]
    pub fn expanded(&self, count: usize) -> Option<Vec<ArgType>> {
        if !self.variadic {
            return (self.parameters.len() == count).then(|| self.parameters.clone());
        }
        let last = self.parameters.last()?;
        let missing = (count + 1).checked_sub(self.parameters.len())?;
        if missing == 0 {
            return None;
        }
        let mut all = self.parameters.clone();
        all.extend(std::iter::repeat_n(last.clone(), missing - 1));
        Some(all)
    }
}

/// How an entry is carried out.
#[derive(Clone, Copy)]
pub enum Implementation {
    /// A function of ours over Arrow arrays.
    Kernel(KernelFn),
    /// An expression of DataFusion's that means the same for every input; the result is of the resolved type.
    Native(fn(Vec<Typed>, &BindContext) -> SqlResult<Expr>),
    /// Builds the whole result, type and modifier too.
    Special(fn(Vec<Typed>, &BindContext) -> SqlResult<Typed>),
    /// An aggregate or window function; arguments have been cast, the type is the resolved result's.
    Aggregate(fn(AggregateCall, &PgType, &BindContext) -> SqlResult<Typed>),
    SetReturning(fn(Vec<Typed>, &BindContext) -> SqlResult<SetReturning>),
}

/// One line of the catalogue.
#[derive(Clone, Copy)]
pub struct Entry {
    /// `left(text, int4) text`; an operator has its symbol for a name and one or two parameters.
    pub signature: &'static str,
    pub kind: Kind,
    pub volatility: Volatility,
    /// NULL in, NULL out, without a call.
    pub strict: bool,
    pub implementation: Implementation,
}

impl Entry {
    const fn new(signature: &'static str, kind: Kind, implementation: Implementation) -> Self {
        Self { signature, kind, volatility: Volatility::Immutable, strict: true, implementation }
    }

    /// A strict, immutable scalar function or operator with a kernel of ours.
    #[must_use]
    pub const fn kernel(signature: &'static str, kernel: KernelFn) -> Self {
        Self::new(signature, Kind::Scalar, Implementation::Kernel(kernel))
    }

    /// A scalar function or operator that is an expression of DataFusion's.
    #[must_use]
    pub const fn native(signature: &'static str, build: fn(Vec<Typed>, &BindContext) -> SqlResult<Expr>) -> Self {
        Self::new(signature, Kind::Scalar, Implementation::Native(build))
    }

    /// A scalar function whose result's type depends on more than the signature.
    #[must_use]
    pub const fn special(signature: &'static str, build: fn(Vec<Typed>, &BindContext) -> SqlResult<Typed>) -> Self {
        Self::new(signature, Kind::Scalar, Implementation::Special(build))
    }

    #[must_use]
    pub const fn aggregate(
        signature: &'static str,
        build: fn(AggregateCall, &PgType, &BindContext) -> SqlResult<Typed>,
    ) -> Self {
        Self::new(signature, Kind::Aggregate, Implementation::Aggregate(build))
    }

    /// A function that is nothing without OVER.
    #[must_use]
    pub const fn window(
        signature: &'static str,
        build: fn(AggregateCall, &PgType, &BindContext) -> SqlResult<Typed>,
    ) -> Self {
        Self::new(signature, Kind::Window, Implementation::Aggregate(build))
    }

    #[must_use]
    pub const fn set_returning(
        signature: &'static str,
        build: fn(Vec<Typed>, &BindContext) -> SqlResult<SetReturning>,
    ) -> Self {
        Self::new(signature, Kind::SetReturning, Implementation::SetReturning(build))
    }

    /// It is called with NULLs too.
    #[must_use]
    pub const fn on_null(mut self) -> Self {
        self.strict = false;
        self
    }

    /// Its answer depends on the session (time zone, DateStyle): PostgreSQL's STABLE.
    #[must_use]
    pub const fn stable(mut self) -> Self {
        self.volatility = Volatility::Stable;
        self
    }
}
