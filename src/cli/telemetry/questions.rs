//! The named questions' statements. Each is one SELECT over `exp.flag_evaluations`, written as a user could write it.

use crate::cli::reading::{Filters, literal};

/// Per flag and variant: how many evaluations and units, and which share of the flag's.
pub(super) fn summary(filters: &Filters) -> String {
    format!(
        "SELECT namespace, environment, flag_key, variant_key, count(*) AS evaluations, \
         count(DISTINCT unit_id_hash) AS units, \
         round(count(*) / sum(count(*)) OVER (PARTITION BY namespace, environment, flag_key), 4) AS share, \
         min(timestamp) AS first_seen, max(timestamp) AS last_seen \
         FROM exp.flag_evaluations{} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 5 DESC, 4",
        filters.clause(&[])
    )
}

/// Per variant of one flag: the units that a rule gave it to. Answers that are no decision (an error, a default) say nothing of the split.
pub(super) fn split(filters: &Filters) -> String {
    let decided = ["unit_id_hash IS NOT NULL", "evaluation_reason IN ('matched_rule', 'fallthrough')"];
    format!(
        "SELECT variant_key, count(DISTINCT unit_id_hash) AS units FROM exp.flag_evaluations{} GROUP BY 1 ORDER BY 1",
        filters.clause(&decided.map(str::to_owned))
    )
}

/// Per flag: which rule decided, and to what.
pub(super) fn rules(filters: &Filters) -> String {
    format!(
        "SELECT namespace, flag_key, evaluation_reason, matched_rule_id, variant_key, count(*) AS evaluations, \
         count(DISTINCT unit_id_hash) AS units, \
         round(count(*) / sum(count(*)) OVER (PARTITION BY namespace, flag_key), 4) AS share \
         FROM exp.flag_evaluations{} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 6 DESC, 3, 4, 5",
        filters.clause(&[])
    )
}

/// What one unit was given, the latest first. The id is the hash as the column has it, or what the hash was made of.
pub(super) fn user(filters: &Filters, id: &str) -> String {
    let id = literal(id);
    let condition = format!("unit_id_hash IN ({id}, encode(sha256(convert_to({id}, 'UTF8')), 'hex'))");
    format!(
        "SELECT timestamp, namespace, environment, flag_key, variant_key, evaluation_reason, matched_rule_id, \
         sdk_name, sdk_version FROM exp.flag_evaluations{} ORDER BY timestamp DESC, evaluation_id DESC",
        filters.clause(&[condition])
    )
}

/// Per flag: how much of it a unit is known for, a rule decided, or nothing did; and on how many days it was asked.
pub(super) fn coverage(filters: &Filters) -> String {
    let share = |condition: &str| format!("round(count(*) FILTER (WHERE {condition}) / count(*)::numeric, 4)");
    let of = |reason: &str| format!("{} AS {reason}", share(&format!("evaluation_reason = '{reason}'")));
    let reasons = ["matched_rule", "fallthrough", "off", "prerequisite_failed", "error", "sdk_default"].map(of);
    format!(
        "SELECT namespace, environment, flag_key, count(*) AS evaluations, {} AS with_unit, {}, \
         count(DISTINCT (timestamp AT TIME ZONE 'UTC')::date) AS days \
         FROM exp.flag_evaluations{} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        share("unit_id_hash IS NOT NULL"),
        reasons.join(", "),
        filters.clause(&[])
    )
}

/// Flags that could go: nobody asks any more, nobody is given them, or everybody is given the same.
pub(super) fn dead_flags(filters: &Filters, idle_days: u32) -> String {
    format!(
        "WITH seen AS (SELECT namespace, environment, flag_key, count(*) AS evaluations, \
         count(DISTINCT variant_key) AS variants, min(variant_key) AS variant_key, \
         bool_and(evaluation_reason IN ('off', 'prerequisite_failed', 'error', 'sdk_default')) AS never_on, \
         max(timestamp) AS last_seen FROM exp.flag_evaluations{} GROUP BY 1, 2, 3), \
         latest AS (SELECT max(last_seen) AS at FROM seen) \
         SELECT namespace, environment, flag_key, \
         CASE WHEN last_seen < at - INTERVAL '{idle_days} days' THEN 'no longer evaluated' \
         WHEN never_on THEN 'never on' ELSE 'one variant for everybody' END AS finding, \
         CASE WHEN variants = 1 THEN variant_key END AS variant_key, evaluations, last_seen \
         FROM seen CROSS JOIN latest \
         WHERE variants = 1 OR never_on OR last_seen < at - INTERVAL '{idle_days} days' ORDER BY 1, 2, 3",
        filters.clause(&[])
    )
}

/// Per SDK and version: how many of its evaluations used an older manifest than others did on the same day, and how much older.
pub(super) fn version_skew(filters: &Filters) -> String {
    format!(
        "WITH used AS (SELECT environment, sdk_name, sdk_version, (timestamp AT TIME ZONE 'UTC')::date AS day, \
         manifest_version, count(*) AS evaluations FROM exp.flag_evaluations{} GROUP BY 1, 2, 3, 4, 5), \
         compared AS (SELECT *, max(manifest_version) OVER (PARTITION BY environment, day) - manifest_version AS behind \
         FROM used) \
         SELECT environment, sdk_name, sdk_version, sum(evaluations)::bigint AS evaluations, \
         min(manifest_version) AS oldest_manifest, max(manifest_version) AS newest_manifest, \
         coalesce(sum(evaluations) FILTER (WHERE behind > 0), 0)::bigint AS behind, \
         round(coalesce(sum(evaluations) FILTER (WHERE behind > 0), 0) / sum(evaluations), 4) AS share_behind, \
         max(behind) AS most_behind FROM compared GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        filters.clause(&[])
    )
}

/// Per namespace: the keys that contexts have, how often, and how many values each has.
pub(super) fn contexts(filters: &Filters) -> String {
    format!(
        "WITH asked AS (SELECT namespace, context_attributes FROM exp.flag_evaluations{}), \
         totals AS (SELECT namespace, count(*) AS evaluations FROM asked GROUP BY 1) \
         SELECT a.namespace, k.key AS attribute, count(*) AS evaluations, \
         round(count(*) / max(t.evaluations)::numeric, 4) AS share, count(DISTINCT k.value) AS distinct_values \
         FROM asked a JOIN totals t ON t.namespace = a.namespace, \
         LATERAL jsonb_each_text(a.context_attributes::jsonb) AS k(key, value) GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2",
        filters.clause(&[])
    )
}
