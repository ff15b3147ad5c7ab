//! What is written for each kind of warehouse, statement by statement: `tests/pushdown/dialects/*.t`. No server is asked; gate 3 reads each text before it is shown.
//!
//! A statement, and for each dialect what is sent for it or why it is not sent whole. `@role` before a statement says who asks; it is `admin` otherwise. What has parameters is written with them, and with its windows, left
//! open; where the warehouse takes none, with values of ours. With `TOLLGATE_UPDATE` set the files are written anew.

use super::ready::{Texts, has_windows, may_be_ready};
use super::{Prepared, StatementContext, Subject};
use crate::audit::AuditLog;
use crate::catalog::Alone;
use crate::config::{Audit, AuditFile, AuditSync, Config, Environment};
use crate::functions::settings::NoSettings;
use crate::pipeline::OnRowLimit;
use crate::plan::deadline::Patience;
use crate::types::{Display, PgType};
use crate::warehouse::remote::Tag;
use crate::world::{Services, World};
use chrono::{DateTime, Utc};
use datafusion::common::ScalarValue;
use guard::parse::{Directives, parse};
use guard::policy::RoleName;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

/// When the statements are asked.
const NOW: &str = "2026-11-21T12:00:00Z";

/// The sample policies, and those of the golden files, in one folder.
fn policies() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::create_dir(dir.path().join("tables")).unwrap();
    for part in ["policies", "policies/tables", "tests/pushdown/policies", "tests/pushdown/policies/tables"] {
        for file in std::fs::read_dir(folder.join(part)).unwrap().map(Result::unwrap) {
            if file.path().is_file() {
                let place = if part.ends_with("tables") { "tables" } else { "" };
                std::fs::copy(file.path(), dir.path().join(place).join(file.file_name())).unwrap();
            }
        }
    }
    dir
}

/// Those policies over a warehouse of that kind, which is never asked.
fn world(kind: &str, services: &Arc<Services>) -> Arc<World> {
    let (policies, dir) = (policies(), tempfile::tempdir().unwrap());
    let file = dir.path().join("tollgate.toml");
    let text = format!(
        "[server]\nlisten = \"127.0.0.1:0\"\n\n[policy]\ndir = \"{}\"\n\n[[warehouse]]\nname = \"lake\"\nkind = \"{kind}\"\nhost = \"127.0.0.1\"\n\
         port = 1\ndatabase = \"d\"\nuser = \"u\"\npassword = {{ env = \"PASSWORD\" }}\n\n\
         [secrets]\npepper = {{ env = \"PASSWORD\" }}\n",
        policies.path().display()
    );
    std::fs::write(&file, text).unwrap();
    let config = Config::load(&file, &Environment::from([("PASSWORD".to_owned(), "p".to_owned())])).unwrap();
    Arc::new(World::load(Arc::new(config), Arc::clone(services)).unwrap())
}

fn context(world: &World, role: &str) -> StatementContext {
    let now: DateTime<Utc> = NOW.parse().unwrap();
    let role = RoleName(role.to_owned());
    StatementContext {
        session: "golden".to_owned(),
        backend_pid: 0,
        user: "ann".to_owned(),
        search_path: world.role(&role).map(|role| role.home_schemas()).unwrap_or_default(),
        role,
        application_name: "tollgate".to_owned(),
        client_addr: None,
        transaction_time: now,
        statement_time: now,
        display: Display::default(),
        database: "tollgate".to_owned(),
        window: Directives::default(),
        settings: Arc::new(BTreeMap::new()),
        declared_parameters: Vec::new(),
        require_pushdown: None,
        on_row_limit: OnRowLimit::Error,
        statement_timeout: None,
        cancel: CancellationToken::new(),
        is_operator: false,
        notices: false,
        activity: Arc::new(Alone),
        names: Arc::new(Alone),
        session_settings: Arc::new(NoSettings),
    }
}

async fn sent(world: &Arc<World>, role: &str, sql: &str) -> String {
    let context = context(world, role);
    let parsed = parse(sql, world.statement_limits()).unwrap().remove(0);
    let prepared: Arc<Prepared> = match super::prepare(parsed, world, &context).await {
        Ok(prepared) => prepared,
        Err(error) => return format!("refused: {} {}", error.sqlstate().code(), error.report().message),
    };
    let patience = Patience::new(None);
    let values: Vec<ScalarValue> = prepared.parameters().iter().map(value).collect();
    let governed = match super::windowed(&prepared, values, &context, patience).await {
        Ok(governed) => governed,
        Err(error) => return format!("refused: {} {}", error.sqlstate().code(), error.report().message),
    };
    if let Subject::Query(bound) = &prepared.subject
        && may_be_ready(bound)
        && !prepared.parameters().is_empty()
    {
        let windows = has_windows(bound).then_some(&governed);
        let ready = Texts::under(&prepared, windows, &context, patience, world.metrics()).await;
        if let Some(ready) = ready.unwrap() {
            return ready.text().to_owned();
        }
    }
    let engine = world.engine().statement_for(None, patience, Tag::default()).unwrap();
    match engine.plan(&governed).await {
        Err(error) => format!("failed: {} {:?}", error.report().message, error.report().cause),
        Ok(planned) => match planned.why_local() {
            Some(why) => format!("local: {why}"),
            None => planned.pushed_sql().join(";\n"),
        },
    }
}

/// A parameter's value: a time is of yesterday.
fn value(ty: &PgType) -> ScalarValue {
    let now: DateTime<Utc> = NOW.parse().unwrap();
    let yesterday = Some(now.timestamp_micros() - 86_400_000_000);
    match ty {
        PgType::Timestamptz => ScalarValue::TimestampMicrosecond(yesterday, Some("UTC".into())),
        PgType::Timestamp => ScalarValue::TimestampMicrosecond(yesterday, None),
        ty => ScalarValue::new_default(&ty.arrow()).unwrap(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_is_as_the_golden_files_have_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pushdown/dialects");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let dir = tempfile::tempdir().unwrap();
    let nowhere = Audit { file: AuditFile::Path(dir.path().join("audit")), sync: AuditSync::Never, rotate: None };
    let services = Services::new(AuditLog::open(&nowhere).unwrap(), None).unwrap();
    let dialects = ["postgres", "redshift"].map(|kind| (kind, world(kind, &services)));
    let (mut wrong, mut failed, mut whole) = (Vec::new(), Vec::new(), [0, 0]);
    for file in files {
        let golden = std::fs::read_to_string(&file).unwrap();
        let mut written = String::new();
        for case in golden.split("\n\n").map(str::trim).filter(|case| !case.is_empty()) {
            if case.starts_with('#') {
                writeln!(written, "{case}\n").unwrap();
                continue;
            }
            let statement = case.split("\n----").next().unwrap();
            let (role, sql) = match statement.strip_prefix('@') {
                Some(rest) => rest.split_once('\n').unwrap(),
                None => ("admin", statement),
            };
            let mut text = statement.to_owned();
            for ((dialect, world), whole) in dialects.iter().zip(&mut whole) {
                let sent = sent(world, role, sql).await;
                if sent.starts_with("failed") {
                    failed.push(format!("{dialect}: {sql}\n{sent}"));
                }
                *whole += usize::from(sent.starts_with("SELECT"));
                write!(text, "\n---- {dialect}\n{sent}").unwrap();
            }
            if text != case {
                wrong.push(text.clone());
            }
            writeln!(written, "{text}\n").unwrap();
        }
        if std::env::var_os("TOLLGATE_UPDATE").is_some() {
            std::fs::write(&file, format!("{}\n", written.trim())).unwrap();
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    eprintln!("{whole:?} texts of PostgreSQL and of Redshift");
    if std::env::var_os("TOLLGATE_UPDATE").is_some() {
        return;
    }
    assert!(wrong.is_empty(), "{} are written otherwise now:\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(whole.iter().all(|whole| *whole >= 200), "{whole:?}");
}
