//! Calls, and the functions that have a grammar of their own.

use super::expression::{Contents, Level};
use super::lex::Token;
use super::primary::bare_function;
use super::reader::{Parse, Reader};
use crate::{Refusal, SqlState};
use sqlparser::ast::{
    CastKind, DateTimeField, DuplicateTreatment, Expr, ExtractSyntax, Function, FunctionArg, FunctionArgExpr,
    FunctionArgOperator, FunctionArgumentClause, FunctionArgumentList, FunctionArguments, Ident, ObjectName,
    TrimWhereField, Value, ValueWithSpan,
};

impl Reader<'_> {
    /// The argument list and all that may follow a function's name.
    pub(super) fn call(&mut self, name: ObjectName) -> Parse<Expr> {
        let list = self.parenthesised(Self::arguments)?;
        let mut function = Function {
            name,
            uses_odbc_syntax: false,
            parameters: FunctionArguments::None,
            args: FunctionArguments::List(list),
            filter: None,
            null_treatment: None,
            over: None,
            within_group: Vec::new(),
        };
        let position = self.position();
        if self.take_all(&["within", "group"]) {
            let ordered = matches!(&function.args, FunctionArguments::List(list) if !list.clauses.is_empty());
            if ordered {
                let message = "cannot use multiple ORDER BY clauses with WITHIN GROUP";
                return Err(Refusal::new("syntax", SqlState::SYNTAX_ERROR, message).at(position));
            }
            function.within_group = self.parenthesised(|reader| {
                reader.expect("order")?;
                reader.expect("by")?;
                reader.order_by_list()
            })?;
        }
        if self.is("filter") && self.mark_at(1, "(") {
            self.advance();
            function.filter = Some(Box::new(self.parenthesised(|reader| {
                reader.expect("where")?;
                reader.expr()
            })?));
        }
        if self.take("over") {
            function.over = Some(self.window()?);
        }
        Ok(Expr::Function(function))
    }

    fn arguments(&mut self) -> Parse<FunctionArgumentList> {
        let mut list = FunctionArgumentList { duplicate_treatment: None, args: Vec::new(), clauses: Vec::new() };
        if self.is_mark(")") {
            return Ok(list);
        }
        if self.is_operator("*") && self.mark_at(1, ")") {
            self.advance();
            list.args.push(FunctionArg::Unnamed(FunctionArgExpr::Wildcard));
            return Ok(list);
        }
        if self.take("distinct") {
            list.duplicate_treatment = Some(DuplicateTreatment::Distinct);
        } else if self.take("all") {
            list.duplicate_treatment = Some(DuplicateTreatment::All);
        }
        list.args = self.list(Self::argument)?;
        if self.take_all(&["order", "by"]) {
            list.clauses.push(FunctionArgumentClause::OrderBy(self.order_by_list()?));
        }
        Ok(list)
    }

    fn argument(&mut self) -> Parse<FunctionArg> {
        let position = self.position();
        if self.is("variadic") {
            return Err(self.unsupported("VARIADIC", position));
        }
        let operator = match &self.lexeme_at(1).token {
            Token::Operator(symbol) if symbol == "=>" => Some(FunctionArgOperator::RightArrow),
            Token::Mark(":=") => Some(FunctionArgOperator::Assignment),
            _ => None,
        };
        if let Some(operator) = operator {
            let name = self.label()?;
            self.advance();
            let arg = argument_of(self.expr()?);
            return Ok(FunctionArg::Named { name, arg, operator });
        }
        Ok(FunctionArg::Unnamed(argument_of(self.expr()?)))
    }

    /// `CURRENT_DATE` and its like, which have no parentheses.
    pub(super) fn name_only(&mut self, name: Ident) -> Parse<Expr> {
        Ok(Expr::Function(bare_function(name, FunctionArguments::None)))
    }

    /// `CURRENT_TIMESTAMP`, `LOCALTIME(3)`
    pub(super) fn time_function(&mut self) -> Parse<Expr> {
        let name = self.label()?;
        let position = self.position();
        let Some(precision) = self.optional_precision()? else { return self.name_only(name) };
        let value = Value::Number(precision.to_string(), false);
        let value = Expr::Value(ValueWithSpan { value, span: self.span_from(position) });
        Ok(Expr::Function(bare_function(name, plain_arguments(vec![value]))))
    }

    pub(super) fn cast(&mut self) -> Parse<Expr> {
        self.advance();
        self.parenthesised(|reader| {
            let expr = Box::new(reader.expr()?);
            reader.expect("as")?;
            let data_type = reader.data_type()?;
            Ok(Expr::Cast { kind: CastKind::Cast, expr, data_type, array: false, format: None })
        })
    }

    /// A function that the grammar itself knows, at its name.
    pub(super) fn special_function(&mut self, word: &str) -> Parse<Expr> {
        let position = self.position();
        let name = self.label()?;
        match word {
            "exists" => match self.contents()? {
                Contents::Query(subquery) => Ok(Expr::Exists { subquery, negated: false }),
                Contents::Exprs(_) => Err(self.error()),
            },
            "coalesce" | "greatest" | "least" | "nullif" | "grouping" => {
                let exprs = self.parenthesised(|reader| {
                    let exprs = reader.list(Self::expr)?;
                    if word == "nullif" && exprs.len() != 2 { Err(reader.error()) } else { Ok(exprs) }
                })?;
                Ok(Expr::Function(bare_function(name, plain_arguments(exprs))))
            }
            "extract" => self.parenthesised(Self::extract),
            "position" => self.parenthesised(Self::position_in),
            "overlay" => self.parenthesised(|reader| reader.overlay(name)),
            "substring" => self.parenthesised(|reader| reader.substring(name)),
            "trim" => self.parenthesised(Self::trim),
            "normalize" => self.parenthesised(|reader| reader.normalize(name)),
            "treat" => Err(self.unsupported("TREAT", position)),
            _ => Err(xml(word, position)),
        }
    }

    fn extract(&mut self) -> Parse<Expr> {
        let field = match self.token() {
            Token::String(field) => {
                self.advance();
                Ident { value: field.clone(), quote_style: Some('\''), span: self.span_from(self.position()) }
            }
            _ => self.label()?,
        };
        self.expect("from")?;
        let expr = Box::new(self.expr()?);
        Ok(Expr::Extract { field: date_time_field(field), syntax: ExtractSyntax::From, expr })
    }

    fn position_in(&mut self) -> Parse<Expr> {
        let expr = Box::new(self.expr_at(Level::Other)?);
        self.expect("in")?;
        let within = Box::new(self.expr_at(Level::Other)?);
        Ok(Expr::Position { expr, r#in: within })
    }

    fn overlay(&mut self, name: Ident) -> Parse<Expr> {
        let expr = self.expr()?;
        if !self.take("placing") {
            return self.further_arguments(name, expr);
        }
        let overlay_what = Box::new(self.expr()?);
        self.expect("from")?;
        let overlay_from = Box::new(self.expr()?);
        let overlay_for = if self.take("for") { Some(Box::new(self.expr()?)) } else { None };
        Ok(Expr::Overlay { expr: Box::new(expr), overlay_what, overlay_from, overlay_for })
    }

    fn substring(&mut self, name: Ident) -> Parse<Expr> {
        let expr = self.expr()?;
        if self.take("similar") {
            let pattern = self.expr()?;
            self.expect("escape")?;
            let escape = self.expr()?;
            return Ok(Expr::Function(bare_function(name, plain_arguments(vec![expr, pattern, escape]))));
        }
        if !self.is("from") && !self.is("for") {
            return self.further_arguments(name, expr);
        }
        let (mut substring_from, mut substring_for) = (None, None);
        loop {
            if substring_from.is_none() && self.take("from") {
                substring_from = Some(Box::new(self.expr()?));
            } else if substring_for.is_none() && self.take("for") {
                substring_for = Some(Box::new(self.expr()?));
            } else {
                break;
            }
        }
        let expr = Box::new(expr);
        Ok(Expr::Substring { expr, substring_from, substring_for, special: false, shorthand: false })
    }

    fn trim(&mut self) -> Parse<Expr> {
        let trim_where = if self.take("both") {
            Some(TrimWhereField::Both)
        } else if self.take("leading") {
            Some(TrimWhereField::Leading)
        } else if self.take("trailing") {
            Some(TrimWhereField::Trailing)
        } else {
            None
        };
        let first = if self.take("from") { None } else { Some(self.expr()?) };
        let Some(first) = first else { return self.trim_list(trim_where) };
        if self.take("from") {
            let expr = Box::new(self.expr()?);
            return Ok(Expr::Trim { trim_where, trim_what: Some(Box::new(first)), expr, trim_characters: None });
        }
        self.trimmed(trim_where, first)
    }

    fn trim_list(&mut self, trim_where: Option<TrimWhereField>) -> Parse<Expr> {
        let first = self.expr()?;
        self.trimmed(trim_where, first)
    }

    /// `trim(x, characters)`
    fn trimmed(&mut self, trim_where: Option<TrimWhereField>, first: Expr) -> Parse<Expr> {
        let trim_what = if self.take_mark(",") { Some(Box::new(self.expr()?)) } else { None };
        Ok(Expr::Trim { trim_where, trim_what, expr: Box::new(first), trim_characters: None })
    }

    fn normalize(&mut self, name: Ident) -> Parse<Expr> {
        let mut arguments = vec![self.expr()?];
        if self.take_mark(",") {
            let position = self.position();
            let form = self.label()?;
            if !matches!(form.value.as_str(), "nfc" | "nfd" | "nfkc" | "nfkd") {
                return Err(self.error());
            }
            let value = Value::SingleQuotedString(form.value.to_ascii_uppercase());
            arguments.push(Expr::Value(ValueWithSpan { value, span: self.span_from(position) }));
        }
        Ok(Expr::Function(bare_function(name, plain_arguments(arguments))))
    }

    /// The plain form of a function that also has a form of its own.
    fn further_arguments(&mut self, name: Ident, first: Expr) -> Parse<Expr> {
        let mut exprs = vec![first];
        while self.take_mark(",") {
            self.widen(exprs.len())?;
            exprs.push(self.expr()?);
        }
        Ok(Expr::Function(bare_function(name, plain_arguments(exprs))))
    }
}

/// `t.*` as an argument is the whole row.
fn argument_of(expr: Expr) -> FunctionArgExpr {
    match expr {
        Expr::QualifiedWildcard(name, _) => FunctionArgExpr::QualifiedWildcard(name),
        expr => FunctionArgExpr::Expr(expr),
    }
}

pub(super) fn plain_arguments(exprs: Vec<Expr>) -> FunctionArguments {
    FunctionArguments::List(FunctionArgumentList {
        duplicate_treatment: None,
        args: exprs.into_iter().map(|expr| FunctionArg::Unnamed(argument_of(expr))).collect(),
        clauses: Vec::new(),
    })
}

fn xml(word: &str, position: usize) -> Refusal {
    Refusal::new("function", SqlState::UNDEFINED_FUNCTION, format!("function {word} does not exist"))
        .detail("Tollgate has no XML functions.")
        .at(position)
}

fn date_time_field(field: Ident) -> DateTimeField {
    use DateTimeField as D;
    match field.value.to_ascii_lowercase().as_str() {
        "year" => D::Year,
        "month" => D::Month,
        "week" => D::Week(None),
        "day" => D::Day,
        "hour" => D::Hour,
        "minute" => D::Minute,
        "second" => D::Second,
        "century" => D::Century,
        "decade" => D::Decade,
        "dow" => D::Dow,
        "doy" => D::Doy,
        "epoch" => D::Epoch,
        "isodow" => D::Isodow,
        "isoyear" => D::Isoyear,
        "julian" => D::Julian,
        "microseconds" => D::Microseconds,
        "millennium" => D::Millennium,
        "milliseconds" => D::Milliseconds,
        "quarter" => D::Quarter,
        "timezone" => D::Timezone,
        "timezone_hour" => D::TimezoneHour,
        "timezone_minute" => D::TimezoneMinute,
        _ => D::Custom(field),
    }
}
