//! One record.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Serialize, Serializer};

/// What was decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    Allowed,
    /// What a record says until a gate has decided.
    #[default]
    Refused,
}

/// What the log keeps of a statement; the members are written in this order, then `prev` and `hash`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Record {
    /// When the statement started.
    #[serde(serialize_with = "moment")]
    pub time: DateTime<Utc>,
    pub session: String,
    pub user: String,
    pub role: String,
    pub application_name: String,
    pub client_addr: Option<String>,
    pub policy_version: String,
    /// As the client sent it, but for passwords and secrets.
    pub sql: String,
    pub decision: Decision,
    /// Of a refusal or a failure.
    pub sqlstate: Option<&'static str>,
    pub rule: Option<&'static str>,
    /// `schema.name`
    pub tables: Vec<String>,
    /// `schema.name.column`
    pub columns: Vec<String>,
    pub window: Option<String>,
    pub warehouse: Option<String>,
    pub pushed_sql: Option<String>,
    pub job_id: Option<String>,
    pub local_operators: Vec<String>,
    pub estimated_bytes: Option<u64>,
    pub bytes: Option<u64>,
    pub rows: Option<u64>,
    pub plan_us: Option<u64>,
    pub total_us: Option<u64>,
    pub cached_plan: bool,
}

fn moment<S: Serializer>(time: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&time.to_rfc3339_opts(SecondsFormat::Micros, true))
}
