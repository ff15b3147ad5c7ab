mod edges;

use super::*;

const TABLES: &str = r#"
[table."exp.flags"]
warehouse = "lake"
partition = { column = "day", of = "at", grain = "day" }
columns = [
  { name = "id", type = "text", null = false },
  { name = "at", type = "timestamptz", null = false },
  { name = "day", type = "date", null = false },
  { name = "namespace", type = "text" },
  { name = "amount", type = "numeric(12,2)" },
]
[table."exp.events"]
warehouse = "lake"
source = "evts"
columns = [{ name = "user_id", type = "text" }, { name = "tags", type = "text[]" }]
"#;

fn files(roles: &str) -> Vec<(String, String)> {
    vec![("roles.toml".into(), roles.into()), ("tables/t.toml".into(), TABLES.into())]
}

fn loaded(roles: &str) -> Policy {
    load(&files(roles)).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn problems(roles: &str) -> Vec<String> {
    load(&files(roles)).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

fn role(policy: &Policy, name: &str) -> Arc<Role> {
    Arc::clone(&policy.roles[&RoleName(name.into())])
}

fn flags() -> RelationName {
    RelationName { schema: "exp".into(), name: "flags".into() }
}

#[test]
fn a_contract_is_what_its_file_says() {
    let policy = loaded("");
    let table = &policy.tables[&flags()];
    assert_eq!((table.warehouse.as_str(), table.source.as_str()), ("lake", "flags"));
    let partition = table.partition.as_ref().unwrap();
    assert_eq!((partition.column.as_str(), partition.of.as_str(), partition.grain), ("day", "at", Grain::Day));
    assert!(!table.columns[0].nullable && table.columns[3].nullable);
    assert_eq!(table.columns[4].ty.to_string(), "NUMERIC(12,2)");
}

#[test]
fn an_exception_hides_columns_and_keeps_the_contracts_order() {
    let policy = loaded(
        "[role.r.grant.'exp.flags']\ncolumns = { except = ['at'] }\n[role.s.grant.'exp.flags']\ncolumns = ['day', 'id']\n",
    );
    assert_eq!(role(&policy, "r").grants[&flags()].columns, ["id", "day", "namespace", "amount"]);
    assert_eq!(role(&policy, "s").grants[&flags()].columns, ["id", "day"]);
}

#[test]
fn a_window_is_required_where_there_is_a_partition_unless_it_is_optional() {
    let policy = loaded(
        "[role.r.grant.'exp.flags']\ncolumns = 'all'\n[role.r.grant.'exp.events']\ncolumns = 'all'\n[role.s.grant.'exp.flags']\ncolumns = 'all'\nwindow = 'optional'\n",
    );
    let required: Vec<bool> = role(&policy, "r").grants.values().map(|grant| grant.window_required).collect();
    assert_eq!(required, [false, true]);
    assert!(!role(&policy, "s").grants[&flags()].window_required);
}

#[test]
fn a_role_takes_what_it_does_not_say_from_its_parents() {
    let policy = loaded(
        "[role.base]\nwindow = { default = '1d', max = '30d' }\nlimits = { rows = 10, bytes = '1GB', timeout = '60s' }\nrequire_pushdown = true\n\
         [role.base.grant.'exp.flags']\ncolumns = ['id']\n[role.base.grant.'exp.events']\ncolumns = 'all'\n\
         [role.r]\ninherits = ['base']\nwindow = { max = '90d' }\nlimits = { rows = 20, timeout = 'none' }\n\
         [role.r.grant.'exp.flags']\ncolumns = ['id', 'namespace']\n",
    );
    let r = role(&policy, "r");
    assert_eq!(r.window.default, Some(Duration::from_secs(86_400)));
    assert_eq!(r.window.max, Some(Duration::from_secs(90 * 86_400)));
    assert_eq!((r.limits.rows, r.limits.bytes, r.limits.timeout), (Some(20), Some(1_000_000_000), None));
    assert!(r.require_pushdown);
    assert_eq!(r.grants[&flags()].columns, ["id", "namespace"]);
    assert_eq!(r.grants.len(), 2);
}

#[test]
fn of_two_parents_the_narrower_counts_and_grants_are_not_united() {
    let two = "[role.a]\nwindow = { max = '7d' }\nlimits = { rows = 5 }\n[role.a.grant.'exp.flags']\ncolumns = ['id']\nrows = \"namespace = 'a'\"\n\
               [role.b]\nwindow = { max = '3d' }\nlimits = { rows = 9 }\n[role.b.grant.'exp.flags']\ncolumns = ['id']\nrows = \"namespace = 'b'\"\n\
               [role.c]\ninherits = ['a', 'b']\n";
    assert_eq!(
        problems(two),
        ["roles.toml:13: role \"c\" inherits two different grants on \"exp.flags\" (a grant of its own decides)"]
    );
    let policy = loaded(&format!("{two}[role.c.grant.'exp.flags']\ncolumns = ['day']\n"));
    let c = role(&policy, "c");
    assert_eq!((c.window.max, c.limits.rows), (Some(Duration::from_secs(3 * 86_400)), Some(5)));
}

#[test]
fn one_grant_over_two_paths_is_one_grant() {
    let policy = loaded(
        "[role.top.grant.'exp.flags']\ncolumns = 'all'\n[role.a]\ninherits = ['top']\n[role.b]\ninherits = ['top']\n[role.c]\ninherits = ['a', 'b']\n",
    );
    assert_eq!(role(&policy, "c").grants.len(), 1);
}

#[test]
fn a_circle_and_a_missing_parent_are_problems() {
    let found =
        problems("[role.a]\ninherits = ['b']\n[role.b]\ninherits = ['a']\n[role.base]\n[role.c]\ninherits = ['bas']\n");
    assert_eq!(
        found,
        [
            "roles.toml:4: role \"b\" inherits from itself through \"a\"",
            "roles.toml:7: there is no role \"bas\" to inherit from (did you mean \"base\"?)",
        ]
    );
}

#[test]
fn every_problem_is_told_with_its_line_and_the_nearest_word() {
    let found = problems(
        "[role.r]\nwindow = { default = '9d', max = '8 d' }\nlimts = {}\n[role.r.grant.'exp.flag']\ncolumns = 'all'\n\
         [role.r.grant.'exp.flags']\ncolumns = { except = ['namespac'] }\nrows = 'namespce = 1'\nmask = { amount = 'keep:4', id = 'sha' }\n\
         [role.r.grant.'exp.events']\ncolumns = 'al'\nwindow = 'required'\n",
    );
    let lines: Vec<&str> = found.iter().map(|problem| problem.split(' ').next().unwrap()).collect();
    assert_eq!(
        lines,
        [
            "roles.toml:2:",
            "roles.toml:3:",
            "roles.toml:4:",
            "roles.toml:7:",
            "roles.toml:8:",
            "roles.toml:9:",
            "roles.toml:9:",
            "roles.toml:11:",
            "roles.toml:12:",
        ],
        "{found:#?}"
    );
    assert!(found[1].ends_with("unknown key \"limts\" in \"role.r\" (did you mean \"limits\"?)"), "{}", found[1]);
    assert!(found[2].contains("did you mean \"exp.flags\"?"), "{}", found[2]);
    assert!(found[4].contains("did you mean \"namespace\"?"), "{}", found[4]);
}

#[test]
fn a_mask_on_a_column_that_is_not_there_or_not_shown_is_a_problem() {
    let found =
        problems("[role.r.grant.'exp.flags']\ncolumns = ['id']\nmask = { namespace = 'sha256', nam = 'sha256' }\n");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn bad_contracts_are_problems() {
    let text = "[table.flags]\nwarehouse = 'lake'\ncolumns = []\n\
                [table.'pg_catalog.x']\n[table.'exp.T']\nwarehouse = 'lake'\n\
                columns = [{ name = 'a', type = 'strng' }, { name = 'a', type = 'text' }, { name = 'a', type = 'text' }, { name = 'ctid', type = 'int' }]\n\
                partition = { column = 'a' }\n";
    let found = load(&[("tables/t.toml".into(), text.into())]).unwrap_err();
    let lines: Vec<usize> = found.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [1, 4, 7, 7, 7, 8], "{found:#?}");
}

#[test]
fn types_that_postgresql_has_and_a_contract_may_have() {
    for ty in [
        "bool",
        "int2",
        "int",
        "int8",
        "smallint",
        "integer",
        "bigint",
        "real",
        "float8",
        "double precision",
        "float",
        "numeric",
        "numeric(10)",
        "numeric(10,2)",
        "decimal(5,1)",
        "text",
        "varchar",
        "varchar(63)",
        "character varying(5)",
        "char(3)",
        "name",
        "bytea",
        "date",
        "time",
        "timestamp",
        "timestamp(3)",
        "timestamp without time zone",
        "timestamptz",
        "timestamp with time zone",
        "interval",
        "json",
        "jsonb",
        "uuid",
        "text[]",
        "int8[]",
        "bpchar",
    ] {
        let text = format!("[table.'a.b']\nwarehouse = 'w'\ncolumns = [{{ name = 'x', type = '{ty}' }}]\n");
        assert!(load(&[("tables/t.toml".into(), text)]).is_ok(), "{ty}");
    }
    for ty in [
        "",
        "string",
        "int64",
        "tinyint",
        "text[][]",
        "numeric(0)",
        "varchar(0)",
        "timestamp(7)",
        "text; drop",
        "xml",
        "regclass",
        "int(4)",
    ] {
        let text = format!("[table.'a.b']\nwarehouse = 'w'\ncolumns = [{{ name = 'x', type = '{ty}' }}]\n");
        assert!(load(&[("tables/t.toml".into(), text)]).is_err(), "{ty}");
    }
}

#[test]
fn the_version_tells_one_policy_from_another() {
    let one = loaded("[role.r]\n");
    assert_eq!(one.version.len(), 12);
    assert_eq!(one.version, loaded("[role.r]\n").version);
    assert_ne!(one.version, loaded("[role.r] \n").version);
    // Where one file ends and the next begins counts.
    let split = |a: &str, b: &str| version(&[("a.toml".into(), a.into()), ("b.toml".into(), b.into())]);
    assert_ne!(split("xy", ""), split("x", "y"));
    // Tests decide nothing.
    let mut with_case = files("[role.r]\n");
    with_case.push(("tests/x.toml".into(), "not read here".into()));
    assert_eq!(load(&with_case).unwrap().version, one.version);
}

#[test]
fn unknown_warehouses_and_secrets_are_problems_where_they_are_known() {
    let around = Surroundings { warehouses: Some(&["lakes"]), secrets: Some(&["unit"]), ..Surroundings::default() };
    let roles = "[role.r.grant.'exp.flags']\ncolumns = 'all'\nmask = { id = 'hmac(unti)' }\n";
    let found = load_within(&files(roles), around).unwrap_err();
    let hints: Vec<&str> = found.iter().filter_map(|problem| problem.hint.as_deref()).collect();
    assert_eq!(hints, ["did you mean \"unit\"?", "did you mean \"lakes\"?", "did you mean \"lakes\"?"]);
}

fn system(schema: &str, name: &str) -> RelationName {
    RelationName { schema: schema.into(), name: name.into() }
}

#[test]
fn what_is_revoked_is_inherited_where_a_role_says_nothing_of_it() {
    let policy = loaded(
        "[role.a]\nrevoke = { functions = ['pg_sleep'], relations = ['pg_locks'] }\n\
         [role.b]\nrevoke = { relations = ['information_schema.tables'] }\n\
         [role.both]\ninherits = ['a', 'b']\n\
         [role.own]\ninherits = ['a', 'b']\nrevoke = { relations = [] }\n",
    );
    let (locks, tables) = (system("pg_catalog", "pg_locks"), system("information_schema", "tables"));
    let both = &role(&policy, "both").revoked;
    assert_eq!(both.relations, [locks.clone(), tables.clone()].into());
    assert_eq!(both.functions, ["pg_sleep".to_owned()].into());
    let own = &role(&policy, "own").revoked;
    assert_eq!(own, &Revoked { functions: both.functions.clone(), relations: [].into() });

    let refusal = both.call("pg_sleep").unwrap_err();
    assert_eq!((refusal.sqlstate.code(), refusal.rule), ("42501", "revoked"));
    assert!(refusal.detail.is_some() && refusal.hint.is_some());
    assert_eq!(both.read(&locks).unwrap_err().message, "permission denied for relation pg_locks");
    assert!(both.call("lower").is_ok() && both.read(&system("pg_catalog", "tables")).is_ok());
    assert!(own.read(&locks).is_ok() && own.call("pg_sleep").is_err());
}

#[test]
fn what_is_revoked_must_be_there() {
    let (locks, tables) = (system("pg_catalog", "pg_locks"), system("information_schema", "tables"));
    let (functions, relations) = (["pg_sleep", "lower"].into(), [&locks, &tables].into());
    let around = Surroundings { functions: Some(&functions), system: Some(&relations), ..Surroundings::default() };
    let told = |revoke: &str| -> Vec<String> {
        let found = load_within(&files(&format!("[role.r]\nrevoke = {{ {revoke} }}\n")), around);
        found.err().unwrap_or_default().iter().map(ToString::to_string).collect()
    };
    for fine in [
        "functions = ['lower', 'pg_catalog.pg_sleep']",
        "relations = ['pg_locks', 'information_schema.tables']",
        "relations = ['pg_catalog.pg_locks']",
    ] {
        assert_eq!(told(fine), Vec::<String>::new(), "{fine}");
    }
    for (revoke, says) in [
        ("functions = ['pg_slep']", "there is no function \"pg_slep\" (did you mean \"pg_sleep\"?)"),
        ("functions = ['lower', 'lower']", "function \"lower\" is named twice"),
        ("functions = 'lower'", "must be a list"),
        ("functions = [1]", "must be a string"),
        ("relations = ['pg_lock']", "no system relation \"pg_catalog.pg_lock\" (did you mean \"pg_locks\"?)"),
        ("relations = ['exp.flags']", "there is no system relation \"exp.flags\""),
        ("relations = ['pg_locks', 'pg_catalog.pg_locks']", "relation \"pg_catalog.pg_locks\" is named twice"),
        ("relation = []", "did you mean \"relations\"?"),
    ] {
        let found = told(revoke);
        assert!(found.len() == 1 && found[0].starts_with("roles.toml:2: ") && found[0].contains(says), "{found:?}");
    }
}

#[test]
fn a_case_is_what_its_file_says() {
    let text = "[[case]]\nname = 'n'\nrole = 'r'\nsql = 'SELECT 1'\nexpect = 'allowed'\n[[case]]\nname = 'm'\nrole = 'r'\nuser = 'ann'\nsql = 'SELECT x'\nexpect = '42703'\nsends = ['a >= ']\n";
    let read = cases(&[("tests/a.toml".into(), text.into())]).unwrap();
    assert_eq!((read[0].line, &read[0].expect), (1, &Expectation::Allowed));
    assert_eq!(read[1].expect, Expectation::Refused("42703".into()));
    assert_eq!((read[1].user.as_deref(), read[1].sends.len()), (Some("ann"), 1));
    let wrong = cases(&[("tests/a.toml".into(), text.replace("42703", "refused"))]).unwrap_err();
    assert_eq!(wrong.len(), 1);
}
