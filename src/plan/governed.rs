//! Governed relations: what a role sees instead of a table.
//!
//! Comes in: a grant that a [`Permit`] holds, and the warehouse that owns the table. Goes out: a leaf for a plan, whose schema is what the role may see and whose rows come through the
//! window, the row filter and the masks. Must never: be built without a permit, name a hidden column, or let anything that the user wrote run below the row filter.

use super::barrier::{GovernedExec, Visible};
use super::leakproof::is_leakproof;
use super::mask;
use super::typed::{BindContext, Clock};
use crate::error::{SqlError, SqlResult};
use crate::types::{Display, PgColumn, PgType};
use crate::warehouse::remote::RemoteExec;
use crate::warehouse::{Estimate, ScanRequest, Warehouse};
use crate::window::bounds::DAY;
use crate::window::{Bounds, Range, Window};
use async_trait::async_trait;
use chrono::DateTime;
use datafusion::arrow::datatypes::{Field, Schema, SchemaRef};
use datafusion::catalog::{Session, TableProvider};
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode};
use datafusion::common::{Column, DFSchema, ScalarValue};
use datafusion::datasource::{DefaultTableSource, source_as_provider};
use datafusion::error::Result as DataFusionResult;
use datafusion::logical_expr::execution_props::ExecutionProps;
use datafusion::logical_expr::physical_planning_context::PhysicalPlanningContext;
use datafusion::logical_expr::utils::{conjunction, split_conjunction};
use datafusion::logical_expr::{Expr, TableProviderFilterPushDown, TableSource, TableType};
use datafusion::physical_expr::utils::reassign_expr_columns;
use datafusion::physical_expr::{PhysicalExpr, create_physical_expr};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::filter::FilterExec;
use datafusion::sql::sqlparser::ast;
use guard::admit::Permit;
use guard::policy::{Grain, Grant, Mask, RelationName, Table};
use guard::seal::{Moment, SealedSql};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// Terms of a statement's own condition that spare row groups: they are looked at for each file, in time that grows with their square.
const PRUNING_TERMS: usize = 64;

/// Where relations come from: the warehouses and secrets of the world that a statement is decided under.
pub trait Sources {
    fn warehouse(&self, name: &str) -> Option<Arc<dyn Warehouse>>;

    /// The key of an `hmac(name)` mask.
    fn secret(&self, name: &str) -> Option<Arc<[u8]>>;
}

/// A table as its contract describes it, its types resolved.
#[derive(Debug)]
pub struct RawTable {
    contract: Arc<Table>,
    columns: Vec<PgColumn>,
    nullable: Vec<bool>,
    schema: SchemaRef,
}

impl RawTable {
    /// Resolves the contract's types.
    ///
    /// # Errors
    /// 42704 for a type that is not there.
    pub fn resolve(contract: Arc<Table>) -> SqlResult<Self> {
        let oid = relation_oid(&contract.name);
        let mut columns = Vec::with_capacity(contract.columns.len());
        for (attnum, column) in (1i16..).zip(&contract.columns) {
            let (ty, typmod) = PgType::from_ast(&column.ty)?;
            columns.push(PgColumn { name: column.name.clone(), ty, typmod, table_oid: oid, attnum });
        }
        let nullable = contract.columns.iter().map(|column| column.nullable).collect();
        let schema = Arc::new(schema_of(&columns));
        Ok(Self { contract, columns, nullable, schema })
    }

    #[must_use]
    pub fn contract(&self) -> &Arc<Table> {
        &self.contract
    }

    /// All columns of the contract, in its order.
    #[must_use]
    pub fn columns(&self) -> &[PgColumn] {
        &self.columns
    }

    /// Whether the contract allows NULL in the column of that index.
    #[must_use]
    pub fn is_nullable(&self, index: usize) -> bool {
        self.nullable.get(index).copied().unwrap_or(true)
    }

    /// The columns in canonical form.
    #[must_use]
    pub fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    #[must_use]
    pub fn index_of(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|candidate| candidate.name == column)
    }
}

/// Every field is nullable: what a contract promises of NULL is checked, not believed.
fn schema_of(columns: &[PgColumn]) -> Schema {
    Schema::new(columns.iter().map(|column| Field::new(&column.name, column.ty.arrow(), true)).collect::<Vec<_>>())
}

/// What a role sees instead of a table, for one statement: cheap to clone, immutable.
#[derive(Clone)]
pub struct GovernedRelation {
    facts: Arc<Facts>,
    /// Which scan of the plan this is; the window stage counts them.
    scan: usize,
    /// Where the statement names it, in characters from 1.
    position: Option<usize>,
    /// Set by the window stage.
    window: Option<Window>,
}

/// What all scans of one relation within a statement share.
struct Facts {
    raw: Arc<RawTable>,
    grant: Arc<Grant>,
    holder: Holder,
    warehouse: Arc<dyn Warehouse>,
    /// Over the raw table's columns.
    row_filter: Option<Expr>,
    /// Visible columns, after masks.
    columns: Vec<PgColumn>,
    schema: SchemaRef,
    /// By visible column: its index in the raw table and its mask.
    visible: Vec<Visible>,
}

/// Who holds the grant, under which version of the policy, and when.
struct Holder {
    user: String,
    policy_version: String,
    moment: Moment,
}

fn moment_of(clock: &Clock) -> Moment {
    let (transaction, statement) = clock.peek();
    Moment { transaction: transaction.timestamp_micros(), statement: statement.timestamp_micros() }
}

/// All that a row filter may know: its user and its clock. The same filter keeps the same rows whatever the session's settings are.
fn filter_context(user: &str, role: &str, database: &str, clock: Clock) -> BindContext {
    BindContext {
        clock,
        display: Display::default(),
        user: user.to_owned(),
        role: role.to_owned(),
        database: database.to_owned(),
        search_path: vec!["pg_catalog".to_owned()],
        parameters: RefCell::default(),
        settings: BTreeMap::new(),
        backend_pid: 0,
        catalog: Arc::default(),
        activity: Arc::new(crate::catalog::Alone),
        session: Arc::new(crate::functions::settings::NoSettings),
    }
}

fn bind_filter(expr: &ast::Expr, raw: &RawTable, context: &BindContext) -> SqlResult<Expr> {
    let filter = super::bind_over_table(expr, raw.columns(), context)?;
    match filter.ty {
        PgType::Bool => Ok(filter.expr),
        _ => Err(SqlError::internal("a row filter is not boolean")),
    }
}

/// Binds a row filter for a statement.
fn bind_row_filter(expr: &ast::Expr, raw: &RawTable, user: &str, context: &BindContext) -> SqlResult<Expr> {
    let (transaction, statement) = context.clock.peek();
    let own = filter_context(user, &context.role, &context.database, Clock::new(transaction, statement));
    let filter = bind_filter(expr, raw, &own)?;
    if own.clock.is_read() {
        // The plan is one of this moment through its row filter too.
        context.clock.statement_time();
    }
    Ok(filter)
}

/// What of a grant does not hold over its table.
#[derive(Debug)]
pub enum Unfit {
    /// The row filter.
    Rows(SqlError),
    /// The rest.
    Grant(SqlError),
}

/// Binds a grant as a statement would, so that no statement is the first to find out what is wrong with it.
///
/// # Errors
/// What binding, or writing it for a warehouse that runs statements, says.
pub fn judge(
    grant: &Arc<Grant>,
    raw: &Arc<RawTable>,
    role: &str,
    database: &str,
    sources: &dyn Sources,
) -> Result<(), Unfit> {
    let moment = DateTime::UNIX_EPOCH;
    let context = filter_context(role, role, database, Clock::new(moment, moment));
    let filter = grant.rows.as_ref().map(|filter| {
        let bound = bind_filter(&filter.expr, raw, &context)?;
        physical(&bound, raw.schema())?;
        Ok(bound)
    });
    let filter = filter.transpose().map_err(Unfit::Rows)?;
    let holder = Holder { user: role.to_owned(), policy_version: String::new(), moment: moment_of(&context.clock) };
    let relation = GovernedRelation::assemble(Arc::clone(grant), Arc::clone(raw), filter, holder, sources)
        .map_err(Unfit::Grant)?;
    if relation.warehouse().remote().is_some() {
        let columns: Vec<usize> = (0..relation.columns().len()).collect();
        let scan = crate::lower::scan(&relation, &columns, &[]);
        let scan = scan.map_err(|why| Unfit::Rows(SqlError::unsupported(format!("it can't be sent: {why}"))))?;
        scan.seal().map_err(Unfit::Grant)?;
    }
    Ok(())
}

impl GovernedRelation {
    /// The relation as the permit grants it.
    ///
    /// # Errors
    /// XX000 if the permit does not hold the relation or the world has no such warehouse; what the row filter's binding says.
    pub fn under(
        permit: &Permit,
        relation: &RelationName,
        sources: &dyn Sources,
        context: &BindContext,
    ) -> SqlResult<Self> {
        let grant = permit.grants().get(relation).ok_or_else(|| SqlError::internal("relation outside the permit"))?;
        let raw = Arc::new(RawTable::resolve(Arc::clone(&grant.table))?);
        let row_filter = match &grant.rows {
            None => None,
            Some(filter) => Some(bind_row_filter(&filter.expr, &raw, permit.user(), context)?),
        };
        let holder = Holder {
            user: permit.user().to_owned(),
            policy_version: permit.policy_version().to_owned(),
            moment: moment_of(&context.clock),
        };
        Self::assemble(Arc::clone(grant), raw, row_filter, holder, sources)
    }

    /// A relation that no permit granted.
    #[cfg(test)]
    pub(crate) fn for_test(grant: Arc<Grant>, row_filter: Option<Expr>, sources: &dyn Sources) -> SqlResult<Self> {
        let raw = Arc::new(RawTable::resolve(Arc::clone(&grant.table))?);
        let holder = Holder { user: "test".to_owned(), policy_version: "test".to_owned(), moment: Moment::default() };
        Self::assemble(grant, raw, row_filter, holder, sources)
    }

    fn assemble(
        grant: Arc<Grant>,
        raw: Arc<RawTable>,
        row_filter: Option<Expr>,
        holder: Holder,
        sources: &dyn Sources,
    ) -> SqlResult<Self> {
        let warehouse =
            sources.warehouse(&grant.table.warehouse).ok_or_else(|| SqlError::internal("no such warehouse"))?;
        let mut visible = Vec::with_capacity(grant.columns.len());
        let columns = visible_columns(&grant, &raw)?;
        for name in &grant.columns {
            let index = raw.index_of(name).ok_or_else(|| SqlError::internal("granted column outside the contract"))?;
            let column = raw.columns().get(index).ok_or_else(|| SqlError::internal("column out of range"))?;
            let mask = grant.masks.get(name);
            let mask = mask.map(|mask| mask::Mask::ready(mask, &column.ty, sources)).transpose()?;
            visible.push(Visible { inner: index, ty: column.ty.clone(), mask });
        }
        let schema = Arc::new(schema_of(&columns));
        let facts = Facts { raw, grant, holder, warehouse, row_filter, columns, schema, visible };
        Ok(Self { facts: Arc::new(facts), scan: 0, position: None, window: None })
    }

    #[must_use]
    pub fn name(&self) -> &RelationName {
        &self.facts.grant.table.name
    }

    /// The table's OID, the same on every replica.
    #[must_use]
    pub fn oid(&self) -> u32 {
        relation_oid(self.name())
    }

    /// The visible columns, numbered from 1 without gaps.
    #[must_use]
    pub fn columns(&self) -> &[PgColumn] {
        &self.facts.columns
    }

    #[must_use]
    pub fn grant(&self) -> &Arc<Grant> {
        &self.facts.grant
    }

    /// Who holds the grant: `current_user` in its row filter.
    #[must_use]
    pub fn user(&self) -> &str {
        &self.facts.holder.user
    }

    /// When the statement runs: `now()` in its row filter. A plan whose row filter asks for it is one of that moment.
    #[must_use]
    pub fn moment(&self) -> Moment {
        self.facts.holder.moment
    }

    /// The table behind it.
    pub(crate) fn raw(&self) -> &Arc<RawTable> {
        &self.facts.raw
    }

    /// The type of a column of the table, before any mask.
    pub(crate) fn raw_type(&self, column: &str) -> Option<&PgType> {
        let raw = self.raw();
        raw.index_of(column).and_then(|index| raw.columns().get(index)).map(|column| &column.ty)
    }

    #[must_use]
    pub fn warehouse(&self) -> &Arc<dyn Warehouse> {
        &self.facts.warehouse
    }

    /// Whether a scan of it must have a window.
    #[must_use]
    pub fn needs_window(&self) -> bool {
        self.facts.grant.window_required
    }

    #[must_use]
    pub fn window(&self) -> Option<&Window> {
        self.window.as_ref()
    }

    /// Which scan of its plan this is.
    #[must_use]
    pub fn scan_number(&self) -> usize {
        self.scan
    }

    /// Where the statement names it, in characters from 1.
    #[must_use]
    pub fn position(&self) -> Option<usize> {
        self.position
    }

    /// The same relation, named at that place of the statement.
    pub(crate) fn written_at(&self, position: Option<usize>) -> Self {
        Self { position, ..self.clone() }
    }

    /// The same relation as the scan of that number.
    pub(crate) fn numbered(&self, scan: usize) -> Self {
        Self { scan, ..self.clone() }
    }

    /// The same relation under a window, which only the window stage can have made.
    pub(crate) fn within(&self, window: Window) -> Self {
        Self { window: Some(window), ..self.clone() }
    }

    /// What of the table's partition is known: its rule, whether each of its columns is visible as it is, and their types.
    pub(crate) fn partition(&self) -> Option<PartitionColumns<'_>> {
        let partition = self.facts.raw.contract().partition.as_ref()?;
        Some(PartitionColumns {
            time: self.plain_column(&partition.of),
            partition: self.plain_column(&partition.column),
            by_day: partition.grain == Grain::Day,
        })
    }

    /// A column that is visible without a mask.
    pub(crate) fn plain_column(&self, name: &str) -> Option<&PgColumn> {
        let visible = self.facts.columns.iter().zip(&self.facts.visible);
        visible
            .filter(|(_, visible)| visible.mask.is_none())
            .map(|(column, _)| column)
            .find(|column| column.name == name)
    }

    /// Whether a scan of these visible columns reads more than is shown: rows that the filter keeps back, or what a mask stands in for.
    #[must_use]
    pub(crate) fn conceals(&self, columns: &[usize]) -> bool {
        let is_masked = |column: &usize| self.facts.visible.get(*column).is_none_or(|visible| visible.mask.is_some());
        self.facts.grant.rows.is_some() || columns.iter().any(is_masked)
    }

    /// What a scan of these visible columns costs within its window.
    ///
    /// # Errors
    /// 58030 if the warehouse fails.
    pub async fn estimate(&self, projection: Option<&[usize]>) -> SqlResult<Estimate> {
        if let Some(remote) = self.facts.warehouse.remote() {
            let columns: Vec<usize> = projection.map_or_else(|| (0..self.facts.columns.len()).collect(), <[_]>::to_vec);
            return remote.estimate(&self.priced_by(&columns)?).await;
        }
        let request = self.request(projection, None);
        self.facts.warehouse.estimate(&request).await
    }

    /// The scan of these visible columns as a statement, for the operator's eyes: it holds the row filter, and is never run.
    #[must_use]
    pub fn as_statement(&self, columns: &[usize]) -> String {
        let names: Vec<&str> =
            columns.iter().filter_map(|index| self.facts.columns.get(*index)).map(|c| c.name.as_str()).collect();
        let bounds = self.window.map_or(Bounds::ALL, |window| window.bounds());
        let mut parts = Vec::new();
        if let Some(partition) = &self.facts.raw.contract().partition {
            let mut bound = |column: &str, operator: &str, value: Option<String>| {
                parts.extend(value.map(|value| format!("{column} {operator} '{value}'")));
            };
            let time = |micros: i64| DateTime::from_timestamp_micros(micros).map(|time| time.to_rfc3339());
            let day = |day: i64| crate::window::bounds::date_of(day).map(|date| date.to_string());
            bound(&partition.of, ">=", bounds.time.from.and_then(time));
            bound(&partition.of, "<", bounds.time.to.and_then(time));
            if partition.grain == Grain::Day {
                bound(&partition.column, ">=", bounds.partition.from.and_then(day));
                bound(&partition.column, "<", bounds.partition.to.and_then(day));
            }
        }
        parts.extend(self.facts.grant.rows.as_ref().map(|filter| format!("({})", filter.text)));
        let filter = if parts.is_empty() { String::new() } else { format!(" WHERE {}", parts.join(" AND ")) };
        format!("SELECT {} FROM {}{filter}", names.join(", "), self.facts.raw.contract().source)
    }

    /// What a warehouse is asked for the price of a scan of these visible columns.
    ///
    /// # Errors
    /// 0A000 if it can't be written.
    pub(crate) fn priced_by(&self, columns: &[usize]) -> SqlResult<SealedSql> {
        // INVARIANT: nothing of the user's but the window: what a server expects of a predicate tells of rows that are hidden.
        let scan = crate::lower::scan(self, columns, &[]);
        let why = |why| SqlError::unsupported(format!("the warehouse can't be asked for it: {why}"));
        let (sealed, _) = scan.map_err(why)?.seal()?;
        Ok(sealed)
    }

    /// Whether exactly this permit grants it: gate 2 asks.
    #[must_use]
    pub fn is_under(&self, permit: &Permit) -> bool {
        permit.policy_version() == self.facts.holder.policy_version
            && permit.user() == self.facts.holder.user
            && permit.grants().get(self.name()).is_some_and(|grant| Arc::ptr_eq(grant, &self.facts.grant))
    }

    /// The leaf for a plan.
    #[must_use]
    pub fn into_source(self) -> Arc<dyn TableSource> {
        Arc::new(DefaultTableSource::new(Arc::new(self)))
    }

    /// The governed relation behind a leaf, if it is one.
    #[must_use]
    pub fn of_source(source: &Arc<dyn TableSource>) -> Option<Self> {
        let provider = source_as_provider(source).ok()?;
        provider.as_ref().downcast_ref::<Self>().cloned()
    }
}

impl fmt::Debug for GovernedRelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GovernedRelation")
            .field("name", self.name())
            .field("window", &self.window)
            .finish_non_exhaustive()
    }
}

/// What a grant shows of its table: the visible columns, numbered from 1 without gaps, with the types that their masks leave. The scan and the catalogs both have it from here.
///
/// # Errors
/// XX000 if the grant names a column that the contract does not have.
pub fn visible_columns(grant: &Grant, raw: &RawTable) -> SqlResult<Vec<PgColumn>> {
    (1i16..)
        .zip(&grant.columns)
        .map(|(attnum, name)| {
            let index = raw.index_of(name).ok_or_else(|| SqlError::internal("granted column outside the contract"))?;
            let column = raw.columns().get(index).ok_or_else(|| SqlError::internal("column out of range"))?;
            Ok(match grant.masks.get(name) {
                None => PgColumn { attnum, ..column.clone() },
                Some(mask) => PgColumn { attnum, ty: masked_type(mask, &column.ty), typmod: -1, ..column.clone() },
            })
        })
        .collect()
}

/// The type that a masked column shows.
#[must_use]
pub fn masked_type(mask: &Mask, ty: &PgType) -> PgType {
    match mask {
        Mask::Sha256 | Mask::Hmac { secret: _ } | Mask::Constant(_) | Mask::Keep(_) => PgType::Text,
        Mask::Null | Mask::Day | Mask::Bucket(_) => ty.clone(),
    }
}

/// A table's OID: made from its name alone, in the range of user objects, so that it is the same on every replica and after every reload.
#[must_use]
pub fn relation_oid(name: &RelationName) -> u32 {
    // FNV-1a: its constants are fixed for ever, unlike the standard library's hasher.
    let hash = name
        .schema
        .bytes()
        .chain([b'.'])
        .chain(name.name.bytes())
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    16_384 + hash % (0x7fff_ffff - 16_384)
}

#[async_trait]
impl TableProvider for GovernedRelation {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.facts.schema)
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    fn supports_filters_pushdown(&self, filters: &[&Expr]) -> DataFusionResult<Vec<TableProviderFilterPushDown>> {
        let supported = filters.iter().map(|filter| {
            // Inexact: it spares row groups below, and is decided above.
            if is_leakproof(filter, &|name| self.plain_column(name).map(|column| column.ty.clone())) {
                TableProviderFilterPushDown::Inexact
            } else {
                TableProviderFilterPushDown::Unsupported
            }
        });
        Ok(supported.collect())
    }

    async fn scan(
        &self,
        session: &dyn Session,
        projection: Option<&Vec<usize>>,
        filters: &[Expr],
        _limit: Option<usize>,
    ) -> DataFusionResult<Arc<dyn ExecutionPlan>> {
        self.governed_scan(session, projection, filters).await.map_err(SqlError::into_datafusion)
    }
}

impl GovernedRelation {
    async fn governed_scan(
        &self,
        session: &dyn Session,
        projection: Option<&Vec<usize>>,
        filters: &[Expr],
    ) -> SqlResult<Arc<dyn ExecutionPlan>> {
        // INVARIANT: without the window stage there is no scan.
        if self.needs_window() && self.window.is_none() {
            return Err(SqlError::internal("a scan that needs a window reached execution without one"));
        }
        if self.facts.warehouse.remote().is_some() {
            return self.remote_scan(projection, filters);
        }
        let raw = &self.facts.raw;
        let predicate = self.predicate()?;
        let pruning = self.pruning(predicate.as_ref(), filters)?;
        let request = self.request(projection.map(Vec::as_slice), pruning);
        let columns = request.columns.clone();
        let position = |index: usize| {
            columns.iter().position(|column| *column == index).ok_or_else(|| SqlError::internal("column not scanned"))
        };
        let scanner =
            self.facts.warehouse.scanner().ok_or_else(|| SqlError::internal("a remote warehouse can't be scanned"))?;
        let mut inner = scanner.scan(session, request).await?;
        let hides_rows = self.facts.row_filter.is_some();
        if let Some(predicate) = predicate {
            let physical = physical(&predicate, raw.schema())?;
            let physical = reassign_expr_columns(physical, &inner.schema())?;
            let filter = FilterExec::try_new(physical, inner)?.with_batch_size(session.config().batch_size())?;
            inner = Arc::new(filter);
        }
        let mut visible = Vec::new();
        for column in self.projected(projection.map(Vec::as_slice)) {
            visible.push(Visible { inner: position(column.inner)?, ..column.clone() });
        }
        let schema = match projection {
            None => Arc::clone(&self.facts.schema),
            Some(indices) => Arc::new(self.facts.schema.project(indices).map_err(SqlError::internal)?),
        };
        Ok(Arc::new(GovernedExec::new(inner, visible, schema, self.label(projection), hides_rows)))
    }

    /// The scan as a statement of the warehouse's, which applies window, row filter and all masks that it can.
    fn remote_scan(&self, projection: Option<&Vec<usize>>, filters: &[Expr]) -> SqlResult<Arc<dyn ExecutionPlan>> {
        let columns: Vec<usize> = match projection {
            None => (0..self.facts.columns.len()).collect(),
            Some(indices) => indices.clone(),
        };
        let plain = filters.iter().map(|filter| unqualified(filter.clone())).collect::<SqlResult<Vec<_>>>()?;
        let lowered = crate::lower::scan(self, &columns, &plain)
            .map_err(|why| SqlError::unsupported(format!("the warehouse can't be asked for it: {why}")))?;
        let (sealed, types) = lowered.seal()?;
        let fields = types.iter().zip(0..).map(|(ty, index)| Field::new(format!("c{index}"), ty.arrow(), true));
        let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
        let inner = RemoteExec::new(Arc::clone(&self.facts.warehouse), sealed, types, schema)?;
        let mut visible = Vec::with_capacity(columns.len());
        for (inner, column) in self.projected(projection.map(Vec::as_slice)).enumerate() {
            let name = self.facts.raw.columns().get(column.inner).map_or("", |column| column.name.as_str());
            let mask = column.mask.clone().filter(|_| crate::lower::masked_above(self, name));
            visible.push(Visible { inner, ty: column.ty.clone(), mask });
        }
        let schema = match projection {
            None => Arc::clone(&self.facts.schema),
            Some(indices) => Arc::new(self.facts.schema.project(indices).map_err(SqlError::internal)?),
        };
        Ok(Arc::new(GovernedExec::remote(Arc::new(inner), visible, schema, self.label(projection))))
    }

    fn projected<'a>(&'a self, projection: Option<&'a [usize]>) -> impl Iterator<Item = &'a Visible> {
        let all = projection.is_none().then_some(&self.facts.visible).into_iter().flatten();
        let some = projection.into_iter().flatten().filter_map(|index| self.facts.visible.get(*index));
        all.chain(some)
    }

    /// The raw columns that a scan needs, and the bounds it has.
    fn request(&self, projection: Option<&[usize]>, pruning: Option<Arc<dyn PhysicalExpr>>) -> ScanRequest {
        let raw = &self.facts.raw;
        let mut columns: Vec<usize> = self.projected(projection).map(|visible| visible.inner).collect();
        if let Ok(Some(predicate)) = self.predicate() {
            columns.extend(predicate.column_refs().iter().filter_map(|column| raw.index_of(&column.name)));
        }
        columns.sort_unstable();
        columns.dedup();
        let bounds = self.window.map_or(Bounds::ALL, |window| window.bounds());
        ScanRequest { table: Arc::clone(raw), columns, bounds, pruning }
    }

    /// Row filter and window, over the raw columns.
    fn predicate(&self) -> SqlResult<Option<Expr>> {
        let window = match self.window {
            None => Vec::new(),
            Some(window) => window_predicate(&self.facts.raw, window.bounds())?,
        };
        // The window first: a row filter decides over as few rows as may be.
        Ok(conjunction(window.into_iter().chain(self.facts.row_filter.clone())))
    }

    /// What spares row groups by their statistics: the gateway's own bounds, and of the rest what is leakproof.
    fn pruning(&self, predicate: Option<&Expr>, filters: &[Expr]) -> SqlResult<Option<Arc<dyn PhysicalExpr>>> {
        let raw = &self.facts.raw;
        let raw_type = |name: &str| raw.index_of(name).and_then(|index| raw.columns().get(index)).map(|c| c.ty.clone());
        let visible_type = |name: &str| self.plain_column(name).map(|column| column.ty.clone());
        let own =
            predicate.into_iter().flat_map(split_conjunction).filter(|part| is_leakproof(part, &raw_type)).cloned();
        let users = filters.iter().filter(|filter| is_leakproof(filter, &visible_type)).take(PRUNING_TERMS);
        let users = users.map(|filter| unqualified(filter.clone()));
        let parts: Vec<Expr> = own.map(Ok).chain(users).collect::<SqlResult<_>>()?;
        conjunction(parts).map(|all| physical(&all, raw.schema())).transpose()
    }

    /// What EXPLAIN shows of a scan: visible names and the window.
    fn label(&self, projection: Option<&Vec<usize>>) -> String {
        let names: Vec<&str> = match projection {
            None => self.facts.columns.iter().map(|column| column.name.as_str()).collect(),
            Some(indices) => {
                indices.iter().filter_map(|index| self.facts.columns.get(*index)).map(|c| c.name.as_str()).collect()
            }
        };
        let window = self.window.map(|window| format!(", window={window}")).unwrap_or_default();
        format!("{}, columns=[{}]{window}", self.name(), names.join(", "))
    }
}

/// The columns that a table's partition is about, where the role sees them as they are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PartitionColumns<'a> {
    pub(crate) time: Option<&'a PgColumn>,
    pub(crate) partition: Option<&'a PgColumn>,
    pub(crate) by_day: bool,
}

/// A user's filter names the relation by its alias; the raw table has none.
fn unqualified(filter: Expr) -> SqlResult<Expr> {
    let plain = filter.transform(|expr| match expr {
        Expr::Column(column) => Ok(Transformed::yes(Expr::Column(Column::new_unqualified(column.name)))),
        other => Ok(Transformed::no(other)),
    });
    Ok(plain.data()?)
}

fn physical(expr: &Expr, schema: &SchemaRef) -> SqlResult<Arc<dyn PhysicalExpr>> {
    let schema = DFSchema::try_from(Arc::clone(schema))?;
    Ok(create_physical_expr(expr, &schema, &ExecutionProps::new(), &PhysicalPlanningContext::default())?)
}

/// The window as predicates on time and partition column.
fn window_predicate(raw: &RawTable, bounds: Bounds) -> SqlResult<Vec<Expr>> {
    let Some(partition) = &raw.contract().partition else { return Ok(Vec::new()) };
    let mut parts = range_predicate(raw, &partition.of, bounds.time)?;
    if partition.grain == Grain::Day {
        let days = Range {
            from: bounds.partition.from.map(|day| day.saturating_mul(DAY)),
            to: bounds.partition.to.map(|day| day.saturating_mul(DAY)),
        };
        parts.extend(range_predicate(raw, &partition.column, days)?);
    }
    Ok(parts)
}

/// `column >= from AND column < to`, in the column's own type.
fn range_predicate(raw: &RawTable, column: &str, range: Range) -> SqlResult<Vec<Expr>> {
    let index = raw.index_of(column).ok_or_else(|| SqlError::internal("partition column outside the contract"))?;
    let ty = raw.columns().get(index).map(|column| column.ty.clone());
    // A date is within [from, to) when its midnight is.
    let day = |micros: i64| {
        i32::try_from(-((-micros).div_euclid(DAY))).unwrap_or(if micros < 0 { i32::MIN } else { i32::MAX })
    };
    let value = |micros: i64| match ty {
        Some(PgType::Timestamptz) => Ok(ScalarValue::TimestampMicrosecond(Some(micros), Some("UTC".into()))),
        Some(PgType::Timestamp) => Ok(ScalarValue::TimestampMicrosecond(Some(micros), None)),
        Some(PgType::Date) => Ok(ScalarValue::Date32(Some(day(micros)))),
        _ => Err(SqlError::internal("a partition column that is neither date nor time")),
    };
    let column = || Expr::Column(Column::new_unqualified(column));
    let mut parts = Vec::new();
    if let Some(from) = range.from {
        parts.push(column().gt_eq(Expr::Literal(value(from)?, None)));
    }
    if let Some(to) = range.to {
        parts.push(column().lt(Expr::Literal(value(to)?, None)));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests;
