//! Casts of arrays, element by element, and of rows, field by field.
//!
//! Comes in: a column of lists or structs. Goes out: one whose elements are of another type. Must never: change how many there are.

use super::super::CastContext;
use super::super::kernel::Call;
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, ListArray};
use datafusion::arrow::datatypes::Field;
use datafusion::functions::core::expr_ext::FieldAccessor;
use datafusion::logical_expr::Expr;
use std::sync::Arc;

/// The kernel: one argument, an array.
pub fn elements(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map_elements(call, |source, target, inner| {
        use super::super::coercion::{Method, path};
        if source == target {
            return super::super::arithmetic::same(inner);
        }
        match path(source, target) {
            Some((_, Method::Relabel)) => super::super::arithmetic::same(inner),
            Some((_, Method::InOut)) => super::text::kernel(inner),
            Some((_, Method::Function)) => super::kernel_for(source, target)
                .ok_or_else(|| SqlError::unsupported("cast of array elements"))
                .and_then(|kernel| kernel(inner)),
            _ => Err(SqlError::unsupported("cast of array elements")),
        }
    })
}

/// Applies a function to all elements of an array column at once.
pub fn map_elements(
    call: &Call<'_>,
    function: impl Fn(&PgType, &PgType, &Call<'_>) -> SqlResult<ArrayRef>,
) -> SqlResult<ArrayRef> {
    let none = || SqlError::internal("a cast of an array finds something else");
    let array = call.columns.first().ok_or_else(none)?;
    let list = array.as_list_opt::<i32>().ok_or_else(none)?;
    let source = call.types.first().and_then(PgType::element).ok_or_else(none)?;
    let target = call.result.element().ok_or_else(none)?;
    let types = [source.clone()];
    let inner = Call {
        columns: vec![Arc::clone(list.values())],
        rows: list.values().len(),
        types: &types,
        result: &target,
        typmod: call.typmod,
        display: call.display,
    };
    let values = function(&source, &target, &inner)?;
    let field = Arc::new(Field::new_list_field(target.arrow(), true));
    Ok(Arc::new(ListArray::try_new(field, list.offsets().clone(), values, list.nulls().cloned())?))
}

/// A row whose fields have the same types under other names.
pub fn rename(value: Typed, target: &PgType) -> SqlResult<Typed> {
    if value.ty.arrow() == target.arrow() {
        return Ok(Typed::new(value.expr, target.clone()));
    }
    let name = format!("rename_row(any) {}", super::names::of(target));
    let invocation = super::Invocation::new(name, renamed, target.clone());
    Ok(invocation.with(vec![value], crate::types::Display::default().into()))
}

fn renamed(call: &Call<'_>) -> SqlResult<ArrayRef> {
    use datafusion::arrow::array::StructArray;
    use datafusion::arrow::datatypes::DataType;
    let array = call.columns.first().and_then(|array| array.as_struct_opt());
    let array = array.ok_or_else(|| SqlError::internal("a row that is none"))?;
    let DataType::Struct(fields) = call.result.arrow() else {
        return Err(SqlError::internal("a row's target is none"));
    };
    Ok(Arc::new(StructArray::try_new(fields, array.columns().to_vec(), array.nulls().cloned())?))
}

/// A row field by field.
pub fn record(value: Typed, target: &PgType, when: CastContext, context: &BindContext) -> SqlResult<Typed> {
    let (PgType::Record(from), PgType::Record(to)) = (&value.ty, target) else {
        return Err(SqlError::internal("a row cast of something else"));
    };
    let mut parts: Vec<Expr> = Vec::new();
    for ((name, source), (label, wanted)) in from.iter().zip(to.iter()) {
        let field = Typed::new(value.expr.clone().field(name.as_str()), source.clone());
        parts.push(Expr::Literal(label.as_str().into(), None));
        parts.push(super::cast(field, wanted, -1, when, context)?.expr);
    }
    let built = datafusion::functions::core::named_struct().call(parts);
    Ok(Typed::new(built, target.clone()))
}
