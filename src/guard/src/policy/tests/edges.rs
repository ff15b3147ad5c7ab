//! The edges of what a policy may say: kinds of values, names, types, masks.

use super::*;

#[test]
fn a_value_of_another_kind_is_a_problem_and_never_a_default() {
    for (text, problem) in [
        ("require_pushdown = 'true'", "\"role.r.require_pushdown\" must be true or false, and is a string"),
        ("require_pushdown = 1", "\"role.r.require_pushdown\" must be true or false, and is a number"),
        ("comment = 1.5", "\"role.r.comment\" must be a string, and is a number with a fraction"),
        ("comment = true", "\"role.r.comment\" must be a string, and is true or false"),
        ("comment = 2026-11-01", "\"role.r.comment\" must be a string, and is a date or time"),
        ("comment = ['a']", "\"role.r.comment\" must be a string, and is a list"),
        ("comment = { a = 1 }", "\"role.r.comment\" must be a string, and is a table"),
        ("inherits = 'r'", "\"role.r.inherits\" must be a list, and is a string"),
        ("window = '7d'", "\"role.r.window\" must be a table, and is a string"),
        ("window = { max = 7 }", "\"role.r.window.max\" must be a string, and is a number"),
        ("limits = { rows = '5' }", "\"role.r.limits.rows\" must be a whole number from 0, and is a string"),
        ("limits = { rows = -1 }", "\"role.r.limits.rows\" must be a whole number from 0, and is a number"),
        ("limits = { concurrency = 0 }", "\"role.r.limits.concurrency\" must be from 1 to 100000"),
        ("limits = { concurrency = 100001 }", "\"role.r.limits.concurrency\" must be from 1 to 100000"),
        (
            "limits = { statements_per_minute = 0 }",
            "\"role.r.limits.statements_per_minute\" must be from 1 to 18446744073709551615",
        ),
        ("work = 'never'", "\"role.r.work\" can't be \"never\""),
        ("grant = 1", "\"role.r.grant\" must be a table, and is a number"),
    ] {
        let found = problems(&format!("[role.r]\n{text}\n"));
        assert!(matches!(found.as_slice(), [one] if one.contains(problem)), "{text}: {found:#?}");
    }
    let within = loaded("[role.r]\nlimits = { bytes = 5, memory = '1KiB', concurrency = 100_000, rows = 'none' }\n");
    let limits = role(&within, "r").limits;
    assert_eq!(
        (limits.bytes, limits.memory, limits.concurrency, limits.rows),
        (Some(5), Some(1024), Some(100_000), None)
    );
}

#[test]
fn a_grants_value_of_another_kind_is_a_problem_and_never_a_default() {
    for text in [
        "columns = 1",
        "columns = { except = 'id' }",
        "columns = { }",
        "columns = []",
        "columns = { except = ['id', 'at', 'day', 'namespace', 'amount'] }",
        "columns = ['id', 'id']",
        "columns = [1]",
        "columns = 'all'\nrows = 1",
        "columns = 'all'\nrows = true",
        "columns = 'all'\nmask = 'sha256'",
        "columns = 'all'\nmask = { id = 1 }",
        "columns = 'all'\nwindow = true",
        "columns = 'all'\nwindow = 'never'",
        "rows = \"id = 'x'\"",
    ] {
        let found = problems(&format!("[role.r.grant.'exp.flags']\n{text}\n"));
        assert!(!found.is_empty(), "{text}");
    }
}

/// The problems of a file of table contracts.
fn of_tables(text: &str) -> Vec<String> {
    load(&[("tables/t.toml".into(), text.into())]).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

fn of_columns(columns: &str, partition: &str) -> Vec<String> {
    of_tables(&format!("[table.'a.b']\nwarehouse = 'w'\ncolumns = [{columns}]\n{partition}\n"))
}

#[test]
fn roles_have_names_that_postgresql_would_take() {
    let longest = "a".repeat(63);
    for name in ["a", "_a", "a1", "a-b.c_d", longest.as_str()] {
        assert_eq!(problems(&format!("[role.'{name}']\n")), Vec::<String>::new(), "{name}");
    }
    let too_long = "a".repeat(64);
    for name in ["A", "1a", "-a", "a b", "a$", "pg_a", "public", "none", too_long.as_str(), "\u{e9}", ""] {
        assert_eq!(problems(&format!("[role.'{name}']\n")).len(), 1, "{name}");
    }
}

#[test]
fn what_is_there_twice_is_a_problem() {
    let two = |a: (&str, &str), b: (&str, &str)| {
        let mut files = files("");
        files.extend([(a.0.to_owned(), a.1.to_owned()), (b.0.to_owned(), b.1.to_owned())]);
        load(&files).err().unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let role = "[role.r]\n";
    assert_eq!(two(("a.toml", role), ("b.toml", role)), ["b.toml:1: role \"r\" is there already, at a.toml:1"]);
    let table = "[table.'exp.x']\nwarehouse = 'lake'\ncolumns = [{ name = 'a', type = 'text' }]\n";
    let found = two(("tables/a.toml", table), ("tables/b.toml", table));
    assert_eq!(found, ["tables/b.toml:1: table \"exp.x\" has a contract already, at tables/a.toml:1"]);
    let twice = "[role.r.grant.'exp.flags']\ncolumns = 'all'\n[role.r.grant.'EXP.flags']\ncolumns = 'all'\n";
    assert_eq!(problems(twice).len(), 1, "{:?}", problems(twice));
    let twice = "[role.r.grant.'exp.flags']\ncolumns = ['id', 'id']\n";
    assert!(problems(twice)[0].ends_with("column \"id\" is named twice"), "{:?}", problems(twice));
}

#[test]
fn a_default_window_may_be_as_wide_as_the_widest_and_no_wider() {
    let window = |text: &str| problems(&format!("[role.r]\nwindow = {{ {text} }}\n"));
    assert_eq!(window("default = '7d', max = '7d'"), Vec::<String>::new());
    assert_eq!(window("default = '7d', max = '8d'"), Vec::<String>::new());
    assert_eq!(
        window("default = '8d', max = '7d'"),
        ["roles.toml:1: the default window of role \"r\" is wider than its max"]
    );
}

#[test]
fn a_secret_that_is_known_is_no_problem() {
    let around = Surroundings { warehouses: Some(&["lake"]), secrets: Some(&["unit"]), ..Surroundings::default() };
    let roles = "[role.r.grant.'exp.flags']\ncolumns = 'all'\nmask = { id = 'hmac(unit)' }\n";
    assert!(load_within(&files(roles), around).is_ok());
}

#[test]
fn a_required_window_is_required_where_there_is_a_partition() {
    let policy = loaded("[role.r.grant.'exp.flags']\ncolumns = 'all'\nwindow = 'required'\n");
    assert!(role(&policy, "r").grants[&flags()].window_required);
}

#[test]
fn tables_and_columns_have_names_that_postgresql_keeps_whole() {
    let table = |name: &str| {
        of_tables(&format!("[table.'{name}']\nwarehouse = 'w'\ncolumns = [{{ name = 'a', type = 'text' }}]\n"))
    };
    let longest = "a".repeat(63);
    for name in ["a.b", "_a._b", "a1.b2", "a$.b_c", format!("{longest}.{longest}").as_str()] {
        assert_eq!(table(name), Vec::<String>::new(), "{name}");
    }
    let too_long = format!("a.{longest}a");
    for name in [
        "a",
        "a.b.c",
        "a.",
        ".b",
        "1a.b",
        "a.1b",
        "a.b-c",
        "a b.c",
        "pg_catalog.x",
        "pg_x.y",
        "information_schema.x",
        too_long.as_str(),
        "a.\u{e9}",
    ] {
        assert!(!table(name).is_empty(), "{name}");
    }
    let column = |name: &str| of_columns(&format!("{{ name = \"{name}\", type = 'text' }}"), "");
    for name in ["a", "A b", longest.as_str()] {
        assert_eq!(column(name), Vec::<String>::new(), "{name}");
    }
    for name in ["", "ctid", "xmin", "tableoid", "a\\u0000b", format!("{longest}a").as_str()] {
        assert!(!column(name).is_empty(), "{name}");
    }
    assert_eq!(of_columns("", "").len(), 1);
}

#[test]
fn types_have_the_lengths_that_postgresql_lets_them_have() {
    let ty = |ty: &str| of_columns(&format!("{{ name = 'a', type = '{ty}' }}"), "").is_empty();
    for good in [
        "float(1)",
        "float(53)",
        "timestamp(6)",
        "timestamptz(0)",
        "numeric(1000)",
        "numeric(1000, 1000)",
        "numeric(3, -2)",
        "char(10485760)",
    ] {
        assert!(ty(good), "{good}");
    }
    for bad in [
        "float(0)",
        "float(54)",
        "timestamp(7)",
        "numeric(1001)",
        "numeric(0, 0)",
        "numeric(3, 1001)",
        "numeric(1001, 2)",
        "char(10485761)",
        "xml[]",
        "char(10485761)[]",
        "name(5)",
    ] {
        assert!(!ty(bad), "{bad}");
    }
}

#[test]
fn a_partition_is_a_time_or_the_day_of_one() {
    let columns = "{ name = 't', type = 'timestamptz' }, { name = 'u', type = 'timestamp' }, { name = 'd', type = 'date' }, { name = 'x', type = 'text' }";
    let partition = |text: &str| of_columns(columns, &format!("partition = {{ {text} }}"));
    for good in [
        "column = 't'",
        "column = 'u'",
        "column = 'd'",
        "column = 'd', of = 't', grain = 'day'",
        "column = 'd', of = 'u'",
        "column = 't', of = 't'",
    ] {
        assert_eq!(partition(good), Vec::<String>::new(), "{good}");
    }
    let grain = |text: &str| {
        let text = format!("[table.\"exp.t\"]\nwarehouse = 'lake'\ncolumns = [{columns}]\npartition = {{ {text} }}\n");
        let policy = load(&[("tables/t.toml".to_owned(), text)]).unwrap();
        let [table] = policy.tables.values().collect::<Vec<_>>()[..] else { panic!("one table") };
        table.partition.as_ref().map(|partition| partition.grain)
    };
    assert_eq!(grain("column = 'd', of = 'u'"), Some(Grain::Day));
    assert_eq!(grain("column = 't', of = 't'"), Some(Grain::Instant));
    assert_eq!(grain("column = 't'"), Some(Grain::Instant));
    for (bad, told) in [
        ("column = 'x'", "the time column \"x\" must be a timestamp"),
        ("column = 't', of = 'u', grain = 'day'", "the partition column \"t\" must be a date"),
        ("column = 'd', of = 'x', grain = 'day'", "the time column \"x\" must be a timestamp"),
        ("column = 'd', of = 'd', grain = 'day'", "grain is for a partition column with \"of\""),
        ("column = 't', grain = 'day'", "grain is for a partition column with \"of\""),
        ("column = 'd', of = 'tt'", "the table has no column \"tt\""),
        ("column = 'dd'", "the table has no column \"dd\""),
        ("column = 'd', of = 't', grain = 'hour'", "can't be \"hour\""),
    ] {
        let found = partition(bad);
        assert!(matches!(found.as_slice(), [one] if one.contains(told)), "{bad}: {found:?}");
    }
}

#[test]
fn each_mask_is_for_its_types_alone() {
    let types = [
        "text",
        "char(3)",
        "character(3)",
        "varchar(3)",
        "character varying(3)",
        "name",
        "bpchar",
        "int",
        "int2",
        "int4",
        "int8",
        "smallint",
        "integer",
        "bigint",
        "uuid",
        "date",
        "timestamp",
        "timestamptz",
        "numeric",
        "decimal(3)",
        "real",
        "float",
        "float4",
        "float8",
        "double precision",
        "bool",
        "bytea",
        "jsonb",
        "text[]",
        "interval",
    ];
    let (text, whole, fraction) = (&types[..7], &types[7..14], &types[18..25]);
    let (moment, id) = (&types[15..18], &types[14..15]);
    for (mask, fits) in [
        ("null", vec![&types[..]]),
        ("sha256", vec![text, whole, id]),
        ("hmac(k)", vec![text, whole, id]),
        ("constant:''x''", vec![text]),
        ("keep:2", vec![text]),
        ("day", vec![moment]),
        ("bucket:10", vec![whole, fraction]),
    ] {
        for ty in types {
            let tables = format!("[table.'a.b']\nwarehouse = 'w'\ncolumns = [{{ name = 'x', type = '{ty}' }}]\n");
            let roles =
                format!("[role.r.grant.'a.b']\ncolumns = 'all'\nmask = {{ x = \"{}\" }}\n", mask.replace("''", "'"));
            let found = load(&[("r.toml".into(), roles), ("tables/t.toml".into(), tables)]).err().unwrap_or_default();
            let wanted = fits.iter().any(|types| types.contains(&ty));
            assert_eq!(found.is_empty(), wanted, "{mask} over {ty}: {found:?}");
            assert!(found.iter().all(|problem| problem.message.contains(" is for ")), "{found:?}");
        }
    }
}

#[test]
fn a_session_looks_into_its_roles_schemas_and_public() {
    let policy =
        loaded("[role.r.grant.'exp.flags']\ncolumns = 'all'\n[role.r.grant.'exp.events']\ncolumns = 'all'\n[role.s]\n");
    assert_eq!(role(&policy, "r").home_schemas(), ["exp", "public"]);
    assert_eq!(role(&policy, "s").home_schemas(), ["public"]);
    let text = "[table.'public.x']\nwarehouse = 'w'\ncolumns = [{ name = 'a', type = 'text' }]\n";
    let grant = "[role.r.grant.'public.x']\ncolumns = 'all'\n";
    let policy = load(&[("r.toml".into(), grant.into()), ("tables/t.toml".into(), text.into())]).unwrap();
    assert_eq!(role(&policy, "r").home_schemas(), ["public"]);
}

#[test]
fn what_a_policy_says_stands_where_it_was_written() {
    let policy =
        loaded("[role.r.grant.'exp.flags']\ncolumns = 'all'\nrows = \"id = 'x'\"\n[role.s]\ninherits = ['r']\n");
    assert_eq!(policy.places.table(&flags()).unwrap().to_string(), "tables/t.toml:2");
    assert_eq!(policy.places.column(&flags(), "at").unwrap().to_string(), "tables/t.toml:7");
    assert!(policy.places.column(&flags(), "nothing").is_none());
    let grants: Vec<String> = policy
        .places
        .grants()
        .map(|(role, table, places)| format!("{role} {table} {} {}", places.grant, places.rows.as_ref().unwrap()))
        .collect();
    assert_eq!(grants, ["r exp.flags roles.toml:1 roles.toml:3"]);
}

#[test]
fn the_version_is_made_of_each_name_and_each_text() {
    let of = |files: &[(&str, &str)]| {
        version(&files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect::<Vec<_>>())
    };
    assert_ne!(of(&[("a", "bc")]), of(&[("a", "bd")]));
    assert_ne!(of(&[("a", "bc")]), of(&[("ab", "c")]));
    assert_ne!(of(&[("a", "b"), ("c", "d")]), of(&[("ab", "cd")]));
    assert_eq!(of(&[("a", "b"), ("c", "d")]), of(&[("c", "d"), ("a", "b")]));
}

#[test]
fn a_case_expects_a_sqlstate_as_postgresql_writes_it() {
    for (expect, good) in
        [("42703", true), ("XX000", true), ("4270", false), ("427033", false), ("4270x", false), ("42-03", false)]
    {
        let text = format!("[[case]]\nname = 'n'\nrole = 'r'\nsql = 'SELECT 1'\nexpect = '{expect}'\n");
        assert_eq!(cases(&[("tests/a.toml".into(), text)]).is_ok(), good, "{expect}");
    }
}
