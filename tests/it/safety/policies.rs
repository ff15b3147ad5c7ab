//! Policies: what does not hold over its tables is told with file and line before any statement asks, and a reload of it leaves the old version running.

use crate::gateway::Gateway as Demo;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use tollgate::demo::{Progress, Recipe};

/// A folder with a small lake, the sample policies and a configuration.
struct Installation(tempfile::TempDir);

impl Installation {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
        for sub in ["", "tables", "tests"] {
            std::fs::create_dir_all(dir.path().join("policies").join(sub)).unwrap();
            for entry in std::fs::read_dir(repository.join(sub)).unwrap().map(Result::unwrap) {
                if entry.path().is_file() {
                    std::fs::copy(entry.path(), dir.path().join("policies").join(sub).join(entry.file_name())).unwrap();
                }
            }
        }
        let last_day = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap();
        let recipe = Recipe { rows: 300, seed: 7, last_day, days: 91 };
        tollgate::demo::make(&dir.path().join("lake"), &recipe, &Progress::default()).unwrap();
        let config = "[server]\nlisten = \"127.0.0.1:0\"\n\n[[warehouse]]\nname = \"lake\"\nkind = \"embedded\"\npath = \"lake\"\n";
        std::fs::write(dir.path().join("tollgate.toml"), config).unwrap();
        Self(dir)
    }

    fn policy(&self, name: &str) -> PathBuf {
        self.0.path().join("policies").join(name)
    }

    /// Runs a command with a policy file changed, and puts the file back.
    fn with(&self, name: &str, from: &str, to: &str, arguments: &[&str]) -> Output {
        let before = std::fs::read_to_string(self.policy(name)).unwrap();
        assert!(before.contains(from), "{from}");
        std::fs::write(self.policy(name), before.replacen(from, to, 1)).unwrap();
        let output = self.run(arguments);
        std::fs::write(self.policy(name), before).unwrap();
        output
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let config = self.0.path().join("tollgate.toml");
        let mut command = Command::new(env!("CARGO_BIN_EXE_tollgate"));
        command.args(arguments).arg("--config").arg(config).stdin(Stdio::null()).output().unwrap()
    }

    /// The line of a policy file that has these words, as a problem names it.
    fn place(&self, name: &str, words: &str) -> String {
        let text = std::fs::read_to_string(self.policy(name)).unwrap();
        let line = text.lines().position(|line| line.contains(words)).unwrap() + 1;
        format!("{}:{line}: ", self.policy(name).display())
    }
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_policy_that_does_not_hold_is_told_with_its_place_and_the_nearest_word() {
    let installation = Installation::new();
    let rows = "rows = \"namespace = 'checkout'\"";
    let place = installation.place("analyst.toml", "rows = \"namespace");
    for (to, says) in [
        ("namespac = 'checkout'", "the table has no column \"namespac\" (did you mean \"namespace\"?)"),
        ("lowr(namespace) = 'x'", "function lowr(text) does not exist (did you mean \"lower\"?)"),
        ("lower(manifest_version) = 'x'", "function lower(bigint) does not exist"),
        ("namespace", "must be type boolean, not type text"),
        ("namespace = manifest_version", "operator does not exist: text = bigint"),
        ("manifest_version = 'checkout'", "invalid input syntax for type bigint"),
        ("generate_series(1, 2) = 1", "set-returning functions are not allowed"),
        ("row_number() OVER () = 1", "a row filter can't have aggregate or window calls"),
    ] {
        for command in [&["check", "--offline"][..], &["serve"]] {
            let output = installation.with("analyst.toml", rows, &format!("rows = \"{to}\""), command);
            let words = complaint(&output);
            assert_eq!(output.status.code(), Some(1), "{to}: {words}");
            assert!(words.starts_with(&place) && words.contains(says), "{to}: {words}");
        }
    }
    let mask = installation.with("analyst.toml", "= \"sha256\"", "= \"day\"", &["check", "--offline"]);
    let (place, words) = (installation.place("analyst.toml", "mask = "), complaint(&mask));
    assert!(words.starts_with(&place) && words.contains("is for dates and timestamps"), "{words}");
}

#[test]
fn a_policy_test_must_be_one_of_a_role_that_is_there() {
    let installation = Installation::new();
    let first = installation.place("tests/analyst.toml", "[[case]]");
    for (from, to, says) in [
        ("role = \"analyst\"", "role = \"analist\"", "there is no role \"analist\" (did you mean \"analyst\"?)"),
        ("GROUP BY 1, 2", "GROUP GROUP", "its statement can't be allowed: syntax error"),
    ] {
        for command in [&["check", "--offline"][..], &["serve"]] {
            let output = installation.with("tests/analyst.toml", from, to, command);
            let words = complaint(&output);
            assert_eq!(output.status.code(), Some(1), "{to}: {words}");
            assert!(words.starts_with(&first) && words.contains(says), "{to}: {words}");
        }
    }
}

#[test]
fn check_tells_where_its_findings_stand() {
    let installation = Installation::new();
    let output = installation.run(&["check"]);
    assert!(output.status.success(), "{}", complaint(&output));
    let first = installation.place("tests/analyst.toml", "[[case]]");
    for sends in ["_partition_date >= ", "namespace = 'checkout'", "FROM flag_evaluations"] {
        let with = format!("--since 7d\"\nsends = [\"{sends}\"]\n");
        let output = installation.with("tests/analyst.toml", "--since 7d\"\n", &with, &["check"]);
        assert!(output.status.success(), "{}", complaint(&output));
    }
    let with = "--since 7d\"\nsends = [\"request_id\"]\n";
    let output = installation.with("tests/analyst.toml", "--since 7d\"\n", with, &["check"]);
    let words = complaint(&output);
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert!(words.starts_with(&first) && words.contains("\"request_id\" is not in what is sent: SELECT "), "{words}");

    let column = "{ name = \"sdk_name\"";
    let place = installation.place("tables/exp.toml", column);
    let output = installation.with("tables/exp.toml", column, "{ name = \"sdk_nam\"", &["check"]);
    let words = complaint(&output);
    let says = "the warehouse has no column \"sdk_nam\" (did you mean \"sdk_name\"?)";
    assert!(words.starts_with(&place) && words.contains(says), "{words}");
    let table = installation.place("tables/exp.toml", "[table.\"exp.events\"]");
    let output = installation.with("tables/exp.toml", "source = \"events\"", "source = \"evnts\"", &["check"]);
    let words = complaint(&output);
    assert!(words.contains(&table), "{words}");
}

/// Asks until the answer is this one.
async fn becomes(client: &tokio_postgres::Client, sql: &str, wanted: impl Fn(&Result<String, String>) -> bool) {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let found = one(client, sql).await;
        if wanted(&found) {
            return;
        }
        assert!(Instant::now() < until, "{sql} stays {found:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The first value, or the SQLSTATE.
async fn one(client: &tokio_postgres::Client, sql: &str) -> Result<String, String> {
    let messages = client.simple_query(sql).await.map_err(|error| error.code().unwrap().code().to_owned())?;
    let row = messages.iter().find_map(|message| match message {
        tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
        _ => None,
    });
    Ok(row.unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reload_of_what_does_not_hold_keeps_the_old_version() {
    let gateway = Demo::start();
    let client = gateway.connect("analyst").await;
    let version = one(&client, "SHOW tollgate.policy_version").await.unwrap();
    let file = gateway.dir.path().join("demo/policies/analyst.toml");
    let good = std::fs::read_to_string(&file).unwrap();
    let hang_up = || Command::new("kill").args(["-HUP", &gateway.pid().to_string()]).status().unwrap();

    std::fs::write(&file, good.replace("namespace = 'checkout'", "lowr(namespace) = 'checkout'")).unwrap();
    assert!(hang_up().success());
    let until = Instant::now() + Duration::from_secs(60);
    let told = "function lowr(text) does not exist";
    while !gateway.log().contains(told) {
        assert!(Instant::now() < until, "nothing was said: {}", gateway.log());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let log = gateway.log();
    let line = log.lines().find(|line| line.contains(told)).unwrap();
    assert!(line.contains("not reloaded") && line.contains("analyst.toml:8: ") && line.contains(&version), "{line}");
    assert_eq!(one(&client, "SHOW tollgate.policy_version").await.as_ref(), Ok(&version));
    let hidden = "SELECT count(*) FROM exp.flag_evaluations WHERE namespace <> 'checkout' --since 80d";
    assert_eq!(one(&client, hidden).await.as_deref(), Ok("0"));

    // A good one takes its place for sessions that are there, by itself.
    std::fs::write(&file, good.replace("namespace = 'checkout'", "namespace <> 'checkout'")).unwrap();
    becomes(&client, "SHOW tollgate.policy_version", |found| found.as_ref().is_ok_and(|now| *now != version)).await;
    becomes(&client, hidden, |found| found.as_ref().is_ok_and(|count| count != "0")).await;
}

#[test]
fn what_is_documented_of_policies_reads_as_one() {
    let text = include_str!("../../../docs/policies.md");
    let blocks: Vec<&str> = text.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    let [tables, roles, tests] = blocks.as_slice() else { panic!("{} blocks", blocks.len()) };
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let files = [file("tables/t.toml", tables), file("roles.toml", roles)];
    let policy = guard::policy::load(&files).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!((policy.roles.len(), policy.tables.len()), (2, 1));
    assert_eq!(guard::policy::cases(&[file("tests/t.toml", tests)]).unwrap().len(), 1);

    // The names that it revokes are there.
    let revoke = roles.lines().find(|line| line.starts_with("revoke")).unwrap();
    let installation = Installation::new();
    let to = format!("[role.analyst]\n{revoke}");
    let output = installation.with("analyst.toml", "[role.analyst]", &to, &["check", "--offline"]);
    assert!(output.status.success(), "{}", complaint(&output));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_reload_revokes_is_refused_to_sessions_and_statements_that_are_there() {
    let gateway = Demo::start();
    let client = gateway.connect("analyst").await;
    let version = one(&client, "SHOW tollgate.policy_version").await.unwrap();
    let (settings, locks) = ("SELECT count(*) > 0 FROM pg_settings", "SELECT count(*) FROM pg_locks");
    let calls = "SELECT count(*) > 0 FROM pg_show_all_settings()";
    let prepared = client.prepare(settings).await.unwrap();
    for (sql, answer) in [(settings, "t"), (locks, "0"), (calls, "t")] {
        assert_eq!(one(&client, sql).await.as_deref(), Ok(answer), "{sql}");
    }

    let file = gateway.dir.path().join("demo/policies/analyst.toml");
    let revoke = "[role.analyst]\nrevoke = { functions = [\"pg_show_all_settings\"], relations = [\"pg_locks\", \"pg_settings\"] }";
    let text = std::fs::read_to_string(&file).unwrap().replacen("[role.analyst]", revoke, 1);
    std::fs::write(&file, text).unwrap();
    becomes(&client, "SHOW tollgate.policy_version", |found| found.as_ref().is_ok_and(|now| *now != version)).await;
    for sql in [settings, locks, calls] {
        assert_eq!(one(&client, sql).await.unwrap_err(), "42501", "{sql}");
    }
    assert_eq!(client.query(&prepared, &[]).await.unwrap_err().code().unwrap().code(), "42501");
    for (held, answer) in [
        ("has_table_privilege('pg_settings', 'SELECT')", "f"),
        ("has_table_privilege('pg_catalog.pg_locks'::regclass, 'SELECT')", "f"),
        ("has_any_column_privilege('pg_locks', 'SELECT')", "f"),
        ("has_function_privilege('pg_show_all_settings()', 'EXECUTE')", "f"),
        ("has_table_privilege('pg_class', 'SELECT')", "t"),
        ("has_function_privilege('lower(text)', 'EXECUTE')", "t"),
        ("has_table_privilege('exp.events', 'SELECT')", "t"),
    ] {
        assert_eq!(one(&client, &format!("SELECT {held}")).await.as_deref(), Ok(answer), "{held}");
    }
    // Another role has what it had.
    assert_eq!(one(&gateway.connect("engineer").await, settings).await.as_deref(), Ok("t"));
}

#[test]
fn a_revoked_name_that_stands_for_nothing_is_told_with_its_place() {
    let installation = Installation::new();
    for (revoke, says) in [
        (
            "functions = [\"pg_backend_pd\"]",
            "there is no function \"pg_backend_pd\" (did you mean \"pg_backend_pid\"?)",
        ),
        ("relations = [\"pg_lock\"]", "(did you mean \"pg_locks\"?)"),
        // What no role may read is not there to be revoked.
        ("relations = [\"pg_authid\"]", "there is no system relation \"pg_catalog.pg_authid\""),
    ] {
        let to = format!("[role.analyst]\nrevoke = {{ {revoke} }}");
        for command in [&["check", "--offline"][..], &["serve"]] {
            let output = installation.with("analyst.toml", "[role.analyst]", &to, command);
            let words = complaint(&output);
            assert_eq!(output.status.code(), Some(1), "{revoke}: {words}");
            let place = format!("{}:2: ", installation.policy("analyst.toml").display());
            assert!(words.starts_with(&place) && words.contains(says), "{revoke}: {words}");
        }
    }
}

#[test]
fn a_difference_between_policies_is_told_line_by_line() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/safety/diff");
    let diff = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tollgate"));
        command.args(["policy", "diff"]).args(arguments).current_dir(&folder).output().unwrap()
    };
    let output = diff(&["old", "new"]);
    let (found, golden) = (String::from_utf8(output.stdout).unwrap(), folder.join("expected.txt"));
    if std::env::var_os("TOLLGATE_UPDATE").is_some() {
        std::fs::write(&golden, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(&golden).unwrap());
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(diff(&["--deny-widening", "old", "new"]).status.code(), Some(1));
    let same = diff(&["--deny-widening", "new", "new"]);
    assert_eq!((same.stdout.len(), same.status.code()), (0, Some(0)));
    let missing = diff(&["old", "gone"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(complaint(&missing).starts_with("gone"), "{}", complaint(&missing));
    assert_eq!(diff(&["old"]).status.code(), Some(2));
}
