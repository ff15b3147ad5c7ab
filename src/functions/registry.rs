//! The catalogue itself: every family's entries, by name.
//!
//! Comes in: nothing. Goes out: what a name or a symbol can be. Must never: change while the program runs.

use super::Kind;
use super::entry::{Entry, Signature};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// An entry whose signature has been read.
pub struct Registered {
    pub entry: Entry,
    pub signature: Signature,
}

/// All that one name can be.
#[derive(Default)]
pub struct Overloads {
    pub entries: Vec<Registered>,
    pub kinds: Vec<Kind>,
}

static CATALOGUE: LazyLock<HashMap<&'static str, Overloads>> = LazyLock::new(|| {
    let mut catalogue: HashMap<&'static str, Overloads> = HashMap::new();
    for entry in families().into_iter().flat_map(|(_, entries)| entries) {
        let Some(signature) = Signature::parse(entry.signature) else {
            tracing::error!(signature = entry.signature, "a catalogue entry does not read");
            continue;
        };
        let overloads = catalogue.entry(signature.name).or_default();
        if !overloads.kinds.contains(&entry.kind) {
            overloads.kinds.push(entry.kind);
        }
        overloads.entries.push(Registered { entry, signature });
    }
    catalogue
});

/// One line per family, with its title in the documentation.
pub fn families() -> Vec<(&'static str, Vec<Entry>)> {
    vec![
        ("Comparison", super::compare::entries()),
        ("Conditions and counts of NULL", super::conditional::entries()),
        ("Arithmetic and bits", super::arithmetic::entries()),
        ("Numbers", super::numeric::entries()),
        ("Double precision", [super::math::entries(), super::degrees::entries()].concat()),
        ("Numbers as text", super::numeral::entries()),
        ("Text", super::text::entries()),
        ("Pattern matching", super::pattern::entries()),
        ("Bytes", [super::bytes::entries(), super::hash::entries()].concat()),
        ("Date and time", super::datetime::entries()),
        ("JSON", super::json::entries()),
        ("Arrays", super::array::entries()),
        ("Sets", super::set::entries()),
        ("Aggregates and window functions", super::aggregate::entries()),
        ("Session", [super::system::entries(), super::settings::entries()].concat()),
        ("Catalogs", super::catalog::entries()),
    ]
}

/// What `name`, a function's name or an operator's symbol, can be.
pub fn overloads(name: &str) -> Option<&'static Overloads> {
    CATALOGUE.get(name)
}

/// Names in the families whose functions are about values alone, so that PostgreSQL itself can be asked for them.
static PORTABLE: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let families = [
        super::arithmetic::entries(),
        super::array::entries(),
        super::bytes::entries(),
        super::compare::entries(),
        super::conditional::entries(),
        super::datetime::entries(),
        super::json::entries(),
        super::math::entries(),
        super::numeric::entries(),
        super::pattern::entries(),
        super::text::entries(),
    ];
    let entries = families.into_iter().flatten().filter(|entry| entry.kind == Kind::Scalar);
    entries.filter_map(|entry| Signature::parse(entry.signature)).map(|signature| signature.name).collect()
});

/// Whether a scalar function or operator means the same to a PostgreSQL server, which then has it under this name.
#[must_use]
pub fn is_portable(name: &str) -> bool {
    PORTABLE.contains(name)
}

/// Everything, for the documentation and for `\df`.
pub fn all() -> impl Iterator<Item = &'static Registered> {
    CATALOGUE.values().flat_map(|overloads| &overloads.entries)
}

/// An operator's symbol and not a function's name.
#[must_use]
pub fn is_operator(name: &str) -> bool {
    name.bytes().all(|byte| b"+-*/<>=~!@#%^&|`?".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_signature_reads() {
        for entry in families().into_iter().flat_map(|(_, entries)| entries) {
            assert!(Signature::parse(entry.signature).is_some(), "{}", entry.signature);
        }
    }

    #[test]
    fn no_signature_is_there_twice() {
        let mut seen = std::collections::HashSet::new();
        for entry in families().into_iter().flat_map(|(_, entries)| entries) {
            let parameters = entry.signature.rsplit_once(')').expect("a parenthesis").0;
            assert!(seen.insert((parameters, format!("{:?}", entry.kind))), "{}", entry.signature);
        }
    }
}
