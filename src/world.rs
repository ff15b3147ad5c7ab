//! The snapshot that a statement is decided under.
//!
//! Comes in: the configuration, the policy files, the users file. Goes out: a [`World`], immutable, which a statement takes one `Arc` of; or every problem.
//! Must never: change after it was made, or be made of files that have a problem.

mod binding;
pub mod files;
pub mod reload;

pub use reload::Current;

use crate::admin::Metrics;
use crate::audit::AuditLog;
use crate::catalog::{self, CatalogView};
use crate::config::{Config, Embedded, WarehouseConfig, WarehouseKind};
use crate::error::{SqlError, SqlResult};
use crate::functions;
use crate::pipeline::usage::Usage;
use crate::plan::governed::{RawTable, Sources};
use crate::users::Users;
use crate::warehouse::Warehouse;
use crate::warehouse::executor::Executor;
use crate::warehouse::postgres::PoolSize;
use crate::warehouse::runtime::Engine;
use crate::warehouse::spill::SpillDir;
use crate::warehouse::{embedded, postgres, redshift};
use guard::SqlState;
use guard::document::Problem;
use guard::parse::StatementLimits;
use guard::policy::{self, Policy, RelationName, Role, RoleName, Surroundings};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Policy, relations, warehouses and users of one moment. Immutable; a reload makes a new one.
#[derive(Debug)]
pub struct World {
    config: Arc<Config>,
    policy: Policy,
    users: Users,
    warehouses: BTreeMap<String, Arc<dyn Warehouse>>,
    tables: BTreeMap<RelationName, Arc<RawTable>>,
    catalogs: BTreeMap<RoleName, Arc<CatalogView>>,
    limits: StatementLimits,
    engine: Engine,
    services: Arc<Services>,
}

/// What outlives every world: each one carries the same.
#[derive(Debug)]
pub struct Services {
    pub audit: Arc<AuditLog>,
    pub metrics: Metrics,
    pub usage: Usage,
    pub executor: Executor,
    /// Where statements spill; the system's own place if there is none.
    pub spill: Option<SpillDir>,
}

impl Services {
    /// # Errors
    /// What the system says when it has no threads.
    pub fn new(audit: Arc<AuditLog>, spill: Option<SpillDir>) -> std::io::Result<Arc<Self>> {
        let executor = Executor::start()?;
        Ok(Arc::new(Self { audit, metrics: Metrics::default(), usage: Usage::default(), executor, spill }))
    }
}

/// What a world is made of.
#[derive(Debug)]
pub struct Parts {
    pub config: Arc<Config>,
    pub policy: Policy,
    pub users: Users,
    pub warehouses: BTreeMap<String, Arc<dyn Warehouse>>,
    pub services: Arc<Services>,
}

impl World {
    /// Reads everything that the configuration names.
    ///
    /// # Errors
    /// Every problem in every file.
    pub fn load(config: Arc<Config>, services: Arc<Services>) -> Result<Self, Vec<Problem>> {
        let warehouses = open_warehouses(&config)?;
        Self::load_over(config, warehouses, services)
    }

    /// Reads policies and users again; the configuration and the warehouses stay.
    ///
    /// # Errors
    /// Every problem in every file; this world is still good then.
    pub fn reload(&self) -> Result<Self, Vec<Problem>> {
        Self::load_over(Arc::clone(&self.config), self.warehouses.clone(), Arc::clone(&self.services))
    }

    fn load_over(
        config: Arc<Config>,
        warehouses: BTreeMap<String, Arc<dyn Warehouse>>,
        services: Arc<Services>,
    ) -> Result<Self, Vec<Problem>> {
        let names: Vec<&str> = warehouses.keys().map(String::as_str).collect();
        let secrets: Vec<&str> = config.secrets.keys().map(String::as_str).collect();
        let functions: BTreeSet<&str> = functions::names().collect();
        let system: BTreeSet<&RelationName> = catalog::system_relations().collect();
        let around = Surroundings {
            warehouses: Some(&names),
            secrets: Some(&secrets),
            functions: Some(&functions),
            system: Some(&system),
        };
        let dir = config.policy_dir.clone();
        let policy = files::policy_files(&dir).and_then(|files| policy::load_within(&files, around));
        let cases = files::case_files(&dir).and_then(|files| policy::cases(&files));
        let users = files::users(&config.users);
        match (policy, cases, users) {
            (Ok(policy), Ok(cases), Ok(users)) => {
                let mut misfits = users.misfits(&config.users.display().to_string(), &policy);
                misfits.extend(binding::misfits(&cases, &policy).map(|problem| within(&dir, problem)));
                if !misfits.is_empty() {
                    return Err(misfits);
                }
                Self::of(Parts { config, policy, users, warehouses, services })
                    .map_err(|problems| problems.into_iter().map(|problem| within(&dir, problem)).collect())
            }
            (policy, cases, users) => {
                let policies = [policy.err(), cases.err()].into_iter().flatten().flatten();
                Err(policies.map(|problem| within(&dir, problem)).chain(users.err().into_iter().flatten()).collect())
            }
        }
    }

    /// Puts a world together: binds every row filter and mask to its table.
    ///
    /// # Errors
    /// Everything in the policy that does not hold over its tables.
    pub fn of(parts: Parts) -> Result<Self, Vec<Problem>> {
        let Parts { config, policy, users, warehouses, services } = parts;
        let surroundings = binding::Surroundings { config: &config, warehouses: &warehouses };
        let binding::Relations { tables, catalogs } = binding::bind(&policy, &surroundings)?;
        let limits = StatementLimits::default();
        let engine = engine(&config, &services);
        Ok(Self { config, policy, users, warehouses, tables, catalogs, limits, engine, services })
    }

    /// The version of the policy; `tollgate.policy_version`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.policy.version
    }

    #[must_use]
    pub fn config(&self) -> &Arc<Config> {
        &self.config
    }

    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    #[must_use]
    pub fn role(&self, name: &RoleName) -> Option<&Arc<Role>> {
        self.policy.roles.get(name)
    }

    /// What this role's catalogs know.
    ///
    /// # Errors
    /// 42501 if there is no such role (any more).
    pub fn catalog(&self, role: &RoleName) -> SqlResult<Arc<CatalogView>> {
        self.catalogs.get(role).cloned().ok_or_else(|| {
            SqlError::new(SqlState::INSUFFICIENT_PRIVILEGE, format!("role \"{role}\" does not exist")).rule("role")
        })
    }

    /// What all statements share of the engine's settings.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// What outlives this world.
    #[must_use]
    pub fn services(&self) -> &Arc<Services> {
        &self.services
    }

    #[must_use]
    pub fn users(&self) -> &Users {
        &self.users
    }

    /// The contracts with their types resolved.
    #[must_use]
    pub fn tables(&self) -> &BTreeMap<RelationName, Arc<RawTable>> {
        &self.tables
    }

    #[must_use]
    pub fn warehouses(&self) -> &BTreeMap<String, Arc<dyn Warehouse>> {
        &self.warehouses
    }

    /// Where statements are recorded.
    #[must_use]
    pub fn audit(&self) -> &Arc<AuditLog> {
        &self.services.audit
    }

    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.services.metrics
    }

    /// How large a statement may be.
    #[must_use]
    pub fn statement_limits(&self) -> &StatementLimits {
        &self.limits
    }
}

/// What the configuration says of the engine; of several embedded warehouses the one that allows least.
fn engine(config: &Config, services: &Services) -> Engine {
    let standard = Engine::default();
    let memory = config.embedded().filter_map(|embedded| embedded.memory).min();
    Engine {
        spill_dir: services.spill.as_ref().map(|spill| spill.path().to_owned()),
        memory: memory.map(|bytes| usize::try_from(bytes).unwrap_or(usize::MAX)),
        executor: Some(services.executor.handle().clone()),
        ..standard
    }
}

impl Sources for World {
    fn warehouse(&self, name: &str) -> Option<Arc<dyn Warehouse>> {
        binding::Surroundings { config: &self.config, warehouses: &self.warehouses }.warehouse(name)
    }

    fn secret(&self, name: &str) -> Option<Arc<[u8]>> {
        binding::Surroundings { config: &self.config, warehouses: &self.warehouses }.secret(name)
    }
}

/// A policy's file names are relative to its folder; who reads a problem wants to open the file.
fn within(dir: &Path, problem: Problem) -> Problem {
    if Path::new(&problem.file).starts_with(dir) {
        return problem;
    }
    Problem { file: dir.join(&problem.file).display().to_string(), ..problem }
}

fn open_warehouses(config: &Config) -> Result<BTreeMap<String, Arc<dyn Warehouse>>, Vec<Problem>> {
    let mut warehouses = BTreeMap::new();
    let mut problems = Vec::new();
    for warehouse in &config.warehouses {
        match open_warehouse(warehouse) {
            Ok(opened) => drop(warehouses.insert(warehouse.name.clone(), opened)),
            Err(message) => {
                problems.push(Problem {
                    file: warehouse.place.file.clone(),
                    line: warehouse.place.line,
                    message: format!("warehouse \"{}\": {message}", warehouse.name),
                    hint: None,
                });
            }
        }
    }
    if problems.is_empty() { Ok(warehouses) } else { Err(problems) }
}

/// One warehouse as its configuration has it; for a remote one no connection is made yet.
///
/// # Errors
/// What of the configuration does not fit.
pub(crate) fn open_warehouse(warehouse: &WarehouseConfig) -> Result<Arc<dyn Warehouse>, String> {
    let size = PoolSize { connections: warehouse.pool, per_role: warehouse.pool_per_role };
    match &warehouse.kind {
        WarehouseKind::Embedded(embedded) => open_embedded(&warehouse.name, embedded),
        WarehouseKind::Postgres(config) => {
            let opened = postgres::Postgres::open(&warehouse.name, config, size, warehouse.timeout)?;
            Ok(Arc::new(opened))
        }
        WarehouseKind::Redshift(config) => {
            let opened = redshift::Redshift::open(&warehouse.name, config, size, warehouse.timeout)?;
            Ok(Arc::new(opened))
        }
        WarehouseKind::Snowflake(_) => not_built_in("snowflake"),
        WarehouseKind::Bigquery(_) => not_built_in("bigquery"),
        WarehouseKind::Databricks(_) => not_built_in("databricks"),
    }
}

fn not_built_in(kind: &str) -> Result<Arc<dyn Warehouse>, String> {
    Err(format!("this build can't reach warehouses of kind {kind}"))
}

fn open_embedded(name: &str, config: &Embedded) -> Result<Arc<dyn Warehouse>, String> {
    let text = |secret: &crate::config::Secret| secret.reveal_text().map(str::to_owned);
    let options = embedded::StoreOptions {
        region: config.region.clone(),
        endpoint: config.endpoint.clone(),
        access_key: config.access_key.as_ref().and_then(text),
        secret_key: config.secret_key.as_ref().and_then(text),
        allow_http: config.allow_http,
    };
    match embedded::Embedded::open(name, &config.path, &options) {
        Ok(warehouse) => Ok(Arc::new(warehouse)),
        Err(error) => {
            // The operator who reads this owns the warehouse, so its own words may be told here.
            let report = error.report();
            Err(report.cause.as_ref().map_or_else(|| report.message.clone(), ToString::to_string))
        }
    }
}
