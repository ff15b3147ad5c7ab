//! The shape of the sample: its flags, its people, how many rows each day has, and what treatment does to people.

use super::Recipe;
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, RngExt, SeedableRng};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// How a flag decides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Behaviour {
    /// On or off for everybody, by a rule.
    Toggle,
    /// From nobody on the first day to everybody on the last.
    Rollout,
    /// Two arms; `control_share` is what people really get.
    Experiment { id: &'static str, control_share: f64, lift: f64 },
    /// Nobody is asked any more: always off.
    Dead,
}

#[derive(Clone, Copy, Debug)]
pub struct Flag {
    pub namespace: &'static str,
    pub key: &'static str,
    pub behaviour: Behaviour,
    /// How often it is asked, against the others.
    pub weight: u32,
}

const fn flag(namespace: &'static str, key: &'static str, behaviour: Behaviour, weight: u32) -> Flag {
    Flag { namespace, key, behaviour, weight }
}

/// The experiment whose treatment makes people buy more.
pub const LIFT: Behaviour = Behaviour::Experiment { id: "free-shipping-banner", control_share: 0.5, lift: 0.18 };
/// The experiment whose arms were planned even and came out uneven: a sample-ratio mismatch.
pub const MISMATCH: Behaviour = Behaviour::Experiment { id: "one-click-checkout", control_share: 0.53, lift: 0.0 };
/// The experiment in which nothing happens.
pub const NOTHING: Behaviour = Behaviour::Experiment { id: "ranking-v2", control_share: 0.5, lift: 0.0 };

pub const FLAGS: [Flag; 20] = [
    flag("checkout", "free-shipping-banner", LIFT, 14),
    flag("checkout", "one-click-checkout", MISMATCH, 12),
    flag("checkout", "new-checkout", Behaviour::Rollout, 10),
    flag("checkout", "express-pay", Behaviour::Toggle, 5),
    flag("checkout", "gift-wrap", Behaviour::Toggle, 3),
    flag("search", "ranking-v2", NOTHING, 12),
    flag("search", "typeahead", Behaviour::Toggle, 6),
    flag("search", "image-search", Behaviour::Toggle, 3),
    flag("search", "synonyms", Behaviour::Toggle, 3),
    flag("search", "old-index", Behaviour::Dead, 1),
    flag("growth", "referral-prompt", Behaviour::Toggle, 4),
    flag("growth", "welcome-tour", Behaviour::Toggle, 4),
    flag("growth", "push-opt-in", Behaviour::Toggle, 3),
    flag("growth", "streaks", Behaviour::Toggle, 2),
    flag("growth", "holiday-theme", Behaviour::Dead, 1),
    flag("platform", "edge-cache", Behaviour::Toggle, 6),
    flag("platform", "http3", Behaviour::Toggle, 4),
    flag("platform", "new-logger", Behaviour::Toggle, 3),
    flag("platform", "kill-switch", Behaviour::Toggle, 3),
    flag("platform", "dark-mode", Behaviour::Toggle, 1),
];

/// Which arm of a flag a person gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arm {
    pub variant: &'static str,
    /// The value that the variant stands for, as JSON.
    pub value: &'static str,
    pub reason: &'static str,
    pub rule: Option<&'static str>,
}

const ON: Arm =
    Arm { variant: "on", value: r#"{"type":"bool","value":true}"#, reason: "matched_rule", rule: Some("everybody") };
const OFF: Arm = Arm { variant: "off", value: r#"{"type":"bool","value":false}"#, reason: "off", rule: None };
const CONTROL: Arm = Arm {
    variant: "control",
    value: r#"{"type":"string","value":"control"}"#,
    reason: "matched_rule",
    rule: Some("split"),
};
const TREATMENT: Arm = Arm {
    variant: "treatment",
    value: r#"{"type":"string","value":"treatment"}"#,
    reason: "matched_rule",
    rule: Some("split"),
};

/// The recipe with what follows from it.
#[derive(Clone, Debug)]
pub struct Shape {
    pub recipe: Recipe,
    /// How many people there are.
    pub people: u64,
    /// Evaluations of each day, in order; they add up to the recipe's rows.
    pub rows_by_day: Vec<u64>,
}

impl Shape {
    pub fn new(recipe: &Recipe) -> Self {
        Self { recipe: *recipe, people: (recipe.rows / 20).max(200), rows_by_day: rows_by_day(recipe) }
    }

    pub fn day(&self, index: usize) -> NaiveDate {
        self.recipe.first_day() + TimeDelta::days(i64::try_from(index).unwrap_or(i64::MAX))
    }

    /// A random source of its own for each part, so that parts can be made side by side.
    pub fn source(&self, part: &str, number: u64) -> Xoshiro256PlusPlus {
        Xoshiro256PlusPlus::seed_from_u64(mix(self.recipe.seed, part, number))
    }

    /// Which arm this person gets of this flag on this day, the same each time it is asked.
    pub fn arm(&self, flag: &Flag, person: u64, day: usize) -> Arm {
        let point = fraction(mix(self.recipe.seed, flag.key, person));
        match flag.behaviour {
            Behaviour::Toggle => ON,
            Behaviour::Dead => OFF,
            Behaviour::Rollout => {
                let reached = day as f64 / f64::from(self.recipe.days.max(2) - 1);
                if point < reached { Arm { rule: Some("ramp"), ..ON } } else { Arm { reason: "fallthrough", ..OFF } }
            }
            Behaviour::Experiment { control_share, .. } => {
                if point < control_share {
                    CONTROL
                } else {
                    TREATMENT
                }
            }
        }
    }
}

/// One of these, by weight; `None` only where there are none.
pub fn weighted<'a, T>(choices: &'a [T], weight: impl Fn(&T) -> u32, source: &mut impl Rng) -> Option<&'a T> {
    let mut ticket = source.random_range(0..choices.iter().map(&weight).sum::<u32>().max(1));
    choices.iter().find(|choice| match ticket.checked_sub(weight(choice)) {
        Some(rest) => {
            ticket = rest;
            false
        }
        None => true,
    })
}

/// A person's id in `assignments` and `events`.
pub fn user_id(person: u64) -> String {
    format!("u{person}")
}

/// What stands for a person in `flag_evaluations`: SHA-256 of the user id, in hex.
pub fn unit_hash(id: &str) -> String {
    hex(&Sha256::digest(id.as_bytes()))
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn rows_by_day(recipe: &Recipe) -> Vec<u64> {
    let weights: Vec<u64> = (0..recipe.days)
        .map(|day| {
            let date = recipe.first_day() + TimeDelta::days(i64::from(day));
            let week = match date.weekday() {
                Weekday::Sat | Weekday::Sun => 70,
                Weekday::Fri => 90,
                Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu => 100,
            };
            // The shop grows by half over the quarter.
            week * (200 + u64::from(day))
        })
        .collect();
    let total: u128 = weights.iter().map(|weight| u128::from(*weight)).sum::<u128>().max(1);
    let mut before: u128 = 0;
    weights
        .iter()
        .map(|weight| {
            let start = before * u128::from(recipe.rows) / total;
            before += u128::from(*weight);
            u64::try_from(before * u128::from(recipe.rows) / total - start).unwrap_or(u64::MAX)
        })
        .collect()
}

/// A well-mixed number from a seed, a name and a number (the finaliser of SplitMix64 over an FNV-1a hash of the name).
fn mix(seed: u64, part: &str, number: u64) -> u64 {
    let name = part
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let mut z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ name ^ number.wrapping_mul(0xd1b5_4a32_d192_ed03);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A number in 0..1 from 64 random bits.
fn fraction(bits: u64) -> f64 {
    (bits >> 11) as f64 / (1_u64 << 53) as f64
}
