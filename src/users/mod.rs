//! Who may log in: the users file, and the verifiers in it.
//!
//! Comes in: the users file's text. Goes out: [`Users`], looked up by name. Must never: hold a password, print a verifier, or tell an unknown user from a known one.
//!
//! ```toml
//! nonce = "…"                                  # makes the salts that unknown users get; the same on all replicas
//!
//! [user.ann]
//! roles = ["analyst", "engineer"]              # a session starts with the first
//! verifier = "SCRAM-SHA-256$4096:…$…:…"        # as PostgreSQL stores it in pg_authid
//! certificate = "ann.example.org"              # optional: a client certificate with this common name logs in without a password
//! valid_until = 2027-01-01T00:00:00Z           # optional
//! ```

pub mod file;
pub mod scram;

use chrono::{DateTime, Utc};
use guard::document::{self, Problem, Problems, Section, Value, nearest};
use guard::policy::{Policy, RoleName};
pub use scram::Verifier;
use std::collections::BTreeMap;

/// One user.
#[derive(Clone, Debug)]
pub struct User {
    pub name: String,
    /// Never empty; a session starts with the first.
    pub roles: Vec<RoleName>,
    /// `None`: no password logs this user in.
    pub verifier: Option<Verifier>,
    /// The common name of the client certificate that logs this user in.
    pub certificate: Option<String>,
    pub valid_until: Option<DateTime<Utc>>,
    /// From 1, in the users file.
    pub line: usize,
}

impl User {
    /// The role that a session starts with.
    #[must_use]
    pub fn start_role(&self) -> Option<&RoleName> {
        self.roles.first()
    }

    #[must_use]
    pub fn holds(&self, role: &RoleName) -> bool {
        self.roles.contains(role)
    }

    /// Whether a login is still allowed at this time.
    #[must_use]
    pub fn is_valid_at(&self, now: DateTime<Utc>) -> bool {
        self.valid_until.is_none_or(|until| now < until)
    }
}

/// All users.
#[derive(Debug)]
pub struct Users {
    by_name: BTreeMap<String, User>,
    nonce: Nonce,
}

/// What salts for unknown users are made from. Not printed: who knows it can tell them from real ones.
struct Nonce(Vec<u8>);

impl std::fmt::Debug for Nonce {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Nonce(…)")
    }
}

impl Users {
    /// The user of that name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&User> {
        self.by_name.get(name)
    }

    /// The user whom a client certificate with that common name logs in as.
    #[must_use]
    pub fn by_certificate(&self, common_name: &str) -> Option<&User> {
        self.iter().find(|user| user.certificate.as_deref() == Some(common_name))
    }

    /// What an unknown user (or one without a password) is asked with: the same for a name each time, and no password fits it.
    #[must_use]
    pub fn mock_verifier(&self, name: &str) -> Verifier {
        scram::mock(&self.nonce.0, name)
    }

    pub fn iter(&self) -> impl Iterator<Item = &User> {
        self.by_name.values()
    }

    /// Users without any entry, for tests and for a gateway whose file is still empty.
    #[must_use]
    pub fn none() -> Self {
        Self { by_name: BTreeMap::new(), nonce: Nonce(scram::random(32)) }
    }

    /// Reads a users file.
    ///
    /// # Errors
    /// Every problem in it.
    pub fn read(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let mut users = Self::none();
        document::read(name, text, &problems, |file| {
            if let Some(nonce) = file.value("nonce").and_then(|value| value.string().and_then(scram::decode)) {
                users.nonce = Nonce(nonce);
            }
            let section = file.value("user").and_then(|value| value.free_section());
            for (name, value) in section.iter().flat_map(Section::entries) {
                if let Some(user) = value.section(|section| read_user(name, &value, section)).flatten() {
                    users.by_name.insert(name.to_owned(), user);
                }
            }
            users.reject_shared_certificates(file);
        });
        problems.or(users)
    }

    /// A certificate that stands for two users would let either be chosen.
    fn reject_shared_certificates(&self, file: &Section<'_>) {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for user in self.iter() {
            let Some(common_name) = user.certificate.as_deref() else { continue };
            if let Some(other) = seen.insert(common_name, &user.name) {
                let place = document::Place { file: file.place().file.clone(), line: user.line };
                let message = format!("user \"{}\" has the same certificate as \"{other}\"", user.name);
                file.problems().add(&place, message);
            }
        }
    }

    /// What does not fit a policy: roles that it does not have.
    #[must_use]
    pub fn misfits(&self, file: &str, policy: &Policy) -> Vec<Problem> {
        let unknown = self.iter().flat_map(|user| user.roles.iter().map(move |role| (user, role)));
        unknown
            .filter(|(_, role)| !policy.roles.contains_key(*role))
            .map(|(user, role)| Problem {
                file: file.to_owned(),
                line: user.line,
                message: format!("user \"{}\" has the role \"{role}\", which no policy defines", user.name),
                hint: nearest(&role.0, policy.roles.keys().map(|name| name.0.as_str())),
            })
            .collect()
    }
}

fn read_user(name: &str, value: &Value<'_>, section: &Section<'_>) -> Option<User> {
    let roles = section.required("roles").and_then(|roles| {
        let names: Vec<RoleName> = roles.strings()?.into_iter().map(|(role, _)| RoleName(role.to_owned())).collect();
        if names.is_empty() {
            roles.problem(format!("user \"{name}\" needs a role"), None);
        }
        Some(names)
    });
    let verifier = section.value("verifier").map(|text| {
        let verifier = text.string().and_then(Verifier::parse);
        if verifier.is_none() {
            let hint = "tollgate user passwd makes one".to_owned();
            text.problem("the verifier is not of the form SCRAM-SHA-256$4096:salt$StoredKey:ServerKey", Some(hint));
        }
        verifier
    });
    let valid_until = section.value("valid_until").map(|time| {
        let at = time.moment().and_then(|text| DateTime::parse_from_rfc3339(&text).ok());
        if at.is_none() {
            time.problem(
                "\"valid_until\" must be a time with its offset",
                Some("for example 2027-01-01T00:00:00Z".to_owned()),
            );
        }
        at.map(|at| at.with_timezone(&Utc))
    });
    let certificate = section.value("certificate").and_then(|text| text.string()).map(str::to_owned);
    Some(User {
        name: name.to_owned(),
        roles: roles?,
        verifier: verifier.flatten(),
        certificate,
        valid_until: valid_until.flatten(),
        line: value.place().line,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> String {
        let verifier = Verifier::of_password("pencil").to_string();
        format!(
            "nonce = \"AAAA\"\n[user.ann]\nroles = [\"analyst\", \"engineer\"]\nverifier = \"{verifier}\"\nvalid_until = 2027-01-01T00:00:00Z\n"
        )
    }

    #[test]
    fn a_user_is_found_with_what_the_file_says() {
        let users = Users::read("users.toml", &text()).unwrap();
        let ann = users.find("ann").unwrap();
        assert_eq!(ann.start_role(), Some(&RoleName("analyst".into())));
        assert!(ann.verifier.as_ref().unwrap().fits("pencil"));
        assert!(ann.is_valid_at("2026-12-31T23:59:59Z".parse().unwrap()));
        assert!(!ann.is_valid_at("2027-01-01T00:00:00Z".parse().unwrap()));
        assert!(users.find("bob").is_none());
    }

    #[test]
    fn an_unknown_user_gets_the_same_salt_each_time_and_no_password_fits() {
        let (one, two) = (Users::read("u", &text()).unwrap(), Users::read("u", &text()).unwrap());
        assert_eq!(one.mock_verifier("bob"), two.mock_verifier("bob"));
        assert_ne!(one.mock_verifier("bob").salt, one.mock_verifier("eve").salt);
        assert!(!one.mock_verifier("bob").fits(""));
    }

    #[test]
    fn a_bad_users_file_names_its_lines() {
        let text = "[user.ann]\nroles = []\nverifier = \"md5abc\"\nvalid_until = \"soon\"\nrole = 'x'\n[user.a]\nroles = ['x']\ncertificate = 'c'\n[user.b]\nroles = ['x']\ncertificate = 'c'\n";
        let problems = Users::read("users.toml", text).unwrap_err();
        let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [2, 3, 4, 5, 9], "{problems:?}");
    }

    #[test]
    fn a_verifier_does_not_show_in_debug() {
        let users = Users::read("users.toml", &text()).unwrap();
        let shown = format!("{users:?}");
        assert!(!shown.contains(text().split(['$', ':']).nth(3).unwrap()), "{shown}");
        assert!(shown.contains("Verifier(…)"));
    }
}
