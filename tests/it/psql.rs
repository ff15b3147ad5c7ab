//! psql's backslash commands: each of them answers, and `\\d` tells what the role may see.

use crate::gateway::Gateway;
use std::fmt::Write as _;
use std::process::Command;

/// Those that look something up in the catalogs. PostgreSQL's own psql says of some that it found nothing, which is no error.
const COMMANDS: &[&str] = &[
    r"\d",
    r"\d exp.flag_evaluations",
    r"\d+ exp.flag_evaluations",
    r"\d pg_class",
    r"\d+ pg_class",
    r"\dt",
    r"\dt+",
    r"\dt exp.*",
    r"\dt+ exp.*",
    r"\dn",
    r"\dn+",
    r"\df",
    r"\df lower",
    r"\df+ lower",
    r"\l",
    r"\l+",
    r"\du",
    r"\du+",
    r"\dg",
    r"\dg+",
    r"\dv",
    r"\dv+",
    r"\dm",
    r"\dm+",
    r"\di",
    r"\di+",
    r"\ds",
    r"\ds+",
    r"\dE",
    r"\dE+",
    r"\dT",
    r"\dT+",
    r"\do",
    r"\do+",
    r"\dp",
    r"\dp exp.*",
    r"\z",
    r"\dy",
    r"\dd",
    r"\dL",
    r"\dL+",
    r"\dD",
    r"\dD+",
    r"\dX",
    r"\db",
    r"\db+",
    r"\dC",
    r"\dC+",
    r"\dc",
    r"\dc+",
    r"\dF",
    r"\dFd",
    r"\dFp",
    r"\dFt",
    r"\dO",
    r"\dO+",
    r"\dx",
    r"\des",
    r"\dew",
    r"\det",
    r"\dRp",
    r"\dA",
    r"\dAc",
    r"\dAf",
    r"\dAo",
    r"\dAp",
    r"\drds",
    r"\dconfig",
    r"\da",
    r"\dP",
    r"\dl",
    r"\conninfo",
    r"\dF+",
    r"\dFd+",
    r"\dFp+",
    r"\dFt+",
    r"\des+",
    r"\dew+",
    r"\det+",
    r"\dRp+",
    r"\dA+",
    r"\dAc+",
    r"\dAf+",
    r"\dAo+",
    r"\dAp+",
    r"\dx+",
    r"\dy+",
    r"\dP+",
    r"\ddp",
    r"\dconfig+ work*",
    r"\lo_list+",
    r"\dX+",
    r"\dvS+",
    r"\d+ pg_index",
    r"\dp *.*",
];

/// What psql prints, and whether it complained.
fn psql(script: &str) -> Option<(String, String)> {
    let program = std::env::var_os("TOLLGATE_TEST_PSQL").unwrap_or_else(|| "psql".into());
    let gateway = Gateway::shared();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("script.sql");
    std::fs::write(&file, script).unwrap();
    let output = Command::new(program)
        .args(["-X", "-A", "-t", "-v", "VERBOSITY=verbose", "-h", "127.0.0.1", "-U", "analyst", "-d", "tollgate"])
        .args(["-p", &gateway.port.to_string(), "-f"])
        .arg(&file)
        .env("PGPASSWORD", "demo")
        .output();
    match output {
        Ok(output) => Some((
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )),
        Err(_) => {
            eprintln!("SKIPPED: psql is not installed");
            None
        }
    }
}

#[test]
fn every_backslash_command_answers() {
    let mut script = String::new();
    for command in COMMANDS {
        writeln!(script, "\\warn @@ {command}\n{command}").unwrap();
    }
    script.push_str("\\warn @@ end\n");
    let Some((_, complaints)) = psql(&script) else { return };
    assert!(complaints.contains("@@ end"), "psql did not come to its end:\n{complaints}");
    let mut command = "";
    let mut failures = Vec::new();
    for line in complaints.lines() {
        match line.split_once("@@ ") {
            Some((_, next)) => command = next,
            None if line.contains("ERROR:") || line.contains("FATAL:") => failures.push(format!("{command}: {line}")),
            None => {}
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The columns, types and nullability that the role's grant leaves of the table.
#[test]
fn a_table_is_described_as_the_role_may_see_it() {
    let script = "\\d exp.flag_evaluations\n\\echo @@\nSELECT column_name, data_type, '', \
        CASE is_nullable WHEN 'NO' THEN 'not null' ELSE '' END, coalesce(column_default, '') \
        FROM information_schema.columns WHERE table_schema = 'exp' AND table_name = 'flag_evaluations' \
        ORDER BY ordinal_position;\n";
    let Some((said, complaints)) = psql(script) else { return };
    assert!(!complaints.contains("ERROR"), "{complaints}");
    let (described, known) = said.split_once("@@\n").unwrap();
    assert!(described.contains("unit_id_hash") && described.lines().count() > 5, "{described}");
    assert_eq!(described, known);
}

#[test]
fn results_can_be_described_and_crossed() {
    let script = "SELECT 1 AS a, now() AS b, 'x' AS c \\gdesc\n\
        SELECT * FROM (VALUES ('r1', 'c1', 1), ('r1', 'c2', 2), ('r2', 'c1', 3)) v(r, c, x) \\crosstabview\n";
    let Some((said, complaints)) = psql(script) else { return };
    assert_eq!(complaints, "");
    assert_eq!(said, "a|integer\nb|timestamp with time zone\nc|text\nr1|1|2\nr2|3|\n");
}
