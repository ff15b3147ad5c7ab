//! Which files a scan reads: the partitions within its bounds, and no other.
//!
//! Comes in: a table's folder and the bounds. Goes out: files in the order of their paths, each with its day. Must never: list a partition outside the bounds, or skip a file that it can't place.

use super::store::failure;
use crate::error::{SqlError, SqlResult};
use crate::plan::governed::RawTable;
use crate::window::bounds::{self, Bounds};
use chrono::NaiveDate;
use datafusion::object_store::path::Path;
use datafusion::object_store::{ObjectMeta, ObjectStore};
use futures::{StreamExt, TryStreamExt};
use guard::SqlState;
use guard::policy::{Grain, RelationName};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Listings under way at the same time.
const LISTINGS: usize = 16;

/// The files of one table within some bounds.
#[derive(Debug)]
pub(super) struct Files {
    /// The partition column, where its value comes from the folder's name.
    pub(super) partition_column: Option<String>,
    pub(super) files: Vec<File>,
    /// Partitions within the bounds, of all that there are.
    pub(super) partitions: u64,
    pub(super) all_partitions: u64,
}

/// One file, and the day of its folder; `None` is NULL, or a table without folders.
#[derive(Debug)]
pub(super) struct File {
    pub(super) meta: ObjectMeta,
    pub(super) day: Option<i32>,
}

/// What one statement found in its tables' folders: all its scans of a table read the same files, which are looked for once.
#[derive(Debug, Default)]
pub struct Listings(Mutex<HashMap<(RelationName, Bounds), Arc<Files>>>);

impl Listings {
    /// The files of a table within the bounds, as they were found first, or as this finds them.
    pub(super) async fn found_by(
        &self,
        table: &RawTable,
        bounds: Bounds,
        list: impl Future<Output = SqlResult<Files>>,
    ) -> SqlResult<Arc<Files>> {
        // INVARIANT: within a statement a name stands for one table.
        let key = (table.contract().name.clone(), bounds);
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(files) = known {
            return Ok(files);
        }
        let files = Arc::new(list.await?);
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Arc::clone(found.entry(key).or_insert(files)))
    }
}

/// Lists the files of the partitions within the bounds.
pub(super) async fn list(store: &dyn ObjectStore, folder: &Path, table: &RawTable, bounds: Bounds) -> SqlResult<Files> {
    let by_day = table.contract().partition.as_ref().filter(|partition| partition.grain == Grain::Day);
    let Some(partition) = by_day else {
        return flat(store, folder).await;
    };
    let top = store.list_with_delimiter(Some(folder)).await.map_err(|error| failure(&error))?;
    let prefix = format!("{}=", partition.column);
    if !top.common_prefixes.iter().any(|path| path.filename().is_some_and(|name| name.starts_with(&prefix))) {
        return flat(store, folder).await;
    }
    if let Some(stray) = top.objects.iter().find(|object| is_data(&object.location)) {
        return Err(misplaced(table, &stray.location));
    }
    let mut wanted = Vec::new();
    let mut all_partitions = 0;
    for path in top.common_prefixes {
        let name = path.filename().unwrap_or_default();
        if is_hidden(name) && !name.starts_with(&prefix) {
            continue;
        }
        let value = name.strip_prefix(&prefix).ok_or_else(|| misplaced(table, &path))?;
        let day = day_of(value).ok_or_else(|| misplaced(table, &path))?;
        all_partitions += 1;
        let within = match day {
            Some(day) => bounds.partition.contains(i64::from(day)),
            // NULL passes no comparison, so a bounded scan does not want it.
            None => bounds.partition.is_all(),
        };
        if within && !bounds.is_empty() {
            wanted.push((path, day));
        }
    }
    let partitions = wanted.len() as u64;
    let mut files: Vec<File> = futures::stream::iter(wanted)
        .map(|(path, day)| async move {
            let listed = store.list(Some(&path)).try_filter(|meta| std::future::ready(is_data(&meta.location)));
            listed.map_ok(|meta| File { meta, day }).try_collect::<Vec<_>>().await
        })
        .buffer_unordered(LISTINGS)
        .try_concat()
        .await
        .map_err(|error| failure(&error))?;
    files.sort_by(|a, b| a.meta.location.cmp(&b.meta.location));
    Ok(Files { partition_column: Some(partition.column.clone()), files, partitions, all_partitions })
}

/// A table without partition folders: every file in it.
async fn flat(store: &dyn ObjectStore, folder: &Path) -> SqlResult<Files> {
    let listed = store.list(Some(folder)).try_filter(|meta| std::future::ready(is_data(&meta.location)));
    let mut files: Vec<File> =
        listed.map_ok(|meta| File { meta, day: None }).try_collect().await.map_err(|error| failure(&error))?;
    files.sort_by(|a, b| a.meta.location.cmp(&b.meta.location));
    Ok(Files { partition_column: None, files, partitions: 0, all_partitions: 0 })
}

fn is_hidden(name: &str) -> bool {
    name.starts_with(['_', '.'])
}

fn is_data(location: &Path) -> bool {
    location.filename().is_some_and(|name| !is_hidden(name) && name.ends_with(".parquet"))
}

/// The day that a partition's folder names; `Some(None)` is NULL.
#[expect(clippy::option_option, reason = "no day, NULL and a day are three things")]
fn day_of(value: &str) -> Option<Option<i32>> {
    if value == "__HIVE_DEFAULT_PARTITION__" {
        return Some(None);
    }
    let date = NaiveDate::parse_from_str(value, "%Y-%m-%d").ok()?;
    i32::try_from(bounds::day_number(date)).ok().map(Some)
}

fn misplaced(table: &RawTable, path: &Path) -> SqlError {
    SqlError::new(SqlState::IO_ERROR, "the warehouse's data do not match the table's contract")
        .caused_by(format!("table {}: {path} is not in a partition of its contract", table.contract().name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_names_a_day_or_null_or_nothing() {
        assert_eq!(day_of("1970-01-02"), Some(Some(1)));
        assert_eq!(day_of("1969-12-31"), Some(Some(-1)));
        assert_eq!(day_of("__HIVE_DEFAULT_PARTITION__"), Some(None));
        assert_eq!(day_of("2026-13-01"), None);
        assert_eq!(day_of("latest"), None);
    }

    #[test]
    fn markers_and_temporary_files_are_no_data() {
        assert!(is_data(&Path::from("t/_partition_date=2026-01-01/part-0.parquet")));
        assert!(!is_data(&Path::from("t/_SUCCESS")));
        assert!(!is_data(&Path::from("t/.part-0.parquet")));
        assert!(!is_data(&Path::from("t/part-0.parquet.crc")));
    }
}
