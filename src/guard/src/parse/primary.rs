//! Operands (`c_expr` of PostgreSQL's grammar): columns, literals, parameters, parentheses, CASE, EXISTS, ARRAY, ROW.

use super::expression::{Contents, Level};
use super::keywords::Class;
use super::lex::Token;
use super::reader::{Parse, Reader, attached};
use super::types::generic;
use sqlparser::ast::{
    AccessExpr, Array, CaseWhen, DataType, DateTimeField, Expr, Function, FunctionArguments, Ident, Interval,
    IntervalFields, ObjectName, ObjectNamePart, Subscript, TypedString, Value, ValueWithSpan,
};

impl Reader<'_> {
    pub(super) fn primary(&mut self) -> Parse<Expr> {
        let position = self.position();
        match self.token() {
            Token::Number(number) => Ok(self.literal(Value::Number(number.clone(), false))),
            Token::String(value) => Ok(self.literal(Value::SingleQuotedString(value.clone()))),
            Token::Prefixed('B', bits) => Ok(self.literal(Value::SingleQuotedByteStringLiteral(bits.clone()))),
            Token::Prefixed('X', bits) => Ok(self.literal(Value::HexStringLiteral(bits.clone()))),
            Token::Prefixed(..) => Err(self.unsupported("a national string literal", position)),
            Token::Parameter(name) => {
                let parameter = self.literal(Value::Placeholder(name.clone()));
                self.indirection(parameter)
            }
            Token::Mark("(") => {
                let inner = self.contents()?;
                let inner = match inner {
                    Contents::Query(query) => Expr::Subquery(query),
                    Contents::Exprs(mut exprs) if exprs.len() == 1 => {
                        let one = exprs.pop().ok_or_else(|| self.error())?;
                        Expr::Nested(Box::new(one))
                    }
                    // A row: nothing can be selected from it without ROW's parentheses.
                    Contents::Exprs(exprs) => return Ok(Expr::Tuple(exprs)),
                };
                self.indirection(inner)
            }
            Token::Name(_) | Token::Word(_, None) => self.name_or_call(),
            Token::Word(word, _) if word == "double" && self.word_at(1) == Some("precision") => {
                self.column_name_keyword(word)
            }
            Token::Word(word, _) if word == "current_schema" && !self.mark_at(1, "(") => {
                let name = self.label()?;
                self.name_only(name)
            }
            Token::Word(word, Some(keyword)) => match keyword.class {
                Class::Unreserved | Class::TypeOrFunction => self.name_or_call(),
                Class::ColumnName => self.column_name_keyword(word),
                Class::Reserved => self.reserved(word),
            },
            _ => Err(self.error()),
        }
    }

    fn literal(&mut self, value: Value) -> Expr {
        let position = self.position();
        self.advance();
        Expr::Value(ValueWithSpan { value, span: self.span_from(position) })
    }

    /// What stands between parentheses: a query with any number of parentheses more, or expressions. Reads each lexeme once, where a parser that tries one and then the other needs time
    /// exponential in the nesting.
    pub(super) fn contents(&mut self) -> Parse<Contents> {
        self.parenthesised(|reader| {
            if reader.query_next() {
                return reader.query().map(Contents::Query);
            }
            let first = if reader.is_mark("(") && reader.query_within() {
                match reader.contents()? {
                    Contents::Query(query) if reader.is_mark(")") || reader.query_continues() => {
                        return reader.query_after(query).map(Contents::Query);
                    }
                    Contents::Query(query) => {
                        let operand = reader.indirection(Expr::Subquery(query))?;
                        reader.continue_expr(operand, Level::Lowest)?
                    }
                    Contents::Exprs(exprs) => {
                        let operand = row_or_nested(exprs).ok_or_else(|| reader.error())?;
                        let operand = match operand {
                            Expr::Nested(_) => reader.indirection(operand)?,
                            other => other,
                        };
                        reader.continue_expr(operand, Level::Lowest)?
                    }
                }
            } else {
                reader.expr()?
            };
            let mut exprs = vec![first];
            while reader.take_mark(",") {
                reader.widen(exprs.len())?;
                exprs.push(reader.expr()?);
            }
            Ok(Contents::Exprs(exprs))
        })
    }

    /// Whether a query starts here.
    pub(super) fn query_next(&self) -> bool {
        matches!(self.word_at(0), Some("select" | "values" | "with" | "table")) && self.keyword().is_some()
    }

    /// Whether the first word behind all the opening parentheses starts a query.
    pub(super) fn query_within(&self) -> bool {
        let mut ahead = 0;
        while self.mark_at(ahead, "(") {
            ahead += 1;
        }
        matches!(self.word_at(ahead), Some("select" | "values" | "with" | "table"))
    }

    /// `.name`, `.*`, `[1]`, `[1:2]` after an operand that may have them.
    pub(super) fn indirection(&mut self, root: Expr) -> Parse<Expr> {
        let position = self.position();
        let mut chain = Vec::new();
        loop {
            if self.is_mark(".") && matches!(&self.lexeme_at(1).token, Token::Operator(star) if star == "*") {
                self.advance();
                let star = self.lexeme();
                self.advance();
                if chain.is_empty() && matches!(root, Expr::Nested(_)) {
                    // `(row).*`: told by its empty name.
                    return Ok(Expr::CompoundFieldAccess {
                        root: Box::new(root),
                        access_chain: vec![AccessExpr::Dot(Expr::Wildcard(attached(star)))],
                    });
                }
                return Err(self.unsupported("\".*\" after such an expression", position));
            } else if self.take_mark(".") {
                chain.push(AccessExpr::Dot(Expr::Identifier(self.label()?)));
            } else if self.is_mark("[") {
                chain.push(AccessExpr::Subscript(self.subscript()?));
            } else {
                break;
            }
            self.widen(chain.len() * 50)?;
        }
        if chain.is_empty() {
            return Ok(root);
        }
        Ok(Expr::CompoundFieldAccess { root: Box::new(root), access_chain: chain })
    }

    fn subscript(&mut self) -> Parse<Subscript> {
        self.expect_mark("[")?;
        let subscript = self.deeper(|reader| {
            let lower_bound = if reader.is_mark(":") { None } else { Some(reader.expr()?) };
            if !reader.take_mark(":") {
                return lower_bound.map(|index| Subscript::Index { index }).ok_or_else(|| reader.error());
            }
            let upper_bound = if reader.is_mark("]") { None } else { Some(reader.expr()?) };
            Ok(Subscript::Slice { lower_bound, upper_bound, stride: None })
        })?;
        self.expect_mark("]")?;
        Ok(subscript)
    }

    /// A column, a call, or a literal with its type in front.
    fn name_or_call(&mut self) -> Parse<Expr> {
        let is_column = self.is_column_id();
        let first = self.label()?;
        let mut parts = vec![first];
        while self.is_mark(".") && !matches!(&self.lexeme_at(1).token, Token::Operator(_)) {
            self.advance();
            self.widen(parts.len() * 50)?;
            parts.push(self.label()?);
        }
        match self.token() {
            Token::Mark("(") => return self.call_or_typed(parts),
            Token::String(value) => {
                let name = object_name(parts);
                return Ok(self.typed_string(generic(name, Vec::new()), value));
            }
            _ => {}
        }
        if !is_column {
            // A word that names functions only, such as LEFT: the error is after it.
            return Err(self.error());
        }
        if self.is_mark(".") && matches!(&self.lexeme_at(1).token, Token::Operator(star) if star == "*") {
            self.advance();
            let star = attached(self.lexeme());
            self.advance();
            return Ok(Expr::QualifiedWildcard(object_name(parts), star));
        }
        let column = match <[Ident; 1]>::try_from(parts) {
            Ok([one]) => Expr::Identifier(one),
            Err(parts) => Expr::CompoundIdentifier(parts),
        };
        if self.is_mark("[") { self.indirection(column) } else { Ok(column) }
    }

    /// `name(…)`, which is a type with modifiers if a string literal follows: `varchar(3) 'abc'`.
    fn call_or_typed(&mut self, parts: Vec<Ident>) -> Parse<Expr> {
        let call = self.call(object_name(parts))?;
        let Token::String(value) = self.token() else { return Ok(call) };
        let Expr::Function(Function { name, args: FunctionArguments::List(list), .. }) = call else {
            return Err(self.error());
        };
        let modifiers = list
            .args
            .iter()
            .map(|argument| match argument.to_string() {
                number if number.bytes().all(|byte| byte.is_ascii_digit()) => Ok(number),
                _ => Err(self.error()),
            })
            .collect::<Parse<Vec<String>>>()?;
        Ok(self.typed_string(generic(name, modifiers), value))
    }

    fn typed_string(&mut self, data_type: DataType, value: &str) -> Expr {
        let position = self.position();
        self.advance();
        let value =
            ValueWithSpan { value: Value::SingleQuotedString(value.to_owned()), span: self.span_from(position) };
        Expr::TypedString(TypedString { data_type, value, uses_odbc_syntax: false })
    }

    /// Words that can name a column but neither function nor type: the grammar's own types and functions.
    fn column_name_keyword(&mut self, word: &str) -> Parse<Expr> {
        if word == "interval" && (self.mark_at(1, "(") || matches!(self.lexeme_at(1).token, Token::String(_))) {
            return self.interval();
        }
        if word == "row" && self.mark_at(1, "(") {
            return self.row();
        }
        if word == "values" && self.mark_at(1, "(") {
            return Err(self.error());
        }
        if self.mark_at(1, "(") && is_special_function(word) {
            return self.special_function(word);
        }
        let start = self.at;
        if let Some(data_type) = self.keyword_type()? {
            if let Token::String(value) = self.token() {
                return Ok(self.typed_string(data_type, value));
            }
            // Not a literal: the word is a column's name.
            if self.at != start + 1 {
                return Err(self.error());
            }
            self.at = start;
        }
        self.name_or_call_of_column_keyword()
    }

    fn name_or_call_of_column_keyword(&mut self) -> Parse<Expr> {
        if self.mark_at(1, "(") {
            self.advance();
            return Err(self.error());
        }
        self.name_or_call()
    }

    /// `INTERVAL '1' DAY`, `INTERVAL(3) '1.2345 s'`
    fn interval(&mut self) -> Parse<Expr> {
        self.advance();
        let precision = self.optional_precision()?;
        let position = self.position();
        let value = Value::SingleQuotedString(self.string()?);
        let value = Box::new(Expr::Value(ValueWithSpan { value, span: self.span_from(position) }));
        let (fields, seconds) = if precision.is_some() { (None, precision) } else { self.interval_fields()? };
        let (leading_field, last_field) = fields.map_or((None, None), split_fields);
        let (leading_precision, fractional_seconds_precision) =
            if leading_field == Some(DateTimeField::Second) { (seconds, None) } else { (None, seconds) };
        Ok(Expr::Interval(Interval {
            value,
            leading_field,
            leading_precision,
            last_field,
            fractional_seconds_precision,
        }))
    }

    fn row(&mut self) -> Parse<Expr> {
        self.advance();
        let exprs =
            self.parenthesised(|reader| if reader.is_mark(")") { Ok(Vec::new()) } else { reader.list(Self::expr) })?;
        Ok(Expr::Tuple(exprs))
    }

    fn reserved(&mut self, word: &str) -> Parse<Expr> {
        match word {
            "null" => Ok(self.literal(Value::Null)),
            "true" => Ok(self.literal(Value::Boolean(true))),
            "false" => Ok(self.literal(Value::Boolean(false))),
            "case" => self.deeper(Self::case),
            "array" if self.mark_at(1, "[") => {
                self.advance();
                self.array()
            }
            "array" if self.mark_at(1, "(") => {
                let name = self.label()?;
                let query = match self.contents()? {
                    Contents::Query(query) => query,
                    Contents::Exprs(_) => return Err(self.error()),
                };
                Ok(Expr::Function(bare_function(name, FunctionArguments::Subquery(query))))
            }
            "cast" => self.cast(),
            "current_date" | "current_role" | "current_user" | "session_user" | "user" | "current_catalog" => {
                let name = self.label()?;
                self.name_only(name)
            }
            "current_time" | "current_timestamp" | "localtime" | "localtimestamp" => self.time_function(),
            _ => Err(self.error()),
        }
    }

    fn case(&mut self) -> Parse<Expr> {
        let case_token = self.attached();
        self.advance();
        let operand = if self.is("when") { None } else { Some(Box::new(self.expr()?)) };
        let mut conditions = Vec::new();
        while self.take("when") {
            self.widen(conditions.len())?;
            let condition = self.expr()?;
            self.expect("then")?;
            let result = self.expr()?;
            conditions.push(CaseWhen { condition, result });
        }
        if conditions.is_empty() {
            return Err(self.error());
        }
        let else_result = if self.take("else") { Some(Box::new(self.expr()?)) } else { None };
        let end_token = self.attached();
        self.expect("end")?;
        Ok(Expr::Case { case_token, end_token, operand, conditions, else_result })
    }

    /// `[1, 2]`, `[[1], [2]]`, after ARRAY.
    fn array(&mut self) -> Parse<Expr> {
        self.expect_mark("[")?;
        let elem = self.deeper(|reader| {
            if reader.is_mark("]") {
                return Ok(Vec::new());
            }
            if reader.is_mark("[") { reader.list(Self::inner_array) } else { reader.list(Self::expr) }
        })?;
        self.expect_mark("]")?;
        Ok(Expr::Array(Array { elem, named: true }))
    }

    fn inner_array(&mut self) -> Parse<Expr> {
        match self.array()? {
            Expr::Array(Array { elem, named: _ }) => Ok(Expr::Array(Array { elem, named: false })),
            other => Ok(other),
        }
    }
}

pub(super) fn object_name(parts: Vec<Ident>) -> ObjectName {
    ObjectName(parts.into_iter().map(ObjectNamePart::Identifier).collect())
}

pub(super) fn bare_function(name: Ident, args: FunctionArguments) -> Function {
    Function {
        name: object_name(vec![name]),
        uses_odbc_syntax: false,
        parameters: FunctionArguments::None,
        args,
        filter: None,
        null_treatment: None,
        over: None,
        within_group: Vec::new(),
    }
}

/// One expression in parentheses, or several, which are a row.
pub(super) fn row_or_nested(mut exprs: Vec<Expr>) -> Option<Expr> {
    if exprs.len() > 1 {
        return Some(Expr::Tuple(exprs));
    }
    exprs.pop().map(|one| Expr::Nested(Box::new(one)))
}

fn is_special_function(word: &str) -> bool {
    matches!(
        word,
        "coalesce"
            | "exists"
            | "extract"
            | "greatest"
            | "grouping"
            | "least"
            | "normalize"
            | "nullif"
            | "overlay"
            | "position"
            | "substring"
            | "treat"
            | "trim"
            | "xmlattributes"
            | "xmlconcat"
            | "xmlelement"
            | "xmlexists"
            | "xmlforest"
            | "xmlnamespaces"
            | "xmlparse"
            | "xmlpi"
            | "xmlroot"
            | "xmlserialize"
            | "xmltable"
    )
}

fn split_fields(fields: IntervalFields) -> (Option<DateTimeField>, Option<DateTimeField>) {
    use DateTimeField as D;
    let (first, last) = match fields {
        IntervalFields::Year => (D::Year, None),
        IntervalFields::Month => (D::Month, None),
        IntervalFields::Day => (D::Day, None),
        IntervalFields::Hour => (D::Hour, None),
        IntervalFields::Minute => (D::Minute, None),
        IntervalFields::Second => (D::Second, None),
        IntervalFields::YearToMonth => (D::Year, Some(D::Month)),
        IntervalFields::DayToHour => (D::Day, Some(D::Hour)),
        IntervalFields::DayToMinute => (D::Day, Some(D::Minute)),
        IntervalFields::DayToSecond => (D::Day, Some(D::Second)),
        IntervalFields::HourToMinute => (D::Hour, Some(D::Minute)),
        IntervalFields::HourToSecond => (D::Hour, Some(D::Second)),
        IntervalFields::MinuteToSecond => (D::Minute, Some(D::Second)),
    };
    (Some(first), last)
}
