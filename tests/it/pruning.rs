//! A window, however it is given, opens its partitions and no other: the rest of the lake may be unreadable.

use crate::gateway::Gateway;
use chrono::{Days, NaiveDate, Utc};
use std::path::Path;
use tokio_postgres::{Client, NoTls, SimpleQueryMessage};

/// Days of the window that the statements ask for, back from the last day that has data.
const WINDOW: u64 = 7;

/// Overwrites the data files of all days before `first`; how many there were.
fn spoil_before(table: &Path, first: NaiveDate) -> usize {
    let mut spoilt = 0;
    for folder in std::fs::read_dir(table).unwrap().map(|entry| entry.unwrap().path()) {
        let name = folder.file_name().unwrap().to_str().unwrap();
        let Some(day) = name.strip_prefix("_partition_date=") else { continue };
        if day.parse::<NaiveDate>().unwrap() < first {
            for file in std::fs::read_dir(&folder).unwrap() {
                std::fs::write(file.unwrap().path(), "no Parquet").unwrap();
                spoilt += 1;
            }
        }
    }
    spoilt
}

async fn rows(client: &Client, sql: &str) -> Result<Vec<Vec<String>>, tokio_postgres::Error> {
    let messages = client.simple_query(sql).await?;
    let rows = messages.into_iter().filter_map(|message| match message {
        SimpleQueryMessage::Row(row) => {
            Some((0..row.len()).map(|column| row.get(column).unwrap_or("NULL").to_owned()).collect())
        }
        _ => None,
    });
    Ok(rows.collect())
}

#[tokio::test]
async fn only_the_partitions_of_the_window_are_opened() {
    let last = Utc::now().date_naive() - Days::new(1);
    let gateway = Gateway::start_with_data_until(&last.to_string());
    let first = last - Days::new(WINDOW - 1);
    let since = format!("{}d", (Utc::now().date_naive() - first).num_days());
    let spoilt = spoil_before(&gateway.dir.path().join("demo/lake/flag_evaluations"), first);
    assert!(spoilt > 50, "{spoilt} files were spoilt");

    let count = "SELECT count(*) FROM exp.flag_evaluations";
    let directive = format!("{count} --since {since}");
    let predicate = format!("{count} WHERE timestamp >= '{first}T00:00:00Z'");
    let plain = gateway.connect("admin").await;
    let set = gateway.connect("admin").await;
    set.batch_execute(&format!("SET since = '{since}'")).await.unwrap();
    let options = format!("{} options='--since={since}'", gateway.url("admin"));
    let (optioned, connection) = tokio_postgres::connect(&options, NoTls).await.unwrap();
    tokio::spawn(connection);

    let prepared = gateway.connect("admin").await;
    let prepares =
        format!("PREPARE counted AS {count}; PREPARE counted_from(timestamptz) AS {count} WHERE timestamp >= $1");
    prepared.batch_execute(&prepares).await.unwrap();
    let executed = format!("EXECUTE counted --since {since}");
    let computed = format!("EXECUTE counted_from('{first}'::date + interval '0 days')");

    let ways = [
        (&plain, directive.as_str()),
        (&plain, predicate.as_str()),
        (&set, count),
        (&optioned, count),
        (&prepared, executed.as_str()),
        (&prepared, computed.as_str()),
    ];
    let mut counts = Vec::new();
    for (client, sql) in ways {
        let explained = rows(client, &format!("EXPLAIN (POLICY) {sql}")).await.unwrap();
        let partitions = explained.iter().find(|row| row[0] == "partitions").map(|row| row[1].clone());
        let partitions = partitions.unwrap_or_else(|| panic!("{sql}: {explained:?}"));
        assert!(partitions.starts_with("7 of 90 "), "{sql}: {partitions}");
        counts.push(rows(client, sql).await.unwrap_or_else(|error| panic!("{sql}: {error:?}")));
    }
    assert!(counts[0][0][0].parse::<u64>().unwrap() > 0);
    // The three windows begin at the same time of the day, the predicate at midnight.
    assert_eq!(counts[2], counts[0]);
    assert_eq!(counts[3], counts[0]);
    assert_eq!(counts[4], counts[0]);
    assert_eq!(counts[5], counts[1]);

    let outside = rows(&plain, count).await.expect_err("the spoilt days can't be read");
    assert_eq!(outside.code().unwrap().code(), "58030");
}
