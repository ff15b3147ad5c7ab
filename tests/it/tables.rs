//! Table contracts: what `tables import` writes, and the definitions in `fixtures/ddl` that it is written from.

use crate::gateway::Gateway;
use crate::postgres::Postgres;
use std::path::Path;
use std::process::{Command, Output};

const CONTRACTS: &str = include_str!("../../policies/tables/exp.toml");
const DEFINITIONS: &str = include_str!("../../fixtures/ddl/postgres.sql");
const PARQUET: &str = include_str!("../../fixtures/ddl/parquet.txt");

/// Table, then each column's name, type and whether it may be NULL.
type Contract = Vec<(String, Vec<(String, String, bool)>)>;

fn read(text: &str, types: bool) -> Contract {
    let document: toml::Table = text.parse().unwrap();
    let column = |column: &toml::Value| {
        let text = |key: &str| column.get(key).and_then(toml::Value::as_str).unwrap().to_owned();
        let ty = if types { text("type").replace("timestamp with time zone", "timestamptz") } else { String::new() };
        (text("name"), ty, column.get("null").and_then(toml::Value::as_bool).unwrap_or(true))
    };
    let tables = document["table"].as_table().unwrap();
    tables
        .iter()
        .map(|(name, table)| (name.clone(), table["columns"].as_array().unwrap().iter().map(column).collect()))
        .collect()
}

fn import(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tollgate"))
        .args(["tables", "import"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

#[tokio::test]
async fn what_is_defined_in_postgres_is_imported_as_the_sample_contracts_have_it() {
    let Some(server) = Postgres::start() else { return };
    server.connect().await.batch_execute(DEFINITIONS).await.unwrap();
    let dir = tempfile::tempdir().unwrap();
    let config = format!(
        "[[warehouse]]\nname = \"prod\"\nkind = \"postgres\"\nhost = \"127.0.0.1\"\nport = {}\ndatabase = \"postgres\"\n\
         user = \"postgres\"\n",
        server.port()
    );
    std::fs::write(dir.path().join("tollgate.toml"), config).unwrap();
    let written = import(dir.path(), &["prod"]);
    assert!(written.status.success(), "{written:?}");
    let file = dir.path().join("policies/tables/prod.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let sample: Contract = read(CONTRACTS, true).into_iter().filter(|(name, _)| name != "exp.metric_latency").collect();
    assert_eq!(read(&text, true), sample, "{text}");
    assert!(
        text.contains("partition = { column = \"_partition_date\", of = \"timestamp\", grain = \"day\" }"),
        "{text}"
    );

    // What is there is never written over; one table can be had alone, under another schema.
    assert_eq!(import(dir.path(), &["prod"]).status.code(), Some(1));
    let one = import(dir.path(), &["prod", "exp.events", "--schema", "shop", "--output", "-"]);
    let text = String::from_utf8_lossy(&one.stdout);
    assert!(text.starts_with("[table.\"shop.events\"]\nwarehouse = \"prod\"\nsource = \"exp.events\"\n"), "{one:?}");
    assert_eq!(read(&text, true).len(), 1);
    for wrong in [&["prod", "exp.no_such_table", "--output", "-"][..], &["pord"]] {
        let refused = import(dir.path(), wrong);
        assert_eq!(refused.status.code(), Some(1), "{refused:?}");
        assert!(refused.stdout.is_empty() && !refused.stderr.is_empty(), "{refused:?}");
    }
}

#[test]
fn parquet_is_imported_as_it_is() {
    let gateway = Gateway::shared();
    let written = import(&gateway.dir.path().join("demo"), &["lake", "--schema", "exp", "--output", "-"]);
    assert!(written.status.success(), "{written:?}");
    let sorted = |mut contract: Contract| {
        contract.iter_mut().for_each(|(_, columns)| columns.sort());
        contract.sort();
        contract
    };
    let text = String::from_utf8_lossy(&written.stdout);
    assert_eq!(sorted(read(&text, false)), sorted(read(CONTRACTS, false)), "{text}");
}

/// The document of the Parquet files is what the files are.
#[test]
fn the_parquet_definitions_are_those_of_the_sample() {
    use datafusion::parquet::file::reader::{FileReader, SerializedFileReader};
    let lake = Gateway::shared().dir.path().join("demo/lake");
    let mut documented: Vec<(String, Vec<String>)> = Vec::new();
    for line in PARQUET.lines() {
        match (line.strip_prefix("message "), documented.last_mut()) {
            (Some(name), _) => documented.push((name.trim_end_matches(" {").to_owned(), Vec::new())),
            (None, Some((_, fields))) if line.starts_with("  re") || line.starts_with("  op") => {
                fields.push(line.trim().to_uppercase());
            }
            _ => {}
        }
    }
    assert_eq!(documented.len(), 5);
    for (table, fields) in documented {
        let mut folder = lake.join(&table);
        while let Some(inner) =
            std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir())
        {
            folder = inner;
        }
        let file = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
        let reader = SerializedFileReader::new(std::fs::File::open(file).unwrap()).unwrap();
        let mut printed = Vec::new();
        datafusion::parquet::schema::printer::print_schema(&mut printed, reader.metadata().file_metadata().schema());
        // Parquet's own name for it.
        let printed = String::from_utf8(printed).unwrap().replace("BYTE_ARRAY", "binary");
        let found: Vec<String> =
            printed.lines().filter(|line| line.starts_with("  ")).map(|line| line.trim().to_uppercase()).collect();
        assert_eq!(found, fields, "{table}");
    }
}
