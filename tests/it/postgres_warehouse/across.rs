//! Two warehouses in one statement: a PostgreSQL and Parquet files.

use super::{Fronted, answer, item};
use crate::gateway::Gateway;

/// The PostgreSQL, and behind it the files; `exp.flag_evaluations` is in the files.
async fn start() -> Option<Fronted> {
    let lake = Gateway::shared().dir.path().join("demo/lake");
    let files = format!("[[warehouse]]\nname = \"files\"\nkind = \"embedded\"\npath = \"{}\"\n", lake.display());
    Fronted::start_with("kind = \"postgres\"\nuser = \"postgres\"", &files, |policy| {
        let (table, from) =
            ("[table.\"exp.flag_evaluations\"]\nwarehouse = \"lake\"\nsource = \"exp.", "flag_evaluations\"");
        policy.replace(
            &format!("{table}{from}"),
            "[table.\"exp.flag_evaluations\"]\nwarehouse = \"files\"\nsource = \"flag_evaluations\"",
        )
    })
    .await
}

#[tokio::test]
async fn joins_across_warehouses_answer_as_one_would_and_tell_each_part() {
    let Some(fronted) = start().await else { return };
    let (gateway, direct) = (fronted.connect("admin").await, fronted.server.connect().await);
    direct.batch_execute("set timezone = 'UTC'").await.unwrap();
    for sql in [
        "select e.d, e.n, f.n from (select occurred_at::date d, count(*) n from exp.events group by 1) e \
         join (select \"timestamp\"::date d, count(*) n from exp.flag_evaluations group by 1) f on f.d = e.d order by 1",
        "select a.variant_id, count(distinct f.flag_key), count(*) from exp.assignments a \
         join exp.flag_evaluations f on f.\"timestamp\"::date = a.assigned_at::date group by 1 order by 1",
        "select count(*) from exp.events e left join exp.flag_evaluations f on f.unit_id_hash = e.user_id where f.unit_id_hash is null",
        "select d from (select occurred_at::date d from exp.events union select _partition_date from exp.flag_evaluations) q order by 1 limit 5",
        "select count(*) from exp.events where occurred_at::date in (select _partition_date from exp.flag_evaluations where flag_key like 'c%')",
        "select count(*) from exp.flag_evaluations f where exists (select 1 from exp.events e where e.occurred_at::date = f._partition_date and e.event_type = 'purchase')",
    ] {
        let (ours, theirs) = (answer(&gateway, sql).await, answer(&direct, sql).await);
        assert_eq!(ours, theirs, "{sql}");
        let explained = answer(&gateway, &format!("EXPLAIN (POLICY) {sql}")).await.unwrap();
        assert_eq!(item(&explained, "warehouse").as_deref(), Some("files, lake"), "{explained:?}");
        assert!(item(&explained, "pushed_sql").is_some_and(|sent| sent.starts_with("SELECT ")), "{explained:?}");
        assert!(item(&explained, "runs_locally").is_some_and(|local| !local.is_empty()), "{explained:?}");
        let audit = std::fs::read_to_string(fronted.dir.path().join("audit.ndjson")).unwrap();
        let record = audit.lines().rev().find(|line| line.contains("\"pushed_sql\":\"SELECT ")).unwrap();
        assert!(record.contains("\"warehouse\":\"files, lake\""), "{record}");
        assert!(record.contains("\"local_operators\":[\""), "{record}");
    }
    gateway.batch_execute("set tollgate.require_pushdown = on").await.unwrap();
    let refused = "select count(*) from exp.events e join exp.flag_evaluations f on f.unit_id_hash = e.user_id";
    assert_eq!(answer(&gateway, refused).await, Err("42501".to_owned()));
    assert!(answer(&gateway, "select count(*) from exp.events").await.is_ok());
}
