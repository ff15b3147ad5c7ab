//! Statements that end before their last row, in each way that rows are read: nothing of them stays at the warehouse.

use super::{Fronted, ROOM, answer, started};
use futures::TryStreamExt;
use std::time::{Duration, Instant};
use tokio_postgres::{Client, NoTls};

/// It gives rows at once, and would go on for very long.
const LONG: &str = "select a.evaluation_id, b.request_id from exp.flag_evaluations a cross join exp.flag_evaluations b \
                    where a.evaluation_id || b.trace_id <> ''";

/// The ways to read a statement's rows.
#[derive(Clone, Copy, Debug)]
enum Way {
    Simple,
    Copy,
    Cursor,
    Prepared,
}

const WAYS: [Way; 4] = [Way::Simple, Way::Copy, Way::Cursor, Way::Prepared];

/// Reads on until it fails; the SQLSTATE, and the message with its detail.
async fn read(client: &Client, way: Way) -> (String, String) {
    told(&read_all(client, way).await.unwrap_err())
}

async fn read_all(client: &Client, way: Way) -> Result<(), tokio_postgres::Error> {
    match way {
        Way::Simple => client.simple_query_raw(LONG).await?.try_for_each(|_| async { Ok(()) }).await,
        Way::Copy => {
            client.copy_out(&format!("copy ({LONG}) to stdout")).await?.try_for_each(|_| async { Ok(()) }).await
        }
        Way::Cursor => {
            client.batch_execute(&format!("begin; declare c cursor for {LONG}; fetch 10 from c")).await?;
            client.simple_query_raw("fetch all from c").await?.try_for_each(|_| async { Ok(()) }).await
        }
        Way::Prepared => {
            let statement = client.prepare(LONG).await?;
            client.query_raw(&statement, Vec::<String>::new()).await?.try_for_each(|_| async { Ok(()) }).await
        }
    }
}

fn told(error: &tokio_postgres::Error) -> (String, String) {
    match error.as_db_error() {
        Some(error) => (error.code().code().to_owned(), format!("{} {:?}", error.message(), error.detail())),
        None => ("lost".to_owned(), error.to_string()),
    }
}

#[tokio::test]
async fn nothing_stays_at_the_warehouse_whichever_way_rows_were_read() {
    let Some(fronted) = Fronted::start().await else { return };
    let mut slowest = Duration::ZERO;
    for way in WAYS {
        // Cancelled by its client.
        let client = fronted.connect("admin").await;
        let cancel = client.cancel_token();
        let reading = tokio::spawn(async move { read(&client, way).await });
        started(&fronted).await;
        cancel.cancel_query(NoTls).await.unwrap();
        let asked = Instant::now();
        fronted.quiet().await;
        slowest = slowest.max(asked.elapsed());
        assert_eq!(reading.await.unwrap().0, "57014", "{way:?}");
        // Its time is over.
        let client = fronted.connect("admin").await;
        client.batch_execute("set statement_timeout = '400ms'").await.unwrap();
        let (code, _) = tokio::time::timeout(ROOM, read(&client, way)).await.unwrap();
        assert_eq!(code, "57014", "{way:?}");
        let over = Instant::now();
        fronted.quiet().await;
        slowest = slowest.max(over.elapsed());
        // Its client is gone.
        let url = format!("host=127.0.0.1 port={} user=admin password=demo dbname=tollgate", fronted.port);
        let (client, connection) = tokio_postgres::connect(&url, NoTls).await.unwrap();
        let connection = tokio::spawn(connection);
        let reading = tokio::spawn(async move { read(&client, way).await });
        started(&fronted).await;
        connection.abort();
        let gone = Instant::now();
        fronted.quiet().await;
        slowest = slowest.max(gone.elapsed());
        assert_eq!(reading.await.unwrap().0, "lost", "{way:?}");
    }
    eprintln!("the slowest end took {slowest:?}");
}

#[tokio::test]
async fn a_warehouse_that_dies_in_mid_stream_is_told_without_data_and_works_when_it_is_back() {
    let Some(mut fronted) = Fronted::start().await else { return };
    for way in WAYS {
        let client = fronted.connect("admin").await;
        let reading = tokio::spawn(async move {
            let failed = read(&client, way).await;
            (client, failed)
        });
        started(&fronted).await;
        fronted.server.kill();
        let (client, (code, text)) = reading.await.unwrap();
        assert!(["08006", "58030"].contains(&code.as_str()), "{way:?}: {code} {text}");
        assert!(!text.contains("flag") && !text.contains("evaluation") && !text.contains("select"), "{way:?}: {text}");
        // While it is away the same, and the session goes on.
        let _ = client.batch_execute("rollback").await;
        let away = answer(&client, "select count(*) from exp.events").await.unwrap_err();
        assert!(["08006", "58030"].contains(&away.as_str()), "{way:?}: {away}");
        fronted.server.start_again().await;
        let back = answer(&client, "select count(*) > 0 from exp.events").await;
        assert_eq!(back, Ok(vec!["t".to_owned()]), "{way:?}");
    }
}
