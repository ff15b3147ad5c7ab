//! Expressions.
//!
//! Comes in: a bound expression, the columns in reach. Goes out: its text and its PostgreSQL type. Must never: let an expression through by a wildcard.

use super::dialect::{Dialect, is_text};
use super::literal::natural;
use super::select::{Item, as_type};
use super::{Local, Result, Writer, local};
use crate::functions::kernel::KernelUdf;
use crate::types::PgType;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Column, ScalarValue};
use datafusion::logical_expr::expr::{Alias, InList, ScalarFunction};
use datafusion::logical_expr::{Between, BinaryExpr, Case, Cast, Expr, Operator};

/// A text and the type that PostgreSQL gives it.
pub(super) type Sql = (String, PgType);

/// The columns in reach: those of what a SELECT reads, and of the SELECTs around it.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    items: &'a [Item],
    outer: Option<&'a Scope<'a>>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(items: &'a [Item], outer: Option<&'a Scope<'a>>) -> Self {
        Self { items, outer }
    }

    pub(super) fn find<'i>(items: &'i [Item], column: &Column) -> Option<&'i Item> {
        items.iter().find(|item| item.key == *column).or_else(|| {
            let mut named = items.iter().filter(|item| item.key.name == column.name);
            named.next().filter(|_| named.next().is_none())
        })
    }

    fn own(&self, column: &Column) -> Result<Sql> {
        let found = Self::find(self.items, column);
        found.map(|item| (item.sql.clone(), item.ty.clone())).ok_or_else(|| Local("a column out of reach".to_owned()))
    }

    fn outside(&self, column: &Column) -> Result<Sql> {
        let mut scope = self.outer;
        while let Some(level) = scope {
            if let Some(item) = Self::find(level.items, column) {
                return Ok((item.sql.clone(), item.ty.clone()));
            }
            scope = level.outer;
        }
        local("a reference to a query around it")
    }
}

impl Writer {
    /// `want` is the type that the context gives it, if it does.
    pub(super) fn expression(&mut self, expr: &Expr, scope: &Scope<'_>, want: Option<&PgType>) -> Result<Sql> {
        let want = want.filter(|want| **want != PgType::Unknown);
        match expr {
            Expr::Alias(Alias { expr, relation: _, name: _, metadata: _ }) => self.expression(expr, scope, want),
            Expr::Column(column) => wanted(scope.own(column)?, want, self.dialect),
            Expr::OuterReferenceColumn(_, column) => wanted(scope.outside(column)?, want, self.dialect),
            // What a frame goes by.
            Expr::Literal(ScalarValue::Decimal128(Some(number), _, 0), _) => {
                self.dialect.type_name(&PgType::Numeric)?;
                Ok((format!("'{number}'::numeric"), PgType::Numeric))
            }
            Expr::Literal(value, _) => {
                let form = value.data_type();
                let ty = match want.filter(|want| want.arrow() == form) {
                    Some(want) => Some(want.clone()),
                    None => natural(&form),
                };
                let ty = ty.ok_or_else(|| Local("a constant whose type is not known".to_owned()))?;
                Ok((self.dialect.literal(value, &ty)?, ty))
            }
            Expr::BinaryExpr(BinaryExpr { left, op, right }) => self.binary(left, *op, right, scope),
            Expr::Not(inner) => self.test(inner, scope, |sql| format!("(NOT {sql})")),
            Expr::IsNull(inner) => self.postfix(inner, scope, "IS NULL"),
            Expr::IsNotNull(inner) => self.postfix(inner, scope, "IS NOT NULL"),
            Expr::IsTrue(inner) => self.postfix(inner, scope, "IS TRUE"),
            Expr::IsFalse(inner) => self.postfix(inner, scope, "IS FALSE"),
            Expr::IsUnknown(inner) => self.postfix(inner, scope, "IS UNKNOWN"),
            Expr::IsNotTrue(inner) => self.postfix(inner, scope, "IS NOT TRUE"),
            Expr::IsNotFalse(inner) => self.postfix(inner, scope, "IS NOT FALSE"),
            Expr::IsNotUnknown(inner) => self.postfix(inner, scope, "IS NOT UNKNOWN"),
            Expr::Between(Between { expr, negated, low, high }) => {
                let (low, high) = self.both_sides(expr, low, high, scope)?;
                let both = format!("({low} AND {high})");
                Ok((if *negated { format!("(NOT {both})") } else { both }, PgType::Bool))
            }
            Expr::InList(InList { expr, list, negated }) => self.in_list(expr, list, *negated, scope),
            Expr::Case(case) => self.case(case, scope, want),
            Expr::Cast(Cast { expr, field }) => self.cast(expr, field.data_type(), scope),
            Expr::ScalarFunction(ScalarFunction { func, args }) => {
                match func.inner().as_ref().downcast_ref::<KernelUdf>() {
                    Some(kernel) => wanted(self.call(kernel, args, scope)?, want, self.dialect),
                    None => self.engine_call(func.name(), args, scope, want),
                }
            }
            Expr::ScalarSubquery(subquery) => self.scalar_subquery(&subquery.subquery, scope, want),
            Expr::Exists(exists) => self.exists(exists, scope),
            Expr::InSubquery(membership) => self.in_subquery(membership, scope),
            Expr::SetComparison(comparison) => self.set_comparison(comparison, scope),
            Expr::Placeholder(placeholder) => {
                let number = placeholder.id.strip_prefix('$').and_then(|digits| digits.parse::<usize>().ok());
                let ty = number.and_then(|number| self.parameters.get(number.checked_sub(1)?)).cloned();
                match (number, ty) {
                    (Some(number), Some(ty)) => wanted((self.dialect.parameter(number, &ty)?, ty), want, self.dialect),
                    _ => local("a parameter without its value"),
                }
            }
            Expr::AggregateFunction(_) | Expr::WindowFunction(_) | Expr::GroupingSet(_) => {
                local("an aggregate in an expression")
            }
            Expr::Negative(_) | Expr::Like(_) | Expr::SimilarTo(_) | Expr::TryCast(_) => {
                local("an expression of the engine's own")
            }
            #[expect(deprecated, reason = "named so that it is refused")]
            Expr::Wildcard { .. } => local("a wildcard"),
            Expr::ScalarVariable(..)
            | Expr::Unnest(_)
            | Expr::HigherOrderFunction(_)
            | Expr::Lambda(_)
            | Expr::LambdaVariable(_) => local("an expression that no statement has"),
        }
    }

    fn test(&mut self, inner: &Expr, scope: &Scope<'_>, form: impl FnOnce(String) -> String) -> Result<Sql> {
        let (sql, _) = self.expression(inner, scope, Some(&PgType::Bool))?;
        Ok((form(sql), PgType::Bool))
    }

    fn postfix(&mut self, inner: &Expr, scope: &Scope<'_>, words: &str) -> Result<Sql> {
        let (sql, _) = self.expression(inner, scope, None)?;
        Ok((format!("({sql} {words})"), PgType::Bool))
    }

    fn binary(&mut self, left: &Expr, op: Operator, right: &Expr, scope: &Scope<'_>) -> Result<Sql> {
        let symbol = match op {
            Operator::And | Operator::Or => {
                let (left, _) = self.expression(left, scope, Some(&PgType::Bool))?;
                let (right, _) = self.expression(right, scope, Some(&PgType::Bool))?;
                let word = if op == Operator::And { "AND" } else { "OR" };
                return Ok((format!("({left} {word} {right})"), PgType::Bool));
            }
            Operator::Eq => "=",
            Operator::NotEq => "<>",
            Operator::Lt => "<",
            Operator::LtEq => "<=",
            Operator::Gt => ">",
            Operator::GtEq => ">=",
            Operator::IsDistinctFrom => "IS DISTINCT FROM",
            Operator::IsNotDistinctFrom => "IS NOT DISTINCT FROM",
            Operator::Plus => "+",
            Operator::Minus => "-",
            Operator::BitwiseAnd => "&",
            Operator::BitwiseOr => "|",
            Operator::BitwiseShiftLeft | Operator::BitwiseShiftRight => {
                let (left, ty) = self.expression(left, scope, None)?;
                let (right, _) = self.expression(right, scope, None)?;
                if ty != PgType::Int8 {
                    return local("arithmetic of the engine's own");
                }
                let symbol = if op == Operator::BitwiseShiftLeft { "<<" } else { ">>" };
                self.can_fail(symbol);
                return Ok((self.dialect.shift(&left, symbol, &right)?, ty));
            }
            _ => return local("an operator of the engine's own"),
        };
        let ((left, ty), (right, other)) = self.alike(left, right, scope)?;
        if matches!(op, Operator::Plus | Operator::Minus | Operator::BitwiseAnd | Operator::BitwiseOr) {
            if ty != other || !matches!(ty, PgType::Int4 | PgType::Int8) {
                return local("arithmetic of the engine's own");
            }
            self.can_fail(symbol);
            return Ok((format!("({left} {symbol} {right})"), ty));
        }
        Ok((self.dialect.comparison(symbol, &left, &right, &ty)?, PgType::Bool))
    }

    /// Two values that are compared: a constant takes the type of the other, and both have one type.
    pub(super) fn alike(&mut self, left: &Expr, right: &Expr, scope: &Scope<'_>) -> Result<(Sql, Sql)> {
        let (left, right) = if matches!(left, Expr::Literal(..)) {
            let right = self.expression(right, scope, None)?;
            (self.expression(left, scope, Some(&right.1))?, right)
        } else {
            let left = self.expression(left, scope, None)?;
            let right = self.expression(right, scope, Some(&left.1))?;
            (left, right)
        };
        let right = wanted(right, Some(&left.1), self.dialect)?;
        if right.1.arrow() != left.1.arrow() {
            return local("a comparison of two forms");
        }
        Ok((left, right))
    }

    fn both_sides(&mut self, value: &Expr, low: &Expr, high: &Expr, scope: &Scope<'_>) -> Result<(String, String)> {
        let low = self.binary(value, Operator::GtEq, low, scope)?;
        let high = self.binary(value, Operator::LtEq, high, scope)?;
        Ok((low.0, high.0))
    }

    fn in_list(&mut self, value: &Expr, list: &[Expr], negated: bool, scope: &Scope<'_>) -> Result<Sql> {
        let (value, ty) = self.expression(value, scope, None)?;
        let mut items = Vec::with_capacity(list.len());
        for item in list {
            let (sql, found) = wanted(self.expression(item, scope, Some(&ty))?, Some(&ty), self.dialect)?;
            if found != ty {
                return local("a list of other types");
            }
            items.push(sql);
        }
        if items.is_empty() {
            return local("an empty list");
        }
        Ok((self.dialect.in_list(&value, &items, negated, &ty)?, PgType::Bool))
    }

    fn case(&mut self, case: &Case, scope: &Scope<'_>, want: Option<&PgType>) -> Result<Sql> {
        let Case { expr, when_then_expr, else_expr } = case;
        let results: Vec<&Expr> =
            when_then_expr.iter().map(|(_, then)| then.as_ref()).chain(else_expr.as_deref()).collect();
        let ty = match want {
            Some(want) => want.clone(),
            None => self.common(&results, scope)?,
        };
        let mut text = String::from("CASE");
        let operand = expr.as_deref();
        if operand.is_some() {
            return local("CASE with an operand");
        }
        for (when, then) in when_then_expr {
            let (when, _) = self.expression(when, scope, Some(&PgType::Bool))?;
            let (then, _) = self.typed(then, scope, &ty)?;
            text.push_str(&format!(" WHEN {when} THEN {then}"));
        }
        if let Some(otherwise) = else_expr {
            let (otherwise, _) = self.typed(otherwise, scope, &ty)?;
            text.push_str(&format!(" ELSE {otherwise}"));
        }
        text.push_str(" END");
        Ok((format!("({text})"), ty))
    }

    /// The type of the first that says it.
    fn common(&mut self, exprs: &[&Expr], scope: &Scope<'_>) -> Result<PgType> {
        let known = |expr: &&&Expr| !matches!(expr, Expr::Literal(..));
        match exprs.iter().find(known).or_else(|| exprs.first()) {
            Some(expr) => self.tried(|writer| writer.expression(expr, scope, None).map(|(_, ty)| ty)),
            None => local("nothing to choose from"),
        }
    }

    /// The expression as exactly this type.
    pub(super) fn typed(&mut self, expr: &Expr, scope: &Scope<'_>, ty: &PgType) -> Result<Sql> {
        let (sql, found) = self.expression(expr, scope, Some(ty))?;
        as_type(sql, &found, ty, self.dialect)
    }

    /// A cast of the engine's between numbers that can't fail, or of a count.
    fn cast(&mut self, inner: &Expr, target: &DataType, scope: &Scope<'_>) -> Result<Sql> {
        if *target == DataType::Decimal128(38, 0) {
            let (sql, ty) = self.expression(inner, scope, Some(&PgType::Int8))?;
            if !matches!(ty, PgType::Int2 | PgType::Int4 | PgType::Int8) {
                return local("a cast of the engine's own");
            }
            return Ok((format!("({sql})::{}", self.dialect.type_name(&PgType::Numeric)?), PgType::Numeric));
        }
        let Some(target) = natural(target) else { return local("a cast of the engine's own") };
        let (sql, ty) = match inner {
            Expr::WindowFunction(_) => self.window(inner, scope)?,
            inner => self.expression(inner, scope, None)?,
        };
        let number =
            |ty: &PgType| matches!(ty, PgType::Int2 | PgType::Int4 | PgType::Int8 | PgType::Float4 | PgType::Float8);
        if ty == target {
            return Ok((sql, ty));
        }
        if target == PgType::Int8 && matches!(ty, PgType::Time | PgType::Timestamp | PgType::Timestamptz) {
            return Ok((self.dialect.micros(&sql, &ty)?, target));
        }
        if !number(&ty) || !number(&target) {
            return local("a cast of the engine's own");
        }
        self.can_fail("a cast");
        Ok((self.dialect.conversion(&sql, &ty, &target)?, target))
    }

    fn engine_call(&mut self, name: &str, args: &[Expr], scope: &Scope<'_>, want: Option<&PgType>) -> Result<Sql> {
        if name == "tollgate_binding_key" {
            return self.binding_key(args, scope);
        }
        if name != "coalesce" {
            return local(format!("the engine's {name}"));
        }
        let exprs: Vec<&Expr> = args.iter().collect();
        let ty = match want {
            Some(want) => want.clone(),
            None => self.common(&exprs, scope)?,
        };
        let parts = args
            .iter()
            .map(|argument| self.typed(argument, scope, &ty).map(|(sql, _)| sql))
            .collect::<Result<Vec<_>>>()?;
        Ok((format!("coalesce({})", parts.join(", ")), ty))
    }
}

impl Writer {
    /// What tells bindings apart: the values' texts, of which NULLs are equal. It has another form than the gateway's own, so it never leaves the statement.
    fn binding_key(&mut self, args: &[Expr], scope: &Scope<'_>) -> Result<Sql> {
        let ty = PgType::Array(Box::new(PgType::Text));
        let name = self.dialect.type_name(&ty)?;
        let mut texts = Vec::with_capacity(args.len());
        for argument in args {
            let (sql, ty) = self.expression(argument, scope, None)?;
            self.dialect.type_name(&ty)?;
            texts.push(format!("({sql})::text"));
        }
        Ok((format!("(ARRAY[{}])::{name}", texts.join(", ")), ty))
    }
}

/// The value under the wanted type, where that has the same form and is another one.
fn wanted((sql, ty): Sql, want: Option<&PgType>, dialect: &dyn Dialect) -> Result<Sql> {
    let text = |ty: &PgType| is_text(ty) || *ty == PgType::Name;
    match want {
        // PostgreSQL compares and joins these as they are.
        Some(want) if *want != ty && want.arrow() == ty.arrow() && !(text(want) && text(&ty)) => {
            as_type(sql, &ty, want, dialect)
        }
        _ => Ok((sql, ty)),
    }
}
