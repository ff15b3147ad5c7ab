//! The file's sections but `[[warehouse]]`.

use super::secret::Vault;
use super::{Audit, AuditFile, AuditSync, Config, Environment, Log, LogFormat, Secret, Server, Tls, warehouse};
use guard::document::{self, Problem, Problems, Section, Value};
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Where a gateway listens if the file does not say.
const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 6432);

/// Reads the text of a configuration file. `base` is the folder that its paths are relative to.
///
/// # Errors
/// Every problem in it.
pub fn read(name: &str, text: &str, base: &Path, environment: &Environment) -> Result<Config, Vec<Problem>> {
    let problems = Problems::default();
    let vault = Vault { base, environment };
    let mut config = None;
    document::read(name, text, &problems, |file| config = Some(read_file(file, &vault)));
    let config = problems.or(config)?;
    config.ok_or_else(Vec::new)
}

/// Where users and policies are.
#[derive(Clone, Debug)]
pub struct Paths {
    pub users: PathBuf,
    pub policy_dir: PathBuf,
}

/// Where users and policies are, for the commands that edit users: they need neither the rest of the configuration nor its secrets. Without a configuration file they are beside where that would be.
///
/// # Errors
/// If the configuration can't be read or is not TOML.
pub fn paths(config: &Path) -> Result<Paths, Vec<Problem>> {
    let name = config.display().to_string();
    let text = match std::fs::read_to_string(config) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(vec![super::unreadable(&name, &error, "name another with --config")]),
    };
    let problems = Problems::default();
    let (mut users, mut policies) = (None, None);
    document::read(&name, &text, &problems, |file| {
        users = section(file, "auth", |auth| self::text(auth, "users")).flatten();
        policies = section(file, "policy", |policy| self::text(policy, "dir")).flatten();
        // The other sections are not looked at here.
        file.tolerate();
    });
    let base = config.parent().unwrap_or(Path::new(""));
    problems.or(Paths {
        users: base.join(users.as_deref().unwrap_or("users.toml")),
        policy_dir: base.join(policies.as_deref().unwrap_or("policies")),
    })
}

fn read_file(file: &Section<'_>, vault: &Vault<'_>) -> Config {
    let path = |section: &'static str, key: &'static str, default: &str| {
        let named = file.value(section).and_then(|value| value.section(|section| text(section, key))).flatten();
        vault.base.join(named.as_deref().unwrap_or(default))
    };
    Config {
        users: path("auth", "users", "users.toml"),
        policy_dir: path("policy", "dir", "policies"),
        server: section(file, "server", |server| read_server(server, vault.base)).unwrap_or_else(Server::on_loopback),
        audit: section(file, "audit", |audit| read_audit(audit, vault.base)).unwrap_or_else(|| Audit {
            file: AuditFile::Path(vault.base.join("audit.ndjson")),
            sync: AuditSync::default(),
            rotate: None,
        }),
        log: section(file, "log", read_log).unwrap_or_else(Log::plain),
        warehouses: file.value("warehouse").map(|value| warehouse::read_all(&value, vault)).unwrap_or_default(),
        secrets: read_secrets(file, vault),
    }
}

impl Server {
    fn on_loopback() -> Self {
        Self {
            listen: vec![LISTEN],
            admin_listen: None,
            max_connections: 1000,
            database: "tollgate".to_owned(),
            tls: None,
            plaintext: false,
            startup_timeout: Duration::from_secs(10),
            authentication_timeout: Duration::from_secs(30),
            idle_session_timeout: None,
            idle_in_transaction_session_timeout: None,
            drain_timeout: Duration::from_secs(30),
            reload_interval: Duration::from_secs(2),
        }
    }
}

impl Log {
    fn plain() -> Self {
        Self { format: LogFormat::Text, level: "info".to_owned() }
    }
}

fn section<T>(file: &Section<'_>, key: &'static str, body: impl FnOnce(&Section<'_>) -> T) -> Option<T> {
    file.value(key).and_then(|value| value.section(|section| body(section)))
}

pub(super) fn text(section: &Section<'_>, key: &'static str) -> Option<String> {
    section.value(key).and_then(|value| value.string()).map(str::to_owned)
}

fn read_server(server: &Section<'_>, base: &Path) -> Server {
    let plain = Server::on_loopback();
    let listen = server.value("listen");
    let tls = server.value("tls").and_then(|value| value.section(|tls| read_tls(tls, base))).flatten();
    let plaintext = server.value("plaintext").and_then(|value| value.boolean()).unwrap_or(false);
    let addresses = listen.as_ref().map(read_addresses);
    if let (Some(at), Some(addresses)) = (&listen, &addresses)
        && let Some(open) = addresses.iter().find(|address| !address.ip().is_loopback())
        && tls.is_none()
        && !plaintext
    {
        let hint = "set tls, or write out plaintext = true".to_owned();
        at.problem(format!("{open} is off loopback, where TLS is required"), Some(hint));
    }
    let duration = |key, default| server.value(key).and_then(|value| value.duration()).unwrap_or(default);
    let optional = |key| server.value(key).and_then(|value| value.duration()).filter(|limit| !limit.is_zero());
    let count = |key, default| server.value(key).and_then(|value| value.count_in(1..=1_000_000)).unwrap_or(default);
    Server {
        listen: addresses.unwrap_or(plain.listen),
        admin_listen: read_admin(server),
        max_connections: usize::try_from(count("max_connections", 1000)).unwrap_or(plain.max_connections),
        database: text(server, "database").unwrap_or(plain.database),
        tls,
        plaintext,
        startup_timeout: duration("startup_timeout", plain.startup_timeout),
        authentication_timeout: duration("authentication_timeout", plain.authentication_timeout),
        idle_session_timeout: optional("idle_session_timeout"),
        idle_in_transaction_session_timeout: optional("idle_in_transaction_session_timeout"),
        drain_timeout: duration("drain_timeout", plain.drain_timeout),
        reload_interval: duration("reload_interval", plain.reload_interval).max(Duration::from_secs(1)),
    }
}

/// Health and metrics have no password, so they stay on loopback unless the file says otherwise.
fn read_admin(server: &Section<'_>) -> Option<SocketAddr> {
    let allowed = server.value("dangerous_admin_off_loopback").and_then(|value| value.boolean()).unwrap_or(false);
    let value = server.value("admin_listen")?;
    let address = read_address(&value)?;
    if !address.ip().is_loopback() && !allowed {
        value.problem(
            format!("{address} is off loopback, and the admin port asks for no password"),
            Some("write out dangerous_admin_off_loopback = true if only trusted machines reach it".to_owned()),
        );
    }
    Some(address)
}

fn read_addresses(value: &Value<'_>) -> Vec<SocketAddr> {
    if value.is_list() {
        value.list().iter().flatten().filter_map(read_address).collect()
    } else {
        read_address(value).into_iter().collect()
    }
}

fn read_address(value: &Value<'_>) -> Option<SocketAddr> {
    let text = value.string()?;
    let address = text.replace("localhost:", "127.0.0.1:").parse().ok();
    if address.is_none() {
        let hint = "an IP address and a port, for example 127.0.0.1:6432 or [::1]:6432".to_owned();
        value.problem(format!("\"{text}\" is not an address"), Some(hint));
    }
    address
}

fn read_tls(tls: &Section<'_>, base: &Path) -> Option<Tls> {
    let required = |key| tls.required(key).and_then(|value| existing(&value, base));
    let (cert, key) = (required("cert"), required("key"));
    let client_ca = tls.value("client_ca").map(|value| existing(&value, base));
    Some(Tls { cert: cert?, key: key?, client_ca: client_ca.flatten() })
}

pub(super) fn existing(value: &Value<'_>, base: &Path) -> Option<PathBuf> {
    let path = base.join(value.string()?);
    if !path.is_file() {
        value.problem(format!("\"{}\" is not a file", path.display()), None);
    }
    Some(path)
}

fn read_audit(audit: &Section<'_>, base: &Path) -> Audit {
    let file = match text(audit, "file").as_deref() {
        Some("-") => AuditFile::Stdout,
        Some(path) => AuditFile::Path(base.join(path)),
        None => AuditFile::Path(base.join("audit.ndjson")),
    };
    let sync = audit.value("sync").and_then(|value| {
        value.word(&[("always", AuditSync::Always), ("interval", AuditSync::Interval), ("never", AuditSync::Never)])
    });
    let rotate = audit.value("rotate").and_then(|value| value.size());
    Audit { file, sync: sync.unwrap_or_default(), rotate }
}

fn read_log(log: &Section<'_>) -> Log {
    let format =
        log.value("format").and_then(|value| value.word(&[("text", LogFormat::Text), ("json", LogFormat::Json)]));
    let level = log.value("level").and_then(|value| {
        let text = value.string()?;
        if let Err(error) = tracing_subscriber::EnvFilter::try_new(text) {
            value.problem(format!("\"{text}\" is not a log filter: {error}"), Some("for example \"info\"".to_owned()));
        }
        Some(text.to_owned())
    });
    Log { format: format.unwrap_or_default(), level: level.unwrap_or_else(|| Log::plain().level) }
}

fn read_secrets(file: &Section<'_>, vault: &Vault<'_>) -> BTreeMap<String, Secret> {
    let Some(section) = file.value("secrets").and_then(|value| value.free_section()) else { return BTreeMap::new() };
    section.entries().filter_map(|(name, value)| Some((name.to_owned(), vault.secret(&value)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let environment = Environment::from([("PROD_PASSWORD".to_owned(), "hunter2".to_owned())]);
        match read("tollgate.toml", text, Path::new("/etc/tollgate"), &environment) {
            Ok(_) => Vec::new(),
            Err(problems) => problems.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn an_empty_file_is_a_gateway_on_loopback() {
        let config = read("t", "", Path::new("/etc/tollgate"), &Environment::new()).unwrap();
        assert_eq!(config.server.listen, [LISTEN]);
        assert_eq!(config.policy_dir, Path::new("/etc/tollgate/policies"));
        assert_eq!(config.audit.file, AuditFile::Path("/etc/tollgate/audit.ndjson".into()));
    }

    #[test]
    fn off_loopback_needs_tls_or_plaintext_written_out() {
        assert_eq!(
            found("[server]\nlisten = '0.0.0.0:6432'\n"),
            [
                "tollgate.toml:2: 0.0.0.0:6432 is off loopback, where TLS is required (set tls, or write out plaintext = true)"
            ]
        );
        assert_eq!(found("[server]\nlisten = '0.0.0.0:6432'\nplaintext = true\n"), [""; 0]);
        assert_eq!(found("[server]\nlisten = ['127.0.0.1:1', '[::1]:1', 'localhost:2']\n"), [""; 0]);
    }

    #[test]
    fn a_secret_that_is_written_out_is_refused_and_not_repeated() {
        let text = "[[warehouse]]\nname = 'p'\nkind = 'postgres'\nhost = 'h'\ndatabase = 'd'\nuser = 'u'\npassword = 'hunter2'\n";
        let problems = found(text);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(
            problems[0].starts_with("tollgate.toml:7: \"password\" is a secret, and is written out"),
            "{problems:?}"
        );
        assert!(!problems[0].contains("hunter2"));
    }

    #[test]
    fn a_secret_does_not_show_in_debug() {
        let environment = Environment::from([("K".to_owned(), "hunter2".to_owned())]);
        let config = read("t", "[secrets]\nunit = { env = 'K' }\n", Path::new(""), &environment).unwrap();
        assert_eq!(config.secrets["unit"].reveal_text(), Some("hunter2"));
        assert!(!format!("{config:?}").contains("hunter2"));
    }

    #[test]
    fn all_problems_are_told_together() {
        let problems = found("[sever]\n\n[server]\nmax_connectons = 5\nlisten = 'x'\n[audit]\nsync = 'alway'\n");
        assert_eq!(problems.len(), 4, "{problems:?}");
        assert!(problems.iter().any(|p| p
            == "tollgate.toml:4: unknown key \"max_connectons\" in \"server\" (did you mean \"max_connections\"?)"));
        assert!(
            problems
                .iter()
                .any(|p| p == "tollgate.toml:1: unknown key \"sever\" in the file (did you mean \"server\"?)")
        );
    }
}
