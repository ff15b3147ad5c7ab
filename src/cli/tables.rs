//! `tollgate tables`

use super::{ConfigFile, Failure, Outcome, block_on, say};
use crate::error::SqlError;
use crate::warehouse::{SourceColumn, Warehouse};
use crate::world;
use clap::{Args, Subcommand};
use guard::document::nearest;
use guard::policy;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// Look after table contracts
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  tollgate tables import prod\n  tollgate tables import lake flag_evaluations events --schema exp --output -"
)]
pub(super) struct Tables {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Write a table contract from what the warehouse has
    Import(Import),
}

#[derive(Debug, Args)]
struct Import {
    /// The warehouse, by its name in the configuration
    warehouse: String,
    /// The tables, as the warehouse names them; all that its account can read if left out
    #[arg(value_name = "TABLE")]
    tables: Vec<String>,
    /// The schema that clients see them in; the warehouse's own if left out, or public where it has none
    #[arg(long)]
    schema: Option<String>,
    /// The file to write, - for standard output; tables/WAREHOUSE.toml in the policy folder if left out. One that is there is left alone
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    config: ConfigFile,
}

impl Tables {
    pub(super) fn run(self) -> Outcome {
        match self.action {
            Action::Import(import) => import.run(),
        }
    }
}

impl Import {
    fn run(self) -> Outcome {
        let config = self.config.load()?;
        let output = self
            .output
            .clone()
            .unwrap_or_else(|| config.policy_dir.join("tables").join(format!("{}.toml", self.warehouse)));
        let is_stdout = output == Path::new("-");
        if !is_stdout && output.exists() {
            return Err(Failure::new(format!("{}: it is there already; name another with --output", output.display())));
        }
        let names = config.warehouses.iter().map(|warehouse| warehouse.name.as_str());
        let Some(configured) = config.warehouses.iter().find(|warehouse| warehouse.name == self.warehouse) else {
            let hint = nearest(&self.warehouse, names).map(|hint| format!(" ({hint})")).unwrap_or_default();
            return Err(Failure::new(format!("there is no warehouse \"{}\"{hint}", self.warehouse)));
        };
        let warehouse = world::open_warehouse(configured)
            .map_err(|error| Failure::new(format!("warehouse \"{}\": {error}", self.warehouse)))?;
        let (tables, schema) = (self.tables, self.schema);
        let text = block_on(async move { contracts(warehouse, tables, schema.as_deref()).await })??;
        // What is written is read back first: a contract that the gateway refuses helps nobody.
        policy::load(&[("imported.toml".to_owned(), text.clone())])?;
        if is_stdout {
            say(text.trim_end_matches('\n'))?;
        } else {
            write(&output, &text).map_err(|error| Failure::new(format!("{}: {error}", output.display())))?;
            eprintln!("{} written. Grant its tables to a role, and run tollgate check.", output.display());
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    path.parent().map(std::fs::create_dir_all).transpose()?;
    std::fs::File::create_new(path)?.write_all(text.as_bytes())
}

fn told(error: &SqlError) -> Failure {
    let report = error.report();
    let cause = report.cause.as_ref().map(|cause| format!(" ({cause})")).unwrap_or_default();
    Failure::new(format!("{}{cause}", report.message))
}

async fn contracts(
    warehouse: Arc<dyn Warehouse>,
    tables: Vec<String>,
    schema: Option<&str>,
) -> Result<String, Failure> {
    let sources = if tables.is_empty() { warehouse.sources().await.map_err(|error| told(&error))? } else { tables };
    if sources.is_empty() {
        return Err(Failure::new(format!("the warehouse \"{}\" has no table", warehouse.name())));
    }
    let mut text = String::new();
    for source in &sources {
        let columns = warehouse.describe(source).await.map_err(|error| told(&error))?;
        if !text.is_empty() {
            text.push('\n');
        }
        let (own, table) = source.split_once('.').unwrap_or(("public", source));
        let name = format!("{}.{table}", schema.unwrap_or(own));
        text.push_str(&contract(&name, warehouse.name(), source, &columns));
    }
    Ok(text)
}

/// One table's contract. What is in no type that PostgreSQL has is left out, with a line that says so.
pub(super) fn contract(name: &str, warehouse: &str, source: &str, columns: &[SourceColumn]) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let has = |name: &str| columns.iter().any(|column| column.name == name);
    let mut text =
        format!("[table.{}]\nwarehouse = {}\nsource = {}\n", quoted(name), quoted(warehouse), quoted(source));
    if has("_partition_date") && has("timestamp") {
        text.push_str("partition = { column = \"_partition_date\", of = \"timestamp\", grain = \"day\" }\n");
    }
    text.push_str("columns = [\n");
    for column in columns {
        let name = quoted(&column.name);
        match column.reads_as.first() {
            Some(ty) => {
                let null = if column.nullable { "" } else { ", null = false" };
                text.push_str(&format!("  {{ name = {name}, type = {}{null} }},\n", quoted(&ty.sql_name())));
            }
            None => text.push_str(&format!("  # {name} is a {}, which can't be read\n", column.native_type)),
        }
    }
    text.push_str("]\n");
    text
}
