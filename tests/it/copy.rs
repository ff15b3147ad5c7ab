//! COPY's three formats, byte for byte as PostgreSQL sends them.

use crate::postgres::Postgres;
use bytes::BytesMut;
use datafusion::arrow::array::{ArrayRef, Int32Array, RecordBatch, StringViewArray};
use datafusion::arrow::datatypes::{Field, Schema};
use futures::TryStreamExt;
use guard::parse::statement::{CopyFormat, CopyOptions, ForceQuote};
use std::sync::Arc;
use tollgate::types::{Display, PgColumn, PgType};
use tollgate::wire::copy::CopyEncoder;

const TEXTS: [Option<&str>; 14] = [
    Some("plain"),
    None,
    Some(""),
    Some("a,b"),
    Some("say \"hi\""),
    Some("tab\there"),
    Some("line\nbreak\r"),
    Some("back\\slash"),
    Some("\\."),
    Some("\\N"),
    Some("N/A"),
    Some("semi;colon 'quoted'"),
    Some(" blanks "),
    Some("ünï\u{b}\u{c}\u{8}"),
];

fn options(format: CopyFormat, delimiter: u8, null: &str) -> CopyOptions {
    CopyOptions {
        format,
        delimiter,
        null: null.into(),
        header: false,
        quote: b'"',
        escape: b'"',
        force_quote: ForceQuote::None,
    }
}

/// The bytes inside our CopyData messages.
fn ours(columns: &[PgColumn], batch: &RecordBatch, options: &CopyOptions) -> Vec<u8> {
    let display = Display::default();
    let encoder = CopyEncoder::new(columns, options, &display, 1 << 20).unwrap();
    let mut out = BytesMut::new();
    encoder.start(&mut out).unwrap();
    assert_eq!(encoder.encode_batch(batch, 0..batch.num_rows(), &mut out).unwrap(), batch.num_rows());
    encoder.end(&mut out).unwrap();
    let (mut rest, mut all) = (&out[..], Vec::new());
    while let [b'd', a, b, c, d, after @ ..] = rest {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize - 4;
        all.extend_from_slice(&after[..length]);
        rest = &after[length..];
    }
    assert!(rest.is_empty());
    all
}

#[tokio::test]
async fn copy_sends_what_postgresql_sends() {
    let Some(postgres) = Postgres::start() else { return };
    let client = postgres.connect().await;
    client.batch_execute("CREATE TABLE t (n int4, \"a,b\" text)").await.unwrap();
    for (n, text) in (0i32..).zip(TEXTS) {
        client.execute("INSERT INTO t VALUES ($1, $2)", &[&n, &text]).await.unwrap();
    }
    let column = |name: &str, ty: PgType| PgColumn { name: name.into(), ty, typmod: -1, table_oid: 0, attnum: 0 };
    let columns = [column("n", PgType::Int4), column("a,b", PgType::Text)];
    let fields: Vec<Field> = columns.iter().map(|column| Field::new(&column.name, column.ty.arrow(), true)).collect();
    let arrays: Vec<ArrayRef> = vec![
        Arc::new(Int32Array::from_iter_values((0i32..).take(TEXTS.len()))),
        Arc::new(StringViewArray::from_iter(TEXTS)),
    ];
    let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).unwrap();
    let text = options(CopyFormat::Text, b'\t', "\\N");
    let csv = options(CopyFormat::Csv, b',', "");
    let cases = [
        ("", text.clone()),
        ("HEADER", CopyOptions { header: true, ..text.clone() }),
        ("DELIMITER ';', NULL 'N/A'", CopyOptions { delimiter: b';', null: "N/A".into(), ..text }),
        ("FORMAT csv", csv.clone()),
        ("FORMAT csv, HEADER", CopyOptions { header: true, ..csv.clone() }),
        ("FORMAT csv, FORCE_QUOTE *", CopyOptions { force_quote: ForceQuote::All, ..csv.clone() }),
        (
            "FORMAT csv, FORCE_QUOTE (n)",
            CopyOptions { force_quote: ForceQuote::Columns(vec!["n".into()]), ..csv.clone() },
        ),
        ("FORMAT csv, QUOTE '''', ESCAPE '\\'", CopyOptions { quote: b'\'', escape: b'\\', ..csv.clone() }),
        ("FORMAT csv, DELIMITER ';', NULL 'N/A'", CopyOptions { delimiter: b';', null: "N/A".into(), ..csv.clone() }),
        ("FORMAT binary", options(CopyFormat::Binary, 0, "")),
    ];
    for (sql, options) in cases {
        let with = if sql.is_empty() { String::new() } else { format!(" WITH ({sql})") };
        let stream = client.copy_out(format!("COPY t TO STDOUT{with}").as_str()).await.unwrap();
        let chunks: Vec<bytes::Bytes> = stream.try_collect().await.unwrap();
        let theirs = chunks.concat();
        let ours = ours(&columns, &batch, &options);
        assert_eq!(String::from_utf8_lossy(&ours), String::from_utf8_lossy(&theirs), "{sql}");
        assert_eq!(ours, theirs, "{sql}");
    }
    // One column alone: a line of `\.` would end the data.
    let (column, batch) = (&columns[1..], batch.project(&[1]).unwrap());
    let stream = client.copy_out("COPY t (\"a,b\") TO STDOUT WITH (FORMAT csv)").await.unwrap();
    let chunks: Vec<bytes::Bytes> = stream.try_collect().await.unwrap();
    assert_eq!(ours(column, &batch, &csv), chunks.concat());
}
