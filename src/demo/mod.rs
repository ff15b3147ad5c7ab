//! The sample data set: seeded flag evaluations, assignments, events and metrics of a small shop that runs experiments.
//!
//! Comes in: a folder, a number of evaluations, a seed, the last day. Goes out: Parquet in the layout of the embedded warehouse, the same bytes for the same input.
//! Must never: hold more than one row group of a table in memory, or touch a folder that it did not make.

mod evaluations;
mod parquet_file;
mod shape;
mod tables;

use crate::demo::shape::Shape;
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// What the sample data set is made from. Two equal recipes make the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipe {
    /// Rows of `flag_evaluations`; the other tables follow in proportion.
    pub rows: u64,
    pub seed: u64,
    /// The last day that has data, in UTC.
    #[serde(with = "iso_date")]
    pub last_day: NaiveDate,
    /// How many days there are.
    pub days: u32,
}

impl Recipe {
    /// 90 days that end on the day before `today`.
    #[must_use]
    pub fn new(rows: u64, today: NaiveDate) -> Self {
        Self { rows, seed: 42, last_day: today - TimeDelta::days(1), days: 90 }
    }

    fn first_day(&self) -> NaiveDate {
        self.last_day - TimeDelta::days(i64::from(self.days) - 1)
    }
}

/// A date as `YYYY-MM-DD`; chrono's own serde feature would be asked of every crate that uses chrono.
mod iso_date {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(date)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// Why the sample data set could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
    #[error("{path}: {source}")]
    Parquet { path: PathBuf, source: datafusion::parquet::errors::ParquetError },
    #[error("{0} is not empty and was not made by `tollgate demo`; name another folder with --dir")]
    Foreign(PathBuf),
    #[error("an arrow batch could not be made: {0}")]
    Arrow(#[from] datafusion::arrow::error::ArrowError),
    #[error("a writer thread ended early")]
    Thread,
}

impl DemoError {
    fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        move |source| Self::Io { path: path.to_owned(), source }
    }

    fn parquet(path: &Path) -> impl FnOnce(datafusion::parquet::errors::ParquetError) -> Self + '_ {
        move |source| Self::Parquet { path: path.to_owned(), source }
    }
}

/// Rows written so far, for a progress bar.
#[derive(Debug, Default)]
pub struct Progress(AtomicU64);

impl Progress {
    /// Rows of `flag_evaluations` written so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    fn add(&self, rows: u64) {
        self.0.fetch_add(rows, Ordering::Relaxed);
    }
}

/// The file that tells what a folder was made from. It is written last, so a folder without it is unfinished.
const RECIPE_FILE: &str = ".tollgate-demo.json";

/// Whether `dir` holds exactly what `recipe` makes.
#[must_use]
pub fn is_there(dir: &Path, recipe: &Recipe) -> bool {
    read_recipe(dir).is_some_and(|found| found == *recipe)
}

fn read_recipe(dir: &Path) -> Option<Recipe> {
    serde_json::from_slice(&std::fs::read(dir.join(RECIPE_FILE)).ok()?).ok()
}

/// Makes the sample data set in `dir`, replacing one that an earlier call made there.
///
/// # Errors
/// [`DemoError::Foreign`] for a folder that holds anything else; what the operating system says otherwise.
pub fn make(dir: &Path, recipe: &Recipe, progress: &Progress) -> Result<(), DemoError> {
    clear(dir)?;
    std::fs::create_dir_all(dir).map_err(DemoError::io(dir))?;
    // The mark of an unfinished folder: ours to clear, yet no recipe.
    let mark = dir.join(RECIPE_FILE);
    std::fs::write(&mark, "{}").map_err(DemoError::io(&mark))?;
    let shape = Shape::new(recipe);
    evaluations::write(dir, &shape, progress)?;
    tables::write(dir, &shape)?;
    let text = serde_json::to_vec_pretty(recipe)
        .map_err(|error| DemoError::Io { path: mark.clone(), source: error.into() })?;
    std::fs::write(&mark, text).map_err(DemoError::io(&mark))
}

fn clear(dir: &Path) -> Result<(), DemoError> {
    if !dir.exists() {
        return Ok(());
    }
    let empty = std::fs::read_dir(dir).map_err(DemoError::io(dir))?.next().is_none();
    if empty {
        return Ok(());
    }
    if !dir.join(RECIPE_FILE).exists() {
        return Err(DemoError::Foreign(dir.to_owned()));
    }
    for table in tables::FOLDERS {
        let folder = dir.join(table);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(DemoError::io(&folder))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
