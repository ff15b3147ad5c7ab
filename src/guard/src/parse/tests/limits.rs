//! The limits on bytes, tokens, nesting, lists and chains: what reaches one is read, what is over it is refused, wherever it stands.

use super::*;

const SMALL: StatementLimits = StatementLimits { bytes: 4_000, tokens: 1_000, depth: 12, width: 30, height: 24 };

/// The rule that refuses the text, if one does.
fn refused(text: &str) -> Option<&'static str> {
    parse(text, &SMALL).err().map(|refusal| refusal.rule)
}

#[test]
fn bytes_and_tokens_are_counted() {
    let bytes = |count: usize| format!("SELECT '{}'", "a".repeat(count - "SELECT ''".len()));
    assert_eq!(refused(&bytes(4_000)), None);
    assert_eq!(refused(&bytes(4_001)), Some("limit-bytes"));
    // A literal that is long in characters of two bytes.
    assert_eq!(refused(&format!("SELECT '{}'", "\u{e9}".repeat(2_000))), Some("limit-bytes"));
    let tokens = |count: usize| format!("SELECT 1{}", " ".repeat(count));
    assert_eq!(refused(&tokens(2_000)), None);
    assert_eq!(refused(&format!("SELECT {}", "(1),".repeat(400))), Some("limit-tokens"));
    let exact = |more: usize| format!("{}{}", "SELECT 1;".repeat(333), ";".repeat(more));
    assert_eq!((refused(&exact(1)), refused(&exact(2))), (None, Some("limit-tokens")));
}

#[test]
fn a_refusal_says_what_the_limit_is_and_what_to_do() {
    for (text, limit) in
        [("SELECT 1".repeat(600), "4000"), (vec!["1"; 99].join(" + "), "24"), (vec!["1"; 31].join(", "), "30")]
    {
        let text = if text.starts_with('S') { text } else { format!("SELECT {text}") };
        let refusal = parse(&text, &SMALL).unwrap_err();
        assert!(refusal.detail.as_ref().is_some_and(|detail| detail.contains(limit)), "{refusal:?}");
        assert!(refusal.hint.is_some(), "{refusal:?}");
    }
}

#[test]
fn what_nests_is_read_as_deep_as_the_limit_and_no_deeper() {
    for (open, inner, close) in [
        ("(", "1", ")"),
        ("lower(", "a", ")"),
        ("ARRAY[", "1", "]"),
        ("CASE WHEN true THEN ", "1", " END"),
        ("CASE ", "a", " WHEN 1 THEN 2 END"),
        ("(SELECT ", "1", ")"),
        ("EXISTS (SELECT ", "1", ")"),
        ("coalesce(1, ", "2", ")"),
        ("CAST(", "1", " AS text)"),
        ("count(*) FILTER (WHERE ", "true", ")"),
        ("sum(1) OVER (ORDER BY ", "1", ")"),
        ("1 IN (", "1", ")"),
        ("1 = ANY (ARRAY[", "1", "])"),
        ("substring(", "a", " FROM 1)"),
        ("ROW(", "1", ")"),
    ] {
        let nested = |levels: usize| format!("SELECT {}{inner}{}", open.repeat(levels), close.repeat(levels));
        assert_eq!(refused(&nested(5)), None, "{}", nested(5));
        assert_eq!(refused(&nested(13)), Some("limit-depth"), "{}", nested(13));
    }
    for (open, inner, close) in [
        ("SELECT * FROM (", "SELECT 1", ") AS x"),
        ("WITH x AS (", "SELECT 1", ") SELECT 1"),
        ("(", "SELECT 1", ")"),
        ("SELECT 1 WHERE 1 IN (", "SELECT 1", ")"),
        ("SELECT 1 UNION (", "SELECT 1", ")"),
        ("SELECT 1 FROM t JOIN (", "SELECT 1", ") AS x ON true"),
    ] {
        let nested = |levels: usize| format!("{}{inner}{}", open.repeat(levels), close.repeat(levels));
        assert_eq!(refused(&nested(5)), None, "{}", nested(5));
        assert_eq!(refused(&nested(13)), Some("limit-depth"), "{}", nested(13));
    }
    let joins = |levels: usize| format!("SELECT * FROM {}t{}", "(".repeat(levels), " CROSS JOIN u)".repeat(levels));
    assert_eq!((refused(&joins(5)), refused(&joins(13))), (None, Some("limit-depth")));
    // What stands beside each other is not deep.
    assert_eq!(refused(&format!("SELECT {}", vec!["((1))"; 30].join(", "))), None);
    // A level of a statement is at most three of the grammar's.
    for prefix in ["NOT ", "- ", "+ ", "~ "] {
        let chain = |levels: usize| format!("SELECT {}a", prefix.repeat(levels));
        assert_eq!(refused(&chain(5)), None, "{prefix}");
        assert!(refused(&chain(40)) == Some("limit-depth"), "{prefix}");
    }
}

#[test]
fn the_deepest_place_tells_how_much_stack_there_has_to_be() {
    let depth = |text: &str| measure::nesting(&lex::lex(text, 1_000).unwrap().lexemes, &SMALL).unwrap();
    for (text, deepest) in [
        ("SELECT 1", 0),
        ("SELECT ((1)), (2), f(a[b[1]])", 3),
        ("SELECT CASE WHEN a THEN (CASE WHEN b THEN 1 END) END, (1)", 3),
        ("SELECT CASE WHEN a THEN 1 END, CASE WHEN b THEN 1 END", 1),
        ("SELECT '((((', \"case\"", 0),
    ] {
        assert_eq!(depth(text), deepest, "{text}");
    }
    let nested = |levels: usize| format!("SELECT {}1{}", "(".repeat(levels), ")".repeat(levels));
    assert_eq!(depth(&nested(12)), 12);
    let refusal = measure::nesting(&lex::lex(&nested(13), 1_000).unwrap().lexemes, &SMALL).unwrap_err();
    assert_eq!(refusal.rule, "limit-depth");
}

#[test]
fn a_statement_that_there_is_no_stack_for_is_refused_and_not_read() {
    assert_eq!(measure::on_stack_of(1 << 20, || Ok(1)), Ok(1));
    let refusal = measure::on_stack_of::<()>(usize::MAX >> 8, || panic!("it is not read")).unwrap_err();
    assert_eq!((refusal.rule, refusal.sqlstate), ("limit-depth", SqlState::INSUFFICIENT_RESOURCES));
}

#[test]
fn a_list_may_be_as_long_as_the_limit_and_no_longer() {
    for (before, item, between, after) in [
        ("SELECT ", "1", ", ", ""),
        ("SELECT 1 WHERE ", "a", " AND ", ""),
        ("SELECT 1 WHERE ", "a", " OR ", ""),
        ("SELECT 1 IN (", "1", ", ", ")"),
        ("SELECT lower(", "1", ", ", ")"),
        ("SELECT substring(", "1", ", ", ")"),
        ("SELECT overlay(", "1", ", ", ")"),
        ("SELECT coalesce(", "1", ", ", ")"),
        ("SELECT ARRAY[", "1", ", ", "]"),
        ("SELECT (", "1", ", ", ")"),
        ("SELECT ROW(", "1", ", ", ")"),
        ("SELECT CASE ", "WHEN a THEN 1", " ", " END"),
        ("SELECT 1 FROM ", "t", ", ", ""),
        ("SELECT 1 FROM t ", "CROSS JOIN u", " ", ""),
        ("SELECT 1 FROM t JOIN u ", "NATURAL JOIN w", " ", " ON true"),
        ("SELECT 1 GROUP BY ", "1", ", ", ""),
        ("SELECT 1 ORDER BY ", "1", ", ", ""),
        ("SELECT DISTINCT ON (", "1", ", ", ") 1"),
        ("VALUES ", "(1)", ", ", ""),
        ("VALUES (", "1", ", ", ")"),
        ("SELECT string_agg(a, b ORDER BY ", "1", ", ", ")"),
        ("SELECT sum(1) OVER (PARTITION BY ", "1", ", ", ")"),
        ("SELECT 1 FROM t AS x(", "a", ", ", ")"),
        ("SELECT 1 FROM t JOIN u USING (", "a", ", ", ")"),
        ("SELECT 1 GROUP BY GROUPING SETS (", "(1)", ", ", ")"),
    ] {
        let list = |count: usize| format!("{before}{}{after}", vec![item; count].join(between));
        assert_eq!(refused(&list(20)), None, "{}", list(20));
        assert!(
            refused(&list(40)).is_some_and(|rule| rule.starts_with("limit-")),
            "{}: {:?}",
            list(40),
            refused(&list(40))
        );
    }
    let operator = |count: usize| format!("SELECT 1 OPERATOR({}+) 1", "a.".repeat(count));
    assert_eq!((refused(&operator(30)), refused(&operator(31))), (Some("operator"), Some("limit-width")));
    for (before, after) in [("SELECT 1 FROM a", ""), ("SELECT a.* FROM a", ""), ("SET a", " = 1")] {
        let named = |parts: usize| format!("{before}{}{after}", ".a".repeat(parts - 1));
        assert_eq!((refused(&named(3)), refused(&named(40))), (None, Some("limit-width")), "{before}");
    }
    // Each part of a name is a level of what reads it.
    let named = |parts: usize| parse(&format!("SELECT a{}", ".a".repeat(parts - 1)), &StatementLimits::default());
    assert!(named(100).is_ok());
    assert_eq!(named(103).unwrap_err().rule, "limit-width");
    let exact = |count: usize| format!("SELECT {}", vec!["1"; count].join(", "));
    assert_eq!((refused(&exact(30)), refused(&exact(31))), (None, Some("limit-width")));
}

#[test]
fn the_trees_that_long_lists_of_terms_become_stand_upon_each_other() {
    for word in ["AND", "OR"] {
        // Eight terms are a tree of three levels.
        let open = format!("({}", format!("a {word} ").repeat(7));
        let nested = |levels: usize| format!("SELECT {}a{}", open.repeat(levels), ")".repeat(levels));
        assert_eq!((refused(&nested(5)), refused(&nested(10))), (None, Some("limit-height")), "{word}");
    }
}

#[test]
fn a_chain_may_have_as_many_links_as_the_limit_and_no_more() {
    for (before, link, after) in [
        ("SELECT 1", " + 1", ""),
        ("SELECT 1", " || 'a'", ""),
        ("SELECT a", "::text", ""),
        ("SELECT 1", " UNION ALL SELECT 1", ""),
        ("SELECT 1", " EXCEPT SELECT 1", ""),
        ("SELECT a", " COLLATE \"C\"", ""),
        ("SELECT a", " AT TIME ZONE 'UTC'", ""),
        ("SELECT a", " IS NULL", ""),
        ("SELECT a", " -> 'b'", ""),
        ("SELECT a", " ^ 2", ""),
    ] {
        let chain = |links: usize| format!("{before}{}{after}", link.repeat(links));
        assert_eq!(refused(&chain(8)), None, "{}", chain(8));
        assert!(
            refused(&chain(60)).is_some_and(|rule| rule.starts_with("limit-")),
            "{}: {:?}",
            chain(60),
            refused(&chain(60))
        );
    }
    // Those inside each other add up.
    let sum = |links: usize| format!("(1{})", " + 1".repeat(links));
    assert_eq!(refused(&format!("SELECT {} * {}", sum(15), sum(15))), None);
    assert_eq!(refused(&format!("SELECT {}{}", sum(15), " + 1".repeat(15))), Some("limit-height"));
    assert_eq!(refused(&format!("SELECT 1 * lower({}){}", sum(15), " + 1".repeat(15))), Some("limit-height"));
    assert_eq!(
        refused(&format!("SELECT CASE WHEN true THEN {} END{}", sum(15), " + 1".repeat(15))),
        Some("limit-height")
    );
    assert_eq!(refused(&format!("SELECT (SELECT {}){}", sum(15), " + 1".repeat(15))), Some("limit-height"));
    assert_eq!(refused(&format!("SELECT ARRAY[{}]{}", sum(15), " || 1".repeat(15))), Some("limit-height"));
    let tall = sum(15);
    for inner in [
        format!("position({tall} IN a)"),
        format!("position(a IN {tall})"),
        format!("substring(a FROM {tall} FOR 1)"),
        format!("overlay(a PLACING b FROM {tall})"),
        format!("lower({tall}, 1)"),
        format!("lower(1, {tall}, 1)"),
        format!("(a BETWEEN {tall} AND 1)"),
        format!("(a IN (1, {tall}, 1))"),
        format!("({tall} = 1 AND true)"),
        format!("(true AND {tall} = 1 AND true)"),
        format!("({tall}, 1)"),
        format!("(1, {tall}, 1)"),
        format!("ARRAY[[{tall}], [1]]"),
        format!("CASE WHEN a THEN {tall} ELSE 1 END"),
        format!("(SELECT 1 FROM f({tall}) JOIN u ON true)"),
        format!("(SELECT 1 FROM t JOIN u ON {tall} = 1 JOIN v ON true)"),
        format!("(SELECT 1 FROM (SELECT {tall}) t, u)"),
        format!("(WITH x AS (SELECT {tall}) SELECT 1)"),
        format!("(VALUES ({tall}), (1))"),
        format!("(SELECT {tall} UNION ALL SELECT 1)"),
        format!("(SELECT 1 UNION ALL SELECT {tall} UNION ALL SELECT 1)"),
        format!("(SELECT {tall} FROM t ORDER BY 1 LIMIT 1)"),
    ] {
        let chain = |links: usize| format!("SELECT {inner}{}", " + 1".repeat(links));
        assert_eq!(refused(&chain(1)), None, "{}", chain(1));
        assert_eq!(refused(&chain(15)), Some("limit-height"), "{}", chain(15));
    }
    let exact = |links: usize| format!("SELECT 1{}", " + 1".repeat(links));
    assert_eq!((refused(&exact(24)), refused(&exact(25))), (None, Some("limit-height")));
    // Those beside each other do not.
    assert_eq!(refused(&format!("SELECT {tall}, {tall}, ({tall}) + ({tall}) FROM f({tall}) WHERE {tall} = 1")), None);
    // Subscripts and the parts of a name weigh more.
    let subscripts = |count: usize| parse(&format!("SELECT a{}", "[1]".repeat(count)), &StatementLimits::default());
    assert!(subscripts(99).is_ok() && subscripts(100).is_err_and(|refusal| refusal.rule == "limit-width"));
}
