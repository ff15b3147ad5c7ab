//! A file of the suite, read as psql reads it: statements, and what goes to psql itself.

use std::collections::BTreeSet;
use std::path::Path;

pub struct Script {
    parts: Vec<Part>,
}

enum Part {
    /// A line for psql, or the data of a COPY.
    Verbatim(String),
    Statement(Statement),
}

pub struct Statement {
    pub line: u32,
    pub text: String,
}

/// What runs together: first all that changes tables, as a script for psql, then the questions.
#[derive(Default)]
pub struct Stretch {
    pub changes: String,
    pub questions: Vec<Statement>,
}

enum Kind {
    Question,
    Setting,
    /// The name of the table that it makes, if it makes one.
    Change(Option<String>),
    /// Not run: transactions, plans, definitions that the gateway can't have, and what would take tables away.
    Other,
}

impl Statement {
    pub fn is_setting(&self) -> bool {
        matches!(self.kind(), Kind::Setting)
    }

    /// `SET enable_hashagg = off` and its like: no answer hangs on it.
    pub fn is_about_plans(&self) -> bool {
        let words = self.words();
        let name = words.iter().skip(1).find(|word| *word != "local" && *word != "to").map_or("", String::as_str);
        let about = ["enable_", "parallel_", "min_parallel_", "max_parallel_", "force_parallel_", "jit", "work_mem"];
        about.iter().any(|start| name.starts_with(start))
    }

    fn words(&self) -> Vec<String> {
        let text = self.text.to_lowercase();
        text.split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    }

    fn kind(&self) -> Kind {
        let words = self.words();
        let word = |at: usize| words.get(at).map_or("", String::as_str);
        let has = |wanted: &str| words.iter().any(|word| word == wanted);
        match word(0) {
            "select" if has("into") => Kind::Change(None),
            "with" if has("insert") || has("update") || has("delete") || has("into") => Kind::Other,
            "select" | "values" | "table" | "with" => {
                // These change what is outside of the statement, or read it, or want a view that is a table here.
                let active = [
                    "nextval",
                    "setval",
                    "currval",
                    "lastval",
                    "pg_sleep",
                    "set_config",
                    "pg_notify",
                    "pg_get_viewdef",
                    // How a row is stored.
                    "reltoastrelid",
                ];
                if active.iter().any(|name| has(name)) || has("share") { Kind::Other } else { Kind::Question }
            }
            "set" | "reset" => match word(1) {
                "local" | "session" | "role" | "constraints" | "transaction" => Kind::Other,
                _ => Kind::Setting,
            },
            "create" => {
                let at = words.iter().position(|word| word == "table" || word == "view");
                match at {
                    Some(at) if at <= 3 => Kind::Change(Some(word(at + 1).to_owned())),
                    _ => Kind::Other,
                }
            }
            "insert" | "update" | "delete" | "copy" | "alter" => Kind::Change(None),
            _ => Kind::Other,
        }
    }

    /// Another session sees it, and a view is a table of its rows.
    fn lasting(&self) -> String {
        let mut text = self.text.clone();
        let head = text.len().min(60);
        let lower = text[..text.floor_char_boundary(head)].to_lowercase();
        if !lower.starts_with("create") {
            return text;
        }
        let Some(end) = ["table", "view"].iter().filter_map(|word| lower.find(word).map(|at| at + word.len())).min()
        else {
            return text;
        };
        text.replace_range(..end, "CREATE TABLE");
        text
    }
}

impl Script {
    pub fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let mut reader = Reader { rest: &text, line: 1, parts: Vec::new() };
        reader.all();
        Self { parts: reader.parts }
    }

    pub fn stretches(self) -> Vec<Stretch> {
        let mut stretches = vec![Stretch::default()];
        let mut made: BTreeSet<String> = BTreeSet::new();
        let mut settings: Vec<String> = Vec::new();
        for part in self.parts {
            let last = stretches.len() - 1;
            match part {
                Part::Verbatim(line) => {
                    stretches[last].changes.push_str(&line);
                    stretches[last].changes.push('\n');
                }
                Part::Statement(statement) => match statement.kind() {
                    Kind::Other => {}
                    Kind::Question => stretches[last].questions.push(statement),
                    Kind::Setting => {
                        settings.push(statement.text.clone());
                        stretches[last].changes.push_str(&format!("{};\n", statement.text));
                        stretches[last].questions.push(statement);
                    }
                    Kind::Change(made_now) => {
                        let again = made_now.as_ref().is_some_and(|name| made.contains(name));
                        if again {
                            made.clear();
                            let mut next = Stretch::default();
                            for text in &settings {
                                next.changes.push_str(&format!("{text};\n"));
                                next.questions.push(Statement { line: 0, text: text.clone() });
                            }
                            stretches.push(next);
                        }
                        let last = stretches.len() - 1;
                        let changes = &mut stretches[last].changes;
                        if let Some(name) = made_now {
                            changes.push_str(&format!("DROP TABLE IF EXISTS {name} CASCADE;\n"));
                            made.insert(name);
                        }
                        changes.push_str(&format!("{};\n", statement.lasting()));
                    }
                },
            }
        }
        stretches
    }
}

struct Reader<'a> {
    rest: &'a str,
    line: u32,
    parts: Vec<Part>,
}

impl Reader<'_> {
    fn all(&mut self) {
        let mut text = String::new();
        let mut start = None;
        while let Some(c) = self.rest.chars().next() {
            if start.is_none() && c == '\\' {
                let line = self.until("\n");
                // What describes or shows is of no use.
                if line.starts_with("\\set") || line.starts_with("\\getenv") {
                    self.parts.push(Part::Verbatim(line));
                }
            } else if self.rest.starts_with("--") {
                self.until("\n");
                text.push('\n');
            } else if self.rest.starts_with("/*") {
                self.comment();
                text.push(' ');
            } else if c == '\\' && !text.is_empty() {
                // \gset, \gexec and their like take the place of the semicolon; the answer is psql's.
                self.until("\n");
                text.clear();
                start = None;
            } else if c == ';' && depth(&text) == 0 {
                self.take(1);
                self.statement(std::mem::take(&mut text), start.take());
            } else if let Some(quoted) = self.quoted(&text) {
                start = start.or(Some(self.line));
                self.take(quoted.len());
                text.push_str(&quoted);
            } else {
                if start.is_none() && !c.is_whitespace() {
                    start = Some(self.line);
                }
                self.take(c.len_utf8());
                if start.is_some() {
                    text.push(c);
                }
            }
        }
    }

    fn statement(&mut self, text: String, start: Option<u32>) {
        let text = text.trim().to_owned();
        if text.is_empty() {
            return;
        }
        let lower = text.to_lowercase();
        if lower.starts_with("copy") && lower.contains("from stdin") {
            self.until("\n");
            let data = self.until("\n\\.");
            self.until("\n");
            self.parts.push(Part::Verbatim(format!("{text};\n{data}\n\\.")));
            return;
        }
        let of_psql = text.contains(":'") || text.contains(":\"");
        let statement = Statement { line: start.unwrap_or(self.line), text };
        match (of_psql, statement.kind()) {
            (true, Kind::Question) => {}
            _ => self.parts.push(Part::Statement(statement)),
        }
    }

    fn take(&mut self, bytes: usize) -> String {
        let (taken, rest) = self.rest.split_at(bytes);
        self.line += u32::try_from(taken.matches('\n').count()).unwrap();
        self.rest = rest;
        taken.to_owned()
    }

    /// Up to this, which is left out.
    fn until(&mut self, end: &str) -> String {
        let at = self.rest.find(end).unwrap_or(self.rest.len());
        let taken = self.take(at);
        self.take(end.len().min(self.rest.len()));
        taken
    }

    fn comment(&mut self) {
        let mut open = 0;
        loop {
            if self.rest.starts_with("/*") {
                open += 1;
                self.take(2);
            } else if self.rest.starts_with("*/") {
                open -= 1;
                self.take(2);
                if open == 0 {
                    return;
                }
            } else if let Some(c) = self.rest.chars().next() {
                self.take(c.len_utf8());
            } else {
                return;
            }
        }
    }

    /// A string, a quoted name or a dollar-quoted text that starts here.
    fn quoted(&self, before: &str) -> Option<String> {
        let rest = self.rest;
        let first = rest.chars().next()?;
        if first == '\'' || first == '"' {
            let escapes = first == '\'' && before.ends_with(['E', 'e']);
            let mut at = 1;
            loop {
                let c = rest[at..].chars().next()?;
                if escapes && c == '\\' {
                    at += 1 + rest[at + 1..].chars().next()?.len_utf8();
                } else if c == first && rest[at + 1..].starts_with(first) {
                    at += 2;
                } else if c == first {
                    return Some(rest[..=at].to_owned());
                } else {
                    at += c.len_utf8();
                }
            }
        }
        let is_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if first != '$' || is_word {
            return None;
        }
        let end = rest[1..].find('$')? + 2;
        let tag = &rest[..end];
        let plain = tag[1..tag.len() - 1].chars().all(|c| c.is_alphanumeric() || c == '_');
        if !plain || tag[1..].starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let close = rest[end..].find(tag)? + end + tag.len();
        Some(rest[..close].to_owned())
    }
}

/// A statement in parentheses, or the body of a function of SQL, has semicolons of its own.
fn depth(text: &str) -> usize {
    let lower = text.to_lowercase();
    if lower.contains("begin atomic") && !lower.trim_end().ends_with("end") { 1 } else { 0 }
}
