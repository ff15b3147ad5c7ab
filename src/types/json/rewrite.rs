//! `jsonb`'s canonical text in one pass over the text, without a tree.
//!
//! Comes in: text. Goes out: its canonical form, or nothing where that takes more than moving blanks and keys about: escapes that are written otherwise, exponents, deep nesting, and whatever is wrong. Must never: answer with another
//! text than the tree would be written as.

use std::ops::Range;

/// Deeper texts are left to the parser, which has the limit and its error.
const DEPTH: usize = 32;
/// Longer numbers are left to the parser, which knows how many digits there may be.
const DIGITS: usize = 64;

/// Appends the canonical text. `None`, with something appended, if the parser is needed.
pub(super) fn rewrite(text: &str, out: &mut String) -> Option<()> {
    let mut pass = Pass { text, at: 0, out, pairs: Vec::new() };
    pass.value(0)?;
    pass.blanks();
    (pass.at == text.len()).then_some(())
}

struct Pass<'a> {
    text: &'a str,
    at: usize,
    out: &'a mut String,
    /// Of the objects that are open, the inner ones last.
    pairs: Vec<Pair>,
}

/// Where a member stands in what was written.
struct Pair {
    /// Between its quotes.
    key: Range<usize>,
    whole: Range<usize>,
}

impl Pass<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    /// Copies what was read since `from`.
    fn copy(&mut self, from: usize) -> Option<()> {
        self.out.push_str(self.text.get(from..self.at)?);
        Some(())
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        self.blanks();
        match self.peek()? {
            _ if depth > DEPTH => None,
            b'{' => self.object(depth),
            b'[' => self.array(depth),
            b'"' => self.string().map(|_| ()),
            b'-' | b'0'..=b'9' => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Option<()> {
        let rest = self.text.get(self.at..)?;
        let word = ["true", "false", "null"].into_iter().find(|word| rest.starts_with(word))?;
        self.at += word.len();
        self.out.push_str(word);
        Some(())
    }

    /// Whether it has escapes, all of which are written as they are read.
    fn string(&mut self) -> Option<bool> {
        let from = self.at;
        self.expect(b'"')?;
        let mut escapes = false;
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'"' => break,
                b'\\' => {
                    escapes = true;
                    matches!(self.peek()?, b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't').then(|| self.at += 1)?;
                }
                0..b' ' => return None,
                _ => {}
            }
        }
        self.copy(from)?;
        Some(escapes)
    }

    fn number(&mut self) -> Option<()> {
        let from = self.at;
        let negative = self.expect(b'-').is_some();
        let whole = self.digits()?;
        let leads = self.text.as_bytes().get(whole.start) == Some(&b'0');
        if leads && whole.len() > 1 {
            return None;
        }
        let mut zero = leads;
        if self.expect(b'.').is_some() {
            let fraction = self.digits()?;
            zero = zero && self.text.get(fraction)?.bytes().all(|digit| digit == b'0');
        }
        // There is no negative zero.
        if (negative && zero) || self.at - from > DIGITS {
            return None;
        }
        self.copy(from)
    }

    /// One at least.
    fn digits(&mut self) -> Option<Range<usize>> {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > from).then_some(from..self.at)
    }

    fn array(&mut self, depth: usize) -> Option<()> {
        self.expect(b'[')?;
        self.out.push('[');
        self.blanks();
        if self.expect(b']').is_none() {
            loop {
                self.value(depth + 1)?;
                self.blanks();
                if self.expect(b',').is_none() {
                    break;
                }
                self.out.push_str(", ");
            }
            self.expect(b']')?;
        }
        self.out.push(']');
        Some(())
    }

    fn object(&mut self, depth: usize) -> Option<()> {
        self.expect(b'{')?;
        let (start, first) = (self.out.len(), self.pairs.len());
        self.out.push('{');
        self.blanks();
        let mut in_order = true;
        if self.expect(b'}').is_none() {
            loop {
                self.pair(depth)?;
                in_order &= self.last_is_greatest(first)?;
                self.blanks();
                if self.expect(b',').is_none() {
                    break;
                }
                self.out.push_str(", ");
            }
            self.expect(b'}')?;
        }
        if !in_order {
            self.put_in_order(start, first)?;
        }
        self.out.push('}');
        self.pairs.truncate(first);
        Some(())
    }

    fn pair(&mut self, depth: usize) -> Option<()> {
        let start = self.out.len();
        self.blanks();
        // A key's order goes by what it means, not by what is written.
        if self.string()? {
            return None;
        }
        let key = start + 1..self.out.len() - 1;
        self.blanks();
        self.expect(b':')?;
        self.out.push_str(": ");
        self.value(depth + 1)?;
        self.pairs.push(Pair { key, whole: start..self.out.len() });
        Some(())
    }

    fn last_is_greatest(&self, first: usize) -> Option<bool> {
        let rank = |pair: &Pair| self.out.get(pair.key.clone()).map(|key| (key.len(), key));
        match self.pairs.get(first..)? {
            [.., before, last] => Some(rank(before)? < rank(last)?),
            _ => Some(true),
        }
    }

    /// Writes the object's members again, by their keys' length and bytes, the last of those that have the same.
    fn put_in_order(&mut self, start: usize, first: usize) -> Option<()> {
        let written = self.out.get(start..)?.to_owned();
        let piece = |range: &Range<usize>| written.get(range.start - start..range.end - start);
        let member = |pair: &Pair| Some((piece(&pair.key)?, piece(&pair.whole)?));
        let mut members: Vec<(&str, &str)> = self.pairs.get(first..)?.iter().map(member).collect::<Option<_>>()?;
        // The sort is stable: of equal keys the last one stays last.
        members.sort_by_key(|(key, _)| (key.len(), *key));
        self.out.truncate(start);
        self.out.push('{');
        let mut between = "";
        for (at, (key, whole)) in members.iter().enumerate() {
            if members.get(at + 1).is_some_and(|(next, _)| next == key) {
                continue;
            }
            self.out.push_str(between);
            self.out.push_str(whole);
            between = ", ";
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Json, parse};
    use super::rewrite;
    use proptest::prelude::*;

    fn rewritten(text: &str) -> Option<String> {
        let mut out = String::new();
        rewrite(text, &mut out).map(|()| out)
    }

    #[test]
    fn common_texts_take_one_pass() {
        for (text, expected) in [
            ("{}", "{}"),
            (" [ ] ", "[]"),
            (r#"{"type":"bool","value":true}"#, r#"{"type": "bool", "value": true}"#),
            (r#"{"user.plan":"free","user.country":"DE"}"#, r#"{"user.plan": "free", "user.country": "DE"}"#),
            (
                r#"{"aa":{"d":1,"c":[1.50,-2]},"b":null,"b":"ü\n\""}"#,
                r#"{"b": "ü\n\"", "aa": {"c": [1.50, -2], "d": 1}}"#,
            ),
            ("0.0", "0.0"),
        ] {
            assert_eq!(rewritten(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn the_rest_is_left_to_the_parser() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\"}",
            "01",
            "1.",
            "-0",
            "-0.00",
            "1e5",
            "1x",
            "nulls",
            "\"\\/\"",
            "\"\\u0041\"",
            "\"\t\"",
            "[1] 2",
            "{\"\\n\":1}",
            "{a:1}",
        ] {
            assert_eq!(rewritten(text), None, "{text}");
        }
        assert_eq!(rewritten(&"[".repeat(100_000)), None);
    }

    /// Texts that are JSON, nearly JSON, and neither.
    fn texts() -> impl Strategy<Value = String> {
        let scalar = prop::sample::select(vec![
            "1",
            "-0",
            "0.0",
            "-1.50",
            "007",
            "1e3",
            "true",
            "null",
            "\"\"",
            "\"a\"",
            "\"\\n\"",
            "\"\\u00e9\"",
            "\"ü\"",
            "nul",
        ]);
        let key = prop::sample::select(vec!["\"a\"", "\"b\"", "\"aa\"", "\"é\"", "\"\\t\"", "\"\"", "a"]);
        let blank = prop::sample::select(vec!["", "", " ", "\n\t"]);
        scalar.prop_map(str::to_owned).prop_recursive(4, 40, 5, move |inner| {
            let pair = (key.clone(), blank.clone(), inner.clone())
                .prop_map(|(key, blank, value)| format!("{blank}{key}{blank}:{blank}{value}"));
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(|values| format!("[{}]", values.join(","))),
                prop::collection::vec(pair, 0..5).prop_map(|pairs| format!("{{{}}}", pairs.join(","))),
                inner.prop_map(|value| format!(" {value} ")),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn one_pass_writes_what_the_tree_does(text in texts()) {
            if let Some(quick) = rewritten(&text) {
                let mut slow = String::new();
                let tree: Json = parse(&text).expect("one pass took what the parser refuses");
                tree.write(&mut slow);
                prop_assert_eq!(quick, slow, "{}", text);
            }
        }
    }
}
