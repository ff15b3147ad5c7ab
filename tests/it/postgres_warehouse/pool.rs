//! The connections to a warehouse: how many one role may have.

use super::{Fronted, answer, started};
use std::time::Duration;
use tokio_postgres::NoTls;

#[tokio::test]
async fn a_role_has_no_more_connections_than_it_may_and_leaves_the_rest_to_others() {
    let Some(fronted) = Fronted::start_as("kind = \"postgres\"\nuser = \"postgres\"\npool_per_role = 1").await else {
        return;
    };
    let (busy, waiting, other) =
        (fronted.connect("admin").await, fronted.connect("admin").await, fronted.connect("engineer").await);
    let long = "select count(*) from exp.flag_evaluations a, exp.flag_evaluations b, exp.flag_evaluations c \
                where a.trace_id < b.trace_id || c.trace_id";
    let cancel = busy.cancel_token();
    let running = tokio::spawn(async move { answer(&busy, long).await });
    started(&fronted).await;
    // Another statement of the role waits for the one connection that the role may have …
    let short = "select count(*) > 0 from exp.events";
    let waits = answer(&waiting, short);
    tokio::pin!(waits);
    assert!(tokio::time::timeout(Duration::from_secs(2), &mut waits).await.is_err(), "it does not wait");
    // … and another role does not.
    assert_eq!(answer(&other, short).await, Ok(vec!["t".to_owned()]));
    cancel.cancel_query(NoTls).await.unwrap();
    assert_eq!(running.await.unwrap(), Err("57014".to_owned()));
    assert_eq!(waits.await, Ok(vec!["t".to_owned()]));
}
