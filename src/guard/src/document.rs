//! A TOML file, read key by key, so that every problem in it is found at once, each with its file, line and the nearest valid word.
//!
//! Comes in: a file's name and text. Goes out: values, and [`Problems`]. Must never: stop at the first problem, quote the value of a key that may hold a secret, or let an unknown key pass.

use crate::units;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::time::Duration;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One problem in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    /// From 1.
    pub line: usize,
    pub message: String,
    /// The nearest valid word, or what to do.
    pub hint: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, " ({hint})")?;
        }
        Ok(())
    }
}

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    /// From 1.
    pub line: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// All problems found so far, over all files.
#[derive(Debug, Default)]
pub struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    pub fn add(&self, place: &Place, message: impl Into<String>) {
        self.add_with(place, message, None);
    }

    pub fn add_with(&self, place: &Place, message: impl Into<String>, hint: Option<String>) {
        let Place { file, line } = place.clone();
        self.0.borrow_mut().push(Problem { file, line, message: message.into(), hint });
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// `value` if nothing is wrong, else everything that is, by file and line.
    ///
    /// # Errors
    /// Every problem found.
    pub fn or<T>(self, value: T) -> Result<T, Vec<Problem>> {
        let mut problems = self.0.into_inner();
        problems.sort();
        problems.dedup();
        if problems.is_empty() { Ok(value) } else { Err(problems) }
    }
}

/// `did you mean "x"?` for the nearest of the words, if one is near enough to be meant.
#[must_use]
pub fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<String> {
    words
        .into_iter()
        .map(|known| (strsim::damerau_levenshtein(word, known), known))
        .filter(|(distance, known)| {
            *distance < known.chars().count() && *distance <= (known.chars().count() / 2).clamp(1, 4)
        })
        .min()
        .map(|(_, known)| format!("did you mean \"{known}\"?"))
}

/// The nearest of the words, or else all of them.
#[must_use]
pub fn nearest_or_all(word: &str, words: &[&str]) -> String {
    nearest(word, words.iter().copied()).unwrap_or_else(|| format!("one of: {}", words.join(", ")))
}

/// Reads a file: `body` gets its outermost section, which is closed (unknown keys reported) afterwards.
pub fn read(name: &str, text: &str, problems: &Problems, body: impl FnOnce(&Section<'_>)) {
    let source = Source { name, text, problems };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let place = source.place(&error.span().unwrap_or(0..0));
        problems.add(&place, error.message().trim_end().replace('\n', "; "));
    }
    // What a file with syntax errors says can't be trusted to be all that it says, so its keys are not judged.
    if errors.is_empty() {
        let section = Section::new(&source, String::new(), source.place(&(0..0)), table.get_ref());
        body(&section);
        section.close();
    }
}

#[derive(Debug)]
struct Source<'a> {
    name: &'a str,
    text: &'a str,
    problems: &'a Problems,
}

impl Source<'_> {
    fn place(&self, span: &Range<usize>) -> Place {
        let before = self.text.as_bytes().iter().take(span.start);
        Place { file: self.name.to_owned(), line: 1 + before.filter(|byte| **byte == b'\n').count() }
    }
}

/// A table of keys. Each key that is asked for becomes a known one; [`close`](Section::close) reports the others.
#[derive(Debug)]
pub struct Section<'a> {
    source: &'a Source<'a>,
    /// `role.analyst.limits`; empty for the whole file.
    path: String,
    place: Place,
    table: &'a DeTable<'a>,
    known: RefCell<BTreeSet<&'static str>>,
    tolerant: Cell<bool>,
}

impl<'a> Section<'a> {
    fn new(source: &'a Source<'a>, path: String, place: Place, table: &'a DeTable<'a>) -> Self {
        Self { source, path, place, table, known: RefCell::default(), tolerant: Cell::new(false) }
    }

    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    #[must_use]
    pub fn problems(&self) -> &'a Problems {
        self.source.problems
    }

    pub fn problem(&self, message: impl Into<String>, hint: Option<String>) {
        self.problems().add_with(&self.place, message, hint);
    }

    /// The value of a key, if it is there.
    pub fn value(&self, key: &'static str) -> Option<Value<'a>> {
        self.known.borrow_mut().insert(key);
        let (name, value) = self.table.get_key_value(key)?;
        Some(self.entry(name, value))
    }

    /// The value of a key that must be there.
    pub fn required(&self, key: &'static str) -> Option<Value<'a>> {
        let value = self.value(key);
        if value.is_none() {
            self.problem(format!("{} lacks the key \"{key}\"", self.described()), None);
        }
        value
    }

    /// Every key with its value, for a section whose keys are free.
    pub fn entries(&self) -> impl Iterator<Item = (&'a str, Value<'a>)> + '_ {
        self.table.iter().map(|(name, value)| (name.get_ref().as_ref(), self.entry(name, value)))
    }

    /// Keys that are not asked for are somebody else's to judge.
    pub fn tolerate(&self) {
        self.tolerant.set(true);
    }

    /// Reports every key that was never asked for.
    pub fn close(&self) {
        if self.tolerant.get() {
            return;
        }
        let known = self.known.borrow();
        for (name, value) in self.table {
            let key = name.get_ref().as_ref();
            if known.contains(key) {
                continue;
            }
            let words: Vec<&str> = known.iter().copied().collect();
            let entry = self.entry(name, value);
            entry.problem(
                format!("unknown key \"{key}\" in {}", self.described()),
                (!words.is_empty()).then(|| nearest_or_all(key, &words)),
            );
        }
    }

    fn entry(&self, name: &Spanned<std::borrow::Cow<'a, str>>, value: &'a Spanned<DeValue<'a>>) -> Value<'a> {
        let key = name.get_ref();
        let path = if self.path.is_empty() { key.to_string() } else { format!("{}.{key}", self.path) };
        Value { source: self.source, path, place: self.source.place(&name.span()), value: value.get_ref() }
    }

    fn described(&self) -> String {
        if self.path.is_empty() { "the file".to_owned() } else { format!("\"{}\"", self.path) }
    }
}

/// The value of one key. A reader that finds another type than it wants reports that and answers `None`.
#[derive(Debug)]
pub struct Value<'a> {
    source: &'a Source<'a>,
    path: String,
    place: Place,
    value: &'a DeValue<'a>,
}

impl<'a> Value<'a> {
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The key, with those of the sections around it.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The key alone.
    #[must_use]
    pub fn key(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or(&self.path)
    }

    pub fn problem(&self, message: impl Into<String>, hint: Option<String>) {
        self.source.problems.add_with(&self.place, message, hint);
    }

    #[must_use]
    pub fn is_string(&self) -> bool {
        matches!(self.value, DeValue::String(_))
    }

    #[must_use]
    pub fn is_integer(&self) -> bool {
        matches!(self.value, DeValue::Integer(_))
    }

    #[must_use]
    pub fn is_section(&self) -> bool {
        matches!(self.value, DeValue::Table(_))
    }

    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.value, DeValue::Array(_))
    }

    #[must_use]
    pub fn string(&self) -> Option<&'a str> {
        match self.value {
            DeValue::String(text) => Some(text.as_ref()),
            _ => self.wanted("a string"),
        }
    }

    #[must_use]
    pub fn boolean(&self) -> Option<bool> {
        match self.value {
            DeValue::Boolean(value) => Some(*value),
            _ => self.wanted("true or false"),
        }
    }

    /// A date or time, as TOML's own kind of value or as a string, in its text form.
    #[must_use]
    pub fn moment(&self) -> Option<String> {
        match self.value {
            DeValue::Datetime(moment) => Some(moment.to_string()),
            DeValue::String(text) => Some(text.to_string()),
            _ => self.wanted("a date or time"),
        }
    }

    /// A whole number from 0.
    #[must_use]
    pub fn count(&self) -> Option<u64> {
        match self.value {
            DeValue::Integer(number) => u64::from_str_radix(number.as_str().trim_start_matches('+'), number.radix())
                .ok()
                .or_else(|| self.wanted("a whole number from 0")),
            _ => self.wanted("a whole number from 0"),
        }
    }

    /// A whole number within a range.
    #[must_use]
    pub fn count_in(&self, range: std::ops::RangeInclusive<u64>) -> Option<u64> {
        let count = self.count()?;
        if range.contains(&count) {
            return Some(count);
        }
        self.problem(format!("\"{}\" must be from {} to {}", self.path, range.start(), range.end()), None);
        None
    }

    /// `"90s"`, `"1h30m"`
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        self.parsed(units::duration)
    }

    /// `"50GB"`, `"1GiB"`, or a number of bytes.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        if self.is_integer() { self.count() } else { self.parsed(units::size) }
    }

    fn parsed<T>(&self, read: impl Fn(&str) -> Result<T, units::UnitError>) -> Option<T> {
        match read(self.string()?) {
            Ok(value) => Some(value),
            Err(error) => {
                self.problem(format!("\"{}\": {error}", self.path), Some(error.hint().to_owned()));
                None
            }
        }
    }

    /// One of several words.
    #[must_use]
    pub fn word<T: Copy>(&self, words: &[(&str, T)]) -> Option<T> {
        let text = self.string()?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.problem(format!("\"{}\" can't be \"{text}\"", self.path), Some(nearest_or_all(text, &known)));
        }
        found
    }

    #[must_use]
    pub fn list(&self) -> Option<Vec<Value<'a>>> {
        let DeValue::Array(items) = self.value else { return self.wanted("a list") };
        Some(
            items
                .iter()
                .map(|item| Value {
                    source: self.source,
                    path: self.path.clone(),
                    place: self.source.place(&item.span()),
                    value: item.get_ref(),
                })
                .collect(),
        )
    }

    /// A list of strings, each with its place.
    #[must_use]
    pub fn strings(&self) -> Option<Vec<(&'a str, Place)>> {
        let items = self.list()?;
        Some(items.iter().filter_map(|item| Some((item.string()?, item.place.clone()))).collect())
    }

    /// Reads a nested section with `body`, then reports the keys that `body` did not ask for.
    pub fn section<T>(&self, body: impl FnOnce(&Section<'a>) -> T) -> Option<T> {
        let section = self.free_section()?;
        let result = body(&section);
        section.close();
        Some(result)
    }

    /// A nested section whose keys are free.
    #[must_use]
    pub fn free_section(&self) -> Option<Section<'a>> {
        match self.value {
            DeValue::Table(table) => Some(Section::new(self.source, self.path.clone(), self.place.clone(), table)),
            _ => self.wanted("a table"),
        }
    }

    fn wanted<T>(&self, what: &str) -> Option<T> {
        self.problem(format!("\"{}\" must be {what}, and is {}", self.path, kind(self.value)), None);
        None
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str, body: impl FnOnce(&Section<'_>)) -> Vec<String> {
        let problems = Problems::default();
        read("a.toml", text, &problems, body);
        problems.or(()).err().unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_unknown_key_names_its_line_and_the_nearest_known_key() {
        let found = problems("listen = 'x'\n\nlisen = 'y'\n", |file| {
            file.value("listen");
            file.value("database");
        });
        assert_eq!(found, ["a.toml:3: unknown key \"lisen\" in the file (did you mean \"listen\"?)"]);
    }

    #[test]
    fn every_problem_of_a_file_is_reported() {
        let found = problems("a = 1\n[s]\nb = 'x'\nc = true\n", |file| {
            let _ = file.value("a").and_then(|a| a.string().map(str::len));
            file.value("s").unwrap().section(|s| {
                assert_eq!(s.value("b").unwrap().count(), None);
                assert!(s.required("d").is_none());
            });
        });
        assert_eq!(
            found,
            [
                "a.toml:1: \"a\" must be a string, and is a number",
                "a.toml:2: \"s\" lacks the key \"d\"",
                "a.toml:3: \"s.b\" must be a whole number from 0, and is a string",
                "a.toml:4: unknown key \"c\" in \"s\" (one of: b, d)",
            ]
        );
    }

    #[test]
    fn a_section_that_tolerates_leaves_unknown_keys_to_others_and_one_that_expects_nothing_proposes_nothing() {
        let found = problems("[mine]\na = 1\n[others]\nb = 2\n", |file| {
            file.tolerate();
            file.value("mine").unwrap().section(|mine| assert!(mine.value("b").is_none()));
        });
        assert_eq!(found, ["a.toml:2: unknown key \"a\" in \"mine\" (one of: b)"]);
        assert_eq!(problems("a = 1\n", |_| {}), ["a.toml:1: unknown key \"a\" in the file"]);
    }

    #[test]
    fn a_key_is_told_with_and_without_the_sections_around_it() {
        let found = problems("[s.t]\na = 1\n", |file| {
            let s = file.value("s").unwrap().free_section().unwrap();
            let t = s.value("t").unwrap().free_section().unwrap();
            let keys: Vec<_> =
                t.entries().map(|(key, value)| (key, value.path().to_owned(), value.place().line)).collect();
            assert_eq!(keys, [("a", "s.t.a".to_owned(), 2)]);
            assert_eq!((t.value("a").unwrap().key(), file.value("s").unwrap().key()), ("a", "s"));
            assert_eq!(t.place().to_string(), "a.toml:1");
        });
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn a_moment_is_a_date_or_time_or_its_text() {
        let found = problems("a = 2026-11-01\nb = '2026-11-01'\nc = 2026-11-01T09:30:00Z\nd = 2026\n", |file| {
            let moment = |key| file.value(key).unwrap().moment();
            assert_eq!(moment("a").as_deref(), Some("2026-11-01"));
            assert_eq!(moment("b").as_deref(), Some("2026-11-01"));
            assert_eq!(moment("c").as_deref(), Some("2026-11-01T09:30:00Z"));
            assert_eq!(moment("d"), None);
        });
        assert_eq!(found, ["a.toml:4: \"d\" must be a date or time, and is a number"]);
    }

    #[test]
    fn problems_are_told_once_in_the_order_of_their_lines() {
        let problems = Problems::default();
        assert!(problems.is_empty());
        let at = |line| Place { file: "a.toml".to_owned(), line };
        problems.add(&at(7), "late");
        problems.add_with(&at(2), "early", Some("a hint".to_owned()));
        problems.add(&at(7), "late");
        assert!(!problems.is_empty());
        let told: Vec<String> = problems.or(()).unwrap_err().iter().map(ToString::to_string).collect();
        assert_eq!(told, ["a.toml:2: early (a hint)", "a.toml:7: late"]);
    }

    #[test]
    fn a_syntax_error_names_its_line() {
        let found = problems("a = 1\nb = = 2\n", |_| panic!("a file with syntax errors is not read"));
        assert!(found.first().is_some_and(|first| first.starts_with("a.toml:2: ")), "{found:?}");
    }

    #[test]
    fn numbers_may_have_underscores_and_bases() {
        let found = problems("a = 1_000_000\nb = 0x10\nc = +5\nd = -1\n", |file| {
            assert_eq!(file.value("a").unwrap().count(), Some(1_000_000));
            assert_eq!(file.value("b").unwrap().count(), Some(16));
            assert_eq!(file.value("c").unwrap().count(), Some(5));
            assert_eq!(file.value("d").unwrap().count(), None);
        });
        assert_eq!(found.len(), 1);
    }
}
