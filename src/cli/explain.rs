//! `tollgate explain`

use super::{ConfigFile, Failure, Outcome, block_on, offline_world, say, statement};
use crate::error::{SqlError, SqlResult};
use crate::pipeline;
use crate::world::World;
use clap::{Args, ValueEnum};
use datafusion::arrow::util::display::array_value_to_string;
use guard::parse::Directives;
use guard::policy::RoleName;
use std::process::ExitCode;
use std::sync::Arc;

/// What stands before the statement, for the parser.
const PREFIX: &str = "EXPLAIN (POLICY) ";

/// Tell what would become of a statement, without running it
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  tollgate explain --role analyst 'SELECT count(*) FROM exp.flag_evaluations --since 7d'"
)]
pub(super) struct Explain {
    /// The role that asks
    #[arg(long)]
    role: String,
    /// The user who asks; the role's name if left out
    #[arg(long)]
    user: Option<String>,
    /// A window, as SET since would give it
    #[arg(long, value_name = "DURATION", conflicts_with = "from")]
    since: Option<String>,
    /// A window's start
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// A window's end
    #[arg(long, value_name = "TIME")]
    to: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    config: ConfigFile,
    /// The statement
    sql: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

impl Explain {
    pub(super) fn run(self) -> Outcome {
        let world = Arc::new(offline_world(self.config.load()?)?);
        let role = RoleName(self.role);
        statement::known_role(&world, &role).map_err(Failure::new)?;
        let user = self.user.unwrap_or_else(|| role.0.clone());
        let directives = Directives { since: self.since, from: self.from, to: self.to };
        let context = statement::context(&world, &user, &role, directives);
        let sql = self.sql;
        let version = world.version().to_owned();
        let answer = block_on(async move { decision(&sql, &world, &context).await })?;
        let (items, code) = match answer {
            Ok(items) if items.iter().any(|(item, value)| item == "decision" && value == "refused") => {
                (items, ExitCode::FAILURE)
            }
            Ok(items) => (items, ExitCode::SUCCESS),
            Err(error) => (refusal(&error, &role, version), ExitCode::FAILURE),
        };
        match self.format {
            Format::Human => items.iter().try_for_each(|(item, value)| say(format_args!("{item:<17} {value}")))?,
            Format::Json => say(json(items))?,
        }
        Ok(code)
    }
}

/// The rows of `EXPLAIN (POLICY)`.
async fn decision(
    sql: &str,
    world: &Arc<World>,
    context: &pipeline::StatementContext,
) -> SqlResult<Vec<(String, String)>> {
    let prepared = statement::prepare(&format!("{PREFIX}{sql}"), world, context).await?;
    let mut running = pipeline::run(&prepared, Vec::new(), world, context).await?;
    let mut items = Vec::new();
    while let Some(batch) = running.next().await {
        let batch = batch?;
        let [item, value] = batch.columns() else {
            return Err(SqlError::internal("EXPLAIN (POLICY) has two columns"));
        };
        for row in 0..batch.num_rows() {
            let text = |column| array_value_to_string(column, row).map_err(SqlError::internal);
            items.push((text(item)?, text(value)?));
        }
    }
    running.finish().await?;
    Ok(items)
}

fn refusal(error: &SqlError, role: &RoleName, version: String) -> Vec<(String, String)> {
    let report = error.report();
    // The position is in characters of the statement as the user wrote it.
    let position = report.position.and_then(|at| at.checked_sub(PREFIX.len())).filter(|at| *at > 0);
    let items = [
        ("decision", Some("refused".to_owned())),
        ("role", Some(role.to_string())),
        ("policy_version", Some(version)),
        ("sqlstate", Some(report.sqlstate.to_string())),
        ("message", Some(report.message.clone())),
        ("rule", report.rule.map(str::to_owned)),
        ("detail", report.detail.clone()),
        ("hint", report.hint.clone()),
        ("position", position.map(|at| at.to_string())),
    ];
    items.into_iter().filter_map(|(item, value)| Some((item.to_owned(), value?))).collect()
}

fn json(items: Vec<(String, String)>) -> serde_json::Value {
    serde_json::Value::Object(items.into_iter().map(|(item, value)| (item, serde_json::Value::String(value))).collect())
}
