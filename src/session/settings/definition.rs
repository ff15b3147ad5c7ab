//! What a setting is: its type, who may change it, and how a text becomes its value.

/// One setting.
#[derive(Debug)]
pub struct Definition {
    /// As PostgreSQL spells it: `DateStyle`.
    pub name: &'static str,
    pub kind: Kind,
    pub default: &'static str,
    pub context: Context,
    /// Whether the client is told of each change (ParameterStatus).
    pub reported: bool,
    pub category: &'static str,
    pub description: &'static str,
}

/// The values that a setting takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Bool,
    Int {
        min: i64,
        max: i64,
        unit: Unit,
    },
    Real {
        min: f64,
        max: f64,
        unit: Unit,
    },
    Enum(&'static [&'static str]),
    Text,
    DateStyle,
    TimeZone,
    ClientEncoding,
    SearchPath,
    /// A duration before now: `7d`
    Since,
    /// A date or an RFC 3339 time.
    Moment,
}

/// What a number counts when it is written without a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    None,
    Ms,
    S,
    Min,
    B,
    Kb,
    /// Pages of 8 kB.
    Blocks,
    Mb,
}

/// Who may change a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The session.
    Session,
    /// Nobody: it would change an answer in a way that is not offered. Its default may be set again.
    Fixed,
    /// Nobody: the gateway only reads. Either value is accepted, and it stays what it is.
    ReadOnly,
    /// Nobody: it would loosen what the policy demands.
    Forbidden,
    /// Nobody: it tells what the server is.
    Internal,
    /// A superuser, and there is none.
    Superuser,
    /// The server's start.
    Start,
}

/// For the table.
pub(super) const fn setting(
    name: &'static str,
    kind: Kind,
    default: &'static str,
    context: Context,
    category: &'static str,
    description: &'static str,
) -> Definition {
    Definition { name, kind, default, context, reported: false, category, description }
}

impl Definition {
    pub(super) const fn reported(mut self) -> Self {
        self.reported = true;
        self
    }

    /// `pg_settings.vartype`
    #[must_use]
    pub fn vartype(&self) -> &'static str {
        match self.kind {
            Kind::Bool => "bool",
            Kind::Int { .. } => "integer",
            Kind::Real { .. } => "real",
            Kind::Enum(_) => "enum",
            Kind::Text
            | Kind::DateStyle
            | Kind::TimeZone
            | Kind::ClientEncoding
            | Kind::SearchPath
            | Kind::Since
            | Kind::Moment => "string",
        }
    }

    /// `pg_settings.context`
    #[must_use]
    pub fn context_name(&self) -> &'static str {
        match self.context {
            Context::Session | Context::Fixed | Context::ReadOnly | Context::Forbidden => "user",
            Context::Internal => "internal",
            Context::Superuser => "superuser",
            Context::Start => "postmaster",
        }
    }

    /// `pg_settings.min_val` and `max_val`
    #[must_use]
    pub fn bounds(&self) -> Option<(String, String)> {
        match self.kind {
            Kind::Int { min, max, unit: _ } => Some((min.to_string(), max.to_string())),
            Kind::Real { min, max, unit: _ } => Some((min.to_string(), max.to_string())),
            Kind::Bool
            | Kind::Enum(_)
            | Kind::Text
            | Kind::DateStyle
            | Kind::TimeZone
            | Kind::ClientEncoding
            | Kind::SearchPath
            | Kind::Since
            | Kind::Moment => None,
        }
    }

    /// `pg_settings.enumvals`
    #[must_use]
    pub fn words(&self) -> Option<&'static [&'static str]> {
        match self.kind {
            Kind::Enum(words) => Some(words),
            _ => None,
        }
    }

    /// `pg_settings.setting` of what SHOW prints: `4MB` is 4096, in kB. None for what is no number.
    #[must_use]
    pub fn number(&self, shown: &str) -> Option<String> {
        match self.kind {
            Kind::Int { .. } | Kind::Real { .. } => super::value::canonical(self, shown).ok(),
            _ => None,
        }
    }

    /// `pg_settings.unit`
    #[must_use]
    pub fn unit(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Int { unit, .. } | Kind::Real { unit, .. } => unit.name(),
            _ => None,
        }
    }
}

impl Unit {
    /// As `pg_settings` names it.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Unit::None => None,
            Unit::Ms => Some("ms"),
            Unit::S => Some("s"),
            Unit::Min => Some("min"),
            Unit::B => Some("B"),
            Unit::Kb => Some("kB"),
            Unit::Blocks => Some("8kB"),
            Unit::Mb => Some("MB"),
        }
    }

    /// The units that a value may be written in, largest first, each as a multiple of the smallest of its family (microseconds, bytes).
    pub(super) fn family(self) -> &'static [(&'static str, f64)] {
        match self {
            Unit::None => &[],
            Unit::Ms | Unit::S | Unit::Min => {
                &[("d", 86_400e6), ("h", 3_600e6), ("min", 60e6), ("s", 1e6), ("ms", 1e3), ("us", 1.0)]
            }
            Unit::B | Unit::Kb | Unit::Blocks | Unit::Mb => {
                &[("TB", 1_099_511_627_776.0), ("GB", 1_073_741_824.0), ("MB", 1_048_576.0), ("kB", 1024.0), ("B", 1.0)]
            }
        }
    }

    /// One of this unit, as a multiple of the smallest of its family.
    pub(super) fn size(self) -> f64 {
        match self {
            Unit::None | Unit::B => 1.0,
            Unit::Ms => 1e3,
            Unit::S => 1e6,
            Unit::Min => 60e6,
            Unit::Kb => 1024.0,
            Unit::Blocks => 8192.0,
            Unit::Mb => 1_048_576.0,
        }
    }
}
