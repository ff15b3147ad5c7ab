//! Governed relations: what a role sees instead of a table.
//!
//! Comes in: a grant that a [`Permit`] holds, and the warehouse that owns the table. Goes out: a leaf for a plan, whose schema is what the role may see and whose rows come through the
//! window, the row filter and the masks. Must never: be built without a permit, name a hidden column, or let anything that the user wrote run below the row filter.

use crate::error::{SqlError, SqlResult};
use crate::types::{PgColumn, PgType};
use crate::warehouse::Warehouse;
use crate::window::Window;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use datafusion::arrow::datatypes::{Field, Schema, SchemaRef};
use datafusion::catalog::{Session, TableProvider};
use datafusion::datasource::{DefaultTableSource, source_as_provider};
use datafusion::error::Result as DataFusionResult;
use datafusion::logical_expr::{Expr, TableProviderFilterPushDown, TableSource, TableType};
use datafusion::physical_plan::ExecutionPlan;
use guard::admit::Permit;
use guard::policy::{Grant, Mask, RelationName, Table};
use std::fmt;
use std::sync::Arc;

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
            let (ty, typmod) = contract_type(&column.ty)?;
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
    /// Set by the window stage.
    window: Option<Window>,
}

/// What all scans of one relation within a statement share.
struct Facts {
    raw: Arc<RawTable>,
    grant: Arc<Grant>,
    policy_version: String,
    user: String,
    warehouse: Arc<dyn Warehouse>,
    /// Visible columns, after masks.
    columns: Vec<PgColumn>,
    schema: SchemaRef,
    /// By visible column: its index in the raw table and its mask.
    visible: Vec<(usize, Option<Mask>)>,
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
        _statement_time: DateTime<Utc>,
    ) -> SqlResult<Self> {
        let grant = permit.grants().get(relation).ok_or_else(|| SqlError::internal("relation outside the permit"))?;
        let raw = Arc::new(RawTable::resolve(Arc::clone(&grant.table))?);
        let warehouse =
            sources.warehouse(&grant.table.warehouse).ok_or_else(|| SqlError::internal("no such warehouse"))?;
        let mut visible = Vec::with_capacity(grant.columns.len());
        let mut columns = Vec::with_capacity(grant.columns.len());
        for (attnum, name) in (1i16..).zip(&grant.columns) {
            let index = raw.index_of(name).ok_or_else(|| SqlError::internal("granted column outside the contract"))?;
            let column = raw.columns().get(index).ok_or_else(|| SqlError::internal("column out of range"))?;
            let mask = grant.masks.get(name).cloned();
            columns.push(match &mask {
                None => PgColumn { attnum, ..column.clone() },
                Some(mask) => PgColumn { attnum, ty: masked_type(mask, &column.ty), typmod: -1, ..column.clone() },
            });
            visible.push((index, mask));
        }
        let schema = Arc::new(schema_of(&columns));
        let facts = Facts {
            raw,
            grant: Arc::clone(grant),
            policy_version: permit.policy_version().to_owned(),
            user: permit.user().to_owned(),
            warehouse,
            columns,
            schema,
            visible,
        };
        Ok(Self { facts: Arc::new(facts), scan: 0, window: None })
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

    /// Whether exactly this permit grants it: gate 2 asks.
    #[must_use]
    pub fn is_under(&self, permit: &Permit) -> bool {
        permit.policy_version() == self.facts.policy_version
            && permit.user() == self.facts.user
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
        Ok(vec![TableProviderFilterPushDown::Unsupported; filters.len()])
    }

    async fn scan(
        &self,
        _session: &dyn Session,
        _projection: Option<&Vec<usize>>,
        _filters: &[Expr],
        _limit: Option<usize>,
    ) -> DataFusionResult<Arc<dyn ExecutionPlan>> {
        let _ = (&self.facts.raw, &self.facts.visible, self.scan);
        Err(SqlError::unsupported("scanning is not offered yet").into_datafusion())
    }
}

fn contract_type(ty: &datafusion::sql::sqlparser::ast::DataType) -> SqlResult<(PgType, i32)> {
    let pg = match ty.to_string().to_lowercase().as_str() {
        "text" => PgType::Text,
        "varchar" => PgType::Varchar,
        "boolean" | "bool" => PgType::Bool,
        "smallint" | "int2" => PgType::Int2,
        "integer" | "int" | "int4" => PgType::Int4,
        "bigint" | "int8" => PgType::Int8,
        "real" | "float4" => PgType::Float4,
        "double precision" | "float8" => PgType::Float8,
        "numeric" => PgType::Numeric,
        "date" => PgType::Date,
        "timestamp" => PgType::Timestamp,
        "timestamptz" | "timestamp with time zone" => PgType::Timestamptz,
        "json" => PgType::Json,
        "jsonb" => PgType::Jsonb,
        "uuid" => PgType::Uuid,
        "bytea" => PgType::Bytea,
        other => {
            return Err(SqlError::new(guard::SqlState::UNDEFINED_OBJECT, format!("type \"{other}\" does not exist")));
        }
    };
    Ok((pg, -1))
}
