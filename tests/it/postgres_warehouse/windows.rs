//! Prepared statements over tables with a partition: written once, under the window of each run.

use super::{Fronted, answer};
use std::time::{Duration, SystemTime};
use tokio_postgres::types::ToSql;

/// Midnight of that day of November 2026.
fn november(day: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs((20_757 + day) * 86_400)
}

#[tokio::test]
async fn a_prepared_statement_over_a_partition_is_written_once_and_reads_the_window_of_each_run() {
    let Some(fronted) = Fronted::start().await else { return };
    let (gateway, direct) = (fronted.connect("analyst").await, fronted.server.connect().await);
    let columns = "select flag_key, count(*) from exp.flag_evaluations where environment = $1";
    let bounds = "\"timestamp\" >= $2 and \"timestamp\" < $3 group by 1 order by 1";
    let ours = gateway.prepare(&format!("{columns} and {bounds}")).await.unwrap();
    let theirs = direct.prepare(&format!("{columns} and namespace = 'checkout' and {bounds}")).await.unwrap();
    let rows = |rows: Vec<tokio_postgres::Row>| -> Vec<(String, i64)> {
        rows.iter().map(|row| (row.get(0), row.get(1))).collect()
    };
    let (mut stages, mut found) = (Vec::new(), 0);
    for (from, to) in [(1, 20), (5, 6), (19, 25), (6, 5), (1, 20), (12, 13)] {
        let values: [&(dyn ToSql + Sync); 3] = [&"production", &november(from), &november(to)];
        let answered = rows(gateway.query(&ours, &values).await.unwrap());
        assert_eq!(answered, rows(direct.query(&theirs, &values).await.unwrap()), "{from} to {to}");
        found += answered.len();
        stages.push(fronted.stages());
    }
    assert!(found > 3, "the windows find nothing");
    assert!(stages.windows(2).all(|pair| pair[0] == pair[1]), "{stages:?}");
    // A window wider than the role's is refused at the run that asks for it, and the next run is well.
    let wide: [&(dyn ToSql + Sync); 3] =
        [&"production", &(november(1) - Duration::from_secs(200 * 86_400)), &november(20)];
    let refused = gateway.query(&ours, &wide).await.unwrap_err();
    assert_eq!(refused.code().map(|code| code.code()), Some("53400"));
    let narrow: [&(dyn ToSql + Sync); 3] = [&"production", &november(1), &november(20)];
    assert!(!gateway.query(&ours, &narrow).await.unwrap().is_empty());
    assert_eq!(fronted.stages(), stages[0]);
    // What was sent has the window beside it, and the record tells it.
    let audit = std::fs::read_to_string(fronted.dir.path().join("audit.ndjson")).unwrap();
    let line = audit.lines().rev().find(|line| line.contains("\"rows\":") && line.contains("pushed_sql")).unwrap();
    assert!(line.contains("\\\"timestamp\\\" >= $4::timestamptz"), "{line}");
    assert!(line.contains("\\\"_partition_date\\\" < $7::date"), "{line}");
    assert!(line.contains("[2026-11-01T00:00:00Z, 2026-11-20T00:00:00Z)"), "{line}");
}

#[tokio::test]
async fn a_window_that_moves_with_the_clock_and_the_session_moves_under_a_prepared_statement() {
    let Some(fronted) = Fronted::start().await else { return };
    let (gateway, direct) = (fronted.connect("analyst").await, fronted.server.connect().await);
    direct.batch_execute("set timezone = 'UTC'").await.unwrap();
    let prepared = gateway.prepare("select count(*) from exp.flag_evaluations").await.unwrap();
    let mut windows = Vec::new();
    for setting in ["set since = '20d'", "set since = '15d'", "set since = '80d'", "set since = '15d'", "reset since"] {
        gateway.batch_execute(setting).await.unwrap();
        let stages = fronted.stages();
        let counted: i64 = gateway.query_one(&prepared, &[]).await.unwrap().get(0);
        assert!(windows.is_empty() || stages == fronted.stages(), "{setting}: {stages:?}");
        let window = answer(&gateway, "show tollgate.window").await.unwrap().remove(0);
        let (from, to) = window.trim_matches(['[', ')']).split_once(", ").unwrap();
        let sql = format!(
            "select count(*) from exp.flag_evaluations where namespace = 'checkout' and \"timestamp\" >= '{from}' and \"timestamp\" < '{to}'"
        );
        assert_eq!(answer(&direct, &sql).await.unwrap(), [counted.to_string()], "{setting}: {window}");
        windows.push(window);
    }
    windows.dedup();
    assert_eq!(windows.len(), 5, "{windows:?}");
    // A window with one side only is another text, and a right one.
    let open = gateway.prepare("select count(*) from exp.flag_evaluations where \"timestamp\" >= $1").await.unwrap();
    for day in [10, 18] {
        let counted: i64 = gateway.query_one(&open, &[&november(day)]).await.unwrap().get(0);
        let sql = format!(
            "select count(*) from exp.flag_evaluations where namespace = 'checkout' and \"timestamp\" >= '2026-11-{day}'"
        );
        assert_eq!(answer(&direct, &sql).await.unwrap(), [counted.to_string()]);
    }
}
