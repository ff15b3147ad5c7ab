//! Functions that tell of the catalogs: names, visibility, privileges, descriptions, definitions.
//!
//! Comes in: numbers and names. Goes out: what the role's catalogs say. Must never: tell a relation that is not granted from one that does not exist.

use super::entry::Entry;
use super::kernel::Call;
use super::rows::{I4, I8, Num, Oid, Str, build, map1, map2};
use crate::catalog::Known;
use crate::catalog::known::{self, format_type};
use crate::catalog::view::DATABASE;
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::numeric::PgNumeric;
use crate::types::{PgType, inet};
use chrono::{DateTime, Utc};
use datafusion::arrow::array::{ArrayRef, Int32Builder, ListBuilder, new_null_array};
use datafusion::arrow::datatypes::{DataType, Field};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{Expr, Volatility};
use guard::SqlState;
use std::sync::{Arc, LazyLock};

/// This room's lines of the catalogue.
pub fn entries() -> Vec<Entry> {
    [names(), visible(), definitions(), sizes(), server(), super::privileges::entries()].concat()
}

/// What the session knows of its catalogs.
///
/// # Errors
/// An internal one where there is no session: constants of a policy.
pub fn known<'a>(call: &'a Call<'_>) -> SqlResult<&'a Known> {
    call.display.known.as_deref().ok_or_else(|| SqlError::internal("no catalogs are known here"))
}

fn names() -> Vec<Entry> {
    vec![
        Entry::kernel("format_type(oid, int4) text", |call| {
            let (oids, modifiers) = (call.column::<Oid>(0)?, call.column::<I4>(1)?);
            let known = call.display.known.as_deref();
            build(call.rows, |row| {
                Ok(oids.get(row).map(|oid| {
                    let own = known.and_then(|known| known.type_name(oid, modifiers.get(row)));
                    own.unwrap_or_else(|| format_type(oid, modifiers.get(row)))
                }))
            })
        })
        .stable()
        .on_null(),
        Entry::kernel("pg_get_userbyid(oid) name", |call| {
            let known = known(call)?;
            map1::<Oid, String>(call, |oid| {
                Ok(known.role_name(oid).map_or_else(|| format!("unknown (OID={oid})"), str::to_owned))
            })
        })
        .stable(),
        Entry::kernel("obj_description(oid, name) text", |call| {
            let known = known(call)?;
            map2::<Oid, Str, Option<String>>(call, |oid, catalog| Ok(described(known, oid, catalog)))
        })
        .stable(),
        Entry::kernel("obj_description(oid) text", |call| {
            let known = known(call)?;
            map1::<Oid, Option<String>>(call, |oid| Ok(described(known, oid, "pg_class")))
        })
        .stable(),
        Entry::kernel("col_description(oid, int4) text", |call| {
            let known = known(call)?;
            map2::<Oid, I4, Option<String>>(call, |oid, number| {
                Ok(known.view.column_comment(oid, number).map(str::to_owned))
            })
        })
        .stable(),
        Entry::kernel("shobj_description(oid, name) text", nothing).stable(),
        // What it names are dependencies, of which there are none.
        Entry::kernel("pg_describe_object(oid, oid, int4) text", nothing).stable(),
        Entry::kernel("to_regclass(text) regclass", |call| to_number(call, &PgType::Regclass)).stable(),
        Entry::kernel("to_regtype(text) regtype", |call| to_number(call, &PgType::Regtype)).stable(),
        Entry::kernel("to_regproc(text) regproc", |call| to_number(call, &PgType::Regproc)).stable(),
        Entry::kernel("to_regprocedure(text) regprocedure", |call| to_number(call, &PgType::Regprocedure)).stable(),
        Entry::kernel("to_regnamespace(text) regnamespace", |call| to_number(call, &PgType::Regnamespace)).stable(),
        Entry::kernel("to_regrole(text) regrole", |call| to_number(call, &PgType::Regrole)).stable(),
        Entry::kernel("to_regoper(text) regoper", |call| to_number(call, &PgType::Regoper)).stable(),
    ]
}

fn described(known: &Known, oid: u32, catalog: &str) -> Option<String> {
    let own = (catalog == "pg_class").then(|| known.view.comment(oid)).flatten();
    own.or_else(|| known::description(catalog, oid)).map(str::to_owned)
}

fn to_number(call: &Call<'_>, ty: &PgType) -> SqlResult<ArrayRef> {
    let known = known(call)?;
    map1::<Str, Option<u32>>(call, |name| Ok(known.number(ty, name)))
}

/// NULL, as for an object that does not exist: there are none of this kind.
fn nothing(call: &Call<'_>) -> SqlResult<ArrayRef> {
    Ok(new_null_array(&call.result.arrow(), call.rows))
}

fn visible() -> Vec<Entry> {
    vec![
        Entry::kernel("pg_table_is_visible(oid) bool", |call| {
            let known = known(call)?;
            map1::<Oid, Option<bool>>(call, |oid| Ok(known.table_is_visible(oid)))
        })
        .stable(),
        Entry::kernel("pg_type_is_visible(oid) bool", |call| {
            let known = known(call)?;
            map1::<Oid, Option<bool>>(call, |oid| Ok(known.type_is_visible(oid)))
        })
        .stable(),
        Entry::kernel("pg_function_is_visible(oid) bool", |call| in_catalog(call, "pg_proc")).stable(),
        Entry::kernel("pg_operator_is_visible(oid) bool", |call| in_catalog(call, "pg_operator")).stable(),
        Entry::kernel("pg_opclass_is_visible(oid) bool", |call| in_catalog(call, "pg_opclass")).stable(),
        Entry::kernel("pg_opfamily_is_visible(oid) bool", |call| in_catalog(call, "pg_opfamily")).stable(),
        Entry::kernel("pg_collation_is_visible(oid) bool", |call| in_catalog(call, "pg_collation")).stable(),
        Entry::kernel("pg_ts_config_is_visible(oid) bool", |call| in_catalog(call, "pg_ts_config")).stable(),
        Entry::kernel("pg_ts_dict_is_visible(oid) bool", |call| in_catalog(call, "pg_ts_dict")).stable(),
        Entry::kernel("pg_ts_parser_is_visible(oid) bool", |call| in_catalog(call, "pg_ts_parser")).stable(),
        Entry::kernel("pg_ts_template_is_visible(oid) bool", |call| in_catalog(call, "pg_ts_template")).stable(),
        Entry::kernel("pg_conversion_is_visible(oid) bool", nothing).stable(),
        Entry::kernel("pg_statistics_obj_is_visible(oid) bool", nothing).stable(),
        Entry::kernel("pg_relation_is_publishable(regclass) bool", |call| {
            let known = known(call)?;
            map1::<Oid, Option<bool>>(call, |oid| {
                Ok(known.view.relation_name(oid).map(|_| known.view.granted(oid).is_some()))
            })
        })
        .stable(),
    ]
}

/// PostgreSQL's own objects are all in `pg_catalog`, which every search path has.
fn in_catalog(call: &Call<'_>, catalog: &'static str) -> SqlResult<ArrayRef> {
    map1::<Oid, Option<bool>>(call, |oid| Ok(known::is_in(catalog, oid).then_some(true)))
}

fn definitions() -> Vec<Entry> {
    let mut all: Vec<Entry> = [
        "pg_get_expr(pg_node_tree, oid) text",
        "pg_get_expr(pg_node_tree, oid, bool) text",
        "pg_get_indexdef(oid) text",
        "pg_get_indexdef(oid, int4, bool) text",
        "pg_get_constraintdef(oid) text",
        "pg_get_constraintdef(oid, bool) text",
        "pg_get_ruledef(oid) text",
        "pg_get_ruledef(oid, bool) text",
        "pg_get_triggerdef(oid) text",
        "pg_get_triggerdef(oid, bool) text",
        "pg_get_partkeydef(oid) text",
        "pg_get_partition_constraintdef(oid) text",
        "pg_get_statisticsobjdef(oid) text",
        "pg_get_statisticsobjdef_columns(oid) text",
        "pg_get_statisticsobjdef_expressions(oid) text[]",
        "pg_get_serial_sequence(text, text) text",
        "pg_get_function_sqlbody(oid) text",
        "pg_get_function_arg_default(oid, int4) text",
        "pg_get_replica_identity_index(regclass) regclass",
    ]
    .into_iter()
    .map(|signature| Entry::kernel(signature, nothing).stable())
    .collect();
    all.extend([
        Entry::kernel("pg_get_function_result(oid) text", |call| {
            map1::<Oid, Option<String>>(call, |oid| Ok(known::function(oid).and_then(known::Function::result)))
        })
        .stable(),
        Entry::kernel("pg_get_function_arguments(oid) text", |call| arguments(call, false)).stable(),
        Entry::kernel("pg_get_function_identity_arguments(oid) text", |call| arguments(call, true)).stable(),
        Entry::kernel("pg_get_functiondef(oid) text", |call| {
            map1::<Oid, Option<String>>(call, |oid| match known::function(oid) {
                Some(_) => Err(no_source("function")),
                None => Ok(None),
            })
        })
        .stable(),
    ]);
    for signature in ["pg_get_viewdef(oid) text", "pg_get_viewdef(oid, bool) text", "pg_get_viewdef(oid, int4) text"] {
        all.push(Entry::kernel(signature, view_definition).stable());
    }
    for signature in ["pg_get_viewdef(text) text", "pg_get_viewdef(text, bool) text"] {
        let named = |call: &Call<'_>| map1::<Str, Option<String>>(call, |_| Err(no_source("view")));
        all.push(Entry::kernel(signature, named).stable());
    }
    all
}

fn arguments(call: &Call<'_>, only_input: bool) -> SqlResult<ArrayRef> {
    map1::<Oid, Option<String>>(call, |oid| Ok(known::function(oid).map(|found| found.argument_list(only_input))))
}

/// What a relation or a function is made of is the policy's secret: 42501, whether there is such a one or not.
fn no_source(what: &str) -> SqlError {
    SqlError::new(SqlState::INSUFFICIENT_PRIVILEGE, format!("permission denied for the definition of a {what}"))
        .detail("Tollgate shows no definitions of views and functions.")
}

/// None of the system's views is told either, but asking is no offence: tools list them all.
fn view_definition(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map1::<Oid, Option<String>>(call, |oid| if oid < FIRST_OF_USERS { Ok(None) } else { Err(no_source("view")) })
}

/// PostgreSQL's FirstNormalObjectId: OIDs below are the system's own.
const FIRST_OF_USERS: u32 = 16_384;

fn sizes() -> Vec<Entry> {
    let mut all: Vec<Entry> = [
        "pg_relation_size(regclass) int8",
        "pg_relation_size(regclass, text) int8",
        "pg_table_size(regclass) int8",
        "pg_indexes_size(regclass) int8",
        "pg_total_relation_size(regclass) int8",
    ]
    .into_iter()
    .map(|signature| Entry::kernel(signature, relation_size).stable())
    .collect();
    all.extend([
        Entry::kernel("pg_database_size(oid) int8", |call| {
            map1::<Oid, Option<i64>>(call, |oid| Ok((oid == DATABASE).then_some(0)))
        })
        .stable(),
        Entry::kernel("pg_database_size(name) int8", |call| {
            let known = known(call)?;
            map1::<Str, i64>(call, |name| match known.database_number(name) {
                Some(_) => Ok(0),
                None => Err(SqlError::new(SqlState::INVALID_CATALOG_NAME, "database does not exist")),
            })
        })
        .stable(),
        Entry::kernel("pg_tablespace_size(oid) int8", |call| map1::<Oid, i64>(call, |_| Ok(0))).stable(),
        Entry::kernel("pg_tablespace_location(oid) text", |call| map1::<Oid, &str>(call, |_| Ok(""))).stable(),
        Entry::kernel("pg_size_pretty(int8) text", |call| {
            map1::<I8, String>(call, |size| Ok(pretty(i128::from(size))))
        }),
        Entry::kernel("pg_size_pretty(numeric) text", |call| {
            map1::<Num, String>(call, |size| Ok(pretty(size.to_i64()?.into())))
        }),
    ]);
    all.push(Entry::kernel("pg_size_bytes(text) int8", |call| map1::<Str, i64>(call, bytes_of)));
    all
}

/// `1.5 GB` in bytes.
fn bytes_of(text: &str) -> SqlResult<i64> {
    let invalid = || SqlError::new(SqlState::INVALID_PARAMETER_VALUE, "invalid size");
    let text = text.trim_matches(|c: char| c.is_ascii_whitespace());
    let (digits, unit) = text.split_at_checked(number_length(text).ok_or_else(invalid)?).unwrap_or((text, ""));
    let factor: i64 = match unit.trim_start_matches(|c: char| c.is_ascii_whitespace()).to_ascii_lowercase().as_str() {
        "" | "bytes" => 1,
        "kb" => 1 << 10,
        "mb" => 1 << 20,
        "gb" => 1 << 30,
        "tb" => 1 << 40,
        "pb" => 1 << 50,
        _ => {
            return Err(invalid()
                .detail("The size unit is invalid.")
                .hint("Valid units are \"bytes\", \"kB\", \"MB\", \"GB\", \"TB\", and \"PB\"."));
        }
    };
    let number: PgNumeric = digits.parse().map_err(SqlError::from)?;
    number.try_mul(&PgNumeric::from(factor))?.to_i64()
}

/// How much of the text is a number.
fn number_length(text: &str) -> Option<usize> {
    let digits = |from: usize| text.get(from..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let mut at = usize::from(text.starts_with(['+', '-']));
    let whole = digits(at);
    at += whole;
    let mut fraction = 0;
    if text.get(at..)?.starts_with('.') {
        fraction = digits(at + 1);
        at += 1 + fraction;
    }
    if whole + fraction == 0 {
        return None;
    }
    if text.get(at..)?.starts_with(['e', 'E']) {
        let sign = usize::from(text.get(at + 1..)?.starts_with(['+', '-']));
        let exponent = digits(at + 1 + sign);
        if exponent > 0 {
            at += 1 + sign + exponent;
        }
    }
    Some(at)
}

/// How much there is of a table is nobody's business: a filter may hide a part.
fn relation_size(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let known = known(call)?;
    map1::<Oid, Option<i64>>(call, |oid| Ok(known.view.relation_name(oid).map(|_| 0)))
}

/// Below ten thousand of a unit it stays in that unit; each step halves away from zero at the end.
fn pretty(size: i128) -> String {
    const UNITS: [&str; 6] = ["bytes", "kB", "MB", "GB", "TB", "PB"];
    let limit = |unit: &str| if unit == "bytes" { 10 * 1024 } else { 20 * 1024 - 1 };
    // One bit more than the unit, for rounding.
    let mut size = size;
    for (number, unit) in UNITS.iter().enumerate() {
        let last = number + 1 == UNITS.len();
        if last || size.abs() < limit(unit) {
            let shown = if number == 0 { size } else { (size + size.signum()) / 2 };
            return format!("{shown} {unit}");
        }
        size /= if number == 0 { 512 } else { 1024 };
    }
    String::new()
}

/// The encodings that PostgreSQL names first; a database here is always UTF8.
const ENCODINGS: [&str; 9] =
    ["SQL_ASCII", "EUC_JP", "EUC_CN", "EUC_KR", "EUC_TW", "EUC_JIS_2004", "UTF8", "MULE_INTERNAL", "LATIN1"];

static STARTED: LazyLock<DateTime<Utc>> = LazyLock::new(Utc::now);

fn server() -> Vec<Entry> {
    LazyLock::force(&STARTED);
    vec![
        Entry::kernel("pg_encoding_to_char(int4) name", |call| {
            map1::<I4, &str>(call, |number| {
                let found = usize::try_from(number).ok().and_then(|number| ENCODINGS.get(number));
                Ok(found.copied().unwrap_or_default())
            })
        })
        .stable(),
        Entry::kernel("pg_char_to_encoding(name) int4", |call| {
            map1::<Str, i32>(call, |name| {
                let plain = |text: &str| text.to_ascii_uppercase().replace(['-', '_'], "");
                let wanted = if plain(name) == "UNICODE" { "UTF8".to_owned() } else { plain(name) };
                let found = ENCODINGS.iter().position(|known| plain(known) == wanted);
                Ok(found.and_then(|at| i32::try_from(at).ok()).unwrap_or(-1))
            })
        })
        .stable(),
        Entry::special("getdatabaseencoding() name", |_, _| Ok(text("UTF8", PgType::Name))).stable(),
        // There are no locks to wait for, no triggers, and no transaction that writes. Where a client comes from is told to nobody, as through a local socket.
        Entry::kernel("pg_blocking_pids(int4) int4[]", |call| {
            let field = Arc::new(Field::new_list_field(DataType::Int32, true));
            let mut lists = ListBuilder::new(Int32Builder::new()).with_field(field);
            (0..call.rows).for_each(|_| lists.append(true));
            Ok(Arc::new(lists.finish()))
        })
        .stable(),
        Entry::special("pg_trigger_depth() int4", |_, _| {
            Ok(Typed::new(Expr::Literal(ScalarValue::Int32(Some(0)), None), PgType::Int4))
        })
        .stable(),
        Entry::special("pg_jit_available() bool", |_, _| Ok(truth(false))).stable(),
        Entry::special("txid_current_if_assigned() int8", |_, _| Typed::null(PgType::Int8)).stable(),
        Entry::special("inet_client_port() int4", |_, _| Typed::null(PgType::Int4)).stable(),
        // Of the first transactions' rows, which are all that the catalogs have: as old as can be.
        Entry::kernel("age(xid) int4", |call| map1::<Oid, i32>(call, |_| Ok(i32::MAX))).stable(),
        Entry::kernel("host(inet) text", |call| map1::<Str, String>(call, |address| Ok(inet::host(address)))),
        Entry::kernel("acldefault(char, oid) aclitem[]", super::set::default_grants).stable(),
        Entry::special("inet_server_port() int4", |_, _| Typed::null(PgType::Int4)).stable(),
        Entry::special("pg_is_in_recovery() bool", |_, _| Ok(truth(false))).stable(),
        Entry::special("pg_is_wal_replay_paused() bool", |_, _| Ok(truth(false))).stable(),
        Entry::special("pg_my_temp_schema() oid", |_, _| {
            Ok(Typed::new(Expr::Literal(ScalarValue::UInt32(Some(0)), None), PgType::Oid))
        })
        .stable(),
        Entry::kernel("pg_is_other_temp_schema(oid) bool", |call| map1::<Oid, bool>(call, |_| Ok(false))).stable(),
        Entry::special("pg_postmaster_start_time() timestamptz", started).stable(),
        Entry::special("pg_conf_load_time() timestamptz", started).stable(),
        volatile(Entry::kernel("pg_cancel_backend(int4) bool", |call| {
            let known = known(call)?;
            map1::<I4, bool>(call, |pid| own(known.activity.cancel(&known.user, pid)))
        })),
        volatile(Entry::kernel("pg_terminate_backend(int4) bool", |call| {
            let known = known(call)?;
            map1::<I4, bool>(call, |pid| own(known.activity.terminate(&known.user, pid)))
        })),
    ]
}

/// A session of somebody else and none at all are refused in the same words.
fn own(found: bool) -> SqlResult<bool> {
    if found {
        return Ok(true);
    }
    Err(SqlError::new(SqlState::INSUFFICIENT_PRIVILEGE, "permission denied to signal the session")
        .rule("session-signal")
        .detail("A user can cancel and end the user's own sessions only.")
        .hint("pg_stat_activity lists them."))
}

fn volatile(entry: Entry) -> Entry {
    Entry { volatility: Volatility::Volatile, ..entry }
}

fn text(value: &str, ty: PgType) -> Typed {
    Typed { ty, ..Typed::unknown(value) }
}

fn truth(value: bool) -> Typed {
    Typed::new(Expr::Literal(ScalarValue::Boolean(Some(value)), None), PgType::Bool)
}

fn started(_: Vec<Typed>, _: &BindContext) -> SqlResult<Typed> {
    let value = ScalarValue::TimestampMicrosecond(Some(STARTED.timestamp_micros()), Some("UTC".into()));
    Ok(Typed::new(Expr::Literal(value, None), PgType::Timestamptz))
}

#[cfg(test)]
mod tests {
    use super::pretty;

    #[test]
    fn sizes_read_as_postgresql_prints_them() {
        // As PostgreSQL 15 answers pg_size_pretty.
        let expected = [
            (0, "0 bytes"),
            (10_239, "10239 bytes"),
            (10_240, "10 kB"),
            (10_485_247, "10239 kB"),
            (10_485_248, "10 MB"),
            (-10_240, "-10 kB"),
            (1_000_000_000_000, "931 GB"),
        ];
        for (size, words) in expected {
            assert_eq!(pretty(size), words);
        }
    }
}
