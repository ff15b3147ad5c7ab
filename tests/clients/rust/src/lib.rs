//! The steps that every client is taken through: what they ask, and how a program says what came of them.

use anyhow::{Result, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

pub const STEPS: [&str; 9] =
    ["connect", "types", "parameters", "cursor", "metadata", "error", "cancel", "copy", "transaction"];

pub type Step = Pin<Box<dyn Future<Output = Result<()>>>>;

/// `TOLLGATE_TEST_…`, as tests/clients/run sets it.
pub fn env(name: &str, otherwise: &str) -> String {
    std::env::var(format!("TOLLGATE_TEST_{name}")).unwrap_or_else(|_| otherwise.to_owned())
}

pub fn port() -> u16 {
    env("PORT", "").parse().expect("TOLLGATE_TEST_PORT")
}

/// What programs of all languages ask.
pub fn shared() -> Value {
    serde_json::from_str(include_str!("../../steps/steps.json")).expect("steps.json")
}

pub fn text(key: &str) -> String {
    shared()[key].as_str().expect("a text").to_owned()
}

/// Rows of table and column, in order.
pub fn check_columns(rows: impl IntoIterator<Item = (String, String)>) -> Result<()> {
    let mut found = BTreeMap::<String, Vec<String>>::new();
    for (table, column) in rows {
        found.entry(table).or_default().push(column);
    }
    let found = serde_json::to_value(found)?;
    ensure!(found == shared()["tables"], "{found}");
    Ok(())
}

/// Counts the rows of the long series, as they come.
#[derive(Default)]
pub struct Series(u64);

impl Series {
    pub fn row(&mut self, number: i32, text: &str) -> Result<()> {
        self.0 += 1;
        ensure!(u64::try_from(number) == Ok(self.0) && text == format!("row {number}"), "{number} {text}");
        Ok(())
    }

    pub fn whole(&self) -> Result<()> {
        ensure!(Some(self.0) == shared()["rows"].as_u64(), "{} rows", self.0);
        Ok(())
    }
}

/// Takes the client through its steps; one that is left out is none of this client's.
pub async fn take(name: &str, version: &str, steps: Vec<(&str, Step)>) -> std::process::ExitCode {
    println!("client {name} {version}");
    let mut steps: BTreeMap<&str, Step> = steps.into_iter().collect();
    let mut code = std::process::ExitCode::SUCCESS;
    for name in STEPS {
        let Some(step) = steps.remove(name) else {
            println!("none {name}");
            continue;
        };
        match step.await {
            Ok(()) => println!("ok {name}"),
            Err(error) => {
                code = std::process::ExitCode::FAILURE;
                println!("FAILED {name}\n{error:#}");
            }
        }
    }
    code
}

/// The version of a package that this one was built with.
pub fn version(package: &str) -> String {
    let lock = include_str!("../Cargo.lock");
    let at = lock.split("[[package]]").find(|part| part.contains(&format!("name = \"{package}\"\n")));
    at.and_then(|part| part.split("version = \"").nth(1))
        .and_then(|rest| rest.split('"').next())
        .unwrap_or("?")
        .to_owned()
}
