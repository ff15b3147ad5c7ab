//! A physical table in the text.
//!
//! Comes in: a SELECT from one table, and the duties that are still open. Goes out: the duty that it does. Must never: take a predicate's presence for granted, or a column that the grant does not show.

use super::moment::{DAY, micros};
use super::query::own_parameter;
use super::term::{Asker, bare, canonical, expected, uncast};
use super::{Broken, Duties, Duty, Language, SentSide, Side, broken, redshift};
use crate::policy::{Grain, Grant, Mask};
use sqlparser::ast::{
    BinaryOperator, DataType, Expr, Ident, ObjectName, ObjectNamePart, SelectItem, UnaryOperator, Value,
};

/// What was read of one leaf.
pub(super) struct Leaf<'a> {
    pub(super) table: &'a ObjectName,
    pub(super) projection: &'a [SelectItem],
    pub(super) selection: Option<&'a Expr>,
    /// `OFFSET 0` stands behind it.
    pub(super) fenced: bool,
    /// It is the whole statement.
    pub(super) alone: bool,
    pub(super) language: Language,
    /// How many parameters the statement has of its own.
    pub(super) parameters: usize,
}

impl Leaf<'_> {
    /// Finds the duty that this leaf does.
    pub(super) fn matching(&self, open: &[Duty]) -> Result<usize, Broken> {
        let mut reason = Broken("a table that no scan reads".to_owned());
        for (index, duty) in open.iter().enumerate() {
            if !self.is_table_of(&duty.grant) {
                continue;
            }
            match self.under(duty) {
                Ok(()) => return Ok(index),
                Err(broken) => reason = broken,
            }
        }
        Err(reason)
    }

    fn is_table_of(&self, grant: &Grant) -> bool {
        let source: Vec<&str> = grant.table.source.split('.').collect();
        let wanted = match source.as_slice() {
            [table] => ["public", table],
            [schema, table] => [*schema, *table],
            _ => return false,
        };
        let [ObjectNamePart::Identifier(schema), ObjectNamePart::Identifier(table)] = self.table.0.as_slice() else {
            return false;
        };
        let is = |name: &Ident, wanted: &str| name.quote_style == Some('"') && name.value == wanted;
        let [schema_wanted, table_wanted] = wanted;
        is(schema, schema_wanted) && is(table, table_wanted)
    }

    fn under(&self, duty: &Duty) -> Result<(), Broken> {
        let conjuncts = conjuncts(self.selection);
        let mut kept = vec![false; conjuncts.len()];
        let mut has_bounds = false;
        for bound in bounds(duty)? {
            has_bounds = true;
            let found = conjuncts.iter().position(|conjunct| bound.is(conjunct));
            let Some(kept) = found.and_then(|index| kept.get_mut(index)) else { return broken("a window is missing") };
            *kept = true;
        }
        if let Some(filter) = &duty.grant.rows {
            let filter = canonical(&filter.expr, Some(&Asker { user: &duty.user, moment: duty.moment }));
            for part in self::conjuncts(Some(&filter)) {
                let found = conjuncts.iter().position(|conjunct| canonical(conjunct, None) == *part);
                let Some(kept) = found.and_then(|index| kept.get_mut(index)) else {
                    return broken("the row filter is missing");
                };
                *kept = true;
            }
        }
        for (conjunct, _) in conjuncts.iter().zip(kept).filter(|(_, kept)| !kept) {
            if !self.is_harmless(conjunct, &duty.grant) {
                return broken("a predicate below the row filter that could fail");
            }
        }
        let needs_fence = self.language == Language::Postgres && duty.hides_rows();
        debug_assert_eq!(has_bounds || duty.grant.rows.is_some(), duty.hides_rows());
        if needs_fence && !self.fenced && !self.alone {
            return broken("a row filter without a fence");
        }
        if !duty.masked_above.is_empty() && !self.alone {
            return broken("a column that is masked in the gateway, below other work");
        }
        self.projection.iter().try_for_each(|item| self.item(item, duty))
    }

    fn item(&self, item: &SelectItem, duty: &Duty) -> Result<(), Broken> {
        let SelectItem::ExprWithAlias { expr, alias: _ } = item else {
            return broken("a column of a table without a name of ours");
        };
        if let Expr::Identifier(name) = uncast(expr) {
            let shown = duty.grant.columns.contains(&name.value);
            let plain = match duty.grant.masks.get(&name.value) {
                None => true,
                // A date is its day.
                Some(Mask::Day) if is_date(&duty.grant, &name.value) => true,
                Some(_) => duty.masked_above.contains(&name.value),
            };
            if name.quote_style == Some('"') && shown && plain {
                return Ok(());
            }
            return broken("a column that the grant does not show");
        }
        // A scan that needs no column has one constant.
        if self.projection.len() == 1 && matches!(bare(expr), Expr::Value(_)) && is_constant(expr, 0) {
            return Ok(());
        }
        let written = canonical(expr, None);
        for (column, mask) in duty.grant.masks.iter().filter(|(column, _)| duty.grant.columns.contains(column)) {
            // NULL tells nothing, whatever its type is called.
            if *mask == Mask::Null && is_null(expr) {
                return Ok(());
            }
            let form = match self.language {
                Language::Postgres => masked(column, mask, &duty.grant)?,
                Language::Redshift => redshift::masked(column, mask, &duty.grant)?,
            };
            if let Some(form) = form
                && form == written
            {
                return Ok(());
            }
        }
        broken("a computed column of a table that is no mask of it")
    }

    /// Whether a predicate of the user's may stand beside the row filter: it compares granted columns without masks with constants, and can't fail.
    fn is_harmless(&self, expr: &Expr, grant: &Grant) -> bool {
        let is_constant = |expr: &Expr| is_constant(measured(expr, self.language), self.parameters);
        let column = |expr: &Expr| match uncollated(measured(expr, self.language)) {
            Expr::Identifier(name) => {
                name.quote_style == Some('"')
                    && grant.columns.contains(&name.value)
                    && !grant.masks.contains_key(&name.value)
            }
            _ => false,
        };
        match bare(expr) {
            Expr::BinaryOp { left, op: BinaryOperator::And | BinaryOperator::Or, right } => {
                self.is_harmless(left, grant) && self.is_harmless(right, grant)
            }
            Expr::BinaryOp { left, op, right } => {
                let comparison = matches!(
                    op,
                    BinaryOperator::Eq
                        | BinaryOperator::NotEq
                        | BinaryOperator::Lt
                        | BinaryOperator::LtEq
                        | BinaryOperator::Gt
                        | BinaryOperator::GtEq
                );
                comparison && (column(left) && is_constant(right) || column(right) && is_constant(left))
            }
            Expr::UnaryOp { op: UnaryOperator::Not, expr } => self.is_harmless(expr, grant),
            Expr::IsNull(inner) | Expr::IsNotNull(inner) => column(inner),
            Expr::Between { expr, negated: _, low, high } => column(expr) && is_constant(low) && is_constant(high),
            Expr::InList { expr, list, negated: _ } => column(expr) && list.iter().all(is_constant),
            _ => false,
        }
    }
}

/// The mask as it must be written; none for a mask that the warehouse can't put on.
fn masked(column: &str, mask: &Mask, grant: &Grant) -> Result<Option<Expr>, Broken> {
    let Some(ty) = grant.table.columns.iter().find(|known| known.name == column).map(|column| &column.ty) else {
        return broken("a mask of no column");
    };
    let name = format!("\"{}\"", column.replace('"', "\"\""));
    let text = match mask {
        Mask::Sha256 => format!("encode(sha256(convert_to({name}::text, 'UTF8')), 'hex')"),
        Mask::Hmac { secret: _ } | Mask::Null => return Ok(None),
        Mask::Constant(text) => format!("'{}'::text", text.replace('\'', "''")),
        Mask::Keep(count) => format!("\"left\"({name}::text, {count})"),
        Mask::Day => match ty {
            DataType::Date => return Ok(None),
            ty if is_zoned(ty) => format!("date_trunc('day', {name}::timestamptz, 'UTC')"),
            _ => format!("date_trunc('day', {name}::timestamp)"),
        },
        Mask::Bucket(width) => {
            let smallest = match ty {
                DataType::Int2(_) | DataType::SmallInt(_) => "('-32768'::int2)",
                DataType::Int4(_) | DataType::Int(_) | DataType::Integer(_) => "('-2147483648'::int4)",
                DataType::Int8(_) | DataType::BigInt(_) => "('-9223372036854775808'::int8)",
                _ => return Ok(None),
            };
            let cut = format!("floor({name}::numeric / {width}::numeric) * {width}::numeric");
            let ty = smallest.rsplit("::").next().unwrap_or_default().trim_end_matches(')');
            format!("greatest({cut}, {smallest})::{ty}")
        }
    };
    expected(&text).map(Some)
}

pub(super) fn is_date(grant: &Grant, column: &str) -> bool {
    grant.table.columns.iter().any(|known| known.name == column && known.ty == DataType::Date)
}

pub(super) fn is_zoned(ty: &DataType) -> bool {
    use sqlparser::ast::TimezoneInfo;
    matches!(ty, DataType::Timestamp(_, TimezoneInfo::Tz | TimezoneInfo::WithTimeZone))
}

/// The terms of the AND at the top.
fn conjuncts(selection: Option<&Expr>) -> Vec<&Expr> {
    let mut found = Vec::new();
    let mut waiting: Vec<&Expr> = selection.into_iter().collect();
    while let Some(expr) = waiting.pop() {
        match bare(expr) {
            Expr::BinaryOp { left, op: BinaryOperator::And, right } => waiting.extend([left.as_ref(), right.as_ref()]),
            other => found.push(other),
        }
    }
    found
}

/// One side of a window: `"column" >= literal` or `"column" < literal`.
struct Bound {
    column: String,
    /// It is of the partition's days.
    day: bool,
    lower: bool,
    side: Side,
    /// The column's type: a date, a time with a zone, or neither.
    date: bool,
    zoned: bool,
}

/// All sides of the windows of a duty. A bound on a date is the first midnight that is not before it.
fn bounds(duty: &Duty) -> Result<Vec<Bound>, Broken> {
    let mut bounds = Vec::new();
    let sides =
        duty.time.from.is_some() || duty.time.to.is_some() || duty.days.from.is_some() || duty.days.to.is_some();
    let Some(partition) = &duty.grant.table.partition else {
        return if sides { broken("a window on a table without a partition") } else { Ok(bounds) };
    };
    let spans = [(&partition.of, duty.time), (&partition.column, duty.days)];
    for (index, (column, span)) in spans.into_iter().enumerate() {
        if index == 1 && partition.grain == Grain::Instant {
            if span.from.is_some() || span.to.is_some() {
                return broken("a window of days on a table without a partition by day");
            }
            continue;
        }
        let date = is_date(&duty.grant, column);
        let zoned = duty.grant.table.columns.iter().any(|known| known.name == *column && is_zoned(&known.ty));
        let at = |side: Side| match side {
            Side::At(micros) if date => Side::At(-((-micros).div_euclid(DAY)) * DAY),
            side => side,
        };
        let sides = [(true, span.from), (false, span.to)];
        bounds.extend(sides.into_iter().filter_map(|(lower, side)| {
            Some(Bound { column: column.clone(), day: index == 1, lower, side: at(side?), date, zoned })
        }));
    }
    Ok(bounds)
}

/// The sides of windows that are sent beside the text, by the numbers of their parameters: those after the statement's own, each once.
pub(super) fn sent(duties: &Duties<'_>) -> Result<Vec<SentSide>, Broken> {
    let mut found = Vec::new();
    for duty in duties.scans {
        for bound in bounds(duty)? {
            if let Side::Sent(number) = bound.side {
                let Bound { column, day, lower, .. } = bound;
                found.push((number, SentSide { scan: duty.scan, column, day, lower }));
            }
        }
    }
    found.sort_by_key(|(number, _)| *number);
    let first = duties.parameters + 1;
    if found.iter().zip(first..).any(|((number, _), expected)| *number != expected) {
        return broken("windows that share a parameter");
    }
    Ok(found.into_iter().map(|(_, side)| side).collect())
}

impl Bound {
    fn is(&self, conjunct: &Expr) -> bool {
        let Expr::BinaryOp { left, op, right } = bare(conjunct) else { return false };
        let Expr::Identifier(column) = bare(left) else { return false };
        let operator = if self.lower { BinaryOperator::GtEq } else { BinaryOperator::Lt };
        let Expr::Cast { kind: _, expr, data_type, array: false, format: None } = bare(right) else { return false };
        let Expr::Value(value) = bare(expr) else { return false };
        let is_own = (*data_type == DataType::Date, is_zoned(data_type)) == (self.date, self.zoned)
            && (self.date || matches!(data_type, DataType::Timestamp(..)));
        let is_there = match (&value.value, self.side) {
            // A time without its zone is UTC only where the column has none either.
            (Value::SingleQuotedString(text), Side::At(at)) => {
                text.ends_with("+00") == is_zoned(data_type) && micros(text) == Some(at)
            }
            (Value::Placeholder(name), Side::Sent(number)) => *name == format!("${number}"),
            _ => false,
        };
        *op == operator && column.quote_style == Some('"') && column.value == self.column && is_own && is_there
    }
}

/// What is compared: where lengths are, whose they are.
fn measured(expr: &Expr, language: Language) -> &Expr {
    match language {
        Language::Postgres => expr,
        Language::Redshift => redshift::unmeasured(expr),
    }
}

/// Without `COLLATE "C"`.
fn uncollated(expr: &Expr) -> &Expr {
    match bare(expr) {
        Expr::Collate { expr, collation } if collation.to_string() == "\"C\"" => bare(expr),
        expr => expr,
    }
}

/// NULL under a type that stands for itself.
fn is_null(expr: &Expr) -> bool {
    matches!(uncast(expr), Expr::Value(value) if value.value == Value::Null)
}

/// A literal, or one with its type, or a parameter of the statement's own.
fn is_constant(expr: &Expr, parameters: usize) -> bool {
    match uncast(uncollated(expr)) {
        Expr::Value(value) => match &value.value {
            Value::Placeholder(name) => own_parameter(name, parameters).is_ok(),
            _ => true,
        },
        _ => false,
    }
}
