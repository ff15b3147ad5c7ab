//! Warehouses that are handed whole statements.
//!
//! Comes in: a sealed statement and the types of its columns. Goes out: its rows as batches in canonical form. Must never: send a text that gate 3 did not seal, or keep a statement running that nobody reads.

use super::embedded::ScanCounters;
use super::{Estimate, Warehouse};
use crate::error::{SqlError, SqlResult};
use crate::types::binary::BinaryWriter;
use crate::types::{Display, PgType};
use async_trait::async_trait;
use bytes::{Bytes, BytesMut};
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::common::{DataFusionError, Result, ScalarValue};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_expr::{EquivalenceProperties, PhysicalExpr};
use datafusion::physical_plan::execution_plan::{Boundedness, EmissionType};
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::{
    DisplayAs, DisplayFormatType, ExecutionPlan, Partitioning, PlanProperties, ReplaceChildrenOptions,
};
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt};
use guard::seal::SealedSql;
use std::fmt;
use std::sync::Arc;

/// Who a statement at a warehouse is for: what the warehouse's own lists show of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    pub user: String,
    pub role: String,
    /// The session's id in the audit record.
    pub session: String,
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tag { user, role, session } = self;
        write!(f, "tollgate user={user} role={role} id={session}")
    }
}

/// A value that is sent beside a statement: its type, and its bytes as PostgreSQL receives them; none is NULL.
#[derive(Clone)]
pub struct Parameter {
    pub ty: PgType,
    pub bytes: Option<Bytes>,
}

impl fmt::Debug for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parameter").field("ty", &self.ty).finish_non_exhaustive()
    }
}

impl Parameter {
    /// Values as parameters of these types.
    ///
    /// # Errors
    /// XX000 if one is not of its type, or there are more or fewer.
    pub fn all(values: &[ScalarValue], types: &[PgType]) -> SqlResult<Vec<Self>> {
        if values.len() != types.len() {
            return Err(SqlError::internal("another number of parameters"));
        }
        let display = Display::default();
        let one = |(value, ty): (&ScalarValue, &PgType)| {
            if value.is_null() {
                return Ok(Parameter { ty: ty.clone(), bytes: None });
            }
            let array = value.to_array()?;
            let mut bytes = BytesMut::new();
            BinaryWriter::new(ty, -1, array.as_ref(), &display)?.write(0, usize::MAX, &mut bytes)?;
            Ok(Parameter { ty: ty.clone(), bytes: Some(bytes.freeze()) })
        };
        values.iter().zip(types).map(one).collect()
    }
}

/// What a statement gives: batches of the columns asked for, as fast as they are read. Dropping it cancels the statement at the warehouse.
pub type Rows = BoxStream<'static, SqlResult<RecordBatch>>;

/// A warehouse that runs statements.
#[async_trait]
pub trait Remote: Send + Sync {
    /// Runs a statement, its parameters having these values. Its columns are of these types.
    ///
    /// # Errors
    /// 58030 or 08006 if the warehouse fails; the SQLSTATE of what the statement itself runs into, without a value.
    async fn submit(
        &self,
        statement: &SealedSql,
        parameters: &[Parameter],
        types: &[PgType],
        schema: SchemaRef,
        tag: &Tag,
    ) -> SqlResult<Rows>;

    /// What the warehouse expects a statement to read.
    ///
    /// # Errors
    /// As [`Remote::submit`].
    async fn estimate(&self, statement: &SealedSql) -> SqlResult<Estimate>;

    /// Tables that the gateway's account can write, though none is ever written, and tables that it can read without a contract: what an operator should take away.
    ///
    /// # Errors
    /// As [`Remote::submit`].
    async fn privileges(&self) -> SqlResult<Privileges>;
}

/// What the gateway's account may do at a warehouse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Privileges {
    /// `schema.table`
    pub readable: Vec<String>,
    /// `schema.table`
    pub writable: Vec<String>,
    pub superuser: bool,
}

/// The leaf that a sealed statement becomes in a plan of the engine's.
pub struct RemoteExec {
    warehouse: Arc<dyn Warehouse>,
    statement: SealedSql,
    types: Arc<[PgType]>,
    schema: SchemaRef,
    properties: Arc<PlanProperties>,
}

impl RemoteExec {
    /// # Errors
    /// XX000 if the statement was sealed for another warehouse.
    pub fn new(
        warehouse: Arc<dyn Warehouse>,
        statement: SealedSql,
        types: Vec<PgType>,
        schema: SchemaRef,
    ) -> SqlResult<Self> {
        if statement.warehouse() != warehouse.name() || warehouse.remote().is_none() {
            return Err(SqlError::internal("a statement sealed for another warehouse"));
        }
        let properties = PlanProperties::new(
            EquivalenceProperties::new(Arc::clone(&schema)),
            Partitioning::UnknownPartitioning(1),
            EmissionType::Incremental,
            Boundedness::Bounded,
        );
        Ok(Self { warehouse, statement, types: types.into(), schema, properties: Arc::new(properties) })
    }

    #[must_use]
    pub fn statement(&self) -> &SealedSql {
        &self.statement
    }

    #[must_use]
    pub fn warehouse(&self) -> &Arc<dyn Warehouse> {
        &self.warehouse
    }

    /// Runs it by itself, without the engine.
    ///
    /// # Errors
    /// As [`Remote::submit`].
    pub async fn submit(&self, parameters: &[Parameter], tag: &Tag) -> SqlResult<Rows> {
        let Some(remote) = self.warehouse.remote() else {
            return Err(SqlError::internal("a warehouse that takes no statements"));
        };
        if parameters.len() != self.statement.parameters() {
            return Err(SqlError::internal("another number of parameters than was sealed"));
        }
        remote.submit(&self.statement, parameters, &self.types, Arc::clone(&self.schema), tag).await
    }
}

impl fmt::Debug for RemoteExec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RemoteExec").field("warehouse", &self.warehouse.name()).finish_non_exhaustive()
    }
}

impl DisplayAs for RemoteExec {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RemoteExec: {}", self.warehouse.name())
    }
}

impl ExecutionPlan for RemoteExec {
    fn name(&self) -> &'static str {
        "RemoteExec"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        &self.properties
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        Vec::new()
    }

    fn apply_expressions(
        &self,
        _f: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn replace_children(
        self: Arc<Self>,
        children: Vec<Arc<dyn ExecutionPlan>>,
        _options: ReplaceChildrenOptions,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        if children.is_empty() {
            return Ok(self);
        }
        Err(DataFusionError::Internal("a statement at a warehouse has no children".to_owned()))
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn ExecutionPlan>>) -> Result<Arc<dyn ExecutionPlan>> {
        if children.is_empty() {
            return Ok(self);
        }
        Err(DataFusionError::Internal("a statement at a warehouse has no children".to_owned()))
    }

    fn execute(&self, _partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        let config = context.session_config();
        let counters = config.get_extension::<ScanCounters>().unwrap_or_default();
        let tag = config.get_extension::<Tag>().unwrap_or_default();
        let (warehouse, statement) = (Arc::clone(&self.warehouse), self.statement.clone());
        let (types, schema) = (Arc::clone(&self.types), Arc::clone(&self.schema));
        let rows = async move {
            let Some(remote) = warehouse.remote() else {
                return Err(SqlError::internal("a warehouse that takes no statements"));
            };
            if statement.parameters() > 0 {
                return Err(SqlError::internal("a statement without its parameters"));
            }
            remote.submit(&statement, &[], &types, schema, &tag).await
        };
        let batches = futures::stream::once(rows).try_flatten().map(move |batch| match batch {
            Ok(batch) => {
                counters.received(batch.get_array_memory_size() as u64);
                Ok(batch)
            }
            Err(error) => Err(error.into_datafusion()),
        });
        Ok(Box::pin(RecordBatchStreamAdapter::new(Arc::clone(&self.schema), batches)))
    }
}
