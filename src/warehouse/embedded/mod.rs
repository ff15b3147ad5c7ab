//! The embedded warehouse: Parquet files under `path/<source>/[<partition column>=YYYY-MM-DD/]*.parquet`, read by the gateway's own engine.
//!
//! Comes in: a [`ScanRequest`]. Goes out: a plan that opens only the partitions within its bounds and reads only the columns asked for. Must never: decide which rows those may be.

mod canonical;
mod files;
mod store;

pub use files::Listings;
pub use store::{ScanCounters, StoreOptions};

use super::{Estimate, Kind, Precision, Reach, ScanRequest, Scanner, SourceColumn, Warehouse};
use crate::error::{SqlError, SqlResult};
use crate::plan::governed::RawTable;
use crate::types::PgType;
use crate::window::Bounds;
use async_trait::async_trait;
use canonical::CanonicalColumns;
use datafusion::arrow::datatypes::{FieldRef, Schema, SchemaRef};
use datafusion::catalog::Session;
use datafusion::common::ScalarValue;
use datafusion::common::config::TableParquetOptions;
use datafusion::datasource::listing::PartitionedFile;
use datafusion::datasource::physical_plan::parquet::CachedParquetFileReaderFactory;
use datafusion::datasource::physical_plan::parquet::metadata::DFParquetMetadata;
use datafusion::datasource::physical_plan::{FileGroup, FileGroupPartitioner, FileScanConfigBuilder, ParquetSource};
use datafusion::datasource::source::DataSourceExec;
use datafusion::datasource::table_schema::TableSchema;
use datafusion::execution::cache::cache_manager::FileMetadataCache;
use datafusion::execution::cache::default_cache::DefaultCache;
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::object_store::path::Path;
use datafusion::object_store::{ObjectMeta, ObjectStore};
use datafusion::parquet::arrow::parquet_to_arrow_schema;
use datafusion::parquet::file::metadata::{PageIndexPolicy, ParquetMetaData};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::empty::EmptyExec;
use files::{File, Files, Listed};
use futures::{StreamExt, TryStreamExt};
use std::fmt;
use std::sync::Arc;
use store::Counted;

/// Bytes of footers kept in memory for each warehouse.
const FOOTERS: usize = 64 << 20;
/// Footers read at the same time for an estimate.
const FOOTER_READS: usize = 16;
/// The end of a file that is read at once in the hope that the whole footer is in it.
const FOOTER_HINT: usize = 64 << 10;

/// Parquet folders.
pub struct Embedded {
    name: String,
    store: Arc<dyn ObjectStore>,
    prefix: Path,
    /// Under this address the store is known to the engine.
    url: ObjectStoreUrl,
    /// By path, valid for a size and a modification time.
    footers: Arc<FileMetadataCache>,
}

impl fmt::Debug for Embedded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Embedded")
            .field("name", &self.name)
            .field("store", &self.store.to_string())
            .finish_non_exhaustive()
    }
}

impl Embedded {
    /// Opens the folder, or the prefix in an object store, that `path` names.
    ///
    /// # Errors
    /// 58030 if there is no such folder or the options are wrong.
    pub fn open(name: &str, path: &str, options: &StoreOptions) -> SqlResult<Self> {
        let (store, prefix) = store::open(path, options)?;
        Self::over(name, store, prefix)
    }

    /// Over a store that is open already.
    ///
    /// # Errors
    /// XX000 if the engine can't address it.
    pub fn over(name: &str, store: Arc<dyn ObjectStore>, prefix: Path) -> SqlResult<Self> {
        // Names are free text, addresses are not.
        let host: String = name.bytes().map(|byte| format!("{byte:02x}")).collect();
        let url = ObjectStoreUrl::parse(format!("lake://{host}"))?;
        let footers: Arc<FileMetadataCache> = Arc::new(DefaultCache::new(FOOTERS).with_name("footers"));
        Ok(Self { name: name.to_owned(), store, prefix, url, footers })
    }

    fn folder(&self, source: &str) -> SqlResult<Path> {
        let source = Path::parse(source).map_err(|error| store::failure(&error.into()))?;
        Ok(self.prefix.parts().chain(source.parts()).collect())
    }

    async fn footer(&self, store: &dyn ObjectStore, meta: &ObjectMeta) -> SqlResult<Arc<ParquetMetaData>> {
        let metadata = DFParquetMetadata::new(store, meta)
            .with_metadata_size_hint(Some(FOOTER_HINT))
            .with_page_index_policy(Some(PageIndexPolicy::Skip))
            .with_file_metadata_cache(Some(Arc::clone(&self.footers)))
            .fetch_metadata()
            .await;
        metadata.map_err(reading_failed)
    }
}

/// The engine's failure while it reads a file: ours if it is one, else a fixed sentence.
fn reading_failed(error: datafusion::error::DataFusionError) -> SqlError {
    let ours = SqlError::from(error);
    if ours.sqlstate() != guard::SqlState::INTERNAL_ERROR {
        return ours;
    }
    SqlError::new(guard::SqlState::IO_ERROR, "the warehouse failed").caused_by(ours)
}

#[async_trait]
impl Warehouse for Embedded {
    fn name(&self) -> &str {
        &self.name
    }

    fn kind(&self) -> Kind {
        Kind::Embedded
    }

    async fn describe(&self, source: &str) -> SqlResult<Vec<SourceColumn>> {
        let folder = self.folder(source)?;
        let mut newest: Option<ObjectMeta> = None;
        let mut listed = self.store.list(Some(&folder));
        while let Some(meta) = listed.next().await {
            let meta = meta.map_err(|error| store::failure(&error))?;
            let is_newer = newest.as_ref().is_none_or(|newest| newest.location < meta.location);
            if meta.location.as_ref().ends_with(".parquet") && is_newer {
                newest = Some(meta);
            }
        }
        let Some(meta) = newest else {
            return Err(SqlError::new(guard::SqlState::IO_ERROR, "the warehouse has no data for this table")
                .caused_by(format!("no Parquet file under {folder}")));
        };
        let footer = self.footer(self.store.as_ref(), &meta).await?;
        let file = footer.file_metadata();
        let schema = parquet_to_arrow_schema(file.schema_descr(), file.key_value_metadata())
            .map_err(|error| reading_failed(error.into()))?;
        let mut columns: Vec<SourceColumn> = schema
            .fields()
            .iter()
            .map(|field| SourceColumn {
                name: field.name().clone(),
                native_type: field.data_type().to_string(),
                reads_as: canonical::reads_as(field.data_type()),
                nullable: field.is_nullable(),
            })
            .collect();
        for part in meta.location.prefix_match(&folder).into_iter().flatten() {
            if let Some((name, _)) = part.as_ref().split_once('=')
                && !columns.iter().any(|column| column.name == name)
            {
                columns.push(SourceColumn {
                    name: name.to_owned(),
                    native_type: "folder".to_owned(),
                    reads_as: vec![PgType::Date],
                    nullable: false,
                });
            }
        }
        Ok(columns)
    }

    async fn sources(&self) -> SqlResult<Vec<String>> {
        let top = self.store.list_with_delimiter(Some(&self.prefix)).await.map_err(|error| store::failure(&error))?;
        Ok(top.common_prefixes.iter().filter_map(|path| path.filename().map(str::to_owned)).collect())
    }

    async fn probe(&self) -> SqlResult<()> {
        self.store.list_with_delimiter(Some(&self.prefix)).await.map_err(|error| store::failure(&error))?;
        Ok(())
    }

    /// The compressed bytes of the column chunks in question, from the footers. An upper bound: statistics may spare row groups.
    async fn estimate(&self, request: &ScanRequest) -> SqlResult<Estimate> {
        let files = self.list(self.store.as_ref(), &Listings::default(), &request.table, request.bounds).await?;
        let names: Vec<&str> = wanted_names(&request.table, &request.columns);
        let names = names.as_slice();
        let reach = Reach {
            files: files.files.len() as u64,
            partitions: files.partitions,
            all_partitions: files.all_partitions,
        };
        let precision = if files.files.is_empty() { Precision::Exact } else { Precision::UpperBound };
        let bytes: u64 = futures::stream::iter(files.files)
            .map(|file| async move {
                let footer = self.footer(self.store.as_ref(), &file.meta).await?;
                Ok::<u64, SqlError>(chunk_bytes(&footer, names))
            })
            .buffer_unordered(FOOTER_READS)
            .try_fold(0u64, |sum, bytes| std::future::ready(Ok(sum.saturating_add(bytes))))
            .await?;
        Ok(Estimate { bytes, precision, reach })
    }

    fn scanner(&self) -> Option<&dyn Scanner> {
        Some(self)
    }
}

fn wanted_names<'a>(table: &'a RawTable, columns: &[usize]) -> Vec<&'a str> {
    columns.iter().filter_map(|index| table.columns().get(*index)).map(|column| column.name.as_str()).collect()
}

fn chunk_bytes(footer: &ParquetMetaData, names: &[&str]) -> u64 {
    footer
        .row_groups()
        .iter()
        .flat_map(|group| group.columns())
        .filter(|chunk| chunk.column_path().parts().first().is_some_and(|name| names.contains(&name.as_str())))
        .map(|chunk| u64::try_from(chunk.compressed_size()).unwrap_or(0))
        .sum()
}

#[async_trait]
impl Scanner for Embedded {
    async fn scan(&self, session: &dyn Session, request: ScanRequest) -> SqlResult<Arc<dyn ExecutionPlan>> {
        let ScanRequest { table, columns, bounds, pruning } = request;
        let counters = session.config().get_extension::<ScanCounters>().unwrap_or_default();
        let store: Arc<dyn ObjectStore> = Arc::new(Counted::new(Arc::clone(&self.store), counters));
        let listings = session.config().get_extension::<Listings>().unwrap_or_default();
        let Files { partition_column, files, .. } = self.list(store.as_ref(), &listings, &table, bounds).await?;
        let output: SchemaRef = Arc::new(table.schema().project(&columns).map_err(SqlError::internal)?);
        if files.is_empty() {
            return Ok(Arc::new(EmptyExec::new(output)));
        }

        // The reader below is bound to this store; the engine wants it known under an address nevertheless.
        session.runtime_env().register_object_store(self.url.as_ref(), Arc::clone(&store));
        let schema = reader_schema(&table, partition_column.as_deref());
        let mut source = ParquetSource::new(schema.clone())
            .with_table_parquet_options(parquet_options())
            .with_parquet_file_reader_factory(Arc::new(CachedParquetFileReaderFactory::new(
                store,
                Arc::clone(&self.footers),
            )))
            .with_metadata_size_hint(FOOTER_HINT);
        if let Some(predicate) = pruning {
            source = source.with_predicate(reassigned(predicate, schema.table_schema())?);
        }
        let wanted = wanted_names(&table, &columns);
        let indices = wanted.iter().map(|name| schema.table_schema().index_of(name)).collect::<Result<Vec<_>, _>>();
        let config = FileScanConfigBuilder::new(self.url.clone(), Arc::new(source))
            .with_file_groups(spread(files, partition_column.is_some(), session.config().target_partitions()))
            .with_expr_adapter(Some(Arc::new(CanonicalColumns { table })))
            .with_projection_indices(Some(indices.map_err(SqlError::internal)?))?
            .build();
        Ok(DataSourceExec::from_data_source(config))
    }
}

impl Embedded {
    async fn list(
        &self,
        store: &dyn ObjectStore,
        listings: &Listings,
        table: &RawTable,
        bounds: Bounds,
    ) -> SqlResult<Files> {
        let folder = self.folder(&table.contract().source)?;
        files::list(&Listed { store, url: &self.url, listings }, &folder, table, bounds).await
    }
}

/// The reader's view of the contract: the columns of the files, then the one that the folders' names give.
fn reader_schema(table: &RawTable, partition_column: Option<&str>) -> TableSchema {
    let (folder, file): (Vec<FieldRef>, Vec<FieldRef>) =
        table.schema().fields().iter().cloned().partition(|field| Some(field.name().as_str()) == partition_column);
    // A mark that no file's schema has: without it the engine would skip the conversion of a file whose schema looks canonical.
    let mark = [("tollgate".to_owned(), "contract".to_owned())].into_iter().collect();
    let file = Arc::new(Schema::new_with_metadata(file, mark));
    TableSchema::builder(file).with_table_partition_cols(folder).build()
}

/// The same predicate over the reader's column numbers.
fn reassigned(
    predicate: Arc<dyn datafusion::physical_expr::PhysicalExpr>,
    schema: &SchemaRef,
) -> SqlResult<Arc<dyn datafusion::physical_expr::PhysicalExpr>> {
    Ok(datafusion::physical_expr::utils::reassign_expr_columns(predicate, schema)?)
}

fn parquet_options() -> TableParquetOptions {
    let mut options = TableParquetOptions::default();
    // A predicate skips row groups and pages by statistics; it never runs on rows, which may be hidden ones.
    options.global.pushdown_filters = false;
    options.global.pruning = true;
    options.global.enable_page_index = true;
    options.global.bloom_filter_on_read = true;
    options.global.coerce_int96 = Some("us".to_owned());
    options
}

/// Spreads the files over the partitions of the scan, large ones in ranges.
fn spread(files: Vec<File>, by_folder: bool, partitions: usize) -> Vec<FileGroup> {
    let files: Vec<PartitionedFile> = files
        .into_iter()
        .map(|File { meta, day }| {
            let values = if by_folder { vec![ScalarValue::Date32(day)] } else { Vec::new() };
            PartitionedFile::new_from_meta(meta).with_partition_values(values)
        })
        .collect();
    let whole = vec![FileGroup::new(files)];
    FileGroupPartitioner::new()
        .with_target_partitions(partitions.max(1))
        .with_repartition_file_min_size(4 << 20)
        .repartition_file_groups(&whole)
        .unwrap_or_else(|| whole.into_iter().flat_map(|group| group.split_files(partitions.max(1))).collect())
}
