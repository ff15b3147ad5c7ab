//! SET, SHOW, RESET.

use super::keywords::Class;
use super::lex::Token;
use super::reader::{Parse, Reader};
use super::statement::{SetParameter, SetValue, Statement};
use crate::{Refusal, SqlState};

impl Reader<'_> {
    pub(super) fn set(&mut self) -> Parse<Statement> {
        self.advance();
        let position = self.position();
        if self.take_all(&["session", "characteristics", "as", "transaction"]) {
            return Ok(Statement::SetTransaction { session: true, modes: self.modes()? });
        }
        let local = self.is("local") && !self.names_parameter();
        if local || (self.is("session") && !self.names_parameter() && self.word_at(1) != Some("authorization")) {
            self.advance();
        }
        if self.names_parameter() {
            return self.set_parameter(local);
        }
        match self.word_at(0) {
            Some("transaction") => {
                self.advance();
                if self.is("snapshot") {
                    return Err(self.unsupported("SET TRANSACTION SNAPSHOT", position));
                }
                Ok(Statement::SetTransaction { session: false, modes: self.modes()? })
            }
            Some("role") => {
                self.advance();
                let role = self.word_or_string()?;
                Ok(Statement::SetRole { local, role: Some(role).filter(|role| role != "none") })
            }
            Some("session") if self.word_at(1) == Some("authorization") => Err(authorization(position)),
            Some("time") if self.word_at(1) == Some("zone") => {
                self.advance();
                self.advance();
                Ok(parameter(local, "timezone", self.time_zone()?))
            }
            Some("names") => {
                self.advance();
                let value = if self.at_end() || self.take("default") {
                    SetValue::Default
                } else {
                    SetValue::Text(self.string()?)
                };
                Ok(parameter(local, "client_encoding", value))
            }
            Some("schema") => {
                self.advance();
                let value = self.string()?;
                Ok(parameter(local, "search_path", SetValue::Text(quoted(&value))))
            }
            Some("catalog") => Err(self.unsupported("SET CATALOG", position)),
            Some("xml") => Err(self.unsupported("SET XML OPTION", position)),
            Some("constraints") => Err(self.unsupported("SET CONSTRAINTS", position)),
            _ => {
                self.parameter_name()?;
                Err(self.error())
            }
        }
    }

    /// Whether `name TO`, `name =` comes next.
    fn names_parameter(&self) -> bool {
        let mut ahead = 1;
        while self.mark_at(ahead, ".") {
            ahead += 2;
        }
        self.word_at(ahead) == Some("to")
            || self.word_at(ahead) == Some("from")
            || matches!(&self.lexeme_at(ahead).token, Token::Operator(symbol) if symbol == "=")
    }

    fn parameter_name(&mut self) -> Parse<String> {
        let mut name = self.own_name()?.to_ascii_lowercase();
        let mut parts = 1;
        while self.take_mark(".") {
            self.widen(parts)?;
            parts += 1;
            name.push('.');
            // The gateway's own settings have names that SQL reserves: tollgate.window, tollgate.from.
            let part = if name == "tollgate." { self.label()?.value } else { self.own_name()? };
            name.push_str(&part.to_ascii_lowercase());
        }
        Ok(name)
    }

    fn set_parameter(&mut self, local: bool) -> Parse<Statement> {
        let name = self.parameter_name()?;
        let position = self.position();
        if self.is("from") {
            return Err(self.unsupported("SET … FROM CURRENT", position));
        }
        self.advance();
        if self.take("default") {
            return Ok(parameter(local, &name, SetValue::Default));
        }
        // The settings whose elements are names: PostgreSQL quotes them where it joins them.
        let names = matches!(name.as_str(), "search_path" | "temp_tablespaces");
        let values = self.list(|reader| {
            let value = reader.set_element()?;
            Ok(if names { quoted(&value) } else { value })
        })?;
        Ok(parameter(local, &name, SetValue::Text(values.join(", "))))
    }

    fn set_element(&mut self) -> Parse<String> {
        match self.token() {
            Token::Word(word, _) if matches!(word.as_str(), "true" | "false" | "on") => {
                self.advance();
                Ok(word.clone())
            }
            Token::Word(..) | Token::Name(_) | Token::String(_) => self.word_or_string(),
            Token::Number(_) | Token::Operator(_) => self.option_value().map(Option::unwrap_or_default),
            _ => Err(self.error()),
        }
    }

    /// A string, a name, or a word that is not reserved.
    pub(super) fn word_or_string(&mut self) -> Parse<String> {
        if let Token::String(_) = self.token() {
            return self.string();
        }
        if self.keyword().is_some_and(|keyword| keyword.class == Class::Reserved) {
            return Err(self.error());
        }
        self.label().map(|label| label.value)
    }

    fn time_zone(&mut self) -> Parse<SetValue> {
        if self.take("default") || self.take("local") {
            return Ok(SetValue::Default);
        }
        if self.take("interval") {
            let precision = self.optional_precision()?;
            let text = self.string()?;
            if precision.is_none() {
                self.interval_fields()?;
            }
            // The form in which PostgreSQL hands it to the setting.
            return Ok(SetValue::Text(format!("INTERVAL '{}'", text.replace('\'', "''"))));
        }
        self.set_element().map(SetValue::Text)
    }

    pub(super) fn show(&mut self) -> Parse<Statement> {
        self.advance();
        if self.take("all") {
            return Ok(Statement::Show(None));
        }
        self.shown_name().map(Some).map(Statement::Show)
    }

    fn shown_name(&mut self) -> Parse<String> {
        for (words, name) in [
            (&["time", "zone"][..], "timezone"),
            (&["transaction", "isolation", "level"], "transaction_isolation"),
            (&["session", "authorization"], "session_authorization"),
        ] {
            if self.take_all(words) {
                return Ok(name.to_owned());
            }
        }
        self.parameter_name()
    }

    pub(super) fn reset(&mut self) -> Parse<Statement> {
        self.advance();
        let position = self.position();
        if self.take("all") {
            return Ok(Statement::Reset(None));
        }
        if self.is("role") {
            self.advance();
            return Ok(Statement::SetRole { local: false, role: None });
        }
        let name = self.shown_name()?;
        if name == "session_authorization" {
            return Err(authorization(position));
        }
        Ok(Statement::Reset(Some(name)))
    }
}

fn parameter(local: bool, name: &str, value: SetValue) -> Statement {
    Statement::Set(SetParameter { local, name: name.to_owned(), value })
}

fn authorization(position: usize) -> Refusal {
    Refusal::new(
        "session-authorization",
        SqlState::INSUFFICIENT_PRIVILEGE,
        "permission denied to set session authorization",
    )
    .detail("A session is whoever it authenticated as.")
    .hint("Use SET ROLE to change to another role that you hold.")
    .at(position)
}

/// PostgreSQL's `quote_identifier`.
fn quoted(name: &str) -> String {
    let plain = name.bytes().next().is_some_and(|first| first.is_ascii_lowercase() || first == b'_')
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        && super::keywords::find(name).is_none_or(|keyword| keyword.class == Class::Unreserved);
    if plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}
