//! The closed function catalogue: what a name or an operator means, with PostgreSQL's signature and semantics.
//!
//! Comes in: a name and bound arguments. Goes out: a bound expression whose meaning is PostgreSQL's, or PostgreSQL's error. Must never: fall back to an engine's function of the same name
//! that was not compared with PostgreSQL.

use crate::error::SqlResult;
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::logical_expr::WindowFrame;

/// What a name can be called as. A name may be several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Scalar,
    Aggregate,
    /// Only with OVER.
    Window,
    /// In FROM, or in the select list.
    SetReturning,
}

/// When a cast may happen, as in `pg_cast.castcontext`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CastContext {
    Implicit,
    Assignment,
    Explicit,
}

/// One ORDER BY key, defaults resolved.
#[derive(Clone, Debug)]
pub struct SortKey {
    pub value: Typed,
    pub ascending: bool,
    pub nulls_first: bool,
}

/// A call of an aggregate, or of an aggregate or window function with OVER.
#[derive(Debug)]
pub struct AggregateCall {
    pub name: String,
    pub arguments: Vec<Typed>,
    /// `count(*)`
    pub star: bool,
    pub distinct: bool,
    pub order_by: Vec<SortKey>,
    /// `WITHIN GROUP (ORDER BY …)`
    pub within_group: Vec<SortKey>,
    pub filter: Option<Typed>,
    pub over: Option<Over>,
}

/// The window of a call.
#[derive(Debug)]
pub struct Over {
    pub partition_by: Vec<Typed>,
    pub order_by: Vec<SortKey>,
    pub frame: WindowFrame,
}

/// A set-returning call: an array (of rows, where there are several columns) that the binder unnests.
#[derive(Debug)]
pub struct SetReturning {
    /// An array; its element is a record where `columns` has more than one.
    pub list: Typed,
    /// Names and types as PostgreSQL gives them when the call stands in FROM without an alias.
    pub columns: Vec<(String, PgType)>,
}

/// The names in the catalogue, for gate 1.
#[derive(Debug, Default)]
pub struct Catalogue;

impl guard::admit::FunctionNames for Catalogue {
    fn contains(&self, name: &str) -> bool {
        !kinds(name).is_empty()
    }
}

/// What `name` (folded, without schema) can be called as; empty if it is not in the catalogue.
pub fn kinds(_name: &str) -> &'static [Kind] {
    unimplemented!()
}

/// Resolves a call of a scalar function by PostgreSQL's overload rules.
///
/// # Errors
/// 42883 if there is none with such arguments, 42725 if there are several equally good.
pub fn scalar(_name: &str, _arguments: Vec<Typed>, _context: &BindContext) -> SqlResult<Typed> {
    unimplemented!()
}

/// Resolves a call of an aggregate, with or without OVER, or of a window function.
pub fn aggregate(_call: AggregateCall, _context: &BindContext) -> SqlResult<Typed> {
    unimplemented!()
}

/// Resolves a call of a set-returning function.
pub fn set_returning(_name: &str, _arguments: Vec<Typed>, _context: &BindContext) -> SqlResult<SetReturning> {
    unimplemented!()
}

/// Resolves an operator by PostgreSQL's symbol (`+`, `||`, `->>`, `~*`, `@>`, `<=`, …); `left` is `None` for a prefix operator.
pub fn operator(_symbol: &str, _left: Option<Typed>, _right: Typed, _context: &BindContext) -> SqlResult<Typed> {
    unimplemented!()
}

/// Casts as PostgreSQL does in that context; an untyped literal is read by the target's input function, an untyped parameter takes the target's type.
///
/// # Errors
/// 42846 (or 42804 for an implicit one) if there is no such cast; 22P02 and its kin for a literal that does not read.
pub fn cast(
    _value: Typed,
    _target: &PgType,
    _typmod: i32,
    _when: CastContext,
    _context: &BindContext,
) -> SqlResult<Typed> {
    unimplemented!()
}

/// The type that UNION, CASE, VALUES, ARRAY, COALESCE and their like give to these values ("10.5. UNION, CASE, and Related Constructs"), and the values cast to it.
/// `construct` is for the error message: `CASE types integer and text cannot be matched`.
pub fn unify(_values: Vec<Typed>, _construct: &str, _context: &BindContext) -> SqlResult<(PgType, Vec<Typed>)> {
    unimplemented!()
}

/// What to compare, hash, group and sort by instead of the value itself, where its Arrow form orders or equates otherwise than PostgreSQL does (numeric's display scale,
/// interval's months against days). The same expression for all other types.
pub fn comparison_key(_value: &Typed) -> SqlResult<Typed> {
    unimplemented!()
}

/// An untyped literal or parameter that nothing has decided becomes text.
pub fn settle(_value: Typed, _context: &BindContext) -> SqlResult<Typed> {
    unimplemented!()
}
