//! What of a statement warehouses run, and what is told of it.
//!
//! Comes in: a planned statement. Goes out: its entries in the audit record, and a refusal where its role wants all of it at the warehouse. Must never: count what the embedded warehouse's own engine does as left over.

use super::StatementContext;
use super::explain;
use crate::audit::Record;
use crate::error::{SqlError, SqlResult};
use crate::warehouse::remote::Tag;
use crate::warehouse::runtime::Planned;
use guard::SqlState;
use guard::policy::Role;

/// Who a statement at a warehouse is for.
pub fn tag(statement: &StatementContext) -> Tag {
    Tag { user: statement.user.clone(), role: statement.role.0.clone(), session: statement.session.clone() }
}

/// The operators that the gateway's own engine runs.
pub fn local_operators(planned: &Planned) -> Vec<String> {
    planned.local().map(explain::local_operators).unwrap_or_default()
}

pub fn record(record: &mut Record, planned: &Planned) {
    let pushed = planned.pushed_sql();
    if pushed.is_empty() {
        return;
    }
    record.pushed_sql = Some(pushed.join(";\n"));
    record.local_operators = local_operators(planned);
}

/// A warehouse is asked for a price only where it matters: that is a question more.
pub fn is_priced(role: &Role, planned: &Planned) -> bool {
    !planned.is_pushed() || has_a_price(role)
}

/// Whether the role pays for what it reads.
pub fn has_a_price(role: &Role) -> bool {
    role.limits.bytes.is_some() || role.limits.bytes_per_day.is_some()
}

/// Refuses what would run here, where role or session wants all of it at the warehouse. The embedded warehouse is this gateway's own engine.
///
/// # Errors
/// 42501
pub fn require(role: &Role, statement: &StatementContext, planned: &Planned) -> SqlResult<()> {
    let required = role.require_pushdown || statement.require_pushdown.unwrap_or(false);
    let operators = local_operators(planned);
    if !required || !planned.is_pushed() || operators.is_empty() {
        return Ok(());
    }
    let why = planned.why_local().map(|why| format!(" ({why})")).unwrap_or_default();
    Err(SqlError::new(SqlState::INSUFFICIENT_PRIVILEGE, "the statement can't run at the warehouse as a whole")
        .rule("require-pushdown")
        .detail(format!("Left for the gateway: {}{why}.", operators.join(", ")))
        .hint("Write it without them."))
}
