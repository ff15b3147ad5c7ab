//! What an export reads: the configured warehouses as one role, or Parquet at an address as the one table there is.

use crate::cli::tables::contract;
use crate::cli::{Failure, environment, gateway, statement};
use crate::config::{self, Config};
use crate::users::Users;
use crate::warehouse::Warehouse;
use crate::warehouse::embedded::{Embedded, StoreOptions};
use crate::world::{Parts, World};
use guard::policy::{self, RoleName};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of the one role, and of the warehouse, where there is no policy.
const SOURCE: &str = "source";
/// The name of the one table.
const TABLE: &str = "flag_evaluations";

/// What the configuration names; its audit log has the statement.
pub(super) fn configured(config: Config, role: &str) -> Result<(Arc<World>, RoleName), Failure> {
    let services = gateway::services(&config).map_err(|Failure(mut lines)| {
        lines.push("HINT:  A gateway that runs here is asked with --host.".to_owned());
        Failure(lines)
    })?;
    let world = World::load(Arc::new(config), services)?;
    let role = RoleName(role.to_owned());
    statement::known_role(&world, &role).map_err(Failure::new)?;
    Ok((Arc::new(world), role))
}

/// The Parquet at `uri` as `exp.flag_evaluations`, with all its columns and no limit.
pub(super) async fn parquet(uri: &str) -> Result<(Arc<World>, RoleName), Failure> {
    let (parent, folder) = split(uri)?;
    let fails = |error: crate::error::SqlError| {
        let report = error.report();
        let cause = report.cause.as_ref().map(|cause| format!(" ({cause})")).unwrap_or_default();
        Failure::new(format!("{uri}: {}{cause}", report.message))
    };
    let options = StoreOptions {
        allow_http: environment().get("AWS_ALLOW_HTTP").is_some_and(|allowed| allowed == "true"),
        ..StoreOptions::default()
    };
    let warehouse: Arc<dyn Warehouse> = Arc::new(Embedded::open(SOURCE, &parent, &options).map_err(fails)?);
    let columns = warehouse.describe(&folder).await.map_err(fails)?;
    let policy = policy::load(&[
        ("tables/source.toml".to_owned(), contract(&format!("exp.{TABLE}"), SOURCE, &folder, &columns)),
        (
            "source.toml".to_owned(),
            format!("[role.{SOURCE}.grant.\"exp.{TABLE}\"]\ncolumns = \"all\"\nwindow = \"optional\"\n"),
        ),
    ])?;
    let text = "[audit]\nfile = \"/dev/null\"\n";
    let config = config::read("source", text, Path::new("."), &BTreeMap::default())?;
    let services = gateway::services(&config)?;
    let warehouses = BTreeMap::from([(SOURCE.to_owned(), warehouse)]);
    let parts = Parts { config: Arc::new(config), policy, users: Users::none(), warehouses, services };
    Ok((Arc::new(World::of(parts)?), RoleName(SOURCE.to_owned())))
}

/// The table's folder, and the address of what holds it.
fn split(uri: &str) -> Result<(String, String), Failure> {
    let unclear = || Failure::new(format!("{uri}: the address of a folder of Parquet files is wanted"));
    let uri = match uri.split_once("://") {
        Some(("file", path)) => path,
        _ => uri,
    };
    if uri.contains("://") {
        let (parent, folder) = uri.trim_end_matches('/').rsplit_once('/').ok_or_else(unclear)?;
        if parent.ends_with('/') {
            return Err(unclear());
        }
        return Ok((parent.to_owned(), folder.to_owned()));
    }
    let path: PathBuf = Path::new(uri).canonicalize().map_err(|error| Failure::new(format!("{uri}: {error}")))?;
    let name = path.file_name().and_then(|name| name.to_str());
    let (parent, folder) = path.parent().zip(name).ok_or_else(unclear)?;
    Ok((parent.display().to_string(), folder.to_owned()))
}
