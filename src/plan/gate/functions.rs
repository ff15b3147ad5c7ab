//! Which functions a plan may call: the catalogue's own, and the engine's that the binder is known to use.
//!
//! Comes in: a call as it stands in the plan. Goes out: whether it may. Must never: know a function by what it claims alone, where its type can be asked.

use crate::functions::kernel::KernelUdf;
use crate::functions::settings::SettingUdf;
use crate::functions::{PgAggregate, PgFramed, PgWindow};
use crate::types::PgType;
use datafusion::logical_expr::{AggregateUDF, ScalarUDF, WindowUDF};

/// The engine's scalar functions that casts, rows, arrays and sub-selects are made of. None of them reads anything but its arguments.
const SCALAR: &[&str] = &[
    "array_element",
    "array_has",
    "array_position",
    "array_slice",
    "cardinality",
    "coalesce",
    "generate_series",
    "get_field",
    "greatest",
    "make_array",
    "named_struct",
];

/// Those that the binder makes for sub-selects: each begins with this.
const OWN: &str = "tollgate_";

const AGGREGATE: &[&str] = &["approx_distinct", "count", "first_value", "max", "min"];

const WINDOW: &[&str] =
    &["cume_dist", "dense_rank", "first_value", "last_value", "nth_value", "percent_rank", "rank", "row_number"];

pub fn is_known_scalar(function: &ScalarUDF) -> bool {
    let inner = function.inner();
    inner.downcast_ref::<KernelUdf>().is_some()
        || inner.downcast_ref::<SettingUdf>().is_some()
        || SCALAR.contains(&function.name())
        || function.name().starts_with(OWN)
}

/// Whether it turns a name, in text, into an object of the catalogs.
pub fn is_lookup(function: &ScalarUDF) -> bool {
    let Some(kernel) = function.inner().downcast_ref::<KernelUdf>() else { return false };
    let (arguments, result) = kernel.resolved();
    let element = result.element();
    is_object(element.as_ref().unwrap_or(result)) && !arguments.iter().all(is_number_or_object)
}

fn is_object(ty: &PgType) -> bool {
    use PgType::{
        Regclass, Regconfig, Regdictionary, Regnamespace, Regoper, Regoperator, Regproc, Regprocedure, Regrole, Regtype,
    };
    matches!(
        ty,
        Regclass
            | Regtype
            | Regproc
            | Regprocedure
            | Regnamespace
            | Regrole
            | Regoper
            | Regoperator
            | Regconfig
            | Regdictionary
    )
}

fn is_number_or_object(ty: &PgType) -> bool {
    let element = ty.element();
    let ty = element.as_ref().unwrap_or(ty);
    is_object(ty) || matches!(ty, PgType::Oid | PgType::Int2 | PgType::Int4 | PgType::Int8)
}

pub fn is_known_aggregate(function: &AggregateUDF) -> bool {
    let inner = function.inner();
    inner.downcast_ref::<PgAggregate>().is_some()
        || function.name().starts_with(OWN)
        || AGGREGATE.contains(&function.name())
}

/// Functions of the catalogue that the binder makes other calls and syntax of: `json_agg(x)` of `to_json(x)`, `ARRAY(SELECT …)` of `array_agg`.
const PARTS: &[&str] = &[
    "array_agg",
    "count",
    "json_typeof",
    "jsonb_typeof",
    "regexp_split_to_array",
    "string_to_array",
    "to_json",
    "to_jsonb",
];

/// The name that a client may have called it by; none for what the binder makes of other syntax, and for the engine's own, of which gate 1 alone knows whether they were called.
pub fn called_scalar(function: &ScalarUDF) -> Option<&str> {
    let inner = function.inner();
    let ours = inner.downcast_ref::<KernelUdf>().is_some() || inner.downcast_ref::<SettingUdf>().is_some();
    Some(function.name()).filter(|name| ours && !PARTS.contains(name))
}

/// As [`called_scalar`].
pub fn called_aggregate(function: &AggregateUDF) -> Option<&str> {
    let name = function.inner().downcast_ref::<PgAggregate>().map(PgAggregate::postgres_name);
    name.filter(|name| !PARTS.contains(name))
}

/// As [`called_scalar`].
pub fn called_window(function: &WindowUDF) -> Option<&str> {
    let inner = function.inner();
    let framed = || inner.downcast_ref::<PgFramed>().map(PgFramed::postgres_name);
    inner.downcast_ref::<PgWindow>().map(PgWindow::postgres_name).or_else(framed)
}

pub fn is_known_window(function: &WindowUDF) -> bool {
    let inner = function.inner();
    inner.downcast_ref::<PgWindow>().is_some()
        || inner.downcast_ref::<PgFramed>().is_some()
        || WINDOW.contains(&function.name())
}
