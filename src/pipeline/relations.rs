//! Where the binder finds relations: the world's tables under the permit, and the role's system catalogs.

use super::StatementContext;
use crate::catalog::{self, Moment};
use crate::error::{SqlError, SqlResult};
use crate::plan::governed::GovernedRelation;
use crate::plan::typed::BindContext;
use crate::plan::{Relations, SystemRelation};
use crate::world::World;
use datafusion::datasource::provider_as_source;
use guard::admit::Permit;
use guard::policy::RelationName;
use std::sync::Arc;

pub struct WorldRelations<'a> {
    pub world: &'a World,
    pub statement: &'a StatementContext,
    pub context: &'a BindContext,
}

impl Relations for WorldRelations<'_> {
    fn governed(&self, name: &RelationName, permit: &Permit) -> SqlResult<GovernedRelation> {
        GovernedRelation::under(permit, name, self.world, self.context)
    }

    fn system(&self, name: &RelationName, permit: &Permit) -> SqlResult<SystemRelation> {
        if !permit.system_relations().contains(name) {
            return Err(SqlError::internal("a system relation outside the permit"));
        }
        let definition = catalog::definition(name).ok_or_else(|| SqlError::internal("no such system relation"))?;
        let statement = self.statement;
        // A prepared statement over what changes from one run to the next is bound anew.
        let statement_time =
            if catalog::moves(name) { self.context.clock.statement_time() } else { statement.statement_time };
        let moment = Moment {
            user: statement.user.clone(),
            role: statement.role.0.clone(),
            database: statement.database.clone(),
            settings: Arc::clone(&statement.settings),
            backends: statement.activity.backends(&statement.user),
            names: Arc::clone(&statement.names),
            statement_time,
        };
        let provider = catalog::provider(definition, &self.context.catalog, &moment)?;
        let readable =
            |column: &catalog::definition::SystemColumn| !catalog::is_secret_column(name, &column.column.name);
        Ok(SystemRelation {
            oid: definition.oid,
            is_table: definition.kind == 'r',
            withholds: !definition.columns.iter().all(readable),
            columns: definition
                .columns
                .iter()
                .filter(|column| readable(column))
                .map(|column| column.column.clone())
                .collect(),
            source: provider_as_source(provider),
        })
    }
}
