//! `[[warehouse]]`: the keys of each kind.

use super::read::{existing, text};
use super::secret::{Secret, Vault};
use guard::document::{Place, Section, Value};
use std::path::PathBuf;
use std::time::Duration;

/// One warehouse, as configured.
#[derive(Clone, Debug)]
pub struct WarehouseConfig {
    pub name: String,
    pub place: Place,
    /// Connections.
    pub pool: Option<usize>,
    /// How many of them the statements of one role may have at a time.
    pub pool_per_role: Option<usize>,
    pub timeout: Option<Duration>,
    pub kind: WarehouseKind,
}

#[derive(Clone, Debug)]
pub enum WarehouseKind {
    Embedded(Embedded),
    Postgres(Postgres),
    Redshift(Postgres),
    Snowflake(Snowflake),
    Bigquery(Bigquery),
    Databricks(Databricks),
}

#[derive(Clone, Debug)]
pub struct Embedded {
    /// A folder of table folders, or an `s3://`, `gs://` or `az://` prefix.
    pub path: String,
    pub memory: Option<u64>,
    pub spill_dir: Option<PathBuf>,
    pub region: Option<String>,
    pub endpoint: Option<String>,
    pub access_key: Option<Secret>,
    pub secret_key: Option<Secret>,
    pub allow_http: bool,
}

#[derive(Clone, Debug)]
pub struct Postgres {
    pub host: String,
    pub port: u16,
    pub database: String,
    pub user: String,
    pub auth: PostgresAuth,
    pub tls: PostgresTls,
    pub ca: Option<PathBuf>,
    /// The account may be one that can write: `check` is silent about it.
    pub dangerous_writes: bool,
}

#[derive(Clone, Debug)]
pub enum PostgresAuth {
    None,
    Password(Secret),
    /// Redshift only.
    Iam(Iam),
}

#[derive(Clone, Debug)]
pub struct Iam {
    pub cluster: String,
    pub region: String,
    pub db_user: String,
    /// In the place of AWS's own address, for a private link or a stand-in.
    pub endpoint: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostgresTls {
    VerifyFull,
    Require,
    Off,
}

/// One pool of compute for all work, or one each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compute {
    pub interactive: String,
    pub scheduled: String,
}

#[derive(Clone, Debug)]
pub struct Snowflake {
    pub account: String,
    pub user: String,
    pub role: Option<String>,
    pub database: String,
    pub schema: String,
    pub compute: Compute,
    pub auth: SnowflakeAuth,
    pub endpoint: Option<String>,
}

#[derive(Clone, Debug)]
pub enum SnowflakeAuth {
    PrivateKey(Secret),
    Password(Secret),
    OauthToken(Secret),
    AccessToken(Secret),
}

#[derive(Clone, Debug)]
pub struct Bigquery {
    pub project: String,
    pub dataset: String,
    pub location: Option<String>,
    pub credentials: Credentials,
    pub endpoint: Option<String>,
    pub read_endpoint: Option<String>,
    pub reservations: Option<Compute>,
}

#[derive(Clone, Debug)]
pub enum Credentials {
    ApplicationDefault,
    Key(Secret),
    /// For a stand-in on loopback.
    Anonymous,
}

#[derive(Clone, Debug)]
pub struct Databricks {
    pub host: String,
    pub catalog: String,
    pub schema: String,
    pub compute: Compute,
    pub auth: DatabricksAuth,
    pub endpoint: Option<String>,
}

#[derive(Clone, Debug)]
pub enum DatabricksAuth {
    Token(Secret),
    Client { id: String, secret: Secret },
}

#[derive(Clone, Copy, Debug)]
enum Word {
    Embedded,
    Postgres,
    Redshift,
    Snowflake,
    Bigquery,
    Databricks,
}

const KINDS: [(&str, Word); 6] = [
    ("embedded", Word::Embedded),
    ("postgres", Word::Postgres),
    ("redshift", Word::Redshift),
    ("snowflake", Word::Snowflake),
    ("bigquery", Word::Bigquery),
    ("databricks", Word::Databricks),
];

pub(super) fn read_all(value: &Value<'_>, vault: &Vault<'_>) -> Vec<WarehouseConfig> {
    let mut warehouses: Vec<WarehouseConfig> = Vec::new();
    for item in value.list().unwrap_or_default() {
        let Some(warehouse) = item.section(|section| read(section, vault)).flatten() else { continue };
        if warehouses.iter().any(|other| other.name == warehouse.name) {
            item.problem(format!("two warehouses are named \"{}\"", warehouse.name), None);
        }
        warehouses.push(warehouse);
    }
    warehouses
}

fn read(section: &Section<'_>, vault: &Vault<'_>) -> Option<WarehouseConfig> {
    let name = required(section, "name");
    let pool = section.value("pool").and_then(|value| value.count_in(1..=10_000));
    let pool_per_role = section.value("pool_per_role").and_then(|value| value.count_in(1..=10_000));
    let timeout = section.value("timeout").and_then(|value| value.duration());
    let kind = section.required("kind")?.word(&KINDS);
    let kind = match kind {
        Some(Word::Embedded) => embedded(section, vault).map(WarehouseKind::Embedded),
        Some(Word::Postgres) => postgres(section, vault, false).map(WarehouseKind::Postgres),
        Some(Word::Redshift) => postgres(section, vault, true).map(WarehouseKind::Redshift),
        Some(Word::Snowflake) => snowflake(section, vault).map(WarehouseKind::Snowflake),
        Some(Word::Bigquery) => bigquery(section, vault).map(WarehouseKind::Bigquery),
        Some(Word::Databricks) => databricks(section, vault).map(WarehouseKind::Databricks),
        None => {
            // Which keys are known depends on the kind; without it none is judged.
            section.tolerate();
            None
        }
    };
    let place = section.place().clone();
    Some(WarehouseConfig {
        place,
        name: name?,
        pool: pool.and_then(|count| usize::try_from(count).ok()),
        pool_per_role: pool_per_role.and_then(|count| usize::try_from(count).ok()),
        timeout,
        kind: kind?,
    })
}

fn required(section: &Section<'_>, key: &'static str) -> Option<String> {
    section.required(key).and_then(|value| value.string()).map(str::to_owned)
}

fn secret(section: &Section<'_>, key: &'static str, vault: &Vault<'_>) -> Option<Option<Secret>> {
    section.value(key).map(|value| vault.secret(&value))
}

fn embedded(section: &Section<'_>, vault: &Vault<'_>) -> Option<Embedded> {
    let path = required(section, "path")
        .map(|path| if path.contains("://") { path } else { vault.base.join(path).to_string_lossy().into_owned() });
    // The id of an access key is no secret by itself, so it may be written out.
    let access_key = section.value("access_key").and_then(|value| match value.is_string() {
        true => value.string().map(|text| Secret::new(text.as_bytes())),
        false => vault.secret(&value),
    });
    Some(Embedded {
        memory: section.value("memory").and_then(|value| value.size()),
        spill_dir: text(section, "spill_dir").map(|dir| vault.base.join(dir)),
        region: text(section, "region"),
        endpoint: text(section, "endpoint"),
        access_key,
        secret_key: secret(section, "secret_key", vault).flatten(),
        allow_http: section.value("allow_http").and_then(|value| value.boolean()).unwrap_or(false),
        path: path?,
    })
}

fn postgres(section: &Section<'_>, vault: &Vault<'_>, redshift: bool) -> Option<Postgres> {
    let (host, database, user) = (required(section, "host"), required(section, "database"), text(section, "user"));
    let port = section.value("port").and_then(|value| value.count_in(1..=65_535));
    let on_loopback = host.as_deref().is_some_and(is_loopback);
    let tls = section.value("tls").map(|value| {
        let modes =
            [("verify-full", PostgresTls::VerifyFull), ("require", PostgresTls::Require), ("off", PostgresTls::Off)];
        value.word(&modes)
    });
    let password = secret(section, "password", vault);
    let iam = if redshift { section.value("iam").map(|value| value.section(iam).flatten()) } else { None };
    let ca = section.value("ca").and_then(|value| existing(&value, vault.base));
    let dangerous_writes = section.value("dangerous_writes").and_then(|value| value.boolean()).unwrap_or(false);
    let auth = match (password, iam) {
        (Some(password), None) => PostgresAuth::Password(password?),
        (None, Some(iam)) => PostgresAuth::Iam(iam?),
        (None, None) if redshift => return needs_one(section, "password and iam"),
        (None, None) => PostgresAuth::None,
        (Some(_), Some(_)) => return needs_one(section, "password and iam"),
    };
    if user.is_none() && !matches!(auth, PostgresAuth::Iam(_)) {
        section.required("user");
    }
    let user = user.or_else(|| match &auth {
        PostgresAuth::Iam(iam) => Some(iam.db_user.clone()),
        PostgresAuth::None | PostgresAuth::Password(_) => None,
    });
    Some(Postgres {
        port: port.and_then(|port| u16::try_from(port).ok()).unwrap_or(if redshift { 5439 } else { 5432 }),
        tls: tls.unwrap_or(Some(if on_loopback { PostgresTls::Off } else { PostgresTls::VerifyFull }))?,
        host: host?,
        database: database?,
        user: user?,
        auth,
        ca,
        dangerous_writes,
    })
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

/// Whether a replacement address points at this machine.
fn endpoint_is_loopback(endpoint: &str) -> bool {
    let rest = endpoint.split_once("://").map_or(endpoint, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or(rest);
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    is_loopback(host.trim_start_matches('[').trim_end_matches(']'))
}

fn iam(section: &Section<'_>) -> Option<Iam> {
    let (cluster, region, db_user) =
        (required(section, "cluster"), required(section, "region"), required(section, "db_user"));
    let endpoint = text(section, "endpoint");
    if let (Some(address), Some(value)) = (&endpoint, section.value("endpoint"))
        && !address.starts_with("https://")
        && !endpoint_is_loopback(address)
    {
        value.problem("an endpoint that is not on loopback begins with https://", None);
    }
    Some(Iam { cluster: cluster?, region: region?, db_user: db_user?, endpoint })
}

fn needs_one<T>(section: &Section<'_>, keys: &str) -> Option<T> {
    section.problem(format!("the warehouse needs exactly one of {keys}"), None);
    None
}

/// `warehouse = "x"`, or `warehouses = { interactive = …, scheduled = … }`.
fn compute(section: &Section<'_>) -> Option<Compute> {
    match (section.value("warehouse"), section.value("warehouses")) {
        (Some(one), None) => {
            let name = one.string()?.to_owned();
            Some(Compute { interactive: name.clone(), scheduled: name })
        }
        (None, Some(both)) => both.section(pools)?,
        _ => needs_one(section, "warehouse and warehouses"),
    }
}

fn pools(section: &Section<'_>) -> Option<Compute> {
    let (interactive, scheduled) = (required(section, "interactive"), required(section, "scheduled"));
    Some(Compute { interactive: interactive?, scheduled: scheduled? })
}

fn snowflake(section: &Section<'_>, vault: &Vault<'_>) -> Option<Snowflake> {
    let (account, user) = (required(section, "account"), required(section, "user"));
    let (database, schema) = (required(section, "database"), required(section, "schema"));
    let compute = compute(section);
    let authenticator = section.value("authenticator").map(|value| {
        let token: fn(Secret) -> SnowflakeAuth = SnowflakeAuth::OauthToken;
        value.word(&[("oauth", token), ("pat", SnowflakeAuth::AccessToken)])
    });
    let (key, password) = (secret(section, "private_key", vault), secret(section, "password", vault));
    let auth = match (key, password, secret(section, "token", vault), authenticator) {
        (Some(key), None, None, None) => SnowflakeAuth::PrivateKey(key?),
        (None, Some(password), None, None) => SnowflakeAuth::Password(password?),
        (None, None, Some(token), Some(made)) => made?(token?),
        (None, None, Some(_), None) => {
            return needs_one(section, "authenticator = \"oauth\" and \"pat\" for its token");
        }
        _ => return needs_one(section, "private_key, password and token"),
    };
    Some(Snowflake {
        role: text(section, "role"),
        endpoint: text(section, "endpoint"),
        account: account?,
        user: user?,
        database: database?,
        schema: schema?,
        compute: compute?,
        auth,
    })
}

fn bigquery(section: &Section<'_>, vault: &Vault<'_>) -> Option<Bigquery> {
    let (project, dataset) = (required(section, "project"), required(section, "dataset"));
    let endpoint = text(section, "endpoint");
    let credentials = match section.value("credentials") {
        None => Credentials::ApplicationDefault,
        Some(value) if value.is_string() && value.string() == Some("anonymous") => {
            if !endpoint.as_deref().is_some_and(endpoint_is_loopback) {
                value.problem("\"anonymous\" is for an endpoint on loopback only", None);
            }
            Credentials::Anonymous
        }
        Some(value) => Credentials::Key(vault.secret(&value)?),
    };
    Some(Bigquery {
        location: text(section, "location"),
        read_endpoint: text(section, "read_endpoint"),
        reservations: section.value("reservations").and_then(|value| value.section(pools)).flatten(),
        project: project?,
        dataset: dataset?,
        credentials,
        endpoint,
    })
}

fn databricks(section: &Section<'_>, vault: &Vault<'_>) -> Option<Databricks> {
    let (host, catalog, schema) =
        (required(section, "host"), required(section, "catalog"), required(section, "schema"));
    let compute = compute(section);
    let client = section.value("client").map(|value| {
        value.section(|client| {
            let (id, secret) =
                (required(client, "id"), client.required("secret").and_then(|value| vault.secret(&value)));
            Some(DatabricksAuth::Client { id: id?, secret: secret? })
        })?
    });
    let auth = match (secret(section, "token", vault), client) {
        (Some(token), None) => DatabricksAuth::Token(token?),
        (None, Some(client)) => client?,
        _ => return needs_one(section, "token and client"),
    };
    Some(Databricks {
        endpoint: text(section, "endpoint"),
        host: host?,
        catalog: catalog?,
        schema: schema?,
        compute: compute?,
        auth,
    })
}
