//! Expressions: every node of the tree, by PostgreSQL's rules.
//!
//! Comes in: an expression as written and the level it stands on. Goes out: a typed expression. Must never: recurse once for each term of a flat chain, or guess at a node it does not know.

use super::binder::{Binder, MAX_CHAIN};
use super::scope::{Clause, Found, Item, Level, ScopeColumn, fold};
use super::typed::Typed;
use super::{call, literal, node, rows, subquery, typename};
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, CastContext};
use crate::types::PgType;
use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::error::Result as DataFusionResult;
use datafusion::logical_expr::expr::{Case, Exists, InList, InSubquery, SetComparison};
use datafusion::logical_expr::{Expr, LogicalPlan, Operator, Subquery, binary_expr, lit, when};
use datafusion::sql::sqlparser::ast::{self, AccessExpr, BinaryOperator, Subscript, UnaryOperator};
use guard::SqlState;
use std::sync::Arc;

/// Whether a sub-select stands anywhere in it.
pub fn holds_subquery(expr: &Expr) -> bool {
    let mut found = false;
    let _ = expr.apply(|expr| {
        found |=
            matches!(expr, Expr::Exists(_) | Expr::InSubquery(_) | Expr::ScalarSubquery(_) | Expr::SetComparison(_));
        Ok(if found { TreeNodeRecursion::Stop } else { TreeNodeRecursion::Continue })
    });
    found
}

/// Rewrites the plan of a sub-select that this expression is.
pub fn map_subqueries(
    expr: Expr,
    rewrite: impl Fn(LogicalPlan) -> DataFusionResult<LogicalPlan>,
) -> DataFusionResult<Expr> {
    let inner = |subquery: Subquery| -> DataFusionResult<Subquery> {
        let plan = rewrite(Arc::unwrap_or_clone(subquery.subquery))?;
        let outer_ref_columns = plan.all_out_ref_exprs();
        Ok(Subquery { subquery: Arc::new(plan), outer_ref_columns, spans: subquery.spans })
    };
    Ok(match expr {
        Expr::Exists(Exists { subquery, negated }) => Expr::Exists(Exists { subquery: inner(subquery)?, negated }),
        Expr::InSubquery(InSubquery { expr, subquery, negated }) => {
            Expr::InSubquery(InSubquery { expr, subquery: inner(subquery)?, negated })
        }
        Expr::ScalarSubquery(subquery) => Expr::ScalarSubquery(inner(subquery)?),
        Expr::SetComparison(SetComparison { expr, subquery, op, quantifier }) => {
            Expr::SetComparison(SetComparison { expr, subquery: inner(subquery)?, op, quantifier })
        }
        other => other,
    })
}

/// A condition: `argument of WHERE must be type boolean, not type integer`.
pub fn boolean(binder: &Binder<'_>, level: &Level<'_>, written: &ast::Expr, construct: &str) -> SqlResult<Typed> {
    let value = bind(binder, level, written)?;
    to_boolean(binder, value, construct)
}

fn to_boolean(binder: &Binder<'_>, value: Typed, construct: &str) -> SqlResult<Typed> {
    match value.ty {
        PgType::Bool => Ok(value),
        PgType::Unknown => binder.coerce(value, &PgType::Bool),
        other => Err(SqlError::new(
            SqlState::DATATYPE_MISMATCH,
            format!("argument of {construct} must be type boolean, not type {}", typename::of(&other)),
        )),
    }
}

/// Binds an expression.
pub fn bind(binder: &Binder<'_>, level: &Level<'_>, written: &ast::Expr) -> SqlResult<Typed> {
    binder.spend(1)?;
    match written {
        ast::Expr::Identifier(ident) => match binder.lookup(level, ident)? {
            Found::Column(value) => {
                see(binder, level, &value, ident.span);
                Ok(value)
            }
            Found::Row(item, depth) => {
                row_of(binder, item, depth).map_err(|error| error.at(binder.position(ident.span)))
            }
        },
        ast::Expr::CompoundIdentifier(parts) => compound(binder, level, parts),
        ast::Expr::CompoundFieldAccess { root, access_chain } => access(binder, level, root, access_chain),
        ast::Expr::IsTrue(inner) => {
            test(binder, level, inner, "IS TRUE", |value| binary_expr(value, Operator::IsNotDistinctFrom, lit(true)))
        }
        ast::Expr::IsNotTrue(inner) => {
            test(binder, level, inner, "IS NOT TRUE", |value| binary_expr(value, Operator::IsDistinctFrom, lit(true)))
        }
        ast::Expr::IsFalse(inner) => {
            test(binder, level, inner, "IS FALSE", |value| binary_expr(value, Operator::IsNotDistinctFrom, lit(false)))
        }
        ast::Expr::IsNotFalse(inner) => {
            test(binder, level, inner, "IS NOT FALSE", |value| binary_expr(value, Operator::IsDistinctFrom, lit(false)))
        }
        ast::Expr::IsUnknown(inner) => test(binder, level, inner, "IS UNKNOWN", Expr::is_null),
        ast::Expr::IsNotUnknown(inner) => test(binder, level, inner, "IS NOT UNKNOWN", Expr::is_not_null),
        ast::Expr::IsNull(inner) => null_test(binder, level, inner, true),
        ast::Expr::IsNotNull(inner) => null_test(binder, level, inner, false),
        ast::Expr::IsDistinctFrom(left, right) => distinct(binder, level, left, right, Operator::IsDistinctFrom),
        ast::Expr::IsNotDistinctFrom(left, right) => distinct(binder, level, left, right, Operator::IsNotDistinctFrom),
        ast::Expr::IsNormalized { expr, form, negated } => {
            let form = form.as_ref().map_or_else(|| "NFC".to_owned(), ToString::to_string);
            let arguments = vec![bind(binder, level, expr)?, Typed::unknown(&form)];
            let normal = functions::scalar("is_normalized", arguments, binder.context)?;
            let expr = if *negated { Expr::Not(Box::new(normal.expr)) } else { normal.expr };
            Ok(Typed::new(expr, PgType::Bool))
        }
        ast::Expr::InList { expr, list, negated } => in_list(binder, level, expr, list, *negated),
        ast::Expr::InSubquery { expr, subquery: query, negated } => {
            subquery::in_subquery(binder, level, expr, query, *negated)
        }
        ast::Expr::Between { expr, negated, low, high } => between(binder, level, expr, low, high, *negated),
        ast::Expr::BinaryOp { left, op, right } => binary(binder, level, written, left, op, right),
        ast::Expr::Like { negated, any: false, expr, pattern, escape_char } => like(
            binder,
            level,
            (if *negated { "!~~" } else { "~~" }, "like_escape"),
            expr,
            pattern,
            escape_char.as_ref(),
        ),
        ast::Expr::ILike { negated, any: false, expr, pattern, escape_char } => like(
            binder,
            level,
            (if *negated { "!~~*" } else { "~~*" }, "like_escape"),
            expr,
            pattern,
            escape_char.as_ref(),
        ),
        ast::Expr::SimilarTo { negated, expr, pattern, escape_char } => {
            let value = bind(binder, level, expr)?;
            let mut arguments = vec![bind(binder, level, pattern)?];
            if let Some(escape) = escape_char {
                arguments.push(literal::bind(binder, escape)?);
            }
            let pattern = functions::scalar("similar_to_escape", arguments, binder.context)?;
            functions::operator(if *negated { "!~" } else { "~" }, Some(value), pattern, binder.context)
        }
        ast::Expr::AnyOp { left, compare_op, right, is_some: _ } => {
            subquery::quantified(binder, level, left, compare_op, right, true)
        }
        ast::Expr::AllOp { left, compare_op, right } => {
            subquery::quantified(binder, level, left, compare_op, right, false)
        }
        ast::Expr::UnaryOp { op, expr } => unary(binder, level, op, expr),
        ast::Expr::Cast { kind, expr, data_type, array: false, format: None } => {
            if matches!(kind, ast::CastKind::TryCast | ast::CastKind::SafeCast) {
                return Err(SqlError::unsupported("TRY_CAST is not supported"));
            }
            cast(binder, level, expr, data_type)
        }
        ast::Expr::AtTimeZone { timestamp, time_zone } => {
            let arguments = vec![bind(binder, level, time_zone)?, bind(binder, level, timestamp)?];
            functions::scalar("timezone", arguments, binder.context)
        }
        ast::Expr::Extract { field, syntax: _, expr } => {
            let field = match field {
                ast::DateTimeField::Custom(ident) => fold(ident),
                other => other.to_string().to_lowercase(),
            };
            let field = functions::settle(Typed::unknown(field.trim_matches('\'')), binder.context)?;
            functions::scalar("extract", vec![field, bind(binder, level, expr)?], binder.context)
        }
        ast::Expr::Ceil { expr, field } => round_to(binder, level, "ceil", expr, field),
        ast::Expr::Floor { expr, field } => round_to(binder, level, "floor", expr, field),
        ast::Expr::Position { expr, r#in } => special(binder, level, "position", &[r#in, expr]),
        ast::Expr::Substring { expr, substring_from, substring_for, special: _, shorthand } => {
            let mut arguments = vec![bind(binder, level, expr)?];
            match (substring_from, substring_for) {
                (None, Some(_)) => arguments.push(Typed::new(lit(1_i32), PgType::Int4)),
                (Some(from), _) => arguments.push(bind(binder, level, from)?),
                (None, None) => {}
            }
            if let Some(length) = substring_for {
                arguments.push(bind(binder, level, length)?);
            }
            functions::scalar(if *shorthand { "substr" } else { "substring" }, arguments, binder.context)
        }
        ast::Expr::Trim { trim_where, trim_what, expr, trim_characters } => {
            let name = match trim_where {
                Some(ast::TrimWhereField::Leading) => "ltrim",
                Some(ast::TrimWhereField::Trailing) => "rtrim",
                Some(ast::TrimWhereField::Both) | None => "btrim",
            };
            let mut arguments = vec![bind(binder, level, expr)?];
            if let Some(what) = trim_what {
                arguments.push(bind(binder, level, what)?);
            }
            for what in trim_characters.iter().flatten() {
                arguments.push(bind(binder, level, what)?);
            }
            functions::scalar(name, arguments, binder.context)
        }
        ast::Expr::Overlay { expr, overlay_what, overlay_from, overlay_for } => {
            let mut parts: Vec<&ast::Expr> = vec![expr, overlay_what, overlay_from];
            parts.extend(overlay_for.as_deref());
            special(binder, level, "overlay", &parts)
        }
        ast::Expr::Collate { expr, collation } => {
            let value = bind(binder, level, expr)?;
            collate(value, collation)
        }
        ast::Expr::Nested(inner) => bind(binder, level, inner),
        ast::Expr::Value(value) => literal::bind(binder, value),
        ast::Expr::TypedString(ast::TypedString { data_type, value, uses_odbc_syntax: false }) => {
            let (ty, typmod) = typename::resolve(data_type)?;
            let text = literal::bind(binder, value)?;
            functions::cast(text, &ty, typmod, CastContext::Explicit, binder.context)
                .map_err(|error| error.at(binder.position(value.span)))
        }
        ast::Expr::Function(function) => call::bind(binder, level, function),
        ast::Expr::Case { case_token: _, end_token: _, operand, conditions, else_result } => {
            case(binder, level, operand.as_deref(), conditions, else_result.as_deref())
        }
        ast::Expr::Exists { subquery: query, negated } => subquery::exists(binder, level, query, *negated),
        ast::Expr::Subquery(query) => subquery::scalar(binder, level, query),
        ast::Expr::Tuple(values) => {
            let values = values.iter().map(|value| bind(binder, level, value)).collect::<SqlResult<_>>()?;
            rows::record(binder, values)
        }
        ast::Expr::Array(ast::Array { elem, named: _ }) => {
            let values = elem.iter().map(|value| bind(binder, level, value)).collect::<SqlResult<Vec<_>>>()?;
            if values.is_empty() {
                return rows::array(values);
            }
            let typmod = Typed::common_typmod(&values);
            let (_, values) = functions::unify(values, "ARRAY", binder.context)?;
            Ok(Typed { typmod, ..rows::array(values)? })
        }
        ast::Expr::Interval(interval) => literal::interval(binder, interval),
        ast::Expr::Like { any: true, .. }
        | ast::Expr::ILike { any: true, .. }
        | ast::Expr::Cast { .. }
        | ast::Expr::TypedString(_)
        | ast::Expr::JsonAccess { .. }
        | ast::Expr::InUnnest { .. }
        | ast::Expr::RLike { .. }
        | ast::Expr::Convert { .. }
        | ast::Expr::Prefixed { .. }
        | ast::Expr::GroupingSets(_)
        | ast::Expr::Cube(_)
        | ast::Expr::Rollup(_)
        | ast::Expr::Struct { .. }
        | ast::Expr::Named { .. }
        | ast::Expr::Dictionary(_)
        | ast::Expr::Map(_)
        | ast::Expr::MatchAgainst { .. }
        | ast::Expr::Wildcard(_)
        | ast::Expr::QualifiedWildcard(..)
        | ast::Expr::OuterJoin(_)
        | ast::Expr::Prior(_)
        | ast::Expr::Lambda(_)
        | ast::Expr::MemberOf(_) => Err(SqlError::unsupported("this expression is not supported")),
    }
}

/// A relation's row as a whole. One that an outer join lacks is NULL, as no record of its columns is.
fn row_of(binder: &Binder<'_>, item: &Item, depth: usize) -> SqlResult<Typed> {
    let value = |column| if depth == 0 { ScopeColumn::value(column) } else { super::scope::outer(column) };
    let row = rows::named_record(binder, item.columns.iter().map(|column| (column.name.clone(), value(column))))?;
    match item.presence() {
        _ if !item.optional => Ok(row),
        Some(present) => Ok(Typed { expr: when(value(present).expr, row.expr).end()?, ..row }),
        None => {
            binder.want_presence(item);
            let message = "a whole row of the optional side of an outer join is not supported here";
            let hint = "Use its columns: one that is never null tells whether there is a row.";
            Err(SqlError::unsupported(message).hint(hint))
        }
    }
}

/// `e.*` as an argument: the row as a whole.
pub fn row_argument(binder: &Binder<'_>, level: &Level<'_>, name: &ast::ObjectName) -> SqlResult<Typed> {
    let parts: Vec<&ast::Ident> = name.0.iter().filter_map(|part| part.as_ident()).collect();
    let [relation] = parts.as_slice() else {
        return Err(SqlError::unsupported("a row of a table with its schema as an argument is not supported"));
    };
    let (item, depth) = binder.item(level, relation)?;
    row_of(binder, item, depth).map_err(|error| error.at(binder.position(relation.span)))
}

/// Remembers where a column is first named outside an aggregate, for the position of a grouping error.
fn see(binder: &Binder<'_>, level: &Level<'_>, value: &Typed, span: datafusion::sql::sqlparser::tokenizer::Span) {
    let counts = matches!(level.clause.get(), Clause::Select | Clause::Having | Clause::OrderBy | Clause::DistinctOn);
    if let (true, false, Expr::Column(column), Some(position)) =
        (counts, level.in_aggregate.get(), &value.expr, binder.position(span))
    {
        level.captured.borrow_mut().seen.entry(column.name.clone()).or_insert(position);
    }
}

fn compound(binder: &Binder<'_>, level: &Level<'_>, parts: &[ast::Ident]) -> SqlResult<Typed> {
    let (schema, relation, column) = match parts {
        [relation, column] => (None, relation, column),
        [schema, relation, column] => (Some(schema), relation, column),
        [database, schema, relation, column] if fold(database) == binder.context.database => {
            (Some(schema), relation, column)
        }
        [_, _, _, _] => return Err(SqlError::unsupported("cross-database references are not implemented")),
        _ => {
            let name = parts.iter().map(fold).collect::<Vec<_>>().join(".");
            let message = format!("improper qualified name (too many dotted names): {name}");
            return Err(SqlError::new(SqlState::SYNTAX_ERROR, message));
        }
    };
    let value = binder.lookup_qualified(level, schema, relation, column)?;
    see(binder, level, &value, relation.span);
    Ok(value)
}

fn access(binder: &Binder<'_>, level: &Level<'_>, root: &ast::Expr, chain: &[AccessExpr]) -> SqlResult<Typed> {
    let mut value = bind(binder, level, root)?;
    for step in chain {
        value = match step {
            AccessExpr::Dot(ast::Expr::Identifier(ident)) => {
                let name = fold(ident);
                let index = match &value.ty {
                    PgType::Record(fields) => fields.iter().position(|(field, _)| *field == name),
                    other => {
                        let message = format!(
                            "column notation .{name} applied to type {}, which is not a composite type",
                            typename::of(other)
                        );
                        return Err(SqlError::new(SqlState::WRONG_OBJECT_TYPE, message).at(binder.position(ident.span)));
                    }
                };
                let Some(index) = index else {
                    return Err(SqlError::new(
                        SqlState::UNDEFINED_COLUMN,
                        format!("column \"{name}\" not found in data type {}", typename::of(&value.ty)),
                    )
                    .at(binder.position(ident.span)));
                };
                rows::field(&value, index)?
            }
            AccessExpr::Dot(_) => return Err(SqlError::unsupported("this field access is not supported")),
            AccessExpr::Subscript(Subscript::Index { index }) => {
                let index = bind(binder, level, index)?;
                if value.ty == PgType::Jsonb {
                    member(binder, value, index)?
                } else {
                    rows::element(binder, value, index)?
                }
            }
            AccessExpr::Subscript(Subscript::Slice { lower_bound, upper_bound, stride: None }) => {
                let lower = lower_bound.as_ref().map(|bound| bind(binder, level, bound)).transpose()?;
                let upper = upper_bound.as_ref().map(|bound| bind(binder, level, bound)).transpose()?;
                rows::slice(binder, value, lower, upper)?
            }
            AccessExpr::Subscript(Subscript::Slice { stride: Some(_), .. }) => {
                return Err(SqlError::unsupported("a slice with a stride is not supported"));
            }
        };
    }
    Ok(value)
}

/// `document[1]`, `document['key']`: as `#>` finds it, to which a number is no document that has elements.
fn member(binder: &Binder<'_>, document: Typed, index: Typed) -> SqlResult<Typed> {
    let key = match index.ty {
        PgType::Unknown => functions::settle(index, binder.context)?,
        PgType::Text => index,
        PgType::Int2 | PgType::Int4 => {
            functions::cast(index, &PgType::Text, -1, CastContext::Explicit, binder.context)?
        }
        other => {
            let message = format!("subscript type {} is not supported", typename::of(&other));
            return Err(SqlError::new(SqlState::DATATYPE_MISMATCH, message));
        }
    };
    functions::operator("#>", Some(document), rows::array(vec![key])?, binder.context)
}

/// The engine's own nodes for these tests are never NULL to its planner and may be to its executor, which then refuses the plan: comparisons mean the same and are one thing to both.
fn test(
    binder: &Binder<'_>,
    level: &Level<'_>,
    inner: &ast::Expr,
    construct: &str,
    make: fn(Expr) -> Expr,
) -> SqlResult<Typed> {
    let value = boolean(binder, level, inner, construct)?;
    Ok(Typed::new(make(value.expr), PgType::Bool))
}

/// A row is NULL if all its columns are, and not NULL if none is.
fn null_test(binder: &Binder<'_>, level: &Level<'_>, inner: &ast::Expr, is_null: bool) -> SqlResult<Typed> {
    let make = if is_null { Expr::is_null } else { Expr::is_not_null };
    let parts = match whole_row(binder, level, inner) {
        Some(values) => Some(values),
        None => row_parts(binder, level, inner)?,
    };
    if let Some(values) = parts {
        let tests = values
            .into_iter()
            .map(|value| Ok(make(functions::settle(value, binder.context)?.expr)))
            .collect::<SqlResult<Vec<_>>>()?;
        return Ok(Typed::new(node::balanced(tests, Expr::and).unwrap_or_else(|| lit(is_null)), PgType::Bool));
    }
    let value = functions::settle(bind(binder, level, inner)?, binder.context)?;
    Ok(Typed::new(make(value.expr), PgType::Bool))
}

/// The columns of a relation that is named alone. A row that is missing is one of NULLs for IS NULL and IS NOT NULL, which look at each column.
fn whole_row(binder: &Binder<'_>, level: &Level<'_>, written: &ast::Expr) -> Option<Vec<Typed>> {
    match written {
        ast::Expr::Nested(inner) => whole_row(binder, level, inner),
        ast::Expr::Identifier(ident) => match binder.lookup(level, ident) {
            Ok(Found::Row(item, depth)) => {
                let value = |column| if depth == 0 { ScopeColumn::value(column) } else { super::scope::outer(column) };
                Some(item.columns.iter().map(value).collect())
            }
            // What it is instead, or why it is nothing, is told where it is bound.
            Ok(Found::Column(_)) | Err(_) => None,
        },
        _ => None,
    }
}

/// The columns of a row constructor or a whole-row reference, or `None` for any other expression.
pub fn row_parts(binder: &Binder<'_>, level: &Level<'_>, written: &ast::Expr) -> SqlResult<Option<Vec<Typed>>> {
    match written {
        ast::Expr::Nested(inner) => row_parts(binder, level, inner),
        ast::Expr::Tuple(values) => {
            values.iter().map(|value| bind(binder, level, value)).collect::<SqlResult<Vec<_>>>().map(Some)
        }
        ast::Expr::Function(function) if call::is_row(function) => {
            call::row_arguments(binder, level, function).map(Some)
        }
        _ => Ok(None),
    }
}

fn distinct(
    binder: &Binder<'_>,
    level: &Level<'_>,
    left: &ast::Expr,
    right: &ast::Expr,
    operator: Operator,
) -> SqlResult<Typed> {
    if let (Some(left), Some(right)) = (row_parts(binder, level, left)?, row_parts(binder, level, right)?) {
        if left.len() != right.len() {
            return Err(SqlError::new(SqlState::SYNTAX_ERROR, "unequal number of entries in row expressions"));
        }
        let tests = left
            .into_iter()
            .zip(right)
            .map(|(left, right)| distinct_values(binder, left, right, operator))
            .collect::<SqlResult<Vec<_>>>()?;
        let combine = if operator == Operator::IsDistinctFrom { Expr::or } else { Expr::and };
        return Ok(Typed::new(node::balanced(tests, combine).unwrap_or_else(|| lit(false)), PgType::Bool));
    }
    let (left, right) = (bind(binder, level, left)?, bind(binder, level, right)?);
    Ok(Typed::new(distinct_values(binder, left, right, operator)?, PgType::Bool))
}

fn distinct_values(binder: &Binder<'_>, left: Typed, right: Typed, operator: Operator) -> SqlResult<Expr> {
    // The operator `=` decides whether these types compare at all, and in whose words they do not.
    binder.compare("=", &left, &right)?;
    let (_, values) = functions::unify(vec![left, right], "IS DISTINCT FROM", binder.context)?;
    let [left, right] = <[Typed; 2]>::try_from(values).map_err(|_| SqlError::internal("a side was lost"))?;
    Ok(binary_expr(functions::comparison_key(&left)?.expr, operator, functions::comparison_key(&right)?.expr))
}

fn between(
    binder: &Binder<'_>,
    level: &Level<'_>,
    value: &ast::Expr,
    low: &ast::Expr,
    high: &ast::Expr,
    negated: bool,
) -> SqlResult<Typed> {
    let (value, low, high) = (bind(binder, level, value)?, bind(binder, level, low)?, bind(binder, level, high)?);
    let expr = if negated {
        binder.compare("<", &value, &low)?.or(binder.compare(">", &value, &high)?)
    } else {
        binder.compare(">=", &value, &low)?.and(binder.compare("<=", &value, &high)?)
    };
    Ok(Typed::new(expr, PgType::Bool))
}

fn in_list(
    binder: &Binder<'_>,
    level: &Level<'_>,
    value: &ast::Expr,
    list: &[ast::Expr],
    negated: bool,
) -> SqlResult<Typed> {
    let not = |expr: Expr| if negated { Expr::Not(Box::new(expr)) } else { expr };
    if let Some(left) = row_parts(binder, level, value)? {
        let mut tests = Vec::with_capacity(list.len());
        for item in list {
            let Some(right) = row_parts(binder, level, item)? else {
                return Err(SqlError::unsupported("a row is only comparable with a row"));
            };
            tests.push(rows::compare(binder, "=", &left, &right)?.expr);
        }
        let expr = node::balanced(tests, Expr::or).unwrap_or_else(|| lit(false));
        return Ok(Typed::new(not(expr), PgType::Bool));
    }
    let value = bind(binder, level, value)?;
    let items = list.iter().map(|item| bind(binder, level, item)).collect::<SqlResult<Vec<_>>>()?;
    let items = of_one_type(binder, &value, items)?;
    Ok(Typed::new(not(any_of(binder, value, items)?), PgType::Bool))
}

/// Several items without columns have one type, which the value has its say in, if there is one: `real IN (0.1, 0.2)` compares reals. One alone has its own: `real IN (0.1)` compares double precision.
fn of_one_type(binder: &Binder<'_>, value: &Typed, items: Vec<Typed>) -> SqlResult<Vec<Typed>> {
    let is_free = |item: &Typed| item.expr.column_refs().is_empty();
    let free: Vec<Typed> = items.iter().filter(|item| is_free(item)).cloned().collect();
    if free.len() < 2 {
        return Ok(items);
    }
    let all = std::iter::once(value.clone()).chain(free).collect();
    let mut of_type = match functions::unify(all, "IN", binder.context) {
        Ok((PgType::Record(_), _)) => return Ok(items),
        Ok((_, of_type)) => of_type.into_iter().skip(1),
        Err(error) if matches!(error.sqlstate(), SqlState::DATATYPE_MISMATCH | SqlState::CANNOT_COERCE) => {
            return Ok(items);
        }
        Err(error) => return Err(error),
    };
    Ok(items.into_iter().map(|item| if is_free(&item) { of_type.next().unwrap_or(item) } else { item }).collect())
}

/// `value = item OR value = item …`, as one list where the types allow it.
pub fn any_of(binder: &Binder<'_>, value: Typed, items: Vec<Typed>) -> SqlResult<Expr> {
    let tests = items.iter().map(|item| binder.compare("=", &value, item)).collect::<SqlResult<Vec<_>>>()?;
    let literals = items.iter().all(|item| matches!(item.expr, Expr::Literal(..)));
    if literals && tests.len() > 1 {
        // All comparisons are of one left side with a constant: the same as a list.
        let mut left = None;
        let mut list = Vec::with_capacity(tests.len());
        let mut uniform = true;
        for test in &tests {
            match test {
                Expr::BinaryExpr(binary)
                    if binary.op == Operator::Eq
                        && matches!(*binary.right, Expr::Literal(..))
                        && left.is_none_or(|left| left == &binary.left) =>
                {
                    left = Some(&binary.left);
                    list.push(binary.right.as_ref().clone());
                }
                _ => uniform = false,
            }
        }
        if let (true, Some(left)) = (uniform, left) {
            return Ok(Expr::InList(InList { expr: left.clone(), list, negated: false }));
        }
    }
    Ok(node::balanced(tests, Expr::or).unwrap_or_else(|| lit(false)))
}

fn like(
    binder: &Binder<'_>,
    level: &Level<'_>,
    (symbol, escape_function): (&str, &str),
    value: &ast::Expr,
    pattern: &ast::Expr,
    escape: Option<&ast::ValueWithSpan>,
) -> SqlResult<Typed> {
    let value = bind(binder, level, value)?;
    let mut pattern = bind(binder, level, pattern)?;
    if let Some(escape) = escape {
        let escape = literal::bind(binder, escape)?;
        pattern = functions::scalar(escape_function, vec![pattern, escape], binder.context)?;
    }
    functions::operator(symbol, Some(value), pattern, binder.context)
}

fn cast(binder: &Binder<'_>, level: &Level<'_>, inner: &ast::Expr, data_type: &ast::DataType) -> SqlResult<Typed> {
    let (ty, typmod) = typename::resolve(data_type)?;
    if let (Some((digits, length)), PgType::Int4 | PgType::Int8) = (bits(inner), &ty) {
        let digits = functions::settle(bind(binder, level, digits)?, binder.context)?;
        return functions::from_bits(digits, length, &ty, binder.context);
    }
    if let (ast::Expr::Array(ast::Array { elem, named: _ }), PgType::Array(element)) = (inner, &ty) {
        // Each element is cast, so that ARRAY['1']::int[] reads '1' as an integer.
        if elem.is_empty() {
            return rows::empty_array(&ty);
        }
        let values = elem
            .iter()
            .map(|value| {
                functions::cast(bind(binder, level, value)?, element, typmod, CastContext::Explicit, binder.context)
            })
            .collect::<SqlResult<Vec<_>>>()?;
        return rows::array(values);
    }
    let value = bind(binder, level, inner)?;
    let position = match inner {
        ast::Expr::Value(value) => binder.position(value.span),
        _ => None,
    };
    let value = functions::cast(value, &ty, typmod, CastContext::Explicit, binder.context)
        .map_err(|error| error.at(position))?;
    // A cast to a type without a length takes a column's length off; what fills up `char(n)` is the length itself.
    Ok(if ty == PgType::Bpchar { value } else { Typed { typmod, ..value } })
}

/// A cast to `bit(n)`, of which gate 1 lets an integer be made: what it is of, and the length.
fn bits(written: &ast::Expr) -> Option<(&ast::Expr, u64)> {
    match written {
        ast::Expr::Nested(inner) => bits(inner),
        ast::Expr::Cast { expr, data_type: ast::DataType::Bit(Some(length)), .. } => Some((expr, *length)),
        _ => None,
    }
}

fn round_to(
    binder: &Binder<'_>,
    level: &Level<'_>,
    name: &str,
    inner: &ast::Expr,
    field: &ast::CeilFloorKind,
) -> SqlResult<Typed> {
    match field {
        ast::CeilFloorKind::DateTimeField(ast::DateTimeField::NoDateTime) => special(binder, level, name, &[inner]),
        _ => Err(SqlError::unsupported("CEIL and FLOOR with a second argument are not supported")),
    }
}

fn special(binder: &Binder<'_>, level: &Level<'_>, name: &str, parts: &[&ast::Expr]) -> SqlResult<Typed> {
    let arguments = parts.iter().map(|part| bind(binder, level, part)).collect::<SqlResult<Vec<_>>>()?;
    functions::scalar(name, arguments, binder.context)
}

fn collate(value: Typed, collation: &ast::ObjectName) -> SqlResult<Typed> {
    let parts: Vec<String> = collation.0.iter().filter_map(|part| part.as_ident()).map(fold).collect();
    let name = match parts.as_slice() {
        [name] => name.as_str(),
        [schema, name] if schema == "pg_catalog" => name.as_str(),
        _ => "",
    };
    // All are one order here; two names of it in one comparison are an error in PostgreSQL, which would have to be found.
    if matches!(name, "POSIX" | "ucs_basic") {
        return Err(SqlError::unsupported(format!("the collation \"{name}\" is not supported"))
            .hint("Use \"C\": it is the same order."));
    }
    if !matches!(name, "C" | "default") {
        return Err(SqlError::new(
            SqlState::UNDEFINED_OBJECT,
            format!("collation \"{}\" for encoding \"UTF8\" does not exist", parts.join(".")),
        ));
    }
    match value.ty {
        PgType::Text | PgType::Varchar | PgType::Bpchar | PgType::Name | PgType::Char | PgType::Unknown => Ok(value),
        other => Err(SqlError::new(
            SqlState::DATATYPE_MISMATCH,
            format!("collations are not supported by type {}", typename::of(&other)),
        )),
    }
}

fn unary(binder: &Binder<'_>, level: &Level<'_>, op: &UnaryOperator, inner: &ast::Expr) -> SqlResult<Typed> {
    let symbol = match op {
        UnaryOperator::Not => {
            let value = boolean(binder, level, inner, "NOT")?;
            return Ok(Typed::new(Expr::Not(Box::new(value.expr)), PgType::Bool));
        }
        UnaryOperator::Minus => {
            if let ast::Expr::Value(ast::ValueWithSpan { value: ast::Value::Number(digits, _), .. }) = inner {
                return literal::number(binder, &format!("-{digits}"));
            }
            "-"
        }
        UnaryOperator::Plus => "+",
        UnaryOperator::BitwiseNot => "~",
        UnaryOperator::PGAbs => "@",
        UnaryOperator::PGSquareRoot => "|/",
        UnaryOperator::PGCubeRoot => "||/",
        UnaryOperator::AtDashAt
        | UnaryOperator::BangNot
        | UnaryOperator::DoubleAt
        | UnaryOperator::Hash
        | UnaryOperator::PGPostfixFactorial
        | UnaryOperator::PGPrefixFactorial
        | UnaryOperator::QuestionDash
        | UnaryOperator::QuestionPipe => return Err(SqlError::unsupported("this operator is not supported")),
    };
    let value = bind(binder, level, inner)?;
    functions::operator(symbol, None, value, binder.context)
}

/// Binary operators: left-deep chains are walked, not recursed into.
fn binary(
    binder: &Binder<'_>,
    level: &Level<'_>,
    whole: &ast::Expr,
    left: &ast::Expr,
    op: &BinaryOperator,
    right: &ast::Expr,
) -> SqlResult<Typed> {
    match op {
        BinaryOperator::And => connective(binder, level, whole, op, "AND", Expr::and),
        BinaryOperator::Or => connective(binder, level, whole, op, "OR", Expr::or),
        BinaryOperator::Overlaps => overlaps(binder, level, left, right),
        _ => {
            if let (true, Some(left)) = (is_row(left), row_parts(binder, level, left)?) {
                let Some(right) = row_parts(binder, level, right)? else {
                    return subquery::row(binder, level, left, &symbol(op)?, right);
                };
                return rows::compare(binder, &symbol(op)?, &left, &right);
            }
            chain(binder, level, whole)
        }
    }
}

pub fn is_row(written: &ast::Expr) -> bool {
    match written {
        ast::Expr::Nested(inner) => is_row(inner),
        ast::Expr::Tuple(_) => true,
        ast::Expr::Function(function) => call::is_row(function),
        _ => false,
    }
}

fn connective(
    binder: &Binder<'_>,
    level: &Level<'_>,
    whole: &ast::Expr,
    wanted: &BinaryOperator,
    construct: &str,
    combine: fn(Expr, Expr) -> Expr,
) -> SqlResult<Typed> {
    let mut terms = Vec::new();
    let mut current = whole;
    loop {
        match current {
            ast::Expr::BinaryOp { left, op, right } if op == wanted => {
                terms.push(right.as_ref());
                current = left;
            }
            last => {
                terms.push(last);
                break;
            }
        }
    }
    let bound = terms
        .into_iter()
        .rev()
        .map(|term| Ok(boolean(binder, level, term, construct)?.expr))
        .collect::<SqlResult<Vec<_>>>()?;
    let expr = node::balanced(bound, combine).ok_or_else(|| SqlError::internal("a condition without terms"))?;
    Ok(Typed::new(expr, PgType::Bool))
}

fn chain(binder: &Binder<'_>, level: &Level<'_>, whole: &ast::Expr) -> SqlResult<Typed> {
    let mut steps = Vec::new();
    let mut current = whole;
    while let ast::Expr::BinaryOp { left, op, right } = current {
        if matches!(op, BinaryOperator::And | BinaryOperator::Or | BinaryOperator::Overlaps) || is_row(left) {
            break;
        }
        steps.push((op, right.as_ref()));
        current = left;
    }
    if steps.len() > MAX_CHAIN {
        return Err(SqlError::new(SqlState::STATEMENT_TOO_COMPLEX, "expression is too deep")
            .detail(format!("More than {MAX_CHAIN} operators stand in a row."))
            .rule("limit-chain"));
    }
    let mut value = bind(binder, level, current)?;
    for (op, right) in steps.into_iter().rev() {
        let right = bind(binder, level, right)?;
        value = functions::operator(&symbol(op)?, Some(value), right, binder.context)?;
    }
    Ok(value)
}

fn overlaps(binder: &Binder<'_>, level: &Level<'_>, left: &ast::Expr, right: &ast::Expr) -> SqlResult<Typed> {
    let (Some(mut arguments), Some(right)) = (row_parts(binder, level, left)?, row_parts(binder, level, right)?) else {
        return Err(SqlError::new(
            SqlState::SYNTAX_ERROR,
            "wrong number of parameters on left side of OVERLAPS expression",
        ));
    };
    arguments.extend(right);
    functions::scalar("overlaps", arguments, binder.context)
}

/// PostgreSQL's symbol for the parser's operator.
pub fn symbol(op: &BinaryOperator) -> SqlResult<String> {
    let symbol = match op {
        BinaryOperator::Plus => "+",
        BinaryOperator::Minus => "-",
        BinaryOperator::Multiply => "*",
        BinaryOperator::Divide => "/",
        BinaryOperator::Modulo => "%",
        BinaryOperator::StringConcat => "||",
        BinaryOperator::Gt => ">",
        BinaryOperator::Lt => "<",
        BinaryOperator::GtEq => ">=",
        BinaryOperator::LtEq => "<=",
        BinaryOperator::Eq => "=",
        BinaryOperator::NotEq => "<>",
        BinaryOperator::BitwiseOr => "|",
        BinaryOperator::BitwiseAnd => "&",
        BinaryOperator::PGBitwiseXor => "#",
        BinaryOperator::PGBitwiseShiftLeft => "<<",
        BinaryOperator::PGBitwiseShiftRight => ">>",
        BinaryOperator::PGExp | BinaryOperator::BitwiseXor => "^",
        BinaryOperator::PGOverlap => "&&",
        BinaryOperator::PGRegexMatch => "~",
        BinaryOperator::PGRegexIMatch => "~*",
        BinaryOperator::PGRegexNotMatch => "!~",
        BinaryOperator::PGRegexNotIMatch => "!~*",
        BinaryOperator::PGLikeMatch => "~~",
        BinaryOperator::PGILikeMatch => "~~*",
        BinaryOperator::PGNotLikeMatch => "!~~",
        BinaryOperator::PGNotILikeMatch => "!~~*",
        BinaryOperator::PGStartsWith => "^@",
        BinaryOperator::Arrow => "->",
        BinaryOperator::LongArrow => "->>",
        BinaryOperator::HashArrow => "#>",
        BinaryOperator::HashLongArrow => "#>>",
        BinaryOperator::AtAt => "@@",
        BinaryOperator::AtArrow => "@>",
        BinaryOperator::ArrowAt => "<@",
        BinaryOperator::HashMinus => "#-",
        BinaryOperator::AtQuestion => "@?",
        BinaryOperator::Question => "?",
        BinaryOperator::QuestionAnd => "?&",
        BinaryOperator::QuestionPipe => "?|",
        BinaryOperator::PGCustomBinaryOperator(parts) => {
            return match parts.as_slice() {
                [symbol] => Ok(symbol.clone()),
                [schema, symbol] if schema == "pg_catalog" => Ok(symbol.clone()),
                _ => Err(SqlError::new(SqlState::UNDEFINED_FUNCTION, "operator does not exist")),
            };
        }
        BinaryOperator::Custom(symbol) => return Ok(symbol.clone()),
        _ => return Err(SqlError::unsupported("this operator is not supported")),
    };
    Ok(symbol.to_owned())
}

fn case(
    binder: &Binder<'_>,
    level: &Level<'_>,
    operand: Option<&ast::Expr>,
    conditions: &[ast::CaseWhen],
    otherwise: Option<&ast::Expr>,
) -> SqlResult<Typed> {
    let operand = match operand {
        Some(operand) => Some(functions::settle(bind(binder, level, operand)?, binder.context)?),
        None => None,
    };
    let mut tests = Vec::with_capacity(conditions.len());
    let mut results = Vec::with_capacity(conditions.len() + 1);
    // PostgreSQL looks at the ELSE result first when it chooses the type.
    results.push(match otherwise {
        Some(otherwise) => bind(binder, level, otherwise)?,
        None => Typed::new(Expr::Literal(datafusion::common::ScalarValue::Utf8View(None), None), PgType::Unknown),
    });
    for ast::CaseWhen { condition, result } in conditions {
        tests.push(match &operand {
            Some(operand) => binder.compare("=", operand, &bind(binder, level, condition)?)?,
            None => boolean(binder, level, condition, "CASE/WHEN")?.expr,
        });
        results.push(bind(binder, level, result)?);
    }
    let typmod = Typed::common_typmod(&results);
    let (ty, results) = functions::unify(results, "CASE", binder.context)?;
    let mut results = results.into_iter().map(|result| result.expr);
    let otherwise = results.next().ok_or_else(|| SqlError::internal("CASE lost its ELSE"))?;
    // The engine's builder copies all arms for each that is added.
    let arms: Vec<_> =
        tests.into_iter().zip(results).map(|(test, result)| (Box::new(test), Box::new(result))).collect();
    if arms.is_empty() {
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, "CASE without WHEN"));
    }
    let expr = Expr::Case(Case::new(None, arms, Some(Box::new(otherwise))));
    Ok(Typed { expr, ty, typmod })
}
