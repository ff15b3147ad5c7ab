//! What one policy lets each role see that another does not.
//!
//! Comes in: two policies that read. Goes out: every difference that a role can notice, in the order of roles and tables, each as a widening, a narrowing, or a change of which neither is proved.
//! Must never: call a difference a narrowing that could show a row, a column or a value that was hidden before.

use super::{Grant, Limits, Mask, Policy, RelationName, Revoked, Role, RoleName, Table, WindowRule, Work, implied};
use crate::units::{show_duration, show_size};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Which way a difference goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    Widens,
    Narrows,
    /// It could be either: read it as a widening.
    Changes,
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Widens => "widens",
            Self::Narrows => "narrows",
            Self::Changes => "changes",
        })
    }
}

/// One difference, for one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub direction: Direction,
    pub role: RoleName,
    /// The table that it is about; none if it is about the role.
    pub table: Option<RelationName>,
    pub what: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<8} {}: ", self.direction, self.role)?;
        if let Some(table) = &self.table {
            write!(f, "{table}: ")?;
        }
        f.write_str(&self.what)
    }
}

/// Every difference between two policies, as each role feels it with what it inherits.
#[must_use]
pub fn diff(old: &Policy, new: &Policy) -> Vec<Difference> {
    let names: BTreeSet<&RoleName> = old.roles.keys().chain(new.roles.keys()).collect();
    let mut found = Vec::new();
    for name in names {
        let mut of_role = Differences { role: name, table: None, found: &mut found };
        match (old.roles.get(name), new.roles.get(name)) {
            (Some(old), Some(new)) => of_role.role(old, new),
            (None, Some(new)) => of_role.whole(new, Direction::Widens, "the role is new"),
            (Some(old), None) => of_role.whole(old, Direction::Narrows, "the role is gone"),
            (None, None) => {}
        }
    }
    found
}

struct Differences<'a> {
    role: &'a RoleName,
    table: Option<&'a RelationName>,
    found: &'a mut Vec<Difference>,
}

/// A limit that is none is the widest.
fn compared<T: Ord>(old: Option<T>, new: Option<T>) -> Option<Direction> {
    match (old, new) {
        (None, None) => None,
        (Some(_), None) => Some(Direction::Widens),
        (None, Some(_)) => Some(Direction::Narrows),
        (Some(old), Some(new)) if new > old => Some(Direction::Widens),
        (Some(old), Some(new)) if new < old => Some(Direction::Narrows),
        (Some(_), Some(_)) => None,
    }
}

impl<'a> Differences<'a> {
    fn add(&mut self, direction: Direction, what: impl Into<String>) {
        let (role, table) = (self.role.clone(), self.table.cloned());
        self.found.push(Difference { direction, role, table, what: what.into() });
    }

    /// A role that is there in one policy alone.
    fn whole(&mut self, role: &'a Role, direction: Direction, what: &str) {
        self.add(direction, what);
        for (table, grant) in &role.grants {
            self.table = Some(table);
            self.grant_as_a_whole(grant, direction);
        }
        self.table = None;
    }

    fn grant_as_a_whole(&mut self, grant: &Grant, direction: Direction) {
        let verb = if direction == Direction::Widens { "granted" } else { "no longer granted" };
        let mut what = format!("{verb}, columns {}", grant.columns.join(", "));
        if let Some(filter) = &grant.rows {
            what.push_str(&format!("; rows {}", filter.text));
        }
        for (column, mask) in &grant.masks {
            what.push_str(&format!("; {column} under {mask}"));
        }
        if grant.table.partition.is_some() && !grant.window_required {
            what.push_str("; without a window");
        }
        self.add(direction, what);
    }

    fn role(&mut self, old: &'a Role, new: &'a Role) {
        let Role { name: _, comment: _, window, limits, require_pushdown, work, revoked, grants } = old;
        self.window(*window, new.window);
        self.limits(limits, &new.limits);
        match (require_pushdown, new.require_pushdown) {
            (false, true) => self.add(Direction::Narrows, "require_pushdown: false before, true now"),
            (true, false) => self.add(Direction::Widens, "require_pushdown: true before, false now"),
            (true, true) | (false, false) => {}
        }
        if *work != new.work {
            let word = |work| match work {
                Work::Interactive => "interactive",
                Work::Scheduled => "scheduled",
            };
            self.add(Direction::Changes, format!("work: {} before, {} now", word(*work), word(new.work)));
        }
        self.revoked(revoked, &new.revoked);
        let tables: BTreeSet<&RelationName> = grants.keys().chain(new.grants.keys()).collect();
        for table in tables {
            self.table = Some(table);
            match (grants.get(table), new.grants.get(table)) {
                (Some(old), Some(new)) => self.grant(old, new),
                (None, Some(new)) => self.grant_as_a_whole(new, Direction::Widens),
                (Some(old), None) => self.grant_as_a_whole(old, Direction::Narrows),
                (None, None) => {}
            }
        }
        self.table = None;
    }

    fn window(&mut self, old: WindowRule, new: WindowRule) {
        let WindowRule { default, max } = old;
        let show = |window: Option<Duration>| window.map_or_else(|| "none".to_owned(), show_duration);
        // Without a default a statement must bring its window: a default lets more statements through.
        let direction = match (default, new.default) {
            (None, Some(_)) => Some(Direction::Widens),
            (Some(_), None) => Some(Direction::Narrows),
            (old, new) => compared(old, new),
        };
        if let Some(direction) = direction {
            self.add(direction, format!("window.default: {} before, {} now", show(default), show(new.default)));
        }
        if let Some(direction) = compared(max, new.max) {
            self.add(direction, format!("window.max: {} before, {} now", show(max), show(new.max)));
        }
    }

    fn revoked(&mut self, old: &Revoked, new: &Revoked) {
        let Revoked { functions, relations } = old;
        self.revocations("function", functions, &new.functions);
        self.revocations("relation", relations, &new.relations);
    }

    fn revocations<T: Ord + fmt::Display>(&mut self, kind: &str, old: &BTreeSet<T>, new: &BTreeSet<T>) {
        for name in new.difference(old) {
            self.add(Direction::Narrows, format!("{kind} {name} is revoked"));
        }
        for name in old.difference(new) {
            self.add(Direction::Widens, format!("{kind} {name} is no longer revoked"));
        }
    }

    fn limits(&mut self, old: &Limits, new: &Limits) {
        let Limits { rows, bytes, bytes_per_day, timeout, concurrency, memory, cell, statements_per_minute } = old;
        let count = |number: u64| number.to_string();
        let concurrent = |number: usize| number.to_string();
        self.limit("rows", *rows, new.rows, count);
        self.limit("bytes", *bytes, new.bytes, show_size);
        self.limit("bytes_per_day", *bytes_per_day, new.bytes_per_day, show_size);
        self.limit("timeout", *timeout, new.timeout, show_duration);
        self.limit("concurrency", *concurrency, new.concurrency, concurrent);
        self.limit("memory", *memory, new.memory, show_size);
        self.limit("cell", *cell, new.cell, show_size);
        self.limit("statements_per_minute", *statements_per_minute, new.statements_per_minute, count);
    }

    fn limit<T: Ord + Copy>(&mut self, name: &str, old: Option<T>, new: Option<T>, show: impl Fn(T) -> String) {
        let Some(direction) = compared(old, new) else { return };
        let show = |limit: Option<T>| limit.map_or_else(|| "none".to_owned(), &show);
        self.add(direction, format!("limits.{name}: {} before, {} now", show(old), show(new)));
    }

    fn grant(&mut self, old: &Grant, new: &Grant) {
        let Grant { table, columns, rows, masks, window_required } = old;
        self.contract(table, &new.table);
        for column in new.columns.iter().filter(|column| !columns.contains(column)) {
            let under = new.masks.get(column).map(|mask| format!(" under {mask}")).unwrap_or_default();
            self.add(Direction::Widens, format!("column {column} is shown{under}"));
        }
        for column in columns.iter().filter(|column| !new.columns.contains(column)) {
            self.add(Direction::Narrows, format!("column {column} is no longer shown"));
        }
        for column in columns.iter().filter(|column| new.columns.contains(column)) {
            self.mask(column, masks.get(column), new.masks.get(column));
        }
        match (rows, &new.rows) {
            (None, None) => {}
            (None, Some(new)) => self.add(Direction::Narrows, format!("rows: all before, {} now", new.text)),
            (Some(old), None) => self.add(Direction::Widens, format!("rows: {} before, all now", old.text)),
            (Some(old), Some(new)) => {
                let direction = match (implied::implies(&new.expr, &old.expr), implied::implies(&old.expr, &new.expr)) {
                    (true, true) => return,
                    (true, false) => Direction::Narrows,
                    (false, true) => Direction::Widens,
                    (false, false) => Direction::Changes,
                };
                self.add(direction, format!("rows: {} before, {} now", old.text, new.text));
            }
        }
        match (window_required, new.window_required) {
            (true, false) => self.add(Direction::Widens, "window: required before, optional now"),
            (false, true) => self.add(Direction::Narrows, "window: optional before, required now"),
            (true, true) | (false, false) => {}
        }
    }

    fn mask(&mut self, column: &str, old: Option<&Mask>, new: Option<&Mask>) {
        let show = |mask: Option<&Mask>| mask.map_or_else(|| "not masked".to_owned(), ToString::to_string);
        if let Some(direction) = masked(old, new) {
            self.add(direction, format!("column {column}: {} before, {} now", show(old), show(new)));
        }
    }

    /// What stands behind the same name.
    fn contract(&mut self, old: &Arc<Table>, new: &Table) {
        let Table { name: _, warehouse, source, comment: _, partition, columns: old_columns } = old.as_ref();
        if *warehouse != new.warehouse || *source != new.source {
            let (old, now) = (format!("{source} in {warehouse}"), format!("{} in {}", new.source, new.warehouse));
            self.add(Direction::Changes, format!("source: {old} before, {now} now"));
        }
        let show = |partition: &Option<super::Partition>| match partition {
            None => "none".to_owned(),
            Some(partition) if partition.column == partition.of => partition.column.clone(),
            Some(partition) => format!("{} of {}", partition.column, partition.of),
        };
        if show(partition) != show(&new.partition) {
            let (old, now) = (show(partition), show(&new.partition));
            self.add(Direction::Changes, format!("partition: {old} before, {now} now"));
        }
        // Hidden columns too: a row filter may read them.
        for column in old_columns {
            if let Some(now) = new.columns.iter().find(|now| now.name == column.name && now.ty != column.ty) {
                let what = format!("column {}: type {} before, {} now", column.name, column.ty, now.ty);
                self.add(Direction::Changes, what);
            }
        }
    }
}

/// Which way a column's mask goes.
fn masked(old: Option<&Mask>, new: Option<&Mask>) -> Option<Direction> {
    let (old, new) = match (old, new) {
        (None, None) => return None,
        (None, Some(_)) => return Some(Direction::Narrows),
        (Some(_), None) => return Some(Direction::Widens),
        (Some(old), Some(new)) => (old, new),
    };
    if old == new {
        return None;
    }
    Some(match (coarser(new, old), coarser(old, new)) {
        (true, false) => Direction::Narrows,
        (false, true) => Direction::Widens,
        // Two that tell the same of a value are not told apart by what they hide.
        (true, true) | (false, false) => Direction::Changes,
    })
}

/// Whether all that the first mask tells of a value follows from what the second tells.
fn coarser(first: &Mask, second: &Mask) -> bool {
    match (first, second) {
        // It still tells NULL from a value, as the others do; a constant does not even do that.
        (Mask::Constant(_), _) | (Mask::Null, _) => true,
        // Whoever guesses a value can try it against the one, and not against the other without its key.
        (Mask::Hmac { secret: _ }, Mask::Sha256) => true,
        (Mask::Keep(first), Mask::Keep(second)) => first <= second,
        (Mask::Bucket(first), Mask::Bucket(second)) => first.is_multiple_of(*second),
        // The same mask twice is no difference, and was told before.
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::load;

    const TABLES: &str = r#"
[table."exp.flags"]
warehouse = "lake"
partition = { column = "day", of = "at", grain = "day" }
columns = [
  { name = "id", type = "text" }, { name = "at", type = "timestamptz" }, { name = "day", type = "date" },
  { name = "namespace", type = "text" }, { name = "amount", type = "int" },
]
"#;

    fn policy(role: &str, tables: &str) -> Policy {
        let files = [("r.toml".to_owned(), role.to_owned()), ("tables/t.toml".to_owned(), tables.to_owned())];
        load(&files).unwrap_or_else(|problems| panic!("{role}: {problems:?}"))
    }

    /// The one difference, in both directions.
    fn both(old: &str, new: &str) -> (String, String) {
        let (old, new) = (policy(old, TABLES), policy(new, TABLES));
        let one = |differences: Vec<Difference>| {
            let [difference] = differences.as_slice() else { panic!("{differences:#?}") };
            difference.to_string()
        };
        (one(diff(&old, &new)), one(diff(&new, &old)))
    }

    #[test]
    fn each_way_of_a_difference_is_told() {
        let role = |text: &str| format!("[role.r]\n{text}\n");
        let grant = |text: &str| format!("[role.r.grant.'exp.flags']\n{text}\n");
        let all = |text: &str| grant(&format!("columns = 'all'\n{text}"));
        let masked = |mask: &str| all(&format!("mask = {{ amount = '{mask}' }}"));
        for (old, new, there, back) in [
            (role(""), role("limits = { rows = 5 }"), "narrows", "widens"),
            (role(""), role("revoke = { functions = ['pg_sleep'] }"), "narrows", "widens"),
            (role("revoke = { relations = ['pg_locks'] }"), role(""), "widens", "narrows"),
            (role("limits = { bytes = '1GB' }"), role("limits = { bytes = '1MB' }"), "narrows", "widens"),
            (role("limits = { bytes_per_day = '1GB' }"), role(""), "widens", "narrows"),
            (role("limits = { timeout = '9s' }"), role("limits = { timeout = '10s' }"), "widens", "narrows"),
            (role("limits = { concurrency = 3 }"), role("limits = { concurrency = 4 }"), "widens", "narrows"),
            (role("limits = { memory = '1MB' }"), role("limits = { memory = '2MB' }"), "widens", "narrows"),
            (role("limits = { cell = '1MB' }"), role("limits = { cell = '2MB' }"), "widens", "narrows"),
            (role("limits = { statements_per_minute = 1 }"), role(""), "widens", "narrows"),
            (role("require_pushdown = true"), role(""), "widens", "narrows"),
            (role("work = 'scheduled'"), role(""), "changes", "changes"),
            (role("window = { max = '7d' }"), role("window = { max = '8d' }"), "widens", "narrows"),
            (role("window = { max = '7d' }"), role(""), "widens", "narrows"),
            (role("window = { default = '7d' }"), role(""), "narrows", "widens"),
            (role("window = { default = '7d' }"), role("window = { default = '8d' }"), "widens", "narrows"),
            (role(""), all(""), "widens", "narrows"),
            (grant("columns = ['id']"), grant("columns = ['id', 'at']"), "widens", "narrows"),
            (all(""), all("window = 'optional'"), "widens", "narrows"),
            (all(""), all("rows = \"id = 'x'\""), "narrows", "widens"),
            (all("rows = \"id = 'x' OR id = 'y'\""), all("rows = \"id = 'x'\""), "narrows", "widens"),
            (all("rows = \"id = 'x'\""), all("rows = \"id = 'y'\""), "changes", "changes"),
            (all(""), masked("null"), "narrows", "widens"),
            (masked("bucket:10"), masked("bucket:100"), "narrows", "widens"),
            (masked("bucket:10"), masked("bucket:15"), "changes", "changes"),
            (masked("sha256"), masked("null"), "narrows", "widens"),
            (masked("sha256"), masked("hmac(k)"), "narrows", "widens"),
            (masked("sha256"), masked("bucket:10"), "changes", "changes"),
            (masked("hmac(k)"), masked("hmac(l)"), "changes", "changes"),
        ] {
            let (forth, again) = both(&old, &new);
            assert!(forth.starts_with(there), "{old} to {new}: {forth}");
            assert!(again.starts_with(back), "{new} to {old}: {again}");
        }
    }

    #[test]
    fn a_role_that_is_new_or_gone_is_told_with_all_that_it_sees() {
        let text = "[role.r.grant.'exp.flags']\ncolumns = ['id', 'at']\nrows = \"namespace = 'a'\"\nmask = { id = 'keep:2' }\nwindow = 'optional'\n";
        let (none, some) = (policy("", TABLES), policy(text, TABLES));
        let told = |old: &Policy, new: &Policy| diff(old, new).iter().map(ToString::to_string).collect::<Vec<_>>();
        let grant = "columns id, at; rows namespace = 'a'; id under keep:2; without a window";
        assert_eq!(
            told(&none, &some),
            ["widens   r: the role is new".to_owned(), format!("widens   r: exp.flags: granted, {grant}")]
        );
        assert_eq!(
            told(&some, &none),
            ["narrows  r: the role is gone".to_owned(), format!("narrows  r: exp.flags: no longer granted, {grant}")]
        );
        let free = "[table.\"exp.free\"]\nwarehouse = \"lake\"\ncolumns = [{ name = \"a\", type = \"text\" }]\n";
        let granted = policy("[role.r.grant.'exp.free']\ncolumns = 'all'\n", free);
        assert_eq!(told(&policy("[role.r]\n", free), &granted), ["widens   r: exp.free: granted, columns a"]);
    }

    #[test]
    fn what_is_told_of_a_role_does_not_name_a_table_of_the_role_before() {
        let grant = "[role.a.grant.'exp.flags']\ncolumns = ['id']\n";
        let (before, after) = ("[role.b]\n", "[role.b]\nrequire_pushdown = true\n");
        let told = |old: &str, new: &str| {
            let (old, new) = (policy(old, TABLES), policy(new, TABLES));
            diff(&old, &new).iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let last = "narrows  b: require_pushdown: false before, true now";
        let lost = "narrows  a: exp.flags: no longer granted, columns id";
        assert_eq!(told(&format!("{grant}{before}"), after), ["narrows  a: the role is gone", lost, last]);
        assert_eq!(told(&format!("{grant}{before}"), &format!("[role.a]\n{after}")), [lost, last]);
    }

    #[test]
    fn a_mask_that_keeps_less_tells_less() {
        let role =
            |mask: &str| format!("[role.r.grant.'exp.flags']\ncolumns = 'all'\nmask = {{ namespace = \"{mask}\" }}\n");
        for (old, new, there, back) in [
            ("keep:4", "keep:3", "narrows", "widens"),
            ("keep:4", "constant:'x'", "narrows", "widens"),
            ("keep:4", "sha256", "changes", "changes"),
            ("hmac(k)", "keep:4", "changes", "changes"),
            ("null", "constant:'x'", "changes", "changes"),
        ] {
            let (forth, again) = both(&role(old), &role(new));
            assert!(forth.starts_with(there) && again.starts_with(back), "{old} to {new}: {forth}, {again}");
        }
        for mask in ["sha256", "hmac(k)", "null", "constant:'x'", "keep:4"] {
            assert_eq!(diff(&policy(&role(mask), TABLES), &policy(&role(mask), TABLES)), [], "{mask}");
        }
    }

    #[test]
    fn the_same_limits_are_no_difference() {
        let text = "[role.r]\nwindow = { default = '7d', max = '30d' }\nlimits = { rows = 5, bytes = '1GB', timeout = '9s', concurrency = 2 }\n";
        assert_eq!(diff(&policy(text, TABLES), &policy(text, TABLES)), []);
    }

    #[test]
    fn another_partition_is_told_with_what_it_is_of() {
        let role = "[role.r.grant.'exp.flags']\ncolumns = 'all'\n";
        let day = TABLES.replace(", of = \"at\", grain = \"day\"", "");
        let told: Vec<String> =
            diff(&policy(role, TABLES), &policy(role, &day)).iter().map(ToString::to_string).collect();
        assert_eq!(told, ["changes  r: exp.flags: partition: day of at before, day now"]);
    }

    #[test]
    fn what_no_role_notices_is_no_difference() {
        let old = policy(
            "[role.r]\ncomment = 'a'\n[role.r.grant.'exp.flags']\ncolumns = 'all'\nrows = \"(id = 'x')\"\n",
            TABLES,
        );
        let new = policy(
            "[role.s]\n[role.s.grant.'exp.flags']\ncolumns = ['id', 'at', 'day', 'namespace', 'amount']\nrows = \"id = 'x'\"\n[role.r]\ninherits = ['s']\n",
            TABLES,
        );
        let of_r: Vec<_> = diff(&old, &new).into_iter().filter(|difference| difference.role.0 == "r").collect();
        assert_eq!(of_r, []);
    }

    #[test]
    fn another_type_of_a_hidden_column_is_a_change_since_the_row_filter_may_read_it() {
        let role = "[role.r.grant.'exp.flags']\ncolumns = ['id']\nrows = \"amount < 5\"\n";
        let (old, new) = (policy(role, TABLES), policy(role, &TABLES.replace("\"int\"", "\"float8\"")));
        let told: Vec<String> = diff(&old, &new).iter().map(ToString::to_string).collect();
        assert_eq!(told, ["changes  r: exp.flags: column amount: type INT before, FLOAT8 now"]);
    }

    #[test]
    fn another_table_behind_a_name_is_a_change() {
        let role = "[role.r.grant.'exp.flags']\ncolumns = 'all'\n";
        let old = policy(role, TABLES);
        for (from, to) in [
            ("warehouse = \"lake\"", "warehouse = \"lake\"\nsource = \"salaries\""),
            ("warehouse = \"lake\"", "warehouse = \"prod\""),
            ("partition = { column = \"day\", of = \"at\", grain = \"day\" }", "partition = { column = \"at\" }"),
            ("\"amount\", type = \"int\"", "\"amount\", type = \"bigint\""),
        ] {
            let differences = diff(&old, &policy(role, &TABLES.replace(from, to)));
            assert!(matches!(differences.as_slice(), [one] if one.direction == Direction::Changes), "{differences:?}");
        }
    }
}
