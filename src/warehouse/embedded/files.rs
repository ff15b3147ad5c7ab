//! Which files a scan reads: the partitions within its bounds, and no other.
//!
//! Comes in: a table's folder and the bounds. Goes out: files in the order of their paths, each with its day. Must never: list a partition outside the bounds, or skip a file that it can't place.

use super::store::failure;
use crate::error::{SqlError, SqlResult};
use crate::plan::governed::RawTable;
use crate::types::PgType;
use crate::window::bounds::{self, Bounds};
use chrono::NaiveDate;
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::object_store::path::Path;
use datafusion::object_store::{ListResult, ObjectMeta, ObjectStore};
use futures::{StreamExt, TryStreamExt};
use guard::SqlState;
use guard::policy::{Grain, Partition};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OnceCell;

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

/// What one statement found in the folders of its tables: each is looked into once, so that all its scans of a table read the same files, whatever their windows are.
#[derive(Debug, Default)]
pub struct Listings {
    folders: Found<ListResult>,
    objects: Found<Vec<ObjectMeta>>,
}

/// By the address of the store, and the folder in it.
type Found<T> = Mutex<HashMap<(ObjectStoreUrl, Path), Arc<OnceCell<Arc<T>>>>>;

async fn found_once<T, E>(
    found: &Found<T>,
    key: (ObjectStoreUrl, Path),
    find: impl Future<Output = Result<T, E>>,
) -> Result<Arc<T>, E> {
    let place = Arc::clone(found.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_default());
    place.get_or_try_init(|| async { Ok(Arc::new(find.await?)) }).await.cloned()
}

/// A store as one statement sees it.
pub(super) struct Listed<'a> {
    pub(super) store: &'a dyn ObjectStore,
    pub(super) url: &'a ObjectStoreUrl,
    pub(super) listings: &'a Listings,
}

impl Listed<'_> {
    /// What is right below the folder.
    async fn folders(&self, folder: &Path) -> SqlResult<Arc<ListResult>> {
        let find = self.store.list_with_delimiter(Some(folder));
        found_once(&self.listings.folders, (self.url.clone(), folder.clone()), find)
            .await
            .map_err(|error| failure(&error))
    }

    /// The data files below the folder.
    async fn objects(&self, folder: &Path) -> SqlResult<Arc<Vec<ObjectMeta>>> {
        // Within the block: a store may begin to list when it is asked for the stream.
        let find = async {
            let found = self.store.list(Some(folder)).try_filter(|meta| std::future::ready(is_data(&meta.location)));
            found.try_collect::<Vec<_>>().await
        };
        found_once(&self.listings.objects, (self.url.clone(), folder.clone()), find)
            .await
            .map_err(|error| failure(&error))
    }
}

/// Lists the files of the partitions within the bounds.
pub(super) async fn list(store: &Listed<'_>, folder: &Path, table: &RawTable, bounds: Bounds) -> SqlResult<Files> {
    let Some(partition) = table.contract().partition.as_ref().filter(|partition| names_folders(table, partition))
    else {
        return flat(store, folder).await;
    };
    let top = store.folders(folder).await?;
    let prefix = format!("{}=", partition.column);
    if !top.common_prefixes.iter().any(|path| path.filename().is_some_and(|name| name.starts_with(&prefix))) {
        return flat(store, folder).await;
    }
    if let Some(stray) = top.objects.iter().find(|object| is_data(&object.location)) {
        return Err(misplaced(table, &stray.location));
    }
    let wanted_days = match partition.grain {
        Grain::Day => bounds.partition,
        Grain::Instant => bounds::days_that_begin_in(bounds.time),
    };
    let mut wanted = Vec::new();
    let mut all_partitions = 0;
    for path in &top.common_prefixes {
        let name = path.filename().unwrap_or_default();
        if is_hidden(name) && !name.starts_with(&prefix) {
            continue;
        }
        let value = name.strip_prefix(&prefix).ok_or_else(|| misplaced(table, path))?;
        let day = day_of(value).ok_or_else(|| misplaced(table, path))?;
        all_partitions += 1;
        let within = match day {
            Some(day) => wanted_days.contains(i64::from(day)),
            // NULL passes no comparison, so a bounded scan does not want it.
            None => wanted_days.is_all(),
        };
        if within && !bounds.is_empty() {
            wanted.push((path.clone(), day));
        }
    }
    let partitions = wanted.len() as u64;
    let mut files: Vec<File> = futures::stream::iter(wanted)
        .map(|(path, day)| async move { Ok::<_, SqlError>(files_of(&store.objects(&path).await?, day)) })
        .buffer_unordered(LISTINGS)
        .try_concat()
        .await?;
    files.sort_by(|a, b| a.meta.location.cmp(&b.meta.location));
    Ok(Files { partition_column: Some(partition.column.clone()), files, partitions, all_partitions })
}

/// Whether a folder may be named after a value of the partition column: after a day.
fn names_folders(table: &RawTable, partition: &Partition) -> bool {
    match partition.grain {
        Grain::Day => true,
        Grain::Instant => {
            table.columns().iter().any(|column| column.name == partition.column && column.ty == PgType::Date)
        }
    }
}

/// A table without partition folders: every file in it.
async fn flat(store: &Listed<'_>, folder: &Path) -> SqlResult<Files> {
    let mut files = files_of(&store.objects(folder).await?, None);
    files.sort_by(|a, b| a.meta.location.cmp(&b.meta.location));
    Ok(Files { partition_column: None, files, partitions: 0, all_partitions: 0 })
}

fn files_of(objects: &[ObjectMeta], day: Option<i32>) -> Vec<File> {
    objects.iter().map(|meta| File { meta: meta.clone(), day }).collect()
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
    // As it is written by whoever makes such folders: a sign, a blank or a missing zero is somebody's mistake.
    let is_plain = value.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let date = NaiveDate::parse_from_str(value, "%Y-%m-%d").ok().filter(|_| is_plain && value.len() == 10)?;
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
        for name in
            ["2026-13-01", "2026-11-5", "+2026-11-05", "2026-11-5 ", " 2026-11-5", "-026-11-05", "12026-11-20", ""]
        {
            assert_eq!(day_of(name), None, "{name}");
        }
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
