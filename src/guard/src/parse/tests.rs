use super::*;
use sqlparser::ast::{Expr, VisitMut, VisitorMut};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// Puts every operation in parentheses, so that the tree's shape can be read.
struct Parentheses;

impl VisitorMut for Parentheses {
    type Break = ();

    fn post_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        if !matches!(expr, Expr::Value(_) | Expr::Identifier(_) | Expr::Nested(_)) {
            *expr = Expr::Nested(Box::new(expr.clone()));
        }
        ControlFlow::Continue(())
    }
}

fn shape(text: &str) -> String {
    let mut expr =
        parse_expression(text, &StatementLimits::default()).unwrap_or_else(|error| panic!("{text}: {error}"));
    let _ = VisitMut::visit(&mut expr, &mut Parentheses);
    expr.to_string()
}

#[test]
fn operators_bind_as_in_postgresql() {
    for (text, expected) in [
        ("-2 ^ 2", "((-2) ^ 2)"),
        ("2 ^ 3 ^ 2", "((2 ^ 3) ^ 2)"),
        ("-a::int", "(-(a::INT))"),
        ("1 + 2 * 3 - 4", "((1 + (2 * 3)) - 4)"),
        ("a || b ~ c", "((a || b) ~ c)"),
        ("a + 1 || b", "((a + 1) || b)"),
        ("a = b ~ c", "(a = (b ~ c))"),
        ("a OPERATOR(pg_catalog.=) b AND c", "((a = b) AND c)"),
        ("a IS DISTINCT FROM b AND c", "((a IS DISTINCT FROM b) AND c)"),
        ("NOT a = b AND c", "((NOT (a = b)) AND c)"),
        ("a = b IS NULL", "((a = b) IS NULL)"),
        ("a BETWEEN 1 AND 2 AND b", "((a BETWEEN 1 AND 2) AND b)"),
        ("a -> 'b' ->> 'c' = 'd'", "(((a -> 'b') ->> 'c') = 'd')"),
        ("~ a + b", "(~(a + b))"),
        ("a AT TIME ZONE 'x' + b", "((a AT TIME ZONE 'x') + b)"),
        ("a OR b AND c OR d", "((a OR (b AND c)) OR d)"),
        ("a < ALL (b) OR c", "((a < ALL(b)) OR c)"),
    ] {
        assert_eq!(shape(text), expected, "{text}");
    }
}

#[test]
fn what_postgresql_does_not_chain_is_a_syntax_error() {
    for text in
        ["1 < 2 < 3", "a = b = c", "a LIKE b LIKE c", "a BETWEEN 1 AND 2 BETWEEN 3 AND 4", "f(x)[1]", "1 2", "a b"]
    {
        let refusal = parse_expression(text, &StatementLimits::default()).unwrap_err();
        assert_eq!(refusal.sqlstate, SqlState::SYNTAX_ERROR, "{text}");
    }
}

#[test]
fn hostile_text_is_read_once() {
    let many = |unit: &str| unit.repeat((1 << 20) / unit.len() - 16);
    let nested =
        |open: &str, close: &str, levels: usize| format!("SELECT {}1{}", open.repeat(levels), close.repeat(levels));
    let mut texts: Vec<String> = [
        "(",
        "NOT ",
        "- ",
        "[",
        "a.",
        "1+",
        "1 OR ",
        "/*",
        "$$",
        "'",
        "\"",
        "x,",
        "CASE ",
        "::int",
        "((SELECT ",
        "é",
        ";",
        "--since 1d\n",
    ]
    .iter()
    .map(|unit| format!("SELECT {}", many(unit)))
    .collect();
    texts.push(nested("(SELECT * FROM ((SELECT ", ") x CROSS JOIN y) z)", 20));
    texts.push(format!("SELECT * FROM {}t", many("(")));
    texts.push(nested("(", ")", 60));
    texts.push(nested("abs(", ")", 60));
    for text in texts {
        let started = Instant::now();
        let _ = parse(&text, &StatementLimits::default());
        let took = started.elapsed();
        // What is read more than once per level takes longer than anybody waits; a slow machine does not.
        assert!(took < Duration::from_secs(30), "{took:?} for {}", &text[..40]);
    }
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    const WORDS: &str = "select from where ( ) [ ] , ; . * = < - + || :: : ' \" $1 $$ 1 1.5 'x' a b t case when then else end and or \
        not in between like is null distinct with as union all values order by group limit offset join on using left lateral \
        over partition rows filter array row exists interval date fetch copy to stdout explain set show declare cursor for";

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = parse(&text, &StatementLimits::default());
        }

        #[test]
        fn no_words_panic(picks in proptest::collection::vec(any::<prop::sample::Index>(), 0..40)) {
            let words: Vec<&str> = WORDS.split_whitespace().collect();
            let text: Vec<&str> = picks.iter().map(|pick| words[pick.index(words.len())]).collect();
            let _ = parse(&text.join(" "), &StatementLimits::default());
        }
    }
}
