//! `tollgate export`

pub(super) mod delivery;
pub(super) mod envelope;

use super::reading::{Filters, Period, Place};
use super::{Failure, Outcome, block_on};
use clap::Args;
use delivery::Delivery;
use envelope::Question;
use serde_json::json;
use std::process::ExitCode;

/// Run one statement through the same gates and write its result to a file
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  tollgate export --role analyst --query 'SELECT * FROM exp.flag_evaluations' --since 7d --output week.parquet\n  \
                  tollgate export --source s3://bucket/lake/flag_evaluations --flag one-click-checkout --since 7d --output week.csv\n  \
                  tollgate export --host gateway.internal --user ann --query @report.sql --output report.csv"
)]
pub(super) struct Export {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    delivery: Delivery,
}

/// What to export.
#[derive(Debug, Args)]
struct Wanted {
    /// The statement, or @ and the file that holds it; all flag evaluations if left out
    #[arg(long, value_name = "SQL|@FILE", conflicts_with_all = ["namespace", "flags", "environment"])]
    query: Option<String>,
    #[command(flatten)]
    period: Period,
    #[command(flatten)]
    filters: Filters,
    /// At most so many rows
    #[arg(long, value_name = "ROWS")]
    limit: Option<u64>,
}

impl Wanted {
    /// The statement's text.
    fn sql(&self) -> Result<String, Failure> {
        match &self.query {
            None => Ok(self.evaluations()),
            Some(query) => match query.strip_prefix('@') {
                None => Ok(query.clone()),
                Some(path) => std::fs::read_to_string(path).map_err(|error| Failure::new(format!("{path}: {error}"))),
            },
        }
    }

    /// All evaluations that the filters let through.
    fn evaluations(&self) -> String {
        let limit = self.limit.map(|limit| format!(" LIMIT {limit}")).unwrap_or_default();
        format!("SELECT * FROM exp.flag_evaluations{}{limit}", self.filters.clause(&[]))
    }
}

impl Export {
    pub(super) fn run(self) -> Outcome {
        let sql = self.wanted.sql()?;
        block_on(async move { self.export(sql).await })??;
        Ok(ExitCode::SUCCESS)
    }

    async fn export(self, sql: String) -> Result<(), Failure> {
        let place = self.place.open().await?;
        let Wanted { query: _, period, filters, limit } = &self.wanted;
        let done = async {
            let rows = place.run(&sql, period).await?;
            let inputs = json!({ "limit": limit });
            let question = Question { sql: &sql, place: &self.place, period, filters, inputs, engine: place.engine() };
            self.delivery.deliver(rows, question, *limit).await
        }
        .await;
        place.close().await?;
        done
    }
}

#[cfg(test)]
mod tests {
    use super::{Filters, Period, Wanted};

    fn wanted(filters: Filters, limit: Option<u64>) -> Wanted {
        Wanted { query: None, period: Period::default(), filters, limit }
    }

    #[test]
    fn filters_become_one_statement() {
        assert_eq!(wanted(Filters::default(), None).evaluations(), "SELECT * FROM exp.flag_evaluations");
        let filters = Filters {
            namespace: Some("it's".to_owned()),
            flags: vec!["a".to_owned(), "b".to_owned()],
            environment: Some("prod".to_owned()),
        };
        assert_eq!(
            wanted(filters, Some(3)).evaluations(),
            "SELECT * FROM exp.flag_evaluations WHERE namespace = 'it''s' AND flag_key IN ('a', 'b') AND environment = 'prod' LIMIT 3"
        );
    }
}
