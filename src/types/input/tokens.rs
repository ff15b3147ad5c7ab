//! A date, time or interval cut into fields, as PostgreSQL's `ParseDateTime` cuts it, and the words that fields can be.

/// What a field looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Number,
    Date,
    Time,
    Word,
    /// A sign and digits: a zone, or a signed number in an interval.
    Signed,
    /// A sign and letters: `-infinity`.
    SignedWord,
}

pub(super) struct Field {
    pub(super) text: String,
    pub(super) shape: Shape,
}

const MAX_FIELDS: usize = 25;
const MAX_LENGTH: usize = 128;

/// Why a date, time or interval does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Format,
    Field,
    /// A month or a day out of range: another order of fields may be meant.
    MonthDay,
    Zone,
    /// A zone that there is not.
    UnknownZone(String),
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn take(&mut self, text: &mut String) {
        text.push(char::from(self.peek().to_ascii_lowercase()));
        self.at += 1;
    }

    fn take_while(&mut self, text: &mut String, wanted: impl Fn(u8) -> bool) {
        while self.peek() != 0 && wanted(self.peek()) {
            self.take(text);
        }
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// Cuts a text into fields, in lower case.
pub(super) fn split(text: &str) -> Result<Vec<Field>, Fault> {
    let mut cursor = Cursor { bytes: text.as_bytes(), at: 0 };
    let mut fields = Vec::new();
    let mut length = 0;
    while cursor.at < text.len() {
        let mut field = String::new();
        let shape = match cursor.peek() {
            0 => return Err(Fault::Format),
            byte if is_blank(byte) => {
                cursor.at += 1;
                continue;
            }
            b'0'..=b'9' => digits_first(&mut cursor, &mut field),
            b'.' => {
                cursor.take(&mut field);
                cursor.take_while(&mut field, |byte| byte.is_ascii_digit());
                Shape::Number
            }
            byte if byte.is_ascii_alphabetic() => letters_first(&mut cursor, &mut field),
            b'+' | b'-' => sign_first(&mut cursor, &mut field)?,
            byte if byte.is_ascii_punctuation() => {
                cursor.at += 1;
                continue;
            }
            _ => return Err(Fault::Format),
        };
        length += field.len() + 1;
        if fields.len() >= MAX_FIELDS || length > MAX_LENGTH {
            return Err(Fault::Format);
        }
        fields.push(Field { text: field, shape });
    }
    Ok(fields)
}

fn digits_first(cursor: &mut Cursor, field: &mut String) -> Shape {
    cursor.take_while(field, |byte| byte.is_ascii_digit());
    let delimiter = cursor.peek();
    match delimiter {
        b':' => {
            cursor.take(field);
            cursor.take_while(field, |byte| byte.is_ascii_digit() || byte == b':' || byte == b'.');
            Shape::Time
        }
        b'-' | b'/' | b'.' => {
            cursor.take(field);
            if !cursor.peek().is_ascii_digit() {
                cursor.take_while(field, |byte| byte.is_ascii_alphanumeric() || byte == delimiter);
                return Shape::Date;
            }
            cursor.take_while(field, |byte| byte.is_ascii_digit());
            if cursor.peek() == delimiter {
                cursor.take(field);
                cursor.take_while(field, |byte| byte.is_ascii_digit() || byte == delimiter);
                return Shape::Date;
            }
            if delimiter == b'.' { Shape::Number } else { Shape::Date }
        }
        _ => Shape::Number,
    }
}

fn letters_first(cursor: &mut Cursor, field: &mut String) -> Shape {
    cursor.take_while(field, |byte| byte.is_ascii_alphabetic());
    let embedded = match cursor.peek() {
        b'-' | b'/' | b'.' => true,
        b'+' | b'0'..=b'9' => word(field).is_none(),
        _ => false,
    };
    if !embedded {
        return Shape::Word;
    }
    cursor.take_while(field, |byte| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'/' | b'_' | b'.' | b':')
    });
    Shape::Date
}

fn sign_first(cursor: &mut Cursor, field: &mut String) -> Result<Shape, Fault> {
    cursor.take(field);
    while is_blank(cursor.peek()) {
        cursor.at += 1;
    }
    match cursor.peek() {
        b'0'..=b'9' => {
            cursor.take_while(field, |byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'-'));
            Ok(Shape::Signed)
        }
        byte if byte.is_ascii_alphabetic() => {
            cursor.take_while(field, |byte| byte.is_ascii_alphabetic());
            Ok(Shape::SignedWord)
        }
        _ => Err(Fault::Format),
    }
}

/// What a number is, when the word before it says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::types) enum Unit {
    Microsecond,
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
    Millennium,
    Julian,
    /// `t`: an ISO time follows.
    IsoTime,
}

/// A word in a date or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Now,
    Today,
    Yesterday,
    Tomorrow,
    AllBalls,
    Epoch,
    Infinity,
    NegInfinity,
    Month(u32),
    Weekday,
    Am,
    Pm,
    Ad,
    Bc,
    /// `dst`
    Summer,
    Unit(Unit),
    Ignored,
    /// A word that PostgreSQL knows and that has no place here.
    Misplaced,
}

const MONTHS: [(&str, &str); 12] = [
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may", "may"),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
];

pub(super) fn word(text: &str) -> Option<Word> {
    if let Some(month) = MONTHS.iter().zip(1..).find(|((short, long), _)| text == *short || text == *long) {
        return Some(Word::Month(month.1));
    }
    Some(match text {
        "sept" => Word::Month(9),
        "now" => Word::Now,
        "today" => Word::Today,
        "yesterday" => Word::Yesterday,
        "tomorrow" => Word::Tomorrow,
        "allballs" => Word::AllBalls,
        "epoch" => Word::Epoch,
        "infinity" => Word::Infinity,
        "-infinity" => Word::NegInfinity,
        "am" => Word::Am,
        "pm" => Word::Pm,
        "ad" => Word::Ad,
        "bc" => Word::Bc,
        "dst" => Word::Summer,
        "at" | "on" => Word::Ignored,
        "sun" | "sunday" | "mon" | "monday" | "tue" | "tues" | "tuesday" | "wed" | "weds" | "wednesday" | "thu"
        | "thur" | "thurs" | "thursday" | "fri" | "friday" | "sat" | "saturday" => Word::Weekday,
        "d" => Word::Unit(Unit::Day),
        "h" => Word::Unit(Unit::Hour),
        "j" | "jd" | "julian" => Word::Unit(Unit::Julian),
        "m" => Word::Unit(Unit::Month),
        "mm" => Word::Unit(Unit::Minute),
        "s" => Word::Unit(Unit::Second),
        "y" => Word::Unit(Unit::Year),
        "t" => Word::Unit(Unit::IsoTime),
        "dow" | "doy" | "isodow" | "isoyear" => Word::Misplaced,
        _ => return None,
    })
}

/// A unit in an interval.
pub(super) fn interval_unit(text: &str) -> Option<Unit> {
    // Longer words are compared by their first ten letters.
    let text = text.get(..10).unwrap_or(text);
    Some(match text {
        "us" | "usec" | "usecs" | "usecond" | "useconds" | "microsecon" => Unit::Microsecond,
        "ms" | "msec" | "msecs" | "msecond" | "mseconds" | "millisecon" => Unit::Millisecond,
        "s" | "sec" | "secs" | "second" | "seconds" => Unit::Second,
        "m" | "min" | "mins" | "minute" | "minutes" => Unit::Minute,
        "h" | "hr" | "hrs" | "hour" | "hours" => Unit::Hour,
        "d" | "day" | "days" => Unit::Day,
        "w" | "week" | "weeks" => Unit::Week,
        "mon" | "mons" | "month" | "months" => Unit::Month,
        "y" | "yr" | "yrs" | "year" | "years" => Unit::Year,
        "dec" | "decs" | "decade" | "decades" => Unit::Decade,
        "c" | "cent" | "century" | "centuries" => Unit::Century,
        "mil" | "mils" | "millennia" | "millennium" => Unit::Millennium,
        _ => return None,
    })
}
