//! `tollgate telemetry`: the questions that experiment people ask most, by name.
//!
//! Comes in: a question's name and what narrows it. Goes out: its answer. Must never: read anything but through one statement that passed the gates.

mod questions;
mod srm;
mod table;

use super::export::delivery::{Delivery, Report};
use super::export::envelope::{Envelope, Question};
use super::reading::{Filters, Opened, Period, Place, Rows};
use super::{Failure, Outcome, block_on, misused, say};
use clap::{Args, Subcommand};
use datafusion::arrow::array::{AsArray, RecordBatch};
use datafusion::arrow::datatypes::Int64Type;
use serde_json::{Value, json};
use srm::{Finding, Verdict};
use std::process::ExitCode;

/// Rows of an answer where no other number is asked for.
const LIMIT: u64 = 10_000;

/// Ask what experiment people ask most
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  tollgate telemetry summary --role analyst --since 7d\n  \
                  tollgate telemetry srm --role analyst --since 30d --flag one-click-checkout --expected control=0.5,treatment=0.5\n  \
                  tollgate telemetry user --host gateway.internal --user ann --id u42 --since 1d --format json")]
pub(super) struct Telemetry {
    #[command(subcommand)]
    name: Name,
}

#[derive(Debug, Subcommand)]
enum Name {
    /// Per flag and variant: evaluations, units, and the variant's share
    Summary(Asked),
    /// Whether the variants of a flag have as many units as they were planned to have (chi-square; alarm at p < 0.001)
    Srm {
        /// The planned shares, for example control=0.5,treatment=0.5; even ones if left out
        #[arg(long, value_name = "VARIANT=SHARE,…", value_parser = readable_shares)]
        expected: Option<String>,
        #[command(flatten)]
        asked: Asked,
    },
    /// Per flag: which rule decided, and to what
    Rules(Asked),
    /// What one unit was given, the latest first
    User {
        /// The unit's hash, or the id that the hash was made of by SHA-256
        #[arg(long)]
        id: String,
        #[command(flatten)]
        asked: Asked,
    },
    /// Per flag: which share has a known unit, was decided by a rule, or fell back to a default
    Coverage(Asked),
    /// Flags that nobody asks for any more, that are never on, or that give everybody the same
    DeadFlags {
        /// Days without an evaluation, back from the newest there is, after which a flag counts as no longer asked for
        #[arg(long, value_name = "DAYS", default_value_t = 7)]
        idle: u32,
        #[command(flatten)]
        asked: Asked,
    },
    /// Per SDK version: how often it used an older manifest than others did on the same day
    VersionSkew(Asked),
    /// Per namespace: the attributes that contexts have, how often, and how many values each has
    Contexts(Asked),
}

fn readable_shares(text: &str) -> Result<String, String> {
    srm::shares(text).map(|_| text.to_owned())
}

/// What every question takes.
#[derive(Debug, Args)]
struct Asked {
    #[command(flatten)]
    period: Period,
    #[command(flatten)]
    filters: Filters,
    /// At most so many rows
    #[arg(long, value_name = "ROWS", default_value_t = LIMIT)]
    limit: u64,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    delivery: Delivery,
}

impl Telemetry {
    pub(super) fn run(self) -> Outcome {
        let (question, sql, inputs, asked) = match self.name {
            Name::Summary(asked) => ("summary", questions::summary(&asked.filters), json!({}), asked),
            Name::Rules(asked) => ("rules", questions::rules(&asked.filters), json!({}), asked),
            Name::Coverage(asked) => ("coverage", questions::coverage(&asked.filters), json!({}), asked),
            Name::VersionSkew(asked) => ("version-skew", questions::version_skew(&asked.filters), json!({}), asked),
            Name::Contexts(asked) => ("contexts", questions::contexts(&asked.filters), json!({}), asked),
            Name::User { id, asked } => ("user", questions::user(&asked.filters, &id), json!({ "id": id }), asked),
            Name::DeadFlags { idle, asked } => {
                ("dead-flags", questions::dead_flags(&asked.filters, idle), json!({ "idle": idle }), asked)
            }
            Name::Srm { expected, asked } => return run_srm(expected, asked),
        };
        let inputs = Inputs { question, inputs };
        block_on(async move { asked.answer(sql, inputs).await })??;
        Ok(ExitCode::SUCCESS)
    }
}

/// What the envelope tells beside the common inputs.
struct Inputs {
    question: &'static str,
    inputs: Value,
}

impl Inputs {
    fn with_limit(self, limit: u64) -> Value {
        let mut inputs = self.inputs;
        if let Value::Object(members) = &mut inputs {
            members.insert("limit".to_owned(), json!(limit));
            members.insert("question".to_owned(), json!(self.question));
        }
        inputs
    }
}

impl Asked {
    fn question<'a>(&'a self, sql: &'a str, inputs: Value, place: &Opened) -> Question<'a> {
        let Asked { period, filters, limit: _, place: told, delivery: _ } = self;
        Question { sql, place: told, period, filters, inputs, engine: place.engine() }
    }

    async fn answer(self, sql: String, inputs: Inputs) -> Result<(), Failure> {
        let place = self.place.open().await?;
        let done = async {
            let mut rows = place.run(&sql, &self.period).await?;
            if self.delivery.output.is_some() || self.delivery.format == Report::Json {
                let question = self.question(&sql, inputs.with_limit(self.limit), &place);
                return self.delivery.deliver(rows, question, Some(self.limit)).await;
            }
            let columns = rows.columns.clone();
            let (batches, more) = all(&mut rows, self.limit).await?;
            rows.finish().await?;
            say(table::table(&columns, &batches).map_err(Failure::new)?.trim_end_matches('\n'))?;
            if more {
                eprintln!("There are more rows: --limit or --output shows them.");
            }
            Ok(())
        }
        .await;
        place.close().await?;
        done
    }
}

/// The rows up to the limit, and whether there are more.
async fn all(rows: &mut Rows, limit: u64) -> Result<(Vec<RecordBatch>, bool), Failure> {
    let (mut batches, mut left) = (Vec::new(), limit);
    while let Some(batch) = rows.next().await {
        let batch = batch?;
        let wanted = usize::try_from(left).unwrap_or(usize::MAX).min(batch.num_rows());
        batches.push(batch.slice(0, wanted));
        left -= wanted as u64;
        if wanted < batch.num_rows() {
            return Ok((batches, true));
        }
    }
    Ok((batches, false))
}

fn run_srm(expected: Option<String>, asked: Asked) -> Outcome {
    if asked.delivery.output.is_some() {
        return Ok(misused("srm tells a finding, not rows: use --format json and redirect it"));
    }
    if asked.filters.flags.len() != 1 {
        return Ok(misused("srm tests one flag: name it with --flag"));
    }
    let planned = expected
        .as_deref()
        .map(srm::shares)
        .transpose()
        .map_err(|error| Failure::new(format!("--expected: {error}")))?;
    let inputs = Inputs { question: "srm", inputs: json!({ "expected": expected }) };
    block_on(async move { asked.srm(planned, inputs).await })??;
    Ok(ExitCode::SUCCESS)
}

impl Asked {
    async fn srm(self, planned: Option<Vec<(String, f64)>>, inputs: Inputs) -> Result<(), Failure> {
        let place = self.place.open().await?;
        let sql = questions::split(&self.filters);
        let done = async {
            let mut rows = place.run(&sql, &self.period).await?;
            let question = self.question(&sql, inputs.with_limit(self.limit), &place);
            let mut envelope = Envelope::new(question, &rows);
            let (batches, _) = all(&mut rows, u64::MAX).await?;
            let window = rows.finish().await?;
            let units = units(&batches)?;
            let finding = srm::test(&units, planned.as_deref()).map_err(Failure::new)?;
            if self.delivery.format == Report::Json {
                envelope.found(units.len() as u64, 0, &window);
                envelope.add("finding", serde_json::to_value(&finding).map_err(Failure::new)?);
                say(envelope.whole())?;
            } else {
                say(told(&finding).trim_end_matches('\n'))?;
            }
            Ok(())
        }
        .await;
        place.close().await?;
        done
    }
}

/// Variant and units of each row.
fn units(batches: &[RecordBatch]) -> Result<Vec<(String, u64)>, Failure> {
    let mut units = Vec::new();
    for batch in batches {
        let [variants, counts] = batch.columns() else { return Err(Failure::new("the answer has two columns")) };
        let (Some(variants), Some(counts)) = (variants.as_string_view_opt(), counts.as_primitive_opt::<Int64Type>())
        else {
            return Err(Failure::new("the answer has a text and a number"));
        };
        for (variant, count) in variants.iter().zip(counts) {
            units.push((
                variant.unwrap_or_default().to_owned(),
                count.and_then(|count| count.try_into().ok()).unwrap_or(0),
            ));
        }
    }
    Ok(units)
}

/// The finding as a person reads it.
fn told(finding: &Finding) -> String {
    let head = ["variant", "units", "share", "expected"].map(str::to_owned).to_vec();
    let body = finding.arms.iter().map(|arm| {
        vec![
            Some(arm.variant.clone()),
            Some(arm.units.to_string()),
            Some(format!("{:.4}", arm.observed_share)),
            Some(format!("{:.4}", arm.expected_share)),
        ]
    });
    let mut text = table::aligned(&head, &[false, true, true, true], &body.collect::<Vec<_>>());
    if let (Some(chi_square), Some(p_value)) = (finding.chi_square, finding.p_value) {
        let degrees = finding.degrees_of_freedom;
        text.push_str(&format!("chi-square {chi_square:.3}, {degrees} degrees of freedom, p = {p_value:.3e}\n"));
    }
    text.push_str(match finding.verdict {
        Verdict::Mismatch => {
            "ALARM: sample-ratio mismatch. The split is not the planned one; don't trust the experiment's result.\n"
        }
        Verdict::NoMismatch => "No sample-ratio mismatch was found.\n",
        Verdict::TooFew => "Too few units or variants to tell.\n",
    });
    text
}
