//! The other side of `benches/export-parquet`: the same query by DataFusion alone, with its own Parquet reader and writer and all their defaults.
//! usage: datafusion FOLDER OUTPUT (FOLDER holds `_partition_date=…` folders of Parquet files)

use datafusion::arrow::datatypes::DataType;
use datafusion::prelude::{DataFrame, ParquetReadOptions, SessionContext};
use std::error::Error;

#[expect(clippy::disallowed_methods, reason = "the engine alone is what is measured")]
fn copy(context: &SessionContext, output: &str) -> impl Future<Output = datafusion::error::Result<DataFrame>> {
    let statement = format!("COPY (SELECT * FROM flag_evaluations) TO '{output}' STORED AS PARQUET");
    async move { context.sql(&statement).await }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // Cargo adds an argument of its own to those of a bench.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [folder, output] = arguments.as_slice() else { return Err("usage: datafusion FOLDER OUTPUT".into()) };
    let context = SessionContext::new();
    let options =
        ParquetReadOptions::default().table_partition_cols(vec![("_partition_date".to_owned(), DataType::Date32)]);
    context.register_parquet("flag_evaluations", folder, options).await?;
    let done = copy(&context, output).await?.collect().await?;
    println!("{done:?}");
    Ok(())
}
