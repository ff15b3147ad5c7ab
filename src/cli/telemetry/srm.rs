//! The test for a sample-ratio mismatch: whether the arms have as many units as they were planned to have.
//!
//! Comes in: units by variant, planned shares. Goes out: Pearson's chi-square and what follows from it. Must never: call a split fine that was not tested.

use serde::Serialize;

/// Below so many units nothing is said.
const FEWEST: u64 = 100;
/// An alarm that a good split raises once in a thousand times.
const ALARM: f64 = 0.001;

/// One arm.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Arm {
    pub variant: String,
    pub units: u64,
    pub expected_share: f64,
    pub observed_share: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Verdict {
    Mismatch,
    NoMismatch,
    TooFew,
}

/// What the test says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Finding {
    pub units: u64,
    pub arms: Vec<Arm>,
    /// None where there are too few units.
    pub chi_square: Option<f64>,
    pub degrees_of_freedom: usize,
    pub p_value: Option<f64>,
    pub verdict: Verdict,
}

/// `a=0.5,b=0.5`; the shares may be percentages or weights, since only their ratios count.
pub(super) fn shares(text: &str) -> Result<Vec<(String, f64)>, String> {
    let mut shares: Vec<(String, f64)> = Vec::new();
    for part in text.split(',') {
        let pair = part.rsplit_once('=').map(|(name, share)| (name.trim(), share.trim().parse::<f64>()));
        match pair {
            Some((name, Ok(share))) if !name.is_empty() && share.is_finite() && share > 0.0 => {
                if shares.iter().any(|(known, _)| known == name) {
                    return Err(format!("\"{name}\" is there twice"));
                }
                shares.push((name.to_owned(), share));
            }
            _ => return Err(format!("\"{part}\" is not a variant and its share, for example control=0.5")),
        }
    }
    if shares.len() < 2 {
        return Err("two variants are wanted at least".to_owned());
    }
    let whole: f64 = shares.iter().map(|(_, share)| share).sum();
    shares.iter_mut().for_each(|(_, share)| *share /= whole);
    Ok(shares)
}

/// Tests what was found against what was planned; without a plan, even shares of the variants there are.
pub(super) fn test(found: &[(String, u64)], planned: Option<&[(String, f64)]>) -> Result<Finding, String> {
    let even = 1.0 / found.len().max(1) as f64;
    let planned: Vec<(String, f64)> = match planned {
        Some(planned) => planned.to_vec(),
        None => found.iter().map(|(variant, _)| (variant.clone(), even)).collect(),
    };
    if let Some((stranger, units)) = found.iter().find(|(variant, _)| !planned.iter().any(|(name, _)| name == variant))
    {
        return Err(format!("variant \"{stranger}\" has {units} units and no expected share"));
    }
    let units: u64 = found.iter().map(|(_, units)| units).sum();
    let arms: Vec<Arm> = planned
        .into_iter()
        .map(|(variant, expected_share)| {
            let units_of = found.iter().find(|(name, _)| *name == variant).map_or(0, |(_, units)| *units);
            let observed_share = if units == 0 { 0.0 } else { units_of as f64 / units as f64 };
            Arm { variant, units: units_of, expected_share, observed_share }
        })
        .collect();
    let degrees_of_freedom = arms.len().saturating_sub(1);
    if units < FEWEST || degrees_of_freedom == 0 {
        return Ok(Finding {
            units,
            arms,
            chi_square: None,
            degrees_of_freedom,
            p_value: None,
            verdict: Verdict::TooFew,
        });
    }
    let chi_square: f64 = arms
        .iter()
        .map(|arm| {
            let expected = arm.expected_share * units as f64;
            (arm.units as f64 - expected).powi(2) / expected
        })
        .sum();
    let p_value = upper_tail(chi_square, degrees_of_freedom);
    let verdict = if p_value < ALARM { Verdict::Mismatch } else { Verdict::NoMismatch };
    Ok(Finding { units, arms, chi_square: Some(chi_square), degrees_of_freedom, p_value: Some(p_value), verdict })
}

/// The chance that a chi-square of so many degrees of freedom is at least this large. For whole degrees it has a closed form: Q(k + 2) = Q(k) + x^(k/2) e^(-x/2) / (2^(k/2) Γ(k/2 + 1)).
fn upper_tail(x: f64, degrees: usize) -> f64 {
    let half = x / 2.0;
    let odd = degrees % 2 == 1;
    let mut tail = if odd { complementary_error(half.sqrt()) } else { (-half).exp() };
    // The term that leads from one or two degrees to three or four.
    let mut term =
        if odd { (-half).exp() * half.sqrt() * 2.0 / std::f64::consts::PI.sqrt() } else { (-half).exp() * half };
    let mut at = if odd { 1 } else { 2 };
    while at < degrees {
        tail += term;
        at += 2;
        term *= half / (at as f64 / 2.0);
    }
    tail.clamp(0.0, 1.0)
}

/// erfc for what is not negative: by its series near zero, by its continued fraction (Lentz) farther out.
fn complementary_error(x: f64) -> f64 {
    if x < 2.0 {
        let (mut term, mut sum) = (x, x);
        for n in 1..100 {
            let n = f64::from(n);
            term *= -x * x / n;
            sum += term / (2.0 * n + 1.0);
        }
        return 1.0 - sum * 2.0 / std::f64::consts::PI.sqrt();
    }
    let mut fraction = 0.0;
    for n in (1..=100).rev() {
        fraction = f64::from(n) / 2.0 / (x + fraction);
    }
    (-x * x).exp() / std::f64::consts::PI.sqrt() / (x + fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Figures of R's pchisq(x, df, lower.tail = FALSE).
    #[test]
    fn the_tail_is_the_distributions() {
        for (x, degrees, expected) in [
            (0.0, 1, 1.0),
            (3.841_458_820_694_124, 1, 0.05),
            (10.827_566_170_662_733, 1, 0.001),
            (5.991_464_547_107_979, 2, 0.05),
            (13.815_510_557_964_274, 2, 0.001),
            (7.814_727_903_251_179, 3, 0.05),
            (9.487_729_036_781_154, 4, 0.05),
            (11.070_497_693_516_351, 5, 0.05),
        ] {
            assert!((upper_tail(x, degrees) - expected).abs() < 1e-12, "{x} {degrees}: {}", upper_tail(x, degrees));
        }
        assert!((upper_tail(60.0, 1) / 9.485_737_571_073_8e-15 - 1.0).abs() < 1e-6, "{}", upper_tail(60.0, 1));
    }

    fn split(a: u64, b: u64) -> Vec<(String, u64)> {
        vec![("a".to_owned(), a), ("b".to_owned(), b)]
    }

    #[test]
    fn an_uneven_split_raises_the_alarm_and_an_even_one_does_not() {
        let planned = shares("a=0.5,b=0.5").unwrap();
        assert_eq!(test(&split(5_000, 5_000), Some(&planned)).unwrap().verdict, Verdict::NoMismatch);
        assert_eq!(test(&split(5_300, 4_700), Some(&planned)).unwrap().verdict, Verdict::Mismatch);
        assert_eq!(
            test(&split(5_300, 4_700), Some(&shares("a=53,b=47").unwrap())).unwrap().verdict,
            Verdict::NoMismatch
        );
        assert_eq!(test(&split(99, 0), Some(&planned)).unwrap().verdict, Verdict::TooFew);
        assert_eq!(test(&split(100, 0), Some(&planned)).unwrap().verdict, Verdict::Mismatch);
        assert_eq!(test(&split(1_000, 1_010), None).unwrap().verdict, Verdict::NoMismatch);
        // An arm that nobody was given is an arm all the same.
        let three = shares("a=1,b=1,c=1").unwrap();
        assert_eq!(test(&split(500, 500), Some(&three)).unwrap().verdict, Verdict::Mismatch);
        assert!(test(&split(500, 500), Some(&shares("a=1,c=1").unwrap())).is_err());
    }

    #[test]
    fn shares_are_read_or_refused() {
        assert_eq!(shares("a=1, b=3").unwrap(), vec![("a".to_owned(), 0.25), ("b".to_owned(), 0.75)]);
        for wrong in ["", "a", "a=1", "a=x,b=1", "a=0,b=1", "a=-1,b=2", "a=inf,b=1", "a=1,a=1", "=1,b=1"] {
            assert!(shares(wrong).is_err(), "{wrong}");
        }
    }
}
