//! What leaves for a warehouse, judged by a grammar that is not ours: PostgreSQL reads each text that the gateway sends for generated statements, as a role that holds the granted columns and nothing
//! else, and tells in its plan what each scan keeps.
//!
//! `TOLLGATE_GENERATED=20000 TOLLGATE_SEED=1 cargo test --release --test it safety::sealed -- --nocapture` is the long run.

use super::generator::Generator;
use super::grants::setting;
use super::oracle::copy;
use super::served::{Answer, Gateway, LOADER, Layout, ask, connect, recipe, short};
use crate::postgres::Postgres;
use std::time::Duration;
use tokio_postgres::Client;
use tollgate::demo::Progress;

const PATIENCE: Duration = Duration::from_secs(240);
/// What the role's statements may read: its columns, all of which its row filter and window are among.
const GRANTS: &str = "CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA exp TO reader; \
     GRANT SELECT ON exp.assignments, exp.events TO reader; \
     GRANT SELECT (evaluation_id, timestamp, ingested_at, _partition_date, namespace, environment, flag_key, variant_key, \
     variant_value, evaluation_reason, unit_id_hash, unit_id_type, sdk_name) ON exp.flag_evaluations TO reader";

/// A gateway in front of a PostgreSQL with the sample's rows.
async fn fronted() -> Option<(Postgres, Gateway)> {
    let server = Postgres::start()?;
    let owner = server.connect().await;
    owner.batch_execute("CREATE SCHEMA exp").await.unwrap();
    let fill = |lake: &std::path::Path| tollgate::demo::make(lake, &recipe(1_500, 30), &Progress::default()).unwrap();
    let embedded = Gateway::over(fill).await;
    let loader = embedded.connect_as(LOADER).await;
    for table in ["flag_evaluations", "assignments", "events"] {
        copy(&loader, &owner, "exp", table).await;
    }
    owner.batch_execute(GRANTS).await.unwrap();
    let layout = Layout { postgres: Some((server.port(), "postgres")), ..Layout::default() };
    let gateway = Gateway::laid(layout, |_| {}).await;
    Some((server, gateway))
}

/// The text without what stands in quotes.
fn bare(sql: &str) -> String {
    let mut bare = String::new();
    let mut quote = None;
    for letter in sql.chars() {
        match quote {
            Some(open) if letter == open => quote = None,
            Some(_) => {}
            None if matches!(letter, '\'' | '"') => quote = Some(letter),
            None => bare.push(letter),
        }
    }
    assert!(quote.is_none(), "a quote is open at the end of {sql}");
    bare
}

/// What is wrong with a plan: a scan of the filtered table that keeps rows without its filter and window, or one of anything else that has no grant.
fn careless_scan(plan: &serde_json::Value) -> Option<String> {
    if let Some(name) = plan["Relation Name"].as_str() {
        let conditions: Vec<&str> =
            ["Filter", "Index Cond", "Recheck Cond"].iter().filter_map(|key| plan[*key].as_str()).collect();
        let all: Vec<String> = conditions.iter().flat_map(|condition| conjuncts(condition)).collect();
        let is_held = all.iter().any(|one| one == "namespace = 'checkout'::text")
            && all.iter().any(|one| one.starts_with("_partition_date ") || one.starts_with("\"timestamp\" "));
        match name {
            "assignments" | "events" => {}
            "flag_evaluations" if is_held => {}
            _ => return Some(format!("{name} is read under {all:?}")),
        }
    }
    plan["Plans"].as_array().into_iter().flatten().find_map(careless_scan)
}

/// The parts that must all be true, of a condition as PostgreSQL writes it.
fn conjuncts(condition: &str) -> Vec<String> {
    let whole = condition.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(condition);
    let (mut depth, mut is_quoted, mut parts, mut part) = (0, false, Vec::new(), String::new());
    for letter in whole.chars() {
        match letter {
            '\'' => is_quoted = !is_quoted,
            '(' if !is_quoted => depth += 1,
            ')' if !is_quoted => depth -= 1,
            _ => {}
        }
        part.push(letter);
        if depth == 0 && !is_quoted {
            if part.ends_with(" OR ") {
                return vec![condition.to_owned()];
            }
            if let Some(done) = part.strip_suffix(" AND ") {
                parts.push(done.to_owned());
                part.clear();
            }
        }
    }
    parts.push(part);
    let bare =
        |part: &String| part.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(part).to_owned();
    parts.iter().map(bare).collect()
}

/// How PostgreSQL begins to tell that its planner failed on a constant of the text's own: it has read the text then, and there is no plan to look at.
const UNPLANNED: &str = "not planned";

/// What PostgreSQL says against a text.
async fn objection(reader: &Client, sql: &str) -> Option<String> {
    let bare = bare(sql);
    if let Some(found) = ["--", "/*", ";"].iter().find(|piece| bare.contains(**piece)) {
        return Some(format!("it has {found:?} outside of quotes"));
    }
    // The extended protocol takes one statement, whatever the text is.
    if let Err(error) = reader.prepare(sql).await {
        return Some(format!("{error:?}"));
    }
    match ask(reader, &format!("EXPLAIN (FORMAT JSON) {sql}"), PATIENCE).await {
        Err(failure) if failure.sqlstate.starts_with("22") || failure.sqlstate == "54000" => {
            Some(format!("{UNPLANNED}: {failure:?}"))
        }
        Err(failure) => Some(format!("{failure:?}")),
        Ok(rows) => {
            let text = rows[0][0].clone().unwrap();
            let plan: serde_json::Value = serde_json::from_str(&text).unwrap();
            careless_scan(&plan[0]["Plan"])
        }
    }
}

fn is_allowed(explained: &Answer) -> bool {
    explained.as_ref().is_ok_and(|rows| rows.iter().any(|row| row[1].as_deref() == Some("allowed")))
}

fn sent(explained: &Answer) -> Option<Vec<String>> {
    let rows = explained.as_ref().ok()?;
    let item = |row: &Vec<Option<String>>| (row[0].as_deref() == Some("pushed_sql")).then(|| row[1].clone()).flatten();
    let texts = rows.iter().filter_map(item);
    // Several texts stand below each other; one that is empty is none.
    let split = |text: String| text.split(";\n").map(str::to_owned).filter(|text| !text.is_empty()).collect::<Vec<_>>();
    Some(texts.flat_map(split).collect())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_grammar_reads_grants_filter_and_window_in_all_that_is_sent() {
    let (count, seed) = (setting("TOLLGATE_GENERATED", 100), setting("TOLLGATE_SEED", 4));
    let Some((server, gateway)) = fronted().await else { return };
    let client = gateway.connect().await;
    let text = format!("host=127.0.0.1 port={} user=reader dbname=postgres", server.port());
    let reader = connect(&text).await;
    // It objects where there is something to object to.
    for wrong in [
        "SELECT request_id FROM exp.flag_evaluations WHERE namespace = 'checkout' AND _partition_date = '2025-06-03'",
        "SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date = '2025-06-03'",
        "SELECT flag_key FROM exp.flag_evaluations WHERE namespace = 'checkout'",
        "SELECT flag_key FROM exp.flag_evaluations WHERE namespace = 'checkout' AND _partition_date = '2025-06-03' OR flag_key = 'x'",
        "SELECT rolname FROM pg_authid",
        "SELECT relname FROM pg_class",
        "SELECT 1; SELECT 2",
        "SELECT 1 -- x",
    ] {
        assert!(objection(&reader, wrong).await.is_some(), "{wrong}");
    }
    let mut generator = Generator::new(seed);
    let (mut accepted, mut texts, mut unplanned, mut faults) = (0, 0, 0, Vec::new());
    for _ in 0..count {
        let sql = generator.statement();
        let sql = sql.strip_prefix("EXPLAIN ").unwrap_or(&sql);
        let explained = ask(&client, &format!("EXPLAIN (POLICY) {sql}"), PATIENCE).await;
        let Some(sent) = sent(&explained).filter(|_| is_allowed(&explained)) else { continue };
        accepted += 1;
        for text in sent {
            texts += 1;
            let objection = objection(&reader, &text).await;
            if objection.as_ref().is_some_and(|objection| objection.starts_with(UNPLANNED)) {
                unplanned += 1;
            } else if let Some(objection) = objection {
                faults.push(format!("{objection}: {}\n  for {sql}", short(&text)));
            }
        }
    }
    eprintln!(
        "seed {seed}: {count} statements, {accepted} accepted, {texts} texts sent, {unplanned} of them not planned, {} objections",
        faults.len()
    );
    assert!(unplanned * 100 <= texts, "{unplanned} of {texts} texts were not planned");
    assert!(faults.is_empty(), "{} objections:\n{}", faults.len(), faults.join("\n"));
    assert!(texts * 4 >= usize::try_from(count).unwrap(), "only {texts} texts of {count} statements");
}
