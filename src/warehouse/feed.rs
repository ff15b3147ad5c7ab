//! How an operator is handed its batches by the one below, so that memory is bounded and counted.
//!
//! Comes in: an operator, and the batches for it. Goes out: what it gets of them at once. Must never: change a row.

use super::hoard::Hoard;
use super::lists::Lists;
use super::pace::Pace;
use super::runtime::BATCH;
use super::spread::Spread;
use datafusion::arrow::array::RecordBatch;
use datafusion::common::Result;
use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::physical_expr::ScalarFunctionExpr;
use datafusion::physical_plan::ExecutionPlan;
use std::sync::Arc;

/// How an operator of one input is handed its batches by the stream below.
#[derive(Clone, Debug, Default)]
pub(super) enum Feed {
    #[default]
    Whole,
    /// It calls functions, and gets so many rows that what they make stays small.
    Paced(Arc<Pace>),
    /// It makes rows of lists, and gets long ones in parts.
    Listed(Arc<Lists>),
    /// It keeps its batches, which are counted until they come out.
    Hoarded(Arc<Hoard>),
}

impl Feed {
    pub(super) fn of(node: &dyn ExecutionPlan) -> Result<Self> {
        if node.children().len() != 1 {
            return Ok(Self::Whole);
        }
        if let Some(hoard) = Hoard::of(node) {
            return Ok(Self::Hoarded(Arc::new(hoard)));
        }
        if let Some(lists) = Lists::of(node, BATCH) {
            return Ok(Self::Listed(Arc::new(lists)));
        }
        Ok(if calls_functions(node)? { Self::Paced(Arc::new(Pace::new(BATCH))) } else { Self::Whole })
    }

    /// Functions of the operator made so many bytes.
    pub(super) fn made(&self, partition: usize, bytes: usize) {
        match self {
            Self::Paced(pace) => pace.made(partition, bytes),
            Self::Whole | Self::Listed(_) | Self::Hoarded(_) => {}
        }
    }

    /// The batch in the form in which the operator gets it.
    pub(super) fn prepare(&self, batch: RecordBatch) -> Result<RecordBatch> {
        match self {
            Self::Listed(lists) => lists.split(batch),
            Self::Whole | Self::Paced(_) | Self::Hoarded(_) => Ok(batch),
        }
    }

    /// How many of the rows that there are to hand over at once.
    pub(super) fn rows(&self, partition: usize, there: usize) -> usize {
        match self {
            Self::Paced(pace) => pace.rows(partition, there),
            Self::Whole | Self::Listed(_) | Self::Hoarded(_) => there.min(BATCH),
        }
    }
}

fn calls_functions(node: &dyn ExecutionPlan) -> Result<bool> {
    let mut found = false;
    node.apply_expressions(&mut |expr| {
        found = found || expr.exists(|expr| Ok(expr.is::<ScalarFunctionExpr>() || expr.is::<Spread>()))?;
        Ok(TreeNodeRecursion::Continue)
    })?;
    Ok(found)
}
