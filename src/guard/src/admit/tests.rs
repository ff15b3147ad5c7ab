//! Runs the text files of `tests/guard`. `GUARD_REWRITE=1` writes what happened into them; `TOLLGATE_ATTACKS` names a file of attacks to run too.

use super::*;
use crate::parse::statement::{ExplainTarget, Statement};
use crate::parse::{StatementLimits, parse};
use crate::policy::{Limits, Revoked, RoleName, Table, WindowRule, Work};
use std::fmt::Write as _;
use std::path::PathBuf;

struct Names;

impl FunctionNames for Names {
    fn contains(&self, name: &str) -> bool {
        const KNOWN: &str = "count sum avg min max lower upper length date_trunc now to_date to_char coalesce row_number rank lag \
            nth_value first_value string_agg array_agg json_agg percentile_cont stddev_samp corr regr_slope width_bucket floor \
            generate_series unnest version pg_show_all_settings pg_sleep extract timezone position overlay btrim ltrim rtrim \
            like_escape similar_to_escape is_normalized overlaps ceil current_database current_schema obj_description has_table_privilege \
            has_schema_privilege pg_get_userbyid format_type repeat exp set_config pg_backend_pid substring left concat _pg_expandarray";
        KNOWN.split_whitespace().any(|known| known == name)
    }
}

struct Catalogs;

impl SystemRelations for Catalogs {
    fn contains(&self, relation: &RelationName) -> bool {
        let known: &[&str] = match relation.schema.as_str() {
            "pg_catalog" => &[
                "pg_class",
                "pg_namespace",
                "pg_attribute",
                "pg_roles",
                "pg_constraint",
                "pg_type",
                "pg_proc",
                "pg_locks",
            ],
            "information_schema" => &["columns", "tables", "schemata"],
            _ => return false,
        };
        known.contains(&relation.name.as_str())
    }
}

/// What the role of `revoked.t` may not call.
const REVOKED: [&str; 16] = [
    "current_user",
    "current_timestamp",
    "pg_show_all_settings",
    "pg_sleep",
    "timezone",
    "position",
    "overlay",
    "ltrim",
    "rtrim",
    "like_escape",
    "similar_to_escape",
    "is_normalized",
    "overlaps",
    "ceil",
    "_pg_expandarray",
    "unnest",
];

fn revoked() -> Revoked {
    let relations = [RelationName { schema: "pg_catalog".into(), name: "pg_locks".into() }].into();
    Revoked { functions: REVOKED.map(str::to_owned).into(), relations }
}

fn policy(revoked: Revoked) -> (Policy, Arc<Role>) {
    let grant = |name: &str| {
        let name = RelationName { schema: "exp".into(), name: name.into() };
        let table = Arc::new(Table {
            name: name.clone(),
            warehouse: "lake".into(),
            source: name.name.clone(),
            comment: None,
            partition: None,
            columns: Vec::new(),
        });
        let grant = Grant { table, columns: Vec::new(), rows: None, masks: BTreeMap::new(), window_required: false };
        (name, Arc::new(grant))
    };
    let role = Arc::new(Role {
        name: RoleName("analyst".into()),
        comment: None,
        window: WindowRule::default(),
        limits: Limits::default(),
        require_pushdown: false,
        work: Work::default(),
        revoked,
        grants: ["flag_evaluations", "events", "assignments"].map(grant).into(),
    });
    let roles = [(role.name.clone(), Arc::clone(&role))].into();
    (Policy { version: "test".into(), tables: BTreeMap::new(), roles, places: Default::default() }, role)
}

/// What becomes of one message: a line for each statement, or the refusal. On a stack as large as the pipeline's.
fn verdict(sql: &str) -> String {
    verdict_without(sql, Revoked::default())
}

fn verdict_without(sql: &str, revoked: Revoked) -> String {
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(64 << 20)
            .spawn_scoped(scope, || asked_without(&["exp"], revoked, |asking| verdict_under(sql, asking)))
            .unwrap()
            .join()
            .unwrap()
    })
}

/// What is asked by "ann" with that search path.
fn asked<T>(search_path: &[&str], ask: impl FnOnce(&Asking<'_>) -> T) -> T {
    asked_without(search_path, Revoked::default(), ask)
}

fn asked_without<T>(search_path: &[&str], revoked: Revoked, ask: impl FnOnce(&Asking<'_>) -> T) -> T {
    let (policy, role) = policy(revoked);
    let search_path: Vec<String> = search_path.iter().map(|schema| (*schema).to_owned()).collect();
    ask(&Asking {
        user: "ann",
        role: &role,
        policy: &policy,
        system: &Catalogs,
        functions: &Names,
        search_path: &search_path,
        database: "tollgate",
    })
}

fn verdict_under(sql: &str, asking: &Asking<'_>) -> String {
    let outcome = parse(sql, &StatementLimits::default()).and_then(|statements| {
        let mut lines = String::new();
        for parsed in statements {
            let query = match parsed.statement() {
                Statement::Query(query) => query,
                Statement::Explain(explain) => match &explain.target {
                    ExplainTarget::Query(query) => query,
                    ExplainTarget::Execute(_) => continue,
                },
                Statement::Copy(copy) => &copy.query,
                Statement::Declare(declare) => &declare.query,
                Statement::Prepare(prepare) => &prepare.query,
                other => {
                    writeln!(lines, "utility: {other:?}").unwrap();
                    continue;
                }
            };
            let admitted = super::admit_query(query.clone(), asking)?;
            let permit = admitted.permit();
            let names: Vec<String> =
                permit.grants().keys().chain(permit.system_relations()).map(ToString::to_string).collect();
            writeln!(lines, "allowed: {}", names.join(", ")).unwrap();
            if *parsed.directives() != crate::parse::Directives::default() {
                writeln!(lines, "window: {:?}", parsed.directives()).unwrap();
            }
        }
        Ok(lines)
    });
    outcome.unwrap_or_else(|refusal| {
        let at = refusal.position.map_or(String::new(), |position| format!(" at {position}"));
        format!("refused: {} {}{at}: {}\n", refusal.sqlstate, refusal.rule, refusal.message)
    })
}

/// Each case is `>>>`, the SQL, `<<<`, the verdict.
#[test]
fn every_case_has_the_verdict_in_its_file() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/guard");
    let rewrite = std::env::var_os("GUARD_REWRITE").is_some();
    let mut cases = 0;
    let mut wrong = String::new();
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "t") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let mut pieces = text.split("\n>>>\n");
        let mut written = pieces.next().unwrap().to_owned();
        for case in pieces {
            cases += 1;
            let (sql, expected) = case.split_once("\n<<<\n").unwrap_or((case.trim_end(), ""));
            let got = if path.ends_with("revoked.t") { verdict_without(sql, revoked()) } else { verdict(sql) };
            if got.trim() != expected.trim() {
                writeln!(wrong, "{}:\n{sql}\nexpected {expected}\ngot {got}", path.display()).unwrap();
            }
            write!(written, "\n>>>\n{sql}\n<<<\n{}\n", got.trim()).unwrap();
        }
        if rewrite {
            std::fs::write(&path, written).unwrap();
        }
    }
    assert!(cases > 0);
    assert!(rewrite || wrong.is_empty(), "{wrong}");
}

/// The lines of a file of `tests/guard` that are neither empty nor comments.
fn lines(name: &str) -> Vec<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/guard").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// What may stand in each kind of place, and what may not, with its SQLSTATE.
const FILLINGS: [(&str, &str, &str, &str); 7] = [
    ("{e}", "(SELECT 1 FROM exp.events)", "(SELECT 1 FROM hr.salaries)", "42P01"),
    ("{e}", "lower('a')", "dblink('a')", "42883"),
    ("{e}", "('a'::text)", "('a'::secret)", "42704"),
    ("{q}", "SELECT 1 FROM exp.events", "SELECT 1 FROM hr.salaries", "42P01"),
    ("{t}", "exp.events", "hr.salaries", "42P01"),
    ("{y}", "int", "secret", "42704"),
    ("{f}", "generate_series", "dblink", "42883"),
];

#[test]
fn nothing_passes_in_any_place_that_does_not_pass_alone() {
    let mut wrong = String::new();
    for line in lines("positions.txt") {
        let mut holes = 0;
        for (hole, harmless, forbidden, sqlstate) in FILLINGS {
            if !line.contains(hole) {
                continue;
            }
            holes += 1;
            let (good, bad) = (verdict(&line.replace(hole, harmless)), verdict(&line.replace(hole, forbidden)));
            if !good.starts_with("allowed")
                || (good.contains("exp.events") != line.replace(hole, harmless).contains("exp.events"))
            {
                writeln!(wrong, "{line} with {harmless}: {good}").unwrap();
            }
            if !bad.starts_with(&format!("refused: {sqlstate}")) {
                writeln!(wrong, "{line} with {forbidden}: {bad}").unwrap();
            }
        }
        assert!(holes > 0, "{line}");
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The tree that sqlparser's own parser makes of the text in that dialect.
fn tree(dialect: &str, sql: &str) -> Option<Box<ast::Query>> {
    let dialect = sqlparser::dialect::dialect_from_str(dialect).unwrap();
    let statements = sqlparser::parser::Parser::new(dialect.as_ref())
        .try_with_sql(sql)
        .and_then(|mut parser| parser.parse_statements());
    match statements.ok()?.pop()? {
        ast::Statement::Query(query) => Some(query),
        _ => None,
    }
}

/// `admitted`, or the SQLSTATE.
fn outcome(query: Box<ast::Query>) -> String {
    let outcome = asked(&["exp"], |asking| super::admit_query(query, asking));
    outcome.map_or_else(|refusal| refusal.sqlstate.to_string(), |_| "admitted".to_owned())
}

/// A line is the SQLSTATE, the dialect that reads it so, the statement.
#[test]
fn trees_that_the_parser_never_makes_are_refused() {
    let verdict = |dialect: &str, sql: &str| match tree(dialect, sql) {
        None => "not read".to_owned(),
        Some(query) => outcome(query),
    };
    let mut wrong = String::new();
    for line in lines("trees.txt") {
        let mut parts = line.splitn(3, ' ');
        let [sqlstate, dialect, sql] = [(); 3].map(|()| parts.next().unwrap());
        let found = verdict(dialect, sql);
        if found != sqlstate {
            writeln!(wrong, "{line}: {found}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Trees that no text makes.
#[test]
fn trees_that_no_parser_makes_are_refused() {
    use ast::helpers::attached_token::AttachedToken;
    use ast::{AccessExpr, Expr, Function, FunctionArguments, Ident, Interval, ObjectName, SelectItem, SetExpr};
    let value = || Expr::value(ast::Value::Null);
    let named = |word: Ident| Function {
        name: ObjectName::from(vec![word]),
        uses_odbc_syntax: false,
        parameters: FunctionArguments::None,
        args: FunctionArguments::None,
        filter: None,
        null_treatment: None,
        over: None,
        within_group: Vec::new(),
    };
    let field =
        |field| Expr::CompoundFieldAccess { root: Box::new(value()), access_chain: vec![AccessExpr::Dot(field)] };
    let verdict = |expr: Expr| {
        let mut query = tree("generic", "SELECT 1").unwrap();
        let SetExpr::Select(select) = query.body.as_mut() else { panic!("a SELECT") };
        select.projection = vec![SelectItem::UnnamedExpr(expr)];
        outcome(query)
    };
    assert_eq!(verdict(Expr::Function(named(Ident::new("current_user")))), "admitted");
    assert_eq!(verdict(field(Expr::Identifier(Ident::new("f1")))), "admitted");
    for expr in [
        Expr::Rollup(vec![vec![value()]]),
        Expr::Cube(vec![vec![value()]]),
        Expr::GroupingSets(vec![vec![value()]]),
        Expr::Function(named(Ident::new("pg_sleep"))),
        Expr::Function(named(Ident::with_quote('"', "current_user"))),
        field(value()),
        Expr::Interval(Interval {
            value: Box::new(Expr::value(ast::Value::HexStringLiteral("ff".to_owned()))),
            leading_field: None,
            leading_precision: None,
            last_field: None,
            fractional_seconds_precision: None,
        }),
        Expr::QualifiedWildcard(ObjectName::from(vec![Ident::with_quote('`', "e")]), AttachedToken::empty()),
    ] {
        assert_eq!(verdict(expr.clone()), "0A000", "{expr:?}");
    }
    let mut query = tree("generic", "WITH c AS (SELECT 1) SELECT 1").unwrap();
    query.with.as_mut().unwrap().cte_tables[0].from = Some(Ident::new("c"));
    assert_eq!(outcome(query), "0A000");
}

#[test]
fn what_is_over_postgresqls_limits_is_refused_and_what_reaches_them_is_not() {
    let list = |count: usize| vec!["1"; count].join(", ");
    for (text, most, sqlstate) in
        [("SELECT concat({})", 100, "54023"), ("VALUES ({})", 1664, "54011"), ("SELECT {}", 1664, "54011")]
    {
        let asked = |count: usize| verdict(&text.replace("{}", &list(count)));
        assert!(asked(most).starts_with("allowed"), "{text}: {}", asked(most));
        assert!(asked(most + 1).starts_with(&format!("refused: {sqlstate}")), "{text}: {}", asked(most + 1));
    }
}

#[test]
fn a_name_alone_is_looked_for_on_the_search_path() {
    let found = |path: &[&str]| asked(path, |asking| verdict_under("SELECT 1 FROM events", asking));
    assert_eq!(found(&["public", "exp"]), "allowed: exp.events\n");
    assert!(found(&["public"]).starts_with("refused: 42P01"));
    // `$user` is the schema of the user's name.
    let policy = policy(Revoked::default());
    let ask = |user: &str| {
        let path = ["$user".to_owned()];
        let asking = Asking {
            user,
            role: &policy.1,
            policy: &policy.0,
            system: &Catalogs,
            functions: &Names,
            search_path: &path,
            database: "tollgate",
        };
        verdict_under("SELECT 1 FROM events", &asking)
    };
    assert_eq!(ask("exp"), "allowed: exp.events\n");
    assert!(ask("ann").starts_with("refused: 42P01"));
}

#[test]
fn a_permit_tells_who_holds_it_and_under_which_version() {
    let admitted = asked(&["exp"], |asking| {
        admit(&parse("SELECT 1 FROM events", &StatementLimits::default()).unwrap()[0], asking).unwrap()
    });
    let permit = admitted.permit();
    assert_eq!((permit.user(), permit.policy_version(), permit.role().name.0.as_str()), ("ann", "test", "analyst"));
    assert_eq!(permit.grants().len(), 1);
    let (query, permit) = admitted.into_parts();
    assert_eq!((query.to_string().as_str(), permit.user()), ("SELECT 1 FROM events", "ann"));
}

#[test]
fn a_statement_without_a_query_is_not_admitted() {
    let verdict = |text: &str| {
        asked(&["exp"], |asking| admit(&parse(text, &StatementLimits::default()).unwrap()[0], asking))
            .map(|admitted| admitted.permit().grants().len())
            .map_err(|refusal| (refusal.rule, refusal.sqlstate))
    };
    for text in ["SHOW all", "EXECUTE p (1)", "EXPLAIN EXECUTE p", ""] {
        assert_eq!(verdict(text), Err(("no-query", SqlState::FEATURE_NOT_SUPPORTED)), "{text}");
    }
    assert_eq!(verdict("COPY events TO STDOUT"), Ok(1));
}

#[test]
fn arguments_outside_a_query_are_walked_too() {
    let verdict = |text: &str| {
        let argument = crate::parse::parse_expression(text, &StatementLimits::default()).unwrap();
        asked(&["exp"], |asking| admit_arguments(&[ast::Expr::value(ast::Value::Null), argument], asking))
            .map_err(|refusal| refusal.sqlstate.to_string())
    };
    assert_eq!(verdict("lower('a')"), Ok(()));
    assert_eq!(verdict("dblink('a')"), Err("42883".to_owned()));
    assert_eq!(verdict("(SELECT 1 FROM hr.salaries)"), Err("42P01".to_owned()));
}

/// For a file with one JSON object a line (`id`, `class`, `sql`, `expect`): prints what syntax alone refuses, and holds the classes that it must refuse whole.
#[test]
fn attacks_are_refused() {
    let Some(path) = std::env::var_os("TOLLGATE_ATTACKS") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    for line in text.lines() {
        let [id, class, sql, expect] = ["id", "class", "sql", "expect"].map(|key| json_string(line, key));
        println!("{id}\t{class}\t{expect}\t{}", verdict(&sql).trim().replace('\n', " | "));
    }
}

/// The string at a key of a flat JSON object.
fn json_string(line: &str, key: &str) -> String {
    let start = line.find(&format!("\"{key}\": \"")).unwrap() + key.len() + 5;
    let mut value = String::new();
    let mut rest = line[start..].chars();
    while let Some(next) = rest.next() {
        match next {
            '"' => break,
            '\\' => match rest.next().unwrap() {
                'n' => value.push('\n'),
                'r' => value.push('\r'),
                't' => value.push('\t'),
                'b' => value.push('\u{8}'),
                'f' => value.push('\u{c}'),
                'u' => {
                    let code: String = rest.by_ref().take(4).collect();
                    value.push(char::from_u32(u32::from_str_radix(&code, 16).unwrap()).unwrap_or('\u{fffd}'));
                }
                other => value.push(other),
            },
            other => value.push(other),
        }
    }
    value
}
