//! PostgreSQL as a warehouse: a gateway in front of a real one that holds the sample data.

mod across;
mod ending;
pub mod judged;
mod pool;
mod windows;

use crate::gateway::Gateway;
use crate::postgres::Postgres;
use futures::{SinkExt, StreamExt, TryStreamExt};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio_postgres::{Client, NoTls, SimpleQueryMessage};

/// Room for a slow and busy machine: the statements that are ended here would last for minutes.
const ROOM: Duration = Duration::from_secs(30);
/// The tables of the sample data as PostgreSQL has them.
const TABLES: &str = r#"
create schema exp;
create table exp.flag_evaluations (evaluation_id text not null, "timestamp" timestamptz not null,
    ingested_at timestamptz not null, _partition_date date not null, schema_version int not null, namespace varchar not null,
    environment text not null, flag_key text not null, variant_key text not null, variant_value jsonb not null,
    evaluation_reason text not null, matched_rule_id text, manifest_version bigint not null, manifest_etag text,
    unit_id_hash text, unit_id_type text, secondary_unit_ids jsonb not null, context_attributes jsonb not null,
    sdk_name text not null, sdk_version text not null, request_id text not null, trace_id text not null, span_id text);
create table exp.id_stitching (primary_unit_id_hash text, primary_unit_id_type text, secondary_unit_id_hash text,
    secondary_unit_id_type text, associated_at timestamptz);
create table exp.assignments (user_id text, experiment_id text, variant_id text, assigned_at timestamptz);
create table exp.events (user_id text, event_type text, event_value float8, occurred_at timestamptz);
create table exp.metric_revenue (unit_id_hash text, unit_id_type text, "timestamp" timestamptz, metric_value numeric,
    metric_name text);
"#;

const NAMES: [&str; 5] = ["flag_evaluations", "id_stitching", "assignments", "events", "metric_revenue"];

/// A gateway whose tables are in a PostgreSQL.
struct Fronted {
    server: Postgres,
    child: Child,
    port: u16,
    admin: u16,
    dir: tempfile::TempDir,
}

impl Drop for Fronted {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn connected(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

impl Fronted {
    /// `None` where there is no PostgreSQL.
    async fn start() -> Option<Self> {
        Self::start_as("kind = \"postgres\"\nuser = \"postgres\"").await
    }

    /// With these lines about the warehouse.
    async fn start_as(warehouse: &str) -> Option<Self> {
        Self::start_with(warehouse, "", |policy| policy).await
    }

    /// With these lines about the warehouse, these about others, and the policies' files changed in this way.
    async fn start_with(warehouse: &str, others: &str, change: fn(String) -> String) -> Option<Self> {
        let server = Postgres::start()?;
        let demo = Gateway::shared();
        load(&server.connect().await, &demo.connect("admin").await).await;
        let dir = tempfile::tempdir().unwrap();
        let policies = dir.path().join("policies");
        copy_policies(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policies"), &policies, change);
        std::fs::copy(demo.dir.path().join("demo/users.toml"), dir.path().join("users.toml")).unwrap();
        let admin = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let config = format!(
            "[server]\nlisten = \"127.0.0.1:0\"\nadmin_listen = \"127.0.0.1:{admin}\"\n\n[[warehouse]]\nname = \"lake\"\n{warehouse}\nhost = \"127.0.0.1\"\nport = {}\n\
             database = \"postgres\"\npool = 4\n\n{others}",
            server.port()
        );
        std::fs::write(dir.path().join("tollgate.toml"), config).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_tollgate"))
            .args(["serve", "--config", "tollgate.toml"])
            .current_dir(dir.path())
            .envs([("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("PASSWORD", "any")])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let port = listening(&mut child);
        Some(Self { server, child, port, admin, dir })
    }

    async fn connect(&self, user: &str) -> Client {
        connected(&format!("host=127.0.0.1 port={} user={user} password=demo dbname=tollgate", self.port)).await
    }

    /// How many statements went through each stage.
    fn stages(&self) -> Vec<String> {
        use std::io::{Read, Write};
        let mut stream = std::net::TcpStream::connect(("127.0.0.1", self.admin)).unwrap();
        stream.write_all(b"GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let stages: Vec<String> =
            text.lines().filter(|line| line.starts_with("tollgate_stages_total{")).map(str::to_owned).collect();
        assert_eq!(stages.len(), 3, "{text}");
        stages
    }

    /// What runs at the warehouse for the gateway.
    async fn running(&self) -> i64 {
        let client = self.server.connect().await;
        let text = "select count(*) from pg_stat_activity where application_name like 'tollgate%' and state <> 'idle'";
        client.query_one(text, &[]).await.unwrap().get(0)
    }

    /// Waits until nothing runs there; how long it took.
    async fn quiet(&self) -> Duration {
        let started = Instant::now();
        while self.running().await > 0 {
            assert!(started.elapsed() < ROOM, "a statement still runs at the warehouse");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        started.elapsed()
    }
}

/// The port in the line of its log or its output that tells where it listens.
fn listening(child: &mut Child) -> u16 {
    let (sender, receiver) = std::sync::mpsc::channel();
    let outputs: [Box<dyn std::io::Read + Send>; 2] =
        [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
    for output in outputs {
        let sender = sender.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
    }
    let mut words = String::new();
    while let Ok(line) = receiver.recv_timeout(Duration::from_secs(60)) {
        writeln!(words, "{line}").unwrap();
        let port = line.split_once("127.0.0.1:").map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit));
        if let Some(port) = port.and_then(|digits| digits.collect::<String>().parse().ok()) {
            return port;
        }
    }
    panic!("the gateway did not start: {words}");
}

/// The sample policies, their tables under the names that this warehouse has for them.
fn copy_policies(from: &Path, to: &Path, change: fn(String) -> String) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_policies(&entry.path(), &target, change);
        } else {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            std::fs::write(target, change(text.replace("\nsource = \"", "\nsource = \"exp."))).unwrap();
        }
    }
}

async fn load(server: &Client, demo: &Client) {
    server.batch_execute(TABLES).await.unwrap();
    for name in NAMES {
        let rows = demo.copy_out(&format!("copy (select * from exp.{name}) to stdout")).await.unwrap();
        let sink = server.copy_in(&format!("copy exp.{name} from stdin")).await.unwrap();
        futures::pin_mut!(rows, sink);
        while let Some(bytes) = rows.next().await {
            sink.send(bytes.unwrap()).await.unwrap();
        }
        sink.finish().await.unwrap();
    }
    server.batch_execute("analyze").await.unwrap();
}

/// Rows as text, or the SQLSTATE.
async fn answer(client: &Client, sql: &str) -> Result<Vec<String>, String> {
    let messages = client.simple_query(sql).await;
    let messages = messages.map_err(|error| error.code().map_or("no SQLSTATE", |code| code.code()).to_owned())?;
    let rows = messages.into_iter().filter_map(|message| match message {
        SimpleQueryMessage::Row(row) => {
            Some((0..row.len()).map(|column| row.get(column).unwrap_or("∅")).collect::<Vec<_>>().join("|"))
        }
        _ => None,
    });
    Ok(rows.collect())
}

fn item(explained: &[String], name: &str) -> Option<String> {
    explained.iter().find_map(|row| row.strip_prefix(&format!("{name}|")).map(str::to_owned))
}

/// Sums of floats depend on the order of their rows.
fn alike(ours: &[String], theirs: &[String]) -> bool {
    let close = |a: &str, b: &str| match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) if a.fract() != 0.0 => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()),
        _ => a == b,
    };
    let row = |(a, b): (&String, &String)| {
        a.split('|').count() == b.split('|').count() && a.split('|').zip(b.split('|')).all(|(a, b)| close(a, b))
    };
    ours.len() == theirs.len() && ours.iter().zip(theirs).all(row)
}

/// Statements, each with what is sent for it after `----`, or why it is not sent whole. With `TOLLGATE_UPDATE` set the file is written anew.
#[tokio::test]
async fn what_is_sent_is_as_the_golden_file_has_it_and_answers_as_postgres_itself() {
    let Some(fronted) = Fronted::start().await else { return };
    let (gateway, direct) = (fronted.connect("admin").await, fronted.server.connect().await);
    direct.batch_execute("set timezone = 'UTC'").await.unwrap();
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pushdown/plans.t");
    let golden = std::fs::read_to_string(&file).unwrap();
    let (mut written, mut failures, mut whole, mut all) = (String::new(), Vec::new(), 0, 0);
    for case in golden.split("\n\n").map(str::trim).filter(|case| !case.is_empty()) {
        if case.starts_with('#') {
            writeln!(written, "{case}\n").unwrap();
            continue;
        }
        let (statement, expected) = case.split_once("\n----\n").unwrap_or((case, ""));
        let explained = answer(&gateway, &format!("EXPLAIN (POLICY) {statement}")).await.unwrap();
        let why = item(&explained, "runs_locally_for");
        let sent = match &why {
            Some(why) => format!("local: {why}"),
            None => item(&explained, "pushed_sql").unwrap_or_else(|| format!("{explained:?}")),
        };
        writeln!(written, "{statement}\n----\n{sent}\n").unwrap();
        if sent != expected {
            failures.push(format!("{statement}\n  sent     {sent}\n  expected {expected}"));
        }
        all += 1;
        whole += usize::from(why.is_none());
        let (ours, theirs) = (answer(&gateway, statement).await, answer(&direct, statement).await);
        let same = match (&ours, &theirs) {
            (Ok(ours), Ok(theirs)) => alike(ours, theirs),
            // PostgreSQL 15 does not have these.
            (Ok(_), Err(_)) => statement.contains("any_value") || statement.contains("approx_count_distinct"),
            (ours, theirs) => ours == theirs,
        };
        if !same {
            failures.push(format!("{statement}\n  gateway    {ours:?}\n  PostgreSQL {theirs:?}"));
        }
    }
    if std::env::var_os("TOLLGATE_UPDATE").is_some() {
        std::fs::write(&file, written.trim_start()).unwrap();
        failures.retain(|failure| !failure.contains("\n  sent "));
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert!(whole * 100 >= all * 85, "only {whole} of {all} statements are sent whole");
    // Each statement is told of at the warehouse, and none still runs.
    fronted.quiet().await;
    let audit = std::fs::read_to_string(fronted.dir.path().join("audit.ndjson")).unwrap_or_default();
    assert!(audit.contains("\"pushed_sql\":\"SELECT "), "the audit log tells nothing of what was sent");
}

/// A prepared statement's second run is neither parsed, bound nor lowered, whatever its parameters are; under another policy it is decided again.
#[tokio::test]
async fn a_prepared_statement_is_written_once() {
    let Some(fronted) = Fronted::start().await else { return };
    let (gateway, direct) = (fronted.connect("admin").await, fronted.server.connect().await);
    let sql = "select user_id, event_type, event_value, occurred_at::text from exp.events \
               where user_id = $1 and event_value > $2 and occurred_at < $3 order by occurred_at, event_value limit 50";
    direct.batch_execute("set timezone = 'UTC'").await.unwrap();
    let (ours, theirs) = (gateway.prepare(sql).await.unwrap(), direct.prepare(sql).await.unwrap());
    let until = std::time::SystemTime::now() + Duration::from_secs(86_400);
    let rows = |rows: Vec<tokio_postgres::Row>| -> Vec<(String, String, f64, String)> {
        rows.iter().map(|row| (row.get(0), row.get(1), row.get(2), row.get(3))).collect()
    };
    let mut stages = Vec::new();
    let mut found = 0;
    let buyers = "select user_id from exp.events where event_value > 0 group by 1 order by count(*) desc, 1 limit 3";
    let buyers: Vec<String> = direct.query(buyers, &[]).await.unwrap().iter().map(|row| row.get(0)).collect();
    let users = buyers.iter().map(|user| (user.as_str(), 0.0)).chain([("it's $1 \\", -5.0), (buyers[0].as_str(), 1e9)]);
    for (user, least) in users {
        let values: [&(dyn tokio_postgres::types::ToSql + Sync); 3] = [&user, &least, &until];
        let ours = rows(gateway.query(&ours, &values).await.unwrap());
        assert_eq!(ours, rows(direct.query(&theirs, &values).await.unwrap()), "{user}");
        found += ours.len();
        stages.push(fronted.stages());
    }
    assert!(found > 0, "the parameters find nothing");
    assert!(stages.windows(2).all(|pair| pair[0] == pair[1]), "{stages:?}");
    // NULL finds nothing, as it does there.
    let none: [&(dyn tokio_postgres::types::ToSql + Sync); 3] = [&None::<&str>, &0.0, &until];
    assert!(gateway.query(&ours, &none).await.unwrap().is_empty());
    // Without parameters, too.
    let plain = gateway.prepare("select count(*) from exp.events").await.unwrap();
    let count = async || gateway.query_one(&plain, &[]).await.unwrap().get::<_, i64>(0);
    let first = count().await;
    let before = fronted.stages();
    assert_eq!(count().await, first);
    assert_eq!(fronted.stages(), before);
    // Another policy: what it takes away is gone at once.
    let policy = fronted.dir.path().join("policies/admin.toml");
    let text = std::fs::read_to_string(&policy).unwrap();
    std::fs::write(&policy, text + "\n[role.admin.grant.\"exp.events\"]\ncolumns = [\"user_id\", \"occurred_at\"]\n")
        .unwrap();
    let asked = Command::new("kill").arg("-HUP").arg(fronted.child.id().to_string()).status().unwrap();
    assert!(asked.success());
    let until = Instant::now() + ROOM;
    let values: [&(dyn tokio_postgres::types::ToSql + Sync); 3] = [&buyers[0], &0.0, &std::time::SystemTime::now()];
    while gateway.query(&ours, &values).await.is_ok() {
        assert!(Instant::now() < until, "the statement runs under a policy that is gone");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let error = gateway.query(&ours, &values).await.unwrap_err();
    assert_eq!(error.code().map(|code| code.code()), Some("42703"));
}

#[tokio::test]
async fn a_statement_that_nobody_waits_for_ends_at_the_warehouse() {
    let Some(fronted) = Fronted::start().await else { return };
    let client = fronted.connect("admin").await;
    let long = "select count(*) from exp.flag_evaluations a join exp.flag_evaluations b on a.evaluation_id < b.trace_id \
                join exp.flag_evaluations c on b.evaluation_id < c.trace_id";
    // Cancelled by its client.
    let cancel = client.cancel_token();
    let running = tokio::spawn(async move { answer(&client, long).await });
    started(&fronted).await;
    let asked = Instant::now();
    cancel.cancel_query(NoTls).await.unwrap();
    assert_eq!(running.await.unwrap(), Err("57014".to_owned()));
    fronted.quiet().await;
    assert!(asked.elapsed() < ROOM, "it took {:?}", asked.elapsed());
    // Its time is over.
    let client = fronted.connect("admin").await;
    client.batch_execute("set statement_timeout = '300ms'").await.unwrap();
    assert_eq!(answer(&client, long).await, Err("57014".to_owned()));
    assert!(fronted.quiet().await < ROOM);
    // Its client is gone: the socket closes in the middle of the statement.
    let url = format!("host=127.0.0.1 port={} user=admin password=demo dbname=tollgate", fronted.port);
    let (client, connection) = tokio_postgres::connect(&url, NoTls).await.unwrap();
    let connection = tokio::spawn(connection);
    let running = tokio::spawn(async move { answer(&client, long).await });
    started(&fronted).await;
    connection.abort();
    let gone = Instant::now();
    fronted.quiet().await;
    assert!(gone.elapsed() < ROOM, "it took {:?}", gone.elapsed());
    assert!(running.await.unwrap().is_err());
}

#[tokio::test]
async fn sessions_that_share_the_warehouses_connections_share_nothing_else() {
    let Some(fronted) = Fronted::start().await else { return };
    let (one, two) = (fronted.connect("admin").await, fronted.connect("engineer").await);
    let moments = "select min(occurred_at)::text from exp.events";
    let plain = answer(&two, moments).await.unwrap();
    one.batch_execute(
        "set timezone = 'Asia/Tokyo'; set datestyle = 'SQL, DMY'; set search_path = exp; \
         prepare p as select user_id from exp.events limit 1; begin; declare c cursor for select user_id from exp.events",
    )
    .await
    .unwrap();
    // More statements than the pool has connections, so that each is used by both.
    for _ in 0..6 {
        assert_ne!(answer(&one, moments).await.unwrap(), plain);
        assert_eq!(answer(&two, moments).await.unwrap(), plain);
    }
    assert_eq!(answer(&two, "execute p").await, Err("26000".to_owned()));
    assert_eq!(answer(&two, "fetch 1 from c").await, Err("34000".to_owned()));
    // A client's open transaction holds none of the warehouse's.
    let server = fronted.server.connect().await;
    let open =
        "select count(*) from pg_stat_activity where application_name like 'tollgate%' and state like 'idle in%'";
    assert_eq!(server.query_one(open, &[]).await.unwrap().get::<_, i64>(0), 0);
    one.batch_execute("rollback").await.unwrap();
    fronted.quiet().await;
}

async fn started(fronted: &Fronted) {
    let until = Instant::now() + ROOM;
    while fronted.running().await == 0 {
        assert!(Instant::now() < until, "the statement does not start");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn a_warehouse_that_goes_away_is_told_without_its_words_and_the_next_statement_works() {
    let Some(fronted) = Fronted::start().await else { return };
    let client = fronted.connect("admin").await;
    let server = fronted.server.connect().await;
    let rows = client
        .query_raw(
            "select evaluation_id, context_attributes from exp.flag_evaluations a cross join \
        (select 1 from exp.events) b",
            Vec::<String>::new(),
        )
        .await
        .unwrap();
    futures::pin_mut!(rows);
    assert!(rows.try_next().await.unwrap().is_some());
    let end =
        "select count(pg_terminate_backend(pid, 10000)) from pg_stat_activity where application_name like 'tollgate%'";
    server.query_one(end, &[]).await.unwrap();
    let error = loop {
        match rows.try_next().await {
            Ok(Some(_)) => {}
            Ok(None) => panic!("a part of the rows passed for all of them"),
            Err(error) => break error,
        }
    };
    let error = error.as_db_error().unwrap();
    assert!(["08006", "58030"].contains(&error.code().code()), "{error:?}");
    assert_eq!(error.message(), "the connection to the warehouse was lost");
    assert_eq!(answer(&client, "select count(*) > 0 from exp.events").await, Ok(vec!["t".to_owned()]));
    // Those that stood idle are gone, too: the next statement finds a new one.
    server.query_one(end, &[]).await.unwrap();
    assert_eq!(answer(&client, "select count(*) > 0 from exp.events").await, Ok(vec!["t".to_owned()]));
}

#[tokio::test]
async fn an_error_of_the_data_tells_no_value_and_nothing_of_hidden_rows() {
    let Some(fronted) = Fronted::start().await else { return };
    let admin = fronted.connect("admin").await;
    let error = admin.simple_query("select event_type::int from exp.events").await.unwrap_err();
    let error = error.as_db_error().unwrap();
    assert_eq!((error.code().code(), error.message()), ("22P02", "invalid input syntax for type integer"));
    let error = admin.simple_query("select repeat(event_type, 2000000000) from exp.events").await.unwrap_err();
    let error = error.as_db_error().unwrap();
    assert_eq!((error.code().code(), error.message()), ("54000", "requested length too large"));
    // Only hidden rows would divide by zero.
    let analyst = fronted.connect("analyst").await;
    for sql in [
        "select count(1 / (case when namespace = 'checkout' then 1 else 0 end)) from exp.flag_evaluations --since 89d",
        "select count(*) from exp.flag_evaluations where 1 / (case when namespace = 'checkout' then 1 else 0 end) = 1 --since 89d",
        "select count(*) from exp.flag_evaluations where namespace = 'payments' or length(namespace) / (case namespace when 'checkout' then 1 else 0 end) > 0 --since 89d",
    ] {
        assert!(answer(&analyst, sql).await.is_ok_and(|rows| rows != ["0"]), "{sql}");
    }
}

/// A certificate for `localhost`, by an authority of its own: the authority's, the server's, the server's key, all as PEM.
fn certificate() -> (String, String, String) {
    let key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(Vec::<String>::new()).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let authority = params.self_signed(&key).unwrap().pem();
    let issuer = rcgen::Issuer::new(params, key);
    let server_key = rcgen::KeyPair::generate().unwrap();
    let server = rcgen::CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    (authority, server.signed_by(&server_key, &issuer).unwrap().pem(), server_key.serialize_pem())
}

#[tokio::test]
async fn a_warehouse_is_reached_only_over_the_tls_that_was_asked_for() {
    use tollgate::config::{Postgres as Settings, PostgresAuth, PostgresTls};
    use tollgate::warehouse::Warehouse;
    use tollgate::warehouse::postgres::{PoolSize, Postgres as Reached};
    let Some(server) = Postgres::start() else { return };
    let client = server.connect().await;
    let (authority, certificate_of_server, key) = certificate();
    let (stranger, _, _) = certificate();
    let data: String = client.query_one("show data_directory", &[]).await.unwrap().get(0);
    for (name, text) in [("server.crt", &certificate_of_server), ("server.key", &key)] {
        let path = Path::new(&data).join(name);
        std::fs::write(&path, text).unwrap();
        let owner = std::fs::metadata(&data).unwrap();
        let (uid, gid) = (std::os::unix::fs::MetadataExt::uid(&owner), std::os::unix::fs::MetadataExt::gid(&owner));
        std::os::unix::fs::chown(&path, Some(uid), Some(gid)).unwrap();
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    }
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = dir.path().join(name);
        std::fs::write(&path, text).unwrap();
        Some(path)
    };
    let (ours, other) = (file("ours.crt", &authority), file("other.crt", &stranger));
    let reach = async |host: &str, tls, ca: &Option<PathBuf>| {
        let settings = Settings {
            host: host.to_owned(),
            port: server.port(),
            database: "postgres".to_owned(),
            user: "postgres".to_owned(),
            auth: PostgresAuth::None,
            tls,
            ca: ca.clone(),
            dangerous_writes: false,
        };
        let warehouse =
            Reached::open("prod", &settings, PoolSize { connections: Some(1), per_role: None }, None).unwrap();
        warehouse.probe().await.map_err(|error| error.sqlstate().code())
    };
    // A server without TLS is not spoken to where TLS was asked for.
    assert_eq!(reach("localhost", PostgresTls::Require, &None).await, Err("08006"));
    assert_eq!(reach("localhost", PostgresTls::Off, &None).await, Ok(()));
    client.batch_execute("alter system set ssl = on").await.unwrap();
    client.query_one("select pg_reload_conf()", &[]).await.unwrap();
    let until = Instant::now() + ROOM;
    while reach("localhost", PostgresTls::Require, &None).await.is_err() {
        assert!(Instant::now() < until, "the server does not take TLS");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(reach("localhost", PostgresTls::VerifyFull, &ours).await, Ok(()));
    assert_eq!(reach("localhost", PostgresTls::VerifyFull, &other).await, Err("08006"));
    assert_eq!(reach("127.0.0.1", PostgresTls::VerifyFull, &ours).await, Err("08006"));
}

/// Answers `GetClusterCredentials` as AWS does, to signed requests only; what it was asked.
fn credentials_service() -> (u16, std::sync::mpsc::Receiver<String>) {
    use std::io::{Read, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut asked = String::new();
            let mut block = [0; 4096];
            while !asked.contains("AutoCreate=") {
                let read = stream.read(&mut block).unwrap();
                assert!(read > 0, "a request without its body: {asked}");
                asked.push_str(std::str::from_utf8(&block[..read]).unwrap());
            }
            let signed = asked.to_lowercase().contains("authorization: aws4-hmac-sha256 credential=akidexample/");
            let body = match signed {
                true => {
                    "<GetClusterCredentialsResponse><GetClusterCredentialsResult><DbUser>postgres</DbUser><DbPassword>a&amp;b</DbPassword>\
                     <Expiration>2026-11-21T12:00:00Z</Expiration></GetClusterCredentialsResult></GetClusterCredentialsResponse>"
                }
                false => "<ErrorResponse><Error><Code>MissingAuthenticationToken</Code></Error></ErrorResponse>",
            };
            let status = if signed { "200 OK" } else { "403 Forbidden" };
            let length = body.len();
            let answer = format!(
                "HTTP/1.1 {status}\r\nContent-Type: text/xml\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
            );
            stream.write_all(answer.as_bytes()).unwrap();
            let _ = sender.send(asked);
        }
    });
    (port, receiver)
}

/// Redshift's wire is PostgreSQL's: logging in with a temporary password, cursors, texts, an error, a cancel. What PostgreSQL has no word for is made there.
#[tokio::test]
async fn a_redshift_is_reached_with_temporary_credentials_and_read_through_cursors() {
    let (service, asked) = credentials_service();
    let warehouse = format!(
        "kind = \"redshift\"\niam = {{ cluster = \"c 1\", region = \"eu-west-1\", db_user = \"postgres\", endpoint = \"http://127.0.0.1:{service}/\" }}"
    );
    let Some(fronted) = Fronted::start_as(&warehouse).await else { return };
    let (gateway, direct) = (fronted.connect("admin").await, fronted.server.connect().await);
    direct.batch_execute("set timezone = 'UTC'").await.unwrap();
    let len =
        "create function pg_catalog.len(text) returns int immutable strict language sql return pg_catalog.length($1)";
    direct.batch_execute(len).await.unwrap();
    for sql in [
        "select count(*), sum(event_value), min(occurred_at), max(event_value) from exp.events",
        "select user_id, event_type, event_value, occurred_at from exp.events order by occurred_at, user_id limit 2500",
        "select evaluation_id, variant_value, schema_version, _partition_date, ingested_at from exp.flag_evaluations order by evaluation_id limit 1000",
        "select event_type, count(*), count(event_value) filter (where event_value > 10) from exp.events group by 1 order by 1",
        "select metric_name, metric_value from exp.metric_revenue order by metric_value, metric_name limit 20",
        "select a.variant_id, count(*) from exp.assignments a join exp.events e on e.user_id = a.user_id group by 1 order by 1",
        "select count(*) from exp.events where event_type = 'purchase' and user_id <> 'u1'",
        "select count(*) from exp.events where false",
        "select user_id from exp.events where event_value is null and event_type = 'x'",
        "select date_trunc('day', occurred_at), count(*) from exp.events group by 1 order by 1",
        // A part of it runs here.
        "select event_type, avg(length(user_id)) from exp.events group by 1 order by 1",
    ] {
        let (ours, theirs) = (answer(&gateway, sql).await.unwrap(), answer(&direct, sql).await.unwrap());
        assert!(alike(&ours, &theirs), "{sql}\n{ours:?}\n{theirs:?}");
        let explained = answer(&gateway, &format!("EXPLAIN (POLICY) {sql}")).await.unwrap();
        assert!(item(&explained, "pushed_sql").is_some_and(|text| text.starts_with("SELECT")), "{explained:?}");
    }
    let request = asked.recv_timeout(ROOM).unwrap();
    assert!(request.contains("ClusterIdentifier=c%201&DbUser=postgres&DbName=postgres"), "{request}");
    assert!(asked.try_recv().is_err(), "a password is asked for once in its time");
    // An error of the data, and the next statement on the same connection.
    assert_eq!(
        answer(&gateway, "select 1 / (schema_version - schema_version) from exp.flag_evaluations").await,
        Err("22012".to_owned())
    );
    assert_eq!(answer(&gateway, "select count(*) > 0 from exp.events").await, Ok(vec!["t".to_owned()]));
    // A cancel ends the cursor's statement.
    let long = "select count(*) from exp.flag_evaluations a, exp.flag_evaluations b, exp.flag_evaluations c where a.schema_version < b.schema_version + c.schema_version";
    let cancel = gateway.cancel_token();
    let running = tokio::spawn(async move { answer(&gateway, long).await });
    started(&fronted).await;
    cancel.cancel_query(NoTls).await.unwrap();
    assert_eq!(running.await.unwrap(), Err("57014".to_owned()));
    fronted.quiet().await;
}
