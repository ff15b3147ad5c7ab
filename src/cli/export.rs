//! `tollgate export`

mod envelope;
mod source;

use super::{ConfigFile, Failure, Outcome, block_on, statement};
use crate::error::SqlError;
use crate::export::{Export as Writer, ExportError, Format, Target};
use crate::pipeline::{self, Running, StatementContext};
use crate::types::PgColumn;
use clap::{Args, ValueEnum};
use envelope::Envelope;
use guard::parse::Directives;
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// Run one statement through the same gates and write its result to a file
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  tollgate export --role analyst --query 'SELECT * FROM exp.flag_evaluations' --since 7d --output week.parquet\n  \
                  tollgate export --source s3://bucket/lake/flag_evaluations --flag one-click-checkout --since 7d --output week.csv"
)]
pub(super) struct Export {
    #[command(flatten)]
    wanted: Wanted,
    /// The role that asks, where the configured warehouses are read
    #[arg(long, required_unless_present = "source", conflicts_with = "source")]
    role: Option<String>,
    /// The user who asks; the role's name if left out
    #[arg(long, conflicts_with = "source")]
    user: Option<String>,
    /// Read Parquet at a folder or a file://, s3://, gs:// or az:// address, as the table flag_evaluations
    #[arg(long, value_name = "URI")]
    source: Option<String>,
    /// The file to write, in the format of its ending: .csv, .ndjson, .jsonl, .parquet, .arrow. Standard output, as CSV, if left out
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// json: an envelope that tells what was asked and found; without --output the records are in it
    #[arg(long, value_enum, default_value_t = Report::Human)]
    format: Report,
    #[command(flatten)]
    config: ConfigFile,
}

/// What to export.
#[derive(Debug, Args)]
struct Wanted {
    /// The statement, or @ and the file that holds it; all flag evaluations if left out
    #[arg(long, value_name = "SQL|@FILE")]
    query: Option<String>,
    /// A window back from now, for example 7d or 1h30m
    #[arg(long, value_name = "DURATION", conflicts_with_all = ["from", "to"])]
    since: Option<String>,
    /// The window's start, a date or a time with its zone
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// The window's end, which is not in it
    #[arg(long, value_name = "TIME", requires = "from")]
    to: Option<String>,
    /// Of this namespace only
    #[arg(long, conflicts_with = "query")]
    namespace: Option<String>,
    /// Of this flag only; may be given several times
    #[arg(long = "flag", value_name = "FLAG", conflicts_with = "query")]
    flags: Vec<String>,
    /// Of this environment only
    #[arg(long, conflicts_with = "query")]
    environment: Option<String>,
    /// At most so many rows
    #[arg(long, value_name = "ROWS")]
    limit: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Report {
    Human,
    Json,
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
        let literal = |text: &String| format!("'{}'", text.replace('\'', "''"));
        let flags: Vec<String> = self.flags.iter().map(literal).collect();
        let conditions = [
            self.namespace.as_ref().map(|name| format!("namespace = {}", literal(name))),
            (!flags.is_empty()).then(|| format!("flag_key IN ({})", flags.join(", "))),
            self.environment.as_ref().map(|name| format!("environment = {}", literal(name))),
        ];
        let conditions: Vec<String> = conditions.into_iter().flatten().collect();
        let mut sql = "SELECT * FROM exp.flag_evaluations".to_owned();
        if !conditions.is_empty() {
            sql.push_str(&format!(" WHERE {}", conditions.join(" AND ")));
        }
        if let Some(limit) = self.limit {
            sql.push_str(&format!(" LIMIT {limit}"));
        }
        sql
    }

    fn window(&self) -> Directives {
        Directives { since: self.since.clone(), from: self.from.clone(), to: self.to.clone() }
    }
}

impl Export {
    pub(super) fn run(self) -> Outcome {
        let sql = self.wanted.sql()?;
        let format = match (&self.output, self.format) {
            (Some(path), _) => Format::of(path).map_err(Failure::new)?,
            (None, Report::Human) => Format::Csv,
            (None, Report::Json) => Format::JsonItems,
        };
        let config = match &self.source {
            None => Some(self.config.load()?),
            Some(_) => None,
        };
        block_on(async move { self.export(config, sql, format).await })??;
        Ok(ExitCode::SUCCESS)
    }

    async fn export(self, config: Option<crate::config::Config>, sql: String, format: Format) -> Result<(), Failure> {
        let (world, role) = match (&self.source, config, &self.role) {
            (Some(uri), ..) => source::parquet(uri).await?,
            (None, Some(config), Some(role)) => source::configured(config, role)?,
            (None, ..) => return Err(Failure::new("--role or --source is wanted")),
        };
        let user = self.user.clone().unwrap_or_else(|| role.0.clone());
        let context = statement::context(&world, &user, &role, self.wanted.window());
        let done = async {
            let prepared = statement::prepare(&sql, &world, &context).await.map_err(refusal)?;
            let running = pipeline::run(&prepared, Vec::new(), &world, &context).await.map_err(refusal)?;
            self.write(running, format, &sql, &context).await
        }
        .await;
        world.audit().close().await.map_err(refusal)?;
        done
    }

    /// Carries the rows from the statement to the file.
    async fn write(
        &self,
        mut running: Running,
        format: Format,
        sql: &str,
        context: &StatementContext,
    ) -> Result<(), Failure> {
        let columns: Vec<PgColumn> = running.columns().to_vec();
        let mut envelope = Envelope::new(self, sql, &running, context);
        let target = match &self.output {
            Some(path) => Target::file(path).map_err(Failure::new)?,
            None => Target::stdout(),
        };
        let in_envelope = format == Format::JsonItems;
        if in_envelope {
            print!("{}", envelope.opening());
        }
        let writer = Writer::start(format, columns, context.display.clone(), target).map_err(Failure::new)?;
        let rows = match self.pump(&mut running, &writer, context).await {
            Ok(rows) => rows,
            Err(Stop::Statement(error)) => {
                writer.give_up().await;
                return Err(refusal(error));
            }
            Err(Stop::Writer) => {
                let reason = writer.give_up().await.unwrap_or(ExportError::Writer);
                return Err(Failure::new(reason));
            }
        };
        running.finish().await.map_err(refusal)?;
        let bytes = writer.finish().await.map_err(Failure::new)?;
        envelope.found(rows, bytes);
        match (self.format, &self.output) {
            (Report::Json, None) => println!("{}", envelope.closing()),
            (Report::Json, Some(_)) => println!("{}", envelope.whole()),
            (Report::Human, Some(path)) => {
                eprintln!("{} rows, {} in {}", HumanCount(rows), HumanBytes(bytes), path.display());
            }
            (Report::Human, None) => {}
        }
        Ok(())
    }

    /// Hands over batches until the end, the limit, or an interrupt; how many rows.
    async fn pump(&self, running: &mut Running, writer: &Writer, context: &StatementContext) -> Result<u64, Stop> {
        let bar = progress();
        let limit = self.wanted.limit.unwrap_or(u64::MAX);
        let interrupt = tokio::signal::ctrl_c();
        tokio::pin!(interrupt);
        let mut rows = 0;
        while rows < limit {
            let batch = tokio::select! {
                batch = running.next() => batch,
                _ = &mut interrupt => {
                    context.cancel.cancel();
                    running.next().await
                }
            };
            let Some(batch) = batch else { break };
            let batch = batch.map_err(Stop::Statement)?;
            let wanted = usize::try_from(limit - rows).unwrap_or(usize::MAX).min(batch.num_rows());
            rows += wanted as u64;
            writer.write(batch.slice(0, wanted)).await.map_err(|_| Stop::Writer)?;
            bar.set_position(rows);
        }
        bar.finish_and_clear();
        Ok(rows)
    }
}

/// Why the rows ended early.
enum Stop {
    Statement(SqlError),
    Writer,
}

fn progress() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos} rows, {per_sec}, {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// A refusal as psql shows it.
fn refusal(error: SqlError) -> Failure {
    let report = error.report();
    let mut lines = vec![format!("ERROR:  {}: {}", report.sqlstate, report.message)];
    lines.extend(report.detail.as_ref().map(|detail| format!("DETAIL:  {detail}")));
    lines.extend(report.hint.as_ref().map(|hint| format!("HINT:  {hint}")));
    lines.extend(report.position.map(|position| format!("POSITION:  {position}")));
    Failure(lines)
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    fn wanted() -> Wanted {
        Wanted {
            query: None,
            since: None,
            from: None,
            to: None,
            namespace: None,
            flags: Vec::new(),
            environment: None,
            limit: None,
        }
    }

    #[test]
    fn filters_become_one_statement() {
        assert_eq!(wanted().evaluations(), "SELECT * FROM exp.flag_evaluations");
        let all = Wanted {
            namespace: Some("it's".to_owned()),
            flags: vec!["a".to_owned(), "b".to_owned()],
            environment: Some("prod".to_owned()),
            limit: Some(3),
            ..wanted()
        };
        assert_eq!(
            all.evaluations(),
            "SELECT * FROM exp.flag_evaluations WHERE namespace = 'it''s' AND flag_key IN ('a', 'b') AND environment = 'prod' LIMIT 3"
        );
    }
}
