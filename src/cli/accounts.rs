//! What the gateway's accounts can do at the warehouses and never need to: an account that can only read what has a contract keeps a fault of the gateway's from becoming a loss.
//!
//! Comes in: a world. Goes out: what its operator should take away, at the start and in `check`. Must never: keep a gateway from starting because a warehouse is down.

use crate::config::WarehouseKind;
use crate::warehouse::remote::Privileges;
use crate::world::World;
use std::collections::BTreeSet;

/// What accounts can do beyond what they need.
#[derive(Debug, Default)]
pub(super) struct Excess {
    /// One can write, and the configuration does not allow it by name.
    pub(super) errors: Vec<String>,
    /// One can read what no contract is about.
    pub(super) warnings: Vec<String>,
}

/// Asks the warehouses that run statements; one that does not answer is passed over.
pub(super) async fn excess(world: &World) -> Excess {
    let mut excess = Excess::default();
    for configured in &world.config().warehouses {
        let (WarehouseKind::Postgres(account) | WarehouseKind::Redshift(account)) = &configured.kind else { continue };
        let Some(remote) = world.warehouses().get(&configured.name).and_then(|warehouse| warehouse.remote()) else {
            continue;
        };
        let Ok(privileges) = remote.privileges().await else { continue };
        let place =
            format!("{}: warehouse \"{}\": the account \"{}\"", configured.place, configured.name, account.user);
        if !account.dangerous_writes {
            excess.errors.extend(writes(&privileges).map(|what| format!("{place} {what}")));
        }
        excess.warnings.extend(reads(&privileges, world, &configured.name).map(|what| format!("{place} {what}")));
    }
    excess
}

fn writes(privileges: &Privileges) -> Option<String> {
    let advice = "give it an account that can only read, or write dangerous_writes = true";
    if privileges.superuser {
        return Some(format!("is a superuser ({advice})"));
    }
    let first = privileges.writable.first()?;
    Some(format!("can write {} tables, \"{first}\" among them ({advice})", privileges.writable.len()))
}

fn reads(privileges: &Privileges, world: &World, warehouse: &str) -> Option<String> {
    let contracts = world.tables().values().map(|table| table.contract()).filter(|table| table.warehouse == warehouse);
    let known: BTreeSet<String> = contracts
        .map(|table| if table.source.contains('.') { table.source.clone() } else { format!("public.{}", table.source) })
        .collect();
    let mut others = privileges.readable.iter().filter(|name| !known.contains(*name));
    let first = others.next()?;
    Some(format!("can read {} tables without a contract, \"{first}\" among them", others.count() + 1))
}
