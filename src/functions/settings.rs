//! `set_config` and `current_setting`: a statement reads and changes its session's settings.
//!
//! Comes in: names and values, of each row. Goes out: what SHOW prints. Must never: change what SET could not, or give a session more rights than it has.

use super::entry::Entry;
use crate::catalog::CatalogView;
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::session::settings::search_path;
use crate::types::PgType;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, BooleanArray, StringViewArray};
use datafusion::arrow::datatypes::DataType;
use datafusion::common::ScalarValue;
use datafusion::error::Result as DataFusionResult;
use datafusion::logical_expr::{
    ColumnarValue, Expr, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use guard::SqlState;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The settings of the session that a statement runs in.
pub trait SessionSettings: fmt::Debug + Send + Sync {
    /// What SHOW prints.
    ///
    /// # Errors
    /// 42704 for an unknown name.
    fn show(&self, name: &str) -> SqlResult<String>;

    /// As SET, or RESET where there is no value; then what SHOW prints.
    ///
    /// # Errors
    /// As SET.
    fn set_config(&self, name: &str, value: Option<&str>, local: bool) -> SqlResult<String>;
}

/// No session at all: row filters, masks, the command line.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSettings;

impl SessionSettings for NoSettings {
    fn show(&self, name: &str) -> SqlResult<String> {
        Err(SqlError::new(SqlState::UNDEFINED_OBJECT, format!("unrecognized configuration parameter \"{name}\"")))
    }

    fn set_config(&self, name: &str, _value: Option<&str>, _local: bool) -> SqlResult<String> {
        self.show(name)
    }
}

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::special("current_setting(text) text", |a, c| call(Deed::Show, a, c)).stable(),
        Entry::special("current_setting(text, bool) text", |a, c| call(Deed::Show, a, c)).stable(),
        Entry {
            volatility: Volatility::Volatile,
            ..Entry::special("set_config(text, text, bool) text", |a, c| call(Deed::Set, a, c)).on_null()
        },
    ]
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Deed {
    Show,
    Set,
}

/// The function as DataFusion calls it. It reads the settings when it runs, so that a prepared statement sees what SET did since.
#[derive(Clone)]
pub(crate) struct SettingUdf {
    deed: Deed,
    session: Arc<dyn SessionSettings>,
    catalog: Arc<CatalogView>,
    signature: Signature,
}

fn call(deed: Deed, arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    // A setting that is hidden is refused where it is named, whether rows come to ask for it or not.
    if let (Deed::Show, Some(Expr::Literal(ScalarValue::Utf8View(Some(name)), _))) =
        (deed, arguments.first().map(|argument| &argument.expr))
        && let Err(error) = context.session.show(name)
        && error.sqlstate() == SqlState::INSUFFICIENT_PRIVILEGE
    {
        return Err(error);
    }
    let volatility = match deed {
        Deed::Show => Volatility::Stable,
        Deed::Set => Volatility::Volatile,
    };
    let signature = Signature::any(arguments.len(), volatility);
    let udf =
        SettingUdf { deed, session: Arc::clone(&context.session), catalog: Arc::clone(&context.catalog), signature };
    let arguments: Vec<Expr> = arguments.into_iter().map(|argument| argument.expr).collect();
    Ok(Typed::new(ScalarUDF::new_from_impl(udf).call(arguments), PgType::Text))
}

impl SettingUdf {
    fn show(&self, name: &str, missing_ok: bool) -> SqlResult<Option<String>> {
        match self.session.show(name) {
            Ok(value) => Ok(Some(value)),
            Err(error) if missing_ok && error.sqlstate() == SqlState::UNDEFINED_OBJECT => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Inside a statement, the search path takes only schemas that the role may see: one that is hidden and one that is missing look the same.
    fn check_path(&self, name: &str, value: Option<&str>) -> SqlResult<()> {
        const EVERYBODYS: [&str; 5] = ["$user", "information_schema", "pg_catalog", "pg_temp", "public"];
        let Some(value) = value.filter(|_| name.eq_ignore_ascii_case("search_path")) else { return Ok(()) };
        let names = search_path::parse(value)?;
        let seen = |name: &String| EVERYBODYS.contains(&name.as_str()) || self.catalog.schema_oid(name).is_some();
        if names.iter().all(seen) {
            return Ok(());
        }
        Err(SqlError::new(SqlState::INSUFFICIENT_PRIVILEGE, "permission denied to set parameter \"search_path\"")
            .detail("It names a schema that is not there, or that the role may not see."))
    }

    fn row(&self, arguments: &[ArrayRef], row: usize) -> SqlResult<Option<String>> {
        let (name, second, third) = (arguments.first(), arguments.get(1), arguments.get(2));
        let name = text(name, row);
        match self.deed {
            Deed::Show if arguments.len() == 1 => name.map_or(Ok(None), |name| self.show(name, false)),
            Deed::Show => match (name, boolean(second, row)) {
                (Some(name), Some(missing_ok)) => self.show(name, missing_ok),
                _ => Ok(None),
            },
            Deed::Set => match name {
                // As in PostgreSQL, a NULL for "is it local?" means that it is not.
                Some(name) => {
                    let local = boolean(third, row).unwrap_or(false);
                    self.check_path(name, text(second, row))?;
                    self.session.set_config(name, text(second, row), local).map(Some)
                }
                None => Err(SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, "SET requires parameter name")),
            },
        }
    }
}

fn text(column: Option<&ArrayRef>, row: usize) -> Option<&str> {
    let column: &StringViewArray = column?.as_string_view_opt()?;
    column.is_valid(row).then(|| column.value(row))
}

fn boolean(column: Option<&ArrayRef>, row: usize) -> Option<bool> {
    let column: &BooleanArray = column?.as_boolean_opt()?;
    column.is_valid(row).then(|| column.value(row))
}

impl fmt::Debug for SettingUdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl PartialEq for SettingUdf {
    fn eq(&self, other: &Self) -> bool {
        self.deed == other.deed && self.signature == other.signature && Arc::ptr_eq(&self.session, &other.session)
    }
}

impl Eq for SettingUdf {}

impl Hash for SettingUdf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.deed.hash(state);
    }
}

impl ScalarUDFImpl for SettingUdf {
    fn name(&self) -> &str {
        match self.deed {
            Deed::Show => "current_setting",
            Deed::Set => "set_config",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> DataFusionResult<DataType> {
        Ok(PgType::Text.arrow())
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> DataFusionResult<ColumnarValue> {
        let rows = arguments.number_rows;
        let columns =
            arguments.args.into_iter().map(|column| column.into_array(rows)).collect::<Result<Vec<_>, _>>()?;
        let values = (0..rows).map(|row| self.row(&columns, row)).collect::<SqlResult<Vec<_>>>();
        let values: StringViewArray = values.map_err(SqlError::into_datafusion)?.into_iter().collect();
        Ok(ColumnarValue::Array(Arc::new(values)))
    }
}
