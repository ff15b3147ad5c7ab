//! What is read of statements beside their queries: options, kinds, what EXECUTE says.

use super::*;
use crate::parse::statement::{CopyFormat, CopyOptions, DeclareCursor, ExplainFormat, ExplainOptions, ForceQuote};

fn one(text: &str) -> Parsed {
    let parsed = parse(text, &StatementLimits::default()).unwrap_or_else(|refusal| panic!("{text}: {refusal}"));
    let [parsed] = <[Parsed; 1]>::try_from(parsed).unwrap();
    parsed
}

#[test]
fn the_options_of_copy_are_read_in_both_spellings_and_have_postgresqls_defaults() {
    let options = |given: &str| {
        let Statement::Copy(copy) = one(&format!("COPY t TO STDOUT {given}")).statement().clone() else { panic!() };
        copy.options
    };
    let text = CopyOptions {
        format: CopyFormat::Text,
        delimiter: b'\t',
        null: "\\N".to_owned(),
        header: false,
        quote: b'"',
        escape: b'"',
        force_quote: ForceQuote::None,
    };
    let csv = CopyOptions { format: CopyFormat::Csv, delimiter: b',', null: String::new(), ..text.clone() };
    let of_columns = ForceQuote::Columns(vec!["a".to_owned(), "b".to_owned()]);
    for (given, expected) in [
        ("", text.clone()),
        ("(FORMAT text, FREEZE false, ENCODING 'UTF-8')", text.clone()),
        ("(FORMAT binary, HEADER false)", CopyOptions { format: CopyFormat::Binary, ..text.clone() }),
        ("BINARY", CopyOptions { format: CopyFormat::Binary, ..text.clone() }),
        (
            "WITH DELIMITERS '|' NULL AS '' ENCODING 'unicode' FREEZE",
            CopyOptions { delimiter: b'|', null: String::new(), ..text.clone() },
        ),
        ("CSV", csv.clone()),
        ("USING CSV HEADER", CopyOptions { header: true, ..csv.clone() }),
        // The escape is the quote unless it is given.
        ("CSV DELIMITER 'a'", CopyOptions { delimiter: b'a', ..csv.clone() }),
        ("DELIMITER '\"'", CopyOptions { delimiter: b'"', ..text.clone() }),
        ("NULL '\"'", CopyOptions { null: "\"".to_owned(), ..text.clone() }),
        ("CSV QUOTE '!'", CopyOptions { quote: b'!', escape: b'!', ..csv.clone() }),
        ("(FORMAT csv, QUOTE '!', ESCAPE '?')", CopyOptions { quote: b'!', escape: b'?', ..csv.clone() }),
        (
            "CSV ESCAPE AS '?' FORCE QUOTE a, b",
            CopyOptions { escape: b'?', force_quote: of_columns.clone(), ..csv.clone() },
        ),
        (
            "(FORMAT csv, FORCE_QUOTE (a, b), HEADER 1)",
            CopyOptions { force_quote: of_columns, header: true, ..csv.clone() },
        ),
        ("CSV FORCE QUOTE *", CopyOptions { force_quote: ForceQuote::All, ..csv.clone() }),
        ("(FORMAT 'csv', FORCE_QUOTE *)", CopyOptions { force_quote: ForceQuote::All, ..csv }),
    ] {
        assert_eq!(options(given), expected, "{given}");
    }
    let binary = one("COPY BINARY t TO STDOUT");
    assert!(matches!(binary.statement(), Statement::Copy(copy) if copy.options.format == CopyFormat::Binary));
}

#[test]
fn the_options_of_explain_are_read_in_both_spellings() {
    let options = |given: &str| {
        let Statement::Explain(explain) = one(&format!("EXPLAIN {given} SELECT 1")).statement().clone() else {
            panic!()
        };
        explain.options
    };
    let plain = ExplainOptions::default();
    for (given, expected) in [
        ("", plain),
        ("VERBOSE", ExplainOptions { verbose: true, ..plain }),
        ("(VERBOSE, COSTS off)", ExplainOptions { verbose: true, costs_off: true, ..plain }),
        ("(VERBOSE 0, COSTS 1, POLICY true)", ExplainOptions { policy: true, ..plain }),
        ("(SETTINGS, BUFFERS, WAL, TIMING off, SUMMARY, ANALYZE false)", plain),
        ("(FORMAT text)", plain),
        ("(FORMAT 'json')", ExplainOptions { format: ExplainFormat::Json, ..plain }),
        ("(FORMAT xml)", ExplainOptions { format: ExplainFormat::Xml, ..plain }),
        ("(FORMAT \"yaml\")", ExplainOptions { format: ExplainFormat::Yaml, ..plain }),
    ] {
        assert_eq!(options(given), expected, "{given}");
    }
}

#[test]
fn what_declare_says_of_its_cursor_is_read_in_any_order() {
    for (given, expected) in [
        ("c CURSOR FOR", (false, None, false)),
        ("c BINARY INSENSITIVE CURSOR WITH HOLD FOR", (true, None, true)),
        ("c ASENSITIVE SCROLL CURSOR WITHOUT HOLD FOR", (false, Some(true), false)),
        ("c NO SCROLL BINARY CURSOR FOR", (true, Some(false), false)),
        ("c SCROLL SCROLL CURSOR FOR", (false, Some(true), false)),
    ] {
        let Statement::Declare(DeclareCursor { name, binary, scroll, hold, query: _ }) =
            one(&format!("DECLARE {given} SELECT 1")).statement().clone()
        else {
            panic!()
        };
        assert_eq!((name.as_str(), (binary, scroll, hold)), ("c", expected), "{given}");
    }
}

#[test]
fn the_query_of_a_statement_is_the_one_that_it_runs() {
    for text in [
        "SELECT 1 FROM t",
        "EXPLAIN SELECT 1 FROM t",
        "COPY (SELECT 1 FROM t) TO STDOUT",
        "DECLARE c CURSOR FOR SELECT 1 FROM t",
        "PREPARE p AS SELECT 1 FROM t",
    ] {
        let parsed = one(text);
        assert_eq!(parsed.text(), text);
        assert_eq!(parsed.query().map(ToString::to_string).as_deref(), Some("SELECT 1 FROM t"), "{text}");
    }
    assert_eq!(
        one("COPY t (a, \"B\") TO STDOUT").query().map(ToString::to_string).as_deref(),
        Some("SELECT a, \"B\" FROM t")
    );
    for text in [
        "EXPLAIN EXECUTE p",
        "EXECUTE p",
        "FETCH c",
        "CLOSE c",
        "DEALLOCATE p",
        "SET a = 1",
        "SHOW a",
        "RESET a",
        "SET ROLE r",
        "BEGIN",
        "SET TRANSACTION READ ONLY",
        "COMMIT",
        "ROLLBACK",
        "SAVEPOINT s",
        "RELEASE s",
        "ROLLBACK TO s",
        "DISCARD ALL",
        "UNLISTEN *",
        "",
    ] {
        assert!(one(text).query().is_none(), "{text}");
    }
}

#[test]
fn the_arguments_of_execute_are_a_query_of_their_own() {
    let executes = one("EXECUTE p (1, lower('A'), $1) --since 1d");
    let wanted = |numbers: &[(usize, Option<&str>)]| {
        let typed = |(at, ty): &(usize, Option<&str>)| (*at, ty.map(|ty| parse_data_type(ty).unwrap()));
        executes.arguments(&numbers.iter().map(typed).collect::<Vec<_>>())
    };
    let all = wanted(&[(1, Some("varchar(3)")), (0, None)]).unwrap();
    assert_eq!(all.query().unwrap().to_string(), "SELECT CAST(lower('A') AS VARCHAR(3)), 1");
    assert_eq!(all.directives().since.as_deref(), Some("1d"));
    assert_eq!(wanted(&[]).unwrap().query().unwrap().to_string(), "SELECT");
    assert!(wanted(&[(3, None)]).is_none());
    assert_eq!(one("EXPLAIN EXECUTE p (1)").execution().unwrap().arguments.len(), 1);
    for other in ["SELECT 1", "EXPLAIN SELECT 1", "PREPARE p AS SELECT 1"] {
        assert!(one(other).execution().is_none() && one(other).arguments(&[]).is_none(), "{other}");
    }
}

#[test]
fn execute_runs_what_was_prepared_under_its_own_directives_where_it_has_some() {
    let (plain, directed) = (one("SELECT 1 FROM t"), one("SELECT 1 FROM t --since 7d"));
    let since = |parsed: &Parsed| parsed.directives().since.clone();
    assert!(one("EXECUTE p").executing(&directed).is_none(), "it runs as it was prepared");
    assert!(one("EXECUTE p --since 7d").executing(&directed).is_none());
    let other = one("EXECUTE p --since 1d").executing(&directed).unwrap();
    assert_eq!((other.text(), since(&other).as_deref()), ("SELECT 1 FROM t --since 7d", Some("1d")));
    assert!(other.query() == directed.query());
    assert!(one("EXECUTE p --since 1d").executing(&plain).is_some());
    assert!(one("EXPLAIN EXECUTE p --since 1d").executing(&plain).is_none());

    let explained = one("EXPLAIN (POLICY) EXECUTE p (1)").explaining(&directed).unwrap();
    let Statement::Explain(explain) = explained.statement() else { panic!() };
    assert!(explain.options.policy);
    assert!(explained.query() == directed.query());
    assert_eq!(since(&explained).as_deref(), Some("7d"));
    let explained = one("EXPLAIN EXECUTE p --since 1d").explaining(&directed).unwrap();
    assert_eq!(since(&explained).as_deref(), Some("1d"));
    assert!(one("EXECUTE p").explaining(&plain).is_none());
    assert!(one("EXPLAIN SELECT 1").explaining(&plain).is_none());
    assert!(one("EXPLAIN EXECUTE p").explaining(&one("SHOW a")).is_none());
}

#[test]
fn a_grouping_set_within_others_is_the_sets_that_it_stands_for() {
    for (within, flat) in [
        ("ROLLUP (a, b)", "(a, b), (a), ()"),
        ("ROLLUP ((a, b), c)", "(a, b, c), (a, b), ()"),
        ("CUBE (a, b)", "(a, b), (a), (b), ()"),
        ("CUBE ((a, b), c)", "(a, b, c), (a, b), (c), ()"),
        ("GROUPING SETS (a, ROLLUP (b))", "(a), (b), ()"),
        ("a, (b), (a, b), ()", "(a), (b), (a, b), ()"),
    ] {
        let sets = |sets: &str| one(&format!("SELECT 1 GROUP BY GROUPING SETS ({sets})")).query().unwrap().to_string();
        assert_eq!(sets(within), sets(flat), "{within}");
    }
}

#[test]
fn a_text_with_a_nul_is_refused_where_it_is() {
    for (text, position) in [("\0SELECT 1", 1), ("SELECT '\u{e9}\0'", 10)] {
        let refusal = parse(text, &StatementLimits::default()).unwrap_err();
        assert_eq!((refusal.sqlstate, refusal.position), (SqlState::CHARACTER_NOT_IN_REPERTOIRE, Some(position)));
        assert_eq!(refusal.to_string(), "invalid byte sequence for encoding \"UTF8\": 0x00 (22021)");
    }
}

#[test]
fn keywords_are_told_as_pg_get_keywords_tells_them() {
    let all: Vec<(&str, char, bool)> = keywords().collect();
    assert!(all.is_sorted_by_key(|(word, _, _)| *word), "they are searched by halves");
    for keyword in [("abort", 'U', true), ("array", 'R', false), ("between", 'C', true), ("left", 'T', true)] {
        assert!(all.contains(&keyword), "{keyword:?}");
    }
}

/// The only relation in FROM.
fn relation(text: &str) -> ast::TableFactor {
    let parsed = one(&format!("SELECT 1 FROM {text}"));
    let ast::SetExpr::Select(select) = parsed.query().unwrap().body.as_ref().clone() else { panic!("{text}") };
    let [from] = <[ast::TableWithJoins; 1]>::try_from(select.from).unwrap();
    from.relation
}

#[test]
fn a_function_in_from_keeps_its_arguments_and_what_a_call_has_besides_is_refused() {
    let ast::TableFactor::Table { args: Some(args), with_ordinality: false, .. } = relation("f(1, 2)") else {
        panic!()
    };
    assert_eq!(args.args.len(), 2);
    assert!(matches!(relation("f(1) WITH ORDINALITY"), ast::TableFactor::Table { with_ordinality: true, .. }));
    let ast::TableFactor::UNNEST { array_exprs, with_ordinality: true, .. } = relation("unnest(a, b) WITH ORDINALITY")
    else {
        panic!()
    };
    assert_eq!(array_exprs.len(), 2);
    // By the name of an argument it is not the unnest of arrays; the argument stays for the gate to see.
    let ast::TableFactor::Table { args: Some(args), .. } = relation("unnest(a, x => b)") else { panic!() };
    assert_eq!(args.args.len(), 2);
    let ast::TableFactor::Function { lateral: true, args, .. } = relation("LATERAL f(1)") else { panic!() };
    assert_eq!(args.len(), 1);
    for call in [
        "f(1) FILTER (WHERE secret)",
        "f(1) OVER (ORDER BY secret)",
        "f(1) WITHIN GROUP (ORDER BY secret)",
        "f(1) IGNORE NULLS",
        "f(DISTINCT 1)",
        "f(1 ORDER BY secret)",
        "unnest(a ORDER BY secret)",
    ] {
        let refusal = parse(&format!("SELECT 1 FROM {call}"), &StatementLimits::default()).unwrap_err();
        assert!(["42601", "0A000"].contains(&refusal.sqlstate.code()), "{call}: {refusal}");
    }
}

#[test]
fn each_statement_of_a_message_has_its_own_text() {
    let texts = |text: &str| -> Vec<String> {
        let parsed = parse(text, &StatementLimits::default()).unwrap();
        parsed.iter().map(|parsed| parsed.text().to_owned()).collect()
    };
    assert_eq!(texts("SELECT 1; SELECT 'é' ;;SELECT 3"), ["SELECT 1", "SELECT 'é'", "SELECT 3"]);
    assert_eq!(texts(";; SELECT 1;"), ["SELECT 1"]);
    assert_eq!(texts(" ; "), [";"]);
    let prepared = one("PREPARE p AS SELECT 1 AS \"é\"  ;");
    assert_eq!(prepared.text(), "PREPARE p AS SELECT 1 AS \"é\"");
}

#[test]
fn a_name_is_cut_to_63_bytes_however_it_is_written() {
    let long = "a".repeat(62);
    for (written, cut) in [
        (format!("{long}bc"), format!("{long}b")),
        (format!("\"{long}bc\""), format!("{long}b")),
        (format!("U&\"{long}\\0062c\""), format!("{long}b")),
        // No character is cut in two.
        (format!("\"{long}é\""), long.clone()),
        (format!("U&\"{long}\\00e9\""), long.clone()),
        (format!("\"{long}b\""), format!("{long}b")),
    ] {
        let ast::TableFactor::Table { name, .. } = relation(&written) else { panic!("{written}") };
        assert_eq!(name.0[0].as_ident().unwrap().value, cut, "{written}");
    }
}

#[test]
fn a_clause_that_stands_twice_is_a_syntax_error() {
    for clauses in [
        "LIMIT 1 LIMIT 2",
        "LIMIT ALL LIMIT 2",
        "LIMIT 1 OFFSET 2 LIMIT 3",
        "OFFSET 1 OFFSET 2",
        "LIMIT 1 FETCH FIRST 2 ROWS ONLY",
        "FETCH FIRST 2 ROWS ONLY LIMIT 1",
        "FETCH FIRST ROW ONLY FETCH FIRST ROW ONLY",
        "ORDER BY 1 ORDER BY 2",
    ] {
        let refusal = parse(&format!("SELECT 1 FROM t {clauses}"), &StatementLimits::default()).unwrap_err();
        assert_eq!(refusal.sqlstate, SqlState::SYNTAX_ERROR, "{clauses}: {refusal}");
    }
    for clauses in [
        "LIMIT 1 OFFSET 2",
        "OFFSET 2 ROWS LIMIT 1",
        "OFFSET 1 FETCH NEXT 2 ROWS ONLY",
        "FETCH FIRST ROW ONLY OFFSET 1",
    ] {
        one(&format!("SELECT 1 FROM t {clauses}"));
    }
}
