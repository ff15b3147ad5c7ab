//! Statements by their first word; EXPLAIN, cursors, prepared statements.

use super::reader::{Parse, Reader};
use super::statement::{
    DeclareCursor, Discard, Execute, Explain, ExplainFormat, ExplainOptions, ExplainTarget, Fetch, FetchDirection,
    Prepare, Statement,
};
use super::{refused, text_between};
use crate::{Refusal, SqlState};

impl Reader<'_> {
    /// One whole statement.
    pub(super) fn statement(&mut self) -> Parse<Statement> {
        let statement = self.statement_kind()?;
        self.finish()?;
        Ok(statement)
    }

    fn statement_kind(&mut self) -> Parse<Statement> {
        if self.query_starts() {
            return self.query().map(Statement::Query);
        }
        let Some(word) = self.word_at(0) else { return Err(refused::statement(self)) };
        match word {
            "explain" => self.explain().map(Statement::Explain),
            "copy" => self.copy(),
            "declare" => self.declare().map(Statement::Declare),
            "fetch" | "move" => self.fetch().map(Statement::Fetch),
            "close" => {
                self.advance();
                if self.take("all") {
                    Ok(Statement::Close(None))
                } else {
                    self.own_name().map(Some).map(Statement::Close)
                }
            }
            "prepare" => self.prepare(),
            "execute" => self.execute().map(Statement::Execute),
            "deallocate" => {
                self.advance();
                if self.is("prepare") && self.lexemes.len() > self.at + 2 {
                    self.advance();
                }
                if self.take("all") {
                    return Ok(Statement::Deallocate(None));
                }
                self.own_name().map(Some).map(Statement::Deallocate)
            }
            "discard" => self.discard(),
            "unlisten" => {
                self.advance();
                if !self.take_operator("*") {
                    self.column_id()?;
                }
                Ok(Statement::Unlisten)
            }
            "set" => self.set(),
            "show" => self.show(),
            "reset" => self.reset(),
            "begin" | "start" | "commit" | "end" | "rollback" | "abort" | "savepoint" | "release" => {
                self.transaction(word)
            }
            _ => Err(refused::statement(self)),
        }
    }

    fn query_starts(&self) -> bool {
        self.query_next() || (self.is_mark("(") && self.query_within())
    }

    pub(super) fn own_name(&mut self) -> Parse<String> {
        self.column_id().map(|name| name.value)
    }

    fn explain(&mut self) -> Parse<Explain> {
        let start = self.position();
        self.advance();
        let (mut options, mut analyze) = (ExplainOptions::default(), false);
        if self.is_mark("(") && !self.query_within() {
            self.advance();
            self.list(|reader| reader.explain_option(&mut options, &mut analyze))?;
            self.expect_mark(")")?;
        } else {
            if self.take("analyze") || self.take("analyse") {
                analyze = true;
            }
            if self.take("verbose") {
                options.verbose = true;
            }
        }
        let position = self.position();
        let target = if self.is("execute") {
            ExplainTarget::Execute(self.execute()?)
        } else if self.query_starts() {
            ExplainTarget::Query(self.query()?)
        } else if self.is("declare") {
            return Err(self.unsupported("EXPLAIN of DECLARE", position));
        } else if matches!(self.word_at(0), Some("insert" | "update" | "delete" | "merge" | "create" | "refresh")) {
            return Err(refused::statement(self));
        } else {
            return Err(self.error());
        };
        if analyze {
            return Err(Refusal::new("explain", SqlState::FEATURE_NOT_SUPPORTED, "EXPLAIN ANALYZE is not supported")
                .detail("Counts and times of each step would tell of rows that the role may not see.")
                .hint("EXPLAIN shows the plan, and EXPLAIN (POLICY) what was decided.")
                .at(start));
        }
        Ok(Explain { options, target })
    }

    fn explain_option(&mut self, options: &mut ExplainOptions, analyze: &mut bool) -> Parse<()> {
        let position = self.position();
        // ANALYZE is reserved, and an option's name all the same.
        let name = self.label()?.value;
        if name == "format" {
            let value = self.option_value()?.unwrap_or_default();
            options.format = match value.as_str() {
                "text" => ExplainFormat::Text,
                "json" => ExplainFormat::Json,
                "xml" => ExplainFormat::Xml,
                "yaml" => ExplainFormat::Yaml,
                _ => {
                    let message = format!("unrecognized value for EXPLAIN option \"format\": \"{value}\"");
                    return Err(Refusal::new("syntax", SqlState::INVALID_PARAMETER_VALUE, message).at(position));
                }
            };
            return Ok(());
        }
        let value = self.option_value()?;
        let Some(on) = boolean(value.as_deref()) else {
            let message = format!("{name} requires a Boolean value");
            return Err(Refusal::new("syntax", SqlState::SYNTAX_ERROR, message).at(position));
        };
        match name.as_str() {
            "analyze" => *analyze = on,
            "verbose" => options.verbose = on,
            "policy" => options.policy = on,
            "costs" => options.costs_off = !on,
            // Accepted without effect: they add measurements that there are none of.
            "settings" | "buffers" | "wal" | "timing" | "summary" => {}
            _ => {
                let message = format!("unrecognized EXPLAIN option \"{name}\"");
                return Err(Refusal::new("syntax", SqlState::SYNTAX_ERROR, message).at(position));
            }
        }
        Ok(())
    }

    /// The value of an option, folded if it is a word.
    pub(super) fn option_value(&mut self) -> Parse<Option<String>> {
        use super::lex::Token;
        let value = match self.token() {
            Token::Mark("," | ")") => return Ok(None),
            Token::String(value) | Token::Number(value) => value.clone(),
            Token::Word(word, _) => word.clone(),
            Token::Name(name) => name.clone(),
            Token::Operator(sign) if matches!(sign.as_str(), "+" | "-") => {
                self.advance();
                match self.token() {
                    Token::Number(value) if sign == "-" => format!("-{value}"),
                    Token::Number(value) => value.clone(),
                    _ => return Err(self.error()),
                }
            }
            _ => return Err(self.error()),
        };
        self.advance();
        Ok(Some(value))
    }

    fn declare(&mut self) -> Parse<DeclareCursor> {
        self.advance();
        let name = self.own_name()?;
        let (mut binary, mut scroll) = (false, None);
        let position = self.position();
        while !self.take("cursor") {
            let asked = if self.take("scroll") {
                Some(true)
            } else if self.take_all(&["no", "scroll"]) {
                Some(false)
            } else {
                if self.take("binary") {
                    binary = true;
                } else if !self.take("insensitive") && !self.take("asensitive") {
                    return Err(self.error());
                }
                None
            };
            if asked.is_some() && scroll.is_some() && asked != scroll {
                let message = "cannot specify both SCROLL and NO SCROLL";
                return Err(Refusal::new("syntax", SqlState::INVALID_CURSOR_DEFINITION, message).at(position));
            }
            scroll = asked.or(scroll);
        }
        let hold = self.take_all(&["with", "hold"]);
        if !hold {
            self.take_all(&["without", "hold"]);
        }
        self.expect("for")?;
        let query = self.embedded_query()?;
        Ok(DeclareCursor { name, binary, scroll, hold, query })
    }

    /// The query that another statement holds.
    pub(super) fn embedded_query(&mut self) -> Parse<Box<sqlparser::ast::Query>> {
        if self.query_starts() {
            return self.query();
        }
        Err(refused::data_modifying(self).unwrap_or_else(|| self.error()))
    }

    fn fetch(&mut self) -> Parse<Fetch> {
        let moves = self.is("move");
        self.advance();
        let direction = self.direction()?;
        if !self.take("from") {
            self.take("in");
        }
        let cursor = self.own_name()?;
        Ok(Fetch { cursor, direction, moves })
    }

    fn direction(&mut self) -> Parse<FetchDirection> {
        use FetchDirection::{Absolute, Forward, Relative};
        let word = self.word_at(0).unwrap_or_default();
        // A cursor may be named like a direction: then nothing follows it.
        let is_name = matches!(self.lexeme_at(1).token, super::lex::Token::End | super::lex::Token::Mark(";"));
        if let Some(count) = self.signed()? {
            return Ok(Forward(count));
        }
        if is_name && self.is_column_id() {
            return Ok(Forward(1));
        }
        let direction = match word {
            "next" => Forward(1),
            "prior" => Forward(-1),
            "first" => Absolute(1),
            "last" => Absolute(-1),
            "all" => Forward(i64::MAX),
            "absolute" | "relative" => {
                self.advance();
                let count = self.signed()?.ok_or_else(|| self.error())?;
                return Ok(if word == "absolute" { Absolute(count) } else { Relative(count) });
            }
            "forward" | "backward" => {
                self.advance();
                let count = if self.take("all") { Some(i64::MAX) } else { self.signed()? };
                let count = count.unwrap_or(1);
                return Ok(Forward(if word == "forward" { count } else { -count }));
            }
            _ => return Ok(Forward(1)),
        };
        self.advance();
        Ok(direction)
    }

    /// A whole number with its sign, if one comes next; PostgreSQL takes an int4.
    fn signed(&mut self) -> Parse<Option<i64>> {
        let negative = self.is_operator("-");
        if negative || self.is_operator("+") {
            self.advance();
        } else if !matches!(self.token(), super::lex::Token::Number(_)) {
            return Ok(None);
        }
        let number = i64::from(self.whole_number::<i32>()?);
        Ok(Some(if negative { -number } else { number }))
    }

    fn prepare(&mut self) -> Parse<Statement> {
        let position = self.position();
        self.advance();
        if self.is("transaction") && matches!(self.lexeme_at(1).token, super::lex::Token::String(_)) {
            return Err(refused::read_only("PREPARE TRANSACTION", position));
        }
        let name = self.own_name()?;
        let types =
            if self.is_mark("(") { self.parenthesised(|reader| reader.list(Self::data_type))? } else { Vec::new() };
        self.expect("as")?;
        let first = self.lexeme();
        let query = self.embedded_query()?;
        let text = text_between(self.text, first, self.lexeme()).to_owned();
        Ok(Statement::Prepare(Prepare { name, types, text, query }))
    }

    fn execute(&mut self) -> Parse<Execute> {
        self.advance();
        let name = self.own_name()?;
        let arguments =
            if self.is_mark("(") { self.parenthesised(|reader| reader.list(Self::expr))? } else { Vec::new() };
        Ok(Execute { name, arguments })
    }

    fn discard(&mut self) -> Parse<Statement> {
        self.advance();
        let what = match self.word_at(0) {
            Some("all") => Discard::All,
            Some("plans") => Discard::Plans,
            Some("sequences") => Discard::Sequences,
            Some("temp" | "temporary") => Discard::Temp,
            _ => return Err(self.error()),
        };
        self.advance();
        Ok(Statement::Discard(what))
    }
}

/// What an option without a value, or with this one, says.
pub(super) fn boolean(value: Option<&str>) -> Option<bool> {
    match value.map(str::to_ascii_lowercase).as_deref() {
        None | Some("true" | "on" | "1") => Some(true),
        Some("false" | "off" | "0") => Some(false),
        Some(_) => None,
    }
}
