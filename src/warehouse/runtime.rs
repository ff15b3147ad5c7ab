//! The gateway's own engine, for one statement at a time: what it may use of memory, disk and time.
//!
//! Comes in: a governed plan and the role's limits. Goes out: a stream of batches that works only one ahead of its reader, and stops when it is dropped. Must never: plan without a deadline, or
//! let one statement use another's memory.

use super::Estimate;
use super::balance::{self, Balance};
use super::careful;
use super::embedded::{Listings, ScanCounters};
use super::executor::{Remote, guarded};
use super::in_turn::in_turn;
use super::memory::StatementMemory;
use super::remote::{RemoteExec, Tag};
use super::typing;
use super::watched::watched;
use crate::error::{SqlError, SqlResult};
use crate::interrupt::Interrupt;
use crate::lower::fragments::{Cut, cut};
use crate::plan::barrier::GovernedExec;
use crate::plan::deadline::{self, Patience};
use crate::plan::governed::GovernedRelation;
use crate::plan::weight::{self, weigh};
use crate::window::{Governed, Window};
use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::memory_pool::MemoryPool;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::execution::session_state::{SessionState, SessionStateBuilder};
use datafusion::execution::{SendableRecordBatchStream, SessionStateDefaults, TaskContext};
use datafusion::logical_expr::LogicalPlan;
use datafusion::optimizer::Optimizer;
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_plan::joins::NestedLoopJoinExec;
use datafusion::physical_plan::{ExecutionPlan, execute_stream};
use datafusion::prelude::SessionConfig;
use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::runtime::Handle;

/// Rows in a batch.
pub(super) const BATCH: usize = 8_192;
/// Memory for a statement, if neither its role nor the configuration says.
const MEMORY: usize = 1 << 30;
/// Spilled bytes for a statement.
const SPILL: u64 = 64 << 30;

/// What all statements share of the engine's settings.
#[derive(Clone, Debug)]
pub struct Engine {
    /// Where sorts and groupings that outgrow their memory go; the system's own place if none is named.
    pub spill_dir: Option<PathBuf>,
    pub spill_bytes: u64,
    /// Parallel parts of a statement.
    pub partitions: usize,
    /// Bytes of memory for a statement, where its role's limit is not lower.
    pub memory: Option<usize>,
    /// Where statements work; the caller's own runtime if it has none of its own.
    pub executor: Option<Handle>,
}

impl Default for Engine {
    fn default() -> Self {
        let partitions = std::thread::available_parallelism().map_or(1, usize::from);
        Self { spill_dir: None, spill_bytes: SPILL, partitions, memory: None, executor: None }
    }
}

impl Engine {
    /// The engine for one statement, which may have so much memory, and so much time to be planned.
    ///
    /// # Errors
    /// XX000 if the spill directory can't be used.
    pub fn statement(&self, memory: Option<u64>, patience: Patience) -> SqlResult<StatementEngine> {
        self.statement_for(memory, patience, Tag::default())
    }

    /// The engine for one statement, and who it is for.
    ///
    /// # Errors
    /// As [`Engine::statement`].
    pub fn statement_for(&self, memory: Option<u64>, patience: Patience, tag: Tag) -> SqlResult<StatementEngine> {
        let memory = memory.map(|bytes| usize::try_from(bytes).unwrap_or(usize::MAX));
        let memory = memory.into_iter().chain(self.memory).min().unwrap_or(MEMORY);
        let pool = Arc::new(StatementMemory::new(memory));
        let mode = match &self.spill_dir {
            Some(dir) => DiskManagerMode::Directories(vec![dir.clone()]),
            None => DiskManagerMode::OsTmpDirectory,
        };
        let disk = DiskManagerBuilder::default().with_mode(mode).with_max_temp_directory_size(self.spill_bytes);
        let environment = RuntimeEnvBuilder::new()
            .with_memory_pool(Arc::clone(&pool) as _)
            .with_disk_manager_builder(disk)
            .build_arc()?;
        let counters = Arc::new(ScanCounters::default());
        // A bare state: no functions, no catalog, no file formats to be found by name.
        let state = SessionStateBuilder::new()
            .with_config(self.configuration(&counters).with_extension(Arc::new(tag)))
            .with_runtime_env(environment)
            .with_analyzer_rules(typing::rules())
            .with_optimizer_rules(deadline::between(balance::logical(careful::logical(Optimizer::new().rules))))
            .with_physical_optimizer_rules(deadline::between_physical(physical_rules()))
            .with_expr_planners(SessionStateDefaults::default_expr_planners())
            .build();
        let executor = self.executor.clone().map_or_else(Handle::try_current, Ok).map_err(SqlError::internal)?;
        Ok(StatementEngine { state, counters, patience, pool, executor })
    }

    fn configuration(&self, counters: &Arc<ScanCounters>) -> SessionConfig {
        let mut config = SessionConfig::new()
            .with_batch_size(BATCH)
            .with_target_partitions(self.partitions.max(1))
            .with_collect_statistics(false)
            .with_information_schema(false)
            .with_create_default_catalog_and_schema(false)
            .with_extension(Arc::clone(counters))
            .with_extension(Arc::new(Listings::default()));
        let options = config.options_mut();
        options.optimizer.skip_failed_rules = false;
        // It knows of some expressions that they can't be NULL before they are made executable, and not afterwards; a grouping over one would fail.
        options.execution.skip_physical_aggregate_schema_check = true;
        // Which partition reads a file is settled when the scan is planned, and not by who is idle first: rows come in the same order each time.
        options.execution.enable_file_stream_work_stealing = false;
        // A governed leaf takes no filter, so there is none to send to it while a join runs.
        options.optimizer.enable_dynamic_filter_pushdown = false;
        config
    }
}

fn physical_rules() -> impl Iterator<Item = Arc<dyn PhysicalOptimizerRule + Send + Sync>> {
    careful::physical().into_iter().chain([Arc::new(Balance) as _])
}

/// The engine for one statement.
pub struct StatementEngine {
    state: SessionState,
    counters: Arc<ScanCounters>,
    patience: Patience,
    pool: Arc<StatementMemory>,
    executor: Handle,
}

impl StatementEngine {
    /// What the statement read so far.
    #[must_use]
    pub fn counters(&self) -> &Arc<ScanCounters> {
        &self.counters
    }

    /// Bytes of memory that it may hold.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.pool.limit()
    }

    /// Bytes of memory that it holds now.
    #[must_use]
    pub fn reserved(&self) -> usize {
        self.pool.reserved()
    }

    /// Optimises the plan and makes it executable, on a thread with a large stack. Dropping the future ends the work at the next rule.
    ///
    /// # Errors
    /// 54001 past the deadline; what the warehouse says when its files are listed.
    pub async fn plan(&self, governed: &Governed) -> SqlResult<Planned> {
        let governed = governed.clone();
        self.on_planner(async move |state| planned(state, &governed).await).await
    }

    #[cfg(test)]
    pub(crate) async fn physical(&self, plan: LogicalPlan) -> SqlResult<Arc<dyn ExecutionPlan>> {
        Ok(self.on_planner(async move |state| executable(state, &plan).await).await?.into_physical())
    }

    async fn on_planner<F>(&self, work: F) -> SqlResult<Planned>
    where
        F: AsyncFnOnce(&SessionState) -> SqlResult<Parts> + Send + 'static,
    {
        let (state, executor) = (self.state.clone(), self.executor.clone());
        // The plan may be deep; it is dropped there too, where the stack is large.
        let plan = move || {
            let parts = executor.block_on(work(&state))?;
            Ok(Planned { parts, executor })
        };
        deadline::on_large_stack(self.patience, plan).await
    }

    /// Starts the plan. Nothing of it works any more soon after the stream is dropped.
    ///
    /// # Errors
    /// XX000 if the engine can't start it.
    pub fn run(&self, plan: Arc<dyn ExecutionPlan>) -> SqlResult<SendableRecordBatchStream> {
        let context = self.context(&plan)?;
        let interrupt = Arc::new(Interrupt::within(Arc::clone(&self.pool) as _));
        let schema = plan.schema();
        let open = {
            let interrupt = Arc::clone(&interrupt);
            move || Ok(execute_stream(watched(in_turn(plan)?, &interrupt)?, context)?)
        };
        let pool = Arc::clone(&self.pool);
        let explain = move |error| pool.explain(error);
        Ok(Box::pin(Remote::start(&self.executor, schema, interrupt, open, explain)))
    }

    fn context(&self, plan: &Arc<dyn ExecutionPlan>) -> SqlResult<Arc<TaskContext>> {
        if !loops(plan)? {
            return Ok(self.state.task_ctx());
        }
        let disk = DiskManagerBuilder::default().with_mode(DiskManagerMode::Disabled);
        // INVARIANT: the same memory pool and object stores as the environment that it was planned in.
        let environment = RuntimeEnvBuilder::from_runtime_env(self.state.runtime_env())
            .with_disk_manager_builder(disk)
            .build_arc()?;
        Ok(Arc::new(TaskContext::from(&self.state).with_runtime(environment)))
    }
}

/// Whether it joins by nested loops. Such a join that runs out of memory starts its left side a second time to spill it, which a repartitioned input answers
/// with a panic, and pairs rows per partition, which can repeat those that match nothing: without a disk it ends at the memory limit instead.
fn loops(plan: &Arc<dyn ExecutionPlan>) -> SqlResult<bool> {
    Ok(plan.exists(|node| Ok(node.is::<NestedLoopJoinExec>()))?)
}

/// Scans, each with the visible columns that it reads.
pub(crate) type Scans = Vec<(GovernedRelation, Vec<usize>)>;

/// Gives the warehouses what they can run, and makes the rest executable here.
async fn planned(state: &SessionState, governed: &Governed) -> SqlResult<Parts> {
    match cut(governed.plan(), governed.scans(), governed.types())? {
        Cut::Untouched => executable(state, governed.plan()).await,
        Cut::Whole { statement, plan } => {
            let scans = scans_of(&plan)?;
            Ok(Parts { pushed: vec![Arc::clone(&statement)], physical: statement, scans, local: None, why: None })
        }
        Cut::Parts { plan, before, why } => {
            let scans = scans_of(&before)?;
            let Parts { physical, pushed, .. } = executable(state, &plan).await?;
            Ok(Parts { physical, scans, pushed, local: Some(plan), why: Some(why) })
        }
    }
}

async fn executable(state: &SessionState, plan: &LogicalPlan) -> SqlResult<Parts> {
    let optimized = state.optimize(plan)?;
    weigh(&optimized, weight::OPTIMISED)?;
    let scans = scans_of(&optimized)?;
    let physical = state.query_planner().create_physical_plan(&optimized, state).await?;
    let pushed = statements_of(&physical)?;
    Ok(Parts { physical, scans, pushed, local: Some(plan.clone()), why: None })
}

/// The statements that are leaves of a plan.
fn statements_of(plan: &Arc<dyn ExecutionPlan>) -> SqlResult<Vec<Arc<RemoteExec>>> {
    let mut statements = Vec::new();
    plan.apply(|node| {
        let any: Arc<dyn std::any::Any + Send + Sync> = Arc::clone(node) as _;
        if let Ok(statement) = any.downcast::<RemoteExec>() {
            statements.push(statement);
        } else if let Some(statement) = node.downcast_ref::<GovernedExec>().and_then(GovernedExec::statement) {
            statements.push(Arc::clone(statement));
        }
        Ok(TreeNodeRecursion::Continue)
    })?;
    Ok(statements)
}

/// A plan that can be run, and what it reads.
#[derive(Debug)]
pub struct Planned {
    parts: Parts,
    executor: Handle,
}

/// What planning makes.
#[derive(Debug)]
struct Parts {
    physical: Arc<dyn ExecutionPlan>,
    scans: Scans,
    /// What warehouses are sent.
    pushed: Vec<Arc<RemoteExec>>,
    /// What the gateway's own engine runs; nothing where a warehouse runs all of it.
    local: Option<LogicalPlan>,
    /// Why not all of it runs at the warehouse.
    why: Option<String>,
}

impl Planned {
    /// The plan that runs.
    #[must_use]
    pub fn into_physical(self) -> Arc<dyn ExecutionPlan> {
        self.parts.physical
    }

    /// The statements that warehouses are sent, in the order of the plan.
    #[must_use]
    pub fn pushed_sql(&self) -> Vec<&str> {
        self.parts.pushed.iter().map(|statement| statement.statement().text()).collect()
    }

    /// The scans that the gateway does itself, each as a statement that would read the same.
    #[must_use]
    pub fn scanned(&self) -> Vec<String> {
        let own = self.parts.scans.iter().filter(|(relation, _)| relation.warehouse().remote().is_none());
        own.map(|(relation, columns)| relation.as_statement(columns)).collect()
    }

    /// Whether a warehouse must be asked for the price.
    #[must_use]
    pub fn is_pushed(&self) -> bool {
        !self.parts.pushed.is_empty()
    }

    /// What the gateway's own engine runs.
    #[must_use]
    pub fn local(&self) -> Option<&LogicalPlan> {
        self.parts.local.as_ref()
    }

    /// Why a warehouse that runs statements does not run all of it.
    #[must_use]
    pub fn why_local(&self) -> Option<&str> {
        self.parts.why.as_deref()
    }

    /// The relations that are read, `schema.name`, each once.
    #[must_use]
    pub fn tables(&self) -> Vec<String> {
        tables(&self.parts.scans)
    }

    /// The columns that are read, `schema.name.column`, each once.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        columns(&self.parts.scans)
    }

    /// The warehouses that are read, by name.
    #[must_use]
    pub fn warehouse(&self) -> Option<String> {
        let names = sorted(self.parts.scans.iter().map(|(relation, _)| relation.warehouse().name().to_owned()));
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// Whether the role does not see all that is read.
    #[must_use]
    pub fn conceals(&self) -> bool {
        conceal(&self.parts.scans)
    }

    /// What all scans together cost.
    ///
    /// # Errors
    /// 58030 if a warehouse fails.
    pub async fn estimate(&self) -> SqlResult<Estimate> {
        let scans = self.parts.scans.clone();
        let sum = async move { price(&scans).await };
        self.executor.spawn(guarded(sum)).await.map_err(SqlError::internal)?
    }
}

/// Whether what scans read is more than the role sees: rows are kept back, or a mask stands in for values. What that weighs is told to nobody.
pub(crate) fn conceal(scans: &Scans) -> bool {
    scans.iter().any(|(relation, columns)| relation.conceals(columns))
}

/// What these scans of one statement cost together. Of scans that read the same, one is looked at.
///
/// # Errors
/// 58030 if a warehouse fails.
pub(crate) async fn price(scans: &Scans) -> SqlResult<Estimate> {
    let mut known = HashMap::new();
    let mut sum = Estimate::ZERO;
    for (relation, columns) in scans {
        // INVARIANT: within a statement a name stands for one grant.
        let alike = (relation.name(), relation.window().map(Window::bounds), columns);
        let estimate = match known.get(&alike) {
            Some(estimate) => *estimate,
            None => relation.estimate(Some(columns)).await?,
        };
        known.insert(alike, estimate);
        sum = sum.plus(estimate);
    }
    Ok(sum)
}

fn tables(scans: &Scans) -> Vec<String> {
    sorted(scans.iter().map(|(relation, _)| relation.name().to_string()))
}

fn columns(scans: &Scans) -> Vec<String> {
    sorted(scans.iter().flat_map(|(relation, columns)| {
        let name = relation.name();
        columns
            .iter()
            .filter_map(|column| relation.columns().get(*column))
            .map(move |column| format!("{name}.{}", column.name))
    }))
}

/// The tables and columns that a plan reads, and its scans.
pub(crate) fn reads(plan: &LogicalPlan) -> SqlResult<(Vec<String>, Vec<String>, Scans)> {
    let scans = scans_of(plan)?;
    Ok((tables(&scans), columns(&scans), scans))
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    names.collect::<BTreeSet<_>>().into_iter().collect()
}

/// The governed scans of an optimised plan, its sub-selects' too, with the columns that each one reads.
fn scans_of(plan: &LogicalPlan) -> SqlResult<Scans> {
    let mut scans = Vec::new();
    plan.apply_with_subqueries(|node| {
        if let LogicalPlan::TableScan(scan) = node
            && let Some(relation) = GovernedRelation::of_source(&scan.source)
        {
            let columns = scan.projection.clone().unwrap_or_else(|| (0..relation.columns().len()).collect());
            scans.push((relation, columns));
        }
        Ok(TreeNodeRecursion::Continue)
    })?;
    Ok(scans)
}
