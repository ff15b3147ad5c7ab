//! What comes back from a format is what went in, and what it can't hold is an error.

use super::{Export, ExportError, Format, Target};
use crate::types::numeric::PgNumeric;
use crate::types::{Display, PgColumn, PgType};
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, BinaryArray, Date32Array, FixedSizeBinaryArray, Int64Array, RecordBatch, StringViewArray,
};
use datafusion::arrow::datatypes::{DataType, Decimal128Type, Schema};
use datafusion::arrow::ipc::reader::FileReader;
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

fn column(name: &str, ty: PgType, typmod: i32) -> PgColumn {
    PgColumn { name: name.to_owned(), ty, typmod, table_oid: 0, attnum: 0 }
}

fn numerics(texts: &[Option<&str>]) -> ArrayRef {
    let encode = |text: &&str| {
        let mut encoded = Vec::new();
        text.parse::<PgNumeric>().unwrap().encode(&mut encoded);
        encoded
    };
    let values: Vec<Option<Vec<u8>>> = texts.iter().map(|text| text.as_ref().map(encode)).collect();
    Arc::new(BinaryArray::from_iter(values))
}

fn sample() -> (Vec<PgColumn>, RecordBatch) {
    let columns = vec![
        column("id", PgType::Int8, -1),
        column("word, \"odd\"", PgType::Text, -1),
        column("price", PgType::Numeric, 4 + (10 << 16 | 2)),
        column("exact", PgType::Numeric, -1),
        column("key", PgType::Uuid, -1),
        column("details", PgType::Json, -1),
    ];
    let uuids = [Some([0xab_u8; 16]), None, None];
    let arrays: Vec<ArrayRef> = vec![
        Arc::new(Int64Array::from(vec![Some(1), Some(-2), None])),
        Arc::new(StringViewArray::from(vec![Some("a,\"b\"\nc"), Some(""), None])),
        numerics(&[Some("12.50"), Some("-0.01"), None]),
        numerics(&[Some("1234567890123456789012345678901234567890.5"), Some("1.10"), None]),
        Arc::new(FixedSizeBinaryArray::try_from_sparse_iter_with_size(uuids.into_iter(), 16).unwrap()),
        Arc::new(StringViewArray::from(vec![Some("{\n\"a\": 1}"), Some("[]"), None])),
    ];
    let fields: Vec<_> = columns
        .iter()
        .map(|column| datafusion::arrow::datatypes::Field::new(&column.name, column.ty.arrow(), true))
        .collect();
    let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).unwrap();
    (columns, batch)
}

async fn written(path: &Path, columns: Vec<PgColumn>, batch: &RecordBatch) -> Result<u64, ExportError> {
    let target = Target::file(path).unwrap();
    let export = Export::start(Format::of(path).unwrap(), columns, Display::default(), target).unwrap();
    // A writer that has failed tells why at the end.
    let _ = export.write(batch.clone()).await;
    export.finish().await
}

async fn text(ending: &str) -> String {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("out").with_extension(ending);
    let (columns, batch) = sample();
    let bytes = written(&path, columns, &batch).await.unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.len() as u64, bytes);
    text
}

#[tokio::test]
async fn csv_is_what_copy_writes() {
    let expected = "id,\"word, \"\"odd\"\"\",price,exact,key,details\n\
        1,\"a,\"\"b\"\"\nc\",12.50,1234567890123456789012345678901234567890.5,abababab-abab-abab-abab-abababababab,\"{\n\"\"a\"\": 1}\"\n\
        -2,\"\",-0.01,1.10,,[]\n,,,,,\n";
    assert_eq!(text("csv").await, expected);
}

#[tokio::test]
async fn ndjson_is_one_object_a_line() {
    let text = text("ndjson").await;
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert_eq!(lines[0]["word, \"odd\""], "a,\"b\"\nc");
    assert_eq!(lines[0]["details"]["a"], 1);
    assert!(text.contains("\"exact\":1234567890123456789012345678901234567890.5"), "{text}");
    assert!(lines[2]["price"].is_null());
}

fn check(batch: &RecordBatch) {
    assert_eq!(batch.num_rows(), 3);
    let ids = batch.column(0).as_primitive::<datafusion::arrow::datatypes::Int64Type>();
    assert_eq!((ids.value(1), ids.is_null(2)), (-2, true));
    assert_eq!(batch.column(1).as_string::<i32>().value(0), "a,\"b\"\nc");
    assert_eq!(*batch.column(2).data_type(), DataType::Decimal128(10, 2));
    assert_eq!(batch.column(2).as_primitive::<Decimal128Type>().value(1), -1);
    assert_eq!(batch.column(3).as_string::<i32>().value(0), "1234567890123456789012345678901234567890.5");
    assert_eq!(batch.column(4).as_string::<i32>().value(0), "abababab-abab-abab-abab-abababababab");
}

#[tokio::test]
async fn parquet_and_arrow_read_back() {
    let dir = tempfile::tempdir().unwrap();
    let (columns, batch) = sample();
    let parquet = dir.path().join("out.parquet");
    written(&parquet, columns.clone(), &batch).await.unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&parquet).unwrap()).unwrap().build().unwrap();
    check(&reader.map(Result::unwrap).next().unwrap());
    let arrow = dir.path().join("out.arrow");
    written(&arrow, columns, &batch).await.unwrap();
    check(&FileReader::try_new(File::open(&arrow).unwrap(), None).unwrap().next().unwrap().unwrap());
}

#[tokio::test]
async fn only_what_comes_back_has_a_dictionary_in_parquet() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("out.parquet");
    let columns = vec![column("key", PgType::Text, -1), column("kind", PgType::Text, -1)];
    let fields: Vec<_> =
        ["key", "kind"].map(|name| datafusion::arrow::datatypes::Field::new(name, DataType::Utf8View, true)).into();
    let keys: ArrayRef = Arc::new(StringViewArray::from_iter((0..1000).map(|row| Some(format!("key {row}")))));
    let kinds: ArrayRef = Arc::new(StringViewArray::from_iter((0..1000).map(|row| (row % 5 > 0).then_some("kind"))));
    let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), vec![keys, kinds]).unwrap();
    written(&path, columns, &batch).await.unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&path).unwrap()).unwrap();
    let group = reader.metadata().row_group(0).clone();
    let dictionaries = group.columns().iter().map(|column| column.dictionary_page_offset().is_some());
    assert_eq!(dictionaries.collect::<Vec<_>>(), [false, true]);
    assert_eq!(reader.build().unwrap().map(|batch| batch.unwrap().num_rows()).sum::<usize>(), 1000);
}

#[tokio::test]
async fn parquet_without_a_row_has_its_columns() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("out.parquet");
    let (columns, batch) = sample();
    written(&path, columns.clone(), &batch.slice(0, 0)).await.unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&path).unwrap()).unwrap();
    let names: Vec<String> = reader.schema().fields().iter().map(|field| field.name().clone()).collect();
    assert_eq!(names, columns.into_iter().map(|column| column.name).collect::<Vec<_>>());
    assert_eq!(reader.metadata().file_metadata().num_rows(), 0);
}

#[tokio::test]
async fn what_a_format_cannot_hold_names_the_column_and_leaves_the_old_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("out.parquet");
    std::fs::write(&path, "the old one").unwrap();
    let columns = vec![column("until", PgType::Date, -1)];
    let fields = vec![datafusion::arrow::datatypes::Field::new("until", DataType::Date32, true)];
    let dates: ArrayRef = Arc::new(Date32Array::from(vec![Some(1), Some(i32::MAX)]));
    let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), vec![dates]).unwrap();
    let error = written(&path, columns, &batch).await.expect_err("infinity has no place in Parquet");
    assert!(error.to_string().contains("\"until\""), "{error}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "the old one");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "something was left beside it");
}

#[test]
fn an_unknown_ending_is_refused() {
    let error = Format::of(Path::new("out.xlsx")).expect_err("no such format");
    assert!(error.to_string().contains(".parquet"), "{error}");
}
