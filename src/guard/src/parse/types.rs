//! Type names (`Typename` of PostgreSQL's grammar) as sqlparser spells them.

use super::lex::Token;
use super::reader::{Parse, Reader};
use sqlparser::ast::{
    ArrayElemTypeDef, CharacterLength, DataType, ExactNumberInfo, IntervalFields, ObjectName, ObjectNamePart,
    TimezoneInfo,
};

impl Reader<'_> {
    /// A type with its array bounds.
    pub fn data_type(&mut self) -> Parse<DataType> {
        if self.is("setof") {
            return Err(self.error());
        }
        let mut ty = self.simple_type()?;
        if self.take("array") {
            let bound = self.take_mark("[").then(|| self.array_bound()).transpose()?.flatten();
            return Ok(array_of(ty, bound));
        }
        let mut dimensions = 0;
        while self.take_mark("[") {
            dimensions += 1;
            if dimensions > 6 {
                return Err(self.error());
            }
            let bound = self.array_bound()?;
            ty = array_of(ty, bound);
        }
        Ok(ty)
    }

    fn array_bound(&mut self) -> Parse<Option<u64>> {
        let bound = if self.is_mark("]") { None } else { Some(self.whole_number()?) };
        self.expect_mark("]")?;
        Ok(bound)
    }

    /// A type whose name is a keyword of the grammar, if one comes next (`ConstTypename`, numeric, character, date-time types).
    pub fn keyword_type(&mut self) -> Parse<Option<DataType>> {
        let Some(word) = self.keyword().map(|keyword| keyword.word) else { return Ok(None) };
        let simple = match word {
            "int" => DataType::Int(None),
            "integer" => DataType::Integer(None),
            "smallint" => DataType::SmallInt(None),
            "bigint" => DataType::BigInt(None),
            "real" => DataType::Real,
            "boolean" => DataType::Boolean,
            "double" if self.word_at(1) == Some("precision") => {
                self.advance();
                DataType::DoublePrecision
            }
            "float" => return self.float_type().map(Some),
            "decimal" | "dec" | "numeric" => return self.numeric_type(word).map(Some),
            "bit" => return self.bit_type().map(Some),
            "character" | "char" | "varchar" | "national" | "nchar" => return self.character_type(word).map(Some),
            "time" | "timestamp" => return self.time_type(word).map(Some),
            "interval" => {
                self.advance();
                let precision = self.optional_precision()?;
                let fields = if precision.is_some() { None } else { self.interval_fields()?.0 };
                return Ok(Some(DataType::Interval { fields, precision }));
            }
            _ => return Ok(None),
        };
        self.advance();
        Ok(Some(simple))
    }

    fn simple_type(&mut self) -> Parse<DataType> {
        if let Some(ty) = self.keyword_type()? {
            return Ok(ty);
        }
        let first = self.function_id()?;
        let name = self.dotted(first)?;
        let modifiers = self.type_modifiers()?;
        Ok(generic(name, modifiers))
    }

    /// `(a, b)`
    fn type_modifiers(&mut self) -> Parse<Vec<String>> {
        if !self.take_mark("(") {
            return Ok(Vec::new());
        }
        let modifiers = self.list(|reader| match reader.token() {
            Token::Number(value) => {
                reader.advance();
                Ok(value.clone())
            }
            Token::String(value) => {
                reader.advance();
                Ok(value.clone())
            }
            _ => reader.label().map(|label| label.value),
        })?;
        self.expect_mark(")")?;
        Ok(modifiers)
    }

    pub fn optional_precision(&mut self) -> Parse<Option<u64>> {
        if !self.take_mark("(") {
            return Ok(None);
        }
        let precision = self.whole_number()?;
        self.expect_mark(")")?;
        Ok(Some(precision))
    }

    fn float_type(&mut self) -> Parse<DataType> {
        self.advance();
        let position = self.position();
        Ok(match self.optional_precision()? {
            None => DataType::DoublePrecision,
            Some(1..=24) => DataType::Real,
            Some(25..=53) => DataType::DoublePrecision,
            Some(0) => return Err(invalid_parameter("precision for type float must be at least 1 bit", position)),
            Some(_) => return Err(invalid_parameter("precision for type float must be less than 54 bits", position)),
        })
    }

    fn numeric_type(&mut self, word: &str) -> Parse<DataType> {
        self.advance();
        let mut info = ExactNumberInfo::None;
        if self.take_mark("(") {
            let precision = self.whole_number()?;
            info = ExactNumberInfo::Precision(precision);
            if self.take_mark(",") {
                let negative = self.take_operator("-");
                let scale: i64 = self.whole_number()?;
                info = ExactNumberInfo::PrecisionAndScale(precision, if negative { -scale } else { scale });
            }
            self.expect_mark(")")?;
        }
        Ok(match word {
            "decimal" => DataType::Decimal(info),
            "dec" => DataType::Dec(info),
            _ => DataType::Numeric(info),
        })
    }

    fn bit_type(&mut self) -> Parse<DataType> {
        self.advance();
        let varying = self.take("varying");
        let length = self.optional_precision()?;
        Ok(if varying { DataType::BitVarying(length) } else { DataType::Bit(length) })
    }

    fn character_type(&mut self, word: &str) -> Parse<DataType> {
        self.advance();
        if word == "national" && !self.take("character") && !self.take("char") {
            return Err(self.error());
        }
        let varying = word != "varchar" && self.take("varying");
        let length = self.optional_precision()?.map(|length| CharacterLength::IntegerLength { length, unit: None });
        Ok(match word {
            "varchar" => DataType::Varchar(length),
            _ if varying => DataType::CharacterVarying(length),
            "char" => DataType::Char(length),
            _ => DataType::Character(length),
        })
    }

    fn time_type(&mut self, word: &str) -> Parse<DataType> {
        self.advance();
        let precision = self.optional_precision()?;
        let zone = if self.take_all(&["with", "time", "zone"]) {
            TimezoneInfo::WithTimeZone
        } else if self.take_all(&["without", "time", "zone"]) {
            TimezoneInfo::WithoutTimeZone
        } else {
            TimezoneInfo::None
        };
        Ok(if word == "time" { DataType::Time(precision, zone) } else { DataType::Timestamp(precision, zone) })
    }

    /// `YEAR TO MONTH`, with the precision of the seconds.
    pub fn interval_fields(&mut self) -> Parse<(Option<IntervalFields>, Option<u64>)> {
        use IntervalFields as F;
        let fields = match self.word_at(0) {
            Some("year") if self.word_at(1) == Some("to") => (F::YearToMonth, &["year", "to", "month"][..]),
            Some("year") => (F::Year, &["year"][..]),
            Some("month") => (F::Month, &["month"][..]),
            Some("day") => match (self.word_at(1), self.word_at(2)) {
                (Some("to"), Some("hour")) => (F::DayToHour, &["day", "to", "hour"][..]),
                (Some("to"), Some("minute")) => (F::DayToMinute, &["day", "to", "minute"][..]),
                (Some("to"), _) => (F::DayToSecond, &["day", "to", "second"][..]),
                _ => (F::Day, &["day"][..]),
            },
            Some("hour") => match (self.word_at(1), self.word_at(2)) {
                (Some("to"), Some("minute")) => (F::HourToMinute, &["hour", "to", "minute"][..]),
                (Some("to"), _) => (F::HourToSecond, &["hour", "to", "second"][..]),
                _ => (F::Hour, &["hour"][..]),
            },
            Some("minute") if self.word_at(1) == Some("to") => (F::MinuteToSecond, &["minute", "to", "second"][..]),
            Some("minute") => (F::Minute, &["minute"][..]),
            Some("second") => (F::Second, &["second"][..]),
            _ => return Ok((None, None)),
        };
        for word in fields.1 {
            self.expect(word)?;
        }
        let precision = if fields.1.last() == Some(&"second") { self.optional_precision()? } else { None };
        Ok((Some(fields.0), precision))
    }
}

fn array_of(ty: DataType, bound: Option<u64>) -> DataType {
    DataType::Array(ArrayElemTypeDef::SquareBracket(Box::new(ty), bound))
}

fn invalid_parameter(message: &str, position: usize) -> crate::Refusal {
    crate::Refusal::new("syntax", crate::SqlState::INVALID_PARAMETER_VALUE, message).at(position)
}

/// A type by its name in `pg_type`; unknown ones stay names, which gate 1 checks.
pub(super) fn generic(name: ObjectName, modifiers: Vec<String>) -> DataType {
    let plain = match name.0.as_slice() {
        [ObjectNamePart::Identifier(name)] => Some(name),
        [ObjectNamePart::Identifier(schema), ObjectNamePart::Identifier(name)] if schema.value == "pg_catalog" => {
            Some(name)
        }
        _ => None,
    };
    let number = |at: usize| modifiers.get(at).and_then(|value| value.parse::<u64>().ok());
    match (plain.map(|name| name.value.as_str()), modifiers.len()) {
        (Some(word), 0) => named(word).unwrap_or(DataType::Custom(name, modifiers)),
        (Some("varchar"), 1) if number(0).is_some() => DataType::Varchar(length(number(0))),
        (Some("bpchar"), 1) if number(0).is_some() => DataType::Character(length(number(0))),
        (Some("timestamptz"), 1) if number(0).is_some() => DataType::Timestamp(number(0), TimezoneInfo::Tz),
        (Some("timestamp"), 1) if number(0).is_some() => DataType::Timestamp(number(0), TimezoneInfo::None),
        (Some("timetz"), 1) if number(0).is_some() => DataType::Time(number(0), TimezoneInfo::Tz),
        (Some("time"), 1) if number(0).is_some() => DataType::Time(number(0), TimezoneInfo::None),
        (Some("numeric"), 1 | 2) => match (number(0), modifiers.get(1).map(|scale| scale.parse::<i64>())) {
            (Some(precision), None) => DataType::Numeric(ExactNumberInfo::Precision(precision)),
            (Some(precision), Some(Ok(scale))) => {
                DataType::Numeric(ExactNumberInfo::PrecisionAndScale(precision, scale))
            }
            _ => DataType::Custom(name, modifiers),
        },
        _ => DataType::Custom(name, modifiers),
    }
}

fn length(length: Option<u64>) -> Option<CharacterLength> {
    length.map(|length| CharacterLength::IntegerLength { length, unit: None })
}

/// The names of `pg_type` that have a variant of their own.
fn named(word: &str) -> Option<DataType> {
    Some(match word {
        "int2" => DataType::Int2(None),
        "int4" => DataType::Int4(None),
        "int8" => DataType::Int8(None),
        "float4" => DataType::Float4,
        "float8" => DataType::Float8,
        "bool" => DataType::Bool,
        "text" => DataType::Text,
        "varchar" => DataType::Varchar(None),
        "bytea" => DataType::Bytea,
        "date" => DataType::Date,
        "time" => DataType::Time(None, TimezoneInfo::None),
        "timetz" => DataType::Time(None, TimezoneInfo::Tz),
        "timestamp" => DataType::Timestamp(None, TimezoneInfo::None),
        "timestamptz" => DataType::Timestamp(None, TimezoneInfo::Tz),
        "interval" => DataType::Interval { fields: None, precision: None },
        "numeric" => DataType::Numeric(ExactNumberInfo::None),
        "json" => DataType::JSON,
        "jsonb" => DataType::JSONB,
        "uuid" => DataType::Uuid,
        "regclass" => DataType::Regclass,
        _ => return None,
    })
}
