mod limits;
mod statements;

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
fn an_operator_has_the_name_that_the_tree_has_for_it_and_binds_as_postgresql_has_it() {
    let known = "= <> < > <= >= + - * / % ^ || | & # << >> && ~ ~* !~ !~* ~~ ~~* !~~ !~~* ^@ -> ->> #> #>> @@ @> <@ #- @? ? ?& ?|";
    for symbol in known.split(' ') {
        let Expr::BinaryOp { op, .. } =
            parse_expression(&format!("a {symbol} b"), &StatementLimits::default()).unwrap()
        else {
            panic!("{symbol}")
        };
        assert!(!matches!(op, ast::BinaryOperator::Custom(_)) && op.to_string() == symbol, "{symbol}: {op:?}");
        let levels = ["= <> < > <= >=", "", "+ -", "* / %", "^"];
        let level = levels.iter().position(|level| level.split(' ').any(|known| known == symbol)).unwrap_or(1);
        for (other, operator) in [(1, "||"), (2, "+"), (3, "*"), (4, "^")] {
            let expected = match other > level {
                true => format!("(a {symbol} (b {operator} c))"),
                false => format!("((a {symbol} b) {operator} c)"),
            };
            assert_eq!(shape(&format!("a {symbol} b {operator} c")), expected);
        }
    }
    let own = parse_expression("a <-> b", &StatementLimits::default()).unwrap();
    assert!(matches!(own, Expr::BinaryOp { op: ast::BinaryOperator::Custom(symbol), .. } if symbol == "<->"));
    let form = |text: &str| match parse_expression(text, &StatementLimits::default()).unwrap() {
        Expr::IsNormalized { form, negated, .. } => (form, negated),
        other => panic!("{other:?}"),
    };
    for (text, expected) in [
        ("a IS NORMALIZED", (None, false)),
        ("a IS NFC NORMALIZED", (Some(ast::NormalizationForm::NFC), false)),
        ("a IS NOT NFD NORMALIZED", (Some(ast::NormalizationForm::NFD), true)),
        ("a IS NFKC NORMALIZED", (Some(ast::NormalizationForm::NFKC), false)),
        ("a IS NFKD NORMALIZED", (Some(ast::NormalizationForm::NFKD), false)),
    ] {
        assert_eq!(form(text), expected, "{text}");
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

/// Each case is `>>>`, the text of an expression, `<<<`, how it was read or why not.
#[test]
fn every_expression_has_the_shape_in_its_file() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/guard/shapes.txt");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut pieces = text.split("\n>>>\n");
    let (mut written, mut wrong) = (pieces.next().unwrap().to_owned(), Vec::new());
    for case in pieces {
        let (text, expected) = case.split_once("\n<<<\n").unwrap_or((case.trim_end(), ""));
        let got = match parse_expression(text, &StatementLimits::default()) {
            Ok(mut expr) => {
                let _ = VisitMut::visit(&mut expr, &mut Parentheses);
                let plain = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
                expr.to_string().chars().map(plain).collect()
            }
            Err(refusal) => {
                format!("{} at {}: {}", refusal.sqlstate, refusal.position.unwrap_or_default(), refusal.message)
            }
        };
        if got != expected.trim_end() {
            wrong.push(format!("{text}\n  {got}\n  not {}", expected.trim_end()));
        }
        written.push_str(&format!("\n>>>\n{text}\n<<<\n{got}\n"));
    }
    if std::env::var_os("GUARD_REWRITE").is_some() {
        std::fs::write(&path, written).unwrap();
        return;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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

    /// Text of expressions: every form that the parser reads, without more parentheses than it needs.
    fn expression() -> impl Strategy<Value = String> {
        let leaf = prop::sample::select(vec![
            "a",
            "t.b",
            "\"C d\"",
            "\"x\"\"y\"",
            "1",
            "1.5",
            "1e3",
            "'a'",
            "'it''s'",
            "E'a\\nb\\'c'",
            "U&'\\0041'",
            "$$d'e$$",
            "true",
            "NULL",
            "$1",
            "DATE '2025-01-01'",
            "INTERVAL '1 day'",
            "current_user",
            "count(*)",
            "ARRAY[1, 2]",
            "EXISTS (SELECT 1 FROM t)",
            "(SELECT max(a) FROM t WHERE b < 3)",
        ]);
        let operators = vec![
            "+",
            "-",
            "*",
            "/",
            "%",
            "^",
            "||",
            "=",
            "<",
            ">",
            "<=",
            ">=",
            "<>",
            "AND",
            "OR",
            "~",
            "!~*",
            "->",
            "->>",
            "@>",
            "&&",
            "&",
            "|",
            "#",
            "<<",
            "LIKE",
            "NOT ILIKE",
            "SIMILAR TO",
            "IS DISTINCT FROM",
            "IS NOT DISTINCT FROM",
            "AT TIME ZONE",
        ];
        leaf.prop_map(str::to_owned).prop_recursive(4, 24, 3, move |inner| {
            let one = || inner.clone();
            prop_oneof![
                6 => (one(), prop::sample::select(operators.clone()), one()).prop_map(|(a, op, b)| format!("{a} {op} {b}")),
                1 => (prop::sample::select(vec!["-", "NOT", "+", "~"]), one()).prop_map(|(op, a)| format!("{op} ({a})")),
                1 => (one(), prop::sample::select(vec!["IS NULL", "IS NOT TRUE", "IS UNKNOWN", "::int", "::text[]", "::numeric(10, 2)"]))
                    .prop_map(|(a, op)| format!("{a} {op}")),
                1 => one().prop_map(|a| format!("({a})")),
                1 => (one(), one(), one()).prop_map(|(a, b, c)| format!("{a} NOT BETWEEN {b} AND {c}")),
                1 => (one(), one(), one()).prop_map(|(a, b, c)| format!("{a} IN ({b}, {c})")),
                1 => (one(), one(), one()).prop_map(|(a, b, c)| format!("CASE WHEN {a} THEN {b} ELSE {c} END")),
                1 => (one(), one()).prop_map(|(a, b)| format!("coalesce({a}, {b})")),
                1 => (one(), one()).prop_map(|(a, b)| format!("sum({a}) FILTER (WHERE {b})")),
                1 => (one(), one()).prop_map(|(a, b)| format!("lag({a}, 1) OVER (PARTITION BY {b} ORDER BY a DESC)")),
                1 => (one(), one()).prop_map(|(a, b)| format!("{a} = ANY (ARRAY[{b}])")),
                1 => (one(), one()).prop_map(|(a, b)| format!("CAST({a} AS text) || substring({b} FROM 1 FOR 2)")),
                1 => (one(), one()).prop_map(|(a, b)| format!("(ARRAY[{a}])[{b}]")),
                1 => one().prop_map(|a| format!("EXTRACT(year FROM {a})")),
            ]
        })
    }

    fn query() -> impl Strategy<Value = String> {
        let of = |from: &'static [&'static str]| prop::sample::select(from);
        let froms = of(&[
            "t",
            "s.t AS x",
            "t JOIN u ON true",
            "t LEFT JOIN u USING (a)",
            "t NATURAL JOIN u",
            "(SELECT 1) AS q(a)",
            "f(1) AS g",
            "t, LATERAL (SELECT t.a) AS l",
        ]);
        let endings = of(&[
            "",
            " GROUP BY 1",
            " GROUP BY ROLLUP (a, b)",
            " ORDER BY a DESC NULLS LAST",
            " LIMIT 5 OFFSET 1",
            " FETCH FIRST 2 ROWS WITH TIES",
        ]);
        let select = (of(&["", "DISTINCT ", "DISTINCT ON (a) "]), expression(), froms, expression(), endings).prop_map(
            |(distinct, item, from, filter, ending)| {
                format!("SELECT {distinct}{item} AS n, * FROM {from} WHERE {filter}{ending}")
            },
        );
        let values = expression().prop_map(|a| format!("VALUES ({a}, 1), (2, 3)"));
        prop_oneof![4 => select, 1 => values].prop_recursive(2, 6, 2, |inner| {
            prop_oneof![
                (
                    inner.clone(),
                    prop::sample::select(vec!["UNION", "UNION ALL", "EXCEPT", "INTERSECT ALL"]),
                    inner.clone()
                )
                    .prop_map(|(a, op, b)| format!("({a}) {op} ({b})")),
                (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("WITH RECURSIVE c(a) AS ({a}) {b}")),
                inner.prop_map(|a| format!("SELECT * FROM ({a}) AS q WHERE (SELECT true)")),
            ]
        })
    }

    /// What was read, printed and read again is the same tree: nothing that a printed statement says is read otherwise than it was meant.
    fn reads_again(text: &str) -> Option<(String, bool)> {
        let read = |text: &str| parse(text, &StatementLimits::default()).ok()?.pop()?.query().cloned();
        let first = read(text)?;
        let printed = first.to_string();
        let second = read(&printed);
        Some((printed, second.as_ref() == Some(&first)))
    }

    #[test]
    fn what_is_printed_reads_as_it_was_read() {
        let mut config = ProptestConfig::with_cases(300);
        config.failure_persistence = None;
        let (read, seen) = (std::cell::Cell::new(0u32), std::cell::Cell::new(0u32));
        proptest::test_runner::TestRunner::new(config)
            .run(&prop_oneof![expression().prop_map(|text| format!("SELECT {text}")), query()], |text| {
                seen.set(seen.get() + 1);
                if let Some((printed, is_same)) = reads_again(&text) {
                    read.set(read.get() + 1);
                    prop_assert!(is_same, "{text}\n{printed}");
                }
                Ok(())
            })
            .unwrap();
        assert!(read.get() * 2 > seen.get(), "only {} of {} were read", read.get(), seen.get());
    }

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
