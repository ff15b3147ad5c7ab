//! Expressions (`a_expr` of PostgreSQL's grammar), by precedence climbing.
//!
//! The levels are those of `gram.y`. sqlparser's own parser differs from them: it reads `-2 ^ 2` as `-(2 ^ 2)`, gives `~` and `OPERATOR(…)` the level of `=`, lets `IS DISTINCT FROM b AND c`
//! swallow the AND, and chains comparisons; hence this one.

use super::lex::Token;
use super::reader::{Parse, Reader};
use crate::{Refusal, SqlState};
use sqlparser::ast::{BinaryOperator as Op, Expr, NormalizationForm, Query, UnaryOperator, Value, ValueWithSpan};

/// How tightly an operator binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Lowest,
    Or,
    And,
    Not,
    Is,
    Comparison,
    Membership,
    Other,
    Sum,
    Product,
    Power,
    At,
    Collate,
    Sign,
    Cast,
}

impl Level {
    fn above(self) -> Self {
        use Level as L;
        match self {
            L::Lowest => L::Or,
            L::Or => L::And,
            L::And => L::Not,
            L::Not => L::Is,
            L::Is => L::Comparison,
            L::Comparison => L::Membership,
            L::Membership => L::Other,
            L::Other => L::Sum,
            L::Sum => L::Product,
            L::Product => L::Power,
            L::Power => L::At,
            L::At => L::Collate,
            L::Collate => L::Sign,
            L::Sign | L::Cast => L::Cast,
        }
    }
}

/// What comes next after an operand.
enum Infix {
    And,
    Or,
    Symbol,
    Qualified,
    Is,
    IsNull,
    NotNull,
    Between,
    In,
    Like,
    Ilike,
    Similar,
    Overlaps,
    AtTimeZone,
    Collate,
    Cast,
}

/// What stands between parentheses.
pub(super) enum Contents {
    Query(Box<Query>),
    Exprs(Vec<Expr>),
}

impl Reader<'_> {
    pub fn expr(&mut self) -> Parse<Expr> {
        self.expr_at(Level::Lowest)
    }

    /// An expression whose operators bind at `level` or tighter. Afterwards `self.height` is its height, or what it was before if that is more: so it is the height of all that was read since it was 0.
    pub fn expr_at(&mut self, level: Level) -> Parse<Expr> {
        let before = std::mem::replace(&mut self.height, 0);
        let left = self.prefix()?;
        let result = self.continue_expr(left, level)?;
        self.height = self.height.max(before);
        Ok(result)
    }

    /// Goes on after an operand; `self.height` is the operand's.
    pub fn continue_expr(&mut self, mut left: Expr, level: Level) -> Parse<Expr> {
        let mut not_again = None;
        while let Some((infix, binds)) = self.infix() {
            if binds < level {
                break;
            }
            // PostgreSQL's %nonassoc.
            if not_again == Some(binds) {
                return Err(self.error());
            }
            not_again = match infix {
                Infix::Symbol if binds == Level::Comparison && !self.quantified_next() => Some(binds),
                Infix::Between | Infix::Like | Infix::Ilike | Infix::Similar => Some(binds),
                Infix::Is if self.is_distinct_next() => Some(binds),
                _ => None,
            };
            left = match infix {
                Infix::And | Infix::Or => self.connect(left, binds)?,
                _ => {
                    let result = self.infix_step(left, infix, binds)?;
                    self.grow(self.height + 1)?;
                    result
                }
            };
        }
        Ok(left)
    }

    fn infix(&self) -> Option<(Infix, Level)> {
        Some(match self.token() {
            Token::Operator(symbol) => (Infix::Symbol, symbol_level(symbol)?),
            Token::Mark("::") => (Infix::Cast, Level::Cast),
            Token::Word(word, Some(_)) => match word.as_str() {
                "and" => (Infix::And, Level::And),
                "or" => (Infix::Or, Level::Or),
                "is" => (Infix::Is, Level::Is),
                "isnull" => (Infix::IsNull, Level::Is),
                "notnull" => (Infix::NotNull, Level::Is),
                "between" => (Infix::Between, Level::Membership),
                "in" => (Infix::In, Level::Membership),
                "like" => (Infix::Like, Level::Membership),
                "ilike" => (Infix::Ilike, Level::Membership),
                "similar" if self.word_at(1) == Some("to") => (Infix::Similar, Level::Membership),
                "not" => match self.word_at(1)? {
                    "between" => (Infix::Between, Level::Membership),
                    "in" => (Infix::In, Level::Membership),
                    "like" => (Infix::Like, Level::Membership),
                    "ilike" => (Infix::Ilike, Level::Membership),
                    "similar" => (Infix::Similar, Level::Membership),
                    _ => return None,
                },
                "overlaps" => (Infix::Overlaps, Level::Membership),
                "operator" if self.mark_at(1, "(") => (Infix::Qualified, Level::Other),
                "at" if self.word_at(1) == Some("time") => (Infix::AtTimeZone, Level::At),
                "collate" => (Infix::Collate, Level::Collate),
                _ => return None,
            },
            _ => return None,
        })
    }

    fn quantified_next(&self) -> bool {
        matches!(self.word_at(1), Some("any" | "some" | "all")) && self.mark_at(2, "(")
    }

    fn is_distinct_next(&self) -> bool {
        self.word_at(1) == Some("distinct") || (self.word_at(1) == Some("not") && self.word_at(2) == Some("distinct"))
    }

    /// A chain of AND or of OR, as a balanced tree: both are associative, and a tree of 5,000 levels would end the process.
    fn connect(&mut self, first: Expr, level: Level) -> Parse<Expr> {
        let (word, op) = if level == Level::And { ("and", Op::And) } else { ("or", Op::Or) };
        let mut terms = vec![first];
        while self.take(word) {
            self.widen(terms.len())?;
            terms.push(self.expr_at(level.above())?);
        }
        let levels = usize::try_from(terms.len().next_power_of_two().trailing_zeros()).unwrap_or(usize::MAX);
        self.grow(self.height + levels)?;
        balance(terms, &op).ok_or_else(|| self.error())
    }

    fn infix_step(&mut self, left: Expr, infix: Infix, level: Level) -> Parse<Expr> {
        match infix {
            Infix::And | Infix::Or => self.connect(left, level),
            Infix::Symbol => {
                let symbol = match self.token() {
                    Token::Operator(symbol) => symbol.clone(),
                    _ => return Err(self.error()),
                };
                self.advance();
                self.operate(left, binary_operator(&symbol), level)
            }
            Infix::Qualified => {
                let symbol = self.qualified_operator()?;
                self.operate(left, binary_operator(&symbol), level)
            }
            Infix::Is => self.is_test(left),
            Infix::IsNull => {
                self.advance();
                Ok(Expr::IsNull(Box::new(left)))
            }
            Infix::NotNull => {
                self.advance();
                Ok(Expr::IsNotNull(Box::new(left)))
            }
            Infix::Between => self.between(left),
            Infix::In => self.membership(left),
            Infix::Like | Infix::Ilike | Infix::Similar => self.pattern(left),
            Infix::Overlaps => {
                self.advance();
                let right = self.expr_at(Level::Other)?;
                if !matches!(left, Expr::Tuple(_)) || !matches!(right, Expr::Tuple(_)) {
                    return Err(self.error());
                }
                Ok(Expr::BinaryOp { left: Box::new(left), op: Op::Overlaps, right: Box::new(right) })
            }
            Infix::AtTimeZone => {
                self.advance();
                self.expect("time")?;
                self.expect("zone")?;
                let zone = self.expr_at(Level::At.above())?;
                Ok(Expr::AtTimeZone { timestamp: Box::new(left), time_zone: Box::new(zone) })
            }
            Infix::Collate => {
                self.advance();
                let first = self.column_id()?;
                let collation = self.dotted(first)?;
                Ok(Expr::Collate { expr: Box::new(left), collation })
            }
            Infix::Cast => {
                self.advance();
                let data_type = self.data_type()?;
                let kind = sqlparser::ast::CastKind::DoubleColon;
                Ok(Expr::Cast { kind, expr: Box::new(left), data_type, array: false, format: None })
            }
        }
    }

    /// The right side of a binary operator, which may be `ANY (…)` or `ALL (…)`.
    fn operate(&mut self, left: Expr, op: Op, level: Level) -> Parse<Expr> {
        if let Some(quantifier) = self.word_at(0).filter(|word| matches!(*word, "any" | "some" | "all"))
            && self.mark_at(1, "(")
        {
            self.advance();
            return self.quantified(left, op, quantifier);
        }
        let right = self.expr_at(level.above())?;
        Ok(Expr::BinaryOp { left: Box::new(left), op, right: Box::new(right) })
    }

    fn quantified(&mut self, left: Expr, compare_op: Op, quantifier: &str) -> Parse<Expr> {
        let right = match self.contents()? {
            Contents::Query(query) => Expr::Subquery(query),
            Contents::Exprs(exprs) => match <[Expr; 1]>::try_from(exprs) {
                Ok([one]) => one,
                Err(_) => return Err(self.error()),
            },
        };
        let (left, right) = (Box::new(left), Box::new(right));
        Ok(match quantifier {
            "all" => Expr::AllOp { left, compare_op, right },
            _ => Expr::AnyOp { left, compare_op, right, is_some: quantifier == "some" },
        })
    }

    /// `OPERATOR(pg_catalog.~)`: the operator itself, since there are no others.
    fn qualified_operator(&mut self) -> Parse<String> {
        self.advance();
        self.expect_mark("(")?;
        let position = self.position();
        let mut schema = Vec::new();
        while !matches!(self.token(), Token::Operator(_)) {
            self.widen(schema.len())?;
            schema.push(self.column_id()?.value);
            self.expect_mark(".")?;
        }
        let symbol = match self.token() {
            Token::Operator(symbol) => symbol.clone(),
            _ => return Err(self.error()),
        };
        self.advance();
        self.expect_mark(")")?;
        if schema.iter().any(|schema| schema != "pg_catalog") || schema.len() > 1 {
            let name = format!("{}.{symbol}", schema.join("."));
            let message = format!("operator does not exist: {name}");
            return Err(Refusal::new("operator", SqlState::UNDEFINED_FUNCTION, message).at(position));
        }
        Ok(symbol)
    }

    fn is_test(&mut self, left: Expr) -> Parse<Expr> {
        let position = self.position();
        self.advance();
        let negated = self.take("not");
        let left = Box::new(left);
        let word = self.word_at(0).ok_or_else(|| self.error())?;
        let test = match (word, negated) {
            ("null", false) => Expr::IsNull(left),
            ("null", true) => Expr::IsNotNull(left),
            ("true", false) => Expr::IsTrue(left),
            ("true", true) => Expr::IsNotTrue(left),
            ("false", false) => Expr::IsFalse(left),
            ("false", true) => Expr::IsNotFalse(left),
            ("unknown", false) => Expr::IsUnknown(left),
            ("unknown", true) => Expr::IsNotUnknown(left),
            ("distinct", negated) => {
                self.advance();
                self.expect("from")?;
                let right = Box::new(self.expr_at(Level::Comparison)?);
                return Ok(if negated {
                    Expr::IsNotDistinctFrom(left, right)
                } else {
                    Expr::IsDistinctFrom(left, right)
                });
            }
            ("nfc" | "nfd" | "nfkc" | "nfkd" | "normalized", negated) => {
                let form = normal_form(word);
                if form.is_some() {
                    self.advance();
                }
                self.expect("normalized")?;
                return Ok(Expr::IsNormalized { expr: left, form, negated });
            }
            ("document", _) => return Err(self.unsupported("IS DOCUMENT", position)),
            _ => return Err(self.error()),
        };
        self.advance();
        Ok(test)
    }

    fn between(&mut self, left: Expr) -> Parse<Expr> {
        let negated = self.take("not");
        let position = self.position();
        self.advance();
        let symmetric = self.take("symmetric");
        if !symmetric {
            self.take("asymmetric");
        }
        let low = self.expr_at(Level::Other)?;
        self.expect("and")?;
        let high = self.expr_at(Level::Other)?;
        let plain = |expr: Expr, low, high| Expr::Between {
            expr: Box::new(expr),
            negated,
            low: Box::new(low),
            high: Box::new(high),
        };
        if !symmetric {
            return Ok(plain(left, low, high));
        }
        // As PostgreSQL's transformAExprBetween: either order. It copies the operands, so a few are enough.
        self.copies += 1;
        if self.copies > 4 {
            return Err(self.unsupported("more than four BETWEEN SYMMETRIC in one statement", position));
        }
        let op = if negated { Op::And } else { Op::Or };
        let forth = plain(left.clone(), low.clone(), high.clone());
        let back = plain(left, high, low);
        Ok(Expr::Nested(Box::new(Expr::BinaryOp { left: Box::new(forth), op, right: Box::new(back) })))
    }

    fn membership(&mut self, left: Expr) -> Parse<Expr> {
        let negated = self.take("not");
        self.advance();
        let expr = Box::new(left);
        Ok(match self.contents()? {
            Contents::Query(subquery) => Expr::InSubquery { expr, subquery, negated },
            Contents::Exprs(list) => Expr::InList { expr, list, negated },
        })
    }

    /// LIKE, ILIKE, SIMILAR TO
    fn pattern(&mut self, left: Expr) -> Parse<Expr> {
        let negated = self.take("not");
        let word = self.word_at(0).ok_or_else(|| self.error())?;
        self.advance();
        if word == "similar" {
            self.expect("to")?;
        } else if let Some(quantifier) = self.word_at(0).filter(|word| matches!(*word, "any" | "some" | "all"))
            && self.mark_at(1, "(")
        {
            self.advance();
            let op = match (word, negated) {
                ("like", false) => Op::PGLikeMatch,
                ("like", true) => Op::PGNotLikeMatch,
                (_, false) => Op::PGILikeMatch,
                (_, true) => Op::PGNotILikeMatch,
            };
            return self.quantified(left, op, quantifier);
        }
        let expr = Box::new(left);
        let pattern = Box::new(self.expr_at(Level::Other)?);
        let escape_char = self.escape()?;
        Ok(match word {
            "like" => Expr::Like { negated, any: false, expr, pattern, escape_char },
            "ilike" => Expr::ILike { negated, any: false, expr, pattern, escape_char },
            _ => Expr::SimilarTo { negated, expr, pattern, escape_char },
        })
    }

    fn escape(&mut self) -> Parse<Option<ValueWithSpan>> {
        if !self.take("escape") {
            return Ok(None);
        }
        let position = self.position();
        let value = match self.token() {
            Token::String(value) => Value::SingleQuotedString(value.clone()),
            Token::Word(word, _) if word == "null" => Value::Null,
            Token::Parameter(name) => Value::Placeholder(name.clone()),
            _ => return Err(self.unsupported("an ESCAPE that is not a literal", position)),
        };
        self.advance();
        Ok(Some(ValueWithSpan { value, span: self.span_from(position) }))
    }

    fn prefix(&mut self) -> Parse<Expr> {
        match self.token() {
            Token::Word(word, Some(_)) if word == "not" => self.deeper(|reader| {
                reader.advance();
                Ok(unary(UnaryOperator::Not, reader.expr_at(Level::Not)?))
            }),
            Token::Word(word, Some(_)) if word == "operator" && self.mark_at(1, "(") => self.deeper(|reader| {
                let symbol = reader.qualified_operator()?;
                reader.prefix_operator(&symbol)
            }),
            Token::Operator(symbol) if symbol != "*" => self.deeper(|reader| {
                reader.advance();
                reader.prefix_operator(symbol)
            }),
            _ => self.primary(),
        }
    }

    fn prefix_operator(&mut self, symbol: &str) -> Parse<Expr> {
        let position = self.position();
        let (op, level) = match symbol {
            "+" => (UnaryOperator::Plus, Level::Sign),
            "-" => (UnaryOperator::Minus, Level::Sign),
            "~" => (UnaryOperator::BitwiseNot, Level::Sum),
            "@" => (UnaryOperator::PGAbs, Level::Sum),
            "|/" => (UnaryOperator::PGSquareRoot, Level::Sum),
            "||/" => (UnaryOperator::PGCubeRoot, Level::Sum),
            "<" | ">" | "=" | "<=" | ">=" | "<>" | "*" | "/" | "%" | "^" | "=>" => {
                self.at = self.at.saturating_sub(1);
                return Err(self.error());
            }
            _ => {
                let message = format!("operator does not exist: {symbol}");
                return Err(Refusal::new("operator", SqlState::UNDEFINED_FUNCTION, message)
                    .detail("There is no prefix operator of that name.")
                    .at(position));
            }
        };
        Ok(unary(op, self.expr_at(level)?))
    }
}

fn unary(op: UnaryOperator, expr: Expr) -> Expr {
    Expr::UnaryOp { op, expr: Box::new(expr) }
}

/// Joins terms pairwise until one is left.
fn balance(mut terms: Vec<Expr>, op: &Op) -> Option<Expr> {
    while terms.len() > 1 {
        let mut pairs = Vec::with_capacity(terms.len().div_ceil(2));
        let mut rest = terms.into_iter();
        while let Some(left) = rest.next() {
            pairs.push(match rest.next() {
                Some(right) => Expr::BinaryOp { left: Box::new(left), op: op.clone(), right: Box::new(right) },
                None => left,
            });
        }
        terms = pairs;
    }
    terms.pop()
}

fn symbol_level(symbol: &str) -> Option<Level> {
    Some(match symbol {
        "=" | "<" | ">" | "<=" | ">=" | "<>" => Level::Comparison,
        "+" | "-" => Level::Sum,
        "*" | "/" | "%" => Level::Product,
        "^" => Level::Power,
        // A mark of its own in the grammar, for named arguments.
        "=>" => return None,
        _ => Level::Other,
    })
}

fn normal_form(word: &str) -> Option<NormalizationForm> {
    Some(match word {
        "nfc" => NormalizationForm::NFC,
        "nfd" => NormalizationForm::NFD,
        "nfkc" => NormalizationForm::NFKC,
        "nfkd" => NormalizationForm::NFKD,
        _ => return None,
    })
}

/// sqlparser's name for an operator; one that it has no name for is `Custom`.
fn binary_operator(symbol: &str) -> Op {
    match symbol {
        "=" => Op::Eq,
        "<>" => Op::NotEq,
        "<" => Op::Lt,
        ">" => Op::Gt,
        "<=" => Op::LtEq,
        ">=" => Op::GtEq,
        "+" => Op::Plus,
        "-" => Op::Minus,
        "*" => Op::Multiply,
        "/" => Op::Divide,
        "%" => Op::Modulo,
        "^" => Op::PGExp,
        "||" => Op::StringConcat,
        "|" => Op::BitwiseOr,
        "&" => Op::BitwiseAnd,
        "#" => Op::PGBitwiseXor,
        "<<" => Op::PGBitwiseShiftLeft,
        ">>" => Op::PGBitwiseShiftRight,
        "&&" => Op::PGOverlap,
        "~" => Op::PGRegexMatch,
        "~*" => Op::PGRegexIMatch,
        "!~" => Op::PGRegexNotMatch,
        "!~*" => Op::PGRegexNotIMatch,
        "~~" => Op::PGLikeMatch,
        "~~*" => Op::PGILikeMatch,
        "!~~" => Op::PGNotLikeMatch,
        "!~~*" => Op::PGNotILikeMatch,
        "^@" => Op::PGStartsWith,
        "->" => Op::Arrow,
        "->>" => Op::LongArrow,
        "#>" => Op::HashArrow,
        "#>>" => Op::HashLongArrow,
        "@@" => Op::AtAt,
        "@>" => Op::AtArrow,
        "<@" => Op::ArrowAt,
        "#-" => Op::HashMinus,
        "@?" => Op::AtQuestion,
        "?" => Op::Question,
        "?&" => Op::QuestionAnd,
        "?|" => Op::QuestionPipe,
        other => Op::Custom(other.to_owned()),
    }
}
