//! What PostgreSQL calls an output column that has no alias (FigureColname).
//!
//! Comes in: an expression as written. Goes out: a name, `?column?` where there is none better. Must never: matter to what the query means.

use super::scope::fold;
use super::typename;
use datafusion::sql::sqlparser::ast::{self, AccessExpr, Expr};

const NONE: &str = "?column?";

pub fn of(expr: &Expr) -> String {
    find(expr).map_or_else(|| NONE.to_owned(), |(name, _)| name)
}

/// The name, and whether it is a strong one: a type's name gives way to its argument's strong name.
fn find(expr: &Expr) -> Option<(String, bool)> {
    let strong = |name: &str| Some((name.to_owned(), true));
    match expr {
        Expr::Identifier(ident) => Some((fold(ident), true)),
        Expr::CompoundIdentifier(parts) => parts.last().map(|ident| (fold(ident), true)),
        Expr::CompoundFieldAccess { root, access_chain } => access_chain
            .iter()
            .rev()
            .find_map(|access| match access {
                AccessExpr::Dot(field) => find(field),
                AccessExpr::Subscript(_) => None,
            })
            .or_else(|| find(root)),
        Expr::Function(function) => {
            function.name.0.last().and_then(|part| part.as_ident()).map(|ident| (fold(ident), true))
        }
        Expr::Cast { expr, data_type, .. } => match find(expr) {
            Some((name, true)) => Some((name, true)),
            weak => type_name(data_type).map(|name| (name, false)).or(weak),
        },
        Expr::TypedString(ast::TypedString { data_type, .. }) => type_name(data_type).map(|name| (name, false)),
        Expr::Interval(_) => Some(("interval".to_owned(), false)),
        Expr::Nested(inner) | Expr::Collate { expr: inner, .. } => find(inner),
        Expr::Case { else_result, .. } => match else_result.as_deref().and_then(find) {
            Some((name, true)) => Some((name, true)),
            _ => Some(("case".to_owned(), false)),
        },
        Expr::Exists { .. } => strong("exists"),
        Expr::Subquery(query) => subquery(query),
        Expr::Array(_) => strong("array"),
        Expr::Tuple(_) => strong("row"),
        Expr::Extract { .. } => strong("extract"),
        Expr::AtTimeZone { .. } => strong("timezone"),
        Expr::Ceil { .. } => strong("ceil"),
        Expr::Floor { .. } => strong("floor"),
        Expr::Position { .. } => strong("position"),
        Expr::Substring { shorthand, .. } => strong(if *shorthand { "substr" } else { "substring" }),
        Expr::Overlay { .. } => strong("overlay"),
        Expr::IsNormalized { negated: false, .. } => strong("is_normalized"),
        Expr::Trim { trim_where, .. } => strong(match trim_where {
            Some(ast::TrimWhereField::Leading) => "ltrim",
            Some(ast::TrimWhereField::Trailing) => "rtrim",
            Some(ast::TrimWhereField::Both) | None => "btrim",
        }),
        Expr::BinaryOp { op: ast::BinaryOperator::Overlaps, .. } => strong("overlaps"),
        _ => None,
    }
}

fn type_name(ty: &ast::DataType) -> Option<String> {
    match typename::resolve(ty).ok()?.0 {
        crate::types::PgType::Array(element) => Some(element.name().into_owned()),
        plain => Some(plain.name().into_owned()),
    }
}

/// A scalar sub-select has its only column's name.
fn subquery(query: &ast::Query) -> Option<(String, bool)> {
    let mut body = query.body.as_ref();
    loop {
        match body {
            ast::SetExpr::Query(inner) => body = inner.body.as_ref(),
            ast::SetExpr::SetOperation { left, .. } => body = left.as_ref(),
            ast::SetExpr::Select(select) => {
                return match select.projection.first()? {
                    ast::SelectItem::UnnamedExpr(expr) => Some((of(expr), true)),
                    ast::SelectItem::ExprWithAlias { alias, .. } => Some((fold(alias), true)),
                    _ => None,
                };
            }
            ast::SetExpr::Values(_) => return Some(("column1".to_owned(), true)),
            _ => return None,
        }
    }
}
