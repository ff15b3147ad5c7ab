//! `COPY … TO STDOUT`, with the options in both spellings.

use super::query::wildcard;
use super::reader::{Parse, Reader};
use super::refused;
use super::statement::{CopyFormat, CopyOptions, CopyOut, ForceQuote, Statement};
use super::utility::boolean;
use crate::{Refusal, SqlState};
use sqlparser::ast::{Expr, Query, SelectItem};

/// The options as given: what is not there has a default that depends on the format.
#[derive(Default)]
struct Given {
    format: Option<CopyFormat>,
    delimiter: Option<String>,
    null: Option<String>,
    header: Option<bool>,
    quote: Option<String>,
    escape: Option<String>,
    force_quote: Option<ForceQuote>,
    encoding: Option<String>,
    freeze: Option<bool>,
}

impl Reader<'_> {
    pub(super) fn copy(&mut self) -> Parse<Statement> {
        self.advance();
        let mut given = Given::default();
        let query = if self.is_mark("(") {
            self.copied_query()?
        } else {
            if self.take("binary") {
                given.format = Some(CopyFormat::Binary);
            }
            self.copied_table()?
        };
        let from = self.is("from");
        if !from && !self.is("to") {
            return Err(self.error());
        }
        self.advance();
        refused::copy_target(self, from)?;
        self.advance();
        let position = self.position();
        self.take("using");
        self.take("with");
        if self.take_mark("(") {
            self.list(|reader| reader.copy_option(&mut given))?;
            self.expect_mark(")")?;
        } else {
            while !self.at_end() {
                self.legacy_option(&mut given)?;
            }
        }
        let options = given.checked().map_err(|refusal| refusal.at(position))?;
        Ok(Statement::Copy(CopyOut { query, options }))
    }

    fn copied_query(&mut self) -> Parse<Box<Query>> {
        self.expect_mark("(")?;
        let query = self.embedded_query()?;
        self.expect_mark(")")?;
        if self.is("from") {
            return Err(self.error());
        }
        Ok(query)
    }

    /// `COPY t (a, b)` is `COPY (SELECT a, b FROM t)`.
    fn copied_table(&mut self) -> Parse<Box<Query>> {
        let star = self.attached();
        let relation = self.relation_name()?;
        let columns = if self.take_mark("(") {
            let columns = self.list(|reader| Ok(SelectItem::UnnamedExpr(Expr::Identifier(reader.column_id()?))))?;
            self.expect_mark(")")?;
            columns
        } else {
            vec![SelectItem::Wildcard(wildcard(star.clone()))]
        };
        Ok(self.select_from(star, columns, relation))
    }

    /// `name value` in parentheses.
    fn copy_option(&mut self, given: &mut Given) -> Parse<()> {
        let position = self.position();
        let name = self.label()?.value;
        let refuse = |refusal: Refusal| refusal.at(position);
        match name.as_str() {
            "format" => {
                let value = self.option_value()?.unwrap_or_default();
                let format = format_named(&value).ok_or_else(|| {
                    let message = format!("COPY format \"{value}\" not recognized");
                    refuse(Refusal::new("syntax", SqlState::INVALID_PARAMETER_VALUE, message))
                })?;
                once(&mut given.format, format).map_err(refuse)
            }
            "delimiter" => once(&mut given.delimiter, self.option_text(&name)?).map_err(refuse),
            "null" => once(&mut given.null, self.option_text(&name)?).map_err(refuse),
            "quote" => once(&mut given.quote, self.option_text(&name)?).map_err(refuse),
            "escape" => once(&mut given.escape, self.option_text(&name)?).map_err(refuse),
            "encoding" => once(&mut given.encoding, self.option_text(&name)?).map_err(refuse),
            "header" => {
                let value = self.option_value()?;
                if value.as_deref().is_some_and(|value| value.eq_ignore_ascii_case("match")) {
                    let message = "cannot use \"match\" with HEADER in COPY TO";
                    return Err(refuse(Refusal::new("syntax", SqlState::FEATURE_NOT_SUPPORTED, message)));
                }
                let header = boolean(value.as_deref()).ok_or_else(|| {
                    let message = "header requires a Boolean value or \"match\"";
                    refuse(Refusal::new("syntax", SqlState::SYNTAX_ERROR, message))
                })?;
                once(&mut given.header, header).map_err(refuse)
            }
            "freeze" => {
                let value = self.option_value()?;
                let freeze = boolean(value.as_deref()).ok_or_else(|| {
                    refuse(Refusal::new("syntax", SqlState::SYNTAX_ERROR, "freeze requires a Boolean value"))
                })?;
                once(&mut given.freeze, freeze).map_err(refuse)
            }
            "force_quote" => {
                let columns = if self.take_operator("*") {
                    ForceQuote::All
                } else {
                    ForceQuote::Columns(self.parenthesised(|reader| reader.list(Self::own_name))?)
                };
                once(&mut given.force_quote, columns).map_err(refuse)
            }
            "force_not_null" | "force_null" => Err(refuse(only_from(&name.replace('_', " ")))),
            _ => {
                let message = format!("option \"{name}\" not recognized");
                Err(refuse(Refusal::new("syntax", SqlState::SYNTAX_ERROR, message)))
            }
        }
    }

    fn option_text(&mut self, name: &str) -> Parse<String> {
        let position = self.position();
        self.option_value()?.ok_or_else(|| {
            Refusal::new("syntax", SqlState::SYNTAX_ERROR, format!("{name} requires a parameter")).at(position)
        })
    }

    /// An option as it was written before PostgreSQL 9.0.
    fn legacy_option(&mut self, given: &mut Given) -> Parse<()> {
        let position = self.position();
        let Some(word) = self.word_at(0) else { return Err(self.error()) };
        self.advance();
        let done = match word {
            "binary" => once(&mut given.format, CopyFormat::Binary),
            "csv" => once(&mut given.format, CopyFormat::Csv),
            "freeze" => once(&mut given.freeze, true),
            "header" => once(&mut given.header, true),
            "delimiter" | "delimiters" => once(&mut given.delimiter, self.legacy_text()?),
            "null" => once(&mut given.null, self.legacy_text()?),
            "quote" => once(&mut given.quote, self.legacy_text()?),
            "escape" => once(&mut given.escape, self.legacy_text()?),
            "encoding" => once(&mut given.encoding, self.string()?),
            "force" if self.take("quote") => {
                let columns = if self.take_operator("*") {
                    ForceQuote::All
                } else {
                    ForceQuote::Columns(self.list(Self::own_name)?)
                };
                once(&mut given.force_quote, columns)
            }
            "force" if self.take_all(&["not", "null"]) => Err(only_from("force not null")),
            "force" if self.take("null") => Err(only_from("force null")),
            "force" => return Err(self.error()),
            _ => {
                self.at -= 1;
                return Err(self.error());
            }
        };
        done.map_err(|refusal| refusal.at(position))
    }

    fn legacy_text(&mut self) -> Parse<String> {
        self.take("as");
        self.string()
    }
}

impl Given {
    /// The rules of PostgreSQL's `ProcessCopyOptions`.
    fn checked(self) -> Parse<CopyOptions> {
        let format = self.format.unwrap_or(CopyFormat::Text);
        let csv = format == CopyFormat::Csv;
        let syntax = |message: &str| Refusal::new("syntax", SqlState::SYNTAX_ERROR, message);
        let feature = |message: &str| Refusal::new("syntax", SqlState::FEATURE_NOT_SUPPORTED, message);
        let parameter = |message: &str| Refusal::new("syntax", SqlState::INVALID_PARAMETER_VALUE, message);
        if format == CopyFormat::Binary {
            if self.delimiter.is_some() {
                return Err(syntax("cannot specify DELIMITER in BINARY mode"));
            }
            if self.null.is_some() {
                return Err(syntax("cannot specify NULL in BINARY mode"));
            }
            if self.header == Some(true) {
                return Err(feature("cannot specify HEADER in BINARY mode"));
            }
        }
        if let Some(encoding) = &self.encoding {
            let plain: String = encoding.chars().filter(char::is_ascii_alphanumeric).collect();
            if !matches!(plain.to_ascii_lowercase().as_str(), "utf8" | "unicode") {
                return Err(feature(&format!("encoding \"{encoding}\" is not supported")).hint("Use UTF8."));
            }
        }
        let delimiter = one_byte(self.delimiter.as_deref(), if csv { b',' } else { b'\t' })
            .ok_or_else(|| feature("COPY delimiter must be a single one-byte character"))?;
        if matches!(delimiter, b'\n' | b'\r') {
            return Err(parameter("COPY delimiter cannot be newline or carriage return"));
        }
        let null = self.null.unwrap_or_else(|| if csv { String::new() } else { "\\N".to_owned() });
        if null.contains(['\n', '\r']) {
            return Err(parameter("COPY null representation cannot use newline or carriage return"));
        }
        if !csv && b"\\.abcdefghijklmnopqrstuvwxyz0123456789".contains(&delimiter) {
            return Err(parameter(&format!("COPY delimiter cannot be \"{}\"", char::from(delimiter))));
        }
        if !csv && self.quote.is_some() {
            return Err(feature("COPY quote available only in CSV mode"));
        }
        let quote = one_byte(self.quote.as_deref(), b'"')
            .ok_or_else(|| feature("COPY quote must be a single one-byte character"))?;
        if csv && quote == delimiter {
            return Err(parameter("COPY delimiter and quote must be different"));
        }
        if !csv && self.escape.is_some() {
            return Err(feature("COPY escape available only in CSV mode"));
        }
        let escape = one_byte(self.escape.as_deref(), quote)
            .ok_or_else(|| feature("COPY escape must be a single one-byte character"))?;
        if !csv && self.force_quote.is_some() {
            return Err(feature("COPY force quote available only in CSV mode"));
        }
        if format != CopyFormat::Binary && null.as_bytes().contains(&delimiter) {
            return Err(feature("COPY delimiter must not appear in the NULL specification"));
        }
        if csv && null.as_bytes().contains(&quote) {
            return Err(feature("CSV quote character must not appear in the NULL specification"));
        }
        let header = self.header.unwrap_or(false);
        let force_quote = self.force_quote.unwrap_or_default();
        Ok(CopyOptions { format, delimiter, null, header, quote, escape, force_quote })
    }
}

fn once<T>(slot: &mut Option<T>, value: T) -> Parse<()> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(Refusal::new("syntax", SqlState::SYNTAX_ERROR, "conflicting or redundant options")),
    }
}

fn only_from(option: &str) -> Refusal {
    Refusal::new("syntax", SqlState::FEATURE_NOT_SUPPORTED, format!("COPY {option} only available using COPY FROM"))
}

fn format_named(name: &str) -> Option<CopyFormat> {
    match name {
        "text" => Some(CopyFormat::Text),
        "csv" => Some(CopyFormat::Csv),
        "binary" => Some(CopyFormat::Binary),
        _ => None,
    }
}

fn one_byte(given: Option<&str>, default: u8) -> Option<u8> {
    match given.map(str::as_bytes) {
        None => Some(default),
        Some([one]) => Some(*one),
        Some(_) => None,
    }
}
